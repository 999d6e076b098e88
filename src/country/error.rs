//! Why a text is no country, and what it was probably meant to be.

use std::fmt;

use super::code::Country;
use crate::text::Refusal;

/// A text that is not the text form of a [`Country`].
///
/// The message says what was probably meant. Nothing of that is applied by itself.
///
/// ```
/// use netpolity::country::Country;
///
/// let error = "gbr".parse::<Country>().unwrap_err();
/// assert_eq!(error.to_string(), "`gbr` is not in upper case; write `GBR`");
/// assert_eq!(error.suggestion(), Some(Country::GBR));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountryError {
    text: Box<str>,
}

/// What a refused text turns out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Guess {
    Empty,
    /// Another way of naming one country.
    Other(&'static str, Country),
    /// A code that only former countries had, more than one of them.
    Shared,
    /// One letter away from this code and from no other.
    Near(Country),
    Unknown,
}

impl CountryError {
    #[cold]
    pub(super) fn new(text: &str) -> Self {
        Self { text: text.into() }
    }

    /// The offending text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The country that was probably meant.
    pub fn suggestion(&self) -> Option<Country> {
        match guess(&self.text) {
            Guess::Other(_, country) | Guess::Near(country) => Some(country),
            Guess::Empty | Guess::Shared | Guess::Unknown => None,
        }
    }
}

fn guess(text: &str) -> Guess {
    if text.is_empty() {
        return Guess::Empty;
    }
    if let Some(country) = Country::from_alpha2(text) {
        return Guess::Other("is an alpha-2 code", country);
    }
    if let Some(country) = Country::from_alpha4(text) {
        return Guess::Other("is an alpha-4 code", country);
    }
    let numeric =
        text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten();
    if let Some(country) = numeric.and_then(Country::from_numeric) {
        return Guess::Other("is a numeric code", country);
    }
    if former_owners(text).nth(1).is_some() {
        return Guess::Shared;
    }
    let bare = text.trim();
    if bare.len() < text.len()
        && let Ok(country) = bare.parse()
    {
        return Guess::Other("has white space around it", country);
    }
    let upper = bare.to_ascii_uppercase();
    if let Ok(country) = upper.parse() {
        return Guess::Other("is not in upper case", country);
    }
    if let Some(country) = Country::from_alpha2(&upper) {
        return Guess::Other("is an alpha-2 code in lower case", country);
    }
    let named = |name: &str| name.eq_ignore_ascii_case(bare);
    let by_name = |country: &Country| {
        named(country.short_name()) || country.official_name().is_some_and(named)
    };
    if let Some(country) = Country::all().find(by_name) {
        return Guess::Other("is a name", country);
    }
    near(&upper).map_or(Guess::Unknown, Guess::Near)
}

fn former_owners(code: &str) -> impl Iterator<Item = Country> {
    let numeric = code.parse().ok();
    Country::all().filter(move |country| {
        country.is_former()
            && (country.alpha2() == code || (numeric.is_some() && country.numeric() == numeric))
    })
}

/// The only code that is one slip away. Short codes are dense: where there are two, either would be a guess.
fn near(code: &str) -> Option<Country> {
    if code.len() != 3 {
        return None;
    }
    let mut near =
        Country::all().filter(|country| strsim::osa_distance(country.as_str(), code) == 1);
    let first = near.next()?;
    near.next().is_none().then_some(first)
}

impl fmt::Display for CountryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.text.escape_debug();
        match guess(&self.text) {
            Guess::Empty => {
                f.write_str("a country must not be empty; expected an alpha-3 code such as `GBR`")
            }
            Guess::Other(what, country) => write!(f, "`{text}` {what}; write `{country}`"),
            Guess::Shared => {
                write!(f, "`{text}` was the code of several former countries; write ")?;
                for (i, country) in former_owners(&self.text).enumerate() {
                    write!(f, "{}`{country}`", if i == 0 { "" } else { " or " })?;
                }
                Ok(())
            }
            Guess::Near(country) => {
                write!(f, "unknown country `{text}`; did you mean `{country}`?")
            }
            Guess::Unknown => {
                write!(f, "unknown country `{text}`; expected an alpha-3 code such as `GBR`")
            }
        }
    }
}

impl std::error::Error for CountryError {}

impl Refusal for CountryError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_what_was_meant() {
        for (text, message) in [
            ("", "a country must not be empty; expected an alpha-3 code such as `GBR`"),
            ("GB", "`GB` is an alpha-2 code; write `GBR`"),
            ("NA", "`NA` is an alpha-2 code; write `NAM`"),
            ("NO", "`NO` is an alpha-2 code; write `NOR`"),
            ("XK", "`XK` is an alpha-2 code; write `XKX`"),
            ("AI", "`AI` is an alpha-2 code; write `AIA`"),
            ("CS", "`CS` was the code of several former countries; write `CSK` or `SCG`"),
            ("891", "`891` was the code of several former countries; write `SCG` or `YUG`"),
            ("SUHH", "`SUHH` is an alpha-4 code; write `SUN`"),
            ("826", "`826` is a numeric code; write `GBR`"),
            ("4", "`4` is a numeric code; write `AFG`"),
            ("gbr", "`gbr` is not in upper case; write `GBR`"),
            ("Gbr ", "`Gbr ` is not in upper case; write `GBR`"),
            (" GBR", "` GBR` has white space around it; write `GBR`"),
            ("GBR\n", "`GBR\\n` has white space around it; write `GBR`"),
            ("no", "`no` is an alpha-2 code in lower case; write `NOR`"),
            ("Namibia", "`Namibia` is a name; write `NAM`"),
            ("russian federation", "`russian federation` is a name; write `RUS`"),
            ("Kingdom of Norway", "`Kingdom of Norway` is a name; write `NOR`"),
            ("GBX", "unknown country `GBX`; did you mean `GBR`?"),
            ("NULL", "unknown country `NULL`; expected an alpha-3 code such as `GBR`"),
            ("ZZZ", "unknown country `ZZZ`; expected an alpha-3 code such as `GBR`"),
            ("group:eu", "unknown country `group:eu`; expected an alpha-3 code such as `GBR`"),
        ] {
            let error = text.parse::<Country>().unwrap_err();
            assert_eq!(error.to_string(), message);
            assert_eq!(error.text(), text);
        }
    }

    #[test]
    fn suggests_one_country_or_none() {
        let suggestion = |text: &str| text.parse::<Country>().unwrap_err().suggestion();
        for (text, country) in [
            ("NA", Country::NAM),
            ("578", Country::NOR),
            ("Namibia", Country::NAM),
            ("GBX", Country::GBR),
        ] {
            assert_eq!(suggestion(text), Some(country));
        }
        for text in ["", "CS", "NULL", "UK"] {
            assert_eq!(suggestion(text), None, "{text}");
        }
        // One letter from COM, DOM and ROU: the former code of Romania is for a scheme to read.
        assert_eq!(suggestion("ROM"), None);
    }
}
