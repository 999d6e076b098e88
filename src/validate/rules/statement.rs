//! STM: who spoke, as what, for whom, when, in which form.

use super::agency::is_within;
use super::{Family, alignment, content, name_use, path, quote, script};
use crate::actor::{Actor, Agency, Tenure};
use crate::country::Country;
use crate::dataset::Dataset;
use crate::finding::{Detail, Path, Rule, Severity, Sink};
use crate::name::Name;
use crate::statement::{Act, Delivery, Form, LinkKind, Speaker, Statement};
use crate::time::{Bound, Span, Tri};
use crate::validate::Limits;

pub(super) const FAMILY: Family = Family {
    rules: &[
        SPEAKER,
        TARGET,
        COUNTERPART,
        QUOTE,
        TRANSLATOR,
        TENURE,
        TENURE_OPEN,
        SITTING,
        PRINCIPAL,
        PRINTED,
        BELONGS,
    ],
    check,
};

const SPEAKER: Rule = Rule::new(
    "STM-001",
    Severity::Error,
    "A statement has a speaker, or says why none is named",
    "A speaker whom the source does not name is `unnamed:` and a reason. `unnamed:not-identified` says that the source \
     describes somebody, so it goes with the printed words.",
);

const TARGET: Rule = Rule::new(
    "STM-002",
    Severity::Error,
    "Accusations and demands say whom they are directed at, denials what they deny",
    "An accusation and a cyber attribution have a target; a demand has a target or an addressee. A denial links to the \
     statement that it denies, or describes the allegation in a text.",
);

const COUNTERPART: Rule = Rule::new(
    "STM-003",
    Severity::Warning,
    "An agreement or a commitment has a counterpart",
    "Somebody agrees with somebody, and commits themselves towards somebody: an addressee, a target or a second \
     speaker.",
);

const QUOTE: Rule = Rule::new(
    "STM-004",
    Severity::Error,
    "A quotation has a text, and a paraphrase is none",
    "A direct or partial quote without a text quotes nothing. A paraphrase that stands in quotation marks from end to \
     end would pass for the speaker's own words.",
);

const TRANSLATOR: Rule = Rule::new(
    "STM-005",
    Severity::Warning,
    "A quotation in another language than the speaker's names its translator",
    "Words in another language than the one in which they were said are a translator's. Checked where the language \
     of the statement and of the text are both recorded.",
);

const TENURE: Rule = Rule::new(
    "STM-006",
    Severity::Error,
    "A speaker's tenure is theirs and covers the date",
    "The tenure in which somebody speaks belongs to that person and covers the date of the statement or, without one, \
     the days of its event. Only what certainly does not is reported here.",
);

const TENURE_OPEN: Rule = Rule::new(
    "STM-007",
    Severity::Warning,
    "Whether a speaker's tenure covers the date can be decided",
    "The dates are too coarse, or a bound is unknown, so that the tenure may or may not cover the statement.",
);

const SITTING: Rule = Rule::new(
    "STM-008",
    Severity::Error,
    "A statement made at an event is dated within it",
    "The date of a statement certainly lies outside the days on which its event met. Statements that were only handed \
     in or never delivered may bear another date.",
);

const PRINCIPAL: Rule = Rule::new(
    "STM-009",
    Severity::Error,
    "Whoever is spoken for exists at the date",
    "The agency or country on whose behalf somebody speaks certainly did not exist on the day.",
);

const PRINTED: Rule = Rule::new(
    "STM-016",
    Severity::Warning,
    "The capacity as printed is the post as judged",
    "The words with which the source names the speaker do not begin with a name of the post or the title that the \
     tenure records. Often this is translation or courtesy, such as \"minister\" for a director; both are kept.",
);

const BELONGS: Rule = Rule::new(
    "STM-017",
    Severity::Warning,
    "A speaker belongs to whom they speak for",
    "The speaker, or the agency at which they hold the post, is of another country than the one spoken for, or is \
     neither the agency spoken for nor a part of it. Where the dataset does not say, nothing is reported.",
);

