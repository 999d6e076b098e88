//! From an ISO 3166 code to its country: direct tables, made by the compiler from the generated one.

use super::code::{Country, Row};
use super::table::ROWS;

/// In a slot that no entry has; no row has such a number.
const NONE: u16 = u16::MAX;
/// In a slot that several former countries have and no current one.
const SEVERAL: u16 = u16::MAX - 1;

impl Country {
    /// The country with this alpha-3 code, in upper case.
    ///
    /// `ATF` is the current owner, not [`Country::FQHH`]; no other alpha-3 code has had two owners.
    ///
    /// ```
    /// use netpolity::country::Country;
    ///
    /// assert_eq!(Country::from_alpha3("SUN"), Some(Country::SUN));
    /// assert_eq!(Country::from_alpha3("sun"), None);
    /// ```
    pub fn from_alpha3(code: &str) -> Option<Self> {
        let &[a, b, c] = code.as_bytes() else { return None };
        // One check for the three: the tables have room for all that is below 32.
        let (a, b, c) = (letter(a), letter(b), letter(c));
        if a | b | c >= LETTERS {
            return None;
        }
        let page = ALPHA3_PAGE[a * LETTERS + b];
        Self::in_row(ALPHA3[usize::from(page) * LETTERS + c])
    }

    /// The country with this alpha-2 code, in upper case.
    ///
    /// Where a current entry has taken over the code of a former country, it is the current one: `AI` is Anguilla, not
    /// the French Afars and Issas. Where only former countries had it, it is the former one, and none where there are two:
    /// `CS` was Czechoslovakia, and later Serbia and Montenegro.
    ///
    /// ```
    /// use netpolity::country::Country;
    ///
    /// assert_eq!(Country::from_alpha2("NA"), Some(Country::NAM));
    /// assert_eq!(Country::from_alpha2("AI"), Some(Country::AIA));
    /// assert_eq!(Country::from_alpha2("SU"), Some(Country::SUN));
    /// assert_eq!(Country::from_alpha2("CS"), None);
    /// ```
    pub fn from_alpha2(code: &str) -> Option<Self> {
        let &[a, b] = code.as_bytes() else { return None };
        let (a, b) = (letter(a), letter(b));
        if a | b >= LETTERS {
            return None;
        }
        Self::in_row(ALPHA2[a * LETTERS + b])
    }

    /// The former country with this four-letter code of ISO 3166-3, in upper case.
    pub fn from_alpha4(code: &str) -> Option<Self> {
        if code.len() != 4 {
            return None;
        }
        Self::all().find(|country| country.alpha4() == Some(code))
    }

    /// The country with this numeric code.
    ///
    /// As with [`from_alpha2`](Self::from_alpha2), a current entry goes before a former one (104 is Myanmar, as it was
    /// Burma), and a number that only former countries shared is none: 891 was Yugoslavia, then Serbia and Montenegro.
    pub fn from_numeric(code: u16) -> Option<Self> {
        Self::in_row(*NUMERIC.get(usize::from(code))?)
    }
}

/// By the first two letters and then by the third: a page for each pair with which a code begins, before them an empty one.
static ALPHA3_PAGE: [u8; PAIRS] = ALPHA3_TABLES.0;
static ALPHA3: [u16; PAGES * LETTERS] = ALPHA3_TABLES.1;
static ALPHA2: [u16; PAIRS] = alpha2_table();
static NUMERIC: [u16; 1000] = numeric_table();

/// As many as there are letters, and some more for a quick check.
const LETTERS: usize = 32;
const PAIRS: usize = LETTERS * LETTERS;
const PAGES: usize = count_pages();
const ALPHA3_TABLES: ([u8; PAIRS], [u16; PAGES * LETTERS]) = alpha3_tables();

/// The place of a letter in the alphabet; of other bytes up to 255.
const fn letter(byte: u8) -> usize {
    byte.wrapping_sub(b'A') as usize
}

// What follows runs in the compiler only, where a wrong index is a compile error.

const fn pair(code: &[u8]) -> usize {
    letter(code[0]) * LETTERS + letter(code[1])
}

/// Whether the row's alpha-3 code has another owner now.
const fn gave_up_alpha3(row: &Row) -> bool {
    row.code.len() != row.alpha3.len()
}

const fn count_pages() -> usize {
    let mut seen = [false; PAIRS];
    let (mut row, mut pages) = (0, 1);
    while row < ROWS.len() {
        let pair = pair(ROWS[row].alpha3.as_bytes());
        if !seen[pair] {
            seen[pair] = true;
            pages += 1;
        }
        row += 1;
    }
    pages
}

