//! Says what changed from one release of a file with series to the next, the greatest revisions first. The format is found
//! out from the content. Without files it compares two small ones with invented numbers.
//!
//! `cargo run --example revisions -- [--top N] [OLD NEW]`
//!
//! Exit code: 0, or 2 where a file cannot be read.
#![allow(clippy::print_stdout, clippy::print_stderr)]

use std::fmt::Write;
use std::path::Path;
use std::process::ExitCode;

use netpolity::io::{self, Options};
use netpolity::metric::{Cell, Change, Panel, Revision};

const USAGE: &str = "usage: revisions [--top N] [OLD NEW]";
const OLD: &[u8] = include_bytes!("../tests/fixtures/io/world-bank/revisions-old.csv");
const NEW: &[u8] = include_bytes!("../tests/fixtures/io/world-bank/revisions-new.csv");

#[cfg_attr(test, allow(dead_code))]
fn main() -> ExitCode {
    match run(std::env::args().skip(1)) {
        Ok(text) => {
            print!("{text}");
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::from(2)
        }
    }
}

fn run(arguments: impl Iterator<Item = String>) -> Result<String, String> {
    let (mut top, mut files) = (20, Vec::new());
    let mut arguments = arguments;
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--top" => {
                let number = arguments.next().ok_or(USAGE)?;
                top = number.parse().map_err(|error| format!("--top {number}: {error}"))?;
            }
            option if option.starts_with("--") => {
                return Err(format!("unknown option {option}\n{USAGE}"));
            }
            _ => files.push(argument),
        }
    }
    let (old, new) = match files.as_slice() {
        [] => (small(OLD)?, small(NEW)?),
        [old, new] => (open(old)?, open(new)?),
        _ => return Err(USAGE.to_owned()),
    };
    Ok(report(&old, &new, top))
}

fn small(file: &[u8]) -> Result<Panel, String> {
    io::read(file, &Options::new())
        .map(|(_, reading)| reading.data)
        .map_err(|error| error.to_string())
}

fn open(path: impl AsRef<Path>) -> Result<Panel, String> {
    let path = path.as_ref();
    let error = |error: &dyn std::error::Error| format!("{}: {error}", path.display());
    let file = std::fs::File::open(path).map_err(|e| error(&e))?;
    let (_, reading) = io::read(file, &Options::new()).map_err(|e| error(&e))?;
    Ok(reading.data)
}

/// What changed: how often in which way, and the greatest revisions.
pub(crate) fn report(old: &Panel, new: &Panel, top: usize) -> String {
    let mut revisions = old.diff(new);
    let mut text = format!("from {} to {}\n\n", released(old), released(new));
    for (kind, name) in [
        (0, "added"),
        (1, "removed"),
        (2, "revised"),
        (3, "re-rounded"),
        (4, "replaced"),
        (5, "marked differently"),
    ] {
        let count = revisions.iter().filter(|revision| kind_of(revision.change) == kind).count();
        // Writing into a `String` does not fail.
        let _ = writeln!(text, "{count:>7} {name}");
    }
    revisions.retain(|revision| revision.size() > 0.0);
    revisions.sort_by(|a, b| b.size().total_cmp(&a.size()));
    if revisions.is_empty() {
        return text;
    }
    let _ = writeln!(
        text,
        "\n{:<32} {:>8} {:>14} {:>14} {:>12} {:>9}",
        "area", "period", "old", "new", "by", "relative"
    );
    for revision in revisions.iter().take(top) {
        row(&mut text, revision);
    }
    if let more @ 1.. = revisions.len().saturating_sub(top) {
        let _ = writeln!(text, "and {more} more");
    }
    text
}

fn released(panel: &Panel) -> String {
    let date = panel.vintage().date();
    date.map_or("a release without a date".to_owned(), |date| format!("the release of {date}"))
}

fn kind_of(change: Change) -> u8 {
    match change {
        Change::Added => 0,
        Change::Removed => 1,
        Change::Revised { .. } => 2,
        Change::Rerounded => 3,
        Change::Replaced => 4,
        Change::StatusChanged => 5,
    }
}

fn row(text: &mut String, revision: &Revision<'_>) {
    let Change::Revised { by } = revision.change else { return };
    let series = revision.series;
    let name = series.labels().first().map(|label| format!("{} {}", label.code, label.name));
    let mut area: String = name.unwrap_or_default().chars().take(32).collect();
    if area.trim().is_empty() {
        area = series.area().to_string();
    }
    let written = |cell: Option<Cell<'_>>| {
        cell.and_then(Cell::number).map(|number| number.to_string()).unwrap_or_default()
    };
    // Ratios of numbers near zero say nothing.
    let relative = revision.relative().filter(|part| part.abs() < 100.0);
    let relative = relative.map(|part| format!("{:+.1} %", part * 100.0)).unwrap_or_default();
    let _ = writeln!(
        text,
        "{area:<32} {:>8} {:>14.14} {:>14.14} {by:>+12.4} {relative:>9}",
        revision.period.to_string(),
        written(revision.old),
        written(revision.new),
    );
}