fn check(dataset: &Dataset, _: &Limits, sink: &mut Sink) {
    let context = content::Context::of(dataset);
    for statement in dataset.statements() {
        alone(statement, sink);
        quote::of_statement(statement, sink);
        script::of_statement(statement, sink);
        let event = statement.event.as_ref().and_then(|event| dataset.event(event));
        let days = event.and_then(|event| dataset.span_of(event));
        if let (Some(event), Some(days), Some(date)) = (event, days, statement.date) {
            let elsewhere =
                matches!(statement.delivery, Delivery::InWriting | Delivery::NotDelivered);
            if !elsewhere && days.overlaps(&Span::on(date)) == Tri::No {
                sink.report(SITTING, || {
                    let message = format!("made on {date}, but `{}` met {days}", event.id);
                    Detail::new(path(statement).field("date"), message)
                        .param("date", date.to_string())
                        .param("event", days.to_string())
                        .see(path(event))
                });
            }
        }
        let when = statement.date.map(Span::on).or(days);
        alignment::of_statement(dataset, statement, when, sink);
        content::of_statement(dataset, &context, statement, event, when, sink);
        name_use::of_statement(dataset, statement, when, sink);
        for (i, speaker) in statement.speakers.iter().enumerate() {
            let at = || path(statement).field("speakers").at(i);
            let tenure = speaker.tenure.as_ref().and_then(|id| dataset.tenure(id));
            if let Some(tenure) = tenure {
                in_office(speaker, tenure, when, at, sink);
                as_printed(dataset, speaker, tenure, at, sink);
            }
            for (k, principal) in speaker.on_behalf_of.iter().enumerate() {
                let at = || at().field("on_behalf_of").at(k);
                on_behalf(dataset, (speaker, tenure), principal, when, at, sink);
            }
        }
    }
}

/// What can be said of a statement by itself.
fn alone(statement: &Statement, sink: &mut Sink) {
    if statement.speakers.is_empty() {
        sink.report(SPEAKER, || {
            Detail::new(path(statement).field("speakers"), "the statement has no speaker")
                .help("add one; where the source names none, write `unnamed:not-stated` or another reason")
        });
    }
    for (i, speaker) in statement.speakers.iter().enumerate() {
        let nobody = matches!(speaker.actor, Actor::Unnamed(crate::actor::Unnamed::NotIdentified));
        if nobody && speaker.printed.is_none() {
            sink.report(SPEAKER, || {
                let at = path(statement).field("speakers").at(i).field("printed");
                Detail::new(at, "the speaker is not identified and not described")
                    .help("add the words with which the source describes them as `printed`")
            });
        }
    }
    let (targets, addressees) = (!statement.targets.is_empty(), !statement.addressees.is_empty());
    let missing = match statement.act {
        Act::Accusation | Act::CyberAttribution => (!targets).then_some("targets"),
        Act::Demand => (!targets && !addressees).then_some("targets"),
        Act::Denial => {
            let links = statement.links.iter().any(|link| link.kind == LinkKind::Denies);
            (!links && statement.texts.is_empty()).then_some("links")
        }
        _ => None,
    };
    if let Some(field) = missing {
        sink.report(TARGET, || {
            let message = match field {
                "links" => "a denial without what it denies".to_owned(),
                _ => format!("the {} has no target", statement.act),
            };
            Detail::new(path(statement).field(field), message)
        });
    }
    let alone = !targets && !addressees && statement.speakers.len() < 2;
    if alone && matches!(statement.act, Act::Agreement | Act::Commitment) {
        sink.report(COUNTERPART, || {
            let message = format!("the {} has no counterpart", statement.act);
            Detail::new(path(statement).field("addressees"), message)
        });
    }
    wording(statement, sink);
}

fn wording(statement: &Statement, sink: &mut Sink) {
    match statement.form {
        Some(form @ (Form::DirectQuote | Form::PartialQuote)) if statement.texts.is_empty() => {
            sink.report(QUOTE, || {
                Detail::new(path(statement).field("texts"), format!("a {form} without a text"))
            });
        }
        Some(Form::Paraphrase) => {
            for (i, text) in
                statement.texts.iter().enumerate().filter(|(_, text)| is_quoted(&text.text))
            {
                sink.report(QUOTE, || {
                    let at = path(statement).field("texts").at(i);
                    Detail::new(at, "the paraphrase stands in quotation marks as a whole")
                        .help("take the marks off, or set `form` to `direct-quote` where these are the words")
                        .param("text", text.text.as_str())
                });
            }
        }
        _ => {}
    }
    if let (Some(Form::DirectQuote), Some(lang)) = (statement.form, &statement.lang) {
        for (i, text) in statement.texts.iter().enumerate() {
            let foreign = text.lang.as_ref().is_some_and(|own| own.language() != lang.language());
            if foreign && text.translator.is_none() {
                sink.report(TRANSLATOR, || {
                    let at = path(statement).field("texts").at(i).field("translator");
                    Detail::new(
                        at,
                        format!(
                            "said in `{lang}` and quoted in another language without a translator"
                        ),
                    )
                });
            }
        }
    }
}

