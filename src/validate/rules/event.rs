//! EVT: single events: dates against parent and status, hosts, and the tenures in which people take part.

use super::days::Days;
use super::{Family, path};
use crate::actor::{Actor, Agency};
use crate::country::Country;
use crate::dataset::Dataset;
use crate::event::{Event, EventKind, EventStatus, Participant};
use crate::finding::{Detail, Path, Rule, Severity, Sink};
use crate::name::{Name, NameKind};
use crate::time::{Bound, Span};
use crate::validate::Limits;

pub(super) const FAMILY: Family = Family {
    rules: &[
        OUTSIDE_PARENT,
        NOT_YET_HELD,
        STILL_PLANNED,
        HOST,
        HOST_BODY,
        TENURE_DATE,
        TENURE_PERSON,
    ],
    check,
};

const OUTSIDE_PARENT: Rule = Rule::new(
    "EVT-002",
    Severity::Error,
    "A part of an event meets between the first and the last day of the whole",
    "Reported where a sitting of the part certainly starts before or ends after everything that the sittings of the \
     event it belongs to leave possible; the time between two sittings counts as inside. Where that event has no \
     sittings, the next one above decides. A day zero, a side event, a resumed session and an exhibition may lie outside. \
     What was cancelled or postponed has no dates to compare.",
);

const NOT_YET_HELD: Rule = Rule::new(
    "EVT-006",
    Severity::Error,
    "An event that was held does not lie in the future",
    "Its first sitting certainly starts after the as-of date, so it cannot have taken place. An event is held where \
     its record gives no other status.",
);

const STILL_PLANNED: Rule = Rule::new(
    "EVT-007",
    Severity::Warning,
    "An event that was planned is settled soon after its date",
    "Its last sitting certainly ended more than `planned_grace` days before the as-of date, 90 unless the profile says \
     otherwise, and it still counts as planned or confirmed: the source was not looked at again.",
);

const HOST: Rule = Rule::new(
    "EVT-008",
    Severity::Warning,
    "An event has a host, and a bilateral one a host from each side",
    "A host is a participant in the role of host or co-host; an organiser or a convener is none. Parts of an event have \
     the hosts of the whole. The hosts of a bilateral dialogue come from two countries: a country itself, that of an \
     agency, or that of the agency at which a person holds the tenure given. Where the country of a host is not known, \
     as of an international body, the sides are not counted.",
);

const HOST_BODY: Rule = Rule::new(
    "EVT-013",
    Severity::Warning,
    "A host exists at the date, under the name that is printed",
    "The agency certainly existed on no day of the event; or the name with which the source prints it is one that it \
     certainly had on none of them. A printed name that the agency never had is not judged, because it may be a short \
     form or a description.",
);

const TENURE_DATE: Rule = Rule::new(
    "EVT-014",
    Severity::Warning,
    "A participant's tenure covers the event",
    "Reported where the tenure certainly covers no day of any sitting; somebody who left office between two days of a \
     meeting may have come on the first.",
);

const TENURE_PERSON: Rule = Rule::new(
    "EVT-016",
    Severity::Error,
    "A participant's tenure is their own",
    "The tenure of a participation belongs to the person who took part. A participant who is no person holds none.",
);

fn check(dataset: &Dataset, limits: &Limits, sink: &mut Sink) {
    for event in dataset.events() {
        hosts(dataset, event, sink);
        tenures_are_their_own(dataset, event, sink);
        // Without sittings an event has no dates.
        let Some(days) = Days::hull(event.sittings.iter().map(|sitting| &sitting.span)) else {
            continue;
        };
        status(event, days, limits, sink);
        if keeps_its_dates(event) {
            lies_within_parent(dataset, event, sink);
            for (i, participant) in event.participants.iter().enumerate() {
                host_body(dataset, event, i, participant, sink);
                tenure_date(dataset, event, i, participant, sink);
            }
        }
    }
}

/// Whether the dates of the record are those on which it met or is to meet.
pub(super) fn keeps_its_dates(event: &Event) -> bool {
    !matches!(event.status, EventStatus::Cancelled | EventStatus::Postponed)
}

