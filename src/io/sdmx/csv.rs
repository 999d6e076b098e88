//! SDMX-CSV.

use std::collections::HashMap;
use std::io::Read;

use super::components::Components;
use super::header::{Column, Columns, separators};
use super::note;
use super::observation::{Described, Marks, Subject, cell, is_confidential, scale};
use super::status::{Codes, Status};
use crate::finding::importing as rules;
use crate::io::error::{Error, shortened};
use crate::io::import::{Import, Place};
use crate::io::rows::{Damaged, Row};
use crate::io::{Options, Reading};
use crate::metric::{AreaId, Panel};

/// Reads a message in SDMX-CSV 1.0, 2.0 or 2.1, with labels or without.
///
/// An entry of the account is a value: a cell in the column of each measure. Where there is no measure, it is a row. Of the
/// rows:
///
/// - those with the action `D` are skipped as deletions; other actions are read alike, and so is none;
/// - those that give attributes to a part of a key, as the periods of an area, are skipped, where they have no value;
/// - all others are cells of the panel. What is no number is an answer in words, if it has letters.
///
/// Labels of areas, variables and attributes are kept, those of other dimensions are not; neither are `SERIES_KEY` and
/// `OBS_KEY`, which repeat what the dimensions say. A dimension that is empty or switched off, as `~` says, is left out.
///
/// # Errors
/// [`Error::Format`] where the first column is neither `STRUCTURE` nor `DATAFLOW`, or there are values and no column for
/// their area or time; otherwise see [`Error`].
///
/// ```
/// use netpolity::country::Country;
/// use netpolity::io::{Options, sdmx};
/// use netpolity::metric::{Flag, Missing};
/// use netpolity::Period;
///
/// let message = "\
/// STRUCTURE,STRUCTURE_ID,FREQ,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MEASURE
/// dataflow,EX:DF_ICT(1.0.0),A,NA,I99H,2013,13.9,E,PERCENT
/// dataflow,EX:DF_ICT(1.0.0),A,CN,I99H,2013,NaN,L,PERCENT
/// ";
/// let panel = sdmx::read_csv(message.as_bytes(), &sdmx::Components::new(), &Options::new())?.data;
/// let year = Period::from_year(2013)?;
/// let namibia = panel.get("I99H", Country::NAM, year).unwrap();
/// assert_eq!(namibia.value(), Some(13.9));
/// assert!(namibia.flags().contains(Flag::Estimated));
/// let china = panel.get("I99H", Country::CHN, year).unwrap();
/// assert_eq!(china.missing(), Some(Missing::NotCollected));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn read_csv(
    mut source: impl Read,
    components: &Components,
    options: &Options,
) -> Result<Reading<Panel>, Error> {
    let (separators, begin) = separators(&mut source)?;
    let mut import = Import::new(options, components.areas);
    let mut rows = import.rows(begin.chain(source), separators.fields, true)?;
    let row = rows.header(super::header::FORMAT, "a header in UTF-8")?;
    let columns = Columns::new(row, components, separators)?;
    surplus(row, columns.width, &mut import);
    let mut reader = Reader::new(&columns, components);
    while let Some(row) = rows.next()? {
        match row {
            Ok(row) => reader.row(row, &mut import)?,
            Err(damaged) => columns.damaged(&damaged, &mut import)?,
        }
    }
    Ok(import.finish())
}

/// Tells where empty fields follow the last column.
fn surplus(row: Row<'_>, width: usize, import: &mut Import<'_>) {
    if row.len() > width {
        let message = || "an empty column follows the last one".to_owned();
        import.note(rules::FORMAT_EXTRA, Place::field(row.line, width), "", message);
    }
}

struct Reader<'c> {
    columns: &'c Columns,
    components: &'c Components,
    /// Of what rows are, by what stands in the columns that say so.
    subjects: HashMap<Box<[u8]>, Subject, foldhash::fast::FixedState>,
    key: Vec<u8>,
    last: Option<Subject>,
    last_key: Vec<u8>,
    note: String,
    number: String,
    everywhere: Option<AreaId>,
}

impl<'c> Reader<'c> {
    fn new(columns: &'c Columns, components: &'c Components) -> Self {
        Self {
            columns,
            components,
            subjects: HashMap::default(),
            key: Vec::new(),
            last: None,
            last_key: Vec::new(),
            note: String::new(),
            number: String::new(),
            everywhere: None,
        }
    }

