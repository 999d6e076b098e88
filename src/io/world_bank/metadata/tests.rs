use proptest::prelude::*;

use super::*;
use crate::country::{Country, Group};
use crate::io::{Options, Reading};
use crate::time::Period;

const COUNTRIES: &str = "\u{feff}\"Country Code\",\"Region\",\"IncomeGroup\",\"SpecialNotes\",\"TableName\",\r\n\
    \"NAM\",\"Sub-Saharan Africa\",\"Upper middle income\",\"Year end: March 31.\n\nRebased, with \"\"care\"\".\",\"Namibia\",\r\n\
    \"WLD\",\"\",\"\",\"World aggregate.\",\"World\",\r\n";
const BULK: &str = "\"Country Code\",\"Short Name\",\"Table Name\",\"2-alpha code\",\"Region\",\"Income Group\",\"WB-2 code\",\"Lending category\",\n\
    \"CHI\",\"Channel Islands\",\"Channel Islands\",\"\",\"Europe & Central Asia\",\"High income\",\"JG\",\"\",\n\
    \"COD\",\"Dem. Rep. Congo\",\"Congo, Dem. Rep.\",\"CD\",\"Sub-Saharan Africa\",\"Low income\",\"ZR\",\"IDA\",\n\
    \"NAM\",\"Namibia\",\"Namibia\",\"NA\",\"Sub-Saharan Africa\",\"Upper middle income\",\"NA\",\"IBRD\",\n";
const NOTES: &str = "\"CountryCode\",\"SeriesCode\",\"Year\",\"DESCRIPTION\",\n\
    \"NAM\",\"I\",\"YR2012\",\"Aged 15 and over.\",\n\"NAM\",\"I\",\"yr2013\",\"Estimate.\",\n";

fn options() -> Options {
    Options::new()
}

#[test]
fn text_goes_over_lines() {
    let Reading { data, account } = read_countries(COUNTRIES.as_bytes(), &options()).unwrap();
    assert_eq!((account.rows(), account.values(), account.entries()), (2, 2, 2));
    assert_eq!(data[0].special_notes, "Year end: March 31.\n\nRebased, with \"care\".");
    assert_eq!((&*data[0].name, &data[0].area), ("Namibia", &Country::NAM.into()));
    assert_eq!((data[1].is_aggregate(), &data[1].area), (true, &Group::M49_001.into()));
    assert_eq!((account.count_of("FMT-001"), account.count_of("FMT-003")), (1, 1));
}

#[test]
fn both_codes_of_two_letters_are_kept() {
    let data = read_countries(BULK.as_bytes(), &options()).unwrap().data;
    let codes: Vec<_> = data.iter().map(|country| (&*country.alpha2, &*country.wb2)).collect();
    assert_eq!(codes, [("", "JG"), ("CD", "ZR"), ("NA", "NA")]);
    // What has no field of its own is kept under its name.
    let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    assert_eq!(
        data[1].other,
        [pair("Short Name", "Dem. Rep. Congo"), pair("Lending category", "IDA")]
    );
    assert_eq!(data[0].other, [pair("Short Name", "Channel Islands")]);
}

#[test]
fn indicators_of_both_tables_are_one_record() {
    let beside = "\"INDICATOR_CODE\",\"INDICATOR_NAME\",\"SOURCE_NOTE\",\"SOURCE_ORGANIZATION\",\r\n\"I\",\"Users\",\"In the\nlast 3 months.\",\"ITU\",\r\n";
    let bulk = "Series Code,Topic,Indicator Name,Short definition,Long definition,Unit of measure,Periodicity,Aggregation method,Limitations and exceptions,Source,License Type,\n\
        I,Infrastructure,Users,Short.,Long.,%,Annual,Weighted average,Care.,ITU,CC BY-4.0,\n,,,,,,,,,,,\n,,A remark,,,,,,,,,\n";
    let Reading { data, account } = read_indicators(bulk.as_bytes(), &options()).unwrap();
    let [indicator] = &data[..] else { panic!("{data:?}") };
    let IndicatorMetadata { definition, organization, unit_text, licence, .. } = indicator;
    assert_eq!(
        [definition, organization, unit_text, licence, &indicator.aggregation_method],
        ["Long.", "ITU", "%", "CC BY-4.0", "Weighted average"]
    );
    assert_eq!(indicator.other, [("Short definition".to_owned(), "Short.".to_owned())]);
    // Blank, or without a code.
    assert_eq!((account.values(), account.skipped(), account.count_of("FMT-004")), (1, 2, 2));
    let data = read_indicators(beside.as_bytes(), &options()).unwrap().data;
    assert_eq!((&*data[0].definition, &*data[0].organization), ("In the\nlast 3 months.", "ITU"));
}

