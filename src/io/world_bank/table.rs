//! Tables with a column for each period.

use std::io::Read;

use crate::country::Scheme;
use crate::finding::importing as rules;
use crate::io::error::{Error, shortened};
use crate::io::import::{Import, Place, Subject};
use crate::io::rows::{Damaged, Row, Rows};
use crate::io::{Options, Reading, period};
use crate::metric::{DimensionsId, Panel, VariableId};
use crate::time::{Grid, PartialDate, Period};

use super::header::missing;
use super::variable;

const FORMAT: &str = "World Bank table";

/// Reads a table of the World Bank: the file of one indicator, with or without its preamble; `WDIData.csv` of the bulk
/// download; an export of `DataBank`.
///
/// All have a row for each area and indicator, and a column for each period. Columns are known by their names, whatever
/// their order. An empty cell, or `..`, is a missing value. The preamble and the footer say when the data was last updated.
///
/// # Errors
/// [`Error::Format`] where there is no header with the columns of the format; otherwise see [`Error`].
///
/// ```
/// use netpolity::country::Country;
/// use netpolity::io::{Options, world_bank};
/// use netpolity::Period;
///
/// let file = "\"Country Name\",\"Country Code\",\"Indicator Name\",\"Indicator Code\",\"2012\",\"2013\",\n\
///     \"Namibia\",\"NAM\",\"Individuals using the Internet (% of population)\",\"IT.NET.USER.ZS\",\"12.94\",\"13.9\",\n";
/// let panel = world_bank::read_csv(file.as_bytes(), &Options::new())?.data;
/// assert_eq!(panel.value("IT.NET.USER.ZS", Country::NAM, Period::from_year(2013)?), Some(13.9));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn read_csv(source: impl Read, options: &Options) -> Result<Reading<Panel>, Error> {
    let mut import = Import::new(options, Scheme::WorldBank);
    let mut rows = import.rows(source, b',', true)?;
    let columns = header(&mut rows, &mut import)?;
    let mut variable = None;
    let mut of_several = false;
    while let Some(row) = rows.next()? {
        match row {
            Ok(row) => {
                let found = columns.row(row, &mut import)?;
                of_several |= found.is_some() && variable.is_some_and(|first| Some(first) != found);
                variable = variable.or(found);
            }
            Err(damaged) => columns.damaged(&damaged, &mut import)?,
        }
    }
    // The file of one indicator has a preamble, that of all has none, and both have one header.
    if columns.wants_preamble && !of_several {
        import.note(rules::FORMAT_PREAMBLE, Place::line(columns.line), "", || {
            "the preamble with the date of the last update is missing".to_owned()
        });
    }
    Ok(import.finish())
}

/// Where what stands in a table.
struct Columns {
    area: usize,
    area_code: usize,
    name: usize,
    code: usize,
    periods: Vec<PeriodColumn>,
    /// Columns whose period could not be read.
    lost: Vec<usize>,
    /// Of the header, without empty ones behind the last.
    width: usize,
    /// The line of the header.
    line: u64,
    /// It is a header in front of which a preamble stands, and there was none.
    wants_preamble: bool,
}

#[derive(Clone, Copy)]
struct PeriodColumn {
    at: usize,
    grid: Grid,
    number: i32,
}

/// Reads up to the header.
fn header<R: Read>(rows: &mut Rows<R>, import: &mut Import<'_>) -> Result<Columns, Error> {
    const SEARCHED: usize = 10;
    let mut preamble = false;
    let mut unknown: Vec<(u64, String)> = Vec::new();
    for _ in 0..SEARCHED {
        let Some(row) = rows.next()? else { break };
        let Ok(row) = row else { break };
        if let Some(mut columns) = columns(row, import)? {
            columns.wants_preamble &= !preamble;
            for (line, text) in unknown {
                import.note(rules::FORMAT_PREAMBLE, Place::line(line), &text, || {
                    format!("`{}` is no line of the preamble", shortened(&text))
                });
            }
            return Ok(columns);
        }
        match row.field(0) {
            "Data Source" => {
                preamble = true;
                let dataset = row.field(1).to_owned();
                import.vintage(|vintage| vintage.dataset = Some(dataset));
            }
            "Last Updated Date" => {
                preamble = true;
                let published = row.field(1).trim().parse().ok();
                import.vintage(|vintage| vintage.published = published);
                if published.is_none() {
                    unknown.push((row.line, row.field(1).to_owned()));
                }
            }
            _ if row.is_blank() => {}
            text => unknown.push((row.line, text.to_owned())),
        }
    }
    let expected = "a header with `Country Name`, `Country Code`, names and codes of indicators, and the periods";
    Err(missing(FORMAT, expected, unknown.into_iter().next(), rows.at_end()))
}

