//! From when to when something holds or takes place.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};

use super::bound::Side;
use super::date::DayRange;
use super::error::Fault;
use super::{Bound, DateError, PartialDate, Tri, english};
use crate::text::text_serde;

/// From when to when something holds or takes place: two [`Bound`]s, both included, by day.
///
/// # Text
///
/// | text | meaning |
/// |---|---|
/// | `2013-09-09` | that day |
/// | `2013-09` | from some day to some day of that month |
/// | `2013-04/2016-07-19` | from some day of April 2013 to 19 July 2016 |
/// | `2014-05/..` | since May 2014, still so |
/// | `../2014` | always so until 2014 |
/// | `2014-05/` | since May 2014, end not known |
/// | `/2014` | start not known |
/// | `/` or `unknown` | nothing known |
/// | `[..2013-05]/2014` | since May 2013 or earlier |
/// | `2013/not-yet` | not ended yet |
/// | `not-yet` | not begun yet |
/// | `not-applicable` | the question makes no sense |
///
/// English forms are read as well, with any dash or `to`: `9-10 September 2013`, `30 October – 2 November 2006`,
/// `December 30, 2013 - January 2, 2014`.
///
/// # Relations
///
/// They answer [`Tri::Yes`] where the answer is yes for every pair of days that the bounds leave possible and that
/// is in order, [`Tri::No`] where it is so for none, else [`Tri::Maybe`]. An open start lies before every day, an open
/// end after; so do bounds that are not applicable, and the end of what has not ended yet. What has not begun covers
/// nothing. A date marked `?` counts as any day. Two spans are two facts: even equal ones may differ in their days.
///
/// | span | 2013-04-30 | 2013-05-15 | 2014-02-01 | 2016-06-01 |
/// |---|---|---|---|---|
/// | `2013-05/2016-05-31` | no | maybe | yes | no |
/// | `2013-05-15/` | no | yes | maybe | maybe |
/// | `2013-05-15/..` | no | yes | yes | yes |
/// | `/2013-05-15` | maybe | yes | no | no |
/// | `../2013-05-15` | yes | yes | no | no |
/// | `[..2013-05-15]/2014` | maybe | yes | maybe | no |
/// | `2013-05-15/2014?` | no | yes | maybe | maybe |
/// | `not-yet` | no | no | no | no |
///
/// ```
/// use netpolity::time::{PartialDate, Span, Tri};
///
/// let meeting: Span = "30 October – 2 November 2006".parse()?;
/// assert_eq!(meeting.to_string(), "2006-10-30/2006-11-02");
/// assert_eq!(meeting.days(), Some((4, 4)));
/// assert_eq!(meeting.covers(PartialDate::from_day(2006, 11, 1)?), Tri::Yes);
///
/// let tenure: Span = "2006-11/..".parse()?;
/// assert_eq!(tenure.overlaps(&meeting), Tri::Maybe);
/// assert!("2014/2013".parse::<Span>().unwrap_err().is_reversed());
/// # Ok::<(), netpolity::time::DateError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Span {
    start: Bound,
    end: Bound,
}

/// The days that the two ends can be.
#[derive(Clone, Copy)]
struct Ends {
    start: DayRange,
    end: DayRange,
}

impl Ends {
    const NEVER: DayRange = DayRange { first: DayRange::NEVER, last: DayRange::NEVER };

    /// The latest start that leaves room for an end.
    fn last_start(self) -> i32 {
        self.start.last.min(self.end.last)
    }

    /// The earliest end after some start.
    fn first_end(self) -> i32 {
        self.end.first.max(self.start.first)
    }
}

impl Span {
    /// Nothing known: `/`.
    pub const UNKNOWN: Self = Self { start: Bound::Unknown, end: Bound::Unknown };

    /// Checks and takes two bounds.
    ///
    /// # Errors
    /// Where the start is certainly after the end (DAT-002). Where the precision leaves it open, the span is taken
    /// and [`order`](Self::order) says so.
    pub fn new(start: impl Into<Bound>, end: impl Into<Bound>) -> Result<Self, DateError> {
        let span = Self { start: start.into(), end: end.into() };
        match span.ends() {
            Some(ends) if ends.start.first > ends.end.last => Err(DateError::new(
                &span.to_string(),
                0,
                Fault::Reversed,
            )
            .within("span", &span.to_string(), 0)),
            _ => Ok(span),
        }
    }

    /// From some day to some day of one date.
    pub fn on(date: impl Into<PartialDate>) -> Self {
        let bound = Bound::On(date.into());
        Self { start: bound, end: bound }
    }

    /// Since a date, and still so: `2014-05/..`.
    pub fn since(date: impl Into<PartialDate>) -> Self {
        Self { start: Bound::On(date.into()), end: Bound::Open }
    }

    /// When it starts.
    pub fn start(&self) -> Bound {
        self.start
    }

    /// When it ends: the last day, not the day after.
    pub fn end(&self) -> Bound {
        self.end
    }

    /// Whether nothing is known of either end.
    pub fn is_unknown(&self) -> bool {
        *self == Self::UNKNOWN
    }

    /// Whether it has begun and not ended: the end is [`Open`](Bound::Open) or [`NotYet`](Bound::NotYet).
    pub fn is_open(&self) -> bool {
        self.start != Bound::NotYet && matches!(self.end, Bound::Open | Bound::NotYet)
    }

    /// Whether its last day lies before `as_of`. On its last day a span is not ended.
    pub fn is_ended(&self, as_of: NaiveDate) -> Tri {
        let as_of = as_of.num_days_from_ce();
        self.ends()
            .map_or(Tri::No, |ends| Tri::of(ends.first_end() < as_of, ends.end.last >= as_of))
    }

