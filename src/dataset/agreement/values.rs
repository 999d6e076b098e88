//! How two values of one field stand to each other, whatever the record.

use crate::country::Country;
use crate::event::{Headcount, Place, Sitting};
use crate::name::Name;
use crate::quantity::{Hedge, Quantity, Tolerance};
use crate::source::{Agreement, DateKind, Explanation};
use crate::text::folded;
use crate::time::{Bound, PartialDate, Span, Tri};

/// The closest of several comparisons; nothing to compare with is compatible with anything.
pub(super) fn best(agreements: impl Iterator<Item = Agreement>) -> Agreement {
    agreements
        .min_by_key(|agreement| match agreement {
            Agreement::Agree => 0,
            Agreement::Refines => 1,
            Agreement::Compatible => 2,
            Agreement::Explained(_) => 3,
            Agreement::Contradicts => 4,
        })
        .unwrap_or(Agreement::Compatible)
}

/// The looser of two comparisons that have to hold together.
fn both(a: Agreement, b: Agreement) -> Agreement {
    match (a, b) {
        (Agreement::Contradicts, _) | (_, Agreement::Contradicts) => Agreement::Contradicts,
        (Agreement::Explained(why), _) | (_, Agreement::Explained(why)) => {
            Agreement::Explained(why)
        }
        (Agreement::Compatible, _) | (_, Agreement::Compatible) => Agreement::Compatible,
        (Agreement::Agree, Agreement::Agree) => Agreement::Agree,
        _ => Agreement::Refines,
    }
}

/// What each of two dates marks, where their sources say so.
pub(super) type Kinds = [Option<DateKind>; 2];

pub(super) fn dates(a: PartialDate, b: PartialDate, kinds: Kinds) -> Agreement {
    if a == b {
        Agreement::Agree
    } else if a.refines(b) || b.refines(a) {
        Agreement::Refines
    } else if a.is_same_day(b) != Tri::No {
        Agreement::Compatible
    } else {
        differ(kinds)
    }
}

/// Two dates that differ are explained where they mark different things, and one of them not the change itself.
fn differ([a, b]: Kinds) -> Agreement {
    let other = [b, a].into_iter().flatten().find(|kind| !kind.is_change());
    match other {
        Some(kind) if a != b => Agreement::Explained(Explanation::DateKind(kind)),
        _ => Agreement::Contradicts,
    }
}

pub(super) fn bounds(a: Bound, b: Bound, kinds: Kinds) -> Agreement {
    if a == b {
        return Agreement::Agree;
    }
    if let (Bound::On(a), Bound::On(b)) = (a, b) {
        return dates(a, b, kinds);
    }
    match (a, b) {
        (Bound::Unknown, _)
        | (_, Bound::Unknown)
        | (Bound::Open | Bound::NotYet, Bound::Open | Bound::NotYet) => Agreement::Compatible,
        // One says that it has ended, or had a beginning, and the other that it has not.
        (Bound::Open | Bound::NotYet | Bound::NotApplicable, _)
        | (_, Bound::Open | Bound::NotYet | Bound::NotApplicable) => differ(kinds),
        _ => {
            let after = |a: Bound, b: Bound| matches!((a.earliest(), b.latest()), (Some(earliest), Some(latest)) if earliest > latest);
            if after(a, b) || after(b, a) { differ(kinds) } else { Agreement::Compatible }
        }
    }
}

pub(super) fn spans(a: &Span, b: &Span) -> Agreement {
    let kinds = [None, None];
    both(bounds(a.start(), b.start(), kinds), bounds(a.end(), b.end(), kinds))
}

/// A sitting as a place.
pub(super) fn place_of(sitting: &Sitting) -> Place {
    let mut place = Place::new();
    place.venue.clone_from(&sitting.venue);
    place.city.clone_from(&sitting.city);
    place.region.clone_from(&sitting.region);
    place.country = sitting.country;
    place
}

pub(super) fn places(a: &Place, b: &Place) -> Agreement {
    // Country, region, city, venue: each given by both, by one, or by none.
    let levels = [
        (a.country.map(Country::as_str), b.country.map(Country::as_str)),
        (a.region.as_deref(), b.region.as_deref()),
        (a.city.as_deref(), b.city.as_deref()),
        (a.venue.as_deref(), b.venue.as_deref()),
    ];
    let mut agreement = Agreement::Agree;
    for level in levels {
        match level {
            (Some(a), Some(b)) if a != b => return Agreement::Contradicts,
            (Some(_), None) | (None, Some(_)) => agreement = Agreement::Refines,
            _ => {}
        }
    }
    agreement
}

