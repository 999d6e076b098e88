//! Paths to fields of a dataset.

use std::fmt::{self, Display, Write};

use serde::{Serialize, Serializer};

/// Where something stands in a dataset: `statements[lu-order].claims[0].quantity`.
///
/// Records are named by their id, everything else by its position, counted from 0.
///
/// ```
/// use netpolity::finding::Path;
///
/// let path = Path::record("statements", "lu-order").field("claims").at(0).field("quantity");
/// assert_eq!(path.as_str(), "statements[lu-order].claims[0].quantity");
/// assert_eq!(path.table(), "statements");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Path(String);

impl Path {
    /// A table as a whole.
    pub fn of_table(table: &str) -> Self {
        Self(table.to_owned())
    }

    /// A record of a table, by its id or, where it has none, by its position.
    pub fn record(table: &str, key: impl Display) -> Self {
        Self::of_table(table).at(key)
    }

    /// A place in a file: a line, and a column of a table where there is one, both counted from 1.
    ///
    /// ```
    /// use netpolity::finding::Path;
    ///
    /// assert_eq!(Path::in_file(12, Some(3)).as_str(), "line 12, column 3");
    /// ```
    pub fn in_file(line: u64, column: Option<usize>) -> Self {
        Self(match column {
            Some(column) => format!("line {line}, column {column}"),
            None => format!("line {line}"),
        })
    }

    /// A field of what this path names.
    #[must_use]
    pub fn field(mut self, field: &str) -> Self {
        self.0.push('.');
        self.0.push_str(field);
        self
    }

    /// An element of what this path names, by position or id.
    #[must_use]
    pub fn at(mut self, key: impl Display) -> Self {
        // Writing into a `String` does not fail.
        let _ = write!(self.0, "[{key}]");
        self
    }

    /// The path's text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The table in which it lies.
    pub fn table(&self) -> &str {
        self.0.split(['[', '.']).next().unwrap_or_default()
    }
}

impl Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl Serialize for Path {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}
