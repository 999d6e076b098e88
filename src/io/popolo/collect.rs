//! The objects of a file, whatever its dialect: each once, by its kind, with references in place of what was embedded.

use std::collections::{BTreeSet, HashMap};

use serde_json::Value;

use crate::finding::{Path, importing as rules};
use crate::io::Error;
use crate::io::error::shortened;
use crate::io::intake::{Intake, Object, is_empty, text};

/// Kinds of objects that may stand inside others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Person,
    Organization,
    Post,
    Event,
    Membership,
}

impl Kind {
    const ALL: [Self; 5] =
        [Self::Person, Self::Organization, Self::Post, Self::Event, Self::Membership];

    /// The name of its list.
    pub(super) fn table(self) -> &'static str {
        match self {
            Self::Person => "persons",
            Self::Organization => "organizations",
            Self::Post => "posts",
            Self::Event => "events",
            Self::Membership => "memberships",
        }
    }
}

/// Lists of the format whose objects have no place in the records.
const OTHERS: [(&str, &str); 6] = [
    ("areas", "areas"),
    ("motions", "motions"),
    ("vote_events", "vote events"),
    ("votes", "votes"),
    ("counts", "counts"),
    ("speeches", "speeches"),
];

/// An object, and where it stands. Its own id is taken out of it.
pub(super) struct Raw {
    pub(super) place: Path,
    pub(super) id: Option<String>,
    pub(super) object: Object,
    /// Whether lists of several objects were joined.
    is_merged: bool,
}

/// The objects of one kind.
#[derive(Default)]
pub(super) struct Shelf {
    pub(super) rows: Vec<Raw>,
    by_id: HashMap<String, usize>,
}

impl Shelf {
    pub(super) fn has(&self, id: &str) -> bool {
        self.by_id.contains_key(id)
    }
}

/// Where an object stands.
enum Class {
    Of(Kind),
    /// What it is, for the account.
    Other(&'static str),
    /// Nothing tells.
    None,
}

/// The objects of a file.
#[derive(Default)]
pub(super) struct Collected {
    shelves: [Shelf; 5],
    /// Pages on which the file as a whole rests.
    pub(super) sources: Vec<(Path, Value)>,
}

impl Collected {
    pub(super) fn of(&self, kind: Kind) -> &Shelf {
        &self.shelves[kind as usize]
    }

    pub(super) fn take(&mut self, kind: Kind) -> Vec<Raw> {
        let mut rows = std::mem::take(&mut self.shelves[kind as usize].rows);
        for raw in rows.iter_mut().filter(|raw| raw.is_merged) {
            for list in raw.object.values_mut().filter_map(Value::as_array_mut) {
                let mut known = BTreeSet::new();
                list.retain(|value| known.insert(value.to_string()));
            }
        }
        rows
    }

    /// Takes in a whole file.
    pub(super) fn file(&mut self, intake: &mut Intake<'_>, value: Value) -> Result<(), Error> {
        let root = Path::of_table("$");
        match value {
            Value::Array(values) => {
                for (at, value) in values.into_iter().enumerate() {
                    self.element(intake, root.clone().at(at), value)?;
                }
                Ok(())
            }
            value => self.element(intake, root, value),
        }
    }

    /// An object that may be a file, a record, or an envelope around one of these.
    fn element(&mut self, intake: &mut Intake<'_>, place: Path, value: Value) -> Result<(), Error> {
        let Value::Object(mut object) = value else {
            return none(intake, &place, &value);
        };
        for envelope in ["result", "results", "data"] {
            let wrapped = matches!(object.get(envelope), Some(Value::Object(_) | Value::Array(_)));
            if wrapped && let Some(mut inner) = object.remove(envelope) {
                if let Value::Object(inner) = &mut inner
                    && !inner.contains_key("id")
                    && let Some(id) = object.remove("id")
                {
                    inner.insert("id".to_owned(), id);
                }
                intake.leftovers("file", &place, &object, &[]);
                let place = place.field(envelope);
                return match inner {
                    Value::Array(values) => {
                        for (at, value) in values.into_iter().enumerate() {
                            self.element(intake, place.clone().at(at), value)?;
                        }
                        Ok(())
                    }
                    inner => self.element(intake, place, inner),
                };
            }
        }
        let own = ["id", "name", "label", "text", "motion"];
        let is_record = own.iter().any(|field| object.contains_key(*field));
        let has_list =
            Kind::ALL.iter().map(|kind| kind.table()).chain(OTHERS.map(|(list, _)| list));
        if !is_record
            && has_list.into_iter().any(|list| object.get(list).is_some_and(Value::is_array))
        {
            return self.document(intake, &place, object);
        }
        match class_of(&object) {
            Class::Of(kind) => self.object(intake, kind, &place, object, &[]).map(drop),
            Class::Other(what) => {
                intake.account.add_row();
                intake.account.add_skipped(what, 1);
                Ok(())
            }
            Class::None => {
                intake.account.add_row();
                let text = shortened(&Value::Object(object).to_string());
                let why =
                    "nothing tells whether this is a person, an organization or something else";
                intake.reject(&place, &text, why)
            }
        }
    }

