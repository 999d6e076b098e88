//! Tables for spreadsheets: what is written reads back equal, also when a spreadsheet saved it again.

use std::fs;
use std::path::Path;

use netpolity::Dataset;
use netpolity::io::{Error, Options, tables};
use proptest::prelude::*;

use crate::records::{DATASETS, TempFolder, dataset, runner};

/// Reads the tables of a folder; nothing of them may be rejected.
fn read(folder: &Path) -> Result<Dataset, TestCaseError> {
    let read = tables::read_folder(folder, &Options::new())
        .map_err(|error| TestCaseError::fail(error.to_string()))?;
    for (file, account) in &read.files {
        prop_assert_eq!(
            account.values(),
            account.rows(),
            "{}: {:?}",
            file.display(),
            account.findings()
        );
        prop_assert_eq!(account.counts().len(), 0, "{}: {}", file.display(), account);
    }
    Ok(read.data)
}

/// Every cell of every table, by the reader of another library.
fn rows(file: &Path) -> Vec<csv::StringRecord> {
    let text = fs::read(file).unwrap();
    let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap();
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text);
    reader.records().map(Result::unwrap).collect()
}

fn files(folder: &Path) -> Vec<std::path::PathBuf> {
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect()
}

/// Saves every table anew as a spreadsheet does where the comma belongs to decimals.
fn save_again(folder: &Path) {
    for file in files(folder) {
        let rows = rows(&file);
        let mut writer = csv::WriterBuilder::new()
            .delimiter(b';')
            .terminator(csv::Terminator::CRLF)
            .from_path(&file)
            .unwrap();
        let blank = vec![""; rows[0].len() + 2];
        for row in &rows {
            writer.write_record(row.iter().chain(["", ""])).unwrap();
        }
        writer.write_record(&blank).unwrap();
        writer.flush().unwrap();
    }
}

/// What a spreadsheet runs: <https://owasp.org/www-community/attacks/CSV_Injection>.
fn is_formula(cell: &str) -> bool {
    cell.starts_with(['=', '+', '@', '\t', '\r', '\n', '\0'])
        || cell.starts_with('-') && cell.parse::<f64>().is_err()
}

#[test]
fn datasets_round_trip_through_tables() {
    let folder = TempFolder::new("tables");
    runner(DATASETS)
        .run(&dataset(), |dataset| {
            if dataset == Dataset::new() {
                return Ok(());
            }
            // Into the same folder every time: tables that have become empty must not stay.
            tables::write_folder(&dataset, &folder.0).unwrap();
            let again = read(&folder.0)?;
            prop_assert_eq!(&again, &dataset);
            // Digits stay as they were written.
            prop_assert_eq!(again.to_json(), dataset.to_json());
            for row in files(&folder.0).iter().flat_map(|file| rows(file)) {
                prop_assert!(!row.iter().any(is_formula), "{:?}", row);
            }

            save_again(&folder.0);
            let again = tables::read_folder(&folder.0, &Options::new()).unwrap();
            prop_assert_eq!(again.data, dataset);
            for (file, account) in again.files {
                prop_assert_eq!(account.skipped(), 1, "{}: {}", file.display(), account);
            }
            Ok(())
        })
        .unwrap();
}

#[cfg(feature = "catalogue")]
#[test]
fn the_catalogue_round_trips_through_tables() {
    let folder = TempFolder::new("tables-catalogue");
    for records in [netpolity::catalogue::records(), netpolity::catalogue::roundtable_2013()] {
        tables::write_folder(records, &folder.0).unwrap();
        assert_eq!(&read(&folder.0).unwrap(), records);
    }
}

#[test]
fn files_of_a_folder_are_tables() {
    let folder = TempFolder::new("tables-names");
    let refusal = || tables::read_folder(&folder.0, &Options::new()).unwrap_err();
    assert_eq!(refusal().rule(), Some("FMT-007"));
    folder.with("people.csv", "id,names\nlu-wei,Lu Wei\n").with("notes.txt", "no table");
    let read = tables::read_folder(&folder.0, &Options::new()).unwrap();
    assert_eq!(read.data.person("lu-wei").unwrap().names[0].text, "Lu Wei");
    assert_eq!(read.files.len(), 1);

    folder.with("statement.csv", "id,act\n");
    let error = refusal();
    assert!(
        error
            .to_string()
            .ends_with("statement.csv: there is no table `statement`; did you mean `statements`?"),
        "{error}"
    );
    assert!(matches!(error, Error::InFile { .. }));
}
