//! Tables of Our World in Data against a count of their own by the `csv` crate.

#![allow(clippy::print_stdout)] // counts are what one wants to see

use std::collections::HashSet;
use std::fs;

use netpolity::country::{Area, Country};
use netpolity::io::{Options, Reading, owid};
use netpolity::metric::Panel;
use netpolity::quantity::Unit;
use netpolity::time::Period;

use crate::un_list::folder;

fn file(name: &str) -> Option<Vec<u8>> {
    let Some(folder) = folder() else {
        println!("skipped: no folder with {name}");
        return None;
    };
    Some(fs::read(folder.join("owid").join(name)).unwrap())
}

/// Reads a file, finds every row of it in the panel, and finds the same in what is written of that.
fn checked(name: &str) -> Option<Reading<Panel>> {
    let file = file(name)?;
    let reading = owid::read_csv(&file[..], &Options::new()).unwrap();
    let Reading { data: panel, account, .. } = &reading;
    println!("{name}: {account}");
    // Entity, code where there is one, year and one value.
    let mut rows = csv::Reader::from_reader(&file[..]);
    let rows: Vec<csv::StringRecord> = rows.records().map(Result::unwrap).collect();
    let filled = rows.iter().filter(|row| !row[row.len() - 1].is_empty()).count() as u64;
    assert_eq!((account.values(), account.rejected()), (filled, 0));
    assert_eq!(account.entries(), rows.len() as u64);
    let mut expected: HashSet<[String; 4]> = HashSet::new();
    for row in &rows {
        let code = if row.len() == 4 { &row[1] } else { "" };
        expected
            .insert([&row[0], code, &row[row.len() - 2], &row[row.len() - 1]].map(str::to_owned));
    }
    for series in panel.series() {
        let label = &series.labels()[0];
        for (period, cell) in series.iter() {
            let value = cell.number().unwrap().to_string();
            let found = [label.name.to_string(), label.code.to_string(), period.to_string(), value];
            assert!(expected.remove(&found), "{found:?}");
        }
    }
    assert!(expected.is_empty());

    let mut table = Vec::new();
    let written = owid::write_csv(panel, &mut table).unwrap();
    assert_eq!((written.values, written.rows), (account.values(), account.values()));
    let back = owid::read_csv(&table[..], &Options::new()).unwrap().data;
    let without_labels = |panel: &Panel| -> Vec<(Area, Vec<String>)> {
        let cells = |series: netpolity::metric::Series<'_>| {
            series
                .iter()
                .map(|(period, cell)| format!("{period} {}", cell.number().unwrap()))
                .collect()
        };
        panel.series().map(|series| (series.area().clone(), cells(series))).collect()
    };
    assert_eq!(without_labels(panel), without_labels(&back));
    Some(reading)
}

#[test]
fn shares_of_2025_are_read() {
    let Some(Reading { data: panel, account, .. }) =
        checked("share-of-individuals-using-the-internet.2025-08.csv")
    else {
        return;
    };
    assert_eq!(account.values(), 6845);
    let value = |country: Country, year| {
        let code = "Individuals using the Internet (% of population)";
        panel.value(code, country, Period::from_year(year).unwrap())
    };
    assert_eq!((value(Country::CHN, 2012), value(Country::CHN, 2013)), (Some(42.3001), Some(45.8)));
    assert!(value(Country::NAM, 2012).is_some());
    assert!(panel.slice().area(Country::XKX).series().next().is_some());
    // The Faroe Islands lost their code; the other three are regions.
    assert_eq!((account.count_of("AREA-001"), account.count_of("AREA-006")), (1, 3));
}

#[test]
fn headers_and_regions_of_other_releases_are_read() {
    for (name, values, lost, regions) in [
        ("share-of-individuals-using-the-internet.2022-11.csv", 7119, 0, 47),
        ("number-of-internet-users.2023-04.csv", 6379, 0, 10),
        ("mobile-cellular-subscriptions-per-100-people.2023-04.csv", 8867, 0, 14),
        ("broadband-penetration-by-country.csv", 4175, 0, 47),
    ] {
        let Some(Reading { data: panel, account, .. }) = checked(name) else { return };
        assert_eq!(account.values(), values, "{name}");
        assert_eq!((account.count_of("AREA-001"), account.count_of("AREA-006")), (lost, regions));
        assert!(panel.slice().area(Country::NAM).series().next().is_some(), "{name}");
    }
}

#[test]
fn datasets_of_the_older_collection_have_no_codes() {
    for (name, values) in [
        ("owid-datasets_Population_covered_by_the_internet_-_Internet_World_Stats_2019", 58),
        ("owid-datasets_Price_of_mobile_data_-_Alliance_for_Affordable_Internet_2019", 45),
    ] {
        let Some(Reading { data: panel, account, .. }) = checked(&format!("{name}.csv")) else {
            return;
        };
        assert_eq!(account.values(), values, "{name}");
        assert!(panel.areas().all(|area| area.as_country().is_none()), "names do not decide");
        let metadata = file(&format!("{name}.datapackage.json")).unwrap();
        let metadata = owid::read_metadata(&metadata[..]).unwrap();
        let table = file(&format!("{name}.csv")).unwrap();
        let panel = owid::read_csv_with(&table[..], &metadata, &Options::new()).unwrap().data;
        assert_eq!(panel.vintage().dataset.as_deref(), Some(metadata.chart.title.as_str()));
        assert_eq!(metadata.origins[0].retrieved_date, "26 June 2019");
        // Of prices, the metadata has no unit; the indicator has one.
        assert_eq!(panel.variables()[0].unit, Some(Unit::Percent));
    }
}
