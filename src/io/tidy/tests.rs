use proptest::prelude::*;

use super::*;
use crate::country::{Area, Country, Group, Scheme};
use crate::io::cases::{Cases, case};
use crate::io::{Account, Error, Options, Reading};
use crate::metric::{Datum, Flag, Missing, Panel};
use crate::quantity::Unit;
use crate::time::Period;

fn year(year: i32) -> Period {
    Period::from_year(year).unwrap()
}

fn read(text: &str, mapping: &Mapping) -> Reading<Panel> {
    read_csv(text.as_bytes(), mapping, &Options::new()).unwrap()
}

fn refused(text: &str, mapping: &Mapping) -> Error {
    read_csv(text.as_bytes(), mapping, &Options::new()).unwrap_err()
}

/// Values, missing, rejected, skipped.
fn counts(account: &Account) -> [u64; 4] {
    [account.values(), account.missing(), account.rejected(), account.skipped()]
}

fn long() -> Mapping {
    Mapping::new().area_code("code", Scheme::Iso).period("year").values("value")
}

fn days() -> Mapping {
    Mapping::new()
        .headerless()
        .area(Group::M49_001)
        .year_month_day(1, 2, 3)
        .values(Values::column(4).code("ipv6").unit(Unit::Percent))
}

#[test]
fn a_mark_of_the_bytes_is_no_part_of_a_name() {
    let reading = read("\u{feff}code,year,value\nNA,2013,13.9\n", &long());
    assert_eq!(reading.data.value("value", Country::NAM, year(2013)), Some(13.9));
    assert_eq!(reading.account.count_of("FMT-001"), 1);
}

#[test]
fn quotes_decide_nothing() {
    let reading = read("code,year,value\n\"NAM\",\"2013\",\"13.90\"\n", &long());
    let cell = reading.data.get("value", Country::NAM, year(2013)).unwrap();
    assert_eq!(cell.number().unwrap().to_string(), "13.90");
}

#[test]
fn separators_are_declared_or_refused() {
    let file = "code,year,value\nCHN,2012,\"1,234\"\nCHN,2013,1234\nCHN,2014,\"12,34\"\n";
    let reading = read(file, &long());
    assert_eq!(counts(&reading.account), [1, 0, 2, 0]);
    assert_eq!(reading.account.count_of("VAL-005"), 2);
    // Formats change within one file: some numbers have separators, others do not.
    let reading = read(file, &long().thousands(','));
    assert_eq!(counts(&reading.account), [2, 0, 1, 0]);
    assert_eq!(reading.data.value("value", Country::CHN, year(2012)), Some(1234.0));
    let file = "code,year,value\nCHN,2012,\"42,3\"\nCHN,2013,42.3\n";
    let reading = read(file, &long().decimal_comma());
    assert_eq!(counts(&reading.account), [1, 0, 1, 0]);
    assert_eq!(reading.account.count_of("VAL-005"), 1);
}

#[test]
fn only_declared_marks_are_missing() {
    let file = "code,year,value\nCHN,2012,...\nCHN,2013,-99\nCHN,2014,\nCHN,2015,n/a\n";
    let mapping =
        long().missing("...", Missing::NotAvailable).missing("-99", Missing::Confidential);
    let reading = read(file, &mapping);
    assert_eq!(counts(&reading.account), [0, 3, 1, 0]);
    let missing = |at| reading.data.get("value", Country::CHN, year(at)).unwrap().missing();
    assert_eq!(missing(2012), Some(Missing::NotAvailable));
    assert_eq!(missing(2013), Some(Missing::Confidential));
    assert_eq!(missing(2014), Some(Missing::NotStated));
    assert_eq!(counts(&read(file, &long()).account), [1, 1, 2, 0]);
}

#[test]
fn months_from_zero_are_declared_or_found() {
    let file = "2008,0,4,0.138,\n2008,11,31,0.2,\n2009,1,1,0.25,\n";
    let reading = read(file, &days().months_from_zero());
    assert_eq!(counts(&reading.account), [3, 0, 0, 0]);
    let first: Period = "2008-01-04".parse().unwrap();
    assert_eq!(reading.data.value("ipv6", Group::M49_001, first), Some(0.138));
    assert_eq!(reading.account.count_of("PRD-005"), 0);

    let reading = read(file, &days());
    // The thirty-first of November is no day either.
    assert_eq!(counts(&reading.account), [1, 0, 2, 0]);
    let found = reading.account.findings().iter().find(|f| f.rule().id() == "PRD-005").unwrap();
    assert_eq!(found.path().as_str(), "line 1, column 2");
    let reading = read("2008,0,4,1,\n2008,12,4,1,\n", &days());
    assert_eq!(reading.account.count_of("PRD-005"), 0);
    let months = Mapping::new().headerless().area(Country::CHN).year_month(1, 2).values(3);
    let reading = read("2008,2,1\n", &months);
    let may = Period::from_month(2008, 2).unwrap();
    assert_eq!(reading.data.value("column 3", Country::CHN, may), Some(1.0));
}

