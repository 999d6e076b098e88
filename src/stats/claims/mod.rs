//! Claims held against series: what a figure in a statement says, what the data says, and whether both can be true.
//!
//! [`Claim::check`](crate::Claim::check) gives a [`Verdict`] with its reason, the interval claimed, and each value that was tried, with its own rounding interval.
//! [`Claim::check_against_all`](crate::Claim::check_against_all) says in which releases of the data a claim held, and [`Claim::reached_since`](crate::Claim::reached_since) since when it would have been
//! true. [`contradiction`] holds the figures of one text against each other. [`Dataset::check_claims`](crate::Dataset::check_claims) checks every
//! claim of a dataset, and [`ClaimTable`] puts the verdicts together by speaker and indicator.
//!
//! Nothing is decided by a tolerance that is not named: how far "almost" reaches is the [`Tolerance`](crate::quantity::Tolerance) of the
//! policy.

mod check;
mod consistent;
mod dataset;
mod verdict;

pub use check::ClaimPolicy;
pub use consistent::{Contradiction, contradiction};
pub use dataset::{CheckedClaim, ClaimRow, ClaimTable, HedgeProfile, almost_but_above};
pub use verdict::{Choice, Outcome, Reason, Tried, Verdict};
