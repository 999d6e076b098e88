//! The index of names: generated, part of the program, and complete before it starts.
//!
//! A name is looked up by a hash of its normal form, and where that is not in the index, by one of its words, which is the
//! same in any order. A hash has one place, so that there is one name to compare with; it is compared as a whole or word by
//! word, as a hash alone would make countries of strangers.

use super::NonCountry;
use super::key::words::Bag;
use super::key::{self, Normal};
use super::layout::{self, Entry};
use super::via::Stage;
use crate::country::table::{ENTRIES, FORM_SEEDS, KEYS, OTHERS, ROWS, WORD_SEEDS, WORDS};
use crate::country::{Area, Country};

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

/// A name of the index that has the form or the words asked for.
#[derive(Clone, Copy)]
pub(super) struct Hit {
    entry: Entry,
    /// The normal form that stands in the index.
    pub(super) name: &'static str,
    /// Whether it is that very form, not only the same words.
    exact: bool,
}

impl Hit {
    /// The country, or what else the name means.
    pub(super) fn meaning(&self) -> Result<Country, &'static Meaning> {
        country(self.entry).ok_or_else(|| {
            let row = (self.entry.meaning as usize).saturating_sub(ROWS.len());
            &OTHERS[row.min(OTHERS.len() - 1)]
        })
    }

    /// The position of the role in the generator's list.
    pub(super) fn role(&self) -> usize {
        self.entry.role as usize
    }

    pub(super) fn stage(&self) -> Stage {
        match self.entry.form {
            layout::JOINED => Stage::Joined,
            layout::LOST => Stage::Lost,
            _ if self.exact => Stage::Exact,
            _ => Stage::Words,
        }
    }

    /// The position of the set of sources.
    pub(super) fn sources(&self) -> usize {
        self.entry.sources as usize
    }
}

/// The name of the index with the same form or else the same words.
#[inline]
pub(super) fn find(normal: &Normal) -> Option<Hit> {
    with_form(normal).or_else(|| with_words(normal))
}

#[inline]
fn with_form(normal: &Normal) -> Option<Hit> {
    let form = normal.as_bytes();
    let entry = entry(place(key::form_hash(form), &FORM_SEEDS, ENTRIES.len()))?;
    // Looking at the text of another name would take longer than all before.
    let name = (entry.length as usize == form.len()).then(|| text(entry))??;
    (name.as_bytes() == form).then_some(Hit { entry, name, exact: true })
}

#[inline(never)]
fn with_words(normal: &Normal) -> Option<Hit> {
    let mut bag = Bag::of(normal.as_bytes());
    let entry = entry(WORDS[place(bag.hash, &WORD_SEEDS, WORDS.len())].into())?;
    let name = (entry.print == Entry::print(bag.hash)).then(|| text(entry))??;
    bag.is_of(name.as_bytes()).then_some(Hit { entry, name, exact: false })
}

#[inline]
fn place(hash: u64, seeds: &[u16; layout::PARTS], places: usize) -> usize {
    layout::place(hash, seeds[layout::part(hash)], places)
}

#[inline]
fn entry(place: usize) -> Option<Entry> {
    ENTRIES.get(place).map(|entry| Entry::unpacked(*entry))
}

#[inline]
fn text(entry: Entry) -> Option<&'static str> {
    let start = entry.start as usize;
    KEYS.get(start..start + entry.length as usize)
}

fn country(entry: Entry) -> Option<Country> {
    u16::try_from(entry.meaning).ok().and_then(Country::in_row)
}

/// Every name that means a country, with the position of its role and the country.
pub(super) fn countries() -> impl Iterator<Item = (&'static str, usize, Country)> {
    let entries = (0..ENTRIES.len()).filter_map(entry);
    let written = entries.filter(|entry| entry.length > 0 && entry.form == layout::WRITTEN);
    written.filter_map(|entry| Some((text(entry)?, entry.role as usize, country(entry)?)))
}
