//! Real records of people, posts, departments and statements, made into datasets and asked what they are known to hold.
//!
//! The files are not part of the crate. Without the folder with them, each test prints a line and passes.

#![allow(clippy::print_stdout)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use netpolity::actor::{
    Actor, Agency, AgencyKind, Change, ChangeKind, Person, Post, PostRank, StakeholderGroup, Tenure,
};
use netpolity::country::resolve;
use netpolity::event::{Counted, Event, EventFact, EventKind, Headcount};
use netpolity::id::Id;
use netpolity::name::{Name, NameKind};
use netpolity::quantity::{Decimal, Interval, Tolerance};
use netpolity::source::{Agreement, Attestation, Cite};
use netpolity::statement::{Act, Alignment, Speaker, Statement};
use netpolity::time::{Bound, Tri};
use netpolity::validate::{Limits, Profile};
use netpolity::{Country, Dataset, Group, PartialDate, Span};

use crate::un_list::folder;

type Row = BTreeMap<String, String>;

/// The rows of a table, by the names of its columns.
fn table(file: &str, delimiter: u8) -> Option<Vec<Row>> {
    let Some(folder) = folder() else {
        println!("skipped: no folder with {file}");
        return None;
    };
    let text = fs::read(folder.join(file)).unwrap();
    let text = text.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&text);
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(text);
    Some(reader.deserialize().map(Result::unwrap).collect())
}

fn id<T>(text: &str) -> Id<T> {
    text.parse().unwrap()
}

/// A date, or nothing where the cell is empty: what that means, the table does not say.
fn bound(text: &str) -> Bound {
    if text.is_empty() { Bound::Unknown } else { text.parse().unwrap() }
}

fn on(text: &str) -> PartialDate {
    text.parse().unwrap()
}

/// The database of ministers as a dataset, and the appointments that no span can hold.
struct Ministers {
    dataset: Dataset,
    appointments: Vec<Row>,
    refused: Vec<String>,
}

fn ministers() -> Option<Ministers> {
    let read = |name: &str| table(&format!("uk-ministers/{name}.csv"), b',');
    let mut dataset = Dataset::new();

    let mut agencies: BTreeMap<String, Agency> = BTreeMap::new();
    for row in read("organisation")? {
        let mut agency = Agency::new(id(&row["id"]), AgencyKind::Ministry);
        agency.country = Some(Country::GBR);
        agency.span = Span::new(bound(&row["start_date"]), bound(&row["end_date"])).unwrap();
        let mut short = Name::from(row["short_name"].as_str());
        short.kind = NameKind::Abbreviation;
        agency.names = vec![Name::from(row["name"].as_str()), short];
        agencies.insert(row["id"].clone(), agency);
    }
    for link in read("organisation_link")? {
        let (from, to) = (&link["predecessor_organisation_id"], &link["successor_organisation_id"]);
        let kind = match link["type"].as_str() {
            "Name change" => ChangeKind::Renamed,
            "Merger" => ChangeKind::Merged,
            "Demerger" => ChangeKind::Split,
            _ => ChangeKind::FunctionsMoved,
        };
        // A merger stands with what came of it, everything else with what it came from.
        let (at, other) = if kind == ChangeKind::Merged { (to, from) } else { (from, to) };
        let agency = agencies.get_mut(at).unwrap();
        let date = on(&link["link_start_date"]);
        let known = agency.changes.iter().position(|c| c.kind == kind && c.date == date);
        let place = known.unwrap_or_else(|| {
            agency.changes.push(Change::new(kind, date));
            agency.changes.len() - 1
        });
        let change = &mut agency.changes[place];
        let others = if kind == ChangeKind::Merged { &mut change.from } else { &mut change.to };
        others.push(id(other));
    }
    *dataset.agencies_mut() = agencies.into_values().collect();

    let mut people: BTreeMap<String, Person> = BTreeMap::new();
    for row in read("person")? {
        let person = people.entry(row["id"].clone()).or_insert_with(|| Person::new(id(&row["id"])));
        let mut name = Name::from(row["display_name"].as_str());
        name.span = Span::new(bound(&row["start_date"]), bound(&row["end_date"])).unwrap();
        person.names.push(name);
    }
    *dataset.people_mut() = people.into_values().collect();

    for row in read("post")? {
        let mut post = Post::new(id(&row["id"]), id(&row["organisation_id"]));
        post.names = vec![Name::from(row["name"].as_str())];
        post.seats = Some(1);
        post.rank = match row["rank_equivalence"].as_str() {
            "PM" => Some(PostRank::HeadOfGovernment),
            "SoS" | "DPM" => Some(PostRank::CabinetMinister),
            _ => Some(PostRank::JuniorMinister),
        };
        dataset.posts_mut().push(post);
    }

    let appointments = read("appointment")?;
    let mut refused = Vec::new();
    for row in &appointments {
        let (start, end) = (bound(&row["start_date"]), bound(&row["end_date"]));
        match Span::new(start, end) {
            Ok(span) => {
                let mut tenure = Tenure::new(id(&row["id"]), id(&row["person_id"]));
                tenure.post = Some(id(&row["post_id"]));
                tenure.span = span;
                dataset.tenures_mut().push(tenure);
            }
            Err(error) => refused.push(error.to_string()),
        }
    }
    Some(Ministers { dataset, appointments, refused })
}

