//! What is known of a current entry beside its codes.

use std::fmt;

use super::code::Country;
use super::domain::CcTld;
use super::packed::{PackedEnd, date};
use super::table::FACTS;
use crate::text::{padded, words};
use crate::time::PartialDate;

words! {
    /// How an entry stands to the United Nations and to States, as the UN and the State that answers for it say.
    ///
    /// It is data, not a position of this crate, and it is what holds now.
    pub enum Status: closed "status" {
        /// A member State of the United Nations.
        UnMember = "un-member",
        /// A non-member State with a permanent observer mission at the United Nations.
        UnObserver = "un-observer",
        /// A self-governing State in free association with another.
        AssociatedState = "associated-state",
        /// A special administrative region of China.
        SpecialAdministrativeRegion = "special-administrative-region",
        /// A territory outside the State that answers for it.
        Dependency = "dependency",
        /// A possession of the British Crown that is no part of the United Kingdom.
        CrownDependency = "crown-dependency",
        /// A part of a State that has a code of its own.
        PartOfState = "part-of-state",
        /// A commonwealth in union with the United States.
        CommonwealthInUnion = "commonwealth-in-union",
        /// An area under a treaty, of which no State is sovereign by that treaty.
        TreatyArea = "treaty-area",
        /// On the UN's list of Non-Self-Governing Territories, without a State that administers it for the UN.
        NonSelfGoverning = "non-self-governing",
        /// None of these.
        Other = "other",
    }
}

/// What the table knows of one current entry.
pub(super) struct Facts {
    pub(super) country: Country,
    pub(super) common_name: &'static str,
    pub(super) capital: Option<&'static str>,
    pub(super) status: Status,
    pub(super) sovereign: Option<Country>,
    pub(super) un_since: PackedEnd,
    pub(super) note: Option<&'static str>,
    pub(super) cctlds: &'static [CcTld],
}

impl Country {
    fn facts(self) -> Option<&'static Facts> {
        let row = FACTS.binary_search_by_key(&self, |facts| facts.country).ok()?;
        FACTS.get(row)
    }

    /// The English name in everyday use, as the Unicode CLDR has it: `Russia`, where [`short_name`](Self::short_name)
    /// is `Russian Federation`. That of a former country is its short name.
    pub fn common_name(self) -> &'static str {
        self.facts().map_or_else(|| self.short_name(), |facts| facts.common_name)
    }

    /// The capital or seat of government, in English. None where there is none or where it is contested, and of
    /// former countries.
    pub fn capital(self) -> Option<&'static str> {
        self.facts()?.capital
    }

    /// How the entry stands to the United Nations and to States now. Former countries have no status.
    ///
    /// ```
    /// use netpolity::country::{Country, Status};
    ///
    /// assert_eq!(Country::IMN.status(), Some(Status::CrownDependency));
    /// assert_eq!(Country::IMN.sovereign(), Some(Country::GBR));
    /// assert_eq!(Country::CHN.sovereign(), None);
    /// ```
    pub fn status(self) -> Option<Status> {
        Some(self.facts()?.status)
    }

    /// The State that answers for a territory. None for States, where it is contested, and for former countries.
    pub fn sovereign(self) -> Option<Self> {
        self.facts()?.sovereign
    }

    /// When a current member was admitted to the United Nations, or succeeded to a membership.
    pub fn un_member_since(self) -> Option<PartialDate> {
        date(self.facts()?.un_since)
    }

    /// A sentence on how the UN or ISO treat the entry, where that needs one.
    pub fn note(self) -> Option<&'static str> {
        self.facts()?.note
    }

    /// The country-code top-level domains that belong to the entry, the ASCII one first.
    ///
    /// Former countries have none here; [`Scheme::CcTld`](super::Scheme::CcTld) knows those that outlived theirs.
    ///
    /// ```
    /// use netpolity::country::Country;
    ///
    /// let labels: Vec<_> = Country::CHN.cctlds().iter().map(|cctld| cctld.u_label()).collect();
    /// assert_eq!(labels, ["cn", "中国", "中國"]);
    /// assert_eq!(Country::GBR.cctlds()[0].a_label(), "uk");
    /// ```
    pub fn cctlds(self) -> &'static [CcTld] {
        self.facts().map_or(&[], |facts| facts.cctlds)
    }

    /// The flag as an emoji: the alpha-2 code in regional indicator symbols.
    ///
    /// Every current entry has one in Unicode, Kosovo too. Former countries have none, since their symbols may be those of
    /// another country now.
    ///
    /// ```
    /// use netpolity::country::Country;
    ///
    /// assert_eq!(Country::CHN.flag().map(|flag| flag.to_string()).as_deref(), Some("🇨🇳"));
    /// assert_eq!(Country::SUN.flag(), None);
    /// ```
    pub fn flag(self) -> Option<FlagEmoji> {
        let &[first, second] = self.alpha2().as_bytes() else { return None };
        let symbol = |letter: u8| char::from_u32(0x1F1E6 + u32::from(letter.checked_sub(b'A')?));
        (!self.is_former()).then_some(FlagEmoji([symbol(first)?, symbol(second)?]))
    }
}

