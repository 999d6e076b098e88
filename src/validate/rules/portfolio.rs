//! ORG: who is responsible for an issue.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::agency::is_within;
use super::days::Days;
use super::{Family, path};
use crate::actor::Agency;
use crate::country::Country;
use crate::dataset::Dataset;
use crate::finding::{Detail, Rule, Severity, Sink};
use crate::id::Id;
use crate::taxonomy::{Taxonomy, Term};
use crate::time::Span;
use crate::validate::Limits;

pub(super) const FAMILY: Family = Family { rules: &[CLAIMED_TWICE], check };

const CLAIMED_TWICE: Rule = Rule::new(
    "ORG-006",
    Severity::Warning,
    "Two agencies of a country are responsible for an issue only where they share it",
    "Neither responsibility is marked `shared`, and both certainly hold on some day; a day on which one ends and the \
     other begins belongs to both. A responsibility lasts no longer than its agency, and what has no date holds always. \
     Parts and nameplates are responsible for what their wholes are.",
);

/// A responsibility and the days on which it certainly holds.
struct Claim<'a> {
    agency: &'a Agency,
    at: usize,
    from: NaiveDate,
    to: NaiveDate,
}

type Issue<'a> = (Country, Option<&'a Id<Taxonomy>>, &'a Id<Term>);

fn check(dataset: &Dataset, _: &Limits, sink: &mut Sink) {
    let mut places: HashMap<Issue<'_>, usize> = HashMap::new();
    let mut issues: Vec<(Issue<'_>, Vec<Claim<'_>>)> = Vec::new();
    for agency in dataset.agencies() {
        let Some(country) = agency.country else { continue };
        for (at, part) in agency.portfolio.iter().enumerate().filter(|(_, part)| !part.shared) {
            let Some((from, to)) = certain(&part.span, &agency.span) else { continue };
            // A term that one taxonomy has is the same with its taxonomy and without.
            let known = dataset.terms(&part.term).next().map(|(taxonomy, _)| &taxonomy.id);
            let issue = (country, known.or(part.term.taxonomy.as_ref()), &part.term.term);
            let place = *places.entry(issue).or_insert(issues.len());
            if place == issues.len() {
                issues.push((issue, Vec::new()));
            }
            if let Some((_, claims)) = issues.get_mut(place) {
                claims.push(Claim { agency, at, from, to });
            }
        }
    }
    for ((country, _, term), claims) in &mut issues {
        if claims.len() > 1 {
            claimed_twice(dataset, *country, term, claims, sink);
        }
    }
}

/// The days on which a responsibility certainly holds. What has no date limits nothing.
fn certain(part: &Span, agency: &Span) -> Option<(NaiveDate, NaiveDate)> {
    let (mut from, mut to) = (NaiveDate::MIN, NaiveDate::MAX);
    for span in [part, agency].into_iter().filter(|span| !span.is_unknown()) {
        let (first, last) = Days::certain(span)?;
        (from, to) = (from.max(first), to.min(last));
    }
    (from <= to).then_some((from, to))
}

fn claimed_twice(
    dataset: &Dataset,
    country: Country,
    term: &Id<Term>,
    claims: &mut [Claim<'_>],
    sink: &mut Sink,
) {
    claims.sort_by_key(|claim| claim.from);
    // Those that have started and not ended; the first that collides is enough, so that the list is seldom walked far.
    let mut lasting: Vec<&Claim<'_>> = Vec::new();
    for claim in &*claims {
        lasting.retain(|other| other.to >= claim.from);
        let collides = |other: &&&Claim<'_>| {
            let touch = other.to == claim.from || claim.to == other.from;
            !touch && !are_one_body(dataset, claim.agency, other.agency)
        };
        if let Some(other) = lasting.iter().find(collides) {
            sink.report(CLAIMED_TWICE, || {
                let agencies = [&other.agency.id, &claim.agency.id];
                let message = format!(
                    "`{}` and `{}` of {country} are both responsible for `{term}`",
                    agencies[0], agencies[1]
                );
                Detail::new(path(claim.agency).field("portfolio").at(claim.at), message)
                    .help("end one where the other begins, or mark both `shared`")
                    .param("term", term.as_str())
                    .param("agencies", agencies.map(Id::as_str).to_vec())
                    .see(path(other.agency).field("portfolio").at(other.at))
            });
        }
        lasting.push(claim);
    }
}

fn are_one_body(dataset: &Dataset, a: &Agency, b: &Agency) -> bool {
    a.id == b.id || is_within(dataset, &a.id, &b.id) || is_within(dataset, &b.id, &a.id)
}

#[cfg(test)]
pub(super) const CASES: &[super::cases::Case] = &[
    super::cases::Case {
        rule: "ORG-006",
        fails: r#"{ "agencies": [ { "id": "dcms", "kind": "ministry", "country": "GBR", "portfolio": [ { "term": "digital", "span": "2010-12/.." } ] },
                                  { "id": "dsit", "kind": "ministry", "country": "GBR", "portfolio": [ { "term": "digital", "span": "2023-02-07/.." } ] } ] }"#,
        passes: r#"{ "agencies": [ { "id": "dcms", "kind": "ministry", "country": "GBR", "portfolio": [ { "term": "digital", "span": "2010-12/2023-02-07" } ] },
                                   { "id": "dsit", "kind": "ministry", "country": "GBR", "portfolio": [ { "term": "digital", "span": "2023-02-07/.." } ] },
                                   { "id": "bmdv", "kind": "ministry", "country": "DEU", "portfolio": [ "digital" ] } ] }"#,
    },
    super::cases::Case {
        rule: "ORG-006",
        fails: r#"{ "agencies": [ { "id": "a", "kind": "ministry", "country": "CHN", "span": "2011/..", "portfolio": [ "media" ] },
                                  { "id": "b", "kind": "regulator", "country": "CHN", "span": "2001/..", "portfolio": [ "own/media", "media" ] } ],
                    "taxonomies": [ { "id": "own", "version": "1", "terms": [ { "id": "media", "kind": "issue" } ] } ] }"#,
        // Shared with others, of a part of the body, and before its time.
        passes: r#"{ "agencies": [ { "id": "a", "kind": "ministry", "country": "CHN", "span": "2011/..", "portfolio": [ { "term": "media", "shared": true } ] },
                                   { "id": "b", "kind": "regulator", "country": "CHN", "span": "2001/..", "portfolio": [ "media" ] },
                                   { "id": "c", "kind": "regulator", "country": "CHN", "span": "2001/..", "portfolio": [ "media" ], "relations": [ { "kind": "part-of", "to": "b" } ] },
                                   { "id": "d", "kind": "regulator", "country": "CHN", "span": "1990/2000", "portfolio": [ "media" ] } ] }"#,
    },
];