    /// A file with lists of objects.
    fn document(
        &mut self,
        intake: &mut Intake<'_>,
        place: &Path,
        mut object: Object,
    ) -> Result<(), Error> {
        let is_root = place.as_str() == "$";
        let list_at = |list: &str| {
            if is_root { Path::of_table(list) } else { place.clone().field(list) }
        };
        for (list, what) in OTHERS {
            if let Some(Value::Array(values)) = object.get(list) {
                for _ in values {
                    intake.account.add_row();
                }
                if !values.is_empty() {
                    intake.account.add_skipped(what, values.len() as u64);
                }
                object.remove(list);
            }
        }
        for kind in Kind::ALL {
            let Some(Value::Array(values)) = object.get_mut(kind.table()) else { continue };
            let values = std::mem::take(values);
            object.remove(kind.table());
            self.list(intake, kind, &list_at(kind.table()), values, &[])?;
        }
        if let Some(Value::Object(meta)) = object.get_mut("meta")
            && let Some(Value::Array(sources)) = meta.remove("sources")
        {
            let place = list_at("meta").field("sources");
            self.sources.extend(
                sources.into_iter().enumerate().map(|(at, page)| (place.clone().at(at), page)),
            );
        }
        intake.leftovers("file", place, &object, &["meta"]);
        Ok(())
    }

    fn list(
        &mut self,
        intake: &mut Intake<'_>,
        kind: Kind,
        place: &Path,
        values: Vec<Value>,
        given: &[(&str, &str)],
    ) -> Result<(), Error> {
        for (at, value) in values.into_iter().enumerate() {
            let place = place.clone().at(at);
            match value {
                Value::Object(object) => {
                    self.object(intake, kind, &place, object, given)?;
                }
                value => none(intake, &place, &value)?,
            }
        }
        Ok(())
    }

    /// An object of a kind, with what stands inside it; gives its id. `given` are references that it has from where it stands.
    fn object(
        &mut self,
        intake: &mut Intake<'_>,
        kind: Kind,
        place: &Path,
        mut object: Object,
        given: &[(&str, &str)],
    ) -> Result<String, Error> {
        intake.account.add_row();
        let references: &[(&str, &str, Kind)] = match kind {
            Kind::Person => &[],
            Kind::Organization => &[("parent", "parent_id", Kind::Organization)],
            Kind::Post => &[("organization", "organization_id", Kind::Organization)],
            Kind::Event => &[
                ("organization", "organization_id", Kind::Organization),
                ("parent", "parent_id", Kind::Event),
            ],
            Kind::Membership => &[
                ("person", "person_id", Kind::Person),
                ("organization", "organization_id", Kind::Organization),
                ("post", "post_id", Kind::Post),
                ("on_behalf_of", "on_behalf_of_id", Kind::Organization),
                ("legislative_period", "legislative_period_id", Kind::Event),
            ],
        };
        for (field, reference, kind) in references {
            if !matches!(object.get(*field), Some(Value::Object(inner)) if !inner.is_empty()) {
                continue;
            }
            let Some(Value::Object(inner)) = object.remove(*field) else { continue };
            let id = self.object(intake, *kind, &place.clone().field(field), inner, &[])?;
            refer(intake, place, &mut object, reference, &id)?;
        }
        for (reference, id) in given {
            refer(intake, place, &mut object, reference, id)?;
        }
        let inside: Vec<(Kind, &str, Vec<Value>)> = match kind {
            Kind::Person => vec![(Kind::Membership, "person_id")],
            Kind::Organization => {
                vec![(Kind::Post, "organization_id"), (Kind::Membership, "organization_id")]
            }
            Kind::Post => vec![(Kind::Membership, "post_id")],
            Kind::Event | Kind::Membership => Vec::new(),
        }
        .into_iter()
        .map(|(inner, reference)| {
            (inner, reference, crate::io::intake::list(&mut object, inner.table()))
        })
        .collect();
        let id = self.shelve(intake, kind, place.clone(), object)?;
        for (inner, reference, values) in inside {
            let place = place.clone().field(inner.table());
            self.list(intake, inner, &place, values, &[(reference, &id)])?;
        }
        Ok(id)
    }

