//! The curves.

use super::dual::{Dual, MOST};
use crate::text::words;

words! {
    /// A curve of diffusion. `L` is the level at which it saturates, `t` is in years.
    #[non_exhaustive]
    pub enum Curve: closed "diffusion curve" {
        /// `L / (1 + exp(-k (t - t0)))`; parameters `L`, `t0`, `k`. It is half of `L` at `t0`.
        ///
        /// Verhulst, P.-F. (1845); Griliches, Z. (1957).
        Logistic = "logistic",
        /// `L exp(-b exp(-k (t - o)))`; parameters `L`, `b`, `k`. `o` is the origin of time. Steepest at 37 percent of `L`.
        ///
        /// Gompertz, B. (1825).
        Gompertz = "gompertz",
        /// `L (1 - exp(-(p + q) (t - o))) / (1 + q/p exp(-(p + q) (t - o)))`; parameters `L`, `p` (innovation), `q` (imitation).
        /// `o` is the origin of time, at which there is none.
        ///
        /// Bass, F. M. (1969), *A New Product Growth Model for Consumer Durables*.
        Bass = "bass",
        /// `L / (1 + v exp(-k (t - t0)))^(1/v)`; parameters `L`, `t0`, `k`, `v`. With `v` = 1 it is the logistic curve, towards 0
        /// it nears Gompertz's.
        ///
        /// Richards, F. J. (1959), *A Flexible Growth Function for Empirical Use*.
        Richards = "richards",
    }
}

impl Curve {
    /// The names of its parameters; the first is the saturation.
    pub fn parameters(self) -> &'static [&'static str] {
        match self {
            Self::Logistic => &["L", "t0", "k"],
            Self::Gompertz => &["L", "b", "k"],
            Self::Bass => &["L", "p", "q"],
            Self::Richards => &["L", "t0", "k", "v"],
        }
    }

    /// Which parameters are above zero, and sought by their logarithm.
    pub(super) fn is_positive(self, parameter: usize) -> bool {
        !(matches!(self, Self::Logistic | Self::Richards) && parameter == 1)
    }

    /// The level at a time after the origin.
    pub(super) fn level(self, [first, second, third, fourth]: [Dual; MOST], time: f64) -> Dual {
        let (one, t) = (Dual::constant(1.0), Dual::constant(time));
        match self {
            Self::Logistic => first / (one + (-third * (t - second)).exp()),
            Self::Gompertz => first * (-second * (-third * t).exp()).exp(),
            Self::Bass => {
                let fall = (-(second + third) * t).exp();
                first * (one - fall) / (one + third / second * fall)
            }
            Self::Richards => {
                let base = one + fourth * (-third * (t - second)).exp();
                first * (-base.ln() / fourth).exp()
            }
        }
    }

    /// When the level is reached, after the origin; `None` where it never is.
    pub(super) fn time_of(self, [saturation, a, b, c]: [f64; MOST], level: f64) -> Option<f64> {
        if !(level > 0.0 && level < saturation) {
            return None;
        }
        let time = match self {
            Self::Logistic => a - (saturation / level - 1.0).ln() / b,
            Self::Gompertz => -((saturation / level).ln() / a).ln() / b,
            Self::Bass => -((saturation - level) / (saturation + level * b / a)).ln() / (a + b),
            Self::Richards => a - (((saturation / level).powf(c) - 1.0) / c).ln() / b,
        };
        time.is_finite().then_some(time)
    }

    /// When growth is fastest, after the origin; `None` where it only slows down.
    pub(super) fn inflection(self, [_, a, b, _]: [f64; MOST]) -> Option<f64> {
        match self {
            Self::Logistic | Self::Richards => Some(a),
            Self::Gompertz => Some(a.ln() / b),
            Self::Bass => (b > a).then(|| (b / a).ln() / (a + b)),
        }
    }

    /// Where to begin the search, from a straight line through the transformed points: at a saturation, the curve is a line in
    /// `t` for the logistic and Gompertz's.
    pub(super) fn start(self, saturation: f64, points: &[(f64, f64)]) -> Option<[f64; MOST]> {
        let inside = points.iter().filter(|(_, level)| *level > 0.0 && *level < saturation);
        let transformed = inside.map(|(time, level)| {
            let part = level / saturation;
            (
                *time,
                if self == Self::Gompertz {
                    -(-part.ln()).ln()
                } else {
                    (part / (1.0 - part)).ln()
                },
            )
        });
        let (slope, intercept) = line(transformed)?;
        // A series that falls has no better start than a slow rise.
        let slope = if slope > 0.0 { slope } else { 0.01 };
        Some(match self {
            Self::Logistic => [saturation, -intercept / slope, slope, 0.0],
            Self::Richards => [saturation, -intercept / slope, slope, 1.0],
            Self::Gompertz => [saturation, (-intercept).exp(), slope, 0.0],
            Self::Bass => {
                // The logistic curve of the same slope and middle.
                let innovation = (slope * intercept.exp()).clamp(1e-12, slope);
                [saturation, innovation, slope, 0.0]
            }
        })
    }
}

/// Slope and intercept of the straight line by least squares; `None` for fewer than two times.
fn line(points: impl Iterator<Item = (f64, f64)>) -> Option<(f64, f64)> {
    let (mut n, mut t, mut y, mut tt, mut ty) = (0.0, 0.0, 0.0, 0.0, 0.0);
    for (time, value) in points {
        n += 1.0;
        t += time;
        y += value;
        tt += time * time;
        ty += time * value;
    }
    let spread = n * tt - t * t;
    if n < 2.0 || spread <= 0.0 {
        return None;
    }
    let slope = (n * ty - t * y) / spread;
    Some((slope, (y - slope * t) / n))
}
