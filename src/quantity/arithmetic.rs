//! Interval arithmetic: exact, or rounded outward, or refused.

use super::interval::Fault;
use super::{Decimal, End, Interval, IntervalError};

/// Where an operand or a result ends on one side.
#[derive(Clone, Copy)]
enum Bound {
    Below,
    At(End),
    Above,
}

/// The result has too many digits.
struct Overflow;

impl Interval {
    /// The significant digits to which the functions of this crate divide: more than any reported figure has, and few
    /// enough that the quotient can be multiplied again.
    pub const DIVISION_DIGITS: u32 = 12;

    /// All sums of a number of this interval and one of the other.
    ///
    /// # Errors
    /// [`IntervalError`] where an end has too many digits to be exact.
    ///
    /// ```
    /// use netpolity::quantity::Interval;
    ///
    /// // 3,435 on site and more than 6,000 online.
    /// let total = Interval::exactly(3435).add(&Interval::above(6000))?;
    /// assert_eq!(total.to_string(), "(9435, inf)");
    /// # Ok::<(), netpolity::quantity::IntervalError>(())
    /// ```
    pub fn add(&self, other: &Self) -> Result<Self, IntervalError> {
        let sum = |a: Option<End>, b: Option<End>| {
            let (Some(a), Some(b)) = (a, b) else { return Ok(None) };
            let value = a.value.checked_add(b.value).ok_or(Overflow)?;
            Ok(Some(End { value, closed: a.closed && b.closed }))
        };
        self.outcome('+', other, sum(self.lo(), other.lo()), sum(self.hi(), other.hi()))
    }

    /// All differences of a number of this interval and one of the other.
    ///
    /// # Errors
    /// [`IntervalError`] where an end has too many digits to be exact.
    pub fn sub(&self, other: &Self) -> Result<Self, IntervalError> {
        let difference = |a: Option<End>, b: Option<End>| {
            let (Some(a), Some(b)) = (a, b) else { return Ok(None) };
            let value = a.value.checked_sub(b.value).ok_or(Overflow)?;
            Ok(Some(End { value, closed: a.closed && b.closed }))
        };
        self.outcome(
            '-',
            other,
            difference(self.lo(), other.hi()),
            difference(self.hi(), other.lo()),
        )
    }

    /// All products of a number of this interval and one of the other.
    ///
    /// # Errors
    /// [`IntervalError`] where an end has too many digits to be exact.
    pub fn mul(&self, other: &Self) -> Result<Self, IntervalError> {
        // Most often by one number above zero, which leaves each end on its side.
        if let (Some(lo), Some(hi)) = (other.lo(), other.hi())
            && lo.value == hi.value
            && lo.value > Decimal::ZERO
        {
            let times = |end: Option<End>| match end {
                Some(end) => {
                    let value = end.value.checked_mul(lo.value).ok_or(Overflow)?;
                    Ok(Some(End { value, ..end }))
                }
                None => Ok(None),
            };
            return self.outcome('*', other, times(self.lo()), times(self.hi()));
        }
        let ends = |operand: &Self| {
            [
                operand.lo().map_or(Bound::Below, Bound::At),
                operand.hi().map_or(Bound::Above, Bound::At),
            ]
        };
        let corners = || ends(self).into_iter().flat_map(|a| ends(other).map(|b| product(a, b)));
        let lo = corners().try_fold(Bound::Above, |lo, corner| Ok(outermost(lo, corner?, false)));
        let hi = corners().try_fold(Bound::Below, |hi, corner| Ok(outermost(hi, corner?, true)));
        self.outcome('*', other, lo.map(Bound::end), hi.map(Bound::end))
    }

