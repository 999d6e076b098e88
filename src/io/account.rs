//! What became of everything in a file.

use std::collections::BTreeMap;
use std::fmt;

use crate::finding::{Count, Detail, Finding, Rule, Tally};

/// What became of everything in a file: each entry was a value, a missing value, rejected or skipped.
///
/// In a table with one value a row, an entry is a row. In a table with a column for each period, it is a cell, and a row without
/// any value has as many missing ones as there are periods. In a file of records it is a record, wherever that stands; what
/// records have no place for is told by findings, once for each field.
///
/// ```
/// use netpolity::io::{Options, world_bank};
///
/// let file = "\"Country Name\",\"Country Code\",\"Indicator Name\",\"Indicator Code\",\"2012\",\"2013\",\n\
///     \"Namibia\",\"NAM\",\"Individuals using the Internet (% of population)\",\"IT.NET.USER.ZS\",\"12.94\",\"\",\n";
/// let account = world_bank::read_csv(file.as_bytes(), &Options::new())?.account;
/// assert_eq!((account.values(), account.missing(), account.rejected()), (1, 1, 0));
/// # Ok::<(), netpolity::io::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    rows: u64,
    values: u64,
    missing: u64,
    rejected: u64,
    skipped: BTreeMap<&'static str, u64>,
    tally: Tally,
}

impl Account {
    pub(super) fn new(keep: usize) -> Self {
        let tally = Tally::new(keep);
        Self { rows: 0, values: 0, missing: 0, rejected: 0, skipped: BTreeMap::new(), tally }
    }

    /// How many rows of data were read: records of a table, lines of a registry, observations of a message.
    pub fn rows(&self) -> u64 {
        self.rows
    }

    /// All entries: values, missing, rejected and skipped.
    pub fn entries(&self) -> u64 {
        self.values + self.missing + self.rejected + self.skipped()
    }

    /// Entries with a value, be it a number or words, duplicates among them.
    pub fn values(&self) -> u64 {
        self.values
    }

    /// Entries of which the source says, by a mark or an empty cell, that there is no value.
    pub fn missing(&self) -> u64 {
        self.missing
    }

    /// Entries that could not be read. Each has a finding of severity error.
    pub fn rejected(&self) -> u64 {
        self.rejected
    }

    /// Entries that are no data, or that the caller did not ask for.
    pub fn skipped(&self) -> u64 {
        self.skipped.values().sum()
    }

    /// How many entries were skipped for which reason.
    pub fn skips(&self) -> impl ExactSizeIterator<Item = (&'static str, u64)> {
        self.skipped.iter().map(|(reason, count)| (*reason, *count))
    }

    /// What was found, in the order of the file: up to [`Limits::findings`](super::Limits::findings) of each rule.
    pub fn findings(&self) -> &[Finding] {
        self.tally.findings()
    }

    /// How often each rule found something.
    pub fn counts(&self) -> impl ExactSizeIterator<Item = &Count> {
        self.tally.counts()
    }

    /// How many findings one rule had.
    pub fn count_of(&self, rule: &str) -> usize {
        self.counts().find(|count| count.rule().id() == rule).map_or(0, Count::found)
    }

    pub(super) fn add_row(&mut self) {
        self.rows += 1;
    }

    pub(super) fn add_values(&mut self, count: u64) {
        self.values += count;
    }

    pub(super) fn add_missing(&mut self, count: u64) {
        self.missing += count;
    }

    pub(super) fn add_rejected(&mut self, count: u64) {
        self.rejected += count;
    }

    pub(super) fn add_skipped(&mut self, reason: &'static str, count: u64) {
        *self.skipped.entry(reason).or_default() += count;
    }

    pub(super) fn report(&mut self, rule: Rule, detail: impl FnOnce() -> Detail) {
        self.tally.report(rule, detail);
    }
}

impl fmt::Display for Account {
    /// One line of counts, then one line for each rule that found something.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} rows, {} entries: {} values, {} missing, {} rejected, {} skipped",
            self.rows,
            self.entries(),
            self.values,
            self.missing,
            self.rejected,
            self.skipped()
        )?;
        for (reason, count) in self.skips() {
            write!(f, "\n  skipped {count}: {reason}")?;
        }
        for count in self.counts() {
            let rule = count.rule();
            write!(
                f,
                "\n  {} {} x {}: {}",
                count.severity(),
                count.found(),
                rule.id(),
                rule.summary()
            )?;
        }
        Ok(())
    }
}
