//! Popolo out of records.

use std::collections::HashSet;
use std::io::{self, Write};

use serde_json::Value;

use super::{ATTENDEE, OFFICIAL_SITE};
use crate::actor::{Actor, Agency, AgencyFact, Person, Post, RelationKind, Tenure, TenureFact};
use crate::dataset::Dataset;
use crate::event::{Event, EventKind, EventStatus, Role};
use crate::id::Id;
use crate::identifier::Identifier;
use crate::io::Written;
use crate::io::foreign_id::text_of;
use crate::io::intake::{NO_SCHEME, NOT_STATED, Object};
use crate::io::written::{put, put_list};
use crate::name::{Name, NameKind, NameParts};
use crate::source::{Attestation, Cite, Source};
use crate::time::{Bound, Span};
use crate::url::Url;

/// Writes the people, agencies, posts, tenures and events of a dataset, with a list for each class and an object a line.
///
/// What Popolo has no place for is counted in what is returned. Where names have more than a text, the first of `other_names` repeats
/// the name with its language and dates and its kind as `note`; kinds of other names stand there too. Reading what is
/// written gives the same records, but for what was lost.
///
/// # Errors
/// Those of the writer that is passed.
///
/// ```
/// use netpolity::Dataset;
/// use netpolity::io::popolo;
///
/// let dataset = Dataset::from_json(
///     r#"{ "netpolity": 1,
///          "people": [ { "id": "lu-wei", "names": [ "Lu Wei" ] } ],
///          "tenures": [ { "id": "lu-wei-siio", "person": "lu-wei", "post": "siio-head", "span": "2013-04/2016-06-29" },
///                       { "id": "lu-wei-scio", "person": "lu-wei", "post": "scio-deputy", "span": "/..", "capacity": "concurrent" } ] }"#,
/// )?;
/// let mut file = Vec::new();
/// let written = popolo::write(&dataset, &mut file)?;
/// assert!(String::from_utf8(file)?.contains(r#"{"end_date":"2016-06-29","id":"lu-wei-siio""#));
/// assert!(written.losses().eq([("open bounds", 1), ("tenures.capacity", 1)]));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn write(dataset: &Dataset, to: impl Write) -> io::Result<Written> {
    let mut writer = Writer { dataset, written: Written::default(), pages: HashSet::new() };
    let persons: Vec<_> = dataset.people().iter().map(|person| writer.person(person)).collect();
    let bodies = dataset.agencies().iter().filter(|agency| agency.kind.as_str() != NOT_STATED);
    let mut memberships = Vec::new();
    let organizations: Vec<_> =
        bodies.map(|agency| writer.organization(agency, &mut memberships)).collect();
    let posts: Vec<_> = dataset.posts().iter().map(|post| writer.post(post)).collect();
    let tenures = dataset.tenures().iter().map(|tenure| writer.membership(tenure));
    memberships.splice(0..0, tenures);
    let events: Vec<_> = dataset.events().iter().map(|event| writer.event(event)).collect();
    let meta = writer.meta();
    let mut written = writer.written;
    written.lose_tables(dataset);

    let mut out = io::BufWriter::new(to);
    out.write_all(b"{")?;
    let lists = [
        ("persons", persons),
        ("organizations", organizations),
        ("posts", posts),
        ("memberships", memberships),
        ("events", events),
    ];
    for (at, (name, objects)) in lists.into_iter().enumerate() {
        write!(out, "{}\"{name}\": [", if at == 0 { "\n" } else { ",\n" })?;
        for (at, object) in objects.iter().enumerate() {
            out.write_all(if at == 0 { b"\n  " } else { b",\n  " })?;
            serde_json::to_writer(&mut out, object)?;
        }
        out.write_all(if objects.is_empty() { b"]" } else { b"\n]" })?;
    }
    if let Some(meta) = meta {
        write!(out, ",\n\"meta\": {meta}")?;
    }
    out.write_all(b"\n}\n")?;
    out.flush()?;
    Ok(written)
}

