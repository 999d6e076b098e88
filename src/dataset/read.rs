//! Reading and writing one JSON document, and the error that names the place.

use std::fmt::{self, Write as _};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::table::for_each_table;
use super::{Dataset, FORMAT_VERSION};
use crate::id::Sharing;
use crate::text::{split_rule, suggest};

/// # Reading and writing
impl Dataset {
    /// Reads a dataset from JSON text.
    ///
    /// # Errors
    /// [`ReadError`] with line, column and path where the text is not JSON, names a table, field or word that does not
    /// exist, holds a value that its type refuses, repeats an id, or has a format version that this crate does not
    /// read.
    ///
    /// ```
    /// use netpolity::Dataset;
    ///
    /// let error = Dataset::from_json(
    ///     r#"{ "netpolity": 1,
    ///          "events": [ { "id": "a", "kind": "rountable" } ] }"#,
    /// ).unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     "line 2, column 43, events[0].kind: \
    ///      unknown event kind `rountable`; did you mean `roundtable`?"
    /// );
    /// ```
    pub fn from_json(json: &str) -> Result<Self, ReadError> {
        let json = without_bom(json);
        let _sharing = Sharing::of_file(json.len());
        // Tracking the path of every value costs time, so it is done only once it is known that there is an error.
        match serde_json::from_str(json) {
            Ok(tables) => Ok(Self { tables, ..Self::default() }),
            Err(error) => Err(wrong_version(json, &error)
                .unwrap_or_else(|| diagnose::<super::Tables>(json, &error))),
        }
    }

    /// Reads a dataset from a reader, to its end. Hand over a file as it is: a buffer gains nothing.
    ///
    /// # Errors
    /// As [`from_json`](Self::from_json), and where the reader fails.
    pub fn from_reader(mut reader: impl Read) -> Result<Self, ReadError> {
        let mut bytes = Vec::new();
        reader.read_to_end(&mut bytes).map_err(ReadError::io)?;
        Self::from_json(&text(bytes)?)
    }

    /// The dataset as JSON text, one record a line, tables and fields always in the same order.
    pub fn to_json(&self) -> String {
        let mut bytes = Vec::new();
        // Writing to memory does not fail, and what is written is UTF-8.
        let _ = self.write_json(&mut bytes);
        String::from_utf8(bytes).unwrap_or_default()
    }

    /// Writes what [`to_json`](Self::to_json) gives.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn write_json(&self, mut writer: impl Write) -> io::Result<()> {
        let tables = &self.tables;
        write!(writer, "{{\n\"netpolity\": {FORMAT_VERSION}")?;
        macro_rules! write_tables {
            ($($table:ident: $record:ty, $one:literal;)+) => {
                $(write_table(&mut writer, stringify!($table), tables.$table.rows())?;)+
            };
        }
        for_each_table!(write_tables);
        write_table(&mut writer, "observations", &tables.observations)?;
        writer.write_all(b"\n}\n")
    }
}

fn write_table<T: Serialize>(writer: &mut impl Write, table: &str, rows: &[T]) -> io::Result<()> {
    for (row, record) in rows.iter().enumerate() {
        match row {
            0 => write!(writer, ",\n\"{table}\": [\n  ")?,
            _ => writer.write_all(b",\n  ")?,
        }
        serde_json::to_writer(&mut *writer, record)?;
    }
    if rows.is_empty() { Ok(()) } else { writer.write_all(b"\n]") }
}

/// The text of a file.
pub(super) fn text(bytes: Vec<u8>) -> Result<String, ReadError> {
    String::from_utf8(bytes).map_err(|error| {
        let before = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line_start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
        let line = before.split(|byte| *byte == b'\n').count();
        let mut read = ReadError::new(Kind::Syntax, "the text is not UTF-8".to_owned());
        read.0.place = Some((line, before.len() - line_start + 1));
        read
    })
}

/// Editors on some systems put a byte order mark in front, which JSON does not know.
pub(super) fn without_bom(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

/// The version in the envelope of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct FormatVersion;

impl Default for FormatVersion {
    fn default() -> Self {
        Self
    }
}

impl Serialize for FormatVersion {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u32(FORMAT_VERSION)
    }
}

impl<'de> Deserialize<'de> for FormatVersion {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Number;
        impl Visitor<'_> for Number {
            type Value = FormatVersion;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "a {VERSION} such as {FORMAT_VERSION}")
            }

            // Here, and not on the number that was read, an error still has the place of the number.
            fn visit_u64<E: Error>(self, version: u64) -> Result<FormatVersion, E> {
                match version {
                    0 => Err(E::custom(format_args!("there is no {VERSION} 0"))),
                    newer if newer > u64::from(FORMAT_VERSION) => Err(E::custom(format_args!(
                        "{VERSION} {newer} is newer than this crate reads; the newest it knows is {FORMAT_VERSION}"
                    ))),
                    _ => Ok(FormatVersion),
                }
            }
        }
        deserializer.deserialize_u64(Number)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for FormatVersion {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "FormatVersion".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        crate::schema::integer(1..=FORMAT_VERSION)
    }
}

