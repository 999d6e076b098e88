//! Names of countries, as people and producers of data write them.
//!
//! [`resolve`] says what a name means: one country, several, more than a country, none. It says how it knows, and never
//! picks between two.
//!
//! ```
//! use netpolity::country::{Country, Resolution, resolve};
//!
//! assert_eq!(resolve("Korea, Rep.").country(), Some(Country::KOR));
//! assert_eq!(resolve("KOREA (the Republic of)").country(), Some(Country::KOR));
//! assert_eq!(resolve("Co\u{302}te d\u{2019}Ivoire").country(), Some(Country::CIV));
//! assert_eq!(resolve("\u{4e2d}\u{56fd}").country(), Some(Country::CHN));
//!
//! assert_eq!(resolve("Congo").to_string(), "AMBIGUOUS:COD|COG");
//! assert_eq!(resolve("Sub-Saharan Africa").to_string(), "AGGREGATE");
//! assert_eq!(resolve("Northern Cyprus").to_string(), "NOT_A_COUNTRY");
//! assert_eq!(resolve("New Mexico").to_string(), "NONE");
//! ```
//!
//! # How names are matched
//!
//! The first of these that answers does. None looks for a name inside another, none guesses by likeness.
//!
//! 1. **The whole name** in its normal form: without regard to case, to the marks of Latin, Greek and Cyrillic letters, to
//!    punctuation and apostrophes, `&` as "and".
//! 2. **The same words** in any order, without "the", "of" and "and", and with these abbreviations written out: rep., dem.,
//!    fed., st., sts., is., isl., terr., br., fr., eq., single N., S., E., W. and U.; initials count as one word, so that
//!    "D.P.R." is "DPR". "Korea, Rep." and "Republic of Korea (the)" have the same words.
//!    The English names also **without spaces**, "costarica", and with **`?` for letters** that a wrong encoding has lost,
//!    "R?union".
//! 3. **A note dropped** that stands in brackets at the end: a number of up to four digits, a letter, a unit, the years from or
//!    to which figures go, as in "Albania (2015)" and "Ethiopia [up to 1993]".
//! 4. **A code beside the name** that says the same: "KOR: Republic of Korea", "Aruba (ABW)".
//! 5. **Two names** of the same country, or that of a territory and its State, separated by brackets, a comma, a slash,
//!    a colon, a semicolon or a dash: "Eswatini (Swaziland)", "Cayman Islands (United Kingdom)", "France, Guadeloupe".
//!    What is not known, or known as something else, is in the way: "Georgia (US state)" is nothing. A State "excluding" its
//!    territories that have entries of their own is its own entry: "Denmark (excluding Greenland)".
//! 6. **A name that several have**, with words that stand in the official name of one of them only: "Korea, Democratic".
//! 7. **The form of State dropped**: "Republic of Bolivia", "Kingdom of". What several have stays ambiguous.
//!
//! A spelling from one source in the index, such as a frequent misprint, is as good as another. Near misses are never taken
//! for a name; [`Nearest`] suggests.
//!
//! # Policy
//!
//! | name | answer | because |
//! |---|---|---|
//! | Congo | ambiguous: COD, COG | ISO's short name of COG, in use for both |
//! | Korea; Virgin Islands; Saint Martin; Guiana | ambiguous | two countries or territories have it in their names |
//! | Micronesia; America | ambiguous with a region | a State and a region |
//! | Kongo, Nigeri, Kata and others | ambiguous | they mean different countries in different languages |
//! | Guinea; Niger; Ireland; Samoa; Sudan | GIN; NER; IRL; WSM; SDN | ISO's short names, and those of the others have another word |
//! | Germany; Yemen; Viet Nam | DEU; YEM; VNM | ambiguous at a date on which there were two States |
//! | Macedonia; Burma; Swaziland; Zaire | MKD; MMR; SWZ; COD | renamed; at a date of which ISO has the former entry, that one |
//! | Soviet Union; Czechoslovakia; Yugoslavia | SUN; CSK; YUG | the former countries, never a successor |
//! | England; Zanzibar; Azores; Gaza Strip | not a country | parts of an entry: [`Resolver::accept_parts`] |
//! | Northern Cyprus; Somaliland; Crimea | not a country | no entry of their own: [`Resolver::accept_disputed`] |
//!
//! [`Resolver::alias`] overrides each of them, and adds what is missing:
//!
//! ```
//! use netpolity::country::{Country, Resolver};
//!
//! let resolver = Resolver::new().alias("Congo", Country::COG)?.alias("Albion", Country::GBR)?;
//! assert_eq!(resolver.resolve("CONGO").country(), Some(Country::COG));
//! assert_eq!(resolver.resolve("Albion").country(), Some(Country::GBR));
//! # Ok::<(), netpolity::country::names::AliasError>(())
//! ```
//!
//! A name that belongs into the crate is a row of `data/country/names.csv`.
//!
//! # At a date
//!
//! [`Resolver::on`] asks what a name meant then. A country that did not exist yet or no longer is [`NoMatch::NotThen`],
//! with those that existed in its place:
//!
//! ```
//! use netpolity::country::{Country, Resolver};
//!
//! let then = Resolver::new().on("1985".parse()?);
//! assert_eq!(then.resolve("Zaire").country(), Some(Country::ZAR));
//! assert_eq!(then.resolve("Germany").to_string(), "AMBIGUOUS:DDR|DEU");
//! assert_eq!(then.resolve("West Germany").country(), Some(Country::DEU));
//! assert_eq!(then.resolve("Slovakia").to_string(), "NONE");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Speed
//!
//! The index is part of the program. A name that is in it is found without allocating, as it stands in about the time of three
//! look-ups in a hash map, in another order of its words in that of eight; programs that resolve no names don't contain the
//! index.

