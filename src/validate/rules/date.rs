//! DAT: dates are possible, plausible and in order.

use std::collections::HashMap;

use chrono::Datelike;

use super::every_date::{self, When};
use super::{Family, path};
use crate::actor::{AgencyFact, TenureFact};
use crate::dataset::Dataset;
use crate::event::{EventFact, EventStatus};
use crate::finding::{Detail, Path, Rule, Severity, Sink};
use crate::id::Id;
use crate::source::{Attestation, Cite, DateKind, Source};
use crate::statement::StatementFact;
use crate::time::{PartialDate, Precision};
use crate::validate::Limits;

pub(super) const FAMILY: Family = Family {
    rules: &[EXISTS, ORDER, ORDER_OPEN, PADDED, SENTINEL, KINDS, AMBIGUOUS, FORESEEN],
    check,
};

const EXISTS: Rule = Rule::on_reading(
    "DAT-001",
    "A date stands in the calendar",
    "There is no 30 February, no month 13, no fifth quarter and no week 54, and a weekday that is written beside a \
     date is the one of that day. The calendar is the Gregorian one, also before its introduction.",
);

const ORDER: Rule = Rule::on_reading(
    "DAT-002",
    "A span does not end before it starts",
    "Refused is a span whose first possible day lies after its last possible day. Where the precision leaves the order \
     open, see DAT-003.",
);

const ORDER_OPEN: Rule = Rule::new(
    "DAT-003",
    Severity::Warning,
    "The two dates of a span are precise enough to be in order",
    "In `2013-05/2013` the end can lie before the start. Two equal dates are one stretch at their precision, as \
     `2013/2013` or `2013`, and bounds such as `[..2013]` leave their order open by nature: neither is reported. A mark \
     `?` by itself is not either.",
);

const PADDED: Rule = Rule::new(
    "DAT-004",
    Severity::Warning,
    "1 January and 31 December are days, not years in disguise",
    "A day of 1 January or 31 December is doubted where the record rests on one source, and every other date that \
     rests on that source alone is a year or such a day again, at least one of them a year. Looked at are the spans of \
     agencies, relations, posts, tenures and sittings, births and deaths, changes of agencies, dates of statements, and \
     attestations. The date is never changed: some are real.",
);

const SENTINEL: Rule = Rule::new(
    "DAT-005",
    Severity::Error,
    "A year is no stand-in such as 1, 1000 or 9999",
    "Years before 1800 or more than 30 after the as-of date are taken for stand-ins for an unknown or open date; \
     both limits can be moved. Agencies, posts and series, with their names, relations and changes, may reach back to \
     the year 800, since universities and parliaments do. The periods of observations and claims are not looked at: \
     long series begin earlier, and projections end later.",
);

const KINDS: Rule = Rule::new(
    "DAT-006",
    Severity::Warning,
    "What took effect had been decided before, and was not reported long before",
    "Compared are dates that sources attest for one field of one record: one of kind `effective` certainly before one \
     of kind `decided`, or one of kind `reported` more than a year before one of kind `effective`. Days on which an \
     office was taken up or left are not compared: people do both before the paper is signed.",
);

const AMBIGUOUS: Rule = Rule::on_reading(
    "DAT-007",
    "A date does not leave open which number is the month",
    "`09/10/13` is read as three different days in different countries. Write the year with four digits in front.",
);

const FORESEEN: Rule = Rule::new(
    "DAT-008",
    Severity::Warning,
    "That an event was held is supported by a source from its time or later",
    "An announcement supports that an event was planned. Reported is an event recorded as held all of whose cited \
     sources were certainly published before its first day, and an attestation of `held` by such a source. The day of \
     retrieval stands in where that of publication is not known; a source with neither is not judged. An event without \
     sittings of its own has the days of the event it belongs to.",
);

/// The oldest bodies still at work were founded in the ninth and tenth centuries.
const EARLIEST_BODY: i32 = 800;