/// The emoji of a flag: two regional indicator symbols. Prints as such.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct FlagEmoji([char; 2]);

impl FlagEmoji {
    /// The two symbols.
    pub fn symbols(self) -> [char; 2] {
        self.0
    }
}

impl fmt::Display for FlagEmoji {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        padded(f, |out| self.0.iter().try_for_each(|symbol| out.write_char(*symbol)))
    }
}

impl fmt::Debug for FlagEmoji {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "FlagEmoji({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_current_entry_has_facts_and_no_former_one() {
        for country in Country::all() {
            assert_eq!(country.status().is_none(), country.is_former(), "{country}");
            assert_eq!(country.flag().is_none(), country.is_former(), "{country}");
        }
        assert_eq!(Country::SUN.common_name(), "Union of Soviet Socialist Republics");
        assert_eq!((Country::SUN.capital(), Country::SUN.cctlds().len()), (None, 0));
    }

    #[test]
    fn members_and_observers_of_the_un() {
        let having = |status| Country::all().filter(move |c| c.status() == Some(status));
        assert_eq!(having(Status::UnMember).count(), 193);
        assert!(having(Status::UnObserver).eq([Country::PSE, Country::VAT]));
        for country in Country::all() {
            let member = country.status() == Some(Status::UnMember);
            assert_eq!(country.un_member_since().is_some(), member, "{country}");
            assert!(!member || country.sovereign().is_none(), "{country}");
        }
        // Original members by the day on which the Charter entered into force, and the latest.
        for (country, day) in [
            (Country::CHN, "1945-10-24"),
            (Country::GBR, "1945-10-24"),
            (Country::CHE, "2002-09-10"),
            (Country::SRB, "2000-11-01"),
            (Country::MNE, "2006-06-28"),
            (Country::SSD, "2011-07-14"),
        ] {
            assert_eq!(country.un_member_since(), day.parse().ok(), "{country}");
        }
    }

    #[test]
    fn names_capitals_and_sovereigns() {
        for (country, name, capital, sovereign) in [
            (Country::GBR, "United Kingdom", Some("London"), None),
            (Country::RUS, "Russia", Some("Moscow"), None),
            (Country::KAZ, "Kazakhstan", Some("Astana"), None),
            (Country::CIV, "Côte d’Ivoire", Some("Yamoussoukro"), None),
            (Country::TWN, "Taiwan", Some("Taipei"), None),
            (Country::ISR, "Israel", None, None),
            (Country::HKG, "Hong Kong SAR China", Some("Hong Kong"), Some(Country::CHN)),
            (Country::GRL, "Greenland", Some("Nuuk"), Some(Country::DNK)),
            (Country::PRI, "Puerto Rico", Some("San Juan"), Some(Country::USA)),
            (Country::ATA, "Antarctica", None, None),
        ] {
            assert_eq!(country.common_name(), name, "{country}");
            assert_eq!((country.capital(), country.sovereign()), (capital, sovereign), "{country}");
        }
    }

    #[test]
    fn notes_are_whole_sentences() {
        let notes: Vec<_> = Country::all().filter_map(Country::note).collect();
        assert!(!notes.is_empty() && notes.iter().all(|note| note.ends_with('.')));
        assert!(Country::XKX.note().is_some_and(|note| note.contains("resolution 1244")));
    }

    #[test]
    fn flags_print_as_two_symbols() {
        let flag = Country::XKX.flag().unwrap();
        assert_eq!(flag.symbols(), ['\u{1F1FD}', '\u{1F1F0}']);
        assert_eq!((flag.to_string(), format!("{flag:?}")), ("🇽🇰".into(), "FlagEmoji(🇽🇰)".into()));
    }
}
