//! What a folder says of its columns and of what stands in them.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;

use crate::finding::importing as rules;
use crate::finding::{Detail, Path};
use crate::io::error::{Error, shortened};
use crate::io::rows::{Row, Rows};
use crate::io::{Account, Options};

const CONCEPTS: &str = "DDF concepts";
const ENTITIES: &str = "DDF entities";

/// One concept of a folder: what a column is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Concept {
    /// `measure`, `entity_domain`, `entity_set`, `time`, `string` and so on.
    pub kind: String,
    /// Its name for people; empty where it has none.
    pub name: String,
    /// The domain of a set of entities; empty where it has none.
    pub domain: String,
}

impl Concept {
    /// Whether values stand in the column, not keys of them.
    pub(super) fn is_key(&self) -> bool {
        matches!(self.kind.as_str(), "entity_domain" | "entity_set" | "time" | "role")
    }
}

/// The concepts and entities of a folder.
///
/// ```
/// use netpolity::io::{Options, ddf::Folder};
///
/// let mut folder = Folder::new();
/// folder.add_concepts("concept,concept_type,domain\ngeo,entity_domain,\ncountry,entity_set,geo\n".as_bytes(), &Options::new())?;
/// folder.add_entities("country,is--country,name\nnam,TRUE,Namibia\n".as_bytes(), &Options::new())?;
/// assert_eq!(folder.entity("geo", "nam"), Some("Namibia"));
/// # Ok::<(), netpolity::io::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Folder {
    concepts: BTreeMap<String, Concept>,
    /// Names by key, by set.
    entities: BTreeMap<String, BTreeMap<String, String>>,
}

impl Folder {
    /// A folder of which nothing is known.
    pub fn new() -> Self {
        Self::default()
    }

    /// A concept.
    pub fn concept(&self, concept: &str) -> Option<&Concept> {
        self.concepts.get(concept)
    }

    /// The name of an entity of a set or of a domain; empty where it has none. `None` where it is not on the lists.
    pub fn entity(&self, set: &str, key: &str) -> Option<&str> {
        self.sets(set).find_map(|entities| entities.get(key)).map(String::as_str)
    }

    /// Whether there is any list of the entities of a set or a domain.
    pub(super) fn has_entities(&self, set: &str) -> bool {
        self.sets(set).next().is_some()
    }

    /// The domain of a set; a domain is its own.
    pub(super) fn domain<'s>(&'s self, set: &'s str) -> &'s str {
        let domain = self.concepts.get(set).map(|concept| concept.domain.as_str());
        domain.filter(|domain| !domain.is_empty()).unwrap_or(set)
    }

