//! How many there were.

use crate::actor::StakeholderGroup;
use crate::event::{self, Event, EventFact, Headcount};
use crate::quantity::{Interval, Tolerance, Unit};
use crate::source::Rank;
use crate::stats::{Counted, Excluded, Exclusions, Measured, Refusal};

/// What follows from several head counts of one thing.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum Hull<'a> {
    /// The numbers that all of them allow.
    Within(Interval),
    /// Two of them that no number satisfies: the first is the one that reaches less far up.
    Contradiction([&'a Headcount; 2]),
}

/// How many there were at an event, by all head counts of one thing: the record's own, and what single sources say.
///
/// Head counts of another thing or of another stakeholder group, and those in percent, are [`Excluded::Outside`]; those that their editor
/// holds to be wrong are [`Excluded::NotStanding`].
///
/// ```
/// use netpolity::catalogue;
/// use netpolity::event::Counted;
/// use netpolity::quantity::Tolerance;
/// use netpolity::stats::events::{Hull, attendance_hull};
///
/// let dataset = catalogue::records();
/// let of = |event: &str, of| attendance_hull(dataset.event(event).unwrap(), of, None, &Tolerance::default());
/// let dakar = |counted| match of("gac-dakar-2011", counted)?.value {
///     Hull::Within(interval) => Ok(interval),
///     contradiction => panic!("{contradiction:?}"),
/// };
/// // 46 in the room and 3 at a distance are the 49 that were present.
/// let sum = dakar(Counted::OnSite)?.add(&dakar(Counted::Remote)?).unwrap();
/// assert_eq!((sum, sum.to_string().as_str()), (dakar(Counted::Total)?, "[49, 49]"));
/// // Of the forum of 2009 one says 1480, and another more than 1500.
/// let Hull::Contradiction([less, more]) = of("igf-4", Counted::Total)?.value else { panic!() };
/// assert_eq!((less.to_string(), more.to_string()), ("1480".into(), "1800".into()));
/// # Ok::<(), netpolity::stats::Refusal>(())
/// ```
///
/// # Errors
/// [`Refusal::Empty`] where there is no such head count; [`Refusal::Overflow`] where one has too many digits.
pub fn attendance_hull<'a>(
    event: &'a Event,
    of: event::Counted,
    group: Option<StakeholderGroup>,
    tolerance: &Tolerance,
) -> Result<Measured<Hull<'a>>, Refusal> {
    let mut excluded = Exclusions::NONE;
    let mut counts: Vec<(&Headcount, Interval)> = Vec::new();
    let attested = event.attests.iter().filter_map(|attestation| match &attestation.says {
        EventFact::Headcount(headcount) => Some((headcount, attestation.rank != Rank::Deprecated)),
        _ => None,
    });
    let own = event.headcounts.iter().map(|headcount| (headcount, true));
    for (headcount, stands) in own.chain(attested) {
        if headcount.of != of || headcount.group != group || headcount.count.unit() != Unit::Count {
            excluded.add(Excluded::Outside, 1);
        } else if !stands {
            excluded.add(Excluded::NotStanding, 1);
        } else {
            let interval = headcount.count.interval(tolerance);
            let interval = interval.map_err(|_| Refusal::Overflow { what: "a head count" })?;
            counts.push((headcount, interval));
        }
    }
    let support = u32::try_from(counts.len()).unwrap_or(u32::MAX);
    let hull = hull(&counts).ok_or(Refusal::Empty)?;
    Ok(Measured { excluded, ..Measured::new(hull, Counted::Headcounts, support) })
}

fn hull<'a>(counts: &[(&'a Headcount, Interval)]) -> Option<Hull<'a>> {
    let (first, others) = counts.split_first()?;
    // Intervals on a line have a number in common where every two of them have.
    for (at, (headcount, interval)) in counts.iter().enumerate() {
        let against = |(_, other): &&(&Headcount, Interval)| !interval.possibly_equal(other);
        if let Some((other, reaches)) = counts.iter().skip(at + 1).find(against) {
            let below = interval.certainly_below(reaches);
            let pair = if below { [*headcount, *other] } else { [*other, *headcount] };
            return Some(Hull::Contradiction(pair));
        }
    }
    let common = others.iter().try_fold(first.1, |common, (_, own)| common.intersect(own))?;
    Some(Hull::Within(common))
}
