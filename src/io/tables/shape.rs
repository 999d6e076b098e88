//! Which columns a table has, and what their cells hold.
//!
//! Nothing is listed here: the records are asked. A deserializer that holds nothing answers each request with an error that
//! says what was requested, so that a field that is added to a record is a column the same day.

use std::fmt;

use serde::de::value::StrDeserializer;
use serde::de::{self, Deserialize, DeserializeSeed, Deserializer, MapAccess, Visitor};
use serde::forward_to_deserialize_any;

/// What a cell holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// A text.
    Text,
    /// A number, `true` or `false`.
    Literal,
    /// Texts, or objects, with separators between.
    List,
    /// A text, or an object.
    Any,
}

/// A column: a field of the record, or a part of a field that is an object, such as `counts.yes`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Column {
    pub(super) name: String,
    pub(super) field: &'static str,
    pub(super) part: Option<&'static str>,
    pub(super) shape: Shape,
}

/// The columns of a record, in the order in which its fields are declared.
pub(super) fn columns<'de, T: Deserialize<'de>>() -> Vec<Column> {
    let mut columns = Vec::new();
    let Answer::Fields(fields) = ask::<T>(&[]) else { return columns };
    for &field in fields {
        let column = |name: String, part, shape| Column { name, field, part, shape };
        match ask::<T>(&[field]) {
            Answer::Shape(shape) => columns.push(column(field.to_owned(), None, shape)),
            Answer::Fields(parts) => columns.extend(parts.iter().map(|part| {
                let shape = match ask::<T>(&[field, part]) {
                    Answer::Shape(shape) => shape,
                    Answer::Fields(_) => Shape::Any,
                };
                column(format!("{field}.{part}"), Some(*part), shape)
            })),
        }
    }
    columns
}

/// What a record requests for the field at a path; for itself where there is none.
fn ask<'de, T: Deserialize<'de>>(path: &[&'static str]) -> Answer {
    T::deserialize(Probe { path }).err().unwrap_or(Answer::Shape(Shape::Any))
}

/// What was requested, as an error.
#[derive(Debug)]
enum Answer {
    Shape(Shape),
    /// An object with these fields.
    Fields(&'static [&'static str]),
}

impl fmt::Display for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

impl std::error::Error for Answer {}

impl de::Error for Answer {
    fn custom<M: fmt::Display>(_: M) -> Self {
        Self::Shape(Shape::Any)
    }

    fn unknown_field(_: &str, expected: &'static [&'static str]) -> Self {
        Self::Fields(expected)
    }
}

/// A value that holds nothing; an object has one key, the first of the path. At the end of the path that is a key that no
/// record has.
struct Probe<'p> {
    path: &'p [&'static str],
}

macro_rules! answer {
    ($shape:ident: $($method:ident)+) => {
        $(fn $method<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Answer> {
            Err(Answer::Shape(Shape::$shape))
        })+
    };
}

impl<'de> Deserializer<'de> for Probe<'_> {
    type Error = Answer;

    answer!(Any: deserialize_any);
    answer!(Text: deserialize_str deserialize_string deserialize_char);
    answer!(List: deserialize_seq);
    answer! {
        Literal: deserialize_bool deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_u8
        deserialize_u16 deserialize_u32 deserialize_u64 deserialize_f32 deserialize_f64
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Answer> {
        visitor.visit_some(self)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Answer> {
        let (key, path) = self.path.split_first().unwrap_or((&"", &[]));
        match visitor.visit_map(OneKey { key: Some(key), path }) {
            // A map that takes any key.
            Err(Answer::Shape(_)) if self.path.is_empty() => Err(Answer::Shape(Shape::Any)),
            answer => answer,
        }
    }

    forward_to_deserialize_any! {
        i128 u128 bytes byte_buf unit unit_struct newtype_struct tuple tuple_struct struct enum identifier ignored_any
    }
}

/// An object with one key.
struct OneKey<'p> {
    key: Option<&'static str>,
    path: &'p [&'static str],
}

impl<'de> MapAccess<'de> for OneKey<'_> {
    type Error = Answer;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Answer> {
        self.key.take().map(|key| seed.deserialize(StrDeserializer::new(key))).transpose()
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Answer> {
        seed.deserialize(Probe { path: self.path })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metric::Observation;
    use crate::source::Source;
    use crate::statement::Statement;
    use crate::vote::Vote;

    fn shapes<T: de::DeserializeOwned>() -> Vec<(String, Shape)> {
        columns::<T>().into_iter().map(|column| (column.name, column.shape)).collect()
    }

    fn shape_of<T: de::DeserializeOwned>(name: &str) -> Option<Shape> {
        shapes::<T>().into_iter().find(|(column, _)| column == name).map(|(_, shape)| shape)
    }

    #[test]
    fn columns_are_the_fields_in_order() {
        use Shape::{List, Literal, Text};
        let expected = [
            ("id", Text),
            ("body", Text),
            ("names", List),
            ("symbol", Text),
            ("date", Text),
            ("event", Text),
            ("terms", List),
            ("proposition", Text),
            ("result", Text),
            ("counts.yes", Literal),
            ("counts.no", Literal),
            ("counts.abstain", Literal),
            ("counts.absent", Literal),
            ("counts.not_voting", Literal),
            ("ballots", List),
            ("cites", List),
        ];
        assert_eq!(shapes::<Vote>(), expected.map(|(name, shape)| (name.to_owned(), shape)));
    }

    #[test]
    fn every_kind_of_field_is_told() {
        assert_eq!(shape_of::<Source>("derived_from"), Some(Shape::Any));
        assert_eq!(shape_of::<Source>("licence"), Some(Shape::Text));
        assert_eq!(shape_of::<Observation>("scale"), Some(Shape::Literal));
        assert_eq!(shape_of::<Observation>("flags"), Some(Shape::List));
        assert_eq!(shape_of::<Observation>("dimensions"), Some(Shape::Any));
        assert_eq!(shape_of::<Observation>("value"), Some(Shape::Any));
        assert_eq!(shape_of::<Statement>("codings"), Some(Shape::List));
    }
}
