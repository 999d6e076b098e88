//! VIN and SRC: of which release the data is, and what changed since the one before.

use super::{Subject, counted, param, were};
use crate::finding::{Detail, Rule, Severity, Sink};
use crate::licence::Redistribution;
use crate::metric::{Panel, Revision, Series};
use crate::validate::{Export, Limits};

pub(super) const RULES: &[Rule] = &[UNDATED, REVISED, LICENCE, EXPORT];

const UNDATED: Rule = Rule::new(
    "VIN-001",
    Severity::Warning,
    "The vintage has a date",
    "Neither the day of publication nor that of download is known. The same cell differs between releases, so that a number without its \
     vintage can't be checked.",
);

const REVISED: Rule = Rule::new(
    "VIN-003",
    Severity::Info,
    "A release says about what the one before said",
    "Values of two successive vintages of one dataset differ by more than a limit: 5 percentage points for percentages, a tenth of the \
     greater value for other numbers, unless the limits are moved. Writing fewer digits is no revision. There is one finding for a series.",
);

const LICENCE: Rule = Rule::new(
    "SRC-010",
    Severity::Warning,
    "Data has a source and a licence",
    "The vintage of a panel names neither dataset nor source record, or no licence, so that it can't be said whether and how the data may be \
     passed on. Where the profile says that data is exported, that is asked of the sources of observations too, and a licence is \
     reported of which it is not known whether it allows redistribution.",
);

const EXPORT: Rule = Rule::new(
    "SRC-011",
    Severity::Error,
    "Data that is exported may be redistributed",
    "The profile says that the data is exported, and its licence forbids redistribution, or lets it be redistributed for purposes only that \
     are not commercial, and the export is.",
);

pub(super) fn check(subject: &Subject<'_>, limits: &Limits, sink: &mut Sink) {
    let vintage = subject.panel.vintage();
    if !subject.place.has_vintage() || subject.panel.is_empty() {
        return;
    }
    if vintage.date().is_none() {
        sink.report(UNDATED, || {
            let message = "neither the day of publication nor that of retrieval is known";
            Detail::new(subject.place.vintage("published"), message)
        });
    }
    // Not every source of observations is data that comes under a licence.
    let is_dataset = subject.place.is_dataset();
    if vintage.dataset.is_none() && vintage.source.is_none() {
        sink.report(LICENCE, || {
            Detail::new(subject.place.vintage("dataset"), "the data names no source")
        });
    }
    let place = || subject.place.vintage("licence");
    let Some(licence) = &vintage.licence else {
        if !is_dataset || limits.export.is_some() {
            sink.report(LICENCE, || Detail::new(place(), "the data has no licence"));
        }
        return;
    };
    let Some(export) = limits.export else { return };
    let (rule, message) = match (licence.redistribution(), export) {
        (None, _) => {
            (LICENCE, format!("it is not known whether `{licence}` allows redistribution"))
        }
        (Some(Redistribution::Forbidden), _) => {
            (EXPORT, format!("`{licence}` forbids redistribution"))
        }
        (Some(Redistribution::NonCommercial), Export::Commercial) => {
            (EXPORT, format!("`{licence}` forbids redistribution for commercial purposes"))
        }
        (Some(_), _) => return,
    };
    sink.report(rule, || Detail::new(place(), message));
}

/// Whether two panels are vintages of one dataset.
pub(super) fn is_one_dataset(one: &Panel, other: &Panel) -> bool {
    let (one, other) = (one.vintage(), other.vintage());
    one.dataset.is_some() && one.dataset == other.dataset
        || one.source.is_some() && one.source == other.source
}

/// By what vintages of one dataset are known.
fn dataset<'p>(subject: &Subject<'p>) -> Option<&'p str> {
    let vintage = subject.panel.vintage();
    vintage.dataset.as_deref().or(vintage.source.as_ref().map(crate::id::Id::as_str))
}

/// The positions of panels by dataset, those of one dataset from the oldest to the newest. A panel of no known dataset is by itself.
fn by_dataset(subjects: &[Subject<'_>]) -> Vec<Vec<usize>> {
    let mut known = std::collections::HashMap::new();
    let mut all: Vec<Vec<usize>> = Vec::new();
    for (position, subject) in subjects.iter().enumerate() {
        let next = all.len();
        let group = dataset(subject).map_or(next, |key| *known.entry(key).or_insert(next));
        match all.get_mut(group) {
            Some(group) => group.push(position),
            None => all.push(vec![position]),
        }
    }
    for group in &mut all {
        let vintage =
            |position: &usize| subjects.get(*position).map(|subject| subject.panel.vintage());
        group.sort_by(|a, b| match (vintage(a), vintage(b)) {
            (Some(a), Some(b)) => a.compare(b),
            _ => std::cmp::Ordering::Equal,
        });
    }
    all
}

/// The position of the newest vintage of each dataset, in the order of the panels.
pub(super) fn newest(subjects: &[Subject<'_>]) -> Vec<usize> {
    let mut newest: Vec<usize> =
        by_dataset(subjects).iter().filter_map(|group| group.last().copied()).collect();
    newest.sort_unstable();
    newest
}

/// What was revised from each vintage of a dataset to the next.
pub(super) fn revisions(subjects: &[Subject<'_>], limits: &Limits, sink: &mut Sink) {
    if !sink.wants(REVISED) {
        return;
    }
    for group in by_dataset(subjects) {
        for pair in group.windows(2) {
            let [older, newer] = pair else { continue };
            if let (Some(older), Some(newer)) = (subjects.get(*older), subjects.get(*newer)) {
                between(older, newer, limits, sink);
            }
        }
    }
}

fn between(older: &Subject<'_>, newer: &Subject<'_>, limits: &Limits, sink: &mut Sink) {
    let revisions = older.panel.diff(newer.panel);
    let is_same = |a: &Revision<'_>, b: &Revision<'_>| a.series.key() == b.series.key();
    // Revisions of a series stand together.
    for revisions in revisions.chunk_by(is_same) {
        let Some(series) = revisions.first().map(|revision| revision.series) else { continue };
        let much = || revisions.iter().filter(|revision| is_much(newer, series, revision, limits));
        let Some(worst) = much().max_by(|a, b| a.size().total_cmp(&b.size())) else { continue };
        let count = much().count();
        sink.report(REVISED, || {
            let written = |cell: Option<crate::metric::Cell<'_>>| {
                let number = cell.and_then(crate::metric::Cell::number);
                number.map(|number| number.to_string()).unwrap_or_default()
            };
            let (old, new) = (written(worst.old), written(worst.new));
            let message = format!(
                "{} {} revised much, most in {}: from {old} to {new}",
                counted(count, "value"),
                were(count),
                worst.period
            );
            Detail::new(newer.place.cell(series, worst.period), message)
                .param("values", param(count))
                .param("old", old)
                .param("new", new)
        });
    }
}

fn is_much(
    newer: &Subject<'_>,
    series: Series<'_>,
    revision: &Revision<'_>,
    limits: &Limits,
) -> bool {
    let value = |cell: Option<crate::metric::Cell<'_>>| cell.and_then(crate::metric::Cell::value);
    let (Some(old), Some(new)) = (value(revision.old), value(revision.new)) else { return false };
    let Some(facts) = newer.facts(series) else { return false };
    revision.size() > 0.0
        && limits.revisions.is_exceeded(old * facts.scale, new * facts.scale, facts.unit)
}
