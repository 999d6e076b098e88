//! Who has a code: the rows of the tables, and the choice between several.

use super::{Area, Scheme};
use crate::country::area::SpecialCode;
use crate::country::code::Country;
use crate::country::composite::Composite;
use crate::country::group::Group;
use crate::country::packed::{PackedEnd, bound};
use crate::time::{PartialDate, Span, Tri};

/// A code of a scheme's own.
pub(in crate::country) struct Row {
    pub(in crate::country) code: &'static str,
    pub(in crate::country) owner: Owner,
    pub(in crate::country) from: PackedEnd,
    pub(in crate::country) to: PackedEnd,
    /// Whether the area is written by this code, not only read from it.
    pub(in crate::country) writes: bool,
}

/// An [`Area`] that a table can hold.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::country) enum Owner {
    Country(Country),
    Group(Group),
    Composite(Composite),
    Special(&'static str),
}

/// What a scheme says of a code.
pub(super) enum Answer {
    One(Owner),
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

impl Owner {
    pub(super) fn area(self) -> Area {
        match self {
            Self::Country(country) => country.into(),
            Self::Group(group) => group.into(),
            Self::Composite(composite) => composite.into(),
            Self::Special(code) => SpecialCode::known(code).into(),
        }
    }

    pub(super) fn is(self, area: &Area) -> bool {
        match (self, area) {
            (Self::Country(own), Area::Country(other)) => own == *other,
            (Self::Group(own), Area::Group(other)) => own == *other,
            (Self::Composite(own), Area::Composite(other)) => own == *other,
            (Self::Special(own), Area::Special(other)) => own == other.as_str(),
            _ => false,
        }
    }

    pub(super) fn is_special(self) -> bool {
        matches!(self, Self::Special(_))
    }
}

/// The owner on a date. A code has one owner at a time: a certain one goes before those that are possible.
pub(super) fn pick(
    owners: impl Iterator<Item = (Owner, Span)> + Clone,
    on: Option<PartialDate>,
) -> Answer {
    let list = |owners: &mut dyn Iterator<Item = (Owner, Span)>| -> Vec<(Area, Span)> {
        owners.map(|(owner, span)| (owner.area(), span)).collect()
    };
    let had = |span: Span| on.map_or(Tri::Yes, |on| span.covers(on));
    for wanted in [Tri::Yes, Tri::Maybe] {
        let mut then = owners.clone().filter(|(_, span)| had(*span) == wanted);
        match (then.next(), then.next()) {
            (None, _) => {}
            (Some((owner, _)), None) => return Answer::One(owner),
            _ => {
                return Answer::Several(list(&mut owners.filter(|(_, span)| !had(*span).is_no())));
            }
        }
    }
    match list(&mut owners.clone()) {
        nobody if nobody.is_empty() => Answer::None,
        others => Answer::NotThen(others),
    }
}
