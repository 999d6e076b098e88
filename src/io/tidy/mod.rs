//! Tables with one fact a row, or in any other layout that a caller declares; and the crate's own interchange.
//!
//! [`read_csv`] reads by a [`Mapping`], which says what stands where: that is how files are read that have no reader here.
//! [`write_csv`] writes all that a [`Panel`](crate::metric::Panel) holds, [`read_own`] reads it back.
//!
//! What such files have in store: months that are counted from zero (PRD-005); `1,234` for a thousand, or one and a bit
//! (VAL-005); several forms of numbers in one file; marks of missing values such as `...` or `-99`, which are missing only
//! where they are declared; titles in front, remarks behind; a byte order mark in the name of the first column.

mod layout;
mod mapping;
mod number;
mod own;
mod status;
mod table;
#[cfg(test)]
mod tests;

pub use mapping::{Column, Mapping, Values};
pub use own::{read_own, write_csv};
pub use table::read_csv;
pub(super) use table::{Extras, Table};

#[cfg(test)]
pub(super) use tests::{CASES, DAYS_CASES, OWN_CASES};
