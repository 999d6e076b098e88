//! One series of a panel.

use std::fmt;

use super::key::{Dimensions, Label, Place, Variable};
use super::{Cell, Panel, Row};
use crate::country::Area;
use crate::id::Id;
use crate::metric::{Flags, Indicator, Observation};
use crate::time::{Grid, Period, PeriodKind};

/// What one source says of one variable, area and combination of dimensions, period by period.
#[derive(Clone, Copy)]
pub struct Series<'p> {
    panel: &'p Panel,
    variable: &'p Variable,
    place: &'p Place,
    dimensions: &'p Dimensions,
    row: Row,
}

impl<'p> Series<'p> {
    /// `None` for a series without any cell.
    pub(super) fn whole(panel: &'p Panel, row: &Row) -> Option<Self> {
        let variable = panel.variable_at(row.key.variable)?;
        let place = panel.areas.get(row.key.area.0 as usize)?;
        let dimensions = panel.dimensions.get(row.key.dimensions.0 as usize)?;
        (row.length > 0).then_some(Self { panel, variable, place, dimensions, row: *row })
    }

    /// What is measured.
    pub fn variable(self) -> &'p Variable {
        self.variable
    }

    /// Of which area.
    pub fn area(self) -> &'p Area {
        &self.place.area
    }

    /// The codes and names that the source has for the area.
    pub fn labels(self) -> &'p [Label] {
        &self.place.labels
    }

    /// Of which part of a population or market.
    pub fn dimensions(self) -> &'p Dimensions {
        self.dimensions
    }

    /// What kind of periods it has.
    pub fn kind(self) -> PeriodKind {
        self.row.key.grid.kind()
    }

    /// What tells it apart from the others of its panel.
    pub(crate) fn key(self) -> super::PanelKey {
        self.row.key
    }

    /// The number of the first period on the grid of the key.
    pub(crate) fn first_number(self) -> i32 {
        self.row.first
    }

    /// Where its values begin among those of the panel.
    pub(crate) fn start(self) -> usize {
        self.row.start
    }

    pub(super) fn grid(self) -> Grid {
        self.row.key.grid
    }

    /// How many periods there are from the first to the last, those without a value among them.
    pub fn len(self) -> usize {
        self.row.length as usize
    }

    /// Whether there are none: the slice has no period of the series.
    pub fn is_empty(self) -> bool {
        self.row.length == 0
    }

    /// The first period.
    pub fn first(self) -> Option<Period> {
        self.period_at(0)
    }

    /// The last period.
    pub fn last(self) -> Option<Period> {
        self.period_at(self.len().checked_sub(1)?)
    }

    /// The period of a position in [`values`](Self::values).
    pub fn period_at(self, position: usize) -> Option<Period> {
        let position = i32::try_from(position).ok().filter(|_| position < self.len())?;
        self.period_of(self.row.first.checked_add(position)?)
    }

    pub(super) fn period_of(self, number: i32) -> Option<Period> {
        self.row.key.grid.period(number)
    }

    /// The numbers of all periods from the first to the last, `NaN` where there is none.
    pub fn values(self) -> &'p [f64] {
        let start = self.row.start;
        self.panel.store.values.get(start..start + self.len()).unwrap_or_default()
    }

    /// What the source says of a period; `None` where it says nothing.
    pub fn get(self, period: Period) -> Option<Cell<'p>> {
        self.panel.store.get(self.row.place_of(period)?)
    }

    /// The periods of which the source says something, with what it says.
    pub fn iter(self) -> impl Iterator<Item = (Period, Cell<'p>)> {
        let cells = self.panel.store.cells(self.row.start, self.len());
        (self.row.first..)
            .zip(cells)
            .filter_map(move |(number, cell)| Some((self.period_of(number)?, cell?)))
    }

    /// The last period with a number, and that.
    pub fn latest(self) -> Option<(Period, f64)> {
        let position = self.values().iter().rposition(|value| !value.is_nan())?;
        Some((self.period_at(position)?, *self.values().get(position)?))
    }

    /// The flags of the cells that have some, with their positions in [`values`](Self::values).
    pub fn flags(self) -> impl Iterator<Item = (usize, Flags)> + use<'p> {
        self.panel.store.flags(self.row.start, self.len())
    }

    /// Its cells as observations of an indicator.
    pub fn observations(self, indicator: &Id<Indicator>) -> impl Iterator<Item = Observation> {
        self.iter().map(move |(period, cell)| {
            let mut observation = Observation::new(indicator.clone(), self.area().clone(), period);
            observation.value = cell.number().and_then(super::Number::decimal);
            observation.text = cell.words().map(str::to_owned);
            observation.missing = cell.missing();
            observation.unit = self.variable.unit;
            observation.scale = self.variable.scale;
            let dimensions = self.dimensions.iter();
            observation.dimensions =
                dimensions.map(|(n, v)| (n.to_owned(), v.to_owned())).collect();
            observation.flags = cell.flags();
            observation.note = cell.note().map(str::to_owned);
            observation
        })
    }

    /// The same without the periods before the first and after the last of two, whatever their kind: the months of 2013
    /// lie between 2012 and 2013.
    pub(super) fn between(mut self, first: Period, last: Period) -> Self {
        // A fiscal year counts as the calendar year of its number.
        let calendar = |period: Period| match period.kind() {
            PeriodKind::FiscalYear => {
                Period::from_year(period.year().unwrap_or_default()).unwrap_or(period)
            }
            _ => period,
        };
        let (start, end) = (calendar(first).first_day(), calendar(last).last_day());
        let before =
            |period: Option<Period>| period.is_some_and(|p| calendar(p).first_day() < start);
        let after = |period: Option<Period>| period.is_some_and(|p| calendar(p).last_day() > end);
        while before(self.first()) {
            self.row.first += 1;
            self.row.start += 1;
            self.row.length -= 1;
        }
        while after(self.last()) {
            self.row.length -= 1;
        }
        self
    }
}

/// Two series are equal where variable, area, labels, dimensions and all cells are.
impl PartialEq for Series<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.variable == other.variable
            && self.place == other.place
            && self.dimensions == other.dimensions
            && self.iter().eq(other.iter())
    }
}

impl fmt::Debug for Series<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Series")
            .field("variable", &self.variable.code)
            .field("area", self.area())
            .field("dimensions", self.dimensions)
            .field("cells", &self.iter().collect::<Vec<_>>())
            .finish()
    }
}
