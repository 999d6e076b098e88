//! Who has a code: the rows of the tables, and the choice between several.

use super::{Area, Scheme};
use crate::country::packed::{PackedEnd, bound};
use crate::time::{PartialDate, Span, Tri};

/// A code of a scheme's own.
pub(in crate::country) struct Row {
    pub(in crate::country) code: &'static str,
    pub(in crate::country) owner: Area,
    pub(in crate::country) from: PackedEnd,
    pub(in crate::country) to: PackedEnd,
    /// Whether the area is written by this code, not only read from it.
    pub(in crate::country) writes: bool,
}

/// What a scheme says of a code.
pub(super) enum Answer {
    One(Area),
    /// It is no code of the scheme.
    None,
    /// On the date it was nobody's.
    NotThen(Vec<(Area, Span)>),
    Several(Vec<(Area, Span)>),
    Disagree(Vec<(Scheme, Area)>),
}

impl Row {
    /// When the code has this meaning.
    pub(super) fn span(&self) -> Span {
        // The generator refuses a code that ends before it starts.
        Span::new(bound(self.from), bound(self.to)).unwrap_or(Span::UNKNOWN)
    }

    /// Whether it has had it at some times only.
    pub(super) fn is_dated(&self) -> bool {
        (self.from, self.to) != (0, 0)
    }
}

/// The owner on a date. A code has one owner at a time: a certain one goes before those that are possible.
pub(super) fn pick(
    owners: impl Iterator<Item = (Area, Span)> + Clone,
    on: Option<PartialDate>,
) -> Answer {
    let had = |span: Span| on.map_or(Tri::Yes, |on| span.covers(on));
    for wanted in [Tri::Yes, Tri::Maybe] {
        let mut then = owners.clone().filter(|(_, span)| had(*span) == wanted);
        match (then.next(), then.next()) {
            (None, _) => {}
            (Some((owner, _)), None) => return Answer::One(owner),
            _ => {
                return Answer::Several(owners.filter(|(_, span)| !had(*span).is_no()).collect());
            }
        }
    }
    match owners.collect::<Vec<_>>() {
        nobody if nobody.is_empty() => Answer::None,
        others => Answer::NotThen(others),
    }
}
