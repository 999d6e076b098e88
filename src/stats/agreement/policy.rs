//! How votes and stances are read as sides.

use std::fmt;

use crate::statement::Stance;
use crate::stats::{ActorOf, Excluded, Side, Undecided};
use crate::text::words;
use crate::vote::VoteChoice;

/// How votes and stances are read as sides: what counts, and as what.
///
/// The default is what [Voeten's data](https://doi.org/10.7910/DVN/LEJUQZ) and the literature on it do: an abstention lies half-way
/// between yes and no; who is absent or does not vote takes no side. Who is no member, or is not on the roll, never takes a
/// side. Whatever takes none is counted by its reason.
///
/// ```
/// use netpolity::stats::agreement::{Abstention, AgreementPolicy};
/// use netpolity::stats::{Excluded, Side};
/// use netpolity::vote::VoteChoice;
///
/// let mut policy = AgreementPolicy::default();
/// assert_eq!(policy.side_of_vote(VoteChoice::Abstain), Ok(Side::Middle));
/// assert_eq!(policy.side_of_vote(VoteChoice::Absent), Err(Excluded::Absent));
/// policy.abstention = Abstention::AsNo;
/// assert_eq!(policy.side_of_vote(VoteChoice::Abstain), Ok(Side::Against));
/// assert!(policy.to_string().starts_with("abstention as-no, absent left-out"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct AgreementPolicy {
    /// What an abstention is.
    pub abstention: Abstention,
    /// What absence is.
    pub absent: NotCast,
    /// What presence without a vote is.
    pub not_voting: NotCast,
    /// Whose stance a statement takes.
    pub actor: ActorOf,
    /// What a stance is that is neither for nor against.
    pub undecided: Undecided,
    /// What counts of several stances of one actor on one proposition.
    pub several: Several,
    /// Whether those who join a statement take its stances too: who aligns, endorses, sponsors or signs, without reservation.
    pub joined: bool,
    /// On how many votes or propositions a result has to rest; one where it is 0.
    pub min_support: u32,
}

impl Default for AgreementPolicy {
    fn default() -> Self {
        Self {
            abstention: Abstention::default(),
            absent: NotCast::default(),
            not_voting: NotCast::default(),
            actor: ActorOf::Principal,
            undecided: Undecided::Halfway,
            several: Several::default(),
            joined: false,
            min_support: 1,
        }
    }
}

words! {
    /// What an abstention is.
    #[derive(Default)]
    pub enum Abstention: closed "treatment of abstentions" {
        /// Half-way between yes and no.
        #[default]
        Middle = "middle",
        /// No side.
        LeftOut = "left-out",
        /// A no: it does not help what needs a majority.
        AsNo = "as-no",
    }
}

words! {
    /// What it is not to cast a vote.
    #[derive(Default)]
    pub enum NotCast: closed "treatment of votes not cast" {
        /// No side.
        #[default]
        LeftOut = "left-out",
        /// What an abstention is.
        AsAbstention = "as-abstention",
    }
}

words! {
    /// What counts of several stances of one actor on one proposition.
    #[derive(Default)]
    pub enum Several: closed "treatment of several stances" {
        /// The latest. Where dates do not tell which that is, and the stances differ, it takes no side.
        #[default]
        Latest = "latest",
        /// The one that all are; where they differ it takes no side.
        Unanimous = "unanimous",
    }
}

impl AgreementPolicy {
    /// The side of a vote.
    ///
    /// # Errors
    /// Why it takes none: what is left out under this policy, and who is no member.
    pub fn side_of_vote(&self, choice: VoteChoice) -> Result<Side, Excluded> {
        match choice {
            VoteChoice::Yes => Ok(Side::For),
            VoteChoice::No => Ok(Side::Against),
            VoteChoice::Abstain => self.abstention(),
            VoteChoice::Absent => self.not_cast(self.absent, Excluded::Absent),
            VoteChoice::NotVoting => self.not_cast(self.not_voting, Excluded::NotVoting),
            VoteChoice::NotMember => Err(Excluded::NotMember),
        }
    }

    /// The side of a stance.
    ///
    /// # Errors
    /// [`Excluded::Undecided`] for one that is neither for nor against, where the policy does not count it.
    pub fn side_of_stance(&self, stance: Stance) -> Result<Side, Excluded> {
        self.undecided.side(stance).ok_or(Excluded::Undecided)
    }

    fn abstention(&self) -> Result<Side, Excluded> {
        match self.abstention {
            Abstention::Middle => Ok(Side::Middle),
            Abstention::LeftOut => Err(Excluded::Abstained),
            Abstention::AsNo => Ok(Side::Against),
        }
    }

    fn not_cast(&self, treatment: NotCast, reason: Excluded) -> Result<Side, Excluded> {
        match treatment {
            NotCast::LeftOut => Err(reason),
            // Where abstentions take no side, this one is left out for what it is.
            NotCast::AsAbstention => self.abstention().map_err(|_| reason),
        }
    }
}

impl fmt::Display for AgreementPolicy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { abstention, absent, not_voting, actor, undecided, several, joined, min_support } =
            self;
        write!(f, "abstention {abstention}, absent {absent}, not voting {not_voting}, ")?;
        write!(f, "stance of the {actor}, undecided {undecided}, several stances {several}, ")?;
        write!(f, "those who join {}, ", if *joined { "too" } else { "left-out" })?;
        write!(f, "at least {min_support}")
    }
}
