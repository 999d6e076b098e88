//! Who joins a statement of others, or stands apart from it.

use std::fmt;

use crate::actor::Actor;
use crate::record::record;
use crate::source::Cite;
use crate::text::{refuse, text_or_object, words};

record! {
    /// That an actor joins a statement of others or stands apart from it. Written as the actor alone where it aligns
    /// itself, as an object otherwise.
    ///
    /// ```
    /// use netpolity::statement::{Alignment, AlignmentKind};
    ///
    /// let alignments: Vec<Alignment> =
    ///     serde_json::from_str(r#"[ "country:NOR", { "actor": "country:TUR", "kind": "dissociates" } ]"#)?;
    /// assert_eq!(alignments[0].kind, AlignmentKind::AlignsWith);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub struct Alignment: text {
        required {
            /// Who.
            actor: Actor,
        }
        optional {
            /// How.
            kind: AlignmentKind,
            /// The capacity or the remark with which the source names it: "candidate country".
            printed: Option<String>,
            /// Which sources support it.
            cites: Vec<Cite>,
        }
    }
}

text_or_object!(
    Alignment,
    "an actor, or an object with `actor`",
    schema: |generator| generator.subschema_for::<Actor>(),
    from: |text| text.parse().map(Alignment::new).map_err(refuse),
    short: |alignment| *alignment == Alignment::new(alignment.actor.clone())
);

impl fmt::Display for Alignment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.actor.fmt(f)
    }
}

words! {
    /// How an actor stands to a statement that others made.
    #[derive(Default)]
    pub enum AlignmentKind: closed "alignment" {
        /// It aligns itself with the statement.
        #[default]
        AlignsWith = "aligns-with",
        /// It endorses the text.
        Endorses = "endorses",
        /// It sponsors the draft with others.
        CoSponsors = "co-sponsors",
        /// It signs the text.
        Signs = "signs",
        /// It dissociates itself from the whole.
        Dissociates = "dissociates",
        /// It joins, but for a part.
        Reserves = "reserves",
    }
}

impl AlignmentKind {
    /// Whether the actor joins the statement, be it with a reservation.
    pub fn joins(self) -> bool {
        self != Self::Dissociates
    }

    /// Whether the actor joins the whole statement, without reservation.
    pub fn joins_whole(self) -> bool {
        self.joins() && self != Self::Reserves
    }
}
