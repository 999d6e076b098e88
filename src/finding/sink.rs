//! Where checks put what they find.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{Count, Finding, Param, Path, Report, Rule, Severity};

/// Everything about a finding but its rule and severity: where, what, and what to do.
///
/// ```
/// use netpolity::finding::{Detail, Path};
///
/// let detail = Detail::new(Path::record("sources", "daily-1"), "the source has no title")
///     .help("add `title`")
///     .param("source", "daily-1");
/// # let _ = detail;
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use]
pub struct Detail {
    pub(super) path: Path,
    pub(super) message: String,
    pub(super) help: Option<String>,
    pub(super) params: Vec<(&'static str, Param)>,
    pub(super) related: Vec<Path>,
}

impl Detail {
    /// Where it was found and what, as a sentence without a full stop.
    pub fn new(path: Path, message: impl Into<String>) -> Self {
        Self { path, message: message.into(), help: None, params: Vec::new(), related: Vec::new() }
    }

    /// What to do about it.
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// A value of the message, for programs.
    pub fn param(mut self, name: &'static str, value: impl Into<Param>) -> Self {
        self.params.push((name, value.into()));
        self
    }

    /// Another record involved.
    pub fn see(mut self, path: Path) -> Self {
        self.related.push(path);
        self
    }
}

/// Findings of one run, counted by rule and kept up to a limit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Tally {
    keep: usize,
    severities: BTreeMap<String, Option<Severity>>,
    counts: BTreeMap<&'static str, Count>,
    findings: Vec<Finding>,
}

impl Tally {
    /// An empty one that keeps so many findings of a rule.
    pub(crate) fn new(keep: usize) -> Self {
        Self { keep, severities: BTreeMap::new(), counts: BTreeMap::new(), findings: Vec::new() }
    }

    fn severity(&self, rule: Rule) -> Option<Severity> {
        if self.severities.is_empty() {
            return Some(rule.severity());
        }
        self.severities.get(rule.id()).copied().unwrap_or(Some(rule.severity()))
    }

    /// Counts one finding of a rule, and keeps it while there is room.
    pub(crate) fn report(&mut self, rule: Rule, detail: impl FnOnce() -> Detail) {
        let Some(severity) = self.severity(rule) else { return };
        let count = self.counts.entry(rule.id()).or_insert(Count::new(rule, severity));
        count.found += 1;
        if count.kept < self.keep {
            count.kept += 1;
            self.findings.push(Finding { rule, severity, detail: detail() });
        }
    }

    pub(crate) fn findings(&self) -> &[Finding] {
        &self.findings
    }

    pub(crate) fn counts(&self) -> impl ExactSizeIterator<Item = &Count> {
        self.counts.values()
    }
}

/// Where checks put what they find.
///
/// A finding is built only where it is kept: [`report`](Self::report) takes a closure, counts, and calls it while
/// the rule has kept fewer findings than the sink's limit.
#[derive(Debug)]
pub struct Sink {
    as_of: NaiveDate,
    tally: Tally,
}

impl Sink {
    /// An empty sink for a run as of a date, that keeps so many findings of a rule and counts all.
    pub fn new(as_of: NaiveDate, keep: usize) -> Self {
        Self { as_of, tally: Tally::new(keep) }
    }

    /// Lets rules, by id, have another severity than their own, or none: those are switched off.
    #[must_use]
    pub fn with_severities(mut self, severities: BTreeMap<String, Option<Severity>>) -> Self {
        self.tally.severities = severities;
        self
    }

    /// The date as of which the data is judged.
    pub fn as_of(&self) -> NaiveDate {
        self.as_of
    }

    /// Whether a rule is switched on. Checks that are costly may ask before they start.
    pub fn wants(&self, rule: Rule) -> bool {
        self.tally.severity(rule).is_some()
    }

    /// Counts one finding of a rule, and keeps it while there is room.
    pub fn report(&mut self, rule: Rule, detail: impl FnOnce() -> Detail) {
        self.tally.report(rule, detail);
    }

    /// Closes the run.
    pub fn into_report(self) -> Report {
        let Tally { counts, findings, .. } = self.tally;
        Report::new(self.as_of, findings, counts.into_values().collect())
    }
}
