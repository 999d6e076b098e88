//! How fast, and how well, is a country found by its code or by a name?
//!
//! `cargo bench --bench resolve` times look-ups by code, then names: every distinct name of a list once in a pass, the
//! median of many passes. The list is made of the crate's own names in English and of what tables make of them, so its
//! figures are about speed; `english.csv`, a collection of spellings from elsewhere, is read too where `NETPOLITY_DATA`
//! or `../shared/data` holds `country-names/`. The first look-up of a process and allocations are counted as well.
//!
//! Peers run on the same names where `NETPOLITY_PEERS` is a Python that has them:
//!
//! ```text
//! python3 -m venv /somewhere/peers && /somewhere/peers/bin/pip install -r benches/peers/requirements.txt
//! NETPOLITY_PEERS=/somewhere/peers/bin/python cargo bench --bench resolve
//! ```
//!
//! Times depend on the machine; the ratios are what counts.
#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation
)]

use std::alloc::{GlobalAlloc, Layout, System};
use std::collections::{HashMap, HashSet};
use std::hint::black_box;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use netpolity::Country;
use netpolity::country::{Resolution, resolve};

#[path = "../examples/generate_countries/csv.rs"]
#[allow(dead_code)] // the generator uses more of it
mod csv;
mod peers;

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

/// A name, and the alpha-3 code of the country that it is a name of; none for what is no country.
type Name = (String, Option<String>);

/// The argument with which this program calls itself to time the first look-up of a process.
const FIRST: &str = "--first";

fn main() {
    if std::env::args().any(|argument| argument == FIRST) {
        let start = Instant::now();
        black_box(resolve(black_box("Korea, Rep. of (the)")));
        println!("{}", start.elapsed().as_nanos());
        return;
    }
    // `cargo test --benches` runs this too: then one pass shows that it works.
    let quick = std::env::args().any(|argument| argument == "--test") || cfg!(debug_assertions);
    let passes = if quick { 1 } else { 301 };

    codes(passes);

    let table = from_tables();
    let mess = made_messy();
    let junk = junk();
    let all: Vec<Name> = distinct(table.iter().chain(&mess).chain(&junk).cloned());
    println!();
    time_names("as somebody writes them", &table, passes);
    time_names("upper case, turned round, with marks", &mess, passes);
    time_names("names of nothing", &junk, passes);
    let here = time_names("all of these", &all, passes);
    time_hash_map(&all, passes);
    time_names("not in ASCII, in languages of the UN", &other_languages(), passes);
    let english = english();
    let english_here =
        english.as_ref().map(|names| time_names("english.csv, from elsewhere", names, passes));

    println!();
    count_allocations(&all);
    time_first(if quick { 1 } else { 31 });

    if quick {
        return;
    }
    let Some(python) = peers::python() else { return };
    run_peers(&python, "all of these", &all, here);
    if let (Some(names), Some(here)) = (&english, english_here) {
        run_peers(&python, "english.csv", names, here);
    }
}

fn codes(passes: usize) {
    // Far from each other in the tables.
    let mut countries: Vec<Country> = Country::current().collect();
    countries.sort_by_key(|country| country.as_str().chars().rev().collect::<String>());
    let numbers: Vec<u16> = countries.iter().filter_map(|country| country.numeric()).collect();
    let repeat = 20;
    let show = |what, count: usize, pass: &mut dyn FnMut()| {
        let ns = median(passes, || (0..repeat).for_each(|_| pass())) / (count * repeat) as f64;
        println!("{what:<44} {count:>6} {ns:>8.1} ns");
    };
    println!("{:<44} {:>6} {:>11}", "codes", "codes", "each");
    show("Country::from_alpha2", countries.len(), &mut || {
        for country in &countries {
            black_box(Country::from_alpha2(black_box(country.alpha2())));
        }
    });
    show("Country::from_alpha3", countries.len(), &mut || {
        for country in &countries {
            black_box(Country::from_alpha3(black_box(country.alpha3())));
        }
    });
    show("Country::from_numeric", numbers.len(), &mut || {
        for number in &numbers {
            black_box(Country::from_numeric(black_box(*number)));
        }
    });
    println!("\n{:<44} {:>6} {:>11}", "names", "names", "each");
}

