//! What is known of the variables of a panel, beside what stands in it.

use super::place::Place;
use crate::metric::{Indicator, IndicatorKind, Variable};
use crate::quantity::Unit;

/// What is known of one variable.
pub(super) struct Facts {
    pub(super) indicator: Option<Indicator>,
    pub(super) unit: Option<Unit>,
    /// By which a number as written is multiplied, to be in the unit.
    pub(super) scale: f64,
    /// The least and the greatest possible number, as written.
    pub(super) bounds: (f64, f64),
}

impl Facts {
    pub(super) fn of(variable: &Variable, place: &Place<'_>) -> Self {
        let indicator = variable.indicator.as_ref().and_then(|id| place.indicator(id));
        let unit = variable.unit.or(indicator.as_ref().map(|indicator| indicator.unit));
        let scale = 10_f64.powi(variable.scale.into());
        let (min, max) = possible(indicator.as_ref(), unit);
        Self { indicator, unit, scale, bounds: (min / scale, max / scale) }
    }

    pub(super) fn kind(&self) -> Option<IndicatorKind> {
        self.indicator.as_ref()?.kind
    }

    /// Whether numbers of parts add up to that of the whole.
    pub(super) fn adds_up(&self) -> bool {
        self.unit.is_some_and(Unit::is_count)
    }

    /// Whether numbers of a whole lie among those of its parts, as those of a mean do.
    pub(super) fn is_mean(&self) -> bool {
        let relative = self.unit.is_some_and(|unit| unit.factor_to(Unit::Fraction).is_ok());
        relative || self.kind() == Some(IndicatorKind::Index)
    }
}

/// The least and the greatest possible value of an indicator, in a unit.
fn possible(indicator: Option<&Indicator>, unit: Option<Unit>) -> (f64, f64) {
    const ALL: (f64, f64) = (f64::NEG_INFINITY, f64::INFINITY);
    let (Some(indicator), Some(unit)) = (indicator, unit) else { return ALL };
    let Some(kind) = indicator.kind else { return ALL };
    match kind {
        IndicatorKind::Share => {
            let whole = Unit::Fraction.factor_to(unit).ok();
            (0.0, whole.map_or(f64::INFINITY, crate::quantity::Decimal::to_f64))
        }
        IndicatorKind::Stock | IndicatorKind::Flow | IndicatorKind::Rank => (0.0, f64::INFINITY),
        _ => ALL,
    }
}
