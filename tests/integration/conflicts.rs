//! Where sources of this field disagree: each known case, and what the dataset has to say of it.
//!
//! F1 and so on are the numbers under which the cases were collected. Dates, places and figures are those of the sources.

use netpolity::Dataset;
#[cfg(feature = "catalogue")]
use netpolity::event::Event;
use netpolity::event::{EventFact, Headcount};
use netpolity::quantity::{Interval, Tolerance};
use netpolity::source::{Agreement, DateKind, Explanation};
#[cfg(feature = "catalogue")]
use netpolity::validate::Profile;

fn dataset(tables: &str) -> Dataset {
    Dataset::from_json(&format!("{{ \"netpolity\": 1, {tables} }}")).unwrap()
}

/// How each attestation of the only event stands to it.
fn of_event(dataset: &Dataset, id: &str) -> Vec<Agreement> {
    let event = dataset.event(id).unwrap();
    event.attests.iter().map(|a| dataset.agreement(event, a, &Tolerance::default())).collect()
}

const fn explained(why: Explanation) -> Agreement {
    Agreement::Explained(why)
}

#[test]
fn f1_the_host_of_roundtable_5_has_two_nameplates() {
    let data = dataset(
        r#""agencies": [ { "id": "scio", "kind": "information-office" }, { "id": "dcms", "kind": "ministry" },
             { "id": "siio", "kind": "information-office", "relations": [ { "kind": "nameplate-of", "to": "scio", "span": "2011-05/2014" } ] } ],
           "events": [ { "id": "e", "kind": "roundtable", "sittings": [ { "span": "2013-09-09" } ],
             "attests": [ { "says": { "hosts": [ "agency:siio", "agency:dcms" ] }, "cite": "a" },
                          { "says": { "hosts": [ "agency:scio", "agency:dcms" ] }, "cite": "b" } ] } ]"#,
    );
    // Neither is the record's own, which names no host: the two sources are compared with each other.
    let event = data.event("e").unwrap();
    let [a, b] = &event.attests[..] else { panic!() };
    let between = data.agreement_between(event, a, b, &Tolerance::default());
    assert_eq!(between, Some(explained(Explanation::Nameplate)));
}

#[test]
fn f2_the_date_of_the_first_gccs_was_copied_from_the_fifth() {
    let data = dataset(
        r#""event_series": [ { "id": "gccs" } ], "events": [
             { "id": "gccs-1", "kind": "conference", "series": "gccs", "edition": 1, "sittings": [ { "span": "2011-11-01/2011-11-02" } ],
               "attests": [ { "says": { "span": "2011-11-23/2011-11-24" }, "cite": "wiki" } ] },
             { "id": "gccs-2", "kind": "conference", "series": "gccs", "edition": 2, "sittings": [ { "span": "2012-10-04/2012-10-05" } ] },
             { "id": "gccs-5", "kind": "conference", "series": "gccs", "edition": 5, "sittings": [ { "span": "2017-11-23/2017-11-24" } ] } ]"#,
    );
    assert_eq!(of_event(&data, "gccs-1"), [Agreement::Contradicts]);
    let first = data.event("gccs-1").unwrap();
    let EventFact::Span(said) = &first.attests[0].says else { panic!() };
    assert_eq!(data.edition_on_same_days(first, said).unwrap().id, "gccs-5");
    assert!(data.edition_on_same_days(first, &"2011-11-23/2011-11-25".parse().unwrap()).is_none());
}

#[test]
fn f4_netmundial_is_compatible_once_the_categories_are_named() {
    let compare = |one: &str, other: &str| {
        let data = dataset(&format!(
            r#""events": [ {{ "id": "e", "kind": "conference", "headcounts": [ {one} ],
                 "attests": [ {{ "says": {{ "headcount": {other} }}, "cite": "a" }} ] }} ]"#
        ));
        of_event(&data, "e")[0]
    };
    // Both as totals they cannot be true; as people in the room and people in all they can.
    assert_eq!(compare(r#""1480""#, r#""930""#), Agreement::Contradicts);
    let (total, on_site) = (r#"{ "count": "1480" }"#, r#"{ "count": "930", "of": "on-site" }"#);
    assert_eq!(compare(total, on_site), Agreement::Compatible);
    let over = r#"{ "count": "more than 900", "of": "on-site" }"#;
    assert_eq!(compare(on_site, over), Agreement::Refines);
}

#[test]
fn f5_almost_100_and_90_odd_meet_between_90_and_100() {
    let data = dataset(
        r#""events": [ { "id": "e", "kind": "roundtable", "headcounts": [ "almost 100" ],
             "attests": [ { "says": { "headcount": "90-odd" }, "cite": "a" } ] } ]"#,
    );
    assert_eq!(of_event(&data, "e"), [Agreement::Compatible]);
    let event = data.event("e").unwrap();
    let EventFact::Headcount(said) = &event.attests[0].says else { panic!() };
    let interval = |count: &Headcount| count.count.interval(&Tolerance::default()).unwrap();
    let both = interval(&event.headcounts[0]).intersect(&interval(said)).unwrap();
    assert_eq!(both, "(90, 100)".parse::<Interval>().unwrap());
}

