//! STM: statements that are recorded once from a source and again from its copy.

use std::collections::{HashMap, HashSet};

use super::{Family, path};
use crate::dataset::Dataset;
use crate::finding::{Detail, Rule, Severity, Sink};
use crate::id::Id;
use crate::source::Source;
use crate::statement::{Statement, Text};
use crate::validate::Limits;

pub(super) const FAMILY: Family = Family { rules: &[COPY], check };

const COPY: Rule = Rule::new(
    "STM-014",
    Severity::Warning,
    "A statement is not recorded again from a copy of its source",
    "Two statements rest on different sources that go back to the same one through `derived_from`, and their texts are \
     nearly alike: of the runs of six letters and digits in either, `alike` are in both, four fifths unless the profile \
     says otherwise. Texts of fewer than 25 letters are not compared, and neither are statements that a link joins, as \
     where one repeats the other.",
);

/// How many letters and digits make a run.
const RUN: usize = 6;

/// How many different runs a text has to have.
const FEWEST: usize = 20;

/// The runs with the lowest hashes. Texts that are nearly alike share one of them as good as always, others hardly ever,
/// so that each text is compared with few.
const SKETCH: usize = 3;

/// With how many others of one run a text is compared.
const COMPARED: usize = 8;

fn check(dataset: &Dataset, limits: &Limits, sink: &mut Sink) {
    let derived = dataset.sources().iter().filter_map(|it| Some((&it.id, dataset.root_of(it)?)));
    let roots: HashMap<&Id<Source>, &Id<Source>> = derived.collect();
    if roots.is_empty() || !sink.wants(COPY) {
        return;
    }
    // Sources from which others derive belong to their families.
    let families: HashSet<&Id<Source>> = roots.values().copied().collect();
    let root_of = |source| roots.get(source).copied().or_else(|| families.get(source).copied());
    let mut sketches: HashMap<(&Id<Source>, u64), Vec<&Statement>> = HashMap::new();
    for statement in dataset.statements() {
        let mut cited: Vec<&Id<Source>> = sources(statement).filter_map(root_of).collect();
        if cited.is_empty() {
            continue;
        }
        cited.sort_unstable();
        cited.dedup();
        let texts: Vec<Vec<u64>> = statement.texts.iter().filter_map(runs).collect();
        let mut copy_of: Option<&Statement> = None;
        for hash in texts.iter().flat_map(|runs| runs.iter().take(SKETCH)) {
            for root in &cited {
                let alike = sketches.entry((*root, *hash)).or_default();
                copy_of = copy_of.or_else(|| {
                    let others = alike.iter().rev().take(COMPARED);
                    others.copied().find(|other| is_copy(statement, &texts, other, limits.alike))
                });
                if alike.last().is_none_or(|last| last.id != statement.id) {
                    alike.push(statement);
                }
            }
        }
        if let Some(other) = copy_of {
            sink.report(COPY, || {
                let sources: Vec<&str> =
                    sources(statement).chain(sources(other)).map(Id::as_str).collect();
                let message = format!(
                    "`{}` has nearly the same text from a source with the same origin",
                    other.id
                );
                Detail::new(path(statement).field("texts"), message)
                    .help("cite both sources in one record, or link them, as with `repeats`")
                    .param("other", other.id.as_str())
                    .param("sources", sources)
                    .see(path(other))
            });
        }
    }
}

fn sources(statement: &Statement) -> impl Iterator<Item = &Id<Source>> {
    statement.cites.iter().map(|cite| &cite.source)
}

fn is_copy(statement: &Statement, texts: &[Vec<u64>], other: &Statement, alike: f64) -> bool {
    let linked = |a: &Statement, b: &Statement| a.links.iter().any(|link| link.to == b.id);
    if other.id == statement.id
        || sources(statement).any(|source| sources(other).any(|its| its == source))
        || linked(statement, other)
        || linked(other, statement)
    {
        return false;
    }
    let same = |text: &Text| statement.texts.iter().any(|own| own.text == text.text);
    other.texts.iter().any(|text| {
        let alike = |theirs: Vec<u64>| texts.iter().any(|ours| overlap(ours, &theirs) >= alike);
        same(text) || runs(text).is_some_and(alike)
    })
}

/// The hashes of the runs of letters and digits of a text, in order and each once. `None` where they are too few.
fn runs(text: &Text) -> Option<Vec<u64>> {
    // Six characters of 21 bits.
    const MASK: u128 = (1 << (21 * RUN)) - 1;
    let letters = text.text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase);
    let mut window: u128 = 0;
    let mut hashes: Vec<u64> = letters
        .map(|c| {
            window = (window << 21 | u128::from(u32::from(c))) & MASK;
            mixed(window)
        })
        .skip(RUN - 1)
        .collect();
    hashes.sort_unstable();
    hashes.dedup();
    (hashes.len() >= FEWEST).then_some(hashes)
}

