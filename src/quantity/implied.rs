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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::{Quantity, Tolerance};

    fn i(text: &str) -> Interval {
        text.parse().unwrap()
    }

    fn base(count: &str, share: &str) -> Interval {
        let tolerance = Tolerance::default();
        let count: Quantity = count.parse().unwrap();
        count.implied_base(&share.parse().unwrap(), &tolerance).unwrap()
    }

    // China, June 2013: 591 million users by the 32nd report of the network information centre, 44.1 percent of the
    // population.
    #[test]
    fn count_and_share_of_one_report() {
        let within = |found: Interval, lo: &str, hi: &str| {
            // To the tenth of a million, as the figures are usually given.
            let tenth = |end: Option<End>| end.unwrap().value.to_f64() / 1e6;
            assert_eq!(format!("{:.1}", tenth(found.lo())), lo);
            assert_eq!(format!("{:.1}", tenth(found.hi())), hi);
        };
        within(base("exactly 591 million", "44.1 percent"), "1338.6", "1341.7");
        within(base("591 million", "44.1 percent"), "1337.5", "1342.8");
        let almost = base("almost 600 million", "44.1 percent");
        assert!(almost.certainly_below(&Interval::exactly(1_362_100_000)));
        assert!(almost.contains(&1_362_000_000.into()));
        assert_eq!(
            base("exactly 591 million", "0.441 as a fraction"),
            base("exactly 591 million", "44.1%")
        );
    }

    #[test]
    fn zero_divides_only_where_it_can_be_left_out() {
        // Less than 5 percent of a base are exactly 10: the base is above 200.
        assert_eq!(implied_base(&i("[10, 10]"), &i("[0, 5)")), Ok(i("(200, inf)")));
        assert_eq!(implied_base(&i("[10, 10]"), &i("(-inf, 5)")), Ok(i("(200, inf)")));
        assert!(implied_base(&i("[0, 10]"), &i("[0, 5)")).unwrap_err().is_division_by_zero());
        assert_eq!(
            implied_base(&i("[10, 10]"), &i("[-5, 0]")).unwrap_err().to_string(),
            "`[10, 10] / [-5, 0]` is undefined: the divisor is not above zero"
        );
    }

    #[test]
    fn share_of_a_base() {
        assert_eq!(implied_share(&i("[25, 25]"), &i("[100, 200]")), Ok(i("[12.5, 25]")));
        // More than half: a lower bound of 300 million within "almost 600 million".
        let share = implied_share(&i("(300000000, inf)"), &i("[540000000, 600000000)")).unwrap();
        assert_eq!(share, i("(50, inf)"));
        assert_eq!(implied_share(&i("(200, inf)"), &i("(300, inf)")), Ok(i("(0, inf)")));
        assert!(
            i("[100, 100]").certainly_below(&implied_share(&i("[3, 3]"), &i("[1, 2]")).unwrap())
        );
        assert!(implied_share(&i("[0, 1]"), &i("[0, 1]")).is_err());
    }

    #[test]
    fn units_are_checked() {
        let tolerance = Tolerance::default();
        let (count, share): (Quantity, Quantity) = ("5".parse().unwrap(), "5%".parse().unwrap());
        assert_eq!(
            share.implied_base(&share, &tolerance).unwrap_err().to_string(),
            "quantity `5 percent`: expected a count, found the unit `percent`"
        );
        assert_eq!(
            count.implied_base(&count, &tolerance).unwrap_err().to_string(),
            "quantity `5`: expected a share in percent or as a fraction, found the unit `count`"
        );
        let zero = "0 percent".parse().unwrap();
        let error = Quantity::bare(0).unwrap().implied_base(&zero, &tolerance).unwrap_err();
        assert!(error.interval_error().is_some_and(IntervalError::is_division_by_zero));
    }
}
