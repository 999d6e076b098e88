use proptest::prelude::*;

use super::*;
use crate::country::Country;
use crate::io::{Account, Error, Options, Reading};
use crate::metric::{
    Cell, Datum, Dimensions, DimensionsId, Flag, Flags, Missing, Number, Panel, PanelBuilder,
    Variable, Vintage,
};
use crate::quantity::Unit;
use crate::time::Period;

const CSV: &str = include_str!("../../../tests/fixtures/io/sdmx/ict-2.0.csv");
const LABELS: &str = include_str!("../../../tests/fixtures/io/sdmx/labels-1.0.csv");
const JSON: &str = include_str!("../../../tests/fixtures/io/sdmx/ict-2.1.json");
const HEADER: &str = "STRUCTURE,STRUCTURE_ID,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,OBS_STATUS\n";

fn csv(text: &str) -> Reading<Panel> {
    read_csv(text.as_bytes(), &Components::new(), &Options::new()).unwrap()
}

fn json(text: &str) -> Result<Reading<Panel>, Error> {
    read_json(text.as_bytes(), &Components::new(), &Options::new())
}

fn year(year: i32) -> Period {
    Period::from_year(year).unwrap()
}

fn numbers(account: &Account) -> [u64; 4] {
    [account.values(), account.missing(), account.rejected(), account.skipped()]
}

/// The only cell of one value in the column of values.
fn one(value: &str, status: &str) -> (Account, Option<Missing>) {
    let read = csv(&format!("{HEADER}dataflow,EX:D(1),NA,I,2013,{value},{status}\n"));
    let missing = read.data.get("I", Country::NAM, year(2013)).and_then(Cell::missing);
    (read.account, missing)
}

#[test]
fn a_message_is_read_with_all_that_it_says() {
    let Reading { data: panel, account } = csv(CSV);
    assert_eq!(numbers(&account), [4, 3, 0, 2], "{account}");
    let skips = [("attributes of a part of the keys", 1), ("deletions", 1)];
    assert!(account.skips().eq(skips));
    assert_eq!(panel.vintage().dataset.as_deref(), Some("EX:DF_ICT(1.0.0)"));

    let namibia = panel.get("I99H", Country::NAM, year(2013)).unwrap();
    assert_eq!(namibia.number().unwrap().to_string(), "13.90");
    assert_eq!(namibia.flags(), [Flag::Estimated, Flag::Provisional].into());
    assert_eq!(namibia.status(), Some("E;P"));
    assert_eq!(namibia.note(), Some("COMMENT_OBS=Survey, adjusted"));
    let variable = panel.series().next().unwrap().variable();
    assert_eq!((variable.unit, variable.unit_text.as_str()), (Some(Unit::Percent), "PERCENT"));

    let china = panel.slice().area(Country::CHN).dimension("SEX", "F").series().next().unwrap();
    let missing = |at| china.get(year(at)).unwrap().missing();
    assert_eq!(missing(2014), Some(Missing::NotStated));
    assert_eq!(missing(2015), Some(Missing::Intentional));
    let population = panel.slice().indicator("POP").series().next().unwrap();
    assert!(population.dimensions().is_empty());
    assert_eq!((population.variable().scale, population.latest()), (6, Some((year(2013), 1363.0))));
    let policy = panel.get("POLICY", Country::XKX, year(2013)).unwrap();
    assert_eq!(policy.words(), Some("With price control; since May"));
}

