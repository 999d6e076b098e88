//! Composite indices: several indicators, made comparable and put together.

use super::Refusal;
use super::figure::sealed::Operate;

/// How the values of an indicator become a score from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum Scale {
    /// The value over an ideal value, no more than 1: `min(1, x / ideal)`.
    ToIdeal {
        /// The ideal value.
        ideal: f64,
    },
    /// The decadic logarithms in their place: `min(1, log10(x) / log10(ideal))`, for what differs by powers of ten, such as
    /// bandwidth. A value of 1 or less scores 0.
    LogToIdeal {
        /// The ideal value, above 1.
        ideal: f64,
    },
    /// The place between two goalposts: `(x - worst) / (best - worst)`, no less than 0 and no more than 1. The best may be the smaller one, as of
    /// prices.
    MinMax {
        /// What scores 0.
        worst: f64,
        /// What scores 1.
        best: f64,
    },
}

impl Scale {
    /// The score of a value, from 0 to 1.
    ///
    /// # Errors
    /// A value that is missing (`NaN`) or infinite; an ideal that is not above zero, or 1 for logarithms; goalposts that are the
    /// same.
    ///
    /// ```
    /// use netpolity::stats::Scale;
    ///
    /// assert_eq!(Scale::ToIdeal { ideal: 60.0 }.score(45.0)?, 0.75);
    /// // The cheaper, the better.
    /// assert_eq!(Scale::MinMax { worst: 10.0, best: 0.0 }.score(2.5)?, 0.75);
    /// # Ok::<(), netpolity::stats::Refusal>(())
    /// ```
    pub fn score(self, value: f64) -> Result<f64, Refusal> {
        let value = value.known("a value")?;
        let above = |limit: f64, ideal: f64| {
            if ideal > limit {
                Ok(ideal)
            } else {
                Err(Refusal::NotPositive { what: "the ideal value", value: ideal - limit })
            }
        };
        let score = match self {
            Self::ToIdeal { ideal } => value / above(0.0, ideal)?,
            Self::LogToIdeal { ideal } => {
                let ideal = above(1.0, ideal)?;
                if value <= 1.0 { 0.0 } else { value.log10() / ideal.log10() }
            }
            Self::MinMax { worst, best } => {
                #[allow(clippy::float_cmp)] // nothing lies between equal goalposts
                if worst == best {
                    return Err(Refusal::Zero { what: "the distance of the goalposts" });
                }
                (value - worst) / (best - worst)
            }
        };
        Ok(score.clamp(0.0, 1.0))
    }
}

/// How scores are put together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Mean {
    /// The weighted sum: a low score is made up for by a high one.
    #[default]
    Arithmetic,
    /// The weighted product: no score makes up for one of 0.
    Geometric,
}

/// What becomes of an index of which some values are missing.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
#[non_exhaustive]
pub enum Incomplete {
    /// It is refused.
    #[default]
    Refuse,
    /// The others have its weight, where they had at least this part of the weight together.
    Reweight {
        /// From 0 to 1.
        at_least: f64,
    },
}

/// One part of a composite: an indicator, or another composite.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Component {
    /// Its score from 0 to 1; `None` where it is missing.
    pub score: Option<f64>,
    /// Its weight. Weights need not add up to one: the ITU gave a third as 0.33.
    pub weight: f64,
}

impl Component {
    /// A part with a score.
    pub fn new(score: Option<f64>, weight: f64) -> Self {
        Self { score, weight }
    }
}

/// A composite index.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Composite {
    /// The index, from 0 to 1 where weights add up to one.
    pub value: f64,
    /// What each component adds to it, in their order: weight times score. Of a geometric mean: the part of the logarithm.
    pub contributions: Vec<f64>,
    /// The part of the weight that components with a score have, from 0 to 1.
    pub coverage: f64,
}

