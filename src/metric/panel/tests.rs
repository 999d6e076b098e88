use proptest::prelude::*;

use super::*;
use crate::country::{Country, Group};
use crate::metric::{Flag, Missing};
use crate::time::Period;

fn year(year: i32) -> Period {
    Period::from_year(year).unwrap()
}

fn number(text: &str) -> Cell<'_> {
    Number::parse(text).unwrap().into()
}

/// One variable, with cells in this order.
fn panel<'t>(cells: impl IntoIterator<Item = (Country, Period, Cell<'t>)>) -> Panel {
    let mut builder = PanelBuilder::new(Vintage::new());
    let variable = builder.variable(Variable::new("i99H"));
    for (line, (country, period, cell)) in (2..).zip(cells) {
        let area = builder.area(country.into(), country.alpha3(), "");
        builder.push(variable, area, DimensionsId::default(), period, cell, line).unwrap();
    }
    builder.finish()
}

#[test]
fn a_series_is_dense_between_its_ends() {
    let china = [(2000, "1.78"), (2003, "6.2"), (2004, "7.30")];
    let panel = panel(china.map(|(at, text)| (Country::CHN, year(at), number(text))));
    let series = panel.series().next().unwrap();
    assert_eq!(
        (series.first(), series.last(), series.len()),
        (Some(year(2000)), Some(year(2004)), 5)
    );
    let values = series.values();
    assert_eq!((values[0], values[3], values[4]), (1.78, 6.2, 7.3));
    assert!(values[1].is_nan() && values[2].is_nan());
    assert_eq!(panel.get("i99H", Country::CHN, year(2001)), None);
    assert_eq!(panel.get("i99H", Country::CHN, year(1999)), None);
    assert_eq!(panel.get("i99H", Country::GBR, year(2000)), None);
    assert_eq!(
        panel.get("i99H", Country::CHN, year(2004)).unwrap().number().unwrap().to_string(),
        "7.30"
    );
    assert_eq!((panel.len(), series.latest()), (3, Some((year(2004), 7.3))));
}

#[test]
fn cells_that_come_twice_leave_room_for_others() {
    let years = [2000, 2000, 2000, 2010];
    let panel = panel(years.map(|at| (Country::CHN, year(at), number("1"))));
    assert_eq!((panel.len(), panel.duplicates().count()), (2, 2));
}

#[test]
fn a_missing_value_is_neither_zero_nor_nothing() {
    let cells = [
        (Country::CHN, year(2000), Cell::from(Missing::NotCollected).with_status("L")),
        (Country::CHN, year(2001), number("0")),
        (
            Country::CHN,
            year(2003),
            Cell::new(Datum::Words("With price control")).with_note("since May"),
        ),
    ];
    let panel = panel(cells);
    let get = |at| panel.get("i99H", Country::CHN, year(at));
    assert_eq!(get(2000).unwrap().missing(), Some(Missing::NotCollected));
    assert_eq!(get(2000).unwrap().status(), Some("L"));
    assert_eq!(get(2001).unwrap().value(), Some(0.0));
    assert_eq!(get(2002), None);
    assert_eq!(get(2003).unwrap().words(), Some("With price control"));
    assert_eq!(get(2003).unwrap().note(), Some("since May"));
}

#[test]
fn a_second_cell_is_kept_aside() {
    let panel = panel([
        (Country::CHN, year(2012), number("42.3")),
        (Country::CHN, year(2013), number("45.8")),
        (Country::CHN, year(2012), number("42.30")),
        (Country::CHN, year(2012), number("44")),
    ]);
    let doubles: Vec<_> = panel
        .duplicates()
        .map(|double| {
            (
                double.period,
                double.first.value(),
                double.second.number().unwrap().to_string(),
                double.line,
            )
        })
        .collect();
    assert_eq!(
        doubles,
        [
            (year(2012), Some(42.3), "42.30".to_owned(), 4),
            (year(2012), Some(42.3), "44".to_owned(), 5)
        ]
    );
    assert_eq!(panel.len(), 2);
}

#[test]
fn kinds_of_periods_are_series_of_their_own() {
    let quarter = Period::from_quarter(2013, 2).unwrap();
    let range = Period::from_years(2011, 2013).unwrap();
    let cells = [(year(2013), "1"), (quarter, "2"), (range, "3")];
    let panel = panel(cells.map(|(period, text)| (Country::CHN, period, number(text))));
    assert_eq!(panel.series().count(), 3);
    for (period, text) in cells {
        assert_eq!(panel.value("i99H", Country::CHN, period), text.parse().ok());
    }
    let of_2013 = panel.slice().between(year(2012), year(2013));
    let kept: Vec<_> = of_2013.series().flat_map(Series::iter).map(|(period, _)| period).collect();
    assert_eq!(kept, [year(2013), quarter]);
}