#[test]
fn labels_and_separators_are_known_by_the_header() {
    let mut components = Components::new();
    components.decimal_comma = true;
    let read = read_csv(LABELS.as_bytes(), &components, &Options::new()).unwrap();
    assert_eq!(numbers(&read.account), [2, 0, 0, 0], "{}", read.account);
    let cell = read.data.get("I99H", Country::NAM, year(2013)).unwrap();
    assert_eq!(cell.number().unwrap().to_string(), "13.90");
    assert_eq!((cell.status(), cell.note()), (Some("E"), Some("DECIMALS=1: One")));
    let series = read.data.series().next().unwrap();
    assert_eq!((&*series.variable().name, &*series.labels()[0].name), ("Users", "Namibia"));
    // A monthly series of years is another one.
    let monthly = read.data.slice().dimension("FREQ", "M").series().next().unwrap();
    assert_eq!(monthly.latest(), Some((year(2014), 14.8)));
    // Without being told, the comma may stand between thousands.
    let read = csv(LABELS);
    assert_eq!((read.account.rejected(), read.account.count_of("VAL-005")), (2, 2));
}

#[test]
fn names_may_have_columns_of_their_own() {
    let text = "STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,REF_AREA,Area,SEX,Sex,TIME_PERIOD,Time,OBS_VALUE,Value,OBS_STATUS,DECIMALS,Decimals\n\
        dataflow,EX:D(1),Users,I,NA,Namibia,F,Women,2013,2013,5,,A,1,One\n";
    let panel = csv(text).data;
    let series = panel.series().next().unwrap();
    assert_eq!(series.variable().code, "EX:D");
    assert_eq!((&*series.variable().name, &*series.labels()[0].name), ("Users", "Namibia"));
    assert_eq!(series.dimensions().to_string(), "SEX=F");
    let cell = series.get(year(2013)).unwrap();
    assert_eq!((cell.status(), cell.note()), (Some("A"), Some("DECIMALS=1: One")));
}

#[test]
fn three_kinds_of_nothing_are_told_apart() {
    for (value, status, missing) in [
        ("", "", Missing::NotStated),
        ("NaN", "", Missing::Intentional),
        ("#N/A", "", Missing::Intentional),
        ("NaN", "O", Missing::Intentional),
        ("", "M", Missing::NotApplicable),
        ("NaN", "L", Missing::NotCollected),
        ("", "Q", Missing::Suppressed),
        ("", "H", Missing::Holiday),
        ("", "K", Missing::IncludedElsewhere),
    ] {
        let (account, read) = one(value, status);
        assert_eq!(
            (read, numbers(&account)),
            (Some(missing), [0, 1, 0, 0]),
            "`{value}` `{status}`"
        );
    }
    let withheld = csv("STRUCTURE,STRUCTURE_ID,REF_AREA,TIME_PERIOD,OBS_VALUE,CONF_STATUS\n\
        dataflow,EX:D,NA,2013,,C\n");
    let cell = withheld.data.get("EX:D", Country::NAM, year(2013)).unwrap();
    assert_eq!(cell.missing(), Some(Missing::Confidential));
}

#[test]
fn a_status_that_does_not_fit_is_told() {
    assert_eq!(one("5", "L").0.count_of("STA-002"), 1);
    assert_eq!(one("NaN", "A").0.count_of("STA-002"), 1);
    assert_eq!(one("5", "A").0.count_of("STA-002"), 0);
    assert_eq!(one("5", "Y").0.count_of("STA-001"), 1);
}

#[test]
fn numbers_in_another_notation_are_no_words() {
    for (value, rule) in
        [("\"1,234\"", "VAL-005"), ("inf", "VAL-001"), ("nan", "VAL-001"), ("..", "VAL-006")]
    {
        let (account, _) = one(value, "");
        assert_eq!((account.rejected(), account.count_of(rule)), (1, 1), "{value}: {account}");
    }
}

#[test]
fn eurostat_writes_its_own_names_and_letters() {
    let text = "DATAFLOW,LAST UPDATE,freq,unit,geo,time,OBS_VALUE,OBS_FLAG\n\
        ESTAT:ISOC(1.0),26/01/23 11:00:00,A,PC_IND,EL,2013,13.9,bep\n";
    let mut components = Components::new();
    components.areas = crate::country::Scheme::Eurostat;
    let read = read_csv(text.as_bytes(), &components, &Options::new()).unwrap();
    let series = read.data.series().next().unwrap();
    assert_eq!(series.area(), &Country::GRC.into());
    assert_eq!(series.dimensions().to_string(), "unit=PC_IND");
    let cell = series.get(year(2013)).unwrap();
    assert_eq!(cell.flags(), [Flag::Break, Flag::Estimated, Flag::Provisional].into());
    assert_eq!(cell.note(), Some("LAST UPDATE=26/01/23 11:00:00"));
}

