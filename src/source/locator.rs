//! Places in a source.

use std::fmt;
use std::ops::{Range, RangeInclusive};
use std::str::FromStr;

use crate::text::{Refusal, padded, split_byte, text_serde};

/// A place in a source: `page 3`, `pages 3-5`, `paragraph 2`, `characters 10-25`, `section Outcomes`.
///
/// Pages and paragraphs count from 1. Characters count from 0, and the second number is the one after the last.
///
/// ```
/// use netpolity::source::Locator;
///
/// let locator: Locator = "pages 3-5".parse()?;
/// assert_eq!(locator.pages(), Some(3..=5));
/// assert!("verse 2".parse::<Locator>().is_err());
/// # Ok::<(), netpolity::source::LocatorError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Locator(Place);

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Place {
    Page(u32),
    Pages(u32, u32),
    Paragraph(u32),
    Characters(u32, u32),
    Section(Box<str>),
}

impl Locator {
    /// The pages, where it names pages: one or several.
    pub fn pages(&self) -> Option<RangeInclusive<u32>> {
        match self.0 {
            Place::Page(page) => Some(page..=page),
            Place::Pages(first, last) => Some(first..=last),
            _ => None,
        }
    }

    /// The paragraph, where it names one.
    pub fn paragraph(&self) -> Option<u32> {
        match self.0 {
            Place::Paragraph(paragraph) => Some(paragraph),
            _ => None,
        }
    }

    /// The characters, where it names them.
    pub fn characters(&self) -> Option<Range<u32>> {
        match self.0 {
            Place::Characters(start, end) => Some(start..end),
            _ => None,
        }
    }

    /// The heading of the section, where it names one.
    pub fn section(&self) -> Option<&str> {
        match &self.0 {
            Place::Section(heading) => Some(heading),
            _ => None,
        }
    }
}

impl FromStr for Locator {
    type Err = LocatorError;

    fn from_str(text: &str) -> Result<Self, LocatorError> {
        let number = |text: &str| {
            let digits = text.bytes().all(|byte| byte.is_ascii_digit());
            digits.then(|| text.parse::<u32>().ok()).flatten()
        };
        let counted = |text: &str| number(text).filter(|n| *n > 0);
        let range = |text: &str| {
            let (first, last) = split_byte(text, b'-')?;
            Some((number(first)?, number(last)?)).filter(|(first, last)| first < last)
        };
        split_byte(text, b' ')
            .and_then(|(kind, rest)| match kind {
                "page" => counted(rest).map(Place::Page),
                "pages" => {
                    range(rest).filter(|(first, _)| *first > 0).map(|(a, b)| Place::Pages(a, b))
                }
                "paragraph" => counted(rest).map(Place::Paragraph),
                "characters" => range(rest).map(|(a, b)| Place::Characters(a, b)),
                "section" => {
                    (!rest.is_empty() && rest == rest.trim()).then(|| Place::Section(rest.into()))
                }
                _ => None,
            })
            .map(Self)
            .ok_or_else(|| LocatorError { text: text.into() })
    }
}

impl fmt::Display for Locator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        padded(f, |f| match &self.0 {
            Place::Page(page) => write!(f, "page {page}"),
            Place::Pages(first, last) => write!(f, "pages {first}-{last}"),
            Place::Paragraph(paragraph) => write!(f, "paragraph {paragraph}"),
            Place::Characters(start, end) => write!(f, "characters {start}-{end}"),
            Place::Section(heading) => write!(f, "section {heading}"),
        })
    }
}

text_serde!(
    Locator,
    "a place in a source such as `page 3` or `paragraph 2`",
    pattern: "(page|paragraph) 0*[1-9][0-9]*|(pages|characters) [0-9]+-[0-9]+|section [\\s\\S]+"
);

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
        for bad in [
            "",
            "page",
            "page 0",
            "page x",
            "pages 5-3",
            "paragraph -1",
            "section ",
            "line 3",
            "page +3",
        ] {
            assert_eq!(bad.parse::<Locator>().unwrap_err().text(), bad);
        }
    }
}
