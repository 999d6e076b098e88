//! Panels: a row a cell.

use std::borrow::Cow;
use std::fmt::Write as _;

use arrow_array::RecordBatch;
use arrow_schema::{ArrowError, SchemaRef};

use super::columns::{Column, Kind, Spec, batch};
use super::given::{Given, Lists, Pairs, Texts};
use super::sealed::Rows;
use super::{Source, UNKNOWN, sealed};
use crate::finding::importing as rules;
use crate::id::Id;
use crate::io::import::Place;
use crate::io::record::{
    CellRecord, Loader, SeriesIds, SeriesRecord, VINTAGE, push_key, vintage_of, vintage_texts,
};
use crate::io::{Error, Options, Reading};
use crate::metric::{Cell, Datum, Duplicate, Flags, Number, Panel, Series};
use crate::time::Period;

/// What all cells of a series share.
const SERIES: [Spec; 11] = [
    Spec::maybe("indicator", Kind::Word),
    Spec::always("code", Kind::Word),
    Spec::maybe("name", Kind::Word),
    Spec::maybe("unit", Kind::Word),
    Spec::maybe("unit_text", Kind::Word),
    Spec::always("scale", Kind::Short),
    Spec::always("area", Kind::Word),
    Spec::maybe("area_code", Kind::Word),
    Spec::maybe("area_name", Kind::Word),
    Spec::always("labels", Kind::Pairs("code", "name")),
    Spec::always("dimensions", Kind::Map),
];

const CELL: [Spec; 11] = [
    Spec::always("period", Kind::Word),
    Spec::maybe("period_start", Kind::Day),
    Spec::maybe("period_end", Kind::Day),
    Spec::maybe("value", Kind::Number),
    Spec::maybe("decimals", Kind::Short),
    Spec::maybe("written", Kind::Text),
    Spec::maybe("text", Kind::Word),
    Spec::maybe("missing", Kind::Word),
    Spec::always("flags", Kind::Words),
    Spec::maybe("status", Kind::Word),
    Spec::maybe("note", Kind::Word),
];

/// The release, as [`VINTAGE`] has it.
pub(super) const RELEASE: [Spec; VINTAGE.len()] = [
    Spec::maybe("dataset", Kind::Word),
    Spec::maybe("version", Kind::Word),
    Spec::maybe("published", Kind::Word),
    Spec::maybe("retrieved", Kind::Word),
    Spec::maybe("source", Kind::Word),
    Spec::maybe("licence", Kind::Word),
];

/// Columns for other tools, that say nothing of their own.
const DERIVED: [&str; 2] = ["period_start", "period_end"];

impl sealed::Table for Panel {
    fn columns() -> Vec<Spec> {
        [&SERIES[..], &CELL, &RELEASE].concat()
    }

    fn rows(&self) -> Box<dyn Rows + Send + '_> {
        Box::new(PanelRows {
            vintage: vintage_texts(self.vintage()),
            series: Box::new(self.series()),
            doubles: Box::new(self.duplicates()),
            current: None,
            text: String::new(),
        })
    }

    fn read(batches: Source<'_>, options: &Options) -> Result<Reading<Panel>, Error> {
        let mut loader = Loader::new(options);
        let mut first = 1;
        for batch in batches {
            let batch = batch?;
            let mut given = Given::new(&batch);
            for name in ["code", "area", "period", "value"] {
                given.require(name)?;
            }
            let columns = Columns::new(&mut given)?;
            columns.load(&mut loader, first)?;
            let unknown = given.others(&DERIVED);
            if unknown > 0 {
                loader.import.account.add_skipped(UNKNOWN, unknown);
            }
            first += batch.num_rows() as u64;
        }
        Ok(loader.finish())
    }
}

/// The cells of a panel: those of each series, and behind all others the second cells.
struct PanelRows<'p> {
    vintage: [Option<String>; VINTAGE.len()],
    series: Box<dyn Iterator<Item = Series<'p>> + Send + 'p>,
    doubles: Box<dyn Iterator<Item = Duplicate<'p>> + Send + 'p>,
    /// A series, and how many of its cells are in batches already.
    current: Option<(Series<'p>, usize)>,
    /// For texts of periods.
    text: String,
}

