//! Language tags.

use std::fmt;
use std::str::FromStr;

use oxilangtag::LanguageTag;

use crate::text::{Refusal, text_serde};

/// A language tag after BCP 47, in its normal form: `en`, `zh-Hans`, `zh-Latn-pinyin`.
///
/// Script and romanisation are part of the tag, so that a transliterated name needs no field of its own. Reading
/// normalises the case of the subtags. Tags are checked for form, not against the registry of subtags; a primary
/// language is two or three letters.
///
/// ```
/// use netpolity::lang::Lang;
///
/// let lang: Lang = "ZH-latn-PINYIN".parse()?;
/// assert_eq!(lang.to_string(), "zh-Latn-pinyin");
/// assert_eq!((lang.language(), lang.script()), ("zh", Some("Latn")));
/// assert!(lang.is_within(&"zh".parse()?));
/// assert!("english".parse::<Lang>().is_err());
/// # Ok::<(), netpolity::lang::LangError>(())
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lang(LanguageTag<String>);

impl Lang {
    /// The whole tag.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The primary language: `zh` of `zh-Latn-pinyin`.
    pub fn language(&self) -> &str {
        self.0.primary_language()
    }

    /// The script, where the tag names one: `Latn` of `zh-Latn-pinyin`.
    pub fn script(&self) -> Option<&str> {
        self.0.script()
    }

    /// Whether this tag is the other one or a narrower one: `zh-Latn` lies within `zh`.
    pub fn is_within(&self, wider: &Lang) -> bool {
        self.as_str()
            .strip_prefix(wider.as_str())
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
    }
}

impl FromStr for Lang {
    type Err = LangError;

    fn from_str(text: &str) -> Result<Self, LangError> {
        let tag = LanguageTag::parse_and_normalize(text)
            .map_err(|error| LangError { text: text.into(), reason: error.to_string().into() })?;
        match tag.primary_language().len() {
            2 | 3 => Ok(Self(tag)),
            _ => Err(LangError {
                text: text.into(),
                reason: "a language is two or three letters, such as `en`".into(),
            }),
        }
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

text_serde!(
    Lang,
    "a language tag such as `en` or `zh-Latn-pinyin`",
    pattern: "[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*"
);

/// Why a text is no [`Lang`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("invalid language tag `{text}`: {reason}")]
pub struct LangError {
    text: Box<str>,
    reason: Box<str>,
}

impl LangError {
    /// The offending text.
    pub fn text(&self) -> &str {
        &self.text
    }
}

impl Refusal for LangError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn form_is_checked() {
        for good in ["en", "zh", "zh-Hant-TW", "gsw", "en-GB"] {
            assert_eq!(good.parse::<Lang>().unwrap().to_string(), good);
        }
        for bad in ["", "e", "en_GB", "english", "en--GB", "x-own", "汉语"] {
            let error = bad.parse::<Lang>().unwrap_err();
            assert_eq!(error.text(), bad);
        }
    }

    #[test]
    fn within_stops_at_subtags() {
        let within = |a: &str, b: &str| a.parse::<Lang>().unwrap().is_within(&b.parse().unwrap());
        assert!(within("en-GB", "en") && within("en", "en"));
        assert!(!within("en", "en-GB") && !within("enm", "en"));
    }
}
