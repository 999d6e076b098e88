//! A number as somebody reported it.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::decimal::TextOrNumber;
use super::error::Fault;
use super::interval::Fault as IntervalFault;
use super::number::Number;
use super::{
    Decimal, End, Hedge, Interval, IntervalError, QuantityError, Rounding, Tolerance, Unit,
    implied_base,
};
use crate::text::{json_schema, padded};

/// A number as somebody reported it: written digits, magnitude word, unit and hedge.
///
/// Reading takes English phrases, and refuses a phrase of which any part is not understood:
///
/// | phrase | hedge, value, unit |
/// |--|--|
/// | `almost 600 million` | almost, 600000000, count |
/// | `44.1 percent`, `44.1 per cent`, `44.1%` | bare, 44.1, percent |
/// | `more than 200 million a day` | more than, 200000000, count per day |
/// | `1,229`, `1 229` | bare, 1229, count |
/// | `between 1 and 20`, `1-20`, `1 to 20` | between, 1 (upper 20), count |
/// | `3-4 million` | between, 3000000 (upper 4000000), count |
/// | `90-odd` | odd, 90, count |
/// | `14.5 per 100` | bare, 14.5, per 100 |
/// | `3 percentage points` | bare, 3, percentage points |
///
/// The point is the decimal mark; commas or spaces group digits in threes. Without a unit the number is a
/// count of whatever the indicator counts.
///
/// Printing gives the canonical phrase, which reads back as an equal quantity. Two quantities are equal where all
/// that was said is: `600 million` and `600000000` have one value but differ in their written digits, and so in what
/// they cover when taken as rounded. As JSON a quantity is its phrase; a JSON number is read as a bare count.
///
/// ```
/// use netpolity::quantity::{Hedge, Quantity, Unit};
///
/// let posts: Quantity = "More than 200 million each day".parse()?;
/// assert_eq!((posts.hedge(), posts.unit()), (Hedge::MoreThan, Unit::CountPerDay));
/// assert_eq!(posts.value(), 200_000_000.into());
/// assert_eq!(posts.to_string(), "more than 200 million per day");
///
/// let error = "almost 600 million netizens".parse::<Quantity>().unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "invalid quantity `almost 600 million netizens`: `netizens` at byte 19 is not understood",
/// );
/// # Ok::<(), netpolity::quantity::QuantityError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Quantity {
    hedge: Hedge,
    number: Number,
    upper: Option<Number>,
    unit: Unit,
}

impl Quantity {
    /// A number with a hedge and a unit.
    ///
    /// # Errors
    /// [`QuantityError`] where the hedge is [`Hedge::Between`], which needs an upper bound (`QTY-001`); where the
    /// unit is a count and the number below zero (`QTY-002`); and where the hedge says nothing beside the number,
    /// such as "almost 0". [`Hedge::SeveralOf`] goes with powers of ten, and with 12 for dozens; [`Hedge::Majority`]
    /// with 0.5 as a fraction.
    pub fn new(hedge: Hedge, value: impl Into<Decimal>, unit: Unit) -> Result<Self, QuantityError> {
        Self { hedge, number: Number::plain(value.into()), upper: None, unit }.worded().checked()
    }

    /// The count itself: "exactly 591000000".
    ///
    /// # Errors
    /// [`QuantityError`] where the count is below zero (`QTY-002`).
    pub fn exactly(count: impl Into<Decimal>) -> Result<Self, QuantityError> {
        Self::new(Hedge::Exactly, count, Unit::Count)
    }

    /// A count without a hedge: "591000000".
    ///
    /// # Errors
    /// [`QuantityError`] where the count is below zero (`QTY-002`).
    pub fn bare(count: impl Into<Decimal>) -> Result<Self, QuantityError> {
        Self::new(Hedge::Bare, count, Unit::Count)
    }

    /// Between two numbers, both included.
    ///
    /// # Errors
    /// [`QuantityError`] where the numbers are out of order (`QTY-001`), or where the unit is a count and a number
    /// below zero (`QTY-002`).
    pub fn between(
        lower: impl Into<Decimal>,
        upper: impl Into<Decimal>,
        unit: Unit,
    ) -> Result<Self, QuantityError> {
        let (number, upper) = (Number::plain(lower.into()), Number::plain(upper.into()));
        Self { hedge: Hedge::Between, number, upper: Some(upper), unit }.checked()
    }

