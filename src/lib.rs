//! netpolity
mod record;
mod text;

pub mod actor;
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
pub mod taxonomy;
pub mod time;
pub mod url;
pub mod validate;

pub use text::{OwnWord, UnknownWord};