mod column;
mod compound;
mod dated;
pub(super) mod index;
mod key;
mod layout;
mod nearest;
mod resolver;
mod via;

use std::fmt;

use super::{Area, Country};

pub use column::{Column, Counts, Distinct};
pub(crate) use key::Normal;
pub use nearest::{Nearest, Suggestion};
pub use resolver::{AliasError, Resolver};
pub use via::{NameRole, NameSource, NameSources, Stage, Via};

/// What a name means, by the built-in names and policy, at no date in particular.
///
/// See the [module](self) for how names are matched, and [`Resolver`] for other policies, for dates and for columns.
///
/// Codes are not read, apart from one beside a name that says the same: "NA" is no name. [`Country::from_alpha3`] and its
/// siblings read codes.
pub fn resolve(name: &str) -> Resolution<'_> {
    resolver::DEFAULT.resolve(name)
}

/// What a name means.
///
/// It prints in one word: the text form of the country, `AMBIGUOUS:` and the candidates, `AGGREGATE`, `NOT_A_COUNTRY` or
/// `NONE`.
#[derive(Debug, Clone, PartialEq)]
pub enum Resolution<'a> {
    /// One country.
    One {
        /// The country.
        country: Country,
        /// How the name was matched.
        via: Via<'a>,
        /// Others that have, or had, the name: the entry from before a change of name, a second State of that name in
        /// the past. Not alternatives that the crate would doubt about.
        also: &'static [Country],
    },
    /// Several, and nothing tells which.
    Ambiguous {
        /// What the name may mean.
        candidates: Candidates,
        /// Why there are several.
        why: Why,
    },
    /// More than a country: a region, an income group, two States in one row.
    Aggregate {
        /// The group or the composite where there is one, else a special area by its label.
        area: Area,
        /// How the name was matched.
        via: Via<'a>,
    },
    /// A known name that has no entry of its own.
    NotACountry {
        /// What it is.
        what: NonCountry,
        /// How the name was matched.
        via: Via<'a>,
    },
    /// No name of the index.
    None {
        /// Why not.
        why: NoMatch,
        /// What was perhaps meant. It is looked for when asked.
        nearest: Nearest<'a>,
    },
}

impl Resolution<'_> {
    /// The country, where it is one.
    pub fn country(&self) -> Option<Country> {
        match self {
            Self::One { country, .. } => Some(*country),
            _ => None,
        }
    }

    /// How the name was matched, where it was.
    pub fn via(&self) -> Option<&Via<'_>> {
        match self {
            Self::One { via, .. } | Self::Aggregate { via, .. } | Self::NotACountry { via, .. } => {
                Some(via)
            }
            Self::Ambiguous { .. } | Self::None { .. } => None,
        }
    }
}

