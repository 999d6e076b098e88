//! Whole-crate tests, one binary.

mod country_table;
mod format;
#[cfg(feature = "catalogue")]
mod roundtable;
