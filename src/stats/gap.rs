//! Gaps between two groups of people: women and men, country and town, young and other.

use super::{Derived, Figure, Refusal};
use crate::country::Area;
use crate::metric::{Number, Panel};
use crate::quantity::{Decimal, Interval};
use crate::text::words;
use crate::time::Period;

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

/// The gap between two groups of people, in each of the usual forms.
///
/// ```
/// # use netpolity::metric::{Dimensions, Number, Panel, PanelBuilder, Variable, Vintage};
/// use netpolity::country::Country;
/// use netpolity::stats::{Aggregate, Gap, Members, Policy};
/// use netpolity::Period;
///
/// # let year = Period::from_year(2024)?;
/// # let mut builder = PanelBuilder::new(Vintage::new());
/// # let variable = builder.variable(Variable::new("share"));
/// # let area = builder.area(Country::IND.into(), "IND", "");
/// # for (sex, text) in [("female", "33"), ("male", "57")] {
/// #     let dimensions = builder.dimensions(Dimensions::from_iter([("sex", sex)]));
/// #     builder.push(variable, area, dimensions, year, Number::parse(text).unwrap().into(), 0).unwrap();
/// # }
/// # for (country, text) in [(Country::UGA, "10"), (Country::MLI, "30"), (Country::FRA, "80")] {
/// #     let area = builder.area(country.into(), country.alpha3(), "");
/// #     builder.push(variable, area, Default::default(), year, Number::parse(text).unwrap().into(), 0).unwrap();
/// # }
/// # let panel = builder.finish();
/// // Of women and men: 33 and 57 percent, each rounded.
/// let gap = Gap::between_parts(&panel, "share", Country::IND, year, ("sex", "female", "male"))?;
/// assert_eq!(gap.value.difference.to_string(), "(23, 25)");
/// assert!(gap.value.parity.contains(&"0.58".parse()?));
///
/// // Of income groups: between their aggregates.
/// let (low, high) = (Members::from_iter([Country::UGA, Country::MLI]), Members::from_iter([Country::FRA]));
/// let mean = |members| Aggregate::new(&panel, "share", members).method(netpolity::stats::Method::SimpleMean).at(year);
/// let gap = Gap::between(mean(&low)?.value, mean(&high)?.value)?;
/// assert_eq!((gap.parity, gap.difference, gap.relative), (0.25, 60.0, 75.0));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Gap<F> {
    /// First over second: [`parity_score`].
    pub parity: F,
    /// Second less first; of percentages, in percentage points.
    pub difference: F,
    /// In percent of the second: [`relative_gap`].
    pub relative: F,
}

impl<F: Figure> Gap<F> {
    /// The gap by which the first of two shares is behind the second.
    ///
    /// # Errors
    /// As for [`parity_score`].
    pub fn between(first: F, second: F) -> Result<Self, Refusal> {
        Ok(Self {
            parity: parity_score(first, second)?,
            difference: super::percentage_point_change(first, second)?,
            relative: relative_gap(first, second)?,
        })
    }
}

impl Gap<Interval> {
    /// The gap between two parts of a population: the series of an area that have a dimension, and no other, with the first and
    /// with the second of two values. Numbers are taken as far as their digits tell them.
    ///
    /// # Errors
    /// [`Refusal::NoValue`] where one of them has no value at the period, and as for [`parity_score`].
    pub fn between_parts(
        panel: &Panel,
        indicator: &str,
        area: impl Into<Area>,
        period: Period,
        (dimension, first, second): (&str, &str, &str),
    ) -> Result<Derived<Self>, Refusal> {
        let slice = panel.slice().indicator(indicator).area(area);
        let cell = |value: &str| {
            let slice = slice.clone().dimension(dimension, value);
            let mut series = slice.series().filter(|series| series.dimensions().iter().len() == 1);
            let cell = series.find_map(|series| series.get(period));
            let number = cell.and_then(|cell| cell.number().and_then(Number::decimal));
            cell.zip(number).ok_or(Refusal::NoValue { period })
        };
        let ((one, first), (other, second)) = (cell(first)?, cell(second)?);
        let known = |number: Decimal| {
            Interval::rounded_to(number).unwrap_or_else(|| Interval::exactly(number))
        };
        let mut derived = Derived::new(Self::between(known(first), known(second))?, 2, 2, 1.0);
        derived.status = one.flags();
        derived.status.extend(other.flags().iter());
        Ok(derived)
    }
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
    ///
    /// ```
    /// use netpolity::stats::Parity;
    ///
    /// assert_eq!([0.93, 0.96, 0.99].map(Parity::of), [Parity::Gap, Parity::Near, Parity::Parity]);
    /// ```
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
