//! The catalogue of rules, profiles and reports, as a caller sees them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use netpolity::Dataset;
use netpolity::finding::{
    Count, Detail, Finding, Param, Path, Report, Rule, Severity, Sink, Stage,
};
use netpolity::validate::{Limits, Profile, catalogue};

/// Rules that there have to be. Others may follow; none of these goes or changes its number.
const REQUIRED: &str = "\
    REF-001 REF-002 \
    DAT-001 DAT-002 DAT-003 DAT-004 DAT-005 DAT-006 DAT-007 DAT-008 \
    SRC-002 SRC-003 SRC-005 SRC-006 SRC-007 SRC-008 SRC-009 \
    NAM-001 NAM-002 NAM-003 NAM-004 NAM-005 NAM-006 NAM-007 NAM-008 \
    ORG-002 ORG-003 ORG-004 ORG-005 ORG-006 ORG-007 ORG-008 ORG-009 PER-001 PER-002 \
    TEN-002 TEN-003 TEN-004 TEN-005 TEN-006 TEN-007 TEN-008 TEN-009 TEN-010 TEN-011 \
    EVT-002 EVT-003 EVT-004 EVT-005 EVT-006 EVT-007 EVT-008 EVT-009 EVT-010 EVT-011 EVT-012 EVT-013 EVT-014 EVT-015 \
    STM-001 STM-002 STM-003 STM-004 STM-005 STM-006 STM-007 STM-008 STM-009 STM-010 STM-011 STM-012 STM-013 STM-014 \
    STM-015 STM-016 \
    QTY-001 QTY-002 QTY-003 QTY-004 QTY-005 QTY-006 QTY-007 IDN-001 IDN-002 TAX-002 VOT-001 VOT-002 \
    KEY-001 KEY-002 KEY-003 \
    AREA-001 AREA-002 AREA-003 AREA-004 AREA-005 AREA-006 AREA-007 AREA-008 \
    PRD-001 PRD-002 PRD-003 PRD-004 PRD-005 \
    VAL-001 VAL-002 VAL-003 VAL-004 VAL-005 VAL-006 VAL-007 VAL-008 VAL-009 VAL-010 \
    UNIT-001 UNIT-002 UNIT-003 STA-001 STA-002 STA-003 STA-004 STA-005 \
    CON-001 CON-002 CON-003 CON-004 VIN-001 VIN-002 VIN-003 IND-001 SRC-010 SRC-011 \
    FMT-001 FMT-002 FMT-003 FMT-004 FMT-005 FMT-006 FMT-007 FMT-008 \
    RIR-001 RIR-002 RIR-003 RIR-004";

/// Those that values alone enforce, so that no dataset in memory can break them.
const ON_READING: [&str; 4] = ["DAT-001", "DAT-002", "DAT-007", "QTY-001"];

const SAMPLE: &str = include_str!("../fixtures/sample.json");

fn read(tables: &str) -> Dataset {
    Dataset::from_json(&format!("{{ \"netpolity\": 1, {tables} }}")).unwrap()
}

fn report_as_of(dataset: &Dataset, profile: &Profile, as_of: &str) -> Report {
    dataset.validate(profile, as_of.parse().unwrap())
}

fn report(dataset: &Dataset, profile: &Profile) -> Report {
    report_as_of(dataset, profile, "2026-01-01")
}

/// `EVT` of `EVT-005`.
fn family(id: &str) -> &str {
    id.split('-').next().unwrap()
}

