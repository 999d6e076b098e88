//! Delegated files of the regional Internet registries: who got which addresses and AS numbers.
//!
//! A file is a snapshot of what one registry had given out, or still had, at the end of a day. It has a header, summaries, and
//! a record for each block. The extended format has free and reserved blocks as well, and an id that the blocks of one holder
//! share. The file in which the NRO puts those of all registries together has the same lines.
//!
//! What to know of such files:
//!
//! - The country of a block is that of its holder, as the registry has it. Where the block is used is another question.
//! - Dates of records are those of the first registration. Counting them by year is no history: what was given back or moved
//!   to another registry has left the file. History is a comparison of files.
//! - A block of IPv4 may have any number of addresses, not only a power of two.
//! - `EU`, `AP` and `ZZ` are codes of no country. Free and reserved blocks stand under `ZZ` at some registries, and under
//!   nothing at others.
//! - The serial number is a date, or the seconds since 1970. A start of `00000000` is not known.

mod fields;
mod header;
mod holdings;
mod lines;
mod overlap;
mod panel;
#[cfg(feature = "arrow")]
mod parts;
mod read;
mod record;

pub use header::Header;
pub use holdings::{Holdings, Ipv6Space, Totals};
pub use read::read;
pub use record::{Delegation, Delegations, Registry, Resource, Status};

#[cfg(feature = "arrow")]
pub(super) use parts::{Collector, Parts};
#[cfg(test)]
pub(super) use read::CASES;

#[cfg(test)]
mod tests;