fn is_quoted(text: &str) -> bool {
    let pairs = [('"', '"'), ('“', '”'), ('„', '“'), ('«', '»'), ('「', '」')];
    let text = text.trim();
    pairs.iter().any(|(open, close)| {
        text.strip_prefix(*open).and_then(|rest| rest.strip_suffix(*close)).is_some_and(|inner| {
            // `"A" and "B"` begins and ends with a mark and is no quotation as a whole.
            !inner.contains(*open) && !inner.contains(*close)
        })
    })
}

/// Whether a span of office covers when something was said: a statement of several days needs one of them.
fn covers(office: &Span, when: &Span) -> Tri {
    match office.contains(when) {
        Tri::Yes => Tri::Yes,
        Tri::No | Tri::Maybe if office.overlaps(when) == Tri::No => Tri::No,
        _ => Tri::Maybe,
    }
}

fn in_office(
    speaker: &Speaker,
    tenure: &Tenure,
    when: Option<Span>,
    at: impl Fn() -> Path,
    sink: &mut Sink,
) {
    if let Actor::Person(person) = &speaker.actor
        && *person != tenure.person
    {
        sink.report(TENURE, || {
            let message = format!("`{person}` speaks in a tenure of `{}`", tenure.person);
            Detail::new(at().field("tenure"), message).see(path(tenure))
        });
    }
    let Some(when) = when else { return };
    let rule = match covers(&tenure.span, &when) {
        Tri::Yes => return,
        Tri::No => TENURE,
        // A tenure of which nothing is dated has its own rule.
        Tri::Maybe if tenure.span.is_unknown() => return,
        Tri::Maybe => TENURE_OPEN,
    };
    sink.report(rule, || {
        let verb = if rule == TENURE { "does not cover" } else { "may not cover" };
        let message = format!("the tenure `{}` ({}) {verb} {when}", tenure.id, tenure.span);
        Detail::new(at().field("tenure"), message)
            .param("tenure", tenure.span.to_string())
            .param("date", when.to_string())
            .see(path(tenure))
    });
}

fn as_printed(
    dataset: &Dataset,
    speaker: &Speaker,
    tenure: &Tenure,
    at: impl Fn() -> Path,
    sink: &mut Sink,
) {
    let Some(printed) = &speaker.printed else { return };
    let post = tenure.post.as_ref().and_then(|post| dataset.post(post));
    let names = post.map(|post| post.names.as_slice()).unwrap_or_default();
    let held = || names.iter().map(|name: &Name| name.text.as_str()).chain(tenure.title.as_deref());
    if held().next().is_none() || held().any(|name| begins_with(printed, name)) {
        return;
    }
    sink.report(PRINTED, || {
        let held: Vec<&str> = held().collect();
        let message =
            format!("printed as \"{printed}\", held the post \"{}\"", held.join("\" or \""));
        Detail::new(at().field("printed"), message)
            .param("printed", printed.as_str())
            .param("held", held)
            .see(path(tenure))
    });
}

/// Whether a text begins with the words of another, in whatever case and punctuation.
fn begins_with(text: &str, start: &str) -> bool {
    fn words(text: &str) -> impl Iterator<Item = &str> {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.skip_while(|word| word.eq_ignore_ascii_case("the"))
    }
    let same = |a: &str, b: &str| {
        a == b || a.chars().flat_map(char::to_lowercase).eq(b.chars().flat_map(char::to_lowercase))
    };
    let mut text = words(text);
    words(start).all(|word| text.next().is_some_and(|other| same(word, other)))
}

fn on_behalf(
    dataset: &Dataset,
    (speaker, tenure): (&Speaker, Option<&Tenure>),
    principal: &Actor,
    when: Option<Span>,
    at: impl Fn() -> Path,
    sink: &mut Sink,
) {
    let life = match principal {
        // The code of a country says when its state ended, but not when it began.
        Actor::Country(country) => {
            let end = country.state_ended().map_or(country.span().end(), Bound::On);
            Span::new(Bound::Unknown, end).ok()
        }
        Actor::Agency(id) => dataset.agency(id).map(|agency| agency.span),
        Actor::Group(_) | Actor::Person(_) | Actor::Coalition(_) | Actor::Unnamed(_) => None,
    };
    if let (Some(life), Some(when)) = (life, when)
        && life.overlaps(&when) == Tri::No
    {
        sink.report(PRINCIPAL, || {
            let message = format!("`{principal}` ({life}) did not exist on {when}");
            Detail::new(at(), message)
                .param("actor", principal.to_string())
                .param("span", life.to_string())
        });
    }
    let body = match &speaker.actor {
        Actor::Agency(id) => dataset.agency(id),
        _ => tenure.and_then(|tenure| dataset.agency_of(tenure)),
    };
    let country = match &speaker.actor {
        Actor::Country(country) => Some(*country),
        _ => body.and_then(|agency| agency.country),
    };
    if belongs(dataset, body, country, principal) == Some(false) {
        sink.report(BELONGS, || {
            let message =
                format!("`{}` speaks for `{principal}` and does not belong to it", speaker.actor);
            Detail::new(at(), message).param("actor", principal.to_string())
        });
    }
}

