//! What a source marks about a value, and why one is missing.

use std::fmt;

use serde::de::{Deserialize, Deserializer, SeqAccess, Visitor};
use serde::ser::{Serialize, Serializer};

use crate::record::Field;
use crate::text::{json_schema, word_set, words};

words! {
    /// Why a value is missing, after the observation status codes of SDMX.
    pub enum Missing: closed "reason for a missing value" {
        /// The source gives no value and no reason.
        NotStated = "not-stated",
        /// Not collected, though it exists. SDMX `L`.
        NotCollected = "not-collected",
        /// The question does not apply. SDMX `M`.
        NotApplicable = "not-applicable",
        /// Known to the source and withheld to protect respondents.
        Confidential = "confidential",
        /// Exists, but was not available when the source was made.
        NotAvailable = "not-available",
        /// Known to the source and not shown. SDMX `Q`.
        Suppressed = "suppressed",
        /// Counted in another category. SDMX `K`.
        IncludedElsewhere = "included-elsewhere",
        /// There was nothing to observe on that day. SDMX `H`.
        Holiday = "holiday",
        /// The source says expressly that there is none, without saying why: `NaN` and `#N/A` in SDMX-CSV. SDMX `O`.
        Intentional = "intentional",
    }
}

words! {
    /// What a source marks about a value, after the observation status codes of SDMX.
    pub enum Flag: closed "flag" {
        /// An estimate. SDMX `E`.
        Estimated = "estimated",
        /// An estimate of the publisher's, not of the body that reported to it.
        EstimatedByPublisher = "estimated-by-publisher",
        /// A forecast or a projection. SDMX `F`.
        Forecast = "forecast",
        /// Provisional. SDMX `P`.
        Provisional = "provisional",
        /// Revised.
        Revised = "revised",
        /// Not comparable with the value before. SDMX `B`.
        Break = "break",
        /// Imputed. SDMX `I`.
        Imputed = "imputed",
        /// The definition differs from the indicator's. SDMX `D`.
        DefinitionDiffers = "definition-differs",
        /// Of low reliability. SDMX `U`.
        LowReliability = "low-reliability",
        /// Not significant. SDMX `N`.
        NotSignificant = "not-significant",
        /// Experimental. SDMX `G`.
        Experimental = "experimental",
        /// Not validated. SDMX `V`.
        Unvalidated = "unvalidated",
        /// Under a derogation from the rules of collection. SDMX `J`.
        Derogation = "derogation",
        /// A strike or another special event. SDMX `S`.
        SpecialEvent = "special-event",
        /// Includes another category. SDMX `W`.
        IncludesAnother = "includes-another",
    }
}

word_set! {
    /// A set of flags.
    ///
    /// ```
    /// use netpolity::metric::{Flag, Flags};
    ///
    /// let flags: Flags = [Flag::Provisional, Flag::Break].into();
    /// assert!(flags.contains(Flag::Break) && !flags.contains(Flag::Forecast));
    /// assert_eq!(flags.to_string(), "provisional break");
    /// assert_eq!(serde_json::to_string(&flags).unwrap(), r#"["provisional","break"]"#);
    /// ```
    pub struct Flags(u16): Flag
}

impl Serialize for Flags {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

impl<'de> Deserialize<'de> for Flags {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct List;
        impl<'de> Visitor<'de> for List {
            type Value = Flags;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list of flags")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Flags, A::Error> {
                let mut flags = Flags::EMPTY;
                while let Some(flag) = seq.next_element()? {
                    flags.insert(flag);
                }
                Ok(flags)
            }
        }
        deserializer.deserialize_seq(List)
    }
}

impl Field<'_> for Flags {}

json_schema!(Flags, |generator| crate::schema::expected(
    <Vec<Flag> as schemars::JsonSchema>::json_schema(generator),
    "a list of flags"
));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_has_each_flag_once() {
        let flags: Flags = serde_json::from_str(r#"["break","estimated","break"]"#).unwrap();
        assert_eq!(flags, [Flag::Estimated, Flag::Break].into());
        assert_eq!(flags.iter().count(), 2);
        assert!(serde_json::from_str::<Flags>(r#"["broken"]"#).is_err());
        for flag in Flag::ALL {
            assert_eq!(Flags::from([*flag]).iter().collect::<Vec<_>>(), [*flag]);
        }
    }
}
