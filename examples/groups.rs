//! Groups of countries: who belonged to one at a date, who joined and left, to which a country belonged.
//!
//! - `groups`: who was in the EU on 9 September 2013, and what has changed since
//! - `groups list`: every group
//! - `groups eu [--on 2013-09-09]`: its members at a date
//! - `groups eu --between 2010 2024`: who joined and who left
//! - `groups --of GBR [--on 2013-09-09]`: the groups of a country at a date
//!
//! `cargo run --example groups -- eu --on 2013-09-09`

use std::error::Error;
use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

use netpolity::country::{ChangeKind, Country, Group};
use netpolity::time::{PartialDate, Span, Tri};

/// The date where none is named. Nothing here reads the clock.
const ON: &str = "2026-01-01";

const USAGE: &str =
    "usage: groups [list | GROUP [--on DATE | --between DATE DATE] | --of COUNTRY [--on DATE]]";

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args_os().skip(1).collect();
    // What is not Unicode is no group, country or date, and is refused as such.
    let arguments: Vec<_> = arguments.iter().map(|argument| argument.to_string_lossy()).collect();
    let arguments: Vec<&str> = arguments.iter().map(AsRef::as_ref).collect();
    let question = match Question::read(&arguments) {
        Ok(question) => question,
        Err(error) => {
            // A closed standard error is no reason to fail otherwise.
            let _ = writeln!(io::stderr(), "groups: {error}\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    match question.answer(&mut io::stdout().lock()) {
        Ok(()) => ExitCode::SUCCESS,
        // The reader, such as `head`, has seen enough.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(io::stderr(), "groups: {error}");
            ExitCode::FAILURE
        }
    }
}

enum Question {
    /// Members at the first date, and what changed until the second.
    Worked(Group, PartialDate, PartialDate),
    List,
    Members(Group, PartialDate),
    Changes(Group, PartialDate, PartialDate),
    GroupsOf(Country, PartialDate),
}

impl Question {
    fn read(arguments: &[&str]) -> Result<Self, Box<dyn Error>> {
        Ok(match *arguments {
            [] => Self::Worked(Group::EU, "2013-09-09".parse()?, ON.parse()?),
            ["list"] => Self::List,
            ["--of", country] => Self::GroupsOf(country.parse()?, ON.parse()?),
            ["--of", country, "--on", on] => Self::GroupsOf(country.parse()?, on.parse()?),
            [name] if !name.starts_with('-') => Self::Members(group(name)?, ON.parse()?),
            [name, "--on", on] => Self::Members(group(name)?, on.parse()?),
            [name, "--between", from, to] => {
                let (from, to): (PartialDate, PartialDate) = (from.parse()?, to.parse()?);
                // Refuses a start after the end.
                Span::new(from, to)?;
                Self::Changes(group(name)?, from, to)
            }
            _ => return Err("cannot make a question of these arguments".into()),
        })
    }

    fn answer(&self, out: &mut dyn Write) -> io::Result<()> {
        match *self {
            Self::Worked(group, on, until) => {
                members(out, group, on)?;
                writeln!(out)?;
                changes(out, group, on, until)
            }
            Self::List => list(out),
            Self::Members(group, on) => members(out, group, on),
            Self::Changes(group, from, to) => changes(out, group, from, to),
            Self::GroupsOf(country, on) => groups_of(out, country, on),
        }
    }
}

/// A group by its id or by its text form.
fn group(name: &str) -> Result<Group, Box<dyn Error>> {
    match Group::from_id(name) {
        Some(group) => Ok(group),
        None => Ok(name.parse()?),
    }
}

fn list(out: &mut dyn Write) -> io::Result<()> {
    for group in Group::all() {
        write!(out, "{:<20} {:<13} {}", group.id(), group.kind(), group.name())?;
        match group.as_of() {
            Some(as_of) => writeln!(out, ", as of {as_of}")?,
            None => writeln!(out)?,
        }
    }
    Ok(())
}

fn members(out: &mut dyn Write, group: Group, on: PartialDate) -> io::Result<()> {
    let members = group.members_on(on);
    let (certain, possible) = members.counts();
    write!(out, "{} on {on}: {certain} members", group.name())?;
    if possible > 0 {
        write!(out, ", and {possible} perhaps")?;
    }
    writeln!(out)?;
    for country in members.certain() {
        writeln!(out, "  {country}  {}", country.short_name())?;
    }
    for country in members.possible() {
        writeln!(out, "  {country}  {}, perhaps", country.short_name())?;
    }
    if let Some(as_of) = group.as_of() {
        writeln!(out, "The members are known for {as_of} only, not since when they are.")?;
    }
    Ok(())
}

fn changes(
    out: &mut dyn Write,
    group: Group,
    from: PartialDate,
    to: PartialDate,
) -> io::Result<()> {
    writeln!(out, "{} between {from} and {to}:", group.name())?;
    let mut none = true;
    for change in group.changes() {
        if change.date.is_before(from) == Tri::Yes || change.date.is_after(to) == Tri::Yes {
            continue;
        }
        none = false;
        let what = match change.kind {
            ChangeKind::Joined => "joined on",
            ChangeKind::Left => "left after",
        };
        writeln!(
            out,
            "  {}  {what} {:<10}  {}",
            change.country,
            change.date,
            change.country.short_name()
        )?;
    }
    if none {
        writeln!(out, "  no change with a date is known")?;
    }
    Ok(())
}

fn groups_of(out: &mut dyn Write, country: Country, on: PartialDate) -> io::Result<()> {
    let groups = country.groups_on(on);
    writeln!(out, "{} on {on}:", country.short_name())?;
    for group in groups.certain() {
        writeln!(out, "  {:<20} {}", group.id(), group.name())?;
    }
    for group in groups.possible() {
        writeln!(out, "  {:<20} {}, perhaps", group.id(), group.name())?;
    }
    Ok(())
}
