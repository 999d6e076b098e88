//! SRC: facts have sources, and the sources are independent and their own.

use std::collections::HashMap;

use super::{Family, path};
use crate::actor::Agency;
use crate::dataset::{Dataset, Keyed};
use crate::event::Event;
use crate::finding::{Detail, Path, Rule, Severity, Sink};
use crate::id::Id;
use crate::name::Name;
use crate::source::{Attestation, Cite, Notice, Source};
use crate::time::Bound;
use crate::validate::Limits;

pub(super) const FAMILY: Family = Family { rules: &[UNCITED, ONE_ROOT, WEAK], check };

const UNCITED: Rule = Rule::new(
    "SRC-002",
    Severity::Warning,
    "A fact has a source",
    "A tenure, event, statement, vote or observation cites a source, and so does an agency, person, coalition, post or \
     series of which the record says more than names, kind, country and place in the order of things: a dated span or \
     name, a birth or death, a relation, a member, a responsibility, a change. Any cite within the record counts, and so \
     does an attestation. A part of an event rests on the sources of the event it belongs to.",
);

const ONE_ROOT: Rule = Rule::new(
    "SRC-003",
    Severity::Warning,
    "Several sources are more than copies of one",
    "Ten papers that print one wire report are one source. Reported is a record with two or more different sources, \
     all of which go back to the same one through `derived_from`. A record with one source is not reported, and \
     attestations count as sources.",
);

const WEAK: Rule = Rule::new(
    "SRC-005",
    Severity::Warning,
    "A fact rests on more than machine-made or non-authoritative text",
    "Reported is a record all of whose sources are marked `machine-generated`, `machine-translated` or \
     `not-authoritative`, or derive from one that is. Drafts, unofficial versions and sources of a state that is party \
     to the matter are not: they need reading, not replacing.",
);

fn check(dataset: &Dataset, _: &Limits, sink: &mut Sink) {
    uncited(dataset, sink);
    support(dataset, sink);
}

fn uncited(dataset: &Dataset, sink: &mut Sink) {
    for agency in dataset.agencies() {
        fact(agency, !says_more_than_names(agency) || is_cited(agency), sink);
    }
    for person in dataset.people() {
        let lifeless = person.birth == Bound::Unknown && person.death == Bound::Unknown;
        let bare = lifeless && !has_dates(&person.names);
        fact(person, bare || !person.cites.is_empty(), sink);
    }
    for coalition in dataset.coalitions() {
        let bare = coalition.span.is_unknown()
            && coalition.members.is_empty()
            && !has_dates(&coalition.names);
        let cited = !coalition.cites.is_empty()
            || coalition.members.iter().any(|member| !member.cites.is_empty());
        fact(coalition, bare || cited, sink);
    }
    for post in dataset.posts() {
        let bare = post.span.is_unknown() && !has_dates(&post.names);
        fact(post, bare || !post.cites.is_empty(), sink);
    }
    for tenure in dataset.tenures() {
        fact(tenure, !(tenure.cites.is_empty() && tenure.attests.is_empty()), sink);
    }
    for series in dataset.event_series() {
        let cited = !(series.cites.is_empty() && series.attests.is_empty());
        fact(series, cited || !has_dates(&series.names), sink);
    }
    for event in dataset.events() {
        fact(event, whole_is_cited(dataset, event), sink);
    }
    for statement in dataset.statements() {
        fact(statement, !(statement.cites.is_empty() && statement.attests.is_empty()), sink);
    }
    for vote in dataset.votes() {
        fact(vote, !vote.cites.is_empty(), sink);
    }
    for (i, observation) in dataset.observations().iter().enumerate() {
        if observation.cites.is_empty() {
            sink.report(UNCITED, || without_source("observation", Path::record("observations", i)));
        }
    }
}

fn fact<T: Keyed>(record: &T, has_source: bool, sink: &mut Sink) {
    if !has_source {
        sink.report(UNCITED, || without_source(T::ONE, path(record)));
    }
}

fn without_source(one: &str, at: Path) -> Detail {
    Detail::new(at, format!("the {one} cites no source")).help("add `cites`")
}

fn has_dates(names: &[Name]) -> bool {
    names.iter().any(|name| !name.span.is_unknown())
}

fn says_more_than_names(agency: &Agency) -> bool {
    !agency.span.is_unknown()
        || !agency.relations.is_empty()
        || !agency.changes.is_empty()
        || !agency.portfolio.is_empty()
        || has_dates(&agency.names)
}

