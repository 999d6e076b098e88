//! What an observation in a series refers to.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate, TimeDelta, Weekday};

use super::error::Fault;
use super::{DateError, PartialDate, Precision, iso};
use crate::text::{padded, text_serde, words};

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
        let per_year = match kind {
            PeriodKind::YearRange => return None,
            PeriodKind::Year | PeriodKind::FiscalYear => 1,
            PeriodKind::Half => 2,
            PeriodKind::Quarter => 4,
            PeriodKind::Month => 12,
            PeriodKind::Week | PeriodKind::Day => {
                let days = if kind == PeriodKind::Week { 7 } else { 1 };
                let distance = TimeDelta::try_days(steps.checked_mul(days)?)?;
                let first = self.first.checked_add_signed(distance)?;
                let last = self.last.checked_add_signed(distance)?;
                return Some(Self { kind, first, last });
            }
        };
        let year = i32::try_from(number.div_euclid(per_year)).ok()?;
        let part = u32::try_from(number.rem_euclid(per_year)).ok()? + 1;
        match kind {
            PeriodKind::Half => Self::from_half(year, part),
            PeriodKind::Quarter => Self::from_quarter(year, part),
            PeriodKind::Month => Self::from_month(year, part),
            PeriodKind::FiscalYear => Self::from_fiscal_year(year),
            _ => Self::from_year(year),
        }
        .ok()
    }

    /// The kind of periods to which it belongs, and which of them it is.
    pub(crate) fn on_grid(self) -> Option<(Grid, i32)> {
        if self.kind == PeriodKind::YearRange {
            let years = u16::try_from(self.last.year() - self.first.year()).ok()?;
            return Some((Grid { kind: self.kind, years }, self.first.year()));
        }
        let (kind, number) = self.numbered()?;
        Some((Grid { kind, years: 0 }, i32::try_from(number).ok()?))
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

/// Periods of one kind and length, which integers count: years, quarters, or ranges of three years by their first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Grid {
    kind: PeriodKind,
    /// For ranges, from the first to the last year.
    years: u16,
}

impl Grid {
    /// Periods of a kind; for ranges, of which there are several lengths, a grid with no period on it.
    pub(crate) fn of(kind: PeriodKind) -> Self {
        Self { kind, years: 0 }
    }

    pub(crate) fn kind(self) -> PeriodKind {
        self.kind
    }

    /// One number for each grid.
    pub(crate) fn number(self) -> u32 {
        (self.kind as u32) << 16 | u32::from(self.years)
    }

