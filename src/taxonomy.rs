//! Taxonomies: what statements are about, and the propositions people take positions on.

use std::fmt;
use std::str::FromStr;

use crate::id::{Id, IdError};
use crate::name::Name;
use crate::record::record;
use crate::source::Cite;
use crate::text::{padded, split_byte, text_serde, words};

record! {
    /// A versioned list of terms.
    pub struct Taxonomy {
        required {
            /// The key by which terms are qualified.
            id: Id<Taxonomy>,
            /// The version of the list, as its owner calls it.
            version: String,
        }
        optional {
            /// Its names.
            names: Vec<Name>,
            /// The terms.
            terms: Vec<Term>,
            /// Which sources support the record.
            cites: Vec<Cite>,
        }
    }
}

record! {
    /// One term of a taxonomy.
    pub struct Term {
        required {
            /// The key by which records name it, unique within its taxonomy.
            id: Id<Term>,
            /// Whether it is an issue, a norm, a proposition or a phrase.
            kind: TermKind,
        }
        optional {
            /// Its names.
            names: Vec<Name>,
            /// The wider term in the same taxonomy.
            broader: Option<Id<Term>>,
            /// What it means.
            definition: Option<String>,
            /// Whether its owner has withdrawn it in this version.
            deprecated: bool,
            /// The terms of other taxonomies, or of other versions, that it corresponds to.
            mappings: Vec<Mapping>,
            /// Which sources support it.
            cites: Vec<Cite>,
        }
    }
}

record! {
    /// How a term corresponds to one of another taxonomy.
    pub struct Mapping {
        required {
            /// The other term.
            to: TermRef,
            /// How the two correspond.
            kind: MappingKind,
        }
        optional {
            /// Which sources support it.
            cites: Vec<Cite>,
        }
    }
}

words! {
    /// How two terms correspond, in the terms of [SKOS](https://www.w3.org/TR/skos-reference/#mapping), read from the one
    /// that has the mapping.
    pub enum MappingKind: closed "mapping" {
        /// They mean the same.
        Exact = "exact",
        /// They mean nearly the same.
        Close = "close",
        /// The other is wider.
        Broad = "broad",
        /// The other is narrower.
        Narrow = "narrow",
        /// They have to do with each other.
        Related = "related",
    }
}

words! {
    /// Kinds of terms.
    pub enum TermKind: closed "term kind" {
        /// Something statements are about: cybersecurity, privacy.
        Issue = "issue",
        /// An agreed norm that statements invoke.
        Norm = "norm",
        /// Something one can support or oppose.
        Proposition = "proposition",
        /// A phrase whose use itself is the fact.
        Phrase = "phrase",
    }
}

/// A reference to a term: `cybersecurity`, or `diplo/cybersecurity` where several taxonomies have it.
///
/// ```
/// use netpolity::taxonomy::TermRef;
///
/// let term: TermRef = "diplo/cybersecurity".parse()?;
/// assert_eq!((term.taxonomy.unwrap().as_str(), term.term.as_str()), ("diplo", "cybersecurity"));
/// # Ok::<(), netpolity::id::IdError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TermRef {
    /// The taxonomy, where the term alone would not be unique.
    pub taxonomy: Option<Id<Taxonomy>>,
    /// The term.
    pub term: Id<Term>,
}

impl TermRef {
    /// Whether this reference names the term: an unqualified reference names it in any taxonomy.
    pub fn names(&self, taxonomy: &Taxonomy, term: &Term) -> bool {
        self.term == term.id && self.taxonomy.as_ref().is_none_or(|id| *id == taxonomy.id)
    }

    /// Whether two references can name one term: an unqualified one names it in any taxonomy.
    ///
    /// ```
    /// use netpolity::taxonomy::TermRef;
    ///
    /// let term = |text: &str| text.parse::<TermRef>().unwrap();
    /// assert!(term("privacy").matches(&term("diplo/privacy")));
    /// assert!(!term("igf/privacy").matches(&term("diplo/privacy")));
    /// ```
    pub fn matches(&self, other: &Self) -> bool {
        self.term == other.term
            && match (&self.taxonomy, &other.taxonomy) {
                (Some(own), Some(other)) => own == other,
                _ => true,
            }
    }
}

impl From<Id<Term>> for TermRef {
    fn from(term: Id<Term>) -> Self {
        Self { taxonomy: None, term }
    }
}

impl FromStr for TermRef {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Self, IdError> {
        match split_byte(text, b'/') {
            Some((taxonomy, term)) => {
                Ok(Self { taxonomy: Some(taxonomy.parse()?), term: term.parse()? })
            }
            None => Ok(Self { taxonomy: None, term: text.parse()? }),
        }
    }
}

impl fmt::Display for TermRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        padded(f, |f| match &self.taxonomy {
            Some(taxonomy) => write!(f, "{taxonomy}/{}", self.term),
            None => write!(f, "{}", self.term),
        })
    }
}

text_serde!(
    TermRef,
    "a term such as `cybersecurity` or `diplo/cybersecurity`",
    pattern: crate::schema::TERM
);
