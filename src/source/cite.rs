//! Cites: which source, where in it, in which words.

use std::fmt;

use super::{Locator, Source};
use crate::id::Id;
use crate::record::record;
use crate::text::{refuse, text_or_object};

record! {
    /// That a source supports a record. Written as the id of the source alone, or as an object.
    ///
    /// ```
    /// use netpolity::source::Cite;
    ///
    /// let cites: Vec<Cite> =
    ///     serde_json::from_str(r#"[ "daily-1", { "source": "daily-2", "locator": "paragraph 2" } ]"#)?;
    /// assert_eq!(cites[0].source, "daily-1");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub struct Cite: text {
        required {
            /// The source.
            source: Id<Source>,
        }
        optional {
            /// Where in the source.
            locator: Option<Locator>,
            /// The source's own words.
            quote: Option<String>,
        }
    }
}

text_or_object!(
    Cite,
    "the id of a source, or an object with `source`",
    schema: |generator| generator.subschema_for::<Id<Source>>(),
    from: |text| text.parse().map(Cite::new).map_err(refuse),
    short: |cite| cite.locator.is_none() && cite.quote.is_none()
);

impl fmt::Display for Cite {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.source.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_cite_is_written_as_its_id() {
        let plain = Cite::new("daily-1".parse().unwrap());
        assert_eq!(serde_json::to_string(&plain).unwrap(), r#""daily-1""#);
        let full = r#"{"source":"daily-2","locator":"paragraph 2","quote":"co-hosted by"}"#;
        let cite: Cite = serde_json::from_str(full).unwrap();
        assert_eq!(serde_json::to_string(&cite).unwrap(), full);
        assert!(serde_json::from_str::<Cite>(r#"{"source":"a","page":3}"#).is_err());
    }
}
