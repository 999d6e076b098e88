//! People, the posts there are, and who held which when.

use std::fmt;

use super::{Actor, Agency};
use crate::event::Event;
use crate::id::Id;
use crate::identifier::Identifier;
use crate::name::Name;
use crate::record::{fact_serde, record};
use crate::source::{Attestation, Cite};
use crate::text::words;
use crate::time::{Bound, Span};

record! {
    /// A person in a public role. What they held stands in [`Tenure`]s, never here.
    pub struct Person {
        required {
            /// The key by which other records name them.
            id: Id<Person>,
        }
        optional {
            /// Their names.
            names: Vec<Name>,
            /// When they were born.
            birth: Bound,
            /// When they died: `not-yet` for the living, where that is known.
            death: Bound,
            /// What other collections call them.
            identifiers: Vec<Identifier>,
            /// Which sources support the record.
            cites: Vec<Cite>,
        }
    }
}

record! {
    /// A post at an agency, whether somebody holds it or not.
    pub struct Post {
        required {
            /// The key by which tenures name it.
            id: Id<Post>,
            /// The agency it belongs to.
            agency: Id<Agency>,
        }
        optional {
            /// Its names.
            names: Vec<Name>,
            /// Its rank.
            rank: Option<PostRank>,
            /// How many may hold it at once; none where that is not limited or not known.
            seats: Option<u16>,
            /// From when to when the post existed.
            span: Span,
            /// What other collections call it.
            identifiers: Vec<Identifier>,
            /// Which sources support the record.
            cites: Vec<Cite>,
        }
    }
}

words! {
    /// Ranks of posts.
    pub enum PostRank: open "rank" {
        /// Head of state.
        HeadOfState = "head-of-state",
        /// Head of government.
        HeadOfGovernment = "head-of-government",
        /// Member of the cabinet.
        CabinetMinister = "cabinet-minister",
        /// Minister outside the cabinet.
        JuniorMinister = "junior-minister",
        /// Head of an agency.
        AgencyHead = "agency-head",
        /// Deputy head of an agency.
        DeputyHead = "deputy-head",
        /// Director below the head.
        Director = "director",
        /// Other official.
        Official = "official",
        /// Ambassador.
        Ambassador = "ambassador",
        /// Envoy.
        Envoy = "envoy",
        /// Expert.
        Expert = "expert",
        /// Chair.
        Chair = "chair",
        /// One of several chairs.
        CoChair = "co-chair",
        /// Member of a body.
        Member = "member",
        /// Liaison of another body.
        Liaison = "liaison",
        /// Executive of a company.
        Executive = "executive",
        /// Staff.
        Staff = "staff",
    }
}

record! {
    /// That a person held a post, or had a title at an agency, during a span.
    ///
    /// It names either a `post`, or an `agency` and a `title` where no post is recorded. What sources say differently
    /// of its dates stands in [`attests`](Tenure::attests):
    ///
    /// ```
    /// use netpolity::Tenure;
    /// use netpolity::time::Tri;
    ///
    /// let tenure: Tenure = serde_json::from_str(
    ///     r#"{ "id": "lu-wei-siio", "person": "lu-wei", "post": "siio-head", "span": "2013-04/2016-07-19",
    ///          "attests": [ { "says": { "start": "2013-05-10" }, "kind": "reported", "cite": "daily-2" } ] }"#,
    /// )?;
    /// let day = chrono::NaiveDate::from_ymd_opt(2013, 4, 15).unwrap();
    /// assert_eq!(tenure.span.covers(day), Tri::Maybe); // some day of April, not known which
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub struct Tenure {
        required {
            /// The key by which statements and participations name it.
            id: Id<Tenure>,
            /// The person who holds the post or title.
            person: Id<Person>,
        }
        optional {
            /// The post held.
            post: Option<Id<Post>>,
            /// The agency, where no post is recorded.
            agency: Option<Id<Agency>>,
            /// The title, where no post is recorded.
            title: Option<String>,
            /// From when to when, as the editor holds it to be.
            span: Span,
            /// The legislative period, or another event, that bounds a tenure whose own dates are not known.
            term: Option<Id<Event>>,
            /// In which capacity.
            capacity: Capacity,
            /// On whose behalf the seat is held, such as a member of a board for a state.
            on_behalf_of: Option<Actor>,
            /// Which sources support the record.
            cites: Vec<Cite>,
            /// What single sources say of single fields.
            attests: Vec<Attestation<TenureFact>>,
        }
    }
}

/// What a source may say of a tenure.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum TenureFact {
    /// When it began.
    Start(Bound),
    /// When it ended.
    End(Bound),
    /// What the holder was called.
    Title(String),
}

fact_serde!(TenureFact { Start(Bound) = "start", End(Bound) = "end", Title(String) = "title" });

impl fmt::Display for TenureFact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Start(bound) | Self::End(bound) => bound.fmt(f),
            Self::Title(title) => f.pad(title),
        }
    }
}

words! {
    /// In which capacity a post is held.
    #[derive(Default)]
    pub enum Capacity: closed "capacity" {
        /// In full.
        #[default]
        Substantive = "substantive",
        /// For the time being.
        Acting = "acting",
        /// By virtue of another post.
        ExOfficio = "ex-officio",
        /// Beside another post.
        Concurrent = "concurrent",
        /// Chosen, but not yet in office.
        Designate = "designate",
        /// As an honour.
        Honorary = "honorary",
        /// In a personal capacity.
        Personal = "personal",
    }
}
