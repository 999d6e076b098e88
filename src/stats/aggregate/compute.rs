//! From sums over members to results and refusals.

use super::plan::{Axis, Sums, Values, Weights};
use super::{AggregateAt, Members, Method, Policy};
use crate::country::Area;
use crate::metric::Panel;
use crate::stats::{Derived, Note, Refusal};
use crate::time::Period;

/// More people than this make an economy count for the median.
const MEDIAN_PEOPLE: f64 = 1e6;

/// How to aggregate, whatever it is.
#[derive(Debug, Clone, Default)]
pub(super) struct Recipe<'p> {
    pub(super) method: Option<Method>,
    pub(super) weights: Option<(&'p Panel, &'p str)>,
    pub(super) policy: Policy,
}

impl Recipe<'_> {
    pub(super) fn method(&self) -> Method {
        let usual = if self.weights.is_some() { Method::WeightedMean } else { Method::Sum };
        self.method.unwrap_or(usual)
    }

    /// Whether members count only with a weight.
    pub(super) fn weighs(&self) -> bool {
        self.method() == Method::WeightedMean
    }

    /// The weight that a million people have in the unit of the weights.
    fn million(&self) -> f64 {
        let named = self.weights.and_then(|(panel, of)| panel.variables_of(of).next());
        MEDIAN_PEOPLE / 10_f64.powi(named.map_or(0, |variable| variable.scale).into())
    }

    /// The values of an indicator that may count.
    pub(super) fn values<'s>(
        &self,
        axis: &Axis,
        weights: &Weights,
        panel: &'s Panel,
        indicator: &'s str,
        members: &'s Members,
    ) -> Values<'s> {
        let values = Values::new(axis, panel, indicator, members);
        if self.policy.constant { values.constant(axis, weights, self.weighs()) } else { values }
    }
}

/// The aggregates of one list of members after the other, each along the axis.
pub(super) fn results(
    recipe: &Recipe<'_>,
    axis: &Axis,
    lists: &[(Values<'_>, &Weights)],
) -> Vec<Vec<AggregateAt>> {
    let sums = Sums::new(axis, lists, recipe.weighs());
    let lists = lists.iter().zip(sums);
    lists.map(|((values, weights), sums)| along(recipe, axis, values, weights, &sums)).collect()
}

fn along(
    recipe: &Recipe<'_>,
    axis: &Axis,
    values: &Values<'_>,
    weights: &Weights,
    sums: &Sums,
) -> Vec<AggregateAt> {
    // A name that nothing has is a slip, and no lack of data.
    let names = [(values.panel, values.indicator)].into_iter().chain(recipe.weights);
    let mut unknown = names.filter(|(panel, name)| panel.variables_named(name).is_empty());
    if let Some((_, name)) = unknown.next() {
        let refusal = Refusal::Unknown { what: "variable", name: name.into() };
        return axis.periods.iter().map(|period| (*period, Err(refusal.clone()))).collect();
    }
    let method = recipe.method();
    let base = match method {
        Method::GapFilledTotal { benchmark } => Some(Base::new(recipe, values, benchmark)),
        _ => None,
    };
    let work = Work {
        method,
        policy: &recipe.policy,
        of: u32::try_from(values.members.areas().len()).unwrap_or(u32::MAX),
        mixed: recipe.weights.is_some_and(|(other, _)| other.vintage() != values.panel.vintage()),
        million: recipe.weights.map(|_| recipe.million()),
        values,
        weights,
        base,
    };
    let must_have = |position: usize, period: Period| {
        let missing = |area: &&Area| {
            // One of another group only has to have a value.
            let elsewhere = || {
                let listed = values.members.areas().contains(area);
                values.panel.value(values.indicator, (*area).clone(), period).filter(|_| !listed)
            };
            values.of_area(area, position).or_else(elsewhere).is_none()
        };
        recipe.policy.must_have.iter().find(missing)
    };
    let mut before: Option<u64> = None;
    let mut list = Vec::with_capacity(axis.len());
    for (position, period) in axis.periods.iter().enumerate() {
        let slot = Slot::of(sums, weights, position);
        let changed = before.is_some_and(|before| before != slot.composition);
        let result = match must_have(position, *period) {
            Some(member) => Err(Refusal::MissingMember { member: member.clone(), period: *period }),
            None => work.result(slot, position, *period, changed),
        };
        if result.is_ok() {
            before = Some(slot.composition);
        }
        list.push((*period, result));
    }
    list
}

/// What is known of one period.
#[derive(Debug, Clone, Copy)]
struct Slot {
    weighted: f64,
    values: f64,
    weight: f64,
    whole: f64,
    used: u32,
    composition: u64,
    weighed: u32,
    status: crate::metric::Flags,
}

impl Slot {
    fn of(sums: &Sums, weights: &Weights, position: usize) -> Self {
        let at = |list: &[f64]| list.get(position).copied().unwrap_or_default();
        let (used, composition) = sums.members(position);
        Self {
            weighted: at(&sums.weighted),
            values: at(&sums.values),
            weight: at(&sums.weight),
            whole: at(&weights.whole),
            used,
            composition,
            weighed: weights.weighed.get(position).copied().unwrap_or_default(),
            status: sums.status.get(position).copied().unwrap_or_default(),
        }
    }
}

struct Work<'w> {
    method: Method,
    policy: &'w Policy,
    of: u32,
    mixed: bool,
    million: Option<f64>,
    values: &'w Values<'w>,
    weights: &'w Weights,
    base: Option<Base>,
}

impl Work<'_> {
    fn result(
        &self,
        slot: Slot,
        position: usize,
        period: Period,
        changed: bool,
    ) -> Result<Derived<f64>, Refusal> {
        let (of, used) = (self.of, slot.used);
        if used < self.policy.members.max(1) {
            let needed = self.policy.members.max(1) as usize;
            return Err(Refusal::TooFew { found: used as usize, needed });
        }
        // Estimates need a weight in the benchmark period, the median none at all.
        let without = match (&self.base, self.method) {
            (Some(base), _) => base.without,
            (None, Method::Median) => 0,
            (None, _) => of - slot.weighed.min(of),
        };
        if f64::from(without) > self.policy.without_weight * f64::from(of) {
            return Err(Refusal::WithoutWeight { members: without, of, period });
        }
        let mut imputed = false;
        let (value, coverage) = match self.method {
            Method::WeightedMean => (slot.weighted / slot.weight, slot.weight / slot.whole),
            Method::SimpleMean => (slot.values / f64::from(used), slot.weight / slot.whole),
            Method::Sum => (slot.values, slot.weight / slot.whole),
            Method::Median => self.median(position),
            Method::GapFilledTotal { .. } => {
                let base = self.base.as_ref().ok_or(Refusal::Empty)?;
                let (estimate, coverage) = base.estimate(self.values, position)?;
                imputed = used < of;
                (slot.values + estimate, coverage)
            }
        };
        if coverage.is_nan() {
            return Err(Refusal::Zero { what: "the sum of the weights" });
        }
        let needed = self.policy.needed(self.method);
        if coverage + 1e-12 < needed {
            return Err(Refusal::BelowCoverage { coverage, needed, used, of, period });
        }
        if value.is_nan() {
            return Err(Refusal::Zero { what: "the sum of the weights" });
        }
        if value.is_infinite() {
            return Err(Refusal::Overflow { what: "the aggregate" });
        }
        let notes = [
            (self.mixed, Note::MixedVintages),
            (changed, Note::CompositionChanged),
            (without > 0, Note::WithoutWeight),
            (imputed, Note::Imputed),
        ];
        let notes = notes.into_iter().filter(|(holds, _)| *holds).map(|(_, note)| note).collect();
        Ok(Derived { value, used, of, coverage, status: slot.status, notes })
    }

    /// The median, and the part of the members with more than a million people that have a value; of all members, where weights
    /// don't tell or none has so many.
    fn median(&self, position: usize) -> (f64, f64) {
        let mut values: Vec<f64> = self.values.at(position).flatten().collect();
        values.sort_by(f64::total_cmp);
        let middle = values.len() / 2;
        let at = |position: usize| values.get(position).copied().unwrap_or(f64::NAN);
        let median = if values.len() % 2 == 1 {
            at(middle)
        } else {
            f64::midpoint(at(middle.wrapping_sub(1)), at(middle))
        };
        let is_large = |member: usize| {
            self.million.is_some_and(|million| {
                self.weights.of(member, position).is_some_and(|weight| weight > million)
            })
        };
        let (mut large, mut present, mut all) = (0_u32, 0_u32, 0_u32);
        for (member, value) in self.values.at(position).enumerate() {
            let counts = u32::from(is_large(member));
            large += counts;
            present += counts * u32::from(value.is_some());
            all += u32::from(value.is_some());
        }
        let part = |part: u32, whole: u32| f64::from(part) / f64::from(whole);
        (median, if large > 0 { part(present, large) } else { part(all, self.of) })
    }
}

