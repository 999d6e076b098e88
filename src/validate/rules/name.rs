//! NAM: names are there, one at a time and without gaps, and abbreviations tell agencies apart.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::{Family, path};
use crate::actor::Agency;
use crate::dataset::{Dataset, Keyed};
use crate::finding::{Detail, Path, Rule, Severity, Sink};
use crate::name::{Name, NameKind};
use crate::time::{Bound, Span, Tri};
use crate::validate::Limits;

pub(super) const FAMILY: Family = Family { rules: &[NAMELESS, OVERLAP, GAP, SHORT_FORM], check };

const NAMELESS: Rule = Rule::new(
    "NAM-001",
    Severity::Error,
    "An agency, person, coalition, post, series or event has a name",
    "Ids are keys, not names. A name of nothing but spaces is none. An edition may go by the name of its series, and \
     a term by its id.",
);

const OVERLAP: Rule = Rule::new(
    "NAM-002",
    Severity::Warning,
    "There is one official name in a language at a time",
    "Compared are official names of one record with the same language tag. Reported is an overlap that is certain; a \
     day on which one name ends and the next begins belongs to both. A name without a span, or without a language, \
     overlaps with none. Other names in use are of kind `short`, `alias` or `translation`.",
);

const GAP: Rule = Rule::new(
    "NAM-003",
    Severity::Warning,
    "One official name follows the other without a gap",
    "Reported is a certain gap of more than a day between an official name and the ones before it with the same \
     language tag. A name whose end is not known, open or marked `?` may reach across.",
);

const SHORT_FORM: Rule = Rule::new(
    "NAM-004",
    Severity::Warning,
    "An abbreviation stands for one agency at a time",
    "Two agencies share an abbreviation, read without regard to case, spaces and punctuation, and their spans and \
     those of the abbreviation certainly overlap, or none of these is dated. Whoever resolves it needs the country or \
     the context. The finding stands at the later agency and names the first that it collides with.",
);

fn check(dataset: &Dataset, _: &Limits, sink: &mut Sink) {
    for agency in dataset.agencies() {
        names(agency, &agency.names, true, sink);
    }
    for person in dataset.people() {
        names(person, &person.names, true, sink);
    }
    for coalition in dataset.coalitions() {
        names(coalition, &coalition.names, true, sink);
    }
    for post in dataset.posts() {
        names(post, &post.names, true, sink);
    }
    for series in dataset.event_series() {
        names(series, &series.names, true, sink);
    }
    for event in dataset.events() {
        names(event, &event.names, event.series.is_none(), sink);
    }
    short_forms(dataset, sink);
}

fn names<T: Keyed>(record: &T, names: &[Name], needed: bool, sink: &mut Sink) {
    if needed && names.iter().all(|name| name.text.trim().is_empty()) {
        sink.report(NAMELESS, || {
            Detail::new(path(record).field("names"), format!("the {} has no name", T::ONE))
                .help("add `names`")
        });
    }
    for (i, name) in names.iter().enumerate().filter(|(_, name)| in_sequence(name)) {
        overlap(record, names, i, name, sink);
        gap(record, names, i, name, sink);
    }
}

/// Whether a name takes part in a sequence of official names of one language.
fn in_sequence(name: &Name) -> bool {
    name.kind == NameKind::Official && name.lang.is_some()
}

/// The other names in the same sequence, by position.
fn others<'a>(
    names: &'a [Name],
    i: usize,
    name: &'a Name,
) -> impl Iterator<Item = (usize, &'a Name)> {
    let same = move |other: &Name| in_sequence(other) && other.lang == name.lang;
    names.iter().enumerate().filter(move |(k, other)| *k != i && same(other))
}

fn overlap<T: Keyed>(record: &T, names: &[Name], i: usize, name: &Name, sink: &mut Sink) {
    for (k, other) in others(names, i, name).take_while(|(k, _)| *k < i) {
        if coincide(&name.span, &other.span) {
            sink.report(OVERLAP, || {
                let lang = name.lang.as_ref().map(ToString::to_string).unwrap_or_default();
                let message = format!(
                    "`{}` and `{}` are both the official name in `{lang}`: {} and {}",
                    other.text, name.text, other.span, name.span
                );
                Detail::new(name_path(record, i), message)
                    .help("end one where the other begins, or give one of them another `kind`")
                    .param("lang", lang)
                    .param("names", vec![other.text.as_str(), name.text.as_str()])
                    .see(name_path(record, k))
            });
        }
    }
}

