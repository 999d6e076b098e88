//! SRC: what single sources say fits the record.

use super::{Family, path};
use crate::actor::{Actor, RelationKind};
use crate::dataset::{Attested, Compare, Dataset, Keyed};
use crate::event::{Event, EventFact};
use crate::finding::{Detail, Path, Rule, Severity, Sink};
use crate::quantity::Tolerance;
use crate::source::{Agreement, Attestation, Explanation, Rank, Source};
use crate::validate::Limits;

pub(super) const FAMILY: Family = Family { rules: &[PREFERRED, DIFFERS, CONTRADICTS], check };

const PREFERRED: Rule = Rule::new(
    "SRC-006",
    Severity::Warning,
    "Of what sources say of one field, one value is preferred",
    "Two attestations of one field are ranked `preferred`, and cannot both be true. Dates of different kinds, head \
     counts of different things, names and titles can stand side by side.",
);

const DIFFERS: Rule = Rule::new(
    "SRC-007",
    Severity::Info,
    "What a source says is what the record holds",
    "A source says something else, but both can be true: one is more precise than the other, they are compatible, or \
     the dataset explains the difference. Or both cannot be true, and the editor has settled it: the attestation is \
     ranked `deprecated`, or another one of the field is `preferred` and does not contradict the record. The finding \
     says which. A source that says the same is not reported.",
);

const CONTRADICTS: Rule = Rule::new(
    "SRC-008",
    Severity::Warning,
    "What a source says does not contradict the record",
    "They cannot both be true, and nothing in the dataset explains it: no nameplate, no date of another kind, no rank \
     that settles it. The record is what the editor holds to be so; the finding keeps the dissent in view.",
);

fn check(dataset: &Dataset, limits: &Limits, sink: &mut Sink) {
    let tolerance = &limits.tolerance;
    for agency in dataset.agencies() {
        Judge { dataset, tolerance, record: agency }.all(|_| Vec::new(), sink);
    }
    for tenure in dataset.tenures() {
        Judge { dataset, tolerance, record: tenure }.all(|_| Vec::new(), sink);
    }
    for event in dataset.events() {
        let hosts = |says: &_| nameplates(dataset, event, says);
        Judge { dataset, tolerance, record: event }.all(hosts, sink);
    }
    for statement in dataset.statements() {
        Judge { dataset, tolerance, record: statement }.all(|_| Vec::new(), sink);
    }
}

/// Judges what sources say of one record.
struct Judge<'a, R> {
    dataset: &'a Dataset,
    tolerance: &'a Tolerance,
    record: &'a R,
}

