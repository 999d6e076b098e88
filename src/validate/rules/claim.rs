//! QTY: figures in statements.

use std::fmt::Display;

use super::{Family, path};
use crate::dataset::Dataset;
use crate::finding::{Detail, Path, Rule, Severity, Sink};
use crate::id::Id;
use crate::metric::{Indicator, IndicatorKind};
use crate::quantity::{Decimal, Interval, Quantity, Unit};
use crate::statement::{Claim, Measure};
use crate::validate::Limits;

pub(super) const FAMILY: Family =
    Family { rules: &[BOUNDS, RANGE, POINTS, UNDATED, HEDGE, PRINTED, EMPTY, UNIT], check };

const BOUNDS: Rule = Rule::on_reading(
    "QTY-001",
    "The bounds of a quantity are in order",
    "\"Between a and b\" has a below b, and only such a quantity has two bounds. Every quantity has a unit; a number \
     alone is a count.",
);

const RANGE: Rule = Rule::new(
    "QTY-002",
    Severity::Error,
    "A share lies between nothing and all, a count is not negative",
    "A share of a whole that certainly lies outside 0 to 100 percent. A negative count is refused on reading. Changes and \
     rates may exceed 100 percent. Of observations, see VAL-002.",
);

const POINTS: Rule = Rule::new(
    "QTY-003",
    Severity::Warning,
    "A change of a share says whether it is in percent or in percentage points",
    "A share that rises from 40 to 44 percent rises by 10 percent or by 4 points. A change in percent of an indicator \
     that is itself a share can be either; points are given in `percentage points`.",
);

const UNDATED: Rule = Rule::new(
    "QTY-004",
    Severity::Warning,
    "A figure says as of when it holds and which document it is from",
    "A claim without a period cannot be compared with a series, and one without a document cannot be traced. The date \
     of the statement is not the date of its figures.",
);

const HEDGE: Rule = Rule::new(
    "QTY-006",
    Severity::Warning,
    "A hedge goes with the sharpness of its number",
    "Hedges such as \"almost\" go with round numbers. Before a sharp one, as in \"almost 613.4\", either the hedge or \
     the digits are somebody else's.",
);

const PRINTED: Rule = Rule::new(
    "QTY-007",
    Severity::Error,
    "The figure as printed reads as the figure as stored",
    "`printed` holds the words of the figure alone. Read again, they have to give the stored quantity: the same \
     number, hedge and unit.",
);

const EMPTY: Rule = Rule::new(
    "QTY-008",
    Severity::Error,
    "A claim has a figure or a direction",
    "A claim that gives neither a quantity nor a direction claims nothing.",
);

const UNIT: Rule = Rule::new(
    "QTY-009",
    Severity::Error,
    "A level is given in a unit of its indicator",
    "A level in a unit into which that of the indicator cannot be converted, such as a count for a share, measures \
     something else.",
);

fn check(dataset: &Dataset, limits: &Limits, sink: &mut Sink) {
    for statement in dataset.statements() {
        for (i, claim) in statement.claims.iter().enumerate() {
            let at = || path(statement).field("claims").at(i);
            gaps(claim, at, sink);
            if let Some(quantity) = &claim.quantity {
                figure(claim, quantity, at, sink);
                against_indicator(dataset, claim, quantity, at, limits, sink);
            }
        }
    }
}

/// What a claim leaves out.
fn gaps(claim: &Claim, at: impl Fn() -> Path, sink: &mut Sink) {
    if claim.quantity.is_none() && claim.direction.is_none() {
        sink.report(EMPTY, || {
            Detail::new(at(), "the claim has neither a quantity nor a direction")
        });
    } else if claim.period.is_none() || claim.cited.is_none() {
        sink.report(UNDATED, || {
            let missing: Vec<&str> = [
                claim.period.is_none().then_some("reference period"),
                claim.cited.is_none().then_some("document"),
            ]
            .into_iter()
            .flatten()
            .collect();
            let what = match &claim.quantity {
                Some(quantity) => format!("{} of {}: {quantity}", claim.indicator, claim.subject),
                None => format!("{} of {}", claim.indicator, claim.subject),
            };
            Detail::new(at(), format!("{what}; names no {}", missing.join(" and no ")))
                .param("indicator", claim.indicator.to_string())
                .param("missing", missing)
        });
    }
}

