//! Every file of the folder with published files is read: by detection, or by what a table here says of it.
//!
//! The files are not part of the crate; see `un_list`.

#![allow(clippy::print_stdout)] // accounts are what one wants to see

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use netpolity::country::Country;
use netpolity::io::ddf::Folder;
use netpolity::io::sdmx::{self, Components};
use netpolity::io::tidy::{self, Mapping};
use netpolity::io::{
    self, Account, Error, Format, Options, Reading, iana, jsonl, owid, world_bank,
};
use netpolity::metric::Panel;
use netpolity::time::Period;

use crate::read_tidy::{
    freedom, ipv6, locations, population, projections, users_by_sex, users_by_year,
};
use crate::un_list::folder;

/// How a file is read.
#[derive(Clone, Copy)]
enum How {
    /// By what is found in it.
    Detected,
    /// As a release of the World Population Prospects.
    Release(&'static str),
    /// By a mapping, as its format is none.
    Mapped(fn() -> Mapping),
    /// As a message of SDMX whose components have names of their own.
    Components(fn() -> Components),
    /// By a reader of metadata or of a list.
    Other(fn(&[u8]) -> Result<Account, Error>),
    /// Its version is not supported.
    Unsupported,
}

use Format as F;
use How::{Detected, Mapped, Other, Release, Unsupported};

/// Files, their formats, and how they are read.
#[rustfmt::skip]
const FILES: &[(&str, Option<Format>, How)] = &[
    ("eurostat/demo_pjangroup__custom_1879586_page_tabular.tsv", Some(F::Eurostat), Detected),
    ("eurostat/tepsr_sp410.2021-12.tsv", Some(F::Eurostat), Detected),
    ("eurostat/tin00028.2021-12.tsv", Some(F::Eurostat), Detected),
    ("eurostat/tps00001.2021-12.tsv", Some(F::Eurostat), Detected),
    ("freedomhouse/fotn2018.converted.csv", None, Mapped(freedom)),
    ("gapminder-ddf/ddf--concepts.csv", Some(F::DdfConcepts), Other(concepts)),
    ("gapminder-ddf/ddf--datapoints--broadband_subscribers--by--geo--time.csv", Some(F::DdfDatapoints), Detected),
    ("gapminder-ddf/ddf--datapoints--broadband_subscribers_per_100_people--by--geo--time.csv", Some(F::DdfDatapoints), Detected),
    ("gapminder-ddf/ddf--datapoints--cell_phones_per_100_people--by--geo--time.csv", Some(F::DdfDatapoints), Detected),
    ("gapminder-ddf/ddf--datapoints--cell_phones_total--by--geo--time.csv", Some(F::DdfDatapoints), Detected),
    (GAPMINDER, Some(F::DdfDatapoints), Detected),
    ("gapminder-ddf/ddf--entities--geo--country.csv", Some(F::DdfEntities), Other(entities)),
    ("gapminder-ddf/ddf--entities--geo--global.csv", Some(F::DdfEntities), Other(entities)),
    ("gapminder-ddf/ddf--entities--geo--income_groups.csv", Some(F::DdfEntities), Other(entities)),
    ("gapminder-ddf/ddf--entities--geo--un_sdg_region.csv", Some(F::DdfEntities), Other(entities)),
    ("gapminder-ddf/ddf--entities--geo--world_4region.csv", Some(F::DdfEntities), Other(entities)),
    ("iana/tlds-alpha-by-domain.2021112600.txt", Some(F::IanaTlds), Other(tlds)),
    ("iana/top-level-domain-names.2026-06.csv", Some(F::IanaRootDatabase), Other(root_database)),
    ("ipv6/google-ipv6-adoption-daily.2021-06.csv", None, Mapped(months_from_zero)),
    ("itu/Individuals_Internet_2000-2018_Jun2019.converted.csv", None, Mapped(users_by_year)),
    ("itu/Individuals_using_the_internet_by_gender_Jun2019.converted.csv", None, Mapped(users_by_sex)),
    (ITU, Some(F::Itu), Detected),
    ("itu/datahub_individuals-with-ict-skills-by-skill-level.csv", Some(F::Itu), Detected),
    ("itu/datahub_mobile-services_1778017040787.csv", Some(F::Itu), Detected),
    ("owid/broadband-penetration-by-country.csv", Some(F::Owid), Detected),
    ("owid/mobile-cellular-subscriptions-per-100-people.2023-04.csv", Some(F::Owid), Detected),
    ("owid/number-of-internet-users.2023-04.csv", Some(F::Owid), Detected),
    ("owid/owid-datasets_Population_covered_by_the_internet_-_Internet_World_Stats_2019.csv", Some(F::Owid), Detected),
    ("owid/owid-datasets_Population_covered_by_the_internet_-_Internet_World_Stats_2019.datapackage.json", Some(F::OwidMetadata), Other(owid_metadata)),
    ("owid/owid-datasets_Price_of_mobile_data_-_Alliance_for_Affordable_Internet_2019.csv", Some(F::Owid), Detected),
    ("owid/owid-datasets_Price_of_mobile_data_-_Alliance_for_Affordable_Internet_2019.datapackage.json", Some(F::OwidMetadata), Other(owid_metadata)),
    ("owid/share-of-individuals-using-the-internet.2022-11.csv", Some(F::Owid), Detected),
    (OWID, Some(F::Owid), Detected),
    ("rir/delegated-afrinic-2014-06", Some(F::Rir), Detected),
    ("rir/delegated-afrinic-extended-20230323", Some(F::Rir), Detected),
    ("rir/delegated-afrinic-extended-2024-01", Some(F::Rir), Detected),
    ("rir/delegated-apnic-20101217", Some(F::Rir), Detected),
    ("rir/delegated-apnic-2014-06", Some(F::Rir), Detected),
    ("rir/delegated-lacnic-2014-06", Some(F::Rir), Detected),
    ("rir/delegated-lacnic-extended-20230323", Some(F::Rir), Detected),
    ("rir/delegated-ripencc-2014-06", Some(F::Rir), Detected),
    ("sdmx/csv2/example-01.csv", Some(F::SdmxCsv), How::Components(dimensions)),
    ("sdmx/csv2/example-02.csv", Some(F::SdmxCsv), How::Components(dimensions)),
    ("sdmx/csv2/example-03.csv", Some(F::SdmxCsv), How::Components(dimensions)),
    ("sdmx/csv2/example-04.csv", Some(F::SdmxCsv), How::Components(decimal_comma)),
    ("sdmx/csv2/example-05.csv", Some(F::SdmxCsv), How::Components(dimensions)),
    ("sdmx/csv2/example-06.csv", Some(F::SdmxCsv), How::Components(dimensions)),
    ("sdmx/csv2/example-07.csv", Some(F::SdmxCsv), How::Components(dimensions)),
    ("sdmx/csv2/example-08.csv", Some(F::SdmxCsv), How::Components(dimensions)),
    ("sdmx/csv2/example-09A.csv", Some(F::SdmxCsv), How::Components(dimensions)),
    ("sdmx/csv2/example-09B.csv", Some(F::SdmxCsv), How::Components(horizontally_complex)),
    ("sdmx/csv2/example-10.csv", Some(F::SdmxCsv), How::Components(dimensions)),
    ("sdmx/csv2/example-11.csv", Some(F::SdmxCsv), How::Components(dimensions)),
    ("sdmx/csv2/example-12.csv", Some(F::SdmxCsv), How::Components(dimensions)),
    ("sdmx/csv2/example-13.csv", Some(F::SdmxCsv), How::Components(one_measure)),
    ("sdmx/csv2/example-14.csv", Some(F::SdmxCsv), How::Components(dimensions)),
    ("sdmx/csv2/example-15.csv", Some(F::SdmxCsv), How::Components(dimensions)),
    ("sdmx/csv2/example-16.csv", Some(F::SdmxCsv), How::Components(dimensions)),
    ("sdmx/csv2/example-17.csv", Some(F::SdmxCsv), How::Components(dimensions)),
    ("sdmx/csv2/example-18.csv", Some(F::SdmxCsv), How::Components(dimensions)),
    ("sdmx/csv2/example-19A.csv", Some(F::SdmxCsv), Detected),
    ("sdmx/csv2/example-19B.csv", Some(F::SdmxCsv), Detected),
    ("sdmx/ecb-exr-sdmx-json-1.0_ts.json", Some(F::SdmxJson), Unsupported),
    ("sdmx/json2/agri.json", Some(F::SdmxJson), Detected),
    ("sdmx/json2/constructed-sample-full.json", Some(F::SdmxJson), How::Components(everywhere)),
    ("sdmx/json2/exr-action-delete.json", Some(F::SdmxJson), How::Components(everywhere)),
    ("sdmx/json2/exr-cross-section.json", Some(F::SdmxJson), How::Components(everywhere)),
    ("sdmx/json2/exr-flat.json", Some(F::SdmxJson), How::Components(everywhere)),
    ("sdmx/json2/exr-time-series.json", Some(F::SdmxJson), How::Components(everywhere)),
    ("sdmx/oecd-sdmx-json-1.0_data-PART2-all-all.json", Some(F::SdmxJson), Unsupported),
    ("unwpp/WPP2019_TotalPopulationBySex.excerpt.csv", Some(F::UnWpp), Detected),
    ("unwpp/WPP2022_TotalPopulationBySex.excerpt.csv", Some(F::UnWpp), Release("2022")),
    ("unwpp/wpp2024_UNlocations.txt", None, Mapped(locations)),
    ("unwpp/wpp2024_popprojMed.txt", None, Mapped(projections)),
    ("worldbank/API_IT.CEL.SETS.P2_DS2_en_csv_v2.2018-05-02.csv", Some(F::WorldBank), Detected),
    ("worldbank/API_IT.CEL.SETS.P2_DS2_en_csv_v2_887311.csv", Some(F::WorldBank), Detected),
    (WORLD_BANK[0], Some(F::WorldBank), Detected),
    (WORLD_BANK[1], Some(F::WorldBank), Detected),
    (WORLD_BANK[2], Some(F::WorldBank), Detected),
    ("worldbank/API_SP.POP.TOTL_DS2_en_csv_v2_247892.csv", Some(F::WorldBank), Detected),
    ("worldbank/Metadata_Country_API_IT.NET.USER.ZS_DS2_en_csv_v2_1228.csv", Some(F::WorldBankCountries), Other(countries)),
    ("worldbank/Metadata_Indicator_API_IT.NET.USER.ZS_DS2_en_csv_v2_1228.csv", Some(F::WorldBankIndicators), Other(indicators)),
    ("worldbank/SP.POP.TOTL.api-v2.2018-04-24.json", Some(F::WorldBankJson), Detected),
    ("worldbank/databank-export-2025_wide_YR_dotdot_footer.csv", Some(F::WorldBank), Detected),
    ("worldbank/datahub-population-long.csv", None, Mapped(population)),
    ("worldbank/wdi-bulk-2019-06-05_WDICountry-Series.csv", Some(F::WorldBankNotes), Other(notes)),
    ("worldbank/wdi-bulk-2019-06-05_WDICountry.csv", Some(F::WorldBankCountries), Other(countries)),
    ("worldbank/wdi-bulk-2019-06-05_WDISeries-Time.csv", Some(F::WorldBankNotes), Other(notes)),
    ("worldbank/wdi-bulk-2019-06-05_WDISeries.csv", Some(F::WorldBankIndicators), Other(indicators)),
];

const FOLDERS: [&str; 11] = [
    "worldbank",
    "itu",
    "owid",
    "eurostat",
    "sdmx",
    "unwpp",
    "gapminder-ddf",
    "rir",
    "iana",
    "freedomhouse",
    "ipv6",
];

// Users of the Internet, by who publishes them.
const WORLD_BANK: [&str; 3] = [
    "worldbank/API_IT.NET.USER.ZS_DS2_en_csv_v2.2018-05-02.csv",
    "worldbank/API_IT.NET.USER.ZS_DS2_en_csv_v2_889089.csv",
    "worldbank/API_IT.NET.USER.ZS_DS2_en_csv_v2_1228.csv",
];
const ITU: &str = "itu/datahub_individuals-using-the-internet_2026-04.csv";
const OWID: &str = "owid/share-of-individuals-using-the-internet.2025-08.csv";
const GAPMINDER: &str = "gapminder-ddf/ddf--datapoints--internet_users--by--geo--time.csv";

fn months_from_zero() -> Mapping {
    ipv6().months_from_zero()
}

fn dimensions() -> Components {
    crate::read_sdmx::components()
}

fn decimal_comma() -> Components {
    let mut components = dimensions();
    components.decimal_comma = true;
    components
}

fn horizontally_complex() -> Components {
    let mut components = Components::new();
    components.area = Some("DIM_A1B1".to_owned());
    components.time = Some("DIM_A2".to_owned());
    components.measures = vec!["MEAS_A1B1C1".to_owned(), "MEAS_C2".to_owned()];
    components
}

fn one_measure() -> Components {
    let mut components = dimensions();
    components.measures = vec!["MEAS_1".to_owned()];
    components
}

/// Rates of exchange have no area.
fn everywhere() -> Components {
    let mut components = Components::new();
    components.everywhere = "special:EX".parse().ok();
    components
}

fn concepts(file: &[u8]) -> Result<Account, Error> {
    Folder::new().add_concepts(file, &Options::new())
}

fn entities(file: &[u8]) -> Result<Account, Error> {
    Folder::new().add_entities(file, &Options::new())
}

fn tlds(file: &[u8]) -> Result<Account, Error> {
    iana::read_tlds(file, &Options::new()).map(|reading| reading.account)
}

fn root_database(file: &[u8]) -> Result<Account, Error> {
    iana::read_root_database(file, &Options::new()).map(|reading| reading.account)
}

fn countries(file: &[u8]) -> Result<Account, Error> {
    world_bank::read_countries(file, &Options::new()).map(|reading| reading.account)
}

fn indicators(file: &[u8]) -> Result<Account, Error> {
    world_bank::read_indicators(file, &Options::new()).map(|reading| reading.account)
}

fn notes(file: &[u8]) -> Result<Account, Error> {
    world_bank::read_notes(file, &Options::new()).map(|reading| reading.account)
}

/// Metadata in JSON have no account: what they have are columns, and each has a name.
fn owid_metadata(file: &[u8]) -> Result<Account, Error> {
    let metadata = owid::read_metadata(file)?;
    assert_eq!(metadata.columns.len(), 1);
    let names: Vec<_> = metadata.columns.keys().map(|name| format!("\"{name}\"")).collect();
    let table = format!("Entity,Year,{}\nNamibia,2012,1\n", names.join(","));
    let reading = owid::read_csv_with(table.as_bytes(), &metadata, &Options::new())?;
    assert_eq!(reading.account.values(), 1);
    Ok(reading.account)
}

fn files_below(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files_below(&path, found);
        } else {
            found.push(path);
        }
    }
}

