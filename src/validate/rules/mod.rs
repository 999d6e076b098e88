//! The rules of the catalogue, one file a family.

mod claim;
mod days;
mod event;
mod event_series;
mod holders;
mod observation;
mod reference;
mod statement;
mod tenure;

#[cfg(test)]
mod cases;

use super::Limits;
use crate::dataset::{Dataset, Keyed};
use crate::finding::{Path, Rule, Sink};

/// Rules that are checked together.
pub(super) struct Family {
    pub(super) rules: &'static [Rule],
    pub(super) check: fn(&Dataset, &Limits, &mut Sink),
}

/// Every family, in the order of the catalogue.
pub(super) const FAMILIES: &[Family] = &[
    reference::FAMILY,
    tenure::FAMILY,
    holders::FAMILY,
    event::FAMILY,
    event_series::FAMILY,
    statement::FAMILY,
    claim::FAMILY,
    observation::FAMILY,
];

/// The path to a record.
fn path<T: Keyed>(record: &T) -> Path {
    Path::record(T::TABLE, record.id())
}
