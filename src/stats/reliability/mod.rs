//! How far coders agree who judged the same units, beyond what chance would give.
//!
//! Two coders, or two lists of any kind, meet in a [`Contingency`] table: Cohen's kappa with any weights, Scott's pi, Signorino
//! and Ritter's S. Any number of coders, with gaps, are [`Ratings`]: Krippendorff's alpha, Fleiss' kappa and others. What named
//! coders made of the statements of a dataset are [`Codings`], from which both follow.
//!
//! A coefficient of 1 is full agreement, 0 is what chance gives, below 0 is less. Where chance alone would give full
//! agreement, because all judgements are of one category, there is no coefficient: it is refused, not 0 or 1. Tools differ where a judgement is missing:
//!
//! | coefficient | here | `irr` of R | `irrCAC` of R | `scikit-learn` |
//! |---|---|---|---|---|
//! | Cohen's kappa | units that one of the two did not judge are left out | the same | they count in the margins | does not take them |
//! | Fleiss' kappa | as `irrCAC`: each judged unit counts once in the margins, those judged twice or more in the agreement | units with a gap are left out | generalised | |
//! | alpha | values that stand alone in their unit are left out | the same | the same | |
//! | all of one category | refused | `NaN` | `NaN` | `NaN` |
//!
//! ```
//! use netpolity::stats::reliability::{Contingency, Distance};
//!
//! // Two readers, 50 proposals, yes or no: 20 and 15 times they agree.
//! let readers = Contingency::from_counts(&[[20, 5], [10, 15]])?;
//! let kappa = readers.kappa(Distance::Unweighted)?;
//! assert!((kappa.value - 0.4).abs() < 1e-12);
//! assert_eq!(kappa.support, 50);
//! # Ok::<(), netpolity::stats::Refusal>(())
//! ```

mod codings;
mod contingency;
mod ratings;

pub use codings::Codings;
pub(super) use contingency::Cells;
pub use contingency::Contingency;
pub use ratings::{Level, Ratings};

use crate::text::words;

words! {
    /// How far apart two categories are, by their places in the list: the disagreement that a coefficient counts.
    #[derive(Default)]
    pub enum Distance: closed "distance" {
        /// Whichever two differ are equally far apart.
        #[default]
        Unweighted = "unweighted",
        /// The steps between them: `|i - j|`. Absolute distance, equal weights.
        Linear = "linear",
        /// The steps squared: `(i - j)^2`. Weighted kappa then is the intraclass correlation.
        Quadratic = "quadratic",
    }
}

impl Distance {
    #[allow(clippy::cast_precision_loss)] // places in a list
    fn between(self, a: usize, b: usize) -> f64 {
        let steps = a.abs_diff(b) as f64;
        match self {
            Self::Unweighted => f64::from(u8::from(a != b)),
            Self::Linear => steps,
            Self::Quadratic => steps * steps,
        }
    }
}

/// The place of a category in the list.
fn place<C: PartialEq>(
    categories: &[C],
    category: &C,
    unit: usize,
) -> Result<usize, super::Refusal> {
    let place = categories.iter().position(|own| own == category);
    place.ok_or(super::Refusal::NotListed { unit })
}

fn count(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