    /// The same number in another unit of speech; nothing is converted.
    ///
    /// # Errors
    /// [`QuantityError`] where the unit is a count and the number below zero (`QTY-002`).
    pub fn with_unit(self, unit: Unit) -> Result<Self, QuantityError> {
        // A common fraction is a part of one; in another unit its value is a number like others.
        let number = match self.number {
            number if number.is_ratio() && unit != Unit::Fraction => Number::plain(number.value),
            number => number,
        };
        Self { number, unit, ..self }.checked()
    }

    /// What a reader of phrases has put together; the fault is left to be placed in the text.
    pub(super) fn assemble(
        hedge: Hedge,
        number: Number,
        upper: Option<Number>,
        unit: Unit,
    ) -> Result<Self, Fault> {
        let quantity = Self { hedge, number, upper, unit }.worded();
        quantity.fault().map_or(Ok(quantity), Err)
    }

    /// Hedges that stand for their number have one way to say it.
    fn worded(mut self) -> Self {
        let number = match self.hedge {
            Hedge::SeveralOf => Number::several(self.number.value),
            Hedge::Majority if self.number.value == Decimal::small(5, 1) => Number::ratio(1, 2),
            _ => None,
        };
        self.number = number.unwrap_or(self.number);
        self
    }

    fn checked(self) -> Result<Self, QuantityError> {
        self.fault().map_or(Ok(self), |fault| Err(self.refusal(fault)))
    }

    fn fault(&self) -> Option<Fault> {
        let value = self.number.value;
        match (self.hedge, &self.upper) {
            (Hedge::Between, None) => return Some(Fault::NoUpper),
            (Hedge::Between, Some(upper)) if value > upper.value => return Some(Fault::Order),
            _ => {}
        }
        if self.unit.is_count()
            && (value.is_negative() || (self.hedge == Hedge::LessThan && value.is_zero()))
        {
            return Some(Fault::Negative(self.unit));
        }
        let nothing = match self.hedge {
            // A tenth of nothing is nothing.
            Hedge::Almost | Hedge::JustOver => value.is_zero(),
            Hedge::Odd => value <= Decimal::ZERO || self.number.is_ratio(),
            Hedge::SeveralOf => Number::several(value) != Some(self.number),
            Hedge::Majority => {
                self.unit != Unit::Fraction || Number::ratio(1, 2) != Some(self.number)
            }
            _ => false,
        };
        nothing.then_some(Fault::Nothing(self.hedge))
    }

    #[cold]
    fn refusal(&self, fault: Fault) -> QuantityError {
        QuantityError::new(self.to_string(), 0, fault)
    }

    /// How the number is to be taken.
    pub fn hedge(&self) -> Hedge {
        self.hedge
    }

    /// What the number is a number of.
    pub fn unit(&self) -> Unit {
        self.unit
    }

    /// The number: written digits times the magnitude word. The lower one of two bounds. A common fraction without an
    /// exact decimal, such as a third, is cut off at 12 digits here, while its interval holds it.
    pub fn value(&self) -> Decimal {
        self.number.value
    }

    /// The upper one of two bounds; only with [`Hedge::Between`].
    pub fn upper(&self) -> Option<Decimal> {
        self.upper.map(|upper| upper.value)
    }

    /// What one unit of the last written digit is worth: 0.1 for `44.1`, a million for `600 million`, 1 for
    /// `600000000`.
    pub fn last_digit(&self) -> Decimal {
        // The place of a digit fits wherever the number did.
        self.number.place(self.number.digits.last_written()).unwrap_or(Decimal::ONE)
    }

    /// Whether the last written digit is worth more than one, by a word such as "million".
    pub(super) fn is_written_in_more_than_ones(&self) -> bool {
        u32::from(self.number.magnitude.zeros()) > self.number.digits.decimals()
    }