/// Names in English from the crate's tables.
fn from_tables() -> Vec<Name> {
    const ENGLISH: [&str; 7] =
        ["gapminder", "geonames", "iso", "iso-4217", "owid", "un-wpp", "worldbank"];
    const KINDS: [&str; 7] =
        ["short", "common", "official", "abbreviation", "former", "dataset", "misspelling"];
    let mut names = Vec::new();
    for country in Country::current() {
        names.extend(spellings(country).map(|name| of(name, country.as_str())));
    }
    for [name, area, kind] in columns("names.csv", ["name", "area", "kind"]) {
        if KINDS.contains(&kind.as_str()) {
            names.push(of(name, &area));
        }
    }
    for [name, alpha3, sources] in columns("spellings.csv", ["name", "alpha3", "sources"]) {
        if sources.split(' ').any(|source| ENGLISH.contains(&source)) {
            names.push(of(name, &alpha3));
        }
    }
    distinct(names)
}

/// What tables make of names: none of these is in the index as it stands.
fn made_messy() -> Vec<Name> {
    let mut names = Vec::new();
    for country in Country::current() {
        let code = country.as_str();
        for name in spellings(country) {
            names.push(of(name.to_uppercase(), code));
            names.push(of(format!("{name}*"), code));
            names.push(of(format!("{name} (the)"), code));
            names.push(of(format!("{code}: {name}"), code));
            if let Some(sovereign) = country.sovereign() {
                names.push(of(format!("{name} ({})", sovereign.short_name()), code));
            }
            if let Some((form, name)) = name.split_once(" of ") {
                names.push(of(format!("{name}, {form} of"), code));
            }
        }
    }
    distinct(names)
}

/// Names in the languages of the UN that are not written with ASCII letters alone.
fn other_languages() -> Vec<Name> {
    let rows = columns("spellings.csv", ["name", "alpha3", "sources"]).into_iter();
    let un = rows.filter(|[name, _, sources]| sources.contains("unterm") && !name.is_ascii());
    distinct(un.map(|[name, alpha3, _]| of(name, &alpha3)))
}

fn junk() -> Vec<Name> {
    let airlines =
        Country::current().step_by(4).map(|country| format!("Air {}", country.common_name()));
    ["", "-", "..", "n/a", "n.a.", "Total", "Other", "42", "New Mexico", "Perugia", "Londinium"]
        .into_iter()
        .map(String::from)
        .chain(airlines)
        .map(|name| (name, None))
        .collect()
}

fn spellings(country: Country) -> impl Iterator<Item = &'static str> {
    [Some(country.short_name()), Some(country.common_name()), country.official_name()]
        .into_iter()
        .flatten()
}

/// Spellings of current countries in English, from many sources.
fn english() -> Option<Vec<Name>> {
    let folder = std::env::var_os("NETPOLITY_DATA").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data"),
        PathBuf::from,
    );
    let file = folder.join("country-names/english.csv");
    let rows = file.is_file().then(|| csv::columns(&file, ["name", "alpha3"]).unwrap())?;
    Some(distinct(rows.into_iter().map(|[name, alpha3]| (name, Some(alpha3)))))
}

fn of(name: impl Into<String>, country: &str) -> Name {
    (name.into(), Some(country.to_owned()))
}

fn columns<const N: usize>(file: &str, names: [&str; N]) -> Vec<[String; N]> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/country");
    csv::columns(&folder.join(file), names).unwrap()
}

/// The names once each, in an order in which neighbours have nothing to do with each other.
fn distinct(names: impl IntoIterator<Item = Name>) -> Vec<Name> {
    let mut seen = HashSet::new();
    let mut names: Vec<Name> =
        names.into_iter().filter(|(name, _)| seen.insert(name.clone())).collect();
    names.sort_by_cached_key(|(name, _)| {
        name.bytes().fold(7_u32, |sum, byte| sum.wrapping_mul(0x9e37_79b1) ^ u32::from(byte))
    });
    names
}

/// Prints how long a name takes and what became of the names; returns the nanoseconds.
fn time_names(what: &str, names: &[Name], passes: usize) -> f64 {
    let pass = || {
        for (name, _) in names {
            black_box(resolve(black_box(name)));
        }
    };
    let ns = median(passes, pass) / names.len() as f64;
    let mut tally = Tally::default();
    for (name, truth) in names {
        tally.count(&resolve(name), truth.as_deref());
    }
    println!("{what:<44} {:>6} {ns:>8.1} ns   {tally}", names.len());
    ns
}

