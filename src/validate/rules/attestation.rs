//! SRC: what single sources say fits the record.

use super::{Family, path};
use crate::actor::{Actor, AgencyFact, RelationKind, TenureFact};
use crate::dataset::{Dataset, Keyed};
use crate::event::{Event, EventFact, Place};
use crate::finding::{Detail, Path, Rule, Severity, Sink};
use crate::source::{Agreement, Attestation, Explanation, Source};
use crate::statement::StatementFact;
use crate::validate::Limits;

pub(super) const FAMILY: Family = Family { rules: &[DIFFERS, CONTRADICTS], check };

const DIFFERS: Rule = Rule::new(
    "SRC-007",
    Severity::Info,
    "What a source says is what the record holds",
    "A source says something else, but both can be true: one is more precise than the other, they are compatible, or \
     the dataset explains the difference. The finding says which. A source that says the same is not reported.",
);

const CONTRADICTS: Rule = Rule::new(
    "SRC-008",
    Severity::Warning,
    "What a source says does not contradict the record",
    "They cannot both be true, and nothing in the dataset explains it: no nameplate, no date of another kind. The \
     record is what the editor holds to be so; the finding keeps the dissent in view.",
);

fn check(dataset: &Dataset, limits: &Limits, sink: &mut Sink) {
    let tolerance = &limits.tolerance;
    for agency in dataset.agencies() {
        let agree = |attestation: &_| dataset.agreement(agency, attestation, tolerance);
        compare(&agency.attests, agree, of_agency, |_| Vec::new(), || path(agency), sink);
    }
    for tenure in dataset.tenures() {
        let agree = |attestation: &_| dataset.agreement(tenure, attestation, tolerance);
        compare(&tenure.attests, agree, of_tenure, |_| Vec::new(), || path(tenure), sink);
    }
    for event in dataset.events() {
        let agree = |attestation: &_| dataset.agreement(event, attestation, tolerance);
        let hosts = |says: &_| nameplates(dataset, event, says);
        compare(&event.attests, agree, of_event, hosts, || path(event), sink);
    }
    for statement in dataset.statements() {
        let agree = |attestation: &_| dataset.agreement(statement, attestation, tolerance);
        compare(&statement.attests, agree, of_statement, |_| Vec::new(), || path(statement), sink);
    }
}

/// What a source says, in words.
struct Said {
    field: &'static str,
    /// What it does: `gives another start`.
    does: &'static str,
    value: String,
}

fn compare<F>(
    attests: &[Attestation<F>],
    agree: impl Fn(&Attestation<F>) -> Agreement,
    said: fn(&F) -> Said,
    nameplates: impl Fn(&F) -> Vec<Path>,
    at: impl Fn() -> Path,
    sink: &mut Sink,
) {
    for (i, attestation) in attests.iter().enumerate() {
        let agreement = agree(attestation);
        let (rule, word) = match agreement {
            Agreement::Agree => continue,
            Agreement::Refines => (DIFFERS, "refines"),
            Agreement::Compatible => (DIFFERS, "compatible"),
            Agreement::Explained(_) => (DIFFERS, "explained"),
            Agreement::Contradicts => (CONTRADICTS, "contradicts"),
        };
        sink.report(rule, || {
            let Said { field, does, value } = said(&attestation.says);
            let source = &attestation.cite.source;
            let message = format!("source `{source}` {does}: {value}; {agreement}");
            let detail = Detail::new(at().field("attests").at(i), message)
                .param("source", source.as_str())
                .param("field", field)
                .param("value", value)
                .param("agreement", word)
                .see(Path::record(Source::TABLE, source));
            match (agreement, field) {
                (Agreement::Contradicts, "start" | "end" | "date")
                    if attestation.kind.is_none() =>
                {
                    detail.help(
                        "say what the date marks, with `kind`, if it is not the change itself",
                    )
                }
                (Agreement::Explained(Explanation::Nameplate), _) => {
                    nameplates(&attestation.says).into_iter().fold(detail, Detail::see)
                }
                _ => detail,
            }
        });
    }
}

