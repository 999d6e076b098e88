//! REF: references point at records, and never in a circle.

use std::collections::HashSet;

use super::{Family, path, taxonomy};
use crate::actor::{Actor, Mention, RelationKind};
use crate::dataset::{Dataset, Keyed, for_each_table};
use crate::finding::{Detail, Path, Rule, Severity, Sink};
use crate::id::Id;
use crate::judgement::RecordRef;
use crate::metric::Indicator;
use crate::source::{Attestation, Cite};
use crate::statement::{LinkKind, Position, Subject};
use crate::taxonomy::{Taxonomy, Term, TermRef};
use crate::text::suggest;
use crate::validate::Limits;

pub(super) const FAMILY: Family = Family { rules: &[DANGLING, CIRCLE, DUPLICATE], check };

const DANGLING: Rule = Rule::new(
    "REF-001",
    Severity::Error,
    "Every reference points at a record",
    "An id that stands for a source, agency, person, coalition, post, tenure, series, event, statement, term or indicator has \
     to be the id of a record of the dataset, or one that a judgement leads to a record. Of the records that a judgement \
     names, one has to be there. Indicators that the crate defines need no record. A term that several taxonomies \
     have is named with its taxonomy.",
);

const CIRCLE: Rule = Rule::new(
    "REF-002",
    Severity::Error,
    "Nothing is part of, derived from or linked to itself",
    "The relations part-of and nameplate-of among agencies, parents of events, wider terms, sources derived from others, and links \
     between statements form no circle. Two statements may contradict each other.",
);

const DUPLICATE: Rule = Rule::new(
    "REF-003",
    Severity::Error,
    "An id names one record of its table",
    "Reading refuses a second record with the same id; a dataset built in a program can still hold one, and look-ups \
     find only the first.",
);

fn check(dataset: &Dataset, _: &Limits, sink: &mut Sink) {
    duplicates(dataset, sink);
    references(&mut References { dataset, sink });
    circles(dataset, sink);
}

fn duplicates(dataset: &Dataset, sink: &mut Sink) {
    fn table<T: Keyed>(dataset: &Dataset, sink: &mut Sink) {
        if !T::table(dataset).has_doubles() {
            return;
        }
        for (row, record) in dataset.rows::<T>().iter().enumerate() {
            if T::table(dataset).row(record.id().as_str()) != Some(row) {
                sink.report(DUPLICATE, || {
                    let message = format!("a second {} has the id `{}`", T::ONE, record.id());
                    Detail::new(Path::record(T::TABLE, row).field("id"), message).see(path(record))
                });
            }
        }
    }
    macro_rules! tables {
        ($($table:ident: $record:ty, $one:literal;)+) => { $(table::<$record>(dataset, sink);)+ };
    }
    for_each_table!(tables);
}

/// Looks up one reference after another.
struct References<'a, 's> {
    dataset: &'a Dataset,
    sink: &'s mut Sink,
}

