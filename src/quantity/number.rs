//! The digits of a reported number, and the word for a power of ten or the whole beside them.

use std::fmt;
use std::hash::{Hash, Hasher};

use super::{Decimal, End, Interval};

/// Digits as written, with their magnitude word; or so many of so many, as in "2 in 3".
#[derive(Clone, Copy)]
pub(super) struct Number {
    pub(super) digits: Decimal,
    pub(super) magnitude: Magnitude,
    /// The whole of which the digits are parts; 1 for a number that is no common fraction.
    over: u32,
    /// Digits times magnitude; of a common fraction that has no exact decimal, the next one below.
    pub(super) value: Decimal,
}

/// A word for a power of ten: "million", "hundred million" (亿), "ten thousand" (万).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(super) struct Magnitude {
    zeros: u8,
}

/// The English words for powers of a thousand, the thousand first.
const BASES: [&str; 7] =
    ["thousand", "million", "billion", "trillion", "quadrillion", "quintillion", "sextillion"];

impl Magnitude {
    pub(super) const ONE: Self = Self::new(0);
    pub(super) const HUNDRED: Self = Self::new(2);
    pub(super) const THOUSAND: Self = Self::new(3);
    pub(super) const MILLION: Self = Self::new(6);
    pub(super) const BILLION: Self = Self::new(9);
    pub(super) const TRILLION: Self = Self::new(12);

    /// Ten to so many zeros; at most 23, one short of what has no word.
    pub(super) const fn new(zeros: u8) -> Self {
        Self { zeros: if zeros > 23 { 23 } else { zeros } }
    }

    pub(super) const fn zeros(self) -> u8 {
        self.zeros
    }

    /// The word for a power of a thousand.
    pub(super) fn base(word: &str) -> Option<Self> {
        let at = BASES.iter().position(|base| word.eq_ignore_ascii_case(base))?;
        u8::try_from(at * 3 + 3).ok().map(Self::new)
    }

    fn base_word(self) -> Option<&'static str> {
        BASES.get(usize::from(self.zeros / 3).checked_sub(1)?).copied()
    }

    fn factor(self) -> Decimal {
        10_u64.pow(u32::from(self.zeros.min(12))).into()
    }

    fn times(self, digits: Decimal) -> Option<Decimal> {
        // Two steps: the largest words are beyond 64 bits.
        let rest = Self::new(self.zeros.saturating_sub(12));
        digits.checked_mul(self.factor())?.checked_mul(rest.factor())
    }
}

/// The words behind the digits in the canonical phrase.
impl fmt::Display for Magnitude {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(["", " ten", " hundred"][usize::from(self.zeros % 3)])?;
        self.base_word().map_or(Ok(()), |word| write!(f, " {word}"))
    }
}

impl Number {
    /// `None` where the value has too many digits.
    pub(super) fn new(digits: Decimal, magnitude: Magnitude) -> Option<Self> {
        // The decimals of "1.50 million" are those of the digits, not of the number.
        let value = match magnitude {
            Magnitude::ONE => digits,
            word => word.times(digits)?.normalized(),
        };
        Some(Self { digits, magnitude, over: 1, value })
    }

    /// Digits without a magnitude word.
    pub(super) fn plain(value: Decimal) -> Self {
        Self { digits: value, magnitude: Magnitude::ONE, over: 1, value }
    }

    /// So many of so many. `None` where the whole is below two.
    pub(super) fn ratio(parts: u32, over: u32) -> Option<Self> {
        let digits = Decimal::from(parts);
        let (value, _) = digits.quotient(over.into(), Interval::DIVISION_DIGITS, false)?;
        (over > 1).then_some(Self { digits, magnitude: Magnitude::ONE, over, value })
    }

    /// One of a power of ten in words: 10 as "tens", 100 million as "hundreds of millions"; and 12 as "dozens".
    pub(super) fn several(value: Decimal) -> Option<Self> {
        if value == Decimal::from(12) {
            return Some(Self::plain(12.into()));
        }
        (1..=23_u8).find_map(|zeros| {
            let digits = Decimal::from(10_u64.pow(u32::from(zeros % 3)));
            Self::new(digits, Magnitude::new(zeros - zeros % 3)).filter(|made| made.value == value)
        })
    }

    /// "tens", "hundreds of millions", "dozens".
    pub(super) fn several_words(&self, f: &mut dyn fmt::Write) -> fmt::Result {
        let first = match self.digits {
            digits if digits == 12.into() => "dozens",
            digits if digits == 10.into() => "tens",
            digits if digits == 100.into() => "hundreds",
            _ => "",
        };
        f.write_str(first)?;
        match self.magnitude.base_word() {
            Some(word) if first.is_empty() => write!(f, "{word}s"),
            Some(word) => write!(f, " of {word}s"),
            None => Ok(()),
        }
    }

    pub(super) fn is_ratio(&self) -> bool {
        self.over > 1
    }

    /// The number from below and from above: itself twice, but for a fraction that has no exact decimal.
    pub(super) fn bounds(&self) -> Option<(End, End)> {
        Some((self.scaled(Decimal::ONE, false)?, self.scaled(Decimal::ONE, true)?))
    }

    /// So many times the number; of a fraction that has no exact decimal, the next below or above, left out.
    pub(super) fn scaled(&self, times: Decimal, up: bool) -> Option<End> {
        if !self.is_ratio() {
            return Some(End::closed(self.value.checked_mul(times)?));
        }
        let parts = self.digits.checked_mul(times)?;
        let (value, exact) = parts.quotient(self.over.into(), Interval::DIVISION_DIGITS, up)?;
        Some(End { value, closed: exact })
    }

    /// What one unit of a digit's place is worth, under the magnitude word. `None` on overflow.
    pub(super) fn place(&self, of_digits: Decimal) -> Option<Decimal> {
        self.magnitude.times(of_digits).map(Decimal::normalized)
    }

    fn said(&self) -> (Decimal, u32, Magnitude, u32) {
        (self.digits, self.digits.decimals(), self.magnitude, self.over)
    }
}

/// Written digits count: 45.80 and 45.8 were not said alike.
impl PartialEq for Number {
    fn eq(&self, other: &Self) -> bool {
        self.said() == other.said()
    }
}

impl Eq for Number {}

impl Hash for Number {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.said().hash(state);
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.digits, self.magnitude)?;
        if self.is_ratio() { write!(f, " in {}", self.over) } else { Ok(()) }
    }
}
