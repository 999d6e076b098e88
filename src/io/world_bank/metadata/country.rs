//! What the source says of its countries and aggregates.

use std::io::Read;

use super::sheet::{self, Columns, Format, text};
use crate::country::Area;
use crate::io::import::{Import, Place};
use crate::io::rows::Row;
use crate::io::{Error, Options, Reading};

/// What the World Bank says of a country or an aggregate. Texts are empty where it says nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CountryMetadata {
    /// Its code, three letters.
    pub code: String,
    /// What that is.
    pub area: Area,
    /// Its name in tables.
    pub name: String,
    /// The region of the World Bank in which it lies.
    pub region: String,
    /// Its income group, at the time of the file.
    pub income_group: String,
    /// Remarks on its data, which may have many lines.
    pub special_notes: String,
    /// Its two-letter code of ISO 3166, if the table has them.
    pub alpha2: String,
    /// The World Bank's own code of two letters, as older releases and the service have it: `ZR` where ISO has `CD`.
    pub wb2: String,
    /// Everything else that the table has of it, under the names of the columns.
    pub other: Vec<(String, String)>,
}

impl CountryMetadata {
    /// Whether it is an aggregate: those are in no region.
    pub fn is_aggregate(&self) -> bool {
        self.region.trim().is_empty()
    }
}

const FORMAT: Format = Format {
    name: "World Bank table of countries",
    expected: "a header with `Country Code` and `Region`",
};

struct Plan {
    code: usize,
    name: Option<usize>,
    region: Option<usize>,
    income_group: Option<usize>,
    special_notes: Option<usize>,
    alpha2: Option<usize>,
    wb2: Option<usize>,
}

/// Reads a table of countries: `Metadata_Country_….csv` beside the table of an indicator, or `WDICountry.csv` of the bulk
/// download.
///
/// Columns are known by name. Each row is an entry of the account, and one record.
///
/// # Errors
/// [`Error::Format`] where the header has no `Country Code` and `Region`; otherwise see [`Error`].
///
/// ```
/// use netpolity::country::Country;
/// use netpolity::io::{Options, world_bank};
///
/// let file = "\"Country Code\",\"Region\",\"IncomeGroup\",\"SpecialNotes\",\"TableName\",\n\
///     \"NAM\",\"Sub-Saharan Africa\",\"Upper middle income\",\"Fiscal year end: March 31.\n\nRebased.\",\"Namibia\",\n\
///     \"WLD\",\"\",\"\",\"World aggregate.\",\"World\",\n";
/// let countries = world_bank::read_countries(file.as_bytes(), &Options::new())?.data;
/// assert_eq!(countries[0].area, Country::NAM.into());
/// assert_eq!(countries.iter().map(|country| country.is_aggregate()).collect::<Vec<_>>(), [false, true]);
/// # Ok::<(), netpolity::io::Error>(())
/// ```
pub fn read_countries(
    source: impl Read,
    options: &Options,
) -> Result<Reading<Vec<CountryMetadata>>, Error> {
    sheet::read(source, options, &FORMAT, plan, make)
}

fn plan(columns: &Columns) -> Option<Plan> {
    Some(Plan {
        code: columns.find(&["countrycode"])?,
        name: columns.find(&["tablename", "shortname"]),
        region: Some(columns.find(&["region"])?),
        income_group: columns.find(&["incomegroup"]),
        special_notes: columns.find(&["specialnotes"]),
        alpha2: columns.find(&["2alphacode"]),
        wb2: columns.find(&["wb2code"]),
    })
}

fn make(
    columns: &Columns,
    plan: &Plan,
    row: &Row<'_>,
    import: &mut Import<'_>,
) -> Result<Option<CountryMetadata>, Error> {
    let name = text(row, plan.name);
    let place = Place::field(row.line, plan.code);
    let code = row.field(plan.code);
    let Some(area) = super::area(import, place, code, &name)? else { return Ok(None) };
    let Plan { region, income_group, special_notes, alpha2, wb2, .. } = *plan;
    let used = [Some(plan.code), plan.name, region, income_group, special_notes, alpha2, wb2];
    Ok(Some(CountryMetadata {
        code: code.to_owned(),
        area,
        name,
        region: text(row, region),
        income_group: text(row, income_group),
        special_notes: text(row, special_notes),
        alpha2: text(row, alpha2),
        wb2: text(row, wb2),
        other: columns.others(row, &used),
    }))
}
