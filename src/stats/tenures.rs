//! How long posts are held, how quickly holders change, who sits in several bodies.
//!
//! Dates of tenures are known in part, so that lengths are intervals and counts have a lower and an upper end. A tenure ends
//! where its dates say so, or with the life of its holder, the post or the body.

use std::borrow::Cow;
use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::network::{Network, Node, Pair};
use super::{Counted, Excluded, Exclusions, Measured, Refusal};
use crate::actor::{Actor, Agency, Capacity, Person, Post, Tenure};
use crate::dataset::Dataset;
use crate::id::Id;
use crate::quantity::{Decimal, Interval};
use crate::time::{Bound, Span, Tri};

/// How long a tenure lasted.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct TenureLength<'a> {
    /// The tenure.
    pub tenure: &'a Tenure,
    /// The fewest days that its dates allow, the first and the last included.
    pub fewest: i64,
    /// The most days that they allow.
    pub most: i64,
    /// Whether it is still held: then it has lasted so long by now, and will be longer.
    pub ongoing: bool,
}

/// How long tenures lasted, up to a day where they are still held.
///
/// [`Excluded::Undated`] are those without a start or an end, or that had not begun.
///
/// ```
/// use netpolity::Dataset;
/// use netpolity::stats::tenures::{median_length, tenure_lengths};
///
/// let dataset = Dataset::from_json(
///     r#"{ "netpolity": 1, "tenures": [
///          { "id": "a", "person": "a", "post": "head", "span": "2011-01-01/2011-01-31" },
///          { "id": "b", "person": "b", "post": "head", "span": "2011-02/2011-03-31" },
///          { "id": "c", "person": "c", "post": "head", "span": "2011-04-01/.." },
///          { "id": "d", "person": "d", "post": "head", "span": "2011-04-01/" } ] }"#,
/// )?;
/// let lengths = tenure_lengths(&dataset, dataset.tenures(), "2011-04-10".parse().unwrap());
/// let days: Vec<_> = lengths.value.iter().map(|length| (length.fewest, length.most)).collect();
/// // The second began on some day of February.
/// assert_eq!(days, [(31, 31), (32, 59), (10, 10)]);
/// assert_eq!(lengths.excluded.total(), 1);
/// assert_eq!(median_length(&lengths.value).unwrap().to_string(), "[31, 31]");
/// # Ok::<(), netpolity::dataset::ReadError>(())
/// ```
pub fn tenure_lengths<'a>(
    dataset: &'a Dataset,
    tenures: impl IntoIterator<Item = &'a Tenure>,
    as_of: NaiveDate,
) -> Measured<Vec<TenureLength<'a>>> {
    let mut excluded = Exclusions::NONE;
    let mut lengths = Vec::new();
    for tenure in tenures {
        let span = dataset.bounded(tenure).0;
        let ongoing = span.is_open();
        let until = if ongoing { Span::new(span.start(), as_of).ok() } else { Some(span) };
        match until.and_then(days) {
            Some((fewest, most)) => {
                lengths.push(TenureLength { tenure, fewest, most, ongoing });
            }
            None => excluded.add(Excluded::Undated, 1),
        }
    }
    let support = count(lengths.len());
    Measured { excluded, ..Measured::new(lengths, Counted::Tenures, support) }
}

/// The fewest and the most days from the first to the last of a span that has both.
fn days(span: Span) -> Option<(i64, i64)> {
    let [first, last_start, first_end, last] = span.end_days()?;
    let days = |from: NaiveDate, to: NaiveDate| to.signed_duration_since(from).num_days() + 1;
    let limited = first != NaiveDate::MIN && last != NaiveDate::MAX && first <= last;
    limited.then(|| (days(last_start, first_end).max(1), days(first, last)))
}