/// The figure by itself.
fn figure(claim: &Claim, quantity: &Quantity, at: impl Fn() -> Path, sink: &mut Sink) {
    if !quantity.hedge_fits_value() {
        sink.report(HEDGE, || {
            Detail::new(at().field("quantity"), format!("\"{quantity}\" hedges a sharp number"))
                .param("quantity", quantity.to_string())
        });
    }
    let Some(printed) = &claim.printed else { return };
    match printed.parse::<Quantity>() {
        Ok(read) if says_the_same(&read, quantity) => {}
        Ok(read) => sink.report(PRINTED, || {
            let message =
                format!("printed \"{printed}\", which reads as \"{read}\", stored \"{quantity}\"");
            Detail::new(at().field("printed"), message)
                .param("printed", printed.as_str())
                .param("quantity", quantity.to_string())
        }),
        Err(error) => sink.report(PRINTED, || {
            Detail::new(at().field("printed"), error.to_string())
                .help("keep the words of the figure alone, such as \"almost 600 million\"")
                .param("printed", printed.as_str())
        }),
    }
}

fn says_the_same(a: &Quantity, b: &Quantity) -> bool {
    (a.value(), a.upper(), a.hedge(), a.unit()) == (b.value(), b.upper(), b.hedge(), b.unit())
}

/// The figure against what is known of its indicator.
fn against_indicator(
    dataset: &Dataset,
    claim: &Claim,
    quantity: &Quantity,
    at: impl Fn() -> Path,
    limits: &Limits,
    sink: &mut Sink,
) {
    let known = kind_and_unit(dataset, &claim.indicator);
    let of_share = matches!(known, Some((Some(IndicatorKind::Share), _)));
    let is_share = claim.measure == Measure::Share || claim.measure == Measure::Level && of_share;
    if is_share
        && let Ok(interval) = quantity.interval(&limits.tolerance)
        && outside_share(&interval, quantity.unit())
    {
        sink.report(RANGE, || out_of_range(at().field("quantity"), &claim.indicator, quantity));
    }
    let unclear = match claim.measure {
        Measure::Change => of_share && quantity.unit() == Unit::Percent,
        Measure::Points => quantity.unit() != Unit::PercentagePoints,
        _ => false,
    };
    if unclear {
        sink.report(POINTS, || {
            let message =
                format!("\"{quantity}\" can be a change in percent or in percentage points");
            Detail::new(at().field("quantity"), message)
                .help("write `percentage points` with measure `points`, where points are meant")
                .param("quantity", quantity.to_string())
        });
    }
    if let (Measure::Level, Some((_, unit))) = (claim.measure, known)
        && quantity.unit().factor_to(unit).is_err()
    {
        sink.report(UNIT, || {
            let message = format!(
                "\"{quantity}\" is in {}, and `{}` is in {unit}",
                quantity.unit(),
                claim.indicator
            );
            Detail::new(at().field("quantity"), message)
                .param("unit", quantity.unit().to_string())
                .param("expected", unit.to_string())
        });
    }
}

fn kind_and_unit(dataset: &Dataset, id: &Id<Indicator>) -> Option<(Option<IndicatorKind>, Unit)> {
    dataset.indicator_of(id).map(|indicator| (indicator.kind, indicator.unit))
}

/// Whether a share, in a unit of shares, certainly lies outside nothing to all.
fn outside_share(share: &Interval, unit: Unit) -> bool {
    let Ok(all) = Unit::Percent.convert(Decimal::HUNDRED, unit) else { return false };
    let Ok(whole) = Interval::closed(Decimal::ZERO, all) else { return false };
    share.intersect(&whole).is_none()
}

#[cold]
fn out_of_range(path: Path, indicator: &Id<Indicator>, value: impl Display) -> Detail {
    Detail::new(path, format!("{value} is no possible value of `{indicator}`"))
        .param("value", value.to_string())
}