fn status(event: &Event, days: Days, limits: &Limits, sink: &mut Sink) {
    let as_of = sink.as_of();
    let days_ago = as_of.signed_duration_since(days.last_end).num_days();
    match event.status {
        EventStatus::Held if days.first_start > as_of => sink.report(NOT_YET_HELD, || {
            let message = format!("counts as held, but does not start before {}", days.first_start);
            Detail::new(path(event).field("status"), message)
                .help("set `status` to `planned` or `confirmed`")
                .param("start", days.first_start.to_string())
        }),
        EventStatus::Planned | EventStatus::Confirmed if days_ago > limits.planned_grace => {
            sink.report(STILL_PLANNED, || {
                let message = format!(
                    "still {}, {days_ago} days after its last day {}",
                    event.status, days.last_end
                );
                Detail::new(path(event).field("status"), message)
                    .help("find out whether it took place, or set `status` to `unverified`")
                    .param("end", days.last_end.to_string())
                    .param("days", days_ago)
            });
        }
        _ => {}
    }
}

/// The nearest event above with sittings, and its days. Stops where a part may lie anywhere.
fn whole<'a>(dataset: &'a Dataset, event: &'a Event) -> Option<(&'a Event, Days)> {
    for above in dataset.with_parents(event).skip(1) {
        if !keeps_its_dates(above) {
            return None;
        }
        if !above.sittings.is_empty() {
            let days = Days::hull(above.sittings.iter().map(|sitting| &sitting.span))?;
            return Some((above, days));
        }
        if above.kind.may_lie_outside_parent() {
            return None;
        }
    }
    None
}

fn lies_within_parent(dataset: &Dataset, event: &Event, sink: &mut Sink) {
    if event.kind.may_lie_outside_parent() {
        return;
    }
    let Some((whole, hull)) = whole(dataset, event) else { return };
    for (i, sitting) in event.sittings.iter().enumerate() {
        let Some(days) = Days::of(&sitting.span) else { continue };
        let (ends, limit) = if days.last_start < hull.first_start {
            ("does not start before", hull.first_start)
        } else if days.first_end > hull.last_end {
            ("is over after", hull.last_end)
        } else {
            continue;
        };
        sink.report(OUTSIDE_PARENT, || {
            let message = format!("meets {}, but `{}` {ends} {limit}", sitting.span, whole.id);
            let at = path(event).field("sittings").at(i).field("span");
            Detail::new(at, message)
                .help("where it may lie outside, its kind is day-zero, side-event, resumed-session or exhibition")
                .param("span", sitting.span.to_string())
                .param("limit", limit.to_string())
                .see(path(whole))
        });
    }
}

fn hosts(dataset: &Dataset, event: &Event, sink: &mut Sink) {
    if event.parent.is_none() && event.hosts().next().is_none() {
        sink.report(HOST, || {
            Detail::new(path(event).field("participants"), "the event has no host")
                .help("add a participant with the role `host`, or several with `co-host`")
        });
    }
    if event.kind == EventKind::BilateralDialogue
        && let Some(side) = only_side(dataset, event)
    {
        sink.report(HOST, || {
            let message = format!("every host of the bilateral dialogue is of {}", side.alpha3());
            Detail::new(path(event).field("participants"), message)
                .help("add the host from the other side")
                .param("country", side.alpha3())
        });
    }
}

/// The country of all hosts, where it is the same one and every one is known.
fn only_side(dataset: &Dataset, event: &Event) -> Option<Country> {
    let mut sides =
        event.participants.iter().filter(|p| p.role.is_host()).map(|host| match &host.actor {
            Actor::Country(country) => Some(*country),
            Actor::Agency(id) => dataset.get(id)?.country,
            Actor::Person(_) => dataset.agency_of(dataset.get(host.tenure.as_ref()?)?)?.country,
            Actor::Group(_) | Actor::Coalition(_) | Actor::Unnamed(_) => None,
        });
    let first = sides.next()??;
    sides.all(|side| side == Some(first)).then_some(first)
}

