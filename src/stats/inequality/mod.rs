//! How unequally something is distributed.
//!
//! All measures are functions of one [`Distribution`]: values, and the weight of each, such as shares of Internet users and
//! the populations of the countries. Conventions differ between tools; those chosen here are
//!
//! | measure | here | `ineq` of R | `DescTools` of R | `PySAL` |
//! |---|---|---|---|---|
//! | Gini | not corrected; [`gini_corrected`](Distribution::gini_corrected) for n/(n-1) | not corrected, `corr = TRUE` for it | corrected unless `unbiased = FALSE` | not corrected |
//! | Theil T of zeros | a zero contributes 0 and counts in mean and weight | drops zeros and takes the mean anew | | adds a tiny number |
//! | mean log deviation of zeros | refused | drops zeros | | |
//! | Atkinson of zeros, e >= 1 | 1, the limit | drops zeros | | |
//! | CV | standard deviation of the population (n) | of the population | of a sample (n - 1) | |
//! | weights | any, not below zero | frequencies | frequencies | none |

mod decomposition;

pub use decomposition::{Decomposition, GroupPart, theil_by_group};

use super::Refusal;
use super::figure::sealed::Operate;

const VALUE: &str = "a value";
const WEIGHT: &str = "a weight";

/// Values that are not below zero, with the weight of each, in ascending order.
///
/// ```
/// use netpolity::stats::Distribution;
///
/// let values = [541.0, 1463.0, 2445.0, 3438.0, 4437.0, 5401.0, 6392.0, 8304.0, 11904.0, 22261.0];
/// let incomes = Distribution::new(&values)?;
/// assert_eq!(format!("{:.7}", incomes.gini()), "0.4620911");
///
/// // Two regions of 1 and 3 million people.
/// let weighted = Distribution::weighted(&[20.0, 60.0], &[1.0, 3.0])?;
/// assert_eq!(weighted.mean(), 50.0);
/// # Ok::<(), netpolity::stats::Refusal>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Distribution {
    /// In ascending order; those without weight are left out.
    values: Vec<f64>,
    /// The weight of each; nothing where all weigh the same.
    weights: Vec<f64>,
    weight: f64,
    mean: f64,
}

impl Distribution {
    /// Values that weigh the same.
    ///
    /// # Errors
    /// A value that is missing (`NaN`), infinite or below zero; no value; a mean of zero, to which nothing can be related.
    pub fn new(values: &[f64]) -> Result<Self, Refusal> {
        // Numbers that are not below zero are in the order of their bits, and integers are sorted the quicker.
        let mut bits = Vec::with_capacity(values.len());
        for value in values {
            bits.push(unsigned(*value)?.to_bits());
        }
        bits.sort_unstable();
        Self::of(bits.into_iter().map(f64::from_bits).collect(), Vec::new())
    }

    /// Values with a weight each, which need not be whole. A weight of zero leaves its value out.
    ///
    /// # Errors
    /// As for [`new`](Self::new), of weights as well; as many weights as values are needed.
    pub fn weighted(values: &[f64], weights: &[f64]) -> Result<Self, Refusal> {
        if values.len() != weights.len() {
            return Err(Refusal::Lengths { values: values.len(), others: weights.len() });
        }
        let mut pairs = Vec::with_capacity(values.len());
        for (value, weight) in values.iter().zip(weights) {
            let value = unsigned(*value)?.to_bits();
            if weight.not_negative(WEIGHT)? > 0.0 {
                pairs.push((value, *weight));
            }
        }
        pairs.sort_unstable_by_key(|(value, _)| *value);
        let (values, weights) =
            pairs.into_iter().map(|(value, weight)| (f64::from_bits(value), weight)).unzip();
        Self::of(values, weights)
    }

    /// From values in order.
    fn of(values: Vec<f64>, weights: Vec<f64>) -> Result<Self, Refusal> {
        if values.is_empty() {
            return Err(Refusal::Empty);
        }
        let mut whole = Self { values, weights, weight: 1.0, mean: 1.0 };
        whole.weight = whole.sum_of(|_| 1.0);
        whole.mean = whole.sum_of(|value| value) / whole.weight;
        if whole.mean == 0.0 {
            return Err(Refusal::Zero { what: "the mean" });
        }
        if !whole.mean.is_finite() {
            return Err(Refusal::Overflow { what: "the mean" });
        }
        Ok(whole)
    }

