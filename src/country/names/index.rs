//! The index of names: generated, part of the program, and complete before it starts.
//!
//! A name is found by a hash of its words, which is the same in any order. Names stand in the order of their hashes;
//! where those with the same first bits begin is a table. What is found is compared word by word, as a hash alone would
//! make countries of strangers.

use super::NonCountry;
use super::key::{self, Normal};
use super::via::Stage;
use crate::country::table::{BUCKETS, ENTRIES, KEYS, OTHERS, ROWS};
use crate::country::{Area, Country};

/// What stands at a name: bits of its hash, its meaning, its set of sources, its length, its role.
///
/// Meanings are the rows of countries and, after them, those of [`OTHERS`].
pub(in crate::country) struct Entry(
    pub(in crate::country) u16,
    pub(in crate::country) u16,
    pub(in crate::country) u16,
    pub(in crate::country) u8,
    pub(in crate::country) u8,
);

/// What a name means, where it is no single country at all times.
pub(in crate::country) enum Meaning {
    /// Several have it.
    Several(&'static [Area]),
    /// The first has it today; the second had it too as long as it was.
    Divided(&'static [Country; 2]),
    /// It names more than a country.
    Aggregate(Area),
    /// It has no entry of its own.
    NoCountry(NonCountry),
}

/// A name of the index that has the words asked for.
#[derive(Clone, Copy)]
pub(super) struct Hit {
    entry: &'static Entry,
    /// The normal form that stands in the index.
    pub(super) name: &'static str,
    /// Whether it is that very form, not only the same words.
    exact: bool,
}

impl Hit {
    /// The country, or what else the name means.
    pub(super) fn meaning(&self) -> Result<Country, &'static Meaning> {
        let row = self.entry.1;
        Country::in_row(row).ok_or_else(|| {
            let last = OTHERS.len() - 1;
            &OTHERS[usize::from(row).saturating_sub(ROWS.len()).min(last)]
        })
    }

    /// The position of the role in the generator's list.
    pub(super) fn role(&self) -> u8 {
        self.entry.4 & key::ROLE
    }

    pub(super) fn stage(&self) -> Stage {
        match self.entry.4 {
            bits if bits & key::JOINED != 0 => Stage::Joined,
            bits if bits & key::LOST != 0 => Stage::Lost,
            _ if self.exact => Stage::Exact,
            _ => Stage::Words,
        }
    }

    /// The position of the set of sources.
    pub(super) fn sources(&self) -> usize {
        usize::from(self.entry.2)
    }
}

/// The name of the index with the same words.
pub(super) fn find(normal: &Normal) -> Option<Hit> {
    let hash = key::hash(normal.as_bytes());
    // The table has one place more than there are first bits.
    let bucket = key::bucket(hash);
    let (at, first) = *BUCKETS.get(bucket)?;
    let (_, end) = *BUCKETS.get(bucket + 1)?;
    let mut at = at as usize;
    let print = key::print(hash);
    let mut same_words = None;
    for entry in ENTRIES.get(usize::from(first)..usize::from(end))? {
        let next = at + usize::from(entry.3);
        if entry.0 == print {
            let name = KEYS.get(at..next)?;
            let exact = name.as_bytes() == normal.as_bytes();
            if exact {
                return Some(Hit { entry, name, exact });
            }
            if entry.4 & key::EXACT_ONLY == 0 && key::same_words(name, normal.as_bytes()) {
                same_words = Some(Hit { entry, name, exact });
            }
        }
        at = next;
    }
    same_words
}

/// Every name with its role and the country that it means.
pub(super) fn countries() -> impl Iterator<Item = (&'static str, u8, Country)> {
    let mut at = 0;
    ENTRIES.iter().filter_map(move |entry| {
        let start = at;
        at += usize::from(entry.3);
        let derived = entry.4 & (key::JOINED | key::LOST) != 0;
        let country = Country::in_row(entry.1).filter(|_| !derived)?;
        Some((KEYS.get(start..at)?, entry.4 & key::ROLE, country))
    })
}
