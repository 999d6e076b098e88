//! Blocks that have numbers or addresses in common.

use super::record::{Family, Row};

/// The records of which a number or address stands in another record as well, each with that other one.
///
/// Of several that overlap, each but the one with the first address is told once.
pub(super) fn overlaps(rows: &[Row]) -> Vec<(&Row, &Row)> {
    let mut found = Vec::new();
    for family in Family::ALL {
        let of_family = || rows.iter().filter(|row| row.resource.family() == family);
        // Registries write blocks in their order, so that most often nothing has to be sorted.
        let mut last = None;
        let in_order = of_family().all(|row| {
            let (first, end) = row.resource.ends();
            let behind = last.is_none_or(|last| first > last);
            last = Some(end);
            behind
        });
        if in_order {
            continue;
        }
        let mut sorted: Vec<(u128, u128, &Row)> = of_family()
            .map(|row| {
                let (first, last) = row.resource.ends();
                (first, last, row)
            })
            .collect();
        sorted.sort_by_key(|(first, ..)| *first);
        let mut widest: Option<(u128, &Row)> = None;
        for (first, last, row) in sorted {
            let reach = match widest {
                Some((reach, other)) if first <= reach => {
                    found.push((row, other));
                    reach
                }
                Some((reach, _)) => reach,
                None => 0,
            };
            if widest.is_none() || last > reach {
                widest = Some((last, row));
            }
        }
    }
    found
}
