//! Merging and comparing datasets: laws that hold of all of them.

use netpolity::dataset::RecordChange;
use netpolity::{Agency, Dataset, Observation, Person, Statement};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::strategy;

/// A dataset with records of several tables, of which no two have one id. Ids get a prefix, so that two datasets with
/// different ones share none.
fn dataset(prefix: &'static str) -> impl Strategy<Value = Dataset> {
    let records = (
        vec(strategy::agency(), 0..4),
        vec(strategy::person(), 0..4),
        vec(strategy::statement(), 0..3),
        vec(strategy::observation(), 0..4),
    );
    records.prop_map(move |(agencies, people, statements, observations)| {
        collect(prefix, agencies, people, statements, observations)
    })
}

fn collect(
    prefix: &str,
    mut agencies: Vec<Agency>,
    mut people: Vec<Person>,
    mut statements: Vec<Statement>,
    mut observations: Vec<Observation>,
) -> Dataset {
    for (place, record) in agencies.iter_mut().enumerate() {
        record.id = format!("{prefix}{place}").parse().unwrap();
    }
    for (place, record) in people.iter_mut().enumerate() {
        record.id = format!("{prefix}{place}").parse().unwrap();
    }
    for (place, record) in statements.iter_mut().enumerate() {
        record.id = format!("{prefix}{place}").parse().unwrap();
    }
    for (place, record) in observations.iter_mut().enumerate() {
        record.note = Some(format!("{prefix}{place}"));
    }
    let mut dataset = Dataset::new();
    dataset.agencies_mut().extend(agencies);
    dataset.people_mut().extend(people);
    dataset.statements_mut().extend(statements);
    dataset.observations_mut().extend(observations);
    dataset
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_dataset_merged_with_itself_is_itself(one in dataset("a")) {
        prop_assert!(one.diff(&one).is_empty());
        prop_assert_eq!(one.clone().merge(one.clone()).unwrap(), one);
    }

    #[test]
    fn what_shares_no_id_merges_in_any_order(one in dataset("a"), other in dataset("b"), third in dataset("c")) {
        let both = one.clone().merge(other.clone()).unwrap();
        let turned = other.clone().merge(one.clone()).unwrap();
        prop_assert!(both.diff(&turned).is_empty(), "{}", both.diff(&turned));
        // All that the merged one has more is what the other one has.
        let added = one.diff(&both);
        prop_assert!(added.records.iter().all(|record| record.change == RecordChange::Added));
        let of_other = other.agencies().len() + other.people().len() + other.statements().count()
            + other.observations().len();
        prop_assert_eq!(added.records.len(), of_other);
        let left = both.clone().merge(third.clone()).unwrap();
        prop_assert_eq!(left, one.merge(other.merge(third).unwrap()).unwrap());
    }

    #[test]
    fn what_differs_under_one_id_is_a_conflict(one in dataset("a"), other in dataset("a")) {
        let diff = one.diff(&other);
        let changed: Vec<_> = diff
            .records
            .iter()
            .filter(|record| record.table != "observations")
            .filter_map(|record| match &record.change {
                RecordChange::Changed(fields) => Some((record.table, record.id.clone(), fields.clone())),
                _ => None,
            })
            .collect();
        match one.merge(other) {
            Ok(_) => prop_assert!(changed.is_empty()),
            Err(error) => {
                let conflicts: Vec<_> = error
                    .conflicts()
                    .iter()
                    .map(|conflict| (conflict.table, conflict.id.clone(), conflict.fields.clone()))
                    .collect();
                prop_assert!(conflicts.iter().all(|(.., fields)| !fields.is_empty()));
                prop_assert_eq!(conflicts, changed);
            }
        }
    }
}

#[test]
fn every_conflict_is_named_with_its_fields() {
    let read =
        |json: &str| Dataset::from_json(&format!(r#"{{ "netpolity": 1, {json} }}"#)).unwrap();
    let one = read(
        r#""agencies": [ { "id": "dcms", "kind": "ministry", "country": "GBR" } ],
           "people": [ { "id": "lu-wei", "birth": "1960-01" }, { "id": "maria-miller" } ]"#,
    );
    let other = read(
        r#""agencies": [ { "id": "dcms", "kind": "regulator", "names": [ "DCMS" ], "country": "GBR" } ],
           "people": [ { "id": "maria-miller" }, { "id": "lu-wei", "birth": "1960" } ]"#,
    );
    let error = one.merge(other).unwrap_err();
    assert_eq!(
        error.to_string(),
        "2 records contradict others of their ids\n\
         agencies[dcms]: `kind` is \"ministry\" and \"regulator\"; `names` is nothing and [\"DCMS\"]\n\
         people[lu-wei]: `birth` is \"1960-01\" and \"1960\""
    );
}
