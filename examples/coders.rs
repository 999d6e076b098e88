//! How far coders agree who coded the same statements in spreadsheets.
//!
//! `cargo run --example coders -- [FILE...]`
//!
//! One file is a table of statements with their `codings`, as `io::tables` writes it. Several files are what one coder made
//! each: the coder is called as the file is, and the columns `act`, `terms` and `positions` are the judgements. Without an
//! argument the codings of two coders are read that ship with the crate's tests.
//!
//! Exit code: 0, 1 where a row could not be read, 2 where a file could not, or there are fewer than two coders.
#![allow(clippy::print_stdout, clippy::print_stderr)]

use std::collections::BTreeSet;
use std::error::Error;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use netpolity::io::{Options, tables};
use netpolity::statement::{Coding, Stance};
use netpolity::stats::reliability::{Codings, Distance, Level};
use netpolity::stats::{Measured, Refusal};
use netpolity::taxonomy::TermRef;
use netpolity::{Dataset, Statement};

const DEFAULT: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/tables/coders/coded.csv");

fn main() -> ExitCode {
    let mut files: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    if files.is_empty() {
        files.push(DEFAULT.into());
    }
    match run(&files) {
        Ok(rejected) => ExitCode::from(u8::from(rejected > 0)),
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::from(2)
        }
    }
}

/// Prints how far the coders agree; the number of rows that could not be read.
fn run(files: &[PathBuf]) -> Result<u64, Box<dyn Error>> {
    let mut dataset = Dataset::new();
    let mut rejected = 0;
    for path in files {
        let (statements, of_file) = read(path)?;
        rejected += of_file;
        if files.len() == 1 {
            *dataset.statements_mut() = statements;
        } else {
            add(dataset.statements_mut(), statements, path);
        }
    }
    let names = coders(&dataset);
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    if names.len() < 2 {
        return Err("it takes two coders".into());
    }
    println!("{} statements; coders: {}\n", dataset.statements().count(), names.join(", "));
    let kappa = if names.len() == 2 { "Cohen's kappa" } else { "Fleiss' kappa" };
    println!("{:24} {:>9} {kappa:>14} {:>7} {:>6}  left out", "", "agreement", "alpha", "units");
    let mut differences = Vec::new();
    compare("act", &Codings::acts(&dataset, &names)?, ToString::to_string, &mut differences);
    for term in terms(&dataset, |coding| coding.terms.clone()) {
        let about = Codings::about(&dataset, &names, &term)?;
        compare(&format!("about {term}"), &about, |yes| yes_or_no(*yes), &mut differences);
    }
    let propositions =
        |coding: &Coding| coding.positions.iter().map(|position| position.term.clone()).collect();
    for term in terms(&dataset, propositions) {
        let stances = Codings::stances(&dataset, &names, &term)?;
        compare(
            &format!("stance on {term}"),
            &stances,
            |stance| stance_of(*stance),
            &mut differences,
        );
    }
    println!("\nWhere they differ:");
    for difference in differences {
        println!("  {difference}");
    }
    Ok(rejected)
}

/// The statements of a table; what could not be read goes to standard error.
fn read(path: &Path) -> Result<(Vec<Statement>, u64), Box<dyn Error>> {
    let in_file = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
    let file = File::open(path).map_err(|error| in_file(&error))?;
    let reading =
        tables::read::<Statement>(file, &Options::new()).map_err(|error| in_file(&error))?;
    for finding in reading.account.findings() {
        eprintln!("{}: {}", path.display(), finding.message());
    }
    Ok((reading.data, reading.account.rejected()))
}

/// Takes what one coder made of statements as a coding of each.
fn add(to: &mut Vec<Statement>, statements: Vec<Statement>, path: &Path) {
    let coder = path.file_stem().unwrap_or_default().to_string_lossy();
    for mut statement in statements {
        let mut coding = Coding::new(coder.clone().into_owned());
        coding.act = Some(statement.act);
        coding.terms = std::mem::take(&mut statement.terms);
        coding.positions = std::mem::take(&mut statement.positions);
        if let Some(known) = to.iter_mut().find(|other| other.id == statement.id) {
            known.codings.push(coding);
        } else {
            statement.codings = vec![coding];
            to.push(statement);
        }
    }
}

fn coders(dataset: &Dataset) -> BTreeSet<String> {
    let codings = dataset.statements().flat_map(|statement| &statement.codings);
    codings.map(|coding| coding.coder.clone()).collect()
}

/// The terms that codings name.
fn terms(dataset: &Dataset, of: impl Fn(&Coding) -> Vec<TermRef>) -> BTreeSet<TermRef> {
    dataset.statements().flat_map(|statement| &statement.codings).flat_map(of).collect()
}

fn yes_or_no(yes: bool) -> String {
    if yes { "yes" } else { "no" }.to_owned()
}

fn stance_of(stance: Option<Stance>) -> String {
    stance.map_or_else(|| "none".to_owned(), |stance| stance.to_string())
}

/// Prints the coefficients of one thing that was coded, and keeps the statements on which the coders differ.
fn compare<C: Clone + PartialEq>(
    what: &str,
    codings: &Codings<'_, C>,
    show: impl Fn(&C) -> String,
    differences: &mut Vec<String>,
) {
    let all = || {
        let ratings = codings.ratings()?;
        let kappa = match codings.coders() {
            [first, second] => codings.contingency(first, second)?.kappa(Distance::Unweighted),
            _ => ratings.fleiss_kappa(),
        };
        Ok::<_, Refusal>((ratings.agreement()?, kappa, ratings.alpha(Level::Nominal)))
    };
    match all() {
        Ok((agreement, kappa, alpha)) => {
            println!(
                "{what:24} {:9.3} {:>14} {:>7} {:6}  {}",
                agreement.value,
                number(&kappa),
                number(&alpha),
                agreement.support,
                agreement.excluded
            );
            // All coded the same throughout: chance would agree as well.
            for refusal in [kappa.err(), alpha.err()].into_iter().flatten().take(1) {
                println!("{:24} {refusal}", "");
            }
        }
        Err(refusal) => println!("{what:24} {refusal}"),
    }
    for (statement, row) in codings.disagreements() {
        let judged = codings.coders().iter().zip(row).filter_map(|(coder, judgement)| {
            judgement.as_ref().map(|judgement| format!("{coder} {}", show(judgement)))
        });
        let judged: Vec<String> = judged.collect();
        differences.push(format!("{}: {what}: {}", statement.id, judged.join(", ")));
    }
}

fn number(measured: &Result<Measured<f64>, Refusal>) -> String {
    measured
        .as_ref()
        .map_or_else(|_| "refused".to_owned(), |measured| format!("{:.3}", measured.value))
}
