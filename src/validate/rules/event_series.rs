//! EVT: the editions of a series: their numbers, their order, and how often they met.

use chrono::{Datelike, NaiveDate};

use super::days::Days;
use super::event::keeps_its_dates;
use super::{Family, path};
use crate::dataset::Dataset;
use crate::event::{Cadence, Event, EventSeries, EventStatus, SeriesFact};
use crate::finding::{Detail, Rule, Severity, Sink};
use crate::source::Source;
use crate::time::PartialDate;
use crate::validate::Limits;

pub(super) const FAMILY: Family = Family { rules: &[NUMBERED, MISSING, CADENCE], check };

const NUMBERED: Rule = Rule::new(
    "EVT-003",
    Severity::Error,
    "Edition numbers are unique in a series and increase with the date",
    "Two events have the same number, or one certainly starts before another with a lower number. An edition that was \
     cancelled or postponed may share its number with the one that took its place, and its dates are not compared.",
);

const MISSING: Rule = Rule::new(
    "EVT-004",
    Severity::Warning,
    "No edition is missing between two that are known",
    "The numbers of the editions, whatever their status, leave no number out. What came before the first and after the \
     last known one is not asked.",
);

const CADENCE: Rule = Rule::new(
    "EVT-005",
    Severity::Warning,
    "A claimed cadence is borne out by the dates of the editions",
    "A source calls a series annual, and a calendar year between its first edition and the claim has none; biennial, \
     and two years running have none; and so on. The year of the claim does not count, because it was not over. The \
     claim is dated by the publication of its source; without that date, the editions are checked up to the last. \
     Editions count that were held, and those of which that is not settled; one known to the year or coarser counts for \
     every year in which it may have met, one without dates for none. The days between starts are given as far as both \
     are known to the day.",
);

fn check(dataset: &Dataset, _: &Limits, sink: &mut Sink) {
    for series in dataset.event_series() {
        let editions = dataset.editions_of(&series.id);
        numbers(&editions, sink);
        gaps_in_numbers(series, &editions, sink);
        for (i, attestation) in series.attests.iter().enumerate() {
            let SeriesFact::Cadence(cadence) = attestation.says;
            let source = dataset.get(&attestation.cite.source);
            cadence_holds(series, &editions, (i, cadence, source), sink);
        }
    }
}

/// The days of an event, where it has dates.
fn days(event: &Event) -> Option<Days> {
    Days::hull(event.sittings.iter().map(|sitting| &sitting.span))
}

fn numbers(editions: &[&Event], sink: &mut Sink) {
    let mut before: Option<(&Event, u32)> = None;
    let mut latest: Option<(&Event, NaiveDate)> = None;
    for &event in editions {
        let Some(number) = event.edition.filter(|_| keeps_its_dates(event)) else { continue };
        match before {
            Some((other, same)) if same == number => sink.report(NUMBERED, || {
                let message = format!("`{}` is edition {number} too", other.id);
                Detail::new(path(event).field("edition"), message)
                    .help("merge two records of one event, or correct the number")
                    .param("edition", i64::from(number))
                    .see(path(other))
            }),
            _ => before = Some((event, number)),
        }
        let Some(days) = days(event) else { continue };
        if let Some((other, start)) = latest
            && days.last_start < start
        {
            sink.report(NUMBERED, || {
                let lower = other.edition.map(|n| n.to_string()).unwrap_or_default();
                let message = format!(
                    "edition {number} started by {}, before edition {lower}, `{}`, which starts no earlier than {start}",
                    days.last_start, other.id
                );
                Detail::new(path(event).field("edition"), message)
                    .param("edition", i64::from(number))
                    .param("start", days.last_start.to_string())
                    .see(path(other))
            });
        }
        if !days.has_no_start() && latest.is_none_or(|(_, start)| start < days.first_start) {
            latest = Some((event, days.first_start));
        }
    }
}

fn gaps_in_numbers(series: &EventSeries, editions: &[&Event], sink: &mut Sink) {
    let mut numbered = editions.iter().filter_map(|event| Some((*event, event.edition?)));
    let Some(mut last) = numbered.next() else { return };
    for next in numbered {
        let (first, until) = (last.1.saturating_add(1), next.1.saturating_sub(1));
        if first <= until {
            sink.report(MISSING, || {
                let missing = if first == until {
                    format!("edition {first} is")
                } else {
                    format!("editions {first} to {until} are")
                };
                let message =
                    format!("{missing} missing between `{}` and `{}`", last.0.id, next.0.id);
                Detail::new(path(series), message)
                    .help("add what is missing; one that never met has the status `cancelled`")
                    .param("first", i64::from(first))
                    .param("last", i64::from(until))
                    .see(path(last.0))
                    .see(path(next.0))
            });
        }
        last = next;
    }
}

