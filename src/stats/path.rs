//! Paths of one series through time: growth over its breaks, values between its points, and how far one series is behind
//! another.

use super::figure::sealed::Operate;
use super::{Derived, Note, Refusal};
use crate::metric::{Cell, Flag, Series};
use crate::time::Period;

/// The years between the middles of two periods; `None` for fiscal years, whose days are not known.
///
/// ```
/// use netpolity::stats::years_between;
/// use netpolity::Period;
///
/// let years = years_between(Period::from_year(2005)?, Period::from_year(2015)?).unwrap();
/// assert!((years - 10.0).abs() < 0.01);
/// # Ok::<(), netpolity::time::DateError>(())
/// ```
pub fn years_between(first: Period, last: Period) -> Option<f64> {
    if let (Some(a), Some(b)) = (first.year(), last.year())
        && first.kind() == last.kind()
        && first.step(1).and_then(Period::year) == Some(a + 1)
    {
        return Some(f64::from(b) - f64::from(a));
    }
    let middle = |period: Period| {
        let (first, last) = (period.first_day()?, period.last_day()?);
        let days = |day: chrono::NaiveDate| f64::from(chrono::Datelike::num_days_from_ce(&day));
        Some(f64::midpoint(days(first), days(last)))
    };
    Some((middle(last)? - middle(first)?) / 365.2425)
}

/// The same, or why there is no growth by year.
pub(super) fn known_years(first: Period, last: Period) -> Result<f64, Refusal> {
    years_between(first, last).ok_or(Refusal::Undefined {
        what: "the growth",
        why: "the days of the periods are not known",
    })
}

/// How values at two periods of a series are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Growth {
    /// Last less first; of percentages in percentage points.
    Absolute,
    /// In percent of the first: [`relative_change`](super::relative_change).
    Relative,
    /// In percent a year: [`cagr`](super::cagr).
    Compound,
    /// `ln(last / first) / years`: continuous growth.
    Logarithmic,
    /// `(logit p1 - logit p0) / years`, where p is the share over 100, inside 0 to 1: for a logistic curve, its constant `k`.
    Logit,
    /// The part of what was missing to 100 percent that was gained, in percent: `100 (s1 - s0) / (100 - s0)`.
    OfRemaining,
}

/// Growth of a series between two periods.
///
/// Where a value in between or at the end is marked as a [break](Flag::Break), or as one of another [definition](Flag::DefinitionDiffers) while the first is not,
/// growth is refused unless breaks are allowed: China's share of Internet users rose from 75.6 to 90.6 percent from 2022 to 2023, when users of
/// mobile apps who say that they don't use the Internet began to count.
///
/// # Errors
/// [`Refusal::NoValue`] where a period has none, [`Refusal::Break`], and those of the formula.
///
/// ```
/// use netpolity::Period;
/// use netpolity::stats::{Breaks, Growth, growth};
///
/// # use netpolity::metric::{Number, Panel, PanelBuilder, Variable, Vintage};
/// # use netpolity::country::Country;
/// # let panel = |points: &[(i32, &str)]| -> Panel {
/// #     let mut builder = PanelBuilder::new(Vintage::new());
/// #     let variable = builder.variable(Variable::new("share"));
/// #     let area = builder.area(Country::CHN.into(), "CHN", "");
/// #     for (year, text) in points {
/// #         let cell = Number::parse(text).unwrap().into();
/// #         builder.push(variable, area, Default::default(), Period::from_year(*year).unwrap(), cell, 0).unwrap();
/// #     }
/// #     builder.finish()
/// # };
/// # let panel = panel(&[(2010, "20"), (2015, "40")]);
/// // 20 percent in 2010, 40 in 2015.
/// let series = panel.series().next().unwrap();
/// let (first, last) = (Period::from_year(2010)?, Period::from_year(2015)?);
/// let points = growth(series, first, last, Growth::Absolute, Breaks::Refuse)?;
/// assert_eq!(points.value, 20.0);
/// let yearly = growth(series, first, last, Growth::Compound, Breaks::Refuse)?;
/// assert_eq!(format!("{:.2}", yearly.value), "14.87");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn growth(
    series: Series<'_>,
    first: Period,
    last: Period,
    how: Growth,
    breaks: Breaks,
) -> Result<Derived<f64>, Refusal> {
    let value = |period| {
        let cell = series.get(period).ok_or(Refusal::NoValue { period })?;
        cell.value().map(|value| (value, cell.flags())).ok_or(Refusal::NoValue { period })
    };
    let ((start, start_flags), (end, end_flags)) = (value(first)?, value(last)?);
    let broken = break_between(series, first, last);
    if let (Some(period), Breaks::Refuse) = (broken, breaks) {
        return Err(Refusal::Break { period });
    }
    let years = known_years(first, last);
    let result = match how {
        Growth::Absolute => super::absolute_change(start, end)?,
        Growth::Relative => super::relative_change(start, end)?,
        Growth::Compound => super::cagr(start, end, years?)?,
        Growth::Logarithmic => log_growth(start, end, years?)?,
        Growth::Logit => logit_growth(start, end, years?)?,
        Growth::OfRemaining => remaining_gap_closed(start, end)?,
    };
    let mut derived = Derived::new(result, 2, 2, 1.0);
    derived.status = start_flags;
    derived.status.extend(end_flags.iter());
    if broken.is_some() {
        derived.notes.insert(Note::AcrossBreak);
    }
    Ok(derived)
}

