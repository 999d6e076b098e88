//! How fast, and in how much memory, is a large file read?
//!
//! `cargo bench --bench read` makes two files of the shape and size of real ones, the same in every run, and reads them: a table
//! with a column for each year and a row for each area and indicator, as the bulk download of the World Development
//! Indicators has it, into a panel; and a file of a regional Internet registry into typed records.
//!
//! The same files are read by what a user would pick instead where `NETPOLITY_PEERS` is a Python that has polars:
//!
//! ```text
//! python3 -m venv /somewhere/peers && /somewhere/peers/bin/pip install -r benches/peers/requirements.txt
//! NETPOLITY_PEERS=/somewhere/peers/bin/python cargo bench --bench read
//! ```
//!
//! Each reading has a process of its own, since the most memory that a process had is counted; times are the best of some.
//! They depend on the machine; the ratios are what counts.
#![allow(clippy::print_stdout, clippy::unwrap_used, clippy::cast_precision_loss)]

use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use netpolity::country::Country;
use netpolity::io::{Options, world_bank};

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let [_, task, file] = &arguments[..] {
        return measure(task, Path::new(file));
    }
    // `cargo test --benches` runs this too: then small files show that it works.
    let quick = arguments.iter().any(|argument| argument == "--test") || cfg!(debug_assertions);
    let folder = std::env::temp_dir().join(format!("netpolity-read-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    run(&folder, quick);
    fs::remove_dir_all(&folder).unwrap();
}

fn run(folder: &Path, quick: bool) {
    let table = folder.join("table.csv");
    let cells = write_table(&table, if quick { 3 } else { 1512 });
    println!(
        "{} MB, {} rows, {} values, {} cells between the first and last value of each series",
        fs::metadata(&table).unwrap().len() / 1_000_000,
        cells.rows,
        cells.values,
        cells.between
    );
    let here = best(if quick { 1 } else { 5 }, || {
        Command::new(std::env::current_exe().unwrap())
            .arg(TABLE)
            .arg(&table)
            .output()
            .unwrap()
            .stdout
    });
    println!("netpolity        {:>8.0} ms {:>6.0} MB", here.seconds * 1e3, here.megabytes);
    println!(
        "                 most memory: {:.2} times 8 bytes a cell between first and last",
        here.megabytes * 1e6 / (cells.between as f64 * 8.0)
    );
    if quick {
        return;
    }
    let Some(python) = std::env::var_os("NETPOLITY_PEERS") else {
        println!(
            "peers skipped: NETPOLITY_PEERS names no Python; benches/read.rs says how to get one"
        );
        return;
    };
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/peers/read.py");
    let polars = best(5, || {
        Command::new(&python).arg(&script).arg(TABLE).arg(&table).output().unwrap().stdout
    });
    println!(
        "polars           {:>8.0} ms {:>6.0} MB {:>6.1}x",
        polars.seconds * 1e3,
        polars.megabytes,
        polars.seconds / here.seconds
    );
}

const TABLE: &str = "table";

/// Reads a file once and prints the seconds and the most memory of the process in bytes.
fn measure(task: &str, file: &Path) {
    let start = Instant::now();
    let values = match task {
        TABLE => {
            let reading = world_bank::read_csv(File::open(file).unwrap(), &Options::new()).unwrap();
            assert_eq!(reading.account.rejected(), 0);
            reading.account.values()
        }
        other => panic!("no task {other}"),
    };
    println!("{values} {} {}", start.elapsed().as_secs_f64(), most_memory());
}

/// What the operating system counts, where it does: Linux.
fn most_memory() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok());
    kilobytes.unwrap_or_default() * 1024
}

struct Measured {
    seconds: f64,
    megabytes: f64,
}

/// The best time of some processes, each of which prints values, seconds and bytes.
fn best(processes: usize, mut run: impl FnMut() -> Vec<u8>) -> Measured {
    let mut best = Measured { seconds: f64::INFINITY, megabytes: 0.0 };
    let mut counted = None;
    for _ in 0..processes {
        let output = String::from_utf8(run()).unwrap();
        let fields: Vec<&str> = output.split_whitespace().collect();
        let [values, seconds, bytes] = fields[..] else { panic!("the process printed `{output}`") };
        let values: u64 = values.parse().unwrap();
        assert_eq!(*counted.get_or_insert(values), values);
        best.seconds = best.seconds.min(seconds.parse().unwrap());
        best.megabytes = best.megabytes.max(bytes.parse::<f64>().unwrap() / 1e6);
    }
    best
}

struct Cells {
    rows: usize,
    values: usize,
    between: usize,
}

/// A table of the World Bank's shape: countries by so many indicators, 65 years, with heads, tails and holes as real series have them.
fn write_table(path: &PathBuf, indicators: usize) -> Cells {
    const YEARS: usize = 65;
    let mut random = Random(7);
    let mut out = BufWriter::new(File::create(path).unwrap());
    let years: String = (1960..1960 + YEARS).fold(String::new(), |mut header, year| {
        let _ = write!(header, "\"{year}\",");
        header
    });
    writeln!(
        out,
        "\"Country Name\",\"Country Code\",\"Indicator Name\",\"Indicator Code\",{years}"
    )
    .unwrap();
    let mut cells = Cells { rows: 0, values: 0, between: 0 };
    let areas: Vec<Country> =
        Country::current().chain(Country::all().filter(|country| country.is_former())).collect();
    let mut line = String::new();
    for area in areas.iter().cycle().take(264) {
        for indicator in 0..indicators {
            line.clear();
            let (name, code) = (area.common_name().replace('"', ""), area.alpha3());
            let _ = write!(
                line,
                "\"{name}\",\"{code}\",\"Indicator {indicator} (% of something)\",\"XX.GEN.{indicator:04}.ZS\","
            );
            let first = random.below(46);
            let last = (first + 10 + random.below(45)).min(YEARS - 1);
            let mut value = f64::from(u32::try_from(random.below(1_000_000)).unwrap()) / 100.0;
            let decimals = [0, 1, 2, 4, 6, 9][random.below(6)];
            let (mut start, mut end) = (None, 0);
            for year in 0..YEARS {
                if (first..=last).contains(&year) && random.below(10) > 0 {
                    value *= 0.95 + random.below(1000) as f64 / 9000.0;
                    let _ = write!(line, "{value:.decimals$}");
                    cells.values += 1;
                    start.get_or_insert(year);
                    end = year + 1;
                }
                line.push(',');
            }
            cells.rows += 1;
            cells.between += start.map_or(0, |start| end - start);
            writeln!(out, "{line}").unwrap();
        }
    }
    out.flush().unwrap();
    cells
}

/// Numbers that look random and are the same in every run (SplitMix64).
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % limit as u64).unwrap()
    }
}
