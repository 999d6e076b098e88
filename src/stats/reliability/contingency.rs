//! Two judges, and how often each pair of categories occurs.

use super::{Distance, place};
use crate::stats::figure::sealed::Operate;
use crate::stats::{Counted, Excluded, Exclusions, Measured, Refusal};

/// How often two judges gave each pair of categories: rows are the first judge's, columns the second's.
///
/// Categories are given in their order, which linear and quadratic distances count by, with those that nobody used.
///
/// ```
/// use netpolity::stats::reliability::{Contingency, Distance};
///
/// let anna = [Some(1), Some(2), Some(4), Some(4), None];
/// let ben = [Some(1), Some(1), Some(4), Some(1), Some(2)];
/// let both = Contingency::of(&[1, 2, 3, 4], &anna, &ben)?;
/// assert_eq!(both.agreement()?.to_string(), "0.5 (4 pairs; left out: 1 judged-once)");
/// assert_eq!(both.kappa(Distance::Linear)?.value, 1.0 - 4.0 * 4.0 / 26.0);
/// # Ok::<(), netpolity::stats::Refusal>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Contingency {
    cells: Vec<f64>,
    size: usize,
    pairs: u32,
    excluded: Exclusions,
}

/// # Tables
impl Contingency {
    /// Of two lists, unit by unit. A unit that only one of the two judged is left out and counted.
    ///
    /// # Errors
    /// Lists of different lengths; a category that is not listed; no unit that both judged.
    pub fn of<C: PartialEq>(
        categories: &[C],
        first: &[Option<C>],
        second: &[Option<C>],
    ) -> Result<Self, Refusal> {
        if first.len() != second.len() {
            return Err(Refusal::Lengths { values: first.len(), others: second.len() });
        }
        let mut table = Self::empty(categories.len());
        for (unit, pair) in first.iter().zip(second).enumerate() {
            match pair {
                (Some(a), Some(b)) => {
                    let cell =
                        place(categories, a, unit)? * table.size + place(categories, b, unit)?;
                    if let Some(cell) = table.cells.get_mut(cell) {
                        *cell += 1.0;
                    }
                    table.pairs = table.pairs.saturating_add(1);
                }
                (None, None) => table.excluded.add(Excluded::Unjudged, 1),
                _ => table.excluded.add(Excluded::Unpaired, 1),
            }
        }
        if table.pairs == 0 { Err(Refusal::Empty) } else { Ok(table) }
    }

    /// Of counts, a row for each category of the first judge.
    ///
    /// # Errors
    /// A table that is not square; nothing but zeros.
    pub fn from_counts<R: AsRef<[u32]>>(rows: &[R]) -> Result<Self, Refusal> {
        let total =
            rows.iter().flat_map(AsRef::as_ref).fold(0, |total: u32, of| total.saturating_add(*of));
        let rows = rows.iter().map(|row| row.as_ref().iter().copied().map(f64::from));
        Self::square(rows, total)
    }

    /// Of proportions of a number of pairs, as papers print them. They need not add up to 1 exactly.
    ///
    /// # Errors
    /// A table that is not square; a proportion below zero or missing; nothing but zeros.
    pub fn from_proportions<R: AsRef<[f64]>>(rows: &[R], pairs: u32) -> Result<Self, Refusal> {
        for part in rows.iter().flat_map(AsRef::as_ref) {
            part.not_negative("a proportion")?;
        }
        Self::square(rows.iter().map(|row| row.as_ref().iter().copied()), pairs)
    }

    pub(super) fn with_unjudged(mut self, units: u32) -> Self {
        self.excluded.add(Excluded::Unjudged, units);
        self
    }

    fn empty(size: usize) -> Self {
        Self { cells: vec![0.0; size * size], size, pairs: 0, excluded: Exclusions::NONE }
    }

