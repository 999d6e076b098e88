//! Countries and former countries.
//!
//! Refused is what would make a look-up by code answer wrongly: a code that is malformed or stands twice, a region or
//! a successor that is in no table.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Write as _};
use std::path::Path;

use super::Result;
use super::csv::read;
use super::dates::{End, packed};
use super::groups::{constant, groups};

/// The table of countries and former countries.
pub(super) fn generate(root: &Path) -> Result<String> {
    let entries = entries(root)?;
    let groups = groups(root)?;
    for entry in entries.values() {
        if let Some(id) = entry.regions.iter().flatten().find(|id| !groups.contains_key(*id)) {
            return Err(format!("{}: no group `{id}` in groups.csv", entry.code).into());
        }
    }
    Ok(render(&entries)?)
}

/// The text forms of all countries, which are their order.
pub(super) fn codes(root: &Path) -> Result<BTreeSet<String>> {
    Ok(entries(root)?.into_keys().collect())
}

/// Which current countries lie in which region of M49, and all of them in the world: group and country.
pub(super) fn regions(root: &Path) -> Result<Vec<(String, String)>> {
    let entries = entries(root)?.into_values().filter(|entry| !entry.is_former());
    let regions = entries.flat_map(|Entry { code, regions, .. }| {
        let world = Some("m49-001".to_owned());
        regions.into_iter().chain([world]).flatten().map(move |group| (group, code.clone()))
    });
    Ok(regions.collect())
}

/// The entries by text form.
fn entries(root: &Path) -> Result<BTreeMap<String, Entry>> {
    let data = root.join("data/country");
    let mut entries = BTreeMap::new();
    for row in read(&data.join("countries.csv"), COUNTRIES)? {
        Entry::current(row)?.add(&mut entries)?;
    }
    for row in read(&data.join("former.csv"), FORMER)? {
        Entry::former(row, &entries)?.add(&mut entries)?;
    }
    check(&entries)?;
    Ok(entries)
}

pub(super) const COUNTRIES: &str = "alpha3,alpha2,numeric,short_name,common_name,official_name,region,subregion,\
     intermediate_region,code_status,valid_from,status,sovereign,un_since,capital,cctld,\
     cctld_reserved,idn_cctld,note";
pub(super) const FORMER: &str =
    "alpha4,alpha3,alpha2,numeric,name,valid_from,valid_to,state_ended,successors";

/// One row of the generated table.
struct Entry {
    code: String,
    alpha3: String,
    alpha2: String,
    alpha4: String,
    numeric: Option<u16>,
    short_name: String,
    official_name: String,
    /// The ids of M49 region, sub-region and intermediate region.
    regions: [Option<String>; 3],
    user_assigned: bool,
    valid_from: End,
    valid_to: Option<End>,
    state_ended: Option<End>,
    successors: Vec<String>,
}

impl Entry {
    fn current(row: [String; 19]) -> Result<Self> {
        // The facts that follow are another table's.
        let [alpha3, alpha2, numeric, name, _, official, region, subregion, part, rest @ ..] = row;
        let [code_status, from, ..] = rest;
        let group = |code: &str| (!code.is_empty()).then(|| format!("m49-{code}"));
        let user_assigned = match code_status.as_str() {
            "official" => false,
            "user-assigned" => true,
            other => return Err(format!("{alpha3}: unknown code status `{other}`").into()),
        };
        Ok(Self {
            code: alpha3.clone(),
            regions: [group(&region), group(&subregion), group(&part)],
            user_assigned,
            alpha3,
            alpha2,
            alpha4: String::new(),
            numeric: number(&numeric)?,
            short_name: name,
            official_name: official,
            valid_from: End::read(&from)?,
            valid_to: None,
            state_ended: None,
            successors: Vec::new(),
        })
    }

    /// A former country is written by its alpha-3 code, unless a current one has that code now.
    fn former(row: [String; 9], entries: &BTreeMap<String, Self>) -> Result<Self> {
        let [alpha4, alpha3, alpha2, numeric, name, from, to, ended, successors] = row;
        let taken = entries.contains_key(&alpha3);
        Ok(Self {
            code: if taken { alpha4.clone() } else { alpha3.clone() },
            alpha3,
            alpha2,
            alpha4,
            numeric: number(&numeric)?,
            short_name: name,
            official_name: String::new(),
            regions: [const { None }; 3],
            user_assigned: false,
            valid_from: End::read(&from)?,
            valid_to: Some(End::read(&to)?),
            state_ended: End::read_any(&ended)?,
            successors: successors.split(' ').map(String::from).collect(),
        })
    }

