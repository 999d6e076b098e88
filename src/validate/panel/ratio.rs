//! CON and VIN: counts against their shares and the populations that they are parts of.

use std::collections::{HashMap, HashSet};

use super::{Subject, counted, param};
use crate::country::Area;
use crate::finding::{Detail, Rule, Severity, Sink};
use crate::id::Id;
use crate::metric::{DimensionsId, Indicator, IndicatorKind, Series};
use crate::quantity::Unit;
use crate::time::{PartialDate, PeriodKind};
use crate::validate::Limits;

pub(super) const RULES: &[Rule] = &[DISAGREE, VINTAGES];

const DISAGREE: Rule = Rule::new(
    "CON-003",
    Severity::Warning,
    "A count, its rate and the population agree",
    "There are more users than people, or the rate is another one than that of the count and the population, by more than the limit for \
     different sources. A count belongs to a rate by its id: `internet-users` to `internet-users-share`, with the denominator of the rate. There is \
     one finding for a series.",
);

const VINTAGES: Rule = Rule::new(
    "VIN-002",
    Severity::Warning,
    "Numerator and denominator are of one vintage",
    "A count, or a rate, and the population by which it is divided are in panels whose dates lie more than 366 days apart (the limit can be \
     moved). Populations are revised after each census, for many years back.",
);

/// Ends of the ids of rates, behind the id of what is counted.
const RATES: [&str; 5] = ["-share", "-rate", "-per-100", "-per-1000", "-per-million"];

/// Series without dimensions, by indicator, area and kind of period, with the position of their panel. The first one of each.
type Index<'p> = HashMap<(&'p str, &'p Area, PeriodKind), (usize, Series<'p>)>;

pub(super) fn check(subjects: &[Subject<'_>], limits: &Limits, sink: &mut Sink) {
    let mut ratios = Ratios { subjects, limits, index: index(subjects), told: HashSet::new() };
    let mut rates: HashMap<&str, Option<&Indicator>> = HashMap::new();
    for (position, subject) in subjects.iter().enumerate() {
        for series in subject.panel.series() {
            if series.key().dimensions != DimensionsId::default() {
                continue;
            }
            let Some(indicator) = subject.facts(series).and_then(|facts| facts.indicator) else {
                continue;
            };
            if let Some(id) =
                series.variable().indicator.as_ref().filter(|_| indicator.unit.is_count())
            {
                let rate = rates.entry(id.as_str()).or_insert_with(|| rate_of(subject, id));
                if let Some(rate) = rate {
                    ratios.count((position, series), rate, sink);
                }
            } else {
                ratios.rate((position, series), indicator, sink);
            }
        }
    }
}

fn index<'p>(subjects: &[Subject<'p>]) -> Index<'p> {
    let mut index = HashMap::new();
    for (position, subject) in subjects.iter().enumerate() {
        for series in subject.panel.series() {
            if let Some(id) = &series.variable().indicator
                && series.key().dimensions == DimensionsId::default()
            {
                let key = (id.as_str(), series.area(), series.kind());
                index.entry(key).or_insert((position, series));
            }
        }
    }
    index
}

/// The share of which something is the count.
fn rate_of<'p>(subject: &Subject<'p>, count: &Id<Indicator>) -> Option<&'p Indicator> {
    let named = |end: &&str| {
        let id = format!("{count}{end}").parse().ok()?;
        subject.place.indicator(&id).filter(|rate| rate.denominator.is_some())
    };
    RATES.iter().find_map(named)
}

struct Ratios<'s, 'p> {
    subjects: &'s [Subject<'p>],
    limits: &'s Limits,
    index: Index<'p>,
    /// Pairs of panels and what was divided, that were reported.
    told: HashSet<(usize, usize, &'p str)>,
}

