//! What is said of a table beside it.

use std::collections::BTreeMap;
use std::io::Read;

use serde::{Deserialize, Deserializer};

use crate::io::error::{Error, shortened};
use crate::metric::Vintage;
use crate::time::PartialDate;

const FORMAT: &str = "Our World in Data metadata";

/// What is said of a table: the `metadata.json` of a chart, or the `datapackage.json` of the older collection of datasets.
///
/// Texts are as written, and empty where there are none; dates too, since some are in words.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Metadata {
    /// The chart, or the dataset.
    #[serde(default, deserialize_with = "or_default")]
    pub chart: Chart,
    /// The columns by their titles in the header of the table.
    #[serde(default, deserialize_with = "or_default")]
    pub columns: BTreeMap<String, Column>,
    /// The day on which the table was downloaded.
    #[serde(default, deserialize_with = "or_default")]
    pub date_downloaded: String,
    /// Where the data comes from, in the older collection.
    #[serde(skip)]
    pub origins: Vec<Origin>,
}

/// A chart, or a dataset of the older collection.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[non_exhaustive]
pub struct Chart {
    /// Its title.
    #[serde(deserialize_with = "or_default")]
    pub title: String,
    /// The line below, often with the definition. Of a dataset, its description.
    #[serde(deserialize_with = "or_default")]
    pub subtitle: String,
    /// How to name the sources.
    #[serde(deserialize_with = "or_default")]
    pub citation: String,
    /// The address of the chart.
    #[serde(deserialize_with = "or_default")]
    pub original_chart_url: String,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[non_exhaustive]
pub struct Column {
    /// A short title.
    #[serde(deserialize_with = "or_default")]
    pub title_short: String,
    /// A long title.
    #[serde(deserialize_with = "or_default")]
    pub title_long: String,
    /// What is counted, in a sentence.
    #[serde(deserialize_with = "or_default")]
    pub description_short: String,
    /// What one has to know about it.
    #[serde(deserialize_with = "one_or_more")]
    pub description_key: Vec<String>,
    /// The unit in words.
    #[serde(deserialize_with = "or_default")]
    pub unit: String,
    /// The unit as a sign.
    #[serde(deserialize_with = "or_default")]
    pub short_unit: String,
    /// The years from the first to the last, such as `1990-2023`.
    #[serde(deserialize_with = "or_default")]
    pub timespan: String,
    /// The kind of values, such as `Numeric`.
    #[serde(rename = "type", deserialize_with = "or_default")]
    pub kind: String,
    /// The number of the variable, which releases of one indicator don't share.
    pub owid_variable_id: Option<u64>,
    /// The name of the variable, which stays when titles change.
    #[serde(deserialize_with = "or_default")]
    pub short_name: String,
    /// When the data was last updated.
    #[serde(deserialize_with = "or_default")]
    pub last_updated: String,
    /// When it is expected to be updated next.
    #[serde(deserialize_with = "or_default")]
    pub next_update: String,
    /// How to name the source in short.
    #[serde(deserialize_with = "or_default")]
    pub citation_short: String,
    /// How to name the source in full.
    #[serde(deserialize_with = "or_default")]
    pub citation_long: String,
    /// The address of all that is known of the variable.
    #[serde(deserialize_with = "or_default")]
    pub full_metadata: String,
}

/// A source of a dataset of the older collection.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[non_exhaustive]
pub struct Origin {
    /// Its name.
    #[serde(deserialize_with = "or_default")]
    pub name: String,
    /// Its address.
    #[serde(deserialize_with = "or_default")]
    pub link: String,
    /// When the collection took the data from there, such as `26 June 2019`.
    #[serde(deserialize_with = "or_default")]
    pub retrieved_date: String,
    /// Who published it.
    #[serde(deserialize_with = "or_default")]
    pub data_published_by: String,
    /// Where that publisher has it from.
    #[serde(deserialize_with = "or_default")]
    pub data_publisher_source: String,
    /// Remarks.
    #[serde(deserialize_with = "or_default")]
    pub additional_info: String,
}

/// Reads the metadata of a table, for [`read_csv_with`](super::read_csv_with).
///
/// # Errors
/// [`Error::Json`] for what is no JSON, or has other types in the fields that are read; [`Error::Format`] for JSON that
/// describes no columns; [`Error::NoData`] for a web page and an empty file.
///
/// ```
/// use netpolity::io::owid;
///
/// let package = r#"{"title": "Price of mobile data", "sources": [{"name": "A4AI", "retrievedDate": "26 June 2019"}],
///     "resources": [{"schema": {"fields": [{"name": "Entity"}, {"name": "Year"},
///         {"name": "Cost of 1GB", "owidDisplaySettings": "{\"unit\": \"%\"}"}]}}]}"#;
/// let metadata = owid::read_metadata(package.as_bytes())?;
/// assert_eq!(metadata.columns["Cost of 1GB"].unit, "%");
/// assert_eq!(metadata.origins[0].name, "A4AI");
/// # Ok::<(), netpolity::io::Error>(())
/// ```
pub fn read_metadata(mut source: impl Read) -> Result<Metadata, Error> {
    let mut bytes = Vec::new();
    source.read_to_end(&mut bytes)?;
    let text = String::from_utf8_lossy(&bytes);
    let text = text.trim_start_matches('\u{feff}').trim();
    let expected = "`columns` or `resources`";
    if text.is_empty() || text.starts_with('<') {
        return Err(Error::no_header(FORMAT, 1, expected, text));
    }
    let keys: Keys = serde_json::from_str(text)?;
    if keys.resources.is_some() {
        return Ok(serde_json::from_str::<Package>(text)?.into());
    }
    if keys.columns.is_none() {
        return Err(Error::format(FORMAT, 1, expected, &shortened(text)));
    }
    Ok(serde_json::from_str(text)?)
}

/// By what the two formats are told apart.
#[derive(Deserialize)]
struct Keys {
    columns: Option<serde::de::IgnoredAny>,
    resources: Option<serde::de::IgnoredAny>,
}

/// The description of a dataset of the older collection.
#[derive(Deserialize)]
struct Package {
    #[serde(default, deserialize_with = "or_default")]
    title: String,
    #[serde(default, deserialize_with = "or_default")]
    description: String,
    #[serde(default, deserialize_with = "or_default")]
    sources: Vec<Origin>,
    #[serde(default)]
    resources: Vec<Resource>,
}

#[derive(Deserialize)]
struct Resource {
    #[serde(default)]
    schema: Schema,
}

#[derive(Deserialize, Default)]
struct Schema {
    #[serde(default)]
    fields: Vec<PackageField>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct PackageField {
    name: String,
    #[serde(default, deserialize_with = "or_default")]
    description: String,
    /// JSON in a text.
    #[serde(default, deserialize_with = "or_default")]
    owid_display_settings: String,
}

#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
struct Display {
    #[serde(deserialize_with = "or_default")]
    unit: String,
    #[serde(deserialize_with = "or_default")]
    short_unit: String,
}

impl From<Package> for Metadata {
    fn from(package: Package) -> Self {
        let names: Vec<&str> = package.sources.iter().map(|origin| &*origin.name).collect();
        let citation = names.join("; ");
        let fields = package.resources.into_iter().flat_map(|resource| resource.schema.fields);
        let columns = fields
            .filter(|field| !["Entity", "Code", "Year"].contains(&&*field.name))
            .map(|field| {
                // Settings that can't be read are those of a drawing, and say nothing of the data.
                let display: Display =
                    serde_json::from_str(&field.owid_display_settings).unwrap_or_default();
                let column = Column {
                    description_short: field.description,
                    unit: display.unit,
                    short_unit: display.short_unit,
                    ..Column::default()
                };
                (field.name, column)
            })
            .collect();
        let chart = Chart {
            title: package.title,
            subtitle: package.description,
            citation,
            ..Chart::default()
        };
        Self { chart, columns, origins: package.sources, ..Self::default() }
    }
}

impl Metadata {
    /// The column of a title in the header of a table, or of a short name.
    pub fn column(&self, header: &str) -> Option<&Column> {
        let header = header.trim();
        let is_short = |column: &&Column| !header.is_empty() && column.short_name == header;
        self.columns.get(header).or_else(|| self.columns.values().find(is_short))
    }

