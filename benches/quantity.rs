//! How fast are the quantities of a running text found, and how fast is a claim checked?
//!
//! `cargo bench --bench quantity` makes texts out of the sentences of `tests/fixtures/quantity`, the same in every run, and finds
//! the quantities in them, on one core: in prose, where half of the sentences have a quantity; in the sentences with a quantity
//! alone; in those whose numbers are none; and in the Chinese. Then it holds the share of 44.1 percent against the embedded
//! series of China, with a period and without.
//!
//! quantulum3 reads the beginning of the first text where `NETPOLITY_PEERS` is a Python that has it:
//!
//! ```text
//! python3 -m venv /somewhere/peers && /somewhere/peers/bin/pip install -r benches/peers/requirements.txt
//! NETPOLITY_PEERS=/somewhere/peers/bin/python cargo bench --bench quantity
//! ```
//!
//! Times are those of the fastest of many short passes, since what else runs on a machine only adds to them; the peer's are of
//! its processor, for the same reason. They depend on the machine; the ratio is what counts.
#![allow(clippy::print_stdout, clippy::unwrap_used, clippy::cast_precision_loss)]

mod peers;

use std::hint::black_box;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use netpolity::quantity::find;

const ENGLISH: &str = include_str!("../tests/fixtures/quantity/english.tsv");
const NONE: &str = include_str!("../tests/fixtures/quantity/none.txt");
const CHINESE: &str = include_str!("../tests/fixtures/quantity/chinese.tsv");

/// Prose without a number.
const BETWEEN: &str = "The minister made the remarks in a keynote speech at the roundtable, an annual event on the order of the network. ";

/// How much of the text the peer gets: it takes milliseconds a sentence.
const FOR_PEER: usize = 20_000;

fn main() {
    // `cargo test --benches` runs this too: then a small text shows that it works.
    let quick = std::env::args().any(|argument| argument == "--test") || cfg!(debug_assertions);
    let size = if quick { 20_000 } else { 200_000 };
    let english = text(sentences(ENGLISH), "", size);
    let prose = text(sentences(ENGLISH), BETWEEN, size);
    let chinese = text(sentences(CHINESE), "", size);
    let none = text(NONE.lines(), "", size);
    time("English prose", &prose, quick);
    let here = time("English, a quantity a sentence", &english, quick);
    time("English, numbers that are none", &none, quick);
    time("Chinese, a quantity a sentence", &chinese, quick);
    claims(quick);
    if quick {
        return;
    }
    let Some(python) = peers::python() else { return };
    let part = text(sentences(ENGLISH), "", FOR_PEER);
    let mut child = Command::new(python)
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/peers/quantity.py"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(part.as_bytes()).unwrap();
    let output = String::from_utf8(child.wait_with_output().unwrap().stdout).unwrap();
    let fields: Vec<&str> = output.trim().split('\t').collect();
    let [peer, found, seconds] = fields[..] else {
        println!("the peer does not run: {output}");
        return;
    };
    let speed = part.len() as f64 / 1e6 / seconds.parse::<f64>().unwrap();
    let share = part.len();
    println!(
        "{peer:<32} {share:>9} bytes {found:>7} found {speed:>9.4} MB/s {:>8.0}x the time",
        here / speed
    );
}

/// The first field of each line.
fn sentences(table: &'static str) -> impl Iterator<Item = &'static str> + Clone {
    table.lines().skip(1).filter_map(|line| line.split('\t').next())
}

/// Sentences over and over.
fn text(
    sentences: impl Iterator<Item = &'static str> + Clone,
    between: &str,
    size: usize,
) -> String {
    let mut text = String::with_capacity(size + 1000);
    for sentence in sentences.cycle() {
        if text.len() >= size {
            break;
        }
        text.push_str(sentence);
        text.push(' ');
        text.push_str(between);
    }
    text
}

/// Prints and gives back the megabytes a second.
fn time(what: &str, text: &str, quick: bool) -> f64 {
    let mut found = 0;
    let seconds = fastest(quick, || found = find(black_box(text)).map(black_box).count());
    let speed = text.len() as f64 / 1e6 / seconds;
    println!("{what:<32} {:>9} bytes {found:>7} found {speed:>9.1} MB/s", text.len());
    speed
}

/// Checks claims about the embedded series.
#[cfg(feature = "catalogue")]
fn claims(quick: bool) {
    use netpolity::catalogue::internet_use;
    use netpolity::stats::claims::ClaimPolicy;
    use netpolity::{Claim, PartialDate};

    const CHECKS: u32 = 1_000;
    let (panel, stated) = (internet_use(), "2013-09-09".parse::<PartialDate>().unwrap());
    let policy = ClaimPolicy::of(stated);
    for (what, period) in [("of a period", r#", "period": "2013""#), ("without a period", "")] {
        let claim: Claim = serde_json::from_str(&format!(
            r#"{{ "indicator": "internet-users-share", "subject": "CHN", "quantity": "44.1 percent"{period} }}"#
        ))
        .unwrap();
        let seconds = fastest(quick, || {
            for _ in 0..CHECKS {
                black_box(black_box(&claim).check(panel, &policy));
            }
        });
        let each = seconds / f64::from(CHECKS) * 1e6;
        println!("{:<32} {each:>9.2} µs a check", format!("claim {what}"));
    }
}

#[cfg(not(feature = "catalogue"))]
fn claims(_: bool) {
    println!(
        "claims skipped: without the feature `catalogue` there is no series to check them against"
    );
}

/// The seconds of the fastest pass.
fn fastest(quick: bool, mut pass: impl FnMut()) -> f64 {
    let passes = if quick { 1 } else { 200 };
    let seconds = (0..passes).map(|_| {
        let start = Instant::now();
        pass();
        start.elapsed().as_secs_f64()
    });
    seconds.fold(f64::INFINITY, f64::min)
}