/// When a source was published, where it firmly says so.
fn publication(source: Option<&Source>) -> Option<PartialDate> {
    source?.published.filter(|date| !date.qualifier().is_uncertain())
}

fn cadence_holds(
    series: &EventSeries,
    editions: &[&Event],
    (i, cadence, source): (usize, Cadence, Option<&Source>),
    sink: &mut Sink,
) {
    let claimed = publication(source);
    let last_year = claimed.map(|date| date.earliest().year().saturating_sub(1));
    let empty = empty_years(editions, cadence, last_year);
    if empty.is_empty() {
        return;
    }
    sink.report(CADENCE, || {
        let (gaps, after) = gaps_in_days(editions, claimed);
        let listed = |gaps: &[i64]| gaps.iter().map(i64::to_string).collect::<Vec<_>>().join(", ");
        let mut message =
            format!("`{}` is called {cadence}, but no edition is dated {}", series.id, in_words(&empty));
        if !gaps.is_empty() {
            message = format!("{message}; days from start to start: {}", listed(&gaps));
        }
        if !after.is_empty() {
            let what = if gaps.is_empty() { "days from start to start after the claim" } else { "after the claim" };
            message = format!("{message}; {what}: {}", listed(&after));
        }
        let years: Vec<i64> = empty.iter().flat_map(|(first, last)| i64::from(*first)..=i64::from(*last)).collect();
        let detail = Detail::new(path(series).field("attests").at(i), message)
            .help("the claim is kept as the source makes it; add the editions that are missing, if there were any")
            .param("cadence", cadence.as_str())
            .param("years", years)
            .param("gaps", gaps)
            .param("gaps_after", after);
        match source {
            Some(source) => detail.see(path(source)),
            None => detail,
        }
    });
}

/// The runs of calendar years without an edition that are too long for the cadence: those between the editions and,
/// where it is known up to which year to look, after the last one.
fn empty_years(editions: &[&Event], cadence: Cadence, last_year: Option<i32>) -> Vec<(i32, i32)> {
    let counts =
        |event: &&&Event| matches!(event.status, EventStatus::Held | EventStatus::Unverified);
    let mut met: Vec<(i32, i32)> = editions
        .iter()
        .filter(counts)
        .filter_map(|event| days(event))
        .filter(|days| !days.has_no_start() && days.last_end != NaiveDate::MAX)
        .map(|days| (days.first_start.year(), days.last_end.year()))
        .collect();
    met.sort_unstable();
    let mut empty = Vec::new();
    let Some((_, mut seen)) = met.first().copied() else { return empty };
    let beyond = last_year.map(|year| year.saturating_add(1));
    for (first, last) in met.into_iter().chain(beyond.map(|year| (year, year))) {
        let until = first.saturating_sub(1).min(last_year.unwrap_or(i32::MAX));
        if i64::from(until) - i64::from(seen) >= i64::from(cadence.years()) {
            empty.push((seen.saturating_add(1), until));
        }
        seen = seen.max(last);
    }
    empty
}

/// `2012`, or `2012, 2014 to 2016`.
fn in_words(runs: &[(i32, i32)]) -> String {
    let run = |(first, last): &(i32, i32)| {
        if first == last { first.to_string() } else { format!("{first} to {last}") }
    };
    runs.iter().map(run).collect::<Vec<_>>().join(", ")
}

/// The days from one edition that was held to the next, up to the claim and after it, where both starts are known to
/// the day.
fn gaps_in_days(editions: &[&Event], claimed: Option<PartialDate>) -> (Vec<i64>, Vec<i64>) {
    let held = editions.iter().filter(|event| event.status == EventStatus::Held);
    let mut starts: Vec<Days> =
        held.filter_map(|event| days(event)).filter(|days| !days.has_no_start()).collect();
    starts.sort_by_key(|days| (days.first_start, days.last_start));
    let (mut gaps, mut after) = (Vec::new(), Vec::new());
    for pair in starts.windows(2) {
        let [a, b] = pair else { continue };
        // An edition known to the month only breaks the chain: what lies beside it is not known in days.
        if a.first_start == a.last_start && b.first_start == b.last_start {
            let days = b.first_start.signed_duration_since(a.first_start).num_days();
            let is_after = claimed.is_some_and(|date| b.first_start > date.latest());
            if is_after { after.push(days) } else { gaps.push(days) }
        }
    }
    (gaps, after)
}

