//! Observations as series.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write;

use super::Dataset;
use crate::country::Area;
use crate::id::Id;
use crate::metric::{
    AreaId, Cell, Datum, Dimensions, DimensionsId, Indicator, Number, Observation, Panel,
    PanelBuilder, Variable, VariableId, Vintage,
};
use crate::quantity::Unit;
use crate::source::Source;

/// # Observations as series
impl Dataset {
    /// The observations of a vintage as series: those that cite its source, or all where it names none.
    ///
    /// A variable is an indicator in one unit and scale: observations of one indicator in two units are series of two
    /// variables. Of a second observation for the same cell, see [`Panel::duplicates`]; the line there counts the observations of
    /// the dataset from 1. An observation that has neither value, words nor a reason for having none says nothing and is
    /// left out, as is one whose period lies so far from the others that the [panel refuses it](PanelBuilder::push).
    ///
    /// ```
    /// use netpolity::country::Country;
    /// use netpolity::metric::Vintage;
    /// use netpolity::{Dataset, Period};
    ///
    /// let dataset = Dataset::from_json(
    ///     r#"{ "netpolity": 1, "observations": [
    ///          { "indicator": "internet-users-share", "area": "IRQ", "period": "2015", "value": "17.22", "cites": [ "wdi-2018" ] },
    ///          { "indicator": "internet-users-share", "area": "IRQ", "period": "2015", "value": "58", "cites": [ "wdi-2020" ] } ] }"#,
    /// )?;
    /// let mut vintage = Vintage::new();
    /// vintage.source = Some("wdi-2020".parse()?);
    /// let panel = dataset.panel(&vintage);
    /// assert_eq!(panel.value("internet-users-share", Country::IRQ, Period::from_year(2015)?), Some(58.0));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn panel(&self, vintage: &Vintage) -> Panel {
        let mut series = Observed::new(self, vintage.clone());
        for (observation, line) in self.observations().iter().zip(1..) {
            let cites =
                |source: &Id<Source>| observation.cites.iter().any(|cite| cite.source == *source);
            if vintage.source.as_ref().is_none_or(cites) {
                series.push(observation, line);
            }
        }
        series.builder.finish()
    }

    /// A panel for each source that observations cite first, and one for those that cite none, in the order in which they
    /// come.
    pub(crate) fn panels(&self) -> Vec<Panel> {
        let mut positions = HashMap::new();
        let mut all: Vec<Observed<'_>> = Vec::new();
        for (observation, line) in self.observations().iter().zip(1..) {
            let source = observation.cites.first().map(|cite| &cite.source);
            let position = *positions.entry(source).or_insert(all.len());
            if position == all.len() {
                all.push(Observed::new(self, self.vintage_of(source)));
            }
            if let Some(series) = all.get_mut(position) {
                series.push(observation, line);
            }
        }
        all.into_iter().map(|series| series.builder.finish()).collect()
    }

    fn vintage_of(&self, id: Option<&Id<Source>>) -> Vintage {
        let mut vintage = Vintage::new();
        vintage.source = id.cloned();
        if let Some(source) = id.and_then(|id| self.source(id)) {
            vintage.dataset.clone_from(&source.title);
            vintage.published = source.published;
            vintage.retrieved = source.retrieved;
            vintage.licence.clone_from(&source.licence);
        }
        vintage
    }
}

/// A panel in the making, with what has been looked up.
struct Observed<'d> {
    dataset: &'d Dataset,
    builder: PanelBuilder,
    variables: HashMap<(&'d Id<Indicator>, Option<Unit>, i8), VariableId>,
    areas: HashMap<&'d Area, AreaId>,
    dimensions: HashMap<&'d BTreeMap<String, String>, DimensionsId>,
    digits: String,
}

impl<'d> Observed<'d> {
    fn new(dataset: &'d Dataset, vintage: Vintage) -> Self {
        Self {
            dataset,
            builder: PanelBuilder::new(vintage),
            variables: HashMap::new(),
            areas: HashMap::new(),
            dimensions: HashMap::new(),
            digits: String::new(),
        }
    }

