//! Whether countries come nearer to each other.

use super::Refusal;
use super::figure::sealed::Operate;

/// Spread at one time: sigma convergence is its fall over time.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Spread {
    /// How many values there are.
    pub used: u32,
    /// The standard deviation of the population.
    pub deviation: f64,
    /// That of the natural logarithms; `None` where a value is not above zero.
    pub log_deviation: Option<f64>,
}

/// The spread of values at one time; `NaN`s are left out.
///
/// # Errors
/// No value; one that is infinite.
///
/// ```
/// use netpolity::stats::spread;
///
/// assert_eq!(spread(&[2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0])?.deviation, 2.0);
/// # Ok::<(), netpolity::stats::Refusal>(())
/// ```
pub fn spread(values: &[f64]) -> Result<Spread, Refusal> {
    let present: Vec<f64> = values.iter().copied().filter(|value| !value.is_nan()).collect();
    for value in &present {
        value.known("a value")?;
    }
    let deviation = deviation(&present).ok_or(Refusal::Empty)?;
    let logarithms: Option<Vec<f64>> =
        present.iter().map(|value| (*value > 0.0).then(|| value.ln())).collect();
    Ok(Spread {
        used: u32::try_from(present.len()).unwrap_or(u32::MAX),
        deviation,
        log_deviation: logarithms.and_then(|logarithms| self::deviation(&logarithms)),
    })
}

#[allow(clippy::cast_precision_loss)] // counts of values in memory
fn deviation(values: &[f64]) -> Option<f64> {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    let squares: f64 = values.iter().map(|value| (value - mean).powi(2)).sum();
    (n > 0.0).then(|| (squares / n).sqrt())
}

/// Beta convergence: whether those that began low grew faster.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Beta {
    /// The slope of yearly log growth on the logarithm of the first value. Below zero, those that began low grew faster.
    pub slope: f64,
    /// Its standard error; `None` for two pairs, through which every line goes.
    pub standard_error: Option<f64>,
    /// How many pairs were used.
    pub used: u32,
    /// How many were left out: with a value that is missing, or not above zero.
    pub left_out: u32,
}

/// The regression of yearly log growth, `ln(last / first) / years`, on `ln(first)`, by least squares.
///
/// Unconditional beta convergence: Barro, R. J. and Sala-i-Martin, X. (1992), *Convergence*.
///
/// # Errors
/// Fewer than two pairs that can be used; first values that are all the same; years that are not above zero.
///
/// ```
/// use netpolity::stats::beta_convergence;
///
/// // All come nearer to 100 by the same part.
/// let pairs = [(10.0, 31.6), (20.0, 44.7), (50.0, 70.7), (f64::NAN, 30.0)];
/// let beta = beta_convergence(&pairs, 10.0)?;
/// assert!((beta.slope + 0.05).abs() < 1e-3);
/// assert_eq!((beta.used, beta.left_out), (3, 1));
/// # Ok::<(), netpolity::stats::Refusal>(())
/// ```
#[allow(clippy::cast_precision_loss)] // counts of values in memory
pub fn beta_convergence(pairs: &[(f64, f64)], years: f64) -> Result<Beta, Refusal> {
    if !(years > 0.0 && years.is_finite()) {
        return Err(Refusal::NotPositive { what: "the number of years", value: years });
    }
    let usable = |number: f64| number > 0.0 && number.is_finite();
    let points: Vec<(f64, f64)> = pairs
        .iter()
        .filter(|(first, last)| usable(*first) && usable(*last))
        .map(|(first, last)| (first.ln(), (last / first).ln() / years))
        .collect();
    if points.len() < 2 {
        return Err(Refusal::TooFew { found: points.len(), needed: 2 });
    }
    let n = points.len() as f64;
    let (x_mean, y_mean) = (
        points.iter().map(|(x, _)| x).sum::<f64>() / n,
        points.iter().map(|(_, y)| y).sum::<f64>() / n,
    );
    let sxx: f64 = points.iter().map(|(x, _)| (x - x_mean).powi(2)).sum();
    if sxx == 0.0 {
        return Err(Refusal::Zero { what: "the spread of the first values" });
    }
    let slope = points.iter().map(|(x, y)| (x - x_mean) * (y - y_mean)).sum::<f64>() / sxx;
    let residual = |(x, y): &(f64, f64)| (y - y_mean - slope * (x - x_mean)).powi(2);
    let rss: f64 = points.iter().map(residual).sum();
    let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    Ok(Beta {
        slope,
        standard_error: (points.len() > 2).then(|| (rss / (n - 2.0) / sxx).sqrt()),
        used: count(points.len()),
        left_out: count(pairs.len() - points.len()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_found_and_its_error() {
        // y = 0.3 - 0.1 x, but for the third point.
        let at = |x: f64, y: f64| (x.exp(), (x + y).exp());
        let pairs = [at(0.0, 0.3), at(1.0, 0.2), at(2.0, 0.13), at(3.0, 0.0)];
        let beta = beta_convergence(&pairs, 1.0).unwrap();
        assert!((beta.slope + 0.097).abs() < 1e-12, "{}", beta.slope);
        // By hand: the residuals are -0.003, -0.006, 0.021 and -0.012.
        assert!((beta.standard_error.unwrap() - (6.3e-4_f64 / 2.0 / 5.0).sqrt()).abs() < 1e-9);
        assert!(beta_convergence(&[(1.0, 2.0), (1.0, 3.0)], 1.0).is_err());
        assert!(beta_convergence(&pairs, 0.0).is_err());
        assert!(beta_convergence(&[(0.0, 1.0)], 1.0).is_err());
    }

    #[test]
    fn spread_leaves_out_what_is_missing() {
        let found = spread(&[1.0, f64::NAN, std::f64::consts::E]).unwrap();
        assert_eq!((found.used, found.log_deviation), (2, Some(0.5)));
        assert_eq!(spread(&[0.0, 2.0]).unwrap().log_deviation, None);
        assert!(spread(&[f64::NAN]).is_err() && spread(&[f64::INFINITY]).is_err());
    }
}
