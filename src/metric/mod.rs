//! Indicators and observations.
//!
//! An [`Indicator`] says what is measured, an [`Observation`] gives one value of it, or says why there is none.
//!
//! The indicators of the field are built in, so that a dataset need not list them. [`Indicator::built_in`] finds them by
//! id, [`Indicator::by_code`] by the codes that makers of data have for them, and [`Indicator::all_built_in`] lists them:
//!
//! | theme | what is in it | such as |
//! |---|---|---|
//! | usage | who uses the Internet, and for what | `internet-users`, `internet-users-share` |
//! | access | subscriptions, coverage, households, bandwidth | `fixed-broadband-subscriptions-per-100`, `mobile-coverage-lte-share` |
//! | prices | baskets of broadband, and a gigabyte | `mobile-broadband-basket-gni`, `mobile-data-1gb-usd` |
//! | skills | who can do what with a computer | `ict-skills-advanced-share` |
//! | resources | addresses, autonomous systems, domain names, servers, exchange points | `ipv4-addresses-held`, `secure-servers-per-million` |
//! | governance | freedom, security, e-government, regulation | `freedom-on-the-net-score`, `price-control-mobile-voice` |
//! | economy | output, income, trade, enterprises | `gni-per-capita`, `ict-goods-exports-share` |
//! | society | the people by whom all that is divided | `population`, `households` |
//!
//! ```
//! use netpolity::Indicator;
//! use netpolity::metric::{Aggregation, IndicatorScheme};
//!
//! // How does the World Bank's series of secure servers become the figure of a region?
//! let servers = Indicator::by_code(IndicatorScheme::WorldBank, "IT.NET.SECR.P6").unwrap();
//! assert_eq!(servers.id, "secure-servers-per-million");
//! assert_eq!(servers.aggregation, Some(Aggregation::WeightedMean));
//! assert_eq!(servers.weight.as_ref().unwrap(), "population");
//! ```

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
