//! Tables with a row for each record, in which text may go over many lines.

use std::io::Read;

use super::super::header::missing;
use crate::country::Scheme;
use crate::finding::importing as rules;
use crate::io::error::Error;
use crate::io::import::{Import, Place};
use crate::io::rows::{Row, Rows};
use crate::io::{Options, Reading};

/// The columns of a table by name.
pub(super) struct Columns {
    /// As the source writes them, without empty ones behind the last.
    names: Vec<String>,
}

/// What a format is called, and what its header has.
pub(super) struct Format {
    pub(super) name: &'static str,
    pub(super) expected: &'static str,
}

impl Columns {
    fn of(header: Row<'_>) -> Self {
        let mut names: Vec<String> = header.fields().map(|name| name.trim().to_owned()).collect();
        while names.last().is_some_and(String::is_empty) {
            names.pop();
        }
        Self { names }
    }

    /// The column with one of these names, the first of them before the others. Names are in lower case and without what is
    /// neither letter nor digit, since releases differ in that: `CountryCode`, `Country Code`.
    pub(super) fn find(&self, names: &[&str]) -> Option<usize> {
        let is = |column: &str, name: &str| {
            let letters = column.bytes().filter(u8::is_ascii_alphanumeric);
            letters.map(|byte| byte.to_ascii_lowercase()).eq(name.bytes())
        };
        names.iter().find_map(|name| self.names.iter().position(|column| is(column, name)))
    }

    pub(super) fn has(&self, names: &[&str]) -> bool {
        self.find(names).is_some()
    }

    /// What stands in the columns that are not among some, with their names.
    pub(super) fn others(&self, row: &Row<'_>, used: &[Option<usize>]) -> Vec<(String, String)> {
        let others = (0..).zip(&self.names).filter(|(at, _)| !used.contains(&Some(*at)));
        let filled = others.filter(|(at, _)| !row.is_empty(*at));
        filled.map(|(at, name)| (name.clone(), row.field(at).to_owned())).collect()
    }
}

/// Reads a table: `plan` finds the columns, or says that these are others; `make` makes a record, or says that a row is none.
pub(super) fn read<T, P>(
    source: impl Read,
    options: &Options,
    format: &Format,
    plan: impl FnOnce(&Columns) -> Option<P>,
    mut make: impl FnMut(&Columns, &P, &Row<'_>, &mut Import<'_>) -> Result<Option<T>, Error>,
) -> Result<Reading<Vec<T>>, Error> {
    let mut import = Import::new(options, Scheme::WorldBank);
    let mut rows = import.rows(source, b',', true)?;
    let (columns, plan) = header(&mut rows, format, plan, &mut import)?;
    let width = columns.names.len();
    let mut data = Vec::new();
    while let Some(row) = rows.next()? {
        let row = match row {
            Ok(row) => row,
            Err(damaged) => {
                import.account.add_row();
                import.damaged(&damaged, 1)?;
                continue;
            }
        };
        if row.is_blank() {
            import.account.add_skipped("blank rows", 1);
            import.note(rules::FORMAT_FOOTER, Place::line(row.line), "", || {
                "a row that is no data".to_owned()
            });
            continue;
        }
        import.account.add_row();
        if row.broken || row.len() < width || (width..row.len()).any(|at| !row.is_empty(at)) {
            let place = Place::line(row.line);
            import.reject(rules::FORMAT_WIDTH, place, row.field(0), 1, || row.misfit(width))?;
            continue;
        }
        if let Some(record) = make(&columns, &plan, &row, &mut import)? {
            import.account.add_values(1);
            data.push(record);
        }
    }
    Ok(Reading { data, account: import.account })
}

/// The columns, which the first row that is not blank has.
fn header<R: Read, P>(
    rows: &mut Rows<R>,
    format: &Format,
    plan: impl FnOnce(&Columns) -> Option<P>,
    import: &mut Import<'_>,
) -> Result<(Columns, P), Error> {
    let mut first = None;
    while let Some(row) = rows.next()? {
        let Ok(row) = row else { break };
        if row.is_blank() {
            continue;
        }
        let columns = Columns::of(row);
        if let Some(plan) = plan(&columns) {
            if columns.names.len() < row.len() {
                let place = Place::field(row.line, columns.names.len());
                import.note(rules::FORMAT_EXTRA, place, "", || {
                    "an empty column follows the last one".to_owned()
                });
            }
            return Ok((columns, plan));
        }
        first = Some((row.line, row.fields().collect::<Vec<_>>().join(",")));
        break;
    }
    Err(missing(format.name, format.expected, first, rows.at_end()))
}

/// The text of a column, empty where the table does not have it.
pub(super) fn text(row: &Row<'_>, column: Option<usize>) -> String {
    column.map_or("", |at| row.field(at)).to_owned()
}
