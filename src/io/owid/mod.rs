//! Our World in Data: the tables and metadata of its charts, and of its older collection of datasets.
//!
//! A table has a row for each entity and year or day, and a column for each variable. Regions have a code that begins with
//! `OWID_`, or none; people rename the columns; titles of columns change from release to release, so that a variable is
//! better known by the short name in the [metadata](Metadata). Years before the common era are negative.

mod metadata;
mod table;
mod write;

pub use metadata::{Chart, Column, Metadata, Origin, read_metadata};
pub use table::{read_csv, read_csv_with};
pub use write::{Written, write_csv};

#[cfg(test)]
pub(super) use table::CASES;
