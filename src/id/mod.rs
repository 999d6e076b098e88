//! Typed ids: the keys by which records refer to each other.

mod sharing;

pub(crate) use sharing::Sharing;

use std::borrow::Borrow;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::str::FromStr;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::text::{Refusal, SlugFault, TextVisitor, check_slug};

/// The id of a record of type `T`: lower-case ASCII letters and digits, in words joined by single hyphens.
///
/// Ids are chosen by the dataset's editor and never computed from other fields. The type parameter keeps the id of
/// an agency from standing where the id of a person belongs. Cloning shares the text; two ids are equal where their
/// texts are.
///
/// ```
/// use netpolity::{Agency, id::Id};
///
/// let id: Id<Agency> = "siio".parse()?;
/// assert_eq!(id.as_str(), "siio");
/// assert_eq!(id, "siio");
/// let error = "SIIO".parse::<Id<Agency>>().unwrap_err();
/// assert_eq!(error.to_string(), "invalid id `SIIO`: `S` at byte 0 is not a lower-case letter, digit or hyphen");
/// # Ok::<(), netpolity::id::IdError>(())
/// ```
pub struct Id<T> {
    text: Arc<str>,
    record: PhantomData<fn() -> T>,
}

impl<T> Id<T> {
    /// Checks and takes a text.
    ///
    /// # Errors
    /// [`IdError`] where the text is empty, has another character than `a-z`, `0-9` and `-`, or a hyphen that does
    /// not stand between two words.
    pub fn new(text: &str) -> Result<Self, IdError> {
        let text = sharing::shared(text, |text| {
            check_slug(text).map_err(|(at, fault)| IdError::new(text, at, fault))?;
            Ok(text.into())
        })?;
        Ok(Self { text, record: PhantomData })
    }

    /// Takes a text that was made to be one.
    pub(crate) fn of_slug(text: &str) -> Self {
        debug_assert!(check_slug(text).is_ok(), "`{text}` is no slug");
        let Ok(text) = sharing::shared(text, |text| Ok::<_, std::convert::Infallible>(text.into()));
        Self { text, record: PhantomData }
    }

    /// The id's text.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

/// Why a text is no [`Id`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdError {
    text: Box<str>,
    at: usize,
    fault: SlugFault,
}

impl IdError {
    #[cold]
    fn new(text: &str, at: usize, fault: SlugFault) -> Self {
        Self { text: text.into(), at, fault }
    }

    /// The offending text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The byte at which the fault stands.
    pub fn at(&self) -> usize {
        self.at
    }
}

impl fmt::Display for IdError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { text, at, fault } = self;
        match fault {
            SlugFault::Empty => f.write_str("an id must not be empty"),
            SlugFault::Character => {
                let character = text[*at..].chars().next().unwrap_or_default();
                write!(
                    f,
                    "invalid id `{text}`: `{character}` at byte {at} is not a lower-case letter, digit or hyphen"
                )
            }
            SlugFault::Hyphen => {
                write!(
                    f,
                    "invalid id `{text}`: the hyphen at byte {at} does not stand between two words"
                )
            }
        }
    }
}

impl std::error::Error for IdError {}

impl Refusal for IdError {}

impl<T> FromStr for Id<T> {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Self, IdError> {
        Self::new(text)
    }
}

impl<T> fmt::Display for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}

impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.text, f)
    }
}

impl<T> Serialize for Id<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

impl<'de, T> Deserialize<'de> for Id<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(TextVisitor::new("an id"))
    }
}

#[cfg(feature = "schema")]
impl<T> schemars::JsonSchema for Id<T> {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Id".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        crate::schema::text("an id such as `china-uk-5`", Some(crate::schema::SLUG))
    }
}

// By hand, because a derive would ask the same of `T`.

impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        Self { text: Arc::clone(&self.text), record: PhantomData }
    }
}

impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl<T> Eq for Id<T> {}

impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.text.cmp(&other.text)
    }
}

impl<T> Hash for Id<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.text.hash(state);
    }
}

impl<T> Borrow<str> for Id<T> {
    fn borrow(&self) -> &str {
        &self.text
    }
}

impl<T> AsRef<str> for Id<T> {
    fn as_ref(&self) -> &str {
        &self.text
    }
}

impl<T> PartialEq<str> for Id<T> {
    fn eq(&self, other: &str) -> bool {
        &*self.text == other
    }
}

impl<T> PartialEq<&str> for Id<T> {
    fn eq(&self, other: &&str) -> bool {
        &*self.text == *other
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Any = Id<()>;

    #[test]
    fn takes_slugs_and_nothing_else() {
        for good in ["a", "5", "china-uk-5", "wb-2018-05"] {
            assert_eq!(good.parse::<Any>().unwrap(), good);
        }
        for (bad, at) in
            [("", 0), ("-a", 0), ("a-", 1), ("a--b", 2), ("a b", 1), ("é", 0), ("a_b", 1), ("A", 0)]
        {
            assert_eq!(bad.parse::<Any>().unwrap_err().at(), at, "{bad}");
        }
    }

    #[test]
    fn errors_name_text_and_place() {
        let error = "a-".parse::<Any>().unwrap_err();
        assert_eq!(
            error.to_string(),
            "invalid id `a-`: the hyphen at byte 1 does not stand between two words"
        );
        assert_eq!(error.text(), "a-");
    }
}
