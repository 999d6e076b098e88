//! The `DataHub` of the International Telecommunication Union: one value a row, with its remark and its source in words.
//!
//! What other formats have in columns stands in free text here. That a value is an estimate is said in the column of the
//! source, in several spellings; that the definition differs or that a series breaks is said in the remark. The reader
//! [lifts](Scope) both out as flags and keeps the texts. Codes are nearly those of ISO 3166, remarks have line breaks in
//! them, values are in quotes and may be answers in words. A file does not say when it was downloaded.

mod catalogue;
mod phrase;
mod remark;
mod table;

pub use catalogue::{Catalogue, Entity, SeriesEntry, read_catalogue};
pub use remark::{Ages, Scope};
pub use table::read_csv;

#[cfg(test)]
pub(super) use table::CASES;
