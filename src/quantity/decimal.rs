//! Exact decimal numbers that keep the digits they were written with.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::text::{Refusal, json_schema, refuse};

/// The largest count of decimals that fits.
const MAX_DECIMALS: u32 = 28;

/// The largest absolute value of the digits, taken without the point: 96 bits.
const MAX_DIGITS: u128 = (1 << 96) - 1;

/// An exact decimal number of up to 28 digits, with its decimals as written.
///
/// `45.80` stays `45.80` when printed. Comparison, equality and hash are those of numbers: `45.80 == 45.8`.
/// Arithmetic is exact or gives `None`; nothing is rounded on the way.
///
/// The text form is an optional sign, digits, and optionally a point with more digits. Exponents, separators, `NaN`
/// and infinities are refused. As JSON it is a text; a JSON number is read too, from its shortest decimal form, so
/// that `42.30` written without quotes is read as `42.3`.
///
/// ```
/// use netpolity::quantity::Decimal;
///
/// let share: Decimal = "45.80".parse()?;
/// assert_eq!(share.to_string(), "45.80");
/// assert_eq!(share, "45.8".parse()?);
/// assert_eq!(Decimal::try_from(42.3)?.to_string(), "42.3");
/// let error = "1,500".parse::<Decimal>().unwrap_err();
/// assert_eq!(error.to_string(), "invalid decimal `1,500`: `,` at byte 1 is not a digit; write the digits without separators");
/// # Ok::<(), netpolity::quantity::DecimalError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Decimal(rust_decimal::Decimal);

impl Decimal {
    /// 0.
    pub const ZERO: Self = Self::small(0, 0);
    /// 1.
    pub const ONE: Self = Self::small(1, 0);
    /// 100.
    pub const HUNDRED: Self = Self::small(100, 0);

    /// A power of ten; `None` where it has too many digits.
    pub(super) fn power_of_ten(exponent: i8) -> Option<Self> {
        let places = u32::from(exponent.unsigned_abs());
        if exponent < 0 {
            (places <= MAX_DECIMALS).then(|| Self::small(1, places))
        } else {
            Self::fit(10_i128.checked_pow(places)?, 0)
        }
    }

    /// `digits` with the point moved `decimals` places to the left.
    pub(super) const fn small(digits: u32, decimals: u32) -> Self {
        Self(rust_decimal::Decimal::from_parts(digits, 0, 0, false, decimals))
    }

    /// The number of decimals written: 2 for `45.80`.
    pub fn decimals(self) -> u32 {
        self.0.scale()
    }

    /// Whether the number is zero.
    pub fn is_zero(self) -> bool {
        self.0.is_zero()
    }

    /// Whether the number is below zero.
    pub fn is_negative(self) -> bool {
        self.0.is_sign_negative() && !self.0.is_zero()
    }

    /// The nearest `f64`.
    pub fn to_f64(self) -> f64 {
        const EXACT: i128 = 1 << 53;
        let (mantissa, decimals) = (self.0.mantissa(), self.decimals());
        if (-EXACT..=EXACT).contains(&mantissa) && decimals <= 22 {
            // Both operands are exact as `f64`, so that the one rounding is that of the division.
            #[allow(clippy::cast_precision_loss, reason = "within 53 bits")]
            return mantissa as f64 / 10_u128.pow(decimals) as f64;
        }
        self.to_string().parse().unwrap_or(f64::NAN)
    }

    /// The exact sum; `None` where it has too many digits.
    #[must_use]
    pub fn checked_add(self, other: Self) -> Option<Self> {
        let sum = |a: Self, b: Self| {
            let decimals = a.decimals().max(b.decimals());
            Self::fit(a.at_scale(decimals)?.checked_add(b.at_scale(decimals)?)?, decimals)
        };
        // Written zeros are kept where there is room for them.
        sum(self, other).or_else(|| sum(self.normalized(), other.normalized()))
    }

