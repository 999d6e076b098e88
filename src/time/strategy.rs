//! Arbitrary dates, bounds and spans for the tests of the laws.

use chrono::NaiveDate;
use proptest::prelude::*;

use super::{Bound, PartialDate, Precision, Qualifier, Span};

fn day() -> impl Strategy<Value = NaiveDate> {
    let days = |from: i32, to: i32| {
        (from..to).prop_map(|number| NaiveDate::from_num_days_from_ce_opt(number).unwrap())
    };
    // From 2012 to 2015, where dates meet; the whole calendar; its two ends.
    prop_oneof![
        4 => days(734_503, 735_964),
        1 => days(-95_000_000, 95_000_000),
        1 => prop_oneof![Just(NaiveDate::MIN), Just(NaiveDate::MAX)],
    ]
}

fn dates_of(qualifiers: impl Strategy<Value = Qualifier>) -> impl Strategy<Value = PartialDate> {
    (day(), prop::sample::select(Precision::ALL), qualifiers).prop_map(
        |(day, precision, qualifier)| {
            PartialDate::from(day).coarsen(precision).with_qualifier(qualifier)
        },
    )
}

pub(super) fn date() -> impl Strategy<Value = PartialDate> {
    dates_of(prop::sample::select(Qualifier::ALL))
}

pub(super) fn exact_date() -> impl Strategy<Value = PartialDate> {
    dates_of(Just(Qualifier::Exact))
}

/// Bounds on the dates of a strategy.
pub(super) fn bound_on<S>(dates: fn() -> S) -> impl Strategy<Value = Bound>
where
    S: Strategy<Value = PartialDate> + 'static,
{
    prop_oneof![
        3 => dates().prop_map(Bound::On),
        1 => dates().prop_map(Bound::Before),
        1 => dates().prop_map(Bound::After),
        1 => (dates(), dates()).prop_map(|(a, b)| {
            Bound::between(a, b).unwrap_or_else(|_| Bound::between(b, a).unwrap())
        }),
        1 => prop::sample::select(&[Bound::Unknown, Bound::Open, Bound::NotYet, Bound::NotApplicable]),
    ]
}

/// Spans between the bounds on the dates of a strategy.
pub(super) fn span_on<S>(dates: fn() -> S) -> impl Strategy<Value = Span>
where
    S: Strategy<Value = PartialDate> + 'static,
{
    (bound_on(dates), bound_on(dates)).prop_map(|(a, b)| {
        Span::new(a, b).unwrap_or_else(|_| Span::new(b, a).unwrap_or(Span::UNKNOWN))
    })
}
