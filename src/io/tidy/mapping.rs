//! What stands where in a table that somebody else laid out.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::country::{Area, Scheme};
use crate::metric::{Flag, IndicatorScheme, Missing, Variable};
use crate::quantity::Unit;
use crate::time::Period;

/// A column, by its name in the header or by its number from 1.
///
/// ```
/// use netpolity::io::tidy::Column;
///
/// assert_eq!(Column::from("Year"), Column::Name("Year".to_owned()));
/// assert_eq!(Column::from(3).to_string(), "column 3");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Column {
    /// The number, from 1: the only way in a file without a header.
    Number(usize),
    /// The name. White space around it does not matter, case does.
    Name(String),
}

impl From<usize> for Column {
    fn from(number: usize) -> Self {
        Self::Number(number)
    }
}

impl From<&str> for Column {
    fn from(name: &str) -> Self {
        Self::Name(name.to_owned())
    }
}

impl From<String> for Column {
    fn from(name: String) -> Self {
        Self::Name(name)
    }
}

impl fmt::Display for Column {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => write!(f, "column {number}"),
            Self::Name(name) => write!(f, "a column `{name}`"),
        }
    }
}

/// Where values stand, and what they measure: one column, or all columns that have a period for a name.
///
/// ```
/// use netpolity::io::tidy::Values;
/// use netpolity::quantity::Unit;
///
/// let women = Values::column("PopFemale").code("population").unit(Unit::Count).scale(3).dimension("sex", "female");
/// let years = Values::periods().code("i99H").unit(Unit::Percent).note("Notes ");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Values {
    /// None for the columns that have a period for a name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) column: Option<Column>,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(super) code: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(super) name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) unit: Option<Unit>,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(super) unit_text: String,
    #[serde(skip_serializing_if = "is_default")]
    pub(super) scale: i8,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) dimensions: BTreeMap<String, String>,
    #[serde(skip_serializing_if = "is_default")]
    pub(super) words: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) status: Option<Column>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) note: Option<Column>,
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

impl Values {
    /// Values in one column.
    pub fn column(column: impl Into<Column>) -> Self {
        Self { column: Some(column.into()), ..Self::default() }
    }

    /// Values in all columns that have a period for a name, such as `2012` or `2013Q1`.
    pub fn periods() -> Self {
        Self::default()
    }

    /// The code of what they measure. Without one, it is that of the row's [`Mapping::variable_code`], else the name of
    /// the column.
    #[must_use]
    pub fn code(self, code: impl Into<String>) -> Self {
        Self { code: code.into(), ..self }
    }

    /// The name of what they measure.
    #[must_use]
    pub fn name(self, name: impl Into<String>) -> Self {
        Self { name: name.into(), ..self }
    }

    /// Their unit.
    #[must_use]
    pub fn unit(self, unit: Unit) -> Self {
        Self { unit: Some(unit), ..self }
    }

    /// Their unit in the words of the source.
    #[must_use]
    pub fn unit_text(self, text: impl Into<String>) -> Self {
        Self { unit_text: text.into(), ..self }
    }

    /// The power of ten in which they are written: 3 for thousands.
    #[must_use]
    pub fn scale(self, scale: i8) -> Self {
        Self { scale, ..self }
    }

    /// The part of a population that they are about: `sex`, `female`.
    #[must_use]
    pub fn dimension(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.dimensions.insert(name.into(), value.into());
        self
    }

    /// They are answers in words, not numbers.
    #[must_use]
    pub fn words(self) -> Self {
        Self { words: true, ..self }
    }

    /// The column with their status. For [`periods`](Self::periods), what stands before the period in the names of the
    /// columns.
    #[must_use]
    pub fn status(self, column: impl Into<Column>) -> Self {
        Self { status: Some(column.into()), ..self }
    }

    /// The column with remarks about them. For [`periods`](Self::periods), what stands before the period in the names of
    /// the columns: `Notes ` for `Notes 2012`.
    #[must_use]
    pub fn note(self, column: impl Into<Column>) -> Self {
        Self { note: Some(column.into()), ..self }
    }

    /// The variable without what a row says of it.
    pub(super) fn variable(&self, code: &str) -> Variable {
        let mut variable = Variable::new(code);
        variable.name.clone_from(&self.name);
        variable.unit = self.unit;
        variable.unit_text.clone_from(&self.unit_text);
        variable.scale = self.scale;
        variable
    }
}

impl<C: Into<Column>> From<C> for Values {
    fn from(column: C) -> Self {
        Self::column(column)
    }
}

/// Where the period of a row stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum When {
    Column(Column),
    Fixed(Period),
    Date { year: Column, month: Column, day: Option<Column> },
}