    /// How many values there are.
    pub fn len(&self) -> usize {
        self.values.len()
    }

    /// Never: a distribution has a value.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// The mean, in the unit of the values.
    pub fn mean(&self) -> f64 {
        self.mean
    }

    /// Values and weights, in ascending order of the values.
    fn pairs(&self) -> impl Iterator<Item = (f64, f64)> {
        let weight = |at: usize| self.weights.get(at).copied().unwrap_or(1.0);
        self.values.iter().enumerate().map(move |(at, value)| (*value, weight(at)))
    }

    /// The sum of weight times a function of the value, in four parts, so that no addition waits for the one before.
    fn sum_of(&self, function: impl Fn(f64) -> f64) -> f64 {
        let mut parts = [0.0; 4];
        if self.weights.is_empty() {
            for values in self.values.chunks(4) {
                for (part, value) in parts.iter_mut().zip(values) {
                    *part += function(*value);
                }
            }
        } else {
            for (values, weights) in self.values.chunks(4).zip(self.weights.chunks(4)) {
                for ((part, value), weight) in parts.iter_mut().zip(values).zip(weights) {
                    *part += weight * function(*value);
                }
            }
        }
        parts.iter().sum()
    }

    /// The mean of a function of value over mean.
    fn mean_of(&self, function: impl Fn(f64) -> f64) -> f64 {
        self.sum_of(|value| function(value / self.mean)) / self.weight
    }

    /// The Gini coefficient: sum over all pairs of `w_i w_j |x_i - x_j|` / (2 mean W^2), from 0 to 1.
    ///
    /// Computed from the values in order as the sum of `w_i x_i (W_i + W_(i-1) - W)` / (mean W^2), where `W_i` is the weight up to
    /// a value and `W` the whole: 1 less twice the area under the Lorenz curve. It is that of these values, not an estimate for a
    /// population of which they are a sample.
    ///
    /// Gini, C. (1914); the discrete form as in `ineq`.
    pub fn gini(&self) -> f64 {
        let (mut below, mut sum) = (0.0, 0.0);
        for (value, weight) in self.pairs() {
            sum += weight * value * (2.0 * below + weight - self.weight);
            below += weight;
        }
        // Equal values give zero but for rounding.
        (sum / (self.mean * self.weight * self.weight)).max(0.0)
    }

    /// The Gini coefficient times n/(n-1): an estimate from a sample.
    ///
    /// # Errors
    /// For weighted values, of which it is not known how many they stand for, and for a single one.
    pub fn gini_corrected(&self) -> Result<f64, Refusal> {
        if !self.weights.is_empty() {
            return Err(Refusal::Undefined {
                what: "the corrected Gini coefficient",
                why: "the values have weights",
            });
        }
        if self.len() < 2 {
            return Err(Refusal::Undefined {
                what: "the corrected Gini coefficient",
                why: "there is one value",
            });
        }
        #[allow(clippy::cast_precision_loss)] // counts of values in memory
        let n = self.len() as f64;
        Ok(self.gini() * n / (n - 1.0))
    }

    /// Theil's T: the mean of x/m ln(x/m), where m is the mean. Zeros contribute nothing, the limit.
    ///
    /// From 0 to ln n. Theil, H. (1967), *Economics and Information Theory*; GE(1).
    ///
    /// ```
    /// use netpolity::stats::Distribution;
    ///
    /// // One of two has all: ln 2.
    /// assert!((Distribution::new(&[0.0, 1.0])?.theil_t() - 2_f64.ln()).abs() < 1e-12);
    /// # Ok::<(), netpolity::stats::Refusal>(())
    /// ```
    pub fn theil_t(&self) -> f64 {
        self.mean_of(|x| if x == 0.0 { 0.0 } else { x * x.ln() }).max(0.0)
    }

    /// The mean log deviation, Theil's L: the mean of ln(m/x), where m is the mean; GE(0).
    ///
    /// # Errors
    /// Where a value is zero: it would be infinite.
    ///
    /// ```
    /// use netpolity::stats::Distribution;
    ///
    /// assert!((Distribution::new(&[1.0, 4.0])?.mean_log_deviation()? - 1.25_f64.ln()).abs() < 1e-12);
    /// # Ok::<(), netpolity::stats::Refusal>(())
    /// ```
    pub fn mean_log_deviation(&self) -> Result<f64, Refusal> {
        self.no_zero()?;
        Ok((-self.mean_of(f64::ln)).max(0.0))
    }

