//! Ranges of numbers with open, closed or absent ends.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use super::{Decimal, DecimalError};
use crate::text::{Refusal, text_serde};

/// One end of an [`Interval`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct End {
    /// Where the interval ends.
    pub value: Decimal,
    /// Whether the value itself belongs to the interval.
    pub closed: bool,
}

impl End {
    /// An end whose value belongs to the interval.
    pub fn closed(value: impl Into<Decimal>) -> Self {
        Self { value: value.into(), closed: true }
    }

    /// An end whose value does not belong to the interval.
    pub fn open(value: impl Into<Decimal>) -> Self {
        Self { value: value.into(), closed: false }
    }
}

/// All numbers between two ends, each open, closed or absent. Never empty.
///
/// The text form is the mathematical one: `[44.05, 44.15)`, `(300000000, inf)`, `(-inf, 5]`, `[5, 5]`. Equality is
/// that of sets of real numbers; trailing zeros of an end are not kept.
///
/// ```
/// use netpolity::quantity::Interval;
///
/// let share: Interval = "[44.05, 44.15)".parse()?;
/// assert!(share.contains(&"44.05".parse()?));
/// assert!(!share.contains(&"44.15".parse()?));
/// assert!(share.certainly_below(&Interval::at_least(45)));
/// assert_eq!(Interval::above(300_000_000).to_string(), "(300000000, inf)");
/// assert_eq!(
///     "[5, 5)".parse::<Interval>().unwrap_err().to_string(),
///     "empty interval `[5, 5)`: no number lies between its ends",
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Interval {
    lo: Option<End>,
    hi: Option<End>,
}

impl Interval {
    /// All numbers.
    pub const ALL: Self = Self { lo: None, hi: None };

    /// The interval between two ends; `None` stands for no end on that side.
    ///
    /// # Errors
    /// [`IntervalError`] where no number lies between the ends.
    pub fn new(lo: Option<End>, hi: Option<End>) -> Result<Self, IntervalError> {
        Self::non_empty(lo, hi)
            .ok_or_else(|| IntervalError::new(Self { lo, hi }.to_string(), 0, Fault::Empty))
    }

    /// The number alone: `[d, d]`.
    pub fn exactly(value: impl Into<Decimal>) -> Self {
        let end = Some(End::closed(value));
        Self::shortest(end, end)
    }

    /// Above the number: `(d, inf)`.
    pub fn above(value: impl Into<Decimal>) -> Self {
        Self::shortest(Some(End::open(value)), None)
    }

    /// The number and above: `[d, inf)`.
    pub fn at_least(value: impl Into<Decimal>) -> Self {
        Self::shortest(Some(End::closed(value)), None)
    }

    /// Below the number: `(-inf, d)`.
    pub fn below(value: impl Into<Decimal>) -> Self {
        Self::shortest(None, Some(End::open(value)))
    }

    /// The number and below: `(-inf, d]`.
    pub fn at_most(value: impl Into<Decimal>) -> Self {
        Self::shortest(None, Some(End::closed(value)))
    }

    /// Both numbers and what lies between: `[a, b]`.
    ///
    /// # Errors
    /// [`IntervalError`] where `lo` is above `hi`.
    pub fn closed(lo: impl Into<Decimal>, hi: impl Into<Decimal>) -> Result<Self, IntervalError> {
        Self::new(Some(End::closed(lo)), Some(End::closed(hi)))
    }

    /// From the first number to below the second: `[a, b)`.
    ///
    /// # Errors
    /// [`IntervalError`] where `lo` is not below `hi`.
    pub fn half_open(
        lo: impl Into<Decimal>,
        hi: impl Into<Decimal>,
    ) -> Result<Self, IntervalError> {
        Self::new(Some(End::closed(lo)), Some(End::open(hi)))
    }

    pub(super) fn non_empty(lo: Option<End>, hi: Option<End>) -> Option<Self> {
        let meets = match (lo, hi) {
            (Some(lo), Some(hi)) => match lo.value.cmp(&hi.value) {
                Ordering::Less => true,
                Ordering::Equal => lo.closed && hi.closed,
                Ordering::Greater => false,
            },
            _ => true,
        };
        meets.then(|| Self::shortest(lo, hi))
    }

    fn shortest(lo: Option<End>, hi: Option<End>) -> Self {
        let shortest =
            |end: Option<End>| end.map(|end| End { value: end.value.normalized(), ..end });
        Self { lo: shortest(lo), hi: shortest(hi) }
    }

