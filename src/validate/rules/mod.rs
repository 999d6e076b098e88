//! The rules of the catalogue, one file a family.

mod agency;
mod alignment;
mod attestation;
mod base;
mod claim;
mod content;
mod copies;
mod country_code;
mod date;
mod days;
mod event;
mod event_series;
mod every_date;
mod headcount;
mod holders;
mod identity;
mod mandate;
mod name;
mod name_use;
mod observation;
mod person;
mod place;
mod portfolio;
mod quote;
mod reference;
mod script;
mod source;
mod statement;
mod succession;
mod taxonomy;
mod tenure;
mod vote;

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
    quote::FAMILY,
    name::FAMILY,
    person::FAMILY,
    script::FAMILY,
    name_use::FAMILY,
    agency::FAMILY,
    succession::FAMILY,
    portfolio::FAMILY,
    country_code::FAMILY,
    tenure::FAMILY,
    holders::FAMILY,
    mandate::FAMILY,
    event::FAMILY,
    event_series::FAMILY,
    place::FAMILY,
    headcount::FAMILY,
    statement::FAMILY,
    alignment::FAMILY,
    content::FAMILY,
    copies::FAMILY,
    claim::FAMILY,
    base::FAMILY,
    identity::FAMILY,
    taxonomy::FAMILY,
    vote::FAMILY,
    observation::FAMILY,
];

/// The path to a record.
fn path<T: Keyed>(record: &T) -> Path {
    Path::record(T::TABLE, record.id())
}