    /// All quotients of a number of this interval and one of the other, to so many significant digits (1 to 28). An
    /// end that is not exact is rounded outward and open.
    ///
    /// A divisor that comes near zero without reaching it, such as `(0, 5]`, gives an absent end.
    ///
    /// # Errors
    /// [`IntervalError`] where the divisor may be zero, or an end is too large.
    ///
    /// ```
    /// use netpolity::quantity::Interval;
    ///
    /// let third = Interval::exactly(1).div(&Interval::exactly(3), 4)?;
    /// assert_eq!(third.to_string(), "(0.3333, 0.3334)");
    /// assert_eq!(Interval::exactly(1).div(&"(0, 4]".parse()?, 4)?.to_string(), "[0.25, inf)");
    /// assert!(Interval::exactly(1).div(&"[0, 4]".parse()?, 4).is_err());
    /// # Ok::<(), netpolity::quantity::IntervalError>(())
    /// ```
    pub fn div(&self, other: &Self, digits: u32) -> Result<Self, IntervalError> {
        let zero = Self::exactly(Decimal::ZERO);
        let (dividend, divisor) = if zero.certainly_below(other) {
            (*self, *other)
        } else if other.certainly_below(&zero) {
            (self.negated(), other.negated())
        } else {
            return Err(self.refusal('/', other, Fault::DivisionByZero));
        };
        let (near, far) = (divisor.lo(), divisor.hi());
        self.outcome(
            '/',
            other,
            quotient(dividend.lo(), near, far, digits, false),
            quotient(dividend.hi(), near, far, digits, true),
        )
    }

    /// All products of a number of this interval and a power of ten, such as 3 for numbers that are written in thousands.
    ///
    /// # Errors
    /// [`IntervalError`] where an end has too many digits to be exact.
    pub(crate) fn times_power_of_ten(&self, exponent: i8) -> Result<Self, IntervalError> {
        match Decimal::power_of_ten(exponent) {
            Some(power) => self.mul(&Self::exactly(power)),
            None => Err(IntervalError::new(format!("{self} * 10^{exponent}"), 0, Fault::Overflow)),
        }
    }

    fn negated(&self) -> Self {
        let flip = |end: Option<End>| end.map(|end| End { value: end.value.negated(), ..end });
        // Cannot be empty: the ends change places.
        Self::non_empty(flip(self.hi()), flip(self.lo())).unwrap_or(Self::ALL)
    }

    fn outcome(
        &self,
        operator: char,
        other: &Self,
        lo: Result<Option<End>, Overflow>,
        hi: Result<Option<End>, Overflow>,
    ) -> Result<Self, IntervalError> {
        let (Ok(lo), Ok(hi)) = (lo, hi) else {
            return Err(self.refusal(operator, other, Fault::Overflow));
        };
        Self::new(lo, hi)
    }

    #[cold]
    pub(super) fn refusal(&self, operator: char, other: &Self, fault: Fault) -> IntervalError {
        IntervalError::new(format!("{self} {operator} {other}"), 0, fault)
    }
}

impl Bound {
    fn end(self) -> Option<End> {
        match self {
            Self::At(end) => Some(end),
            Self::Below | Self::Above => None,
        }
    }

    fn is_negative(self) -> bool {
        match self {
            Self::Below => true,
            Self::At(end) => end.value.is_negative(),
            Self::Above => false,
        }
    }
}

/// The product at one corner.
fn product(a: Bound, b: Bound) -> Result<Bound, Overflow> {
    let zero = |bound: Bound| bound.end().filter(|end| end.value.is_zero());
    Ok(match (zero(a), zero(b)) {
        // Zero times anything is zero, and reached where the zero is.
        (Some(a), Some(b)) => Bound::At(End { closed: a.closed || b.closed, ..a }),
        (Some(end), None) | (None, Some(end)) => Bound::At(end),
        (None, None) => match (a, b) {
            (Bound::At(a), Bound::At(b)) => Bound::At(End {
                value: a.value.checked_mul(b.value).ok_or(Overflow)?,
                closed: a.closed && b.closed,
            }),
            _ if a.is_negative() == b.is_negative() => Bound::Above,
            _ => Bound::Below,
        },
    })
}