    /// All numbers that are written like this one: those within half a unit of its last digit, the lower end included.
    ///
    /// ```
    /// use netpolity::quantity::Interval;
    ///
    /// let share = Interval::rounded_to("44.10".parse::<netpolity::quantity::Decimal>()?).unwrap();
    /// assert_eq!(share.to_string(), "[44.095, 44.105)");
    /// # Ok::<(), netpolity::quantity::DecimalError>(())
    /// ```
    ///
    /// `None` where that has too many digits.
    pub fn rounded_to(number: impl Into<Decimal>) -> Option<Self> {
        let number = number.into();
        let half = Decimal::small(5, 1).checked_mul(number.last_written())?;
        Self::half_open(number.checked_sub(half)?, number.checked_add(half)?).ok()
    }

    /// The lower end; `None` where there is none.
    pub fn lo(&self) -> Option<End> {
        self.lo
    }

    /// The upper end; `None` where there is none.
    pub fn hi(&self) -> Option<End> {
        self.hi
    }

    /// Whether a number lies in the interval.
    pub fn contains(&self, number: &Decimal) -> bool {
        Self::exactly(*number).is_subset_of(self)
    }

    /// Whether every number of this interval lies in the other.
    pub fn is_subset_of(&self, other: &Self) -> bool {
        lower(self.lo, other.lo).is_ge() && upper(self.hi, other.hi).is_le()
    }

    /// The numbers that lie in both; `None` where there are none.
    #[must_use]
    pub fn intersect(&self, other: &Self) -> Option<Self> {
        let lo = if lower(self.lo, other.lo).is_ge() { self.lo } else { other.lo };
        let hi = if upper(self.hi, other.hi).is_le() { self.hi } else { other.hi };
        Self::non_empty(lo, hi)
    }

    /// The smallest interval that holds both.
    #[must_use]
    pub fn hull(&self, other: &Self) -> Self {
        let lo = if lower(self.lo, other.lo).is_le() { self.lo } else { other.lo };
        let hi = if upper(self.hi, other.hi).is_ge() { self.hi } else { other.hi };
        Self { lo, hi }
    }

    /// Whether every number of this interval is below every number of the other.
    pub fn certainly_below(&self, other: &Self) -> bool {
        match (self.hi, other.lo) {
            (Some(hi), Some(lo)) => Self::non_empty(Some(lo), Some(hi)).is_none(),
            _ => false,
        }
    }

    /// Whether the two may stand for the same number: they have one in common.
    pub fn possibly_equal(&self, other: &Self) -> bool {
        self.intersect(other).is_some()
    }
}

/// Orders lower ends by where their intervals begin.
fn lower(a: Option<End>, b: Option<End>) -> Ordering {
    match (a, b) {
        (None, None) => Ordering::Equal,
        (None, Some(_)) => Ordering::Less,
        (Some(_), None) => Ordering::Greater,
        // `[5` begins before `(5`.
        (Some(a), Some(b)) => a.value.cmp(&b.value).then(b.closed.cmp(&a.closed)),
    }
}

/// Orders upper ends by where their intervals end.
fn upper(a: Option<End>, b: Option<End>) -> Ordering {
    match (a, b) {
        (None, None) => Ordering::Equal,
        (None, Some(_)) => Ordering::Greater,
        (Some(_), None) => Ordering::Less,
        // `5)` ends before `5]`.
        (Some(a), Some(b)) => a.value.cmp(&b.value).then(a.closed.cmp(&b.closed)),
    }
}

/// The number alone.
impl From<Decimal> for Interval {
    fn from(number: Decimal) -> Self {
        Self::exactly(number)
    }
}

impl fmt::Display for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.lo {
            Some(End { value, closed }) => write!(f, "{}{value}", if closed { '[' } else { '(' })?,
            None => f.write_str("(-inf")?,
        }
        match self.hi {
            Some(End { value, closed }) => {
                write!(f, ", {value}{}", if closed { ']' } else { ')' })
            }
            None => f.write_str(", inf)"),
        }
    }
}

impl fmt::Debug for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Interval {
    type Err = IntervalError;

    fn from_str(text: &str) -> Result<Self, IntervalError> {
        let fail = |at, fault| IntervalError::new(text.into(), at, fault);
        let (inner, lo_closed) = match (text.strip_prefix('['), text.strip_prefix('(')) {
            (Some(inner), _) => (inner, true),
            (_, Some(inner)) => (inner, false),
            _ => return Err(fail(0, Fault::Expected("`[` or `(`"))),
        };
        let (inner, hi_closed) = match (inner.strip_suffix(']'), inner.strip_suffix(')')) {
            (Some(inner), _) => (inner, true),
            (_, Some(inner)) => (inner, false),
            _ => return Err(fail(text.len(), Fault::Expected("`]` or `)`"))),
        };
        let Some((lo, hi)) = inner.split_once(',') else {
            return Err(fail(1 + inner.len(), Fault::Expected("a comma between two ends")));
        };
        let end = |part: &str, offset: usize, infinity: &str, closed| {
            let at = offset + part.len() - part.trim_start().len();
            match (part.trim(), closed) {
                (word, false) if word == infinity => Ok(None),
                (word, true) if word == infinity => {
                    Err(fail(at, Fault::Expected("a number, as infinity belongs to no interval")))
                }
                (word, _) => match word.parse::<Decimal>() {
                    Ok(value) => Ok(Some(End { value, closed })),
                    Err(error) => Err(fail(at + error.at(), Fault::Number(error))),
                },
            }
        };
        let lo_end = end(lo, 1, "-inf", lo_closed)?;
        let hi_end = end(hi, 2 + lo.len(), "inf", hi_closed)?;
        Self::non_empty(lo_end, hi_end).ok_or_else(|| fail(0, Fault::Empty))
    }
}

