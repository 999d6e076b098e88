use proptest::prelude::*;

use super::*;
use crate::country::{Area, Country, Group};
use crate::metric::Number;
use crate::time::Period;

fn header(total: u64) -> String {
    format!(r#"{{"page":1,"pages":1,"per_page":50,"total":{total},"lastupdated":"2026-02-24"}}"#)
}

/// An observation of Namibia, with some fields in front of the others.
fn observation(fields: &str) -> String {
    format!(
        r#"{{{fields},"indicator":{{"id":"I","value":"Users (% of population)"}},
            "country":{{"id":"NA","value":"Namibia"}},"countryiso3code":"NAM","unit":"","decimal":0}}"#
    )
}

fn one_page(observations: &[String]) -> String {
    format!("[{},[{}]]", header(observations.len() as u64), observations.join(","))
}

fn read_one(page: &str) -> Result<Reading<Panel>, Error> {
    read_json([page.as_bytes()], &Options::new())
}

fn year(year: i32) -> Period {
    Period::from_year(year).unwrap()
}

#[test]
fn areas_are_known_by_either_code() {
    let place = |id: &str, iso3: &str, name: &str| {
        format!(
            r#"{{"indicator":{{"id":"I","value":"x"}},"country":{{"id":"{id}","value":"{name}"}},
                "countryiso3code":"{iso3}","date":"2013","value":1}}"#
        )
    };
    let page = one_page(&[
        place("NA", "NAM", "Namibia"),
        place("1W", "", "World"),
        place("Z4", "", "East Asia & Pacific"),
        place("TWN", "", "Taiwan"),
        place("", "null", "?"),
        place("", "", ""),
        place("", "", "Norway"),
    ]);
    let read = read_one(&page).unwrap();
    let area = |area: Area| read.data.value("I", area, year(2013));
    assert_eq!(area(Country::NAM.into()), Some(1.0));
    assert_eq!(area(Group::M49_001.into()), Some(1.0));
    assert_eq!(area(Group::WB_EAS.into()), Some(1.0));
    assert_eq!(area(Country::TWN.into()), Some(1.0));
    // A name does not decide.
    assert_eq!(area(Country::NOR.into()), None);
    assert_eq!(read.account.count_of("AREA-001"), 1);
    // One unknown, one with neither code nor name.
    assert_eq!(read.account.count_of("AREA-006"), 2);
    assert_eq!((read.account.values(), read.account.rejected()), (6, 1));
    let labels = read.data.labels(&Group::M49_001.into());
    assert_eq!((&*labels[0].code, &*labels[0].name), ("1W", "World"));
    assert_eq!(labels.len(), 1);
    // Both codes of the source are kept.
    let codes: Vec<_> =
        read.data.labels(&Country::NAM.into()).iter().map(|label| &*label.code).collect();
    assert_eq!(codes, ["NAM", "NA"]);
}

