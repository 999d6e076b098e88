//! What changed from one dataset to another: records added, removed, changed, field by field.

use std::collections::{HashMap, VecDeque};
use std::fmt::{self, Write as _};
use std::hash::Hash;

use serde::Serialize;
use serde_json::Value;

use super::table::for_each_table;
use super::{Dataset, Keyed};
use crate::metric::Observation;

/// In which records two datasets differ, in the order of the tables.
///
/// It prints a line for each field: `agencies[dcms].span: "1992/.." -> "1992-04-11/.."`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Diff {
    /// The records that differ. Of one table, those of the older dataset come first, in its order, then those added.
    pub records: Vec<RecordDiff>,
}

/// A record in which two datasets differ.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct RecordDiff {
    /// The table.
    pub table: &'static str,
    /// The id of the record; of an observation, what it is of: `internet-users CHN 2013`.
    pub id: String,
    /// How it differs.
    pub change: RecordChange,
}

/// How a record differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RecordChange {
    /// Only the newer dataset has it.
    Added,
    /// Only the older dataset has it.
    Removed,
    /// Both have it, with differences in these fields.
    Changed(Vec<FieldChange>),
}

/// A field in which two records of one id differ.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct FieldChange {
    /// Its path within the record: `names[1].span`.
    pub field: String,
    /// What the older, or first, record has, as JSON. `None` where it is omitted or the list is shorter.
    pub old: Option<String>,
    /// What the newer, or second, record has, as JSON.
    pub new: Option<String>,
}

impl fmt::Display for FieldChange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = |value: &Option<String>| value.clone().unwrap_or_else(|| "nothing".to_owned());
        write!(f, "{}: {} -> {}", self.field, shown(&self.old), shown(&self.new))
    }
}

impl fmt::Display for RecordDiff {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { table, id, change } = self;
        match change {
            RecordChange::Added => write!(f, "{table}[{id}]: added"),
            RecordChange::Removed => write!(f, "{table}[{id}]: removed"),
            RecordChange::Changed(fields) => {
                for (place, field) in fields.iter().enumerate() {
                    let new_line = if place > 0 { "\n" } else { "" };
                    write!(f, "{new_line}{table}[{id}].{field}")?;
                }
                Ok(())
            }
        }
    }
}

impl fmt::Display for Diff {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, record) in self.records.iter().enumerate() {
            let new_line = if place > 0 { "\n" } else { "" };
            write!(f, "{new_line}{record}")?;
        }
        Ok(())
    }
}

impl Diff {
    /// Whether the datasets have the same records, in whatever order.
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }
}

/// # Differences
impl Dataset {
    /// In which records a newer dataset differs from this one.
    ///
    /// Records are matched by table and id, observations by indicator, area, period, dimensions and cited sources. The order of
    /// records makes no difference; that of a list within a record does.
    ///
    /// ```
    /// use netpolity::Dataset;
    ///
    /// let read = |agencies: &str| {
    ///     Dataset::from_json(&format!(r#"{{ "netpolity": 1, "agencies": [ {agencies} ] }}"#)).unwrap()
    /// };
    /// let older = read(r#"{ "id": "dcms", "kind": "ministry", "span": "1992/..", "names": [ "DNH" ] }"#);
    /// let newer = read(
    ///     r#"{ "id": "dsit", "kind": "ministry" },
    ///        { "id": "dcms", "kind": "ministry", "span": "1992-04-11/..", "names": [ "DNH", "DCMS" ] }"#,
    /// );
    /// assert_eq!(
    ///     older.diff(&newer).to_string(),
    ///     "agencies[dcms].names[1]: nothing -> \"DCMS\"\n\
    ///      agencies[dcms].span: \"1992/..\" -> \"1992-04-11/..\"\n\
    ///      agencies[dsit]: added"
    /// );
    /// assert!(older.diff(&older).is_empty());
    /// ```
    pub fn diff(&self, newer: &Self) -> Diff {
        let mut diff = Diff::default();
        macro_rules! compare_tables {
            ($($table:ident: $record:ty, $one:literal;)+) => {
                $(compare_rows(
                    stringify!($table),
                    (self.tables.$table.rows(), newer.tables.$table.rows()),
                    |record: &$record| record.id().as_str().to_owned(),
                    &mut diff.records,
                );)+
            };
        }
        for_each_table!(compare_tables);
        let observations = (self.observations(), newer.observations());
        compare_rows("observations", observations, label, &mut diff.records);
        diff
    }
}

/// What an observation is of, and by which sources.
fn label(observation: &Observation) -> String {
    let mut label =
        format!("{} {} {}", observation.indicator, observation.area, observation.period);
    // Writing to a text does not fail.
    for (dimension, value) in &observation.dimensions {
        let _ = write!(label, " {dimension}={value}");
    }
    for cite in &observation.cites {
        let _ = write!(label, " {}", cite.source);
    }
    label
}