    /// Puts an object to those of its kind, or adds it to the one that has its id.
    fn shelve(
        &mut self,
        intake: &mut Intake<'_>,
        kind: Kind,
        place: Path,
        mut object: Object,
    ) -> Result<String, Error> {
        let Shelf { rows, by_id } = &mut self.shelves[kind as usize];
        let row = rows.len();
        let Some(id) = text(&mut object, "id") else {
            // Memberships are named by nothing; their ids are made when all others are known.
            if kind == Kind::Membership {
                rows.push(Raw { place, id: None, object, is_merged: false });
                return Ok(String::new());
            }
            let mut number = row + 1;
            let mut made = format!("{}-{number}", kind.table());
            while by_id.contains_key(&made) {
                number += 1;
                made = format!("{}-{number}", kind.table());
            }
            by_id.insert(made.clone(), row);
            rows.push(Raw { place, id: Some(made.clone()), object, is_merged: false });
            return Ok(made);
        };
        let before = by_id.get(&id).copied();
        let Some(first) = before.and_then(|row| rows.get_mut(row)) else {
            by_id.insert(id.clone(), row);
            rows.push(Raw { place, id: Some(id.clone()), object, is_merged: false });
            return Ok(id);
        };
        let differs = differences(&first.object, &object);
        for field in &differs {
            let (here, there) = (object.get(*field), first.object.get(*field));
            let [here, there] = [here, there]
                .map(|value| shortened(&value.map(ToString::to_string).unwrap_or_default()));
            let message =
                format!("`{field}` of `{id}` is {here} here, and {there} at {}", first.place);
            intake.refuse(rules::RECORD_TWICE, &place.clone().field(field), &id, message)?;
        }
        if kind == Kind::Membership && !differs.is_empty() {
            rows.push(Raw { place, id: None, object, is_merged: false });
            return Ok(id);
        }
        merge(&mut first.object, object);
        first.is_merged = true;
        intake.account.add_skipped("objects whose id stood in the file before", 1);
        Ok(id)
    }
}

/// Something that is no object.
fn none(intake: &mut Intake<'_>, place: &Path, value: &Value) -> Result<(), Error> {
    intake.account.add_row();
    if value.is_null() {
        intake.account.add_missing(1);
        return Ok(());
    }
    intake.reject(place, &shortened(&value.to_string()), "this is no object")
}

/// Sets a reference that follows from where an object stands.
fn refer(
    intake: &mut Intake<'_>,
    place: &Path,
    object: &mut Object,
    reference: &str,
    id: &str,
) -> Result<(), Error> {
    match object.get(reference) {
        Some(Value::String(own)) if own == id => Ok(()),
        Some(own) if !is_empty(own) => {
            let own = shortened(&own.to_string());
            let message = format!("`{reference}` is {own}, and the object stands in `{id}`");
            intake.refuse(rules::RECORD_TWICE, &place.clone().field(reference), &own, message)
        }
        _ => {
            object.insert(reference.to_owned(), Value::String(id.to_owned()));
            Ok(())
        }
    }
}

/// The fields in which two objects contradict each other.
fn differences<'o>(first: &Object, second: &'o Object) -> Vec<&'o str> {
    let contradicts = |(field, value): &(&'o String, &Value)| {
        let is_list = value.is_array();
        first
            .get(field.as_str())
            .is_some_and(|old| old != *value && !is_empty(old) && !(is_list && old.is_array()))
    };
    let fields = second.iter().filter(|(_, value)| !is_empty(value));
    fields.filter(contradicts).map(|(field, _)| field.as_str()).collect()
}

/// Adds what the first object lacks.
fn merge(first: &mut Object, second: Object) {
    for (field, value) in second {
        match (first.get_mut(&field), value) {
            (Some(Value::Array(old)), Value::Array(new)) => old.extend(new),
            (Some(old), value) if is_empty(old) => *old = value,
            (Some(_), _) => {}
            (None, value) => {
                first.insert(field, value);
            }
        }
    }
}

/// Of which kind an object is that stands alone.
fn class_of(object: &Object) -> Class {
    let has = |fields: &[&str]| {
        fields.iter().any(|field| object.get(*field).is_some_and(|value| !is_empty(value)))
    };
    let is = |field: &str| object.contains_key(field);
    if has(&["option"]) {
        Class::Other("votes")
    } else if has(&["vote_events", "requirement"]) {
        Class::Other("motions")
    } else if has(&["counts", "votes", "motion", "group_results"]) {
        Class::Other("vote events")
    } else if has(&["creator_id", "creator"]) {
        Class::Other("speeches")
    } else if is("value") && is("type") {
        Class::Other("contact details")
    } else if has(&["person_id", "person", "on_behalf_of_id"]) {
        Class::Of(Kind::Membership)
    } else if has(&["label"]) {
        Class::Of(Kind::Post)
    } else if has(&["attendees", "location"]) || is("name") && has(&["start_date"]) {
        Class::Of(Kind::Event)
    } else if has(&["identifier"]) && !is("id") {
        Class::Other("areas")
    } else if is("posts") {
        Class::Of(Kind::Organization)
    } else if let Some(Value::Array(memberships)) = object.get("memberships") {
        let of = |field: &str| {
            let holder = memberships.first().and_then(|first| first.get(field));
            holder.is_some_and(|holder| !is_empty(holder) && object.get("id") != Some(holder))
        };
        match (of("person_id") || of("person"), of("organization_id") || of("organization")) {
            (true, false) => Class::Of(Kind::Organization),
            (false, true) => Class::Of(Kind::Person),
            _ => Class::None,
        }
    } else if PERSONAL.iter().any(|field| is(field)) {
        Class::Of(Kind::Person)
    } else if has(&["classification", "founding_date", "dissolution_date", "parent_id"]) {
        Class::Of(Kind::Organization)
    } else {
        Class::None
    }
}

/// Fields that only persons have.
const PERSONAL: [&str; 9] = [
    "birth_date",
    "death_date",
    "family_name",
    "given_name",
    "honorific_prefix",
    "gender",
    "national_identity",
    "biography",
    "sort_name",
];
