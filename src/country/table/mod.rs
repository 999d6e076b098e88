//! The tables, generated from `data/country`.

mod countries;
mod groups;

pub(super) use countries::ROWS;
pub(super) use groups::{COMPOSITES, GROUPS};
