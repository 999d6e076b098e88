//! Exports of the `DataHub` against a count of their own by the `csv` crate.

#![allow(clippy::print_stdout)] // counts are what one wants to see

use std::collections::{BTreeMap, HashSet};
use std::fs;

use netpolity::country::Country;
use netpolity::io::{Options, Reading, itu};
use netpolity::metric::{Flag, Panel, Series};
use netpolity::time::Period;

use crate::un_list::folder;

const USERS: &str = "datahub_individuals-using-the-internet_2026-04.csv";
const SKILLS: &str = "datahub_individuals-with-ict-skills-by-skill-level.csv";
const MOBILE: &str = "datahub_mobile-services_1778017040787.csv";

fn file(name: &str) -> Option<Vec<u8>> {
    let Some(folder) = folder() else {
        println!("skipped: no folder with {name}");
        return None;
    };
    Some(fs::read(folder.join("itu").join(name)).unwrap())
}

/// The rows of a file, as the `csv` crate reads them.
fn rows(file: &[u8]) -> Vec<BTreeMap<String, String>> {
    let file = file.strip_prefix(b"\xef\xbb\xbf").unwrap_or(file);
    csv::Reader::from_reader(file).deserialize().map(Result::unwrap).collect()
}

/// Reads a file, and finds every row of it in the panel.
fn checked(name: &str) -> Option<Reading<Panel>> {
    let file = file(name)?;
    let reading = itu::read_csv(&file[..], &Options::new()).unwrap();
    let Reading { data: panel, account, .. } = &reading;
    println!("{name}: {account}");
    let rows = rows(&file);
    let filled = rows.iter().filter(|row| !row["dataValue"].is_empty()).count() as u64;
    assert_eq!(account.values() + account.rejected(), filled);
    assert_eq!((account.rows(), account.entries()), (rows.len() as u64, rows.len() as u64));
    assert_eq!(panel.len() + panel.duplicates().count(), rows.len());

    let mut expected = HashSet::new();
    for row in &rows {
        expected.insert(
            ["seriesCode", "entityIso", "dataYear", "dataValue", "dataNote", "dataSource"]
                .map(|column| row[column].clone()),
        );
    }
    for series in panel.series() {
        let code = series.labels()[0].code.to_string();
        for (period, cell) in series.iter() {
            let value = cell.number().map(|number| number.to_string());
            let value = value.or_else(|| cell.words().map(str::to_owned)).unwrap_or_default();
            let found = [
                series.variable().code.clone(),
                code.clone(),
                period.to_string(),
                value,
                cell.note().unwrap_or_default().to_owned(),
                cell.status().unwrap_or_default().to_owned(),
            ];
            assert!(expected.remove(&found), "{found:?}");
        }
    }
    assert!(expected.is_empty());
    Some(reading)
}

fn count(panel: &Panel, flag: Flag) -> usize {
    panel.series().flat_map(Series::flags).filter(|(_, flags)| flags.contains(flag)).count()
}

#[test]
fn users_of_the_internet_are_read() {
    let Some(Reading { data: panel, account, .. }) = checked(USERS) else { return };
    assert_eq!((account.values(), account.missing(), account.rejected()), (5099, 0, 0));
    assert_eq!(account.count_of("FMT-001"), 1);
    let at = |country: Country, year| {
        panel.get("i99H", country, Period::from_year(year).unwrap()).unwrap()
    };
    assert_eq!(at(Country::CHN, 2012).number().unwrap().to_string(), "42.30009842");
    assert_eq!(at(Country::CHN, 2013).number().unwrap().to_string(), "45.79999924");
    assert!(at(Country::CHN, 2023).flags().contains(Flag::Break));
    assert!(!at(Country::CHN, 2024).flags().contains(Flag::Break));
    assert!(at(Country::CHN, 2024).flags().contains(Flag::DefinitionDiffers));
    assert!(panel.slice().area(Country::TWN).series().next().is_some());
    assert!(panel.slice().area(Country::NAM).series().next().is_some());
    assert_eq!(panel.labels(&Country::XKX.into())[0].code.as_ref(), "KSO");
    assert_eq!(panel.labels(&Country::GGY.into())[0].code.as_ref(), "AAA");
    assert_eq!(panel.labels(&Country::JEY.into())[0].code.as_ref(), "GBJ");

    // Of the sources that say so, 2208 name the Union; the other 18 are reporters.
    let rows = rows(&file(USERS).unwrap());
    let says =
        |row: &&BTreeMap<String, String>| row["dataSource"].to_lowercase().contains("estimat");
    assert_eq!(rows.iter().filter(says).count(), 2226);
    let of_the_union =
        |row: &&BTreeMap<String, String>| row["dataSource"].to_lowercase().contains("itu estimate");
    let count_of_the_union = rows.iter().filter(of_the_union).count();
    assert_eq!(count_of_the_union, 2208);
    let note =
        |row: &&BTreeMap<String, String>| row["dataNote"].to_lowercase().contains("itu estimate");
    assert_eq!(rows.iter().filter(note).count(), 0);
    assert_eq!(count(&panel, Flag::EstimatedByPublisher), count_of_the_union);
    assert_eq!(count(&panel, Flag::Provisional), 4);
    assert_eq!(count(&panel, Flag::Break), 9);

    let catalogue = itu::read_catalogue(&file(USERS).unwrap()[..], &Options::new()).unwrap().data;
    assert_eq!((catalogue.series.len(), catalogue.entities.len()), (1, 229));
    assert!(catalogue.series[0].description.contains("in the last three months"));
}

#[test]
fn skills_are_several_series() {
    let Some(Reading { data: panel, account, .. }) = checked(SKILLS) else { return };
    assert_eq!((account.values(), account.rejected(), panel.variables().len()), (943, 0, 10));
    assert!(panel.variables().iter().all(|variable| variable.unit_text == "%"));
}

#[test]
fn answers_in_words_are_kept() {
    let Some(Reading { data: panel, account, .. }) = checked(MOBILE) else { return };
    assert_eq!((account.values(), account.rejected(), panel.variables().len()), (11_307, 0, 7));
    let words: Vec<&str> =
        panel.series().flat_map(Series::iter).filter_map(|(_, cell)| cell.words()).collect();
    let with = words.iter().filter(|words| **words == "With price control").count();
    assert_eq!((words.len(), with), (11_307, 3177));
}
