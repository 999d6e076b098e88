//! Popolo: persons, organizations, memberships, posts and events in JSON.
//!
//! Popolo is the interchange format of `EveryPolitician`, `PopIt`, parlparse and others (<https://www.popoloproject.com/specs/>). All dialects
//! are read by one reader: a file with a list for each class, some of the lists only, memberships and other objects embedded
//! wherever the specification allows it, a single object, a list of such, answers of `PopIt` that fill each field with `null`,
//! and names by language (`"name": {"lang:en": .., "lang:cy": ..}`).
//!
//! | Popolo | here |
//! |---|---|
//! | person | [`Person`](crate::Person): names with their parts, birth, death, identifiers |
//! | organization | [`Agency`](crate::Agency): `classification` is its kind, `parent_id` a relation `part-of`, dates its span |
//! | post | [`Post`](crate::actor::Post): `label` its name, `role` a short one, dates its span |
//! | membership | [`Tenure`](crate::Tenure): `role` its title, `legislative_period_id` its term, `on_behalf_of_id` on whose behalf |
//! | membership of an organization (`member_id`) | a relation `member-of` of that agency |
//! | event | [`Event`](crate::Event): `classification` its kind, dates and `location` a sitting, the organization its organizer |
//! | `identifiers`, `wikidata` | identifiers, under the scheme as by [`foreign_id`](super::foreign_id); `no-scheme` where none is given |
//! | `other_names` | names with language and span; aliases, unless `note` is a kind of name |
//! | `sources` | cites of pages; where the caller gives a [source](crate::metric::Vintage::source), all records cite that too |
//! | ids | by [`foreign_id`](super::foreign_id); what has none is numbered |
//!
//! A membership in a party is a tenure like any other: the party is its agency, the role its title. Popolo does not ask for a
//! role; where none is given the title stays empty. A role in several languages is read as the implied post that it is: `role_code`
//! its identifier. A post of no organization belongs to an agency of kind `not-stated`, which is not written back.
//!
//! Not carried, but told with name and number of times: areas and constituencies, contact details, images, links, biographies,
//! gender, and every field that the format does not know. Votes, motions, speeches and areas are skipped and counted. An end that is
//! missing is not known: Popolo can't say that something goes on.
//!
//! Dates are years, months or days; a time of day is left out. What is no date, or a span that ends before it begins, stays in
//! attestations of the tenure or agency as printed, and is written back from there.
//!
//! ```
//! use netpolity::io::{Options, popolo};
//!
//! let file = r#"{
//!     "persons": [ { "id": "3646a9c1", "name": "Ed Vaizey", "gender": "male",
//!                    "other_names": [ { "lang": "zh", "name": "艾德·維濟", "note": "multilingual" } ] } ],
//!     "organizations": [ { "id": "legislature", "name": "House of Commons", "classification": "legislature" } ],
//!     "memberships": [ { "person_id": "3646a9c1", "organization_id": "legislature", "role": "member",
//!                        "legislative_period_id": "term/55" } ],
//!     "events": [ { "id": "term/55", "classification": "legislative period", "start_date": "2010-05-06",
//!                   "end_date": "2015-03-30" } ] }"#;
//! let reading = popolo::read(file.as_bytes(), &Options::new())?;
//! let tenure = &reading.data.tenures()[0];
//! let term = reading.data.event(tenure.term.as_ref().unwrap()).unwrap();
//! assert_eq!(term.sittings[0].span.to_string(), "2010-05-06/2015-03-30");
//! assert_eq!(reading.data.people()[0].names[1].text, "艾德·維濟");
//! // Gender has no place, nor has the remark.
//! assert_eq!((reading.account.values(), reading.account.count_of("REC-001")), (4, 2));
//!
//! let mut again = Vec::new();
//! let written = popolo::write(&reading.data, &mut again)?;
//! assert_eq!((written.records, written.losses().len()), (4, 0));
//! assert_eq!(popolo::read(&again[..], &Options::new())?.data, reading.data);
//! # Ok::<(), netpolity::io::Error>(())
//! ```

mod collect;
mod fields;
mod records;
#[cfg(test)]
mod tests;
mod write;

#[cfg(test)]
pub(super) use tests::CASES;
pub use write::write;

use std::io::Read;

use serde_json::Value;

use super::intake::Intake;
use super::{Error, Options, Reading, json};
use crate::dataset::Dataset;
use crate::id::Sharing;

/// The note of a link to the official site of an organization.
const OFFICIAL_SITE: &str = "official site";

/// The role of those who were at an event.
const ATTENDEE: &str = "attendee";

/// Reads a file. An entry of the account is an object, wherever it stands; one that stood in the file before is skipped.
///
/// The file is held in memory.
///
/// # Errors
/// [`Error::Json`] for what is no JSON or more than a hundred levels deep, [`Error::NoData`] for a web page and an empty file,
/// [`Error::Rejected`] where reading is strict.
pub fn read(source: impl Read, options: &Options) -> Result<Reading<Dataset>, Error> {
    let mut intake = Intake::new(options, "popolo");
    let bytes = json::bytes(source)?;
    let _sharing = Sharing::of_file(bytes.len());
    let file: Value = serde_json::from_slice(&bytes)?;
    drop(bytes);
    let mut objects = collect::Collected::default();
    objects.file(&mut intake, file)?;
    records::records(&mut intake, &mut objects)?;
    Ok(intake.finish())
}
