//! From stances on the same propositions to ties.

use super::Tally;
use super::products::Columns;
use crate::stats::network::Pair;
use crate::text::words;

words! {
    /// What ties two actors that take stances on the same propositions.
    ///
    /// With `s` and `o` for how often each of them supports and opposes a proposition, summed over all propositions:
    ///
    /// | tie | weight |
    /// |---|---|
    /// | `Shared` | `(s1 + o1) x (s2 + o2)` |
    /// | `Congruence` | `s1 x s2 + o1 x o2` |
    /// | `Conflict` | `s1 x o2 + o1 x s2` |
    /// | `Subtract` | congruence - conflict |
    ///
    /// A stance [half-way](crate::stats::Undecided::Halfway) agrees by a half with either of the others, and disagrees by the other half.
    ///
    /// Leifeld (2017), "Discourse network analysis: policy debates as dynamic networks", in *The Oxford Handbook of Political
    /// Networks*; as in Discourse Network Analyzer, which calls `Shared` "ignore".
    pub enum Tie: closed "tie" {
        /// They speak of the same, whatever they say.
        Shared = "shared",
        /// They take the same stance.
        Congruence = "congruence",
        /// They take opposite stances.
        Conflict = "conflict",
        /// How much more they take the same than opposite ones; below zero where they oppose each other more.
        Subtract = "subtract",
    }
}

words! {
    /// By what a weight is divided, so that who speaks often is not tied to everybody.
    ///
    /// With `n` for the number of stances of each actor (that is, of *statements*, not of different propositions) and `n_ck` for how
    /// often it takes the stance `k` on the proposition `c`:
    ///
    /// | normalisation | weight divided by |
    /// |---|---|
    /// | `None` | 1 |
    /// | `AverageActivity` | `(n1 + n2) / 2` |
    /// | `Jaccard` | `sum n1_ck` where `n2_ck` is 0 + `sum n2_ck` where `n1_ck` is 0 + `sum n1_ck x n2_ck` |
    /// | `Cosine` | `sqrt(w11 x w22)`, the congruence of each with itself: without half-way stances, `sqrt(sum n1_ck^2 x sum n2_ck^2)` |
    /// | `AssociationStrength` | `n1 x n2` |
    ///
    /// A congruence divided by the third or fourth is from 0 to 1, by the third where there are no half-way stances.
    /// The first four are those of Leifeld (2017); Discourse Network Analyzer 3 takes the last for its cosine. van Eck and
    /// Waltman (2009) name it.
    #[derive(Default)]
    pub enum Normalisation: closed "normalisation" {
        /// Weights are not divided.
        #[default]
        None = "none",
        /// The mean of the two numbers of stances.
        AverageActivity = "average-activity",
        /// What either or both say.
        Jaccard = "jaccard",
        /// The geometric mean of the congruence of each with itself.
        Cosine = "cosine",
        /// The product of the two numbers of stances.
        AssociationStrength = "association-strength",
    }
}

/// The stances of a row on a column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::stats) struct Cell {
    pub(in crate::stats) row: u32,
    pub(in crate::stats) column: u32,
    pub(in crate::stats) tally: Tally,
}

/// A cell as it is multiplied: with `t` and `d` for the sum and the difference of those for and against, two rows have the sums
/// `T = sum t1 t2` and `B = sum (d1 d2 + m1 m2)`, from which follow the congruence `(T + B) / 2` and the conflict `(T - B) / 2`.
#[derive(Debug, Clone, Copy)]
struct Factor {
    row: u32,
    column: u32,
    total: f64,
    difference: f64,
    middle: f64,
}

impl Factor {
    fn new(cell: &Cell) -> Self {
        let Tally { support, halfway, oppose } = cell.tally;
        let (support, middle, oppose) = (f64::from(support), f64::from(halfway), f64::from(oppose));
        let (total, difference) = (support + middle + oppose, support - oppose);
        Self { row: cell.row, column: cell.column, total, difference, middle }
    }
}

/// The sums `T` and `B` of two rows, and how many columns they have in common.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Sums {
    pub(super) total: f64,
    pub(super) balance: f64,
    pub(super) shared: u32,
}

impl Sums {
    fn add(&mut self, a: &Factor, b: &Factor) {
        self.total += a.total * b.total;
        self.balance += a.difference * b.difference + a.middle * b.middle;
        self.shared += 1;
    }

    fn weight(self, tie: Tie) -> f64 {
        match tie {
            Tie::Shared => self.total,
            Tie::Congruence => f64::midpoint(self.total, self.balance),
            Tie::Conflict => f64::midpoint(self.total, -self.balance),
            Tie::Subtract => self.balance,
        }
    }
}

