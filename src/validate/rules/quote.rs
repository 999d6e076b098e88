//! SRC: what a record takes from a source stands in the words that it quotes from it.

use super::{Family, path};
use crate::actor::{AgencyFact, TenureFact};
use crate::dataset::Dataset;
use crate::finding::{Detail, Path, Rule, Severity, Sink};
use crate::source::{Attestation, Cite};
use crate::statement::Statement;
use crate::text::folded;
use crate::validate::Limits;

pub(super) const FAMILY: Family = Family { rules: &[QUOTE], check };

const QUOTE: Rule = Rule::new(
    "SRC-009",
    Severity::Warning,
    "The quote of a cite contains the words that are said to be printed",
    "Compared without regard to case and spaces. An attestation has its `printed` words, or the name or title that it \
     gives, in the quote of its cite; the `printed` figures of a statement's claims, and the `printed` words of \
     participants and alignments, stand in one of the quotes of their cites. Without a quote there is nothing to \
     compare. How speakers are printed is not looked at: a statement quotes what they said.",
);

fn check(dataset: &Dataset, _: &Limits, sink: &mut Sink) {
    for agency in dataset.agencies() {
        let named = |says: &AgencyFact| match says {
            AgencyFact::Name(name) => Some(name.text.clone()),
            AgencyFact::Start(_) | AgencyFact::End(_) => None,
        };
        attests(&agency.attests, named, || path(agency), sink);
    }
    for tenure in dataset.tenures() {
        let named = |says: &TenureFact| match says {
            TenureFact::Title(title) => Some(title.clone()),
            TenureFact::Start(_) | TenureFact::End(_) => None,
        };
        attests(&tenure.attests, named, || path(tenure), sink);
    }
    for event in dataset.events() {
        attests(&event.attests, |_| None, || path(event), sink);
        for (i, participant) in event.participants.iter().enumerate() {
            if let Some(printed) = &participant.printed {
                let at = || path(event).field("participants").at(i).field("printed");
                in_quotes(&participant.cites, printed, at, sink);
            }
        }
    }
}

/// The part of the check that goes with the other rules on single statements.
pub(super) fn of_statement(statement: &Statement, sink: &mut Sink) {
    attests(&statement.attests, |_| None, || path(statement), sink);
    for (i, claim) in statement.claims.iter().enumerate() {
        if let Some(printed) = &claim.printed {
            let at = || path(statement).field("claims").at(i).field("printed");
            in_quotes(&statement.cites, printed, at, sink);
        }
    }
    for (i, alignment) in statement.alignments.iter().enumerate() {
        if let Some(printed) = &alignment.printed {
            let at = || path(statement).field("alignments").at(i).field("printed");
            in_quotes(&alignment.cites, printed, at, sink);
        }
    }
}

fn attests<F>(
    attests: &[Attestation<F>],
    named: impl Fn(&F) -> Option<String>,
    at: impl Fn() -> Path,
    sink: &mut Sink,
) {
    for (i, attestation) in attests.iter().enumerate() {
        if attestation.cite.quote.is_none() {
            continue;
        }
        let Some(printed) = attestation.printed.clone().or_else(|| named(&attestation.says)) else {
            continue;
        };
        let at = || at().field("attests").at(i);
        in_quotes(std::slice::from_ref(&attestation.cite), &printed, at, sink);
    }
}

/// Whether one of the quotes has the words, if there is a quote.
fn in_quotes(cites: &[Cite], printed: &str, at: impl Fn() -> Path, sink: &mut Sink) {
    let quotes = || cites.iter().filter_map(|cite| cite.quote.as_deref());
    if quotes().next().is_none() || quotes().any(|quote| contains(quote, printed)) {
        return;
    }
    sink.report(QUOTE, || {
        let passages: Vec<&str> = quotes().collect();
        let message = format!("\"{printed}\" does not stand in \"{}\"", passages.join("\" or \""));
        let detail = Detail::new(at(), message)
            .help("quote the passage that has the words, or keep the words as they are printed")
            .param("printed", printed)
            .param("quotes", passages);
        cites.iter().fold(detail, |detail, cite| detail.see(Path::record("sources", &cite.source)))
    });
}

fn contains(quote: &str, printed: &str) -> bool {
    quote.contains(printed) || folded(quote).contains(&folded(printed))
}

/// In lower case, with one space for each run of them.
#[cfg(test)]
pub(super) const CASES: &[super::cases::Case] = &[
    super::cases::Case {
        rule: "SRC-009",
        fails: r#"{ "statements": [ { "id": "s", "act": "data-claim", "claims": [ { "indicator": "internet-users", "subject": "CHN",
                     "quantity": "almost 600 million", "printed": "almost 600 million" } ],
                     "cites": [ { "source": "daily", "quote": "with nearly 590 million users" } ] } ] }"#,
        passes: r#"{ "statements": [ { "id": "s", "act": "data-claim", "claims": [ { "indicator": "internet-users", "subject": "CHN",
                      "quantity": "almost 600 million", "printed": "almost 600 million" } ],
                      "cites": [ "other", { "source": "daily", "quote": "Almost 600  million are online" } ] } ] }"#,
    },
    super::cases::Case {
        rule: "SRC-009",
        fails: r#"{ "agencies": [ { "id": "a", "kind": "court", "attests": [ { "says": { "name": "High Court" },
                     "cite": { "source": "daily", "quote": "the Supreme Court" } } ] } ] }"#,
        passes: r#"{ "agencies": [ { "id": "a", "kind": "court", "attests": [ { "says": { "name": "High Court" },
                      "cite": { "source": "daily", "quote": "the high court" } }, { "says": { "name": "Court" }, "cite": "daily" } ] } ] }"#,
    },
    super::cases::Case {
        rule: "SRC-009",
        fails: r#"{ "events": [ { "id": "e", "kind": "forum", "participants": [ { "actor": "person:p", "role": "keynote", "printed": "Minister",
                     "cites": [ { "source": "daily", "quote": "the director spoke first" } ] } ] } ] }"#,
        passes: r#"{ "events": [ { "id": "e", "kind": "forum", "participants": [ { "actor": "person:p", "role": "keynote", "printed": "Minister",
                      "cites": [ { "source": "daily", "quote": "the minister spoke first" } ] } ] } ] }"#,
    },
];
