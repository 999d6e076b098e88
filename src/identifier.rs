//! Identifiers under which other collections know a record.

use std::fmt;
use std::str::FromStr;

use crate::text::{Refusal, SlugFault, check_slug, padded, split_byte, text_serde};

/// What another collection calls a record: `wikidata:Q267485`, `ror:00f54p054`.
///
/// The scheme is a slug that the dataset's editor chooses; the value is kept as the scheme writes it.
///
/// ```
/// use netpolity::identifier::Identifier;
///
/// let identifier: Identifier = "wikidata:Q267485".parse()?;
/// assert_eq!((identifier.scheme(), identifier.value()), ("wikidata", "Q267485"));
/// assert!("Q267485".parse::<Identifier>().is_err());
/// # Ok::<(), netpolity::identifier::IdentifierError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Identifier {
    text: Box<str>,
    scheme: usize,
}

impl Identifier {
    /// An identifier of its parts.
    ///
    /// # Errors
    /// [`IdentifierError`] where the scheme is no slug, or the value is empty or has white space around it.
    pub fn new(scheme: &str, value: &str) -> Result<Self, IdentifierError> {
        let text = format!("{scheme}:{value}");
        let fault = match check_slug(scheme) {
            Err((_, SlugFault::Empty)) => Fault::NoScheme,
            Err(_) => Fault::Scheme,
            Ok(()) if value.is_empty() => Fault::NoValue,
            Ok(()) if value.trim() != value => Fault::Space,
            Ok(()) => return Ok(Self { text: text.into(), scheme: scheme.len() }),
        };
        Err(IdentifierError { text: text.into(), fault })
    }

    /// Who gives such identifiers: `wikidata`.
    pub fn scheme(&self) -> &str {
        self.text.get(..self.scheme).unwrap_or_default()
    }

    /// The identifier within its scheme: `Q267485`.
    pub fn value(&self) -> &str {
        self.text.get(self.scheme + 1..).unwrap_or_default()
    }
}

impl FromStr for Identifier {
    type Err = IdentifierError;

    fn from_str(text: &str) -> Result<Self, IdentifierError> {
        match split_byte(text, b':') {
            Some((scheme, value)) => Self::new(scheme, value),
            None => Err(IdentifierError { text: text.into(), fault: Fault::NoScheme }),
        }
    }
}

impl fmt::Display for Identifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        padded(f, |f| f.write_str(&self.text))
    }
}

text_serde!(
    Identifier,
    "an identifier such as `wikidata:Q267485`",
    pattern: format!("{}:[\\s\\S]+", crate::schema::SLUG)
);

/// Why a text is no [`Identifier`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdentifierError {
    text: Box<str>,
    fault: Fault,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fault {
    NoScheme,
    Scheme,
    NoValue,
    Space,
}

impl IdentifierError {
    /// The offending text.
    pub fn text(&self) -> &str {
        &self.text
    }
}

impl fmt::Display for IdentifierError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "invalid identifier `{}`: ", self.text)?;
        f.write_str(match self.fault {
            Fault::NoScheme => "write its scheme in front, such as `wikidata:Q267485`",
            Fault::Scheme => "the scheme is lower-case words joined by single hyphens",
            Fault::NoValue => "there is nothing behind the scheme",
            Fault::Space => "there is white space around the value",
        })
    }
}

impl std::error::Error for IdentifierError {}

impl Refusal for IdentifierError {}

#[cfg(test)]
mod tests {
    use super::Identifier;

    #[test]
    fn values_keep_colons_and_case() {
        let urn: Identifier = "urn:isbn:0-19-852663-6".parse().unwrap();
        assert_eq!((urn.scheme(), urn.value()), ("urn", "isbn:0-19-852663-6"));
        assert_eq!(urn.to_string(), "urn:isbn:0-19-852663-6");
        assert_eq!(format!("{urn:>30}|"), "        urn:isbn:0-19-852663-6|");
    }

    #[test]
    fn errors_say_which_part_is_wrong() {
        let says = |text: &str| text.parse::<Identifier>().unwrap_err().to_string();
        assert!(says("Q267485").ends_with("write its scheme in front, such as `wikidata:Q267485`"));
        assert!(says(":Q1").contains("scheme in front"));
        assert!(says("Wikidata:Q1").contains("lower-case words"));
        assert!(says("wikidata:").contains("nothing behind"));
        assert!(says("wikidata: Q1").contains("white space"));
    }
}
