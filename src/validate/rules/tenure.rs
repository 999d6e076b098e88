//! TEN: single tenures, what they name, and the life, the post and the body in which they lie.

use std::collections::HashMap;

use chrono::{Months, NaiveDate};

use super::days::Days;
use super::{Family, path};
use crate::actor::{Capacity, Person, Tenure};
use crate::dataset::Dataset;
use crate::finding::{Detail, Path, Rule, Severity, Sink};
use crate::id::Id;
use crate::source::{Absence, Cite};
use crate::time::{Bound, Span};
use crate::validate::Limits;

pub(super) const FAMILY: Family =
    Family { rules: &[OUTSIDE, UNDATED, TOO_LONG, BOUNDED, SNAPSHOT, NO_OFFICE], check };

const OUTSIDE: Rule = Rule::new(
    "TEN-002",
    Severity::Error,
    "A tenure lies within the life of the person and the spans of the post and its body",
    "Nobody holds a post before birth or after death, before the post or its body exists or after it is gone. Reported \
     where no reading of the dates fits. A tenure that is still open fails where the death, or the end of the post or \
     the body, is dated; one whose end is unknown does not, and neither does one that has not begun. Somebody \
     designate may be so before the post exists.",
);

const UNDATED: Rule = Rule::new(
    "TEN-006",
    Severity::Warning,
    "A tenure has a date",
    "A tenure of which neither end is known answers no question about a date. Where the same person has a second \
     undated tenure in the same post, or of the same title at the same agency, the two may be one.",
);

const TOO_LONG: Rule = Rule::new(
    "TEN-007",
    Severity::Warning,
    "A tenure lasts no longer than people do in office",
    "The limit is `longest_tenure`, 40 years unless the profile says otherwise. Counted from the last day on which the \
     tenure can have started to the first on which it can have ended; one that is still open counts up to the as-of \
     date, one whose end is unknown is not counted.",
);

const BOUNDED: Rule = Rule::new(
    "TEN-010",
    Severity::Info,
    "The end of a tenure is recorded, and not only to be inferred",
    "The end is unknown, and the death of the person or the end of the post or its body lies on or before the as-of \
     date: by then it was over. The record is not changed; the finding gives the bound, of several the earliest. Dates \
     marked `?` bound nothing.",
);

const SNAPSHOT: Rule = Rule::new(
    "TEN-011",
    Severity::Warning,
    "A tenure without an end does not rest on snapshots alone",
    "A source that shows one moment says nothing about later, so a holder whose end is unknown would pass for the \
     current one only because nobody has looked again. Reported where every source cited, also by attestations, has \
     `absence_means` set to `snapshot`, unless the person, the post or the body has ended. A tenure whose end is open \
     is the editor's word that it goes on.",
);

const NO_OFFICE: Rule = Rule::new(
    "TEN-012",
    Severity::Error,
    "A tenure names a post, or an agency and a title",
    "A post belongs to an agency, so that a tenure with a post needs no agency; where it names one, it is that of the \
     post. Without a post it takes both an agency and a title.",
);

fn check(dataset: &Dataset, limits: &Limits, sink: &mut Sink) {
    let mut undated = HashMap::new();
    for tenure in dataset.tenures() {
        office_is_named(dataset, tenure, sink);
        if tenure.span.is_unknown() {
            dates_are_missing(tenure, &mut undated, sink);
        } else if !matches!(tenure.span.start(), Bound::NotYet | Bound::NotApplicable) {
            lies_within(dataset, tenure, sink);
            lasts(tenure, limits, sink);
            bounded(dataset, tenure, sink);
            rests_on_snapshots(dataset, tenure, sink);
        }
    }
}

/// What is held: a post, or a title at an agency.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Office<'a> {
    Post(&'a str),
    Title(&'a str, &'a str),
}

impl<'a> Office<'a> {
    pub(super) fn of(tenure: &'a Tenure) -> Option<Self> {
        match (&tenure.post, &tenure.agency, &tenure.title) {
            (Some(post), _, _) => Some(Self::Post(post.as_str())),
            (None, Some(agency), Some(title)) => Some(Self::Title(agency.as_str(), title)),
            _ => None,
        }
    }
}

