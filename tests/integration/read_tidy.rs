//! Declared mappings on files that others publish, and the crate's own interchange.
//!
//! The files are not part of the crate; see `un_list`.

#![allow(clippy::print_stdout, reason = "says what was skipped, and the accounts")]

use std::collections::BTreeMap;

use netpolity::country::names::{Resolution, resolve};
use netpolity::country::{Area, Country, Group, Scheme};
use netpolity::id::Id;
use netpolity::io::tidy::{self, Mapping, Values};
use netpolity::io::{Account, Options, Reading, jsonl};
use netpolity::metric::{
    Cell, Datum, Dimensions, Flags, Missing, Number, Panel, PanelBuilder, Variable, Vintage,
};
use netpolity::quantity::Unit;
use netpolity::time::Period;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use crate::strategy;
use crate::un_list::folder;

pub(crate) fn year(year: i32) -> Period {
    Period::from_year(year).unwrap()
}

/// A file of the folder, as text, where there is one.
pub(crate) fn file(name: &str) -> Option<String> {
    let Some(folder) = folder() else {
        println!("skipped: no folder with {name}");
        return None;
    };
    Some(std::fs::read_to_string(folder.join(name)).unwrap())
}

/// Fields of all rows, read by another crate.
pub(crate) fn records(text: &str, delimiter: u8) -> Vec<csv::StringRecord> {
    let mut reader = csv::ReaderBuilder::new();
    reader.has_headers(false).flexible(true).delimiter(delimiter).quoting(delimiter == b',');
    reader.from_reader(text.as_bytes()).records().map(Result::unwrap).collect()
}

/// How many fields of some columns hold something, and how many nothing.
pub(crate) fn filled(rows: &[csv::StringRecord], columns: &[usize]) -> [u64; 2] {
    let fields = rows.iter().flat_map(|row| columns.iter().map(|at| row.get(*at).unwrap_or("")));
    let (full, empty): (Vec<_>, Vec<_>) = fields.partition(|field| !field.trim().is_empty());
    [full.len() as u64, empty.len() as u64]
}

/// Values, missing, rejected, skipped.
pub(crate) fn counts(account: &Account) -> [u64; 4] {
    [account.values(), account.missing(), account.rejected(), account.skipped()]
}

fn read(text: &str, mapping: &Mapping) -> Reading<Panel> {
    let reading = tidy::read_csv(text.as_bytes(), mapping, &Options::new()).unwrap();
    // What is read is also written and read back, in both formats.
    let (mut csv, mut lines) = (Vec::new(), Vec::new());
    tidy::write_csv(&reading.data, &mut csv).unwrap();
    jsonl::write(&reading.data, &mut lines).unwrap();
    assert_eq!(tidy::read_own(&csv[..], &Options::new()).unwrap().data, reading.data);
    assert_eq!(jsonl::read(&lines[..], &Options::new()).unwrap().data, reading.data);
    println!("{}", reading.account);
    reading
}

pub(crate) fn population() -> Mapping {
    Mapping::new()
        .area_code("Country Code", Scheme::WorldBank)
        .area_name("Country Name")
        .period("Year")
        .values(Values::column("Value").code("SP.POP.TOTL").unit(Unit::Count))
}

#[test]
fn population_in_a_long_table() {
    let Some(text) = file("worldbank/datahub-population-long.csv") else { return };
    let reading = read(&text, &population());
    let rows = records(&text, b',');
    let [values, missing] = filled(&rows[1..], &[3]);
    assert_eq!(counts(&reading.account), [values, missing, 0, 0]);
    assert_eq!(values, 17195);
    let value = |area: Area, at| reading.data.value("SP.POP.TOTL", area, year(at));
    for row in &rows[1..] {
        let area = Scheme::WorldBank.area_of(&row[1], None).unwrap();
        assert_eq!(value(area, row[2].parse().unwrap()), row[3].parse().ok(), "{row:?}");
    }
    let china = value(Country::CHN.into(), 2013).unwrap();
    assert!((china - 1_357_380_000.0).abs() < 10_000_000.0, "{china}");
}

pub(crate) fn ipv6() -> Mapping {
    Mapping::new()
        .headerless()
        .area(Group::M49_001)
        .year_month_day(1, 2, 3)
        .values(Values::column(4).code("ipv6").unit(Unit::Percent))
        .values(Values::column(5).code("ipv6-native").unit(Unit::Percent))
}

