//! The World Bank: its tables, the answers of its service, and its metadata.

mod table;

pub use table::read_csv;

#[cfg(test)]
pub(super) use table::CASES;
