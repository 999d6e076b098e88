//! Votes: who voted how on what.

use std::fmt;

use crate::actor::{Actor, ActorError, Agency};
use crate::event::Event;
use crate::id::Id;
use crate::name::Name;
use crate::record::record;
use crate::source::Cite;
use crate::taxonomy::TermRef;
use crate::text::{Refusal, UnknownWord, text_serde, words};
use crate::time::PartialDate;

record! {
    /// A vote of a body, with its totals and, where it was recorded, its roll.
    ///
    /// ```
    /// use netpolity::vote::{VoteChoice, Vote};
    ///
    /// let vote: Vote = serde_json::from_str(
    ///     r#"{ "id": "r-68-167", "body": "unga", "date": "2013-12-18", "symbol": "A/RES/68/167",
    ///          "ballots": [ "country:BRA yes", "country:DEU yes", "country:USA not-voting" ] }"#,
    /// )?;
    /// assert_eq!(vote.ballots[2].choice, VoteChoice::NotVoting);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub struct Vote {
        required {
            /// The key by which other records name it.
            id: Id<Vote>,
            /// The body that voted.
            body: Id<Agency>,
        }
        optional {
            /// What was voted on, in words.
            names: Vec<Name>,
            /// Its number in the papers of the body.
            symbol: Option<String>,
            /// When it was held.
            date: Option<PartialDate>,
            /// The meeting at which it was held.
            event: Option<Id<Event>>,
            /// What it is about.
            terms: Vec<TermRef>,
            /// The proposition that a yes supports.
            proposition: Option<TermRef>,
            /// Whether what was put to the vote was carried.
            result: Option<VoteResult>,
            /// The totals, as the source states them.
            counts: Counts,
            /// Who voted how.
            ballots: Vec<Ballot>,
            /// Which sources support the record.
            cites: Vec<Cite>,
        }
    }
}

words! {
    /// How a vote ended.
    pub enum VoteResult: closed "result of a vote" {
        /// Carried.
        Adopted = "adopted",
        /// Not carried.
        Rejected = "rejected",
    }
}

record! {
    /// The totals of a vote, each where the source states it.
    #[derive(Copy, Default)]
    pub struct Counts {
        required {}
        optional {
            /// In favour.
            yes: Option<u32>,
            /// Against.
            no: Option<u32>,
            /// Abstaining.
            abstain: Option<u32>,
            /// Absent.
            absent: Option<u32>,
            /// Present without voting.
            not_voting: Option<u32>,
        }
    }
}

impl crate::record::Field<'_> for Counts {}

impl Counts {
    /// The total of a choice, where the source states it. Nobody counts those who are no members.
    pub fn of(&self, choice: VoteChoice) -> Option<u32> {
        match choice {
            VoteChoice::Yes => self.yes,
            VoteChoice::No => self.no,
            VoteChoice::Abstain => self.abstain,
            VoteChoice::Absent => self.absent,
            VoteChoice::NotVoting => self.not_voting,
            VoteChoice::NotMember => None,
        }
    }
}

/// How one member voted. Written as the actor and the choice: `country:BRA yes`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Ballot {
    /// The member of the body.
    pub actor: Actor,
    /// How it voted, or why it did not.
    pub choice: VoteChoice,
}

impl Ballot {
    /// How an actor voted.
    pub fn new(actor: impl Into<Actor>, choice: VoteChoice) -> Self {
        Self { actor: actor.into(), choice }
    }
}

text_serde!(
    Ballot,
    "a ballot such as `country:BRA yes`",
    pattern: format!("({}) ({})", Actor::pattern(), VoteChoice::WORDS.join("|"))
);

impl std::str::FromStr for Ballot {
    type Err = BallotError;

    fn from_str(text: &str) -> Result<Self, BallotError> {
        let fault = |fault| BallotError { text: text.into(), fault };
        let (actor, choice) = text.rsplit_once(' ').ok_or_else(|| fault(Fault::NoChoice))?;
        Ok(Self {
            actor: actor.parse().map_err(|error| fault(Fault::Actor(error)))?,
            choice: choice.parse().map_err(|error| fault(Fault::Choice(error)))?,
        })
    }
}

impl fmt::Display for Ballot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        crate::text::padded(f, |f| write!(f, "{} {}", self.actor, self.choice))
    }
}

/// Why a text is no [`Ballot`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BallotError {
    text: Box<str>,
    fault: Fault,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Fault {
    NoChoice,
    Actor(ActorError),
    Choice(UnknownWord),
}

impl BallotError {
    /// The offending text.
    pub fn text(&self) -> &str {
        &self.text
    }
}

impl fmt::Display for BallotError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "invalid ballot `{}`: ", self.text)?;
        match &self.fault {
            Fault::NoChoice => {
                f.write_str("write the actor, a space and the choice, such as `country:BRA yes`")
            }
            Fault::Actor(error) => error.fmt(f),
            Fault::Choice(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for BallotError {}

impl Refusal for BallotError {}

words! {
    /// How a member votes, or why it does not.
    pub enum VoteChoice: closed "choice" {
        /// In favour.
        Yes = "yes",
        /// Against.
        No = "no",
        /// Present and abstaining.
        Abstain = "abstain",
        /// Absent.
        Absent = "absent",
        /// Present without voting.
        NotVoting = "not-voting",
        /// Not a member of the body at the time, or not any more.
        NotMember = "not-member",
    }
}

impl VoteChoice {
    /// Whether a vote was cast: yes, no or abstain.
    pub fn is_cast(self) -> bool {
        matches!(self, Self::Yes | Self::No | Self::Abstain)
    }
}

#[cfg(test)]
mod tests {
    use super::{Ballot, Counts, VoteChoice};

    #[test]
    fn ballots_have_a_text_form() {
        let ballot: Ballot = "country:BRA not-voting".parse().unwrap();
        assert_eq!(ballot.choice, VoteChoice::NotVoting);
        assert_eq!(ballot.to_string(), "country:BRA not-voting");
        let says = |text: &str| text.parse::<Ballot>().unwrap_err().to_string();
        assert!(says("country:BRA").contains("a space and the choice"));
        assert!(says("country:BR yes").contains("write `BRA`"));
        assert!(says("country:BRA abstian").contains("did you mean `abstain`?"));
    }

    #[test]
    fn totals_are_asked_by_choice() {
        let counts = Counts { yes: Some(3), abstain: Some(0), ..Counts::default() };
        assert_eq!(counts.of(VoteChoice::Yes), Some(3));
        assert_eq!(counts.of(VoteChoice::Abstain), Some(0));
        assert_eq!((counts.of(VoteChoice::No), counts.of(VoteChoice::NotMember)), (None, None));
    }
}