/// What becomes of growth over a break.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Breaks {
    /// It is refused.
    #[default]
    Refuse,
    /// It is computed, with a note.
    Allow,
}

/// The first period after the first of two, up to the last, that is not comparable with the one before.
pub(super) fn break_between(series: Series<'_>, first: Period, last: Period) -> Option<Period> {
    let differs = |period: Period| {
        series.get(period).is_some_and(|cell| cell.flags().contains(Flag::DefinitionDiffers))
    };
    let at_start = differs(first);
    series.flags().find_map(|(position, flags)| {
        let period =
            series.period_at(position).filter(|period| *period > first && *period <= last)?;
        let broken =
            flags.contains(Flag::Break) || flags.contains(Flag::DefinitionDiffers) && !at_start;
        broken.then_some(period)
    })
}

/// Continuous growth a year: `ln(last / first) / years`.
///
/// # Errors
/// Values or years that are not above zero, or not finite.
///
/// ```
/// assert!((netpolity::stats::log_growth(1.0, 2.0, 10.0)? - 0.069_314_7).abs() < 1e-7);
/// # Ok::<(), netpolity::stats::Refusal>(())
/// ```
pub fn log_growth(first: f64, last: f64, years: f64) -> Result<f64, Refusal> {
    let (first, last) = (positive("the first value", first)?, positive("the last value", last)?);
    Ok((last / first).ln() / positive("the number of years", years)?)
}

/// Growth of the log odds of a share in percent, a year: `(logit p1 - logit p0) / years`.
///
/// # Errors
/// Shares that are not inside 0 to 100; years that are not above zero.
///
/// ```
/// use netpolity::stats::logit_growth;
///
/// // From 20 to 80 percent in ten years, by a logistic curve.
/// assert!((logit_growth(20.0, 80.0, 10.0)? - 16_f64.ln() / 10.0).abs() < 1e-12);
/// # Ok::<(), netpolity::stats::Refusal>(())
/// ```
pub fn logit_growth(first: f64, last: f64, years: f64) -> Result<f64, Refusal> {
    let odds = |share: f64| {
        if !(share > 0.0 && share < 100.0) {
            return Err(Refusal::ShareOutOfRange { share: super::Operand::Number(share) });
        }
        Ok((share / (100.0 - share)).ln())
    };
    Ok((odds(last)? - odds(first)?) / positive("the number of years", years)?)
}

