//! netpolity
pub mod country;
pub mod id;
pub mod quantity;
pub mod stats;
mod text;
pub mod time;

pub use text::{OwnWord, UnknownWord};