    /// What it says of the release.
    pub(super) fn fill(&self, vintage: &mut Vintage) {
        let title = self.chart.title.trim();
        vintage.dataset = (!title.is_empty()).then(|| title.to_owned());
        let updated = self.columns.values().filter_map(|column| date(&column.last_updated));
        vintage.published = updated.max_by_key(|date| date.latest());
        vintage.retrieved = date(&self.date_downloaded);
    }
}

fn date(text: &str) -> Option<PartialDate> {
    text.trim().parse().ok()
}

impl Column {
    /// Whether its values are words; `None` where that is not said.
    pub(super) fn has_words(&self) -> Option<bool> {
        match &*self.kind {
            "" | "Mixed" => None,
            "Numeric" | "Integer" | "Float" | "Percentage" | "Ratio" => Some(false),
            _ => Some(true),
        }
    }
}

/// `null` is nothing.
fn or_default<'de, D: Deserializer<'de>, T: Deserialize<'de> + Default>(
    source: D,
) -> Result<T, D::Error> {
    Ok(Option::deserialize(source)?.unwrap_or_default())
}

/// A list of texts, or one text.
fn one_or_more<'de, D: Deserializer<'de>>(source: D) -> Result<Vec<String>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Texts {
        One(String),
        More(Vec<String>),
    }
    Ok(match Option::deserialize(source)? {
        None => Vec::new(),
        Some(Texts::One(text)) => vec![text],
        Some(Texts::More(texts)) => texts,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHART: &[u8] = include_bytes!("../../../tests/fixtures/io/owid/chart.metadata.json");
    const PACKAGE: &[u8] = include_bytes!("../../../tests/fixtures/io/owid/datapackage.json");

    #[test]
    fn a_chart_is_described() {
        let metadata = read_metadata(CHART).unwrap();
        assert_eq!(metadata.chart.title, "Share of the population using the Internet");
        assert_eq!(metadata.date_downloaded, "2025-08-07");
        let column = metadata.column("share_internet").unwrap();
        assert_eq!(metadata.column("Share using the Internet"), Some(column));
        assert_eq!((&*column.unit, &*column.short_unit), ("% of population", "%"));
        assert_eq!((&*column.timespan, column.owid_variable_id), ("1990-2023", Some(1)));
        assert_eq!(column.description_key, ["Use in the last three months counts."]);
        assert_eq!(column.next_update, "");
        assert_eq!(metadata.column("People").unwrap().description_key, ["One sentence."]);
        assert_eq!(metadata.column(""), None);
        let mut vintage = Vintage::new();
        metadata.fill(&mut vintage);
        assert_eq!(vintage.published, "2025-01-24".parse().ok());
        assert_eq!(vintage.retrieved, "2025-08-07".parse().ok());
    }

    #[test]
    fn a_package_is_described() {
        let metadata = read_metadata(PACKAGE).unwrap();
        assert_eq!(metadata.chart.citation, "Example Stats (2019)");
        assert_eq!(metadata.columns.len(), 1);
        assert_eq!(metadata.column("Share covered (in %)").unwrap().unit, "%");
        assert_eq!(metadata.origins[0].retrieved_date, "26 June 2019");
    }

    #[test]
    fn other_content_is_refused() {
        let refused = |text: &str| read_metadata(text.as_bytes()).unwrap_err();
        assert!(matches!(refused("<html>"), Error::NoData { .. }));
        assert!(matches!(refused(""), Error::NoData { .. }));
        assert!(matches!(refused("{}"), Error::Format { .. }));
        assert!(matches!(refused("[]"), Error::Json { .. }));
        assert!(matches!(refused("{\"columns\": {\"a\": 1}}"), Error::Json { .. }));
        assert!(matches!(refused(&"[".repeat(100_000)), Error::Json { .. }));
    }

    proptest::proptest! {
        #[test]
        fn damaged_metadata_is_read_or_refused(damage in crate::io::damage::any()) {
            let _ = read_metadata(&damage.of(CHART)[..]);
            let _ = read_metadata(&damage.of(PACKAGE)[..]);
        }
    }
}