    /// Whether the hedge goes with the digits (rule `QTY-006`): not so for an approximating hedge beside a sharp
    /// number, such as "almost 613.4".
    ///
    /// A number is sharp where it has more than three significant digits; the last zeros of a round number such as
    /// 1,230,000 don't count. Figures are reported to two or three digits, and the hedge itself allows for several
    /// percent: a fourth digit, worth less than one in a thousand, contradicts it.
    ///
    /// ```
    /// use netpolity::quantity::Quantity;
    ///
    /// assert!("almost 600 million".parse::<Quantity>()?.hedge_fits_value());
    /// assert!(!"almost 613.4 million".parse::<Quantity>()?.hedge_fits_value());
    /// assert!("exactly 613.4 million".parse::<Quantity>()?.hedge_fits_value());
    /// # Ok::<(), netpolity::quantity::QuantityError>(())
    /// ```
    pub fn hedge_fits_value(&self) -> bool {
        let approximates =
            matches!(self.hedge, Hedge::About | Hedge::Almost | Hedge::JustOver | Hedge::Odd);
        !approximates || self.number.digits.significant_digits() <= 3
    }

    /// The numbers that the quantity allows, in its own unit.
    ///
    /// With t the tolerance's reach for the hedge, u the unit of the digit to which a bare number counts as rounded:
    ///
    /// | said | interval |
    /// |--|--|
    /// | exactly n | `[n, n]` |
    /// | n | `[n - u/2, n + u/2)` |
    /// | about n | `[n - d, n + d]`, d the larger of nt and u/2 |
    /// | almost n | `[n - nt, n)` |
    /// | just over n | `(n, n + nt]` |
    /// | more than n, at least n | `(n, inf)`, `[n, inf)` |
    /// | less than n | `(-inf, n)` |
    /// | at most n, up to n | `(-inf, n]` |
    /// | between a and b | `[a, b]` |
    /// | n-odd | `(n, n + s)`, s the unit of the last digit of n that is not zero |
    /// | n in m, a third | `[n/m - d, n/m + d]`, d the tolerance's reach for common fractions |
    /// | tens of, thousands | `[2n, 10n)`, n the power of ten, 2 by the tolerance |
    /// | a majority | `(0.5, 1]` |
    ///
    /// Counts begin at zero. Common fractions end at the whole. Other shares are not cut off at 100 percent, since a percentage may be a growth. For n below
    /// zero, "almost" is nearer to zero and "just over" farther from it.
    ///
    /// # Errors
    /// [`QuantityError`] where an end has too many digits, or the tolerance gives the hedge no room.
    pub fn interval(&self, tolerance: &Tolerance) -> Result<Interval, QuantityError> {
        let ends = self.ends(tolerance).ok_or_else(|| {
            let error = IntervalError::new(self.to_string(), 0, IntervalFault::Overflow);
            self.refusal(Fault::Interval(error))
        })?;
        let zero =
            (self.unit.is_count() || self.number.is_ratio()).then(|| End::closed(Decimal::ZERO));
        let whole = (self.number.is_ratio() && self.number.value <= Decimal::ONE)
            .then(|| End::closed(Decimal::ONE));
        Interval::non_empty(ends.0, ends.1)
            .and_then(|said| said.intersect(&Interval::non_empty(zero, whole)?))
            .ok_or_else(|| {
                let name = tolerance.name.as_ref().into();
                self.refusal(Fault::Tolerance { name, hedge: self.hedge })
            })
    }

