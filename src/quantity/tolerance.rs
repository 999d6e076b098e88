//! How far a hedge reaches: a policy, with a name.

use std::borrow::Cow;

use super::Decimal;

/// How much room a hedge gives.
///
/// No dictionary says how far "almost" reaches. The direction of a hedge is a matter of language and is fixed in
/// [`Hedge`](crate::quantity::Hedge); its reach is a policy, and results that depend on it name the policy.
///
/// ```
/// use netpolity::quantity::{Quantity, Tolerance};
///
/// let mut strict = Tolerance::default();
/// strict.name = "almost-within-2-percent".into();
/// strict.almost = "0.02".parse()?;
/// let users: Quantity = "almost 600 million".parse()?;
/// assert_eq!(users.interval(&strict)?.to_string(), "[588000000, 600000000)");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Tolerance {
    /// The name under which results record the policy.
    pub name: Cow<'static, str>,
    /// How far "about n" reaches to either side, as a fraction of n. Zero or more.
    pub about: Decimal,
    /// How far "almost n" reaches below n, as a fraction of n. Above zero.
    pub almost: Decimal,
    /// How far "just over n" reaches above n, as a fraction of n. Above zero.
    pub just_over: Decimal,
    /// How far a common fraction without a hedge ("a third", "1 in 5") reaches to either side, as a fraction of it.
    /// Zero or more.
    pub fraction: Decimal,
    /// From how many on "tens of n", "millions" begins, as a multiple of the power of ten; it ends before ten of it.
    /// Above zero and below ten.
    pub several: Decimal,
    /// Which numbers a bare number may have been rounded from.
    pub rounding: Rounding,
}

/// Which numbers a bare number may have been rounded from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Rounding {
    /// None: a bare number is that number.
    None,
    /// Those within half a unit of the last written digit: `3000` covers 2999.5 to 3000.5, `600 million` half a
    /// million to either side.
    LastWritten,
    /// Those within half a unit of the last digit that is not a zero before the point: `3000` covers 2500 to 3500.
    /// Readers take round numbers so (Williams and Power 2013, <https://oro.open.ac.uk/38262/>).
    LastSignificant,
}

impl Default for Tolerance {
    /// The policy `netpolity-1`: each hedge reaches a tenth of the number, and a bare number covers half a unit of
    /// its last written digit.
    ///
    /// A tenth is about the step between round numbers (90 to 100, 550 to 600 million): what lies farther off would
    /// have been called by the next one. Written zeros count as digits, because a bare `100 percent` or `2000` would
    /// otherwise reach half as far as the number itself and contradict almost nothing.
    ///
    /// Common fractions are said of what is near them (half for 48 percent, a third for 32), so that a bare one reaches
    /// as far as "about". "Tens" are two tens or more, by the plural, and fewer than ten of them, which would be
    /// hundreds.
    fn default() -> Self {
        let tenth = Decimal::small(1, 1);
        Self {
            name: Cow::Borrowed("netpolity-1"),
            about: tenth,
            almost: tenth,
            just_over: tenth,
            fraction: tenth,
            several: Decimal::small(2, 0),
            rounding: Rounding::LastWritten,
        }
    }
}

impl Tolerance {
    /// The policy `netpolity-1-exact`: as the default, but a bare number or common fraction is that number alone.
    pub fn exact() -> Self {
        Self {
            name: Cow::Borrowed("netpolity-1-exact"),
            rounding: Rounding::None,
            fraction: Decimal::ZERO,
            ..Self::default()
        }
    }
}
