//! TEN: the tenures of one post or title beside each other: too many at once, left open, recorded twice.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;

use super::days::Days;
use super::tenure::Office;
use super::{Family, path};
use crate::actor::{Actor, Capacity, Person, Post, Tenure};
use crate::dataset::Dataset;
use crate::finding::{Detail, Rule, Severity, Sink};
use crate::id::Id;
use crate::time::Bound;
use crate::validate::Limits;

pub(super) const FAMILY: Family = Family { rules: &[CROWDED, FOLLOWED, DOUBLED], check };

const CROWDED: Rule = Rule::new(
    "TEN-003",
    Severity::Error,
    "A post has no more holders on a day than it has seats",
    "Checked where the post records `seats`. Only the days count on which a tenure certainly holds, from its latest \
     start to its earliest end; one that is still open holds up to the as-of date. On a day of hand-over the last day of \
     one and the first day of the other count once. People are counted, not records. Somebody designate does not hold \
     the post yet and an honorary holder takes no seat; acting, concurrent and other holders do. In a post of one seat a \
     tenure that is still open counts until another one starts: that is the business of TEN-004.",
);

const FOLLOWED: Rule = Rule::new(
    "TEN-004",
    Severity::Warning,
    "In a post of one seat a tenure has an end where another one follows",
    "The tenure is open or its end is unknown, and another tenure of the same post certainly starts later, on or \
     before the as-of date. Most likely the end was never recorded. Tenures of people designate and honorary neither \
     follow nor are followed.",
);

const DOUBLED: Rule = Rule::new(
    "TEN-005",
    Severity::Warning,
    "A tenure is recorded once",
    "Two records have the same person, post (or agency and title), capacity and principal, and starts that can be the \
     same day; one has an end and the other none. The one with the end is the better record of the same tenure. \
     Starts that are not dated are not compared.",
);

fn check(dataset: &Dataset, _: &Limits, sink: &mut Sink) {
    let mut places = HashMap::new();
    let mut offices: Vec<Vec<&Tenure>> = Vec::new();
    for tenure in dataset.tenures() {
        let Some(office) = Office::of(tenure) else { continue };
        let place = *places.entry(office).or_insert(offices.len());
        match offices.get_mut(place) {
            Some(tenures) => tenures.push(tenure),
            None => offices.push(vec![tenure]),
        }
    }
    for tenures in offices.iter().filter(|tenures| tenures.len() > 1) {
        let post = tenures.first().and_then(|tenure| dataset.get(tenure.post.as_ref()?));
        if let Some((post, seats)) = post.and_then(|post| Some((post, post.seats?))) {
            let holds = |tenure: &&Tenure| {
                !matches!(tenure.capacity, Capacity::Designate | Capacity::Honorary)
            };
            let held: Vec<Held<'_>> =
                tenures.iter().copied().filter(holds).filter_map(Held::new).collect();
            let next = if seats == 1 { followers(&held, sink.as_of()) } else { Vec::new() };
            crowded(post, seats, &held, &next, sink);
            for (held, next) in held.iter().zip(next) {
                followed(post, held, next, sink);
            }
        }
        if tenures.iter().any(|tenure| !has_end(tenure)) {
            doubled(tenures, sink);
        }
    }
}

/// A tenure that takes a seat, with the days of its ends.
#[derive(Clone, Copy)]
struct Held<'a> {
    tenure: &'a Tenure,
    days: Days,
}

impl<'a> Held<'a> {
    fn new(tenure: &'a Tenure) -> Option<Self> {
        Some(Self { tenure, days: Days::of(&tenure.span)? })
    }
}

fn has_end(tenure: &Tenure) -> bool {
    !matches!(tenure.span.end(), Bound::Unknown | Bound::Open | Bound::NotYet)
}

/// For each tenure without an end the first one that certainly starts later, and has started.
fn followers<'a>(held: &[Held<'a>], as_of: NaiveDate) -> Vec<Option<Held<'a>>> {
    let mut started: Vec<Held<'a>> = held
        .iter()
        .copied()
        .filter(|held| held.days.last_start <= as_of && !held.days.has_no_start())
        .collect();
    started.sort_by_key(|held| held.days.first_start);
    let next = |one: &Held<'a>| {
        if has_end(one.tenure) || one.tenure.span.is_unknown() {
            return None;
        }
        let later = started.partition_point(|other| other.days.first_start <= one.days.last_start);
        started.get(later).copied()
    };
    held.iter().map(next).collect()
}