/// Posts at agencies that there are not: so many findings of REF-001.
fn dangling(count: usize) -> Dataset {
    let posts: Vec<String> = (0..count)
        .map(|i| format!(r#"{{ "id": "p{i}", "agency": "missing", "names": [ "Head" ] }}"#))
        .collect();
    read(&format!(r#""posts": [ {} ]"#, posts.join(",")))
}

#[test]
fn ids_are_unique_and_in_order() {
    let ids: Vec<&str> = catalogue().map(|rule| rule.id()).collect();
    let unique: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(unique.len(), ids.len());
    let mut families: Vec<&str> = ids.iter().map(|id| family(id)).collect();
    families.dedup();
    let distinct: BTreeSet<&str> = families.iter().copied().collect();
    assert_eq!(distinct.len(), families.len(), "each family stands together: {families:?}");
    for pair in ids.windows(2).filter(|pair| family(pair[0]) == family(pair[1])) {
        assert!(pair[0] < pair[1], "{} stands before {}", pair[0], pair[1]);
    }
}

#[test]
fn rules_that_have_to_be_are_there() {
    let ids: BTreeSet<&str> = catalogue().map(|rule| rule.id()).collect();
    let missing: Vec<&str> = REQUIRED.split_whitespace().filter(|id| !ids.contains(id)).collect();
    assert!(missing.is_empty(), "{missing:?}");
    assert_eq!(REQUIRED.split_whitespace().count(), 143);
}

#[test]
fn rules_explain_themselves() {
    for rule in catalogue() {
        let (family, number) = rule.id().split_once('-').unwrap();
        assert!(
            (3..=4).contains(&family.len()) && family.bytes().all(|b| b.is_ascii_uppercase()),
            "{rule}"
        );
        assert!(number.len() == 3 && number.bytes().all(|b| b.is_ascii_digit()), "{rule}");
        assert!(!rule.summary().starts_with(char::is_lowercase), "{rule}");
        assert!(!rule.summary().ends_with('.') && !rule.summary().contains('\n'), "{rule}");
        assert!(rule.explanation().ends_with('.'), "{rule}");
        assert!(!rule.explanation().contains("  "), "{rule}: a broken line");
        assert_eq!(rule.to_string(), format!("{}: {}", rule.id(), rule.summary()));
    }
}

#[test]
fn rules_of_values_are_enforced_on_reading() {
    let on_reading: Vec<&str> =
        catalogue().filter(|rule| rule.stage() == Stage::Reading).map(|rule| rule.id()).collect();
    assert_eq!(on_reading, ON_READING);
    let tables = |date: &str, quantity: &str| {
        format!(
            r#"{{ "netpolity": 1, "people": [ {{ "id": "a", "names": [ {{ "text": "A", "span": "{date}" }} ] }} ],
                 "statements": [ {{ "id": "a", "act": "data-claim",
                   "claims": [ {{ "indicator": "websites", "subject": "CHN", "quantity": "{quantity}" }} ] }} ] }}"#
        )
    };
    assert!(Dataset::from_json(&tables("2013-02-28", "5")).is_ok());
    for (rule, date, quantity) in [
        ("DAT-001", "2013-02-30", "5"),
        ("DAT-002", "2014/2013", "5"),
        ("DAT-007", "09/10/13", "5"),
        ("QTY-001", "2013", "20-1"),
        ("QTY-002", "2013", "-5"),
    ] {
        let error = Dataset::from_json(&tables(date, quantity)).unwrap_err();
        assert_eq!(error.rule(), Some(rule), "{error}");
        assert!(error.to_string().ends_with(&format!("[{rule}]")), "{error}");
    }
}

#[test]
fn severities_are_switched_by_id() {
    let dataset = dangling(1);
    let severity = |profile: &Profile| {
        let report = report(&dataset, profile);
        report.of_rule("REF-001").next().map(Finding::severity)
    };
    let default = catalogue().find(|rule| rule.id() == "REF-001").unwrap().severity();
    assert_eq!(severity(&Profile::default()), Some(default));
    for changed in Severity::ALL {
        let profile = Profile::default().with_severity("REF-001", *changed);
        assert_eq!(severity(&profile), Some(*changed));
        let report = report(&dataset, &profile);
        assert_eq!(report.has_errors(), *changed == Severity::Error);
        assert_eq!(
            report.total(*changed),
            report
                .counts()
                .iter()
                .filter(|count| count.severity() == *changed)
                .map(Count::found)
                .sum::<usize>()
        );
    }
    let off = Profile::default().without("REF-001");
    assert_eq!(severity(&off), None);
    assert_eq!(report(&dataset, &off).count_of("REF-001"), 0);
    // The last word holds.
    assert_eq!(severity(&off.with_severity("REF-001", Severity::Info)), Some(Severity::Info));
    // A rule that is not there changes nothing.
    let other = Profile::default().without("REF-999");
    assert_eq!(report(&dataset, &other), report(&dataset, &Profile::default()));
}

#[test]
fn every_rule_can_be_switched_off() {
    let profile = catalogue().fold(Profile::default(), |profile, rule| profile.without(rule.id()));
    let report = report(&dangling(3), &profile);
    assert!(report.is_clean() && report.findings().is_empty() && report.counts().is_empty());
}

const TITLE: Rule = Rule::new(
    "OWN-001",
    Severity::Warning,
    "Sources have a title",
    "Our library lists them by it.",
);

/// An own check that carries a table with it.
fn with_titles(ignored: Arc<BTreeSet<String>>) -> Profile {
    Profile::default().with_check(move |dataset: &Dataset, limits: &Limits, sink: &mut Sink| {
        assert_eq!(limits, &Limits::default());
        for source in dataset.sources() {
            if source.title.is_none() && !ignored.contains(source.id.as_str()) {
                sink.report(TITLE, || {
                    Detail::new(Path::record("sources", &source.id).field("title"), "no title")
                        .help("add `title`")
                        .param("source", source.id.as_str())
                        .param("numbers", vec![1_i64, 2])
                        .see(Path::of_table("sources"))
                });
            }
        }
    })
}

#[test]
fn own_rules_run_beside_those_of_the_catalogue() {
    let dataset = read(
        r#""sources": [ { "id": "a", "kind": "blog" }, { "id": "b", "kind": "blog" } ],
           "posts": [ { "id": "p", "agency": "missing" } ]"#,
    );
    let profile = with_titles(Arc::new(BTreeSet::from(["a".to_owned()])));
    let report_with = report(&dataset, &profile);
    let finding = report_with.of_rule("OWN-001").next().unwrap();
    assert_eq!(finding.path().as_str(), "sources[b].title");
    assert_eq!((finding.message(), finding.help()), ("no title", Some("add `title`")));
    assert_eq!(finding.param("source"), Some(&Param::from("b")));
    assert_eq!(report_with.count_of("OWN-001"), 1);
    assert_eq!(report_with.count_of("REF-001"), 1);
    // They are switched like any other, and the rest is what it was.
    let without = report(&dataset, &profile.clone().without("OWN-001"));
    assert_eq!(without, report(&dataset, &Profile::default()));
    let heavy = report(&dataset, &profile.with_severity("OWN-001", Severity::Error));
    assert_eq!(heavy.of_rule("OWN-001").next().unwrap().severity(), Severity::Error);
    // Heaviest first, then by rule.
    assert!(
        heavy.findings().is_sorted_by_key(|finding| (
            std::cmp::Reverse(finding.severity()),
            finding.rule().id()
        ))
    );
}

#[test]
fn reports_have_a_stable_json_shape() {
    let dataset = read(r#""sources": [ { "id": "a", "kind": "blog" } ]"#);
    let only_own =
        catalogue().fold(with_titles(Arc::default()), |profile, rule| profile.without(rule.id()));
    let json = serde_json::to_string(&report(&dataset, &only_own)).unwrap();
    assert_eq!(
        json,
        concat!(
            r#"{"as_of":"2026-01-01","errors":0,"warnings":1,"infos":0,"counts":{"OWN-001":1},"findings":["#,
            r#"{"rule":"OWN-001","severity":"warning","path":"sources[a].title","message":"no title","#,
            r#""help":"add `title`","params":{"source":"a","numbers":[1,2]},"related":["sources"]}]}"#
        )
    );
    let clean = serde_json::to_string(&report(&Dataset::new(), &Profile::default())).unwrap();
    assert_eq!(
        clean,
        r#"{"as_of":"2026-01-01","errors":0,"warnings":0,"infos":0,"counts":{},"findings":[]}"#
    );
}

#[test]
fn json_and_text_count_the_same() {
    let report = report(&dangling(7), &Profile::default());
    let json = serde_json::to_value(&report).unwrap();
    let counts: BTreeMap<String, usize> = serde_json::from_value(json["counts"].clone()).unwrap();
    assert_eq!(counts.values().sum::<usize>(), report.findings().len());
    assert_eq!(json["findings"].as_array().unwrap().len(), report.findings().len());
    for (key, severity) in
        [("errors", Severity::Error), ("warnings", Severity::Warning), ("infos", Severity::Info)]
    {
        assert_eq!(json[key], report.total(severity));
    }
    let text = report.to_string();
    assert_eq!(text.matches("[REF-001]: ").count(), report.count_of("REF-001"));
    assert!(text.contains("\n  --> posts[p0].agency\n"), "{text}");
    assert!(text.contains("as of 2026-01-01: 7 errors, "), "{text}");
}

#[test]
fn what_is_kept_is_capped_and_what_is_counted_is_not() {
    let dataset = dangling(25);
    for keep in [0, 1, 10, 25, 100] {
        let mut limits = Limits::default();
        limits.keep = keep;
        let report = report(&dataset, &Profile::new(limits));
        let count = report.counts().iter().find(|count| count.rule().id() == "REF-001").unwrap();
        assert_eq!((count.found(), count.kept()), (25, keep.min(25)));
        assert_eq!(report.of_rule("REF-001").count(), keep.min(25));
        assert_eq!(report.count_of("REF-001"), 25);
        assert_eq!(report.total(Severity::Error), 25);
        assert!(report.has_errors());
        // The first ones are kept, in the order of the dataset.
        let paths: Vec<&str> =
            report.of_rule("REF-001").map(|finding| finding.path().as_str()).collect();
        assert!(paths.iter().enumerate().all(|(i, path)| *path == format!("posts[p{i}].agency")));
        assert_eq!(
            report.to_string().contains("further findings are counted but not listed"),
            keep < 25
        );
    }
}

#[test]
fn validating_twice_gives_equal_reports_and_changes_nothing() {
    for dataset in [Dataset::from_json(SAMPLE).unwrap(), dangling(3), Dataset::new()] {
        let before = dataset.clone();
        let profile = Profile::default();
        let (first, second) = (report(&dataset, &profile), report(&dataset, &profile));
        assert_eq!(first, second);
        assert_eq!(first.to_string(), second.to_string());
        assert_eq!(dataset, before);
        // A copy that went through a file gives the same findings.
        let stored = Dataset::from_json(&dataset.to_json()).unwrap();
        assert_eq!(report(&stored, &profile), first);
    }
}

#[test]
fn findings_point_into_the_dataset() {
    let dataset = Dataset::from_json(include_str!("../fixtures/with-errors.json")).unwrap();
    let report = report(&dataset, &Profile::default());
    assert!(report.has_errors());
    let ids: BTreeSet<&str> = catalogue().map(|rule| rule.id()).collect();
    for finding in report.findings() {
        assert!(ids.contains(finding.rule().id()), "{finding}");
        assert!(crate::malformed::TABLES.contains(&finding.path().table()), "{finding}");
        assert!(!finding.message().is_empty() && !finding.message().ends_with('.'), "{finding}");
    }
}

/// An event on two days of 2013.
fn event(status: &str) -> Dataset {
    read(&format!(
        r#""events": [ {{ "id": "a", "kind": "summit", "status": "{status}", "sittings": [ {{ "span": "2013-09-09/2013-09-10" }} ] }} ]"#
    ))
}

#[test]
fn what_lies_in_the_future_depends_on_the_date() {
    let found = |status: &str, as_of: &str| {
        report_as_of(&event(status), &Profile::default(), as_of).count_of("EVT-006")
    };
    assert_eq!(found("held", "2013-09-08"), 1);
    assert_eq!(found("held", "2013-09-09"), 0);
    assert_eq!(found("held", "2013-09-10"), 0);
    for status in ["planned", "confirmed", "cancelled", "postponed"] {
        assert_eq!(found(status, "2013-09-08"), 0, "{status}");
    }
    // Some day of the month: on its first day it may already have been held.
    let month = read(
        r#""events": [ { "id": "a", "kind": "summit", "sittings": [ { "span": "2013-09" } ] } ]"#,
    );
    let count = |as_of: &str| report_as_of(&month, &Profile::default(), as_of).count_of("EVT-006");
    assert_eq!((count("2013-08-31"), count("2013-09-01")), (1, 0));
}

#[test]
fn what_is_stale_depends_on_the_date_and_the_limit() {
    let found = |status: &str, profile: &Profile, as_of: &str| {
        report_as_of(&event(status), profile, as_of).count_of("EVT-007")
    };
    let default = Profile::default();
    // Ninety days after 10 September is 9 December.
    for status in ["planned", "confirmed"] {
        assert_eq!(found(status, &default, "2013-09-11"), 0);
        assert_eq!(found(status, &default, "2013-12-09"), 0);
        assert_eq!(found(status, &default, "2013-12-10"), 1);
    }
    for status in ["held", "cancelled", "postponed", "unverified"] {
        assert_eq!(found(status, &default, "2020-01-01"), 0, "{status}");
    }
    let mut limits = Limits::default();
    limits.planned_grace = 0;
    let strict = Profile::new(limits);
    assert_eq!(found("planned", &strict, "2013-09-10"), 0);
    assert_eq!(found("planned", &strict, "2013-09-11"), 1);
}
