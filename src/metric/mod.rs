//! Indicators and observations.
//!
//! An [`Indicator`] says what is measured, an [`Observation`] gives one value of it, or says why there is none.

mod indicator;
mod observation;
mod registry;

pub use indicator::{Indicator, IndicatorKind};
pub use observation::{Flag, Missing, Observation};