fn check(dataset: &Dataset, limits: &Limits, sink: &mut Sink) {
    every_date::of_bodies(dataset, &mut |when, at| {
        order(when, at, sink);
        sentinels(when, limits.earliest_year.min(EARLIEST_BODY), limits, at, sink);
    });
    every_date::of_the_rest(dataset, &mut |when, at| {
        order(when, at, sink);
        sentinels(when, limits.earliest_year, limits, at, sink);
    });
    padded(dataset, sink);
    kinds(dataset, limits, sink);
    foreseen(dataset, sink);
}

fn order(when: When, at: &dyn Fn() -> Path, sink: &mut Sink) {
    let When::Span(span) = when else { return };
    let (Some(start), Some(end)) = (span.start().date(), span.end().date()) else { return };
    if start != end && start.latest() > end.earliest() {
        sink.report(ORDER_OPEN, || {
            let message = format!("`{start}` may lie after `{end}`");
            Detail::new(at(), message)
                .help("give the dates as precisely as the source does, or the coarser one alone")
                .param("start", start.to_string())
                .param("end", end.to_string())
        });
    }
}

fn sentinels(when: When, earliest: i32, limits: &Limits, at: &dyn Fn() -> Path, sink: &mut Sink) {
    let latest = sink.as_of().year().saturating_add(limits.years_ahead);
    for date in when.named() {
        let year = date.year();
        if (earliest..=latest).contains(&year) {
            continue;
        }
        sink.report(SENTINEL, || {
            let side = if year < earliest {
                format!("before {earliest}")
            } else {
                format!("after {latest}")
            };
            Detail::new(at(), format!("the year of `{date}` lies {side}"))
                .help("leave out a date that is not known, and write `..` for a bound that is open")
                .param("date", date.to_string())
                .param("year", i64::from(year))
        });
    }
}

/// What dates rest on one source alone.
#[derive(Default)]
struct Tally {
    has_years: bool,
    has_finer: bool,
}

fn padded(dataset: &Dataset, sink: &mut Sink) {
    let mut suspects: HashMap<&Id<Source>, Tally> = HashMap::new();
    of_sole_sources(dataset, &mut |source, date, _| {
        if is_edge_of_year(date) {
            suspects.entry(source).or_default();
        }
    });
    if suspects.is_empty() {
        return;
    }
    of_sole_sources(dataset, &mut |source, date, _| {
        if let Some(tally) = suspects.get_mut(source) {
            tally.has_years |= date.precision() == Precision::Year;
            tally.has_finer |= date.precision() > Precision::Year && !is_edge_of_year(date);
        }
    });
    suspects.retain(|_, tally| tally.has_years && !tally.has_finer);
    of_sole_sources(dataset, &mut |source, date, at| {
        if is_edge_of_year(date) && suspects.contains_key(source) {
            sink.report(PADDED, || {
                let year = date.coarsen(Precision::Year);
                let message = format!(
                    "`{date}` may stand for `{year}`: `{source}` gives only years elsewhere"
                );
                Detail::new(at(), message)
                    .help(format!("write `{year}` unless the source gives the day"))
                    .param("date", date.to_string())
                    .param("source", source.as_str())
            });
        }
    });
}

fn is_edge_of_year(date: PartialDate) -> bool {
    matches!((date.month(), date.day()), (Some(1), Some(1)) | (Some(12), Some(31)))
}

