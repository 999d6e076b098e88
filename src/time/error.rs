//! Why a text or a number is refused as a date.

use std::fmt;

use chrono::{Datelike, NaiveDate, Weekday};

use crate::text::Refusal;

/// Why a text is no date, bound, span or period, or why numbers make none.
///
/// ```
/// use netpolity::time::PartialDate;
///
/// let error = "2013-02-30".parse::<PartialDate>().unwrap_err();
/// assert!(error.is_no_such_day());
/// assert_eq!(error.at(), 8);
/// assert_eq!(
///     error.to_string(),
///     "invalid date `2013-02-30`: February 2013 has 28 days; other months have a day 30",
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateError {
    text: Box<str>,
    at: usize,
    what: &'static str,
    fault: Fault,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    Expected(&'static str),
    MonthName(Option<&'static str>),
    Year,
    Month(u32),
    Day { year: i32, month: u32, day: u32 },
    Part { name: &'static str, number: u32, last: u32 },
    Week { year: i32, week: u32 },
    Weekday { day: NaiveDate, written: Weekday },
    Ambiguous,
    TimeOfDay,
    Reversed,
    NotOneDate,
}

impl DateError {
    #[cold]
    pub(super) fn new(text: &str, at: usize, fault: Fault) -> Self {
        Self { text: text.into(), at, what: "date", fault }
    }

    /// The same fault, seen from the larger text in which the offending one starts at byte `offset`.
    #[cold]
    pub(super) fn within(self, what: &'static str, whole: &str, offset: usize) -> Self {
        Self { text: whole.into(), at: offset.saturating_add(self.at), what, fault: self.fault }
    }

    /// The offending text, whole. Where a value was made from numbers: those, as they would be written.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The byte of the text at which the fault stands.
    pub fn at(&self) -> usize {
        self.at
    }

    /// Whether the text can be read as more than one date, as `09/10/13` can.
    pub fn is_ambiguous(&self) -> bool {
        self.fault == Fault::Ambiguous
    }

    /// Whether the calendar has no such day, month, quarter, half or week, or not on the weekday written.
    pub fn is_no_such_day(&self) -> bool {
        matches!(
            self.fault,
            Fault::Month(_)
                | Fault::Day { .. }
                | Fault::Part { .. }
                | Fault::Week { .. }
                | Fault::Weekday { .. }
        )
    }

    /// Whether a span or range starts after its end.
    pub fn is_reversed(&self) -> bool {
        self.fault == Fault::Reversed
    }
}

impl Refusal for DateError {
    fn rule(&self) -> Option<&'static str> {
        if self.is_no_such_day() {
            return Some("DAT-001");
        }
        match self.fault {
            Fault::Reversed => Some("DAT-002"),
            Fault::Ambiguous => Some("DAT-007"),
            _ => None,
        }
    }
}

impl std::error::Error for DateError {}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "invalid {} `{}`: ", self.what, self.text)?;
        match self.fault {
            Fault::Expected(what) => write!(f, "expected {what} at byte {}", self.at),
            Fault::MonthName(suggestion) => {
                write!(f, "expected the name of a month at byte {}", self.at)?;
                match suggestion {
                    Some(name) => write!(f, "; did you mean `{name}`?"),
                    None => Ok(()),
                }
            }
            Fault::Year => write!(
                f,
                "the calendar has the years {} to {}",
                NaiveDate::MIN.year(),
                NaiveDate::MAX.year()
            ),
            Fault::Month(month) => write!(f, "there is no month {month}; months are 1 to 12"),
            Fault::Day { year, month, day } => no_such_day(f, year, month, day),
            Fault::Part { name, number, last } => {
                write!(f, "there is no {name} {number}; it is 1 to {last}")
            }
            Fault::Week { year, week: 53 } => {
                write!(f, "{year} has 52 weeks; other years have a week 53")
            }
            Fault::Week { week, .. } => write!(f, "there is no week {week}; weeks are 1 to 53"),
            Fault::Weekday { day, written } => {
                let (is, not) = (weekday_name(day.weekday()), weekday_name(written));
                write!(f, "{day} is a {is}, not a {not}")
            }
            Fault::Ambiguous => f.write_str(
                "digits alone leave open which is day, month and year; \
                 write four digits of year, then month and day, as in `2013-09-30`",
            ),
            Fault::TimeOfDay => {
                write!(f, "a time of day at byte {}; write the date only", self.at)
            }
            Fault::Reversed => f.write_str("the start is after the end"),
            Fault::NotOneDate => f.write_str("this is a span; expected one date"),
        }
    }
}

fn no_such_day(f: &mut fmt::Formatter<'_>, year: i32, month: u32, day: u32) -> fmt::Result {
    if !(1..=31).contains(&day) {
        return write!(f, "no month has a day {day}");
    }
    let name = month_name(month);
    if (month, day) == (2, 29) {
        return write!(f, "{name} {year} has 28 days; leap years have a day 29");
    }
    // Without the day there is a last one, and it is one of these.
    let last = (28..=31).rev().find(|last| NaiveDate::from_ymd_opt(year, month, *last).is_some());
    write!(f, "{name} {year} has {} days; other months have a day {day}", last.unwrap_or(31))
}

pub(super) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn month_name(month: u32) -> &'static str {
    let index = usize::try_from(month).unwrap_or(0).wrapping_sub(1);
    MONTHS.get(index).copied().unwrap_or("that month")
}

pub(super) fn weekday_name(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Mon => "Monday",
        Weekday::Tue => "Tuesday",
        Weekday::Wed => "Wednesday",
        Weekday::Thu => "Thursday",
        Weekday::Fri => "Friday",
        Weekday::Sat => "Saturday",
        Weekday::Sun => "Sunday",
    }
}
