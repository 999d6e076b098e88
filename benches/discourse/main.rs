//! How long do measures over votes and statements take?
//!
//! `cargo bench --bench discourse` takes the agreement of all pairs of 193 states over 1,862 roll calls: those of the General
//! Assembly from 2000 to 2020 where `NETPOLITY_DATA` names a folder that has them, and as many made-up ones otherwise. Then it makes
//! 100,000 statements of 1,000 agencies on 200 propositions, the same in every run, some agencies and propositions far more frequent than
//! others, and takes the network of congruence, from the records in memory to the ties. Times are the best of some passes.
//!
//! The same goes through what a user would pick instead where `NETPOLITY_PEERS` is a Python that has numpy, scipy and pandas:
//!
//! ```text
//! python3 -m venv /somewhere/peers && /somewhere/peers/bin/pip install -r benches/peers/requirements.txt
//! NETPOLITY_PEERS=/somewhere/peers/bin/python cargo bench --bench discourse
//! ```
//!
//! Times depend on the machine; the ratios are what counts.
#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::panic,
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a bench prints, and stops where something is wrong"
)]

mod agreement;
mod network;
#[path = "../peers/mod.rs"]
mod peers;
#[path = "../random/mod.rs"]
mod random;
#[path = "../timing/mod.rs"]
mod timing;

use std::path::Path;
use std::process::Command;

fn main() {
    // `cargo test --benches` runs this too: then small input shows that it works.
    let quick = std::env::args().any(|argument| argument == "--test") || cfg!(debug_assertions);
    let python = if quick { None } else { peers::python() };
    let folder = std::env::temp_dir().join(format!("netpolity-discourse-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    println!("{:<60} {:>10} {:>10}", "", "results", "time");
    agreement::run(quick, python.as_deref(), &folder);
    network::run(quick, python.as_deref(), &folder);
    std::fs::remove_dir_all(&folder).unwrap();
}

fn show(what: &str, results: usize, seconds: f64) {
    println!("{what:<60} {results:>10} {:>7.1} ms", seconds * 1e3);
}

/// What a script in benches/peers prints: seconds, then results.
fn peer(python: &Path, script: &str, arguments: &[&str]) -> Vec<f64> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/peers").join(script);
    let output = Command::new(python)
        .arg(script)
        .args(arguments)
        .env_remove("OPENBLAS_CORETYPE")
        .env_remove("OPENBLAS_L2_SIZE")
        .output()
        .unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    said.split_whitespace().map(|number| number.parse().unwrap()).collect()
}
