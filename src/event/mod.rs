//! Events: series, editions, sessions; who took part as what.

mod outcome;
mod series;

pub use outcome::{Disclosure, Fate, Force, Outcome, OutcomeKind, Plan};
pub use series::{Cadence, EventSeries, SeriesFact};

use std::fmt;

use crate::actor::{Actor, StakeholderGroup, Tenure};
use crate::country::Country;
use crate::id::Id;
use crate::identifier::Identifier;
use crate::name::Name;
use crate::quantity::Quantity;
use crate::record::{fact_serde, record};
use crate::source::{Attestation, Cite};
use crate::taxonomy::TermRef;
use crate::text::{self, refuse, text_or_object, words};
use crate::time::Span;

record! {
    /// A meeting, a part of a meeting, or anything else that takes place.
    ///
    /// Sessions, ceremonies and a day zero are events with a [`parent`](Event::parent); editions of a recurring
    /// meeting are events with a [`series`](Event::series).
    ///
    /// ```
    /// use netpolity::Event;
    ///
    /// let event: Event = serde_json::from_str(
    ///     r#"{ "id": "china-uk-5", "kind": "roundtable", "series": "china-uk", "edition": 5,
    ///          "sittings": [ { "span": "2013-09-09", "city": "London", "country": "GBR" } ],
    ///          "participants": [ { "actor": "agency:siio", "role": "co-host" },
    ///                            { "actor": "agency:dcms", "role": "co-host" },
    ///                            { "actor": "person:lu-wei", "role": "keynote" } ],
    ///          "headcounts": [ "more than 100" ] }"#,
    /// )?;
    /// assert_eq!(event.hosts().count(), 2);
    /// assert_eq!(event.headcounts[0].count.to_string(), "more than 100");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub struct Event {
        required {
            /// The key by which other records name it.
            id: Id<Event>,
            /// What kind of event it is.
            kind: EventKind,
        }
        optional {
            /// Its names; an edition of a series may go by the name of the series.
            names: Vec<Name>,
            /// The series of which it is an edition.
            series: Option<Id<EventSeries>>,
            /// The number of the edition.
            edition: Option<u32>,
            /// The event of which it is a part.
            parent: Option<Id<Event>>,
            /// When and where it met. One meeting may have two sittings in two cities.
            sittings: Vec<Sitting>,
            /// Whether it took place; omitted for an event that did.
            status: EventStatus,
            /// When and where it was once to meet.
            plans: Vec<Plan>,
            /// What it was about.
            terms: Vec<TermRef>,
            /// Its themes, as printed.
            themes: Vec<Name>,
            /// Who took part as what.
            participants: Vec<Participant>,
            /// How many took part.
            headcounts: Vec<Headcount>,
            /// What may be told of what was said.
            disclosure: Option<Disclosure>,
            /// The documents that came out of it.
            outcomes: Vec<Outcome>,
            /// What other collections call it.
            identifiers: Vec<Identifier>,
            /// Which sources support the record.
            cites: Vec<Cite>,
            /// What single sources say of single fields.
            attests: Vec<Attestation<EventFact>>,
        }
    }
}

impl Event {
    /// The actors that the record names as hosts, in the order in which they stand.
    pub fn hosts(&self) -> impl Iterator<Item = &Actor> {
        self.participants.iter().filter(|p| p.role.is_host()).map(|p| &p.actor)
    }
}

/// What a source may say of an event.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum EventFact {
    /// From when to when it met.
    Span(Span),
    /// Where it met.
    Place(Place),
    /// Who hosted it.
    Hosts(Vec<Actor>),
    /// How many took part.
    Headcount(Headcount),
    /// Whether it took place.
    Status(EventStatus),
}

fact_serde!(EventFact {
    Span(Span) = "span",
    Place(Place) = "place",
    Hosts(Vec<Actor>) = "hosts",
    Headcount(Headcount) = "headcount",
    Status(EventStatus) = "status",
});

impl fmt::Display for EventFact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Span(span) => span.fmt(f),
            Self::Place(place) => place.fmt(f),
            Self::Hosts(hosts) => text::list(f, hosts),
            Self::Headcount(count) => write!(f, "{} ({})", count.count, count.of),
            Self::Status(status) => status.fmt(f),
        }
    }
}

words! {
    /// Kinds of events.
    pub enum EventKind: open "event kind" {
        /// A summit.
        Summit = "summit",
        /// A high-level meeting.
        HighLevelMeeting = "high-level-meeting",
        /// A conference.
        Conference = "conference",
        /// A forum.
        Forum = "forum",
        /// A roundtable.
        Roundtable = "roundtable",
        /// A dialogue of two governments.
        BilateralDialogue = "bilateral-dialogue",
        /// A dialogue of officials and experts in a private capacity.
        Track15Dialogue = "track-1-5-dialogue",
        /// A consultation.
        Consultation = "consultation",
        /// A session of a negotiation.
        NegotiatingSession = "negotiating-session",
        /// A session of a group of experts.
        ExpertGroupSession = "expert-group-session",
        /// A meeting of a preparatory committee.
        PreparatoryCommittee = "preparatory-committee",
        /// A public meeting of a body such as ICANN.
        PublicMeeting = "public-meeting",
        /// A meeting of a standards body.
        StandardsMeeting = "standards-meeting",
        /// A hearing.
        Hearing = "hearing",
        /// A press briefing.
        PressBriefing = "press-briefing",
        /// A visit.
        Visit = "visit",
        /// A workshop.
        Workshop = "workshop",
        /// A session of another event.
        Session = "session",
        /// A plenary of another event.
        Plenary = "plenary",
        /// The day before the official opening.
        DayZero = "day-zero",
        /// An event beside another one.
        SideEvent = "side-event",
        /// The later part of a meeting that was suspended.
        ResumedSession = "resumed-session",
        /// An opening, closing or signing ceremony.
        Ceremony = "ceremony",
        /// An exhibition.
        Exhibition = "exhibition",
        /// The term of a parliament, from one election to the next.
        LegislativePeriod = "legislative-period",
    }
}

