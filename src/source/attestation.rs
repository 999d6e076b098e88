//! Attestations: what one source says of one field, and how that stands to the record.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::Cite;
use crate::record::{is_default, object_serde};
use crate::text::words;

/// What one source says of one field of a record.
///
/// `F` is the record's own list of facts that may be attested, such as
/// [`EventFact`](crate::event::EventFact). The record keeps what the editor holds to be so; attestations keep what
/// each source says, also where it differs.
///
/// ```
/// use netpolity::actor::TenureFact;
/// use netpolity::source::{Attestation, DateKind};
///
/// let attestation: Attestation<TenureFact> = serde_json::from_str(
///     r#"{ "says": { "start": "2013-05-10" }, "kind": "reported", "cite": "daily-2" }"#,
/// )?;
/// assert_eq!(attestation.kind, Some(DateKind::Reported));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, remote = "Self")]
#[non_exhaustive]
pub struct Attestation<F> {
    /// The field and the value that the source gives.
    pub says: F,
    /// What kind of date the source gives, where the field is a date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<DateKind>,
    /// The source's own words for the value, where reading them took a decision.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub printed: Option<String>,
    /// Whether the editor prefers this value to others, or holds it to be superseded.
    #[serde(default, skip_serializing_if = "is_default")]
    pub rank: Rank,
    /// Whether the source says so itself.
    #[serde(default, skip_serializing_if = "is_default")]
    pub origin: Origin,
    /// The source.
    pub cite: Cite,
}

object_serde!(Attestation<F>);

#[cfg(feature = "schema")]
impl<F: schemars::JsonSchema> crate::schema::Record for Attestation<F> {
    fn object(generator: &mut schemars::SchemaGenerator) -> crate::schema::Object {
        use crate::schema::{Object, docs};
        Object::new(docs!(
            /// What one source says of one field of a record.
        ))
        .required::<F>(
            generator,
            "says",
            docs!(
                /// The field and the value that the source gives.
            ),
        )
        .optional::<Option<DateKind>>(
            generator,
            "kind",
            docs!(
                /// What kind of date the source gives, where the field is a date.
            ),
        )
        .optional::<Option<String>>(
            generator,
            "printed",
            docs!(
                /// The source's own words for the value, where reading them took a decision.
            ),
        )
        .optional::<Rank>(
            generator,
            "rank",
            docs!(
                /// Whether the editor prefers this value to others, or holds it to be superseded.
            ),
        )
        .optional::<Origin>(
            generator,
            "origin",
            docs!(
                /// Whether the source says so itself.
            ),
        )
        .required::<Cite>(
            generator,
            "cite",
            docs!(
                /// The source.
            ),
        )
    }
}

impl<F> Attestation<F> {
    /// That the source says this.
    pub fn new(says: F, cite: Cite) -> Self {
        Self {
            says,
            kind: None,
            printed: None,
            rank: Rank::default(),
            origin: Origin::default(),
            cite,
        }
    }
}

words! {
    /// How an editor ranks what sources say of one field, as in Wikidata.
    #[derive(Default)]
    pub enum Rank: closed "rank of an attestation" {
        /// As good as others.
        #[default]
        Normal = "normal",
        /// Better than others.
        Preferred = "preferred",
        /// Known to be wrong or superseded; kept because the source says so.
        Deprecated = "deprecated",
    }
}

words! {
    /// How an attested value came about.
    #[derive(Default)]
    pub enum Origin: closed "origin" {
        /// The source says so.
        #[default]
        Observed = "observed",
        /// It follows from what the source says.
        Inferred = "inferred",
        /// An editor put it so.
        Edited = "edited",
    }
}

words! {
    /// What a date marks. Two sources that give dates of different kinds need not contradict each other.
    pub enum DateKind: closed "date kind" {
        /// Made known beforehand.
        Announced = "announced",
        /// Formally decided.
        Decided = "decided",
        /// Elected.
        Elected = "elected",
        /// Began or ceased to hold in law.
        Effective = "effective",
        /// The office was taken up.
        TookOffice = "took-office",
        /// The office was left.
        LeftOffice = "left-office",
        /// Reported by the press as having happened.
        Reported = "reported",
        /// Published officially.
        Published = "published",
    }
}

impl DateKind {
    /// Whether the date marks the change itself, and not a decision or a report about it.
    pub fn is_change(self) -> bool {
        match self {
            Self::Effective | Self::TookOffice | Self::LeftOffice => true,
            Self::Announced | Self::Decided | Self::Elected | Self::Reported | Self::Published => {
                false
            }
        }
    }
}

/// How an attested value stands to the value of the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Agreement {
    /// The same.
    Agree,
    /// One is a more precise form of the other.
    Refines,
    /// Different, but both can be true.
    Compatible,
    /// They differ, and the dataset says why.
    Explained(Explanation),
    /// They cannot both be true.
    Contradicts,
}

/// Why a difference between sources is none in substance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Explanation {
    /// One body is a nameplate on the other at that date.
    Nameplate,
    /// The dates are of different kinds: this one is no date of the change itself.
    DateKind(DateKind),
    /// One actor is a member of the other.
    Member,
    /// One source names who spoke, the other for whom.
    Principal,
    /// The date is that of another office of the same person.
    OtherOffice,
    /// One is what was planned, the other what came of it.
    Plan,
    /// One counts from or to a part of the event, such as its opening.
    Part,
}

impl fmt::Display for Agreement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Agree => f.write_str("agrees"),
            Self::Refines => f.write_str("refines"),
            Self::Compatible => f.write_str("compatible"),
            Self::Explained(why) => write!(f, "explained: {why}"),
            Self::Contradicts => f.write_str("contradicts"),
        }
    }
}

impl fmt::Display for Explanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Nameplate => "one body is a nameplate on the other",
            Self::DateKind(kind) => {
                return write!(f, "the date is the one {kind}, not the date of the change");
            }
            Self::Member => "one actor is a member of the other",
            Self::Principal => "one is who spoke, the other for whom",
            Self::OtherOffice => "the date is that of another office of the same person",
            Self::Plan => "one was the plan, the other is what came of it",
            Self::Part => "one counts a part of the event that the other leaves out",
        })
    }
}
