//! Writing SDMX-CSV 2.0.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};
use std::io::{self, Write};

use super::components::{Components, SCALE, UNIT, is_common_attribute};
use super::observation::{frequency_of, is_words, unit};
use super::status::{self, Codes, Status};
use super::{components, note};
use crate::country::{Area, Scheme};
use crate::io::losses::Losses;
use crate::metric::{Cell, Datum, Dimensions, Missing, Number, Panel, Series};

/// Where remarks go that are no attributes of a message.
const COMMENT: &str = "COMMENT_OBS";

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Written {
    /// How many rows with a value, or with the reason why there is none.
    pub rows: u64,
    /// Attributes that are not among the common ones. Who reads the message has to know that they are attributes, and not
    /// dimensions: see [`Components::attributes`](super::Components::attributes).
    pub attributes: Vec<String>,
    losses: Losses,
}

impl Written {
    /// What the format has no place for, and how many rows or, in the case of `areas` and `units`, series lost it.
    pub fn losses(&self) -> impl ExactSizeIterator<Item = (&'static str, u64)> {
        self.losses.iter().map(|(what, count)| (*what, count))
    }
}

/// Why a panel was not written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum WriteError {
    /// The target failed.
    #[error("cannot write: {0}")]
    Io(#[from] io::Error),
    /// A dimension has a name that is no id, or that means something else in a message, or an empty value. Without it, series
    /// would run into each other.
    #[error("a message cannot have the dimension `{name}` with the value `{value}`")]
    Dimension {
        /// The name.
        name: String,
        /// The value.
        value: String,
    },
}

/// Writes a panel in SDMX-CSV 2.0, as data of a dataflow such as `EX:DF_ICT(1.0.0)`.
///
/// The columns are `FREQ`, `REF_AREA`, `INDICATOR`, the dimensions, `TIME_PERIOD`, `OBS_VALUE`, `OBS_STATUS[]` with all that
/// is marked, `UNIT_MEASURE`, `UNIT_MULT` and the attributes that stand in notes; other notes become `COMMENT_OBS`. Numbers
/// are written as the source has them. Missing values are `NaN`, with the reason in the status, and empty where the source
/// gives no reason. Areas have the codes of the source, where these can be read without knowing it, else those of ISO 3166.
///
/// What the format has no place for is [counted](Written::losses). Names of areas and variables, the vintage and second
/// values for one period are not written.
///
/// # Errors
/// [`WriteError`].
///
/// ```
/// use netpolity::io::{Options, sdmx};
///
/// let message = "\
/// STRUCTURE[;],STRUCTURE_ID,FREQ,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,OBS_STATUS[],UNIT_MEASURE,UNIT_MULT
/// dataflow,EX:DF_ICT(1.0.0),A,NA,I99H,2013,13.90,E;P,PERCENT,0
/// dataflow,EX:DF_ICT(1.0.0),A,XK,I99H,2013,NaN,L,PERCENT,0
/// ";
/// let panel = sdmx::read_csv(message.as_bytes(), &sdmx::Components::new(), &Options::new())?.data;
/// let mut out = Vec::new();
/// let written = sdmx::write_csv(&panel, &mut out, "EX:DF_ICT(1.0.0)")?;
/// assert_eq!((written.rows, written.losses().len()), (2, 0));
/// assert_eq!(String::from_utf8(out)?, message);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn write_csv(panel: &Panel, target: impl Write, dataflow: &str) -> Result<Written, WriteError> {
    let dimensions = dimensions_of(panel)?;
    let attributes = attributes_of(panel, &dimensions);
    let mut written = Written::default();
    let mut line = Line { target, text: String::new() };
    line.fields(["STRUCTURE[;]", "STRUCTURE_ID", "FREQ", "REF_AREA", "INDICATOR"]);
    line.fields(dimensions.iter().map(String::as_str));
    line.fields(["TIME_PERIOD", "OBS_VALUE", "OBS_STATUS[]", UNIT, SCALE]);
    line.fields(attributes.iter().map(String::as_str));
    line.end()?;
    let mut codes = HashMap::new();
    for series in panel.series() {
        let area = codes.entry(series.area()).or_insert_with(|| code_of(series));
        let variable = series.variable();
        written.losses.add("areas", u64::from(!area.1));
        written.losses.add(
            "variables",
            u64::from(variable.code.trim() != variable.code || matches!(&*variable.code, "" | "~")),
        );
        let unit_text = match variable.unit {
            Some(unit) if variable.unit_text.is_empty() => {
                Cow::Owned(if unit.to_string() == "percent" {
                    "PERCENT".to_owned()
                } else {
                    unit.to_string()
                })
            }
            _ => Cow::Borrowed(variable.unit_text.as_str()),
        };
        written.losses.add("units", u64::from(unit(&unit_text) != variable.unit));
        let scale = variable.scale.to_string();
        for (period, cell) in series.iter() {
            let declared = series.dimensions().get(components::FREQUENCY);
            let frequency =
                declared.map_or_else(|| Cow::Owned(frequency_of(period)), Cow::Borrowed);
            line.fields(["dataflow", dataflow, &frequency, &area.0, &variable.code]);
            let values = dimensions.iter().map(|name| series.dimensions().get(name));
            line.fields(values.map(Option::unwrap_or_default));
            line.fields([&*period.to_string(), &value(cell, &mut written)]);
            line.fields([&*status_of(cell, &mut written), &unit_text, &scale]);
            let pairs = cell.note().map(|note| pairs_of(note, &dimensions));
            for attribute in &attributes {
                let pairs = pairs.as_deref().unwrap_or_default();
                let mut values = pairs.iter().filter(|(id, _)| id == attribute);
                line.fields([values.next().map_or("", |(_, value)| &**value)]);
            }
            written
                .losses
                .add("notes", u64::from(!comes_back(cell.note(), pairs.as_deref(), &attributes)));
            line.end()?;
            written.rows += 1;
        }
    }
    written.attributes = attributes.into_iter().filter(|id| !is_common_attribute(id)).collect();
    line.target.flush()?;
    Ok(written)
}

