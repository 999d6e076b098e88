//! Fits, and what they are worth.

use super::Curve;
use super::dual::{Dual, MOST};
use super::solve::{Matrix, Normal, descend, inverse};
use crate::metric::{Series, Slice};
use crate::stats::Refusal;
use crate::stats::figure::sealed::Operate;
use crate::stats::path::time_of;

/// What is known of the level at which a curve saturates.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum Saturation {
    /// Nothing: it is a parameter like the others.
    #[default]
    Free,
    /// It is not above a level, such as 100 percent.
    AtMost(f64),
    /// It is this.
    Fixed(f64),
}

/// A parameter of a fitted curve.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Parameter {
    /// Its name in the formula of the [`Curve`].
    pub name: &'static str,
    /// Its value: levels in the unit of the levels, times in that of the times; of a series, percent or whatever it is in, and years.
    pub value: f64,
    /// Its standard error; `None` where it was not sought, or the points don't determine it.
    pub standard_error: Option<f64>,
}

/// Why a fit is to be taken with caution.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FitWarning {
    /// The search did not come to rest.
    #[error("the search for the best fit did not come to rest")]
    NotConverged,
    /// There are fewer than three points more than parameters.
    #[error("there are too few points for so many parameters")]
    FewPoints,
    /// The point of inflection lies behind the last observation, so that the saturation is extrapolated.
    #[error("the inflection lies after the last observation: the saturation is not identified")]
    InflectionAhead,
    /// The saturation is at the bound that was given.
    #[error("the saturation is at its bound")]
    SaturationAtBound,
    /// The standard error of the saturation is above a quarter of it, or can't be told.
    #[error("the saturation is uncertain by more than a quarter")]
    SaturationUncertain,
}

/// A curve fitted to points.
#[derive(Debug, Clone, PartialEq)]
pub struct Fit {
    curve: Curve,
    origin: f64,
    last: f64,
    values: [f64; MOST],
    covariance: Option<Matrix>,
    free: [bool; MOST],
    points: usize,
    rss: f64,
    tss: f64,
    warnings: Vec<FitWarning>,
}

/// Fits a curve to points of time and level, by least squares.
///
/// The search (Levenberg and Marquardt, with exact derivatives) begins at several saturations, always the same, and takes the
/// best. Points with a level of zero count; those with `NaN` are left out. The origin of time of the curves that have one is the time of the
/// first point, of Bass's curve a year before it.
///
/// # Errors
/// A number that is infinite; fewer points than parameters; points of which no level is above zero; a bound that is not above
/// zero.
///
/// ```
/// use netpolity::stats::diffusion::{Curve, Saturation, fit};
///
/// let points: Vec<(f64, f64)> =
///     (1990..2020).map(f64::from).map(|t| (t, 80.0 / (1.0 + (-0.3 * (t - 2005.0)).exp()))).collect();
/// let fit = fit(Curve::Logistic, &points, Saturation::Free)?;
/// assert!((fit.parameter("L").unwrap().value - 80.0).abs() < 1e-6);
/// assert!((fit.time_of(40.0).unwrap() - 2005.0).abs() < 1e-6);
/// # Ok::<(), netpolity::stats::Refusal>(())
/// ```
pub fn fit(curve: Curve, points: &[(f64, f64)], saturation: Saturation) -> Result<Fit, Refusal> {
    let first = points.iter().filter(|(_, level)| !level.is_nan()).map(|(time, _)| *time);
    let first = first.fold(f64::INFINITY, f64::min);
    let origin = match curve {
        Curve::Bass => first - 1.0,
        Curve::Logistic | Curve::Gompertz | Curve::Richards => first,
    };
    fit_from(curve, points, saturation, origin)
}

