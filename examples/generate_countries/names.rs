//! The index of names.
//!
//! Refused is what would make a name mean two things without a decision: a spelling that two countries have, one that
//! a country shares with an aggregate, a name without words.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use super::Result;
use super::csv::columns;

#[path = "../../src/country/names/key.rs"]
#[allow(dead_code)] // the library uses more of it
mod key;

/// Where spellings come from, in the order of `NameSource`.
const SOURCES: [&str; 16] = [
    "cldr",
    "countries-list",
    "countrynames",
    "editors",
    "gapminder",
    "geonames",
    "hdx",
    "i18n-iso-countries",
    "iso",
    "iso-4217",
    "m49",
    "owid",
    "rigour",
    "un-wpp",
    "unterm",
    "worldbank",
];

/// Kinds of names, in the order of `NameRole`; where several rows spell a name, the first of them stands.
const KINDS: [&str; 10] = [
    "short",
    "common",
    "official",
    "native",
    "abbreviation",
    "former",
    "dataset",
    "misspelling",
    "spelling",
    "label",
];

/// One spelling.
#[derive(Clone, Debug)]
struct Name {
    normal: String,
    meaning: Meaning,
    kind: usize,
    sources: u32,
    rank: Rank,
    /// Other names have the same words: this one is found by its very form only.
    exact_only: bool,
    /// It is a row of `names.csv` that is no decision.
    edited: bool,
    /// [`JOINED`] or [`LOST`].
    derived: u8,
    /// For messages.
    row: String,
}

/// How expressly a row says what a name means. A decision goes before all others of the same words; a name and a label
/// both stay where their forms differ, and the label is found by its own form only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Spelling,
    Label,
    Name,
    Decision,
}

/// Bits beside the kind of an entry, as in `src/country/names/index.rs`.
const EXACT_ONLY: u8 = 0x20;
const JOINED: u8 = 0x40;
const LOST: u8 = 0x80;

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Meaning {
    Country(String),
    /// What a row of the table of other meanings says, in Rust.
    Other(String),
}

/// The index of names.
pub(super) fn generate(root: &Path) -> Result<String> {
    let data = root.join("data/country");
    let tables = Tables::read(&data)?;
    let mut names = Vec::new();
    let mut names_in_english = Vec::new();
    for [code, short, common, official] in columns(
        &data.join("countries.csv"),
        ["alpha3", "short_name", "common_name", "official_name"],
    )? {
        for (name, kind, source) in [
            (short, "short", "m49 iso"),
            (common, "common", "cldr"),
            (official, "official", "unterm"),
        ] {
            if !name.is_empty() {
                let base = tables.name(&name, &code, kind, source)?;
                names.push(base.clone());
                names_in_english.push((name, base));
            }
        }
    }
    let numbers = columns(&data.join("countries.csv"), ["alpha3", "numeric"])?;
    let number_of = |code: &str| numbers.iter().find(|[alpha3, _]| alpha3 == code).map(|[_, n]| n);
    for [alpha4, alpha3, numeric, name, successors] in
        columns(&data.join("former.csv"), ["alpha4", "alpha3", "numeric", "name", "successors"])?
    {
        let code = if tables.countries.contains_key(&alpha4) { alpha4 } else { alpha3 };
        // A country that keeps its number has only been renamed: the name leads to what it is now.
        names.push(if number_of(&successors) == Some(&numeric) {
            tables.name(&name, &successors, "former", "iso")?
        } else {
            tables.name(&name, &code, "short", "iso")?
        });
    }
    for [name, area, kind, sources] in
        columns(&data.join("names.csv"), ["name", "area", "kind", "sources"])?
    {
        let name = tables.name(&name, &area, &kind, &sources)?;
        names.push(Name { edited: name.rank != Rank::Decision, ..name });
    }
    for [name, group, sources] in
        columns(&data.join("aggregates.csv"), ["name", "group", "sources"])?
    {
        names.push(tables.name(&name, &group, "aggregate", &sources)?);
    }
    for [id, name] in columns(&data.join("groups.csv"), ["id", "name"])? {
        let group = format!("group:{id}");
        names.push(tables.name(&name, &group, "aggregate", "editors")?);
        // Short ids could be taken for codes.
        if id.len() > 2 && !id.contains('-') {
            names.push(tables.name(&id, &group, "aggregate", "editors")?);
        }
    }
    for [name, alpha3, sources] in
        columns(&data.join("spellings.csv"), ["name", "alpha3", "sources"])?
    {
        names.push(tables.name(&name, &alpha3, "spelling", &sources)?);
    }
    names.extend(names_in_english.iter().flat_map(|(text, name)| derived(text, name)));
    Ok(render(&merge(names)?, &tables)?)
}

