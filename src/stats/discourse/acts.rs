//! What actors do by speaking.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::actor::Actor;
use crate::dataset::Dataset;
use crate::statement::{Act, ActClass, Statement};
use crate::stats::ActorOf;
use crate::stats::{Counted, Excluded, Exclusions, Measured, Refusal};

/// How often an actor does what by speaking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActProfile {
    actor: Actor,
    counts: [u32; Act::ALL.len()],
}

impl ActProfile {
    /// Whose it is.
    pub fn actor(&self) -> &Actor {
        &self.actor
    }

    /// How many statements do one thing.
    pub fn count(&self, act: Act) -> u32 {
        self.counts.get(act as usize).copied().unwrap_or_default()
    }

    /// How many statements are of a class.
    pub fn count_of_class(&self, class: ActClass) -> u32 {
        let of_class = Act::ALL.iter().filter(|act| act.class() == class);
        of_class.fold(0, |sum, act| sum.saturating_add(self.count(*act)))
    }

    /// How many statements there are.
    pub fn statements(&self) -> u32 {
        self.counts.iter().fold(0, |sum, count| sum.saturating_add(*count))
    }

    /// The part of the statements that are of a class, from 0 to 1. 0 of none.
    pub fn share_of_class(&self, class: ActClass) -> f64 {
        f64::from(self.count_of_class(class)) / f64::from(self.statements().max(1))
    }

    /// How many statements do one thing for each that does another, such as calls for each commitment.
    ///
    /// # Errors
    /// [`Refusal::Zero`] where none does the other.
    pub fn ratio(&self, of: Act, to: Act) -> Result<f64, Refusal> {
        ratio(self.count(of), self.count(to))
    }

    /// The same for classes: what others are to do for each thing that the actor binds itself to do.
    ///
    /// # Errors
    /// [`Refusal::Zero`] where none is of the other class.
    pub fn class_ratio(&self, of: ActClass, to: ActClass) -> Result<f64, Refusal> {
        ratio(self.count_of_class(of), self.count_of_class(to))
    }
}

fn ratio(of: u32, to: u32) -> Result<f64, Refusal> {
    if to == 0 {
        return Err(Refusal::Zero { what: "the number of statements that divides" });
    }
    Ok(f64::from(of) / f64::from(to))
}

/// What each actor of some statements does by speaking, in the order of the actors. A joint statement counts for each; what is
/// retracted or misattributed does not count.
///
/// ```
/// use netpolity::catalogue;
/// use netpolity::statement::{Act, ActClass};
/// use netpolity::stats::ActorOf;
/// use netpolity::stats::discourse::act_profiles;
///
/// let dataset = catalogue::roundtable_2013();
/// let profiles = act_profiles(dataset, dataset.statements(), ActorOf::Speaker);
/// let lu_wei = profiles.value.iter().find(|profile| profile.actor().to_string() == "person:lu-wei").unwrap();
/// assert_eq!((lu_wei.count(Act::Call), lu_wei.count(Act::Offer)), (3, 1));
/// // Three calls and a proposal, and one offer.
/// assert_eq!(lu_wei.class_ratio(ActClass::Directive, ActClass::Commissive)?, 4.0);
/// // He commits himself to nothing.
/// assert!(lu_wei.ratio(Act::Call, Act::Commitment).is_err());
/// # Ok::<(), netpolity::stats::Refusal>(())
/// ```
pub fn act_profiles<'a>(
    dataset: &'a Dataset,
    statements: impl IntoIterator<Item = &'a Statement>,
    actor: ActorOf,
) -> Measured<Vec<ActProfile>> {
    let mut profiles: BTreeMap<Cow<'a, Actor>, [u32; Act::ALL.len()]> = BTreeMap::new();
    let (mut support, mut excluded) = (0, Exclusions::NONE);
    let mut actors = Vec::new();
    for statement in statements {
        if !statement.status.stands() {
            excluded.add(Excluded::NotStanding, 1);
            continue;
        }
        actor.of(dataset, statement, false, &mut actors);
        if actors.is_empty() {
            excluded.add(Excluded::NoActor, 1);
            continue;
        }
        support += 1;
        for actor in actors.drain(..) {
            let counts = profiles.entry(actor).or_insert([0; Act::ALL.len()]);
            if let Some(count) = counts.get_mut(statement.act as usize) {
                *count += 1;
            }
        }
    }
    let profile =
        |(actor, counts): (Cow<'_, Actor>, _)| ActProfile { actor: actor.into_owned(), counts };
    let mut measured =
        Measured::new(profiles.into_iter().map(profile).collect(), Counted::Statements, support);
    measured.excluded = excluded;
    measured
}
