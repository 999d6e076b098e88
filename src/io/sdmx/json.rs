//! SDMX-JSON.

use std::borrow::Cow;
use std::fmt;
use std::io::Read;

use serde::de::{Deserializer, Error as _, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::components::Components;
use super::message::{Data, Message, Structure, text};
use super::set;
use crate::io::error::Error;
use crate::io::import::{Import, Place};
use crate::io::{Options, Reading};
use crate::metric::Panel;

pub(super) const FORMAT: &str = "SDMX-JSON";

/// Reads a data message in SDMX-JSON 2.0 or 2.1, with series or flat.
///
/// An entry of the account is a value: one for each measure of an observation. An observation without anything in it, as in
/// messages that list keys only, is skipped, and so is all of a set that asks to delete. Attributes of sets, series, groups
/// of dimensions and observations come together in the status, unit, scale and note of a cell; where an attribute is left
/// out, the default of the structure holds. Annotations are notes by the name `ANNOTATION`.
///
/// The text of a message is held in memory while it is read, as structures may follow the data; its series are not.
///
/// # Errors
/// [`Error::Unsupported`] for version 1.0, [`Error::Service`] for a message of an error, [`Error::Json`] for what is no JSON
/// or no message, [`Error::Format`] where values have no dimension for their area or time; otherwise see [`Error`].
///
/// ```
/// use netpolity::country::Country;
/// use netpolity::io::{Options, sdmx};
/// use netpolity::Period;
///
/// let message = r#"{"data": {
///   "structures": [{
///     "dimensions": {
///       "series": [{"id": "REF_AREA", "values": [{"id": "NA"}]}, {"id": "INDICATOR", "values": [{"id": "I99H"}]}],
///       "observation": [{"id": "TIME_PERIOD", "values": [{"id": "2012"}, {"id": "2013"}]}]
///     },
///     "attributes": {"observation": [{"id": "OBS_STATUS", "values": [{"id": "A"}, {"id": "E"}]}]}
///   }],
///   "dataSets": [{"structure": 0, "series": {"0:0": {"observations": {"0": [12.9, 0], "1": [13.90, 1]}}}}]
/// }}"#;
/// let panel = sdmx::read_json(message.as_bytes(), &sdmx::Components::new(), &Options::new())?.data;
/// let cell = panel.get("I99H", Country::NAM, Period::from_year(2013)?).unwrap();
/// assert_eq!((cell.number().unwrap().to_string().as_str(), cell.status()), ("13.90", Some("E")));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn read_json(
    mut source: impl Read,
    components: &Components,
    options: &Options,
) -> Result<Reading<Panel>, Error> {
    let mut bytes = Vec::new();
    source.read_to_end(&mut bytes)?;
    let mut import = Import::new(options, components.areas);
    let bytes = if let Some(rest) = bytes.strip_prefix(b"\xef\xbb\xbf") {
        import.note_bom();
        rest
    } else {
        &bytes
    };
    if let Some(error) = no_json(bytes) {
        return Err(error);
    }
    let message: Message<'_> = serde_json::from_slice(bytes)?;
    let data = data(&message)?;
    if let Some(day) = message.meta.prepared.as_deref().and_then(|time| time.get(..10)) {
        let day = day.parse().ok();
        import.vintage(|vintage| vintage.retrieved = day);
    }
    if let Some(id) = data.structures.first().and_then(Structure::id) {
        let id = id.to_owned();
        import.vintage(|vintage| vintage.dataset = Some(id));
    }
    let mut lines = Lines { text: bytes, at: 0, line: 1, begin: 0 };
    for set in data.sets.iter().flatten() {
        set::read(set, data, components, &mut lines, &mut import)?;
    }
    Ok(import.finish())
}

/// What a file is that does not begin as JSON does.
fn no_json(bytes: &[u8]) -> Option<Error> {
    let begin = bytes.trim_ascii_start();
    match begin.first() {
        None => Some(Error::empty()),
        Some(b'<') => {
            let line = begin.split(|byte| *byte == b'\n').next().unwrap_or_default();
            Some(Error::markup(&String::from_utf8_lossy(line)))
        }
        Some(_) => None,
    }
}

