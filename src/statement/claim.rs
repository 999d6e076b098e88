//! Figures inside statements.

use super::Subject;
use crate::id::Id;
use crate::metric::Indicator;
use crate::quantity::Quantity;
use crate::record::record;
use crate::source::Source;
use crate::text::words;
use crate::time::Period;

record! {
    /// A figure that a statement gives: which indicator, of what, how much, as of when.
    ///
    /// "China now has almost 600 million Internet users" has no period and cites no document; both gaps are kept,
    /// and reported as findings.
    ///
    /// ```
    /// use netpolity::Claim;
    /// use netpolity::quantity::Hedge;
    ///
    /// let claim: Claim = serde_json::from_str(
    ///     r#"{ "indicator": "websites", "subject": "CHN/mainland", "quantity": "nearly 3 million" }"#,
    /// )?;
    /// assert_eq!(claim.quantity.unwrap().hedge(), Hedge::Almost);
    /// assert_eq!(claim.period, None);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub struct Claim {
        required {
            /// What is measured.
            indicator: Id<Indicator>,
            /// Of what it is measured.
            subject: Subject,
        }
        optional {
            /// What kind of figure it is.
            measure: Measure,
            /// The figure with its hedge. None where only a direction is claimed.
            quantity: Option<Quantity>,
            /// That it rises, falls or stays, with or without a figure.
            direction: Option<Direction>,
            /// The period to which the figure refers. None where the source does not say.
            period: Option<Period>,
            /// The document that the statement names for the figure.
            cited: Option<Id<Source>>,
            /// The words with which the source prints the figure.
            printed: Option<String>,
        }
    }
}

words! {
    /// Kinds of figures.
    #[derive(Default)]
    pub enum Measure: closed "measure" {
        /// So much.
        #[default]
        Level = "level",
        /// So much of a whole.
        Share = "share",
        /// By so much more or less, in the unit of the indicator or in percent of what it was.
        Change = "change",
        /// By so many percentage points.
        Points = "points",
        /// The place in a ranking.
        Rank = "rank",
        /// So much of one for one of another.
        Ratio = "ratio",
        /// So many times.
        Multiple = "multiple",
    }
}

words! {
    /// Directions of change.
    pub enum Direction: closed "direction" {
        /// Grows.
        Rising = "rising",
        /// Shrinks.
        Falling = "falling",
        /// Stays.
        Steady = "steady",
    }
}
