//! Statements: who said what, as what, for whom, to whom, where.

mod act;
mod alignment;
mod claim;
mod coding;
mod subject;

pub use act::{Act, ActClass, Plover, Quadrant};
pub use alignment::{Alignment, AlignmentKind};
pub use claim::{Claim, Direction, Measure};
pub use coding::{Coding, CodingMethod};
pub use subject::{Part, Site, Subject, SubjectError};

use std::fmt;

use crate::actor::{Actor, Mention, Tenure};
use crate::event::Event;
use crate::id::Id;
use crate::lang::Lang;
use crate::record::{fact_serde, record};
use crate::source::{Attestation, Cite};
use crate::taxonomy::TermRef;
use crate::text::{self, refuse, split_byte, text_or_object, words};
use crate::time::PartialDate;

record! {
    /// Something that was said, written or signed.
    ///
    /// A call made for a country, by somebody whom the source calls by another title than the post has:
    ///
    /// ```
    /// use netpolity::Statement;
    /// use netpolity::statement::ActClass;
    ///
    /// let call: Statement = serde_json::from_str(
    ///     r#"{ "id": "lu-order", "act": "call", "form": "paraphrase",
    ///          "event": "china-uk-5", "date": "2013-09-09",
    ///          "speakers": [ { "actor": "person:lu-wei", "tenure": "lu-wei-siio",
    ///                          "printed": "Minister", "on_behalf_of": [ "country:CHN" ] } ],
    ///          "positions": [ { "term": "multilateral-order", "stance": "support" } ],
    ///          "cites": [ { "source": "daily-1", "locator": "paragraph 1" } ] }"#,
    /// )?;
    /// assert_eq!(call.act.class(), ActClass::Directive);
    /// assert_eq!(call.speakers[0].on_behalf_of[0].to_string(), "country:CHN");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub struct Statement {
        required {
            /// The key by which other records name it.
            id: Id<Statement>,
            /// What was done by saying it.
            act: Act,
        }
        optional {
            /// How the dataset's text stands to the words that were used.
            form: Option<Form>,
            /// Whether it was spoken or only handed in.
            delivery: Delivery,
            /// Who made it. A joint statement has several.
            speakers: Vec<Speaker>,
            /// Who joined it, or stood apart from it.
            alignments: Vec<Alignment>,
            /// To whom it was made.
            addressees: Vec<Mention>,
            /// Whom it is directed at: the accused, the praised.
            targets: Vec<Mention>,
            /// Whom it presents as harmed or served by what it is about.
            affected: Vec<Mention>,
            /// The event at which it was made.
            event: Option<Id<Event>>,
            /// When it was made.
            date: Option<PartialDate>,
            /// The language in which it was made.
            lang: Option<Lang>,
            /// What was said, by language.
            texts: Vec<Text>,
            /// What it is about.
            terms: Vec<TermRef>,
            /// Which propositions it supports or opposes.
            positions: Vec<Position>,
            /// The figures it states.
            claims: Vec<Claim>,
            /// How sure the speaker is of what is said.
            certainty: Option<Certainty>,
            /// Whether it says that something is so or that it is not.
            polarity: Option<StatementPolarity>,
            /// Whether it still stands.
            status: StatementStatus,
            /// How it stands to other statements. A statement within a statement is a record of its own, which the outer
            /// one quotes.
            links: Vec<Link>,
            /// What named coders made of it.
            codings: Vec<Coding>,
            /// Which sources support the record.
            cites: Vec<Cite>,
            /// What single sources say of single fields.
            attests: Vec<Attestation<StatementFact>>,
        }
    }
}

impl Statement {
    /// For whom it is made: those on whose behalf somebody speaks, and speakers who speak for nobody else.
    ///
    /// ```
    /// use netpolity::Statement;
    ///
    /// let joint: Statement = serde_json::from_str(
    ///     r#"{ "id": "s", "act": "position", "speakers": [ { "actor": "country:CHN" },
    ///          { "actor": "country:IRQ", "on_behalf_of": [ "coalition:g77" ] } ] }"#,
    /// )?;
    /// let principals: Vec<String> = joint.principals().map(ToString::to_string).collect();
    /// assert_eq!(principals, ["country:CHN", "coalition:g77"]);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn principals(&self) -> impl Iterator<Item = &Actor> {
        self.speakers.iter().flat_map(|speaker| {
            let own = speaker.on_behalf_of.is_empty().then_some(&speaker.actor);
            own.into_iter().chain(&speaker.on_behalf_of)
        })
    }
}

/// What a source may say of a statement.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum StatementFact {
    /// Who made it.
    Speakers(Vec<Actor>),
    /// When it was made.
    Date(PartialDate),
}

fact_serde!(StatementFact { Speakers(Vec<Actor>) = "speakers", Date(PartialDate) = "date" });

impl fmt::Display for StatementFact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Speakers(speakers) => text::list(f, speakers),
            Self::Date(date) => date.fmt(f),
        }
    }
}

words! {
    /// How the text in the dataset stands to the words that were used.
    pub enum Form: closed "form" {
        /// The whole text.
        FullText = "full-text",
        /// The words themselves.
        DirectQuote = "direct-quote",
        /// Some of the words, in somebody else's sentence.
        PartialQuote = "partial-quote",
        /// The content in other words.
        Paraphrase = "paraphrase",
        /// A shorter account of it.
        Summary = "summary",
        /// Minutes.
        Minutes = "minutes",
        /// Told by somebody who was not there.
        Hearsay = "hearsay",
    }
}

