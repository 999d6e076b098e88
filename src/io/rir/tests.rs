//! One test for each trap of the format.

use std::fmt::Write;
use std::net::Ipv4Addr;

use proptest::prelude::*;

use super::*;
use crate::country::Country;
use crate::io::{Error, Options, Reading};

const HEADER: &str = "2|afrinic|20240105|1|00000000|20240105|00000\n";

fn with(records: &[&str]) -> Reading<Delegations> {
    let header = HEADER.replace("|1|", &format!("|{}|", records.len()));
    let file = format!("{header}{}\n", records.join("\n"));
    super::read(file.as_bytes(), &Options::new()).unwrap()
}

fn ids(read: &Reading<Delegations>) -> Vec<(&str, usize)> {
    read.account.counts().map(|count| (count.rule().id(), count.found())).collect()
}

#[test]
fn both_formats_are_read() {
    let read = with(&[
        "afrinic|ZA|asn|64496|2|19910301|allocated",
        "afrinic|NA|ipv4|192.0.2.0|192|20120101|assigned|A1",
        "afrinic|ZZ|ipv6|2001:db8::|32||available|",
        "afrinic||ipv6|2001:db9::|32||available",
        "afrinic|ZZ|ipv4|198.51.100.0|256|20120101|reserved|A1|e-stats|more",
    ]);
    assert_eq!(ids(&read), []);
    let records: Vec<_> = read.data.records().collect();
    let all = |get: fn(&Delegation<'_>) -> String| records.iter().map(get).collect::<Vec<_>>();
    assert_eq!(all(|r| r.code.to_owned()), ["ZA", "NA", "ZZ", "", "ZZ"]);
    assert_eq!(
        all(|r| r.resource.to_string()),
        [
            "AS64496-AS64497",
            "192.0.2.0-192.0.2.191",
            "2001:db8::/32",
            "2001:db9::/32",
            "198.51.100.0-198.51.100.255"
        ]
    );
    assert_eq!(
        all(|r| format!("{} {:?}", r.status, r.opaque_id())),
        [
            "allocated None",
            "assigned Some(\"A1\")",
            "available None",
            "available None",
            "reserved Some(\"A1\")"
        ]
    );
    assert_eq!(records[4].extensions().collect::<Vec<_>>(), ["e-stats", "more"]);
    assert_eq!(records[1].extensions().count(), 0);
    assert_eq!(
        (records[2].date, records[0].date.map(|d| d.to_string())),
        (None, Some("1991-03-01".into()))
    );
    // The code of Namibia is no missing value.
    assert_eq!(records[1].country(), Some(Country::NAM));
    assert_eq!(records[3].area, None);
    assert_eq!(records[4].line, 6);
}

#[test]
fn a_header_names_its_day() {
    let header = |line: &str| Header::read(line).map(|h| (h.published(), h.day()));
    let day = |text: &str| text.parse().ok();
    assert_eq!(
        header("2|apnic|20101217|23704|19850701|20101216|+1000"),
        Some((day("2010-12-17"), day("2010-12-16")))
    );
    // Just before midnight in Amsterdam, by the clock of UTC still earlier.
    assert_eq!(
        header("2|ripencc|1404165599|85681|19830705|20140630|+0200"),
        Some((day("2014-06-30"), day("2014-06-30")))
    );
    assert_eq!(
        header("2|ripencc|1404165600|85681|19830705|00000000|+0200"),
        Some((day("2014-07-01"), day("2014-07-01")))
    );
    assert_eq!(header("2.3|nro|x|0|00000000|00000000|"), Some((None, None)));
    assert_eq!(header("ripencc|FR|ipv4|2.0.0.0|1048576|20100712|allocated"), None);
    assert_eq!(header("2|nobody|20101217|0|0|0|0"), None);
    let read = super::read(HEADER.as_bytes(), &Options::new()).unwrap();
    assert_eq!((read.data.header().start, read.data.header().version.as_str()), (None, "2"));
    let vintage = read.data.vintage();
    assert_eq!(vintage.dataset.as_deref(), Some("delegated-afrinic"));
    assert_eq!(vintage.version.as_deref(), Some("20240105"));
    assert_eq!(vintage.published, "2024-01-05".parse().ok());
}

#[test]
fn lines_that_are_no_records_are_skipped() {
    let file = format!(
        "#\n# bé \n\n{HEADER}afrinic|*|asn|*|1|summary\n#\r\nafrinic|NA|asn|64496|1||assigned\r\n\n"
    );
    let read = super::read(file.as_bytes(), &Options::new()).unwrap();
    assert_eq!(ids(&read), []);
    let skips: Vec<_> = read.account.skips().collect();
    assert_eq!(skips, [("blank lines", 2), ("comments", 3), ("summaries", 1), ("the header", 1)]);
    assert_eq!((read.account.rows(), read.account.entries()), (1, 8));
}

#[test]
fn counts_that_are_not_of_powers_of_two_are_kept() {
    let read = with(&["afrinic|NA|ipv4|193.18.0.0|73728|19940101|allocated"]);
    let Resource::Ipv4 { first, count } = read.data.records().next().unwrap().resource else {
        panic!("no IPv4")
    };
    assert_eq!((first, count), (Ipv4Addr::new(193, 18, 0, 0), 73_728));
    assert_eq!(read.data.totals().of(Country::NAM).ipv4(), 73_728);
}

#[test]
fn bad_records_are_rejected_with_their_place() {
    let read = with(&[
        "afrinic|NA|ipv4|192.0.2.0|256|20120101|allocated",
        "afrinic|NAM|ipv4|198.51.100.0|256|20120101|allocated",
        "afrinic|NA|ipv5|198.51.100.0|256|20120101|allocated",
        "afrinic|NA|ipv4|198.51.100.0|x|20120101|allocated",
        "afrinic|NA|ipv4|198.51.100.0|256|20120101",
        "afrinic|NA|ipv4|198.51.100.0|256|20120101|",
        "rir|NA|ipv4|198.51.100.0|256|20120101|allocated",
        "2|apnic|20101217|23704|19850701|20101216|+1000",
        "afrinic|*|ipv4|*|x|summary",
    ]);
    let account = &read.account;
    // All are lines of the file that are records, but for the last.
    assert_eq!(ids(&read), [("RIR-002", 1), ("RIR-005", 8)]);
    assert_eq!((account.values(), account.rejected(), account.entries()), (1, 8, 10));
    let places: Vec<_> = account.findings().iter().map(|finding| finding.path().as_str()).collect();
    assert_eq!(places[..4], ["line 3, column 2", "line 4, column 3", "line 5, column 4", "line 6"]);
    assert!(
        account.findings()[6].message().contains("second header"),
        "{:?}",
        account.findings()[6]
    );
    let text = account.findings()[0].param("text").unwrap().to_string();
    assert!(text.contains("afrinic|NAM|ipv4"), "{text}");
}

#[test]
fn a_record_without_a_readable_date_is_kept() {
    let read = with(&["afrinic|NA|ipv4|192.0.2.0|256|19930000|allocated"]);
    assert_eq!(ids(&read), [("PRD-001", 1)]);
    assert_eq!(read.data.records().next().unwrap().date, None);
    assert_eq!((read.account.values(), read.account.rejected()), (1, 0));
}

#[test]
fn codes_of_no_country_stand_apart() {
    let read = with(&[
        "afrinic|EU|ipv4|192.0.2.0|64|20120101|allocated",
        "afrinic|AP|ipv4|192.0.2.64|32|20120101|assigned",
        "afrinic|ZZ|asn|64496|1|20120101|assigned",
        "afrinic||asn|64497|1|20120101|assigned",
        "afrinic|ZZ|asn|64498|8||reserved",
        "afrinic|EU|asn|64506|2||available",
        "afrinic|ZZ|asn|64508|1||ianapool",
        "afrinic|na|asn|64509|1|20120101|assigned",
        "afrinic|QZ|asn|64510|1|20120101|assigned",
    ]);
    assert_eq!(ids(&read), [("AREA-006", 1), ("RIR-004", 5)]);
    let totals = read.data.totals();
    let apart: Vec<_> = totals.apart().map(|(code, h)| (code, h.ipv4(), h.asns())).collect();
    assert_eq!(apart, [("", 0, 1), ("AP", 32, 0), ("EU", 64, 0), ("QZ", 0, 1), ("ZZ", 0, 1)]);
    assert!(totals.countries().map(|(country, _)| country).eq([Country::NAM]));
    assert_eq!(totals.reserved().asns(), 8);
    assert_eq!(totals.available().asns(), 2);
    assert_eq!((totals.other().asns(), totals.other().asn_records()), (1, 1));
    let panel = read.data.to_panel().unwrap();
    let areas: Vec<_> = panel.areas().map(ToString::to_string).collect();
    assert_eq!(areas, ["NAM", "special:AP", "special:EU", "special:QZ", "special:ZZ"]);
}

#[test]
fn the_file_of_all_registries_is_read() {
    let file = "2|nro|20240105|3|19830705|20240104|+0000\n\
        nro|*|asn|*|2|summary\nnro|*|ipv4|*|1|summary\napnic|*|asn|*|1|summary\narin|*|asn|*|2|summary\n\
        iana|ZZ|ipv4|0.0.0.0|16777216|19810901|reserved|ietf|iana\n\
        apnic|AU|asn|64496|1|20000131|allocated|A9|e-stats\n\
        arin|US|asn|64497|1|20000131|assigned|f7|e-stats\n";
    let read = super::read(file.as_bytes(), &Options::new()).unwrap();
    // One summary is wrong.
    assert_eq!(ids(&read), [("RIR-001", 1)]);
    assert_eq!(read.account.findings()[0].path().as_str(), "line 5, column 5");
    let registries: Vec<_> = read.data.records().map(|record| record.registry).collect();
    assert_eq!(registries, [Registry::Iana, Registry::Apnic, Registry::Arin]);
    assert_eq!(read.data.records().next().unwrap().opaque_id(), Some("ietf"));
}

#[test]
fn overlaps_are_found_in_any_order() {
    let read = with(&[
        "afrinic|NA|ipv4|198.51.100.128|1|20120101|allocated",
        "afrinic|NA|ipv4|198.51.100.0|192|20120101|allocated",
        "afrinic|NA|ipv4|198.51.100.192|64|20120101|allocated",
        "afrinic|NA|ipv6|2001:db8::|32|20120101|allocated",
        "afrinic|NA|ipv6|2001:db8:1::|48|20120101|allocated",
        "afrinic|NA|ipv6|2001:db8:2::|48|20120101|allocated",
        "afrinic|NA|ipv6|2001:db9::|32|20120101|allocated",
        "afrinic|NA|asn|64500|2|20120101|allocated",
        "afrinic|NA|asn|64496|4|20120101|allocated",
        "afrinic|NA|asn|64496|4|20120101|allocated",
    ]);
    assert_eq!(ids(&read), [("RIR-003", 4)]);
    let lines: Vec<_> = read.account.findings().iter().map(|f| f.path().as_str()).collect();
    assert_eq!(
        lines,
        ["line 11, column 4", "line 2, column 4", "line 6, column 4", "line 7, column 4"]
    );
}

#[test]
fn a_strict_reader_refuses() {
    let mut strict = Options::new();
    strict.strict = true;
    let rule = |records: &str| {
        let file = format!("{HEADER}{records}\n");
        super::read(file.as_bytes(), &strict).err().and_then(|error| error.rule())
    };
    assert_eq!(rule("afrinic|NA|asn|64496|1|20120101|allocated"), None);
    assert_eq!(rule("afrinic|NA|asn|64496|0|20120101|allocated"), Some("RIR-005"));
    assert_eq!(rule("afrinic|QZ|asn|64496|1|20120101|allocated"), Some("AREA-006"));
    assert_eq!(rule(""), Some("RIR-002"));
}

#[test]
fn other_files_are_refused() {
    let error = |file: &[u8]| super::read(file, &Options::new()).unwrap_err();
    assert!(matches!(error(b""), Error::NoData { .. }));
    assert!(matches!(error(b"# only this\n"), Error::NoData { .. }));
    assert!(matches!(error(b"<html>\n"), Error::NoData { .. }));
    let record = b"# x\nafrinic|NA|asn|64496|1|20120101|allocated\n";
    assert!(matches!(error(record), Error::Format { line: 2, .. }));
    let mut options = Options::new();
    options.limits.line = 50;
    let long = format!("{HEADER}# {}\n", "x".repeat(60));
    let error = super::read(long.as_bytes(), &options).unwrap_err();
    assert!(matches!(error, Error::TooLong { line: 2, limit: 50 }), "{error}");
}

#[test]
fn amounts_of_ipv6_are_exact() {
    let read = with(&[
        "afrinic|NA|ipv6|2001:db8::|33|20120101|allocated",
        "afrinic|NA|ipv6|2001:db9::|64|20120101|allocated",
        "afrinic|NA|ipv6|2001:dba::|128|20120101|allocated",
    ]);
    let space = read.data.totals().of(Country::NAM).ipv6();
    assert_eq!(space.addresses(), (1 << 95) + (1 << 64) + 1);
    assert_eq!((space.whole_blocks(32), space.whole_blocks(48)), (0, 1 << 15));
    assert_eq!((space.whole_blocks(128), space.whole_blocks(129)), (space.addresses(), 0));
    let day = "2024-01-05".parse().unwrap();
    let panel = read.data.to_panel().unwrap();
    let text = |code| panel.get(code, Country::NAM, day).unwrap().number().unwrap().to_string();
    assert!(text("ipv6/48").starts_with("32768.0000152587890625"), "{}", text("ipv6/48"));
    assert_eq!(text("ipv4"), "0");
}

#[test]
fn the_same_end_of_lines_is_kept_once() {
    let read = with(&[
        "afrinic|NA|asn|64496|1|20120101|assigned|F36B9F4B",
        "afrinic|NA|asn|64497|1|20120101|assigned|F36B9F4B",
        "afrinic|NA|asn|64498|1|20120101|assigned|F36B9F4C",
    ]);
    assert_eq!(read.data.text, "F36B9F4BF36B9F4C");
    let owners: Vec<_> = read.data.records().filter_map(|record| record.opaque_id()).collect();
    assert_eq!(owners, ["F36B9F4B", "F36B9F4B", "F36B9F4C"]);
}

/// Of all files of a registry, this one has the most traps.
const FILE: &str = "# c\n2.3|lacnic|20230323|5|19870101|20230322|-0300\n\
    lacnic|*|ipv4|*|2|summary\nlacnic|*|asn|*|2|summary\nlacnic|*|ipv6|*|1|summary\n\
    lacnic|BR|ipv4|192.0.2.0|192|20200310|allocated|310248\nlacnic|EU|ipv4|198.51.100.0|256|20200312|assigned|311598|x\n\
    lacnic|BR|asn|64496|1|20230322|allocated|315150\nlacnic||asn|64497|8||available\nlacnic|CW|ipv6|2001:db8::|32||reserved|\n";

proptest! {
    /// Whatever is done to a file, each of its lines is accounted for.
    #[test]
    fn damaged_files_are_accounted_for(
        edits in proptest::collection::vec((0..FILE.len(), 0..3_u8, prop_oneof![Just(b'|'), Just(b'\n'), Just(b'\r'), Just(b'*'), Just(b'9'), any::<u8>()]), 1..12)
    ) {
        let mut file = FILE.as_bytes().to_vec();
        for (at, edit, byte) in edits {
            let at = at.min(file.len() - 1);
            match edit {
                0 => file[at] = byte,
                1 => file.insert(at, byte),
                _ => drop(file.remove(at)),
            }
        }
        if let Ok(read) = super::read(&file[..], &Options::new()) {
            let lines = file.split(|byte| *byte == b'\n').count() - usize::from(file.ends_with(b"\n"));
            let account = &read.account;
            prop_assert_eq!(account.entries(), lines as u64);
            prop_assert_eq!(account.values(), read.data.len() as u64);
            // Of all records something can be said.
            let mut text = String::new();
            for record in read.data.records() {
                write!(text, "{record:?}{:?}", record.opaque_id()).unwrap();
            }
            read.data.to_panel();
        }
    }

    /// Overlaps are those that two loops find.
    #[test]
    fn overlaps_are_those_of_a_plain_search(blocks in proptest::collection::vec((0..60_u32, 1..6_u32), 0..12)) {
        let records: Vec<String> = blocks.iter().map(|(first, count)| format!("afrinic|NA|asn|{first}|{count}||assigned")).collect();
        let read = with(&records.iter().map(String::as_str).collect::<Vec<_>>());
        let mut sorted = blocks.clone();
        sorted.sort_by_key(|(first, _)| *first);
        let hit = |at: usize| sorted[..at].iter().any(|(first, count)| first + count > sorted[at].0);
        let expected = (0..sorted.len()).filter(|at| hit(*at)).count();
        prop_assert_eq!(read.account.count_of("RIR-003"), expected);
    }
}