fn office_is_named(dataset: &Dataset, tenure: &Tenure, sink: &mut Sink) {
    let lacks = match (&tenure.post, &tenure.agency, &tenure.title) {
        (None, Some(_), Some(_)) | (Some(_), None, _) => return,
        (Some(post), Some(agency), _) => {
            if let Some(post) = dataset.get(post)
                && post.agency != *agency
            {
                sink.report(NO_OFFICE, || {
                    let message = format!(
                        "the post `{}` is one of `{}`, not of `{agency}`",
                        post.id, post.agency
                    );
                    Detail::new(path(tenure).field("agency"), message)
                        .help("drop `agency`, or name the post that is meant")
                        .param("agency", agency.as_str())
                        .param("agency_of_post", post.agency.as_str())
                        .see(path(post))
                });
            }
            return;
        }
        (None, None, None) => "a post, or an agency and a title",
        (None, None, Some(_)) => "an agency beside the title",
        (None, Some(_), None) => "a title beside the agency",
    };
    sink.report(NO_OFFICE, || {
        Detail::new(path(tenure), format!("the tenure lacks {lacks}"))
            .help("name the post, if it is recorded")
    });
}

fn dates_are_missing<'a>(
    tenure: &'a Tenure,
    undated: &mut HashMap<(&'a Id<Person>, Office<'a>), &'a Tenure>,
    sink: &mut Sink,
) {
    let first =
        Office::of(tenure).and_then(|office| undated.insert((&tenure.person, office), tenure));
    sink.report(UNDATED, || {
        let at = path(tenure).field("span");
        match first {
            None => Detail::new(at, "the tenure has no date")
                .help("give what is known: `2013/`, `/2016`, `[..2013-09-09]/`"),
            Some(first) => {
                let message =
                    format!("`{}` has this office without a date a second time", tenure.person);
                Detail::new(at, message).help("drop one of the two, or date them").see(path(first))
            }
        }
    });
}

fn lies_within(dataset: &Dataset, tenure: &Tenure, sink: &mut Sink) {
    let mut within = |outer: &Span, what: &str, whole: &dyn Fn() -> Path| {
        if outer.contains(&tenure.span).is_no() {
            sink.report(OUTSIDE, || {
                let message =
                    format!("the tenure ({}) does not lie within {what} ({outer})", tenure.span);
                Detail::new(path(tenure).field("span"), message)
                    .param("tenure", tenure.span.to_string())
                    .param("within", outer.to_string())
                    .see(whole())
            });
        }
    };
    if let Some(person) = dataset.get(&tenure.person)
        && let Ok(life) = Span::new(person.birth, person.death)
    {
        within(&life, "the life of the person", &|| path(person));
    }
    if tenure.capacity == Capacity::Designate {
        return;
    }
    let post = tenure.post.as_ref().and_then(|post| dataset.get(post));
    if let Some(post) = post {
        within(&post.span, "the span of the post", &|| path(post));
    }
    // The post is at hand already, so that its agency need not be asked for through the tenure.
    let agency = post.map(|post| &post.agency).or(tenure.agency.as_ref());
    if let Some(agency) = agency.and_then(|agency| dataset.get(agency)) {
        within(&agency.span, "the span of the body", &|| path(agency));
    }
}

fn lasts(tenure: &Tenure, limits: &Limits, sink: &mut Sink) {
    let Some(days) = Days::of(&tenure.span) else { return };
    let end = if tenure.span.is_open() { sink.as_of() } else { days.first_end };
    let limit = u32::try_from(limits.longest_tenure).ok().and_then(|years| years.checked_mul(12));
    let latest = limit.and_then(|months| days.last_start.checked_add_months(Months::new(months)));
    if latest.is_some_and(|latest| end > latest) {
        sink.report(TOO_LONG, || {
            let years = end.years_since(days.last_start).map_or(0, i64::from);
            let so_far = if tenure.span.is_open() { " so far" } else { "" };
            let message = format!("the tenure lasts at least {years} years{so_far}");
            Detail::new(path(tenure).field("span"), message)
                .help("look for an end that is missing, or for two people of one name")
                .param("years", years)
                .param("limit", i64::from(limits.longest_tenure))
        });
    }
}