#[test]
fn the_ministers_of_the_united_kingdom_are_records() {
    let Some(Ministers { dataset, appointments, refused }) = ministers() else { return };
    assert_eq!((dataset.people().len(), dataset.posts().len()), (1_149, 926));
    assert_eq!((appointments.len(), dataset.tenures().len()), (3_667, 3_665));
    // Two end in May 2025 and begin in September of that year.
    assert_eq!(refused.len(), 2);
    assert!(
        refused.iter().all(|error| error.contains("the start is after the end")),
        "{refused:?}"
    );
    // Whatever can be said is written and read back.
    assert_eq!(Dataset::from_json(&dataset.to_json()).unwrap(), dataset);
}

#[test]
fn the_culture_department_of_2013_is_found_with_its_ministers() {
    let Some(Ministers { dataset, .. }) = ministers() else { return };
    // Three bodies have the abbreviation; one was there on the day of the fifth roundtable.
    let date = on("2013-09-09");
    let dcms: Vec<&Agency> = dataset
        .agencies()
        .iter()
        .filter(|agency| agency.names.iter().any(|name| name.text == "DCMS"))
        .collect();
    assert_eq!(dcms.len(), 3);
    let then: Vec<_> = dcms.iter().filter(|agency| agency.span.covers(date) == Tri::Yes).collect();
    let [department] = then[..] else { panic!("{then:?}") };
    assert_eq!(department.names[0].text, "Department for Culture, Media and Sport");

    let mut found = BTreeSet::new();
    for post in dataset.posts().iter().filter(|post| post.agency == department.id) {
        for holding in dataset.holders_of(&post.id, date) {
            let person = dataset.person(&holding.tenure.person).unwrap();
            let known = person.names.iter().find(|name| name.span.covers(date) != Tri::No);
            // An end is missing where somebody is in office today; these all have one.
            assert_eq!(holding.covers, Tri::Yes);
            found.insert((post.names[0].text.as_str(), known.unwrap().text.as_str()));
        }
    }
    assert_eq!(
        found.into_iter().collect::<Vec<_>>(),
        [
            ("Minister for Culture, Communications and Creative Industries", "Ed Vaizey"),
            ("Minister for Sport and Tourism", "Hugh Robertson"),
            ("Minister for Women and Equalities", "Helen Grant"),
            ("Minister for Women and Equalities", "Jo Swinson"),
            ("Minister for Women and Equalities", "Maria Miller"),
            ("Secretary of State for Culture, Media and Sport", "Maria Miller"),
        ]
    );
}

