//! Text forms: what every value type needs to be read from and written as one string.
//!
//! A value type has `FromStr` and `Display`; [`text_serde!`] gives it serde through the same text, so that the
//! printed form and the stored form cannot drift apart. [`words!`] makes an enum out of a list of words.

use std::fmt::Display;
use std::sync::Arc;
use std::{fmt, str::FromStr};

use serde::de;

/// A refusal by a value type, on its way into a serde error.
///
/// The rule id travels inside the message because serde errors are text; [`split_rule`] takes it out again.
pub(crate) trait Refusal: Display {
    /// The rule of the catalogue that this refusal enforces, if there is one.
    fn rule(&self) -> Option<&'static str> {
        None
    }
}

/// Turns a value's refusal into a serde error that still knows its rule.
#[cold]
pub(crate) fn refuse<E: de::Error, R: Refusal>(refusal: R) -> E {
    match refusal.rule() {
        Some(rule) => E::custom(format_args!("{refusal} [{rule}]")),
        None => E::custom(refusal),
    }
}

/// Splits `message [ABC-001]` into the message and the rule id.
pub(crate) fn split_rule(message: &str) -> (&str, Option<&str>) {
    let split = message.strip_suffix(']').and_then(|m| m.rsplit_once(" ["));
    match split {
        Some((text, rule)) if is_rule_id(rule) => (text, Some(rule)),
        _ => (message, None),
    }
}

/// Whether a text has the shape of a rule id: `ABC-001`.
pub(crate) fn is_rule_id(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() == 7
        && bytes[..3].iter().all(u8::is_ascii_uppercase)
        && bytes[3] == b'-'
        && bytes[4..].iter().all(u8::is_ascii_digit)
}

/// `str::split_once` for an ASCII byte; on the short texts of values it is several times faster.
pub(crate) fn split_byte(text: &str, byte: u8) -> Option<(&str, &str)> {
    let at = text.bytes().position(|b| b == byte)?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

/// The candidate that a mistyped word most likely meant, if one is near enough.
pub(crate) fn suggest<'a>(
    word: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let reach = match word.chars().count() {
        0..=2 => return None,
        3..=5 => 1,
        6..=8 => 2,
        _ => 3,
    };
    candidates
        .into_iter()
        .map(|candidate| (strsim::osa_distance(word, candidate), candidate))
        .filter(|(distance, _)| *distance <= reach)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// A word of the user's own where the field's list is open, written `other:toast`.
///
/// Lower-case ASCII letters and digits in words joined by single hyphens, as in an [`Id`](crate::id::Id).
///
/// ```
/// use netpolity::event::EventKind;
///
/// let kind: EventKind = "other:toast".parse()?;
/// assert_eq!(kind.to_string(), "other:toast");
/// # Ok::<(), netpolity::UnknownWord>(())
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OwnWord(Arc<str>);

impl OwnWord {
    /// Checks and takes a word. `None` where it is not lower-case words joined by single hyphens.
    pub fn new(word: &str) -> Option<Self> {
        crate::id::is_slug(word).then(|| Self(word.into()))
    }

    /// The word, without the `other:` in front.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for OwnWord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

/// A word that is not on the list it was read for.
///
/// ```
/// use netpolity::statement::Act;
///
/// let error = "acusation".parse::<Act>().unwrap_err();
/// assert_eq!(error.to_string(), "unknown act `acusation`; did you mean `accusation`?");
/// assert_eq!(error.suggestion(), Some("accusation"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownWord {
    text: Box<str>,
    list: &'static str,
    words: &'static [&'static str],
    open: bool,
}

impl UnknownWord {
    #[cold]
    pub(crate) fn new(
        text: &str,
        list: &'static str,
        words: &'static [&'static str],
        open: bool,
    ) -> Self {
        Self { text: text.into(), list, words, open }
    }

    /// The offending text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What the word was read as, such as `event kind`.
    pub fn list(&self) -> &'static str {
        self.list
    }

    /// The words that are known.
    pub fn expected(&self) -> &'static [&'static str] {
        self.words
    }

    /// The known word that was probably meant.
    pub fn suggestion(&self) -> Option<&'static str> {
        suggest(&self.text, self.words.iter().copied())
    }
}

impl Display for UnknownWord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "unknown {} `{}`; ", self.list, self.text)?;
        if let Some(word) = self.suggestion() {
            return write!(f, "did you mean `{word}`?");
        }
        f.write_str("expected ")?;
        if self.open {
            f.write_str("`other:` and a word of your own, or ")?;
        }
        f.write_str("one of ")?;
        for (i, word) in self.words.iter().enumerate() {
            let separator = if i == 0 { "" } else { ", " };
            write!(f, "{separator}`{word}`")?;
        }
        Ok(())
    }
}

impl std::error::Error for UnknownWord {}

impl Refusal for UnknownWord {}

/// Reads a value by its `FromStr`: the visitor behind [`text_serde!`].
pub(crate) struct TextVisitor<T> {
    expecting: &'static str,
    marker: std::marker::PhantomData<fn() -> T>,
}

impl<T> TextVisitor<T> {
    pub(crate) fn new(expecting: &'static str) -> Self {
        Self { expecting, marker: std::marker::PhantomData }
    }
}

impl<T: FromStr> de::Visitor<'_> for TextVisitor<T>
where
    T::Err: Refusal,
{
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.expecting)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        text.parse().map_err(refuse)
    }
}

