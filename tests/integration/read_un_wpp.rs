//! The World Population Prospects as the United Nations publish them; see `un_list`.

#![allow(clippy::print_stdout)] // accounts are what one wants to see

use netpolity::country::{Area, Country};
use netpolity::io::un_wpp::{self, Edition};
use netpolity::io::{Options, Reading};
use netpolity::metric::{Flag, Panel};

use crate::read_tidy::{counts, file, filled, records, year};

/// A file, with the columns of its values.
fn read(name: &str, edition: Edition) -> Option<Reading<Panel>> {
    let text = file(name)?;
    let reading = un_wpp::read_csv(text.as_bytes(), edition, &Options::new()).unwrap();
    let rows = records(&text, b',');
    let column = |name: &str| rows[0].iter().position(|field| field == name).unwrap();
    let columns = ["PopMale", "PopFemale", "PopTotal", "PopDensity"].map(column);
    let [values, missing] = filled(&rows[1..], &columns);
    println!("{}", reading.account);
    assert_eq!(counts(&reading.account), [values, missing, 0, 0]);
    let doubles = reading.data.duplicates().count();
    assert_eq!((reading.data.len() + doubles) as u64, values + missing);
    // The flags are those that the rows warrant.
    let (variant, time) = (column("Variant"), column("Time"));
    let is_forecast = |row: &&csv::StringRecord| {
        &row[variant] != "Medium" || row[time].parse::<i32>().unwrap() > edition.last_estimate()
    };
    let forecasts: Vec<_> = rows[1..].iter().filter(is_forecast).cloned().collect();
    let panel = &reading.data;
    let cells = panel.series().flat_map(|series| series.iter().map(|(_, cell)| cell));
    let cells = cells.chain(panel.duplicates().map(|double| double.second));
    let flagged = cells.filter(|cell| cell.flags().contains(Flag::Forecast)).count() as u64;
    assert_eq!(flagged, filled(&forecasts, &columns)[0]);
    Some(reading)
}

#[test]
fn the_united_kingdom_in_2019() {
    let name = "unwpp/WPP2019_TotalPopulationBySex.excerpt.csv";
    let Some(reading) = read(name, Edition::Of2019) else { return };
    let slice = reading.data.slice().indicator("PopTotal").area(Country::GBR);
    let series = slice.dimension("variant", "Medium").series().next().unwrap();
    let first = series.get(year(1950)).unwrap();
    assert_eq!(first.number().unwrap().to_string(), "50616.019");
    assert_eq!(series.variable().scale, 3);
    // The kingdom with its dependencies has a number that M49 does not know.
    assert_eq!(reading.data.areas().count(), 2);
    assert_eq!(reading.account.count_of("AREA-006"), 1);
    assert_eq!(reading.account.count_of("KEY-001") + reading.account.count_of("KEY-002"), 0);
}

#[test]
fn aggregates_in_2022() {
    let name = "unwpp/WPP2022_TotalPopulationBySex.excerpt.csv";
    let Some(reading) = read(name, Edition::Of2022) else { return };
    let areas: Vec<_> = reading.data.areas().map(Area::to_string).collect();
    println!("{areas:?}");
    assert!(areas.contains(&"special:1111".to_owned()));
    assert_eq!(areas.len(), 9);
}
