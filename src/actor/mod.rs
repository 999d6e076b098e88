//! Who acts: states and groups of them, agencies, people and the posts they hold.

mod agency;
mod coalition;
mod person;

pub use agency::{
    Agency, AgencyFact, AgencyKind, Change, ChangeKind, OfficialUrl, Relation, RelationKind,
    Responsibility, StakeholderGroup,
};
pub use coalition::{Coalition, CoalitionKind, Member, Members};
pub use person::{Capacity, Person, Post, PostRank, Tenure, TenureFact};

use std::fmt;
use std::str::FromStr;

use crate::country::{Country, CountryError, Group, GroupError};
use crate::id::{Id, IdError};
use crate::record::record;
use crate::text::{
    Refusal, UnknownWord, padded, refuse, split_byte, suggest, text_or_object, text_serde, words,
};

/// A reference to somebody who acts: `country:GBR`, `group:eu`, `agency:siio`, `person:lu-wei`, `coalition:g77`,
/// `unnamed:not-stated`.
///
/// ```
/// use netpolity::{Country, actor::Actor};
///
/// assert_eq!("country:GBR".parse::<Actor>()?, Actor::Country(Country::GBR));
/// let error = "agncy:siio".parse::<Actor>().unwrap_err();
/// assert_eq!(error.to_string(), "invalid actor `agncy:siio`: unknown kind `agncy`; did you mean `agency`?");
/// # Ok::<(), netpolity::actor::ActorError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Actor {
    /// A state or territory.
    Country(Country),
    /// A group of states, such as the EU, as one.
    Group(Group),
    /// An agency of the dataset.
    Agency(Id<Agency>),
    /// A person of the dataset.
    Person(Id<Person>),
    /// A coalition of the dataset, as one.
    Coalition(Id<Coalition>),
    /// Somebody without a name, and why there is none.
    Unnamed(Unnamed),
}

impl FromStr for Actor {
    type Err = ActorError;

    fn from_str(text: &str) -> Result<Self, ActorError> {
        let fault = |fault| ActorError { text: text.into(), fault };
        let (kind, rest) = split_byte(text, b':').ok_or_else(|| fault(ActorFault::NoKind))?;
        match kind {
            "country" => rest.parse().map(Self::Country).map_err(|e| fault(ActorFault::Country(e))),
            "group" => text.parse().map(Self::Group).map_err(|e| fault(ActorFault::Group(e))),
            "agency" => rest.parse().map(Self::Agency).map_err(|e| fault(ActorFault::Id(e))),
            "person" => rest.parse().map(Self::Person).map_err(|e| fault(ActorFault::Id(e))),
            "coalition" => rest.parse().map(Self::Coalition).map_err(|e| fault(ActorFault::Id(e))),
            "unnamed" => rest.parse().map(Self::Unnamed).map_err(|e| fault(ActorFault::Unnamed(e))),
            _ => Err(fault(ActorFault::Kind(kind.into()))),
        }
    }
}

impl fmt::Display for Actor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        padded(f, |f| match self {
            Self::Country(country) => write!(f, "country:{country}"),
            Self::Group(group) => write!(f, "{group}"),
            Self::Agency(id) => write!(f, "agency:{id}"),
            Self::Person(id) => write!(f, "person:{id}"),
            Self::Coalition(id) => write!(f, "coalition:{id}"),
            Self::Unnamed(reason) => write!(f, "unnamed:{reason}"),
        })
    }
}

text_serde!(
    Actor,
    "an actor such as `country:GBR`, `agency:siio`, `group:eu` or `unnamed:not-stated`",
    pattern: Actor::pattern()
);

#[cfg(feature = "schema")]
impl Actor {
    /// The pattern of its text form.
    pub(crate) fn pattern() -> String {
        let countries: Vec<_> = Country::all().map(Country::as_str).collect();
        let groups: Vec<_> = Group::all().map(Group::id).collect();
        format!(
            "country:({})|group:({})|(agency|person|coalition):{}|unnamed:({})",
            countries.join("|"),
            groups.join("|"),
            crate::schema::SLUG,
            Unnamed::WORDS.join("|")
        )
    }
}

