//! Tables of Eurostat against a count of their own.

#![allow(clippy::print_stdout)] // counts are what one wants to see

use std::collections::{BTreeMap, HashSet};
use std::fs;

use netpolity::country::Country;
use netpolity::io::{Options, Reading, eurostat};
use netpolity::metric::{Flag, Missing, Panel, Series};
use netpolity::quantity::Unit;
use netpolity::time::Period;

use crate::un_list::folder;

/// Reads a file, and finds every cell of it in the panel.
fn checked(name: &str) -> Option<Reading<Panel>> {
    let Some(folder) = folder() else {
        println!("skipped: no folder with {name}");
        return None;
    };
    let file = fs::read_to_string(folder.join("eurostat").join(name)).unwrap();
    let reading = eurostat::read_tsv(file.as_bytes(), &Options::new()).unwrap();
    let Reading { data: panel, account, .. } = &reading;
    println!("{name}: {account}");

    let mut lines = file.lines().map(|line| line.split('\t').map(str::trim));
    let mut header = lines.next().unwrap();
    let keys: Vec<&str> = header.next().unwrap().split('\\').next().unwrap().split(',').collect();
    let periods: Vec<&str> = header.collect();
    let (mut values, mut missing) = (0, 0);
    let mut expected = HashSet::new();
    for mut line in lines {
        let parts: BTreeMap<&str, &str> =
            keys.iter().copied().zip(line.next().unwrap().split(',')).collect();
        for (period, cell) in periods.iter().zip(line) {
            let counted = if cell.starts_with(':') { &mut missing } else { &mut values };
            *counted += 1;
            expected.insert((format!("{parts:?}"), (*period).to_owned(), cell.to_owned()));
        }
    }
    assert_eq!((account.values(), account.missing()), (values, missing));
    assert_eq!((account.rejected(), account.skipped()), (0, 0));
    assert_eq!(panel.len() as u64, values + missing);

    for series in panel.series() {
        let variable = series.variable();
        let mut parts: BTreeMap<&str, &str> = series.dimensions().iter().collect();
        parts.insert("geo", &series.labels()[0].code);
        for (key, text) in [("unit", &variable.unit_text), ("indic", &variable.code)] {
            let key = keys.iter().find(|name| name.starts_with(key));
            if let Some(key) = key {
                parts.insert(key, text);
            }
        }
        for (period, cell) in series.iter() {
            let number = cell.number().map_or_else(|| ":".to_owned(), |number| number.to_string());
            let cell = [&number, cell.status().unwrap_or_default()].join(" ").trim().to_owned();
            let found = (format!("{parts:?}"), period.to_string(), cell);
            assert!(expected.remove(&found), "{found:?}");
        }
    }
    assert!(expected.is_empty(), "{expected:?}");
    Some(reading)
}

fn year(year: i32) -> Period {
    Period::from_year(year).unwrap()
}

#[test]
fn use_of_the_internet_is_read() {
    let Some(Reading { data: panel, account, .. }) = checked("tin00028.2021-12.tsv") else {
        return;
    };
    assert_eq!((account.values(), account.missing()), (1778, 238));
    let codes: Vec<&str> = panel.variables().iter().map(|variable| &*variable.code).collect();
    assert_eq!(codes, ["I_ILT12", "I_IU3", "I_IUEVR", "I_IUX"]);
    assert!(panel.variables().iter().all(|variable| variable.unit == Some(Unit::Percent)));
    let austria = panel.slice().indicator("I_ILT12").area(Country::AUT).series().next().unwrap();
    assert_eq!(austria.get(year(2021)).unwrap().value(), Some(93.0));
    for country in [Country::GRC, Country::GBR, Country::XKX] {
        assert!(panel.slice().area(country).series().next().is_some(), "{country}");
    }
    let both = panel
        .series()
        .flat_map(Series::flags)
        .filter(|(_, flags)| flags.contains(Flag::Break) && flags.contains(Flag::NotSignificant));
    assert_eq!(both.count(), 1);
}

#[test]
fn skills_have_a_gap_in_time() {
    let Some(Reading { data: panel, account, .. }) = checked("tepsr_sp410.2021-12.tsv") else {
        return;
    };
    assert_eq!((account.values(), account.missing()), (450, 54));
    let women = panel.slice().area(Country::AUT).dimension("ind_type", "F_Y16_74");
    let years: Vec<_> = women.series().flat_map(Series::iter).collect();
    assert_eq!(
        years.iter().map(|(period, _)| period.to_string()).collect::<Vec<_>>(),
        ["2015", "2016", "2017", "2019"]
    );
    let unreliable = panel.series().flat_map(Series::iter).filter(|(_, cell)| {
        cell.missing() == Some(Missing::NotStated) && cell.flags().contains(Flag::LowReliability)
    });
    assert_eq!(unreliable.count(), 6);
}

#[test]
fn population_is_read_with_old_and_new_headers() {
    let Some(Reading { data: panel, account, .. }) = checked("tps00001.2021-12.tsv") else {
        return;
    };
    assert_eq!((account.values(), account.missing()), (618, 42));
    let cell = panel.get("JAN", Country::AND, year(2011)).unwrap();
    assert_eq!((cell.value(), cell.status()), (Some(78_115.0), Some("b")));

    let name = "demo_pjangroup__custom_1879586_page_tabular.tsv";
    let Reading { data: panel, account, .. } = checked(name).unwrap();
    assert_eq!((account.values(), account.missing()), (2939, 719));
    let andorra = panel.slice().area(Country::AND).series().next().unwrap();
    assert_eq!(andorra.dimensions().to_string(), "age=TOTAL freq=A sex=T");
    assert_eq!(andorra.get(year(2005)).unwrap().number().unwrap().to_string(), "76875.0");
}
