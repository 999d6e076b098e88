//! STM: what a statement says, how it stands to others and how it is told. Checked with the other rules on single
//! statements.

use std::collections::HashSet;

use super::{Family, path};
use crate::actor::Actor;
use crate::dataset::Dataset;
use crate::event::{Disclosure, Event};
use crate::finding::{Detail, Rule, Severity, Sink};
use crate::id::Id;
use crate::source::{Source, SourceKind};
use crate::statement::{Delivery, Form, LinkKind, Stance, Statement};
use crate::time::Span;

pub(super) const FAMILY: Family =
    Family { rules: &[NAMED, TAKEN_BACK, BOTH_WAYS, ONLY_PARAPHRASE], check: |_, _, _| {} };

const NAMED: Rule = Rule::new(
    "EVT-015",
    Severity::Error,
    "What was said under the Chatham House Rule names no speaker",
    "The event, or the nearest one above it that has a rule of disclosure, has `chatham-house`: what was said may be \
     told, but not by whom, and not from which body. What somebody published in writing is their own to sign.",
);

const TAKEN_BACK: Rule = Rule::new(
    "STM-012",
    Severity::Error,
    "A statement is corrected or taken back after it was made",
    "A statement that corrects or retracts another one is certainly earlier than it. Without a date, a statement has the \
     days of its event. That links form no circle is REF-002.",
);

const BOTH_WAYS: Rule = Rule::new(
    "STM-013",
    Severity::Warning,
    "A statement does not support and oppose one proposition",
    "Somebody who is for and against it at once takes the stance `ambivalent`; somebody who is for it under conditions, \
     `conditional`.",
);

const ONLY_PARAPHRASE: Rule = Rule::new(
    "STM-015",
    Severity::Warning,
    "Where a full text is cited, its words are recorded",
    "The statement is a paraphrase, a summary or hearsay, cites an official transcript or a prepared text, and is not \
     linked to a statement that has the words: one that it quotes or repeats, on which it elaborates, or which makes \
     the same claim.",
);

/// What is looked up once for all statements.
pub(super) struct Context<'a> {
    /// Sources that hold what was said word by word.
    full_texts: HashSet<&'a Id<Source>>,
    /// Whether any event has the Chatham House Rule.
    has_closed: bool,
}

impl<'a> Context<'a> {
    pub(super) fn of(dataset: &'a Dataset) -> Self {
        let is_full = |source: &&Source| {
            matches!(source.kind, SourceKind::OfficialTranscript | SourceKind::PreparedText)
        };
        let is_closed = |event: &Event| event.disclosure == Some(Disclosure::ChathamHouse);
        Self {
            full_texts: dataset.sources().iter().filter(is_full).map(|it| &it.id).collect(),
            has_closed: dataset.events().iter().any(is_closed),
        }
    }
}

pub(super) fn of_statement(
    dataset: &Dataset,
    context: &Context<'_>,
    statement: &Statement,
    event: Option<&Event>,
    when: Option<Span>,
    sink: &mut Sink,
) {
    if let Some(event) = event.filter(|_| context.has_closed) {
        named(dataset, statement, event, sink);
    }
    taken_back(dataset, statement, when, sink);
    both_ways(statement, sink);
    let told = matches!(statement.form, Some(Form::Paraphrase | Form::Summary | Form::Hearsay));
    if told && !context.full_texts.is_empty() {
        only_paraphrase(dataset, context, statement, sink);
    }
}

fn named(dataset: &Dataset, statement: &Statement, event: &Event, sink: &mut Sink) {
    let ruling = dataset.with_parents(event).find(|event| event.disclosure.is_some());
    let Some(ruling) = ruling.filter(|it| it.disclosure == Some(Disclosure::ChathamHouse)) else {
        return;
    };
    if statement.delivery == Delivery::InWriting {
        return;
    }
    for (i, speaker) in statement.speakers.iter().enumerate() {
        if matches!(speaker.actor, Actor::Unnamed(_)) {
            continue;
        }
        sink.report(NAMED, || {
            let message = format!(
                "`{}` is named as the speaker at `{}`, which met under the Chatham House Rule",
                speaker.actor, ruling.id
            );
            Detail::new(path(statement).field("speakers").at(i).field("actor"), message)
                .help("write `unnamed:chatham-house`, or `delivery` where it was published in writing")
                .param("actor", speaker.actor.to_string())
                .see(path(ruling).field("disclosure"))
        });
    }
}

fn taken_back(dataset: &Dataset, statement: &Statement, when: Option<Span>, sink: &mut Sink) {
    for (i, link) in statement.links.iter().enumerate() {
        if !matches!(link.kind, LinkKind::Retracts | LinkKind::Corrects) {
            continue;
        }
        let (Some(when), Some(object)) = (when, dataset.get(&link.to)) else { continue };
        let of_event = || dataset.span_of(dataset.get(object.event.as_ref()?)?);
        let Some(made) = object.date.map(Span::on).or_else(of_event) else { continue };
        if when.precedes(&made).is_yes() {
            sink.report(TAKEN_BACK, || {
                let message = format!("of {when}, and {} `{}` of {made}", link.kind, object.id);
                Detail::new(path(statement).field("links").at(i), message)
                    .param("date", when.to_string())
                    .param("object", made.to_string())
                    .see(path(object))
            });
        }
    }
}

