//! Typed internet-governance data: who said what, as what, for whom, at which meeting; how much, and how sure.
//!
//! It reads records that people write and files that institutions publish, checks them against each other, and derives
//! figures that say what they rest on.
//!
//! ```
//! use netpolity::quantity::{Interval, Tolerance};
//! use netpolity::{catalogue, statement::Stance, validate::Profile};
//!
//! // Who calls for sovereignty in cyberspace, and as what?
//! let dataset = catalogue::roundtable_2013();
//! let sovereignty = "cyber-sovereignty".parse()?;
//! let call = dataset.statements().taking(Stance::Support, &sovereignty).next().unwrap();
//! let tenure = dataset.tenure(call.speakers[0].tenure.as_ref().unwrap()).unwrap();
//! let office = dataset.agency_of(tenure).unwrap();
//! assert_eq!(tenure.person, "lu-wei");
//! assert_eq!(office.names[1].text, "State Internet Information Office");
//!
//! // "Almost 600 million users, 44.1 percent of the population": of fewer than 1,362.1 million.
//! let claims = &dataset.statement("authority-users").unwrap().claims;
//! let (users, share) = (claims[0].quantity.unwrap(), claims[1].quantity.unwrap());
//! let people = users.implied_base(&share, &Tolerance::default())?;
//! assert!(people.certainly_below(&Interval::exactly(1_362_100_000)));
//!
//! // Nothing in it is wrong; eleven figures do not say as of when they hold.
//! let report = dataset.validate(&Profile::default(), "2026-01-01".parse()?);
//! assert_eq!((report.has_errors(), report.count_of("QTY-004")), (false, 11));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! New here? [The guide](_guide) has eleven short chapters, and says which to read first.
//!
//! # The main types
//!
//! A [`Dataset`] holds tables of records, read from JSON that people write by hand: [`Source`]s; [`Agency`] and
//! [`Person`] with the [`Post`](actor::Post)s and [`Tenure`]s between them, and their
//! [`Coalition`](actor::Coalition)s; [`Event`]s of an [`EventSeries`](event::EventSeries); [`Statement`]s with their [`Claim`]s;
//! [`Vote`](vote::Vote)s; [`Taxonomy`](taxonomy::Taxonomy); [`Indicator`]s and [`Observation`]s. They refer to each other by
//! [`Id`](id::Id). What a source says differently stands beside the record as an [`Attestation`](source::Attestation), and is compared, never
//! merged away.
//!
//! Values cannot hold nonsense. A [`Country`] is an entry of ISO 3166, a [`Group`] has the members of a date, an [`Area`] is one of
//! them or a code that is none. A [`PartialDate`] is as precise as its source, a [`Span`] may be open or unknown, and what is too coarse to tell is
//! answered with [`Tri::Maybe`](time::Tri::Maybe). A [`Quantity`] keeps the hedge ("almost", "more than") with which a number was
//! reported and becomes an [`Interval`].
//!
//! A [`Panel`] holds the series of one release, as [`io`] reads them from the files of the World Bank, ITU, Eurostat, the
//! Internet registries and others; each file comes with an [`Account`](io::Account) of every row. [`stats`] derives figures from numbers, intervals,
//! panels and records, and gives a [`Refusal`](stats::Refusal) where the answer would mislead. [`Dataset::validate`] checks the whole against a
//! [catalogue of rules](validate#the-catalogue-of-rules) into a [`Report`].
//!
//! # What it does not do
//!
//! It finds figures in a text, not what they are figures of, and extracts nothing else from running text. It asks no network, reads no
//! clock, and takes no near miss for a name. It judges no dispute: codes and names follow ISO and the UN, and what is contested is data with
//! sources.
//!
//! # Cookbook
//!
//! Each links to a snippet that runs as it stands.
//!
//! | about | recipes |
//! |---|---|
//! | datasets | [write one by hand](_guide::cookbook#write-a-dataset-by-hand-and-read-it), [read a folder](_guide::cookbook#read-a-file-or-a-folder-and-say-what-is-wrong-with-it), [build one in a program](_guide::cookbook#build-a-dataset-in-a-program-and-write-it), [fail a build on errors](_guide::cookbook#fail-a-build-on-errors-list-the-warnings), [put two together](_guide::cookbook#put-two-datasets-together), [see what changed](_guide::cookbook#see-what-changed-between-two-versions-of-a-dataset), [list contradictions of sources](_guide::cookbook#list-where-sources-contradict-each-other), [to a spreadsheet and back](_guide::cookbook#take-records-to-a-spreadsheet-and-back), [Popolo and others](_guide::cookbook#read-people-and-their-offices-from-a-collection) |
//! | who, when | [who held a post](_guide::cookbook#ask-who-held-a-post-at-a-date), [when nobody did](_guide::cookbook#ask-when-nobody-held-it), [still in office?](_guide::cookbook#ask-whether-somebody-is-still-in-office), [what a body was called then](_guide::cookbook#ask-what-a-body-was-called-then), [whom a name means](_guide::cookbook#find-whom-a-name-means), [mergers and splits](_guide::cookbook#follow-a-body-through-mergers), [a timeline](_guide::cookbook#list-what-happened-in-some-months) |
//! | who said what | [calls on a subject](_guide::cookbook#list-the-calls-of-a-speaker-on-a-subject), [said for a group](_guide::cookbook#list-what-was-said-for-a-group-whoever-spoke), [who joined and who no longer did](_guide::cookbook#see-who-joined-a-statement-and-who-no-longer-did), [how often](_guide::cookbook#see-how-often-a-state-joins-a-unions-statements), [voting alike](_guide::cookbook#say-how-far-two-states-vote-alike), [a network of stances](_guide::cookbook#draw-a-network-of-stances), [agreement of coders](_guide::cookbook#say-how-far-two-coders-agree), [regularity of meetings](_guide::cookbook#ask-whether-a-series-meets-as-often-as-it-says) |
//! | countries | [a column of names](_guide::cookbook#resolve-a-column-of-names), [codes of a producer](_guide::cookbook#read-the-codes-of-a-producer-of-data), [members of a group at a date](_guide::cookbook#ask-who-belonged-to-a-group-at-a-date) |
//! | files of figures | [read any known format](_guide::cookbook#read-a-downloaded-file-whatever-its-format), [read any other table](_guide::cookbook#read-a-table-by-naming-its-columns), [write series](_guide::cookbook#write-series-as-a-tidy-table-or-json-lines), [addresses of a country](_guide::cookbook#count-the-addresses-that-a-country-holds), [one value with its flags](_guide::cookbook#look-up-a-value-with-what-the-source-marks-about-it), [what a release changed](_guide::cookbook#see-what-a-new-release-changed) |
//! | statistics | [a figure for a region](_guide::cookbook#put-the-countries-of-a-group-together), [inequality](_guide::cookbook#measure-how-unequal-they-are), [growth over breaks](_guide::cookbook#compute-growth-unless-the-series-breaks), [a rate](_guide::cookbook#derive-a-rate-from-two-figures) |
//! | figures in sentences | [find them](_guide::cookbook#find-the-figures-in-a-text), [read a hedge](_guide::cookbook#read-a-hedged-figure), [what two imply](_guide::cookbook#see-what-a-count-and-a-share-imply), [check a claim](_guide::cookbook#hold-a-claim-against-a-series) |
//!
//! On the command line: `cargo run --example check -- FILE` checks a dataset, `convert` reads any known file, `fact_check` takes a sentence,
//! `coders` two spreadsheets; the others are in `examples/`.
//!
//! # Features
//!
//! | feature | default | what it adds |
//! |---|---|---|
//! | `catalogue` | yes | module [`catalogue`]: sourced datasets and series, about 500 kB |
//! | `schema` | no | `schemars::JsonSchema` for [`Dataset`], its records and their values: see [the format](dataset#schema) |
//! | `arrow` | no | [`io::arrow`]: panels and records to and from tables of Apache Arrow and files of Parquet |
//!
//! # Data and versions
//!
//! | what | as of |
//! |---|---|
//! | countries: ISO 3166-1 and M49; ISO 3166-3 whole | May 2026 |
//! | top-level domains | June 2026 |
//! | groups and their members; regions and income groups of the World Bank | end of 2025; fiscal year 2026 |
//! | names of countries | CLDR 48 |
//! | series of [`catalogue`]: World Development Indicators, 1990 to 2024 | February 2026 |
//! | format of datasets | version 1, [`dataset::FORMAT_VERSION`] |
//!
//! [`country::attribution`] and [`catalogue::attribution`] have what the licences ask to show among the credits. The crate follows
//! semantic versioning; the oldest Rust that it is meant for is 1.88.
//!
//! # Where to go next
//!
//! - The guide, in order: [the model](_guide::model), [time](_guide::time), [countries](_guide::countries), [sources and
//!   disagreement](_guide::sources), [reading files](_guide::reading), [vintages](_guide::vintages), [aggregates and
//!   refusals](_guide::aggregates), [claims](_guide::claims), [statements and measures](_guide::statements),
//!   [validation](_guide::validation), [extending](_guide::extending).
//! - For reference: the [format](dataset#the-format) of datasets, the [catalogue of rules](validate#the-catalogue-of-rules), the
//!   [formats of files](io), the [statistics](stats), the [indicators](metric), the [policy on names](country::names#policy) of countries.
#![forbid(unsafe_code)]
#![cfg_attr(docsrs, feature(doc_cfg))]

mod record;
#[cfg(feature = "schema")]
mod schema;
mod text;

/// Runs the examples of the README as tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

// Only text: nothing of it is compiled into the crate.
#[cfg(any(doc, doctest))]
pub mod _guide;

pub mod actor;
#[cfg(feature = "catalogue")]
pub mod catalogue;
pub mod country;
pub mod dataset;
pub mod event;
pub mod finding;
pub mod id;
pub mod identifier;
pub mod io;
pub mod judgement;
pub mod lang;
pub mod licence;
pub mod metric;
pub mod name;
pub mod quantity;
pub mod source;
pub mod statement;
pub mod stats;
pub mod taxonomy;
pub mod time;
pub mod url;
pub mod validate;
pub mod vote;

pub use actor::{Agency, Person, Tenure};
pub use country::{Area, Country, Group};
pub use dataset::Dataset;
pub use event::Event;
pub use finding::Report;
pub use metric::{Indicator, Observation, Panel};
pub use quantity::{Interval, Quantity};
pub use source::Source;
pub use statement::{Claim, Statement};
pub use text::{OwnWord, UnknownWord};
pub use time::{PartialDate, Period, Span};
