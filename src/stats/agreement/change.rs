//! When an actor took another stance than before.

use chrono::NaiveDate;

use crate::actor::Actor;
use crate::dataset::Dataset;
use crate::statement::{Stance, Statement};
use crate::stats::{ActorOf, Counted, Excluded, Measured};
use crate::taxonomy::TermRef;
use crate::time::Tri;

/// Two stances of one actor on one proposition, one after the other, that differ.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct StanceChange<'a> {
    /// The stance before.
    pub before: Stance,
    /// The stance after.
    pub after: Stance,
    /// The last statement with the stance before.
    pub from: &'a Statement,
    /// The first statement with the stance after. The change lies between the two.
    pub to: &'a Statement,
    /// Whether the one was made before the other: `Maybe` where their dates leave it open.
    pub in_order: Tri,
}

/// Where an actor changed its stance on a proposition, in the order of the statements that are made for it, or by it for nobody
/// else.
///
/// It rests on the statements with one stance on the proposition and a date, or an event with one. Left out and counted are those
/// without, with several stances on it that differ, and what was retracted or misattributed.
///
/// ```
/// use netpolity::Dataset;
/// use netpolity::stats::agreement::stance_changes;
///
/// let dataset = Dataset::from_json(
///     r#"{ "netpolity": 1, "statements": [
///          { "id": "c", "act": "position", "date": "2021-03-12", "speakers": [ { "actor": "country:CHN" } ],
///            "positions": [ { "term": "working-group", "stance": "support" } ] },
///          { "id": "a", "act": "position", "date": "2018-11", "speakers": [ { "actor": "country:CHN" } ],
///            "positions": [ { "term": "working-group", "stance": "conditional" } ] } ] }"#,
/// )?;
/// let changes = stance_changes(&dataset, dataset.statements(), &"country:CHN".parse()?, &"working-group".parse()?);
/// let change = changes.value[0];
/// assert_eq!((change.from.id.as_str(), change.to.id.as_str(), changes.support), ("a", "c", 2));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn stance_changes<'a>(
    dataset: &'a Dataset,
    statements: impl IntoIterator<Item = &'a Statement>,
    actor: &Actor,
    term: &TermRef,
) -> Measured<Vec<StanceChange<'a>>> {
    let actor = dataset.first_actor(actor);
    let mut taken: Vec<((NaiveDate, NaiveDate), Stance, &Statement)> = Vec::new();
    let mut measured = Measured::new((), Counted::Stances, 0);
    let mut principals = Vec::new();
    for statement in statements {
        let mut stances =
            statement.positions.iter().filter(|p| p.term.matches(term)).map(|p| p.stance);
        let Some(stance) = stances.next() else { continue };
        ActorOf::Principal.of(dataset, statement, false, &mut principals);
        if !principals.contains(&actor) {
            continue;
        }
        let days = dataset.made(statement).and_then(|made| made.possible_days());
        match days {
            _ if !statement.status.stands() => measured.excluded.add(Excluded::NotStanding, 1),
            _ if stances.any(|other| other != stance) => {
                measured.excluded.add(Excluded::Conflicting, 1);
            }
            Some(days) => taken.push((days, stance, statement)),
            None => measured.excluded.add(Excluded::Undated, 1),
        }
    }
    // A stable sort: statements of one day stay in the order of the table.
    taken.sort_by_key(|(days, ..)| *days);
    measured.support = u32::try_from(taken.len()).unwrap_or(u32::MAX);
    let next = taken
        .iter()
        .zip(taken.iter().skip(1))
        .filter(|((_, before, _), (_, after, _))| before != after);
    let changes = next.map(|(((_, last), before, from), ((first, _), after, to))| StanceChange {
        before: *before,
        after: *after,
        from,
        to,
        in_order: if last < first { Tri::Yes } else { Tri::Maybe },
    });
    let changes = changes.collect();
    measured.map(|()| changes)
}
