//! Records and datasets: what is written reads back as it was, for all records that there can be.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fmt::Debug;
use std::fs;
use std::path::PathBuf;

use netpolity::Dataset;
use netpolity::actor::{Actor, Mention};
use netpolity::event::Headcount;
use netpolity::id::Id;
use netpolity::name::Name;
use netpolity::source::{Cite, Derivation, DerivationKind};
use netpolity::statement::{Position, Speaker, Text};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::strategy;

/// How many records of each type, and how many datasets. Debug builds are slow, and the laws are simple.
const RECORDS: u32 = 48;
pub(crate) const DATASETS: u32 = 12;

pub(crate) fn runner(cases: u32) -> TestRunner {
    TestRunner::new(Config { cases, failure_persistence: None, ..Config::default() })
}

/// The fields that the reader of a record knows, in its own words.
pub(crate) fn fields<T: DeserializeOwned>() -> BTreeSet<String> {
    let refusal = serde_json::from_str::<T>(r#"{ "?": 0 }"#).err().unwrap().to_string();
    let (_, expected) = refusal.split_once("expected").unwrap();
    expected.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// What is written reads back as an equal record, is written in the same way again, and every field was among it.
fn record_round_trips<T>(strategy: &BoxedStrategy<T>)
where
    T: Serialize + DeserializeOwned + PartialEq + Debug,
{
    let seen = RefCell::new(BTreeSet::new());
    runner(RECORDS)
        .run(strategy, |record| {
            let json = serde_json::to_string(&record).unwrap();
            let again: T = serde_json::from_str(&json)
                .map_err(|error| TestCaseError::fail(format!("{error}\n{json}")))?;
            prop_assert_eq!(&again, &record, "{}", json);
            prop_assert_eq!(serde_json::to_string(&again).unwrap(), json);
            // The same from a tree, which hands texts over in another way.
            let tree = serde_json::to_value(&record).unwrap();
            if let Value::Object(map) = &tree {
                seen.borrow_mut().extend(map.keys().cloned());
            }
            prop_assert_eq!(serde_json::from_value::<T>(tree).unwrap(), record);
            Ok(())
        })
        .unwrap();
    let seen = seen.into_inner();
    // The text form of a position has both of its fields, so that it is never written as an object.
    if std::any::type_name::<T>() != std::any::type_name::<Position>() || !seen.is_empty() {
        assert_eq!(seen, fields::<T>(), "every field is set by some record");
    }
}

/// One test a record, and a list of those that there are.
macro_rules! round_trips {
    ($($name:ident: $record:literal,)+) => {
        const RECORD_TYPES: &[&str] = &[$($record),+];

        mod round_trip {
            $(#[test]
            fn $name() {
                super::record_round_trips(&crate::strategy::$name());
            })+
        }
    };
}

round_trips! {
    source: "Source",
    derivation: "Derivation",
    cite: "Cite",
    name: "Name",
    name_parts: "NameParts",
    agency: "Agency",
    relation: "Relation",
    change: "Change",
    responsibility: "Responsibility",
    official_url: "OfficialUrl",
    coalition: "Coalition",
    member: "Member",
    person: "Person",
    post: "Post",
    tenure: "Tenure",
    mention: "Mention",
    event_series: "EventSeries",
    event: "Event",
    plan: "Plan",
    outcome: "Outcome",
    sitting: "Sitting",
    place: "Place",
    participant: "Participant",
    headcount: "Headcount",
    statement: "Statement",
    speaker: "Speaker",
    alignment: "Alignment",
    coding: "Coding",
    vote: "Vote",
    counts: "Counts",
    judgement: "Judgement",
    text_of: "Text",
    position: "Position",
    link: "Link",
    claim: "Claim",
    taxonomy: "Taxonomy",
    term: "Term",
    mapping: "Mapping",
    indicator: "Indicator",
    definition: "Definition",
    observation: "Observation",
    vintage: "Vintage",
}

#[test]
fn no_record_is_forgotten() {
    let mut declared = crate::layers::declared("record! {", "pub struct ");
    let mut tested: Vec<_> = RECORD_TYPES.iter().map(|name| (*name).to_owned()).collect();
    declared.sort();
    tested.sort();
    assert_eq!(tested, declared);
}

#[test]
fn attestations_round_trip() {
    record_round_trips(&strategy::attestation(strategy::agency_fact()));
    record_round_trips(&strategy::attestation(strategy::tenure_fact()));
    record_round_trips(&strategy::attestation(strategy::series_fact()));
    record_round_trips(&strategy::attestation(strategy::event_fact()));
    record_round_trips(&strategy::attestation(strategy::statement_fact()));
}

#[test]
fn facts_round_trip_and_every_kind_is_made() {
    fn kinds<T>(strategy: &BoxedStrategy<T>, expected: &[&str])
    where
        T: Serialize + DeserializeOwned + PartialEq + Debug,
    {
        let seen = RefCell::new(BTreeSet::new());
        runner(96)
            .run(strategy, |fact| {
                let json = serde_json::to_string(&fact).unwrap();
                prop_assert_eq!(serde_json::from_str::<T>(&json).unwrap(), fact, "{}", json);
                let tree: Value = serde_json::from_str(&json).unwrap();
                let kind = tree.as_object().unwrap().keys().next().unwrap().clone();
                seen.borrow_mut().insert(kind);
                Ok(())
            })
            .unwrap();
        let seen = seen.into_inner();
        assert_eq!(seen.iter().map(String::as_str).collect::<Vec<_>>(), expected);
        assert_eq!(seen, fields::<T>());
    }
    kinds(&strategy::agency_fact(), &["end", "name", "start"]);
    kinds(&strategy::tenure_fact(), &["end", "start", "title"]);
    kinds(&strategy::series_fact(), &["cadence"]);
    kinds(&strategy::event_fact(), &["headcount", "hosts", "place", "span", "status"]);
    kinds(&strategy::statement_fact(), &["date", "speakers"]);
}

/// Up to two records of every table, no id twice.
pub(crate) fn dataset() -> BoxedStrategy<Dataset> {
    macro_rules! tables {
        ($($table:ident of $strategy:ident, $unique:ident;)+) => {{
            let dataset = Just(Dataset::new()).boxed();
            $(let dataset = (dataset, vec(strategy::$strategy(), 0..3))
                .prop_map(|(mut dataset, mut rows)| {
                    $unique(&mut rows);
                    *dataset.$table() = rows;
                    dataset
                })
                .boxed();)+
            dataset
        }};
    }
    fn by_id<T: Serialize>(rows: &mut Vec<T>) {
        let mut ids = BTreeSet::new();
        rows.retain(|row| ids.insert(serde_json::to_value(row).unwrap()["id"].to_string()));
    }
    fn as_they_are<T>(_: &mut [T]) {}
    tables! {
        sources_mut of source, by_id;
        agencies_mut of agency, by_id;
        people_mut of person, by_id;
        coalitions_mut of coalition, by_id;
        posts_mut of post, by_id;
        tenures_mut of tenure, by_id;
        event_series_mut of event_series, by_id;
        events_mut of event, by_id;
        statements_mut of statement, by_id;
        votes_mut of vote, by_id;
        taxonomies_mut of taxonomy, by_id;
        indicators_mut of indicator, by_id;
        judgements_mut of judgement, by_id;
        observations_mut of observation, as_they_are;
    }
}

/// A folder of its own under the system's, gone when it goes out of scope.
pub(crate) struct TempFolder(pub(crate) PathBuf);

impl TempFolder {
    pub(crate) fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("netpolity-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    /// Writes a file into it.
    pub(crate) fn with(&self, file: &str, content: impl AsRef<[u8]>) -> &Self {
        fs::write(self.0.join(file), content).unwrap();
        self
    }
}

impl Drop for TempFolder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn datasets_round_trip() {
    let folder = TempFolder::new("round-trip");
    runner(DATASETS)
        .run(&dataset(), |dataset| {
            let json = dataset.to_json();
            prop_assert_eq!(&dataset.to_json(), &json);
            let again = Dataset::from_json(&json)
                .map_err(|error| TestCaseError::fail(format!("{error}\n{json}")))?;
            prop_assert_eq!(&again, &dataset);
            prop_assert_eq!(again.to_json(), json.as_str());

            let mut written = Vec::new();
            dataset.write_json(&mut written).unwrap();
            prop_assert_eq!(written, json.as_bytes());
            prop_assert_eq!(&Dataset::from_reader(json.as_bytes()).unwrap(), &dataset);

            // Into the same folder every time: tables that have become empty must not stay.
            dataset.write_folder(&folder.0).unwrap();
            let opened =
                Dataset::open(&folder.0).map_err(|error| TestCaseError::fail(error.to_string()))?;
            prop_assert_eq!(&opened, &dataset);

            let file = folder.0.join("file.txt");
            fs::write(&file, &json).unwrap();
            prop_assert_eq!(Dataset::open(file).unwrap(), dataset);
            Ok(())
        })
        .unwrap();
}

#[test]
fn a_copy_with_an_index_is_equal_to_one_without() {
    let dataset = Dataset::from_json(include_str!("../fixtures/sample.json")).unwrap();
    let indexed = dataset.clone();
    let order = "multilateral-order".parse().unwrap();
    assert!(indexed.agency("siio").is_some());
    assert_eq!(indexed.statements().about(&order).count(), 1);
    assert_eq!(indexed, dataset);
    assert_eq!(indexed.to_json(), dataset.to_json());
}

#[test]
fn equal_datasets_have_equal_rows_in_equal_order() {
    let mut dataset = Dataset::from_json(include_str!("../fixtures/sample.json")).unwrap();
    let before = dataset.clone();
    dataset.sources_mut().swap(0, 1);
    assert_ne!(dataset, before);
    dataset.sources_mut().swap(0, 1);
    assert_eq!(dataset, before);
}

fn written(record: &impl Serialize) -> String {
    serde_json::to_string(record).unwrap()
}

#[test]
fn short_records_are_written_as_a_text() {
    let source: Id<_> = "daily-1".parse().unwrap();
    let mut cite = Cite::new(source.clone());
    assert_eq!(written(&cite), r#""daily-1""#);
    cite.quote = Some(String::new());
    assert_eq!(written(&cite), r#"{"source":"daily-1","quote":""}"#);

    let mut derivation = Derivation::new(source);
    assert_eq!(written(&derivation), r#""daily-1""#);
    derivation.how = DerivationKind::Mirror;
    assert_eq!(written(&derivation), r#"{"source":"daily-1","how":"mirror"}"#);

    let mut name = Name::from("Director");
    assert_eq!(written(&name), r#""Director""#);
    name.lang = Some("en".parse().unwrap());
    assert_eq!(written(&name), r#"{"text":"Director","lang":"en"}"#);

    let mut mention = Mention::new("country:GBR".parse::<Actor>().unwrap());
    assert_eq!(written(&mention), r#""country:GBR""#);
    mention.printed = Some("the UK".to_owned());
    assert_eq!(written(&mention), r#"{"actor":"country:GBR","printed":"the UK"}"#);

    let mut headcount = Headcount::new("over 100".parse().unwrap());
    assert_eq!(written(&headcount), r#""more than 100""#);
    headcount.cites = vec![cite];
    assert_eq!(
        written(&headcount),
        r#"{"count":"more than 100","cites":[{"source":"daily-1","quote":""}]}"#
    );

    let mut speaker = Speaker::new("country:GBR".parse().unwrap());
    assert_eq!(written(&speaker), r#""country:GBR""#);
    speaker.printed = Some("the UK".to_owned());
    assert_eq!(written(&speaker), r#"{"actor":"country:GBR","printed":"the UK"}"#);

    let position = r#"{ "term": "un-ict/existing-law", "stance": "support" }"#;
    let position: Position = serde_json::from_str(position).unwrap();
    assert_eq!(written(&position), r#""un-ict/existing-law support""#);
    let says = |json: &str| serde_json::from_str::<Position>(json).unwrap_err().to_string();
    assert!(says(r#""existing-law""#).contains("write the term, a space and the stance"));
    assert!(says(r#""existing-law suport""#).contains("did you mean `support`?"));

    let mut text = Text::from("…");
    assert_eq!(written(&text), "\"…\"");
    text.translator = Some("us".to_owned());
    assert_eq!(written(&text), r#"{"text":"…","translator":"us"}"#);
}

#[test]
fn long_forms_of_short_records_read_as_well() {
    for (long, short) in [
        (r#"{ "source": "a" }"#, r#""a""#),
        (r#"{ "source": "a", "locator": null, "quote": null }"#, r#""a""#),
    ] {
        let (long, short): (Cite, Cite) =
            (serde_json::from_str(long).unwrap(), serde_json::from_str(short).unwrap());
        assert_eq!(long, short);
    }
    let long: Name =
        serde_json::from_str(r#"{ "text": "a", "kind": "official", "span": "/" }"#).unwrap();
    assert_eq!(long, Name::from("a"));
    assert_eq!(written(&long), r#""a""#);
}

#[test]
fn an_empty_dataset_is_its_version() {
    assert_eq!(Dataset::new().to_json(), "{\n\"netpolity\": 1\n}\n");
    assert_eq!(Dataset::from_json(r#"{"netpolity":1}"#).unwrap(), Dataset::new());
}
