//! Tables for tools that read those of Our World in Data.

use std::collections::{HashMap, HashSet};
use std::io::{self, Write};

use crate::country::{Area, Scheme};
use crate::io::losses::Losses;
use crate::metric::{Cell, Datum, Panel, Series, Variable};
use crate::time::{Period, PeriodKind};

/// What was written, and what of the panel the format has no place for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Written {
    /// Rows below the header.
    pub rows: u64,
    /// Numbers and words.
    pub values: u64,
    /// Missing values, written as empty cells without their reason.
    pub missing: u64,
    losses: Losses,
}

impl Written {
    /// What the format has no place for, and how often it was lost.
    ///
    /// Not written are `cells with dimensions`, which are about a part of a population or market, `cells of other periods` than
    /// those of the table, and `second cells for a period`. `flags`, `statuses` and `notes` are those of written cells. `areas` have
    /// no code of Our World in Data, and stand under their name, or under the code of their source where that is all there is to
    /// them.
    pub fn losses(&self) -> impl ExactSizeIterator<Item = (&'static str, u64)> {
        self.losses.iter().map(|(what, count)| (*what, count))
    }
}

/// Writes a panel as a table with the columns `Entity`, `Code` and `Year`, and one for each variable, under its name or else
/// its code.
///
/// A panel of days has a column `Day` in place of `Year`; where there are both, years are written. The format holds numbers as
/// they were written, and words. What it can't hold is counted in what is returned. Reading the table gives the same numbers
/// for the same countries.
///
/// # Errors
/// Those of the writer that is passed.
///
/// ```
/// use netpolity::io::{Options, itu, owid};
///
/// let file = "seriesCode,seriesName,entityIso,entityName,dataValue,dataYear,dataSource\n\
///     i99H,\"Users, in percent\",KSO,Kosovo,42.30,2012,ITU estimate.\n";
/// let panel = itu::read_csv(file.as_bytes(), &Options::new())?.data;
/// let mut table = Vec::new();
/// let written = owid::write_csv(&panel, &mut table)?;
/// assert_eq!(
///     String::from_utf8(table)?,
///     "Entity,Code,Year,\"Users, in percent\"\nKosovo,OWID_KOS,2012,42.30\n",
/// );
/// assert_eq!(written.values, 1);
/// // That it is an estimate, and what ITU said of it.
/// assert!(written.losses().eq([("flags", 1), ("statuses", 1)]));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn write_csv(panel: &Panel, to: impl Write) -> io::Result<Written> {
    let mut out = io::BufWriter::new(to);
    let mut written = Written::default();
    written.losses.add("second cells for a period", panel.duplicates().count() as u64);
    let fits = |series: &Series<'_>, kind| series.kind() == kind && series.dimensions().is_empty();
    let has_years = panel.series().any(|series| fits(&series, PeriodKind::Year));
    let has_days = panel.series().any(|series| fits(&series, PeriodKind::Day));
    let kind = if has_days && !has_years { PeriodKind::Day } else { PeriodKind::Year };

    // A column for each variable that has something in the table.
    let mut columns: Vec<&Variable> = Vec::new();
    let mut places: HashMap<&Variable, usize> = HashMap::new();
    let mut by_area: HashMap<&Area, Vec<(usize, Series<'_>)>> = HashMap::new();
    for series in panel.series() {
        if !fits(&series, kind) {
            let cells = series.iter().count() as u64;
            let what = if series.dimensions().is_empty() {
                "cells of other periods"
            } else {
                "cells with dimensions"
            };
            written.losses.add(what, cells);
            continue;
        }
        let column = *places.entry(series.variable()).or_insert_with(|| {
            columns.push(series.variable());
            columns.len() - 1
        });
        by_area.entry(series.area()).or_default().push((column, series));
    }

    write!(out, "Entity,Code,{}", if kind == PeriodKind::Day { "Day" } else { "Year" })?;
    for name in headers(&columns) {
        out.write_all(b",")?;
        field(&mut out, &name)?;
    }
    out.write_all(b"\n")?;
    for area in panel.areas() {
        let Some(series) = by_area.remove(area) else { continue };
        let (name, code) = label(panel, area, &mut written);
        rows(&mut out, (&name, &code), columns.len(), &series, &mut written)?;
    }
    out.flush()?;
    Ok(written)
}

