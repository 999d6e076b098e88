//! Who is there with whom.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use crate::actor::Actor;
use crate::dataset::Dataset;
use crate::event::Event;
use crate::id::Id;
use crate::stats::discourse::ties::{self, Cell};
use crate::stats::discourse::{Normalisation, Tally, Tie};
use crate::stats::network::{Network, Node, Pair};
use crate::stats::{Counted, Excluded, Exclusions, Measured, Refusal};

/// Which actors take part in which events.
///
/// ```
/// use netpolity::catalogue;
/// use netpolity::stats::events::Attendance;
///
/// let dataset = catalogue::roundtable_2013();
/// let found = Attendance::of(dataset, dataset.editions_of(&"china-uk".parse()?));
/// let attendance = found.value;
/// let [fifth, sixth] = ["china-uk-5".parse()?, "china-uk-6".parse()?];
/// // Two bodies and Ed Vaizey were at both, and one more person at each.
/// assert_eq!(attendance.jaccard(&fifth, &sixth).unwrap(), 0.6);
/// assert_eq!(attendance.persistence(&fifth, &sixth).unwrap(), 0.75);
/// # Ok::<(), netpolity::id::IdError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Attendance {
    events: BTreeMap<Id<Event>, BTreeSet<Actor>>,
}

impl Attendance {
    /// Those of the participants of some events. An actor counts once at an event, in whatever role; who has no name is
    /// [`Excluded::NoActor`].
    pub fn of<'a>(
        dataset: &'a Dataset,
        events: impl IntoIterator<Item = &'a Event>,
    ) -> Measured<Self> {
        let (mut support, mut excluded) = (0, Exclusions::NONE);
        let mut attendance = Self::default();
        for event in events {
            let own = attendance.events.entry(event.id.clone()).or_default();
            for participant in &event.participants {
                if let Actor::Unnamed(_) = participant.actor {
                    excluded.add(Excluded::NoActor, 1);
                } else if own.insert(dataset.first_actor(&participant.actor).into_owned()) {
                    support += 1;
                } else {
                    excluded.add(Excluded::Duplicate, 1);
                }
            }
        }
        Measured { excluded, ..Measured::new(attendance, Counted::Participants, support) }
    }

    /// The actors who take part in an event.
    pub fn at(&self, event: &Id<Event>) -> impl Iterator<Item = &Actor> {
        self.events.get(event).into_iter().flatten()
    }

    /// How alike two events are by who is there: those at both, divided by those at either, from 0 to 1.
    ///
    /// Jaccard (1901).
    ///
    /// # Errors
    /// [`Refusal::Empty`] where nobody is at either.
    pub fn jaccard(&self, a: &Id<Event>, b: &Id<Event>) -> Result<f64, Refusal> {
        let (of_a, of_b, both) = self.both(a, b);
        quotient(both, of_a + of_b - both)
    }

    /// How many come again: the part of those at the first event who are at the second, from 0 to 1.
    ///
    /// # Errors
    /// [`Refusal::Empty`] where nobody is at the first.
    pub fn persistence(&self, first: &Id<Event>, second: &Id<Event>) -> Result<f64, Refusal> {
        let (of_first, _, both) = self.both(first, second);
        quotient(both, of_first)
    }

    /// The network of actors and events.
    pub fn two_mode(&self) -> Network {
        let actors = self.actors();
        let first_event = number(actors.len());
        let mut ties: Vec<Pair> = Vec::new();
        for (event, own) in (first_event..).zip(self.events.values()) {
            for (from, (actor, _)) in (0..).zip(&actors) {
                if own.contains(*actor) {
                    ties.push(Pair { from, to: event, count: 1, weight: 1.0 });
                }
            }
        }
        ties.sort_unstable_by_key(|tie| (tie.from, tie.to));
        let actors = actors.into_iter().map(|(actor, events)| (Node::Actor(actor.clone()), events));
        let events = self.events.iter();
        let events = events.map(|(event, own)| (Node::Event(event.clone()), number(own.len())));
        Network::new(actors.chain(events), ties)
    }

    /// The network of actors who are at the same events: the weight is at how many, divided as asked for.
    ///
    /// With [`Normalisation::Jaccard`] it is at how many both are, divided by at how many either is.
    pub fn together(&self, normalisation: Normalisation) -> Network {
        let actors = self.actors();
        let tally = Tally { support: 1, ..Tally::default() };
        let mut cells: Vec<Cell> = Vec::new();
        for (row, (actor, _)) in (0..).zip(&actors) {
            let events = (0..).zip(self.events.values());
            let at = events.filter(|(_, own)| own.contains(*actor));
            cells.extend(at.map(|(column, _)| Cell { row, column, tally }));
        }
        let activity: Vec<u32> = actors.values().copied().collect();
        let ties = ties::pairs(&cells, &activity, self.events.len(), Tie::Shared, normalisation);
        let nodes = actors.into_iter().map(|(actor, events)| (Node::Actor(actor.clone()), events));
        Network::new(nodes, ties)
    }

    /// The actors, and at how many events each is.
    fn actors(&self) -> BTreeMap<&Actor, u32> {
        let mut actors = BTreeMap::new();
        for actor in self.events.values().flatten() {
            *actors.entry(actor).or_default() += 1;
        }
        actors
    }

    /// How many are at the one event, at the other, at both.
    fn both(&self, a: &Id<Event>, b: &Id<Event>) -> (u32, u32, u32) {
        let own = |event| self.events.get(event).map_or_else(Cow::default, Cow::Borrowed);
        let (a, b) = (own(a), own(b));
        (number(a.len()), number(b.len()), number(a.intersection(&b).count()))
    }
}

fn quotient(part: u32, whole: u32) -> Result<f64, Refusal> {
    if whole == 0 { Err(Refusal::Empty) } else { Ok(f64::from(part) / f64::from(whole)) }
}

fn number(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
