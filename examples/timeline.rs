//! What happened, and who headed what: everything dated of the records that ship with the crate, between two days.
//!
//! `cargo run --example timeline -- [FROM TO]`
//!
//! FROM and TO are days, months or years; without them it is September to December 2013.
#![allow(clippy::print_stderr)]

use std::io::{self, Write};
use std::process::ExitCode;

use netpolity::actor::{Actor, Agency, Person, PostRank};
use netpolity::dataset::{Occurrence, Turn};
use netpolity::id::Id;
use netpolity::lang::Lang;
use netpolity::name::Name;
use netpolity::time::Tri;
use netpolity::{Country, Dataset, Event, PartialDate, catalogue};

const USAGE: &str = "usage: timeline [FROM TO], such as timeline 2013-09 2013-12";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let dates = match &arguments[..] {
        [] => "2013-09".parse().and_then(|from| Ok((from, "2013-12".parse()?))),
        [from, to] => from.parse().and_then(|from| Ok((from, to.parse()?))),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match dates {
        Ok((from, to)) => written(report(&mut io::stdout().lock(), catalogue::records(), from, to)),
        Err(error) => {
            eprintln!("error: {error}\n{USAGE}");
            ExitCode::from(2)
        }
    }
}

/// A reader that has seen enough, such as `head`, is no error.
fn written(result: io::Result<()>) -> ExitCode {
    match result {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            eprintln!("error: {error}");
            ExitCode::from(2)
        }
        _ => ExitCode::SUCCESS,
    }
}

fn report(
    out: &mut impl Write,
    dataset: &Dataset,
    from: PartialDate,
    to: PartialDate,
) -> io::Result<()> {
    writeln!(out, "What happened from {from} to {to}")?;
    for dated in dataset.timeline_between(from.earliest(), to.latest()) {
        if let Some(text) = in_words(dataset, dated.date, dated.what) {
            writeln!(out, "  {:<11} {text}", dated.date.to_string())?;
        }
    }
    writeln!(out, "\nWho headed what at the end of it")?;
    for post in dataset.posts() {
        let heads = matches!(
            post.rank,
            Some(PostRank::AgencyHead | PostRank::CabinetMinister | PostRank::Chair)
        );
        let holders: Vec<String> = dataset
            .holders_of(&post.id, to)
            .map(|holding| {
                let perhaps = if holding.covers == Tri::Yes { "" } else { ", perhaps" };
                format!("{}{perhaps}", person_name(dataset, &holding.tenure.person))
            })
            .collect();
        if heads && !holders.is_empty() {
            writeln!(out, "  {}: {}", agency_name(dataset, &post.agency, to), holders.join("; "))?;
        }
    }
    Ok(())
}

fn in_words(dataset: &Dataset, date: PartialDate, what: Occurrence<'_>) -> Option<String> {
    let begins = |turn| if turn == Turn::Start { "begins" } else { "ends" };
    Some(match what {
        Occurrence::Sitting(event, sitting) => {
            let country = sitting.country.map(Country::common_name);
            let place: Vec<&str> = sitting.city.as_deref().into_iter().chain(country).collect();
            let place =
                if place.is_empty() { "online or unknown".to_owned() } else { place.join(", ") };
            format!("{} ({}), {place}", event_name(dataset, event), event.status)
        }
        Occurrence::Outcome(event, outcome) => {
            let fate = outcome.fate.map(|fate| format!(", {fate}")).unwrap_or_default();
            format!("{}: {outcome}{fate}", event_name(dataset, event))
        }
        Occurrence::Statement(statement) => {
            let speakers: Vec<String> = statement
                .speakers
                .iter()
                .map(|speaker| actor_name(dataset, &speaker.actor, date))
                .collect();
            format!("{} by {} ({})", statement.act, speakers.join(", "), statement.id)
        }
        Occurrence::Tenure(tenure, turn) => {
            let office = tenure.post.as_ref().and_then(|post| dataset.post(post));
            let office = office.map(|post| first(&post.names)).or(tenure.title.as_deref());
            let agency =
                dataset.agency_of(tenure).map(|agency| agency_name(dataset, &agency.id, date));
            let agency = agency.unwrap_or_default();
            let verb = if turn == Turn::Start { "takes office" } else { "leaves office" };
            format!(
                "{} {verb}: {}, {agency}",
                person_name(dataset, &tenure.person),
                office.unwrap_or_default()
            )
        }
        Occurrence::Agency(agency, turn) => {
            format!("{} {}", agency_name(dataset, &agency.id, date), begins(turn))
        }
        Occurrence::AgencyChange(agency, change) => {
            let others: Vec<&str> = change.from.iter().chain(&change.to).map(Id::as_str).collect();
            let others =
                if others.is_empty() { String::new() } else { format!(" ({})", others.join(", ")) };
            format!("{}: {}{others}", agency_name(dataset, &agency.id, date), change.kind)
        }
        Occurrence::AgencyName(agency, name, turn) => {
            format!("the name {name} of {} {}", agency.id, begins(turn))
        }
        Occurrence::Vote(vote) => format!("vote of {}: {}", vote.body, first(&vote.names)),
        Occurrence::Member(coalition, member, turn) => {
            let verb = if turn == Turn::Start { "joins" } else { "leaves" };
            format!(
                "{} {verb} {}",
                actor_name(dataset, &member.actor, date),
                first(&coalition.names)
            )
        }
        // The rest is there to be asked for, and too much to read here.
        _ => return None,
    })
}

fn event_name(dataset: &Dataset, event: &Event) -> String {
    let series = || {
        let series = dataset.series(event.series.as_ref()?)?;
        let edition = event.edition.map(|edition| format!(" {edition}")).unwrap_or_default();
        Some(format!("{}{edition}", first(&series.names)))
    };
    match event.names.first() {
        Some(name) => name.text.clone(),
        None => series().unwrap_or_else(|| event.id.to_string()),
    }
}

/// What an agency was called in English at a date, or in another language.
fn agency_name(dataset: &Dataset, agency: &Id<Agency>, date: PartialDate) -> String {
    let name = english().and_then(|english| dataset.name_of(agency, date, &english));
    name.map_or_else(|| agency.to_string(), |name| name.name.text.clone())
}

fn actor_name(dataset: &Dataset, actor: &Actor, date: PartialDate) -> String {
    match actor {
        Actor::Country(country) => country.common_name().to_owned(),
        Actor::Agency(agency) => agency_name(dataset, agency, date),
        Actor::Person(id) => person_name(dataset, id),
        other => other.to_string(),
    }
}

/// What a person is called in Latin letters, or else the first name on record.
fn person_name(dataset: &Dataset, id: &Id<Person>) -> String {
    let names = dataset.person(id).map(|person| person.names.as_slice()).unwrap_or_default();
    let latin = names.iter().find(|name| name.text.chars().any(|c| c.is_ascii_alphabetic()));
    latin.or(names.first()).map_or_else(|| id.to_string(), |name| name.text.clone())
}

fn english() -> Option<Lang> {
    "en".parse().ok()
}

fn first(names: &[Name]) -> &str {
    names.first().map_or("", |name| &name.text)
}