#[test]
fn columns_may_be_periods() {
    let file = ",Share,,,,\n,2012.0,2013,,Notes 2012,Notes 2013\nCHN,42.3,,,survey,none yet\nNAM,12.9,,,,\n";
    let values = Values::periods().code("i99H").unit(Unit::Percent).note("Notes ");
    let mapping = Mapping::new().rows_before_header(1).area_code(1, Scheme::Itu).values(values);
    let reading = read(file, &mapping);
    // Without a value and a note, an empty field is only counted.
    assert_eq!(counts(&reading.account), [2, 2, 0, 0]);
    assert_eq!(reading.data.len(), 3);
    let cell = |area, at| reading.data.get("i99H", area, year(at));
    assert_eq!(cell(Country::CHN, 2012).unwrap().note(), Some("survey"));
    assert_eq!(cell(Country::CHN, 2013).unwrap().note(), Some("none yet"));
    assert_eq!(cell(Country::NAM, 2013), None);
    let error = refused("code,a,b\nCHN,1,2\n", &mapping.clone().rows_before_header(0));
    assert!(error.to_string().contains("columns that have a period for a name"), "{error}");
    let reading = read(",2012,2O13\nCHN,1,2\n", &mapping.rows_before_header(0));
    assert_eq!(counts(&reading.account), [1, 0, 0, 1]);
    assert_eq!(reading.account.count_of("PRD-001"), 1);
}

#[test]
fn several_columns_are_parts_or_variables() {
    let mapping = Mapping::new()
        .delimiter('\t')
        .area_code("LocID", Scheme::M49)
        .area_name("Location")
        .period("Time")
        .dimension("variant", "Variant")
        .values(Values::column("Male").code("population").scale(3).dimension("sex", "male"))
        .values(Values::column("Total").code("population").unit_text("thousands").scale(3))
        .forecasts_after(year(2020))
        .ignore("VarID");
    let file = "LocID\tLocation\tVarID\tVariant\tTime\tMale\tTotal\n\
        4\tAfghanistan\t2\tMedium\t2020\t1.5\t3.0\n4\tAfghanistan\t2\tMedium\t2021\t1.6\t3.1\n";
    let reading = read(file, &mapping);
    assert_eq!(counts(&reading.account), [4, 0, 0, 0]);
    let men = reading.data.slice().dimension("sex", "male").dimension("variant", "Medium");
    let men = men.series().next().unwrap();
    assert_eq!((men.values(), men.variable().scale), (&[1.5, 1.6][..], 3));
    assert!(men.get(year(2021)).unwrap().flags().contains(Flag::Forecast));
    assert!(men.get(year(2020)).unwrap().flags().is_empty());
    assert_eq!(reading.data.variables()[1].unit_text, "thousands");
    assert_eq!(reading.account.count_of("AREA-007"), 1);
}

#[test]
fn rows_say_what_is_measured() {
    let mapping = long().variable_code("id").variable_name("what").unit_text("unit");
    let file = "id,what,unit,code,year,value\na,A,%,CHN,2012,1\nb,B,,CHN,2012,2\n";
    let panel = read(file, &mapping).data;
    let variables: Vec<_> =
        panel.variables().iter().map(|v| (&*v.code, &*v.name, &*v.unit_text)).collect();
    assert_eq!(variables, [("a", "A", "%"), ("b", "B", "")]);
    assert_eq!(panel.value("b", Country::CHN, year(2012)), Some(2.0));
}