    /// The two ends; `None` on overflow.
    fn ends(&self, tolerance: &Tolerance) -> Option<(Option<End>, Option<End>)> {
        const HALF: Decimal = Decimal::small(5, 1);
        let n = self.number.value;
        let digits = self.number.digits;
        let half_unit = || match tolerance.rounding {
            Rounding::None => Some(Decimal::ZERO),
            Rounding::LastWritten => self.number.place(digits.last_written())?.checked_mul(HALF),
            Rounding::LastSignificant => {
                self.number.place(digits.last_significant())?.checked_mul(HALF)
            }
        };
        // The same number but for a common fraction without an exact decimal.
        let (below, above) = self.number.bounds()?;
        let (not_below, not_above) = (End::open(below.value), End::open(above.value));
        // The ends at a part of n to either side: the lower one and the upper one.
        let reached = |reach: Decimal| {
            let (less, more) = (Decimal::ONE.checked_sub(reach)?, Decimal::ONE.checked_add(reach)?);
            let (less, more) = if n.is_negative() { (more, less) } else { (less, more) };
            Some((self.number.scaled(less, false)?, self.number.scaled(more, true)?))
        };
        // From n to a number beside it, n itself left out.
        let beside = |reach: Decimal, farther: bool| {
            let (lo, hi) = reached(reach)?;
            Some(if farther == n.is_negative() {
                (Some(lo), Some(not_above))
            } else {
                (Some(not_below), Some(hi))
            })
        };
        match self.hedge {
            Hedge::Exactly => Some((Some(below), Some(above))),
            Hedge::Bare if self.number.is_ratio() => {
                let (lo, hi) = reached(tolerance.fraction)?;
                Some((Some(lo), Some(hi)))
            }
            Hedge::Bare => {
                let half = half_unit()?;
                let lo = End::closed(n.checked_sub(half)?);
                Some((Some(lo), Some(End { value: n.checked_add(half)?, closed: half.is_zero() })))
            }
            Hedge::About => {
                let (mut lo, mut hi) = reached(tolerance.about)?;
                if !self.number.is_ratio() {
                    let half = half_unit()?;
                    lo.value = lo.value.min(n.checked_sub(half)?);
                    hi.value = hi.value.max(n.checked_add(half)?);
                }
                Some((Some(lo), Some(hi)))
            }
            Hedge::Almost => beside(tolerance.almost, false),
            Hedge::JustOver => beside(tolerance.just_over, true),
            Hedge::MoreThan | Hedge::Majority => Some((Some(not_below), None)),
            Hedge::AtLeast => Some((Some(below), None)),
            Hedge::LessThan => Some((None, Some(not_above))),
            Hedge::AtMost | Hedge::UpTo => Some((None, Some(above))),
            Hedge::Between => {
                let (_, upper) = self.upper?.bounds()?;
                Some((Some(below), Some(upper)))
            }
            Hedge::Odd => {
                let next = n.checked_add(self.number.place(digits.last_significant())?)?;
                Some((Some(not_below), Some(End::open(next))))
            }
            Hedge::SeveralOf => {
                let lo = n.checked_mul(tolerance.several)?;
                let hi = n.checked_mul(Decimal::from(10))?;
                Some((Some(End::closed(lo)), Some(End::open(hi))))
            }
        }
    }

    /// The base that this count and a share of it imply. See [`implied_base`].
    ///
    /// # Errors
    /// [`QuantityError`] where this is no count or the other no share, where the share may be zero and the count too,
    /// or where a number has too many digits.
    ///
    /// ```
    /// use netpolity::quantity::{Quantity, Tolerance};
    ///
    /// let users: Quantity = "exactly 591 million".parse()?;
    /// let population = users.implied_base(&"44.1 percent".parse()?, &Tolerance::default())?;
    /// assert!(population.contains(&1_340_136_054.into()));
    /// assert!(!population.contains(&1_380_000_000.into()));
    /// # Ok::<(), netpolity::quantity::QuantityError>(())
    /// ```
    pub fn implied_base(
        &self,
        share: &Self,
        tolerance: &Tolerance,
    ) -> Result<Interval, QuantityError> {
        if self.unit != Unit::Count {
            return Err(self.refusal(Fault::NotCount(self.unit)));
        }
        let factor = match share.unit {
            Unit::Percent => Decimal::ONE,
            Unit::Fraction => Decimal::HUNDRED,
            other => return Err(share.refusal(Fault::NotShare(other))),
        };
        let refuse = |error| self.refusal(Fault::Interval(error));
        let percent = share.interval(tolerance)?.mul(&Interval::exactly(factor)).map_err(refuse)?;
        implied_base(&self.interval(tolerance)?, &percent).map_err(refuse)
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { hedge, number, upper, unit } = self;
        padded(f, |f| {
            f.write_str(hedge.prefix())?;
            match (hedge, upper) {
                (Hedge::Odd, _) => write!(f, "{}-odd{}", number.digits, number.magnitude)?,
                (Hedge::SeveralOf, _) => number.several_words(f)?,
                (Hedge::Majority, _) => {}
                (_, Some(upper)) => write!(f, "{number} and {upper}")?,
                (_, None) => write!(f, "{number}")?,
            }
            let said = number.is_ratio() || upper.is_some_and(|upper| upper.is_ratio());
            if said { Ok(()) } else { f.write_str(unit.suffix()) }
        })
    }
}

