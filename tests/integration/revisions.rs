//! What the World Bank said of one indicator in three releases.
//!
//! The files are not part of the crate; see `un_list`.
#![allow(clippy::print_stdout)]

use std::fs::File;

use netpolity::country::{Area, Country, Group};
use netpolity::finding::Finding;
use netpolity::io::{Options, world_bank};
use netpolity::metric::{Change, Panel, Series};
use netpolity::validate::{self, Profile};
use netpolity::{Period, Report};

use crate::un_list::folder;

#[path = "../../examples/revisions.rs"]
mod example;

const USERS: &str = "IT.NET.USER.ZS";

/// The releases of May 2018, of March 2020, and of early 2026, whose file has lost its preamble.
fn releases() -> Option<[Panel; 3]> {
    let Some(folder) = folder() else {
        println!("skipped: no folder with tables of the World Bank");
        return None;
    };
    let open = |name: &str, retrieved: &str| {
        let mut options = Options::new();
        options.vintage.dataset = Some("World Development Indicators".to_owned());
        options.vintage.retrieved = retrieved.parse().ok();
        let file = File::open(folder.join("worldbank").join(name)).unwrap();
        world_bank::read_csv(file, &options).unwrap().data
    };
    Some([
        open("API_IT.NET.USER.ZS_DS2_en_csv_v2.2018-05-02.csv", "2018-05-17"),
        open("API_IT.NET.USER.ZS_DS2_en_csv_v2_889089.csv", "2020-04-10"),
        open("API_IT.NET.USER.ZS_DS2_en_csv_v2_1228.csv", "2026-02-18"),
    ])
}

fn year(year: i32) -> Period {
    Period::from_year(year).unwrap()
}

/// The values of countries, with those of the same cells in another release.
fn countries<'p>(
    panel: &'p Panel,
    other: &'p Panel,
) -> impl Iterator<Item = (f64, Option<f64>)> + 'p {
    let is_country = |series: &Series<'_>| series.area().as_country().is_some();
    panel.series().filter(is_country).flat_map(move |series| {
        series.iter().filter_map(move |(period, cell)| {
            Some((cell.value()?, other.value(USERS, series.area().clone(), period)))
        })
    })
}

#[test]
fn the_same_cell_in_three_releases() {
    let Some(releases) = releases() else { return };
    let world = Area::Group(Group::M49_001);
    for (area, at, expected) in [
        (Area::from(Country::IRQ), 2015, [17.22, 58.0, 15.2]),
        (Area::from(Country::IND), 2015, [26.0, 17.0, 14.9]),
        (world, 2015, [43.079_557_669_997_1, 41.688_484_849_736, 39.9]),
    ] {
        let values = releases.each_ref().map(|panel| panel.value(USERS, area.clone(), year(at)));
        assert_eq!(values, expected.map(Some), "{area}");
    }
    let day = |day: &str| day.parse().unwrap();
    let then = Panel::as_of(&releases, day("2019-01-01")).unwrap();
    assert_eq!(then.value(USERS, Country::IRQ, year(2015)), Some(17.22));
    let today = Panel::as_of(&releases, day("2026-04-01")).unwrap();
    assert_eq!(today.value(USERS, Country::IRQ, year(2015)), Some(15.2));
}

/// Of the 5,149 country-years of 2020, 145 are gone in 2026. Of the 5,004 others, 485 changed by more than a thousandth of
/// the older value and by more than a thousandth of a percentage point. The second condition leaves out values such as
/// 0.018453724, which is 0.0185 in the newer file.
#[test]
fn revisions_from_2020_to_2026() {
    let Some([_, old, new]) = releases() else { return };
    let (mut kept, mut changed, mut gone) = (0, 0, 0);
    for (before, after) in countries(&old, &new) {
        let Some(after) = after else {
            gone += 1;
            continue;
        };
        kept += 1;
        let distance = (after - before).abs();
        if distance > 0.001 * before.abs() && distance > 0.001 {
            changed += 1;
        }
    }
    assert_eq!((kept, changed, gone), (5004, 485, 145));

    // The comparison of the crate counts the same cells.
    let revisions = old.diff(&new);
    let of_countries =
        || revisions.iter().filter(|revision| revision.series.area().as_country().is_some());
    let count =
        |is: fn(Change) -> bool| of_countries().filter(|revision| is(revision.change)).count();
    assert_eq!(count(|change| change == Change::Removed), gone);
    assert_eq!(
        count(|change| change == Change::Added),
        countries(&new, &old).filter(|(_, other)| other.is_none()).count()
    );
    #[allow(clippy::float_cmp)] // the same number, or another one
    let differ =
        countries(&old, &new).filter(|(before, after)| after.is_some_and(|after| after != *before));
    let numbers = |change| matches!(change, Change::Revised { .. } | Change::Rerounded);
    assert_eq!(count(numbers), differ.count());
    assert_eq!(count(|change| change == Change::StatusChanged), 0);
}

#[test]
fn rules_over_real_releases() {
    let Some(releases) = releases() else { return };
    let as_of = "2026-04-01".parse().unwrap();
    let newest = releases[2].validate(&Profile::default(), as_of);
    let jump = |report: &Report| {
        let paths = report.of_rule("VAL-007").map(Finding::path);
        paths.map(|path| path.as_str().to_owned()).collect::<Vec<_>>()
    };
    let jumps = jump(&newest);
    assert!(jumps.iter().any(|path| path.ends_with(" GHA].2019")), "{jumps:?}");
    assert!(!newest.has_errors(), "{newest}");

    let panels = releases.each_ref();
    let report = validate::panels(&panels, &Profile::default(), as_of);
    let revised: Vec<&Finding> = report.of_rule("VIN-003").collect();
    let iraq = |position: usize| {
        let start = format!("panels[{position}].series[");
        revised.iter().find(|finding| {
            let path = finding.path().as_str();
            path.starts_with(&start) && path.contains(" IRQ]")
        })
    };
    assert!(iraq(1).is_some() && iraq(2).is_some());
    // They are releases of one dataset, not sources that disagree.
    assert_eq!(report.count_of("KEY-003"), 0);
}

#[test]
fn the_example_says_what_changed() {
    let read = |name: &str| {
        let file = File::open(format!("tests/fixtures/io/world-bank/{name}")).unwrap();
        world_bank::read_csv(file, &Options::new()).unwrap().data
    };
    let text = example::report(&read("revisions-old.csv"), &read("revisions-new.csv"), 2);
    let expected = "\
from the release of 2018-05-02 to the release of 2020-03-18

      4 added
      1 removed
      4 revised
      1 re-rounded
      0 replaced
      0 marked differently

area                               period            old            new           by  relative
IRQ Iraq                             2015          17.22             58     +40.7800  +236.8 %
IRQ Iraq                             2014          13.21             33     +19.7900  +149.8 %
and 2 more
";
    assert_eq!(text, expected);
}