#[test]
fn empty_fields_behind_the_last_are_let_through() {
    let read = csv(&format!("{HEADER}dataflow,EX:D(1),NA,I,2013,5,A,,\n"));
    assert_eq!((read.account.values(), read.account.count_of("FMT-003")), (1, 1));
    let read = csv(&format!("{HEADER}dataflow,EX:D(1),NA,I,2013,5,A,,x\n"));
    assert_eq!((read.account.rejected(), read.account.count_of("FMT-005")), (1, 1));
}

#[test]
fn a_file_that_is_no_message_is_refused() {
    let read = |text: &str| read_csv(text.as_bytes(), &Components::new(), &Options::new());
    for text in ["a,b\n1,2\n", "STRUCTURES,a\n", "STRUCTURE[;,a\n", "STRUCTURE,a,OBS_VALUE\n"] {
        assert!(matches!(read(text), Err(Error::Format { .. })), "{text}");
    }
    let no_area = "STRUCTURE,STRUCTURE_ID,TIME_PERIOD,OBS_VALUE\n";
    assert!(read(no_area).unwrap_err().to_string().contains("REF_AREA"));
    assert!(matches!(read("<html>"), Err(Error::NoData { .. })));
    assert!(matches!(read("\u{feff}\n"), Err(Error::NoData { .. })));
    assert!(
        read("\u{feff}\"STRUCTURE\"|\"STRUCTURE_ID\"|REF_AREA|TIME_PERIOD|OBS_VALUE\n").is_ok()
    );
}

#[test]
fn several_measures_are_several_variables() {
    let text = "STRUCTURE,STRUCTURE_ID,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE1,OBS_VALUE2\n\
        dataflow,EX:D(1),NA,I,2013,1,2\n";
    let panel = csv(text).data;
    assert_eq!(panel.value("I.OBS_VALUE1", Country::NAM, year(2013)), Some(1.0));
    assert_eq!(panel.value("I.OBS_VALUE2", Country::NAM, year(2013)), Some(2.0));
}

#[test]
fn units_and_scales_are_different_variables() {
    let text = "STRUCTURE,STRUCTURE_ID,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,UNIT_MULT\n\
        dataflow,EX:D,NA,I,2013,1,PERSONS,6\ndataflow,EX:D,NA,I,2013,2,PERCENT,0\n\
        dataflow,EX:D,NA,I,2014,3,PERSONS,million\n";
    let Reading { data, account } = csv(text);
    assert_eq!((data.variables().len(), account.count_of("UNIT-004")), (3, 1));
    let note = data.series().nth(2).unwrap().get(year(2014)).unwrap().note().map(str::to_owned);
    assert_eq!(note.as_deref(), Some("UNIT_MULT=million"));
}

#[test]
fn positions_of_a_message_are_followed() {
    let Reading { data: panel, account } = json(JSON).unwrap();
    assert_eq!(numbers(&account), [2, 2, 2, 2], "{account}");
    assert_eq!(account.count_of("FMT-010"), 2, "{account}");
    assert_eq!(panel.vintage().retrieved, "2026-02-03".parse().ok());
    let get = |country, at| panel.get("EX:DF_ICT", country, year(at)).unwrap();
    let first = get(Country::NAM, 2012);
    assert_eq!(first.number().unwrap().to_string(), "12.90");
    assert_eq!((first.status(), first.note()), (Some("E"), Some("TITLE=Users in Namibia")));
    let second = get(Country::NAM, 2013);
    assert_eq!((second.missing(), second.status()), (Some(Missing::NotCollected), Some("L")));
    assert_eq!(second.note(), Some("TITLE=Users in Namibia; COMMENT_OBS=0"));
    // Left out, the status is that of the structure; groups are found by the values of some dimensions.
    let china = get(Country::CHN, 2013);
    assert_eq!(
        (china.number().unwrap().to_string().as_str(), china.status()),
        ("45.80", Some("A"))
    );
    let note = "SOURCE=First source; SOURCE=\"Second; source\"; COMMENT_OBS=\"as \"\"revised\"\"\"";
    assert_eq!(china.note(), Some(note));
    assert_eq!(get(Country::CHN, 2012).missing(), Some(Missing::NotStated));
    let variable = panel.series().next().unwrap().variable();
    assert_eq!((variable.unit, &*variable.name), (Some(Unit::Percent), "Use of the Internet"));
}

