//! Labels that stand for several States in one row of data.

use std::fmt;
use std::str::FromStr;

use super::code::Country;
use super::table::COMPOSITES;
use crate::text::{Refusal, text_serde};

/// A label with which producers of data put two or more States into one row, such as Belgium-Luxembourg.
///
/// A number of a composite is a number of none of its members. It is a one-byte handle into a table of the labels that
/// are met in published data; [`Group`](super::Group)s are another thing.
///
/// # Text form
///
/// The members, joined by `+` in the order of their codes: `BEL+LUX`. Composites order by text form.
///
/// ```
/// use netpolity::country::{Composite, Country};
///
/// let composite: Composite = "BEL+LUX".parse()?;
/// assert_eq!(composite.members(), [Country::BEL, Country::LUX]);
/// assert_eq!(composite.name(), "Belgium-Luxembourg");
///
/// let error = "LUX+BEL".parse::<Composite>().unwrap_err();
/// assert_eq!(error.to_string(), "`LUX+BEL` is not in the order of the codes; write `BEL+LUX`");
/// # Ok::<(), netpolity::country::CompositeError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Composite(u8);

/// What the table knows of one composite.
pub(super) struct Row {
    /// The text form.
    pub(super) text: &'static str,
    pub(super) name: &'static str,
    pub(super) members: &'static [Country],
}

impl Composite {
    /// The composite in a row of the table, which has to exist.
    pub(super) const fn at(row: u8) -> Self {
        Self(row)
    }

    fn row(self) -> &'static Row {
        &COMPOSITES[usize::from(self.0)]
    }

    /// Every composite, in the order of the text form.
    pub fn all() -> impl DoubleEndedIterator<Item = Self> + ExactSizeIterator + Clone {
        // There are fewer rows than a `u8` counts.
        #[allow(clippy::cast_possible_truncation)]
        (0..COMPOSITES.len() as u8).map(Self)
    }

    /// The composite of exactly these members, in whichever order.
    pub fn from_members(members: &[Country]) -> Option<Self> {
        Self::all().find(|composite| {
            let known = composite.members();
            known.len() == members.len() && known.iter().all(|member| members.contains(member))
        })
    }

    /// The text form, such as `BEL+LUX`.
    pub fn as_str(self) -> &'static str {
        self.row().text
    }

    /// A label in use, in English. Producers have others.
    pub fn name(self) -> &'static str {
        self.row().name
    }

    /// The countries that it stands for, in the order of their codes.
    pub fn members(self) -> &'static [Country] {
        self.row().members
    }
}

impl FromStr for Composite {
    type Err = CompositeError;

    fn from_str(text: &str) -> Result<Self, CompositeError> {
        Self::all()
            .find(|composite| composite.as_str() == text)
            .ok_or_else(|| CompositeError { text: text.into() })
    }
}

impl fmt::Display for Composite {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for Composite {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Composite({self})")
    }
}

text_serde!(
    Composite,
    "a composite such as `BEL+LUX`",
    schema: |_| crate::schema::choice(Composite::all().map(|c| (c, c.name())))
);

/// A text that is not the text form of a [`Composite`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompositeError {
    text: Box<str>,
}

impl CompositeError {
    /// The offending text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The composite of the same members.
    pub fn suggestion(&self) -> Option<Composite> {
        let members: Result<Vec<Country>, _> = self.text.split('+').map(str::parse).collect();
        Composite::from_members(&members.ok()?)
    }
}

impl fmt::Display for CompositeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.text.escape_debug();
        match self.suggestion() {
            Some(composite) => {
                write!(f, "`{text}` is not in the order of the codes; write `{composite}`")
            }
            None => write!(f, "unknown composite `{text}`; expected one such as `BEL+LUX`"),
        }
    }
}

impl std::error::Error for CompositeError {}

impl Refusal for CompositeError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_are_the_text() {
        assert!(Composite::all().is_sorted_by(|a, b| a < b && a.as_str() < b.as_str()));
        for composite in Composite::all() {
            let codes: Vec<_> = composite.members().iter().map(|member| member.as_str()).collect();
            assert!(codes.len() > 1 && codes.is_sorted_by(|a, b| a < b), "{composite}");
            assert_eq!(composite.to_string(), codes.join("+"));
            assert_eq!(composite.to_string().parse(), Ok(composite));
            let reversed: Vec<_> = composite.members().iter().rev().copied().collect();
            assert_eq!(Composite::from_members(&reversed), Some(composite));
        }
        let islands: Composite = "GGY+JEY".parse().unwrap();
        assert_eq!(islands.name(), "Channel Islands");
        assert_eq!(format!("{islands:?}|{islands:>8}"), "Composite(GGY+JEY)| GGY+JEY");
    }

    #[test]
    fn other_members_make_none() {
        for members in [
            &[][..],
            &[Country::BEL],
            &[Country::BEL, Country::BEL],
            &[Country::BEL, Country::NLD],
            &[Country::BEL, Country::LUX, Country::NLD],
        ] {
            assert_eq!(Composite::from_members(members), None);
        }
    }

    #[test]
    fn refusals_say_what_was_expected() {
        for text in ["", "BEL", "BEL+NLD", "BEL-LUX", "bel+lux", "BEL+LUX "] {
            let error = text.parse::<Composite>().unwrap_err();
            assert_eq!((error.text(), error.suggestion()), (text, None));
            let expected = format!("unknown composite `{text}`; expected one such as `BEL+LUX`");
            assert_eq!(error.to_string(), expected);
        }
        let error = "SUN+RUS".parse::<Composite>().unwrap_err();
        assert_eq!(error.suggestion().map(Composite::as_str), Some("RUS+SUN"));
    }
}
