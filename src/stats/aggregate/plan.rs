//! Members and their weights, laid out once for any number of indicators.

use super::Members;
use crate::country::Area;
use crate::metric::{DimensionsId, Flags, Panel, PanelKey, Series};
use crate::time::{Grid, Period};

/// Periods of one kind, one after the other.
#[derive(Debug, Clone)]
pub(super) struct Axis {
    grid: Grid,
    first: i32,
    pub(super) periods: Vec<Period>,
}

impl Axis {
    /// From one period to another; no period where they are of different kinds.
    pub(super) fn between(first: Period, last: Period) -> Option<Self> {
        let (grid, number) = first.on_grid()?;
        let (other, end) = last.on_grid()?;
        let numbers = if grid == other { number..=end } else { return None };
        Some(Self {
            grid,
            first: number,
            periods: numbers.filter_map(|n| grid.period(n)).collect(),
        })
    }

    pub(super) fn len(&self) -> usize {
        self.periods.len()
    }

    /// The place of a period of a series on the axis, which it need not have.
    fn start(&self, series: Series<'_>) -> i64 {
        i64::from(series.first_number()) - i64::from(self.first)
    }

    /// The values of a series at the periods of the axis, with the place of the first.
    fn clip<'s>(&self, series: Series<'s>) -> Option<(usize, &'s [f64])> {
        let start = self.start(series);
        let skipped = usize::try_from(start.min(0).unsigned_abs()).ok()?;
        let at = usize::try_from(start.max(0)).ok()?;
        let values = series.values().get(skipped..)?;
        let room = self.len().checked_sub(at)?;
        Some((at, values.get(..values.len().min(room))?))
    }

    /// The series of an indicator for each member, clipped; all dimensions together.
    fn series<'s>(
        &self,
        panel: &'s Panel,
        indicator: &str,
        members: &Members,
    ) -> impl Iterator<Item = Option<Clipped<'s>>> {
        let variables = panel.variables_named(indicator);
        let mut finder = panel.finder();
        members.areas().iter().map(move |area| {
            let area = panel.area_id(area)?;
            let series = variables.iter().find_map(|variable| {
                let (dimensions, grid) = (DimensionsId::default(), self.grid);
                finder.find(PanelKey { variable: *variable, area, dimensions, grid })
            })?;
            let (at, values) = self.clip(series)?;
            Some((at, values, series))
        })
    }
}

/// The weights of members.
#[derive(Debug, Clone)]
pub(super) struct Weights {
    /// Member by member along the axis; `NaN` where there is none. Without weights, each weighs the same.
    each: Vec<f64>,
    length: usize,
    /// By period: the sum over all members, and how many have one.
    pub(super) whole: Vec<f64>,
    pub(super) weighed: Vec<u32>,
}

impl Weights {
    /// Along an axis without periods.
    pub(super) fn none() -> Self {
        Self { each: Vec::new(), length: 0, whole: Vec::new(), weighed: Vec::new() }
    }

    pub(super) fn new(axis: &Axis, members: &Members, from: Option<(&Panel, &str)>) -> Self {
        let length = axis.len();
        let count = members.areas().len();
        let mut each = vec![if from.is_some() { f64::NAN } else { 1.0 }; count * length];
        let (mut whole, mut weighed) = (vec![0.0; length], vec![0; length]);
        if let Some((panel, indicator)) = from {
            let rows = each.chunks_exact_mut(length.max(1));
            for (row, series) in rows.zip(axis.series(panel, indicator, members)) {
                let Some((at, values, _)) = series else { continue };
                for (weight, value) in row.iter_mut().skip(at).zip(values) {
                    // No weight is below zero; such a number is none.
                    *weight = if *value >= 0.0 { *value } else { f64::NAN };
                }
            }
        }
        for row in each.chunks_exact(length.max(1)) {
            for ((weight, whole), weighed) in row.iter().zip(&mut whole).zip(&mut weighed) {
                *whole += if weight.is_nan() { 0.0 } else { *weight };
                *weighed += u32::from(!weight.is_nan());
            }
        }
        Self { each, length, whole, weighed }
    }

    /// The weight of a member at a position.
    pub(super) fn of(&self, member: usize, position: usize) -> Option<f64> {
        let weight = *self.each.get(member * self.length + position)?;
        (position < self.length && !weight.is_nan()).then_some(weight)
    }
}

