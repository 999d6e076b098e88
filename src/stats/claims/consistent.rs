//! Figures of one text against each other.

use super::check::convert;
use crate::metric::Indicator;
use crate::quantity::{Interval, Quantity, Tolerance, Unit, implied_base};
use crate::statement::{Claim, Measure};

/// Figures that can't all be right.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Contradiction {
    /// Two figures of one thing have no number in common.
    Pair {
        /// Their positions in the list.
        claims: [usize; 2],
    },
    /// A count and a share imply a base that is not the one of a third figure.
    Base {
        /// The positions of count, share and base in the list.
        claims: [usize; 3],
        /// The base that count and share imply.
        implied: Interval,
        /// The base that is claimed.
        claimed: Interval,
    },
}

/// The smallest set of claims that contradict each other; `None` where all can be true together.
///
/// Figures of the same indicator, subject, measure and period have to have a number in common. Of a count and a share, such as
/// `internet-users` and `internet-users-share`, and the indicator by which the share is divided, the base that count and share imply has to be
/// possible. Claims without a period may be about one time and are held against each other.
///
/// ```
/// use netpolity::Claim;
/// use netpolity::quantity::Tolerance;
/// use netpolity::stats::claims::{Contradiction, contradiction};
///
/// let text = |population: &str| -> Vec<Claim> {
///     serde_json::from_str(&format!(
///         r#"[ {{ "indicator": "internet-users", "subject": "CHN", "quantity": "591 million" }},
///              {{ "indicator": "internet-users-share", "subject": "CHN", "quantity": "44.1 percent" }},
///              {{ "indicator": "population", "subject": "CHN", "quantity": "{population}" }} ]"#
///     )).unwrap()
/// };
/// // 591 million at 44.1 percent are 1,337.5 to 1,342.8 million people.
/// assert_eq!(contradiction(&text("1,340 million"), &Tolerance::default()), None);
/// let found = contradiction(&text("exactly 1,357.38 million"), &Tolerance::default());
/// assert!(matches!(found, Some(Contradiction::Base { claims: [0, 1, 2], .. })));
/// ```
pub fn contradiction(claims: &[Claim], tolerance: &Tolerance) -> Option<Contradiction> {
    let figures: Vec<Figure<'_>> = claims
        .iter()
        .enumerate()
        .filter_map(|(at, claim)| Figure::of(at, claim, tolerance))
        .collect();
    pair(&figures).or_else(|| base(&figures))
}

struct Figure<'c> {
    at: usize,
    claim: &'c Claim,
    unit: Unit,
    interval: Interval,
}

impl<'c> Figure<'c> {
    fn of(at: usize, claim: &'c Claim, tolerance: &Tolerance) -> Option<Self> {
        let quantity: &Quantity = claim.quantity.as_ref()?;
        let interval = quantity.interval(tolerance).ok()?;
        Some(Self { at, claim, unit: quantity.unit(), interval })
    }

    fn is_level(&self) -> bool {
        matches!(self.claim.measure, Measure::Level | Measure::Share)
    }

    /// Whether both may be about one time of one subject.
    fn goes_with(&self, other: &Self) -> bool {
        let (a, b) = (self.claim, other.claim);
        a.subject == b.subject && (a.period == b.period || a.period.is_none() || b.period.is_none())
    }
}

fn pair(figures: &[Figure<'_>]) -> Option<Contradiction> {
    for (i, one) in figures.iter().enumerate() {
        for other in figures.iter().skip(i + 1) {
            let same = one.claim.indicator == other.claim.indicator
                && one.claim.measure == other.claim.measure
                && one.goes_with(other);
            let Some(converted) = convert(&other.interval, other.unit, one.unit).filter(|_| same)
            else {
                continue;
            };
            if !one.interval.possibly_equal(&converted) {
                return Some(Contradiction::Pair { claims: [one.at, other.at] });
            }
        }
    }
    None
}

fn base(figures: &[Figure<'_>]) -> Option<Contradiction> {
    let levels = || figures.iter().filter(|figure| figure.is_level());
    for share in levels() {
        let Some(percent) = convert(&share.interval, share.unit, Unit::Percent) else { continue };
        let id = share.claim.indicator.as_str();
        let Some(count_id) = id.strip_suffix("-share") else { continue };
        let Some(base_id) =
            Indicator::built_in(id).and_then(|indicator| indicator.denominator.as_ref())
        else {
            continue;
        };
        for count in
            levels().filter(|count| count.claim.indicator == *count_id && count.goes_with(share))
        {
            let Ok(implied) = implied_base(&count.interval, &percent) else { continue };
            for base in levels().filter(|base| base.claim.indicator == *base_id) {
                let possible = base.interval.possibly_equal(&implied);
                if !possible && base.goes_with(share) && base.goes_with(count) {
                    return Some(Contradiction::Base {
                        claims: [count.at, share.at, base.at],
                        implied,
                        claimed: base.interval,
                    });
                }
            }
        }
    }
    None
}
