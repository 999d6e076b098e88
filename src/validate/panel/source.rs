//! What different sources say of the same cells.

use std::collections::HashMap;

use super::key::SOURCES;
use super::place::name;
use super::unit::SCALE;
use super::vintage::{is_one_dataset, newest};
use super::{Subject, counted, param};
use crate::country::Area;
use crate::finding::{Detail, Sink};
use crate::metric::{Dimensions, Series};
use crate::quantity::{Decimal, Unit};
use crate::time::{Period, PeriodKind};
use crate::validate::Limits;

/// By what series of different sources are matched.
type Key<'p> = (&'p str, &'p Area, &'p Dimensions, PeriodKind);

/// Series of the first source that has them.
type First<'p> = HashMap<Key<'p>, (usize, Series<'p>)>;

/// Two series of different sources, and by what values of the second are multiplied to be in the unit of the first.
#[derive(Clone, Copy)]
struct Pair<'p> {
    first: (usize, Series<'p>),
    second: (usize, Series<'p>),
    unit: Option<Unit>,
    factor: f64,
}

/// Compares each series with that of the first source that has it.
pub(super) fn check(subjects: &[Subject<'_>], limits: &Limits, sink: &mut Sink) {
    let mut first: First<'_> = HashMap::new();
    let mut pairs: HashMap<(usize, usize, &str), Vec<Pair<'_>>> = HashMap::new();
    let mut order = Vec::new();
    for position in newest(subjects) {
        let Some(subject) = subjects.get(position) else { continue };
        for series in subject.panel.series() {
            let key = (name(series.variable()), series.area(), series.dimensions(), series.kind());
            let (other, known) = *first.entry(key).or_insert((position, series));
            let Some(one) = subjects.get(other) else { continue };
            if other == position || is_one_dataset(one.panel, subject.panel) {
                continue;
            }
            let second = (position, series);
            let Some(pair) = Pair::new(subjects, (other, known), second) else { continue };
            let group = (other, position, key.0);
            pairs.entry(group).or_insert_with(|| {
                order.push(group);
                Vec::new()
            });
            pairs.entry(group).and_modify(|pairs| pairs.push(pair));
        }
    }
    for group in order {
        if let Some(pairs) = pairs.get(&group)
            && !scale(subjects, pairs, sink)
        {
            for pair in pairs {
                pair.compare(subjects, limits, sink);
            }
        }
    }
}

/// Whether values of two sources differ by one power of ten, which is reported.
fn scale(subjects: &[Subject<'_>], pairs: &[Pair<'_>], sink: &mut Sink) -> bool {
    const POWERS: [f64; 3] = [1e2, 1e3, 1e6];
    let mut ratios: Vec<f64> = pairs
        .iter()
        .flat_map(|pair| pair.values())
        .filter(|(_, one, other)| *one != 0.0 && *other != 0.0)
        .map(|(_, one, other)| (other / one).abs().log10())
        .collect();
    // One or two values may differ by so much.
    if ratios.len() < 3 {
        return false;
    }
    let middle = ratios.len() / 2;
    let (_, ratio, _) = ratios.select_nth_unstable_by(middle, f64::total_cmp);
    let ratio = *ratio;
    // A fifth of the ratio, to either side.
    let near = |power: &&f64| (ratio.abs() - power.log10()).abs() < 0.08;
    let (Some(power), Some(pair)) = (POWERS.iter().find(near), pairs.first()) else { return false };
    let places = [pair.first, pair.second]
        .map(|(position, series)| Some(subjects.get(position)?.place.series(series)));
    let [Some(first), Some(second)] = places else { return false };
    sink.report(SCALE, || {
        let (least, most) = if ratio > 0.0 { ("", "times") } else { ("1/", "of") };
        let message = format!(
            "values of `{}` are about {least}{power} {most} those of another source",
            name(pair.second.1.variable())
        );
        Detail::new(second, message).see(first)
    });
    true
}

impl<'p> Pair<'p> {
    /// `None` where the units have nothing to do with each other.
    fn new(
        subjects: &[Subject<'p>],
        first: (usize, Series<'p>),
        second: (usize, Series<'p>),
    ) -> Option<Self> {
        let facts = |(position, series): (usize, Series<'p>)| {
            let subject = subjects.get(position)?;
            let facts = subject.facts(series)?;
            Some((facts.unit, facts.scale))
        };
        let ((unit, scale), (other, other_scale)) = (facts(first)?, facts(second)?);
        let factor = match (other, unit) {
            (Some(other), Some(unit)) => other.factor_to(unit).ok().map(Decimal::to_f64)?,
            _ => 1.0,
        };
        Some(Self { first, second, unit, factor: factor * other_scale / scale })
    }

    /// The values of both, in the unit and scale of the first.
    fn values(self) -> impl Iterator<Item = (Period, f64, f64)> {
        let other = self.second.1;
        self.first.1.iter().filter_map(move |(period, cell)| {
            Some((period, cell.value()?, other.get(period)?.value()? * self.factor))
        })
    }

    fn compare(self, subjects: &[Subject<'_>], limits: &Limits, sink: &mut Sink) {
        let scale = |(position, series): (usize, Series<'p>)| {
            let facts = subjects.get(position).and_then(|subject| subject.facts(series));
            facts.map_or(1.0, |facts| facts.scale)
        };
        let scale = scale(self.first);
        let mut worst: Option<(f64, Period)> = None;
        let mut count = 0;
        for (period, one, other) in self.values() {
            if limits.sources.is_exceeded(one * scale, other * scale, self.unit) {
                count += 1;
                let distance = (one - other).abs();
                if worst.is_none_or(|(most, _)| distance > most) {
                    worst = Some((distance, period));
                }
            }
        }
        let Some((_, period)) = worst else { return };
        let at = |(position, series): (usize, Series<'_>)| {
            Some(subjects.get(position)?.place.cell(series, period))
        };
        let (Some(path), Some(see)) = (at(self.second), at(self.first)) else { return };
        sink.report(SOURCES, || {
            let written = |(_, series): (usize, Series<'_>)| {
                let number = series.get(period).and_then(crate::metric::Cell::number);
                number.map(|number| number.to_string()).unwrap_or_default()
            };
            let message = format!(
                "{} {} far from that of another source, most in {period}: {} against {}",
                counted(count, "value"),
                if count == 1 { "is" } else { "are" },
                written(self.second),
                written(self.first)
            );
            Detail::new(path, message).param("values", param(count)).see(see)
        });
    }
}