impl From<Country> for Actor {
    fn from(country: Country) -> Self {
        Self::Country(country)
    }
}

impl From<Group> for Actor {
    fn from(group: Group) -> Self {
        Self::Group(group)
    }
}

impl From<&Id<Agency>> for Actor {
    fn from(id: &Id<Agency>) -> Self {
        Self::Agency(id.clone())
    }
}

impl From<&Id<Person>> for Actor {
    fn from(id: &Id<Person>) -> Self {
        Self::Person(id.clone())
    }
}

impl From<&Id<Coalition>> for Actor {
    fn from(id: &Id<Coalition>) -> Self {
        Self::Coalition(id.clone())
    }
}

words! {
    /// Why an actor has no name.
    pub enum Unnamed: closed "reason for an unnamed actor" {
        /// The source does not say who.
        NotStated = "not-stated",
        /// The source describes somebody who could not be identified.
        NotIdentified = "not-identified",
        /// Withheld at the actor's request.
        Withheld = "withheld",
        /// Said under the Chatham House Rule.
        ChathamHouse = "chatham-house",
        /// Anonymous by law.
        AnonymousByLaw = "anonymous-by-law",
        /// Many at once, such as "all states" or "Internet companies".
        Collective = "collective",
    }
}

record! {
    /// An actor as a source mentions it. Written as the actor alone, or as an object with the printed words.
    pub struct Mention: text {
        required {
            /// Who is meant.
            actor: Actor,
        }
        optional {
            /// The words with which the source names them.
            printed: Option<String>,
        }
    }
}

text_or_object!(
    Mention,
    "an actor, or an object with `actor`",
    schema: |generator| generator.subschema_for::<Actor>(),
    from: |text| text.parse().map(Mention::new).map_err(refuse),
    short: |mention| mention.printed.is_none()
);

impl fmt::Display for Mention {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.actor.fmt(f)
    }
}

impl From<Actor> for Mention {
    fn from(actor: Actor) -> Self {
        Self::new(actor)
    }
}

/// Why a text is no [`Actor`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActorError {
    text: Box<str>,
    fault: ActorFault,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum ActorFault {
    NoKind,
    Kind(Box<str>),
    Country(CountryError),
    Group(GroupError),
    Id(IdError),
    Unnamed(UnknownWord),
}

const KINDS: [&str; 6] = ["country", "group", "agency", "person", "coalition", "unnamed"];

impl ActorError {
    /// The offending text.
    pub fn text(&self) -> &str {
        &self.text
    }
}

impl fmt::Display for ActorError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "invalid actor `{}`: ", self.text)?;
        match &self.fault {
            ActorFault::NoKind => {
                f.write_str("write its kind in front, such as `country:GBR` or `agency:siio`")
            }
            ActorFault::Kind(kind) => {
                write!(f, "unknown kind `{kind}`; ")?;
                match suggest(kind, KINDS) {
                    Some(word) => write!(f, "did you mean `{word}`?"),
                    None => f.write_str(
                        "expected `country`, `group`, `agency`, `person`, `coalition` or `unnamed`",
                    ),
                }
            }
            ActorFault::Country(error) => error.fmt(f),
            ActorFault::Group(error) => error.fmt(f),
            ActorFault::Id(error) => error.fmt(f),
            ActorFault::Unnamed(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for ActorError {}

impl Refusal for ActorError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn actors_round_trip() {
        for text in
            ["country:GBR", "group:eu", "agency:siio", "person:lu-wei", "unnamed:not-identified"]
        {
            assert_eq!(text.parse::<Actor>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn errors_name_the_part_at_fault() {
        let message = |text: &str| text.parse::<Actor>().unwrap_err().to_string();
        assert!(message("GBR").contains("write its kind in front"));
        assert!(
            message("ministry:x").contains(
                "expected `country`, `group`, `agency`, `person`, `coalition` or `unnamed`"
            )
        );
        assert!(message("unnamed:not-statd").contains("did you mean `not-stated`?"));
        assert!(message("agency:SIIO").contains("`S` at byte 0"));
        assert!(message("country:GB").contains("GBR"));
        assert!(message("group:EU").contains("write `group:eu`"));
    }
}
