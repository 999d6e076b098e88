//! Records out of entities.

use std::collections::HashMap;

use super::entity::{Entities, Entity, Said};
use super::schema::{Class, SCHEMES, class_of, is_known};
use super::{BODIES, INVOLVED};
use crate::actor::{
    Actor, Agency, AgencyFact, AgencyKind, OfficialUrl, Person, Post, Relation, RelationKind,
    Tenure, TenureFact,
};
use crate::country::Country;
use crate::event::{Event, EventFact, EventKind, Participant, Role, Sitting};
use crate::finding::importing as rules;
use crate::id::Id;
use crate::identifier::Identifier;
use crate::io::Error;
use crate::io::error::shortened;
use crate::io::foreign_id::id_of;
use crate::io::intake::{Intake, identifier, open_word};
use crate::name::{Name, NameKind, NameParts};
use crate::source::{Attestation, Cite, DateKind};
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
            Class::Tie(holder, body) => {
                tie(intake, &mut entity, [holder, body], &schemas, &bodies)
            }
            Class::Other => {
                intake.account.add_skipped("entities of schemas without a place", 1);
                let schema = entity.schema.clone();
                intake.repeat(rules::RECORD_PLACE, &schema, || entity.place.clone(), || {
                    format!("entities of schema `{schema}` have no place in the records")
                });
                continue;
            }
            Class::Unknown => {
                intake.account.add_skipped("entities of unknown schemas", 1);
                let schema = shortened(&entity.schema);
                intake.repeat(rules::RECORD_FIELD, &schema, || entity.place.clone(), || {
                    format!("`{schema}` is no schema of the model")
                });
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
            intake.repeat(rule, &what, || entity.at(property), || {
                if is_known {
                    format!("`{what}` has no place in the records, or not with several values")
                } else {
                    format!("`{what}` is no property of the model")
                }
            });
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
    let (span, attests) =
        span(intake, entity, ["incorporationDate", "dissolutionDate"], false)?;
    agency.span = span;
    for (side, bound, printed) in attests {
        let says = if side == 0 { AgencyFact::Start(bound) } else { AgencyFact::End(bound) };
        agency.attests.push(attest(intake, entity, says, printed));
    }
    let sites = entity.take("website");
    let (good, bad): (Vec<_>, Vec<_>) =
        sites.into_iter().partition(|site| site.text.parse::<crate::url::Url>().is_ok());
    entity.give_back("website", bad);
    agency.urls = good.iter().filter_map(|site| site.text.parse().ok()).map(OfficialUrl::new).collect();
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
    let agency: Id<Agency> = match body {
        Some(body) => id_of(&body),
        None => {
            let what = "Position.organization";
            intake.repeat(rules::RECORD_BODY, what, || entity.place.clone(), || {
                "a position names no organization".to_owned()
            });
            let country = country(entity, "country");
            intake.nobody(country)
        }
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
            intake.repeat(rules::RECORD_BODY, "Occupancy.post", || entity.place.clone(), || {
                "an occupancy names no post".to_owned()
            });
            None
        }
        _ => {
            let message = format!("{} posts of one occupancy: {}", posts.len(), texts(&posts));
            intake.note(rules::RECORD_SEVERAL, &entity.at("post"), &entity.id, message);
            None
        }
    };
    let is_shared = holders.len() > 1;
    let (dated, attests) = span(intake, entity, ["startDate", "endDate"], false)?;
    let elected = dates(intake, entity, "electionDate", true)?;
    let beside = |bound: Bound| bound.date().is_some();
    if is_shared {
        let message = format!("{} holders of one occupancy: {}", holders.len(), texts(&holders));
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
    let roles = [
        ("organizer", Role::Organizer),
        (INVOLVED, open_word(INVOLVED, Role::Other)),
    ];
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

/// The names, with the caption first.
fn names(intake: &mut Intake<'_>, entity: &mut Entity) -> Vec<Name> {
    let mut names = Vec::new();
    for (property, kind) in [
        ("name", NameKind::Official),
        ("alias", NameKind::Alias),
        ("weakAlias", NameKind::Short),
        ("abbreviation", NameKind::Abbreviation),
        ("previousName", NameKind::Alias),
    ] {
        for said in entity.take(property) {
            if property == "previousName" {
                let what = format!("{}.{property}", entity.schema);
                intake.repeat(rules::RECORD_PLACE, &what, || entity.at(property), || {
                    format!("`{what}` is an alias, of which nothing tells that it is a former name")
                });
            }
            original(intake, entity, property, &said);
            let mut name = Name::new(said.text);
            name.kind = kind;
            name.lang = said.lang.and_then(|tag| intake.lang(&entity.at(property), &tag));
            names.push(name);
        }
    }
    let is_caption = |name: &Name| Some(&name.text) == entity.caption.as_ref();
    if let Some(at) = names.iter().position(is_caption)
        && let Some(first) = names.get_mut(..=at)
    {
        first.rotate_right(1);
    }
    names
}

/// Tells of words of the source that have no place.
fn original(intake: &mut Intake<'_>, entity: &Entity, property: &str, said: &Said) {
    if said.original.is_some() {
        let what = format!("{}.{property} as printed", entity.schema);
        intake.repeat(rules::RECORD_PLACE, &what, || entity.at(property), || {
            format!("the words of the source for `{}.{property}` have no place", entity.schema)
        });
    }
}

/// What is said of a date.
struct Dates {
    /// Dates, with the words of the source where it has some.
    read: Vec<(Bound, Option<String>)>,
    /// What is no date.
    unread: Vec<String>,
}

impl Dates {
    /// The date that lies within all others; unknown where nothing is said, `None` where they differ.
    fn best(&self) -> Option<Bound> {
        if self.read.is_empty() {
            return Some(Bound::Unknown);
        }
        let all = || self.read.iter().filter_map(|(bound, _)| bound.date());
        // Of dates that lie within each other, the last when sorted by precision.
        let best = all().max_by_key(|date| date.precision())?;
        all().all(|date| best.refines(date)).then_some(Bound::On(best))
    }
}

/// What a property says of a date. Words of the source that nothing will keep are told.
fn dates(
    intake: &mut Intake<'_>,
    entity: &mut Entity,
    property: &str,
    is_kept: bool,
) -> Result<Dates, Error> {
    let mut dates = Dates { read: Vec::new(), unread: Vec::new() };
    for said in entity.take(property) {
        if !is_kept {
            original(intake, entity, property, &said);
        }
        let read = intake.date(&entity.at(property), &said.text)?;
        match read.printed {
            Some(printed) => dates.unread.push(printed),
            None => dates.read.push((read.bound, said.original)),
        }
    }
    Ok(dates)
}

/// Tells that a field stays empty because dates differ.
fn several(intake: &mut Intake<'_>, entity: &Entity, property: &str, dates: &Dates) {
    let said: Vec<_> = dates.read.iter().map(|(bound, _)| bound.to_string()).collect();
    let message = format!("{} dates for one `{property}`: {}", said.len(), said.join(", "));
    intake.note(rules::RECORD_SEVERAL, &entity.at(property), &entity.id, message);
}

/// Something said of the start (0) or the end (1), with the words of the source.
type Attested = (usize, Bound, Option<String>);

/// The span between two dates, and what is said beside it. `told` says that nothing keeps that, so that the finding has to.
fn span(
    intake: &mut Intake<'_>,
    entity: &mut Entity,
    properties: [&str; 2],
    told: bool,
) -> Result<(Span, Vec<Attested>), Error> {
    let [starts, ends] = properties;
    let sides = [dates(intake, entity, starts, !told)?, dates(intake, entity, ends, !told)?];
    let bests = [sides[0].best(), sides[1].best()];
    let mut found = Span::UNKNOWN;
    let mut is_kept = false;
    if let [Some(start), Some(end)] = bests {
        if let Ok(span) = Span::new(start, end) {
            (found, is_kept) = (span, true);
        } else {
            let text = format!("{start} to {end}");
            let message = format!("{text} ends before it begins");
            intake.refuse(rules::RECORD_ORDER, &entity.place, &text, message)?;
        }
    } else if told {
        for (property, (best, dates)) in properties.iter().zip(bests.iter().zip(&sides)) {
            if best.is_none() {
                several(intake, entity, property, dates);
            }
        }
    } else {
        let texts = sides.each_ref().map(|dates| {
            let texts: Vec<_> = dates.read.iter().map(|(bound, _)| bound.to_string()).collect();
            texts.join(", ")
        });
        let message = format!(
            "{} starts ({}) and {} ends ({}): nothing tells which belong together",
            sides[0].read.len(),
            texts[0],
            sides[1].read.len(),
            texts[1]
        );
        intake.note(rules::RECORD_SEVERAL, &entity.at(starts), &entity.id, message);
    }
    let mut attests = Vec::new();
    for (side, dates) in sides.into_iter().enumerate() {
        let bound = if side == 0 { found.start() } else { found.end() };
        for (said, original) in dates.read {
            // What the span says needs no second saying, but for the words of the source.
            if !is_kept || said != bound || original.is_some() {
                attests.push((side, said, original));
            }
        }
        attests.extend(dates.unread.into_iter().map(|text| (side, Bound::Unknown, Some(text))));
    }
    Ok((found, attests))
}

fn attest<F>(
    intake: &mut Intake<'_>,
    entity: &Entity,
    says: F,
    printed: Option<String>,
) -> Attestation<F> {
    let mut attestation = intake.attest_by(entity.datasets.first().map(String::as_str), says);
    attestation.printed = printed;
    attestation
}

/// The country of a code, where there is one.
fn country(entity: &mut Entity, property: &str) -> Option<Country> {
    let code = entity.only(property)?;
    let country = Country::from_alpha2(&code.to_ascii_uppercase());
    if country.is_none() {
        entity.give_back(property, vec![Said { text: code, original: None, lang: None }]);
    }
    country
}

fn identifiers(entity: &mut Entity) -> Vec<Identifier> {
    let mut found = Vec::new();
    for (property, scheme) in SCHEMES {
        let values = entity.take(property);
        found.extend(values.iter().filter_map(|said| identifier(Some(scheme), &said.text)));
    }
    found
}

fn cites(intake: &mut Intake<'_>, entity: &mut Entity) -> Vec<Cite> {
    let mut cites = intake.cites();
    for dataset in &entity.datasets {
        cites.push(intake.dataset(dataset));
    }
    for said in entity.take("sourceUrl") {
        cites.push(intake.page(&said.text, None));
    }
    cites
}

/// The entity that a property names, where it names one.
fn only_reference(
    intake: &mut Intake<'_>,
    entity: &mut Entity,
    property: &str,
    schemas: &HashMap<String, String>,
) -> Option<String> {
    let values = entity.take(property);
    for said in &values {
        refer(intake, entity, property, &said.text, schemas);
    }
    if values.len() > 1 {
        let message = format!("{} values of `{property}`: {}", values.len(), texts(&values));
        intake.note(rules::RECORD_SEVERAL, &entity.at(property), &entity.id, message);
        return None;
    }
    values.into_iter().next().map(|said| said.text)
}

/// Tells of a reference that leads out of the file.
fn refer(
    intake: &mut Intake<'_>,
    entity: &Entity,
    property: &str,
    id: &str,
    schemas: &HashMap<String, String>,
) {
    if !schemas.contains_key(id) {
        let what = format!("{}.{property}", entity.schema);
        intake.repeat(rules::RECORD_MISSING, &what, || entity.at(property), || {
            format!("`{}` of `{what}` is not in the file", shortened(id))
        });
    }
}

fn texts(values: &[Said]) -> String {
    let texts: Vec<_> = values.iter().map(|said| said.text.as_str()).collect();
    texts.join(", ")
}
