//! What records hold of the fields that sources speak of, and what explains a difference.

use super::sealed::Compare;
use super::values::{self, Kinds, place_of};
use crate::actor::{Actor, Agency, AgencyFact, Tenure, TenureFact};
use crate::dataset::{Dataset, Keyed};
use crate::event::{Event, EventFact, EventSeries, EventStatus, Headcount, SeriesFact};
use crate::quantity::Tolerance;
use crate::source::{Agreement, Attestation, Cite, Explanation};
use crate::statement::{Statement, StatementFact};
use crate::time::{Bound, Span, Tri};

/// What every record has in common here: its place, its cites, its attestations.
macro_rules! in_common {
    ($record:ident of $fact:ident) => {
        type Fact = $fact;

        fn place(&self) -> (&'static str, &str) {
            ($record::TABLE, self.id.as_str())
        }

        fn cites(&self) -> &[Cite] {
            &self.cites
        }

        fn attests(&self) -> &[Attestation<$fact>] {
            &self.attests
        }

        fn field(fact: &$fact) -> &'static str {
            fact.field()
        }
    };
}

impl Compare for Agency {
    in_common!(Agency of AgencyFact);

    fn own(&self, fact: &AgencyFact) -> Vec<AgencyFact> {
        match fact {
            AgencyFact::Start(_) => vec![AgencyFact::Start(self.span.start())],
            AgencyFact::End(_) => vec![AgencyFact::End(self.span.end())],
            AgencyFact::Name(_) => self.names.iter().cloned().map(AgencyFact::Name).collect(),
        }
    }

    fn compare(
        &self,
        _: &Dataset,
        a: &AgencyFact,
        b: &AgencyFact,
        kinds: Kinds,
        _: &Tolerance,
    ) -> Agreement {
        match (a, b) {
            (AgencyFact::Start(a), AgencyFact::Start(b))
            | (AgencyFact::End(a), AgencyFact::End(b)) => values::bounds(*a, *b, kinds),
            (AgencyFact::Name(a), AgencyFact::Name(b)) => values::names(a, b),
            _ => Agreement::Compatible,
        }
    }
}

impl Compare for Tenure {
    in_common!(Tenure of TenureFact);

    fn own(&self, fact: &TenureFact) -> Vec<TenureFact> {
        match fact {
            TenureFact::Start(_) => vec![TenureFact::Start(self.span.start())],
            TenureFact::End(_) => vec![TenureFact::End(self.span.end())],
            TenureFact::Title(_) => self.title.iter().cloned().map(TenureFact::Title).collect(),
        }
    }

    /// A title agrees where it is that of the post too. A date is explained where it is that of another office which the
    /// same person took up or left about then.
    fn compare(
        &self,
        dataset: &Dataset,
        a: &TenureFact,
        b: &TenureFact,
        kinds: Kinds,
        _: &Tolerance,
    ) -> Agreement {
        let (a, b, end): (_, _, fn(&Span) -> Bound) = match (a, b) {
            (TenureFact::Start(a), TenureFact::Start(b)) => (*a, *b, Span::start),
            (TenureFact::End(a), TenureFact::End(b)) => (*a, *b, Span::end),
            (TenureFact::Title(a), TenureFact::Title(b)) if a == b => return Agreement::Agree,
            _ => return Agreement::Compatible,
        };
        let plain = values::bounds(a, b, kinds);
        let same = |a, b| {
            matches!(values::bounds(a, b, [None, None]), Agreement::Agree | Agreement::Refines)
        };
        let of_other_office = || {
            dataset.all_tenures_of(&self.person).any(|other| {
                let other_office = (&other.post, &other.agency) != (&self.post, &self.agency);
                let own = end(&self.span);
                let others = end(&other.span);
                other_office && (same(own, a) && same(others, b) || same(own, b) && same(others, a))
            })
        };
        if plain == Agreement::Contradicts && of_other_office() {
            return Agreement::Explained(Explanation::OtherOffice);
        }
        plain
    }
}

impl Compare for EventSeries {
    in_common!(EventSeries of SeriesFact);

    /// How often a series meets is never a field of the record.
    fn own(&self, _: &SeriesFact) -> Vec<SeriesFact> {
        Vec::new()
    }