    fn add(self, entries: &mut BTreeMap<String, Self>) -> Result<()> {
        match entries.insert(self.code.clone(), self) {
            Some(Self { code, .. }) => Err(format!("`{code}` stands twice").into()),
            None => Ok(()),
        }
    }

    /// As a number that orders like the days.
    fn last_day(&self) -> u32 {
        self.valid_to.map_or(u32::MAX, End::last)
    }

    fn is_former(&self) -> bool {
        !self.alpha4.is_empty()
    }
}

/// Refuses what would make a look-up by code answer wrongly.
fn check(entries: &BTreeMap<String, Entry>) -> Result<()> {
    let mut seen = BTreeSet::new();
    for entry in entries.values() {
        let Entry { code, alpha2, alpha3, alpha4, .. } = entry;
        let letters = |text: &String, length| {
            text.len() == length && text.bytes().all(|byte| byte.is_ascii_uppercase())
        };
        // Later owners reuse the codes of former countries, except their alpha-4 codes.
        let unique = if entry.is_former() {
            vec![alpha4.clone()]
        } else {
            [Some(alpha2.clone()), entry.numeric.map(|n| n.to_string())]
                .into_iter()
                .flatten()
                .collect()
        };
        let fault = if !letters(alpha2, 2) || !letters(alpha3, 3) {
            "an alpha-2 or alpha-3 code is malformed".to_owned()
        } else if entry.is_former() && !letters(alpha4, 4) {
            "the alpha-4 code is malformed".to_owned()
        } else if let Some(twice) = unique.into_iter().find(|text| !seen.insert(text.clone())) {
            format!("`{twice}` stands twice")
        } else if entry.short_name.is_empty() {
            "there is no name".to_owned()
        } else if let Some(unknown) = entry.successors.iter().find(|s| !entries.contains_key(*s)) {
            format!("successor `{unknown}` is in no table")
        } else if let Some(earlier) =
            entry.successors.iter().find(|s| entries[*s].last_day() <= entry.last_day())
        {
            format!("successor `{earlier}` ended no later")
        } else if entry.last_day() < entry.valid_from.first() {
            "the code ends before it starts".to_owned()
        } else {
            continue;
        };
        return Err(format!("{code}: {fault}").into());
    }
    Ok(())
}

fn render(entries: &BTreeMap<String, Entry>) -> Result<String, fmt::Error> {
    let mut out = String::from(
        "// Generated from data/country by `cargo run --example generate_countries -- --write`. Do not edit.\n\n\
         use crate::country::code::{Country, Row};\n\
         use crate::country::group::Group;\n\n\
         /// A constant for every entry.\nimpl Country {\n",
    );
    for (position, Entry { code, short_name, .. }) in entries.values().enumerate() {
        let former = if entries[code].is_former() { ", former" } else { "" };
        writeln!(
            out,
            "    /// {short_name}{former}.\n    pub const {code}: Self = Self::at({position});"
        )?;
    }
    writeln!(out, "}}\n\npub(in crate::country) static ROWS: [Row; {}] = [", entries.len())?;
    for entry in entries.values() {
        let text = |text: &String| (!text.is_empty()).then(|| text.clone());
        let successors: Vec<_> =
            entry.successors.iter().map(|code| format!("Country::{code}")).collect();
        let regions = entry.regions.each_ref().map(|region| match region {
            Some(id) => format!("Some(Group::{})", constant(id)),
            None => "None".to_owned(),
        });
        writeln!(
            out,
            "    Row {{ code: {:?}, alpha3: {:?}, alpha2: {:?}, alpha4: {:?}, numeric: {}, short_name: {:?}, \
             official_name: {:?}, regions: [{}], user_assigned: {}, valid_from: {}, valid_to: {}, state_ended: {}, \
             successors: &[{}] }},",
            entry.code,
            entry.alpha3,
            entry.alpha2,
            text(&entry.alpha4),
            entry.numeric.unwrap_or(0),
            entry.short_name,
            text(&entry.official_name),
            regions.join(", "),
            entry.user_assigned,
            entry.valid_from.packed(),
            packed(entry.valid_to),
            packed(entry.state_ended),
            successors.join(", "),
        )?;
    }
    out.push_str("];\n");
    Ok(out)
}

/// A numeric code as printed: three digits, or nothing where there is none.
fn number(text: &str) -> Result<Option<u16>> {
    match text.len() {
        0 => Ok(None),
        3 => Ok(Some(text.parse()?)),
        _ => Err(format!("`{text}` is no three-digit code").into()),
    }
}