/// Each date that rests on one source, with that source.
fn of_sole_sources<'a>(
    dataset: &'a Dataset,
    visit: &mut impl FnMut(&'a Id<Source>, PartialDate, &dyn Fn() -> Path),
) {
    let mut add = |cites: &'a [Cite], when: When, at: &dyn Fn() -> Path| {
        if let Some(source) = sole(cites) {
            when.named().for_each(|date| visit(source, date, at));
        }
    };
    // What has no cites of its own rests on those of its record.
    let or = |own: &'a [Cite], whole: &'a [Cite]| if own.is_empty() { whole } else { own };
    for agency in dataset.agencies() {
        add(&agency.cites, When::Span(agency.span), &|| path(agency).field("span"));
        for (i, relation) in agency.relations.iter().enumerate() {
            add(or(&relation.cites, &agency.cites), When::Span(relation.span), &|| {
                path(agency).field("relations").at(i).field("span")
            });
        }
        for (i, change) in agency.changes.iter().enumerate() {
            add(or(&change.cites, &agency.cites), When::Date(change.date), &|| {
                path(agency).field("changes").at(i).field("date")
            });
        }
        attested(&agency.attests, agency_date, &|| path(agency), &mut add);
    }
    for person in dataset.people() {
        add(&person.cites, When::Bound(person.birth), &|| path(person).field("birth"));
        add(&person.cites, When::Bound(person.death), &|| path(person).field("death"));
    }
    for post in dataset.posts() {
        add(&post.cites, When::Span(post.span), &|| path(post).field("span"));
    }
    for tenure in dataset.tenures() {
        add(&tenure.cites, When::Span(tenure.span), &|| path(tenure).field("span"));
        attested(&tenure.attests, tenure_date, &|| path(tenure), &mut add);
    }
    for event in dataset.events() {
        for (i, sitting) in event.sittings.iter().enumerate() {
            add(&event.cites, When::Span(sitting.span), &|| {
                path(event).field("sittings").at(i).field("span")
            });
        }
    }
    for statement in dataset.statements() {
        if let Some(date) = statement.date {
            add(&statement.cites, When::Date(date), &|| path(statement).field("date"));
        }
        attested(&statement.attests, statement_date, &|| path(statement), &mut add);
    }
}

fn attested<'a, F>(
    attests: &'a [Attestation<F>],
    date_of: fn(&F) -> Option<(Field, PartialDate)>,
    at: &dyn Fn() -> Path,
    add: &mut impl FnMut(&'a [Cite], When, &dyn Fn() -> Path),
) {
    for (i, attestation) in attests.iter().enumerate() {
        if let Some((field, date)) = date_of(&attestation.says) {
            let cites = std::slice::from_ref(&attestation.cite);
            add(cites, When::Date(date), &|| {
                at().field("attests").at(i).field("says").field(field)
            });
        }
    }
}

/// The source of cites that all name the same one.
fn sole(cites: &[Cite]) -> Option<&Id<Source>> {
    let (first, rest) = cites.split_first()?;
    rest.iter().all(|cite| cite.source == first.source).then_some(&first.source)
}

/// A field that a date is attested for.
type Field = &'static str;

fn agency_date(says: &AgencyFact) -> Option<(Field, PartialDate)> {
    match says {
        AgencyFact::Start(bound) => Some(("start", bound.date()?)),
        AgencyFact::End(bound) => Some(("end", bound.date()?)),
        AgencyFact::Name(_) => None,
    }
}

fn tenure_date(says: &TenureFact) -> Option<(Field, PartialDate)> {
    match says {
        TenureFact::Start(bound) => Some(("start", bound.date()?)),
        TenureFact::End(bound) => Some(("end", bound.date()?)),
        TenureFact::Title(_) => None,
    }
}

fn statement_date(says: &StatementFact) -> Option<(Field, PartialDate)> {
    match says {
        StatementFact::Date(date) => Some(("date", *date)),
        StatementFact::Speakers(_) => None,
    }
}

fn kinds(dataset: &Dataset, limits: &Limits, sink: &mut Sink) {
    for agency in dataset.agencies() {
        kinds_of(&agency.attests, agency_date, &|| path(agency), limits, sink);
    }
    for tenure in dataset.tenures() {
        kinds_of(&tenure.attests, tenure_date, &|| path(tenure), limits, sink);
    }
    for statement in dataset.statements() {
        kinds_of(&statement.attests, statement_date, &|| path(statement), limits, sink);
    }
}