impl Rows for PanelRows<'_> {
    fn next(&mut self, schema: &SchemaRef, size: usize) -> Result<RecordBatch, ArrowError> {
        let mut series_columns = SERIES.each_ref().map(Column::new);
        let mut cell_columns = CELL.each_ref().map(Column::new);
        let mut release = RELEASE.each_ref().map(Column::new);
        let mut rows = 0;
        while rows < size && !series_columns.iter().chain(&cell_columns).any(Column::is_full) {
            let series = self.current.take().or_else(|| Some((self.series.next()?, 0)));
            let Some((series, done)) = series else {
                let Some(double) = self.doubles.next() else { break };
                put_cell(&mut cell_columns, double.period, double.second, &mut self.text)?;
                put_series(&mut series_columns, double.series, 1, &mut self.text)?;
                rows += 1;
                continue;
            };
            let mut put = 0;
            for (period, cell) in series.iter().skip(done).take(size - rows) {
                put_cell(&mut cell_columns, period, cell, &mut self.text)?;
                put += 1;
                if cell_columns.iter().any(Column::is_full) {
                    break;
                }
            }
            put_series(&mut series_columns, series, put, &mut self.text)?;
            rows += put;
            // After its last cell comes none.
            if put > 0 {
                self.current = Some((series, done + put));
            }
        }
        for (column, text) in release.iter_mut().zip(&self.vintage) {
            column.texts(text.as_deref(), rows)?;
        }
        batch(schema, series_columns.into_iter().chain(cell_columns).chain(release))
    }
}

fn put_series(
    columns: &mut [Column; SERIES.len()],
    series: Series<'_>,
    rows: usize,
    text: &mut String,
) -> Result<(), ArrowError> {
    let [
        indicator,
        code,
        name,
        unit,
        unit_text,
        scale,
        area,
        area_code,
        area_name,
        labels,
        dimensions,
    ] = columns;
    let variable = series.variable();
    indicator.texts(variable.indicator.as_ref().map(Id::as_str), rows)?;
    code.texts(Some(&variable.code), rows)?;
    name.texts(filled(&variable.name), rows)?;
    unit.texts(variable.unit.as_ref().map(crate::quantity::Unit::as_str), rows)?;
    unit_text.texts(filled(&variable.unit_text), rows)?;
    scale.ints(Some(variable.scale.into()), rows)?;
    text.clear();
    let _ = write!(text, "{}", series.area());
    area.texts(Some(text), rows)?;
    let mut others = series.labels().iter();
    let first = others.next().cloned().unwrap_or_default();
    area_code.texts(filled(&first.code), rows)?;
    area_name.texts(filled(&first.name), rows)?;
    let others = others.map(|label| (filled(&label.code), filled(&label.name)));
    labels.pairs(&others.collect::<Vec<_>>(), rows)?;
    let named = series.dimensions().iter().map(|(name, value)| (Some(name), Some(value)));
    dimensions.pairs(&named.collect::<Vec<_>>(), rows)
}

fn put_cell(
    columns: &mut [Column; CELL.len()],
    period: Period,
    cell: Cell<'_>,
    text: &mut String,
) -> Result<(), ArrowError> {
    let [name, start, end, value, decimals, written, words, missing, flags, status, note] = columns;
    text.clear();
    let _ = write!(text, "{period}");
    name.text(Some(text))?;
    start.day(period.first_day())?;
    end.day(period.last_day())?;
    let number = cell.number();
    value.number(number.map(Number::value))?;
    decimals.int(number.map(|number| number.decimals().into()))?;
    written.text(number.and_then(Number::written))?;
    words.text(cell.words())?;
    missing.text(match cell.datum() {
        Datum::Missing(reason) => Some(reason.as_str()),
        Datum::Number(_) | Datum::Words(_) => None,
    })?;
    flags.list(cell.flags().iter().map(|flag| flag.as_str()))?;
    status.text(cell.status())?;
    note.text(cell.note())
}

fn filled(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.is_empty())
}

