//! What a measure over records says beside its value.

use std::fmt;

use super::Refusal;
use crate::text::words;

/// A measure over records, with what it counted and what it left out.
///
/// ```
/// use netpolity::stats::{Counted, Excluded, Measured};
///
/// let mut agreement = Measured::new(0.75, Counted::RollCalls, 8);
/// agreement.excluded.add(Excluded::Absent, 2);
/// assert_eq!(agreement.to_string(), "0.75 (8 roll-calls; left out: 2 absent)");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Measured<T> {
    /// The result.
    pub value: T,
    /// What was counted.
    pub unit: Counted,
    /// How many of them the result rests on.
    pub support: u32,
    /// How many were left out, and why.
    pub excluded: Exclusions,
}

impl<T> Measured<T> {
    /// A result that left nothing out.
    pub fn new(value: T, unit: Counted, support: u32) -> Self {
        Self { value, unit, support, excluded: Exclusions::NONE }
    }

    /// The result, where it rests on enough.
    ///
    /// # Errors
    /// [`Refusal::BelowSupport`], where it rests on fewer than `needed`.
    pub fn with_support(self, needed: u32) -> Result<Self, Refusal> {
        let Self { unit, support: found, .. } = self;
        if found < needed { Err(Refusal::BelowSupport { unit, found, needed }) } else { Ok(self) }
    }

    /// Another result that rests on the same.
    pub fn map<U>(self, function: impl FnOnce(T) -> U) -> Measured<U> {
        let Self { value, unit, support, excluded } = self;
        Measured { value: function(value), unit, support, excluded }
    }
}

impl<T: fmt::Display> fmt::Display for Measured<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { value, unit, support, excluded } = self;
        write!(f, "{value} ({support} {unit}")?;
        if !excluded.is_empty() {
            write!(f, "; left out: {excluded}")?;
        }
        f.write_str(")")
    }
}

words! {
    /// What a measure counts.
    #[non_exhaustive]
    pub enum Counted: closed "unit of counting" {
        /// Statements.
        Statements = "statements",
        /// Statements, and each stance within one by itself.
        Stances = "stances",
        /// Propositions on which there is a stance of each.
        Propositions = "propositions",
        /// Recorded votes.
        RollCalls = "roll-calls",
        /// Units of text that coders judged.
        Units = "units",
        /// Two judgements of one unit.
        Pairs = "pairs",
        /// Events.
        Events = "events",
        /// Participants of events.
        Participants = "participants",
        /// Tenures.
        Tenures = "tenures",
        /// Head counts of an event.
        Headcounts = "head-counts",
    }
}

words! {
    /// Why something is not counted.
    #[non_exhaustive]
    pub enum Excluded: closed "exclusion" {
        /// It abstained, and the policy does not count that.
        Abstained = "abstained",
        /// It was absent.
        Absent = "absent",
        /// It was present and did not vote.
        NotVoting = "not-voting",
        /// It was no member at the time.
        NotMember = "not-a-member",
        /// The roll does not name it.
        NotOnRoll = "not-on-the-roll",
        /// No stance of it is on record, or of the other.
        NoStance = "without-a-stance",
        /// Its stance is neither for nor against, and the policy does not count that.
        Undecided = "undecided",
        /// It takes several stances that differ, and the policy does not choose.
        Conflicting = "conflicting",
        /// The policy counts such a one once, and it stands several times.
        Duplicate = "duplicates",
        /// It has no actor of the kind that is asked for.
        NoActor = "without-an-actor",
        /// It has no term of the kind that is asked for.
        NoTerm = "without-a-term",
        /// It cites no source.
        NoSource = "without-a-source",
        /// It has no date, or one that does not say enough.
        Undated = "undated",
        /// It lies outside what was asked for.
        Outside = "outside",
        /// It does not say to which category it belongs.
        NoCategory = "without-a-category",
        /// Only one judged it.
        Unpaired = "judged-once",
        /// None of them judged it.
        Unjudged = "not-judged",
        /// It rests on too little itself.
        TooLittle = "with-too-little-support",
        /// One actor made it alone.
        Alone = "made-by-one",
        /// It does not list who joined it.
        NoAlignments = "without-alignments",
        /// It was made on behalf of the actor itself.
        Own = "its-own",
        /// The event did not take place.
        NotHeld = "not-held",
        /// It was withdrawn, retracted or misattributed.
        NotStanding = "not-standing",
    }
}

/// How many were left out, by reason.
///
/// ```
/// use netpolity::stats::{Excluded, Exclusions};
///
/// let mut excluded = Exclusions::NONE;
/// excluded.add(Excluded::Absent, 1);
/// excluded.add(Excluded::Absent, 2);
/// assert_eq!((excluded.of(Excluded::Absent), excluded.total()), (3, 3));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub struct Exclusions([u32; Excluded::ALL.len()]);

impl Exclusions {
    /// None.
    pub const NONE: Self = Self([0; Excluded::ALL.len()]);

    /// Counts more of them.
    pub fn add(&mut self, reason: Excluded, count: u32) {
        if let Some(of) = self.0.get_mut(reason as usize) {
            *of = of.saturating_add(count);
        }
    }

    /// How many were left out for one reason.
    pub fn of(&self, reason: Excluded) -> u32 {
        self.0.get(reason as usize).copied().unwrap_or_default()
    }

    /// How many were left out.
    pub fn total(&self) -> u32 {
        self.0.iter().fold(0, |total, of| total.saturating_add(*of))
    }

    /// Whether nothing was left out.
    pub fn is_empty(&self) -> bool {
        self.total() == 0
    }

    /// The reasons there were, with the number of each, in the order of [`Excluded`].
    pub fn iter(&self) -> impl Iterator<Item = (Excluded, u32)> {
        let all = Excluded::ALL.iter().map(|reason| (*reason, self.of(*reason)));
        all.filter(|(_, count)| *count > 0)
    }
}

impl fmt::Display for Exclusions {
    /// `2 absent, 1 undated`; nothing where nothing was left out.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, (reason, count)) in self.iter().enumerate() {
            write!(f, "{}{count} {reason}", if at == 0 { "" } else { ", " })?;
        }
        Ok(())
    }
}

impl fmt::Debug for Exclusions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::{Counted, Measured};
    use crate::stats::Refusal;

    #[test]
    fn too_little_is_refused() {
        let measured = Measured::new(0.5, Counted::RollCalls, 3);
        assert_eq!(measured.with_support(3), Ok(measured));
        let refused = measured.with_support(4).unwrap_err();
        assert_eq!(refused.to_string(), "3 roll-calls are too few; 4 are needed");
        assert!(matches!(refused, Refusal::BelowSupport { found: 3, needed: 4, .. }));
    }
}
