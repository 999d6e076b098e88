//! Aggregates of the members of a group.

mod compute;
mod differences;
mod groups;
mod members;
mod plan;
mod policy;
#[cfg(test)]
mod tests;

pub use groups::Groups;
pub use members::Members;
pub use policy::{Method, Policy};

use self::compute::{Recipe, results};
use self::differences::last;
use self::plan::{Axis, Values, Weights};
use super::{Derived, Refusal};
use crate::country::Area;
use crate::id::Id;
use crate::metric::{Aggregation, Indicator, Panel};
use crate::time::Period;

/// An aggregate at one period, or why there is none; also of what else follows from the members, such as a
/// [`Distribution`](super::Distribution).
pub type AggregateAt<T = f64> = (Period, Result<Derived<T>, Refusal>);

/// An indicator, put together over the members of a group.
///
/// # Formula
///
/// That of the [`Method`]: of the [indicator's own rule](Self::by_rule), or of the caller's choice. The coverage is the weight
/// of the members that were used over that of all members which have one, in the same period.
///
/// # What is missing
///
/// A member without a value is left out of numerator and denominator alike; so is, of a weighted mean, one without a weight.
/// Below the coverage of the [`Policy`] the aggregate is refused. With the release of the World Bank of early 2026, the mean
/// over the countries that have a value for 2024 would be 87.1 percent: the published figure is 71.2, as they are 38.7 percent of
/// the people. A value of zero is a value, a weight of zero a weight.
///
/// Sources: World Bank, *Data Compilation Methodology*; for the guard by weight also Our World in Data's
/// `min_frac_population`.
///
/// ```
/// # use netpolity::metric::{Number, PanelBuilder, Variable, Vintage, Panel};
/// use netpolity::country::{Country, Group};
/// use netpolity::stats::{Aggregate, Members};
/// use netpolity::Period;
///
/// # let panel = |code: &str, rows: &[(Country, &str)]| -> Panel {
/// #     let mut builder = PanelBuilder::new(Vintage::new());
/// #     let variable = builder.variable(Variable::new(code));
/// #     for (country, text) in rows {
/// #         let area = builder.area((*country).into(), country.alpha3(), "");
/// #         let cell = Number::parse(text).unwrap().into();
/// #         builder.push(variable, area, Default::default(), Period::from_year(2012).unwrap(), cell, 0).unwrap();
/// #     }
/// #     builder.finish()
/// # };
/// # let shares = panel("share", &[(Country::CHN, "40"), (Country::GBR, "90")]);
/// # let population = panel("population", &[(Country::CHN, "1300"), (Country::GBR, "60"), (Country::FRA, "65")]);
/// let members = Members::from_iter([Country::CHN, Country::GBR, Country::FRA]);
/// let mean = Aggregate::new(&shares, "share", &members)
///     .weighted_by(&population, "population")
///     .at(Period::from_year(2012)?)?;
/// assert_eq!((mean.used, mean.of), (2, 3));
/// assert!((mean.value - (40.0 * 1300.0 + 90.0 * 60.0) / 1360.0).abs() < 1e-12);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct Aggregate<'p> {
    values: &'p Panel,
    indicator: &'p str,
    members: &'p Members,
    recipe: Recipe<'p>,
}

impl<'p> Aggregate<'p> {
    /// An indicator of a panel over members: a sum or, once there are [weights](Self::weighted_by), a weighted mean, unless a
    /// [method](Self::method) is named. The indicator is named by its id or by its code in the source.
    pub fn new(values: &'p Panel, indicator: &'p str, members: &'p Members) -> Self {
        Self { values, indicator, members, recipe: Recipe::default() }
    }

