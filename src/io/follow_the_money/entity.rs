//! Entities of a file: each once, with the values of all places in which it stands.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde_json::Value;

use super::schema::{narrower, reverse_of};
use crate::finding::{Path, importing as rules};
use crate::io::Error;
use crate::io::error::shortened;
use crate::io::intake::{Intake, Object, is_empty, list, text};

/// A value of a property.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) text: String,
    /// The words of the source, where the statement has them.
    pub(super) original: Option<String>,
    pub(super) lang: Option<String>,
}

impl Said {
    fn plain(text: String) -> Self {
        Self { text, original: None, lang: None }
    }
}

/// An entity.
pub(super) struct Entity {
    pub(super) id: String,
    pub(super) schema: String,
    pub(super) place: Path,
    pub(super) caption: Option<String>,
    pub(super) datasets: Vec<String>,
    properties: BTreeMap<String, Vec<Said>>,
}

impl Entity {
    /// Where a property stands.
    pub(super) fn at(&self, property: &str) -> Path {
        self.place.clone().field(property)
    }

    /// Takes the values of a property.
    pub(super) fn take(&mut self, property: &str) -> Vec<Said> {
        self.properties.remove(property).unwrap_or_default()
    }

    /// Takes the value of a property that has one only.
    pub(super) fn only(&mut self, property: &str) -> Option<String> {
        match self.properties.get(property).map(Vec::as_slice) {
            Some([_]) => self.take(property).pop().map(|said| said.text),
            _ => None,
        }
    }

    /// Gives back what was taken in vain.
    pub(super) fn give_back(&mut self, property: &str, values: Vec<Said>) {
        if !values.is_empty() {
            self.properties.insert(property.to_owned(), values);
        }
    }

    /// The properties that were not taken.
    pub(super) fn rest(&self) -> impl Iterator<Item = (&str, &[Said])> {
        self.properties.iter().map(|(property, values)| (property.as_str(), values.as_slice()))
    }

    fn add(&mut self, property: &str, said: Said) {
        self.properties.entry(property.to_owned()).or_default().push(said);
    }

    /// Leaves each value of a property once, in the order of the file.
    fn settle(&mut self) {
        for values in self.properties.values_mut().filter(|values| values.len() > 1) {
            let mut known = HashSet::new();
            values.retain(|said| known.insert(said.text.clone()));
        }
    }
}

/// The entities of a file, in order.
#[derive(Default)]
pub(super) struct Entities {
    rows: Vec<Entity>,
    by_id: HashMap<String, usize>,
}

impl Entities {
    /// All of them, when the file is at its end.
    pub(super) fn settled(mut self) -> Vec<Entity> {
        self.rows.iter_mut().for_each(Entity::settle);
        self.rows
    }

    /// The schemas of entities.
    pub(super) fn schemas(&self) -> HashMap<String, String> {
        self.rows.iter().map(|entity| (entity.id.clone(), entity.schema.clone())).collect()
    }

    /// The entity of an id, made where it is new; `None` where it is of another schema.
    fn open(
        &mut self,
        intake: &mut Intake<'_>,
        place: Path,
        id: String,
        schema: String,
    ) -> Result<&mut Entity, Error> {
        let next = self.rows.len();
        let row = *self.by_id.entry(id.clone()).or_insert(next);
        if row == next {
            self.rows.push(Entity {
                id,
                schema,
                place,
                caption: None,
                datasets: Vec::new(),
                properties: BTreeMap::new(),
            });
        } else if self.rows[row].schema != schema {
            let first = &self.rows[row].schema;
            if let Some(narrower) = narrower(first, &schema).map(str::to_owned) {
                self.rows[row].schema = narrower;
            } else {
                let id = shortened(&id);
                let message = format!("`{id}` is of schema {schema} here, and {first} before");
                intake.refuse(rules::RECORD_TWICE, &place, &schema, message)?;
            }
        }
        Ok(&mut self.rows[row])
    }

