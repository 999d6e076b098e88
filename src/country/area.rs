//! What data is about: countries, groups and composites of them, and codes that are none of these.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;
use std::sync::Arc;

use super::code::Country;
use super::composite::{Composite, CompositeError};
use super::error::CountryError;
use super::group::{Group, GroupError, PREFIX as GROUP};
use crate::text::{Refusal, padded, text_serde};

const SPECIAL: &str = "special:";

/// What a number or a statement is about: a country, or what is none.
///
/// Aggregates are not countries by type.
///
/// | text form | meaning |
/// |---|---|
/// | `CHN` | a [`Country`] |
/// | `group:eu` | a [`Group`], as the producer of the data had it: who belonged to it is a question of the date |
/// | `BEL+LUX` | a [`Composite`]: two or more States in one row |
/// | `special:EU` | a [`SpecialCode`]: a code of the producer's own |
///
/// ```
/// use netpolity::country::{Area, Country, Group};
///
/// assert_eq!("CHN".parse::<Area>()?, Area::Country(Country::CHN));
/// assert_eq!("group:m49-030".parse::<Area>()?, Area::Group(Group::M49_030));
/// let area: Area = "BEL+LUX".parse()?;
/// assert_eq!((area.as_country(), area.to_string().as_str()), (None, "BEL+LUX"));
/// # Ok::<(), netpolity::country::AreaError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Area {
    /// A country or territory, current or former.
    Country(Country),
    /// A group of countries.
    Group(Group),
    /// Two or more States under one label.
    Composite(Composite),
    /// A code of the data's producer that stands for no country, kept as it was read.
    Special(SpecialCode),
}

impl Area {
    /// The country, where the area is one.
    pub fn as_country(&self) -> Option<Country> {
        match self {
            Self::Country(country) => Some(*country),
            Self::Group(_) | Self::Composite(_) | Self::Special(_) => None,
        }
    }
}

impl From<Country> for Area {
    fn from(country: Country) -> Self {
        Self::Country(country)
    }
}

impl From<Group> for Area {
    fn from(group: Group) -> Self {
        Self::Group(group)
    }
}

impl From<Composite> for Area {
    fn from(composite: Composite) -> Self {
        Self::Composite(composite)
    }
}

impl From<SpecialCode> for Area {
    fn from(code: SpecialCode) -> Self {
        Self::Special(code)
    }
}

impl FromStr for Area {
    type Err = AreaError;

    fn from_str(text: &str) -> Result<Self, AreaError> {
        if let Some(code) = text.strip_prefix(SPECIAL) {
            code.parse().map(Self::Special).map_err(AreaError::Special)
        } else if text.starts_with(GROUP) {
            text.parse().map(Self::Group).map_err(AreaError::Group)
        } else if text.contains('+') {
            text.parse().map(Self::Composite).map_err(AreaError::Composite)
        } else {
            text.parse().map(Self::Country).map_err(AreaError::Country)
        }
    }
}

impl fmt::Display for Area {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Country(country) => country.fmt(f),
            Self::Group(group) => group.fmt(f),
            Self::Composite(composite) => composite.fmt(f),
            Self::Special(code) => padded(f, |out| write!(out, "{SPECIAL}{code}")),
        }
    }
}

text_serde!(
    Area,
    "an area such as `CHN`, `group:eu`, `BEL+LUX` or `special:EU`",
    schema: |generator| crate::schema::any_of([
        generator.subschema_for::<Country>(),
        generator.subschema_for::<Group>(),
        generator.subschema_for::<Composite>(),
        crate::schema::text("a code of a source's own, such as `special:EU`", Some("special:[^ ][\\s\\S]*")),
    ])
);

/// A text that is not the text form of an [`Area`].
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum AreaError {
    /// The text has the form of none of the others, and is no country.
    Country(CountryError),
    /// It begins with `group:` and is no group.
    Group(GroupError),
    /// It has a `+` and is no composite.
    Composite(CompositeError),
    /// What follows `special:` is no code.
    Special(SpecialCodeError),
}

impl fmt::Display for AreaError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Country(error) if error.suggestion().is_some() => error.fmt(f),
            Self::Country(error) => {
                write!(f, "{error}, or an area that is no country, such as `group:eu`")
            }
            Self::Group(error) => error.fmt(f),
            Self::Composite(error) => error.fmt(f),
            Self::Special(error) => error.fmt(f),
        }
    }
}

// The message is that of the inner error, which is therefore not its source as well.
impl std::error::Error for AreaError {}

impl Refusal for AreaError {}

/// A producer's own code that stands for no country, such as `EU` in address registries or `WLD` at the World Bank.
///
/// It is kept as it was read and means nothing without its producer. Its own text form has no `special:` in front.
#[derive(Clone)]
pub struct SpecialCode(Text);

/// Codes of the crate's own tables need no memory.
#[derive(Clone)]
enum Text {
    Fixed(&'static str),
    Shared(Arc<str>),
}

impl SpecialCode {
    /// Checks and takes a code.
    ///
    /// # Errors
    /// [`SpecialCodeError`] where the code is empty, begins or ends with white space, or holds a control character.
    pub fn new(code: &str) -> Result<Self, SpecialCodeError> {
        let refused = |at: usize, fault| Err(SpecialCodeError { text: code.into(), at, fault });
        if let Some((at, _)) = code.char_indices().find(|(_, c)| c.is_control()) {
            return refused(at, Fault::Control);
        }
        if code.starts_with(char::is_whitespace) {
            return refused(0, Fault::Space);
        }
        let trimmed = code.trim_end();
        match trimmed.len() {
            0 => refused(0, Fault::Empty),
            end if end < code.len() => refused(end, Fault::Space),
            _ => Ok(Self(Text::Shared(code.into()))),
        }
    }

