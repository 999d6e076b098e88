//! What is measured.

use crate::id::Id;
use crate::name::Name;
use crate::quantity::Unit;
use crate::record::record;
use crate::source::Cite;
use crate::text::words;

record! {
    /// What is measured, and in which unit.
    pub struct Indicator {
        required {
            /// The key by which claims and observations name it.
            id: Id<Indicator>,
            /// The unit of its values.
            unit: Unit,
        }
        optional {
            /// Its names.
            names: Vec<Name>,
            /// What kind of figure it is.
            kind: Option<IndicatorKind>,
            /// The indicator by which it has been divided, such as the population of a share.
            denominator: Option<Id<Indicator>>,
            /// What it counts and what not.
            definition: Option<String>,
            /// Which sources support the record.
            cites: Vec<Cite>,
        }
    }
}

words! {
    /// Kinds of indicators.
    pub enum IndicatorKind: closed "indicator kind" {
        /// How many there are at a moment.
        Stock = "stock",
        /// How many there are within a length of time.
        Flow = "flow",
        /// A part of a whole, from nothing to all of it.
        Share = "share",
        /// So many for so many others; may exceed one for one.
        Rate = "rate",
        /// A score on a scale of its maker's.
        Index = "index",
        /// A place in a ranking, the best being 1.
        Rank = "rank",
        /// A price.
        Price = "price",
    }
}