/// The columns of a header; `None` where the row is none.
fn columns(row: Row<'_>, import: &mut Import<'_>) -> Result<Option<Columns>, Error> {
    let find = |names: [&str; 2]| row.fields().position(|field| names.contains(&field.trim()));
    let (Some(area), Some(area_code)) =
        (find(["Country Name", "Country"]), find(["Country Code", "CountryCode"]))
    else {
        return Ok(None);
    };
    let (Some(name), Some(code)) =
        (find(["Indicator Name", "Series Name"]), find(["Indicator Code", "Series Code"]))
    else {
        return Ok(None);
    };
    let width = row.width();
    if width < row.len() {
        let message = || "an empty column follows the last one".to_owned();
        import.note(rules::FORMAT_EXTRA, Place::field(row.line, width), "", message);
    }
    let (mut periods, mut lost) = (Vec::with_capacity(width), Vec::new());
    for (at, text) in row.fields().enumerate().take(width) {
        if [area, area_code, name, code].contains(&at) {
            continue;
        }
        match period::read(text).and_then(Period::on_grid) {
            Some((grid, number)) => periods.push(PeriodColumn { at, grid, number }),
            None => lost.push(at),
        }
    }
    // Other tables, such as one with a row for each value, begin with the same columns.
    if periods.is_empty() && !lost.is_empty() {
        return Ok(None);
    }
    for at in &lost {
        let text = row.field(*at);
        import.refuse(rules::PERIOD, Place::field(row.line, *at), text, || {
            format!("`{}` is no period; what stands in the column is rejected", shortened(text))
        })?;
    }
    let wants_preamble = row.field(code).trim() == "Indicator Code";
    let line = row.line;
    Ok(Some(Columns { area, area_code, name, code, periods, lost, width, line, wants_preamble }))
}

impl Columns {
    /// Reads a row; its variable, where it is one of data.
    fn row(&self, row: Row<'_>, import: &mut Import<'_>) -> Result<Option<VariableId>, Error> {
        let columns = self;
        let has_surplus = || (columns.width..row.len()).any(|at| !row.field(at).is_empty());
        let (code, area_code) = (row.field(columns.code), row.field(columns.area_code));
        // Its text stands in the first column, which is none of values.
        let is_value = || columns.periods.iter().any(|column| column.at == 0);
        if (code.is_empty() || area_code.is_empty()) && !is_value() && footer(row, import) {
            return Ok(None);
        }
        import.account.add_row();
        let filled = || {
            let values = columns.periods.iter().map(|column| column.at);
            let values = values.chain(columns.lost.iter().copied());
            values.filter(|at| !row.is_empty(*at)).count() as u64
        };
        if row.broken || row.len() < columns.width || has_surplus() {
            let surplus = (columns.width..row.len()).filter(|at| !row.is_empty(*at)).count() as u64;
            let message = || row.misfit(columns.width);
            let place = Place::line(row.line);
            import.reject(rules::FORMAT_WIDTH, place, row.field(0), filled() + surplus, message)?;
            return Ok(None);
        }
        let place = Place::field(row.line, columns.area_code);
        let Some(area) = import.area(place, area_code, row.field(columns.area), filled)? else {
            return Ok(None);
        };
        if !columns.lost.is_empty() {
            let lost = columns.lost.iter().filter(|at| !row.is_empty(**at)).count() as u64;
            import.account.add_rejected(lost);
        }
        let variable = variable::of(import, code, row.field(columns.name), "");
        let mut subject = Subject::new(variable, area, DimensionsId::default());
        let (mut values, mut missing) = (0, 0);
        for column in &columns.periods {
            if row.is_empty(column.at) {
                missing += 1;
                continue;
            }
            let text = row.field(column.at);
            if text == ".." {
                missing += 1;
                continue;
            }
            let place = Place::field(row.line, column.at);
            let Some(number) = import.number(place, text)? else { continue };
            let series = subject.series(column.grid, &mut import.builder);
            if import.builder.put_number(series, column.number, number, row.line) {
                values += 1;
            } else if let Some(period) = column.grid.period(column.number) {
                import.too_far(place, period)?;
            }
        }
        import.account.add_values(values);
        import.account.add_missing(missing);
        Ok(Some(variable))
    }

    fn damaged(&self, row: &Damaged<'_>, import: &mut Import<'_>) -> Result<(), Error> {
        import.account.add_row();
        let values = self.periods.iter().map(|column| column.at).chain(self.lost.iter().copied());
        let filled = values.map(|at| row.filled(at..at + 1)).sum();
        import.damaged(row, filled)
    }
}

