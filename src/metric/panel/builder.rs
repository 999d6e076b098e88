//! Building a panel from cells in any order.

use std::collections::HashMap;

use super::cell::{Cell, Number};
use super::key::{AreaId, AreaIndex, Dimensions, DimensionsId, Label, Place, Variable, VariableId};
use super::store::Store;
use super::{Double, Panel, PanelKey, Row};
use crate::country::Area;
use crate::id::Id;
use crate::metric::Vintage;
use crate::time::Period;

/// Collects the cells of one vintage, in any order, into a [`Panel`].
///
/// It is quickest where each series comes whole and in the order of time, as most files have them; other orders cost a
/// second pass and memory for it.
///
/// ```
/// use netpolity::country::Country;
/// use netpolity::metric::{Variable, Number, PanelBuilder, Vintage};
/// use netpolity::Period;
///
/// let mut builder = PanelBuilder::new(Vintage::new());
/// let users = builder.variable(Variable::new("IT.NET.USER.ZS"));
/// let china = builder.area(Country::CHN.into(), "CHN", "China");
/// for (year, share) in [(2012, "42.3"), (2013, "45.8")] {
///     let cell = Number::parse(share).unwrap().into();
///     builder.push(users, china, Default::default(), Period::from_year(year)?, cell, 0).unwrap();
/// }
/// let panel = builder.finish();
/// assert_eq!(panel.value("IT.NET.USER.ZS", Country::CHN, Period::from_year(2013)?), Some(45.8));
/// # Ok::<(), netpolity::time::DateError>(())
/// ```
#[derive(Debug)]
pub struct PanelBuilder {
    panel: Panel,
    variables: HashMap<Variable, VariableId>,
    areas: AreaIndex,
    labels: HashMap<(Area, Label), AreaId>,
    dimensions: HashMap<Dimensions, DimensionsId>,
    /// The series whose cells stand last.
    current: Option<OpenSeries>,
    /// Cells that did not fit behind those of their series.
    late: Vec<Late>,
    late_cells: Store,
    /// The first and last number of each series.
    spans: Vec<Option<(i32, i32)>>,
    /// How many cells lie between the first and last of all series, and how many were put in.
    cells: usize,
    filled: usize,
}

#[derive(Debug, Clone, Copy)]
struct Late {
    series: u32,
    number: i32,
    line: u64,
    /// In `late_cells`.
    position: usize,
}

/// A cell lies so far from the rest of its series that the cells between would fill the memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("`{period}` is too far from the rest of its series")]
pub struct TooFar {
    /// The period of the cell.
    pub period: Period,
}

/// So many empty cells are let through, and so many more for each that holds something.
const FREE_PADDING: usize = 1 << 20;
const PADDING_PER_CELL: usize = 64;

/// Where a cell can stand.
enum Room {
    /// Behind the last cell.
    Behind,
    /// Among others, where it comes once all are there.
    Elsewhere,
    None,
}

/// A series into which cells are put by the number of their period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct OpenSeries(u32);

impl PanelBuilder {
    /// A builder without any cell.
    pub fn new(vintage: Vintage) -> Self {
        let mut builder = Self {
            panel: Panel::empty(vintage),
            variables: HashMap::new(),
            areas: AreaIndex::default(),
            labels: HashMap::new(),
            dimensions: HashMap::new(),
            current: None,
            late: Vec::new(),
            late_cells: Store::default(),
            spans: Vec::new(),
            cells: 0,
            filled: 0,
        };
        builder.dimensions(Dimensions::default());
        builder
    }

    /// What the source says of itself, for readers that find it in the file.
    pub fn vintage_mut(&mut self) -> &mut Vintage {
        &mut self.panel.vintage
    }

    /// Adds a variable, unless it is there.
    pub fn variable(&mut self, variable: Variable) -> VariableId {
        if let Some(id) = self.variables.get(&variable) {
            return *id;
        }
        let id = VariableId(count(self.panel.variables.len()));
        self.panel.variables.push(variable.clone());
        self.variables.insert(variable, id);
        id
    }