impl<'a> References<'a, '_> {
    fn id<T: Keyed>(&mut self, id: &Id<T>, path: impl FnOnce() -> Path) {
        if self.dataset.get(id).is_none() {
            let dataset = self.dataset;
            self.sink.report(DANGLING, || {
                let known = dataset.rows::<T>().iter().map(|record| record.id().as_str());
                dangling(path(), T::ONE, id.as_str(), known)
            });
        }
    }

    fn option<T: Keyed>(&mut self, id: Option<&Id<T>>, path: impl FnOnce() -> Path) {
        if let Some(id) = id {
            self.id(id, path);
        }
    }

    fn cites(&mut self, cites: &[Cite], path: impl Fn() -> Path) {
        for (i, cite) in cites.iter().enumerate() {
            self.id(&cite.source, || path().field("cites").at(i));
        }
    }

    fn attests<F>(&mut self, attests: &[Attestation<F>], path: impl Fn() -> Path) {
        for (i, attestation) in attests.iter().enumerate() {
            self.id(&attestation.cite.source, || path().field("attests").at(i).field("cite"));
        }
    }

    fn actor(&mut self, actor: &Actor, path: impl FnOnce() -> Path) {
        match actor {
            Actor::Agency(id) => self.id(id, path),
            Actor::Person(id) => self.id(id, path),
            Actor::Coalition(id) => self.id(id, path),
            Actor::Country(_) | Actor::Group(_) | Actor::Unnamed(_) => {}
        }
    }

    fn mentions(&mut self, mentions: &[Mention], path: impl Fn() -> Path) {
        for (i, mention) in mentions.iter().enumerate() {
            self.actor(&mention.actor, || path().at(i));
        }
    }

    fn actors(&mut self, actors: &[Actor], path: impl Fn() -> Path) {
        for (i, actor) in actors.iter().enumerate() {
            self.actor(actor, || path().at(i));
        }
    }

    fn terms(&mut self, terms: &[TermRef], path: impl Fn() -> Path) {
        for (i, term) in terms.iter().enumerate() {
            self.term(term, || path().at(i));
        }
    }

    fn positions(&mut self, positions: &[Position], path: impl Fn() -> Path) {
        for (i, position) in positions.iter().enumerate() {
            self.term(&position.term, || path().at(i).field("term"));
        }
    }

    /// Old ids may stand in judgements, which are there to lead them to a record; one has to be there all the same.
    fn judged(&mut self, records: &[RecordRef], path: impl Fn() -> Path) {
        let dataset = self.dataset;
        if !records.is_empty() && records.iter().all(|record| dataset.row_of(record).is_none()) {
            self.sink.report(DANGLING, || {
                let names: Vec<String> = records.iter().map(|r| format!("`{r}`")).collect();
                Detail::new(path(), format!("none of {} is there", names.join(", ")))
            });
        }
    }

    /// A term that is used, and so should not be withdrawn.
    fn term(&mut self, term: &TermRef, path: impl Fn() -> Path) {
        if let Some((owner, found)) = self.mapped(term, &path) {
            taxonomy::used(owner, found, path, self.sink);
        }
    }

    /// A term that another one is mapped to.
    fn mapped(
        &mut self,
        term: &TermRef,
        path: impl FnOnce() -> Path,
    ) -> Option<(&'a Taxonomy, &'a Term)> {
        let dataset = self.dataset;
        let mut named = dataset.terms(term);
        match (named.next(), named.next()) {
            (Some(found), None) => return Some(found),
            (None, _) => self.sink.report(DANGLING, || {
                let known =
                    dataset.taxonomies().iter().flat_map(|t| &t.terms).map(|term| term.id.as_str());
                dangling(path(), "term", &term.to_string(), known)
            }),
            (Some(_), Some(_)) => self.sink.report(DANGLING, || {
                let taxonomies: Vec<String> = dataset
                    .terms(term)
                    .map(|(taxonomy, term)| format!("`{}/{}`", taxonomy.id, term.id))
                    .collect();
                Detail::new(path(), format!("several taxonomies have a term `{term}`"))
                    .help(format!("write {}", taxonomies.join(" or ")))
                    .param("id", term.to_string())
            }),
        }
        None
    }

    fn indicator(&mut self, id: &Id<Indicator>, path: impl FnOnce() -> Path) {
        let dataset = self.dataset;
        if dataset.indicator_of(id).is_none() {
            self.sink.report(DANGLING, || {
                let own = dataset.indicators().iter().map(|own| own.id.as_str());
                let built_in = Indicator::all_built_in().map(|built_in| built_in.id.as_str());
                dangling(path(), "indicator", id.as_str(), own.chain(built_in))
            });
        }
    }
}

#[cold]
fn dangling<'a>(path: Path, one: &str, id: &str, known: impl Iterator<Item = &'a str>) -> Detail {
    let detail = Detail::new(path, format!("there is no {one} `{id}`")).param("id", id);
    match suggest(id, known) {
        Some(near) => detail.help(format!("did you mean `{near}`?")),
        None => detail,
    }
}