/// The part of what was missing to 100 percent that was gained, in percent: `100 (s1 - s0) / (100 - s0)`.
///
/// # Errors
/// Shares outside 0 to 100; a first share of 100.
///
/// ```
/// // From 60 to 80 percent: half of the 40 points that were missing.
/// assert_eq!(netpolity::stats::remaining_gap_closed(60.0, 80.0)?, 50.0);
/// # Ok::<(), netpolity::stats::Refusal>(())
/// ```
pub fn remaining_gap_closed(first: f64, last: f64) -> Result<f64, Refusal> {
    for share in [first, last] {
        if !(0.0..=100.0).contains(&share) {
            return Err(Refusal::ShareOutOfRange { share: super::Operand::Number(share) });
        }
    }
    if first >= 100.0 {
        return Err(Refusal::Zero { what: "the remaining gap" });
    }
    Ok(100.0 * (last - first) / (100.0 - first))
}

/// The years in which what grows by so many percent a year doubles: `ln 2 / ln(1 + rate / 100)`.
///
/// # Errors
/// A rate that is not above zero, or not finite.
///
/// ```
/// use netpolity::stats::doubling_time;
///
/// assert_eq!(format!("{:.1}", doubling_time(10.0)?), "7.3");
/// # Ok::<(), netpolity::stats::Refusal>(())
/// ```
pub fn doubling_time(rate: f64) -> Result<f64, Refusal> {
    Ok(std::f64::consts::LN_2 / (positive("the rate", rate)? / 100.0).ln_1p())
}

/// By what line two points are joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Interpolation {
    /// A straight one.
    #[default]
    Linear,
    /// A straight one through the logarithms: constant growth.
    Logarithmic,
    /// A straight one through the log odds of percentages: a logistic curve.
    Logit,
}

/// The value of a series at a period, interpolated where it has none.
///
/// Only inside: between a value before and one after, no farther apart than so many periods. The result is noted as [imputed](Note::Imputed).
///
/// # Errors
/// [`Refusal::NoValue`] where there is no value on both sides within reach; for logarithms values that are not above zero, for log odds shares that are not inside 0 to 100.
///
/// ```
/// use netpolity::Period;
/// use netpolity::stats::{Interpolation, Note, interpolate};
///
/// # use netpolity::metric::{Number, Panel, PanelBuilder, Variable, Vintage};
/// # use netpolity::country::Country;
/// # let panel = |points: &[(i32, &str)]| -> Panel {
/// #     let mut builder = PanelBuilder::new(Vintage::new());
/// #     let variable = builder.variable(Variable::new("share"));
/// #     let area = builder.area(Country::CHN.into(), "CHN", "");
/// #     for (year, text) in points {
/// #         let cell = Number::parse(text).unwrap().into();
/// #         builder.push(variable, area, Default::default(), Period::from_year(*year).unwrap(), cell, 0).unwrap();
/// #     }
/// #     builder.finish()
/// # };
/// # let panel = panel(&[(2010, "20"), (2014, "80")]);
/// let series = panel.series().next().unwrap();
/// let middle = interpolate(series, Period::from_year(2012)?, Interpolation::Linear, 4)?;
/// assert!(middle.value == 50.0 && middle.notes.contains(Note::Imputed));
/// // Nothing is known of what comes after.
/// assert!(interpolate(series, Period::from_year(2015)?, Interpolation::Linear, 4).is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn interpolate(
    series: Series<'_>,
    period: Period,
    how: Interpolation,
    widest: usize,
) -> Result<Derived<f64>, Refusal> {
    let none = Refusal::NoValue { period };
    let at = series.first().and_then(|first| period.steps_after(first));
    let at = at.and_then(|at| usize::try_from(at).ok()).ok_or(none.clone())?;
    let values = series.values();
    let value = |at: usize| values.get(at).copied().filter(|value| !value.is_nan());
    let flags = |at: usize| series.period_at(at).and_then(|p| series.get(p)).map(Cell::flags);
    if let Some(value) = value(at) {
        let mut derived = Derived::new(value, 1, 1, 1.0);
        derived.status = flags(at).unwrap_or_default();
        return Ok(derived);
    }
    let before = (0..at.min(values.len())).rev().find_map(|i| Some((i, value(i)?)));
    let after = (at + 1..values.len()).find_map(|i| Some((i, value(i)?)));
    let (Some((i, start)), Some((j, end))) = (before, after) else { return Err(none) };
    if j - i > widest {
        return Err(none);
    }
    #[allow(clippy::cast_precision_loss)] // positions in memory
    let part = (at - i) as f64 / (j - i) as f64;
    let line = |a: f64, b: f64| a + (b - a) * part;
    let odds = |share: f64| logit_growth(50.0, share, 1.0);
    let value = match how {
        Interpolation::Linear => line(start, end),
        Interpolation::Logarithmic => {
            line(positive("the value before", start)?.ln(), positive("the value after", end)?.ln())
                .exp()
        }
        Interpolation::Logit => 100.0 / (1.0 + (-line(odds(start)?, odds(end)?)).exp()),
    };
    let mut derived = Derived::new(value, 2, 2, 1.0);
    derived.status = flags(i).unwrap_or_default();
    derived.status.extend(flags(j).unwrap_or_default().iter());
    derived.notes.insert(Note::Imputed);
    Ok(derived)
}

