//! The days that the ends of a span can be, where a rule needs the days themselves and not a relation.

use chrono::NaiveDate;

use crate::time::{Bound, Span};

/// The first and the last day on which a span can start and end.
///
/// What nothing limits is the calendar's first or last day; so is an open start or end. A date that may be wrong
/// limits nothing. Of the days of both ends only those count that leave room for the other one.
#[derive(Clone, Copy)]
pub(super) struct Days {
    pub(super) first_start: NaiveDate,
    pub(super) last_start: NaiveDate,
    pub(super) first_end: NaiveDate,
    pub(super) last_end: NaiveDate,
}

impl Days {
    /// `None` for what has not begun, and where a beginning makes no sense.
    pub(super) fn of(span: &Span) -> Option<Self> {
        if span.start() == Bound::NotApplicable {
            return None;
        }
        let [first_start, last_start, first_end, last_end] = span.end_days()?;
        Some(Self { first_start, last_start, first_end, last_end })
    }

    /// The days on which a span certainly holds: none where its dates leave that open for each of them.
    pub(super) fn certain(span: &Span) -> Option<(NaiveDate, NaiveDate)> {
        let days = Self::of(span)?;
        (days.last_start <= days.first_end).then_some((days.last_start, days.first_end))
    }

    /// Whether nothing limits when it started.
    pub(super) fn has_no_start(&self) -> bool {
        self.first_start == NaiveDate::MIN
    }

    /// The first and the last day of several spans together. `None` where there are none or one has not begun.
    pub(super) fn hull<'a>(spans: impl Iterator<Item = &'a Span>) -> Option<Self> {
        let mut hull: Option<Self> = None;
        for span in spans {
            let days = Self::of(span)?;
            hull = Some(hull.map_or(days, |hull| Self {
                first_start: hull.first_start.min(days.first_start),
                last_start: hull.last_start.min(days.last_start),
                first_end: hull.first_end.max(days.first_end),
                last_end: hull.last_end.max(days.last_end),
            }));
        }
        hull
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Tri;

    #[test]
    fn what_is_certain_is_what_the_span_covers() {
        let spans = [
            "2013-05/2014",
            "2013-05-15/",
            "/2013-05-15",
            "2013-05/..",
            "../2014",
            "2013-09",
            "[..2013-05]/2014",
            "2013?/2014-03-01",
            "2013-05-15/2014~",
            "2013/2013-05-20",
            "[2013-02..2013-04]/[2013-06..]",
            "/",
        ];
        let days = NaiveDate::from_ymd_opt(2012, 12, 1).unwrap().iter_days().take(900);
        for day in days {
            for text in spans {
                let span: Span = text.parse().unwrap();
                let known = Days::of(&span).unwrap();
                let certain = known.last_start <= day && day <= known.first_end;
                assert_eq!(certain, span.covers(day) == Tri::Yes, "{text} on {day}");
                let possible = known.first_start <= day && day <= known.last_end;
                assert_eq!(possible, span.covers(day) != Tri::No, "{text} on {day}");
            }
        }
        assert!(Days::of(&"not-yet".parse().unwrap()).is_none());
    }
}
