//! Aggregates of the members of a group.

use chrono::NaiveDate;

use super::{Derived, Note, Refusal};
use crate::country::{Area, Group};
use crate::metric::{Flags, Panel, Series};
use crate::time::Period;

/// How members are put together.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum Method {
    /// The sum of weight times value over the sum of weights, of members that have both: `sum(w x) / sum(w)`.
    ///
    /// Where values are parts of the weights, such as percent of the population, it is the ratio of the sums over the same members. World Bank,
    /// "weighted average".
    WeightedMean,
    /// The sum of the values. Weights say how much of the whole is covered. World Bank, "sum".
    Sum,
    /// The sum, with an estimate for members without a value: their value in the benchmark period, or else their weight
    /// then times the ratio of all values to all weights, carried on by the growth of the members that have both. World
    /// Bank, "gap-filled total".
    GapFilledTotal {
        /// The period from which estimates are carried on.
        benchmark: Period,
    },
    /// The mean in which each member counts the same. World Bank, "simple average".
    SimpleMean,
    /// The value in the middle, or between the two in the middle. World Bank, "median".
    Median,
}

/// When an aggregate is refused.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Policy {
    /// The least part of the whole weight that members with a value have; two thirds, the rule of the World Bank.
    ///
    /// Without weights, and for the median, it is a part of the number of members. The World Bank asks for half of the economies with
    /// more than a million people for a median.
    pub coverage: f64,
    /// The least number of members with a value; 1.
    pub members: u32,
    /// Members without which there is no aggregate, such as Australia for Oceania.
    pub must_have: Vec<Area>,
    /// The largest part of the members that may lack a weight; one in a hundred.
    pub without_weight: f64,
    /// Use only members that have a value in each period: changes of the aggregate are then none of its composition.
    pub constant: bool,
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            coverage: 2.0 / 3.0,
            members: 1,
            must_have: Vec::new(),
            without_weight: 0.01,
            constant: false,
        }
    }
}

/// An indicator, put together over the members of a group.
///
/// # Formula
///
/// That of the [`Method`]. The coverage is the weight of the members that were used over that of all members which have one,
/// in the same period.
///
/// # What is missing
///
/// A member without a value, or without a weight, is left out of numerator and denominator alike; below the coverage of the
/// [`Policy`] the aggregate is refused. With the release of the World Bank of early 2026, the mean over the countries that have a value for 2024
/// would be 87.1 percent: the published figure is 71.2, as they are 38.7 percent of the people.
///
/// Sources: World Bank, *Data Compilation Methodology*; for the guard by weight also Our World in Data's
/// `min_frac_population`.
///
/// ```
/// # use netpolity::metric::{Number, PanelBuilder, Variable, Vintage, Panel};
/// use netpolity::country::{Country, Group};
/// use netpolity::stats::{Aggregate, Members};
/// use netpolity::Period;
///
/// # let panel = |code: &str, rows: &[(Country, &str)]| -> Panel {
/// #     let mut builder = PanelBuilder::new(Vintage::new());
/// #     let variable = builder.variable(Variable::new(code));
/// #     for (country, text) in rows {
/// #         let area = builder.area((*country).into(), country.alpha3(), "");
/// #         let cell = Number::parse(text).unwrap().into();
/// #         builder.push(variable, area, Default::default(), Period::from_year(2012).unwrap(), cell, 0).unwrap();
/// #     }
/// #     builder.finish()
/// # };
/// # let shares = panel("share", &[(Country::CHN, "40"), (Country::GBR, "90")]);
/// # let population = panel("population", &[(Country::CHN, "1300"), (Country::GBR, "60"), (Country::FRA, "65")]);
/// let members = Members::from_iter([Country::CHN, Country::GBR, Country::FRA]);
/// let mean = Aggregate::new(&shares, "share", &members)
///     .weighted_by(&population, "population")
///     .at(Period::from_year(2012)?)?;
/// assert_eq!((mean.used, mean.of), (2, 3));
/// assert!((mean.value - (40.0 * 1300.0 + 90.0 * 60.0) / 1360.0).abs() < 1e-12);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct Aggregate<'p> {
    values: &'p Panel,
    indicator: &'p str,
    weights: Option<(&'p Panel, &'p str)>,
    members: &'p Members,
    method: Method,
    policy: Policy,
}