/// The columns of a given batch.
struct Columns<'b> {
    rows: usize,
    /// Positions of columns that findings name, from 0.
    places: Places,
    /// `indicator`, `code`, `name`, `unit`, `unit_text`, `area`, `area_code`, `area_name`.
    series: [Texts<'b>; 8],
    scale: Vec<Option<i64>>,
    labels: Pairs<'b>,
    dimensions: Pairs<'b>,
    period: Texts<'b>,
    value: Vec<Option<f64>>,
    decimals: Vec<Option<i64>>,
    written: Texts<'b>,
    text: Texts<'b>,
    missing: Texts<'b>,
    flags: Lists<'b>,
    status: Texts<'b>,
    note: Texts<'b>,
    vintage: [Texts<'b>; VINTAGE.len()],
}

struct Places {
    period: usize,
    value: usize,
    flags: usize,
}

impl<'b> Columns<'b> {
    fn new(given: &mut Given<'b>) -> Result<Self, Error> {
        let place = |given: &Given<'_>, name| given.position(name).unwrap_or_default();
        let places = Places {
            period: place(given, "period"),
            value: place(given, "value"),
            flags: place(given, "flags"),
        };
        Ok(Self {
            rows: given.rows(),
            places,
            series: [
                given.texts("indicator")?,
                given.texts("code")?,
                given.texts("name")?,
                given.texts("unit")?,
                given.texts("unit_text")?,
                given.texts("area")?,
                given.texts("area_code")?,
                given.texts("area_name")?,
            ],
            scale: given.ints("scale")?,
            labels: given.pairs("labels")?,
            dimensions: given.pairs("dimensions")?,
            period: given.texts("period")?,
            value: given.numbers("value")?,
            decimals: given.ints("decimals")?,
            written: given.texts("written")?,
            text: given.texts("text")?,
            missing: given.texts("missing")?,
            flags: given.lists("flags")?,
            status: given.texts("status")?,
            note: given.texts("note")?,
            vintage: release(given)?,
        })
    }

    fn load(&self, loader: &mut Loader<'_>, first: u64) -> Result<(), Error> {
        let mut last = None;
        let mut key = String::new();
        for (row, line) in (0..self.rows).zip(first..) {
            loader.import.account.add_row();
            let series = match last {
                Some((before, series)) if self.is_same_series(before, row) => Some(series),
                _ => self.series(row, line, &mut key, loader)?,
            };
            let Some(series) = series else {
                last = None;
                continue;
            };
            last = Some((row, series));
            self.cell(row, line, series, loader)?;
        }
        Ok(())
    }

    fn is_same_series(&self, row: usize, other: usize) -> bool {
        self.series.iter().chain(&self.vintage).all(|texts| texts.is_same(row, other))
            && self.scale.get(row) == self.scale.get(other)
            && self.labels.get(row).eq(self.labels.get(other))
            && self.dimensions.get(row).eq(self.dimensions.get(other))
    }

    /// The series of a row; `None` where the row was rejected.
    fn series(
        &self,
        row: usize,
        line: u64,
        key: &mut String,
        loader: &mut Loader<'_>,
    ) -> Result<Option<SeriesIds>, Error> {
        let scale = self.scale.get(row).copied().flatten().unwrap_or_default().to_string();
        key.clear();
        for texts in self.series.iter().chain(&self.vintage) {
            // A vintage may have an empty text.
            let text = texts.get(row);
            key.push(if text.is_some() { '+' } else { '-' });
            push_key(key, text.unwrap_or_default());
        }
        push_key(key, &scale);
        for (name, value) in self.dimensions.get(row) {
            push_key(key, name.unwrap_or_default());
            push_key(key, value.unwrap_or_default());
        }
        key.push(';');
        for (code, name) in self.labels.get(row) {
            push_key(key, code.unwrap_or_default());
            push_key(key, name.unwrap_or_default());
        }
        if let Some(series) = loader.known(key) {
            return Ok(Some(series));
        }
        let place = Place::line(line);
        let vintage = match vintage_of(self.vintage.each_ref().map(|texts| texts.get(row))) {
            Ok(vintage) => vintage,
            Err(message) => {
                loader.reject(place, "", || message)?;
                return Ok(None);
            }
        };
        if !loader.vintage(&vintage, place)? {
            return Ok(None);
        }
        let text = self.series.each_ref().map(|texts| texts.get(row).unwrap_or_default());
        let [indicator, code, name, unit, unit_text, area, area_code, area_name] = text;
        let mut labels = vec![(Cow::from(area_code), Cow::from(area_name))];
        labels.extend(self.labels.get(row).map(|(code, name)| {
            (code.unwrap_or_default().into(), name.unwrap_or_default().into())
        }));
        // A dimension without a value is none: tools make columns of them and back.
        let dimensions = self
            .dimensions
            .get(row)
            .filter_map(|(name, value)| Some((Cow::from(name?), Cow::from(value?))));
        let record = SeriesRecord {
            indicator,
            code,
            name,
            unit,
            unit_text,
            scale: &scale,
            area,
            labels,
            dimensions: dimensions.collect(),
        };
        loader.series(key, &record, place)
    }

    fn cell(
        &self,
        row: usize,
        line: u64,
        series: SeriesIds,
        loader: &mut Loader<'_>,
    ) -> Result<(), Error> {
        let mut flags = Flags::EMPTY;
        for word in self.flags.get(row).flatten() {
            let Ok(flag) = word.parse() else {
                let place = Place::field(line, self.places.flags);
                return loader
                    .reject(place, word, || format!("column `flags`: `{word}` is no flag"));
            };
            flags.insert(flag);
        }
        let value = self.value.get(row).copied().flatten();
        let number = match value.map(|value| self.number(row, value)) {
            None => None,
            Some(Some(number)) => Some(number),
            Some(None) => {
                let written = self.written.get(row);
                let text =
                    written.map_or_else(|| value.unwrap_or_default().to_string(), str::to_owned);
                let place = Place::field(line, self.places.value);
                return match written {
                    None => loader.import.reject(rules::VALUE_RANGE, place, &text, 1, || {
                        format!("column `value`: `{text}` is no finite number")
                    }),
                    Some(_) => loader.reject(place, &text, || {
                        let value = value.unwrap_or_default();
                        format!("column `written`: `{text}` is not the value {value}")
                    }),
                };
            }
        };
        let record = CellRecord {
            period: self.period.get(row).unwrap_or_default(),
            value: None,
            text: self.text.get(row).map(Cow::from),
            missing: self.missing.get(row).unwrap_or_default(),
            flags,
            status: self.status.get(row).map(Cow::from),
            note: self.note.get(row).map(Cow::from),
        };
        let place = Place::field(line, self.places.period);
        loader.cell_with(number, series, &record, place)
    }

    /// The number of a row: as it was written where that is told, else with its decimals, else with all that it has.
    fn number(&self, row: usize, value: f64) -> Option<Number<'b>> {
        if let Some(written) = self.written.get(row) {
            let number = Number::parse(written)?;
            return (number.value().to_bits() == value.to_bits()).then_some(number);
        }
        let decimals = self.decimals.get(row).copied().flatten();
        let decimals = decimals.and_then(|decimals| u8::try_from(decimals).ok());
        decimals.map_or_else(|| shortest(value), |decimals| Number::new(value, decimals))
    }
}

/// A number with as many decimals as tell it from all others.
fn shortest(value: f64) -> Option<Number<'static>> {
    let decimals = value.to_string().split_once('.').map_or(0, |(_, decimals)| decimals.len());
    Number::new(value, u8::try_from(decimals).unwrap_or(u8::MAX))
}

/// The columns of the vintage.
pub(super) fn release<'b>(given: &mut Given<'b>) -> Result<[Texts<'b>; VINTAGE.len()], Error> {
    let [dataset, version, published, retrieved, source, licence] = VINTAGE;
    Ok([
        given.texts(dataset)?,
        given.texts(version)?,
        given.texts(published)?,
        given.texts(retrieved)?,
        given.texts(source)?,
        given.texts(licence)?,
    ])
}