/// What of a series lies on an axis: the place of its first value there, its values, and the whole of it.
type Clipped<'s> = (usize, &'s [f64], Series<'s>);

/// The values of an indicator, member by member.
#[derive(Debug)]
pub(super) struct Values<'s> {
    pub(super) panel: &'s Panel,
    pub(super) indicator: &'s str,
    pub(super) members: &'s Members,
    rows: Vec<Option<Clipped<'s>>>,
}

impl<'s> Values<'s> {
    pub(super) fn new(
        axis: &Axis,
        panel: &'s Panel,
        indicator: &'s str,
        members: &'s Members,
    ) -> Self {
        let rows = axis.series(panel, indicator, members).collect();
        Self { panel, indicator, members, rows }
    }

    /// Leaves out members that don't count at each position of an axis; see [`counting`](Self::counting).
    pub(super) fn constant(mut self, axis: &Axis, weights: &Weights, weigh: bool) -> Self {
        self.retain(|values, member, _| {
            (0..axis.len()).all(|at| values.pair(member, at, weights, weigh).is_some())
        });
        self
    }

    /// Keeps the members that have a series of which this holds.
    pub(super) fn retain(&mut self, keep: impl Fn(&Self, usize, Series<'s>) -> bool) {
        for member in 0..self.rows.len() {
            let kept = self.rows[member].is_some_and(|(.., series)| keep(self, member, series));
            if !kept {
                self.rows[member] = None;
            }
        }
    }

    /// The value of a member at a position.
    pub(super) fn of(&self, member: usize, position: usize) -> Option<f64> {
        let (at, values, _) = self.rows.get(member)?.as_ref()?;
        values.get(position.checked_sub(*at)?).copied().filter(|value| !value.is_nan())
    }

    /// The value of an area at a position, where it is a member.
    pub(super) fn of_area(&self, area: &Area, position: usize) -> Option<f64> {
        self.of(self.members.areas().iter().position(|member| member == area)?, position)
    }

    /// The values of all members at a position.
    pub(super) fn at(&self, position: usize) -> impl Iterator<Item = Option<f64>> {
        (0..self.rows.len()).map(move |member| self.of(member, position))
    }

    /// The series of all members.
    pub(super) fn series(&self) -> impl Iterator<Item = Series<'s>> {
        self.rows.iter().flatten().map(|(.., series)| *series)
    }

    /// Value and weight of each member that counts at a position. Where they are to be weighed, members count that have a
    /// value and a weight, else those that have a value, each with a weight of 1.
    pub(super) fn counting(
        &self,
        position: usize,
        weights: &Weights,
        weigh: bool,
    ) -> impl Iterator<Item = Option<(f64, f64)>> {
        (0..self.rows.len()).map(move |member| self.pair(member, position, weights, weigh))
    }

    fn pair(
        &self,
        member: usize,
        position: usize,
        weights: &Weights,
        weigh: bool,
    ) -> Option<(f64, f64)> {
        let weight = if weigh { weights.of(member, position)? } else { 1.0 };
        Some((self.of(member, position)?, weight))
    }
}

/// What adds up along the axis.
#[derive(Debug, Clone)]
pub(super) struct Sums {
    /// Of weight times value.
    pub(super) weighted: Vec<f64>,
    pub(super) values: Vec<f64>,
    /// Of the weights of the members that were used.
    pub(super) weight: Vec<f64>,
    /// The sum of the marks of the members that were used.
    composition: Vec<u64>,
    pub(super) status: Vec<Flags>,
}

