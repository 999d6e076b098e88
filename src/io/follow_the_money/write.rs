//! Entities out of records.

use std::io::{self, Write};

use serde_json::Value;

use super::schema::SCHEMES;
use super::{BODIES, INVOLVED};
use crate::actor::{
    Actor, Agency, AgencyFact, AgencyKind, Person, Post, RelationKind, StakeholderGroup, Tenure,
    TenureFact,
};
use crate::dataset::Dataset;
use crate::event::{Event, Role};
use crate::identifier::Identifier;
use crate::io::Written;
use crate::io::foreign_id::text_of;
use crate::io::intake::{NOT_STATED, Object};
use crate::io::written::put;
use crate::name::{Name, NameKind};
use crate::source::{Cite, DateKind, SourceKind};
use crate::time::{Bound, Span};

/// Writes the people, agencies, posts, tenures and events of a dataset, an entity a line.
///
/// Companies are written as `Company`, bodies of states as `PublicBody`, all others as `Organization`; kinds beyond that are lost. A
/// tenure at a post is an `Occupancy`, one with a title at an agency a `Membership`. What the model has no place for is counted in
/// what is returned. Reading what is written gives the same records, but for what was lost.
///
/// # Errors
/// Those of the writer that is passed.
///
/// ```
/// use netpolity::Dataset;
/// use netpolity::io::follow_the_money;
///
/// let dataset = Dataset::from_json(
///     r#"{ "netpolity": 1,
///          "agencies": [ { "id": "dcms", "kind": "ministry", "country": "GBR",
///                          "names": [ { "text": "DCMS", "kind": "abbreviation" } ] } ] }"#,
/// )?;
/// let mut file = Vec::new();
/// let written = follow_the_money::write(&dataset, &mut file)?;
/// assert_eq!(
///     String::from_utf8(file)?,
///     "{\"caption\":\"DCMS\",\"datasets\":[],\"id\":\"dcms\",\"properties\":{\"abbreviation\":[\"DCMS\"],\"country\":[\"gb\"]},\"schema\":\"PublicBody\"}\n",
/// );
/// assert!(written.losses().eq([("agencies.kind", 1)]));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn write(dataset: &Dataset, to: impl Write) -> io::Result<Written> {
    let mut writer = Writer { dataset, written: Written::default(), out: io::BufWriter::new(to) };
    for person in dataset.people() {
        writer.person(person)?;
    }
    for agency in dataset.agencies().iter().filter(|agency| agency.kind.as_str() != NOT_STATED) {
        writer.agency(agency)?;
    }
    for post in dataset.posts() {
        writer.position(post)?;
    }
    for tenure in dataset.tenures() {
        writer.tenure(tenure)?;
    }
    for event in dataset.events() {
        writer.event(event)?;
    }
    for source in dataset.sources() {
        let is_dataset = source.kind == SourceKind::Dataset && source.url.is_none();
        let carried: &[&str] = if is_dataset { &["id", "kind"] } else { &["id", "kind", "url"] };
        writer.written.fields("sources", source, carried);
    }
    let Writer { mut written, mut out, .. } = writer;
    written.lose_tables(dataset);
    out.flush()?;
    Ok(written)
}

struct Writer<'d, W: Write> {
    dataset: &'d Dataset,
    written: Written,
    out: io::BufWriter<W>,
}

