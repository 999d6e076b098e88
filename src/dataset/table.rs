//! Tables: records in the order in which they were read, found by id.

use std::collections::hash_map::Entry;
use std::fmt;
use std::marker::PhantomData;
use std::sync::OnceLock;

use foldhash::fast::RandomState;
use serde::de::value::MapAccessDeserializer;
use serde::de::{DeserializeSeed, Error as _, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Dataset;
use super::address::Addresses;
use crate::id::Id;

/// A record that stands in a table under an id.
pub(crate) trait Keyed: Sized {
    /// The table's name in files and paths.
    const TABLE: &'static str;

    /// One record in words: `agency`.
    const ONE: &'static str;

    /// The record's id.
    fn id(&self) -> &Id<Self>;

    /// Its table in a dataset.
    fn table(dataset: &Dataset) -> &Table<Self>;

    /// The rows of its table, for change.
    fn rows_mut(dataset: &mut Dataset) -> &mut Vec<Self>;
}

/// Hands the tables of records with ids to a macro: name, record, and one record in words. The list stands here alone.
macro_rules! for_each_table {
    ($macro:ident) => {
        $macro! {
            sources: $crate::source::Source, "source";
            agencies: $crate::actor::Agency, "agency";
            people: $crate::actor::Person, "person";
            coalitions: $crate::actor::Coalition, "coalition";
            posts: $crate::actor::Post, "post";
            tenures: $crate::actor::Tenure, "tenure";
            event_series: $crate::event::EventSeries, "series";
            events: $crate::event::Event, "event";
            statements: $crate::statement::Statement, "statement";
            votes: $crate::vote::Vote, "vote";
            taxonomies: $crate::taxonomy::Taxonomy, "taxonomy";
            indicators: $crate::metric::Indicator, "indicator";
            judgements: $crate::judgement::Judgement, "judgement";
        }
    };
}

pub(crate) use for_each_table;

macro_rules! keyed {
    ($($table:ident: $record:ty, $one:literal;)+) => {
        $(impl Keyed for $record {
            const TABLE: &'static str = stringify!($table);
            const ONE: &'static str = $one;

            fn table(dataset: &Dataset) -> &Table<Self> {
                &dataset.tables.$table
            }

            fn rows_mut(dataset: &mut Dataset) -> &mut Vec<Self> {
                dataset.index.take();
                dataset.tables.$table.rows_mut()
            }

            fn id(&self) -> &Id<Self> {
                &self.id
            }
        })+
    };
}

for_each_table!(keyed);

/// Row numbers by key, hashed fast and with a seed of its own, so that a file cannot be made to collide.
pub(super) type Rows<K, V = u32> = std::collections::HashMap<K, V, RandomState>;

/// Rows by id. The maps are built when they are first needed and dropped when rows are lent out for change.
#[derive(Debug, Clone)]
pub(crate) struct Table<T> {
    rows: Vec<T>,
    ids: OnceLock<Rows<Id<T>>>,
    /// Of the texts that the keys of `ids` hold.
    addresses: OnceLock<Addresses>,
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self { rows: Vec::new(), ids: OnceLock::new(), addresses: OnceLock::new() }
    }
}

impl<T: PartialEq> PartialEq for Table<T> {
    fn eq(&self, other: &Self) -> bool {
        self.rows == other.rows
    }
}

impl<T> Table<T> {
    pub(crate) fn rows(&self) -> &[T] {
        &self.rows
    }

    pub(super) fn into_rows(self) -> Vec<T> {
        self.rows
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    pub(crate) fn rows_mut(&mut self) -> &mut Vec<T> {
        self.ids.take();
        self.addresses.take();
        &mut self.rows
    }
}

impl<T: Keyed> Table<T> {
    fn ids(&self) -> &Rows<Id<T>> {
        self.ids.get_or_init(|| {
            let mut ids = Rows::with_capacity_and_hasher(self.rows.len(), RandomState::default());
            for (row, record) in (0u32..).zip(&self.rows) {
                ids.entry(record.id().clone()).or_insert(row);
            }
            ids
        })
    }

