//! Reading the rows of a table by a mapping.

use std::collections::HashMap;
use std::io::Read;

use super::layout::{Header, Layout, ValueAt, WhenAt, read_period};
use super::mapping::Mapping;
use super::number;
use super::status::{Meaning, Statuses};
use crate::finding::{Rule, importing as rules};
use crate::io::error::{Error, shortened};
use crate::io::import::{Import, Place, Subject};
use crate::io::record::push_key;
use crate::io::rows::{Damaged, Row, Rows};
use crate::io::{Options, Reading};
use crate::metric::{AreaId, Cell, Datum, Dimensions, Flag, Missing, Number, Panel};
use crate::time::Period;

/// Why entries are skipped.
const UNMAPPED: &str = "in a column that is not mapped";

/// A table whose header was read.
pub(in crate::io) struct Table<R> {
    pub(super) rows: Rows<R>,
    pub(in crate::io) header: Option<Header>,
    format: &'static str,
}

/// A check of one key field that is new: its position from 0 and its text.
pub(in crate::io) type Check<'c> = &'c dyn Fn(usize, &str) -> Option<(Rule, String)>;

/// Whether a key field says that values are forecasts.
pub(in crate::io) type IsForecast<'c> = &'c dyn Fn(usize, &str) -> bool;

/// What a reader of a certain format adds to a mapping.
#[derive(Clone, Copy, Default)]
pub(in crate::io) struct Extras<'c> {
    pub(in crate::io) check: Option<Check<'c>>,
    /// Whether the values of a row with this text in one of its key fields are forecasts.
    pub(in crate::io) forecast: Option<IsForecast<'c>>,
}

/// Reads a table by a declared [`Mapping`].
///
/// Each column with values makes one entry a row. An empty field, and a text that is declared as missing, is a missing value;
/// anything else that is no number is rejected. Where columns are periods, an empty field is counted and not stored.
/// What stands in columns that the mapping does not name is counted as skipped. Rows that hold neither period nor values
/// are taken for remarks.
///
/// # Errors
/// [`Error::Mapping`] where the mapping itself can't be; [`Error::Format`] where the file has no such column; otherwise
/// see [`Error`].
///
/// ```
/// use netpolity::country::Group;
/// use netpolity::io::tidy::{self, Mapping, Values};
/// use netpolity::io::Options;
/// use netpolity::quantity::Unit;
/// use netpolity::Period;
///
/// // January is 0 in this file, as its maker was written in JavaScript.
/// let file = "2008,8,4,0.138,\n2008,11,31,0.25,\n";
/// let mapping = Mapping::new()
///     .headerless()
///     .area(Group::M49_001)
///     .year_month_day(1, 2, 3)
///     .months_from_zero()
///     .values(Values::column(4).code("ipv6").unit(Unit::Percent));
/// let panel = tidy::read_csv(file.as_bytes(), &mapping, &Options::new())?.data;
/// assert_eq!(panel.value("ipv6", Group::M49_001, "2008-09-04".parse()?), Some(0.138));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn read_csv(
    source: impl Read,
    mapping: &Mapping,
    options: &Options,
) -> Result<Reading<Panel>, Error> {
    let mut import = Import::new(options, scheme(mapping));
    let table = Table::open(source, mapping, "table", &mut import)?;
    table.read(mapping, Extras::default(), import)
}

/// Whose codes are in the column of areas.
fn scheme(mapping: &Mapping) -> crate::country::Scheme {
    mapping.scheme.unwrap_or(crate::country::Scheme::Iso)
}

