//! Delegated files of address registries.
//!
//! Files of registries are not part of the crate; without the folder with them, the tests of these print a line and pass.

#![allow(clippy::print_stdout)] // accounts are what one wants to see

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use netpolity::Country;
use netpolity::io::rir::{Delegations, Registry, Resource};
use netpolity::io::{Options, Reading, rir};

use crate::un_list::folder;

fn read(path: &Path) -> Reading<Delegations> {
    rir::read(fs::File::open(path).unwrap(), &Options::new()).unwrap()
}

fn published(file: &str) -> Option<(String, Reading<Delegations>)> {
    let Some(folder) = folder() else {
        println!("skipped: no folder with files of registries");
        return None;
    };
    let path = folder.join("rir").join(file);
    Some((fs::read_to_string(&path).unwrap(), read(&path)))
}

/// Addresses or numbers by code, and records by type and in all, as a spreadsheet would count them.
#[derive(Debug, Default, PartialEq)]
struct Count {
    ipv4: BTreeMap<String, u64>,
    /// In blocks of a /128.
    ipv6: BTreeMap<String, u128>,
    asns: BTreeMap<String, u64>,
    records: [u64; 3],
    uneven: usize,
}

fn by_hand(text: &str) -> Count {
    let mut count = Count::default();
    for line in
        text.lines().filter(|line| !line.starts_with('#') && !line.ends_with("summary")).skip(1)
    {
        let fields: Vec<&str> = line.split('|').collect();
        let kind = ["asn", "ipv4", "ipv6"].iter().position(|kind| *kind == fields[2]).unwrap();
        count.records[kind] += 1;
        let size: u64 = fields[4].parse().unwrap();
        count.uneven += usize::from(kind == 1 && !size.is_power_of_two());
        if !matches!(fields[6], "allocated" | "assigned") {
            continue;
        }
        let code = fields[1].to_owned();
        match kind {
            0 => *count.asns.entry(code).or_default() += size,
            1 => *count.ipv4.entry(code).or_default() += size,
            _ => *count.ipv6.entry(code).or_default() += 1_u128 << (128 - size),
        }
    }
    count
}

fn by_reader(data: &Delegations) -> Count {
    let totals = data.totals();
    let mut count = Count::default();
    let countries = totals.countries().map(|(country, holdings)| (country.alpha2(), holdings));
    for (code, holdings) in countries.chain(totals.apart()) {
        if holdings.asn_records() > 0 {
            count.asns.insert(code.to_owned(), holdings.asns());
        }
        if holdings.ipv4_records() > 0 {
            count.ipv4.insert(code.to_owned(), holdings.ipv4());
        }
        if holdings.ipv6_records() > 0 {
            count.ipv6.insert(code.to_owned(), holdings.ipv6().addresses());
        }
    }
    for record in data.records() {
        let kind = match record.resource {
            Resource::Asn { .. } => 0,
            Resource::Ipv4 { count: size, .. } => {
                count.uneven += usize::from(!size.is_power_of_two());
                1
            }
            _ => 2,
        };
        count.records[kind] += 1;
    }
    count
}

/// File, records by header, comments, of type asn, ipv4 and ipv6, and uneven counts of IPv4.
const FILES: [(&str, u64, u64, [u64; 3], usize); 8] = [
    ("delegated-afrinic-2014-06", 4_024, 0, [1_095, 2_500, 429], 60),
    ("delegated-afrinic-extended-20230323", 15_019, 0, [3_326, 5_089, 6_604], 41),
    ("delegated-afrinic-extended-2024-01", 15_814, 0, [3_326, 5_302, 7_186], 40),
    ("delegated-apnic-20101217", 23_704, 27, [3_961, 18_242, 1_501], 0),
    ("delegated-apnic-2014-06", 33_307, 27, [5_746, 24_065, 3_496], 0),
    ("delegated-lacnic-2014-06", 15_783, 0, [4_306, 8_693, 2_784], 0),
    ("delegated-lacnic-extended-20230323", 86_237, 0, [14_121, 19_618, 52_498], 0),
    ("delegated-ripencc-2014-06", 85_681, 0, [26_416, 49_932, 9_333], 563),
];

#[test]
fn files_of_registries_are_accounted_for() {
    for (file, records, comments, kinds, uneven) in FILES {
        let Some((text, read)) = published(file) else { return };
        let account = &read.account;
        println!("{file}: {account}");
        assert_eq!(account.entries(), text.lines().count() as u64, "{file}");
        assert_eq!((account.values(), account.rejected()), (records, 0), "{file}");
        assert_eq!(account.skipped(), comments + 4, "{file}");
        assert_eq!(read.data.header().records, records);
        // Only what is under codes of no country is found.
        assert!(account.counts().all(|count| count.rule().id() == "RIR-004"), "{file}: {account}");
        let count = by_reader(&read.data);
        assert_eq!((count.records, count.uneven), (kinds, uneven), "{file}");
        assert_eq!(count, by_hand(&text), "{file}");
    }
}