#[expect(
    clippy::too_many_lines,
    reason = "one table after another; splitting would hide that none is left out"
)]
fn references(refs: &mut References<'_, '_>) {
    let dataset = refs.dataset;
    for source in dataset.sources() {
        refs.option(source.publisher.as_ref(), || path(source).field("publisher"));
        if let Some(derivation) = &source.derived_from {
            refs.id(&derivation.source, || path(source).field("derived_from"));
        }
    }
    for agency in dataset.agencies() {
        refs.cites(&agency.cites, || path(agency));
        refs.attests(&agency.attests, || path(agency));
        for (i, relation) in agency.relations.iter().enumerate() {
            let at = || path(agency).field("relations").at(i);
            refs.id(&relation.to, || at().field("to"));
            refs.cites(&relation.cites, at);
        }
        for (i, change) in agency.changes.iter().enumerate() {
            let at = || path(agency).field("changes").at(i);
            for (k, id) in change.from.iter().enumerate() {
                refs.id(id, || at().field("from").at(k));
            }
            for (k, id) in change.to.iter().enumerate() {
                refs.id(id, || at().field("to").at(k));
            }
            refs.terms(&change.functions, || at().field("functions"));
            refs.cites(&change.cites, at);
        }
        for (i, portfolio) in agency.portfolio.iter().enumerate() {
            let at = || path(agency).field("portfolio").at(i);
            refs.term(&portfolio.term, || at().field("term"));
            refs.cites(&portfolio.cites, at);
        }
    }
    for person in dataset.people() {
        refs.cites(&person.cites, || path(person));
    }
    for coalition in dataset.coalitions() {
        refs.cites(&coalition.cites, || path(coalition));
        for (i, member) in coalition.members.iter().enumerate() {
            let at = || path(coalition).field("members").at(i);
            refs.actor(&member.actor, || at().field("actor"));
            refs.cites(&member.cites, at);
        }
    }
    for post in dataset.posts() {
        refs.id(&post.agency, || path(post).field("agency"));
        refs.cites(&post.cites, || path(post));
    }
    for tenure in dataset.tenures() {
        refs.id(&tenure.person, || path(tenure).field("person"));
        refs.option(tenure.post.as_ref(), || path(tenure).field("post"));
        refs.option(tenure.agency.as_ref(), || path(tenure).field("agency"));
        refs.option(tenure.term.as_ref(), || path(tenure).field("term"));
        if let Some(actor) = &tenure.on_behalf_of {
            refs.actor(actor, || path(tenure).field("on_behalf_of"));
        }
        refs.cites(&tenure.cites, || path(tenure));
        refs.attests(&tenure.attests, || path(tenure));
    }
    for series in dataset.event_series() {
        refs.option(series.became.as_ref(), || path(series).field("became"));
        refs.cites(&series.cites, || path(series));
        refs.attests(&series.attests, || path(series));
    }
    for event in dataset.events() {
        refs.option(event.series.as_ref(), || path(event).field("series"));
        refs.option(event.parent.as_ref(), || path(event).field("parent"));
        refs.terms(&event.terms, || path(event).field("terms"));
        for (i, participant) in event.participants.iter().enumerate() {
            let at = || path(event).field("participants").at(i);
            refs.actor(&participant.actor, || at().field("actor"));
            refs.option(participant.tenure.as_ref(), || at().field("tenure"));
            refs.actors(&participant.on_behalf_of, || at().field("on_behalf_of"));
            refs.cites(&participant.cites, at);
        }
        for (i, headcount) in event.headcounts.iter().enumerate() {
            refs.cites(&headcount.cites, || path(event).field("headcounts").at(i));
        }
        for (i, plan) in event.plans.iter().enumerate() {
            refs.cites(&plan.cites, || path(event).field("plans").at(i));
        }
        for (i, outcome) in event.outcomes.iter().enumerate() {
            refs.cites(&outcome.cites, || path(event).field("outcomes").at(i));
        }
        refs.cites(&event.cites, || path(event));
        refs.attests(&event.attests, || path(event));
        for (i, attestation) in event.attests.iter().enumerate() {
            if let crate::event::EventFact::Hosts(hosts) = &attestation.says {
                refs.actors(hosts, || path(event).field("attests").at(i).field("says.hosts"));
            }
        }
    }
    for statement in dataset.statements() {
        for (i, speaker) in statement.speakers.iter().enumerate() {
            let at = || path(statement).field("speakers").at(i);
            refs.actor(&speaker.actor, || at().field("actor"));
            refs.option(speaker.tenure.as_ref(), || at().field("tenure"));
            refs.actors(&speaker.on_behalf_of, || at().field("on_behalf_of"));
        }
        for (i, alignment) in statement.alignments.iter().enumerate() {
            let at = || path(statement).field("alignments").at(i);
            refs.actor(&alignment.actor, || at().field("actor"));
            refs.cites(&alignment.cites, at);
        }
        refs.mentions(&statement.addressees, || path(statement).field("addressees"));
        refs.mentions(&statement.targets, || path(statement).field("targets"));
        refs.mentions(&statement.affected, || path(statement).field("affected"));
        refs.option(statement.event.as_ref(), || path(statement).field("event"));
        refs.terms(&statement.terms, || path(statement).field("terms"));
        refs.positions(&statement.positions, || path(statement).field("positions"));
        for (i, coding) in statement.codings.iter().enumerate() {
            let at = || path(statement).field("codings").at(i);
            refs.terms(&coding.terms, || at().field("terms"));
            refs.positions(&coding.positions, || at().field("positions"));
        }
        for (i, claim) in statement.claims.iter().enumerate() {
            let at = || path(statement).field("claims").at(i);
            refs.indicator(&claim.indicator, || at().field("indicator"));
            refs.option(claim.cited.as_ref(), || at().field("cited"));
            match &claim.subject {
                Subject::Agency(id) => refs.id(id, || at().field("subject")),
                Subject::Person(id) => refs.id(id, || at().field("subject")),
                Subject::Term(term) => refs.term(term, || at().field("subject")),
                Subject::Area(_) | Subject::Part(_) | Subject::Unnamed(_) | Subject::Site(_) => {}
            }
        }
        for (i, link) in statement.links.iter().enumerate() {
            refs.id(&link.to, || path(statement).field("links").at(i).field("to"));
        }
        refs.cites(&statement.cites, || path(statement));
        refs.attests(&statement.attests, || path(statement));
        for (i, attestation) in statement.attests.iter().enumerate() {
            if let crate::statement::StatementFact::Speakers(speakers) = &attestation.says {
                refs.actors(speakers, || {
                    path(statement).field("attests").at(i).field("says.speakers")
                });
            }
        }
    }
    for vote in dataset.votes() {
        refs.id(&vote.body, || path(vote).field("body"));
        refs.option(vote.event.as_ref(), || path(vote).field("event"));
        refs.terms(&vote.terms, || path(vote).field("terms"));
        if let Some(proposition) = &vote.proposition {
            refs.term(proposition, || path(vote).field("proposition"));
        }
        for (i, ballot) in vote.ballots.iter().enumerate() {
            refs.actor(&ballot.actor, || path(vote).field("ballots").at(i));
        }
        refs.cites(&vote.cites, || path(vote));
    }
    for judgement in dataset.judgements() {
        refs.judged(&judgement.of, || path(judgement).field("of"));
        refs.cites(&judgement.cites, || path(judgement));
    }
    for taxonomy in dataset.taxonomies() {
        refs.cites(&taxonomy.cites, || path(taxonomy));
        for term in &taxonomy.terms {
            let at = || path(taxonomy).field("terms").at(&term.id);
            refs.cites(&term.cites, at);
            for (i, mapping) in term.mappings.iter().enumerate() {
                refs.mapped(&mapping.to, || at().field("mappings").at(i).field("to"));
                refs.cites(&mapping.cites, || at().field("mappings").at(i));
            }
            if let Some(broader) = &term.broader
                && taxonomy.terms.iter().all(|other| other.id != *broader)
            {
                refs.sink.report(DANGLING, || {
                    let known = taxonomy.terms.iter().map(|term| term.id.as_str());
                    dangling(
                        at().field("broader"),
                        "term of this taxonomy",
                        broader.as_str(),
                        known,
                    )
                });
            }
        }
    }
    for indicator in dataset.indicators() {
        for (field, id) in [("weight", &indicator.weight), ("denominator", &indicator.denominator)]
        {
            if let Some(id) = id {
                refs.indicator(id, || path(indicator).field(field));
            }
        }
        for (i, version) in indicator.definitions.iter().enumerate() {
            refs.cites(&version.cites, || path(indicator).field("definitions").at(i));
        }
        refs.cites(&indicator.cites, || path(indicator));
    }
    for (i, observation) in dataset.observations().iter().enumerate() {
        let at = || Path::record("observations", i);
        refs.indicator(&observation.indicator, || at().field("indicator"));
        refs.cites(&observation.cites, at);
    }
}