fn followed(post: &Post, held: &Held<'_>, next: Option<Held<'_>>, sink: &mut Sink) {
    let Some(Held { tenure: next, days }) = next else { return };
    sink.report(FOLLOWED, || {
        let state = if held.tenure.span.is_open() { "is open" } else { "has no known end" };
        let message = format!(
            "the tenure {state}, though `{}` starts in the same post on or after {}",
            next.id, days.first_start
        );
        Detail::new(path(held.tenure).field("span"), message)
            .help(format!(
                "write when it ended; `[..{}]` at the latest, if the one followed the other",
                days.last_start
            ))
            .param("next", next.id.as_str())
            .see(path(next))
            .see(path(post))
    });
}

/// What happens on a day, in the order that is kindest to a day of hand-over: who leaves, who is there for that day
/// only, who comes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Step {
    Leave,
    Pass,
    Come,
}

fn crowded(post: &Post, seats: u16, held: &[Held<'_>], next: &[Option<Held<'_>>], sink: &mut Sink) {
    let mut steps = Vec::with_capacity(2 * held.len());
    for (row, one) in held.iter().enumerate() {
        let first = one.days.last_start;
        let mut last = one.days.first_end;
        if one.tenure.span.is_open() {
            last = sink.as_of();
            if let Some(Some(next)) = next.get(row) {
                last = last.min(next.days.first_start);
            }
        }
        match first.cmp(&last) {
            std::cmp::Ordering::Less => {
                steps.push((first, Step::Come, row));
                steps.push((last, Step::Leave, row));
            }
            std::cmp::Ordering::Equal => steps.push((first, Step::Pass, row)),
            std::cmp::Ordering::Greater => {}
        }
    }
    steps.sort_unstable();
    if !exceeds(seats, &steps) {
        return;
    }
    let mut present: BTreeMap<usize, &Tenure> = BTreeMap::new();
    let mut people: HashMap<&Id<Person>, usize> = HashMap::new();
    for (day, step, row) in steps {
        let Some(Held { tenure, .. }) = held.get(row) else { continue };
        if step == Step::Leave {
            present.remove(&row);
            if let Some(records) = people.get_mut(&tenure.person) {
                *records = records.saturating_sub(1);
                if *records == 0 {
                    people.remove(&tenure.person);
                }
            }
            continue;
        }
        let holders = people.len() + 1;
        if holders > usize::from(seats) && !people.contains_key(&tenure.person) {
            sink.report(CROWDED, || {
                too_many(post, seats, tenure, day, holders, present.values().copied())
            });
        }
        if step == Step::Come {
            present.insert(row, tenure);
            *people.entry(&tenure.person).or_default() += 1;
        }
    }
}

/// Whether there are ever more records than seats; only then is it worth knowing whose they are.
fn exceeds(seats: u16, steps: &[(NaiveDate, Step, usize)]) -> bool {
    let mut present = 0_usize;
    steps.iter().any(|(_, step, _)| {
        let peak = present + 1;
        match step {
            Step::Leave => {
                present = present.saturating_sub(1);
                return false;
            }
            Step::Pass => {}
            Step::Come => present = peak,
        }
        peak > usize::from(seats)
    })
}

/// How many of the other holders a finding points at.
const SHOWN: usize = 10;

#[cold]
fn too_many<'a>(
    post: &Post,
    seats: u16,
    tenure: &Tenure,
    day: NaiveDate,
    holders: usize,
    others: impl Iterator<Item = &'a Tenure>,
) -> Detail {
    let seats_in_words = if seats == 1 { "1 seat".to_owned() } else { format!("{seats} seats") };
    let message = format!("`{}` has {seats_in_words} and, on {day}, {holders} holders", post.id);
    let detail = Detail::new(path(tenure).field("span"), message)
        .help("end the tenure that was over by then, or correct its `capacity` or the `seats` of the post")
        .param("post", post.id.as_str())
        .param("day", day.to_string())
        .param("holders", i64::try_from(holders).unwrap_or(i64::MAX))
        .param("seats", i64::from(seats));
    let detail = others.take(SHOWN).fold(detail, |detail, other| detail.see(path(other)));
    detail.see(path(post))
}

