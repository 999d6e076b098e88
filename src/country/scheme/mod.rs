//! The codes of those who publish data, and what they stand for.

mod any;
mod base;
mod error;
pub(super) mod owner;

use std::borrow::Cow;

use super::area::Area;
use super::table::codes;
use crate::text::words;
use crate::time::PartialDate;

use owner::{Answer, Row, pick};

pub use error::{CodeError, CodeErrorKind};

words! {
    /// Whose code it is.
    ///
    /// A code means nothing without its scheme: `ZAR` is Zaire in ISO 3166 and the Democratic Republic of the Congo at the
    /// World Bank, `EU` is the European Union, but "somewhere in Europe" in the files of the RIPE NCC. Each scheme reads the
    /// codes of ISO 3166 that its producer uses, and rows of its own (`data/country/codes.csv`).
    ///
    /// | scheme | base | of its own, for instance |
    /// |---|---|---|
    /// | `iso` | alpha-2, alpha-3, alpha-4 and numeric codes, current and former | reservations (`UK`, `EU`), `ROM`, old numbers |
    /// | `worldbank` | alpha-3 and alpha-2 codes | `KSV`, `ZAR`, `CHI`, aggregates (`WLD`, `1W`, `EAR`) |
    /// | `itu` | alpha-3 codes | `KSO`, `GBJ`, `ASC` |
    /// | `owid` | alpha-3 codes | `OWID_KOS`, `UNM49_AFR` |
    /// | `eurostat` | alpha-2 codes | `EL`, `UK`, `EA`, `EU27_2020` |
    /// | `m49` | the numbers of ISO 3166 and of regions | `412`, `058`, `900` |
    /// | `rir` | alpha-2 codes | `EU`, `AP`, `ZZ` |
    /// | `cctld` | top-level domains in both forms | `eu`, `su` |
    /// | `gapminder` | alpha-3 codes in lower case | `hos`, `ussr` |
    /// | `any` | all of these | `KV`, `XKK`, `T1` |
    ///
    /// There are no tables of the codes of the International Olympic Committee and of FIFA.
    ///
    /// # Reading
    ///
    /// The case of ASCII letters does not matter; white space is refused. A former country's code is read in `iso` and `m49`,
    /// elsewhere where a row says so. Numbers are read with and without leading zeros.
    ///
    /// # Dates
    ///
    /// A date asks who had the code then. It matters in `iso` and `m49`, and for rows with dates; producers of data mostly write
    /// one code for all years. A code has one owner at a time, so an owner that certainly had it goes before one that may have had
    /// it; where none is certain, a single possible one is the answer. Without a date, a current owner goes before former
    /// ones. An old code of an entry (`ROM`, `736`) holds in its own time; the latest is read at any time of the entry's.
    ///
    /// # What is no country
    ///
    /// Aggregates that are a [`Group`](super::Group) or a [`Composite`](super::Composite) of this crate answer with it. What has no
    /// counterpart here, such as aggregates of a fixed composition (`EU28`), parts of an entry (`ASC`) and States that are no
    /// entry of ISO 3166 (`OWID_GFR`, since `DEU` stands for Germany before and after unification), is
    /// [`Area::Special`].
    ///
    /// ```
    /// use netpolity::country::{Area, Country, Group, Scheme};
    ///
    /// assert_eq!(Scheme::Eurostat.area_of("EL", None)?, Country::GRC.into());
    /// assert_eq!(Scheme::WorldBank.area_of("EUU", None)?, Group::EU.into());
    /// assert_eq!(Scheme::Eurostat.code_of(Country::GRC, None).as_deref(), Some("EL"));
    ///
    /// let on = "2005".parse().ok();
    /// assert_eq!(Scheme::M49.area_of("736", on)?, Country::SDN.into());
    /// assert_eq!(Scheme::M49.code_of(Country::SDN, on).as_deref(), Some("736"));
    ///
    /// let error = Scheme::Iso.area_of("CS", None).unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     "ISO 3166 code `CS` has had several owners: `CSK` in 1974-01-01/1993-06-15, `SCG` in 2003-07-23/2006-09-26"
    /// );
    /// # Ok::<(), netpolity::country::CodeError>(())
    /// ```
    #[non_exhaustive]
    pub enum Scheme: closed "scheme" {
        /// ISO 3166, parts 1 and 3, with its exceptional reservations.
        Iso = "iso",
        /// The World Bank: alpha-3 codes, and the two-letter codes of its API.
        WorldBank = "worldbank",
        /// The `DataHub` of ITU.
        Itu = "itu",
        /// Our World in Data.
        Owid = "owid",
        /// Eurostat, and the style guide of the European Union.
        Eurostat = "eurostat",
        /// The UN's M49 standard, with numbers of UN trade data and of the World Population Prospects.
        M49 = "m49",
        /// The delegated files of the regional internet registries. Their empty field (available or reserved) is no code.
        Rir = "rir",
        /// Country-code top-level domains, by label, with or without a dot in front. Of those that are not delegated, none is
        /// written.
        CcTld = "cctld",
        /// Gapminder's open data.
        Gapminder = "gapminder",
        /// Whatever the other schemes agree on, and codes that belong to none of them.
        ///
        /// A scheme has a say through its own rows. What it takes from ISO 3166 is asked of `iso`, by date, and counts for the
        /// others only where `iso` has no owner then; where it has several, so has this scheme. A special code says only that
        /// the scheme knows no better: it gives way to a country, a group or a composite. Nothing is written in this scheme.
        Any = "any",
    }
}

