//! What is known of the variables of a panel, beside what stands in it.

use super::place::Place;
use crate::metric::{Indicator, IndicatorKind, Variable};
use crate::quantity::{Decimal, Unit};

/// What is known of one variable.
pub(super) struct Facts<'p> {
    pub(super) indicator: Option<&'p Indicator>,
    pub(super) unit: Option<Unit>,
    /// By which a number as written is multiplied, to be in the unit.
    pub(super) scale: f64,
    /// The least and the greatest possible number, as written.
    pub(super) bounds: (f64, f64),
}

impl<'p> Facts<'p> {
    pub(super) fn of(variable: &Variable, place: &Place<'p>) -> Self {
        let indicator = variable.indicator.as_ref().and_then(|id| place.indicator(id));
        let unit = variable.unit.or(indicator.map(|indicator| indicator.unit));
        let scale = 10_f64.powi(variable.scale.into());
        let bounds = indicator.zip(unit).map(|(indicator, unit)| possible(indicator, unit));
        let (min, max) = bounds.unwrap_or((f64::NEG_INFINITY, f64::INFINITY));
        Self { indicator, unit, scale, bounds: (min / scale, max / scale) }
    }

    pub(super) fn kind(&self) -> Option<IndicatorKind> {
        self.indicator?.kind
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

/// The least and the greatest value of an indicator that any version of its definition allows, in a unit.
///
/// An indicator without bounds has those of its kind.
fn possible(indicator: &Indicator, unit: Unit) -> (f64, f64) {
    let (least, most) = match indicator.kind {
        Some(IndicatorKind::Share) => {
            (Some(Decimal::ZERO), Unit::Percent.convert(Decimal::HUNDRED, indicator.unit).ok())
        }
        Some(IndicatorKind::Stock | IndicatorKind::Flow | IndicatorKind::Rank) => {
            (Some(Decimal::ZERO), None)
        }
        _ => (None, None),
    };
    let Ok(factor) = indicator.unit.factor_to(unit) else {
        return (f64::NEG_INFINITY, f64::INFINITY);
    };
    let of = |bound: Decimal| bound.to_f64() * factor.to_f64();
    let (mut min, mut max) = (indicator.min.or(least).map(of), indicator.max.or(most).map(of));
    for version in &indicator.definitions {
        min = min.map(|min| version.min.map_or(min, |other| min.min(of(other))));
        max = max.map(|max| version.max.map_or(max, |other| max.max(of(other))));
    }
    (min.unwrap_or(f64::NEG_INFINITY), max.unwrap_or(f64::INFINITY))
}
