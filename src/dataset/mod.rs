//! Datasets: tables of records, read from and written to JSON, with questions across tables.
//!
//! # The format
//!
//! A dataset is a JSON object with the format version and up to fourteen tables, each of them optional:
//!
//! ```json
//! { "netpolity": 1,
//!   "sources": [], "agencies": [], "people": [], "coalitions": [], "posts": [], "tenures": [],
//!   "event_series": [], "events": [], "statements": [], "votes": [], "taxonomies": [],
//!   "indicators": [], "judgements": [], "observations": [] }
//! ```
//!
//! The keys of a record are the fields of its type, and a field at its default may be omitted. Reading is strict: an
//! unknown table or field, a misspelt word, a code that does not exist and a day that is none are [`ReadError`]s that
//! name the place. A reference to a record that is missing is none of these: files may be merged first, and
//! [`Dataset::validate`] reports it.
//!
//! # Schema
//!
//! The repository has a [JSON Schema](https://json-schema.org) of the format, `data/schema/dataset.schema.json`, from which
//! an editor completes fields, words and codes and says what each of them means. Name it in the file,
//! `"$schema": "dataset.schema.json"`, or in the settings of the editor. The key `$schema` is no part of the dataset: it is
//! read over and not written again.
//!
//! The schema takes whatever [`Dataset::from_json`] reads, and refuses unknown fields, misspelt words, codes that don't
//! exist and texts of another form. What takes a calendar, arithmetic or a look at other
//! records to be seen, it lets through: 30 February, an end before the start, an id that stands twice, a hedge that is none.
//! With the feature `schema`, [`Dataset`], every record and every value in them implement `schemars::JsonSchema`, for a
//! line of a `*.jsonl` file or a type of one's own that has records in it.
//!
//! # Folders
//!
//! A folder holds the same in parts: every `*.json` file is a dataset of its own, and every `<table>.jsonl` file has
//! one record of that table a line. At least one `*.json` file has to be there to name the version, and an id may
//! stand in one file only. Tables as CSV, for spreadsheets, are read and written by [`io::tables`](crate::io::tables).

// In the order in which the documentation shows their methods: reading, asking, comparing.
mod read;

mod folder;

mod alignment;
mod lineage;
mod naming;
mod query;
mod statements;
mod status;
mod timeline;
mod vacancy;

mod agreement;
mod diff;
mod merge;
mod panel;

mod address;
mod identity;
mod index;
mod table;

pub(crate) use agreement::Compare;
pub use agreement::{Attested, Comparison, Said, Support};
pub use alignment::Realignment;
pub use diff::{Diff, FieldChange, RecordChange, RecordDiff};
pub use lineage::{Heir, Lineage, Step};
pub use merge::{Conflict, MergeError};
pub use naming::{Bearer, NameMatch, Named, NearName, NearestNames, WhySeveral};
pub use query::{Holding, NameInUse, Responsible};
pub use read::ReadError;
pub use statements::Statements;
pub use status::{Because, TenureState, TenureStatus};
pub use timeline::{Dated, Occurrence, Turn};
pub use vacancy::Vacancy;

pub(crate) use folder::no_such_table;
pub(crate) use identity::{clusters, verdicts};
pub(crate) use read::record_from_json;
pub(crate) use table::{Keyed, for_each_table};

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use crate::actor::{Agency, Coalition, Person, Post, Tenure};
use crate::event::{Event, EventSeries};
use crate::id::Id;
use crate::judgement::Judgement;
use crate::metric::{Indicator, Observation};
use crate::record::{is_default, object_serde};
use crate::source::Source;
use crate::statement::Statement;
use crate::taxonomy::{Taxonomy, Term, TermRef};
use crate::vote::Vote;
use index::Index;
use read::{FormatVersion, SchemaAddress};
use table::Table;

/// The format version that this crate writes, and the newest that it reads.
pub const FORMAT_VERSION: u32 = 1;

