//! Data messages of SDMX: the examples of the standard, each against a count of its own.

use std::fs;
use std::path::PathBuf;

use netpolity::io::sdmx::{self, Components};
use netpolity::io::{Account, Error, Options, Reading};
use netpolity::metric::Panel;
use serde_json::Value;

use crate::un_list::folder;

/// The folder with the examples, where there is one.
fn examples() -> Option<PathBuf> {
    folder().map(|folder| folder.join("sdmx")).filter(|folder| folder.is_dir())
}

/// What the files have where others have the common names.
pub(crate) fn components() -> Components {
    let mut components = Components::new();
    components.time = Some("DIM_3".to_owned());
    components.area = Some("DIM_2".to_owned());
    let attributes = ["ATTR_1", "ATTR_2", "ATTR_3"];
    components.attributes = attributes.map(str::to_owned).to_vec();
    components
}

/// Values in cells of measures, in rows that delete nothing; rows that delete; other rows without a value.
#[derive(Debug, PartialEq, Eq, Default)]
struct Count {
    rows: u64,
    values: u64,
    deletions: u64,
    others: u64,
}

impl Count {
    fn of(account: &Account) -> Self {
        let deletions = account
            .skips()
            .find(|(reason, _)| *reason == "deletions")
            .map_or(0, |(_, count)| count);
        Self {
            rows: account.rows(),
            values: account.values() + account.rejected(),
            deletions,
            others: account.skipped() - deletions + account.missing(),
        }
    }
}

/// Counts the cells of an example by the reader of another crate.
fn count_csv(text: &str, measures: &[&str]) -> Count {
    let delimiter = if text.starts_with("STRUCTURE[|];") { b';' } else { b',' };
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(text.as_bytes());
    let header = reader.headers().unwrap().clone();
    let action = header.iter().position(|name| name == "ACTION").unwrap();
    let is_measure = |name: &str| measures.contains(&name.split(':').next().unwrap());
    let mut count = Count::default();
    for row in reader.records() {
        let row = row.unwrap();
        count.rows += 1;
        let cells: Vec<&str> = header
            .iter()
            .zip(&row)
            .filter(|(name, _)| is_measure(name))
            .map(|(_, cell)| cell)
            .collect();
        let filled = cells.iter().filter(|cell| !cell.is_empty()).count() as u64;
        let all = cells.len().max(1) as u64;
        if &row[action] == "D" {
            count.deletions += all;
        } else {
            count.values += filled;
            count.others += all - filled;
        }
    }
    count
}

fn read_csv(text: &str, components: &Components) -> Result<Reading<Panel>, Error> {
    sdmx::read_csv(text.as_bytes(), components, &Options::new())
}

#[test]
fn every_cell_of_the_csv_examples_is_accounted_for() {
    let Some(folder) = examples() else {
        println!("skipped: no folder with examples of SDMX");
        return;
    };
    let mut files: Vec<_> =
        fs::read_dir(folder.join("csv2")).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert_eq!(files.len(), 21);
    let mut values = 0;
    for file in files {
        let name = file.file_stem().unwrap().to_str().unwrap().to_owned();
        let text = fs::read_to_string(&file).unwrap();
        let mut components = components();
        let mut measures = vec!["OBS_VALUE", "OBS_VALUE1", "OBS_VALUE2"];
        match name.as_str() {
            "example-04" => components.decimal_comma = true,
            "example-09B" => {
                components.measures = vec!["MEAS_A1B1C1".to_owned(), "MEAS_C2".to_owned()];
                components.area = Some("DIM_A1B1".to_owned());
                let error = read_csv(&text, &components).unwrap_err();
                assert!(error.to_string().contains("Components::time"), "{error}");
                components.time = Some("DIM_A2".to_owned());
                measures = vec!["MEAS_A1B1C1", "MEAS_C2"];
            }
            "example-13" => {
                components.measures = vec!["MEAS_1".to_owned()];
                measures = vec!["MEAS_1"];
            }
            _ => {}
        }
        let reading =
            read_csv(&text, &components).unwrap_or_else(|error| panic!("{name}: {error}"));
        let account = &reading.account;
        let mut expected = count_csv(&text, &measures);
        if account.rejected() > 0 {
            // Of a row that is rejected, cells without anything are no entries.
            expected.others = 0;
        }
        assert_eq!(Count::of(account), expected, "{name}: {account}");
        let duplicates = reading.data.duplicates().count();
        assert!(account.values() + account.missing() >= (reading.data.len() + duplicates) as u64);
        values += account.values();
    }
    assert_eq!(values, 30);
}

