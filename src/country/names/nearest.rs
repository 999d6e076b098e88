//! Suggestions for names that are not known.

use std::fmt;

use super::index;
use super::key::Normal;
use super::via::NameRole;
use crate::country::Country;

/// What a name that is not known was perhaps meant to be.
///
/// Suggestions are looked for when they are asked for, as that takes a while, and nothing takes them by itself: "Niger" and
/// "Nigeria", or "Slovakia" and "Slovenia", are as near to each other as a slip of the pen.
///
/// ```
/// use netpolity::country::{Country, Resolution, resolve};
///
/// let Resolution::None { nearest, .. } = resolve("Argentinia") else { return Err("not known") };
/// let suggestions = nearest.suggestions();
/// assert_eq!((suggestions[0].country, suggestions[0].name), (Country::ARG, "argentina"));
/// assert_eq!(suggestions[0].distance, 1);
/// # Ok::<(), &str>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Nearest<'a> {
    name: &'a str,
}

/// A known name that is near, and how near.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Suggestion {
    /// The country.
    pub country: Country,
    /// Its name, in its normal form.
    pub name: &'static str,
    /// How many letters have to be changed, left out, put in or swapped with a neighbour.
    pub distance: usize,
}

impl<'a> Nearest<'a> {
    pub(super) fn of(name: &'a str) -> Self {
        Self { name }
    }

    /// The nearest English names, nearest first, one a country, at most five: at distance 1, or 2 from nine letters on.
    pub fn suggestions(&self) -> Vec<Suggestion> {
        let Some(normal) = Normal::of(self.name) else { return Vec::new() };
        let asked = normal.as_str();
        let most = match asked.chars().count() {
            0..=3 => return Vec::new(),
            4..=8 => 1,
            _ => 2,
        };
        let mut found: Vec<Suggestion> = Vec::new();
        for (name, role, country) in index::countries() {
            let english = !matches!(NameRole::at(role), NameRole::Native | NameRole::Spelling);
            if !english || name.len().abs_diff(asked.len()) > most {
                continue;
            }
            let distance = strsim::osa_distance(name, asked);
            if distance > most {
                continue;
            }
            match found.iter_mut().find(|known| known.country == country) {
                Some(known) if (known.distance, known.name) <= (distance, name) => {}
                Some(known) => *known = Suggestion { country, name, distance },
                None => found.push(Suggestion { country, name, distance }),
            }
        }
        found.sort_by_key(|suggestion| (suggestion.distance, suggestion.country));
        found.truncate(5);
        found
    }
}

impl fmt::Debug for Nearest<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Nearest({:?})", self.name)
    }
}