/// A hash that is the same in every run of the program, so that findings are.
fn mixed(window: u128) -> u64 {
    const ODD: u64 = 0x9e37_79b9_7f4a_7c15;
    #[expect(clippy::cast_possible_truncation, reason = "the halves")]
    let (low, high) = (window as u64, (window >> 64) as u64);
    let mut hash = low.wrapping_mul(ODD) ^ high.rotate_left(32);
    hash = (hash ^ (hash >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    hash ^ (hash >> 32)
}

/// How many of the runs of two texts both have, of all.
fn overlap(a: &[u64], b: &[u64]) -> f64 {
    let (mut i, mut k, mut both) = (0, 0, 0_u32);
    while let (Some(one), Some(other)) = (a.get(i), b.get(k)) {
        match one.cmp(other) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => k += 1,
            std::cmp::Ordering::Equal => {
                both += 1;
                i += 1;
                k += 1;
            }
        }
    }
    let all = u32::try_from(a.len() + b.len()).unwrap_or(u32::MAX) - both;
    f64::from(both) / f64::from(all.max(1))
}

#[cfg(test)]
pub(super) const CASES: &[super::cases::Case] = &[
    super::cases::Case {
        rule: "STM-014",
        fails: r#"{ "sources": [ { "id": "wire", "kind": "wire-report" }, { "id": "paper", "kind": "newspaper", "derived_from": "wire" } ],
                    "statements": [ { "id": "s", "act": "call", "cites": [ "wire" ], "texts": [ "All countries should respect each other and their sovereignty in cyberspace, he said." ] },
                                    { "id": "t", "act": "call", "cites": [ "paper" ], "texts": [ "All countries should respect each other and their sovereignty in cyberspace, said he" ] } ] }"#,
        passes: r#"{ "sources": [ { "id": "wire", "kind": "wire-report" }, { "id": "paper", "kind": "newspaper", "derived_from": "wire" } ],
                     "statements": [ { "id": "s", "act": "call", "cites": [ "wire" ], "texts": [ "All countries should respect each other and their sovereignty in cyberspace, he said." ] },
                                     { "id": "t", "act": "call", "cites": [ "paper" ], "texts": [ "All countries should respect each other and their sovereignty in outer space, she said." ] },
                                     { "id": "u", "act": "call", "cites": [ "paper" ], "texts": [ "All countries should respect each other and their sovereignty in cyberspace, said he" ], "links": [ { "kind": "repeats", "to": "s" } ] } ] }"#,
    },
    super::cases::Case {
        rule: "STM-014",
        fails: r#"{ "sources": [ { "id": "a", "kind": "newspaper", "derived_from": "wire" }, { "id": "b", "kind": "newspaper", "derived_from": "wire" } ],
                    "statements": [ { "id": "s", "act": "call", "cites": [ "a" ], "texts": [ { "lang": "zh", "text": "各国应当尊重网络主权摒弃网络霸权不要把本国利益置于他国之上共同建立多边民主透明的国际互联网治理体系" } ] },
                                    { "id": "t", "act": "call", "cites": [ "b" ], "texts": [ { "lang": "zh", "text": "各国应当尊重网络主权，摒弃网络霸权，不要把本国利益置于他国之上，共同建立多边、民主、透明的国际互联网治理体系。" } ] } ] }"#,
        // The same words from a source of another origin are a second report, and twice from one source are two places.
        passes: r#"{ "sources": [ { "id": "a", "kind": "newspaper", "derived_from": "wire" }, { "id": "b", "kind": "newspaper" } ],
                     "statements": [ { "id": "s", "act": "call", "cites": [ "a" ], "texts": [ "Liberty needs order, and order needs liberty in turn." ] },
                                     { "id": "t", "act": "call", "cites": [ "b" ], "texts": [ "Liberty needs order, and order needs liberty in turn." ] },
                                     { "id": "u", "act": "call", "cites": [ "a" ], "texts": [ "Liberty needs order, and order needs liberty in turn." ] } ] }"#,
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_alike_is_counted_in_runs() {
        let of = |text: &str| runs(&Text::from(text)).unwrap();
        let one = of("abcdefghijklmnopqrstuvwxyz");
        assert_eq!(one.len(), 21);
        assert!((overlap(&one, &of("ABCDEF-ghijkl mnopqr. stuvwxyz")) - 1.0).abs() < 1e-9);
        // A letter more at the end makes one run more.
        let longer = overlap(&one, &of("abcdefghijklmnopqrstuvwxyz0"));
        assert!((longer - 21.0 / 22.0).abs() < 1e-9);
        assert!(overlap(&one, &of("0123456789 9876543210 qwertz")) < 1e-9);
        assert!(runs(&Text::from("no order … no liberty")).is_none());
    }
}