fn kinds_of<F>(
    attests: &[Attestation<F>],
    date_of: fn(&F) -> Option<(Field, PartialDate)>,
    at: &dyn Fn() -> Path,
    limits: &Limits,
    sink: &mut Sink,
) {
    for (i, attestation) in attests.iter().enumerate() {
        if attestation.kind != Some(DateKind::Effective) {
            continue;
        }
        let Some((field, effective)) = date_of(&attestation.says) else { continue };
        for (k, other) in attests.iter().enumerate() {
            let (Some(kind), Some((of, date))) = (other.kind, date_of(&other.says)) else {
                continue;
            };
            let odd = match kind {
                DateKind::Decided => effective.is_before(date).is_yes(),
                DateKind::Reported => {
                    let lead = effective.earliest().signed_duration_since(date.latest());
                    date.is_before(effective).is_yes() && lead.num_days() > limits.report_lag
                }
                _ => false,
            };
            if of != field || !odd {
                continue;
            }
            sink.report(KINDS, || {
                let message = match kind {
                    DateKind::Decided => {
                        format!("the {field} was effective on `{effective}`, but decided on `{date}`")
                    }
                    _ => format!(
                        "the {field} was reported on `{date}`, long before it was effective on `{effective}`"
                    ),
                };
                Detail::new(at().field("attests").at(i), message)
                    .param("effective", effective.to_string())
                    .param(kind.as_str(), date.to_string())
                    .see(at().field("attests").at(k))
            });
        }
    }
}

fn foreseen(dataset: &Dataset, sink: &mut Sink) {
    for event in dataset.events() {
        let held = event.status == EventStatus::Held && !event.cites.is_empty();
        if !held && event.attests.is_empty() {
            continue;
        }
        let Some((first, _)) = dataset.days_of(event) else { continue };
        let first = PartialDate::from(first);
        let known_before =
            |cite: &Cite| known_by(dataset, cite).is_some_and(|d| d.is_before(first).is_yes());
        if held && event.cites.iter().all(known_before) {
            sink.report(FORESEEN, || {
                let mut sources: Vec<&str> = event.cites.iter().map(|cite| cite.source.as_str()).collect();
                sources.dedup();
                let message = format!(
                    "the event is recorded as held, but its sources date from before {first}, its first day: `{}`",
                    sources.join("`, `")
                );
                too_early(path(event).field("cites"), message, first, sources)
            });
        }
        for (i, attestation) in event.attests.iter().enumerate() {
            let says_held = attestation.says == EventFact::Status(EventStatus::Held);
            if says_held && known_before(&attestation.cite) {
                sink.report(FORESEEN, || {
                    let source = attestation.cite.source.as_str();
                    let message = format!(
                        "`{source}` cannot say that the event was held: it dates from before {first}, its first day"
                    );
                    let at = path(event).field("attests").at(i);
                    too_early(at, message, first, vec![source])
                });
            }
        }
    }
}

fn too_early(at: Path, message: String, first: PartialDate, sources: Vec<&str>) -> Detail {
    let detail = Detail::new(at, message)
        .help("cite a source from that day or later, or give the event the status `planned`")
        .param("first_day", first.to_string());
    let detail =
        sources.iter().fold(detail, |detail, source| detail.see(Path::record("sources", source)));
    detail.param("sources", sources)
}

/// The day until which a source can know of things.
fn known_by(dataset: &Dataset, cite: &Cite) -> Option<PartialDate> {
    let source = dataset.source(&cite.source)?;
    source.published.or(source.retrieved)
}

