//! What one cell is written with in the crate's own formats, and how a panel is made of such records.

use std::borrow::Cow;
use std::collections::HashMap;

use super::error::{Error, shortened};
use super::import::{Import, Place};
use super::{Options, Reading};
use crate::country::{Area, Scheme};
use crate::finding::importing as rules;
use crate::metric::{
    AreaId, Cell, Datum, Dimensions, DimensionsId, Flag, Flags, Missing, Number, Panel, Variable,
    VariableId, Vintage,
};
use crate::time::Period;

/// What all cells of a series share, in text. An empty text is none.
#[derive(Debug, Default)]
pub(super) struct SeriesRecord<'t> {
    pub(super) indicator: &'t str,
    pub(super) code: &'t str,
    pub(super) name: &'t str,
    pub(super) unit: &'t str,
    pub(super) unit_text: &'t str,
    pub(super) scale: &'t str,
    pub(super) area: &'t str,
    /// Codes and names.
    pub(super) labels: Vec<(Cow<'t, str>, Cow<'t, str>)>,
    pub(super) dimensions: Vec<(Cow<'t, str>, Cow<'t, str>)>,
}

/// What a cell has of its own, in text.
#[derive(Debug, Default)]
pub(super) struct CellRecord<'t> {
    pub(super) period: &'t str,
    /// As it was written.
    pub(super) value: Option<&'t str>,
    pub(super) text: Option<Cow<'t, str>>,
    pub(super) missing: &'t str,
    pub(super) flags: Flags,
    pub(super) status: Option<Cow<'t, str>>,
    pub(super) note: Option<Cow<'t, str>>,
}

/// A series by the numbers of its parts.
#[derive(Debug, Clone, Copy)]
pub(super) struct SeriesIds {
    variable: VariableId,
    area: AreaId,
    dimensions: DimensionsId,
}

/// Makes a panel of records.
pub(super) struct Loader<'o> {
    pub(super) import: Import<'o>,
    /// Series by the text of all that they share.
    known: HashMap<Box<str>, SeriesIds, foldhash::fast::FixedState>,
    vintage: Option<Vintage>,
}

impl<'o> Loader<'o> {
    pub(super) fn new(options: &'o Options) -> Self {
        // Areas stand in the crate's own text form; the scheme is never asked.
        let import = Import::new(options, Scheme::Iso);
        Self { import, known: HashMap::default(), vintage: None }
    }

    /// A series that was met before.
    pub(super) fn known(&self, key: &str) -> Option<SeriesIds> {
        self.known.get(key).copied()
    }

    /// Takes the vintage of a record; `false` where it was rejected for being another than that before it.
    pub(super) fn vintage(&mut self, vintage: &Vintage, place: Place) -> Result<bool, Error> {
        match &self.vintage {
            Some(known) if known == vintage => {}
            Some(_) => {
                self.import.reject(rules::FORMAT_VINTAGE, place, "", 1, || {
                    "the row is of another vintage than those before it".to_owned()
                })?;
                return Ok(false);
            }
            None => {
                self.import.vintage(|fill| fill.clone_from(vintage));
                self.vintage = Some(vintage.clone());
            }
        }
        Ok(true)
    }

    /// Rejects one record.
    pub(super) fn reject(
        &mut self,
        place: Place,
        text: &str,
        message: impl FnOnce() -> String,
    ) -> Result<(), Error> {
        self.import.reject(rules::FORMAT_RECORD, place, text, 1, message)
    }

    /// The series of a record; `None` where the record was rejected.
    pub(super) fn series(
        &mut self,
        key: &str,
        record: &SeriesRecord<'_>,
        place: Place,
    ) -> Result<Option<SeriesIds>, Error> {
        let (variable, area) = match record.read() {
            Ok(read) => read,
            Err((text, message)) => {
                self.reject(place, text, || message)?;
                return Ok(None);
            }
        };
        let builder = &mut self.import.builder;
        let variable = builder.variable(variable);
        let dimensions = record.dimensions.iter().map(|(name, value)| (&**name, &**value));
        let dimensions = builder.dimensions(dimensions.collect::<Dimensions>());
        let mut labels = record.labels.iter();
        let (code, name) = labels.next().map_or(("", ""), |(code, name)| (&**code, &**name));
        let id = builder.area(area.clone(), code, name);
        for (code, name) in labels {
            builder.area(area.clone(), code, name);
        }
        let ids = SeriesIds { variable, area: id, dimensions };
        self.known.insert(key.into(), ids);
        Ok(Some(ids))
    }

    /// Puts the cell of a record into its series.
    pub(super) fn cell(
        &mut self,
        series: SeriesIds,
        record: &CellRecord<'_>,
        place: Place,
    ) -> Result<(), Error> {
        let number = match record.value {
            None => None,
            Some(value) => match self.import.number(place, value)? {
                Some(number) => Some(number),
                None => return Ok(()),
            },
        };
        self.cell_with(number, series, record, place)
    }

    /// The same, where the value is not that of the record but a number that was read already.
    pub(super) fn cell_with(
        &mut self,
        number: Option<Number<'_>>,
        series: SeriesIds,
        record: &CellRecord<'_>,
        place: Place,
    ) -> Result<(), Error> {
        let Ok(period) = record.period.parse::<Period>() else {
            // Files that were made by hand have other notations.
            return match self.import.period(place, record.period, 1)? {
                Some(period) => self.put(number, series, period, record, place),
                None => Ok(()),
            };
        };
        self.put(number, series, period, record, place)
    }

