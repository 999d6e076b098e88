//! What an export says of its series and entities beside their values.

use std::collections::HashMap;
use std::io::Read;

use super::table::{Columns, field, no_text};
use crate::country::Scheme;
use crate::io::error::Error;
use crate::io::import::Import;
use crate::io::rows::{Row, Rows};
use crate::io::{Options, Reading};

/// The series and entities of an export, in the order in which they first come.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Catalogue {
    /// The series.
    pub series: Vec<SeriesEntry>,
    /// The entities: economies, and regions where a file has them.
    pub entities: Vec<Entity>,
}

/// A series as the Union describes it. A text that the file has not is empty.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub struct SeriesEntry {
    /// The number of the series, `seriesID`.
    pub id: String,
    /// Its code, `seriesCode`: the one of the variable in the panel.
    pub code: String,
    /// Its name, `seriesName`.
    pub name: String,
    /// The series of which it is a part, `seriesParent`.
    pub parent: String,
    /// The unit, `seriesUnits`.
    pub units: String,
    /// What is counted, `seriesDescription`.
    pub description: String,
}

/// An entity as the Union writes it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub struct Entity {
    /// Its number, `entityID`.
    pub id: String,
    /// Its code, `entityIso`: nearly those of ISO 3166.
    pub code: String,
    /// Its name, `entityName`.
    pub name: String,
}

/// Reads what an export of the `DataHub` says of its series and entities.
///
/// Their numbers and the definitions in full, which a panel has no place for. The account counts rows.
///
/// # Errors
/// As [`read_csv`](super::read_csv).
///
/// ```
/// use netpolity::io::{Options, itu};
///
/// let file = "seriesID,seriesCode,entityIso,dataValue,dataYear,seriesDescription\n\
///     11624,i99H,NAM,12.94,2012,Used the Internet in the last three months.\n";
/// let catalogue = itu::read_catalogue(file.as_bytes(), &Options::new())?.data;
/// assert_eq!(catalogue.series[0].id, "11624");
/// assert_eq!(catalogue.series[0].description, "Used the Internet in the last three months.");
/// assert_eq!(catalogue.entities[0].code, "NAM");
/// # Ok::<(), netpolity::io::Error>(())
/// ```
pub fn read_catalogue(source: impl Read, options: &Options) -> Result<Reading<Catalogue>, Error> {
    let mut rows = Rows::new(source, b',', true, options.limits.line)?;
    let mut import = Import::new(options, Scheme::Itu);
    let columns = Columns::read(&mut rows)?;
    let mut series = Distinct::new([
        columns.series_id,
        Some(columns.series),
        columns.series_name,
        columns.parent,
        columns.units,
        columns.description,
    ]);
    let mut entities = Distinct::new([columns.area_id, Some(columns.area), columns.area_name]);
    while let Some(row) = rows.next()? {
        import.account.add_row();
        match row {
            Ok(row) if columns.fit(row) => {
                series.add(row);
                entities.add(row);
                import.account.add_values(1);
            }
            Ok(row) => columns.misfit(row, &mut import)?,
            Err(damaged) => no_text(&damaged, &mut import)?,
        }
    }
    let series = series.rows.into_iter().map(|[id, code, name, parent, units, description]| {
        SeriesEntry { id, code, name, parent, units, description }
    });
    let entities = entities.rows.into_iter().map(|[id, code, name]| Entity { id, code, name });
    let data = Catalogue { series: series.collect(), entities: entities.collect() };
    Ok(Reading { data, account: import.finish().account })
}

/// The different combinations of what stands in some columns.
struct Distinct<const N: usize> {
    columns: [Option<usize>; N],
    rows: Vec<[String; N]>,
    /// Where the combinations with one text in the second column are: the code.
    places: HashMap<String, Vec<usize>>,
}

impl<const N: usize> Distinct<N> {
    fn new(columns: [Option<usize>; N]) -> Self {
        Self { columns, rows: Vec::new(), places: HashMap::new() }
    }

    fn add(&mut self, row: Row<'_>) {
        let fields = self.columns.map(|column| field(row, column));
        let code = fields.get(1).copied().unwrap_or_default();
        let is_known = |places: &Vec<usize>| {
            places.iter().filter_map(|at| self.rows.get(*at)).any(|known| *known == fields)
        };
        if !self.places.get(code).is_some_and(is_known) {
            self.places.entry(code.to_owned()).or_default().push(self.rows.len());
            self.rows.push(fields.map(str::to_owned));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_combination_stands_once() {
        let file = "seriesID,seriesCode,entityID,entityIso,entityName,dataValue,dataYear\n\
            1,a,4,ABW,Aruba,1,2000\n1,a,4,ABW,Aruba,2,2001\n2,a,4,ABW,Aruba (NL),2,2001\n1,a,4\n";
        let reading = read_catalogue(file.as_bytes(), &Options::new()).unwrap();
        let ids = reading.data.series.iter().map(|series| &*series.id);
        assert!(ids.eq(["1", "2"]));
        assert!(reading.data.entities.iter().map(|one| &*one.name).eq(["Aruba", "Aruba (NL)"]));
        assert_eq!((reading.account.values(), reading.account.rejected()), (3, 1));
    }
}
