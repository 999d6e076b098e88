//! How much the members of a group differ, under the same guard as what is put together of them.

use super::compute::Recipe;
use super::plan::{Axis, Values, Weights};
use super::{Aggregate, AggregateAt, Method};
use crate::metric::Cell;
use crate::stats::path::{break_between, known_years};
use crate::stats::{
    Beta, Breaks, Concentration, Derived, Distribution, Note, Refusal, Spread, beta_convergence,
    spread,
};
use crate::time::Period;

impl Aggregate<'_> {
    /// How the indicator is distributed over the members that count at a period, with their weights: how unequal it is, under the
    /// same guard as the aggregate.
    ///
    /// # Errors
    /// As for [`at`](Self::at), and those of [`Distribution::weighted`].
    ///
    /// ```
    /// # use netpolity::metric::{Number, PanelBuilder, Variable, Vintage};
    /// use netpolity::country::Country;
    /// use netpolity::stats::{Aggregate, Members};
    /// use netpolity::Period;
    ///
    /// # let year = Period::from_year(2012)?;
    /// # let mut builder = PanelBuilder::new(Vintage::new());
    /// # let variable = builder.variable(Variable::new("share"));
    /// # for (country, text) in [(Country::CHN, "25"), (Country::GBR, "75")] {
    /// #     let area = builder.area(country.into(), country.alpha3(), "");
    /// #     builder.push(variable, area, Default::default(), year, Number::parse(text).unwrap().into(), 0).unwrap();
    /// # }
    /// # let panel = builder.finish();
    /// let members = Members::from_iter([Country::CHN, Country::GBR, Country::FRA]);
    /// let shares = Aggregate::new(&panel, "share", &members).distribution_at(year)?;
    /// assert_eq!((shares.used, shares.of, shares.value.gini()), (2, 3, 0.25));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn distribution_at(&self, period: Period) -> Result<Derived<Distribution>, Refusal> {
        last(self.distributions_between(period, period))
    }

    /// The same at each period from the first to the last of two; see [`between`](Self::between).
    pub fn distributions_between(
        &self,
        first: Period,
        last: Period,
    ) -> Vec<AggregateAt<Distribution>> {
        let weighs = self.recipe.weighs();
        self.each(first, last, |values, weights| {
            if weighs { Distribution::weighted(values, weights) } else { Distribution::new(values) }
        })
    }

    /// The [spread] of the indicator over the members at each period from the first to the last of two: sigma convergence is
    /// its fall.
    ///
    /// Each member counts the same. Weights say how much of the whole is covered. A fall may also come of a change of
    /// composition, which is [noted](Note::CompositionChanged): [`Policy::constant`](super::Policy::constant) takes the members
    /// that have a value in each period.
    ///
    /// # Errors
    /// Of each result as for [`at`](Self::at) of a [simple mean](Method::SimpleMean).
    ///
    /// ```
    /// # use netpolity::metric::{Number, PanelBuilder, Variable, Vintage};
    /// use netpolity::country::Country;
    /// use netpolity::stats::{Aggregate, Members};
    /// use netpolity::Period;
    ///
    /// # let mut builder = PanelBuilder::new(Vintage::new());
    /// # let variable = builder.variable(Variable::new("share"));
    /// # for (country, texts) in [(Country::CHN, ["20", "50"]), (Country::GBR, ["80", "90"])] {
    /// #     let area = builder.area(country.into(), country.alpha3(), "");
    /// #     for (year, text) in (2010..).zip(texts) {
    /// #         builder.push(variable, area, Default::default(), Period::from_year(year)?, Number::parse(text).unwrap().into(), 0).unwrap();
    /// #     }
    /// # }
    /// # let panel = builder.finish();
    /// // 20 and 80 percent, then 50 and 90.
    /// let members = Members::from_iter([Country::CHN, Country::GBR]);
    /// let shares = Aggregate::new(&panel, "share", &members);
    /// let spreads = shares.spreads_between(Period::from_year(2010)?, Period::from_year(2011)?);
    /// let deviations: Vec<f64> = spreads.into_iter().map(|(_, spread)| Ok(spread?.value.deviation)).collect::<Result<_, netpolity::stats::Refusal>>()?;
    /// assert_eq!(deviations, [30.0, 20.0]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn spreads_between(&self, first: Period, last: Period) -> Vec<AggregateAt<Spread>> {
        self.with_method(Method::SimpleMean).each(first, last, |values, _| spread(values))
    }

    /// The [regression](beta_convergence) of the members' growth from one period to another on where they began: beta
    /// convergence.
    ///
    /// Each member counts the same that has a value above zero at both periods. Weights, those of the last period, say how much
    /// of the whole is covered. Where breaks are refused, a member with one in between is left out, as one without a value.
    ///
    /// # Errors
    /// As for [`at`](Self::at) of a [simple mean](Method::SimpleMean) at the last period, and those of [`beta_convergence`];
    /// periods of different kinds, or whose days are not known.
    ///
    /// ```
    /// # use netpolity::metric::{Number, PanelBuilder, Variable, Vintage};
    /// use netpolity::country::Country;
    /// use netpolity::stats::{Aggregate, Breaks, Members};
    /// use netpolity::Period;
    ///
    /// # let mut builder = PanelBuilder::new(Vintage::new());
    /// # let variable = builder.variable(Variable::new("share"));
    /// # for (country, texts) in [(Country::CHN, ["10", "40"]), (Country::GBR, ["80", "80"]), (Country::FRA, ["", "70"])] {
    /// #     let area = builder.area(country.into(), country.alpha3(), "");
    /// #     for (year, text) in [2005, 2015].into_iter().zip(texts).filter(|(_, text)| !text.is_empty()) {
    /// #         builder.push(variable, area, Default::default(), Period::from_year(year)?, Number::parse(text).unwrap().into(), 0).unwrap();
    /// #     }
    /// # }
    /// # let panel = builder.finish();
    /// // From 10 to 40 percent, and 80 all the time; of a third country the last value alone is known.
    /// let members = Members::from_iter([Country::CHN, Country::GBR, Country::FRA]);
    /// let shares = Aggregate::new(&panel, "share", &members);
    /// let beta = shares.beta_between(Period::from_year(2005)?, Period::from_year(2015)?, Breaks::Refuse)?;
    /// assert_eq!((beta.used, beta.of), (2, 3));
    /// // Eight times as much in the beginning, and a quarter of the growth: -ln 4 / 10 / ln 8.
    /// assert!((beta.value.slope + 1.0 / 15.0).abs() < 1e-12);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn beta_between(
        &self,
        first: Period,
        last: Period,
        breaks: Breaks,
    ) -> Result<Derived<Beta>, Refusal> {
        let years = known_years(first, last)?;
        let (Some(start), Some(end)) = (Axis::between(first, first), Axis::between(last, last))
        else {
            return Err(Refusal::Empty);
        };
        let at = |axis| Values::new(axis, self.values, self.indicator, self.members);
        let (before, mut after) = (at(&start), at(&end));
        let is_usable = |value: Option<f64>| value.is_some_and(|value| value > 0.0);
        after.retain(|after, member, series| {
            is_usable(before.of(member, 0))
                && is_usable(after.of(member, 0))
                && (breaks == Breaks::Allow || break_between(series, first, last).is_none())
        });
        let weights = Weights::new(&end, self.members, self.recipe.weights);
        let (found, after) = self.with_method(Method::SimpleMean).along(&end, &weights, after);
        let mut whole = self::last(found)?;
        let members = 0..self.members.areas().len();
        let pairs: Vec<(f64, f64)> =
            members.filter_map(|at| Some((before.of(at, 0)?, after.of(at, 0)?))).collect();
        for series in after.series() {
            let flags = series.get(first).map(Cell::flags).unwrap_or_default();
            whole.status.extend(flags.iter());
            if break_between(series, first, last).is_some() {
                whole.notes.insert(Note::AcrossBreak);
            }
        }
        Ok(whole.with_value(beta_convergence(&pairs, years)?))
    }

    /// How much of the sum of the indicator few members hold at a period, such as of addresses or domains.
    ///
    /// Weights say how much of the whole is covered; members of which nothing is known may hold much.
    ///
    /// # Errors
    /// As for [`at`](Self::at) of a [sum](Method::Sum), and those of [`Concentration::new`].
    ///
    /// ```
    /// # use netpolity::metric::{Number, PanelBuilder, Variable, Vintage};
    /// use netpolity::country::Country;
    /// use netpolity::stats::{Aggregate, Members};
    /// use netpolity::Period;
    ///
    /// # let year = Period::from_year(2014)?;
    /// # let mut builder = PanelBuilder::new(Vintage::new());
    /// # let variable = builder.variable(Variable::new("ipv4"));
    /// # for (country, text) in [(Country::CHN, "600"), (Country::GBR, "300"), (Country::FRA, "100")] {
    /// #     let area = builder.area(country.into(), country.alpha3(), "");
    /// #     builder.push(variable, area, Default::default(), year, Number::parse(text).unwrap().into(), 0).unwrap();
    /// # }
    /// # let panel = builder.finish();
    /// let members = Members::from_iter([Country::CHN, Country::GBR, Country::FRA, Country::NAM]);
    /// let held = Aggregate::new(&panel, "ipv4", &members).concentration_at(year)?;
    /// assert_eq!((held.used, held.of), (3, 4));
    /// assert_eq!(held.value.ratio(2), 0.9);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn concentration_at(&self, period: Period) -> Result<Derived<Concentration>, Refusal> {
        let sum = self.with_method(Method::Sum);
        last(sum.each(period, period, |values, _| Concentration::new(values)))
    }

    fn with_method(&self, method: Method) -> Self {
        let recipe = Recipe { method: Some(method), ..self.recipe.clone() };
        Self { recipe, ..*self }
    }

    /// What follows at each period from the values of the members that count, and their weights.
    fn each<T>(
        &self,
        first: Period,
        last: Period,
        of: impl Fn(&[f64], &[f64]) -> Result<T, Refusal>,
    ) -> Vec<AggregateAt<T>> {
        let Some(axis) = Axis::between(first, last) else { return Vec::new() };
        let weights = Weights::new(&axis, self.members, self.recipe.weights);
        let (found, values) = self.along(&axis, &weights, self.values(&axis, &weights));
        let derive = |(position, (period, whole)): (usize, AggregateAt)| {
            let result = whole.and_then(|whole| {
                let counting = values.counting(position, &weights, self.recipe.weighs());
                let (values, weights): (Vec<f64>, Vec<f64>) = counting.flatten().unzip();
                Ok(whole.with_value(of(&values, &weights)?))
            });
            (period, result)
        };
        found.into_iter().enumerate().map(derive).collect()
    }
}

/// The result of the last period.
pub(super) fn last<T>(mut results: Vec<AggregateAt<T>>) -> Result<Derived<T>, Refusal> {
    results.pop().map_or(Err(Refusal::Empty), |(_, result)| result)
}
