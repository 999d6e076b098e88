//! The sums over all pairs of rows, where most rows have most columns: products of whole rows, eight numbers at a time.

use super::ties::{Cell, Sums};

/// The least number of numbers in a row: a multiple of what the processor takes at once.
const LANES: usize = 16;

/// Whole rows, with zeros where there is no cell: the totals, the differences of those for and against, whether there is a cell,
/// and the half-way stances where there are any.
pub(super) struct Rows {
    numbers: Vec<i16>,
    width: usize,
    parts: usize,
}

impl Rows {
    /// The rows. `None` where sums would not fit.
    pub(super) fn new(cells: &[Cell], rows: usize, columns: usize) -> Option<Self> {
        let parts = if cells.iter().any(|cell| cell.tally.halfway > 0) { 4 } else { 3 };
        let width = columns.next_multiple_of(LANES).max(LANES);
        let mut numbers = vec![0i16; rows.checked_mul(parts)?.checked_mul(width)?];
        for own in cells.chunk_by(|a, b| a.row == b.row) {
            // By the inequality of Cauchy and Schwarz no sum over two rows is larger than the larger of their own.
            let square = |cell: &Cell| u64::from(cell.tally.total()).pow(2);
            if own.iter().map(square).sum::<u64>() > i32::MAX as u64 {
                return None;
            }
            for cell in own {
                let of = |count: u32| i16::try_from(count).ok();
                let (support, oppose) = (of(cell.tally.support)?, of(cell.tally.oppose)?);
                let values =
                    [of(cell.tally.total())?, support - oppose, 1, of(cell.tally.halfway)?];
                let start = cell.row as usize * parts * width + cell.column as usize;
                for (part, value) in values.into_iter().enumerate().take(parts) {
                    *numbers.get_mut(start + part * width)? = value;
                }
            }
        }
        Some(Self { numbers, width, parts })
    }

    /// Hands over the sums of each pair of rows that have a column in common, in the order of the rows.
    pub(super) fn each_pair(&self, mut with: impl FnMut(u32, u32, Sums)) {
        let length = self.parts * self.width;
        for (from, own) in (0u32..).zip(self.numbers.chunks_exact(length)) {
            let later = self.numbers.get((from as usize + 1) * length..).unwrap_or_default();
            for (to, other) in (from + 1..).zip(later.chunks_exact(length)) {
                let mut parts = own.chunks_exact(self.width).zip(other.chunks_exact(self.width));
                let mut next = || parts.next().map_or(0, |(a, b)| product(a, b));
                let (total, difference, shared, halfway) = (next(), next(), next(), next());
                if shared > 0 {
                    let (total, difference) = (f64::from(total), f64::from(difference));
                    let balance = difference + f64::from(halfway);
                    with(from, to, Sums { total, balance, shared: shared.unsigned_abs() });
                }
            }
        }
    }
}

/// Compiles to the instruction that multiplies eight pairs and adds them two by two.
fn product(a: &[i16], b: &[i16]) -> i32 {
    a.iter().zip(b).map(|(a, b)| i32::from(*a) * i32::from(*b)).sum()
}
