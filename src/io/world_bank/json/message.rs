//! The messages of the service, read piece by piece.

use std::fmt::{self, Write as _};

use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess,
    Visitor,
};
use serde_json::value::RawValue;

use crate::io::Error;

/// What stands in front of the observations of a page, or instead of them.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(super) struct Header {
    pub(super) page: Option<Scalar>,
    pub(super) pages: Option<Scalar>,
    pub(super) total: Option<Scalar>,
    #[serde(rename = "lastupdated")]
    pub(super) last_updated: Option<Scalar>,
    #[serde(rename = "sourceid")]
    pub(super) source_id: Option<Scalar>,
    #[serde(rename = "sourcename")]
    pub(super) source_name: Option<Scalar>,
    pub(super) message: Option<Vec<Message>>,
}

/// One error of the service.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(super) struct Message {
    pub(super) id: Option<Scalar>,
    pub(super) key: Option<Scalar>,
    pub(super) value: Option<Scalar>,
}

/// A string, or a number as one: answers have both for the same field.
#[derive(Debug, Default)]
pub(super) struct Scalar(pub(super) String);

impl<'de> Deserialize<'de> for Scalar {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut text = String::new();
        Text(&mut text).deserialize(deserializer)?;
        Ok(Self(text))
    }
}

/// What the value of an observation is, as JSON has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum ValueKind {
    /// Nothing stands there, or `null`.
    #[default]
    Null,
    Number,
    Text,
}

/// One observation as it stands there. `null` and what is absent are empty.
#[derive(Debug, Clone, Default)]
pub(super) struct Observation {
    pub(super) indicator: Pair,
    pub(super) country: Pair,
    pub(super) iso3: String,
    pub(super) date: String,
    pub(super) kind: ValueKind,
    /// The value as written.
    pub(super) value: String,
    pub(super) unit: String,
    pub(super) status: String,
    pub(super) footnote: String,
    /// The byte of the page at which its first key stands.
    offset: usize,
    /// The same as a line of the page, and a byte of the line, from 1.
    pub(super) line: u64,
    pub(super) column: usize,
}

/// A code and a name: `{"id": "NA", "value": "Namibia"}`.
#[derive(Debug, Clone, Default)]
pub(super) struct Pair {
    pub(super) id: String,
    pub(super) value: String,
}

impl Observation {
    fn clear(&mut self) {
        let texts = [
            &mut self.indicator.id,
            &mut self.indicator.value,
            &mut self.country.id,
            &mut self.country.value,
            &mut self.iso3,
            &mut self.date,
            &mut self.value,
            &mut self.unit,
            &mut self.status,
            &mut self.footnote,
        ];
        texts.into_iter().for_each(String::clear);
        self.kind = ValueKind::Null;
    }
}

/// Who takes what a page holds.
pub(super) trait Sink {
    fn header(&mut self, header: Header) -> Result<(), Error>;
    fn observation(&mut self, observation: &mut Observation) -> Result<(), Error>;
}

/// Reads a page and hands out what it holds.
pub(super) fn read_page(page: &[u8], sink: &mut impl Sink) -> Result<(), Error> {
    let mut refused = None;
    let mut deserializer = serde_json::Deserializer::from_slice(page);
    let visitor = Page { bytes: page, sink, refused: &mut refused };
    let read = deserializer.deserialize_seq(visitor).and_then(|()| deserializer.end());
    match (refused, read) {
        (Some(error), _) => Err(error),
        (None, read) => read.map_err(Error::from),
    }
}

struct Page<'a, S> {
    bytes: &'a [u8],
    sink: &'a mut S,
    /// Why the taker refused something; it stops the reading.
    refused: &'a mut Option<Error>,
}

impl<'de, S: Sink> Visitor<'de> for Page<'_, S> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of a header and observations")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        let header = seq.next_element()?.ok_or_else(|| A::Error::invalid_length(0, &self))?;
        if let Err(error) = self.sink.header(header) {
            return Err(stop(self.refused, error));
        }
        let list = Observations { page: self.bytes, sink: self.sink, refused: self.refused };
        if seq.next_element_seed(list)?.is_some() {
            while seq.next_element::<IgnoredAny>()?.is_some() {}
        }
        Ok(())
    }
}

/// Keeps why reading stops.
fn stop<E: serde::de::Error>(refused: &mut Option<Error>, error: Error) -> E {
    *refused = Some(error);
    E::custom("refused")
}

struct Observations<'a, S> {
    page: &'a [u8],
    sink: &'a mut S,
    refused: &'a mut Option<Error>,
}

impl<'de, S: Sink> DeserializeSeed<'de> for Observations<'_, S> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de, S: Sink> Visitor<'de> for Observations<'_, S> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of observations")
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        let mut observation = Observation::default();
        let mut lines = Lines { at: 0, line: 1, start: 0 };
        loop {
            let one = One { page: self.page, observation: &mut observation };
            if seq.next_element_seed(one)?.is_none() {
                return Ok(());
            }
            (observation.line, observation.column) = lines.place_of(self.page, observation.offset);
            if let Err(error) = self.sink.observation(&mut observation) {
                return Err(stop(self.refused, error));
            }
        }
    }
}

/// How many lines end in a page.
pub(super) fn newlines(page: &[u8]) -> u64 {
    page.split(|byte| *byte == b'\n').count() as u64 - 1
}

/// Counts lines on the way through a page.
struct Lines {
    /// So far.
    at: usize,
    line: u64,
    /// Where the line begins.
    start: usize,
}

