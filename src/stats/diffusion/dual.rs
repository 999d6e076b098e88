//! Numbers that carry their derivatives, so that each curve is written once.

use std::ops::{Add, Div, Mul, Neg, Sub};

/// The most parameters that a curve has.
pub(super) const MOST: usize = 4;

/// A number and its derivatives by each parameter (forward automatic differentiation).
#[derive(Debug, Clone, Copy)]
pub(super) struct Dual {
    pub(super) value: f64,
    pub(super) slopes: [f64; MOST],
}

impl Dual {
    pub(super) fn constant(value: f64) -> Self {
        Self { value, slopes: [0.0; MOST] }
    }

    /// The parameter of a number, by which the derivatives are taken.
    pub(super) fn parameter(number: usize, value: f64) -> Self {
        let mut dual = Self::constant(value);
        if let Some(slope) = dual.slopes.get_mut(number) {
            *slope = 1.0;
        }
        dual
    }

    /// The chain rule: a function with this value and this derivative.
    fn apply(self, value: f64, derivative: f64) -> Self {
        Self { value, slopes: self.slopes.map(|slope| slope * derivative) }
    }

    pub(super) fn exp(self) -> Self {
        let value = self.value.exp();
        self.apply(value, value)
    }

    pub(super) fn ln(self) -> Self {
        self.apply(self.value.ln(), 1.0 / self.value)
    }

    fn zip(self, other: Self, value: f64, slope: impl Fn(f64, f64) -> f64) -> Self {
        let mut slopes = self.slopes;
        for (a, b) in slopes.iter_mut().zip(other.slopes) {
            *a = slope(*a, b);
        }
        Self { value, slopes }
    }
}

impl Add for Dual {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        self.zip(other, self.value + other.value, |a, b| a + b)
    }
}

impl Sub for Dual {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        self.zip(other, self.value - other.value, |a, b| a - b)
    }
}

#[allow(clippy::suspicious_arithmetic_impl)] // the product rule
impl Mul for Dual {
    type Output = Self;

    fn mul(self, other: Self) -> Self {
        self.zip(other, self.value * other.value, |a, b| a * other.value + b * self.value)
    }
}

#[allow(clippy::suspicious_arithmetic_impl)] // the quotient rule
impl Div for Dual {
    type Output = Self;

    fn div(self, other: Self) -> Self {
        let value = self.value / other.value;
        self.zip(other, value, |a, b| (a - b * value) / other.value)
    }
}

impl Neg for Dual {
    type Output = Self;

    fn neg(self) -> Self {
        self.apply(-self.value, -1.0)
    }
}
