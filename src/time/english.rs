//! Dates and spans in the common English forms.

use chrono::Weekday;

use super::date::{PartialDate, Precision, Qualifier};
use super::error::{DateError, Fault, MONTHS, weekday_name};
use crate::text::suggest;

/// Reads a whole text as one date.
pub(super) fn date(text: &str) -> Result<PartialDate, DateError> {
    match span(text)? {
        (date, None) => Ok(date),
        (_, Some(_)) => Err(DateError::new(text, 0, Fault::NotOneDate)),
    }
}

/// Reads a whole text as one date, or two with a dash or `to` between them. What the first leaves out, it shares
/// with the second: `9-10 September 2013`.
pub(super) fn span(text: &str) -> Result<(PartialDate, Option<PartialDate>), DateError> {
    let mut reader = Reader { text, at: 0 };
    let mut first = reader.parts()?;
    if reader.is_at_end() {
        return Ok((first.complete(text)?, None));
    }
    if !reader.take_dash() {
        return Err(reader.expected("a dash, or the end of the date"));
    }
    let mut second = reader.parts()?;
    if !reader.is_at_end() {
        return Err(reader.expected("the end of the span"));
    }
    if first.year.is_none() {
        first.year = second.year;
        match (first.month, second.month) {
            (Some(month), None) if second.day.is_some() => second.month = Some(month),
            (None, Some(month)) if second.day.is_some() => first.month = Some(month),
            (None, _) | (_, None) => return Err(first.incomplete(text)),
            (Some(_), Some(_)) => {}
        }
    }
    Ok((first.complete(text)?, Some(second.complete(text)?)))
}

/// What stands on one side of a dash.
#[derive(Default)]
struct Parts {
    at: usize,
    end: usize,
    circa: bool,
    weekday: Option<Weekday>,
    day: Option<u32>,
    month: Option<u32>,
    year: Option<i32>,
}

impl Parts {
    #[cold]
    fn incomplete(&self, text: &str) -> DateError {
        DateError::new(text, self.end, Fault::Expected("a month name and a year of four digits"))
    }

    fn complete(&self, text: &str) -> Result<PartialDate, DateError> {
        let date = match (self.year, self.month, self.day) {
            (Some(year), Some(month), Some(day)) => {
                PartialDate::new(year, month, day, Precision::Day)
            }
            (Some(year), Some(month), None) => PartialDate::new(year, month, 1, Precision::Month),
            (Some(year), None, None) => PartialDate::new(year, 1, 1, Precision::Year),
            _ => return Err(self.incomplete(text)),
        };
        let date = date.map_err(|fault| DateError::new(text, self.at, fault))?;
        match (self.weekday, date.to_day()) {
            (Some(written), Some(day)) if date.weekday() != Some(written) => {
                return Err(DateError::new(text, self.at, Fault::Weekday { day, written }));
            }
            (Some(_), None) => return Err(self.incomplete(text)),
            _ => {}
        }
        let qualifier = if self.circa { Qualifier::Approximate } else { Qualifier::Exact };
        Ok(date.with_qualifier(qualifier))
    }
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn skip_spaces(&mut self) {
        self.take(char::is_whitespace);
    }

