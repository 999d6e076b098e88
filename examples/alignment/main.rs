//! How far actors agree: over the stances in the records that ship with the crate, or over votes in the UN General Assembly.
//!
//! - `alignment`: who takes which side on which proposition, which pairs agree and on what, and how often states join the
//!   statements of the EU
//! - `alignment DIR [--year 2012] [--min 10] CHN USA`: how two states vote, by each file of votes in the folder, with the number
//!   of votes that rests on and what each issue adds to it
//!
//! The folder holds `voeten_raw.selected-years.csv`, or `unvotes*.csv` with `roll_calls*.csv` and `issues*.csv` in the layout of the `unvotes`
//! package. Publications of different years have different votes, so that each file answers for itself.
//!
//! `cargo run --example alignment -- DIR --year 2012 CHN USA`

mod votes;

use std::error::Error;
use std::io::{self, ErrorKind, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use netpolity::actor::Actor;
use netpolity::country::Country;
use netpolity::stats::agreement::{
    AgreementMatrix, AgreementPolicy, Contribution, alignment_records, joint_statements,
};
use netpolity::stats::reliability::Distance;
use netpolity::stats::{Measured, Refusal, Side};
use netpolity::taxonomy::TermRef;
use netpolity::{Dataset, catalogue};

const USAGE: &str = "usage: alignment [DIR [--year YEAR] [--min VOTES] STATE STATE]";

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args_os().skip(1).collect();
    let mut out = io::stdout().lock();
    let result = match Question::read(&arguments) {
        Ok(None) => of_records(&mut out, catalogue::records()).map_err(Into::into),
        Ok(Some(question)) => question.answer(&mut out),
        Err(error) => Err(format!("{error}\n{USAGE}").into()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        // The reader, such as `head`, has seen enough.
        Err(error) if is_closed(&*error) => ExitCode::SUCCESS,
        Err(error) => {
            // A closed standard error is no reason to fail otherwise.
            let _ = writeln!(io::stderr(), "alignment: {error}");
            ExitCode::from(2)
        }
    }
}

fn is_closed(error: &(dyn Error + 'static)) -> bool {
    error.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == ErrorKind::BrokenPipe)
}

/// What is asked of a folder with votes.
struct Question {
    folder: PathBuf,
    states: [Country; 2],
    year: Option<i32>,
    min_support: u32,
}

impl Question {
    fn read(arguments: &[std::ffi::OsString]) -> Result<Option<Self>, Box<dyn Error>> {
        let Some((folder, rest)) = arguments.split_first() else { return Ok(None) };
        let (mut year, mut min_support, mut states) = (None, 10, Vec::new());
        let mut rest = rest.iter().map(|argument| argument.to_string_lossy());
        while let Some(argument) = rest.next() {
            let number = |value: Option<std::borrow::Cow<'_, str>>| {
                let value = value.ok_or_else(|| format!("no number after {argument}"))?;
                value.parse::<u16>().map_err(|_| format!("`{value}` after {argument} is no number"))
            };
            match argument.as_ref() {
                "--year" => year = Some(number(rest.next())?.into()),
                "--min" => min_support = number(rest.next())?.into(),
                code => states.push(code.parse::<Country>()?),
            }
        }
        let states: [Country; 2] = states.try_into().map_err(|states: Vec<_>| {
            format!(
                "name two states by their ISO codes of three letters; there are {}",
                states.len()
            )
        })?;
        Ok(Some(Self { folder: folder.into(), states, year, min_support }))
    }

    fn answer(&self, out: &mut impl Write) -> Result<(), Box<dyn Error>> {
        let mut policy = AgreementPolicy::default();
        policy.min_support = self.min_support;
        let publications = votes::read(&self.folder, &policy)?;
        let [first, second] = self.states;
        let when = self.year.map_or_else(|| "all years".to_owned(), |year| year.to_string());
        writeln!(out, "{} and {}, {when}", first.common_name(), second.common_name())?;
        writeln!(out, "policy: {policy}")?;
        let mut answers = 0;
        for publication in &publications {
            let asked =
                |roll_call: &votes::RollCall| self.year.is_none_or(|year| roll_call.year == year);
            let matrix = publication.matrix.over(asked);
            let held = matrix.items().iter().filter(|roll_call| asked(roll_call)).count();
            writeln!(out, "\n{}: {held} roll calls", publication.file)?;
            if held == 0 {
                let mut years: Vec<i32> =
                    matrix.items().iter().map(|roll_call| roll_call.year).collect();
                years.sort_unstable();
                years.dedup();
                let years: Vec<String> = years.iter().map(ToString::to_string).collect();
                writeln!(out, "  it has votes of {}", years.join(", "))?;
                continue;
            }
            answers += 1;
            let [first, second] = self.states.map(|state| state.to_string());
            let pair = match matrix.pair(&first, &second) {
                Ok(pair) => pair,
                Err(refusal) => {
                    writeln!(out, "  {refusal}")?;
                    continue;
                }
            };
            for (name, measured) in [
                ("agreement", pair.agreement()),
                ("S, absolute", pair.s(Distance::Linear)),
                ("S, squared", pair.s(Distance::Quadratic)),
                ("kappa", pair.kappa(Distance::Linear)),
                ("pi", pair.pi(Distance::Linear)),
            ] {
                writeln!(out, "  {name:<12} {}", said(measured))?;
            }
            let issues = |roll_call: &votes::RollCall| publication.issues_of(*roll_call);
            if let Ok(by_issue) = matrix.contributions(&first, &second, issues) {
                write_contributions(out, &by_issue.value)?;
            }
        }
        if answers == 0 { Err(format!("there are no votes of {when}").into()) } else { Ok(()) }
    }
}