/// Whether only the end of something else says that a tenure is over.
fn bounded(dataset: &Dataset, tenure: &Tenure, sink: &mut Sink) {
    if tenure.span.end() != Bound::Unknown {
        return;
    }
    let person = dataset.get(&tenure.person);
    let post = tenure.post.as_ref().and_then(|post| dataset.get(post));
    let agency = dataset.agency_of(tenure);
    let ends = [
        person.map(|it| (it.death, "the death of the person", path(it).field("death"))),
        post.map(|it| (it.span.end(), "the end of the post", path(it).field("span"))),
        agency.map(|it| (it.span.end(), "the end of the body", path(it).field("span"))),
    ];
    let dated = ends.into_iter().flatten().filter_map(|(end, what, whole)| {
        let last = end.latest().filter(|last| !end.is_uncertain() && *last <= sink.as_of())?;
        Some((last, end, what, whole))
    });
    let Some((last, end, what, whole)) = dated.min_by_key(|(last, ..)| *last) else { return };
    sink.report(BOUNDED, || {
        let message = format!("the end of the tenure is not known; {what}, {end}, bounds it");
        Detail::new(path(tenure).field("span"), message)
            .help(format!("write `[..{last}]` as the end, or the day itself"))
            .param("end", end.to_string())
            .see(whole)
    });
}

fn rests_on_snapshots(dataset: &Dataset, tenure: &Tenure, sink: &mut Sink) {
    let sources = || {
        let attested = tenure.attests.iter().map(|attestation| &attestation.cite);
        tenure.cites.iter().chain(attested)
    };
    let is_snapshot = |cite: &Cite| {
        dataset.get(&cite.source).is_some_and(|source| source.absence_means == Absence::Snapshot)
    };
    if tenure.span.end() != Bound::Unknown
        || sources().next().is_none()
        || !sources().all(is_snapshot)
        || !may_go_on(dataset, tenure, sink.as_of())
    {
        return;
    }
    sink.report(SNAPSHOT, || {
        let message = "the end of the tenure is unknown, and every source cited shows one moment only";
        let help = "write what the snapshot proves as the end, such as `[2018-05..]`, or cite a source that lists ends";
        let detail = Detail::new(path(tenure).field("span"), message).help(help);
        sources().fold(detail, |detail, cite| detail.see(Path::record("sources", &cite.source)))
    });
}

/// Whether a tenure without an end can pass for a current one.
fn may_go_on(dataset: &Dataset, tenure: &Tenure, as_of: NaiveDate) -> bool {
    let is_over = |span: &Span| span.is_ended(as_of).is_yes();
    let person = dataset.get(&tenure.person);
    let is_dead = person
        .and_then(|person| Span::new(Bound::Unknown, person.death).ok())
        .is_some_and(|life| is_over(&life));
    let post = tenure.post.as_ref().and_then(|post| dataset.get(post));
    let begins_later = Days::of(&tenure.span).is_none_or(|days| days.first_start > as_of);
    !is_dead
        && !begins_later
        && !post.is_some_and(|post| is_over(&post.span))
        && !dataset.agency_of(tenure).is_some_and(|agency| is_over(&agency.span))
}

