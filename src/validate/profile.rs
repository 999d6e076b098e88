//! Profiles: where the lines are drawn, what weighs how much, and which checks run beside the catalogue's.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use super::Mandate;
use crate::actor::{Actor, Agency};
use crate::dataset::Dataset;
use crate::finding::{Severity, Sink};
use crate::id::Id;
use crate::quantity::{Tolerance, Unit};

/// Where rules draw their lines.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Limits {
    /// The earliest year that is not taken for a stand-in such as 1 or 1000: 1800, before the first telegraph.
    pub earliest_year: i32,
    /// How many years after the as-of date a date may lie: 30.
    pub years_ahead: i32,
    /// How many years a tenure may last before it is doubted: 40.
    pub longest_tenure: i32,
    /// For how many days an event may stay planned after its date: 90.
    pub planned_grace: i64,
    /// By how many days a report may precede what it reports as having taken effect: 366.
    pub report_lag: i64,
    /// How many days after the change a successor may start: 31.
    pub succession_gap: i64,
    /// Of the runs of letters in two texts, the part in both from which on they are nearly alike: four fifths.
    pub alike: f64,
    /// Pairs of what nobody may hold at once: none.
    pub incompatible: Vec<[Mandate; 2]>,
    /// Pairs of which whoever holds the first at an agency holds the second there as well: none.
    pub implied: Vec<[Mandate; 2]>,
    /// The group or coalition whose members vote in a body: none. The members of the General Assembly are `group:un`.
    pub members_of: BTreeMap<Id<Agency>, Actor>,
    /// How far hedges such as "almost" reach.
    pub tolerance: Tolerance,
    /// Whether series are to be of countries only, as before they are summed up: no.
    pub countries_only: bool,
    /// For which purpose data is exported, as before it is written into a file that others get: for none.
    pub export: Option<Export>,
    /// By how many robust deviations of the steps of a series a value may jump and jump back: 5.
    pub jump: f64,
    /// Beyond which part of its neighbours such a jump is large: a fifth.
    pub jump_part: f64,
    /// How many steps a series has to have for its jumps to be judged: 8.
    pub steps: usize,
    /// In how many successive periods the same value is found to be repeated: 4.
    pub repeats: usize,
    /// Up to how many for every hundred a rate may reach: 400.
    pub per_hundred: f64,
    /// Which part of the members of a group have to have a value for its mean to be judged: two thirds.
    pub members: f64,
    /// How far values of two sources, or of a rate and its parts, may lie apart.
    pub sources: Spread,
    /// How far a value may be revised from one vintage to the next.
    pub revisions: Spread,
    /// How many days the vintages of numerator and denominator may lie apart: 366.
    pub vintages_apart: i64,
    /// How many findings of one rule a report keeps; it counts them all: 1000.
    pub keep: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            earliest_year: 1800,
            years_ahead: 30,
            longest_tenure: 40,
            planned_grace: 90,
            report_lag: 366,
            succession_gap: 31,
            alike: 0.8,
            incompatible: Vec::new(),
            implied: Vec::new(),
            members_of: BTreeMap::new(),
            tolerance: Tolerance::default(),
            countries_only: false,
            export: None,
            jump: 5.0,
            jump_part: 0.2,
            steps: 8,
            repeats: 4,
            per_hundred: 400.0,
            members: 2.0 / 3.0,
            sources: Spread::default(),
            revisions: Spread::default(),
            vintages_apart: 366,
            keep: 1000,
        }
    }
}

/// For which purpose data is passed on to others.
///
/// ```
/// use netpolity::io::{Options, tidy};
/// use netpolity::validate::{Export, Limits, Profile};
///
/// let table = "code,area,period,value,licence\ni99H,special:XAA,2012,42.5,CC BY-NC-SA 3.0 IGO\n";
/// let panel = tidy::read_own(table.as_bytes(), &Options::new())?.data;
/// let as_of = "2026-01-01".parse()?;
///
/// let mut limits = Limits::default();
/// limits.export = Some(Export::Commercial);
/// let report = panel.validate(&Profile::new(limits), as_of);
/// let finding = report.of_rule("SRC-011").next().unwrap();
/// assert_eq!(finding.message(), "`CC BY-NC-SA 3.0 IGO` forbids redistribution for commercial purposes");
/// // It isn't written.
/// assert!(report.has_errors());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Export {
    /// Not for a commercial one.
    NonCommercial,
    /// For any, so that licences have to allow commercial use.
    Commercial,
}

