//! Text forms: what every value type needs to be read from and written as one string.
//!
//! A value type has `FromStr` and `Display`; [`text_serde!`] gives it serde through the same text, so that the
//! printed form and the stored form cannot drift apart. [`words!`] makes an enum out of a list of words.

mod words;

pub use words::{OwnWord, UnknownWord};

use std::fmt::{self, Display};
use std::str::FromStr;

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

impl Refusal for std::convert::Infallible {}

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

/// Why a text is no slug: no `[a-z0-9]` words joined by single hyphens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SlugFault {
    Empty,
    Character,
    Hyphen,
}

/// Checks that a text is a slug, or says at which byte it is none and why.
pub(crate) fn check_slug(text: &str) -> Result<(), (usize, SlugFault)> {
    let bytes = text.as_bytes();
    // A hyphen may stand neither first, nor last, nor beside another: each needs a word before it.
    let mut after_word = false;
    for (at, byte) in bytes.iter().enumerate() {
        after_word = match byte {
            b'a'..=b'z' | b'0'..=b'9' => true,
            b'-' if after_word => false,
            b'-' => return Err((at, SlugFault::Hyphen)),
            _ => return Err((at, SlugFault::Character)),
        };
    }
    match (after_word, bytes.len()) {
        (true, _) => Ok(()),
        (false, 0) => Err((0, SlugFault::Empty)),
        (false, length) => Err((length - 1, SlugFault::Hyphen)),
    }
}

/// `str::split_once` for an ASCII byte; on the short texts of values it is several times faster.
pub(crate) fn split_byte(text: &str, byte: u8) -> Option<(&str, &str)> {
    let at = text.bytes().position(|b| b == byte)?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

/// Prints a text form, in the width asked for.
pub(crate) fn padded(
    f: &mut fmt::Formatter<'_>,
    write: impl FnOnce(&mut dyn fmt::Write) -> fmt::Result,
) -> fmt::Result {
    if f.width().is_none() && f.precision().is_none() {
        return write(f);
    }
    let mut text = String::new();
    write(&mut text)?;
    f.pad(&text)
}

/// A text without regard to case and to how its words are spaced.
pub(crate) fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Prints values with commas between them.
pub(crate) fn list<T: Display>(
    f: &mut fmt::Formatter<'_>,
    values: impl IntoIterator<Item = T>,
) -> fmt::Result {
    for (i, value) in values.into_iter().enumerate() {
        let separator = if i == 0 { "" } else { ", " };
        write!(f, "{separator}{value}")?;
    }
    Ok(())
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

/// `JsonSchema` for a type, where the feature `schema` is on.
macro_rules! json_schema {
    ($type:ty, |$generator:pat_param| $schema:expr) => {
        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $type {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($type).into()
            }

            fn schema_id() -> std::borrow::Cow<'static, str> {
                concat!(module_path!(), "::", stringify!($type)).into()
            }

            fn json_schema($generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                $schema
            }
        }
    };
}

/// Serde through `Display` and `FromStr`, whose error has to be a [`Refusal`]; and a JSON Schema: of any text, of texts
/// that match a pattern, or the one that is given.
macro_rules! text_serde {
    (@serde $type:ty, $expecting:literal) => {
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
    ($type:ty, $expecting:literal $(,)?) => {
        $crate::text::text_serde!(@serde $type, $expecting);
        $crate::text::json_schema!($type, |_| $crate::schema::text($expecting, None));
    };
    ($type:ty, $expecting:literal, pattern: $pattern:expr $(,)?) => {
        $crate::text::text_serde!(@serde $type, $expecting);
        $crate::text::json_schema!($type, |_| $crate::schema::text($expecting, Some(&$pattern)));
    };
    ($type:ty, $expecting:literal, schema: |$generator:pat_param| $schema:expr $(,)?) => {
        $crate::text::text_serde!(@serde $type, $expecting);
        $crate::text::json_schema!($type, |$generator| $crate::schema::expected($schema, $expecting));
    };
}

/// Serde for a record that may be written as a text or as an object.
///
/// The record derives both traits with `#[serde(remote = "Self")]`; `$from` reads the text form, whose JSON Schema is
/// `$text`, and `$short` gives it back where nothing else is set.
macro_rules! text_or_object {
    (
        $type:ident,
        $expecting:literal,
        schema: |$generator:ident| $text:expr,
        from: $from:expr,
        short: $short:expr
    ) => {
        $crate::text::json_schema!($type, |$generator| {
            let text: schemars::Schema = $text;
            $crate::schema::text_or_object(
                &text,
                <$type as $crate::schema::Record>::object($generator),
            )
        });

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

pub(crate) use words::{word_set, words};
pub(crate) use {json_schema, text_or_object, text_serde};

#[cfg(test)]
mod tests {
    use super::*;

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
