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
/// Domain: any two percentages, growth rates among them. A rise from 40 to 44 percent is 4 points, and a relative change of 10
/// percent.
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
/// A number that is missing (`NaN`), negative, or infinite; a first value of zero; and, for intervals, operands that leave every change
/// possible.
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
/// Domain: first above zero, last not below zero, years above zero and not necessarily whole. The ends of an interval result are rounded
/// outward at nine decimals.
///
/// # Errors
/// A number that is missing (`NaN`), negative, or infinite; a first value or a number of years of zero; and, for intervals,
/// operands that leave every rate possible.
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
