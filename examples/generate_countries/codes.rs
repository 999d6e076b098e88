//! Codes that producers of data have beside those of ISO 3166.
//!
//! Refused are an area that is in no table, a code that has two owners at a time in one scheme, two codes to write for one
//! area at a time, and a code that the scheme has from ISO 3166 or the root zone already, where nobody would look for
//! another row.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Write as _};
use std::path::Path;

use super::Result;
use super::areas::Areas;
use super::countries::{COUNTRIES, FORMER};
use super::csv::read;
use super::dates::{End, packed};
use super::groups::groups;

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
    let taken = Taken::read(root)?;
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
        let owner =
            areas.expression(&area).ok_or_else(|| fault(&format!("unknown area `{area}`")))?;
        if taken.of(&scheme).any(|codes| codes.contains(&code.to_ascii_uppercase())) {
            return Err(fault("the scheme has that code without a row").into());
        }
        let writes = match both.as_str() {
            "both" => true,
            "read" => false,
            other => return Err(fault(&format!("unknown use `{other}`")).into()),
        };
        let (from, to) = (End::read_any(&from)?, End::read_any(&to)?);
        let new = Row { key: code.to_ascii_lowercase(), code, owner, from, to, writes };
        if new.last() < new.first() {
            return Err(format!("{scheme} code `{}` ends before it starts", new.code).into());
        }
        let codes = schemes.entry(scheme).or_default();
        if let Some(other) = codes.iter().find(|other| other.clashes(&new)) {
            let Row { code, owner, .. } = other;
            return Err(format!("{}: clashes with `{code}`, {owner}", new.code).into());
        }
        codes.push(new);
    }
    for codes in schemes.values_mut() {
        codes.sort_by(|a, b| (&a.key, a.first()).cmp(&(&b.key, b.first())));
    }
    Ok(render(&schemes)?)
}

struct Row {
    /// The code in lower case, by which it is found.
    key: String,
    code: String,
    /// As an expression.
    owner: String,
    from: Option<End>,
    to: Option<End>,
    writes: bool,
}

impl Row {
    /// The first day, as a number that orders like the days.
    fn first(&self) -> u32 {
        self.from.map_or(0, End::first)
    }

    fn last(&self) -> u32 {
        self.to.map_or(u32::MAX, End::last)
    }

    /// Whether the two would answer differently for one code, or for one area, at one time. One may begin on the day on
    /// which the other ends.
    fn clashes(&self, other: &Self) -> bool {
        let together = self.first() < other.last() && other.first() < self.last();
        together
            && (self.key == other.key || (self.writes && other.writes && self.owner == other.owner))
    }
}

/// The codes that schemes have without a row, in upper case.
#[derive(Default)]
struct Taken {
    /// Alpha-2 and alpha-3 codes of current entries.
    current: BTreeSet<String>,
    /// Codes of former entries.
    former: BTreeSet<String>,
    numbers: BTreeSet<String>,
    domains: BTreeSet<String>,
}

impl Taken {
    fn read(root: &Path) -> Result<Self> {
        let data = root.join("data/country");
        let mut taken = Self::default();
        for row in read(&data.join("countries.csv"), COUNTRIES)? {
            let [alpha3, alpha2, numeric, .., cctld, reserved, idn, _]: [String; 19] = row;
            taken.current.extend([alpha3, alpha2]);
            taken.numbers.insert(numeric);
            let labels = [cctld, reserved, idn].join(" ").to_ascii_uppercase();
            taken.domains.extend(labels.split_whitespace().map(String::from));
        }
        for row in read(&data.join("former.csv"), FORMER)? {
            let [alpha4, alpha3, alpha2, numeric, ..]: [String; 9] = row;
            taken.former.extend([alpha4, alpha3, alpha2]);
            taken.numbers.insert(numeric);
        }
        let groups = groups(root)?;
        let regions = groups.keys().filter_map(|id| id.strip_prefix("m49-"));
        taken.numbers.extend(regions.map(String::from));
        Ok(taken)
    }

    fn of(&self, scheme: &str) -> impl Iterator<Item = &BTreeSet<String>> {
        let (first, others) = match scheme {
            "iso" => (&self.current, vec![&self.former, &self.numbers]),
            "m49" => (&self.numbers, Vec::new()),
            "cctld" => (&self.domains, Vec::new()),
            _ => (&self.current, Vec::new()),
        };
        std::iter::once(first).chain(others)
    }
}

fn render(schemes: &BTreeMap<String, Vec<Row>>) -> Result<String, fmt::Error> {
    let mut out = String::from(
        "// Generated from data/country by `cargo run --example generate_countries -- --write`. Do not edit.\n\n\
         use crate::country::scheme::owner::Row;\n\
         use crate::country::{Area, Composite, Country, Group, SpecialCode};\n",
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
                "    Row {{ code: {code:?}, owner: {owner}, from: {}, to: {}, writes: {writes} }},",
                packed(*from),
                packed(*to),
            )?;
        }
        out.push_str("];\n");
    }
    Ok(out)
}