#[test]
fn days_with_months_from_zero() {
    let Some(text) = file("ipv6/google-ipv6-adoption-daily.2021-06.csv") else { return };
    let mapping = ipv6();
    let declared = read(&text, &mapping.clone().months_from_zero());
    let rows = records(&text, b',');
    let [values, missing] = filled(&rows, &[3, 4]);
    let duplicates = declared.account.count_of("KEY-001") + declared.account.count_of("KEY-002");
    assert_eq!(counts(&declared.account), [values, missing, 0, 0]);
    assert_eq!(declared.data.len() as u64 + duplicates as u64, values + missing);
    let series = declared.data.series().next().unwrap();
    assert_eq!(series.first(), "2008-09-04".parse().ok());
    assert!((series.values()[0] - 0.138_095).abs() < 1e-12);
    assert_eq!(declared.account.count_of("PRD-005"), 0);

    let undeclared = tidy::read_csv(text.as_bytes(), &mapping, &Options::new()).unwrap();
    assert_eq!(undeclared.account.count_of("PRD-005"), 1);
    let [values, _, rejected, _] = counts(&undeclared.account);
    assert_eq!(values + rejected, filled(&rows, &[3, 4])[0]);
    assert!(rejected > 0);
}

pub(crate) fn freedom() -> Mapping {
    Mapping::new()
        .area_name("Country")
        .period_is(year(2018))
        .values(Values::column(2).code("status").words())
        .values(Values::column("A: Obstacles to Access").code("a"))
        .values(Values::column("B: Limits on Content").code("b"))
        .values(Values::column("C: Violations of User Rights").code("c"))
        .values(Values::column(6).code("total"))
}

#[test]
fn scores_of_freedom_on_the_net() {
    let Some(text) = file("freedomhouse/fotn2018.converted.csv") else { return };
    let rows = records(&text, b',');
    let mut mapping = freedom();
    let by_name = read(&text, &mapping);
    assert_eq!(by_name.account.count_of("AREA-001"), 65);
    for row in &rows[1..] {
        let Resolution::One { country, .. } = resolve(&row[0]) else { panic!("{row:?}") };
        mapping = mapping.area_as(&row[0], country);
    }
    let reading = read(&text, &mapping);
    assert_eq!(counts(&reading.account), [325, 0, 0, 0]);
    assert_eq!(filled(&rows[1..], &[1, 2, 3, 4, 5]), [325, 0]);
    let score = |code: &str, country: Country| reading.data.value(code, country, year(2018));
    assert_eq!(score("total", Country::CHN), Some(88.0));
    assert_eq!(score("total", Country::EST), Some(6.0));
    let countries: Vec<_> = reading.data.areas().filter_map(Area::as_country).collect();
    assert_eq!(countries.len(), 65);
    for country in countries {
        let parts = ["a", "b", "c"].map(|code| score(code, country).unwrap());
        assert_eq!(Some(parts.iter().sum()), score("total", country), "{country}");
    }
}

pub(crate) fn users_by_year() -> Mapping {
    let values = Values::periods().code("i99H").unit(Unit::Percent).note("Notes ");
    let mut mapping = Mapping::new().rows_before_header(1).area_name(1).values(values);
    for at in 2000..=2018 {
        mapping = mapping.ignore(format!("Source {at}"));
    }
    mapping.area_as("China", Country::CHN)
}

#[test]
fn a_workbook_with_notes_beside_the_years() {
    let name = "itu/Individuals_Internet_2000-2018_Jun2019.converted.csv";
    let Some(text) = file(name) else { return };
    let reading = read(&text, &users_by_year());
    let rows = records(&text, b',');
    let [values, missing] = filled(&rows[2..], &(1..20).collect::<Vec<_>>());
    // A column without a name stands between the years and the notes, and holds numbers.
    let [unnamed, _] = filled(&rows[2..], &[20]);
    let placed = rows[2..].iter().flat_map(|row| (1..20).map(move |at| (row, at)));
    let notes = placed.filter(|(row, at)| row[*at].is_empty() && !row[19 + 2 * at].is_empty());
    println!("{} notes stand beside no value", notes.count());
    assert_eq!(counts(&reading.account), [values, missing, 0, unnamed]);
    assert_eq!(unnamed, 228);
    let china = |at| reading.data.value("i99H", Country::CHN, year(at)).unwrap();
    assert!((china(2012) - 42.3).abs() < 0.001 && (china(2013) - 45.8).abs() < 0.001);
    // Afghanistan's figure of 2016 was of people of 18 and more.
    let afghan: Area = "special:Afghanistan".parse().unwrap();
    let note = |at| reading.data.get("i99H", afghan.clone(), year(at)).and_then(Cell::note);
    assert_eq!((note(2014), note(2016)), (None, Some("18+")));
}

