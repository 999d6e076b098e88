//! Any number of judges, with gaps.

use super::{count, place};
use crate::stats::figure::sealed::Operate;
use crate::stats::{Counted, Excluded, Exclusions, Measured, Refusal};
use crate::text::words;

words! {
    /// What the values of a judgement mean, for [`alpha`](Ratings::alpha).
    pub enum Level: closed "level of measurement" {
        /// Names: whichever two differ are equally far apart.
        Nominal = "nominal",
        /// Ranks, in the order of the categories: the distance is how many judgements lie between.
        Ordinal = "ordinal",
        /// Numbers, whose differences count.
        Interval = "interval",
        /// Numbers from zero on, whose ratios count.
        Ratio = "ratio",
    }
}

/// What several judges made of each of many units. A judge need not have judged each.
///
/// ```
/// use netpolity::stats::reliability::{Level, Ratings};
///
/// // Krippendorff (2011), data C: 12 units, 4 observers.
/// let text = "11.1 2232 3333 3333 2222 1234 4444 1121 2222 .555 ..11 ..3.";
/// let units: Vec<Vec<Option<f64>>> = text
///     .split(' ')
///     .map(|unit| unit.chars().map(|c| c.to_digit(10).map(f64::from)).collect())
///     .collect();
/// let ratings = Ratings::of_numbers(&units)?;
/// let alpha = ratings.alpha(Level::Nominal)?;
/// assert_eq!(format!("{:.3}", alpha.value), "0.743");
/// assert_eq!(alpha.map(|_| "alpha").to_string(), "alpha (11 units; left out: 1 judged-once)");
/// assert_eq!(format!("{:.3}", ratings.alpha(Level::Interval)?.value), "0.849");
/// # Ok::<(), netpolity::stats::Refusal>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Ratings {
    /// How many times each category was given, for the categories that were, unit by unit.
    judged: Vec<(usize, f64)>,
    /// Where the judgements of each unit end.
    ends: Vec<usize>,
    categories: usize,
    /// What the categories are as numbers; nothing where they are labels.
    numbers: Vec<f64>,
    /// How many times each judge gave each category, where judges are known.
    judges: Vec<Vec<f64>>,
    excluded: Exclusions,
}

/// # Tables
impl Ratings {
    /// A row for each unit, with a place for each judge. The categories are given in their order, with those that nobody
    /// used: by how many there are, [`brennan_prediger`](Self::brennan_prediger) and [`gwet_ac1`](Self::gwet_ac1) reckon chance.
    ///
    /// # Errors
    /// Rows of different lengths; a category that is not listed.
    pub fn new<C: PartialEq, R: AsRef<[Option<C>]>>(
        categories: &[C],
        units: &[R],
    ) -> Result<Self, Refusal> {
        let judges = units.first().map_or(0, |unit| unit.as_ref().len());
        let mut ratings = Self::empty(categories.len(), judges);
        for (at, unit) in units.iter().enumerate() {
            if unit.as_ref().len() != judges {
                return Err(Refusal::Lengths { values: unit.as_ref().len(), others: judges });
            }
            let mut counts = vec![0; categories.len()];
            for (judge, category) in unit.as_ref().iter().enumerate() {
                let Some(category) = category else { continue };
                let place = place(categories, category, at)?;
                counts[place] += 1;
                ratings.judges[judge][place] += 1.0;
            }
            ratings.push(&counts);
        }
        Ok(ratings)
    }

    /// The same of numbers. The categories are the numbers that occur.
    ///
    /// # Errors
    /// Rows of different lengths; `NaN` or an infinite number.
    pub fn of_numbers<R: AsRef<[Option<f64>]>>(units: &[R]) -> Result<Self, Refusal> {
        let mut numbers = Vec::new();
        for number in units.iter().flat_map(AsRef::as_ref).flatten() {
            // 0 and -0 are one number.
            numbers.push(number.known(RATING)? + 0.0);
        }
        numbers.sort_by(f64::total_cmp);
        numbers.dedup();
        Ok(Self { numbers: numbers.clone(), ..Self::new(&numbers, units)? })
    }

