//! The crate's own interchange as JSON Lines: one object a cell.
//!
//! The fields are those of the [tidy CSV](super::tidy::write_csv), without those that are empty. `value` is a number, so that
//! tools read it as such; where the source wrote it in a way that JSON does not have, such as `007`, that stands in `written`.
//! `flags` is a list, `dimensions` an object, and the further codes and names of an area are `labels`, a list of pairs. A first
//! line has the `vintage`, where something is known of it or nothing else is there.

use std::borrow::Cow;
use std::fmt::{self, Write as _};
use std::io::{self, Read, Write};

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::error::Error;
use super::import::Place;
use super::record::{CellRecord, Loader, SeriesRecord, push_key, write_number};
use super::{Options, Reading};
use crate::finding::importing as rules;
use crate::metric::{Cell, Datum, Flags, Panel, Series, Vintage};
use crate::time::Period;

const FORMAT: &str = "JSON Lines interchange";
const UNKNOWN: &str = "a field that is not of the format";

/// No raw control character stands in JSON, so that a line is one field.
const NO_DELIMITER: u8 = 0x1f;

/// Writes a panel as JSON Lines, with all that it holds: [`read`] gives the same panel back.
///
/// Second cells for one period follow behind all others.
///
/// # Errors
/// Those of the writer.
///
/// ```
/// use netpolity::country::Country;
/// use netpolity::io::{Options, jsonl};
/// use netpolity::metric::{Cell, Flag, Number, PanelBuilder, Variable, Vintage};
/// use netpolity::Period;
///
/// let mut builder = PanelBuilder::new(Vintage::new());
/// let users = builder.variable(Variable::new("i99H"));
/// let china = builder.area(Country::CHN.into(), "CHN", "China");
/// let cell = Cell::from(Number::parse("90.60").unwrap()).with_flag(Flag::Break);
/// builder.push(users, china, Default::default(), Period::from_year(2023)?, cell, 0).unwrap();
/// let panel = builder.finish();
///
/// let mut file = Vec::new();
/// jsonl::write(&panel, &mut file)?;
/// assert_eq!(
///     String::from_utf8_lossy(&file),
///     r#"{"code":"i99H","area":"CHN","area_code":"CHN","area_name":"China","period":"2023","value":90.60,"flags":["break"]}
/// "#
/// );
/// assert_eq!(jsonl::read(&file[..], &Options::new())?.data, panel);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn write(panel: &Panel, mut out: impl Write) -> io::Result<()> {
    let mut line = String::new();
    // An empty file would be taken for one that was lost.
    if *panel.vintage() != Vintage::new() || panel.is_empty() {
        let vintage = serde_json::to_string(panel.vintage())?;
        writeln!(out, "{{\"vintage\":{vintage}}}")?;
    }
    let (mut front, mut back) = (String::new(), String::new());
    for series in panel.series() {
        series_fields(series, &mut front, &mut back)?;
        for (period, cell) in series.iter() {
            object(&mut line, &front, &back, period, cell)?;
            out.write_all(line.as_bytes())?;
        }
    }
    for double in panel.duplicates() {
        series_fields(double.series, &mut front, &mut back)?;
        object(&mut line, &front, &back, double.period, double.second)?;
        out.write_all(line.as_bytes())?;
    }
    out.flush()
}

/// The fields of a series, those in front of a cell's and those behind.
fn series_fields(series: Series<'_>, front: &mut String, back: &mut String) -> io::Result<()> {
    let variable = series.variable();
    front.clear();
    let indicator = variable.indicator.as_ref().map_or("", |id| id.as_str());
    field(front, "indicator", Some(indicator).filter(|id| !id.is_empty()))?;
    field(front, "code", Some(&variable.code))?;
    field(front, "name", Some(variable.name.as_str()).filter(|name| !name.is_empty()))?;
    field(front, "unit", variable.unit.as_ref().map(crate::quantity::Unit::as_str))?;
    field(front, "unit_text", Some(variable.unit_text.as_str()).filter(|text| !text.is_empty()))?;
    if variable.scale != 0 {
        let _ = write!(front, ",\"scale\":{}", variable.scale);
    }
    field(front, "area", Some(&series.area().to_string()))?;
    let mut labels = series.labels().iter();
    let first = labels.next().cloned().unwrap_or_default();
    field(front, "area_code", Some(&*first.code).filter(|code| !code.is_empty()))?;
    field(front, "area_name", Some(&*first.name).filter(|name| !name.is_empty()))?;

    back.clear();
    if !series.dimensions().is_empty() {
        let mut object = String::new();
        for (name, value) in series.dimensions().iter() {
            object.push(if object.is_empty() { '{' } else { ',' });
            string(&mut object, name)?;
            object.push(':');
            string(&mut object, value)?;
        }
        let _ = write!(back, ",\"dimensions\":{object}}}");
    }
    if labels.len() > 0 {
        let others: Vec<[&str; 2]> = labels.map(|label| [&*label.code, &*label.name]).collect();
        let _ = write!(back, ",\"labels\":{}", serde_json::to_string(&others)?);
    }
    Ok(())
}

