//! OBS: observations.

use std::collections::HashMap;

use super::Family;
use crate::dataset::Dataset;
use crate::finding::{Detail, Path, Rule, Severity, Sink};
use crate::validate::Limits;

pub(super) const FAMILY: Family = Family { rules: &[REASON, TWICE], check };

const REASON: Rule = Rule::new(
    "OBS-001",
    Severity::Error,
    "An observation has a value or the reason why there is none",
    "One without either says nothing, and one with both contradicts itself. A missing value is never zero and never \
     an empty text.",
);

const TWICE: Rule = Rule::new(
    "OBS-002",
    Severity::Warning,
    "One source gives one value for one indicator, area and period",
    "Values of different sources may differ and stand side by side. Two of the same source and the same dimensions are a double, or \
     lack a dimension. In files, this is KEY-001 and KEY-002.",
);

fn check(dataset: &Dataset, _: &Limits, sink: &mut Sink) {
    let mut seen = HashMap::with_capacity(dataset.observations().len());
    for (i, observation) in dataset.observations().iter().enumerate() {
        let at = || Path::record("observations", i);
        match (observation.value, observation.missing) {
            (None, None) => sink.report(REASON, || {
                Detail::new(
                    at(),
                    "the observation has neither a value nor a reason for having none",
                )
                .help("add `value`, or `missing` with a reason such as `not-stated`")
            }),
            (Some(value), Some(reason)) => sink.report(REASON, || {
                Detail::new(
                    at(),
                    format!("the observation has the value {value} and is missing as {reason}"),
                )
            }),
            _ => {}
        }
        let source = observation.cites.first().map(|cite| &cite.source);
        let key = (
            &observation.indicator,
            &observation.area,
            observation.period,
            &observation.dimensions,
            source,
        );
        if let Some(first) = seen.insert(key, i) {
            sink.report(TWICE, || {
                let message = format!(
                    "`{}` of {} in {} stands here a second time",
                    observation.indicator, observation.area, observation.period
                );
                Detail::new(at(), message).see(Path::record("observations", first))
            });
        }
    }
}

#[cfg(test)]
pub(super) const CASES: &[super::cases::Case] = &[
    super::cases::Case {
        rule: "OBS-001",
        fails: r#"{ "observations": [ { "indicator": "population", "area": "ERI", "period": "2012" } ] }"#,
        passes: r#"{ "observations": [ { "indicator": "population", "area": "ERI", "period": "2012", "missing": "not-collected" } ] }"#,
    },
    super::cases::Case {
        rule: "OBS-001",
        fails: r#"{ "observations": [ { "indicator": "population", "area": "ERI", "period": "2012", "value": "0", "missing": "not-stated" } ] }"#,
        passes: r#"{ "observations": [ { "indicator": "population", "area": "ERI", "period": "2012", "value": "0" } ] }"#,
    },
    super::cases::Case {
        rule: "OBS-002",
        fails: r#"{ "observations": [ { "indicator": "population", "area": "CHN", "period": "2012", "value": "1", "cites": [ "a" ] },
                                      { "indicator": "population", "area": "CHN", "period": "2012", "value": "2", "cites": [ "a" ] } ] }"#,
        passes: r#"{ "observations": [ { "indicator": "population", "area": "CHN", "period": "2012", "value": "1", "cites": [ "a" ] },
                                       { "indicator": "population", "area": "CHN", "period": "2012", "value": "2", "cites": [ "b" ] },
                                       { "indicator": "population", "area": "CHN", "period": "2012", "value": "2", "cites": [ "a" ],
                                         "dimensions": { "sex": "male" } } ] }"#,
    },
];
