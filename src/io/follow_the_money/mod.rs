//! `FollowTheMoney`: people, bodies, positions and who held them, as entities in JSON Lines and as packs of statements.
//!
//! It is the model of Aleph and `OpenSanctions` (<https://followthemoney.tech>). An entity has an id, a schema and properties, each with any number
//! of values. Exports with nested entities are read like flat ones; an entity that stands in several places is one, with the values of
//! all of them. [`read_statements`] reads values with their provenance, and [`from_statements`] makes entities of them.
//!
//! | `FollowTheMoney` | here |
//! |---|---|
//! | `Person` | [`Person`](crate::Person): names, parts of names where there is one value of each, birth, death |
//! | `Organization`, `PublicBody`, `Company`, `LegalEntity` | [`Agency`](crate::Agency); the schema is its kind |
//! | `Position` | [`Post`](crate::actor::Post) at its `organization`, or else at a body of kind `not-stated` in its country |
//! | `Occupancy` | [`Tenure`](crate::Tenure): `holder`, `post`, dates; `electionDate` is an attested start of kind `elected` |
//! | `Membership`, `Employment`, `Directorship` | a tenure with agency and title; between bodies a relation `member-of` |
//! | `Event` | [`Event`](crate::Event): dates, `location` and `country` a sitting, `organizer`, `involved` |
//! | `name`, `alias`, `weakAlias`, `abbreviation` | official names, the caption first; aliases; short names; abbreviations |
//! | `previousName` | an alias |
//! | `wikidataId`, `leiCode`, `registrationNumber`, … | identifiers |
//! | `sourceUrl`, `datasets` | cites of pages and of datasets |
//! | ids | by [`foreign_id`](super::foreign_id) |
//!
//! Where one date lies within another, the more precise one is taken; a tenure keeps both. Several starts or ends of an occupancy are
//! terms that were merged, and nothing tells which belong together: the span stays unknown, and attestations keep each date. An
//! occupancy of several holders is a tenure for each, without dates of its own; they are attested likewise.
//!
//! Not carried, but told with name and number of times: nationality, gender, places, descriptions, keywords and everything else
//! that has no place, and each property that the model does not know. Entities of other schemas, such as `Family`, are skipped and
//! counted, while those nested in them are read.
//!
//! ```
//! use netpolity::io::{Options, follow_the_money};
//!
//! let file = r#"{"id":"Q296771","caption":"Saad Hariri","schema":"Person","properties":{"name":["Hariri","Saad Hariri"],"birthDate":["1970","1970-04-18"]}}
//! {"id":"wd-05eb","schema":"Occupancy","properties":{"holder":["Q296771"],"startDate":["2016-12-18","2009-11-09"],"endDate":["2011-06-13","2019-10-29"]}}"#;
//! let reading = follow_the_money::read(file.as_bytes(), &Options::new())?;
//! let person = reading.data.person("q296771").unwrap();
//! assert_eq!((person.names[0].text.as_str(), person.birth.to_string().as_str()), ("Saad Hariri", "1970-04-18"));
//! // Two terms in one; nothing tells which end belongs to which start.
//! let tenure = &reading.data.tenures()[0];
//! assert!(tenure.span.is_unknown());
//! assert_eq!((tenure.attests.len(), reading.account.count_of("REC-010")), (4, 1));
//!
//! let mut again = Vec::new();
//! let written = follow_the_money::write(&reading.data, &mut again)?;
//! assert_eq!(written.records, 2);
//! assert_eq!(follow_the_money::read(&again[..], &Options::new())?.data, reading.data);
//! # Ok::<(), netpolity::io::Error>(())
//! ```

mod entity;
mod fields;
mod records;
mod schema;
mod statement;
#[cfg(test)]
mod tests;
mod write;

pub use statement::{Statement, read_statements};
#[cfg(test)]
pub(super) use tests::{CASES, PACK_CASES};
pub use write::write;

use std::io::Read;

use serde_json::Value;

use super::error::shortened;
use super::intake::Intake;
use super::rows::Rows;
use super::{Error, Options, Reading};
use crate::dataset::Dataset;
use crate::finding::{Path, importing as rules};
use crate::id::Sharing;

/// The id of the source that a file is, where neither it nor the caller names one.
const SOURCE: &str = "follow-the-money";

/// The kinds of agencies that stand for schemas without a word of their own here.
const BODIES: [(&str, &str); 3] = [
    ("Organization", "organization"),
    ("PublicBody", "public-body"),
    ("LegalEntity", "legal-entity"),
];

/// The role of those involved in an event.
const INVOLVED: &str = "involved";

/// Reads entities, one a line. An entry of the account is an entity, also a nested one; one that stood in the file before is skipped.
///
/// The entities are held in memory.
///
/// # Errors
/// [`Error::NoData`] for a web page and an empty file, [`Error::TooLong`], [`Error::Rejected`] where reading is strict.
pub fn read(source: impl Read, options: &Options) -> Result<Reading<Dataset>, Error> {
    let mut intake = Intake::new(options, SOURCE);
    // No byte of JSON is this one.
    let mut rows = Rows::new(source, 0, false, options.limits.line)?;
    let mut entities = entity::Entities::default();
    let mut is_first = true;
    while let Some(row) = rows.next()? {
        let was_first = std::mem::take(&mut is_first);
        let (line, text) = match row {
            Ok(row) => (row.line, row.field(0)),
            Err(damaged) => {
                let place = Path::in_file(damaged.line, None);
                intake.account.add_row();
                intake.account.add_rejected(1);
                let text = shortened(&damaged.text);
                let message = format!("byte {} of `{text}` is no UTF-8", damaged.offset);
                intake.refuse(rules::FORMAT_ENCODING, &place, &text, message)?;
                continue;
            }
        };
        let text = text.trim();
        if was_first && text.starts_with('<') {
            return Err(Error::markup(text));
        }
        if text.is_empty() {
            continue;
        }
        let place = Path::in_file(line, None);
        match serde_json::from_str(text) {
            Ok(Value::Object(object)) => {
                entities.entity(&mut intake, &place, object, None)?;
            }
            Ok(_) => {
                intake.account.add_row();
                intake.reject(&place, text, "the line is no object")?;
            }
            Err(error) => {
                intake.account.add_row();
                let error = Error::from(error);
                intake.reject(&place, text, &error.to_string().replace("line 1, ", ""))?;
            }
        }
    }
    if is_first {
        return Err(Error::empty());
    }
    let _sharing = Sharing::of_file(1 << 20);
    records::records(&mut intake, entities)?;
    Ok(intake.finish())
}

/// Makes entities of statements, and reads these.
///
/// An entry of the account is an entity. Words of the source stay with dates of tenures; when values were seen is told of statements only.
///
/// # Errors
/// [`Error::Rejected`] where reading is strict.
pub fn from_statements(
    statements: &[Statement],
    options: &Options,
) -> Result<Reading<Dataset>, Error> {
    let mut intake = Intake::new(options, SOURCE);
    let mut entities = entity::Entities::default();
    for statement in statements {
        let place = Path::in_file(statement.line, None);
        entities.statement(&mut intake, &place, statement)?;
        for (what, is_there) in [
            ("statements.first_seen", statement.first_seen.is_some()),
            ("statements.last_seen", statement.last_seen.is_some()),
            ("statements.target", statement.target),
            ("statements.external", statement.external),
        ] {
            if is_there {
                intake.repeat(
                    rules::RECORD_PLACE,
                    what,
                    || place.clone(),
                    || format!("`{what}` has no place in the records"),
                );
            }
        }
    }
    records::records(&mut intake, entities)?;
    Ok(intake.finish())
}
