//! Fields that objects of several kinds have.

use serde_json::Value;

use super::OFFICIAL_SITE;
use super::collect::{Collected, Kind};
use crate::actor::OfficialUrl;
use crate::finding::{Path, importing as rules};
use crate::id::Id;
use crate::identifier::Identifier;
use crate::io::Error;
use crate::io::error::shortened;
use crate::io::foreign_id::id_of;
use crate::io::intake::{Intake, Object, Said, identifier, is_empty, list, text};
use crate::lang::Lang;
use crate::name::{Name, NameKind, NameParts};
use crate::source::Cite;

/// Fields of the format for which the records have no place.
pub(super) const NO_PLACE: &[&str] = &[
    "abstract",
    "area",
    "area_id",
    "biography",
    "children",
    "contact_details",
    "created_at",
    "description",
    "email",
    "gender",
    "image",
    "links",
    "national_identity",
    "note",
    "sort_name",
    "summary",
    "updated_at",
];

/// A reference to an object of a kind; `what` is the list and the field.
pub(super) fn reference<T>(
    intake: &mut Intake<'_>,
    objects: &Collected,
    place: &Path,
    object: &mut Object,
    what: &str,
    kind: Kind,
) -> Option<Id<T>> {
    let field = what.rsplit('.').next().unwrap_or(what);
    let id = text(object, field)?;
    if !objects.of(kind).has(&id) {
        missing(intake, place, what, &id);
    }
    Some(id_of(&id))
}

pub(super) fn missing(intake: &mut Intake<'_>, place: &Path, what: &str, id: &str) {
    intake.repeat(
        rules::RECORD_MISSING,
        what,
        || place.clone(),
        || format!("`{}` of `{what}` is not in the file", shortened(id)),
    );
}

pub(super) fn dates(
    intake: &mut Intake<'_>,
    place: &Path,
    object: &mut Object,
    fields: [&str; 2],
) -> Result<[Said; 2], Error> {
    let mut said = [Said::default(), Said::default()];
    for (said, field) in said.iter_mut().zip(fields) {
        if let Some(text) = text(object, field) {
            *said = intake.date(&place.clone().field(field), &text)?;
        }
    }
    Ok(said)
}

pub(super) fn name((lang, text): (Option<Lang>, String)) -> Name {
    let mut name = Name::new(text);
    name.lang = lang;
    name
}

/// A text, or an object with one for each language.
pub(super) fn texts(
    intake: &mut Intake<'_>,
    place: &Path,
    object: &mut Object,
    field: &str,
) -> Vec<(Option<Lang>, String)> {
    if let Some(Value::Object(by_lang)) = object.get_mut(field) {
        let mut found = Vec::new();
        let place = place.clone().field(field);
        by_lang.retain(|tag, value| match value {
            Value::String(text) if !text.trim().is_empty() => {
                let tag = tag.strip_prefix("lang:").unwrap_or(tag);
                found.push((intake.lang(&place, tag), text.clone()));
                false
            }
            _ => true,
        });
        return found;
    }
    text(object, field).map(|text| (None, text)).into_iter().collect()
}

/// The names of an object: its own, with the parts, and others.
pub(super) fn names(
    intake: &mut Intake<'_>,
    kind: &str,
    place: &Path,
    object: &mut Object,
) -> Result<Vec<Name>, Error> {
    let mut names: Vec<Name> = texts(intake, place, object, "name").into_iter().map(name).collect();
    let parts = parts(object);
    match names.first_mut() {
        Some(first) => first.parts = parts,
        None if parts.is_some() => {
            // Somebody known by parts of a name alone.
            let text: Vec<_> = parts
                .iter()
                .flat_map(|parts| [&parts.given, &parts.family])
                .flatten()
                .cloned()
                .collect();
            let mut name = Name::new(text.join(" "));
            name.parts = parts;
            names.push(name);
        }
        None => {}
    }
    other_names(intake, kind, place, object, "other_names", &mut names)?;
    Ok(names)
}

/// Adds the names of a list.
pub(super) fn other_names(
    intake: &mut Intake<'_>,
    kind: &str,
    place: &Path,
    object: &mut Object,
    field: &str,
    names: &mut Vec<Name>,
) -> Result<(), Error> {
    for (at, other) in list(object, field).into_iter().enumerate() {
        let place = place.clone().field(field).at(at);
        let Some((other, has_kind)) = other_name(intake, kind, &place, other)? else { continue };
        match names.first_mut() {
            // What this crate writes of the first name beside its text.
            Some(first) if at == 0 && has_kind && other.text == first.text => {
                let parts = first.parts.take();
                *first = other;
                first.parts = parts;
            }
            _ => names.push(other),
        }
    }
    Ok(())
}

