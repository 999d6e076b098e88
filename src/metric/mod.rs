//! Indicators and observations.
//!
//! An [`Indicator`] says what is measured, an [`Observation`] gives one value of it, or says why there is none. The
//! indicators of the field are built in: [`Indicator::built_in`] by id, [`Indicator::by_code`] by the codes that makers
//! of data have for them.

mod flags;
mod indicator;
mod indicator_code;
mod observation;
mod panel;
mod registry;
mod vintage;

pub use flags::{Flag, Flags, Missing};
pub use indicator::{Aggregation, Definition, Indicator, IndicatorKind, Polarity};
pub use indicator_code::{IndicatorCode, IndicatorCodeError, IndicatorScheme};
pub use observation::Observation;
pub use panel::{
    AreaId, Cell, Change, Datum, Dimensions, DimensionsId, Duplicate, Label, Number, Panel,
    PanelBuilder, Revision, Series, Slice, TooFar, Variable, VariableId,
};
pub(crate) use panel::{OpenSeries, PanelKey};
pub use vintage::Vintage;