    /// Adds an area under the code and name that the source has for it, unless it is there. Another label of the same
    /// area is kept beside the first.
    pub fn area(&mut self, area: Area, code: &str, name: &str) -> AreaId {
        let label = Label { code: code.into(), name: name.into() };
        let labelled = (area, label);
        if let Some(id) = self.labels.get(&labelled) {
            return *id;
        }
        let (area, label) = labelled.clone();
        let next = AreaId(count(self.panel.areas.len()));
        let id = self.areas.get_or_insert(&area, next);
        match self.panel.areas.get_mut(id.0 as usize) {
            Some(place) => place.labels.push(label),
            None => self.panel.areas.push(Place { area, labels: vec![label] }),
        }
        self.labels.insert(labelled, id);
        id
    }

    /// Adds another code and name that the source has for an area, unless they are there.
    pub(crate) fn label(&mut self, id: AreaId, code: &str, name: &str) {
        if let Some(place) = self.panel.areas.get(id.0 as usize) {
            self.area(place.area.clone(), code, name);
        }
    }

    /// Adds dimensions, unless they are there. [`DimensionsId::default`] is that of none.
    pub fn dimensions(&mut self, dimensions: Dimensions) -> DimensionsId {
        if let Some(id) = self.dimensions.get(&dimensions) {
            return *id;
        }
        let id = DimensionsId(count(self.panel.dimensions.len()));
        self.panel.dimensions.push(dimensions.clone());
        self.dimensions.insert(dimensions, id);
        id
    }

    /// Puts in one cell, that stands on a line of the source.
    ///
    /// A cell that is filled already keeps what it has; the other one becomes a [`Duplicate`](super::Duplicate), whether it says the same
    /// or not.
    ///
    /// # Errors
    /// [`TooFar`] where a series would have more empty cells than the data warrants: about a million, and 64 for each
    /// cell that holds something.
    pub fn push(
        &mut self,
        variable: VariableId,
        area: AreaId,
        dimensions: DimensionsId,
        period: Period,
        cell: Cell<'_>,
        line: u64,
    ) -> Result<(), TooFar> {
        let (grid, number) = period.on_grid().ok_or(TooFar { period })?;
        let series = self.open(PanelKey { variable, area, dimensions, grid });
        if self.put(series, number, cell, line) { Ok(()) } else { Err(TooFar { period }) }
    }

    /// The series of a key.
    pub(crate) fn open(&mut self, key: PanelKey) -> OpenSeries {
        let panel = &mut self.panel;
        let next = count(panel.rows.len());
        let series = *panel.index.entry(key).or_insert(next);
        if series == next {
            panel.rows.push(Row { key, first: 0, start: 0, length: 0 });
            self.spans.push(None);
        }
        OpenSeries(series)
    }

    /// Puts a cell into a series at the period of a number on its grid; `false` where that is [`TooFar`].
    pub(crate) fn put(
        &mut self,
        series: OpenSeries,
        number: i32,
        cell: Cell<'_>,
        line: u64,
    ) -> bool {
        match self.make_room(series, number) {
            Room::Behind => self.panel.store.push(cell),
            Room::Elsewhere => self.put_late(series, number, cell, line),
            Room::None => return false,
        }
        true
    }

    /// The same for a number without marks, which nearly every cell of a large table is.
    #[inline]
    pub(crate) fn put_number(
        &mut self,
        series: OpenSeries,
        at: i32,
        number: Number<'_>,
        line: u64,
    ) -> bool {
        if number.written().is_none() {
            match self.make_room(series, at) {
                Room::Behind => self.panel.store.push_plain(number.value(), number.decimals()),
                Room::Elsewhere => self.put_late(series, at, number.into(), line),
                Room::None => return false,
            }
            return true;
        }
        self.put(series, at, number.into(), line)
    }

    #[inline(never)]
    fn put_late(&mut self, series: OpenSeries, number: i32, cell: Cell<'_>, line: u64) {
        let position = self.late_cells.len();
        self.late_cells.push(cell);
        self.late.push(Late { series: series.0, number, line, position });
    }