    /// How many judges gave each category, a row for each unit. Who they were is not known, and may differ.
    ///
    /// # Errors
    /// Rows of different lengths.
    pub fn from_counts<R: AsRef<[u32]>>(units: &[R]) -> Result<Self, Refusal> {
        let categories = units.first().map_or(0, |unit| unit.as_ref().len());
        let mut ratings = Self::empty(categories, 0);
        for unit in units.iter().map(AsRef::as_ref) {
            if unit.len() != categories {
                return Err(Refusal::Lengths { values: unit.len(), others: categories });
            }
            ratings.push(unit);
        }
        Ok(ratings)
    }

    fn empty(categories: usize, judges: usize) -> Self {
        Self {
            judged: Vec::new(),
            ends: Vec::new(),
            categories,
            numbers: Vec::new(),
            judges: vec![vec![0.0; categories]; judges],
            excluded: Exclusions::NONE,
        }
    }

    fn push(&mut self, counts: &[u32]) {
        match counts.iter().fold(0, |sum: u32, count| sum.saturating_add(*count)) {
            0 => return self.excluded.add(Excluded::Unjudged, 1),
            1 => self.excluded.add(Excluded::Unpaired, 1),
            _ => {}
        }
        let given = counts.iter().enumerate().filter(|(_, count)| **count > 0);
        self.judged.extend(given.map(|(category, count)| (category, f64::from(*count))));
        self.ends.push(self.judged.len());
    }

    pub(super) fn with_unjudged(mut self, units: u32) -> Self {
        self.excluded.add(Excluded::Unjudged, units);
        self
    }
}

/// # Coefficients
impl Ratings {
    /// The mean, over the units that two or more judged, of the part of their pairs of judgements that are equal; from 0 to 1.
    ///
    /// # Errors
    /// No unit was judged twice.
    pub fn agreement(&self) -> Result<Measured<f64>, Refusal> {
        let mut sum = 0.0;
        let mut units = 0.0;
        for (unit, judges) in self.units().filter(|(_, judges)| *judges > 1.0) {
            let equal = unit.iter().map(|(_, count)| count * (count - 1.0)).sum::<f64>();
            sum += equal / (judges * (judges - 1.0));
            units += 1.0;
        }
        if units == 0.0 { Err(Refusal::Empty) } else { Ok(self.measured(sum / units)) }
    }

    /// Fleiss' kappa, `(p - e) / (1 - e)`: `p` is the [agreement](Self::agreement), `e` the sum of the squared parts that
    /// the categories have of the judgements. Every judged unit counts the same in these parts. With two judges and no gap it is Scott's pi. At most 1.
    ///
    /// Fleiss (1971), Psychological Bulletin 76; with gaps as Gwet (2014), Handbook of Inter-Rater Reliability.
    ///
    /// ```
    /// use netpolity::stats::reliability::Ratings;
    ///
    /// // 10 subjects, 14 judges, 5 categories.
    /// let kappa = Ratings::from_counts(&[
    ///     [0, 0, 0, 0, 14], [0, 2, 6, 4, 2], [0, 0, 3, 5, 6], [0, 3, 9, 2, 0], [2, 2, 8, 1, 1],
    ///     [7, 7, 0, 0, 0], [3, 2, 6, 3, 0], [2, 5, 3, 2, 2], [6, 5, 2, 1, 0], [0, 2, 2, 3, 7],
    /// ])?.fleiss_kappa()?;
    /// assert_eq!(format!("{:.3}", kappa.value), "0.210");
    /// # Ok::<(), netpolity::stats::Refusal>(())
    /// ```
    ///
    /// # Errors
    /// No unit was judged twice; all judgements are of one category.
    pub fn fleiss_kappa(&self) -> Result<Measured<f64>, Refusal> {
        let expected = self.parts().iter().map(|part| part * part).sum();
        self.beyond_chance("Fleiss' kappa", expected)
    }

