//! Policies, aliases and dates.

use std::collections::HashMap;
use std::fmt;

use super::index::{self, Meaning};
use super::key::{self, Normal};
use super::via::{NameRole, NameSource, NameSources, Stage, Via};
use super::{
    CandidateList, Candidates, Column, Nearest, NoMatch, NonCountry, Resolution, Why, compound,
    dated,
};
use crate::country::{Area, Country};
use crate::time::PartialDate;

/// The policy of [`resolve`](super::resolve).
pub(super) static DEFAULT: Resolver = Resolver::new();

/// Resolves names by a policy of its own, at a date, alone or a column of them.
///
/// ```
/// use netpolity::country::{Country, Resolver};
///
/// let resolver = Resolver::new().on("2005".parse()?).accept_parts(true).alias("Congo", Country::COG)?;
/// assert_eq!(resolver.resolve("Serbia & Montenegro").country(), Some(Country::SCG));
/// assert_eq!(resolver.resolve("England").country(), Some(Country::GBR));
/// assert_eq!(resolver.resolve("Congo").country(), Some(Country::COG));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Resolver {
    /// None in most resolvers, and then no memory either.
    aliases: Option<Aliases>,
    on: Option<PartialDate>,
    parts: bool,
    disputed: bool,
    without: Option<NameSource>,
}

/// By the hash of their words.
type Aliases = HashMap<u64, Vec<Alias>, foldhash::fast::FixedState>;

#[derive(Debug, Clone)]
struct Alias {
    normal: Box<str>,
    area: Area,
}

impl Resolver {
    /// The built-in names and policy, at no date in particular.
    pub const fn new() -> Self {
        Self { aliases: None, on: None, parts: false, disputed: false, without: None }
    }

    /// Asks what names meant at this date.
    ///
    /// A country is taken to have existed while its code was in ISO 3166-1, and before the first edition of 1974 as well.
    /// Of a date that is not exact, that it may have existed is enough.
    #[must_use]
    pub fn on(self, date: PartialDate) -> Self {
        Self { on: Some(date), ..self }
    }

    /// Adds a name, which goes before those of the index: at no date is anything else meant by it.
    ///
    /// It is matched as other names are, in any case and order of its words.
    ///
    /// # Errors
    /// [`AliasError`] where no letter is in the name or it is too long, and where it is an alias of something else already.
    pub fn alias(mut self, name: &str, area: impl Into<Area>) -> Result<Self, AliasError> {
        let refused = |fault| AliasError { name: name.into(), fault };
        let area = area.into();
        let normal = Normal::of(name).ok_or_else(|| refused(Fault::NoName))?;
        let normal = normal.as_str();
        if key::Words::of(normal).next().is_none() {
            return Err(refused(Fault::NoName));
        }
        let same = self.aliases.get_or_insert_default().entry(key::hash(normal)).or_default();
        match same.iter().find(|known| key::same_words(&*known.normal, normal)) {
            Some(known) if known.area == area => {}
            Some(known) => return Err(refused(Fault::Taken(known.area.clone()))),
            None => same.push(Alias { normal: normal.into(), area }),
        }
        Ok(self)
    }

    /// Whether the name of a part stands for the whole: England for the United Kingdom. It does not by default.
    #[must_use]
    pub fn accept_parts(self, accept: bool) -> Self {
        Self { parts: accept, ..self }
    }

    /// Whether the name of an area of disputed status stands for the entry to which ISO and the UN count it. It does not by
    /// default.
    #[must_use]
    pub fn accept_disputed(self, accept: bool) -> Self {
        Self { disputed: accept, ..self }
    }

    /// Leaves out the names that only this source has.
    #[must_use]
    pub fn without(self, source: NameSource) -> Self {
        Self { without: Some(source), ..self }
    }

    /// What a name means. See the [module](super) for how names are matched.
    pub fn resolve<'a>(&'a self, name: &'a str) -> Resolution<'a> {
        let mut normal = Normal::empty();
        let Some(normal) = normal.take(name) else {
            let empty = !name.chars().any(char::is_alphanumeric);
            return Self::none(name, if empty { NoMatch::Empty } else { NoMatch::TooLong });
        };
        if let Some(found) = self.find(normal) {
            return self.judge(found);
        }
        match compound::find(self, name, normal) {
            Some(found) => self.judge(found),
            None if is_garbled(name) => Self::none(name, NoMatch::Garbled),
            None => Self::none(name, NoMatch::Unknown),
        }
    }

    /// Resolves a column, each distinct name once, and counts.
    ///
    /// ```
    /// use netpolity::country::{Country, Resolver};
    ///
    /// let resolver = Resolver::new();
    /// let column = resolver.column(["Peru", "Congo", "Peru", "Perugia"]);
    /// let countries: Vec<_> = column.countries().collect();
    /// assert_eq!(countries, [Some(Country::PER), None, Some(Country::PER), None]);
    /// assert_eq!((column.counts().one, column.counts().ambiguous, column.counts().none), (2, 1, 1));
    /// ```
    pub fn column<'a>(&'a self, names: impl IntoIterator<Item = &'a str>) -> Column<'a> {
        Column::new(self, names)
    }

