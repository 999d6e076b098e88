//! Series of the World Bank.

use std::sync::LazyLock;

use crate::country::{Country, Scheme};
use crate::dataset::Dataset;
use crate::io::tidy::{self, Mapping, Values};
use crate::io::{Error, Options};
use crate::metric::{Flag, IndicatorScheme, Panel, PanelBuilder, Vintage};
use crate::quantity::Unit;
use crate::time::Period;

const INTERNET_USE: &str = include_str!("../../data/catalogue/internet-use.csv");
const POPULATION: &str = include_str!("../../data/catalogue/population.csv");
const SOURCES: &str = include_str!("../../data/catalogue/sources.json");

/// The share of the population that uses the Internet, in percent, 1990 to 2024: countries, regions and income groups.
///
/// `IT.NET.USER.ZS` of the World Bank's World Development Indicators, as it was early in 2026, with all that was published for these years; figures
/// of groups are the World Bank's own. Areas have its codes. The series measures
/// [`internet-users-share`](crate::Indicator::built_in).
///
/// One remark is this crate's: China's value for 2023 is flagged as a [break](Flag::Break), since from that year people count who say that they have
/// not used the Internet but have used mobile applications. The source of that is the note of the International Telecommunication
/// Union, which collects the figures; the World Bank's copy does not have it.
///
/// It is read on the first call.
///
/// ```
/// use netpolity::catalogue;
/// use netpolity::country::Country;
/// use netpolity::metric::Flag;
/// use netpolity::Period;
///
/// let panel = catalogue::internet_use();
/// assert_eq!(panel.value("internet-users-share", Country::CHN, Period::from_year(2013)?), Some(45.8));
/// let cell = panel.get("internet-users-share", Country::CHN, Period::from_year(2023)?).unwrap();
/// assert!(cell.flags().contains(Flag::Break));
/// # Ok::<(), netpolity::time::DateError>(())
/// ```
pub fn internet_use() -> &'static Panel {
    static PANEL: LazyLock<Panel> = LazyLock::new(|| {
        let mut panel = read_internet_use().unwrap_or_else(|_| empty());
        annotate(&mut panel);
        panel
    });
    &PANEL
}

/// The population, 1990 to 2024: countries, regions and income groups.
///
/// `SP.POP.TOTL` of the World Bank's World Development Indicators, as it was in March 2026; the midyear population, by residence. The series
/// measures [`population`](crate::Indicator::built_in).
///
/// It is read on the first call.
///
/// ```
/// use netpolity::catalogue;
/// use netpolity::country::Country;
/// use netpolity::Period;
///
/// let population = catalogue::population().value("population", Country::CHN, Period::from_year(2013)?);
/// assert_eq!(population, Some(1_363_240_000.0));
/// # Ok::<(), netpolity::time::DateError>(())
/// ```
pub fn population() -> &'static Panel {
    static PANEL: LazyLock<Panel> = LazyLock::new(|| read_population().unwrap_or_else(|_| empty()));
    &PANEL
}

/// All series that ship with the crate: a panel for each release from which some are.
///
/// ```
/// let cells: usize = netpolity::catalogue::indicators().map(|panel| panel.len()).sum();
/// assert!(cells > 15_000);
/// ```
pub fn indicators() -> impl Iterator<Item = &'static Panel> {
    [internet_use(), population()].into_iter()
}

/// The sources that the vintages of [the series](indicators), and the crate's remarks on them, are from.
///
/// ```
/// use netpolity::catalogue;
///
/// let id = catalogue::population().vintage().source.as_ref().unwrap();
/// assert_eq!(catalogue::sources().source(id.as_str()).unwrap().publisher.as_ref().unwrap(), "world-bank");
/// ```
pub fn sources() -> &'static Dataset {
    static DATASET: LazyLock<Dataset> =
        LazyLock::new(|| Dataset::from_json(SOURCES).unwrap_or_default());
    &DATASET
}

// Tests read the files and fail where one cannot be read, so that nobody meets an empty panel.
fn empty() -> Panel {
    PanelBuilder::new(Vintage::new()).finish()
}

fn read_internet_use() -> Result<Panel, Error> {
    let values = Values::periods()
        .code("IT.NET.USER.ZS")
        .name("Individuals using the Internet (% of population)")
        .unit(Unit::Percent);
    read(INTERNET_USE, values, "wb-it-net-user-zs-2026", "2026-02~")
}

fn read_population() -> Result<Panel, Error> {
    let values = Values::periods().code("SP.POP.TOTL").name("Population, total").unit(Unit::Count);
    read(POPULATION, values, "wb-sp-pop-totl-2026", "2026-03~")
}

fn read(file: &str, values: Values, source: &str, retrieved: &str) -> Result<Panel, Error> {
    let mapping = Mapping::new()
        .area_code("area", Scheme::WorldBank)
        .indicators_of(IndicatorScheme::WorldBank)
        .values(values);
    let mut options = Options::new();
    options.vintage.dataset = Some("World Development Indicators".to_owned());
    options.vintage.retrieved = retrieved.parse().ok();
    options.vintage.source = source.parse().ok();
    options.vintage.licence = Some("CC BY 4.0".into());
    Ok(tidy::read_csv(file.as_bytes(), &mapping, &options)?.data)
}

/// What the crate remarks on the series.
fn annotate(panel: &mut Panel) {
    const CHINA: &str = "netpolity: not comparable with the years before; from 2023 people count who say that they have not used the Internet but \
                         have used mobile applications (itu-datahub-i99h-2026)";
    if let Ok(year) = Period::from_year(2023) {
        panel.annotate("IT.NET.USER.ZS", Country::CHN, year, [Flag::Break].into(), CHINA);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::country::Area;
    use crate::validate::Profile;

    fn year(year: i32) -> Period {
        Period::from_year(year).unwrap()
    }

    #[test]
    fn the_files_are_whole() {
        let (use_of_it, population) = (read_internet_use().unwrap(), read_population().unwrap());
        assert_eq!(use_of_it.series().count(), 246);
        assert_eq!((population.series().count(), population.len()), (265, 265 * 35));
        for panel in [&use_of_it, &population] {
            assert_eq!(panel.duplicates().count(), 0);
            assert!(panel.series().all(|series| series.first() >= Some(year(1990))));
            assert!(panel.series().all(|series| series.last() <= Some(year(2024))));
            assert!(panel.variables().iter().all(|variable| variable.indicator.is_some()));
            let source = panel.vintage().source.as_ref().unwrap();
            assert!(sources().source(source.as_str()).is_some());
        }
    }

    /// World Bank, early 2026.
    #[test]
    fn published_figures() {
        let share = |area: &str, at| {
            let area: Area = Scheme::WorldBank.area_of(area, None).unwrap();
            internet_use().value("internet-users-share", area, year(at))
        };
        assert_eq!(share("WLD", 2012), Some(33.3));
        assert_eq!(share("WLD", 2024), Some(71.2));
        assert_eq!(share("IRQ", 2015), Some(15.2));
        assert_eq!(share("NAM", 2017), Some(36.8374));
        assert_eq!(share("TWN", 2012), None);
        let world = Scheme::WorldBank.area_of("WLD", None).unwrap();
        assert_eq!(population().value("population", world, year(2024)), Some(8_141_808_945.0));
    }

    #[test]
    fn they_break_no_rule() {
        let as_of = "2026-04-01".parse().unwrap();
        for panel in indicators() {
            let report = panel.validate(&Profile::default(), as_of);
            assert!(!report.has_errors(), "{report}");
        }
    }
}
