//! How evenly something is spread over categories.

use std::collections::BTreeMap;

use super::stakeholder;
use crate::actor::StakeholderGroup;
use crate::dataset::Dataset;
use crate::event::Participant;
use crate::statement::Statement;
use crate::stats::{Counted, Excluded, Exclusions, Measured, Refusal};

/// How many there are of each category. Categories of which there is none belong to it as well.
///
/// ```
/// use netpolity::stats::events::Balance;
///
/// let balance = Balance::new([("government", 2), ("civil-society", 1), ("private-sector", 1), ("academia", 0)])?;
/// assert_eq!(balance.share(&"government"), 0.5);
/// // 1.5 bits of the 2 that four equal groups would have.
/// assert!((balance.normalised_entropy()? - 0.75).abs() < 1e-12);
/// assert_eq!(balance.simpson(), 0.625);
/// # Ok::<(), netpolity::stats::Refusal>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Balance<K> {
    counts: BTreeMap<K, u32>,
    total: u32,
}

impl<K: Ord> Balance<K> {
    /// Of categories and how many there are of each.
    ///
    /// # Errors
    /// [`Refusal::Empty`] where there is none of any; [`Refusal::Overflow`].
    pub fn new(counts: impl IntoIterator<Item = (K, u32)>) -> Result<Self, Refusal> {
        let mut own: BTreeMap<K, u32> = BTreeMap::new();
        let mut total = 0u32;
        for (category, count) in counts {
            *own.entry(category).or_default() += count;
            total = total.checked_add(count).ok_or(Refusal::Overflow { what: "the total" })?;
        }
        if total == 0 { Err(Refusal::Empty) } else { Ok(Self { counts: own, total }) }
    }

    /// How many there are in all.
    pub fn total(&self) -> u32 {
        self.total
    }

    /// The categories, and how many there are of each.
    pub fn counts(&self) -> impl Iterator<Item = (&K, u32)> {
        self.counts.iter().map(|(category, count)| (category, *count))
    }

    /// The part that a category has of all, from 0 to 1.
    pub fn share(&self, category: &K) -> f64 {
        let count = self.counts.get(category).copied().unwrap_or_default();
        f64::from(count) / f64::from(self.total)
    }

    /// Shannon's entropy of the shares as a part of the largest that so many categories allow: `-sum p ln p / ln k`, from 0 (all in
    /// one) to 1 (as many in each).
    ///
    /// Shannon (1948); Pielou (1966), who calls it evenness, divides by the categories that occur. Here those count that could.
    ///
    /// # Errors
    /// [`Refusal::Undefined`] where there is one category only.
    #[allow(clippy::cast_precision_loss)] // categories are few
    pub fn normalised_entropy(&self) -> Result<f64, Refusal> {
        if self.counts.len() < 2 {
            let why = "there is one category";
            return Err(Refusal::Undefined { what: "the normalised entropy", why });
        }
        let entropy = self.shares().filter(|p| *p > 0.0).map(|p| -p * p.ln()).sum::<f64>();
        Ok((entropy / (self.counts.len() as f64).ln()).clamp(0.0, 1.0))
    }

    /// How likely two, drawn one after the other and put back, are of different categories: `1 - sum p^2`, from 0 to `1 - 1/k`.
    ///
    /// Simpson (1949), "Measurement of diversity", as its complement.
    pub fn simpson(&self) -> f64 {
        1.0 - self.shares().map(|p| p * p).sum::<f64>()
    }

    /// The same where the first is not put back: `1 - sum n (n - 1) / (N (N - 1))`, the unbiased estimate from a sample.
    ///
    /// # Errors
    /// [`Refusal::TooFew`] below two.
    pub fn simpson_unbiased(&self) -> Result<f64, Refusal> {
        if self.total < 2 {
            return Err(Refusal::TooFew { found: self.total as usize, needed: 2 });
        }
        let pairs = |n: u32| f64::from(n) * (f64::from(n) - 1.0);
        let same = self.counts.values().map(|count| pairs(*count)).sum::<f64>();
        Ok(1.0 - same / pairs(self.total))
    }

    fn shares(&self) -> impl Iterator<Item = f64> {
        self.counts.values().map(|count| f64::from(*count) / f64::from(self.total))
    }
}

/// The stakeholder groups of participants, over all groups that there are.
///
/// A participant is of the group for which they are there: that of those on whose behalf, else their own, else that of the agency of
/// their tenure. Who has none is [`Excluded::NoCategory`]. One entry of the list counts as one, whether it is a person or a body.
///
/// ```
/// use netpolity::actor::StakeholderGroup;
/// use netpolity::catalogue;
/// use netpolity::stats::events::stakeholder_balance;
///
/// let dataset = catalogue::roundtable_2013();
/// let first = dataset.event("china-uk-1").unwrap();
/// let found = stakeholder_balance(dataset, &first.participants)?;
/// assert!(found.value.share(&StakeholderGroup::Government) > 0.5);
/// assert_eq!(found.support + found.excluded.total(), first.participants.len() as u32);
/// # Ok::<(), netpolity::stats::Refusal>(())
/// ```
///
/// # Errors
/// [`Refusal::Empty`] where the group of none is known.
pub fn stakeholder_balance<'a>(
    dataset: &Dataset,
    participants: impl IntoIterator<Item = &'a Participant>,
) -> Result<Measured<Balance<StakeholderGroup>>, Refusal> {
    let groups = participants
        .into_iter()
        .map(|one| stakeholder(dataset, &one.actor, one.tenure.as_ref(), &one.on_behalf_of));
    balance(groups, Counted::Participants)
}

/// The stakeholder groups of speaking turns: of each speaker of each statement, by the same rule.
///
/// # Errors
/// [`Refusal::Empty`] where the group of none is known.
pub fn speaking_balance<'a>(
    dataset: &Dataset,
    statements: impl IntoIterator<Item = &'a Statement>,
) -> Result<Measured<Balance<StakeholderGroup>>, Refusal> {
    let speakers = statements.into_iter().flat_map(|statement| &statement.speakers);
    let groups = speakers
        .map(|one| stakeholder(dataset, &one.actor, one.tenure.as_ref(), &one.on_behalf_of));
    balance(groups, Counted::Statements)
}

fn balance(
    groups: impl Iterator<Item = Option<StakeholderGroup>>,
    unit: Counted,
) -> Result<Measured<Balance<StakeholderGroup>>, Refusal> {
    let mut counts: BTreeMap<StakeholderGroup, u32> =
        StakeholderGroup::ALL.iter().map(|group| (*group, 0)).collect();
    let mut excluded = Exclusions::NONE;
    for group in groups {
        match group {
            Some(group) => *counts.entry(group).or_default() += 1,
            None => excluded.add(Excluded::NoCategory, 1),
        }
    }
    let balance = Balance::new(counts)?;
    let support = balance.total();
    Ok(Measured { excluded, ..Measured::new(balance, unit, support) })
}