/// When a series first reaches a level, in years of the common era.
///
/// By a straight line between its values: 2012.5 is the middle of 2012 where values stand for whole years. `None` where it does not
/// reach it; the time of the first value, where that is above already.
pub fn first_reached(series: Series<'_>, level: f64) -> Option<f64> {
    let mut before: Option<(f64, f64)> = None;
    for (position, value) in series.values().iter().enumerate().filter(|(_, value)| !value.is_nan())
    {
        let time = time_of(series.period_at(position)?)?;
        if *value >= level {
            return Some(match before {
                Some((then, lower)) if *value > lower => {
                    then + (time - then) * (level - lower) / (value - lower)
                }
                _ => time,
            });
        }
        before = Some((time, *value));
    }
    None
}

/// A period as a number of years: its year for a year, a fraction more for parts of it.
pub(super) fn time_of(period: Period) -> Option<f64> {
    let year = period.year()?;
    Some(
        f64::from(year)
            + years_between(Period::from_year(year).ok()?, period)
                .filter(|_| {
                    period.kind() != crate::time::PeriodKind::Year
                        && period.kind() != crate::time::PeriodKind::FiscalYear
                })
                .unwrap_or_default(),
    )
}

/// How many years one series is behind another at a level: the time at which it first reached that, less the other's.
///
/// S-time-distance: Sicherl, P. (1973), *Time distance as a dynamic measure of disparities in social and economic development*.
///
/// # Errors
/// [`Refusal::NotReached`] where one of them has not reached it.
///
/// ```
/// use netpolity::Period;
/// use netpolity::stats::{first_reached, time_distance};
///
/// # use netpolity::metric::{Number, Panel, PanelBuilder, Variable, Vintage};
/// # use netpolity::country::Country;
/// # let panel = |points: &[(i32, &str)]| -> Panel {
/// #     let mut builder = PanelBuilder::new(Vintage::new());
/// #     let variable = builder.variable(Variable::new("share"));
/// #     let area = builder.area(Country::CHN.into(), "CHN", "");
/// #     for (year, text) in points {
/// #         let cell = Number::parse(text).unwrap().into();
/// #         builder.push(variable, area, Default::default(), Period::from_year(*year).unwrap(), cell, 0).unwrap();
/// #     }
/// #     builder.finish()
/// # };
/// # let (behind, ahead) = (panel(&[(2005, "20"), (2015, "50")]), panel(&[(2000, "10"), (2010, "60")]));
/// let (behind, ahead) = (behind.series().next().unwrap(), ahead.series().next().unwrap());
/// assert_eq!(first_reached(ahead, 35.0), Some(2005.0));
/// assert_eq!(time_distance(behind, ahead, 35.0)?, 5.0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn time_distance(behind: Series<'_>, ahead: Series<'_>, level: f64) -> Result<f64, Refusal> {
    let reached = |series| first_reached(series, level).ok_or(Refusal::NotReached { level });
    Ok(reached(behind)? - reached(ahead)?)
}

