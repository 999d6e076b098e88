//! Many series of one vintage, in columns.

mod builder;
mod cell;
mod diff;
mod key;
mod series;
mod slice;
mod store;

pub(crate) use builder::OpenSeries;
pub use builder::{PanelBuilder, TooFar};
pub use cell::{Cell, Datum, Number};
pub use diff::{Change, Revision};
pub use key::{AreaId, Dimensions, DimensionsId, Label, Variable, VariableId};
pub use series::Series;
pub use slice::Slice;

use std::collections::HashMap;
use std::fmt;

use chrono::NaiveDate;

use self::key::Place;
use self::store::Store;
use super::Vintage;
use crate::country::Area;
use crate::time::{Grid, Period};

/// Many series of one vintage.
///
/// A series is what one source says of one variable, area and combination of dimensions, by periods of one kind. Its values
/// lie side by side from the first period of which the source says something to the last: [`Series::values`] lends them,
/// with `NaN` where there is none. What stands in a cell beside the number, such as flags and notes, is kept beside the
/// column, where there is something.
///
/// Readers of [`io`](crate::io) make panels, [`PanelBuilder`] makes them from anything else.
///
/// ```
/// use netpolity::country::Country;
/// use netpolity::metric::{Flag, Variable, Number, PanelBuilder, Vintage};
/// use netpolity::Period;
///
/// let mut builder = PanelBuilder::new(Vintage::new());
/// let users = builder.variable(Variable::new("i99H"));
/// let china = builder.area(Country::CHN.into(), "CHN", "China");
/// let year = Period::from_year(2023)?;
/// let cell = Number::parse("90.60").map(netpolity::metric::Cell::from).unwrap().with_flag(Flag::Break);
/// builder.push(users, china, Default::default(), year, cell, 2).unwrap();
/// let panel = builder.finish();
///
/// let cell = panel.get("i99H", Country::CHN, year).unwrap();
/// assert_eq!(cell.number().unwrap().to_string(), "90.60");
/// assert!(cell.flags().contains(Flag::Break));
/// # Ok::<(), netpolity::time::DateError>(())
/// ```
#[derive(Clone)]
pub struct Panel {
    vintage: Vintage,
    variables: Vec<Variable>,
    areas: Vec<Place>,
    areas_by_area: HashMap<Area, AreaId>,
    dimensions: Vec<Dimensions>,
    rows: Vec<Row>,
    index: HashMap<PanelKey, u32, foldhash::fast::FixedState>,
    store: Store,
    duplicates: Vec<Double>,
    duplicate_cells: Store,
}

/// What tells a series apart from the others of a panel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct PanelKey {
    pub(crate) variable: VariableId,
    pub(crate) area: AreaId,
    pub(crate) dimensions: DimensionsId,
    pub(crate) grid: Grid,
}

/// A series, and where its cells are.
#[derive(Debug, Clone, Copy)]
struct Row {
    key: PanelKey,
    /// The number of its first period on the grid of the key.
    first: i32,
    start: usize,
    length: u32,
}

/// A cell that came for a period which had one.
#[derive(Debug, Clone, Copy)]
struct Double {
    series: u32,
    number: i32,
    line: u64,
}

/// A second cell for a period of a series. The panel shows the first, and keeps the others aside.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Duplicate<'p> {
    /// The series.
    pub series: Series<'p>,
    /// The period.
    pub period: Period,
    /// What stands in the first cell.
    pub first: Cell<'p>,
    /// What stands in the second.
    pub second: Cell<'p>,
    /// The line of the second in the source; 0 where it is not known.
    pub line: u64,
}

impl Panel {
    fn empty(vintage: Vintage) -> Self {
        Self {
            vintage,
            variables: Vec::new(),
            areas: Vec::new(),
            areas_by_area: HashMap::new(),
            dimensions: Vec::new(),
            rows: Vec::new(),
            index: HashMap::default(),
            store: Store::default(),
            duplicates: Vec::new(),
            duplicate_cells: Store::default(),
        }
    }

    /// The release of the data.
    pub fn vintage(&self) -> &Vintage {
        &self.vintage
    }

    /// What is measured, in the order of the source.
    pub fn variables(&self) -> &[Variable] {
        &self.variables
    }

    /// The areas, in the order of the source.
    pub fn areas(&self) -> impl ExactSizeIterator<Item = &Area> {
        self.areas.iter().map(|place| &place.area)
    }

    /// The codes and names that the source has for an area.
    pub fn labels(&self, area: &Area) -> &[Label] {
        let place = self.areas_by_area.get(area).and_then(|id| self.areas.get(id.0 as usize));
        place.map_or(&[], |place| &place.labels)
    }

