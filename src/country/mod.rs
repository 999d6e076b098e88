//! Countries and areas: who a code stands for, since when, and what came after.
//!
//! [`Country`] is an entry of ISO 3166-1, Kosovo under its user-assigned code, or a former country of ISO 3166-3.
//! It is a two-byte handle into a table that is part of the program: no start-up work, no allocation, and a look-up by
//! code is one or two loads. [`Group`] is a set of countries (a region, an organisation, a forum, the parties to a
//! treaty) whose members are [known by date](Group::members_on); [`Composite`] is a label for several States. [`Area`] is
//! what data is about: one of these, or a code of the data's producer that is none.
//!
//! # Three doors
//!
//! - **The text form**, by [`FromStr`](std::str::FromStr) and serde, is the upper-case alpha-3 code and nothing else.
//!   Alpha-2 codes are traps in stored data: `NA` (Namibia) is a missing value to many CSV readers and `NO` (Norway) is
//!   false to YAML readers.
//! - **Codes** have a [`Scheme`]: `KSV` is Kosovo in older files of the World Bank, `EL` is Greece at Eurostat, `EU` is no
//!   country in the files of address registries. [`Scheme::area_of`] reads them, at a date where that matters, and
//!   [`Scheme::code_of`] writes them. For ISO 3166 alone there are [`Country::from_alpha2`],
//!   [`from_alpha3`](Country::from_alpha3), [`from_alpha4`](Country::from_alpha4) and
//!   [`from_numeric`](Country::from_numeric).
//! - **Names** have [`resolve`] and [`Resolver`], which never look at codes alone. How they match, and by which policy, is in
//!   [`names`].
//!
//! ```
//! use netpolity::PartialDate;
//! use netpolity::country::{Country, Group, Scheme, resolve};
//!
//! assert_eq!("NAM".parse(), Ok(Country::NAM));
//! assert_eq!(Scheme::WorldBank.area_of("ROM", None)?, Country::ROU.into());
//! assert_eq!(resolve("Congo, Dem. Rep.").country(), Some(Country::COD));
//! let date: PartialDate = "2013-09-09".parse()?;
//! assert!(Group::EU.members_on(date).contains(Country::HRV).is_yes());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Names and status
//!
//! Names are those of the UN and ISO, the [`Status`] of an entry is data beside its name, and neither is a position of this
//! crate. An entry stands for a code, not for a claim to be a State. What is disputed is handled so:
//!
//! - Entries are those of ISO 3166, and Kosovo under the codes `XK` and `XKX` that ISO leaves to users and the European
//!   Union, the World Bank and others use. It has no numeric code. [`Country::note`] says in the UN's words what is to be said.
//! - A contested capital is left out, and so is the [`sovereign`](Country::sovereign) of a contested territory.
//! - Areas without an entry, such as Northern Cyprus, are known by name and no country:
//!   [`NonCountry::Disputed`](names::NonCountry::Disputed). Whoever wants to count them to an entry says so to a
//!   [`Resolver`].
//! - Members of a group are those that the group itself counts: the African Union has Western Sahara's entry, under which
//!   it lists the Sahrawi Republic.
//!
//! # Vintage
//!
//! ISO 3166-1 and M49 as of May 2026, ISO 3166-3 whole, top-level domains of June 2026, memberships to the end of 2025,
//! World Bank regions and income groups to fiscal year 2026, names of CLDR 48. The facts and their sources
//! are in `data/README.md` of the repository, the licences in `data/LICENSES.md`; [`attribution`](attribution()) has the
//! lines to show among the credits.

mod area;
mod attribution;
mod code;
mod composite;
mod current;
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
#[allow(clippy::unreadable_literal)] // offsets and hashes
mod table;

pub use area::{Area, AreaError, SpecialCode, SpecialCodeError};
pub use attribution::attribution;
pub use code::Country;
pub use composite::{Composite, CompositeError};
pub use current::CurrentOn;
pub use domain::CcTld;
pub use error::CountryError;
pub use facts::{FlagEmoji, Status};
pub use group::{Group, GroupError, GroupKind};
pub use membership::{Change, ChangeKind, Groups, Members, Membership};
pub use names::{Resolution, Resolver, resolve};
pub use scheme::{CodeError, CodeErrorKind, Scheme};
