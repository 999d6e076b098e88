//! What is talked about.

use std::collections::BTreeMap;

use super::terms::{named, widest};
use crate::dataset::Dataset;
use crate::statement::Statement;
use crate::stats::{Concentration, Counted, Excluded, Exclusions, Measured, Refusal};
use crate::taxonomy::TermRef;
use crate::text::words;

words! {
    /// By which terms attention is counted.
    #[derive(Default)]
    pub enum Issues: closed "kind of issues" {
        /// The terms that statements name.
        #[default]
        Named = "named",
        /// The widest terms above those: the baskets of a taxonomy.
        Baskets = "baskets",
    }
}

/// How often statements are about what.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Attention {
    counts: BTreeMap<TermRef, u32>,
    statements: u32,
}

impl Attention {
    /// The terms, and how many statements are about each.
    pub fn counts(&self) -> impl Iterator<Item = (&TermRef, u32)> {
        self.counts.iter().map(|(term, count)| (term, *count))
    }

    /// How many statements are about a term.
    pub fn count(&self, term: &TermRef) -> u32 {
        self.counts.get(term).copied().unwrap_or_default()
    }

    /// The part of the statements that are about a term, from 0 to 1. One statement may be about several, so that these parts
    /// may sum to more than 1.
    pub fn share_of_statements(&self, term: &TermRef) -> f64 {
        f64::from(self.count(term)) / f64::from(self.statements.max(1))
    }

    /// The part that a term has of all mentions of terms, from 0 to 1. These parts sum to 1.
    pub fn share(&self, term: &TermRef) -> f64 {
        f64::from(self.count(term)) / self.mentions().max(1.0)
    }

    /// How far attention is on few terms: the Herfindahl-Hirschman index of the shares, and more.
    ///
    /// # Errors
    /// [`Refusal::NotPositive`] where no statement is about a term.
    pub fn concentration(&self) -> Result<Concentration, Refusal> {
        let counts: Vec<f64> = self.counts.values().map(|count| f64::from(*count)).collect();
        Concentration::new(&counts)
    }

    /// How much of the attention has moved to other terms: the total variation distance, `sum |p - q| / 2`, from 0 to 1.
    ///
    /// # Errors
    /// [`Refusal::Empty`] where there is no mention in either.
    pub fn total_variation(&self, other: &Self) -> Result<f64, Refusal> {
        Ok(self.shares(other)?.map(|(p, q)| (p - q).abs()).sum::<f64>() / 2.0)
    }

    /// How well one can tell by the terms alone of which of the two a mention is: the Jensen-Shannon divergence in bits (base 2),
    /// `(KL(p|m) + KL(q|m)) / 2` with `m = (p + q) / 2`, from 0 (the same shares) to 1 (no term in common). Its square root is a
    /// metric.
    ///
    /// Lin (1991), "Divergence measures based on the Shannon entropy", with equal weights.
    ///
    /// # Errors
    /// [`Refusal::Empty`] where there is no mention in either.
    pub fn jensen_shannon(&self, other: &Self) -> Result<f64, Refusal> {
        let part = |p: f64, m: f64| if p > 0.0 { p * (p / m).log2() } else { 0.0 };
        let of = |(p, q): (f64, f64)| part(p, f64::midpoint(p, q)) + part(q, f64::midpoint(p, q));
        let divergence = self.shares(other)?.map(of).sum::<f64>() / 2.0;
        // Rounding can lead past the ends.
        Ok(divergence.clamp(0.0, 1.0))
    }

    fn mentions(&self) -> f64 {
        self.counts.values().map(|count| f64::from(*count)).sum()
    }

    /// The shares of both, for each term that either has.
    fn shares<'a>(
        &'a self,
        other: &'a Self,
    ) -> Result<impl Iterator<Item = (f64, f64)> + 'a, Refusal> {
        let (own, others) = (self.mentions(), other.mentions());
        if own == 0.0 || others == 0.0 {
            return Err(Refusal::Empty);
        }
        let only_others = other.counts.keys().filter(|term| !self.counts.contains_key(*term));
        let terms = self.counts.keys().chain(only_others);
        Ok(terms.map(move |term| {
            (f64::from(self.count(term)) / own, f64::from(other.count(term)) / others)
        }))
    }
}

/// What some statements are about, by their [`terms`](Statement::terms); a term counts once in a statement. Statements without a
/// term, or retracted or misattributed, are left out.
///
/// ```
/// use netpolity::catalogue;
/// use netpolity::stats::discourse::{Issues, attention};
///
/// let dataset = catalogue::records();
/// let of = |year: i32| {
///     let day = |month, day| chrono::NaiveDate::from_ymd_opt(year, month, day).unwrap();
///     let statements = dataset.statements().between(day(1, 1), day(12, 31));
///     attention(dataset, statements, Issues::Named).value
/// };
/// let (earlier, later) = (of(2021), of(2023));
/// let dialogue = "un-ict/regular-institutional-dialogue".parse()?;
/// assert_eq!((earlier.count(&dialogue), later.count(&dialogue)), (0, 4));
/// // Nothing of 2021 was an issue in 2023.
/// assert_eq!((earlier.total_variation(&later)?, earlier.jensen_shannon(&later)?), (1.0, 1.0));
/// assert!((later.concentration()?.herfindahl_index() - 5.0 / 9.0).abs() < 1e-12); // 4 and 2 of 6
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn attention<'a>(
    dataset: &Dataset,
    statements: impl IntoIterator<Item = &'a Statement>,
    by: Issues,
) -> Measured<Attention> {
    let mut attention = Attention::default();
    let mut excluded = Exclusions::NONE;
    let mut known: BTreeMap<&TermRef, TermRef> = BTreeMap::new();
    for statement in statements {
        if !statement.status.stands() {
            excluded.add(Excluded::NotStanding, 1);
            continue;
        }
        if statement.terms.is_empty() {
            excluded.add(Excluded::NoTerm, 1);
            continue;
        }
        for written in &statement.terms {
            known.entry(written).or_insert_with(|| match by {
                Issues::Named => named(dataset, written),
                Issues::Baskets => widest(dataset, written),
            });
        }
        let mut own: Vec<&TermRef> =
            statement.terms.iter().filter_map(|written| known.get(written)).collect();
        own.sort_unstable();
        own.dedup();
        for term in own {
            if let Some(count) = attention.counts.get_mut(term) {
                *count += 1;
            } else {
                attention.counts.insert(term.clone(), 1);
            }
        }
        attention.statements += 1;
    }
    let support = attention.statements;
    let mut measured = Measured::new(attention, Counted::Statements, support);
    measured.excluded = excluded;
    measured
}