    /// Conger's kappa: [Fleiss' kappa](Self::fleiss_kappa), but chance knows how often each judge used each category. With
    /// two judges it is Cohen's.
    ///
    /// Conger (1980), Psychological Bulletin 88; with gaps as Gwet (2014).
    ///
    /// # Errors
    /// As for [`fleiss_kappa`](Self::fleiss_kappa); judges are not known, or one of them judged nothing.
    pub fn conger_kappa(&self) -> Result<Measured<f64>, Refusal> {
        const WHAT: &str = "Conger's kappa";
        let judges = float(self.judges.len());
        if judges < 2.0 {
            return Err(Refusal::Undefined {
                what: WHAT,
                why: "it is not known which judge gave what",
            });
        }
        let mut sums = vec![(0.0, 0.0); self.categories];
        for judge in &self.judges {
            let total =
                judge.iter().sum::<f64>().positive("the number of judgements of a judge")?;
            for ((sum, squares), count) in sums.iter_mut().zip(judge) {
                let part = count / total;
                *sum += part;
                *squares += part * part;
            }
        }
        let expected = sums.iter().map(|(sum, squares)| {
            // The sample variance of the parts that the judges gave the category.
            let mean = sum / judges;
            let variance = (squares - judges * mean * mean) / (judges - 1.0);
            mean * mean - variance / judges
        });
        self.beyond_chance(WHAT, expected.sum())
    }

    /// The coefficient of Brennan and Prediger: `(p - 1/q) / (1 - 1/q)` for `q` categories, all as likely by chance.
    ///
    /// Brennan and Prediger (1981), Educational and Psychological Measurement 41.
    ///
    /// # Errors
    /// No unit was judged twice; there are fewer than two categories.
    pub fn brennan_prediger(&self) -> Result<Measured<f64>, Refusal> {
        self.beyond_chance("the coefficient", 1.0 / float(self.categories.max(1)))
    }

    /// Gwet's AC1: as [Fleiss' kappa](Self::fleiss_kappa), with `e` the sum of `part (1 - part) / (q - 1)` over `q` categories.
    /// It stays high where nearly all is of one category.
    ///
    /// Gwet (2008), British Journal of Mathematical and Statistical Psychology 61.
    ///
    /// # Errors
    /// No unit was judged twice; there are fewer than two categories.
    pub fn gwet_ac1(&self) -> Result<Measured<f64>, Refusal> {
        const WHAT: &str = "AC1";
        if self.categories < 2 {
            return Err(Refusal::Undefined { what: WHAT, why: ONE });
        }
        let expected = self.parts().iter().map(|part| part * (1.0 - part)).sum::<f64>();
        self.beyond_chance(WHAT, expected / float(self.categories - 1))
    }

