//! What one unit of a number stands for.

use std::fmt;

use super::Decimal;
use crate::text::{Refusal, words};

words! {
    /// What a reported number is a number of.
    ///
    /// Units are never equated in silence: 44.1 percent and 0.441 as a fraction are the same share, and
    /// [`Unit::convert`] says so, but they compare as different quantities.
    #[non_exhaustive]
    pub enum Unit: closed "unit" {
        /// A plain number of whatever the indicator counts.
        Count = "count",
        /// Hundredths of a whole or of a base.
        Percent = "percent",
        /// A part of one: 0.441.
        Fraction = "fraction",
        /// For every 100 of the base, such as subscriptions per 100 inhabitants.
        PerHundred = "per-100",
        /// For every 1,000 of the base.
        PerThousand = "per-1000",
        /// For every 1,000,000 of the base, such as secure servers per million people.
        PerMillion = "per-1000000",
        /// The difference of two percentages.
        PercentagePoints = "percentage-points",
        /// A multiple: "three times", "3-fold".
        Times = "times",
        /// A count for every second.
        CountPerSecond = "count-per-second",
        /// A count for every hour.
        CountPerHour = "count-per-hour",
        /// A count for every day.
        CountPerDay = "count-per-day",
        /// A count for every week.
        CountPerWeek = "count-per-week",
        /// A count for every month.
        CountPerMonth = "count-per-month",
        /// A count for every year.
        CountPerYear = "count-per-year",
        /// Current dollars of the United States.
        UsDollars = "usd",
        /// Dollars at purchasing power parity, of which one buys what a dollar buys in the United States.
        InternationalDollars = "international-dollars",
        /// A rate of transmission. Prefixes are no units: a megabit is 1,000,000 bits.
        BitsPerSecond = "bits-per-second",
        /// Volume of data.
        Bytes = "bytes",
        /// A length of time or an age.
        Years = "years",
        /// A score on a scale of its maker's.
        Points = "points",
        /// None: the values are words, or numbers that stand for words.
        Category = "category",
    }
}

impl Unit {
    /// Whether numbers of this unit are counted from zero: a count of anything, bits and bytes among it, or a count
    /// per time.
    pub fn is_count(self) -> bool {
        matches!(
            self,
            Self::Count
                | Self::CountPerSecond
                | Self::CountPerHour
                | Self::CountPerDay
                | Self::CountPerWeek
                | Self::CountPerMonth
                | Self::CountPerYear
                | Self::BitsPerSecond
                | Self::Bytes
        )
    }

    /// The factor that takes a number of this unit to another unit.
    ///
    /// Percent, fraction and the rates per 100, 1,000 and 1,000,000 convert into each other, each unit into itself,
    /// and nothing else.
    ///
    /// # Errors
    /// [`UnitError`] where the units don't measure the same: a count is no share, a change in points no percentage.
    pub fn factor_to(self, to: Self) -> Result<Decimal, UnitError> {
        if self == to {
            return Ok(Decimal::ONE);
        }
        let (Some(from_zeros), Some(to_zeros)) = (self.zeros(), to.zeros()) else {
            return Err(UnitError { from: self, to, value: None });
        };
        Ok(if to_zeros >= from_zeros {
            Decimal::small(10_u32.pow(to_zeros - from_zeros), 0)
        } else {
            Decimal::small(1, from_zeros - to_zeros)
        })
    }