impl<R: Read> Table<R> {
    /// Reads up to the header. Of the mapping only delimiter, quotes, and where the header is, are used.
    pub(in crate::io) fn open(
        source: R,
        mapping: &Mapping,
        format: &'static str,
        import: &mut Import<'_>,
    ) -> Result<Self, Error> {
        let delimiter = u8::try_from(mapping.delimiter).unwrap_or(b',');
        let mut rows = import.rows(source, delimiter, mapping.quotes)?;
        for _ in 0..mapping.rows_before_header {
            rows.next()?;
        }
        if !mapping.header {
            return Ok(Self { rows, header: None, format });
        }
        let row = rows.header(format, "a header in UTF-8")?;
        refuse_markup(row)?;
        let header = Header { line: row.line, names: row.fields().map(str::to_owned).collect() };
        Ok(Self { rows, header: Some(header), format })
    }

    /// Reads the rows.
    pub(in crate::io) fn read(
        mut self,
        mapping: &Mapping,
        extras: Extras<'_>,
        mut import: Import<'_>,
    ) -> Result<Reading<Panel>, Error> {
        let layout = Layout::new(mapping, self.format, self.header.as_ref(), &mut import)?;
        let mut reader = Reader {
            mapping,
            exact: self.header.is_some(),
            layout,
            extras,
            import,
            groups: Vec::new(),
            known: HashMap::default(),
            last: None,
            key: String::new(),
            previous: String::new(),
            statuses: Statuses::default(),
            scratch: String::new(),
            zero_month: None,
            has_december: false,
        };
        let mut first = true;
        while let Some(row) = self.rows.next()? {
            match row {
                Ok(row) => {
                    if std::mem::take(&mut first) {
                        refuse_markup(row)?;
                    }
                    reader.row(row)?;
                }
                Err(damaged) => reader.damaged(&damaged)?,
            }
        }
        if first && self.header.is_none() {
            return Err(Error::empty());
        }
        Ok(reader.finish())
    }
}

fn refuse_markup(row: Row<'_>) -> Result<(), Error> {
    let text = row.field(0);
    if text.trim_start().starts_with('<') {
        return Err(Error::markup(text));
    }
    Ok(())
}

/// What a row with certain key fields is about.
struct Group {
    forecast: bool,
    /// For each of the mapping's values.
    subjects: Vec<Subject>,
}

struct Reader<'m, 'o> {
    mapping: &'m Mapping,
    layout: Layout,
    extras: Extras<'m>,
    /// Whether rows have the columns of a header.
    exact: bool,
    import: Import<'o>,
    groups: Vec<Group>,
    /// Groups by the text of all key fields.
    known: HashMap<Box<str>, usize, foldhash::fast::FixedState>,
    /// The group of `key`.
    last: Option<usize>,
    key: String,
    previous: String,
    statuses: Statuses,
    scratch: String,
    /// Where a month is 0 first.
    zero_month: Option<Place>,
    has_december: bool,
}

impl Reader<'_, '_> {
    fn finish(mut self) -> Reading<Panel> {
        if let Some(place) = self.zero_month.filter(|_| !self.has_december) {
            self.import.note(rules::PERIOD_ZERO, place, "0", || {
                "a month is 0, and none is 12: months are counted from zero".to_owned()
            });
        }
        self.import.finish()
    }

    fn row(&mut self, row: Row<'_>) -> Result<(), Error> {
        let layout = &self.layout;
        let surplus = (layout.width..row.len()).filter(|at| !row.is_empty(*at)).count() as u64;
        let filled = layout.values.iter().filter(|value| !row.is_empty(value.at)).count() as u64;
        if row.is_blank() || filled == 0 && layout.has_no_period(row) {
            let place = Place::line(row.line);
            self.import.note(rules::FORMAT_FOOTER, place, row.field(0), || {
                "a row that is no data".to_owned()
            });
            return Ok(());
        }
        self.import.account.add_row();
        if row.broken || row.len() < layout.width || self.exact && surplus > 0 {
            let width = layout.width;
            let entries = (filled + if self.exact { surplus } else { 0 }).max(1);
            let place = Place::line(row.line);
            return self
                .import
                .reject(rules::FORMAT_WIDTH, place, row.field(0), entries, || row.misfit(width));
        }
        let unmapped = layout.unmapped.iter().filter(|at| !row.is_empty(**at)).count() as u64;
        let outside = (layout.width..row.len())
            .filter(|at| !row.is_empty(*at) && !layout.ignored.contains(at))
            .count() as u64;
        if unmapped + outside > 0 {
            self.import.account.add_skipped(UNMAPPED, unmapped + outside);
        }
        let Some(at) = self.group(row, filled)? else {
            return Ok(());
        };
        let period = match self.layout.when {
            WhenAt::Columns => None,
            _ => match self.period(row, filled)? {
                Some(period) => Some(period),
                None => return Ok(()),
            },
        };
        for number in 0..self.layout.values.len() {
            if let Some(value) = self.layout.values.get(number).copied() {
                self.value(row, value, at, period)?;
            }
        }
        Ok(())
    }