    /// The exact difference; `None` where it has too many digits.
    #[must_use]
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.checked_add(other.negated())
    }

    /// The exact product; `None` where it has too many digits.
    #[must_use]
    pub fn checked_mul(self, other: Self) -> Option<Self> {
        let (mut a, mut b) = (self.0.mantissa(), other.0.mantissa());
        let mut decimals = self.decimals() + other.decimals();
        let product = |a: i128, b: i128, decimals| Self::fit(a.checked_mul(b)?, decimals);
        product(a, b, decimals).or_else(|| {
            // The factors may be long and the product short, as in 0.5^n x 2^n: take the tens out before multiplying.
            while decimals > 0 {
                (a, b) = match (a % 10, b % 10) {
                    (0, _) => (a / 10, b),
                    (_, 0) => (a, b / 10),
                    _ if a % 5 == 0 && b % 2 == 0 => (a / 5, b / 2),
                    _ if a % 2 == 0 && b % 5 == 0 => (a / 2, b / 5),
                    _ => break,
                };
                decimals -= 1;
            }
            product(a, b, decimals)
        })
    }

    pub(super) fn negated(self) -> Self {
        // Zero has no sign.
        if self.is_zero() { self } else { Self(-self.0) }
    }

    /// The number without its sign.
    #[must_use]
    pub fn abs(self) -> Self {
        if self.is_negative() { self.negated() } else { self }
    }

    /// The value of one unit of the last written digit: 0.01 for `45.80`, 1 for `3000`.
    pub(super) fn last_written(self) -> Self {
        Self::small(1, self.decimals())
    }

    /// The value of one unit of the last digit that is not a zero before the point: 0.01 for `45.80`, 1000 for
    /// `3000`.
    pub(crate) fn last_significant(self) -> Self {
        let mut mantissa = self.0.mantissa();
        if self.decimals() > 0 || mantissa == 0 {
            return self.last_written();
        }
        let mut place = 1;
        while mantissa % 10 == 0 {
            mantissa /= 10;
            place *= 10;
        }
        Self::fit(place, 0).unwrap_or(Self::ONE)
    }

    /// The number of digits from the first that is not zero to the last, without zeros that only fill up to the
    /// point.
    pub(crate) fn significant_digits(self) -> u32 {
        let mut mantissa = self.0.mantissa().unsigned_abs();
        if self.decimals() == 0 {
            while mantissa != 0 && mantissa.is_multiple_of(10) {
                mantissa /= 10;
            }
        }
        mantissa.checked_ilog10().map_or(0, |log| log + 1)
    }

    /// The quotient to `digits` significant digits, rounded up or down, and whether it is exact. `None` where the
    /// divisor is zero or the quotient too large.
    pub(super) fn quotient(self, divisor: Self, digits: u32, up: bool) -> Option<(Self, bool)> {
        let dividend = self.0.mantissa().unsigned_abs();
        let by = divisor.0.mantissa().unsigned_abs();
        let negative = self.is_negative() != divisor.is_negative();
        let limit = 10_u128.pow(digits.clamp(1, MAX_DECIMALS));
        let mut decimals = i64::from(self.decimals()) - i64::from(divisor.decimals());

        // Long division: a remainder is below 2^96, so that ten of it fit.
        let mut quotient = dividend.checked_div(by)?;
        let mut rest = dividend.checked_rem(by)?;
        while rest != 0 && quotient < limit / 10 && decimals < i64::from(MAX_DECIMALS) {
            quotient = quotient * 10 + rest * 10 / by;
            rest = rest * 10 % by;
            decimals += 1;
        }
        let mut exact = rest == 0;
        while quotient >= limit {
            exact &= quotient.is_multiple_of(10);
            quotient /= 10;
            decimals -= 1;
        }
        // Away from zero is up for a positive quotient and down for a negative one.
        if !exact && up != negative {
            quotient += 1;
        }
        while decimals < 0 {
            quotient = quotient.checked_mul(10)?;
            decimals += 1;
        }
        let magnitude = i128::try_from(quotient).ok()?;
        let mantissa = if negative { -magnitude } else { magnitude };
        Some((Self::fit(mantissa, u32::try_from(decimals).ok()?)?, exact))
    }

    /// Digits without the point, and how many of them are decimals. `None` where they don't fit.
    pub(super) fn written(mantissa: i128, decimals: u32) -> Option<Self> {
        rust_decimal::Decimal::try_from_i128_with_scale(mantissa, decimals).ok().map(Self)
    }

    /// The number where it is whole, written so, and fits.
    pub(super) fn to_u32(self) -> Option<u32> {
        if self.decimals() == 0 { self.0.mantissa().try_into().ok() } else { None }
    }

    /// The same number without trailing zeros behind the point.
    pub(super) fn normalized(self) -> Self {
        Self(self.0.normalize())
    }

    /// The digits without the point, were the number written with so many decimals.
    fn at_scale(self, decimals: u32) -> Option<i128> {
        let factor = 10_i128.checked_pow(decimals.checked_sub(self.decimals())?)?;
        self.0.mantissa().checked_mul(factor)
    }

    /// Takes the digits without the point; written zeros are dropped only where they don't fit.
    fn fit(mut mantissa: i128, mut decimals: u32) -> Option<Self> {
        while decimals > 0
            && mantissa % 10 == 0
            && (decimals > MAX_DECIMALS || mantissa.unsigned_abs() > MAX_DIGITS)
        {
            mantissa /= 10;
            decimals = if mantissa == 0 { decimals.min(MAX_DECIMALS) } else { decimals - 1 };
        }
        rust_decimal::Decimal::try_from_i128_with_scale(mantissa, decimals).ok().map(Self)
    }
}

