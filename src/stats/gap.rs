//! Gaps between two groups of people: women and men, country and town, young and other.

use super::{Figure, Refusal};
use crate::text::words;

/// The parity score: the share of the group that is behind, or is taken to be, over that of the other; female over male.
///
/// 1 is parity. The form of the International Telecommunication Union and of UNESCO's gender parity index.
///
/// Domain: shares not below zero, the second above it. Give [intervals](crate::quantity::Interval) where shares are rounded: 65 over 70 percent is
/// 0.93 to 0.94, and the Union printed 0.94 for what it had unrounded.
///
/// # Errors
/// A share that is missing (`NaN`), negative or infinite; a second share of zero; for intervals, operands that leave every score possible.
///
/// ```
/// use netpolity::quantity::Interval;
/// use netpolity::stats::{Parity, parity_score};
///
/// let score = parity_score(65.0, 70.0)?;
/// assert_eq!(Parity::of(score), Parity::Gap);
///
/// let (women, men): (Interval, Interval) = ("[64.5, 65.5)".parse().unwrap(), "[69.5, 70.5)".parse().unwrap());
/// let score = parity_score(women, men)?;
/// assert!(score.contains(&"0.94".parse().unwrap()) && score.contains(&"0.92".parse().unwrap()));
/// # Ok::<(), netpolity::stats::Refusal>(())
/// ```
pub fn parity_score<F: Figure>(first: F, second: F) -> Result<F, Refusal> {
    const SCORE: &str = "the parity score";
    let (first, second) =
        (first.not_negative("the first share")?, second.positive("the second share")?);
    first.over(second, SCORE)?.within(Some(0), None, SCORE)
}

/// The gap as a part of the other group's share, in percent: 100 x (other - behind) / other.
///
/// The form of the GSMA's mobile gender gap: (male - female) / male. Negative where the first group is ahead.
///
/// # Errors
/// As for [`parity_score`].
///
/// ```
/// use netpolity::stats::relative_gap;
///
/// assert_eq!(relative_gap(60.0, 80.0)?, 25.0);
/// # Ok::<(), netpolity::stats::Refusal>(())
/// ```
pub fn relative_gap<F: Figure>(first: F, second: F) -> Result<F, Refusal> {
    const GAP: &str = "the relative gap";
    let score = parity_score(first, second)?;
    F::constant(1).minus(score, GAP)?.times(F::constant(100), GAP)?.within(None, Some(100), GAP)
}

words! {
    /// How far from parity a score is, by the classes of the International Telecommunication Union.
    pub enum Parity: closed "class of parity" {
        /// From 0.98 to 1.02.
        Parity = "parity",
        /// From 0.95 or to 1.05.
        Near = "near",
        /// Farther away.
        Gap = "gap",
    }
}

impl Parity {
    /// The class of a [parity score](parity_score).
    pub fn of(score: f64) -> Self {
        // Scores are ratios of decimals, and not exact.
        let distance = (score - 1.0).abs() - 1e-12;
        if distance <= 0.02 {
            Self::Parity
        } else if distance <= 0.05 {
            Self::Near
        } else {
            Self::Gap
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_have_their_ends() {
        use Parity::{Gap, Near, Parity as P};
        let classes = [0.9, 0.95, 0.979, 0.98, 1.0, 1.02, 1.03, 1.05, 1.2].map(Parity::of);
        assert_eq!(classes, [Gap, Near, Near, P, P, P, Near, Near, Gap]);
    }

    #[test]
    fn gaps_of_the_field() {
        // GSMA's form: 79 of 100 men and 65 of 100 women.
        assert!((relative_gap(65.0, 79.0).unwrap() - 17.721_518_987).abs() < 1e-8);
        assert!(relative_gap(80.0, 60.0).unwrap() < 0.0);
        assert_eq!(parity_score(5.0, 0.0), Err(Refusal::Zero { what: "the second share" }));
    }
}