    /// Counts the entries of a row that can't be placed: its values are rejected, its empty fields are missing.
    fn unplaced(&mut self, filled: u64) -> u64 {
        let empty = self.layout.values.len() as u64 - filled;
        self.import.account.add_missing(empty);
        filled
    }

    /// What the row is about; `None` where it was rejected.
    fn group(&mut self, row: Row<'_>, filled: u64) -> Result<Option<usize>, Error> {
        std::mem::swap(&mut self.key, &mut self.previous);
        self.key.clear();
        for at in &self.layout.keys {
            push_key(&mut self.key, row.field(*at));
        }
        if self.last.is_some() && self.key == self.previous {
            return Ok(self.last);
        }
        self.last = None;
        if let Some(at) = self.known.get(self.key.as_str()) {
            self.last = Some(*at);
            return Ok(self.last);
        }
        let Some(group) = self.new_group(row, filled)? else { return Ok(None) };
        let at = self.groups.len();
        self.groups.push(group);
        self.known.insert(self.key.as_str().into(), at);
        self.last = Some(at);
        Ok(self.last)
    }

    fn new_group(&mut self, row: Row<'_>, filled: u64) -> Result<Option<Group>, Error> {
        let layout = &self.layout;
        let mut forecast = false;
        for at in &layout.keys {
            let text = row.field(*at);
            if let Some((rule, message)) = self.extras.check.and_then(|check| check(*at, text)) {
                self.import.refuse(rule, Place::field(row.line, *at), text, || message)?;
            }
            forecast |= self.extras.forecast.is_some_and(|forecast| forecast(*at, text));
        }
        let Some(area) = self.area(row, filled)? else { return Ok(None) };
        let layout = &self.layout;
        let field = |at: Option<usize>| at.map_or("", |at| row.field(at));
        let (code, name, unit) = (field(layout.code), field(layout.name), field(layout.unit));
        let mut subjects = Vec::with_capacity(self.mapping.values.len());
        for values in &self.mapping.values {
            let column = values.column.as_ref().map(ToString::to_string).unwrap_or_default();
            let own = match &values.column {
                Some(super::Column::Name(name)) => name.trim(),
                _ => column.as_str(),
            };
            let code = [values.code.as_str(), code, own]
                .into_iter()
                .find(|code| !code.is_empty())
                .unwrap_or_default();
            let mut variable = values.variable(code);
            if !name.is_empty() {
                name.clone_into(&mut variable.name);
            }
            if !unit.is_empty() {
                unit.clone_into(&mut variable.unit_text);
            }
            if let Some(source) = self.mapping.indicators {
                variable.identify(source);
            }
            let variable = self.import.builder.variable(variable);
            let of_row = layout.dimensions.iter().map(|(name, at)| (name.as_str(), row.field(*at)));
            let fixed =
                values.dimensions.iter().map(|(name, value)| (name.as_str(), value.as_str()));
            let dimensions: Dimensions =
                of_row.filter(|(_, value)| !value.is_empty()).chain(fixed).collect();
            let dimensions = self.import.dimensions(dimensions);
            subjects.push(Subject::new(variable, area, dimensions));
        }
        Ok(Some(Group { forecast, subjects }))
    }

