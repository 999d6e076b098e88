//! The agreement of all pairs of states.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use netpolity::stats::agreement::{AgreementMatrix, AgreementPolicy};
use netpolity::stats::reliability::Distance;
use netpolity::vote::VoteChoice;

use super::random::Random;
use super::timing::best;
use super::{peer, show};

/// Of all pairs of states over all roll calls.
pub(crate) fn run(quick: bool, python: Option<&Path>, folder: &Path) {
    let (votes, passes) = if quick {
        (made_up(7, 70), 1)
    } else {
        (real().unwrap_or_else(|| made_up(193, 1862)), 15)
    };
    let policy = AgreementPolicy::default();
    let matrix = AgreementMatrix::of_ballots(votes.iter().copied(), &policy);
    let (states, roll_calls) = (matrix.actors().len(), matrix.items().len());
    let pairs = states * (states - 1) / 2;
    let build =
        best(passes, || AgreementMatrix::of_ballots(votes.iter().copied(), &policy).items().len());
    show(
        &format!("{} votes of {states} states on {roll_calls} roll calls, packed", votes.len()),
        states,
        build,
    );
    let counted = best(passes, || matrix.pairs().map(|(_, pair)| pair.support()).sum::<u32>());
    show("all pairs: counts, and what is left out by reason", pairs, counted);
    let agreed = best(passes, || {
        matrix.pairs().filter_map(|(_, pair)| Some(pair.agreement().ok()?.value)).sum::<f64>()
    });
    show("all pairs: agreement", pairs, agreed);
    let each = best(passes, || {
        let all = matrix.pairs().map(|(_, pair)| {
            let value = |measured: Result<netpolity::stats::Measured<f64>, _>| {
                measured.map_or(0.0, |m| m.value)
            };
            let distance = Distance::Linear;
            [pair.agreement(), pair.s(distance), pair.kappa(distance), pair.pi(distance)].map(value)
        });
        all.flatten().sum::<f64>()
    });
    show("all pairs: agreement, S, kappa and pi", pairs * 4, each);

    let Some(python) = python else { return };
    // A byte a vote, state by state: against, middle, for, or 255 for no side.
    let mut bytes = vec![u8::MAX; states * roll_calls];
    for (state, row) in matrix.actors().iter().zip(bytes.chunks_mut(roll_calls)) {
        for ((_, side), byte) in matrix.sides(state).unwrap().zip(row) {
            *byte = side.map_or(u8::MAX, |side| side as u8);
        }
    }
    std::fs::write(folder.join("votes"), bytes).unwrap();
    for (task, ours, name) in [
        ("agreement", agreed, "numpy: agreement of all pairs, by three products of matrices"),
        ("measures", each, "numpy: agreement, S, kappa and pi, by nine"),
    ] {
        let arguments = [task, folder.to_str().unwrap(), &states.to_string()];
        let answers = peer(python, "agreement.py", &arguments);
        println!("{name:<60} {:>10} {:>7.1} ms {:>7.1} x", "", answers[0] * 1e3, answers[0] / ours);
        let mut pairs = matrix.pairs();
        for expected in answers[1..].chunks(if task == "agreement" { 1 } else { 4 }) {
            let (_, pair) = pairs.next().unwrap();
            let distance = Distance::Linear;
            let own = [pair.agreement(), pair.s(distance), pair.kappa(distance), pair.pi(distance)];
            for (own, expected) in own.into_iter().zip(expected) {
                let value = own.map_or(f64::NAN, |measured| measured.value);
                assert!(
                    (value - expected).abs() < 1e-9 || (value.is_nan() && expected.is_nan()),
                    "{value}, {expected}"
                );
            }
        }
        assert!(pairs.next().is_none());
    }
}

/// State, roll call, choice.
type Votes = Vec<(u32, u32, VoteChoice)>;

/// As in the General Assembly: most are for it, some abstain, few are against it, and one in ten is not there.
fn made_up(states: u32, roll_calls: u32) -> Votes {
    let mut random = Random(11);
    let mut votes = Vec::new();
    for roll_call in 0..roll_calls {
        for state in 0..states {
            let choice = match random.below(20) {
                0 => VoteChoice::Absent,
                1 => VoteChoice::NotVoting,
                2 => VoteChoice::No,
                3 | 4 => VoteChoice::Abstain,
                _ => VoteChoice::Yes,
            };
            votes.push((state, roll_call, choice));
        }
    }
    votes
}

/// The votes from 2000 to 2020 in the layout of the `unvotes` package, where they are.
fn real() -> Option<Votes> {
    let folder = std::env::var_os("NETPOLITY_DATA").map(PathBuf::from)?;
    let mut reader = csv::Reader::from_path(folder.join("unga/unvotes.2000-2020.csv")).ok()?;
    let mut states = HashMap::new();
    let votes = reader.records().map(|row| {
        let row = row.unwrap();
        let next = u32::try_from(states.len()).unwrap();
        let state = *states.entry(row[2].to_owned()).or_insert(next);
        (state, row[0].parse().unwrap(), row[3].parse().unwrap())
    });
    Some(votes.collect())
}