    /// Takes the characters that hold.
    fn take(&mut self, holds: impl Fn(char) -> bool) -> &'a str {
        let rest = self.rest();
        let end = rest.find(|c| !holds(c)).unwrap_or(rest.len());
        self.at += end;
        rest.get(..end).unwrap_or_default()
    }

    fn take_char(&mut self, c: char) -> bool {
        let found = self.rest().starts_with(c);
        if found {
            self.at += c.len_utf8();
        }
        found
    }

    fn is_at_end(&mut self) -> bool {
        self.skip_spaces();
        self.rest().is_empty()
    }

    /// Takes a word if it is one of those, in any case.
    fn take_word(&mut self, words: &[&str]) -> bool {
        let start = self.at;
        let word = self.take(char::is_alphabetic);
        let found = words.iter().any(|known| word.eq_ignore_ascii_case(known));
        if !found {
            self.at = start;
        }
        found
    }

    fn take_dash(&mut self) -> bool {
        self.skip_spaces();
        // Hyphen, its unbreakable form, figure, en and em dash, minus.
        ['-', '\u{2010}', '\u{2011}', '\u{2012}', '\u{2013}', '\u{2014}', '\u{2212}']
            .into_iter()
            .any(|dash| self.take_char(dash))
            || self.take_word(&["to"])
    }

    #[cold]
    fn expected(&self, what: &'static str) -> DateError {
        DateError::new(self.text, self.at, Fault::Expected(what))
    }

    /// Reads day, month and year in any order that ends with the year, as far as they go.
    fn parts(&mut self) -> Result<Parts, DateError> {
        let mut parts = Parts::default();
        self.skip_spaces();
        if self.take_word(&["circa", "ca", "c"]) {
            parts.circa = true;
            self.take_char('.');
            self.skip_spaces();
        }
        parts.at = self.at;
        parts.weekday = self.weekday();
        let mut after_comma = false;
        while parts.year.is_none() {
            self.skip_spaces();
            let start = self.at;
            let found = match self.rest().chars().next() {
                Some(c) if c.is_ascii_digit() => self.number(&mut parts)?,
                Some(c) if c.is_alphabetic() => self.month(&mut parts)?,
                Some(',') if !after_comma && (parts.day.is_some() || parts.month.is_some()) => {
                    self.take_char(',');
                    after_comma = true;
                    continue;
                }
                _ => false,
            };
            if !found {
                self.at = start;
                break;
            }
            after_comma = false;
            parts.end = self.at;
        }
        if after_comma {
            return Err(self.expected("a year of four digits"));
        }
        if parts.year.is_none() && parts.month.is_none() && parts.day.is_none() {
            return Err(self.expected("a date, such as `2013-09-09` or `9 September 2013`,"));
        }
        Ok(parts)
    }

    fn weekday(&mut self) -> Option<Weekday> {
        let start = self.at;
        let word = self.take(char::is_alphabetic);
        let mut weekday = Weekday::Mon;
        for _ in 0..7 {
            if is_name(word, weekday_name(weekday)) {
                self.take_char('.');
                self.take_char(',');
                return Some(weekday);
            }
            weekday = weekday.succ();
        }
        self.at = start;
        None
    }

    /// Takes a day with its ordinal ending, or a year.
    fn number(&mut self, parts: &mut Parts) -> Result<bool, DateError> {
        let start = self.at;
        let digits = self.take(|c| c.is_ascii_digit());
        match (digits.len(), digits.parse()) {
            (1 | 2, Ok(day)) if parts.day.is_none() => {
                parts.day = Some(day);
                self.take_word(&["st", "nd", "rd", "th"]);
                self.skip_spaces();
                self.take_word(&["of"]);
                Ok(true)
            }
            (4, _) => {
                parts.year = digits.parse().ok();
                Ok(true)
            }
            _ => Err(DateError::new(
                self.text,
                start,
                Fault::Expected("a day, or a year of four digits,"),
            )),
        }
    }

    /// Takes the name of a month, or leaves the word `to` where a span may go on.
    fn month(&mut self, parts: &mut Parts) -> Result<bool, DateError> {
        let start = self.at;
        let word = self.take(char::is_alphabetic);
        if word.eq_ignore_ascii_case("to") || parts.month.is_some() {
            return Ok(false);
        }
        let month = (1..).zip(MONTHS).find(|(_, name)| is_name(word, name));
        let Some((month, _)) = month else {
            let suggestion = suggest(word, MONTHS);
            let suggestion = MONTHS.into_iter().find(|name| Some(*name) == suggestion);
            return Err(DateError::new(self.text, start, Fault::MonthName(suggestion)));
        };
        parts.month = Some(month);
        self.take_char('.');
        Ok(true)
    }
}

