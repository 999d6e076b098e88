use proptest::prelude::*;

use super::*;
use crate::io::cases::{Cases, case};
use crate::io::damage;

pub(in crate::io) const CASES: Cases = Cases {
    read: |source| read(source, &Options::new()).map(|reading| reading.account),
    cases: &[
        case(
            "REC-001",
            &[r#"{"persons":[{"id":"a","gender":"male"}]}"#],
            &[r#"{"persons":[{"id":"a","gender":null,"links":[]}]}"#],
        ),
        case(
            "REC-002",
            &[r#"{"persons":[{"id":"a","slug":"a"}]}"#],
            &[r#"{"persons":[{"id":"a","slug":""}]}"#],
        ),
        case(
            "REC-003",
            &[r#"{"persons":[{"id":"a","birth_date":"2012-10-00"}]}"#],
            &[r#"{"persons":[{"id":"a","birth_date":"2012-10"}]}"#],
        ),
        case(
            "REC-004",
            &[r#"{"persons":[{"id":"a","birth_date":"1900-01-01"}]}"#],
            &[
                r#"{"persons":[{"id":"a","birth_date":"1900"},{"id":"b","birth_date":"1900-01-02"}]}"#,
            ],
        ),
        case(
            "REC-005",
            &[r#"{"events":[{"id":"a","start_date":"2013","end_date":"2012"}]}"#],
            &[r#"{"events":[{"id":"a","start_date":"2013-05","end_date":"2013"}]}"#],
        ),
        case(
            "REC-006",
            &[r#"{"persons":[{"id":"a","name":{"lang:english":"A"}}]}"#],
            &[r#"{"persons":[{"id":"a","name":{"lang:en":"A","cy":"A"}}]}"#],
        ),
        case(
            "REC-007",
            &[r#"{"persons":[{"id":"a","name":"A"},{"id":"a","name":"B"}]}"#],
            &[r#"{"persons":[{"id":"a","name":"A"},{"id":"a","name":"A","birth_date":"1970"}]}"#],
        ),
        case(
            "REC-008",
            &[r#"{"memberships":[{"person_id":"a","organization_id":"b"}]}"#],
            &[r#"{"memberships":[{"person":{"id":"a"},"organization":{"id":"b"}}]}"#],
        ),
        case(
            "REC-009",
            &[r#"{"organizations":[{"id":"_ind","name":"Independent","classification":"party"}]}"#],
            &[
                r#"{"organizations":[{"id":"a","name":"Independent Party","classification":"party"}]}"#,
            ],
        ),
        case(
            "REC-012",
            &[r#"{"posts":[{"id":"a","label":"Chef"}]}"#],
            &[r#"{"posts":[{"id":"a","label":"Chef","organization_id":"b"}]}"#],
        ),
        case(
            "FMT-013",
            &[r#"{"memberships":[{"organization_id":"b"}]}"#],
            &[r#"{"memberships":[null]}"#],
        ),
    ],
};

const FILE: &str = r#"{
    "persons": [
        { "id": "Q1", "name": {"lang:en": "Carwyn Jones", "lang:cy": "Carwyn Jones"}, "birth_date": "1967-03",
          "memberships": [ { "id": "m/1", "organization_id": "Q9", "role": {"lang:en": "First Minister", "lang:cy": "Prif Weinidog"},
                             "role_code": "Q18996", "start_date": "2009-12-10", "end_date": "2009" } ],
          "identifiers": [ { "scheme": "MS_FB", "identifier": "x" }, { "identifier": "1" } ] },
        { "id": "b", "name": "Mr. John Q. Public, Esq.", "family_name": "Public", "death_date": "NA",
          "other_names": [ { "name": "Ziggy", "end_date": "1949-12-31", "note": "Birth name" },
                           { "name": "JQP", "note": "abbreviation" }, "Dragonsbane" ],
          "sources": [ { "url": "http://example.org/a", "note": "Biography" } ] } ],
    "organizations": [
        { "id": "Q9", "name": "Cabinet", "classification": "Cabinet", "parent": { "id": "Q25", "name": "Wales" },
          "founding_date": "2012-10-00" } ],
    "posts": [ { "id": "p", "label": "Chef at Joe's", "role": "Chef", "other_label": [ "Cook" ], "organization_id": "Q9" },
               { "id": "q", "label": "Somebody" } ],
    "memberships": [
        { "person_id": "b", "post_id": "p", "label": "The chef", "start_date": "2013-05-01", "end_date": "2012-05-01" },
        { "person_id": "b", "organization_id": "Q9", "legislative_period_id": "term/1", "on_behalf_of_id": "Q25" },
        { "id": "m/1", "person_id": "b", "organization_id": "Q9" },
        { "member_id": "Q9", "organization_id": "Q25", "start_date": "2010" } ],
    "events": [ { "id": "term/1", "name": "First", "classification": "legislative period", "start_date": "2011",
                  "wikidata": "Q5", "organization_id": "Q25", "attendees": [ { "id": "b" } ], "status": "tentative" } ],
    "meta": { "sources": [ "http://example.org/b" ] } }"#;

#[test]
fn objects_of_all_kinds_come_back() {
    let read_back = |file: &[u8]| read(file, &Options::new()).unwrap();
    let reading = read_back(FILE.as_bytes());
    let account = &reading.account;
    assert_eq!((account.rows(), account.entries(), account.values()), (12, 12, 12), "{account}");
    let data = &reading.data;
    let tenure = |id: &str| data.tenure(id).unwrap();
    let first = tenure("m-1-x1r2f");
    let post = data.post(first.post.as_ref().unwrap()).unwrap();
    assert_eq!((post.id.as_str(), post.agency.as_str(), post.names.len()), ("q18996", "q9", 2));
    assert_eq!(first.span.to_string(), "2009-12-10/2009");
    assert_eq!(tenure("b-3").agency.as_ref().unwrap(), "q9");
    assert_eq!(tenure("b-1").attests.len(), 3);
    assert_eq!(data.people()[0].identifiers[0].to_string(), "ms-fb-xuur5fuu:x");
    assert_eq!(data.agency("q9").unwrap().attests[0].printed.as_deref(), Some("2012-10-00"));
    assert_eq!(data.sources().len(), 3);
    assert_eq!(data.agency("not-stated").unwrap().kind.as_str(), "not-stated");

    let mut file = Vec::new();
    write(data, &mut file).unwrap();
    let again = read_back(&file);
    assert_eq!(again.data.people(), data.people());
    assert_eq!(again.data.posts(), data.posts());
    assert_eq!(again.data.tenures(), data.tenures());
    assert_eq!(again.data.events(), data.events());
    let mut second = Vec::new();
    write(&again.data, &mut second).unwrap();
    assert_eq!(String::from_utf8(second).unwrap(), String::from_utf8(file).unwrap());
}

#[test]
fn what_stands_alone_is_told_by_its_fields() {
    let count = |file: &str| {
        let reading = read(file.as_bytes(), &Options::new()).unwrap();
        let data = reading.data;
        (
            data.people().len(),
            data.agencies().len(),
            data.posts().len(),
            data.tenures().len(),
            data.events().len(),
        )
    };
    assert_eq!(
        count(r#"{"id":"a","name":"A","memberships":[{"organization_id":"o"}]}"#),
        (1, 0, 0, 1, 0)
    );
    assert_eq!(
        count(r#"{"id":"a","name":"A","memberships":[{"person_id":"o"}]}"#),
        (0, 1, 0, 1, 0)
    );
    assert_eq!(
        count(r#"{"id":"a","label":"A","organization":{"id":"o","name":"O"}}"#),
        (0, 1, 1, 0, 0)
    );
    assert_eq!(
        count(r#"{"id":"a","name":"A","start_date":"2013","location":"L"}"#),
        (0, 0, 0, 0, 1)
    );
    assert_eq!(
        count(r#"[{"id":1,"data":{"id":"a","name":"A","posts":[{"id":"p"}]}}]"#),
        (0, 1, 1, 0, 0)
    );
    assert_eq!(
        count(r#"{"result":[{"id":"a","gender":"f"},{"id":"b","founding_date":"1950"}]}"#),
        (1, 1, 0, 0, 0)
    );
    assert_eq!(count(r#"{"id":"a","name":"A"}"#), (0, 0, 0, 0, 0));
}

#[test]
fn no_json_is_an_error_with_its_place() {
    let error = |file: &str| read(file.as_bytes(), &Options::new()).unwrap_err().to_string();
    assert!(error("{\"persons\": [\n{ \"id\": }").ends_with("at line 2, column 9"));
    assert!(error("").contains("an empty file"));
    assert!(error("<!DOCTYPE html>").contains("a web page"));
    assert!(
        error(&format!("{}{}", "[".repeat(1000), "]".repeat(1000))).contains("recursion limit")
    );
    let mut options = Options::new();
    options.strict = true;
    let refused =
        read(&br#"{"persons":[{"id":"a","birth_date":"NA"}]}"#[..], &options).unwrap_err();
    assert_eq!(refused.to_string(), "persons[0].birth_date: `NA` is no year, month or day");
}

proptest! {
    #[test]
    fn damage_is_survived(damage in damage::any()) {
        if let Ok(reading) = read(&damage.of(FILE.as_bytes())[..], &Options::new()) {
            let account = &reading.account;
            prop_assert_eq!(account.rows(), account.entries(), "{}", account);
            let json = reading.data.to_json();
            prop_assert!(Dataset::from_json(&json).is_ok());
            // Once written, nothing is lost any more.
            let mut first = Vec::new();
            write(&reading.data, &mut first).unwrap();
            let again = read(&first[..], &Options::new()).unwrap();
            let mut second = Vec::new();
            write(&again.data, &mut second).unwrap();
            prop_assert_eq!(String::from_utf8(second).unwrap(), String::from_utf8(first).unwrap());
        }
    }
}
