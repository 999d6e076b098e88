//! Whole-crate tests, one binary.

mod country_table;
mod format;