#[test]
fn overlapping_tenures_of_the_ministers_are_found() {
    let Some(Ministers { dataset, appointments, .. }) = ministers() else { return };
    let mut limits = Limits::default();
    limits.keep = usize::MAX;
    let report = dataset.validate(&Profile::new(limits), "2026-06-19".parse().unwrap());
    let posts_of = |rule: &str| -> BTreeSet<String> {
        report
            .of_rule(rule)
            .filter_map(|finding| {
                let path = finding.path().as_str();
                let (_, rest) = path.split_once('[')?;
                let (record, _) = rest.split_once(']')?;
                let post = match dataset.tenure(record) {
                    Some(tenure) => tenure.post.as_ref()?.to_string(),
                    None => record.to_owned(),
                };
                Some(post)
            })
            .collect()
    };
    // By hand: two people, and the second begins before the day on which the first ends.
    let mut expected = BTreeSet::new();
    for a in &appointments {
        for b in &appointments {
            let overlap = a["post_id"] == b["post_id"]
                && a["person_id"] != b["person_id"]
                && a["start_date"] <= b["start_date"]
                && b["start_date"] < a["end_date"]
                && (b["end_date"].is_empty() || b["end_date"] >= b["start_date"])
                // Without an end nothing is certain beyond the first day, which may be one of hand-over.
                && !(b["end_date"].is_empty() && a["start_date"] == b["start_date"]);
            if overlap {
                expected.insert(a["post_id"].clone());
            }
        }
    }
    let crowded = posts_of("TEN-003");
    println!("{} posts with more holders than one at a time", crowded.len());
    assert_eq!(crowded, expected);
    assert!(report.count_of("TEN-003") >= crowded.len());
}

#[test]
fn renamed_departments_are_said_to_be_one_body() {
    let Some(Ministers { dataset, .. }) = ministers() else { return };
    // The source gives a department a new id where its name changes; here that is one agency with two names.
    let report = dataset.validate(&Profile::default(), "2026-06-19".parse().unwrap());
    let renamed = report.of_rule("ORG-003").count();
    let changes = dataset.agencies().iter().flat_map(|agency| &agency.changes);
    let names = changes.filter(|change| change.kind == ChangeKind::Renamed).count();
    assert!(names >= 14 && renamed >= names, "{names} renamed, {renamed} found");
    // The digital functions of the culture department went to another in February 2023.
    let digital = dataset
        .agencies()
        .iter()
        .find(|a| a.names[0].text == "Department for Digital, Culture, Media and Sport")
        .unwrap();
    let heirs: Vec<&str> = digital
        .changes
        .iter()
        .filter(|change| change.kind == ChangeKind::FunctionsMoved)
        .flat_map(|change| &change.to)
        .map(|to| dataset.agency(to).unwrap().names[1].text.as_str())
        .collect();
    assert!(heirs.contains(&"DSIT"), "{heirs:?}");
}

