//! How a name was matched.

use std::fmt;

use crate::country::table::SOURCE_SETS;
use crate::text::words;

/// How a name was matched: by which rule, with which name, and who writes that.
///
/// ```
/// use netpolity::country::names::{NameRole, NameSource, Stage, resolve};
///
/// let resolution = resolve("Rep. of Korea (the)");
/// let via = resolution.via().ok_or("matched")?;
/// assert_eq!((via.stage, via.role), (Stage::Words, NameRole::Short));
/// assert_eq!(via.name, "republic of korea");
/// assert!(via.sources.contains(NameSource::M49));
/// assert_eq!(via.to_string(), "the same words as the short name \"republic of korea\"");
/// # Ok::<(), &str>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Via<'a> {
    /// The rule that matched.
    pub stage: Stage,
    /// What the matched name is to the country.
    pub role: NameRole,
    /// The name that was matched, in its normal form.
    pub name: &'a str,
    /// Where that name is found.
    pub sources: NameSources,
}

impl fmt::Display for Via<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} the {} \"{}\"", self.stage.phrase(), self.role.noun(), self.name)
    }
}

words! {
    /// The rule by which a name was matched; the [module](super) describes them. They order as they are tried.
    #[non_exhaustive]
    pub enum Stage: closed "stage" {
        /// The whole name.
        Exact = "exact",
        /// The same words.
        Words = "words",
        /// The whole name, written without spaces.
        Joined = "joined",
        /// The whole name, of which a wrong encoding has left `?` for letters that are not ASCII.
        Lost = "lost",
        /// The name without a note.
        Note = "note",
        /// A code beside the name.
        Coded = "coded",
        /// Two names of the same country.
        TwoNames = "two-names",
        /// A territory and its State, or a member and its composite.
        Sovereign = "sovereign",
        /// A name that several have, with words from the official name of one of them.
        Narrowed = "narrowed",
        /// The name without the form of State.
        Form = "form",
    }
}

impl Stage {
    fn phrase(self) -> &'static str {
        match self {
            Self::Exact => "is",
            Self::Words => "the same words as",
            Self::Joined => "without spaces,",
            Self::Lost => "but for lost letters,",
            Self::Note => "but for a note,",
            Self::Coded => "beside its code,",
            Self::TwoNames => "among other names,",
            Self::Sovereign => "with its State,",
            Self::Narrowed => "told apart by other words,",
            Self::Form => "without the form of State,",
        }
    }
}

words! {
    /// What a matched name is to the country.
    pub enum NameRole: closed "role of a name" {
        /// The short name in English that the UN and ISO use.
        Short = "short",
        /// A name in common use.
        Common = "common",
        /// The formal name.
        Official = "official",
        /// The name in an official language of the country.
        Native = "native",
        /// An abbreviation.
        Abbreviation = "abbreviation",
        /// A name from before a change of name, or of a former country.
        Former = "former",
        /// A spelling of a producer of data.
        Dataset = "dataset",
        /// A frequent misspelling or transliteration.
        Misspelling = "misspelling",
        /// A spelling found in the sources, in any language.
        Spelling = "spelling",
        /// A label of something that is no single country.
        Label = "label",
        /// An alias of the user's.
        Alias = "alias",
    }
}

impl NameRole {
    /// The role in a place of the generator's list, which has the same order.
    pub(super) fn at(position: usize) -> Self {
        Self::ALL.get(position).copied().unwrap_or(Self::Label)
    }

    fn noun(self) -> &'static str {
        match self {
            Self::Short => "short name",
            Self::Common => "common name",
            Self::Official => "official name",
            Self::Native => "native name",
            Self::Abbreviation => "abbreviation",
            Self::Former => "former name",
            Self::Dataset => "producer's spelling",
            Self::Misspelling => "misspelling",
            Self::Spelling => "spelling",
            Self::Label => "label",
            Self::Alias => "alias",
        }
    }
}

words! {
    /// Where a name is found. `data/README.md` of the repository says which version, under which licence.
    pub enum NameSource: closed "source of names" {
        /// Unicode CLDR, in any of its locales.
        Cldr = "cldr",
        /// The package `countries-list`.
        CountriesList = "countries-list",
        /// The package `countrynames`.
        Countrynames = "countrynames",
        /// Compiled for this crate.
        Editors = "editors",
        /// Gapminder.
        Gapminder = "gapminder",
        /// `GeoNames`.
        Geonames = "geonames",
        /// The taxonomy of the UN's Office for the Coordination of Humanitarian Affairs.
        Hdx = "hdx",
        /// The package `i18n-iso-countries`.
        I18nIsoCountries = "i18n-iso-countries",
        /// ISO 3166.
        Iso = "iso",
        /// The entities of ISO 4217.
        Iso4217 = "iso-4217",
        /// The UN's M49 standard.
        M49 = "m49",
        /// Mapping files of Our World in Data, which hold the spellings of several hundred datasets.
        Owid = "owid",
        /// The package `rigour` of the sanctions lists project `OpenSanctions`.
        Rigour = "rigour",
        /// The UN's World Population Prospects.
        UnWpp = "un-wpp",
        /// The UN's terminology database.
        Unterm = "unterm",
        /// The World Bank.
        Worldbank = "worldbank",
    }
}

/// A set of [`NameSource`]s; empty for an alias of the user's.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct NameSources(u32);

impl NameSources {
    /// The set in a row of the generated table, whose bits are in the order of the sources.
    pub(super) fn at(position: usize) -> Self {
        Self(SOURCE_SETS.get(position).copied().unwrap_or_default())
    }

    /// Whether the name is found there.
    pub fn contains(self, source: NameSource) -> bool {
        self.iter().any(|found| found == source)
    }

    /// The sources, in the order of their words.
    pub fn iter(self) -> impl Iterator<Item = NameSource> {
        NameSource::ALL
            .iter()
            .enumerate()
            .filter(move |(bit, _)| self.0 & (1 << bit) != 0)
            .map(|(_, source)| *source)
    }
}
