//! Dates as sources give them, spans between them, and the periods of a series.
//!
//! Sources rarely give a day. [`PartialDate`] keeps what was said (a year, a half, a quarter, a month or a day, with
//! a qualifier) and never fills the gap: `2013-09` is not 1 September. [`Span`] has two [`Bound`]s, each of which may
//! be dated, before or after a date, unknown, open or not applicable. Relations between such values answer [`Tri`]:
//! yes, no, or maybe where the precision leaves it open. [`Period`] is what an observation in a series refers to.
//!
//! Text forms follow ISO 8601 and the useful part of the Extended Date/Time Format (EDTF, level 1); dates and spans
//! are also read in the common English forms. Everything is a calendar day in the proleptic Gregorian calendar: there
//! are no times of day and no time zones, and nothing asks the clock.
//!
//! ```
//! use netpolity::time::{PartialDate, Span, Tri};
//!
//! let roundtable: Span = "9 September 2013".parse()?;
//! assert_eq!(roundtable.to_string(), "2013-09-09");
//!
//! // In office from some day of April 2013 to 19 July 2016.
//! let tenure: Span = "2013-04/2016-07-19".parse()?;
//! assert_eq!(tenure.contains(&roundtable), Tri::Yes);
//! let start: PartialDate = "2013-04-15".parse()?;
//! assert_eq!(tenure.covers(start), Tri::Maybe);
//! # Ok::<(), netpolity::time::DateError>(())
//! ```
//!
//! Out of scope: unspecified digits (`201X`), seasons, sets of dates, and calendars other than the Gregorian.

mod bound;
mod date;
mod english;
mod error;
mod iso;
#[cfg(feature = "schema")]
mod pattern;
mod period;
mod span;
#[cfg(test)]
mod strategy;
mod tri;

pub use bound::{Bound, DateRange};
pub use date::{PartialDate, Precision, Qualifier};
pub use error::DateError;
pub(crate) use period::Grid;
pub use period::{Period, PeriodKind};
pub use span::Span;
pub use tri::Tri;
