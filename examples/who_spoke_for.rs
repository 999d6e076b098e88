//! Who spoke for whom, and who joined: the statements made on behalf of an actor, the states that aligned themselves with
//! each, and who came and went from one to the next.
//!
//! `cargo run --example who_spoke_for -- [ACTOR]`
//!
//! The actor is `group:eu` unless another is given, such as `coalition:g77` or `country:CHN`.
#![allow(clippy::print_stderr)]

use std::io::{self, Write};
use std::process::ExitCode;

use netpolity::actor::Actor;
use netpolity::statement::{AlignmentKind, Statement};
use netpolity::{Dataset, catalogue};

fn main() -> ExitCode {
    let text = std::env::args().nth(1).unwrap_or_else(|| "group:eu".to_owned());
    match text.parse::<Actor>() {
        Ok(principal) => {
            written(report(&mut io::stdout().lock(), catalogue::records(), &principal))
        }
        Err(error) => {
            eprintln!("error: {error}");
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

fn report(out: &mut impl Write, dataset: &Dataset, principal: &Actor) -> io::Result<()> {
    let mut statements: Vec<&Statement> = dataset.statements().on_behalf_of(principal).collect();
    let own = dataset.statements().by(principal);
    statements.extend(own.filter(|s| s.speakers.iter().all(|s| s.on_behalf_of.is_empty())));
    // What has no date stands at the end, and is compared with nothing.
    statements.sort_by_key(|statement| (statement.date.is_none(), statement.date));
    writeln!(out, "{} statements for {}\n", statements.len(), name(dataset, principal))?;
    let mut before: Option<&Statement> = None;
    for statement in statements {
        let date = statement.date.map_or_else(|| "undated".to_owned(), |date| date.to_string());
        writeln!(out, "{date:<11} {}", statement.id)?;
        if let Some(event) = statement.event.as_ref().and_then(|id| dataset.event(id)) {
            let name = event.names.first().map_or(event.id.as_str(), |name| &name.text);
            writeln!(out, "  at        {name}")?;
        }
        if let (Actor::Group(group), Some(date)) = (principal, statement.date) {
            let (certain, possible) = group.members_on(date).counts();
            let perhaps =
                if possible > 0 { format!(", and perhaps {possible}") } else { String::new() };
            writeln!(out, "  for       {certain} members{perhaps}")?;
        }
        for speaker in &statement.speakers {
            let printed =
                speaker.printed.as_ref().map(|p| format!(", as \"{p}\"")).unwrap_or_default();
            writeln!(out, "  speaker   {}{printed}", name(dataset, &speaker.actor))?;
        }
        let aligned: Vec<String> = statement
            .alignments
            .iter()
            .map(|alignment| match alignment.kind {
                AlignmentKind::AlignsWith => name(dataset, &alignment.actor),
                kind => format!("{} ({kind})", name(dataset, &alignment.actor)),
            })
            .collect();
        if !aligned.is_empty() {
            writeln!(out, "  aligned   {}: {}", aligned.len(), aligned.join(", "))?;
        }
        // Only statements that list who joined can be compared.
        if !statement.alignments.is_empty() && statement.date.is_some() {
            if let Some(before) = before {
                let change = dataset.realignment(before, statement);
                for (word, actors) in [
                    ("joined", &change.joined),
                    ("left", &change.left),
                    ("member", &change.became_members),
                ] {
                    let names: Vec<String> =
                        actors.iter().map(|actor| name(dataset, actor)).collect();
                    if !names.is_empty() {
                        writeln!(out, "  {word:<9} since {}: {}", before.id, names.join(", "))?;
                    }
                }
            }
            before = Some(statement);
        }
        writeln!(out)?;
    }
    Ok(())
}

/// What an actor is called, in English where there is a choice.
fn name(dataset: &Dataset, actor: &Actor) -> String {
    let known = match actor {
        Actor::Country(country) => Some(country.common_name().to_owned()),
        Actor::Group(group) => Some(group.name().to_owned()),
        Actor::Agency(id) => dataset.agency(id).and_then(|agency| english(&agency.names)),
        Actor::Person(id) => dataset.person(id).and_then(|person| english(&person.names)),
        Actor::Coalition(id) => {
            dataset.coalition(id).and_then(|coalition| english(&coalition.names))
        }
        _ => None,
    };
    known.unwrap_or_else(|| actor.to_string())
}

fn english(names: &[netpolity::name::Name]) -> Option<String> {
    let is_english = |name: &&netpolity::name::Name| {
        name.lang.as_ref().is_none_or(|lang| lang.as_str().starts_with("en"))
    };
    let name = names.iter().find(is_english).or_else(|| names.first())?;
    Some(name.text.clone())
}
