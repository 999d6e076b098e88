//! Foreign formats, to and from the types of this crate.
//!
//! Each module has a format. A reader takes anything that is [`Read`](std::io::Read), streams, and returns what it read with
//! an [`Account`] of everything in the file: nothing is dropped in silence. What is wrong with a row or a value is a
//! [`Finding`](crate::finding::Finding) with line, column and text; the rest of the file is read. A caller who wants none of
//! that reads [strictly](Options::strict).
//!
//! [`read`] finds out the format by itself, from the content. Files of people, bodies and offices are read into a
//! [`Dataset`](crate::Dataset) by readers of their own, which hold them in memory; [`foreign_id`] tells how ids of other collections
//! become ids here and back. Their writers tell what could not be [`Written`].
//!
//! Codes of areas are those of the source; a name alone never decides which country a row is about. A code that the
//! scheme of the source does not know is kept as a [`SpecialCode`](crate::country::SpecialCode).
//!
//! | source | format | reads | writes |
//! |---|---|---|---|
//! | World Bank | table of an indicator, bulk download, `DataBank` | [`world_bank::read_csv`] | |
//! | | answers of its service, version 2 | [`world_bank::read_json`] | |
//! | | metadata of countries, indicators and values | [`world_bank::read_countries`], [`read_indicators`](world_bank::read_indicators), [`read_notes`](world_bank::read_notes) | |
//! | ITU | `DataHub` table | [`itu::read_csv`], [`itu::read_catalogue`] | |
//! | Our World in Data | table of a chart, and its metadata | [`owid::read_csv`], [`owid::read_metadata`] | [`owid::write_csv`] |
//! | Eurostat | TSV | [`eurostat::read_tsv`] | |
//! | SDMX providers | SDMX-CSV 1.0 and 2, SDMX-JSON 2 | [`sdmx::read_csv`], [`sdmx::read_json`] | [`sdmx::write_csv`] |
//! | United Nations | World Population Prospects | [`un_wpp::read_csv`] | |
//! | Gapminder | folder of `DDFcsv` | [`ddf::Folder`], [`ddf::read_datapoints`] | |
//! | Internet registries | delegation files, basic and extended | [`rir::read`] | |
//! | IANA | list of top-level domains, root database | [`iana::read_tlds`], [`iana::read_root_database`] | |
//! | anybody | any table, by a declared mapping | [`tidy::read_csv`] | |
//! | collections of people in office | Popolo | [`popolo::read`] | [`popolo::write`](popolo::write()) |
//! | `OpenSanctions`, Aleph | entities and statements of `FollowTheMoney` | [`follow_the_money::read`], [`read_statements`](follow_the_money::read_statements) | [`follow_the_money::write`](follow_the_money::write()) |
//! | this crate | tidy table, JSON Lines: all that a [`Panel`](crate::metric::Panel) holds | [`tidy::read_own`], [`jsonl::read`] | [`tidy::write_csv`], [`jsonl::write`](jsonl::write()) |
//! | | tables of Arrow, files of Parquet: panels (feature `arrow`) | `arrow::read`, `arrow::read_parquet` | `arrow::batches`, `arrow::write_parquet` |
//! | | records of a [`Dataset`](crate::Dataset), a table each, for spreadsheets | [`tables::read`], [`tables::read_folder`] | [`tables::write`](tables::write()), [`tables::write_folder`] |

mod account;
#[cfg(test)]
mod cases;
#[cfg(test)]
mod damage;
mod detect;
mod error;
mod import;
mod intake;
mod json;
mod losses;
mod options;
mod period;
mod record;
mod rows;
mod written;

#[cfg(feature = "arrow")]
pub mod arrow;
pub mod ddf;
pub mod eurostat;
pub mod follow_the_money;
pub mod foreign_id;
pub mod iana;
pub mod itu;
pub mod jsonl;
pub mod owid;
pub mod popolo;
pub mod rir;
pub mod sdmx;
pub mod tables;
pub mod tidy;
pub mod un_wpp;
pub mod world_bank;

pub use account::Account;
pub use detect::{Format, detect, read};
pub use error::Error;
pub use options::{Limits, Options};
pub use written::Written;

/// What a reader returns: what it read, and what became of everything in the file.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Reading<T> {
    /// What was read.
    pub data: T,
    /// What became of each entry.
    pub account: Account,
}