    /// The generalised entropy GE(a): the mean of ((x/m)^a - 1) / (a (a - 1)); a = 0 is the
    /// [mean log deviation](Self::mean_log_deviation), a = 1 [Theil's T](Self::theil_t), a = 2 half the squared CV.
    ///
    /// Shorrocks, A. F. (1980), *The class of additively decomposable inequality measures*.
    ///
    /// # Errors
    /// A parameter that is not finite; for a <= 0, where a value is zero.
    ///
    /// ```
    /// use netpolity::stats::Distribution;
    ///
    /// // Half the squared coefficient of variation.
    /// assert!((Distribution::new(&[1.0, 3.0])?.generalized_entropy(2.0)? - 0.125).abs() < 1e-12);
    /// # Ok::<(), netpolity::stats::Refusal>(())
    /// ```
    pub fn generalized_entropy(&self, a: f64) -> Result<f64, Refusal> {
        let a = a.known("the parameter")?;
        #[allow(clippy::float_cmp)] // the two limits
        if a == 0.0 {
            return self.mean_log_deviation();
        } else if a == 1.0 {
            return Ok(self.theil_t());
        }
        if a < 0.0 {
            self.no_zero()?;
        }
        let entropy = (self.mean_of(|x| x.powf(a)) - 1.0) / (a * (a - 1.0));
        entropy.within(None, None, "the generalised entropy")
    }

    /// Atkinson's index A(e): 1 less the ratio of the equally distributed equivalent to the mean. With e = 1 that equivalent is the
    /// geometric mean. From 0 to 1; with e >= 1 it is 1 where a value is zero.
    ///
    /// Atkinson, A. B. (1970), *On the measurement of inequality*.
    ///
    /// # Errors
    /// A parameter that is not finite, or below zero.
    ///
    /// ```
    /// use netpolity::stats::Distribution;
    ///
    /// // The geometric mean of 1 and 4 is 2, the mean 2.5.
    /// assert!((Distribution::new(&[1.0, 4.0])?.atkinson(1.0)? - 0.2).abs() < 1e-12);
    /// # Ok::<(), netpolity::stats::Refusal>(())
    /// ```
    pub fn atkinson(&self, e: f64) -> Result<f64, Refusal> {
        let e = e.not_negative("the parameter")?;
        if e >= 1.0 && self.has_zero() {
            return Ok(1.0);
        }
        #[allow(clippy::float_cmp)] // the limit
        let equivalent = if e == 1.0 {
            self.mean_of(f64::ln).exp()
        } else {
            self.mean_of(|x| x.powf(1.0 - e)).powf(1.0 / (1.0 - e))
        };
        (1.0 - equivalent).clamp(0.0, 1.0).within(None, None, "Atkinson's index")
    }

    /// Hoover's index: the part of the total that would have to move for all to be equal; half the mean of |x/m - 1|.
    ///
    /// Hoover, E. M. (1936); also called Robin Hood index.
    ///
    /// ```
    /// use netpolity::stats::Distribution;
    ///
    /// assert_eq!(Distribution::new(&[1.0, 3.0])?.hoover(), 0.25);
    /// # Ok::<(), netpolity::stats::Refusal>(())
    /// ```
    pub fn hoover(&self) -> f64 {
        self.mean_of(|x| (x - 1.0).abs()) / 2.0
    }

    /// The coefficient of variation: the standard deviation of the population over the mean.
    ///
    /// ```
    /// use netpolity::stats::Distribution;
    ///
    /// assert_eq!(Distribution::new(&[1.0, 3.0])?.coefficient_of_variation(), 0.5);
    /// # Ok::<(), netpolity::stats::Refusal>(())
    /// ```
    pub fn coefficient_of_variation(&self) -> f64 {
        self.mean_of(|x| (x - 1.0) * (x - 1.0)).sqrt()
    }

    /// The least value up to which at least a part `p` of the weight lies: the inverse of the distribution function, type 1 of
    /// Hyndman and Fan (1996).
    ///
    /// # Errors
    /// A part that is not from 0 to 1.
    ///
    /// ```
    /// use netpolity::stats::Distribution;
    ///
    /// // The weight counts: three quarters of the people have 60 or more.
    /// assert_eq!(Distribution::weighted(&[20.0, 60.0], &[1.0, 3.0])?.quantile(0.5)?, 60.0);
    /// # Ok::<(), netpolity::stats::Refusal>(())
    /// ```
    pub fn quantile(&self, p: f64) -> Result<f64, Refusal> {
        let wanted = part(p)? * self.weight;
        let mut reached = 0.0;
        // Sums of weights are not exact.
        let enough = wanted - self.weight * 1e-12;
        let at = self.pairs().find(|(_, weight)| {
            reached += weight;
            reached >= enough
        });
        let value = at.map(|(value, _)| value);
        Ok(value.or(self.values.last().copied()).unwrap_or(f64::NAN))
    }

