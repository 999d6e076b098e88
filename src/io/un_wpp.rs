//! The United Nations' World Population Prospects.
//!
//! Values are in thousands, which is kept as the scale of the variable. One file has several variants, which are kept as the
//! dimension `variant`: a look at the medium one only has to say so. Estimates and projections stand in one column without
//! a mark; the edition says where the one ends. Locations are numbers of M49 and others of the publisher's own, which are
//! special areas.

use std::io::Read;

use super::error::Error;
use super::import::Import;
use super::tidy::{Extras, Mapping, Table, Values};
use super::{Options, Reading};
use crate::country::Scheme;
use crate::metric::{IndicatorScheme, Panel};
use crate::quantity::Unit;
use crate::time::Period;

const FORMAT: &str = "World Population Prospects";

/// The variant that goes on from the estimates; all others are projections throughout.
const MEDIUM: &str = "Medium";

/// An edition of the World Population Prospects. Its files don't say which they are of.
///
/// ```
/// use netpolity::io::un_wpp::Edition;
///
/// assert_eq!(Edition::Of2022.last_estimate(), 2021);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Edition {
    /// 2019, with estimates up to 2020.
    Of2019,
    /// 2022, with estimates up to 2021.
    Of2022,
    /// 2024, with estimates up to 2023.
    Of2024,
}

impl Edition {
    /// The last year of which the medium variant is an estimate.
    pub fn last_estimate(self) -> i32 {
        match self {
            Self::Of2019 => 2020,
            Self::Of2022 => 2021,
            Self::Of2024 => 2023,
        }
    }

    fn year(self) -> i32 {
        match self {
            Self::Of2019 => 2019,
            Self::Of2022 => 2022,
            Self::Of2024 => 2024,
        }
    }
}

/// Columns that say again, or in another way, what others say.
const OTHERS: [&str; 10] = [
    "SortOrder",
    "ISO3_code",
    "ISO2_code",
    "SDMX_code",
    "LocTypeID",
    "LocTypeName",
    "ParentID",
    "VarID",
    "MidPeriod",
    "Notes",
];