/// Head counts, which are compared only where they count the same.
pub(super) fn headcounts(a: &Headcount, b: &Headcount, tolerance: &Tolerance) -> Agreement {
    if (a.of, a.group) != (b.of, b.group) {
        return Agreement::Compatible;
    }
    if a.count == b.count {
        return Agreement::Agree;
    }
    let (Ok(in_a), Ok(in_b)) = (a.count.interval(tolerance), b.count.interval(tolerance)) else {
        return Agreement::Compatible;
    };
    // A number refines a phrase that allows it; two phrases that overlap are only compatible.
    let is_number = |count: &Quantity| matches!(count.hedge(), Hedge::Exactly | Hedge::Bare);
    let refines = is_number(&a.count) && in_a.is_subset_of(&in_b)
        || is_number(&b.count) && in_b.is_subset_of(&in_a);
    match in_a.intersect(&in_b) {
        None => Agreement::Contradicts,
        Some(_) if refines => Agreement::Refines,
        Some(_) => Agreement::Compatible,
    }
}

/// Names never contradict: a body has several.
pub(super) fn names(a: &Name, b: &Name) -> Agreement {
    if a.text == b.text {
        let (known, other) = (&a.span, &b.span);
        let dated = known != other && !known.is_unknown() && !other.is_unknown();
        if dated { spans(known, other) } else { Agreement::Agree }
    } else if folded(&a.text) == folded(&b.text) {
        Agreement::Agree
    } else {
        Agreement::Compatible
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bound(text: &str) -> Bound {
        text.parse().unwrap()
    }

    #[test]
    fn dates_of_different_kinds_do_not_contradict() {
        // The appointment of 2013: one source has the month, another the day on which it was reported.
        let compare = |kinds| bounds(bound("2013-04"), bound("2013-05-10"), kinds);
        let reported = Agreement::Explained(Explanation::DateKind(DateKind::Reported));
        assert_eq!(compare([None, Some(DateKind::Reported)]), reported);
        assert_eq!(compare([Some(DateKind::Reported), Some(DateKind::TookOffice)]), reported);
        assert_eq!(compare([None, None]), Agreement::Contradicts);
        assert_eq!(compare([None, Some(DateKind::TookOffice)]), Agreement::Contradicts);
        // Two reports of one thing do.
        assert_eq!(
            compare([Some(DateKind::Reported), Some(DateKind::Reported)]),
            Agreement::Contradicts
        );
    }

    #[test]
    fn coarser_and_bounded_dates_agree_where_they_can() {
        let compare = |a, b| bounds(bound(a), bound(b), [None, None]);
        assert_eq!(compare("2013-05", "2013-05-10"), Agreement::Refines);
        assert_eq!(compare("2011-05-04", "2011-05-05"), Agreement::Contradicts);
        assert_eq!(compare("[..2013-06]", "2013-05-10"), Agreement::Compatible);
        assert_eq!(compare("[..2013-03]", "2013-05-10"), Agreement::Contradicts);
        assert_eq!(compare("unknown", "2013"), Agreement::Compatible);
        assert_eq!(compare("..", "2013"), Agreement::Contradicts);
    }

    #[test]
    fn phrases_that_overlap_are_compatible_and_numbers_refine_them() {
        // The third roundtable: almost 100 in one language, 90-odd in the other.
        let count = |text: &str| Headcount::new(text.parse().unwrap());
        let compare = |a, b| headcounts(&count(a), &count(b), &Tolerance::default());
        assert_eq!(compare("almost 100", "90-odd"), Agreement::Compatible);
        assert_eq!(compare("more than 100", "105"), Agreement::Refines);
        assert_eq!(compare("105", "more than 100"), Agreement::Refines);
        assert_eq!(compare("more than 100", "90-odd"), Agreement::Contradicts);
        assert_eq!(compare("more than 100", "more than 100"), Agreement::Agree);
    }

    #[test]
    fn a_region_and_a_city_refine_each_other() {
        // The eleventh IGF: one list has the state, another the city in it.
        let mut city = Place::new();
        city.city = Some("Guadalajara".into());
        let mut place = Place::new();
        place.region = Some("Jalisco".into());
        assert_eq!(places(&city, &place), Agreement::Refines);
        place.city = Some("Mexico City".into());
        assert_eq!(places(&city, &place), Agreement::Contradicts);
    }

    #[test]
    fn names_agree_but_for_case_and_space() {
        let compare = |a: &str, b: &str| names(&a.into(), &b.into());
        assert_eq!(
            compare("Cyberspace Administration", "cyberspace  administration"),
            Agreement::Agree
        );
        assert_eq!(compare("Cyberspace Administration", "SIIO"), Agreement::Compatible);
    }
}
