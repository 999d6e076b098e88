//! Who makes statements together.

use std::collections::BTreeMap;

use crate::actor::Actor;
use crate::dataset::Dataset;
use crate::statement::Statement;
use crate::stats::{ActorOf, Counted, Excluded, Measured};

/// How many statements two actors made together.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct JointStatements {
    /// The two, in their order.
    pub actors: [Actor; 2],
    /// How many.
    pub statements: u32,
}

/// How many statements each pair of actors made together: both speak, or a statement is made for both. The pairs with most come first.
///
/// It rests on the statements that several made; those of one alone, of nobody with a name, and what was retracted or
/// misattributed, are left out and counted.
///
/// ```
/// use netpolity::Dataset;
/// use netpolity::stats::agreement::joint_statements;
///
/// let dataset = Dataset::from_json(
///     r#"{ "netpolity": 1, "statements": [
///          { "id": "a", "act": "position",
///            "speakers": [ { "actor": "country:IRQ", "on_behalf_of": [ "coalition:g77", "country:CHN" ] } ] },
///          { "id": "b", "act": "call", "speakers": [ { "actor": "country:CHN" } ] } ] }"#,
/// )?;
/// let joint = joint_statements(&dataset, dataset.statements());
/// assert_eq!(joint.value[0].actors.each_ref().map(ToString::to_string), ["country:CHN", "coalition:g77"]);
/// assert_eq!((joint.value[0].statements, joint.support, joint.excluded.total()), (1, 1, 1));
/// # Ok::<(), netpolity::dataset::ReadError>(())
/// ```
pub fn joint_statements<'a>(
    dataset: &Dataset,
    statements: impl IntoIterator<Item = &'a Statement>,
) -> Measured<Vec<JointStatements>> {
    let mut joint = Measured::new(BTreeMap::<[Actor; 2], u32>::new(), Counted::Statements, 0);
    let mut actors = Vec::new();
    for statement in statements {
        ActorOf::Principal.of(dataset, statement, false, &mut actors);
        match actors.len() {
            _ if !statement.status.stands() => joint.excluded.add(Excluded::NotStanding, 1),
            0 => joint.excluded.add(Excluded::NoActor, 1),
            1 => joint.excluded.add(Excluded::Alone, 1),
            _ => joint.support += 1,
        }
        if !statement.status.stands() {
            continue;
        }
        for (at, first) in actors.iter().enumerate() {
            for second in actors.iter().skip(at + 1) {
                let pair = [first, second].map(|actor| Actor::clone(actor));
                *joint.value.entry(pair).or_default() += 1;
            }
        }
    }
    joint.map(|counts| {
        let pairs =
            counts.into_iter().map(|(actors, statements)| JointStatements { actors, statements });
        let mut pairs: Vec<_> = pairs.collect();
        pairs.sort_by_key(|pair| std::cmp::Reverse(pair.statements));
        pairs
    })
}