fn positive(what: &'static str, value: f64) -> Result<f64, Refusal> {
    let value = value.known(what)?;
    if value > 0.0 { Ok(value) } else { Err(Refusal::NotPositive { what, value }) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::country::Country;
    use crate::metric::{DimensionsId, Number, Panel, PanelBuilder, Variable, Vintage};

    fn year(year: i32) -> Period {
        Period::from_year(year).unwrap()
    }

    fn panel(points: &[(i32, &str)], broken: Option<i32>) -> Panel {
        let mut builder = PanelBuilder::new(Vintage::new());
        let variable = builder.variable(Variable::new("x"));
        let area = builder.area(Country::CHN.into(), "CHN", "");
        for (at, text) in points {
            let mut cell: Cell<'_> = Number::parse(text).unwrap().into();
            if broken == Some(*at) {
                cell = cell.with_flag(Flag::Break);
            }
            builder.push(variable, area, DimensionsId::default(), year(*at), cell, 0).unwrap();
        }
        builder.finish()
    }

    #[test]
    fn growth_stops_at_a_break() {
        let panel = panel(
            &[(2021, "73.0532"), (2022, "75.6113"), (2023, "90.6"), (2024, "92")],
            Some(2023),
        );
        let series = panel.series().next().unwrap();
        let grow =
            |first, last, breaks| growth(series, year(first), year(last), Growth::Absolute, breaks);
        assert!((grow(2021, 2022, Breaks::Refuse).unwrap().value - 2.5581).abs() < 1e-9);
        assert_eq!(grow(2022, 2023, Breaks::Refuse), Err(Refusal::Break { period: year(2023) }));
        assert_eq!(grow(2021, 2024, Breaks::Refuse), Err(Refusal::Break { period: year(2023) }));
        assert!(grow(2023, 2024, Breaks::Refuse).is_ok());
        let across = grow(2022, 2023, Breaks::Allow).unwrap();
        assert!((across.value - 14.9887).abs() < 1e-9 && across.notes.contains(Note::AcrossBreak));
        assert_eq!(grow(2022, 2030, Breaks::Allow), Err(Refusal::NoValue { period: year(2030) }));
    }

    /// China's share, World Bank of 2018-05: 8.52 percent in 2005 and 50.3 in 2015 is 19.425 percent a year.
    #[test]
    fn growth_of_china() {
        let panel = panel(&[(2005, "8.52325737818"), (2015, "50.3")], None);
        let series = panel.series().next().unwrap();
        let rate =
            growth(series, year(2005), year(2015), Growth::Compound, Breaks::Refuse).unwrap();
        assert!((rate.value - 19.425).abs() < 5e-4, "{}", rate.value);
        let closed =
            growth(series, year(2005), year(2015), Growth::OfRemaining, Breaks::Refuse).unwrap();
        assert!(
            (closed.value - 100.0 * (50.3 - 8.523_257_378_18) / 91.476_742_621_82).abs() < 1e-9
        );
    }

    #[test]
    fn interpolation_stays_inside_and_is_marked() {
        let panel = panel(&[(2010, "20"), (2014, "80"), (2020, "90")], None);
        let series = panel.series().next().unwrap();
        let at = |at, how| interpolate(series, year(at), how, 4);
        assert!((at(2011, Interpolation::Linear).unwrap().value - 35.0).abs() < 1e-12);
        assert!((at(2012, Interpolation::Logarithmic).unwrap().value - 40.0).abs() < 1e-12);
        let middle = at(2012, Interpolation::Logit).unwrap();
        assert!((middle.value - 50.0).abs() < 1e-12 && middle.notes.contains(Note::Imputed));
        assert!(at(2010, Interpolation::Linear).unwrap().notes.is_empty());
        for outside in [2009, 2016, 2021] {
            assert_eq!(
                at(outside, Interpolation::Linear),
                Err(Refusal::NoValue { period: year(outside) })
            );
        }
    }

    #[test]
    fn distance_in_time() {
        let (one, other) = (
            panel(&[(2000, "10"), (2010, "60")], None),
            panel(&[(2005, "20"), (2015, "50")], None),
        );
        let (ahead, behind) = (one.series().next().unwrap(), other.series().next().unwrap());
        assert!((first_reached(ahead, 35.0).unwrap() - 2005.0).abs() < 1e-9);
        assert!((time_distance(behind, ahead, 35.0).unwrap() - 5.0).abs() < 1e-9);
        assert_eq!(
            time_distance(behind, ahead, 55.0).unwrap_err().to_string(),
            "the series does not reach 55"
        );
    }
}
