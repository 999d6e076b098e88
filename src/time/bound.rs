//! One end of a span.

use std::fmt;
use std::str::FromStr;

use chrono::NaiveDate;

use super::date::DayRange;
use super::error::Fault;
use super::{DateError, PartialDate};
use crate::text::{padded, text_serde};

/// One end of a [`Span`](super::Span): what is known of the day on which something began or ended.
///
/// `Before`, `After` and `Between` include the dates they name, as in EDTF.
///
/// | variant | text | as a start | as an end |
/// |---|---|---|---|
/// | `On` | `2013-05` | some day of May 2013 | the same |
/// | `Before` | `[..2013-05]` | on or before some day of May 2013 | the same |
/// | `After` | `[2013-05..]` | on or after some day of May 2013 | the same |
/// | `Between` | `[2013-05..2014]` | from May 2013 to 2014 | the same |
/// | `Unknown` | `unknown`, nothing inside a span | any day | any day, or still so |
/// | `Open` | `..` | always so | still so |
/// | `NotYet` | `not-yet` | has not begun | has not ended |
/// | `NotApplicable` | `not-applicable` | has no beginning | has no end |
///
/// ```
/// use netpolity::time::{Bound, PartialDate};
///
/// let bound: Bound = "[2013-05..2014]".parse()?;
/// assert_eq!(bound, Bound::between(PartialDate::from_month(2013, 5)?, PartialDate::from_year(2014)?)?);
/// assert_eq!(bound.latest().map(|day| day.to_string()).as_deref(), Some("2014-12-31"));
/// # Ok::<(), netpolity::time::DateError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Bound {
    /// On that date.
    On(PartialDate),
    /// On that date or before it.
    Before(PartialDate),
    /// On that date or after it.
    After(PartialDate),
    /// From one date to another.
    Between(DateRange),
    /// Not known.
    #[default]
    Unknown,
    /// Always so, or still so.
    Open,
    /// Has not begun, or has not ended.
    NotYet,
    /// The question makes no sense here.
    NotApplicable,
}

/// Two dates of which the first can lie on or before the second; for [`Bound::Between`].
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct DateRange {
    first: PartialDate,
    last: PartialDate,
}

impl DateRange {
    /// Checks and takes two dates.
    ///
    /// # Errors
    /// Where every day of the first lies after every day of the last (DAT-002).
    pub fn new(first: PartialDate, last: PartialDate) -> Result<Self, DateError> {
        if first.earliest() > last.latest() {
            let text = format!("[{first}..{last}]");
            return Err(DateError::new(&text, 0, Fault::Reversed).within("bound", &text, 0));
        }
        Ok(Self { first, last })
    }

    /// The date on or after which.
    pub fn first(self) -> PartialDate {
        self.first
    }

    /// The date on or before which.
    pub fn last(self) -> PartialDate {
        self.last
    }
}

impl fmt::Debug for DateRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "[{}..{}]", self.first, self.last)
    }
}

/// Which end of a span a bound is.
#[derive(Clone, Copy)]
pub(super) enum Side {
    Start,
    End,
}

impl Bound {
    /// Between two dates, both included.
    ///
    /// # Errors
    /// Where every day of the first lies after every day of the last (DAT-002).
    pub fn between(first: PartialDate, last: PartialDate) -> Result<Self, DateError> {
        DateRange::new(first, last).map(Self::Between)
    }

    /// The date, where the bound is on one.
    pub fn date(self) -> Option<PartialDate> {
        match self {
            Self::On(date) => Some(date),
            _ => None,
        }
    }

    /// The first day that it can be, as written. `None` where nothing limits it.
    pub fn earliest(self) -> Option<NaiveDate> {
        match self {
            Self::On(date) | Self::After(date) => Some(date.earliest()),
            Self::Between(range) => Some(range.first.earliest()),
            Self::Before(_) | Self::Unknown | Self::Open | Self::NotYet | Self::NotApplicable => {
                None
            }
        }
    }

    /// The last day that it can be, as written. `None` where nothing limits it.
    pub fn latest(self) -> Option<NaiveDate> {
        match self {
            Self::On(date) | Self::Before(date) => Some(date.latest()),
            Self::Between(range) => Some(range.last.latest()),
            Self::After(_) | Self::Unknown | Self::Open | Self::NotYet | Self::NotApplicable => {
                None
            }
        }
    }

    /// Whether a date that it names may be wrong: one marked `?`.
    pub(crate) fn is_uncertain(self) -> bool {
        match self {
            Self::On(date) | Self::Before(date) | Self::After(date) => {
                date.qualifier().is_uncertain()
            }
            Self::Between(range) => {
                range.first.qualifier().is_uncertain() || range.last.qualifier().is_uncertain()
            }
            Self::Unknown | Self::Open | Self::NotYet | Self::NotApplicable => false,
        }
    }

    /// Whether the bound names a date.
    pub(super) fn is_dated(self) -> bool {
        matches!(self, Self::On(_) | Self::Before(_) | Self::After(_) | Self::Between(_))
    }