fn is_cited(agency: &Agency) -> bool {
    !agency.cites.is_empty()
        || !agency.attests.is_empty()
        || agency.relations.iter().any(|relation| !relation.cites.is_empty())
        || agency.changes.iter().any(|change| !change.cites.is_empty())
        || agency.portfolio.iter().any(|part| !part.cites.is_empty())
}

/// Whether an event or one that it belongs to has a source.
fn whole_is_cited(dataset: &Dataset, event: &Event) -> bool {
    dataset.with_parents(event).any(|event| {
        !event.cites.is_empty()
            || !event.attests.is_empty()
            || event.participants.iter().any(|participant| !participant.cites.is_empty())
            || event.headcounts.iter().any(|headcount| !headcount.cites.is_empty())
            || event.plans.iter().any(|plan| !plan.cites.is_empty())
            || event.outcomes.iter().any(|outcome| !outcome.cites.is_empty())
    })
}

/// The sources of one record, judged together.
struct Support<'a, 's> {
    /// Where the sources that derive from others come from in the end.
    roots: HashMap<&'a Id<Source>, &'a Id<Source>>,
    /// Sources that do not carry a fact by themselves, and why.
    weak: HashMap<&'a Id<Source>, Notice>,
    sink: &'s mut Sink,
}

fn support(dataset: &Dataset, sink: &mut Sink) {
    let sources = || dataset.sources().iter();
    let mut support = Support {
        roots: sources().filter_map(|s| Some((&s.id, dataset.root_of(s)?))).collect(),
        weak: sources().filter_map(|s| Some((&s.id, weakness(dataset, s)?))).collect(),
        sink,
    };
    // Without either, sources are as many as they look and carry what they say.
    if support.roots.is_empty() && support.weak.is_empty() {
        return;
    }
    for agency in dataset.agencies() {
        let at = || path(agency);
        support.judge(&agency.cites, &agency.attests, at);
        for (i, relation) in agency.relations.iter().enumerate() {
            support.cites(&relation.cites, || at().field("relations").at(i));
        }
        for (i, change) in agency.changes.iter().enumerate() {
            support.cites(&change.cites, || at().field("changes").at(i));
        }
        for (i, part) in agency.portfolio.iter().enumerate() {
            support.cites(&part.cites, || at().field("portfolio").at(i));
        }
    }
    for person in dataset.people() {
        support.cites(&person.cites, || path(person));
    }
    for coalition in dataset.coalitions() {
        support.cites(&coalition.cites, || path(coalition));
        for (i, member) in coalition.members.iter().enumerate() {
            support.cites(&member.cites, || path(coalition).field("members").at(i));
        }
    }
    for vote in dataset.votes() {
        support.cites(&vote.cites, || path(vote));
    }
    for post in dataset.posts() {
        support.cites(&post.cites, || path(post));
    }
    for tenure in dataset.tenures() {
        support.judge(&tenure.cites, &tenure.attests, || path(tenure));
    }
    for series in dataset.event_series() {
        support.judge(&series.cites, &series.attests, || path(series));
    }
    for event in dataset.events() {
        let at = || path(event);
        support.judge(&event.cites, &event.attests, at);
        for (i, participant) in event.participants.iter().enumerate() {
            support.cites(&participant.cites, || at().field("participants").at(i));
        }
        for (i, headcount) in event.headcounts.iter().enumerate() {
            support.cites(&headcount.cites, || at().field("headcounts").at(i));
        }
        for (i, plan) in event.plans.iter().enumerate() {
            support.cites(&plan.cites, || at().field("plans").at(i));
        }
        for (i, outcome) in event.outcomes.iter().enumerate() {
            support.cites(&outcome.cites, || at().field("outcomes").at(i));
        }
    }
    for statement in dataset.statements() {
        support.judge(&statement.cites, &statement.attests, || path(statement));
    }
    for taxonomy in dataset.taxonomies() {
        support.cites(&taxonomy.cites, || path(taxonomy));
        for term in &taxonomy.terms {
            support.cites(&term.cites, || path(taxonomy).field("terms").at(&term.id));
        }
    }
    for indicator in dataset.indicators() {
        support.cites(&indicator.cites, || path(indicator));
    }
    for (i, observation) in dataset.observations().iter().enumerate() {
        support.cites(&observation.cites, || Path::record("observations", i));
    }
}

