//! What was written of a dataset, and what was lost.

use serde::Serialize;
use serde_json::{Map, Value};

use super::losses::Losses;
use crate::dataset::Dataset;
use crate::time::{Bound, Precision, Qualifier, Span};

/// What was written of a dataset, and what the format has no place for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Written {
    /// Records of the dataset that were written.
    pub records: u64,
    losses: Losses<String>,
}

impl Written {
    /// What was lost, and how often: tables (`statements`), fields of records (`tenures.capacity`), and what dates say beyond a
    /// year, month or day (`open bounds`, `marks of dates`).
    pub fn losses(&self) -> impl ExactSizeIterator<Item = (&str, u64)> {
        self.losses.iter().map(|(what, count)| (what.as_str(), count))
    }

    pub(super) fn lose(&mut self, what: impl Into<String>, count: usize) {
        self.losses.add(what, count as u64);
    }

    /// Counts a record as written, and its fields as lost but for those that are told.
    pub(super) fn record<T: Serialize>(&mut self, table: &str, record: &T, carried: &[&str]) {
        self.records += 1;
        self.fields(table, record, carried);
    }

    /// Counts the fields of a record as lost but for those that are told.
    pub(super) fn fields<T: Serialize>(&mut self, table: &str, record: &T, carried: &[&str]) {
        if let Ok(Value::Object(fields)) = serde_json::to_value(record) {
            for field in fields.keys().filter(|field| !carried.contains(&field.as_str())) {
                self.lose(format!("{table}.{field}"), 1);
            }
        }
    }

    /// Counts the records of tables that neither format has.
    pub(super) fn lose_tables(&mut self, dataset: &Dataset) {
        for (table, rows) in [
            ("coalitions", dataset.coalitions().len()),
            ("event_series", dataset.event_series().len()),
            ("statements", dataset.statements().count()),
            ("votes", dataset.votes().len()),
            ("taxonomies", dataset.taxonomies().len()),
            ("indicators", dataset.indicators().len()),
            ("judgements", dataset.judgements().len()),
            ("observations", dataset.observations().len()),
        ] {
            self.lose(table, rows);
        }
    }

    /// A bound as a year, a month or a day.
    pub(super) fn date(&mut self, bound: Bound) -> Option<String> {
        let date = match bound {
            Bound::On(date) => date,
            Bound::Unknown => return None,
            Bound::Before(_) | Bound::After(_) | Bound::Between(_) => {
                self.lose("bounds between dates", 1);
                return None;
            }
            Bound::Open | Bound::NotYet | Bound::NotApplicable => {
                self.lose("open bounds", 1);
                return None;
            }
        };
        if !(0..=9999).contains(&date.year()) {
            self.lose("years that have not four digits", 1);
            return None;
        }
        if date.qualifier() != Qualifier::Exact {
            self.lose("marks of dates", 1);
        }
        let date = date.with_qualifier(Qualifier::Exact);
        if matches!(date.precision(), Precision::Half | Precision::Quarter) {
            self.lose("halves and quarters", 1);
            return Some(date.coarsen(Precision::Year).to_string());
        }
        Some(date.to_string())
    }

    /// The two ends of a span.
    pub(super) fn dates(&mut self, span: Span) -> [Option<String>; 2] {
        [span.start(), span.end()].map(|bound| self.date(bound))
    }
}

/// Sets a field to a text, where there is one.
pub(super) fn put(object: &mut Map<String, Value>, field: &str, text: Option<impl Into<String>>) {
    if let Some(text) = text {
        object.insert(field.to_owned(), Value::String(text.into()));
    }
}

/// Sets a field to a list, where it is not empty.
pub(super) fn put_list(object: &mut Map<String, Value>, field: &str, values: Vec<Value>) {
    if !values.is_empty() {
        object.insert(field.to_owned(), Value::Array(values));
    }
}
