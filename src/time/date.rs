//! Dates known to the year, half, quarter, month or day.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::error::Fault;
use super::{DateError, Span, Tri, english, iso};
use crate::text::{padded, text_serde, words};

words! {
    /// To which unit a date is known, from coarse to fine.
    pub enum Precision: closed "precision" {
        /// To the year.
        Year = "year",
        /// To the half of a year.
        Half = "half",
        /// To the quarter.
        Quarter = "quarter",
        /// To the month.
        Month = "month",
        /// To the day.
        Day = "day",
    }
}

impl Precision {
    /// How many months the unit has; none for the day.
    fn months(self) -> Option<u32> {
        match self {
            Self::Year => Some(12),
            Self::Half => Some(6),
            Self::Quarter => Some(3),
            Self::Month => Some(1),
            Self::Day => None,
        }
    }

    /// The last day of so many units from `first` on. The calendar ends with a whole year, so that a unit that would
    /// reach beyond its end ends there.
    fn last_of(self, first: NaiveDate, units: u32) -> NaiveDate {
        match self.months() {
            Some(months) => first
                .checked_add_months(Months::new(months * units))
                .and_then(|after| after.pred_opt()),
            None => first.checked_add_days(Days::new(u64::from(units.saturating_sub(1)))),
        }
        .unwrap_or(NaiveDate::MAX)
    }

    /// The first day of the unit before the one that starts on `first`, or of the calendar.
    fn before(self, first: NaiveDate) -> NaiveDate {
        match self.months() {
            Some(months) => first.checked_sub_months(Months::new(months)),
            None => first.pred_opt(),
        }
        .unwrap_or(NaiveDate::MIN)
    }
}

words! {
    /// How firmly a source holds a date, as EDTF marks it.
    pub enum Qualifier: closed "qualifier" {
        /// As written. No mark.
        Exact = "exact",
        /// About then: mark `~`.
        Approximate = "approximate",
        /// Possibly wrong altogether: mark `?`.
        Uncertain = "uncertain",
        /// Both: mark `%`.
        ApproximateAndUncertain = "approximate-and-uncertain",
    }
}

impl Qualifier {
    /// Whether the date stands for a little more than its days: `~` and `%`.
    pub fn is_approximate(self) -> bool {
        matches!(self, Self::Approximate | Self::ApproximateAndUncertain)
    }

    /// Whether the date may be wrong altogether: `?` and `%`.
    pub fn is_uncertain(self) -> bool {
        matches!(self, Self::Uncertain | Self::ApproximateAndUncertain)
    }

    fn mark(self) -> &'static str {
        match self {
            Self::Exact => "",
            Self::Approximate => "~",
            Self::Uncertain => "?",
            Self::ApproximateAndUncertain => "%",
        }
    }

    pub(super) fn from_mark(mark: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|qualifier| qualifier.mark() == mark)
    }
}

/// A date as a source gives it: an unknown day within a year, half, quarter or month, or a day.
///
/// # Text
///
/// Written as `2013`, `2013-S1` (half), `2013-Q3` (quarter), `2013-09` or `2013-09-09`, each with an optional mark.
/// Years outside 0000 to 9999 have a sign: `-0043` is 44 BC. English forms are read as well:
/// `September 2013`, `Sept. 2013`, `9 September 2013`, `September 9th, 2013`, `Monday, 9 September 2013` (the weekday
/// has to be right), `circa 2013`, `c. 2013`.
///
/// Digits in any other order are refused, because nothing tells the day from the month in `09/10/13`; so are times
/// of day.
///
/// # Marks
///
/// - `~` (approximate) adds one unit of the date's own precision on either side: `2013~` is a day in 2012, 2013 or
///   2014, `2013-09-09~` one of three days.
/// - `?` (uncertain) leaves the days, but the date may be wrong: relations between dates and spans count it as an
///   unknown day, so that they answer [`Tri::Maybe`] where the answer rests on it.
/// - `%` is both.
///
/// # Order
///
/// `Ord` is for sorting: by the first day as written, then coarse before fine, then by mark. Whether one date really
/// lies before another is the question of [`is_before`](Self::is_before).
///
/// ```
/// use netpolity::time::{PartialDate, Precision, Tri};
///
/// let month: PartialDate = "Sept. 2013".parse()?;
/// assert_eq!(month.to_string(), "2013-09");
/// assert_eq!(month.precision(), Precision::Month);
/// assert_eq!(month.latest().to_string(), "2013-09-30");
///
/// let day = PartialDate::from_day(2013, 9, 9)?;
/// assert!(day.refines(month));
/// assert_eq!(month.is_before(day), Tri::Maybe);
/// assert!("09/10/13".parse::<PartialDate>().unwrap_err().is_ambiguous());
/// # Ok::<(), netpolity::time::DateError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartialDate {
    /// The first day of the unit, without regard to the qualifier.
    first: NaiveDate,
    precision: Precision,
    qualifier: Qualifier,
}