const VERSION: &str = "format version";

/// The address of the schema in the envelope of a file, which is for editors and not kept.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct SchemaAddress;

impl<'de> Deserialize<'de> for SchemaAddress {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Address;
        impl Visitor<'_> for Address {
            type Value = SchemaAddress;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the address of a schema")
            }

            fn visit_str<E: Error>(self, _: &str) -> Result<SchemaAddress, E> {
                Ok(SchemaAddress)
            }
        }
        deserializer.deserialize_str(Address)
    }
}

/// Why a dataset could not be read, and where.
///
/// `Display` is one line: file, line, column, path, message. Lines and columns count from 1, columns in bytes.
#[derive(Debug)]
pub struct ReadError(Box<Inner>);

#[derive(Debug)]
struct Inner {
    kind: Kind,
    file: Option<PathBuf>,
    place: Option<(usize, usize)>,
    path: Option<String>,
    text: Option<String>,
    message: String,
    rule: Option<String>,
}

#[derive(Debug)]
enum Kind {
    Io(io::Error),
    Syntax,
    Version,
    Data,
}

impl ReadError {
    #[cold]
    fn new(kind: Kind, message: String) -> Self {
        Self(Box::new(Inner {
            kind,
            file: None,
            place: None,
            path: None,
            text: None,
            message,
            rule: None,
        }))
    }

    #[cold]
    pub(super) fn io(error: io::Error) -> Self {
        let message = error.to_string();
        Self::new(Kind::Io(error), message)
    }

    #[cold]
    pub(super) fn data(message: String) -> Self {
        Self::new(Kind::Data, message)
    }

    pub(super) fn in_file(mut self, file: &Path) -> Self {
        self.0.file = Some(file.to_owned());
        self
    }

    pub(super) fn with_path(mut self, path: String) -> Self {
        self.0.path = Some(path);
        self
    }

    /// Moves an error in one line of a file to its place in the file, and its path into a record.
    pub(super) fn in_line(mut self, line: usize, record: &str) -> Self {
        self.0.place = self.0.place.map(|(_, column)| (line, column));
        let path = self.0.path.take().unwrap_or_default();
        let dot = if path.is_empty() || path.starts_with('[') { "" } else { "." };
        self.0.path = Some(format!("{record}{dot}{path}"));
        self
    }

    /// The file, where a file or folder was read.
    pub fn file(&self) -> Option<&Path> {
        self.0.file.as_deref()
    }

    /// The line, counted from 1.
    pub fn line(&self) -> Option<usize> {
        self.0.place.map(|(line, _)| line)
    }

    /// The byte in the line at which the offending text starts, counted from 1.
    pub fn column(&self) -> Option<usize> {
        self.0.place.map(|(_, column)| column)
    }

    /// The path to the value: `events[0].kind`.
    pub fn path(&self) -> Option<&str> {
        self.0.path.as_deref()
    }

    /// The offending text, where it is one string, number or word of the file.
    pub fn text(&self) -> Option<&str> {
        self.0.text.as_deref()
    }

    /// What is wrong, without the place.
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// The id of the rule that the value breaks, where a rule of the catalogue is enforced on reading.
    pub fn rule(&self) -> Option<&str> {
        self.0.rule.as_deref()
    }

    /// Whether the file could not be read at all.
    pub fn is_io(&self) -> bool {
        matches!(self.0.kind, Kind::Io(_))
    }

    /// Whether the text is not JSON.
    pub fn is_syntax(&self) -> bool {
        matches!(self.0.kind, Kind::Syntax)
    }