    /// The ratio of two [quantiles](Self::quantile), such as P90/P10: `quantile_ratio(0.9, 0.1)`.
    ///
    /// # Errors
    /// A part that is not from 0 to 1; a lower quantile of zero.
    pub fn quantile_ratio(&self, upper: f64, lower: f64) -> Result<f64, Refusal> {
        let (upper, lower) = (self.quantile(upper)?, self.quantile(lower)?);
        if lower == 0.0 {
            Err(Refusal::Zero { what: "the lower quantile" })
        } else {
            Ok(upper / lower)
        }
    }

    /// The part of the total that the lowest part `p` of the weight has; between values the Lorenz curve is straight.
    ///
    /// # Errors
    /// A part that is not from 0 to 1.
    pub fn bottom_share(&self, p: f64) -> Result<f64, Refusal> {
        let mut left = part(p)? * self.weight;
        let mut sum = 0.0;
        for (value, weight) in self.pairs() {
            let taken = weight.min(left);
            sum += value * taken;
            left -= taken;
            if left <= 0.0 {
                break;
            }
        }
        Ok((sum / (self.mean * self.weight)).min(1.0))
    }

    /// The part of the total that the highest part `p` of the weight has.
    ///
    /// # Errors
    /// A part that is not from 0 to 1.
    ///
    /// ```
    /// use netpolity::stats::Distribution;
    ///
    /// assert_eq!(Distribution::new(&[1.0, 1.0, 1.0, 5.0])?.top_share(0.25)?, 0.625);
    /// # Ok::<(), netpolity::stats::Refusal>(())
    /// ```
    pub fn top_share(&self, p: f64) -> Result<f64, Refusal> {
        Ok(1.0 - self.bottom_share(1.0 - part(p)?)?)
    }

    /// The share of the top tenth over that of the bottom four tenths.
    ///
    /// Palma, J. G. (2011), who observed it of incomes.
    ///
    /// # Errors
    /// Where the bottom four tenths have nothing.
    pub fn palma_ratio(&self) -> Result<f64, Refusal> {
        let bottom = self.bottom_share(0.4)?;
        if bottom == 0.0 {
            return Err(Refusal::Zero { what: "the share of the bottom four tenths" });
        }
        Ok(self.top_share(0.1)? / bottom)
    }

    /// The Lorenz curve: for each value the part of the weight and the part of the total up to it, from (0, 0) to (1, 1).
    ///
    /// ```
    /// use netpolity::stats::Distribution;
    ///
    /// assert_eq!(Distribution::new(&[3.0, 1.0])?.lorenz_curve(), [(0.0, 0.0), (0.5, 0.25), (1.0, 1.0)]);
    /// # Ok::<(), netpolity::stats::Refusal>(())
    /// ```
    pub fn lorenz_curve(&self) -> Vec<(f64, f64)> {
        let mut curve = Vec::with_capacity(self.len() + 1);
        let (mut weight, mut total) = (0.0, 0.0);
        curve.push((0.0, 0.0));
        for (value, w) in self.pairs() {
            weight += w;
            total += value * w;
            curve.push((weight / self.weight, total / (self.mean * self.weight)));
        }
        // The sums end there but for rounding.
        if let Some(last) = curve.last_mut() {
            *last = (1.0, 1.0);
        }
        curve
    }

    fn has_zero(&self) -> bool {
        self.values.first() == Some(&0.0)
    }

    fn no_zero(&self) -> Result<(), Refusal> {
        if self.has_zero() { Err(Refusal::Zero { what: VALUE }) } else { Ok(()) }
    }
}

/// A value that is not below zero, and no zero with a sign.
fn unsigned(value: f64) -> Result<f64, Refusal> {
    Ok(value.not_negative(VALUE)? + 0.0)
}

