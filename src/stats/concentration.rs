//! How much of something few hold.

use super::Refusal;
use super::figure::sealed::Operate;

/// What each of several holds, such as the addresses of countries, the domains of registrars or the visits of sites.
///
/// A holder of nothing changes nothing. One of which nothing is known has to be left out, and may hold much: over a panel,
/// [`Aggregate::concentration_at`](super::Aggregate::concentration_at) says how much is covered, and refuses.
///
/// ```
/// use netpolity::stats::Concentration;
///
/// let held = Concentration::new(&[25.0, 50.0, 15.0, 10.0])?;
/// assert_eq!(held.total(), 100.0);
/// assert_eq!(held.ratio(2), 0.75);
/// # Ok::<(), netpolity::stats::Refusal>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Concentration {
    /// What each holds, the largest first.
    holdings: Vec<f64>,
    total: f64,
}

impl Concentration {
    /// That of holdings in any order.
    ///
    /// # Errors
    /// A number that is missing (`NaN`), infinite or below zero; a total of zero, of which nothing is a part.
    pub fn new(holdings: &[f64]) -> Result<Self, Refusal> {
        const TOTAL: &str = "the total";
        for holding in holdings {
            holding.not_negative("a holding")?;
        }
        let total = holdings.iter().sum::<f64>().within(None, None, TOTAL)?.positive(TOTAL)?;
        let mut holdings = holdings.to_vec();
        holdings.sort_by(|a, b| b.total_cmp(a));
        Ok(Self { holdings, total })
    }

    /// The sum.
    pub fn total(&self) -> f64 {
        self.total
    }

    /// The Herfindahl-Hirschman index: the sum of the squared shares, `sum (h / total)^2`, from 1/n to 1.
    ///
    /// Multiply by 10,000 for the form in which competition authorities use it.
    ///
    /// Hirschman (1945), Herfindahl (1950); as in `ineq`.
    ///
    /// ```
    /// use netpolity::stats::Concentration;
    ///
    /// assert_eq!(Concentration::new(&[50.0, 25.0, 25.0])?.herfindahl_index(), 0.375);
    /// # Ok::<(), netpolity::stats::Refusal>(())
    /// ```
    pub fn herfindahl_index(&self) -> f64 {
        self.holdings.iter().map(|holding| (holding / self.total).powi(2)).sum()
    }

    /// How many equal holders would give the same [Herfindahl-Hirschman index](Self::herfindahl_index): its inverse, from 1 to n.
    ///
    /// ```
    /// use netpolity::stats::Concentration;
    ///
    /// assert_eq!(Concentration::new(&[5.0, 5.0, 5.0, 5.0])?.effective_number(), 4.0);
    /// # Ok::<(), netpolity::stats::Refusal>(())
    /// ```
    pub fn effective_number(&self) -> f64 {
        1.0 / self.herfindahl_index()
    }

    /// The part of the total that the largest `k` have: the concentration ratio CR(k), from 0 to 1.
    pub fn ratio(&self, k: usize) -> f64 {
        (self.holdings.iter().take(k).sum::<f64>() / self.total).min(1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_values_of_ineq() {
        let x = [541.0, 1463.0, 2445.0, 3438.0, 4437.0, 5401.0, 6392.0, 8304.0, 11904.0, 22261.0];
        let held = Concentration::new(&x).unwrap();
        assert!((held.herfindahl_index() - 0.184_081_2).abs() < 5e-8);
        assert!((held.effective_number() - 1.0 / 0.184_081_2).abs() < 5e-6);
    }

    #[test]
    fn few_and_many() {
        let held = |holdings: &[f64]| Concentration::new(holdings).unwrap();
        assert!((held(&[7.0, 0.0]).herfindahl_index() - 1.0).abs() < 1e-12);
        assert!((held(&[1.0; 8]).effective_number() - 8.0).abs() < 1e-12);
        assert!((held(&[1.0, 2.0]).ratio(5) - 1.0).abs() < 1e-12);
        assert!(held(&[1.0, 2.0]).ratio(0).abs() < 1e-12);
        let refused = |holdings: &[f64]| Concentration::new(holdings).unwrap_err().to_string();
        assert_eq!(refused(&[]), "the total is zero");
        assert_eq!(refused(&[1.0, -1.0]), "a holding is below zero: -1");
        assert_eq!(refused(&[f64::NAN]), "a holding is not a finite number: NaN");
        assert_eq!(refused(&[f64::MAX, f64::MAX]), "the total is too large or has too many digits");
    }
}
