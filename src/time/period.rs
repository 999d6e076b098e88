//! What an observation in a series refers to.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate, Weekday};

use super::error::Fault;
use super::{DateError, PartialDate, Precision, iso};
use crate::text::{text_serde, words};

words! {
    /// What kind of period: its length, or how it is bounded.
    pub enum PeriodKind: closed "period kind" {
        /// Several calendar years, such as `2019/2021`.
        YearRange = "year-range",
        /// A calendar year.
        Year = "year",
        /// A fiscal year, whose first month is the reporter's own.
        FiscalYear = "fiscal-year",
        /// A half of a calendar year.
        Half = "half",
        /// A quarter of a calendar year.
        Quarter = "quarter",
        /// A month.
        Month = "month",
        /// A week of ISO 8601, Monday to Sunday.
        Week = "week",
        /// A day.
        Day = "day",
    }
}

/// The stretch of time to which a value in a series refers.
///
/// # Text
///
/// `2012`, `2012-S1`, `2012-Q3`, `2012-09`, `2012-W37`, `2012-09-09`; a range of years `2019/2021`, also read from
/// `2019-2021`; a fiscal year `FY2013`. A range is not its end year, and a fiscal year is not the calendar year of the
/// same number.
///
/// # Order
///
/// By first day, longer before shorter. A fiscal year sorts with the calendar year of its number, after it.
///
/// ```
/// use netpolity::time::{Period, PeriodKind};
///
/// let week: Period = "2013-W37".parse()?;
/// assert_eq!(week.kind(), PeriodKind::Week);
/// assert_eq!(week.first_day().map(|day| day.to_string()).as_deref(), Some("2013-09-09"));
///
/// let range: Period = "2019-2021".parse()?;
/// assert_eq!(range.to_string(), "2019/2021");
/// assert_eq!(range.year(), None);
/// assert_ne!(range, Period::from_year(2021)?);
/// # Ok::<(), netpolity::time::DateError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Period {
    kind: PeriodKind,
    first: NaiveDate,
    last: NaiveDate,
}

impl Period {
    /// A calendar year.
    ///
    /// # Errors
    /// Where the year lies outside chrono's calendar.
    pub fn from_year(year: i32) -> Result<Self, DateError> {
        PartialDate::from_year(year).map(Self::of).map_err(in_period)
    }

    /// A half of a calendar year, 1 or 2.
    ///
    /// # Errors
    /// As [`from_year`](Self::from_year), or where there is no such half (DAT-001).
    pub fn from_half(year: i32, half: u32) -> Result<Self, DateError> {
        PartialDate::from_half(year, half).map(Self::of).map_err(in_period)
    }

    /// A quarter of a calendar year, 1 to 4.
    ///
    /// # Errors
    /// As [`from_year`](Self::from_year), or where there is no such quarter (DAT-001).
    pub fn from_quarter(year: i32, quarter: u32) -> Result<Self, DateError> {
        PartialDate::from_quarter(year, quarter).map(Self::of).map_err(in_period)
    }

    /// A month, 1 to 12.
    ///
    /// # Errors
    /// As [`from_year`](Self::from_year), or where there is no such month (DAT-001).
    pub fn from_month(year: i32, month: u32) -> Result<Self, DateError> {
        PartialDate::from_month(year, month).map(Self::of).map_err(in_period)
    }

    /// A week of ISO 8601, by its own year, which differs from the calendar's around New Year.
    ///
    /// # Errors
    /// As [`from_year`](Self::from_year), or where the year has no such week (DAT-001).
    pub fn from_week(year: i32, week: u32) -> Result<Self, DateError> {
        Self::new_week(year, week).map_err(|fault| {
            in_period(DateError::new(&format!("{}-W{week:02}", iso::Year(year)), 0, fault))
        })
    }

    /// From the first to the last of several calendar years, both included.
    ///
    /// # Errors
    /// As [`from_year`](Self::from_year), or where the last year is not after the first (DAT-002).
    pub fn from_years(first: i32, last: i32) -> Result<Self, DateError> {
        let text = || format!("{}/{}", iso::Year(first), iso::Year(last));
        Self::new_years(first, last).map_err(|fault| in_period(DateError::new(&text(), 0, fault)))
    }