#[cfg(test)]
pub(super) const CASES: &[super::cases::Case] = &[
    super::cases::Case {
        rule: "TEN-002",
        // Still in office after death, against an end that nobody recorded.
        fails: r#"{ "people": [ { "id": "p", "birth": "1950", "death": "2015-01-31" } ],
                    "tenures": [ { "id": "t", "person": "p", "agency": "a", "title": "Chair", "span": "2013/.." } ] }"#,
        passes: r#"{ "people": [ { "id": "p", "birth": "1950", "death": "2015-01-31" } ],
                     "tenures": [ { "id": "t", "person": "p", "agency": "a", "title": "Chair", "span": "2013/" } ] }"#,
    },
    super::cases::Case {
        rule: "TEN-002",
        fails: r#"{ "people": [ { "id": "p", "death": "2013-03-31" } ],
                    "tenures": [ { "id": "t", "person": "p", "agency": "a", "title": "Chair", "span": "2013-04/.." } ] }"#,
        passes: r#"{ "people": [ { "id": "p", "death": "not-yet" } ],
                     "tenures": [ { "id": "t", "person": "p", "agency": "a", "title": "Chair", "span": "2013-04/.." } ] }"#,
    },
    super::cases::Case {
        rule: "TEN-002",
        fails: r#"{ "posts": [ { "id": "head", "agency": "siio", "span": "2011-05-04/.." } ],
                    "tenures": [ { "id": "t", "person": "p", "post": "head", "span": "2011-04/2013" } ] }"#,
        passes: r#"{ "posts": [ { "id": "head", "agency": "siio", "span": "2011-05-04/.." } ],
                     "tenures": [ { "id": "t", "person": "p", "post": "head", "span": "2011-05/2013" } ] }"#,
    },
    super::cases::Case {
        rule: "TEN-002",
        fails: r#"{ "agencies": [ { "id": "dcms", "kind": "ministry", "span": "1997/2017-07-02" } ],
                    "tenures": [ { "id": "t", "person": "p", "agency": "dcms", "title": "Minister", "span": "2017-07-03/2018" } ] }"#,
        passes: r#"{ "agencies": [ { "id": "dcms", "kind": "ministry", "span": "1997/2017-07-02" } ],
                     "tenures": [ { "id": "t", "person": "p", "agency": "dcms", "title": "Minister", "span": "2016/2017-07-02" } ] }"#,
    },
    super::cases::Case {
        rule: "TEN-002",
        fails: r#"{ "posts": [ { "id": "head", "agency": "a", "span": "2014/.." } ],
                    "tenures": [ { "id": "t", "person": "p", "post": "head", "span": "2013/2014" } ] }"#,
        passes: r#"{ "posts": [ { "id": "head", "agency": "a", "span": "2014/.." } ],
                     "tenures": [ { "id": "t", "person": "p", "post": "head", "span": "2013/2014", "capacity": "designate" } ] }"#,
    },
    super::cases::Case {
        rule: "TEN-006",
        fails: r#"{ "tenures": [ { "id": "t", "person": "p", "post": "head" } ] }"#,
        passes: r#"{ "tenures": [ { "id": "t", "person": "p", "post": "head", "span": "/2016" } ] }"#,
    },
    super::cases::Case {
        rule: "TEN-007",
        fails: r#"{ "tenures": [ { "id": "t", "person": "p", "post": "head", "span": "1980-01-01/2020-01-02" } ] }"#,
        passes: r#"{ "tenures": [ { "id": "t", "person": "p", "post": "head", "span": "1980-01-01/2020-01-01" } ] }"#,
    },
    super::cases::Case {
        rule: "TEN-007",
        fails: r#"{ "tenures": [ { "id": "t", "person": "p", "post": "head", "span": "1985/.." } ] }"#,
        passes: r#"{ "tenures": [ { "id": "t", "person": "p", "post": "head", "span": "1985/" },
                                  { "id": "u", "person": "p", "post": "head", "span": "1986/.." } ] }"#,
    },
    super::cases::Case {
        rule: "TEN-010",
        fails: r#"{ "people": [ { "id": "p", "death": "2015-01-31" } ], "tenures": [ { "id": "t", "person": "p", "post": "head", "span": "2013/" } ] }"#,
        passes: r#"{ "people": [ { "id": "p", "death": "2015-01-31" } ], "tenures": [ { "id": "t", "person": "p", "post": "head", "span": "2013/[..2015-01-31]" } ] }"#,
    },
    super::cases::Case {
        rule: "TEN-010",
        fails: r#"{ "agencies": [ { "id": "a", "kind": "ministry", "span": "1992/2017" } ], "tenures": [ { "id": "t", "person": "p", "agency": "a", "title": "Minister", "span": "2013/" } ] }"#,
        passes: r#"{ "agencies": [ { "id": "a", "kind": "ministry", "span": "1992/.." } ], "people": [ { "id": "p", "death": "2015?" } ],
                     "tenures": [ { "id": "t", "person": "p", "agency": "a", "title": "Minister", "span": "2013/" } ] }"#,
    },
    super::cases::Case {
        rule: "TEN-011",
        fails: r#"{ "sources": [ { "id": "roster", "kind": "web-page", "absence_means": "snapshot" } ],
                    "tenures": [ { "id": "t", "person": "p", "post": "head", "span": "2013/", "cites": [ "roster" ] } ] }"#,
        passes: r#"{ "sources": [ { "id": "roster", "kind": "web-page", "absence_means": "snapshot" } ],
                     "tenures": [ { "id": "t", "person": "p", "post": "head", "span": "2013/[2018-05..]", "cites": [ "roster" ] } ] }"#,
    },
    super::cases::Case {
        rule: "TEN-011",
        fails: r#"{ "sources": [ { "id": "roster", "kind": "web-page", "absence_means": "snapshot" }, { "id": "news", "kind": "newspaper" } ],
                    "tenures": [ { "id": "t", "person": "p", "post": "head", "span": "2013/", "cites": [ "roster" ] } ] }"#,
        passes: r#"{ "sources": [ { "id": "roster", "kind": "web-page", "absence_means": "snapshot" }, { "id": "news", "kind": "newspaper" } ],
                     "tenures": [ { "id": "t", "person": "p", "post": "head", "span": "2013/", "cites": [ "roster", "news" ] } ] }"#,
    },
    super::cases::Case {
        rule: "TEN-012",
        fails: r#"{ "tenures": [ { "id": "t", "person": "p", "agency": "siio", "span": "2013/.." } ] }"#,
        passes: r#"{ "tenures": [ { "id": "t", "person": "p", "agency": "siio", "title": "Director", "span": "2013/.." } ] }"#,
    },
    super::cases::Case {
        rule: "TEN-012",
        fails: r#"{ "posts": [ { "id": "head", "agency": "siio" } ],
                    "tenures": [ { "id": "t", "person": "p", "post": "head", "agency": "scio", "span": "2013/.." } ] }"#,
        passes: r#"{ "posts": [ { "id": "head", "agency": "siio" } ],
                     "tenures": [ { "id": "t", "person": "p", "post": "head", "agency": "siio", "span": "2013/.." } ] }"#,
    },
];

