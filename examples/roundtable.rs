//! The China-UK Internet Roundtable of 2013, from the embedded dataset: the meeting, who said what, what the figures
//! amount to, and what a check of the dataset finds.
//!
//! `cargo run --example roundtable`
#![allow(clippy::print_stdout)]

use std::collections::BTreeMap;
use std::error::Error;

use netpolity::actor::Actor;
use netpolity::quantity::{Interval, Quantity, Tolerance};
use netpolity::statement::{Act, Speaker, Statement};
use netpolity::stats::{Refusal, offline_population_from_share, rate_per};
use netpolity::validate::Profile;
use netpolity::{Dataset, PartialDate, catalogue};

fn main() -> Result<(), Box<dyn Error>> {
    let dataset = catalogue::roundtable_2013();
    meeting(dataset)?;
    statements(dataset)?;
    figures(dataset)?;
    checks(dataset)
}

fn heading(text: &str) {
    println!("\n{text}\n{}", "=".repeat(text.chars().count()));
}

fn meeting(dataset: &Dataset) -> Result<(), Box<dyn Error>> {
    let event = dataset.event("china-uk-5").ok_or("the dataset has the roundtable")?;
    heading(&event.names[0].text);
    let date = event.sittings[0].span.start().date().ok_or("the roundtable is dated")?;
    let weekday = date.weekday().map(|day| format!("{day}, ")).unwrap_or_default();
    println!("{weekday}{date}, {}", event.sittings[0].city.as_deref().unwrap_or("place not known"));
    for participant in &event.participants {
        let printed = participant
            .printed
            .as_ref()
            .map(|p| format!(", printed as \"{p}\""))
            .unwrap_or_default();
        println!("  {:<8} {}{printed}", participant.role, name(dataset, &participant.actor, date)?);
    }
    for headcount in &event.headcounts {
        println!("  {headcount} people");
    }
    let sessions: Vec<&str> =
        dataset.parts_of(&event.id).map(|part| part.names[0].text.as_str()).collect();
    println!("  sessions: {}", sessions.join("; "));
    for attestation in &event.attests {
        let agreement = dataset.agreement(event, attestation, &Tolerance::default());
        println!("  source {} names other hosts: {agreement}", attestation.cite);
    }
    Ok(())
}

fn statements(dataset: &Dataset) -> Result<(), Box<dyn Error>> {
    heading("Who said what");
    let mut by_act: BTreeMap<Act, Vec<&Statement>> = BTreeMap::new();
    for statement in dataset.statements() {
        by_act.entry(statement.act).or_default().push(statement);
    }
    for (act, statements) in by_act {
        println!("\n{act} ({})", act.class());
        for statement in statements {
            let speakers =
                statement.speakers.iter().map(|speaker| who(dataset, statement, speaker));
            let speakers = speakers.collect::<Result<Vec<_>, _>>()?.join(" and ");
            let text = statement.texts.first().map_or("", |text| text.text.as_str());
            println!("  {speakers}: {text}");
        }
    }
    Ok(())
}

/// The speaker by name, with the words of the source where there is no name.
fn who(
    dataset: &Dataset,
    statement: &Statement,
    speaker: &Speaker,
) -> Result<String, Box<dyn Error>> {
    let date = statement.date.unwrap_or(PartialDate::from_year(2013)?);
    match (&speaker.actor, &speaker.printed) {
        (Actor::Unnamed(reason), Some(printed)) => Ok(format!("\"{printed}\" ({reason})")),
        (Actor::Unnamed(reason), None) => Ok(format!("somebody unnamed ({reason})")),
        (actor, _) => name(dataset, actor, date),
    }
}

fn name(dataset: &Dataset, actor: &Actor, date: PartialDate) -> Result<String, Box<dyn Error>> {
    let english = "en".parse()?;
    Ok(match actor {
        Actor::Country(country) => country.short_name().to_owned(),
        Actor::Agency(id) => dataset
            .name_of(id, date, &english)
            .map_or(id.to_string(), |found| found.name.text.clone()),
        Actor::Person(id) => {
            let names =
                dataset.person(id).map(|person| person.names.as_slice()).unwrap_or_default();
            let latin = names.iter().find(|name| {
                name.lang
                    .as_ref()
                    .is_some_and(|l| l.language() == "en" || l.script() == Some("Latn"))
            });
            latin.or(names.first()).map_or(id.to_string(), |name| name.text.clone())
        }
        other => other.to_string(),
    })
}