/// What the meanings of names refer to.
struct Tables {
    /// Rows of the table of countries by text form.
    countries: BTreeMap<String, usize>,
    groups: Vec<String>,
    composites: Vec<String>,
}

impl Tables {
    fn read(data: &Path) -> Result<Self> {
        let current = columns(&data.join("countries.csv"), ["alpha3"])?;
        let mut codes: Vec<String> = current.into_iter().map(|[code]| code).collect();
        for [alpha4, alpha3] in columns(&data.join("former.csv"), ["alpha4", "alpha3"])? {
            codes.push(if codes.contains(&alpha3) { alpha4 } else { alpha3 });
        }
        codes.sort();
        let mut groups: Vec<String> =
            columns(&data.join("groups.csv"), ["id"])?.into_iter().map(|[id]| id).collect();
        groups.sort();
        let mut composites: Vec<String> = columns(&data.join("composites.csv"), ["members"])?
            .into_iter()
            .map(|[members]| members)
            .collect();
        composites.sort();
        let countries = codes.into_iter().enumerate().map(|(row, code)| (code, row)).collect();
        Ok(Self { countries, groups, composites })
    }

    fn name(&self, name: &str, area: &str, kind: &str, sources: &str) -> Result<Name> {
        let row = format!("`{name}` ({kind}, {area})");
        let normal = key::Normal::of(name).ok_or(format!("{row}: no name, or too long"))?;
        let normal = normal.as_str().to_owned();
        if key::Words::of(&normal).next().is_none() {
            return Err(format!("{row}: no words").into());
        }
        let mut set = 0;
        for source in sources.split(' ') {
            let position = SOURCES.iter().position(|known| *known == source);
            set |= 1 << position.ok_or(format!("{row}: unknown source `{source}`"))?;
        }
        let meaning = self.meaning(name, area, kind).map_err(|e| format!("{row}: {e}"))?;
        let listed = if kind == "divided" { "common" } else { kind };
        let position = KINDS.iter().position(|known| *known == listed);
        Ok(Name {
            normal,
            meaning,
            kind: position.unwrap_or(KINDS.len() - 1),
            sources: set,
            rank: match kind {
                "aggregate" | "composite" => Rank::Label,
                "spelling" => Rank::Spelling,
                "ambiguous" | "divided" | "part" | "disputed" | "nothing" => Rank::Decision,
                _ => Rank::Name,
            },
            exact_only: false,
            edited: false,
            derived: 0,
            row,
        })
    }

