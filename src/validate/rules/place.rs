//! EVT: where events met.

use std::collections::HashMap;

use super::{Family, path};
use crate::country::Country;
use crate::dataset::Dataset;
use crate::event::{Event, EventStatus, Mode, Sitting};
use crate::finding::{Detail, Path, Rule, Severity, Sink};
use crate::validate::Limits;

pub(super) const FAMILY: Family = Family { rules: &[PLACE, MODE], check };

const PLACE: Rule = Rule::new(
    "EVT-009",
    Severity::Warning,
    "A city lies in the country that is stated, and a part of an event meets where the whole does",
    "The city is the capital of another member of the United Nations, and no region says that another town of the name \
     is meant; or another sitting has the same city in another country, and neither a region. The sitting of a part \
     is in another country or city than every sitting of the event it belongs to; a day zero, a side event, a resumed \
     session and an exhibition may be. What is said more precisely is no other place, and what met online was nowhere.",
);

const MODE: Rule = Rule::new(
    "EVT-010",
    Severity::Warning,
    "Who met in person met somewhere, and who met online in no venue",
    "A sitting of an event that was held is in person or hybrid and has neither venue nor city, region or country; or it \
     is online and has a venue. The city of an online event is that of its host.",
);

fn check(dataset: &Dataset, _: &Limits, sink: &mut Sink) {
    let capitals = capitals();
    let mut cities: HashMap<&str, Vec<Seen<'_>>> = HashMap::new();
    for event in dataset.events() {
        let whole = whole(dataset, event);
        for (i, sitting) in event.sittings.iter().enumerate() {
            let at = || path(event).field("sittings").at(i);
            mode(event, sitting, at, sink);
            if let (Some(city), Some(country)) = (sitting.city.as_deref(), sitting.country) {
                let seen = Seen { country, region: sitting.region.as_deref(), event, at: i };
                if let Some(capital) = elsewhere(&capitals, city, &seen) {
                    sink.report(PLACE, || {
                        Detail::new(at(), format!("{city} is the capital of {capital}, not in {country}"))
                            .help("correct the country, or add the `region` where another town of the name is meant")
                            .param("city", city)
                            .param("country", country.as_str())
                            .param("capital_of", capital.as_str())
                    });
                } else {
                    twice(city, seen, &mut cities, sink);
                }
            }
            if let Some(whole) = whole.filter(|whole| is_elsewhere(sitting, whole)) {
                sink.report(PLACE, || {
                    let message =
                        format!("meets in {}, where `{}` did not meet", in_words(sitting), whole.id);
                    Detail::new(at(), message)
                        .help("where it may lie outside, its kind is day-zero, side-event, resumed-session or exhibition")
                        .param("place", in_words(sitting))
                        .see(path(whole))
                });
            }
        }
    }
}

/// A city of a sitting, as stated.
struct Seen<'a> {
    country: Country,
    region: Option<&'a str>,
    event: &'a Event,
    at: usize,
}

/// The members of the United Nations by their capitals.
fn capitals() -> HashMap<&'static str, Vec<Country>> {
    let mut capitals: HashMap<&str, Vec<Country>> = HashMap::new();
    for country in Country::current().filter(|country| country.un_member_since().is_some()) {
        if let Some(capital) = country.capital() {
            capitals.entry(capital).or_default().push(country);
        }
    }
    capitals
}

/// The country of which a city is the capital, where that is not the one that is stated.
fn elsewhere(
    capitals: &HashMap<&'static str, Vec<Country>>,
    city: &str,
    seen: &Seen<'_>,
) -> Option<Country> {
    let of = capitals.get(city)?;
    let there = |country: &Country| {
        // A former country had the capital of one of those that followed.
        *country == seen.country || seen.country.is_former()
    };
    if seen.region.is_some() || of.iter().any(there) { None } else { of.first().copied() }
}

fn twice<'a>(
    city: &'a str,
    seen: Seen<'a>,
    cities: &mut HashMap<&'a str, Vec<Seen<'a>>>,
    sink: &mut Sink,
) {
    let known = cities.entry(city).or_default();
    if known.iter().any(|other| other.country == seen.country && other.region == seen.region) {
        return;
    }
    // A region tells two towns of one name apart, and a former country had the towns of those that followed.
    let bare = |seen: &Seen<'_>| seen.region.is_none() && !seen.country.is_former();
    let other = known.iter().find(|other| other.country != seen.country && bare(other));
    let other = other.filter(|_| bare(&seen));
    if let Some(other) = other {
        sink.report(PLACE, || {
            let message = format!(
                "{city} is in {} here, and in {} at `{}`",
                seen.country, other.country, other.event.id
            );
            Detail::new(path(seen.event).field("sittings").at(seen.at), message)
                .help("correct the country, or add the `region` where these are two towns of the name")
                .param("city", city)
                .param("countries", vec![other.country.as_str(), seen.country.as_str()])
                .see(path(other.event).field("sittings").at(other.at))
        });
    }
    known.push(seen);
}

/// The event above that has sittings, where a part has to meet at its place.
fn whole<'a>(dataset: &'a Dataset, event: &'a Event) -> Option<&'a Event> {
    event.parent.as_ref()?;
    let mut above = dataset.with_parents(event);
    let free = |event: &&Event| event.kind.may_lie_outside_parent();
    let mut last = above.next().filter(|event| !free(event))?;
    for next in above {
        last = next;
        if !last.sittings.is_empty() || free(&last) {
            break;
        }
    }
    (!last.sittings.is_empty() && last.id != event.id).then_some(last)
}

