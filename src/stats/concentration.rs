//! How much of something few hold.

use super::Refusal;
use super::figure::sealed::Operate;

/// The Herfindahl-Hirschman index: the sum of the squared shares, from 1/n to 1.
///
/// Multiply by 10,000 for the form in which competition authorities use it. Holders of nothing change nothing.
///
/// Hirschman (1945), Herfindahl (1950).
///
/// # Errors
/// A number that is missing (`NaN`), infinite or below zero; a total of zero.
///
/// ```
/// use netpolity::stats::herfindahl_index;
///
/// assert_eq!(herfindahl_index(&[50.0, 25.0, 25.0])?, 0.375);
/// # Ok::<(), netpolity::stats::Refusal>(())
/// ```
pub fn herfindahl_index(holdings: &[f64]) -> Result<f64, Refusal> {
    let total = total(holdings)?;
    Ok(holdings.iter().map(|holding| (holding / total).powi(2)).sum())
}

/// How many equal holders would give the same [Herfindahl-Hirschman index](herfindahl_index): its inverse.
///
/// # Errors
/// As for [`herfindahl_index`].
///
/// ```
/// assert_eq!(netpolity::stats::effective_number(&[5.0, 5.0, 5.0, 5.0])?, 4.0);
/// # Ok::<(), netpolity::stats::Refusal>(())
/// ```
pub fn effective_number(holdings: &[f64]) -> Result<f64, Refusal> {
    Ok(1.0 / herfindahl_index(holdings)?)
}

/// The part of the total that the largest `k` holders have: the concentration ratio CR(k).
///
/// # Errors
/// As for [`herfindahl_index`].
///
/// ```
/// use netpolity::stats::concentration_ratio;
///
/// assert_eq!(concentration_ratio(&[25.0, 50.0, 15.0, 10.0], 2)?, 0.75);
/// # Ok::<(), netpolity::stats::Refusal>(())
/// ```
pub fn concentration_ratio(holdings: &[f64], k: usize) -> Result<f64, Refusal> {
    let total = total(holdings)?;
    let mut sorted = holdings.to_vec();
    sorted.sort_by(|a, b| b.total_cmp(a));
    Ok((sorted.iter().take(k).sum::<f64>() / total).min(1.0))
}

fn total(holdings: &[f64]) -> Result<f64, Refusal> {
    const TOTAL: &str = "the total";
    for holding in holdings {
        holding.not_negative("a holding")?;
    }
    match holdings.iter().sum::<f64>() {
        0.0 => Err(Refusal::Zero { what: TOTAL }),
        total => total.within(None, None, TOTAL),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_values_of_ineq() {
        let x = [541.0, 1463.0, 2445.0, 3438.0, 4437.0, 5401.0, 6392.0, 8304.0, 11904.0, 22261.0];
        assert!((herfindahl_index(&x).unwrap() - 0.184_081_2).abs() < 5e-8);
        assert!((effective_number(&x).unwrap() - 1.0 / 0.184_081_2).abs() < 5e-6);
    }

    #[test]
    fn few_and_many() {
        assert_eq!(herfindahl_index(&[7.0, 0.0]), Ok(1.0));
        assert!((effective_number(&[1.0; 8]).unwrap() - 8.0).abs() < 1e-12);
        assert_eq!(concentration_ratio(&[1.0, 2.0], 5), Ok(1.0));
        assert_eq!(concentration_ratio(&[1.0, 2.0], 0), Ok(0.0));
        assert_eq!(herfindahl_index(&[]).unwrap_err().to_string(), "the total is zero");
        assert!(herfindahl_index(&[1.0, -1.0]).is_err() && herfindahl_index(&[f64::NAN]).is_err());
    }
}