    fn meaning(&self, name: &str, area: &str, kind: &str) -> Result<Meaning> {
        let areas: Vec<&str> = area.split(' ').filter(|area| !area.is_empty()).collect();
        let country = |code: &str| -> Result<String> {
            self.countries.get(code).ok_or(format!("no country `{code}`"))?;
            Ok(format!("Country::{code}"))
        };
        let any = |text: &str| -> Result<String> {
            if let Some(id) = text.strip_prefix("group:") {
                let row = self.groups.binary_search(&id.to_owned());
                let row = row.map_err(|_| format!("no group `{id}`"))?;
                return Ok(format!("Area::Group(Group::at({row}))"));
            }
            if text.contains('+') {
                let row = self.composites.binary_search(&text.to_owned());
                let row = row.map_err(|_| format!("no composite `{text}`"))?;
                return Ok(format!("Area::Composite(Composite::at({row}))"));
            }
            Ok(format!("Area::Country({})", country(text)?))
        };
        let one = || match areas.as_slice() {
            [one] => Ok(*one),
            _ => Err(format!("expected one area, found {}", areas.len())),
        };
        Ok(Meaning::Other(match kind {
            "ambiguous" if areas.len() > 1 => {
                let mut areas = areas.into_iter().map(any).collect::<Result<Vec<_>>>()?;
                areas.sort();
                format!("Several(&[{}])", areas.join(", "))
            }
            "divided" if areas.len() == 2 => {
                let areas = areas.into_iter().map(country).collect::<Result<Vec<_>>>()?;
                format!("Divided(&[{}])", areas.join(", "))
            }
            "aggregate" if areas.is_empty() => {
                format!("Aggregate(Area::Special(SpecialCode::known({name:?})))")
            }
            "aggregate" | "composite" => format!("Aggregate({})", any(one()?)?),
            "part" => format!("Part({name:?}, {})", country(one()?)?),
            "disputed" => format!("Disputed({name:?}, {})", country(one()?)?),
            "nothing" if areas.is_empty() => format!("Nothing({name:?})"),
            _ if KINDS[..KINDS.len() - 1].contains(&kind) => {
                country(one()?)?;
                return Ok(Meaning::Country(area.to_owned()));
            }
            _ => return Err("unknown kind, or areas that do not fit it".into()),
        }))
    }
}

/// One name for each set of words; what two rows say differently has to be decided by a row.
fn merge(names: Vec<Name>) -> Result<Vec<Name>> {
    let mut by_hash: BTreeMap<u64, Vec<Name>> = BTreeMap::new();
    let mut conflicts = Vec::new();
    for name in names {
        let same = by_hash.entry(key::hash(&name.normal)).or_default();
        let with_words: Vec<usize> =
            (0..same.len()).filter(|at| key::same_words(&same[*at].normal, &name.normal)).collect();
        if let Some(known) = with_words.iter().find(|at| same[**at].meaning == name.meaning) {
            let known = &mut same[*known];
            known.sources |= name.sources;
            if name.kind < known.kind && name.derived == 0 {
                *known = Name { sources: known.sources, exact_only: known.exact_only, ..name };
            }
            continue;
        }
        let mut stays = true;
        let mut exact_only = false;
        for at in with_words {
            let known = &mut same[at];
            if known.normal == name.normal {
                // One form has one meaning: the more express one. But what an editor writes neither yields nor overrules.
                if known.rank == name.rank || known.edited || name.edited {
                    conflicts.push(format!("{} and {}", known.row, name.row));
                } else if known.rank < name.rank {
                    *known = name.clone();
                }
                stays = false;
            } else if known.rank == name.rank {
                conflicts.push(format!("{} and {}", known.row, name.row));
                stays = false;
            } else if known.rank == Rank::Decision {
                stays = false;
            } else if name.rank == Rank::Decision {
                *known = name.clone();
                stays = false;
            } else if known.rank == Rank::Label {
                known.exact_only = true;
            } else {
                exact_only = true;
            }
        }
        if stays {
            same.push(Name { exact_only, ..name });
        }
    }
    if conflicts.is_empty() {
        return Ok(by_hash.into_values().flatten().collect());
    }
    Err(format!("undecided names:\n{}", conflicts.join("\n")).into())
}

/// Forms that follow from the names in English: written without spaces, or with `?` for a letter that is not ASCII.
fn derived(name: &str, base: &Name) -> Vec<Name> {
    let mut forms = Vec::new();
    let mut add = |normal: String, derived| {
        let row = format!("{normal} from {}", base.row);
        forms.push(Name { normal, derived, exact_only: true, row, ..base.clone() });
    };
    if base.normal.contains(' ') && base.normal.is_ascii() {
        add(base.normal.replace(' ', ""), JOINED);
    }
    let latin = |c: char| c.is_ascii() || matches!(c, '\u{c0}'..='\u{24f}' | '\u{2019}');
    if !name.is_ascii() && name.chars().all(latin) && name.chars().any(char::is_alphabetic) {
        let lost: String =
            name.chars().map(|c| if c.is_ascii() || c == '\u{2019}' { c } else { '?' }).collect();
        if let Some(normal) = key::Normal::with_lost_letters(&lost) {
            add(normal.as_str().to_owned(), LOST);
        }
    }
    forms
}