macro_rules! from_integers {
    ($($integer:ty),+) => {$(
        impl From<$integer> for Decimal {
            fn from(integer: $integer) -> Self {
                Self(integer.into())
            }
        }
    )+};
}

from_integers!(i32, i64, u32, u64);

/// The number's shortest decimal form that reads back as the same `f64`. Refuses `NaN`, infinities, and what has more
/// digits than fit.
impl TryFrom<f64> for Decimal {
    type Error = DecimalError;

    fn try_from(number: f64) -> Result<Self, DecimalError> {
        let text = number.to_string();
        if number.is_finite() {
            text.parse()
        } else {
            Err(DecimalError::new(&text, 0, Fault::NotFinite))
        }
    }
}

impl FromStr for Decimal {
    type Err = DecimalError;

    fn from_str(text: &str) -> Result<Self, DecimalError> {
        let fail = |at, fault| Err(DecimalError::new(text, at, fault));
        let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
        let start = text.len() - unsigned.len();
        let (mut digits, mut decimals, mut point) = (0_u128, 0_u32, None);
        for (at, character) in unsigned.char_indices() {
            match character {
                '0'..='9' => {
                    digits = digits * 10 + u128::from(character.to_digit(10).unwrap_or_default());
                    decimals += u32::from(point.is_some());
                    if digits > MAX_DIGITS || decimals > MAX_DECIMALS {
                        return fail(start + at, Fault::TooLong);
                    }
                }
                '.' if point.is_none() && at > 0 => point = Some(at),
                _ => return fail(start + at, Fault::Character),
            }
        }
        if unsigned.is_empty() || point.is_some_and(|at| at + 1 == unsigned.len()) {
            return fail(text.len(), Fault::NoDigit);
        }
        let magnitude = i128::try_from(digits).unwrap_or_default();
        let mantissa = if text.starts_with('-') { -magnitude } else { magnitude };
        match rust_decimal::Decimal::try_from_i128_with_scale(mantissa, decimals) {
            Ok(number) => Ok(Self(number)),
            Err(_) => fail(0, Fault::TooLong),
        }
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl fmt::Debug for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TextOrNumber { expecting: "a decimal number", number: Ok })
    }
}

json_schema!(Decimal, |_| crate::schema::text_or_number(
    "a decimal number such as `45.80`; as a text it keeps the digits that were written",
    Some("[-+]?[0-9]+([.][0-9]+)?")
));

/// Reads a value from its text or from a JSON number.
pub(super) struct TextOrNumber<T: FromStr> {
    pub(super) expecting: &'static str,
    pub(super) number: fn(Decimal) -> Result<T, T::Err>,
}

impl<T: FromStr> de::Visitor<'_> for TextOrNumber<T>
where
    T::Err: Refusal,
{
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.expecting)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        text.parse().map_err(refuse)
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<T, E> {
        (self.number)(number.into()).map_err(refuse)
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<T, E> {
        (self.number)(number.into()).map_err(refuse)
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<T, E> {
        (self.number)(number.try_into().map_err(refuse)?).map_err(refuse)
    }
}

/// Why a text or an `f64` is no [`Decimal`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecimalError {
    text: Box<str>,
    at: usize,
    fault: Fault,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fault {
    NoDigit,
    Character,
    TooLong,
    NotFinite,
}

impl DecimalError {
    #[cold]
    fn new(text: &str, at: usize, fault: Fault) -> Self {
        Self { text: text.into(), at, fault }
    }

    /// The offending text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The byte at which the fault stands.
    pub fn at(&self) -> usize {
        self.at
    }
}

impl fmt::Display for DecimalError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { text, at, fault } = self;
        write!(f, "invalid decimal `{text}`: ")?;
        match fault {
            Fault::NoDigit => write!(f, "expected a digit at byte {at}"),
            Fault::Character => {
                let character = text[*at..].chars().next().unwrap_or_default();
                write!(f, "`{character}` at byte {at} is not a digit")?;
                match character {
                    ',' | '_' | '\'' => f.write_str("; write the digits without separators"),
                    'e' | 'E' => f.write_str("; write the number out, without an exponent"),
                    _ => Ok(()),
                }
            }
            Fault::TooLong => write!(f, "more than 28 digits, counted to byte {at}"),
            Fault::NotFinite => f.write_str("not a finite number"),
        }
    }
}

