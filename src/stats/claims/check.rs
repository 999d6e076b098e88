//! One claim against one panel.

use super::verdict::{Choice, Outcome, Reason, Tried, Verdict};
use crate::country::Area;
use crate::metric::{Cell, Flags, Panel, Series};
use crate::quantity::{Decimal, Interval, Quantity, Tolerance, Unit};
use crate::statement::{Claim, Direction, Measure, Subject};
use crate::time::{PartialDate, Period, PeriodKind};

use chrono::{Datelike, Months};

/// How claims are held against data.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ClaimPolicy {
    /// How far hedges reach.
    pub tolerance: Tolerance,
    /// The date of the statement, for claims that name no period.
    pub stated: Option<PartialDate>,
    /// How many years before the statement a value may lie that a claim without a period is about; 2.
    pub years: u32,
    /// Whether values between two periods are tried as well; they are.
    pub interpolate: bool,
}

impl Default for ClaimPolicy {
    fn default() -> Self {
        Self { tolerance: Tolerance::default(), stated: None, years: 2, interpolate: true }
    }
}

impl ClaimPolicy {
    /// The default policy for claims of a statement of this date.
    pub fn of(stated: impl Into<Option<PartialDate>>) -> Self {
        Self { stated: stated.into(), ..Self::default() }
    }
}