    fn area(&mut self, row: Row<'_>, filled: u64) -> Result<Option<AreaId>, Error> {
        let (mapping, layout) = (self.mapping, &self.layout);
        let field = |at: Option<usize>| at.map_or("", |at| row.field(at));
        let (code, name) = (field(layout.area_code), field(layout.area_name));
        let text = if code.trim().is_empty() { name.trim() } else { code.trim() };
        let declared = mapping.areas.get(text).or(mapping.area.as_ref().filter(|_| {
            // A fixed area stands in for a code; beside a column of codes it is that of rows without one.
            layout.area_code.is_none() || text.is_empty()
        }));
        if let Some(area) = declared {
            return Ok(Some(self.import.builder.area(area.clone(), code, name)));
        }
        let at = layout.area_code.or(layout.area_name).unwrap_or_default();
        if text.is_empty() {
            let entries = self.unplaced(filled);
            return self.import.area(Place::field(row.line, at), code, name, || entries);
        }
        self.import.area(Place::field(row.line, at), code, name, || filled)
    }

    fn period(&mut self, row: Row<'_>, filled: u64) -> Result<Option<Period>, Error> {
        let compact = self.mapping.compact_periods;
        let (at, text, period) = match self.layout.when {
            WhenAt::Columns => return Ok(None),
            WhenAt::Fixed(period) => return Ok(Some(period)),
            WhenAt::Field(at) => {
                let text = row.field(at);
                (at, text, read_period(text, compact))
            }
            WhenAt::Date { year, month, day } => {
                let (at, text) = (month, row.field(month).trim());
                let written: Option<u32> = text.parse().ok();
                let from_zero = self.mapping.months_from_zero;
                match written {
                    Some(0) if !from_zero && self.zero_month.is_none() => {
                        self.zero_month = Some(Place::field(row.line, at));
                    }
                    Some(12) => self.has_december = true,
                    _ => {}
                }
                let month = written.and_then(|month| month.checked_add(u32::from(from_zero)));
                let year: Option<i32> = row.field(year).trim().parse().ok();
                let period = month.zip(year).and_then(|(month, year)| match day {
                    None => Period::from_month(year, month).ok(),
                    Some(day) => {
                        let day = row.field(day).trim().parse().ok()?;
                        chrono::NaiveDate::from_ymd_opt(year, month, day).map(Period::from)
                    }
                });
                (at, text, period)
            }
        };
        if period.is_none() {
            let entries = self.unplaced(filled);
            let place = Place::field(row.line, at);
            self.import.reject(rules::PERIOD, place, text, entries, || {
                format!("`{}` is no period", shortened(text))
            })?;
        }
        Ok(period)
    }

