//! VAL: which values there are, and how they follow each other.

use super::facts::Facts;
use super::place::name;
use super::{Subject, counted, param};
use crate::finding::{Detail, Rule, Severity, Sink};
use crate::metric::{Flag, IndicatorKind, Series};
use crate::quantity::Unit;
use crate::validate::Limits;

pub(super) const RULES: &[Rule] = &[RANGE, SHARE, WHOLE, JUMP, REPEATED, ZERO, MANY];

const RANGE: Rule = Rule::new(
    "VAL-002",
    Severity::Error,
    "A value lies within the bounds of its indicator",
    "A share lies between nothing and all, and a stock, a flow or a rank is not negative. The bounds are those of the indicator, taken to \
     unit and scale of the value; without a known indicator there are none.",
);

const SHARE: Rule = Rule::new(
    "VAL-003",
    Severity::Warning,
    "Shares in percent are not fractions, and fractions no percentages",
    "Values above one stand in a series of fractions whose indicator sets no bound, or a share in percent never exceeds one. A share that \
     begins to spread is well below one percent for years: a series whose last value is its greatest, and at least twice that in the middle, \
     is left alone. There is one finding for an indicator.",
);

const WHOLE: Rule = Rule::new(
    "VAL-004",
    Severity::Warning,
    "A count is a whole number",
    "A count that is not written in thousands or another scale has decimals. There is one finding for a series.",
);

const JUMP: Rule = Rule::new(
    "VAL-007",
    Severity::Warning,
    "A value is not far off both its neighbours",
    "The value jumps and the next one jumps back, both by more than 5 robust deviations of the steps of the series (1.4826 times the \
     median distance of its steps from their median) and by more than a fifth of the mean of both neighbours, as 43, 22.1, 62.5 in three \
     successive years. Looked at are series with at least 8 steps other than from zero to zero, and jumps where no break is marked. The \
     limits can be moved.",
);

const REPEATED: Rule = Rule::new(
    "VAL-008",
    Severity::Info,
    "A value differs from those before",
    "The same value stands in 4 or more successive periods (the limit can be moved): often the last one is carried forward. Zeros and \
     the bounds of the indicator are not looked at.",
);

const ZERO: Rule = Rule::new(
    "VAL-009",
    Severity::Warning,
    "A zero does not stand between positive values",
    "What was there before and after was hardly gone between: a zero that stands for a missing value.",
);

const MANY: Rule = Rule::new(
    "VAL-010",
    Severity::Warning,
    "Rates per hundred are no counts",
    "There can be more than 100 subscriptions per 100 people, and 180 are normal; above 400 (the limit can be moved) a count, or a rate of another \
     base, stands in the place of the rate.",
);

pub(super) fn check(subject: &Subject<'_>, limits: &Limits, sink: &mut Sink) {
    let mut small = vec![Small::default(); subject.facts.len()];
    for series in subject.panel.series() {
        let Some(facts) = subject.facts(series) else { continue };
        let at = At { subject, series };
        at.bounds(facts, sink);
        at.unit(facts, limits, sink);
        at.runs(facts, limits, sink);
        at.jumps(limits, sink);
        if let Some(small) = small.get_mut(series.key().variable.position()) {
            small.count(facts, series);
        }
    }
    for small in small {
        small.report(subject, sink);
    }
}

/// A series under check.
struct At<'s, 'p> {
    subject: &'s Subject<'p>,
    series: Series<'p>,
}

impl At<'_, '_> {
    /// A finding at a position of the series.
    fn detail(&self, position: usize, message: String) -> Detail {
        let place = &self.subject.place;
        let path = match self.series.period_at(position) {
            Some(period) => place.cell(self.series, period),
            None => place.series(self.series),
        };
        Detail::new(path, message)
    }

    /// A value as the source writes it.
    fn written(&self, position: usize) -> String {
        let number =
            self.series.period_at(position).and_then(|period| self.series.get(period)?.number());
        number.map(|number| number.to_string()).unwrap_or_default()
    }

