//! Which countries take part, and which speak.

use std::collections::BTreeMap;

use super::country;
use crate::country::Country;
use crate::dataset::Dataset;
use crate::event::{Event, Role};
use crate::stats::{Counted, Excluded, Exclusions, Measured, Refusal};

/// How often a country takes part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct CountryPart {
    /// At how many events somebody of it takes part.
    pub events: u32,
    /// How many participants are of it.
    pub participants: u32,
    /// How many of these speak: keynotes, speakers, panellists, chairs, moderators, rapporteurs.
    pub speaking: u32,
}

/// Which countries take part in some events, and which speak.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Participation {
    countries: BTreeMap<Country, CountryPart>,
    events: u32,
    participants: u32,
    speaking: u32,
}

impl Participation {
    /// The countries, and how often each takes part.
    pub fn countries(&self) -> impl Iterator<Item = (Country, CountryPart)> {
        self.countries.iter().map(|(country, part)| (*country, *part))
    }

    /// How often a country takes part.
    pub fn of(&self, country: Country) -> CountryPart {
        self.countries.get(&country).copied().unwrap_or_default()
    }

    /// The part of the events at which somebody of a country takes part, from 0 to 1.
    pub fn rate(&self, country: Country) -> f64 {
        f64::from(self.of(country).events) / f64::from(self.events.max(1))
    }

    /// How much a country speaks beside how much it is there: its share of those who speak, divided by its share of all participants.
    /// 1 where both are equal.
    ///
    /// # Errors
    /// [`Refusal::Zero`] where nobody of the country takes part, or nobody at all speaks.
    pub fn representation(&self, country: Country) -> Result<f64, Refusal> {
        let own = self.of(country);
        let share = |part: u32, whole: u32, what| {
            if whole == 0 {
                Err(Refusal::Zero { what })
            } else {
                Ok(f64::from(part) / f64::from(whole))
            }
        };
        let speaks = share(own.speaking, self.speaking, "the number of those who speak")?;
        if own.participants == 0 {
            return Err(Refusal::Zero { what: "the number of participants of the country" });
        }
        Ok(speaks / share(own.participants, self.participants, "the number of participants")?)
    }
}

/// Which countries take part in some events, by their participants.
///
/// A participant is of the country for which they are there: that of those on whose behalf, their own, or that of the agency of their
/// tenure. Who has none, or several, is [`Excluded::NoCategory`]. An entry counts as one, whether it is a person or a body.
///
/// ```
/// use netpolity::{Country, Dataset};
/// use netpolity::stats::events::participation;
///
/// let dataset = Dataset::from_json(
///     r#"{ "netpolity": 1, "agencies": [ { "id": "dcms", "kind": "ministry", "country": "GBR" } ], "events": [
///          { "id": "a", "kind": "forum", "participants": [ { "actor": "agency:dcms", "role": "keynote" },
///              { "actor": "country:CHN", "role": "delegate" }, { "actor": "country:CHN", "role": "speaker" },
///              { "actor": "unnamed:not-stated", "role": "press" } ] },
///          { "id": "b", "kind": "forum", "participants": [ { "actor": "country:CHN", "role": "delegate" } ] } ] }"#,
/// )?;
/// let found = participation(&dataset, dataset.events());
/// assert_eq!((found.support, found.excluded.total()), (4, 1));
/// assert_eq!((found.value.rate(Country::CHN), found.value.rate(Country::GBR)), (1.0, 0.5));
/// // Three quarters of the participants, half of those who speak.
/// assert!((found.value.representation(Country::CHN).unwrap() - 2.0 / 3.0).abs() < 1e-12);
/// assert_eq!(found.value.representation(Country::GBR), Ok(2.0));
/// # Ok::<(), netpolity::dataset::ReadError>(())
/// ```
pub fn participation<'a>(
    dataset: &Dataset,
    events: impl IntoIterator<Item = &'a Event>,
) -> Measured<Participation> {
    let mut excluded = Exclusions::NONE;
    let mut found = Participation::default();
    for event in events {
        found.events += 1;
        let mut here = Vec::new();
        for one in &event.participants {
            let of = country(dataset, &one.actor, one.tenure.as_ref(), &one.on_behalf_of);
            let Some(of) = of else {
                excluded.add(Excluded::NoCategory, 1);
                continue;
            };
            let part = found.countries.entry(of).or_default();
            let speaks = u32::from(speaks(&one.role));
            part.participants += 1;
            part.speaking += speaks;
            found.participants += 1;
            found.speaking += speaks;
            here.push(of);
        }
        here.sort_unstable();
        here.dedup();
        for of in here {
            found.countries.entry(of).or_default().events += 1;
        }
    }
    let support = found.participants;
    Measured { excluded, ..Measured::new(found, Counted::Participants, support) }
}

fn speaks(role: &Role) -> bool {
    matches!(
        role,
        Role::Keynote
            | Role::Speaker
            | Role::Panellist
            | Role::Chair
            | Role::CoChair
            | Role::Moderator
            | Role::Rapporteur
    )
}
