//! Columns of a batch that somebody gives: in any order, and in the types that other tools make of those of the schema.

use std::ops::Range;

use arrow_array::cast::AsArray;
use arrow_array::types::{
    Date32Type, Float64Type, Int8Type, Int16Type, Int32Type, Int64Type, UInt8Type, UInt16Type,
    UInt32Type, UInt64Type,
};
use arrow_array::{
    Array, ArrayRef, LargeStringArray, RecordBatch, StringArray, StringViewArray, StructArray,
};
use arrow_buffer::NullBuffer;
use arrow_schema::DataType;
use chrono::NaiveDate;

use crate::io::Error;

/// A batch whose columns are asked for by name.
pub(super) struct Given<'b> {
    batch: &'b RecordBatch,
    asked: Vec<usize>,
}

impl<'b> Given<'b> {
    pub(super) fn new(batch: &'b RecordBatch) -> Self {
        Self { batch, asked: Vec::new() }
    }

    pub(super) fn rows(&self) -> usize {
        self.batch.num_rows()
    }

    /// Takes note of a column; a second one of the same name is another column.
    fn find(&mut self, name: &str) -> Option<&'b ArrayRef> {
        let at = self.position(name)?;
        self.asked.push(at);
        self.batch.columns().get(at)
    }

    pub(super) fn position(&self, name: &str) -> Option<usize> {
        self.batch.schema_ref().fields().iter().position(|field| field.name() == name)
    }

    /// Refuses a batch without a column.
    pub(super) fn require(&self, name: &'static str) -> Result<(), Error> {
        match self.position(name) {
            Some(_) => Ok(()),
            None => Err(Error::Column {
                column: name.to_owned(),
                expected: "a column of this name",
                found: "none".to_owned(),
            }),
        }
    }

    /// How many values stand in columns for which nobody asked.
    pub(super) fn others(&self, derived: &[&str]) -> u64 {
        let fields = self.batch.schema_ref().fields().iter().zip(self.batch.columns());
        let others = fields.enumerate().filter(|(at, (field, _))| {
            !self.asked.contains(at) && !derived.contains(&field.name().as_str())
        });
        others.map(|(_, (_, array))| (array.len() - array.logical_null_count()) as u64).sum()
    }

    /// Texts, as such or by a dictionary.
    pub(super) fn texts(&mut self, name: &'static str) -> Result<Texts<'b>, Error> {
        let Some(array) = self.find(name) else { return Ok(Texts::None) };
        Texts::new(array).ok_or_else(|| other(name, "texts", array))
    }

    /// Whole numbers.
    pub(super) fn ints(&mut self, name: &'static str) -> Result<Vec<Option<i64>>, Error> {
        let Some(array) = self.find(name) else { return Ok(vec![None; self.rows()]) };
        ints(array).ok_or_else(|| other(name, "whole numbers", array))
    }

    /// Numbers of 64 bits.
    #[allow(clippy::cast_precision_loss)] // of whole numbers that somebody made of values
    pub(super) fn numbers(&mut self, name: &'static str) -> Result<Vec<Option<f64>>, Error> {
        let Some(array) = self.find(name) else { return Ok(vec![None; self.rows()]) };
        if let Some(numbers) = array.as_primitive_opt::<Float64Type>() {
            return Ok(numbers.iter().collect());
        }
        let numbers = ints(array).ok_or_else(|| other(name, "numbers of 64 bits", array))?;
        Ok(numbers.into_iter().map(|number| number.map(|number| number as f64)).collect())
    }

    /// Days.
    pub(super) fn days(&mut self, name: &'static str) -> Result<Vec<Option<NaiveDate>>, Error> {
        let Some(array) = self.find(name) else { return Ok(vec![None; self.rows()]) };
        if is_null(array) {
            return Ok(vec![None; array.len()]);
        }
        let days = array.as_primitive_opt::<Date32Type>();
        let days = days.ok_or_else(|| other(name, "days (date32)", array))?;
        Ok(days.iter().map(|day| day.and_then(Date32Type::to_naive_date_opt)).collect())
    }

    /// Lists of texts.
    pub(super) fn lists(&mut self, name: &'static str) -> Result<Lists<'b>, Error> {
        let Some(array) = self.find(name) else { return Ok(Lists::NONE) };
        Lists::new(array).ok_or_else(|| other(name, "lists of texts", array))
    }

    /// Maps from texts to texts, or lists of two texts.
    pub(super) fn pairs(&mut self, name: &'static str) -> Result<Pairs<'b>, Error> {
        let Some(array) = self.find(name) else { return Ok(Pairs::NONE) };
        Pairs::new(array).ok_or_else(|| other(name, "lists of pairs of texts", array))
    }
}

#[cold]
fn other(column: &str, expected: &'static str, array: &ArrayRef) -> Error {
    Error::Column { column: column.to_owned(), expected, found: array.data_type().to_string() }
}

fn is_null(array: &ArrayRef) -> bool {
    *array.data_type() == DataType::Null
}

fn ints(array: &ArrayRef) -> Option<Vec<Option<i64>>> {
    macro_rules! read {
        ($($kind:ident)+) => {
            match array.data_type() {
                DataType::Null => Some(vec![None; array.len()]),
                $(_ if array.as_primitive_opt::<$kind>().is_some() => {
                    let numbers = array.as_primitive_opt::<$kind>()?;
                    // What is beyond 63 bits is beyond anything that stands in such a column.
                    let number = |number| i64::try_from(number).unwrap_or(i64::MAX);
                    Some(numbers.iter().map(|value| value.map(number)).collect())
                })+
                _ => None,
            }
        };
    }
    read!(Int8Type Int16Type Int32Type Int64Type UInt8Type UInt16Type UInt32Type UInt64Type)
}

/// A column of texts; nulls are none.
pub(super) enum Texts<'b> {
    None,
    Utf8(&'b StringArray),
    Large(&'b LargeStringArray),
    View(&'b StringViewArray),
    Words { nulls: Option<NullBuffer>, keys: Vec<usize>, words: Box<Texts<'b>> },
}

impl<'b> Texts<'b> {
    fn new(array: &'b ArrayRef) -> Option<Self> {
        if is_null(array) {
            return Some(Self::None);
        }
        if let Some(texts) = array.as_string_opt::<i32>() {
            return Some(Self::Utf8(texts));
        }
        if let Some(texts) = array.as_string_opt::<i64>() {
            return Some(Self::Large(texts));
        }
        if let Some(texts) = array.as_string_view_opt() {
            return Some(Self::View(texts));
        }
        let dictionary = array.as_any_dictionary_opt()?;
        let words = Self::new(dictionary.values())?;
        if dictionary.values().is_empty() {
            return Some(Self::None);
        }
        let nulls = dictionary.keys().nulls().cloned();
        Some(Self::Words { nulls, keys: dictionary.normalized_keys(), words: Box::new(words) })
    }

    pub(super) fn get(&self, row: usize) -> Option<&'b str> {
        fn at<'b, A: Array>(
            array: &'b A,
            row: usize,
            get: fn(&'b A, usize) -> &'b str,
        ) -> Option<&'b str> {
            (row < array.len() && array.is_valid(row)).then(|| get(array, row))
        }
        match self {
            Self::None => None,
            Self::Utf8(texts) => at(*texts, row, |texts, row| texts.value(row)),
            Self::Large(texts) => at(*texts, row, |texts, row| texts.value(row)),
            Self::View(texts) => at(*texts, row, |texts, row| texts.value(row)),
            Self::Words { nulls, keys, words } => {
                let key = *keys.get(row)?;
                let is_null = nulls.as_ref().is_some_and(|nulls| nulls.is_null(row));
                if is_null { None } else { words.get(key) }
            }
        }
    }

    /// Whether two rows have the same text, as far as that is seen without reading it.
    pub(super) fn is_same(&self, row: usize, other: usize) -> bool {
        match self {
            Self::Words { nulls: None, keys, .. } => keys.get(row) == keys.get(other),
            _ => self.get(row) == self.get(other),
        }
    }
}

/// Where the elements of each list are.
enum Ends<'b> {
    None,
    Small(&'b [i32]),
    Large(&'b [i64]),
}

impl Ends<'_> {
    fn range(&self, row: usize) -> Range<usize> {
        let at = |row: usize| match self {
            Self::None => None,
            Self::Small(ends) => usize::try_from(*ends.get(row)?).ok(),
            Self::Large(ends) => usize::try_from(*ends.get(row)?).ok(),
        };
        at(row).zip(at(row + 1)).map_or(0..0, |(start, end)| start..end)
    }
}

/// Ends, elements and nulls of a list or a map.
fn elements(array: &ArrayRef) -> Option<(Ends<'_>, &ArrayRef, Option<&NullBuffer>)> {
    if let Some(lists) = array.as_list_opt::<i32>() {
        return Some((Ends::Small(lists.value_offsets()), lists.values(), lists.nulls()));
    }
    let lists = array.as_list_opt::<i64>()?;
    Some((Ends::Large(lists.value_offsets()), lists.values(), lists.nulls()))
}

/// A column of lists of texts; a null is an empty list.
pub(super) struct Lists<'b> {
    ends: Ends<'b>,
    items: Texts<'b>,
    nulls: Option<&'b NullBuffer>,
}

impl<'b> Lists<'b> {
    const NONE: Self = Self { ends: Ends::None, items: Texts::None, nulls: None };

    fn new(array: &'b ArrayRef) -> Option<Self> {
        if is_null(array) {
            return Some(Self::NONE);
        }
        let (ends, items, nulls) = elements(array)?;
        Some(Self { ends, items: Texts::new(items)?, nulls })
    }

    pub(super) fn get(&self, row: usize) -> impl Iterator<Item = Option<&'b str>> {
        let is_null = self.nulls.is_some_and(|nulls| nulls.is_null(row));
        let range = if is_null { 0..0 } else { self.ends.range(row) };
        range.map(|at| self.items.get(at))
    }
}

/// A column of lists of pairs; a null is an empty list.
pub(super) struct Pairs<'b> {
    ends: Ends<'b>,
    nulls: Option<&'b NullBuffer>,
    first: Texts<'b>,
    second: Texts<'b>,
}

impl<'b> Pairs<'b> {
    const NONE: Self =
        Self { ends: Ends::None, nulls: None, first: Texts::None, second: Texts::None };

    fn new(array: &'b ArrayRef) -> Option<Self> {
        if is_null(array) {
            return Some(Self::NONE);
        }
        let of = |ends, pairs: &'b StructArray, nulls| {
            let [first, second] = pairs.columns() else { return None };
            Some(Self { ends, nulls, first: Texts::new(first)?, second: Texts::new(second)? })
        };
        if let Some(maps) = array.as_map_opt() {
            return of(Ends::Small(maps.value_offsets()), maps.entries(), maps.nulls());
        }
        let (ends, pairs, nulls) = elements(array)?;
        of(ends, pairs.as_struct_opt()?, nulls)
    }

    pub(super) fn get(
        &self,
        row: usize,
    ) -> impl Iterator<Item = (Option<&'b str>, Option<&'b str>)> {
        let is_null = self.nulls.is_some_and(|nulls| nulls.is_null(row));
        let range = if is_null { 0..0 } else { self.ends.range(row) };
        range.map(|at| (self.first.get(at), self.second.get(at)))
    }
}
