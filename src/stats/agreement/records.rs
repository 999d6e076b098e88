//! Votes and statements of a dataset as rows of sides.

use super::{AgreementMatrix, AgreementPolicy};
use crate::actor::Actor;
use crate::dataset::Dataset;
use crate::id::Id;
use crate::statement::Statement;
use crate::stats::{Excluded, Exclusions};
use crate::taxonomy::TermRef;
use crate::vote::Vote;

impl AgreementMatrix<Actor, Id<Vote>> {
    /// From votes of a dataset: all of them, or those of a body and a year. A record that judgements hold to be another one stands
    /// for that.
    ///
    /// Votes without a roll are left out and counted.
    pub fn of_votes<'a>(
        dataset: &Dataset,
        votes: impl IntoIterator<Item = &'a Vote>,
        policy: &AgreementPolicy,
    ) -> Self {
        let mut excluded = Exclusions::NONE;
        let with_roll = votes.into_iter().filter(|vote| {
            excluded.add(Excluded::NoActor, u32::from(vote.ballots.is_empty()));
            !vote.ballots.is_empty()
        });
        let ballots = with_roll.flat_map(|vote| {
            let ballots = vote.ballots.iter();
            ballots.map(|b| (dataset.first_actor(&b.actor).into_owned(), vote.id.clone(), b.choice))
        });
        Self::of_ballots(ballots, policy).with_excluded(excluded)
    }
}

impl AgreementMatrix<Actor, TermRef> {
    /// From positions in statements of a dataset: all of them, or those of an event. Whose stance it is says the
    /// [policy](AgreementPolicy::actor). Nobody without a name is an actor.
    ///
    /// Statements without an actor or a position, and what was retracted or misattributed, are left out and counted.
    ///
    /// ```
    /// use netpolity::Dataset;
    /// use netpolity::stats::agreement::{AgreementMatrix, AgreementPolicy};
    ///
    /// let dataset = Dataset::from_json(
    ///     r#"{ "netpolity": 1, "statements": [
    ///          { "id": "a", "act": "position", "speakers": [ { "actor": "person:x", "on_behalf_of": [ "country:CHN" ] } ],
    ///            "positions": [ { "term": "existing-law", "stance": "oppose" } ] },
    ///          { "id": "b", "act": "position", "speakers": [ { "actor": "group:eu" } ], "alignments": [ "country:NOR" ],
    ///            "positions": [ { "term": "existing-law", "stance": "support" } ] },
    ///          { "id": "c", "act": "position", "speakers": [ { "actor": "group:eu" } ] } ] }"#,
    /// )?;
    /// let mut policy = AgreementPolicy::default();
    /// policy.joined = true;
    /// let matrix = AgreementMatrix::of_statements(&dataset, dataset.statements(), &policy);
    /// let [china, norway] = ["country:CHN", "country:NOR"].map(|actor| actor.parse().unwrap());
    /// assert_eq!(matrix.pair(&china, &norway)?.agreement()?.to_string(), "0 (1 propositions)");
    /// assert_eq!(matrix.excluded().to_string(), "1 without-a-term");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn of_statements<'a>(
        dataset: &'a Dataset,
        statements: impl IntoIterator<Item = &'a Statement>,
        policy: &AgreementPolicy,
    ) -> Self {
        let mut excluded = Exclusions::NONE;
        let mut stances = Vec::new();
        let mut actors = Vec::new();
        for statement in statements {
            policy.actor.of(dataset, statement, policy.joined, &mut actors);
            let reason = if !statement.status.stands() {
                Excluded::NotStanding
            } else if statement.positions.is_empty() {
                Excluded::NoTerm
            } else if actors.is_empty() {
                Excluded::NoActor
            } else {
                let made = dataset.made(statement);
                for actor in &actors {
                    stances.extend(statement.positions.iter().map(|position| {
                        (Actor::clone(actor), position.term.clone(), position.stance, made)
                    }));
                }
                continue;
            };
            excluded.add(reason, 1);
        }
        Self::of_stances(stances, policy).with_excluded(excluded)
    }
}