    /// Takes in an entity with those nested in it; gives its id.
    pub(super) fn entity(
        &mut self,
        intake: &mut Intake<'_>,
        place: &Path,
        mut object: Object,
        given: Option<(&str, &str)>,
    ) -> Result<Option<String>, Error> {
        intake.account.add_row();
        let (Some(id), Some(schema)) = (text(&mut object, "id"), text(&mut object, "schema"))
        else {
            let shown = shortened(&Value::Object(object).to_string());
            intake.reject(place, &shown, "an entity has an id and a schema")?;
            return Ok(None);
        };
        let properties = match object.remove("properties") {
            Some(Value::Object(properties)) => properties,
            None | Some(Value::Null) => Object::new(),
            Some(other) => {
                let shown = shortened(&other.to_string());
                intake.reject(place, &shown, "the properties are no object")?;
                return Ok(None);
            }
        };
        let place =
            if place.as_str().contains('[') { place.clone() } else { place.clone().at(&id) };
        let caption = text(&mut object, "caption");
        let datasets = list(&mut object, "datasets");
        let about = ["referents", "first_seen", "last_seen", "last_change", "target", "origin"];
        intake.leftovers("entity", &place, &object, &about);
        if self.by_id.contains_key(&id) {
            intake.account.add_skipped("entities whose id stood in the file before", 1);
        }
        // Nested ones are read when this one has its place.
        let mut nested = Vec::new();
        let entity = self.open(intake, place.clone(), id.clone(), schema)?;
        entity.caption = entity.caption.take().or(caption);
        for dataset in datasets.into_iter().filter_map(|name| name.as_str().map(str::to_owned)) {
            if !entity.datasets.contains(&dataset) {
                entity.datasets.push(dataset);
            }
        }
        if let Some((property, other)) = given {
            entity.add(property, Said::plain(other.to_owned()));
        }
        for (property, value) in properties {
            let values = match value {
                Value::Array(values) => values,
                Value::Null => continue,
                value => {
                    let what = format!("{}.{property}", entity.schema);
                    intake.repeat(
                        rules::RECORD_LIST,
                        &what,
                        || entity.at(&property),
                        || format!("the value of `{what}` stands in no list"),
                    );
                    vec![value]
                }
            };
            for value in values {
                match value {
                    Value::String(text) if !text.trim().is_empty() => {
                        entity.add(&property, Said::plain(text.trim().to_owned()));
                    }
                    Value::Number(_) | Value::Bool(_) => {
                        entity.add(&property, Said::plain(value.to_string()));
                    }
                    Value::Object(inner) if !inner.is_empty() => {
                        nested.push((property.clone(), inner));
                    }
                    value if is_empty(&value) => {}
                    value => {
                        let what = format!("{}.{property}", entity.schema);
                        let place = || entity.at(&property);
                        intake.repeat(rules::RECORD_FIELD, &what, place, || {
                            format!("`{}` is no value of `{what}`", shortened(&value.to_string()))
                        });
                    }
                }
            }
        }
        for (property, inner) in nested {
            let reverse = reverse_of(&property);
            let back = match reverse {
                // What the nested one says of this goes before what its place does.
                Some(own) if says(&inner, own) => None,
                _ => reverse.map(|own| (own, id.as_str())),
            };
            let inside = place.clone().field(&property);
            let found = self.entity(intake, &inside, inner, back)?;
            if let (None, Some(found), Some(row)) = (reverse, found, self.by_id.get(&id).copied()) {
                self.rows[row].add(&property, Said::plain(found));
            }
        }
        Ok(Some(id))
    }

    /// Takes in one value of an entity.
    pub(super) fn statement(
        &mut self,
        intake: &mut Intake<'_>,
        place: &Path,
        statement: &super::Statement,
    ) -> Result<(), Error> {
        if !self.by_id.contains_key(&statement.entity) {
            intake.account.add_row();
        }
        let place = place.clone().at(&statement.entity);
        let entity =
            self.open(intake, place, statement.entity.clone(), statement.schema.clone())?;
        if !entity.datasets.contains(&statement.dataset) && !statement.dataset.is_empty() {
            entity.datasets.push(statement.dataset.clone());
        }
        // A statement of the id is a checksum of the entity.
        if statement.property != "id" {
            entity.add(
                &statement.property,
                Said {
                    text: statement.value.clone(),
                    original: statement.original.clone(),
                    lang: statement.lang.clone(),
                },
            );
        }
        Ok(())
    }
}

/// Whether a nested entity has a property.
fn says(entity: &Object, property: &str) -> bool {
    entity
        .get("properties")
        .and_then(|properties| properties.get(property))
        .is_some_and(|value| !is_empty(value))
}
