//! The rules of the catalogue, one file a family.

mod agency;
mod attestation;
mod claim;
mod date;
mod days;
mod event;
mod event_series;
mod every_date;
mod holders;
mod name;
mod observation;
mod reference;
mod source;
mod statement;
mod tenure;

#[cfg(test)]
pub(super) mod cases;

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
    date::FAMILY,
    source::FAMILY,
    attestation::FAMILY,
    name::FAMILY,
    agency::FAMILY,
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