    fn none(name: &str, why: NoMatch) -> Resolution<'_> {
        Resolution::None { why, nearest: Nearest::of(name) }
    }

    /// The alias or the name of the index with the same words.
    #[inline(always)]
    #[allow(clippy::inline_always)] // to move what is found takes longer than to look at it
    pub(super) fn find(&self, normal: &Normal) -> Option<Found<'_>> {
        let aliases = self.aliases.as_ref();
        aliases.and_then(|aliases| find_alias(aliases, normal)).or_else(|| {
            let hit = index::find(normal)?;
            let sources = NameSources::at(hit.sources());
            if self.without.is_some_and(|source| sources.iter().eq([source])) {
                return None;
            }
            let via =
                Via { stage: hit.stage(), role: NameRole::at(hit.role()), name: hit.name, sources };
            let what = match hit.meaning() {
                Ok(country) => What::Country(country),
                Err(Meaning::Several(areas)) => {
                    What::Several(Candidates(CandidateList::Areas(areas)), Why::Shared)
                }
                Err(Meaning::Divided(countries)) => What::Divided(countries),
                Err(Meaning::Aggregate(area)) => What::Aggregate(area.clone()),
                Err(&Meaning::NoCountry(what)) => What::NoCountry(what),
            };
            Some(Found { what, via })
        })
    }

    /// What was found, by the policy and at the date.
    #[inline]
    fn judge<'a>(&'a self, found: Found<'a>) -> Resolution<'a> {
        let Found { what, via } = found;
        let country = match what {
            What::Country(country) => country,
            What::Alias(country) => return Resolution::One { country, via, also: &[] },
            What::Several(candidates, why) => return Resolution::Ambiguous { candidates, why },
            What::Aggregate(area) => return Resolution::Aggregate { area, via },
            What::NoCountry(NonCountry::Part { of, .. }) if self.parts => of,
            What::NoCountry(NonCountry::Disputed { within, .. }) if self.disputed => within,
            What::NoCountry(what) => return Resolution::NotACountry { what, via },
            What::Divided([now, before]) => match self.on {
                None => {
                    return Resolution::One {
                        country: *now,
                        via,
                        also: std::slice::from_ref(before),
                    };
                }
                Some(date) if dated::was_there(*before, date) => {
                    let candidates = Candidates::pair(*now, *before);
                    return Resolution::Ambiguous { candidates, why: Why::Divided };
                }
                Some(_) => *now,
            },
        };
        match dated::entry_on(country, via.role, self.on) {
            Ok((country, also)) => Resolution::One { country, via, also },
            // What was meant is known: nothing else has to be suggested.
            Err(instead) => Self::none("", NoMatch::NotThen { country, instead }),
        }
    }
}

fn find_alias<'a>(aliases: &'a Aliases, normal: &Normal) -> Option<Found<'a>> {
    let normal = normal.as_str();
    let same = aliases.get(&key::hash(normal))?;
    let alias = same.iter().find(|alias| key::same_words(&*alias.normal, normal))?;
    let exact = *alias.normal == *normal;
    let via = Via {
        stage: if exact { Stage::Exact } else { Stage::Words },
        role: NameRole::Alias,
        name: &alias.normal,
        sources: NameSources::default(),
    };
    let what = match &alias.area {
        Area::Country(country) => What::Alias(*country),
        other => What::Aggregate(other.clone()),
    };
    Some(Found { what, via })
}

/// What a name, or the parts of one, were found to be.
#[derive(Clone)]
pub(super) struct Found<'a> {
    pub(super) what: What,
    pub(super) via: Via<'a>,
}

#[derive(Clone)]
pub(super) enum What {
    Country(Country),
    /// As the user says, at any date.
    Alias(Country),
    Several(Candidates, Why),
    Divided(&'static [Country; 2]),
    Aggregate(Area),
    NoCountry(NonCountry),
}

/// Whether a text shows the traces of UTF-8 that was read as Latin-1, or of characters that were lost.
fn is_garbled(name: &str) -> bool {
    let mut last = ' ';
    name.chars().any(|c| {
        let before = std::mem::replace(&mut last, c);
        matches!(c, '\u{fffd}' | '\u{80}'..='\u{9f}')
            || (matches!(before, '\u{c2}' | '\u{c3}') && matches!(c, '\u{a0}'..='\u{bf}'))
            || (before == '\u{e2}' && c == '\u{20ac}')
            || (c == '?' && before.is_alphabetic() && !name.ends_with('?'))
    })
}

/// A name that cannot be an alias.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AliasError {
    name: Box<str>,
    fault: Fault,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Fault {
    NoName,
    Taken(Area),
}

impl AliasError {
    /// The offending name.
    pub fn name(&self) -> &str {
        &self.name
    }
}

impl fmt::Display for AliasError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = self.name.escape_debug();
        match &self.fault {
            Fault::NoName => write!(
                f,
                "`{name}` is no name: expected a word of letters or digits, in at most {} bytes",
                Normal::LONGEST
            ),
            Fault::Taken(area) => write!(f, "`{name}` is an alias of {area} already"),
        }
    }
}

impl std::error::Error for AliasError {}
