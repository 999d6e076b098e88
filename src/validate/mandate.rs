//! What somebody holds, as tables of a profile name it.

use crate::actor::{Agency, AgencyKind, Capacity, Post, PostRank, Tenure};
use crate::dataset::Dataset;
use crate::id::Id;

/// A class of tenures, for tables of what nobody may hold at once and of what goes with what.
///
/// ```
/// use netpolity::actor::PostRank;
/// use netpolity::validate::{Limits, Mandate, Profile};
/// use netpolity::Dataset;
///
/// // Nobody sits in the cabinet and in the group of the opposition.
/// let mut limits = Limits::default();
/// limits.incompatible.push([Mandate::Rank(PostRank::CabinetMinister), Mandate::Agency("opposition".parse()?)]);
///
/// let dataset = Dataset::from_json(
///     r#"{ "netpolity": 1, "posts": [ { "id": "secretary", "agency": "dcms", "rank": "cabinet-minister" } ], "tenures": [
///          { "id": "a", "person": "p", "post": "secretary", "span": "2012-09-04/2014-04-09" },
///          { "id": "b", "person": "p", "agency": "opposition", "title": "Member", "span": "2010-05-06/2015-03-30" } ] }"#,
/// )?;
/// let report = dataset.validate(&Profile::new(limits), "2026-01-01".parse()?);
/// assert_eq!(report.count_of("TEN-008"), 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Mandate {
    /// A post.
    Post(Id<Post>),
    /// Posts of a rank.
    Rank(PostRank),
    /// Whatever is held at an agency.
    Agency(Id<Agency>),
    /// Whatever is held at agencies of a kind.
    Kind(AgencyKind),
    /// Whatever is held in a capacity.
    Capacity(Capacity),
}

impl Mandate {
    /// Whether a tenure of a dataset is one of these.
    pub(super) fn is_held_in(&self, dataset: &Dataset, tenure: &Tenure) -> bool {
        match self {
            Self::Post(post) => tenure.post.as_ref() == Some(post),
            Self::Rank(rank) => {
                let post = tenure.post.as_ref().and_then(|post| dataset.get(post));
                post.is_some_and(|post| post.rank.as_ref() == Some(rank))
            }
            Self::Agency(id) => {
                dataset.agency_of(tenure).is_some_and(|agency| agency.id == *id)
                    || tenure.agency.as_ref() == Some(id)
            }
            Self::Kind(kind) => {
                dataset.agency_of(tenure).is_some_and(|agency| agency.kind == *kind)
            }
            Self::Capacity(capacity) => tenure.capacity == *capacity,
        }
    }
}
