//! IND: versions of the definition of an indicator.

use super::Subject;
use super::place::name;
use crate::finding::{Detail, Rule, Severity, Sink};
use crate::metric::{Indicator, Series};
use crate::time::{PartialDate, Period, PeriodKind, Tri};

pub(super) const RULES: &[Rule] = &[CHANGED];

const CHANGED: Rule = Rule::new(
    "IND-001",
    Severity::Warning,
    "An indicator has one definition and one direction throughout a series",
    "The indicator has versions of its definition, and the series has values of more than one: up to 2018 a low score of Freedom on the Net \
     was free, since 2019 a high one is. Neither growth nor order can be read across the change. There is one finding for a series and change.",
);

pub(super) fn check(subject: &Subject<'_>, sink: &mut Sink) {
    for series in subject.panel.series() {
        let indicator = subject.facts(series).and_then(|facts| facts.indicator);
        if let Some(indicator) = indicator.filter(|indicator| !indicator.definitions.is_empty()) {
            changes(subject, series, indicator, sink);
        }
    }
}

fn changes(subject: &Subject<'_>, series: Series<'_>, indicator: &Indicator, sink: &mut Sink) {
    let mut before = None;
    for (period, _) in series.iter().filter(|(_, cell)| cell.missing().is_none()) {
        let Some(version) = date_of(period).and_then(|date| version_on(indicator, date)) else {
            continue;
        };
        if let Some((other, earlier)) = before.replace((version, period))
            && other != version
        {
            sink.report(CHANGED, || {
                let polarity =
                    |period| date_of(period).and_then(|date| indicator.polarity_on(date));
                let (old, new) = (polarity(earlier), polarity(period));
                let message = match (old, new) {
                    (Some(old), Some(new)) if old != new => {
                        format!("{new} from {period} on, and {old} to {earlier}")
                    }
                    _ => format!(
                        "`{}` is of another definition from {period} on than to {earlier}",
                        name(series.variable())
                    ),
                };
                Detail::new(subject.place.cell(series, period), message)
            });
        }
    }
}

/// A year as such, since versions are mostly known by it; else the first day.
fn date_of(period: Period) -> Option<PartialDate> {
    match period.kind() {
        PeriodKind::Year | PeriodKind::FiscalYear => PartialDate::from_year(period.year()?).ok(),
        _ => period.first_day().map(PartialDate::from),
    }
}

/// Which version held, 0 being the indicator's own; `None` where that is not certain.
fn version_on(indicator: &Indicator, date: PartialDate) -> Option<usize> {
    let mut possible = false;
    for (number, version) in (1..).zip(&indicator.definitions) {
        match version.span.covers(date) {
            Tri::Yes => return Some(number),
            Tri::Maybe => possible = true,
            Tri::No => {}
        }
    }
    (!possible).then_some(0)
}