    fn bounds(&self, facts: &Facts<'_>, sink: &mut Sink) {
        let (min, max) = facts.bounds;
        for (at, value) in self.series.values().iter().enumerate() {
            // Not so for what is no number.
            if *value < min || *value > max {
                sink.report(RANGE, || {
                    let (written, of) = (self.written(at), name(self.series.variable()));
                    let detail =
                        self.detail(at, format!("{written} is no possible value of `{of}`"));
                    let detail = detail.param("value", written);
                    if facts.unit == Some(Unit::Fraction) && *value > 1.0 {
                        detail.help("the unit is a fraction; are these values in percent?")
                    } else {
                        detail
                    }
                });
            }
        }
    }

    fn unit(&self, facts: &Facts<'_>, limits: &Limits, sink: &mut Sink) {
        let values = self.series.values();
        match facts.unit {
            Some(Unit::Count) if self.series.variable().scale == 0 => {
                // Beyond that, an `f64` has no decimals.
                let is_broken = |value: &f64| value.is_finite() && value.fract() != 0.0;
                let count = values.iter().filter(|value| is_broken(value)).count();
                if let Some(first) = values.iter().position(is_broken) {
                    sink.report(WHOLE, || {
                        let message = format!(
                            "{} of a count with decimals, the first is {}",
                            counted(count, "value"),
                            self.written(first)
                        );
                        self.detail(first, message)
                            .help("where the values are in thousands or millions, state the scale")
                            .param("values", param(count))
                    });
                }
            }
            Some(Unit::PerHundred) => {
                let most = limits.per_hundred / facts.scale;
                let count = values.iter().filter(|value| **value > most).count();
                if let Some(first) = values.iter().position(|value| *value > most) {
                    sink.report(MANY, || {
                        let message = format!(
                            "{} per 100 above {}, the first is {}",
                            counted(count, "value"),
                            limits.per_hundred,
                            self.written(first)
                        );
                        self.detail(first, message).param("values", param(count))
                    });
                }
            }
            _ => {}
        }
    }

    /// Equal values in a row, and zeros between others.
    fn runs(&self, facts: &Facts<'_>, limits: &Limits, sink: &mut Sink) {
        let values = self.series.values();
        let mut start = 0;
        for run in values.chunk_by(|a, b| a.to_bits() == b.to_bits()) {
            let at = start;
            start += run.len();
            let Some(value) = run.first().filter(|value| !value.is_nan()) else { continue };
            let at_edge = *value <= facts.bounds.0 || *value >= facts.bounds.1;
            if run.len() >= limits.repeats && *value != 0.0 && !at_edge {
                sink.report(REPEATED, || {
                    let last = self.series.period_at(start - 1);
                    let last = last.map(|period| period.to_string()).unwrap_or_default();
                    let message =
                        format!("{} stands {} times, to {last}", self.written(at), run.len());
                    self.detail(at, message).param("values", param(run.len()))
                });
            }
        }
        if values.contains(&0.0) {
            self.zeros(sink);
        }
    }

    fn zeros(&self, sink: &mut Sink) {
        let mut before = false;
        let mut zeros: Option<(usize, usize)> = None;
        for (at, value) in self.series.values().iter().enumerate() {
            if *value == 0.0 && before {
                zeros = Some(zeros.map_or((at, 1), |(first, count)| (first, count + 1)));
            } else if !value.is_nan() {
                if *value > 0.0
                    && let Some((first, count)) = zeros
                {
                    sink.report(ZERO, || {
                        let message =
                            format!("{} of zero between positive ones", counted(count, "value"));
                        self.detail(first, message).param("values", param(count))
                    });
                }
                before = *value > 0.0;
                zeros = None;
            }
        }
    }