    fn compare(
        &self,
        _: &Dataset,
        a: &SeriesFact,
        b: &SeriesFact,
        _: Kinds,
        _: &Tolerance,
    ) -> Agreement {
        let (SeriesFact::Cadence(a), SeriesFact::Cadence(b)) = (a, b);
        // What is annual is biennial too, as cadences are defined: at least once in so many years.
        if a == b { Agreement::Agree } else { Agreement::Refines }
    }
}

impl Compare for Event {
    in_common!(Event of EventFact);

    fn own(&self, fact: &EventFact) -> Vec<EventFact> {
        let sittings = self.sittings.iter();
        match fact {
            EventFact::Span(_) => sittings.map(|sitting| EventFact::Span(sitting.span)).collect(),
            EventFact::Place(_) => {
                sittings.map(|sitting| EventFact::Place(place_of(sitting))).collect()
            }
            EventFact::Hosts(_) => vec![EventFact::Hosts(self.hosts().cloned().collect())],
            EventFact::Headcount(said) => {
                let same = |own: &&Headcount| (own.of, own.group) == (said.of, said.group);
                self.headcounts.iter().filter(same).cloned().map(EventFact::Headcount).collect()
            }
            EventFact::Status(_) => vec![EventFact::Status(self.status)],
        }
    }

    fn compare(
        &self,
        dataset: &Dataset,
        a: &EventFact,
        b: &EventFact,
        _: Kinds,
        tolerance: &Tolerance,
    ) -> Agreement {
        let plain = match (a, b) {
            (EventFact::Span(a), EventFact::Span(b)) => values::spans(a, b),
            (EventFact::Place(a), EventFact::Place(b)) => values::places(a, b),
            (EventFact::Headcount(a), EventFact::Headcount(b)) => {
                values::headcounts(a, b, tolerance)
            }
            (EventFact::Status(a), EventFact::Status(b)) if a == b => Agreement::Agree,
            (EventFact::Status(_), EventFact::Status(_)) => Agreement::Contradicts,
            (EventFact::Hosts(a), EventFact::Hosts(b)) => {
                let span = dataset.span_of(self).unwrap_or_default();
                return dataset.actors(a, b, &span);
            }
            _ => Agreement::Compatible,
        };
        if plain != Agreement::Contradicts {
            return plain;
        }
        let fits = |agreement| matches!(agreement, Agreement::Agree | Agreement::Refines);
        let planned = self.plans.iter().flat_map(|plan| &plan.sittings);
        let explained = match b {
            EventFact::Span(span)
                if planned.clone().any(|p| fits(values::spans(&p.span, span))) =>
            {
                Explanation::Plan
            }
            EventFact::Span(span) if dataset.is_bounded_by_parts(self, span) => Explanation::Part,
            EventFact::Place(place)
                if planned.clone().any(|p| fits(values::places(&place_of(p), place))) =>
            {
                Explanation::Plan
            }
            // An announcement says nothing against what came of it.
            EventFact::Status(EventStatus::Planned | EventStatus::Confirmed) => Explanation::Plan,
            _ => return plain,
        };
        Agreement::Explained(explained)
    }
}

impl Compare for Statement {
    in_common!(Statement of StatementFact);

    fn own(&self, fact: &StatementFact) -> Vec<StatementFact> {
        match fact {
            StatementFact::Speakers(_) => vec![StatementFact::Speakers(
                self.speakers.iter().map(|speaker| speaker.actor.clone()).collect(),
            )],
            StatementFact::Date(_) => self.date.into_iter().map(StatementFact::Date).collect(),
        }
    }

    /// Speakers are explained where one source names who spoke and the other for whom.
    fn compare(
        &self,
        dataset: &Dataset,
        a: &StatementFact,
        b: &StatementFact,
        kinds: Kinds,
        _: &Tolerance,
    ) -> Agreement {
        let (a, b) = match (a, b) {
            (StatementFact::Date(a), StatementFact::Date(b)) => {
                return values::dates(*a, *b, kinds);
            }
            (StatementFact::Speakers(a), StatementFact::Speakers(b)) => (a, b),
            _ => return Agreement::Compatible,
        };
        let span = self.date.map(Span::on).unwrap_or_default();
        let plain = dataset.actors(a, b, &span);
        let is_principal = |actor: &Actor| {
            self.speakers.iter().any(|speaker| speaker.on_behalf_of.contains(actor))
        };
        let principals = |actors: &[Actor]| !actors.is_empty() && actors.iter().all(is_principal);
        if plain == Agreement::Contradicts && (principals(a) || principals(b)) {
            return Agreement::Explained(Explanation::Principal);
        }
        plain
    }
}

