//! The World Bank: its tables, the answers of its service, and its metadata.
//!
//! | file | reader |
//! |---|---|
//! | `API_….csv`, `WDIData.csv` or `WDICSV.csv`, exports of `DataBank` | [`read_csv`] |
//! | answers of the service, version 2, in JSON | [`read_json`], [`read_gap_filled_json`] |
//! | `Metadata_Country_….csv`, `WDICountry.csv` | [`read_countries`] |
//! | `Metadata_Indicator_….csv`, `WDISeries.csv` | [`read_indicators`] |
//! | `WDICountry-Series.csv`, `WDISeries-Time.csv`, `WDIFootNote.csv` | [`read_notes`] |
//!
//! Names of files have changed their case between releases; it is the header that decides.
//!
//! # What to know of the source
//!
//! - A country and an aggregate look alike. In a panel an aggregate is a group, a composite or a special code, never a
//!   country. In metadata it is what has no region.
//! - Aggregates have no three-letter code in answers of the service, and two characters instead: `1W` is `WLD` of the tables.
//! - `NA` is Namibia in the service's codes of two letters. No text in a column of codes is a missing value.
//! - `INX`, "Not classified", is an area of the tables without being a place; metadata don't list it.
//! - How many digits a value has depends on the day of download: fifteen in 2018, six in 2026. Compare vintages with
//!   a tolerance.
//! - The file of one indicator begins with a preamble that people delete. Then nothing in it tells the vintage: give it in
//!   [`Options::vintage`](super::Options::vintage).
//! - An answer of the service has 50 observations on a page unless asked for more. Pass all pages.
//! - Asked with `gapfill=Y`, the service repeats old values under newer years without a mark.
//! - An indicator may be in several of its databases with different values. The answers say which they are of
//!   ([`Vintage::dataset`](crate::metric::Vintage::dataset)).

mod header;
mod json;
mod metadata;
mod table;
mod variable;

pub use json::{read_gap_filled_json, read_json};
pub use metadata::{
    CountryMetadata, IndicatorMetadata, Note, read_countries, read_indicators, read_notes,
};
pub use table::read_csv;

#[cfg(test)]
pub(super) use {json::CASES as JSON_CASES, table::CASES};
