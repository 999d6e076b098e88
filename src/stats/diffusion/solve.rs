//! Least squares by Levenberg and Marquardt, for a handful of parameters.

use super::dual::MOST;

/// A square matrix of parameters by parameters.
pub(super) type Matrix = [[f64; MOST]; MOST];

/// The sum of squares at a point, and what its neighbourhood looks like.
#[derive(Debug, Clone, Copy)]
pub(super) struct Normal {
    pub(super) rss: f64,
    /// Of each parameter: the sum of slope times residual.
    pub(super) gradient: [f64; MOST],
    /// The sums of products of slopes.
    pub(super) products: Matrix,
}

/// The solution of a linear system with a positive definite matrix, over the parameters that are free; `None` where it has none.
///
/// Cholesky's decomposition. Parameters that are not free stay zero.
fn solve(matrix: &Matrix, right: [f64; MOST], free: [bool; MOST]) -> Option<[f64; MOST]> {
    let mut lower = [[0.0; MOST]; MOST];
    for i in (0..MOST).filter(|i| free[*i]) {
        for j in (0..=i).filter(|j| free[*j]) {
            let sum: f64 = (0..j).map(|k| lower[i][k] * lower[j][k]).sum();
            let rest = matrix[i][j] - sum;
            lower[i][j] = if i == j {
                if rest <= 0.0 || !rest.is_finite() {
                    return None;
                }
                rest.sqrt()
            } else {
                rest / lower[j][j]
            };
        }
    }
    let mut solution = [0.0; MOST];
    for i in (0..MOST).filter(|i| free[*i]) {
        let sum: f64 = (0..i).map(|k| lower[i][k] * solution[k]).sum();
        solution[i] = (right[i] - sum) / lower[i][i];
    }
    for i in (0..MOST).rev().filter(|i| free[*i]) {
        let sum: f64 = (i + 1..MOST).filter(|k| free[*k]).map(|k| lower[k][i] * solution[k]).sum();
        solution[i] = (solution[i] - sum) / lower[i][i];
    }
    Some(solution)
}

/// The inverse over the parameters that are free.
pub(super) fn inverse(matrix: &Matrix, free: [bool; MOST]) -> Option<Matrix> {
    let mut inverse = [[0.0; MOST]; MOST];
    for column in (0..MOST).filter(|column| free[*column]) {
        let mut unit = [0.0; MOST];
        unit[column] = 1.0;
        let solution = solve(matrix, unit, free)?;
        for (row, value) in inverse.iter_mut().zip(solution) {
            row[column] = value;
        }
    }
    Some(inverse)
}

/// Goes down from a point to the least sum of squares nearby; returns the point, its sum, and whether the search came to rest.
///
/// `highest` bounds the first parameter. `None` where it leads to a point that is known.
pub(super) fn descend(
    start: [f64; MOST],
    free: [bool; MOST],
    highest: f64,
    known: Option<[f64; MOST]>,
    normal: impl Fn([f64; MOST]) -> Option<Normal>,
) -> Option<([f64; MOST], f64, bool)> {
    const STEPS: usize = 500;
    let mut point = start;
    let mut here = normal(point)?;
    let mut damping = 1e-3;
    for _ in 0..STEPS {
        // At its bound, a parameter that would go on outward stays where it is.
        let mut moving = free;
        moving[0] &= point[0] < highest || here.gradient[0] < 0.0;
        let mut damped = here.products;
        for (i, row) in damped.iter_mut().enumerate() {
            row[i] += damping * row[i].max(1e-300);
        }
        let Some(step) = solve(&damped, here.gradient, moving) else {
            damping *= 10.0;
            if damping > 1e12 {
                return Some((point, here.rss, false));
            }
            continue;
        };
        let mut next = point;
        for (value, step) in next.iter_mut().zip(step) {
            *value += step;
        }
        next[0] = next[0].min(highest);
        let small = is_near(point, next, 1e-10);
        match normal(next).filter(|there| there.rss <= here.rss) {
            Some(there) => {
                (point, here) = (next, there);
                damping = (damping * 0.1).max(1e-15);
                // On its last steps to a point, a search hardly ever turns to another one.
                if known.is_some_and(|known| is_near(point, known, 1e-3)) {
                    return None;
                }
            }
            None if small => return Some((point, here.rss, true)),
            None => damping *= 10.0,
        }
        if small {
            return Some((point, here.rss, true));
        }
        if damping > 1e15 {
            // No step leads further down: the sum is at its least as far as it can be computed.
            return Some((point, here.rss, true));
        }
    }
    Some((point, here.rss, false))
}

fn is_near(point: [f64; MOST], other: [f64; MOST], within: f64) -> bool {
    point.iter().zip(other).all(|(a, b)| (a - b).abs() <= within * (a.abs() + 1e-3))
}
