//! Coalitions: sets of actors that speak or act together.

use std::fmt;

use super::Actor;
use crate::id::Id;
use crate::identifier::Identifier;
use crate::name::Name;
use crate::record::record;
use crate::source::Cite;
use crate::text::{refuse, text_or_object, words};
use crate::time::Span;

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
            /// Who.
            actor: Actor,
        }
        optional {
            /// When.
            span: Span,
            /// Which sources support it.
            cites: Vec<Cite>,
        }
    }
}

text_or_object!(
    Member,
    "an actor, or an object with `actor`",
    from: |text| text.parse().map(Member::new).map_err(refuse),
    short: |member| member.span == Span::default() && member.cites.is_empty()
);

impl fmt::Display for Member {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.actor.fmt(f)
    }
}
