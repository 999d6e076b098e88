//! The built-in indicators against the files of those whose codes they have.
//!
//! The files are not part of the crate. The folder with them is named by `NETPOLITY_DATA` or lies beside the checkout, in
//! `shared/data`; without it these tests print a line and pass.

#![allow(clippy::print_stdout)] // a test that did nothing says so

use std::collections::{BTreeMap, BTreeSet};

use netpolity::metric::{Aggregation, IndicatorKind, IndicatorScheme};
use netpolity::quantity::Unit;
use netpolity::{Indicator, PartialDate};

use crate::country_table::generator::csv::split;
use crate::un_list::folder;

/// A file as text, where there is a folder with it.
fn text(file: &str) -> Option<String> {
    let Some(folder) = folder() else {
        println!("skipped: no folder with {file}");
        return None;
    };
    let text = std::fs::read_to_string(folder.join(file)).unwrap();
    Some(text.trim_start_matches('\u{feff}').to_owned())
}

/// The rows of a table by the titles of its columns. A quoted field may hold line breaks.
fn table(file: &str) -> Option<Vec<BTreeMap<String, String>>> {
    let text = text(file)?;
    let mut rows = Vec::new();
    let mut row = String::new();
    for line in text.lines() {
        row.push_str(line);
        if row.matches('"').count() % 2 == 0 {
            rows.push(split(&std::mem::take(&mut row)));
        } else {
            row.push('\n');
        }
    }
    let header = rows.remove(0);
    let named = |row: Vec<String>| header.iter().cloned().zip(row).collect();
    Some(rows.into_iter().map(named).collect())
}

/// The codes of a scheme that are built in.
fn codes(scheme: IndicatorScheme) -> impl Iterator<Item = (&'static str, &'static Indicator)> {
    Indicator::all_built_in().flat_map(move |indicator| {
        let codes = indicator.codes.iter().filter(move |code| code.scheme() == scheme);
        codes.map(move |code| (code.code(), indicator))
    })
}

fn found(scheme: IndicatorScheme, code: &str) -> &'static Indicator {
    Indicator::by_code(scheme, code).unwrap_or_else(|| panic!("no indicator for {scheme}:{code}"))
}

#[test]
fn world_bank_series_are_summed_up_as_it_says() {
    let Some(rows) = table("worldbank/wdi-bulk-2019-06-05_WDISeries.csv") else { return };
    let series: BTreeMap<&str, _> =
        rows.iter().map(|row| (row["Series Code"].as_str(), row)).collect();
    for (code, indicator) in codes(IndicatorScheme::WorldBank) {
        let series = series.get(code).unwrap_or_else(|| panic!("no series {code}"));
        let method = match series["Aggregation method"].as_str() {
            "Sum" => Aggregation::Sum,
            "Weighted average" => Aggregation::WeightedMean,
            "Unweighted average" | "Simple average" => Aggregation::SimpleMean,
            "Median" => Aggregation::Median,
            "Gap-filled total" => Aggregation::GapFilledTotal,
            "" => Aggregation::None,
            other => panic!("{code}: unknown method {other}"),
        };
        assert_eq!(indicator.aggregation, Some(method), "{code}");
        // The unit stands in brackets in the name; a plain count has none.
        let name = series["Indicator Name"].as_str();
        let unit = [
            ("(% of", Unit::Percent),
            ("per 100 people", Unit::PerHundred),
            ("per 1 million people", Unit::PerMillion),
            ("international $)", Unit::InternationalDollars),
            ("US$)", Unit::UsDollars),
        ]
        .into_iter()
        .find_map(|(words, unit)| name.contains(words).then_some(unit));
        assert_eq!(indicator.unit, unit.unwrap_or(Unit::Count), "{code}: {name}");
    }
}

#[test]
fn every_series_of_the_itu_files_is_known() {
    for file in [
        "itu/datahub_individuals-using-the-internet_2026-04.csv",
        "itu/datahub_individuals-with-ict-skills-by-skill-level.csv",
        "itu/datahub_mobile-services_1778017040787.csv",
    ] {
        let Some(rows) = table(file) else { return };
        let series: BTreeSet<_> =
            rows.iter().map(|row| (&row["seriesCode"], &row["seriesUnits"])).collect();
        assert!(!series.is_empty());
        for (code, unit) in series {
            let indicator = found(IndicatorScheme::Itu, code);
            // Series of words have no unit.
            let expected = if unit == "%" { Unit::Percent } else { Unit::Category };
            assert_eq!(indicator.unit, expected, "{code}");
        }
    }
}

