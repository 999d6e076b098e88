//! Who joined in, and who no longer did, from one statement to another.

use super::Dataset;
use crate::actor::Actor;
use crate::statement::Statement;
use crate::time::{PartialDate, Tri};

/// How the actors that join a statement differ from those that joined an earlier one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Realignment<'a> {
    /// Joined the later one and not the earlier, in the order of the later.
    pub joined: Vec<&'a Actor>,
    /// Joined both, in the order of the later.
    pub stayed: Vec<&'a Actor>,
    /// Joined the earlier one and not the later, in the order of the earlier.
    pub left: Vec<&'a Actor>,
    /// Joined the earlier one, and belongs by the later one to those on whose behalf it was made.
    pub became_members: Vec<&'a Actor>,
}

/// # Who joins a statement
impl Dataset {
    /// Who joined in, and who no longer did, between two statements of one principal.
    ///
    /// An actor that aligned itself with a union before it became a member of it is not missing afterwards: the union's
    /// statement is its own. Whether the two statements are of one kind, and every alignment on record, is the caller's to
    /// know.
    ///
    /// ```
    /// use netpolity::Dataset;
    ///
    /// let dataset = Dataset::from_json(
    ///     r#"{ "netpolity": 1, "statements": [
    ///          { "id": "2012", "act": "position", "date": "2012-11-06", "alignments": [ "country:HRV", "country:TUR" ],
    ///            "speakers": [ { "actor": "group:eu", "on_behalf_of": [ "group:eu" ] } ] },
    ///          { "id": "2014", "act": "position", "date": "2014-11-04", "alignments": [ "country:UKR" ],
    ///            "speakers": [ { "actor": "group:eu", "on_behalf_of": [ "group:eu" ] } ] } ] }"#,
    /// )?;
    /// let [earlier, later] = ["2012", "2014"].map(|id| dataset.statement(id).unwrap());
    /// let change = dataset.realignment(earlier, later);
    /// assert_eq!(change.joined, [&"country:UKR".parse()?]);
    /// assert_eq!(change.left, [&"country:TUR".parse()?]);
    /// assert_eq!(change.became_members, [&"country:HRV".parse()?]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn realignment<'a>(
        &'a self,
        earlier: &'a Statement,
        later: &'a Statement,
    ) -> Realignment<'a> {
        let identity = &self.index().identity;
        let joins = |statement: &Statement, actor: &Actor| {
            let actor = identity.actor(actor);
            let mut joining = statement.alignments.iter().filter(|a| a.kind.joins());
            joining.any(|own| identity.actor(&own.actor) == actor)
        };
        let mut change = Realignment::default();
        for alignment in later.alignments.iter().filter(|a| a.kind.joins()) {
            let list = if joins(earlier, &alignment.actor) {
                &mut change.stayed
            } else {
                &mut change.joined
            };
            list.push(&alignment.actor);
        }
        for alignment in earlier.alignments.iter().filter(|a| a.kind.joins()) {
            if !joins(later, &alignment.actor) {
                let is_member = self.speaks_for(later, &alignment.actor, later.date) == Tri::Yes;
                let list = if is_member { &mut change.became_members } else { &mut change.left };
                list.push(&alignment.actor);
            }
        }
        change
    }

    /// Whether a statement is made on behalf of an actor: a principal, or a member of one at the date.
    pub(crate) fn speaks_for(
        &self,
        statement: &Statement,
        actor: &Actor,
        date: Option<PartialDate>,
    ) -> Tri {
        let principals = statement.principals();
        principals.fold(Tri::No, |answer, principal| answer | self.is_in(actor, principal, date))
    }

    fn is_in(&self, actor: &Actor, whole: &Actor, date: Option<PartialDate>) -> Tri {
        let Some(date) = date else { return Tri::from(actor == whole) };
        match (whole, actor) {
            _ if actor == whole => Tri::Yes,
            (Actor::Group(group), Actor::Country(country)) => {
                group.members_on(date).contains(*country)
            }
            (Actor::Coalition(id), _) => {
                self.coalition(id).map_or(Tri::No, |whole| whole.members_on(date).contains(actor))
            }
            _ => Tri::No,
        }
    }
}
