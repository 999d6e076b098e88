//! PRD: which periods a series has.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use chrono::{Datelike, NaiveDate};

use super::{Subject, counted, param};
use crate::finding::{Detail, Rule, Severity, Sink};
use crate::metric::{Flag, Series};
use crate::time::{PartialDate, Period, PeriodKind};

pub(super) const RULES: &[Rule] = &[MIXED, FUTURE, GAP];

const MIXED: Rule = Rule::new(
    "PRD-002",
    Severity::Warning,
    "A series has periods of one kind",
    "Values of years and quarters, or of ranges of years beside single ones, stand under one variable, area and combination of dimensions. \
     They are kept as series of their own; whoever puts them into one line compares what is not alike.",
);

const FUTURE: Rule = Rule::new(
    "PRD-003",
    Severity::Warning,
    "A value of the future is marked as a forecast",
    "The period begins after the date of the vintage or, where that has none, the as-of date, and the value bears no flag of a \
     forecast. A fiscal year counts as the calendar year of its number.",
);

const GAP: Rule = Rule::new(
    "PRD-004",
    Severity::Info,
    "An annual series has no gaps",
    "The source says nothing of some years between the first and the last. A value that is missing for a stated reason is no gap.",
);

pub(super) fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let vintage = subject.panel.vintage().date();
    let today = vintage.map_or(sink.as_of(), PartialDate::latest);
    let mut seen = HashMap::new();
    for series in subject.panel.series() {
        let key = series.key();
        match seen.entry((key.variable, key.area, key.dimensions)) {
            Entry::Vacant(entry) => {
                entry.insert(series);
            }
            Entry::Occupied(entry) => {
                if let (Some(one), Some(other)) = (entry.get().first(), series.first()) {
                    sink.report(MIXED, || {
                        let message = format!("the series has {other} beside {one}");
                        Detail::new(subject.place.cell(series, other), message)
                            .param("kinds", vec![one.kind().as_str(), other.kind().as_str()])
                    });
                }
            }
        }
        future(subject, series, today, sink);
        if series.kind() == PeriodKind::Year {
            gaps(subject, series, sink);
        }
    }
}

fn future(subject: &Subject<'_>, series: Series<'_>, today: NaiveDate, sink: &mut Sink) {
    let is_ahead = |period: Period| match period.first_day() {
        Some(day) => day > today,
        None => period.year().is_some_and(|year| year > today.year()),
    };
    // Only the last ones can be.
    let positions = (0..series.len()).rev();
    let ahead = positions.map_while(|at| series.period_at(at).filter(|period| is_ahead(*period)));
    let is_unmarked = |period: &Period| {
        let cell = series.get(*period);
        cell.is_some_and(|c| c.value().is_some() && !c.flags().contains(Flag::Forecast))
    };
    let mut unmarked = ahead.filter(is_unmarked);
    let Some(last) = unmarked.next() else { return };
    let (count, first) = unmarked.fold((1, last), |(count, _), period| (count + 1, period));
    sink.report(FUTURE, || {
        let message = format!(
            "{} from {first} on, after {today}, without a mark of a forecast",
            counted(count, "value")
        );
        Detail::new(subject.place.cell(series, first), message).param("values", param(count))
    });
}

fn gaps(subject: &Subject<'_>, series: Series<'_>, sink: &mut Sink) {
    if !series.values().iter().any(|value| value.is_nan()) {
        return;
    }
    let is_gap = |at: &usize| {
        let period = series.period_at(*at);
        period.is_some_and(|period| series.get(period).is_none())
    };
    // The first and the last period say something.
    if !(0..series.len()).any(|at| is_gap(&at)) {
        return;
    }
    sink.report(GAP, || {
        let ranges = ranges(series, is_gap);
        let message = format!("there is nothing of {}", ranges.join(", "));
        Detail::new(subject.place.series(series), message).param("gaps", ranges)
    });
}

/// `1991-1995` and `1997`.
fn ranges(series: Series<'_>, is_gap: impl Fn(&usize) -> bool) -> Vec<String> {
    let mut ranges: Vec<(usize, usize)> = Vec::new();
    for at in (0..series.len()).filter(is_gap) {
        match ranges.last_mut() {
            Some((_, last)) if *last + 1 == at => *last = at,
            _ => ranges.push((at, at)),
        }
    }
    let text =
        |at: usize| series.period_at(at).map(|period| period.to_string()).unwrap_or_default();
    let range = |(first, last): &(usize, usize)| {
        if first == last { text(*first) } else { format!("{}-{}", text(*first), text(*last)) }
    };
    ranges.iter().map(range).collect()
}
