//! The tables, generated from `data/country`.

pub(super) mod codes;
mod countries;
mod facts;
mod groups;
mod memberships;
mod names;

pub(super) use countries::ROWS;
pub(super) use facts::{CCTLDS, FACTS};
pub(super) use groups::{COMPOSITES, GROUPS};
pub(super) use memberships::MEMBERSHIPS;
pub(super) use names::{ENTRIES, FORM_SEEDS, KEYS, OTHERS, SOURCE_SETS, WORD_SEEDS, WORDS};