/// Hashes are sorted into so many parts by their first bits.
const BUCKETS: usize = 1 << 14;

fn render(names: &[Name], tables: &Tables) -> Result<String, std::fmt::Error> {
    let mut out = String::from(
        "// Generated from data/country by `cargo run --example generate_countries -- --write`. Do not edit.\n\n\
         use crate::country::names::index::{Entry, Meaning};\n\
         use crate::country::names::index::Meaning::{Aggregate, Disputed, Divided, Nothing, Part, Several};\n\
         use crate::country::{Area, Composite, Country, Group, SpecialCode};\n\n",
    );
    #[allow(clippy::cast_possible_truncation)] // fourteen bits
    let bucket =
        |name: &Name| (key::hash(&name.normal) >> (64 - BUCKETS.trailing_zeros())) as usize;
    let mut others: Vec<&Meaning> =
        names.iter().map(|name| &name.meaning).filter(|m| matches!(m, Meaning::Other(_))).collect();
    others.sort();
    others.dedup();
    let mut sets: Vec<u32> = names.iter().map(|name| name.sources).collect();
    sets.sort_unstable();
    sets.dedup();

    writeln!(
        out,
        "/// Meanings that are no single country.\npub(in crate::country) static OTHERS: [Meaning; {}] = [",
        others.len()
    )?;
    for other in &others {
        if let Meaning::Other(text) = other {
            writeln!(out, "    {text},")?;
        }
    }
    writeln!(
        out,
        "];\n\n/// Sets of sources that occur.\npub(in crate::country) static SOURCE_SETS: [u32; {}] = [",
        sets.len()
    )?;
    for line in sets.chunks(16) {
        let line: Vec<_> = line.iter().map(u32::to_string).collect();
        writeln!(out, "    {},", line.join(", "))?;
    }
    writeln!(
        out,
        "];\n\n/// Names in the order of their hashes.\npub(in crate::country) static KEYS: &str = \"\\"
    )?;
    for name in names {
        writeln!(out, "{}\\", name.normal)?;
    }
    writeln!(
        out,
        "\";\n\n/// What stands at each name.\npub(in crate::country) static ENTRIES: [Entry; {}] = [",
        names.len()
    )?;
    for line in names.chunks(8) {
        out.push_str("    ");
        for name in line {
            let meaning = match &name.meaning {
                Meaning::Country(code) => tables.countries[code],
                other @ Meaning::Other(_) => {
                    tables.countries.len() + others.binary_search(&other).unwrap_or_default()
                }
            };
            let sources = sets.binary_search(&name.sources).unwrap_or_default();
            let print = (key::hash(&name.normal) >> 32) & 0xffff;
            let only = if name.exact_only { EXACT_ONLY } else { 0 };
            let kind = u8::try_from(name.kind).unwrap_or(u8::MAX) | only | name.derived;
            write!(out, "Entry({print}, {meaning}, {sources}, {}, {kind}), ", name.normal.len())?;
        }
        out.push('\n');
    }
    writeln!(
        out,
        "];\n\n/// Where the names of each part begin: in `KEYS` and in `ENTRIES`.\npub(in crate::country) static BUCKETS: [(u32, u16); {}] = [",
        BUCKETS + 1
    )?;
    let mut starts = vec![(0_usize, 0_usize); BUCKETS + 1];
    let (mut at, mut next) = (0, 0);
    for (index, name) in names.iter().enumerate() {
        while next <= bucket(name) {
            starts[next] = (at, index);
            next += 1;
        }
        at += name.normal.len();
    }
    starts[next..].fill((at, names.len()));
    for line in starts.chunks(12) {
        let line: Vec<_> = line.iter().map(|(at, index)| format!("({at}, {index})")).collect();
        writeln!(out, "    {},", line.join(", "))?;
    }
    out.push_str("];\n");
    Ok(out)
}