/// Values, missing, rejected and skipped, and that they are all.
fn add_up(account: &Account) {
    let skipped: u64 = account.skips().map(|(_, count)| count).sum();
    let told = account.values() + account.missing() + account.rejected() + skipped;
    assert_eq!(account.entries(), told, "{account}");
    assert!(account.entries() > 0, "{account}");
    let errors = account.counts().filter(|count| count.rule().severity().as_str() == "error");
    assert!(account.rejected() == 0 || errors.count() > 0, "{account}");
}

/// A panel is the same in both interchange formats, which are detected.
fn comes_back(panel: &Panel) {
    let (mut csv, mut lines) = (Vec::new(), Vec::new());
    tidy::write_csv(panel, &mut csv).unwrap();
    jsonl::write(panel, &mut lines).unwrap();
    for (file, expected) in [(csv, Format::Tidy), (lines, Format::JsonLines)] {
        let (format, reading) = io::read(&file[..], &Options::new()).unwrap();
        assert_eq!(format, expected);
        assert_eq!(reading.account.rejected(), 0);
        assert!(reading.data == *panel, "{format}: {}", reading.account);
    }
}

fn read(file: &[u8], how: How) -> Result<Reading<Panel>, Error> {
    let mut options = Options::new();
    match how {
        How::Detected | How::Unsupported => {}
        How::Release(version) => options.vintage.version = Some(version.to_owned()),
        How::Mapped(mapping) => return tidy::read_csv(file, &mapping(), &options),
        How::Components(components) => {
            let is_json = file.trim_ascii_start().starts_with(b"{");
            let read = if is_json { sdmx::read_json } else { sdmx::read_csv };
            return read(file, &components(), &options);
        }
        How::Other(_) => unreachable!("files without series have readers of their own"),
    }
    io::read(file, &options).map(|(_, reading)| reading)
}