/// What the same texts take as the keys of a hash map, which knows no other spelling.
fn time_hash_map(names: &[Name], passes: usize) {
    let map: HashMap<&str, Option<Country>> =
        names.iter().map(|(name, _)| (name.as_str(), resolve(name).country())).collect();
    let pass = || {
        for (name, _) in names {
            black_box(map.get(black_box(name.as_str())));
        }
    };
    let ns = median(passes, pass) / names.len() as f64;
    println!("{:<44} {:>6} {ns:>8.1} ns", "the same in a HashMap of the std", names.len());
}

#[derive(Default)]
struct Tally {
    right: usize,
    wrong: usize,
    several: usize,
    none: usize,
}

impl Tally {
    fn count(&mut self, resolution: &Resolution<'_>, truth: Option<&str>) {
        match (resolution, truth) {
            (Resolution::One { country, .. }, Some(truth)) if country.as_str() == truth => {
                self.right += 1;
            }
            (Resolution::One { .. }, _) => self.wrong += 1,
            (Resolution::Ambiguous { .. }, _) => self.several += 1,
            _ => self.none += 1,
        }
    }
}

impl std::fmt::Display for Tally {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { right, wrong, several, none } = self;
        write!(f, "{right} right, {wrong} wrong, {several} several, {none} none")
    }
}

fn count_allocations(names: &[Name]) {
    let (mut hits, mut allocated) = (0, 0);
    for (name, _) in names {
        let before = ALLOCATIONS.load(Ordering::Relaxed);
        let found = black_box(resolve(name)).country().is_some();
        if found {
            hits += 1;
            allocated += ALLOCATIONS.load(Ordering::Relaxed) - before;
        }
    }
    println!("{:<44} {hits:>6} {allocated:>8}", "allocations, names that are found");
}

/// The first name that a process looks up.
fn time_first(processes: usize) {
    let program = std::env::current_exe().unwrap();
    let mut times: Vec<f64> = (0..processes)
        .map(|_| {
            let output = Command::new(&program).arg(FIRST).output().unwrap();
            String::from_utf8(output.stdout).unwrap().trim().parse().unwrap()
        })
        .collect();
    println!(
        "{:<44} {processes:>6} {:>8.1} us",
        "first name of a process",
        middle(&mut times) / 1e3
    );
}

/// Runs the peers on names, and prints how much longer they take than the nanoseconds `here`.
fn run_peers(python: &Path, what: &str, names: &[Name], here: f64) {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/peers/peers.py");
    let mut child = Command::new(python)
        .arg(script)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    #[allow(clippy::format_collect)] // once, before anything is timed
    let lines: String = names
        .iter()
        .map(|(name, truth)| format!("{name}\t{}\n", truth.as_deref().unwrap_or_default()))
        .collect();
    child.stdin.take().unwrap().write_all(lines.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    println!("\npeers on {what}");
    println!(
        "{:<32} {:>6} {:>6} {:>6} {:>7} {:>6} {:>11} {:>8} {:>10}",
        "", "names", "right", "wrong", "several", "none", "each", "ratio", "cold start"
    );
    for line in String::from_utf8(output.stdout).unwrap().lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        let [peer, names, right, wrong, several, none, ns, cold] = fields[..] else {
            println!("{line}");
            continue;
        };
        let ns: f64 = ns.parse().unwrap();
        println!(
            "{peer:<32} {names:>6} {right:>6} {wrong:>6} {several:>7} {none:>6} {:>8.1} us {:>7.0}x {cold:>7} ms",
            ns / 1e3,
            ns / here
        );
    }
}

/// The median time of a pass, in nanoseconds.
fn median(passes: usize, mut pass: impl FnMut()) -> f64 {
    let mut times: Vec<f64> = (0..passes)
        .map(|_| {
            let start = Instant::now();
            pass();
            start.elapsed().as_nanos() as f64
        })
        .collect();
    middle(&mut times)
}

fn middle(times: &mut [f64]) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

static ALLOCATIONS: AtomicUsize = AtomicUsize::new(0);

/// The system's allocator, counting.
struct Counting;

#[global_allocator]
static ALLOCATOR: Counting = Counting;

// SAFETY: every call goes to the system's allocator as it came.
#[allow(unsafe_code)] // an allocator cannot be written without it; the library has none
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        ALLOCATIONS.fetch_add(1, Ordering::Relaxed);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        unsafe { System.dealloc(pointer, layout) }
    }
}