    /// The row of a record. Of several records with one id, the first.
    pub(crate) fn row(&self, id: &str) -> Option<usize> {
        let ids = self.ids();
        let addresses = self
            .addresses
            .get_or_init(|| Addresses::new(ids.iter().map(|(id, row)| (id.as_str(), *row))));
        let row = addresses.row(id).or_else(|| ids.get(id).copied())?;
        Some(row as usize)
    }

    /// Whether several records have one id.
    pub(crate) fn has_doubles(&self) -> bool {
        self.ids().len() < self.rows.len()
    }

    pub(crate) fn get(&self, id: &str) -> Option<&T> {
        self.rows.get(self.row(id)?)
    }

    /// Takes rows in, unless one has an id that is there already: then that id is given back.
    pub(crate) fn extend(&mut self, rows: Vec<T>) -> Result<(), Id<T>> {
        self.ids();
        let mut ids = self.ids.take().unwrap_or_default();
        self.addresses.take();
        self.rows.reserve_exact(rows.len());
        for record in rows {
            add(&mut self.rows, &mut ids, record).map_err(|(id, _)| id)?;
        }
        self.ids = OnceLock::from(ids);
        Ok(())
    }
}

/// Adds a record, unless its id is there already: then that id and its row are given back.
fn add<T: Keyed>(rows: &mut Vec<T>, ids: &mut Rows<Id<T>>, record: T) -> Result<(), (Id<T>, u32)> {
    match ids.entry(record.id().clone()) {
        Entry::Occupied(entry) => Err((entry.key().clone(), *entry.get())),
        Entry::Vacant(entry) => {
            entry.insert(u32::try_from(rows.len()).unwrap_or(u32::MAX));
            rows.push(record);
            Ok(())
        }
    }
}

impl<T: Serialize> Serialize for Table<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.rows.serialize(serializer)
    }
}

impl<'de, T: Keyed + Deserialize<'de>> Deserialize<'de> for Table<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Records<T>(PhantomData<fn() -> T>);
        impl<'de, T: Keyed + Deserialize<'de>> Visitor<'de> for Records<T> {
            type Value = Table<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "the list of {}", T::TABLE)
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Table<T>, A::Error> {
                let mut rows: Vec<T> = Vec::new();
                let mut ids: Rows<Id<T>> = Rows::default();
                while seq.next_element_seed(Next { rows: &mut rows, ids: &mut ids })?.is_some() {}
                rows.shrink_to_fit();
                Ok(Table { rows, ids: OnceLock::from(ids), addresses: OnceLock::new() })
            }
        }
        deserializer.deserialize_seq(Records(PhantomData))
    }
}

/// Takes one more record in. An id that is there already is refused here, and not by the list around, so that the
/// error has the place of the record.
struct Next<'a, T> {
    rows: &'a mut Vec<T>,
    ids: &'a mut Rows<Id<T>>,
}

impl<'de, T: Keyed + Deserialize<'de>> DeserializeSeed<'de> for Next<'_, T> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de, T: Keyed + Deserialize<'de>> Visitor<'de> for Next<'_, T> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
        let record = T::deserialize(MapAccessDeserializer::new(map))?;
        add(self.rows, self.ids, record).map_err(|(id, row)| {
            A::Error::custom(format_args!(
                "duplicate id `{id}`: {}[{row}] has it already",
                T::TABLE
            ))
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::dataset::Dataset;

    #[test]
    fn a_duplicate_is_placed_at_its_record() {
        let json = "{ \"netpolity\": 1, \"people\": [\n{ \"id\": \"a\" },\n{ \"id\": \"a\" },\n{ \"id\": \"b\" } ] }";
        let error = Dataset::from_json(json).unwrap_err();
        assert_eq!(
            error.to_string(),
            "line 3, column 13, people[1]: duplicate id `a`: people[0] has it already"
        );
    }
}