/// Whether two spans certainly have more in common than a day on which one ends and the other begins.
pub(super) fn coincide(a: &Span, b: &Span) -> bool {
    let touch = |end: Bound, start: Bound| end.date().is_some() && end == start;
    a.overlaps(b) == Tri::Yes && !touch(a.end(), b.start()) && !touch(b.end(), a.start())
}

fn gap<T: Keyed>(record: &T, names: &[Name], i: usize, name: &Name, sink: &mut Sink) {
    let Some(start) = certain(name.span.start(), Bound::earliest) else { return };
    // The name before, by its end, as long as every name before certainly ends.
    let mut before: Option<(usize, &Name, NaiveDate)> = None;
    for (k, other) in others(names, i, name) {
        match certain(other.span.start(), Bound::earliest) {
            Some(other_start) if other_start > start => continue,
            // Of names that start together, the first speaks.
            Some(other_start) if other_start == start && k > i => continue,
            _ => {}
        }
        let Some(end) = certain(other.span.end(), Bound::latest) else { return };
        if before.is_none_or(|(_, _, latest)| latest < end) {
            before = Some((k, other, end));
        }
    }
    let Some((k, other, end)) = before else { return };
    // Both days belong to the names, so that one less lies between.
    let days = start.signed_duration_since(end).num_days() - 1;
    if days > 1 {
        sink.report(GAP, || {
            let message = format!(
                "{days} days or more lie between `{}`, until {}, and `{}`, from {}",
                other.text,
                other.span.end(),
                name.text,
                name.span.start()
            );
            Detail::new(name_path(record, i), message)
                .help("close the gap; an end that is not known is left out, as in `2011-05/`")
                .param("days", days)
                .param("names", vec![other.text.as_str(), name.text.as_str()])
                .see(name_path(record, k))
        });
    }
}

/// A day of a bound, unless the bound may be wrong.
fn certain(bound: Bound, day: fn(Bound) -> Option<NaiveDate>) -> Option<NaiveDate> {
    if bound.is_uncertain() { None } else { day(bound) }
}

pub(super) fn name_path<T: Keyed>(record: &T, i: usize) -> Path {
    path(record).field("names").at(i)
}

fn short_forms(dataset: &Dataset, sink: &mut Sink) {
    let mut known: HashMap<String, Vec<(&Agency, usize, &Name)>> = HashMap::new();
    for agency in dataset.agencies() {
        for (i, name) in agency.names.iter().enumerate() {
            let folded =
                if name.kind == NameKind::Abbreviation { fold(&name.text) } else { continue };
            let bearers = known.entry(folded).or_default();
            let clash = bearers.iter().find(|(other, _, other_name)| {
                other.id != agency.id
                    && are_at_once([&name.span, &agency.span], [&other_name.span, &other.span])
            });
            if let Some((other, k, other_name)) = clash {
                sink.report(SHORT_FORM, || {
                    let message = format!(
                        "`{}` stands for `{}` and, as `{}`, for `{}`",
                        name.text, agency.id, other_name.text, other.id
                    );
                    Detail::new(name_path(agency, i), message)
                        .help("give the abbreviations the spans in which they were in use")
                        .param("name", name.text.as_str())
                        .param("agencies", vec![other.id.as_str(), agency.id.as_str()])
                        .see(name_path(*other, *k))
                });
            }
            bearers.push((agency, i, name));
        }
    }
}

/// Whether every dated span of the one certainly overlaps with every dated one of the other.
fn are_at_once(a: [&Span; 2], b: [&Span; 2]) -> bool {
    a.iter().filter(|span| !span.is_unknown()).all(|span| {
        b.iter().filter(|other| !other.is_unknown()).all(|other| span.overlaps(other) == Tri::Yes)
    })
}

