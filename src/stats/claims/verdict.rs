//! Verdicts.

use std::fmt;

use crate::metric::{Flags, Vintage};
use crate::quantity::{Decimal, Interval, Unit};
use crate::text::words;
use crate::time::Period;

words! {
    /// Whether a claim and a series can both be right.
    pub enum Outcome: closed "outcome" {
        /// Every value that the data allows lies within what is claimed.
        Consistent = "consistent",
        /// No value that the data allows does.
        Inconsistent = "inconsistent",
        /// Some do and others don't, or the data lies on both sides of the claim.
        Indeterminate = "indeterminate",
        /// Claim and data are about different things, or the data says nothing.
        NotComparable = "not-comparable",
    }
}

words! {
    /// How the period came to be the one that was tried.
    pub enum Choice: closed "choice of a period" {
        /// The claim names it.
        Stated = "stated",
        /// The claim names none; it is among those before the statement.
        BeforeStatement = "before-statement",
        /// It holds the day of the statement.
        OfStatement = "of-statement",
        /// The value lies between two periods of the series, on a straight line.
        Interpolated = "interpolated",
    }
}

/// Why a verdict is what it is.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Reason {
    /// The values that were tried decide it.
    Values,
    /// Values before and after a time lie on both sides of what is claimed, which was so at some time in between.
    Between {
        /// The last period on one side.
        before: Period,
        /// The first on the other.
        after: Period,
    },
    /// The panel has no series of the indicator and the area.
    NoSeries,
    /// The series says nothing of the period, or nothing before the statement.
    NoValue,
    /// The claim is about a part of an area, an actor, a site or a term; the series is about areas.
    Subject,
    /// The unit of the claim does not convert into that of the series.
    Units {
        /// Of the claim.
        claimed: Unit,
        /// Of the series, where it is known.
        found: Option<Unit>,
    },
    /// The claim has neither a period nor a statement with a date.
    Undated,
    /// The claim relates two figures, of which the series has one.
    NeedsAnother,
    /// The claim gives neither a figure nor a direction.
    Nothing,
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Values => f.write_str("by the values"),
            Self::Between { before, after } => {
                write!(f, "the claimed value was passed between {before} and {after}")
            }
            Self::NoSeries => f.write_str("the data has no series of this indicator and area"),
            Self::NoValue => f.write_str("the data has no value for the time of the claim"),
            Self::Subject => f.write_str("the claim is not about an area as a whole, the data is"),
            Self::Units { claimed, found: Some(found) } => {
                write!(f, "the claim is in `{claimed}`, the data in `{found}`")
            }
            Self::Units { claimed, found: None } => {
                write!(f, "the claim is in `{claimed}`, the unit of the data is not known")
            }
            Self::Undated => f.write_str("the claim names no period, and its statement no date"),
            Self::NeedsAnother => f.write_str("the claim relates two figures, the data has one"),
            Self::Nothing => f.write_str("the claim gives neither a figure nor a direction"),
        }
    }
}

/// A value against which a claim was held.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Tried {
    /// The period of the value; of an interpolated one, that of the claim or the statement.
    pub period: Period,
    /// How it was chosen.
    pub choice: Choice,
    /// All numbers that the data writes like this value, in the unit of the claim.
    pub value: Interval,
    /// Whether these lie within what is claimed.
    pub outcome: Outcome,
    /// How far the nearest end of the value lies from what is claimed; zero where they meet, negative where the value is below.
    pub distance: Decimal,
    /// What the source marks about the value.
    pub flags: Flags,
}

/// What became of a claim that was held against a panel.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Verdict {
    /// Whether both can be right.
    pub outcome: Outcome,
    /// What decided it.
    pub reason: Reason,
    /// What is claimed, by the tolerance of the policy; `None` for a direction and for what is no figure.
    pub claimed: Option<Interval>,
    /// The values that were tried, in the order of time.
    pub tried: Vec<Tried>,
    /// The release of the data.
    pub vintage: Vintage,
    /// The name of the tolerance by which hedges were read.
    pub tolerance: String,
}

impl fmt::Display for Verdict {
    /// On one line: outcome, reason, and the values that were tried.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.outcome, self.reason)?;
        if let Some(claimed) = &self.claimed {
            write!(f, "; claimed {claimed}")?;
        }
        for tried in &self.tried {
            write!(f, "; {} {}", tried.period, tried.value)?;
            if tried.choice == Choice::Interpolated {
                f.write_str(" (interpolated)")?;
            }
            if !tried.flags.is_empty() {
                write!(f, " [{}]", tried.flags)?;
            }
        }
        Ok(())
    }
}