impl<'a> Support<'a, '_> {
    fn cites(&mut self, cites: &'a [Cite], at: impl Fn() -> Path) {
        self.judge::<()>(cites, &[], at);
    }

    fn judge<F>(
        &mut self,
        cites: &'a [Cite],
        attests: &'a [Attestation<F>],
        at: impl Fn() -> Path,
    ) {
        let attested = || attests.iter().map(|attestation| &attestation.cite);
        let all = || cites.iter().chain(attested()).map(|cite| &cite.source);
        let Some(first) = all().next() else { return };
        let distinct = || {
            let mut sources: Vec<&Id<Source>> = Vec::new();
            for source in all() {
                if !sources.contains(&source) {
                    sources.push(source);
                }
            }
            sources
        };
        let ids = || distinct().into_iter().map(Id::as_str).collect::<Vec<_>>();
        let root_of = |source| self.roots.get(source).copied().unwrap_or(source);
        let root = root_of(first);
        if all().any(|source| source != first) && all().all(|source| root_of(source) == root) {
            self.sink.report(ONE_ROOT, || {
                let message = format!("`{}` all go back to `{root}`", ids().join("`, `"));
                Detail::new(at(), message)
                    .help("cite a source that does not derive from it, or count them as one")
                    .param("root", root.as_str())
                    .param("sources", ids())
                    .see(Path::record(Source::TABLE, root))
            });
        }
        let weak = &self.weak;
        if all().all(|source| weak.contains_key(source)) {
            self.sink.report(WEAK, || {
                let why = |source| Some(format!("`{source}` ({})", weak.get(source)?));
                let why: Vec<String> = distinct().into_iter().filter_map(why).collect();
                let detail = Detail::new(at(), format!("the only support is {}", why.join(", ")))
                    .help("cite the original or another source")
                    .param("sources", ids());
                ids().iter().fold(detail, |detail, id| detail.see(Path::record(Source::TABLE, id)))
            });
        }
    }
}

/// The notice for which a source, or one that it derives from, does not carry a fact by itself.
fn weakness(dataset: &Dataset, source: &Source) -> Option<Notice> {
    let is_weak = |notice: &&Notice| match notice {
        Notice::NotAuthoritative | Notice::MachineGenerated | Notice::MachineTranslated => true,
        Notice::Unofficial | Notice::StateAffiliated | Notice::Draft => false,
    };
    dataset.with_origins(source).find_map(|source| source.notices.iter().find(is_weak).copied())
}

