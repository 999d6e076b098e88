//! Why a statistic has no value.

use std::fmt;

use thiserror::Error;

use super::Counted;
use crate::country::Area;
use crate::quantity::Interval;
use crate::time::Period;

/// Why a statistic has no value, with the numbers at fault.
#[derive(Debug, Clone, PartialEq, Error)]
#[non_exhaustive]
pub enum Refusal {
    /// A number is missing: `NaN`, or infinite.
    #[error("{what} is not a finite number: {value}")]
    NotFinite {
        /// Which operand.
        what: &'static str,
        /// What was given.
        value: f64,
    },
    /// A number that divides, or of which a power is taken, is zero.
    #[error("{what} is zero")]
    Zero {
        /// Which operand.
        what: &'static str,
    },
    /// A number that cannot be below zero is.
    #[error("{what} is below zero: {value}")]
    Negative {
        /// Which operand.
        what: &'static str,
        /// What was given.
        value: Operand,
    },
    /// A part is larger than its whole, such as more users than people.
    #[error("{what} is above the population: {part} of {whole}")]
    AboveWhole {
        /// Which operand is the part.
        what: &'static str,
        /// The part.
        part: Box<Operand>,
        /// The whole.
        whole: Box<Operand>,
    },
    /// A share of a whole is below 0 or above 100 percent.
    #[error("the share is outside 0 to 100 percent: {share}")]
    ShareOutOfRange {
        /// What was given.
        share: Operand,
    },
    /// Of two lists that belong together one is longer.
    #[error("{values} values do not go with {others} others")]
    Lengths {
        /// How many values there are.
        values: usize,
        /// How long the other list is.
        others: usize,
    },
    /// There is nothing to count.
    #[error("there is no value")]
    Empty,
    /// The members with a value are too small a part of the whole.
    #[error(
        "in {period} the {used} of {of} members with a value have {:.1} % of the weight; {:.1} % are needed",
        coverage * 100.0, needed * 100.0
    )]
    BelowCoverage {
        /// The part of the weight that they have, from 0 to 1.
        coverage: f64,
        /// The part that they should have.
        needed: f64,
        /// How many members have a value.
        used: u32,
        /// How many members there are.
        of: u32,
        /// The period.
        period: Period,
    },
    /// A member has no value without which there is no aggregate.
    #[error("{member} has no value in {period}, and there is no aggregate without it")]
    MissingMember {
        /// The member.
        member: Area,
        /// The period.
        period: Period,
    },
    /// Too many members have no weight.
    #[error("{members} of {of} members have no weight in {period}")]
    WithoutWeight {
        /// How many have none.
        members: u32,
        /// How many members there are.
        of: u32,
        /// The period.
        period: Period,
    },
    /// An indicator has no rule by which the figure of many areas follows from theirs.
    #[error("there is no rule for aggregates of `{indicator}`: {why}")]
    NoRule {
        /// The indicator, as it was named.
        indicator: Box<str>,
        /// Why not.
        why: &'static str,
    },
    /// Values before and after a break can't be compared.
    #[error("{period} is not comparable with the value before")]
    Break {
        /// The first period after the break.
        period: Period,
    },
    /// A series does not reach a level.
    #[error("the series does not reach {level}")]
    NotReached {
        /// The level.
        level: f64,
    },
    /// There is no value at a period.
    #[error("there is no value in {period}")]
    NoValue {
        /// The period.
        period: Period,
    },
    /// Components of an index with a score have too small a part of the weight.
    #[error(
        "components with a score have {:.1} % of the weight; {:.1} % are needed",
        coverage * 100.0, needed * 100.0
    )]
    Incomplete {
        /// The part of the weight that they have, from 0 to 1.
        coverage: f64,
        /// The part that they should have.
        needed: f64,
    },
    /// There is less than the formula needs.
    #[error("{found} values are too few; {needed} are needed")]
    TooFew {
        /// How many there are.
        found: usize,
        /// How many it needs.
        needed: usize,
    },
    /// A measure over records rests on fewer of them than the caller asks for.
    #[error("{found} {unit} are too few; {needed} are needed")]
    BelowSupport {
        /// What is counted.
        unit: Counted,
        /// How many there are.
        found: u32,
        /// How many are asked for.
        needed: u32,
    },
    /// A judgement is of a category that is not listed.
    #[error("the category of unit {unit} is not listed")]
    NotListed {
        /// The place of the unit, counted from 0.
        unit: usize,
    },
    /// Somebody or something that was named is not there.
    #[error("there is no {what} `{name}`")]
    Unknown {
        /// What was looked for.
        what: &'static str,
        /// The name.
        name: Box<str>,
    },
    /// A number that has to be above zero is not.
    #[error("{what} is not above zero: {value}")]
    NotPositive {
        /// Which operand.
        what: &'static str,
        /// What was given.
        value: f64,
    },
    /// A part of a whole is not from 0 to 1.
    #[error("the part is outside 0 to 1: {part}")]
    PartOutOfRange {
        /// What was given.
        part: f64,
    },
    /// The formula has no meaning for these operands.
    #[error("{what} is not defined: {why}")]
    Undefined {
        /// What was asked for.
        what: &'static str,
        /// Why it has no value.
        why: &'static str,
    },
    /// The operands leave open every value that the formula can give at all.
    #[error("the operands leave {what} undetermined: {value}")]
    Undetermined {
        /// What was asked for.
        what: &'static str,
        /// All that can be said.
        value: Interval,
    },
    /// The result is too large, or has too many digits to be exact.
    #[error("{what} is too large or has too many digits")]
    Overflow {
        /// What was asked for.
        what: &'static str,
    },
}

/// A number that was given to a statistic, as its [`Refusal`] keeps it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Operand {
    /// A plain number.
    Number(f64),
    /// A number known to lie in an interval.
    Interval(Interval),
}

impl fmt::Display for Operand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => fmt::Display::fmt(number, f),
            Self::Interval(interval) => fmt::Display::fmt(interval, f),
        }
    }
}
