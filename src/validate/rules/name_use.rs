//! NAM: names of agencies that are used after their time.

use super::{Family, path};
use crate::actor::{Actor, Agency, AgencyFact, Mention};
use crate::dataset::Dataset;
use crate::finding::{Detail, Path, Rule, Severity, Sink};
use crate::name::Name;
use crate::statement::Statement;
use crate::time::Span;
use crate::validate::Limits;

pub(super) const FAMILY: Family = Family { rules: &[OLD_NAME], check };

const OLD_NAME: Rule = Rule::new(
    "NAM-008",
    Severity::Info,
    "A source names an agency as it was called at the time",
    "The words with which a source names the agency are a name of it, and every name of these words had certainly ended \
     before. That is no mistake of the dataset, since sources go on using old names; it is counted because names then \
     do not date a text. Looked at are attested names by the publication of their source, participants by the days of \
     their event, and speakers, addressees, targets, affected and aligned agencies by the date of the statement. Of \
     hosts, see EVT-013.",
);

fn check(dataset: &Dataset, _: &Limits, sink: &mut Sink) {
    for agency in dataset.agencies() {
        for (i, attestation) in agency.attests.iter().enumerate() {
            let AgencyFact::Name(name) = &attestation.says else { continue };
            let source = dataset.get(&attestation.cite.source);
            if let Some(published) = source.and_then(|source| source.published) {
                let at = || path(agency).field("attests").at(i).field("says.name");
                used(agency, &name.text, &Span::on(published), at, sink);
            }
        }
    }
    for event in dataset.events() {
        let named = event.participants.iter().any(|participant| participant.printed.is_some());
        let Some(days) = dataset.span_of(event).filter(|_| named) else { continue };
        for (i, participant) in event.participants.iter().enumerate() {
            if !participant.role.is_host() {
                let at = || path(event).field("participants").at(i).field("printed");
                of_actor(
                    dataset,
                    &participant.actor,
                    participant.printed.as_ref(),
                    &days,
                    at,
                    sink,
                );
            }
        }
    }
}

/// The part of the check that goes with the other rules on single statements.
pub(super) fn of_statement(
    dataset: &Dataset,
    statement: &Statement,
    when: Option<Span>,
    sink: &mut Sink,
) {
    let Some(when) = when else { return };
    for (i, speaker) in statement.speakers.iter().enumerate() {
        let at = || path(statement).field("speakers").at(i).field("printed");
        of_actor(dataset, &speaker.actor, speaker.printed.as_ref(), &when, at, sink);
    }
    for (i, alignment) in statement.alignments.iter().enumerate() {
        let at = || path(statement).field("alignments").at(i).field("printed");
        of_actor(dataset, &alignment.actor, alignment.printed.as_ref(), &when, at, sink);
    }
    let mut mentions = |mentions: &[Mention], field: &str| {
        for (i, mention) in mentions.iter().enumerate() {
            let at = || path(statement).field(field).at(i).field("printed");
            of_actor(dataset, &mention.actor, mention.printed.as_ref(), &when, at, sink);
        }
    };
    mentions(&statement.addressees, "addressees");
    mentions(&statement.targets, "targets");
    mentions(&statement.affected, "affected");
}

fn of_actor(
    dataset: &Dataset,
    actor: &Actor,
    printed: Option<&String>,
    when: &Span,
    at: impl FnOnce() -> Path,
    sink: &mut Sink,
) {
    if let (Actor::Agency(id), Some(printed)) = (actor, printed)
        && let Some(agency) = dataset.get(id)
    {
        used(agency, printed, when, at, sink);
    }
}

fn used(agency: &Agency, printed: &str, when: &Span, at: impl FnOnce() -> Path, sink: &mut Sink) {
    let mut named: Option<&Name> = None;
    for name in agency.names.iter().filter(|name| name.text == printed) {
        if !name.span.precedes(when).is_yes() {
            return;
        }
        named = Some(name);
    }
    let Some(name) = named else { return };
    sink.report(OLD_NAME, || {
        let message = format!("`{}` is called \"{printed}\" ({}) on {when}", agency.id, name.span);
        Detail::new(at(), message)
            .param("agency", agency.id.as_str())
            .param("name", printed)
            .param("span", name.span.to_string())
            .see(path(agency))
    });
}

#[cfg(test)]
pub(super) const CASES: &[super::cases::Case] = &[
    super::cases::Case {
        rule: "NAM-008",
        // The British department was the Department of National Heritage until July 1997.
        fails: r#"{ "sources": [ { "id": "s", "kind": "newspaper", "published": "2013" } ],
                    "agencies": [ { "id": "dcms", "kind": "ministry", "names": [ { "text": "Department of National Heritage", "span": "1992/1997" } ],
                      "attests": [ { "says": { "name": "Department of National Heritage" }, "cite": "s" } ] } ] }"#,
        passes: r#"{ "sources": [ { "id": "s", "kind": "newspaper", "published": "1997" } ],
                     "agencies": [ { "id": "dcms", "kind": "ministry", "names": [ { "text": "Department of National Heritage", "span": "1992/1997" } ],
                       "attests": [ { "says": { "name": "Department of National Heritage" }, "cite": "s" }, { "says": { "name": "The heritage department" }, "cite": "s" } ] } ] }"#,
    },
    super::cases::Case {
        rule: "NAM-008",
        fails: r#"{ "agencies": [ { "id": "cac", "kind": "information-office", "names": [ { "text": "SIIO", "kind": "abbreviation", "span": "2011-05/2014-05" } ] } ],
                    "statements": [ { "id": "s", "act": "call", "date": "2015-10-19", "speakers": [ { "actor": "unnamed:not-stated" } ],
                      "targets": [ { "actor": "agency:cac", "printed": "SIIO" } ] } ] }"#,
        passes: r#"{ "agencies": [ { "id": "cac", "kind": "information-office", "names": [ { "text": "SIIO", "kind": "abbreviation", "span": "2011-05/2014-05" },
                      { "text": "SIIO", "kind": "alias" } ] } ],
                     "statements": [ { "id": "s", "act": "call", "date": "2015-10-19", "speakers": [ { "actor": "unnamed:not-stated" } ],
                       "targets": [ { "actor": "agency:cac", "printed": "SIIO" } ] } ] }"#,
    },
    super::cases::Case {
        rule: "NAM-008",
        fails: r#"{ "agencies": [ { "id": "a", "kind": "ministry", "names": [ { "text": "Old", "span": "2001/2010" } ] } ],
                    "events": [ { "id": "e", "kind": "forum", "sittings": [ { "span": "2013-09-09" } ], "participants": [ { "actor": "agency:a", "role": "speaker", "printed": "Old" } ] } ] }"#,
        passes: r#"{ "agencies": [ { "id": "a", "kind": "ministry", "names": [ { "text": "Old", "span": "2001/2013" } ] } ],
                     "events": [ { "id": "e", "kind": "forum", "sittings": [ { "span": "2013-09-09" } ], "participants": [ { "actor": "agency:a", "role": "speaker", "printed": "Old" } ] } ] }"#,
    },
];