/// How far two numbers for one thing may lie apart, by unit.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Spread {
    /// Two percentages, in percentage points: 5.
    pub points: f64,
    /// Other numbers, as a part of the greater one: a tenth.
    pub relative: f64,
}

impl Default for Spread {
    fn default() -> Self {
        Self { points: 5.0, relative: 0.1 }
    }
}

impl Spread {
    pub(super) fn is_exceeded(self, one: f64, other: f64, unit: Option<Unit>) -> bool {
        let distance = (one - other).abs();
        match unit {
            Some(Unit::Percent) => distance > self.points,
            // A hundredth of a fraction is a percentage point.
            Some(Unit::Fraction) => distance > self.points / 100.0,
            _ => distance > self.relative * one.abs().max(other.abs()),
        }
    }
}

/// A check of the user's own, run beside the rules of the catalogue.
pub(super) type Check = Arc<dyn Fn(&Dataset, &Limits, &mut Sink) + Send + Sync>;

/// Warnings that a dataset should not be published with: the editor can mend each, in the dataset itself.
///
/// What is left are warnings about what others said and did, which a faithful record keeps: a cadence that the dates
/// refute, a capacity that is printed differently, a figure without a date, a reading that stays open.
const TO_MEND: &[&str] = &[
    // Nobody can follow up what has no source, or only weak ones, or sources of which none is preferred.
    "SRC-002", "SRC-005", "SRC-006", "SRC-008", "SRC-009",
    // The record contradicts itself, or says a thing twice.
    "NAM-002", "NAM-005", "NAM-006", "NAM-007", "ORG-006", "ORG-007", "ORG-009", "TEN-004",
    "TEN-005", "STM-011", "STM-013", "STM-014", "OBS-002", "EVT-009", "EVT-010", "EVT-013",
    "EVT-014", // Nobody looked again.
    "EVT-007", "TEN-011", "PER-002", "IDN-002", "TAX-002",
];

/// What data of others cannot help: the fields are not in their formats, or were never asked for.
const NOT_THEIRS: &[&str] = &[
    // Where it is from is said for the whole, and not for each record.
    "SRC-002", "SRC-003", "SRC-005", // Dates are those that the source has.
    "DAT-003", "DAT-004", "TEN-004", "TEN-006", "TEN-010", "TEN-011", "STM-007",
    // Names are one for each record, as printed, in no stated language or order.
    "NAM-003", "NAM-004", "NAM-005", "NAM-007", "PER-002",
    // Hosts, numbers of editions, places, successors, addressees, texts and references of figures have no field there.
    "EVT-004", "EVT-008", "EVT-010", "ORG-005", "STM-003", "STM-005", "STM-015", "STM-016",
    "STM-017", "QTY-004", "VOT-002",
];

/// Limits, severities and own checks for a run.
///
/// Three profiles come with the crate, by what a dataset is for: [`editorial`](Self::editorial) while it is written,
/// [`strict`](Self::strict) before it is published, [`import`](Self::import) for data of others. Each can be changed
/// further.
///
/// ```
/// use netpolity::finding::Severity;
/// use netpolity::validate::{Limits, Profile};
///
/// let mut limits = Limits::default();
/// limits.longest_tenure = 25;
/// let profile = Profile::new(limits).without("NAM-003").with_severity("QTY-004", Severity::Error);
/// # let _ = profile;
/// ```
#[derive(Clone, Default)]
pub struct Profile {
    limits: Limits,
    severities: BTreeMap<String, Option<Severity>>,
    checks: Vec<Check>,
}

impl Profile {
    /// A profile with limits of its own, every rule at its default severity.
    pub fn new(limits: Limits) -> Self {
        Self { limits, ..Self::default() }
    }

