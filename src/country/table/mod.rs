//! The tables, generated from `data/country`.

mod countries;

pub(super) use countries::{REGIONS, ROWS};