/// The median of lengths in days: from the median of the fewest to the median of the most. Of an even number of them it lies in the
/// middle of the two.
///
/// Those still held count as long as they have lasted, which makes it shorter than that of the same tenures when all have ended; leave them
/// out by [`ongoing`](TenureLength::ongoing) where that matters.
///
/// # Errors
/// [`Refusal::Empty`].
pub fn median_length(lengths: &[TenureLength<'_>]) -> Result<Interval, Refusal> {
    let median = |of: fn(&TenureLength<'_>) -> i64| -> Option<Decimal> {
        let mut days: Vec<i64> = lengths.iter().map(of).collect();
        days.sort_unstable();
        let upper = *days.get(days.len() / 2)?;
        let lower = *days.get((days.len() - 1) / 2)?;
        Decimal::from(lower + upper).checked_mul(Decimal::try_from(0.5).ok()?)
    };
    let ends = median(|length| length.fewest).zip(median(|length| length.most));
    let (fewest, most) = ends.ok_or(Refusal::Empty)?;
    Interval::closed(fewest, most).map_err(|_| Refusal::Empty)
}

/// The median length of the tenures of each post that has one with dates, in the order of the posts. People designate or honorary do
/// not hold it.
///
/// ```
/// use netpolity::catalogue;
/// use netpolity::stats::tenures::medians_by_post;
///
/// let as_of = "2026-01-01".parse()?;
/// for (post, median) in medians_by_post(catalogue::records(), as_of) {
///     assert!(median.support > 0, "{post}");
/// }
/// # Ok::<(), chrono::ParseError>(())
/// ```
pub fn medians_by_post(
    dataset: &Dataset,
    as_of: NaiveDate,
) -> Vec<(&Id<Post>, Measured<Interval>)> {
    let mut of_post: BTreeMap<Cow<'_, Id<Post>>, Vec<&Tenure>> = BTreeMap::new();
    for tenure in dataset.tenures().iter().filter(|tenure| takes_seat(tenure)) {
        if let Some(post) = &tenure.post {
            of_post.entry(dataset.first_id(post)).or_default().push(tenure);
        }
    }
    let medians = dataset.posts().iter().filter_map(|post| {
        let own = of_post.get(&post.id)?.iter().copied();
        let lengths = tenure_lengths(dataset, own, as_of);
        let median = median_length(&lengths.value).ok()?;
        Some((&post.id, lengths.map(|_| median)))
    });
    medians.collect()
}

/// How many certainly, and how many more perhaps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Number {
    /// How many certainly.
    pub certain: u32,
    /// How many more are possible.
    pub possible: u32,
}

impl Number {
    fn add(&mut self, answer: Tri) {
        match answer {
            Tri::Yes => self.certain += 1,
            Tri::Maybe => self.possible += 1,
            Tri::No => {}
        }
    }

    fn ends(self) -> (f64, f64) {
        let certain = f64::from(self.certain);
        (certain, certain + f64::from(self.possible))
    }
}

/// Comings and goings in a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Turnover {
    /// Tenures held on 1 January.
    pub at_start: Number,
    /// Tenures that began in the year.
    pub began: Number,
    /// Tenures whose last day lies in the year.
    pub ended: Number,
    /// Tenures held on 31 December.
    pub at_end: Number,
}

impl Turnover {
    /// The rate: those that ended, divided by the mean of those held at the start and at the end of the year; the least and the most
    /// that the dates allow, each end by itself.
    ///
    /// # Errors
    /// [`Refusal::Zero`] where it may be that none was held.
    pub fn rate(&self) -> Result<(f64, f64), Refusal> {
        let ((start, start_most), (end, end_most)) = (self.at_start.ends(), self.at_end.ends());
        let (fewest, most) = (f64::midpoint(start, end), f64::midpoint(start_most, end_most));
        if fewest == 0.0 {
            return Err(Refusal::Zero { what: "the number of tenures held" });
        }
        let (ended, ended_most) = self.ended.ends();
        Ok((ended / most, ended_most / fewest))
    }
}

