//! Questions across tables: who held what, what was it called, who hosted, which editions were there.

use chrono::NaiveDate;

use super::Dataset;
use crate::actor::{Actor, Agency, Person, Post, RelationKind, Responsibility, Tenure};
use crate::country::Country;
use crate::event::{Event, EventSeries};
use crate::id::Id;
use crate::lang::Lang;
use crate::name::{Name, NameKind};
use crate::source::Source;
use crate::taxonomy::TermRef;
use crate::time::{PartialDate, Span, Tri};

/// A tenure that covers a date, or may.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Holding<'a> {
    /// The tenure.
    pub tenure: &'a Tenure,
    /// Whether it covers the date: `Yes` or `Maybe`.
    pub covers: Tri,
}

/// An agency that is, or may be, responsible for an issue at a date.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Responsible<'a> {
    /// The agency.
    pub agency: &'a Agency,
    /// The entry of its portfolio.
    pub responsibility: &'a Responsibility,
    /// Whether that covers the date: `Yes` or `Maybe`.
    pub covers: Tri,
}

/// A name for a date and a language, and how well it answers for them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct NameInUse<'a> {
    /// The name.
    pub name: &'a Name,
    /// Whether it was in use at the date. `No` where the record has no better one.
    pub in_use: Tri,
    /// Whether it is in the language that was asked for, or in no stated one.
    pub in_language: bool,
}