    /// Makes room for one cell behind the last, where it can stand there.
    #[inline]
    fn make_room(&mut self, series: OpenSeries, number: i32) -> Room {
        if !self.has_room(series, number) {
            return Room::None;
        }
        let Some(row) = self.panel.rows.get_mut(series.0 as usize) else { return Room::None };
        let store = &mut self.panel.store;
        if row.length == 0 && self.current != Some(series) {
            self.current = Some(series);
            (row.first, row.start) = (number, store.len());
        }
        let gap = i64::from(number) - i64::from(row.first) - i64::from(row.length);
        if self.current != Some(series) {
            return Room::Elsewhere;
        }
        let Ok(gap) = usize::try_from(gap) else { return Room::Elsewhere };
        if gap > 0 {
            store.pad(gap);
        }
        row.length += count(gap + 1);
        Room::Behind
    }

    /// Whether a series may reach to a period, which it then does.
    #[inline]
    fn has_room(&mut self, series: OpenSeries, number: i32) -> bool {
        let Some(span) = self.spans.get_mut(series.0 as usize) else { return false };
        let (first, last) = span.unwrap_or((number, number));
        let (to_first, to_last) = (first.min(number), last.max(number));
        let growth = i64::from(first) - i64::from(to_first) + i64::from(to_last) - i64::from(last);
        let cells = self.cells
            + usize::try_from(growth).unwrap_or(usize::MAX)
            + usize::from(span.is_none());
        // Cells that came twice are filled twice.
        let empty = cells.saturating_sub(self.filled);
        if growth > 1 && empty > FREE_PADDING + PADDING_PER_CELL * self.filled {
            return false;
        }
        *span = Some((to_first, to_last));
        self.cells = cells;
        self.filled += 1;
        true
    }

    /// The panel.
    pub fn finish(mut self) -> Panel {
        if !self.late.is_empty() {
            self.merge();
        }
        self.panel.store.shrink();
        self.panel.duplicate_cells.shrink();
        self.panel.rows.shrink_to_fit();
        self.panel.areas_by_area = self.areas;
        for (id, variable) in (0..).map(VariableId).zip(&self.panel.variables) {
            let code = Some(variable.code.as_str());
            let indicator = variable.indicator.as_ref().map(Id::as_str);
            for name in code.into_iter().chain(indicator.filter(|id| Some(*id) != code)) {
                self.panel.variables_by_name.entry(name.into()).or_default().push(id);
            }
        }
        self.panel
    }

    /// Lays the cells out anew, those that came late among the others.
    fn merge(&mut self) {
        self.late.sort_by_key(|late| late.series);
        let panel = &mut self.panel;
        let before = std::mem::take(&mut panel.store);
        let mut late = self.late.as_slice();
        let mut cells = Vec::new();
        for (series, row) in (0..).zip(&mut panel.rows) {
            let (mine, others) = late.split_at(late.partition_point(|late| late.series == series));
            late = others;
            let early = before.cells(row.start, row.length as usize);
            cells.extend(
                (row.first..).zip(early).filter_map(|(number, cell)| Some((number, 0, cell?))),
            );
            cells.extend(mine.iter().filter_map(|late| {
                Some((late.number, late.line, self.late_cells.get(late.position)?))
            }));
            // Stable: of two for one period, the one that came first is in front.
            cells.sort_by_key(|(number, ..)| *number);
            (row.start, row.length) = (panel.store.len(), 0);
            row.first = cells.first().map_or(0, |(number, ..)| *number);
            for (number, line, cell) in cells.drain(..) {
                let gap = i64::from(number) - i64::from(row.first) - i64::from(row.length);
                if let Ok(gap) = usize::try_from(gap) {
                    panel.store.pad(gap);
                    panel.store.push(cell);
                    row.length += count(gap + 1);
                } else {
                    panel.duplicates.push(Double { series, number, line });
                    panel.duplicate_cells.push(cell);
                }
            }
        }
    }
}

/// Numbers of things that are held in memory; there are never so many that a `u32` does not count them.
fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
