//! Why a number is not taken as a quantity.

use std::fmt;

use super::{Hedge, IntervalError, Unit};
use crate::text::Refusal;

/// Why a text or a number is no [`Quantity`](super::Quantity), or a quantity has no interval.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuantityError {
    text: Box<str>,
    at: usize,
    fault: Fault,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Fault {
    Empty,
    NoNumber,
    Groups,
    TooLong,
    NotUnderstood { length: usize },
    TwoHedges,
    HedgedRange,
    TwoUnits,
    NoUpper,
    Order,
    Negative(Unit),
    Nothing(Hedge),
    Tolerance { name: Box<str>, hedge: Hedge },
    NotCount(Unit),
    NotShare(Unit),
    Interval(IntervalError),
}

impl QuantityError {
    #[cold]
    pub(super) fn new(text: impl Into<Box<str>>, at: usize, fault: Fault) -> Self {
        Self { text: text.into(), at, fault }
    }

    /// The offending text; for a quantity made from numbers, its canonical phrase.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The byte of the text at which the fault stands.
    pub fn at(&self) -> usize {
        self.at
    }

    /// The operation on intervals that has no result, where that is what failed.
    pub fn interval_error(&self) -> Option<&IntervalError> {
        match &self.fault {
            Fault::Interval(error) => Some(error),
            _ => None,
        }
    }
}

impl fmt::Display for QuantityError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { text, at, fault } = self;
        match fault {
            Fault::Empty => return f.write_str("a quantity must not be empty"),
            Fault::Interval(error) => return write!(f, "quantity `{text}`: {error}"),
            Fault::Tolerance { name, hedge } => {
                return write!(
                    f,
                    "quantity `{text}`: the tolerance `{name}` leaves no room for the hedge `{hedge}`"
                );
            }
            Fault::NotCount(unit) => {
                return write!(f, "quantity `{text}`: expected a count, found the unit `{unit}`");
            }
            Fault::NotShare(unit) => {
                return write!(
                    f,
                    "quantity `{text}`: expected a share in percent or as a fraction, found the unit `{unit}`"
                );
            }
            _ => write!(f, "invalid quantity `{text}`: ")?,
        }
        match fault {
            Fault::NoNumber => write!(f, "expected a number at byte {at}"),
            Fault::Groups => write!(
                f,
                "the number at byte {at} is not grouped in threes by one kind of separator"
            ),
            Fault::TooLong => write!(f, "the number at byte {at} has more than 28 digits"),
            Fault::NotUnderstood { length } => {
                let part = text.get(*at..at + length).unwrap_or_default();
                write!(f, "`{part}` at byte {at} is not understood")
            }
            Fault::TwoHedges => write!(f, "a second hedge at byte {at}"),
            Fault::HedgedRange => write!(f, "two bounds at byte {at} after a hedge"),
            Fault::TwoUnits => write!(f, "the bounds differ in unit, at byte {at}"),
            Fault::NoUpper => f.write_str("the hedge `between` needs an upper bound"),
            Fault::Order => write!(f, "the bounds are out of order at byte {at}"),
            Fault::Negative(unit) => write!(f, "a `{unit}` cannot be below zero"),
            Fault::Nothing(hedge) => {
                write!(f, "the hedge `{hedge}` says nothing beside this number")
            }
            // Written above.
            _ => Ok(()),
        }
    }
}

impl std::error::Error for QuantityError {}

impl Refusal for QuantityError {
    fn rule(&self) -> Option<&'static str> {
        match self.fault {
            Fault::NoUpper | Fault::Order | Fault::TwoUnits => Some("QTY-001"),
            Fault::Negative(_) => Some("QTY-002"),
            _ => None,
        }
    }
}
