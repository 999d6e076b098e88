//! A failing and a passing file for every rule that readers apply.

use std::io::Read;

use super::{Account, Error};
use crate::finding::importing::RULES;

pub(super) struct Case {
    pub(super) rule: &'static str,
    /// The file, in pieces. U+FFFD stands for a byte that is no UTF-8, as it does where such a file is shown.
    pub(super) fails: &'static [&'static str],
    pub(super) passes: &'static [&'static str],
    pub(super) read: fn(&mut dyn Read) -> Result<Account, Error>,
}

const ALL: &[&[Case]] = &[
    super::ddf::CASES,
    super::eurostat::CASES,
    super::iana::CASES,
    super::itu::CASES,
    super::owid::CASES,
    super::rir::CASES,
    super::sdmx::CASES,
    super::sdmx::JSON_CASES,
    super::tidy::CASES,
    super::world_bank::CASES,
    super::world_bank::JSON_CASES,
];

/// How often the rule of a case found something in a file, or whether that was refused by it.
fn found(case: &Case, file: &[&str]) -> usize {
    let parts: Vec<_> =
        file.concat().split('\u{fffd}').map(|part| part.as_bytes().to_vec()).collect();
    match (case.read)(&mut parts.join(&0xff).as_slice()) {
        Ok(account) => account.count_of(case.rule),
        Err(error) => {
            assert_eq!(error.rule(), Some(case.rule), "{error}");
            1
        }
    }
}

#[test]
fn every_case_does_what_it_says() {
    for case in ALL.iter().copied().flatten() {
        assert!(found(case, case.fails) > 0, "{} should fail:\n{}", case.rule, case.fails.concat());
        assert_eq!(
            found(case, case.passes),
            0,
            "{} should pass:\n{}",
            case.rule,
            case.passes.concat()
        );
    }
}

#[test]
fn every_rule_has_a_case() {
    for rule in RULES {
        let has_case = ALL.iter().copied().flatten().any(|case| case.rule == rule.id());
        assert!(has_case, "{} has no case", rule.id());
    }
}
