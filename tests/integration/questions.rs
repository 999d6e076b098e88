//! Questions across tables, of the embedded roundtable.

use chrono::NaiveDate;
use netpolity::catalogue::roundtable_2013;
use netpolity::dataset::{Because, Occurrence, RecordChange, TenureStatus, Turn};
use netpolity::statement::{Act, ActClass};
use netpolity::time::Tri;
use netpolity::{Dataset, PartialDate};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn date(text: &str) -> PartialDate {
    text.parse().unwrap()
}

#[test]
fn the_digital_functions_of_the_culture_department_went_to_a_new_one() {
    let data = roundtable_2013();
    let dcms = &data.agency("dcms").unwrap().id;
    let heirs = data.heirs_of(dcms, &"digital-policy".parse().unwrap());
    let [heir] = heirs.as_slice() else { panic!("{heirs:?}") };
    assert_eq!((heir.agency.as_str(), heir.inherits), ("dsit", Tri::Yes));
    assert_eq!(heir.steps[0].change.date, date("2023-02-07"));
    // The rest stayed: no change says that culture moved.
    let kept = data.heirs_of(dcms, &"culture".parse().unwrap());
    assert_eq!((kept[0].agency.as_str(), kept[0].inherits), ("dcms", Tri::Yes));

    let lineage = data.lineage_of(dcms);
    let dates: Vec<String> =
        lineage.after.iter().map(|step| step.change.date.to_string()).collect();
    // Three names, then the functions; that DSIT was founded out of it is the same step, told from the other side.
    assert_eq!(dates, ["1997-07-14", "2017-07-03", "2023-02-07", "2023-02-07"]);
    let dsit = data.lineage_of(&"dsit".parse().unwrap());
    assert!(dsit.before.iter().all(|step| step.from == "dcms"));
    assert_eq!(dsit.after, []);
}

#[test]
fn names_of_any_date_and_language_find_the_body() {
    let data = roundtable_2013();
    for (name, when, id) in [
        ("国家互联网信息办公室", "2013-09-09", "siio"),
        ("Cyberspace Administration of China", "2015-10-19", "siio"),
        ("State Internet Information Office", "2017", "siio"), // still in press use then
        ("the Department for Culture, Media & Sport", "2013-09-09", "dcms"),
        ("Department of National Heritage", "1995", "dcms"),
        ("SIIO", "2013-09-09", "siio"),
        ("CAC", "2015", "siio"),
        ("CAC", "2012", "NONE"),
        ("Ministry of Magic", "2013", "NONE"),
    ] {
        assert_eq!(data.agencies_named(name, date(when)).to_string(), id, "{name} in {when}");
    }
    for (name, id) in [
        ("Lu Wei", "lu-wei"),
        ("鲁炜", "lu-wei"),
        ("埃德·韦泽", "ed-vaizey"),
        ("Vaizey, Ed", "ed-vaizey"),
        ("Lord Mervyn Davies", "mervyn-davies"),
        ("Sir William Ehrman", "william-ehrman"),
        ("Wei", "NONE"),
    ] {
        assert_eq!(data.people_named(name, date("2013-09-09")).to_string(), id, "{name}");
    }
}

#[test]
fn nobody_is_said_to_be_in_office_because_an_end_is_missing() {
    let data = roundtable_2013();
    let status = |tenure: &str, as_of: &str| {
        let state = data.status_of(data.tenure(tenure).unwrap(), day(as_of));
        assert_eq!(state.because, Because::Dates);
        state.status
    };
    assert_eq!(status("lu-siio", "2013-09-09"), TenureStatus::Current);
    assert_eq!(status("lu-siio", "2016-07-20"), TenureStatus::Ended);
    assert_eq!(status("lu-siio", "2013-03-31"), TenureStatus::NotStarted);
    assert_eq!(status("lu-siio", "2013-04-15"), TenureStatus::Unknown);
    assert_eq!(status("miller-dcms", "2013-09-09"), TenureStatus::Unknown);
    assert_eq!(status("liu-uk", "2018-01-31"), TenureStatus::Current);
    assert_eq!(status("liu-uk", "2020-01-01"), TenureStatus::Unknown);
}