#[test]
fn the_csv_examples_say_what_they_say() {
    let Some(folder) = examples() else {
        println!("skipped: no folder with examples of SDMX");
        return;
    };
    let read = |name: &str, components: &Components| {
        let text = fs::read_to_string(folder.join("csv2").join(name)).unwrap();
        read_csv(&text, components).unwrap().data
    };
    let month = "2014-01".parse().unwrap();
    let cell = |panel: &Panel| {
        let series = panel.series().next().unwrap();
        let cell = series.get(month).unwrap();
        (series.variable().code.clone(), cell.value(), cell.note().unwrap_or_default().to_owned())
    };
    let mut components = components();
    let (code, value, note) = cell(&read("example-01.csv", &components));
    assert_eq!((code.as_str(), value), ("ESTAT:NA_MAIN", Some(12.4)));
    assert_eq!(
        note,
        "ATTR_2=Y; ATTR_3=Normal, special and other values; ATTR_1=N; UPDATED=2021-01-22T13:15:41Z"
    );
    let (code, value, note) = cell(&read("example-02.csv", &components));
    assert_eq!((code.as_str(), value), ("ESTAT:NA_MAIN.OBS_VALUE1", Some(12.4)));
    assert_eq!(note, "ATTR_3=Normal, special and other values; ATTR_1[]=\"X;Y\"");
    let (_, _, note) = cell(&read("example-15.csv", &components));
    assert_eq!(note, "ATTR_1=\"<p>This is some \"\"xhtml\"\" with a line\nbreak</p>\"");
    let named = read("example-06.csv", &components);
    assert_eq!(named.series().next().unwrap().variable().name, "National Accounts Main Aggregates");
    assert_eq!(&*named.series().next().unwrap().labels()[0].name, "Value B");
    components.decimal_comma = true;
    let (_, value, note) = cell(&read("example-04.csv", &components));
    assert_eq!(value, Some(12.4));
    assert_eq!(note, "ATTR_2=Y: Oui; ATTR_3=Normal, special and other values; ATTR_1=N: Non");
}

/// Counts the observations of a message in its tree.
fn count_json(message: &Value) -> Count {
    let data = &message["data"];
    let measures = data["structures"][0]["measures"]["observation"].as_array().map_or(1, Vec::len);
    let mut count = Count::default();
    for set in data["dataSets"].as_array().unwrap() {
        let of_series = set["series"].as_object().into_iter().flatten();
        let all =
            of_series.map(|(_, series)| &series["observations"]).chain([&set["observations"]]);
        for cells in all.filter_map(Value::as_object).flat_map(|all| all.values()) {
            let cells = cells.as_array().unwrap();
            let filled = cells.iter().take(measures).filter(|cell| !cell.is_null()).count() as u64;
            count.rows += 1;
            if set["action"] == "Delete" {
                count.deletions += measures as u64;
            } else {
                count.values += filled;
                count.others += measures as u64 - filled;
            }
        }
    }
    count
}