    /// Whether the file has a format version that this crate does not read.
    pub fn is_version(&self) -> bool {
        matches!(self.0.kind, Kind::Version)
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(file) = self.file() {
            write!(f, "{}: ", file.display())?;
        }
        if let Some((line, column)) = self.0.place {
            write!(f, "line {line}, column {column}")?;
            f.write_str(if self.path().is_some() { ", " } else { ": " })?;
        }
        if let Some(path) = self.path() {
            write!(f, "{path}: ")?;
        }
        f.write_str(self.message())?;
        match self.rule() {
            Some(rule) => write!(f, " [{rule}]"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for ReadError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.0.kind {
            Kind::Io(error) => Some(error),
            _ => None,
        }
    }
}

/// A later version may have other tables and fields: its number is the thing to say, not the first strange name.
#[cold]
fn wrong_version(json: &str, error: &serde_json::Error) -> Option<ReadError> {
    #[derive(Deserialize)]
    struct Envelope {
        #[serde(default, rename = "netpolity")]
        _version: FormatVersion,
    }

    // The derived code would take a list for an envelope.
    if !error.is_data() || !json.trim_ascii_start().starts_with('{') {
        return None;
    }
    let error = serde_json::from_str::<Envelope>(json).err()?;
    let of_version = error.is_data() && error.to_string().contains(VERSION);
    of_version.then(|| placed(Kind::Version, json, &error).with_path("netpolity".to_owned()))
}

/// Reads one record from its JSON.
pub(crate) fn record_from_json<'de, T: Deserialize<'de>>(json: &'de str) -> Result<T, ReadError> {
    serde_json::from_str(json).map_err(|error| diagnose::<T>(json, &error))
}

/// Reads once more, now for the place and the path.
#[cold]
fn diagnose<'de, T: Deserialize<'de>>(json: &'de str, error: &serde_json::Error) -> ReadError {
    if !error.is_data() {
        return placed(Kind::Syntax, json, error);
    }
    let mut deserializer = serde_json::Deserializer::from_str(json);
    match serde_path_to_error::deserialize::<_, T>(&mut deserializer) {
        Ok(_) => placed(Kind::Data, json, error),
        Err(error) => {
            let path = path_text(error.path());
            let read = placed(Kind::Data, json, error.inner());
            if path.is_empty() { read } else { read.with_path(path) }
        }
    }
}

fn path_text(path: &serde_path_to_error::Path) -> String {
    use serde_path_to_error::Segment;
    let mut text = String::new();
    for segment in path {
        match segment {
            // Writing into a `String` does not fail.
            Segment::Seq { index } => drop(write!(text, "[{index}]")),
            Segment::Map { key } | Segment::Enum { variant: key } => {
                if !text.is_empty() {
                    text.push('.');
                }
                text.push_str(key);
            }
            Segment::Unknown => {}
        }
    }
    text
}

/// An error with its place, the text at that place, its rule, and a suggestion for a misspelt field.
fn placed(kind: Kind, json: &str, error: &serde_json::Error) -> ReadError {
    let message = error.to_string();
    let message = message.rsplit_once(" at line ").map_or(message.as_str(), |(message, _)| message);
    let (message, rule) = split_rule(message);
    let mut read = ReadError::new(kind, in_own_words(message));
    read.0.rule = rule.map(str::to_owned);
    if error.line() > 0 {
        let line = json.split('\n').nth(error.line() - 1).unwrap_or_default().as_bytes();
        let end = error.column().min(line.len());
        let is_bracket = ["sequence", "map"].iter().any(|found| {
            message.strip_prefix("invalid type: ").is_some_and(|rest| rest.starts_with(found))
        });
        let bracket = if is_bracket { bracket_start(line, end) } else { None };
        let start = bracket.unwrap_or_else(|| token_start(&line[..end]));
        read.0.place = Some((error.line(), start + 1));
        if !matches!(read.0.kind, Kind::Syntax) {
            let token = String::from_utf8_lossy(&line[start..end]);
            let token = token.trim();
            read.0.text = (!token.is_empty() && !token.ends_with(['}', ']', ',', ':']))
                .then(|| unquoted(token));
        }
    }
    read
}

fn unquoted(token: &str) -> String {
    serde_json::from_str(token).unwrap_or_else(|_| token.to_owned())
}

/// Where a list or object starts that should be something else. Its bracket has been seen but not read yet; or it has
/// been read, and white space after it, and perhaps the closing one.
fn bracket_start(line: &[u8], end: usize) -> Option<usize> {
    let is_opening = |byte: Option<&u8>| matches!(byte, Some(b'[' | b'{'));
    if is_opening(line.get(end)) {
        return Some(end);
    }
    let read = &line[..end];
    let read = read.strip_suffix(b"]").or_else(|| read.strip_suffix(b"}")).unwrap_or(read);
    let read = read.trim_ascii_end();
    is_opening(read.last()).then(|| read.len() - 1)
}

/// Where the last token of a line starts: a string at its opening quote, a number or word at its first character.
fn token_start(line: &[u8]) -> usize {
    let Some((last, before)) = line.split_last() else { return 0 };
    if *last == b'"' {
        let mut at = before.len();
        while let Some(quote) = before[..at].iter().rposition(|byte| *byte == b'"') {
            let escapes = before[..quote].iter().rev().take_while(|byte| **byte == b'\\').count();
            if escapes % 2 == 0 {
                return quote;
            }
            at = quote;
        }
        return before.len();
    }
    let is_word = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'+' | b'-');
    let word = line.iter().rev().take_while(|byte| is_word(byte)).count();
    if word == 0 { before.len() } else { line.len() - word }
}

/// Says what serde says in words of the format. Serde lists the fields that it knows, and the facts, which it calls
/// variants; the nearest is what was meant.
fn in_own_words(message: &str) -> String {
    let (what, rest) = match message.strip_prefix("unknown variant `") {
        Some(rest) => ("fact", rest),
        None => match message.strip_prefix("unknown field `") {
            Some(rest) => ("field", rest),
            // Whoever writes JSON does not know the types of this crate.
            None => {
                return ["u16", "u32"].iter().fold(message.to_owned(), |message, integer| {
                    message.replace(&format!("expected {integer}"), "expected a small whole number")
                });
            }
        },
    };
    let nearest = rest.split_once('`').and_then(|(name, expected)| {
        Some((name, suggest(name, expected.split('`').skip(1).step_by(2))?))
    });
    match nearest {
        Some((name, word)) => format!("unknown {what} `{name}`; did you mean `{word}`?"),
        None => format!("unknown {what} `{rest}"),
    }
}
