//! Codes that producers of data have beside those of ISO 3166.
//!
//! Refused are an area that is in no table, a code that has two owners at a time in one scheme, two codes to write for one
//! area at a time, and a code for something else than a country that is a current country's in ISO 3166-1: it would hide
//! that country.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Write as _};
use std::path::Path;

use super::Result;
use super::countries::{COUNTRIES, PartialDay};
use super::csv::read;
use super::groups::{constant, groups};

/// The words of the schemes and the names of their tables.
const SCHEMES: &[(&str, &str)] = &[
    ("iso", "ISO"),
    ("worldbank", "WORLD_BANK"),
    ("itu", "ITU"),
    ("owid", "OWID"),
    ("eurostat", "EUROSTAT"),
    ("m49", "M49"),
    ("rir", "RIR"),
    ("cctld", "CC_TLD"),
    ("gapminder", "GAPMINDER"),
    ("any", "ANY"),
];

/// The tables of codes, one a scheme.
pub(super) fn generate(root: &Path) -> Result<String> {
    let data = root.join("data/country");
    let areas = Areas::read(root)?;
    let current: Vec<[String; 19]> = read(&data.join("countries.csv"), COUNTRIES)?;
    let of_countries: BTreeSet<&str> =
        current.iter().flat_map(|row| [row[0].as_str(), row[1].as_str()]).collect();

    let mut schemes: BTreeMap<String, Vec<Row>> = BTreeMap::new();
    for [scheme, code, area, from, to, both, note] in
        read(&data.join("codes.csv"), "scheme,code,area,from,to,use,note")?
    {
        let fault = |what: &str| format!("{scheme} code `{code}` ({note}): {what}");
        if !SCHEMES.iter().any(|(word, _)| *word == scheme) {
            return Err(fault("unknown scheme").into());
        }
        if code.is_empty() || code.contains(char::is_whitespace) {
            return Err(fault("a code has no white space and is not empty").into());
        }
        let owner = areas.owner(&area).ok_or_else(|| fault(&format!("unknown area `{area}`")))?;
        if area.contains(':') && of_countries.contains(code.to_ascii_uppercase().as_str()) {
            return Err(fault("a current country has that code in ISO 3166-1").into());
        }
        let writes = match both.as_str() {
            "both" => true,
            "read" => false,
            other => return Err(fault(&format!("unknown use `{other}`")).into()),
        };
        let (from, to) = (PartialDay::read(&from)?, PartialDay::read(&to)?);
        if to != PartialDay::default() && to <= from {
            return Err(fault("ends before it starts").into());
        }
        let new = Row { key: code.to_ascii_lowercase(), code, owner, from, to, writes };
        let codes = schemes.entry(scheme).or_default();
        if let Some(other) = codes.iter().find(|other| other.clashes(&new)) {
            let Row { code, owner, .. } = other;
            return Err(format!("{}: clashes with `{code}`, {owner}", new.code).into());
        }
        codes.push(new);
    }
    for codes in schemes.values_mut() {
        codes.sort_by(|a, b| (&a.key, a.from).cmp(&(&b.key, b.from)));
    }
    Ok(render(&schemes)?)
}

struct Row {
    /// The code in lower case, by which it is found.
    key: String,
    code: String,
    /// As an expression.
    owner: String,
    from: PartialDay,
    to: PartialDay,
    writes: bool,
}

impl Row {
    /// Whether the two would answer differently for one code, or for one area, at one time. One may begin on the day on
    /// which the other ends.
    fn clashes(&self, other: &Self) -> bool {
        let ends = |to: PartialDay| if to == PartialDay::default() { PartialDay::MAX } else { to };
        let together = self.from < ends(other.to) && other.from < ends(self.to);
        together
            && (self.key == other.key || (self.writes && other.writes && self.owner == other.owner))
    }
}

/// What a code may stand for.
struct Areas {
    countries: BTreeSet<String>,
    groups: BTreeSet<String>,
    /// In the order of their table.
    composites: BTreeSet<String>,
}

impl Areas {
    fn read(root: &Path) -> Result<Self> {
        let composites = read(&root.join("data/country/composites.csv"), "members,name")?;
        Ok(Self {
            countries: super::countries::codes(root)?,
            groups: groups(root)?.into_keys().collect(),
            composites: composites.into_iter().map(|[members, _]| members).collect(),
        })
    }

    /// The expression for an area's text form.
    fn owner(&self, area: &str) -> Option<String> {
        if let Some(id) = area.strip_prefix("group:") {
            let known = self.groups.contains(id);
            return known.then(|| format!("Owner::Group(Group::{})", constant(id)));
        }
        if let Some(code) = area.strip_prefix("special:") {
            return (!code.is_empty()).then(|| format!("Owner::Special({code:?})"));
        }
        if self.countries.contains(area) {
            return Some(format!("Owner::Country(Country::{area})"));
        }
        let position = self.composites.iter().position(|members| members == area)?;
        Some(format!("Owner::Composite(Composite::at({position}))"))
    }
}

fn render(schemes: &BTreeMap<String, Vec<Row>>) -> Result<String, fmt::Error> {
    let mut out = String::from(
        "// Generated from data/country by `cargo run --example generate_countries -- --write`. Do not edit.\n\n\
         use crate::country::code::Country;\nuse crate::country::composite::Composite;\n\
         use crate::country::group::Group;\nuse crate::country::scheme::owner::{Owner, Row};\n",
    );
    for (word, name) in SCHEMES {
        let codes = schemes.get(*word).map_or(&[][..], Vec::as_slice);
        writeln!(
            out,
            "\n/// In the order of the codes in lower case.\n\
             pub(in crate::country) static {name}: [Row; {}] = [",
            codes.len()
        )?;
        for Row { code, owner, from, to, writes, .. } in codes {
            writeln!(
                out,
                "    Row {{ code: {code:?}, owner: {owner}, from: {from}, to: {to}, writes: {writes} }},"
            )?;
        }
        out.push_str("];\n");
    }
    Ok(out)
}
