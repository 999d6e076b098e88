//! The crate's own interchange: tidy CSV with a fixed header.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::io::{self, Read, Write};

use super::mapping::Mapping;
use super::table::Table;
use crate::finding::importing as rules;
use crate::io::error::Error;
use crate::io::import::Place;
use crate::io::record::{
    CellRecord, Loader, SeriesRecord, VINTAGE, flags, push_key, vintage_of, vintage_texts,
    write_number,
};
use crate::io::rows::{Damaged, Row};
use crate::io::{Options, Reading};
use crate::metric::{Cell, Datum, Panel, Series, Vintage};
use crate::time::Period;

const FORMAT: &str = "tidy interchange";
const UNKNOWN: &str = "in a column that is not of the format";
const ONLY_VINTAGE: &str = "a row with nothing but the vintage";

/// The columns in front of those of the dimensions.
const COLUMNS: [&str; 16] = [
    "indicator",
    "code",
    "name",
    "unit",
    "unit_text",
    "scale",
    "area",
    "area_code",
    "area_name",
    "period",
    "value",
    "text",
    "missing",
    "flags",
    "status",
    "note",
];
const DIMENSION: &str = "dimension:";

/// Writes a panel as tidy CSV, one cell a row, with all that it holds: [`read_own`] gives the same panel back.
///
/// | columns | |
/// |---|---|
/// | `indicator`, `code`, `name`, `unit`, `unit_text`, `scale` | the [`Variable`](crate::metric::Variable); `scale` is a power of ten |
/// | `area` | the text form of [`Area`](crate::country::Area): `CHN`, `group:eu`, `special:ZZ` |
/// | `area_code`, `area_name` | as the source writes them; `area_code:2` and so on where it does so in several ways |
/// | `period` | the text form of [`Period`] |
/// | `value` | the number as the source wrote it, or nothing |
/// | `text` | the answer, where values are words |
/// | `missing` | why there is no value |
/// | `flags`, `status`, `note` | flags with spaces between; the marks as the source writes them; its remark |
/// | `dimension:sex` | one column for each dimension |
/// | `dataset`, `version`, `published`, `retrieved`, `source`, `licence` | the [`Vintage`] |
///
/// All texts are in quotes, and the country of the code `NA` is `NAM` in the column `area`, so that tools that take `NA` for a
/// missing value do not lose Namibia. In `text`, `status`, `note` and the columns of dimensions and vintage, an empty field
/// is none; a text that is empty is written as a backslash, and one that begins with a backslash has another in front.
/// Second cells for one period follow behind all others.
///
/// # Errors
/// Those of the writer.
///
/// ```
/// use netpolity::country::Country;
/// use netpolity::io::{Options, tidy};
/// use netpolity::metric::{Cell, Number, PanelBuilder, Variable, Vintage};
/// use netpolity::Period;
///
/// let mut builder = PanelBuilder::new(Vintage::new());
/// let users = builder.variable(Variable::new("i99H"));
/// let namibia = builder.area(Country::NAM.into(), "NA", "Namibia");
/// let cell = Cell::from(Number::parse("1.5E-05").unwrap()).with_note("a \"note\",\nof two lines");
/// builder.push(users, namibia, Default::default(), Period::from_year(2013)?, cell, 0).unwrap();
/// let panel = builder.finish();
///
/// let mut file = Vec::new();
/// tidy::write_csv(&panel, &mut file)?;
/// assert_eq!(tidy::read_own(&file[..], &Options::new())?.data, panel);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn write_csv(panel: &Panel, mut out: impl Write) -> io::Result<()> {
    let shape = Shape::new(panel);
    let mut line = COLUMNS.join(",");
    for (name, _) in &shape.dimensions {
        line.push(',');
        quote(&mut line, &format!("{DIMENSION}{name}"));
    }
    for number in 2..=shape.labels {
        let _ = write!(line, ",area_code:{number},area_name:{number}");
    }
    for column in VINTAGE {
        let _ = write!(line, ",{column}");
    }
    line.push('\n');
    out.write_all(line.as_bytes())?;

    let vintage = vintage_fields(panel.vintage());
    let (mut front, mut back) = (String::new(), String::new());
    let mut rows = 0_u64;
    let mut put = |line: &mut String, front: &str, back: &str, period: Period, cell: Cell<'_>| {
        line.clear();
        line.push_str(front);
        cell_fields(line, period, cell);
        line.push_str(back);
        rows += 1;
        out.write_all(line.as_bytes())
    };
    for series in panel.series() {
        shape.series_fields(series, &vintage, &mut front, &mut back);
        for (period, cell) in series.iter() {
            put(&mut line, &front, &back, period, cell)?;
        }
    }
    for double in panel.duplicates() {
        shape.series_fields(double.series, &vintage, &mut front, &mut back);
        put(&mut line, &front, &back, double.period, double.second)?;
    }
    if rows == 0 && *panel.vintage() != Vintage::new() {
        let empty = COLUMNS.len() + shape.dimensions.len() + 2 * (shape.labels - 1) - 1;
        line.clear();
        line.extend(std::iter::repeat_n(',', empty));
        line.push_str(&vintage);
        out.write_all(line.as_bytes())?;
    }
    out.flush()
}