/// The relations by which hosts that only the record or only the source names are nameplates.
fn nameplates(dataset: &Dataset, event: &Event, says: &EventFact) -> Vec<Path> {
    let EventFact::Hosts(hosts) = says else { return Vec::new() };
    let own: Vec<&Actor> = event.hosts().collect();
    let only_own = own.iter().copied().filter(|actor| !hosts.contains(actor));
    let only_said = hosts.iter().filter(|actor| !own.contains(actor));
    let agencies = only_own.chain(only_said).filter_map(|actor| match actor {
        Actor::Agency(id) => dataset.agency(id),
        _ => None,
    });
    agencies
        .flat_map(|agency| {
            let relations = agency.relations.iter().enumerate();
            relations
                .filter(|(_, relation)| relation.kind == RelationKind::NameplateOf)
                .map(move |(i, _)| path(agency).field("relations").at(i))
        })
        .collect()
}

fn of_agency(says: &AgencyFact) -> Said {
    let (field, does, value) = match says {
        AgencyFact::Start(bound) => ("start", "gives another start", bound.to_string()),
        AgencyFact::End(bound) => ("end", "gives another end", bound.to_string()),
        AgencyFact::Name(name) => ("name", "gives another name", name.text.clone()),
    };
    Said { field, does, value }
}

fn of_tenure(says: &TenureFact) -> Said {
    let (field, does, value) = match says {
        TenureFact::Start(bound) => ("start", "gives another start", bound.to_string()),
        TenureFact::End(bound) => ("end", "gives another end", bound.to_string()),
        TenureFact::Title(title) => ("title", "gives another title", title.clone()),
    };
    Said { field, does, value }
}

fn of_event(says: &EventFact) -> Said {
    let (field, does, value) = match says {
        EventFact::Span(span) => ("span", "gives other days", span.to_string()),
        EventFact::Place(place) => ("place", "names another place", in_words(place)),
        EventFact::Hosts(hosts) => ("hosts", "names other hosts", list(hosts)),
        EventFact::Headcount(count) => {
            let value = format!("{} ({})", count.count, count.of);
            ("headcount", "gives another head count", value)
        }
        EventFact::Status(status) => ("status", "gives another status", status.to_string()),
    };
    Said { field, does, value }
}

fn of_statement(says: &StatementFact) -> Said {
    let (field, does, value) = match says {
        StatementFact::Speakers(speakers) => ("speakers", "names other speakers", list(speakers)),
        StatementFact::Date(date) => ("date", "gives another date", date.to_string()),
    };
    Said { field, does, value }
}

fn list<T: ToString>(values: &[T]) -> String {
    values.iter().map(T::to_string).collect::<Vec<_>>().join(", ")
}