#[cfg(test)]
pub(super) const CASES: &[super::cases::Case] = &[
    super::cases::Case {
        rule: "EVT-003",
        fails: r#"{ "event_series": [ { "id": "igf" } ],
                    "events": [ { "id": "a", "kind": "forum", "series": "igf", "edition": 15, "sittings": [ { "span": "2020-11-02/2020-11-06" } ] },
                                { "id": "b", "kind": "forum", "series": "igf", "edition": 15, "sittings": [ { "span": "2020-11" } ] } ] }"#,
        passes: r#"{ "event_series": [ { "id": "igf" } ],
                     "events": [ { "id": "a", "kind": "forum", "series": "igf", "edition": 15, "sittings": [ { "span": "2020-11-02/2020-11-06" } ], "status": "cancelled" },
                                 { "id": "b", "kind": "forum", "series": "igf", "edition": 15, "sittings": [ { "span": "2020-11" } ] } ] }"#,
    },
    super::cases::Case {
        rule: "EVT-003",
        fails: r#"{ "event_series": [ { "id": "china-uk" } ],
                    "events": [ { "id": "a", "kind": "roundtable", "series": "china-uk", "edition": 3, "sittings": [ { "span": "2011-09-29" } ] },
                                { "id": "b", "kind": "roundtable", "series": "china-uk", "edition": 4, "sittings": [ { "span": "2010-11-22" } ] } ] }"#,
        passes: r#"{ "event_series": [ { "id": "china-uk" } ],
                     "events": [ { "id": "a", "kind": "roundtable", "series": "china-uk", "edition": 3, "sittings": [ { "span": "2010-11-22" } ] },
                                 { "id": "b", "kind": "roundtable", "series": "china-uk", "edition": 4, "sittings": [ { "span": "2011-09-29" } ] } ] }"#,
    },
    super::cases::Case {
        rule: "EVT-004",
        fails: r#"{ "event_series": [ { "id": "igf" } ],
                    "events": [ { "id": "a", "kind": "forum", "series": "igf", "edition": 14 },
                                { "id": "b", "kind": "forum", "series": "igf", "edition": 16 } ] }"#,
        passes: r#"{ "event_series": [ { "id": "igf" } ],
                     "events": [ { "id": "a", "kind": "forum", "series": "igf", "edition": 14 },
                                 { "id": "b", "kind": "forum", "series": "igf", "edition": 16 },
                                 { "id": "c", "kind": "forum", "series": "igf", "edition": 15, "status": "postponed" } ] }"#,
    },
    super::cases::Case {
        rule: "EVT-005",
        fails: r#"{ "sources": [ { "id": "daily-1", "kind": "newspaper", "published": "2013-09-09" } ],
                    "event_series": [ { "id": "s", "attests": [ { "says": { "cadence": "annual" }, "cite": "daily-1" } ] } ],
                    "events": [ { "id": "a", "kind": "roundtable", "series": "s", "sittings": [ { "span": "2011-09-29" } ] },
                                { "id": "b", "kind": "roundtable", "series": "s", "sittings": [ { "span": "2013-09-09" } ] } ] }"#,
        passes: r#"{ "sources": [ { "id": "daily-1", "kind": "newspaper", "published": "2013-09-09" } ],
                     "event_series": [ { "id": "s", "attests": [ { "says": { "cadence": "biennial" }, "cite": "daily-1" } ] } ],
                     "events": [ { "id": "a", "kind": "roundtable", "series": "s", "sittings": [ { "span": "2011-09-29" } ] },
                                 { "id": "b", "kind": "roundtable", "series": "s", "sittings": [ { "span": "2013-09-09" } ] } ] }"#,
    },
    super::cases::Case {
        rule: "EVT-005",
        // What comes after the claim refutes nothing.
        fails: r#"{ "sources": [ { "id": "d", "kind": "newspaper", "published": "2013-01-01" } ],
                    "event_series": [ { "id": "s", "attests": [ { "says": { "cadence": "annual" }, "cite": "d" } ] } ],
                    "events": [ { "id": "a", "kind": "roundtable", "series": "s", "sittings": [ { "span": "2011-09-29" } ] },
                                { "id": "b", "kind": "roundtable", "series": "s", "sittings": [ { "span": "2013-09-09" } ] } ] }"#,
        passes: r#"{ "sources": [ { "id": "d", "kind": "newspaper", "published": "2012-12-31" } ],
                     "event_series": [ { "id": "s", "attests": [ { "says": { "cadence": "annual" }, "cite": "d" } ] } ],
                     "events": [ { "id": "a", "kind": "roundtable", "series": "s", "sittings": [ { "span": "2011-09-29" } ] },
                                 { "id": "b", "kind": "roundtable", "series": "s", "sittings": [ { "span": "2013-09-09" } ] } ] }"#,
    },
    super::cases::Case {
        rule: "EVT-005",
        fails: r#"{ "event_series": [ { "id": "s", "attests": [ { "says": { "cadence": "annual" }, "cite": "d" } ] } ],
                    "events": [ { "id": "a", "kind": "roundtable", "series": "s", "sittings": [ { "span": "2011-09-29" } ] },
                                { "id": "b", "kind": "roundtable", "series": "s", "sittings": [ { "span": "2012-05-01" } ], "status": "cancelled" },
                                { "id": "c", "kind": "roundtable", "series": "s", "sittings": [ { "span": "2013-09-09" } ] } ] }"#,
        passes: r#"{ "event_series": [ { "id": "s", "attests": [ { "says": { "cadence": "annual" }, "cite": "d" } ] } ],
                     "events": [ { "id": "a", "kind": "roundtable", "series": "s", "sittings": [ { "span": "2011-09-29" } ] },
                                 { "id": "b", "kind": "roundtable", "series": "s", "sittings": [ { "span": "2012-05-01" } ], "status": "unverified" },
                                 { "id": "c", "kind": "roundtable", "series": "s", "sittings": [ { "span": "2013-09-09" } ] } ] }"#,
    },
];