/// Over whom an aggregate is taken.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Members {
    areas: Vec<Area>,
}

impl Members {
    /// The countries that were certainly members of a group on a day.
    ///
    /// Regions and income groups of the World Bank change: Afghanistan and Pakistan left South Asia in 2025. The day is that for which the
    /// group is meant, which is not always that of the data.
    pub fn of(group: Group, day: NaiveDate) -> Self {
        group.members_on(day).certain().collect()
    }

    /// Adds an area that the group does not list, such as Taiwan in the World Bank's East Asia.
    #[must_use]
    pub fn with(mut self, area: impl Into<Area>) -> Self {
        let area = area.into();
        if !self.areas.contains(&area) {
            self.areas.push(area);
        }
        self
    }

    /// The areas.
    pub fn areas(&self) -> &[Area] {
        &self.areas
    }
}

impl<A: Into<Area>> FromIterator<A> for Members {
    fn from_iter<I: IntoIterator<Item = A>>(areas: I) -> Self {
        areas.into_iter().fold(Self::default(), Self::with)
    }
}

/// Periods of one kind, one after the other.
#[derive(Debug, Clone, Copy)]
struct Axis {
    first: Period,
    length: usize,
}

impl Axis {
    fn position(self, period: Period) -> Option<i64> {
        period.steps_after(self.first)
    }

    fn period(self, position: usize) -> Option<Period> {
        self.first.step(i64::try_from(position).ok()?)
    }

    /// Values of a series at the periods of the axis, with the position of the first.
    fn clip(self, series: Series<'_>) -> Option<(usize, &[f64])> {
        let start = self.position(series.first()?)?;
        let skipped = usize::try_from(start.min(0).unsigned_abs()).ok()?;
        let at = usize::try_from(start.max(0)).ok()?;
        let values = series.values().get(skipped..)?;
        let room = self.length.checked_sub(at)?;
        Some((at, values.get(..values.len().min(room))?))
    }
}

/// What is known of one period.
#[derive(Debug, Clone, Copy, Default)]
struct Slot {
    /// Sums over members with value and weight.
    weighted: f64,
    values: f64,
    weight: f64,
    used: u32,
    /// Over all members with a weight.
    whole: f64,
    weighed: u32,
    /// Tells one set of members from another.
    composition: u64,
    status: Flags,
}

impl<'p> Aggregate<'p> {
    /// An indicator of a panel over members, without weights: a sum. Name a [`method`](Self::method) or
    /// [weights](Self::weighted_by) for another one.
    pub fn new(values: &'p Panel, indicator: &'p str, members: &'p Members) -> Self {
        let policy = Policy::default();
        Self { values, indicator, weights: None, members, method: Method::Sum, policy }
    }

    /// Weighs by an indicator of this or another panel; the mean with these weights, unless a method is named afterwards.
    pub fn weighted_by(self, weights: &'p Panel, indicator: &'p str) -> Self {
        Self { weights: Some((weights, indicator)), method: Method::WeightedMean, ..self }
    }

    /// Puts members together by a method.
    pub fn method(self, method: Method) -> Self {
        Self { method, ..self }
    }

    /// Refuses by a policy of the caller's.
    pub fn policy(self, policy: Policy) -> Self {
        Self { policy, ..self }
    }

    /// The aggregate at one period.
    ///
    /// # Errors
    /// [`Refusal::BelowCoverage`], [`Refusal::MissingMember`], [`Refusal::TooFew`]; [`Refusal::Zero`] for weights that are all zero.
    pub fn at(&self, period: Period) -> Result<Derived<f64>, Refusal> {
        let mut series = self.over(Axis { first: period, length: 1 });
        series.pop().map_or(Err(Refusal::Empty), |(_, result)| result)
    }