#[test]
fn a_finding_in_json_has_a_line() {
    let account = json(JSON).unwrap().account;
    let finding = account.findings().iter().find(|one| one.rule().id() == "FMT-010").unwrap();
    assert_eq!(finding.path().as_str(), "line 10, column 39");
}

#[test]
fn other_messages_in_json_are_refused() {
    for text in [
        r#"{"header": {}, "structure": {}, "dataSets": []}"#,
        r#"{"data": {"structure": {}, "dataSets": []}}"#,
    ] {
        assert!(matches!(json(text), Err(Error::Unsupported { .. })), "{text}");
    }
    let fault = r#"{"errors": [{"code": 150, "title": "Invalid number of dimensions"}]}"#;
    let error = json(fault).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the service answers with error 150: Invalid number of dimensions"
    );
    assert!(matches!(json("{}"), Err(Error::Format { .. })));
    assert!(matches!(json(" "), Err(Error::NoData { .. })));
    assert!(matches!(json("<html>"), Err(Error::NoData { .. })));
    assert!(matches!(json("{\"data\": "), Err(Error::Json { .. })));
    assert!(matches!(json(&"[".repeat(100_000)), Err(Error::Json { .. })));
    let deep = format!("{{\"data\": {{\"x\": {}", "[".repeat(100_000));
    assert!(matches!(json(&deep), Err(Error::Json { .. })));
}

#[test]
fn strict_reading_stops() {
    let mut options = Options::new();
    options.strict = true;
    let error = read_json(JSON.as_bytes(), &Components::new(), &options).unwrap_err();
    assert_eq!(error.rule(), Some("FMT-010"));
    let text = format!("{HEADER}dataflow,EX:D(1),NA,I,?,5,A\n");
    let error = read_csv(text.as_bytes(), &Components::new(), &options).unwrap_err();
    assert_eq!(error.rule(), Some("PRD-001"));
}

fn written(panel: &Panel) -> (String, Written) {
    let mut out = Vec::new();
    let written = write_csv(panel, &mut out, "EX:D(1.0)").unwrap();
    (String::from_utf8(out).unwrap(), written)
}

#[test]
fn a_message_comes_back() {
    let panel = csv(CSV).data;
    let (text, report) = written(&panel);
    assert_eq!((report.rows, report.losses().len(), report.attributes.len()), (7, 0, 0));
    let again = csv(&text).data;
    assert!(panel.series().eq(again.series()), "{text}");
}

#[test]
fn what_the_format_cannot_carry_is_counted() {
    let mut builder = PanelBuilder::new(Vintage::new());
    let variable = builder.variable(Variable::new("i99H"));
    let area = builder.area("group:au".parse().unwrap(), "?", "");
    let cells = [
        Cell::from(Missing::NotAvailable),
        Cell::from(Number::parse("1").unwrap()).with_flag(Flag::Revised).with_status("r"),
        Cell::new(Datum::Words("12")).with_note("a remark"),
    ];
    for (at, cell) in (2012..).zip(cells) {
        builder.push(variable, area, DimensionsId::default(), year(at), cell, 0).unwrap();
    }
    let (_, report) = written(&builder.finish());
    let losses: Vec<_> = report.losses().collect();
    let expected =
        [("areas", 1), ("flags and reasons", 2), ("notes", 1), ("status texts", 1), ("words", 1)];
    assert_eq!(losses, expected);
}

