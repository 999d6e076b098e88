//! A part of a panel.

use chrono::NaiveDate;

use super::{Panel, Series};
use crate::country::{Area, Group};
use crate::time::Period;

/// The series of some indicators, areas, dimensions and periods of a panel.
///
/// ```
/// # use netpolity::metric::{Variable, Number, PanelBuilder, Vintage};
/// use netpolity::country::{Country, Group};
/// use netpolity::Period;
///
/// # let mut builder = PanelBuilder::new(Vintage::new());
/// # let users = builder.variable(Variable::new("IT.NET.USER.ZS"));
/// # for (country, share) in [(Country::GBR, "87.48"), (Country::FRA, "81.44"), (Country::CHN, "42.3")] {
/// #     let area = builder.area(country.into(), country.alpha3(), "");
/// #     builder.push(users, area, Default::default(), Period::from_year(2012)?, Number::parse(share).unwrap().into(), 0).unwrap();
/// # }
/// # let panel = builder.finish();
/// let day = "2012-07-01".parse().unwrap();
/// let members = panel.slice().indicator("IT.NET.USER.ZS").members_of(Group::EU, day);
/// let areas: Vec<String> = members.series().map(|series| series.area().to_string()).collect();
/// assert_eq!(areas, ["GBR", "FRA"]);
/// # Ok::<(), netpolity::time::DateError>(())
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct Slice<'p> {
    panel: &'p Panel,
    indicators: Option<Vec<&'p super::Variable>>,
    areas: Option<Vec<Area>>,
    dimensions: Vec<(String, String)>,
    between: Option<(Period, Period)>,
}

impl<'p> Slice<'p> {
    pub(super) fn new(panel: &'p Panel) -> Self {
        Self { panel, indicators: None, areas: None, dimensions: Vec::new(), between: None }
    }

    /// Only series of an indicator, named by its id or its code in the source.
    pub fn indicator(mut self, indicator: &str) -> Self {
        self.indicators = Some(self.panel.variables_of(indicator).collect());
        self
    }

    /// Only series of an area.
    pub fn area(self, area: impl Into<Area>) -> Self {
        self.areas([area.into()])
    }

    /// Only series of some areas.
    pub fn areas(mut self, areas: impl IntoIterator<Item = Area>) -> Self {
        let mut areas: Vec<Area> = areas.into_iter().collect();
        areas.sort();
        self.areas = Some(areas);
        self
    }

    /// Only series of the countries that were members of a group on a day, those left out of which that is not certain.
    pub fn members_of(self, group: Group, day: NaiveDate) -> Self {
        let members = group.members_on(day);
        self.areas(members.certain().map(Area::from))
    }

    /// Only series with a value of a dimension, such as `sex` = `female`.
    pub fn dimension(mut self, name: &str, value: &str) -> Self {
        self.dimensions.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Only periods from the first to the last of two. Months and other parts of a year lie between years.
    pub fn between(mut self, first: Period, last: Period) -> Self {
        self.between = Some((first, last));
        self
    }

    /// The series, in the order of the panel; those without a period in the slice are left out.
    pub fn series(&self) -> impl Iterator<Item = Series<'p>> {
        self.panel.series().filter_map(|series| {
            let has_variable = |all: &Vec<&super::Variable>| {
                all.iter().any(|one| std::ptr::eq(*one, series.variable()))
            };
            let inside = self.indicators.as_ref().is_none_or(has_variable)
                && self
                    .areas
                    .as_ref()
                    .is_none_or(|areas| areas.binary_search(series.area()).is_ok())
                && self
                    .dimensions
                    .iter()
                    .all(|(name, value)| series.dimensions().get(name) == Some(value));
            let series = match self.between {
                Some((first, last)) => series.between(first, last),
                None => series,
            };
            (inside && !series.is_empty()).then_some(series)
        })
    }
}