    /// The aggregate at each period from the first to the last of two of one kind.
    pub fn between(
        &self,
        first: Period,
        last: Period,
    ) -> Vec<(Period, Result<Derived<f64>, Refusal>)> {
        let length = last.steps_after(first).and_then(|steps| usize::try_from(steps + 1).ok());
        length.map_or_else(Vec::new, |length| self.over(Axis { first, length }))
    }

    /// The members that have a value and, where there are weights, a weight at a period; and those that lack one.
    pub fn members_at(&self, period: Period) -> (Vec<&'p Area>, Vec<&'p Area>) {
        let has = |panel: &Panel, indicator: &str, area: &Area| {
            panel.value(indicator, area.clone(), period).is_some()
        };
        self.members.areas.iter().partition(|area| {
            has(self.values, self.indicator, area)
                && self.weights.is_none_or(|(panel, indicator)| has(panel, indicator, area))
        })
    }

    fn over(&self, axis: Axis) -> Vec<(Period, Result<Derived<f64>, Refusal>)> {
        let slots = self.slots(axis);
        let mut before: Option<u64> = None;
        let mut results = Vec::with_capacity(axis.length);
        for (position, slot) in slots.iter().enumerate() {
            let Some(period) = axis.period(position) else { break };
            let mut result = self.result(slot, period);
            if let Ok(derived) = &mut result {
                if before.is_some_and(|before| before != slot.composition) {
                    derived.notes.insert(Note::CompositionChanged);
                }
                before = Some(slot.composition);
            }
            results.push((period, result));
        }
        results
    }

    /// Sums over the members, period by period.
    fn slots(&self, axis: Axis) -> Vec<Slot> {
        let mut slots = vec![Slot::default(); axis.length];
        let mut weights = vec![0.0; axis.length];
        for (member, area) in (1_u64..).zip(&self.members.areas) {
            // A stretch without weights weighs nothing; without any weights, each member weighs the same.
            weights.fill(if self.weights.is_none() { 1.0 } else { 0.0 });
            if let Some((panel, indicator)) = self.weights
                && let Some(series) = panel.series_of(indicator, area, axis.first.kind())
                && let Some((at, given)) = axis.clip(series)
            {
                for (weight, given) in weights.iter_mut().skip(at).zip(given) {
                    *weight = if *given > 0.0 { *given } else { 0.0 };
                }
            }
            for (slot, weight) in slots.iter_mut().zip(&weights) {
                slot.whole += weight;
                slot.weighed += u32::from(*weight > 0.0);
            }
            let kind = axis.first.kind();
            let Some(series) = self.values.series_of(self.indicator, area, kind) else { continue };
            let Some((at, values)) = axis.clip(series) else { continue };
            let mark = member.wrapping_mul(0x9e37_79b9_7f4a_7c15);
            let stretch = slots.iter_mut().zip(&weights).skip(at).zip(values);
            for ((slot, weight), value) in stretch {
                let counts = !value.is_nan() && *weight > 0.0;
                let (value, weight) = if counts { (*value, *weight) } else { (0.0, 0.0) };
                slot.weighted += value * weight;
                slot.values += value;
                slot.weight += weight;
                slot.used += u32::from(counts);
                slot.composition ^= if counts { mark } else { 0 };
            }
            let first = series.first().and_then(|first| axis.position(first)).unwrap_or_default();
            for (position, flags) in series.flags() {
                let position = i64::try_from(position).ok().map(|position| position + first);
                let slot = position
                    .and_then(|at| usize::try_from(at).ok())
                    .and_then(|at| slots.get_mut(at));
                if let Some(slot) = slot {
                    slot.status.extend(flags.iter());
                }
            }
        }
        slots
    }