impl Claim {
    /// Holds the claim against a panel.
    ///
    /// A value stands for all numbers that are written like it: 45.8 for those from 45.75 to 45.85. Where all of these lie within what is
    /// claimed, the claim is consistent with it; where none does, inconsistent.
    ///
    /// A claim with a period is tried at that period, and where the series is of years and the period is a part of one, on a straight line
    /// between the ends of the years. A claim without a period is about "now": it is tried at the periods before the statement, as
    /// far back as the [policy](ClaimPolicy) says, at that of the statement, and on the line at the day of the statement. One value that agrees is
    /// enough; where values lie on both sides of the claim, it is indeterminate, since it was true at some time in between.
    ///
    /// An interpolated value makes a claim consistent only where it lies within by its whole rounding interval, and inconsistent only where
    /// the values at both ends of the year lie on one side of the claim.
    ///
    /// A change is held against the value and that of the year before. A rank is held against the place among the countries of the panel that
    /// have a value in the same period, the largest being first. A direction is held against the last two values.
    ///
    /// ```
    /// use netpolity::catalogue;
    /// use netpolity::stats::claims::{ClaimPolicy, Outcome};
    /// use netpolity::{Claim, PartialDate};
    ///
    /// let claim: Claim = serde_json::from_str(
    ///     r#"{ "indicator": "internet-users-share", "subject": "CHN", "quantity": "44.1 percent" }"#,
    /// )?;
    /// let policy = ClaimPolicy::of("2013-09-09".parse::<PartialDate>()?);
    /// let verdict = claim.check(catalogue::internet_use(), &policy);
    /// // 42.3 percent in 2012 and 45.8 in 2013: passed in between.
    /// assert_eq!(verdict.outcome, Outcome::Indeterminate);
    /// assert_eq!(claim.reached_since(catalogue::internet_use(), &policy).unwrap().to_string(), "2013");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn check(&self, panel: &Panel, policy: &ClaimPolicy) -> Verdict {
        let mut verdict = Verdict {
            outcome: Outcome::NotComparable,
            reason: Reason::Nothing,
            claimed: None,
            tried: Vec::new(),
            vintage: panel.vintage().clone(),
            tolerance: policy.tolerance.name.clone().into_owned(),
        };
        if let Err(reason) = self.judge(panel, policy, &mut verdict) {
            verdict.reason = reason;
        }
        verdict
    }

    /// Holds the claim against several panels, such as the releases of one dataset: a verdict for each, in their order.
    pub fn check_against_all<'p>(
        &self,
        panels: impl IntoIterator<Item = &'p Panel>,
        policy: &ClaimPolicy,
    ) -> Vec<Verdict> {
        panels.into_iter().map(|panel| self.check(panel, policy)).collect()
    }

    /// The first period whose value is certainly not below what is claimed: since when it would have been true that so much was reached.
    ///
    /// `None` where it never was, and where the claim can't be compared.
    pub fn reached_since(&self, panel: &Panel, policy: &ClaimPolicy) -> Option<Period> {
        let (series, units) = self.series(panel).ok()?;
        let claimed = self.interval(policy).ok()??;
        series.iter().find_map(|(period, cell)| {
            let value = units.interval(cell)?;
            (!possibly_below(&value, &claimed)).then_some(period)
        })
    }

    fn judge(
        &self,
        panel: &Panel,
        policy: &ClaimPolicy,
        verdict: &mut Verdict,
    ) -> Result<(), Reason> {
        verdict.claimed = self.interval(policy)?;
        let (series, units) = self.series(panel)?;
        match self.measure {
            Measure::Ratio | Measure::Multiple => return Err(Reason::NeedsAnother),
            Measure::Level | Measure::Share | Measure::Change | Measure::Points | Measure::Rank => {
            }
        }
        let Some(claimed) = verdict.claimed else {
            return self.judge_direction(series, policy, verdict);
        };
        let value = |period: Period| -> Option<(Interval, Flags)> {
            let cell = series.get(period)?;
            let found = match self.measure {
                Measure::Change => {
                    change(units.interval(series.get(before(period)?)?)?, units.interval(cell)?)?
                }
                Measure::Points => units
                    .interval(cell)?
                    .sub(&units.interval(series.get(before(period)?)?)?)
                    .ok()?,
                Measure::Rank => rank(panel, series, period)?,
                Measure::Level | Measure::Share | Measure::Ratio | Measure::Multiple => {
                    units.interval(cell)?
                }
            };
            Some((found, cell.flags()))
        };
        let kind = series.kind();
        for (period, choice) in self.periods(series, policy)? {
            if let Some((found, flags)) = value(period) {
                verdict.tried.push(tried(period, choice, found, flags, &claimed));
            }
        }
        let level = matches!(self.measure, Measure::Level | Measure::Share);
        if policy.interpolate && level && kind == PeriodKind::Year {
            verdict.tried.extend(self.on_the_line(series, units, policy, &claimed));
        }
        conclude(verdict)
    }

    /// The series that the claim is about, and how its values become those of the claim.
    fn series<'p>(&self, panel: &'p Panel) -> Result<(Series<'p>, Units), Reason> {
        let area: &Area = match &self.subject {
            Subject::Area(area) => area,
            _ => return Err(Reason::Subject),
        };
        let of_kind = |kind| panel.series_of(self.indicator.as_str(), area, kind);
        let series = self
            .period
            .map(Period::kind)
            .into_iter()
            .chain([PeriodKind::Year])
            .chain(PeriodKind::ALL.iter().copied())
            .find_map(of_kind)
            .ok_or(Reason::NoSeries)?;
        let found = series.variable().unit;
        let claimed = self.quantity.as_ref().map(Quantity::unit);
        let scale = series.variable().scale;
        let (Measure::Level | Measure::Share, Some(claimed)) = (self.measure, claimed) else {
            // Changes, points and ranks are not in the unit of the series.
            return Ok((series, Units { factor: Decimal::ONE, scale }));
        };
        let factor = found.and_then(|found| found.factor_to(claimed).ok());
        let factor = factor.ok_or(Reason::Units { claimed, found })?;
        Ok((series, Units { factor, scale }))
    }

    /// What is claimed; `None` for a direction alone.
    fn interval(&self, policy: &ClaimPolicy) -> Result<Option<Interval>, Reason> {
        match (&self.quantity, self.direction) {
            (Some(quantity), _) => {
                quantity.interval(&policy.tolerance).map(Some).map_err(|_| Reason::Nothing)
            }
            (None, Some(_)) => Ok(None),
            (None, None) => Err(Reason::Nothing),
        }
    }

    /// The periods at which the claim is tried.
    fn periods(
        &self,
        series: Series<'_>,
        policy: &ClaimPolicy,
    ) -> Result<Vec<(Period, Choice)>, Reason> {
        if let Some(period) = self.period {
            return Ok(vec![(period, Choice::Stated)]);
        }
        let stated = policy.stated.ok_or(Reason::Undated)?.latest();
        let from = stated.checked_sub_months(Months::new(policy.years.saturating_mul(12)));
        // Whether there is a value is asked later, of the few periods that remain.
        // Of years, it is plain which these are.
        let first = series.first().filter(|_| series.kind() == PeriodKind::Year);
        let position = |year: i32| usize::try_from(year - first?.year()?).ok();
        let start = from.and_then(|from| position(from.year())).unwrap_or(0);
        let end = position(stated.year()).map_or(series.len(), |last| last + 1);
        let periods = (start..end.min(series.len())).filter_map(|position| {
            let period = series.period_at(position)?;
            let (first, last) = (period.first_day()?, period.last_day()?);
            let choice = if last < stated { Choice::BeforeStatement } else { Choice::OfStatement };
            (first <= stated && from.is_none_or(|from| last >= from)).then_some((period, choice))
        });
        Ok(periods.collect())
    }

    /// The value between the ends of two years, at the end of the claim's period or on the day of the statement.
    fn on_the_line(
        &self,
        series: Series<'_>,
        units: Units,
        policy: &ClaimPolicy,
        claimed: &Interval,
    ) -> Option<Tried> {
        let at = match self.period {
            Some(period)
                if matches!(
                    period.kind(),
                    PeriodKind::Year | PeriodKind::FiscalYear | PeriodKind::YearRange
                ) =>
            {
                return None;
            }
            Some(period) => period,
            None => Period::from(policy.stated?.latest()),
        };
        let (part, whole) = part_of_year(at)?;
        let this = Period::from_year(at.year()?).ok()?;
        let (start, end) = (series.get(this.step(-1)?)?, series.get(this)?);
        let (from, to) = (units.interval(start)?, units.interval(end)?);
        let weight = |number: u32| Interval::exactly(number);
        let digits = Interval::DIVISION_DIGITS;
        let sum = from.mul(&weight(whole - part)).ok()?.add(&to.mul(&weight(part)).ok()?).ok()?;
        let value = sum.div(&weight(whole), digits).ok()?;
        let mut flags = start.flags();
        flags.extend(end.flags().iter());
        let mut tried = tried(at, Choice::Interpolated, value, flags, claimed);
        let below = from.certainly_below(claimed) && to.certainly_below(claimed);
        let above = claimed.certainly_below(&from) && claimed.certainly_below(&to);
        if tried.outcome == Outcome::Inconsistent && !below && !above {
            // A straight line is a guess: what was passed in the year may have been reached earlier or later.
            tried.outcome = Outcome::Indeterminate;
        }
        Some(tried)
    }

    fn judge_direction(
        &self,
        series: Series<'_>,
        policy: &ClaimPolicy,
        verdict: &mut Verdict,
    ) -> Result<(), Reason> {
        let direction = self.direction.ok_or(Reason::Nothing)?;
        let limit = self.period.or_else(|| Period::from_year(policy.stated?.latest().year()).ok());
        let limit = limit.ok_or(Reason::Undated)?;
        let known =
            series.iter().filter(|(period, cell)| *period <= limit && cell.value().is_some());
        let mut last: Vec<(Period, Cell<'_>)> = known.collect();
        let (Some((at, new)), Some((earlier, old))) = (last.pop(), last.pop()) else {
            return Err(Reason::NoValue);
        };
        let none = Units { factor: Decimal::ONE, scale: 0 };
        let (Some(from), Some(to)) = (none.interval(old), none.interval(new)) else {
            return Err(Reason::NoValue);
        };
        let found = if from.certainly_below(&to) {
            Some(Direction::Rising)
        } else if to.certainly_below(&from) {
            Some(Direction::Falling)
        } else if from == to {
            Some(Direction::Steady)
        } else {
            None
        };
        verdict.outcome = match found {
            Some(found) if found == direction => Outcome::Consistent,
            Some(_) => Outcome::Inconsistent,
            None => Outcome::Indeterminate,
        };
        for (period, value, flags) in [(earlier, from, old.flags()), (at, to, new.flags())] {
            let choice = Choice::BeforeStatement;
            let outcome = verdict.outcome;
            verdict.tried.push(Tried {
                period,
                choice,
                value,
                outcome,
                distance: Decimal::ZERO,
                flags,
            });
        }
        verdict.reason = Reason::Values;
        Ok(())
    }
}