/// The ties between rows that have cells in the same columns. Cells are in order of row and column.
pub(in crate::stats) fn pairs(
    cells: &[Cell],
    activity: &[u32],
    columns: usize,
    tie: Tie,
    normalisation: Normalisation,
) -> Vec<Pair> {
    let divisor = Divisor::new(cells, activity, normalisation);
    let rows = activity.len();
    let dense = is_dense(cells, rows, columns);
    let most = if dense { rows.saturating_mul(rows) / 2 } else { 0 };
    let mut pairs = Vec::with_capacity(most.min(1 << 20));
    let mut add = |from: u32, to: u32, sums: Sums| {
        let weight = sums.weight(tie) / divisor.of(from, to);
        // A weight is far from zero or is it exactly: counts are multiplied and summed.
        if weight != 0.0 && weight.is_finite() {
            pairs.push(Pair { from, to, count: sums.shared, weight });
        }
    };
    match dense.then(|| Columns::new(cells, rows, columns)).flatten() {
        Some(whole) => whole.each_pair(&mut add),
        None => each_pair(cells, rows, columns, &mut add),
    }
    pairs.shrink_to_fit();
    pairs
}

/// Whether it is quicker to add whole columns, with all the zeros, than to go through the cells of each: a step there takes as long
/// as some five here.
fn is_dense(cells: &[Cell], rows: usize, columns: usize) -> bool {
    let mut lengths = vec![0usize; columns];
    for cell in cells {
        if let Some(length) = lengths.get_mut(cell.column as usize) {
            *length += 1;
        }
    }
    let steps = lengths.iter().map(|length| length * length).sum::<usize>();
    // One full column among many empty ones would take much room.
    let room = columns.saturating_mul(rows) / 16;
    room <= cells.len() && steps.saturating_mul(5) > cells.len().saturating_mul(rows)
}

/// Hands over the sums of each pair of rows that have a column in common, in the order of the rows.
fn each_pair(cells: &[Cell], rows: usize, columns: usize, mut with: impl FnMut(u32, u32, Sums)) {
    let factors: Vec<Factor> = cells.iter().map(Factor::new).collect();
    let (by_column, mut next) = turned(&factors, columns);
    let mut sums = vec![Sums::default(); rows];
    let mut touched: Vec<u32> = Vec::new();
    for own in factors.chunk_by(|a, b| a.row == b.row) {
        let Some(from) = own.first().map(|factor| factor.row) else { continue };
        for factor in own {
            // Rows come in order, so that this one is the next of its column, and those behind it are the later ones.
            let Some([at, end]) = next.get_mut(factor.column as usize) else { continue };
            *at += 1;
            for other in by_column.get(*at..*end).unwrap_or_default() {
                if let Some(sums) = sums.get_mut(other.row as usize) {
                    if sums.shared == 0 {
                        touched.push(other.row);
                    }
                    sums.add(factor, other);
                }
            }
        }
        touched.sort_unstable();
        for to in touched.drain(..) {
            if let Some(sums) = sums.get_mut(to as usize) {
                with(from, to, std::mem::take(sums));
            }
        }
    }
}

/// The factors by column, and from where to where each column goes.
fn turned(rows: &[Factor], columns: usize) -> (Vec<Factor>, Vec<[usize; 2]>) {
    let mut ends = vec![[0, 0]; columns];
    for factor in rows {
        if let Some([_, count]) = ends.get_mut(factor.column as usize) {
            *count += 1;
        }
    }
    let mut start = 0;
    for [from, to] in &mut ends {
        (*from, *to) = (start, start + *to);
        start = *to;
    }
    let mut by_column = rows.to_vec();
    let mut next: Vec<usize> = ends.iter().map(|[from, _]| *from).collect();
    for factor in rows {
        let Some(at) = next.get_mut(factor.column as usize) else { continue };
        if let Some(place) = by_column.get_mut(*at) {
            *place = *factor;
            *at += 1;
        }
    }
    (by_column, ends)
}