    /// A fiscal year by its number. Whether that is the year in which it starts or ends is the reporter's custom.
    ///
    /// # Errors
    /// As [`from_year`](Self::from_year).
    pub fn from_fiscal_year(year: i32) -> Result<Self, DateError> {
        Ok(Self { kind: PeriodKind::FiscalYear, ..Self::from_year(year)? })
    }

    fn new_week(year: i32, week: u32) -> Result<Self, Fault> {
        let day = |weekday| NaiveDate::from_isoywd_opt(year, week, weekday);
        match (day(Weekday::Mon), day(Weekday::Sun)) {
            (Some(first), Some(last)) => Ok(Self { kind: PeriodKind::Week, first, last }),
            _ if NaiveDate::from_isoywd_opt(year, 2, Weekday::Mon).is_none() => Err(Fault::Year),
            _ if (1..=52).contains(&week) => Err(Fault::Year),
            _ => Err(Fault::Week { year, week }),
        }
    }

    fn new_years(first: i32, last: i32) -> Result<Self, Fault> {
        if first > last {
            return Err(Fault::Reversed);
        }
        if first == last {
            return Err(Fault::Expected("two different years"));
        }
        let year = |year| PartialDate::new(year, 1, 1, Precision::Year);
        let (first, last) = (year(first)?.earliest(), year(last)?.latest());
        Ok(Self { kind: PeriodKind::YearRange, first, last })
    }

    /// The days of an exact date.
    fn of(date: PartialDate) -> Self {
        let kind = match date.precision() {
            Precision::Year => PeriodKind::Year,
            Precision::Half => PeriodKind::Half,
            Precision::Quarter => PeriodKind::Quarter,
            Precision::Month => PeriodKind::Month,
            Precision::Day => PeriodKind::Day,
        };
        Self { kind, first: date.earliest(), last: date.latest() }
    }

    /// What kind of period it is.
    pub fn kind(self) -> PeriodKind {
        self.kind
    }

    /// The first day. `None` for a fiscal year, whose days are not known.
    pub fn first_day(self) -> Option<NaiveDate> {
        (self.kind != PeriodKind::FiscalYear).then_some(self.first)
    }

    /// The last day. `None` for a fiscal year, whose days are not known.
    pub fn last_day(self) -> Option<NaiveDate> {
        (self.kind != PeriodKind::FiscalYear).then_some(self.last)
    }

    /// The year by which the period is named: that of the week for a week, the number of a fiscal year. `None` for a
    /// range.
    pub fn year(self) -> Option<i32> {
        match self.kind {
            PeriodKind::YearRange => None,
            PeriodKind::Week => Some(self.first.iso_week().year()),
            _ => Some(self.first.year()),
        }
    }

    /// How many periods of the same kind this one lies after another; negative where it lies before.
    ///
    /// `None` where the kinds differ and for ranges of years, which don't follow each other.
    ///
    /// ```
    /// use netpolity::time::Period;
    ///
    /// let (a, b) = (Period::from_quarter(2012, 4)?, Period::from_quarter(2013, 2)?);
    /// assert_eq!(b.steps_after(a), Some(2));
    /// assert_eq!(a.step(2), Some(b));
    /// # Ok::<(), netpolity::time::DateError>(())
    /// ```
    pub fn steps_after(self, other: Self) -> Option<i64> {
        let (kind, number) = self.numbered()?;
        let (other_kind, other_number) = other.numbered()?;
        (kind == other_kind).then(|| number - other_number)
    }

    /// The period of the same kind so many steps later, or earlier where negative.
    ///
    /// `None` for ranges of years, and beyond the calendar.
    #[must_use]
    pub fn step(self, steps: i64) -> Option<Self> {
        let (kind, number) = self.numbered()?;
        let number = number.checked_add(steps)?;
        let (per_year, of): (i64, fn(i32, u32) -> Result<Self, DateError>) = match kind {
            PeriodKind::YearRange => return None,
            PeriodKind::Year => (1, |year, _| Self::from_year(year)),
            PeriodKind::FiscalYear => (1, |year, _| Self::from_fiscal_year(year)),
            PeriodKind::Half => (2, Self::from_half),
            PeriodKind::Quarter => (4, Self::from_quarter),
            PeriodKind::Month => (12, Self::from_month),
            PeriodKind::Week | PeriodKind::Day => {
                let days = if kind == PeriodKind::Week { 7 } else { 1 };
                let move_by = chrono::TimeDelta::try_days(steps.checked_mul(days)?)?;
                let first = self.first.checked_add_signed(move_by)?;
                let last = self.last.checked_add_signed(move_by)?;
                return Some(Self { kind, first, last });
            }
        };
        let year = i32::try_from(number.div_euclid(per_year)).ok()?;
        let part = u32::try_from(number.rem_euclid(per_year)).ok()?;
        of(year, part + 1).ok()
    }