#[test]
fn names_decide_only_where_they_are_declared_to() {
    let file = "Country,Status,Total\nChina,NOT FREE,88\nEstonia,FREE,6\n";
    let mapping = Mapping::new()
        .area_name("Country")
        .period_is(year(2018))
        .values("Total")
        .values(Values::column("Status").words());
    let reading = read(file, &mapping);
    assert_eq!(reading.account.count_of("AREA-001"), 2);
    assert!(reading.data.areas().all(|area| matches!(area, Area::Special(_))));
    let reading = read(file, &mapping.area_as("China", Country::CHN));
    assert_eq!(reading.data.value("Total", Country::CHN, year(2018)), Some(88.0));
    let status = reading.data.get("Status", Country::CHN, year(2018)).unwrap();
    assert_eq!(status.datum(), Datum::Words("NOT FREE"));
    assert_eq!(reading.data.labels(&Country::CHN.into())[0].name.as_ref(), "China");
}

#[test]
fn remarks_and_rows_that_do_not_fit_are_told() {
    let file = "name,code,year,value\na,CHN,2012,1\nb,CHN,2013\nc,CHN,2014,1,2\n,,,\nSource: somebody,,,\nd,,2012,7\ne,CHN,soon,8\nf,CHN,later,\n";
    let reading = read(file, &long().ignore("name"));
    let account = &reading.account;
    assert_eq!(counts(account), [1, 1, 5, 0]);
    assert_eq!((account.count_of("FMT-004"), account.count_of("FMT-005")), (2, 2));
    assert_eq!((account.count_of("AREA-006"), account.count_of("PRD-001")), (1, 2));
    assert_eq!(counts(&read(file, &long()).account), [1, 1, 5, 4]);
}

#[test]
fn bytes_of_another_encoding_are_told() {
    let reading = read_csv(&b"code,year,value\nC\xd4,2012,1\n"[..], &long(), &Options::new());
    let account = reading.unwrap().account;
    assert_eq!((counts(&account), account.count_of("FMT-008")), ([0, 0, 1, 0], 1));
}

#[test]
fn what_is_missing_is_named() {
    let error = refused("Code,yaer,value\nCHN,2012,1\n", &long());
    assert!(error.to_string().contains("a column `code` (there is `Code`)"), "{error}");
    let error = refused("code,yaer,value\nCHN,2012,1\n", &long());
    assert!(error.to_string().contains("a column `year` (there is `yaer`)"), "{error}");
    let error = refused("code,year,value,year\nCHN,2012,1,2\n", &long());
    assert!(error.to_string().contains("a column `year` once; name it by number"), "{error}");
    let error = refused("code,year,value\n", &long().ignore(9));
    assert!(error.to_string().contains("expected column 9"), "{error}");
    for text in ["", "\n\n", "<!DOCTYPE html>\n", "<?xml version=\"1.0\"?>\n"] {
        assert!(matches!(refused(text, &long()), Error::NoData { .. }), "{text}");
        assert!(matches!(refused(text, &days()), Error::NoData { .. }), "{text}");
    }
}

#[test]
fn a_mapping_that_cannot_be_is_refused() {
    let area = || Mapping::new().area(Country::CHN);
    for (mapping, says) in [
        (Mapping::new().period("year").values("value"), "which area"),
        (area().period("year"), "no column with values"),
        (area().values("value"), "where the period stands"),
        (area().period("year").values(Values::periods()), "columns are periods"),
        (area().values(Values::periods()).values(Values::periods()), "two sorts"),
        (area().values(Values::periods()).values("value"), "no period for them"),
        (area().delimiter('"').period("year").values("value"), "delimiter"),
        (area().headerless().period("year").values(1), "without a header"),
        (area().headerless().values(Values::periods()), "has none"),
        (area().headerless().period(0).values(1), "from 1"),
        (area().headerless().period(usize::MAX).values(1), "too many"),
    ] {
        let error = refused("code,year,value\nCHN,2012,1\n", &mapping);
        assert!(matches!(error, Error::Mapping { .. }), "{error}");
        assert!(error.to_string().contains(says), "{error}");
    }
}

