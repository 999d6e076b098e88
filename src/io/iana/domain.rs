//! Top-level domains.

use crate::country::{Area, Country};
use crate::metric::Vintage;
use crate::text::words;

words! {
    /// What a top-level domain is for, as the root database has it.
    #[non_exhaustive]
    pub enum DomainKind: closed "kind of top-level domain" {
        /// Of a country or territory, or reserved for one.
        CountryCode = "country-code",
        /// For anybody, or for whom its registry chooses.
        Generic = "generic",
        /// For those who fulfil a condition: `.biz`, `.name`, `.pro`.
        GenericRestricted = "generic-restricted",
        /// `.arpa`.
        Infrastructure = "infrastructure",
        /// For a community that a sponsor speaks for, such as `.museum`.
        Sponsored = "sponsored",
        /// For tests of internationalized domains.
        Test = "test",
    }
}

/// A top-level domain.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct TopLevelDomain {
    /// The label as the source has it, an A-label or a U-label, in lower case and without dot or marks of direction.
    pub label: String,
    /// Whose it is, where it is a country code. One that [`Scheme::CcTld`](crate::country::Scheme::CcTld) does not know is a
    /// special code.
    pub area: Option<Area>,
    /// What it is for, where the source says so.
    pub kind: Option<DomainKind>,
    /// Who runs it, in the words of the source; `None` where nobody does, or the source does not say.
    pub organisation: Option<String>,
    /// The line in the file, from 1.
    pub line: u64,
}

impl TopLevelDomain {
    /// Whether it is a country code: as the source says or, where it does not, by its label.
    pub fn is_country_code(&self) -> bool {
        match self.kind {
            Some(kind) => kind == DomainKind::CountryCode,
            None => self.area.is_some(),
        }
    }
}

/// Top-level domains, in the order of the source.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct TopLevelDomains {
    /// The release.
    pub vintage: Vintage,
    /// The domains.
    pub domains: Vec<TopLevelDomain>,
}

impl TopLevelDomains {
    /// Those that are country codes.
    pub fn country_codes(&self) -> impl Iterator<Item = &TopLevelDomain> {
        self.domains.iter().filter(|domain| domain.is_country_code())
    }

    /// Those of a country, internationalized ones among them.
    pub fn of(&self, country: Country) -> impl Iterator<Item = &TopLevelDomain> {
        let area = Area::from(country);
        self.domains.iter().filter(move |domain| domain.area.as_ref() == Some(&area))
    }
}

/// The label in a text, in lower case: without a dot in front, and without marks of direction. `None` where it is none.
pub(super) fn label(text: &str) -> Option<String> {
    const LONGEST: usize = 63;
    let is_mark = |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}');
    let text = text.trim().trim_matches(is_mark);
    let text = text.strip_prefix('.').unwrap_or(text).trim_matches(is_mark);
    let is_letter = |c: char| match c {
        'a'..='z' | 'A'..='Z' | '0'..='9' | '-' => true,
        // Marks within a word, such as the vowels of Indian scripts, are no letters to Unicode.
        c => !c.is_ascii() && !c.is_whitespace() && !c.is_control() && !is_mark(c),
    };
    let fits = (1..=LONGEST).contains(&text.len())
        && text.chars().all(is_letter)
        && !text.starts_with('-')
        && !text.ends_with('-');
    fits.then(|| text.to_lowercase())
}