/// The rows of one area.
fn rows(
    out: &mut impl Write,
    (name, code): (&str, &str),
    columns: usize,
    series: &[(usize, Series<'_>)],
    written: &mut Written,
) -> io::Result<()> {
    let mut cells: Vec<_> =
        series.iter().map(|(column, series)| (*column, series.iter().peekable())).collect();
    let mut row: Vec<Option<Cell<'_>>> = vec![None; columns];
    while let Some(period) = cells.iter_mut().filter_map(|(_, cells)| Some(cells.peek()?.0)).min() {
        row.fill(None);
        for (column, cells) in &mut cells {
            if let Some((_, cell)) = cells.next_if(|(next, _)| *next == period)
                && let Some(place) = row.get_mut(*column)
            {
                *place = Some(cell);
            }
        }
        field(out, name)?;
        out.write_all(b",")?;
        field(out, code)?;
        write!(out, ",{}", Time(period))?;
        for cell in &row {
            out.write_all(b",")?;
            if let Some(cell) = cell {
                count(*cell, written);
                match cell.datum() {
                    Datum::Number(number) => write!(out, "{number}")?,
                    Datum::Words(words) => field(out, words)?,
                    Datum::Missing(_) => {}
                }
            }
        }
        out.write_all(b"\n")?;
        written.rows += 1;
    }
    Ok(())
}

fn count(cell: Cell<'_>, written: &mut Written) {
    match cell.missing() {
        Some(_) => written.missing += 1,
        None => written.values += 1,
    }
    written.losses.add("flags", u64::from(!cell.flags().is_empty()));
    written.losses.add("statuses", u64::from(cell.status().is_some()));
    written.losses.add("notes", u64::from(cell.note().is_some()));
}

/// Years have no leading zeros.
struct Time(Period);

impl std::fmt::Display for Time {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match (self.0.kind(), self.0.year()) {
            (PeriodKind::Year, Some(year)) => write!(f, "{year}"),
            _ => write!(f, "{}", self.0),
        }
    }
}

/// Names of columns, each once.
fn headers(columns: &[&Variable]) -> Vec<String> {
    let mut taken: HashSet<String> = HashSet::new();
    let mut headers = Vec::new();
    for variable in columns {
        let (name, code) = (variable.name.trim(), variable.code.trim());
        let first = [name, code].into_iter().find(|text| !text.is_empty()).unwrap_or("Value");
        let mut header = first.to_owned();
        if taken.contains(&header) && !code.is_empty() {
            header = format!("{first} ({code})");
        }
        let base = header.clone();
        let mut number = 2_u64;
        while !taken.insert(header.clone()) {
            header = format!("{base} {number}");
            number += 1;
        }
        headers.push(header);
    }
    headers
}

/// The name and the code under which an area is written.
fn label(panel: &Panel, area: &Area, written: &mut Written) -> (String, String) {
    let label = panel.labels(area).first();
    let name = label.map(|label| label.name.trim()).filter(|name| !name.is_empty());
    let name = name.map(str::to_owned);
    if let Some(code) = Scheme::Owid.code_of(area.clone(), None) {
        return (name.unwrap_or_else(|| area.to_string()), code.into_owned());
    }
    written.losses.add("areas", 1);
    match area {
        // Read back by its name, where that is all the source has, or else by its code.
        Area::Special(special) if name.as_deref() == Some(special.as_str()) => {
            (special.to_string(), String::new())
        }
        Area::Special(special) => {
            (name.unwrap_or_else(|| special.to_string()), special.to_string())
        }
        _ => (name.unwrap_or_else(|| area.to_string()), String::new()),
    }
}

/// Writes a field, in quotes where it needs them.
fn field(out: &mut impl Write, text: &str) -> io::Result<()> {
    if !text.contains([',', '"', '\n', '\r']) {
        return out.write_all(text.as_bytes());
    }
    out.write_all(b"\"")?;
    for (at, part) in text.split('"').enumerate() {
        if at > 0 {
            out.write_all(b"\"\"")?;
        }
        out.write_all(part.as_bytes())?;
    }
    out.write_all(b"\"")
}
