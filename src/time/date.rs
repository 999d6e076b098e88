//! Dates known to the year, half, quarter, month or day.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::error::Fault;
use super::{DateError, Span, Tri, english, iso};
use crate::text::{text_serde, words};

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
        let read = if iso::starts(text) { iso::marked_date(text) } else { english::date(text) };
        // Only on the way out: a span deserves a better answer than a date with rubbish behind it.
        read.map_err(|error| match text.parse::<Span>() {
            Ok(_) if text.contains('/') => DateError::new(text, 0, Fault::NotOneDate),
            _ => error,
        })
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if f.width().is_some() || f.precision().is_some() {
            return f.pad(&self.to_string());
        }
        let (month, mark) = (self.first.month(), self.qualifier.mark());
        iso::Year(self.year()).fmt(f)?;
        match self.precision {
            Precision::Year => f.write_str(mark),
            Precision::Half => write!(f, "-S{}{mark}", month.div_ceil(6)),
            Precision::Quarter => write!(f, "-Q{}{mark}", month.div_ceil(3)),
            Precision::Month => write!(f, "-{month:02}{mark}"),
            Precision::Day => write!(f, "-{month:02}-{:02}{mark}", self.first.day()),
        }
    }
}

impl fmt::Debug for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

text_serde!(PartialDate, "a date, such as 2013, 2013-09 or 2013-09-09");