#[cfg(test)]
mod tests {
    use crate::Dataset;
    use crate::finding::{Param, Report};
    use crate::validate::Profile;

    /// A series whose editions met at these dates, called by that cadence in a source published then.
    fn report(cadence: &str, published: Option<&str>, spans: &[&str]) -> Report {
        let published =
            published.map_or(String::new(), |date| format!(r#", "published": "{date}""#));
        let editions: Vec<String> = (1..)
            .zip(spans)
            .map(|(n, span)| {
                format!(
                    r#"{{ "id": "e{n}", "kind": "forum", "series": "china-uk", "edition": {n}, "sittings": [ {{ "span": "{span}" }} ] }}"#
                )
            })
            .collect();
        let json = format!(
            r#"{{ "netpolity": 1, "sources": [ {{ "id": "daily-1", "kind": "newspaper"{published} }} ],
                  "event_series": [ {{ "id": "china-uk", "attests": [ {{ "says": {{ "cadence": "{cadence}" }}, "cite": "daily-1" }} ] }} ],
                  "events": [ {} ] }}"#,
            editions.join(", ")
        );
        Dataset::from_json(&json)
            .unwrap()
            .validate(&Profile::default(), "2026-01-01".parse().unwrap())
    }

    const ROUNDTABLES: [&str; 6] = [
        "2008-03-20",
        "2009-07-22/2009-07-23",
        "2010-11-22",
        "2011-09-29",
        "2013-09-09",
        "2015-10-19",
    ];

    #[test]
    fn the_roundtable_was_not_annual() {
        let report = report("annual", Some("2013-09-09"), &ROUNDTABLES);
        assert_eq!(report.count_of("EVT-005"), 1);
        let finding = report.of_rule("EVT-005").next().unwrap();
        assert_eq!(finding.path().as_str(), "event_series[china-uk].attests[0]");
        assert_eq!(
            finding.message(),
            "`china-uk` is called annual, but no edition is dated 2012; days from start to start: 489, 488, 311, 711; \
             after the claim: 770"
        );
        let numbers = |numbers: &[i64]| Some(Param::from(numbers.to_vec()));
        assert_eq!(finding.param("years").cloned(), numbers(&[2012]));
        assert_eq!(finding.param("gaps").cloned(), numbers(&[489, 488, 311, 711]));
        assert_eq!(finding.param("gaps_after").cloned(), numbers(&[770]));
        assert_eq!(finding.related()[0].as_str(), "sources[daily-1]");
    }

