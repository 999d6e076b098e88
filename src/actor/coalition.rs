//! Coalitions: sets of actors that speak or act together.

use std::fmt;

use super::Actor;
use crate::id::Id;
use crate::identifier::Identifier;
use crate::name::Name;
use crate::record::record;
use crate::source::Cite;
use crate::text::{refuse, text_or_object, words};
use crate::time::{PartialDate, Span, Tri};

record! {
    /// A set of actors of any kind with members that come and go: a negotiating group, the signatories of a text.
    ///
    /// Groups of states that the crate knows, such as the EU, are [`Group`](crate::Group)s and need no record.
    ///
    /// ```
    /// use netpolity::actor::Coalition;
    ///
    /// let coalition: Coalition = serde_json::from_str(
    ///     r#"{ "id": "foc", "kind": "coalition", "names": [ "Freedom Online Coalition" ],
    ///          "members": [ "country:NLD", { "actor": "country:LVA", "span": "2013-06-17/.." } ] }"#,
    /// )?;
    /// assert_eq!(coalition.members[1].span.to_string(), "2013-06-17/..");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub struct Coalition {
        required {
            /// The key by which other records name it.
            id: Id<Coalition>,
            /// What holds it together.
            kind: CoalitionKind,
        }
        optional {
            /// Its names.
            names: Vec<Name>,
            /// From when to when it existed.
            span: Span,
            /// Its members.
            members: Vec<Member>,
            /// What other collections call it.
            identifiers: Vec<Identifier>,
            /// Which sources support the record.
            cites: Vec<Cite>,
        }
    }
}

impl Coalition {
    /// Who belonged to it at a date, as [`Group::members_on`](crate::Group::members_on) answers for groups of states.
    ///
    /// A member without a span may have been one whenever the coalition existed. Somebody who left and came back is one
    /// member. Coalitions within coalitions are members as one.
    ///
    /// ```
    /// use netpolity::actor::Coalition;
    /// use netpolity::time::{PartialDate, Tri};
    ///
    /// let coalition: Coalition = serde_json::from_str(
    ///     r#"{ "id": "foc", "kind": "coalition", "span": "2011/..",
    ///          "members": [ { "actor": "country:NLD", "span": "2011/.." },
    ///                       { "actor": "country:LVA", "span": "2013-06-17/.." } ] }"#,
    /// )?;
    /// let members = coalition.members_on("2013-06".parse::<PartialDate>()?);
    /// assert_eq!(members.contains(&"country:NLD".parse()?), Tri::Yes);
    /// // Latvia joined in the middle of that month.
    /// assert_eq!(members.possible().map(ToString::to_string).collect::<Vec<_>>(), ["country:LVA"]);
    /// assert_eq!(coalition.members_on("2010".parse::<PartialDate>()?).counts(), (0, 0));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn members_on(&self, date: impl Into<PartialDate>) -> Members<'_> {
        Members { coalition: self, date: date.into() }
    }
}

/// The members of a coalition at a date: an answer in three values.
///
/// Made by [`Coalition::members_on`].
#[derive(Debug, Clone, Copy)]
pub struct Members<'a> {
    coalition: &'a Coalition,
    date: PartialDate,
}

impl<'a> Members<'a> {
    /// Those that certainly are members, in the order of the record.
    pub fn certain(self) -> impl Iterator<Item = &'a Actor> + Clone {
        self.all(Tri::Yes)
    }

    /// Those of whom it is not known, in the order of the record; none of them is certain.
    pub fn possible(self) -> impl Iterator<Item = &'a Actor> + Clone {
        self.all(Tri::Maybe)
    }

    /// Whether an actor is one.
    pub fn contains(self, actor: &Actor) -> Tri {
        let existed = self.coalition.span.covers(self.date);
        let spans = self.coalition.members.iter().filter(|member| member.actor == *actor);
        let covers = |member: &Member| match member.span.covers(self.date) {
            // Nobody was a member of what did not exist.
            _ if existed == Tri::No => Tri::No,
            covers => covers,
        };
        spans.fold(Tri::No, |answer, member| answer | covers(member))
    }

    /// How many certainly are members, and of how many it is not known.
    pub fn counts(self) -> (usize, usize) {
        (self.certain().count(), self.possible().count())
    }

    fn all(self, answer: Tri) -> impl Iterator<Item = &'a Actor> + Clone {
        let members = &self.coalition.members;
        members.iter().enumerate().filter_map(move |(place, member)| {
            let again = members.iter().take(place).any(|earlier| earlier.actor == member.actor);
            (!again && self.contains(&member.actor) == answer).then_some(&member.actor)
        })
    }
}

words! {
    /// What holds a coalition together.
    pub enum CoalitionKind: open "coalition kind" {
        /// Membership of an intergovernmental organisation.
        IgoMembership = "igo-membership",
        /// States that negotiate as one.
        NegotiatingGroup = "negotiating-group",
        /// A standing coalition with a purpose.
        Coalition = "coalition",
        /// Those who signed one text.
        SignatorySet = "signatory-set",
        /// Those who sponsor one draft.
        CoSponsorSet = "co-sponsor-set",
        /// A regional group of an organisation.
        RegionalGroup = "regional-group",
        /// Those who came together once.
        AdHoc = "ad-hoc",
    }
}

record! {
    /// A member of a coalition. Written as the actor alone, or as an object.
    pub struct Member: text {
        required {
            /// The member.
            actor: Actor,
        }
        optional {
            /// From when to when it is one.
            span: Span,
            /// Which sources support it.
            cites: Vec<Cite>,
        }
    }
}

text_or_object!(
    Member,
    "an actor, or an object with `actor`",
    schema: |generator| generator.subschema_for::<Actor>(),
    from: |text| text.parse().map(Member::new).map_err(refuse),
    short: |member| member.span == Span::default() && member.cites.is_empty()
);

impl fmt::Display for Member {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.actor.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_comes_back_is_one_member() {
        // France left the military structure of an alliance and came back; the dates are years.
        let coalition: Coalition = serde_json::from_str(
            r#"{ "id": "c", "kind": "coalition", "members": [
                 { "actor": "country:FRA", "span": "1949/1966" }, { "actor": "country:FRA", "span": "2009/.." },
                 "country:ISL" ] }"#,
        )
        .unwrap();
        let on = |year| coalition.members_on(PartialDate::from_year(year).unwrap());
        assert_eq!(on(1980).counts(), (0, 1)); // of Iceland nothing is said
        assert_eq!(on(2020).counts(), (1, 1));
        assert_eq!(on(2009).contains(&Actor::Country(crate::Country::FRA)), Tri::Maybe);
    }
}
