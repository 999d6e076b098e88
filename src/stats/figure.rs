//! The two kinds of operands, and their domains.

use super::{Operand, Refusal};
use crate::quantity::{Decimal, End, Interval};
use sealed::Operate;

/// A number that a statistic takes and gives: an `f64`, or an [`Interval`] where it is not known more closely.
///
/// Both operands of a function are of one kind; a number known exactly is `Interval::exactly(number)`.
pub trait Figure: Operate {}

impl Figure for f64 {}

impl Figure for Interval {}

pub(super) mod sealed {
    use super::{Operand, Refusal};

    /// What the formulas need of a figure.
    ///
    /// `what` names the operand or the result in a refusal.
    #[allow(unnameable_types, reason = "seals `Figure`")]
    pub trait Operate: Copy {
        fn operand(self) -> Operand;

        fn constant(number: u32) -> Self;

        /// The number, if it is one.
        fn known(self, what: &'static str) -> Result<Self, Refusal>;

        /// The part above zero.
        fn positive(self, what: &'static str) -> Result<Self, Refusal>;

        /// The part from zero on.
        fn not_negative(self, what: &'static str) -> Result<Self, Refusal>;

        /// The part from 0 to 100.
        fn share(self) -> Result<Self, Refusal>;

        fn certainly_below(self, other: Self) -> bool;

        fn minus(self, other: Self, what: &'static str) -> Result<Self, Refusal>;

        fn times(self, other: Self, what: &'static str) -> Result<Self, Refusal>;

        /// The quotient by a figure that is above zero.
        fn over(self, other: Self, what: &'static str) -> Result<Self, Refusal>;

        /// The change relative to a figure that is above zero, in percent.
        fn relative_to(self, first: Self, what: &'static str) -> Result<Self, Refusal>;

        /// Of a ratio of last to first: the constant relative change in each of so many years, in percent.
        fn yearly(self, years: f64, what: &'static str) -> Result<Self, Refusal>;

        /// The result, where it says more than that it lies between the least and the largest value there is.
        fn within(
            self,
            least: Option<i32>,
            largest: Option<i32>,
            what: &'static str,
        ) -> Result<Self, Refusal>;
    }
}

impl Operate for f64 {
    fn operand(self) -> Operand {
        Operand::Number(self)
    }

    fn constant(number: u32) -> Self {
        number.into()
    }

    fn known(self, what: &'static str) -> Result<Self, Refusal> {
        if self.is_finite() { Ok(self) } else { Err(Refusal::NotFinite { what, value: self }) }
    }

    fn positive(self, what: &'static str) -> Result<Self, Refusal> {
        match self.not_negative(what)? {
            0.0 => Err(Refusal::Zero { what }),
            number => Ok(number),
        }
    }

    fn not_negative(self, what: &'static str) -> Result<Self, Refusal> {
        match self.known(what)? {
            number if number < 0.0 => Err(Refusal::Negative { what, value: self.operand() }),
            number => Ok(number),
        }
    }

    fn share(self) -> Result<Self, Refusal> {
        match self.known("the share")? {
            share if (0.0..=100.0).contains(&share) => Ok(share),
            _ => Err(Refusal::ShareOutOfRange { share: self.operand() }),
        }
    }

    fn certainly_below(self, other: Self) -> bool {
        self < other
    }

    // A result beyond `f64` turns infinite, which `within` refuses.

    fn minus(self, other: Self, _: &'static str) -> Result<Self, Refusal> {
        Ok(self - other)
    }

    fn times(self, other: Self, _: &'static str) -> Result<Self, Refusal> {
        Ok(self * other)
    }

    fn over(self, other: Self, _: &'static str) -> Result<Self, Refusal> {
        Ok(self / other)
    }

    fn relative_to(self, first: Self, _: &'static str) -> Result<Self, Refusal> {
        Ok((self - first) / first * 100.0)
    }

    fn yearly(self, years: f64, _: &'static str) -> Result<Self, Refusal> {
        Ok((self.ln() / years).exp_m1() * 100.0)
    }

    fn within(self, _: Option<i32>, _: Option<i32>, what: &'static str) -> Result<Self, Refusal> {
        if self.is_finite() { Ok(self) } else { Err(Refusal::Overflow { what }) }
    }
}

impl Operate for Interval {
    fn operand(self) -> Operand {
        Operand::Interval(self)
    }

    fn constant(number: u32) -> Self {
        Self::exactly(number)
    }

    fn known(self, _: &'static str) -> Result<Self, Refusal> {
        Ok(self)
    }

    fn positive(self, what: &'static str) -> Result<Self, Refusal> {
        self.intersect(&Self::above(0)).ok_or_else(|| {
            if self.contains(&Decimal::ZERO) {
                Refusal::Zero { what }
            } else {
                Refusal::Negative { what, value: self.operand() }
            }
        })
    }

    fn not_negative(self, what: &'static str) -> Result<Self, Refusal> {
        self.intersect(&Self::at_least(0))
            .ok_or_else(|| Refusal::Negative { what, value: self.operand() })
    }

    fn share(self) -> Result<Self, Refusal> {
        self.intersect(&Self::at_least(0))
            .and_then(|share| share.intersect(&Self::at_most(100)))
            .ok_or_else(|| Refusal::ShareOutOfRange { share: self.operand() })
    }

    fn certainly_below(self, other: Self) -> bool {
        Self::certainly_below(&self, &other)
    }

    fn minus(self, other: Self, what: &'static str) -> Result<Self, Refusal> {
        self.sub(&other).map_err(|_| Refusal::Overflow { what })
    }

    fn times(self, other: Self, what: &'static str) -> Result<Self, Refusal> {
        self.mul(&other).map_err(|_| Refusal::Overflow { what })
    }

    fn over(self, other: Self, what: &'static str) -> Result<Self, Refusal> {
        self.div(&other, Self::DIVISION_DIGITS).map_err(|_| Refusal::Overflow { what })
    }

    fn relative_to(self, first: Self, what: &'static str) -> Result<Self, Refusal> {
        // Each operand stands once, so that the result is no wider than it must be.
        self.over(first, what)?.minus(Self::exactly(1), what)?.times(Self::exactly(100), what)
    }

    fn yearly(self, years: f64, what: &'static str) -> Result<Self, Refusal> {
        let end = |end: Option<End>, outward: f64| {
            let Some(end) = end else { return Some(None) };
            if end.value.is_zero() {
                return Some(Some(End { value: Decimal::from(-100), ..end }));
            }
            let rate = end.value.to_f64().yearly(years, what).ok()?;
            // Wider than the error of the logarithm and of the rounding to nine decimals together.
            let slack = outward * (1e-9 + rate.abs() * 1e-11);
            let value = format!("{:.9}", rate + slack).parse().ok()?;
            Some(Some(End { value, closed: false }))
        };
        let (lo, hi) = (end(self.lo(), -1.0), end(self.hi(), 1.0));
        let (Some(lo), Some(hi)) = (lo, hi) else { return Err(Refusal::Overflow { what }) };
        Self::new(lo, hi).map_err(|_| Refusal::Overflow { what })
    }

    fn within(
        self,
        least: Option<i32>,
        largest: Option<i32>,
        what: &'static str,
    ) -> Result<Self, Refusal> {
        let domain = |closed| {
            let end = |number: Option<i32>| number.map(|n| End { value: n.into(), closed });
            Self::new(end(least), end(largest))
        };
        let overflow = |_| Refusal::Overflow { what };
        if domain(false).map_err(overflow)?.is_subset_of(&self) {
            return Err(Refusal::Undetermined { what, value: self });
        }
        // Outside the domain altogether only where operands that depend on each other were told apart.
        Ok(self.intersect(&domain(true).map_err(overflow)?).unwrap_or(self))
    }
}
