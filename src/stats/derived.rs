//! What a statistic over series says beside its value.

use std::fmt;

use crate::metric::Flags;
use crate::text::{word_set, words};

/// A number that follows from several others, and what was counted.
///
/// ```
/// use netpolity::stats::Derived;
///
/// let mean = Derived::new(33.4, 7, 8, 0.99);
/// assert_eq!(mean.to_string(), "33.4 (7 of 8, coverage 99.0 %)");
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Derived<T> {
    /// The result.
    pub value: T,
    /// How many members were used.
    pub used: u32,
    /// How many there are.
    pub of: u32,
    /// The part of the whole weight that those have which were used, from 0 to 1.
    pub coverage: f64,
    /// What sources mark about the values that were used, all together.
    pub status: Flags,
    /// What else to know.
    pub notes: Notes,
}

impl<T> Derived<T> {
    /// A result without flags and notes.
    pub fn new(value: T, used: u32, of: u32, coverage: f64) -> Self {
        Self { value, used, of, coverage, status: Flags::EMPTY, notes: Notes::default() }
    }

    /// Another result over the same members.
    pub(super) fn with_value<U>(self, value: U) -> Derived<U> {
        let Self { used, of, coverage, status, notes, .. } = self;
        Derived { value, used, of, coverage, status, notes }
    }
}

impl<T: fmt::Display> fmt::Display for Derived<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { value, used, of, coverage, .. } = self;
        write!(f, "{value} ({used} of {of}, coverage {:.1} %)", coverage * 100.0)?;
        if !self.status.is_empty() {
            write!(f, " [{}]", self.status)?;
        }
        for note in self.notes.iter() {
            write!(f, "; {note}")?;
        }
        Ok(())
    }
}

words! {
    /// What to know about a derived number.
    #[non_exhaustive]
    pub enum Note: closed "note" {
        /// Numerator and denominator, or values and weights, are of different vintages.
        MixedVintages = "mixed-vintages",
        /// Other members were used than in the last period before that has a result.
        CompositionChanged = "composition-changed",
        /// Some members have no weight, and could not be used.
        WithoutWeight = "without-weight",
        /// A break lies between the values, and was allowed.
        AcrossBreak = "across-break",
        /// Values of another period stand in for missing ones.
        OtherPeriod = "other-period",
        /// Missing values were estimated.
        Imputed = "imputed",
        /// It lies after the last observation.
        Forecast = "forecast",
    }
}

word_set! {
    /// A set of notes.
    pub struct Notes(u8): Note
}
