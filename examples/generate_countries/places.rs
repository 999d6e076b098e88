//! Where the rows of the index of names stand, and where their texts.

use super::Result;
use super::names::layout::{PARTS, part, place};

/// For each part of the hashes a seed, with which each of them has a place of its own, and what stands at each place.
///
/// Refused are two hashes that are the same, for which there is none.
pub(super) fn without_collisions(hashes: &[u64]) -> Result<(Vec<u16>, Vec<Option<usize>>)> {
    let mut parts = vec![Vec::new(); PARTS];
    for (at, hash) in hashes.iter().enumerate() {
        parts[part(*hash)].push(at);
    }
    // The largest first, while there is much room; some is left for the last.
    let mut order: Vec<usize> = (0..PARTS).collect();
    order.sort_by_key(|part| std::cmp::Reverse(parts[*part].len()));
    let mut places = vec![None; hashes.len() + hashes.len() / 32];
    let mut seeds = vec![0; PARTS];
    for part in order {
        let of = |at: &usize, seed| place(hashes[*at], seed, places.len());
        let fits = |seed: &u16| {
            let mut taken: Vec<usize> = Vec::new();
            parts[part].iter().all(|at| {
                let place = of(at, *seed);
                let free = places[place].is_none() && !taken.contains(&place);
                taken.push(place);
                free
            })
        };
        let seed = (0..=u16::MAX).find(fits).ok_or("two names have the same hash")?;
        let found: Vec<usize> = parts[part].iter().map(|at| of(at, seed)).collect();
        for (at, place) in parts[part].iter().zip(found) {
            places[place] = Some(*at);
        }
        seeds[part] = seed;
    }
    Ok((seeds, places))
}

/// One text in which all of these stand, in pieces, and where in it each begins. They have to be different.
///
/// Those of which the second is `true` stand together, at its beginning.
pub(super) fn shared_text<'t>(texts: &[(&'t str, bool)]) -> (Vec<&'t str>, Vec<usize>) {
    let (texts, leads): (Vec<&str>, Vec<bool>) = texts.iter().copied().unzip();
    // Every end of every text, sorted: those that begin with a text are neighbours.
    let mut ends: Vec<(&str, usize)> = Vec::new();
    for (at, text) in texts.iter().enumerate() {
        ends.extend(text.char_indices().map(|(from, _)| (&text[from..], at)));
    }
    ends.sort_unstable();
    let holder = |at: usize| {
        let first = ends.partition_point(|(end, _)| *end < texts[at]);
        let mut holding = ends[first..].iter().take_while(|(end, _)| end.starts_with(texts[at]));
        holding
            .find(|(_, other)| *other != at && leads[*other] >= leads[at])
            .map(|(end, other)| (texts[*other].len() - end.len(), *other))
    };
    let mut order: Vec<usize> = (0..texts.len()).collect();
    order.sort_by_key(|at| std::cmp::Reverse((leads[*at], texts[*at].len())));
    let (mut pieces, mut length) = (Vec::new(), 0);
    let mut starts = vec![0; texts.len()];
    for at in order {
        if let Some((from, other)) = holder(at) {
            // It is longer, and has a place.
            starts[at] = starts[other] + from;
        } else {
            starts[at] = length;
            pieces.push(texts[at]);
            length += texts[at].len();
        }
    }
    (pieces, starts)
}