/// The records of one person in one capacity, with the days on which each can have started as written.
#[derive(Default)]
struct Records<'a> {
    open: Vec<(&'a Tenure, NaiveDate, NaiveDate)>,
    ended: Vec<(&'a Tenure, NaiveDate, NaiveDate)>,
}

fn doubled(tenures: &[&Tenure], sink: &mut Sink) {
    let mut places: HashMap<(&Id<Person>, Capacity, Option<&Actor>), usize> = HashMap::new();
    let mut records: Vec<Records<'_>> = Vec::new();
    for &tenure in tenures {
        let start = tenure.span.start();
        let (Some(first), Some(last)) = (start.earliest(), start.latest()) else { continue };
        let key = (&tenure.person, tenure.capacity, tenure.on_behalf_of.as_ref());
        let place = *places.entry(key).or_insert(records.len());
        if place == records.len() {
            records.push(Records::default());
        }
        if let Some(records) = records.get_mut(place) {
            let side = if has_end(tenure) { &mut records.ended } else { &mut records.open };
            side.push((tenure, first, last));
        }
    }
    for Records { open, mut ended } in records {
        if open.is_empty() || ended.is_empty() {
            continue;
        }
        ended.sort_by_key(|(_, first, _)| *first);
        // Of those that start no later, the one with the latest start: it overlaps if any does.
        let mut reaching = Vec::with_capacity(ended.len());
        for one in ended {
            let best = reaching.last().copied().filter(|(_, _, last)| *last > one.2).unwrap_or(one);
            reaching.push((best.0, one.1, best.2));
        }
        for (tenure, first, last) in open {
            let until = reaching.partition_point(|(_, other_first, _)| *other_first <= last);
            let other = until.checked_sub(1).and_then(|at| reaching.get(at));
            if let Some((ended, _, _)) = other.filter(|(_, _, other_last)| *other_last >= first) {
                sink.report(DOUBLED, || {
                    let message = format!(
                        "the tenure has no end, and `{}` has the same person and office, a start that fits, and an end",
                        ended.id
                    );
                    Detail::new(path(tenure).field("span"), message)
                        .help(format!("keep `{}` alone, or date the start of both more precisely", ended.id))
                        .param("other", ended.id.as_str())
                        .see(path(*ended))
                });
            }
        }
    }
}

#[cfg(test)]
pub(super) const CASES: &[super::cases::Case] = &[
    super::cases::Case {
        rule: "TEN-003",
        // Two days in common, against a day of hand-over.
        fails: r#"{ "posts": [ { "id": "head", "agency": "a", "seats": 1 } ],
                    "tenures": [ { "id": "t", "person": "p", "post": "head", "span": "2011-05-04/2013-04-30" },
                                 { "id": "u", "person": "q", "post": "head", "span": "2013-04-29/2016-06-29" } ] }"#,
        passes: r#"{ "posts": [ { "id": "head", "agency": "a", "seats": 1 } ],
                     "tenures": [ { "id": "t", "person": "p", "post": "head", "span": "2011-05-04/2013-04-30" },
                                  { "id": "u", "person": "q", "post": "head", "span": "2013-04-30/2016-06-29" } ] }"#,
    },
    super::cases::Case {
        rule: "TEN-003",
        fails: r#"{ "posts": [ { "id": "chair", "agency": "a", "seats": 2 } ],
                    "tenures": [ { "id": "t", "person": "p", "post": "chair", "span": "2011/.." },
                                 { "id": "u", "person": "q", "post": "chair", "span": "2012/.." },
                                 { "id": "v", "person": "r", "post": "chair", "span": "2013/.." } ] }"#,
        passes: r#"{ "posts": [ { "id": "chair", "agency": "a", "seats": 2 } ],
                     "tenures": [ { "id": "t", "person": "p", "post": "chair", "span": "2011/.." },
                                  { "id": "u", "person": "q", "post": "chair", "span": "2012/.." },
                                  { "id": "v", "person": "q", "post": "chair", "span": "2013/.." } ] }"#,
    },
    super::cases::Case {
        rule: "TEN-003",
        fails: r#"{ "posts": [ { "id": "head", "agency": "a", "seats": 1 } ],
                    "tenures": [ { "id": "t", "person": "p", "post": "head", "span": "2011/2014" },
                                 { "id": "u", "person": "q", "post": "head", "span": "2012-03-01/2012-05-01", "capacity": "acting" } ] }"#,
        passes: r#"{ "posts": [ { "id": "head", "agency": "a", "seats": 1 } ],
                     "tenures": [ { "id": "t", "person": "p", "post": "head", "span": "2011/2014" },
                                  { "id": "u", "person": "q", "post": "head", "span": "2012-03-01/2012-05-01", "capacity": "designate" } ] }"#,
    },
    super::cases::Case {
        rule: "TEN-003",
        // One day within the tenure of another, against the day on which one leaves and another comes.
        fails: r#"{ "posts": [ { "id": "head", "agency": "a", "seats": 1 } ],
                    "tenures": [ { "id": "t", "person": "p", "post": "head", "span": "2011-01-01/2012-03-02" },
                                 { "id": "u", "person": "q", "post": "head", "span": "2012-03-01" } ] }"#,
        passes: r#"{ "posts": [ { "id": "head", "agency": "a", "seats": 1 } ],
                     "tenures": [ { "id": "t", "person": "p", "post": "head", "span": "2011-01-01/2012-03-01" },
                                  { "id": "u", "person": "q", "post": "head", "span": "2012-03-01" },
                                  { "id": "v", "person": "r", "post": "head", "span": "2012-03-01/2013" } ] }"#,
    },
    super::cases::Case {
        rule: "TEN-004",
        fails: r#"{ "posts": [ { "id": "head", "agency": "a", "seats": 1 } ],
                    "tenures": [ { "id": "t", "person": "p", "post": "head", "span": "2013-04/" },
                                 { "id": "u", "person": "q", "post": "head", "span": "2016-06-29/.." } ] }"#,
        passes: r#"{ "posts": [ { "id": "head", "agency": "a", "seats": 1 } ],
                     "tenures": [ { "id": "t", "person": "p", "post": "head", "span": "2013-04/[..2016-06-29]" },
                                  { "id": "u", "person": "q", "post": "head", "span": "2016-06-29/.." } ] }"#,
    },
    super::cases::Case {
        rule: "TEN-004",
        fails: r#"{ "posts": [ { "id": "head", "agency": "a", "seats": 1 } ],
                    "tenures": [ { "id": "t", "person": "p", "post": "head", "span": "2013-04/.." },
                                 { "id": "u", "person": "q", "post": "head", "span": "2025-06-29/.." } ] }"#,
        // The successor is named but has not started by the as-of date.
        passes: r#"{ "posts": [ { "id": "head", "agency": "a", "seats": 1 } ],
                     "tenures": [ { "id": "t", "person": "p", "post": "head", "span": "2013-04/.." },
                                  { "id": "u", "person": "q", "post": "head", "span": "2026-06-29/.." } ] }"#,
    },
    super::cases::Case {
        rule: "TEN-005",
        fails: r#"{ "tenures": [ { "id": "t", "person": "p", "post": "head", "span": "2013/.." },
                                 { "id": "u", "person": "p", "post": "head", "span": "2013-04/2016" } ] }"#,
        passes: r#"{ "tenures": [ { "id": "t", "person": "p", "post": "head", "span": "2016/.." },
                                  { "id": "u", "person": "p", "post": "head", "span": "2013-04/2016" } ] }"#,
    },
    super::cases::Case {
        rule: "TEN-005",
        fails: r#"{ "tenures": [ { "id": "t", "person": "p", "agency": "a", "title": "Chair", "span": "2013/" },
                                 { "id": "u", "person": "p", "agency": "a", "title": "Chair", "span": "2013/2016" } ] }"#,
        passes: r#"{ "tenures": [ { "id": "t", "person": "p", "agency": "a", "title": "Chair", "span": "2013/" },
                                  { "id": "u", "person": "p", "agency": "a", "title": "Chair", "span": "2013/2016", "capacity": "acting" } ] }"#,
    },
];