/// The same with an origin of time of the caller's.
///
/// # Errors
/// As for [`fit`]; for Bass's curve also a point before the origin.
pub fn fit_from(
    curve: Curve,
    points: &[(f64, f64)],
    saturation: Saturation,
    origin: f64,
) -> Result<Fit, Refusal> {
    let points = usable(points, origin)?;
    let largest = points.iter().map(|(_, level)| *level).fold(0.0, f64::max);
    let (highest, fixed) = match saturation {
        Saturation::Free => (f64::INFINITY, None),
        Saturation::AtMost(level) => (above_zero(level)?, None),
        Saturation::Fixed(level) => (f64::INFINITY, Some(above_zero(level)?)),
    };
    let count = curve.parameters().len();
    let free: [bool; MOST] = std::array::from_fn(|i| i < count && !(i == 0 && fixed.is_some()));
    let sought = free.iter().filter(|free| **free).count();
    if points.len() < sought {
        return Err(Refusal::TooFew { found: points.len(), needed: sought });
    }
    if largest <= 0.0 {
        return Err(Refusal::Zero { what: "the largest level" });
    }
    if curve == Curve::Bass && points.iter().any(|(time, _)| *time < 0.0) {
        return Err(Refusal::Undefined { what: "the fit", why: "a point lies before the origin" });
    }
    let normal = |at: [f64; MOST]| normal(curve, at, &points);
    let starts =
        [1.02, 1.3, 2.0, 5.0].map(|factor| fixed.unwrap_or((largest * factor).min(highest)));
    let mut best: Option<([f64; MOST], f64, bool)> = None;
    for level in starts {
        let Some(start) = curve.start(level, &points) else { continue };
        let known = best.map(|(point, ..)| point);
        let found = descend(inward(curve, start), free, highest.ln(), known, normal);
        best = match (best, found) {
            (Some(best), Some(found)) => Some(if found.1 < best.1 { found } else { best }),
            (best, found) => found.or(best),
        };
    }
    let Some((inner, rss, converged)) = best.filter(|(_, rss, _)| rss.is_finite()) else {
        return Err(Refusal::Undefined {
            what: "the fit",
            why: "the points don't rise like the curve",
        });
    };
    let values = outward(curve, inner);
    #[allow(clippy::cast_precision_loss)] // counts of points in memory
    let n = points.len() as f64;
    let mean = points.iter().map(|(_, level)| level).sum::<f64>() / n;
    let tss = points.iter().map(|(_, level)| (level - mean).powi(2)).sum();
    let last = points.iter().map(|(time, _)| *time).fold(f64::NEG_INFINITY, f64::max);
    let at_bound = values[0] >= highest * (1.0 - 1e-9);
    let mut determined = free;
    determined[0] &= !at_bound;
    let covariance = covariance(curve, values, &points, determined, rss);
    let mut fit = Fit {
        curve,
        origin,
        last,
        values,
        covariance,
        free: determined,
        points: points.len(),
        rss,
        tss,
        warnings: Vec::new(),
    };
    fit.warn(converged, at_bound, sought);
    Ok(fit)
}

/// Fits a curve to the values of a series; times are years of the common era, as of [`first_reached`](crate::stats::first_reached).
///
/// To leave out what comes before a break, give a [slice](crate::metric::Slice::between) of the series.
///
/// # Errors
/// As for [`fit`].
pub fn fit_series(
    series: Series<'_>,
    curve: Curve,
    saturation: Saturation,
) -> Result<Fit, Refusal> {
    let values = series.values().iter().enumerate().filter(|(_, value)| !value.is_nan());
    let point =
        |(position, value): (usize, &f64)| Some((time_of(series.period_at(position)?)?, *value));
    fit(curve, &values.filter_map(point).collect::<Vec<_>>(), saturation)
}

/// Fits a curve to each series of a slice of a panel, such as to that of each country.
///
/// ```
/// # use netpolity::metric::{Number, PanelBuilder, Variable, Vintage};
/// use netpolity::country::Country;
/// use netpolity::stats::diffusion::{Curve, Saturation, fit_all};
/// # use netpolity::Period;
///
/// # let mut builder = PanelBuilder::new(Vintage::new());
/// # let variable = builder.variable(Variable::new("share"));
/// # for (country, middle) in [(Country::FRA, 2005.0), (Country::IND, 2019.0)] {
/// #     let area = builder.area(country.into(), country.alpha3(), "");
/// #     for year in 1990..2025 {
/// #         let share = 90.0 / (1.0 + (-0.3 * (f64::from(year) - middle)).exp());
/// #         builder.push(variable, area, Default::default(), Period::from_year(year)?, Number::new(share, 6).unwrap().into(), 0).unwrap();
/// #     }
/// # }
/// # let panel = builder.finish();
/// let slice = panel.slice().indicator("share");
/// for (series, fit) in fit_all(&slice, Curve::Logistic, Saturation::AtMost(100.0)) {
///     let middle = fit?.parameter("t0").unwrap().value;
///     assert_eq!(middle.round(), if *series.area() == Country::FRA.into() { 2005.0 } else { 2019.0 });
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn fit_all<'p>(
    slice: &Slice<'p>,
    curve: Curve,
    saturation: Saturation,
) -> impl Iterator<Item = (Series<'p>, Result<Fit, Refusal>)> {
    slice.series().map(move |series| (series, fit_series(series, curve, saturation)))
}

