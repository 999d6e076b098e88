//! Records out of the objects of a file.

use std::collections::{HashMap, HashSet};

use serde_json::Value;

use super::collect::{Collected, Kind, Raw};
use super::{ATTENDEE, OFFICIAL_SITE};
use crate::actor::{
    Actor, Agency, AgencyFact, AgencyKind, OfficialUrl, Person, Post, Relation, RelationKind,
    Tenure, TenureFact,
};
use crate::event::{Event, EventKind, EventStatus, Participant, Role, Sitting};
use crate::finding::{Path, importing as rules};
use crate::id::Id;
use crate::identifier::Identifier;
use crate::io::Error;
use crate::io::error::shortened;
use crate::io::foreign_id::id_of;
use crate::io::intake::{Intake, Object, Said, identifier, is_empty, list, open_word, text};
use crate::lang::Lang;
use crate::name::{Name, NameKind, NameParts};
use crate::source::Cite;
use crate::text::folded;

/// Fields of the format for which the records have no place.
const NO_PLACE: &[&str] = &[
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

/// Names under which no party stands.
const NOBODIES: [&str; 9] =
    ["unknown", "none", "n/a", "na", "-", "independent", "speaker", "deputy speaker", "vacant"];

/// Makes records of all objects.
pub(super) fn records(intake: &mut Intake<'_>, objects: &mut Collected) -> Result<(), Error> {
    for raw in objects.take(Kind::Organization) {
        agency(intake, raw, objects)?;
    }
    for raw in objects.take(Kind::Person) {
        person(intake, raw)?;
    }
    let memberships = objects.take(Kind::Membership);
    let mut bodies: HashMap<&str, &str> = HashMap::new();
    for raw in &memberships {
        let of = |field: &str| raw.object.get(field).and_then(Value::as_str);
        if let (Some(post), Some(body)) = (of("post_id"), of("organization_id")) {
            bodies.entry(post).or_insert(body);
        }
    }
    for raw in objects.take(Kind::Post) {
        post(intake, raw, objects, &bodies)?;
    }
    drop(bodies);
    for raw in objects.take(Kind::Event) {
        event(intake, raw, objects)?;
    }
    tenures(intake, memberships, objects)?;
    for (place, page) in std::mem::take(&mut objects.sources) {
        cite(intake, &place, page);
    }
    Ok(())
}

fn agency(intake: &mut Intake<'_>, raw: Raw, objects: &Collected) -> Result<(), Error> {
    let Raw { place, id, mut object } = raw;
    let kind = text(&mut object, "classification");
    let kind = open_word(kind.as_deref().unwrap_or("organization"), AgencyKind::Other);
    let mut agency = Agency::new(id_of(&id.unwrap_or_default()), kind);
    agency.names = names(intake, "organizations", &place, &mut object)?;
    if agency.kind.as_str() == "party"
        && let Some(name) = agency.names.first()
        && NOBODIES.contains(&folded(&name.text).as_str())
    {
        let message = format!("`{}` is no party", name.text);
        intake.note(rules::RECORD_NOBODY, &place, &name.text, message);
    }
    let dates = dates(intake, &place, &mut object, ["founding_date", "dissolution_date"])?;
    let (span, beside) = intake.span(&place, dates)?;
    agency.span = span;
    for (said, fact) in beside.into_iter().zip([AgencyFact::Start, AgencyFact::End]) {
        if let Some(Said { bound, printed }) = said {
            agency.attests.push(intake.attest(fact(bound), printed));
        }
    }
    if let Some(parent) = reference(intake, objects, &place, &mut object, "organizations.parent_id", Kind::Organization) {
        agency.relations.push(Relation::new(RelationKind::PartOf, parent));
    }
    agency.identifiers = identifiers(intake, "organizations", &place, &mut object);
    agency.urls = sites(&mut object);
    agency.cites = cites(intake, &place, &mut object);
    close(intake, "organizations", &place, &object);
    intake.data.agencies_mut().push(agency);
    Ok(())
}

fn person(intake: &mut Intake<'_>, raw: Raw) -> Result<(), Error> {
    let Raw { place, id, mut object } = raw;
    let mut person = Person::new(id_of(&id.unwrap_or_default()));
    person.names = names(intake, "persons", &place, &mut object)?;
    let [birth, death] = dates(intake, &place, &mut object, ["birth_date", "death_date"])?;
    (person.birth, person.death) = (birth.bound, death.bound);
    person.identifiers = identifiers(intake, "persons", &place, &mut object);
    person.cites = cites(intake, &place, &mut object);
    close(intake, "persons", &place, &object);
    intake.data.people_mut().push(person);
    Ok(())
}

fn post(
    intake: &mut Intake<'_>,
    raw: Raw,
    objects: &Collected,
    bodies: &HashMap<&str, &str>,
) -> Result<(), Error> {
    let Raw { place, id, mut object } = raw;
    let id = id.unwrap_or_default();
    let body = reference(intake, objects, &place, &mut object, "posts.organization_id", Kind::Organization);
    // Where the post does not say so itself, those who hold it do.
    let body = body.or_else(|| bodies.get(id.as_str()).map(|body| id_of(body)));
    let body = body.unwrap_or_else(|| {
        let what = "posts.organization_id";
        intake.repeat(rules::RECORD_BODY, what, || place.clone(), || {
            format!("`{}` is a post of no organization", shortened(&id))
        });
        intake.nobody(None)
    });
    let mut post = Post::new(id_of(&id), body);
    post.names = texts(intake, &place, &mut object, "label").into_iter().map(name).collect();
    let first = post.names.first().map(|name| name.text.clone());
    for (lang, role) in texts(intake, &place, &mut object, "role") {
        if first.as_ref() != Some(&role) {
            let mut name = name((lang, role));
            name.kind = if first.is_some() { NameKind::Short } else { NameKind::Official };
            post.names.push(name);
        }
    }
    for field in ["other_label", "other_labels"] {
        other_names(intake, "posts", &place, &mut object, field, &mut post.names)?;
    }
    let dates = dates(intake, &place, &mut object, ["start_date", "end_date"])?;
    (post.span, _) = intake.span(&place, dates)?;
    post.identifiers = identifiers(intake, "posts", &place, &mut object);
    post.cites = cites(intake, &place, &mut object);
    close(intake, "posts", &place, &object);
    intake.data.posts_mut().push(post);
    Ok(())
}

fn event(intake: &mut Intake<'_>, raw: Raw, objects: &Collected) -> Result<(), Error> {
    let Raw { place, id, mut object } = raw;
    let kind = text(&mut object, "classification");
    let kind = open_word(kind.as_deref().unwrap_or("event"), EventKind::Other);
    let mut event = Event::new(id_of(&id.unwrap_or_default()), kind);
    event.names = names(intake, "events", &place, &mut object)?;
    let dates = dates(intake, &place, &mut object, ["start_date", "end_date"])?;
    let (span, _) = intake.span(&place, dates)?;
    let venue = text(&mut object, "location");
    if !span.is_unknown() || venue.is_some() {
        let mut sitting = Sitting::new(span);
        sitting.venue = venue;
        event.sittings.push(sitting);
    }
    if let Some(status) = text(&mut object, "status") {
        match status_of(&status) {
            Some(status) => event.status = status,
            None => {
                object.insert("status".to_owned(), Value::String(status));
            }
        }
    }
    if let Some(body) = reference(intake, objects, &place, &mut object, "events.organization_id", Kind::Organization) {
        event.participants.push(Participant::new(Actor::Agency(body), Role::Organizer));
    }
    for (at, attendee) in list(&mut object, "attendees").into_iter().enumerate() {
        let place = place.clone().field("attendees").at(at);
        let id = attendee.get("id").or_else(|| attendee.get("person_id")).and_then(Value::as_str);
        let Some(id) = id.or_else(|| attendee.as_str()) else {
            let text = shortened(&attendee.to_string());
            intake.note(rules::RECORD_FIELD, &place, &text, format!("`{text}` has no id"));
            continue;
        };
        if !objects.of(Kind::Person).has(id) {
            missing(intake, &place, "events.attendees", id);
        }
        let actor = Actor::Person(id_of(id));
        event.participants.push(Participant::new(actor, open_word(ATTENDEE, Role::Other)));
        if let Value::Object(mut rest) = attendee {
            for field in ["id", "person_id", "name"] {
                rest.remove(field);
            }
            intake.leftovers("events.attendees", &place, &rest, NO_PLACE);
        }
    }
    event.parent = reference(intake, objects, &place, &mut object, "events.parent_id", Kind::Event);
    event.identifiers = identifiers(intake, "events", &place, &mut object);
    event.cites = cites(intake, &place, &mut object);
    close(intake, "events", &place, &object);
    intake.data.events_mut().push(event);
    Ok(())
}

fn status_of(text: &str) -> Option<EventStatus> {
    match text.to_ascii_lowercase().as_str() {
        "tentative" => Some(EventStatus::Planned),
        "passed" => Some(EventStatus::Held),
        "canceled" => Some(EventStatus::Cancelled),
        word => word.parse().ok(),
    }
}

fn tenures(
    intake: &mut Intake<'_>,
    memberships: Vec<Raw>,
    objects: &Collected,
) -> Result<(), Error> {
    let ids = memberships.iter().filter_map(|raw| raw.id.as_deref()).map(id_of);
    let mut used: HashSet<Id<Tenure>> = ids.collect();
    let mut numbers: HashMap<String, u32> = HashMap::new();
    let posts = intake.data.posts().iter().map(|post| (post.id.clone(), post.agency.clone()));
    let mut implied: HashMap<Id<Post>, Id<Agency>> = posts.collect();
    let agencies = intake.data.agencies().iter().enumerate();
    let agencies: HashMap<_, _> = agencies.map(|(row, agency)| (agency.id.clone(), row)).collect();
    for Raw { place, id, mut object } in memberships {
        let Some(holder) = text(&mut object, "person_id") else {
            member_body(intake, &place, object, &agencies)?;
            continue;
        };
        if !objects.of(Kind::Person).has(&holder) {
            missing(intake, &place, "memberships.person_id", &holder);
        }
        let person: Id<Person> = id_of(&holder);
        let id = id.map(|id| id_of(&id)).unwrap_or_else(|| {
            // Named after the holder, so that the id stays when other holders come and go.
            let number = numbers.entry(holder).or_default();
            loop {
                *number += 1;
                let made = Id::of_slug(&format!("{person}-{number}"));
                if used.insert(Id::clone(&made)) {
                    return made;
                }
            }
        });
        let mut tenure = Tenure::new(id, person);
        let kind = Kind::Organization;
        let body = reference(intake, objects, &place, &mut object, "memberships.organization_id", kind);
        let post: Option<Id<Post>> = text(&mut object, "post_id").map(|post| id_of(&post));
        let mut roles = texts(intake, &place, &mut object, "role");
        if post.is_none() && roles.len() > 1 && let Some(body) = &body {
            // A title is in one language; a post has names in each.
            tenure.post = Some(implied_post(intake, &mut object, body, roles, &mut implied));
        } else {
            roles.truncate(1);
            tenure.title = roles.pop().map(|(_, role)| role);
            tenure.post = post;
        }
        match tenure.post.as_ref().map(|post| implied.get(post)) {
            Some(Some(of)) if body.is_none() || body.as_ref() == Some(of) => {}
            Some(known) => {
                if known.is_none() {
                    missing(intake, &place, "memberships.post_id", tenure.post.as_ref().map_or("", Id::as_str));
                }
                tenure.agency = body;
            }
            None => tenure.agency = body,
        }
        if tenure.post.is_none() && tenure.agency.is_none() {
            intake.repeat(rules::RECORD_BODY, "memberships", || place.clone(), || {
                "a membership names neither an organization nor a post".to_owned()
            });
        }
        let dates = dates(intake, &place, &mut object, ["start_date", "end_date"])?;
        let (span, beside) = intake.span(&place, dates)?;
        tenure.span = span;
        for (said, fact) in beside.into_iter().zip([TenureFact::Start, TenureFact::End]) {
            if let Some(Said { bound, printed }) = said {
                tenure.attests.push(intake.attest(fact(bound), printed));
            }
        }
        if let Some(label) = text(&mut object, "label")
            && tenure.title.as_ref() != Some(&label)
        {
            tenure.attests.push(intake.attest(TenureFact::Title(label), None));
        }
        tenure.term =
            reference(intake, objects, &place, &mut object, "memberships.legislative_period_id", Kind::Event);
        tenure.on_behalf_of =
            reference(intake, objects, &place, &mut object, "memberships.on_behalf_of_id", kind)
                .map(Actor::Agency);
        tenure.cites = cites(intake, &place, &mut object);
        close(intake, "memberships", &place, &object);
        intake.data.tenures_mut().push(tenure);
    }
    Ok(())
}

/// A membership of an organization in another one.
fn member_body(
    intake: &mut Intake<'_>,
    place: &Path,
    mut object: Object,
    agencies: &HashMap<Id<Agency>, usize>,
) -> Result<(), Error> {
    let of = |field: &str| object.get(field).and_then(Value::as_str).map(id_of);
    let row = of("member_id").and_then(|member| agencies.get(&member).copied());
    let (Some(row), Some(to)) = (row, of("organization_id")) else {
        let text = shortened(&Value::Object(object).to_string());
        return intake.reject(place, &text, "a membership names no person");
    };
    let mut relation = Relation::new(RelationKind::MemberOf, to);
    let dates = dates(intake, place, &mut object, ["start_date", "end_date"])?;
    (relation.span, _) = intake.span(place, dates)?;
    if let Some(agency) = intake.data.agencies_mut().get_mut(row) {
        agency.relations.push(relation);
    }
    for field in ["member_id", "organization_id"] {
        object.remove(field);
    }
    close(intake, "memberships", place, &object);
    Ok(())
}

/// The post that a membership stands for whose role is given in several languages.
fn implied_post(
    intake: &mut Intake<'_>,
    object: &mut Object,
    body: &Id<Agency>,
    roles: Vec<(Option<Lang>, String)>,
    posts: &mut HashMap<Id<Post>, Id<Agency>>,
) -> Id<Post> {
    let code = text(object, "role_code");
    let key = code.clone().or_else(|| roles.first().map(|(_, role)| role.clone()));
    let id: Id<Post> = id_of(&key.unwrap_or_default());
    // The same function at another body is another post.
    let id = match posts.get(&id) {
        Some(of) if of != body => Id::of_slug(&format!("{id}-{body}")),
        _ => id,
    };
    if !posts.contains_key(&id) {
        let mut post = Post::new(id.clone(), body.clone());
        post.names = roles.into_iter().map(name).collect();
        post.identifiers.extend(code.and_then(|code| identifier(Some("wikidata"), &code)));
        post.cites = intake.cites();
        intake.data.posts_mut().push(post);
        posts.insert(id.clone(), body.clone());
    }
    id
}

/// Counts an object as read, and tells what had no place.
fn close(intake: &mut Intake<'_>, kind: &'static str, place: &Path, object: &Object) {
    intake.account.add_values(1);
    intake.leftovers(kind, place, object, NO_PLACE);
}

/// A reference to an object of a kind; `what` is the list and the field.
fn reference<T>(
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

fn missing(intake: &mut Intake<'_>, place: &Path, what: &str, id: &str) {
    intake.repeat(rules::RECORD_MISSING, what, || place.clone(), || {
        format!("`{}` of `{what}` is not in the file", shortened(id))
    });
}

fn dates(
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

fn name((lang, text): (Option<Lang>, String)) -> Name {
    let mut name = Name::new(text);
    name.lang = lang;
    name
}

/// A text, or an object with one for each language.
fn texts(
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
fn names(
    intake: &mut Intake<'_>,
    kind: &str,
    place: &Path,
    object: &mut Object,
) -> Result<Vec<Name>, Error> {
    let mut names: Vec<Name> =
        texts(intake, place, object, "name").into_iter().map(name).collect();
    let parts = parts(object);
    match names.first_mut() {
        Some(first) => first.parts = parts,
        None if parts.is_some() => {
            // Somebody known by parts of a name alone.
            let text: Vec<_> = parts.iter().flat_map(|parts| [&parts.given, &parts.family]).flatten().cloned().collect();
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
fn other_names(
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

fn parts(object: &mut Object) -> Option<Box<NameParts>> {
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
fn other_name(
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

fn identifiers(
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
fn sites(object: &mut Object) -> Vec<OfficialUrl> {
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

fn cites(intake: &mut Intake<'_>, place: &Path, object: &mut Object) -> Vec<Cite> {
    let mut found = intake.cites();
    for (at, page) in list(object, "sources").into_iter().enumerate() {
        found.extend(cite(intake, &place.clone().field("sources").at(at), page));
    }
    found
}

fn cite(intake: &mut Intake<'_>, place: &Path, page: Value) -> Option<Cite> {
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