impl fmt::Debug for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Quantity {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Quantity {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TextOrNumber {
            expecting: "a quantity such as `almost 600 million`, or a number",
            number: Self::bare,
        })
    }
}

json_schema!(Quantity, |_| crate::schema::text_or_number(
    "a quantity such as `almost 600 million` or `44.1 percent`, or a number",
    None
));

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Refusal;

    fn q(phrase: &str) -> Quantity {
        phrase.parse().unwrap()
    }

    fn covers(phrase: &str, interval: &str) {
        let found = q(phrase).interval(&Tolerance::default()).unwrap();
        assert_eq!(found.to_string(), interval, "{phrase}");
    }

    #[test]
    fn hedges_as_intervals() {
        covers("exactly 591 million", "[591000000, 591000000]");
        covers("591 million", "[590500000, 591500000)");
        covers("44.1 percent", "[44.05, 44.15)");
        covers("45.80 percent", "[45.795, 45.805)");
        covers("3000", "[2999.5, 3000.5)");
        covers("about 1,500", "[1350, 1650]");
        covers("almost 600 million", "[540000000, 600000000)");
        covers("just over 2 billion", "(2000000000, 2200000000]");
        covers("more than 100", "(100, inf)");
        covers("at least 5", "[5, inf)");
        covers("between 1 and 20", "[1, 20]");
        covers("3-4 million", "[3000000, 4000000]");
        covers("90-odd", "(90, 100)");
        covers("600-odd million", "(600000000, 700000000)");
        covers("3-odd million", "(3000000, 4000000)");
    }

    #[test]
    fn counts_begin_at_zero_and_other_numbers_do_not() {
        covers("fewer than 10", "[0, 10)");
        covers("at most 10", "[0, 10]");
        covers("up to 20", "[0, 20]");
        covers("0", "[0, 0.5)");
        covers("about 0", "[0, 0.5]");
        covers("less than 200 million a day", "[0, 200000000)");
        covers("less than 10 percent", "(-inf, 10)");
        covers("0 percent", "[-0.5, 0.5)");
        // A growth may exceed 100 percent, and may be a fall.
        covers("120 percent", "[119.5, 120.5)");
        covers("almost -5 percent", "(-5, -4.5]");
        covers("just over -5 percent", "[-5.5, -5)");
        covers("about -50 percent", "[-55, -45]");
    }

    #[test]
    fn about_is_never_narrower_than_the_rounding() {
        covers("about 3", "[2.5, 3.5]");
        covers("about 3 million", "[2500000, 3500000]");
        covers("about 30", "[27, 33]");
    }

    // Two reports of one meeting: "almost 100" and, from the Chinese, "90-odd".
    #[test]
    fn two_head_counts_meet_between_90_and_100() {
        let tolerance = Tolerance::default();
        let almost = q("almost 100").interval(&tolerance).unwrap();
        let odd = q("90-odd").interval(&tolerance).unwrap();
        assert_eq!(almost.intersect(&odd).unwrap().to_string(), "(90, 100)");
        let more = q("more than 100").interval(&tolerance).unwrap();
        assert!(!almost.possibly_equal(&more));
    }

    #[test]
    fn rounding_is_a_policy() {
        let mut tolerance = Tolerance::exact();
        let bare =
            |tolerance: &Tolerance, phrase| q(phrase).interval(tolerance).unwrap().to_string();
        assert_eq!(bare(&tolerance, "591 million"), "[591000000, 591000000]");
        assert_eq!(bare(&tolerance, "almost 100"), "[90, 100)");
        tolerance.rounding = Rounding::LastSignificant;
        assert_eq!(bare(&tolerance, "600 million"), "[550000000, 650000000)");
        assert_eq!(bare(&tolerance, "3000"), "[2500, 3500)");
        assert_eq!(bare(&tolerance, "44.10 percent"), "[44.095, 44.105)");
    }

    #[test]
    fn a_tolerance_without_room_is_refused() {
        let tolerance =
            Tolerance { name: "none".into(), almost: Decimal::ZERO, ..Tolerance::default() };
        assert_eq!(
            q("almost 100").interval(&tolerance).unwrap_err().to_string(),
            "quantity `almost 100`: the tolerance `none` leaves no room for the hedge `almost`"
        );
    }

    #[test]
    fn overflow_is_refused() {
        let large = q("about 79228162514264337593543950335");
        let error = large.interval(&Tolerance::default()).unwrap_err();
        assert!(error.interval_error().is_some_and(IntervalError::is_overflow));
        assert!("79228162514264337593543950335 million".parse::<Quantity>().is_err());
    }

    #[test]
    fn last_written_digit() {
        for (phrase, unit) in [
            ("600 million", "1000000"),
            ("44.1", "0.1"),
            ("44.10", "0.01"),
            ("600000000", "1"),
            ("1.5 million", "100000"),
        ] {
            assert_eq!(q(phrase).last_digit(), unit.parse().unwrap(), "{phrase}");
        }
    }

    #[test]
    fn what_was_said_is_compared() {
        assert_eq!(q("45.80 percent").value(), q("45.8 percent").value());
        assert_ne!(q("45.80 percent"), q("45.8 percent"));
        assert_ne!(q("600 million"), q("600000000"));
        assert_ne!(q("44.1 percent"), q("0.441 as a fraction"));
        assert_eq!(q("45.80").value().to_string(), "45.80");
        assert_eq!(q("1.50 million").value().to_string(), "1500000");
        assert_eq!(q("1.50 million").last_digit().to_string(), "10000");
    }

    #[test]
    fn impossible_quantities_are_refused_by_rule() {
        let rule = |quantity: Result<Quantity, QuantityError>| quantity.unwrap_err().rule();
        assert_eq!(rule(Quantity::new(Hedge::Between, 5, Unit::Count)), Some("QTY-001"));
        assert_eq!(rule(Quantity::between(20, 1, Unit::Count)), Some("QTY-001"));
        assert_eq!(rule(Quantity::bare(-5)), Some("QTY-002"));
        assert_eq!(rule(Quantity::new(Hedge::LessThan, 0, Unit::CountPerDay)), Some("QTY-002"));
        let fall = Quantity::new(Hedge::Bare, -5, Unit::Percent).unwrap();
        assert_eq!(rule(fall.with_unit(Unit::Count)), Some("QTY-002"));
        assert_eq!(
            Quantity::exactly(-5).unwrap_err().to_string(),
            "invalid quantity `exactly -5`: a `count` cannot be below zero"
        );
        for hedge in [Hedge::Almost, Hedge::JustOver, Hedge::Odd] {
            assert_eq!(rule(Quantity::new(hedge, 0, Unit::Percent)), None);
        }
        let between = Quantity::between(3, 3, Unit::Times).unwrap();
        assert_eq!((between.value(), between.upper()), (3.into(), Some(3.into())));
        assert_eq!(q("almost 3").upper(), None);
    }

    #[test]
    fn hedges_beside_sharp_numbers() {
        for fits in [
            "almost 600 million",
            "about 44.1 percent",
            "nearly 1,230,000",
            "more than 613.4",
            "1,229",
        ] {
            assert!(q(fits).hedge_fits_value(), "{fits}");
        }
        for sharp in ["almost 613.4", "about 1,229", "just over 591.1 million", "1234-odd"] {
            assert!(!q(sharp).hedge_fits_value(), "{sharp}");
        }
    }

    #[test]
    fn json_text_and_json_numbers() {
        let read = |json| serde_json::from_str::<Quantity>(json);
        assert_eq!(read("\"almost 600 million\"").unwrap(), q("almost 600 million"));
        assert_eq!(read("100").unwrap(), q("100"));
        assert_eq!(read("42.3").unwrap(), q("42.3"));
        assert_eq!(serde_json::to_string(&q("nearly 3 million")).unwrap(), "\"almost 3 million\"");
        assert!(read("-5").unwrap_err().to_string().contains("cannot be below zero [QTY-002]"));
        assert!(read("\"20-1\"").unwrap_err().to_string().contains("[QTY-001]"));
    }
}