/// The points after the origin, without those that have no level.
fn usable(points: &[(f64, f64)], origin: f64) -> Result<Vec<(f64, f64)>, Refusal> {
    let mut usable = Vec::with_capacity(points.len());
    for (time, level) in points.iter().filter(|(_, level)| !level.is_nan()) {
        usable.push((time.known("a time")? - origin, level.known("a level")?));
    }
    Ok(usable)
}

fn above_zero(level: f64) -> Result<f64, Refusal> {
    if level > 0.0 && level.is_finite() {
        Ok(level)
    } else {
        Err(Refusal::NotPositive { what: "the saturation", value: level })
    }
}

/// Parameters as they are sought: by logarithm where they are above zero.
fn inward(curve: Curve, values: [f64; MOST]) -> [f64; MOST] {
    std::array::from_fn(|i| match i < curve.parameters().len() {
        true if curve.is_positive(i) => values[i].ln(),
        true => values[i],
        false => 0.0,
    })
}

fn outward(curve: Curve, inner: [f64; MOST]) -> [f64; MOST] {
    std::array::from_fn(|i| match i < curve.parameters().len() {
        true if curve.is_positive(i) => inner[i].exp(),
        true => inner[i],
        false => 0.0,
    })
}

fn normal(curve: Curve, inner: [f64; MOST], points: &[(f64, f64)]) -> Option<Normal> {
    let parameters = std::array::from_fn(|i| {
        let inner = Dual::parameter(i, inner[i]);
        if curve.is_positive(i) { inner.exp() } else { inner }
    });
    sums(curve, parameters, points)
}

/// The sums of squares and products over the points; `None` where a level is not finite.
fn sums(curve: Curve, parameters: [Dual; MOST], points: &[(f64, f64)]) -> Option<Normal> {
    let mut normal = Normal { rss: 0.0, gradient: [0.0; MOST], products: [[0.0; MOST]; MOST] };
    for (time, observed) in points {
        let level = curve.level(parameters, *time);
        if !level.value.is_finite() || level.slopes.iter().any(|slope| !slope.is_finite()) {
            return None;
        }
        let residual = observed - level.value;
        normal.rss += residual * residual;
        for i in 0..MOST {
            normal.gradient[i] += level.slopes[i] * residual;
            for j in 0..=i {
                normal.products[i][j] += level.slopes[i] * level.slopes[j];
            }
        }
    }
    for i in 0..MOST {
        for j in 0..i {
            normal.products[j][i] = normal.products[i][j];
        }
    }
    Some(normal)
}

/// The covariance of the parameters: the inverse of the products of slopes, times the variance of the residuals.
fn covariance(
    curve: Curve,
    values: [f64; MOST],
    points: &[(f64, f64)],
    free: [bool; MOST],
    rss: f64,
) -> Option<Matrix> {
    let parameters = std::array::from_fn(|i| Dual::parameter(i, values[i]));
    let mut matrix = inverse(&sums(curve, parameters, points)?.products, free)?;
    let sought = free.iter().filter(|free| **free).count();
    #[allow(clippy::cast_precision_loss)] // counts of points in memory
    let rest = points.len().checked_sub(sought).filter(|rest| *rest > 0)? as f64;
    matrix.as_flattened_mut().iter_mut().for_each(|entry| *entry *= rss / rest);
    Some(matrix)
}

impl Fit {
    fn warn(&mut self, converged: bool, at_bound: bool, sought: usize) {
        let saturation = self.parameters().next();
        let uncertain = saturation.is_none_or(|parameter| match parameter.standard_error {
            Some(error) => error > parameter.value / 4.0,
            None => self.free[0],
        });
        let ahead = self.inflection().is_some_and(|time| time > self.origin + self.last);
        let warnings = [
            (!converged, FitWarning::NotConverged),
            (self.points < sought + 3, FitWarning::FewPoints),
            (ahead, FitWarning::InflectionAhead),
            (at_bound, FitWarning::SaturationAtBound),
            (uncertain, FitWarning::SaturationUncertain),
        ];
        self.warnings =
            warnings.into_iter().filter(|(holds, _)| *holds).map(|(_, warning)| warning).collect();
    }