impl Lines {
    /// The line and the column of a byte behind those asked for before.
    fn place_of(&mut self, page: &[u8], offset: usize) -> (u64, usize) {
        let passed = page.get(self.at..offset).unwrap_or_default();
        let newlines = newlines(passed);
        if newlines > 0 {
            let last = passed.iter().rposition(|byte| *byte == b'\n').unwrap_or_default();
            self.line += newlines;
            self.start = self.at + last + 1;
        }
        self.at = self.at.max(offset);
        (self.line, offset.saturating_sub(self.start) + 1)
    }
}

/// Reads one observation into a place that is used again.
struct One<'a> {
    page: &'a [u8],
    observation: &'a mut Observation,
}

impl<'de> DeserializeSeed<'de> for One<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for One<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an observation")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let Self { page, observation: to } = self;
        to.clear();
        let mut first = true;
        while let Some(Key { name, offset }) = map.next_key_seed(KeyIn(page))? {
            if first {
                // With the quotes.
                to.offset = offset.map_or(to.offset, |offset| offset.saturating_sub(1));
                first = false;
            }
            match name {
                Name::Indicator => map.next_value_seed(PairInto(&mut to.indicator))?,
                Name::Country => map.next_value_seed(PairInto(&mut to.country))?,
                Name::Iso3 => map.next_value_seed(Text(&mut to.iso3)).map(drop)?,
                Name::Date => map.next_value_seed(Text(&mut to.date)).map(drop)?,
                Name::Unit => map.next_value_seed(Text(&mut to.unit)).map(drop)?,
                Name::Status => map.next_value_seed(Text(&mut to.status)).map(drop)?,
                Name::Footnote => map.next_value_seed(Text(&mut to.footnote)).map(drop)?,
                Name::Value => {
                    // A number would be the nearest `f64`, of which more than fifteen digits can't be told.
                    let raw = map.next_value::<&RawValue>()?.get();
                    to.kind = if raw.starts_with(|c: char| c.is_ascii_digit() || c == '-') {
                        raw.clone_into(&mut to.value);
                        ValueKind::Number
                    } else {
                        let mut text = serde_json::Deserializer::from_str(raw);
                        Text(&mut to.value).deserialize(&mut text).map_err(A::Error::custom)?
                    };
                }
                Name::Id | Name::Other => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(())
    }
}

struct PairInto<'a>(&'a mut Pair);

impl<'de> DeserializeSeed<'de> for PairInto<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for PairInto<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object of `id` and `value`")
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key_seed(KeyIn(&[]))? {
            match key.name {
                Name::Id => map.next_value_seed(Text(&mut self.0.id)).map(drop)?,
                Name::Value => map.next_value_seed(Text(&mut self.0.value)).map(drop)?,
                _ => map.next_value::<IgnoredAny>().map(drop)?,
            }
        }
        Ok(())
    }
}

/// A key of an object, and where in the page it stands.
struct Key {
    name: Name,
    offset: Option<usize>,
}

enum Name {
    Indicator,
    Country,
    Iso3,
    Date,
    Value,
    Unit,
    Status,
    Footnote,
    Id,
    Other,
}

struct KeyIn<'a>(&'a [u8]);

impl<'de> DeserializeSeed<'de> for KeyIn<'_> {
    type Value = Key;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Key, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for KeyIn<'_> {
    type Value = Key;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    /// A key without escapes lies in the page itself.
    fn visit_borrowed_str<E: serde::de::Error>(self, text: &'de str) -> Result<Key, E> {
        let offset = text.as_ptr().addr().checked_sub(self.0.as_ptr().addr());
        let offset = offset.filter(|offset| *offset < self.0.len());
        self.visit_str(text).map(|key| Key { offset, ..key })
    }

    fn visit_str<E>(self, text: &str) -> Result<Key, E> {
        let name = match text {
            "indicator" => Name::Indicator,
            "country" => Name::Country,
            "countryiso3code" => Name::Iso3,
            "date" => Name::Date,
            "value" => Name::Value,
            "unit" => Name::Unit,
            "obs_status" => Name::Status,
            "footnote" => Name::Footnote,
            "id" => Name::Id,
            _ => Name::Other,
        };
        Ok(Key { name, offset: None })
    }
}

/// Reads a text, or a number as one; a list or an object is told by brackets.
struct Text<'a>(&'a mut String);

impl<'de> DeserializeSeed<'de> for Text<'_> {
    type Value = ValueKind;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<ValueKind, D::Error> {
        self.0.clear();
        deserializer.deserialize_any(self)
    }
}

impl Text<'_> {
    fn number(self, number: impl fmt::Display) -> ValueKind {
        // Writing into a `String` does not fail.
        let _ = write!(self.0, "{number}");
        ValueKind::Number
    }
}

impl<'de> Visitor<'de> for Text<'_> {
    type Value = ValueKind;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text or a number")
    }

    fn visit_str<E>(self, text: &str) -> Result<ValueKind, E> {
        self.0.push_str(text);
        Ok(ValueKind::Text)
    }

    fn visit_unit<E>(self) -> Result<ValueKind, E> {
        Ok(ValueKind::Null)
    }

    fn visit_u64<E>(self, number: u64) -> Result<ValueKind, E> {
        Ok(self.number(number))
    }

    fn visit_i64<E>(self, number: i64) -> Result<ValueKind, E> {
        Ok(self.number(number))
    }

    fn visit_f64<E>(self, number: f64) -> Result<ValueKind, E> {
        Ok(self.number(number))
    }

    fn visit_bool<E>(self, value: bool) -> Result<ValueKind, E> {
        self.0.push_str(if value { "true" } else { "false" });
        Ok(ValueKind::Text)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<ValueKind, A::Error> {
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        self.0.push_str("[…]");
        Ok(ValueKind::Text)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<ValueKind, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        self.0.push_str("{…}");
        Ok(ValueKind::Text)
    }
}