    fn row(&mut self, row: Row<'_>, import: &mut Import<'_>) -> Result<(), Error> {
        let columns = self.columns;
        if row.is_blank() {
            import.note(rules::FORMAT_FOOTER, Place::line(row.line), "", || {
                "a row without anything".to_owned()
            });
            return Ok(());
        }
        import.account.add_row();
        let filled = columns.measures.iter().filter(|measure| !row.is_empty(measure.at)).count();
        let filled = filled as u64;
        let has_surplus = (columns.width..row.len()).any(|at| !row.is_empty(at));
        if row.broken || row.len() < columns.width || has_surplus {
            let message = || row.misfit(columns.width);
            let place = Place::line(row.line);
            return import.reject(rules::FORMAT_WIDTH, place, row.field(0), filled, message);
        }
        surplus(row, columns.width, import);
        let structure = row.field(columns.structure);
        if !structure.is_empty() && import.account.rows() == 1 {
            let (id, _) = structure.split_once(": ").unwrap_or((structure, ""));
            import.vintage(|vintage| vintage.dataset = Some(id.to_owned()));
        }
        let entries = columns.measures.len().max(1) as u64;
        match columns.action.map_or("", |at| row.field(at).trim()) {
            "" | "I" | "A" | "M" | "R" => {}
            "D" => {
                import.account.add_skipped("deletions", entries);
                return Ok(());
            }
            other => {
                let place = Place::field(row.line, columns.action.unwrap_or_default());
                return import.reject(rules::FORMAT_ACTION, place, other, filled, || {
                    format!("`{}` is no action", shortened(other))
                });
            }
        }
        let Some(time) = columns.time.as_ref().filter(|_| !columns.measures.is_empty()) else {
            import.account.add_skipped("attributes without a measure", entries);
            return Ok(());
        };
        let period_text = time.read(row).0;
        let is_partial = is_off(period_text)
            || columns.area.as_ref().is_some_and(|area| is_off(area.read(row).0));
        if filled == 0 && is_partial {
            import.account.add_skipped("attributes of a part of the keys", entries);
            return Ok(());
        }
        let place = Place::field(row.line, time.at);
        let Some(period) = import.period(place, period_text, filled)? else { return Ok(()) };
        if !self.find(row, filled, import)? {
            return Ok(());
        }
        self.values(row, period, import)
    }

    /// Finds of what a row is; `false` where it was rejected.
    fn find(&mut self, row: Row<'_>, filled: u64, import: &mut Import<'_>) -> Result<bool, Error> {
        let columns = self.columns;
        self.key.clear();
        let of_structure = columns.variable.is_none().then_some(columns.structure);
        let single =
            [&columns.area, &columns.variable, &columns.frequency, &columns.unit, &columns.scale];
        let single = single.into_iter().flatten().chain(&columns.dimensions);
        let places = single.flat_map(|column| [Some(column.at), column.label]).flatten();
        for at in places.chain(of_structure) {
            let field = row.field(at);
            self.key
                .extend_from_slice(&u32::try_from(field.len()).unwrap_or(u32::MAX).to_le_bytes());
            self.key.extend_from_slice(field.as_bytes());
        }
        if self.last.is_some() && self.key == self.last_key {
            return Ok(true);
        }
        let known = self.subjects.get(self.key.as_slice()).cloned();
        let known = if let Some(known) = known {
            known
        } else {
            let Some(subject) = self.subject(row, filled, import)? else { return Ok(false) };
            self.subjects.insert(self.key.as_slice().into(), subject.clone());
            subject
        };
        self.last = Some(known);
        self.last_key.clone_from(&self.key);
        Ok(true)
    }

    fn subject(
        &mut self,
        row: Row<'_>,
        filled: u64,
        import: &mut Import<'_>,
    ) -> Result<Option<Subject>, Error> {
        let columns = self.columns;
        let read = |column: &Option<Column>| column.as_ref().map_or(("", ""), |c| c.read(row));
        let area = match &columns.area {
            Some(column) => {
                let (code, name) = column.read(row);
                import.area(Place::field(row.line, column.at), code, name, || filled)?
            }
            None => self.everywhere(import),
        };
        let Some(area) = area else { return Ok(None) };
        let (structure, name) = structure_of(row, columns);
        let (code, name) = match read(&columns.variable) {
            (code, _) if is_off(code) => (structure, name),
            variable => variable,
        };
        let (unit, scale_text) = (read(&columns.unit).0, read(&columns.scale).0);
        if scale(scale_text).is_none() {
            let at = columns.scale.as_ref().map_or(0, |column| column.at);
            import.note(rules::UNIT_SCALE, Place::field(row.line, at), scale_text, || {
                format!("`{}` is no power of ten", shortened(scale_text))
            });
        }
        let several = columns.measures.len() > 1;
        let variables = columns.measures.iter().map(|measure| {
            let measure = several.then_some(measure.id.as_str());
            Described { code, name, measure, unit, scale: scale_text }.variable(import)
        });
        let variables = variables.collect();
        let of = |column: &'c Column| Some((column.id.as_str(), column.read(row).0));
        let list = columns.dimensions.iter().filter_map(of).filter(|(_, code)| !is_off(code));
        let dimensions = import.dimensions(list.clone().collect());
        let frequency = columns.frequency.as_ref().and_then(of).filter(|(_, code)| !is_off(code));
        let with_frequency =
            frequency.map(|frequency| import.dimensions(list.chain([frequency]).collect()));
        Ok(Some(Subject { area, variables, dimensions, with_frequency }))
    }

