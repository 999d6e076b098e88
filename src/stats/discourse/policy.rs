//! How statements are read as stances.

use crate::stats::{ActorOf, Undecided};
use crate::text::words;

/// How statements are read as stances of actors on propositions.
///
/// ```
/// use netpolity::stats::discourse::{Once, StancePolicy};
/// use netpolity::stats::{ActorOf, Undecided};
///
/// let mut policy = StancePolicy::default();
/// assert_eq!((policy.actor, policy.undecided, policy.once), (ActorOf::Speaker, Undecided::LeftOut, Once::All));
/// // A wire report that ten papers print is one voice.
/// policy.once = Once::RootSource;
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct StancePolicy {
    /// Whose stance it is.
    pub actor: ActorOf,
    /// Whether those who join a statement hold its stances too: who aligns, endorses, sponsors or signs. Who reserves a part or
    /// dissociates does not.
    pub joined: bool,
    /// What counts of stances that are neither for nor against.
    pub undecided: Undecided,
    /// How often the same stance of the same actor on the same proposition counts.
    pub once: Once,
    /// On how many stances a result has to rest.
    pub min_support: u32,
}

words! {
    /// How often the same stance of the same actor on the same proposition counts.
    ///
    /// What does not say enough is left out: a statement without a source where documents are asked for, or one known to the
    /// month where weeks are.
    #[derive(Default)]
    pub enum Once: closed "duplicate policy" {
        /// As often as it is taken.
        #[default]
        All = "all",
        /// Once in a document: the first source that the statement cites.
        Document = "document",
        /// Once in all documents that derive from one, such as the copies of a wire report.
        RootSource = "root-source",
        /// Once in a calendar week, Monday to Sunday.
        Week = "week",
        /// Once in a calendar month.
        Month = "month",
        /// Once in a calendar year.
        Year = "year",
        /// Once.
        Whole = "whole",
    }
}
