//! Tables of [Apache Arrow](https://arrow.apache.org/docs/format/Columnar.html) and files of
//! [Parquet](https://parquet.apache.org/docs/), to and from, with the feature `arrow`.
//!
//! Polars, `DuckDB`, `DataFusion`, Spark and pandas read them. [`batches`] gives a table in batches of so many rows, one after the
//! other, without a copy of the whole; [`read`] makes a table of such batches again. [`write_parquet`] and [`read_parquet`] do so
//! with a file.
//!
//! [`RecordBatch`], [`Schema`](arrow_schema::Schema) and [`ArrowError`] are types of the crates `arrow-array` and `arrow-schema` in
//! version 59, which is that of `DataFusion` 55. Both are re-exported, so that callers have the same ones.
//!
//! # Schemas
//!
//! The columns of a table are always these, in this order, with these types; [`schema`] has them. A change of them is a breaking
//! change. *Word* stands for a dictionary with keys of 32 bits, `Dictionary(Int32, Utf8)`: a code or remark is stored once. A
//! column marked with `?` may be null, which is that there is none.
//!
//! A [`Panel`] has a row a cell:
//!
//! | column | type | meaning |
//! |---|---|---|
//! | `indicator` | word? | the crate's own id of what is measured |
//! | `code` | word | the code of the source for it |
//! | `name` | word? | its name in the source |
//! | `unit`, `unit_text` | word? | the [`Unit`](crate::quantity::Unit), and what the source writes |
//! | `scale` | `Int16` | the power of ten in which values are written: 3 for thousands |
//! | `area` | word | the [`Area`](crate::country::Area) in its text form: `CHN`, `group:eu`, `special:EU` |
//! | `area_code`, `area_name` | word? | code and name of the area in the source |
//! | `labels` | list of `code`, `name` | further codes and names that the source has for the area |
//! | `dimensions` | map of texts | what else tells the series apart: `sex` is `female` |
//! | `period` | word | the [`Period`](crate::Period) in its text form: `2013`, `2013-Q3` |
//! | `period_start`, `period_end` | `Date32`? | its first and last day; null for a fiscal year |
//! | `value` | `Float64`? | the number, where there is one |
//! | `decimals` | `Int16`? | how many decimals the source writes: 45.80 has two |
//! | `written` | `Utf8`? | the number as it is written, where value and decimals do not tell: `1.5E-05`, `007` |
//! | `text` | word? | the answer, where it is no number |
//! | `missing` | word? | the [reason](crate::metric::Missing) why there is neither |
//! | `flags` | list of `Utf8` | [what the source marks](crate::metric::Flag): `break`, `provisional` |
//! | `status`, `note` | word? | its mark as written, and its remark |
//! | `dataset`, `version`, `published`, `retrieved`, `source`, `licence` | word? | the [`Vintage`](crate::metric::Vintage) |
//!
//! The vintage stands in columns, so that tables of several releases can be put together. A panel without any cell has no row, and
//! its vintage is not carried.
//!
//! [`Delegations`] have a row a block:
//!
//! | column | type | meaning |
//! |---|---|---|
//! | `registry` | word | the [`Registry`](super::rir::Registry) |
//! | `code`, `area` | word? | the code of the country as the file has it, and the [`Area`](crate::country::Area) |
//! | `type` | word | `asn`, `ipv4` or `ipv6` |
//! | `first`, `last` | `Utf8` | the ends of the block: `64496`, `192.0.2.0`, `2001:db8::` |
//! | `first_number`, `last_number` | `Int64`? | the same as numbers, to compare; null for IPv6 |
//! | `count` | `Int64`? | how many numbers or addresses; null for IPv6 |
//! | `prefix_length` | `Int16`? | the length of a prefix of IPv6 |
//! | `date` | `Date32`? | when it was first registered |
//! | `status` | word | the [`Status`](super::rir::Status) |
//! | `opaque_id` | word? | the id that blocks of one holder share |
//! | `extensions` | list of `Utf8` | what stands behind it |
//! | `line` | `Int64` | the line in the file |
//! | `file_registry`, `file_format`, `file_serial`, `file_utc_offset` | word | the [`Header`](super::rir::Header) of the file |
//! | `file_records` | `Int64` | how many records it counts |
//! | `file_start`, `file_end` | `Date32`? | its days |
//! | `dataset` … `licence` | word? | the vintage, as above |
//!
//! A [`Statement`] and an [`Observation`] have a row each. Columns with its main fields are there to ask questions by; `record` has the
//! whole of it as JSON, and is all that a reader reads.
//!
//! | column of a statement | type | meaning |
//! |---|---|---|
//! | `id` | `Utf8` | its id |
//! | `act`, `act_class`, `delivery`, `status` | word | what was done by saying it, and of which class that is; how; whether it stands |
//! | `form`, `lang`, `certainty`, `polarity`, `event` | word? | the fields of these names |
//! | `date` | word? | when, in its text form: `2013-09~` |
//! | `date_start`, `date_end` | `Date32`? | the first and the last day that this may be |
//! | `speakers`, `principals`, `addressees`, `targets` | list of `Utf8` | actors: who spoke, for whom, to whom, at whom |
//! | `texts` | list of `lang`, `text` | the wordings |
//! | `terms` | list of `Utf8` | what it is about |
//! | `positions` | list of `term`, `stance` | propositions, and how it stands to them |
//! | `sources` | list of `Utf8` | the sources that it cites |
//! | `record` | `Utf8` | the statement as JSON |
//!
//! | column of an observation | type | meaning |
//! |---|---|---|
//! | `indicator`, `area` | word | what and where |
//! | `period`, `period_start`, `period_end`, `value`, `text`, `missing`, `scale`, `dimensions`, `flags`, `note`, `unit` | | as of a panel |
//! | `written` | `Utf8`? | the value with its digits |
//! | `sources` | list of `Utf8` | the sources that it cites |
//! | `record` | `Utf8` | the observation as JSON |
//!
//! [`RecordBatch`]: arrow_array::RecordBatch

