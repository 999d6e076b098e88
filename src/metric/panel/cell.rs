//! What stands in one cell of a panel.

use std::fmt;

use crate::metric::{Flag, Flags, Missing};
use crate::quantity::Decimal;

/// A number as a source wrote it.
///
/// ```
/// use netpolity::metric::Number;
///
/// let number = Number::parse("45.80").unwrap();
/// assert_eq!((number.value(), number.to_string().as_str()), (45.8, "45.80"));
/// assert_eq!(Number::parse("1.5E-05").unwrap().to_string(), "1.5E-05");
/// assert_eq!(Number::parse("1,234"), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Number<'t> {
    value: f64,
    decimals: u8,
    /// Where value and decimals print something else.
    written: Option<&'t str>,
}

impl<'t> Number<'t> {
    /// Reads a number: an optional sign, digits, a point and more digits, and an exponent.
    ///
    /// `None` for anything else, separators of thousands and `NaN` among it, and for what no `f64` reaches.
    #[inline(always)]
    #[allow(clippy::inline_always)] // millions of times for a large table
    pub fn parse(text: &'t str) -> Option<Self> {
        Self::plain(text.as_bytes()).or_else(|| Self::unusual(text))
    }

    /// Digits with at most one point and a minus in front, fifteen digits in all, as nearly every number is written.
    ///
    /// Such a number is the quotient of two integers that are exact as `f64`, so that the one rounding is that of the
    /// division; and it prints as it was written, since an `f64` keeps fifteen digits.
    #[inline]
    #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation)] // fifteen digits
    fn plain(text: &[u8]) -> Option<Self> {
        let (negative, digits) = match text {
            [b'-', digits @ ..] => (true, digits),
            digits => (false, digits),
        };
        // A leading zero is that before a point.
        if digits.len() > 16
            || matches!(digits, [] | [b'.', ..] | [.., b'.'] | [b'0', b'0'..=b'9', ..])
        {
            return None;
        }
        let mut mantissa = 0_u64;
        let mut point = None;
        for (at, byte) in digits.iter().enumerate() {
            match byte {
                b'0'..=b'9' => mantissa = mantissa * 10 + u64::from(byte - b'0'),
                b'.' if point.is_none() => point = Some(at),
                _ => return None,
            }
        }
        let decimals = point.map_or(0, |at| digits.len() - at - 1);
        if mantissa >= 10_u64.pow(15) {
            return None;
        }
        let magnitude = mantissa as f64 / *POWERS.get(decimals)?;
        let value = if negative { -magnitude } else { magnitude };
        Some(Self { value, decimals: decimals as u8, written: None })
    }

    #[cold]
    fn unusual(text: &'t str) -> Option<Self> {
        // The standard parser takes words such as `inf` too.
        if !text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'.' | b'-' | b'+' | b'e' | b'E'))
        {
            return None;
        }
        let value = text.parse().ok().filter(|value: &f64| value.is_finite())?;
        let (mantissa, _) = text.split_once(['e', 'E']).unwrap_or((text, ""));
        let decimals = mantissa.split_once('.').map_or(0, |(_, decimals)| decimals.len());
        let decimals = u8::try_from(decimals).ok()?;
        let number = Self { value, decimals, written: None };
        Some(if number.to_string() == text {
            number
        } else {
            Self { written: Some(text), ..number }
        })
    }

    /// A number printed with so many decimals. Readers of formats with binary numbers have no other.
    ///
    /// `None` where it is not finite.
    pub fn new(value: f64, decimals: u8) -> Option<Self> {
        value.is_finite().then_some(Self { value, decimals, written: None })
    }

    pub(super) fn restored(value: f64, decimals: u8, written: Option<&'t str>) -> Self {
        Self { value, decimals, written }
    }

    /// The nearest `f64`.
    pub fn value(self) -> f64 {
        self.value
    }

    /// How many decimals were written.
    pub fn decimals(self) -> u8 {
        self.decimals
    }

    /// The text, where it was written in an unusual way, such as with an exponent.
    pub(crate) fn written(self) -> Option<&'t str> {
        self.written
    }

    /// The exact number; `None` where it has more than 28 digits.
    pub fn decimal(self) -> Option<Decimal> {
        let text = self.to_string();
        text.parse().ok().or_else(|| self.value.try_into().ok())
    }
}

const POWERS: [f64; 16] =
    [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

impl From<Decimal> for Number<'_> {
    fn from(number: Decimal) -> Self {
        let decimals = u8::try_from(number.decimals()).unwrap_or_default();
        Self { value: number.to_f64(), decimals, written: None }
    }
}

impl fmt::Display for Number<'_> {
    /// The number as it was written.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.written {
            Some(text) => f.pad(text),
            None => write!(f, "{:.*}", usize::from(self.decimals), self.value),
        }
    }
}