/// The turnover of some tenures in a year, such as those of one body. Tenures without any date are [`Excluded::Undated`].
///
/// ```
/// use netpolity::Dataset;
/// use netpolity::stats::tenures::turnover;
///
/// let dataset = Dataset::from_json(
///     r#"{ "netpolity": 1, "tenures": [
///          { "id": "a", "person": "a", "agency": "x", "span": "2010-01-01/2012-06-30" },
///          { "id": "b", "person": "b", "agency": "x", "span": "2010-01-01/2012-12" },
///          { "id": "c", "person": "c", "agency": "x", "span": "2012-07-01/.." },
///          { "id": "d", "person": "d", "agency": "x", "span": "2009/.." } ] }"#,
/// )?;
/// let year = turnover(&dataset, dataset.tenures(), 2012).value;
/// assert_eq!((year.at_start.certain, year.began.certain, year.ended.certain), (3, 1, 2));
/// // The second may have gone on 31 December, or before.
/// assert_eq!((year.at_end.certain, year.at_end.possible), (2, 1));
/// assert_eq!(year.rate().unwrap(), (2.0 / 3.0, 2.0 / 2.5));
/// # Ok::<(), netpolity::dataset::ReadError>(())
/// ```
pub fn turnover<'a>(
    dataset: &'a Dataset,
    tenures: impl IntoIterator<Item = &'a Tenure>,
    year: i32,
) -> Measured<Turnover> {
    let days = |month, day| NaiveDate::from_ymd_opt(year, month, day);
    let (mut turnover, mut support, mut excluded) = (Turnover::default(), 0, Exclusions::NONE);
    let year = days(1, 1).zip(days(12, 31));
    for tenure in tenures {
        let span = dataset.bounded(tenure).0;
        let Some((first, last)) = year.filter(|_| !span.is_unknown()) else {
            excluded.add(Excluded::Undated, 1);
            continue;
        };
        support += 1;
        turnover.at_start.add(span.covers(first));
        turnover.at_end.add(span.covers(last));
        if let Some([from, until, end, latest]) = span.end_days() {
            let within = |from: NaiveDate, until: NaiveDate| {
                if first <= from && until <= last {
                    Tri::Yes
                } else if from <= last && first <= until {
                    Tri::Maybe
                } else {
                    Tri::No
                }
            };
            if span.start().date().is_some() || !matches!(span.start(), Bound::Open) {
                turnover.began.add(within(from, until));
            }
            if !span.is_open() {
                turnover.ended.add(within(end, latest));
            }
        }
    }
    Measured { excluded, ..Measured::new(turnover, Counted::Tenures, support) }
}

/// A person who holds something in two bodies at a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct Interlock<'a> {
    /// The two bodies, in order.
    pub bodies: [&'a Id<Agency>; 2],
    /// The person who holds something in both.
    pub person: &'a Id<Person>,
    /// Whether they certainly hold both, or perhaps: `Yes` or `Maybe`.
    pub holds: Tri,
}

/// The pairs of bodies that share a person at a date, in the order of the bodies.
///
/// Two nameplates on one body are no pair; people designate or honorary hold nothing.
///
/// ```
/// use netpolity::Dataset;
/// use netpolity::stats::tenures::interlocks;
/// use netpolity::time::Tri;
///
/// let dataset = Dataset::from_json(
///     r#"{ "netpolity": 1, "agencies": [ { "id": "board", "kind": "registrar" }, { "id": "ministry", "kind": "ministry" } ],
///          "people": [ { "id": "ada" } ], "tenures": [
///          { "id": "1", "person": "ada", "agency": "board", "span": "2010-01-01/2014-12-31" },
///          { "id": "2", "person": "ada", "agency": "ministry", "span": "2012-05/.." } ] }"#,
/// )?;
/// let on = |day: &str| interlocks(&dataset, day.parse().unwrap());
/// assert_eq!(on("2013-01-01")[0].holds, Tri::Yes);
/// assert_eq!(on("2012-05-10")[0].holds, Tri::Maybe);
/// assert_eq!(on("2011-01-01"), []);
/// # Ok::<(), netpolity::dataset::ReadError>(())
/// ```
pub fn interlocks(dataset: &Dataset, date: NaiveDate) -> Vec<Interlock<'_>> {
    let mut found: BTreeMap<([&Id<Agency>; 2], &Id<Person>), Tri> = BTreeMap::new();
    let people: BTreeMap<_, _> =
        dataset.tenures().iter().map(|t| (dataset.first_id(&t.person), &t.person)).collect();
    for person in people.into_values() {
        let held: Vec<_> = dataset
            .tenures_of(person, date)
            .filter(|holding| takes_seat(holding.tenure))
            .filter_map(|holding| Some((dataset.agency_of(holding.tenure)?, holding.covers)))
            .collect();
        for (at, (a, holds_a)) in held.iter().enumerate() {
            for (b, holds_b) in held.iter().skip(at + 1) {
                let same = dataset.same_body(
                    &dataset.first_actor(&Actor::from(&a.id)),
                    &dataset.first_actor(&Actor::from(&b.id)),
                    &Span::on(date),
                );
                if same.is_yes() {
                    continue;
                }
                let bodies = if a.id < b.id { [&a.id, &b.id] } else { [&b.id, &a.id] };
                let holds = found.entry((bodies, person)).or_insert(Tri::No);
                *holds = *holds | (*holds_a & *holds_b & !same);
            }
        }
    }
    let interlock = |((bodies, person), holds)| Interlock { bodies, person, holds };
    found.into_iter().map(interlock).collect()
}