/// A row in the making.
struct Line<W> {
    target: W,
    text: String,
}

impl<W: Write> Line<W> {
    fn fields<'f>(&mut self, fields: impl IntoIterator<Item = &'f str>) {
        for field in fields {
            let quoted = field.contains([',', '"', '\n', '\r']) || field.trim() != field;
            if quoted {
                self.text.push('"');
                self.text.push_str(&field.replace('"', "\"\""));
                self.text.push('"');
            } else {
                self.text.push_str(field);
            }
            self.text.push(',');
        }
    }

    fn end(&mut self) -> io::Result<()> {
        self.text.pop();
        self.text.push('\n');
        self.target.write_all(self.text.as_bytes())?;
        self.text.clear();
        Ok(())
    }
}

/// What the columns are called that a message has itself.
const TAKEN: &[&str] = &[
    "STRUCTURE",
    "STRUCTURE_ID",
    "STRUCTURE_NAME",
    "ACTION",
    "SERIES_KEY",
    "OBS_KEY",
    "REF_AREA",
    "TIME_PERIOD",
    "INDICATOR",
    "OBS_STATUS",
    "OBS_FLAG",
    "FREQ",
    UNIT,
    SCALE,
];

/// Whether a name can't be that of a dimension or of an attribute, as a message has it for something else.
fn is_taken(id: &str) -> bool {
    let common = Components::new();
    !note::is_id(id)
        || common.is_measure(id)
        || TAKEN.iter().any(|taken| id.eq_ignore_ascii_case(taken))
}

/// All dimensions, by name, without the frequency, which has its place.
fn dimensions_of(panel: &Panel) -> Result<BTreeSet<String>, WriteError> {
    let mut names = BTreeSet::new();
    let mut last: Option<&Dimensions> = None;
    for series in panel.series() {
        let dimensions = series.dimensions();
        if last.is_some_and(|last| std::ptr::eq(last, dimensions)) {
            continue;
        }
        last = Some(dimensions);
        for (name, value) in dimensions.iter() {
            let is_frequency = name == components::FREQUENCY;
            let is_bad = !is_frequency && (is_taken(name) || is_common_attribute(name));
            if is_bad || value.trim() != value || matches!(value, "" | "~") {
                return Err(WriteError::Dimension {
                    name: name.to_owned(),
                    value: value.to_owned(),
                });
            }
            if !is_frequency && !names.contains(name) {
                names.insert(name.to_owned());
            }
        }
    }
    Ok(names)
}