#[cfg(test)]
pub(super) const CASES: &[super::cases::Case] = &[
    super::cases::Case {
        rule: "SRC-002",
        fails: r#"{ "tenures": [ { "id": "t", "person": "p" } ] }"#,
        passes: r#"{ "tenures": [ { "id": "t", "person": "p", "attests": [ { "says": { "start": "2013" }, "cite": "s" } ] } ] }"#,
    },
    super::cases::Case {
        rule: "SRC-002",
        fails: r#"{ "agencies": [ { "id": "a", "kind": "court", "names": [ { "text": "A", "span": "2011/.." } ] } ] }"#,
        passes: r#"{ "agencies": [ { "id": "a", "kind": "court", "names": [ "A" ] } ] }"#,
    },
    super::cases::Case {
        rule: "SRC-002",
        fails: r#"{ "people": [ { "id": "p", "names": [ "P" ], "birth": "1960" } ] }"#,
        passes: r#"{ "people": [ { "id": "p", "names": [ "P" ] } ], "posts": [ { "id": "h", "agency": "a", "names": [ "Head" ] } ] }"#,
    },
    super::cases::Case {
        rule: "SRC-002",
        fails: r#"{ "posts": [ { "id": "h", "agency": "a", "span": "2011/.." } ] }"#,
        passes: r#"{ "posts": [ { "id": "h", "agency": "a", "span": "2011/..", "cites": [ "s" ] } ] }"#,
    },
    super::cases::Case {
        rule: "SRC-002",
        fails: r#"{ "event_series": [ { "id": "i", "names": [ { "text": "I", "span": "2006/.." } ] } ] }"#,
        passes: r#"{ "event_series": [ { "id": "i", "names": [ "I" ] } ] }"#,
    },
    super::cases::Case {
        rule: "SRC-002",
        fails: r#"{ "events": [ { "id": "e", "kind": "forum" }, { "id": "f", "kind": "session", "parent": "e" } ] }"#,
        passes: r#"{ "events": [ { "id": "e", "kind": "forum", "headcounts": [ { "count": "100", "cites": [ "s" ] } ] },
                                 { "id": "f", "kind": "session", "parent": "e" } ] }"#,
    },
    super::cases::Case {
        rule: "SRC-002",
        fails: r#"{ "statements": [ { "id": "s", "act": "call", "event": "e" } ], "events": [ { "id": "e", "kind": "forum", "cites": [ "s" ] } ] }"#,
        passes: r#"{ "statements": [ { "id": "s", "act": "call", "cites": [ "s" ] } ] }"#,
    },
    super::cases::Case {
        rule: "SRC-002",
        fails: r#"{ "observations": [ { "indicator": "population", "area": "CHN", "period": "2012", "value": "1" } ] }"#,
        passes: r#"{ "observations": [ { "indicator": "population", "area": "CHN", "period": "2012", "value": "1", "cites": [ "s" ] } ] }"#,
    },
    super::cases::Case {
        rule: "SRC-003",
        fails: r#"{ "sources": [ { "id": "wire", "kind": "wire-report" }, { "id": "a", "kind": "newspaper", "derived_from": "wire" },
                                 { "id": "b", "kind": "newspaper", "derived_from": "a" } ],
                    "statements": [ { "id": "s", "act": "call", "cites": [ "a", "b" ] } ] }"#,
        passes: r#"{ "sources": [ { "id": "wire", "kind": "wire-report" }, { "id": "a", "kind": "newspaper", "derived_from": "wire" },
                                  { "id": "b", "kind": "newspaper" } ],
                     "statements": [ { "id": "s", "act": "call", "cites": [ "a", "b" ] } ] }"#,
    },
    super::cases::Case {
        rule: "SRC-003",
        fails: r#"{ "sources": [ { "id": "wire", "kind": "wire-report" }, { "id": "a", "kind": "newspaper", "derived_from": "wire" } ],
                    "tenures": [ { "id": "t", "person": "p", "cites": [ "wire" ],
                                   "attests": [ { "says": { "start": "2013" }, "cite": "a" } ] } ] }"#,
        // Two places in one source are one source, and nobody took them for two.
        passes: r#"{ "sources": [ { "id": "wire", "kind": "wire-report" }, { "id": "a", "kind": "newspaper", "derived_from": "wire" } ],
                     "tenures": [ { "id": "t", "person": "p", "cites": [ "a" ],
                                    "attests": [ { "says": { "start": "2013" }, "cite": { "source": "a", "locator": "page 2" } } ] } ] }"#,
    },
    super::cases::Case {
        rule: "SRC-005",
        fails: r#"{ "sources": [ { "id": "mt", "kind": "newspaper", "notices": [ "state-affiliated", "machine-translated" ] },
                                 { "id": "copy", "kind": "blog", "derived_from": "mt" } ],
                    "statements": [ { "id": "s", "act": "call", "cites": [ "mt", "copy" ] } ] }"#,
        passes: r#"{ "sources": [ { "id": "mt", "kind": "newspaper", "notices": [ "state-affiliated", "machine-translated" ] },
                                  { "id": "own", "kind": "blog", "notices": [ "state-affiliated" ] } ],
                     "statements": [ { "id": "s", "act": "call", "cites": [ "mt", "own" ] } ] }"#,
    },
    super::cases::Case {
        rule: "SRC-005",
        fails: r#"{ "sources": [ { "id": "s", "kind": "dataset", "notices": [ "not-authoritative" ] } ],
                    "observations": [ { "indicator": "population", "area": "CHN", "period": "2012", "value": "1", "cites": [ "s" ] } ] }"#,
        passes: r#"{ "sources": [ { "id": "s", "kind": "dataset", "notices": [ "draft" ] } ],
                     "observations": [ { "indicator": "population", "area": "CHN", "period": "2012", "value": "1", "cites": [ "s" ] } ] }"#,
    },
];

#[cfg(test)]
mod tests {

    use crate::validate::rules::cases::report;

    #[test]
    fn what_is_wrong_with_the_sources_is_said() {
        let report = report(
            r#"{ "sources": [ { "id": "wire", "kind": "wire-report", "notices": [ "machine-generated" ] },
                              { "id": "a", "kind": "newspaper", "derived_from": "wire" } ],
                 "statements": [ { "id": "s", "act": "call", "cites": [ "a", "wire", "a" ] } ] }"#,
        );
        let message = |rule: &str| report.of_rule(rule).next().unwrap().message().to_owned();
        assert_eq!(message("SRC-003"), "`a`, `wire` all go back to `wire`");
        assert_eq!(
            message("SRC-005"),
            "the only support is `a` (machine-generated), `wire` (machine-generated)"
        );
    }

    #[test]
    fn sources_in_a_circle_are_left_to_the_rule_on_circles() {
        let report = report(
            r#"{ "sources": [ { "id": "a", "kind": "blog", "derived_from": "b" }, { "id": "b", "kind": "blog", "derived_from": "a" } ],
                 "statements": [ { "id": "s", "act": "call", "cites": [ "a", "b" ] } ] }"#,
        );
        assert_eq!((report.count_of("REF-002"), report.count_of("SRC-003")), (1, 0));
    }
}