#[test]
fn lines_are_kept_as_they_are() {
    for (file, ..) in FILES {
        let Some((text, read)) = published(file) else { return };
        let lines: Vec<&str> = text.lines().collect();
        for record in read.data.records() {
            let line = lines[usize::try_from(record.line).unwrap() - 1];
            let (first, size) = match record.resource {
                Resource::Asn { first, count } => (first.to_string(), count),
                Resource::Ipv4 { first, count } => (first.to_string(), count),
                Resource::Ipv6 { first, length } => (first.to_string(), length.into()),
                _ => panic!("{record:?}"),
            };
            let date =
                record.date.map(|date| date.format("%Y%m%d").to_string()).unwrap_or_default();
            let mut written = format!(
                "{}|{}|{}|{first}|{size}|{date}|{}",
                record.registry,
                record.code,
                record.resource.kind(),
                record.status
            );
            if line.split('|').count() > 7 {
                written.push('|');
                written.push_str(record.opaque_id().unwrap_or_default());
            }
            assert_eq!(written, line, "{file}");
        }
    }
}

#[test]
fn totals_are_those_that_were_published() {
    for (file, country, addresses) in [
        ("delegated-apnic-2014-06", Country::CHN, 330_607_104),
        ("delegated-afrinic-2014-06", Country::ZAF, 24_680_704),
        ("delegated-lacnic-2014-06", Country::BRA, 80_509_696),
    ] {
        let Some((_, read)) = published(file) else { return };
        assert_eq!(read.data.totals().of(country).ipv4(), addresses);
        let panel = read.data.to_panel().unwrap();
        let day = read.data.header().end.unwrap();
        #[allow(clippy::cast_precision_loss)]
        let expected = addresses as f64;
        assert_eq!(panel.value("ipv4", country, day.into()), Some(expected));
    }
}

#[test]
fn codes_of_no_country_are_counted() {
    for (file, code, records) in [
        ("delegated-ripencc-2014-06", "EU", 1_166),
        ("delegated-apnic-20101217", "AP", 234),
        ("delegated-apnic-2014-06", "AP", 2),
    ] {
        let Some((_, read)) = published(file) else { return };
        assert_eq!(read.account.count_of("RIR-004"), records, "{file}");
        let totals = read.data.totals();
        let (found, holdings) = totals.apart().next().unwrap();
        let sum = holdings.asn_records() + holdings.ipv4_records() + holdings.ipv6_records();
        assert_eq!((found, sum), (code, records as u64), "{file}");
        assert_eq!(totals.apart().len(), 1);
    }
}

#[test]
fn days_are_those_of_the_files() {
    let day = |file| {
        published(file).map(|(_, read)| {
            let header = read.data.header().clone();
            (header.day().unwrap().to_string(), header.published().unwrap().to_string())
        })
    };
    let Some(ripe) = day("delegated-ripencc-2014-06") else { return };
    // The serial number is the time of day in seconds since 1970.
    assert_eq!(ripe, ("2014-06-30".into(), "2014-06-30".into()));
    assert_eq!(day("delegated-apnic-2014-06").unwrap(), ("2014-06-30".into(), "2014-07-01".into()));
}

#[test]
fn own_files_are_read() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/io/rir");
    let mut totals = rir::Totals::new();
    let mut registries = Vec::new();
    for file in ["delegated-afrinic-extended", "delegated-lacnic-extended", "delegated-ripencc"] {
        let read = read(&folder.join(file));
        assert_eq!(read.account.rejected(), 0, "{file}");
        assert!(read.account.counts().all(|count| count.rule().id() == "RIR-004"), "{file}");
        registries.push(read.data.header().registry);
        totals.add(&read.data);
    }
    assert_eq!(registries, [Registry::Afrinic, Registry::Lacnic, Registry::RipeNcc]);
    let space = |country| (totals.of(country).ipv4(), totals.of(country).ipv6().whole_blocks(48));
    assert_eq!(space(Country::NAM), (96, 4_096));
    assert_eq!(space(Country::BRA), (64, 8_192));
    assert_eq!(space(Country::NOR), (32, 1));
    assert_eq!((totals.available().ipv4(), totals.reserved().ipv4()), (144, 16));
    // Every address of the three blocks is somewhere.
    let all: u64 = totals.countries().map(|(_, holdings)| holdings.ipv4()).sum();
    let apart: u64 = totals.apart().map(|(_, holdings)| holdings.ipv4()).sum();
    assert_eq!(all + apart + 144 + 16, 3 * 256);
}