impl PartialDate {
    pub(super) const fn exact(first: NaiveDate, precision: Precision) -> Self {
        Self { first, precision, qualifier: Qualifier::Exact }
    }

    /// Some day of a year.
    ///
    /// # Errors
    /// Where the year lies outside chrono's calendar (about a quarter of a million years either way).
    pub fn from_year(year: i32) -> Result<Self, DateError> {
        Self::new(year, 1, 1, Precision::Year)
            .map_err(|fault| DateError::new(&iso::Year(year).to_string(), 0, fault))
    }

    /// Some day of the first or second half of a year.
    ///
    /// # Errors
    /// As [`from_year`](Self::from_year), or where the half is neither 1 nor 2 (DAT-001).
    pub fn from_half(year: i32, half: u32) -> Result<Self, DateError> {
        Self::new_part(year, half, Precision::Half)
            .map_err(|fault| DateError::new(&format!("{}-S{half}", iso::Year(year)), 0, fault))
    }

    /// Some day of a quarter.
    ///
    /// # Errors
    /// As [`from_year`](Self::from_year), or where the quarter is not 1 to 4 (DAT-001).
    pub fn from_quarter(year: i32, quarter: u32) -> Result<Self, DateError> {
        Self::new_part(year, quarter, Precision::Quarter)
            .map_err(|fault| DateError::new(&format!("{}-Q{quarter}", iso::Year(year)), 0, fault))
    }

    /// Some day of a month.
    ///
    /// # Errors
    /// As [`from_year`](Self::from_year), or where the month is not 1 to 12 (DAT-001).
    pub fn from_month(year: i32, month: u32) -> Result<Self, DateError> {
        Self::new(year, month, 1, Precision::Month)
            .map_err(|fault| DateError::new(&format!("{}-{month:02}", iso::Year(year)), 0, fault))
    }

    /// A day.
    ///
    /// # Errors
    /// As [`from_month`](Self::from_month), or where the month has no such day (DAT-001).
    pub fn from_day(year: i32, month: u32, day: u32) -> Result<Self, DateError> {
        Self::new(year, month, day, Precision::Day).map_err(|fault| {
            DateError::new(&format!("{}-{month:02}-{day:02}", iso::Year(year)), 0, fault)
        })
    }

    pub(super) fn new(
        year: i32,
        month: u32,
        day: u32,
        precision: Precision,
    ) -> Result<Self, Fault> {
        match NaiveDate::from_ymd_opt(year, month, day) {
            Some(first) => Ok(Self::exact(first, precision)),
            None if !(1..=12).contains(&month) => Err(Fault::Month(month)),
            None if NaiveDate::from_ymd_opt(year, 1, 1).is_none() => Err(Fault::Year),
            None => Err(Fault::Day { year, month, day }),
        }
    }

    /// The `number`th half or quarter of a year.
    pub(super) fn new_part(year: i32, number: u32, precision: Precision) -> Result<Self, Fault> {
        let months = precision.months().unwrap_or(1);
        let last = 12 / months;
        if !(1..=last).contains(&number) {
            return Err(Fault::Part { name: precision.as_str(), number, last });
        }
        Self::new(year, (number - 1) * months + 1, 1, precision)
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.first.year()
    }