#[test]
fn the_head_of_the_office_was_on_record_but_for_two_years() {
    let data = roundtable_2013();
    let head = &data.post("siio-head").unwrap().id;
    let vacancies = data.vacancies_of(head, day("2011-06-01"), day("2018-07-31"));
    let certain: Vec<_> = vacancies.iter().filter(|v| v.is_certain() == Tri::Yes).collect();
    // The dataset has nobody between the removal of the one and the announcement of another; the field knows Xu Lin.
    let [gap] = certain.as_slice() else { panic!("{certain:?}") };
    assert_eq!((gap.first, gap.last), (day("2016-07-20"), day("2018-06-30")));
    assert_eq!(gap.after.unwrap().person, "lu-wei");
    assert_eq!(gap.before.unwrap().person, "zhuang-rongwen");
    // At the hand-over of 2013, known to the month, the post may have been empty.
    let first = &vacancies[0];
    assert_eq!((first.first, first.last), (day("2013-04-02"), day("2013-04-29")));
}

#[test]
fn the_timeline_of_2013_has_what_happened_that_year() {
    let data = roundtable_2013();
    let of_2013 = data.timeline_between(day("2013-01-01"), day("2013-12-31"));
    assert!(of_2013.is_sorted_by_key(|dated| dated.date));
    let count = |is: fn(&Occurrence<'_>) -> bool| of_2013.iter().filter(|d| is(&d.what)).count();
    assert_eq!(
        count(|what| matches!(what, Occurrence::Sitting(event, _) if event.id == "china-uk-5")),
        1
    );
    let took_office = |what: &Occurrence<'_>| matches!(what, Occurrence::Tenure(t, Turn::Start) if t.person == "lu-wei");
    assert_eq!(count(took_office), 2);
    let whole = data.timeline();
    assert_eq!(of_2013, whole.into_iter().filter(|d| d.date.year() == 2013).collect::<Vec<_>>());
}

#[test]
fn statements_are_narrowed_down_by_principal_post_source_and_class() {
    let data = roundtable_2013();
    let china = "country:CHN".parse().unwrap();
    let for_china: Vec<_> = data.statements().on_behalf_of(&china).collect();
    assert!(for_china.iter().any(|s| s.id == "lu-opposes-attacks"));
    assert!(for_china.iter().all(|s| s.speakers.iter().any(|s| s.on_behalf_of.contains(&china))));

    let head = &data.post("siio-head").unwrap().id;
    let as_head = data.statements().in_post(head);
    assert!(as_head.clone().count() > 5);
    let calls = as_head.of_class(ActClass::Directive).doing(Act::Call);
    assert!(calls.clone().any(|s| s.id == "lu-un-framework") && calls.count() >= 2);
    let printed = data.statements().printed_as("minister of the state internet information office");
    assert_eq!(printed.map(|s| s.id.as_str()).collect::<Vec<_>>(), ["lu-un-framework"]);

    let second = &data.source("cd-second").unwrap().id;
    let roundtable = &data.event("china-uk-5").unwrap().id;
    let cited = data.statements().citing(second).during(roundtable).count();
    assert_eq!(cited, data.statements().citing(second).at(roundtable).count());
    assert!(cited > 5);
}

#[test]
fn the_catalogue_merges_with_itself_and_differs_from_a_corrected_copy() {
    let data = roundtable_2013();
    assert_eq!(&data.clone().merge(data.clone()).unwrap(), data);
    let mut corrected = data.clone();
    let dcms = corrected.agencies_mut().iter_mut().find(|agency| agency.id == "dcms").unwrap();
    dcms.country = None;
    assert_eq!(data.diff(&corrected).to_string(), "agencies[dcms].country: \"GBR\" -> nothing");
    let error = data.clone().merge(corrected).unwrap_err();
    assert_eq!(error.conflicts()[0].fields[0].field, "country");
    let gone = data.diff(&Dataset::new());
    assert!(gone.records.iter().all(|record| record.change == RecordChange::Removed));
    let of = |table: &str| gone.records.iter().filter(|record| record.table == table).count();
    assert_eq!(
        (of("agencies"), of("statements")),
        (data.agencies().len(), data.statements().count())
    );
}