/// Whether a span certainly covers no day of an event.
fn misses(span: &Span, event: &Event) -> bool {
    // What has not begun yet may have begun by the time of an event to come.
    let may_come = span.start() == Bound::NotYet && event.status != EventStatus::Held;
    !may_come && event.sittings.iter().all(|sitting| sitting.span.overlaps(span).is_no())
}

fn dates(event: &Event) -> String {
    let spans: Vec<String> =
        event.sittings.iter().map(|sitting| sitting.span.to_string()).collect();
    spans.join(", ")
}

fn at(event: &Event, i: usize, field: &str) -> Path {
    path(event).field("participants").at(i).field(field)
}

fn host_body(dataset: &Dataset, event: &Event, i: usize, host: &Participant, sink: &mut Sink) {
    let Actor::Agency(id) = &host.actor else { return };
    if !host.role.is_host() {
        return;
    }
    let Some(agency) = dataset.get(id) else { return };
    if misses(&agency.span, event) {
        sink.report(HOST_BODY, || {
            let message =
                format!("`{id}` ({}) did not exist at the date, {}", agency.span, dates(event));
            Detail::new(at(event, i, "actor"), message)
                .help("name the body that preceded or followed it, or correct the span")
                .param("agency", id.as_str())
                .param("span", agency.span.to_string())
                .see(path(agency))
        });
    } else if let Some(printed) = &host.printed
        && let Some(name) = out_of_use(agency, printed, event)
    {
        sink.report(HOST_BODY, || {
            let then = agency.names.iter().find(|other| {
                other.kind == NameKind::Official
                    && other.lang == name.lang
                    && !misses(&other.span, event)
            });
            let mut message = format!(
                "`{id}` was not called \"{printed}\" ({}) at the date, {}",
                name.span,
                dates(event)
            );
            if let Some(then) = then {
                message = format!("{message}, but \"{then}\"");
            }
            let detail = Detail::new(at(event, i, "printed"), message)
                .help("keep it where the source prints so, or correct the span of the name")
                .param("printed", printed.as_str())
                .see(path(agency));
            match then {
                Some(then) => detail.param("name", then.text.as_str()),
                None => detail,
            }
        });
    }
}

/// The official name that is printed, where the agency certainly had it at another time only.
fn out_of_use<'a>(agency: &'a Agency, printed: &str, event: &Event) -> Option<&'a Name> {
    let mut printed = agency.names.iter().filter(|name| name.text == printed).peekable();
    printed.peek()?;
    let mut official = None;
    for name in printed {
        if !misses(&name.span, event) {
            return None;
        }
        if name.kind == NameKind::Official {
            official = official.or(Some(name));
        }
    }
    official
}

fn tenures_are_their_own(dataset: &Dataset, event: &Event, sink: &mut Sink) {
    for (i, participant) in event.participants.iter().enumerate() {
        let Some(id) = &participant.tenure else { continue };
        let person = match &participant.actor {
            Actor::Person(person) => Some(person),
            Actor::Country(_)
            | Actor::Group(_)
            | Actor::Agency(_)
            | Actor::Coalition(_)
            | Actor::Unnamed(_) => None,
        };
        let Some(tenure) = dataset.get(id) else { continue };
        if person != Some(&tenure.person) {
            sink.report(TENURE_PERSON, || {
                let message = format!(
                    "the tenure `{id}` is that of `{}`, not of `{}`",
                    tenure.person, participant.actor
                );
                Detail::new(at(event, i, "tenure"), message)
                    .param("tenure", id.as_str())
                    .param("person", tenure.person.as_str())
                    .see(path(tenure))
            });
        }
    }
}

fn tenure_date(
    dataset: &Dataset,
    event: &Event,
    i: usize,
    participant: &Participant,
    sink: &mut Sink,
) {
    let Some(tenure) = participant.tenure.as_ref().and_then(|id| dataset.get(id)) else { return };
    let is_theirs = matches!(&participant.actor, Actor::Person(person) if *person == tenure.person);
    if is_theirs && misses(&tenure.span, event) {
        sink.report(TENURE_DATE, || {
            let message = format!(
                "the tenure `{}` ({}) does not cover the event, {}",
                tenure.id,
                tenure.span,
                dates(event)
            );
            Detail::new(at(event, i, "tenure"), message)
                .help("name the tenure of that time, or leave it out")
                .param("tenure", tenure.id.as_str())
                .param("span", tenure.span.to_string())
                .see(path(tenure))
        });
    }
}

