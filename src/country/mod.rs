//! Countries and areas: who a code stands for, since when, and what came after.
//!
//! [`Country`] is an entry of ISO 3166-1, Kosovo under its user-assigned code, or a former country of ISO 3166-3.
//! It is a two-byte handle into a table that is part of the program: no start-up work, no allocation, and a look-up by
//! code is one or two loads. [`Area`] is what data is about: a country, or a code of the data's producer that is no country.
//! Groups of countries join it under the text form `group:eu`.
//!
//! # Three doors
//!
//! - The text form, by [`FromStr`](std::str::FromStr) and serde, is the upper-case alpha-3 code and nothing else.
//!   Alpha-2 codes are traps in stored data: `NA` (Namibia) is a missing value to many CSV readers and `NO` (Norway) is
//!   false to YAML readers.
//! - [`Country::from_alpha2`], [`from_alpha3`](Country::from_alpha3), [`from_alpha4`](Country::from_alpha4) and
//!   [`from_numeric`](Country::from_numeric) read ISO 3166 codes.
//! - Names are read by neither.
//!
//! # Names and status
//!
//! Names are those of the UN and ISO, the status of an entry is data beside its name, and neither is a position of this
//! crate. An entry stands for a code, not for a claim to be a State.
//!
//! The facts and their sources are in `data/README.md` of the repository, the licences in `data/LICENSES.md`;
//! [`attribution`](attribution()) has the lines to show among the credits.

mod area;
mod attribution;
mod code;
mod composite;
mod domain;
mod error;
mod facts;
mod group;
mod lookup;
mod membership;
pub mod names;
mod packed;
mod scheme;
#[rustfmt::skip] // one row a line
#[allow(clippy::doc_markdown)] // the McDonald Islands are no code
#[allow(clippy::inconsistent_digit_grouping)] // dates: year, month, day
mod table;

pub use area::{Area, AreaError, SpecialCode, SpecialCodeError};
pub use attribution::attribution;
pub use code::Country;
pub use composite::{Composite, CompositeError};
pub use domain::CcTld;
pub use error::CountryError;
pub use facts::{FlagEmoji, Status};
pub use group::{Group, GroupError, GroupKind};
pub use membership::{Change, ChangeKind, Groups, Members, Membership};
pub use names::{Resolution, Resolver, resolve};
pub use scheme::{CodeError, CodeErrorKind, Scheme};
