//! The network of congruence between actors.

use std::io::Write;
use std::path::Path;

use netpolity::Dataset;
use netpolity::statement::{Act, Position, Speaker, Stance, Statement};
use netpolity::stats::discourse::{Normalisation, StancePolicy, Stances, Tie};
use netpolity::stats::network::Network;

use super::random::Random;
use super::timing::best;
use super::{peer, show};

const PROPOSITIONS: usize = 200;

pub(crate) fn run(quick: bool, python: Option<&Path>, folder: &Path) {
    let (actors, statements, passes) = if quick { (10, 100, 1) } else { (1000, 100_000, 7) };
    let dataset = dataset(actors, statements);
    let policy = StancePolicy::default();
    let read = || Stances::of(&dataset, dataset.statements(), &policy);
    let stances = read();
    let network = |normalisation| stances.network(Tie::Congruence, normalisation).unwrap().value;
    let reading = best(passes, || read().support().value);
    show("stances, from the statements", stances.support().value as usize, reading);
    for normalisation in Normalisation::ALL {
        let seconds = best(passes, || network(*normalisation).total());
        let edges = network(*normalisation).edges().len();
        show(&format!("congruence of stances, normalisation {normalisation}"), edges, seconds);
    }
    let whole = best(passes, || {
        read().network(Tie::Congruence, Normalisation::AverageActivity).unwrap().value.total()
    });
    let found = network(Normalisation::AverageActivity);
    show("congruence, average activity, from the statements", found.edges().len(), whole);
    let Some(python) = python else { return };
    let table = folder.join("statements.csv");
    write(&dataset, &table);
    for (task, name) in [
        ("sparse", "pandas and scipy: the same by sparse products"),
        ("dense", "pandas and numpy: the same by dense products"),
    ] {
        let numbers = peer(python, "network.py", &[task, table.to_str().unwrap()]);
        let [seconds, edges, total] = numbers[..] else { panic!("{numbers:?}") };
        println!("{name:<60} {edges:>10} {:>7.1} ms {:>7.1} x", seconds * 1e3, seconds / whole);
        check(&found, edges, total);
    }
}

fn check(found: &Network, edges: f64, total: f64) {
    assert!((found.edges().len() as f64 - edges).abs() < 0.5);
    assert!((found.total() / total - 1.0).abs() < 1e-9, "{} is not {total}", found.total());
}

fn dataset(actors: usize, statements: usize) -> Dataset {
    let mut random = Random(2013);
    let mut dataset = Dataset::new();
    let mut skewed = |limit: usize| {
        let part = random.part();
        (part * part * limit as f64) as usize
    };
    let speakers: Vec<_> =
        (0..actors).map(|n| format!("agency:body-{n}").parse().unwrap()).collect();
    let terms: Vec<_> =
        (0..PROPOSITIONS).map(|n| format!("proposition-{n}").parse().unwrap()).collect();
    for number in 0..statements {
        let mut statement =
            Statement::new(format!("statement-{number}").parse().unwrap(), Act::Position);
        statement.speakers = vec![Speaker::new(Clone::clone(&speakers[skewed(actors)]))];
        let stance = match skewed(100) {
            0..=49 => Stance::Support,
            50..=94 => Stance::Oppose,
            _ => Stance::Conditional,
        };
        statement.positions =
            vec![Position::new(Clone::clone(&terms[skewed(PROPOSITIONS)]), stance)];
        dataset.statements_mut().push(statement);
    }
    dataset
}

/// A row for each statement: actor, proposition, stance.
fn write(dataset: &Dataset, path: &Path) {
    let mut out = std::io::BufWriter::new(std::fs::File::create(path).unwrap());
    writeln!(out, "actor,proposition,stance").unwrap();
    for statement in dataset.statements() {
        let (speaker, position) = (&statement.speakers[0], &statement.positions[0]);
        writeln!(out, "{},{},{}", speaker.actor, position.term, position.stance).unwrap();
    }
    out.flush().unwrap();
}