impl<'p> Ratios<'_, 'p> {
    fn find(&self, id: &str, series: Series<'p>) -> Option<(usize, Series<'p>)> {
        self.index.get(&(id, series.area(), series.kind())).copied()
    }

    /// A count against what it is a part of.
    fn count(&mut self, count: (usize, Series<'p>), rate: &Indicator, sink: &mut Sink) {
        let (position, series) = count;
        let Some(base) = rate.denominator.as_ref().and_then(|id| self.find(id.as_str(), series))
        else {
            return;
        };
        if base.0 == position && base.1 == series {
            return;
        }
        self.vintages(count, base, sink);
        if rate.kind != Some(IndicatorKind::Share) {
            return;
        }
        let (Some(scale), Some(base_scale)) = (self.scale(count), self.scale(base)) else { return };
        let mut first = None;
        let mut more = 0;
        for (period, cell) in series.iter() {
            let all = base.1.get(period).and_then(crate::metric::Cell::number);
            if let (Some(part), Some(all)) = (cell.number(), all)
                && part.value() * scale > all.value() * base_scale
            {
                more += 1;
                first.get_or_insert((period, part, all));
            }
        }
        let (Some((period, part, all)), Some(subject)) = (first, self.subjects.get(position))
        else {
            return;
        };
        sink.report(DISAGREE, || {
            let message = format!(
                "{} greater than the whole, the first is {part} of {all}",
                counted(more, "value")
            );
            Detail::new(subject.place.cell(series, period), message).param("values", param(more))
        });
    }

    /// A rate against the count and the base.
    fn rate(&mut self, rate: (usize, Series<'p>), indicator: &Indicator, sink: &mut Sink) {
        let (position, series) = rate;
        let Some(base) =
            indicator.denominator.as_ref().and_then(|id| self.find(id.as_str(), series))
        else {
            return;
        };
        let id = indicator.id.as_str();
        let count = RATES
            .iter()
            .filter_map(|end| id.strip_suffix(end))
            .find_map(|count| self.find(count, series));
        let Some(count) = count else { return };
        let Some(subject) = self.subjects.get(position) else { return };
        let Some(unit) = subject.facts(series).and_then(|facts| facts.unit) else { return };
        let Ok(factor) = Unit::Fraction.factor_to(unit) else { return };
        let scales = (self.scale(rate), self.scale(count), self.scale(base));
        let (Some(scale), Some(part), Some(whole)) = scales else { return };
        let mut worst: Option<(f64, crate::time::Period, f64, f64)> = None;
        let mut differ = 0;
        for (period, cell) in series.iter() {
            let value = |of: Series<'_>| of.get(period).and_then(crate::metric::Cell::value);
            let (Some(given), Some(n), Some(d)) = (cell.value(), value(count.1), value(base.1))
            else {
                continue;
            };
            if d <= 0.0 {
                continue;
            }
            let (given, derived) = (given * scale, factor.to_f64() * n * part / (d * whole));
            if self.limits.sources.is_exceeded(given, derived, Some(unit)) {
                differ += 1;
                let distance = (given - derived).abs();
                if worst.is_none_or(|(most, ..)| distance > most) {
                    worst = Some((distance, period, given, derived));
                }
            }
        }
        let Some((_, period, given, derived)) = worst else { return };
        sink.report(DISAGREE, || {
            let message = format!(
                "{} that count and population don't give, most in {period}: {given} where they give {derived:.2}",
                counted(differ, "value")
            );
            Detail::new(subject.place.cell(series, period), message).param("values", param(differ))
        });
    }

    fn scale(&self, (position, series): (usize, Series<'p>)) -> Option<f64> {
        Some(self.subjects.get(position)?.facts(series)?.scale)
    }

    /// Whether what is divided by each other is of different vintages.
    fn vintages(&mut self, one: (usize, Series<'p>), base: (usize, Series<'p>), sink: &mut Sink) {
        let subject = |position: usize| self.subjects.get(position);
        let (Some(subject), Some(other)) = (subject(one.0), subject(base.0)) else { return };
        let date =
            |subject: &Subject<'_>| subject.panel.vintage().date().map(PartialDate::earliest);
        let (Some(date), Some(other_date)) = (date(subject), date(other)) else { return };
        let days = (date - other_date).num_days().abs();
        let name = super::place::name(one.1.variable());
        if days <= self.limits.vintages_apart || !self.told.insert((one.0, base.0, name)) {
            return;
        }
        sink.report(VINTAGES, || {
            let whole = super::place::name(base.1.variable());
            let message = format!("`{name}` is of {date}, and `{whole}` of {other_date}");
            Detail::new(subject.place.series(one.1), message)
                .param("days", days)
                .see(other.place.series(base.1))
        });
    }
}