/// Records in tables.
///
/// Rows keep the order in which they were read or added. Look-ups by id and questions across tables use an index that
/// is built on the first question and dropped when a table is lent out for change. Two datasets are equal where their
/// rows are.
///
/// ```
/// use netpolity::Dataset;
///
/// let dataset = Dataset::from_json(
///     r#"{ "netpolity": 1,
///          "agencies": [ { "id": "dcms", "kind": "ministry", "country": "GBR" } ] }"#,
/// )?;
/// assert_eq!(dataset.agency("dcms").unwrap().country, Some(netpolity::Country::GBR));
/// assert_eq!(Dataset::from_json(&dataset.to_json())?, dataset);
/// # Ok::<(), netpolity::dataset::ReadError>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Dataset {
    tables: Tables,
    index: OnceLock<Index>,
}

/// The stored form.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, remote = "Self")]
struct Tables {
    netpolity: FormatVersion,
    /// Where an editor finds the schema of the file.
    #[serde(default, rename = "$schema", skip_serializing)]
    schema: SchemaAddress,
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    sources: Table<Source>,
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    agencies: Table<Agency>,
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    people: Table<Person>,
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    coalitions: Table<Coalition>,
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    posts: Table<Post>,
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    tenures: Table<Tenure>,
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    event_series: Table<EventSeries>,
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    events: Table<Event>,
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    statements: Table<Statement>,
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    votes: Table<Vote>,
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    taxonomies: Table<Taxonomy>,
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    indicators: Table<Indicator>,
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    judgements: Table<Judgement>,
    #[serde(default, skip_serializing_if = "is_default")]
    observations: Vec<Observation>,
}

object_serde!(Tables);

#[cfg(feature = "schema")]
impl crate::schema::Record for Tables {
    fn object(generator: &mut schemars::SchemaGenerator) -> crate::schema::Object {
        use crate::schema::{Object, docs};
        let object = Object::new(docs!(
            /// Records of Internet governance in tables: a dataset of the crate netpolity.
        ))
        .required::<FormatVersion>(
            generator,
            "netpolity",
            docs!(
                /// The version of the format.
            ),
        )
        .beside(
            "$schema",
            docs!(
                /// Where an editor finds this schema. It is no part of the dataset, and not written again.
            ),
        );
        macro_rules! tables {
            ($($table:ident: $record:ty, $one:literal;)+) => {
                object$(.optional::<Vec<$record>>(generator, stringify!($table), &[]))+
            };
        }
        for_each_table!(tables).optional::<Vec<Observation>>(generator, "observations", &[])
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Dataset {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Dataset".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Tables::json_schema(generator)
    }
}

macro_rules! names {
    ($($table:ident: $record:ty, $one:literal;)+) => {
        [$(stringify!($table)),+, "observations"]
    };
}

/// The names of the tables, as they stand in files and paths.
const TABLES: [&str; 14] = for_each_table!(names);

impl PartialEq for Dataset {
    fn eq(&self, other: &Self) -> bool {
        self.tables == other.tables
    }
}

impl Dataset {
    /// A dataset without records.
    pub fn new() -> Self {
        Self::default()
    }

    /// The record of an id, whatever its table.
    pub(crate) fn get<T: Keyed>(&self, id: &Id<T>) -> Option<&T> {
        T::table(self).get(id.as_str()).or_else(|| self.by_judgement(id.as_str()))
    }

    /// The records of a table, whichever it is.
    pub(crate) fn rows<T: Keyed>(&self) -> &[T] {
        T::table(self).rows()
    }

