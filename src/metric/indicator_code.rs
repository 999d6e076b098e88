//! By which codes others call an indicator.

use std::fmt;
use std::str::FromStr;

use crate::text::{Refusal, UnknownWord, padded, split_byte, text_serde, words};

words! {
    /// Whose codes of indicators these are.
    #[non_exhaustive]
    pub enum IndicatorScheme: closed "indicator scheme" {
        /// The World Bank: `IT.NET.USER.ZS`.
        WorldBank = "world-bank",
        /// The International Telecommunication Union: `i99H`.
        Itu = "itu",
        /// Our World in Data, by the titles of its columns.
        Owid = "owid",
        /// Eurostat: a data set with one indicator, or an item of the dimension of indicators: `I_IUX`.
        Eurostat = "eurostat",
        /// The goals of sustainable development: an indicator, `17.8.1`, or a series of their database, `IT_USE_ii99`.
        Sdg = "sdg",
        /// Gapminder, by its concepts.
        Gapminder = "gapminder",
        /// World Population Prospects of the United Nations, by the titles of its columns.
        UnWpp = "un-wpp",
        /// Freedom House, by the titles of its columns.
        FreedomHouse = "freedom-house",
    }
}

/// The code that a maker of data has for an indicator, written `world-bank:IT.NET.USER.ZS`.
///
/// The code is kept as it was read, with its case and its spaces; it is not empty and holds no control character. It
/// may hold further colons.
///
/// ```
/// use netpolity::metric::{IndicatorCode, IndicatorScheme};
///
/// let code: IndicatorCode = "world-bank:IT.NET.USER.ZS".parse()?;
/// assert_eq!((code.scheme(), code.code()), (IndicatorScheme::WorldBank, "IT.NET.USER.ZS"));
/// assert_eq!(code.to_string(), "world-bank:IT.NET.USER.ZS");
/// # Ok::<(), netpolity::metric::IndicatorCodeError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IndicatorCode {
    scheme: IndicatorScheme,
    code: Box<str>,
}

impl IndicatorCode {
    /// Checks and takes a code.
    ///
    /// # Errors
    /// [`IndicatorCodeError`] where the code is empty or holds a control character.
    pub fn new(scheme: IndicatorScheme, code: &str) -> Result<Self, IndicatorCodeError> {
        match fault(code) {
            None => Ok(Self { scheme, code: code.into() }),
            Some((at, fault)) => Err(IndicatorCodeError { text: code.into(), at, fault }),
        }
    }

    /// Whose code it is.
    pub fn scheme(&self) -> IndicatorScheme {
        self.scheme
    }

    /// The code, as it was read.
    pub fn code(&self) -> &str {
        &self.code
    }
}

fn fault(code: &str) -> Option<(usize, Fault)> {
    if code.is_empty() {
        return Some((0, Fault::Empty));
    }
    let (at, _) = code.char_indices().find(|(_, c)| c.is_control())?;
    Some((at, Fault::Control))
}

impl FromStr for IndicatorCode {
    type Err = IndicatorCodeError;

    fn from_str(text: &str) -> Result<Self, IndicatorCodeError> {
        let refused = |at, fault| IndicatorCodeError { text: text.into(), at, fault };
        let (scheme, code) =
            split_byte(text, b':').ok_or_else(|| refused(text.len(), Fault::NoScheme))?;
        let code_at = scheme.len() + 1;
        let scheme = scheme.parse().map_err(|unknown| refused(0, Fault::Scheme(unknown)))?;
        match fault(code) {
            None => Ok(Self { scheme, code: code.into() }),
            Some((at, fault)) => Err(refused(code_at + at, fault)),
        }
    }
}

impl fmt::Display for IndicatorCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        padded(f, |out| write!(out, "{}:{}", self.scheme, self.code))
    }
}

text_serde!(
    IndicatorCode,
    "a code of an indicator, such as `world-bank:IT.NET.USER.ZS`",
    pattern: format!("({}):[\\s\\S]+", IndicatorScheme::WORDS.join("|"))
);

/// A text that is no [`IndicatorCode`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndicatorCodeError {
    text: Box<str>,
    at: usize,
    fault: Fault,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Fault {
    NoScheme,
    Scheme(UnknownWord),
    Empty,
    Control,
}

impl IndicatorCodeError {
    /// The offending text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The byte at which the fault stands.
    pub fn at(&self) -> usize {
        self.at
    }
}

impl fmt::Display for IndicatorCodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { text, at, fault } = self;
        write!(f, "invalid code of an indicator `{}`: ", text.escape_debug())?;
        match fault {
            Fault::NoScheme => f.write_str(
                "expected a scheme, a colon and the code, such as `world-bank:SP.POP.TOTL`",
            ),
            Fault::Scheme(unknown) => unknown.fmt(f),
            Fault::Empty => write!(f, "expected a code at byte {at}"),
            Fault::Control => write!(f, "control character at byte {at}"),
        }
    }
}

impl std::error::Error for IndicatorCodeError {}

impl Refusal for IndicatorCodeError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_forms() {
        for (text, scheme, code) in [
            ("world-bank:IT.NET.USER.ZS", IndicatorScheme::WorldBank, "IT.NET.USER.ZS"),
            ("itu:i271mb_5GB$", IndicatorScheme::Itu, "i271mb_5GB$"),
            ("sdg:17.8.1", IndicatorScheme::Sdg, "17.8.1"),
            (
                "freedom-house:A: Obstacles to Access",
                IndicatorScheme::FreedomHouse,
                "A: Obstacles to Access",
            ),
            ("owid: spaces stay ", IndicatorScheme::Owid, " spaces stay "),
        ] {
            let read: IndicatorCode = text.parse().unwrap();
            assert_eq!((read.scheme(), read.code()), (scheme, code));
            assert_eq!(read.to_string(), text);
            assert_eq!(IndicatorCode::new(scheme, code), Ok(read));
        }
    }

    #[test]
    fn refusals_say_where() {
        for (text, at, says) in [
            (
                "IT.NET.USER.ZS",
                14,
                "expected a scheme, a colon and the code, such as `world-bank:SP.POP.TOTL`",
            ),
            ("", 0, "expected a scheme, a colon and the code, such as `world-bank:SP.POP.TOTL`"),
            (
                "wordl-bank:X",
                0,
                "unknown indicator scheme `wordl-bank`; did you mean `world-bank`?",
            ),
            ("itu:", 4, "expected a code at byte 4"),
            ("itu:i\t99", 5, "control character at byte 5"),
        ] {
            let error = text.parse::<IndicatorCode>().unwrap_err();
            assert_eq!((error.text(), error.at()), (text, at));
            let text = text.escape_debug();
            assert_eq!(error.to_string(), format!("invalid code of an indicator `{text}`: {says}"));
        }
        let error = IndicatorCode::new(IndicatorScheme::Itu, "i\n").unwrap_err();
        assert_eq!((error.text(), error.at()), ("i\n", 1));
    }
}