    /// A code of a table, whose generator has checked it.
    pub(super) const fn known(code: &'static str) -> Self {
        Self(Text::Fixed(code))
    }

    /// The code, as it was read.
    pub fn as_str(&self) -> &str {
        match &self.0 {
            Text::Fixed(code) => code,
            Text::Shared(code) => code,
        }
    }
}

impl PartialEq for SpecialCode {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for SpecialCode {}

impl PartialOrd for SpecialCode {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for SpecialCode {
    fn cmp(&self, other: &Self) -> Ordering {
        self.as_str().cmp(other.as_str())
    }
}

impl Hash for SpecialCode {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl FromStr for SpecialCode {
    type Err = SpecialCodeError;

    fn from_str(text: &str) -> Result<Self, SpecialCodeError> {
        Self::new(text)
    }
}

impl fmt::Display for SpecialCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for SpecialCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

text_serde!(SpecialCode, "a source's own code");

/// A text that is no [`SpecialCode`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpecialCodeError {
    text: Box<str>,
    at: usize,
    fault: Fault,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fault {
    Empty,
    Space,
    Control,
}

impl SpecialCodeError {
    /// The offending text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The byte at which the fault stands.
    pub fn at(&self) -> usize {
        self.at
    }
}

impl fmt::Display for SpecialCodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { text, at, fault } = self;
        let text = text.escape_debug();
        match fault {
            Fault::Empty => f.write_str("a special code must not be empty"),
            Fault::Space => {
                write!(
                    f,
                    "invalid special code `{text}`: white space at byte {at} stands at its edge"
                )
            }
            Fault::Control => {
                write!(f, "invalid special code `{text}`: control character at byte {at}")
            }
        }
    }
}

impl std::error::Error for SpecialCodeError {}

impl Refusal for SpecialCodeError {}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn text_forms() {
        for (text, area) in [
            ("CHN", Area::from(Country::CHN)),
            ("FQHH", Area::from(Country::FQHH)),
            ("special:EU", Area::from(SpecialCode::new("EU").unwrap())),
            ("group:eu", Area::from(Group::EU)),
            ("BEL+LUX", Area::from("BEL+LUX".parse::<Composite>().unwrap())),
            ("special:A+B", Area::from(SpecialCode::new("A+B").unwrap())),
            ("special:group:eu", Area::from(SpecialCode::new("group:eu").unwrap())),
            ("special:CHN", Area::from(SpecialCode::new("CHN").unwrap())),
            ("special:Sub-Saharan Africa", Area::Special("Sub-Saharan Africa".parse().unwrap())),
        ] {
            assert_eq!(text.parse(), Ok(area.clone()));
            assert_eq!(area.to_string(), text);
            assert_eq!(serde_json::to_string(&area).unwrap(), format!("\"{text}\""));
            assert_eq!(serde_json::from_str::<Area>(&format!("\"{text}\"")).unwrap(), area);
        }
        assert_eq!(
            format!(
                "{:>6}|{:<11}|",
                Area::from(Country::CHN),
                "special:EU".parse::<Area>().unwrap()
            ),
            "   CHN|special:EU |"
        );
    }

    #[test]
    fn refusals_say_what_was_expected() {
        for (text, message) in [
            ("NA", "`NA` is an alpha-2 code; write `NAM`"),
            (
                "EU",
                "unknown country `EU`; expected an alpha-3 code such as `GBR`, or an area that is no country, such as `group:eu`",
            ),
            ("EU+", "unknown composite `EU+`; expected one such as `BEL+LUX`"),
            ("LUX+BEL", "`LUX+BEL` is not in the order of the codes; write `BEL+LUX`"),
            ("group:EU", "`group:EU` is no text form of a group; write `group:eu`"),
            (
                "site:qq.com",
                "unknown country `site:qq.com`; expected an alpha-3 code such as `GBR`, or an area that is no country, such as `group:eu`",
            ),
            ("special:", "a special code must not be empty"),
            ("special: EU", "invalid special code ` EU`: white space at byte 0 stands at its edge"),
            ("special:EU ", "invalid special code `EU `: white space at byte 2 stands at its edge"),
            ("special:E\tU", "invalid special code `E\\tU`: control character at byte 1"),
        ] {
            assert_eq!(text.parse::<Area>().unwrap_err().to_string(), message);
        }
    }

    #[test]
    fn is_small() {
        assert!(size_of::<Area>() <= 24);
    }

    proptest! {
        #[test]
        fn what_is_taken_is_kept(code in "\\PC{0,8}") {
            match SpecialCode::new(&code) {
                Ok(special) => {
                    prop_assert_eq!(special.as_str(), code.as_str());
                    let area = Area::from(special);
                    prop_assert_eq!(area.to_string().parse(), Ok(area));
                }
                Err(error) => {
                    prop_assert_eq!(error.text(), code.as_str());
                    prop_assert!(code.is_empty() || code.trim() != code);
                }
            }
        }
    }
}
