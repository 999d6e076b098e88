//! The indicators that the crate itself defines.

use super::{Indicator, IndicatorKind};
use crate::name::Name;
use crate::quantity::Unit;

/// The indicators that every dataset may name without defining them.
const BUILT_IN: &[(&str, Unit, IndicatorKind, &str, Option<&str>)] = &[
    ("population", Unit::Count, IndicatorKind::Stock, "Population", None),
    ("internet-users", Unit::Count, IndicatorKind::Stock, "Individuals using the Internet", None),
    (
        "internet-users-share",
        Unit::Percent,
        IndicatorKind::Share,
        "Individuals using the Internet, share of the population",
        Some("population"),
    ),
    ("websites", Unit::Count, IndicatorKind::Stock, "Websites", None),
];

impl Indicator {
    /// The indicator that the crate itself defines under this id.
    ///
    /// Datasets may name these without listing them: `population`, `internet-users`, `internet-users-share`,
    /// `websites`.
    ///
    /// ```
    /// use netpolity::{Indicator, quantity::Unit};
    ///
    /// let share = Indicator::built_in("internet-users-share").unwrap();
    /// assert_eq!(share.unit, Unit::Percent);
    /// assert_eq!(Indicator::built_in("buzzwords"), None);
    /// ```
    pub fn built_in(id: &str) -> Option<Self> {
        let (id, unit, kind, name, denominator) = BUILT_IN.iter().find(|row| row.0 == id)?;
        let mut indicator = Self::new(id.parse().ok()?, *unit);
        indicator.names = vec![Name::from(*name)];
        indicator.kind = Some(*kind);
        indicator.denominator = denominator.and_then(|id| id.parse().ok());
        Some(indicator)
    }

    /// Kind and unit of the indicator that the crate itself defines under this id.
    pub(crate) fn built_in_kind(id: &str) -> Option<(Option<IndicatorKind>, Unit)> {
        BUILT_IN.iter().find(|row| row.0 == id).map(|(_, unit, kind, ..)| (Some(*kind), *unit))
    }

    /// Whether the crate itself defines an indicator under this id.
    pub(crate) fn is_built_in(id: &str) -> bool {
        Self::built_in_kind(id).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn built_in_indicators_are_whole() {
        for (id, ..) in BUILT_IN {
            let indicator = Indicator::built_in(id).unwrap();
            assert_eq!(indicator.id, *id);
            let denominator = indicator.denominator.as_ref();
            assert!(denominator.is_none_or(|id| Indicator::is_built_in(id.as_str())));
            assert_eq!(indicator.kind == Some(IndicatorKind::Share), denominator.is_some());
        }
    }
}
