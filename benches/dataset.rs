//! How fast is a dataset loaded, checked and asked, and in how much memory?
//!
//! `cargo bench --bench dataset` generates datasets of statements with their events, people and agencies, the same in every
//! run, and times, best of several runs: loading one; loading the same JSON into structs of plain `String`s; all rules; the
//! indexes; a question. Seconds depend on the machine; the ratios are what counts.
//!
//! The same JSON goes into models of pydantic where `NETPOLITY_PEERS` is a Python that has it:
//!
//! ```text
//! python3 -m venv /somewhere/peers && /somewhere/peers/bin/pip install -r benches/peers/requirements.txt
//! NETPOLITY_PEERS=/somewhere/peers/bin/python cargo bench --bench dataset
//! ```
//!
//! Each load has a process of its own, as a program that starts and reads a file: in one process, whoever comes second
//! pays for tidying up what the first has freed. Memory is what the process holds once the JSON is gone.
#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation
)]

mod peers;
mod random;

use std::fmt::Write;
use std::hint::black_box;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use netpolity::Dataset;
use netpolity::actor::Actor;
use netpolity::statement::Act;
use netpolity::validate::Profile;

use random::Random;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let [_, load, which, file] = arguments.as_slice()
        && load == LOAD
    {
        measure(which, file);
        return;
    }
    // `cargo test --benches` runs this too: then a small dataset shows that it works.
    let quick = std::env::args().any(|argument| argument == "--test") || cfg!(debug_assertions);
    let (small, large, runs) = if quick { (1_000, 1_000, 1) } else { (100_000, 1_000_000, 5) };

    let file = std::env::temp_dir().join(format!("netpolity-bench-{}.json", std::process::id()));
    let bytes = write(&file, small);
    // In turns, so that a machine that slows down slows both.
    let (mut typed, mut plain) = (Load::WORST, Load::WORST);
    for _ in 0..runs {
        typed = typed.better(in_own_process(TYPED, &file));
        plain = plain.better(in_own_process(PLAIN, &file));
    }
    typed.show("load, checked types", bytes);
    plain.show("load, the same structs with String fields", bytes);
    println!(
        "{:<52} {:>8.2} x the time, {:.2} x the memory",
        "",
        typed.time / plain.time,
        typed.memory / plain.memory
    );
    if !quick && let Some(python) = peers::python() {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/peers/dataset.py");
        let output = Command::new(python).arg(script).arg(&file).output().unwrap().stdout;
        let output = String::from_utf8(output).unwrap();
        let mut words = output.split_whitespace();
        let seconds: f64 = words.next().unwrap().parse().unwrap();
        assert_eq!(words.next(), Some(small.to_string().as_str()), "statements");
        println!(
            "{:<52} {:>8.1} ms, {:.1} x the time",
            "pydantic, the same JSON into models",
            seconds * 1e3,
            seconds / typed.time
        );
    }

    let bytes = write(&file, large);
    in_own_process(TYPED, &file).show("load, checked types", bytes);
    in_own_process(INDEXED, &file).show("load and index", bytes);
    let dataset = Dataset::from_json(&std::fs::read_to_string(&file).unwrap()).unwrap();
    std::fs::remove_file(&file).unwrap();

    let actor: Actor = "person:person-7".parse().unwrap();
    let first = Instant::now();
    black_box(dataset.statements().by(&actor).count());
    show("index, and one question", first.elapsed());
    let term = "term-3".parse().unwrap();
    let day = |text: &str| text.parse().unwrap();
    let asked = best(runs, || {
        let statements = dataset.statements().by(&actor).doing(Act::Call);
        statements.about(&term).between(day("2013-01-01"), day("2013-12-31")).count()
    });
    show("one question, by speaker, act, term and period", asked);

    let profile = Profile::default();
    let as_of = "2026-01-01".parse().unwrap();
    let findings = dataset.validate(&profile, as_of);
    println!("{}", findings.to_string().lines().last().unwrap_or_default());
    show("validate, all rules, linked", best(runs.min(3), || dataset.validate(&profile, as_of)));
    drop(dataset);
    let alone = Dataset::from_json(&statements_alone(large)).unwrap();
    show("validate, statements alone", best(runs.min(3), || alone.validate(&profile, as_of)));
}

