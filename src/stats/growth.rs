//! Change from one figure to another.

use super::figure::sealed::Operate;
use super::{Figure, Refusal};

const FIRST: &str = "the first value";
const LAST: &str = "the last value";

/// The difference of two values, in their own unit: last - first.
///
/// Domain: any two numbers. Not for two percentages, whose difference is in points: [`percentage_point_change`].
///
/// # Errors
/// A number that is missing (`NaN`) or infinite; and, for intervals, operands that leave every change possible.
///
/// ```
/// use netpolity::stats::absolute_change;
///
/// assert_eq!(absolute_change(564.0, 591.0)?, 27.0);
/// # Ok::<(), netpolity::stats::Refusal>(())
/// ```
pub fn absolute_change<F: Figure>(first: F, last: F) -> Result<F, Refusal> {
    difference(first, last, "the change")
}

/// The difference of two percentages, in percentage points: last - first.
///
/// Domain: any two percentages, growth rates among them. A rise from 40 to 44 percent is 4 points, and a relative
/// change of 10 percent.
///
/// # Errors
/// A number that is missing (`NaN`) or infinite; and, for intervals, operands that leave every change possible.
///
/// ```
/// use netpolity::stats::{percentage_point_change, relative_change};
///
/// assert_eq!(percentage_point_change(40.0, 44.0)?, 4.0);
/// assert_eq!(relative_change(40.0, 44.0)?, 10.0);
/// # Ok::<(), netpolity::stats::Refusal>(())
/// ```
pub fn percentage_point_change<F: Figure>(first: F, last: F) -> Result<F, Refusal> {
    difference(first, last, "the change in points")
}

fn difference<F: Figure>(first: F, last: F, what: &'static str) -> Result<F, Refusal> {
    last.known(LAST)?.minus(first.known(FIRST)?, what)?.within(None, None, what)
}

/// The change relative to the first value, in percent: 100 x (last - first) / first.
///
/// Domain: first above zero, last not below zero. From zero there is no relative change; to zero it is -100 percent.
///
/// # Errors
/// A number that is missing (`NaN`), negative, or infinite; a first value of zero; and, for intervals, operands that
/// leave every change possible.
///
/// ```
/// use netpolity::stats::{Refusal, relative_change};
///
/// assert_eq!(relative_change(400.0, 500.0)?, 25.0);
/// assert!(matches!(relative_change(0.0, 500.0), Err(Refusal::Zero { .. })));
/// # Ok::<(), Refusal>(())
/// ```
pub fn relative_change<F: Figure>(first: F, last: F) -> Result<F, Refusal> {
    const CHANGE: &str = "the relative change";
    let (first, last) = (first.positive(FIRST)?, last.not_negative(LAST)?);
    last.relative_to(first, CHANGE)?.within(Some(-100), None, CHANGE)
}

