//! The codes in files as their producers publish them: every one is read.
//!
//! The files are not part of the crate, see `un_list`.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use netpolity::country::{Area, CodeErrorKind, Country, Scheme};

use crate::country_table::generator::csv::split;
use crate::un_list::folder;

/// The text of every file of a folder whose name begins so; files that are no UTF-8 throughout are read all the same.
fn files(folder: &Path, begin: &str) -> Vec<String> {
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.file_name().unwrap().to_string_lossy().starts_with(begin));
    assert!(!paths.is_empty(), "no file {begin} in {}", folder.display());
    let read = |path| String::from_utf8_lossy(&std::fs::read(path).unwrap()).into_owned();
    paths.into_iter().map(read).collect()
}

/// The values of a column of a CSV text, whose header is the first line that has the column. A line inside a quoted field has
/// too few fields, or no code in that column.
fn column(text: &str, name: &str) -> BTreeSet<String> {
    let mut lines = text.trim_start_matches('\u{feff}').lines().map(split);
    let at = |header: &Vec<String>| header.iter().position(|field| field == name);
    let (at, width) = lines.find_map(|row| Some((at(&row)?, row.len()))).unwrap();
    lines.filter(|row| row.len() == width).map(|mut row| row.swap_remove(at)).collect()
}

/// Reads every code, and says which answered with something else than a current country.
fn read_all(scheme: Scheme, codes: impl IntoIterator<Item = String>) -> Vec<(String, Area)> {
    let mut others = Vec::new();
    let mut count = 0;
    for code in codes {
        count += 1;
        let area = scheme.area_of(&code, None).unwrap_or_else(|error| panic!("{error}"));
        // Producers change codes over the years: what is written may be newer than what was read, but it is of the same area.
        if let Some(written) = scheme.code_of(area.clone(), None) {
            assert_eq!(scheme.area_of(&written, None).as_ref(), Ok(&area));
        }
        if area.as_country().is_none_or(Country::is_former) {
            others.push((code, area));
        }
    }
    assert!(count > 30, "only {count} codes of {scheme}");
    others
}

fn texts(others: &[(String, Area)]) -> Vec<String> {
    others.iter().map(|(code, area)| format!("{code} {area}")).collect()
}

#[test]
fn every_code_in_published_files_is_read() {
    let Some(folder) = folder() else {
        println!("skipped: no folder with the files of producers");
        return;
    };
    let columns = |part: &str, begin: &str, name: &str| -> BTreeSet<String> {
        files(&folder.join(part), begin).iter().flat_map(|text| column(text, name)).collect()
    };

    let others = read_all(Scheme::WorldBank, columns("worldbank", "API_", "Country Code"));
    assert!(texts(&others).contains(&"CHI GGY+JEY".to_owned()));
    assert!(others.len() > 40, "aggregates are no countries");

    let others = read_all(Scheme::Itu, columns("itu", "datahub_", "entityIso"));
    assert_eq!(texts(&others), ["ASC special:ASC", "YUG SCG"]);

    let mut codes = columns("owid", "share-of", "Code");
    codes.extend(columns("owid", "number-of", "iso_code"));
    // Aggregates of their sources have no code at Our World in Data.
    assert!(codes.remove(""));
    assert_eq!(texts(&read_all(Scheme::Owid, codes)), ["OWID_WRL group:m49-001"]);

    let geo = files(&folder.join("eurostat"), "t");
    let geo = geo
        .iter()
        .chain(&files(&folder.join("eurostat"), "demo_"))
        .flat_map(|text| {
            let keys = text.lines().skip(1).filter_map(|line| line.split('\t').next());
            keys.filter_map(|key| key.rsplit(',').next()).map(str::to_owned).collect::<Vec<_>>()
        })
        .collect::<BTreeSet<_>>();
    let others = texts(&read_all(Scheme::Eurostat, geo));
    for expected in ["EA group:euro-area", "EFTA group:efta", "EU28 special:EU28", "FX FXX"] {
        assert!(others.contains(&expected.to_owned()), "{expected}");
    }

    let others = read_all(
        Scheme::Gapminder,
        columns("gapminder-ddf", "ddf--entities--geo--country", "country"),
    );
    assert!(texts(&others).contains(&"cheslo CSK".to_owned()));
    let others = read_all(Scheme::Gapminder, columns("gapminder-ddf", "ddf--datapoints", "geo"));
    assert_eq!(texts(&others), [""; 0]);

    let mut registries = BTreeSet::new();
    for text in files(&folder.join("rir"), "delegated-") {
        // registry|cc|type|start|value|date|status; in the summary cc is `*`, and the version line begins with a number.
        let rows = text.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()));
        let rows = rows.filter_map(|line| line.split('|').nth(1));
        registries.extend(rows.filter(|cc| *cc != "*").map(str::to_owned));
    }
    // LACNIC leaves the field empty where addresses are available or reserved.
    assert!(registries.remove(""));
    let empty = Scheme::Rir.area_of("", None).unwrap_err();
    assert_eq!(empty.kind(), &CodeErrorKind::Empty);
    let others = texts(&read_all(Scheme::Rir, registries));
    assert_eq!(others, ["AP special:AP", "EU special:EU", "ZZ special:ZZ"]);

    // The numbers of regions stand in the other columns.
    for name in
        ["M49 Code", "Region Code", "Sub-region Code", "Intermediate Region Code", "Global Code"]
    {
        let codes = columns("m49", "UNSD", name).into_iter().filter(|code| !code.is_empty());
        for code in codes {
            let area = Scheme::M49.area_of(&code, None).unwrap();
            assert_eq!(Scheme::M49.code_of(area, None).as_deref(), Some(code.as_str()));
        }
    }
    let locations = files(&folder.join("unwpp"), "wpp2024_UNlocations");
    let codes: BTreeSet<_> =
        locations[0].lines().skip(1).filter_map(|line| line.split('\t').nth(1)).collect();
    read_all(Scheme::M49, codes.into_iter().map(str::to_owned));
}

#[test]
fn top_level_domains_are_those_of_the_root_zone() {
    let Some(folder) = folder() else {
        println!("skipped: no folder with the list of top-level domains");
        return;
    };
    let list = &files(&folder.join("iana"), "top-level-domain-names")[0];
    let mut known = BTreeSet::new();
    for fields in list.lines().skip(1).map(split) {
        // Labels from right to left have marks around them.
        let label: String =
            fields[0].chars().filter(|c| !matches!(c, '.' | '\u{200e}' | '\u{200f}')).collect();
        if fields.get(1).is_some_and(|kind| kind == "country-code") {
            let area = Area::from_domain(&format!("example.{label}"));
            assert!(area.is_some_and(|area| !matches!(area, Area::Special(_))), "{label}");
            known.insert(label);
        } else if fields.len() > 1 {
            assert_eq!(Area::from_domain(&label), None, "{label}");
        }
    }
    assert_eq!(known.len(), 316);
    for country in Country::all() {
        for cctld in country.cctlds() {
            assert!(known.contains(cctld.u_label()), "{country} {}", cctld.u_label());
            assert_eq!(Area::from_domain(cctld.a_label()), Some(country.into()));
            assert_eq!(Area::from_domain(cctld.u_label()), Some(country.into()));
        }
    }
    let delegated = Country::all().flat_map(Country::cctlds).filter(|c| c.is_delegated());
    let not_assigned = list.matches(",country-code,Not assigned").count();
    // `.gb` is delegated, though not in use; `.eu` in three scripts and `.su` are no current country's.
    assert_eq!(delegated.count(), 316 - not_assigned - 1 - 4);
}