#[cfg(test)]
pub(super) const CASES: &[super::cases::Case] = &[
    super::cases::Case {
        rule: "QTY-001",
        fails: r#"{ "statements": [ { "id": "s", "act": "data-claim", "claims": [
                     { "indicator": "websites", "subject": "CHN", "quantity": "between 20 and 1" } ] } ] }"#,
        passes: r#"{ "statements": [ { "id": "s", "act": "data-claim", "claims": [
                      { "indicator": "websites", "subject": "CHN", "quantity": "between 1 and 20" } ] } ] }"#,
    },
    super::cases::Case {
        rule: "QTY-002",
        fails: r#"{ "statements": [ { "id": "s", "act": "data-claim", "claims": [
                     { "indicator": "internet-users-share", "subject": "CHN", "quantity": "144.1 percent" } ] } ] }"#,
        passes: r#"{ "statements": [ { "id": "s", "act": "data-claim", "claims": [
                      { "indicator": "internet-users-share", "subject": "CHN", "quantity": "100 percent" },
                      { "indicator": "internet-users", "subject": "CHN", "measure": "change", "quantity": "144.1 percent" } ] } ] }"#,
    },
    super::cases::Case {
        rule: "QTY-003",
        fails: r#"{ "statements": [ { "id": "s", "act": "data-claim", "claims": [ { "indicator": "internet-users-share",
                     "subject": "CHN", "measure": "change", "quantity": "3 percent" } ] } ] }"#,
        passes: r#"{ "statements": [ { "id": "s", "act": "data-claim", "claims": [ { "indicator": "internet-users-share",
                      "subject": "CHN", "measure": "points", "quantity": "3 percentage points" } ] } ] }"#,
    },
    super::cases::Case {
        rule: "QTY-004",
        fails: r#"{ "statements": [ { "id": "s", "act": "data-claim", "claims": [
                     { "indicator": "internet-users", "subject": "CHN", "quantity": "591 million", "period": "2013-06" } ] } ] }"#,
        passes: r#"{ "statements": [ { "id": "s", "act": "data-claim", "claims": [ { "indicator": "internet-users", "subject": "CHN",
                      "quantity": "591 million", "period": "2013-06", "cited": "cnnic-32" } ] } ] }"#,
    },
    super::cases::Case {
        rule: "QTY-006",
        fails: r#"{ "statements": [ { "id": "s", "act": "data-claim", "claims": [
                     { "indicator": "internet-users", "subject": "CHN", "quantity": "almost 613.4 million" } ] } ] }"#,
        passes: r#"{ "statements": [ { "id": "s", "act": "data-claim", "claims": [
                      { "indicator": "internet-users", "subject": "CHN", "quantity": "almost 600 million" } ] } ] }"#,
    },
    super::cases::Case {
        rule: "QTY-007",
        fails: r#"{ "statements": [ { "id": "s", "act": "data-claim", "claims": [ { "indicator": "internet-users", "subject": "CHN",
                     "quantity": "600 million", "printed": "almost 600 million" } ] } ] }"#,
        passes: r#"{ "statements": [ { "id": "s", "act": "data-claim", "claims": [ { "indicator": "internet-users", "subject": "CHN",
                      "quantity": "almost 600 million", "printed": "nearly 600 million" } ] } ] }"#,
    },
    super::cases::Case {
        rule: "QTY-008",
        fails: r#"{ "statements": [ { "id": "s", "act": "data-claim", "claims": [
                     { "indicator": "internet-users", "subject": "CHN" } ] } ] }"#,
        passes: r#"{ "statements": [ { "id": "s", "act": "data-claim", "claims": [
                      { "indicator": "internet-users", "subject": "CHN", "direction": "rising" } ] } ] }"#,
    },
    super::cases::Case {
        rule: "QTY-009",
        fails: r#"{ "statements": [ { "id": "s", "act": "data-claim", "claims": [
                     { "indicator": "internet-users-share", "subject": "CHN", "quantity": "600 million" } ] } ] }"#,
        passes: r#"{ "statements": [ { "id": "s", "act": "data-claim", "claims": [
                      { "indicator": "internet-users-share", "subject": "CHN", "quantity": "44.1 per 100" } ] } ] }"#,
    },
];
