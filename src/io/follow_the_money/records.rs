//! Records out of entities.

use std::collections::HashMap;

use super::entity::{Entities, Entity};
use super::fields::{
    attest, cites, country, dates, identifiers, listed, names, only_reference, refer, several, span,
};
use super::schema::{Class, class_of, is_known};
use super::{BODIES, INVOLVED};
use crate::actor::{
    Actor, Agency, AgencyFact, AgencyKind, OfficialUrl, Person, Post, Relation, RelationKind,
    Tenure, TenureFact,
};
use crate::event::{Event, EventFact, EventKind, Participant, Role, Sitting};
use crate::finding::importing as rules;
use crate::id::Id;
use crate::io::Error;
use crate::io::error::shortened;
use crate::io::foreign_id::id_of;
use crate::io::intake::{Intake, open_word};
use crate::name::{Name, NameParts};
use crate::source::DateKind;
use crate::time::{Bound, Span};

/// Makes records of all entities.
pub(super) fn records(intake: &mut Intake<'_>, entities: Entities) -> Result<(), Error> {
    let schemas = entities.schemas();
    // What names bodies comes behind all of these.
    let (first, then): (Vec<_>, Vec<_>) = entities
        .settled()
        .into_iter()
        .partition(|entity| matches!(class_of(&entity.schema), Class::Person | Class::Body));
    let mut bodies = HashMap::new();
    for mut entity in first.into_iter().chain(then) {
        let is_carried = match class_of(&entity.schema) {
            Class::Person => person(intake, &mut entity).map(|()| true),
            Class::Body => {
                bodies.insert(entity.id.clone(), intake.data.agencies().len());
                agency(intake, &mut entity).map(|()| true)
            }
            Class::Position => position(intake, &mut entity, &schemas).map(|()| true),
            Class::Occupancy => occupancy(intake, &mut entity, &schemas),
            Class::Event => event(intake, &mut entity, &schemas).map(|()| true),
            Class::Tie(holder, body) => tie(intake, &mut entity, [holder, body], &schemas, &bodies),
            Class::Other => {
                intake.account.add_skipped("entities of schemas without a place", 1);
                let schema = entity.schema.clone();
                intake.repeat(
                    rules::RECORD_PLACE,
                    &schema,
                    || entity.place.clone(),
                    || format!("entities of schema `{schema}` have no place in the records"),
                );
                continue;
            }
            Class::Unknown => {
                intake.account.add_skipped("entities of unknown schemas", 1);
                let schema = shortened(&entity.schema);
                intake.repeat(
                    rules::RECORD_FIELD,
                    &schema,
                    || entity.place.clone(),
                    || format!("`{schema}` is no schema of the model"),
                );
                continue;
            }
        };
        intake.account.add_values(u64::from(is_carried?));
        leftovers(intake, &entity);
    }
    Ok(())
}

/// Tells what had no place.
fn leftovers(intake: &mut Intake<'_>, entity: &Entity) {
    for (property, values) in entity.rest() {
        let what = format!("{}.{property}", entity.schema);
        let is_known = is_known(property);
        let rule = if is_known { rules::RECORD_PLACE } else { rules::RECORD_FIELD };
        for _ in values {
            intake.repeat(
                rule,
                &what,
                || entity.at(property),
                || {
                    if is_known {
                        format!("`{what}` has no place in the records, or not with several values")
                    } else {
                        format!("`{what}` is no property of the model")
                    }
                },
            );
        }
    }
}

fn person(intake: &mut Intake<'_>, entity: &mut Entity) -> Result<(), Error> {
    let mut person = Person::new(id_of(&entity.id));
    person.names = names(intake, entity);
    let mut parts = NameParts::new();
    parts.prefix = entity.only("title");
    parts.given = entity.only("firstName");
    parts.additional = entity.only("middleName").or_else(|| entity.only("secondName"));
    parts.patronymic = entity.only("fatherName");
    parts.family = entity.only("lastName");
    parts.suffix = entity.only("nameSuffix");
    if parts != NameParts::default() {
        if person.names.is_empty() {
            let text = [&parts.given, &parts.family].into_iter().flatten().cloned();
            person.names.push(Name::new(text.collect::<Vec<_>>().join(" ")));
        }
        if let Some(first) = person.names.first_mut() {
            first.parts = Some(Box::new(parts));
        }
    }
    for (bound, property) in [(&mut person.birth, "birthDate"), (&mut person.death, "deathDate")] {
        let dates = dates(intake, entity, property, false)?;
        let best = dates.best();
        *bound = best.unwrap_or_default();
        if best.is_none() {
            several(intake, entity, property, &dates);
        }
    }
    person.identifiers = identifiers(entity);
    person.cites = cites(intake, entity);
    intake.data.people_mut().push(person);
    Ok(())
}