#[test]
fn a_dimension_that_would_get_lost_is_refused() {
    for (name, value) in [("OBS_STATUS", "x"), ("a b", "x"), ("SOURCE", "x"), ("SEX", "~")] {
        let mut builder = PanelBuilder::new(Vintage::new());
        let variable = builder.variable(Variable::new("i99H"));
        let area = builder.area(Country::NAM.into(), "NA", "");
        let dimensions = builder.dimensions(Dimensions::from_iter([(name, value)]));
        let cell = Number::parse("1").unwrap().into();
        builder.push(variable, area, dimensions, year(2013), cell, 0).unwrap();
        let result = write_csv(&builder.finish(), Vec::new(), "EX:D(1.0)");
        assert!(matches!(result, Err(WriteError::Dimension { .. })), "{name}");
    }
}

#[derive(Debug, Clone)]
struct Any {
    area: &'static str,
    sex: Option<&'static str>,
    period: &'static str,
    number: Result<(i64, u32), usize>,
    flags: u16,
    note: Option<String>,
}

fn any_cell() -> impl Strategy<Value = Any> {
    let area = prop::sample::select(vec!["NAM", "CHN", "XKX", "group:m49-030", "special:QQ1"]);
    let period = prop::sample::select(vec![
        "2012",
        "2013",
        "2012-Q3",
        "2012-07",
        "2012-W07",
        "2012-07-15",
        "2019/2021",
        "FY2013",
        "2012-S1",
    ]);
    let number = prop_oneof![
        (-1_000_000_i64..1_000_000, 0_u32..6).prop_map(Ok),
        (0..CARRIED.len()).prop_map(Err)
    ];
    let sex = prop::sample::select(vec![None, Some("F"), Some("M, \"x\"")]);
    (area, sex, period, number, any::<u16>(), prop::option::of("[A-Z]{2,4}=[a-z,]{1,4}")).prop_map(
        |(area, sex, period, number, flags, note)| Any { area, sex, period, number, flags, note },
    )
}

/// Reasons that the code list has.
const CARRIED: &[Missing] = &[
    Missing::NotStated,
    Missing::Intentional,
    Missing::NotCollected,
    Missing::NotApplicable,
    Missing::Suppressed,
    Missing::IncludedElsewhere,
    Missing::Holiday,
];

fn panel_of(cells: &[Any]) -> Panel {
    let mut builder = PanelBuilder::new(Vintage::new());
    let variable = builder.variable(Variable::new("i99H"));
    for any in cells {
        let area: crate::country::Area = any.area.parse().unwrap();
        let area = builder.area(area, "", "");
        let dimensions = builder.dimensions(any.sex.iter().map(|sex| ("SEX", *sex)).collect());
        let text;
        let cell = match any.number {
            Ok((digits, decimals)) => {
                text = rust_decimal::Decimal::new(digits, decimals).to_string();
                Cell::from(Number::parse(&text).unwrap())
            }
            Err(at) => Cell::from(CARRIED[at]),
        };
        let can_carry = |flag: &Flag| !matches!(flag, Flag::Revised | Flag::EstimatedByPublisher);
        let flags =
            Flag::ALL.iter().copied().enumerate().filter(|(at, _)| any.flags >> at & 1 == 1);
        let flags: Flags = flags.map(|(_, flag)| flag).filter(can_carry).collect();
        let cell = cell.with_flags(flags);
        let cell = any.note.as_deref().map_or(cell, |note| cell.with_note(note));
        builder.push(variable, area, dimensions, any.period.parse().unwrap(), cell, 0).unwrap();
    }
    builder.finish()
}

