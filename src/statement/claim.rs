//! Figures inside statements.

use std::fmt;
use std::str::FromStr;

use crate::actor::{Actor, ActorError};
use crate::country::{Area, AreaError, Country, CountryError};
use crate::id::{Id, IdError};
use crate::metric::Indicator;
use crate::quantity::Quantity;
use crate::record::record;
use crate::source::Source;
use crate::taxonomy::TermRef;
use crate::text::{Refusal, check_slug, split_byte, text_serde, words};
use crate::time::Period;

record! {
    /// A figure that a statement gives: which indicator, of what, how much, as of when.
    ///
    /// "China now has almost 600 million Internet users" has no period and cites no document; both gaps are kept,
    /// and reported as findings.
    ///
    /// ```
    /// use netpolity::Claim;
    /// use netpolity::quantity::Hedge;
    ///
    /// let claim: Claim = serde_json::from_str(
    ///     r#"{ "indicator": "websites", "subject": "CHN/mainland", "quantity": "nearly 3 million" }"#,
    /// )?;
    /// assert_eq!(claim.quantity.unwrap().hedge(), Hedge::Almost);
    /// assert_eq!(claim.period, None);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub struct Claim {
        required {
            /// What is measured.
            indicator: Id<Indicator>,
            /// Of what it is measured.
            subject: Subject,
        }
        optional {
            /// What kind of figure it is.
            measure: Measure,
            /// The figure with its hedge. None where only a direction is claimed.
            quantity: Option<Quantity>,
            /// That it rises, falls or stays, with or without a figure.
            direction: Option<Direction>,
            /// The period to which the figure refers. None where the source does not say.
            period: Option<Period>,
            /// The document that the statement names for the figure.
            cited: Option<Id<Source>>,
            /// The words with which the source prints the figure.
            printed: Option<String>,
        }
    }
}

words! {
    /// Kinds of figures.
    #[derive(Default)]
    pub enum Measure: closed "measure" {
        /// So much.
        #[default]
        Level = "level",
        /// So much of a whole.
        Share = "share",
        /// By so much more or less, in the unit of the indicator or in percent of what it was.
        Change = "change",
        /// By so many percentage points.
        Points = "points",
        /// The place in a ranking.
        Rank = "rank",
        /// So much of one for one of another.
        Ratio = "ratio",
        /// So many times.
        Multiple = "multiple",
    }
}

words! {
    /// Directions of change.
    pub enum Direction: closed "direction" {
        /// Grows.
        Rising = "rising",
        /// Shrinks.
        Falling = "falling",
        /// Stays.
        Steady = "steady",
    }
}

/// What a figure is about.
///
/// Written `CHN` or `special:EU` for an area, `CHN/mainland` for a part of one, `agency:siio` for an actor,
/// `site:qq.com` for a site and `term:positive-energy` for a term of a taxonomy.
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
    /// An actor other than a country.
    Actor(Actor),
    /// A site, by its domain name in lower case.
    Site(Box<str>),
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
            Some(("site", domain)) if is_domain(domain) => Ok(Self::Site(domain.into())),
            Some(("site", _)) => Err(fault(Fault::Site)),
            Some(("term", term)) => term.parse().map(Self::Term).map_err(|e| fault(Fault::Term(e))),
            Some(("country", code)) => {
                Err(fault(Fault::Prefix(code.parse().map_err(|e| fault(Fault::Country(e)))?)))
            }
            Some(("agency" | "person" | "unnamed", _)) => {
                text.parse().map(Self::Actor).map_err(|e| fault(Fault::Actor(e)))
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

/// Lower-case labels joined by dots, in U-label or A-label form.
fn is_domain(text: &str) -> bool {
    let label = |label: &str| {
        let inner = |c: char| c == '-' || c.is_alphanumeric() && !c.is_uppercase();
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(inner)
    };
    text.contains('.') && text.split('.').all(label)
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Area(area) => area.fmt(f),
            Self::Part(Part { country, name }) => write!(f, "{country}/{name}"),
            Self::Actor(actor) => actor.fmt(f),
            Self::Site(domain) => write!(f, "site:{domain}"),
            Self::Term(term) => write!(f, "term:{term}"),
        }
    }
}

text_serde!(Subject, "what a figure is about, such as `CHN`, `CHN/mainland` or `site:qq.com`");

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
    Term(IdError),
    Country(CountryError),
    Actor(ActorError),
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
            Fault::Term(error) => error.fmt(f),
            Fault::Country(error) => error.fmt(f),
            Fault::Actor(error) => error.fmt(f),
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
            "CHN/mainland",
            "agency:siio",
            "site:sina.com.cn",
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
    }
}