    fn value(
        &mut self,
        row: Row<'_>,
        value: ValueAt,
        group: usize,
        period: Option<Period>,
    ) -> Result<(), Error> {
        let (mapping, place) = (self.mapping, Place::field(row.line, value.at));
        let written = row.field(value.at);
        let text = written.trim();
        let field = |at: Option<usize>| at.map(|at| row.field(at)).filter(|text| !text.is_empty());
        let (status, note) = (field(value.status), field(value.note));
        let words = mapping.values.get(value.values).is_some_and(|values| values.words);
        let meaning = match status {
            Some(status) => self.meaning(status, place),
            None => Meaning::default(),
        };
        let marked = if mapping.missing.is_empty() { None } else { mapping.missing.get(text) };
        let scratch = std::mem::take(&mut self.scratch);
        let mut plain = scratch;
        let datum = match marked {
            Some(reason) => Datum::Missing(meaning.missing.unwrap_or(*reason)),
            None if text.is_empty() => {
                if period.is_none() && status.is_none() && note.is_none() {
                    self.scratch = plain;
                    self.import.account.add_missing(1);
                    return Ok(());
                }
                Datum::Missing(meaning.missing.unwrap_or(Missing::NotStated))
            }
            None if words => Datum::Words(written),
            None => {
                let number = if mapping.decimal_comma || mapping.thousands.is_some() {
                    let (thousands, comma) = (mapping.thousands, mapping.decimal_comma);
                    if number::without_separators(text, thousands, comma, &mut plain) {
                        Number::parse(&plain)
                    } else {
                        None
                    }
                } else {
                    Number::parse(text)
                };
                match number {
                    Some(number) => Datum::Number(number),
                    None => return self.no_number(place, text),
                }
            }
        };
        if meaning.missing.is_some() && !matches!(datum, Datum::Missing(_)) {
            self.import.note(rules::STATUS_ODD, place, status.unwrap_or_default(), || {
                "the status says that the value is missing, and there is one".to_owned()
            });
        }
        let mut cell = Cell::new(datum).with_flags(meaning.flags);
        if let Some(status) = status {
            cell = cell.with_status(status);
        }
        if let Some(note) = note {
            cell = cell.with_note(note);
        }
        self.store(value, group, period, cell, place)?;
        self.scratch = plain;
        Ok(())
    }

    #[cold]
    fn no_number(&mut self, place: Place, text: &str) -> Result<(), Error> {
        if Number::parse(text).is_none() {
            return self.import.number(place, text).map(|_| ());
        }
        // A number, but not one with the separators that were declared.
        self.import.reject(rules::VALUE_GROUPED, place, text, 1, || {
            format!("`{}` has other separators than those that were declared", shortened(text))
        })
    }

    fn store(
        &mut self,
        value: ValueAt,
        group: usize,
        period: Option<Period>,
        cell: Cell<'_>,
        place: Place,
    ) -> Result<(), Error> {
        let Some((grid, number)) = value.period.or_else(|| period?.on_grid()) else {
            return match period {
                Some(period) => self.import.too_far(place, period),
                None => Ok(()),
            };
        };
        let Some(group) = self.groups.get_mut(group) else { return Ok(()) };
        let mut forecast = group.forecast;
        let Some(subject) = group.subjects.get_mut(value.values) else { return Ok(()) };
        if let Some(last) = self.mapping.forecasts_after {
            let period = period.or_else(|| grid.period(number));
            forecast |= period.is_some_and(|period| period.first_day() > last.last_day());
        }
        let cell = if forecast && cell.missing().is_none() {
            let mut flags = cell.flags();
            flags.insert(Flag::Forecast);
            cell.with_flags(flags)
        } else {
            cell
        };
        self.import.put_into(subject, grid, number, cell, place)
    }

    fn meaning(&mut self, status: &str, place: Place) -> Meaning {
        let meaning = self.statuses.meaning(self.mapping, status);
        if meaning.unknown {
            self.import.note(rules::STATUS_UNKNOWN, place, status, || {
                format!("`{}` is no status that was declared", shortened(status))
            });
        }
        meaning
    }

    fn damaged(&mut self, row: &Damaged<'_>) -> Result<(), Error> {
        self.import.account.add_row();
        let values = self.layout.values.iter();
        let filled: u64 = values.map(|value| row.filled(value.at..value.at + 1)).sum();
        self.import.damaged(row, filled.max(1))
    }
}

impl Layout {
    /// Whether the fields of the period are empty; not where rows have none.
    fn has_no_period(&self, row: Row<'_>) -> bool {
        let empty = |at: usize| row.field(at).trim().is_empty();
        match self.when {
            WhenAt::Field(at) => empty(at),
            WhenAt::Date { year, month, .. } => empty(year) && empty(month),
            WhenAt::Fixed(_) | WhenAt::Columns => false,
        }
    }
}
