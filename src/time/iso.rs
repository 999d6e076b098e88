//! Dates in digits, year first.

use std::fmt;

use super::date::{PartialDate, Precision, Qualifier};
use super::error::{DateError, Fault};

/// A year, printed with four digits, or with a sign where those do not suffice.
pub(super) struct Year(pub(super) i32);

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            year @ 0..=9999 => write!(f, "{year:04}"),
            year => write!(f, "{year:+05}"),
        }
    }
}

/// The refusal of a text with space around it.
pub(super) fn space_around(text: &str) -> Option<DateError> {
    let at = if text.starts_with(char::is_whitespace) { 0 } else { text.trim_end().len() };
    (text.trim() != text)
        .then(|| DateError::new(text, at, Fault::Expected("no space around the date")))
}

/// Whether a text is to be read in digits, rather than in words.
pub(super) fn starts(text: &str) -> bool {
    let digits = count_digits(text);
    text.starts_with(['+', '-']) || digits > 2 || is_all_digits(text)
}

fn count_digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

/// Whether a text has one to three numbers and nothing else but a separator between two of them.
fn is_all_digits(text: &str) -> bool {
    let mut numbers = 0;
    text.split(['/', '.', '-', ' ', '\u{2013}']).all(|number| {
        numbers += 1;
        numbers <= 3 && !number.is_empty() && count_digits(number) == number.len()
    })
}

/// Reads a year at the start of a text. Gives the year and the byte after it.
pub(super) fn year(text: &str) -> Option<(i32, usize)> {
    let sign = usize::from(text.starts_with(['+', '-']));
    let digits = count_digits(text.get(sign..)?);
    let fits = if sign == 0 { digits == 4 } else { (4..=6).contains(&digits) };
    let end = sign + digits;
    let year = text.get(..end).filter(|_| fits)?.parse().ok()?;
    Some((year, end))
}

/// Reads the one or two digits that are all that stands before the end, a hyphen or a mark.
pub(super) fn number(text: &str, digits: usize) -> Option<u32> {
    let number = text.get(..digits)?;
    (count_digits(text) == digits).then(|| number.parse().ok())?
}

/// Reads a date without a mark at the start of a text. Gives the date and the byte after it.
pub(super) fn date(text: &str) -> Result<(PartialDate, usize), DateError> {
    let fail = |at, fault| DateError::new(text, at, fault);
    let Some((year, end)) = year(text) else {
        return Err(shape(text, 0, "a year of four digits"));
    };
    let rest = text.get(end..).unwrap_or_default();
    let at = end + 2;
    if let Some(half) = rest.strip_prefix("-S").and_then(|rest| number(rest, 1)) {
        let date = PartialDate::new_part(year, half, Precision::Half);
        return date.map(|date| (date, at + 1)).map_err(|fault| fail(at, fault));
    }
    if let Some(quarter) = rest.strip_prefix("-Q").and_then(|rest| number(rest, 1)) {
        let date = PartialDate::new_part(year, quarter, Precision::Quarter);
        return date.map(|date| (date, at + 1)).map_err(|fault| fail(at, fault));
    }
    let Some(month) = rest.strip_prefix('-').and_then(|rest| number(rest, 2)) else {
        let date = PartialDate::new(year, 1, 1, Precision::Year);
        return date.map(|date| (date, end)).map_err(|fault| fail(0, fault));
    };
    let after_month = end + 3;
    let rest = text.get(after_month..).unwrap_or_default();
    let Some(day) = rest.strip_prefix('-').and_then(|rest| number(rest, 2)) else {
        let date = PartialDate::new(year, month, 1, Precision::Month);
        return date.map(|date| (date, after_month)).map_err(|fault| fail(end + 1, fault));
    };
    match PartialDate::new(year, month, day, Precision::Day) {
        Ok(date) => Ok((date, after_month + 3)),
        Err(fault @ Fault::Day { .. }) => Err(fail(after_month + 1, fault)),
        Err(fault) => Err(fail(end + 1, fault)),
    }
}

/// Reads a whole text as a date with an optional mark.
pub(super) fn marked_date(text: &str) -> Result<PartialDate, DateError> {
    let (date, end) = date(text)?;
    let rest = text.get(end..).unwrap_or_default();
    match Qualifier::from_mark(rest) {
        Some(qualifier) => Ok(date.with_qualifier(qualifier)),
        None if date.precision() == Precision::Day && is_time(rest) => {
            Err(DateError::new(text, end, Fault::TimeOfDay))
        }
        None => Err(shape(text, end, "the end of the date, or one of `~`, `?` and `%`,")),
    }
}

fn is_time(rest: &str) -> bool {
    let clock = rest.strip_prefix(['T', 't', ' ']).map(str::trim_start);
    clock.is_some_and(|clock| clock.starts_with(|c: char| c.is_ascii_digit()))
}

/// The refusal of a text of the wrong shape.
#[cold]
pub(super) fn shape(text: &str, at: usize, expected: &'static str) -> DateError {
    if is_all_digits(text) {
        DateError::new(text, 0, Fault::Ambiguous)
    } else {
        DateError::new(text, at, Fault::Expected(expected))
    }
}