struct Writer<'d> {
    dataset: &'d Dataset,
    written: Written,
    /// Sources that stand with a record.
    pages: HashSet<&'d Id<Source>>,
}

impl<'d> Writer<'d> {
    fn person(&mut self, person: &'d Person) -> Object {
        self.written.record(
            "people",
            person,
            &["id", "names", "birth", "death", "identifiers", "cites"],
        );
        let mut object = with_id(&person.id);
        self.names(&mut object, &person.names, ["name", "other_names"]);
        let [birth, death] = [person.birth, person.death].map(|bound| self.written.date(bound));
        put(&mut object, "birth_date", birth);
        put(&mut object, "death_date", death);
        identifiers(&mut object, &person.identifiers);
        self.sources(&mut object, "people", &person.cites);
        object
    }

    fn organization(&mut self, agency: &'d Agency, memberships: &mut Vec<Object>) -> Object {
        let carried =
            ["id", "kind", "names", "span", "relations", "urls", "identifiers", "cites", "attests"];
        self.written.record("agencies", agency, &carried);
        let mut object = with_id(&agency.id);
        self.names(&mut object, &agency.names, ["name", "other_names"]);
        if agency.kind.as_str() != "organization" {
            put(&mut object, "classification", Some(agency.kind.as_str()));
        }
        let said = agency.attests.iter().map(|attest| match &attest.says {
            AgencyFact::Start(bound) => (Some((0, *bound)), attest.printed.as_deref()),
            AgencyFact::End(bound) => (Some((1, *bound)), attest.printed.as_deref()),
            AgencyFact::Name(_) => (None, None),
        });
        let said: Vec<_> = said.collect();
        let (dates, used) = self.dates(agency.span, &said);
        self.written.lose("agencies.attests", said.len() - used);
        put_dates(&mut object, ["founding_date", "dissolution_date"], dates);
        for relation in &agency.relations {
            let is_undated = relation.span.is_unknown() && !object.contains_key("parent_id");
            match relation.kind {
                RelationKind::PartOf if is_undated => {
                    put(&mut object, "parent_id", Some(text_of(&relation.to)));
                }
                RelationKind::MemberOf => {
                    let mut membership = Object::new();
                    put(&mut membership, "member_id", Some(text_of(&agency.id)));
                    put(&mut membership, "organization_id", Some(text_of(&relation.to)));
                    let dates = self.written.dates(relation.span);
                    put_dates(&mut membership, ["start_date", "end_date"], dates);
                    memberships.push(membership);
                }
                _ => {
                    self.written.lose("agencies.relations", 1);
                    continue;
                }
            }
            self.written.lose("agencies.relations.cites", relation.cites.len());
        }
        let mut links = Vec::new();
        for site in &agency.urls {
            self.written.lose("agencies.urls.span", usize::from(!site.span.is_unknown()));
            let mut link = Object::new();
            put(&mut link, "url", Some(site.url.as_str()));
            put(&mut link, "note", Some(OFFICIAL_SITE));
            links.push(Value::Object(link));
        }
        put_list(&mut object, "links", links);
        identifiers(&mut object, &agency.identifiers);
        self.sources(&mut object, "agencies", &agency.cites);
        object
    }

    fn post(&mut self, post: &'d Post) -> Object {
        self.written.record(
            "posts",
            post,
            &["id", "agency", "names", "span", "identifiers", "cites"],
        );
        let mut object = with_id(&post.id);
        if !self.is_not_stated(&post.agency) {
            put(&mut object, "organization_id", Some(text_of(&post.agency)));
        }
        // The role is the second name where it is a plain short one, as it is read.
        let is_role = |name: &Name| {
            let mut plain = Name::new(name.text.clone());
            plain.kind = NameKind::Short;
            *name == plain
        };
        match post.names.as_slice() {
            [first, role, rest @ ..]
                if is_role(role)
                    && role.text != first.text
                    && *first == Name::new(first.text.clone()) =>
            {
                put(&mut object, "label", Some(first.text.as_str()));
                put(&mut object, "role", Some(role.text.as_str()));
                let others = rest.iter().map(|name| self.name(name, true)).collect();
                put_list(&mut object, "other_labels", others);
            }
            names => self.names(&mut object, names, ["label", "other_labels"]),
        }
        let dates = self.written.dates(post.span);
        put_dates(&mut object, ["start_date", "end_date"], dates);
        identifiers(&mut object, &post.identifiers);
        self.sources(&mut object, "posts", &post.cites);
        object
    }