    /// Whether a date lies in the span: the day that it names, or whichever day of its month or year was meant.
    pub fn covers(&self, date: impl Into<PartialDate>) -> Tri {
        let Some(ends) = self.ends() else { return Tri::No };
        let day = date.into().days();
        let can_lie_in = ends.start.first.max(day.first) <= ends.end.last.min(day.last);
        Tri::of(can_lie_in, day.first < ends.last_start() || day.last > ends.first_end())
    }

    /// Whether the two have a day in common.
    pub fn overlaps(&self, other: &Self) -> Tri {
        let (Some(a), Some(b)) = (self.ends(), other.ends()) else { return Tri::No };
        Tri::of(
            a.start.first <= b.end.last && b.start.first <= a.end.last,
            a.last_start() > b.first_end() || b.last_start() > a.first_end(),
        )
    }

    /// Whether the other lies wholly in this one.
    pub fn contains(&self, other: &Self) -> Tri {
        let (Some(a), Some(b)) = (self.ends(), other.ends()) else { return Tri::No };
        let first_start = a.start.first.max(b.start.first);
        let last_end = a.end.last.min(b.end.last);
        Tri::of(
            first_start <= b.start.last && b.end.first <= last_end && first_start <= last_end,
            a.last_start() > b.start.first || b.end.last > a.first_end(),
        )
    }

    /// Whether this one ends before the other starts.
    pub fn precedes(&self, other: &Self) -> Tri {
        let Some(a) = self.ends() else { return Tri::No };
        let b = other.ends().unwrap_or(Ends { start: Ends::NEVER, end: Ends::NEVER });
        Tri::of(a.first_end() < b.last_start(), a.end.last >= b.start.first)
    }

    /// Whether the start is certainly on or before the end.
    ///
    /// Maybe where the precision of two dates leaves it open (DAT-003): `2013-05/2013`. A span on one date is in
    /// order, and so is one with an end that names no date.
    pub fn order(&self) -> Tri {
        let Some(ends) = self.ends() else { return Tri::Yes };
        if !self.start.is_dated() || !self.end.is_dated() || self.start == self.end {
            return Tri::Yes;
        }
        Tri::of(true, ends.start.last > ends.end.first)
    }

    /// The fewest and the most days from start to end, both included, where neither end is unlimited.
    ///
    /// Dates are taken as written, also those marked `?`.
    pub fn days(&self) -> Option<(i64, i64)> {
        let days = |from: NaiveDate, to: NaiveDate| to.signed_duration_since(from).num_days() + 1;
        let fewest = days(self.start.latest()?, self.end.earliest()?).max(1);
        let most = days(self.start.earliest()?, self.end.latest()?);
        (most >= 1).then_some((fewest, most))
    }

    /// The days that the ends can be. `None` for what has not begun.
    fn ends(&self) -> Option<Ends> {
        (self.start != Bound::NotYet)
            .then(|| Ends { start: self.start.days(Side::Start), end: self.end.days(Side::End) })
    }
}

impl From<PartialDate> for Span {
    fn from(date: PartialDate) -> Self {
        Self::on(date)
    }
}

impl FromStr for Span {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let in_span = |at| move |error: DateError| error.within("span", text, at);
        if text.is_empty() {
            let fault = Fault::Expected("a date, or two with `/` between them,");
            return Err(in_span(0)(DateError::new(text, 0, fault)));
        }
        let Some((start, end)) = text.split_once('/') else {
            return Self::from_one(text).map_err(in_span(0));
        };
        let end_at = start.len() + 1;
        if let Some(at) = end.find('/') {
            // Three numbers between slashes are a date of the ambiguous kind.
            return Err(match text.parse::<Bound>() {
                Err(error) if error.is_ambiguous() => in_span(0)(error),
                _ => {
                    let fault = Fault::Expected("the end of the span");
                    in_span(0)(DateError::new(text, end_at + at, fault))
                }
            });
        }
        let bound = |part: &str| if part.is_empty() { Ok(Bound::Unknown) } else { part.parse() };
        let start = bound(start).map_err(in_span(0))?;
        let end = bound(end).map_err(in_span(end_at))?;
        Self::new(start, end).map_err(in_span(0))
    }
}

impl Span {
    /// Reads a span without a slash: one bound for both ends, or an English form.
    fn from_one(text: &str) -> Result<Self, DateError> {
        let error = match text.parse::<Bound>() {
            Ok(Bound::Open) => {
                return Err(DateError::new(text, 0, Fault::Expected("`/` between two bounds")));
            }
            Ok(bound) => return Ok(Self { start: bound, end: bound }),
            Err(error) => error,
        };
        match english::span(text) {
            Ok((start, Some(end))) => Self::new(start, end).map_err(|e| e.within("span", text, 0)),
            _ => Err(error),
        }
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if f.width().is_some() || f.precision().is_some() {
            return f.pad(&self.to_string());
        }
        match (self.start, self.end) {
            (Bound::Unknown, Bound::Unknown) => f.write_str("/"),
            (start, end) if start == end && start != Bound::Open => write!(f, "{start}"),
            (Bound::Unknown, end) => write!(f, "/{end}"),
            (start, Bound::Unknown) => write!(f, "{start}/"),
            (start, end) => write!(f, "{start}/{end}"),
        }
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

text_serde!(Span, "a span, such as 2013-09-09, 2013-05/2014 or 2013-05/..");
