//! Groups and composites.
//!
//! Refused are an id that is no slug or stands twice, an unknown kind, an `as_of` that is no day, a group without a source,
//! and a composite whose members are unknown or out of order.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use netpolity::country::GroupKind;

use super::Result;
use super::csv::read;
use super::dates::{End, packed};

/// What `groups.csv` says of one group, apart from its id and where it comes from.
pub(super) struct Group {
    name: String,
    pub(super) kind: GroupKind,
    /// The day on which the members are known.
    pub(super) as_of: Option<End>,
}

/// The groups by id.
pub(super) fn groups(root: &Path) -> Result<BTreeMap<String, Group>> {
    let mut groups = BTreeMap::new();
    let rows = read(&root.join("data/country/groups.csv"), "id,name,kind,as_of,source,note")?;
    for [id, name, kind, as_of, source, _] in rows {
        let kind: GroupKind = kind.parse().map_err(|e| format!("{id}: {e}"))?;
        let as_of = End::read_any(&as_of)?;
        if as_of.is_some_and(|as_of| !as_of.is_day()) {
            return Err(format!("{id}: `as_of` has to be a day").into());
        }
        let slug = |word: &str| {
            !word.is_empty()
                && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        };
        if !id.split('-').all(slug) || !id.starts_with(|c: char| c.is_ascii_lowercase()) {
            return Err(format!("`{id}`: an id is lower-case words joined by hyphens").into());
        }
        if name.is_empty() {
            return Err(format!("{id}: there is no name").into());
        }
        if !source.starts_with("http") {
            return Err(format!("{id}: there is no source").into());
        }
        if groups.insert(id.clone(), Group { name, kind, as_of }).is_some() {
            return Err(format!("`{id}` stands twice").into());
        }
    }
    Ok(groups)
}

/// The name of a group's constant.
pub(super) fn constant(id: &str) -> String {
    id.to_ascii_uppercase().replace('-', "_")
}

/// The tables of groups and of composites.
pub(super) fn generate(root: &Path) -> Result<String> {
    let groups = groups(root)?;
    let mut out = String::from(
        "// Generated from data/country by `cargo run --example generate_countries -- --write`. Do not edit.\n\n\
         use crate::country::code::Country;\n\
         use crate::country::composite::Row as CompositeRow;\n\
         use crate::country::group::{Group, GroupKind, Row};\n\n\
         /// A constant for every group.\nimpl Group {\n",
    );
    for (position, (id, Group { name, .. })) in groups.iter().enumerate() {
        let constant = constant(id);
        writeln!(out, "    /// {name}.\n    pub const {constant}: Self = Self::at({position});")?;
    }
    writeln!(out, "}}\n\npub(in crate::country) static GROUPS: [Row; {}] = [", groups.len())?;
    for (id, Group { name, kind, as_of }) in &groups {
        let as_of = packed(*as_of);
        writeln!(
            out,
            "    Row {{ id: {id:?}, name: {name:?}, kind: GroupKind::{kind:?}, as_of: {as_of} }},"
        )?;
    }
    out.push_str("];\n\n");
    composites(root, &mut out)?;
    Ok(out)
}

fn composites(root: &Path, out: &mut String) -> Result<()> {
    let countries = super::countries::codes(root)?;
    let mut rows = BTreeMap::new();
    for [text, name] in read(&root.join("data/country/composites.csv"), "members,name")? {
        let members: Vec<_> = text.split('+').map(String::from).collect();
        if let Some(unknown) = members.iter().find(|code| !countries.contains(*code)) {
            return Err(format!("composite {text}: no country `{unknown}`").into());
        }
        let ordered: BTreeSet<_> = members.iter().collect();
        if members.len() < 2 || !members.iter().eq(ordered) {
            return Err(format!("composite {text}: expected members in order").into());
        }
        if name.is_empty() || rows.insert(text.clone(), (name, members)).is_some() {
            return Err(format!("composite {text}: has no name or stands twice").into());
        }
    }
    writeln!(out, "pub(in crate::country) static COMPOSITES: [CompositeRow; {}] = [", rows.len())?;
    for (text, (name, members)) in rows {
        let members: Vec<_> = members.iter().map(|code| format!("Country::{code}")).collect();
        let members = members.join(", ");
        writeln!(
            out,
            "    CompositeRow {{ text: {text:?}, name: {name:?}, members: &[{members}] }},"
        )?;
    }
    out.push_str("];\n");
    Ok(())
}