/// What each member had, or is taken to have had, in the benchmark period.
struct Base {
    /// Whether it is an own value, and the value.
    each: Vec<Option<(bool, f64)>>,
    /// Members of which nothing is known then.
    without: u32,
}

impl Base {
    fn new(recipe: &Recipe<'_>, values: &Values<'_>, benchmark: Period) -> Self {
        let Values { panel, indicator, members, .. } = *values;
        let then = Axis::between(benchmark, benchmark).map(|axis| {
            let weights = Weights::new(&axis, members, recipe.weights);
            (Values::new(&axis, panel, indicator, members), weights)
        });
        // Value and weight of each.
        let known = |member| {
            let Some((values, weights)) = &then else { return (None, None) };
            (values.of(member, 0), recipe.weights.and_then(|_| weights.of(member, 0)))
        };
        let known: Vec<_> = (0..members.areas().len()).map(known).collect();
        let both =
            known.iter().filter_map(|(value, weight)| Some((value.as_ref()?, weight.as_ref()?)));
        let (total, weight) = both.fold((0.0, 0.0), |sum, pair| (sum.0 + pair.0, sum.1 + pair.1));
        let ratio = (weight > 0.0).then(|| total / weight);
        let base = |(value, weight): (Option<f64>, Option<f64>)| match value {
            Some(value) => Some((true, value)),
            None => Some((false, weight? * ratio?)),
        };
        let each: Vec<_> = known.into_iter().map(base).collect();
        let without = each.iter().filter(|base| base.is_none()).count();
        Self { each, without: u32::try_from(without).unwrap_or(u32::MAX) }
    }

    /// The estimates for members without a value, and the part of the benchmark total that the others have.
    fn estimate(&self, values: &Values<'_>, position: usize) -> Result<(f64, f64), Refusal> {
        let (mut now, mut then, mut present, mut missing) = (0.0, 0.0, 0.0, 0.0);
        for (base, value) in self.each.iter().zip(values.at(position)) {
            let Some((own, base)) = base else { continue };
            match value {
                Some(value) => {
                    present += base;
                    if *own {
                        now += value;
                        then += base;
                    }
                }
                None => missing += base,
            }
        }
        if then == 0.0 {
            return Err(Refusal::Zero { what: "the total of the benchmark period" });
        }
        Ok((missing * now / then, present / (present + missing)))
    }
}