#[cfg(test)]
pub(super) const CASES: &[super::cases::Case] = &[
    super::cases::Case {
        rule: "DAT-001",
        fails: r#"{ "sources": [ { "id": "a", "kind": "blog", "published": "2013-02-29" } ] }"#,
        passes: r#"{ "sources": [ { "id": "a", "kind": "blog", "published": "2012-02-29" } ] }"#,
    },
    super::cases::Case {
        rule: "DAT-001",
        fails: r#"{ "tenures": [ { "id": "t", "person": "p", "span": "2013-Q5/.." } ] }"#,
        passes: r#"{ "tenures": [ { "id": "t", "person": "p", "span": "2013-Q4/.." } ] }"#,
    },
    super::cases::Case {
        rule: "DAT-002",
        fails: r#"{ "tenures": [ { "id": "t", "person": "p", "span": "2013-05/2013-04" } ] }"#,
        passes: r#"{ "tenures": [ { "id": "t", "person": "p", "span": "2013-05/2013-05" } ] }"#,
    },
    super::cases::Case {
        rule: "DAT-003",
        fails: r#"{ "tenures": [ { "id": "t", "person": "p", "span": "2013-05/2013" } ] }"#,
        passes: r#"{ "tenures": [ { "id": "t", "person": "p", "span": "2013/2013" } ] }"#,
    },
    super::cases::Case {
        rule: "DAT-003",
        fails: r#"{ "agencies": [ { "id": "a", "kind": "court", "names": [ { "text": "A", "span": "2011-05/2011-05-04" } ] } ] }"#,
        passes: r#"{ "agencies": [ { "id": "a", "kind": "court", "names": [ { "text": "A", "span": "[..2011-05]/2011-05-04" } ] } ] }"#,
    },
    super::cases::Case {
        rule: "DAT-004",
        fails: r#"{ "sources": [ { "id": "s", "kind": "wiki" } ],
                    "tenures": [ { "id": "t", "person": "p", "span": "2013-01-01/2016", "cites": [ "s" ] } ] }"#,
        passes: r#"{ "sources": [ { "id": "s", "kind": "wiki" } ],
                     "tenures": [ { "id": "t", "person": "p", "span": "2013-01-02/2016", "cites": [ "s" ] } ] }"#,
    },
    super::cases::Case {
        rule: "DAT-004",
        fails: r#"{ "agencies": [ { "id": "a", "kind": "court", "span": "2001/2010-12-31", "cites": [ "s" ] } ] }"#,
        // The source gives a day elsewhere, so that this one can be real.
        passes: r#"{ "agencies": [ { "id": "a", "kind": "court", "span": "2001/2010-12-31", "cites": [ "s" ] } ],
                     "people": [ { "id": "p", "birth": "1960-03-04", "cites": [ "s" ] } ] }"#,
    },
    super::cases::Case {
        rule: "DAT-005",
        fails: r#"{ "tenures": [ { "id": "t", "person": "p", "span": "2013/9999-12-31" } ] }"#,
        passes: r#"{ "tenures": [ { "id": "t", "person": "p", "span": "2013/.." } ] }"#,
    },
    super::cases::Case {
        rule: "DAT-005",
        fails: r#"{ "people": [ { "id": "p", "birth": "1000" } ] }"#,
        passes: r#"{ "agencies": [ { "id": "a", "kind": "university", "span": "1096/.." } ] }"#,
    },
    super::cases::Case {
        rule: "DAT-005",
        fails: r#"{ "events": [ { "id": "e", "kind": "forum", "status": "planned", "sittings": [ { "span": "2057" } ] } ] }"#,
        passes: r#"{ "events": [ { "id": "e", "kind": "forum", "status": "planned", "sittings": [ { "span": "2056" } ] } ],
                     "observations": [ { "indicator": "population", "area": "CHN", "period": "2100", "value": "1" } ] }"#,
    },
    super::cases::Case {
        rule: "DAT-006",
        fails: r#"{ "agencies": [ { "id": "a", "kind": "court", "attests": [
                    { "says": { "start": "2011-05-04" }, "kind": "effective", "cite": "s" },
                    { "says": { "start": "2011-05-05" }, "kind": "decided", "cite": "s" } ] } ] }"#,
        passes: r#"{ "agencies": [ { "id": "a", "kind": "court", "attests": [
                     { "says": { "start": "2011-05-04" }, "kind": "effective", "cite": "s" },
                     { "says": { "end": "2011-05-05" }, "kind": "decided", "cite": "s" } ] } ] }"#,
    },
    super::cases::Case {
        rule: "DAT-006",
        fails: r#"{ "tenures": [ { "id": "t", "person": "p", "attests": [
                    { "says": { "start": "2013-05-10" }, "kind": "reported", "cite": "s" },
                    { "says": { "start": "2014-06" }, "kind": "effective", "cite": "s" } ] } ] }"#,
        passes: r#"{ "tenures": [ { "id": "t", "person": "p", "attests": [
                     { "says": { "start": "2013-05-10" }, "kind": "reported", "cite": "s" },
                     { "says": { "start": "2014-05" }, "kind": "effective", "cite": "s" } ] } ] }"#,
    },
    super::cases::Case {
        rule: "DAT-007",
        fails: r#"{ "statements": [ { "id": "s", "act": "call", "date": "09/10/13" } ] }"#,
        passes: r#"{ "statements": [ { "id": "s", "act": "call", "date": "10 September 2013" } ] }"#,
    },
    super::cases::Case {
        rule: "DAT-008",
        fails: r#"{ "sources": [ { "id": "s", "kind": "newspaper", "published": "2013-09-08" } ],
                    "events": [ { "id": "e", "kind": "forum", "sittings": [ { "span": "2013-09-09" } ], "cites": [ "s" ] } ] }"#,
        passes: r#"{ "sources": [ { "id": "s", "kind": "newspaper", "published": "2013-09" } ],
                     "events": [ { "id": "e", "kind": "forum", "sittings": [ { "span": "2013-09-09" } ], "cites": [ "s" ] } ] }"#,
    },
    super::cases::Case {
        rule: "DAT-008",
        fails: r#"{ "sources": [ { "id": "old", "kind": "web-page", "retrieved": "2019-05-02" } ],
                    "events": [ { "id": "e", "kind": "forum", "sittings": [ { "span": "2020-11-02/2020-11-06" } ], "cites": [ "old" ] } ] }"#,
        passes: r#"{ "sources": [ { "id": "old", "kind": "web-page", "retrieved": "2019-05-02" },
                                  { "id": "new", "kind": "web-page", "retrieved": "2021-05-02" } ],
                     "events": [ { "id": "e", "kind": "forum", "sittings": [ { "span": "2020-11-02/2020-11-06" } ], "cites": [ "old", "new" ] } ] }"#,
    },
    super::cases::Case {
        rule: "DAT-008",
        fails: r#"{ "sources": [ { "id": "s", "kind": "newspaper", "published": "2013-09-08" } ],
                    "events": [ { "id": "e", "kind": "forum", "sittings": [ { "span": "2013-09-09" } ],
                                  "attests": [ { "says": { "status": "held" }, "cite": "s" } ] } ] }"#,
        passes: r#"{ "sources": [ { "id": "s", "kind": "newspaper", "published": "2013-09-08" } ],
                     "events": [ { "id": "e", "kind": "forum", "sittings": [ { "span": "2013-09-09" } ],
                                   "attests": [ { "says": { "status": "planned" }, "cite": "s" } ] } ] }"#,
    },
];

