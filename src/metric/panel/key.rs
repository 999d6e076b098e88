//! What a panel is made of beside its values: what is measured, where, and in which part of the population.

use std::fmt;
use std::sync::Arc;

use super::Table;
use crate::country::Area;
use crate::id::Id;
use crate::metric::{Indicator, IndicatorScheme};
use crate::quantity::Unit;

/// What a source measures, as it says so.
///
/// ```
/// use netpolity::metric::Variable;
/// use netpolity::quantity::Unit;
///
/// let mut variable = Variable::new("IT.NET.USER.ZS");
/// variable.name = "Individuals using the Internet (% of population)".to_owned();
/// variable.unit = Some(Unit::Percent);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Variable {
    /// The code under which the source has it. Where a source has names only, the name.
    pub code: String,
    /// Its name in the source; empty where it gives none.
    pub name: String,
    /// The indicator that it is, where that is known.
    pub indicator: Option<Id<Indicator>>,
    /// The unit, where it is known.
    pub unit: Option<Unit>,
    /// The unit in the words of the source; empty where it gives none.
    pub unit_text: String,
    /// The power of ten in which values are written: 3 for thousands.
    pub scale: i8,
}

impl Variable {
    /// One known by a code only.
    pub fn new(code: impl Into<String>) -> Self {
        Self {
            code: code.into(),
            name: String::new(),
            indicator: None,
            unit: None,
            unit_text: String::new(),
            scale: 0,
        }
    }

    /// Names the built-in indicator that a source has under this code, and its unit, unless the source states another unit.
    ///
    /// ```
    /// use netpolity::metric::{IndicatorScheme, Variable};
    /// use netpolity::quantity::Unit;
    ///
    /// let mut variable = Variable::new("IT.NET.USER.ZS");
    /// variable.identify(IndicatorScheme::WorldBank);
    /// assert!(variable.is("internet-users-share"));
    /// assert_eq!(variable.unit, Some(Unit::Percent));
    /// ```
    pub fn identify(&mut self, scheme: IndicatorScheme) {
        let Some(indicator) = Indicator::by_code(scheme, &self.code) else { return };
        let silent = self.unit.is_none() && self.unit_text.is_empty();
        if silent || self.unit == Some(indicator.unit) {
            self.indicator = Some(indicator.id.clone());
            self.unit = Some(indicator.unit);
        }
    }

    /// Whether this is an indicator, by its id or by its code in the source.
    pub fn is(&self, indicator: &str) -> bool {
        self.indicator.as_ref().is_some_and(|id| *id == *indicator) || self.code == indicator
    }

    /// Whether both are one indicator: by id where both have one, else by code.
    pub fn is_same_as(&self, other: &Self) -> bool {
        match (&self.indicator, &other.indicator) {
            (Some(id), Some(other)) => id == other,
            _ => self.code == other.code,
        }
    }
}

/// How a source writes an area: its code and its name, each empty where it gives none.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Label {
    /// The code.
    pub code: Arc<str>,
    /// The name.
    pub name: Arc<str>,
}

/// Areas by number: countries by their row of the table, which takes one load, others by hash.
#[derive(Debug, Clone, Default)]
pub(super) struct AreaIndex {
    countries: Vec<Option<AreaId>>,
    others: Table<Area, AreaId>,
}

impl AreaIndex {
    pub(super) fn get(&self, area: &Area) -> Option<AreaId> {
        match area {
            Area::Country(country) => *self.countries.get(country.position())?,
            other => self.others.get(other).copied(),
        }
    }

    /// The number of an area, or the next one.
    pub(super) fn get_or_insert(&mut self, area: &Area, next: AreaId) -> AreaId {
        let Area::Country(country) = area else {
            return *self.others.entry(area.clone()).or_insert(next);
        };
        let position = country.position();
        if self.countries.len() <= position {
            self.countries.resize(position + 1, None);
        }
        self.countries.get_mut(position).map_or(next, |id| *id.get_or_insert(next))
    }
}

/// An area of a panel with the labels that the source has for it, in the order in which they came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) area: Area,
    pub(super) labels: Vec<Label>,
}

/// The parts of a population or a market, by name: `sex` = `female`.
///
/// ```
/// use netpolity::metric::Dimensions;
///
/// let women = Dimensions::from_iter([("sex", "female"), ("age", "15-24")]);
/// assert_eq!(women.get("sex"), Some("female"));
/// assert_eq!(women.to_string(), "age=15-24 sex=female");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Dimensions(Box<[(Arc<str>, Arc<str>)]>);

impl Dimensions {
    /// The value of one dimension.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.iter().find(|(key, _)| *key == name).map(|(_, value)| value)
    }

    /// Names and values, by name.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (&**name, &**value))
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<N: AsRef<str>, V: AsRef<str>> FromIterator<(N, V)> for Dimensions {
    fn from_iter<I: IntoIterator<Item = (N, V)>>(dimensions: I) -> Self {
        let dimensions = dimensions.into_iter();
        let mut list: Vec<(Arc<str>, Arc<str>)> =
            dimensions.map(|(name, value)| (name.as_ref().into(), value.as_ref().into())).collect();
        // Sources put them in different orders.
        list.sort();
        Self(list.into())
    }
}

impl fmt::Display for Dimensions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, (name, value)) in self.iter().enumerate() {
            write!(f, "{}{name}={value}", if i == 0 { "" } else { " " })?;
        }
        Ok(())
    }
}

/// A variable of a panel, by number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct VariableId(pub(super) u32);

impl VariableId {
    /// The position among the variables of the panel.
    pub(crate) fn position(self) -> usize {
        self.0 as usize
    }
}

/// An area of a panel, by number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AreaId(pub(super) u32);

/// Dimensions of a panel, by number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct DimensionsId(pub(super) u32);
