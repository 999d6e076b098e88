//! The country table against the M49 list of the United Nations, as a data package publishes it.
//!
//! The list is not part of the crate. The folder with it is named by `NETPOLITY_DATA` or lies beside the checkout, in
//! `shared/data`; without it the test prints a line and passes.

use std::path::PathBuf;

use netpolity::Country;
use netpolity::country::Group;

use crate::country_table::generator::csv::split;

/// The folder with lists that others publish, where there is one.
pub(crate) fn folder() -> Option<PathBuf> {
    // Whoever names a folder wants the test to run.
    if let Some(folder) = std::env::var_os("NETPOLITY_DATA") {
        return Some(folder.into());
    }
    let beside = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    beside.is_dir().then_some(beside)
}

#[test]
fn codes_and_regions_are_those_of_the_un() {
    let Some(folder) = folder() else {
        println!("skipped: no folder with the list of the United Nations");
        return;
    };
    let list = std::fs::read_to_string(folder.join("m49/UNSD-en.csv")).unwrap();
    let mut lines = list.trim_start_matches('\u{feff}').lines();
    let header = split(lines.next().unwrap());
    let column = |name: &str| header.iter().position(|field| field == name).unwrap();
    let (alpha2, alpha3, numeric) =
        (column("ISO-alpha2 Code"), column("ISO-alpha3 Code"), column("M49 Code"));
    let levels = [
        (column("Region Code"), Country::region as fn(Country) -> Option<Group>),
        (column("Sub-region Code"), Country::subregion),
        (column("Intermediate Region Code"), Country::intermediate_region),
    ];

    let mut seen = 0;
    for fields in lines.map(split).filter(|fields| !fields[alpha3].is_empty()) {
        let country: Country = fields[alpha3].parse().unwrap();
        assert!(!country.is_former(), "{country}");
        assert_eq!(country.alpha2(), fields[alpha2], "{country}");
        assert_eq!(country.numeric(), fields[numeric].parse().ok(), "{country}");
        assert_eq!(Country::from_numeric(fields[numeric].parse().unwrap()), Some(country));
        for (column, region) in levels {
            let code = region(country).and_then(Group::m49_code).map(|code| format!("{code:03}"));
            assert_eq!(code.unwrap_or_default(), fields[column], "{country}");
        }
        seen += 1;
    }
    // Kosovo has no code of ISO's; everything else that is current stands in the list.
    let missing = Country::current().filter(|country| !list.contains(&format!(",{country},")));
    assert!(missing.eq([Country::XKX]));
    assert_eq!(seen, 249);
}
