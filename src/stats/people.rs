//! People online and offline, from a panel of shares and one of populations.

use super::{Derived, Note, Refusal, offline_population_from_share};
use crate::country::Area;
use crate::metric::{Number, Panel};
use crate::quantity::Interval;
use crate::time::Period;

/// Where shares and populations come from, for the people online and offline that follow from them.
///
/// ```
/// # use netpolity::metric::{Number, Panel, PanelBuilder, Variable, Vintage};
/// use netpolity::country::Country;
/// use netpolity::stats::People;
/// use netpolity::Period;
///
/// # let panel = |code: &str, text: &str| -> Panel {
/// #     let mut builder = PanelBuilder::new(Vintage::new());
/// #     let variable = builder.variable(Variable::new(code));
/// #     let area = builder.area(Country::CHN.into(), "CHN", "");
/// #     let cell = Number::parse(text).unwrap().into();
/// #     builder.push(variable, area, Default::default(), Period::from_year(2012).unwrap(), cell, 0).unwrap();
/// #     builder.finish()
/// # };
/// # let (shares, population) = (panel("share", "42.3"), panel("population", "1350695000"));
/// // 42.3 percent of 1,350,695,000 people: the share is rounded, so that the users are known to an interval.
/// let people = People::new(&shares, "share", &population, "population");
/// let users = people.users(Country::CHN, Period::from_year(2012)?)?;
/// assert_eq!(users.value.to_string(), "[570668637.5, 572019332.5)");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct People<'p> {
    shares: &'p Panel,
    share: &'p str,
    populations: &'p Panel,
    population: &'p str,
}

impl<'p> People<'p> {
    /// From shares in percent and the populations of which they are. An indicator is named by its id or its code in the source.
    pub fn new(
        shares: &'p Panel,
        share: &'p str,
        populations: &'p Panel,
        population: &'p str,
    ) -> Self {
        Self { shares, share, populations, population }
    }

    /// The people who are part of the share: population x share / 100, with the share as far as its digits tell it.
    ///
    /// # Errors
    /// [`Refusal::NoValue`] where there is no share or no population; a share outside 0 to 100; too many digits.
    pub fn users(
        &self,
        area: impl Into<Area>,
        period: Period,
    ) -> Result<Derived<Interval>, Refusal> {
        const USERS: &str = "the number of users";
        self.derive(&area.into(), period, |share, population| {
            let part = share.div(&Interval::exactly(100), Interval::DIVISION_DIGITS);
            let users = part.and_then(|part| part.mul(&population));
            users.map_err(|_| Refusal::Overflow { what: USERS })
        })
    }

    /// The people who are not: population x (1 - share / 100).
    ///
    /// # Errors
    /// As for [`users`](Self::users).
    pub fn offline(
        &self,
        area: impl Into<Area>,
        period: Period,
    ) -> Result<Derived<Interval>, Refusal> {
        self.derive(&area.into(), period, offline_population_from_share)
    }

    fn derive(
        &self,
        area: &Area,
        period: Period,
        formula: impl FnOnce(Interval, Interval) -> Result<Interval, Refusal>,
    ) -> Result<Derived<Interval>, Refusal> {
        let get = |panel: &'p Panel, indicator| {
            let series = panel.series_of(indicator, area, period.kind());
            let cell = series.and_then(|series| Some((series, series.get(period)?)));
            let (series, cell) = cell.ok_or(Refusal::NoValue { period })?;
            let number = cell.number().and_then(Number::decimal);
            let number = number.ok_or(Refusal::NoValue { period })?;
            Ok((cell, number, series.variable().scale))
        };
        let (share_cell, share, _) = get(self.shares, self.share)?;
        let (cell, population, scale) = get(self.populations, self.population)?;
        let population = Interval::exactly(population)
            .times_power_of_ten(scale)
            .map_err(|_| Refusal::Overflow { what: "the population" })?;
        let share = Interval::rounded_to(share).unwrap_or_else(|| Interval::exactly(share));
        let share = share
            .intersect(&Interval::at_least(0))
            .and_then(|share| share.intersect(&Interval::at_most(100)))
            .ok_or(Refusal::ShareOutOfRange { share: super::Operand::Interval(share) })?;
        let mut derived = Derived::new(formula(share, population)?, 2, 2, 1.0);
        derived.status = share_cell.flags();
        derived.status.extend(cell.flags().iter());
        if self.shares.vintage() != self.populations.vintage() {
            derived.notes.insert(Note::MixedVintages);
        }
        Ok(derived)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::country::Country;
    use crate::metric::{DimensionsId, PanelBuilder, Variable, Vintage};

    fn panel(text: &str, scale: i8, published: Option<&str>) -> Panel {
        let mut vintage = Vintage::new();
        vintage.published = published.map(|date| date.parse().unwrap());
        let mut builder = PanelBuilder::new(vintage);
        let mut variable = Variable::new("x");
        variable.scale = scale;
        let variable = builder.variable(variable);
        let area = builder.area(Country::CHN.into(), "CHN", "");
        let (year, cell) = (Period::from_year(2012).unwrap(), Number::parse(text).unwrap().into());
        builder.push(variable, area, DimensionsId::default(), year, cell, 0).unwrap();
        builder.finish()
    }

    #[test]
    fn people_are_counted_one_by_one() {
        let year = Period::from_year(2012).unwrap();
        let shares = panel("25", 0, None);
        for (text, scale) in [("1200", 3), ("1200000", 0), ("12000000", -1)] {
            let population = panel(text, scale, None);
            let people = People::new(&shares, "x", &population, "x");
            let users = people.users(Country::CHN, year).unwrap();
            assert_eq!(users.value.to_string(), "[294000, 306000)", "{text}");
            assert!(users.notes.is_empty());
            assert_eq!(
                people.offline(Country::CHN, year).unwrap().value.to_string(),
                "(894000, 906000]"
            );
        }
    }

    #[test]
    fn what_is_not_there_is_refused_and_other_releases_are_noted() {
        let year = Period::from_year(2012).unwrap();
        let (shares, population) =
            (panel("25", 0, Some("2018-05-02")), panel("8", 0, Some("2018-04-24")));
        let people = People::new(&shares, "x", &population, "x");
        assert!(people.users(Country::CHN, year).unwrap().notes.contains(Note::MixedVintages));
        let later = Period::from_year(2013).unwrap();
        assert_eq!(people.users(Country::CHN, later), Err(Refusal::NoValue { period: later }));
        assert!(people.users(Country::FRA, year).is_err());
        let above = panel("101", 0, None);
        let people = People::new(&above, "x", &population, "x");
        assert_eq!(
            people.users(Country::CHN, year).unwrap_err().to_string(),
            "the share is outside 0 to 100 percent: [100.5, 101.5)"
        );
    }
}
