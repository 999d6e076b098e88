mod json;
mod table;
mod variable;

pub use json::{read_gap_filled_json, read_json};
pub use table::read_csv;

#[cfg(test)]
pub(super) use table::CASES;