/// The outer of two bounds; of equal ones, the closed.
fn outermost(a: Bound, b: Bound, up: bool) -> Bound {
    match (a, b) {
        (Bound::Above, other) | (other, Bound::Above) => {
            if up {
                Bound::Above
            } else {
                other
            }
        }
        (Bound::Below, other) | (other, Bound::Below) => {
            if up {
                other
            } else {
                Bound::Below
            }
        }
        (Bound::At(x), Bound::At(y)) => {
            if x.value == y.value {
                Bound::At(End { closed: x.closed || y.closed, ..x })
            } else if (x.value > y.value) == up {
                a
            } else {
                b
            }
        }
    }
}

/// One end of a quotient whose divisor is positive and runs from `near` to `far`; `near` may be an open zero.
fn quotient(
    end: Option<End>,
    near: Option<End>,
    far: Option<End>,
    digits: u32,
    up: bool,
) -> Result<Option<End>, Overflow> {
    let Some(end) = end else { return Ok(None) };
    if end.value.is_zero() {
        return Ok(Some(end));
    }
    // A small divisor takes the quotient away from zero, a large one towards it.
    let outward = end.value.is_negative() != up;
    match if outward { near } else { far } {
        Some(by) if by.value.is_zero() => Ok(None),
        None => Ok(Some(End { value: Decimal::ZERO, closed: false })),
        Some(by) => {
            let (value, exact) = end.value.quotient(by.value, digits, up).ok_or(Overflow)?;
            Ok(Some(End { value, closed: exact && end.closed && by.closed }))
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::interval::tests::{intervals, members};
    use super::*;

    fn i(text: &str) -> Interval {
        text.parse().unwrap()
    }

    #[test]
    fn powers_of_ten_are_exact() {
        let written = i("[1234567890.12345, 1234567890.12355)");
        for (exponent, expected) in [
            (3, "[1234567890123.45, 1234567890123.55)"),
            (0, "[1234567890.12345, 1234567890.12355)"),
            (-3, "[1234567.89012345, 1234567.89012355)"),
        ] {
            assert_eq!(written.times_power_of_ten(exponent), Ok(i(expected)));
        }
        for exponent in [i8::MIN, -29, 29, i8::MAX] {
            assert!(written.times_power_of_ten(exponent).unwrap_err().is_overflow());
        }
    }

    #[test]
    fn known_sums_differences_and_products() {
        // Parts of a meeting's attendance: on site, and online "more than".
        assert_eq!(i("[3435, 3435]").add(&i("(6000, inf)")), Ok(i("(9435, inf)")));
        assert_eq!(i("[1, 2)").add(&i("[3, 4]")), Ok(i("[4, 6)")));
        assert_eq!(i("[1, 2)").sub(&i("[3, 4)")), Ok(i("(-3, -1)")));
        assert_eq!(i("(5, inf)").sub(&i("(5, inf)")), Ok(Interval::ALL));
        for (x, y, product) in [
            ("[2, 3)", "[4, 5]", "[8, 15)"),
            ("[-2, 3)", "[4, 5]", "[-10, 15)"),
            ("[-2, 3)", "(-4, 5]", "(-12, 15)"),
            ("[0, 3)", "[4, inf)", "[0, inf)"),
            ("(0, 3)", "[4, inf)", "(0, inf)"),
            ("[0, 0]", "(-inf, inf)", "[0, 0]"),
            ("(-inf, 0)", "(-inf, 0)", "(0, inf)"),
            ("[0, 1)", "(0, 1)", "[0, 1)"),
            ("(-inf, inf)", "(0, 1)", "(-inf, inf)"),
            // 2 x -3 is reached only at the open end, 0 at the closed one.
            ("[0, 2)", "[-3, 0]", "(-6, 0]"),
        ] {
            assert_eq!(i(x).mul(&i(y)), Ok(i(product)), "{x} {y}");
        }
    }

    #[test]
    fn known_quotients() {
        for (x, y, quotient) in [
            ("[1, 2)", "[4, 5]", "[0.2, 0.5)"),
            ("[-1, 2)", "[4, 5]", "[-0.25, 0.5)"),
            ("[1, 1]", "(0, 4]", "[0.25, inf)"),
            ("[-1, 1]", "(0, 4]", "(-inf, inf)"),
            ("[-1, 0]", "(0, 4]", "(-inf, 0]"),
            ("[1, 1]", "[-4, 0)", "(-inf, -0.25]"),
            ("[1, 1]", "[4, inf)", "(0, 0.25]"),
            ("[-1, -1]", "[4, inf)", "[-0.25, 0)"),
            ("[0, 0]", "(0, inf)", "[0, 0]"),
            ("(200, inf)", "(300, inf)", "(0, inf)"),
            ("[1, 2]", "[3, 3]", "(0.3333, 0.6667)"),
        ] {
            assert_eq!(i(x).div(&i(y), 4), Ok(i(quotient)), "{x} {y}");
        }
    }

    #[test]
    fn refusals_name_the_operation() {
        for divisor in ["[0, 3]", "[-1, 1]", "(-1, 0]", "[0, 0]", "(-inf, inf)"] {
            let error = i("[1, 2]").div(&i(divisor), 4).unwrap_err();
            assert!(error.is_division_by_zero() && !error.is_overflow());
            assert_eq!(
                error.to_string(),
                format!("`[1, 2] / {divisor}` is undefined: the divisor may be zero")
            );
        }
        let large = i("[79228162514264337593543950335, inf)");
        for error in [large.add(&i("[0.1, 1]")), large.sub(&i("[0, 0.1]")), large.mul(&i("[2, 2]"))]
        {
            assert!(error.unwrap_err().is_overflow());
        }
        assert_eq!(
            i("[10000000000000000000000000000, inf)").div(&i("[0.1, 1]"), 4).unwrap(),
            i("[10000000000000000000000000000, inf)")
        );
        assert_eq!(
            i("[5, 10000000000000000000000000000]").div(&i("[0.1, 1]"), 4).unwrap_err().to_string(),
            "`[5, 10000000000000000000000000000] / [0.1, 1]` has more than 28 digits"
        );
    }

    proptest! {
        #[test]
        fn results_hold_every_result_of_members(x in intervals(), y in intervals()) {
            let (sum, difference, product) = (x.add(&y)?, x.sub(&y)?, x.mul(&y)?);
            let quotient = x.div(&y, 6);
            prop_assert_eq!(quotient.is_err(), y.contains(&Decimal::ZERO));
            for a in members(&x) {
                for b in members(&y) {
                    prop_assert!(sum.contains(&a.checked_add(b).unwrap()));
                    prop_assert!(difference.contains(&a.checked_sub(b).unwrap()));
                    prop_assert!(product.contains(&a.checked_mul(b).unwrap()));
                    if let Ok(quotient) = &quotient {
                        // a / b lies in Q where a lies in Q b.
                        prop_assert!(quotient.mul(&Interval::exactly(b))?.contains(&a), "{a} {b} {quotient}");
                    }
                }
            }
        }

        #[test]
        fn sums_and_products_commute(x in intervals(), y in intervals()) {
            prop_assert_eq!(x.add(&y), y.add(&x));
            prop_assert_eq!(x.mul(&y), y.mul(&x));
            prop_assert_eq!(x.sub(&y)?, x.add(&y.negated())?);
        }

        #[test]
        fn neutral_operands(x in intervals()) {
            prop_assert_eq!(x.add(&Interval::exactly(0))?, x);
            prop_assert_eq!(x.mul(&Interval::exactly(1))?, x);
            prop_assert_eq!(x.div(&Interval::exactly(1), 28)?, x);
            prop_assert_eq!(x.mul(&Interval::exactly(-1))?, x.negated());
        }

        #[test]
        fn wider_operands_give_wider_results(x in intervals(), y in intervals(), z in intervals()) {
            let wide = x.hull(&z);
            prop_assert!(x.add(&y)?.is_subset_of(&wide.add(&y)?));
            prop_assert!(x.mul(&y)?.is_subset_of(&wide.mul(&y)?));
            if let Ok(quotient) = wide.div(&y, 6) {
                prop_assert!(x.div(&y, 6)?.is_subset_of(&quotient));
            }
        }
    }
}
