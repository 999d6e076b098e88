//! The index of names.
//!
//! Refused is what would make a name mean two things without a decision: a spelling that two countries have, one that
//! a country shares with an aggregate, a name without words.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use netpolity::country::names::{NameRole, NameSource};

use super::Result;
use super::areas::Areas;
use super::csv::columns;
use super::places;

#[path = "../../src/country/names/key.rs"]
#[allow(dead_code)] // the library uses more of it
mod key;
#[path = "../../src/country/names/layout.rs"]
#[allow(dead_code)] // the library uses more of it
pub(super) mod layout;

/// One spelling.
#[derive(Clone, Debug)]
struct Name {
    normal: String,
    meaning: Meaning,
    /// Where several rows spell a name, the first role stands.
    role: NameRole,
    /// A bit for each source, in their order.
    sources: u32,
    rank: Rank,
    /// Other names have the same words: this one is found by its very form only.
    exact_only: bool,
    /// It is a row of `names.csv` that is no decision.
    edited: bool,
    /// As in [`layout::Entry`].
    form: u32,
    /// For messages.
    row: String,
}

impl Name {
    fn is_english(&self) -> bool {
        const SOURCES: [NameSource; 7] = [
            NameSource::Gapminder,
            NameSource::Geonames,
            NameSource::Iso,
            NameSource::Iso4217,
            NameSource::Owid,
            NameSource::UnWpp,
            NameSource::Worldbank,
        ];
        !matches!(self.role, NameRole::Native | NameRole::Spelling)
            || SOURCES.iter().any(|source| self.sources & (1 << *source as u32) != 0)
    }
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

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Meaning {
    Country(String),
    /// What a row of the table of other meanings says, in Rust.
    Other(String),
}

/// The index of names.
pub(super) fn generate(root: &Path) -> Result<String> {
    let data = root.join("data/country");
    let areas = Areas::read(root)?;
    let mut names = Vec::new();
    let mut names_in_english = Vec::new();
    let mut numbers = BTreeMap::new();
    for [code, number, short, common, official] in columns(
        &data.join("countries.csv"),
        ["alpha3", "numeric", "short_name", "common_name", "official_name"],
    )? {
        for (name, kind, source) in [
            (short, "short", "m49 iso"),
            (common, "common", "cldr"),
            (official, "official", "unterm"),
        ] {
            if !name.is_empty() {
                let base = read(&areas, &name, &code, kind, source)?;
                names.push(base.clone());
                names_in_english.push((name, base));
            }
        }
        numbers.insert(code, number);
    }
    for [alpha4, alpha3, number, name, successors] in
        columns(&data.join("former.csv"), ["alpha4", "alpha3", "numeric", "name", "successors"])?
    {
        let code = if areas.countries.contains(&alpha4) { alpha4 } else { alpha3 };
        // A country that keeps its number has only been renamed: the name leads to what it is now.
        names.push(if numbers.get(&successors) == Some(&number) {
            read(&areas, &name, &successors, "former", "iso")?
        } else {
            read(&areas, &name, &code, "short", "iso")?
        });
    }
    for [name, area, kind, sources] in
        columns(&data.join("names.csv"), ["name", "area", "kind", "sources"])?
    {
        let name = read(&areas, &name, &area, &kind, &sources)?;
        names.push(Name { edited: name.rank != Rank::Decision, ..name });
    }
    for [name, group, sources] in
        columns(&data.join("aggregates.csv"), ["name", "group", "sources"])?
    {
        names.push(read(&areas, &name, &group, "aggregate", &sources)?);
    }
    for [id, name] in columns(&data.join("groups.csv"), ["id", "name"])? {
        let group = format!("group:{id}");
        names.push(read(&areas, &name, &group, "aggregate", "editors")?);
        // Short ids could be taken for codes.
        if id.len() > 2 && !id.contains('-') {
            names.push(read(&areas, &id, &group, "aggregate", "editors")?);
        }
    }
    for [name, alpha3, sources] in
        columns(&data.join("spellings.csv"), ["name", "alpha3", "sources"])?
    {
        names.push(read(&areas, &name, &alpha3, "spelling", &sources)?);
    }
    names.extend(names_in_english.iter().flat_map(|(text, name)| derived(text, name)));
    render(&merge(names)?, &areas)
}

/// The name of a row.
fn read(areas: &Areas, name: &str, area: &str, kind: &str, sources: &str) -> Result<Name> {
    let row = format!("`{name}` ({kind}, {area})");
    let normal = key::Normal::of(name).ok_or(format!("{row}: no name, or too long"))?;
    let normal = normal.as_str().to_owned();
    if key::Words::of(&normal).next().is_none() {
        return Err(format!("{row}: no words").into());
    }
    let mut set = 0;
    for source in sources.split(' ') {
        let source: NameSource = source.parse().map_err(|e| format!("{row}: {e}"))?;
        set |= 1 << source as u32;
    }
    let (rank, role, meaning) = meaning(areas, name, area, kind)
        .map_err(|e| format!("{row}: {e}"))?
        .ok_or(format!("{row}: areas that do not fit the kind"))?;
    let (exact_only, edited, form) = (false, false, layout::WRITTEN);
    Ok(Name { normal, meaning, role, sources: set, rank, exact_only, edited, form, row })
}

/// What a row says of its name; `None` where its areas are too few or too many, or unknown.
fn meaning(
    areas: &Areas,
    name: &str,
    area: &str,
    kind: &str,
) -> Result<Option<(Rank, NameRole, Meaning)>> {
    let listed: Vec<&str> = area.split(' ').filter(|area| !area.is_empty()).collect();
    let country = |code: &&str| areas.countries.contains(*code).then(|| format!("Country::{code}"));
    let label = |rank, meaning| (rank, NameRole::Label, Meaning::Other(meaning));
    let decided = |meaning| label(Rank::Decision, meaning);
    Ok(match (kind, listed.as_slice()) {
        ("ambiguous", [_, _, ..]) => {
            let all: Option<Vec<_>> = listed.iter().map(|area| areas.expression(area)).collect();
            all.map(|mut all| {
                all.sort();
                decided(format!("Several(&[{}])", all.join(", ")))
            })
        }
        ("divided", [now, before]) => country(now).zip(country(before)).map(|(now, before)| {
            let meaning = Meaning::Other(format!("Divided(&[{now}, {before}])"));
            (Rank::Decision, NameRole::Common, meaning)
        }),
        ("aggregate", []) => areas
            .expression(&format!("special:{name}"))
            .map(|area| label(Rank::Label, format!("Aggregate({area})"))),
        ("aggregate" | "composite", [area]) => {
            areas.expression(area).map(|area| label(Rank::Label, format!("Aggregate({area})")))
        }
        ("part", [code]) => country(code).map(|of| {
            decided(format!("NoCountry(NonCountry::Part {{ name: {name:?}, of: {of} }})"))
        }),
        ("disputed", [code]) => country(code).map(|within| {
            let fields = format!("name: {name:?}, within: {within}");
            decided(format!("NoCountry(NonCountry::Disputed {{ {fields} }})"))
        }),
        ("nothing", []) => {
            Some(decided(format!("NoCountry(NonCountry::Nothing {{ name: {name:?} }})")))
        }
        (
            "ambiguous" | "divided" | "aggregate" | "composite" | "part" | "disputed" | "nothing",
            _,
        ) => None,
        (word, [code]) => {
            let role: NameRole = word.parse()?;
            if matches!(role, NameRole::Label | NameRole::Alias) {
                return Err(format!("`{word}` is no kind of name").into());
            }
            let rank = if role == NameRole::Spelling { Rank::Spelling } else { Rank::Name };
            country(code).map(|_| (rank, role, Meaning::Country((*code).to_owned())))
        }
        _ => None,
    })
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
            if name.role < known.role && name.form == layout::WRITTEN {
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
    let mut add = |normal: String, form| {
        let row = format!("{normal} from {}", base.row);
        forms.push(Name { normal, form, exact_only: true, row, ..base.clone() });
    };
    if base.normal.contains(' ') && base.normal.is_ascii() {
        add(base.normal.replace(' ', ""), layout::JOINED);
    }
    let latin = |c: char| c.is_ascii() || matches!(c, '\u{c0}'..='\u{24f}' | '\u{2019}');
    if !name.is_ascii() && name.chars().all(latin) && name.chars().any(char::is_alphabetic) {
        let lost: String =
            name.chars().map(|c| if c.is_ascii() || c == '\u{2019}' { c } else { '?' }).collect();
        if let Some(normal) = key::Normal::with_lost_letters(&lost) {
            add(normal.as_str().to_owned(), layout::LOST);
        }
    }
    forms
}

fn render(names: &[Name], areas: &Areas) -> Result<String> {
    let mut out = String::from(
        "// Generated from data/country by `cargo run --example generate_countries -- --write`. Do not edit.\n\n\
         use crate::country::names::NonCountry;\n\
         use crate::country::names::index::Meaning::{self, Aggregate, Divided, NoCountry, Several};\n\
         use crate::country::{Area, Composite, Country, Group, SpecialCode};\n",
    );
    let rows: BTreeMap<&String, usize> = areas.countries.iter().zip(0..).collect();
    let mut others: Vec<&Meaning> =
        names.iter().map(|name| &name.meaning).filter(|m| matches!(m, Meaning::Other(_))).collect();
    others.sort();
    others.dedup();
    let texts = others.iter().filter_map(|other| match other {
        Meaning::Other(text) => Some(text.as_str()),
        Meaning::Country(_) => None,
    });
    table(&mut out, "Meanings that are no single country.", "OTHERS: [Meaning", 1, texts)?;
    let mut sets: Vec<u32> = names.iter().map(|name| name.sources).collect();
    sets.sort_unstable();
    sets.dedup();
    table(&mut out, "Sets of sources that occur.", "SOURCE_SETS: [u32", 16, &sets)?;

    // Names in English are asked for most: what is read together stands together.
    let texts: Vec<(&str, bool)> =
        names.iter().map(|name| (name.normal.as_str(), name.is_english())).collect();
    let (keys, starts) = places::shared_text(&texts);
    writeln!(
        out,
        "\n/// The normal forms. One that is a piece of another stands in it.\npub(in crate::country) static KEYS: &str = \"\\"
    )?;
    for key in keys {
        writeln!(out, "{key}\\")?;
    }
    writeln!(out, "\";")?;

    let hashes: Vec<u64> =
        names.iter().map(|name| key::form_hash(name.normal.as_bytes())).collect();
    let (seeds, by_form) = places::without_collisions(&hashes)?;
    table(&mut out, "For the hashes of normal forms.", "FORM_SEEDS: [u16", 24, &seeds)?;
    let entry = |at: usize| -> Result<u64> {
        let name = &names[at];
        let meaning = match &name.meaning {
            Meaning::Country(code) => rows[code],
            other @ Meaning::Other(_) => {
                rows.len() + others.binary_search(&other).unwrap_or_default()
            }
        };
        let entry = layout::Entry {
            start: starts[at].try_into()?,
            length: name.normal.len().try_into()?,
            meaning: meaning.try_into()?,
            sources: sets.binary_search(&name.sources).unwrap_or_default().try_into()?,
            role: name.role as u32,
            form: name.form,
            print: layout::Entry::print(key::hash(&name.normal)),
        };
        Ok(entry.packed().ok_or_else(|| format!("{}: does not fit: {entry:?}", name.row))?)
    };
    let entries: Vec<u64> =
        by_form.iter().map(|at| at.map_or(Ok(0), entry)).collect::<Result<_>>()?;
    table(&mut out, "Names in the places of their forms, packed.", "ENTRIES: [u64", 8, &entries)?;

    let with_words: Vec<u16> = (0..)
        .zip(&by_form)
        .filter(|(_, at)| at.is_some_and(|at| !names[at].exact_only))
        .map(|(place, _)| place)
        .collect();
    let hash =
        |place: &u16| by_form[usize::from(*place)].map_or(0, |at| key::hash(&names[at].normal));
    let hashes: Vec<u64> = with_words.iter().map(hash).collect();
    let (seeds, by_words) = places::without_collisions(&hashes)?;
    table(&mut out, "For the hashes of words.", "WORD_SEEDS: [u16", 24, &seeds)?;
    let words = by_words.iter().map(|at| at.map_or(0, |at| with_words[at]));
    table(&mut out, "The entries in the places of their words.", "WORDS: [u16", 24, words)?;
    Ok(out)
}

/// Writes a table, so many rows to a line.
fn table(
    out: &mut String,
    doc: &str,
    name_and_type: &str,
    to_a_line: usize,
    rows: impl IntoIterator<Item = impl ToString>,
) -> std::fmt::Result {
    let rows: Vec<String> = rows.into_iter().map(|row| row.to_string()).collect();
    let length = rows.len();
    writeln!(out, "\n/// {doc}\npub(in crate::country) static {name_and_type}; {length}] = [")?;
    for line in rows.chunks(to_a_line) {
        writeln!(out, "    {},", line.join(", "))?;
    }
    writeln!(out, "];")
}
