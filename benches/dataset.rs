//! How fast is a dataset loaded and checked?
//!
//! `cargo bench --bench dataset` generates a dataset of 100,000 statements with their events, people and agencies and
//! times, best of several runs: loading it, loading the same JSON into structs of plain `String`s, and validating it.
//! Then the rules alone over 1,000,000 statements. Seconds depend on the machine; the ratios are what counts.
//!
//! Each load has a process of its own, as a program that starts and reads a file: in one process, whoever comes second
//! pays for tidying up what the first has freed.
#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation
)]

mod random;

use std::fmt::Write;
use std::hint::black_box;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use netpolity::Dataset;
use netpolity::validate::Profile;

use random::Random;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let [_, load, which, file] = arguments.as_slice()
        && load == LOAD
    {
        let json = std::fs::read_to_string(file).unwrap();
        let time = match which.as_str() {
            "typed" => best(1, || Dataset::from_json(&json).unwrap()),
            _ => best(1, || serde_json::from_str::<plain::Tables>(&json).unwrap()),
        };
        println!("{}", time.as_nanos());
        return;
    }
    // `cargo test --benches` runs this too: then a small dataset shows that it works.
    let quick = std::env::args().any(|argument| argument == "--test") || cfg!(debug_assertions);
    let (statements, runs) = if quick { (1_000, 1) } else { (100_000, 9) };

    let json = generate(statements);
    println!("{statements} statements, {:.1} MB of JSON", json.len() as f64 / 1e6);

    let file = std::env::temp_dir().join(format!("netpolity-bench-{}.json", std::process::id()));
    std::fs::write(&file, &json).unwrap();
    // In turns, so that a machine that slows down slows both.
    let (mut typed, mut plain) = (Duration::MAX, Duration::MAX);
    for _ in 0..runs {
        typed = typed.min(in_own_process("typed", &file));
        plain = plain.min(in_own_process("plain", &file));
    }
    std::fs::remove_file(&file).unwrap();
    show("load, checked types", typed);
    show("load, the same structs with String fields", plain);
    println!("{:<44} {:>8.2}", "ratio", typed.as_secs_f64() / plain.as_secs_f64());

    let dataset = Dataset::from_json(&json).unwrap();
    let profile = Profile::default();
    let as_of = "2026-01-01".parse().unwrap();
    let findings = dataset.validate(&profile, as_of);
    println!("{}", findings.to_string().lines().last().unwrap_or_default());
    show("validate, all rules", best(runs, || dataset.validate(&profile, as_of)));
    show(
        "clone and index, then one question",
        best(runs, || {
            let dataset = dataset.clone();
            let actor = "person:person-7".parse().unwrap();
            dataset.statements().by(&actor).count()
        }),
    );
    show("write", best(runs, || dataset.to_json()));

    if !quick {
        let alone = Dataset::from_json(&statements_alone(1_000_000)).unwrap();
        let time = best(3, || alone.validate(&profile, as_of));
        show("validate 1,000,000 statements on their own", time);
        drop(alone);
        let linked = Dataset::from_json(&generate(1_000_000)).unwrap();
        let time = best(3, || linked.validate(&profile, as_of));
        show("validate 1,000,000 statements, linked", time);
    }
}

/// Statements that refer to no other record, so that each is checked by itself.
fn statements_alone(count: usize) -> String {
    let mut out = String::from("{ \"netpolity\": 1");
    table(&mut out, "statements", count, |out, i| {
        let _ = write!(
            out,
            r#"{{"id":"statement-{i}","act":"data-claim","form":"paraphrase","date":"2013-09-09","speakers":[{{"actor":"country:CHN"}}],"texts":["Something that was said, number {i}"],"claims":[{{"indicator":"internet-users","subject":"CHN","quantity":"almost 600 million"}}]}}"#
        );
    });
    out.push_str("\n}");
    out
}

/// The argument with which this program calls itself to time one load.
const LOAD: &str = "--load";

fn in_own_process(which: &str, file: &Path) -> Duration {
    let program = std::env::current_exe().unwrap();
    let output = Command::new(program).args([LOAD, which]).arg(file).output().unwrap();
    Duration::from_nanos(String::from_utf8(output.stdout).unwrap().trim().parse().unwrap())
}

fn best<T>(runs: usize, mut run: impl FnMut() -> T) -> Duration {
    (0..runs)
        .map(|_| {
            let start = Instant::now();
            let result = black_box(run());
            let time = start.elapsed();
            drop(result);
            time
        })
        .min()
        .unwrap_or_default()
}

fn show(what: &str, time: Duration) {
    println!("{what:<44} {:>8.1} ms", time.as_secs_f64() * 1e3);
}