#[test]
fn slices_know_areas_groups_and_parts() {
    let mut builder = PanelBuilder::new(Vintage::new());
    let variable = builder.variable(Variable::new("i99H"));
    let women = builder.dimensions(Dimensions::from_iter([("sex", "female")]));
    for country in [Country::HRV, Country::FRA, Country::CHN] {
        let area = builder.area(country.into(), country.alpha3(), "");
        for (at, dimensions) in [(2012, DimensionsId::default()), (2013, women)] {
            builder.push(variable, area, dimensions, year(at), number("1"), 0).unwrap();
        }
    }
    let panel = builder.finish();
    let areas =
        |slice: Slice<'_>| slice.series().map(|series| series.area().clone()).collect::<Vec<_>>();
    let eu = |day: &str| {
        panel.slice().members_of(Group::EU, day.parse().unwrap()).dimension("sex", "female")
    };
    assert_eq!(areas(eu("2013-06-30")), [Country::FRA.into()]);
    assert_eq!(areas(eu("2013-07-01")), [Country::HRV.into(), Country::FRA.into()]);
    assert_eq!(
        areas(panel.slice().area(Country::CHN).between(year(2012), year(2012))),
        [Country::CHN.into()]
    );
    assert_eq!(areas(panel.slice().indicator("population")), []);
}

#[test]
fn two_distant_cells_do_not_fill_the_memory() {
    let mut builder = PanelBuilder::new(Vintage::new());
    let variable = builder.variable(Variable::new("x"));
    let area = builder.area(Country::CHN.into(), "CHN", "");
    let mut push = |day: &str| {
        let period: Period = day.parse().unwrap();
        builder.push(variable, area, DimensionsId::default(), period, number("1"), 0)
    };
    assert_eq!(push("0001-01-01"), Ok(()));
    assert_eq!(
        push("9999-01-01").unwrap_err().to_string(),
        "`9999-01-01` is too far from the rest of its series"
    );
    assert_eq!(push("0002-01-01"), Ok(()));
    assert_eq!(builder.finish().len(), 2);
}

#[test]
fn revisions_are_told_from_rounding() {
    let old = panel([
        (Country::CHN, year(2012), number("42.3001174855995")),
        (Country::CHN, year(2013), number("45.8")),
        (Country::CHN, year(2014), number("47.9")),
        (Country::CHN, year(2015), number("50.3")),
        (Country::IRQ, year(2015), number("17.22")),
        (Country::USA, year(2015), number("8141808945")),
        (Country::USA, year(2016), number("812345")),
    ]);
    let new = panel([
        (Country::CHN, year(2012), number("42.3001")),
        (Country::CHN, year(2013), number("45.80").with_flag(Flag::Estimated)),
        (Country::CHN, year(2014), number("47.9")),
        (Country::CHN, year(2016), number("53.2")),
        (Country::IRQ, year(2015), number("58")),
        (Country::USA, year(2015), number("8141810000")),
        (Country::USA, year(2016), number("800000")),
    ]);
    let changes: Vec<_> = old
        .diff(&new)
        .iter()
        .map(|revision| {
            (revision.series.area().to_string(), revision.period.to_string(), revision.change)
        })
        .collect();
    let expected = [
        ("CHN", "2012", Change::Rerounded),
        ("CHN", "2013", Change::StatusChanged),
        ("CHN", "2015", Change::Removed),
        ("CHN", "2016", Change::Added),
        ("IRQ", "2015", Change::Revised { by: 40.78 }),
        ("USA", "2015", Change::Rerounded),
        ("USA", "2016", Change::Revised { by: -12345.0 }),
    ];
    assert_eq!(
        changes,
        expected.map(|(area, at, change)| (area.to_owned(), at.to_owned(), change))
    );
}

proptest! {
    #[test]
    fn the_order_of_cells_does_not_matter(
        cells in proptest::collection::btree_map((0..4_usize, 1990..2030_i32), -1000..1000_i32, 0..60),
        seed in any::<u64>(),
    ) {
        const AREAS: [Country; 4] = [Country::CHN, Country::GBR, Country::NAM, Country::COD];
        let texts: Vec<_> = cells.iter().map(|((area, at), value)| (AREAS[*area], *at, value.to_string())).collect();
        let all: Vec<_> = texts.iter().map(|(area, at, text)| (*area, year(*at), number(text))).collect();
        let mut shuffled = all.clone();
        shuffled.sort_by_key(|(area, at, _)| (u64::from(area.numeric().unwrap()) * 7919 + u64::from(at.year().unwrap().unsigned_abs()) * 104_729) ^ seed);
        let (one, other) = (panel(all.clone()), panel(shuffled));
        prop_assert_eq!(one.len(), all.len());
        prop_assert_eq!(other.len(), all.len());
        prop_assert_eq!(one.duplicates().count() + other.duplicates().count(), 0);
        prop_assert_eq!(one.diff(&other), []);
        for (area, period, cell) in all {
            prop_assert_eq!(other.get("i99H", area, period), Some(cell));
        }
    }
}