fn is_elsewhere(sitting: &Sitting, whole: &Event) -> bool {
    let online = |sitting: &Sitting| sitting.mode == Some(Mode::Online);
    let differ = |other: &Sitting| {
        let countries = sitting.country.zip(other.country).is_some_and(|(a, b)| a != b);
        let cities = sitting.city.as_ref().zip(other.city.as_ref()).is_some_and(|(a, b)| a != b);
        !online(other) && (countries || cities)
    };
    !online(sitting) && whole.sittings.iter().all(differ)
}

fn in_words(sitting: &Sitting) -> String {
    let country = sitting.country.map(Country::as_str);
    let parts = [sitting.city.as_deref(), sitting.region.as_deref(), country];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn mode(event: &Event, sitting: &Sitting, at: impl FnOnce() -> Path, sink: &mut Sink) {
    let nowhere = sitting.venue.is_none()
        && sitting.city.is_none()
        && sitting.region.is_none()
        && sitting.country.is_none();
    let (field, message) = match sitting.mode {
        Some(mode @ (Mode::InPerson | Mode::Hybrid))
            if nowhere && event.status == EventStatus::Held =>
        {
            ("city", format!("the sitting was {mode}, and no place is given"))
        }
        Some(Mode::Online) if sitting.venue.is_some() => {
            ("venue", "the sitting was online and has a venue".to_owned())
        }
        _ => return,
    };
    sink.report(MODE, || {
        let detail = Detail::new(at().field(field), message);
        if field == "venue" {
            detail.help("set `mode` to `hybrid` where people met in it")
        } else {
            detail
        }
    });
}

#[cfg(test)]
pub(super) const CASES: &[super::cases::Case] = &[
    super::cases::Case {
        rule: "EVT-009",
        fails: r#"{ "events": [ { "id": "e", "kind": "forum", "sittings": [ { "span": "2013-09-09", "city": "London", "country": "CAN" } ] } ] }"#,
        passes: r#"{ "events": [ { "id": "e", "kind": "forum", "sittings": [ { "span": "2013-09-09", "city": "London", "region": "Ontario", "country": "CAN" } ] },
                                 { "id": "f", "kind": "forum", "sittings": [ { "span": "1985", "city": "Moscow", "country": "SUN" }, { "span": "2013", "city": "London", "country": "GBR" } ] } ] }"#,
    },
    super::cases::Case {
        rule: "EVT-009",
        fails: r#"{ "events": [ { "id": "e", "kind": "forum", "sittings": [ { "span": "2003-12", "city": "Geneva", "country": "CHE" } ] },
                                { "id": "f", "kind": "forum", "sittings": [ { "span": "2005", "city": "Geneva", "country": "FRA" } ] } ] }"#,
        passes: r#"{ "events": [ { "id": "e", "kind": "forum", "sittings": [ { "span": "2003-12", "city": "Geneva", "region": "Geneva", "country": "CHE" } ] },
                                 { "id": "f", "kind": "forum", "sittings": [ { "span": "2005", "city": "Geneva", "region": "New York", "country": "USA" } ] } ] }"#,
    },
    super::cases::Case {
        rule: "EVT-009",
        fails: r#"{ "events": [ { "id": "e", "kind": "forum", "sittings": [ { "span": "2005", "city": "Tunis", "country": "TUN" } ] },
                                { "id": "f", "kind": "session", "parent": "e", "sittings": [ { "span": "2005", "city": "Sousse", "country": "TUN" } ] } ] }"#,
        // WSIS met in two cities. A state and a city in it are no two places.
        passes: r#"{ "events": [ { "id": "e", "kind": "summit", "sittings": [ { "span": "2003", "city": "Geneva", "country": "CHE" }, { "span": "2005", "country": "TUN" } ] },
                                 { "id": "f", "kind": "session", "parent": "e", "sittings": [ { "span": "2005", "city": "Tunis", "country": "TUN" } ] },
                                 { "id": "g", "kind": "side-event", "parent": "e", "sittings": [ { "span": "2005", "city": "Paris", "country": "FRA" } ] },
                                 { "id": "h", "kind": "session", "parent": "e", "sittings": [ { "span": "2005", "city": "Paris", "country": "FRA", "mode": "online" } ] } ] }"#,
    },
    super::cases::Case {
        rule: "EVT-010",
        fails: r#"{ "events": [ { "id": "e", "kind": "forum", "sittings": [ { "span": "2013-09-09", "mode": "in-person" } ] } ] }"#,
        passes: r#"{ "events": [ { "id": "e", "kind": "forum", "sittings": [ { "span": "2013-09-09", "mode": "in-person", "country": "GBR" } ] },
                                 { "id": "f", "kind": "forum", "status": "planned", "sittings": [ { "span": "2027", "mode": "in-person" } ] } ] }"#,
    },
    super::cases::Case {
        rule: "EVT-010",
        fails: r#"{ "events": [ { "id": "e", "kind": "forum", "sittings": [ { "span": "2020-11", "mode": "online", "venue": "Spodek" } ] } ] }"#,
        passes: r#"{ "events": [ { "id": "e", "kind": "forum", "sittings": [ { "span": "2020-11", "mode": "online", "city": "Katowice" },
                      { "span": "2021-12", "mode": "hybrid", "venue": "Spodek" } ] } ] }"#,
    },
];
