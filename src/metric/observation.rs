//! One value, or the reason why there is none.

use super::Indicator;
use crate::country::Area;
use crate::id::Id;
use crate::quantity::Decimal;
use crate::record::record;
use crate::source::Cite;
use crate::text::words;
use crate::time::Period;

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