fn agency(intake: &mut Intake<'_>, entity: &mut Entity) -> Result<(), Error> {
    let own = BODIES.iter().find(|(schema, _)| *schema == entity.schema);
    let word = own.map_or(entity.schema.as_str(), |(_, word)| *word);
    let mut agency = Agency::new(id_of(&entity.id), open_word(word, AgencyKind::Other));
    agency.names = names(intake, entity);
    agency.country = country(entity, "country").or_else(|| country(entity, "jurisdiction"));
    let (span, attests) = span(intake, entity, ["incorporationDate", "dissolutionDate"], false)?;
    agency.span = span;
    for (side, bound, printed) in attests {
        let says = if side == 0 { AgencyFact::Start(bound) } else { AgencyFact::End(bound) };
        agency.attests.push(attest(intake, entity, says, printed));
    }
    let sites = entity.take("website");
    let (good, bad): (Vec<_>, Vec<_>) =
        sites.into_iter().partition(|site| site.text.parse::<crate::url::Url>().is_ok());
    entity.give_back("website", bad);
    agency.urls =
        good.iter().filter_map(|site| site.text.parse().ok()).map(OfficialUrl::new).collect();
    agency.identifiers = identifiers(entity);
    agency.cites = cites(intake, entity);
    intake.data.agencies_mut().push(agency);
    Ok(())
}

fn position(
    intake: &mut Intake<'_>,
    entity: &mut Entity,
    schemas: &HashMap<String, String>,
) -> Result<(), Error> {
    let body = only_reference(intake, entity, "organization", schemas);
    let agency: Id<Agency> = if let Some(body) = body {
        id_of(&body)
    } else {
        let message = || "a position names no organization".to_owned();
        let place = || entity.place.clone();
        intake.repeat(rules::RECORD_BODY, "Position.organization", place, message);
        let country = country(entity, "country");
        intake.nobody(country)
    };
    let mut post = Post::new(id_of(&entity.id), agency);
    post.names = names(intake, entity);
    (post.span, _) = span(intake, entity, ["inceptionDate", "dissolutionDate"], true)?;
    if let Some(seats) = entity.only("numberOfSeats") {
        post.seats = seats.parse().ok();
        if post.seats.is_none() {
            let text = shortened(&seats);
            let message = format!("`{text}` is no number of seats");
            intake.note(rules::RECORD_FIELD, &entity.at("numberOfSeats"), &seats, message);
        }
    }
    post.identifiers = identifiers(entity);
    post.cites = cites(intake, entity);
    intake.data.posts_mut().push(post);
    Ok(())
}

fn occupancy(
    intake: &mut Intake<'_>,
    entity: &mut Entity,
    schemas: &HashMap<String, String>,
) -> Result<bool, Error> {
    let holders = entity.take("holder");
    if holders.is_empty() {
        let text = entity.id.clone();
        return intake.reject(&entity.place, &text, "an occupancy has no holder").map(|()| false);
    }
    for holder in &holders {
        refer(intake, entity, "holder", &holder.text, schemas);
    }
    let posts = entity.take("post");
    for post in &posts {
        refer(intake, entity, "post", &post.text, schemas);
    }
    let post: Option<Id<Post>> = match posts.as_slice() {
        [post] => Some(id_of(&post.text)),
        [] => {
            intake.repeat(
                rules::RECORD_BODY,
                "Occupancy.post",
                || entity.place.clone(),
                || "an occupancy names no post".to_owned(),
            );
            None
        }
        _ => {
            let message = format!("{} posts of one occupancy: {}", posts.len(), listed(&posts));
            intake.note(rules::RECORD_SEVERAL, &entity.at("post"), &entity.id, message);
            None
        }
    };
    let is_shared = holders.len() > 1;
    let (dated, attests) = span(intake, entity, ["startDate", "endDate"], false)?;
    let elected = dates(intake, entity, "electionDate", true)?;
    let beside = |bound: Bound| bound.date().is_some();
    if is_shared {
        let message = format!("{} holders of one occupancy: {}", holders.len(), listed(&holders));
        intake.note(rules::RECORD_SEVERAL, &entity.at("holder"), &entity.id, message);
    }
    let cites = cites(intake, entity);
    for (at, holder) in holders.iter().enumerate() {
        let id = if is_shared { format!("{}/{}", entity.id, at + 1) } else { entity.id.clone() };
        let mut tenure = Tenure::new(id_of(&id), id_of(&holder.text));
        tenure.post.clone_from(&post);
        let mut said = Vec::new();
        if is_shared {
            // Whose dates these are is not known.
            let ends = [(0, dated.start()), (1, dated.end())];
            let ends = ends.into_iter().filter(|(_, bound)| beside(*bound));
            said.extend(ends.map(|(side, bound)| (side, bound, None)));
        } else {
            tenure.span = dated;
        }
        said.extend(attests.iter().cloned());
        for (side, bound, printed) in said {
            let says = if side == 0 { TenureFact::Start(bound) } else { TenureFact::End(bound) };
            tenure.attests.push(attest(intake, entity, says, printed));
        }
        for (bound, original) in &elected.read {
            let mut attested = attest(intake, entity, TenureFact::Start(*bound), original.clone());
            attested.kind = Some(DateKind::Elected);
            tenure.attests.push(attested);
        }
        tenure.cites.clone_from(&cites);
        intake.data.tenures_mut().push(tenure);
    }
    Ok(true)
}

