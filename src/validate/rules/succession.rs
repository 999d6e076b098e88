//! ORG: what follows an agency that changed or ended.

use std::collections::HashSet;

use super::days::Days;
use super::{Family, path};
use crate::actor::{Agency, Change, ChangeKind};
use crate::dataset::Dataset;
use crate::finding::{Detail, Rule, Severity, Sink};
use crate::id::Id;
use crate::validate::Limits;

pub(super) const FAMILY: Family = Family { rules: &[LATE, HEIRLESS], check };

const LATE: Rule = Rule::new(
    "ORG-004",
    Severity::Error,
    "A successor starts no later than the change that makes it one",
    "Successors are the agencies to which a change led, and the agency itself where a change names others from which it \
     came. Reported is one that certainly starts more than `succession_gap` days after the change, 31 unless the \
     profile says otherwise: a law often precedes the body that it sets up by some days. Dates marked `?` are not \
     compared.",
);

const HEIRLESS: Rule = Rule::new(
    "ORG-005",
    Severity::Warning,
    "An agency that ended has a successor for what it was responsible for",
    "The agency certainly ended before the as-of date and has a portfolio; no change of it leads to another agency, and \
     no change of another one names it in `from`.",
);

fn check(dataset: &Dataset, limits: &Limits, sink: &mut Sink) {
    let mut named: Option<HashSet<&Id<Agency>>> = None;
    for agency in dataset.agencies() {
        for (i, change) in agency.changes.iter().enumerate() {
            late(dataset, agency, (i, change), limits, sink);
        }
        if !agency.portfolio.is_empty()
            && has_ended(agency, sink)
            && !leads_on(agency)
            && !named.get_or_insert_with(|| named_as_origin(dataset)).contains(&agency.id)
        {
            sink.report(HEIRLESS, || {
                let terms: Vec<String> =
                    agency.portfolio.iter().map(|part| part.term.to_string()).collect();
                let message = format!(
                    "`{}` ended and left nobody responsible for {}",
                    agency.id,
                    terms.join(", ")
                );
                Detail::new(path(agency).field("changes"), message)
                    .help("add the change by which they went to another agency, with `to`")
                    .param("terms", terms)
            });
        }
    }
}

fn late(
    dataset: &Dataset,
    agency: &Agency,
    (i, change): (usize, &Change),
    limits: &Limits,
    sink: &mut Sink,
) {
    if change.date.qualifier().is_uncertain() {
        return;
    }
    let latest = change.date.latest();
    let days_after = |successor: &Agency| {
        let starts = Days::of(&successor.span).filter(|days| !days.has_no_start())?.first_start;
        let days = starts.signed_duration_since(latest).num_days();
        (days > limits.succession_gap).then_some(days)
    };
    let comes_from_others = change.from.iter().any(|id| *id != agency.id);
    let itself = comes_from_others.then_some(agency);
    let others = change.to.iter().filter(|id| **id != agency.id).filter_map(|id| dataset.get(id));
    for successor in itself.into_iter().chain(others) {
        let Some(days) = days_after(successor) else { continue };
        sink.report(LATE, || {
            let message = format!(
                "`{}` ({}) starts {days} days or more after the change `{}` of {}",
                successor.id, successor.span, change.kind, change.date
            );
            Detail::new(path(agency).field("changes").at(i), message)
                .help("correct the date or the span, or name the body that followed first")
                .param("successor", successor.id.as_str())
                .param("days", days)
                .see(path(successor).field("span"))
        });
    }
}

fn has_ended(agency: &Agency, sink: &Sink) -> bool {
    let as_of = sink.as_of();
    let dissolved = |change: &Change| {
        change.kind == ChangeKind::Dissolved
            && !change.date.qualifier().is_uncertain()
            && change.date.latest() < as_of
    };
    agency.span.is_ended(as_of).is_yes() || agency.changes.iter().any(dissolved)
}

fn leads_on(agency: &Agency) -> bool {
    agency.changes.iter().flat_map(|change| &change.to).any(|id| *id != agency.id)
}

/// The agencies from which others came.
fn named_as_origin(dataset: &Dataset) -> HashSet<&Id<Agency>> {
    let mut named = HashSet::new();
    for agency in dataset.agencies() {
        let origins = agency.changes.iter().flat_map(|change| &change.from);
        named.extend(origins.filter(|id| **id != agency.id));
    }
    named
}

#[cfg(test)]
pub(super) const CASES: &[super::cases::Case] = &[
    super::cases::Case {
        rule: "ORG-004",
        // The British business department was split into three on 7 February 2023.
        fails: r#"{ "agencies": [ { "id": "beis", "kind": "ministry", "changes": [ { "kind": "split", "date": "2023-02-07", "to": [ "dsit", "dbt" ] } ] },
                                  { "id": "dsit", "kind": "ministry", "span": "2023-05-03/.." }, { "id": "dbt", "kind": "ministry", "span": "2023-02-07/.." } ] }"#,
        passes: r#"{ "agencies": [ { "id": "beis", "kind": "ministry", "changes": [ { "kind": "split", "date": "2023-02-07", "to": [ "dsit", "dbt" ] } ] },
                                   { "id": "dsit", "kind": "ministry", "span": "2023-02/.." }, { "id": "dbt", "kind": "ministry", "span": "2023-03-10/.." } ] }"#,
    },
    super::cases::Case {
        rule: "ORG-004",
        fails: r#"{ "agencies": [ { "id": "a", "kind": "ministry", "span": "2016/..", "changes": [ { "kind": "merged", "date": "2014", "from": [ "b", "c" ] } ] } ] }"#,
        passes: r#"{ "agencies": [ { "id": "a", "kind": "ministry", "span": "2016/..", "changes": [ { "kind": "merged", "date": "2014?", "from": [ "b", "c" ] },
                                                                                                   { "kind": "functions-moved", "date": "2018", "from": [ "d" ] } ] } ] }"#,
    },
    super::cases::Case {
        rule: "ORG-005",
        fails: r#"{ "agencies": [ { "id": "a", "kind": "ministry", "span": "2001/2014", "portfolio": [ "digital" ] } ] }"#,
        passes: r#"{ "agencies": [ { "id": "a", "kind": "ministry", "span": "2001/2014", "portfolio": [ "digital" ],
                                     "changes": [ { "kind": "absorbed", "date": "2014", "to": [ "b" ] } ] },
                                   { "id": "c", "kind": "ministry", "span": "2001/..", "portfolio": [ "digital" ] }, { "id": "d", "kind": "ministry", "span": "2001/2014" } ] }"#,
    },
    super::cases::Case {
        rule: "ORG-005",
        fails: r#"{ "agencies": [ { "id": "a", "kind": "ministry", "portfolio": [ "digital" ], "changes": [ { "kind": "dissolved", "date": "2014" } ] } ] }"#,
        passes: r#"{ "agencies": [ { "id": "a", "kind": "ministry", "portfolio": [ "digital" ], "changes": [ { "kind": "dissolved", "date": "2014" } ] },
                                   { "id": "b", "kind": "ministry", "changes": [ { "kind": "founded", "date": "2014", "from": [ "a" ] } ] } ] }"#,
    },
];
