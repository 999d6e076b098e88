//! From when to when something holds or takes place.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};

use super::bound::Side;
use super::date::DayRange;
use super::error::Fault;
use super::{Bound, DateError, PartialDate, Tri, english, iso};
use crate::text::{padded, text_serde};

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
/// nothing. A bound marked `?` counts as unknown. Two spans are two facts: even equal ones may differ in their days.
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
            Some(ends) if ends.start.first > ends.end.last => {
                let text = span.to_string();
                Err(DateError::new(&text, 0, Fault::Reversed).within("span", &text, 0))
            }
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

    /// The first and the last day of its start, then of its end, each as far as the other end leaves room for it.
    ///
    /// What nothing limits is the calendar's first or last day. `None` for what has not begun.
    pub(crate) fn end_days(&self) -> Option<[NaiveDate; 4]> {
        let ends = self.ends()?;
        Some([ends.start.first, ends.last_start(), ends.first_end(), ends.end.last].map(day))
    }

    /// The first and the last day on which it can hold; those of the calendar where nothing limits them. `None` where it
    /// can hold on none.
    pub(crate) fn possible_days(&self) -> Option<(NaiveDate, NaiveDate)> {
        let ends = self.ends()?;
        calendar_days(ends.start.first, ends.end.last)
    }

    /// The first and the last day on which it certainly holds. `None` where there is none.
    pub(crate) fn certain_days(&self) -> Option<(NaiveDate, NaiveDate)> {
        let ends = self.ends()?;
        calendar_days(ends.last_start(), ends.first_end())
    }

    /// The days that the ends can be. `None` for what has not begun.
    fn ends(&self) -> Option<Ends> {
        (self.start != Bound::NotYet)
            .then(|| Ends { start: self.start.days(Side::Start), end: self.end.days(Side::End) })
    }
}

/// The day of a number, and the nearest day of the calendar for what lies beyond it.
fn day(number: i32) -> NaiveDate {
    let beyond = if number < 0 { NaiveDate::MIN } else { NaiveDate::MAX };
    NaiveDate::from_num_days_from_ce_opt(number).unwrap_or(beyond)
}

/// The days of the calendar between two numbers, both included.
fn calendar_days(first: i32, last: i32) -> Option<(NaiveDate, NaiveDate)> {
    let first = first.max(NaiveDate::MIN.num_days_from_ce());
    let last = last.min(NaiveDate::MAX.num_days_from_ce());
    (first <= last).then(|| (day(first), day(last)))
}

