//! Where findings about series point.

use std::cell::OnceCell;
use std::collections::{BTreeMap, HashMap};

use crate::country::Area;
use crate::dataset::Dataset;
use crate::finding::Path;
use crate::id::Id;
use crate::metric::{Indicator, Panel, Series, Variable};
use crate::source::Source;
use crate::time::Period;

/// What the checked series are to the caller.
pub(super) enum Place<'p> {
    /// The only panel.
    Panel,
    /// One of several, by position.
    OneOf(usize),
    /// Observations of a dataset.
    Observations(Observations<'p>),
}

/// Observations that cite one source first.
pub(super) struct Observations<'p> {
    dataset: &'p Dataset,
    source: Option<&'p Id<Source>>,
    /// Made at the first finding.
    positions: OnceCell<HashMap<Key<'p>, usize>>,
}

/// Indicator, area, period and dimensions of an observation.
type Key<'p> = (&'p str, &'p Area, Period, &'p BTreeMap<String, String>);

impl<'p> Place<'p> {
    pub(super) fn observations(dataset: &'p Dataset, source: Option<&'p Id<Source>>) -> Self {
        Self::Observations(Observations { dataset, source, positions: OnceCell::new() })
    }

    fn in_panel(&self, part: &str) -> Path {
        match self {
            Self::OneOf(position) => Path::record("panels", position).field(part),
            Self::Panel | Self::Observations(_) => Path::of_table(part),
        }
    }

    /// A series; of observations, the first one of it.
    pub(super) fn series(&self, series: Series<'_>) -> Path {
        if let Self::Observations(observations) = self {
            return match series.first() {
                Some(period) => observations.cell(series, period),
                None => Path::of_table("observations"),
            };
        }
        let dimensions = series.dimensions();
        let space = if dimensions.is_empty() { "" } else { " " };
        let key = format!("{} {}{space}{dimensions}", name(series.variable()), series.area());
        self.in_panel("series").at(key)
    }

    /// A cell of a series, or the observation that it is.
    pub(super) fn cell(&self, series: Series<'_>, period: Period) -> Path {
        match self {
            Self::Observations(observations) => observations.cell(series, period),
            Self::Panel | Self::OneOf(_) => self.series(series).field(&period.to_string()),
        }
    }

    /// A variable; of observations, the indicator or, where that is one of the crate's own, the first of them.
    pub(super) fn variable(&self, variable: &Variable, panel: &Panel) -> Path {
        let Self::Observations(observations) = self else {
            return self.in_panel("variables").at(name(variable));
        };
        match &variable.indicator {
            Some(id) if observations.dataset.indicator(id).is_some() => {
                Path::record("indicators", id)
            }
            _ => {
                let of = |series: &Series<'_>| series.variable() == variable;
                match panel.series().find(of) {
                    Some(series) => self.series(series),
                    None => Path::of_table("observations"),
                }
            }
        }
    }

    /// A field of the vintage, or of the source.
    pub(super) fn vintage(&self, field: &str) -> Path {
        match self {
            Self::Observations(Observations { source: Some(source), .. }) => {
                Path::record("sources", source).field(field)
            }
            Self::Observations(_) => Path::of_table("observations"),
            Self::Panel | Self::OneOf(_) => self.in_panel("vintage").field(field),
        }
    }

    /// The indicator of an id, as the dataset or the crate defines it.
    pub(super) fn indicator(&self, id: &Id<Indicator>) -> Option<&'p Indicator> {
        match self {
            Self::Observations(observations) => observations.dataset.indicator_of(id),
            Self::Panel | Self::OneOf(_) => Indicator::built_in(id.as_str()),
        }
    }

    pub(super) fn is_dataset(&self) -> bool {
        matches!(self, Self::Observations(_))
    }

    /// Whether the vintage is one that somebody has to describe: not so for observations without a source.
    pub(super) fn has_vintage(&self) -> bool {
        match self {
            Self::Panel | Self::OneOf(_) => true,
            // A source without a record is a matter of its own.
            Self::Observations(Observations { dataset, source, .. }) => {
                source.is_some_and(|id| dataset.source(id).is_some())
            }
        }
    }
}

impl<'p> Observations<'p> {
    fn cell(&self, series: Series<'_>, period: Period) -> Path {
        let pairs = series.dimensions().iter();
        let dimensions: BTreeMap<String, String> =
            pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        let positions: &HashMap<Key<'_>, usize> = self.positions.get_or_init(|| self.index());
        let found = positions.get(&(name(series.variable()), series.area(), period, &dimensions));
        match found {
            Some(position) => Path::record("observations", position),
            None => Path::of_table("observations"),
        }
    }

    fn index(&self) -> HashMap<Key<'p>, usize> {
        let mut positions = HashMap::new();
        for (position, observation) in self.dataset.observations().iter().enumerate() {
            let first = observation.cites.first().map(|cite| &cite.source);
            if first == self.source {
                let indicator = observation.indicator.as_str();
                let key =
                    (indicator, &observation.area, observation.period, &observation.dimensions);
                positions.entry(key).or_insert(position);
            }
        }
        positions
    }
}

/// How findings call a variable: by its indicator, or its code in the source.
pub(super) fn name(variable: &Variable) -> &str {
    variable.indicator.as_ref().map_or(&variable.code, Id::as_str)
}
