//! IDN: judgements on which records are one.

use std::collections::HashMap;

use super::{Family, path};
use crate::actor::Agency;
use crate::dataset::{Dataset, clusters, verdicts};
use crate::finding::{Detail, Path, Rule, Severity, Sink};
use crate::judgement::{Judgement, RecordRef, Verdict};
use crate::validate::Limits;

pub(super) const FAMILY: Family = Family { rules: &[CONTRADICTION, UNLIKE], check };

const CONTRADICTION: Rule = Rule::new(
    "IDN-001",
    Severity::Error,
    "Records that are held to be different are not joined by way of others",
    "Only `same` carries over from pair to pair: A is B and B is C makes A and C one. A judgement that they are different \
     contradicts one of the others, and nothing here decides which. Of several judgements on a pair the last counts.",
);

const UNLIKE: Rule = Rule::new(
    "IDN-002",
    Severity::Warning,
    "Records that are held to be one are of one kind and country",
    "Judgements join a person with an agency, agencies of different countries or kinds, or events of different kinds. \
     Compared are the records that are there, each with the first of its cluster. A nameplate is no second record of \
     the body that carries it, but a relation.",
);

fn check(dataset: &Dataset, _: &Limits, sink: &mut Sink) {
    let judgements = dataset.judgements();
    if judgements.is_empty() {
        return;
    }
    let clusters = clusters(judgements);
    let mut cluster_of: HashMap<&RecordRef, usize> = HashMap::new();
    for (i, cluster) in clusters.iter().enumerate() {
        cluster_of.extend(cluster.iter().map(|member| (*member, i)));
    }
    for ((a, b), verdict) in verdicts(judgements) {
        let joined = cluster_of.get(a).is_some_and(|cluster| cluster_of.get(b) == Some(cluster));
        if verdict == Verdict::Different && joined {
            contradiction(judgements, a, b, sink);
        }
    }
    for mut cluster in clusters {
        // Those without a record have nothing to compare.
        cluster.retain(|member| dataset.row_of(member).is_some());
        cluster.sort_unstable();
        unlike(dataset, judgements, &cluster, sink);
    }
}

/// The last judgement on a pair with a verdict.
fn judgement<'a>(
    judgements: &'a [Judgement],
    verdict: Verdict,
    pair: [&RecordRef; 2],
) -> Option<&'a Judgement> {
    let on_pair = judgements
        .iter()
        .filter(|it| it.verdict == verdict && pair.iter().all(|member| it.of.contains(member)));
    // Of equal dates the later row, as in reading them.
    on_pair.max_by_key(|judgement| judgement.date)
}

fn contradiction(judgements: &[Judgement], a: &RecordRef, b: &RecordRef, sink: &mut Sink) {
    let Some(judgement) = judgement(judgements, Verdict::Different, [a, b]) else { return };
    sink.report(CONTRADICTION, || {
        let joining = judgements
            .iter()
            .filter(|it| it.verdict == Verdict::Same && (it.of.contains(a) || it.of.contains(b)));
        let message = format!("`{a}` and `{b}` are different, but others make them one");
        let detail = Detail::new(path(judgement).field("of"), message)
            .help("take one of the judgements back with a later one")
            .param("records", vec![a.to_string(), b.to_string()]);
        joining.fold(detail, |detail, it| detail.see(path(it)))
    });
}

fn unlike(dataset: &Dataset, judgements: &[Judgement], cluster: &[&RecordRef], sink: &mut Sink) {
    let Some((first, others)) = cluster.split_first() else { return };
    for other in others {
        let Some(what) = difference(dataset, first, other) else { continue };
        sink.report(UNLIKE, || {
            let at = judgement(judgements, Verdict::Same, [first, other])
                .or_else(|| {
                    judgements
                        .iter()
                        .find(|it| it.verdict == Verdict::Same && it.of.contains(other))
                })
                .map_or_else(|| Path::of_table("judgements"), |it| path(it).field("of"));
            let message = format!("`{first}` and `{other}` are held to be one: {what}");
            Detail::new(at, message)
                .help("look at the judgement again, or correct the records")
                .param("records", vec![first.to_string(), other.to_string()])
        });
    }
}

/// In what two records certainly differ.
fn difference(dataset: &Dataset, a: &RecordRef, b: &RecordRef) -> Option<String> {
    match (a, b) {
        (RecordRef::Agency(a), RecordRef::Agency(b)) => {
            let (a, b) = (dataset.get(a)?, dataset.get(b)?);
            let countries = |a: &Agency, b: &Agency| {
                let (a, b) = a.country.zip(b.country).filter(|(a, b)| a != b)?;
                Some(format!("one is of {a}, the other of {b}"))
            };
            let kinds = || {
                (a.kind != b.kind).then(|| format!("one is a {}, the other a {}", a.kind, b.kind))
            };
            countries(a, b).or_else(kinds)
        }
        (RecordRef::Event(a), RecordRef::Event(b)) => {
            let (a, b) = (dataset.get(a)?, dataset.get(b)?);
            (a.kind != b.kind).then(|| format!("one is a {}, the other a {}", a.kind, b.kind))
        }
        _ => (a.kind() != b.kind())
            .then(|| format!("one is of kind `{}`, the other `{}`", a.kind(), b.kind())),
    }
}

#[cfg(test)]
pub(super) const CASES: &[super::cases::Case] = &[
    super::cases::Case {
        rule: "IDN-001",
        fails: r#"{ "people": [ { "id": "a" } ], "judgements": [ { "id": "1", "verdict": "same", "of": [ "person:a", "person:c" ] }, { "id": "2", "verdict": "different", "of": [ "person:a", "person:b" ] },
                     { "id": "3", "verdict": "same", "of": [ "person:c", "person:b" ] } ] }"#,
        // Taken back by a later judgement.
        passes: r#"{ "people": [ { "id": "a" } ], "judgements": [ { "id": "1", "verdict": "same", "of": [ "person:a", "person:c" ] }, { "id": "2", "verdict": "different", "of": [ "person:a", "person:b" ] },
                     { "id": "3", "verdict": "same", "of": [ "person:c", "person:b" ] }, { "id": "4", "verdict": "unsure", "of": [ "person:b", "person:c" ], "date": "2024" } ] }"#,
    },
    super::cases::Case {
        rule: "IDN-002",
        fails: r#"{ "agencies": [ { "id": "a", "kind": "ministry", "country": "CHN" }, { "id": "b", "kind": "ministry", "country": "GBR" } ],
                    "judgements": [ { "id": "1", "verdict": "same", "of": [ "agency:a", "agency:b" ] } ] }"#,
        passes: r#"{ "agencies": [ { "id": "a", "kind": "ministry", "country": "CHN" }, { "id": "b", "kind": "ministry" } ],
                     "judgements": [ { "id": "1", "verdict": "same", "of": [ "agency:a", "agency:b", "agency:old" ] }, { "id": "2", "verdict": "different", "of": [ "agency:a", "person:p" ] } ] }"#,
    },
    super::cases::Case {
        rule: "IDN-002",
        fails: r#"{ "agencies": [ { "id": "a", "kind": "ministry" } ], "people": [ { "id": "a" } ], "judgements": [ { "id": "1", "verdict": "same", "of": [ "agency:a", "person:a" ] } ] }"#,
        passes: r#"{ "people": [ { "id": "a" }, { "id": "b" } ], "judgements": [ { "id": "1", "verdict": "same", "of": [ "person:a", "person:b" ] } ] }"#,
    },
];
