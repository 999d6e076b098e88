//! Gapminder's DDF: a folder of CSV files with concepts, entities and data points.
//!
//! Nothing here opens a folder. A [`Folder`] takes the text of the files with concepts and entities, in any number; with it
//! [`read_datapoints`] knows which columns are dimensions, and whether what stands in them is on the lists (FMT-011).
//!
//! What such folders have in store: codes of countries are in lower case, with others of Gapminder's own among them (`hos`,
//! `akr_a_dhe`); periods are written without separators (`2013q1`, `201301`); values have neither status nor source.

mod datapoints;
mod folder;

pub use datapoints::read_datapoints;
pub use folder::{Concept, Folder};

#[cfg(test)]
pub(super) use datapoints::CASES;
