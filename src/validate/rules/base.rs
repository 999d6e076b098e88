//! QTY: what a count and a share of one statement imply.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::{Family, path};
use crate::country::Area;
use crate::dataset::Dataset;
use crate::finding::{Detail, Rule, Severity, Sink};
use crate::id::Id;
use crate::metric::{Indicator, Observation};
use crate::quantity::{Decimal, Interval, Quantity, Unit};
use crate::statement::{Claim, Measure, Statement, Subject};
use crate::time::Period;
use crate::validate::Limits;

pub(super) const FAMILY: Family = Family { rules: &[BASE], check };

const BASE: Rule = Rule::new(
    "QTY-005",
    Severity::Warning,
    "A count and a share of one statement imply a base that is known",
    "A claim of `internet-users` and one of `internet-users-share` imply a population, and so do other pairs whose names \
     differ by `-share` and whose share has a `denominator`. It is held against what the dataset has of that indicator \
     for the same area: its observations, and what statements claim. Those count whose period has a day within \
     a year of the claims' period or, without one, of the date of the statement. Where none of them has that period \
     itself, the base may lie apart by the `relative` part of `sources`, a tenth unless the profile says otherwise. \
     Without anything to hold it against, nothing is reported.",
);

/// A value of a base, and the days that it is of.
struct Known {
    from: NaiveDate,
    to: NaiveDate,
    value: Interval,
}

type Bases<'a> = HashMap<(&'a Id<Indicator>, &'a Area), Vec<Known>>;

fn check(dataset: &Dataset, limits: &Limits, sink: &mut Sink) {
    let mut pairs = Vec::new();
    for statement in dataset.statements().filter(|statement| statement.claims.len() > 1) {
        pairs_of(dataset, statement, &mut pairs);
    }
    if pairs.is_empty() {
        return;
    }
    let bases = bases(dataset, &pairs, limits);
    for pair in &pairs {
        if let Some(known) = bases.get(&(pair.base, pair.area)) {
            judge(pair, known, limits, sink);
        }
    }
}

/// A count and a share of one thing, with their positions, and the indicator of the base.
struct Pair<'a> {
    statement: &'a Statement,
    count: (usize, &'a Claim, &'a Quantity),
    share: (usize, &'a Claim, &'a Quantity),
    base: &'a Id<Indicator>,
    area: &'a Area,
}

fn pairs_of<'a>(dataset: &'a Dataset, statement: &'a Statement, pairs: &mut Vec<Pair<'a>>) {
    let levels = || {
        statement.claims.iter().enumerate().filter_map(|(i, claim)| {
            let level = matches!(claim.measure, Measure::Level | Measure::Share);
            Some((i, claim, claim.quantity.as_ref().filter(|_| level)?))
        })
    };
    for share in levels() {
        let Subject::Area(area) = &share.1.subject else { continue };
        let Some(of) = share.1.indicator.as_str().strip_suffix("-share") else { continue };
        let indicator = dataset.indicator_of(&share.1.indicator);
        let Some(base) = indicator.and_then(|it| it.denominator.as_ref()) else { continue };
        for count in levels().filter(|(_, claim, _)| claim.indicator == *of) {
            let (a, b) = (count.1.period, share.1.period);
            if count.1.subject == share.1.subject && (a == b || a.is_none() || b.is_none()) {
                pairs.push(Pair { statement, count, share, base, area });
            }
        }
    }
}