    fn square<R: ExactSizeIterator<Item = f64>>(
        rows: impl ExactSizeIterator<Item = R>,
        pairs: u32,
    ) -> Result<Self, Refusal> {
        let mut table = Self { pairs, ..Self::empty(0) };
        table.size = rows.len();
        for row in rows {
            if row.len() != table.size {
                return Err(Refusal::Lengths { values: row.len(), others: table.size });
            }
            table.cells.extend(row);
        }
        if table.cells.iter().all(|cell| *cell == 0.0) { Err(Refusal::Empty) } else { Ok(table) }
    }
}

/// # Coefficients
impl Contingency {
    /// The part of the pairs in which both gave the same category, from 0 to 1.
    ///
    /// # Errors
    /// None: a table holds a pair at least.
    pub fn agreement(&self) -> Result<Measured<f64>, Refusal> {
        self.measured(self.as_cells().agreement())
    }

    /// Cohen's kappa, `1 - sum(w o) / sum(w e)`: `w` the distance of two categories, `o` how often they met, `e` how often
    /// they would meet by chance, given how often each judge used them. At most 1.
    ///
    /// Cohen (1960), Educational and Psychological Measurement 20; with distances Cohen (1968), Psychological Bulletin 70.
    ///
    /// # Errors
    /// Both judges gave one and the same category throughout, so that chance agrees too.
    pub fn kappa(&self, distance: Distance) -> Result<Measured<f64>, Refusal> {
        self.measured(self.as_cells().kappa(distance))
    }

    /// Cohen's kappa with distances of one's own, a row for each category: how grave each disagreement is.
    ///
    /// Weights of *agreement* `a` between 0 and 1 are distances `1 - a`.
    ///
    /// ```
    /// use netpolity::stats::reliability::Contingency;
    ///
    /// // Cohen (1968), table 1: three kinds of disorder, 200 patients.
    /// let judged = Contingency::from_proportions(&[[0.44, 0.07, 0.09], [0.05, 0.20, 0.05], [0.01, 0.03, 0.06]], 200)?;
    /// let kappa = judged.kappa_by(&[[0.0, 1.0, 3.0], [1.0, 0.0, 6.0], [3.0, 6.0, 0.0]])?;
    /// assert_eq!(format!("{:.3}", kappa.value), "0.348");
    /// # Ok::<(), netpolity::stats::Refusal>(())
    /// ```
    ///
    /// # Errors
    /// As for [`kappa`](Self::kappa); distances that are not a table of the same size, or missing, or below zero.
    pub fn kappa_by<R: AsRef<[f64]>>(&self, distances: &[R]) -> Result<Measured<f64>, Refusal> {
        if distances.len() != self.size {
            return Err(Refusal::Lengths { values: distances.len(), others: self.size });
        }
        for row in distances.iter().map(AsRef::as_ref) {
            if row.len() != self.size {
                return Err(Refusal::Lengths { values: row.len(), others: self.size });
            }
            for distance in row {
                distance.not_negative("a distance")?;
            }
        }
        let by = |a: usize, b: usize| {
            distances.get(a).and_then(|row| row.as_ref().get(b)).copied().unwrap_or_default()
        };
        self.measured(self.as_cells().kappa_by(by))
    }

    /// Scott's pi, `1 - sum(w o) / sum(w e)` as [`kappa`](Self::kappa), but chance knows only how often both together used a
    /// category. At most 1.
    ///
    /// Scott (1955), Public Opinion Quarterly 19; with distances Häge (2011), Political Analysis 19.
    ///
    /// # Errors
    /// Both judges gave one and the same category throughout, so that chance agrees too.
    pub fn pi(&self, distance: Distance) -> Result<Measured<f64>, Refusal> {
        self.measured(self.as_cells().pi(distance))
    }

    /// Signorino and Ritter's S, `1 - 2 mean(d) / max(d)` with `d` the distance of the two categories: 1 where they are the
    /// same throughout, -1 where they are as far apart as the list allows. Nothing is said of chance.
    ///
    /// Signorino and Ritter (1999), International Studies Quarterly 43, for votes and alliances.
    ///
    /// # Errors
    /// Fewer than two categories are listed.
    pub fn s(&self, distance: Distance) -> Result<Measured<f64>, Refusal> {
        self.measured(self.as_cells().s(distance))
    }