text_serde!(Interval, "an interval such as `[44.05, 44.15)`");

/// Why a text is no [`Interval`], or an operation on intervals has no result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IntervalError {
    text: Box<str>,
    at: usize,
    fault: Fault,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Fault {
    Empty,
    Expected(&'static str),
    Number(DecimalError),
    DivisionByZero,
    NotPositive,
    Overflow,
}

impl IntervalError {
    #[cold]
    pub(super) fn new(text: String, at: usize, fault: Fault) -> Self {
        Self { text: text.into(), at, fault }
    }

    /// The offending text; for an operation, the operation with its operands.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The byte of the text at which the fault stands.
    pub fn at(&self) -> usize {
        self.at
    }

    /// Whether a division was refused because the divisor may be zero, or should be above zero and is not.
    pub fn is_division_by_zero(&self) -> bool {
        matches!(self.fault, Fault::DivisionByZero | Fault::NotPositive)
    }

    /// Whether an operation was refused because its exact result has too many digits.
    pub fn is_overflow(&self) -> bool {
        self.fault == Fault::Overflow
    }
}

impl fmt::Display for IntervalError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { text, at, fault } = self;
        match fault {
            Fault::Empty => write!(f, "empty interval `{text}`: no number lies between its ends"),
            Fault::Expected(what) => {
                write!(f, "invalid interval `{text}`: expected {what} at byte {at}")
            }
            Fault::Number(error) => write!(f, "invalid interval `{text}`: {error}"),
            Fault::DivisionByZero => write!(f, "`{text}` is undefined: the divisor may be zero"),
            Fault::NotPositive => write!(f, "`{text}` is undefined: the divisor is not above zero"),
            Fault::Overflow => write!(f, "`{text}` has more than 28 digits"),
        }
    }
}

impl std::error::Error for IntervalError {}

impl Refusal for IntervalError {}

#[cfg(test)]
pub(super) mod tests {
    use proptest::prelude::*;

    use super::*;

    fn i(text: &str) -> Interval {
        text.parse().unwrap()
    }

    #[test]
    fn shorthands_and_text_form_agree() {
        for (made, text) in [
            (Interval::exactly(5), "[5, 5]"),
            (Interval::above(5), "(5, inf)"),
            (Interval::at_least(5), "[5, inf)"),
            (Interval::below(5), "(-inf, 5)"),
            (Interval::at_most(-5), "(-inf, -5]"),
            (Interval::closed(1, 20).unwrap(), "[1, 20]"),
            (Interval::half_open(1, 20).unwrap(), "[1, 20)"),
            (Interval::ALL, "(-inf, inf)"),
        ] {
            assert_eq!(made.to_string(), text);
            assert_eq!(i(text), made);
        }
        assert_eq!(i("[44.050,44.15)").to_string(), "[44.05, 44.15)");
        let json = serde_json::to_string(&i("[1, 2)")).unwrap();
        assert_eq!(json, "\"[1, 2)\"");
        assert_eq!(serde_json::from_str::<Interval>(&json).unwrap(), i("[1, 2)"));
    }

    #[test]
    fn what_is_no_interval_is_refused_with_its_place() {
        for (text, at, says) in [
            ("", 0, "invalid interval ``: expected `[` or `(` at byte 0"),
            ("5", 0, "invalid interval `5`: expected `[` or `(` at byte 0"),
            ("[5, 6", 5, "invalid interval `[5, 6`: expected `]` or `)` at byte 5"),
            ("[5]", 2, "invalid interval `[5]`: expected a comma between two ends at byte 2"),
            (
                "[-inf, 6]",
                1,
                "invalid interval `[-inf, 6]`: expected a number, as infinity belongs to no interval at byte 1",
            ),
            (
                "[5, x)",
                4,
                "invalid interval `[5, x)`: invalid decimal `x`: `x` at byte 0 is not a digit",
            ),
            (
                "(inf, 6]",
                1,
                "invalid interval `(inf, 6]`: invalid decimal `inf`: `i` at byte 0 is not a digit",
            ),
            ("[6, 5]", 0, "empty interval `[6, 5]`: no number lies between its ends"),
            ("(5, 5]", 0, "empty interval `(5, 5]`: no number lies between its ends"),
        ] {
            let error = text.parse::<Interval>().unwrap_err();
            assert_eq!((error.text(), error.at()), (text, at));
            assert_eq!(error.to_string(), says);
        }
        assert!(Interval::closed(2, 1).is_err());
        assert!(Interval::half_open(1, 1).is_err());
    }