fn both_ways(statement: &Statement, sink: &mut Sink) {
    let positions = &statement.positions;
    for (i, against) in positions.iter().enumerate().filter(|(_, it)| it.stance == Stance::Oppose) {
        let supports = |stance: Stance| stance == Stance::Support;
        let other = positions.iter().position(|it| supports(it.stance) && it.term == against.term);
        if let Some(k) = other {
            sink.report(BOTH_WAYS, || {
                let message = format!("supports and opposes `{}`", against.term);
                let at = path(statement).field("positions");
                Detail::new(at.clone().at(i), message)
                    .help("write one position with the stance `ambivalent`")
                    .param("term", against.term.to_string())
                    .see(at.at(k))
            });
        }
    }
}

fn only_paraphrase(
    dataset: &Dataset,
    context: &Context<'_>,
    statement: &Statement,
    sink: &mut Sink,
) {
    let cited = statement.cites.iter().map(|cite| &cite.source);
    let Some(full) = cited.into_iter().find(|source| context.full_texts.contains(source)) else {
        return;
    };
    let has_words = statement.links.iter().any(|link| {
        let same = matches!(
            link.kind,
            LinkKind::Quotes | LinkKind::Repeats | LinkKind::Elaborates | LinkKind::SameClaim
        );
        let form = dataset.get(&link.to).and_then(|other| other.form);
        same && matches!(form, Some(Form::FullText | Form::DirectQuote | Form::PartialQuote))
    });
    if has_words {
        return;
    }
    sink.report(ONLY_PARAPHRASE, || {
        let form = statement.form.map_or("paraphrase", |form| form.as_str());
        let message = format!("only a {form} is recorded, though `{full}` has the words");
        Detail::new(path(statement).field("form"), message)
            .help("record the words, as `direct-quote` or `full-text`")
            .param("source", full.as_str())
            .see(crate::finding::Path::record("sources", full))
    });
}

#[cfg(test)]
pub(super) const CASES: &[super::cases::Case] = &[
    super::cases::Case {
        rule: "EVT-015",
        fails: r#"{ "events": [ { "id": "e", "kind": "track-1-5-dialogue", "disclosure": "chatham-house" }, { "id": "f", "kind": "session", "parent": "e" } ],
                    "statements": [ { "id": "s", "act": "call", "event": "f", "speakers": [ { "actor": "person:p" } ] } ] }"#,
        passes: r#"{ "events": [ { "id": "e", "kind": "track-1-5-dialogue", "disclosure": "chatham-house" }, { "id": "f", "kind": "session", "parent": "e", "disclosure": "public" } ],
                     "statements": [ { "id": "s", "act": "call", "event": "f", "speakers": [ { "actor": "person:p" } ] },
                                     { "id": "t", "act": "call", "event": "e", "speakers": [ { "actor": "unnamed:chatham-house" } ] },
                                     { "id": "u", "act": "call", "event": "e", "delivery": "in-writing", "speakers": [ { "actor": "person:p" } ] } ] }"#,
    },
    super::cases::Case {
        rule: "STM-012",
        fails: r#"{ "statements": [ { "id": "s", "act": "call", "date": "2013-09-09", "links": [ { "kind": "retracts", "to": "t" } ] }, { "id": "t", "act": "call", "date": "2013-09-10" } ] }"#,
        passes: r#"{ "statements": [ { "id": "s", "act": "call", "date": "2013-09", "links": [ { "kind": "retracts", "to": "t" } ] }, { "id": "t", "act": "call", "date": "2013-09-10" },
                                     { "id": "u", "act": "call", "date": "2012", "links": [ { "kind": "contradicts", "to": "t" } ] } ] }"#,
    },
    super::cases::Case {
        rule: "STM-012",
        fails: r#"{ "events": [ { "id": "e", "kind": "forum", "sittings": [ { "span": "2013-09-09" } ] } ],
                    "statements": [ { "id": "s", "act": "call", "date": "2012", "links": [ { "kind": "corrects", "to": "t" } ] }, { "id": "t", "act": "call", "event": "e" } ] }"#,
        passes: r#"{ "events": [ { "id": "e", "kind": "forum", "sittings": [ { "span": "2013-09-09" } ] } ],
                     "statements": [ { "id": "s", "act": "call", "date": "2013-09-09", "links": [ { "kind": "corrects", "to": "t" } ] }, { "id": "t", "act": "call", "event": "e" } ] }"#,
    },
    super::cases::Case {
        rule: "STM-013",
        fails: r#"{ "statements": [ { "id": "s", "act": "position", "positions": [ { "term": "a", "stance": "support" }, { "term": "a", "stance": "oppose" } ] } ] }"#,
        passes: r#"{ "statements": [ { "id": "s", "act": "position", "positions": [ { "term": "a", "stance": "support" }, { "term": "b", "stance": "oppose" }, { "term": "a", "stance": "conditional" } ] } ] }"#,
    },
    super::cases::Case {
        rule: "STM-015",
        fails: r#"{ "sources": [ { "id": "speech", "kind": "prepared-text" } ], "statements": [ { "id": "s", "act": "call", "form": "paraphrase", "cites": [ "daily", "speech" ] } ] }"#,
        passes: r#"{ "sources": [ { "id": "speech", "kind": "prepared-text" } ],
                     "statements": [ { "id": "s", "act": "call", "form": "paraphrase", "cites": [ "speech" ], "links": [ { "kind": "same-claim", "to": "t" } ] },
                                     { "id": "t", "act": "call", "form": "direct-quote", "cites": [ "speech" ] }, { "id": "u", "act": "call", "form": "paraphrase", "cites": [ "daily" ] } ] }"#,
    },
];