fn circles(dataset: &Dataset, sink: &mut Sink) {
    circle(dataset.sources(), "derived_from", sink, |source, next| {
        next.extend(source.derived_from.as_ref().and_then(|d| row(dataset, &d.source)));
    });
    circle(dataset.agencies(), "relations", sink, |agency, next| {
        let is_upward = |kind| matches!(kind, RelationKind::PartOf | RelationKind::NameplateOf);
        let wholes = agency.relations.iter().filter(|relation| is_upward(relation.kind));
        next.extend(wholes.filter_map(|relation| row(dataset, &relation.to)));
    });
    circle(dataset.events(), "parent", sink, |event, next| {
        next.extend(event.parent.as_ref().and_then(|parent| row(dataset, parent)));
    });
    circle(dataset.rows::<crate::statement::Statement>(), "links", sink, |statement, next| {
        let links = statement.links.iter().filter(|link| link.kind != LinkKind::Contradicts);
        next.extend(links.filter_map(|link| row(dataset, &link.to)));
    });
    for taxonomy in dataset.taxonomies() {
        for term in &taxonomy.terms {
            let broader =
                |id: &Id<_>| taxonomy.terms.iter().find(|t| t.id == *id)?.broader.as_ref();
            let mut seen = HashSet::from([&term.id]);
            let mut at = term.broader.as_ref();
            while let Some(id) = at {
                if id == &term.id {
                    sink.report(CIRCLE, || {
                        let at = path(taxonomy).field("terms").at(&term.id).field("broader");
                        Detail::new(at, format!("the term `{}` is wider than itself", term.id))
                    });
                }
                at = if seen.insert(id) { broader(id) } else { None };
            }
        }
    }
}