/// What the dataset has of the bases that are asked for.
fn bases<'a>(dataset: &'a Dataset, pairs: &[Pair<'a>], limits: &Limits) -> Bases<'a> {
    let mut bases: Bases<'a> = pairs.iter().map(|it| ((it.base, it.area), Vec::new())).collect();
    let mut add = |indicator: &'a Id<Indicator>, area: &'a Area, period: Period, value| {
        let days = period.first_day().zip(period.last_day());
        let known = bases.get_mut(&(indicator, area));
        if let (Some((from, to)), Some(known), Some(value)) = (days, known, value) {
            known.push(Known { from, to, value });
        }
    };
    for observation in dataset.observations().iter().filter(|it| it.dimensions.is_empty()) {
        let value = observed(dataset, observation);
        add(&observation.indicator, &observation.area, observation.period, value);
    }
    for claim in dataset.statements().flat_map(|statement| &statement.claims) {
        if let (Measure::Level, Subject::Area(area), Some(quantity), Some(period)) =
            (claim.measure, &claim.subject, &claim.quantity, claim.period)
        {
            let counted = quantity.unit() == Unit::Count;
            let value = quantity.interval(&limits.tolerance).ok().filter(|_| counted);
            add(&claim.indicator, area, period, value);
        }
    }
    bases
}

/// The numbers that an observation may have been rounded from, where it is a count.
fn observed(dataset: &Dataset, observation: &Observation) -> Option<Interval> {
    let unit =
        observation.unit.or_else(|| Some(dataset.indicator_of(&observation.indicator)?.unit));
    let scale = u32::try_from(observation.scale).ok()?;
    let factor = Decimal::from(10_i64.checked_pow(scale)?);
    let written = Interval::rounded_to(observation.value.filter(|_| unit == Some(Unit::Count))?)?;
    written.mul(&Interval::exactly(factor)).ok()
}

fn judge(pair: &Pair<'_>, known: &[Known], limits: &Limits, sink: &mut Sink) {
    let Pair { statement, count, share, base, .. } = pair;
    let Ok(implied) = count.2.implied_base(share.2, &limits.tolerance) else { return };
    let period = count.1.period.or(share.1.period);
    let stated = period.and_then(|period| period.first_day().zip(period.last_day()));
    let said = statement.date.map(|date| (date.earliest(), date.latest()));
    let Some((from, to)) = stated.or(said) else { return };
    let year = chrono::Days::new(366);
    let (Some(earliest), Some(latest)) = (from.checked_sub_days(year), to.checked_add_days(year))
    else {
        return;
    };
    let near = || known.iter().filter(|it| it.from <= latest && it.to >= earliest);
    let hull = near().map(|it| it.value).reduce(|all, value| all.hull(&value));
    let of_the_time = stated.is_some() && near().any(|it| it.from <= from && it.to >= to);
    let wide = if of_the_time { hull } else { hull.and_then(|hull| widened(&hull, limits)) };
    let Some(possible) = wide.filter(|possible| !possible.possibly_equal(&implied)) else {
        return;
    };
    sink.report(BASE, || {
        let message = format!(
            "\"{}\" and \"{}\" imply a {base} of {implied}; known is {possible}",
            count.2, share.2
        );
        let claims = path(*statement).field("claims");
        Detail::new(claims.clone().at(share.0), message)
            .help("the share may be of another base, such as adults, or of another time")
            .param("base", base.as_str())
            .param("implied", implied.to_string())
            .param("known", possible.to_string())
            .see(claims.at(count.0))
    });
}

/// An interval whose ends may lie off by a part of themselves.
fn widened(known: &Interval, limits: &Limits) -> Option<Interval> {
    let part = Decimal::try_from(limits.sources.relative).ok()?;
    let below = Decimal::ONE.checked_sub(part)?;
    let above = Decimal::ONE.checked_add(part)?;
    known.mul(&Interval::closed(below, above).ok()?).ok()
}

#[cfg(test)]
pub(super) const CASES: &[super::cases::Case] = &[
    super::cases::Case {
        rule: "QTY-005",
        // 591 million at 44.1 percent are 1,337.5 to 1,342.8 million; 50 percent would be 1,182 million.
        fails: r#"{ "observations": [ { "indicator": "population", "area": "CHN", "period": "2013", "value": "1357380000" } ],
                    "statements": [ { "id": "s", "act": "data-claim", "claims": [ { "indicator": "internet-users", "subject": "CHN", "quantity": "591 million", "period": "2013" },
                       { "indicator": "internet-users-share", "subject": "CHN", "quantity": "44.1 percent", "period": "2013" } ] } ] }"#,
        passes: r#"{ "observations": [ { "indicator": "population", "area": "CHN", "period": "2012", "value": "1354.04", "scale": 6 }, { "indicator": "population", "area": "IND", "period": "2013", "value": "1" } ],
                     "statements": [ { "id": "s", "act": "data-claim", "claims": [ { "indicator": "internet-users", "subject": "CHN", "quantity": "591 million", "period": "2013-06" },
                        { "indicator": "internet-users-share", "subject": "CHN", "quantity": "44.1 percent" } ] } ] }"#,
    },
    super::cases::Case {
        rule: "QTY-005",
        fails: r#"{ "observations": [ { "indicator": "population", "area": "CHN", "period": "2012", "value": "1354040000" } ],
                    "statements": [ { "id": "s", "act": "data-claim", "date": "2013-09-09", "claims": [ { "indicator": "internet-users", "subject": "CHN", "quantity": "almost 600 million" },
                       { "indicator": "internet-users-share", "subject": "CHN", "quantity": "54.1 percent" } ] } ] }"#,
        // What is known is of another decade.
        passes: r#"{ "observations": [ { "indicator": "population", "area": "CHN", "period": "1992", "value": "1171710000" } ],
                     "statements": [ { "id": "s", "act": "data-claim", "date": "2013-09-09", "claims": [ { "indicator": "internet-users", "subject": "CHN", "quantity": "almost 600 million" },
                        { "indicator": "internet-users-share", "subject": "CHN", "quantity": "54.1 percent" } ] } ] }"#,
    },
    super::cases::Case {
        rule: "QTY-005",
        fails: r#"{ "statements": [ { "id": "s", "act": "data-claim", "claims": [ { "indicator": "internet-users", "subject": "CHN", "quantity": "591 million", "period": "2013" },
                       { "indicator": "internet-users-share", "subject": "CHN", "quantity": "50 percent", "period": "2013" } ] },
                      { "id": "t", "act": "data-claim", "claims": [ { "indicator": "population", "subject": "CHN", "quantity": "1.36 billion", "period": "2013" } ] } ] }"#,
        passes: r#"{ "statements": [ { "id": "s", "act": "data-claim", "claims": [ { "indicator": "internet-users", "subject": "CHN", "quantity": "about 600 million", "period": "2013" },
                       { "indicator": "internet-users-share", "subject": "CHN", "quantity": "44.1 percent", "period": "2013" } ] },
                      { "id": "t", "act": "data-claim", "claims": [ { "indicator": "population", "subject": "CHN", "quantity": "1.36 billion", "period": "2013" } ] } ] }"#,
    },
];
