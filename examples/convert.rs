//! Converts files of statistics into another format. What format a file has is found out from its content.
//!
//! - `convert`: reads the small files made for tests, and says what they hold
//! - `convert FILE [--to FORMAT]`: writes one file to standard output, as tidy CSV, `jsonl`, `sdmx-csv` or `owid`
//! - `convert FILE... --out FOLDER [--to FORMAT]`: writes each to a file of its name in a folder that is there
//! - `--release 2024` names the release, where a file does not tell it
//!
//! Each file is of one release, and so are those that are written: files are not put together. What became of each file,
//! and what is wrong in it, goes to standard error.
//!
//! Exit code: 0; 1 where values were rejected; 2 where a file can't be read or written.
//!
//! `cargo run --release --example convert -- API_*.csv --to jsonl --out .`

use std::ffi::{OsStr, OsString};
use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{self as std_io, BufWriter, ErrorKind, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use netpolity::finding::Severity;
use netpolity::io::{self, Account, Error, Format, Options, Reading, jsonl, owid, sdmx, tidy};
use netpolity::metric::Panel;

const USAGE: &str =
    "usage: convert [FILE... [--to tidy|jsonl|sdmx-csv|owid] [--out FOLDER] [--release NAME]]";

fn main() -> ExitCode {
    let result = Request::read(std::env::args_os().skip(1)).and_then(|request| request.run());
    match result {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::from(1),
        Err(message) => {
            say(&format!("convert: {message}"));
            ExitCode::from(2)
        }
    }
}

/// A closed standard error is no reason to fail.
fn say(text: &str) {
    let _ = writeln!(std_io::stderr(), "{text}");
}

#[derive(Clone, Copy)]
enum Target {
    Tidy,
    JsonLines,
    SdmxCsv,
    Owid,
}

impl Target {
    fn named(name: &OsStr) -> Option<Self> {
        Some(match name.to_str()? {
            "tidy" => Self::Tidy,
            "jsonl" => Self::JsonLines,
            "sdmx-csv" => Self::SdmxCsv,
            "owid" => Self::Owid,
            _ => return None,
        })
    }

    /// The last part of the name of a file.
    fn ending(self) -> &'static str {
        match self {
            Self::Tidy => "tidy.csv",
            Self::JsonLines => "jsonl",
            Self::SdmxCsv => "sdmx.csv",
            Self::Owid => "owid.csv",
        }
    }

    /// Writes a panel, and tells what the format could not take.
    fn write(self, panel: &Panel, out: impl Write) -> Result<(), sdmx::WriteError> {
        match self {
            Self::Tidy => tidy::write_csv(panel, out)?,
            Self::JsonLines => jsonl::write(panel, out)?,
            Self::SdmxCsv => {
                let written = sdmx::write_csv(panel, out, "NETPOLITY:PANEL(1.0)")?;
                lost(written.losses());
            }
            Self::Owid => {
                let written = owid::write_csv(panel, out)?;
                lost(written.losses());
            }
        }
        Ok(())
    }
}