/// How values of a series become those of a claim.
#[derive(Debug, Clone, Copy)]
struct Units {
    factor: Decimal,
    /// The power of ten in which values are written.
    scale: i8,
}

impl Units {
    /// All numbers that are written like the value of a cell, in the unit of the claim.
    fn interval(self, cell: Cell<'_>) -> Option<Interval> {
        let number = cell.number()?.decimal()?;
        let written = Interval::rounded_to(number)?;
        if self.scale == 0 && self.factor == Decimal::ONE {
            return Some(written);
        }
        written.mul(&Interval::exactly(self.factor)).ok()?.times_power_of_ten(self.scale).ok()
    }
}

fn tried(
    period: Period,
    choice: Choice,
    value: Interval,
    flags: Flags,
    claimed: &Interval,
) -> Tried {
    let outcome = if value.is_subset_of(claimed) {
        Outcome::Consistent
    } else if value.possibly_equal(claimed) {
        Outcome::Indeterminate
    } else {
        Outcome::Inconsistent
    };
    Tried { period, choice, outcome, distance: distance(&value, claimed), value, flags }
}

/// From the nearest end of the value to that of the claim; zero where they meet.
fn distance(value: &Interval, claimed: &Interval) -> Decimal {
    let gap = if value.certainly_below(claimed) {
        value.hi().zip(claimed.lo())
    } else if claimed.certainly_below(value) {
        value.lo().zip(claimed.hi())
    } else {
        None
    };
    gap.and_then(|(value, claimed)| value.value.checked_sub(claimed.value)).unwrap_or_default()
}