#[test]
fn f7_the_regulator_was_founded_on_one_of_two_days() {
    let compare = |kind: &str| {
        let data = dataset(&format!(
            r#""agencies": [ {{ "id": "siio", "kind": "information-office", "span": "2011-05-04/..",
                 "attests": [ {{ "says": {{ "start": "2011-05-05" }}, {kind} "cite": "wiki" }} ] }} ]"#
        ));
        let siio = data.agency("siio").unwrap();
        data.agreement(siio, &siio.attests[0], &Tolerance::default())
    };
    assert_eq!(compare(""), Agreement::Contradicts);
    let announced = explained(Explanation::DateKind(DateKind::Announced));
    assert_eq!(compare(r#""kind": "announced","#), announced);
}

const LU_WEI: &str = r#""people": [ { "id": "lu-wei" } ],
    "posts": [ { "id": "siio-head", "agency": "siio" }, { "id": "office-head", "agency": "ccac" } ],
    "tenures": [
      { "id": "state", "person": "lu-wei", "post": "siio-head", "span": "2013-04/2016-07-19",
        "attests": [ { "says": { "start": "2013-05-10" }, "kind": "reported", "cite": "a" },
                     { "says": { "end": "2016-06-29" }, "cite": "b" } ] },
      { "id": "party", "person": "lu-wei", "post": "office-head", "span": "2014/2016-06-29" } ]"#;

#[test]
fn f8_an_appointment_is_reported_after_it_took_effect() {
    let data = dataset(LU_WEI);
    let tenure = data.tenure("state").unwrap();
    let agreement = data.agreement(tenure, &tenure.attests[0], &Tolerance::default());
    assert_eq!(agreement, explained(Explanation::DateKind(DateKind::Reported)));
}

#[test]
fn f9_two_ends_are_those_of_two_offices() {
    let data = dataset(LU_WEI);
    let tenure = data.tenure("state").unwrap();
    let agreement = data.agreement(tenure, &tenure.attests[1], &Tolerance::default());
    assert_eq!(agreement, explained(Explanation::OtherOffice));
    // Without the other office it is a contradiction.
    let mut data = data;
    data.tenures_mut().pop();
    let tenure = data.tenure("state").unwrap();
    let agreement = data.agreement(tenure, &tenure.attests[1], &Tolerance::default());
    assert_eq!(agreement, Agreement::Contradicts);
}

#[test]
fn f10_one_page_gives_two_foundations() {
    let data = dataset(
        r#""agencies": [ { "id": "scio", "kind": "information-office", "attests": [
             { "says": { "start": "1991" }, "cite": { "source": "wiki", "locator": "section History" } },
             { "says": { "start": "1980-04-08" }, "cite": { "source": "wiki", "locator": "section box" } } ] } ]"#,
    );
    let scio = data.agency("scio").unwrap();
    let [text, infobox] = &scio.attests[..] else { panic!() };
    let between = data.agreement_between(scio, text, infobox, &Tolerance::default());
    assert_eq!(between, Some(Agreement::Contradicts));
    let comparisons = data.comparisons(&Tolerance::default());
    let last = comparisons.last().unwrap().to_string();
    assert_eq!(last, "agencies[scio].start: 1991 (wiki) and 1980-04-08 (wiki): contradicts");
}

#[test]
fn f11_a_plan_is_no_contradiction_of_what_came_of_it() {
    let data = dataset(
        r#""events": [ { "id": "igf-15", "kind": "forum", "sittings": [ { "span": "2020-11-09/2020-11-17", "mode": "online" } ],
             "plans": [ { "sittings": [ { "span": "2020-11-02/2020-11-06", "city": "Katowice", "country": "POL" } ] } ],
             "attests": [ { "says": { "span": "2020-11-02/2020-11-06" }, "cite": "itu-list" },
                          { "says": { "status": "planned" }, "cite": "itu-list" } ] } ]"#,
    );
    let plan = explained(Explanation::Plan);
    assert_eq!(of_event(&data, "igf-15"), [plan, plan]);
}

#[test]
fn f12_a_state_and_a_city_in_it_refine_each_other() {
    let data = dataset(
        r#""events": [ { "id": "igf-11", "kind": "forum", "sittings": [ { "span": "2016-12-06/2016-12-09", "city": "Guadalajara", "country": "MEX" } ],
             "attests": [ { "says": { "place": { "region": "Jalisco", "country": "MEX" } }, "cite": "itu-list" } ] } ]"#,
    );
    assert_eq!(of_event(&data, "igf-11"), [Agreement::Refines]);
}