#[test]
fn numbers_keep_their_digits() {
    for text in [
        "42.3001174855995",
        "0.12345678901234567",
        "338429647.5",
        "406452690",
        "12.90",
        "-0.0",
        "1E-05",
        "1234567890123456789012",
    ] {
        for spaces in ["", " ", "\n\t "] {
            let value = format!(r#""value"{spaces}:{spaces}{text}{spaces},"date":"2013""#);
            let panel = read_one(&one_page(&[observation(&value)])).unwrap().data;
            let cell = panel.get("I", Country::NAM, year(2013)).unwrap();
            assert_eq!(cell.number().map(|number| number.to_string()).as_deref(), Some(text));
        }
    }
    // A key with an escape is not in the page as it is.
    let escaped = observation(r#""valu\u0065":12.5,"date":"2013""#);
    let panel = read_one(&one_page(&[escaped])).unwrap().data;
    assert_eq!(panel.get("I", Country::NAM, year(2013)).and_then(Cell::value), Some(12.5));
}

#[test]
fn quotes_decide_no_type() {
    let page = one_page(&[
        observation(r#""value":"13.90","date":2013"#),
        observation(r#""value":"..","date":"2014""#),
        observation(r#""value":"1,234","date":"2015""#),
        observation(r#""value":true,"date":"2016""#),
        observation(r#""value":[1,[2]],"date":"2017""#),
        observation(r#""value":{"a":1},"date":"2018""#),
        observation(r#""value":1,"date":"soon""#),
        observation(r#""value":1,"date":null"#),
    ]);
    let Reading { data, account } = read_one(&page).unwrap();
    assert_eq!(
        data.get("I", Country::NAM, year(2013)).and_then(Cell::number),
        Number::parse("13.90")
    );
    assert_eq!((account.rows(), account.values(), account.missing()), (8, 1, 1));
    let count = |rule| account.count_of(rule);
    assert_eq!([count("VAL-005"), count("VAL-006"), count("PRD-001")], [1, 3, 2]);
    assert_eq!(account.rejected(), 6);
}

#[test]
fn periods_of_the_service_are_read() {
    let page = one_page(&[
        observation(r#""value":1,"date":"2012""#),
        observation(r#""value":2,"date":"2012Q3""#),
        observation(r#""value":3,"date":"2012M07""#),
    ]);
    let panel = read_one(&page).unwrap().data;
    for (period, value) in [("2012", 1.0), ("2012-Q3", 2.0), ("2012-07", 3.0)] {
        let period: Period = period.parse().unwrap();
        assert_eq!(panel.value("I", Country::NAM, period), Some(value));
    }
}

#[test]
fn null_is_kept_where_something_is_said_of_it() {
    let page = one_page(&[
        observation(r#""value":null,"date":"2011","obs_status":"","footnote":"""#),
        observation(r#""value":null,"date":"2012","footnote":"No survey in this year.""#),
        observation(r#""value":null,"date":"2013","obs_status":"L""#),
        observation(r#""value":null,"date":"2014","obs_status":null"#),
    ]);
    let Reading { data, account } = read_one(&page).unwrap();
    assert_eq!((account.values(), account.missing(), data.len()), (0, 4, 2));
    let noted = data.get("I", Country::NAM, year(2012)).unwrap();
    assert_eq!(noted.missing(), Some(Missing::NotStated));
    assert_eq!(noted.note(), Some("No survey in this year."));
    let marked = data.get("I", Country::NAM, year(2013)).unwrap();
    assert_eq!((marked.missing(), marked.status()), (Some(Missing::NotCollected), Some("L")));
}

#[test]
fn a_forecast_is_no_value_like_others() {
    let page = one_page(&[
        observation(r#""value":1,"date":"2024","obs_status":"""#),
        observation(r#""value":2,"date":"2025","obs_status":"Forecast""#),
        observation(r#""value":3,"date":"2026","obs_status":"F","footnote":"Model of May.""#),
        observation(r#""value":4,"date":"2027","obs_status":"??""#),
        observation(r#""value":5,"date":"2028","obs_status":"M""#),
        observation(r#""value":null,"date":"2029","obs_status":"A""#),
    ]);
    let Reading { data, account } = read_one(&page).unwrap();
    let cell = |at| data.get("I", Country::NAM, year(at)).unwrap();
    assert!(cell(2024).flags().is_empty() && cell(2024).status().is_none());
    for at in [2025, 2026] {
        assert_eq!(cell(at).flags(), [Flag::Forecast].into());
    }
    assert_eq!((cell(2025).status(), cell(2026).note()), (Some("Forecast"), Some("Model of May.")));
    assert_eq!((cell(2027).status(), cell(2027).flags()), (Some("??"), Flags::EMPTY));
    assert_eq!((account.count_of("STA-001"), account.count_of("STA-002")), (1, 2));
}

#[test]
fn the_header_says_the_vintage() {
    let header = r#"{"page":1,"pages":1,"per_page":null,"total":"1","sourceid":"2","lastupdated":"2026-02-24"}"#;
    let body = observation(r#""value":1,"date":"2013""#);
    let panel = read_one(&format!("[{header},[{body}]]")).unwrap().data;
    assert_eq!(panel.vintage().dataset.as_deref(), Some("World Development Indicators"));
    assert_eq!(panel.vintage().published, "2026-02-24".parse().ok());
    let other = header.replace(r#""sourceid":"2""#, r#""sourceid":57"#);
    let panel = read_one(&format!("[{other},[{body}]]")).unwrap().data;
    assert_eq!(panel.vintage().dataset.as_deref(), Some("source 57"));
}

#[test]
fn another_unit_is_another_variable() {
    let page = one_page(&[
        observation(r#""value":1,"date":"2013""#),
        observation(r#""value":2,"date":"2013","unit":"%""#).replace(r#""unit":"","#, ""),
        observation(r#""value":3,"date":"2014","unit":"%""#).replace(r#""unit":"","#, ""),
    ]);
    let Reading { data, account } = read_one(&page).unwrap();
    let units: Vec<_> = data.variables().iter().map(|variable| &*variable.unit_text).collect();
    assert_eq!((units, account.values()), (vec!["", "%"], 3));
    assert_eq!(data.duplicates().count(), 0);
}

/// Three pages of a total of three.
fn page(number: u64, year: i32) -> String {
    let header = format!(
        r#"{{"page":{number},"pages":3,"per_page":1,"total":3,"lastupdated":"2026-02-24"}}"#
    );
    format!("[{header},\n[{}]]\n", observation(&format!(r#""value":{number},"date":"{year}""#)))
}

#[test]
fn pages_that_are_missing_are_told() {
    let all = [page(1, 2015), page(2, 2014), page(3, 2013)];
    let read = |pages: &[&String]| {
        read_json(pages.iter().map(|page| page.as_bytes()), &Options::new()).unwrap()
    };
    let whole = read(&[&all[0], &all[1], &all[2]]);
    assert_eq!((whole.account.count_of("FMT-006"), whole.data.len()), (0, 3));
    // In any order.
    assert_eq!(read(&[&all[2], &all[0], &all[1]]).account.count_of("FMT-006"), 0);

    let message = |read: Reading<Panel>| {
        let finding =
            read.account.findings().iter().rfind(|finding| finding.rule().id() == "FMT-006");
        finding.map(|finding| finding.message().to_owned()).unwrap()
    };
    assert_eq!(
        message(read(&[&all[1]])),
        "the header counts 3 observations, the pages hold 1; without page 1, 3"
    );
    assert_eq!(
        message(read(&[&all[0]])),
        "the header counts 3 observations, the pages hold 1; without page 2-3"
    );
    let doubled = read(&[&all[0], &all[0], &all[2]]);
    assert_eq!(doubled.account.count_of("FMT-006"), 2);
    assert_eq!(doubled.account.count_of("KEY-001"), 1);
    assert_eq!((doubled.account.values(), doubled.data.len()), (3, 2));
    assert_eq!(
        message(doubled),
        "the header counts 3 observations, the pages hold 3; without page 2"
    );
    let newer = all[1].replace("2026-02-24", "2026-03-24");
    assert_eq!(
        message(read(&[&all[0], &newer, &all[2]])),
        "the page is of another answer: 3 observations on 3 pages, updated 2026-03-24, not 3 observations on 3 \
         pages, updated 2026-02-24"
    );
    let mut strict = Options::new();
    strict.strict = true;
    let error = read_json([all[0].as_bytes()], &strict).unwrap_err();
    assert_eq!(error.rule(), Some("FMT-006"));
}

#[test]
fn lines_are_counted_through_pages() {
    let pages = [page(1, 2015), page(2, 2014).replace("\"value\":2", "\"value\":\"x\"")];
    let account = read_json(pages.iter().map(String::as_bytes), &Options::new()).unwrap().account;
    let finding =
        account.findings().iter().find(|finding| finding.rule().id() == "VAL-006").unwrap();
    let lines = pages[0].lines().count() + 2;
    assert_eq!(finding.path().as_str(), format!("line {lines}, column 3"));
}

#[test]
fn what_is_no_answer_is_said() {
    let no_data = |text: &str| match read_one(text).unwrap_err() {
        Error::NoData { found, .. } => found,
        other => panic!("{other}"),
    };
    assert_eq!(no_data(" <?xml version=\"1.0\"?><wb:error/>"), "a web page or an XML document");
    assert_eq!(no_data("\u{feff}<!DOCTYPE html>"), "a web page or an XML document");
    assert_eq!(no_data(" \n"), "an empty file");
    // The answer to a code that the service does not know.
    let empty = r#"[{"page":0,"pages":0,"per_page":null,"total":0},null]"#;
    assert_eq!(no_data(empty), "an answer without observations");
    assert_eq!(no_data(&format!("[{},[]]", header(0))), "an answer without observations");
    assert_eq!(no_data(&format!("[{}]", header(0))), "an answer without observations");
    let none: [&[u8]; 0] = [];
    assert!(matches!(read_json(none, &Options::new()), Err(Error::NoData { .. })));

    let error = r#"[{"message":[{"id":"120","key":"Invalid value","value":"The provided parameter value is not valid"}]}]"#;
    let error = read_one(error).unwrap_err();
    assert!(matches!(&error, Error::Service { id, .. } if id == "120"), "{error}");
    assert_eq!(error.rule(), Some("FMT-007"));
    assert_eq!(
        error.to_string(),
        "the service answers with error 120: Invalid value: The provided parameter value is not valid"
    );

    // Another shape: the list of observations alone, an object, a table, half a file.
    let body = observation(r#""value":1,"date":"2013""#);
    for text in [&format!("[{body}]"), r#"{"page":1}"#, "Country Name,Country Code\n"] {
        assert!(matches!(read_one(text), Err(Error::Format { .. })), "{text}");
    }
    let page = one_page(&[body]);
    for text in
        [&page[..page.len() - 1], &page[..page.len() / 2], &format!("{page}{page}"), "[1]", "[]"]
    {
        assert!(matches!(read_one(text), Err(Error::Json { .. })), "{text}");
    }
}

#[test]
fn a_page_without_rows_among_others_is_told() {
    let empty = r#"[{"page":4,"pages":3,"per_page":1,"total":3,"lastupdated":"2026-02-24"},null]"#;
    let pages = [page(1, 2015), page(2, 2014), page(3, 2013), empty.to_owned()];
    let account = read_json(pages.iter().map(String::as_bytes), &Options::new()).unwrap().account;
    assert_eq!((account.count_of("FMT-007"), account.count_of("FMT-006")), (1, 0));
}

#[test]
fn what_may_be_carried_is_flagged() {
    let flagged = |values: &[(&str, &str)], turned: bool| -> Vec<i32> {
        let mut rows: Vec<_> = values
            .iter()
            .map(|(at, value)| observation(&format!(r#""value":{value},"date":"{at}""#)))
            .collect();
        if turned {
            rows.reverse();
        }
        let read = read_gap_filled_json([one_page(&rows).as_bytes()], &Options::new()).unwrap();
        assert_eq!(read.account.entries(), values.len() as u64);
        let mut years: Vec<_> = read
            .data
            .series()
            .flat_map(|series| series.iter().collect::<Vec<_>>())
            .filter(|(_, cell)| cell.flags().contains(Flag::Imputed))
            .filter_map(|(period, _)| period.year())
            .collect();
        years.sort_unstable();
        years
    };
    for turned in [false, true] {
        let values = [("2016", "5"), ("2015", "4"), ("2014", "4"), ("2013", "3")];
        // The first can be of an earlier year than those of the answer.
        assert_eq!(flagged(&values, turned), [2013, 2015]);
        // Nothing is carried from where nothing is.
        assert_eq!(flagged(&[("2014", "4"), ("2013", "null")], turned), [0; 0]);
        assert_eq!(flagged(&[("2014", "4")], turned), [2014]);
        // A year is left out.
        assert_eq!(flagged(&[("2014", "4"), ("2012", "3")], turned), [2012, 2014]);
    }
}

fn valid() -> String {
    one_page(&[
        observation(r#""value":14.84,"date":"2014","obs_status":"""#),
        observation(r#""value":null,"date":"2013","footnote":"Ü""#),
        observation(r#""value":12.9,"date":"2012","obs_status":"E""#),
        observation(r#""value":12.9,"date":"2012","obs_status":"""#),
    ])
}

proptest! {
    #[test]
    fn nothing_makes_it_panic(
        edits in prop::collection::vec((0_usize..2000, 0..3, any::<u8>()), 1..6),
        digits in prop::collection::vec((0_usize..2000, 0..10_u8), 0..6),
        filled in any::<bool>(),
    ) {
        let mut page = valid().into_bytes();
        for (at, how, byte) in edits {
            let at = at % page.len();
            match how {
                0 => { page.remove(at); }
                1 => page.insert(at, byte),
                _ => page[at] = byte,
            }
        }
        check(&page, filled)?;
        // Other digits leave the JSON whole.
        let mut page = valid().into_bytes();
        for (at, digit) in digits {
            let places: Vec<_> = (0..page.len()).filter(|at| page[*at].is_ascii_digit()).collect();
            page[places[at % places.len()]] = b'0' + digit;
        }
        check(&page, filled)?;
    }
}

fn check(page: &[u8], filled: bool) -> Result<(), TestCaseError> {
    if let Ok(Reading { data, account }) = read([page], &Options::new(), filled) {
        prop_assert_eq!(account.entries(), account.rows());
        let held = (data.len() + data.duplicates().count()) as u64;
        prop_assert!(account.values() + account.missing() >= held);
        prop_assert!(account.values() <= held);
    }
    Ok(())
}
