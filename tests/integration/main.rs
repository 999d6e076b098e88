//! Tests of the whole crate, in one binary.

mod country_table;