    fn membership(&mut self, tenure: &'d Tenure) -> Object {
        self.written.record(
            "tenures",
            tenure,
            &[
                "id",
                "person",
                "post",
                "agency",
                "title",
                "span",
                "term",
                "on_behalf_of",
                "cites",
                "attests",
            ],
        );
        let mut object = with_id(&tenure.id);
        put(&mut object, "person_id", Some(text_of(&tenure.person)));
        put(&mut object, "post_id", tenure.post.as_ref().map(text_of));
        let of_post = tenure.post.as_ref().and_then(|post| self.dataset.post(post));
        let body = tenure.agency.as_ref().or(of_post.map(|post| &post.agency));
        let body = body.filter(|body| !self.is_not_stated(body));
        put(&mut object, "organization_id", body.map(text_of));
        put(&mut object, "role", tenure.title.as_deref());
        put(&mut object, "legislative_period_id", tenure.term.as_ref().map(text_of));
        match &tenure.on_behalf_of {
            Some(Actor::Agency(body)) => put(&mut object, "on_behalf_of_id", Some(text_of(body))),
            Some(_) => self.written.lose("tenures.on_behalf_of", 1),
            None => {}
        }
        let said = tenure.attests.iter().map(|attest| match &attest.says {
            TenureFact::Start(bound) => (Some((0, *bound)), attest.printed.as_deref()),
            TenureFact::End(bound) => (Some((1, *bound)), attest.printed.as_deref()),
            TenureFact::Title(_) => (None, None),
        });
        let said: Vec<_> = said.collect();
        let (dates, mut used) = self.dates(tenure.span, &said);
        put_dates(&mut object, ["start_date", "end_date"], dates);
        let labels = tenure.attests.iter().filter_map(label);
        if let Some(label) = labels.into_iter().next() {
            put(&mut object, "label", Some(label));
            used += 1;
        }
        self.written.lose("tenures.attests", said.len() - used);
        self.sources(&mut object, "tenures", &tenure.cites);
        object
    }

