//! The digits of a reported number and the word for a power of a thousand beside them.

use std::fmt;
use std::hash::{Hash, Hasher};

use super::Decimal;

/// Digits as written, with their magnitude word.
#[derive(Clone, Copy)]
pub(super) struct Number {
    pub(super) digits: Decimal,
    pub(super) magnitude: Magnitude,
    /// Digits times magnitude.
    pub(super) value: Decimal,
}

/// A word for a power of a thousand.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Magnitude {
    One,
    Thousand,
    Million,
    Billion,
    Trillion,
}

impl Magnitude {
    pub(super) const WORDS: [(&'static str, Self); 4] = [
        ("thousand", Self::Thousand),
        ("million", Self::Million),
        ("billion", Self::Billion),
        ("trillion", Self::Trillion),
    ];

    /// The word behind the digits in the canonical phrase.
    pub(super) fn suffix(self) -> &'static str {
        match self {
            Self::One => "",
            Self::Thousand => " thousand",
            Self::Million => " million",
            Self::Billion => " billion",
            Self::Trillion => " trillion",
        }
    }

    fn factor(self) -> Decimal {
        match self {
            Self::One => 1_u64,
            Self::Thousand => 1_000,
            Self::Million => 1_000_000,
            Self::Billion => 1_000_000_000,
            Self::Trillion => 1_000_000_000_000,
        }
        .into()
    }
}

impl Number {
    /// `None` where the value has too many digits.
    pub(super) fn new(digits: Decimal, magnitude: Magnitude) -> Option<Self> {
        // The decimals of "1.50 million" are those of the digits, not of the number.
        let value = match magnitude {
            Magnitude::One => digits,
            word => digits.checked_mul(word.factor())?.normalized(),
        };
        Some(Self { digits, magnitude, value })
    }

    /// Digits without a magnitude word.
    pub(super) fn plain(value: Decimal) -> Self {
        Self { digits: value, magnitude: Magnitude::One, value }
    }

    /// What one unit of a digit's place is worth, under the magnitude word. `None` on overflow.
    pub(super) fn place(&self, of_digits: Decimal) -> Option<Decimal> {
        of_digits.checked_mul(self.magnitude.factor()).map(Decimal::normalized)
    }
}

/// Written digits count: 45.80 and 45.8 were not said alike.
impl PartialEq for Number {
    fn eq(&self, other: &Self) -> bool {
        (self.digits, self.digits.decimals(), self.magnitude)
            == (other.digits, other.digits.decimals(), other.magnitude)
    }
}

impl Eq for Number {}

impl Hash for Number {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.digits, self.digits.decimals(), self.magnitude).hash(state);
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.digits, self.magnitude.suffix())
    }
}