/// All attributes that stand in notes, in the order in which they came.
fn attributes_of(panel: &Panel, dimensions: &BTreeSet<String>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let mut seen = BTreeSet::new();
    for note in panel.series().flat_map(Series::iter).filter_map(|(_, cell)| cell.note()) {
        for (id, _) in pairs_of(note, dimensions) {
            if seen.insert(id.clone().into_owned()) {
                names.push(id.into_owned());
            }
        }
    }
    names
}

type Pair<'n> = (Cow<'n, str>, Cow<'n, str>);

/// The attributes in a note, or the note as a comment.
fn pairs_of<'n>(text: &'n str, dimensions: &BTreeSet<String>) -> Vec<Pair<'n>> {
    let is_usable = |pairs: &Vec<(&str, Cow<'_, str>)>| {
        pairs
            .iter()
            .all(|(id, value)| !is_taken(id) && !dimensions.contains(*id) && !value.is_empty())
            && pairs.iter().map(|(id, _)| id).collect::<BTreeSet<_>>().len() == pairs.len()
    };
    match note::read(text).filter(is_usable) {
        Some(pairs) => pairs.into_iter().map(|(id, value)| (id.into(), value)).collect(),
        None => vec![(COMMENT.into(), text.into())],
    }
}

/// Whether a note is the same again after reading: it consists of attributes, in the order of the columns.
fn comes_back(note: Option<&str>, pairs: Option<&[Pair<'_>]>, attributes: &[String]) -> bool {
    let (Some(note), Some(pairs)) = (note, pairs) else { return true };
    let mut again = String::new();
    for attribute in attributes {
        for (id, value) in pairs.iter().filter(|(id, _)| id == attribute) {
            note::add(&mut again, id, value);
        }
    }
    again == note
}

/// The code of an area, and whether it is read as the same area.
fn code_of(series: Series<'_>) -> (String, bool) {
    let area = series.area();
    let is_read = |code: &str| {
        let read = Scheme::Any.area_of(code, None);
        let special = |text: &str| matches!(area, Area::Special(code) if code.to_string() == text);
        !code.is_empty()
            && code.trim() == code
            && match read {
                Ok(read) => read == *area,
                Err(_) => special(code),
            }
    };
    let mut own = series.labels().iter().map(|label| &*label.code);
    if let Some(code) = own.find(|code| is_read(code)) {
        return (code.to_owned(), true);
    }
    for scheme in [Scheme::Iso, Scheme::M49, Scheme::WorldBank, Scheme::Owid] {
        let code = scheme.code_of(area.clone(), None);
        if let Some(code) = code.filter(|code| is_read(code)) {
            return (code.into_owned(), true);
        }
    }
    match area {
        Area::Special(code) => (code.to_string(), is_read(&code.to_string())),
        _ => (area.to_string(), false),
    }
}

fn value(cell: Cell<'_>, written: &mut Written) -> String {
    match cell.datum() {
        Datum::Number(number) => number.to_string(),
        Datum::Words(words) => {
            let is_read = words.trim() == words
                && is_words(words)
                && !matches!(words, "NaN" | "#N/A")
                && Number::parse(words).is_none();
            written.losses.add("words", u64::from(!is_read));
            words.to_owned()
        }
        Datum::Missing(Missing::NotStated) => String::new(),
        Datum::Missing(_) => "NaN".to_owned(),
    }
}

/// The status as the source has it, where that is what the code list has.
fn status_of<'c>(cell: Cell<'c>, written: &mut Written) -> Cow<'c, str> {
    let by_status = |missing: Option<Missing>| {
        missing.filter(|reason| !matches!(reason, Missing::NotStated | Missing::Intentional))
    };
    if let Some(text) = cell.status() {
        let read = Status::read(text, Codes::Several(';'));
        let missing = match (cell.missing(), read.missing) {
            (Some(Missing::Intentional), Some(Missing::Intentional)) => true,
            (missing, read) => by_status(missing) == read || cell.missing().is_none(),
        };
        if read.flags == cell.flags() && missing && !read.unknown {
            return Cow::Borrowed(text);
        }
        written.losses.add("status texts", 1);
    }
    let mut text = String::new();
    let lost = status::write(cell.flags(), cell.missing(), &mut text);
    written.losses.add("flags and reasons", lost);
    Cow::Owned(text)
}