    /// Takes a number of this unit to another unit.
    ///
    /// # Errors
    /// [`UnitError`] where the units don't convert (see [`Unit::factor_to`]) or the result has too many digits.
    ///
    /// ```
    /// use netpolity::quantity::Unit;
    ///
    /// let share = Unit::Percent.convert("44.1".parse()?, Unit::Fraction)?;
    /// assert_eq!(share.to_string(), "0.441");
    /// let error = Unit::Count.convert(share, Unit::Percent).unwrap_err();
    /// assert_eq!(error.to_string(), "cannot convert `count` to `percent`");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn convert(self, value: Decimal, to: Self) -> Result<Decimal, UnitError> {
        value.checked_mul(self.factor_to(to)?).ok_or(UnitError {
            from: self,
            to,
            value: Some(value),
        })
    }

    /// For a part of a base: how many zeros the base has.
    fn zeros(self) -> Option<u32> {
        match self {
            Self::Fraction => Some(0),
            Self::Percent | Self::PerHundred => Some(2),
            Self::PerThousand => Some(3),
            Self::PerMillion => Some(6),
            _ => None,
        }
    }

    /// The words behind the number in the canonical phrase.
    pub(super) fn suffix(self) -> &'static str {
        match self {
            Self::Count => "",
            Self::Percent => " percent",
            Self::Fraction => " as a fraction",
            Self::PerHundred => " per 100",
            Self::PerThousand => " per 1000",
            Self::PerMillion => " per 1000000",
            Self::PercentagePoints => " percentage points",
            Self::Times => " times",
            Self::CountPerSecond => " per second",
            Self::CountPerHour => " per hour",
            Self::CountPerDay => " per day",
            Self::CountPerWeek => " per week",
            Self::CountPerMonth => " per month",
            Self::CountPerYear => " per year",
            Self::UsDollars => " US dollars",
            Self::InternationalDollars => " international dollars",
            Self::BitsPerSecond => " bits per second",
            Self::Bytes => " bytes",
            Self::Years => " years",
            Self::Points => " points",
            Self::Category => " as a category",
        }
    }
}

/// Why a number does not convert from one unit to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitError {
    from: Unit,
    to: Unit,
    /// The number, where it is at fault and not the pair of units.
    value: Option<Decimal>,
}

impl UnitError {
    /// The unit of the number.
    pub fn from(&self) -> Unit {
        self.from
    }

    /// The unit that was asked for.
    pub fn to(&self) -> Unit {
        self.to
    }
}

impl fmt::Display for UnitError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { from, to, value } = self;
        match value {
            None => write!(f, "cannot convert `{from}` to `{to}`"),
            Some(value) => {
                write!(f, "`{value}` has too many digits to convert from `{from}` to `{to}`")
            }
        }
    }
}

impl std::error::Error for UnitError {}

impl Refusal for UnitError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_convert_and_nothing_else() {
        let d = |text: &str| text.parse::<Decimal>().unwrap();
        let convert = |value: &str, from: Unit, to| from.convert(d(value), to);
        assert_eq!(convert("44.1", Unit::Percent, Unit::Fraction), Ok(d("0.441")));
        assert_eq!(convert("0.441", Unit::Fraction, Unit::Percent), Ok(d("44.1")));
        assert_eq!(convert("14.5", Unit::PerHundred, Unit::PerMillion), Ok(d("145000")));
        assert_eq!(convert("145000", Unit::PerMillion, Unit::PerHundred), Ok(d("14.5")));
        assert_eq!(convert("3", Unit::PerThousand, Unit::Percent), Ok(d("0.3")));
        assert_eq!(convert("3", Unit::Count, Unit::Count), Ok(d("3")));
        for (from, to) in [
            (Unit::Count, Unit::Percent),
            (Unit::Percent, Unit::PercentagePoints),
            (Unit::Times, Unit::Percent),
            (Unit::CountPerDay, Unit::CountPerYear),
            (Unit::Count, Unit::CountPerDay),
            (Unit::UsDollars, Unit::InternationalDollars),
            (Unit::Points, Unit::PercentagePoints),
            (Unit::Bytes, Unit::BitsPerSecond),
        ] {
            let error = from.convert(d("5"), to).unwrap_err();
            assert_eq!((error.from(), error.to()), (from, to));
            assert_eq!(error.to_string(), format!("cannot convert `{from}` to `{to}`"));
        }
    }

    #[test]
    fn too_many_digits_are_refused() {
        let finest = "0.0000000000000000000000000001".parse().unwrap();
        assert_eq!(
            Unit::Percent.convert(finest, Unit::Fraction).unwrap_err().to_string(),
            "`0.0000000000000000000000000001` has too many digits to convert from `percent` to `fraction`"
        );
    }

    #[test]
    fn factors_there_and_back_are_inverse() {
        for from in Unit::ALL {
            assert_eq!(from.to_string().parse(), Ok(*from));
            for to in Unit::ALL {
                match (from.factor_to(*to), to.factor_to(*from)) {
                    (Ok(there), Ok(back)) => {
                        assert_eq!(there.checked_mul(back), Some(Decimal::ONE));
                    }
                    (there, back) => assert!(there.is_err() && back.is_err()),
                }
            }
        }
    }
}