    #[test]
    fn without_a_date_of_the_claim_all_editions_count() {
        let report = report("annual", None, &ROUNDTABLES);
        let finding = report.of_rule("EVT-005").next().unwrap();
        assert_eq!(
            finding.message(),
            "`china-uk` is called annual, but no edition is dated 2012, 2014; days from start to start: 489, 488, 311, \
             711, 770"
        );
    }

    #[test]
    fn the_roundtable_was_biennial() {
        assert_eq!(report("biennial", None, &ROUNDTABLES).count_of("EVT-005"), 0);
        // The years from the last known edition to the claim count: 2016 and 2017.
        assert_eq!(report("biennial", Some("2018-01-01"), &ROUNDTABLES).count_of("EVT-005"), 1);
        assert_eq!(report("biennial", Some("2017-12-31"), &ROUNDTABLES).count_of("EVT-005"), 0);
    }

    #[test]
    fn one_edition_dated_too_late_does_not_hide_the_next() {
        // The second is a slip; the third and the fourth both start before it.
        let report = report("annual", None, &["2008", "2018-07-22", "2010-11-22", "2011-09-29"]);
        let paths: Vec<&str> =
            report.of_rule("EVT-003").map(|finding| finding.path().as_str()).collect();
        assert_eq!(paths, ["events[e3].edition", "events[e4].edition"]);
    }

    #[test]
    fn the_forum_met_every_year() {
        let years = [
            "2006-10-30/2006-11-02",
            "2007-11-12/2007-11-15",
            "2008-12-03/2008-12-06",
            "2009-11-15/2009-11-18",
            "2010-09-14/2010-09-17",
            "2011-09-27/2011-09-30",
            "2012-11-06/2012-11-09",
            "2013-10-22/2013-10-25",
            "2014-09-02/2014-09-05",
            "2015-11-10/2015-11-13",
            "2016-12-06/2016-12-09",
            "2017-12-18/2017-12-21",
            "2018-11-12/2018-11-14",
            "2019-11-25/2019-11-29",
            "2020-11",
            "2021-12-06/2021-12-10",
            "2022-11-28/2022-12-02",
            "2023-10-08/2023-10-12",
            "2024-12-15/2024-12-19",
            "2025-06-23/2025-06-27",
        ];
        let report = report("annual", Some("2026-01-01"), &years);
        for rule in ["EVT-003", "EVT-004", "EVT-005"] {
            assert_eq!(report.count_of(rule), 0, "{rule}");
        }
    }

    #[test]
    fn an_edition_known_to_the_month_breaks_the_chain_of_days() {
        let report = report("annual", None, &["2008-03-20", "2009-07", "2010-11-22", "2013-09-09"]);
        let finding = report.of_rule("EVT-005").next().unwrap();
        assert_eq!(
            finding.message(),
            "`china-uk` is called annual, but no edition is dated 2011 to 2012; days from start to start: 1022"
        );
    }

    #[test]
    fn an_edition_of_an_uncertain_year_may_fill_either() {
        assert_eq!(
            report("annual", None, &["2010-05-01", "2011-12/2012-01", "2013"]).count_of("EVT-005"),
            0
        );
        assert_eq!(report("annual", None, &["2010-05-01", "2012~", "2014"]).count_of("EVT-005"), 0);
        assert_eq!(report("annual", None, &["2010-05-01", "2012", "2013"]).count_of("EVT-005"), 1);
    }

    #[test]
    fn several_missing_editions_are_one_finding() {
        let report = Dataset::from_json(
            r#"{ "netpolity": 1, "event_series": [ { "id": "s" } ], "events": [
                 { "id": "a", "kind": "forum", "series": "s", "edition": 2 },
                 { "id": "b", "kind": "forum", "series": "s", "edition": 4294967295 } ] }"#,
        )
        .unwrap()
        .validate(&Profile::default(), "2026-01-01".parse().unwrap());
        let finding = report.of_rule("EVT-004").next().unwrap();
        assert_eq!(finding.path().as_str(), "event_series[s]");
        assert_eq!(finding.message(), "editions 3 to 4294967294 are missing between `a` and `b`");
    }
}
