//! Whole-crate tests, one binary.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking, and so do its helpers"
)]

#[cfg(feature = "arrow")]
mod arrow;
mod auto_traits;
#[cfg(feature = "catalogue")]
mod catalogue;
mod conflicts;
mod country_names;
mod country_schemes;
mod country_table;
mod discourse;
#[cfg(feature = "catalogue")]
mod event_measures;
mod every_file;
#[cfg(feature = "catalogue")]
mod features;
mod format;
mod hostile;
mod indicators;
mod institutions;
mod layers;
mod malformed;
mod memberships;
mod merging;
mod quantity_phrases;
#[cfg(feature = "catalogue")]
mod questions;
mod read_ddf;
mod read_eurostat;
mod read_ftm;
mod read_iana;
mod read_itu;
mod read_owid;
mod read_popolo;
mod read_rir;
mod read_sdmx;
mod read_tidy;
mod read_un_wpp;
mod read_world_bank;
mod real_records;
mod records;
mod reliability;
mod revisions;
#[cfg(feature = "catalogue")]
mod roundtable;
mod rule_catalogue;
mod rules;
#[cfg(feature = "schema")]
mod schema;
mod statistics;
mod strategy;
mod tables;
mod text_forms;
mod un_list;
mod un_votes;