/// What a source says in one place: a number, words, or that and why there is nothing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Datum<'t> {
    /// A number.
    Number(Number<'t>),
    /// An answer in words, of an indicator whose values are such.
    Words(&'t str),
    /// No value, for a reason.
    Missing(Missing),
}

/// One cell of a panel: what the source says, what it marks, and what it remarks.
///
/// ```
/// use netpolity::metric::{Cell, Flag, Missing, Number};
///
/// let cell = Cell::from(Number::parse("90.6").unwrap()).with_flag(Flag::Break).with_status("b");
/// assert_eq!(cell.value(), Some(90.6));
/// assert_eq!(Cell::from(Missing::NotCollected).value(), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cell<'t> {
    pub(super) datum: Datum<'t>,
    pub(super) flags: Flags,
    pub(super) status: Option<&'t str>,
    pub(super) note: Option<&'t str>,
}

impl<'t> Cell<'t> {
    /// A cell with nothing but this in it.
    pub fn new(datum: Datum<'t>) -> Self {
        Self { datum, flags: Flags::EMPTY, status: None, note: None }
    }

    /// The same with one more flag.
    #[must_use]
    pub fn with_flag(mut self, flag: Flag) -> Self {
        self.flags.insert(flag);
        self
    }

    /// The same with these flags.
    #[must_use]
    pub fn with_flags(self, flags: Flags) -> Self {
        Self { flags, ..self }
    }

    /// The same with the status as the source writes it.
    #[must_use]
    pub fn with_status(self, status: &'t str) -> Self {
        Self { status: Some(status), ..self }
    }

    /// The same with a remark of the source.
    #[must_use]
    pub fn with_note(self, note: &'t str) -> Self {
        Self { note: Some(note), ..self }
    }

    /// What the source says.
    pub fn datum(self) -> Datum<'t> {
        self.datum
    }

    /// The number, where it is one.
    pub fn number(self) -> Option<Number<'t>> {
        match self.datum {
            Datum::Number(number) => Some(number),
            Datum::Words(_) | Datum::Missing(_) => None,
        }
    }

    /// The number as an `f64`, where it is one.
    pub fn value(self) -> Option<f64> {
        self.number().map(Number::value)
    }

    /// The words, where it is an answer in words.
    pub fn words(self) -> Option<&'t str> {
        match self.datum {
            Datum::Words(words) => Some(words),
            Datum::Number(_) | Datum::Missing(_) => None,
        }
    }

    /// Why there is no value, where there is none.
    pub fn missing(self) -> Option<Missing> {
        match self.datum {
            Datum::Missing(reason) => Some(reason),
            Datum::Number(_) | Datum::Words(_) => None,
        }
    }

    /// What the source marks about it.
    pub fn flags(self) -> Flags {
        self.flags
    }

    /// The marks as the source writes them, such as `bp`.
    pub fn status(self) -> Option<&'t str> {
        self.status
    }

    /// What the source remarks about it.
    pub fn note(self) -> Option<&'t str> {
        self.note
    }
}

impl<'t> From<Number<'t>> for Cell<'t> {
    fn from(number: Number<'t>) -> Self {
        Self::new(Datum::Number(number))
    }
}

impl From<Missing> for Cell<'_> {
    fn from(reason: Missing) -> Self {
        Self::new(Datum::Missing(reason))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_print_as_they_were_written() {
        for text in [
            "0",
            "7",
            "-3",
            "42.3001174855995",
            "45.80",
            "0.049",
            "1350695000",
            "76875.0",
            "-0.5",
            "999999999999999",
            "1234567890123456789",
            "0.1000000000000000055511151231257827",
            "007",
            "+5",
            "1.5E-05",
            "1e3",
            "-0",
            "100.",
            "0.00",
            "123456789.123456789",
        ] {
            assert_eq!(Number::parse(text).map(|number| number.to_string()).as_deref(), Some(text));
            let value: f64 = text.parse().unwrap();
            assert_eq!(Number::parse(text).map(Number::value), Some(value), "{text}");
        }
    }

    #[test]
    fn what_is_no_number_is_none() {
        for text in [
            "", "-", ".", "..", "1,234", "1 234", "1.2.3", "NaN", "inf", "1e", "1e999", "12a",
            "１", "--1", " 1",
        ] {
            assert_eq!(Number::parse(text), None, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn both_ways_of_reading_agree(mantissa in -10_i64.pow(15)..10_i64.pow(15), decimals in 0_u32..15) {
            let text = rust_decimal::Decimal::new(mantissa, decimals).to_string();
            let number = Number::parse(&text).unwrap();
            proptest::prop_assert_eq!(number.value().to_bits(), text.parse::<f64>().unwrap().to_bits());
            proptest::prop_assert_eq!(number.to_string(), text);
        }
    }
}
