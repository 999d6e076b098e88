//! The tables, generated from `data/country`.

mod countries;
mod groups;
mod memberships;

pub(super) use countries::ROWS;
pub(super) use groups::{COMPOSITES, GROUPS};
pub(super) use memberships::MEMBERSHIPS;
