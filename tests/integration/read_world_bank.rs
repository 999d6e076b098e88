//! Files of the World Bank: small ones of our own, and real ones where there is a folder with them.

#![allow(clippy::print_stdout)] // accounts are what one wants to see

use std::fs::{self, File};
use std::io::BufReader;
use std::path::PathBuf;

use netpolity::country::{Area, Country, Group};
use netpolity::io::{Account, Options, Reading, world_bank};
use netpolity::metric::Panel;
use netpolity::{Period, quantity::Unit};

use crate::un_list::folder;

const USERS: &str = "IT.NET.USER.ZS";
const POPULATION: &str = "SP.POP.TOTL";

fn fixture(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/io/world_bank").join(name)
}

/// A real file.
fn real(name: &str) -> Option<PathBuf> {
    let Some(folder) = folder() else {
        println!("skipped: no folder with {name}");
        return None;
    };
    Some(folder.join("worldbank").join(name))
}

fn year(year: i32) -> Period {
    Period::from_year(year).unwrap()
}

fn counts(account: &Account) -> [u64; 4] {
    assert_eq!(account.skipped(), account.skips().map(|(_, count)| count).sum::<u64>());
    [account.rows(), account.values(), account.missing(), account.rejected()]
}

/// Rows behind the header, as the `csv` crate has them, with how many fields of a row are filled from the fifth on.
fn judged(path: &PathBuf) -> (usize, u64, u64) {
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).from_path(path).unwrap();
    let (mut rows, mut values, mut marks) = (0, 0, 0);
    let records = reader.records().map(Result::unwrap);
    for record in records.skip_while(|record| record.len() < 5).skip(1) {
        if record.iter().skip(1).all(str::is_empty) {
            continue;
        }
        rows += 1;
        for field in record.iter().skip(4).filter(|field| !field.is_empty()) {
            if field == ".." { marks += 1 } else { values += 1 }
        }
    }
    (rows, values, marks)
}

/// Reads a table, and compares its account with another's count.
fn table(path: &PathBuf) -> Reading<Panel> {
    let read = world_bank::read_csv(File::open(path).unwrap(), &Options::new()).unwrap();
    println!("{}: {}", path.file_name().unwrap().display(), read.account);
    let (rows, values, marks) = judged(path);
    let account = &read.account;
    assert_eq!(account.rows(), rows as u64);
    assert_eq!(account.values() + account.rejected(), values);
    assert!(account.missing() >= marks);
    assert_eq!(account.values(), (read.data.len() + read.data.duplicates().count()) as u64);
    read
}

#[test]
fn our_tables() {
    let whole = table(&fixture("one-indicator.csv"));
    assert_eq!(counts(&whole.account), [8, 16, 16, 0]);
    assert_eq!(whole.data.variables()[0].unit, Some(Unit::Percent));
    let bare = table(&fixture("without-preamble.csv"));
    assert_eq!(bare.account.count_of("FMT-002"), 1);
    assert!(bare.data.vintage().published.is_none());
    assert!(bare.data.series().eq(whole.data.series()));
    let export = table(&fixture("export.csv"));
    assert_eq!(counts(&export.account), [3, 4, 2, 0]);
    assert_eq!(export.data.vintage().published, "2025-01-28".parse().ok());
    for panel in [&whole.data, &export.data] {
        assert_eq!(panel.value(USERS, Country::NAM, year(2012)), Some(12.9414));
    }
}

#[test]
fn our_pages_agree_with_our_table() {
    let open = |name: &str| BufReader::new(File::open(fixture(name)).unwrap());
    let read =
        world_bank::read_json(["page-1.json", "page-2.json"].map(open), &Options::new()).unwrap();
    assert_eq!(counts(&read.account), [5, 4, 1, 0]);
    assert_eq!(read.account.counts().count(), 0, "{}", read.account);
    let table = table(&fixture("one-indicator.csv")).data;
    assert_eq!(table.vintage(), read.data.vintage());
    for series in read.data.series() {
        for (period, cell) in series.iter() {
            let other = table.get(USERS, series.area().clone(), period).unwrap();
            assert_eq!(cell.number(), other.number());
        }
    }
    let cell = read.data.get(USERS, Country::NAM, year(2013)).unwrap();
    assert_eq!(cell.note(), Some("Estimate."));
    let half = world_bank::read_json([open("page-2.json")], &Options::new()).unwrap();
    assert_eq!(half.account.count_of("FMT-006"), 1);
}

