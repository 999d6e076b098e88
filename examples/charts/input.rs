//! The series of the examples: the embedded ones, or files of the World Bank.

use std::error::Error;
use std::fs::File;

use netpolity::catalogue;
use netpolity::io::{Options, world_bank};
use netpolity::metric::{Panel, Vintage};

/// The share of the population that uses the Internet: of a file, or what is embedded.
pub(crate) fn internet_use(path: Option<&str>) -> Result<Panel, Box<dyn Error>> {
    path.map_or_else(|| Ok(catalogue::internet_use().clone()), read)
}

fn read(path: &str) -> Result<Panel, Box<dyn Error>> {
    let error = |error: &dyn Error| format!("{path}: {error}");
    let file = File::open(path).map_err(|e| error(&e))?;
    let options = Options::new();
    Ok(world_bank::read_csv(file, &options).map_err(|e| error(&e))?.data)
}

/// The population.
#[allow(dead_code)] // not every example needs it
pub(crate) fn population(path: Option<&str>) -> Result<Panel, Box<dyn Error>> {
    path.map_or_else(|| Ok(catalogue::population().clone()), read)
}

/// What a caption says of where numbers are from.
pub(crate) fn caption(vintages: &[&Vintage]) -> String {
    let mut dates: Vec<String> =
        vintages.iter().filter_map(|vintage| Some(spoken(&vintage.date()?.to_string()))).collect();
    dates.sort();
    dates.dedup();
    let dates = if dates.is_empty() { "date not known".to_owned() } else { dates.join(" and ") };
    format!(
        "Source: World Bank, World Development Indicators (CC BY 4.0), release of {dates}; own computation"
    )
}

/// A date that is approximate ends in `~`.
fn spoken(date: &str) -> String {
    date.strip_suffix('~').map_or_else(|| date.to_owned(), |date| format!("about {date}"))
}
