//! A mapping laid over the columns of one file.

use std::collections::BTreeSet;

use super::mapping::{Column, Mapping, Values, When};
use crate::finding::importing as rules;
use crate::io::error::{Error, shortened};
use crate::io::import::{Import, Place};
use crate::io::period;
use crate::text::suggest;
use crate::time::{Grid, Period};

/// The names of the columns of a file.
#[derive(Debug)]
pub(in crate::io) struct Header {
    pub(in crate::io) line: u64,
    pub(in crate::io) names: Vec<String>,
}

/// Where the period of a row stands, by positions from 0.
#[derive(Debug, Clone, Copy)]
pub(super) enum WhenAt {
    Field(usize),
    Fixed(Period),
    Date {
        year: usize,
        month: usize,
        day: Option<usize>,
    },
    /// In the header.
    Columns,
}

/// A column with values.
#[derive(Debug, Clone, Copy)]
pub(super) struct ValueAt {
    pub(super) at: usize,
    /// The number of its [`Values`] in the mapping.
    pub(super) values: usize,
    pub(super) period: Option<(Grid, i32)>,
    pub(super) status: Option<usize>,
    pub(super) note: Option<usize>,
}

#[derive(Debug)]
pub(super) struct Layout {
    pub(super) area_code: Option<usize>,
    pub(super) area_name: Option<usize>,
    pub(super) code: Option<usize>,
    pub(super) name: Option<usize>,
    pub(super) unit: Option<usize>,
    pub(super) dimensions: Vec<(String, usize)>,
    pub(super) when: WhenAt,
    pub(super) values: Vec<ValueAt>,
    /// Columns that decide on the series, in a fixed order.
    pub(super) keys: Vec<usize>,
    /// Columns that are neither mapped nor ignored; in a file without a header only those before the last mapped one.
    pub(super) unmapped: Vec<usize>,
    pub(super) ignored: Vec<usize>,
    pub(super) width: usize,
}

/// Finds the columns of a mapping.
struct Finder<'h> {
    format: &'static str,
    header: Option<&'h Header>,
    found: BTreeSet<usize>,
}

impl Layout {
    pub(super) fn new(
        mapping: &Mapping,
        format: &'static str,
        header: Option<&Header>,
        import: &mut Import<'_>,
    ) -> Result<Self, Error> {
        check(mapping)?;
        let mut finder = Finder { format, header, found: BTreeSet::new() };
        let area_code = finder.find_any(mapping.area_code.as_ref())?;
        let area_name = finder.find_any(mapping.area_name.as_ref())?;
        let code = finder.find_any(mapping.variable_code.as_ref())?;
        let name = finder.find_any(mapping.variable_name.as_ref())?;
        let unit = finder.find_any(mapping.unit_text.as_ref())?;
        let mut dimensions = Vec::new();
        for (name, column) in &mapping.dimensions {
            dimensions.push((name.clone(), finder.find(column)?));
        }
        let when = match &mapping.period {
            None => WhenAt::Columns,
            Some(When::Fixed(period)) => WhenAt::Fixed(*period),
            Some(When::Column(column)) => WhenAt::Field(finder.find(column)?),
            Some(When::Date { year, month, day }) => WhenAt::Date {
                year: finder.find(year)?,
                month: finder.find(month)?,
                day: finder.find_any(day.as_ref())?,
            },
        };
        let mut ignored = Vec::new();
        for column in &mapping.ignored {
            ignored.push(finder.find(column)?);
        }
        let mut values = Vec::new();
        for (number, one) in mapping.values.iter().enumerate() {
            if let Some(column) = &one.column {
                let at = finder.find(column)?;
                let status = finder.find_any(one.status.as_ref())?;
                let note = finder.find_any(one.note.as_ref())?;
                values.push(ValueAt { at, values: number, period: None, status, note });
            }
        }
        for (number, one) in mapping.values.iter().enumerate() {
            if one.column.is_none() {
                finder.periods(number, one, mapping, &mut values, import)?;
            }
        }
        let width = match header {
            Some(header) => width(&header.names),
            None => finder.found.last().map_or(0, |last| last + 1),
        };
        if let Some(header) = header.filter(|header| width < header.names.len()) {
            let message = || "an empty column follows the last one".to_owned();
            import.note(rules::FORMAT_EXTRA, Place::field(header.line, width), "", message);
        }
        let unmapped = (0..width).filter(|at| !finder.found.contains(at)).collect();
        let mut keys: Vec<usize> =
            [area_code, area_name, code, name, unit].into_iter().flatten().collect();
        keys.extend(dimensions.iter().map(|(_, at)| *at));
        Ok(Self {
            area_code,
            area_name,
            code,
            name,
            unit,
            dimensions,
            when,
            values,
            keys,
            unmapped,
            ignored,
            width,
        })
    }
}

/// Up to the last column with a name.
fn width(names: &[String]) -> usize {
    names.iter().rposition(|name| !name.trim().is_empty()).map_or(0, |last| last + 1)
}