#[test]
fn our_metadata() {
    let open = |name: &str| File::open(fixture(name)).unwrap();
    let countries = world_bank::read_countries(open("countries.csv"), &Options::new()).unwrap();
    assert_eq!(counts(&countries.account), [3, 3, 0, 0]);
    assert!(countries.data[1].special_notes.contains("\n\n"));
    let indicators = world_bank::read_indicators(open("indicators.csv"), &Options::new()).unwrap();
    assert_eq!(indicators.data[0].unit_text, "%");
    let notes = world_bank::read_notes(open("footnotes.csv"), &Options::new()).unwrap();
    assert_eq!(counts(&notes.account), [2, 2, 0, 0]);
    assert!(notes.data[0].concerns(USERS, &Country::NAM.into(), year(2013)));
}

#[test]
fn shares_of_users_in_three_vintages() {
    let names = ["v2.2018-05-02", "v2_889089", "v2_1228"];
    let files = names.map(|name| real(&format!("API_IT.NET.USER.ZS_DS2_en_csv_{name}.csv")));
    let [Some(first), Some(second), Some(third)] = &files else { return };
    let [a, b, c] = [first, second, third].map(table);
    // Areas times years.
    for (read, expected) in [(&a, 264 * 58), (&b, 264 * 60), (&c, 266 * 65)] {
        assert_eq!(read.account.entries(), expected);
        assert_eq!(read.account.rejected(), 0);
        assert_eq!(read.account.count_of("AREA-006"), 0);
        assert_eq!(read.account.count_of("AREA-003"), 1, "Kosovo");
        assert!(read.data.areas().any(|area| *area == Country::NAM.into()));
        assert!(!read.data.areas().any(|area| *area == Country::TWN.into()));
        let share = |at| read.data.value(USERS, Country::CHN, year(at)).unwrap();
        assert!((share(2012) - 42.3).abs() < 0.01 && (share(2013) - 45.8).abs() < 0.01);
    }
    let written = |read: &Reading<Panel>, at| {
        read.data.get(USERS, Country::CHN, year(at)).unwrap().number().unwrap().to_string()
    };
    assert_eq!([written(&a, 2012), written(&a, 2013)], ["42.3001174855995", "45.8"]);
    assert_eq!([written(&c, 2012), written(&c, 2013)], ["42.3001", "45.8"]);
    assert_eq!(a.data.vintage().published, "2018-05-02".parse().ok());
    assert_eq!(b.data.vintage().published, "2020-03-18".parse().ok());
    assert_eq!(c.data.vintage().published, None);
    assert_eq!([&a, &b, &c].map(|read| read.account.count_of("FMT-002")), [0, 0, 1]);
    // A value that the source revised.
    let iraq = |read: &Reading<Panel>| read.data.value(USERS, Country::IRQ, year(2015)).unwrap();
    assert!((iraq(&a) - 17.22).abs() < 0.01 && (iraq(&b) - 58.0).abs() < 0.01);
    let revisions = a.data.diff(&b.data);
    let area: Area = Country::IRQ.into();
    assert!(revisions.iter().any(|one| *one.series.area() == area && one.period == year(2015)));
}

