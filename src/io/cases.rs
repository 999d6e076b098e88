//! A failing and a passing file for every rule that readers apply.

use std::io::Read;

use super::{Account, Error};
use crate::finding::importing::RULES;

/// The cases of one reader.
pub(super) struct Cases {
    pub(super) read: fn(&mut dyn Read) -> Result<Account, Error>,
    pub(super) cases: &'static [Case],
}

pub(super) struct Case {
    rule: &'static str,
    /// The file, in pieces. U+FFFD stands for a byte that is no UTF-8, as it does where such a file is shown.
    fails: &'static [&'static str],
    passes: &'static [&'static str],
}

pub(super) const fn case(
    rule: &'static str,
    fails: &'static [&'static str],
    passes: &'static [&'static str],
) -> Case {
    Case { rule, fails, passes }
}

const ALL: &[Cases] = &[
    super::ddf::CASES,
    super::eurostat::CASES,
    super::follow_the_money::CASES,
    super::follow_the_money::PACK_CASES,
    super::iana::CASES,
    super::itu::CASES,
    super::owid::CASES,
    super::popolo::CASES,
    super::rir::CASES,
    super::sdmx::CASES,
    super::sdmx::JSON_CASES,
    super::tables::CASES,
    super::tidy::CASES,
    super::tidy::DAYS_CASES,
    super::tidy::OWN_CASES,
    super::world_bank::CASES,
    super::world_bank::JSON_CASES,
];

/// How often a rule found something in a file, or whether that was refused by it.
fn found(read: fn(&mut dyn Read) -> Result<Account, Error>, rule: &str, file: &[&str]) -> usize {
    let parts: Vec<_> =
        file.concat().split('\u{fffd}').map(|part| part.as_bytes().to_vec()).collect();
    match read(&mut parts.join(&0xff).as_slice()) {
        Ok(account) => account.count_of(rule),
        Err(error) => {
            assert_eq!(error.rule(), Some(rule), "{error}");
            1
        }
    }
}

#[test]
fn every_case_does_what_it_says() {
    for Cases { read, cases } in ALL {
        for Case { rule, fails, passes } in *cases {
            assert!(found(*read, rule, fails) > 0, "{rule} should fail:\n{}", fails.concat());
            assert_eq!(found(*read, rule, passes), 0, "{rule} should pass:\n{}", passes.concat());
        }
    }
}

#[test]
fn every_rule_has_a_case() {
    for rule in RULES {
        let has_case = ALL.iter().flat_map(|cases| cases.cases).any(|case| case.rule == rule.id());
        assert!(has_case, "{} has no case", rule.id());
    }
}
