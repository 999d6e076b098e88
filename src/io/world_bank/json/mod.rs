//! Answers of the service, version 2, in JSON.

mod message;
mod pages;
#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::io::Read;

use self::message::{Header, Observation, Scalar, Sink, ValueKind, newlines, read_page};
use self::pages::Pages;
use super::variable;
use crate::country::Scheme;
use crate::finding::importing as rules;
use crate::io::error::{Error, shortened};
use crate::io::import::{Import, Place};
use crate::io::{Options, Reading};
use crate::metric::{AreaId, Cell, DimensionsId, Flag, Flags, Missing, Panel};
use crate::time::Period;

const FORMAT: &str = "World Bank API answer";

/// Reads an answer of the service (API version 2, `format=json`), page by page; mostly it is one.
///
/// Each page is a list of a header and observations. An area is known by its three-letter code, or where that is empty, as
/// it is for aggregates, by the code beside the name: `1W`, or three letters in some databases. Both codes are kept. `null` is a missing value; it
/// is kept only with a status or a footnote. Numbers keep the digits of the answer. The status is kept as it stands; the words
/// and letters known become flags.
///
/// The header says how many observations there are. Where pages are missing, given twice or of another answer, what is there is
/// read and the account says so (FMT-006).
///
/// Places are lines and bytes of lines, counted on from page to page as if the pages were one file.
///
/// # Errors
/// [`Error::Service`] where the service answers with an error; [`Error::NoData`] for a web page, an XML document, or an
/// answer without any observation; [`Error::Format`] or [`Error::Json`] where it is anything else.
///
/// ```
/// use netpolity::country::Country;
/// use netpolity::io::{Options, world_bank};
/// use netpolity::Period;
///
/// let page = r#"[{"page":1,"pages":1,"per_page":"50","total":1,"lastupdated":"2026-02-24"},
///     [{"indicator":{"id":"IT.NET.USER.ZS","value":"Individuals using the Internet (% of population)"},
///       "country":{"id":"NA","value":"Namibia"},"countryiso3code":"NAM","date":"2013","value":13.9,
///       "unit":"","obs_status":"","decimal":0}]]"#;
/// let panel = world_bank::read_json([page.as_bytes()], &Options::new())?.data;
/// assert_eq!(panel.value("IT.NET.USER.ZS", Country::NAM, Period::from_year(2013)?), Some(13.9));
/// assert_eq!(panel.vintage().published, "2026-02-24".parse().ok());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn read_json<R: Read>(
    pages: impl IntoIterator<Item = R>,
    options: &Options,
) -> Result<Reading<Panel>, Error> {
    read(pages, options, false)
}

/// Reads an answer to a request with `gapfill=Y`, in which the service carried values forward to periods without one.
///
/// The answer does not say which. So [`Flag::Imputed`] is put on each value that may have been carried: one that equals
/// that of the period before, and the first of its series in the answer, such as the only one of `mrv=1`. A value without
/// the flag certainly is of its period.
///
/// Otherwise it is [`read_json`].
///
/// # Errors
/// Those of [`read_json`].
///
/// ```
/// use netpolity::country::Country;
/// use netpolity::io::{Options, world_bank};
/// use netpolity::metric::Flag;
/// use netpolity::Period;
///
/// let page = r#"[{"page":1,"pages":1,"per_page":50,"total":3,"lastupdated":"2026-02-24"}, [
///     {"indicator":{"id":"A","value":""},"country":{"id":"NA","value":"Namibia"},"countryiso3code":"NAM","date":"2014","value":14.8},
///     {"indicator":{"id":"A","value":""},"country":{"id":"NA","value":"Namibia"},"countryiso3code":"NAM","date":"2013","value":13.9},
///     {"indicator":{"id":"A","value":""},"country":{"id":"NA","value":"Namibia"},"countryiso3code":"NAM","date":"2012","value":13.9}]]"#;
/// let panel = world_bank::read_gap_filled_json([page.as_bytes()], &Options::new())?.data;
/// let flagged = |year| {
///     let cell = panel.get("A", Country::NAM, Period::from_year(year).ok()?)?;
///     Some(cell.flags().contains(Flag::Imputed))
/// };
/// assert_eq!([2012, 2013, 2014].map(flagged), [Some(true), Some(true), Some(false)]);
/// # Ok::<(), netpolity::io::Error>(())
/// ```
pub fn read_gap_filled_json<R: Read>(
    pages: impl IntoIterator<Item = R>,
    options: &Options,
) -> Result<Reading<Panel>, Error> {
    read(pages, options, true)
}