#[test]
fn subscriptions_and_population() {
    for (name, entries) in [
        ("API_IT.CEL.SETS.P2_DS2_en_csv_v2.2018-05-02.csv", 264 * 58),
        ("API_IT.CEL.SETS.P2_DS2_en_csv_v2_887311.csv", 264 * 60),
        ("API_SP.POP.TOTL_DS2_en_csv_v2_247892.csv", 264 * 59),
    ] {
        let Some(path) = real(name) else { return };
        let read = table(&path);
        assert_eq!((read.account.entries(), read.account.rejected()), (entries, 0));
        assert_eq!(read.account.count_of("AREA-006"), 0);
    }
}

#[test]
fn an_export_of_databank() {
    let Some(path) = real("databank-export-2025_wide_YR_dotdot_footer.csv") else { return };
    let read = table(&path);
    assert_eq!((read.account.rejected(), read.account.count_of("FMT-004")), (0, 5));
    assert_eq!(read.account.count_of("FMT-002"), 0);
    assert_eq!((read.data.variables().len(), read.data.areas().count()), (9, 218));
    assert_eq!(read.account.rows(), 9 * 218);
    assert_eq!(read.data.vintage().published, "2025-01-28".parse().ok());
}

#[test]
fn an_answer_of_the_service() {
    let Some(path) = real("SP.POP.TOTL.api-v2.2018-04-24.json") else { return };
    let text = fs::read_to_string(&path).unwrap();
    let read = world_bank::read_json([text.as_bytes()], &Options::new()).unwrap();
    println!("{}", read.account);
    let judge: serde_json::Value = serde_json::from_str(&text).unwrap();
    let observations = judge[1].as_array().unwrap();
    let nulls = observations.iter().filter(|one| one["value"].is_null()).count() as u64;
    assert_eq!(observations.len(), 15_312);
    assert_eq!(counts(&read.account), [15_312, 15_312 - nulls, nulls, 0]);
    assert_eq!(read.account.count_of("FMT-006") + read.account.count_of("AREA-006"), 0);
    assert_eq!(read.data.duplicates().count(), 0);
    for one in observations.iter().filter(|one| !one["value"].is_null()) {
        let iso3 = one["countryiso3code"].as_str().unwrap();
        let code = if iso3.is_empty() { one["country"]["id"].as_str().unwrap() } else { iso3 };
        let area = netpolity::country::Scheme::WorldBank.area_of(code, None).unwrap();
        let at = one["date"].as_str().unwrap().parse().unwrap();
        assert_eq!(read.data.value(POPULATION, area, at), one["value"].as_f64(), "{one}");
    }
    // Aggregates are known by the code beside the name.
    let is_code = |code: &str| code.len() == 2;
    let areas: Vec<&Area> = read.data.areas().collect();
    let aggregates = areas.iter().filter(|area| is_code(&read.data.labels(area)[0].code));
    assert_eq!((areas.len(), aggregates.count()), (264, 47));
    assert_eq!(read.data.value(POPULATION, Group::M49_001, year(2016)), Some(7_444_027_227.0));
    assert_eq!(read.data.vintage().published, "2018-04-24".parse().ok());
    // Cut short, with the count of the whole.
    let end = text.rfind(",{\"indicator\"").unwrap();
    let cut = format!("{}]]", &text[..end]);
    let read = world_bank::read_json([cut.as_bytes()], &Options::new()).unwrap();
    assert_eq!((read.account.rows(), read.account.count_of("FMT-006")), (15_311, 1));
}

/// How many records and filled fields there are behind the header, as the `csv` crate has them.
fn records(path: &PathBuf) -> (u64, u64) {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_path(path).unwrap();
    reader.records().map(Result::unwrap).fold((0, 0), |(rows, fields), record| {
        (rows + 1, fields + record.iter().filter(|field| !field.is_empty()).count() as u64)
    })
}

fn filled<'t>(texts: impl IntoIterator<Item = &'t String>) -> u64 {
    texts.into_iter().filter(|text| !text.is_empty()).count() as u64
}

