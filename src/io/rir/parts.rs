//! Records that come in parts, not as lines of a file.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::fields::{Expected, resource};
use super::record::{Delegations, Family, Owner, Row};
use super::{Header, Registry};
use crate::country::Area;
use crate::metric::Vintage;

/// The parts of a record, in text where that has to be checked.
#[derive(Debug)]
pub(in crate::io) struct Parts<'t> {
    pub(in crate::io) registry: &'t str,
    pub(in crate::io) code: &'t str,
    pub(in crate::io) area: Option<Area>,
    /// `asn`, `ipv4` or `ipv6`.
    pub(in crate::io) kind: &'t str,
    pub(in crate::io) first: &'t str,
    /// How many there are, for IPv6 the length of the prefix.
    pub(in crate::io) size: &'t str,
    pub(in crate::io) date: Option<NaiveDate>,
    pub(in crate::io) status: &'t str,
    /// What follows in the line.
    pub(in crate::io) tail: &'t str,
    pub(in crate::io) line: u64,
}

/// Delegations in the making.
#[derive(Debug)]
pub(in crate::io) struct Collector {
    data: Delegations,
    /// Positions in the list of areas, by code.
    owners: HashMap<Box<str>, Vec<u16>, foldhash::fast::FixedState>,
}

impl Collector {
    pub(in crate::io) fn new(header: Header, vintage: Vintage) -> Self {
        Self { data: Delegations::new(header, vintage), owners: HashMap::default() }
    }

    pub(in crate::io) fn header(&self) -> &Header {
        &self.data.header
    }

    /// Adds a record, unless a part is not what is expected; the name of the part comes first.
    pub(in crate::io) fn push(
        &mut self,
        parts: &Parts<'_>,
    ) -> Result<(), (&'static str, Expected)> {
        let registry: Registry =
            parts.registry.parse().map_err(|_| ("registry", "the name of a registry"))?;
        let family =
            Family::from_word(parts.kind.as_bytes()).ok_or(("type", "`asn`, `ipv4` or `ipv6`"))?;
        let resource = resource(family, parts.first, parts.size.as_bytes())
            .map_err(|expected| ("first", expected))?;
        let status =
            self.data.status(parts.status).ok_or(("status", "a status such as `allocated`"))?;
        let area = self.owner(parts).ok_or(("code", "fewer codes"))?;
        let (tail, tail_length) =
            self.data.tail(parts.tail).ok_or(("opaque_id", "no more than 4 GiB of ids in all"))?;
        let line = u32::try_from(parts.line).unwrap_or(u32::MAX);
        let date = parts.date;
        self.data.rows.push(Row {
            resource,
            date,
            tail,
            tail_length,
            line,
            area,
            registry,
            status,
        });
        Ok(())
    }

    /// The position of a code and an area in their list.
    fn owner(&mut self, parts: &Parts<'_>) -> Option<u16> {
        let areas = &mut self.data.areas;
        let known = self.owners.get(parts.code).into_iter().flatten().copied();
        let is_same =
            |at: &u16| areas.get(usize::from(*at)).is_some_and(|owner| owner.area == parts.area);
        if let Some(at) = known.into_iter().find(is_same) {
            return Some(at);
        }
        let at = u16::try_from(areas.len()).ok()?;
        areas.push(Owner { code: parts.code.into(), area: parts.area.clone() });
        self.owners.entry(parts.code.into()).or_default().push(at);
        Some(at)
    }

    pub(in crate::io) fn finish(mut self) -> Delegations {
        self.data.rows.shrink_to_fit();
        self.data.text.shrink_to_fit();
        self.data
    }
}
