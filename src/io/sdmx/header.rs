//! The header of SDMX-CSV.

use std::io::Read;

use super::components::{
    CONFIDENTIALITY, Components, FREQUENCY, SCALE, STATUS, UNIT, is_common_attribute,
};
use super::note;
use super::status::Codes;
use crate::io::error::Error;
use crate::io::rows::Row;

pub(super) const FORMAT: &str = "SDMX-CSV";

/// How fields are separated, which the first field of the header tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Separators {
    pub(super) fields: u8,
    /// Between the values of one field; `;` where the header does not say.
    pub(super) values: char,
}

/// Reads the beginning of a message, up to the separator behind the first field; returns what was read as well.
pub(super) fn separators(mut source: impl Read) -> Result<(Separators, Vec<u8>), Error> {
    const ENOUGH: u64 = 256;
    let mut begin = Vec::new();
    source.by_ref().take(ENOUGH).read_to_end(&mut begin)?;
    let text = String::from_utf8_lossy(&begin);
    let text = text.trim_start_matches('\u{feff}').trim_start();
    if text.is_empty() {
        return Err(Error::empty());
    }
    if text.starts_with('<') {
        return Err(Error::markup(text.lines().next().unwrap_or_default()));
    }
    let (quoted, name) = match text.strip_prefix('"') {
        Some(name) => (true, name),
        None => (false, text),
    };
    let rest = name.strip_prefix("STRUCTURE").or_else(|| name.strip_prefix("DATAFLOW"));
    let mut values = ';';
    let rest = rest.and_then(|rest| match rest.strip_prefix('[') {
        Some(inside) => {
            let mut inside = inside.chars();
            values = inside.next()?;
            inside.as_str().strip_prefix(']')
        }
        None => Some(rest),
    });
    let rest = rest.and_then(|rest| if quoted { rest.strip_prefix('"') } else { Some(rest) });
    let fields = rest.and_then(|rest| match rest.bytes().next() {
        None | Some(b'\r' | b'\n') => Some(b','),
        // A label: `DATAFLOW:Dataflow`.
        Some(b':') => rest.bytes().find(|byte| matches!(byte, b',' | b';' | b'\t' | b'|')),
        Some(byte) => {
            (byte.is_ascii() && !byte.is_ascii_alphanumeric() && !b"_\" ".contains(&byte))
                .then_some(byte)
        }
    });
    let Some(fields) = fields else {
        let line = text.lines().next().unwrap_or_default();
        return Err(Error::format(FORMAT, 1, "`STRUCTURE` or `DATAFLOW` in front", line));
    };
    Ok((Separators { fields, values }, begin))
}

/// A column with codes, and perhaps their labels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Column {
    pub(super) at: usize,
    pub(super) id: String,
    /// Codes have labels behind them: `A: Annual`.
    pub(super) both: bool,
    /// Labels stand in a column of their own.
    pub(super) label: Option<usize>,
}

impl Column {
    /// The code in a row, and its label.
    pub(super) fn read<'r>(&self, row: Row<'r>) -> (&'r str, &'r str) {
        let text = row.field(self.at).trim();
        if let Some(label) = self.label {
            return (text, row.field(label));
        }
        if self.both
            && let Some((code, label)) = text.split_once(": ")
        {
            return (code.trim(), label.trim());
        }
        (text, "")
    }
}

/// What stands in which column.
#[derive(Debug)]
pub(super) struct Columns {
    /// Of the header, without empty ones behind the last.
    pub(super) width: usize,
    pub(super) action: Option<usize>,
    pub(super) structure: usize,
    pub(super) structure_name: Option<usize>,
    pub(super) area: Option<Column>,
    pub(super) time: Option<Column>,
    pub(super) variable: Option<Column>,
    pub(super) frequency: Option<Column>,
    pub(super) status: Option<(Column, Codes)>,
    pub(super) confidentiality: Option<Column>,
    pub(super) unit: Option<Column>,
    pub(super) scale: Option<Column>,
    pub(super) measures: Vec<Column>,
    pub(super) dimensions: Vec<Column>,
    /// Those whose values go into remarks.
    pub(super) attributes: Vec<Column>,
}