/// Serde through `Display` and `FromStr`, whose error has to be a [`Refusal`].
macro_rules! text_serde {
    ($type:ty, $expecting:literal) => {
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str($crate::text::TextVisitor::new($expecting))
            }
        }

        impl $crate::record::Field<'_> for $type {}
    };
}

/// Serde for a record that may be written as a text or as an object.
///
/// The record derives both traits with `#[serde(remote = "Self")]`; `$from` reads the text form and `$short` gives
/// it back where nothing else is set.
macro_rules! text_or_object {
    ($type:ident, $expecting:literal, from: $from:expr, short: $short:expr) => {
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let short: fn(&$type) -> bool = $short;
                if short(self) {
                    serializer.collect_str(self)
                } else {
                    $type::serialize(self, serializer)
                }
            }
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct TextOrObject;
                impl<'de> serde::de::Visitor<'de> for TextOrObject {
                    type Value = $type;

                    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        f.write_str($expecting)
                    }

                    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<$type, E> {
                        let from: fn(&str) -> Result<$type, E> = $from;
                        from(text)
                    }

                    fn visit_map<A: serde::de::MapAccess<'de>>(
                        self,
                        map: A,
                    ) -> Result<$type, A::Error> {
                        $type::deserialize(serde::de::value::MapAccessDeserializer::new(map))
                    }
                }
                deserializer.deserialize_any(TextOrObject)
            }
        }
    };
}

/// An enum over a list of words in kebab-case. `open` lists take `other:` and a word of the user's own.
macro_rules! words {
    (
        $(#[$meta:meta])*
        $vis:vis enum $name:ident: closed $list:literal {
            $( $(#[$vmeta:meta])* $variant:ident = $word:literal ),+ $(,)?
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        $vis enum $name { $( $(#[$vmeta])* #[doc = concat!("Written `", $word, "`.")] $variant ),+ }

        impl $name {
            /// Every word of the list, in the order of the variants.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            const WORDS: &'static [&'static str] = &[$($word),+];

            /// The word, as stored.
            pub fn as_str(&self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::text::UnknownWord;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                match text {
                    $($word => Ok(Self::$variant),)+
                    _ => Err($crate::text::UnknownWord::new(text, $list, Self::WORDS, false)),
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        $crate::text::text_serde!($name, $list);
    };
    (
        $(#[$meta:meta])*
        $vis:vis enum $name:ident: open $list:literal {
            $( $(#[$vmeta:meta])* $variant:ident = $word:literal ),+ $(,)?
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        $vis enum $name {
            $( $(#[$vmeta])* #[doc = concat!("Written `", $word, "`.")] $variant, )+
            /// A word of the user's own, written `other:` and the word.
            Other($crate::text::OwnWord),
        }

        impl $name {
            /// Every known word of the list, in the order of the variants.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            const WORDS: &'static [&'static str] = &[$($word),+];

            /// The word, as stored but without the `other:` of an own word.
            pub fn as_str(&self) -> &str {
                match self { $(Self::$variant => $word,)+ Self::Other(word) => word.as_str() }
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::text::UnknownWord;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                match text {
                    $($word => Ok(Self::$variant),)+
                    _ => text
                        .strip_prefix("other:")
                        .and_then($crate::text::OwnWord::new)
                        .map(Self::Other)
                        .ok_or_else(|| $crate::text::UnknownWord::new(text, $list, Self::WORDS, true)),
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                match self {
                    Self::Other(word) => f.pad(&format!("other:{}", word.as_str())),
                    known => f.pad(known.as_str()),
                }
            }
        }

        $crate::text::text_serde!($name, $list);
    };
}

pub(crate) use {text_or_object, text_serde, words};

#[cfg(test)]
mod tests {
    use super::*;

    words! {
        /// Colours.
        enum Colour: open "colour" {
            /// Red.
            Red = "red",
            /// Green.
            Green = "dark-green",
        }
    }

    #[test]
    fn known_own_and_unknown_words() {
        assert_eq!("dark-green".parse(), Ok(Colour::Green));
        let own: Colour = "other:mauve".parse().unwrap();
        assert_eq!((own.as_str(), own.to_string().as_str()), ("mauve", "other:mauve"));
        for bad in ["", "Red", "other:", "other:Mauve", "mauve"] {
            assert!(bad.parse::<Colour>().is_err(), "{bad}");
        }
        let error = "dark-gren".parse::<Colour>().unwrap_err();
        assert_eq!(error.suggestion(), Some("dark-green"));
        let listed = "mauve".parse::<Colour>().unwrap_err().to_string();
        assert_eq!(
            listed,
            "unknown colour `mauve`; expected `other:` and a word of your own, or one of `red`, `dark-green`"
        );
    }

    #[test]
    fn suggestions_stay_near() {
        let words = ["call", "offer", "regret"];
        assert_eq!(suggest("cal", words), Some("call"));
        assert_eq!(suggest("xx", words), None);
        assert_eq!(suggest("statement", words), None);
    }

    #[test]
    fn rule_ids_travel_in_messages() {
        assert_eq!(split_rule("no such day [DAT-001]"), ("no such day", Some("DAT-001")));
        assert_eq!(split_rule("before [..2013]"), ("before [..2013]", None));
    }
}