fn in_words(place: &Place) -> String {
    let country = place.country.map(|country| country.to_string());
    let levels = [&place.venue, &place.city, &place.region, &country];
    levels.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
pub(super) const CASES: &[super::cases::Case] = &[
    super::cases::Case {
        rule: "SRC-007",
        fails: r#"{ "tenures": [ { "id": "t", "person": "p", "span": "2013-04/..",
                    "attests": [ { "says": { "start": "2013-04-10" }, "cite": "s" } ] } ] }"#,
        passes: r#"{ "tenures": [ { "id": "t", "person": "p", "span": "2013-04/..",
                     "attests": [ { "says": { "start": "2013-04" }, "cite": "s" } ] } ] }"#,
    },
    super::cases::Case {
        rule: "SRC-007",
        fails: r#"{ "statements": [ { "id": "s", "act": "call", "speakers": [ { "actor": "person:p" }, { "actor": "person:q" } ],
                    "attests": [ { "says": { "speakers": [ "person:q" ] }, "cite": "s" } ] } ] }"#,
        passes: r#"{ "statements": [ { "id": "s", "act": "call", "speakers": [ { "actor": "person:p" }, { "actor": "person:q" } ],
                     "attests": [ { "says": { "speakers": [ "person:q", "person:p" ] }, "cite": "s" } ] } ] }"#,
    },
    super::cases::Case {
        rule: "SRC-008",
        fails: r#"{ "agencies": [ { "id": "a", "kind": "court", "span": "2011-05-04/..",
                    "attests": [ { "says": { "start": "2011-05-05" }, "cite": "s" } ] } ] }"#,
        passes: r#"{ "agencies": [ { "id": "a", "kind": "court", "span": "2011-05-04/..",
                     "attests": [ { "says": { "start": "2011-05-05" }, "kind": "reported", "cite": "s" } ] } ] }"#,
    },
    super::cases::Case {
        rule: "SRC-008",
        fails: r#"{ "events": [ { "id": "e", "kind": "conference", "sittings": [ { "span": "2011-11-01/2011-11-02" } ],
                    "attests": [ { "says": { "span": "2011-11-23/2011-11-24" }, "cite": "s" } ] } ] }"#,
        passes: r#"{ "events": [ { "id": "e", "kind": "conference", "sittings": [ { "span": "2011-11-01/2011-11-02" } ],
                     "attests": [ { "says": { "span": "2011-11" }, "cite": "s" } ] } ] }"#,
    },
];

#[cfg(test)]
mod tests {

    use crate::finding::{Param, Path};

    use crate::validate::rules::cases::report;

    #[test]
    fn two_names_of_one_host_are_explained() {
        // Of the roundtable of 2013 one report names the information office, another the body whose signboard it was.
        let report = report(
            r#"{ "sources": [ { "id": "daily-2", "kind": "newspaper" } ],
                 "agencies": [ { "id": "scio", "kind": "information-office" }, { "id": "dcms", "kind": "ministry" },
                   { "id": "siio", "kind": "information-office", "relations": [ { "kind": "nameplate-of", "to": "scio", "span": "2011-05/2014" } ] } ],
                 "events": [ { "id": "china-uk-5", "kind": "roundtable", "sittings": [ { "span": "2013-09-09" } ],
                   "participants": [ { "actor": "agency:siio", "role": "co-host" }, { "actor": "agency:dcms", "role": "co-host" } ],
                   "attests": [ { "says": { "hosts": [ "agency:scio", "agency:dcms" ] }, "cite": "daily-2" } ] } ] }"#,
        );
        let finding = report.of_rule("SRC-007").next().unwrap();
        assert_eq!(
            finding.message(),
            "source `daily-2` names other hosts: agency:scio, agency:dcms; \
             explained: one body is a nameplate on the other"
        );
        assert_eq!(finding.path().as_str(), "events[china-uk-5].attests[0]");
        assert_eq!(finding.param("agreement"), Some(&Param::from("explained")));
        let related: Vec<&str> = finding.related().iter().map(Path::as_str).collect();
        assert_eq!(related, ["sources[daily-2]", "agencies[siio].relations[0]"]);
        assert_eq!(report.count_of("SRC-008"), 0);
    }

    #[test]
    fn places_and_counts_are_shown_in_words() {
        let report = report(
            r#"{ "events": [ { "id": "e", "kind": "forum", "sittings": [ { "span": "2016-12-06/2016-12-09", "city": "Guadalajara", "country": "MEX" } ],
                 "headcounts": [ "almost 100" ],
                 "attests": [ { "says": { "place": { "region": "Jalisco", "country": "MEX" } }, "cite": "s" },
                              { "says": { "headcount": "more than 200" }, "cite": "s" } ] } ] }"#,
        );
        let message = |rule: &str| report.of_rule(rule).next().unwrap().message().to_owned();
        assert_eq!(message("SRC-007"), "source `s` names another place: Jalisco, MEX; refines");
        assert_eq!(
            message("SRC-008"),
            "source `s` gives another head count: more than 200 (total); contradicts"
        );
    }
}