mod columns;
mod delegations;
mod given;
mod panel;
mod parquet;
mod records;

pub use arrow_array;
pub use arrow_schema;
pub use parquet::{read_parquet, write_parquet};

use std::fmt;

use arrow_array::{RecordBatch, RecordBatchReader};
use arrow_schema::{ArrowError, SchemaRef};

use self::sealed::Rows;
use super::rir::Delegations;
use super::{Error, Options, Reading};
use crate::metric::{Observation, Panel};
use crate::statement::Statement;

const UNKNOWN: &str = "in a column that is not of the format";

/// What goes to and from Arrow: a [`Panel`], the [`Delegations`] of a registry, and lists of [`Statement`]s and [`Observation`]s.
///
/// Read, a list is a `Vec`: `arrow::read::<[Statement]>(..)`.
///
/// The trait is sealed; it is there so that the functions of this module take each of them.
pub trait Table: sealed::Table {}

impl Table for Panel {}
impl Table for Delegations {}
impl Table for [Statement] {}
impl Table for [Observation] {}

mod sealed {
    use super::columns::Spec;
    use super::{ArrowError, Error, Options, Reading, RecordBatch, SchemaRef, Source};

    #[allow(unnameable_types, reason = "seals `Table`")]
    pub trait Table: ToOwned {
        fn columns() -> Vec<Spec>;

        fn rows(&self) -> Box<dyn Rows + Send + '_>;

        fn read(batches: Source<'_>, options: &Options) -> Result<Reading<Self::Owned>, Error>;
    }