fn holds(account: &Account, panel: &Panel) -> bool {
    let [values, missing, rejected, skipped] = numbers(account);
    let held = (panel.len() + panel.duplicates().count()) as u64;
    account.entries() == values + missing + rejected + skipped && values + missing == held
}

/// Changes some bytes of a text.
fn mutated(text: &str, changes: &[(usize, u8, u8)]) -> Vec<u8> {
    let mut bytes = text.as_bytes().to_vec();
    for (at, kind, byte) in changes {
        let at = at % bytes.len().max(1);
        match kind % 4 {
            0 if at < bytes.len() => drop(bytes.remove(at)),
            1 => bytes.insert(at, *byte),
            2 if at < bytes.len() => bytes[at] = *byte,
            _ => {
                let piece = bytes[at..(at + usize::from(*byte)).min(bytes.len())].to_vec();
                bytes.splice(at..at, piece);
            }
        }
    }
    bytes
}

fn byte() -> impl Strategy<Value = u8> {
    prop_oneof![any::<u8>(), prop::sample::select(b",;\"\n\r~-[]{}:0123456789.eN#\xff".to_vec())]
}

proptest! {
    #[test]
    fn what_is_written_is_read(cells in prop::collection::vec(any_cell(), 0..20)) {
        let panel = panel_of(&cells);
        let (text, report) = written(&panel);
        let mut components = Components::new();
        components.attributes.clone_from(&report.attributes);
        let read = read_csv(text.as_bytes(), &components, &Options::new()).unwrap();
        prop_assert_eq!(read.account.rejected() + read.account.skipped(), 0);
        prop_assert_eq!(report.rows, read.account.rows());
        prop_assert_eq!(read.data.series().count(), panel.series().count());
        let lost_areas = report.losses().any(|(what, _)| what == "areas");
        for (before, after) in panel.series().zip(read.data.series()) {
            prop_assert!(lost_areas || before.area() == after.area());
            prop_assert_eq!(before.dimensions(), after.dimensions());
            prop_assert_eq!(before.iter().count(), after.iter().count());
            for ((period, cell), (again, back)) in before.iter().zip(after.iter()) {
                prop_assert_eq!(period, again);
                prop_assert_eq!(cell.datum(), back.datum(), "{}", text);
                prop_assert_eq!(cell.flags(), back.flags());
                prop_assert_eq!(cell.note(), back.note());
            }
        }
    }

    #[test]
    fn a_damaged_csv_is_accounted_for(
        which in 0_usize..2,
        changes in prop::collection::vec((any::<usize>(), any::<u8>(), byte()), 1..8),
        decimal_comma in any::<bool>(),
    ) {
        let mut components = Components::new();
        components.decimal_comma = decimal_comma;
        let bytes = mutated([CSV, LABELS][which], &changes);
        if let Ok(read) = read_csv(&bytes[..], &components, &Options::new()) {
            prop_assert!(holds(&read.account, &read.data), "{}", read.account);
        }
    }

    #[test]
    fn a_damaged_json_is_accounted_for(
        changes in prop::collection::vec((any::<usize>(), any::<u8>(), byte()), 1..3),
    ) {
        let bytes = mutated(JSON, &changes);
        if let Ok(read) = read_json(&bytes[..], &Components::new(), &Options::new()) {
            prop_assert!(holds(&read.account, &read.data), "{}", read.account);
        }
    }
}

#[test]
fn flat_sets_have_the_keys_of_series_too() {
    let text = r#"{"data": {"structures": [{"dimensions": {
        "series": [{"id": "REF_AREA", "values": [{"id": "NA"}, {"id": "CN"}]}],
        "observation": [{"id": "TIME_PERIOD", "values": [{"id": "2013"}]}]}}],
        "dataSets": [{"observations": {"1:0": [5], "0": [6], "0:0:0": [7]}}]}}"#;
    let Reading { data, account } = json(text).unwrap();
    assert_eq!(numbers(&account), [1, 0, 2, 0], "{account}");
    assert_eq!(data.value("", Country::CHN, year(2013)), Some(5.0));
}
