//! A failing and a passing case for every rule.
//!
//! Cases are datasets without the envelope. A rule that is enforced on reading has a failing case that does not load.

use super::{
    agency, alignment, attestation, base, claim, content, copies, country_code, date, event,
    event_series, headcount, holders, identity, name, name_use, observation, person, place,
    portfolio, quote, reference, script, source, statement, succession, taxonomy, tenure, vote,
};
use crate::dataset::{Dataset, ReadError};
use crate::finding::{Report, Stage};
use crate::validate::{Profile, families, panel};

pub(in crate::validate) struct Case {
    pub(in crate::validate) rule: &'static str,
    pub(in crate::validate) fails: &'static str,
    pub(in crate::validate) passes: &'static str,
}

const ALL: &[&[Case]] = &[
    reference::CASES,
    date::CASES,
    source::CASES,
    attestation::CASES,
    quote::CASES,
    name::CASES,
    person::CASES,
    script::CASES,
    name_use::CASES,
    agency::CASES,
    succession::CASES,
    portfolio::CASES,
    country_code::CASES,
    tenure::CASES,
    holders::CASES,
    event::CASES,
    event_series::CASES,
    place::CASES,
    headcount::CASES,
    statement::CASES,
    alignment::CASES,
    content::CASES,
    copies::CASES,
    claim::CASES,
    base::CASES,
    identity::CASES,
    taxonomy::CASES,
    vote::CASES,
    observation::CASES,
    panel::CASES,
];

/// The day as of which the cases are judged.
pub(super) const AS_OF: &str = "2026-01-01";

pub(super) fn read(case: &str) -> Result<Dataset, ReadError> {
    Dataset::from_json(&case.replacen('{', r#"{ "netpolity": 1, "#, 1))
}

/// What the default profile finds in a case.
pub(super) fn report(case: &str) -> Report {
    judge(&read(case).unwrap())
}

fn judge(dataset: &Dataset) -> Report {
    dataset.validate(&Profile::default(), AS_OF.parse().unwrap())
}

fn found(rule: &str, dataset: &Dataset) -> usize {
    judge(dataset).count_of(rule)
}

#[test]
fn every_case_does_what_it_says() {
    for case in ALL.iter().copied().flatten() {
        let passing =
            read(case.passes).unwrap_or_else(|e| panic!("{}: {e}\n{}", case.rule, case.passes));
        assert_eq!(found(case.rule, &passing), 0, "{} should pass:\n{}", case.rule, case.passes);
        let rule = families().flat_map(|family| family.rules).find(|rule| rule.id() == case.rule);
        match rule.unwrap_or_else(|| panic!("no rule {}", case.rule)).stage() {
            Stage::Checking => {
                let failing = read(case.fails)
                    .unwrap_or_else(|e| panic!("{}: {e}\n{}", case.rule, case.fails));
                assert!(
                    found(case.rule, &failing) > 0,
                    "{} should fail:\n{}",
                    case.rule,
                    case.fails
                );
            }
            Stage::Importing => panic!("{} is no rule over datasets", case.rule),
            Stage::Reading => {
                let error = read(case.fails).expect_err(case.rule);
                assert_eq!(error.rule(), Some(case.rule), "{error}");
                assert!(error.line().is_some() && error.path().is_some(), "{error}");
            }
        }
    }
}

#[test]
fn every_rule_has_a_case_and_one_id() {
    // These cannot be written into a file, or need limits of their own; their cases stand beside the rule.
    const ELSEWHERE: [&str; 7] =
        ["REF-003", "TEN-008", "TEN-009", "AREA-004", "SRC-010", "SRC-011", "UNIT-001"];
    let mut ids = std::collections::BTreeSet::new();
    for rule in families().flat_map(|family| family.rules) {
        assert!(ids.insert(rule.id()), "{} twice", rule.id());
        assert!(rule.explanation().len() > rule.summary().len(), "{} explains nothing", rule.id());
        // The cases of rules over files are files; they stand with the readers.
        if rule.stage() == Stage::Importing {
            continue;
        }
        let cases = ALL.iter().copied().flatten().filter(|case| case.rule == rule.id()).count();
        assert!(cases > 0 || ELSEWHERE.contains(&rule.id()), "{} has no case", rule.id());
    }
}
