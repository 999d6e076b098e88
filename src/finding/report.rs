//! Reports.

use std::fmt;

use chrono::NaiveDate;
use serde::{Serialize, Serializer, ser::SerializeMap};

use super::{Finding, Rule, Severity};

/// How often one rule found something in a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    pub(super) rule: Rule,
    pub(super) severity: Severity,
    pub(super) found: usize,
    pub(super) kept: usize,
}

impl Count {
    pub(super) fn new(rule: Rule, severity: Severity) -> Self {
        Self { rule, severity, found: 0, kept: 0 }
    }

    /// The rule.
    pub fn rule(&self) -> Rule {
        self.rule
    }

    /// Its severity in this run.
    pub fn severity(&self) -> Severity {
        self.severity
    }

    /// How many findings there were.
    pub fn found(&self) -> usize {
        self.found
    }

    /// How many of them the report holds.
    pub fn kept(&self) -> usize {
        self.kept
    }
}

/// The findings of one run, heaviest first, with counts by rule.
///
/// `Display` prints the report as a compiler would; `Serialize` gives it to programs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    as_of: NaiveDate,
    findings: Vec<Finding>,
    counts: Vec<Count>,
}

impl Report {
    pub(super) fn new(as_of: NaiveDate, mut findings: Vec<Finding>, counts: Vec<Count>) -> Self {
        // The sort is stable: within a rule, findings stay in the order of the dataset.
        findings
            .sort_by(|a, b| b.severity.cmp(&a.severity).then_with(|| a.rule.id().cmp(b.rule.id())));
        Self { as_of, findings, counts }
    }

    /// The date as of which the data was judged.
    pub fn as_of(&self) -> NaiveDate {
        self.as_of
    }

    /// The findings that were kept, heaviest first, then by rule.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// The kept findings of one rule.
    pub fn of_rule(&self, id: &str) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(move |finding| finding.rule.id() == id)
    }

    /// How often each rule found something, by rule id. Rules that found nothing are not listed.
    pub fn counts(&self) -> &[Count] {
        &self.counts
    }

    /// How many findings one rule had.
    pub fn count_of(&self, id: &str) -> usize {
        self.counts.iter().find(|count| count.rule.id() == id).map_or(0, |count| count.found)
    }

    /// How many findings of one severity there were.
    pub fn total(&self, severity: Severity) -> usize {
        self.counts.iter().filter(|count| count.severity == severity).map(|count| count.found).sum()
    }

    /// Whether there were findings of severity error.
    pub fn has_errors(&self) -> bool {
        self.total(Severity::Error) > 0
    }

    /// Whether there were neither errors nor warnings.
    pub fn is_clean(&self) -> bool {
        !self.has_errors() && self.total(Severity::Warning) == 0
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for finding in &self.findings {
            writeln!(f, "{finding}\n")?;
        }
        let cut: usize = self.counts.iter().map(|count| count.found - count.kept).sum();
        if cut > 0 {
            writeln!(f, "{cut} further findings are counted but not listed\n")?;
        }
        let number =
            |n: usize, one: &str| if n == 1 { format!("1 {one}") } else { format!("{n} {one}s") };
        write!(
            f,
            "as of {}: {}, {}, {}",
            self.as_of,
            number(self.total(Severity::Error), "error"),
            number(self.total(Severity::Warning), "warning"),
            number(self.total(Severity::Info), "info"),
        )
    }
}

impl Serialize for Report {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        struct Counts<'a>(&'a [Count]);
        impl Serialize for Counts<'_> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_map(self.0.iter().map(|count| (count.rule.id(), count.found)))
            }
        }
        let mut map = serializer.serialize_map(Some(6))?;
        map.serialize_entry("as_of", &self.as_of.to_string())?;
        map.serialize_entry("errors", &self.total(Severity::Error))?;
        map.serialize_entry("warnings", &self.total(Severity::Warning))?;
        map.serialize_entry("infos", &self.total(Severity::Info))?;
        map.serialize_entry("counts", &Counts(&self.counts))?;
        map.serialize_entry("findings", &self.findings)?;
        map.end()
    }
}

#[cfg(test)]
mod tests {
    use crate::finding::{Detail, Path, Rule, Severity, Sink};

    const A: Rule = Rule::new("TST-001", Severity::Warning, "a", "because");
    const B: Rule = Rule::new("TST-002", Severity::Error, "b", "because");

    fn sink(keep: usize) -> Sink {
        Sink::new("2026-01-02".parse().unwrap(), keep)
    }

    #[test]
    fn keeps_some_and_counts_all() {
        let mut sink = sink(2);
        for i in 0..5 {
            sink.report(A, || Detail::new(Path::record("events", i), format!("finding {i}")));
        }
        sink.report(B, || {
            Detail::new(Path::record("events", "x"), "bad")
                .help("mend it")
                .see(Path::of_table("sources"))
        });
        let report = sink.into_report();
        assert_eq!((report.findings().len(), report.count_of("TST-001")), (3, 5));
        assert_eq!(report.findings()[0].rule(), B);
        assert!(report.has_errors() && !report.is_clean());
        let text = report.to_string();
        assert!(text.starts_with(
            "error[TST-002]: bad\n  --> events[x]\n   = see: sources\n   = help: mend it\n"
        ));
        assert!(text.ends_with("as of 2026-01-02: 1 error, 5 warnings, 0 infos"));
        assert!(text.contains("3 further findings"));
    }

    #[test]
    fn severities_are_switched() {
        let off = [("TST-001".to_owned(), None), ("TST-002".to_owned(), Some(Severity::Info))];
        let mut sink = sink(9).with_severities(off.into_iter().collect());
        assert!(!sink.wants(A));
        sink.report(A, || unreachable!("switched off"));
        sink.report(B, || Detail::new(Path::of_table("events"), "small").param("days", 489));
        let report = sink.into_report();
        assert!(report.is_clean());
        assert_eq!(report.total(Severity::Info), 1);
        let json = serde_json::to_value(&report).unwrap();
        assert_eq!(json["findings"][0]["params"]["days"], 489);
        assert_eq!(json["counts"]["TST-002"], 1);
    }
}
