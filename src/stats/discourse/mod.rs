//! What statements add up to: who takes which stances and with whom, what is talked about, who answers whom.
//!
//! Every measure takes some statements of a dataset, such as `dataset.statements().during(..)`, says who counts as the actor of
//! a statement ([`ActorOf`](super::ActorOf)), and gives its result with what it counted and what it left out
//! ([`Measured`](super::Measured)).

mod acts;
mod attention;
mod exchanges;
mod policy;
mod products;
mod replies;
mod spread;
mod stances;
mod terms;
pub(super) mod ties;

pub use acts::{ActProfile, act_profiles};
pub use attention::{Attention, Issues, attention};
pub use exchanges::{Exchange, exchange_network, exchanges};
pub use policy::{Once, StancePolicy};
pub use replies::{Accusation, Reply, accusations};
pub use spread::{FirstUse, Spread, spread};
pub use stances::{Stances, Tally};
pub use ties::{Normalisation, Tie};