/// What columns a panel needs.
struct Shape {
    /// Names, each as often as a cell has it, which is once, but for a builder nobody forbids two.
    dimensions: Vec<(String, usize)>,
    labels: usize,
}

impl Shape {
    fn new(panel: &Panel) -> Self {
        let mut dimensions: Vec<(String, usize)> = Vec::new();
        let mut labels = 1;
        for series in panel.series() {
            labels = labels.max(series.labels().len());
            for (name, nth) in numbered(series) {
                if !dimensions.iter().any(|(other, n)| other == name && *n == nth) {
                    dimensions.push((name.to_owned(), nth));
                }
            }
        }
        dimensions.sort();
        Self { dimensions, labels }
    }

    /// The fields in front of those of a cell, and those behind.
    fn series_fields(
        &self,
        series: Series<'_>,
        vintage: &str,
        front: &mut String,
        back: &mut String,
    ) {
        front.clear();
        let variable = series.variable();
        let indicator = variable.indicator.as_ref().map_or("", |id| id.as_str());
        let unit = variable.unit.map_or("", |unit| unit.as_str());
        for text in [indicator, &variable.code, &variable.name, unit, &variable.unit_text] {
            quote(front, text);
            front.push(',');
        }
        let _ = write!(front, "{},", variable.scale);
        quote(front, &series.area().to_string());
        let mut labels = series.labels().iter();
        let first = labels.next().cloned().unwrap_or_default();
        for text in [&first.code, &first.name] {
            front.push(',');
            quote(front, text);
        }
        front.push(',');

        back.clear();
        for (name, nth) in &self.dimensions {
            back.push(',');
            let mine = series.dimensions().iter().zip(numbered(series));
            let mut mine = mine.filter(|(_, (other, n))| other == name && n == nth);
            escape(back, mine.next().map(|((_, value), _)| value));
        }
        for _ in 2..=self.labels {
            let label = labels.next();
            back.push(',');
            escape(back, label.map(|label| &*label.code));
            back.push(',');
            escape(back, label.map(|label| &*label.name));
        }
        back.push_str(vintage);
    }
}

/// The names of the dimensions of a series, those that come again numbered.
fn numbered(series: Series<'_>) -> impl Iterator<Item = (&str, usize)> {
    let names = move || series.dimensions().iter().map(|(name, _)| name);
    names()
        .enumerate()
        .map(move |(at, name)| (name, names().take(at).filter(|n| *n == name).count()))
}

fn vintage_fields(vintage: &Vintage) -> String {
    let mut fields = String::new();
    for text in vintage_texts(vintage) {
        fields.push(',');
        escape(&mut fields, text.as_deref());
    }
    fields.push('\n');
    fields
}

