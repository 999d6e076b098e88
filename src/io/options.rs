//! What a caller says to a reader.

use crate::metric::Vintage;

/// What a reader cannot know from the file, and how it shall read.
///
/// ```
/// use netpolity::io::Options;
///
/// let mut options = Options::new();
/// options.vintage.retrieved = Some("2026-04-26".parse()?);
/// options.strict = true;
/// # Ok::<(), netpolity::time::DateError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Options {
    /// The release from which the file is, as far as it does not say so itself. What the file says fills the fields that
    /// are left empty.
    pub vintage: Vintage,
    /// Refuse the file at the first rejection or unknown area, instead of going on and keeping account.
    pub strict: bool,
    /// How much a file may ask for.
    pub limits: Limits,
}

impl Options {
    /// Lenient reading of a vintage of which nothing is known.
    pub fn new() -> Self {
        Self::default()
    }
}

/// How much a file may ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limits {
    /// Bytes of one line; 16 MiB unless changed.
    pub line: usize,
    /// Findings of each rule that the account keeps; 100 unless changed. All are counted.
    pub findings: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { line: 16 << 20, findings: 100 }
    }
}
