//! Eurostat: tables of its bulk download in tab-separated values.
//!
//! The first cell of the header names the dimensions, with commas between, then a backslash and the dimension across: time.
//! Cells hold a number, or `:` for a missing value, then flags, as a set of letters, and a space. Greece is `EL` and the
//! United Kingdom `UK`. Periods may have gaps and descend. A file does not say of which dataset it is.

mod cell;
mod tsv;

pub use tsv::read_tsv;

#[cfg(test)]
pub(super) use tsv::CASES;