    /// The kind and a number that counts periods of that kind.
    fn numbered(self) -> Option<(PeriodKind, i64)> {
        let (year, month) = (i64::from(self.first.year()), i64::from(self.first.month0()));
        let days = i64::from(self.first.num_days_from_ce());
        let number = match self.kind {
            PeriodKind::YearRange => return None,
            PeriodKind::Year | PeriodKind::FiscalYear => year,
            PeriodKind::Half => year * 2 + month / 6,
            PeriodKind::Quarter => year * 4 + month / 3,
            PeriodKind::Month => year * 12 + month,
            // Day 1 of the common era was a Monday.
            PeriodKind::Week => (days - 1).div_euclid(7),
            PeriodKind::Day => days,
        };
        Some((self.kind, number))
    }
}

#[cold]
fn in_period(error: DateError) -> DateError {
    let text = error.text().to_owned();
    error.within("period", &text, 0)
}

impl From<NaiveDate> for Period {
    fn from(day: NaiveDate) -> Self {
        Self::of(day.into())
    }
}

impl Ord for Period {
    fn cmp(&self, other: &Self) -> Ordering {
        let key = |period: &Self| (period.first, std::cmp::Reverse(period.last), period.kind);
        key(self).cmp(&key(other))
    }
}

impl PartialOrd for Period {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl FromStr for Period {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        read(text).map_err(in_period)
    }
}

fn read(text: &str) -> Result<Period, DateError> {
    let fail = |at, fault| DateError::new(text, at, fault);
    if let Some(number) = text.strip_prefix("FY") {
        return match iso::year(number) {
            Some((year, end)) if end == number.len() => {
                Period::from_fiscal_year(year).map_err(|_| fail(2, Fault::Year))
            }
            _ => Err(fail(2, Fault::Expected("a year of four digits"))),
        };
    }
    if let Some((first, end)) = iso::year(text) {
        let rest = text.get(end..).unwrap_or_default();
        let last = rest.strip_prefix(['/', '-']).and_then(iso::year);
        if let Some((last, length)) = last.filter(|(_, length)| end + 1 + length == text.len()) {
            let at = if first >= last { end + 1 } else { 0 };
            debug_assert!(length >= 4);
            return Period::new_years(first, last).map_err(|fault| fail(at, fault));
        }
        if let Some(week) = rest.strip_prefix("-W") {
            return match iso::number(week, 2) {
                Some(number) if week.len() == 2 => {
                    Period::new_week(first, number).map_err(|fault| fail(end + 2, fault))
                }
                _ => Err(fail(end + 2, Fault::Expected("a week of two digits"))),
            };
        }
    }
    let (date, end) = iso::date(text)?;
    if end == text.len() {
        return Ok(Period::of(date));
    }
    Err(iso::shape(text, end, "the end of the period"))
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if f.width().is_some() || f.precision().is_some() {
            return f.pad(&self.to_string());
        }
        let first = PartialDate::from(self.first);
        let year = iso::Year(self.first.year());
        match self.kind {
            PeriodKind::YearRange => write!(f, "{year}/{}", iso::Year(self.last.year())),
            PeriodKind::FiscalYear => write!(f, "FY{year}"),
            PeriodKind::Week => {
                let week = self.first.iso_week();
                write!(f, "{}-W{:02}", iso::Year(week.year()), week.week())
            }
            PeriodKind::Year => write!(f, "{}", first.coarsen(Precision::Year)),
            PeriodKind::Half => write!(f, "{}", first.coarsen(Precision::Half)),
            PeriodKind::Quarter => write!(f, "{}", first.coarsen(Precision::Quarter)),
            PeriodKind::Month => write!(f, "{}", first.coarsen(Precision::Month)),
            PeriodKind::Day => write!(f, "{first}"),
        }
    }
}

impl fmt::Debug for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

text_serde!(Period, "a period, such as 2012, 2012-Q3, 2012-W37, 2019/2021 or FY2013");