fn figures(dataset: &Dataset) -> Result<(), Box<dyn Error>> {
    let tolerance = Tolerance::default();
    heading(&format!("The figures, as intervals (tolerance {})", tolerance.name));
    for statement in dataset.statements().doing(Act::DataClaim) {
        println!("{}", statement.id);
        for claim in &statement.claims {
            let what = format!("{} of {}", claim.indicator, claim.subject);
            match (&claim.quantity, claim.direction) {
                (Some(quantity), _) => {
                    println!("  {what:<44} {quantity:<32} {}", quantity.interval(&tolerance)?);
                }
                (None, Some(direction)) => println!("  {what:<44} {direction}"),
                (None, None) => println!("  {what:<44} no figure"),
            }
        }
    }

    heading("What follows from them");
    let claimed = |statement: &str, claim: usize| -> Result<Quantity, String> {
        let statement = dataset.statement(statement);
        let quantity = statement.and_then(|s| s.claims.get(claim)).and_then(|claim| claim.quantity);
        quantity.ok_or_else(|| format!("no figure {claim} in that statement"))
    };
    let (users, share) = (claimed("authority-users", 0)?, claimed("authority-users", 1)?);
    let registry = claimed("cnnic-users", 0)?;

    // The upper end follows from the words alone, the lower one from how far "almost" is taken to reach.
    let population = users.implied_base(&share, &tolerance)?;
    let (floor, ceiling) =
        (Interval::new(population.lo(), None)?, Interval::new(None, population.hi())?);
    println!("\"{users}\" users at {share} of the population imply {} people", millions(&ceiling));
    println!("  (and {}, as far as {} lets \"almost\" reach).", millions(&floor), tolerance.name);
    let exact = Quantity::exactly(registry.value())?.implied_base(&share, &tolerance)?;
    println!("The registry's {registry}, taken as exact, implies {} people.", millions(&exact));
    let rounded = registry.implied_base(&share, &tolerance)?;
    println!(
        "The registry's {registry}, with its own rounding, implies {} people.",
        millions(&rounded)
    );
    let inside = registry.interval(&tolerance)?.is_subset_of(&users.interval(&tolerance)?);
    println!(
        "The registry's figure {} \"{users}\".",
        if inside { "lies inside" } else { "does not lie inside" }
    );
    let offline = offline_population_from_share(share.interval(&tolerance)?, rounded)?;
    println!("Not online by the registry's figures: {} people.", millions(&offline));

    let (bloggers, posts) = (claimed("cd-microblogs", 0)?, claimed("cd-microblogs", 2)?);
    match rate_per(1, posts.interval(&tolerance)?, bloggers.interval(&tolerance)?) {
        Err(refusal @ Refusal::Undetermined { .. }) => {
            println!(
                "Posts per micro-blogger and day, from \"{posts}\" and \"{bloggers}\": {refusal}."
            );
        }
        rate => println!("Posts per micro-blogger and day: {}.", rate?),
    }
    Ok(())
}

/// An interval of people in words, in millions to one decimal.
fn millions(people: &Interval) -> String {
    let millions = |value: f64| {
        let digits = format!("{:.1}", value / 1e6);
        // From a thousand million on, the figures are easier to compare with a separator.
        match digits.len() {
            ..=5 => digits,
            length => format!("{},{}", &digits[..length - 5], &digits[length - 5..]),
        }
    };
    let lo = people.lo().map(|end| millions(end.value.to_f64()));
    let hi = people.hi().map(|end| millions(end.value.to_f64()));
    match (lo, hi) {
        (Some(lo), Some(hi)) => format!("{lo} to {hi} million"),
        (Some(lo), None) => format!("more than {lo} million"),
        (None, Some(hi)) => format!("fewer than {hi} million"),
        (None, None) => "any number of".to_owned(),
    }
}

fn checks(dataset: &Dataset) -> Result<(), Box<dyn Error>> {
    // A fixed date, so that the report is the same whenever it is printed.
    let as_of = "2026-01-01".parse()?;
    heading("What a check of the dataset finds");
    let report = dataset.validate(&Profile::default(), as_of);
    println!("{report}");
    Ok(())
}
