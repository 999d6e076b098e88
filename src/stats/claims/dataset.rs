//! Every claim of a dataset.

use super::check::ClaimPolicy;
use super::verdict::{Outcome, Verdict};
use crate::actor::Actor;
use crate::dataset::Dataset;
use crate::metric::Panel;
use crate::quantity::Hedge;
use crate::statement::{Claim, Statement};

/// A claim of a statement and its verdict.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct CheckedClaim<'d> {
    /// The statement.
    pub statement: &'d Statement,
    /// The claim.
    pub claim: &'d Claim,
    /// What became of it.
    pub verdict: Verdict,
}

impl Dataset {
    /// Holds every claim of every statement against a panel, in the order of the statements.
    ///
    /// A claim without a period is held against the time before its statement; where that has no date, that of its event counts, or
    /// that of the first source which it cites.
    ///
    /// ```
    /// use netpolity::catalogue;
    /// use netpolity::stats::claims::{ClaimPolicy, Outcome};
    ///
    /// let dataset = catalogue::roundtable_2013();
    /// let checked = dataset.check_claims(catalogue::internet_use(), &ClaimPolicy::default());
    /// let of_outcome = |outcome| checked.iter().filter(|claim| claim.verdict.outcome == outcome).count();
    /// // The shares of 44.1 percent lie between the values for 2012 and 2013; the other figures are of other indicators.
    /// assert!(of_outcome(Outcome::Indeterminate) >= 3);
    /// assert_eq!(of_outcome(Outcome::Inconsistent), 0);
    /// ```
    pub fn check_claims(&self, panel: &Panel, policy: &ClaimPolicy) -> Vec<CheckedClaim<'_>> {
        let mut checked = Vec::new();
        for statement in self.statements() {
            let of_event = || {
                let event = self.event(statement.event.as_ref()?.as_str())?;
                event.sittings.first()?.span.start().date()
            };
            let of_source = || self.source(statement.cites.first()?.source.as_str())?.published;
            let stated = policy.stated.or(statement.date).or_else(of_event).or_else(of_source);
            let policy = ClaimPolicy { stated, ..policy.clone() };
            for claim in &statement.claims {
                checked.push(CheckedClaim {
                    statement,
                    claim,
                    verdict: claim.check(panel, &policy),
                });
            }
        }
        checked
    }
}

/// How somebody gives figures.
///
/// ```
/// use netpolity::catalogue;
/// use netpolity::stats::claims::HedgeProfile;
///
/// let dataset = catalogue::roundtable_2013();
/// let profile = HedgeProfile::of(dataset, &"agency:china-daily".parse()?);
/// assert!(profile.hedged > 0 && profile.figures >= profile.hedged);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct HedgeProfile {
    /// Claims with a figure.
    pub figures: u32,
    /// Figures with a hedge: about, almost, more than.
    pub hedged: u32,
    /// Figures for which a document is named.
    pub sourced: u32,
    /// Figures with the period to which they refer.
    pub dated: u32,
}

impl HedgeProfile {
    /// That of one speaker.
    pub fn of(dataset: &Dataset, speaker: &Actor) -> Self {
        let spoken =
            |statement: &&Statement| statement.speakers.iter().any(|one| one.actor == *speaker);
        let claims = dataset.statements().filter(spoken).flat_map(|statement| &statement.claims);
        claims.fold(Self::default(), |mut profile, claim| {
            if let Some(quantity) = &claim.quantity {
                profile.figures += 1;
                let plain =
                    matches!(quantity.hedge(), Hedge::Bare | Hedge::Exactly | Hedge::Between);
                profile.hedged += u32::from(!plain);
                profile.sourced += u32::from(claim.cited.is_some());
                profile.dated += u32::from(claim.period.is_some());
            }
            profile
        })
    }
}

/// Of checked claims: how many "almost n" there are whose value lies above n, against what the word says.
pub fn almost_but_above(checked: &[CheckedClaim<'_>]) -> usize {
    let almost = checked.iter().filter(|claim| {
        claim.claim.quantity.as_ref().is_some_and(|quantity| quantity.hedge() == Hedge::Almost)
    });
    almost
        .filter(|claim| {
            claim.verdict.outcome == Outcome::Inconsistent
                && claim.verdict.tried.iter().all(|tried| !tried.distance.is_negative())
        })
        .count()
}
