//! Numbers that follow from other numbers, and a reason where none does.
//!
//! Each function takes plain numbers (`f64`) or [`Interval`](crate::quantity::Interval)s: a [`Figure`]. An interval
//! stands for one number that is not known more closely; the result then holds every value that the formula can give
//! for numbers within the operands.
//!
//! | of what | asked for | here |
//! |---|---|---|
//! | two numbers | shares, rates, change, gaps | [`penetration_rate`], [`rate_per`], [`cagr`], [`Gap`] |
//! | a series | growth over breaks, level in between, when it was reached | [`growth`], [`interpolate`], [`first_reached`], [`diffusion`] |
//! | members of a group | sum or mean, refused below coverage | [`Aggregate`], [`Groups`] |
//! | a distribution | inequality, concentration, convergence | [`Distribution`], [`Concentration`], [`beta_convergence`] |
//! | several indicators | an index | [`composite()`] |
//! | claims | whether data bears them out | [`claims`] |
//! | statements | who stands with whom, on what, who answers whom | [`discourse`], [`network`] |
//! | votes and stances | agreement, joining, change of stance | [`agreement`] |
//! | events and tenures | regularity, attendance, balance, length, turnover | [`events`], [`tenures`] |
//! | codings | how far coders agree | [`reliability`] |
//! | the data itself | gaps, estimates, revisions | [`Quality`], [`Revisions`] |
//!
//! Measures over records, such as [`discourse`], [`events`] and [`tenures`], give a [`Measured`] result: with what it counted, on how much it
//! rests, and what it left out.
//!
//! Every formula has a domain, such as a population above zero. A plain number outside it is refused. An interval
//! is refused where it lies outside altogether; where only part of it does, that part is left out, because the number
//! it stands for cannot lie there.
//!
//! ```
//! use netpolity::quantity::Interval;
//! use netpolity::stats::{Refusal, penetration_rate, rate_per};
//!
//! assert_eq!(penetration_rate(330.0, 1320.0)?, 25.0);
//!
//! let users: Interval = "[540000000, 600000000)".parse().unwrap();
//! let population: Interval = "[1330000000, 1350000000]".parse().unwrap();
//! let share = penetration_rate(users, population)?;
//! assert!(share.certainly_below(&Interval::exactly(46)));
//!
//! // Two lower bounds say nothing about their ratio.
//! let posts = Interval::above(200_000_000);
//! let bloggers = Interval::above(300_000_000);
//! assert!(matches!(rate_per(1, posts, bloggers), Err(Refusal::Undetermined { .. })));
//! # Ok::<(), Refusal>(())
//! ```

mod aggregate;
pub mod agreement;
pub mod claims;
mod composite;
mod concentration;
mod convergence;
mod derived;
pub mod diffusion;
pub mod discourse;
pub mod events;
mod figure;
mod gap;
mod growth;
mod inequality;
mod measured;
pub mod network;
mod path;
mod people;
mod quality;
mod rates;
mod refusal;
pub mod reliability;
mod side;
pub mod tenures;

pub use aggregate::{Aggregate, AggregateAt, Groups, Members, Method, Policy};
pub use composite::{Component, Composite, Incomplete, Mean, Scale, composite};
pub use concentration::Concentration;
pub use convergence::{Beta, Spread, beta_convergence, spread};
pub use derived::{Derived, Note, Notes};
pub use figure::Figure;
pub use gap::{Gap, Parity, parity_score, relative_gap};
pub use growth::{absolute_change, cagr, percentage_point_change, relative_change};
pub use inequality::{Decomposition, Distribution, GroupPart, theil_by_group};
pub use measured::{Counted, Excluded, Exclusions, Measured};
pub use path::{
    Breaks, Growth, Interpolation, doubling_time, first_reached, growth, interpolate, log_growth,
    logit_growth, remaining_gap_closed, time_distance, years_between,
};
pub use people::People;
pub use quality::{Quality, Revisions};
pub use rates::{
    implied_base, offline_population, offline_population_from_share, penetration_rate, per_hundred,
    per_million, rate_per,
};
pub use refusal::{Operand, Refusal};
pub use side::{ActorOf, Side, Undecided};
