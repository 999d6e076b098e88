//! Word lists: enums over words in kebab-case, closed or open to words of the user's own.

use std::fmt::{self, Display};
use std::sync::Arc;

use super::{Refusal, check_slug, suggest};
use crate::id::Id;

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
        check_slug(word).is_ok().then(|| Self(word.into()))
    }

    /// The word, without the `other:` in front.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// An id has the form of a word.
impl<T> From<&Id<T>> for OwnWord {
    fn from(id: &Id<T>) -> Self {
        Self(id.as_str().into())
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

/// An enum over a list of words in kebab-case. `open` lists take `other:` and a word of the user's own.
macro_rules! words {
    (
        $(#[$($meta:tt)*])*
        $vis:vis enum $name:ident: closed $list:literal {
            $( $(#[$($vmeta:tt)*])* $variant:ident = $word:literal ),+ $(,)?
        }
    ) => {
        $(#[$($meta)*])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        $vis enum $name { $( $(#[$($vmeta)*])* #[doc = concat!("Written `", $word, "`.")] $variant ),+ }

        impl $name {
            /// Every word of the list, in the order of the variants.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            pub(crate) const WORDS: &'static [&'static str] = &[$($word),+];

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

        $crate::text::text_serde!(@serde $name, $list);
        $crate::text::json_schema!($name, |_| $crate::schema::words(
            $crate::schema::docs!($(#[$($meta)*])*),
            &[$(($word, $crate::schema::docs!($(#[$($vmeta)*])*))),+],
            false,
        ));
    };
    (
        $(#[$($meta:tt)*])*
        $vis:vis enum $name:ident: open $list:literal {
            $( $(#[$($vmeta:tt)*])* $variant:ident = $word:literal ),+ $(,)?
        }
    ) => {
        $(#[$($meta)*])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        $vis enum $name {
            $( $(#[$($vmeta)*])* #[doc = concat!("Written `", $word, "`.")] $variant, )+
            /// A word of the user's own, written `other:` and the word.
            Other($crate::text::OwnWord),
        }

        impl $name {
            /// Every known word of the list, in the order of the variants.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            pub(crate) const WORDS: &'static [&'static str] = &[$($word),+];

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

        $crate::text::text_serde!(@serde $name, $list);
        $crate::text::json_schema!($name, |_| $crate::schema::words(
            $crate::schema::docs!($(#[$($meta)*])*),
            &[$(($word, $crate::schema::docs!($(#[$($vmeta)*])*))),+],
            true,
        ));
    };
}

/// A set of words of a list made by [`words!`]: a bit for each.
macro_rules! word_set {
    ($(#[$meta:meta])* $vis:vis struct $name:ident($bits:ty): $word:ident) => {
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
        $vis struct $name($bits);

        impl $name {
            /// None.
            pub const EMPTY: Self = Self(0);

            fn bit(word: $word) -> $bits {
                1 << word as $bits
            }

            /// Adds one.
            pub fn insert(&mut self, word: $word) {
                self.0 |= Self::bit(word);
            }

            /// Whether one is in the set.
            pub fn contains(self, word: $word) -> bool {
                self.0 & Self::bit(word) != 0
            }

            /// Whether there is none.
            pub fn is_empty(self) -> bool {
                self.0 == 0
            }

            #[doc = concat!("All that are in the set, in the order of [`", stringify!($word), "`].")]
            pub fn iter(self) -> impl Iterator<Item = $word> {
                $word::ALL.iter().copied().filter(move |word| self.contains(*word))
            }
        }

        impl<const N: usize> From<[$word; N]> for $name {
            fn from(words: [$word; N]) -> Self {
                words.into_iter().collect()
            }
        }

        impl FromIterator<$word> for $name {
            fn from_iter<I: IntoIterator<Item = $word>>(words: I) -> Self {
                let mut set = Self::EMPTY;
                set.extend(words);
                set
            }
        }

        impl Extend<$word> for $name {
            fn extend<I: IntoIterator<Item = $word>>(&mut self, words: I) {
                words.into_iter().for_each(|word| self.insert(word));
            }
        }

        impl std::fmt::Display for $name {
            /// The words with spaces between.
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                for (i, word) in self.iter().enumerate() {
                    write!(f, "{}{word}", if i == 0 { "" } else { " " })?;
                }
                Ok(())
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.debug_set().entries(self.iter()).finish()
            }
        }

        const _: () = assert!($word::ALL.len() <= <$bits>::BITS as usize);
    };
}

pub(crate) use {word_set, words};

#[cfg(test)]
mod tests {
    #![allow(unreachable_pub, dead_code, reason = "the macro makes public lists")]

    words! {
        /// Colours.
        pub(super) enum Colour: open "colour" {
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
}
