//! One value, or the reason why there is none.

use super::{Flags, Indicator, Missing};
use std::collections::BTreeMap;

use crate::country::Area;
use crate::id::Id;
use crate::quantity::{Decimal, Unit};
use crate::record::record;
use crate::source::Cite;
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
            /// The area that it is of.
            area: Area,
            /// The period that it is of.
            period: Period,
        }
        optional {
            /// The value in its unit and scale, with its digits as written: `45.80` stays `45.80`.
            value: Option<Decimal>,
            /// Why there is no value.
            missing: Option<Missing>,
            /// The answer, where the values of the indicator are words: `With price control`.
            text: Option<String>,
            /// The unit, where it differs from that of the indicator.
            unit: Option<Unit>,
            /// The power of ten in which the value is written: 3 for thousands.
            scale: i8,
            /// What else tells the value apart from others of the area and period, such as `sex` = `female`.
            dimensions: BTreeMap<String, String>,
            /// What the source marks about the value.
            flags: Flags,
            /// A remark of the source.
            note: Option<String>,
            /// Which sources support it.
            cites: Vec<Cite>,
        }
    }
}
