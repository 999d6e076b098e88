//! The country handle and the facts behind it.

use std::fmt;
use std::str::FromStr;

use super::error::CountryError;
use super::group::Group;
use super::packed::{PackedEnd, bound, date};
use super::table::ROWS;
use crate::text::text_serde;
use crate::time::{PartialDate, Span};

/// A country or territory that has, or had, a code in ISO 3166.
///
/// The table holds the 249 entries of ISO 3166-1, Kosovo under the user-assigned codes `XK` and `XKX`, and the 31 former
/// countries of ISO 3166-3. Each has a constant: [`Country::CHN`], [`Country::SUN`]. A name change keeps the entry;
/// a change of codes that ISO 3166-3 records makes another.
///
/// # Text form
///
/// The alpha-3 code in upper case, as in `CHN`. One alpha-3 code has had two owners: `ATF` is the French Southern
/// Territories; the French Southern and Antarctic Territories, whose code it was until 1979, are written by their alpha-4
/// code `FQHH`. Countries order by text form.
///
/// ```
/// use netpolity::country::Country;
///
/// let country: Country = "NAM".parse()?;
/// assert_eq!(country, Country::NAM);
/// assert_eq!((country.alpha2(), country.numeric()), ("NA", Some(516)));
/// assert_eq!(country.short_name(), "Namibia");
///
/// let error = "NA".parse::<Country>().unwrap_err();
/// assert_eq!(error.to_string(), "`NA` is an alpha-2 code; write `NAM`");
/// # Ok::<(), netpolity::country::CountryError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Country(u16);

/// What the table knows of one entry.
pub(super) struct Row {
    /// The text form.
    pub(super) code: &'static str,
    pub(super) alpha3: &'static str,
    pub(super) alpha2: &'static str,
    /// Of former countries only.
    pub(super) alpha4: Option<&'static str>,
    /// 0 where there is none.
    pub(super) numeric: u16,
    pub(super) short_name: &'static str,
    pub(super) official_name: Option<&'static str>,
    /// Region, sub-region and intermediate region.
    pub(super) regions: [Option<Group>; 3],
    pub(super) user_assigned: bool,
    pub(super) valid_from: PackedEnd,
    pub(super) valid_to: PackedEnd,
    pub(super) state_ended: PackedEnd,
    pub(super) successors: &'static [Country],
}

impl Country {
    /// The entry in a row of the table, which has to exist.
    pub(super) const fn at(row: u16) -> Self {
        Self(row)
    }

    /// The entry in a row of the table, if there is one.
    pub(super) fn in_row(row: u16) -> Option<Self> {
        (usize::from(row) < ROWS.len()).then_some(Self(row))
    }

    /// The row of the table.
    pub(crate) const fn position(self) -> usize {
        self.0 as usize
    }