#[test]
fn every_file_is_read() {
    let Some(folder) = folder() else {
        println!("skipped: no folder with published files");
        return;
    };
    let mut found = Vec::new();
    for name in FOLDERS {
        files_below(&folder.join(name), &mut found);
    }
    let is_workbook = |path: &PathBuf| {
        path.extension().is_some_and(|extension| extension == "xls" || extension == "xlsx")
    };
    found.retain(|path| !is_workbook(path));
    let found: BTreeSet<_> =
        found.iter().map(|path| path.strip_prefix(&folder).unwrap().to_str().unwrap()).collect();
    let listed: BTreeSet<_> = FILES.iter().map(|(name, ..)| *name).collect();
    assert_eq!(found, listed);

    for (name, format, how) in FILES {
        let file = fs::read(folder.join(name)).unwrap();
        let file = file.as_slice();
        assert_eq!(io::detect(file), *format, "{name}");
        // What a reader has in its hands at first is enough.
        assert_eq!(io::detect(&file[..file.len().min(64 << 10)]), *format, "{name}");
        let detected = io::read(file, &Options::new());
        match (format, how) {
            (None, _) => assert!(matches!(detected, Err(Error::Unknown { .. })), "{name}"),
            (Some(format), Other(_)) => {
                assert!(matches!(detected, Err(Error::NoSeries { format: f }) if f == *format));
            }
            _ => {}
        }
        match how {
            Other(read) => add_up(&read(file).unwrap_or_else(|error| panic!("{name}: {error}"))),
            Unsupported => {
                let refused = read(file, *how);
                assert!(matches!(refused, Err(Error::Unsupported { .. })), "{name}");
            }
            _ => {
                let reading = read(file, *how).unwrap_or_else(|error| panic!("{name}: {error}"));
                let account = &reading.account;
                println!("{name}: {account}");
                add_up(account);
                let cells = reading.data.len() + reading.data.duplicates().count();
                if *format != Some(Format::Rir) {
                    assert!(cells as u64 <= account.values() + account.missing(), "{name}");
                }
                comes_back(&reading.data);
            }
        }
    }
}

