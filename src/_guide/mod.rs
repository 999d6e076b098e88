//! The guide: what to know before the first line of code, in eleven chapters of a few minutes each.
//!
//! Every chapter starts from a question, answers it with data that ships with the crate, asserts what it says, and names
//! the trap that it avoids. The chapters build on each other a little; each can be read alone.
//!
//! 1. [The model](model): which record takes which fact.
//! 2. [Time](time): dates as precise as their source, open ends, and answers that may be *maybe*.
//! 3. [Countries](countries): codes, names, groups as of a date, and areas that are no country.
//! 4. [Sources and disagreement](sources): what one source says beside what the dataset holds.
//! 5. [Reading files](reading): any published table, with an account of every row.
//! 6. [Vintages](vintages): one number, several releases.
//! 7. [Aggregates and refusals](aggregates): what a region is, and when it is nothing.
//! 8. [Claims](claims): a figure in a sentence, held against the data.
//! 9. [Statements and measures](statements): who said what for whom, and what many such records add up to.
//! 10. [Validation](validation): what is wrong with a dataset, and rules of your own.
//! 11. [Extending](extending): own indicators, aliases, taxonomies and formats.
//!
//! The [cookbook] has short recipes for single tasks.
//!
//! # Where to begin
//!
//! | you have | read first | then |
//! |---|---|---|
//! | a program, and `cargo add netpolity` | [the model](model) | [validation], [extending] |
//! | a folder of JSON or a spreadsheet of records | [the model](model) | [sources], [statements] |
//! | downloaded files of figures | [reading files](reading) | [vintages], [aggregates] |
//! | a sentence with a figure in it | [claims] | [vintages], [time] |

#[doc = include_str!("model.md")]
pub mod model {}
#[doc = include_str!("time.md")]
pub mod time {}
#[doc = include_str!("countries.md")]
pub mod countries {}
#[doc = include_str!("sources.md")]
pub mod sources {}
#[doc = include_str!("reading.md")]
pub mod reading {}
#[doc = include_str!("vintages.md")]
pub mod vintages {}
#[doc = include_str!("aggregates.md")]
pub mod aggregates {}
#[doc = include_str!("claims.md")]
pub mod claims {}
#[doc = include_str!("statements.md")]
pub mod statements {}
#[doc = include_str!("validation.md")]
pub mod validation {}
#[doc = include_str!("extending.md")]
pub mod extending {}
#[doc = include_str!("cookbook.md")]
pub mod cookbook {}
