//! Columns of a batch in the making.

use std::sync::Arc;

use arrow_array::builder::{
    Date32Builder, Float64Builder, Int16Builder, Int64Builder, StringBuilder,
    StringDictionaryBuilder,
};
use arrow_array::types::{Date32Type, Int32Type};
use arrow_array::{ArrayRef, ListArray, MapArray, RecordBatch, StructArray};
use arrow_buffer::{OffsetBuffer, ScalarBuffer};
use arrow_schema::{ArrowError, DataType, Field, Fields, Schema, SchemaRef};
use chrono::NaiveDate;

/// What stands in a column.
#[derive(Debug, Clone, Copy)]
pub(super) enum Kind {
    /// A text that comes again and again: a dictionary.
    Word,
    Text,
    Short,
    Long,
    Number,
    Day,
    /// A list of texts.
    Words,
    /// Texts by name.
    Map,
    /// A list of pairs with these names.
    Pairs(&'static str, &'static str),
}

/// A column of a schema.
#[derive(Debug, Clone, Copy)]
#[allow(unnameable_types, reason = "of a sealed trait")]
pub struct Spec {
    name: &'static str,
    kind: Kind,
    nullable: bool,
}

impl Spec {
    /// A column in which there is always something, be it an empty list.
    pub(super) const fn always(name: &'static str, kind: Kind) -> Self {
        Self { name, kind, nullable: false }
    }

    pub(super) const fn maybe(name: &'static str, kind: Kind) -> Self {
        Self { name, kind, nullable: true }
    }

    fn field(&self) -> Field {
        Field::new(self.name, self.kind.data_type(), self.nullable)
    }
}

impl Kind {
    /// Names within lists and maps are those of the Parquet format.
    fn data_type(self) -> DataType {
        let element = |data_type| Arc::new(Field::new("element", data_type, false));
        match self {
            Self::Word => DataType::Dictionary(DataType::Int32.into(), DataType::Utf8.into()),
            Self::Text => DataType::Utf8,
            Self::Short => DataType::Int16,
            Self::Long => DataType::Int64,
            Self::Number => DataType::Float64,
            Self::Day => DataType::Date32,
            Self::Words => DataType::List(element(DataType::Utf8)),
            Self::Map => {
                let pair = DataType::Struct(texts(["key", "value"], false));
                DataType::Map(Arc::new(Field::new("key_value", pair, false)), false)
            }
            Self::Pairs(first, second) => {
                DataType::List(element(DataType::Struct(texts([first, second], true))))
            }
        }
    }
}

fn texts(names: [&str; 2], nullable: bool) -> Fields {
    names.into_iter().map(|name| Field::new(name, DataType::Utf8, nullable)).collect()
}

pub(super) fn schema<'s>(specs: impl IntoIterator<Item = &'s Spec>) -> SchemaRef {
    Arc::new(Schema::new(specs.into_iter().map(Spec::field).collect::<Vec<_>>()))
}

/// A batch with so many bytes of text in one column gets no more rows: offsets have 31 bits.
const FULL: usize = 1 << 28;

/// One column. A value of another kind than the column has is an error, and never occurs.
pub(super) struct Column {
    builder: Builder,
    /// Of text, repetitions counted.
    bytes: usize,
}

enum Builder {
    Word(StringDictionaryBuilder<Int32Type>),
    Text(StringBuilder),
    Short(Int16Builder),
    Long(Int64Builder),
    Number(Float64Builder),
    Day(Date32Builder),
    Words(Vec<i32>, StringBuilder),
    Pairs(Vec<i32>, [StringBuilder; 2]),
}

impl Column {
    pub(super) fn new(spec: &Spec) -> Self {
        let builder = match spec.kind {
            Kind::Word => Builder::Word(StringDictionaryBuilder::new()),
            Kind::Text => Builder::Text(StringBuilder::new()),
            Kind::Short => Builder::Short(Int16Builder::new()),
            Kind::Long => Builder::Long(Int64Builder::new()),
            Kind::Number => Builder::Number(Float64Builder::new()),
            Kind::Day => Builder::Day(Date32Builder::new()),
            Kind::Words => Builder::Words(vec![0], StringBuilder::new()),
            Kind::Map | Kind::Pairs(..) => {
                Builder::Pairs(vec![0], [StringBuilder::new(), StringBuilder::new()])
            }
        };
        Self { builder, bytes: 0 }
    }

    pub(super) fn is_full(&self) -> bool {
        self.bytes >= FULL
    }

    fn grow(&mut self, bytes: usize) -> Result<(), ArrowError> {
        let grown = self.bytes.saturating_add(bytes);
        if i32::try_from(grown).is_err() {
            return Err(ArrowError::OffsetOverflowError(grown));
        }
        self.bytes = grown;
        Ok(())
    }

    pub(super) fn text(&mut self, text: Option<&str>) -> Result<(), ArrowError> {
        self.texts(text, 1)
    }

    /// One text for several rows.
    pub(super) fn texts(&mut self, text: Option<&str>, rows: usize) -> Result<(), ArrowError> {
        let length = text.map_or(0, str::len);
        match (&mut self.builder, text) {
            (Builder::Word(words), None) => words.append_nulls(rows),
            (Builder::Text(texts), None) => texts.append_nulls(rows),
            (Builder::Word(_), Some(_)) => self.grow(length)?,
            (Builder::Text(_), Some(_)) => self.grow(length.saturating_mul(rows))?,
            _ => return Err(misfit()),
        }
        match (&mut self.builder, text) {
            (Builder::Word(words), Some(text)) => {
                words.append_n(text, rows)?;
            }
            (Builder::Text(texts), Some(text)) => texts.append_value_n(text, rows),
            _ => {}
        }
        Ok(())
    }

