//! Indicators and observations.
//!
//! An [`Indicator`] says what is measured, an [`Observation`] gives one value of it, or says why there is none.

use crate::country::Area;
use crate::id::Id;
use crate::name::Name;
use crate::quantity::{Decimal, Unit};
use crate::record::record;
use crate::source::Cite;
use crate::text::words;
use crate::time::Period;

record! {
    /// What is measured, and in which unit.
    pub struct Indicator {
        required {
            /// The key by which claims and observations name it.
            id: Id<Indicator>,
            /// The unit of its values.
            unit: Unit,
        }
        optional {
            /// Its names.
            names: Vec<Name>,
            /// What kind of figure it is.
            kind: Option<IndicatorKind>,
            /// The indicator by which it has been divided, such as the population of a share.
            denominator: Option<Id<Indicator>>,
            /// What it counts and what not.
            definition: Option<String>,
            /// Which sources support the record.
            cites: Vec<Cite>,
        }
    }
}

words! {
    /// Kinds of indicators.
    pub enum IndicatorKind: closed "indicator kind" {
        /// How many there are at a moment.
        Stock = "stock",
        /// How many there are within a length of time.
        Flow = "flow",
        /// A part of a whole, from nothing to all of it.
        Share = "share",
        /// So many for so many others; may exceed one for one.
        Rate = "rate",
        /// A score on a scale of its maker's.
        Index = "index",
        /// A place in a ranking, the best being 1.
        Rank = "rank",
        /// A price.
        Price = "price",
    }
}

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

record! {
    /// One value of an indicator for an area and a period, or the reason why there is none.
    ///
    /// ```
    /// use netpolity::Observation;
    /// use netpolity::metric::Missing;
    ///
    /// let observations: Vec<Observation> = serde_json::from_str(
    ///     r#"[ { "indicator": "internet-users-share", "area": "CHN", "period": "2012", "value": "42.30" },
    ///          { "indicator": "internet-users-share", "area": "ERI", "period": "2012",
    ///            "missing": "not-collected" } ]"#,
    /// )?;
    /// assert_eq!(observations[0].value.unwrap().to_string(), "42.30"); // digits as written
    /// assert_eq!(observations[1].missing, Some(Missing::NotCollected));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub struct Observation {
        required {
            /// What is measured.
            indicator: Id<Indicator>,
            /// Where.
            area: Area,
            /// When.
            period: Period,
        }
        optional {
            /// The value with its digits as written: `45.80` stays `45.80`.
            value: Option<Decimal>,
            /// Why there is no value.
            missing: Option<Missing>,
            /// What the source marks about the value.
            flags: Vec<Flag>,
            /// A remark of the source.
            note: Option<String>,
            /// Which sources support it.
            cites: Vec<Cite>,
        }
    }
}

words! {
    /// Why a value is missing, after the observation status codes of SDMX.
    pub enum Missing: closed "reason for a missing value" {
        /// The source gives no value and no reason.
        NotStated = "not-stated",
        /// Not collected.
        NotCollected = "not-collected",
        /// The question does not apply.
        NotApplicable = "not-applicable",
        /// Known to the source and withheld.
        Confidential = "confidential",
        /// Exists, but was not available when the source was made.
        NotAvailable = "not-available",
        /// Taken out as implausible.
        Suppressed = "suppressed",
    }
}

words! {
    /// What a source marks about a value, after the observation status codes of SDMX.
    pub enum Flag: closed "flag" {
        /// An estimate.
        Estimated = "estimated",
        /// A forecast.
        Forecast = "forecast",
        /// Provisional.
        Provisional = "provisional",
        /// Revised.
        Revised = "revised",
        /// Not comparable with the value before.
        Break = "break",
        /// Imputed.
        Imputed = "imputed",
        /// The definition differs from the indicator's.
        DefinitionDiffers = "definition-differs",
        /// Of low reliability.
        LowReliability = "low-reliability",
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
