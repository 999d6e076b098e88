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
use std::hash::{Hash, Hasher};

use chrono::NaiveDate;

use self::key::{AreaIndex, Place};
use self::store::Store;
use super::{Flags, Vintage};
use crate::country::Area;
use crate::time::{Grid, Period, PeriodKind};

/// A hash table with a quick hash, as look-ups of series are many.
type Table<K, V> = HashMap<K, V, foldhash::fast::FixedState>;

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
/// use netpolity::metric::{Cell, Flag, Number, PanelBuilder, Variable, Vintage};
/// use netpolity::Period;
///
/// let mut builder = PanelBuilder::new(Vintage::new());
/// let users = builder.variable(Variable::new("i99H"));
/// let china = builder.area(Country::CHN.into(), "CHN", "China");
/// let year = Period::from_year(2023)?;
/// let cell = Cell::from(Number::parse("90.60").unwrap()).with_flag(Flag::Break);
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
    /// By code and by id of the indicator, filled when the panel is finished.
    variables_by_name: Table<Box<str>, Vec<VariableId>>,
    areas: Vec<Place>,
    areas_by_area: AreaIndex,
    dimensions: Vec<Dimensions>,
    rows: Vec<Row>,
    index: Table<PanelKey, u32>,
    store: Store,
    duplicates: Vec<Double>,
    duplicate_cells: Store,
}

/// What tells a series apart from the others of a panel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct PanelKey {
    pub(crate) variable: VariableId,
    pub(crate) area: AreaId,
    pub(crate) dimensions: DimensionsId,
    pub(crate) grid: Grid,
}

/// In few steps, as large tables have a series for each row.
impl Hash for PanelKey {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let pair = |high: u32, low: u32| u64::from(high) << 32 | u64::from(low);
        state.write_u64(pair(self.variable.0, self.area.0));
        state.write_u64(pair(self.dimensions.0, self.grid.number()));
    }
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

impl Row {
    /// Where the cell of a period of the same kind is.
    fn place_of(&self, period: Period) -> Option<usize> {
        let (_, number) = period.on_grid().filter(|(grid, _)| *grid == self.key.grid)?;
        let position = usize::try_from(i64::from(number) - i64::from(self.first)).ok()?;
        (position < self.length as usize).then(|| self.start + position)
    }
}

/// # What it holds
impl Panel {
    fn empty(vintage: Vintage) -> Self {
        Self {
            vintage,
            variables: Vec::new(),
            variables_by_name: Table::default(),
            areas: Vec::new(),
            areas_by_area: AreaIndex::default(),
            dimensions: Vec::new(),
            rows: Vec::new(),
            index: Table::default(),
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
        let row = self.row_of(indicator, &area.into(), period)?;
        self.store.get(row.place_of(period)?)
    }

    /// The series without dimensions that has a period, where there is one.
    fn row_of(&self, indicator: &str, area: &Area, period: Period) -> Option<&Row> {
        let area = self.areas_by_area.get(area)?;
        let (grid, _) = period.on_grid()?;
        let variables = self.variables_named(indicator).iter();
        variables
            .filter_map(|variable| {
                let dimensions = DimensionsId::default();
                self.row_with(PanelKey { variable: *variable, area, dimensions, grid })
            })
            .find(|row| row.place_of(period).is_some_and(|at| self.store.get(at).is_some()))
    }

    /// The number that is said of an indicator, an area and a period; see [`get`](Self::get).
    ///
    /// It is the number as it was published, in the unit and scale of its [`Variable`]: of a table in thousands, so many
    /// thousands.
    pub fn value(&self, indicator: &str, area: impl Into<Area>, period: Period) -> Option<f64> {
        self.get(indicator, area, period)?.value()
    }

    /// Adds what an editor remarks about a cell: flags, and a note behind that of the source. `false` where nothing is said of that
    /// period.
    ///
    /// ```
    /// # use netpolity::metric::{Cell, Flag, Number, PanelBuilder, Variable, Vintage};
    /// # use netpolity::country::Country;
    /// # use netpolity::Period;
    /// # let mut builder = PanelBuilder::new(Vintage::new());
    /// # let users = builder.variable(Variable::new("IT.NET.USER.ZS"));
    /// # let china = builder.area(Country::CHN.into(), "CHN", "China");
    /// # let year = Period::from_year(2023)?;
    /// # builder.push(users, china, Default::default(), year, Number::parse("90.6").unwrap().into(), 0).unwrap();
    /// # let mut panel = builder.finish();
    /// let flags = [Flag::Break].into();
    /// assert!(panel.annotate("IT.NET.USER.ZS", Country::CHN, year, flags, "users of mobile apps count since 2023"));
    /// assert!(panel.get("IT.NET.USER.ZS", Country::CHN, year).unwrap().flags().contains(Flag::Break));
    /// # Ok::<(), netpolity::time::DateError>(())
    /// ```
    pub fn annotate(
        &mut self,
        indicator: &str,
        area: impl Into<Area>,
        period: Period,
        flags: Flags,
        note: &str,
    ) -> bool {
        let place =
            self.row_of(indicator, &area.into(), period).and_then(|row| row.place_of(period));
        place.is_some_and(|at| {
            self.store.annotate(at, flags, Some(note).filter(|note| !note.is_empty()))
        })
    }

    /// The series of an indicator and an area with periods of a kind, all dimensions together.
    pub fn series_of(&self, indicator: &str, area: &Area, kind: PeriodKind) -> Option<Series<'_>> {
        let area = self.areas_by_area.get(area)?;
        let (dimensions, grid) = (DimensionsId::default(), Grid::of(kind));
        let mut variables = self.variables_named(indicator).iter();
        variables.find_map(|variable| {
            self.series_with(PanelKey { variable: *variable, area, dimensions, grid })
        })
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
    pub(crate) fn series_with(&self, key: PanelKey) -> Option<Series<'_>> {
        Series::whole(self, self.row_with(key)?)
    }