/// Letters and digits, in lower case.
fn fold(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
pub(super) const CASES: &[super::cases::Case] = &[
    super::cases::Case {
        rule: "NAM-001",
        fails: r#"{ "agencies": [ { "id": "a", "kind": "court", "names": [ " " ] } ] }"#,
        passes: r#"{ "agencies": [ { "id": "a", "kind": "court", "names": [ { "text": "A", "kind": "abbreviation" } ] } ] }"#,
    },
    super::cases::Case {
        rule: "NAM-001",
        fails: r#"{ "events": [ { "id": "e", "kind": "forum" } ] }"#,
        passes: r#"{ "events": [ { "id": "e", "kind": "forum", "series": "igf" } ],
                     "event_series": [ { "id": "igf", "names": [ "Internet Governance Forum" ] } ] }"#,
    },
    super::cases::Case {
        rule: "NAM-001",
        fails: r#"{ "people": [ { "id": "p" } ], "posts": [ { "id": "h", "agency": "a" } ], "event_series": [ { "id": "s" } ] }"#,
        passes: r#"{ "people": [ { "id": "p", "names": [ "P" ] } ], "posts": [ { "id": "h", "agency": "a", "names": [ "Head" ] } ],
                     "taxonomies": [ { "id": "t", "version": "1", "terms": [ { "id": "t", "kind": "issue" } ] } ] }"#,
    },
    super::cases::Case {
        rule: "NAM-002",
        fails: r#"{ "agencies": [ { "id": "a", "kind": "court", "names": [
                    { "text": "Old", "lang": "en", "span": "2011-05-04/2014-05-10" }, { "text": "New", "lang": "en", "span": "2014-05-09/.." } ] } ] }"#,
        passes: r#"{ "agencies": [ { "id": "a", "kind": "court", "names": [
                     { "text": "Old", "lang": "en", "span": "2011-05-04/2014-05-09" }, { "text": "New", "lang": "en", "span": "2014-05-09/.." } ] } ] }"#,
    },
    super::cases::Case {
        rule: "NAM-002",
        fails: r#"{ "people": [ { "id": "p", "names": [ { "text": "P", "lang": "en", "span": "2001/.." }, { "text": "Q", "lang": "en", "span": "2010/.." } ] } ] }"#,
        passes: r#"{ "people": [ { "id": "p", "names": [ { "text": "P", "lang": "en", "span": "2001/.." }, { "text": "Q", "lang": "zh-Latn", "span": "2010/.." },
                                                       { "text": "R", "lang": "en", "kind": "alias", "span": "2010/.." },
                                                       { "text": "S", "lang": "en" } ] } ] }"#,
    },
    super::cases::Case {
        rule: "NAM-002",
        fails: r#"{ "posts": [ { "id": "h", "agency": "a", "names": [
                    { "text": "Old", "lang": "en", "span": "2011-05/2014-06" }, { "text": "New", "lang": "en", "span": "2014-05/.." } ] } ] }"#,
        // Both names fall into May, but one can have ended before the other began.
        passes: r#"{ "posts": [ { "id": "h", "agency": "a", "names": [
                     { "text": "Old", "lang": "en", "span": "2011-05/2014-05~" }, { "text": "New", "lang": "en", "span": "2014-05~/.." } ] } ] }"#,
    },
    super::cases::Case {
        rule: "NAM-003",
        fails: r#"{ "agencies": [ { "id": "a", "kind": "court", "names": [
                    { "text": "New", "lang": "en", "span": "2014-05-12/.." }, { "text": "Old", "lang": "en", "span": "2011/2014-05-09" } ] } ] }"#,
        passes: r#"{ "agencies": [ { "id": "a", "kind": "court", "names": [
                     { "text": "New", "lang": "en", "span": "2014-05-11/.." }, { "text": "Old", "lang": "en", "span": "2011/2014-05-09" } ] } ] }"#,
    },
    super::cases::Case {
        rule: "NAM-003",
        fails: r#"{ "agencies": [ { "id": "a", "kind": "court", "names": [
                    { "text": "A", "lang": "en", "span": "2001/2003" }, { "text": "B", "lang": "en", "span": "2009/.." } ] } ] }"#,
        passes: r#"{ "agencies": [ { "id": "a", "kind": "court", "names": [
                     { "text": "A", "lang": "en", "span": "2001/2003" }, { "text": "B", "lang": "en", "span": "2009/.." },
                     { "text": "C", "lang": "en", "span": "/2008" } ] } ] }"#,
    },
    super::cases::Case {
        rule: "NAM-003",
        fails: r#"{ "event_series": [ { "id": "s", "names": [
                    { "text": "A", "lang": "en", "span": "2001/2003" }, { "text": "B", "lang": "en", "span": "2005/.." } ] } ] }"#,
        passes: r#"{ "event_series": [ { "id": "s", "names": [
                     { "text": "A", "lang": "en", "span": "2001/2003?" }, { "text": "B", "lang": "en", "span": "2005/.." } ] } ] }"#,
    },
    super::cases::Case {
        rule: "NAM-004",
        fails: r#"{ "agencies": [ { "id": "jp", "kind": "ministry", "names": [ "Internal Affairs", { "text": "MIC", "kind": "abbreviation" } ] },
                                  { "id": "vn", "kind": "ministry", "names": [ "Information", { "text": "M.I.C.", "kind": "abbreviation" } ] } ] }"#,
        passes: r#"{ "agencies": [ { "id": "jp", "kind": "ministry", "names": [ "Internal Affairs", { "text": "MIC", "kind": "abbreviation" } ] },
                                   { "id": "vn", "kind": "ministry", "names": [ "Information", "M.I.C." ] } ] }"#,
    },
    super::cases::Case {
        rule: "NAM-004",
        fails: r#"{ "agencies": [ { "id": "a", "kind": "ministry", "span": "2001/2018", "names": [ { "text": "DCMS", "kind": "abbreviation" } ] },
                                  { "id": "b", "kind": "ministry", "span": "2017/..", "names": [ { "text": "DCMS", "kind": "abbreviation" } ] } ] }"#,
        passes: r#"{ "agencies": [ { "id": "a", "kind": "ministry", "span": "2001/2017", "names": [ { "text": "DCMS", "kind": "abbreviation" } ] },
                                   { "id": "b", "kind": "ministry", "span": "2017/..", "names": [ { "text": "DCMS", "kind": "abbreviation" } ] } ] }"#,
    },
];

