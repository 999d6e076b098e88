use proptest::prelude::*;

use super::*;
use crate::country::{Area, Country, Group};
use crate::metric::Cell;

const PREAMBLE: &str = "\"Data Source\",\"World Development Indicators\",\n\n\"Last Updated Date\",\"2026-02-24\",\n\n";
const HEADER: &str =
    "\"Country Name\",\"Country Code\",\"Indicator Name\",\"Indicator Code\",\"2012\",\"2013\",\n";
const ROWS: &str = "\"Namibia\",\"NAM\",\"Users (% of population)\",\"I\",\"12.9414\",\"\",\n\
    \"World\",\"WLD\",\"Users (% of population)\",\"I\",\"33.30\",\"35.3\",\n";
const DATABANK: &str = "Series Name,Series Code,Country Code,Country Name,2012 [YR2012],2013 [YR2013]\n\
    Users,I,NAM,Namibia,12.9,..\nUsers,I,WLD,World,..,35.3\n,,,,,\n,,,,,\n\
    Data from database: World Development Indicators,,,,,\nLast Updated: 01/28/2025,,,,,\n";

fn read(text: &str) -> Reading<Panel> {
    read_csv(text.as_bytes(), &Options::new()).unwrap()
}

fn year(year: i32) -> Period {
    Period::from_year(year).unwrap()
}

fn counts(read: &Reading<Panel>) -> [u64; 3] {
    [read.account.values(), read.account.missing(), read.account.rejected()]
}

#[test]
fn the_file_of_one_indicator_is_read_in_all_its_forms() {
    let plain = format!("{PREAMBLE}{HEADER}{ROWS}");
    let expected = read(&plain);
    assert_eq!(counts(&expected), [3, 1, 0]);
    let vintage = expected.data.vintage();
    assert_eq!(vintage.dataset.as_deref(), Some("World Development Indicators"));
    assert_eq!(vintage.published, "2026-02-24".parse().ok());
    let cell = expected.data.get("I", Area::from(Group::M49_001), year(2012));
    assert_eq!(
        cell.and_then(Cell::number).map(|number| number.to_string()).as_deref(),
        Some("33.30")
    );
    for text in [
        plain.replace('\n', "\r\n"),
        format!("\u{feff}{plain}"),
        plain.replace('"', ""),
        plain.trim_end().to_owned(),
        plain.replace(",\n", "\n"),
        format!("{plain}\n\n"),
    ] {
        assert_eq!(read(&text).data, expected.data, "{text}");
    }
}

#[test]
fn a_preamble_that_was_deleted_or_changed_is_told() {
    let told = |text: &str| {
        let read = read(text);
        assert_eq!(read.account.values() % 3, 0);
        read.account.count_of("FMT-002")
    };
    assert_eq!(told(&format!("{PREAMBLE}{HEADER}{ROWS}")), 0);
    assert_eq!(told(&format!("\u{feff}\r\n{HEADER}{ROWS}")), 1);
    assert_eq!(told(&format!("downloaded by me\n{PREAMBLE}{HEADER}{ROWS}")), 1);
    assert_eq!(told(&format!("{}{HEADER}{ROWS}", PREAMBLE.replace("2026-02-24", "in spring"))), 1);
    // The tables of many indicators have none.
    assert_eq!(told(&format!("{HEADER}{ROWS}{}", ROWS.replace("\"I\"", "\"J\""))), 0);
    assert_eq!(read(DATABANK).account.count_of("FMT-002"), 0);
}

#[test]
fn the_footer_of_an_export_is_no_data() {
    let read = read(DATABANK);
    assert_eq!(counts(&read), [2, 2, 0]);
    assert_eq!((read.account.rows(), read.account.count_of("FMT-004")), (2, 4));
    assert_eq!(read.data.areas().count(), 2);
    // The month is in front.
    assert_eq!(read.data.vintage().published, "2025-01-28".parse().ok());
    assert_eq!(read.data.value("I", Country::NAM, year(2012)), Some(12.9));
}

#[test]
fn the_key_columns_stand_in_any_order() {
    let keys = [
        ("Country Name", "Namibia"),
        ("Country Code", "NAM"),
        ("Series Name", "Users"),
        ("Series Code", "I"),
    ];
    for turn in 0..4 {
        let mut keys = keys;
        keys.rotate_left(turn);
        let row = |values: [&str; 4], last: &str| format!("{},{last}\n", values.join(","));
        let text = format!(
            "{}{}{}{}",
            row(keys.map(|(name, _)| name), "2012 [YR2012]"),
            row(keys.map(|(_, value)| value), "12.9"),
            row([""; 4], ""),
            row(["Last Updated: 01/28/2025", "", "", ""], ""),
        );
        let read = read(&text);
        assert_eq!(read.data.value("I", Country::NAM, year(2012)), Some(12.9), "{text}");
        assert_eq!((counts(&read), read.data.areas().count()), ([1, 0, 0], 1));
        assert_eq!(read.data.vintage().published, "2025-01-28".parse().ok());
    }
}

