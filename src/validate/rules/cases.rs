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

#[test]
fn every_case_does_what_it_says() {
    let wrong: Vec<String> =
        ALL.iter().copied().flatten().filter_map(|case| does(case).err()).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// What is wrong with a case, for all to be seen in one run.
fn does(case: &Case) -> Result<(), String> {
    let Case { rule: id, fails, passes } = case;
    let read = |json: &str| read(json).map_err(|error| format!("{id}: {error}\n{json}"));
    let passing = judge(&read(passes)?);
    if let Some(finding) = passing.of_rule(id).next() {
        return Err(format!("{id} should pass: {finding}\n{passes}"));
    }
    let rule = families().flat_map(|family| family.rules).find(|rule| rule.id() == *id);
    match rule.ok_or_else(|| format!("no rule {id}"))?.stage() {
        Stage::Checking if judge(&read(fails)?).count_of(id) == 0 => {
            Err(format!("{id} should fail:\n{fails}"))
        }
        Stage::Checking => Ok(()),
        Stage::Importing => Err(format!("{id} is no rule over datasets")),
        Stage::Reading => match self::read(fails) {
            Ok(_) => Err(format!("{id} should not be read:\n{fails}")),
            Err(error) if error.rule() != Some(id) => Err(format!("{id}: {error}")),
            Err(error) if error.line().is_none() || error.path().is_none() => {
                Err(format!("{id} names no place: {error}"))
            }
            Err(_) => Ok(()),
        },
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
