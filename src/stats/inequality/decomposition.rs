//! Inequality between groups and within them.

use super::Distribution;
use crate::stats::Refusal;

/// Theil's T of a whole, in the part between groups and the parts within them.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Decomposition {
    /// The inequality that would be left if all within a group were equal: Theil's T, in nats.
    pub between: f64,
    /// The inequality within groups: the sum of share times inequality of each.
    pub within: f64,
    /// The groups, in the order in which they were given.
    pub groups: Vec<GroupPart>,
}

/// One group in a [`Decomposition`].
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct GroupPart {
    /// The part of the total that the group has, from 0 to 1.
    pub share: f64,
    /// The mean of the group.
    pub mean: f64,
    /// Theil's T within the group.
    pub theil_t: f64,
}

/// Theil's T between and within groups: `sum S_g T_g + sum S_g ln(m_g / m)`, where `S_g` is the part of the total that a group has.
///
/// The two add up to the [Theil T](Distribution::theil_t) of the whole. Groups with nothing contribute nothing.
///
/// Theil (1967); of the one-parameter class only Theil's T and the mean log deviation come apart with weights that add up to one
/// (Shorrocks 1980).
///
/// # Errors
/// As for [`Distribution::weighted`], of the whole.
///
/// ```
/// use netpolity::stats::{Distribution, theil_by_group};
///
/// let (values, weights): ([&[f64]; 2], [&[f64]; 2]) = ([&[10.0, 20.0], &[60.0, 80.0]], [&[1.0, 1.0], &[2.0, 1.0]]);
/// let parts = theil_by_group(values.into_iter().zip(weights))?;
/// let whole = Distribution::weighted(&[10.0, 20.0, 60.0, 80.0], &[1.0, 1.0, 2.0, 1.0])?;
/// assert!((parts.between + parts.within - whole.theil_t()).abs() < 1e-12);
/// # Ok::<(), netpolity::stats::Refusal>(())
/// ```
pub fn theil_by_group<'a>(
    groups: impl IntoIterator<Item = (&'a [f64], &'a [f64])>,
) -> Result<Decomposition, Refusal> {
    let mut parts = Vec::new();
    let (mut weight, mut total) = (0.0, 0.0);
    for (values, weights) in groups {
        let part = match Distribution::weighted(values, weights) {
            Ok(group) => (group.weight, group.mean, group.theil_t()),
            Err(Refusal::Zero { .. }) => (weights.iter().sum(), 0.0, 0.0),
            Err(Refusal::Empty) => (0.0, 0.0, 0.0),
            Err(refusal) => return Err(refusal),
        };
        weight += part.0;
        total += part.0 * part.1;
        parts.push(part);
    }
    if weight == 0.0 {
        return Err(Refusal::Empty);
    }
    if total == 0.0 {
        return Err(Refusal::Zero { what: "the mean" });
    }
    let mean = total / weight;
    let groups: Vec<GroupPart> = parts
        .into_iter()
        .map(|(weight, mean, theil_t)| GroupPart { share: weight * mean / total, mean, theil_t })
        .collect();
    let between = |group: &GroupPart| {
        if group.share == 0.0 { 0.0 } else { group.share * (group.mean / mean).ln() }
    };
    Ok(Decomposition {
        between: groups.iter().map(between).sum::<f64>().max(0.0),
        within: groups.iter().map(|group| group.share * group.theil_t).sum(),
        groups,
    })
}