/// The network of bodies that certainly share people: the weight is how many. Nodes count those who hold a seat in two bodies or more.
pub fn interlock_network(interlocks: &[Interlock<'_>]) -> Network {
    let certain = || interlocks.iter().filter(|one| one.holds.is_yes());
    let mut people: BTreeMap<&Id<Agency>, Vec<&Id<Person>>> = BTreeMap::new();
    let mut shared: BTreeMap<[&Id<Agency>; 2], u32> = BTreeMap::new();
    for one in certain() {
        *shared.entry(one.bodies).or_default() += 1;
        for body in one.bodies {
            people.entry(body).or_default().push(one.person);
        }
    }
    let numbers: BTreeMap<&Id<Agency>, u32> = people.keys().copied().zip(0..).collect();
    let ties = shared.iter().filter_map(|([a, b], shared)| {
        let (from, to) = (*numbers.get(a)?, *numbers.get(b)?);
        Some(Pair { from, to, count: *shared, weight: f64::from(*shared) })
    });
    let ties = ties.collect();
    let nodes = people.iter().map(|(body, people)| {
        let mut people = people.clone();
        people.sort_unstable();
        people.dedup();
        (Node::Actor(Actor::from(*body)), count(people.len()))
    });
    Network::new(nodes, ties)
}

/// How much is known of the tenures of a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Completeness<'a> {
    /// The body; none for tenures that name none.
    pub body: Option<&'a Id<Agency>>,
    /// How many tenures there are.
    pub tenures: u32,
    /// How many have a start, to whatever precision.
    pub started: u32,
    /// How many have an end, or are known to be still held.
    pub ended: u32,
    /// How many have both.
    pub complete: u32,
}

impl Completeness<'_> {
    /// The part of the tenures that have both, from 0 to 1.
    pub fn share(&self) -> f64 {
        f64::from(self.complete) / f64::from(self.tenures.max(1))
    }
}

/// How many tenures have both dates, by body. Dates count as the tenure has them, without what follows from a death or the end of a post.
///
/// ```
/// use netpolity::catalogue;
/// use netpolity::stats::tenures::completeness;
///
/// let dataset = catalogue::records();
/// let bodies = completeness(dataset);
/// assert_eq!(bodies.iter().map(|body| body.tenures as usize).sum::<usize>(), dataset.tenures().len());
/// assert!(bodies.iter().all(|body| body.complete <= body.started.min(body.ended)));
/// ```
pub fn completeness(dataset: &Dataset) -> Vec<Completeness<'_>> {
    let mut bodies: BTreeMap<Option<&Id<Agency>>, Completeness<'_>> = BTreeMap::new();
    for tenure in dataset.tenures() {
        let body = dataset.agency_of(tenure).map(|agency| &agency.id);
        let empty = Completeness { body, tenures: 0, started: 0, ended: 0, complete: 0 };
        let own = bodies.entry(body).or_insert(empty);
        let (start, end) = (tenure.span.start(), tenure.span.end());
        let started = matches!(start, Bound::On(_));
        let ended = matches!(end, Bound::On(_)) || tenure.span.is_open();
        own.tenures += 1;
        own.started += u32::from(started);
        own.ended += u32::from(ended);
        own.complete += u32::from(started && ended);
    }
    bodies.into_values().collect()
}

fn takes_seat(tenure: &Tenure) -> bool {
    !matches!(tenure.capacity, Capacity::Designate | Capacity::Honorary)
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
