//! Which countries belong to which groups, and when.
//!
//! Refused are an unknown group or country, a date that is none, a start without a date in a group that has no `as_of`, an end
//! before the start, spans of one country in one group that can overlap, and a group without members.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use super::Result;
use super::countries::{codes, regions};
use super::csv::read;
use super::dates::{End, packed};
use super::groups::{Group, constant, groups};

struct Row {
    group: String,
    country: String,
    from: End,
    /// None where the country is still a member.
    to: Option<End>,
}

/// A group and a country.
type Member = (String, String);

/// The table of memberships.
pub(super) fn generate(root: &Path) -> Result<String> {
    let groups = groups(root)?;
    let (mut rows, undated) = listed(root)?;
    rows.extend(fiscal(root, &groups)?);
    let known = |group: &str| groups.get(group).ok_or(format!("no group `{group}` in groups.csv"));
    for (group, country) in undated.into_iter().chain(regions(root)?) {
        let as_of = known(&group)?.as_of;
        let as_of = as_of.ok_or(format!("{group}, {country}: there is no start and no `as_of`"))?;
        let (from, to) = (as_of.or_before(), Some(as_of.or_after()));
        rows.push(Row { group, country, from, to });
    }
    let countries = codes(root)?;
    for Row { group, country, .. } in &rows {
        known(group)?;
        if !countries.contains(country) {
            return Err(format!("{group}: no country `{country}`").into());
        }
    }
    rows.sort_by(|a, b| {
        let key = |row: &Row| (row.group.clone(), row.country.clone(), row.from.first());
        key(a).cmp(&key(b))
    });
    check(&rows)?;
    let with_members: BTreeSet<_> = rows.iter().map(|row| &row.group).collect();
    if let Some(empty) = groups.keys().find(|group| !with_members.contains(group)) {
        return Err(format!("{empty}: there are no members").into());
    }
    render(&rows)
}

/// Members with a date of their own, and those whose group and country are known, but not since when.
fn listed(root: &Path) -> Result<(Vec<Row>, Vec<Member>)> {
    let (mut dated, mut undated) = (Vec::new(), Vec::new());
    let path = root.join("data/country/memberships.csv");
    for [group, country, from, to, ..] in read::<6>(&path, "group,country,from,to,source,note")? {
        if from.is_empty() && to.is_empty() {
            undated.push((group, country));
            continue;
        }
        let fault = |e| format!("{group}, {country}: {e}");
        let (from, to) = (End::read(&from).map_err(fault)?, End::read_any(&to).map_err(fault)?);
        dated.push(Row { group, country, from, to });
    }
    Ok((dated, undated))
}

/// Regions and income groups of the World Bank. Nothing is known before the first and after the last fiscal year that
/// the table has of either.
fn fiscal(root: &Path, groups: &BTreeMap<String, Group>) -> Result<Vec<Row>> {
    let path = root.join("data/country/worldbank.csv");
    let mut stretches = Vec::new();
    for [country, group, from, to] in read(&path, "country,group,from,to")? {
        let kind = groups.get(&group).ok_or(format!("no group `{group}` in groups.csv"))?.kind;
        let years: (u32, u32) = (from.parse()?, to.parse()?);
        stretches.push((country, group, kind, years));
    }
    let mut rows = Vec::new();
    for (country, group, kind, (first, last)) in &stretches {
        let same_kind = || stretches.iter().filter(|(_, _, other, _)| other == kind);
        let (from, to) = (End::day(first - 1, 7, 1), End::day(*last, 6, 30));
        let from_edge = same_kind().all(|(.., (other, _))| first <= other);
        let to_edge = same_kind().all(|(.., (_, other))| last >= other);
        rows.push(Row {
            group: group.clone(),
            country: country.clone(),
            from: if from_edge { from.or_before() } else { from },
            to: Some(if to_edge { to.or_after() } else { to }),
        });
    }
    Ok(rows)
}

fn check(rows: &[Row]) -> Result<()> {
    let last = |row: &Row| row.to.map_or(u32::MAX, End::last);
    for row in rows {
        if last(row) < row.from.first() {
            return Err(format!("{}, {}: ends before it starts", row.group, row.country).into());
        }
    }
    for pair in rows.windows(2) {
        let [row, next] = pair else { continue };
        let same = row.group == next.group && row.country == next.country;
        if same && next.from.first() <= last(row) {
            return Err(format!("{}, {}: spans overlap", row.group, row.country).into());
        }
    }
    Ok(())
}

fn render(rows: &[Row]) -> Result<String> {
    let mut out = String::from(
        "// Generated from data/country by `cargo run --example generate_countries -- --write`. Do not edit.\n\n\
         use crate::country::code::Country;\n\
         use crate::country::group::Group;\n\
         use crate::country::membership::Row;\n\n",
    );
    writeln!(out, "pub(in crate::country) static MEMBERSHIPS: [Row; {}] = [", rows.len())?;
    for Row { group, country, from, to } in rows {
        let group = constant(group);
        let (from, to) = (from.packed(), packed(*to));
        writeln!(out, "    Row(Group::{group}, Country::{country}, {from}, {to}),")?;
    }
    out.push_str("];\n");
    Ok(out)
}
