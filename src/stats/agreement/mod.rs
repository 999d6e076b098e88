//! How far actors agree, by what they vote and by the stances they take.
//!
//! An [`AgreementMatrix`] holds where each actor stands on each roll call or proposition, read by an [`AgreementPolicy`] that
//! names what becomes of abstention, absence and several stances. A [`PairAgreement`] of two of its actors gives raw
//! agreement, Signorino and Ritter's S, Cohen's kappa and Scott's pi, each with the number of votes it rests on and what was left
//! out, by reason: nothing is dropped in silence. Of the matrix also follow which issues make two actors similar
//! ([`contributions`](AgreementMatrix::contributions)) and how much camps are apart ([`polarization`](AgreementMatrix::polarization)).
//!
//! Of statements alone follow how often a state [joins](alignment_records) a group's statement, who makes statements
//! [together](joint_statements), and when an actor [changed](stance_changes) its stance.
//!
//! ```
//! use netpolity::Dataset;
//! use netpolity::stats::agreement::{AgreementMatrix, AgreementPolicy};
//! use netpolity::stats::reliability::Distance;
//!
//! let dataset = Dataset::from_json(
//!     r#"{ "netpolity": 1, "votes": [
//!          { "id": "r-1", "body": "unga", "ballots": [ "country:CHN yes", "country:USA no", "country:FRA abstain" ] },
//!          { "id": "r-2", "body": "unga", "ballots": [ "country:CHN yes", "country:USA absent", "country:FRA yes" ] } ] }"#,
//! )?;
//! let matrix = AgreementMatrix::of_votes(&dataset, dataset.votes(), &AgreementPolicy::default());
//! let [china, usa, france] = ["CHN", "USA", "FRA"].map(|code| format!("country:{code}").parse().unwrap());
//! assert_eq!(matrix.pair(&china, &usa)?.agreement()?.to_string(), "0 (1 roll-calls; left out: 1 absent)");
//! // Half-way apart once, together once.
//! assert_eq!(matrix.pair(&china, &france)?.s(Distance::Linear)?.value, 0.5);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod alignment;
mod change;
mod contribution;
mod joint;
mod matrix;
mod pair;
mod polarization;
mod policy;
mod records;

pub use alignment::{AlignmentRecord, Spell, alignment_records};
pub use change::{StanceChange, stance_changes};
pub use contribution::Contribution;
pub use joint::{JointStatements, joint_statements};
pub use matrix::AgreementMatrix;
pub use pair::PairAgreement;
pub use polarization::Polarization;
pub use policy::{Abstention, AgreementPolicy, NotCast, Several};

#[cfg(test)]
mod tests;