#[test]
fn gapminder_codes_are_its_concepts() {
    let Some(rows) = table("gapminder-ddf/ddf--concepts.csv") else { return };
    let concepts: BTreeSet<&str> = rows.iter().map(|row| row["concept"].as_str()).collect();
    for (code, _) in codes(IndicatorScheme::Gapminder) {
        assert!(concepts.contains(code), "{code}");
    }
}

#[test]
fn eurostat_files_are_known_by_item_or_data_set() {
    for (file, column) in [("tin00028.2021-12", 2), ("tepsr_sp410.2021-12", 0)] {
        let Some(text) = text(&format!("eurostat/{file}.tsv")) else { return };
        let keys = text.lines().skip(1).map(|line| line.split('\t').next().unwrap());
        let items: BTreeSet<&str> = keys.map(|key| key.split(',').nth(column).unwrap()).collect();
        for item in items {
            let indicator = found(IndicatorScheme::Eurostat, item);
            assert_eq!(indicator.kind, Some(IndicatorKind::Share), "{item}");
        }
    }
}

#[test]
fn titles_of_columns_are_known() {
    use IndicatorScheme::{FreedomHouse, Owid, UnWpp};
    for (file, scheme, ids) in [
        (
            "owid/share-of-individuals-using-the-internet.2025-08.csv",
            Owid,
            &["internet-users-share"][..],
        ),
        ("owid/number-of-internet-users.2023-04.csv", Owid, &["internet-users"]),
        (
            "owid/mobile-cellular-subscriptions-per-100-people.2023-04.csv",
            Owid,
            &["mobile-cellular-subscriptions-per-100"],
        ),
        (
            "owid/broadband-penetration-by-country.csv",
            Owid,
            &["fixed-broadband-subscriptions-per-100"],
        ),
        (
            "owid/owid-datasets_Population_covered_by_the_internet_-_Internet_World_Stats_2019.csv",
            Owid,
            &["internet-world-stats-users-share"],
        ),
        (
            "owid/owid-datasets_Price_of_mobile_data_-_Alliance_for_Affordable_Internet_2019.csv",
            Owid,
            &["mobile-data-1gb-gni"],
        ),
        (
            "unwpp/WPP2022_TotalPopulationBySex.excerpt.csv",
            UnWpp,
            &["population-male", "population-female", "population"],
        ),
        (
            "freedomhouse/fotn2018.converted.csv",
            FreedomHouse,
            &[
                "freedom-on-the-net-status",
                "freedom-on-the-net-access",
                "freedom-on-the-net-content",
                "freedom-on-the-net-rights",
                "freedom-on-the-net-score",
            ],
        ),
    ] {
        let Some(text) = text(file) else { return };
        let header = split(text.lines().next().unwrap());
        let known = header.iter().filter_map(|title| Indicator::by_code(scheme, title));
        assert!(known.map(|indicator| indicator.id.as_str()).eq(ids.iter().copied()), "{file}");
    }
}

#[test]
fn scores_of_2018_add_up_to_a_total_for_which_lower_is_better() {
    let Some(rows) = table("freedomhouse/fotn2018.converted.csv") else { return };
    let edition = PartialDate::from_year(2018).unwrap();
    let cell = |row: &BTreeMap<String, String>, indicator: &Indicator| -> String {
        row[indicator.codes[0].code()].clone()
    };
    let points = |row: &BTreeMap<String, String>, id: &str| -> i64 {
        let indicator = Indicator::built_in(id).unwrap();
        let value: i64 = cell(row, indicator).parse().unwrap();
        assert!(indicator.bounds_on(edition).contains(&value.into()), "{id}: {value}");
        value
    };
    let status = Indicator::built_in("freedom-on-the-net-status").unwrap();
    let mut by_status: BTreeMap<String, Vec<i64>> = BTreeMap::new();
    for row in &rows {
        let parts = ["access", "content", "rights"]
            .map(|part| points(row, &format!("freedom-on-the-net-{part}")));
        let total = points(row, "freedom-on-the-net-score");
        assert_eq!(parts.iter().sum::<i64>(), total, "{row:?}");
        by_status.entry(cell(row, status)).or_default().push(total);
    }
    // The freest have the fewest points.
    assert!(by_status["FREE"].iter().max() < by_status["PARTLY FREE"].iter().min());
    assert!(by_status["PARTLY FREE"].iter().max() < by_status["NOT FREE"].iter().min());
}
