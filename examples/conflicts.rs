//! Where sources disagree, and how the dataset explains it: each value that differs, whose it is, and how they stand to
//! each other.
//!
//! `cargo run --example conflicts -- [--all] [FILE|FOLDER]`
//!
//! Without a file it looks through the records that ship with the crate. `--all` lists also what agrees, refines or is
//! compatible.
#![allow(clippy::print_stderr)]

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use netpolity::dataset::Comparison;
use netpolity::name::Name;
use netpolity::quantity::Tolerance;
use netpolity::source::Agreement;
use netpolity::{Dataset, catalogue};

const USAGE: &str = "usage: conflicts [--all] [FILE|FOLDER]";

fn main() -> ExitCode {
    let mut all = false;
    let mut path: Option<PathBuf> = None;
    for argument in std::env::args_os().skip(1) {
        match argument.to_str() {
            Some("--all") => all = true,
            Some(option) if option.starts_with("--") => {
                eprintln!("unknown option {option}\n{USAGE}");
                return ExitCode::from(2);
            }
            _ if path.is_none() => path = Some(argument.into()),
            _ => {
                eprintln!("{USAGE}");
                return ExitCode::from(2);
            }
        }
    }
    let read;
    let dataset = match path {
        None => catalogue::records(),
        Some(path) => match Dataset::open(path) {
            Ok(dataset) => {
                read = dataset;
                &read
            }
            Err(error) => {
                eprintln!("error: {error}");
                return ExitCode::from(2);
            }
        },
    };
    written(report(&mut io::stdout().lock(), dataset, all))
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

fn report(out: &mut impl Write, dataset: &Dataset, all: bool) -> io::Result<()> {
    let comparisons = dataset.comparisons(&Tolerance::default());
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let mut record = ("", "");
    for comparison in &comparisons {
        let word = match comparison.agreement {
            Agreement::Agree => "agree",
            Agreement::Refines => "one refines the other",
            Agreement::Compatible => "compatible",
            Agreement::Explained(_) => "explained",
            Agreement::Contradicts => "contradict",
            _ => "other",
        };
        *counts.entry(word).or_default() += 1;
        let differs =
            matches!(comparison.agreement, Agreement::Explained(_) | Agreement::Contradicts);
        if !(all || differs) {
            continue;
        }
        if record != (comparison.table, comparison.id) {
            record = (comparison.table, comparison.id);
            writeln!(out, "{}: {}", title(dataset, comparison), comparison.id)?;
        }
        writeln!(out, "  {:<10} {}", comparison.field, comparison.a)?;
        writeln!(out, "  {:<10} {}", "", comparison.b)?;
        writeln!(out, "  {:<10} -> {}{}", "", comparison.agreement, hint(dataset, comparison))?;
    }
    let counts: Vec<String> =
        counts.iter().map(|(word, count)| format!("{count} {word}")).collect();
    writeln!(out, "\n{} comparisons: {}", comparisons.len(), counts.join(", "))?;
    Ok(())
}

/// What a record is called.
fn title(dataset: &Dataset, comparison: &Comparison<'_>) -> String {
    let id = comparison.id;
    let english = |names: &'_ [Name]| {
        let is_english =
            |name: &&Name| name.lang.as_ref().is_some_and(|lang| lang.as_str().starts_with("en"));
        names.iter().find(is_english).or(names.first()).cloned()
    };
    let name = match comparison.table {
        "agencies" => dataset.agency(id).and_then(|agency| english(&agency.names)),
        "event_series" => dataset.series(id).and_then(|series| english(&series.names)),
        "events" => dataset.event(id).and_then(|event| {
            let series = || english(&dataset.series(event.series.as_ref()?)?.names);
            english(&event.names).or_else(series)
        }),
        _ => None,
    };
    match name {
        Some(name) => name.text,
        None => comparison.table.trim_end_matches('s').to_owned(),
    }
}

/// Days that belong to another edition of the series were probably taken over by mistake.
fn hint(dataset: &Dataset, comparison: &Comparison<'_>) -> String {
    let copied = || {
        let contradicts = comparison.agreement == Agreement::Contradicts;
        let event =
            dataset.event(comparison.id).filter(|_| contradicts && comparison.field == "span")?;
        dataset.edition_on_same_days(event, &comparison.b.value.parse().ok()?)
    };
    copied().map_or_else(String::new, |edition| format!("; these are the days of {}", edition.id))
}