#[cfg(test)]
mod tests {

    use crate::finding::Finding;

    use crate::validate::rules::cases::report;

    #[test]
    fn a_tenure_outside_a_life_names_both_spans() {
        let report = report(
            r#"{ "people": [ { "id": "p", "birth": "1950", "death": "2015-01-31" } ],
                 "tenures": [ { "id": "t", "person": "p", "post": "head", "span": "2013/.." } ] }"#,
        );
        let finding = report.of_rule("TEN-002").next().unwrap();
        assert_eq!(finding.path().as_str(), "tenures[t].span");
        assert_eq!(
            finding.message(),
            "the tenure (2013/..) does not lie within the life of the person (1950/2015-01-31)"
        );
        assert_eq!(finding.related()[0].as_str(), "people[p]");
    }

    #[test]
    fn what_has_not_begun_lies_outside_nothing() {
        let report = report(
            r#"{ "people": [ { "id": "p", "birth": "1950", "death": "2015-01-31" } ],
                 "posts": [ { "id": "head", "agency": "a", "span": "not-yet" } ],
                 "tenures": [ { "id": "t", "person": "p", "post": "head", "span": "not-yet" } ] }"#,
        );
        assert_eq!(report.count_of("TEN-002"), 0);
    }

    #[test]
    fn a_second_undated_tenure_points_at_the_first() {
        let report = report(
            r#"{ "tenures": [ { "id": "t", "person": "p", "agency": "a", "title": "Chair" },
                              { "id": "u", "person": "p", "agency": "a", "title": "Member" },
                              { "id": "v", "person": "p", "agency": "a", "title": "Chair" } ] }"#,
        );
        let related: Vec<_> = report.of_rule("TEN-006").map(Finding::related).collect();
        assert_eq!(related.len(), 3);
        assert!(related[0].is_empty() && related[1].is_empty());
        assert_eq!(related[2][0].as_str(), "tenures[t]");
    }

    #[test]
    fn an_open_tenure_counts_up_to_the_as_of_date() {
        let report = report(
            r#"{ "tenures": [ { "id": "t", "person": "p", "post": "head", "span": "1980/.." } ] }"#,
        );
        let finding = report.of_rule("TEN-007").next().unwrap();
        // From the last day of 1980 to the first of 2026.
        assert_eq!(finding.message(), "the tenure lasts at least 45 years so far");
    }

    #[test]
    fn a_snapshot_says_nothing_wrong_about_the_dead() {
        let report = report(
            r#"{ "sources": [ { "id": "roster", "kind": "web-page", "absence_means": "snapshot" } ],
                 "people": [ { "id": "p", "death": "2015" } ],
                 "tenures": [ { "id": "t", "person": "p", "post": "head", "span": "2013/", "cites": [ "roster" ] } ] }"#,
        );
        assert_eq!(report.count_of("TEN-011"), 0);
    }
}