#[cfg(test)]
pub(super) const CASES: &[super::cases::Case] = &[
    super::cases::Case {
        rule: "EVT-002",
        // The eighteenth IGF met from 8 to 12 October 2023.
        fails: r#"{ "events": [ { "id": "igf-18", "kind": "forum", "sittings": [ { "span": "2023-10-08/2023-10-12" } ] },
                                { "id": "closing", "kind": "ceremony", "parent": "igf-18", "sittings": [ { "span": "2023-10-13" } ] } ] }"#,
        passes: r#"{ "events": [ { "id": "igf-18", "kind": "forum", "sittings": [ { "span": "2023-10-08/2023-10-12" } ] },
                                 { "id": "closing", "kind": "ceremony", "parent": "igf-18", "sittings": [ { "span": "2023-10-12" } ] } ] }"#,
    },
    super::cases::Case {
        rule: "EVT-002",
        // Counted from the opening ceremony, the forum leaves its day zero outside.
        fails: r#"{ "events": [ { "id": "igf-18", "kind": "forum", "sittings": [ { "span": "2023-10-09/2023-10-12" } ] },
                                { "id": "zero", "kind": "session", "parent": "igf-18", "sittings": [ { "span": "2023-10-08" } ] } ] }"#,
        passes: r#"{ "events": [ { "id": "igf-18", "kind": "forum", "sittings": [ { "span": "2023-10-09/2023-10-12" } ] },
                                 { "id": "zero", "kind": "day-zero", "parent": "igf-18", "sittings": [ { "span": "2023-10-08" } ] } ] }"#,
    },
    super::cases::Case {
        rule: "EVT-002",
        // The day between is inside, and a session of a session is judged by the days of the whole.
        fails: r#"{ "events": [ { "id": "wsis", "kind": "summit", "sittings": [ { "span": "2003-12-10/2003-12-12" }, { "span": "2005-11-16/2005-11-18" } ] },
                                { "id": "track", "kind": "session", "parent": "wsis" },
                                { "id": "talk", "kind": "session", "parent": "track", "sittings": [ { "span": "2006" } ] } ] }"#,
        passes: r#"{ "events": [ { "id": "wsis", "kind": "summit", "sittings": [ { "span": "2003-12-10/2003-12-12" }, { "span": "2005-11-16/2005-11-18" } ] },
                                 { "id": "track", "kind": "session", "parent": "wsis" },
                                 { "id": "talk", "kind": "session", "parent": "track", "sittings": [ { "span": "2004" } ] } ] }"#,
    },
    super::cases::Case {
        rule: "EVT-006",
        fails: r#"{ "events": [ { "id": "e", "kind": "forum", "sittings": [ { "span": "2026-11" } ] } ] }"#,
        passes: r#"{ "events": [ { "id": "e", "kind": "forum", "sittings": [ { "span": "2026-11" } ], "status": "planned" } ] }"#,
    },
    super::cases::Case {
        rule: "EVT-006",
        fails: r#"{ "events": [ { "id": "e", "kind": "forum", "sittings": [ { "span": "2026-01-02" } ] } ] }"#,
        // It may have been on New Year's Day, the as-of date.
        passes: r#"{ "events": [ { "id": "e", "kind": "forum", "sittings": [ { "span": "2026" } ] } ] }"#,
    },
    super::cases::Case {
        rule: "EVT-007",
        // The plan for the fifteenth IGF, which a list never corrected.
        fails: r#"{ "events": [ { "id": "igf-15", "kind": "forum", "status": "planned",
                                  "sittings": [ { "span": "2020-11-02/2020-11-06", "city": "Katowice", "country": "POL" } ] } ] }"#,
        passes: r#"{ "events": [ { "id": "igf-15", "kind": "forum", "status": "cancelled",
                                   "sittings": [ { "span": "2020-11-02/2020-11-06", "city": "Katowice", "country": "POL" } ] } ] }"#,
    },
    super::cases::Case {
        rule: "EVT-007",
        fails: r#"{ "events": [ { "id": "e", "kind": "forum", "status": "confirmed", "sittings": [ { "span": "2025-10-02" } ] } ] }"#,
        passes: r#"{ "events": [ { "id": "e", "kind": "forum", "status": "confirmed", "sittings": [ { "span": "2025-10-03" } ] } ] }"#,
    },
    super::cases::Case {
        rule: "EVT-008",
        fails: r#"{ "events": [ { "id": "e", "kind": "forum", "participants": [ { "actor": "country:JPN", "role": "organizer" } ] } ] }"#,
        passes: r#"{ "events": [ { "id": "e", "kind": "forum", "participants": [ { "actor": "country:JPN", "role": "host" } ] },
                                 { "id": "s", "kind": "session", "parent": "e" } ] }"#,
    },
    super::cases::Case {
        rule: "EVT-008",
        fails: r#"{ "agencies": [ { "id": "siio", "kind": "information-office", "country": "CHN" }, { "id": "dcms", "kind": "ministry", "country": "GBR" } ],
                    "events": [ { "id": "e", "kind": "bilateral-dialogue", "participants": [ { "actor": "agency:siio", "role": "host" } ] } ] }"#,
        passes: r#"{ "agencies": [ { "id": "siio", "kind": "information-office", "country": "CHN" }, { "id": "dcms", "kind": "ministry", "country": "GBR" } ],
                     "events": [ { "id": "e", "kind": "bilateral-dialogue", "participants": [ { "actor": "agency:siio", "role": "co-host" },
                                                                                              { "actor": "agency:dcms", "role": "co-host" } ] } ] }"#,
    },
    super::cases::Case {
        rule: "EVT-013",
        // The office was founded in May 2011.
        fails: r#"{ "agencies": [ { "id": "siio", "kind": "information-office", "span": "2011-05/.." } ],
                    "events": [ { "id": "e", "kind": "roundtable", "sittings": [ { "span": "2010-11-22" } ],
                                  "participants": [ { "actor": "agency:siio", "role": "co-host" } ] } ] }"#,
        passes: r#"{ "agencies": [ { "id": "siio", "kind": "information-office", "span": "2011-05/.." } ],
                     "events": [ { "id": "e", "kind": "roundtable", "sittings": [ { "span": "2011-05-01" } ],
                                   "participants": [ { "actor": "agency:siio", "role": "co-host" } ] } ] }"#,
    },
    super::cases::Case {
        rule: "EVT-013",
        fails: r#"{ "agencies": [ { "id": "siio", "kind": "information-office", "names": [
                      { "text": "State Internet Information Office", "lang": "en", "span": "2011-05/2014-05~" },
                      { "text": "Cyberspace Administration of China", "lang": "en", "span": "2014-05~/.." } ] } ],
                    "events": [ { "id": "e", "kind": "roundtable", "sittings": [ { "span": "2015-10-19" } ], "participants": [
                      { "actor": "agency:siio", "role": "co-host", "printed": "State Internet Information Office" } ] } ] }"#,
        passes: r#"{ "agencies": [ { "id": "siio", "kind": "information-office", "names": [
                       { "text": "State Internet Information Office", "lang": "en", "span": "2011-05/2014-05~" },
                       { "text": "Cyberspace Administration of China", "lang": "en", "span": "2014-05~/.." } ] } ],
                     "events": [ { "id": "e", "kind": "roundtable", "sittings": [ { "span": "2015-10-19" } ], "participants": [
                       { "actor": "agency:siio", "role": "co-host", "printed": "Cyberspace Administration of China" } ] } ] }"#,
    },
    super::cases::Case {
        rule: "EVT-014",
        fails: r#"{ "tenures": [ { "id": "t", "person": "lu-wei", "post": "head", "span": "2013-04/2016-07-19" } ],
                    "events": [ { "id": "e", "kind": "roundtable", "sittings": [ { "span": "2011-09-29" } ],
                                  "participants": [ { "actor": "person:lu-wei", "role": "keynote", "tenure": "t" } ] } ] }"#,
        passes: r#"{ "tenures": [ { "id": "t", "person": "lu-wei", "post": "head", "span": "2013-04/2016-07-19" } ],
                     "events": [ { "id": "e", "kind": "roundtable", "sittings": [ { "span": "2013-09-09" } ],
                                   "participants": [ { "actor": "person:lu-wei", "role": "keynote", "tenure": "t" } ] } ] }"#,
    },
    super::cases::Case {
        rule: "EVT-014",
        fails: r#"{ "tenures": [ { "id": "t", "person": "p", "post": "head", "span": "2009/2009-07-21" } ],
                    "events": [ { "id": "e", "kind": "roundtable", "sittings": [ { "span": "2009-07-22/2009-07-23" } ],
                                  "participants": [ { "actor": "person:p", "role": "speaker", "tenure": "t" } ] } ] }"#,
        passes: r#"{ "tenures": [ { "id": "t", "person": "p", "post": "head", "span": "2009/2009-07-22" } ],
                     "events": [ { "id": "e", "kind": "roundtable", "sittings": [ { "span": "2009-07-22/2009-07-23" } ],
                                   "participants": [ { "actor": "person:p", "role": "speaker", "tenure": "t" } ] } ] }"#,
    },
    super::cases::Case {
        rule: "EVT-016",
        fails: r#"{ "tenures": [ { "id": "t", "person": "wang-chen", "post": "head", "span": "2011-05/2013" } ],
                    "events": [ { "id": "e", "kind": "roundtable", "participants": [ { "actor": "person:lu-wei", "role": "keynote", "tenure": "t" } ] } ] }"#,
        passes: r#"{ "tenures": [ { "id": "t", "person": "wang-chen", "post": "head", "span": "2011-05/2013" } ],
                     "events": [ { "id": "e", "kind": "roundtable", "participants": [ { "actor": "person:wang-chen", "role": "keynote", "tenure": "t" } ] } ] }"#,
    },
    super::cases::Case {
        rule: "EVT-016",
        fails: r#"{ "tenures": [ { "id": "t", "person": "p", "post": "head" } ],
                    "events": [ { "id": "e", "kind": "forum", "participants": [ { "actor": "agency:a", "role": "host", "tenure": "t" } ] } ] }"#,
        passes: r#"{ "tenures": [ { "id": "t", "person": "p", "post": "head" } ],
                     "events": [ { "id": "e", "kind": "forum", "participants": [ { "actor": "agency:a", "role": "host" } ] } ] }"#,
    },
];

