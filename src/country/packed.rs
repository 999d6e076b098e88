//! Ends of spans in four bytes, as the generated tables hold them.

use crate::time::{Bound, PartialDate};

/// An end of a span: eight decimal digits for year, month and day, of which the last ones are 0 where they are not
/// known, and before them 1 for "then or before", 2 for "then or after". 0 is an end that is open.
pub(super) type PackedEnd = u32;

/// The bound that an end stands for.
pub(super) fn bound(end: PackedEnd) -> Bound {
    let Some(date) = date(end % 100_000_000) else { return Bound::Open };
    match end / 100_000_000 {
        0 => Bound::On(date),
        1 => Bound::Before(date),
        _ => Bound::After(date),
    }
}

/// The date of eight digits.
pub(super) fn date(digits: PackedEnd) -> Option<PartialDate> {
    let year = i32::try_from(digits / 10_000).ok()?;
    match (digits / 100 % 100, digits % 100) {
        _ if year == 0 => None,
        (0, _) => PartialDate::from_year(year).ok(),
        (month, 0) => PartialDate::from_month(year, month).ok(),
        (month, day) => PartialDate::from_day(year, month, day).ok(),
    }
}

#[cfg(test)]
#[allow(clippy::inconsistent_digit_grouping)] // year, month, day
mod tests {
    use super::*;

    #[test]
    fn ends_read_as_written() {
        for (end, text) in [
            (0, ".."),
            (2013_07_01, "2013-07-01"),
            (2013_07_00, "2013-07"),
            (2013_00_00, "2013"),
            (1_2025_12_31, "[..2025-12-31]"),
            (2_2026_06_30, "[2026-06-30..]"),
        ] {
            assert_eq!(bound(end).to_string(), text);
        }
    }
}
