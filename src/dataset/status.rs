//! Whether a tenure is current, ended or not begun, and what tells.

use chrono::NaiveDate;

use super::Dataset;
use crate::actor::{Agency, Capacity, ChangeKind, Person, Post, Tenure};
use crate::event::Event;
use crate::source::{Absence, Source};
use crate::text::words;
use crate::time::{Bound, PartialDate, Span, Tri};

words! {
    /// How a tenure stands at a date.
    pub enum TenureStatus: closed "status of a tenure" {
        /// It is held.
        Current = "current",
        /// It is over.
        Ended = "ended",
        /// It has not begun.
        NotStarted = "not-started",
        /// Nothing tells which; never to be shown or counted as current.
        Unknown = "unknown",
    }
}

/// How a tenure stands at a date, and what tells.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TenureState<'a> {
    /// How it stands.
    pub status: TenureStatus,
    /// What tells.
    pub because: Because<'a>,
}

/// What tells how a tenure stands. Apart from its own dates the answer is inferred, and the record is left as it is.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum Because<'a> {
    /// Its own dates, or that they don't tell.
    Dates,
    /// The holder has died.
    Death(&'a Person),
    /// The post has been abolished.
    Post(&'a Post),
    /// The body has been dissolved.
    Agency(&'a Agency),
    /// The term that bounds a tenure without dates.
    Term(&'a Event),
    /// A source without an end that lists every end, or that shows the moment.
    Source(&'a Source),
}

/// # Who is in office
impl Dataset {
    /// Whether a tenure is current at a date.
    ///
    /// Its dates decide. Where they leave the end open or unknown, it ends with the life of the holder, the post or the
    /// body, whichever is the first to be dated. What is still unknown then is settled by what a missing end means in the
    /// sources that the tenure cites: one that lists every end ([`Absence::Complete`]) says that it goes on, to the day on
    /// which the source was retrieved or published, or without limit where that is not recorded; one that shows a moment
    /// ([`Absence::Snapshot`]) says so up to that day. Everything else is [`Unknown`](TenureStatus::Unknown).
    ///
    /// ```
    /// use netpolity::Dataset;
    /// use netpolity::dataset::{Because, TenureStatus};
    ///
    /// // The minister of 2012, from a report of the day: nobody can tell from it whether she is in office a year later.
    /// let dataset = Dataset::from_json(
    ///     r#"{ "netpolity": 1, "people": [ { "id": "maria-miller" } ], "tenures": [
    ///          { "id": "miller", "person": "maria-miller", "agency": "dcms", "title": "Secretary of State",
    ///            "span": "2012-09-04/", "cites": [ "report", "list" ] } ],
    ///          "sources": [ { "id": "report", "kind": "newspaper", "published": "2012-09-04" },
    ///            { "id": "list", "kind": "dataset", "retrieved": "2013-11-30", "absence_means": "snapshot" } ] }"#,
    /// )?;
    /// let miller = dataset.tenure("miller").unwrap();
    /// let on = |day: &str| dataset.status_of(miller, day.parse().unwrap());
    /// assert_eq!(on("2012-09-03").status, TenureStatus::NotStarted);
    /// // A list of ministers as of November 2013 has her.
    /// assert_eq!(on("2013-09-09").status, TenureStatus::Current);
    /// assert!(matches!(on("2013-09-09").because, Because::Source(source) if source.id == "list"));
    /// assert_eq!(on("2026-01-01").status, TenureStatus::Unknown);
    /// # Ok::<(), netpolity::dataset::ReadError>(())
    /// ```
    pub fn status_of<'a>(&'a self, tenure: &'a Tenure, as_of: NaiveDate) -> TenureState<'a> {
        let (span, because) = self.bounded(tenure);
        let state = |status, because| TenureState { status, because };
        let Some((first, last)) = span.possible_days() else {
            return state(TenureStatus::NotStarted, Because::Dates);
        };
        if last < as_of {
            return state(TenureStatus::Ended, because);
        }
        // What limits the end says nothing about the start, unless it is the term.
        let of_start = if matches!(because, Because::Term(_)) { because } else { Because::Dates };
        if as_of < first {
            return state(TenureStatus::NotStarted, of_start);
        }
        if span.covers(as_of) == Tri::Yes {
            return state(TenureStatus::Current, of_start);
        }
        let since = Span::new(span.start(), Bound::Open).unwrap_or(Span::UNKNOWN);
        let goes_on = since.covers(as_of) == Tri::Yes && tenure.span.end() == Bound::Unknown;
        let source = goes_on.then(|| self.source_that_has_no_end(tenure, as_of)).flatten();
        match source {
            Some(source) => state(TenureStatus::Current, Because::Source(source)),
            None => state(TenureStatus::Unknown, of_start),
        }
    }

    /// A source that would list the end of a tenure, had it ended by then.
    fn source_that_has_no_end(&self, tenure: &Tenure, as_of: NaiveDate) -> Option<&Source> {
        let attested = tenure.attests.iter().map(|attestation| &attestation.cite);
        let mut sources =
            tenure.cites.iter().chain(attested).filter_map(|cite| self.source(&cite.source));
        sources.find(|source| {
            let reaches =
                source.retrieved.or(source.published).map(|date| as_of <= date.earliest());
            match source.absence_means {
                Absence::Complete => reaches.unwrap_or(true),
                Absence::Snapshot => reaches.unwrap_or(false),
                Absence::Unknown => false,
            }
        })
    }

    /// Whether a tenure was held at a date, within the life of the holder, the post and the body.
    pub(super) fn held_on(&self, tenure: &Tenure, date: PartialDate) -> Tri {
        let covers = self.bounded(tenure).0.covers(date);
        let post = tenure.post.as_ref().and_then(|post| self.post(post));
        let spans = [post.map(|post| post.span), self.agency_of(tenure).map(|agency| agency.span)];
        // Somebody may be designate for what is not there yet.
        let was_there = tenure.capacity == Capacity::Designate
            || spans.into_iter().flatten().all(|span| span.covers(date) != Tri::No);
        if was_there { covers } else { Tri::No }
    }

    /// The span of a tenure with the end that it lacks, and what gave it.
    pub(crate) fn bounded<'a>(&'a self, tenure: &'a Tenure) -> (Span, Because<'a>) {
        let (mut span, mut because) = (tenure.span, Because::Dates);
        let term = tenure.term.as_ref().filter(|_| span.is_unknown());
        if let Some(event) = term.and_then(|term| self.event(term))
            && let Some((first, last)) = self.days_of(event)
            && let Ok(within) = Span::new(Bound::After(first.into()), Bound::Before(last.into()))
        {
            (span, because) = (within, Because::Term(event));
        }
        if span.end().latest().is_some() || span.end() == Bound::NotApplicable {
            return (span, because);
        }
        let person = self.person(&tenure.person);
        let post = tenure.post.as_ref().and_then(|post| self.post(post));
        let agency = self.agency_of(tenure);
        let ends = [
            person.map(|person| (person.death, Because::Death(person))),
            post.map(|post| (post.span.end(), Because::Post(post))),
            agency.map(|agency| (end_of(agency), Because::Agency(agency))),
        ];
        let dated = ends.into_iter().flatten();
        let first = dated
            .filter_map(|(end, why)| Some((end.latest()?, end, why)))
            .min_by_key(|(latest, ..)| *latest);
        if let Some((_, limit, why)) = first
            && let Ok(within) = Span::new(span.start(), within(span.end(), limit))
        {
            // A contradiction of the two is a finding, and the dates of the tenure stay.
            (span, because) = (within, why);
        }
        (span, because)
    }
}

/// When an agency ended: as its span says, or the change that dissolved it.
fn end_of(agency: &Agency) -> Bound {
    let end = agency.span.end();
    let is_end = |kind: ChangeKind| matches!(kind, ChangeKind::Dissolved | ChangeKind::Absorbed);
    let mut changes = agency.changes.iter().filter(|change| {
        is_end(change.kind)
            && !change.to.contains(&agency.id)
            && (change.from.is_empty() || change.from.contains(&agency.id))
    });
    match changes.next() {
        Some(change) if end.latest().is_none() => Bound::On(change.date),
        _ => end,
    }
}

/// An end that is open or unknown, where it comes with another at the latest.
fn within(end: Bound, limit: Bound) -> Bound {
    let latest = match limit {
        Bound::On(date) | Bound::Before(date) => date,
        Bound::Between(range) => range.last(),
        _ => return end,
    };
    match end {
        Bound::Unknown => Bound::Before(latest),
        Bound::After(from) => Bound::between(from, latest).unwrap_or(end),
        // Still so, as far as the editor knew: then it ended with the other.
        _ => limit,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dataset(tenure: &str, others: &str) -> Dataset {
        Dataset::from_json(&format!(
            r#"{{ "netpolity": 1, "tenures": [ {{ "id": "t", "person": "p", "post": "head", {tenure} }} ],
                 "posts": [ {{ "id": "head", "agency": "body" }} ] {others} }}"#
        ))
        .unwrap()
    }

    fn on<'a>(dataset: &'a Dataset, day: &str) -> TenureState<'a> {
        dataset.status_of(&dataset.tenures()[0], day.parse().unwrap())
    }

    #[test]
    fn an_old_office_with_an_unknown_end_is_not_current() {
        // opensanctions/opensanctions#386: a twenty-year-old office looked current.
        let old = dataset(r#""span": "2003/""#, "");
        assert_eq!(on(&old, "2023-07-01").status, TenureStatus::Unknown);
        let open = dataset(r#""span": "2003/..""#, "");
        assert_eq!(on(&open, "2023-07-01").status, TenureStatus::Current);
        // mysociety/popit#633: a missing end is not a start to come.
        let began = dataset(r#""span": "not-yet""#, "");
        assert_eq!(on(&began, "2023-07-01").status, TenureStatus::NotStarted);
        let month = dataset(r#""span": "2013-05/2016""#, "");
        assert_eq!(on(&month, "2013-05-10").status, TenureStatus::Unknown);
        assert_eq!(on(&month, "2017-01-01").status, TenureStatus::Ended);
    }

    #[test]
    fn what_a_missing_end_means_is_said_by_the_source() {
        // opensanctions/opensanctions#500: a list goes on to name people for years after their office.
        for (absence, retrieved, status) in [
            ("complete", r#", "retrieved": "2024-01-01""#, TenureStatus::Current),
            ("complete", "", TenureStatus::Current),
            ("complete", r#", "retrieved": "2020""#, TenureStatus::Unknown),
            ("snapshot", r#", "retrieved": "2024-01-01""#, TenureStatus::Current),
            ("snapshot", r#", "retrieved": "2023-06-30""#, TenureStatus::Unknown),
            ("snapshot", "", TenureStatus::Unknown),
            ("unknown", r#", "retrieved": "2024-01-01""#, TenureStatus::Unknown),
        ] {
            let sources = format!(
                r#", "sources": [ {{ "id": "s", "kind": "dataset", "absence_means": "{absence}"{retrieved} }} ]"#
            );
            let read = dataset(r#""span": "2003/", "cites": [ "s" ]"#, &sources);
            assert_eq!(on(&read, "2023-07-01").status, status, "{absence}{retrieved}");
            // An end in the source is one, whatever else the source lacks.
            let ended = dataset(r#""span": "2003/2005", "cites": [ "s" ]"#, &sources);
            assert_eq!(on(&ended, "2023-07-01").status, TenureStatus::Ended);
        }
    }

    #[test]
    fn death_and_dissolution_end_what_has_no_end() {
        // mysociety/popit#761
        let died =
            dataset(r#""span": "2003/..""#, r#", "people": [ { "id": "p", "death": "2015-03" } ]"#);
        let state = on(&died, "2015-04-01");
        assert_eq!(state.status, TenureStatus::Ended);
        assert!(matches!(state.because, Because::Death(person) if person.id == "p"));
        assert_eq!(on(&died, "2015-02-28").status, TenureStatus::Current);
        assert_eq!(on(&died, "2015-03-15").status, TenureStatus::Unknown);
        // The record is left as it is.
        assert_eq!(died.tenures()[0].span.to_string(), "2003/..");

        let dissolved = dataset(
            r#""span": "2003/""#,
            r#", "agencies": [ { "id": "body", "kind": "ministry", "changes": [ { "kind": "dissolved", "date": "2016-07-14" } ] } ]"#,
        );
        assert_eq!(on(&dissolved, "2016-01-01").status, TenureStatus::Unknown);
        let state = on(&dissolved, "2017-01-01");
        assert_eq!(state.status, TenureStatus::Ended);
        assert!(matches!(state.because, Because::Agency(_)));
        // mysociety/popit#457: who was there at a date leaves out a body dissolved before.
        let post = &dissolved.posts()[0].id;
        let holders =
            |date: &str| dissolved.holders_of(post, date.parse::<PartialDate>().unwrap()).count();
        assert_eq!((holders("2016-01-01"), holders("2017-01-01")), (1, 0));
    }

    #[test]
    fn a_term_bounds_a_tenure_without_dates() {
        // mysociety/popit-api#142: the 55th Parliament, from the election of May 2010 to the dissolution of March 2015.
        let term = dataset(
            r#""term": "commons-55""#,
            r#", "events": [ { "id": "commons-55", "kind": "legislative-period", "sittings": [ { "span": "2010-05-06/2015-03-30" } ] } ]"#,
        );
        assert_eq!(on(&term, "2010-05-05").status, TenureStatus::NotStarted);
        assert_eq!(on(&term, "2013-09-09").status, TenureStatus::Unknown); // somebody may leave early
        let after = on(&term, "2015-04-01");
        assert_eq!(after.status, TenureStatus::Ended);
        assert!(matches!(after.because, Because::Term(_)));
    }
}