impl Sums {
    /// Adds up the values of the members that count, for several lists of members in one pass; see [`Values::counting`].
    ///
    /// Series are taken in the order of the panel, so that its values are read from one end to the other.
    pub(super) fn new(axis: &Axis, lists: &[(Values<'_>, &Weights)], weigh: bool) -> Vec<Self> {
        let length = axis.len();
        let none = Self {
            weighted: vec![0.0; length],
            values: vec![0.0; length],
            weight: vec![0.0; length],
            composition: vec![0; length],
            status: vec![Flags::EMPTY; length],
        };
        let mut all = vec![none; lists.len()];
        let mut rows = Vec::new();
        for (list, (values, weights)) in lists.iter().enumerate() {
            let members = (1_u64..).zip(&values.rows).zip(weights.each.chunks_exact(length.max(1)));
            rows.extend(members.filter_map(|((number, row), weights)| {
                let row = row.as_ref()?;
                Some((row.2.start(), list, number, row, weights))
            }));
        }
        rows.sort_unstable_by_key(|(start, ..)| *start);
        for (_, list, number, row, weights) in rows {
            if let Some(sums) = all.get_mut(list) {
                sums.add_row(axis, row, weights, weigh, mark(number));
            }
        }
        all
    }

    /// Adds one member, with its weights along the axis.
    fn add_row(
        &mut self,
        axis: &Axis,
        (at, values, series): &Clipped<'_>,
        weights: &[f64],
        weigh: bool,
        mark: u64,
    ) {
        let Some(weights) = weights.get(*at..*at + values.len()) else { return };
        self.add(*at, values, weights, weigh, mark);
        let counts = |position: usize| {
            values.get(position).is_some_and(|value| !value.is_nan())
                && !(weigh && weights.get(position).is_none_or(|weight| weight.is_nan()))
        };
        let start = axis.start(*series);
        for (position, flags) in series.flags() {
            let place = i64::try_from(position).ok();
            let place = place.and_then(|position| usize::try_from(position + start).ok());
            let Some(place) = place.filter(|place| place.checked_sub(*at).is_some_and(counts))
            else {
                continue;
            };
            if let Some(status) = self.status.get_mut(place) {
                status.extend(flags.iter());
            }
        }
    }

    /// How many members were used at a position, and what tells this set of members from another.
    pub(super) fn members(&self, position: usize) -> (u32, u64) {
        let marks = self.composition.get(position).copied().unwrap_or_default();
        #[allow(clippy::cast_possible_truncation)] // 24 bits
        ((marks & COUNT) as u32, marks)
    }

    /// Adds one member. Each loop is over equally long slices and without branches, so that it is done several periods at a
    /// time.
    fn add(&mut self, at: usize, values: &[f64], weights: &[f64], weigh: bool, mark: u64) {
        let end = at + values.len();
        let (Some(sum), Some(weight), Some(marks)) = (
            if weigh { self.weighted.get_mut(at..end) } else { self.values.get_mut(at..end) },
            self.weight.get_mut(at..end),
            self.composition.get_mut(at..end),
        ) else {
            return;
        };
        if weigh {
            add_weighted(sum, weight, marks, values, weights, mark);
        } else {
            add_plain(sum, weight, marks, values, weights, mark);
        }
    }
}

/// A function of its own, as the compiler then knows that the slices don't overlap.
#[inline(never)]
fn add_weighted(
    sum: &mut [f64],
    weight: &mut [f64],
    marks: &mut [u64],
    values: &[f64],
    weights: &[f64],
    mark: u64,
) {
    let sums = sum.iter_mut().zip(weight).zip(marks);
    for (((sum, weight), marks), (value, w)) in sums.zip(values.iter().zip(weights)) {
        // One number that is missing makes the product so; infinite ones are no values of a panel.
        let product = value * w;
        let counts = !product.is_nan();
        *sum += if counts { product } else { 0.0 };
        *weight += if counts { *w } else { 0.0 };
        *marks = marks.wrapping_add(if counts { mark } else { 0 });
    }
}

#[inline(never)]
fn add_plain(
    sum: &mut [f64],
    weight: &mut [f64],
    marks: &mut [u64],
    values: &[f64],
    weights: &[f64],
    mark: u64,
) {
    let sums = sum.iter_mut().zip(weight).zip(marks);
    for (((sum, weight), marks), (value, w)) in sums.zip(values.iter().zip(weights)) {
        let counts = !value.is_nan();
        *sum += if counts { *value } else { 0.0 };
        *weight += if counts & !w.is_nan() { *w } else { 0.0 };
        *marks = marks.wrapping_add(if counts { mark } else { 0 });
    }
}

/// The bits of a sum of marks that count them: groups have fewer than sixteen million members.
const COUNT: u64 = 0xff_ffff;

/// A mark of a member: 1 in the bits that count, and above them bits that look random, so that no two sets of members have
/// the same sum but by rare chance (`SplitMix64`).
fn mark(member: u64) -> u64 {
    let z = member.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    (z ^ (z >> 31)) & !COUNT | 1
}