    /// The period of this number; `None` beyond the calendar.
    pub(crate) fn period(self, number: i32) -> Option<Period> {
        let year = |number: i32| Period::from_year(number).ok();
        match self.kind {
            PeriodKind::Year => year(number),
            PeriodKind::YearRange => {
                Period::from_years(number, number.checked_add(i32::from(self.years))?).ok()
            }
            PeriodKind::FiscalYear => Period::from_fiscal_year(number).ok(),
            PeriodKind::Week | PeriodKind::Day => {
                let week = self.kind == PeriodKind::Week;
                let day = if week { number.checked_mul(7)?.checked_add(1)? } else { number };
                let first = NaiveDate::from_num_days_from_ce_opt(day)?;
                let last = if week { first.checked_add_signed(TimeDelta::days(6))? } else { first };
                Some(Period { kind: self.kind, first, last })
            }
            // The start of the common era is on every grid.
            PeriodKind::Half => Period::from_half(0, 1).ok()?.step(number.into()),
            PeriodKind::Quarter => Period::from_quarter(0, 1).ok()?.step(number.into()),
            PeriodKind::Month => Period::from_month(0, 1).ok()?.step(number.into()),
        }
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
        if let Some((last, _)) = last.filter(|(_, length)| end + 1 + length == text.len()) {
            let at = if first >= last { end + 1 } else { 0 };
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

impl Period {
    fn write(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        let first = PartialDate::from(self.first);
        let year = iso::Year(self.first.year());
        match self.kind {
            PeriodKind::YearRange => write!(out, "{year}/{}", iso::Year(self.last.year())),
            PeriodKind::FiscalYear => write!(out, "FY{year}"),
            PeriodKind::Week => {
                let week = self.first.iso_week();
                write!(out, "{}-W{:02}", iso::Year(week.year()), week.week())
            }
            PeriodKind::Year => write!(out, "{}", first.coarsen(Precision::Year)),
            PeriodKind::Half => write!(out, "{}", first.coarsen(Precision::Half)),
            PeriodKind::Quarter => write!(out, "{}", first.coarsen(Precision::Quarter)),
            PeriodKind::Month => write!(out, "{}", first.coarsen(Precision::Month)),
            PeriodKind::Day => write!(out, "{first}"),
        }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        padded(f, |out| self.write(out))
    }
}

impl fmt::Debug for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

text_serde!(
    Period,
    "a period in quotes, such as `\"2012\"`, `\"2012-Q3\"`, `\"2019/2021\"` or `\"FY2013\"`",
    pattern: super::pattern::period()
);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::strategy::exact_date;
    use super::*;

    #[test]
    fn days_of_every_kind() {
        for (text, kind, year, first, last) in [
            ("2012", PeriodKind::Year, Some(2012), "2012-01-01", "2012-12-31"),
            ("2012-S1", PeriodKind::Half, Some(2012), "2012-01-01", "2012-06-30"),
            ("2012-Q3", PeriodKind::Quarter, Some(2012), "2012-07-01", "2012-09-30"),
            ("2012-02", PeriodKind::Month, Some(2012), "2012-02-01", "2012-02-29"),
            ("2013-W37", PeriodKind::Week, Some(2013), "2013-09-09", "2013-09-15"),
            ("2015-W53", PeriodKind::Week, Some(2015), "2015-12-28", "2016-01-03"),
            // ISO 8601: the first week is that of the year's first Thursday.
            ("2009-W01", PeriodKind::Week, Some(2009), "2008-12-29", "2009-01-04"),
            ("2012-09-09", PeriodKind::Day, Some(2012), "2012-09-09", "2012-09-09"),
            ("2019/2021", PeriodKind::YearRange, None, "2019-01-01", "2021-12-31"),
        ] {
            let period: Period = text.parse().unwrap();
            assert_eq!((period.to_string(), period.kind()), (text.to_owned(), kind));
            assert_eq!(period.year(), year, "{text}");
            assert_eq!(period.first_day().unwrap().to_string(), first);
            assert_eq!(period.last_day().unwrap().to_string(), last);
        }
        let fiscal: Period = "FY2013".parse().unwrap();
        assert_eq!(
            (fiscal.first_day(), fiscal.last_day(), fiscal.year()),
            (None, None, Some(2013))
        );
        assert_eq!(Some(fiscal), Period::from_fiscal_year(2013).ok());
    }

    #[test]
    fn refuses_and_says_why() {
        for (text, at, says) in [
            ("2012-W53", 6, "2012 has 52 weeks; other years have a week 53"),
            ("2012-W54", 6, "there is no week 54; weeks are 1 to 53"),
            ("2012-W00", 6, "there is no week 0; weeks are 1 to 53"),
            ("2012-W7", 6, "expected a week of two digits at byte 6"),
            ("2012-Q5", 6, "there is no quarter 5; it is 1 to 4"),
            ("2019-20", 5, "there is no month 20; months are 1 to 12"),
            ("2021/2019", 5, "the start is after the end"),
            ("2019/2019", 5, "expected two different years at byte 5"),
            ("FY13", 2, "expected a year of four digits at byte 2"),
            ("2013-09~", 7, "expected the end of the period at byte 7"),
        ] {
            let error = text.parse::<Period>().unwrap_err();
            assert_eq!(error.to_string(), format!("invalid period `{text}`: {says}"));
            assert_eq!((error.at(), error.text()), (at, text));
        }
        assert!("09/10/13".parse::<Period>().unwrap_err().is_ambiguous());
        assert!(Period::from_years(2021, 2019).unwrap_err().is_reversed());
        assert!(Period::from_week(2012, 53).unwrap_err().is_no_such_day());
    }

    #[test]
    fn sorts_in_time_long_before_short() {
        let sorted = [
            "2011-12-31",
            "2012/2013",
            "2012",
            "FY2012",
            "2012-S1",
            "2012-Q1",
            "2012-01",
            "2012-01-01",
            "2012-W01",
            "2012-02",
            "2013",
        ];
        assert!(sorted.map(|text| text.parse::<Period>().unwrap()).is_sorted());
    }

    #[test]
    fn steps() {
        for (from, steps, to) in [
            ("2012", 1, Some("2013")),
            ("2012-S2", 1, Some("2013-S1")),
            ("2012-Q4", 2, Some("2013-Q2")),
            ("2013-Q1", -1, Some("2012-Q4")),
            ("2012-11", 14, Some("2014-01")),
            ("2012-W52", 1, Some("2013-W01")),
            ("2015-W52", 1, Some("2015-W53")),
            ("2012-02-28", 2, Some("2012-03-01")),
            ("FY2013", -1, Some("FY2012")),
            ("2019/2021", 1, None),
            ("2012", i64::MAX, None),
            ("2012-W01", i64::MIN, None),
        ] {
            let from: Period = from.parse().unwrap();
            let arrived = from.step(steps);
            assert_eq!(arrived.map(|period| period.to_string()).as_deref(), to, "{from}");
            assert!(arrived.is_none_or(|period| period.steps_after(from) == Some(steps)), "{from}");
        }
        let period = |text: &str| text.parse::<Period>().unwrap();
        assert_eq!(period("FY2013").steps_after(period("2012")), None);
    }

    fn any() -> impl Strategy<Value = Period> {
        let kinds = prop::sample::select(PeriodKind::ALL);
        (exact_date(), kinds, 1..50_i32).prop_map(|(date, kind, length)| {
            let (period, year) = (Period::of(date), date.year());
            let week = date.earliest().iso_week();
            let other = match kind {
                PeriodKind::YearRange => Period::from_years(year, year.saturating_add(length)),
                PeriodKind::FiscalYear => Period::from_fiscal_year(year),
                PeriodKind::Week => Period::from_week(week.year(), week.week()),
                _ => Ok(period),
            };
            other.unwrap_or(period)
        })
    }

    proptest! {
        #[test]
        fn text_round_trips(period in any()) {
            prop_assert_eq!(period.to_string().parse(), Ok(period));
        }

        #[test]
        fn a_grid_gives_the_period_back(period in any()) {
            let (grid, number) = period.on_grid().unwrap();
            prop_assert_eq!(grid.period(number), Some(period));
            prop_assert_eq!(grid.kind(), period.kind());
            if let Some((next_grid, next)) = period.step(1).and_then(Period::on_grid) {
                prop_assert_eq!((next_grid, next), (grid, number + 1));
            }
        }

        #[test]
        fn steps_lead_there_and_back(period in any(), steps in -500..500_i64) {
            if let Some(arrived) = period.step(steps) {
                prop_assert_eq!(arrived.steps_after(period), Some(steps));
                prop_assert_eq!(arrived.step(-steps), Some(period));
                prop_assert_eq!(arrived.cmp(&period), steps.cmp(&0));
            }
        }

        #[test]
        fn next_starts_the_day_after(period in any()) {
            if let (Some(last), Some(next)) = (period.last_day(), period.step(1)) {
                prop_assert_eq!(next.first_day(), last.succ_opt());
            }
        }

        #[test]
        fn any_text_is_read_or_refused(text in "\\PC{0,12}", period in "[-+0-9SQWFY/]{0,12}") {
            for text in [text, period] {
                match text.parse::<Period>() {
                    Ok(period) => prop_assert_eq!(period.to_string().parse(), Ok(period)),
                    Err(error) => prop_assert!(error.at() <= text.len() && error.text() == text),
                }
            }
        }
    }
}