fn cell_fields(line: &mut String, period: Period, cell: Cell<'_>) {
    let _ = write!(line, "\"{period}\",");
    let (mut words, mut missing) = (None, "");
    match cell.datum() {
        Datum::Number(number) => write_number(line, number),
        Datum::Words(text) => words = Some(text),
        Datum::Missing(reason) => missing = reason.as_str(),
    }
    line.push(',');
    escape(line, words);
    let _ = write!(line, ",{missing},{},", cell.flags());
    escape(line, cell.status());
    line.push(',');
    escape(line, cell.note());
}

fn quote(line: &mut String, text: &str) {
    line.push('"');
    for (at, part) in text.split('"').enumerate() {
        line.push_str(if at > 0 { "\"\"" } else { "" });
        line.push_str(part);
    }
    line.push('"');
}

/// Nothing for none, and a backslash for an empty text.
fn escape(line: &mut String, text: Option<&str>) {
    match text {
        None => {}
        Some(text) if text.is_empty() || text.starts_with('\\') => {
            quote(line, &format!("\\{text}"));
        }
        Some(text) => quote(line, text),
    }
}

fn unescape(text: &str) -> Option<&str> {
    (!text.is_empty()).then(|| text.strip_prefix('\\').unwrap_or(text))
}

/// Reads what [`write_csv`] writes.
///
/// Columns may stand in any order, and all but `code`, `area`, `period` and `value` may be absent. What stands in other
/// columns is counted as skipped. A row with neither value, text nor reason is a missing value without a reason. All rows
/// have to be of one vintage (FMT-012).
///
/// # Errors
/// [`Error::Format`] where the header lacks one of the four columns; otherwise see [`Error`].
pub fn read_own(source: impl Read, options: &Options) -> Result<Reading<Panel>, Error> {
    let mut loader = Loader::new(options);
    let mut table = Table::open(source, &Mapping::new(), FORMAT, &mut loader.import)?;
    let columns = match &table.header {
        Some(header) => Columns::new(&header.names, header.line)?,
        None => return Err(Error::format(FORMAT, 1, "a header", "")),
    };
    let mut key = String::new();
    while let Some(row) = table.rows.next()? {
        match row {
            Ok(row) => columns.row(row, &mut key, &mut loader)?,
            Err(row) => damaged(&row, &mut loader)?,
        }
    }
    Ok(loader.finish())
}

/// Where what stands in a file.
struct Columns {
    /// Of [`COLUMNS`] and [`VINTAGE`].
    own: [Option<usize>; COLUMNS.len()],
    vintage: [Option<usize>; VINTAGE.len()],
    dimensions: Vec<(String, usize)>,
    /// Codes and names but for the first.
    labels: Vec<(usize, usize)>,
    unknown: Vec<usize>,
    /// All that the series depends on.
    keys: Vec<usize>,
    width: usize,
}

impl Columns {
    fn new(names: &[String], line: u64) -> Result<Self, Error> {
        let find = |name: &str| names.iter().position(|other| other == name);
        let own = COLUMNS.map(find);
        let vintage = VINTAGE.map(find);
        let required = |name: &&str| matches!(*name, "code" | "area" | "period" | "value");
        if let Some(name) = COLUMNS.iter().filter(|name| required(name)).find(|n| find(n).is_none())
        {
            let expected = format!("a column `{name}`");
            return Err(Error::format(FORMAT, line, expected, &names.join(", ")));
        }
        let mut dimensions = Vec::new();
        for (at, name) in names.iter().enumerate() {
            if let Some(name) = name.strip_prefix(DIMENSION) {
                dimensions.push((name.to_owned(), at));
            }
        }
        let pair = |number: usize| {
            Some((find(&format!("area_code:{number}"))?, find(&format!("area_name:{number}"))?))
        };
        let labels: Vec<_> = (2..).map_while(pair).collect();
        // What stands before the period and behind the note.
        let mut keys: Vec<usize> = own.iter().take(9).chain(&vintage).copied().flatten().collect();
        keys.extend(dimensions.iter().map(|(_, at)| *at));
        keys.extend(labels.iter().flat_map(|(code, name)| [*code, *name]));
        let is_own = |at: usize| keys.contains(&at) || own.contains(&Some(at));
        let unknown = (0..names.len()).filter(|at| !is_own(*at)).collect();
        Ok(Self { own, vintage, dimensions, labels, unknown, keys, width: names.len() })
    }