/// Refuses a mapping that can be that of no file.
fn check(mapping: &Mapping) -> Result<(), Error> {
    let refused = |message: &str| Err(Error::Mapping { message: message.to_owned() });
    if !mapping.delimiter.is_ascii() || matches!(mapping.delimiter, '"' | '\r' | '\n') {
        return refused("has a delimiter that is no ASCII character, a quote or the end of a line");
    }
    if mapping.area_code.is_none() && mapping.area_name.is_none() && mapping.area.is_none() {
        return refused("does not say which area a row is about");
    }
    if mapping.area_code.is_some() && mapping.scheme.is_none() {
        return refused("does not say whose codes those of the areas are");
    }
    let wide = mapping.values.iter().filter(|values| values.column.is_none()).count();
    match (mapping.values.len(), wide, &mapping.period) {
        (0, ..) => refused("has no column with values"),
        (_, 0, None) => refused("does not say where the period stands"),
        (_, 1.., Some(_)) => {
            refused("says where the period of a row stands, and that columns are periods")
        }
        (_, 2.., None) => refused("has two sorts of values in the same columns"),
        (all, 1, None) if all > 1 => {
            refused("has values in a column that is no period, and no period for them")
        }
        _ => Ok(()),
    }
}

impl Finder<'_> {
    fn find_any(&mut self, column: Option<&Column>) -> Result<Option<usize>, Error> {
        column.map(|column| self.find(column)).transpose()
    }

    fn find(&mut self, column: &Column) -> Result<usize, Error> {
        const MOST: usize = 1 << 16;
        let at = match (column, self.header) {
            (Column::Number(0), _) => {
                return Err(Error::Mapping { message: "counts columns from 0, not from 1".into() });
            }
            (Column::Number(MOST..), None) => {
                return Err(Error::Mapping {
                    message: format!("names {column}, and has too many"),
                });
            }
            (Column::Number(number), None) => number - 1,
            (Column::Number(number), Some(header)) => {
                if *number > header.names.len() {
                    return Err(self.missing(header, column, ""));
                }
                number - 1
            }
            (Column::Name(name), None) => {
                let message = format!("names a column `{name}` in a file without a header");
                return Err(Error::Mapping { message });
            }
            (Column::Name(name), Some(header)) => {
                let is_it = |other: &String| other.trim() == name.trim();
                match header.names.iter().position(is_it) {
                    Some(at) if header.names.iter().rposition(is_it) == Some(at) => at,
                    Some(_) => {
                        return Err(self.missing(header, column, " once; name it by number"));
                    }
                    None => return Err(self.missing(header, column, "")),
                }
            }
        };
        self.found.insert(at);
        Ok(at)
    }

    fn missing(&self, header: &Header, column: &Column, why: &str) -> Error {
        let names = || header.names.iter().map(|name| name.trim());
        let near = match column {
            Column::Name(name) => names()
                .find(|other| other.eq_ignore_ascii_case(name) && *other != name)
                .or_else(|| suggest(name, names().filter(|other| other != name))),
            Column::Number(_) => None,
        };
        let hint = near.map(|near| format!(" (there is `{near}`)")).unwrap_or_default();
        let expected = format!("{column}{why}{hint}");
        Error::format(self.format, header.line, expected, &header.names.join(", "))
    }

    /// The columns that have a period for a name, with those of their status and notes.
    fn periods(
        &mut self,
        number: usize,
        values: &Values,
        mapping: &Mapping,
        found: &mut Vec<ValueAt>,
        import: &mut Import<'_>,
    ) -> Result<(), Error> {
        let Some(header) = self.header else {
            let message = "seeks periods in the header of a file that has none".to_owned();
            return Err(Error::Mapping { message });
        };
        let of = |text: &str| read_period(text, mapping.compact_periods)?.on_grid();
        let beside = |column: &Option<Column>, period: (Grid, i32)| {
            let Some(Column::Name(prefix)) = column else { return None };
            let is_it =
                |name: &String| name.strip_prefix(prefix.as_str()).and_then(of) == Some(period);
            header.names.iter().position(is_it)
        };
        let taken = std::mem::take(&mut self.found);
        for (at, text) in header.names.iter().enumerate().filter(|(at, _)| !taken.contains(at)) {
            let Some(period) = of(text) else { continue };
            let (status, note) = (beside(&values.status, period), beside(&values.note, period));
            self.found.extend([at].into_iter().chain(status).chain(note));
            found.push(ValueAt { at, values: number, period: Some(period), status, note });
        }
        self.found.extend(taken);
        if found.is_empty() {
            let names = header.names.join(", ");
            return Err(Error::format(
                self.format,
                header.line,
                "columns that have a period for a name",
                &names,
            ));
        }
        // A year that was mistyped would be lost among the columns that are not mapped.
        for (at, text) in header.names.iter().enumerate() {
            let digits = text.bytes().filter(u8::is_ascii_digit).count();
            if !self.found.contains(&at) && text.len() <= 8 && digits >= 3 {
                let message = || format!("`{}` is no period", shortened(text));
                import.refuse(rules::PERIOD, Place::field(header.line, at), text, message)?;
            }
        }
        Ok(())
    }
}

/// A period in a notation of the field or, where that is declared, in digits only.
pub(super) fn read_period(text: &str, compact: bool) -> Option<Period> {
    let text = text.trim();
    if compact && matches!(text.len(), 6 | 8) && text.bytes().all(|byte| byte.is_ascii_digit()) {
        let (year, rest) = text.split_at_checked(4)?;
        let (month, day) = rest.split_at_checked(2)?;
        let (year, month) = (year.parse().ok()?, month.parse().ok()?);
        if day.is_empty() {
            return Period::from_month(year, month).ok();
        }
        return chrono::NaiveDate::from_ymd_opt(year, month, day.parse().ok()?).map(Period::from);
    }
    period::read(text)
}