/// The compound annual growth rate, in percent: 100 x ((last / first)^(1 / years) - 1).
///
/// The growth that, being the same in every year, leads from the first value to the last: the geometric growth rate
/// of the World Bank's statistical methodology.
///
/// Domain: first above zero, last not below zero, years above zero and not necessarily whole. The ends of an interval
/// result are rounded outward at nine decimals.
///
/// # Errors
/// A number that is missing (`NaN`), negative, or infinite; a first value or a number of years of zero; and, for
/// intervals, operands that leave every rate possible.
///
/// ```
/// use netpolity::stats::cagr;
///
/// // What doubles in ten years grows by 7.18 percent a year.
/// assert_eq!(format!("{:.2}", cagr(1.0, 2.0, 10.0)?), "7.18");
/// # Ok::<(), netpolity::stats::Refusal>(())
/// ```
pub fn cagr<F: Figure>(first: F, last: F, years: f64) -> Result<F, Refusal> {
    const RATE: &str = "the growth rate";
    let (first, last) = (first.positive(FIRST)?, last.not_negative(LAST)?);
    let years = years.positive("the number of years")?;
    last.over(first, RATE)?.yearly(years, RATE)?.within(Some(-100), None, RATE)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::quantity::{Decimal, Interval};

    fn i(text: &str) -> Interval {
        text.parse().unwrap()
    }

    fn says<T: std::fmt::Debug>(result: Result<T, Refusal>, message: &str) {
        assert_eq!(result.unwrap_err().to_string(), message);
    }

    #[test]
    fn known_changes() {
        assert_eq!(absolute_change(564.0, 591.0), Ok(27.0));
        // From 42.1 percent at the end of 2012 to 44.1 percent in June 2013.
        assert!((percentage_point_change(42.1, 44.1).unwrap() - 2.0).abs() < 1e-9);
        assert!((relative_change(42.1, 44.1).unwrap() - 4.750_593_8).abs() < 1e-6);
        assert_eq!(relative_change(50.0, 0.0), Ok(-100.0));
        // The textbook case: 10,000 grows to 19,500 in three years, by 24.93 percent in each.
        assert!((cagr(10_000.0, 19_500.0, 3.0).unwrap() - 24.933).abs() < 1e-3);
        assert!((cagr(1.0, 4.0, 2.0).unwrap() - 100.0).abs() < 1e-9);
        assert_eq!(cagr(5.0, 0.0, 2.0), Ok(-100.0));
        assert_eq!(cagr(5.0, 5.0, 0.5), Ok(0.0));
    }

    #[test]
    fn known_changes_of_intervals() {
        assert_eq!(absolute_change(i("[564, 564]"), i("[590.5, 591.5)")), Ok(i("[26.5, 27.5)")));
        assert_eq!(
            percentage_point_change(i("[42.05, 42.15)"), i("[44.05, 44.15)")),
            Ok(i("(1.9, 2.1)"))
        );
        // Almost 600 million after exactly 500 million: a rise of less than 20 percent.
        assert_eq!(relative_change(i("[500, 500]"), i("[540, 600)")), Ok(i("[8, 20)")));
        assert_eq!(relative_change(i("(500, inf)"), i("[0, 250]")), Ok(i("[-100, -50)")));
        let doubled = cagr(i("[1, 1]"), i("[4, 4]"), 2.0).unwrap();
        assert!(doubled.contains(&100.into()));
        assert!(doubled.is_subset_of(&i("[99.99999, 100.00001]")));
        assert_eq!(cagr(i("[5, 6]"), i("[0, 0]"), 2.0), Ok(i("[-100, -100]")));
        let risen = cagr(i("(0, 5]"), i("[20, 20]"), 2.0).unwrap();
        assert!(risen.contains(&100.into()) && risen.hi().is_none());
    }

    #[test]
    fn each_operand_outside_its_domain_is_refused() {
        says(absolute_change(f64::NAN, 1.0), "the first value is not a finite number: NaN");
        says(percentage_point_change(1.0, f64::NAN), "the last value is not a finite number: NaN");
        says(absolute_change(-1.7e308, 1.7e308), "the change is too large or has too many digits");
        says(relative_change(0.0, 1.0), "the first value is zero");
        says(relative_change(-1.0, 1.0), "the first value is below zero: -1");
        says(relative_change(1.0, -1.0), "the last value is below zero: -1");
        says(relative_change(i("[0, 0]"), i("[1, 1]")), "the first value is zero");
        says(cagr(0.0, 1.0, 1.0), "the first value is zero");
        says(cagr(1.0, 2.0, 0.0), "the number of years is zero");
        says(cagr(1.0, 2.0, -1.0), "the number of years is below zero: -1");
        says(cagr(1.0, 2.0, f64::NAN), "the number of years is not a finite number: NaN");
        says(cagr(1.0, 1e9, 1e-3), "the growth rate is too large or has too many digits");
        says(
            cagr(i("[1, 1]"), i("[2, 2]"), 1e-3),
            "the growth rate is too large or has too many digits",
        );
    }

    #[test]
    fn operands_that_say_nothing_are_refused() {
        let more = i("(5, inf)");
        says(
            absolute_change(more, more),
            "the operands leave the change undetermined: (-inf, inf)",
        );
        says(
            percentage_point_change(more, Interval::ALL),
            "the operands leave the change in points undetermined: (-inf, inf)",
        );
        says(
            relative_change(more, more),
            "the operands leave the relative change undetermined: (-100, inf)",
        );
        says(cagr(more, more, 2.0), "the operands leave the growth rate undetermined: (-100, inf)");
    }

    proptest! {
        #[test]
        fn growth_leads_to_the_last_value(first in 0.1..1e6_f64, last in 0.1..1e6_f64, years in 0.5..50.0_f64) {
            let rate = cagr(first, last, years)?;
            let reached = first * (1.0 + rate / 100.0).powf(years);
            prop_assert!((reached / last - 1.0).abs() < 1e-9);
        }

        #[test]
        fn an_interval_holds_what_its_members_give(first in 1_u32..10_000, last in 0_u32..10_000, years in 1_u32..40, width in 0_u32..50) {
            let around = |n: u32| Interval::closed(n, n + width).unwrap();
            let (wide_first, wide_last) = (around(first), around(last));
            let holds = |interval: Interval, number: f64| interval.contains(&Decimal::try_from(number).unwrap());
            let (a, b) = (f64::from(first), f64::from(last));
            prop_assert!(holds(absolute_change(wide_first, wide_last)?, b - a));
            prop_assert!(holds(cagr(wide_first, wide_last, f64::from(years))?, cagr(a, b, f64::from(years))?));
            if width > 0 {
                prop_assert!(holds(relative_change(wide_first, wide_last)?, relative_change(f64::from(first + width), f64::from(last + width / 2))?));
            }
        }
    }
}
