//! How long something takes.

use std::hint::black_box;
use std::time::Instant;

/// The least seconds of some passes.
pub(crate) fn best<T>(passes: usize, mut pass: impl FnMut() -> T) -> f64 {
    (0..passes)
        .map(|_| {
            let start = Instant::now();
            black_box(pass());
            start.elapsed().as_secs_f64()
        })
        .fold(f64::INFINITY, f64::min)
}