impl FromStr for Span {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let in_span = |at| move |error: DateError| error.within("span", text, at);
        if text.is_empty() {
            let fault = Fault::Expected("a date, or two with `/` between them,");
            return Err(in_span(0)(DateError::new(text, 0, fault)));
        }
        if let Some(error) = iso::space_around(text) {
            return Err(in_span(0)(error));
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

impl Span {
    fn write(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        match (self.start, self.end) {
            (Bound::Unknown, Bound::Unknown) => out.write_str("/"),
            (start, end) if start == end && start != Bound::Open => write!(out, "{start}"),
            (Bound::Unknown, end) => write!(out, "/{end}"),
            (start, Bound::Unknown) => write!(out, "{start}/"),
            (start, end) => write!(out, "{start}/{end}"),
        }
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        padded(f, |out| self.write(out))
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

text_serde!(Span, "a span in quotes, such as `\"2013\"`, `\"2013-05/2014\"` or `\"2013-05/..\"`", pattern: super::pattern::span());

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::strategy::{date, span_on};
    use super::super::{Precision, Qualifier};
    use super::*;

    fn read(text: &str) -> Span {
        text.parse().unwrap_or_else(|error| panic!("{error}"))
    }

    #[test]
    fn text_forms() {
        for (text, start, end, stored) in [
            ("2013-09-09", "2013-09-09", "2013-09-09", "2013-09-09"),
            ("2013-09-09/2013-09-09", "2013-09-09", "2013-09-09", "2013-09-09"),
            ("2013-04/2016-07-19", "2013-04", "2016-07-19", "2013-04/2016-07-19"),
            ("2014-05~/..", "2014-05~", "..", "2014-05~/.."),
            ("2014/", "2014", "unknown", "2014/"),
            ("2014/unknown", "2014", "unknown", "2014/"),
            ("/2014", "unknown", "2014", "/2014"),
            ("../2014", "..", "2014", "../2014"),
            ("../..", "..", "..", "../.."),
            ("/", "unknown", "unknown", "/"),
            ("unknown", "unknown", "unknown", "/"),
            ("not-yet", "not-yet", "not-yet", "not-yet"),
            ("not-applicable", "not-applicable", "not-applicable", "not-applicable"),
            ("2013/not-yet", "2013", "not-yet", "2013/not-yet"),
            ("not-yet/2030", "not-yet", "2030", "not-yet/2030"),
            ("[..2013-05]/2014", "[..2013-05]", "2014", "[..2013-05]/2014"),
            (
                "[2013-05..2013-07]",
                "[2013-05..2013-07]",
                "[2013-05..2013-07]",
                "[2013-05..2013-07]",
            ),
            ("9 September 2013/..", "2013-09-09", "..", "2013-09-09/.."),
        ] {
            let span = read(text);
            assert_eq!(span.start().to_string(), start, "{text}");
            assert_eq!(span.end().to_string(), end, "{text}");
            assert_eq!(span.to_string(), stored);
        }
        assert_eq!(Span::default(), Span::UNKNOWN);
        let day = PartialDate::from_day(2013, 9, 9).unwrap();
        assert_eq!((Span::on(day), Span::since(day)), (read("2013-09-09"), read("2013-09-09/..")));
        assert_eq!(serde_json::to_string(&read("2013/..")).unwrap(), "\"2013/..\"");
    }

    #[test]
    fn refuses_and_says_why() {
        for (text, at, says) in [
            ("", 0, "expected a date, or two with `/` between them, at byte 0"),
            ("2014/2013", 0, "the start is after the end"),
            ("2013-09-10/2013-09-09", 0, "the start is after the end"),
            ("30 December - 2 January 2014", 0, "the start is after the end"),
            ("2013/2013-02-30", 13, "February 2013 has 28 days; other months have a day 30"),
            ("..", 0, "expected `/` between two bounds at byte 0"),
            ("2013/2014/2015-01-01/", 9, "expected the end of the span at byte 9"),
            ("2013-09-09T10:00/..", 10, "a time of day at byte 10; write the date only"),
            ("2013 / 2014", 4, "expected no space around the date at byte 4"),
            (" 9-10 May 2013", 0, "expected no space around the date at byte 0"),
        ] {
            let error = text.parse::<Span>().unwrap_err();
            assert_eq!(error.to_string(), format!("invalid span `{text}`: {says}"));
            assert_eq!((error.at(), error.text()), (at, text));
        }
        for text in ["09/10/13", "9/10", "2013/14", "9/10/2013", "09.10.2013"] {
            assert!(text.parse::<Span>().unwrap_err().is_ambiguous(), "{text}");
        }
        let error = serde_json::from_str::<Span>("\"2014/2013\"").unwrap_err().to_string();
        assert!(error.contains("[DAT-002]"), "{error}");
    }

    /// The table in the type's documentation.
    #[test]
    fn covers_as_documented() {
        let days = ["2013-04-30", "2013-05-15", "2014-02-01", "2016-06-01"];
        for (span, answers) in [
            ("2013-05/2016-05-31", ["no", "maybe", "yes", "no"]),
            ("2013-05-15/", ["no", "yes", "maybe", "maybe"]),
            ("2013-05-15/..", ["no", "yes", "yes", "yes"]),
            ("/2013-05-15", ["maybe", "yes", "no", "no"]),
            ("../2013-05-15", ["yes", "yes", "no", "no"]),
            ("[..2013-05-15]/2014", ["maybe", "yes", "maybe", "no"]),
            ("2013-05-15/2014?", ["no", "yes", "maybe", "maybe"]),
            ("not-yet", ["no", "no", "no", "no"]),
            ("not-applicable", ["yes", "yes", "yes", "yes"]),
            ("/", ["maybe", "maybe", "maybe", "maybe"]),
        ] {
            let span = read(span);
            let covers = days.map(|day| span.covers(day.parse::<PartialDate>().unwrap()));
            assert_eq!(covers.map(|answer| answer.to_string()), answers, "{span:?}");
        }
        let tenure = read("2013-04/2016-07-19");
        assert_eq!(tenure.covers("2014".parse::<PartialDate>().unwrap()), Tri::Yes);
        assert_eq!(tenure.covers("2016".parse::<PartialDate>().unwrap()), Tri::Maybe);
        assert_eq!(tenure.covers("2015?".parse::<PartialDate>().unwrap()), Tri::Maybe);
    }

    #[test]
    fn relations_of_worked_examples() {
        use Tri::{Maybe, No, Yes};
        for (a, b, overlaps, contains, precedes) in [
            ("2006-10-30/2006-11-02", "2006-11-02/2006-11-05", Yes, No, No),
            ("2006-10-30/2006-11-02", "2006-11-03/2006-11-05", No, No, Yes),
            ("2013/2016", "2014-05-01/2014-06-01", Yes, Yes, No),
            ("2013-09", "2013-09", Maybe, Maybe, Maybe),
            ("2011/2014-04", "2014-05/..", No, No, Yes),
            ("2011/2014-05", "2014-05/..", Maybe, No, Maybe),
            ("2011/", "2014-05/..", Maybe, Maybe, Maybe),
            ("2011/..", "2014-05/..", Yes, Yes, No),
            ("2011/2012", "not-yet", No, No, Yes),
            ("2011/..", "not-yet", No, No, No),
            ("not-yet", "2011/..", No, No, No),
            ("../..", "/", Yes, Yes, No),
        ] {
            let (a, b) = (read(a), read(b));
            assert_eq!(
                (a.overlaps(&b), a.contains(&b), a.precedes(&b)),
                (overlaps, contains, precedes),
                "{a:?} and {b:?}"
            );
        }
    }

    #[test]
    fn order_and_length() {
        for (span, order, days) in [
            ("2013-09-09", "yes", Some((1, 1))),
            ("2006-10-30/2006-11-02", "yes", Some((4, 4))),
            ("2013-09", "yes", Some((1, 30))),
            // The gaps between the China-UK roundtables: 489, 488, 311, 711 and 770 days from one to the next.
            ("2008-03-20/2009-07-22", "yes", Some((490, 490))),
            ("2009-07-22/2010-11-22", "yes", Some((489, 489))),
            ("2010-11-22/2011-09-29", "yes", Some((312, 312))),
            ("2011-09-29/2013-09-09", "yes", Some((712, 712))),
            ("2013-09-09/2015-10-19", "yes", Some((771, 771))),
            ("2013-05/2014", "yes", Some((216, 610))),
            ("2013-05/2013", "maybe", Some((1, 245))),
            ("2014/[..2014-06]", "maybe", None),
            ("2013?/2014", "maybe", Some((2, 730))),
            ("2014?/2013", "maybe", None),
            ("2013/", "yes", None),
            ("2013/..", "yes", None),
            ("[..2013]/2014", "yes", None),
            ("not-yet/2014", "yes", None),
        ] {
            let span = read(span);
            assert_eq!((span.order().as_str(), span.days()), (order, days), "{span:?}");
        }
    }

    #[test]
    fn ended_and_open() {
        let as_of = NaiveDate::from_ymd_opt(2016, 7, 19).unwrap();
        for (span, ended, open) in [
            ("2013-04/2016-07-19", "no", false),
            ("2013-04/2016-07-18", "yes", false),
            ("2013-04/2016-07", "maybe", false),
            ("2013-04/", "maybe", false),
            ("2013-04/..", "no", true),
            ("2013-04/not-yet", "no", true),
            ("not-yet", "no", false),
        ] {
            let span = read(span);
            assert_eq!((span.is_ended(as_of).as_str(), span.is_open()), (ended, open), "{span:?}");
        }
        assert!(read("unknown").is_unknown() && !read("2013/").is_unknown());
    }

    /// A window of days around those that the spans below name, with room for `?` and for what is not limited, and a
    /// day before and one after all others.
    const WINDOW: std::ops::RangeInclusive<i32> = 0..=10;
    const BEFORE_ALL: i32 = -1;
    const AFTER_ALL: i32 = 11;

    fn day(number: i32) -> NaiveDate {
        // Across the end of a leap February.
        NaiveDate::from_ymd_opt(2012, 2, 24).unwrap()
            + chrono::Days::new(u64::try_from(number).unwrap())
    }

    fn near_day() -> impl Strategy<Value = PartialDate> {
        (3..=7, prop::sample::select(Qualifier::ALL)).prop_map(|(number, qualifier)| {
            PartialDate::from(day(number)).with_qualifier(qualifier)
        })
    }

    /// Whether a bound can be that day, straight from its description.
    fn can_be(bound: Bound, side: Side, number: i32) -> bool {
        let in_window = WINDOW.contains(&number);
        let endless = match side {
            Side::Start => number == BEFORE_ALL,
            Side::End => number == AFTER_ALL,
        };
        let reach = |date: PartialDate| i32::from(date.qualifier().is_approximate());
        let number_of = |date: PartialDate| {
            WINDOW.into_iter().find(|n| Some(day(*n)) == date.to_day()).unwrap()
        };
        let from = |date: PartialDate| {
            date.qualifier().is_uncertain() || number >= number_of(date) - reach(date)
        };
        let to = |date: PartialDate| {
            date.qualifier().is_uncertain() || number <= number_of(date) + reach(date)
        };
        match bound {
            Bound::On(date) => (in_window || endless) && from(date) && to(date),
            Bound::Before(date) => (in_window || endless) && to(date),
            Bound::After(date) => (in_window || endless) && from(date),
            Bound::Between(range) => {
                (in_window || endless) && from(range.first()) && to(range.last())
            }
            Bound::Unknown => in_window || endless,
            Bound::Open | Bound::NotApplicable | Bound::NotYet => endless,
        }
    }

    /// Every pair of days that a span can be.
    fn completions(span: Span) -> Vec<(i32, i32)> {
        let all = || BEFORE_ALL..=AFTER_ALL;
        all()
            .filter(|start| can_be(span.start(), Side::Start, *start))
            .flat_map(|start| all().map(move |end| (start, end)))
            .filter(|(start, end)| start <= end && can_be(span.end(), Side::End, *end))
            .collect()
    }

    fn sum_up(answers: impl Iterator<Item = bool>) -> Tri {
        let (mut yes, mut no) = (false, false);
        answers.for_each(|answer| if answer { yes = true } else { no = true });
        assert!(yes || no, "no completion");
        Tri::of(yes, no)
    }

    fn begun() -> impl Strategy<Value = Span> {
        span_on(near_day).prop_filter("not begun", |span| span.start() != Bound::NotYet)
    }

    proptest! {
        #[test]
        fn text_round_trips(span in span_on(date)) {
            prop_assert_eq!(span.to_string().parse(), Ok(span));
        }

        #[test]
        fn covers_is_brute_force(span in begun(), number in 1..=9, approximate in any::<bool>()) {
            let qualifier = if approximate { Qualifier::Approximate } else { Qualifier::Exact };
            let date = PartialDate::from(day(number)).with_qualifier(qualifier);
            let reach = i32::from(approximate);
            let answer = sum_up(completions(span).into_iter().flat_map(|(start, end)| {
                (number - reach..=number + reach).map(move |day| start <= day && day <= end)
            }));
            prop_assert_eq!(span.covers(date), answer, "{:?} {:?}", span, date);
        }

        #[test]
        fn relations_are_brute_force(a in begun(), b in begun()) {
            let (of_a, of_b) = (completions(a), completions(b));
            let sum_up = |relation: fn(i32, i32, i32, i32) -> bool| {
                sum_up(of_a.iter().flat_map(|a| of_b.iter().map(|b| relation(a.0, a.1, b.0, b.1))))
            };
            let overlaps = |s: i32, e: i32, t: i32, f: i32| (s..=e).any(|day| t <= day && day <= f);
            prop_assert_eq!(a.overlaps(&b), sum_up(overlaps), "{:?} overlaps {:?}", a, b);
            prop_assert_eq!(a.contains(&b), sum_up(|s, e, t, f| s <= t && f <= e), "{:?} contains {:?}", a, b);
            prop_assert_eq!(a.precedes(&b), sum_up(|_, e, t, _| e < t), "{:?} precedes {:?}", a, b);
        }

        #[test]
        fn lengths_are_brute_force(span in begun()) {
            if let Some(days) = span.days().filter(|_| !format!("{span}").contains(['?', '%'])) {
                let all = completions(span).into_iter().map(|(start, end)| i64::from(end - start + 1));
                prop_assert_eq!(Some(days), all.clone().min().zip(all.max()));
            }
        }

        #[test]
        fn relations_agree(a in span_on(date), b in span_on(date)) {
            prop_assert_eq!(a.overlaps(&b), b.overlaps(&a));
            prop_assert!(!a.precedes(&b).is_yes() || a.overlaps(&b).is_no());
            prop_assert!(!a.contains(&b).is_yes() || a.overlaps(&b).is_yes());
        }

        #[test]
        fn what_is_refused_has_no_order(a in near_day(), b in near_day()) {
            let span = Span::new(a, b);
            prop_assert_eq!(span.is_err(), a.is_after(b).is_yes());
            if let Ok(span) = span {
                prop_assert_eq!(span.order(), if a == b { Tri::Yes } else { !a.is_after(b) });
            }
        }

        #[test]
        fn any_text_is_read_or_refused(text in "\\PC{0,24}", span in "[-0-9SQ~?%/.\\[\\] ]{0,24}") {
            for text in [text, span] {
                match text.parse::<Span>() {
                    Ok(span) => prop_assert_eq!(span.to_string().parse(), Ok(span)),
                    Err(error) => prop_assert!(error.at() <= text.len() && error.text() == text),
                }
            }
        }
    }

    #[test]
    fn every_precision_completes_by_its_days() {
        for precision in Precision::ALL {
            let date = PartialDate::from(day(4)).coarsen(*precision);
            let span = Span::on(date);
            let outside =
                [date.earliest().pred_opt(), date.latest().succ_opt()].map(Option::unwrap);
            assert_eq!(outside.map(|day| span.covers(day)), [Tri::No; 2], "{date}");
            assert!(!span.covers(date.earliest()).is_no() && !span.covers(date.latest()).is_no());
        }
    }

    proptest! {
        #[test]
        fn days_are_those_that_it_covers(span in span_on(date), when in date()) {
            let day = when.earliest();
            let lies_in = |days: Option<(NaiveDate, NaiveDate)>| {
                days.is_some_and(|(first, last)| first <= day && day <= last)
            };
            prop_assert_eq!(span.covers(day) != Tri::No, lies_in(span.possible_days()));
            prop_assert_eq!(span.covers(day) == Tri::Yes, lies_in(span.certain_days()));
        }
    }
}
