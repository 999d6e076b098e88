//! CON: values of groups against those of their members.

use chrono::NaiveDate;

use super::{Subject, counted, param};
use crate::country::{Area, Country, Group};
use crate::finding::{Detail, Rule, Severity, Sink};
use crate::metric::Series;
use crate::time::{PartialDate, Period, Span, Tri};
use crate::validate::Limits;

pub(super) const RULES: &[Rule] = &[AGGREGATE];

const AGGREGATE: Rule = Rule::new(
    "CON-004",
    Severity::Warning,
    "A value of a group is one that its members can have",
    "A mean lies between the least and the greatest value of the members, and the total of a count is not less than its greatest \
     part. Some sources take the members of the time, others those of today for all times: a mean is held against all who were members on the \
     last day of the period or at the date of the vintage, a total against those who were at both; in either case with those of whom it is \
     not known. Means are judged where two thirds of the members (the limit can be moved) have a value. There is one finding for a series.",
);

/// The series of those who were ever members, each with the spans of its membership.
type Members<'p> = Vec<(Series<'p>, Vec<Span>)>;

pub(super) fn check(subject: &Subject<'_>, limits: &Limits, sink: &mut Sink) {
    let vintage = subject.panel.vintage().date();
    let today = vintage.map_or(sink.as_of(), PartialDate::latest);
    for series in subject.panel.series() {
        let Area::Group(group) = series.area() else { continue };
        let Some(facts) = subject.facts(series) else { continue };
        let is_mean = facts.is_mean();
        let is_total = facts.adds_up() && facts.bounds.0 >= 0.0;
        if !is_mean && !is_total {
            continue;
        }
        let (members, others) = members(subject, series, *group);
        let mut first = None;
        let mut count = 0;
        for (period, cell) in series.iter() {
            let (Some(number), Some(range)) =
                (cell.number(), range(&members, &others, is_mean, period, today))
            else {
                continue;
            };
            let room =
                0.5 * 10_f64.powi(-i32::from(number.decimals())) + number.value().abs() * 1e-9;
            let too_low =
                number.value() + room < if is_mean { range.least } else { range.greatest };
            let too_high = is_mean && number.value() - room > range.greatest;
            if (too_low || too_high) && (!is_mean || range.covered >= limits.members) {
                count += 1;
                first.get_or_insert((period, number, range));
            }
        }
        let Some((period, number, range)) = first else { continue };
        sink.report(AGGREGATE, || {
            let of = if is_mean {
                format!("members have {} to {}", range.least, range.greatest)
            } else {
                format!("one member has {}", range.greatest)
            };
            let message = format!(
                "{} of `{group}` that its members don't give, the first is {number} where {of}",
                counted(count, "value")
            );
            Detail::new(subject.place.cell(series, period), message).param("values", param(count))
        });
    }
}

/// Members with a series of the same variable, and the spans of those without one.
fn members<'p>(
    subject: &Subject<'p>,
    series: Series<'p>,
    group: Group,
) -> (Members<'p>, Vec<Span>) {
    let mut found: Vec<(Country, Option<Series<'p>>, Vec<Span>)> = Vec::new();
    for membership in group.memberships() {
        if let Some((country, _, spans)) = found.last_mut()
            && *country == membership.country
        {
            spans.push(membership.span);
            continue;
        }
        let area = subject.panel.area_id(&Area::from(membership.country));
        let of = area.and_then(|area| {
            let mut key = series.key();
            key.area = area;
            subject.panel.series_with(key)
        });
        found.push((membership.country, of, vec![membership.span]));
    }
    let (mut members, mut others) = (Vec::new(), Vec::new());
    for (_, series, spans) in found {
        match series {
            Some(series) => members.push((series, spans)),
            None => others.extend(spans),
        }
    }
    (members, others)
}

#[derive(Clone, Copy)]
struct Range {
    least: f64,
    greatest: f64,
    /// Which part of the members has a value.
    covered: f64,
}

/// The values of the members in a period; `None` where none has one.
#[allow(clippy::cast_precision_loss)] // a group has some hundred members
fn range(
    members: &Members<'_>,
    others: &[Span],
    is_mean: bool,
    period: Period,
    today: NaiveDate,
) -> Option<Range> {
    let day = period.last_day()?;
    let on = |spans: &[Span], day: NaiveDate| spans.iter().any(|span| span.covers(day) != Tri::No);
    let may = |spans: &[Span]| {
        let (then, now) = (on(spans, day), on(spans, today));
        if is_mean { then || now } else { then && now }
    };
    let (mut least, mut greatest) = (f64::INFINITY, f64::NEG_INFINITY);
    let (mut with, mut without) = (0_usize, others.iter().filter(|span| may(&[**span])).count());
    for (series, spans) in members {
        if !may(spans) {
            continue;
        }
        match series.get(period).and_then(crate::metric::Cell::value) {
            Some(value) => {
                with += 1;
                (least, greatest) = (least.min(value), greatest.max(value));
            }
            None => without += 1,
        }
    }
    let covered = with as f64 / (with + without) as f64;
    (with > 0).then_some(Range { least, greatest, covered })
}