#[cfg(test)]
mod tests {

    use crate::finding::Param;

    use crate::validate::rules::cases::report;

    #[test]
    fn a_gap_is_measured_from_the_last_name_before_it() {
        let report = report(
            r#"{ "agencies": [ { "id": "a", "kind": "court", "names": [
                 { "text": "Long", "lang": "en", "span": "2001-01-01/2010-12-31" }, { "text": "Short", "lang": "en", "span": "2002-01-01/2002-12-31" },
                 { "text": "Now", "lang": "en", "span": "2011-02-01/.." } ] } ] }"#,
        );
        let gaps: Vec<_> = report.of_rule("NAM-003").collect();
        assert_eq!(gaps.len(), 1);
        assert_eq!(
            gaps[0].message(),
            "31 days or more lie between `Long`, until 2010-12-31, and `Now`, from 2011-02-01"
        );
        assert_eq!(gaps[0].path().as_str(), "agencies[a].names[2]");
        assert_eq!(gaps[0].related()[0].as_str(), "agencies[a].names[0]");
        assert_eq!(gaps[0].param("days"), Some(&Param::Integer(31)));
    }

    #[test]
    fn every_nameless_record_is_found_once() {
        let report = report(
            r#"{ "agencies": [ { "id": "a", "kind": "court" } ], "people": [ { "id": "p" } ], "posts": [ { "id": "h", "agency": "a" } ],
                 "event_series": [ { "id": "s" } ], "events": [ { "id": "e", "kind": "forum", "parent": "f" }, { "id": "f", "kind": "forum", "series": "s" } ] }"#,
        );
        let paths: Vec<&str> =
            report.of_rule("NAM-001").map(|finding| finding.path().as_str()).collect();
        assert_eq!(
            paths,
            [
                "agencies[a].names",
                "people[p].names",
                "posts[h].names",
                "event_series[s].names",
                "events[e].names"
            ]
        );
    }

    #[test]
    fn an_agency_may_repeat_its_own_abbreviation() {
        let report = report(
            r#"{ "agencies": [ { "id": "a", "kind": "court", "names": [ { "text": "CAC", "lang": "en", "kind": "abbreviation" },
                                                                      { "text": "CAC", "lang": "fr", "kind": "abbreviation" } ] } ] }"#,
        );
        assert_eq!(report.count_of("NAM-004"), 0);
    }
}
