//! UNIT: what the numbers are numbers of.

use std::collections::HashMap;

use super::Subject;
use super::place::name;
use crate::finding::{Detail, Rule, Severity, Sink};
use crate::metric::Variable;

pub(super) const RULES: &[Rule] = &[ABSENT, TWO, SCALE];

const ABSENT: Rule = Rule::new(
    "UNIT-001",
    Severity::Warning,
    "The unit of numbers is known",
    "Neither the source nor the indicator says what the numbers are numbers of, so that nothing can be computed with them or compared. \
     Variables whose values are words have none.",
);

const TWO: Rule = Rule::new(
    "UNIT-002",
    Severity::Error,
    "An indicator has one unit in a set of data",
    "Two variables of one indicator are in different units, such as percent and fraction. Each value is right in its own unit; taken together \
     they are wrong by a factor.",
);

pub(super) const SCALE: Rule = Rule::new(
    "UNIT-003",
    Severity::Warning,
    "Scales of two sources agree",
    "The values of an indicator are in the middle 100, 1,000 or 1,000,000 times those of another source, give or take a fifth: thousands \
     against persons, or a fraction against percent. Units and scales that are stated have been taken into account.",
);

pub(super) fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let panel = subject.panel;
    let mut has_numbers = vec![false; panel.variables().len()];
    for series in panel.series() {
        if let Some(known) = has_numbers.get_mut(series.key().variable.position()) {
            *known = *known || series.values().iter().any(|value| !value.is_nan());
        }
    }
    let mut first: HashMap<&str, &Variable> = HashMap::new();
    for ((variable, facts), has_numbers) in
        panel.variables().iter().zip(&subject.facts).zip(has_numbers)
    {
        if !has_numbers {
            continue;
        }
        let is_known = facts.unit.is_some() || !variable.unit_text.trim().is_empty();
        // An observation of an indicator that is not there dangles, which is reported as that.
        if !is_known && !subject.place.is_dataset() {
            sink.report(ABSENT, || {
                let message = format!("`{}` has no unit", name(variable));
                Detail::new(subject.place.variable(variable, panel), message)
                    .help("name its indicator, or state its unit")
            });
        }
        let other = *first.entry(name(variable)).or_insert(variable);
        if unit(other) != unit(variable) {
            sink.report(TWO, || {
                let (one, two) = (unit(other), unit(variable));
                let message = format!("`{}` is in `{one}` and in `{two}`", name(variable));
                Detail::new(subject.place.variable(variable, panel), message)
                    .param("units", vec![one, two])
            });
        }
    }
}

/// The unit or, where it is not known, the words of the source.
fn unit(variable: &Variable) -> &str {
    variable.unit.map_or(variable.unit_text.trim(), |unit| unit.as_str())
}