    fn row(&self, row: Row<'_>, key: &mut String, loader: &mut Loader<'_>) -> Result<(), Error> {
        loader.import.account.add_row();
        if row.broken || row.len() != self.width {
            let place = Place::line(row.line);
            let message = || row.misfit(self.width);
            return loader.import.reject(rules::FORMAT_WIDTH, place, row.field(0), 1, message);
        }
        let unknown = self.unknown.iter().filter(|at| !row.is_empty(**at)).count() as u64;
        if unknown > 0 {
            loader.import.account.add_skipped(UNKNOWN, unknown);
        }
        let field = |at: Option<usize>| at.map_or("", |at| row.field(at));
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
            period,
            value,
            text,
            missing,
            flag_words,
            status,
            note,
        ] = self.own.map(field);
        key.clear();
        for at in &self.keys {
            push_key(key, row.field(*at));
        }
        let at = |column: usize| self.own.get(column).copied().flatten().unwrap_or_default();
        let series = if let Some(series) = loader.known(key) {
            series
        } else {
            let Some(vintage) = self.vintage(row, loader)? else { return Ok(()) };
            let place = Place::line(row.line);
            if !loader.vintage(&vintage, place)? {
                return Ok(());
            }
            if [code, area, period, value, text, missing].iter().all(|text| text.is_empty()) {
                loader.import.account.add_skipped(ONLY_VINTAGE, 1);
                return Ok(());
            }
            let first = (area_code.into(), area_name.into());
            let others = self.labels.iter().filter_map(|(code, name)| {
                let (code, name) = (unescape(row.field(*code)), unescape(row.field(*name)));
                let is_there = code.is_some() || name.is_some();
                is_there.then(|| (code.unwrap_or_default().into(), name.unwrap_or_default().into()))
            });
            let dimensions = self.dimensions.iter().filter_map(|(name, at)| {
                Some((Cow::from(name.as_str()), unescape(row.field(*at))?.into()))
            });
            let record = SeriesRecord {
                indicator,
                code,
                name,
                unit,
                unit_text,
                scale,
                area,
                labels: [first].into_iter().chain(others).collect(),
                dimensions: dimensions.collect(),
            };
            match loader.series(key, &record, place)? {
                Some(series) => series,
                None => return Ok(()),
            }
        };
        let flags = match flags(flag_words) {
            Ok(flags) => flags,
            Err(word) => {
                let message = || format!("`{word}` is no flag");
                return loader.reject(Place::field(row.line, at(13)), word, message);
            }
        };
        let record = CellRecord {
            period,
            value: (!value.is_empty()).then_some(value),
            text: unescape(text).map(Cow::from),
            missing,
            flags,
            status: unescape(status).map(Cow::from),
            note: unescape(note).map(Cow::from),
        };
        loader.cell(series, &record, Place::field(row.line, at(10)))
    }

    /// The vintage of a row; `None` where the row was rejected.
    fn vintage(&self, row: Row<'_>, loader: &mut Loader<'_>) -> Result<Option<Vintage>, Error> {
        let field = |at: Option<usize>| at.and_then(|at| unescape(row.field(at)));
        match vintage_of(self.vintage.map(field)) {
            Ok(vintage) => Ok(Some(vintage)),
            Err(message) => {
                loader.reject(Place::line(row.line), "", || message)?;
                Ok(None)
            }
        }
    }
}

fn damaged(row: &Damaged<'_>, loader: &mut Loader<'_>) -> Result<(), Error> {
    loader.import.account.add_row();
    loader.import.damaged(row, 1)
}
