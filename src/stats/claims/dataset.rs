//! Every claim of a dataset.

use std::collections::BTreeMap;
use std::fmt;

use super::check::ClaimPolicy;
use super::verdict::{Outcome, Verdict};
use crate::actor::Actor;
use crate::dataset::Dataset;
use crate::id::Id;
use crate::metric::{Indicator, Panel};
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

/// # Claims against series
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

/// Checked claims by speaker and indicator: who said what of which figure, and how it held.
///
/// A claim of several speakers stands in a row of each; what nobody is named for has rows of its own.
///
/// ```
/// use netpolity::catalogue;
/// use netpolity::stats::claims::{ClaimPolicy, ClaimTable, Outcome};
///
/// let dataset = catalogue::roundtable_2013();
/// let checked = dataset.check_claims(catalogue::internet_use(), &ClaimPolicy::default());
/// let table = ClaimTable::of(&checked);
///
/// let (lu_wei, share) = ("person:lu-wei".parse()?, "internet-users-share".parse()?);
/// let row = table.row(Some(&lu_wei), &share).unwrap();
/// assert_eq!(row.count(Outcome::Indeterminate), 1);
/// assert_eq!(row.claims[0].claim.quantity.unwrap().to_string(), "44.1 percent");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct ClaimTable<'c> {
    rows: Vec<ClaimRow<'c>>,
}

/// What one speaker said of one indicator.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct ClaimRow<'c> {
    /// Who said it; `None` where the statement names nobody.
    pub speaker: Option<&'c Actor>,
    /// What is measured.
    pub indicator: &'c Id<Indicator>,
    /// The claims, in the order in which they were checked.
    pub claims: Vec<&'c CheckedClaim<'c>>,
}

impl ClaimRow<'_> {
    /// How many of the claims came out so.
    pub fn count(&self, outcome: Outcome) -> usize {
        self.claims.iter().filter(|checked| checked.verdict.outcome == outcome).count()
    }
}

impl<'c> ClaimTable<'c> {
    /// Puts checked claims together.
    pub fn of(checked: &'c [CheckedClaim<'c>]) -> Self {
        let mut rows: BTreeMap<_, Vec<&CheckedClaim<'_>>> = BTreeMap::new();
        for one in checked {
            let mut speakers: Vec<Option<&Actor>> =
                one.statement.speakers.iter().map(|speaker| Some(&speaker.actor)).collect();
            if speakers.is_empty() {
                speakers.push(None);
            }
            // Somebody may speak in two capacities.
            speakers.sort_unstable();
            speakers.dedup();
            for speaker in speakers {
                rows.entry((speaker, &one.claim.indicator)).or_default().push(one);
            }
        }
        let row = |((speaker, indicator), claims)| ClaimRow { speaker, indicator, claims };
        Self { rows: rows.into_iter().map(row).collect() }
    }

    /// The rows, by speaker and then by indicator.
    pub fn rows(&self) -> &[ClaimRow<'c>] {
        &self.rows
    }

    /// That of a speaker and an indicator.
    pub fn row(&self, speaker: Option<&Actor>, indicator: &Id<Indicator>) -> Option<&ClaimRow<'c>> {
        let key = (speaker, indicator);
        let found = self.rows.binary_search_by(|row| (row.speaker, row.indicator).cmp(&key));
        self.rows.get(found.ok()?)
    }
}

impl fmt::Display for ClaimTable<'_> {
    /// A row a line, with the claims that came out each way.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:<28} {:<24}", "speaker", "indicator")?;
        Outcome::ALL.iter().try_for_each(|outcome| write!(f, " {outcome:>14}"))?;
        for row in &self.rows {
            let speaker = row.speaker.map_or_else(|| "-".to_owned(), Actor::to_string);
            write!(f, "\n{speaker:<28} {:<24}", row.indicator.as_str())?;
            Outcome::ALL
                .iter()
                .try_for_each(|outcome| write!(f, " {:>14}", row.count(*outcome)))?;
        }
        Ok(())
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metric::Vintage;

    fn dataset() -> Dataset {
        Dataset::from_json(
            r#"{ "netpolity": 1,
                 "people": [ { "id": "a", "names": [ "A" ] }, { "id": "b", "names": [ "B" ] } ],
                 "statements": [
                   { "id": "joint", "act": "data-claim", "date": "2013-09-09",
                     "speakers": [ { "actor": "person:b" }, { "actor": "person:a" }, { "actor": "person:b" } ],
                     "claims": [ { "indicator": "internet-users-share", "subject": "CHN", "quantity": "42.3 percent", "period": "2012" },
                                 { "indicator": "websites", "subject": "CHN", "quantity": "almost 3 million" } ] },
                   { "id": "alone", "act": "data-claim", "date": "2013-09-09", "speakers": [ { "actor": "person:a" } ],
                     "claims": [ { "indicator": "internet-users-share", "subject": "CHN", "quantity": "99 percent", "period": "2012" } ] },
                   { "id": "nobody", "act": "data-claim",
                     "claims": [ { "indicator": "websites", "subject": "CHN", "quantity": "5" } ] } ],
                 "observations": [
                   { "indicator": "internet-users-share", "area": "CHN", "period": "2012", "value": "42.3" } ] }"#,
        )
        .unwrap()
    }

    #[test]
    fn a_joint_claim_counts_once_for_each_speaker() {
        let dataset = dataset();
        let panel = dataset.panel(&Vintage::new());
        let checked = dataset.check_claims(&panel, &ClaimPolicy::default());
        let table = ClaimTable::of(&checked);
        let rows: Vec<_> = table
            .rows()
            .iter()
            .map(|row| {
                let speaker = row.speaker.map(Actor::to_string).unwrap_or_default();
                let counts = Outcome::ALL.iter().map(|outcome| row.count(*outcome));
                (speaker, row.indicator.as_str().to_owned(), counts.collect::<Vec<_>>())
            })
            .collect();
        let expected = [
            ("", "websites", [0, 0, 0, 1]),
            ("person:a", "internet-users-share", [1, 1, 0, 0]),
            ("person:a", "websites", [0, 0, 0, 1]),
            ("person:b", "internet-users-share", [1, 0, 0, 0]),
            ("person:b", "websites", [0, 0, 0, 1]),
        ];
        let expected = expected.map(|(speaker, indicator, counts)| {
            (speaker.to_owned(), indicator.to_owned(), counts.to_vec())
        });
        assert_eq!(rows, expected);
        let text = table.to_string();
        assert_eq!(text.lines().count(), 6, "{text}");
    }
}