    fn sets<'f, 's>(
        &'f self,
        set: &'s str,
    ) -> impl Iterator<Item = &'f BTreeMap<String, String>> + use<'f, 's> {
        let sets = self.entities.iter();
        sets.filter(move |(other, _)| *other == set || self.domain(other) == set)
            .map(|(_, entities)| entities)
    }

    /// Takes `ddf--concepts.csv`.
    ///
    /// In the account, each concept is a value.
    ///
    /// # Errors
    /// [`Error::Format`] where there are no columns `concept` and `concept_type`, otherwise see [`Error`].
    pub fn add_concepts(&mut self, source: impl Read, options: &Options) -> Result<Account, Error> {
        let mut columns = None;
        read(source, options, CONCEPTS, |row, header| {
            let (key, kind, name, domain) = if let Some(columns) = columns {
                columns
            } else {
                let find = |name: &str| header.iter().position(|other| other == name);
                let (Some(key), Some(kind)) = (find("concept"), find("concept_type")) else {
                    return Err("the columns `concept` and `concept_type`".to_owned());
                };
                *columns.insert((key, kind, find("name"), find("domain")))
            };
            let Some(row) = row else { return Ok(None) };
            let text = |at: Option<usize>| at.map_or("", |at| row.field(at)).to_owned();
            let concept = Concept {
                kind: row.field(kind).to_owned(),
                name: text(name),
                domain: text(domain),
            };
            let key = row.field(key);
            let known = self.concepts.insert(key.to_owned(), concept.clone());
            Ok(Some((key, known.map(|known| known == concept))))
        })
    }

    /// Takes a file with entities, such as `ddf--entities--geo--country.csv`.
    ///
    /// The column with keys is the first that is a set of which others say `is--set`, else the first of all. An entity is in
    /// that set and in all others of which it says `is--set` with `TRUE`. In the account, each entity is a value.
    ///
    /// # Errors
    /// [`Error::Format`] where there is no header, otherwise see [`Error`].
    pub fn add_entities(&mut self, source: impl Read, options: &Options) -> Result<Account, Error> {
        type Columns = (usize, Option<usize>, String, Vec<(usize, String)>);
        let mut columns: Option<Columns> = None;
        read(source, options, ENTITIES, |row, header| {
            if columns.is_none() {
                let is_set = |name: &String| header.contains(&format!("is--{name}"));
                let key = header.iter().position(is_set).unwrap_or_default();
                let Some(set) = header.get(key).filter(|set| !set.is_empty()) else {
                    return Err("a column with keys".to_owned());
                };
                let others = header.iter().enumerate();
                let others = others
                    .filter_map(|(at, name)| Some((at, name.strip_prefix("is--")?.to_owned())));
                let name = header.iter().position(|other| other == "name");
                columns = Some((key, name, set.clone(), others.collect()));
            }
            let (Some((key, name, set, others)), Some(row)) = (&columns, row) else {
                return Ok(None);
            };
            let (key, name) = (row.field(*key), name.map_or("", |at| row.field(at)));
            let is_in = |at: &usize| row.field(*at).eq_ignore_ascii_case("TRUE");
            let sets: BTreeSet<&String> = others
                .iter()
                .filter(|(at, _)| is_in(at))
                .map(|(_, set)| set)
                .chain([set])
                .collect();
            let mut known = None;
            for set in sets {
                let before =
                    self.entities.entry(set.clone()).or_default().insert(key.into(), name.into());
                known = known.or(before.map(|before| before == name));
            }
            Ok(Some((key, known)))
        })
    }
}

/// Reads rows with a key each. What is done with the header is tried before any row; what is done with a row gives its key
/// and, where the key came before, whether it said the same.
fn read(
    source: impl Read,
    options: &Options,
    format: &'static str,
    mut take: impl for<'r> FnMut(
        Option<Row<'r>>,
        &[String],
    ) -> Result<Option<(&'r str, Option<bool>)>, String>,
) -> Result<Account, Error> {
    let mut rows = Rows::new(source, b',', true, options.limits.line)?;
    let mut account = Account::new(options.limits.findings);
    let row = rows.header(format, "a header in UTF-8")?;
    if row.field(0).trim_start().starts_with('<') {
        return Err(Error::markup(row.field(0)));
    }
    let (header, line) = (row.fields().map(str::to_owned).collect::<Vec<_>>(), row.line);
    let refused = |expected: String| Error::format(format, line, expected, &header.join(", "));
    take(None, &header).map_err(refused)?;
    while let Some(row) = rows.next()? {
        account.add_row();
        let (rule, line, message) = match row {
            Err(damaged) => {
                let message = format!(
                    "byte {} of `{}` is no UTF-8",
                    damaged.offset,
                    shortened(&damaged.text)
                );
                (rules::FORMAT_ENCODING, damaged.line, message)
            }
            Ok(row) if row.broken || row.len() != header.len() => {
                (rules::FORMAT_WIDTH, row.line, row.misfit(header.len()))
            }
            Ok(row) => match take(Some(row), &header).map_err(refused)? {
                Some(("", _)) | None => {
                    (rules::FORMAT_RECORD, row.line, "the row has no key".to_owned())
                }
                Some((key, known)) => {
                    account.add_values(1);
                    if let Some(same) = known {
                        let rule = if same { rules::KEY_EQUAL } else { rules::KEY_DIFFERENT };
                        account.report(rule, || {
                            let message = format!("`{}` stands here again", shortened(key));
                            Detail::new(Path::in_file(row.line, None), message)
                        });
                    }
                    continue;
                }
            },
        };
        account.add_rejected(1);
        let detail = Detail::new(Path::in_file(line, None), message);
        if options.strict {
            return Err(Error::Rejected(Box::new(crate::finding::Finding::new(rule, detail))));
        }
        account.report(rule, || detail);
    }
    Ok(account)
}