#[test]
fn every_fixture_is_detected() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/io");
    let mut files = Vec::new();
    files_below(&root, &mut files);
    assert!(files.len() > 20);
    let mut seen = BTreeSet::new();
    for path in files {
        let name = path.strip_prefix(&root).unwrap().to_str().unwrap().to_owned();
        let expected = match name.as_str() {
            "world_bank/countries.csv" => Format::WorldBankCountries,
            "world_bank/footnotes.csv" => Format::WorldBankNotes,
            "world_bank/indicators.csv" => Format::WorldBankIndicators,
            "world_bank/page-1.json" | "world_bank/page-2.json" => Format::WorldBankJson,
            "ddf/ddf--concepts.csv" => Format::DdfConcepts,
            "ddf/ddf--entities--geo--country.csv" => Format::DdfEntities,
            "owid/chart.csv" => Format::Owid,
            "sdmx/ict-2.1.json" => Format::SdmxJson,
            "tidy/interchange.jsonl" => Format::JsonLines,
            "follow_the_money/statements.pack" => Format::FollowTheMoneyStatements,
            _ => match name.split('/').next().unwrap() {
                "world_bank" | "world-bank" => Format::WorldBank,
                "itu" => Format::Itu,
                "owid" => Format::OwidMetadata,
                "eurostat" => Format::Eurostat,
                "sdmx" => Format::SdmxCsv,
                "un_wpp" => Format::UnWpp,
                "ddf" => Format::DdfDatapoints,
                "tidy" => Format::Tidy,
                "rir" => Format::Rir,
                "iana" => Format::IanaTlds,
                "popolo" => Format::Popolo,
                "follow_the_money" => Format::FollowTheMoney,
                other => panic!("{other} is no known folder"),
            },
        };
        let file = fs::read(&path).unwrap();
        assert_eq!(io::detect(&file), Some(expected), "{name}");
        seen.insert(expected);
        let mut options = Options::new();
        options.vintage.version = (name == "un_wpp/2022.csv").then(|| "2022".to_owned());
        match io::read(&file[..], &options) {
            Ok((format, reading)) => {
                assert_eq!(format, expected, "{name}");
                add_up(&reading.account);
                comes_back(&reading.data);
            }
            Err(Error::NoSeries { format }) => assert_eq!(format, expected, "{name}"),
            Err(error) => panic!("{name}: {error}"),
        }
    }
    // No fixture is a table of the root database.
    let missing: Vec<_> = Format::ALL.iter().filter(|format| !seen.contains(format)).collect();
    assert_eq!(missing, [&Format::IanaRootDatabase]);
}

#[test]
fn six_sources_say_the_same_of_china() {
    let Some(folder) = folder() else {
        println!("skipped: no folder with published files");
        return;
    };
    let year = |year| Period::from_year(year).unwrap();
    for name in WORLD_BANK.into_iter().chain([ITU, OWID, GAPMINDER]) {
        let file = fs::read(folder.join(name)).unwrap();
        let (format, reading) = io::read(&file[..], &Options::new()).unwrap();
        let panel = reading.data;
        let [variable] = panel.variables() else { panic!("{name}") };
        let value = |country: Country, at| panel.value(variable.code.as_str(), country, year(at));
        let rounded = [2012, 2013].map(|at| format!("{:.1}", value(Country::CHN, at).unwrap()));
        assert_eq!(rounded, ["42.3", "45.8"], "{name}");
        assert!(value(Country::NAM, 2012).is_some(), "{name}");
        let has = |country: Country| panel.slice().area(country).series().next().is_some();
        match format {
            Format::WorldBank => assert!(!has(Country::TWN), "{name}"),
            Format::Itu => assert!(has(Country::TWN), "{name}"),
            _ => {}
        }
    }
}