/// Whether a body, or one of a country, belongs to whom it speaks for. `None` where the dataset does not say.
fn belongs(
    dataset: &Dataset,
    body: Option<&Agency>,
    country: Option<Country>,
    principal: &Actor,
) -> Option<bool> {
    match principal {
        Actor::Country(spoken_for) => country.map(|country| country == *spoken_for),
        Actor::Agency(spoken_for) => {
            let body = body?;
            // International bodies are spoken for by the officials of their members.
            dataset.agency(spoken_for)?.country?;
            Some(is_within(dataset, &body.id, spoken_for))
        }
        // A group is spoken for by officials of its members, of its organs, and of States that chair it.
        Actor::Group(_) | Actor::Person(_) | Actor::Coalition(_) | Actor::Unnamed(_) => None,
    }
}

#[cfg(test)]
pub(super) const CASES: &[super::cases::Case] = &[
    super::cases::Case {
        rule: "STM-001",
        fails: r#"{ "statements": [ { "id": "s", "act": "call" } ] }"#,
        passes: r#"{ "statements": [ { "id": "s", "act": "call", "speakers": [ { "actor": "unnamed:not-stated" } ] } ] }"#,
    },
    super::cases::Case {
        rule: "STM-001",
        fails: r#"{ "statements": [ { "id": "s", "act": "call", "speakers": [ { "actor": "unnamed:not-identified" } ] } ] }"#,
        passes: r#"{ "statements": [ { "id": "s", "act": "call",
                      "speakers": [ { "actor": "unnamed:not-identified", "printed": "the Internet authority" } ] } ] }"#,
    },
    super::cases::Case {
        rule: "STM-002",
        fails: r#"{ "statements": [ { "id": "s", "act": "accusation", "addressees": [ "country:USA" ] } ] }"#,
        passes: r#"{ "statements": [ { "id": "s", "act": "accusation", "targets": [ "country:USA" ] } ] }"#,
    },
    super::cases::Case {
        rule: "STM-002",
        fails: r#"{ "statements": [ { "id": "a", "act": "accusation", "targets": [ "country:CHN" ] },
                    { "id": "s", "act": "denial", "links": [ { "kind": "answers", "to": "a" } ] } ] }"#,
        passes: r#"{ "statements": [ { "id": "a", "act": "accusation", "targets": [ "country:CHN" ] },
                     { "id": "s", "act": "denial", "links": [ { "kind": "denies", "to": "a" } ] } ] }"#,
    },
    super::cases::Case {
        rule: "STM-003",
        fails: r#"{ "statements": [ { "id": "s", "act": "commitment", "speakers": [ { "actor": "country:CHN" } ] } ] }"#,
        passes: r#"{ "statements": [ { "id": "s", "act": "commitment", "speakers": [ { "actor": "country:CHN" } ],
                      "addressees": [ "country:GBR" ] } ] }"#,
    },
    super::cases::Case {
        rule: "STM-004",
        fails: r#"{ "statements": [ { "id": "s", "act": "call", "form": "direct-quote" } ] }"#,
        passes: r#"{ "statements": [ { "id": "s", "act": "call", "form": "direct-quote", "texts": [ "No order." ] } ] }"#,
    },
    super::cases::Case {
        rule: "STM-004",
        fails: r#"{ "statements": [ { "id": "s", "act": "call", "form": "paraphrase", "texts": [ "“All of it.”" ] } ] }"#,
        passes: r#"{ "statements": [ { "id": "s", "act": "call", "form": "paraphrase", "texts": [ "“A” and then “B”" ] } ] }"#,
    },
    super::cases::Case {
        rule: "STM-005",
        fails: r#"{ "statements": [ { "id": "s", "act": "call", "form": "direct-quote", "lang": "zh",
                     "texts": [ { "text": "No order.", "lang": "en" } ] } ] }"#,
        passes: r#"{ "statements": [ { "id": "s", "act": "call", "form": "direct-quote", "lang": "zh",
                      "texts": [ { "text": "No order.", "lang": "en", "translator": "the newspaper" } ] } ] }"#,
    },
    super::cases::Case {
        rule: "STM-006",
        fails: r#"{ "tenures": [ { "id": "t", "person": "p", "span": "2013-04/2016-07-19" } ],
                    "statements": [ { "id": "s", "act": "call", "date": "2016-07-20",
                      "speakers": [ { "actor": "person:p", "tenure": "t" } ] } ] }"#,
        passes: r#"{ "tenures": [ { "id": "t", "person": "p", "span": "2013-04/2016-07-19" } ],
                     "statements": [ { "id": "s", "act": "call", "date": "2016-07-19",
                       "speakers": [ { "actor": "person:p", "tenure": "t" } ] } ] }"#,
    },
    super::cases::Case {
        rule: "STM-006",
        fails: r#"{ "tenures": [ { "id": "t", "person": "p", "span": "2013/2016" } ],
                    "statements": [ { "id": "s", "act": "call", "speakers": [ { "actor": "person:q", "tenure": "t" } ] } ] }"#,
        passes: r#"{ "tenures": [ { "id": "t", "person": "p", "span": "2013/2016" } ],
                     "statements": [ { "id": "s", "act": "call", "speakers": [ { "actor": "person:p", "tenure": "t" } ] } ] }"#,
    },
    super::cases::Case {
        rule: "STM-007",
        fails: r#"{ "tenures": [ { "id": "t", "person": "p", "span": "2013-04/2016" } ],
                    "statements": [ { "id": "s", "act": "call", "date": "2013-04-02",
                      "speakers": [ { "actor": "person:p", "tenure": "t" } ] } ] }"#,
        passes: r#"{ "tenures": [ { "id": "t", "person": "p", "span": "2013-04/2016" } ],
                     "statements": [ { "id": "s", "act": "call", "date": "2013-05-02",
                       "speakers": [ { "actor": "person:p", "tenure": "t" } ] } ] }"#,
    },
    super::cases::Case {
        rule: "STM-008",
        fails: r#"{ "events": [ { "id": "e", "kind": "forum", "sittings": [ { "span": "2013-10-22/2013-10-25" } ] } ],
                    "statements": [ { "id": "s", "act": "call", "event": "e", "date": "2013-10-26" } ] }"#,
        passes: r#"{ "events": [ { "id": "e", "kind": "forum", "sittings": [ { "span": "2013-10-22/2013-10-25" } ] } ],
                     "statements": [ { "id": "s", "act": "call", "event": "e", "date": "2013-10-25" },
                                     { "id": "w", "act": "call", "event": "e", "date": "2013-11-02", "delivery": "in-writing" } ] }"#,
    },
    super::cases::Case {
        rule: "STM-009",
        fails: r#"{ "statements": [ { "id": "s", "act": "call", "date": "2013-09-09",
                      "speakers": [ { "actor": "unnamed:not-stated", "on_behalf_of": [ "country:SUN" ] } ] } ] }"#,
        passes: r#"{ "statements": [ { "id": "s", "act": "call", "date": "1989-09-09",
                       "speakers": [ { "actor": "unnamed:not-stated", "on_behalf_of": [ "country:SUN" ] } ] } ] }"#,
    },
    super::cases::Case {
        rule: "STM-016",
        fails: r#"{ "posts": [ { "id": "d", "agency": "siio", "names": [ "Director" ] } ],
                    "tenures": [ { "id": "t", "person": "p", "post": "d" } ],
                    "statements": [ { "id": "s", "act": "call",
                      "speakers": [ { "actor": "person:p", "tenure": "t", "printed": "Deputy Director" } ] } ] }"#,
        passes: r#"{ "posts": [ { "id": "d", "agency": "siio", "names": [ "Director" ] } ],
                     "tenures": [ { "id": "t", "person": "p", "post": "d" } ],
                     "statements": [ { "id": "s", "act": "call",
                       "speakers": [ { "actor": "person:p", "tenure": "t", "printed": "the director of the office" } ] } ] }"#,
    },
    super::cases::Case {
        rule: "STM-017",
        fails: r#"{ "agencies": [ { "id": "siio", "kind": "information-office", "country": "CHN" } ],
                    "statements": [ { "id": "s", "act": "call",
                      "speakers": [ { "actor": "agency:siio", "on_behalf_of": [ "country:GBR" ] } ] } ] }"#,
        passes: r#"{ "agencies": [ { "id": "siio", "kind": "information-office", "country": "CHN" } ],
                     "statements": [ { "id": "s", "act": "call",
                       "speakers": [ { "actor": "agency:siio", "on_behalf_of": [ "country:CHN", "group:brics" ] } ] } ] }"#,
    },
];