/// Writes the generated dataset, and says how large it is.
fn write(file: &Path, statements: usize) -> f64 {
    let json = generate(statements);
    std::fs::write(file, &json).unwrap();
    let events = statements / STATEMENTS_AN_EVENT;
    println!(
        "\n{statements} statements at {events} events, {:.1} MB of JSON",
        json.len() as f64 / 1e6
    );
    json.len() as f64
}

/// The ways to load a file.
const TYPED: &str = "typed";
const INDEXED: &str = "indexed";
const PLAIN: &str = "plain";

/// Loads a file once and prints the seconds, and the bytes that the process holds more than before.
fn measure(which: &str, file: &str) {
    fn load<T>(file: &str, load: impl FnOnce(&str) -> T) {
        let before = resident();
        let json = std::fs::read_to_string(file).unwrap();
        let start = Instant::now();
        let loaded = load(&json);
        let time = start.elapsed().as_secs_f64();
        drop(json);
        println!("{time} {}", resident() - before);
        drop(black_box(loaded));
    }
    match which {
        TYPED => load(file, |json| Dataset::from_json(json).unwrap()),
        INDEXED => load(file, |json| {
            let dataset = Dataset::from_json(json).unwrap();
            let actor: Actor = "person:person-7".parse().unwrap();
            assert!(dataset.statements().by(&actor).count() > 0);
            dataset
        }),
        _ => load(file, |json| serde_json::from_str::<plain::Tables>(json).unwrap()),
    }
}

/// What the operating system counts, where it does: Linux.
fn resident() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kilobytes = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<f64>().ok());
    kilobytes.unwrap_or_default() * 1024.0
}

/// One load: seconds, and bytes held afterwards.
#[derive(Clone, Copy)]
struct Load {
    time: f64,
    memory: f64,
}

impl Load {
    const WORST: Self = Self { time: f64::INFINITY, memory: f64::INFINITY };

    fn better(self, other: Self) -> Self {
        Self { time: self.time.min(other.time), memory: self.memory.min(other.memory) }
    }

    fn show(self, what: &str, bytes: f64) {
        println!(
            "{what:<52} {:>8.1} ms {:>7.1} MB, {:.2} x the JSON",
            self.time * 1e3,
            self.memory / 1e6,
            self.memory / bytes
        );
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

fn in_own_process(which: &str, file: &Path) -> Load {
    let program = std::env::current_exe().unwrap();
    let output = Command::new(program).args([LOAD, which]).arg(file).output().unwrap().stdout;
    let output = String::from_utf8(output).unwrap();
    let (time, memory) = output.trim().split_once(' ').unwrap();
    Load { time: time.parse().unwrap(), memory: memory.parse().unwrap() }
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
    println!("{what:<52} {:>8.3} ms", time.as_secs_f64() * 1e3);
}

/// How many statements there are for each event.
const STATEMENTS_AN_EVENT: usize = 10;

/// A dataset whose every reference resolves. The generator is fixed, so that runs can be compared.
fn generate(statements: usize) -> String {
    let agencies = statements / 100;
    let people = statements / 20;
    let events = statements / STATEMENTS_AN_EVENT;
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
            r#"{{"id":"statement-{i}","act":"{act}","form":"paraphrase","speakers":[{{"actor":"person:person-{person}","tenure":"tenure-{person}","printed":"Director"}}],"addressees":["country:{country}"],"event":"event-{event}","date":"2013-06","texts":["Something that was said at the meeting, number {i}"],"terms":["term-{}"],"positions":[{{"term":"term-{}","stance":"support"}}]{claims},"cites":[{{"source":"source-{source}","locator":"paragraph 2"}}]}}"#,
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
        date: Option<String>,
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
