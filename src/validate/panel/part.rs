//! CON: values of a whole against those of its parts.

use std::collections::HashMap;

use super::{Subject, counted, param};
use crate::finding::{Detail, Rule, Severity, Sink};
use crate::metric::{Dimensions, DimensionsId, Number, Panel, Series, Variable, VariableId};

pub(super) const RULES: &[Rule] = &[SUM, AMONG];

const SUM: Rule = Rule::new(
    "CON-001",
    Severity::Warning,
    "Parts add up to the whole",
    "Counts of women and men, of rural and urban areas, or the sections A, B and C of Freedom on the Net, differ from the total by more than \
     rounding of the written digits explains. The whole is the series without the dimension, or with `total`, `both`, `all` or `_T` in it. \
     There is one finding for a series.",
);

const AMONG: Rule = Rule::new(
    "CON-002",
    Severity::Warning,
    "A share of the whole lies between those of its parts",
    "The share of all people lies outside the range from that of women to that of men, or of rural to urban areas, by more than rounding \
     explains. A mean can't. There is one finding for a series.",
);

/// Values of a dimension that make up the whole.
const PARTITIONS: [(&str, &[&str]); 5] = [
    ("sex", &["female", "male"]),
    ("sex", &["F", "M"]),
    ("location", &["rural", "urban"]),
    ("residence", &["rural", "urban"]),
    ("area", &["rural", "urban"]),
];

/// Indicators of a whole, those of its parts, and whether these add up to it; else the whole lies among them.
const INDICATORS: [(&str, &[&str], bool); 5] = [
    ("population", &["population-female", "population-male"], true),
    ("population", &["population-rural", "population-urban"], true),
    ("internet-users-share", &["internet-users-female-share", "internet-users-male-share"], false),
    ("internet-users-share", &["internet-users-rural-share", "internet-users-urban-share"], false),
    (
        "freedom-on-the-net-score",
        &["freedom-on-the-net-access", "freedom-on-the-net-content", "freedom-on-the-net-rights"],
        true,
    ),
];

const WHOLE: [&str; 6] = ["total", "both", "all", "_T", "T", "both sexes"];

/// Parts of a whole, by dimensions.
struct Partition {
    name: &'static str,
    parts: Vec<DimensionsId>,
}

pub(super) fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let (partitions, indicators) = (partitions(subject.panel), indicators(subject.panel));
    if partitions.is_empty() && indicators.is_empty() {
        return;
    }
    for whole in subject.panel.series() {
        let Some(facts) = subject.facts(whole) else { continue };
        for partition in partitions.get(&whole.key().dimensions).into_iter().flatten() {
            let of_part = |dimensions: &DimensionsId| {
                let mut key = whole.key();
                key.dimensions = *dimensions;
                subject.panel.series_with(key)
            };
            let parts: Option<Vec<Series<'_>>> = partition.parts.iter().map(of_part).collect();
            if let Some(parts) = parts.filter(|_| facts.adds_up() || facts.is_mean()) {
                compare(subject, whole, partition.name, &parts, facts.adds_up(), sink);
            }
        }
        for (_, variables, adds_up) in
            indicators.iter().filter(|(of, ..)| *of == whole.key().variable)
        {
            let of_part = |variable: &VariableId| {
                let mut key = whole.key();
                key.variable = *variable;
                let part = subject.panel.series_with(key)?;
                // Numbers of another unit or scale are no parts of this one.
                let other = subject.facts(part)?;
                #[allow(clippy::float_cmp)] // the same power of ten
                (other.unit == facts.unit && other.scale == facts.scale).then_some(part)
            };
            let parts: Option<Vec<Series<'_>>> = variables.iter().map(of_part).collect();
            if let Some(parts) = parts {
                compare(subject, whole, "indicator", &parts, *adds_up, sink);
            }
        }
    }
}

