//! Ends of spans, as the tables write them and as the generated code does.

use super::Result;

/// An end of a span: `1974`, `1974-01`, `1974-01-01`, `[..1974-01-01]` (then or before) or `[1974-01-01..]` (then or
/// after).
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct End {
    kind: Kind,
    year: u32,
    /// 0 where it is not known.
    month: u32,
    /// 0 where it is not known.
    day: u32,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    On,
    Before,
    After,
}

impl End {
    pub(super) fn read(text: &str) -> Result<Self> {
        let (kind, date) = match text.strip_prefix('[').and_then(|text| text.strip_suffix(']')) {
            None => (Kind::On, text),
            Some(inner) => match (inner.strip_prefix(".."), inner.strip_suffix("..")) {
                (Some(date), None) => (Kind::Before, date),
                (None, Some(date)) => (Kind::After, date),
                _ => return Err(format!("`{text}` is no end of a span").into()),
            },
        };
        let mut parts = date.split('-');
        let mut part = |length: usize| match parts.next() {
            None => Ok(0),
            Some(part) if part.len() == length => part.parse().map_err(|_| ()),
            Some(_) => Err(()),
        };
        let read = (|| Ok((part(4)?, part(2)?, part(2)?)))();
        let (year, month, day) =
            read.map_err(|()| format!("`{text}`: expected a date, such as 1974-01-01"))?;
        let end = Self { kind, year, month, day };
        let exists = year > 0 && month <= 12 && day <= end.length_of_month();
        // A zero that is written is no date.
        let digits = if day > 0 {
            10
        } else if month > 0 {
            7
        } else {
            4
        };
        if !exists || date.len() != digits {
            return Err(format!("`{text}`: there is no such date").into());
        }
        Ok(end)
    }

    /// None where there is no text.
    pub(super) fn read_any(text: &str) -> Result<Option<Self>> {
        if text.is_empty() { Ok(None) } else { Self::read(text).map(Some) }
    }

    pub(super) fn day(year: u32, month: u32, day: u32) -> Self {
        Self { kind: Kind::On, year, month, day }
    }

    pub(super) fn or_before(self) -> Self {
        Self { kind: Kind::Before, ..self }
    }

    pub(super) fn or_after(self) -> Self {
        Self { kind: Kind::After, ..self }
    }

    /// Whether it names a day, and that day.
    pub(super) fn is_day(self) -> bool {
        self.kind == Kind::On && self.day > 0
    }

    /// As in the generated code, see `country::packed`: `2_2026_06_30`.
    pub(super) fn packed(self) -> String {
        let kind = match self.kind {
            Kind::On => "",
            Kind::Before => "1_",
            Kind::After => "2_",
        };
        format!("{kind}{:04}_{:02}_{:02}", self.year, self.month, self.day)
    }

    /// The first day that it can be, as a number that orders like the days.
    pub(super) fn first(self) -> u32 {
        match self.kind {
            Kind::Before => 0,
            _ => (self.year * 100 + self.month.max(1)) * 100 + self.day.max(1),
        }
    }

    /// The last day that it can be.
    pub(super) fn last(self) -> u32 {
        let month = if self.month == 0 { 12 } else { self.month };
        let day = if self.day == 0 { self.length_of_month() } else { self.day };
        match self.kind {
            Kind::After => u32::MAX,
            _ => (self.year * 100 + month) * 100 + day,
        }
    }

    fn length_of_month(self) -> u32 {
        let leap = self.year.is_multiple_of(4)
            && (!self.year.is_multiple_of(100) || self.year.is_multiple_of(400));
        match self.month {
            2 if leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        }
    }
}

/// As in the generated code, 0 for an end that is open.
pub(super) fn packed(end: Option<End>) -> String {
    end.map_or("0".to_owned(), End::packed)
}
