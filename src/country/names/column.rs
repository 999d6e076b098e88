//! A column of names, and what became of it.

use std::collections::{BTreeMap, HashMap};
use std::fmt;

use super::{Resolution, Resolver, Stage};
use crate::country::Country;

/// A column of names, resolved: each distinct name once.
///
/// It prints as a report: the counts, by which rule the countries were matched, and then every name that is no single
/// country, with how often it stands there.
///
/// ```
/// use netpolity::country::Resolver;
///
/// let resolver = Resolver::new();
/// let column = resolver.column(["Congo", "Chad", "World", "Chda", "Chad"]);
/// assert_eq!(
///     column.to_string(),
///     "5 rows, 4 names: 2 one country, 1 ambiguous, 1 aggregate, 0 not a country, 1 none\n\
///      one country by: exact 2\n\
///      1 \u{d7} Congo: AMBIGUOUS:COD|COG\n\
///      1 \u{d7} World: AGGREGATE\n\
///      1 \u{d7} Chda: NONE, perhaps TCD\n"
/// );
/// ```
#[derive(Debug, Clone)]
pub struct Column<'a> {
    names: Vec<Distinct<'a>>,
    /// For each row, its name.
    rows: Vec<u32>,
}

/// A name of a column.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Distinct<'a> {
    /// The name, as it is written.
    pub name: &'a str,
    /// In how many rows it stands.
    pub rows: usize,
    /// What it means.
    pub resolution: Resolution<'a>,
}

/// In how many rows each answer was given.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Counts {
    /// Rows that name one country.
    pub one: usize,
    /// Rows whose name may mean several countries.
    pub ambiguous: usize,
    /// Rows that name more than a country.
    pub aggregate: usize,
    /// Rows with a known name that has no entry of its own.
    pub not_a_country: usize,
    /// Rows without a known name.
    pub none: usize,
}

impl<'a> Column<'a> {
    pub(super) fn new(resolver: &'a Resolver, names: impl IntoIterator<Item = &'a str>) -> Self {
        let mut known: HashMap<&str, u32, foldhash::fast::FixedState> = HashMap::default();
        let mut column = Self { names: Vec::new(), rows: Vec::new() };
        for name in names {
            // A column of four thousand million distinct names fits no memory.
            let next = u32::try_from(column.names.len()).unwrap_or(u32::MAX);
            let position = *known.entry(name).or_insert(next);
            if position == next {
                column.names.push(Distinct { name, rows: 0, resolution: resolver.resolve(name) });
            }
            if let Some(distinct) = column.names.get_mut(position as usize) {
                distinct.rows += 1;
            }
            column.rows.push(position);
        }
        column
    }

    /// Every distinct name, in the order in which they first stand in the column.
    pub fn names(&self) -> &[Distinct<'a>] {
        &self.names
    }

    /// What each row means, in the order of the column.
    pub fn resolutions(&self) -> impl ExactSizeIterator<Item = &Resolution<'a>> {
        self.rows.iter().map(|position| &self.names[*position as usize].resolution)
    }

    /// The country of each row, in the order of the column.
    pub fn countries(&self) -> impl ExactSizeIterator<Item = Option<Country>> {
        self.resolutions().map(Resolution::country)
    }

    /// How many of the rows that are one country were matched by which rule, in the order of the rules.
    pub fn stages(&self) -> BTreeMap<Stage, usize> {
        let mut stages = BTreeMap::new();
        for distinct in &self.names {
            if let Resolution::One { via, .. } = &distinct.resolution {
                *stages.entry(via.stage).or_default() += distinct.rows;
            }
        }
        stages
    }

    /// How many rows got which answer.
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for distinct in &self.names {
            *match distinct.resolution {
                Resolution::One { .. } => &mut counts.one,
                Resolution::Ambiguous { .. } => &mut counts.ambiguous,
                Resolution::Aggregate { .. } => &mut counts.aggregate,
                Resolution::NotACountry { .. } => &mut counts.not_a_country,
                Resolution::None { .. } => &mut counts.none,
            } += distinct.rows;
        }
        counts
    }
}

impl fmt::Display for Column<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Counts { one, ambiguous, aggregate, not_a_country, none } = self.counts();
        writeln!(
            f,
            "{} rows, {} names: {one} one country, {ambiguous} ambiguous, {aggregate} aggregate, \
             {not_a_country} not a country, {none} none",
            self.rows.len(),
            self.names.len(),
        )?;
        for (position, (stage, rows)) in self.stages().into_iter().enumerate() {
            let before = if position == 0 { "one country by: " } else { ", " };
            write!(f, "{before}{stage} {rows}")?;
        }
        if one > 0 {
            writeln!(f)?;
        }
        for Distinct { name, rows, resolution } in &self.names {
            if resolution.country().is_some() {
                continue;
            }
            write!(f, "{rows} \u{d7} {name}: {resolution}")?;
            if let Resolution::None { nearest, .. } = resolution {
                for (position, suggestion) in nearest.suggestions().iter().enumerate() {
                    let word = if position == 0 { ", perhaps" } else { " or" };
                    write!(f, "{word} {}", suggestion.country)?;
                }
            }
            writeln!(f)?;
        }
        Ok(())
    }
}
