//! Data messages of SDMX, the standard of central banks, Eurostat, the OECD and the United Nations for statistics.
//!
//! [`read_csv`] reads SDMX-CSV 1.0, 2.0 and 2.1, [`read_json`] SDMX-JSON 2.0 and 2.1; [`write_csv`] writes SDMX-CSV 2.0.
//! What to know about the formats:
//!
//! - The separator of SDMX-CSV follows the name of the first column, and so does that within fields: `STRUCTURE[;]`.
//! - A CSV message does not say which columns are dimensions and which are attributes. [`Components`] does.
//! - An empty value was not sent, `NaN` and `#N/A` say that there is none, and a status such as `L` says why. These are
//!   different kinds of [`Missing`](crate::metric::Missing).
//! - Rows and parts of a message may ask to delete what was sent before. They are counted and not followed.
//! - Values of attributes are kept in the [note](crate::metric::Cell::note) of each cell, as `ID=value; ID="other; value"`.
//! - `FREQ` says what the period says as well, and is a dimension only where the two differ.
//! - SDMX-JSON names everything by position, may leave out attributes at the end, and has defaults for those left out.
//! - SDMX-JSON 1.0 looks much the same and is another format.

mod components;
mod csv;
mod given;
mod header;
mod json;
mod message;
mod note;
mod observation;
mod set;
mod status;
mod write;

pub use components::Components;
pub use csv::read_csv;
pub use json::read_json;
pub use write::{WriteError, Written, write_csv};

#[cfg(test)]
mod tests;

#[cfg(test)]
pub(super) use csv::CASES;
#[cfg(test)]
pub(super) use json::CASES as JSON_CASES;