/// Puts scores together by a weighted mean.
///
/// The arithmetic mean is `sum(w s)`, the geometric one `exp(sum(w ln s))`; weights are taken as they are given and, where values are missing, those of the others are
/// stretched to the same sum.
///
/// As in the OECD's *Handbook on Constructing Composite Indicators* (2008), and the ITU's ICT Development Index of 2009 to 2017: access 0.4,
/// use 0.4 and skills 0.2, each the mean of indicators over ideal values.
///
/// # Errors
/// A missing score under [`Incomplete::Refuse`], or too many under [`Incomplete::Reweight`]; a score or weight that is not finite, or below zero; weights of zero.
///
/// ```
/// use netpolity::stats::{Component, Incomplete, Mean, composite};
///
/// let parts = [Component::new(Some(0.82), 0.4), Component::new(Some(0.78), 0.4), Component::new(Some(0.98), 0.2)];
/// let index = composite(&parts, Mean::Arithmetic, Incomplete::Refuse)?;
/// assert!((index.value - 0.836).abs() < 1e-12);
/// # Ok::<(), netpolity::stats::Refusal>(())
/// ```
pub fn composite(
    parts: &[Component],
    mean: Mean,
    incomplete: Incomplete,
) -> Result<Composite, Refusal> {
    let (mut whole, mut known) = (0.0, 0.0);
    for part in parts {
        part.weight.not_negative("a weight")?;
        if let Some(score) = part.score {
            score.not_negative("a score")?;
        }
        whole += part.weight;
        known += part.score.map_or(0.0, |_| part.weight);
    }
    if known == 0.0 {
        return Err(if whole == 0.0 {
            Refusal::Zero { what: "the sum of the weights" }
        } else {
            Refusal::Empty
        });
    }
    let coverage = known / whole;
    let needed = match incomplete {
        Incomplete::Refuse => 1.0,
        Incomplete::Reweight { at_least } => at_least,
    };
    if coverage + 1e-12 < needed {
        return Err(Refusal::Incomplete { coverage, needed });
    }
    let stretch = whole / known;
    let term = |part: &Component| match (part.score, mean) {
        (None, _) => 0.0,
        (Some(score), Mean::Arithmetic) => part.weight * stretch * score,
        (Some(score), Mean::Geometric) => part.weight * stretch * score.ln(),
    };
    let contributions: Vec<f64> = parts.iter().map(term).collect();
    let sum: f64 = contributions.iter().sum();
    let value = if mean == Mean::Geometric { sum.exp() } else { sum };
    Ok(Composite { value, contributions, coverage })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mean_of(scores: &[f64], weight: f64) -> f64 {
        let parts: Vec<Component> =
            scores.iter().map(|score| Component::new(Some(*score), weight)).collect();
        composite(&parts, Mean::Arithmetic, Incomplete::Refuse).unwrap().value
    }

    /// ITU, *Measuring the Information Society 2011*, Annex 1: the index of the Republic of Korea, 2010, step by step.
    #[test]
    fn the_worked_example_of_the_itu() {
        let to = |ideal: f64, value: f64| Scale::ToIdeal { ideal }.score(value).unwrap();
        let bandwidth = Scale::LogToIdeal { ideal: 280_377.0 }.score(11_878.4).unwrap();
        let access =
            [to(60.0, 59.2), to(170.0, 105.4), bandwidth, to(100.0, 82.0), to(100.0, 97.0)];
        // A third, as the report has it: 0.33. More are enrolled than are of that age; that scores 1.
        let usage = [to(100.0, 84.0), to(60.0, 36.6), to(100.0, 91.0)];
        let skills = [to(100.0, 97.9), to(100.0, 102.0), to(100.0, 99.0)];
        let (access, usage, skills) =
            (mean_of(&access, 0.2), mean_of(&usage, 0.33), mean_of(&skills, 0.33));
        assert!((access - 0.8289).abs() < 5e-5, "{access}");
        assert!((usage - 0.7788).abs() < 5e-5, "{usage}");
        assert!((skills - 0.979_77).abs() < 5e-6, "{skills}");
        let parts = [(access, 0.4), (usage, 0.4), (skills, 0.2)];
        let parts = parts.map(|(score, weight)| Component::new(Some(score), weight));
        let index = composite(&parts, Mean::Arithmetic, Incomplete::Refuse).unwrap();
        assert!((index.value * 10.0 - 8.39).abs() < 0.01, "{}", index.value);
    }

    #[test]
    fn scales_have_ends_and_directions() {
        let price = Scale::MinMax { worst: 10.0, best: 0.0 };
        for (value, score) in [(15.0, 0.0), (10.0, 0.0), (2.5, 0.75), (-1.0, 1.0)] {
            assert!((price.score(value).unwrap() - score).abs() < 1e-12);
        }
        assert_eq!(Scale::LogToIdeal { ideal: 1000.0 }.score(0.5), Ok(0.0));
        assert!(Scale::LogToIdeal { ideal: 1.0 }.score(5.0).is_err());
        assert!(Scale::ToIdeal { ideal: 0.0 }.score(5.0).is_err());
        assert!(Scale::MinMax { worst: 1.0, best: 1.0 }.score(5.0).is_err());
        assert!(Scale::ToIdeal { ideal: 1.0 }.score(f64::NAN).is_err());
    }

    #[test]
    fn missing_scores_are_refused_or_reweighted() {
        let parts = [Component::new(Some(0.5), 0.6), Component::new(None, 0.4)];
        let refused = composite(&parts, Mean::Arithmetic, Incomplete::Refuse).unwrap_err();
        assert_eq!(
            refused.to_string(),
            "components with a score have 60.0 % of the weight; 100.0 % are needed"
        );
        let index =
            composite(&parts, Mean::Arithmetic, Incomplete::Reweight { at_least: 0.5 }).unwrap();
        assert!((index.value - 0.5).abs() < 1e-12 && (index.coverage - 0.6).abs() < 1e-12);
        let product = [Component::new(Some(0.0), 0.5), Component::new(Some(1.0), 0.5)];
        let index = composite(&product, Mean::Geometric, Incomplete::Refuse).unwrap();
        assert!(index.value.abs() < 1e-12);
    }
}
