//! KEY: one value for each cell, and the same one in all sources.

use super::Subject;
use crate::finding::{Detail, Rule, Severity, Sink, importing};

pub(super) const RULES: &[Rule] = &[SOURCES];

pub(super) const SOURCES: Rule = Rule::new(
    "KEY-003",
    Severity::Warning,
    "Sources say about the same of a cell",
    "Two sources have the same indicator, area, dimensions and period, and their values lie farther apart than a limit: 5 percentage \
     points for percentages, a tenth of the greater one for other numbers, unless the limits are moved. Values are compared in one unit and \
     scale. There is one finding for a series, with the period of the greatest distance. Where all values of an indicator differ by one power \
     of ten, see UNIT-003.",
);

/// Doubles. Those of observations are OBS-002.
pub(super) fn check(subject: &Subject<'_>, sink: &mut Sink) {
    if subject.place.is_dataset() {
        return;
    }
    for double in subject.panel.duplicates() {
        let (first, second) = (double.first, double.second);
        let same = first.datum() == second.datum()
            || first.value().is_some() && first.value() == second.value();
        let rule = if same { importing::KEY_EQUAL } else { importing::KEY_DIFFERENT };
        sink.report(rule, || {
            let what = if same { "the same value" } else { "another value" };
            let at = subject.place.cell(double.series, double.period);
            Detail::new(at, format!("the cell came a second time, with {what}"))
                .param("line", i64::try_from(double.line).unwrap_or_default())
        });
    }
}
