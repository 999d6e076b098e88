//! All groups by all periods.

use super::compute::{Recipe, results};
use super::plan::{Axis, Weights};
use super::{Aggregate, AggregateAt, Members, Method, Policy};
use crate::metric::Panel;
use crate::stats::{Decomposition, Derived, Refusal, theil_by_group};
use crate::time::Period;

/// Several groups over the same periods, to be aggregated in one pass each time.
///
/// Weights are looked up once, however many indicators there are. The work is linear in the cells of the members: of a panel
/// of 1,500 indicators, 217 countries and 66 years, the weighted means of all regions and years, each with its coverage,
/// take less than three times as long as adding up the numbers of the panel.
///
/// The rules are those of [`Aggregate`].
///
/// ```
/// # use netpolity::metric::{Number, PanelBuilder, Variable, Vintage, Panel};
/// use netpolity::country::Country;
/// use netpolity::stats::{Groups, Members};
/// use netpolity::Period;
///
/// # let panel = |code: &str, rows: &[(Country, i32, &str)]| -> Panel {
/// #     let mut builder = PanelBuilder::new(Vintage::new());
/// #     let variable = builder.variable(Variable::new(code));
/// #     for (country, year, text) in rows {
/// #         let area = builder.area((*country).into(), country.alpha3(), "");
/// #         let cell = Number::parse(text).unwrap().into();
/// #         builder.push(variable, area, Default::default(), Period::from_year(*year).unwrap(), cell, 0).unwrap();
/// #     }
/// #     builder.finish()
/// # };
/// # let shares = panel("share", &[(Country::CHN, 2012, "40"), (Country::GBR, 2012, "90"), (Country::GBR, 2013, "91")]);
/// # let population = panel("population", &[(Country::CHN, 2012, "1300"), (Country::CHN, 2013, "1300"),
/// #     (Country::GBR, 2012, "60"), (Country::GBR, 2013, "60")]);
/// let (first, last) = (Period::from_year(2012)?, Period::from_year(2013)?);
/// let both = Members::from_iter([Country::CHN, Country::GBR]);
/// let one = Members::from_iter([Country::GBR]);
/// let groups = Groups::new([("both", both), ("one", one)], first, last).weighted_by(&population, "population");
///
/// let means: Vec<_> = groups.of(&shares, "share").collect();
/// let (name, both) = &means[0];
/// assert_eq!((*name, both[0].1.as_ref().unwrap().used), ("both", 2));
/// // Of 2013 there are 60 of 1360 million.
/// assert!(both[1].1.is_err());
/// assert_eq!(means[1].1[1].1.as_ref().unwrap().value, 91.0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct Groups<'p> {
    named: Vec<(Box<str>, Members, Weights)>,
    axis: Option<Axis>,
    recipe: Recipe<'p>,
}

impl<'p> Groups<'p> {
    /// Groups by name, over the periods from the first to the last of two; over none where these are of different kinds.
    pub fn new<N: Into<Box<str>>>(
        groups: impl IntoIterator<Item = (N, Members)>,
        first: Period,
        last: Period,
    ) -> Self {
        let axis = Axis::between(first, last);
        let named = groups
            .into_iter()
            .map(|(name, members)| {
                let weights = weights(axis.as_ref(), &members, None);
                (name.into(), members, weights)
            })
            .collect();
        Self { named, axis, recipe: Recipe::default() }
    }

    /// Weighs by an indicator of a panel.
    pub fn weighted_by(mut self, panel: &'p Panel, indicator: &'p str) -> Self {
        self.recipe.weights = Some((panel, indicator));
        for (_, members, of_group) in &mut self.named {
            *of_group = weights(self.axis.as_ref(), members, self.recipe.weights);
        }
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

    /// The aggregates of an indicator: each group with its name, and all periods of it.
    ///
    /// # Errors
    /// Of each result as for [`Aggregate::at`].
    pub fn of<'g>(
        &'g self,
        values: &'g Panel,
        indicator: &'g str,
    ) -> impl Iterator<Item = (&'g str, Vec<AggregateAt>)> {
        let of = |axis| {
            let of = |(_, members, weights): &'g (_, _, Weights)| {
                (self.recipe.values(axis, weights, values, indicator, members), weights)
            };
            results(&self.recipe, axis, &self.named.iter().map(of).collect::<Vec<_>>())
        };
        let mut lists = self.axis.as_ref().map_or_else(Vec::new, of).into_iter();
        self.named.iter().map(move |(name, ..)| (&**name, lists.next().unwrap_or_default()))
    }

    /// [Theil's T](theil_by_group) of an indicator over the members of all groups at a period, between the groups and within them,
    /// in their order.
    ///
    /// What counts, and when it is refused, is that of an [`Aggregate`] over all members together. A group of which no member
    /// counts has nothing.
    ///
    /// # Errors
    /// As for [`Aggregate::at`], and those of [`theil_by_group`]; a member of two groups.
    ///
    /// ```
    /// # use netpolity::metric::{Number, PanelBuilder, Variable, Vintage};
    /// use netpolity::country::Country;
    /// use netpolity::stats::{Groups, Members};
    /// use netpolity::Period;
    ///
    /// # let year = Period::from_year(2012)?;
    /// # let mut builder = PanelBuilder::new(Vintage::new());
    /// # let variable = builder.variable(Variable::new("share"));
    /// # for (country, text) in [(Country::CHN, "40"), (Country::KOR, "40"), (Country::GBR, "80")] {
    /// #     let area = builder.area(country.into(), country.alpha3(), "");
    /// #     builder.push(variable, area, Default::default(), year, Number::parse(text).unwrap().into(), 0).unwrap();
    /// # }
    /// # let panel = builder.finish();
    /// let asia = Members::from_iter([Country::CHN, Country::KOR]);
    /// let europe = Members::from_iter([Country::GBR, Country::FRA]);
    /// let groups = Groups::new([("asia", asia), ("europe", europe)], year, year);
    /// // 40 percent in both of Asia, 80 in the one of Europe that has a value.
    /// let parts = groups.decomposition_at(&panel, "share", year)?;
    /// assert_eq!((parts.used, parts.of), (3, 4));
    /// assert!(parts.value.within.abs() < 1e-12 && parts.value.between > 0.05);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn decomposition_at(
        &self,
        values: &Panel,
        indicator: &str,
        period: Period,
    ) -> Result<Derived<Decomposition>, Refusal> {
        let areas = || self.named.iter().flat_map(|(_, members, _)| members.areas());
        let members: Members = areas().cloned().collect();
        if members.areas().len() != areas().count() {
            return Err(Refusal::Undefined {
                what: "the decomposition",
                why: "a member is in two groups",
            });
        }
        let all = Aggregate { values, indicator, members: &members, recipe: self.recipe.clone() };
        let whole = all.at(period)?;
        let mut counting = all.counting_at(period).into_iter();
        let mut parts = |(_, members, _): &(_, Members, _)| -> (Vec<f64>, Vec<f64>) {
            counting.by_ref().take(members.areas().len()).flatten().unzip()
        };
        let parts: Vec<_> = self.named.iter().map(&mut parts).collect();
        let parts = parts.iter().map(|(values, weights)| (values.as_slice(), weights.as_slice()));
        Ok(whole.with_value(theil_by_group(parts)?))
    }
}

fn weights(axis: Option<&Axis>, members: &Members, from: Option<(&Panel, &str)>) -> Weights {
    axis.map_or_else(Weights::none, |axis| Weights::new(axis, members, from))
}
