//! What an event was planned to be, and what came out of it.

use std::fmt;

use super::Sitting;
use crate::name::Name;
use crate::record::record;
use crate::source::Cite;
use crate::text::words;
use crate::time::PartialDate;
use crate::url::Url;

record! {
    /// When and where an event was to meet, as once planned.
    ///
    /// The event's own sittings say when and where it met; a plan that was given up stays beside them:
    ///
    /// ```
    /// use netpolity::Event;
    ///
    /// let igf_15: Event = serde_json::from_str(
    ///     r#"{ "id": "igf-15", "kind": "forum", "sittings": [ { "span": "2020-11", "mode": "online" } ],
    ///          "plans": [ { "sittings": [ { "span": "2020-11-02/2020-11-06", "city": "Katowice", "country": "POL" } ],
    ///                       "superseded": "2020" } ] }"#,
    /// )?;
    /// assert_eq!(igf_15.plans[0].sittings[0].city.as_deref(), Some("Katowice"));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub struct Plan {
        required {
            /// When and where it was to meet.
            sittings: Vec<Sitting>,
        }
        optional {
            /// When the plan was made known.
            announced: Option<PartialDate>,
            /// When it was given up, by another plan or for good.
            superseded: Option<PartialDate>,
            /// Which sources support it.
            cites: Vec<Cite>,
        }
    }
}

words! {
    /// What may be told outside of what was said.
    pub enum Disclosure: closed "disclosure rule" {
        /// Everything, and by whom.
        Public = "public",
        /// Closed, with an agreed text for the public.
        ClosedWithCommunique = "closed-with-communique",
        /// Nothing of what was said.
        Closed = "closed",
        /// What was said, but not by whom.
        ChathamHouse = "chatham-house",
    }
}

record! {
    /// A document that came out of an event, or was to.
    pub struct Outcome {
        required {
            /// What it is.
            kind: OutcomeKind,
        }
        optional {
            /// Its names.
            names: Vec<Name>,
            /// Its number in the papers of the body: `A/RES/70/125`.
            symbol: Option<String>,
            /// Whether it binds those who adopted it.
            force: Option<Force>,
            /// What became of it.
            fate: Option<Fate>,
            /// When that was decided.
            date: Option<PartialDate>,
            /// Where it can be read.
            url: Option<Url>,
            /// Which sources support it.
            cites: Vec<Cite>,
        }
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.names.first(), &self.symbol) {
            (Some(name), _) => name.fmt(f),
            (None, Some(symbol)) => f.pad(symbol),
            (None, None) => self.kind.fmt(f),
        }
    }
}

words! {
    /// Kinds of outcome documents.
    pub enum OutcomeKind: open "outcome kind" {
        /// A treaty.
        Treaty = "treaty",
        /// A resolution.
        Resolution = "resolution",
        /// A declaration.
        Declaration = "declaration",
        /// The chair's summary.
        ChairSummary = "chair-summary",
        /// A communiqué.
        Communique = "communique",
        /// A report.
        Report = "report",
        /// A statement.
        Statement = "statement",
        /// A memorandum of understanding.
        Mou = "mou",
        /// Messages, as those of the Internet Governance Forum.
        Messages = "messages",
    }
}

words! {
    /// Whether a document binds those who adopted it.
    pub enum Force: closed "force" {
        /// It does.
        Binding = "binding",
        /// It does not.
        NonBinding = "non-binding",
    }
}

words! {
    /// What became of a document.
    pub enum Fate: closed "fate" {
        /// Adopted.
        Adopted = "adopted",
        /// Still a draft.
        Draft = "draft",
        /// Put forward and not adopted.
        NotAdopted = "not-adopted",
        /// Taken back.
        Withdrawn = "withdrawn",
    }
}