    fn put(
        &mut self,
        number: Option<Number<'_>>,
        series: SeriesIds,
        period: Period,
        record: &CellRecord<'_>,
        place: Place,
    ) -> Result<(), Error> {
        let datum = match (number, &record.text, record.missing) {
            (Some(number), None, "") => Datum::Number(number),
            (None, Some(text), "") => Datum::Words(text),
            (None, None, "") => Datum::Missing(Missing::NotStated),
            (None, None, reason) => match reason.parse() {
                Ok(reason) => Datum::Missing(reason),
                Err(error) => return self.reject(place, reason, || format!("{error}")),
            },
            _ => {
                return self.reject(place, "", || {
                    "there is more than one of value, text and reason for missing".to_owned()
                });
            }
        };
        let mut cell = Cell::new(datum).with_flags(record.flags);
        if let Some(status) = &record.status {
            cell = cell.with_status(status);
        }
        if let Some(note) = &record.note {
            cell = cell.with_note(note);
        }
        let SeriesIds { variable, area, dimensions } = series;
        self.import.put(variable, area, dimensions, period, cell, place)
    }

    pub(super) fn finish(self) -> Reading<Panel> {
        self.import.finish()
    }
}

impl<'t> SeriesRecord<'t> {
    /// Variable and area, or the text that is none and why.
    fn read(&self) -> Result<(Variable, Area), (&'t str, String)> {
        fn parse<T: std::str::FromStr<Err: std::fmt::Display>>(
            text: &str,
        ) -> Result<Option<T>, (&str, String)> {
            if text.is_empty() {
                return Ok(None);
            }
            text.parse().map(Some).map_err(|error| (text, format!("{error}")))
        }
        let mut variable = Variable::new(self.code);
        self.name.clone_into(&mut variable.name);
        variable.indicator = parse(self.indicator)?;
        variable.unit = parse(self.unit)?;
        self.unit_text.clone_into(&mut variable.unit_text);
        let scale = self.scale.parse().map_err(|_| {
            let text = shortened(self.scale);
            (self.scale, format!("scale `{text}` is no power of ten from -128 to 127"))
        });
        variable.scale = if self.scale.is_empty() { 0 } else { scale? };
        let area = self.area.parse().map_err(|error| (self.area, format!("{error}")))?;
        Ok((variable, area))
    }
}

/// The columns of a vintage.
pub(super) const VINTAGE: [&str; 6] =
    ["dataset", "version", "published", "retrieved", "source", "licence"];

/// A vintage in text, in the order of [`VINTAGE`].
pub(super) fn vintage_texts(vintage: &Vintage) -> [Option<String>; VINTAGE.len()] {
    [
        vintage.dataset.clone(),
        vintage.version.clone(),
        vintage.published.map(|date| date.to_string()),
        vintage.retrieved.map(|date| date.to_string()),
        vintage.source.as_ref().map(|id| id.as_str().to_owned()),
        vintage.licence.as_ref().map(ToString::to_string),
    ]
}

/// The vintage of such texts, or why there is none.
pub(super) fn vintage_of(texts: [Option<&str>; VINTAGE.len()]) -> Result<Vintage, String> {
    fn parse<T: std::str::FromStr<Err: std::fmt::Display>>(
        text: Option<&str>,
    ) -> Result<Option<T>, String> {
        text.map(str::parse).transpose().map_err(|error| format!("{error}"))
    }
    let [dataset, version, published, retrieved, source, licence] = texts;
    let mut vintage = Vintage::new();
    vintage.dataset = dataset.map(str::to_owned);
    vintage.version = version.map(str::to_owned);
    vintage.published = parse(published)?;
    vintage.retrieved = parse(retrieved)?;
    vintage.source = parse(source)?;
    vintage.licence = licence.map(Into::into);
    Ok(vintage)
}

/// Appends a field to the text of several, so that no other fields make the same text.
#[allow(clippy::cast_possible_truncation)] // six bits
pub(super) fn push_key(key: &mut String, field: &str) {
    // Its length goes in front, in digits to the base of 64, of which the last is below 64.
    let mut length = field.len();
    while length >= 64 {
        key.push(char::from((length & 63) as u8 | 64));
        length >>= 6;
    }
    key.push(char::from(length as u8));
    key.push_str(field);
}

/// Flags by their words; the word that is none.
pub(super) fn flags(text: &str) -> Result<Flags, &str> {
    let words = text.split(' ').filter(|word| !word.is_empty());
    words.map(|word| word.parse::<Flag>().map_err(|_| word)).collect()
}

/// Writes a number as its source wrote it. Where it was made with fewer decimals than it has, all that it has.
pub(super) fn write_number(text: &mut String, number: Number<'_>) {
    use std::fmt::Write as _;
    let start = text.len();
    // Writing to a string does not fail.
    let _ = write!(text, "{number}");
    let read: Option<f64> = text.get(start..).and_then(|written| written.parse().ok());
    if read != Some(number.value()) {
        text.truncate(start);
        let _ = write!(text, "{}", number.value());
    }
}
