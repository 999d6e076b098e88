//! Speech acts.

use crate::text::words;

words! {
    /// What is done by making a statement.
    ///
    /// The words are the field's own; [`Act::class`] sorts them into Searle's five classes of speech acts, and
    /// [`Act::plover`] gives the event type of the PLOVER ontology where there is one. PLOVER has none for
    /// statements that merely state or urge, so most of what is said at meetings has no event type there.
    ///
    /// ```
    /// use netpolity::statement::{Act, ActClass, Plover, Quadrant};
    ///
    /// assert_eq!(Act::Call.class(), ActClass::Directive);
    /// assert_eq!(Act::Call.plover(), None);
    /// assert_eq!(Act::Accusation.plover(), Some(Plover::Accuse));
    /// assert_eq!(Act::Accusation.quadrant(), Some(Quadrant::VerbalConflict));
    /// ```
    pub enum Act: closed "act" {
        /// States that something is so.
        Assertion = "assertion",
        /// States a figure.
        DataClaim = "data-claim",
        /// States the speaker's settled position.
        Position = "position",
        /// States what will be.
        Prediction = "prediction",
        /// Gives reasons for one's own conduct.
        Justification = "justification",
        /// Concedes that something is so.
        Acknowledgement = "acknowledgement",
        /// Says that somebody did wrong.
        Accusation = "accusation",
        /// Says who is behind a cyber operation.
        CyberAttribution = "cyber-attribution",
        /// Says that an allegation is untrue.
        Denial = "denial",
        /// Calls on others to do something.
        Call = "call",
        /// Asks for help or mercy.
        Appeal = "appeal",
        /// Puts forward a plan for joint action.
        Proposal = "proposal",
        /// Recommends.
        Recommendation = "recommendation",
        /// Asks.
        Question = "question",
        /// Demands.
        Demand = "demand",
        /// Warns.
        Warning = "warning",
        /// Binds the speaker to do something.
        Commitment = "commitment",
        /// Offers.
        Offer = "offer",
        /// Agrees.
        Agreement = "agreement",
        /// Refuses.
        Refusal = "refusal",
        /// Threatens.
        Threat = "threat",
        /// Praises.
        Praise = "praise",
        /// Backs somebody.
        Support = "support",
        /// Thanks.
        Thanks = "thanks",
        /// Apologises.
        Apology = "apology",
        /// Criticises.
        Criticism = "criticism",
        /// Condemns.
        Condemnation = "condemnation",
        /// Voices concern.
        Concern = "concern",
        /// Regrets.
        Regret = "regret",
        /// Adopts a text.
        Adoption = "adoption",
        /// Announces.
        Announcement = "announcement",
        /// Recognises.
        Recognition = "recognition",
        /// Enters a reservation.
        Reservation = "reservation",
        /// Explains a vote.
        ExplanationOfVote = "explanation-of-vote",
    }
}

words! {
    /// Searle's classes of speech acts.
    pub enum ActClass: closed "class of acts" {
        /// Says how things are.
        Assertive = "assertive",
        /// Tries to get others to act.
        Directive = "directive",
        /// Binds the speaker.
        Commissive = "commissive",
        /// Shows the speaker's attitude.
        Expressive = "expressive",
        /// Makes something so by saying it.
        Declaration = "declaration",
    }
}

words! {
    /// The event types of the PLOVER ontology that statements can have.
    pub enum Plover: closed "PLOVER event type" {
        /// AGREE.
        Agree = "agree",
        /// SUPPORT.
        Support = "support",
        /// REQUEST.
        Request = "request",
        /// ACCUSE.
        Accuse = "accuse",
        /// REJECT.
        Reject = "reject",
        /// THREATEN.
        Threaten = "threaten",
    }
}

words! {
    /// The quadrants of event data that statements can fall into.
    pub enum Quadrant: closed "quadrant" {
        /// Verbal cooperation.
        VerbalCooperation = "verbal-cooperation",
        /// Verbal conflict.
        VerbalConflict = "verbal-conflict",
    }
}

impl Act {
    /// The class of speech acts it belongs to.
    pub fn class(self) -> ActClass {
        match self {
            Self::Assertion
            | Self::DataClaim
            | Self::Position
            | Self::Prediction
            | Self::Justification
            | Self::Acknowledgement
            | Self::Accusation
            | Self::CyberAttribution
            | Self::Denial => ActClass::Assertive,
            Self::Call
            | Self::Appeal
            | Self::Proposal
            | Self::Recommendation
            | Self::Question
            | Self::Demand
            | Self::Warning => ActClass::Directive,
            Self::Commitment | Self::Offer | Self::Agreement | Self::Refusal | Self::Threat => {
                ActClass::Commissive
            }
            Self::Praise
            | Self::Support
            | Self::Thanks
            | Self::Apology
            | Self::Criticism
            | Self::Condemnation
            | Self::Concern
            | Self::Regret => ActClass::Expressive,
            Self::Adoption
            | Self::Announcement
            | Self::Recognition
            | Self::Reservation
            | Self::ExplanationOfVote => ActClass::Declaration,
        }
    }

    /// The PLOVER event type, where it has one.
    pub fn plover(self) -> Option<Plover> {
        match self {
            Self::Accusation | Self::Criticism | Self::Condemnation => Some(Plover::Accuse),
            Self::Denial | Self::Refusal => Some(Plover::Reject),
            Self::Demand => Some(Plover::Request),
            Self::Warning | Self::Threat => Some(Plover::Threaten),
            Self::Commitment | Self::Offer | Self::Agreement | Self::Adoption => {
                Some(Plover::Agree)
            }
            Self::Praise | Self::Support | Self::Thanks | Self::Apology | Self::Recognition => {
                Some(Plover::Support)
            }
            Self::Assertion
            | Self::DataClaim
            | Self::Position
            | Self::Prediction
            | Self::Justification
            | Self::Acknowledgement
            | Self::CyberAttribution
            | Self::Call
            | Self::Appeal
            | Self::Proposal
            | Self::Recommendation
            | Self::Question
            | Self::Concern
            | Self::Regret
            | Self::Announcement
            | Self::Reservation
            | Self::ExplanationOfVote => None,
        }
    }

    /// The quadrant of its PLOVER event type.
    pub fn quadrant(self) -> Option<Quadrant> {
        self.plover().map(Plover::quadrant)
    }
}

impl Plover {
    /// The quadrant of the event type.
    pub fn quadrant(self) -> Quadrant {
        match self {
            Self::Agree | Self::Support => Quadrant::VerbalCooperation,
            Self::Request | Self::Accuse | Self::Reject | Self::Threaten => {
                Quadrant::VerbalConflict
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_class_and_event_type_has_acts() {
        for class in ActClass::ALL {
            assert!(Act::ALL.iter().any(|act| act.class() == *class), "{class}");
        }
        for plover in Plover::ALL {
            assert!(Act::ALL.iter().any(|act| act.plover() == Some(*plover)), "{plover}");
        }
    }

    #[test]
    fn words_round_trip() {
        for act in Act::ALL {
            assert_eq!(act.as_str().parse(), Ok(*act));
        }
    }
}