/// Whether a row without codes stands behind the data: it is blank, or a remark such as where the data is from.
fn footer(row: Row<'_>, import: &mut Import<'_>) -> bool {
    if row.fields().skip(1).any(|field| !field.trim().is_empty()) {
        return false;
    }
    let text = row.field(0).trim();
    if let Some(dataset) = text.strip_prefix("Data from database: ") {
        let dataset = dataset.to_owned();
        import.vintage(|vintage| vintage.dataset = Some(dataset));
    } else if let Some(date) = text.strip_prefix("Last Updated: ") {
        let published = american(date);
        import.vintage(|vintage| vintage.published = published);
    }
    import.note(rules::FORMAT_FOOTER, Place::line(row.line), text, || {
        "a row that is no data".to_owned()
    });
    true
}

/// The date of a footer, with the month in front: `01/28/2025`.
fn american(text: &str) -> Option<PartialDate> {
    let mut parts = text.trim().splitn(3, '/');
    let (month, day, year) = (parts.next()?, parts.next()?, parts.next()?);
    PartialDate::from_day(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

#[cfg(test)]
pub(in crate::io) const CASES: crate::io::cases::Cases = {
    use crate::io::cases::{Cases, case};
    const HEADER: &str = r#""Data Source","World Development Indicators",

"Last Updated Date","2026-02-24",

"Country Name","Country Code","Indicator Name","Indicator Code","2012","2013"
"#;
    Cases {
        read: |text| read_csv(text, &Options::new()).map(|read| read.account),
        cases: &[
            case(
                "KEY-001",
                &[HEADER, "a,NAM,Users,I,1,2\na,NAM,Users,I,1,\n"],
                &[HEADER, "a,NAM,Users,I,1,2\na,NOR,Users,I,1,\n"],
            ),
            case(
                "KEY-002",
                &[HEADER, "a,NAM,Users,I,1,2\na,NAM,Users,I,3,\n"],
                &[HEADER, "a,NAM,Users,I,1,2\na,NAM,Others,I,3,\n"],
            ),
            case(
                "FMT-008",
                &[HEADER, "C\u{fffd}te d'Ivoire,CIV,Users,I,1,2\n"],
                &[HEADER, "Côte d'Ivoire,CIV,Users,I,1,2\n"],
            ),
            case(
                "AREA-001",
                &[HEADER, "Namibia,,Users,I,1,2\n"],
                &[HEADER, "Namibia,NAM,Users,I,1,2\n"],
            ),
            case(
                "AREA-002",
                &[HEADER, "Romania,ROM,Users,I,1,2\n"],
                &[HEADER, "Romania,ROU,Users,I,1,2\n"],
            ),
            case(
                "AREA-003",
                &[HEADER, "Kosovo,XKX,Users,I,1,2\n"],
                &[HEADER, "Serbia,SRB,Users,I,1,2\n"],
            ),
            case(
                "AREA-006",
                &[HEADER, "?,Q9Q,Users,I,1,2\n"],
                &[HEADER, "Not classified,INX,Users,I,1,2\n"],
            ),
            case(
                "PRD-001",
                &["Country Name,Country Code,Indicator Name,Indicator Code,2012,2O13\n"],
                &[HEADER],
            ),
            case("VAL-001", &[HEADER, "a,NAM,Users,I,inf,\n"], &[HEADER, "a,NAM,Users,I,1e9,\n"]),
            case(
                "VAL-005",
                &[HEADER, "a,NAM,Users,I,\"1,234\",\n"],
                &[HEADER, "a,NAM,Users,I,1234,\n"],
            ),
            case("VAL-006", &[HEADER, "a,NAM,Users,I,n/a,\n"], &[HEADER, "a,NAM,Users,I,..,\n"]),
            case("FMT-001", &["\u{feff}", HEADER], &[HEADER]),
            case(
                "FMT-002",
                &["Country Name,Country Code,Indicator Name,Indicator Code,2012\n"],
                &[HEADER],
            ),
            case(
                "FMT-003",
                &["Country Name,Country Code,Indicator Name,Indicator Code,2012,\n"],
                &[HEADER],
            ),
            case(
                "FMT-004",
                &[HEADER, "a,NAM,Users,I,1,2\nLast Updated: 01/28/2025,,,,,\n"],
                &[HEADER, "a,NAM,Users,I,1,2\n"],
            ),
            case("FMT-005", &[HEADER, "a,NAM,Users,I,1\n"], &[HEADER, "a,NAM,Users,I,1,\n"]),
            case("FMT-007", &["<!DOCTYPE html>\n<html>"], &[HEADER]),
        ],
    }
};

#[cfg(test)]
mod tests;