    #[test]
    fn ends_that_touch() {
        // "Almost 600 million" and 600 million have nothing in common; 100 lies in one of two.
        assert!(!i("[540, 600)").possibly_equal(&i("[600, 600]")));
        assert!(i("[540, 600)").certainly_below(&i("[600, inf)")));
        assert!(!i("[540, 600]").certainly_below(&i("[600, inf)")));
        assert!(i("[540, 600]").certainly_below(&i("(600, inf)")));
        assert!(!i("(-inf, inf)").certainly_below(&i("[1, 2]")));
        assert_eq!(i("[90, 100)").intersect(&i("(90, 100)")), Some(i("(90, 100)")));
        assert_eq!(i("[1, 2)").hull(&i("(5, 6]")), i("[1, 6]"));
        assert_eq!(i("[1, 2)").hull(&i("(1, 2]")), i("[1, 2]"));
        assert!(i("(1, 2)").is_subset_of(&i("[1, 2]")));
        assert!(!i("[1, 2]").is_subset_of(&i("(1, 2]")));
    }

    /// Intervals with small ends, so that ends often touch and are often zero.
    pub(in super::super) fn intervals() -> impl Strategy<Value = Interval> {
        let end = || {
            proptest::option::weighted(
                0.8,
                (-6_i64..=6, 0_u32..=1, any::<bool>()).prop_map(|(digits, decimals, closed)| {
                    let value = Decimal::from(digits);
                    let tenths = value.checked_mul(Decimal::small(1, decimals)).unwrap();
                    End { value: tenths, closed }
                }),
            )
        };
        (end(), end()).prop_filter_map("empty", |(lo, hi)| Interval::new(lo, hi).ok())
    }

    /// Some numbers of an interval: its ends and what is near them, its middle, and numbers far out.
    pub(in super::super) fn members(interval: &Interval) -> Vec<Decimal> {
        let mut found = vec![Decimal::ZERO];
        for end in [interval.lo, interval.hi].into_iter().flatten() {
            for step in ["0", "0.05", "0.001", "1", "1000"] {
                let step = step.parse().unwrap();
                found.extend(end.value.checked_add(step));
                found.extend(end.value.checked_sub(step));
            }
        }
        found.retain(|number| interval.contains(number));
        assert!(!found.is_empty(), "{interval}");
        found
    }

    proptest! {
        #[test]
        fn text_comes_back(x in intervals()) {
            prop_assert_eq!(x.to_string().parse::<Interval>(), Ok(x));
        }

        #[test]
        fn intersections_and_hulls(x in intervals(), y in intervals()) {
            let hull = x.hull(&y);
            prop_assert_eq!(hull, y.hull(&x));
            prop_assert_eq!(x.intersect(&y), y.intersect(&x));
            prop_assert!(x.is_subset_of(&hull) && y.is_subset_of(&hull));
            prop_assert_eq!(x.hull(&x), x);
            prop_assert_eq!(x.intersect(&x), Some(x));
            for n in members(&x).iter().chain(&members(&y)) {
                let both = x.contains(n) && y.contains(n);
                prop_assert_eq!(both, x.intersect(&y).is_some_and(|meet| meet.contains(n)));
                prop_assert!(hull.contains(n));
            }
            if let Some(meet) = x.intersect(&y) {
                prop_assert!(meet.is_subset_of(&x) && meet.is_subset_of(&y));
            }
        }

        #[test]
        fn below_equal_or_above(x in intervals(), y in intervals()) {
            // Of two numbers exactly one holds; of two intervals, "certainly" excludes "possibly".
            let below = x.certainly_below(&y);
            let above = y.certainly_below(&x);
            prop_assert_eq!(!x.possibly_equal(&y), below || above);
            prop_assert!(!(below && above));
            for (a, b) in members(&x).iter().zip(members(&y)) {
                prop_assert!(!below || *a < b);
            }
        }

        #[test]
        fn subsets_hold_no_more(x in intervals(), y in intervals()) {
            prop_assert_eq!(x.is_subset_of(&y), x.intersect(&y) == Some(x));
            if x.is_subset_of(&y) {
                prop_assert!(members(&x).iter().all(|n| y.contains(n)));
            }
        }
    }
}