/// A dataset whose every reference resolves. The generator is fixed, so that runs can be compared.
fn generate(statements: usize) -> String {
    let agencies = statements / 100;
    let people = statements / 20;
    let events = statements / 50;
    let mut out = String::from("{ \"netpolity\": 1");
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    let countries = ["CHN", "GBR", "USA", "BRA", "IND", "KEN", "FRA", "DEU", "ZAF", "NAM"];
    let acts = ["call", "assertion", "proposal", "praise", "position", "offer", "data-claim"];

    table(&mut out, "sources", agencies, |out, i| {
        let _ = write!(
            out,
            r#"{{"id":"source-{i}","kind":"newspaper","title":"Report number {i}","published":"2013-09-10","lang":"en"}}"#
        );
    });
    table(&mut out, "agencies", agencies, |out, i| {
        let (country, source) = (random.one_of(&countries), random.below(agencies));
        let _ = write!(
            out,
            r#"{{"id":"agency-{i}","kind":"ministry","country":"{country}","span":"1990/..","names":["Ministry {i}"],"cites":["source-{source}"]}}"#
        );
    });
    table(&mut out, "people", people, |out, i| {
        let source = random.below(agencies);
        let _ = write!(
            out,
            r#"{{"id":"person-{i}","names":[{{"text":"Person {i}","lang":"en","order":"given-first"}}],"cites":["source-{source}"]}}"#
        );
    });
    table(&mut out, "posts", agencies, |out, i| {
        let _ = write!(
            out,
            r#"{{"id":"post-{i}","agency":"agency-{i}","names":["Director"],"rank":"agency-head","cites":["source-{i}"]}}"#
        );
    });
    table(&mut out, "tenures", people, |out, i| {
        let (post, source) = (random.below(agencies), random.below(agencies));
        let _ = write!(
            out,
            r#"{{"id":"tenure-{i}","person":"person-{i}","post":"post-{post}","span":"2000-01-03/..","cites":["source-{source}"]}}"#
        );
    });
    table(&mut out, "events", events, |out, i| {
        let (host, day, source) =
            (random.below(agencies), 1 + random.below(28), random.below(agencies));
        let country = random.one_of(&countries);
        let _ = write!(
            out,
            r#"{{"id":"event-{i}","kind":"forum","names":["Forum {i}"],"sittings":[{{"span":"2013-06-{day:02}","city":"City","country":"{country}"}}],"participants":[{{"actor":"agency:agency-{host}","role":"host"}}],"headcounts":["more than 100"],"cites":["source-{source}"]}}"#
        );
    });
    table(&mut out, "statements", statements, |out, i| {
        let (person, event, source) =
            (random.below(people), random.below(events), random.below(agencies));
        let (act, country) = (random.one_of(&acts), random.one_of(&countries));
        let claims = match act {
            "data-claim" => {
                r#","claims":[{"indicator":"internet-users","subject":"CHN","quantity":"almost 600 million"}]"#
            }
            _ => "",
        };
        let _ = write!(
            out,
            r#"{{"id":"statement-{i}","act":"{act}","form":"paraphrase","speakers":[{{"actor":"person:person-{person}","tenure":"tenure-{person}","printed":"Director"}}],"addressees":["country:{country}"],"event":"event-{event}","texts":["Something that was said at the meeting, number {i}"],"terms":["term-{}"],"positions":[{{"term":"term-{}","stance":"support"}}]{claims},"cites":[{{"source":"source-{source}","locator":"paragraph 2"}}]}}"#,
            i % 40,
            i % 7,
        );
    });
    let terms: Vec<String> = (0..40)
        .map(|i| format!(r#"{{"id":"term-{i}","kind":"proposition","names":["Term {i}"]}}"#))
        .collect();
    let _ = write!(
        out,
        ",\n\"taxonomies\": [{{\"id\":\"terms\",\"version\":\"1\",\"terms\":[{}]}}]\n}}",
        terms.join(",")
    );
    out
}

fn table(out: &mut String, name: &str, rows: usize, mut row: impl FnMut(&mut String, usize)) {
    let _ = write!(out, ",\n\"{name}\": [");
    for i in 0..rows {
        out.push_str(if i == 0 { "\n" } else { ",\n" });
        row(out, i);
    }
    out.push(']');
}

/// The same tables as a user would write them without this crate: every value a `String`, nothing checked.
mod plain {
    #![allow(dead_code)]

    use serde::Deserialize;

    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    pub(crate) struct Tables {
        netpolity: u32,
        sources: Vec<Source>,
        agencies: Vec<Agency>,
        people: Vec<Person>,
        posts: Vec<Post>,
        tenures: Vec<Tenure>,
        events: Vec<Event>,
        statements: Vec<Statement>,
        taxonomies: Vec<Taxonomy>,
    }

    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Source {
        id: String,
        kind: String,
        title: Option<String>,
        published: Option<String>,
        lang: Option<String>,
    }

    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Agency {
        id: String,
        kind: String,
        country: Option<String>,
        span: Option<String>,
        names: Vec<String>,
        cites: Vec<String>,
    }

    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Person {
        id: String,
        names: Vec<Name>,
        cites: Vec<String>,
    }

    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Name {
        text: String,
        lang: Option<String>,
        order: Option<String>,
    }

    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Post {
        id: String,
        agency: String,
        names: Vec<String>,
        rank: Option<String>,
        cites: Vec<String>,
    }

    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Tenure {
        id: String,
        person: String,
        post: Option<String>,
        span: Option<String>,
        cites: Vec<String>,
    }

    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Event {
        id: String,
        kind: String,
        names: Vec<String>,
        sittings: Vec<Sitting>,
        participants: Vec<Participant>,
        headcounts: Vec<String>,
        cites: Vec<String>,
    }

    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Sitting {
        span: String,
        city: Option<String>,
        country: Option<String>,
    }

    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Participant {
        actor: String,
        role: String,
    }

    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Statement {
        id: String,
        act: String,
        form: Option<String>,
        speakers: Vec<Speaker>,
        addressees: Vec<String>,
        event: Option<String>,
        texts: Vec<String>,
        terms: Vec<String>,
        positions: Vec<Position>,
        #[serde(default)]
        claims: Vec<Claim>,
        cites: Vec<Cite>,
    }

    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Speaker {
        actor: String,
        tenure: Option<String>,
        printed: Option<String>,
    }

    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Position {
        term: String,
        stance: String,
    }

    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Claim {
        indicator: String,
        subject: String,
        quantity: Option<String>,
    }

    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Cite {
        source: String,
        locator: Option<String>,
    }

    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Taxonomy {
        id: String,
        version: String,
        terms: Vec<Term>,
    }

    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Term {
        id: String,
        kind: String,
        names: Vec<String>,
    }
}