    /// Krippendorff's alpha, `1 - Do / De`: the mean squared distance of the values within units to that of all values that
    /// have another in their unit. At most 1.
    ///
    /// Distances are 1 (nominal), how many values lie between, each end counting half (ordinal), the difference (interval), or
    /// the difference divided by the sum (ratio). Krippendorff (2011), Computing Krippendorff's Alpha-Reliability.
    ///
    /// # Errors
    /// No unit was judged twice; all values are equal; an interval or a ratio of labels, or a ratio of a number below zero.
    pub fn alpha(&self, level: Level) -> Result<Measured<f64>, Refusal> {
        const WHAT: &str = "alpha";
        let paired = || self.units().filter(|(_, judges)| *judges > 1.0);
        let mut totals = vec![0.0; self.categories];
        for (category, count) in paired().flat_map(|(unit, _)| unit) {
            totals[*category] += count;
        }
        let values = self.values(level, &totals)?;
        let squared = |a: usize, b: usize| match level {
            Level::Nominal => f64::from(u8::from(a != b)),
            Level::Ordinal | Level::Interval => (values[a] - values[b]).powi(2),
            // Zero is no part away from zero.
            Level::Ratio if a == b => 0.0,
            Level::Ratio => ((values[a] - values[b]) / (values[a] + values[b])).powi(2),
        };
        let apart = |counts: &[(usize, f64)]| {
            let mut sum = 0.0;
            for (at, (a, first)) in counts.iter().enumerate() {
                for (b, second) in counts.iter().skip(at + 1) {
                    sum += first * second * squared(*a, *b);
                }
            }
            sum
        };
        let observed = paired().map(|(unit, judges)| apart(unit) / (judges - 1.0)).sum::<f64>();
        let used: Vec<_> =
            totals.iter().copied().enumerate().filter(|(_, total)| *total > 0.0).collect();
        let expected = apart(&used);
        if used.is_empty() {
            return Err(Refusal::Empty);
        }
        if expected == 0.0 {
            return Err(Refusal::Undefined { what: WHAT, why: ONE });
        }
        let n = totals.iter().sum::<f64>();
        Ok(self.measured(1.0 - (n - 1.0) * observed / expected))
    }

    /// The categories as numbers whose differences are the distances.
    fn values(&self, level: Level, totals: &[f64]) -> Result<Vec<f64>, Refusal> {
        let what = "alpha of intervals and ratios";
        match level {
            Level::Nominal => Ok(Vec::new()),
            // The sum of all between two categories and half of each of the two is the difference of their middles.
            Level::Ordinal => {
                let middles = totals.iter().scan(0.0, |before, total| {
                    let middle = *before + total / 2.0;
                    *before += total;
                    Some(middle)
                });
                Ok(middles.collect())
            }
            _ if self.numbers.is_empty() && self.categories > 0 => {
                Err(Refusal::Undefined { what, why: "labels are no numbers" })
            }
            Level::Interval => Ok(self.numbers.clone()),
            Level::Ratio => {
                for number in &self.numbers {
                    number.not_negative(RATING)?;
                }
                Ok(self.numbers.clone())
            }
        }
    }

    /// The judgements of each unit, and how many there are.
    fn units(&self) -> impl Iterator<Item = (&[(usize, f64)], f64)> {
        let mut start = 0;
        self.ends.iter().map(move |end| {
            let unit = self.judged.get(start..*end).unwrap_or_default();
            start = *end;
            (unit, unit.iter().map(|(_, count)| count).sum())
        })
    }

    /// The part that each category has of the judgements, the mean over all judged units.
    fn parts(&self) -> Vec<f64> {
        let mut parts = vec![0.0; self.categories];
        for (unit, judges) in self.units() {
            for (category, count) in unit {
                parts[*category] += count / judges / float(self.ends.len());
            }
        }
        parts
    }

    fn beyond_chance(&self, what: &'static str, expected: f64) -> Result<Measured<f64>, Refusal> {
        let agreement = self.agreement()?;
        // Parts of a whole that add up to 1 may miss it by their last digits.
        if 1.0 - expected < 1e-12 {
            return Err(Refusal::Undefined { what, why: ONE });
        }
        Ok(agreement.map(|observed| (observed - expected) / (1.0 - expected)))
    }

    fn measured(&self, value: f64) -> Measured<f64> {
        let paired = count(self.ends.len()).saturating_sub(self.excluded.of(Excluded::Unpaired));
        let mut measured = Measured::new(value, Counted::Units, paired);
        measured.excluded = self.excluded;
        measured
    }
}

const RATING: &str = "a rating";
const ONE: &str = "all are of one category, so that chance agrees too";

#[allow(clippy::cast_precision_loss)] // counts of values in memory
fn float(count: usize) -> f64 {
    count as f64
}