#[test]
fn a_mapping_is_stored() {
    let text = r#"{"delimiter":";","area_code":"iso","scheme":"iso","period":{"column":2},
        "values":[{"column":"share","unit":"percent"}],"missing":{"...":"not-stated"}}"#;
    let mapping: Mapping = serde_json::from_str(text).unwrap();
    let expected = Mapping::new()
        .delimiter(';')
        .area_code("iso", Scheme::Iso)
        .period(2)
        .values(Values::column("share").unit(Unit::Percent))
        .missing("...", Missing::NotStated);
    assert_eq!(mapping, expected);
    assert!(serde_json::from_str::<Mapping>(r#"{"delimeter":";"}"#).is_err());
}

#[test]
fn strict_reading_stops_at_the_first_rejection() {
    let mut options = Options::new();
    options.strict = true;
    let error = read_csv("code,year,value\nCHN,2012,x\n".as_bytes(), &long(), &options);
    assert_eq!(error.unwrap_err().rule(), Some("VAL-006"));
}

const OWN: &str = include_str!("../../../tests/fixtures/io/tidy/interchange.csv");

#[test]
fn own_files_are_read_and_written_as_they_are() {
    let reading = read_own(OWN.as_bytes(), &Options::new()).unwrap();
    assert_eq!(counts(&reading.account), [5, 1, 0, 0]);
    let mut written = Vec::new();
    write_csv(&reading.data, &mut written).unwrap();
    assert_eq!(String::from_utf8(written).unwrap(), OWN);
    let panel = &reading.data;
    let cell = panel.get("i99H", Country::NAM, year(2013)).unwrap();
    assert_eq!(cell.number().unwrap().to_string(), "1.5E-05");
    assert_eq!(cell.note(), Some("a \"note\",\nof two lines"));
    assert_eq!((cell.status(), cell.flags()), (Some(""), [Flag::Break].into()));
    assert_eq!(panel.labels(&Country::NAM.into()).len(), 2);
    assert_eq!(panel.vintage().licence, Some("CC BY 4.0".into()));
    assert_eq!(panel.duplicates().count(), 1);
}

#[test]
fn a_panel_without_cells_keeps_its_vintage() {
    let mut vintage = crate::metric::Vintage::new();
    vintage.dataset = Some("\\ NA".to_owned());
    let panel = crate::metric::PanelBuilder::new(vintage).finish();
    let mut written = Vec::new();
    write_csv(&panel, &mut written).unwrap();
    let reading = read_own(&written[..], &Options::new()).unwrap();
    assert_eq!((reading.data, reading.account.skipped()), (panel, 1));
}

#[test]
fn own_files_by_hand_need_four_columns() {
    let file = "code,area,period,value,remark\ni99H,CHN,2012Q3,42.3,x\ni99H,CHN,2013,,\n";
    let reading = read_own(file.as_bytes(), &Options::new()).unwrap();
    assert_eq!(counts(&reading.account), [1, 1, 0, 1]);
    let error = read_own("code,area,period\n".as_bytes(), &Options::new()).unwrap_err();
    assert!(error.to_string().contains("a column `value`"), "{error}");
    let file = "code,area,period,value,text,scale,flags\n\
        a,China,2012,1,,,\na,CHN,soon,1,,,\na,CHN,2012,1,x,,\na,CHN,2012,1,,many,\na,CHN,2012,1,,,odd\n";
    let account = read_own(file.as_bytes(), &Options::new()).unwrap().account;
    assert_eq!(counts(&account), [0, 0, 5, 0]);
    assert_eq!((account.count_of("FMT-013"), account.count_of("PRD-001")), (4, 1));
}

pub(in crate::io) const CASES: Cases = {
    const HEADER: &str = "code,year,value,status\n";
    Cases {
        read: |text| {
            let values = Values::column("value").status("status");
            let mapping = Mapping::new()
                .area_code("code", Scheme::M49)
                .period("year")
                .values(values)
                .flag("e", Flag::Estimated)
                .missing_status("c", Missing::Confidential);
            read_csv(text, &mapping, &Options::new()).map(|read| read.account)
        },
        cases: &[
            case("AREA-007", &[HEADER, "4,2012,1,\n"], &[HEADER, "004,2012,1,\n"]),
            case("STA-001", &[HEADER, "004,2012,1,x\n"], &[HEADER, "004,2012,1,e\n"]),
            case("STA-002", &[HEADER, "004,2012,1,c\n"], &[HEADER, "004,2012,,c\n"]),
        ],
    }
};

pub(in crate::io) const DAYS_CASES: Cases = Cases {
    read: |text| read_csv(text, &days(), &Options::new()).map(|read| read.account),
    cases: &[case(
        "PRD-005",
        &["2008,0,1,0.1\n2008,11,1,0.1\n"],
        &["2008,1,1,0.1\n2008,12,1,0.1\n"],
    )],
};

pub(in crate::io) const OWN_CASES: Cases = {
    const HEADER: &str = "code,area,period,value,version\n";
    Cases {
        read: |text| read_own(text, &Options::new()).map(|read| read.account),
        cases: &[
            case(
                "FMT-012",
                &[HEADER, "a,CHN,2012,1,2018\na,CHN,2013,1,2019\n"],
                &[HEADER, "a,CHN,2012,1,2018\na,CHN,2013,1,2018\n"],
            ),
            case("FMT-013", &[HEADER, "a,China,2012,1,\n"], &[HEADER, "a,CHN,2012,1,\n"]),
        ],
    }
};

/// A file with bytes put in, taken out or replaced.
fn mangled(text: &'static str) -> impl Strategy<Value = Vec<u8>> {
    let by = prop_oneof![
        "[\"\n\r,;.0-9eE-]{0,3}".prop_map(String::into_bytes),
        proptest::collection::vec(any::<u8>(), 0..3),
        Just(b"1e999".to_vec()),
    ];
    let change = (any::<prop::sample::Index>(), 0..4_usize, by);
    proptest::collection::vec(change, 0..6).prop_map(move |changes| {
        let mut bytes = text.as_bytes().to_vec();
        for (from, length, by) in changes {
            let from = from.index(bytes.len() + 1);
            let to = (from + length).min(bytes.len());
            bytes.splice(from..to, by);
        }
        bytes
    })
}

fn holds(reading: Result<Reading<Panel>, Error>) -> Result<(), TestCaseError> {
    let Ok(Reading { data, account }) = reading else { return Ok(()) };
    let held = data.len() + data.duplicates().count();
    prop_assert!(account.values() + account.missing() >= held as u64, "{}", account);
    let entries = counts(&account).iter().sum::<u64>();
    prop_assert_eq!(account.entries(), entries);
    Ok(())
}

proptest! {
    #[test]
    fn any_table_is_read_or_refused(
        text in mangled("code,name,year,value,flag\nCHN,China,2012,42.3,e\nNA,Namibia,2013,\"1,234.5\",\nXKX,,2013q1,,x\n"),
    ) {
        let mapping = Mapping::new()
            .area_code("code", Scheme::Iso)
            .area_name("name")
            .period("year")
            .values(Values::column("value").status("flag"))
            .flag("e", Flag::Estimated)
            .thousands(',');
        holds(read_csv(&text[..], &mapping, &Options::new()))?;
    }

    #[test]
    fn any_wide_table_is_read_or_refused(
        text in mangled("code,2012,2013,Notes 2012\nCHN,42.3,45.8,x\nNAM,,...,\n"),
    ) {
        let values = Values::periods().code("a").note("Notes ");
        let mapping = Mapping::new().area_code(1, Scheme::Iso).values(values);
        holds(read_csv(&text[..], &mapping, &Options::new()))?;
    }

    #[test]
    fn any_days_are_read_or_refused(text in mangled("2008,8,4,0.138,\n2008,8,5,0.25,\n")) {
        holds(read_csv(&text[..], &days(), &Options::new()))?;
    }

    #[test]
    fn any_own_file_is_read_or_refused(text in mangled(OWN)) {
        holds(read_own(&text[..], &Options::new()))?;
    }

    #[test]
    fn any_lines_are_read_or_refused(
        text in mangled("{\"vintage\":{\"dataset\":\"x\"}}\n{\"code\":\"a\",\"area\":\"CHN\",\"period\":\"2012\",\"value\":4.2e1,\"flags\":[\"break\"],\"dimensions\":{\"sex\":\"female\"},\"labels\":[[\"a\",\"b\"]]}\n"),
    ) {
        holds(crate::io::jsonl::read(&text[..], &Options::new()))?;
    }

    #[test]
    fn any_population_is_read_or_refused(
        text in mangled(include_str!("../../../tests/fixtures/io/un_wpp/2019.csv")),
    ) {
        holds(crate::io::un_wpp::read_csv(&text[..], crate::io::un_wpp::Edition::Of2019, &Options::new()))?;
    }

    #[test]
    fn any_data_points_are_read_or_refused(
        text in mangled(include_str!("../../../tests/fixtures/io/ddf/ddf--datapoints--users--by--geo--gender--time.csv")),
        concepts in mangled(include_str!("../../../tests/fixtures/io/ddf/ddf--concepts.csv")),
        entities in mangled(include_str!("../../../tests/fixtures/io/ddf/ddf--entities--geo--country.csv")),
    ) {
        let mut folder = crate::io::ddf::Folder::new();
        let _ = folder.add_concepts(&concepts[..], &Options::new());
        let _ = folder.add_entities(&entities[..], &Options::new());
        holds(crate::io::ddf::read_datapoints(&text[..], &folder, &Options::new()))?;
    }
}