#[allow(clippy::cast_possible_truncation)] // rows fit a `u16`, and the number of pages is checked
const fn alpha3_tables() -> ([u8; PAIRS], [u16; PAGES * LETTERS]) {
    assert!(PAGES <= u8::MAX as usize);
    let mut page_of = [0; PAIRS];
    let mut pages = [NONE; PAGES * LETTERS];
    let (mut row, mut next) = (0, 1);
    while row < ROWS.len() {
        if !gave_up_alpha3(&ROWS[row]) {
            let code = ROWS[row].alpha3.as_bytes();
            let pair = pair(code);
            if page_of[pair] == 0 {
                page_of[pair] = next;
                next += 1;
            }
            pages[page_of[pair] as usize * LETTERS + letter(code[2])] = row as u16;
        }
        row += 1;
    }
    (page_of, pages)
}

const fn alpha2_table() -> [u16; PAIRS] {
    let mut table = [NONE; PAIRS];
    let mut row = 0;
    while row < ROWS.len() {
        let slot = pair(ROWS[row].alpha2.as_bytes());
        table[slot] = owner(table[slot], row);
        row += 1;
    }
    table
}

const fn numeric_table() -> [u16; 1000] {
    let mut table = [NONE; 1000];
    let mut row = 0;
    while row < ROWS.len() {
        let slot = ROWS[row].numeric as usize;
        if slot != 0 {
            table[slot] = owner(table[slot], row);
        }
        row += 1;
    }
    table
}

/// Who owns a slot after another row asks for it: a current entry before any former one, two former ones neither.
#[allow(clippy::cast_possible_truncation)] // there are fewer rows than a `u16` counts
const fn owner(holder: u16, row: usize) -> u16 {
    if ROWS[row].alpha4.is_none() || holder == NONE {
        row as u16
    } else if holder == SEVERAL || ROWS[holder as usize].alpha4.is_some() {
        SEVERAL
    } else {
        holder
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn current_codes_lead_back() {
        for country in Country::current() {
            assert_eq!(Country::from_alpha3(country.alpha3()), Some(country));
            assert_eq!(Country::from_alpha2(country.alpha2()), Some(country));
            if let Some(numeric) = country.numeric() {
                assert_eq!(Country::from_numeric(numeric), Some(country));
            }
        }
    }

    #[test]
    fn former_codes_lead_back_unless_reused() {
        let reused = |country: Country| {
            let owner = Country::from_alpha2(country.alpha2())?;
            (owner != country).then(|| (country.as_str(), owner.as_str()))
        };
        let former = || Country::all().filter(|country| country.is_former());
        assert_eq!(
            former().filter_map(reused).collect::<Vec<_>>(),
            [("AFI", "AIA"), ("ATB", "BES"), ("BYS", "BLR"), ("GEL", "GEO"), ("SKM", "SVK")]
        );
        for country in former() {
            assert_eq!(country.alpha4().and_then(Country::from_alpha4), Some(country));
            let owner = if country == Country::FQHH { Country::ATF } else { country };
            assert_eq!(Country::from_alpha3(country.alpha3()), Some(owner));
        }
    }

    #[test]
    fn codes_of_two_former_countries_are_none() {
        assert_eq!((Country::CSK.alpha2(), Country::SCG.alpha2()), ("CS", "CS"));
        assert_eq!(Country::from_alpha2("CS"), None);
        assert_eq!((Country::YUG.numeric(), Country::SCG.numeric()), (Some(891), Some(891)));
        assert_eq!(Country::from_numeric(891), None);
    }

    #[test]
    fn every_text_finds_its_owner_or_none() {
        // All three-letter texts: the two-level table must answer for those 281 rows and for no other text.
        let letters = || b'A'..=b'Z';
        let found = letters()
            .flat_map(|a| letters().flat_map(move |b| letters().map(move |c| [a, b, c])))
            .filter_map(|code| Country::from_alpha3(str::from_utf8(&code).unwrap()))
            .count();
        assert_eq!(found, 280, "281 rows, of which FQHH gave up its alpha-3 code");
        for no in
            ["", "G", "gb", "gbr", "GB ", "G\u{e9}", "\u{e9}G", "[[[", "@AA", "GBRX", "ZZZ", "ROM"]
        {
            assert_eq!(Country::from_alpha2(no), None, "{no}");
            assert_eq!(Country::from_alpha3(no), None, "{no}");
            assert_eq!(Country::from_alpha4(no), None, "{no}");
        }
        for no in [0, 999, 1000, 1826, u16::MAX] {
            assert_eq!(Country::from_numeric(no), None, "{no}");
        }
    }
}
