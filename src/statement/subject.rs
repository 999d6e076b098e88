//! What a figure is about.

use std::fmt;
use std::str::FromStr;

use crate::actor::{Agency, Person, Unnamed};
use crate::country::{Area, AreaError, Country, CountryError};
use crate::id::{Id, IdError};
use crate::taxonomy::TermRef;
use crate::text::{Refusal, UnknownWord, check_slug, padded, split_byte, text_serde};

/// What a figure is about.
///
/// Written `CHN`, `group:eu`, `BEL+LUX` or `special:EU` for an [`Area`], `CHN/mainland` for a part of a country,
/// `agency:siio` for another actor, `site:qq.com` for a site and `term:positive-energy` for a term of a taxonomy.
///
/// ```
/// use netpolity::{Country, statement::Subject};
///
/// let part: Subject = "CHN/mainland".parse()?;
/// assert_eq!(part.country(), Some(Country::CHN));
/// assert_ne!(part, "CHN".parse()?);
/// # Ok::<(), netpolity::statement::SubjectError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Subject {
    /// An area.
    Area(Area),
    /// A part of a country.
    Part(Part),
    /// An agency of the dataset.
    Agency(Id<Agency>),
    /// A person of the dataset.
    Person(Id<Person>),
    /// Somebody without a name, and why there is none.
    Unnamed(Unnamed),
    /// A site.
    Site(Site),
    /// A term of a taxonomy, such as a phrase whose use is counted.
    Term(TermRef),
}

/// A part of a country that has no code of its own: `CHN/mainland`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Part {
    country: Country,
    name: Box<str>,
}

impl Part {
    /// The country.
    pub fn country(&self) -> Country {
        self.country
    }

    /// The part, in the form of an [`Id`].
    pub fn name(&self) -> &str {
        &self.name
    }
}

/// A site, by its domain name in lower case, in U-label or A-label form: `site:qq.com`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Site(Box<str>);

impl Site {
    /// The domain name.
    pub fn domain(&self) -> &str {
        &self.0
    }
}

impl Subject {
    /// The country that the figure is about, in whole or in part.
    pub fn country(&self) -> Option<Country> {
        match self {
            Self::Area(Area::Country(country)) => Some(*country),
            Self::Part(part) => Some(part.country),
            _ => None,
        }
    }
}

impl From<Country> for Subject {
    fn from(country: Country) -> Self {
        Self::Area(country.into())
    }
}

impl FromStr for Subject {
    type Err = SubjectError;

    fn from_str(text: &str) -> Result<Self, SubjectError> {
        let fault = |fault| SubjectError { text: text.into(), fault };
        match split_byte(text, b':') {
            Some(("site", domain)) if is_domain(domain) => Ok(Self::Site(Site(domain.into()))),
            Some(("site", _)) => Err(fault(Fault::Site)),
            Some(("term", term)) => term.parse().map(Self::Term).map_err(|e| fault(Fault::Id(e))),
            Some(("country", code)) => {
                Err(fault(Fault::Prefix(code.parse().map_err(|e| fault(Fault::Country(e)))?)))
            }
            Some(("agency", id)) => id.parse().map(Self::Agency).map_err(|e| fault(Fault::Id(e))),
            Some(("person", id)) => id.parse().map(Self::Person).map_err(|e| fault(Fault::Id(e))),
            Some(("unnamed", reason)) => {
                reason.parse().map(Self::Unnamed).map_err(|e| fault(Fault::Unnamed(e)))
            }
            Some(_) => text.parse().map(Self::Area).map_err(|e| fault(Fault::Area(e))),
            None => match split_byte(text, b'/') {
                Some((code, part)) => {
                    let country = code.parse().map_err(|e| fault(Fault::Country(e)))?;
                    if check_slug(part).is_ok() {
                        Ok(Self::Part(Part { country, name: part.into() }))
                    } else {
                        Err(fault(Fault::Part))
                    }
                }
                None => text.parse().map(Self::Area).map_err(|e| fault(Fault::Area(e))),
            },
        }
    }
}