impl fmt::Display for Resolution<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::One { country, .. } => country.fmt(f),
            Self::Ambiguous { candidates, .. } => f.pad(&format!("AMBIGUOUS:{candidates}")),
            Self::Aggregate { .. } => f.pad("AGGREGATE"),
            Self::NotACountry { .. } => f.pad("NOT_A_COUNTRY"),
            Self::None { .. } => f.pad("NONE"),
        }
    }
}

/// What an ambiguous name may mean, in the order of the codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Candidates(CandidateList);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum CandidateList {
    Areas(&'static [Area]),
    Pair([Country; 2]),
}

impl Candidates {
    fn pair(one: Country, other: Country) -> Self {
        Self(CandidateList::Pair([one.min(other), one.max(other)]))
    }

    /// The candidates.
    pub fn iter(&self) -> impl Iterator<Item = Area> + '_ {
        let (areas, countries): (&[Area], &[Country]) = match &self.0 {
            CandidateList::Areas(areas) => (areas, &[]),
            CandidateList::Pair(pair) => (&[], pair),
        };
        areas.iter().cloned().chain(countries.iter().copied().map(Area::Country))
    }

    /// The only country among the candidates of which this holds.
    fn only(&self, holds: impl Fn(Country) -> bool) -> Option<Country> {
        let mut holding = self.countries().filter(|country| holds(*country));
        holding.next().filter(|_| holding.next().is_none())
    }

    /// The countries among the candidates.
    pub fn countries(&self) -> impl Iterator<Item = Country> + '_ {
        self.iter().filter_map(|area| area.as_country())
    }
}

impl fmt::Display for Candidates {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, area) in self.iter().enumerate() {
            if position > 0 {
                f.write_str("|")?;
            }
            area.fmt(f)?;
        }
        Ok(())
    }
}

/// Why a name has several meanings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Why {
    /// Several have the name, in one language or in different ones.
    Shared,
    /// Two States had it at the date asked for.
    Divided,
    /// Two parts of the name, such as a code and what stands beside it, say different things.
    Disagree,
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Shared => "several have this name",
            Self::Divided => "two States had this name then",
            Self::Disagree => "its parts say different things",
        })
    }
}

/// A known name without an entry of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum NonCountry {
    /// A part of a country or territory, such as England.
    Part {
        /// As the table has it.
        name: &'static str,
        /// The entry that it is a part of.
        of: Country,
    },
    /// An area of disputed status, such as Northern Cyprus.
    Disputed {
        /// As the table has it.
        name: &'static str,
        /// The entry to which the standards that the crate follows count it. This is no position of the crate.
        within: Country,
    },
    /// What stands in the place of a country without being an area: "Unknown", "Stateless".
    Nothing {
        /// As the table has it.
        name: &'static str,
    },
}

impl fmt::Display for NonCountry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Part { name, of } => write!(f, "{name}, a part of {of}"),
            Self::Disputed { name, within } => {
                write!(f, "{name}, without an entry of its own, within {within}")
            }
            Self::Nothing { name } => write!(f, "{name}, no area"),
        }
    }
}

/// Why a name is none.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum NoMatch {
    /// It is not in the index.
    Unknown,
    /// Nothing is in it but white space and punctuation.
    Empty,
    /// It went through a wrong character encoding.
    Garbled,
    /// It is longer than any name.
    TooLong,
    /// The country that has it did not exist at the date asked for.
    NotThen {
        /// The country.
        country: Country,
        /// What ISO has in its place: for a country that was yet to come the one that was there then, for a former one
        /// its successors. Empty where ISO has none.
        instead: &'static [Country],
    },
}

impl fmt::Display for NoMatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown => f.write_str("no known name"),
            Self::Empty => f.write_str("empty"),
            Self::Garbled => f.write_str("garbled by a wrong character encoding"),
            Self::TooLong => f.write_str("too long for a name"),
            Self::NotThen { country, instead } => {
                write!(f, "{country} was there in {}, not then", country.span())?;
                let mut before = "; in its place: ";
                for other in *instead {
                    write!(f, "{before}{other}")?;
                    before = ", ";
                }
                Ok(())
            }
        }
    }
}
