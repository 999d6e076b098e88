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
        let mut lo = Ok(Bound::Above);
        let mut hi = Ok(Bound::Below);
        for a in
            [self.lo().map_or(Bound::Below, Bound::At), self.hi().map_or(Bound::Above, Bound::At)]
        {
            for b in [
                other.lo().map_or(Bound::Below, Bound::At),
                other.hi().map_or(Bound::Above, Bound::At),
            ] {
                match product(a, b) {
                    Ok(corner) => {
                        lo = lo.map(|lo| outermost(lo, corner, false));
                        hi = hi.map(|hi| outermost(hi, corner, true));
                    }
                    Err(Overflow) => (lo, hi) = (Err(Overflow), Err(Overflow)),
                }
            }
        }
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