/// By what the weight of two rows is divided.
enum Divisor<'c> {
    One,
    Mean(&'c [u32]),
    Product(&'c [u32]),
    /// The congruence of each row with itself.
    Own(Vec<f64>),
    /// The cells of each row.
    Cells(Vec<&'c [Cell]>),
}

impl<'c> Divisor<'c> {
    fn new(cells: &'c [Cell], activity: &'c [u32], normalisation: Normalisation) -> Self {
        match normalisation {
            Normalisation::None => Self::One,
            Normalisation::AverageActivity => Self::Mean(activity),
            Normalisation::AssociationStrength => Self::Product(activity),
            Normalisation::Cosine => {
                let mut own = vec![Sums::default(); activity.len()];
                for factor in cells.iter().map(Factor::new) {
                    if let Some(own) = own.get_mut(factor.row as usize) {
                        own.add(&factor, &factor);
                    }
                }
                Self::Own(own.into_iter().map(|sums| sums.weight(Tie::Congruence)).collect())
            }
            Normalisation::Jaccard => {
                let mut of_row: Vec<&[Cell]> = vec![&[]; activity.len()];
                for own in cells.chunk_by(|a, b| a.row == b.row) {
                    let row = own.first().and_then(|cell| of_row.get_mut(cell.row as usize));
                    if let Some(row) = row {
                        *row = own;
                    }
                }
                Self::Cells(of_row)
            }
        }
    }

    fn of(&self, from: u32, to: u32) -> f64 {
        let (from, to) = (from as usize, to as usize);
        let counts = |activity: &[u32]| {
            let of = |row: usize| activity.get(row).copied().map_or(0.0, f64::from);
            (of(from), of(to))
        };
        match self {
            Self::One => 1.0,
            Self::Mean(activity) => {
                let (a, b) = counts(activity);
                f64::midpoint(a, b)
            }
            Self::Product(activity) => {
                let (a, b) = counts(activity);
                a * b
            }
            Self::Own(own) => {
                let of = |row: usize| own.get(row).copied().unwrap_or_default();
                (of(from) * of(to)).sqrt()
            }
            Self::Cells(rows) => {
                let of = |row: usize| rows.get(row).copied().unwrap_or_default();
                either(of(from), of(to))
            }
        }
    }
}

/// What either of two rows says that the other does not, and the products of what both say.
fn either(mut a: &[Cell], mut b: &[Cell]) -> f64 {
    let levels = |cell: &Cell| {
        let Tally { support, halfway, oppose } = cell.tally;
        [support, halfway, oppose].map(f64::from)
    };
    let mut sum = 0.0;
    loop {
        match (a.split_first(), b.split_first()) {
            (Some((x, rest_of_a)), Some((y, rest_of_b))) if x.column == y.column => {
                for (x, y) in levels(x).into_iter().zip(levels(y)) {
                    sum += if x > 0.0 && y > 0.0 { x * y } else { x + y };
                }
                (a, b) = (rest_of_a, rest_of_b);
            }
            (Some((x, rest)), y) if y.is_none_or(|(y, _)| x.column < y.column) => {
                sum += f64::from(x.tally.total());
                a = rest;
            }
            (_, Some((y, rest))) => {
                sum += f64::from(y.tally.total());
                b = rest;
            }
            (_, None) => return sum,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn both_ways_give_the_same_sums(
            cells in proptest::collection::btree_map((0..9u32, 0..40u32), [0..4u32, 0..4u32, 0..4u32], 0..120)
        ) {
            let cells: BTreeMap<(u32, u32), [u32; 3]> = cells;
            let cells: Vec<Cell> = cells
                .into_iter()
                .filter(|(_, counts)| counts.iter().any(|count| *count > 0))
                .map(|((row, column), [support, halfway, oppose])| {
                    Cell { row, column, tally: Tally { support, halfway, oppose } }
                })
                .collect();
            let sorted = |sums: Sums| (sums.total.to_bits(), sums.balance.to_bits(), sums.shared);
            let (mut whole, mut by_column) = (Vec::new(), Vec::new());
            let columns = Columns::new(&cells, 9, 40).unwrap();
            columns.each_pair(|from, to, sums| whole.push((from, to, sorted(sums))));
            each_pair(&cells, 9, 40, |from, to, sums| by_column.push((from, to, sorted(sums))));
            prop_assert_eq!(whole, by_column);
        }
    }

    #[test]
    fn counts_too_large_to_be_multiplied_are_summed_by_column() {
        let cell =
            |row, support| Cell { row, column: 0, tally: Tally { support, ..Tally::default() } };
        assert!(Columns::new(&[cell(0, 50_000), cell(1, 1)], 2, 1).is_none());
        let pairs = pairs(
            &[cell(0, 50_000), cell(1, 50_000)],
            &[50_000; 2],
            1,
            Tie::Congruence,
            Normalisation::None,
        );
        assert!((pairs[0].weight - 2.5e9).abs() < 1e-3);
    }
}
