//! Judgements: whether two records are about one thing.

use std::fmt;
use std::str::FromStr;

use crate::actor::{Agency, Coalition, Person, Post};
use crate::event::{Event, EventSeries};
use crate::id::{Id, IdError};
use crate::record::record;
use crate::source::{Cite, Source};
use crate::statement::Statement;
use crate::text::{Refusal, padded, split_byte, suggest, text_serde, words};
use crate::time::PartialDate;

record! {
    /// That somebody holds two or more records to be one, or not to be one.
    ///
    /// Records are never merged away: an id that has no record any more, or a second record of one person, leads to the
    /// first by such a judgement, and another judgement takes it back.
    ///
    /// ```
    /// use netpolity::Dataset;
    ///
    /// let dataset = Dataset::from_json(
    ///     r#"{ "netpolity": 1, "people": [ { "id": "ed-vaizey", "names": [ "Ed Vaizey" ] } ],
    ///          "judgements": [ { "id": "vaizey", "verdict": "same", "of": [ "person:ed-vaizey", "person:lord-vaizey" ],
    ///                            "by": "editor", "date": "2024-05-01" } ] }"#,
    /// )?;
    /// assert_eq!(dataset.person("lord-vaizey").unwrap().id, "ed-vaizey");
    /// # Ok::<(), netpolity::dataset::ReadError>(())
    /// ```
    pub struct Judgement {
        required {
            /// The key by which it is named.
            id: Id<Judgement>,
            /// What is held.
            verdict: Verdict,
            /// Of which records.
            of: Vec<RecordRef>,
        }
        optional {
            /// Who judged.
            by: Option<String>,
            /// When. Of two judgements on one pair the later counts.
            date: Option<PartialDate>,
            /// On what grounds.
            note: Option<String>,
            /// Which sources support it.
            cites: Vec<Cite>,
        }
    }
}

words! {
    /// Whether records are about one thing.
    pub enum Verdict: closed "verdict" {
        /// They are.
        Same = "same",
        /// They are not.
        Different = "different",
        /// It was looked at and could not be settled.
        Unsure = "unsure",
    }
}

macro_rules! record_ref {
    ($($kind:literal $variant:ident($record:ident) $what:literal),+ $(,)?) => {
        /// A reference to a record of any table that may be judged to be the same as another: `person:lu-wei`.
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum RecordRef {
            $(
                #[doc = $what]
                $variant(Id<$record>),
            )+
        }

        impl RecordRef {
            /// The kinds in the text form, in the order of the variants.
            const KINDS: &'static [&'static str] = &[$($kind),+];

            /// The kind in the text form: `person`.
            pub fn kind(&self) -> &'static str {
                match self { $(Self::$variant(_) => $kind),+ }
            }

            /// The id, without its kind.
            pub fn id(&self) -> &str {
                match self { $(Self::$variant(id) => id.as_str()),+ }
            }
        }

        impl FromStr for RecordRef {
            type Err = RecordRefError;

            fn from_str(text: &str) -> Result<Self, RecordRefError> {
                let fault = |fault| RecordRefError { text: text.into(), fault };
                let (kind, id) = split_byte(text, b':').ok_or_else(|| fault(Fault::NoKind))?;
                match kind {
                    $($kind => id.parse().map(Self::$variant).map_err(|error| fault(Fault::Id(error))),)+
                    _ => Err(fault(Fault::Kind(kind.into()))),
                }
            }
        }

        $(
            impl From<&Id<$record>> for RecordRef {
                fn from(id: &Id<$record>) -> Self {
                    Self::$variant(id.clone())
                }
            }
        )+
    };
}

record_ref! {
    "agency" Agency(Agency) "An agency.",
    "person" Person(Person) "A person.",
    "coalition" Coalition(Coalition) "A coalition.",
    "post" Post(Post) "A post.",
    "series" Series(EventSeries) "A series of events.",
    "event" Event(Event) "An event.",
    "statement" Statement(Statement) "A statement.",
    "source" Source(Source) "A source.",
}

impl fmt::Display for RecordRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        padded(f, |f| write!(f, "{}:{}", self.kind(), self.id()))
    }
}

text_serde!(
    RecordRef,
    "a record such as `person:lu-wei`",
    pattern: format!("({}):{}", RecordRef::KINDS.join("|"), crate::schema::SLUG)
);

/// Why a text is no [`RecordRef`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordRefError {
    text: Box<str>,
    fault: Fault,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Fault {
    NoKind,
    Kind(Box<str>),
    Id(IdError),
}

impl RecordRefError {
    /// The offending text.
    pub fn text(&self) -> &str {
        &self.text
    }
}

impl fmt::Display for RecordRefError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "invalid record `{}`: ", self.text)?;
        match &self.fault {
            Fault::NoKind => f.write_str("write its kind in front, such as `person:lu-wei`"),
            Fault::Kind(kind) => {
                write!(f, "unknown kind `{kind}`; ")?;
                match suggest(kind, RecordRef::KINDS.iter().copied()) {
                    Some(near) => write!(f, "did you mean `{near}`?"),
                    None => write!(f, "expected one of `{}`", RecordRef::KINDS.join("`, `")),
                }
            }
            Fault::Id(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for RecordRefError {}

impl Refusal for RecordRefError {}

#[cfg(test)]
mod tests {
    use super::RecordRef;

    #[test]
    fn references_have_a_text_form() {
        for kind in RecordRef::KINDS {
            let text = format!("{kind}:a-b");
            let reference: RecordRef = text.parse().unwrap();
            assert_eq!((reference.kind(), reference.id()), (*kind, "a-b"));
            assert_eq!(reference.to_string(), text);
        }
        let says = |text: &str| text.parse::<RecordRef>().unwrap_err().to_string();
        assert!(says("lu-wei").contains("kind in front"));
        assert!(says("peson:lu-wei").contains("did you mean `person`?"));
        assert!(says("country:CHN").contains("expected one of `agency`"));
        assert!(says("person:Lu").contains("`L` at byte 0"));
    }
}
