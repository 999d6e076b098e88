//! Reading one table.

use std::collections::HashMap;
use std::io::Read;

use super::Tabular;
use super::cell::{self, Fault};
use super::shape::{Column, Shape, columns};
use super::spreadsheet::advice;
use crate::country::Scheme;
use crate::dataset::record_from_json;
use crate::finding::importing as rules;
use crate::id::Sharing;
use crate::io::import::{Import, Place};
use crate::io::rows::{Row, Rows};
use crate::io::{Error, Options, Reading};
use crate::text::suggest;

/// As much of a file as is looked at for its delimiter.
const HEAD: usize = 64 << 10;
/// Ids are shared among so many bytes of records, see [`Sharing`].
const SHARED: usize = 16 << 20;

/// Reads one table: see [the module](super) for its form.
///
/// An entry of the account is a row. One with a cell that can't be read is rejected, with a finding for each such cell
/// (FMT-013, or FMT-014 where it looks as if a spreadsheet had done it); so is a second row of one id, and a row with
/// cells behind the last column (FMT-005). Rows without any text are skipped.
///
/// # Errors
/// [`Error::Format`] where the header has a column that is no field of the record, or one twice; otherwise see [`Error`].
///
/// ```
/// use netpolity::Statement;
/// use netpolity::io::{Options, tables};
///
/// // As a spreadsheet saves it that has semicolons for commas.
/// let file = "ID;Act;Date;Speakers;Terms\r\n\
///             lu-order;call;2013-09-09;person:lu-wei | agency:siio;multilateral-order\r\n\
///             lu-users;data-claim;Sep-13;person:lu-wei;\r\n\
///             ;;;;\r\n";
/// let reading = tables::read::<Statement>(file.as_bytes(), &Options::new())?;
/// assert_eq!(reading.data[0].speakers[1].actor.to_string(), "agency:siio");
///
/// let account = reading.account;
/// assert_eq!((account.values(), account.rejected(), account.skipped()), (1, 1, 1));
/// let finding = &account.findings()[0];
/// assert_eq!(finding.path().as_str(), "line 3, column 3");
/// assert!(finding.message().starts_with("row 3, `date`: invalid date `Sep-13`"));
/// assert!(finding.message().contains("a spreadsheet made this of a date"));
/// # Ok::<(), netpolity::io::Error>(())
/// ```
pub fn read<T: Tabular>(
    mut source: impl Read,
    options: &Options,
) -> Result<Reading<Vec<T>>, Error> {
    let mut head = Vec::new();
    source.by_ref().take(HEAD as u64).read_to_end(&mut head)?;
    if head.starts_with(b"\xff\xfe") || head.starts_with(b"\xfe\xff") {
        return Err(Error::format(T::FORMAT, 1, "UTF-8, the encoding", "UTF-16"));
    }
    let source: &mut dyn Read = &mut head.as_slice().chain(source);
    let mut rows = Rows::new(source, delimiter(&head), true, options.limits.line)?;
    let mut reader = Reader {
        columns: Vec::new(),
        width: 0,
        nameless: Vec::new(),
        json: String::new(),
        // No code of an area is ever looked up.
        import: Import::new(options, Scheme::Iso),
        ids: HashMap::default(),
    };
    let header = rows.header(T::FORMAT, "a header")?;
    // Some programs say so where the delimiter is another than they expect.
    if header.field(0) == "sep=" {
        reader.header::<T>(rows.header(T::FORMAT, "a header")?)?;
    } else {
        reader.header::<T>(header)?;
    }
    let _sharing = Sharing::of_file(SHARED);
    let mut data = Vec::new();
    while let Some(row) = rows.next()? {
        match row {
            Ok(row) => data.extend(reader.row(row)?),
            Err(damaged) => {
                reader.import.account.add_row();
                reader.import.damaged(&damaged, 1)?;
            }
        }
    }
    Ok(Reading { data, account: reader.import.account })
}

/// The one that stands most often in the first line: names of columns have none of them.
fn delimiter(head: &[u8]) -> u8 {
    let line = head.split(|byte| matches!(byte, b'\n' | b'\r')).find(|line| !line.is_empty());
    let count = |delimiter: &u8| memchr::memchr_iter(*delimiter, line.unwrap_or_default()).count();
    // Of those that are as frequent the last.
    [b'\t', b';', b','].into_iter().max_by_key(count).unwrap_or(b',')
}

struct Reader<'o> {
    /// Those of the record, with their place in the file.
    columns: Vec<(Column, Option<usize>)>,
    /// How many columns the file has, and which of them have no name.
    width: usize,
    nameless: Vec<usize>,
    /// A row as an object.
    json: String,
    import: Import<'o>,
    /// In which row each id stands.
    ids: HashMap<Box<str>, u64, foldhash::fast::RandomState>,
}