/// What stands where in a table with separated fields. Nothing is guessed: what is not said here is not read as data.
///
/// A mapping is stored as JSON and read back by serde.
///
/// ```
/// use netpolity::country::{Country, Scheme};
/// use netpolity::io::tidy::{self, Mapping};
/// use netpolity::io::Options;
/// use netpolity::metric::{Flag, Missing};
/// use netpolity::{Period, io::tidy::Values};
/// use netpolity::quantity::Unit;
///
/// let mapping = Mapping::new()
///     .delimiter(';')
///     .area_code("iso", Scheme::Iso)
///     .period("year")
///     .values(Values::column("share").code("internet-users").unit(Unit::Percent).status("flag"))
///     .flag("e", Flag::Estimated)
///     .missing("n/a", Missing::NotAvailable)
///     .decimal_comma();
/// let file = "iso;year;share;flag\nCHN;2012;42,3;\nCHN;2013;45,8;e\nNA;2013;n/a;\n";
/// let reading = tidy::read_csv(file.as_bytes(), &mapping, &Options::new())?;
///
/// let cell = reading.data.get("internet-users", Country::CHN, Period::from_year(2013)?).unwrap();
/// assert_eq!((cell.value(), cell.flags()), (Some(45.8), [Flag::Estimated].into()));
/// let namibia = reading.data.get("internet-users", Country::NAM, Period::from_year(2013)?).unwrap();
/// assert_eq!(namibia.missing(), Some(Missing::NotAvailable));
///
/// let stored = serde_json::to_string(&mapping)?;
/// assert_eq!(serde_json::from_str::<Mapping>(&stored)?, mapping);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[allow(clippy::struct_excessive_bools)] // each is a method without an argument
pub struct Mapping {
    pub(super) delimiter: char,
    pub(super) quotes: bool,
    pub(super) header: bool,
    pub(super) rows_before_header: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) area_code: Option<Column>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) scheme: Option<Scheme>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) area_name: Option<Column>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) area: Option<Area>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) areas: BTreeMap<String, Area>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) period: Option<When>,
    #[serde(skip_serializing_if = "is_default")]
    pub(super) months_from_zero: bool,
    #[serde(skip_serializing_if = "is_default")]
    pub(super) compact_periods: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) forecasts_after: Option<Period>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) variable_code: Option<Column>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) variable_name: Option<Column>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) indicators: Option<IndicatorScheme>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) unit_text: Option<Column>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) dimensions: BTreeMap<String, Column>,
    pub(super) values: Vec<Values>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) flags: BTreeMap<String, Flag>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) missing_statuses: BTreeMap<String, Missing>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) missing: BTreeMap<String, Missing>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) thousands: Option<char>,
    #[serde(skip_serializing_if = "is_default")]
    pub(super) decimal_comma: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) ignored: Vec<Column>,
}

impl Default for Mapping {
    fn default() -> Self {
        Self {
            delimiter: ',',
            quotes: true,
            header: true,
            rows_before_header: 0,
            area_code: None,
            scheme: None,
            area_name: None,
            area: None,
            areas: BTreeMap::new(),
            period: None,
            months_from_zero: false,
            compact_periods: false,
            forecasts_after: None,
            variable_code: None,
            variable_name: None,
            indicators: None,
            unit_text: None,
            dimensions: BTreeMap::new(),
            values: Vec::new(),
            flags: BTreeMap::new(),
            missing_statuses: BTreeMap::new(),
            missing: BTreeMap::new(),
            thousands: None,
            decimal_comma: false,
            ignored: Vec::new(),
        }
    }
}

impl Mapping {
    /// A file with commas, quotes and a header, of which no column is known yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// What stands between fields: an ASCII character other than a quote and the end of a line.
    #[must_use]
    pub fn delimiter(self, delimiter: char) -> Self {
        Self { delimiter, ..self }
    }

    /// Quotes have no meaning.
    #[must_use]
    pub fn without_quotes(self) -> Self {
        Self { quotes: false, ..self }
    }

    /// The first row is data; columns are known by numbers.
    #[must_use]
    pub fn headerless(self) -> Self {
        Self { header: false, ..self }
    }

    /// Rows in front of the header, or in front of the data where there is none, are titles. Empty lines don't count.
    #[must_use]
    pub fn rows_before_header(self, count: usize) -> Self {
        Self { rows_before_header: count, ..self }
    }

    /// The column with codes of areas, and whose codes they are.
    #[must_use]
    pub fn area_code(self, column: impl Into<Column>, scheme: Scheme) -> Self {
        Self { area_code: Some(column.into()), scheme: Some(scheme), ..self }
    }

    /// The column with names of areas. They are kept, and never decide: without a code, an area is special.
    #[must_use]
    pub fn area_name(self, column: impl Into<Column>) -> Self {
        Self { area_name: Some(column.into()), ..self }
    }

    /// All rows are about one area: the world, say.
    #[must_use]
    pub fn area(self, area: impl Into<Area>) -> Self {
        Self { area: Some(area.into()), ..self }
    }

