//! Profiles: where the lines are drawn, what weighs how much, and which checks run beside the catalogue's.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use crate::dataset::Dataset;
use crate::finding::{Severity, Sink};
use crate::quantity::Tolerance;

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
    /// How far hedges such as "almost" reach.
    pub tolerance: Tolerance,
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
            tolerance: Tolerance::default(),
            keep: 1000,
        }
    }
}

/// A check of the user's own, run beside the rules of the catalogue.
pub(super) type Check = Arc<dyn Fn(&Dataset, &Limits, &mut Sink) + Send + Sync>;

/// Limits, severities and own checks for a run.
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