    fn row_with(&self, key: PanelKey) -> Option<&Row> {
        self.rows.get(*self.index.get(&key)? as usize)
    }

    /// For many look-ups, one after the other.
    pub(crate) fn finder(&self) -> Finder<'_> {
        Finder { panel: self, last: None, stride: 1 }
    }

    /// The variables that an id of an indicator or a code of the source names, in the order of the source.
    pub(crate) fn variables_named(&self, indicator: &str) -> &[VariableId] {
        self.variables_by_name.get(indicator).map_or(&[], Vec::as_slice)
    }

    /// The same, with what is said of them.
    pub(crate) fn variables_of(&self, indicator: &str) -> impl Iterator<Item = &Variable> {
        self.variables_named(indicator).iter().filter_map(|id| self.variable_at(*id))
    }

    /// An area by its number.
    pub(crate) fn area_id(&self, area: &Area) -> Option<AreaId> {
        self.areas_by_area.get(area)
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

/// Looks up series that are asked for in an order which that of the panel may resemble.
///
/// Tables have the series of one variable side by side, or those of one area: going from area to area, one then goes on by
/// the same number of rows each time. Where that leads to the wrong row, the index is asked.
#[derive(Debug, Clone)]
pub(crate) struct Finder<'p> {
    panel: &'p Panel,
    /// The area and row that were found last.
    last: Option<(i64, i64)>,
    /// How many rows there are from one area to the next.
    stride: i64,
}

impl<'p> Finder<'p> {
    pub(crate) fn find(&mut self, key: PanelKey) -> Option<Series<'p>> {
        let panel = self.panel;
        let area = i64::from(key.area.0);
        let guess = self.last.map(|(last, row)| row + (area - last) * self.stride);
        let guess = guess.and_then(|row| usize::try_from(row).ok());
        if let Some(row) = guess.and_then(|at| panel.rows.get(at)).filter(|row| row.key == key) {
            self.last = guess.and_then(|at| i64::try_from(at).ok()).map(|at| (area, at));
            return Series::whole(panel, row);
        }
        let found = *panel.index.get(&key)?;
        if let Some((last, row)) = self.last.filter(|(last, _)| *last != area) {
            self.stride = (i64::from(found) - row) / (area - last);
        }
        self.last = Some((area, i64::from(found)));
        Series::whole(panel, panel.rows.get(found as usize)?)
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
