//! Datasets in files and folders.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::read::{ReadError, record_from_json, text, without_bom};
use super::table::{Keyed, Table, for_each_table};
use super::{Dataset, FORMAT_VERSION, TABLES};
use crate::id::Sharing;
use crate::metric::Observation;
use crate::text::suggest;

/// # Files and folders
impl Dataset {
    /// Reads a dataset from a JSON file, or from a folder with parts of it.
    ///
    /// In a folder, every `*.json` file is read as a dataset of its own and every `<table>.jsonl` file as one record of
    /// that table a line, in the order of the file names; other files are left alone.
    ///
    /// # Errors
    /// As [`from_json`](Self::from_json), with the file named; where a `*.jsonl` file is named after no table; where
    /// an id stands in two files; where no `*.json` file names the format version.
    pub fn open(path: impl AsRef<Path>) -> Result<Self, ReadError> {
        let path = path.as_ref();
        let metadata = fs::metadata(path).map_err(|error| ReadError::io(error).in_file(path))?;
        if metadata.is_dir() { Self::open_folder(path) } else { Self::open_file(path) }
    }

    fn open_file(path: &Path) -> Result<Self, ReadError> {
        File::open(path)
            .map_err(ReadError::io)
            .and_then(Self::from_reader)
            .map_err(|error| error.in_file(path))
    }

    fn open_folder(folder: &Path) -> Result<Self, ReadError> {
        let in_folder = |error| ReadError::io(error).in_file(folder);
        let mut files: Vec<PathBuf> = fs::read_dir(folder)
            .map_err(in_folder)?
            .map(|entry| entry.map(|entry| entry.path()))
            .collect::<Result<_, _>>()
            .map_err(in_folder)?;
        files.retain(|file| file.is_file());
        files.sort();

        let mut whole = Self::new();
        let mut versioned = false;
        for file in files {
            match file.extension().and_then(|extension| extension.to_str()) {
                Some("json") => {
                    versioned = true;
                    whole.take_in(Self::open_file(&file)?).map_err(|error| error.in_file(&file))?;
                }
                Some("jsonl") => {
                    whole.take_in_lines(&file).map_err(|error| error.in_file(&file))?;
                }
                _ => {}
            }
        }
        if versioned {
            return Ok(whole);
        }
        let message = format!(
            "no `*.json` file names the format version; add `netpolity.json` with {{ \"netpolity\": {FORMAT_VERSION} }}"
        );
        Err(ReadError::data(message).in_file(folder))
    }

    /// Adds the rows of another dataset.
    pub(crate) fn take_in(&mut self, other: Self) -> Result<(), ReadError> {
        self.index.take();
        let (to, from) = (&mut self.tables, other.tables);
        macro_rules! extend {
            ($($table:ident: $record:ty, $one:literal;)+) => {
                $(extend_rows(&mut to.$table, from.$table.into_rows())?;)+
            };
        }
        for_each_table!(extend);
        to.observations.extend(from.observations);
        Ok(())
    }

    fn take_in_lines(&mut self, file: &Path) -> Result<(), ReadError> {
        self.index.take();
        let text = text(fs::read(file).map_err(ReadError::io)?)?;
        let text = without_bom(&text);
        let _sharing = Sharing::of_file(text.len());
        let tables = &mut self.tables;
        let name = file.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        macro_rules! extend_by_lines {
            ($($table:ident: $record:ty, $one:literal;)+) => {
                match name {
                    $(<$record>::TABLE => extend_rows(&mut tables.$table, lines(name, text)?),)+
                    "observations" => {
                        tables.observations.extend(lines::<Observation>(name, text)?);
                        Ok(())
                    }
                    other => Err(ReadError::data(no_such_table(other))),
                }
            };
        }
        for_each_table!(extend_by_lines)
    }

    /// Writes the dataset into a folder: `netpolity.json` with the format version, and a `<table>.jsonl` file for each
    /// table that has rows. Files of tables without rows are removed, so that reading the folder gives an equal dataset;
    /// other files are left alone.
    ///
    /// # Errors
    /// Those of the file system.
    pub fn write_folder(&self, folder: impl AsRef<Path>) -> std::io::Result<()> {
        let folder = folder.as_ref();
        fs::create_dir_all(folder)?;
        fs::write(
            folder.join("netpolity.json"),
            format!("{{ \"netpolity\": {FORMAT_VERSION} }}\n"),
        )?;
        let tables = &self.tables;
        macro_rules! write_tables {
            ($($table:ident: $record:ty, $one:literal;)+) => {
                $(write_lines(folder, stringify!($table), tables.$table.rows())?;)+
            };
        }
        for_each_table!(write_tables);
        write_lines(folder, "observations", &tables.observations)
    }
}

/// Says that a file is named after no table.
pub(crate) fn no_such_table(name: &str) -> String {
    match suggest(name, TABLES) {
        Some(table) => format!("there is no table `{name}`; did you mean `{table}`?"),
        None => format!("there is no table `{name}`; the tables are {}", TABLES.join(", ")),
    }
}

fn extend_rows<T: Keyed>(to: &mut Table<T>, rows: Vec<T>) -> Result<(), ReadError> {
    to.extend(rows).map_err(|id| {
        ReadError::data(format!("duplicate id `{id}`: it has been read already"))
            .with_path(T::TABLE.to_owned())
    })
}

/// One record a line; blank lines are passed over.
fn lines<T: for<'de> Deserialize<'de>>(table: &str, text: &str) -> Result<Vec<T>, ReadError> {
    let mut records = Vec::new();
    for (number, line) in (1..).zip(text.split('\n')) {
        if line.trim_ascii().is_empty() {
            continue;
        }
        match record_from_json(line) {
            Ok(record) => records.push(record),
            Err(error) => {
                let record = format!("{table}[{}]", records.len());
                return Err(error.in_line(number, &record));
            }
        }
    }
    Ok(records)
}

fn write_lines<T: Serialize>(folder: &Path, table: &str, rows: &[T]) -> std::io::Result<()> {
    let file = folder.join(table).with_extension("jsonl");
    if rows.is_empty() {
        return match fs::remove_file(file) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        };
    }
    let mut writer = BufWriter::new(File::create(file)?);
    for record in rows {
        serde_json::to_writer(&mut writer, record)?;
        writer.write_all(b"\n")?;
    }
    writer.flush()
}
