//! Series of events.

use std::fmt;

use crate::actor::Agency;
use crate::id::Id;
use crate::name::Name;
use crate::record::{fact_serde, record};
use crate::source::{Attestation, Cite};
use crate::text::words;

record! {
    /// A recurring meeting. Its editions are the events that name it.
    pub struct EventSeries {
        required {
            /// The key by which its editions name it.
            id: Id<EventSeries>,
        }
        optional {
            /// Its names.
            names: Vec<Name>,
            /// The organisation that the series became.
            became: Option<Id<Agency>>,
            /// Which sources support the record.
            cites: Vec<Cite>,
            /// What single sources say of it. How often it meets is never a field of the record: the dates of its
            /// editions tell, and a claimed cadence is checked against them.
            attests: Vec<Attestation<SeriesFact>>,
        }
    }
}

/// What a source may say of a series.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum SeriesFact {
    /// How often it meets.
    Cadence(Cadence),
}

fact_serde!(SeriesFact { Cadence(Cadence) = "cadence" });

impl fmt::Display for SeriesFact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Cadence(cadence) => cadence.fmt(f),
        }
    }
}

words! {
    /// How often a series meets.
    pub enum Cadence: closed "cadence" {
        /// Once or more in every calendar year.
        Annual = "annual",
        /// At least once in any two consecutive calendar years.
        Biennial = "biennial",
        /// At least once in any three consecutive calendar years.
        Triennial = "triennial",
    }
}

impl Cadence {
    /// In how many consecutive calendar years there has to be at least one edition.
    pub fn years(self) -> u8 {
        match self {
            Self::Annual => 1,
            Self::Biennial => 2,
            Self::Triennial => 3,
        }
    }
}