fn compare_rows<T: PartialEq + Serialize, K: Hash + Eq + Into<String>>(
    table: &'static str,
    (older, newer): (&[T], &[T]),
    key: impl Fn(&T) -> K,
    found: &mut Vec<RecordDiff>,
) {
    let mut add = |id: K, change| found.push(RecordDiff { table, id: id.into(), change });
    // Where records share a key, the first is compared with the first and so on.
    let mut left: HashMap<K, VecDeque<&T>> = HashMap::new();
    for record in newer {
        left.entry(key(record)).or_default().push_back(record);
    }
    for record in older {
        let id = key(record);
        match left.get_mut(&id).and_then(VecDeque::pop_front) {
            None => add(id, RecordChange::Removed),
            Some(other) if same(record, other) => {}
            Some(other) => add(id, RecordChange::Changed(fields(record, other))),
        }
    }
    for record in newer {
        let id = key(record);
        let Some(next) = left.get_mut(&id) else { continue };
        if next.front().is_some_and(|first| std::ptr::eq(*first, record)) {
            next.pop_front();
            add(id, RecordChange::Added);
        }
    }
}

/// Whether two records are the same as written: 42.3 and 42.30 are equal, but not what one source says.
pub(super) fn same<T: PartialEq + Serialize>(a: &T, b: &T) -> bool {
    a == b && serde_json::to_vec(a).ok() == serde_json::to_vec(b).ok()
}

/// The fields in which two records differ.
pub(super) fn fields<T: Serialize>(old: &T, new: &T) -> Vec<FieldChange> {
    let mut changes = Vec::new();
    // A record is an object of plain values, which always becomes JSON.
    if let (Ok(old), Ok(new)) = (serde_json::to_value(old), serde_json::to_value(new)) {
        compare("", Some(&old), Some(&new), &mut changes);
    }
    changes
}

fn compare(path: &str, old: Option<&Value>, new: Option<&Value>, changes: &mut Vec<FieldChange>) {
    match (old, new) {
        (old, new) if old == new => {}
        (Some(Value::Object(old)), Some(Value::Object(new))) => {
            let added = new.keys().filter(|key| !old.contains_key(*key));
            let mut keys: Vec<&String> = old.keys().chain(added).collect();
            keys.sort_unstable();
            for key in keys {
                let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                compare(&path, old.get(key), new.get(key), changes);
            }
        }
        (Some(Value::Array(old)), Some(Value::Array(new))) => {
            // What is the same at the front and at the back was not touched.
            let same = |(a, b): &(&Value, &Value)| a == b;
            let front = old.iter().zip(new).take_while(same).count();
            let most = old.len().min(new.len()) - front;
            let back = old.iter().rev().zip(new.iter().rev()).take(most).take_while(same).count();
            for place in front..old.len().max(new.len()) - back {
                let within = |list: &[Value]| place < list.len() - back;
                let old = old.get(place).filter(|_| within(old));
                let new = new.get(place).filter(|_| within(new));
                compare(&format!("{path}[{place}]"), old, new, changes);
            }
        }
        (old, new) => changes.push(FieldChange {
            field: path.to_owned(),
            old: old.map(Value::to_string),
            new: new.map(Value::to_string),
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn changes(old: &str, new: &str) -> Vec<String> {
        let value = |json: &str| serde_json::from_str::<Value>(json).unwrap();
        fields(&value(old), &value(new)).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn lists_are_compared_between_what_they_share_at_both_ends() {
        assert_eq!(
            changes(r#"{ "l": [ 1, 2, 3 ] }"#, r#"{ "l": [ 1, 9, 2, 3 ] }"#),
            ["l[1]: nothing -> 9"]
        );
        assert_eq!(changes(r#"{ "l": [ 1, 1 ] }"#, r#"{ "l": [ 1 ] }"#), ["l[1]: 1 -> nothing"]);
        assert_eq!(
            changes(r#"{ "l": [ { "a": 1, "b": 2 } ] }"#, r#"{ "l": [ { "a": 1, "b": 3 } ] }"#),
            ["l[0].b: 2 -> 3"]
        );
        assert_eq!(
            changes(r#"{ "l": [ "a", "b" ], "m": "x" }"#, r#"{ "l": "a" }"#),
            [r#"l: ["a","b"] -> "a""#, r#"m: "x" -> nothing"#]
        );
        assert_eq!(changes(r#"{ "l": [] }"#, r#"{ "l": [] }"#), [""; 0]);
    }

    #[test]
    fn observations_are_matched_by_what_they_are_of() {
        let read = |value: &str| {
            Dataset::from_json(&format!(
                r#"{{ "netpolity": 1, "observations": [
                     {{ "indicator": "internet-users-share", "area": "CHN", "period": "2012", "value": "{value}", "cites": [ "wb" ] }} ] }}"#
            ))
            .unwrap()
        };
        assert_eq!(
            read("42.3").diff(&read("42.30")).to_string(),
            r#"observations[internet-users-share CHN 2012 wb].value: "42.3" -> "42.30""#
        );
    }
}
