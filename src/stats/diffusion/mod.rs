//! Curves by which something spreads, fitted to a series by least squares.
//!
//! A fitted saturation is not identified before the point of inflection is well past: a logistic curve fitted to the world's
//! share of Internet users up to 2017 levels off at 58 percent, which was passed within a few years. Each [`Fit`] says so in
//! its [warnings](Fit::warnings).

mod curve;
mod dual;
mod fit;
mod solve;

pub use curve::Curve;
pub use fit::{Fit, FitWarning, Parameter, Saturation, fit, fit_all, fit_from, fit_series};
