//! Whole-crate tests, one binary.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test fails by panicking, and so do its helpers"
)]

mod country_table;
mod format;
#[cfg(feature = "catalogue")]
mod roundtable;
mod rule_catalogue;
