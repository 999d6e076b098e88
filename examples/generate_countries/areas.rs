//! Areas, by their text form.

use std::collections::BTreeSet;
use std::path::Path;

use super::Result;
use super::csv::read;
use super::groups::{constant, groups};

/// What a code or a name may stand for.
pub(super) struct Areas {
    /// In the order of their table, as the others are.
    pub(super) countries: BTreeSet<String>,
    groups: BTreeSet<String>,
    composites: BTreeSet<String>,
}

impl Areas {
    pub(super) fn read(root: &Path) -> Result<Self> {
        let composites = read(&root.join("data/country/composites.csv"), "members,name")?;
        Ok(Self {
            countries: super::countries::codes(root)?,
            groups: groups(root)?.into_keys().collect(),
            composites: composites.into_iter().map(|[members, _]| members).collect(),
        })
    }

    /// The expression for a text form in the generated code.
    pub(super) fn expression(&self, area: &str) -> Option<String> {
        if let Some(id) = area.strip_prefix("group:") {
            let known = self.groups.contains(id);
            return known.then(|| format!("Area::Group(Group::{})", constant(id)));
        }
        if let Some(code) = area.strip_prefix("special:") {
            return (!code.is_empty())
                .then(|| format!("Area::Special(SpecialCode::known({code:?}))"));
        }
        if self.countries.contains(area) {
            return Some(format!("Area::Country(Country::{area})"));
        }
        let position = self.composites.iter().position(|members| members == area)?;
        Some(format!("Area::Composite(Composite::at({position}))"))
    }
}
