//! All tables of a dataset in a folder.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use super::{Tabular, read, write};
use crate::dataset::{Dataset, for_each_table, no_such_table};
use crate::io::{Account, Error, Options, Reading};
use crate::metric::Observation;

/// What [`read_folder`] returns.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Folder {
    /// What was read.
    pub data: Dataset,
    /// What became of the rows of each file.
    pub files: Vec<(PathBuf, Account)>,
}

/// Writes the tables of a dataset into a folder, each that has rows into a `<table>.csv`. Files of tables without rows are
/// removed, so that reading the folder gives an equal dataset; other files are left alone.
///
/// # Errors
/// Those of the file system.
pub fn write_folder(dataset: &Dataset, folder: impl AsRef<Path>) -> io::Result<()> {
    let folder = folder.as_ref();
    fs::create_dir_all(folder)?;
    macro_rules! write_tables {
        ($($table:ident: $record:ty, $one:literal;)+) => {
            $(write_file::<$record>(dataset, folder)?;)+
        };
    }
    for_each_table!(write_tables);
    write_file::<Observation>(dataset, folder)
}

fn write_file<T: Tabular>(dataset: &Dataset, folder: &Path) -> io::Result<()> {
    let file = folder.join(T::TABLE).with_extension("csv");
    let rows = T::rows(dataset);
    if !rows.is_empty() {
        return write(rows, File::create(file)?);
    }
    match fs::remove_file(file) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Reads every `<table>.csv` of a folder, with an account of each; other files are left alone.
///
/// Tables in JSON beside them are read by [`Dataset::open`], and put together with these by [`Dataset::merge`].
///
/// # Errors
/// [`Error::InFile`] with what [`read`] says of a file; [`Error::NoTable`] where a `*.csv` file is named after no table, and
/// [`Error::NoData`] where there is none.
///
/// ```no_run
/// use netpolity::Dataset;
/// use netpolity::io::{Options, tables};
///
/// let coded = tables::read_folder("coded", &Options::new())?;
/// for (file, account) in &coded.files {
///     println!("{}: {account}", file.display());
/// }
/// let dataset = Dataset::open("coded")?.merge(coded.data)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn read_folder(folder: impl AsRef<Path>, options: &Options) -> Result<Folder, Error> {
    let folder = folder.as_ref();
    let in_folder = |error: io::Error| Error::from(error).in_file(folder);
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .map_err(in_folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()
        .map_err(in_folder)?;
    files.retain(|file| {
        file.extension().is_some_and(|extension| extension == "csv") && file.is_file()
    });
    files.sort();
    if files.is_empty() {
        let error = Error::NoData { found: "a folder without tables", text: String::new() };
        return Err(error.in_file(folder));
    }
    let mut whole = Folder { data: Dataset::new(), files: Vec::new() };
    for file in files {
        let account = read_file(&mut whole.data, &file, options);
        let account = account.map_err(|error| error.in_file(&file))?;
        whole.files.push((file, account));
    }
    Ok(whole)
}

fn read_file(dataset: &mut Dataset, file: &Path, options: &Options) -> Result<Account, Error> {
    fn rows<T: Tabular>(
        dataset: &mut Dataset,
        file: &Path,
        options: &Options,
    ) -> Result<Account, Error> {
        let Reading { data, account } = read(File::open(file)?, options)?;
        *T::rows_mut(dataset) = data;
        Ok(account)
    }
    let name = file.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    macro_rules! read_tables {
        ($($table:ident: $record:ty, $one:literal;)+) => {
            match name {
                $(stringify!($table) => rows::<$record>(dataset, file, options),)+
                "observations" => rows::<Observation>(dataset, file, options),
                other => Err(Error::NoTable { message: no_such_table(other) }),
            }
        };
    }
    for_each_table!(read_tables)
}
