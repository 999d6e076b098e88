//! Checks over a whole dataset.
//!
//! Construction refuses what can never be right; [`Dataset::validate`] reports what contradicts itself, is suspicious
//! or incomplete. It never stops at the first problem and never changes a value.
//!
//! Dates are known to the day, the month or the year, so a comparison has three outcomes: what is certainly wrong is
//! an error, what cannot be decided at the given precision is a warning, the rest is fine.
//!
//! How much a finding weighs depends on what the dataset is for: [`Profile::editorial`] is for people who write one,
//! [`Profile::strict`] for what is to be published, [`Profile::import`] for data of others.
//!
//! # Own rules
//!
//! ```
//! use netpolity::Dataset;
//! use netpolity::finding::{Detail, Path, Rule, Severity};
//! use netpolity::validate::Profile;
//!
//! const TITLE: Rule = Rule::new(
//!     "OWN-001",
//!     Severity::Warning,
//!     "Sources have a title",
//!     "We list them by title.",
//! );
//!
//! let profile = Profile::default().without("SRC-002").with_check(|dataset, _limits, sink| {
//!     for source in dataset.sources().iter().filter(|source| source.title.is_none()) {
//!         sink.report(TITLE, || {
//!             let path = Path::record("sources", &source.id).field("title");
//!             Detail::new(path, "the source has no title")
//!         });
//!     }
//! });
//! let dataset = Dataset::from_json(
//!     r#"{ "netpolity": 1, "sources": [ { "id": "a", "kind": "blog" } ] }"#,
//! )?;
//! let report = dataset.validate(&profile, "2026-01-01".parse()?);
//! assert_eq!(report.count_of("OWN-001"), 1);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # The catalogue of rules
//!
#![doc = include_str!("catalogue.md")]

mod mandate;
mod panel;
mod profile;
mod rules;

pub use mandate::Mandate;
pub use panel::panels;
pub use profile::{Export, Limits, Profile, Spread};

use chrono::NaiveDate;

use crate::dataset::Dataset;
use crate::finding::{Report, Rule, Sink, importing};

/// # Checking
impl Dataset {
    /// Checks the dataset against every rule of the catalogue and the profile's own, as of a date.
    ///
    /// The date decides what lies in the future and what is stale; the caller passes it so that a run can be repeated.
    ///
    /// ```
    /// use netpolity::{Dataset, validate::Profile};
    ///
    /// let dataset = Dataset::from_json(
    ///     r#"{ "netpolity": 1, "posts": [ { "id": "head", "agency": "siio", "names": [ "Director" ] } ] }"#,
    /// )?;
    /// let report = dataset.validate(&Profile::default(), "2026-01-01".parse()?);
    /// let finding = report.of_rule("REF-001").next().unwrap();
    /// assert_eq!(finding.path().as_str(), "posts[head].agency");
    /// assert_eq!(finding.message(), "there is no agency `siio`");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn validate(&self, profile: &Profile, as_of: NaiveDate) -> Report {
        let mut sink =
            Sink::new(as_of, profile.limits().keep).with_severities(profile.severities().clone());
        for family in families() {
            (family.check)(self, profile.limits(), &mut sink);
        }
        for check in profile.checks() {
            check(self, profile.limits(), &mut sink);
        }
        sink.into_report()
    }
}

/// Every rule of the catalogue, by family and number, with those that are enforced on reading.
///
/// ```
/// let rule = netpolity::validate::catalogue().find(|rule| rule.id() == "EVT-005").unwrap();
/// assert_eq!(rule.summary(), "A claimed cadence is borne out by the dates of the editions");
/// ```
pub fn catalogue() -> impl Iterator<Item = Rule> {
    let mut rules: Vec<Rule> = families().flat_map(|family| family.rules).copied().collect();
    // Some families are checked in several files; families stay in their order, and rules come by number.
    let families: Vec<&str> = rules.iter().map(|rule| family(*rule)).collect();
    rules.sort_by_key(|rule| {
        (families.iter().position(|prefix| *prefix == family(*rule)), rule.id())
    });
    rules.into_iter()
}

/// Every family, in the order of the catalogue.
fn families() -> impl Iterator<Item = &'static rules::Family> {
    // What readers of files find stands in their account, not in the report of a dataset.
    const IMPORTING: rules::Family = rules::Family { rules: importing::RULES, check: |_, _, _| {} };
    rules::FAMILIES.iter().chain(panel::FAMILIES).chain([&IMPORTING])
}

/// The family of a rule: `EVT` of `EVT-005`.
fn family(rule: Rule) -> &'static str {
    rule.id().split('-').next().unwrap_or_default()
}