#[test]
fn countries_of_both_tables() {
    for (name, count, aggregates) in [
        ("Metadata_Country_API_IT.NET.USER.ZS_DS2_en_csv_v2_1228.csv", 265, 48),
        ("wdi-bulk-2019-06-05_WDICountry.csv", 263, 46),
    ] {
        let Some(path) = real(name) else { return };
        let read = world_bank::read_countries(File::open(&path).unwrap(), &Options::new()).unwrap();
        println!("{name}: {}", read.account);
        let (rows, fields) = records(&path);
        assert_eq!((rows, counts(&read.account)), (count, [count, count, 0, 0]));
        // Nothing of the table is lost.
        let kept = read.data.iter().map(|country| {
            let texts = [
                &country.code,
                &country.name,
                &country.region,
                &country.income_group,
                &country.special_notes,
                &country.alpha2,
                &country.wb2,
            ];
            filled(texts) + country.other.len() as u64
        });
        assert_eq!(kept.sum::<u64>(), fields);
        assert_eq!(read.data.iter().filter(|one| one.is_aggregate()).count(), aggregates);
        for country in &read.data {
            let is_country = matches!(country.area, Area::Country(_) | Area::Composite(_));
            assert_eq!(is_country, !country.is_aggregate(), "{country:?}");
        }
        assert_eq!(read.account.count_of("AREA-006"), 0);
        let namibia = read.data.iter().find(|one| one.code == "NAM").unwrap();
        assert_eq!((&namibia.area, &*namibia.name), (&Country::NAM.into(), "Namibia"));
        if !namibia.alpha2.is_empty() {
            assert_eq!((&*namibia.alpha2, &*namibia.wb2), ("NA", "NA"));
            let differ = read.data.iter().filter(|one| one.alpha2 != one.wb2);
            let mut codes: Vec<_> = differ.map(|one| &*one.code).collect();
            codes.retain(|code| !code.is_empty());
            codes.sort_unstable();
            assert_eq!(codes, ["CHI", "COD", "PSE", "SRB", "TLS", "YEM"]);
        }
    }
}

#[test]
fn indicators_of_both_tables() {
    for (name, count) in [
        ("Metadata_Indicator_API_IT.NET.USER.ZS_DS2_en_csv_v2_1228.csv", 1),
        ("wdi-bulk-2019-06-05_WDISeries.csv", 1599),
    ] {
        let Some(path) = real(name) else { return };
        let read =
            world_bank::read_indicators(File::open(&path).unwrap(), &Options::new()).unwrap();
        println!("{name}: {}", read.account);
        let (rows, fields) = records(&path);
        assert_eq!((rows, counts(&read.account)), (count, [count, count, 0, 0]));
        let kept = read.data.iter().map(|one| {
            let texts = [
                &one.code,
                &one.name,
                &one.topic,
                &one.definition,
                &one.organization,
                &one.unit_text,
                &one.periodicity,
                &one.aggregation_method,
                &one.limitations,
                &one.licence,
            ];
            filled(texts) + one.other.len() as u64
        });
        assert_eq!(kept.sum::<u64>(), fields);
        let users = read.data.iter().find(|one| one.code == USERS).unwrap();
        assert_eq!(users.name, "Individuals using the Internet (% of population)");
        assert!(users.organization.contains("International Telecommunication Union"));
    }
}

#[test]
fn notes_of_the_bulk_download() {
    for (name, count) in [
        ("wdi-bulk-2019-06-05_WDICountry-Series.csv", 6390),
        ("wdi-bulk-2019-06-05_WDISeries-Time.csv", 451),
    ] {
        let Some(path) = real(name) else { return };
        let read = world_bank::read_notes(File::open(&path).unwrap(), &Options::new()).unwrap();
        println!("{name}: {}", read.account);
        let (rows, fields) = records(&path);
        assert_eq!((rows, counts(&read.account)), (count, [count, count, 0, 0]));
        let kept = read.data.iter().map(|note| {
            filled([&note.area_code, &note.indicator, &note.text])
                + u64::from(note.period.is_some())
                + note.other.len() as u64
        });
        assert_eq!(kept.sum::<u64>(), fields);
    }
}
