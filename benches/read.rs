//! How fast, and in how much memory, is a large file read?
//!
//! `cargo bench --bench read` makes three files of the shape and size of real ones, the same in every run, and reads them: a table
//! with a column for each year and a row for each area and indicator, as the bulk download of the World Development
//! Indicators has it, into a panel; a message in SDMX-CSV 2.0 into another; and a file of a regional Internet registry into typed
//! records.
//!
//! The same files are read by what a user would pick instead where `NETPOLITY_PEERS` is a Python that has polars and pysdmx:
//!
//! ```text
//! python3 -m venv /somewhere/peers && /somewhere/peers/bin/pip install -r benches/peers/requirements.txt
//! NETPOLITY_PEERS=/somewhere/peers/bin/python cargo bench --bench read
//! ```
//!
//! Each reading has a process of its own, since the most memory that a process had is counted; times are the best of some.
//! They depend on the machine; the ratios are what counts.
#![allow(clippy::print_stdout, clippy::unwrap_used, clippy::panic, clippy::cast_precision_loss)]

mod peers;
mod random;

use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use netpolity::country::Country;
use netpolity::io::{Options, rir, sdmx, world_bank};

use random::Random;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let [_, task @ (TABLE | SDMX | REGISTRY), file] =
        &arguments.iter().map(String::as_str).collect::<Vec<_>>()[..]
    {
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
    let cells = write_table(&table, if quick { 3 } else { 1596 });
    println!(
        "a table of {} MB: {} rows, {} values, {} cells between the first and last value of each series",
        megabytes(&table),
        cells.rows,
        cells.values,
        cells.between
    );
    let here = compare(TABLE, &table, "polars", quick);
    println!(
        "{:<12} most memory: {:.2} times 8 bytes a cell between first and last",
        "",
        here.megabytes * 1e6 / (cells.between as f64 * 8.0)
    );
    let message = folder.join("message.csv");
    let values = write_sdmx(&message, if quick { 1 } else { 50 });
    println!("\na message in SDMX-CSV of {} MB: {values} values", megabytes(&message));
    compare(SDMX, &message, "pysdmx", quick);
    let registry = folder.join("delegated-extended");
    let lines = if quick { 1_000 } else { 600_000 };
    write_registry(&registry, lines);
    println!("\na file of a registry of {} MB: {lines} records", megabytes(&registry));
    compare(REGISTRY, &registry, "Python", quick);
}

fn megabytes(file: &Path) -> u64 {
    fs::metadata(file).unwrap().len() / 1_000_000
}

/// Reads a file here and, where there is a Python, there.
fn compare(task: &str, file: &Path, peer: &str, quick: bool) -> Measured {
    let passes = if quick { 1 } else { 5 };
    let run = |mut command: Command| command.arg(task).arg(file).output().unwrap().stdout;
    let here = best(passes, || run(Command::new(std::env::current_exe().unwrap())));
    println!("{:<12} {:>8.0} ms {:>6.0} MB", "netpolity", here.seconds * 1e3, here.megabytes);
    if quick {
        return here;
    }
    let Some(python) = peers::python() else { return here };
    let there = best(passes, || {
        let mut command = Command::new(&python);
        command.arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/peers/read.py"));
        run(command)
    });
    println!(
        "{peer:<12} {:>8.0} ms {:>6.0} MB {:>6.1}x the time",
        there.seconds * 1e3,
        there.megabytes,
        there.seconds / here.seconds
    );
    here
}

const TABLE: &str = "table";
const SDMX: &str = "sdmx";
const REGISTRY: &str = "registry";

/// Reads a file once and prints the seconds and the most memory of the process in bytes.
fn measure(task: &str, file: &Path) {
    let start = Instant::now();
    let values = match task {
        TABLE => {
            let reading = world_bank::read_csv(File::open(file).unwrap(), &Options::new()).unwrap();
            assert_eq!(reading.account.rejected(), 0);
            reading.account.values()
        }
        SDMX => {
            let (components, options) = (sdmx::Components::new(), Options::new());
            let reading = sdmx::read_csv(File::open(file).unwrap(), &components, &options).unwrap();
            assert_eq!(reading.account.rejected(), 0);
            reading.account.values()
        }
        REGISTRY => {
            let reading = rir::read(File::open(file).unwrap(), &Options::new()).unwrap();
            assert_eq!(reading.account.rejected(), 0);
            reading.data.len() as u64
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
    let areas: Vec<Country> = Country::current().collect();
    let mut line = String::new();
    for area in &areas {
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

/// A message of so many indicators of all countries in 40 years, with some values missing; tells how many there are.
fn write_sdmx(path: &Path, indicators: usize) -> usize {
    let mut random = Random(13);
    let mut out = BufWriter::new(File::create(path).unwrap());
    writeln!(
        out,
        "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MEASURE"
    )
    .unwrap();
    let mut values = 0;
    for area in Country::current().map(Country::alpha2) {
        for indicator in 0..indicators {
            for year in 1985..2025 {
                let (value, status) = (100.0 * random.part(), random.one_of(&["A", "A", "E", "P"]));
                if random.below(10) > 0 {
                    let key = format_args!("A,{area},GEN_{indicator:03},{year}");
                    writeln!(out, "dataflow,EX:DF_GEN(1.0.0),I,{key},{value:.2},{status},PERCENT")
                        .unwrap();
                    values += 1;
                }
            }
        }
    }
    out.flush().unwrap();
    values
}

/// A file in the extended form, with so many records.
fn write_registry(path: &Path, records: usize) {
    let mut random = Random(11);
    let mut out = BufWriter::new(File::create(path).unwrap());
    let codes: Vec<&str> = Country::current().map(Country::alpha2).collect();
    let thirds = [records / 3, records / 3, records - records / 3 * 2];
    writeln!(out, "2.3|ripencc|20240101|{records}|19830101|20240101|+0100").unwrap();
    for (kind, count) in ["asn", "ipv4", "ipv6"].into_iter().zip(thirds) {
        writeln!(out, "ripencc|*|{kind}|*|{count}|summary").unwrap();
    }
    for (kind, count) in thirds.into_iter().enumerate() {
        for number in 0..count {
            let code = codes[random.below(codes.len())];
            let (year, month, day) =
                (1995 + random.below(29), 1 + random.below(12), 1 + random.below(28));
            let date = format!("{year}{month:02}{day:02}");
            let holder = random.below(usize::MAX);
            let status = if random.below(3) > 0 { "allocated" } else { "assigned" };
            let resource = match kind {
                0 => format!("asn|{}|1", number + 1),
                1 => format!(
                    "ipv4|{}.{}.{}.0|256",
                    1 + number / 65_536,
                    number / 256 % 256,
                    number % 256
                ),
                _ => format!("ipv6|2a{:02x}:{:x}::|32", number / 65_536, number % 65_536),
            };
            writeln!(out, "ripencc|{code}|{resource}|{date}|{status}|{holder:016x}").unwrap();
        }
    }
    out.flush().unwrap();
}
