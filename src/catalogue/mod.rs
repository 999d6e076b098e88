//! Sourced datasets and series that ship with the crate.
//!
//! They are made of the same types as anybody's, read by the same reader and checked by the same rules. The files
//! are in `data/catalogue` of the repository, with a note on what they hold.
//!
//! The module is behind the default feature `catalogue`, so that embedders who don't want the data can leave it out.

mod series;

pub use series::{indicators, internet_use, population, sources};

use std::sync::LazyLock;

use crate::dataset::{Dataset, ReadError};

const ROUNDTABLE_2013: &str = include_str!("../../data/catalogue/roundtable-2013.json");

/// The datasets that make up [`records`], one file a theme. Each refers to records of others.
const THEMES: [&str; 7] = [
    ROUNDTABLE_2013,
    include_str!("../../data/catalogue/agencies.json"),
    include_str!("../../data/catalogue/people.json"),
    include_str!("../../data/catalogue/taxonomies.json"),
    include_str!("../../data/catalogue/coalitions.json"),
    include_str!("../../data/catalogue/events.json"),
    include_str!("../../data/catalogue/statements.json"),
];

/// The 5th China-UK Internet Roundtable, London, 9 September 2013: what a newspaper reported of it, whole.
///
/// It holds the event with its sessions and the other five editions of the series that are known; the bodies and people
/// with their names, posts and tenures; each statement with speaker, addressee, act and positions; each figure with its
/// hedge. Other reports of the day and later sources stand beside the first, and where they differ the difference is
/// kept as an attestation. Texts are paraphrases of this crate; the sources' own words are quoted only where the
/// wording is the fact.
///
/// It is read on the first call.
///
/// ```
/// use netpolity::catalogue;
/// use netpolity::quantity::Tolerance;
///
/// let roundtable = catalogue::roundtable_2013();
/// let event = roundtable.event("china-uk-5").unwrap();
/// assert_eq!(event.sittings[0].span.to_string(), "2013-09-09");
///
/// // Two reports of one day name another Chinese host; the dataset explains why both are right.
/// let agreement = roundtable.agreement(event, &event.attests[0], &Tolerance::default());
/// assert_eq!(agreement.to_string(), "explained: one body is a nameplate on the other");
/// ```
pub fn roundtable_2013() -> &'static Dataset {
    // A test reads the file and fails where it cannot be read, so that nobody meets the empty dataset.
    static DATASET: LazyLock<Dataset> =
        LazyLock::new(|| Dataset::from_json(ROUNDTABLE_2013).unwrap_or_default());
    &DATASET
}

/// The records of the field that ship with the crate, as one dataset.
///
/// Meetings with their editions, sittings, plans, head counts and outcomes: the Internet Governance Forum, WSIS, the London
/// Process, NETmundial, the World Internet Conference, ICANN and its Governmental Advisory Committee, the UN working group on
/// security. The bodies that hold them, with names, relations and changes by date; who headed them; the taxonomies by which
/// the field sorts its issues; coalitions; statements for others and with others. Every record cites its sources. The dataset of
/// [`roundtable_2013`] is part of it.
///
/// It is read on the first call.
///
/// ```
/// use netpolity::catalogue;
///
/// let records = catalogue::records();
/// let igf = records.editions_of(&"igf".parse()?);
/// assert_eq!(igf.len(), 20);
/// // The fifteenth was planned for Katowice and met online.
/// assert_eq!(igf[14].plans[0].sittings[0].city.as_deref(), Some("Katowice"));
/// # Ok::<(), netpolity::id::IdError>(())
/// ```
pub fn records() -> &'static Dataset {
    // As above: a test reads the files.
    static DATASET: LazyLock<Dataset> = LazyLock::new(|| read_records().unwrap_or_default());
    &DATASET
}

fn read_records() -> Result<Dataset, ReadError> {
    let mut whole = Dataset::new();
    for theme in THEMES {
        whole.take_in(Dataset::from_json(theme)?)?;
    }
    Ok(whole)
}

/// Where the data in the crate comes from, with the licences: what an embedder shows among the credits.
///
/// It covers the datasets of this module. What the sources of the country tables ask for, with or without this module, is
/// in [`country::attribution`](crate::country::attribution()).
pub fn attribution() -> &'static str {
    "\
China-UK Internet Roundtable of 2013: facts in the words of netpolity; the sources are listed in the dataset.
Meetings, bodies, people, taxonomies, coalitions and statements of the field: facts in the words of netpolity; the sources are listed in the datasets.
The World Bank: World Development Indicators (IT.NET.USER.ZS, SP.POP.TOTL), selected and rearranged by netpolity. CC BY 4.0, https://creativecommons.org/licenses/by/4.0/"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fallback_is_never_met() {
        let dataset = Dataset::from_json(ROUNDTABLE_2013).unwrap();
        assert_ne!(dataset, Dataset::new());
        assert_eq!(roundtable_2013(), &dataset);
    }

    #[test]
    fn writing_and_reading_keep_the_dataset() {
        let written = roundtable_2013().to_json();
        assert_eq!(&Dataset::from_json(&written).unwrap(), roundtable_2013());
    }
}
