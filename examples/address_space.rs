//! Address space and AS numbers of each country, from delegated files of address registries.
//!
//! - `address_space`: those of three small files made for tests
//! - `address_space FILE...`: those of some files together, as `delegated-afrinic-extended-latest` and others that the
//!   registries publish
//!
//! The table goes to standard output, the largest first: countries, then codes of no country, then space that nobody has. What
//! became of each line of each file goes to standard error.
//!
//! `cargo run --example address_space -- delegated-*-latest`

use std::fs::File;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use netpolity::io::rir::{self, Holdings, Totals};
use netpolity::io::{Error, Options};

const OWN: [&str; 3] =
    ["delegated-afrinic-extended", "delegated-lacnic-extended", "delegated-ripencc"];

fn main() -> ExitCode {
    let mut files: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    if files.is_empty() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/io/rir");
        files.extend(OWN.map(|file| folder.join(file)));
    }
    let mut totals = Totals::new();
    for file in &files {
        if let Err(error) = add(file, &mut totals) {
            // A closed standard error is no reason to fail otherwise.
            let _ = writeln!(io::stderr(), "address_space: {}: {error}", file.display());
            return ExitCode::from(2);
        }
    }
    match table(&mut io::stdout().lock(), &totals) {
        Ok(()) => ExitCode::SUCCESS,
        // The reader, such as `head`, has seen enough.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(io::stderr(), "address_space: {error}");
            ExitCode::FAILURE
        }
    }
}

fn add(file: &Path, totals: &mut Totals) -> Result<(), Error> {
    let read = rir::read(File::open(file)?, &Options::new())?;
    let header = read.data.header();
    let day = header.day().map_or_else(|| "an unknown day".to_owned(), |day| day.to_string());
    let name = file.file_name().unwrap_or_default().display();
    let _ = writeln!(io::stderr(), "{name}: {} on {day}\n  {}", header.registry, read.account);
    totals.add(&read.data);
    Ok(())
}

fn table(out: &mut dyn Write, totals: &Totals) -> io::Result<()> {
    writeln!(out, "{:>14}{:>16}{:>18}{:>10}", "IPv4", "IPv6 /32", "IPv6 /48", "ASNs")?;
    let mut countries: Vec<_> = totals.countries().collect();
    // Of equals, the order of codes stays.
    countries.sort_by_key(|(_, holdings)| std::cmp::Reverse(holdings.ipv4()));
    for (country, holdings) in countries {
        row(out, &format!("{country} {}", country.short_name()), holdings)?;
    }
    for (code, holdings) in totals.apart() {
        let code = if code.is_empty() { "no code" } else { code };
        row(out, &format!("in use under {code}"), holdings)?;
    }
    row(out, "available", &totals.available())?;
    row(out, "reserved", &totals.reserved())?;
    if totals.other() != Holdings::default() {
        row(out, "of another status", &totals.other())?;
    }
    Ok(())
}

fn row(out: &mut dyn Write, what: &str, holdings: &Holdings) -> io::Result<()> {
    let ipv6 = holdings.ipv6();
    writeln!(
        out,
        "{:>14}{:>16.4}{:>18}{:>10}  {what}",
        holdings.ipv4(),
        ipv6.blocks(32),
        ipv6.whole_blocks(48),
        holdings.asns()
    )
}