impl<W: Write> Writer<'_, W> {
    fn person(&mut self, person: &Person) -> io::Result<()> {
        let carried = ["id", "names", "birth", "death", "identifiers", "cites"];
        self.written.record("people", person, &carried);
        let mut entity = Entity::new(text_of(&person.id), "Person");
        self.names(&mut entity, &person.names);
        if let Some(parts) = person.names.first().and_then(|name| name.parts.as_deref()) {
            for (property, part) in [
                ("title", &parts.prefix),
                ("firstName", &parts.given),
                ("middleName", &parts.additional),
                ("fatherName", &parts.patronymic),
                ("lastName", &parts.family),
                ("nameSuffix", &parts.suffix),
            ] {
                entity.add(property, part.clone());
            }
        }
        for (property, bound) in [("birthDate", person.birth), ("deathDate", person.death)] {
            entity.add(property, self.written.date(bound));
        }
        self.identifiers(&mut entity, "people", &person.identifiers);
        self.cites(&mut entity, "people", &person.cites);
        self.entity(entity)
    }

    fn agency(&mut self, agency: &Agency) -> io::Result<()> {
        let carried = [
            "id",
            "kind",
            "names",
            "country",
            "span",
            "relations",
            "urls",
            "identifiers",
            "cites",
            "attests",
        ];
        self.written.record("agencies", agency, &carried);
        let own = BODIES.iter().find(|(_, word)| *word == agency.kind.as_str());
        let schema = own.map_or_else(|| schema_of(&agency.kind), |(schema, _)| schema);
        let is_told = own.is_some() || agency.kind == AgencyKind::Company;
        self.written.lose("agencies.kind", usize::from(!is_told));
        let mut entity = Entity::new(text_of(&agency.id), schema);
        self.names(&mut entity, &agency.names);
        entity.add("country", self.country(agency.country, "agencies.country"));
        let said = agency.attests.iter().filter_map(|attest| match attest.says {
            AgencyFact::Start(bound) => Some((0, bound, attest.printed.as_deref())),
            AgencyFact::End(bound) => Some((1, bound, attest.printed.as_deref())),
            AgencyFact::Name(_) => None,
        });
        let said: Vec<_> = said.collect();
        let used =
            self.dates(&mut entity, ["incorporationDate", "dissolutionDate"], agency.span, &said);
        self.written.lose("agencies.attests", agency.attests.len() - used);
        for site in &agency.urls {
            entity.add("website", Some(site.url.to_string()));
            self.written.lose("agencies.urls.span", usize::from(!site.span.is_unknown()));
        }
        self.identifiers(&mut entity, "agencies", &agency.identifiers);
        self.cites(&mut entity, "agencies", &agency.cites);
        let id = entity.id.clone();
        self.entity(entity)?;
        for (at, relation) in agency.relations.iter().enumerate() {
            if relation.kind != RelationKind::MemberOf {
                self.written.lose("agencies.relations", 1);
                continue;
            }
            let mut entity = Entity::new(format!("{id}/{}", at + 1), "Membership");
            entity.add("member", Some(id.clone()));
            entity.add("organization", Some(text_of(&relation.to)));
            self.dates(&mut entity, ["startDate", "endDate"], relation.span, &[]);
            self.cites(&mut entity, "agencies.relations", &relation.cites);
            self.entity(entity)?;
        }
        Ok(())
    }

    fn position(&mut self, post: &Post) -> io::Result<()> {
        let carried = ["id", "agency", "names", "seats", "span", "identifiers", "cites"];
        self.written.record("posts", post, &carried);
        let mut entity = Entity::new(text_of(&post.id), "Position");
        self.names(&mut entity, &post.names);
        match self.dataset.agency(&post.agency) {
            Some(agency) if agency.kind.as_str() == NOT_STATED => {
                entity.add("country", self.country(agency.country, "agencies.country"));
            }
            _ => entity.add("organization", Some(text_of(&post.agency))),
        }
        entity.add("numberOfSeats", post.seats.map(|seats| seats.to_string()));
        self.dates(&mut entity, ["inceptionDate", "dissolutionDate"], post.span, &[]);
        self.identifiers(&mut entity, "posts", &post.identifiers);
        self.cites(&mut entity, "posts", &post.cites);
        self.entity(entity)
    }

    fn tenure(&mut self, tenure: &Tenure) -> io::Result<()> {
        let carried = ["id", "person", "post", "agency", "title", "span", "cites", "attests"];
        self.written.record("tenures", tenure, &carried);
        let is_tie = tenure.post.is_none() && tenure.agency.is_some();
        let schema = if is_tie { "Membership" } else { "Occupancy" };
        let mut entity = Entity::new(text_of(&tenure.id), schema);
        if is_tie {
            entity.add("member", Some(text_of(&tenure.person)));
            entity.add("organization", tenure.agency.as_ref().map(text_of));
            entity.add("role", tenure.title.clone());
        } else {
            entity.add("holder", Some(text_of(&tenure.person)));
            entity.add("post", tenure.post.as_ref().map(text_of));
            self.written.lose("tenures.agency", usize::from(tenure.agency.is_some()));
            self.written.lose("tenures.title", usize::from(tenure.title.is_some()));
        }
        let mut used = 0;
        let mut said = Vec::new();
        for attest in &tenure.attests {
            match (&attest.says, attest.kind) {
                (TenureFact::Start(bound @ Bound::On(_)), Some(DateKind::Elected)) if !is_tie => {
                    entity.add("electionDate", self.written.date(*bound));
                    used += 1;
                }
                (TenureFact::Start(bound), None) => {
                    said.push((0, *bound, attest.printed.as_deref()));
                }
                (TenureFact::End(bound), None) => {
                    said.push((1, *bound, attest.printed.as_deref()));
                }
                _ => {}
            }
        }
        used += self.dates(&mut entity, ["startDate", "endDate"], tenure.span, &said);
        self.written.lose("tenures.attests", tenure.attests.len() - used);
        self.cites(&mut entity, "tenures", &tenure.cites);
        self.entity(entity)
    }

    fn event(&mut self, event: &Event) -> io::Result<()> {
        let carried = ["id", "kind", "names", "sittings", "participants", "identifiers", "cites"];
        self.written.record("events", event, &carried);
        self.written.lose("events.kind", usize::from(event.kind.as_str() != "event"));
        let mut entity = Entity::new(text_of(&event.id), "Event");
        self.names(&mut entity, &event.names);
        if let Some(sitting) = event.sittings.first() {
            self.dates(&mut entity, ["startDate", "endDate"], sitting.span, &[]);
            let parts = [&sitting.venue, &sitting.city, &sitting.region];
            let place: Vec<_> = parts.into_iter().flatten().map(String::as_str).collect();
            entity.add("location", Some(place.join(", ")).filter(|place| !place.is_empty()));
            entity.add("country", self.country(sitting.country, "events.sittings.country"));
            let lost = [sitting.city.is_some(), sitting.region.is_some()];
            self.written.lose("parts of places", lost.into_iter().filter(|lost| *lost).count());
            self.written.lose("events.sittings.mode", usize::from(sitting.mode.is_some()));
            self.written.lose("events.sittings", event.sittings.len() - 1);
        }
        for participant in &event.participants {
            let id = match &participant.actor {
                Actor::Agency(id) => text_of(id),
                Actor::Person(id) => text_of(id),
                _ => {
                    self.written.lose("events.participants", 1);
                    continue;
                }
            };
            let is_organizer = participant.role == Role::Organizer;
            entity.add(if is_organizer { "organizer" } else { INVOLVED }, Some(id));
            let is_lost = !is_organizer && participant.role.as_str() != INVOLVED;
            self.written.lose("events.participants.role", usize::from(is_lost));
            for (field, is_lost) in [
                ("tenure", participant.tenure.is_some()),
                ("printed", participant.printed.is_some()),
                ("on_behalf_of", !participant.on_behalf_of.is_empty()),
                ("cites", !participant.cites.is_empty()),
            ] {
                self.written.lose(format!("events.participants.{field}"), usize::from(is_lost));
            }
        }
        self.identifiers(&mut entity, "events", &event.identifiers);
        self.cites(&mut entity, "events", &event.cites);
        self.entity(entity)
    }

    fn entity(&mut self, entity: Entity) -> io::Result<()> {
        let Entity { id, schema, caption, datasets, properties } = entity;
        let mut object = Object::new();
        put(&mut object, "id", Some(id));
        put(&mut object, "caption", caption);
        put(&mut object, "schema", Some(schema));
        object.insert("datasets".to_owned(), Value::Array(datasets));
        object.insert("properties".to_owned(), Value::Object(properties));
        serde_json::to_writer(&mut self.out, &object)?;
        self.out.write_all(b"\n")
    }

    /// Names by their kind; what else is known of them is lost.
    fn names(&mut self, entity: &mut Entity, names: &[Name]) {
        entity.caption = names.first().map(|name| name.text.clone());
        for (at, name) in names.iter().enumerate() {
            let property = match name.kind {
                NameKind::Official => "name",
                NameKind::Short => "weakAlias",
                NameKind::Abbreviation => "abbreviation",
                _ => "alias",
            };
            entity.add(property, Some(name.text.clone()));
            let has_kind = property != "alias" || name.kind == NameKind::Alias;
            for (what, is_lost) in [
                ("names.kind", !has_kind),
                ("names.lang", name.lang.is_some()),
                ("names.span", !name.span.is_unknown()),
                ("names.order", name.order.is_some()),
                ("names.parts", at > 0 && name.parts.is_some()),
            ] {
                self.written.lose(what, usize::from(is_lost));
            }
        }
    }

    fn identifiers(&mut self, entity: &mut Entity, table: &str, identifiers: &[Identifier]) {
        for identifier in identifiers {
            match SCHEMES.iter().find(|(_, scheme)| *scheme == identifier.scheme()) {
                Some((property, _)) => entity.add(property, Some(identifier.value().to_owned())),
                None => self.written.lose(format!("{table}.identifiers"), 1),
            }
        }
    }

    fn cites(&mut self, entity: &mut Entity, table: &str, cites: &[Cite]) {
        for cite in cites {
            let source = self.dataset.source(&cite.source);
            match source.map(|source| (&source.url, &source.kind)) {
                Some((Some(url), _)) => entity.add("sourceUrl", Some(url.to_string())),
                Some((None, SourceKind::Dataset)) => {
                    entity.datasets.push(Value::String(text_of(&cite.source)));
                }
                _ => {
                    self.written.lose(format!("{table}.cites"), 1);
                    continue;
                }
            }
            self.written
                .lose(format!("{table}.cites.locator"), usize::from(cite.locator.is_some()));
            self.written.lose(format!("{table}.cites.quote"), usize::from(cite.quote.is_some()));
        }
    }

    fn country(&mut self, country: Option<crate::Country>, what: &str) -> Option<String> {
        let country = country?;
        let code = country.alpha2();
        if crate::Country::from_alpha2(code) == Some(country) {
            return Some(code.to_ascii_lowercase());
        }
        self.written.lose(what, 1);
        None
    }

    /// The ends of a span and, where attestations give it more dates than can be, these. Gives how many of them were written.
    fn dates(
        &mut self,
        entity: &mut Entity,
        properties: [&str; 2],
        span: Span,
        said: &[(usize, Bound, Option<&str>)],
    ) -> usize {
        let of = |side: usize| said.iter().filter(move |(at, ..)| *at == side);
        let dated = |side| of(side).filter(|(_, bound, _)| bound.date().is_some());
        let only = |side| {
            let mut all = dated(side);
            all.next().filter(|_| all.next().is_none())
        };
        let is_reversed = match (only(0), only(1)) {
            (Some((_, start, None)), Some((_, end, None))) => Span::new(*start, *end).is_err(),
            _ => false,
        };
        // With one date a side, reading it back would settle what the record leaves open.
        let is_several = [0, 1].into_iter().any(|side| dated(side).count() > 1);
        let mut used = 0;
        for (side, property) in properties.into_iter().enumerate() {
            let taken = if side == 0 { span.start() } else { span.end() };
            entity.add(property, self.written.date(taken));
            for (_, bound, printed) in of(side) {
                match (bound, printed) {
                    (Bound::On(_), None) if span.is_unknown() && (is_reversed || is_several) => {
                        entity.add(property, self.written.date(*bound));
                        used += 1;
                    }
                    // A coarser form of the date that was taken.
                    (Bound::On(coarse), None)
                        if taken.date().is_some_and(|best| best.refines(*coarse)) =>
                    {
                        entity.add(property, self.written.date(*bound));
                        used += 1;
                    }
                    (Bound::Unknown, Some(printed)) => {
                        entity.add(property, Some((*printed).to_owned()));
                        used += 1;
                    }
                    _ => {}
                }
            }
        }
        used
    }
}

/// The schema of a kind of agency that no schema stands for.
fn schema_of(kind: &AgencyKind) -> &'static str {
    match kind.stakeholder_group() {
        Some(StakeholderGroup::PrivateSector) if *kind != AgencyKind::IndustryAssociation => {
            "Company"
        }
        Some(StakeholderGroup::Government) => "PublicBody",
        _ => "Organization",
    }
}

/// An entity in the making.
struct Entity {
    id: String,
    schema: &'static str,
    caption: Option<String>,
    datasets: Vec<Value>,
    properties: Object,
}

impl Entity {
    fn new(id: String, schema: &'static str) -> Self {
        Self { id, schema, caption: None, datasets: Vec::new(), properties: Object::new() }
    }

    fn add(&mut self, property: &str, value: Option<String>) {
        let Some(value) = value else { return };
        let values = self.properties.entry(property).or_insert_with(|| Value::Array(Vec::new()));
        if let Value::Array(values) = values {
            values.push(Value::String(value));
        }
    }
}
