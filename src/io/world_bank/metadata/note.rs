//! Remarks of the source on series, years and single values.

use std::borrow::Cow;
use std::collections::HashMap;
use std::io::Read;

use super::sheet::{self, Columns, Format, text};
use crate::country::Area;
use crate::io::import::{Import, Place};
use crate::io::rows::Row;
use crate::io::{Error, Options, Reading};
use crate::time::Period;

/// A remark of the World Bank on an indicator in a country, in a period, or in both.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Note {
    /// The country or aggregate; `None` for all.
    pub area: Option<Area>,
    /// Its code in the file, or empty.
    pub area_code: String,
    /// The code of the indicator; empty for all.
    pub indicator: String,
    /// The period; `None` for all.
    pub period: Option<Period>,
    /// What is remarked.
    pub text: String,
    /// Everything else that the table has of it, under the names of the columns.
    pub other: Vec<(String, String)>,
}

impl Note {
    /// Whether it is about an indicator, by its code in the source, of an area in a period.
    pub fn concerns(&self, indicator: &str, area: &Area, period: Period) -> bool {
        (self.indicator.is_empty() || self.indicator == indicator)
            && self.area.as_ref().is_none_or(|own| own == area)
            && self.period.is_none_or(|own| own == period)
    }
}

const FORMAT: Format = Format {
    name: "World Bank table of notes",
    expected: "a header with `DESCRIPTION` and two of `CountryCode`, `SeriesCode` and `Year`",
};

struct Plan {
    area: Option<usize>,
    indicator: Option<usize>,
    period: Option<usize>,
    text: usize,
}

/// Reads remarks: `WDICountry-Series.csv`, `WDISeries-Time.csv` or `WDIFootNote.csv` of the bulk download.
///
/// Which of them a file is, the header says. Each row is an entry of the account, and one record; a row is rejected where its
/// year can't be read.
///
/// Remarks are not put into the cells of a panel: most are about a series as a whole. [`Note::concerns`] finds those of a cell.
///
/// # Errors
/// [`Error::Format`] where the header is not that of such a table; otherwise see [`Error`].
///
/// ```
/// use netpolity::country::Country;
/// use netpolity::io::{Options, world_bank};
/// use netpolity::Period;
///
/// let file = "\"CountryCode\",\"SeriesCode\",\"Year\",\"DESCRIPTION\",\n\
///     \"NAM\",\"IT.NET.USER.ZS\",\"YR2013\",\"Population aged 15 and over.\",\n";
/// let notes = world_bank::read_notes(file.as_bytes(), &Options::new())?.data;
/// let year = Period::from_year(2013)?;
/// assert!(notes[0].concerns("IT.NET.USER.ZS", &Country::NAM.into(), year));
/// assert!(!notes[0].concerns("IT.NET.USER.ZS", &Country::NOR.into(), year));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn read_notes(source: impl Read, options: &Options) -> Result<Reading<Vec<Note>>, Error> {
    let mut areas = HashMap::new();
    sheet::read(source, options, &FORMAT, plan, |columns, plan, row, import| {
        make(columns, plan, row, import, &mut areas)
    })
}

fn plan(columns: &Columns) -> Option<Plan> {
    let area = columns.find(&["countrycode"]);
    let indicator = columns.find(&["seriescode", "indicatorcode"]);
    let period = columns.find(&["year", "time"]);
    let text = columns.find(&["description", "footnote"])?;
    let keys = [area, indicator, period].into_iter().flatten().count();
    (keys >= 2).then_some(Plan { area, indicator, period, text })
}

fn make(
    columns: &Columns,
    plan: &Plan,
    row: &Row<'_>,
    import: &mut Import<'_>,
    areas: &mut HashMap<Box<str>, Area>,
) -> Result<Option<Note>, Error> {
    let area = match plan.area {
        None => None,
        Some(at) => {
            let code = row.field(at);
            let known = areas.get(code).cloned();
            let place = Place::field(row.line, at);
            let found = match known {
                Some(area) => Some(area),
                None => super::area(import, place, code, "")?,
            };
            let Some(area) = found else { return Ok(None) };
            if !areas.contains_key(code) {
                areas.insert(code.into(), area.clone());
            }
            Some(area)
        }
    };
    let period = match plan.period {
        None => None,
        Some(at) => {
            let written = row.field(at);
            let read = match written.get(..2) {
                Some("yr" | "Yr") => Cow::Owned(written.to_ascii_uppercase()),
                _ => Cow::Borrowed(written),
            };
            let place = Place::field(row.line, at);
            let Some(period) = import.period(place, &read, 1)? else { return Ok(None) };
            Some(period)
        }
    };
    let used = [plan.area, plan.indicator, plan.period, Some(plan.text)];
    Ok(Some(Note {
        area,
        area_code: text(row, plan.area),
        indicator: text(row, plan.indicator),
        period,
        text: row.field(plan.text).to_owned(),
        other: columns.others(row, &used),
    }))
}