fn said(measured: Result<Measured<f64>, Refusal>) -> String {
    match measured {
        Ok(measured) => measured.map(|value| format!("{value:.7}")).to_string(),
        Err(refusal) => refusal.to_string(),
    }
}

fn write_contributions<K: ToString>(
    out: &mut impl Write,
    by_issue: &[Contribution<K>],
) -> io::Result<()> {
    writeln!(
        out,
        "  {:<45} {:>5} {:>7} {:>7} {:>7}",
        "by issue", "both", "within", "adds", "takes"
    )?;
    for issue in by_issue {
        let name =
            issue.issue.as_ref().map_or_else(|| "(no issue)".to_owned(), ToString::to_string);
        let (within, adds, takes) = (issue.within(), issue.agreement, issue.disagreement());
        writeln!(out, "  {name:<45} {:>5} {within:>7.4} {adds:>7.4} {takes:>7.4}", issue.items)?;
    }
    Ok(())
}

/// Stances and alignments in a dataset of records.
fn of_records(out: &mut impl Write, dataset: &Dataset) -> io::Result<()> {
    let mut policy = AgreementPolicy::default();
    // Who joins a statement of the EU holds what it says.
    policy.joined = true;
    let matrix = AgreementMatrix::of_statements(dataset, dataset.statements(), &policy);
    writeln!(out, "policy: {policy}")?;
    writeln!(out, "statements not read: {}\n", matrix.excluded())?;
    for (place, proposition) in matrix.items().iter().enumerate() {
        writeln!(out, "{:>3}  {proposition}", place + 1)?;
    }
    write!(out, "\n{:<22}", "")?;
    for place in 1..=matrix.items().len() {
        write!(out, "{place:>3}")?;
    }
    for actor in matrix.actors() {
        write!(out, "\n{:<22}", actor.to_string())?;
        for (_, side) in matrix.sides(actor).map_err(io::Error::other)? {
            let sign = match side {
                Ok(Side::For) => "+",
                Ok(Side::Middle) => "o",
                Ok(Side::Against) => "-",
                Err(_) => ".",
            };
            write!(out, "{sign:>3}")?;
        }
    }
    let both = matrix.pairs().filter(|(_, pair)| pair.support() > 0);
    let (some, all) = (both.count(), matrix.pairs().count());
    writeln!(
        out,
        "\n\n{some} of {all} pairs take a side on one proposition or more. The most in common with the EU has:"
    )?;
    let eu = Actor::Group(netpolity::Group::EU);
    let mut with_eu: Vec<_> = matrix
        .pairs()
        .filter(|([a, b], pair)| (**a == eu || **b == eu) && pair.support() > 0)
        .collect();
    with_eu.sort_by_key(|(_, pair)| std::cmp::Reverse(pair.support()));
    for ([first, second], pair) in with_eu.iter().take(1) {
        writeln!(out, "\n{first} and {second}: {}", said(pair.agreement()))?;
        // A proposition without a wider term is its own issue.
        let issue = |term: &TermRef| {
            let broader = dataset.term(term).and_then(|term| term.broader.clone());
            [broader.map_or_else(|| term.to_string(), |broader| broader.to_string())]
        };
        if let Ok(by_issue) = matrix.contributions(first, second, issue) {
            write_contributions(out, &by_issue.value)?;
        }
    }

    writeln!(out, "\nHow often states join statements for the EU")?;
    for record in alignment_records(dataset, dataset.statements().on_behalf_of(&eu)) {
        let rate = record.rate(1).map(|rate| rate.map(|part| format!("{:.0} %", part * 100.0)));
        let rate = rate.map_or_else(|refusal| refusal.to_string(), |rate| rate.to_string());
        writeln!(out, "{:<14} {rate}", record.actor.to_string())?;
        for spell in &record.spells {
            let day = |statement: &netpolity::Statement| {
                statement.date.map_or_else(|| statement.id.to_string(), |date| date.to_string())
            };
            let ended =
                spell.ended.map(|next| format!(", not on {}", day(next))).unwrap_or_default();
            writeln!(out, "{:<14}   from {} to {}{ended}", "", day(spell.first), day(spell.last))?;
        }
    }

    let joint = joint_statements(dataset, dataset.statements());
    writeln!(out, "\n{} statements were made by several together", joint.support)?;
    for pair in joint.value.iter().take(5) {
        let [first, second] = &pair.actors;
        writeln!(out, "{:>3}  {first} with {second}", pair.statements)?;
    }
    Ok(())
}
