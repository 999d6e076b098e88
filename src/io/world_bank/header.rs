//! What stands where a header should.

use crate::io::error::Error;

/// Why there is no header of a format: the file begins with something else, with its line, or with nothing.
pub(super) fn missing(
    format: &'static str,
    expected: &str,
    first: Option<(u64, String)>,
    at_end: bool,
) -> Error {
    match first {
        None if at_end => Error::empty(),
        Some((_, text)) if text.trim_start().starts_with('<') => Error::markup(&text),
        first => {
            let (line, found) = first.unwrap_or((1, String::new()));
            Error::format(format, line, expected, &found)
        }
    }
}