/// Whether some value lies below all that is claimed.
fn possibly_below(value: &Interval, claimed: &Interval) -> bool {
    match (value.lo(), claimed.lo()) {
        (Some(value), Some(claimed)) => {
            value.value < claimed.value
                || value.value == claimed.value && value.closed && !claimed.closed
        }
        (None, Some(_)) => true,
        (_, None) => false,
    }
}

/// The verdict of the values that were tried.
fn conclude(verdict: &mut Verdict) -> Result<(), Reason> {
    let Some(claimed) = &verdict.claimed else { return Err(Reason::Nothing) };
    let tried = &mut verdict.tried;
    // An interpolated value between two that were tried stands between them.
    tried.sort_by_key(|tried| (tried.period.first_day(), tried.choice != Choice::Interpolated));
    let any = |outcome| tried.iter().any(|tried| tried.outcome == outcome);
    let (outcome, reason) = if tried.is_empty() {
        return Err(Reason::NoValue);
    } else if any(Outcome::Consistent) {
        (Outcome::Consistent, Reason::Values)
    } else if let Some((before, after)) = passed(tried, claimed) {
        (Outcome::Indeterminate, Reason::Between { before, after })
    } else if any(Outcome::Indeterminate) && !only_guesses(tried) {
        (Outcome::Indeterminate, Reason::Values)
    } else {
        (Outcome::Inconsistent, Reason::Values)
    };
    (verdict.outcome, verdict.reason) = (outcome, reason);
    Ok(())
}

/// Whether the only values that leave it open are interpolated ones that don't meet the claim, beside others that decide it.
fn only_guesses(tried: &[Tried]) -> bool {
    let mut open = tried.iter().filter(|tried| tried.outcome == Outcome::Indeterminate);
    let decided = tried.iter().any(|tried| tried.outcome == Outcome::Inconsistent);
    decided && open.all(|tried| tried.choice == Choice::Interpolated && !tried.distance.is_zero())
}

/// Two neighbours in time that lie on both sides of the claim.
fn passed(tried: &[Tried], claimed: &Interval) -> Option<(Period, Period)> {
    let values: Vec<&Tried> =
        tried.iter().filter(|tried| tried.choice != Choice::Interpolated).collect();
    values.windows(2).find_map(|pair| {
        let [one, other] = pair else { return None };
        let passes = |a: &Tried, b: &Tried| {
            a.value.certainly_below(claimed) && claimed.certainly_below(&b.value)
        };
        (passes(one, other) || passes(other, one)).then_some((one.period, other.period))
    })
}

/// The same kind of period a year before.
fn before(period: Period) -> Option<Period> {
    let steps = match period.kind() {
        PeriodKind::Year | PeriodKind::FiscalYear => 1,
        PeriodKind::Half => 2,
        PeriodKind::Quarter => 4,
        PeriodKind::Month => 12,
        PeriodKind::Week | PeriodKind::Day | PeriodKind::YearRange => return None,
    };
    period.step(-steps)
}

/// The change in percent of the first.
fn change(first: Interval, last: Interval) -> Option<Interval> {
    crate::stats::relative_change(first, last).ok()
}

/// The place of an area among the countries of its panel in a period, the largest value first.
fn rank(panel: &Panel, series: Series<'_>, period: Period) -> Option<Interval> {
    let own = series.get(period)?.value()?;
    let (mut above, mut same) = (0_u32, 0_u32);
    for other in panel.series() {
        let comparable = std::ptr::eq(other.variable(), series.variable())
            && other.dimensions() == series.dimensions()
            && other.area().as_country().is_some()
            && other.area() != series.area();
        if let Some(value) = other.get(period).and_then(Cell::value).filter(|_| comparable) {
            above += u32::from(value > own);
            #[allow(clippy::float_cmp)] // the same figure
            let equal = value == own;
            same += u32::from(equal);
        }
    }
    Interval::closed(above + 1, above + 1 + same).ok()
}

