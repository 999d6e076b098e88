//! Indicators and observations.
//!
//! An [`Indicator`] says what is measured, an [`Observation`] gives one value of it, or says why there is none.

mod flags;
mod indicator;
mod observation;
mod panel;
mod registry;
mod vintage;

pub use flags::{Flag, Flags, Missing};
pub use indicator::{Indicator, IndicatorKind};
pub use observation::Observation;
pub use panel::{
    AreaId, Cell, Change, Datum, Dimensions, DimensionsId, Duplicate, Label, Number, Panel,
    PanelBuilder, Revision, Series, Slice, TooFar, Variable, VariableId,
};
pub(crate) use panel::{OpenSeries, PanelKey};
pub use vintage::Vintage;