/// Variables of wholes, with those of their parts.
fn indicators(panel: &Panel) -> Vec<(VariableId, Vec<VariableId>, bool)> {
    let find = |id: &str| {
        let is = |variable: &Variable| variable.indicator.as_ref().is_some_and(|own| own == id);
        panel.variable_ids().find(|(_, variable)| is(variable)).map(|(id, _)| id)
    };
    let found = |(whole, parts, adds_up): &(&str, &[&str], bool)| {
        let parts: Option<Vec<VariableId>> = parts.iter().map(|part| find(part)).collect();
        Some((find(whole)?, parts?, *adds_up))
    };
    INDICATORS.iter().filter_map(found).collect()
}

fn partitions(panel: &Panel) -> HashMap<DimensionsId, Vec<Partition>> {
    let ids: HashMap<&Dimensions, DimensionsId> =
        panel.dimensions().map(|(id, d)| (d, id)).collect();
    let mut found: HashMap<DimensionsId, Vec<Partition>> = HashMap::new();
    for (_, dimensions) in panel.dimensions() {
        for (name, values) in PARTITIONS {
            if dimensions.get(name) != values.first().copied() {
                continue;
            }
            let rest = || dimensions.iter().filter(|(other, _)| *other != name);
            let with = |value: &'static str| {
                let all: Dimensions = rest().chain([(name, value)]).collect();
                ids.get(&all).copied()
            };
            let parts: Option<Vec<DimensionsId>> = values.iter().map(|value| with(value)).collect();
            let Some(parts) = parts else { continue };
            let bare: Dimensions = rest().collect();
            let wholes =
                ids.get(&bare).copied().into_iter().chain(WHOLE.into_iter().filter_map(&with));
            for whole in wholes {
                let parts = parts.clone();
                found.entry(whole).or_default().push(Partition { name, parts });
            }
        }
    }
    found
}

fn compare(
    subject: &Subject<'_>,
    whole: Series<'_>,
    dimension: &str,
    parts: &[Series<'_>],
    adds_up: bool,
    sink: &mut Sink,
) {
    let mut first = None;
    let mut count = 0;
    for (period, cell) in whole.iter() {
        let Some(total) = cell.number() else { continue };
        let numbers = parts.iter().map(|series| series.get(period)?.number());
        let Some(numbers) = numbers.collect::<Option<Vec<Number<'_>>>>() else { continue };
        let fits = if adds_up { is_sum(total, &numbers) } else { is_among(total, &numbers) };
        if !fits {
            count += 1;
            first.get_or_insert((period, total, numbers));
        }
    }
    let Some((period, total, numbers)) = first else { return };
    sink.report(if adds_up { SUM } else { AMONG }, || {
        let numbers: Vec<String> = numbers.iter().map(Number::to_string).collect();
        let what = if adds_up { "is not the sum of its parts" } else { "lies not among its parts" };
        let message = format!(
            "{} {what} by `{dimension}`, the first is {total} with {}",
            counted(count, "value"),
            numbers.join(", ")
        );
        Detail::new(subject.place.cell(whole, period), message).param("values", param(count))
    });
}

/// Half a unit of the last written digit.
fn rounding(number: Number<'_>) -> f64 {
    0.5 * 10_f64.powi(-i32::from(number.decimals())) + number.value().abs() * 1e-12
}

fn is_sum(total: Number<'_>, parts: &[Number<'_>]) -> bool {
    let sum: f64 = parts.iter().map(|part| part.value()).sum();
    let room: f64 = parts.iter().map(|part| rounding(*part)).sum::<f64>() + rounding(total);
    (sum - total.value()).abs() <= room
}

fn is_among(total: Number<'_>, parts: &[Number<'_>]) -> bool {
    parts.iter().any(|part| part.value() - rounding(*part) - rounding(total) <= total.value())
        && parts
            .iter()
            .any(|part| part.value() + rounding(*part) + rounding(total) >= total.value())
}