#[test]
fn every_observation_of_the_json_samples_is_accounted_for() {
    let Some(folder) = examples() else {
        println!("skipped: no folder with examples of SDMX");
        return;
    };
    let mut components = Components::new();
    for (name, values, rejected) in [
        ("agri", 12, 0),
        ("constructed-sample-full", 12, 4),
        // Title and status stand in the wrong order, so that one position is behind the end of its list.
        ("exr-action-delete", 0, 2),
        ("exr-cross-section", 4, 0),
        ("exr-flat", 4, 0),
        ("exr-time-series", 4, 0),
    ] {
        let text = fs::read_to_string(folder.join(format!("json2/{name}.json"))).unwrap();
        components.everywhere = None;
        if name != "agri" {
            // Rates of exchange have no area.
            let error = sdmx::read_json(text.as_bytes(), &components, &Options::new()).unwrap_err();
            assert!(error.to_string().contains("Components::area"), "{error}");
            components.everywhere = "special:EX".parse().ok();
        }
        let reading = sdmx::read_json(text.as_bytes(), &components, &Options::new()).unwrap();
        let account = &reading.account;
        assert_eq!(Count::of(account), count_json(&serde_json::from_str(&text).unwrap()), "{name}");
        assert_eq!((account.values(), account.rejected()), (values, rejected), "{name}: {account}");
        let duplicates = reading.data.duplicates().count();
        assert_eq!(account.values() + account.missing(), (reading.data.len() + duplicates) as u64);
        // What one syntax says the other can carry.
        let mut out = Vec::new();
        let written = sdmx::write_csv(&reading.data, &mut out, "EX:D(1.0)").unwrap();
        let mut again = Components::new();
        again.attributes = written.attributes.clone();
        let again = sdmx::read_csv(&out[..], &again, &Options::new()).unwrap();
        assert_eq!(again.account.values(), reading.data.len() as u64, "{name}");
    }
}

#[test]
fn the_json_samples_say_what_they_say() {
    let Some(folder) = examples() else {
        println!("skipped: no folder with examples of SDMX");
        return;
    };
    let mut components = Components::new();
    let read = |name: &str, components: &Components| {
        let text = fs::read_to_string(folder.join("json2").join(name)).unwrap();
        sdmx::read_json(text.as_bytes(), components, &Options::new()).unwrap().data
    };
    let rice = read("agri.json", &components);
    assert_eq!(rice.vintage().dataset.as_deref(), Some("MA_545:MILLED_RICE(1.0)"));
    let series = rice.series().next().unwrap();
    assert_eq!(
        (&*series.labels()[0].code, &*series.labels()[0].name),
        ("ASIKHM001", "Banteay Meanchey")
    );
    let variable = series.variable();
    assert_eq!(
        (&*variable.unit_text, variable.scale, &*variable.name),
        ("TONES", 3, "Milled rice")
    );
    let cell = series.get("2015".parse().unwrap()).unwrap();
    assert_eq!((cell.value(), cell.status()), (Some(389.385), Some("A")));
    let note = cell.note().unwrap();
    assert!(
        note.contains("SOURCE=MAFF_Agricultural Statistics_2015; SOURCE=Other sources"),
        "{note}"
    );
    assert!(note.contains("Comment for Annual data for Banteay Meanchey"), "{note}");
    assert!(note.contains("EMBARGO_TIME=2019-03-18T11:00:00"), "{note}");

    components.everywhere = "special:EX".parse().ok();
    for name in ["exr-flat.json", "exr-time-series.json", "exr-cross-section.json"] {
        let rates = read(name, &components);
        let rouble = rates.slice().dimension("CURRENCY", "RUB").series().next().unwrap();
        let cell = rouble.get("2013-01-21".parse().unwrap()).unwrap();
        assert_eq!((cell.value(), cell.status()), (Some(40.3), Some("A")), "{name}");
        assert!(cell.note().unwrap().contains("TITLE=Russian rouble (RUB)"), "{name}");
        assert_eq!(rouble.dimensions().get("FREQ"), None, "{name}");
    }
}

#[test]
fn version_one_is_another_format() {
    let Some(folder) = examples() else {
        println!("skipped: no folder with examples of SDMX");
        return;
    };
    for name in ["ecb-exr-sdmx-json-1.0_ts.json", "oecd-sdmx-json-1.0_data-PART2-all-all.json"] {
        let text = fs::read_to_string(folder.join(name)).unwrap();
        let result = sdmx::read_json(text.as_bytes(), &Components::new(), &Options::new());
        assert!(matches!(result, Err(Error::Unsupported { .. })), "{name}");
    }
}
