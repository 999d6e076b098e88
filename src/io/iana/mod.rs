//! Lists of top-level domains of the Internet Assigned Numbers Authority.
//!
//! - The list of the root zone has nothing but labels, in the form of the DNS: `XN--FIQS8S` for `.中国`. Nothing there says which
//!   are country codes. By policy all labels of two letters are; internationalized ones are known to
//!   [`Scheme::CcTld`](crate::country::Scheme::CcTld). Copies are in circulation without the first line, or in lower case.
//! - The root database, as tables of it are passed around, has type and organisation too, and domains that were given back:
//!   their organisation is `Not assigned`. Domains of scripts that are written from right to left stand between invisible marks
//!   of direction. Organisations may go over several lines.
//! - A code of two letters is not always that of ISO 3166: `.uk` is that of the United Kingdom, `.ac` that of a part of Saint
//!   Helena's territory, `.su` outlived its country, and `.eu` is that of no country.

mod database;
mod domain;
mod list;

pub use database::read_root_database;
pub use domain::{DomainKind, TopLevelDomain, TopLevelDomains};
pub use list::read_tlds;

#[cfg(test)]
pub(super) use list::CASES;
