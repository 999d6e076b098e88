//! The tables, generated from `data/country`.

mod countries;
mod groups;
mod names;

pub(super) use countries::ROWS;
pub(super) use groups::{COMPOSITES, GROUPS};
pub(super) use names::{BUCKETS, ENTRIES, KEYS, OTHERS, SOURCE_SETS};