pub(super) fn parts(object: &mut Object) -> Option<Box<NameParts>> {
    let mut parts = NameParts::new();
    parts.prefix = text(object, "honorific_prefix");
    parts.given = text(object, "given_name");
    parts.additional = text(object, "additional_name");
    parts.patronymic = text(object, "patronymic_name");
    parts.family = text(object, "family_name");
    parts.suffix = text(object, "honorific_suffix");
    (parts != NameParts::default()).then(|| Box::new(parts))
}

/// A further name, and whether its note tells of which kind it is.
pub(super) fn other_name(
    intake: &mut Intake<'_>,
    kind: &str,
    place: &Path,
    value: Value,
) -> Result<Option<(Name, bool)>, Error> {
    let mut object = match value {
        Value::String(text) if !text.trim().is_empty() => {
            let mut name = Name::new(text);
            name.kind = NameKind::Alias;
            return Ok(Some((name, false)));
        }
        Value::Object(object) => object,
        value if is_empty(&value) => return Ok(None),
        value => {
            let text = shortened(&value.to_string());
            intake.note(rules::RECORD_FIELD, place, &text, format!("`{text}` is no name"));
            return Ok(None);
        }
    };
    let field = if object.contains_key("name") { "name" } else { "label" };
    let Some(found) = texts(intake, place, &mut object, field).into_iter().next() else {
        intake.leftovers(&format!("{kind}.other_names"), place, &object, &[]);
        return Ok(None);
    };
    let mut name = name(found);
    let note = object.get("note").and_then(Value::as_str);
    let told: Option<NameKind> = note.and_then(|note| note.parse().ok());
    if told.is_some() {
        object.remove("note");
    }
    name.kind = told.unwrap_or(NameKind::Alias);
    if let Some(tag) = text(&mut object, "lang") {
        name.lang = intake.lang(place, &tag);
    }
    name.parts = parts(&mut object);
    let dates = dates(intake, place, &mut object, ["start_date", "end_date"])?;
    (name.span, _) = intake.span(place, dates)?;
    intake.leftovers(&format!("{kind}.other_names"), place, &object, NO_PLACE);
    Ok(Some((name, told.is_some())))
}

pub(super) fn identifiers(
    intake: &mut Intake<'_>,
    kind: &str,
    place: &Path,
    object: &mut Object,
) -> Vec<Identifier> {
    let mut found = Vec::new();
    for (at, value) in list(object, "identifiers").into_iter().enumerate() {
        let place = place.clone().field("identifiers").at(at);
        let Value::Object(mut entry) = value else {
            let text = shortened(&value.to_string());
            intake.note(rules::RECORD_FIELD, &place, &text, format!("`{text}` is no identifier"));
            continue;
        };
        let scheme = text(&mut entry, "scheme");
        let value = text(&mut entry, "identifier");
        found.extend(value.and_then(|value| identifier(scheme.as_deref(), &value)));
        intake.leftovers(&format!("{kind}.identifiers"), &place, &entry, &[]);
    }
    // EveryPolitician gives the item of a term so.
    found.extend(text(object, "wikidata").and_then(|item| identifier(Some("wikidata"), &item)));
    found
}

/// The official sites, which this crate writes as links.
pub(super) fn sites(object: &mut Object) -> Vec<OfficialUrl> {
    let mut found = Vec::new();
    if let Some(Value::Array(links)) = object.get_mut("links") {
        links.retain(|link| {
            let of = |field: &str| link.get(field).and_then(Value::as_str);
            let url = of("url").filter(|_| of("note") == Some(OFFICIAL_SITE));
            let site = url.and_then(|url| url.parse().ok()).map(OfficialUrl::new);
            let is_other = site.is_none();
            found.extend(site);
            is_other
        });
    }
    found
}

pub(super) fn cites(intake: &mut Intake<'_>, place: &Path, object: &mut Object) -> Vec<Cite> {
    let mut found = intake.cites();
    for (at, page) in list(object, "sources").into_iter().enumerate() {
        found.extend(cite(intake, &place.clone().field("sources").at(at), page));
    }
    found
}

pub(super) fn cite(intake: &mut Intake<'_>, place: &Path, page: Value) -> Option<Cite> {
    match page {
        Value::String(url) if !url.trim().is_empty() => Some(intake.page(&url, None)),
        Value::Object(mut page) => {
            let url = text(&mut page, "url");
            let note = text(&mut page, "note");
            intake.leftovers("sources", place, &page, &[]);
            match (url, note) {
                (Some(url), note) => Some(intake.page(&url, note)),
                (None, Some(note)) => Some(intake.page(&note, None)),
                (None, None) => None,
            }
        }
        page if is_empty(&page) => None,
        page => {
            let text = shortened(&page.to_string());
            intake.note(rules::RECORD_FIELD, place, &text, format!("`{text}` is no source"));
            None
        }
    }
}