impl Columns {
    pub(super) fn new(
        row: Row<'_>,
        components: &Components,
        separators: Separators,
    ) -> Result<Self, Error> {
        let names: Vec<&str> = row.fields().map(str::trim).collect();
        let width = names.iter().rposition(|name| !name.is_empty()).map_or(0, |last| last + 1);
        let first = names.first().copied().unwrap_or_default();
        let old = first.starts_with("DATAFLOW");
        let position = |name: &str| names.iter().position(|other| *other == name);
        let (structure, structure_name) = if old {
            (0, None)
        } else {
            (position("STRUCTURE_ID").unwrap_or(0), position("STRUCTURE_NAME"))
        };
        if !old && structure == 0 {
            let expected = "a column `STRUCTURE_ID`";
            return Err(Error::format(FORMAT, row.line, expected, &names.join(",")));
        }
        let own = |at: usize, name: &str| {
            at == 0
                || !old && matches!(name, "STRUCTURE_ID" | "STRUCTURE_NAME")
                || matches!(name, "ACTION" | "SERIES_KEY" | "OBS_KEY")
        };
        let action = position("ACTION");
        let mut all = Vec::with_capacity(width);
        let mut at = 0;
        while at < width {
            let name = names.get(at).copied().unwrap_or_default();
            if own(at, name) {
                at += 1;
                continue;
            }
            let (id, both) = match name.split_once(':') {
                Some((id, _)) => (id.trim(), true),
                None => (name, false),
            };
            // With names in columns of their own, each column is followed by that of its labels.
            let has_labels = structure_name.is_some()
                && names.get(at + 1).is_some_and(|next| at + 1 < width && !is_known(next));
            let label = has_labels.then_some(at + 1);
            all.push((id, Column { at, id: id.to_owned(), both, label }));
            at += 1 + usize::from(has_labels);
        }
        let mut columns = Self::of(all, components, separators);
        (columns.width, columns.action) = (width, action);
        (columns.structure, columns.structure_name) = (structure, structure_name);
        columns.check(row, components)?;
        Ok(columns)
    }

    fn of(all: Vec<(&str, Column)>, components: &Components, separators: Separators) -> Self {
        let ids: Vec<&str> = all.iter().map(|(id, _)| bare(id).0).collect();
        let find = |names: &[&str]| {
            names.iter().find_map(|name| ids.iter().position(|id| id.eq_ignore_ascii_case(name)))
        };
        let (area, time) = (components.area_in(&ids), components.time_in(&ids));
        let (variable, frequency) = (components.variable_in(&ids), find(&[FREQUENCY]));
        let (unit, scale) = (find(&[UNIT]), find(&[SCALE]));
        let (status, confidentiality) = (find(STATUS), find(CONFIDENTIALITY));
        let mut columns = Self {
            width: 0,
            action: None,
            structure: 0,
            structure_name: None,
            area: None,
            time: None,
            variable: None,
            frequency: None,
            status: None,
            confidentiality: None,
            unit: None,
            scale: None,
            measures: Vec::new(),
            dimensions: Vec::new(),
            attributes: Vec::new(),
        };
        for (number, (_, column)) in all.into_iter().enumerate() {
            let is = |position: Option<usize>| position == Some(number);
            let (id, several) = bare(&column.id);
            let id = id.to_owned();
            if is(area) {
                columns.area = Some(column);
            } else if is(time) {
                columns.time = Some(column);
            } else if is(variable) {
                columns.variable = Some(column);
            } else if components.is_measure(&id) {
                columns.measures.push(column);
            } else if is(frequency) {
                columns.frequency = Some(column);
            } else if is(status) {
                let codes = if id.eq_ignore_ascii_case("OBS_FLAG") {
                    Codes::Eurostat
                } else if several {
                    Codes::Several(separators.values)
                } else {
                    Codes::One
                };
                columns.status = Some((column, codes));
            } else if is(unit) {
                columns.unit = Some(column);
            } else if is(scale) {
                columns.scale = Some(column);
            } else if several || components.is_attribute(&id) {
                // Dimensions have one value.
                if is(confidentiality) {
                    columns.confidentiality = Some(column.clone());
                }
                columns.attributes.push(column);
            } else {
                columns.dimensions.push(column);
            }
        }
        columns
    }

    /// What is needed to say of what a value is.
    fn check(&self, row: Row<'_>, components: &Components) -> Result<(), Error> {
        let lacks = |expected: &str| {
            let found: Vec<&str> = row.fields().collect();
            Err(Error::format(FORMAT, row.line, expected, &found.join(",")))
        };
        if self.measures.is_empty() {
            return match components.measures.first() {
                Some(measure) => lacks(&format!("a column `{measure}`")),
                None => Ok(()),
            };
        }
        if self.time.is_none() {
            return lacks("a column `TIME_PERIOD`, or that which `Components::time` names");
        }
        if self.area.is_none() && components.everywhere.is_none() {
            return lacks("a column `REF_AREA`, or that which `Components::area` names");
        }
        Ok(())
    }
}

/// An id without the brackets of several values or languages, and whether it had them: `ATTR[]`, `ATTR[en;fr]`.
fn bare(id: &str) -> (&str, bool) {
    match id.split_once('[') {
        Some((bare, _)) => (bare, true),
        None => (id, false),
    }
}

/// Whether a column's name is that of a component, and so not the heading of labels.
fn is_known(name: &str) -> bool {
    let (name, _) = bare(name);
    let upper = !name.is_empty() && name.bytes().all(|b| b.is_ascii_uppercase() || b == b'_');
    upper && note::is_id(name) && is_common_attribute(name)
        || matches!(
            name,
            "REF_AREA" | "TIME_PERIOD" | "OBS_VALUE" | "FREQ" | "INDICATOR" | "SERIES"
        )
}