fn read<R: Read>(
    pages: impl IntoIterator<Item = R>,
    options: &Options,
    filled: bool,
) -> Result<Reading<Panel>, Error> {
    const BOM: &[u8] = b"\xef\xbb\xbf";
    let mut answer = Answer {
        import: Import::new(options, Scheme::WorldBank),
        pages: Pages::default(),
        lines: 0,
        filled,
        held: None,
        short: HashMap::new(),
    };
    let mut buffer = Vec::new();
    for mut page in pages {
        buffer.clear();
        page.read_to_end(&mut buffer)?;
        let text = buffer.strip_prefix(BOM).unwrap_or(&buffer);
        if text.len() < buffer.len() {
            let place = Place::line(answer.lines + 1);
            answer.import.note(rules::FORMAT_BOM, place, "", || {
                "the page begins with a byte order mark".to_owned()
            });
        }
        recognise(text, answer.lines + 1)?;
        answer.pages.rows_before = answer.import.account.rows();
        read_page(text, &mut answer).map_err(|error| answer.place(error))?;
        answer.close_page()?;
        answer.lines += newlines(text);
        answer.lines += u64::from(text.last() != Some(&b'\n'));
    }
    answer.finish()
}

/// Refuses what can't be an answer.
fn recognise(text: &[u8], line: u64) -> Result<(), Error> {
    let text = text.trim_ascii_start();
    let beginning = || {
        let few = text.get(..text.len().min(300)).unwrap_or_default();
        shortened(&String::from_utf8_lossy(few))
    };
    match text.first() {
        Some(b'[') => Ok(()),
        Some(b'<') => Err(Error::markup(&beginning())),
        None => Err(Error::empty()),
        Some(_) => {
            Err(Error::format(FORMAT, line, "a list of a header and observations", &beginning()))
        }
    }
}

/// An answer on the way into a panel.
struct Answer<'o> {
    import: Import<'o>,
    pages: Pages,
    /// Lines of the pages before.
    lines: u64,
    filled: bool,
    /// The observation before, until it is known whether it may have been carried forward.
    held: Option<(Observation, Carried)>,
    short: ShortCodes,
}

/// Areas by the code that stands beside the name, where there is also one of three letters.
type ShortCodes = HashMap<Box<str>, AreaId>;

/// Whether a value may be that of an earlier period.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Carried {
    Maybe,
    No,
}

impl Sink for Answer<'_> {
    fn header(&mut self, header: Header) -> Result<(), Error> {
        if let Some(messages) = header.message {
            let text =
                |scalar: Option<Scalar>| scalar.map_or_else(String::new, |Scalar(text)| text);
            let mut id = None;
            let mut message = String::new();
            for error in messages {
                id.get_or_insert_with(|| text(error.id));
                if !message.is_empty() {
                    message.push_str("; ");
                }
                message.push_str(&text(error.key));
                message.push_str(": ");
                message.push_str(&text(error.value));
            }
            return Err(Error::Service { id: id.unwrap_or_default(), message });
        }
        let line = self.lines + 1;
        if header.page.is_none() && header.total.is_none() {
            let expected = "a header with `page` and `total`";
            return Err(Error::format(FORMAT, line, expected, "another object"));
        }
        self.pages.begin(&header, Place::line(line), &mut self.import)?;
        let published = header.last_updated.and_then(|Scalar(text)| text.parse().ok());
        let name = header.source_name.map(|Scalar(name)| name);
        let dataset = name.or_else(|| match header.source_id?.0.as_str() {
            "2" => Some("World Development Indicators".to_owned()),
            id => Some(format!("source {id}")),
        });
        self.import.vintage(|vintage| {
            vintage.published = published;
            vintage.dataset = dataset;
        });
        Ok(())
    }

    fn observation(&mut self, observation: &mut Observation) -> Result<(), Error> {
        self.import.account.add_row();
        observation.line += self.lines;
        if !self.filled {
            return put(&mut self.import, &mut self.short, observation, Carried::No);
        }
        let mut carried = Carried::Maybe;
        let Some((held, held_carried)) = &mut self.held else {
            self.held = Some((observation.clone(), carried));
            return Ok(());
        };
        // Answers go from the newest period to the oldest; another order does no harm.
        match step(held, observation) {
            Some(Step::Back) if is_certain(held, observation) => *held_carried = Carried::No,
            Some(Step::Forth) if is_certain(observation, held) => carried = Carried::No,
            _ => {}
        }
        let done = put(&mut self.import, &mut self.short, held, *held_carried);
        std::mem::swap(held, observation);
        *held_carried = carried;
        done
    }
}

