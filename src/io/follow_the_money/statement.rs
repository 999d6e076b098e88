//! Statements: values with their provenance, in packs.

use std::io::Read;

use crate::finding::{Path, importing as rules};
use crate::io::error::shortened;
use crate::io::intake::Intake;
use crate::io::rows::Rows;
use crate::io::{Error, Options, Reading};

/// That a dataset gives one value of one property of an entity.
///
/// Texts are as written.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Statement {
    /// The entity.
    pub entity: String,
    /// Its schema in this statement: `Person`.
    pub schema: String,
    /// The property: `birthDate`; `id` for the checksum of all its statements.
    pub property: String,
    /// The value.
    pub value: String,
    /// The dataset that gives it.
    pub dataset: String,
    /// The language of the value, in three letters.
    pub lang: Option<String>,
    /// The words of the source, where cleaning made another value of them.
    pub original: Option<String>,
    /// Whether the entity is one of those that the dataset is about.
    pub target: bool,
    /// Whether the value comes from an enrichment by another collection.
    pub external: bool,
    /// When the dataset was first seen to give it.
    pub first_seen: Option<String>,
    /// When it was last seen to.
    pub last_seen: Option<String>,
    /// The id of the statement.
    pub id: String,
    /// The line of the file.
    pub line: u64,
}

const COLUMNS: usize = 11;

/// Reads a pack of statements: a table without a header, with entity, `schema:property`, value, dataset, language, original value,
/// target, external (both `t` or `f`), first seen, last seen and id of the statement.
///
/// An entry of the account is a row.
///
/// # Errors
/// [`Error::NoData`] for a web page and an empty file, [`Error::TooLong`], [`Error::Rejected`] where reading is strict.
///
/// ```
/// use netpolity::io::{Options, follow_the_money};
///
/// let pack = "Q61589,Person:birthDate,1933-09-28,wd_persons,,1933-09-28T00:00:00Z,t,f,2024-03-10T15:36:30,2024-03-10T15:36:30,528d\n\
///     Q61589,Person:name,Saleh Al-Fawzan,wd_persons,,,t,f,2024-03-10T15:36:30,2024-03-10T15:36:30,3d64\n";
/// let statements = follow_the_money::read_statements(pack.as_bytes(), &Options::new())?.data;
/// assert_eq!(statements[0].original.as_deref(), Some("1933-09-28T00:00:00Z"));
/// let reading = follow_the_money::from_statements(&statements, &Options::new())?;
/// assert_eq!(reading.data.person("q61589").unwrap().birth.to_string(), "1933-09-28");
/// # Ok::<(), netpolity::io::Error>(())
/// ```
pub fn read_statements(
    source: impl Read,
    options: &Options,
) -> Result<Reading<Vec<Statement>>, Error> {
    let mut intake = Intake::new(options, super::SOURCE);
    let mut rows = Rows::new(source, b',', true, options.limits.line)?;
    let mut statements = Vec::new();
    let mut is_first = true;
    while let Some(row) = rows.next()? {
        intake.account.add_row();
        let was_first = std::mem::take(&mut is_first);
        let row = match row {
            Ok(row) => row,
            Err(damaged) => {
                let place = Path::in_file(damaged.line, Some(damaged.column));
                let text = shortened(&damaged.text);
                let message = format!("byte {} of `{text}` is no UTF-8", damaged.offset);
                intake.account.add_rejected(1);
                intake.refuse(rules::FORMAT_ENCODING, &place, &text, message)?;
                continue;
            }
        };
        if was_first && row.field(0).starts_with('<') {
            return Err(Error::markup(row.field(0)));
        }
        let place = Path::in_file(row.line, None);
        if row.len() != COLUMNS || row.broken {
            intake.account.add_rejected(1);
            let message = row.misfit(COLUMNS);
            intake.refuse(rules::FORMAT_WIDTH, &place, row.field(0), message)?;
            continue;
        }
        let field = |at: usize| row.field(at).to_owned();
        let filled = |at: usize| Some(field(at)).filter(|text| !text.is_empty());
        let flag = |at: usize| match row.field(at) {
            "t" | "true" | "True" | "1" => Some(true),
            "f" | "false" | "False" | "0" | "" => Some(false),
            _ => None,
        };
        let schema = row.field(1).split_once(':');
        let (Some((schema, property)), Some(target), Some(external)) = (schema, flag(6), flag(7))
        else {
            let text = format!("{}, {}, {}", row.field(1), row.field(6), row.field(7));
            let why = "a statement has `schema:property`, and two flags that are `t` or `f`";
            intake.reject(&place, &text, why)?;
            continue;
        };
        if row.field(0).is_empty() || schema.is_empty() || property.is_empty() {
            intake.reject(
                &place,
                row.field(1),
                "a statement has an entity, a schema and a property",
            )?;
            continue;
        }
        intake.account.add_values(1);
        statements.push(Statement {
            entity: field(0),
            schema: schema.to_owned(),
            property: property.to_owned(),
            value: field(2),
            dataset: field(3),
            lang: filled(4),
            original: filled(5),
            target,
            external,
            first_seen: filled(8),
            last_seen: filled(9),
            id: field(10),
            line: row.line,
        });
    }
    if is_first {
        return Err(Error::empty());
    }
    let Reading { account, .. } = intake.finish();
    Ok(Reading { data: statements, account })
}