fn row<T: Keyed>(dataset: &Dataset, id: &Id<T>) -> Option<usize> {
    T::table(dataset).row(id.as_str())
}

/// Reports each circle once, at the record of it that is met first.
fn circle<T: Keyed>(rows: &[T], field: &str, sink: &mut Sink, next: impl Fn(&T, &mut Vec<usize>)) {
    #[derive(Clone, Copy, PartialEq)]
    enum State {
        New,
        OnTrail,
        Done,
    }
    let mut states = vec![State::New; rows.len()];
    // Depth first without recursion: data decides how deep it goes.
    let mut trail: Vec<(usize, Vec<usize>)> = Vec::new();
    for start in 0..rows.len() {
        let mut open = Some(start);
        loop {
            if let Some(row) = open.take()
                && let (Some(record), Some(state)) = (rows.get(row), states.get_mut(row))
            {
                match *state {
                    State::Done => {}
                    State::OnTrail => {
                        let members: Vec<&T> = trail
                            .iter()
                            .skip_while(|(at, _)| *at != row)
                            .filter_map(|(at, _)| rows.get(*at))
                            .collect();
                        sink.report(CIRCLE, || {
                            let ids: Vec<&str> = members.iter().map(|m| m.id().as_str()).collect();
                            let message = format!(
                                "`{field}` leads in a circle: {} -> {}",
                                ids.join(" -> "),
                                record.id()
                            );
                            let detail =
                                Detail::new(path(record).field(field), message).param("ids", ids);
                            members
                                .iter()
                                .skip(1)
                                .fold(detail, |detail, member| detail.see(path(*member)))
                        });
                    }
                    State::New => {
                        *state = State::OnTrail;
                        let mut to = Vec::new();
                        next(record, &mut to);
                        trail.push((row, to));
                    }
                }
            }
            match trail.last_mut() {
                None => break,
                Some((row, to)) => {
                    open = to.pop();
                    if open.is_none() {
                        if let Some(state) = states.get_mut(*row) {
                            *state = State::Done;
                        }
                        trail.pop();
                    }
                }
            }
        }
    }
}

