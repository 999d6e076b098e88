//! Numbers as somebody reported them: exact decimals, intervals, units and hedges.
//!
//! A [`Quantity`] keeps what was said: the written digits, the unit and the [`Hedge`] with its direction. Under a
//! named [`Tolerance`] it says which numbers it allows, as an [`Interval`] whose ends are open, closed or absent.
//! Two figures agree where their intervals meet; nothing is reduced to a midpoint.
//!
//! ```
//! use netpolity::quantity::{Interval, Quantity, Tolerance};
//!
//! let users: Quantity = "almost 600 million".parse()?;
//! let share: Quantity = "44.1 percent".parse()?;
//! let tolerance = Tolerance::default();
//!
//! // "Almost" stays below the number.
//! assert_eq!(users.interval(&tolerance)?.to_string(), "[540000000, 600000000)");
//! assert_eq!(share.interval(&tolerance)?.to_string(), "[44.05, 44.15)");
//!
//! // What the two say together about the population.
//! let population = users.implied_base(&share, &tolerance)?;
//! assert!(population.certainly_below(&Interval::exactly(1_362_100_000)));
//! # Ok::<(), netpolity::quantity::QuantityError>(())
//! ```

mod arithmetic;
mod chinese;
mod decimal;
mod english;
mod error;
mod find;
mod hedge;
mod implied;
mod interval;
mod lexicon;
mod number;
mod phrase;
mod reported;
mod spelled;
mod tolerance;
mod unit;

pub use decimal::{Decimal, DecimalError};
pub use error::QuantityError;
pub use find::{Finder, Found, QuantityKind, find};
pub use hedge::Hedge;
pub use implied::{implied_base, implied_share};
pub use interval::{End, Interval, IntervalError};
pub use reported::Quantity;
pub use tolerance::{Rounding, Tolerance};
pub use unit::{Unit, UnitError};