impl<R: Compare + Attested + Keyed> Judge<'_, R> {
    fn all(&self, nameplates: impl Fn(&R::Fact) -> Vec<Path>, sink: &mut Sink) {
        for (i, attestation) in self.record.attests().iter().enumerate() {
            if attestation.rank == Rank::Preferred {
                self.competing(i, attestation, sink);
            }
            let agreement = self.agreement(attestation);
            let (rule, word, outcome) = match agreement {
                Agreement::Agree => continue,
                Agreement::Refines => (DIFFERS, "refines", None),
                Agreement::Compatible => (DIFFERS, "compatible", None),
                Agreement::Explained(_) => (DIFFERS, "explained", None),
                Agreement::Contradicts if attestation.rank == Rank::Deprecated => {
                    let outcome = "contradicts, and is held to be wrong or superseded".to_owned();
                    (DIFFERS, "deprecated", Some(outcome))
                }
                Agreement::Contradicts => match self.preferred(attestation) {
                    Some(other) => {
                        let source = &other.cite.source;
                        let outcome = format!("contradicts, and `{source}` is preferred");
                        (DIFFERS, "settled", Some(outcome))
                    }
                    None => (CONTRADICTS, "contradicts", None),
                },
            };
            sink.report(rule, || {
                let field = R::field(&attestation.says);
                let value = attestation.says.to_string();
                let source = &attestation.cite.source;
                let outcome = outcome.unwrap_or_else(|| agreement.to_string());
                let message = format!("source `{source}` {}: {value}; {outcome}", gives(field));
                let detail = Detail::new(self.at(i), message)
                    .param("source", source.as_str())
                    .param("field", field)
                    .param("value", value)
                    .param("agreement", word)
                    .see(Path::record(Source::TABLE, source));
                match (agreement, field) {
                    (Agreement::Contradicts, "start" | "end" | "date")
                        if rule == CONTRADICTS && attestation.kind.is_none() =>
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

    fn at(&self, i: usize) -> Path {
        path(self.record).field("attests").at(i)
    }

    fn agreement(&self, attestation: &Attestation<R::Fact>) -> Agreement {
        self.dataset.agreement(self.record, attestation, self.tolerance)
    }

    fn between(&self, a: &Attestation<R::Fact>, b: &Attestation<R::Fact>) -> Option<Agreement> {
        self.dataset.agreement_between(self.record, a, b, self.tolerance)
    }

    /// The attestation of the same field that settles a contradiction: preferred, and at one with the record.
    fn preferred(&self, attestation: &Attestation<R::Fact>) -> Option<&Attestation<R::Fact>> {
        self.record.attests().iter().find(|other| {
            other.rank == Rank::Preferred
                && self.between(other, attestation).is_some()
                && self.agreement(other) != Agreement::Contradicts
        })
    }

    /// Whether one that is preferred contradicts another one before it that is.
    fn competing(&self, i: usize, attestation: &Attestation<R::Fact>, sink: &mut Sink) {
        let other = self.record.attests().iter().take(i).enumerate().find(|(_, other)| {
            other.rank == Rank::Preferred
                && self.between(other, attestation) == Some(Agreement::Contradicts)
        });
        let Some((k, other)) = other else { return };
        sink.report(PREFERRED, || {
            let values = vec![other.says.to_string(), attestation.says.to_string()];
            let sources = [&other.cite.source, &attestation.cite.source];
            let message = format!(
                "both {} of source `{}` and {} of source `{}` are preferred",
                values[0], sources[0], values[1], sources[1]
            );
            Detail::new(self.at(i).field("rank"), message)
                .help("prefer one, or leave both at `normal` until it is settled")
                .param("field", R::field(&attestation.says))
                .param("values", values)
                .see(self.at(k))
                .see(Path::record(Source::TABLE, sources[0]))
                .see(Path::record(Source::TABLE, sources[1]))
        });
    }
}

/// What a source does that says something else of a field.
fn gives(field: &str) -> String {
    match field {
        "span" => "gives other days".to_owned(),
        "place" => "names another place".to_owned(),
        "hosts" | "speakers" => format!("names other {field}"),
        "headcount" => "gives another head count".to_owned(),
        _ => format!("gives another {field}"),
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

#[cfg(test)]
pub(super) const CASES: &[super::cases::Case] = &[
    super::cases::Case {
        rule: "SRC-006",
        // The year in which an office was founded, twice on one page.
        fails: r#"{ "agencies": [ { "id": "a", "kind": "court", "attests": [
                    { "says": { "start": "1991" }, "rank": "preferred", "cite": "s" },
                    { "says": { "start": "1980-04-08" }, "rank": "preferred", "cite": "s" } ] } ] }"#,
        passes: r#"{ "agencies": [ { "id": "a", "kind": "court", "attests": [
                     { "says": { "start": "1991" }, "rank": "preferred", "cite": "s" },
                     { "says": { "start": "1980-04-08" }, "cite": "s" } ] } ] }"#,
    },
    super::cases::Case {
        rule: "SRC-006",
        fails: r#"{ "events": [ { "id": "e", "kind": "conference", "attests": [
                    { "says": { "headcount": "more than 1200" }, "rank": "preferred", "cite": "s" },
                    { "says": { "headcount": "930" }, "rank": "preferred", "cite": "t" } ] } ] }"#,
        passes: r#"{ "events": [ { "id": "e", "kind": "conference", "attests": [
                     { "says": { "headcount": "more than 1200" }, "rank": "preferred", "cite": "s" },
                     { "says": { "headcount": { "count": "930", "of": "on-site" } }, "rank": "preferred", "cite": "t" } ] } ] }"#,
    },
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
    super::cases::Case {
        rule: "SRC-008",
        fails: r#"{ "agencies": [ { "id": "a", "kind": "court", "span": "2011-05-04/..", "attests": [
                    { "says": { "start": "2011-05-05" }, "cite": "s" }, { "says": { "start": "2011-05-04" }, "cite": "t" } ] } ] }"#,
        passes: r#"{ "agencies": [ { "id": "a", "kind": "court", "span": "2011-05-04/..", "attests": [
                     { "says": { "start": "2011-05-05" }, "cite": "s" }, { "says": { "start": "2011-05-04" }, "rank": "preferred", "cite": "t" },
                     { "says": { "start": "2011-06" }, "rank": "deprecated", "cite": "u" } ] } ] }"#,
    },
    super::cases::Case {
        rule: "SRC-008",
        // What is preferred is not what the record holds.
        fails: r#"{ "agencies": [ { "id": "a", "kind": "court", "span": "2011-05-04/..",
                    "attests": [ { "says": { "start": "2011-05-05" }, "rank": "preferred", "cite": "s" } ] } ] }"#,
        passes: r#"{ "agencies": [ { "id": "a", "kind": "court", "span": "2011-05-04/..",
                     "attests": [ { "says": { "start": "2011-05-05" }, "rank": "deprecated", "cite": "s" } ] } ] }"#,
    },
];

#[cfg(test)]
mod tests {

    use crate::finding::{Finding, Param, Path};

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
    fn a_rank_settles_and_the_finding_says_so() {
        let report = report(
            r#"{ "agencies": [ { "id": "a", "kind": "court", "span": "2011-05-04/..", "attests": [
                 { "says": { "start": "2011-05-05" }, "cite": "s" },
                 { "says": { "start": "2011-05-04" }, "rank": "preferred", "cite": "t" },
                 { "says": { "start": "2011-06" }, "rank": "deprecated", "cite": "u" } ] } ] }"#,
        );
        let messages: Vec<&str> = report.of_rule("SRC-007").map(Finding::message).collect();
        assert_eq!(
            messages,
            [
                "source `s` gives another start: 2011-05-05; contradicts, and `t` is preferred",
                "source `u` gives another start: 2011-06; contradicts, and is held to be wrong or superseded",
            ]
        );
        let words: Vec<_> =
            report.of_rule("SRC-007").map(|finding| finding.param("agreement")).collect();
        assert_eq!(words, [Some(&Param::from("settled")), Some(&Param::from("deprecated"))]);
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
