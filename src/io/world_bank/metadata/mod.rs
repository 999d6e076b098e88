//! What the source says of its countries, its indicators, and single values.

mod country;
mod indicator;
mod note;
mod sheet;
#[cfg(test)]
mod tests;

pub use country::{CountryMetadata, read_countries};
pub use indicator::{IndicatorMetadata, read_indicators};
pub use note::{Note, read_notes};

use crate::country::Area;
use crate::finding::importing as rules;
use crate::io::Error;
use crate::io::import::{Import, Place};

/// The area of a row, or a rejection of the row.
fn area(
    import: &mut Import<'_>,
    place: Place,
    code: &str,
    name: &str,
) -> Result<Option<Area>, Error> {
    let area = import.new_area(place, code.trim(), name.trim())?;
    if area.is_none() {
        let message = || "the row has no area".to_owned();
        import.reject(rules::AREA_UNKNOWN, place, code, 1, message)?;
    }
    Ok(area)
}
