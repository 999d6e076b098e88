//! How members are put together, and when they are not.

use crate::country::Area;
use crate::time::Period;

/// How members are put together.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum Method {
    /// The sum of weight times value over the sum of weights, of members that have both: `sum(w x) / sum(w)`.
    ///
    /// Where values are parts of the weights, such as percent of the population, it is the ratio of the sums over the
    /// same members. World Bank, "weighted average".
    WeightedMean,
    /// The sum of the values. Weights say how much of the whole is covered. World Bank, "sum".
    Sum,
    /// The sum, with an estimate for each member without a value: its value in the benchmark period, or else its weight
    /// then times the ratio of all values to all weights, carried on by the growth of the members that have both.
    ///
    /// The coverage is the part of the benchmark period's total that members with a value have. World Bank, "gap-filled
    /// total".
    GapFilledTotal {
        /// The period from which estimates are carried on.
        benchmark: Period,
    },
    /// The mean in which each member counts the same: `sum(x) / n`. World Bank, "simple average".
    SimpleMean,
    /// The value in the middle, or between the two in the middle.
    ///
    /// Weights, where they are given, are populations: the coverage then counts members with more than a million people
    /// only. World Bank, "median".
    Median,
}

/// When an aggregate is refused.
///
/// ```
/// use netpolity::stats::Policy;
///
/// // Takes whatever there is, as most tools do.
/// let naive = Policy::with_coverage(0.0);
/// assert_eq!((naive.coverage, naive.members), (Some(0.0), 1));
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Policy {
    /// The least part of the whole that members with a value have. `None` is the rule of the World Bank: two thirds of
    /// the weight or, where there are no weights, of the members; for the median half of the members.
    pub coverage: Option<f64>,
    /// The least number of members with a value; 1.
    pub members: u32,
    /// Members without which there is no aggregate, such as Australia for Oceania.
    pub must_have: Vec<Area>,
    /// The largest part of the members that may lack a weight; one in a hundred.
    pub without_weight: f64,
    /// Use only members that have a value in each of the periods: changes of the aggregate are then none of its composition.
    pub constant: bool,
}

impl Policy {
    /// The default, but with a coverage of the caller's.
    pub fn with_coverage(coverage: f64) -> Self {
        Self { coverage: Some(coverage), ..Self::default() }
    }

    /// The coverage that a method needs.
    pub(super) fn needed(&self, method: Method) -> f64 {
        let rule = if method == Method::Median { 0.5 } else { 2.0 / 3.0 };
        self.coverage.unwrap_or(rule)
    }
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            coverage: None,
            members: 1,
            must_have: Vec::new(),
            without_weight: 0.01,
            constant: false,
        }
    }
}