fn data<'d, 'm>(message: &'d Message<'m>) -> Result<&'d Data<'m>, Error> {
    let old = |version: &str| Error::Unsupported { format: FORMAT, version: version.to_owned() };
    if message.structure.is_some() || message.data_sets.is_some() {
        return Err(old("1.0, or a draft of it: `structure` and `dataSets` stand at the top"));
    }
    match &message.data {
        Some(data) if data.structure.is_some() => {
            Err(old("1.0: there is one `structure` for all sets"))
        }
        Some(data) if data.sets.is_some() => Ok(data),
        _ => match message.errors.first() {
            Some(fault) => Err(Error::Service {
                id: fault.code.0.clone(),
                message: [&fault.title, &fault.detail]
                    .into_iter()
                    .flatten()
                    .map(String::as_str)
                    .collect::<Vec<_>>()
                    .join(": "),
            }),
            None => Err(Error::format(FORMAT, 1, "`data` with `dataSets`", "another object")),
        },
    }
}

/// Where pieces of a text stand, asked for in the order of the text.
pub(super) struct Lines<'m> {
    text: &'m [u8],
    at: usize,
    line: u64,
    /// Where that line begins.
    begin: usize,
}

impl Lines<'_> {
    /// The place of a piece. Pieces that are no part of the text have that of the last one that was.
    pub(super) fn place(&mut self, piece: &str) -> Place {
        let offset = (piece.as_ptr() as usize).wrapping_sub(self.text.as_ptr() as usize);
        if offset <= self.text.len() {
            if offset < self.at {
                (self.at, self.line, self.begin) = (0, 1, 0);
            }
            let between = self.text.get(self.at..offset).unwrap_or_default();
            for (position, _) in between.iter().enumerate().filter(|(_, byte)| **byte == b'\n') {
                self.line += 1;
                self.begin = self.at + position + 1;
            }
            self.at = offset;
        }
        Place { line: self.line, column: Some(self.at - self.begin + 1) }
    }
}

/// Calls a function with each member of an object, and tells what went wrong with the object itself.
pub(super) fn each<'m>(
    object: &'m RawValue,
    mut with: impl FnMut(Cow<'m, str>, &'m RawValue) -> Result<(), Error>,
) -> Result<Result<(), serde_json::Error>, Error> {
    struct Members<'w, F> {
        with: &'w mut F,
        failed: &'w mut Option<Error>,
    }
    impl<'m, F: FnMut(Cow<'m, str>, &'m RawValue) -> Result<(), Error>> Visitor<'m> for Members<'_, F> {
        type Value = ();

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an object")
        }

        fn visit_unit<E>(self) -> Result<(), E> {
            Ok(())
        }

        fn visit_map<A: MapAccess<'m>>(self, mut map: A) -> Result<(), A::Error> {
            while let Some((key, value)) = map.next_entry::<&'m RawValue, &'m RawValue>()? {
                let key = text(key).unwrap_or_default();
                if let Err(error) = (self.with)(key, value) {
                    *self.failed = Some(error);
                    return Err(A::Error::custom("refused"));
                }
            }
            Ok(())
        }
    }
    let mut failed = None;
    let members = Members { with: &mut with, failed: &mut failed };
    let result = serde_json::Deserializer::from_str(object.get()).deserialize_any(members);
    match failed {
        Some(error) => Err(error),
        None => Ok(result),
    }
}

#[cfg(test)]
pub(in crate::io) const CASES: crate::io::cases::Cases = {
    use crate::io::cases::{Cases, case};
    const BEGIN: &str = r#"{"data": {"structures": [{"dimensions": {
        "series": [{"id": "REF_AREA", "values": [{"id": "NA"}]}],
        "observation": [{"id": "TIME_PERIOD", "values": [{"id": "2013"}]}]}}],
        "dataSets": [{"series": {"0": {"observations": "#;
    const END: &str = "}}}]}}";
    Cases {
        read: |text| read_json(text, &Components::new(), &Options::new()).map(|read| read.account),
        cases: &[
            case("FMT-010", &[BEGIN, r#"{"1": [5]}"#, END], &[BEGIN, r#"{"0": [5]}"#, END]),
            case(
                "FMT-007",
                &[r#"{"errors": [{"code": 404, "title": "No results"}]}"#],
                &[BEGIN, r#"{"0": [5]}"#, END],
            ),
        ],
    }
};