#[test]
fn notes_are_of_three_kinds() {
    let notes = |text: &str| read_notes(text.as_bytes(), &options()).unwrap().data;
    let year = |year| Period::from_year(year).ok();
    let footnotes = notes(NOTES);
    assert_eq!(
        footnotes.iter().map(|note| note.period).collect::<Vec<_>>(),
        [year(2012), year(2013)]
    );
    let area = Country::NAM.into();
    let concerned = |notes: &[Note], indicator: &str, at| {
        notes.iter().filter(|note| note.concerns(indicator, &area, year(at).unwrap())).count()
    };
    assert_eq!([concerned(&footnotes, "I", 2012), concerned(&footnotes, "J", 2012)], [1, 0]);
    let of_series =
        notes("\"CountryCode\",\"SeriesCode\",\"DESCRIPTION\",\n\"NAM\",\"I\",\"x\",\n");
    assert_eq!([concerned(&of_series, "I", 1990), concerned(&of_series, "I", 2012)], [1, 1]);
    let of_years = notes("\"SeriesCode\",\"Year\",\"DESCRIPTION\",\n\"I\",\"YR1990\",\"x\",\n");
    assert_eq!([concerned(&of_years, "I", 1990), concerned(&of_years, "I", 2012)], [1, 0]);
    assert_eq!(of_years[0].area, None);
}

#[test]
fn rows_that_are_no_record_are_rejected() {
    let mut text =
        b"CountryCode,SeriesCode,Year,DESCRIPTION\nNAM,I,YR2012\nNAM,I,YR2012,x,y\nNAM,I,soon,x\n\
        ,I,YR2012,x\nQ9Q,I,YR2012,x\nQ9Q,J,YR2012,x\n"
            .to_vec();
    text.extend(b"NAM,I,YR2012,C\xf4te\nNAM,I,YR2012,ok\n");
    let Reading { data, account } = read_notes(&text[..], &options()).unwrap();
    assert_eq!((account.rows(), account.values(), account.rejected()), (8, 3, 5));
    assert_eq!(data.len(), 3);
    let count = |rule| account.count_of(rule);
    assert_eq!(
        [count("FMT-005"), count("PRD-001"), count("AREA-006"), count("FMT-008")],
        [2, 1, 2, 1]
    );
}

#[test]
fn each_reader_refuses_the_tables_of_the_others() {
    let values =
        "Country Name,Country Code,Indicator Name,Indicator Code,2012\nNamibia,NAM,Users,I,1\n";
    let refused = |result: Result<(), Error>| matches!(result, Err(Error::Format { .. }));
    let countries = |text: &str| read_countries(text.as_bytes(), &options()).map(drop);
    let indicators = |text: &str| read_indicators(text.as_bytes(), &options()).map(drop);
    let notes = |text: &str| read_notes(text.as_bytes(), &options()).map(drop);
    for text in [values, NOTES] {
        assert!(refused(countries(text)) && refused(indicators(text)), "{text}");
    }
    for text in [values, COUNTRIES, BULK] {
        assert!(refused(notes(text)) && refused(indicators(text)), "{text}");
    }
    for text in ["", "<html>"] {
        assert!(matches!(countries(text), Err(Error::NoData { .. })));
    }
}

proptest! {
    #[test]
    fn nothing_makes_it_panic(
        which in 0..3,
        edits in prop::collection::vec((any::<prop::sample::Index>(), 0..4, any::<u8>()), 1..8),
    ) {
        let valid = [COUNTRIES, BULK, NOTES][usize::try_from(which).unwrap()];
        let mut bytes = valid.as_bytes().to_vec();
        for (at, how, byte) in edits {
            let at = at.index(bytes.len());
            match how {
                0 => { bytes.remove(at); }
                1 => bytes.insert(at, byte),
                2 => bytes[at] = b"\",\n\rYN9"[usize::from(byte) % 7],
                _ => bytes[at] = byte,
            }
        }
        let check = |read: Option<(usize, crate::io::Account)>| {
            let Some((records, account)) = read else { return Ok(()) };
            prop_assert_eq!(account.values(), records as u64);
            prop_assert!(account.entries() >= account.rows());
            Ok(())
        };
        check(read_countries(&bytes[..], &options()).ok().map(|read| (read.data.len(), read.account)))?;
        check(read_notes(&bytes[..], &options()).ok().map(|read| (read.data.len(), read.account)))?;
        check(read_indicators(&bytes[..], &options()).ok().map(|read| (read.data.len(), read.account)))?;
    }
}