    pub(super) fn int(&mut self, number: Option<i64>) -> Result<(), ArrowError> {
        self.ints(number, 1)
    }

    /// One number for several rows.
    pub(super) fn ints(&mut self, number: Option<i64>, rows: usize) -> Result<(), ArrowError> {
        match (&mut self.builder, number) {
            (Builder::Short(numbers), None) => numbers.append_nulls(rows),
            (Builder::Long(numbers), None) => numbers.append_nulls(rows),
            (Builder::Short(numbers), Some(number)) => {
                let number = i16::try_from(number).map_err(|_| misfit())?;
                numbers.append_value_n(number, rows);
            }
            (Builder::Long(numbers), Some(number)) => numbers.append_value_n(number, rows),
            _ => return Err(misfit()),
        }
        Ok(())
    }

    pub(super) fn number(&mut self, number: Option<f64>) -> Result<(), ArrowError> {
        let Builder::Number(numbers) = &mut self.builder else { return Err(misfit()) };
        numbers.append_option(number);
        Ok(())
    }

    pub(super) fn day(&mut self, day: Option<NaiveDate>) -> Result<(), ArrowError> {
        self.days(day, 1)
    }

    /// One day for several rows.
    pub(super) fn days(&mut self, day: Option<NaiveDate>, rows: usize) -> Result<(), ArrowError> {
        let Builder::Day(days) = &mut self.builder else { return Err(misfit()) };
        match day {
            Some(day) => days.append_value_n(Date32Type::from_naive_date(day), rows),
            None => days.append_nulls(rows),
        }
        Ok(())
    }

    pub(super) fn list<T: AsRef<str>>(
        &mut self,
        list: impl IntoIterator<Item = T>,
    ) -> Result<(), ArrowError> {
        for text in list {
            self.grow(text.as_ref().len().saturating_add(1))?;
            let Builder::Words(_, items) = &mut self.builder else { return Err(misfit()) };
            items.append_value(text);
        }
        let Builder::Words(ends, items) = &mut self.builder else { return Err(misfit()) };
        ends.push(end(items)?);
        Ok(())
    }

    /// Pairs of texts, the same for several rows.
    pub(super) fn pairs(
        &mut self,
        pairs: &[(Option<&str>, Option<&str>)],
        rows: usize,
    ) -> Result<(), ArrowError> {
        for _ in 0..rows {
            for (first, second) in pairs {
                let length = first.map_or(0, str::len).max(second.map_or(0, str::len));
                self.grow(length.saturating_add(1))?;
                let Builder::Pairs(_, [firsts, seconds]) = &mut self.builder else {
                    return Err(misfit());
                };
                firsts.append_option(*first);
                seconds.append_option(*second);
            }
            let Builder::Pairs(ends, [firsts, _]) = &mut self.builder else {
                return Err(misfit());
            };
            ends.push(end(firsts)?);
        }
        Ok(())
    }

    fn finish(self, field: &Field) -> Result<ArrayRef, ArrowError> {
        let offsets = |ends| OffsetBuffer::new(ScalarBuffer::from(ends));
        Ok(match (self.builder, field.data_type()) {
            (Builder::Word(mut words), _) => Arc::new(words.finish()),
            (Builder::Text(mut texts), _) => Arc::new(texts.finish()),
            (Builder::Short(mut numbers), _) => Arc::new(numbers.finish()),
            (Builder::Long(mut numbers), _) => Arc::new(numbers.finish()),
            (Builder::Number(mut numbers), _) => Arc::new(numbers.finish()),
            (Builder::Day(mut days), _) => Arc::new(days.finish()),
            (Builder::Words(ends, mut items), DataType::List(element)) => {
                let items = Arc::new(items.finish());
                Arc::new(ListArray::try_new(Arc::clone(element), offsets(ends), items, None)?)
            }
            (Builder::Pairs(ends, pairs), DataType::List(element)) => {
                let pairs = Arc::new(structs(pairs, element)?);
                Arc::new(ListArray::try_new(Arc::clone(element), offsets(ends), pairs, None)?)
            }
            (Builder::Pairs(ends, pairs), DataType::Map(element, sorted)) => {
                let pairs = structs(pairs, element)?;
                let element = Arc::clone(element);
                Arc::new(MapArray::try_new(element, offsets(ends), pairs, None, *sorted)?)
            }
            _ => return Err(misfit()),
        })
    }
}

fn structs(pairs: [StringBuilder; 2], element: &Field) -> Result<StructArray, ArrowError> {
    let DataType::Struct(fields) = element.data_type() else { return Err(misfit()) };
    let arrays = pairs.map(|mut texts| Arc::new(texts.finish()) as ArrayRef);
    StructArray::try_new(fields.clone(), arrays.to_vec(), None)
}

fn end(items: &StringBuilder) -> Result<i32, ArrowError> {
    use arrow_array::builder::ArrayBuilder;
    i32::try_from(items.len()).map_err(|_| ArrowError::OffsetOverflowError(items.len()))
}

fn misfit() -> ArrowError {
    ArrowError::SchemaError("a value does not fit its column".to_owned())
}

/// The batch of such columns.
pub(super) fn batch(
    schema: &SchemaRef,
    columns: impl IntoIterator<Item = Column>,
) -> Result<RecordBatch, ArrowError> {
    let columns = columns.into_iter().zip(schema.fields());
    let arrays = columns.map(|(column, field)| column.finish(field)).collect::<Result<_, _>>()?;
    RecordBatch::try_new(Arc::clone(schema), arrays)
}