    fn jumps(&self, limits: &Limits, sink: &mut Sink) {
        let values = self.series.values();
        let is_back = |window: &[f64]| match window {
            [a, b, c] => (b - a) * (c - b) < 0.0,
            _ => false,
        };
        if values.len() <= limits.steps || !values.windows(3).any(is_back) {
            return;
        }
        let Some((usual, deviation)) = steps(values, limits.steps) else { return };
        let far = |step: f64| (step - usual).abs() > limits.jump * deviation;
        for (at, window) in values.windows(3).enumerate() {
            let [a, b, c] = window else { continue };
            let size = (b - a).abs().min((c - b).abs());
            let is_large = size > limits.jump_part * (a.abs() + c.abs()) / 2.0;
            let jumps = is_large && is_back(window) && far(b - a) && far(c - b);
            if jumps && !self.is_broken(at + 1) {
                sink.report(JUMP, || {
                    let [a, b, c] = [at, at + 1, at + 2].map(|at| self.written(at));
                    self.detail(at + 1, format!("{b} stands between {a} and {c}")).param("value", b)
                });
            }
        }
    }

    /// Whether the source marks a break at a position or the next one.
    fn is_broken(&self, position: usize) -> bool {
        self.series.flags().any(|(at, flags)| {
            (at == position || at == position + 1) && flags.contains(Flag::Break)
        })
    }
}

/// The usual step from one value to the next, and how far steps are usually from it; `None` with fewer steps than asked.
///
/// Steps of a series that hardly moves are not taken for smaller than a hundredth of its usual size.
fn steps(values: &[f64], least: usize) -> Option<(f64, f64)> {
    let mut steps: Vec<f64> = values
        .windows(2)
        .filter_map(|pair| match pair {
            [a, b] if *a == 0.0 && *b == 0.0 => None,
            [a, b] => Some(b - a).filter(|step| !step.is_nan()),
            _ => None,
        })
        .collect();
    if steps.len() < least.max(1) {
        return None;
    }
    let mut sizes: Vec<f64> =
        values.iter().filter(|value| !value.is_nan()).map(|v| v.abs()).collect();
    let usual = median(&mut steps)?;
    let mut distances: Vec<f64> = steps.iter().map(|step| (step - usual).abs()).collect();
    // As wide as a standard deviation would be, were the steps distributed normally.
    let deviation = 1.4826 * median(&mut distances)?;
    Some((usual, deviation.max(median(&mut sizes)? / 100.0)))
}

fn median(numbers: &mut [f64]) -> Option<f64> {
    if numbers.is_empty() {
        return None;
    }
    let middle = numbers.len() / 2;
    let (_, median, _) = numbers.select_nth_unstable_by(middle, f64::total_cmp);
    Some(*median)
}

/// Series of one variable that look as if they were in another unit of shares.
#[derive(Clone, Default)]
struct Small<'p> {
    series: usize,
    odd: usize,
    first: Option<Series<'p>>,
}

impl<'p> Small<'p> {
    fn count(&mut self, facts: &Facts<'_>, series: Series<'p>) {
        let values = || series.values().iter().copied().filter(|value| !value.is_nan());
        let greatest = values().fold(f64::NEG_INFINITY, f64::max);
        let is_odd = match (facts.unit, facts.kind()) {
            // Bounds say so of others.
            (Some(Unit::Fraction), None) => greatest > 1.0,
            (Some(Unit::Percent), Some(IndicatorKind::Share)) => {
                let count = values().count();
                // Fewer show no course.
                if count < 5 {
                    return;
                }
                let (middle, last) = (values().nth(count / 2), values().next_back());
                let spreads = last == Some(greatest) && middle.is_some_and(|m| greatest >= 2.0 * m);
                greatest > 0.0 && greatest <= 1.0 && !spreads
            }
            _ => return,
        };
        self.series += 1;
        if is_odd {
            self.odd += 1;
            self.first.get_or_insert(series);
        }
    }

    fn report(self, subject: &Subject<'_>, sink: &mut Sink) {
        let Some(first) = self.first else { return };
        let in_percent =
            subject.facts(first).is_some_and(|facts| facts.unit == Some(Unit::Percent));
        sink.report(SHARE, || {
            let what =
                if in_percent { "in percent never exceed one" } else { "as fractions exceed one" };
            let message = format!("{} of {} series {what}", self.odd, self.series);
            Detail::new(subject.place.series(first), message)
                .param("series", param(self.odd))
                .param("of", param(self.series))
        });
    }
}