    /// What a code or, in a row without one, a name of this file stands for. It goes before the scheme.
    ///
    /// ```
    /// use netpolity::country::names::{Resolution, resolve};
    /// use netpolity::io::tidy::Mapping;
    ///
    /// // Who trusts names may say so, and for which.
    /// let mut mapping = Mapping::new().area_name("Country");
    /// for name in ["China", "Estonia"] {
    ///     if let Resolution::One { country, .. } = resolve(name) {
    ///         mapping = mapping.area_as(name, country);
    ///     }
    /// }
    /// ```
    #[must_use]
    pub fn area_as(mut self, text: impl Into<String>, area: impl Into<Area>) -> Self {
        self.areas.insert(text.into(), area.into());
        self
    }

    /// The column with the period, in any of the usual notations.
    #[must_use]
    pub fn period(self, column: impl Into<Column>) -> Self {
        Self { period: Some(When::Column(column.into())), ..self }
    }

    /// All rows are about one period: the year of an index, say.
    #[must_use]
    pub fn period_is(self, period: Period) -> Self {
        Self { period: Some(When::Fixed(period)), ..self }
    }

    /// The columns with year and month.
    #[must_use]
    pub fn year_month(self, year: impl Into<Column>, month: impl Into<Column>) -> Self {
        let (year, month) = (year.into(), month.into());
        Self { period: Some(When::Date { year, month, day: None }), ..self }
    }

    /// The columns with year, month and day.
    #[must_use]
    pub fn year_month_day(
        self,
        year: impl Into<Column>,
        month: impl Into<Column>,
        day: impl Into<Column>,
    ) -> Self {
        let (year, month, day) = (year.into(), month.into(), Some(day.into()));
        Self { period: Some(When::Date { year, month, day }), ..self }
    }

    /// January is 0 in the column of months, as in `JavaScript`.
    #[must_use]
    pub fn months_from_zero(self) -> Self {
        Self { months_from_zero: true, ..self }
    }

    /// Six digits are a year and a month (`201301`), eight a day (`20130115`).
    #[must_use]
    pub fn compact_periods(self) -> Self {
        Self { compact_periods: true, ..self }
    }

    /// Values of periods that begin after this one are flagged as [`Flag::Forecast`].
    #[must_use]
    pub fn forecasts_after(self, period: Period) -> Self {
        Self { forecasts_after: Some(period), ..self }
    }

    /// The column with the code of what is measured.
    #[must_use]
    pub fn variable_code(self, column: impl Into<Column>) -> Self {
        Self { variable_code: Some(column.into()), ..self }
    }

    /// The column with the name of what is measured.
    #[must_use]
    pub fn variable_name(self, column: impl Into<Column>) -> Self {
        Self { variable_name: Some(column.into()), ..self }
    }

    /// Codes of variables are those that a source has for the built-in indicators, which are then named beside them.
    #[must_use]
    pub fn indicators_of(self, source: IndicatorScheme) -> Self {
        Self { indicators: Some(source), ..self }
    }

    /// The column with the unit in the words of the source.
    #[must_use]
    pub fn unit_text(self, column: impl Into<Column>) -> Self {
        Self { unit_text: Some(column.into()), ..self }
    }

    /// A column with a dimension, such as `sex`. A row with nothing in it is about the whole.
    #[must_use]
    pub fn dimension(mut self, name: impl Into<String>, column: impl Into<Column>) -> Self {
        self.dimensions.insert(name.into(), column.into());
        self
    }

    /// Where values stand; several columns are several variables, or parts of one.
    #[must_use]
    pub fn values(mut self, values: impl Into<Values>) -> Self {
        self.values.push(values.into());
        self
    }

    /// What a status means: a whole text, a word of it, or a letter.
    #[must_use]
    pub fn flag(mut self, status: impl Into<String>, flag: Flag) -> Self {
        self.flags.insert(status.into(), flag);
        self
    }

    /// The same for a status that says why a value is missing.
    #[must_use]
    pub fn missing_status(mut self, status: impl Into<String>, reason: Missing) -> Self {
        self.missing_statuses.insert(status.into(), reason);
        self
    }

    /// A text that stands in place of a value where there is none. Only empty fields are missing without being declared.
    #[must_use]
    pub fn missing(mut self, text: impl Into<String>, reason: Missing) -> Self {
        self.missing.insert(text.into(), reason);
        self
    }

    /// What stands between groups of three digits. The separators are not kept.
    #[must_use]
    pub fn thousands(self, separator: char) -> Self {
        Self { thousands: Some(separator), ..self }
    }

    /// Decimals follow a comma. The number is kept with a point.
    #[must_use]
    pub fn decimal_comma(self) -> Self {
        Self { decimal_comma: true, ..self }
    }

    /// A column that is not read. What stands in other columns that are not named here is counted as skipped.
    #[must_use]
    pub fn ignore(mut self, column: impl Into<Column>) -> Self {
        self.ignored.push(column.into());
        self
    }
}