    /// The month, 1 to 12, where the date is known to the month or the day.
    pub fn month(self) -> Option<u32> {
        (self.precision >= Precision::Month).then(|| self.first.month())
    }

    /// The day of the month, 1 to 31, where the date is known to the day.
    pub fn day(self) -> Option<u32> {
        (self.precision == Precision::Day).then(|| self.first.day())
    }

    /// To which unit the date is known.
    pub fn precision(self) -> Precision {
        self.precision
    }

    /// How firmly the date is held.
    pub fn qualifier(self) -> Qualifier {
        self.qualifier
    }

    /// The same date, held otherwise.
    #[must_use]
    pub fn with_qualifier(self, qualifier: Qualifier) -> Self {
        Self { qualifier, ..self }
    }

    /// The first day that it can be; an approximate date starts one unit early.
    pub fn earliest(self) -> NaiveDate {
        if self.qualifier.is_approximate() { self.precision.before(self.first) } else { self.first }
    }

    /// The last day that it can be; an approximate date ends one unit late.
    pub fn latest(self) -> NaiveDate {
        self.precision.last_of(self.first, if self.qualifier.is_approximate() { 2 } else { 1 })
    }

    /// The day as written, whatever its mark, where the date is known to the day.
    pub fn to_day(self) -> Option<NaiveDate> {
        (self.precision == Precision::Day).then_some(self.first)
    }

    /// The weekday of the day as written, where the date is known to the day.
    pub fn weekday(self) -> Option<Weekday> {
        self.to_day().map(|day| day.weekday())
    }

    /// The unit of that precision in which the date lies, under the same mark; the date itself where it is no finer.
    #[must_use]
    pub fn coarsen(self, precision: Precision) -> Self {
        if precision >= self.precision {
            return self;
        }
        let months = precision.months().unwrap_or(1);
        let month = self.first.month0() / months * months;
        // The first day of an earlier or the same month of the same year always exists.
        let first = self.first.with_day(1).and_then(|first| first.with_month0(month));
        Self { first: first.unwrap_or(self.first), precision, ..self }
    }

    /// Whether the date lies within the other's days and is at least as precise: agreement, not conflict.
    ///
    /// Marks count by the days they add; `2013-09-09` refines `2013-09?` and `2013-08~`.
    pub fn refines(self, other: Self) -> bool {
        self.precision >= other.precision
            && self.earliest() >= other.earliest()
            && self.latest() <= other.latest()
    }

    /// Whether the date lies before the other.
    pub fn is_before(self, other: Self) -> Tri {
        let (a, b) = (self.days(), other.days());
        Tri::of(a.first < b.last, a.last >= b.first)
    }

    /// Whether the date lies after the other.
    pub fn is_after(self, other: Self) -> Tri {
        other.is_before(self)
    }

    /// Whether the two are the same day.
    ///
    /// Two equal dates need not be: both known to the month only, they are the same day maybe.
    pub fn is_same_day(self, other: Self) -> Tri {
        let (a, b) = (self.days(), other.days());
        let one_day = a.first == a.last && a == b;
        Tri::of(a.first <= b.last && b.first <= a.last, !one_day)
    }

    /// The days that it can be, all where it may be wrong.
    pub(super) fn days(self) -> DayRange {
        if self.qualifier.is_uncertain() {
            return DayRange::ALL;
        }
        DayRange {
            first: self.earliest().num_days_from_ce(),
            last: self.latest().num_days_from_ce(),
        }
    }
}

/// Days by number, both ends included, with [`ALWAYS`](Self::ALWAYS) and [`NEVER`](Self::NEVER) beyond every day of
/// the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct DayRange {
    pub(super) first: i32,
    pub(super) last: i32,
}

impl DayRange {
    /// Before every day.
    pub(super) const ALWAYS: i32 = i32::MIN;
    /// After every day.
    pub(super) const NEVER: i32 = i32::MAX;
    pub(super) const ALL: Self = Self { first: Self::ALWAYS, last: Self::NEVER };
}