impl std::error::Error for DecimalError {}

impl Refusal for DecimalError {}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use proptest::prelude::*;

    use super::*;

    fn d(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn written_zeros_are_kept_and_compare_as_numbers() {
        assert_eq!(d("45.80").to_string(), "45.80");
        assert_eq!((d("45.80").decimals(), d("3000").decimals()), (2, 0));
        assert_eq!(d("45.80"), d("45.8"));
        assert_eq!(
            [d("45.80"), d("45.8"), d("+45.8")].into_iter().collect::<HashSet<_>>().len(),
            1
        );
        assert_eq!((d("-0.00").to_string().as_str(), d("-0").is_negative()), ("0.00", false));
        assert!(d("-3") < d("-2.99"));
    }

    #[test]
    fn what_is_no_decimal_is_refused_with_its_place() {
        for (text, at, says) in [
            ("", 0, "expected a digit at byte 0"),
            ("-", 1, "expected a digit at byte 1"),
            ("5.", 2, "expected a digit at byte 2"),
            (".5", 0, "`.` at byte 0 is not a digit"),
            ("1.2.3", 3, "`.` at byte 3 is not a digit"),
            (" 5", 0, "` ` at byte 0 is not a digit"),
            ("1e6", 1, "`e` at byte 1 is not a digit; write the number out, without an exponent"),
            ("1,500", 1, "`,` at byte 1 is not a digit; write the digits without separators"),
            ("NaN", 0, "`N` at byte 0 is not a digit"),
            ("-inf", 1, "`i` at byte 1 is not a digit"),
            ("٣", 0, "`٣` at byte 0 is not a digit"),
        ] {
            let error = text.parse::<Decimal>().unwrap_err();
            assert_eq!((error.text(), error.at()), (text, at));
            assert_eq!(error.to_string(), format!("invalid decimal `{text}`: {says}"));
        }
    }

    #[test]
    fn the_limits_are_96_bits_and_28_decimals() {
        let largest = "79228162514264337593543950335";
        assert_eq!(d(largest).to_string(), largest);
        assert_eq!("79228162514264337593543950336".parse::<Decimal>().unwrap_err().at(), 28);
        let finest = "0.0000000000000000000000000001";
        assert_eq!(d(finest).to_string(), finest);
        assert!("0.00000000000000000000000000001".parse::<Decimal>().is_err());
    }

    #[test]
    fn floats_are_read_by_their_shortest_form() {
        for (float, text) in [(42.3, "42.3"), (0.1 + 0.2, "0.30000000000000004"), (1e6, "1000000")]
        {
            assert_eq!(Decimal::try_from(float).unwrap().to_string(), text);
        }
        for float in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            let error = Decimal::try_from(float).unwrap_err();
            assert_eq!(
                error.to_string(),
                format!("invalid decimal `{float}`: not a finite number")
            );
        }
        assert!(Decimal::try_from(1e30).is_err());
        assert!(Decimal::try_from(1e-30).is_err());
    }

    #[test]
    fn json_text_and_json_numbers() {
        let read = |json| serde_json::from_str::<Decimal>(json);
        assert_eq!(serde_json::to_string(&d("45.80")).unwrap(), "\"45.80\"");
        assert_eq!(read("\"45.80\"").unwrap().to_string(), "45.80");
        assert_eq!(read("42.3").unwrap().to_string(), "42.3");
        assert_eq!(read("-7").unwrap().to_string(), "-7");
        assert_eq!(read("18446744073709551615").unwrap().to_string(), "18446744073709551615");
        assert!(read("\"1,5\"").unwrap_err().to_string().starts_with("invalid decimal `1,5`"));
        assert!(read("null").is_err());
    }

    #[test]
    fn arithmetic_is_exact_or_refused() {
        assert_eq!(d("0.1").checked_add(d("0.2")), Some(d("0.3")));
        assert_eq!(d("45.80").checked_sub(d("0.80")).unwrap().to_string(), "45.00");
        assert_eq!(d("0.25").checked_mul(d("4")), Some(Decimal::ONE));
        let largest = d("79228162514264337593543950335");
        assert_eq!(largest.checked_add(Decimal::ONE), None);
        // Here the private type would round to nine instead.
        assert_eq!(largest.checked_add(d("0.1")), None);
        assert_eq!(d("0.0000000000000000000000000001").checked_mul(d("0.1")), None);
        assert_eq!(d("0.12345678901234567890").checked_mul(d("0.12345678901234567890")), None);
        // Too long on the way, not in the end: 2^-28 x 2^28, and written zeros that find no room.
        assert_eq!(
            d("0.0000000037252902984619140625").checked_mul(d("268435456")),
            Some(Decimal::ONE)
        );
        assert_eq!(
            d("1.0000000000000000000000000000").checked_add(d("1000000000000")),
            Some(d("1000000000001"))
        );
        assert_eq!(
            d("0.0000000000000000000000000000").checked_mul(d("0.0000000000000000000000000000")),
            Some(Decimal::ZERO)
        );
    }

    #[test]
    fn places_of_digits() {
        for (text, written, significant, count) in [
            ("45.80", "0.01", "0.01", 4),
            ("3000", "1", "1000", 1),
            ("613.4", "0.1", "0.1", 4),
            ("0.05", "0.01", "0.01", 1),
            ("-120", "1", "10", 2),
            ("0", "1", "1", 0),
        ] {
            assert_eq!(d(text).last_written(), d(written), "{text}");
            assert_eq!(d(text).last_significant(), d(significant), "{text}");
            assert_eq!(d(text).significant_digits(), count, "{text}");
        }
    }

    #[test]
    fn quotients_round_in_the_stated_direction() {
        let q = |a: &str, b: &str, digits, up| d(a).quotient(d(b), digits, up).unwrap();
        assert_eq!(q("1", "3", 4, false), (d("0.3333"), false));
        assert_eq!(q("1", "3", 4, true), (d("0.3334"), false));
        assert_eq!(q("-1", "3", 4, true), (d("-0.3333"), false));
        assert_eq!(q("-1", "3", 4, false), (d("-0.3334"), false));
        assert_eq!(q("1", "8", 4, true), (d("0.125"), true));
        assert_eq!(q("2000000", "3", 2, true), (d("670000"), false));
        assert_eq!(q("999", "1", 1, true), (d("1000"), false));
        assert_eq!(q("1", "0.001", 4, true), (d("1000"), true));
        assert_eq!(d("1").quotient(Decimal::ZERO, 4, true), None);
        // Far below the smallest decimal: the bounds are zero and the smallest decimal.
        assert_eq!(q("0.0000000000000000000000000001", "7", 4, false), (Decimal::ZERO, false));
    }

    fn decimals() -> impl Strategy<Value = Decimal> {
        (any::<i64>(), 0_u32..=28)
            .prop_map(|(digits, scale)| Decimal::fit(digits.into(), scale).unwrap())
    }

    proptest! {
        #[test]
        fn prints_what_it_reads(number in decimals()) {
            let text = number.to_string();
            prop_assert_eq!(text.parse::<Decimal>().unwrap().to_string(), text);
        }

        #[test]
        fn to_f64_is_the_nearest(number in decimals()) {
            let nearest: f64 = number.to_string().parse().unwrap();
            prop_assert_eq!(number.to_f64().to_bits(), nearest.to_bits());
        }

        #[test]
        fn floats_come_back(float in -1e12..1e12) {
            prop_assert_eq!(Decimal::try_from(float).map(Decimal::to_f64), Ok(float));
        }

        #[test]
        fn sums_undo(a in decimals(), b in decimals()) {
            if let Some(sum) = a.checked_add(b) {
                prop_assert_eq!(sum.checked_sub(b), Some(a));
                prop_assert_eq!(b.checked_add(a), Some(sum));
            }
        }

        #[test]
        fn quotients_enclose(a in -9999_i64..9999, b in 1_i64..9999, scale in 0_u32..4, digits in 1_u32..10) {
            let (a, b) = (Decimal::from(a), Decimal::fit(b.into(), scale).unwrap());
            let (below, exact) = a.quotient(b, digits, false).unwrap();
            let (above, _) = a.quotient(b, digits, true).unwrap();
            prop_assert_eq!(below == above, exact);
            prop_assert!(below.checked_mul(b).unwrap() <= a && a <= above.checked_mul(b).unwrap());
            for end in [below, above] {
                prop_assert!(end.normalized().significant_digits() <= digits);
            }
        }
    }
}
