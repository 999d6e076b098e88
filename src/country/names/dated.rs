//! Which entry had a name at a date.

use super::NameRole;
use crate::country::Country;
use crate::country::table::ROWS;
use crate::time::{PartialDate, Tri};

/// The entry that a name meant and others that have or had the name, or, where there was no such country then, what stood
/// or stands in its place.
#[inline]
pub(super) fn entry_on(
    country: Country,
    role: NameRole,
    date: Option<PartialDate>,
) -> Result<(Country, &'static [Country]), &'static [Country]> {
    let Some(date) = date else {
        // No other name leads to the entry from before.
        let before = if role == NameRole::Former { renamed(country) } else { None };
        return Ok((country, before.map_or(&[], alone)));
    };
    if was_there(country, date) {
        return Ok((country, outlived(country, date)));
    }
    if let Some(before) = renamed(country).filter(|before| was_there(*before, date)) {
        return Ok((before, alone(country)));
    }
    let is_over = country.span().end().latest().is_some_and(|end| end < date.earliest());
    if is_over {
        return Err(country.successors());
    }
    // An entry may be younger than what it stands for: Guernsey has had one since 2006 only.
    match in_place_of(country, date) {
        Some(other) => Err(alone(other)),
        None if country.un_member_since().is_some() => Err(&[]),
        None => Ok((country, &[])),
    }
}

/// Whether an entry was, or may have been, in ISO 3166-1 at a date; those of the first edition also before.
pub(super) fn was_there(country: Country, date: PartialDate) -> bool {
    let span = country.span();
    let first_edition = span.start().date().is_some_and(|start| start.year() == 1974);
    (first_edition && date.year() < 1974) || span.covers(date) != Tri::No
}

/// The former entry that differs from this one by its name only: it has the same number.
fn renamed(country: Country) -> Option<Country> {
    RENAMED[country.position()]
}

/// For each row the entry from before a change of name.
static RENAMED: [Option<Country>; ROWS.len()] = {
    let mut renamed = [None; ROWS.len()];
    let mut row = 0;
    while row < ROWS.len() {
        if let [after] = ROWS[row].successors {
            let after = after.position();
            if ROWS[row].numeric != 0 && ROWS[row].numeric == ROWS[after].numeric {
                renamed[after] = Some(EACH[row]);
            }
        }
        row += 1;
    }
    renamed
};

/// The former entry that stood in the place of a later one.
fn in_place_of(country: Country, date: PartialDate) -> Option<Country> {
    country.predecessors().find_map(|before| {
        if was_there(before, date) { Some(before) } else { in_place_of(before, date) }
    })
}

/// The successors of a State that had ended while its code was still in ISO 3166-1.
fn outlived(country: Country, date: PartialDate) -> &'static [Country] {
    match country.state_ended() {
        Some(end) if end.latest() < date.earliest() => country.successors(),
        _ => &[],
    }
}

/// A list of one.
fn alone(country: Country) -> &'static [Country] {
    std::slice::from_ref(&EACH[country.position()])
}

static EACH: [Country; ROWS.len()] = each();

const fn each() -> [Country; ROWS.len()] {
    let mut each = [Country::at(0); ROWS.len()];
    let mut row = 0;
    while row < each.len() {
        #[allow(clippy::cast_possible_truncation)] // there are fewer rows than a `u16` counts
        let country = Country::at(row as u16);
        each[row] = country;
        row += 1;
    }
    each
}