impl Answer<'_> {
    /// What is to be done behind the last observation of a page.
    fn close_page(&mut self) -> Result<(), Error> {
        let rows = self.import.account.rows();
        if rows == self.pages.rows_before && rows > 0 {
            let place = Place::line(self.lines + 1);
            self.import.refuse(rules::FORMAT_OTHER, place, "", || {
                "the page has no observation".to_owned()
            })?;
        }
        Ok(())
    }

    fn finish(mut self) -> Result<Reading<Panel>, Error> {
        if let Some((held, carried)) = self.held.take() {
            put(&mut self.import, &mut self.short, &held, carried)?;
        }
        if self.import.account.rows() == 0 {
            let text = self.pages.describe();
            return Err(Error::NoData { found: "an answer without observations", text });
        }
        self.pages.check(&mut self.import)?;
        Ok(self.import.finish())
    }

    /// An error at its line in all pages.
    fn place(&self, error: Error) -> Error {
        match error {
            Error::Json { message, line, column } => {
                let before = usize::try_from(self.lines).unwrap_or_default();
                Error::Json { message, line: before.saturating_add(line), column }
            }
            other => other,
        }
    }
}

enum Step {
    Back,
    Forth,
}

/// Whether one observation is next to another in a series, one period earlier or later.
fn step(from: &Observation, to: &Observation) -> Option<Step> {
    let is_series = from.indicator.id == to.indicator.id
        && from.country.id == to.country.id
        && from.iso3 == to.iso3
        && from.unit == to.unit;
    let place = |text: &str| crate::io::period::read(text).and_then(Period::on_grid);
    let ((grid, number), (other_grid, other)) =
        (place(&from.date)?, is_series.then(|| place(&to.date))??);
    match other.checked_sub(number)? {
        _ if grid != other_grid => None,
        -1 => Some(Step::Back),
        1 => Some(Step::Forth),
        _ => None,
    }
}

/// Whether a value can't be that of the period before.
fn is_certain(now: &Observation, before: &Observation) -> bool {
    now.value != before.value
}

