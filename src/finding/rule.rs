//! Rules and their severities.

use std::fmt;

use crate::text::words;

words! {
    /// How much a finding matters.
    ///
    /// The order is that of weight: `Info < Warning < Error`.
    pub enum Severity: closed "severity" {
        /// Worth knowing.
        Info = "info",
        /// Suspicious, incomplete or undecidable.
        Warning = "warning",
        /// Certainly wrong.
        Error = "error",
    }
}

/// When a rule is enforced.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stage {
    /// Refused on reading: no value that breaks the rule can exist, and the read error carries the rule's id.
    Reading,
    /// Found by readers of foreign formats; the finding stands in their account.
    Importing,
    /// Checked over a whole dataset.
    Checking,
}

/// A rule, known by a stable id such as `EVT-002`.
///
/// ```
/// use netpolity::finding::{Rule, Severity};
///
/// const TITLE: Rule =
///     Rule::new("OWN-001", Severity::Warning, "Sources have a title", "Our library lists sources by title.");
/// assert_eq!(TITLE.to_string(), "OWN-001: Sources have a title");
/// ```
#[derive(Clone, Copy)]
pub struct Rule {
    id: &'static str,
    severity: Severity,
    summary: &'static str,
    explanation: &'static str,
    stage: Stage,
}

impl Rule {
    /// A rule that is checked over a dataset, with its default severity.
    pub const fn new(
        id: &'static str,
        severity: Severity,
        summary: &'static str,
        explanation: &'static str,
    ) -> Self {
        Self { id, severity, summary, explanation, stage: Stage::Checking }
    }

    /// A rule that value types enforce when they are read.
    pub(crate) const fn on_reading(
        id: &'static str,
        summary: &'static str,
        explanation: &'static str,
    ) -> Self {
        Self { id, severity: Severity::Error, summary, explanation, stage: Stage::Reading }
    }

    /// A rule that readers of foreign formats apply.
    pub(crate) const fn on_importing(
        id: &'static str,
        severity: Severity,
        summary: &'static str,
        explanation: &'static str,
    ) -> Self {
        Self { id, severity, summary, explanation, stage: Stage::Importing }
    }

    /// The stable id.
    pub fn id(&self) -> &'static str {
        self.id
    }

    /// The severity unless a profile changes it.
    pub fn severity(&self) -> Severity {
        self.severity
    }

    /// What has to hold, in one line.
    pub fn summary(&self) -> &'static str {
        self.summary
    }

    /// Why, and where the rule draws its lines.
    pub fn explanation(&self) -> &'static str {
        self.explanation
    }

    /// When it is enforced.
    pub fn stage(&self) -> Stage {
        self.stage
    }
}

/// Two rules are the same where their ids are.
impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Rule {}

impl fmt::Debug for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Rule({})", self.id)
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.id, self.summary)
    }
}
