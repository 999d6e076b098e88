use proptest::prelude::*;

use super::*;
use crate::io::cases::{Cases, case};
use crate::io::damage;

pub(in crate::io) const CASES: Cases = Cases {
    read: |source| read(source, &Options::new()).map(|reading| reading.account),
    cases: &[
        case(
            "REC-001",
            &[r#"{"id":"a","schema":"Person","properties":{"gender":["male"]}}"#],
            &[r#"{"id":"a","schema":"Person","properties":{"gender":[]}}"#],
        ),
        case(
            "REC-002",
            &[r#"{"id":"a","schema":"Person","properties":{"motherTongue":["ar"]}}"#],
            &[r#"{"id":"a","schema":"Person","properties":{"spokenLanguage":["ar"]}}"#],
        ),
        case(
            "REC-003",
            &[r#"{"id":"a","schema":"Person","properties":{"birthDate":["Unknown"]}}"#],
            &[r#"{"id":"a","schema":"Person","properties":{"birthDate":["1960-01-01T00:00:00"]}}"#],
        ),
        case(
            "REC-004",
            &[
                r#"{"id":"a","schema":"Organization","properties":{"dissolutionDate":["9999-12-31"]}}"#,
            ],
            &[
                r#"{"id":"a","schema":"Organization","properties":{"dissolutionDate":["1999-12-31"]}}"#,
            ],
        ),
        case(
            "REC-005",
            &[
                r#"{"id":"a","schema":"Event","properties":{"startDate":["2013"],"endDate":["2012"]}}"#,
            ],
            &[
                r#"{"id":"a","schema":"Event","properties":{"startDate":["2013"],"endDate":["2013"]}}"#,
            ],
        ),
        case(
            "REC-007",
            &[r#"{"id":"a","schema":"Person"}"#, "\n", r#"{"id":"a","schema":"Position"}"#],
            &[r#"{"id":"a","schema":"LegalEntity"}"#, "\n", r#"{"id":"a","schema":"PublicBody"}"#],
        ),
        case(
            "REC-008",
            &[r#"{"id":"a","schema":"Occupancy","properties":{"holder":["b"],"post":["c"]}}"#],
            &[
                r#"{"id":"b","schema":"Person","properties":{"positionOccupancies":[{"id":"a","schema":"Occupancy"}]}}"#,
            ],
        ),
        case(
            "REC-010",
            &[
                r#"{"id":"a","schema":"Occupancy","properties":{"holder":["b"],"startDate":["2009-11-09","2016"]}}"#,
            ],
            &[
                r#"{"id":"a","schema":"Occupancy","properties":{"holder":["b"],"startDate":["2009-11-09","2009"]}}"#,
            ],
        ),
        case(
            "REC-011",
            &[r#"{"id":"a","schema":"Person","properties":{"name":"A"}}"#],
            &[r#"{"id":"a","schema":"Person","properties":{"name":["A"]}}"#],
        ),
        case(
            "REC-012",
            &[r#"{"id":"a","schema":"Position","properties":{"name":["Chef"]}}"#],
            &[
                r#"{"id":"a","schema":"Position","properties":{"name":["Chef"],"organization":["b"]}}"#,
            ],
        ),
        case("FMT-013", &[r#"{"id":"a"}"#], &[r#"{"id":"a","schema":"Person","properties":null}"#]),
        case("FMT-008", &["{\"id\":\"a\u{fffd}\"}"], &[r#"{"id":"é","schema":"Person"}"#]),
        case("FMT-007", &["<html>"], &[r#"{"id":"a","schema":"Person"}"#]),
    ],
};

pub(in crate::io) const PACK_CASES: Cases = Cases {
    read: |source| read_statements(source, &Options::new()).map(|reading| reading.account),
    cases: &[
        case("FMT-005", &["Q1,Person:name,A,wd\n"], &["Q1,Person:name,A,wd,,,t,f,,,1\n"]),
        case("FMT-013", &["Q1,name,A,wd,,,t,f,,,1\n"], &["Q1,Person:name,A,wd,,,f,t,,,1\n"]),
        case(
            "FMT-008",
            &["Q1,Person:name,\u{fffd},wd,,,t,f,,,1\n"],
            &["Q1,Person:name,é,wd,,,t,f,,,1\n"],
        ),
    ],
};

const FILE: &str = r#"{"id":"Q1","caption":"Saad Hariri","schema":"Person","datasets":["wd_persons"],"properties":{"name":["Hariri","Saad Hariri"],"firstName":["Saad"],"weakAlias":["SH"],"birthDate":["1970","1970-04-18"],"wikidataId":["Q1"],"positionOccupancies":[{"id":"o/1","schema":"Occupancy","datasets":["wd_persons"],"properties":{"post":["P1"],"endDate":["2011-06-13","2019-10-29"],"startDate":["2016-12-18","2009-11-09"]}}],"familyPerson":[{"id":"f","schema":"Family","properties":{"relative":[{"id":"Q2","schema":"Person","properties":{"name":["Bahaa Hariri"]}}]}}]}}
{"id":"P1","schema":"Position","properties":{"name":["Prime Minister"],"country":["LB"],"numberOfSeats":["1"]}}
{"id":"b","schema":"PublicBody","properties":{"name":["ENISA"],"jurisdiction":["gr"],"website":["https://example.org/","www"],"sourceUrl":["https://example.org/b"],"incorporationDate":["2013"],"dissolutionDate":["2012"]}}
{"id":"o2","schema":"Occupancy","datasets":["wd_persons"],"properties":{"holder":["Q1"],"post":["P1"],"startDate":["2005-06-28"],"endDate":["NA"],"electionDate":["2005-06"]}}
{"id":"o3","schema":"Occupancy","properties":{"holder":["Q1","Q2"],"startDate":["2005"]}}
{"id":"m","schema":"Membership","properties":{"member":["Q2"],"organization":["b"],"role":["chair"],"endDate":["2020"]}}
{"id":"m2","schema":"Membership","properties":{"member":["b"],"organization":["b"]}}
{"id":"e","schema":"Event","properties":{"name":["Summit"],"date":["2013-09-09"],"organizer":["b"],"involved":["Q1"],"location":["London"],"country":["gb"]}}
"#;

#[test]
fn entities_of_all_schemas_come_back() {
    let reading = read(FILE.as_bytes(), &Options::new()).unwrap();
    let Reading { data, account, .. } = &reading;
    let counts = (account.rows(), account.values(), account.skipped(), account.rejected());
    assert_eq!(counts, (11, 10, 1, 0), "{account}");
    assert_eq!(account.entries(), account.rows());
    let person = data.person("q1").unwrap();
    assert_eq!((person.names[0].text.as_str(), person.names.len()), ("Saad Hariri", 3));
    assert_eq!(person.birth.to_string(), "1970-04-18");
    let post = data.post("p1-xu").unwrap();
    assert_eq!((post.agency.as_str(), post.seats), ("not-stated-lbn", Some(1)));
    assert_eq!(data.agency("not-stated-lbn").unwrap().country, Some(crate::Country::LBN));
    let body = data.agency("b").unwrap();
    assert_eq!(
        (body.country, body.attests.len(), body.urls.len()),
        (Some(crate::Country::GRC), 2, 1)
    );
    let merged = data.tenure("o-1-x1r2f").unwrap();
    assert!(merged.span.is_unknown());
    assert_eq!((merged.person.as_str(), merged.attests.len()), ("q1", 4));
    assert_eq!(merged.attests[0].cite.source, "wd-persons-x2r5f");
    let open = data.tenure("o2").unwrap();
    assert_eq!((open.span.to_string().as_str(), open.attests.len()), ("2005-06-28/", 2));
    // Whose start it is is not known.
    let shared = data.tenure("o3-2-x2r2f").unwrap();
    assert_eq!(
        (shared.person.as_str(), shared.span.is_unknown(), shared.attests.len()),
        ("q2", true, 1)
    );
    assert_eq!(data.tenure("m").unwrap().title.as_deref(), Some("chair"));
    assert_eq!(data.events()[0].sittings[0].span.to_string(), "2013-09-09");

    let mut file = Vec::new();
    let written = write(data, &mut file).unwrap();
    let lost: Vec<_> = written.losses().collect();
    // The start of the two who share an occupancy, and a source that is the file itself.
    assert!(lost.contains(&("tenures.attests", 2)), "{lost:?}");
    let again = read(&file[..], &Options::new()).unwrap();
    assert_eq!(again.data.people(), data.people());
    assert_eq!(again.data.posts(), data.posts());
    assert_eq!(again.data.events(), data.events());
    let stated = |data: &Dataset| -> Vec<_> {
        data.agencies().iter().filter(|a| a.kind.as_str() != "not-stated").cloned().collect()
    };
    assert_eq!(stated(&again.data), stated(data));
    for tenure in data.tenures().iter().filter(|tenure| !tenure.id.as_str().starts_with("o3")) {
        assert_eq!(again.data.tenure(&tenure.id), Some(tenure));
    }
}

#[test]
fn lines_that_are_none_are_told() {
    let file = "\u{feff}{\"id\":\"a\",\"schema\":\"Person\"}\n\n[1]\n{\"id\":\n{\"schema\":\"Person\"}\n\
        {\"id\":\"a\",\"schema\":\"Person\",\"properties\":[]}\n{\"id\":\"x\",\"schema\":\"Ghost\"}\n";
    let account = read(file.as_bytes(), &Options::new()).unwrap().account;
    let counts = (account.values(), account.rejected(), account.skipped(), account.rows());
    assert_eq!(counts, (1, 4, 1, 6), "{account}");
    let finding = &account.findings()[1];
    assert_eq!((finding.path().as_str(), finding.rule().id()), ("line 4", "FMT-013"));
    let deep = format!(
        "{{\"id\":\"a\",\"schema\":\"Person\",\"properties\":{}{}}}",
        "[".repeat(500),
        "]".repeat(500)
    );
    assert_eq!(read(deep.as_bytes(), &Options::new()).unwrap().account.rejected(), 1);
    assert!(matches!(read(&b""[..], &Options::new()), Err(Error::NoData { .. })));
    let mut options = Options::new();
    options.strict = true;
    let refused = read(file.as_bytes(), &options).unwrap_err();
    assert_eq!(refused.to_string(), "line 3: the line is no object");
}

proptest! {
    #[test]
    fn damage_is_survived(damage in damage::any()) {
        let damaged = damage.of(FILE.as_bytes());
        if let Ok(reading) = read(&damaged[..], &Options::new()) {
            let account = &reading.account;
            prop_assert_eq!(account.rows(), account.entries(), "{}", account);
            prop_assert!(Dataset::from_json(&reading.data.to_json()).is_ok());
            let mut first = Vec::new();
            write(&reading.data, &mut first).unwrap();
            if !first.is_empty() {
                let again = read(&first[..], &Options::new()).unwrap();
                prop_assert_eq!(again.account.rejected(), 0);
            }
        }
        let _ = read_statements(&damaged[..], &Options::new());
    }
}