    /// All series, in the order of the source.
    pub fn series(&self) -> impl Iterator<Item = Series<'_>> {
        self.rows.iter().filter_map(|row| Series::whole(self, row))
    }

    /// What is said of an indicator, an area and a period, all dimensions together. `None` where nothing is.
    ///
    /// The indicator is named by its id, or by its code in the source. Of parts of a population, and of many periods, ask
    /// [`slice`](Self::slice).
    pub fn get(&self, indicator: &str, area: impl Into<Area>, period: Period) -> Option<Cell<'_>> {
        let area = *self.areas_by_area.get(&area.into())?;
        let (grid, _) = period.on_grid()?;
        (0..).zip(&self.variables).filter(|(_, variable)| variable.is(indicator)).find_map(
            |(id, _)| {
                let dimensions = DimensionsId::default();
                let key = PanelKey { variable: VariableId(id), area, dimensions, grid };
                let row = self.rows.get(*self.index.get(&key)? as usize)?;
                Series::whole(self, row)?.get(period)
            },
        )
    }

    /// The number that is said of an indicator, an area and a period; see [`get`](Self::get).
    pub fn value(&self, indicator: &str, area: impl Into<Area>, period: Period) -> Option<f64> {
        self.get(indicator, area, period)?.value()
    }

    /// The series of some indicators, areas and periods only.
    pub fn slice(&self) -> Slice<'_> {
        Slice::new(self)
    }

    /// How many cells hold something.
    pub fn len(&self) -> usize {
        self.series().map(|series| series.iter().count()).sum()
    }

    /// Whether there is no series.
    pub fn is_empty(&self) -> bool {
        self.series().next().is_none()
    }

    /// Cells that came for a period which had one, by series.
    pub fn duplicates(&self) -> impl Iterator<Item = Duplicate<'_>> {
        self.duplicates.iter().enumerate().filter_map(|(at, double)| {
            let series = Series::whole(self, self.rows.get(double.series as usize)?)?;
            let period = series.period_of(double.number)?;
            let (first, second) = (series.get(period)?, self.duplicate_cells.get(at)?);
            Some(Duplicate { series, period, first, second, line: double.line })
        })
    }

    /// The newest of several panels that everybody could have had on a day. Where two are equally new, the later in the list.
    ///
    /// ```
    /// use netpolity::metric::{Panel, PanelBuilder, Vintage};
    ///
    /// let release = |day: &str| {
    ///     let mut vintage = Vintage::new();
    ///     vintage.published = day.parse().ok();
    ///     PanelBuilder::new(vintage).finish()
    /// };
    /// let panels = [release("2018-05-02"), release("2020-03-18")];
    /// let then = Panel::as_of(&panels, "2019-01-01".parse().unwrap()).unwrap();
    /// assert_eq!(then, &panels[0]);
    /// ```
    pub fn as_of<'p>(
        panels: impl IntoIterator<Item = &'p Self>,
        day: NaiveDate,
    ) -> Option<&'p Self> {
        let out = panels.into_iter().filter(|panel| panel.vintage.is_out_on(day));
        out.max_by(|a, b| a.vintage.compare(&b.vintage))
    }

    /// The series of a key, where there is one.
    pub(crate) fn series_of(&self, key: PanelKey) -> Option<Series<'_>> {
        Series::whole(self, self.rows.get(*self.index.get(&key)? as usize)?)
    }

    /// An area by its number.
    pub(crate) fn area_id(&self, area: &Area) -> Option<AreaId> {
        self.areas_by_area.get(area).copied()
    }

    /// All combinations of dimensions, by number.
    pub(crate) fn dimensions(&self) -> impl Iterator<Item = (DimensionsId, &Dimensions)> {
        (0..).map(DimensionsId).zip(&self.dimensions)
    }

    /// What is measured, by number.
    pub(crate) fn variable_ids(&self) -> impl Iterator<Item = (VariableId, &Variable)> {
        (0..).map(VariableId).zip(&self.variables)
    }

    fn variable_at(&self, id: VariableId) -> Option<&Variable> {
        self.variables.get(id.0 as usize)
    }
}

/// Two panels are equal where their vintages are, and they have the same series, with the same cells, in one order.
impl PartialEq for Panel {
    fn eq(&self, other: &Self) -> bool {
        self.vintage == other.vintage
            && self.series().eq(other.series())
            && self
                .duplicates()
                .map(|double| (double.period, double.second))
                .eq(other.duplicates().map(|double| (double.period, double.second)))
    }
}

impl fmt::Debug for Panel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Panel")
            .field("vintage", &self.vintage)
            .field("series", &self.series().collect::<Vec<_>>())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