fn object(
    line: &mut String,
    front: &str,
    back: &str,
    period: Period,
    cell: Cell<'_>,
) -> io::Result<()> {
    line.clear();
    line.push('{');
    line.push_str(front.strip_prefix(',').unwrap_or(front));
    let _ = write!(line, ",\"period\":\"{period}\",\"value\":");
    match cell.datum() {
        Datum::Number(number) => {
            let start = line.len();
            write_number(line, number);
            if !line.get(start..).is_some_and(is_json_number) {
                let written = line.split_off(start);
                line.push_str(&number.value().to_string());
                field(line, "written", Some(&written))?;
            }
        }
        Datum::Words(text) => {
            line.push_str("null");
            field(line, "text", Some(text))?;
        }
        Datum::Missing(reason) => {
            line.push_str("null");
            field(line, "missing", Some(reason.as_str()))?;
        }
    }
    if !cell.flags().is_empty() {
        line.push_str(",\"flags\":");
        line.push_str(&serde_json::to_string(&cell.flags())?);
    }
    field(line, "status", cell.status())?;
    field(line, "note", cell.note())?;
    line.push_str(back);
    line.push_str("}\n");
    Ok(())
}

fn field(line: &mut String, name: &str, text: Option<&str>) -> io::Result<()> {
    let Some(text) = text else { return Ok(()) };
    line.push_str(",\"");
    line.push_str(name);
    line.push_str("\":");
    string(line, text)
}

pub(super) fn string(line: &mut String, text: &str) -> io::Result<()> {
    let is_plain = |byte: u8| byte >= b' ' && byte != b'"' && byte != b'\\';
    if text.bytes().all(is_plain) {
        line.push('"');
        line.push_str(text);
        line.push('"');
    } else {
        line.push_str(&serde_json::to_string(text)?);
    }
    Ok(())
}

fn is_json_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    !matches!(digits.as_bytes(), [b'0', b'0'..=b'9', ..] | [])
        && serde_json::from_str::<&RawValue>(text).is_ok()
}

/// Reads what [`write`](write()) writes.
///
/// The order of fields does not matter; `null` is nothing, and further fields are counted as skipped. A line that is no
/// such object is rejected (FMT-013).
///
/// # Errors
/// [`Error::Format`] where the first line is no object, otherwise see [`Error`].
pub fn read(source: impl Read, options: &Options) -> Result<Reading<Panel>, Error> {
    let mut loader = Loader::new(options);
    let mut rows = loader.import.rows(source, NO_DELIMITER, false)?;
    let mut key = String::new();
    let mut first = true;
    while let Some(row) = rows.next()? {
        let is_first = std::mem::take(&mut first);
        match row {
            Ok(row) => {
                let text = row.field(0);
                if is_first && !text.trim_start().starts_with('{') {
                    return Err(no_object(text, row.line));
                }
                if row.is_blank() {
                    continue;
                }
                loader.import.account.add_row();
                match serde_json::from_str::<Line<'_>>(text) {
                    // A delimiter would be a control character within a text.
                    Ok(line) if row.len() == 1 => {
                        line.load(Place::line(row.line), &mut key, &mut loader)?;
                    }
                    Ok(_) => loader.reject(Place::line(row.line), text, || {
                        "a control character stands in the line".to_owned()
                    })?,
                    Err(error) => {
                        let place = Place { line: row.line, column: Some(error.column()) };
                        loader.reject(place, text, || error.to_string())?;
                    }
                }
            }
            Err(damaged) => {
                loader.import.account.add_row();
                let place = Place { line: damaged.line, column: Some(damaged.offset + 1) };
                let message = || format!("byte {} of the line is no UTF-8", damaged.offset);
                loader.import.reject(rules::FORMAT_ENCODING, place, &damaged.text, 1, message)?;
            }
        }
    }
    if first {
        return Err(Error::empty());
    }
    Ok(loader.finish())
}

fn no_object(text: &str, line: u64) -> Error {
    if text.trim_start().starts_with('<') {
        return Error::markup(text);
    }
    Error::format(FORMAT, line, "an object in each line", text)
}