    fn row(self) -> &'static Row {
        &ROWS[usize::from(self.0)]
    }

    /// Every entry, current and former, in the order of the text form.
    pub fn all() -> impl DoubleEndedIterator<Item = Self> + ExactSizeIterator + Clone {
        // There are fewer rows than a `u16` counts.
        #[allow(clippy::cast_possible_truncation)]
        (0..ROWS.len() as u16).map(Self)
    }

    /// The 249 entries of ISO 3166-1 and Kosovo, in the order of the text form.
    pub fn current() -> impl DoubleEndedIterator<Item = Self> + Clone {
        Self::all().filter(|country| !country.is_former())
    }

    /// The text form: the alpha-3 code, except for [`Country::FQHH`].
    pub fn as_str(self) -> &'static str {
        self.row().code
    }

    /// The alpha-3 code, such as `CHN`.
    ///
    /// It is unique among current entries; [`Country::ATF`] shares it with the former [`Country::FQHH`].
    pub fn alpha3(self) -> &'static str {
        self.row().alpha3
    }

    /// The alpha-2 code, such as `CN`. That of a former country may have another owner now.
    pub fn alpha2(self) -> &'static str {
        self.row().alpha2
    }

    /// The four-letter code of ISO 3166-3, such as `SUHH`, which only former countries have.
    pub fn alpha4(self) -> Option<&'static str> {
        self.row().alpha4
    }

    /// The numeric code, such as 826 (UN M49 has the same), printed with three digits: `004`.
    ///
    /// Kosovo and some former countries have none. A number stands for a territory: it often stays when the name
    /// and the letters change, so a former country may share it with its successor.
    pub fn numeric(self) -> Option<u16> {
        let numeric = self.row().numeric;
        (numeric != 0).then_some(numeric)
    }

    /// The English short name used by the UN and ISO, without the article.
    pub fn short_name(self) -> &'static str {
        self.row().short_name
    }

    /// The English formal name, where the UN records one: territories and former countries have none.
    pub fn official_name(self) -> Option<&'static str> {
        self.row().official_name
    }

    /// The M49 region, such as Asia. Antarctica and former countries have none.
    pub fn region(self) -> Option<Group> {
        self.row().regions[0]
    }

    /// The M49 sub-region, such as Eastern Asia.
    pub fn subregion(self) -> Option<Group> {
        self.row().regions[1]
    }

    /// The M49 intermediate region, such as Southern Africa, which only parts of Africa and the Americas and the Channel
    /// Islands have.
    pub fn intermediate_region(self) -> Option<Group> {
        self.row().regions[2]
    }

    /// Whether the code was withdrawn from ISO 3166-1, so that the entry stands in ISO 3166-3.
    pub fn is_former(self) -> bool {
        self.row().alpha4.is_some()
    }

    /// Whether the code is not ISO's but taken from the range that ISO leaves to users: Kosovo's `XK` and `XKX`, as used
    /// by the European Union and the World Bank.
    pub fn is_user_assigned(self) -> bool {
        self.row().user_assigned
    }

    /// When the code was, or is, in ISO 3166-1: from the year in which the alpha-2 code was assigned, for former
    /// countries to the day of withdrawal.
    ///
    /// The first edition is of 1974. Kosovo's code is in use since 2017 at the latest: nothing records when users first
    /// assigned it.
    ///
    /// ```
    /// use netpolity::country::Country;
    /// use netpolity::time::{PartialDate, Tri};
    ///
    /// assert_eq!(Country::CHN.span().to_string(), "1974/..");
    /// assert_eq!(Country::SUN.span().to_string(), "1974-01-01/1992-08-30");
    /// assert_eq!(Country::SUN.span().covers(PartialDate::from_year(1992)?), Tri::Maybe);
    /// # Ok::<(), netpolity::time::DateError>(())
    /// ```
    pub fn span(self) -> Span {
        // The generator refuses a code that ends before it starts.
        Span::new(bound(self.row().valid_from), bound(self.row().valid_to)).unwrap_or(Span::UNKNOWN)
    }

    /// When the State of a former country ended, where that is another day than the end of its code.
    ///
    /// ISO withdraws a code some time after the fact: the Soviet Union ended on 26 December 1991, its code on 30
    /// August 1992. The code `YUG` outlived the Socialist Federal Republic because the Federal Republic kept it.
    pub fn state_ended(self) -> Option<PartialDate> {
        date(self.row().state_ended)
    }

    /// The entries that took a former country's place in ISO 3166, in the order of the text form; they may be
    /// former ones themselves. Empty for current entries.
    ///
    /// ```
    /// use netpolity::country::Country;
    ///
    /// assert_eq!(Country::CSK.successors(), [Country::CZE, Country::SVK]);
    /// assert!(Country::YUG.successors().contains(&Country::SCG));
    /// ```
    pub fn successors(self) -> &'static [Self] {
        self.row().successors
    }

    /// The current entries that cover a former country today, in the order of the text form: its successors, and theirs
    /// where a successor is a former country itself. Empty for current entries.
    ///
    /// ```
    /// use netpolity::country::Country;
    ///
    /// // By way of Serbia and Montenegro.
    /// let current: Vec<_> = Country::YUG.current_successors().map(Country::as_str).collect();
    /// assert_eq!(current, ["BIH", "HRV", "MKD", "MNE", "SRB", "SVN"]);
    /// ```
    pub fn current_successors(self) -> impl DoubleEndedIterator<Item = Self> + Clone {
        Self::current().filter(move |country| self.led_to(*country))
    }

    /// The generator refuses chains that go round.
    fn led_to(self, later: Self) -> bool {
        self.successors().iter().any(|next| *next == later || next.led_to(later))
    }

    /// The former countries that have this one among their successors.
    pub fn predecessors(self) -> impl Iterator<Item = Self> + Clone {
        Self::all().filter(move |former| former.successors().contains(&self))
    }
}