    /// The index across tables.
    fn index(&self) -> &Index {
        self.index.get_or_init(|| Index::build(self))
    }
}

/// For each table: borrow it, borrow it for change, look a record up.
macro_rules! tables {
    ($($rows:ident, $rows_mut:ident, $one:ident: $record:ident, $what:literal;)+) => {
        /// # Tables
        impl Dataset {
            $(
                #[doc = concat!("The ", $what, ", in order.")]
                pub fn $rows(&self) -> &[$record] {
                    self.tables.$rows.rows()
                }

                #[doc = concat!("The ", $what, " for change. Look-ups are indexed anew afterwards.")]
                pub fn $rows_mut(&mut self) -> &mut Vec<$record> {
                    self.index.take();
                    self.tables.$rows.rows_mut()
                }

                #[doc = concat!("One of the ", $what, " by id; an id without a record leads to the one that a judgement names.")]
                pub fn $one(&self, id: impl AsRef<str>) -> Option<&$record> {
                    self.tables.$rows.get(id.as_ref()).or_else(|| self.by_judgement(id.as_ref()))
                }
            )+
        }
    };
}

tables! {
    sources, sources_mut, source: Source, "sources";
    agencies, agencies_mut, agency: Agency, "agencies";
    people, people_mut, person: Person, "people";
    coalitions, coalitions_mut, coalition: Coalition, "coalitions";
    posts, posts_mut, post: Post, "posts";
    tenures, tenures_mut, tenure: Tenure, "tenures";
    event_series, event_series_mut, series: EventSeries, "series of events";
    events, events_mut, event: Event, "events";
    votes, votes_mut, vote: Vote, "votes";
    taxonomies, taxonomies_mut, taxonomy: Taxonomy, "taxonomies";
    indicators, indicators_mut, indicator: Indicator, "indicators";
    judgements, judgements_mut, judgement: Judgement, "judgements";
}

/// # Statements, observations, terms
impl Dataset {
    /// The statements, to be narrowed down by speaker, principal, act, term, event, source, date and more.
    ///
    /// ```
    /// # let dataset = netpolity::Dataset::new();
    /// # let lu_wei = "person:lu-wei".parse()?;
    /// use netpolity::statement::Act;
    ///
    /// for call in dataset.statements().by(&lu_wei).doing(Act::Call) {
    ///     println!("{}", call.id);
    /// }
    /// # Ok::<(), netpolity::actor::ActorError>(())
    /// ```
    pub fn statements(&self) -> Statements<'_> {
        Statements::new(self)
    }

    /// The statements for change. Look-ups are indexed anew afterwards.
    pub fn statements_mut(&mut self) -> &mut Vec<Statement> {
        self.index.take();
        self.tables.statements.rows_mut()
    }

    /// One of the statements by id.
    pub fn statement(&self, id: impl AsRef<str>) -> Option<&Statement> {
        self.tables.statements.get(id.as_ref()).or_else(|| self.by_judgement(id.as_ref()))
    }

    /// The observations, in order.
    pub fn observations(&self) -> &[Observation] {
        &self.tables.observations
    }

    /// The observations for change.
    pub fn observations_mut(&mut self) -> &mut Vec<Observation> {
        self.index.take();
        &mut self.tables.observations
    }

    /// Every term that a reference names: one where it is right, several where it is ambiguous.
    pub fn terms(&self, reference: &TermRef) -> impl Iterator<Item = (&Taxonomy, &Term)> {
        let rows = self.index().terms.get(&reference.term).map(Vec::as_slice).unwrap_or_default();
        rows.iter().filter_map(move |&(taxonomy, term)| {
            let taxonomy = self.taxonomies().get(taxonomy as usize)?;
            let term = taxonomy.terms.get(term as usize)?;
            reference.names(taxonomy, term).then_some((taxonomy, term))
        })
    }

    /// The term that a reference names, where it names exactly one.
    pub fn term(&self, reference: &TermRef) -> Option<&Term> {
        self.term_in_taxonomy(reference).map(|(_, term)| term)
    }

    /// The same, with its taxonomy.
    pub(crate) fn term_in_taxonomy(&self, reference: &TermRef) -> Option<(&Taxonomy, &Term)> {
        let mut terms = self.terms(reference);
        let first = terms.next()?;
        terms.next().is_none().then_some(first)
    }

    /// The indicator of this id: the dataset's own, or the one that the crate defines.
    pub fn indicator_of(&self, id: &Id<Indicator>) -> Option<&Indicator> {
        self.indicator(id).or_else(|| Indicator::built_in(id.as_str()))
    }
}