    /// The same by the rule of the built-in indicator that it is: the method of [`Indicator::aggregation`], with
    /// [`Indicator::weight`] as the weights of a mean.
    ///
    /// These are looked for in the same panel; [`weighted_by`](Self::weighted_by) names another one.
    ///
    /// # Errors
    /// [`Refusal::NoRule`] for what is no built-in indicator, for one that no figure of many areas follows from, such as a
    /// rank, and for a gap-filled total, of which a benchmark period has to be [named](Self::method).
    ///
    /// ```
    /// # use netpolity::metric::{Number, PanelBuilder, Variable, Vintage};
    /// use netpolity::country::Country;
    /// use netpolity::stats::{Aggregate, Members, Refusal};
    /// use netpolity::Period;
    ///
    /// # let year = Period::from_year(2012)?;
    /// # let mut builder = PanelBuilder::new(Vintage::new());
    /// # for (code, rows) in [("internet-users-share", ["40", "90"]), ("population", ["1300", "60"])] {
    /// #     let variable = builder.variable(Variable::new(code));
    /// #     for (country, text) in [Country::CHN, Country::GBR].into_iter().zip(rows) {
    /// #         let area = builder.area(country.into(), country.alpha3(), "");
    /// #         builder.push(variable, area, Default::default(), year, Number::parse(text).unwrap().into(), 0).unwrap();
    /// #     }
    /// # }
    /// # let panel = builder.finish();
    /// let members = Members::from_iter([Country::CHN, Country::GBR]);
    /// // A share of the population weighs by it, the population adds up, and a score of a ranking does neither.
    /// let mean = Aggregate::by_rule(&panel, "internet-users-share", &members)?.at(year)?;
    /// assert!((mean.value - (40.0 * 1300.0 + 90.0 * 60.0) / 1360.0).abs() < 1e-12);
    /// assert_eq!(Aggregate::by_rule(&panel, "population", &members)?.at(year)?.value, 1360.0);
    /// assert!(matches!(Aggregate::by_rule(&panel, "own-count", &members), Err(Refusal::NoRule { .. })));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn by_rule(
        values: &'p Panel,
        indicator: &'p str,
        members: &'p Members,
    ) -> Result<Self, Refusal> {
        let recipe = Recipe::by_rule(values, indicator)?;
        Ok(Self { recipe, ..Self::new(values, indicator, members) })
    }

    /// Weighs by an indicator of this or another panel.
    pub fn weighted_by(mut self, weights: &'p Panel, indicator: &'p str) -> Self {
        self.recipe.weights = Some((weights, indicator));
        self
    }

    /// Puts members together by a method.
    pub fn method(mut self, method: Method) -> Self {
        self.recipe.method = Some(method);
        self
    }

    /// Refuses by a policy of the caller's.
    pub fn policy(mut self, policy: Policy) -> Self {
        self.recipe.policy = policy;
        self
    }

    /// The aggregate at one period.
    ///
    /// # Errors
    /// [`Refusal::BelowCoverage`], [`Refusal::MissingMember`], [`Refusal::TooFew`], [`Refusal::WithoutWeight`];
    /// [`Refusal::Zero`] for weights that are all zero; [`Refusal::Unknown`] where a panel has no such variable.
    pub fn at(&self, period: Period) -> Result<Derived<f64>, Refusal> {
        last(self.between(period, period))
    }

    /// The aggregate at each period from the first to the last of two; nothing where they are of different kinds.
    ///
    /// [`Note::CompositionChanged`](super::Note::CompositionChanged) marks those over other members than the one before.
    pub fn between(&self, first: Period, last: Period) -> Vec<AggregateAt> {
        let Some(axis) = Axis::between(first, last) else { return Vec::new() };
        let weights = Weights::new(&axis, self.members, self.recipe.weights);
        self.along(&axis, &weights, self.values(&axis, &weights)).0
    }

    /// The aggregates along an axis, and the values again.
    fn along(
        &self,
        axis: &Axis,
        weights: &Weights,
        values: Values<'p>,
    ) -> (Vec<AggregateAt>, Values<'p>) {
        let lists = [(values, weights)];
        let found = results(&self.recipe, axis, &lists).pop().unwrap_or_default();
        let [(values, _)] = lists;
        (found, values)
    }

    fn values(&self, axis: &Axis, weights: &Weights) -> Values<'p> {
        self.recipe.values(axis, weights, self.values, self.indicator, self.members)
    }

    /// The members that count at a period, and those that don't: of a weighted mean those with a value and a weight, else those
    /// with a value.
    pub fn members_at(&self, period: Period) -> (Vec<&'p Area>, Vec<&'p Area>) {
        let counts = self.counting_at(period);
        let (mut used, mut missing) = (Vec::new(), Vec::new());
        for (area, counts) in self.members.areas().iter().zip(counts) {
            if counts.is_some() { used.push(area) } else { missing.push(area) }
        }
        (used, missing)
    }

    /// Value and weight of each member that counts.
    fn counting_at(&self, period: Period) -> Vec<Option<(f64, f64)>> {
        let Some(axis) = Axis::between(period, period) else { return Vec::new() };
        let weights = Weights::new(&axis, self.members, self.recipe.weights);
        let values = Values::new(&axis, self.values, self.indicator, self.members);
        values.counting(0, &weights, self.recipe.weighs()).collect()
    }
}

impl<'p> Recipe<'p> {
    fn by_rule(values: &'p Panel, indicator: &'p str) -> Result<Self, Refusal> {
        let mut named = values.variables_of(indicator);
        let id = named.find_map(|variable| variable.indicator.as_ref()).map(Id::as_str);
        let refused = |why| Refusal::NoRule { indicator: indicator.into(), why };
        let built_in = Indicator::built_in(id.unwrap_or(indicator))
            .ok_or(refused("it is no built-in indicator"))?;
        let method = match built_in.aggregation {
            Some(Aggregation::Sum) => Method::Sum,
            Some(Aggregation::WeightedMean) => Method::WeightedMean,
            Some(Aggregation::SimpleMean) => Method::SimpleMean,
            Some(Aggregation::Median) => Method::Median,
            Some(Aggregation::GapFilledTotal) => {
                return Err(refused("a gap-filled total needs a benchmark period"));
            }
            Some(Aggregation::None) | None => {
                return Err(refused("no figure of many areas follows from it"));
            }
        };
        let weight = built_in.weight.as_ref().filter(|_| method == Method::WeightedMean);
        let weights = weight.map(|weight| (values, weight.as_str()));
        Ok(Self { method: Some(method), weights, policy: Policy::default() })
    }
}
