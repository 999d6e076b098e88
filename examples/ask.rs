//! Questions to a dataset: who held a post, what a body was called, who called for what, who hosted which edition.
//!
//! `cargo run --example ask`
#![allow(clippy::print_stdout)]

use std::error::Error;

use netpolity::statement::{Act, Stance};
use netpolity::time::Tri;
use netpolity::{PartialDate, catalogue};

fn main() -> Result<(), Box<dyn Error>> {
    let dataset = catalogue::roundtable_2013();
    let office = &dataset.agency("siio").ok_or("the dataset has the information office")?.id;
    let head = &dataset.post("siio-head").ok_or("the dataset has its head")?.id;
    let english = "en".parse()?;

    println!(
        "Who headed the State Internet Information Office, and what was it called in English?"
    );
    for text in ["2012-01-01", "2013-05-01", "2013-09-09", "2014-05", "2018-08-01"] {
        let date: PartialDate = text.parse()?;
        let holders: Vec<String> = dataset
            .holders_of(head, date)
            .map(|holding| match holding.covers {
                Tri::Yes => holding.tenure.person.to_string(),
                _ => format!("{}, perhaps", holding.tenure.person),
            })
            .collect();
        let name = dataset.name_of(office, date, &english).ok_or("the office has a name")?;
        let certain = if name.in_use == Tri::Yes { "" } else { ", perhaps" };
        let holders =
            if holders.is_empty() { "nobody on record".to_owned() } else { holders.join("; ") };
        println!("  {text:<10}  {holders:<34}  {}{certain}", name.name);
    }

    println!("\nWho supports cyber-sovereignty, in which act?");
    let sovereignty = "cyber-sovereignty".parse()?;
    for statement in dataset.statements().taking(Stance::Support, &sovereignty) {
        for speaker in &statement.speakers {
            println!("  {} in a {} ({})", speaker.actor, statement.act, statement.id);
        }
    }

    println!("\nEvery call by Lu Wei, and what it is about:");
    let lu_wei = "person:lu-wei".parse()?;
    for call in dataset.statements().by(&lu_wei).doing(Act::Call) {
        let positions = call.positions.iter().map(|position| &position.term);
        let terms: Vec<String> =
            call.terms.iter().chain(positions).map(ToString::to_string).collect();
        println!("  {:<24} {}", call.id, terms.join(", "));
    }

    println!("\nWho hosted which edition?");
    let series = &dataset.series("china-uk").ok_or("the dataset has the series")?.id;
    for edition in dataset.editions_of(series) {
        let (first, _) = dataset.days_of(edition).ok_or("every edition is dated")?;
        let hosts: Vec<String> = edition.hosts().map(ToString::to_string).collect();
        let city = edition.sittings[0].city.as_deref().unwrap_or_default();
        println!(
            "  {}  {first}  {city:<8} {}",
            edition.edition.unwrap_or_default(),
            hosts.join(", ")
        );
    }

    println!("\nWhat was said at the roundtable on the day it met?");
    let roundtable = &dataset.event("china-uk-5").ok_or("the dataset has the roundtable")?.id;
    let day = "2013-09-09".parse()?;
    println!("  {} statements", dataset.statements().at(roundtable).between(day, day).count());
    Ok(())
}
