//! What the source says of its indicators.

use std::io::Read;

use super::sheet::{self, Columns, Format, text};
use crate::finding::importing as rules;
use crate::io::import::{Import, Place};
use crate::io::rows::Row;
use crate::io::{Error, Options, Reading};

/// What the World Bank says of an indicator. Texts are empty where it says nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct IndicatorMetadata {
    /// Its code, such as `IT.NET.USER.ZS`.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its subject and the parts of that: `Infrastructure: Communications`.
    pub topic: String,
    /// What it measures. The long one where there are two.
    pub definition: String,
    /// Who the data are from.
    pub organization: String,
    /// The unit. Mostly it stands in the name instead.
    pub unit_text: String,
    /// How often there is a value: `Annual`.
    pub periodicity: String,
    /// How values of countries become those of aggregates: `Weighted average`, `Sum`.
    pub aggregation_method: String,
    /// Where values are to be taken with care.
    pub limitations: String,
    /// The licence of the data.
    pub licence: String,
    /// Everything else that the table has of it, under the names of the columns.
    pub other: Vec<(String, String)>,
}

const FORMAT: Format = Format {
    name: "World Bank table of indicators",
    expected: "a header with the codes and names of indicators, and their sources or topics",
};

/// The columns of fields, in their order.
struct Plan([Option<usize>; 10]);

/// Reads a table of indicators: `Metadata_Indicator_….csv` beside the table of an indicator, or `WDISeries.csv` of the bulk
/// download.
///
/// Columns are known by name. Each row is an entry of the account, and one record; one without a code is skipped.
///
/// # Errors
/// [`Error::Format`] where the header is not that of such a table; otherwise see [`Error`].
///
/// ```
/// use netpolity::io::{Options, world_bank};
///
/// let file = "\"INDICATOR_CODE\",\"INDICATOR_NAME\",\"SOURCE_NOTE\",\"SOURCE_ORGANIZATION\",\n\
///     \"IT.NET.USER.ZS\",\"Individuals using the Internet (% of population)\",\"In the last 3 months.\",\"ITU\",\n";
/// let indicators = world_bank::read_indicators(file.as_bytes(), &Options::new())?.data;
/// assert_eq!(indicators[0].organization, "ITU");
/// # Ok::<(), netpolity::io::Error>(())
/// ```
pub fn read_indicators(
    source: impl Read,
    options: &Options,
) -> Result<Reading<Vec<IndicatorMetadata>>, Error> {
    sheet::read(source, options, &FORMAT, plan, |columns, plan, row, import| {
        Ok(make(columns, plan, row, import))
    })
}

fn plan(columns: &Columns) -> Option<Plan> {
    // The tables of values have codes and names of indicators too.
    if columns.has(&["countrycode"]) {
        return None;
    }
    let organization = columns.find(&["sourceorganization", "source"]);
    let topic = columns.find(&["topic"]);
    organization.or(topic)?;
    Some(Plan([
        Some(columns.find(&["indicatorcode", "seriescode"])?),
        Some(columns.find(&["indicatorname", "seriesname"])?),
        topic,
        columns.find(&["sourcenote", "longdefinition"]),
        organization,
        columns.find(&["unitofmeasure"]),
        columns.find(&["periodicity"]),
        columns.find(&["aggregationmethod"]),
        columns.find(&["limitationsandexceptions"]),
        columns.find(&["licensetype"]),
    ]))
}

fn make(
    columns: &Columns,
    Plan(plan): &Plan,
    row: &Row<'_>,
    import: &mut Import<'_>,
) -> Option<IndicatorMetadata> {
    let [
        code,
        name,
        topic,
        definition,
        organization,
        unit_text,
        periodicity,
        aggregation_method,
        limitations,
        licence,
    ] = plan.map(|column| text(row, column));
    if code.trim().is_empty() {
        import.account.add_skipped("rows without the code of an indicator", 1);
        import.note(rules::FORMAT_FOOTER, Place::line(row.line), row.field(0), || {
            "a row that is no data".to_owned()
        });
        return None;
    }
    let other = columns.others(row, plan);
    Some(IndicatorMetadata {
        code,
        name,
        topic,
        definition,
        organization,
        unit_text,
        periodicity,
        aggregation_method,
        limitations,
        licence,
        other,
    })
}
