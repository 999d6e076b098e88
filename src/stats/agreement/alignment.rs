//! How often somebody joins the statements of others.

use chrono::NaiveDate;

use crate::actor::Actor;
use crate::dataset::Dataset;
use crate::statement::{AlignmentKind, Statement};
use crate::stats::{Counted, Excluded, Exclusions, Measured, Refusal};
use crate::time::{PartialDate, Tri};

/// How one actor stood to statements of others that it could have joined.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AlignmentRecord<'a> {
    /// The actor that joins.
    pub actor: Actor,
    /// How many it joined, those with a reservation too.
    pub joined: u32,
    /// How many of these with a reservation.
    pub reserved: u32,
    /// From how many it dissociated itself.
    pub dissociated: u32,
    /// How many others it could have joined.
    pub not_joined: u32,
    /// How many it could not have joined, or of which that is not known: its own, those of whom it is a member at the date.
    pub excluded: Exclusions,
    /// From when to when it joined, without a gap.
    pub spells: Vec<Spell<'a>>,
}

/// Statements one after the other that an actor joined.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Spell<'a> {
    /// The first that it joined.
    pub first: &'a Statement,
    /// The last.
    pub last: &'a Statement,
    /// The next that it could have joined and did not; `None` where there is none yet, or where it has become a member.
    pub ended: Option<&'a Statement>,
}

impl AlignmentRecord<'_> {
    /// The part that it joined of those that it could have joined, from 0 to 1.
    ///
    /// # Errors
    /// [`Refusal::BelowSupport`], where it could have joined fewer than `needed`, or none.
    pub fn rate(&self, needed: u32) -> Result<Measured<f64>, Refusal> {
        let open = self.joined + self.dissociated + self.not_joined;
        let mut open = Measured::new((), Counted::Statements, open).with_support(needed.max(1))?;
        open.excluded = self.excluded;
        Ok(open.map(|()| {
            f64::from(self.joined) / f64::from(self.joined + self.dissociated + self.not_joined)
        }))
    }
}

/// How often each actor joined statements of others, such as all on behalf of a group, over those it could have joined: the actors
/// that stand in an alignment of one of them, in the order of [`Actor`].
///
/// A statement is one's own from the day on which one belongs to those for whom it is made, and is counted apart. So are statements
/// that list nobody who joins, because that list may not be on record, and those without a date, or an event with
/// one, by which to tell who was a member. A listing under [`AlignmentKind::Dissociates`] is no joining.
///
/// ```
/// use netpolity::Dataset;
/// use netpolity::stats::agreement::alignment_records;
///
/// let dataset = Dataset::from_json(
///     r#"{ "netpolity": 1, "statements": [
///          { "id": "2012", "act": "position", "date": "2012-11-06", "alignments": [ "country:HRV", "country:TUR" ],
///            "speakers": [ { "actor": "group:eu" } ] },
///          { "id": "2014", "act": "position", "date": "2014-11-04", "alignments": [ "country:UKR" ],
///            "speakers": [ { "actor": "group:eu" } ] } ] }"#,
/// )?;
/// let records = alignment_records(&dataset, dataset.statements());
/// let rates: Vec<String> = records.iter().map(|r| format!("{}: {}", r.actor, r.rate(1).unwrap())).collect();
/// // Croatia became a member in 2013.
/// assert_eq!(rates[0], "country:HRV: 1 (1 statements; left out: 1 its-own)");
/// assert_eq!(rates[1], "country:TUR: 0.5 (2 statements)");
/// assert_eq!(records[1].spells[0].ended.unwrap().id, "2014");
/// # Ok::<(), netpolity::dataset::ReadError>(())
/// ```
pub fn alignment_records<'a>(
    dataset: &'a Dataset,
    statements: impl IntoIterator<Item = &'a Statement>,
) -> Vec<AlignmentRecord<'a>> {
    let mut excluded = Exclusions::NONE;
    let mut open: Vec<([NaiveDate; 2], &Statement)> = Vec::new();
    let mut actors: Vec<Actor> = Vec::new();
    for statement in statements {
        let listed =
            statement.alignments.iter().map(|a| dataset.first_actor(&a.actor).into_owned());
        actors.extend(listed.filter(|actor| !matches!(actor, Actor::Unnamed(_))));
        let days = dataset.made(statement).and_then(|made| made.possible_days());
        let days = days.filter(|(first, last)| *first != NaiveDate::MIN && *last != NaiveDate::MAX);
        match days {
            _ if !statement.status.stands() => excluded.add(Excluded::NotStanding, 1),
            _ if statement.alignments.is_empty() => excluded.add(Excluded::NoAlignments, 1),
            Some((first, last)) => open.push(([first, last], statement)),
            None => excluded.add(Excluded::Undated, 1),
        }
    }
    open.sort_by_key(|(days, _)| *days);
    actors.sort_unstable();
    actors.dedup();
    actors.into_iter().map(|actor| record(dataset, actor, &open, excluded)).collect()
}

fn record<'a>(
    dataset: &Dataset,
    actor: Actor,
    open: &[([NaiveDate; 2], &'a Statement)],
    excluded: Exclusions,
) -> AlignmentRecord<'a> {
    let mut record = AlignmentRecord {
        actor,
        joined: 0,
        reserved: 0,
        dissociated: 0,
        not_joined: 0,
        excluded,
        spells: Vec::new(),
    };
    // Whether the last spell may go on.
    let mut goes_on = false;
    for (days, statement) in open {
        let mut own =
            statement.alignments.iter().filter(|a| *dataset.first_actor(&a.actor) == record.actor);
        let kind = own.next().map(|alignment| alignment.kind);
        if kind.is_none() {
            let member = days.map(|day| {
                dataset.speaks_for(statement, &record.actor, Some(PartialDate::from(day)))
            });
            let reason = match member {
                [Tri::No, Tri::No] => None,
                [Tri::Yes, Tri::Yes] => Some(Excluded::Own),
                _ => Some(Excluded::Undated),
            };
            if let Some(reason) = reason {
                record.excluded.add(reason, 1);
                goes_on &= reason != Excluded::Own;
                continue;
            }
        }
        match kind {
            Some(kind) if kind.joins() => {
                record.joined += 1;
                record.reserved += u32::from(kind == AlignmentKind::Reserves);
                match record.spells.last_mut().filter(|_| goes_on) {
                    Some(spell) => spell.last = statement,
                    None => {
                        record.spells.push(Spell {
                            first: statement,
                            last: statement,
                            ended: None,
                        });
                    }
                }
                goes_on = true;
                continue;
            }
            Some(_) => record.dissociated += 1,
            None => record.not_joined += 1,
        }
        if let Some(spell) = record.spells.last_mut().filter(|_| goes_on) {
            spell.ended = Some(statement);
        }
        goes_on = false;
    }
    record
}