    fn event(&mut self, event: &'d Event) -> Object {
        self.written.record(
            "events",
            event,
            &[
                "id",
                "kind",
                "names",
                "parent",
                "sittings",
                "status",
                "participants",
                "identifiers",
                "cites",
            ],
        );
        let mut object = with_id(&event.id);
        self.names(&mut object, &event.names, ["name", "other_names"]);
        match &event.kind {
            // As EveryPolitician writes it.
            EventKind::LegislativePeriod => {
                put(&mut object, "classification", Some("legislative period"));
            }
            kind if kind.as_str() == "event" => {}
            kind => put(&mut object, "classification", Some(kind.as_str())),
        }
        put(&mut object, "parent_id", event.parent.as_ref().map(text_of));
        match event.status {
            EventStatus::Held => {}
            EventStatus::Planned => put(&mut object, "status", Some("tentative")),
            status => put(&mut object, "status", Some(status.as_str())),
        }
        if let Some(sitting) = event.sittings.first() {
            let dates = self.written.dates(sitting.span);
            put_dates(&mut object, ["start_date", "end_date"], dates);
            let parts = [&sitting.venue, &sitting.city, &sitting.region];
            let place: Vec<_> = parts.into_iter().flatten().map(String::as_str).collect();
            put(&mut object, "location", Some(place.join(", ")).filter(|place| !place.is_empty()));
            let lost = [sitting.city.is_some(), sitting.region.is_some()];
            self.written.lose("parts of places", lost.into_iter().filter(|lost| *lost).count());
            self.written.lose("events.sittings.country", usize::from(sitting.country.is_some()));
            self.written.lose("events.sittings.mode", usize::from(sitting.mode.is_some()));
            self.written.lose("events.sittings", event.sittings.len() - 1);
        }
        let mut attendees = Vec::new();
        for participant in &event.participants {
            match &participant.actor {
                Actor::Agency(body)
                    if participant.role == Role::Organizer
                        && !object.contains_key("organization_id") =>
                {
                    put(&mut object, "organization_id", Some(text_of(body)));
                }
                Actor::Person(person) => {
                    let is_attendee = participant.role.as_str() == ATTENDEE;
                    self.written.lose("events.participants.role", usize::from(!is_attendee));
                    let mut attendee = Object::new();
                    put(&mut attendee, "id", Some(text_of(person)));
                    attendees.push(Value::Object(attendee));
                }
                _ => {
                    self.written.lose("events.participants", 1);
                    continue;
                }
            }
            for (field, is_lost) in [
                ("tenure", participant.tenure.is_some()),
                ("printed", participant.printed.is_some()),
                ("on_behalf_of", !participant.on_behalf_of.is_empty()),
                ("cites", !participant.cites.is_empty()),
            ] {
                self.written.lose(format!("events.participants.{field}"), usize::from(is_lost));
            }
        }
        put_list(&mut object, "attendees", attendees);
        identifiers(&mut object, &event.identifiers);
        self.sources(&mut object, "events", &event.cites);
        object
    }

    /// The pages that stand with no record.
    fn meta(&mut self) -> Option<Value> {
        let mut pages = Vec::new();
        for source in self.dataset.sources() {
            if source.url.is_none() {
                self.written.lose("sources", 1);
                continue;
            }
            self.written.fields("sources", source, &["id", "kind", "url", "title"]);
            if !self.pages.contains(&source.id) {
                pages.push(Value::Object(page(source)));
            }
        }
        (!pages.is_empty()).then(|| {
            let mut meta = Object::new();
            put_list(&mut meta, "sources", pages);
            Value::Object(meta)
        })
    }

    fn sources(&mut self, object: &mut Object, table: &str, cites: &'d [Cite]) {
        let mut pages = Vec::new();
        for cite in cites {
            let source = self.dataset.source(&cite.source);
            let Some(source) = source.filter(|source| source.url.is_some()) else {
                self.written.lose(format!("{table}.cites"), 1);
                continue;
            };
            self.written
                .lose(format!("{table}.cites.locator"), usize::from(cite.locator.is_some()));
            self.written.lose(format!("{table}.cites.quote"), usize::from(cite.quote.is_some()));
            self.pages.insert(&source.id);
            pages.push(Value::Object(page(source)));
        }
        put_list(object, "sources", pages);
    }

    fn is_not_stated(&self, agency: &Id<Agency>) -> bool {
        self.dataset.agency(agency).is_some_and(|agency| agency.kind.as_str() == NOT_STATED)
    }

    /// The first name, and a list of the others.
    fn names(&mut self, object: &mut Object, names: &[Name], [field, others]: [&str; 2]) {
        let [first, rest @ ..] = names else { return };
        put(object, field, Some(first.text.as_str()));
        parts(object, first.parts.as_deref());
        let mut plain = Name::new(first.text.clone());
        plain.parts.clone_from(&first.parts);
        plain.order = first.order;
        let mut list = Vec::new();
        if *first != plain || rest.first().is_some_and(|name| name.text == first.text) {
            let mut whole = first.clone();
            whole.parts = None;
            list.push(self.name(&whole, true));
        } else {
            self.written.lose("names.order", usize::from(first.order.is_some()));
        }
        list.extend(rest.iter().map(|name| self.name(name, false)));
        put_list(object, others, list);
    }