/// What a format has no place for.
fn lost(losses: impl IntoIterator<Item = (&'static str, u64)>) {
    for (what, count) in losses {
        say(&format!("  not written: {what}, {count} times"));
    }
}

struct Request {
    files: Vec<PathBuf>,
    target: Target,
    folder: Option<PathBuf>,
    options: Options,
}

impl Request {
    fn read(arguments: impl Iterator<Item = OsString>) -> Result<Self, String> {
        let mut arguments = arguments;
        let (mut files, mut target, mut folder) = (Vec::new(), Target::Tidy, None);
        let mut options = Options::new();
        while let Some(argument) = arguments.next() {
            let mut value = || arguments.next().ok_or(USAGE);
            match argument.to_str() {
                Some("--to") => {
                    let name = value()?;
                    target = Target::named(&name)
                        .ok_or_else(|| format!("no format `{}`\n{USAGE}", name.display()))?;
                }
                Some("--out") => folder = Some(value()?.into()),
                Some("--release") => {
                    options.vintage.version = Some(value()?.to_string_lossy().into_owned());
                }
                Some(option) if option.starts_with('-') => {
                    return Err(format!("unknown option {option}\n{USAGE}"));
                }
                _ => files.push(argument.into()),
            }
        }
        if files.len() > 1 && folder.is_none() {
            return Err(format!("several files go to a folder: add --out FOLDER\n{USAGE}"));
        }
        Ok(Self { files, target, folder, options })
    }

    /// How many values were rejected.
    fn run(&self) -> Result<u64, String> {
        if self.files.is_empty() {
            return list_fixtures().map(|()| 0);
        }
        let (mut rejected, mut failures) = (0, Vec::new());
        for path in &self.files {
            // One that can't be read does not keep the others from being so.
            match self.convert(path) {
                Ok(account) => rejected += account.rejected(),
                Err(message) => failures.push(format!("{}: {message}", path.display())),
            }
        }
        if failures.is_empty() { Ok(rejected) } else { Err(failures.join("\nconvert: ")) }
    }

    fn convert(&self, path: &Path) -> Result<Account, String> {
        let file = File::open(path).map_err(|error| error.to_string())?;
        let length = file.metadata().map_or(0, |metadata| metadata.len());
        let progress = Progress { file, name: path, read: 0, length, next: Instant::now() + PAUSE };
        let (format, Reading { data, account, .. }) =
            io::read(progress, &self.options).map_err(|error| error.to_string())?;
        report(path, format, &account);
        self.write(path, &data)?;
        Ok(account)
    }

    fn write(&self, path: &Path, panel: &Panel) -> Result<(), String> {
        let Some(folder) = &self.folder else {
            let out = BufWriter::new(std_io::stdout().lock());
            return match self.target.write(panel, out) {
                // The reader, such as `head`, has seen enough.
                Err(sdmx::WriteError::Io(error)) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
                result => result.map_err(|error| error.to_string()),
            };
        };
        let mut name = path.file_stem().unwrap_or_default().to_owned();
        name.push(".");
        name.push(self.target.ending());
        let path = folder.join(name);
        let failed = |error: &dyn std::error::Error| format!("{}: {error}", path.display());
        // Nothing that is there is lost.
        let out = File::create_new(&path).map_err(|error| failed(&error))?;
        self.target.write(panel, BufWriter::new(out)).map_err(|error| failed(&error))
    }
}

/// The account of a file, and what is wrong in it.
fn report(path: &Path, format: Format, account: &Account) {
    say(&format!("{}: {format}, {account}", path.display()));
    let errors = account.findings().iter();
    for finding in errors.filter(|finding| finding.rule().severity() == Severity::Error) {
        say(&format!("  {}: {}", finding.path(), finding.message()));
    }
}

const PAUSE: Duration = Duration::from_secs(2);

/// Tells how far a file was read, where that takes long and somebody looks.
struct Progress<'p> {
    file: File,
    name: &'p Path,
    read: u64,
    length: u64,
    next: Instant,
}

impl Read for Progress<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std_io::Result<usize> {
        let count = self.file.read(buffer)?;
        self.read += count as u64;
        if Instant::now() >= self.next && std_io::stderr().is_terminal() {
            self.next = Instant::now() + PAUSE;
            let part = (self.read * 100).checked_div(self.length).unwrap_or_default();
            say(&format!("{}: {} MB, {part} %", self.name.display(), self.read / 1_000_000));
        }
        Ok(count)
    }
}

/// What the files made for tests hold.
fn list_fixtures() -> Result<(), String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/io");
    let mut files = Vec::new();
    files_below(&root, &mut files).map_err(|error| format!("{}: {error}", root.display()))?;
    files.sort();
    let mut options = Options::new();
    // Of the World Population Prospects, those of 2022 and 2024 look the same.
    options.vintage.version = Some("2022".to_owned());
    let mut text = String::new();
    for path in &files {
        let read = File::open(path).map_err(Error::Io).and_then(|file| io::read(file, &options));
        let name = path.strip_prefix(&root).unwrap_or(path).display().to_string();
        let holds = match read {
            Ok((format, Reading { data, account, .. })) => format!(
                "{:<20} {:>3} series of {:>3} variables, {:>3} cells, {:>2} rejected",
                format.as_str(),
                data.series().count(),
                data.variables().len(),
                data.len(),
                account.rejected()
            ),
            Err(Error::NoSeries { format }) => format!("{format:<20} no series"),
            Err(error) => return Err(format!("{name}: {error}")),
        };
        // Writing into a `String` does not fail.
        let _ = writeln!(text, "{name:<58} {holds}");
    }
    match std_io::stdout().write_all(text.as_bytes()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(error.to_string()),
        _ => Ok(()),
    }
}

fn files_below(folder: &Path, files: &mut Vec<PathBuf>) -> std_io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            files_below(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}