#[cfg(test)]
mod tests {

    use crate::finding::{Param, Report};
    use crate::validate::rules::cases::{AS_OF, read};
    use crate::validate::{Limits, Profile};

    fn report(json: &str, limits: Limits) -> Report {
        read(json).unwrap().validate(&Profile::new(limits), AS_OF.parse().unwrap())
    }

    #[test]
    fn every_place_of_a_date_is_looked_at() {
        // One date in each place where one can stand, each in a year of its own.
        let json = r#"{
          "sources": [ { "id": "a", "kind": "blog", "published": "0101", "retrieved": "0102" } ],
          "agencies": [ { "id": "a", "kind": "court", "names": [ { "text": "A", "span": "0103/.." } ], "span": "0104/0105",
            "relations": [ { "kind": "part-of", "to": "b", "span": "[..0106]/[0107..0108]" } ],
            "changes": [ { "kind": "founded", "date": "0109" } ],
            "attests": [ { "says": { "start": "0110" }, "cite": "a" }, { "says": { "end": "[0111..]" }, "cite": "a" },
                         { "says": { "name": { "text": "A", "span": "0112" } }, "cite": "a" } ] } ],
          "people": [ { "id": "a", "names": [ { "text": "A", "span": "0113" } ], "birth": "0114", "death": "0115" } ],
          "posts": [ { "id": "a", "agency": "a", "names": [ { "text": "A", "span": "0116" } ], "span": "0117" } ],
          "tenures": [ { "id": "a", "person": "a", "span": "0118/0119",
            "attests": [ { "says": { "start": "0120" }, "cite": "a" }, { "says": { "end": "0121" }, "cite": "a" } ] } ],
          "event_series": [ { "id": "a", "names": [ { "text": "A", "span": "0122" } ] } ],
          "events": [ { "id": "a", "kind": "forum", "names": [ { "text": "A", "span": "0123" } ],
            "themes": [ { "text": "A", "span": "0124" } ], "sittings": [ { "span": "0125" } ],
            "attests": [ { "says": { "span": "0126" }, "cite": "a" } ] } ],
          "statements": [ { "id": "a", "act": "call", "date": "0127", "attests": [ { "says": { "date": "0128" }, "cite": "a" } ] } ],
          "taxonomies": [ { "id": "a", "version": "1", "names": [ { "text": "A", "span": "0129" } ],
            "terms": [ { "id": "a", "kind": "issue", "names": [ { "text": "A", "span": "0130" } ] } ] } ],
          "indicators": [ { "id": "a", "unit": "count", "names": [ { "text": "A", "span": "0131" } ] } ] }"#;
        let report = report(json, Limits::default());
        let mut years: Vec<i64> = report
            .of_rule("DAT-005")
            .map(|finding| match finding.param("year") {
                Some(Param::Integer(year)) => *year,
                other => panic!("{other:?}"),
            })
            .collect();
        years.sort_unstable();
        assert_eq!(years, (101..=131).collect::<Vec<i64>>());
        let path_of = |year: i64| {
            let mut found = report.of_rule("DAT-005");
            found
                .find(|f| f.param("year") == Some(&Param::Integer(year)))
                .unwrap()
                .path()
                .as_str()
                .to_owned()
        };
        assert_eq!(path_of(107), "agencies[a].relations[0].span");
        assert_eq!(path_of(112), "agencies[a].attests[2].says.name.span");
        assert_eq!(path_of(130), "taxonomies[a].terms[a].names[0].span");
    }

    #[test]
    fn limits_move_the_lines() {
        let json = r#"{ "people": [ { "id": "a", "birth": "1769", "death": "2031" } ] }"#;
        assert_eq!(report(json, Limits::default()).count_of("DAT-005"), 1);
        let limits = Limits { earliest_year: 1700, years_ahead: 4, ..Limits::default() };
        let report = report(json, limits);
        let finding = report.of_rule("DAT-005").next().unwrap();
        assert_eq!(finding.message(), "the year of `2031` lies after 2030");
        assert_eq!(finding.path().as_str(), "people[a].death");
    }

    #[test]
    fn a_part_is_judged_by_the_days_of_the_whole() {
        let report = report(
            r#"{ "sources": [ { "id": "s", "kind": "newspaper", "published": "2013-09-08" } ],
                 "events": [ { "id": "e", "kind": "forum", "sittings": [ { "span": "2013-09-09" } ] },
                             { "id": "part", "kind": "session", "parent": "e", "cites": [ "s", { "source": "s", "locator": "page 2" } ] } ] }"#,
            Limits::default(),
        );
        let finding = report.of_rule("DAT-008").next().unwrap();
        assert_eq!(finding.path().as_str(), "events[part].cites");
        assert_eq!(
            finding.message(),
            "the event is recorded as held, but its sources date from before 2013-09-09, its first day: `s`"
        );
        assert_eq!(finding.related()[0].as_str(), "sources[s]");
    }

    #[test]
    fn two_padded_ends_do_not_vouch_for_each_other() {
        let json = r#"{ "tenures": [ { "id": "t", "person": "p", "span": "2013-01-01/2016-12-31", "cites": [ "s" ] } ],
                        "people": [ { "id": "p", "birth": "1960", "cites": [ "s" ] } ] }"#;
        let padded = report(json, Limits::default());
        assert_eq!(padded.count_of("DAT-004"), 2);
        let finding = padded.of_rule("DAT-004").next().unwrap();
        assert_eq!(
            finding.message(),
            "`2013-01-01` may stand for `2013`: `s` gives only years elsewhere"
        );
        // A second source may be the one that gives the day.
        let two = json.replacen(r#""cites": [ "s" ]"#, r#""cites": [ "s", "t" ]"#, 1);
        assert_eq!(report(&two, Limits::default()).count_of("DAT-004"), 0);
    }
}
