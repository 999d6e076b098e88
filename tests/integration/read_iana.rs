//! Lists of top-level domains.
//!
//! The published lists are not part of the crate; without the folder with them, the tests of these print a line and pass.

#![allow(clippy::print_stdout)] // accounts are what one wants to see

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use netpolity::country::{Area, Country};
use netpolity::io::iana::{DomainKind, TopLevelDomains};
use netpolity::io::{Options, iana};

use crate::un_list::folder;

fn published(file: &str) -> Option<Vec<u8>> {
    let Some(folder) = folder() else {
        println!("skipped: no folder with lists of IANA");
        return None;
    };
    Some(fs::read(folder.join("iana").join(file)).unwrap())
}

fn special(domains: &TopLevelDomains) -> Vec<&str> {
    let is_none = |area: &Area| matches!(area, Area::Special(_));
    let domains = domains.domains.iter().filter(|domain| domain.area.as_ref().is_some_and(is_none));
    domains.map(|domain| domain.label.as_str()).collect()
}

#[test]
fn the_list_of_the_root_zone_is_read() {
    let Some(bytes) = published("tlds-alpha-by-domain.2021112600.txt") else { return };
    let read = iana::read_tlds(&bytes[..], &Options::new()).unwrap();
    println!("{}", read.account);
    let text = String::from_utf8(bytes).unwrap();
    assert_eq!(read.account.entries(), text.lines().count() as u64);
    assert_eq!((read.account.values(), read.account.rejected()), (1_495, 0));
    assert_eq!(read.account.counts().len(), 0);
    let labels: Vec<String> = text.lines().skip(1).map(str::to_lowercase).collect();
    assert!(read.data.domains.iter().map(|domain| &domain.label).eq(&labels));
    assert_eq!(read.data.vintage.version.as_deref(), Some("2021112600"));
    assert_eq!(read.data.vintage.published, "2021-11-26".parse().ok());
    let ascii = read.data.country_codes().filter(|domain| domain.label.len() == 2).count();
    assert_eq!(ascii, labels.iter().filter(|label| label.len() == 2).count());
    assert_eq!(special(&read.data), [""; 0]);
    // 中国 and 中國.
    let china: Vec<_> = read.data.of(Country::CHN).map(|domain| &*domain.label).collect();
    assert_eq!(china, ["cn", "xn--fiqs8s", "xn--fiqz9s"]);
}

#[test]
fn the_root_database_is_read() {
    let Some(bytes) = published("top-level-domain-names.2026-06.csv") else { return };
    let read = iana::read_root_database(&bytes[..], &Options::new()).unwrap();
    println!("{}", read.account);
    let mut rows = csv::Reader::from_reader(&bytes[..]);
    let rows: Vec<csv::StringRecord> = rows.records().map(Result::unwrap).collect();
    assert_eq!(read.account.values(), rows.len() as u64);
    assert_eq!((read.account.rows(), read.account.entries()), (1_594, 1_594));
    assert_eq!((read.account.rejected(), read.account.skipped()), (0, 0));
    let mut kinds = BTreeMap::new();
    for (domain, row) in read.data.domains.iter().zip(&rows) {
        let label = row[0].trim_matches(['\u{200e}', '\u{200f}']).trim_start_matches('.');
        assert_eq!(domain.label, label.to_lowercase());
        assert_eq!(domain.kind.unwrap().as_str(), &row[1]);
        match &domain.organisation {
            Some(organisation) => assert_eq!(organisation, row[2].trim()),
            None => assert_eq!(&row[2], "Not assigned"),
        }
        *kinds.entry(domain.kind.unwrap()).or_insert(0) += 1;
    }
    assert_eq!(kinds[&DomainKind::CountryCode], 316);
    assert_eq!(kinds[&DomainKind::Generic], 1_249);
    assert_eq!(kinds.values().sum::<i32>(), 1_594);
    assert_eq!(special(&read.data), [""; 0]);
}

#[test]
fn own_lists_are_read() {
    let path = "tests/fixtures/io/iana/tlds-alpha-by-domain.txt";
    let file = fs::File::open(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap();
    let read = iana::read_tlds(file, &Options::new()).unwrap();
    let codes: Vec<_> = read.data.country_codes().map(|domain| &*domain.label).collect();
    assert_eq!(codes, ["ac", "cn", "eu", "na", "su", "uk", "xn--fiqs8s"]);
}