/// One line.
#[derive(Default)]
struct Line<'t> {
    indicator: Text<'t>,
    code: Text<'t>,
    name: Text<'t>,
    unit: Text<'t>,
    unit_text: Text<'t>,
    scale: Option<&'t RawValue>,
    area: Text<'t>,
    area_code: Text<'t>,
    area_name: Text<'t>,
    period: Text<'t>,
    value: Option<&'t RawValue>,
    written: Option<Text<'t>>,
    text: Option<Text<'t>>,
    missing: Text<'t>,
    flags: Flags,
    status: Option<Text<'t>>,
    note: Option<Text<'t>>,
    dimensions: Pairs<'t>,
    labels: Vec<(Text<'t>, Text<'t>)>,
    vintage: Option<Vintage>,
    unknown: u64,
}

impl Line<'_> {
    fn load(self, place: Place, key: &mut String, loader: &mut Loader<'_>) -> Result<(), Error> {
        if self.unknown > 0 {
            loader.import.account.add_skipped(UNKNOWN, self.unknown);
        }
        if let Some(vintage) = &self.vintage {
            if !loader.vintage(vintage, place)? {
                return Ok(());
            }
            if self.period.0.is_empty() && self.area.0.is_empty() && self.value.is_none() {
                loader.import.account.add_skipped("a line with nothing but the vintage", 1);
                return Ok(());
            }
        }
        let scale = self.scale.map_or("", |scale| scale.get());
        key.clear();
        for text in [
            &self.indicator,
            &self.code,
            &self.name,
            &self.unit,
            &self.unit_text,
            &self.area,
            &self.area_code,
            &self.area_name,
        ] {
            push_key(key, &text.0);
        }
        push_key(key, scale);
        for (name, value) in &self.dimensions.0 {
            push_key(key, name);
            push_key(key, value);
        }
        key.push(';');
        for (code, name) in &self.labels {
            push_key(key, &code.0);
            push_key(key, &name.0);
        }
        let series = if let Some(series) = loader.known(key) {
            series
        } else {
            let mut labels = vec![(self.area_code.0, self.area_name.0)];
            labels.extend(self.labels.into_iter().map(|(code, name)| (code.0, name.0)));
            let record = SeriesRecord {
                indicator: &self.indicator.0,
                code: &self.code.0,
                name: &self.name.0,
                unit: &self.unit.0,
                unit_text: &self.unit_text.0,
                scale,
                area: &self.area.0,
                labels,
                dimensions: self.dimensions.0,
            };
            match loader.series(key, &record, place)? {
                Some(series) => series,
                None => return Ok(()),
            }
        };
        let written = self.written.as_ref().map(|text| &*text.0);
        let record = CellRecord {
            period: &self.period.0,
            value: written.or(self.value.map(RawValue::get)),
            text: self.text.map(|text| text.0),
            missing: &self.missing.0,
            flags: self.flags,
            status: self.status.map(|text| text.0),
            note: self.note.map(|text| text.0),
        };
        loader.cell(series, &record, place)
    }
}

impl<'de: 't, 't> Deserialize<'de> for Line<'t> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Fields;
        impl<'de> Visitor<'de> for Fields {
            type Value = Line<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Line<'de>, A::Error> {
                let mut line = Line::default();
                while let Some(Text(name)) = map.next_key()? {
                    let text = |slot: &mut Text<'de>, map: &mut A| {
                        *slot = map.next_value::<Option<_>>()?.unwrap_or_default();
                        Ok(())
                    };
                    match &*name {
                        "indicator" => text(&mut line.indicator, &mut map)?,
                        "code" => text(&mut line.code, &mut map)?,
                        "name" => text(&mut line.name, &mut map)?,
                        "unit" => text(&mut line.unit, &mut map)?,
                        "unit_text" => text(&mut line.unit_text, &mut map)?,
                        "scale" => line.scale = map.next_value()?,
                        "area" => text(&mut line.area, &mut map)?,
                        "area_code" => text(&mut line.area_code, &mut map)?,
                        "area_name" => text(&mut line.area_name, &mut map)?,
                        "period" => text(&mut line.period, &mut map)?,
                        "value" => line.value = map.next_value()?,
                        "written" => line.written = map.next_value()?,
                        "text" => line.text = map.next_value()?,
                        "missing" => text(&mut line.missing, &mut map)?,
                        "flags" => {
                            line.flags = map.next_value::<Option<_>>()?.unwrap_or_default();
                        }
                        "status" => line.status = map.next_value()?,
                        "note" => line.note = map.next_value()?,
                        "dimensions" => {
                            line.dimensions = map.next_value::<Option<_>>()?.unwrap_or_default();
                        }
                        "labels" => {
                            line.labels = map.next_value::<Option<_>>()?.unwrap_or_default();
                        }
                        "vintage" => line.vintage = map.next_value()?,
                        _ => {
                            map.next_value::<IgnoredAny>()?;
                            line.unknown += 1;
                        }
                    }
                }
                Ok(line)
            }
        }
        deserializer.deserialize_map(Fields)
    }
}