    /// A further name; its kind is told where a reader would not think so.
    fn name(&mut self, name: &Name, tell: bool) -> Value {
        let mut object = Object::new();
        put(&mut object, "name", Some(name.text.as_str()));
        put(&mut object, "lang", name.lang.as_ref().map(ToString::to_string));
        let kind = name.kind;
        put(&mut object, "note", (tell || kind != NameKind::Alias).then_some(kind.as_str()));
        parts(&mut object, name.parts.as_deref());
        let dates = self.written.dates(name.span);
        put_dates(&mut object, ["start_date", "end_date"], dates);
        self.written.lose("names.order", usize::from(name.order.is_some()));
        Value::Object(object)
    }

    /// The ends of a span and, where they are unknown because the file says what can't be, what it says. Gives how many of
    /// the attestations stand in them.
    fn dates(&mut self, span: Span, said: &[Stated<'_>]) -> ([Option<String>; 2], usize) {
        let only = |side: usize| {
            let mut of = said.iter().filter(|(says, _)| says.is_some_and(|(at, _)| at == side));
            let (says, printed) = of.next()?;
            of.next()
                .is_none()
                .then_some((says.map_or(Bound::Unknown, |(_, bound)| bound), *printed))
        };
        let [start, end] = [only(0), only(1)];
        if let (Some((start, None)), Some((end, None))) = (start, end)
            && span.is_unknown()
            && Span::new(start, end).is_err()
        {
            return ([self.written.date(start), self.written.date(end)], 2);
        }
        let mut used = 0;
        let mut dates = self.written.dates(span);
        for ((date, bound), only) in
            dates.iter_mut().zip([span.start(), span.end()]).zip([start, end])
        {
            if let (Bound::Unknown, Some((Bound::Unknown, Some(printed)))) = (bound, only) {
                *date = Some(printed.to_owned());
                used += 1;
            }
        }
        (dates, used)
    }
}

/// What an attestation says of the start (0) or the end (1), and the words of it.
type Stated<'a> = (Option<(usize, Bound)>, Option<&'a str>);

/// The title of an attestation that says nothing else.
fn label(attest: &Attestation<TenureFact>) -> Option<&str> {
    match &attest.says {
        TenureFact::Title(title) if attest.printed.is_none() => Some(title),
        _ => None,
    }
}

fn with_id<T>(id: &Id<T>) -> Object {
    let mut object = Object::new();
    put(&mut object, "id", Some(text_of(id)));
    object
}

fn put_dates(object: &mut Object, fields: [&str; 2], dates: [Option<String>; 2]) {
    for (field, date) in fields.into_iter().zip(dates) {
        put(object, field, date);
    }
}

fn parts(object: &mut Object, parts: Option<&NameParts>) {
    let Some(parts) = parts else { return };
    for (field, part) in [
        ("honorific_prefix", &parts.prefix),
        ("given_name", &parts.given),
        ("additional_name", &parts.additional),
        ("patronymic_name", &parts.patronymic),
        ("family_name", &parts.family),
        ("honorific_suffix", &parts.suffix),
    ] {
        put(object, field, part.as_deref());
    }
}

fn identifiers(object: &mut Object, identifiers: &[Identifier]) {
    let entry = |identifier: &Identifier| {
        let mut entry = Object::new();
        if identifier.scheme() != NO_SCHEME {
            put(&mut entry, "scheme", Some(text_of(&Id::<()>::of_slug(identifier.scheme()))));
        }
        put(&mut entry, "identifier", Some(identifier.value()));
        Value::Object(entry)
    };
    put_list(object, "identifiers", identifiers.iter().map(entry).collect());
}

fn page(source: &Source) -> Object {
    let mut page = Object::new();
    put(&mut page, "url", source.url.as_ref().map(Url::as_str));
    put(&mut page, "note", source.title.as_deref());
    page
}