    /// The curve.
    pub fn curve(&self) -> Curve {
        self.curve
    }

    /// Its parameters, the saturation first.
    pub fn parameters(&self) -> impl Iterator<Item = Parameter> {
        let shift = |name: &str| if name == "t0" { self.origin } else { 0.0 };
        self.curve.parameters().iter().enumerate().map(move |(i, name)| Parameter {
            name,
            value: self.values[i] + shift(name),
            standard_error: self.covariance(i, i).map(f64::sqrt),
        })
    }

    /// The parameter of a name in the formula of the curve.
    pub fn parameter(&self, name: &str) -> Option<Parameter> {
        self.parameters().find(|parameter| parameter.name == name)
    }

    /// The covariance of two parameters by position; `None` where one was not sought, or the points don't determine it.
    pub fn covariance(&self, one: usize, other: usize) -> Option<f64> {
        let free = |i: usize| self.free.get(i).copied().unwrap_or_default();
        if !free(one) || !free(other) {
            return None;
        }
        self.covariance.map(|matrix| matrix[one][other])
    }

    /// The origin of time, on the time axis of the points; of a series, a year of the common era.
    pub fn origin(&self) -> f64 {
        self.origin
    }

    /// How many points were used.
    pub fn points(&self) -> usize {
        self.points
    }

    /// The residual sum of squares, in the unit of the levels squared.
    pub fn rss(&self) -> f64 {
        self.rss
    }

    /// The part of the variance that the curve explains: 1 - RSS/TSS. `None` where all levels are the same.
    pub fn r_squared(&self) -> Option<f64> {
        (self.tss > 0.0).then(|| 1.0 - self.rss / self.tss)
    }

    /// Akaike's information criterion, corrected for small samples: `n ln(RSS/n) + 2K + 2K(K+1)/(n-K-1)`, where K is the number of
    /// parameters and the variance. Of two curves for the same points, the one with the lower is the better guess. `None` where there are too
    /// few points.
    ///
    /// Hurvich, C. M. and Tsai, C.-L. (1989).
    #[allow(clippy::cast_precision_loss)] // counts of points in memory
    pub fn aicc(&self) -> Option<f64> {
        let parameters = self.free.iter().filter(|free| **free).count() + 1;
        let rest = self.points.checked_sub(parameters + 1).filter(|rest| *rest > 0)? as f64;
        let (n, k) = (self.points as f64, parameters as f64);
        Some(n * (self.rss / n).ln() + 2.0 * k + 2.0 * k * (k + 1.0) / rest)
    }

    /// Why the fit is to be taken with caution.
    pub fn warnings(&self) -> &[FitWarning] {
        &self.warnings
    }

    /// The level at a time, in the unit of the levels. After the last point it is a forecast, see [`is_forecast`](Self::is_forecast).
    pub fn level(&self, time: f64) -> f64 {
        self.curve.level(self.values.map(Dual::constant), time - self.origin).value
    }

    /// Whether a time lies after the last point.
    pub fn is_forecast(&self, time: f64) -> bool {
        time > self.origin + self.last
    }

    /// When a level is reached, on the time axis of the points; `None` where it is not below the saturation.
    pub fn time_of(&self, level: f64) -> Option<f64> {
        self.curve.time_of(self.values, level).map(|time| self.origin + time)
    }

    /// When growth is fastest, on the time axis of the points; `None` for a curve that only slows down.
    pub fn inflection(&self) -> Option<f64> {
        self.curve.inflection(self.values).map(|time| self.origin + time)
    }

