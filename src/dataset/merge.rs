//! Two datasets made one, where they don't contradict each other.

use std::collections::HashMap;
use std::fmt;

use serde::Serialize;

use super::diff::{FieldChange, fields, same};
use super::table::{Table, for_each_table};
use super::{Dataset, Keyed};
use crate::metric::Observation;

/// Two records of one id that differ.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Conflict {
    /// The table.
    pub table: &'static str,
    /// The id.
    pub id: String,
    /// The fields that differ; `old` is what the first dataset has.
    pub fields: Vec<FieldChange>,
}

impl fmt::Display for Conflict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}[{}]", self.table, self.id)?;
        for (place, FieldChange { field, old, new }) in self.fields.iter().enumerate() {
            let before = if place > 0 { "; " } else { ": " };
            let shown =
                |value: &Option<String>| value.clone().unwrap_or_else(|| "nothing".to_owned());
            write!(f, "{before}`{field}` is {} and {}", shown(old), shown(new))?;
        }
        Ok(())
    }
}

/// Why two datasets cannot be merged: every record of which both have another version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MergeError {
    conflicts: Vec<Conflict>,
}

impl MergeError {
    /// Every conflict, in the order of the tables and of the second dataset.
    pub fn conflicts(&self) -> &[Conflict] {
        &self.conflicts
    }
}

impl fmt::Display for MergeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.conflicts.as_slice() {
            [one] => write!(f, "a record contradicts another of its id: {one}"),
            all => {
                write!(f, "{} records contradict others of their ids", all.len())?;
                all.iter().try_for_each(|conflict| write!(f, "\n{conflict}"))
            }
        }
    }
}

impl std::error::Error for MergeError {}

/// # Putting together
impl Dataset {
    /// The records of both, those of this one first.
    ///
    /// A record that both have, written in the same way, is one. Observations have no id: what both have is one as well, and different values for
    /// one area and period stand beside each other, as those of two sources do.
    ///
    /// # Errors
    /// [`MergeError`] where records of one id differ in any field; it names every one of them. Nothing is ever overwritten: correct one side, or
    /// give the records ids of their own and a [`Judgement`](crate::judgement::Judgement) that they are the same.
    ///
    /// ```
    /// use netpolity::Dataset;
    ///
    /// let read = |tables: &str| Dataset::from_json(&format!(r#"{{ "netpolity": 1, {tables} }}"#)).unwrap();
    /// let people = read(r#""people": [ { "id": "lu-wei" } ]"#);
    /// let posts = read(r#""people": [ { "id": "lu-wei" } ], "posts": [ { "id": "siio-head", "agency": "siio" } ]"#);
    /// let both = people.merge(posts)?;
    /// assert_eq!((both.people().len(), both.posts().len()), (1, 1));
    ///
    /// let other = read(r#""people": [ { "id": "lu-wei", "birth": "1960-01" } ]"#);
    /// assert_eq!(
    ///     both.merge(other).unwrap_err().to_string(),
    ///     "a record contradicts another of its id: people[lu-wei]: `birth` is nothing and \"1960-01\""
    /// );
    /// # Ok::<(), netpolity::dataset::MergeError>(())
    /// ```
    pub fn merge(mut self, other: Self) -> Result<Self, MergeError> {
        self.index.take();
        let (into, from) = (&mut self.tables, other.tables);
        let mut conflicts = Vec::new();
        macro_rules! merge_tables {
            ($($table:ident: $record:ty, $one:literal;)+) => {
                $(merge_rows(&mut into.$table, from.$table, &mut conflicts);)+
            };
        }
        for_each_table!(merge_tables);
        merge_observations(&mut into.observations, from.observations);
        if conflicts.is_empty() { Ok(self) } else { Err(MergeError { conflicts }) }
    }
}

fn merge_rows<T: Keyed + PartialEq + Serialize>(
    into: &mut Table<T>,
    from: Table<T>,
    conflicts: &mut Vec<Conflict>,
) {
    let mut added = Vec::new();
    for record in from.into_rows() {
        match into.get(record.id().as_str()) {
            None => added.push(record),
            Some(known) if same(known, &record) => {}
            // A table that was changed in memory may have several records of one id.
            Some(_) if into.has_doubles() && into.rows().iter().any(|own| same(own, &record)) => {}
            Some(known) => conflicts.push(Conflict {
                table: T::TABLE,
                id: record.id().to_string(),
                fields: fields(known, &record),
            }),
        }
    }
    if !added.is_empty() {
        into.rows_mut().extend(added);
    }
}

/// Adds what is not there as often.
fn merge_observations(into: &mut Vec<Observation>, from: Vec<Observation>) {
    if into.is_empty() || from.is_empty() {
        into.extend(from);
        return;
    }
    // By what is written: 42.3 and 42.30 are equal, but not what one source says.
    let text = |observation: &Observation| serde_json::to_string(observation).unwrap_or_default();
    let mut known: HashMap<String, usize> = HashMap::new();
    for observation in &*into {
        *known.entry(text(observation)).or_default() += 1;
    }
    into.extend(from.into_iter().filter(|observation| {
        match known.get_mut(&text(observation)).filter(|left| **left > 0) {
            Some(left) => {
                *left -= 1;
                false
            }
            None => true,
        }
    }));
}
