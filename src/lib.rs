//! Typed internet-governance data: who said what, as what, for whom, at which meeting; how much, and how sure; what
//! holds together, and what follows.
//!
//! ```
//! use netpolity::quantity::{Interval, Tolerance};
//! use netpolity::{Dataset, validate::Profile};
//!
//! let dataset = Dataset::from_json(r#"{ "netpolity": 1, "statements": [
//!     { "id": "users", "act": "data-claim",
//!       "speakers": [ { "actor": "unnamed:not-identified", "printed": "the authority" } ],
//!       "claims": [
//!         { "indicator": "internet-users", "subject": "CHN", "quantity": "almost 600 million" },
//!         { "indicator": "internet-users-share", "subject": "CHN", "quantity": "44.1 percent" } ] } ] }"#)?;
//!
//! // What a count and a share say together: fewer than 1,362.1 million people.
//! let claims = &dataset.statement("users").unwrap().claims;
//! let (users, share) = (claims[0].quantity.unwrap(), claims[1].quantity.unwrap());
//! let population = users.implied_base(&share, &Tolerance::default())?;
//! assert!(population.certainly_below(&Interval::exactly(1_362_100_000)));
//!
//! // What is missing: neither figure says as of when it holds, or from which document.
//! let report = dataset.validate(&Profile::default(), "2026-01-01".parse()?);
//! assert_eq!(report.count_of("QTY-004"), 2);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Overview
//!
//! - A [`Dataset`] holds tables of records, read from JSON that people write by hand. Records refer to each other by
//!   [`Id`](id::Id): [`Source`]s, [`Agency`] and [`Person`] with the [`Post`](actor::Post)s and [`Tenure`]s between
//!   them, [`Coalition`](actor::Coalition)s, [`Event`]s of an [`EventSeries`](event::EventSeries), [`Statement`]s with their
//!   [`Claim`]s, [`Vote`](vote::Vote)s, taxonomies, [`Indicator`]s and [`Observation`]s. A
//!   [`Judgement`](judgement::Judgement) says which records are one.
//! - Values hold no nonsense: a [`Country`] is an entry of ISO 3166, a [`Group`] has the members of a date, a
//!   [`PartialDate`] is as precise as its source, a [`Span`] may be open, unknown or not yet begun, a [`Quantity`] keeps
//!   the hedge ("almost", "more than") with which a number was reported. Each has a text form in which it is read,
//!   printed and stored.
//! - Questions across tables are methods: [`Dataset::holders_of`] a post at a date, [`Dataset::name_of`] an agency
//!   then, [`Dataset::statements`] by a speaker about a term, [`Dataset::timeline`]. What is known only to the month
//!   is answered with [`Tri::Maybe`](time::Tri::Maybe).
//! - What a source says differently stands beside the record as an [`Attestation`](source::Attestation) and is
//!   compared, never merged away.
//! - [`Dataset::validate`] checks the whole against a [catalogue of rules](validate#the-catalogue-of-rules) and
//!   collects everything it finds in a [`Report`].
//! - [`quantity`] turns hedged figures into [`Interval`]s and computes with them; [`stats`] derives rates and growth
//!   from plain numbers and from intervals, and refuses with a reason where the answer would mislead.
//! - Module `catalogue` holds sourced datasets that ship with the crate.
//!
//! # What it does not do
//!
//! It extracts nothing from running text, asks no network, reads no clock, and takes no near miss for a name. It judges no
//! dispute: codes and names follow ISO and the UN, and what is contested is data with sources.
//!
//! # How to
//!
//! | task | where |
//! |---|---|
//! | write a dataset by hand | [`dataset`], the format |
//! | read a file or a folder | [`Dataset::open`] |
//! | write and read its tables with a spreadsheet | [`io::tables`] |
//! | find what is wrong with it | [`Dataset::validate`]; `cargo run --example check -- FILE` |
//! | check series, of one source or of several | [`Panel::validate`](metric::Panel::validate), [`validate::panels`] |
//! | see what a release changed | [`Panel::diff`](metric::Panel::diff); `cargo run --example revisions -- OLD NEW` |
//! | take observations as series | [`Dataset::panel`] |
//! | add a rule of one's own | [`validate`], own rules |
//! | ask who held a post at a date, and when nobody did | [`Dataset::holders_of`], [`Dataset::vacancies_of`] |
//! | ask whether somebody is still in office | [`Dataset::status_of`] |
//! | ask what an agency was called then | [`Dataset::name_of`] |
//! | compare sources | [`Dataset::agreement`], [`Dataset::comparisons`] |
//! | find whom a name or an abbreviation of a date means | [`Dataset::agencies_named`], [`Dataset::people_named`] |
//! | find who is in charge of an issue | [`Dataset::agencies_for`] |
//! | follow an agency or one of its functions over changes | [`Dataset::lineage_of`], [`Dataset::heirs_of`] |
//! | list the calls on a subject, or for a principal | [`Statements`](dataset::Statements) |
//! | see who joined a union's statements, and who no longer did | [`Dataset::realignment`]; `cargo run --example who_spoke_for` |
//! | list what happened in a year | [`Dataset::timeline_between`] |
//! | put two datasets together, or see how they differ | [`Dataset::merge`], [`Dataset::diff`] |
//! | read a hedged figure | [`Quantity`] |
//! | see what a count and a share imply | [`Quantity::implied_base`] |
//! | read a file of the World Bank, ITU, Eurostat, a registry … | [`io`] |
//! | look up a value in series | [`Panel`] |
//! | see what a new release changed | [`Panel::diff`] |
//! | put countries together, or be told why not | [`stats::Aggregate`] |
//! | derive a rate | [`stats::penetration_rate`] |
//! | look a country up | [`Country`] |
//! | say which country a name means | [`country::resolve`], [`country::names`] |
//! | read the codes of a data producer | [`country::Scheme`] |
//! | ask who belonged to a group at a date | [`Group::members_on`], [`Coalition::members_on`](actor::Coalition::members_on) |
//!
//! # Features
//!
//! | feature | default | what it adds |
//! |---|---|---|
//! | `catalogue` | yes | the module of that name: sourced datasets and series, about 500 kB |
//!
//! # Data and versions
//!
//! Format version of datasets: [`dataset::FORMAT_VERSION`]. Countries: ISO 3166-1 and M49 as of May 2026, ISO 3166-3
//! whole. Groups: members as of the end of 2025, those of the World Bank to fiscal year 2026. [`country::attribution`]
//! and `catalogue::attribution` have what to show among the credits. The crate follows semantic versioning; the oldest Rust that it is meant for is
//! 1.88.
#![forbid(unsafe_code)]
#![cfg_attr(docsrs, feature(doc_cfg))]

mod record;
mod text;

/// Runs the examples of the README as tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

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