#[test]
fn statements_of_the_european_union_have_their_aligned_states() {
    let Some(statements) = table("statements/eu-un-statements.typed.csv", b',') else { return };
    let Some(alignments) = table("statements/eu-un-alignments.typed.csv", b',') else { return };
    let eu = Group::from_id("eu").unwrap();
    let mut dataset = Dataset::new();
    let mut refused = 0;
    for row in &statements {
        let mut statement = Statement::new(id(&row["statement"]), Act::Position);
        let printed = &row["speaker_as_printed"];
        let actor = Actor::from(eu);
        let mut speaker = Speaker::new(actor.clone());
        if !printed.is_empty() {
            speaker = Speaker::new("unnamed:not-identified".parse().unwrap());
            speaker.printed = Some(printed.clone());
            speaker.on_behalf_of = vec![actor];
        }
        statement.speakers = vec![speaker];
        statement.date = row["date"].parse().ok();
        for aligned in alignments.iter().filter(|aligned| aligned["statement"] == row["statement"])
        {
            match resolve(&aligned["aligned_as_printed"]).country() {
                Some(country) => {
                    let mut alignment = Alignment::new(country.into());
                    alignment.printed = Some(aligned["category_as_printed"].clone());
                    statement.alignments.push(alignment);
                }
                None => refused += 1,
            }
        }
        dataset.statements_mut().push(statement);
    }
    assert_eq!((dataset.statements().count(), refused), (11, 0));
    let aligned: usize = dataset.statements().map(|statement| statement.alignments.len()).sum();
    assert_eq!(aligned, 102);
    let count = |of: &str| dataset.statement(of).unwrap().alignments.len();
    assert_eq!((count("eu-oewg-1"), count("eu-oewg-5"), count("eu-oewg-6")), (7, 12, 12));
    let times = |country: Country| {
        let joins = |statement: &&Statement| {
            statement.alignments.iter().any(|alignment| alignment.actor == country.into())
        };
        dataset.statements().filter(joins).count()
    };
    assert_eq!((times(Country::TUR), times(Country::LIE), times(Country::NOR)), (2, 1, 5));
    // One statement names who spoke; three have no date.
    let named = |statement: &&Statement| statement.speakers[0].printed.is_some();
    assert_eq!(dataset.statements().filter(named).count(), 1);
    assert_eq!(dataset.statements().filter(|statement| statement.date.is_none()).count(), 3);
}

#[test]
fn registers_of_bodies_have_dates_of_three_precisions() {
    let Some(rows) = table("orgs/uk-government-organisation-register.2017.tsv", b'\t') else {
        return;
    };
    let mut counts = BTreeMap::new();
    let mut dataset = Dataset::new();
    for row in &rows {
        let slug = row["government-organisation"].to_lowercase();
        let mut agency = Agency::new(id(&slug), AgencyKind::Government);
        agency.country = Some(Country::GBR);
        agency.names = vec![Name::from(row["name"].as_str())];
        agency.span = Span::new(bound(&row["start-date"]), bound(&row["end-date"])).unwrap();
        if let Some(end) = agency.span.end().date() {
            *counts.entry(end.precision().to_string()).or_insert(0) += 1;
        }
        dataset.agencies_mut().push(agency);
    }
    let expected = [("day", 219), ("month", 34), ("year", 30)];
    assert_eq!(counts, expected.map(|(word, count)| (word.to_owned(), count)).into());
    assert_eq!(dataset.agencies().len(), 981);
    // One body stands in the register twice. Reading says so and names both places; nothing is dropped in silence.
    let error = Dataset::from_json(&dataset.to_json()).unwrap_err();
    assert_eq!(error.message(), "duplicate id `ot488`: agencies[343] has it already");
    assert_eq!(error.path(), Some("agencies[980]"));
    dataset.agencies_mut().pop();
    // The register knows the new name of the culture department.
    let culture = dataset.agency("d5").unwrap();
    assert_eq!(culture.names[0].text, "Department for Digital, Culture, Media and Sport");
    assert_eq!(Dataset::from_json(&dataset.to_json()).unwrap(), dataset);
}

fn headcount(printed: &str, of: Counted) -> Headcount {
    let mut count = Headcount::new(printed.parse().unwrap());
    count.of = of;
    count
}