/// The end of a period as a part of its year: 6 of 12 for June.
fn part_of_year(period: Period) -> Option<(u32, u32)> {
    let last = period.last_day()?;
    match period.kind() {
        PeriodKind::Half | PeriodKind::Quarter | PeriodKind::Month => Some((last.month(), 12)),
        PeriodKind::Day | PeriodKind::Week => Some((last.ordinal().min(365), 365)),
        PeriodKind::Year | PeriodKind::FiscalYear | PeriodKind::YearRange => None,
    }
}

/// Whether two units measure one kind of thing.
pub(super) fn convert(interval: &Interval, from: Unit, to: Unit) -> Option<Interval> {
    interval.mul(&Interval::exactly(from.factor_to(to).ok()?)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::country::Country;
    use crate::metric::{DimensionsId, Flag, Indicator, Number, PanelBuilder, Variable, Vintage};

    fn year(year: i32) -> Period {
        Period::from_year(year).unwrap()
    }

    fn panel(indicator: &str, rows: &[(Country, i32, &str)]) -> Panel {
        let mut builder = PanelBuilder::new(Vintage::new());
        let mut variable = Variable::new("code");
        let built_in = Indicator::built_in(indicator).unwrap();
        (variable.indicator, variable.unit) = (Some(built_in.id.clone()), Some(built_in.unit));
        let variable = builder.variable(variable);
        for (country, at, text) in rows {
            let area = builder.area((*country).into(), country.alpha3(), "");
            let cell = Cell::from(Number::parse(text).unwrap()).with_flag(Flag::Estimated);
            builder.push(variable, area, DimensionsId::default(), year(*at), cell, 0).unwrap();
        }
        builder.finish()
    }

    fn shares() -> Panel {
        let rows = [
            (Country::CHN, 2011, "38.3"),
            (Country::CHN, 2012, "42.3"),
            (Country::CHN, 2013, "45.8"),
            (Country::GBR, 2013, "89.84"),
            (Country::ISL, 2013, "96.5"),
        ];
        panel("internet-users-share", &rows)
    }

    fn check(claim: &str, panel: &Panel) -> Verdict {
        let claim: Claim = serde_json::from_str(claim).unwrap();
        claim.check(panel, &ClaimPolicy::of("2013-09-09".parse::<PartialDate>().unwrap()))
    }

    fn share(rest: &str) -> String {
        format!(r#"{{ "indicator": "internet-users-share", "subject": "CHN", {rest} }}"#)
    }

    #[test]
    fn a_stated_period_decides() {
        let panel = shares();
        let outcome = |rest: &str| check(&share(rest), &panel).outcome;
        assert_eq!(outcome(r#""quantity": "42.3 percent", "period": "2012""#), Outcome::Consistent);
        assert_eq!(
            outcome(r#""quantity": "0.423 as a fraction", "period": "2012""#),
            Outcome::Consistent
        );
        assert_eq!(
            outcome(r#""quantity": "44.1 percent", "period": "2012""#),
            Outcome::Inconsistent
        );
        assert_eq!(
            outcome(r#""quantity": "more than 40 percent", "period": "2013""#),
            Outcome::Consistent
        );
        // The data is written to a tenth: 45.8 may be 45.79 or 45.84.
        assert_eq!(
            outcome(r#""quantity": "more than 45.8 percent", "period": "2013""#),
            Outcome::Indeterminate
        );
        assert_eq!(
            outcome(r#""quantity": "40 percent", "period": "2001""#),
            Outcome::NotComparable
        );
    }

    #[test]
    fn now_is_the_time_before_the_statement() {
        let panel = shares();
        let verdict = check(&share(r#""quantity": "44.1 percent""#), &panel);
        assert_eq!(verdict.outcome, Outcome::Indeterminate);
        assert_eq!(verdict.reason, Reason::Between { before: year(2012), after: year(2013) });
        assert_eq!(verdict.claimed.unwrap().to_string(), "[44.05, 44.15)");
        let choices: Vec<_> = verdict.tried.iter().map(|tried| tried.choice).collect();
        assert_eq!(
            choices,
            [
                Choice::BeforeStatement,
                Choice::BeforeStatement,
                Choice::OfStatement,
                Choice::Interpolated
            ]
        );
        assert!(verdict.tried[1].flags.contains(Flag::Estimated));
        assert_eq!(verdict.tried[1].distance.to_string(), "-1.70");
        assert_eq!(
            check(&share(r#""quantity": "60 percent""#), &panel).outcome,
            Outcome::Inconsistent
        );
    }

    /// Between 42.3 at the end of 2012 and 45.8 at the end of 2013, the middle is 44.05: the edge of what 44.1 can be.
    #[test]
    fn an_interpolated_value_on_an_edge_decides_nothing() {
        let verdict =
            check(&share(r#""quantity": "44.1 percent", "period": "2013-06""#), &shares());
        assert_eq!(verdict.outcome, Outcome::Indeterminate);
        let [tried] = &verdict.tried[..] else { panic!("{verdict}") };
        assert_eq!(
            (tried.choice, tried.value.to_string().as_str()),
            (Choice::Interpolated, "[44, 44.1)")
        );
        let far = check(&share(r#""quantity": "60 percent", "period": "2013-06""#), &shares());
        assert_eq!(far.outcome, Outcome::Inconsistent);
    }

    #[test]
    fn changes_points_ranks_and_directions() {
        let panel = shares();
        let outcome = |rest: &str| check(&share(rest), &panel).outcome;
        let points =
            r#""measure": "points", "quantity": "about 3.5 percentage points", "period": "2013""#;
        assert_eq!(outcome(points), Outcome::Consistent);
        let change = r#""measure": "change", "quantity": "more than 8 percent", "period": "2013""#;
        assert_eq!(outcome(change), Outcome::Consistent);
        assert_eq!(
            outcome(r#""measure": "rank", "quantity": "exactly 3", "period": "2013""#),
            Outcome::Consistent
        );
        assert_eq!(
            outcome(r#""measure": "rank", "quantity": "exactly 1", "period": "2013""#),
            Outcome::Inconsistent
        );
        assert_eq!(outcome(r#""direction": "rising""#), Outcome::Consistent);
        assert_eq!(outcome(r#""direction": "falling""#), Outcome::Inconsistent);
        assert_eq!(
            outcome(r#""measure": "multiple", "quantity": "2 times""#),
            Outcome::NotComparable
        );
    }

    #[test]
    fn what_is_about_something_else_is_not_compared() {
        let panel = shares();
        let reason = |claim: &str| check(claim, &panel).reason;
        let mainland = r#"{ "indicator": "internet-users-share", "subject": "CHN/mainland", "quantity": "44 percent" }"#;
        assert_eq!(reason(mainland), Reason::Subject);
        let users = r#"{ "indicator": "internet-users", "subject": "CHN", "quantity": "almost 600 million" }"#;
        assert_eq!(reason(users), Reason::NoSeries);
        let count = Reason::Units { claimed: Unit::Count, found: Some(Unit::Percent) };
        assert_eq!(reason(&share(r#""quantity": "600 million""#)), count);
    }

    #[test]
    fn since_when_it_was_reached() {
        let panel = shares();
        let claim: Claim = serde_json::from_str(&share(r#""quantity": "44.1 percent""#)).unwrap();
        assert_eq!(claim.reached_since(&panel, &ClaimPolicy::default()), Some(year(2013)));
        let more: Claim = serde_json::from_str(&share(r#""quantity": "99 percent""#)).unwrap();
        assert_eq!(more.reached_since(&panel, &ClaimPolicy::default()), None);
    }

    #[test]
    fn thousands_are_scaled() {
        let mut builder = PanelBuilder::new(Vintage::new());
        let mut variable = Variable::new("PopTotal");
        (variable.indicator, variable.unit, variable.scale) =
            ("population".parse().ok(), Some(Unit::Count), 3);
        let variable = builder.variable(variable);
        let area = builder.area(Country::CHN.into(), "156", "China");
        let cell = Number::parse("1357380").unwrap().into();
        builder.push(variable, area, DimensionsId::default(), year(2013), cell, 0).unwrap();
        let panel = builder.finish();
        let claim = r#"{ "indicator": "population", "subject": "CHN", "quantity": "about 1.36 billion", "period": "2013" }"#;
        assert_eq!(check(claim, &panel).outcome, Outcome::Consistent);
    }
}