impl Dataset {
    /// Whether each end of a span is an end of the event or of a part of it: a source that counts from the opening
    /// ceremony, or from the day before it.
    fn is_bounded_by_parts(&self, event: &Event, span: &Span) -> bool {
        let parts = || self.parts_of(&event.id).chain([event]).flat_map(|part| &part.sittings);
        let is = |bound: Bound, end: fn(&Span) -> Bound| {
            parts().any(|sitting| bound.date().is_some() && end(&sitting.span) == bound)
        };
        is(span.start(), Span::start) && is(span.end(), Span::end)
    }

    /// How two lists of actors stand to each other during a span.
    fn actors(&self, a: &[Actor], b: &[Actor], span: &Span) -> Agreement {
        let covers = |a: &[Actor], b: &[Actor]| b.iter().all(|actor| a.contains(actor));
        match (covers(a, b), covers(b, a)) {
            (true, true) => return Agreement::Agree,
            // A source that names some of them says nothing against the others.
            (true, false) | (false, true) => return Agreement::Compatible,
            (false, false) => {}
        }
        let matched = |holds: &dyn Fn(&Actor, &Actor) -> bool| {
            a.iter().all(|one| b.iter().any(|other| holds(one, other)))
                && b.iter().all(|one| a.iter().any(|other| holds(one, other)))
        };
        let same = |a: &Actor, b: &Actor| self.same_body(a, b, span) == Tri::Yes;
        let member = |a: &Actor, b: &Actor| {
            self.is_member(a, b, span) == Tri::Yes || self.is_member(b, a, span) == Tri::Yes
        };
        if matched(&same) {
            Agreement::Explained(Explanation::Nameplate)
        } else if matched(&|a, b| same(a, b) || member(a, b)) {
            Agreement::Explained(Explanation::Member)
        } else {
            Agreement::Contradicts
        }
    }

    /// Whether an actor belongs to a group or coalition throughout a span.
    fn is_member(&self, actor: &Actor, of: &Actor, span: &Span) -> Tri {
        match (actor, of) {
            (Actor::Country(country), Actor::Group(group)) => {
                let on = |date: Option<chrono::NaiveDate>| match date {
                    Some(date) => group.members_on(date).contains(*country),
                    None => Tri::Maybe,
                };
                on(span.start().earliest()) & on(span.end().latest())
            }
            (actor, Actor::Coalition(id)) => {
                let members = self.coalition(id).map(|c| c.members.as_slice()).unwrap_or_default();
                members
                    .iter()
                    .filter(|member| member.actor == *actor)
                    .fold(Tri::No, |known, member| known | member.span.contains(span))
            }
            _ => Tri::No,
        }
    }

    /// The edition of the same series that met on the same days of another year: where a source gives these days for this
    /// event too, it probably took them over by mistake.
    ///
    /// ```
    /// use netpolity::Dataset;
    ///
    /// let dataset = Dataset::from_json(
    ///     r#"{ "netpolity": 1, "event_series": [ { "id": "gccs" } ], "events": [
    ///          { "id": "gccs-1", "kind": "conference", "series": "gccs", "sittings": [ { "span": "2011-11-01/2011-11-02" } ] },
    ///          { "id": "gccs-5", "kind": "conference", "series": "gccs", "sittings": [ { "span": "2017-11-23/2017-11-24" } ] } ] }"#,
    /// )?;
    /// let first = dataset.event("gccs-1").unwrap();
    /// let copied = dataset.edition_on_same_days(first, &"2011-11-23/2011-11-24".parse()?).unwrap();
    /// assert_eq!(copied.id, "gccs-5");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn edition_on_same_days(&self, event: &Event, span: &Span) -> Option<&Event> {
        let day = |bound: Bound| bound.date().and_then(|date| Some((date.month()?, date.day()?)));
        let wanted = (day(span.start())?, day(span.end())?);
        let editions = self.editions_of(event.series.as_ref()?);
        editions.into_iter().find(|other| {
            other.id != event.id
                && other.sittings.iter().any(|sitting| {
                    (day(sitting.span.start()), day(sitting.span.end()))
                        == (Some(wanted.0), Some(wanted.1))
                })
        })
    }
}
