//! Foreign formats, to and from the types of this crate.
//!
//! Each module has a format. A reader takes anything that is [`Read`](std::io::Read), streams, and returns what it read with
//! an [`Account`] of everything in the file: nothing is dropped in silence. What is wrong with a row or a value is a
//! [`Finding`](crate::finding::Finding) with line, column and text; the rest of the file is read. A caller who wants none of
//! that reads [strictly](Options::strict).
//!
//! [`read`] finds out the format by itself, from the content.
//!
//! Codes of areas are those of the source; a name alone never decides which country a row is about. A code that the
//! scheme of the source does not know is kept as a [`SpecialCode`](crate::country::SpecialCode).

mod account;
#[cfg(test)]
mod cases;
#[cfg(test)]
mod damage;
mod detect;
mod error;
mod import;
mod options;
mod period;
mod record;
mod rows;

pub mod ddf;
pub mod eurostat;
pub mod iana;
pub mod itu;
pub mod jsonl;
pub mod owid;
pub mod rir;
pub mod sdmx;
pub mod tidy;
pub mod un_wpp;
pub mod world_bank;

pub use account::Account;
pub use detect::{Format, detect, read};
pub use error::Error;
pub use options::{Limits, Options};

/// What a reader returns: what it read, and what became of everything in the file.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Reading<T> {
    /// What was read.
    pub data: T,
    /// What became of each entry.
    pub account: Account,
}