/// Puts an observation into the panel, and counts it.
fn put(
    import: &mut Import<'_>,
    short: &mut ShortCodes,
    observation: &Observation,
    carried: Carried,
) -> Result<(), Error> {
    let place = Place { line: observation.line, column: Some(observation.column) };
    let Observation { iso3, country, indicator, .. } = observation;
    let has_long = !iso3.trim().is_empty();
    let code = if has_long { iso3 } else { &country.id };
    let Some(area) = import.area(place, code, &country.value, || 1)? else { return Ok(()) };
    if has_long && !country.id.is_empty() && short.get(&*country.id) != Some(&area) {
        import.builder.label(area, &country.id, &country.value);
        short.insert(country.id.as_str().into(), area);
    }
    let variable = variable::of(import, &indicator.id, &indicator.value, &observation.unit);
    let Some(period) = import.period(place, &observation.date, 1)? else { return Ok(()) };
    let status = Some(observation.status.trim()).filter(|status| !status.is_empty());
    let note = Some(&*observation.footnote).filter(|note| !note.trim().is_empty());
    let meaning = status.map_or(Status::NORMAL, Status::of);
    let is_missing = match observation.kind {
        ValueKind::Null => true,
        ValueKind::Number => false,
        ValueKind::Text => matches!(&*observation.value, "" | ".."),
    };
    let mut cell = if is_missing {
        if status.is_none() && note.is_none() {
            import.account.add_missing(1);
            return Ok(());
        }
        Cell::from(meaning.missing.unwrap_or(Missing::NotStated))
    } else {
        match import.number(place, &observation.value)? {
            Some(number) => number.into(),
            None => return Ok(()),
        }
    };
    if let Some(status) = status {
        if !meaning.is_known {
            import.note(rules::STATUS_UNKNOWN, place, status, || {
                format!("the status `{}` is not known", shortened(status))
            });
        } else if is_missing && meaning.is_normal() || !is_missing && meaning.missing.is_some() {
            import.note(rules::STATUS_ODD, place, status, || {
                let value = if is_missing { "a missing value" } else { "a value" };
                format!("the status `{status}` stands beside {value}")
            });
        }
        cell = cell.with_status(status).with_flags(meaning.flags);
    }
    if let Some(note) = note {
        cell = cell.with_note(note);
    }
    if carried == Carried::Maybe && !is_missing {
        cell = cell.with_flag(Flag::Imputed);
    }
    import.put(variable, area, DimensionsId::default(), period, cell, place)
}

/// What a status of the source says.
struct Status {
    flags: Flags,
    missing: Option<Missing>,
    is_known: bool,
}

impl Status {
    const NORMAL: Self = Self { flags: Flags::EMPTY, missing: None, is_known: true };

    /// The letters are those of SDMX.
    fn of(text: &str) -> Self {
        let flag = |flag: Flag| Self { flags: [flag].into(), ..Self::NORMAL };
        let missing = |reason| Self { missing: Some(reason), ..Self::NORMAL };
        let word = text.to_ascii_lowercase();
        match &*word {
            "a" | "normal" => Self::NORMAL,
            "e" | "estimate" | "estimated" => flag(Flag::Estimated),
            "f" | "forecast" => flag(Flag::Forecast),
            "p" | "provisional" => flag(Flag::Provisional),
            "b" | "break" => flag(Flag::Break),
            "i" | "imputed" => flag(Flag::Imputed),
            "u" => flag(Flag::LowReliability),
            "l" => missing(Missing::NotCollected),
            "m" => missing(Missing::NotApplicable),
            "o" => missing(Missing::Intentional),
            "q" => missing(Missing::Suppressed),
            _ => Self { is_known: false, ..Self::NORMAL },
        }
    }

    fn is_normal(&self) -> bool {
        self.is_known && self.flags.is_empty() && self.missing.is_none()
    }
}

#[cfg(test)]
pub(in crate::io) const CASES: crate::io::cases::Cases = {
    use crate::io::cases::{Cases, case};
    const ALL: &str = r#"[{"page":1,"pages":1,"total":1,"lastupdated":"2026-02-24"},[{"#;
    const SOME: &str = r#"[{"page":1,"pages":2,"total":3,"lastupdated":"2026-02-24"},[{"#;
    const VALUE: &str = r#""value":13.9,"#;
    const NULL: &str = r#""value":null,"#;
    const REST: &str = r#""date":"2013","countryiso3code":"NAM","country":{"id":"NA","value":"Namibia"},"indicator":{"id":"I","value":"Users"}}]]"#;
    Cases {
        read: |text| read_json([text], &Options::new()).map(|read| read.account),
        cases: &[
            case("FMT-006", &[SOME, VALUE, REST], &[ALL, VALUE, REST]),
            case(
                "FMT-007",
                &[r#"[{"page":0,"pages":0,"per_page":null,"total":0},null]"#],
                &[ALL, VALUE, REST],
            ),
            case(
                "STA-001",
                &[ALL, r#""obs_status":"?","#, VALUE, REST],
                &[ALL, r#""obs_status":"F","#, VALUE, REST],
            ),
            case(
                "STA-002",
                &[ALL, r#""obs_status":"A","#, NULL, REST],
                &[ALL, r#""obs_status":"L","#, NULL, REST],
            ),
        ],
    }
};