/// Reads `WPP…_TotalPopulationBySex.csv`, with the columns of 2019 or those since 2022.
///
/// The variables are those of the file: `PopMale`, `PopFemale`, `PopTotal` in thousands of persons, `PopDensity` in persons
/// per square kilometre, each for the middle of the year `Time`. Areas are known by `LocID`, which all rows have; the other
/// codes are not read, and notes on a location are kept as notes on its values. Values of the years after the last estimate,
/// and all of other variants than the medium one, are flagged as forecasts.
///
/// # Errors
/// [`Error::Format`] where the columns are others, otherwise see [`Error`].
///
/// ```
/// use netpolity::country::Country;
/// use netpolity::io::un_wpp::{self, Edition};
/// use netpolity::io::Options;
/// use netpolity::metric::Flag;
/// use netpolity::Period;
///
/// let file = "LocID,Location,VarID,Variant,Time,MidPeriod,PopMale,PopFemale,PopTotal,PopDensity\r\n\
///     516,Namibia,2,Medium,2013,2013.5,1074.1,1140.9,2215,2.69\r\n\
///     516,Namibia,2,Medium,2030,2030.5,1450.2,1539.8,2990,3.63\r\n";
/// let panel = un_wpp::read_csv(file.as_bytes(), Edition::Of2019, &Options::new())?.data;
/// let total = panel.slice().indicator("PopTotal").area(Country::NAM).dimension("variant", "Medium");
/// let series = total.series().next().unwrap();
/// assert_eq!((series.variable().scale, series.values()[0]), (3, 2215.0));
/// assert!(series.get(Period::from_year(2030)?).unwrap().flags().contains(Flag::Forecast));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn read_csv(
    source: impl Read,
    edition: Edition,
    options: &Options,
) -> Result<Reading<Panel>, Error> {
    let mut import = Import::new(options, Scheme::M49);
    import.vintage(|vintage| {
        vintage.dataset = Some(FORMAT.to_owned());
        vintage.version = Some(edition.year().to_string());
    });
    let mut mapping = Mapping::new();
    let table = Table::open(source, &mapping, FORMAT, &mut import)?;
    let names = table.header.iter().flat_map(|header| &header.names);
    let names: Vec<&str> = names.map(|name| name.trim()).collect();
    mapping = mapping
        .area_code("LocID", Scheme::M49)
        .area_name("Location")
        .dimension("variant", "Variant")
        .indicators_of(IndicatorScheme::UnWpp)
        .period("Time");
    if let Ok(last) = Period::from_year(edition.last_estimate()) {
        mapping = mapping.forecasts_after(last);
    }
    let has_notes = names.contains(&"Notes");
    for (column, unit_text, scale) in [
        ("PopMale", "thousands", 3),
        ("PopFemale", "thousands", 3),
        ("PopTotal", "thousands", 3),
        ("PopDensity", "persons per square kilometre", 0),
    ] {
        let mut values = Values::column(column).unit_text(unit_text).scale(scale);
        if scale > 0 {
            values = values.unit(Unit::Count);
        }
        mapping = mapping.values(if has_notes { values.note("Notes") } else { values });
    }
    for name in OTHERS.iter().filter(|name| **name != "Notes" && names.contains(name)) {
        mapping = mapping.ignore(*name);
    }
    let variant = names.iter().position(|name| *name == "Variant");
    let is_projection = |at: usize, text: &str| Some(at) == variant && text != MEDIUM;
    let extras = Extras { check: None, forecast: Some(&is_projection) };
    table.read(&mapping, extras, import)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::country::{Area, Country};
    use crate::metric::{Flag, Series};

    const OLD: &str = include_str!("../../tests/fixtures/io/un_wpp/2019.csv");
    const NEW: &str = include_str!("../../tests/fixtures/io/un_wpp/2022.csv");

    fn read(text: &str, edition: Edition) -> Reading<Panel> {
        read_csv(text.as_bytes(), edition, &Options::new()).unwrap()
    }

    fn flagged(series: Series<'_>) -> Vec<String> {
        let is_forecast = |cell: crate::metric::Cell<'_>| cell.flags().contains(Flag::Forecast);
        let cells = series.iter().filter(|(_, cell)| is_forecast(*cell));
        cells.map(|(period, _)| period.to_string()).collect()
    }

    #[test]
    fn variants_are_not_mixed() {
        let reading = read(OLD, Edition::Of2019);
        let slice = |variant| {
            let slice = reading.data.slice().indicator("PopTotal").area(Country::NAM);
            slice.dimension("variant", variant).series().next().unwrap()
        };
        assert_eq!(flagged(slice("Medium")), ["2021"]);
        assert_eq!(flagged(slice("High")), ["2020", "2021"]);
        assert_eq!(slice("High").variable().scale, 3);
        assert_eq!(reading.data.vintage().version.as_deref(), Some("2019"));
        let account = &reading.account;
        assert_eq!((account.rows(), account.values(), account.missing()), (5, 16, 4));
        assert_eq!((account.rejected(), account.skipped()), (0, 0));
    }

    #[test]
    fn the_edition_decides_what_is_a_projection() {
        let later = read(OLD, Edition::Of2024);
        let medium = later.data.slice().indicator("PopTotal").dimension("variant", "Medium");
        assert_eq!(flagged(medium.series().next().unwrap()), Vec::<String>::new());
    }

    #[test]
    fn aggregates_without_iso_codes_are_special() {
        let reading = read(NEW, Edition::Of2022);
        let areas: Vec<_> = reading.data.areas().map(Area::to_string).collect();
        assert_eq!(areas, ["special:1111", "NAM"]);
        let note = reading.data.slice().area(Country::NAM).series().next().unwrap();
        assert_eq!(note.iter().next().unwrap().1.note(), Some("16"));
        assert_eq!(reading.account.count_of("AREA-006"), 1);
    }

    #[test]
    fn other_columns_are_refused() {
        let other = "LocID,Location,VarID,Variant,Time,MidPeriod,Deaths\n";
        let error = read_csv(other.as_bytes(), Edition::Of2022, &Options::new()).unwrap_err();
        assert!(matches!(error, Error::Format { line: 1, .. }), "{error}");
        assert!(error.to_string().contains("a column `PopMale`"), "{error}");
    }
}
