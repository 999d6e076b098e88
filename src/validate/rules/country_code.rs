//! ORG: codes of countries are those of the time.

use super::days::Days;
use super::{Family, path};
use crate::country::Country;
use crate::dataset::Dataset;
use crate::finding::{Detail, Path, Rule, Severity, Sink};
use crate::time::Span;
use crate::validate::{Limits, panel};

pub(super) const FAMILY: Family = Family { rules: &[CODE], check };

const CODE: Rule = Rule::new(
    "ORG-009",
    Severity::Warning,
    "A country was there at the time",
    "The span of an agency, a sitting or a planned one lies certainly after the end of the code of its country, as \
     `SUN` in 1995, or before the country came to be, as `RUS` in 1985. Of the Soviet Union, Czechoslovakia and others \
     the historical codes are there to be used. Countries that were there before the standard, or only changed their \
     names, are not judged before their codes.",
);

fn check(dataset: &Dataset, _: &Limits, sink: &mut Sink) {
    for agency in dataset.agencies() {
        if let Some(country) = agency.country {
            judge(country, &agency.span, || path(agency).field("country"), sink);
        }
    }
    for event in dataset.events() {
        let own = event.sittings.iter().enumerate().map(|(i, sitting)| (None, i, sitting));
        let planned = event.plans.iter().enumerate().flat_map(|(k, plan)| {
            plan.sittings.iter().enumerate().map(move |(i, sitting)| (Some(k), i, sitting))
        });
        for (plan, i, sitting) in own.chain(planned) {
            let Some(country) = sitting.country else { continue };
            let at = || {
                let whole = path(event);
                let whole = match plan {
                    Some(k) => whole.field("plans").at(k),
                    None => whole,
                };
                whole.field("sittings").at(i).field("country")
            };
            judge(country, &sitting.span, at, sink);
        }
    }
}

fn judge(country: Country, span: &Span, at: impl FnOnce() -> Path, sink: &mut Sink) {
    let Some(days) = Days::of(span) else { return };
    let end = if country.is_former() { country.span().end().latest() } else { None };
    let (when, instead): (&str, Vec<&str>) = if end.is_some_and(|end| days.first_start > end) {
        ("any more", country.successors().iter().map(|other| other.as_str()).collect())
    } else if panel::beginning(country).is_some_and(|start| days.last_end < start) {
        ("yet", country.predecessors().map(Country::as_str).collect())
    } else {
        return;
    };
    sink.report(CODE, || {
        let message = format!("{country} was not there {when} in {span}");
        let detail = Detail::new(at(), message)
            .param("country", country.as_str())
            .param("span", span.to_string());
        if instead.is_empty() {
            detail
        } else {
            detail.help(format!("the code of that time is {}", instead.join(" or ")))
        }
    });
}

#[cfg(test)]
pub(super) const CASES: &[super::cases::Case] = &[
    super::cases::Case {
        rule: "ORG-009",
        fails: r#"{ "agencies": [ { "id": "a", "kind": "ministry", "country": "SUN", "span": "1995/.." } ] }"#,
        passes: r#"{ "agencies": [ { "id": "a", "kind": "ministry", "country": "SUN", "span": "1985/1992" }, { "id": "b", "kind": "ministry", "country": "SUN" } ] }"#,
    },
    super::cases::Case {
        rule: "ORG-009",
        fails: r#"{ "events": [ { "id": "e", "kind": "conference", "sittings": [ { "span": "1985-06", "city": "Moscow", "country": "RUS" } ] } ] }"#,
        // China was there before the standard gave it a code in 1974.
        passes: r#"{ "events": [ { "id": "e", "kind": "conference", "sittings": [ { "span": "1995-06", "city": "Moscow", "country": "RUS" } ] },
                                 { "id": "f", "kind": "conference", "sittings": [ { "span": "1960-06", "city": "Beijing", "country": "CHN" } ] } ] }"#,
    },
];