    fn push(&mut self, observation: &'d Observation, line: u64) {
        self.digits.clear();
        let datum = if let Some(value) = observation.value {
            // Writing into a `String` does not fail.
            let _ = write!(self.digits, "{value}");
            Number::parse(&self.digits).map(Datum::Number)
        } else if let Some(words) = &observation.text {
            Some(Datum::Words(words))
        } else {
            observation.missing.map(Datum::Missing)
        };
        let Some(datum) = datum else { return };
        let key = (&observation.indicator, observation.unit, observation.scale);
        let variable = *self
            .variables
            .entry(key)
            .or_insert_with(|| self.builder.variable(variable(self.dataset, observation)));
        let area = *self.areas.entry(&observation.area).or_insert_with(|| {
            self.builder.area(observation.area.clone(), &observation.area.to_string(), "")
        });
        let dimensions = if observation.dimensions.is_empty() {
            DimensionsId::default()
        } else {
            *self.dimensions.entry(&observation.dimensions).or_insert_with(|| {
                self.builder.dimensions(Dimensions::from_iter(&observation.dimensions))
            })
        };
        let mut cell = Cell::new(datum).with_flags(observation.flags);
        if let Some(note) = &observation.note {
            cell = cell.with_note(note);
        }
        // What is too far is left out, as the documentation says.
        let _ = self.builder.push(variable, area, dimensions, observation.period, cell, line);
    }
}

fn variable(dataset: &Dataset, observation: &Observation) -> Variable {
    let mut variable = Variable::new(observation.indicator.as_str());
    let indicator = dataset.indicator_of(&observation.indicator);
    variable.unit = observation.unit.or(indicator.map(|indicator| indicator.unit));
    if let Some(name) = indicator.and_then(|indicator| indicator.names.first()) {
        variable.name.clone_from(&name.text);
    }
    variable.indicator = Some(observation.indicator.clone());
    variable.scale = observation.scale;
    variable
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metric::Missing;
    use crate::time::Period;

    fn dataset() -> Dataset {
        Dataset::from_json(
            r#"{ "netpolity": 1,
                 "sources": [ { "id": "wdi", "kind": "dataset", "title": "WDI", "published": "2020-03-18" } ],
                 "observations": [
                   { "indicator": "internet-users-share", "area": "CHN", "period": "2012", "value": "42.30", "cites": [ "wdi" ] },
                   { "indicator": "internet-users-share", "area": "CHN", "period": "2011", "missing": "not-collected", "cites": [ "wdi" ] },
                   { "indicator": "internet-users-share", "area": "CHN", "period": "2012", "value": "40.1", "dimensions": { "sex": "female" },
                     "flags": [ "estimated" ], "note": "aged 6 and over", "cites": [ "wdi" ] },
                   { "indicator": "population", "area": "CHN", "period": "2012", "value": "1350695", "scale": 3, "cites": [ "wpp", "wdi" ] },
                   { "indicator": "population", "area": "CHN", "period": "2012" } ] }"#,
        )
        .unwrap()
    }

    #[test]
    fn everything_of_an_observation_is_in_the_cell() {
        let dataset = dataset();
        let panel = dataset.panel(&Vintage::new());
        let year = |year| Period::from_year(year).unwrap();
        let cell = panel.get("internet-users-share", crate::Country::CHN, year(2012)).unwrap();
        assert_eq!(cell.number().unwrap().to_string(), "42.30");
        let cell = panel.get("internet-users-share", crate::Country::CHN, year(2011)).unwrap();
        assert_eq!(cell.missing(), Some(Missing::NotCollected));
        let women = panel.slice().dimension("sex", "female").series().next().unwrap();
        let cell = women.get(year(2012)).unwrap();
        assert_eq!((cell.value(), cell.note()), (Some(40.1), Some("aged 6 and over")));
        let unit = women.variable().unit;
        assert_eq!(unit, Some(Unit::Percent));
        // And back.
        for series in panel.series() {
            let id = series.variable().indicator.clone().unwrap();
            for observation in series.observations(&id) {
                let is_same = |other: &&Observation| {
                    (&other.indicator, &other.area, other.period, other.value, other.missing)
                        == (
                            &id,
                            &observation.area,
                            observation.period,
                            observation.value,
                            observation.missing,
                        )
                        && (&other.dimensions, other.flags, &other.note, other.scale)
                            == (
                                &observation.dimensions,
                                observation.flags,
                                &observation.note,
                                observation.scale,
                            )
                };
                assert!(
                    dataset.observations().iter().any(|other| is_same(&other)),
                    "{observation:?}"
                );
            }
        }
        assert_eq!(panel.len(), 4);
    }

    #[test]
    fn a_vintage_has_what_cites_its_source() {
        let dataset = dataset();
        let mut vintage = Vintage::new();
        vintage.source = "wpp".parse().ok();
        assert_eq!(dataset.panel(&vintage).len(), 1);
        vintage.source = "wdi".parse().ok();
        assert_eq!(dataset.panel(&vintage).len(), 4);
        let panels = dataset.panels();
        let sizes: Vec<_> = panels.iter().map(Panel::len).collect();
        assert_eq!(sizes, [3, 1, 0]);
        assert_eq!(panels[0].vintage().published, "2020-03-18".parse().ok());
    }
}
