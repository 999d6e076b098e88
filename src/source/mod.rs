//! Sources, what they support, and what they say differently.
//!
//! A [`Source`] is a document. A [`Cite`] says which source supports a record; an [`Attestation`] says what one
//! source states about one field of it, beside the value that the dataset's editor holds to be so.

mod attestation;
mod cite;
mod locator;

pub use attestation::{Agreement, Attestation, DateKind, Explanation, Origin, Rank};
pub use cite::Cite;
pub use locator::{Locator, LocatorError};

use crate::actor::Agency;
use crate::id::Id;
use crate::lang::Lang;
use crate::licence::Licence;
use crate::record::record;
use crate::text::{refuse, text_or_object, words};
use crate::time::PartialDate;
use crate::url::Url;

record! {
    /// A document: a report, a transcript, a dataset, a web page.
    ///
    /// A copy of another report counts as the same source:
    ///
    /// ```
    /// use netpolity::Source;
    ///
    /// let source: Source = serde_json::from_str(
    ///     r#"{ "id": "daily-3", "kind": "newspaper", "title": "The same report in another paper",
    ///          "published": "2013-09-10", "lang": "en", "derived_from": "wire-1" }"#,
    /// )?;
    /// assert_eq!(source.derived_from.unwrap().source, "wire-1");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub struct Source {
        required {
            /// The key by which cites name it.
            id: Id<Source>,
            /// What kind of document it is.
            kind: SourceKind,
        }
        optional {
            /// The title as printed, or a description where there is none.
            title: Option<String>,
            /// Who published it.
            publisher: Option<Id<Agency>>,
            /// Its authors as printed.
            authors: Vec<String>,
            /// Where it can be read.
            url: Option<Url>,
            /// When it was published.
            published: Option<PartialDate>,
            /// When it was retrieved.
            retrieved: Option<PartialDate>,
            /// The language it is written in.
            lang: Option<Lang>,
            /// The licence under which it can be used, such as `CC BY 4.0`.
            licence: Option<Licence>,
            /// The source that this one copies, translates or excerpts. Sources with one root count once.
            derived_from: Option<Derivation>,
            /// Warnings that the source itself or its publisher attaches.
            notices: Vec<Notice>,
            /// What a missing end date in this source means.
            absence_means: Absence,
        }
    }
}

record! {
    /// That a source derives from another, and how. Written as the id alone for a wire copy.
    pub struct Derivation: text {
        required {
            /// The source it derives from.
            source: Id<Source>,
        }
        optional {
            /// How it derives from it.
            how: DerivationKind,
        }
    }
}

text_or_object!(
    Derivation,
    "the id of a source, or an object with `source`",
    schema: |generator| generator.subschema_for::<Id<Source>>(),
    from: |text| text.parse().map(Derivation::new).map_err(refuse),
    short: |derivation| derivation.how == DerivationKind::default()
);

impl std::fmt::Display for Derivation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.source.fmt(f)
    }
}

words! {
    /// Kinds of sources.
    pub enum SourceKind: open "source kind" {
        /// A record kept by the body itself.
        OfficialRecord = "official-record",
        /// A verbatim transcript issued by the organiser.
        OfficialTranscript = "official-transcript",
        /// The text of a speech as prepared.
        PreparedText = "prepared-text",
        /// A release to the press.
        PressRelease = "press-release",
        /// A communiqué.
        Communique = "communique",
        /// A resolution.
        Resolution = "resolution",
        /// A law, regulation or notice.
        LegalText = "legal-text",
        /// A report of a news agency.
        WireReport = "wire-report",
        /// A newspaper or its site.
        Newspaper = "newspaper",
        /// Radio or television.
        Broadcast = "broadcast",
        /// A web page of an organisation.
        WebPage = "web-page",
        /// A blog.
        Blog = "blog",
        /// A post on a social medium.
        SocialPost = "social-post",
        /// A wiki or encyclopedia anyone may edit.
        Wiki = "wiki",
        /// A data file.
        Dataset = "dataset",
        /// A statistical or research report.
        Report = "report",
        /// A book.
        Book = "book",
        /// An interview.
        Interview = "interview",
        /// A leaked document.
        LeakedDocument = "leaked-document",
        /// A release under freedom-of-information law.
        FoiRelease = "foi-release",
    }
}

words! {
    /// How one source derives from another.
    #[derive(Default)]
    pub enum DerivationKind: closed "derivation" {
        /// A copy of one report, such as a wire text printed by several papers.
        #[default]
        WireCopy = "wire-copy",
        /// A translation.
        Translation = "translation",
        /// A part of it.
        Excerpt = "excerpt",
        /// A summary.
        Summary = "summary",
        /// The same page at another place.
        Mirror = "mirror",
    }
}

words! {
    /// Warnings attached to a source.
    pub enum Notice: closed "notice" {
        /// The publisher says that the text is not authoritative.
        NotAuthoritative = "not-authoritative",
        /// Written by a machine.
        MachineGenerated = "machine-generated",
        /// Translated by a machine.
        MachineTranslated = "machine-translated",
        /// Not an official version.
        Unofficial = "unofficial",
        /// The publisher belongs to a state that is party to what is reported.
        StateAffiliated = "state-affiliated",
        /// A draft.
        Draft = "draft",
    }
}

words! {
    /// What a missing end date in a source means.
    #[derive(Default)]
    pub enum Absence: closed "absence policy" {
        /// Nothing can be concluded.
        #[default]
        Unknown = "unknown",
        /// The source lists every end, so a missing one means that it still goes on.
        Complete = "complete",
        /// The source shows one moment, so a missing end says nothing about later.
        Snapshot = "snapshot",
    }
}