    fn result(&self, slot: &Slot, period: Period) -> Result<Derived<f64>, Refusal> {
        let of = u32::try_from(self.members.areas.len()).unwrap_or(u32::MAX);
        for area in &self.policy.must_have {
            if self.values.value(self.indicator, area.clone(), period).is_none() {
                return Err(Refusal::MissingMember { member: area.clone(), period });
            }
        }
        if slot.used < self.policy.members.max(1) {
            return Err(Refusal::TooFew {
                found: slot.used as usize,
                needed: self.policy.members.max(1) as usize,
            });
        }
        let lacking = f64::from(of - slot.weighed.min(of)) / f64::from(of.max(1));
        if lacking > self.policy.without_weight {
            return Err(Refusal::WithoutWeight { members: of - slot.weighed.min(of), of, period });
        }
        let coverage = slot.weight / slot.whole;
        if coverage + 1e-12 < self.policy.coverage {
            let (used, needed) = (slot.used, self.policy.coverage);
            return Err(Refusal::BelowCoverage { coverage, needed, used, of, period });
        }
        let (value, imputed) = match self.method {
            Method::WeightedMean => (slot.weighted / slot.weight, false),
            Method::SimpleMean => (slot.values / f64::from(slot.used), false),
            Method::Sum => (slot.values, false),
            Method::Median => (self.median(period), false),
            Method::GapFilledTotal { benchmark } => self.gap_filled(slot, period, benchmark)?,
        };
        if !value.is_finite() {
            return Err(Refusal::Overflow { what: "the aggregate" });
        }
        let mut derived = Derived::new(value, slot.used, of, coverage);
        derived.status = slot.status;
        if self.weights.is_some_and(|(weights, _)| weights.vintage() != self.values.vintage()) {
            derived.notes.insert(Note::MixedVintages);
        }
        if slot.weighed < of {
            derived.notes.insert(Note::WithoutWeight);
        }
        if imputed {
            derived.notes.insert(Note::Imputed);
        }
        Ok(derived)
    }

    fn value_at(&self, area: &Area, period: Period) -> Option<f64> {
        self.values.value(self.indicator, area.clone(), period)
    }

    fn median(&self, period: Period) -> f64 {
        let mut values: Vec<f64> =
            self.members.areas.iter().filter_map(|area| self.value_at(area, period)).collect();
        values.sort_by(f64::total_cmp);
        let middle = values.len() / 2;
        let at = |position: usize| values.get(position).copied().unwrap_or(f64::NAN);
        if values.len() % 2 == 1 {
            at(middle)
        } else {
            f64::midpoint(at(middle.wrapping_sub(1)), at(middle))
        }
    }

    /// The sum with estimates, and whether there are some.
    fn gap_filled(
        &self,
        slot: &Slot,
        period: Period,
        benchmark: Period,
    ) -> Result<(f64, bool), Refusal> {
        let weight = |area: &Area| {
            self.weights.map_or(Some(1.0), |(panel, indicator)| {
                panel.value(indicator, area.clone(), benchmark)
            })
        };
        let (mut now, mut then, mut known, mut known_weight) = (0.0, 0.0, 0.0, 0.0);
        for area in &self.members.areas {
            if let (Some(later), Some(earlier)) =
                (self.value_at(area, period), self.value_at(area, benchmark))
            {
                now += later;
                then += earlier;
            }
            if let (Some(value), Some(weight)) = (self.value_at(area, benchmark), weight(area)) {
                known += value;
                known_weight += weight;
            }
        }
        if then == 0.0 || known_weight == 0.0 {
            return Err(Refusal::Zero { what: "the total of the benchmark period" });
        }
        let missing =
            self.members.areas.iter().filter(|area| self.value_at(area, period).is_none());
        let estimates = missing.filter_map(|area| {
            let by_weight = || weight(area).map(|weight| weight * known / known_weight);
            self.value_at(area, benchmark).or_else(by_weight)
        });
        let estimate: f64 = estimates.map(|at_benchmark| at_benchmark * now / then).sum();
        Ok((slot.values + estimate, estimate != 0.0))
    }
}
