//! Names of anything: dated, in a language, of a kind.

use std::fmt;

use crate::lang::Lang;
use crate::record::record;
use crate::text::{text_or_object, words};
use crate::time::Span;

record! {
    /// One name of a record, as used in a language during a span.
    ///
    /// Written as a text where nothing else is known, as an object otherwise:
    ///
    /// ```
    /// use netpolity::name::Name;
    ///
    /// let names: Vec<Name> = serde_json::from_str(
    ///     r#"[ "Cyberspace Administration of China",
    ///          { "text": "State Internet Information Office", "lang": "en", "span": "2011-05/2014-05~" } ]"#,
    /// )?;
    /// assert_eq!(names[1].span.to_string(), "2011-05/2014-05~");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub struct Name: text {
        required {
            /// The name as written.
            text: String,
        }
        optional {
            /// Language, script and romanisation of the text.
            lang: Option<Lang>,
            /// What kind of name this is.
            kind: NameKind,
            /// When the name was in use.
            span: Span,
            /// Which part of a person's name comes first.
            order: Option<NameOrder>,
            /// The parts of a person's name, where they are known apart.
            parts: Option<Box<NameParts>>,
        }
    }
}

text_or_object!(
    Name,
    "a name, or an object with `text`",
    schema: |generator| generator.subschema_for::<String>(),
    from: |text| Ok(Name::new(text.to_owned())),
    short: |name| *name == Name::new(name.text.clone())
);

impl From<&str> for Name {
    fn from(text: &str) -> Self {
        Self::new(text.to_owned())
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}

record! {
    /// The parts of a person's name.
    ///
    /// ```
    /// use netpolity::name::Name;
    ///
    /// let name: Name = serde_json::from_str(
    ///     r#"{ "text": "Lu Wei", "lang": "zh-Latn-pinyin", "order": "family-first",
    ///          "parts": { "family": "Lu", "given": "Wei" } }"#,
    /// )?;
    /// assert_eq!(name.parts.unwrap().family.as_deref(), Some("Lu"));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[derive(Default)]
    pub struct NameParts {
        required {}
        optional {
            /// What stands before the name: Sir, Baroness, Dr.
            prefix: Option<String>,
            /// The given name.
            given: Option<String>,
            /// A middle name.
            additional: Option<String>,
            /// The name after the father.
            patronymic: Option<String>,
            /// The family name.
            family: Option<String>,
            /// What stands behind the name: Jr., CBE.
            suffix: Option<String>,
        }
    }
}

words! {
    /// Kinds of names.
    #[derive(Default)]
    pub enum NameKind: closed "name kind" {
        /// The name that the bearer uses officially.
        #[default]
        Official = "official",
        /// A shorter form in common use.
        Short = "short",
        /// An abbreviation; it may stand for different official names at different dates.
        Abbreviation = "abbreviation",
        /// Another name by which the bearer is known.
        Alias = "alias",
        /// A rendering into another language that is not itself official.
        Translation = "translation",
        /// A rendering into another script.
        Transliteration = "transliteration",
        /// A wrong spelling met in sources.
        Misspelling = "misspelling",
    }
}

words! {
    /// Which part of a person's name comes first.
    pub enum NameOrder: closed "name order" {
        /// Family name first: Lu Wei.
        FamilyFirst = "family-first",
        /// Given name first: Ed Vaizey.
        GivenFirst = "given-first",
        /// One name without parts.
        SingleName = "single-name",
    }
}