#[test]
fn head_counts_of_meetings_add_up_or_are_found() {
    let Some(rows) = table("ig-events/igf-attendance.typed.csv", b',') else { return };
    let of = |edition: &str, kind: &str| -> BTreeMap<String, String> {
        let rows = rows.iter().filter(|row| row["edition"] == edition && row["kind"] == kind);
        rows.map(|row| (row["category"].to_lowercase(), row["value_as_printed"].clone())).collect()
    };
    let number = |text: &str| Interval::exactly(text.parse::<Decimal>().unwrap());
    let sum = |values: &mut dyn Iterator<Item = &String>| {
        values.fold(Interval::exactly(0), |sum, value| sum.add(&number(value)).unwrap())
    };

    // The first forum: the groups are exactly the 339 who had registered.
    let first = of("1", "registered-by-2006-09-19");
    let groups = sum(&mut first.iter().filter(|(group, _)| *group != "total").map(|(_, n)| n));
    assert_eq!(groups, number(&first["total"]));

    // The seventh: the groups on site make 1,618, and "more than 1,630" were there. Something was left out.
    let seventh = of("7", "participants");
    let groups = sum(&mut seventh.values().filter(|n| n.parse::<u32>().is_ok()));
    let total = headcount(&seventh["total onsite"], Counted::OnSite);
    let total = total.count.interval(&Tolerance::default()).unwrap();
    assert_eq!(groups, Interval::exactly(1_618));
    assert!(groups.certainly_below(&total));

    // The seventeenth: shares of groups that make a whole; and what the rule says where one of them is misread.
    let mut event = Event::new(id("igf-17"), EventKind::Forum);
    for (group, share) in of("17", "share-by-stakeholder") {
        let mut count = Headcount::new(format!("{share} percent").parse().unwrap());
        count.group = Some(match group.as_str() {
            "governments" => StakeholderGroup::Government,
            "civil society" => StakeholderGroup::CivilSociety,
            "private sector" => StakeholderGroup::PrivateSector,
            "technical community" => StakeholderGroup::TechnicalCommunity,
            "press" => StakeholderGroup::Media,
            _ => StakeholderGroup::IntergovernmentalOrganization,
        });
        event.headcounts.push(count);
    }
    let mut dataset = Dataset::new();
    dataset.events_mut().push(event);
    let found = |dataset: &Dataset| {
        dataset.validate(&Profile::default(), "2026-01-01".parse().unwrap()).count_of("EVT-012")
    };
    assert_eq!(found(&dataset), 0, "32, 29, 16, 11, 11 and 1");
    dataset.events_mut()[0].headcounts[0].count = "42 percent".parse().unwrap();
    assert_eq!(found(&dataset), 1);
}

#[test]
fn stated_numbers_of_countries_contradict_their_lists() {
    let Some(rows) = table("ig-events/icann-attendance-by-country.icann55-76.csv", b',') else {
        return;
    };
    let Some(totals) = table("ig-events/icann-attendance-totals.icann55-76.csv", b',') else {
        return;
    };
    let mut contradictions = BTreeSet::new();
    for stated in &totals {
        let own: Vec<&Row> =
            rows.iter().filter(|row| row["meeting"] == stated["meeting"]).collect();
        let people: u32 =
            own.iter().map(|row| row["in_person_count"].parse::<u32>().unwrap()).sum();
        let mut event = Event::new(id("meeting"), EventKind::PublicMeeting);
        event.headcounts = vec![
            headcount(&people.to_string(), Counted::OnSite),
            headcount(&own.len().to_string(), Counted::Countries),
        ];
        for (column, of) in [
            ("in_person_attendance_stated", Counted::OnSite),
            ("countries_stated", Counted::Countries),
        ] {
            let says = EventFact::Headcount(headcount(&stated[column], of));
            event.attests.push(Attestation::new(says, Cite::new(id("icann"))));
        }
        let dataset = Dataset::new();
        let agreements: Vec<Agreement> = event
            .attests
            .iter()
            .map(|said| dataset.agreement(&event, said, &Tolerance::default()))
            .collect();
        assert_eq!(agreements[0], Agreement::Agree, "{}: people", stated["meeting"]);
        if agreements[1] == Agreement::Contradicts {
            contradictions.insert(stated["meeting"][..7].to_owned());
        }
    }
    assert_eq!(
        contradictions.iter().map(String::as_str).collect::<Vec<_>>(),
        ["ICANN56", "ICANN74", "ICANN75", "ICANN76"]
    );
}