    fn as_cells(&self) -> Cells<'_> {
        Cells { cells: &self.cells, size: self.size }
    }

    fn measured(&self, value: Result<f64, Refusal>) -> Result<Measured<f64>, Refusal> {
        let mut measured = Measured::new(value?, Counted::Pairs, self.pairs);
        measured.excluded = self.excluded;
        Ok(measured)
    }
}

/// The formulas over a square table, row by row.
///
/// Counts and distances are whole numbers, so that sums are exact and the order of the judges changes nothing.
#[derive(Debug, Clone, Copy)]
pub(in crate::stats) struct Cells<'c> {
    pub(in crate::stats) cells: &'c [f64],
    pub(in crate::stats) size: usize,
}

impl Cells<'_> {
    fn rows(self) -> impl Iterator<Item = (usize, usize, f64)> {
        self.cells.iter().enumerate().map(move |(at, cell)| (at / self.size, at % self.size, *cell))
    }

    fn total(self) -> f64 {
        self.cells.iter().sum()
    }

    pub(in crate::stats) fn agreement(self) -> Result<f64, Refusal> {
        let total = self.total().positive("the number of pairs")?;
        Ok(self.rows().filter(|(a, b, _)| a == b).map(|(_, _, cell)| cell).sum::<f64>() / total)
    }

    pub(in crate::stats) fn s(self, distance: Distance) -> Result<f64, Refusal> {
        let total = self.total().positive("the number of pairs")?;
        let longest = distance.between(0, self.size.saturating_sub(1));
        if longest == 0.0 {
            return Err(Refusal::Undefined {
                what: "S",
                why: "there are fewer than two categories",
            });
        }
        Ok(1.0 - 2.0 * self.distances(|a, b| distance.between(a, b)) / (longest * total))
    }

    pub(in crate::stats) fn kappa(self, distance: Distance) -> Result<f64, Refusal> {
        self.kappa_by(|a, b| distance.between(a, b))
    }

    fn kappa_by(self, distance: impl Fn(usize, usize) -> f64) -> Result<f64, Refusal> {
        let [rows, columns] = self.margins();
        self.beyond_chance("kappa", 1.0, &rows, &columns, distance)
    }

    pub(in crate::stats) fn pi(self, distance: Distance) -> Result<f64, Refusal> {
        let [rows, columns] = self.margins();
        let both: Vec<f64> = rows.iter().zip(&columns).map(|(row, column)| row + column).collect();
        self.beyond_chance("pi", 4.0, &both, &both, |a, b| distance.between(a, b))
    }

    fn distances(self, distance: impl Fn(usize, usize) -> f64) -> f64 {
        self.rows().map(|(a, b, cell)| distance(a, b) * cell).sum()
    }

    fn margins(self) -> [Vec<f64>; 2] {
        let mut margins = [vec![0.0; self.size], vec![0.0; self.size]];
        for (a, b, cell) in self.rows() {
            let [rows, columns] = &mut margins;
            for (margin, at) in [(rows, a), (columns, b)] {
                if let Some(sum) = margin.get_mut(at) {
                    *sum += cell;
                }
            }
        }
        margins
    }

    /// One less the ratio of the distances that occur to those that chance gives, from margins that are `scale` times too
    /// large when multiplied.
    fn beyond_chance(
        self,
        what: &'static str,
        scale: f64,
        rows: &[f64],
        columns: &[f64],
        distance: impl Fn(usize, usize) -> f64,
    ) -> Result<f64, Refusal> {
        let mut expected = 0.0;
        for (a, row) in rows.iter().enumerate() {
            for (b, column) in columns.iter().enumerate() {
                expected += distance(a, b) * row * column;
            }
        }
        if expected == 0.0 {
            return Err(Refusal::Undefined {
                what,
                why: "all are of one category, so that chance agrees too",
            });
        }
        Ok(1.0 - scale * self.total() * self.distances(distance) / expected)
    }
}