pub(crate) fn users_by_sex() -> Mapping {
    let part = |at: usize, sex: &str| {
        let values = Values::column(at).code("i99H").unit(Unit::Percent).note(at + 1);
        if sex.is_empty() { values } else { values.dimension("sex", sex) }
    };
    Mapping::new()
        .rows_before_header(2)
        .area_name("Economy name")
        .period("year")
        .values(part(5, ""))
        .values(part(7, "male"))
        .values(Values::column(9).code("i99H").unit(Unit::Percent).dimension("sex", "female"))
        .missing("...", Missing::NotStated)
}

#[test]
fn a_workbook_with_marks_and_a_footer() {
    let name = "itu/Individuals_using_the_internet_by_gender_Jun2019.converted.csv";
    let Some(text) = file(name) else { return };
    let reading = read(&text, &users_by_sex());
    let rows = records(&text, b',');
    let data: Vec<_> = rows[3..].iter().filter(|row| !row[3].is_empty()).cloned().collect();
    let marks = data.iter().flatten().filter(|field| *field == "...").count() as u64;
    let [full, empty] = filled(&data, &[4, 6, 8]);
    assert_eq!(counts(&reading.account), [full - marks, empty + marks, 0, 0]);
    assert_eq!((data.len() as u64, reading.account.rows()), (115, 115));
    assert!(marks > 0 && reading.account.count_of("FMT-004") > 0);
}

pub(crate) fn projections() -> Mapping {
    Mapping::new()
        .delimiter('\t')
        .without_quotes()
        .area_code("country_code", Scheme::M49)
        .area_name("country")
        .values(Values::periods().code("PopTotal").unit(Unit::Count).scale(3))
        .forecasts_after(year(2023))
}

#[test]
fn projections_in_a_wide_table() {
    let Some(text) = file("unwpp/wpp2024_popprojMed.txt") else { return };
    let reading = read(&text, &projections());
    let rows = records(&text, b'\t');
    let [values, missing] = filled(&rows[1..], &(2..79).collect::<Vec<_>>());
    assert_eq!(counts(&reading.account), [values, missing, 0, 0]);
    let world = reading.data.get("PopTotal", Group::M49_001, year(2024)).unwrap();
    assert_eq!(world.number().unwrap().to_string(), "8196980.849");
    assert_eq!(world.flags().to_string(), "forecast");
}

pub(crate) fn locations() -> Mapping {
    Mapping::new()
        .delimiter('\t')
        .without_quotes()
        .area_code("country_code", Scheme::M49)
        .area_name("name")
        .period_is(year(2024))
        .values("location_type")
}

#[test]
fn locations_as_a_table_of_types() {
    let Some(text) = file("unwpp/wpp2024_UNlocations.txt") else { return };
    let reading = read(&text, &locations());
    let rows = records(&text, b'\t');
    assert_eq!(counts(&reading.account)[..3], [filled(&rows[1..], &[6])[0], 0, 0]);
    // A type of 4 is a country or area.
    let countries = reading.data.series().filter(|series| series.values() == [4.0]);
    for series in countries {
        assert!(series.area().as_country().is_some(), "{}", series.area());
    }
}

fn number() -> BoxedStrategy<String> {
    prop_oneof![
        4 => strategy::decimal().prop_map(|number| number.to_string()),
        1 => "[+-]?(0|00)?[0-9]{1,20}(\\.[0-9]{0,20})?([eE][+-]?[0-9]{1,2})?",
        1 => any::<f64>().prop_filter("finite", |value| value.is_finite()).prop_map(|value| value.to_string()),
    ]
    .boxed()
}

#[derive(Debug, Clone)]
enum Content {
    Number(String),
    Words(String),
    Missing(Missing),
}

type Written = (Content, Flags, Option<String>, Option<String>);

fn content() -> BoxedStrategy<Written> {
    let datum = prop_oneof![
        4 => number().prop_map(Content::Number),
        1 => strategy::text().prop_map(Content::Words),
        1 => select(Missing::ALL).prop_map(Content::Missing),
    ];
    let flags = vec(select(netpolity::metric::Flag::ALL), 0..3).prop_map(Flags::from_iter);
    (datum, flags, option::of(strategy::text()), option::of(strategy::text())).boxed()
}

