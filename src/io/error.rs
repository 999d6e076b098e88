//! Why a file was not read.

use std::path::{Path, PathBuf};

use super::Format;
use crate::finding::Finding;

/// Why a file could not be read, or was refused.
///
/// Readers stop for these only. What is wrong with a single row or value stands in the [`Account`](super::Account), unless
/// reading is strict: then the first rejection is [`Error::Rejected`].
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The reader that the caller passed failed.
    #[error("cannot read: {0}")]
    Io(#[from] std::io::Error),
    /// A line has more bytes than the limit.
    #[error("line {line} is longer than {limit} bytes")]
    TooLong {
        /// The line, from 1.
        line: u64,
        /// The limit, see [`Limits`](super::Limits).
        limit: usize,
    },
    /// The content is not that of the format.
    #[error("line {line}: no {format}: expected {expected}, found `{found}`")]
    Format {
        /// The format that was asked for.
        format: &'static str,
        /// The line, from 1.
        line: u64,
        /// What should stand there.
        expected: String,
        /// What stands there, shortened.
        found: String,
    },
    /// The content is that of no known format.
    #[error(
        "the format is none that is known (a `Mapping` reads any table); the file begins with `{begins}`"
    )]
    Unknown {
        /// Its first line, shortened.
        begins: String,
    },
    /// The format is known, and holds no series.
    #[error("a file of the format {format} holds no series")]
    NoSeries {
        /// The format.
        format: Format,
    },
    /// The mapping that the caller declared is that of no file.
    #[error("the mapping {message}")]
    Mapping {
        /// What is wrong with it: `has no column with values`.
        message: String,
    },
    /// The format is known, but not in this version.
    #[error("unsupported version of {format}: {version}")]
    Unsupported {
        /// The format.
        format: &'static str,
        /// The version that was found.
        version: String,
    },
    /// A web page or another document stands where data should be (FMT-007).
    #[error("this is {found}, not data: `{text}`")]
    NoData {
        /// What it is: `a web page`, `an XML document`, `an empty file`.
        found: &'static str,
        /// How it begins.
        text: String,
    },
    /// The service answered with an error (FMT-007).
    #[error("the service answers with error {id}: {message}")]
    Service {
        /// Its number or name for the error.
        id: String,
        /// What it says.
        message: String,
    },
    /// A file of a folder could not be read.
    #[error("{}: {error}", .file.display())]
    InFile {
        /// The file.
        file: PathBuf,
        /// Why.
        error: Box<Error>,
    },
    /// A file is named after no table of a dataset.
    #[error("{message}")]
    NoTable {
        /// Which tables there are: `there is no table `statement`; did you mean `statements`?`
        message: String,
    },
    /// JSON that can't be read.
    #[error("{message} at line {line}, column {column}")]
    Json {
        /// What is wrong.
        message: String,
        /// The line, from 1.
        line: usize,
        /// The byte in the line, from 1.
        column: usize,
    },
    /// A column of a table of Arrow is missing, or holds something else.
    #[cfg(feature = "arrow")]
    #[error("column `{column}`: expected {expected}, found {found}")]
    Column {
        /// Its name.
        column: String,
        /// What should stand there.
        expected: &'static str,
        /// The type that it has, or `no such column`.
        found: String,
    },
    /// A table of Arrow or a file of Parquet that can't be decoded.
    #[cfg(feature = "arrow")]
    #[error("cannot decode: {message}")]
    Arrow {
        /// What the crates `arrow` and `parquet` say.
        message: String,
    },
    /// A row or value was rejected, and reading is strict.
    #[error("{}: {}", .0.path(), .0.message())]
    Rejected(Box<Finding>),
}

impl Error {
    #[cold]
    pub(super) fn format(
        format: &'static str,
        line: u64,
        expected: impl Into<String>,
        found: &str,
    ) -> Self {
        Self::Format { format, line, expected: expected.into(), found: shortened(found) }
    }

    /// For what stands where the header of a format should be: nothing, another document, or another header.
    #[cold]
    pub(super) fn no_header(
        format: &'static str,
        line: u64,
        expected: impl Into<String>,
        found: &str,
    ) -> Self {
        match found.trim_start().chars().next() {
            None => Self::NoData { found: "an empty file", text: shortened(found) },
            Some('<') => Self::markup(found),
            Some(_) => Self::format(format, line, expected, found),
        }
    }

    #[cold]
    pub(super) fn empty() -> Self {
        Self::NoData { found: "an empty file", text: String::new() }
    }

    /// For a document that begins with a tag.
    #[cold]
    pub(super) fn markup(text: &str) -> Self {
        Self::NoData { found: "a web page or an XML document", text: shortened(text) }
    }

    #[cold]
    pub(super) fn in_file(self, file: &Path) -> Self {
        Self::InFile { file: file.to_owned(), error: Box::new(self) }
    }

    /// The rule that it enforces, where there is one.
    pub fn rule(&self) -> Option<&'static str> {
        match self {
            Self::Rejected(finding) => Some(finding.rule().id()),
            Self::InFile { error, .. } => error.rule(),
            Self::NoData { .. } | Self::Service { .. } => Some("FMT-007"),
            _ => None,
        }
    }
}

impl From<serde_json::Error> for Error {
    fn from(error: serde_json::Error) -> Self {
        let (line, column) = (error.line(), error.column());
        if error.is_io() {
            return Self::Io(error.into());
        }
        let text = error.to_string();
        let message = text.split(" at line ").next().unwrap_or_default().to_owned();
        Self::Json { message, line, column }
    }
}

/// The beginning of a text that may be long.
pub(super) fn shortened(text: &str) -> String {
    const LONGEST: usize = 60;
    let mut chars = text.chars();
    let mut short: String = chars.by_ref().take(LONGEST).collect();
    if chars.next().is_some() {
        short.push('…');
    }
    short
}
