//! How much more actors of one camp agree than those of different camps.

use std::collections::BTreeSet;

use super::AgreementMatrix;
use crate::stats::{Counted, Excluded, Measured, Refusal};

/// The mean agreement of pairs within given clusters and of pairs between them.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Polarization {
    /// The mean [agreement](super::PairAgreement::agreement) of the pairs whose actors are of one cluster, from 0 to 1.
    pub within: f64,
    /// How many such pairs there are.
    pub pairs_within: u32,
    /// The mean agreement of the pairs whose actors are of two, from 0 to 1.
    pub between: f64,
    /// How many such pairs there are.
    pub pairs_between: u32,
}

impl Polarization {
    /// The first less the second: 0 where clusters make no difference, 1 where each is of one mind and no two ever agree.
    pub fn difference(&self) -> f64 {
        self.within - self.between
    }
}

impl<A, I> AgreementMatrix<A, I> {
    /// How much more actors within a cluster agree than actors of different clusters. Every pair counts the same; clusters are
    /// given, not sought.
    ///
    /// ```
    /// use netpolity::stats::agreement::{AgreementMatrix, AgreementPolicy};
    /// use netpolity::vote::VoteChoice::{No, Yes};
    ///
    /// let votes = [("A", 1, Yes), ("B", 1, Yes), ("C", 1, No), ("D", 1, No)];
    /// let matrix = AgreementMatrix::of_ballots(votes, &AgreementPolicy::default());
    /// let camps = matrix.polarization(|actor| Some(matches!(*actor, "A" | "B")))?;
    /// assert_eq!((camps.value.difference(), camps.support), (1.0, 6));
    /// # Ok::<(), netpolity::stats::Refusal>(())
    /// ```
    ///
    /// # Errors
    /// There is no pair within a cluster, or none between two, that rests on enough.
    pub fn polarization<K: PartialEq>(
        &self,
        cluster_of: impl Fn(&A) -> Option<K>,
    ) -> Result<Measured<Polarization>, Refusal> {
        let clusters: Vec<Option<K>> = self.actors().iter().map(&cluster_of).collect();
        // Pairs come in the order of the actors.
        let pairs = clusters.iter().enumerate();
        let pairs = pairs.flat_map(|(at, first)| {
            clusters.iter().skip(at + 1).map(move |second| (first, second))
        });
        let mut sums = [(0.0, 0_u32); 2];
        let mut excluded = crate::stats::Exclusions::NONE;
        for ((first, second), (_, pair)) in pairs.zip(self.pairs()) {
            let (Some(first), Some(second)) = (first, second) else {
                excluded.add(Excluded::Outside, 1);
                continue;
            };
            let Ok(agreement) = pair.agreement() else {
                excluded.add(Excluded::TooLittle, 1);
                continue;
            };
            let [within, between] = &mut sums;
            let (sum, count) = if first == second { within } else { between };
            *sum += agreement.value;
            *count += 1;
        }
        let [(within, pairs_within), (between, pairs_between)] = sums;
        if pairs_within == 0 || pairs_between == 0 {
            let why =
                "there is no pair within a cluster, or none between two, that rests on enough";
            return Err(Refusal::Undefined { what: "polarization", why });
        }
        let within = within / f64::from(pairs_within);
        let between = between / f64::from(pairs_between);
        let value = Polarization { within, pairs_within, between, pairs_between };
        let mut measured = Measured::new(value, Counted::Pairs, pairs_within + pairs_between);
        measured.excluded = excluded;
        Ok(measured)
    }

    /// The same for each period, in their order. An item without a period counts in none.
    pub fn polarization_by<K: PartialEq, P: Ord>(
        &self,
        period_of: impl Fn(&I) -> Option<P>,
        cluster_of: impl Fn(&A) -> Option<K>,
    ) -> Vec<(P, Result<Measured<Polarization>, Refusal>)>
    where
        A: Clone,
        I: Clone,
    {
        let periods: BTreeSet<P> = self.items().iter().filter_map(&period_of).collect();
        let over = |period: P| {
            let then = self.over(|item| period_of(item).as_ref() == Some(&period));
            let polarization = then.polarization(&cluster_of);
            (period, polarization)
        };
        periods.into_iter().map(over).collect()
    }
}