fn part(p: f64) -> Result<f64, Refusal> {
    if (0.0..=1.0).contains(&p) { Ok(p) } else { Err(Refusal::PartOutOfRange { part: p }) }
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    /// The example of `ineq`, with the values that its documentation records.
    const INEQ: [f64; 10] =
        [541.0, 1463.0, 2445.0, 3438.0, 4437.0, 5401.0, 6392.0, 8304.0, 11904.0, 22261.0];

    fn near(found: f64, expected: f64, within: f64) {
        assert!((found - expected).abs() < within, "{found} is not {expected}");
    }

    #[test]
    fn published_values_of_ineq_and_desctools() {
        let incomes = Distribution::new(&INEQ).unwrap();
        near(incomes.gini(), 0.462_091_1, 5e-8);
        near(incomes.gini_corrected().unwrap(), 0.513_434_6, 5e-8);
        near(incomes.atkinson(0.5).unwrap(), 0.179_659_1, 5e-8);
        near(incomes.atkinson(1.0).unwrap(), 0.351_825_1, 5e-8);
        near(incomes.theil_t(), 0.362_341_2, 5e-8);
        near(incomes.mean_log_deviation().unwrap(), 0.433_594_6, 5e-8);
        near(incomes.generalized_entropy(2.0).unwrap(), 0.420_406_2, 5e-8);
        near(incomes.hoover(), 0.337_806_7, 5e-8);
        near(incomes.coefficient_of_variation(), 0.916_958_2, 5e-8);
        // Two distributions with one corrected Gini coefficient, of the same documentation.
        let mut one = vec![50.0 / 9.0; 9];
        one.push(50.0);
        let other = [[2.0; 5], [18.0; 5]].concat();
        for values in [one, other] {
            near(Distribution::new(&values).unwrap().gini_corrected().unwrap(), 0.444_444_4, 5e-8);
        }
    }

    #[test]
    fn zeros_are_limits_or_refused() {
        let half = Distribution::new(&[0.0, 1.0]).unwrap();
        near(half.theil_t(), std::f64::consts::LN_2, 1e-12);
        near(half.gini(), 0.5, 1e-12);
        assert_eq!(half.atkinson(1.0), Ok(1.0));
        assert_eq!(half.mean_log_deviation(), Err(Refusal::Zero { what: VALUE }));
        assert!(half.generalized_entropy(-1.0).is_err());
        assert_eq!(
            half.quantile_ratio(0.9, 0.1),
            Err(Refusal::Zero { what: "the lower quantile" })
        );
    }

    #[test]
    fn one_value_and_equal_values_are_equal() {
        for values in [vec![3.0], vec![0.1; 7]] {
            let equal = Distribution::new(&values).unwrap();
            near(
                equal.gini() + equal.theil_t() + equal.hoover() + equal.coefficient_of_variation(),
                0.0,
                1e-12,
            );
            near(equal.atkinson(0.5).unwrap() + equal.mean_log_deviation().unwrap(), 0.0, 1e-12);
        }
        assert!(Distribution::new(&[3.0]).unwrap().gini_corrected().is_err());
    }

    #[test]
    fn what_is_no_distribution_is_refused() {
        let refused = |values: &[f64], message: &str| {
            assert_eq!(Distribution::new(values).unwrap_err().to_string(), message);
        };
        refused(&[], "there is no value");
        refused(&[0.0, 0.0], "the mean is zero");
        refused(&[1.0, -1.0], "a value is below zero: -1");
        refused(&[1.0, f64::NAN], "a value is not a finite number: NaN");
        refused(&[f64::MAX, f64::MAX], "the mean is too large or has too many digits");
        assert!(Distribution::weighted(&[1.0], &[]).is_err());
        assert!(Distribution::weighted(&[1.0], &[0.0]).is_err());
        assert!(Distribution::weighted(&[1.0], &[-1.0]).is_err());
        assert!(Distribution::new(&[1.0]).unwrap().quantile(1.5).is_err());
    }

    #[test]
    fn quantiles_and_shares() {
        let ten: Vec<f64> = (1..=10).map(f64::from).collect();
        let ten = Distribution::new(&ten).unwrap();
        assert_eq!(ten.quantile(0.1), Ok(1.0));
        assert_eq!(ten.quantile(0.5), Ok(5.0));
        assert_eq!(ten.quantile_ratio(0.9, 0.1), Ok(9.0));
        near(ten.top_share(0.1).unwrap(), 10.0 / 55.0, 1e-12);
        near(ten.bottom_share(0.45).unwrap(), 12.5 / 55.0, 1e-12);
        near(ten.palma_ratio().unwrap(), 1.0, 1e-12);
        assert_eq!(ten.lorenz_curve().len(), 11);
    }

    fn values() -> impl Strategy<Value = Vec<f64>> {
        vec(0.01..1000.0_f64, 2..30)
    }

    /// Every measure of a distribution.
    fn measures(distribution: &Distribution) -> [f64; 9] {
        [
            distribution.gini(),
            distribution.theil_t(),
            distribution.mean_log_deviation().unwrap(),
            distribution.generalized_entropy(2.0).unwrap(),
            distribution.generalized_entropy(-0.5).unwrap(),
            distribution.atkinson(0.5).unwrap(),
            distribution.atkinson(2.0).unwrap(),
            distribution.hoover(),
            distribution.coefficient_of_variation(),
        ]
    }

    fn same(a: &Distribution, b: &Distribution) -> bool {
        measures(a).iter().zip(measures(b)).all(|(a, b)| (a - b).abs() <= 1e-9 * a.abs().max(1.0))
    }

    proptest! {
        #[test]
        fn scale_order_and_replication_change_nothing(values in values(), factor in 0.001..1000.0_f64) {
            let plain = Distribution::new(&values).unwrap();
            let scaled: Vec<f64> = values.iter().map(|value| value * factor).collect();
            let reversed: Vec<f64> = values.iter().rev().copied().collect();
            let doubled = [values.clone(), values.clone()].concat();
            for other in [scaled, reversed, doubled] {
                prop_assert!(same(&plain, &Distribution::new(&other).unwrap()));
            }
        }

        #[test]
        fn a_weight_is_as_many_copies(pairs in vec((0.01..100.0_f64, 1..5_u8), 2..12)) {
            let (values, weights): (Vec<f64>, Vec<f64>) = pairs.iter().map(|(value, weight)| (*value, f64::from(*weight))).unzip();
            let copies: Vec<f64> = pairs.iter().flat_map(|(value, weight)| vec![*value; usize::from(*weight)]).collect();
            let weighted = Distribution::weighted(&values, &weights).unwrap();
            prop_assert!(same(&weighted, &Distribution::new(&copies).unwrap()));
        }

        #[test]
        fn a_transfer_to_the_poorer_lowers_each_measure(mut values in values(), part in 0.01..0.5_f64) {
            let before = Distribution::new(&values).unwrap();
            values.sort_by(f64::total_cmp);
            let last = values.len() - 1;
            prop_assume!(values[last] - values[0] > 0.1);
            let moved = (values[last] - values[0]) * part;
            values[0] += moved;
            values[last] -= moved;
            let after = Distribution::new(&values).unwrap();
            for (before, after) in measures(&before).iter().zip(measures(&after)) {
                prop_assert!(after <= before + 1e-12);
            }
        }

        #[test]
        fn measures_stay_in_their_bounds(values in values()) {
            let distribution = Distribution::new(&values).unwrap();
            let n = f64::from(u32::try_from(values.len()).unwrap());
            prop_assert!((0.0..=1.0 - 1.0 / n + 1e-12).contains(&distribution.gini()));
            prop_assert!((0.0..=n.ln() + 1e-12).contains(&distribution.theil_t()));
            prop_assert!((0.0..1.0).contains(&distribution.hoover()));
            prop_assert!(distribution.hoover() <= distribution.gini() + 1e-12);
            prop_assert!((0.0..=1.0).contains(&distribution.atkinson(0.5).unwrap()));
        }

        #[test]
        fn groups_add_up_to_the_whole(groups in vec(vec((0.0..100.0_f64, 0.1..10.0_f64), 1..8), 1..6)) {
            let split: Vec<(Vec<f64>, Vec<f64>)> = groups.iter().map(|group| group.iter().copied().unzip()).collect();
            let (values, weights): (Vec<f64>, Vec<f64>) = groups.iter().flatten().copied().unzip();
            let whole = Distribution::weighted(&values, &weights).unwrap();
            let parts = theil_by_group(split.iter().map(|(values, weights)| (values.as_slice(), weights.as_slice()))).unwrap();
            prop_assert!((parts.between + parts.within - whole.theil_t()).abs() < 1e-12);
            prop_assert!((parts.groups.iter().map(|group| group.share).sum::<f64>() - 1.0).abs() < 1e-12);
        }
    }
}