impl Scheme {
    /// Whose code it is, as messages say it: `World Bank`. A code of [`Scheme::Any`] is a `country` code.
    pub fn name(self) -> &'static str {
        match self {
            Self::Iso => "ISO 3166",
            Self::WorldBank => "World Bank",
            Self::Itu => "ITU",
            Self::Owid => "Our World in Data",
            Self::Eurostat => "Eurostat",
            Self::M49 => "M49",
            Self::Rir => "address registry",
            Self::CcTld => "ccTLD",
            Self::Gapminder => "Gapminder",
            Self::Any => "country",
        }
    }

    /// What a code stands for, on a date if there is one.
    ///
    /// # Errors
    /// [`CodeError`] where the code is empty or unknown, where nobody or more than one had it on the date, and, for
    /// [`Scheme::Any`], where schemes disagree.
    ///
    /// ```
    /// use netpolity::country::{Country, Scheme};
    ///
    /// assert_eq!(Scheme::Iso.area_of("YUG", "1985".parse().ok())?, Country::YUG.into());
    ///
    /// let error = Scheme::Iso.area_of("ZAR", "2010".parse().ok()).unwrap_err();
    /// assert_eq!(error.to_string(), "nobody has ISO 3166 code `ZAR` on 2010; it is that of `ZAR` in 1974-01-01/1997-07-14");
    /// assert_eq!(Scheme::Any.area_of("ZAR", "2010".parse().ok())?, Country::COD.into());
    /// # Ok::<(), netpolity::country::CodeError>(())
    /// ```
    pub fn area_of(self, code: &str, on: Option<PartialDate>) -> Result<Area, CodeError> {
        let answer = match self {
            Self::Any => any::answer(code, on),
            _ => self.answer(code, on),
        };
        let kind = match answer {
            _ if code.is_empty() => CodeErrorKind::Empty,
            Answer::One(owner) => return Ok(owner),
            Answer::None => CodeErrorKind::Unknown,
            Answer::NotThen(owners) => CodeErrorKind::NotThen(owners),
            Answer::Several(owners) => CodeErrorKind::Several(owners),
            Answer::Disagree(says) => CodeErrorKind::Disagree(says),
        };
        Err(CodeError::new(self, code, on, kind))
    }

    /// The code with which the scheme writes an area, on a date if there is one: alpha-3 codes in `iso`.
    ///
    /// None where it has no code of which [`area_of`](Self::area_of) gives the area back. A code that former owners
    /// share may need a date for that. Whether a producer has data of a country is another question.
    ///
    /// ```
    /// use netpolity::country::{Country, Scheme};
    ///
    /// assert_eq!(Scheme::M49.code_of(Country::AFG, None).as_deref(), Some("004"));
    /// assert_eq!(Scheme::Owid.code_of(Country::XKX, None).as_deref(), Some("OWID_KOS"));
    /// assert_eq!(Scheme::Iso.code_of(Country::ROU, "1990".parse().ok()).as_deref(), Some("ROM"));
    /// ```
    pub fn code_of(
        self,
        area: impl Into<Area>,
        on: Option<PartialDate>,
    ) -> Option<Cow<'static, str>> {
        let area = area.into();
        let own = self.rows().iter().filter(|row| row.writes && row.owner == area);
        let holds =
            |row: &Row| !row.is_dated() || on.is_some_and(|on| row.span().covers(on).is_yes());
        let now = own.clone().find(|row| holds(row)).map(|row| Cow::Borrowed(row.code));
        let past = own.filter(|row| !holds(row)).map(|row| Cow::Borrowed(row.code));
        now.into_iter()
            .chain(self.base_code(&area))
            .chain(past)
            .find(|code| self.area_of(code, on).as_ref() == Ok(&area))
    }

    /// The scheme's own rows.
    fn rows(self) -> &'static [Row] {
        match self {
            Self::Iso => &codes::ISO,
            Self::WorldBank => &codes::WORLD_BANK,
            Self::Itu => &codes::ITU,
            Self::Owid => &codes::OWID,
            Self::Eurostat => &codes::EUROSTAT,
            Self::M49 => &codes::M49,
            Self::Rir => &codes::RIR,
            Self::CcTld => &codes::CC_TLD,
            Self::Gapminder => &codes::GAPMINDER,
            Self::Any => &codes::ANY,
        }
    }

    /// No code is in both: the generator refuses a row with a code of the base.
    fn answer(self, code: &str, on: Option<PartialDate>) -> Answer {
        match self.base_answer(code, on) {
            Answer::None => self.own_answer(code, on),
            base => base,
        }
    }

    /// What the scheme's own rows say.
    fn own_answer(self, code: &str, on: Option<PartialDate>) -> Answer {
        let code = self.written(code);
        let lower = |text: &'static str| text.bytes().map(|byte| byte.to_ascii_lowercase());
        let wanted = || code.bytes().map(|byte| byte.to_ascii_lowercase());
        let rows = self.rows();
        let first = rows.partition_point(|row| lower(row.code).lt(wanted()));
        let found = rows.get(first..).unwrap_or(&[]);
        let count = found.iter().take_while(|row| lower(row.code).eq(wanted())).count();
        match found.get(..count) {
            None | Some([]) => Answer::None,
            Some([row]) if !row.is_dated() => Answer::One(row.owner.clone()),
            Some(rows) => pick(rows.iter().map(|row| (row.owner.clone(), row.span())), on),
        }
    }

    /// The code as rows have it: numbers with three digits, labels without a dot and in lower case.
    fn written(self, code: &str) -> Cow<'_, str> {
        let number = |code: &str| code.len() < 3 && code.bytes().all(|byte| byte.is_ascii_digit());
        match self {
            Self::Iso | Self::M49 | Self::Any if number(code) => Cow::Owned(format!("{code:0>3}")),
            Self::CcTld => {
                let label = code.strip_prefix('.').unwrap_or(code);
                // ASCII letters compare without regard to case anyway.
                if label.is_ascii() {
                    Cow::Borrowed(label)
                } else {
                    Cow::Owned(label.to_lowercase())
                }
            }
            _ => Cow::Borrowed(code),
        }
    }
}

#[cfg(test)]
mod tests;