/// A text that is lent where it has no escapes.
#[derive(Default)]
struct Text<'t>(Cow<'t, str>);

impl<'de: 't, 't> Deserialize<'de> for Text<'t> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Lent;
        impl<'de> Visitor<'de> for Lent {
            type Value = Text<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text")
            }

            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Text<'de>, E> {
                Ok(Text(text.into()))
            }

            fn visit_str<E>(self, text: &str) -> Result<Text<'de>, E> {
                Ok(Text(text.to_owned().into()))
            }

            // Tools make numbers of years and codes.
            fn visit_i64<E>(self, number: i64) -> Result<Text<'de>, E> {
                Ok(Text(number.to_string().into()))
            }

            fn visit_u64<E>(self, number: u64) -> Result<Text<'de>, E> {
                Ok(Text(number.to_string().into()))
            }
        }
        deserializer.deserialize_any(Lent)
    }
}

/// An object of texts. A name may come again.
#[derive(Default)]
struct Pairs<'t>(Vec<(Cow<'t, str>, Cow<'t, str>)>);

impl<'de: 't, 't> Deserialize<'de> for Pairs<'t> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Object;
        impl<'de> Visitor<'de> for Object {
            type Value = Pairs<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object of texts")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Pairs<'de>, A::Error> {
                let mut pairs = Vec::new();
                while let Some((Text(name), value)) = map.next_entry::<_, Option<Text<'de>>>()? {
                    pairs.extend(value.map(|Text(value)| (name, value)));
                }
                Ok(Pairs(pairs))
            }
        }
        deserializer.deserialize_map(Object)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::country::Country;
    use crate::io::tidy;

    const CSV: &str = include_str!("../../tests/fixtures/io/tidy/interchange.csv");
    const LINES: &str = include_str!("../../tests/fixtures/io/tidy/interchange.jsonl");

    fn year(year: i32) -> Period {
        Period::from_year(year).unwrap()
    }

    #[test]
    fn both_formats_hold_the_same() {
        let options = Options::new();
        let panel = tidy::read_own(CSV.as_bytes(), &options).unwrap().data;
        let mut written = Vec::new();
        write(&panel, &mut written).unwrap();
        assert_eq!(String::from_utf8(written).unwrap(), LINES);
        let reading = read(LINES.as_bytes(), &options).unwrap();
        assert_eq!(reading.data, panel);
        let account = &reading.account;
        assert_eq!((account.values(), account.missing(), account.rejected()), (5, 1, 0));
        assert_eq!((account.skipped(), account.entries()), (1, 7));
    }

    #[test]
    fn what_json_cannot_write_stands_beside_the_value() {
        for text in ["007", "+5", "100.", ".5", "1.5E-05", "45.80", "-0", "1e3"] {
            let file = format!(
                r#"{{"code":"a","area":"CHN","period":2012,"value":null,"written":"{text}"}}"#
            );
            let panel = read(file.as_bytes(), &Options::new()).unwrap().data;
            let mut written = Vec::new();
            write(&panel, &mut written).unwrap();
            let written = String::from_utf8(written).unwrap();
            assert_eq!(written.contains("written"), !is_json_number(text), "{written}");
            let again = read(written.as_bytes(), &Options::new()).unwrap().data;
            let cell = again.get("a", Country::CHN, year(2012)).unwrap();
            assert_eq!(cell.number().unwrap().to_string(), text);
        }
    }

    #[test]
    fn lines_that_are_none_are_told() {
        let file = "{\"code\":\"a\",\"area\":\"CHN\",\"period\":\"2012\",\"value\":42.3,\"more\":[1]}\n\n\
            {\"code\":\n[]\n{\"area\":\"CHN\",\"period\":\"2012\",\"value\":\"42.3\"}\n\
            {\"area\":\"China\",\"period\":\"2012\"}\n{\"area\":\"CHN\",\"period\":\"2012\",\"flags\":[\"x\"]}\n";
        let account = read(file.as_bytes(), &Options::new()).unwrap().account;
        let counts = (account.values(), account.missing(), account.rejected(), account.skipped());
        assert_eq!(counts, (1, 0, 5, 1));
        assert_eq!((account.count_of("FMT-013"), account.count_of("VAL-006")), (4, 1));
        assert!(matches!(read("[]".as_bytes(), &Options::new()), Err(Error::Format { .. })));
        assert!(matches!(read("<html>".as_bytes(), &Options::new()), Err(Error::NoData { .. })));
        assert!(matches!(read("".as_bytes(), &Options::new()), Err(Error::NoData { .. })));
    }
}
