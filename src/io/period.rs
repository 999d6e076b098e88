//! Periods as sources write them.

use crate::time::Period;

/// Reads a period in one of the notations of the field; `None` for any other text.
///
/// | notation | where |
/// |---|---|
/// | `2012`, `2012-07`, `2012-07-15`, `2012-Q3`, `2012-S1`, `2012-W07`, `2019/2021`, `FY2013` | the text form of [`Period`] |
/// | `YR2012`, `1960 [YR1960]` | World Bank |
/// | `2012Q3`, `2012M07`, `2012S1`, `Q3 2012` | World Bank, Gapminder (`2013q1`), ITU |
/// | `2012-M07`, `2012-A1`, `2012-S1`, `2012-T1`, `2012-W7` | SDMX |
/// | `2012_2013`, `2012-2013`, `2012/13`, `1999/00` | Eurostat and others, ranges of years |
/// | `FY13` | fiscal years |
/// | `2012.5`, `2012.0` | UN World Population Prospects, the middle of a year: the year |
/// | `-500` | Our World in Data, years before the common era |
///
/// `2012/13` is a range of years here, never a fiscal year.
pub(super) fn read(text: &str) -> Option<Period> {
    let text = text.trim();
    if let Some(year) = year(text) {
        return Period::from_year(year).ok();
    }
    if let Some((_, inner)) = text.strip_suffix(']').and_then(|text| text.split_once('[')) {
        return read(inner);
    }
    if let Some(rest) = text.strip_prefix("YR") {
        return read(rest);
    }
    if let Some(rest) = text.strip_prefix("FY").filter(|rest| rest.len() == 2) {
        return Period::from_fiscal_year(2000 + two_digits(rest)?).ok();
    }
    if let Some((part, number)) = text.split_once(' ').filter(|(part, _)| part.len() == 2) {
        return part_of_year(year(number)?, part);
    }
    let Some(start) = text.get(..4).and_then(year) else { return text.parse().ok() };
    let rest = text.get(4..)?;
    match rest.split_at_checked(1)? {
        (".", "5" | "0") => Period::from_year(start).ok(),
        ("_" | "/" | "-", end) if end.len() == 4 && year(end).is_some() => {
            Period::from_years(start, year(end)?).ok()
        }
        ("/", end) if end.len() == 2 => {
            let (century, end) = (start - start.rem_euclid(100), two_digits(end)?);
            let end = if century + end > start { century + end } else { century + 100 + end };
            (end == start + 1).then(|| Period::from_years(start, end).ok())?
        }
        ("-", part) if part.starts_with(|c: char| c.is_ascii_alphabetic()) => {
            part_of_year(start, part)
        }
        (letter, _) if letter.starts_with(|c: char| c.is_ascii_alphabetic()) => {
            part_of_year(start, rest)
        }
        _ => text.parse().ok(),
    }
}

/// `Q3`, `M07`, `S1`, `B1`, `W07`, `A1`, in any case.
fn part_of_year(year: i32, part: &str) -> Option<Period> {
    let (letter, number) = part.split_at_checked(1)?;
    if !(1..=2).contains(&number.len()) || !number.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let number = number.parse().ok()?;
    match letter {
        "A" | "a" if number == 1 => Period::from_year(year),
        "S" | "s" | "B" | "b" => Period::from_half(year, number),
        "Q" | "q" => Period::from_quarter(year, number),
        "M" | "m" => Period::from_month(year, number),
        "W" | "w" => Period::from_week(year, number),
        _ => return None,
    }
    .ok()
}

fn two_digits(text: &str) -> Option<i32> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok())?
}

/// Four digits, or a year before the common era of up to five digits.
fn year(text: &str) -> Option<i32> {
    let digits = text.strip_prefix('-');
    let length = digits.map_or(4..=4, |_| 1..=5);
    let digits = digits.unwrap_or(text);
    let is_year =
        length.contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_year.then(|| text.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notations_of_the_field_are_read() {
        for (text, expected) in [
            ("2012", "2012"),
            ("YR2012", "2012"),
            ("1960 [YR1960]", "1960"),
            ("2012Q3", "2012-Q3"),
            ("2012-Q3", "2012-Q3"),
            ("Q3 2012", "2012-Q3"),
            ("2013q1", "2013-Q1"),
            ("2012M07", "2012-07"),
            ("2012-M07", "2012-07"),
            ("2012-07", "2012-07"),
            ("2012S1", "2012-S1"),
            ("2012-B1", "2012-S1"),
            ("2012-W07", "2012-W07"),
            ("2012-W7", "2012-W07"),
            ("2012-07-15", "2012-07-15"),
            ("2012-2013", "2012/2013"),
            ("2006_2008", "2006/2008"),
            ("2012/13", "2012/2013"),
            ("1999/00", "1999/2000"),
            ("2012/2013", "2012/2013"),
            ("FY2013", "FY2013"),
            ("FY13", "FY2013"),
            ("2012-A1", "2012"),
            ("1950.5", "1950"),
            ("2019 ", "2019"),
            ("-500", "-0500"),
            ("-10000", "-10000"),
        ] {
            assert_eq!(
                read(text).map(|period| period.to_string()).as_deref(),
                Some(expected),
                "{text}"
            );
        }
    }

    #[test]
    fn other_texts_are_none() {
        for text in [
            "",
            "12",
            "201",
            "20123",
            "2012Q5",
            "2012M13",
            "2012-00",
            "2013/12",
            "2013_2012",
            "2012/12",
            "n/a",
            "2012.25",
            "Q3",
            "FY",
            "2012X1",
            "09/10/13",
            "２０１２",
            "1999/15",
            "2012Q",
            "2012-Q123",
            "é012",
            "[YR]",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