/// Lower-case labels joined by dots.
fn is_domain(text: &str) -> bool {
    let label = |label: &str| {
        // Beyond ASCII, a label may have marks and joiners that are no letters; the registries know which.
        let inner = |c: char| match c {
            'a'..='z' | '0'..='9' | '-' => true,
            _ => !(c.is_ascii() || c.is_uppercase() || c.is_whitespace() || c.is_control()),
        };
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(inner)
    };
    text.contains('.') && text.split('.').all(label)
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        padded(f, |f| match self {
            Self::Area(area) => write!(f, "{area}"),
            Self::Part(Part { country, name }) => write!(f, "{country}/{name}"),
            Self::Agency(id) => write!(f, "agency:{id}"),
            Self::Person(id) => write!(f, "person:{id}"),
            Self::Unnamed(reason) => write!(f, "unnamed:{reason}"),
            Self::Site(Site(domain)) => write!(f, "site:{domain}"),
            Self::Term(term) => write!(f, "term:{term}"),
        })
    }
}

text_serde!(
    Subject,
    "what a figure is about, such as `CHN`, `CHN/mainland` or `site:qq.com`",
    schema: |generator| crate::schema::any_of([
        generator.subschema_for::<Area>(),
        crate::schema::text("a part of a country, an actor, a site or a term", Some(&Subject::pattern())),
    ])
);

#[cfg(feature = "schema")]
impl Subject {
    /// The pattern of what is no area.
    fn pattern() -> String {
        let countries: Vec<_> = Country::all().map(Country::as_str).collect();
        format!(
            "({})/{slug}|(agency|person):{slug}|unnamed:({})|site:[^A-Z .]+([.][^A-Z .]+)+|term:{}",
            countries.join("|"),
            Unnamed::WORDS.join("|"),
            crate::schema::TERM,
            slug = crate::schema::SLUG
        )
    }
}

/// Why a text is no [`Subject`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SubjectError {
    text: Box<str>,
    fault: Fault,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Fault {
    Site,
    Part,
    Prefix(Country),
    Id(IdError),
    Unnamed(UnknownWord),
    Country(CountryError),
    Area(AreaError),
}

impl SubjectError {
    /// The offending text.
    pub fn text(&self) -> &str {
        &self.text
    }
}

impl fmt::Display for SubjectError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "invalid subject `{}`: ", self.text)?;
        match &self.fault {
            Fault::Site => {
                f.write_str("a site is a domain name in lower case, such as `site:qq.com`")
            }
            Fault::Part => {
                f.write_str("a part is lower-case words joined by hyphens, such as `CHN/mainland`")
            }
            Fault::Prefix(country) => write!(f, "write `{country}` alone for the country"),
            Fault::Id(error) => error.fmt(f),
            Fault::Unnamed(error) => error.fmt(f),
            Fault::Country(error) => error.fmt(f),
            Fault::Area(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for SubjectError {}

impl Refusal for SubjectError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn subjects_round_trip() {
        for text in [
            "CHN",
            "special:EU",
            "group:eu",
            "BEL+LUX",
            "CHN/mainland",
            "agency:siio",
            "site:sina.com.cn",
            "site:संगठन.भारत",
            "unnamed:collective",
            "term:buzz/positive-energy",
        ] {
            assert_eq!(text.parse::<Subject>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn wrong_subjects_are_told_apart() {
        let message = |text: &str| text.parse::<Subject>().unwrap_err().to_string();
        assert!(message("country:CHN").contains("write `CHN` alone"));
        assert!(message("CHN/Mainland").contains("`CHN/mainland`"));
        assert!(message("site:QQ.com").contains("in lower case"));
        assert!(message("site:localhost").contains("domain name"));
        assert!(message("CN").contains("CHN"));
        assert!(message("group:EU").contains("write `group:eu`"));
        assert!(message("BEL+LUX/north").contains("BEL+LUX"));
    }
}
