//! What makes two actors similar, by issue.

use std::collections::BTreeMap;
use std::fmt::Display;

use super::AgreementMatrix;
use crate::stats::{Measured, Refusal};

/// What one issue adds to the agreement of two actors.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Contribution<K> {
    /// The issue; `None` for all that has none.
    pub issue: Option<K>,
    /// On how many votes or propositions of it both take a side.
    pub items: u32,
    /// The part of all that it makes up, from 0 to 1. The parts of all issues add up to 1.
    pub part: f64,
    /// What it adds to the [agreement](super::PairAgreement::agreement). What all issues add is the agreement.
    pub agreement: f64,
}

impl<K> Contribution<K> {
    /// What it takes from full agreement. What all issues take is 1 less the agreement.
    pub fn disagreement(&self) -> f64 {
        self.part - self.agreement
    }

    /// The agreement on this issue alone, from 0 to 1.
    pub fn within(&self) -> f64 {
        self.agreement / self.part
    }
}

impl<A: PartialEq + Display, I> AgreementMatrix<A, I> {
    /// Which issues make two actors agree or differ, in the order of the issues; what has none comes last.
    ///
    /// An item of `m` issues counts `1/m` in each, so that nothing counts twice and the contributions add up to the agreement.
    ///
    /// ```
    /// use netpolity::stats::agreement::{AgreementMatrix, AgreementPolicy};
    /// use netpolity::vote::VoteChoice::{No, Yes};
    ///
    /// let votes = [("A", 1, Yes), ("B", 1, Yes), ("A", 2, Yes), ("B", 2, No)];
    /// let matrix = AgreementMatrix::of_ballots(votes, &AgreementPolicy::default());
    /// let issues = |vote: &i32| if *vote == 1 { vec!["rights", "trade"] } else { vec!["trade"] };
    /// let by_issue = matrix.contributions(&"A", &"B", issues)?.value;
    /// assert_eq!((by_issue[0].issue, by_issue[0].agreement), (Some("rights"), 0.25));
    /// assert_eq!((by_issue[1].part, by_issue[1].agreement, by_issue[1].disagreement()), (0.75, 0.25, 0.5));
    /// # Ok::<(), netpolity::stats::Refusal>(())
    /// ```
    ///
    /// # Errors
    /// As for [`pair`](Self::pair) and its agreement.
    pub fn contributions<K: Ord, T: IntoIterator<Item = K>>(
        &self,
        first: &A,
        second: &A,
        issues_of: impl Fn(&I) -> T,
    ) -> Result<Measured<Vec<Contribution<K>>>, Refusal> {
        let whole = self.pair(first, second)?.agreement()?;
        let mut issues: BTreeMap<(bool, Option<K>), (u32, f64, f64)> = BTreeMap::new();
        for (item, [a, b]) in self.both(first, second)? {
            let mut of: Vec<Option<K>> = issues_of(item).into_iter().map(Some).collect();
            if of.is_empty() {
                of.push(None);
            }
            let part = 1.0
                / f64::from(u32::try_from(of.len()).unwrap_or(u32::MAX))
                / f64::from(whole.support);
            for issue in of {
                let (items, parts, agreement) = issues.entry((issue.is_none(), issue)).or_default();
                *items += 1;
                *parts += part;
                *agreement += if a == b { part } else { 0.0 };
            }
        }
        let contributions = issues.into_iter().map(|((_, issue), (items, part, agreement))| {
            Contribution { issue, items, part, agreement }
        });
        let contributions = contributions.collect();
        Ok(whole.map(|_| contributions))
    }
}