fn variable() -> BoxedStrategy<Variable> {
    let unit = option::of(select(Unit::ALL));
    let texts = (strategy::text(), strategy::text(), strategy::text());
    (texts, option::of(strategy::id()), unit, any::<i8>())
        .prop_map(|((code, name, unit_text), indicator, unit, scale)| {
            let mut variable = Variable::new(code);
            (variable.name, variable.unit_text) = (name, unit_text);
            (variable.indicator, variable.unit, variable.scale) = (indicator, unit, scale);
            variable
        })
        .boxed()
}

fn vintage() -> BoxedStrategy<Vintage> {
    let text = || option::of(strategy::text());
    let date = || option::of(strategy::date());
    (text(), text(), option::of(strategy::licence()), date(), date(), option::of(strategy::id()))
        .prop_map(
            |(dataset, version, licence, published, retrieved, source): (
                _,
                _,
                _,
                _,
                _,
                Option<Id<_>>,
            )| {
                let mut vintage = Vintage::new();
                (vintage.dataset, vintage.version, vintage.licence) = (dataset, version, licence);
                (vintage.published, vintage.retrieved, vintage.source) =
                    (published, retrieved, source);
                vintage
            },
        )
        .boxed()
}

/// A few variables, areas and dimensions with cells in any order, some of them twice.
pub(crate) fn panel() -> BoxedStrategy<Panel> {
    let label = (strategy::area(), "\\PC{0,4}|NA", strategy::text());
    // A dimension that comes twice is odd, and can be built.
    let dimensions =
        vec((prop_oneof![Just("sex".to_owned()), strategy::text()], strategy::text()), 0..3);
    let index = any::<prop::sample::Index>;
    // Far periods of one series are refused by the builder.
    let period = prop_oneof![
        4 => (1990..2030_i32).prop_map(|at| Period::from_year(at).unwrap()),
        1 => strategy::period(),
    ];
    let cells = vec((index(), index(), index(), period, content()), 0..20);
    (vintage(), vec(variable(), 1..4), vec(label, 1..5), vec(dimensions, 1..4), cells)
        .prop_map(|(vintage, variables, labels, dimensions, cells)| {
            let mut builder = PanelBuilder::new(vintage);
            let mut labelled: BTreeMap<String, (String, String)> = BTreeMap::new();
            for (variable, label, dimension, period, (content, flags, status, note)) in &cells {
                let variable = builder.variable(variable.get(&variables).clone());
                let (area, code, name) = label.get(&labels);
                // A second label without code and name says nothing; files leave it out.
                let known =
                    labelled.entry(area.to_string()).or_insert((code.clone(), name.clone()));
                let is_empty = code.is_empty() && name.is_empty();
                let (code, name) = if is_empty { (&known.0, &known.1) } else { (code, name) };
                let area = builder.area(area.clone(), code, name);
                let dimensions = builder.dimensions(
                    dimension.get(&dimensions).iter().map(|(n, v)| (n, v)).collect::<Dimensions>(),
                );
                let datum = match content {
                    Content::Number(text) => match Number::parse(text) {
                        Some(number) => Datum::Number(number),
                        None => continue,
                    },
                    Content::Words(text) => Datum::Words(text),
                    Content::Missing(reason) => Datum::Missing(*reason),
                };
                let mut cell = Cell::new(datum).with_flags(*flags);
                if let Some(status) = status {
                    cell = cell.with_status(status);
                }
                if let Some(note) = note {
                    cell = cell.with_note(note);
                }
                let _ = builder.push(variable, area, dimensions, *period, cell, 0);
            }
            builder.finish()
        })
        .boxed()
}

proptest! {
    #[test]
    fn what_is_written_as_csv_is_read_back(panel in panel()) {
        let mut file = Vec::new();
        tidy::write_csv(&panel, &mut file).unwrap();
        let reading = tidy::read_own(&file[..], &Options::new()).unwrap();
        prop_assert_eq!(reading.account.rejected(), 0, "{}\n{}", reading.account, String::from_utf8_lossy(&file));
        prop_assert_eq!(reading.data, panel, "{}", String::from_utf8_lossy(&file));
    }

    #[test]
    fn what_is_written_as_lines_is_read_back(panel in panel()) {
        let mut file = Vec::new();
        jsonl::write(&panel, &mut file).unwrap();
        let reading = jsonl::read(&file[..], &Options::new()).unwrap();
        prop_assert_eq!(reading.account.rejected(), 0, "{}\n{}", reading.account, String::from_utf8_lossy(&file));
        prop_assert_eq!(reading.data, panel, "{}", String::from_utf8_lossy(&file));
    }
}
