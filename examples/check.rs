//! Checks a dataset: a JSON file or a folder of parts. Without an argument it checks the dataset that ships with the
//! crate.
//!
//! `cargo run --example check -- [--json] [--as-of DATE] [FILE|FOLDER]`
//!
//! Exit code: 0 without findings of severity error, 1 with some, 2 where the dataset cannot be read.
#![allow(clippy::print_stdout, clippy::print_stderr)]

use std::path::PathBuf;
use std::process::ExitCode;

use chrono::NaiveDate;
use netpolity::validate::Profile;
use netpolity::{Dataset, catalogue};

const USAGE: &str = "usage: check [--json] [--as-of YYYY-MM-DD] [FILE|FOLDER]";

struct Arguments {
    json: bool,
    as_of: NaiveDate,
    path: Option<PathBuf>,
}

fn arguments() -> Result<Arguments, String> {
    // The library has no clock; neither has this example, so that its output can be compared from day to day.
    let default = NaiveDate::from_ymd_opt(2026, 1, 1).ok_or("no such day")?;
    let mut arguments = Arguments { json: false, as_of: default, path: None };
    let mut rest = std::env::args_os().skip(1);
    while let Some(argument) = rest.next() {
        match argument.to_str() {
            Some("--json") => arguments.json = true,
            Some("--as-of") => {
                let day = rest.next().and_then(|day| day.into_string().ok()).ok_or(USAGE)?;
                arguments.as_of = day.parse().map_err(|error| format!("--as-of {day}: {error}"))?;
            }
            Some(option) if option.starts_with("--") => {
                return Err(format!("unknown option {option}\n{USAGE}"));
            }
            _ if arguments.path.is_some() => return Err(USAGE.to_owned()),
            _ => arguments.path = Some(argument.into()),
        }
    }
    Ok(arguments)
}

fn main() -> ExitCode {
    let arguments = match arguments() {
        Ok(arguments) => arguments,
        Err(message) => {
            eprintln!("{message}");
            return ExitCode::from(2);
        }
    };
    let read;
    let dataset = match &arguments.path {
        None => catalogue::roundtable_2013(),
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
    let report = dataset.validate(&Profile::default(), arguments.as_of);
    if arguments.json {
        match serde_json::to_string_pretty(&report) {
            Ok(json) => println!("{json}"),
            Err(error) => {
                eprintln!("error: {error}");
                return ExitCode::from(2);
            }
        }
    } else {
        println!("{report}");
    }
    ExitCode::from(u8::from(report.has_errors()))
}
