//! Indicators and observations.
//!
//! An [`Indicator`] says what is measured, an [`Observation`] gives one value of it, or says why there is none.

mod indicator;
mod indicator_code;
mod observation;
mod registry;

pub use indicator::{Aggregation, Definition, Indicator, IndicatorKind, Polarity};
pub use indicator_code::{IndicatorCode, IndicatorCodeError, IndicatorScheme};
pub use observation::{Flag, Missing, Observation};