/// Whether a word is a name, or its first three letters, or four where that is common.
fn is_name(word: &str, name: &str) -> bool {
    let short = match word.len() {
        3 => true,
        4 => matches!(name, "September" | "Tuesday" | "Thursday"),
        5 => name == "Thursday",
        _ => false,
    };
    word.eq_ignore_ascii_case(name)
        || (short && name.get(..word.len()).is_some_and(|s| s.eq_ignore_ascii_case(word)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{PartialDate, Span};

    #[test]
    fn dates() {
        for (text, stored) in [
            ("September 2013", "2013-09"),
            ("Sept. 2013", "2013-09"),
            ("Sep 2013", "2013-09"),
            ("sept 2013", "2013-09"),
            ("MAY 2014", "2014-05"),
            ("September, 2013", "2013-09"),
            ("9 September 2013", "2013-09-09"),
            ("9 Sept. 2013", "2013-09-09"),
            ("9 Sept., 2013", "2013-09-09"),
            ("September 9, 2013", "2013-09-09"),
            ("September 9 2013", "2013-09-09"),
            ("September 9th, 2013", "2013-09-09"),
            ("9th September 2013", "2013-09-09"),
            ("9th of September, 2013", "2013-09-09"),
            ("Monday, 9 September 2013", "2013-09-09"),
            ("Mon. 9 September 2013", "2013-09-09"),
            ("Monday, September 9, 2013", "2013-09-09"),
            ("22nd July 2009", "2009-07-22"),
            ("circa 2013", "2013~"),
            ("c. 2013", "2013~"),
            ("ca. September 2013", "2013-09~"),
        ] {
            let read = text.parse::<PartialDate>().map(|date| date.to_string());
            assert_eq!(read.as_deref(), Ok(stored), "{text}");
        }
    }

    /// Annual meetings of the Internet Governance Forum and other meetings, as their hosts print them.
    #[test]
    fn spans() {
        for (text, stored) in [
            ("9 September 2013", "2013-09-09"),
            ("9-10 September 2013", "2013-09-09/2013-09-10"),
            ("9–10 September 2013", "2013-09-09/2013-09-10"),
            ("9 — 10 September 2013", "2013-09-09/2013-09-10"),
            ("9 to 10 September 2013", "2013-09-09/2013-09-10"),
            ("September 9-10, 2013", "2013-09-09/2013-09-10"),
            ("October 30 - November 2, 2006", "2006-10-30/2006-11-02"),
            ("30 October – 2 November 2006", "2006-10-30/2006-11-02"),
            ("12-15 November 2007", "2007-11-12/2007-11-15"),
            ("27–30 September 2011", "2011-09-27/2011-09-30"),
            ("28 November - 2 December 2022", "2022-11-28/2022-12-02"),
            ("22nd to 23rd July 2009", "2009-07-22/2009-07-23"),
            ("December 30, 2013 - January 2, 2014", "2013-12-30/2014-01-02"),
            ("Monday, 23 June – Friday, 27 June 2025", "2025-06-23/2025-06-27"),
            ("May - June 2013", "2013-05/2013-06"),
            ("April 2013 to July 2016", "2013-04/2016-07"),
            ("2011 – 2014", "2011/2014"),
            ("2011-2014", "2011/2014"),
            ("c. 2011 – 2014", "2011~/2014"),
        ] {
            let read = text.parse::<Span>().map(|span| span.to_string());
            assert_eq!(read.as_deref(), Ok(stored), "{text}");
        }
    }

    #[test]
    fn nothing_is_guessed() {
        for text in [
            "9",
            "9 September",
            "9-10",
            "9-10 September",
            "September",
            "Monday",
            "9 - September 2013",
            "9 September - 2013",
            "2013 - September",
            "9 9 September 2013",
            "9 September 2013 2014",
            "9,, September 2013",
            "9 September 2013,",
            ", 2013",
            "September of 2013",
            "circa",
            "9th",
            "9-10-11 September 2013",
            "9 September 2013 - ",
            "- 9 September 2013",
            "9 September 213",
            "30 December - 2 January 2014",
            "Sunday, 9 - Tuesday, 10 September 2013",
            "0 May 2013",
            "9 Octember 2013",
            "2013-14",
            "2013–14",
            "99999999999999999999 May 2013",
            "Se 2013",
            "Ma 2013",
        ] {
            let error = text.parse::<Span>().unwrap_err();
            assert!(error.at() <= text.len() && error.text() == text, "{error}");
        }
    }

    proptest! {
        #[test]
        fn any_words_are_read_or_refused(
            words in prop::collection::vec(
                prop::sample::select(&[
                    "9", "10th", "31", "2013", "2014", "September", "Oct.", "Monday", ",", "-", "–", "to", "of",
                    "circa", "/", "é", "[", "..", "]", "~",
                ]),
                0..9,
            ),
            gap in prop::sample::select(&["", " "]),
        ) {
            let text = words.join(gap);
            match text.parse::<Span>() {
                Ok(span) => prop_assert_eq!(span.to_string().parse(), Ok(span)),
                Err(error) => prop_assert!(error.at() <= text.len() && error.text() == text),
            }
        }
    }
}