#[cfg(feature = "catalogue")]
#[test]
fn f14_an_annual_meeting_has_gaps_of_up_to_770_days() {
    let roundtable = netpolity::catalogue::roundtable_2013();
    let editions = roundtable.editions_of(&"china-uk".parse().unwrap());
    let start = |event: &&Event| roundtable.days_of(event).unwrap().0;
    let gaps: Vec<i64> =
        editions.windows(2).map(|pair| (start(&pair[1]) - start(&pair[0])).num_days()).collect();
    assert_eq!(gaps, [489, 488, 311, 711, 770]);
    let report = roundtable.validate(&Profile::default(), "2016-01-01".parse().unwrap());
    assert_eq!(report.count_of("EVT-005"), 1);
}

#[test]
fn f16_parts_add_up_to_the_whole() {
    let data = dataset(
        r#""events": [ { "id": "gac-dakar", "kind": "public-meeting", "sittings": [ { "span": "2011-10-22/2011-10-27" } ],
             "headcounts": [ { "count": "49", "of": "states" } ] } ]"#,
    );
    let [states] = &data.event("gac-dakar").unwrap().headcounts[..] else { panic!() };
    let parts = Interval::exactly(46).add(&Interval::exactly(3)).unwrap();
    assert_eq!(
        states.count.interval(&Tolerance::default()).unwrap().intersect(&parts),
        Some(parts)
    );
}

#[test]
fn an_opening_on_the_second_day_counts_from_the_ceremony() {
    // IGF 20: the programme begins on 23 June, one report has it open on Tuesday, 24 June.
    let data = dataset(
        r#""events": [ { "id": "igf-20", "kind": "forum", "sittings": [ { "span": "2025-06-23/2025-06-27" } ],
               "attests": [ { "says": { "span": "2025-06-24/2025-06-27" }, "cite": "von" },
                            { "says": { "span": "2025-06-25/2025-06-27" }, "cite": "none" } ] },
             { "id": "opening", "kind": "ceremony", "parent": "igf-20", "sittings": [ { "span": "2025-06-24" } ] } ]"#,
    );
    assert_eq!(of_event(&data, "igf-20"), [explained(Explanation::Part), Agreement::Contradicts]);
}

#[test]
fn a_group_and_its_member_are_one_host_by_membership() {
    let says = |date: &str| {
        let data = dataset(&format!(
            r#""events": [ {{ "id": "e", "kind": "conference", "sittings": [ {{ "span": "{date}" }} ],
                 "participants": [ {{ "actor": "group:eu", "role": "host" }} ],
                 "attests": [ {{ "says": {{ "hosts": [ "country:GBR" ] }}, "cite": "a" }} ] }} ]"#
        ));
        of_event(&data, "e")[0]
    };
    assert_eq!(says("2013-09-09"), explained(Explanation::Member));
    assert_eq!(says("2021-09-09"), Agreement::Contradicts);
}

#[test]
fn a_state_that_spoke_through_its_minister_is_the_principal() {
    let data = dataset(
        r#""statements": [ { "id": "s", "act": "call", "date": "2013-09-09",
             "speakers": [ { "actor": "person:lu-wei", "on_behalf_of": [ "country:CHN" ] } ],
             "attests": [ { "says": { "speakers": [ "country:CHN" ] }, "cite": "a" },
                          { "says": { "speakers": [ "country:GBR" ] }, "cite": "b" } ] } ]"#,
    );
    let statement = data.statement("s").unwrap();
    let says = |i: usize| data.agreement(statement, &statement.attests[i], &Tolerance::default());
    assert_eq!(says(0), explained(Explanation::Principal));
    assert_eq!(says(1), Agreement::Contradicts);
}

#[test]
fn support_counts_independent_roots() {
    let data = dataset(
        r#""sources": [ { "id": "wire", "kind": "wire-report" }, { "id": "a", "kind": "newspaper", "derived_from": "wire" },
             { "id": "b", "kind": "newspaper", "derived_from": "a" }, { "id": "c", "kind": "blog" } ],
           "events": [ { "id": "e", "kind": "forum", "sittings": [ { "span": "2013-09-09" } ], "cites": [ "a", "c" ],
             "attests": [ { "says": { "span": "2013-09-09" }, "cite": "b" }, { "says": { "span": "2013-09-10" }, "cite": "unknown" } ] } ]"#,
    );
    let event = data.event("e").unwrap();
    let support = |i: usize| {
        let support = data.support_for(event, &event.attests[i], &Tolerance::default());
        let ids = |ids: Vec<_>| ids.into_iter().map(ToString::to_string).collect::<Vec<_>>();
        (ids(support.sources), ids(support.roots))
    };
    let texts = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>();
    assert_eq!(support(0), (texts(&["a", "b", "c"]), texts(&["c", "wire"])));
    assert_eq!(support(1), (texts(&["unknown"]), texts(&["unknown"])));
}
