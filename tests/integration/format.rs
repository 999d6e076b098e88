//! The file format: what is written by hand reads, and what is written reads back.

use netpolity::Dataset;
use netpolity::statement::{Act, Subject};
use netpolity::validate::Profile;

const SAMPLE: &str = include_str!("../fixtures/sample.json");

#[test]
fn the_sample_reads_as_it_stands() {
    let dataset = Dataset::from_json(SAMPLE).unwrap();
    assert_eq!(dataset.sources().len(), 3);
    assert_eq!(dataset.agencies().len(), 3);
    assert_eq!(dataset.events().len(), 2);
    assert_eq!(dataset.observations().len(), 2);
    let order = dataset.statement("lu-order").unwrap();
    assert_eq!(order.act, Act::Call);
    assert_eq!(order.speakers[0].on_behalf_of, ["country:CHN".parse().unwrap()]);
    let websites = &dataset.statement("users-2013").unwrap().claims[1];
    assert_eq!(websites.subject, "CHN/mainland".parse::<Subject>().unwrap());
    assert_eq!(dataset.observations()[0].value.unwrap().to_string(), "42.3");
    let report = dataset.validate(&Profile::default(), "2026-01-01".parse().unwrap());
    println!("{report}");
    assert!(!report.has_errors(), "{report}");
}

#[test]
fn writing_is_deterministic_and_reads_back() {
    let dataset = Dataset::from_json(SAMPLE).unwrap();
    let json = dataset.to_json();
    let again = Dataset::from_json(&json).unwrap();
    assert_eq!(again, dataset);
    assert_eq!(again.to_json(), json);
    // Shorthands are written as they are read.
    assert!(json.contains(r#""cites":["daily-1"]"#), "{json}");
    assert!(json.contains(r#""names":["Director"]"#), "{json}");
}
