//! Tables of a dataset as CSV, for spreadsheets: a file a table, a row a record, a column a field.
//!
//! Researchers code statements in spreadsheets. [`write`] makes a table that Excel, `LibreOffice` and Google Sheets open,
//! [`read`] takes back what they save; [`write_folder`] and [`read_folder`] do so for all tables of a [`Dataset`], each in
//! the file of its name: `statements.csv`, `people.csv`. What is written reads back equal.
//!
//! # The form of a table
//!
//! The columns are the fields of the record, in the order of its type. A reader takes them in any order and any number,
//! with names in any case (`Event series` is `event_series`); any other column is an error, but for those whose name begins
//! with `#`, which are the user's own and left alone. Without records, [`write`] gives the header alone: a form to fill in.
//!
//! - A cell has the text form of the value: `2013-09~`, `country:GBR`, `45.80`. An empty cell is a field that is omitted.
//! - A list has ` | ` between its items: `country:BRA yes | country:DEU yes`. A bar within an item is doubled.
//! - What has no text form is an object, as in JSON: `{"source":"daily-1","locator":"page 3"} | daily-2`.
//! - The totals of a vote have a column each: `counts.yes`, `counts.no`.
//! - A backslash stands in front of a text that would be taken for something else: one that begins with `{` or a blank;
//!   begins with `=`, `+`, `-` or `@`, which spreadsheets run as a formula
//!   ([OWASP](https://owasp.org/www-community/attacks/CSV_Injection)), unless it is a negative number; is an error of a
//!   spreadsheet such as `#N/A`; or is empty, so that `\` alone is the empty text. It stands behind a text that ends with
//!   a blank. [`read`] takes these backslashes away, and leaves any other.
//!
//! The file is UTF-8 with a byte order mark, without which Excel reads it in another encoding; fields are separated by
//! commas. A reader also takes semicolons and tabs, which spreadsheets write where the comma belongs to decimals.
//!
//! # What a spreadsheet does to cells
//!
//! Give cells with dates and ids the format *text* before typing, or import the file with its columns as text. Otherwise a
//! spreadsheet turns `2013-09` into `Sep-13` and a long number into `1E+05`; such cells are refused with FMT-014. Some
//! changes leave no trace: `45.80` becomes `45.8`, the version `1.10` becomes `1.1`, an id `007` becomes `7`, and what is
//! longer than 32,767 characters is cut by Excel.
//!
//! ```
//! use netpolity::io::{Options, tables};
//! use netpolity::vote::Vote;
//!
//! let vote: Vote = serde_json::from_str(
//!     r#"{ "id": "r-68-167", "body": "unga", "date": "2013-12-18", "names": [ "=privacy", { "text": "Recht", "lang": "de" } ],
//!          "counts": { "yes": 2 }, "ballots": [ "country:BRA yes", "country:DEU yes" ] }"#,
//! )?;
//! let mut file = Vec::new();
//! tables::write(&[vote.clone()], &mut file)?;
//! assert_eq!(
//!     String::from_utf8_lossy(&file).trim_start_matches('\u{feff}'),
//!     "id,body,names,symbol,date,event,terms,proposition,result,\
//!      counts.yes,counts.no,counts.abstain,counts.absent,counts.not_voting,ballots,cites\n\
//!      r-68-167,unga,\"\\=privacy | {\"\"lang\"\":\"\"de\"\",\"\"text\"\":\"\"Recht\"\"}\",,2013-12-18,,,,,\
//!      2,,,,,country:BRA yes | country:DEU yes,\n"
//! );
//! assert_eq!(tables::read::<Vote>(&file[..], &Options::new())?.data, [vote]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [`write`]: write()

mod cell;
mod folder;
mod read;
mod shape;
mod spreadsheet;
#[cfg(test)]
mod tests;

pub use folder::{Folder, read_folder, write_folder};
pub use read::read;

#[cfg(test)]
pub(super) use tests::CASES;

use std::io::{self, BufWriter, Write};

use crate::dataset::{Dataset, Keyed, for_each_table};
use crate::metric::Observation;

/// A record of a table of a dataset, such as [`Statement`](crate::Statement) or [`Vote`](crate::vote::Vote).
///
/// The trait is sealed; it is there so that [`read`] and [`write`](write()) take each of them.
pub trait Tabular: sealed::Record {}

mod sealed {
    use serde::Serialize;
    use serde::de::DeserializeOwned;

    use super::Dataset;

    #[allow(unnameable_types, reason = "seals `Tabular`")]
    pub trait Record: Serialize + DeserializeOwned {
        /// The name of the table, and of its format in errors.
        const TABLE: &'static str;
        const FORMAT: &'static str;

        /// The id, of which there is one only.
        fn key(&self) -> Option<&str>;

        fn rows(dataset: &Dataset) -> &[Self];

        fn rows_mut(dataset: &mut Dataset) -> &mut Vec<Self>;
    }
}

macro_rules! records {
    ($($table:ident: $record:ty, $one:literal;)+) => {$(
        impl sealed::Record for $record {
            const TABLE: &'static str = <Self as Keyed>::TABLE;
            const FORMAT: &'static str = concat!("table of ", stringify!($table));

            fn key(&self) -> Option<&str> {
                Some(self.id.as_str())
            }

            fn rows(dataset: &Dataset) -> &[Self] {
                dataset.rows()
            }

            fn rows_mut(dataset: &mut Dataset) -> &mut Vec<Self> {
                <Self as Keyed>::rows_mut(dataset)
            }
        }

        impl Tabular for $record {}
    )+};
}

for_each_table!(records);

impl sealed::Record for Observation {
    const TABLE: &'static str = "observations";
    const FORMAT: &'static str = "table of observations";

    fn key(&self) -> Option<&str> {
        None
    }

    fn rows(dataset: &Dataset) -> &[Self] {
        dataset.observations()
    }

    fn rows_mut(dataset: &mut Dataset) -> &mut Vec<Self> {
        dataset.observations_mut()
    }
}

impl Tabular for Observation {}

/// Writes one table: see [the module](self) for its form.
///
/// # Errors
/// Those of the writer.
pub fn write<T: Tabular>(records: &[T], out: impl Write) -> io::Result<()> {
    let mut out = BufWriter::new(out);
    let columns = shape::columns::<T>();
    let names: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
    writeln!(out, "\u{feff}{}", names.join(","))?;
    let (mut line, mut cell) = (String::new(), String::new());
    for record in records {
        let record = serde_json::to_value(record)?;
        line.clear();
        for column in &columns {
            let value = record.get(column.field);
            let value = match column.part {
                Some(part) => value.and_then(|value| value.get(part)),
                None => value,
            };
            cell.clear();
            if let Some(value) = value {
                cell::write(&mut cell, value);
            }
            field(&mut line, &cell);
            line.push(',');
        }
        // The last comma.
        line.pop();
        line.push('\n');
        out.write_all(line.as_bytes())?;
    }
    out.flush()
}

/// Appends a field, in quotes where there is something in it that might separate fields or rows.
fn field(line: &mut String, text: &str) {
    if !text.contains(['"', ',', ';', '\t', '\n', '\r']) {
        line.push_str(text);
        return;
    }
    line.push('"');
    line.push_str(&text.replace('"', "\"\""));
    line.push('"');
}