    /// For people who write a dataset: every rule at its default severity, as in [`Profile::default`].
    pub fn editorial() -> Self {
        Self::default()
    }

    /// For a dataset that is to be published: warnings that its editor can mend are errors.
    ///
    /// Among these are facts without a source, doubles, contradictions within a record, and what should have been looked
    /// at again. Warnings about what others said or did stay warnings, since a faithful record keeps them.
    ///
    /// ```
    /// use netpolity::{Dataset, validate::Profile};
    ///
    /// let dataset = Dataset::from_json(
    ///     r#"{ "netpolity": 1, "statements": [
    ///          { "id": "s", "act": "call", "speakers": [ { "actor": "country:NOR" } ] } ] }"#,
    /// )?;
    /// let as_of = "2026-01-01".parse()?;
    /// assert!(!dataset.validate(&Profile::editorial(), as_of).has_errors());
    /// // A statement without a source cannot be published.
    /// assert!(dataset.validate(&Profile::strict(), as_of).has_errors());
    /// assert!(dataset.validate(&Profile::import(), as_of).is_clean());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn strict() -> Self {
        Self::default().with_all(TO_MEND, Severity::Error)
    }

    /// For data of others: what they cannot help is information.
    ///
    /// Formats of others have no place for cites of single records, for languages and kinds of names, for hosts and
    /// successors, and dates that nobody recorded cannot be asked for. What is wrong in itself, such as a tenure that
    /// ends before its body began, keeps its severity.
    pub fn import() -> Self {
        Self::default().with_all(NOT_THEIRS, Severity::Info)
    }

    fn with_all(mut self, rules: &[&str], severity: Severity) -> Self {
        self.severities.extend(rules.iter().map(|rule| ((*rule).to_owned(), Some(severity))));
        self
    }

    /// Gives the rule of this id another severity.
    #[must_use]
    pub fn with_severity(mut self, rule: &str, severity: Severity) -> Self {
        self.severities.insert(rule.to_owned(), Some(severity));
        self
    }

    /// Switches the rule of this id off.
    #[must_use]
    pub fn without(mut self, rule: &str) -> Self {
        self.severities.insert(rule.to_owned(), None);
        self
    }

    /// Adds a check of one's own. It may carry tables with it.
    #[must_use]
    pub fn with_check(
        mut self,
        check: impl Fn(&Dataset, &Limits, &mut Sink) + Send + Sync + 'static,
    ) -> Self {
        self.checks.push(Arc::new(check));
        self
    }

    /// The limits.
    pub fn limits(&self) -> &Limits {
        &self.limits
    }

    pub(super) fn severities(&self) -> &BTreeMap<String, Option<Severity>> {
        &self.severities
    }

    pub(super) fn checks(&self) -> &[Check] {
        &self.checks
    }
}

impl fmt::Debug for Profile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Profile")
            .field("limits", &self.limits)
            .field("severities", &self.severities)
            .field("checks", &self.checks.len())
            .finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Stage;
    use crate::validate::catalogue;

    #[test]
    fn profiles_change_rules_that_there_are() {
        let default = |id: &str| {
            let rule = catalogue().find(|rule| rule.id() == id);
            let rule = rule.unwrap_or_else(|| panic!("no rule {id}"));
            assert_eq!(rule.stage(), Stage::Checking, "{id}");
            rule.severity()
        };
        for id in TO_MEND {
            assert_eq!(default(id), Severity::Warning, "{id} is no warning");
        }
        for id in NOT_THEIRS {
            assert!(default(id) <= Severity::Warning, "{id} is wrong in itself");
        }
        let unique = |list: &[&str]| list.iter().collect::<std::collections::BTreeSet<_>>().len();
        assert_eq!((unique(TO_MEND), unique(NOT_THEIRS)), (TO_MEND.len(), NOT_THEIRS.len()));
    }

    #[test]
    fn what_others_said_is_no_error_in_any_profile() {
        let severities = Profile::strict().severities;
        for id in ["EVT-005", "QTY-004", "STM-016", "SRC-007", "NAM-008", "DAT-006"] {
            assert!(!severities.contains_key(id), "{id}");
        }
    }
}