    /// The rows of a table.
    #[allow(unnameable_types, reason = "of the sealed trait")]
    pub trait Rows {
        /// Up to so many of them that were not taken yet; a batch without rows where there are no more.
        fn next(&mut self, schema: &SchemaRef, size: usize) -> Result<RecordBatch, ArrowError>;
    }
}

/// The batches that somebody gives.
type Source<'s> = &'s mut dyn Iterator<Item = Result<RecordBatch, ArrowError>>;

/// The columns of a table: see [the module](self#schemas).
///
/// ```
/// use netpolity::io::arrow;
/// use netpolity::metric::Panel;
///
/// let schema = arrow::schema::<Panel>();
/// assert_eq!(schema.field(1).name(), "code");
/// assert_eq!(schema.field_with_name("value")?.data_type().to_string(), "Float64");
/// # Ok::<(), netpolity::io::arrow::arrow_schema::ArrowError>(())
/// ```
pub fn schema<T: Table + ?Sized>() -> SchemaRef {
    columns::schema(&T::columns())
}

/// A table in batches of up to so many rows, at least one; a good number is 8192, which is that of `DataFusion`.
///
/// ```
/// use netpolity::country::Country;
/// use netpolity::io::{Options, arrow};
/// use netpolity::metric::{Number, Panel, PanelBuilder, Variable, Vintage};
/// use netpolity::Period;
///
/// let mut builder = PanelBuilder::new(Vintage::new());
/// let users = builder.variable(Variable::new("IT.NET.USER.ZS"));
/// let china = builder.area(Country::CHN.into(), "CHN", "China");
/// for (year, share) in [(2012, "42.3"), (2013, "45.80")] {
///     let cell = Number::parse(share).unwrap().into();
///     builder.push(users, china, Default::default(), Period::from_year(year)?, cell, 0).unwrap();
/// }
/// let panel = builder.finish();
///
/// let batches: Vec<_> = arrow::batches(&panel, 8192).collect::<Result<_, _>>()?;
/// assert_eq!((batches.len(), batches[0].num_rows()), (1, 2));
/// let reading = arrow::read::<Panel>(batches.into_iter().map(Ok), &Options::new())?;
/// assert_eq!(reading.data, panel);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn batches<T: Table + ?Sized>(table: &T, rows: usize) -> Batches<'_> {
    Batches { schema: schema::<T>(), rows: Some(table.rows()), size: rows.max(1) }
}

/// A table in batches, made by [`batches`].
pub struct Batches<'t> {
    schema: SchemaRef,
    /// `None` after the last batch and after an error.
    rows: Option<Box<dyn Rows + Send + 't>>,
    size: usize,
}

impl Iterator for Batches<'_> {
    type Item = Result<RecordBatch, ArrowError>;

    /// The next batch; an error where a text, or what one row has, is beyond the 2 GiB that a column of Arrow can hold.
    fn next(&mut self) -> Option<Self::Item> {
        let batch = self.rows.as_mut()?.next(&self.schema, self.size);
        if batch.as_ref().map_or(0, RecordBatch::num_rows) == 0 {
            self.rows = None;
        }
        match batch {
            Ok(batch) if batch.num_rows() == 0 => None,
            batch => Some(batch),
        }
    }
}

impl RecordBatchReader for Batches<'_> {
    fn schema(&self) -> SchemaRef {
        SchemaRef::clone(&self.schema)
    }
}

impl fmt::Debug for Batches<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Batches").field("size", &self.size).finish_non_exhaustive()
    }
}

/// Reads a table from batches, such as [`batches`] gives and other tools make of them.
///
/// Columns may stand in any order; texts may be such or a dictionary, with offsets of any size, whole numbers of any size, and a map
/// a list of pairs. A column that may be null may be absent, as may all lists, `scale` and columns that only tell the same in another
/// form. What stands in other columns is counted as skipped.
///
/// A row that can't be read is rejected by a finding whose line is the number of the row, from 1 over all batches. All rows of a panel
/// have to be of one vintage (FMT-012); a `written` that is not the `value` is refused (FMT-013).
///
/// # Errors
/// [`Error::Column`] where a column is missing or has another type, [`Error::Arrow`] where a batch could not be decoded; otherwise see
/// [`Error`].
pub fn read<T: Table + ?Sized>(
    batches: impl IntoIterator<Item = Result<RecordBatch, ArrowError>>,
    options: &Options,
) -> Result<Reading<T::Owned>, Error> {
    T::read(&mut batches.into_iter(), options)
}

impl From<ArrowError> for Error {
    fn from(error: ArrowError) -> Self {
        match error {
            ArrowError::IoError(_, error) => Self::Io(error),
            error => Self::Arrow { message: error.to_string() },
        }
    }
}