impl From<NaiveDate> for PartialDate {
    fn from(day: NaiveDate) -> Self {
        Self::exact(day, Precision::Day)
    }
}

impl FromStr for PartialDate {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        if let Some(error) = iso::space_around(text) {
            return Err(error);
        }
        let read = if iso::starts(text) { iso::marked_date(text) } else { english::date(text) };
        // Only on the way out: a span deserves a better answer than a date with rubbish behind it.
        read.map_err(|error| match text.split_once('/') {
            Some((_, end)) if !end.contains('/') && text.parse::<Span>().is_ok() => {
                DateError::new(text, 0, Fault::NotOneDate)
            }
            _ => error,
        })
    }
}

impl PartialDate {
    fn write(self, out: &mut dyn fmt::Write) -> fmt::Result {
        let (month, mark) = (self.first.month(), self.qualifier.mark());
        write!(out, "{}", iso::Year(self.year()))?;
        match self.precision {
            Precision::Year => out.write_str(mark),
            Precision::Half => write!(out, "-S{}{mark}", month.div_ceil(6)),
            Precision::Quarter => write!(out, "-Q{}{mark}", month.div_ceil(3)),
            Precision::Month => write!(out, "-{month:02}{mark}"),
            Precision::Day => write!(out, "-{month:02}-{:02}{mark}", self.first.day()),
        }
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        padded(f, |out| self.write(out))
    }
}

impl fmt::Debug for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