words! {
    /// Whether a statement was spoken or only handed in.
    #[derive(Default)]
    pub enum Delivery: closed "delivery" {
        /// Not known.
        #[default]
        Unknown = "unknown",
        /// Spoken by its author.
        Delivered = "delivered",
        /// Read out by somebody else.
        ReadOut = "read-out",
        /// Published or handed in as a text.
        InWriting = "in-writing",
        /// Prepared and never made.
        NotDelivered = "not-delivered",
    }
}

record! {
    /// Who made a statement, as what, for whom. Written as the actor alone, or as an object.
    pub struct Speaker: text {
        required {
            /// Who spoke.
            actor: Actor,
        }
        optional {
            /// The tenure in which a person spoke, as the editor judges.
            tenure: Option<Id<Tenure>>,
            /// The capacity with which the source names them.
            printed: Option<String>,
            /// On whose behalf they spoke.
            on_behalf_of: Vec<Actor>,
            /// How sure the editor is that it was this actor.
            certainty: Option<Certainty>,
        }
    }
}

text_or_object!(
    Speaker,
    "an actor, or an object with `actor`",
    schema: |generator| generator.subschema_for::<Actor>(),
    from: |text| text.parse().map(Speaker::new).map_err(refuse),
    short: |speaker| *speaker == Speaker::new(speaker.actor.clone())
);

impl fmt::Display for Speaker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.actor.fmt(f)
    }
}

words! {
    /// How sure somebody is.
    pub enum Certainty: closed "certainty" {
        /// Without doubt.
        Certain = "certain",
        /// More likely than not.
        Probable = "probable",
        /// It may be so.
        Possible = "possible",
    }
}

words! {
    /// Whether something is said to be so or not to be so.
    pub enum StatementPolarity: closed "polarity" {
        /// It is so.
        Positive = "positive",
        /// It is not so.
        Negative = "negative",
    }
}

words! {
    /// Whether a statement still stands. By which statement it was corrected or retracted says a [`Link`] of that one.
    #[derive(Default)]
    pub enum StatementStatus: closed "statement status" {
        /// It stands.
        #[default]
        Standing = "standing",
        /// Its speaker corrected it.
        Corrected = "corrected",
        /// Its speaker took it back.
        Retracted = "retracted",
        /// Somebody else made it, or nobody.
        Misattributed = "misattributed",
        /// Whether it was made is disputed.
        Disputed = "disputed",
    }
}

impl StatementStatus {
    /// Whether it still counts as a statement of its speaker: it was neither taken back nor made by somebody else. What was corrected or
    /// is disputed counts.
    pub fn stands(self) -> bool {
        !matches!(self, Self::Retracted | Self::Misattributed)
    }
}

record! {
    /// A wording of a statement in one language. Written as the text alone, or as an object.
    pub struct Text: text {
        required {
            /// The wording.
            text: String,
        }
        optional {
            /// Its language.
            lang: Option<Lang>,
            /// Who translated it, where it is a translation.
            translator: Option<String>,
        }
    }
}

text_or_object!(
    Text,
    "a text, or an object with `text`",
    schema: |generator| generator.subschema_for::<String>(),
    from: |text| Ok(Text::new(text.to_owned())),
    short: |text| text.lang.is_none() && text.translator.is_none()
);

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self::new(text.to_owned())
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}

record! {
    /// The stance that a statement takes towards a proposition. Written as the term and the stance, or as an object.
    ///
    /// ```
    /// use netpolity::statement::Position;
    ///
    /// let positions: Vec<Position> = serde_json::from_str(
    ///     r#"[ "multilateral-order support", { "term": "multilateral-order", "stance": "support" } ]"#,
    /// )?;
    /// assert_eq!(positions[0], positions[1]);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub struct Position: text {
        required {
            /// The proposition.
            term: TermRef,
            /// The stance.
            stance: Stance,
        }
        optional {}
    }
}

text_or_object!(
    Position,
    "a position such as `multilateral-order support`, or an object with `term` and `stance`",
    schema: |generator| crate::schema::text(
        "a position such as `multilateral-order support`",
        Some(&format!("{} ({})", crate::schema::TERM, Stance::WORDS.join("|")))
    ),
    from: |text| match split_byte(text, b' ') {
        Some((term, stance)) => {
            Ok(Position::new(term.parse().map_err(refuse)?, stance.parse().map_err(refuse)?))
        }
        None => Err(serde::de::Error::custom(format_args!(
            "invalid position `{text}`: write the term, a space and the stance, such as `multilateral-order support`"
        ))),
    },
    short: |_| true
);

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        text::padded(f, |f| write!(f, "{} {}", self.term, self.stance))
    }
}

words! {
    /// Stances towards a proposition.
    pub enum Stance: closed "stance" {
        /// For it.
        Support = "support",
        /// Against it.
        Oppose = "oppose",
        /// For it under conditions.
        Conditional = "conditional",
        /// For and against it at once.
        Ambivalent = "ambivalent",
        /// Neither.
        Neutral = "neutral",
    }
}

record! {
    /// How a statement stands to another one.
    pub struct Link {
        required {
            /// The relation.
            kind: LinkKind,
            /// The other statement.
            to: Id<Statement>,
        }
        optional {}
    }
}

words! {
    /// Relations between statements, read from the one that has them.
    pub enum LinkKind: closed "link" {
        /// It answers the other.
        Answers = "answers",
        /// It denies the other.
        Denies = "denies",
        /// It repeats the other.
        Repeats = "repeats",
        /// It elaborates on the other.
        Elaborates = "elaborates",
        /// It contradicts the other.
        Contradicts = "contradicts",
        /// It corrects the other.
        Corrects = "corrects",
        /// It takes the other back.
        Retracts = "retracts",
        /// It quotes the other, or passes on what was heard of it.
        Quotes = "quotes",
        /// It makes the same claim in other words or by another speaker.
        SameClaim = "same-claim",
    }
}