impl Reader<'_> {
    fn header<T: Tabular>(&mut self, row: Row<'_>) -> Result<(), Error> {
        let known = columns::<T>();
        let mut places = vec![None; known.len()];
        for (at, text) in row.fields().enumerate() {
            let name = text.trim().to_lowercase().replace([' ', '-'], "_");
            if name.is_empty() {
                self.nameless.push(at);
                continue;
            }
            if name.starts_with('#') {
                continue;
            }
            let place = known.iter().position(|column| column.name == name);
            match place.and_then(|place| places.get_mut(place)) {
                Some(place @ None) => *place = Some(at),
                Some(_) => {
                    let expected = format!("one column `{name}`");
                    return Err(Error::format(T::FORMAT, row.line, expected, "two"));
                }
                None => {
                    let names = || known.iter().map(|column| column.name.as_str());
                    let expected = match suggest(&name, names()) {
                        Some(near) => format!("a column `{near}`"),
                        None => format!(
                            "a name with `#` in front, or one of `{}`",
                            names().collect::<Vec<_>>().join("`, `")
                        ),
                    };
                    return Err(Error::no_header(T::FORMAT, row.line, expected, text));
                }
            }
        }
        self.columns = known.into_iter().zip(places).collect();
        self.width = row.len();
        Ok(())
    }

    /// The record of a row; `None` where it was rejected or skipped.
    fn row<T: Tabular>(&mut self, row: Row<'_>) -> Result<Option<T>, Error> {
        self.import.account.add_row();
        if row.is_blank() {
            self.import.account.add_skipped("rows without any text", 1);
            return Ok(None);
        }
        let place = Place::line(row.line);
        // Spreadsheets leave out empty cells at the end of a row, or add some.
        let is_nameless = self.nameless.iter().any(|at| !row.field(*at).trim().is_empty());
        if row.broken || is_nameless || row.width() > self.width {
            let misfit = if is_nameless {
                "a cell stands in a column without a name".to_owned()
            } else {
                row.misfit(self.width)
            };
            let message = || format!("row {}: {misfit}", row.number);
            self.import.reject(rules::FORMAT_WIDTH, place, row.field(0), 1, message)?;
            return Ok(None);
        }
        let Some(record) = self.record::<T>(row)? else {
            self.import.account.add_rejected(1);
            return Ok(None);
        };
        if let Some(id) = record.key() {
            if let Some(first) = self.ids.get(id) {
                let message = || {
                    format!("row {}: duplicate id `{id}`: row {first} has it already", row.number)
                };
                self.import.reject(rules::FORMAT_RECORD, place, id, 1, message)?;
                return Ok(None);
            }
            self.ids.insert(id.into(), row.number);
        }
        self.import.account.add_values(1);
        Ok(Some(record))
    }

    /// The record of a row, or every cell that can't be read: each is left out once it is reported, and the row read again.
    fn record<T: Tabular>(&mut self, row: Row<'_>) -> Result<Option<T>, Error> {
        let mut left_out = Vec::new();
        loop {
            let (at, fault) = match self.object(row, &left_out) {
                Err((at, fault)) => (Some(at), fault),
                Ok(()) => match record_from_json::<T>(&self.json) {
                    Ok(record) => return Ok(left_out.is_empty().then_some(record)),
                    Err(error) => {
                        let at = error.path().and_then(|path| self.column_of(path));
                        let missing = error.message().strip_prefix("missing field `");
                        let missing = missing
                            .filter(|_| at.is_none())
                            .and_then(|rest| rest.split('`').next());
                        if missing
                            .and_then(|name| self.column_of(name))
                            .is_some_and(|at| left_out.contains(&at))
                        {
                            return Ok(None);
                        }
                        let message = match missing {
                            Some(name) => format!("there is no `{name}`"),
                            None => error.message().to_owned(),
                        };
                        let text = error.text().unwrap_or_default().to_owned();
                        (at, Fault { text, message, damaged: false })
                    }
                },
            };
            self.report(row, at, fault)?;
            match at {
                Some(at) if !left_out.contains(&at) => left_out.push(at),
                _ => return Ok(None),
            }
        }
    }

    fn report(&mut self, row: Row<'_>, at: Option<usize>, fault: Fault) -> Result<(), Error> {
        let Fault { text, mut message, damaged } = fault;
        let advice = advice(&text);
        if let Some(advice) = advice {
            message = format!("{message}; {advice}");
        }
        let column = at.and_then(|at| self.columns.get(at));
        let place = match column {
            Some((_, Some(at))) => Place::field(row.line, *at),
            _ => Place::line(row.line),
        };
        let name = column.map(|(column, _)| format!(", `{}`", column.name)).unwrap_or_default();
        let is_damaged = damaged || advice.is_some();
        let rule = if is_damaged { rules::FORMAT_SPREADSHEET } else { rules::FORMAT_RECORD };
        let message = || format!("row {}{name}: {message}", row.number);
        self.import.refuse(rule, place, &text, message)
    }

    /// The column that a path into the record is about.
    fn column_of(&self, path: &str) -> Option<usize> {
        self.columns.iter().position(|(column, _)| {
            path.strip_prefix(&column.name)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
        })
    }

    /// Writes a row as an object, without the columns that are left out; or the first cell that has no form there.
    fn object(&mut self, row: Row<'_>, left_out: &[usize]) -> Result<(), (usize, Fault)> {
        let json = &mut self.json;
        json.clear();
        json.push('{');
        let mut open = None;
        let cells = self.columns.iter().enumerate().filter(|(at, _)| !left_out.contains(at));
        for (at, (column, place)) in cells {
            let Some(place) = *place else { continue };
            let cell = row.field(place);
            // A list that is required may be empty.
            if column.shape != Shape::List && cell.trim().is_empty() {
                continue;
            }
            if open.is_some() && open != column.part.map(|_| column.field) {
                json.push('}');
                open = None;
            }
            let name = match column.part {
                Some(part) if open.is_none() => {
                    key(json, column.field);
                    json.push('{');
                    open = Some(column.field);
                    part
                }
                Some(part) => part,
                None => column.field,
            };
            key(json, name);
            cell::read(json, cell, column.shape).map_err(|fault| (at, fault))?;
        }
        json.push_str(if open.is_some() { "}}" } else { "}" });
        Ok(())
    }
}

/// Appends a key, behind a comma where it is not the first of its object.
fn key(json: &mut String, name: &str) {
    json.push_str(if json.ends_with('{') { "\"" } else { ",\"" });
    json.push_str(name);
    json.push_str("\":");
}
