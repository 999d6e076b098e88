//! The tables, generated from `data/country`.

mod countries;
mod facts;

pub(super) use countries::{REGIONS, ROWS};
pub(super) use facts::{CCTLDS, FACTS};