    /// How long it takes from a tenth to nine tenths of the saturation, in the unit of the times; for the logistic curve `ln(81) / k`.
    pub fn duration(&self) -> Option<f64> {
        Some(self.time_of(self.values[0] * 0.9)? - self.time_of(self.values[0] * 0.1)?)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn near(found: f64, expected: f64, relative: f64) {
        assert!((found / expected - 1.0).abs() < relative, "{found} is not {expected}");
    }

    /// NIST, Statistical Reference Datasets, Rat42 (pasture yield, after Ratkowsky 1983): `b1 / (1 + exp(b2 - b3 x))`.
    #[test]
    fn certified_values_of_nist() {
        let x = [9.0, 14.0, 21.0, 28.0, 42.0, 57.0, 63.0, 70.0, 79.0];
        let y = [8.93, 10.80, 18.59, 22.33, 39.35, 56.11, 61.73, 64.62, 67.08];
        let points: Vec<(f64, f64)> = x.into_iter().zip(y).collect();
        let fit = fit_from(Curve::Logistic, &points, Saturation::Free, 0.0).unwrap();
        let [b1, t0, b3] = ["L", "t0", "k"].map(|name| fit.parameter(name).unwrap());
        near(b1.value, 72.462_237_576, 1e-9);
        near(b3.value * t0.value, 2.618_076_840_2, 1e-9);
        near(b3.value, 0.067_359_200_066, 1e-9);
        near(fit.rss(), 8.056_522_933_8, 1e-9);
        near(b1.standard_error.unwrap(), 1.734_028_3, 1e-6);
        near(b3.standard_error.unwrap(), 3.446_6e-3, 1e-4);
        // b2 = k t0, by the propagation of errors.
        let [tt, tk, kk] = [(1, 1), (1, 2), (2, 2)].map(|(i, j)| fit.covariance(i, j).unwrap());
        let variance =
            b3.value * b3.value * tt + 2.0 * b3.value * t0.value * tk + t0.value * t0.value * kk;
        near(variance.sqrt(), 8.829_52e-2, 1e-4);
        assert_eq!(fit.warnings(), []);
    }

    #[test]
    fn what_cannot_be_fitted_is_refused() {
        let refused = |points: &[(f64, f64)], saturation| {
            fit(Curve::Logistic, points, saturation).unwrap_err().to_string()
        };
        assert_eq!(
            refused(&[(0.0, 1.0), (1.0, 2.0)], Saturation::Free),
            "2 values are too few; 3 are needed"
        );
        assert_eq!(refused(&[(0.0, 0.0); 5], Saturation::Free), "the largest level is zero");
        assert_eq!(
            refused(&[(0.0, 1.0); 5], Saturation::Free),
            "the fit is not defined: the points don't rise like the curve"
        );
        assert_eq!(
            refused(&[(0.0, 1.0); 5], Saturation::AtMost(-1.0)),
            "the saturation is not above zero: -1"
        );
        assert_eq!(
            refused(&[(0.0, f64::INFINITY)], Saturation::Free),
            "a level is not a finite number: inf"
        );
        let early =
            fit_from(Curve::Bass, &[(0.0, 1.0), (1.0, 2.0), (2.0, 3.0)], Saturation::Free, 1.0);
        assert!(early.is_err());
    }

    #[test]
    fn a_bound_holds_and_is_told() {
        let points: Vec<(f64, f64)> =
            (0..12).map(f64::from).map(|t| (t, 2.0 * (0.25 * t).exp())).collect();
        let bounded = fit(Curve::Logistic, &points, Saturation::AtMost(100.0)).unwrap();
        near(bounded.parameter("L").unwrap().value, 100.0, 1e-9);
        assert!(bounded.warnings().contains(&FitWarning::SaturationAtBound));
        let fixed = fit(Curve::Logistic, &points, Saturation::Fixed(90.0)).unwrap();
        near(fixed.parameter("L").unwrap().value, 90.0, 1e-12);
        assert_eq!(fixed.parameter("L").unwrap().standard_error, None);
        assert!(fixed.is_forecast(11.5) && !fixed.is_forecast(11.0));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]

        #[test]
        fn curves_are_found_again(
            curve in proptest::sample::select(&[Curve::Logistic, Curve::Gompertz, Curve::Bass][..]),
            saturation in 20.0..100.0_f64, speed in 0.15..0.6_f64, middle in 8.0..16.0_f64,
        ) {
            let values = match curve {
                Curve::Gompertz => [saturation, (speed * middle).exp(), speed, 0.0],
                Curve::Bass => [saturation, speed * (-speed * middle).exp(), speed, 0.0],
                _ => [saturation, middle, speed, 0.0],
            };
            let level = |t: f64| curve.level(values.map(Dual::constant), t).value;
            let points: Vec<(f64, f64)> = (1..=30).map(f64::from).map(|t| (t, level(t))).collect();
            let fit = fit_from(curve, &points, Saturation::Free, 0.0).unwrap();
            prop_assert!((fit.parameter("L").unwrap().value / saturation - 1.0).abs() < 1e-5, "{:?}", fit);
            let half = fit.time_of(saturation / 2.0).unwrap();
            prop_assert!((fit.level(half) / (saturation / 2.0) - 1.0).abs() < 1e-9);
            prop_assert!(fit.r_squared().unwrap() > 0.999_999);
        }
    }
}
