//! The sums over all pairs of rows, where most rows have most columns: whole columns at a time, as the processor adds them.

use super::ties::{Cell, Sums};

/// Up to here every whole number has an `f32` of its own, so that sums are exact.
const EXACT: u64 = 1 << 24;

/// How many columns are added in one go.
const AT_ONCE: usize = 4;

/// Whole columns, one after the other, with zeros where there is no cell, and a column of zeros behind them.
pub(super) struct Columns<'c> {
    cells: &'c [Cell],
    rows: usize,
    /// The number of the column of zeros.
    empty: usize,
    totals: Vec<f32>,
    differences: Vec<f32>,
    /// Empty where there are none.
    halfway: Vec<f32>,
    present: Vec<u16>,
}

impl<'c> Columns<'c> {
    /// The columns of cells in order of row and column. `None` where sums would not be exact.
    pub(super) fn new(cells: &'c [Cell], rows: usize, columns: usize) -> Option<Self> {
        // By the inequality of Cauchy and Schwarz no sum over two rows is larger than the larger of their own.
        let square = |cell: &Cell| u64::from(cell.tally.total()).pow(2);
        let mut own = cells.chunk_by(|a, b| a.row == b.row);
        let exact = own.all(|own| own.iter().map(square).sum::<u64>() <= EXACT);
        if !exact || columns > usize::from(u16::MAX) {
            return None;
        }
        let room = columns.checked_add(1)?.checked_mul(rows)?;
        let any_halfway = cells.iter().any(|cell| cell.tally.halfway > 0);
        let mut new = Self {
            cells,
            rows,
            empty: columns,
            totals: vec![0.0; room],
            differences: vec![0.0; room],
            halfway: vec![0.0; if any_halfway { room } else { 0 }],
            present: vec![0; room],
        };
        for cell in cells {
            let at = cell.column as usize * rows + cell.row as usize;
            let Factors { total, difference, halfway } = Factors::of(Some(cell));
            *new.totals.get_mut(at)? = total;
            *new.differences.get_mut(at)? = difference;
            *new.present.get_mut(at)? = 1;
            if any_halfway {
                *new.halfway.get_mut(at)? = halfway;
            }
        }
        Some(new)
    }

    /// Hands over the sums of each pair of rows that have a column in common, in the order of the rows.
    pub(super) fn each_pair(&self, mut with: impl FnMut(u32, u32, Sums)) {
        let mut totals = vec![0.0; self.rows];
        let mut balances = totals.clone();
        let mut shared = vec![0u16; self.rows];
        for own in self.cells.chunk_by(|a, b| a.row == b.row) {
            let Some(from) = own.first().map(|cell| cell.row) else { continue };
            let later = from as usize + 1;
            let [totals, balances] = [&mut totals, &mut balances].map(|sums| {
                let sums = sums.get_mut(later..).unwrap_or_default();
                sums.fill(0.0);
                sums
            });
            let shared = shared.get_mut(later..).unwrap_or_default();
            shared.fill(0);
            for some in own.chunks(AT_ONCE) {
                let some: [Option<&Cell>; AT_ONCE] = std::array::from_fn(|at| some.get(at));
                let factors = some.map(Factors::of);
                let column = |cell: Option<&Cell>| cell.map_or(self.empty, |c| c.column as usize);
                let starts = some.map(|cell| column(cell) * self.rows);
                let [all, for_or_against, half] = [&self.totals, &self.differences, &self.halfway]
                    .map(|numbers| starts.map(|at| part(numbers, at + later, at + self.rows)));
                add(totals, factors.map(|of| of.total), all);
                add(balances, factors.map(|of| of.difference), for_or_against);
                if !self.halfway.is_empty() {
                    add(balances, factors.map(|of| of.halfway), half);
                }
                count(shared, starts.map(|at| part(&self.present, at + later, at + self.rows)));
            }
            let sums = totals.iter().zip(balances.iter()).zip(shared.iter());
            for (to, ((total, balance), shared)) in (from + 1..).zip(sums) {
                if *shared > 0 {
                    let (total, balance) = (f64::from(*total), f64::from(*balance));
                    with(from, to, Sums { total, balance, shared: u32::from(*shared) });
                }
            }
        }
    }
}

/// By what a column is multiplied.
#[derive(Clone, Copy)]
struct Factors {
    total: f32,
    difference: f32,
    halfway: f32,
}

impl Factors {
    #[allow(clippy::cast_precision_loss)] // the counts are small
    fn of(cell: Option<&Cell>) -> Self {
        let tally = cell.map(|cell| cell.tally).unwrap_or_default();
        let [support, halfway, oppose] =
            [tally.support, tally.halfway, tally.oppose].map(|count| count as f32);
        Self { total: support + halfway + oppose, difference: support - oppose, halfway }
    }
}

fn part<T>(numbers: &[T], from: usize, to: usize) -> &[T] {
    numbers.get(from..to).unwrap_or_default()
}

/// Adds columns, each multiplied by its factor.
fn add(sums: &mut [f32], by: [f32; AT_ONCE], columns: [&[f32]; AT_ONCE]) {
    let [first, second, third, last] = columns;
    let columns = first.iter().zip(second).zip(third).zip(last);
    for (sum, (((first, second), third), last)) in sums.iter_mut().zip(columns) {
        *sum += (by[0] * first + by[1] * second) + (by[2] * third + by[3] * last);
    }
}

/// Counts in how many columns there is something.
fn count(sums: &mut [u16], columns: [&[u16]; AT_ONCE]) {
    let [first, second, third, last] = columns;
    let columns = first.iter().zip(second).zip(third).zip(last);
    for (sum, (((first, second), third), last)) in sums.iter_mut().zip(columns) {
        *sum += (first + second) + (third + last);
    }
}
