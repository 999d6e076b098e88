//! Which component of a structure means what.

use crate::country::{Area, Scheme};

/// Which components of a structure mean what, as far as a message does not say so itself.
///
/// The standard leaves names to the makers of a structure. Most follow the common ones, for which nothing need be said:
///
/// | meaning | component |
/// |---|---|
/// | area | `REF_AREA`, else `GEO` |
/// | time | `TIME_PERIOD`, else `TIME` |
/// | variable | `INDICATOR`, else `SERIES`, else the dataflow |
/// | value | `OBS_VALUE`, also with a number behind it |
/// | status | `OBS_STATUS`, or `OBS_FLAG` with the letters of Eurostat |
/// | unit, power of ten | `UNIT_MEASURE`, `UNIT_MULT` |
/// | attributes | the common ones, such as `DECIMALS`, `COMMENT_OBS`, `SOURCE_DETAIL`, `CONF_STATUS` |
///
/// They are found in upper and lower case. All other components are dimensions. In JSON the structure itself tells
/// attributes and measures from dimensions.
///
/// ```
/// use netpolity::io::sdmx::Components;
///
/// let mut components = Components::new();
/// components.area = Some("REPORTER".to_owned());
/// components.attributes.push("BASE_YEAR".to_owned());
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Components {
    /// The dimension of areas.
    pub area: Option<String>,
    /// The area of all observations, where there is no dimension of areas.
    pub everywhere: Option<Area>,
    /// The scheme of the codes of areas; [`Scheme::Any`] unless changed, as agencies use codes of ISO 3166, with two or three
    /// letters, and of M49. Where the agency is known its scheme is better: `EL` is Greece only for Eurostat.
    pub areas: Scheme,
    /// The dimension of periods.
    pub time: Option<String>,
    /// The dimension that says what is measured.
    pub variable: Option<String>,
    /// The columns with values of a CSV message. Where a message has several measures, each is a variable of its own, by the
    /// code `variable.measure`.
    pub measures: Vec<String>,
    /// Columns of a CSV message, besides the common ones, that are attributes.
    pub attributes: Vec<String>,
    /// Numbers have a comma where others have a point, as in messages for spreadsheets: `12,4`.
    pub decimal_comma: bool,
}

impl Default for Components {
    fn default() -> Self {
        Self {
            area: None,
            everywhere: None,
            areas: Scheme::Any,
            time: None,
            variable: None,
            measures: Vec::new(),
            attributes: Vec::new(),
            decimal_comma: false,
        }
    }
}

/// Concepts that structures use for attributes, in alphabetic order; with a `*`, all that begin so.
const ATTRIBUTES: &[&str] = &[
    "AVAILABILITY",
    "BASE_PER",
    "BREAKS",
    "COLLECTION*",
    "COMMENT*",
    "COMPILATION",
    "CONF_STATUS",
    "CONTACT*",
    "COVERAGE*",
    "DATA_COMP",
    "DECIMALS",
    "DISS_ORG",
    "EMBARGO_TIME",
    "FOOTNOTE*",
    "LAST UPDATE",
    "LAST_UPDATE",
    "METHODOLOGY*",
    "NAT_TITLE",
    "OBS_COM",
    "OBS_CONF",
    "OBS_FLAG",
    "OBS_PRE_BREAK",
    "OBS_STATUS",
    "PREF_SCALE",
    "PRE_BREAK_VALUE",
    "PUBL*",
    "REF_PERIOD_DETAIL",
    "SOURCE*",
    "TIME_FORMAT",
    "TIME_PER_COLLECT",
    "TITLE*",
    "UNIT_INDEX_BASE",
    "UNIT_MEASURE",
    "UNIT_MULT",
    "UPDATED",
    "VALIDFROM",
    "VALIDTO",
];

pub(super) const STATUS: &[&str] = &["OBS_STATUS", "OBS_FLAG"];
pub(super) const UNIT: &str = "UNIT_MEASURE";
pub(super) const SCALE: &str = "UNIT_MULT";
pub(super) const FREQUENCY: &str = "FREQ";
pub(super) const CONFIDENTIALITY: &[&str] = &["CONF_STATUS", "OBS_CONF"];

impl Components {
    /// The common names, and codes of areas in any scheme.
    pub fn new() -> Self {
        Self::default()
    }

    /// The position of the area among components, by their ids.
    pub(super) fn area_in(&self, ids: &[&str]) -> Option<usize> {
        find(ids, self.area.as_deref(), &["REF_AREA", "GEO"])
    }

    pub(super) fn time_in(&self, ids: &[&str]) -> Option<usize> {
        find(ids, self.time.as_deref(), &["TIME_PERIOD", "TIME"])
    }

    pub(super) fn variable_in(&self, ids: &[&str]) -> Option<usize> {
        find(ids, self.variable.as_deref(), &["INDICATOR", "SERIES"])
    }

    pub(super) fn is_measure(&self, id: &str) -> bool {
        if !self.measures.is_empty() {
            return self.measures.iter().any(|measure| measure == id);
        }
        id.split_at_checked("OBS_VALUE".len()).is_some_and(|(name, number)| {
            name.eq_ignore_ascii_case("OBS_VALUE") && number.bytes().all(|b| b.is_ascii_digit())
        })
    }

    pub(super) fn is_attribute(&self, id: &str) -> bool {
        is_common_attribute(id) || self.attributes.iter().any(|attribute| attribute == id)
    }
}

/// Whether a component is an attribute where nobody says otherwise.
pub(super) fn is_common_attribute(id: &str) -> bool {
    ATTRIBUTES.iter().any(|name| match name.strip_suffix('*') {
        Some(start) => id.get(..start.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(start)),
        None => id.eq_ignore_ascii_case(name),
    })
}

/// The position of what the caller names or, if nothing is named, of the first common name that there is.
fn find(ids: &[&str], named: Option<&str>, common: &[&str]) -> Option<usize> {
    if let Some(named) = named {
        return ids.iter().position(|id| *id == named);
    }
    common.iter().find_map(|name| ids.iter().position(|id| id.eq_ignore_ascii_case(name)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_names_need_no_words() {
        let components = Components::new();
        let eurostat = ["freq", "geo", "time"];
        assert_eq!(components.area_in(&eurostat), Some(1));
        assert_eq!(components.time_in(&eurostat), Some(2));
        assert_eq!(components.area_in(&["GEO", "REF_AREA"]), Some(1));
        assert!(components.is_measure("OBS_VALUE") && components.is_measure("OBS_VALUE2"));
        assert!(!components.is_measure("OBS_VALUES") && !components.is_measure("OBS"));
        for id in ["OBS_STATUS", "COMMENT_OBS", "decimals", "TITLE_COMPL", "LAST UPDATE"] {
            assert!(components.is_attribute(id), "{id}");
        }
        for id in ["SEX", "UNIT", "COMMUNITY", "é"] {
            assert!(!components.is_attribute(id), "{id}");
        }
    }

    #[test]
    fn what_the_caller_says_goes_before() {
        let mut components = Components::new();
        components.area = Some("REPORTER".to_owned());
        components.measures.push("VALUE".to_owned());
        components.attributes.push("BASE_YEAR".to_owned());
        assert_eq!(components.area_in(&["REF_AREA", "REPORTER"]), Some(1));
        assert_eq!(components.area_in(&["REF_AREA"]), None);
        assert!(components.is_measure("VALUE") && !components.is_measure("OBS_VALUE"));
        assert!(components.is_attribute("BASE_YEAR"));
    }
}
