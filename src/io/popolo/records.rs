//! Records out of the objects of a file.

use std::collections::{HashMap, HashSet};

use serde_json::Value;

use super::ATTENDEE;
use super::collect::{Collected, Kind, Raw};
use super::fields::{
    NO_PLACE, cite, cites, dates, identifiers, missing, name, names, other_names, reference, sites,
    texts,
};
use crate::actor::{
    Actor, Agency, AgencyFact, AgencyKind, Person, Post, Relation, RelationKind, Tenure, TenureFact,
};
use crate::event::{Event, EventKind, EventStatus, Participant, Role, Sitting};
use crate::finding::{Path, importing as rules};
use crate::id::Id;
use crate::io::Error;
use crate::io::error::shortened;
use crate::io::foreign_id::id_of;
use crate::io::intake::{Intake, Object, Said, identifier, list, open_word, text};
use crate::lang::Lang;
use crate::name::NameKind;
use crate::text::folded;

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
    let Raw { place, id, mut object, .. } = raw;
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
    if let Some(parent) = reference(
        intake,
        objects,
        &place,
        &mut object,
        "organizations.parent_id",
        Kind::Organization,
    ) {
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
    let Raw { place, id, mut object, .. } = raw;
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
    let Raw { place, id, mut object, .. } = raw;
    let id = id.unwrap_or_default();
    let body = reference(
        intake,
        objects,
        &place,
        &mut object,
        "posts.organization_id",
        Kind::Organization,
    );
    // Where the post does not say so itself, those who hold it do.
    let body = body.or_else(|| bodies.get(id.as_str()).map(|body| id_of(body)));
    let body = body.unwrap_or_else(|| {
        let what = "posts.organization_id";
        intake.repeat(
            rules::RECORD_BODY,
            what,
            || place.clone(),
            || format!("`{}` is a post of no organization", shortened(&id)),
        );
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
    let Raw { place, id, mut object, .. } = raw;
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
    if let Some(body) = reference(
        intake,
        objects,
        &place,
        &mut object,
        "events.organization_id",
        Kind::Organization,
    ) {
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
    for Raw { place, id, mut object, .. } in memberships {
        let Some(holder) = text(&mut object, "person_id") else {
            member_body(intake, &place, object, &agencies)?;
            continue;
        };
        if !objects.of(Kind::Person).has(&holder) {
            missing(intake, &place, "memberships.person_id", &holder);
        }
        let person: Id<Person> = id_of(&holder);
        let made = || {
            // Named after the holder, so that the id stays when other holders come and go.
            let number = numbers.entry(holder).or_default();
            loop {
                *number += 1;
                let made = Id::of_slug(&format!("{person}-{number}"));
                if used.insert(Id::clone(&made)) {
                    return made;
                }
            }
        };
        let id = id.map_or_else(made, |id| id_of(&id));
        let mut tenure = Tenure::new(id, person);
        let kind = Kind::Organization;
        let body =
            reference(intake, objects, &place, &mut object, "memberships.organization_id", kind);
        let post: Option<Id<Post>> = text(&mut object, "post_id").map(|post| id_of(&post));
        let mut roles = texts(intake, &place, &mut object, "role");
        if post.is_none()
            && roles.len() > 1
            && let Some(body) = &body
        {
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
                    missing(
                        intake,
                        &place,
                        "memberships.post_id",
                        tenure.post.as_ref().map_or("", Id::as_str),
                    );
                }
                tenure.agency = body;
            }
            None => tenure.agency = body,
        }
        if tenure.post.is_none() && tenure.agency.is_none() {
            intake.repeat(
                rules::RECORD_BODY,
                "memberships",
                || place.clone(),
                || "a membership names neither an organization nor a post".to_owned(),
            );
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
        tenure.term = reference(
            intake,
            objects,
            &place,
            &mut object,
            "memberships.legislative_period_id",
            Kind::Event,
        );
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