    fn everywhere(&mut self, import: &mut Import<'_>) -> Option<AreaId> {
        if self.everywhere.is_none() {
            let area = self.components.everywhere.clone()?;
            self.everywhere = Some(import.builder.area(area, "", ""));
        }
        self.everywhere
    }

    fn values(
        &mut self,
        row: Row<'_>,
        period: crate::time::Period,
        import: &mut Import<'_>,
    ) -> Result<(), Error> {
        let columns = self.columns;
        let Some(subject) = &self.last else { return Ok(()) };
        let frequency = columns.frequency.as_ref().map_or("", |column| column.read(row).0);
        let dimensions = subject.dimensions_of(frequency, period);
        self.note.clear();
        for attribute in &columns.attributes {
            add(&mut self.note, attribute, row);
        }
        if let Some(column) = &columns.scale
            && scale(column.read(row).0).is_none()
        {
            add(&mut self.note, column, row);
        }
        let confidentiality =
            columns.confidentiality.as_ref().map_or("", |column| column.read(row).0);
        let (status_text, codes, status_at) = match &columns.status {
            Some((column, Codes::One)) => (column.read(row).0, Codes::One, column.at),
            Some((column, codes)) => (row.field(column.at).trim(), *codes, column.at),
            None => ("", Codes::One, 0),
        };
        let marks = Marks {
            status: Status::read(status_text, codes),
            status_text,
            status_place: Place::field(row.line, status_at),
            confidential: is_confidential(confidentiality),
            note: &self.note,
        };
        for (measure, variable) in columns.measures.iter().zip(&*subject.variables) {
            let place = Place::field(row.line, measure.at);
            let mut text = row.field(measure.at).trim();
            if self.components.decimal_comma && !super::observation::is_words(text) {
                if text.contains('.') {
                    import.reject(rules::VALUE_GROUPED, place, text, 1, || {
                        format!("`{}` has a point where numbers have a comma", shortened(text))
                    })?;
                    continue;
                }
                self.number.clear();
                self.number.extend(text.chars().map(|c| if c == ',' { '.' } else { c }));
                text = &self.number;
            }
            let Some(cell) = cell(import, place, text, false, &marks)? else { continue };
            import.put(*variable, subject.area, dimensions, period, cell, place)?;
        }
        Ok(())
    }
}

impl Columns {
    fn damaged(&self, row: &Damaged<'_>, import: &mut Import<'_>) -> Result<(), Error> {
        import.account.add_row();
        let filled = self.measures.iter().map(|measure| row.filled(measure.at..measure.at + 1));
        let filled = filled.sum();
        import.damaged(row, filled)
    }
}

/// Whether a dimension says nothing: it is empty or switched off.
fn is_off(code: &str) -> bool {
    matches!(code, "" | "~")
}

/// The structure of a row without its version, and its name.
fn structure_of<'r>(row: Row<'r>, columns: &Columns) -> (&'r str, &'r str) {
    let text = row.field(columns.structure).trim();
    let (id, name) = text.split_once(": ").unwrap_or((text, ""));
    let name = columns.structure_name.map_or(name, |at| row.field(at));
    (id.split_once('(').map_or(id, |(id, _)| id), name)
}

/// Adds the attribute of a row to a remark, with its label.
fn add(note: &mut String, column: &Column, row: Row<'_>) {
    let text = row.field(column.at);
    if text.is_empty() {
        return;
    }
    match column.label.map(|at| row.field(at)).filter(|label| !label.is_empty()) {
        Some(label) => note::add(note, &column.id, &format!("{text}: {label}")),
        None => note::add(note, &column.id, text),
    }
}

#[cfg(test)]
pub(in crate::io) const CASES: crate::io::cases::Cases = {
    use crate::io::cases::{Cases, case};
    const HEADER: &str =
        "STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MULT\n";
    Cases {
        read: |text| read_csv(text, &Components::new(), &Options::new()).map(|read| read.account),
        cases: &[
            case(
                "AREA-007",
                &[HEADER, "dataflow,EX:D,I,4,2013,5,A,0\n"],
                &[HEADER, "dataflow,EX:D,I,004,2013,5,A,0\n"],
            ),
            case(
                "STA-001",
                &[HEADER, "dataflow,EX:D,I,NA,2013,5,Y,0\n"],
                &[HEADER, "dataflow,EX:D,I,NA,2013,5,E,0\n"],
            ),
            case(
                "STA-002",
                &[HEADER, "dataflow,EX:D,I,NA,2013,5,L,0\n"],
                &[HEADER, "dataflow,EX:D,I,NA,2013,NaN,L,0\n"],
            ),
            case(
                "UNIT-004",
                &[HEADER, "dataflow,EX:D,I,NA,2013,5,A,million\n"],
                &[HEADER, "dataflow,EX:D,I,NA,2013,5,A,6\n"],
            ),
            case(
                "FMT-009",
                &[HEADER, "dataflow,EX:D,X,NA,2013,5,A,0\n"],
                &[HEADER, "dataflow,EX:D,R,NA,2013,5,A,0\n"],
            ),
        ],
    }
};