/// # Posts, names, events
impl Dataset {
    /// Who held a post at a date, certainly or perhaps, in the order of the table.
    ///
    /// Nobody holds a post after death, or one that is not there or whose body is not: an end that the tenure lacks is theirs.
    /// A tenure without dates of its own may have been held on any day of its [`term`](Tenure::term). People designate and
    /// honorary are among the answers; their [`capacity`](Tenure::capacity) tells.
    ///
    /// ```
    /// use netpolity::{Dataset, PartialDate, time::Tri};
    ///
    /// let dataset = Dataset::from_json(
    ///     r#"{ "netpolity": 1, "posts": [ { "id": "siio-head", "agency": "siio" } ], "tenures": [
    ///          { "id": "wang", "person": "wang-chen", "post": "siio-head", "span": "2011-05-04/2013-05" },
    ///          { "id": "lu", "person": "lu-wei", "post": "siio-head", "span": "2013-05/2016-07-19" } ] }"#,
    /// )?;
    /// let post = &dataset.posts()[0].id;
    /// let on = |date: &str| date.parse::<PartialDate>().unwrap();
    /// assert_eq!(dataset.holders_of(post, on("2013-09-09")).next().unwrap().tenure.person, "lu-wei");
    /// // In the month of the change both may have held it.
    /// assert!(dataset.holders_of(post, on("2013-05-10")).all(|holding| holding.covers == Tri::Maybe));
    /// # Ok::<(), netpolity::dataset::ReadError>(())
    /// ```
    pub fn holders_of(
        &self,
        post: &Id<Post>,
        date: impl Into<PartialDate>,
    ) -> impl Iterator<Item = Holding<'_>> {
        let index = self.index();
        self.holdings(index.tenures_of_post.get(&*index.identity.id(post)), date.into())
    }

    /// What a person held at a date, certainly or perhaps, in the order of the table; see [`holders_of`](Self::holders_of).
    pub fn tenures_of(
        &self,
        person: &Id<Person>,
        date: impl Into<PartialDate>,
    ) -> impl Iterator<Item = Holding<'_>> {
        let index = self.index();
        self.holdings(index.tenures_of_person.get(&*index.identity.id(person)), date.into())
    }

    /// Every tenure of a person, whenever.
    pub(crate) fn all_tenures_of(&self, person: &Id<Person>) -> impl Iterator<Item = &Tenure> {
        let rows = self.index().tenures_of_person.get(person);
        rows.into_iter().flatten().filter_map(|row| self.tenures().get(*row as usize))
    }

    fn holdings<'a>(
        &'a self,
        rows: Option<&'a Vec<u32>>,
        date: PartialDate,
    ) -> impl Iterator<Item = Holding<'a>> {
        rows.into_iter().flatten().filter_map(move |row| {
            let tenure = self.tenures().get(*row as usize)?;
            let covers = self.held_on(tenure, date);
            (covers != Tri::No).then_some(Holding { tenure, covers })
        })
    }

    /// The agency at which a tenure is held: that of its post, or its own.
    pub fn agency_of(&self, tenure: &Tenure) -> Option<&Agency> {
        let of_post =
            tenure.post.as_ref().and_then(|post| self.post(post)).map(|post| &post.agency);
        self.agency(of_post.or(tenure.agency.as_ref())?)
    }

    /// What an agency was called at a date in a language.
    ///
    /// Names in the language come before others; then names that were or may have been in use at the date; then official
    /// ones; then those certainly in use. The answer says how well it fits. `None` where the agency is unknown or has no
    /// name.
    ///
    /// ```
    /// use netpolity::{Dataset, PartialDate, time::Tri};
    ///
    /// let dataset = Dataset::from_json(
    ///     r#"{ "netpolity": 1, "agencies": [ { "id": "siio", "kind": "information-office", "names": [
    ///          { "text": "State Internet Information Office", "lang": "en", "span": "2011-05/2014-05~" },
    ///          { "text": "Cyberspace Administration of China", "lang": "en", "span": "2014-05~/.." } ] } ] }"#,
    /// )?;
    /// let siio = &dataset.agencies()[0].id;
    /// let found = dataset.name_of(siio, "2013-09-09".parse::<PartialDate>()?, &"en".parse()?).unwrap();
    /// assert_eq!(found.name.text, "State Internet Information Office");
    /// assert_eq!((found.in_use, found.in_language), (Tri::Yes, true));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn name_of(
        &self,
        agency: &Id<Agency>,
        date: impl Into<PartialDate>,
        lang: &Lang,
    ) -> Option<NameInUse<'_>> {
        let date = date.into();
        let found = self.agency(agency)?.names.iter().map(|name| NameInUse {
            name,
            in_use: name.span.covers(date),
            in_language: name.lang.as_ref().is_none_or(|own| own.is_within(lang)),
        });
        // `min_by_key` gives the first of equals, so that the record's own order decides last.
        found.min_by_key(|found| {
            (
                !found.in_language,
                found.in_use.is_no(),
                found.name.kind != NameKind::Official,
                found.in_use.is_maybe(),
                found.name.lang.is_none(),
            )
        })
    }

    /// Which agencies of a country were responsible for an issue at a date, certainly or perhaps; without a country, those
    /// that belong to none.
    ///
    /// It goes by the [`portfolio`](Agency::portfolio) alone and takes no wider or narrower term for the one asked for. A
    /// responsibility without a span may have been one whenever the agency existed. See [`heirs_of`](Self::heirs_of) for
    /// whom a function passed to.
    ///
    /// ```
    /// use netpolity::{Country, Dataset, PartialDate, time::Tri};
    ///
    /// let dataset = Dataset::from_json(
    ///     r#"{ "netpolity": 1, "agencies": [
    ///          { "id": "dcms", "kind": "ministry", "country": "GBR",
    ///            "portfolio": [ { "term": "digital-policy", "span": "[..2017-07-03]/2023-02-07" } ] },
    ///          { "id": "dsit", "kind": "ministry", "country": "GBR",
    ///            "portfolio": [ { "term": "digital-policy", "span": "2023-02-07/.." } ] } ] }"#,
    /// )?;
    /// let (digital, uk) = ("digital-policy".parse()?, Some(Country::GBR));
    /// let on = |date: &str| -> Vec<_> {
    ///     let date: PartialDate = date.parse().unwrap();
    ///     dataset.agencies_for(&digital, uk, date).map(|r| (r.agency.id.as_str(), r.covers)).collect()
    /// };
    /// assert_eq!(on("2020-06-01"), [("dcms", Tri::Yes)]);
    /// assert_eq!(on("2023-02"), [("dcms", Tri::Maybe), ("dsit", Tri::Maybe)]);
    /// assert_eq!(on("2024"), [("dsit", Tri::Yes)]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn agencies_for(
        &self,
        term: &TermRef,
        country: Option<Country>,
        date: impl Into<PartialDate>,
    ) -> impl Iterator<Item = Responsible<'_>> {
        let (term, date) = (term.clone(), date.into());
        let rows = self.index().agencies_of_term.get(&term.term);
        let agencies =
            rows.into_iter().flatten().filter_map(|row| self.agencies().get(*row as usize));
        agencies.filter(move |agency| agency.country == country).flat_map(move |agency| {
            let existed = agency.span.covers(date);
            let term = term.clone();
            agency.portfolio.iter().filter(move |r| r.term.matches(&term)).filter_map(
                move |responsibility| {
                    let covers = responsibility.span.covers(date);
                    let is_so = covers != Tri::No && existed != Tri::No;
                    is_so.then_some(Responsible { agency, responsibility, covers })
                },
            )
        })
    }

    /// The editions of a series, by number where they have one, then by date.
    pub fn editions_of(&self, series: &Id<EventSeries>) -> Vec<&Event> {
        let index = self.index();
        let mut editions: Vec<&Event> =
            self.event_rows(index.events_of_series.get(&*index.identity.id(series))).collect();
        editions.sort_by_key(|event| (event.edition.unwrap_or(u32::MAX), self.days_of(event)));
        editions
    }

    /// The sessions and other parts of an event, in the order of the table.
    pub fn parts_of<'a>(&'a self, event: &Id<Event>) -> impl Iterator<Item = &'a Event> + use<'a> {
        let index = self.index();
        self.event_rows(index.events_of_parent.get(&*index.identity.id(event)))
    }

    /// The events in which an actor took part, in the order of the table.
    pub fn events_with<'a>(&'a self, actor: &Actor) -> impl Iterator<Item = &'a Event> + use<'a> {
        let index = self.index();
        self.event_rows(index.events_of_actor.get(&*index.identity.actor(actor)))
    }

    fn event_rows<'a>(
        &'a self,
        rows: Option<&'a Vec<u32>>,
    ) -> impl Iterator<Item = &'a Event> + use<'a> {
        rows.into_iter().flatten().filter_map(|row| self.events().get(*row as usize))
    }

    /// The first and the last day on which an event can have met. A part without sittings of its own has those of the
    /// event it belongs to. `None` where a bound is not dated.
    pub fn days_of(&self, event: &Event) -> Option<(NaiveDate, NaiveDate)> {
        let met = self.with_parents(event).find(|event| !event.sittings.is_empty())?;
        let (mut first, mut last) = (NaiveDate::MAX, NaiveDate::MIN);
        for sitting in &met.sittings {
            first = first.min(sitting.span.start().earliest()?);
            last = last.max(sitting.span.end().latest()?);
        }
        Some((first, last))
    }

    /// The days of an event as a span.
    pub(crate) fn span_of(&self, event: &Event) -> Option<Span> {
        let (first, last) = self.days_of(event)?;
        Span::new(first, last).ok()
    }

    /// An event, the one that it is a part of, and so on upwards.
    pub(crate) fn with_parents<'a>(&'a self, event: &'a Event) -> impl Iterator<Item = &'a Event> {
        std::iter::successors(Some(event), |event| self.event(event.parent.as_ref()?))
            .take(MAX_DEPTH)
    }

    /// A source, the one that it derives from, and so on to its origin.
    pub(crate) fn with_origins<'a>(
        &'a self,
        source: &'a Source,
    ) -> impl Iterator<Item = &'a Source> {
        let origin = |source: &&Source| self.source(&source.derived_from.as_ref()?.source);
        std::iter::successors(Some(source), origin).take(MAX_DEPTH)
    }

    /// The source at the end of the chain of derivations. `None` where it derives from none, or in a circle.
    pub(crate) fn root_of<'a>(&'a self, source: &'a Source) -> Option<&'a Id<Source>> {
        source.derived_from.as_ref()?;
        let last = self.with_origins(source).last()?;
        match &last.derived_from {
            None => Some(&last.id),
            // The last one derives from a source that the dataset lacks; or the chain is a circle, and has no end.
            Some(derivation) => {
                self.source(&derivation.source).is_none().then_some(&derivation.source)
            }
        }
    }

    /// Whether two actors are one body at a date: the same, or one a nameplate on the other or both on a third.
    pub fn same_body(&self, a: &Actor, b: &Actor, span: &Span) -> Tri {
        if a == b {
            return Tri::Yes;
        }
        let (Actor::Agency(a), Actor::Agency(b)) = (a, b) else { return Tri::No };
        let mut answer = Tri::No;
        for (carrier_a, certain_a) in self.carriers(a, span) {
            for (carrier_b, certain_b) in self.carriers(b, span) {
                if carrier_a == carrier_b {
                    answer = answer | (certain_a & certain_b);
                }
            }
        }
        answer
    }

    /// An agency itself, and what it is or may be a nameplate on during a span.
    fn carriers<'a>(&'a self, id: &'a Id<Agency>, span: &Span) -> Vec<(&'a Id<Agency>, Tri)> {
        let mut found = vec![(id, Tri::Yes)];
        let mut at = 0;
        while let Some(&(carrier, certain)) = found.get(at) {
            let relations = self.agency(carrier).map(|agency| agency.relations.as_slice());
            for relation in relations.unwrap_or_default() {
                let is_new = found.iter().all(|(known, _)| **known != relation.to);
                if relation.kind == RelationKind::NameplateOf && is_new {
                    let holds = certain & relation.span.contains(span);
                    if holds != Tri::No {
                        found.push((&relation.to, holds));
                    }
                }
            }
            at += 1;
        }
        found
    }
}

/// Events nest, and sources derive from each other, a few deep; more is a circle, which is a finding and must not hang a
/// query.
const MAX_DEPTH: usize = 64;