#[cfg(test)]
mod tests {

    use crate::validate::rules::cases::report;

    #[test]
    fn a_part_outside_names_the_end_that_it_crosses() {
        let report = report(
            r#"{ "events": [ { "id": "igf-18", "kind": "forum", "sittings": [ { "span": "2023-10-08/2023-10-12" } ] },
                             { "id": "x", "kind": "session", "parent": "igf-18",
                               "sittings": [ { "span": "2023-10-12" }, { "span": "2023-10-12/2023-10-13" } ] } ] }"#,
        );
        let finding = report.of_rule("EVT-002").next().unwrap();
        assert_eq!(finding.path().as_str(), "events[x].sittings[1].span");
        assert_eq!(
            finding.message(),
            "meets 2023-10-12/2023-10-13, but `igf-18` is over after 2023-10-12"
        );
        assert_eq!(report.count_of("EVT-002"), 1);
    }

    #[test]
    fn dates_that_may_be_wrong_and_circles_decide_nothing() {
        let report = report(
            r#"{ "events": [ { "id": "a", "kind": "forum", "sittings": [ { "span": "2023-10-08?" } ] },
                             { "id": "b", "kind": "session", "parent": "a", "sittings": [ { "span": "2023-10-12" } ] },
                             { "id": "c", "kind": "session", "parent": "d" },
                             { "id": "d", "kind": "session", "parent": "c" },
                             { "id": "e", "kind": "session", "parent": "d", "sittings": [ { "span": "2023-10-12" } ] } ] }"#,
        );
        assert_eq!(report.count_of("EVT-002"), 0);
        assert_eq!(report.count_of("REF-002"), 1);
    }

    #[test]
    fn a_host_under_an_earlier_name_is_told_the_name_of_the_day() {
        let report = report(
            r#"{ "agencies": [ { "id": "siio", "kind": "information-office", "names": [
                   { "text": "国家互联网信息办公室", "lang": "zh" },
                   { "text": "State Internet Information Office", "lang": "en", "span": "2011-05/2014-05~" },
                   { "text": "Cyberspace Administration of China", "lang": "en", "span": "2014-05~/.." } ] } ],
                 "events": [ { "id": "e", "kind": "roundtable", "sittings": [ { "span": "2015-10-19" } ], "participants": [
                   { "actor": "agency:siio", "role": "co-host", "printed": "State Internet Information Office" } ] } ] }"#,
        );
        let finding = report.of_rule("EVT-013").next().unwrap();
        assert_eq!(finding.path().as_str(), "events[e].participants[0].printed");
        assert_eq!(
            finding.message(),
            "`siio` was not called \"State Internet Information Office\" (2011-05/2014-05~) at the date, 2015-10-19, \
             but \"Cyberspace Administration of China\""
        );
    }

    #[test]
    fn a_part_of_an_undated_day_zero_may_lie_outside_too() {
        let count = |kind: &str| {
            report(&format!(
                r#"{{ "events": [
                     {{ "id": "a", "kind": "forum", "sittings": [ {{ "span": "2023-10-09/2023-10-12" }} ] }},
                     {{ "id": "b", "kind": "{kind}", "parent": "a" }},
                     {{ "id": "c", "kind": "workshop", "parent": "b", "sittings": [ {{ "span": "2023-10-08" }} ] }} ] }}"#
            ))
            .count_of("EVT-002")
        };
        assert_eq!((count("session"), count("day-zero")), (1, 0));
    }

    #[test]
    fn dates_that_were_given_up_are_not_compared() {
        let count = |whole: &str, part: &str| {
            report(&format!(
                r#"{{ "events": [
                     {{ "id": "a", "kind": "forum", "status": "{whole}", "sittings": [ {{ "span": "2020-11-02/2020-11-06" }} ] }},
                     {{ "id": "b", "kind": "session", "status": "{part}", "parent": "a", "sittings": [ {{ "span": "2020-11-17" }} ] }} ] }}"#
            ))
            .count_of("EVT-002")
        };
        assert_eq!(count("held", "held"), 1);
        assert_eq!(count("postponed", "held"), 0);
        assert_eq!(count("held", "cancelled"), 0);
    }

    #[test]
    fn a_host_to_be_may_host_what_is_planned() {
        let count = |status: &str| {
            report(&format!(
                r#"{{ "agencies": [ {{ "id": "a", "kind": "ministry", "span": "not-yet" }} ],
                     "events": [ {{ "id": "e", "kind": "forum", "status": "{status}", "sittings": [ {{ "span": "2027" }} ],
                                   "participants": [ {{ "actor": "agency:a", "role": "host" }} ] }} ] }}"#
            ))
            .count_of("EVT-013")
        };
        assert_eq!((count("planned"), count("held")), (0, 1));
    }

    #[test]
    fn an_international_host_may_be_the_other_side() {
        let report = report(
            r#"{ "agencies": [ { "id": "eeas", "kind": "igo" } ],
                 "events": [ { "id": "e", "kind": "bilateral-dialogue", "participants": [
                   { "actor": "country:CHN", "role": "co-host" }, { "actor": "agency:eeas", "role": "co-host" } ] } ] }"#,
        );
        assert_eq!(report.count_of("EVT-008"), 0);
    }

    #[test]
    fn a_stale_plan_counts_its_days() {
        let report = report(
            r#"{ "events": [ { "id": "igf-15", "kind": "forum", "status": "planned", "sittings": [ { "span": "2020-11-02/2020-11-06" } ] } ] }"#,
        );
        let finding = report.of_rule("EVT-007").next().unwrap();
        // 56 days to New Year's Day 2021, then five years with one leap day.
        assert_eq!(finding.message(), "still planned, 1882 days after its last day 2020-11-06");
    }
}