#[test]
fn nothing_in_a_row_that_is_refused_goes_uncounted() {
    let text = format!(
        "{HEADER}\"Namibia\",\"NAM\",\"Users\",\"I\",\"1\"\n\
         \"Namibia\",\"NAM\",\"Users\",\"I\",\"1\",\"2\",\"3\"\n\
         \"\",\"\",\"Users\",\"I\",\"1\",\"..\",\n\
         \"Nami\"bia\",\"NAM\",\"Users\",\"I\",\"1\",\"2\",\n"
    );
    let mut bytes = text.into_bytes();
    bytes.extend(b"C\xf4te,CIV,Users,I,1,,\n");
    let account = read_csv(&bytes[..], &Options::new()).unwrap().account;
    let count = |rule| account.count_of(rule);
    assert_eq!([count("FMT-005"), count("AREA-006"), count("FMT-008")], [3, 1, 1]);
    assert_eq!((account.values(), account.rejected()), (0, 1 + 3 + 2 + 2 + 1));
}

#[test]
fn a_column_without_a_period_is_rejected_with_its_cells() {
    let text = "Country Name,Country Code,Series Name,Series Code,2012,2O13,Note\n\
        Namibia,NAM,Users,I,1,2,\nNorway,NOR,Users,I,1,,x\n";
    let read = read(text);
    assert_eq!((counts(&read), read.account.count_of("PRD-001")), ([2, 0, 2], 2));
}

#[test]
fn tables_of_another_kind_are_refused() {
    let error = |text: &str| read_csv(text.as_bytes(), &Options::new()).unwrap_err();
    for text in [
        "Country Name,Country Code,Year,Value\nNamibia,NAM,2012,1\n",
        "Country Name,Country Code,Indicator Name,Indicator Code,Year,Value\n",
        "\"Country Code\",\"Region\",\"IncomeGroup\",\"SpecialNotes\",\"TableName\",\n",
        "\"CountryCode\",\"SeriesCode\",\"DESCRIPTION\",\n",
        "[{\"page\":1}]",
    ] {
        assert!(matches!(error(text), Error::Format { .. }), "{text}");
    }
    for text in ["", "\u{feff}", "\n\n", "<!DOCTYPE html>\n", "<?xml version=\"1.0\"?>"] {
        assert!(matches!(error(text), Error::NoData { .. }), "{text:?}");
    }
}

#[test]
fn namibia_is_no_missing_value() {
    // The code of the country in two letters, as some exports have it.
    let read =
        read("Country Name,Country Code,Series Name,Series Code,2012\nNamibia,NA,Users,I,NA\n");
    assert_eq!(read.data.areas().collect::<Vec<_>>(), [&Area::from(Country::NAM)]);
    assert_eq!((counts(&read), read.account.count_of("VAL-006")), ([0, 0, 1], 1));
}

#[test]
fn strict_reading_stops_at_the_first_rejection() {
    let mut options = Options::new();
    options.strict = true;
    let text =
        format!("{PREAMBLE}{HEADER}{ROWS}\"Norway\",\"NOR\",\"Users\",\"I\",\"n/a\",\"\",\n");
    let error = read_csv(text.as_bytes(), &options).unwrap_err();
    assert_eq!(error.rule(), Some("VAL-006"));
    assert!(error.to_string().starts_with("line 8, column 5"), "{error}");
}

proptest! {
    #[test]
    fn nothing_makes_it_panic(
        databank in any::<bool>(),
        edits in prop::collection::vec((any::<prop::sample::Index>(), 0..4, any::<u8>()), 1..8),
    ) {
        let valid = if databank { DATABANK.to_owned() } else { format!("{PREAMBLE}{HEADER}{ROWS}") };
        let mut bytes = valid.into_bytes();
        for (at, how, byte) in edits {
            let at = at.index(bytes.len());
            match how {
                0 => { bytes.remove(at); }
                1 => bytes.insert(at, byte),
                2 => bytes[at] = b"\",\n\r.-0"[usize::from(byte) % 7],
                _ => bytes[at] = byte,
            }
        }
        if let Ok(Reading { data, account }) = read_csv(&bytes[..], &Options::new()) {
            let skipped = account.skipped();
            prop_assert_eq!(account.entries(), account.values() + account.missing() + account.rejected() + skipped);
            prop_assert_eq!(account.values(), (data.len() + data.duplicates().count()) as u64);
        }
    }
}
