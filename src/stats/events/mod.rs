//! What follows from events: how regularly a series meets and where, who is in the room, who speaks, how many there were.

mod attendance;
mod balance;
mod headcount;
mod hosts;
mod participation;
mod regularity;

pub use attendance::Attendance;
pub use balance::{Balance, speaking_balance, stakeholder_balance};
pub use headcount::{Hull, attendance_hull};
pub use hosts::{HostSequence, host_sequence};
pub use participation::{CountryPart, Participation, participation};
pub use regularity::{EditionGap, Regularity, regularity};

use crate::actor::{Actor, Agency, StakeholderGroup, Tenure};
use crate::country::Country;
use crate::dataset::Dataset;
use crate::event::{Event, EventStatus};
use crate::id::Id;

/// Whether an event took place, as far as is known.
fn was_held(event: &Event) -> bool {
    matches!(event.status, EventStatus::Held | EventStatus::Unverified)
}

/// The agency that an actor is, or for which a person is there.
fn agency<'a>(
    dataset: &'a Dataset,
    actor: &Actor,
    tenure: Option<&Id<Tenure>>,
) -> Option<&'a Agency> {
    match actor {
        Actor::Agency(id) => dataset.agency(id),
        Actor::Person(_) => dataset.agency_of(dataset.tenure(tenure?)?),
        _ => None,
    }
}

/// Of which country an actor is, by those for whom it acts, by itself, or by its agency. Several countries are none.
fn country(
    dataset: &Dataset,
    actor: &Actor,
    tenure: Option<&Id<Tenure>>,
    on_behalf_of: &[Actor],
) -> Option<Country> {
    let of = |actor: &Actor, tenure| match actor {
        Actor::Country(country) => Some(*country),
        actor => agency(dataset, actor, tenure)?.country,
    };
    let Some((first, others)) = on_behalf_of.split_first() else { return of(actor, tenure) };
    let country = of(first, None)?;
    others.iter().all(|other| of(other, None) == Some(country)).then_some(country)
}

/// Of which stakeholder group an actor is, by the same rule. States are governments.
fn stakeholder(
    dataset: &Dataset,
    actor: &Actor,
    tenure: Option<&Id<Tenure>>,
    on_behalf_of: &[Actor],
) -> Option<StakeholderGroup> {
    let of = |actor: &Actor, tenure| match actor {
        Actor::Country(_) => Some(StakeholderGroup::Government),
        actor => agency(dataset, actor, tenure)?.stakeholder_group(),
    };
    let Some((first, others)) = on_behalf_of.split_first() else { return of(actor, tenure) };
    let group = of(first, None)?;
    others.iter().all(|other| of(other, None) == Some(group)).then_some(group)
}
