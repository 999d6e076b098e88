//! Accusations and what is said to them.

use std::collections::HashMap;

use crate::actor::Actor;
use crate::dataset::Dataset;
use crate::id::Id;
use crate::statement::{Act, LinkKind, Statement};
use crate::stats::ActorOf;
use crate::stats::{Counted, Excluded, Exclusions, Measured};

/// An accusation, and what was said to it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Accusation<'a> {
    /// The statement.
    pub statement: &'a Statement,
    /// What was said to it, the soonest first; what has no date stands at the end.
    pub replies: Vec<Reply<'a>>,
}

/// A statement that denies or answers an accusation.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Reply<'a> {
    /// The statement.
    pub statement: &'a Statement,
    /// Whether it denies the accusation; else it answers it in another way.
    pub denies: bool,
    /// Whether it comes from one of the accused, as speaker, principal, agency or country.
    pub by_accused: bool,
    /// The fewest and the most days from the accusation to it, as far as the dates tell. None where one of the two has no
    /// date, or the reply certainly came before.
    pub delay: Option<(i64, i64)>,
}

impl<'a> Accusation<'a> {
    /// The first denial.
    pub fn denial(&self) -> Option<&Reply<'a>> {
        self.replies.iter().find(|reply| reply.denies)
    }

    /// Whether nobody has said anything to it that is on record.
    pub fn is_unanswered(&self) -> bool {
        self.replies.is_empty()
    }
}

/// The accusations among some statements (also those that say who is behind a cyber operation), each with the statements of the
/// dataset that are linked to it as denying or answering it, in the order of the statements.
///
/// ```
/// use netpolity::Dataset;
/// use netpolity::stats::discourse::accusations;
///
/// let dataset = Dataset::from_json(
///     r#"{ "netpolity": 1, "statements": [
///          { "id": "charge", "act": "accusation", "date": "2024-03-25", "targets": [ "country:CHN" ],
///            "speakers": [ { "actor": "country:GBR" } ] },
///          { "id": "no", "act": "denial", "date": "2024-03", "links": [ { "kind": "denies", "to": "charge" } ],
///            "speakers": [ { "actor": "unnamed:not-stated", "on_behalf_of": [ "country:CHN" ] } ] },
///          { "id": "other-charge", "act": "cyber-attribution", "date": "2024-05", "targets": [ "country:RUS" ],
///            "speakers": [ { "actor": "country:DEU" } ] } ] }"#,
/// )?;
/// let found = accusations(&dataset, dataset.statements());
/// assert_eq!(found.support, 2);
/// let denial = found.value[0].denial().unwrap();
/// // On some day of March, and not before the accusation.
/// assert_eq!((denial.by_accused, denial.delay), (true, Some((0, 6))));
/// assert!(found.value[1].is_unanswered());
/// # Ok::<(), netpolity::dataset::ReadError>(())
/// ```
pub fn accusations<'a>(
    dataset: &'a Dataset,
    statements: impl IntoIterator<Item = &'a Statement>,
) -> Measured<Vec<Accusation<'a>>> {
    let mut replies: HashMap<&Id<Statement>, Vec<(&Statement, bool)>> = HashMap::new();
    for statement in dataset.statements().filter(|statement| statement.status.stands()) {
        let mut linked: Vec<_> = statement
            .links
            .iter()
            .filter(|link| matches!(link.kind, LinkKind::Denies | LinkKind::Answers))
            .map(|link| (&link.to, link.kind == LinkKind::Denies))
            .collect();
        // Who denies and answers one accusation denies it.
        linked.sort_unstable_by_key(|(to, denies)| (*to, !denies));
        linked.dedup_by_key(|(to, _)| *to);
        for (to, denies) in linked {
            replies.entry(to).or_default().push((statement, denies));
        }
    }
    let mut excluded = Exclusions::NONE;
    let mut found = Vec::new();
    for statement in statements {
        if !matches!(statement.act, Act::Accusation | Act::CyberAttribution) {
            continue;
        }
        if !statement.status.stands() {
            excluded.add(Excluded::NotStanding, 1);
            continue;
        }
        let accused: Vec<_> =
            statement.targets.iter().map(|target| dataset.first_actor(&target.actor)).collect();
        let own = replies.get(&statement.id).map(Vec::as_slice).unwrap_or_default();
        let mut replies: Vec<Reply<'a>> = own
            .iter()
            .map(|&(reply, denies)| Reply {
                statement: reply,
                denies,
                by_accused: accused.iter().any(|accused| speaks_for(dataset, reply, accused)),
                delay: delay(dataset, statement, reply),
            })
            .collect();
        replies.sort_by_key(|reply| (reply.delay.is_none(), reply.delay));
        found.push(Accusation { statement, replies });
    }
    let support = u32::try_from(found.len()).unwrap_or(u32::MAX);
    let mut measured = Measured::new(found, Counted::Statements, support);
    measured.excluded = excluded;
    measured
}

/// Whether an actor is one of a statement, in whatever sense.
fn speaks_for(dataset: &Dataset, statement: &Statement, actor: &Actor) -> bool {
    let mut actors = Vec::new();
    ActorOf::ALL.iter().any(|sense| {
        sense.of(dataset, statement, false, &mut actors);
        actors.iter().any(|own| **own == *actor)
    })
}

fn delay(dataset: &Dataset, from: &Statement, to: &Statement) -> Option<(i64, i64)> {
    let (first, last) = dataset.made(from)?.possible_days()?;
    let (soonest, latest) = dataset.made(to)?.possible_days()?;
    let most = latest.signed_duration_since(first).num_days();
    let fewest = soonest.signed_duration_since(last).num_days().max(0);
    (most >= 0).then_some((fewest, most))
}