#[cfg(test)]
pub(super) const CASES: &[super::cases::Case] = &[
    super::cases::Case {
        rule: "REF-001",
        fails: r#"{ "posts": [ { "id": "head", "agency": "siio" } ] }"#,
        passes: r#"{ "agencies": [ { "id": "siio", "kind": "regulator" } ],
                     "posts": [ { "id": "head", "agency": "siio" } ] }"#,
    },
    super::cases::Case {
        rule: "REF-001",
        fails: r#"{ "taxonomies": [ { "id": "a", "version": "1", "terms": [ { "id": "t", "kind": "issue" } ] },
                                    { "id": "b", "version": "1", "terms": [ { "id": "t", "kind": "issue" } ] } ],
                    "statements": [ { "id": "s", "act": "call", "terms": [ "t" ] } ] }"#,
        passes: r#"{ "taxonomies": [ { "id": "a", "version": "1", "terms": [ { "id": "t", "kind": "issue" } ] },
                                     { "id": "b", "version": "1", "terms": [ { "id": "t", "kind": "issue" } ] } ],
                     "statements": [ { "id": "s", "act": "call", "terms": [ "b/t" ] } ] }"#,
    },
    super::cases::Case {
        rule: "REF-001",
        fails: r#"{ "observations": [ { "indicator": "buzz", "area": "CHN", "period": "2012", "value": "1" } ] }"#,
        passes: r#"{ "observations": [ { "indicator": "population", "area": "CHN", "period": "2012", "value": "1" } ] }"#,
    },
    super::cases::Case {
        rule: "REF-001",
        fails: r#"{ "indicators": [ { "id": "buzz", "unit": "percent", "weight": "buzzers" } ] }"#,
        passes: r#"{ "indicators": [ { "id": "buzz", "unit": "percent", "weight": "buzzers" },
                                     { "id": "buzzers", "unit": "count", "denominator": "population" } ] }"#,
    },
    super::cases::Case {
        rule: "REF-001",
        fails: r#"{ "indicators": [ { "id": "buzz", "unit": "percent", "definitions": [ { "span": "2013", "cites": [ "daily-1" ] } ] } ] }"#,
        passes: r#"{ "sources": [ { "id": "daily-1", "kind": "newspaper" } ],
                     "indicators": [ { "id": "buzz", "unit": "percent", "definitions": [ { "span": "2013", "cites": [ "daily-1" ] } ] } ] }"#,
    },
    super::cases::Case {
        rule: "REF-002",
        fails: r#"{ "events": [ { "id": "a", "kind": "forum", "parent": "c" }, { "id": "b", "kind": "forum", "parent": "a" },
                                { "id": "c", "kind": "forum", "parent": "b" } ] }"#,
        passes: r#"{ "events": [ { "id": "a", "kind": "forum" }, { "id": "b", "kind": "forum", "parent": "a" },
                                 { "id": "c", "kind": "forum", "parent": "a" } ] }"#,
    },
    super::cases::Case {
        rule: "REF-002",
        fails: r#"{ "statements": [ { "id": "a", "act": "call", "links": [ { "kind": "answers", "to": "b" } ] },
                                    { "id": "b", "act": "call", "links": [ { "kind": "repeats", "to": "a" } ] } ] }"#,
        passes: r#"{ "statements": [ { "id": "a", "act": "call", "links": [ { "kind": "contradicts", "to": "b" } ] },
                                     { "id": "b", "act": "call", "links": [ { "kind": "contradicts", "to": "a" } ] } ] }"#,
    },
    super::cases::Case {
        rule: "REF-002",
        fails: r#"{ "sources": [ { "id": "a", "kind": "wiki", "derived_from": "a" } ] }"#,
        passes: r#"{ "sources": [ { "id": "a", "kind": "wiki", "derived_from": "b" }, { "id": "b", "kind": "wiki" } ] }"#,
    },
];

#[cfg(test)]
mod tests {
    use crate::Dataset;
    use crate::source::{Source, SourceKind};
    use crate::validate::Profile;
    use crate::validate::rules::cases::report;

    #[test]
    fn one_circle_is_one_finding() {
        let report = report(
            r#"{ "events": [ { "id": "x", "kind": "forum", "parent": "a" }, { "id": "a", "kind": "forum", "parent": "b" },
                             { "id": "b", "kind": "forum", "parent": "a" } ] }"#,
        );
        assert_eq!(report.count_of("REF-002"), 1);
        let finding = report.of_rule("REF-002").next().unwrap();
        assert_eq!(finding.message(), "`parent` leads in a circle: a -> b -> a");
    }

    #[test]
    fn near_ids_are_suggested() {
        let report = report(
            r#"{ "agencies": [ { "id": "state-office", "kind": "regulator" } ],
                 "posts": [ { "id": "head", "agency": "state-ofice" } ] }"#,
        );
        let finding = report.of_rule("REF-001").next().unwrap();
        assert_eq!(finding.help(), Some("did you mean `state-office`?"));
        assert_eq!(finding.path().as_str(), "posts[head].agency");
    }

    #[test]
    fn built_in_indicators_are_suggested_as_well() {
        let report = report(
            r#"{ "observations": [ { "indicator": "internet-user-share", "area": "CHN", "period": "2012", "value": "42.3" } ] }"#,
        );
        let finding = report.of_rule("REF-001").next().unwrap();
        assert_eq!(finding.message(), "there is no indicator `internet-user-share`");
        assert_eq!(finding.help(), Some("did you mean `internet-users-share`?"));
    }

    #[test]
    fn doubles_made_in_a_program_are_found() {
        let mut dataset = Dataset::new();
        for _ in 0..2 {
            dataset.sources_mut().push(Source::new("a".parse().unwrap(), SourceKind::Blog));
        }
        let report = dataset.validate(&Profile::default(), "2026-01-01".parse().unwrap());
        assert_eq!(report.count_of("REF-003"), 1);
        dataset.sources_mut().pop();
        let report = dataset.validate(&Profile::default(), "2026-01-01".parse().unwrap());
        assert_eq!(report.count_of("REF-003"), 0);
    }
}
