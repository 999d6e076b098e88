//! How a term or a proposition spreads.

use std::borrow::Cow;
use std::collections::HashSet;

use chrono::NaiveDate;

use crate::actor::Actor;
use crate::dataset::Dataset;
use crate::event::Event;
use crate::id::Id;
use crate::statement::Statement;
use crate::stats::ActorOf;
use crate::stats::{Counted, Excluded, Exclusions, Measured};
use crate::taxonomy::TermRef;

/// The first statement of somebody, or at an event, about a term.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct FirstUse<'a, T> {
    /// Whose first it is.
    pub of: T,
    /// The statement.
    pub statement: &'a Statement,
    /// The first day on which it can have been made.
    pub earliest: NaiveDate,
    /// The last day on which it can have been made.
    pub latest: NaiveDate,
}

/// How a term spread from actor to actor and from event to event: the first use of each, in order.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Spread<'a> {
    /// The actors.
    pub actors: Vec<FirstUse<'a, Actor>>,
    /// The events.
    pub events: Vec<FirstUse<'a, &'a Id<Event>>>,
}

/// How a term or a proposition spread through some statements: those that are about it or take a position on it.
///
/// First is what has the earliest first day; of equals, the earliest last day, then the order of the statements. Days that are
/// known in part overlap, so that who was first may be open: each first use says from when to when it can have been. What has
/// no date is left out, and may have been earlier.
///
/// ```
/// use netpolity::catalogue;
/// use netpolity::stats::ActorOf;
/// use netpolity::stats::discourse::spread;
///
/// let dataset = catalogue::roundtable_2013();
/// let found = spread(dataset, dataset.statements(), &"positive-energy".parse()?, ActorOf::Speaker);
/// let order: Vec<String> = found.value.actors.iter().map(|first| first.of.to_string()).collect();
/// assert_eq!(order, ["person:lu-wei", "agency:china-daily"]);
/// assert_eq!(found.value.events[0].of, "china-uk-5");
/// # Ok::<(), netpolity::id::IdError>(())
/// ```
pub fn spread<'a>(
    dataset: &'a Dataset,
    statements: impl IntoIterator<Item = &'a Statement>,
    term: &TermRef,
    actor: ActorOf,
) -> Measured<Spread<'a>> {
    let mut excluded = Exclusions::NONE;
    let mut dated = Vec::new();
    for statement in statements {
        let positions = statement.positions.iter().map(|position| &position.term);
        if !statement.terms.iter().chain(positions).any(|own| own.matches(term)) {
            continue;
        }
        if !statement.status.stands() {
            excluded.add(Excluded::NotStanding, 1);
            continue;
        }
        match dataset.made(statement).and_then(|span| span.possible_days()) {
            Some((earliest, latest)) if earliest != NaiveDate::MIN => {
                dated.push((earliest, latest, statement));
            }
            _ => excluded.add(Excluded::Undated, 1),
        }
    }
    dated.sort_by_key(|(earliest, latest, _)| (*earliest, *latest));
    let support = u32::try_from(dated.len()).unwrap_or(u32::MAX);
    let mut spread = Spread { actors: Vec::new(), events: Vec::new() };
    let (mut seen, mut seen_events) = (HashSet::new(), HashSet::new());
    let mut actors: Vec<Cow<'a, Actor>> = Vec::new();
    for (earliest, latest, statement) in dated {
        actor.of(dataset, statement, false, &mut actors);
        for of in actors.drain(..) {
            if seen.insert(of.clone()) {
                let of = of.into_owned();
                spread.actors.push(FirstUse { of, statement, earliest, latest });
            }
        }
        if let Some(of) = &statement.event
            && seen_events.insert(dataset.first_id(of))
        {
            spread.events.push(FirstUse { of, statement, earliest, latest });
        }
    }
    let mut measured = Measured::new(spread, Counted::Statements, support);
    measured.excluded = excluded;
    measured
}