#[cfg(test)]
mod tests {
    use crate::Dataset;
    use crate::finding::{Param, Report};
    use crate::validate::Profile;

    fn report(seats: u16, tenures: &[(&str, &str)]) -> Report {
        let tenures: Vec<String> = (0..)
            .zip(tenures)
            .map(|(i, (person, span))| {
                format!(
                    r#"{{ "id": "t{i}", "person": "{person}", "post": "head", "span": "{span}" }}"#
                )
            })
            .collect();
        let json = format!(
            r#"{{ "netpolity": 1, "posts": [ {{ "id": "head", "agency": "a", "seats": {seats} }} ],
                  "tenures": [ {} ] }}"#,
            tenures.join(", ")
        );
        Dataset::from_json(&json)
            .unwrap()
            .validate(&Profile::default(), "2026-01-01".parse().unwrap())
    }

    #[test]
    fn a_holder_too_many_is_named_with_the_day_and_the_others() {
        let report = report(1, &[("p", "2011-05-04/2014"), ("q", "2013-04/2016")]);
        let finding = report.of_rule("TEN-003").next().unwrap();
        assert_eq!(finding.path().as_str(), "tenures[t1].span");
        // The last day of April is the first on which both certainly held it.
        assert_eq!(finding.message(), "`head` has 1 seat and, on 2013-04-30, 2 holders");
        assert_eq!(finding.param("holders"), Some(&Param::Integer(2)));
        let related: Vec<&str> =
            finding.related().iter().map(crate::finding::Path::as_str).collect();
        assert_eq!(related, ["tenures[t0]", "posts[head]"]);
    }

    #[test]
    fn a_change_within_a_month_is_no_overlap() {
        let spans =
            [("p", "2011-05-04/2013-05"), ("q", "2013-05/2016-07-19"), ("r", "2016-06-29~/..")];
        assert_eq!(report(1, &spans).count_of("TEN-003"), 1);
        assert_eq!(report(1, &spans[..2]).count_of("TEN-003"), 0);
    }

    #[test]
    fn a_forgotten_end_is_one_warning_and_no_error() {
        let report =
            report(1, &[("p", "2011/.."), ("q", "2013-04-01/2016"), ("r", "2016-06-29/..")]);
        assert_eq!((report.count_of("TEN-003"), report.count_of("TEN-004")), (0, 1));
        let finding = report.of_rule("TEN-004").next().unwrap();
        assert_eq!(finding.path().as_str(), "tenures[t0].span");
        assert_eq!(
            finding.message(),
            "the tenure is open, though `t1` starts in the same post on or after 2013-04-01"
        );
    }

    #[test]
    fn people_are_counted_and_not_records() {
        let twice = [("p", "2011/2014"), ("p", "2012/2013"), ("q", "2014-12-31/2016")];
        assert_eq!(report(1, &twice).count_of("TEN-003"), 0);
        let thrice = [("p", "2011/2014"), ("p", "2012/2013"), ("q", "2012-06-01/2016")];
        assert_eq!(report(1, &thrice).count_of("TEN-003"), 1);
        assert_eq!(report(2, &thrice).count_of("TEN-003"), 0);
    }

    #[test]
    fn two_that_are_open_from_one_day_are_too_many() {
        let report = report(1, &[("p", "2013-04-01/.."), ("q", "2013-04-01/..")]);
        assert_eq!((report.count_of("TEN-003"), report.count_of("TEN-004")), (1, 0));
    }

    #[test]
    fn undated_tenures_are_never_too_many() {
        let report = report(1, &[("p", "/"), ("q", "/"), ("r", "2013/.."), ("s", "/2014")]);
        assert_eq!((report.count_of("TEN-003"), report.count_of("TEN-004")), (0, 0));
    }

    #[test]
    fn the_better_record_is_found_among_several() {
        let report = report(
            1,
            &[("p", "2010/2011"), ("p", "2013-02/2014"), ("p", "2015/2016"), ("p", "2013/")],
        );
        let finding = report.of_rule("TEN-005").next().unwrap();
        assert_eq!(finding.path().as_str(), "tenures[t3].span");
        assert_eq!(finding.param("other"), Some(&Param::Text("t1".into())));
        assert_eq!(report.count_of("TEN-005"), 1);
    }
}
