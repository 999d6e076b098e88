//! What a part and a share say about the whole, and a part and a whole about the share.

use super::interval::Fault;
use super::{Decimal, End, Interval, IntervalError};

/// The base that a count and a share of it imply: count / (share / 100), the share in percent.
///
/// The divisor is taken to be above zero: a share cannot be negative, and it can be zero only where the count can.
///
/// # Errors
/// [`IntervalError`] where both may be zero, where no share is above zero, or where an end is too large.
///
/// ```
/// use netpolity::quantity::{Interval, implied_base};
///
/// let population = implied_base(&Interval::exactly(591_000_000), &"[44.05, 44.15)".parse()?)?;
/// assert!(population.is_subset_of(&"(1338600000, 1341700000)".parse()?));
/// # Ok::<(), netpolity::quantity::IntervalError>(())
/// ```
pub fn implied_base(count: &Interval, share_percent: &Interval) -> Result<Interval, IntervalError> {
    percent(count, share_percent)
}

/// The share, in percent, that a part has in a base: 100 x part / base.
///
/// The divisor is taken to be above zero: a base cannot be negative, and it can be zero only where the part can. The
/// result is not cut off at 100: a part that is certainly larger than the base shows as a share certainly above 100.
///
/// # Errors
/// [`IntervalError`] where both may be zero, where no base is above zero, or where an end is too large.
pub fn implied_share(part: &Interval, base: &Interval) -> Result<Interval, IntervalError> {
    percent(part, base)
}

// Part and share determine the base as part and base determine the share.
fn percent(dividend: &Interval, divisor: &Interval) -> Result<Interval, IntervalError> {
    // Zero itself divides nothing; it is out of the question where the dividend is certainly not zero.
    let lowest = End { value: Decimal::ZERO, closed: dividend.contains(&Decimal::ZERO) };
    let positive = Interval::new(Some(lowest), None)?;
    let divisor = divisor
        .intersect(&positive)
        .ok_or_else(|| dividend.refusal('/', divisor, Fault::NotPositive))?;
    dividend.mul(&Interval::exactly(Decimal::HUNDRED))?.div(&divisor, Interval::DIVISION_DIGITS)
}
