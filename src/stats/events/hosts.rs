//! Where a series meets.

use super::{Balance, was_held};
use crate::country::{Country, Group};
use crate::dataset::Dataset;
use crate::event::{Event, EventSeries};
use crate::id::Id;
use crate::stats::{Counted, Excluded, Exclusions, Measured, Refusal};

/// The editions of a series and the country in which each met, in order.
#[derive(Debug, Clone, PartialEq)]
pub struct HostSequence<'a> {
    editions: Vec<(&'a Event, Option<Country>)>,
}

impl<'a> HostSequence<'a> {
    /// The editions, and the country in which each met; none where it met online, in several countries, or nobody says where.
    pub fn editions(&self) -> &[(&'a Event, Option<Country>)] {
        &self.editions
    }

    /// The alternation index: of the editions that followed on another, the part that met in another country, from 0 (always in the same)
    /// to 1 (never twice in a row in the same). Editions without a country, and those after them, don't count.
    ///
    /// # Errors
    /// [`Refusal::TooFew`] where no two editions in a row have a country.
    pub fn alternation(&self) -> Result<f64, Refusal> {
        self.changes(Some)
    }

    /// The same by region of M49: how often the series moved on to another one.
    ///
    /// # Errors
    /// [`Refusal::TooFew`] where no two editions in a row have a region.
    pub fn regional_rotation(&self) -> Result<f64, Refusal> {
        self.changes(Country::region)
    }

    /// How often each country was host.
    ///
    /// # Errors
    /// [`Refusal::Empty`] where no edition has a country.
    pub fn by_country(&self) -> Result<Balance<Country>, Refusal> {
        Balance::new(self.countries().map(|country| (country, 1)))
    }

    /// How often each of the five regions of M49 was host.
    ///
    /// # Errors
    /// [`Refusal::Empty`] where no edition has a region.
    pub fn by_region(&self) -> Result<Balance<Group>, Refusal> {
        let all = Country::all().filter_map(Country::region).map(|region| (region, 0));
        Balance::new(
            self.countries().filter_map(Country::region).map(|region| (region, 1)).chain(all),
        )
    }

    fn countries(&self) -> impl Iterator<Item = Country> {
        self.editions.iter().filter_map(|(_, country)| *country)
    }

    fn changes<T: PartialEq>(&self, of: impl Fn(Country) -> Option<T>) -> Result<f64, Refusal> {
        let places: Vec<Option<T>> =
            self.editions.iter().map(|(_, country)| country.and_then(&of)).collect();
        let (mut pairs, mut changes) = (0u32, 0u32);
        for (before, after) in places.iter().zip(places.iter().skip(1)) {
            if let (Some(before), Some(after)) = (before, after) {
                pairs += 1;
                changes += u32::from(before != after);
            }
        }
        if pairs == 0 {
            let found = places.iter().filter(|place| place.is_some()).count();
            return Err(Refusal::TooFew { found, needed: 2 });
        }
        Ok(f64::from(changes) / f64::from(pairs))
    }
}

/// Where the editions of a series met that took place, in their order. Those without a country stay in the sequence and are counted as
/// [`Excluded::NoCategory`].
///
/// ```
/// use netpolity::catalogue;
/// use netpolity::stats::events::host_sequence;
///
/// // London, Beijing, London, Beijing, London, and London again.
/// let roundtables = host_sequence(catalogue::roundtable_2013(), &"china-uk".parse()?).value;
/// assert_eq!(roundtables.alternation().unwrap(), 0.8);
///
/// let forums = host_sequence(catalogue::records(), &"igf".parse()?);
/// assert_eq!((forums.support, forums.excluded.total()), (19, 1)); // online in 2020
/// assert_eq!(forums.value.regional_rotation().unwrap(), 11.0 / 17.0);
/// assert_eq!(forums.value.by_region().unwrap().simpson(), 1.0 - (7.0 * 7.0 + 6.0 * 6.0 + 3.0 * 3.0 + 3.0 * 3.0) / 361.0);
/// # Ok::<(), netpolity::id::IdError>(())
/// ```
pub fn host_sequence<'a>(
    dataset: &'a Dataset,
    series: &Id<EventSeries>,
) -> Measured<HostSequence<'a>> {
    let mut excluded = Exclusions::NONE;
    let mut editions = Vec::new();
    for edition in dataset.editions_of(series) {
        if was_held(edition) {
            editions.push((edition, place(edition)));
        } else {
            excluded.add(Excluded::NotHeld, 1);
        }
    }
    let known = editions.iter().filter(|(_, country)| country.is_some()).count();
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    excluded.add(Excluded::NoCategory, count(editions.len() - known));
    let sequence = HostSequence { editions };
    Measured { excluded, ..Measured::new(sequence, Counted::Events, count(known)) }
}

/// The one country in which an event met.
fn place(event: &Event) -> Option<Country> {
    let mut countries = event.sittings.iter().filter_map(|sitting| sitting.country);
    let first = countries.next()?;
    countries.all(|country| country == first).then_some(first)
}
