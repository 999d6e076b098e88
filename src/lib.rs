//! netpolity
mod record;
mod text;

pub mod actor;
#[cfg(feature = "catalogue")]
pub mod catalogue;
pub mod country;
pub mod dataset;
pub mod event;
pub mod finding;
pub mod id;
pub mod lang;
pub mod metric;
pub mod name;
pub mod quantity;
pub mod source;
pub mod statement;
pub mod stats;
pub mod taxonomy;
pub mod time;
pub mod url;
pub mod validate;

pub use actor::{Agency, Person, Tenure};
pub use country::{Area, Country};
pub use dataset::Dataset;
pub use event::Event;
pub use finding::Report;
pub use metric::{Indicator, Observation};
pub use quantity::{Interval, Quantity};
pub use source::Source;
pub use statement::{Claim, Statement};
pub use text::{OwnWord, UnknownWord};
pub use time::{PartialDate, Period, Span};