/// Somebody's role at a body.
fn tie(
    intake: &mut Intake<'_>,
    entity: &mut Entity,
    [holder, body]: [&str; 2],
    schemas: &HashMap<String, String>,
    bodies: &HashMap<String, usize>,
) -> Result<bool, Error> {
    let holder = only_reference(intake, entity, holder, schemas);
    let body = only_reference(intake, entity, body, schemas);
    let (Some(holder), Some(body)) = (holder, body) else {
        let text = entity.id.clone();
        let why = "it does not name one holder and one body";
        return intake.reject(&entity.place, &text, why).map(|()| false);
    };
    let cites = cites(intake, entity);
    if let Some(row) = bodies.get(&holder).copied() {
        let (span, _) = span(intake, entity, ["startDate", "endDate"], true)?;
        if let Some(agency) = intake.data.agencies_mut().get_mut(row) {
            let mut relation = Relation::new(RelationKind::MemberOf, id_of(&body));
            (relation.span, relation.cites) = (span, cites);
            agency.relations.push(relation);
        }
        return Ok(true);
    }
    let mut tenure = Tenure::new(id_of(&entity.id), id_of(&holder));
    tenure.agency = Some(id_of(&body));
    tenure.title = entity.only("role");
    let (span, attests) = span(intake, entity, ["startDate", "endDate"], false)?;
    tenure.span = span;
    for (side, bound, printed) in attests {
        let says = if side == 0 { TenureFact::Start(bound) } else { TenureFact::End(bound) };
        tenure.attests.push(attest(intake, entity, says, printed));
    }
    tenure.cites = cites;
    intake.data.tenures_mut().push(tenure);
    Ok(true)
}

fn event(
    intake: &mut Intake<'_>,
    entity: &mut Entity,
    schemas: &HashMap<String, String>,
) -> Result<(), Error> {
    let mut event = Event::new(id_of(&entity.id), open_word("event", EventKind::Other));
    event.names = names(intake, entity);
    let (mut when, attests) = span(intake, entity, ["startDate", "endDate"], false)?;
    let on = dates(intake, entity, "date", true)?;
    match on.best() {
        Some(Bound::On(date)) if when.is_unknown() && attests.is_empty() => when = Span::on(date),
        Some(Bound::On(date)) if Span::on(date) == when => {}
        Some(_) => {
            for (bound, printed) in &on.read {
                if let Bound::On(date) = bound {
                    let says = EventFact::Span(Span::on(*date));
                    event.attests.push(attest(intake, entity, says, printed.clone()));
                }
            }
        }
        None => several(intake, entity, "date", &on),
    }
    for (side, bound, printed) in attests {
        let said = match side {
            0 => Span::new(bound, Bound::Unknown),
            _ => Span::new(Bound::Unknown, bound),
        };
        if let Ok(said) = said {
            event.attests.push(attest(intake, entity, EventFact::Span(said), printed));
        }
    }
    let venue = entity.only("location");
    let country = country(entity, "country");
    if !when.is_unknown() || venue.is_some() || country.is_some() {
        let mut sitting = Sitting::new(when);
        (sitting.venue, sitting.country) = (venue, country);
        event.sittings.push(sitting);
    }
    let roles = [("organizer", Role::Organizer), (INVOLVED, open_word(INVOLVED, Role::Other))];
    for (property, role) in roles {
        for said in entity.take(property) {
            refer(intake, entity, property, &said.text, schemas);
            let is_person = schemas.get(&said.text).is_some_and(|schema| schema == "Person");
            let actor = if is_person {
                Actor::Person(id_of(&said.text))
            } else {
                Actor::Agency(id_of(&said.text))
            };
            event.participants.push(Participant::new(actor, role.clone()));
        }
    }
    event.identifiers = identifiers(entity);
    event.cites = cites(intake, entity);
    intake.data.events_mut().push(event);
    Ok(())
}