impl EventKind {
    /// Whether an event of this kind may lie outside the days of the event that it belongs to.
    pub fn may_lie_outside_parent(&self) -> bool {
        matches!(self, Self::DayZero | Self::SideEvent | Self::ResumedSession | Self::Exhibition)
    }
}

words! {
    /// Whether an event took place.
    #[derive(Default)]
    pub enum EventStatus: closed "event status" {
        /// It took place.
        #[default]
        Held = "held",
        /// Foreseen, without a firm date.
        Planned = "planned",
        /// Foreseen, with a firm date.
        Confirmed = "confirmed",
        /// Called off.
        Cancelled = "cancelled",
        /// Put off to another date.
        Postponed = "postponed",
        /// Sources do not settle whether it took place.
        Unverified = "unverified",
    }
}

record! {
    /// One continuous stretch of a meeting at one place.
    pub struct Sitting {
        required {
            /// From the first to the last day.
            span: Span,
        }
        optional {
            /// The building.
            venue: Option<String>,
            /// The city.
            city: Option<String>,
            /// The state or province.
            region: Option<String>,
            /// The country.
            country: Option<Country>,
            /// In person, online or both.
            mode: Option<Mode>,
        }
    }
}

words! {
    /// How people meet.
    pub enum Mode: closed "mode" {
        /// In one room.
        InPerson = "in-person",
        /// Online only.
        Online = "online",
        /// Both.
        Hybrid = "hybrid",
    }
}

record! {
    /// A place, as precise as the source gives it.
    #[derive(Default)]
    pub struct Place {
        required {}
        optional {
            /// The building.
            venue: Option<String>,
            /// The city.
            city: Option<String>,
            /// The state or province.
            region: Option<String>,
            /// The country.
            country: Option<Country>,
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let country = self.country.map(|country| country.to_string());
        text::list(f, [&self.venue, &self.city, &self.region, &country].into_iter().flatten())
    }
}

record! {
    /// Who took part, and as what.
    pub struct Participant {
        required {
            /// Who took part.
            actor: Actor,
            /// In which role.
            role: Role,
        }
        optional {
            /// The tenure in which a person took part.
            tenure: Option<Id<Tenure>>,
            /// The capacity with which the source names them.
            printed: Option<String>,
            /// On whose behalf they took part.
            on_behalf_of: Vec<Actor>,
            /// Which sources support it.
            cites: Vec<Cite>,
        }
    }
}

words! {
    /// Roles at an event.
    pub enum Role: open "role" {
        /// The host.
        Host = "host",
        /// One of several hosts.
        CoHost = "co-host",
        /// Organises it.
        Organizer = "organizer",
        /// One of several organisers.
        CoOrganizer = "co-organizer",
        /// Convenes it.
        Convener = "convener",
        /// Sponsors it.
        Sponsor = "sponsor",
        /// Supports it.
        Supporter = "supporter",
        /// Chairs it.
        Chair = "chair",
        /// One of several chairs.
        CoChair = "co-chair",
        /// Moderates it.
        Moderator = "moderator",
        /// Gives a keynote.
        Keynote = "keynote",
        /// Speaks.
        Speaker = "speaker",
        /// Sits on a panel.
        Panellist = "panellist",
        /// A delegate.
        Delegate = "delegate",
        /// An observer.
        Observer = "observer",
        /// The rapporteur.
        Rapporteur = "rapporteur",
        /// The secretariat.
        Secretariat = "secretariat",
        /// Press.
        Press = "press",
        /// A guest.
        Guest = "guest",
    }
}

impl Role {
    /// Whether the role is that of a host.
    pub fn is_host(&self) -> bool {
        matches!(self, Self::Host | Self::CoHost)
    }
}

record! {
    /// How many took part, as somebody reported it. Written as the phrase alone, or as an object.
    pub struct Headcount: text {
        required {
            /// The number, with its hedge.
            count: Quantity,
        }
        optional {
            /// What is counted.
            of: Counted,
            /// The stakeholder group that is counted, where it is one.
            group: Option<StakeholderGroup>,
            /// Which sources support it.
            cites: Vec<Cite>,
        }
    }
}

text_or_object!(
    Headcount,
    "a quantity such as `more than 100`, or an object with `count`",
    schema: |generator| generator.subschema_for::<String>(),
    from: |text| text.parse().map(Headcount::new).map_err(refuse),
    short: |headcount| *headcount == Headcount::new(headcount.count)
);

impl fmt::Display for Headcount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.count.fmt(f)
    }
}

words! {
    /// What a head count counts.
    #[derive(Default)]
    pub enum Counted: closed "counted thing" {
        /// People in all, however they took part.
        #[default]
        Total = "total",
        /// People registered.
        Registered = "registered",
        /// People in the room.
        OnSite = "on-site",
        /// People online.
        Remote = "remote",
        /// States.
        States = "states",
        /// Delegations.
        Delegations = "delegations",
        /// Organisations.
        Organisations = "organisations",
        /// Countries that people came from.
        Countries = "countries",
        /// Sessions.
        Sessions = "sessions",
        /// Contributions in writing.
        Submissions = "submissions",
    }
}
