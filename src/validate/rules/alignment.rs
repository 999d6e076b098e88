//! STM: who joins a statement or stands apart from it. Checked with the other rules on single statements.

use std::collections::HashMap;

use super::{Family, path};
use crate::actor::Actor;
use crate::dataset::Dataset;
use crate::finding::{Detail, Path, Rule, Severity, Sink};
use crate::statement::{AlignmentKind, Statement};
use crate::time::{PartialDate, Span};

pub(super) const FAMILY: Family = Family { rules: &[BOTH, INSIDE], check: |_, _, _| {} };

const BOTH: Rule = Rule::new(
    "STM-010",
    Severity::Error,
    "Nobody makes a statement and stands apart from it, or is aligned twice",
    "An actor that dissociates itself from a statement is neither its speaker nor one for whom it is made, and an actor \
     stands once in the list of alignments.",
);

const INSIDE: Rule = Rule::new(
    "STM-011",
    Severity::Warning,
    "Who is aligned is not yet counted in the group that speaks",
    "The statement is made by or for a group or a coalition of which the aligned actor certainly was a member on the \
     day, so that it would be counted twice: the EU's statements are those of its members. Members of a coalition are \
     judged by their spans; a member without one is not. A state that dissociates itself may be a member.",
);

pub(super) fn of_statement(
    dataset: &Dataset,
    statement: &Statement,
    when: Option<Span>,
    sink: &mut Sink,
) {
    if statement.alignments.is_empty() {
        return;
    }
    let at = |i: usize| path(statement).field("alignments").at(i);
    twice(statement, at, sink);
    let date = statement.date.or_else(|| when.and_then(|when| when.start().date()));
    for (i, alignment) in statement.alignments.iter().enumerate() {
        let actor = &alignment.actor;
        if alignment.kind == AlignmentKind::Dissociates
            && principals(statement).any(|principal| principal == actor)
        {
            sink.report(BOTH, || {
                let message =
                    format!("`{actor}` makes the statement and dissociates itself from it");
                Detail::new(at(i), message).param("actor", actor.to_string())
            });
        }
        let Some(date) = date.filter(|_| alignment.kind.joins()) else { continue };
        let group = principals(statement).find(|group| is_member(dataset, group, actor, date));
        if let Some(group) = group {
            sink.report(INSIDE, || {
                let message = format!(
                    "`{actor}` was a member of `{group}` on {date}, for which it is spoken"
                );
                Detail::new(at(i), message)
                    .help("leave it out; it is counted with the group")
                    .param("actor", actor.to_string())
                    .param("group", group.to_string())
            });
        }
    }
}

/// Who makes a statement, and for whom.
fn principals(statement: &Statement) -> impl Iterator<Item = &Actor> {
    let speakers = statement.speakers.iter();
    speakers.flat_map(|speaker| std::iter::once(&speaker.actor).chain(&speaker.on_behalf_of))
}

fn twice(statement: &Statement, at: impl Fn(usize) -> Path, sink: &mut Sink) {
    if statement.alignments.len() < 2 {
        return;
    }
    let mut seen = HashMap::with_capacity(statement.alignments.len());
    for (i, alignment) in statement.alignments.iter().enumerate() {
        // Of many without a name each is one more.
        if matches!(alignment.actor, Actor::Unnamed(_)) {
            continue;
        }
        if let Some(first) = seen.insert(&alignment.actor, i) {
            sink.report(BOTH, || {
                let message = format!("`{}` is aligned twice", alignment.actor);
                Detail::new(at(i), message)
                    .help("keep the one that holds; with a reservation, that is `reserves`")
                    .param("actor", alignment.actor.to_string())
                    .see(at(first))
            });
        }
    }
}

fn is_member(dataset: &Dataset, group: &Actor, actor: &Actor, date: PartialDate) -> bool {
    match (group, actor) {
        (Actor::Group(group), Actor::Country(country)) => {
            group.members_on(date).contains(*country).is_yes()
        }
        (Actor::Coalition(id), _) => dataset.get(id).is_some_and(|coalition| {
            let members = coalition.members.iter();
            members.filter(|it| it.actor == *actor).any(|it| it.span.covers(date).is_yes())
        }),
        _ => false,
    }
}

#[cfg(test)]
pub(super) const CASES: &[super::cases::Case] = &[
    super::cases::Case {
        rule: "STM-010",
        fails: r#"{ "statements": [ { "id": "s", "act": "call", "speakers": [ { "actor": "person:p", "on_behalf_of": [ "country:TUR", "country:NOR" ] } ],
                     "alignments": [ { "actor": "country:TUR", "kind": "dissociates" } ] } ] }"#,
        passes: r#"{ "statements": [ { "id": "s", "act": "call", "speakers": [ { "actor": "person:p", "on_behalf_of": [ "country:NOR" ] } ],
                      "alignments": [ { "actor": "country:TUR", "kind": "dissociates" } ] } ] }"#,
    },
    super::cases::Case {
        rule: "STM-010",
        fails: r#"{ "statements": [ { "id": "s", "act": "call", "alignments": [ "country:NOR", { "actor": "country:NOR", "kind": "reserves" } ] } ] }"#,
        passes: r#"{ "statements": [ { "id": "s", "act": "call", "alignments": [ "country:NOR", { "actor": "country:ISL", "kind": "reserves" },
                      "unnamed:collective", "unnamed:collective" ] } ] }"#,
    },
    super::cases::Case {
        rule: "STM-011",
        // The United Kingdom left the EU at the end of January 2020.
        fails: r#"{ "statements": [ { "id": "s", "act": "call", "date": "2019-09-09", "speakers": [ { "actor": "group:eu" } ], "alignments": [ "country:NOR", "country:GBR" ] } ] }"#,
        passes: r#"{ "statements": [ { "id": "s", "act": "call", "date": "2021-12-13", "speakers": [ { "actor": "group:eu" } ], "alignments": [ "country:NOR", "country:GBR" ] },
                                     { "id": "t", "act": "call", "date": "2019-09-09", "speakers": [ { "actor": "group:eu" } ], "alignments": [ { "actor": "country:HUN", "kind": "dissociates" } ] },
                                     { "id": "u", "act": "call", "date": "2020", "speakers": [ { "actor": "group:eu" } ], "alignments": [ "country:GBR" ] } ] }"#,
    },
    super::cases::Case {
        rule: "STM-011",
        fails: r#"{ "coalitions": [ { "id": "foc", "kind": "coalition", "members": [ { "actor": "country:LVA", "span": "2013-06-17/.." } ] } ],
                    "statements": [ { "id": "s", "act": "call", "date": "2014-04", "speakers": [ { "actor": "person:p", "on_behalf_of": [ "coalition:foc" ] } ], "alignments": [ "country:LVA" ] } ] }"#,
        passes: r#"{ "coalitions": [ { "id": "foc", "kind": "coalition", "members": [ { "actor": "country:LVA", "span": "2013-06-17/.." } ] } ],
                     "statements": [ { "id": "s", "act": "call", "date": "2013-06", "speakers": [ { "actor": "person:p", "on_behalf_of": [ "coalition:foc" ] } ], "alignments": [ "country:LVA" ] } ] }"#,
    },
];
