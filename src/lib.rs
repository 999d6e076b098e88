//! netpolity
pub mod country;
pub mod id;
pub mod quantity;
mod text;
pub mod time;

pub use text::{OwnWord, UnknownWord};