text_serde!(PartialDate, "a date in quotes, such as `\"2013\"`, `\"2013-09\"` or `\"2013-09-09\"`", pattern: super::pattern::date());

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::strategy::{date, exact_date};
    use super::*;

    fn read(text: &str) -> PartialDate {
        text.parse().unwrap_or_else(|error| panic!("{error}"))
    }

    #[test]
    fn days_of_every_precision() {
        for (text, earliest, latest) in [
            ("2013", "2013-01-01", "2013-12-31"),
            ("2013-S1", "2013-01-01", "2013-06-30"),
            ("2013-S2", "2013-07-01", "2013-12-31"),
            ("2013-Q1", "2013-01-01", "2013-03-31"),
            ("2013-Q3", "2013-07-01", "2013-09-30"),
            ("2012-02", "2012-02-01", "2012-02-29"),
            ("1900-02", "1900-02-01", "1900-02-28"),
            ("2013-09-09", "2013-09-09", "2013-09-09"),
            ("2013~", "2012-01-01", "2014-12-31"),
            ("2013-S1~", "2012-07-01", "2013-12-31"),
            ("2013-Q1%", "2012-10-01", "2013-06-30"),
            ("2012-03~", "2012-02-01", "2012-04-30"),
            ("2012-03-01~", "2012-02-29", "2012-03-02"),
            ("2013?", "2013-01-01", "2013-12-31"),
            ("0000", "0000-01-01", "0000-12-31"),
            ("-0043-03", "-0043-03-01", "-0043-03-31"),
            ("+12345", "+12345-01-01", "+12345-12-31"),
            ("-262143~", "-262143-01-01", "-262142-12-31"),
            ("+262142~", "+262141-01-01", "+262142-12-31"),
        ] {
            let date = read(text);
            assert_eq!(
                (date.to_string(), date.earliest().to_string(), date.latest().to_string()),
                (text.to_owned(), earliest.to_owned(), latest.to_owned())
            );
        }
    }

    #[test]
    fn getters_give_no_more_than_is_known() {
        let (day, month) = (read("2013-09-09?"), read("2013-09"));
        assert_eq!((day.year(), day.month(), day.day()), (2013, Some(9), Some(9)));
        assert_eq!((month.year(), month.month(), month.day()), (2013, Some(9), None));
        assert_eq!(read("2013-Q3").month(), None);
        assert_eq!((day.weekday(), month.weekday()), (Some(Weekday::Mon), None));
        assert_eq!((day.qualifier(), month.to_day()), (Qualifier::Uncertain, None));
        assert_eq!(std::mem::size_of::<PartialDate>(), 8);
        assert_eq!(format!("{day:>12}|{month:<9}|"), " 2013-09-09?|2013-09  |");
    }

    #[test]
    fn refuses_and_says_why() {
        for (text, at, says) in [
            ("2013-02-30", 8, "February 2013 has 28 days; other months have a day 30"),
            ("2013-02-29", 8, "February 2013 has 28 days; leap years have a day 29"),
            ("2013-04-31", 8, "April 2013 has 30 days; other months have a day 31"),
            ("2013-04-32", 8, "no month has a day 32"),
            ("2013-00", 5, "there is no month 0; months are 1 to 12"),
            ("2013-13-01", 5, "there is no month 13; months are 1 to 12"),
            ("2013-Q5", 6, "there is no quarter 5; it is 1 to 4"),
            ("2013-S3", 6, "there is no half 3; it is 1 to 2"),
            ("30 February 2013", 0, "February 2013 has 28 days; other months have a day 30"),
            ("Tuesday, 9 September 2013", 0, "2013-09-09 is a Monday, not a Tuesday"),
        ] {
            let error = text.parse::<PartialDate>().unwrap_err();
            assert!(error.is_no_such_day(), "{error}");
            assert_eq!((error.text(), error.at()), (text, at), "{error}");
            assert_eq!(error.to_string(), format!("invalid date `{text}`: {says}"));
        }
        for text in [
            "09/10/13",
            "9/10/2013",
            "09.10.2013",
            "9-10-2013",
            "2013/09/10",
            "2013.09.10",
            "20130909",
            "2013-9-9",
            "130909",
            "13",
            "9/10",
            "9 10 2013",
            "2013-9",
        ] {
            let error = text.parse::<PartialDate>().unwrap_err();
            assert!(error.is_ambiguous(), "{error}");
        }
        for (text, says) in [
            ("", "expected a date, such as `2013-09-09` or `9 September 2013`, at byte 0"),
            ("2013-09-09T10:00:00Z", "a time of day at byte 10; write the date only"),
            ("2013-09-09 10:00", "a time of day at byte 10; write the date only"),
            ("2013-09!", "expected the end of the date, or one of `~`, `?` and `%`, at byte 7"),
            (" 2013", "expected no space around the date at byte 0"),
            ("May 2013 ", "expected no space around the date at byte 8"),
            ("201X", "expected a year of four digits at byte 0"),
            ("+300000", "the calendar has the years -262143 to 262142"),
            ("2012/2013", "this is a span; expected one date"),
            ("9-10 September 2013", "this is a span; expected one date"),
            (
                "9 Septembr 2013",
                "expected the name of a month at byte 2; did you mean `September`?",
            ),
            ("9 September", "expected a month name and a year of four digits at byte 11"),
            ("9 September 13", "expected a day, or a year of four digits, at byte 12"),
            (
                "Monday, September 2013",
                "expected a month name and a year of four digits at byte 22",
            ),
        ] {
            let error = text.parse::<PartialDate>().unwrap_err();
            assert_eq!(error.to_string(), format!("invalid date `{text}`: {says}"));
            assert!(!error.is_ambiguous() && !error.is_no_such_day());
        }
    }

    #[test]
    fn numbers_are_checked_like_text() {
        assert_eq!(PartialDate::from_quarter(2013, 3), "2013-Q3".parse());
        assert_eq!(PartialDate::from_half(2013, 2), "2013-S2".parse());
        let error = PartialDate::from_day(2013, 2, 30).unwrap_err();
        assert_eq!((error.text(), error.is_no_such_day()), ("2013-02-30", true));
        for error in [
            PartialDate::from_month(2013, 13),
            PartialDate::from_quarter(2013, 0),
            PartialDate::from_half(2013, u32::MAX),
        ] {
            assert!(error.unwrap_err().is_no_such_day());
        }
        assert_eq!(PartialDate::from_year(i32::MIN).unwrap_err().text(), "-2147483648");
    }

    #[test]
    fn serde_is_the_text_and_keeps_the_rule() {
        let json = serde_json::to_string(&read("2013-09~")).unwrap();
        assert_eq!(json, "\"2013-09~\"");
        assert_eq!(serde_json::from_str::<PartialDate>(&json).unwrap(), read("2013-09~"));
        for (json, rule) in [("\"2013-02-30\"", "[DAT-001]"), ("\"09/10/13\"", "[DAT-007]")] {
            let error = serde_json::from_str::<PartialDate>(json).unwrap_err().to_string();
            assert!(error.contains(rule), "{error}");
        }
    }

    #[test]
    fn relations_of_worked_examples() {
        use Tri::{Maybe, No, Yes};
        for (a, b, before, same) in [
            ("2012", "2013", Yes, No),
            ("2013", "2012", No, No),
            ("2013-09", "2013-09-09", Maybe, Maybe),
            ("2013-09", "2013-09-30", Maybe, Maybe),
            ("2013-09", "2013-09-01", No, Maybe),
            ("2013-09-09", "2013-09-09", No, Yes),
            ("2013-09", "2013-09", Maybe, Maybe),
            ("2013-09-09~", "2013-09-10", Maybe, Maybe),
            ("2013-09-09~", "2013-09-11", Yes, No),
            ("2012?", "2013", Maybe, Maybe),
        ] {
            let (a, b) = (read(a), read(b));
            assert_eq!((a.is_before(b), a.is_same_day(b)), (before, same), "{a} and {b}");
        }
        for (a, b, refines) in [
            ("2013-09-09", "2013", true),
            ("2013", "2013-09-09", false),
            ("2013-Q3", "2013-S2", true),
            ("2013-09", "2013-08~", true),
            ("2013-09~", "2013-09", false),
            ("2013-10", "2013-Q3", false),
        ] {
            assert_eq!(read(a).refines(read(b)), refines, "{a} and {b}");
        }
    }

    #[test]
    fn sorts_by_first_day_then_coarse_before_fine() {
        let sorted =
            ["2012-12-31", "2013", "2013-S1", "2013-Q1", "2013-01", "2013-01-01", "2013-01-01~"];
        assert!(sorted.map(read).is_sorted());
        assert!(read("2013-01-01~") < read("2013-02"));
    }

    proptest! {
        #[test]
        fn text_round_trips(date in date()) {
            prop_assert_eq!(date.to_string().parse(), Ok(date));
        }

        #[test]
        fn earliest_is_not_after_latest(date in date()) {
            prop_assert!(date.earliest() <= date.latest());
            prop_assert!(date.refines(date));
        }

        #[test]
        fn refining_carries_over(a in date(), coarser in 0..5_usize, coarsest in 0..5_usize, c in date()) {
            let b = a.coarsen(Precision::ALL[coarser]);
            let coarsest = b.coarsen(Precision::ALL[coarsest]);
            prop_assert!(a.refines(b) && b.refines(coarsest) && a.refines(coarsest));
            prop_assert!(!(a.refines(c) && c.refines(b)) || a.refines(b));
        }

        #[test]
        fn before_and_after_agree(a in date(), b in date()) {
            prop_assert_eq!(a.is_before(b), b.is_after(a));
            prop_assert_eq!(a.is_same_day(b), b.is_same_day(a));
            prop_assert!(!(a.is_before(b).is_yes() && b.is_before(a).is_yes()));
        }

        #[test]
        fn uncertain_dates_answer_maybe(a in exact_date(), b in date()) {
            let a = a.with_qualifier(Qualifier::Uncertain);
            prop_assert!(a.is_before(b).is_maybe() && a.is_same_day(b).is_maybe());
        }

        #[test]
        fn any_text_is_read_or_refused(text in "\\PC{0,20}", date in "[-+0-9SQWT~?%/ .]{0,14}") {
            for text in [text, date] {
                if let Err(error) = text.parse::<PartialDate>() {
                    prop_assert!(error.at() <= error.text().len());
                    prop_assert_eq!(error.text(), text);
                }
            }
        }
    }
}
