//! Profiles: where the lines are drawn, what weighs how much, and which checks run beside the catalogue's.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use crate::dataset::Dataset;
use crate::finding::{Severity, Sink};
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
/// let table = "indicator,area,period,value,licence\ni99H,special:XAA,2012,42.5,CC BY-NC-SA 3.0 IGO\n";
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