impl FromStr for Country {
    type Err = CountryError;

    fn from_str(text: &str) -> Result<Self, CountryError> {
        Self::from_alpha3(text)
            .or_else(|| Self::from_alpha4(text).filter(|country| country.as_str() == text))
            .ok_or_else(|| CountryError::new(text))
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Country({self})")
    }
}

text_serde!(
    Country,
    "an alpha-3 country code",
    schema: |_| crate::schema::choice(Country::all().map(|c| (c, c.short_name())))
);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Bound;

    fn codes(countries: &[Country]) -> Vec<&'static str> {
        countries.iter().map(|country| country.as_str()).collect()
    }

    #[test]
    fn counts_are_those_of_the_standard() {
        let user_assigned: Vec<_> = Country::all().filter(|c| c.is_user_assigned()).collect();
        assert_eq!(user_assigned, [Country::XKX]);
        assert_eq!(Country::current().count(), 249 + 1);
        assert_eq!(Country::all().filter(|c| c.is_former()).count(), 31);
    }

    #[test]
    fn text_round_trips_and_orders() {
        assert!(Country::all().is_sorted_by(|a, b| a < b && a.as_str() < b.as_str()));
        for country in Country::all() {
            assert_eq!(country.to_string().parse(), Ok(country));
            let json = serde_json::to_string(&country).unwrap();
            assert_eq!(json, format!("\"{country}\""));
            assert_eq!(serde_json::from_str::<Country>(&json).unwrap(), country);
        }
        assert!(serde_json::from_str::<Country>("516").is_err());
        assert_eq!(format!("{:?} {:>5}", Country::CHN, Country::CHN), "Country(CHN)   CHN");
        assert_eq!(size_of::<Country>(), 2);
    }

    #[test]
    fn entries_of_iso_3166_1() {
        for (country, alpha3, alpha2, numeric, name) in [
            (Country::NAM, "NAM", "NA", Some(516), "Namibia"),
            (Country::NOR, "NOR", "NO", Some(578), "Norway"),
            (Country::AFG, "AFG", "AF", Some(4), "Afghanistan"),
            (
                Country::GBR,
                "GBR",
                "GB",
                Some(826),
                "United Kingdom of Great Britain and Northern Ireland",
            ),
            (Country::ROU, "ROU", "RO", Some(642), "Romania"),
            (Country::COD, "COD", "CD", Some(180), "Democratic Republic of the Congo"),
            (Country::CIV, "CIV", "CI", Some(384), "C\u{f4}te d'Ivoire"),
            (Country::TUR, "TUR", "TR", Some(792), "T\u{fc}rkiye"),
            (Country::TWN, "TWN", "TW", Some(158), "Taiwan (Province of China)"),
            (Country::XKX, "XKX", "XK", None, "Kosovo"),
        ] {
            assert_eq!((country.as_str(), country.alpha3()), (alpha3, alpha3));
            assert_eq!((country.alpha2(), country.numeric()), (alpha2, numeric));
            assert_eq!((country.short_name(), country.alpha4()), (name, None));
            assert!(country.successors().is_empty());
        }
        assert_eq!(Country::CHN.official_name(), Some("People's Republic of China"));
        assert_eq!(Country::GRL.official_name(), None);
    }

    #[test]
    fn entries_of_iso_3166_3() {
        let soviet = Country::SUN;
        assert_eq!(
            (soviet.alpha2(), soviet.alpha4(), soviet.numeric()),
            ("SU", Some("SUHH"), Some(810))
        );
        assert_eq!(soviet.state_ended(), "1991-12-26".parse().ok());
        assert_eq!(soviet.successors().len(), 15);
        assert_eq!(codes(Country::CSK.successors()), ["CZE", "SVK"]);
        assert_eq!(codes(Country::DDR.successors()), ["DEU"]);
        assert_eq!(codes(Country::ANT.successors()), ["BES", "CUW", "SXM"]);
        assert_eq!(Country::ANT.state_ended(), None);
        assert_eq!(codes(&Country::DEU.predecessors().collect::<Vec<_>>()), ["DDR"]);
        assert_eq!(codes(&Country::SRB.predecessors().collect::<Vec<_>>()), ["SCG"]);
        for former in Country::all().filter(|c| c.is_former()) {
            assert!(!former.successors().is_empty() && former.region().is_none());
            assert!(former.successors().is_sorted() && !former.successors().contains(&former));
        }
    }

    #[test]
    fn spans_of_codes() {
        for (country, span) in [
            (Country::CHN, "1974/.."),
            (Country::SSD, "2011/.."),
            (Country::XKX, "[..2017]/.."),
            (Country::SUN, "1974-01-01/1992-08-30"),
            (Country::SCG, "2003-07-23/2006-09-26"),
            (Country::NHB, "1974-01-01/1980"),
        ] {
            assert_eq!(country.span(), span.parse().unwrap(), "{country}");
        }
        for country in Country::all() {
            assert_eq!(country.span().is_open(), !country.is_former(), "{country}");
            assert_eq!(country.span().start().date().is_none(), country == Country::XKX);
            assert_ne!(country.span().end(), Bound::Unknown, "{country}");
        }
        let outlived: Vec<_> = Country::all().filter(|c| c.state_ended().is_some()).collect();
        assert_eq!(codes(&outlived), ["CSK", "DDR", "SCG", "SUN", "VDR", "YMD", "YUG"]);
        for country in outlived {
            let ended = country.state_ended().unwrap();
            assert!(country.span().covers(ended).is_yes(), "{country}");
        }
    }

    #[test]
    fn two_owners_of_one_alpha3_code() {
        let (now, then) = (Country::ATF, Country::FQHH);
        assert_eq!((now.alpha3(), then.alpha3()), ("ATF", "ATF"));
        assert_eq!((now.as_str(), then.as_str()), ("ATF", "FQHH"));
        assert_eq!(codes(then.successors()), ["ATA", "ATF"]);
        assert_eq!(Country::all().filter(|c| c.as_str() != c.alpha3()).count(), 1);
    }

    #[test]
    fn m49_regions() {
        let regions = |country: Country| {
            [country.region(), country.subregion(), country.intermediate_region()]
                .map(|region| region.and_then(|group| Some((group.m49_code()?, group.name()))))
        };
        assert_eq!(regions(Country::CHN), [Some((142, "Asia")), Some((30, "Eastern Asia")), None]);
        assert_eq!(
            regions(Country::GBR),
            [Some((150, "Europe")), Some((154, "Northern Europe")), None]
        );
        assert_eq!(
            regions(Country::NAM),
            [Some((2, "Africa")), Some((202, "Sub-Saharan Africa")), Some((18, "Southern Africa"))]
        );
        assert_eq!(regions(Country::ATA), [None; 3]);
        let without: Vec<_> = Country::current().filter(|c| c.region().is_none()).collect();
        assert_eq!(without, [Country::ATA]);
    }
}