    /// The days that it can be, for relations: a date that may be wrong limits nothing.
    pub(super) fn days(self, side: Side) -> DayRange {
        let DayRange { first: always, last: never } = DayRange::ALL;
        let (first, last) = match (self, side) {
            (Self::On(date), _) => (date.days().first, date.days().last),
            (Self::Before(date), _) => (always, date.days().last),
            (Self::After(date), _) => (date.days().first, never),
            (Self::Between(range), _) => (range.first.days().first, range.last.days().last),
            (Self::Unknown, _) => (always, never),
            (Self::Open | Self::NotApplicable, Side::Start) => (always, always),
            (Self::NotYet, _) | (Self::Open | Self::NotApplicable, Side::End) => (never, never),
        };
        DayRange { first, last }
    }
}

impl From<PartialDate> for Bound {
    fn from(date: PartialDate) -> Self {
        Self::On(date)
    }
}

impl From<NaiveDate> for Bound {
    fn from(day: NaiveDate) -> Self {
        Self::On(day.into())
    }
}

impl FromStr for Bound {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        match text {
            "unknown" => return Ok(Self::Unknown),
            ".." => return Ok(Self::Open),
            "not-yet" => return Ok(Self::NotYet),
            "not-applicable" => return Ok(Self::NotApplicable),
            _ => {}
        }
        let Some(inner) = text.strip_prefix('[') else {
            return text.parse().map(Self::On).map_err(|e: DateError| e.within("bound", text, 0));
        };
        let expected = "two dates, or one, around `..` in brackets";
        let (first, last) = inner
            .strip_suffix(']')
            .and_then(|inner| inner.split_once(".."))
            .filter(|(first, last)| !(first.is_empty() && last.is_empty()))
            .ok_or_else(|| {
                DateError::new(text, 1, Fault::Expected(expected)).within("bound", text, 0)
            })?;
        let date = |part: &str, at: usize| {
            part.parse::<PartialDate>().map_err(|error| error.within("bound", text, at))
        };
        let last_at = 1 + first.len() + 2;
        match (first, last) {
            ("", last) => date(last, last_at).map(Self::Before),
            (first, "") => date(first, 1).map(Self::After),
            (first, last) => Self::between(date(first, 1)?, date(last, last_at)?)
                .map_err(|error| error.within("bound", text, 0)),
        }
    }
}

impl Bound {
    fn write(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        match self {
            Self::On(date) => write!(out, "{date}"),
            Self::Before(date) => write!(out, "[..{date}]"),
            Self::After(date) => write!(out, "[{date}..]"),
            Self::Between(range) => write!(out, "[{}..{}]", range.first, range.last),
            Self::Unknown => out.write_str("unknown"),
            Self::Open => out.write_str(".."),
            Self::NotYet => out.write_str("not-yet"),
            Self::NotApplicable => out.write_str("not-applicable"),
        }
    }
}

impl fmt::Display for Bound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        padded(f, |out| self.write(out))
    }
}

impl fmt::Debug for Bound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

text_serde!(
    Bound,
    "one end of a span in quotes, such as `\"2013-05\"`, `\"[..2013]\"` or `\"..\"`",
    pattern: super::pattern::bound()
);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::strategy::{bound_on, date};
    use super::*;

    #[test]
    fn limits_are_those_written() {
        for (text, earliest, latest) in [
            ("2013-05", Some("2013-05-01"), Some("2013-05-31")),
            ("[..2013-05]", None, Some("2013-05-31")),
            ("[2013-05..]", Some("2013-05-01"), None),
            ("[2013-05..2014~]", Some("2013-05-01"), Some("2015-12-31")),
            ("[2013..2013]", Some("2013-01-01"), Some("2013-12-31")),
            ("unknown", None, None),
            ("..", None, None),
            ("not-yet", None, None),
            ("not-applicable", None, None),
        ] {
            let bound: Bound = text.parse().unwrap();
            let day = |day: Option<NaiveDate>| day.map(|day| day.to_string());
            assert_eq!(bound.to_string(), text);
            assert_eq!(day(bound.earliest()).as_deref(), earliest, "{text}");
            assert_eq!(day(bound.latest()).as_deref(), latest, "{text}");
        }
        assert_eq!(Bound::default(), Bound::Unknown);
    }

    #[test]
    fn refuses_and_says_why() {
        for (text, at, says) in [
            ("[2014..2013]", 0, "the start is after the end"),
            ("[2013..2013-02-30]", 15, "February 2013 has 28 days; other months have a day 30"),
            ("[..]", 1, "expected two dates, or one, around `..` in brackets at byte 1"),
            ("[2013", 1, "expected two dates, or one, around `..` in brackets at byte 1"),
            ("[2013]", 1, "expected two dates, or one, around `..` in brackets at byte 1"),
        ] {
            let error = text.parse::<Bound>().unwrap_err();
            assert_eq!(error.to_string(), format!("invalid bound `{text}`: {says}"));
            assert_eq!(error.at(), at, "{text}");
        }
    }

    proptest! {
        #[test]
        fn text_round_trips(bound in bound_on(date)) {
            prop_assert_eq!(bound.to_string().parse(), Ok(bound));
        }
    }
}
