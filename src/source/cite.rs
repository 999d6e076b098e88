//! Cites: which source, where in it, in which words.

use std::fmt;
use std::str::FromStr;

use super::Source;
use crate::id::Id;
use crate::record::record;
use crate::text::{Refusal, refuse, split_byte, text_or_object, text_serde};

record! {
    /// That a source supports a record. Written as the id of the source alone, or as an object.
    ///
    /// ```
    /// use netpolity::source::Cite;
    ///
    /// let cites: Vec<Cite> =
    ///     serde_json::from_str(r#"[ "daily-1", { "source": "daily-2", "locator": "paragraph 2" } ]"#)?;
    /// assert_eq!(cites[0].source, "daily-1");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub struct Cite: text {
        required {
            /// The source.
            source: Id<Source>,
        }
        optional {
            /// Where in the source.
            locator: Option<Locator>,
            /// The source's own words.
            quote: Option<String>,
        }
    }
}

text_or_object!(
    Cite,
    "the id of a source, or an object with `source`",
    from: |text| text.parse().map(Cite::new).map_err(refuse),
    short: |cite| cite.locator.is_none() && cite.quote.is_none()
);

impl fmt::Display for Cite {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.source.fmt(f)
    }
}

/// A place in a source: `page 3`, `pages 3-5`, `paragraph 2`, `characters 10-25`, `section Outcomes`.
///
/// ```
/// use netpolity::source::Locator;
///
/// assert_eq!("paragraph 2".parse(), Ok(Locator::Paragraph(2)));
/// assert!("verse 2".parse::<Locator>().is_err());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Locator {
    /// A page, counted from 1.
    Page(u32),
    /// Pages from the first to the last.
    Pages(u32, u32),
    /// A paragraph, counted from 1.
    Paragraph(u32),
    /// Characters from the first to before the last, counted from 0.
    Characters(u32, u32),
    /// A section by its heading.
    Section(String),
}

impl FromStr for Locator {
    type Err = LocatorError;

    fn from_str(text: &str) -> Result<Self, LocatorError> {
        let number = |digits: &str| digits.parse::<u32>().ok();
        let counted = |digits: &str| number(digits).filter(|n| *n > 0);
        let range = |digits: &str| {
            let (first, last) = digits.split_once('-')?;
            Some((number(first)?, number(last)?)).filter(|(first, last)| first < last)
        };
        split_byte(text, b' ')
            .and_then(|(kind, rest)| match kind {
                "page" => counted(rest).map(Self::Page),
                "pages" => {
                    range(rest).filter(|(first, _)| *first > 0).map(|(a, b)| Self::Pages(a, b))
                }
                "paragraph" => counted(rest).map(Self::Paragraph),
                "characters" => range(rest).map(|(a, b)| Self::Characters(a, b)),
                "section" => (!rest.is_empty() && rest == rest.trim())
                    .then(|| Self::Section(rest.to_owned())),
                _ => None,
            })
            .ok_or_else(|| LocatorError { text: text.into() })
    }
}

impl fmt::Display for Locator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Page(n) => write!(f, "page {n}"),
            Self::Pages(first, last) => write!(f, "pages {first}-{last}"),
            Self::Paragraph(n) => write!(f, "paragraph {n}"),
            Self::Characters(start, end) => write!(f, "characters {start}-{end}"),
            Self::Section(heading) => write!(f, "section {heading}"),
        }
    }
}

text_serde!(Locator, "a place in a source such as `page 3` or `paragraph 2`");

/// Why a text is no [`Locator`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "invalid locator `{text}`; expected `page 3`, `pages 3-5`, `paragraph 2`, `characters 10-25` or `section` and a heading"
)]
pub struct LocatorError {
    text: Box<str>,
}

impl LocatorError {
    /// The offending text.
    pub fn text(&self) -> &str {
        &self.text
    }
}

impl Refusal for LocatorError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn locators_round_trip() {
        for text in [
            "page 3",
            "pages 3-5",
            "paragraph 2",
            "characters 0-25",
            "section Outcomes and next steps",
        ] {
            assert_eq!(text.parse::<Locator>().unwrap().to_string(), text);
        }
        for bad in
            ["", "page", "page 0", "page x", "pages 5-3", "paragraph -1", "section ", "line 3"]
        {
            assert_eq!(bad.parse::<Locator>().unwrap_err().text(), bad);
        }
    }

    #[test]
    fn a_plain_cite_is_written_as_its_id() {
        let plain = Cite::new("daily-1".parse().unwrap());
        assert_eq!(serde_json::to_string(&plain).unwrap(), r#""daily-1""#);
        let full = r#"{"source":"daily-2","locator":"paragraph 2","quote":"co-hosted by"}"#;
        let cite: Cite = serde_json::from_str(full).unwrap();
        assert_eq!(serde_json::to_string(&cite).unwrap(), full);
        assert!(serde_json::from_str::<Cite>(r#"{"source":"a","page":3}"#).is_err());
    }
}
