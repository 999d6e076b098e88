//! Says what names of countries mean, or what codes stand for.
//!
//! `cargo run --example resolve -- [--on DATE] [--scheme SCHEME] [NAME...]`
//!
//! Names come from the arguments or, without any, from the standard input, one a line. Each gives a line of three columns
//! with tabs between them: the name as it is; the country, `AMBIGUOUS:` and the candidates, `AGGREGATE`,
//! `NOT_A_COUNTRY` or `NONE`; and how that is known or why not. With `--scheme` the lines are codes of a producer of data
//! (`iso`, `worldbank`, `itu`, `owid`, `eurostat`, `m49`, `rir`, `cctld`, `gapminder`) or of whichever knows them (`any`).
//!
//! Exit code: 0, whatever the names are; 2 where the arguments or the input cannot be read.
#![allow(clippy::print_stderr)]

use std::io::{self, BufRead as _, Write};
use std::process::ExitCode;

use netpolity::PartialDate;
use netpolity::country::{Area, CodeErrorKind, Resolution, Resolver, Scheme};

const USAGE: &str = "usage: resolve [--on DATE] [--scheme SCHEME] [NAME...]";

#[derive(Default)]
struct Arguments {
    on: Option<PartialDate>,
    scheme: Option<Scheme>,
    names: Vec<String>,
}

fn arguments() -> Result<Arguments, Box<dyn std::error::Error>> {
    let mut arguments = Arguments::default();
    let mut rest = std::env::args().skip(1);
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--on" => arguments.on = Some(rest.next().ok_or(USAGE)?.parse()?),
            "--scheme" => arguments.scheme = Some(rest.next().ok_or(USAGE)?.parse()?),
            "--" => arguments.names.extend(rest.by_ref()),
            option if option.starts_with("--") => {
                return Err(format!("unknown option {option}\n{USAGE}").into());
            }
            _ => arguments.names.push(argument),
        }
    }
    Ok(arguments)
}

fn main() -> ExitCode {
    let outcome = arguments().and_then(|arguments| Ok(run(&arguments)?));
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if is_closed_pipe(error.as_ref()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}

/// Whoever reads the output has seen enough.
fn is_closed_pipe(error: &(dyn std::error::Error + 'static)) -> bool {
    error.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}

fn run(arguments: &Arguments) -> io::Result<()> {
    let mut resolver = Resolver::new();
    if let Some(date) = arguments.on {
        resolver = resolver.on(date);
    }
    let mut out = io::BufWriter::new(io::stdout().lock());
    let mut say = |line: &str| match arguments.scheme {
        Some(scheme) => code(&mut out, scheme, arguments.on, line),
        None => name(&mut out, &resolver, line),
    };
    if arguments.names.is_empty() {
        for line in io::stdin().lock().lines() {
            say(line?.trim_end_matches('\r'))?;
        }
    } else {
        arguments.names.iter().try_for_each(|name| say(name))?;
    }
    out.flush()
}

fn name(out: &mut impl Write, resolver: &Resolver, name: &str) -> io::Result<()> {
    let resolution = resolver.resolve(name);
    write!(out, "{name}\t{resolution}\t")?;
    match &resolution {
        Resolution::One { country, via, also } => {
            write!(out, "{via}; {}", country.short_name())?;
            for other in *also {
                write!(out, "; also {other}")?;
            }
        }
        Resolution::Ambiguous { why, .. } => write!(out, "{why}")?,
        Resolution::Aggregate { area, via } => write!(out, "{via}; {area}")?,
        Resolution::NotACountry { what, via } => write!(out, "{via}; {what}")?,
        Resolution::None { why, nearest } => {
            write!(out, "{why}")?;
            for suggestion in nearest.suggestions() {
                write!(out, "; perhaps {} ({})", suggestion.country, suggestion.name)?;
            }
        }
    }
    writeln!(out)
}

fn code(
    out: &mut impl Write,
    scheme: Scheme,
    on: Option<PartialDate>,
    code: &str,
) -> io::Result<()> {
    match scheme.area_of(code, on) {
        Ok(Area::Country(country)) => {
            writeln!(out, "{code}\t{country}\t{} code; {}", scheme.name(), country.short_name())
        }
        // The registries' code for resources that nobody has.
        Ok(area @ Area::Special(_))
            if scheme == Scheme::Rir && area.to_string() == "special:ZZ" =>
        {
            writeln!(out, "{code}\tNOT_A_COUNTRY\t{} code; {area}", scheme.name())
        }
        Ok(area) => writeln!(out, "{code}\tAGGREGATE\t{} code; {area}", scheme.name()),
        Err(error) => {
            let mut candidates: Vec<String> = match error.kind() {
                CodeErrorKind::Several(owners) => {
                    owners.iter().map(|(area, _)| area.to_string()).collect()
                }
                CodeErrorKind::Disagree(says) => {
                    says.iter().map(|(_, area)| area.to_string()).collect()
                }
                _ => Vec::new(),
            };
            candidates.sort();
            candidates.dedup();
            let answer = if candidates.is_empty() {
                "NONE".to_owned()
            } else {
                format!("AMBIGUOUS:{}", candidates.join("|"))
            };
            writeln!(out, "{code}\t{answer}\t{error}")
        }
    }
}
