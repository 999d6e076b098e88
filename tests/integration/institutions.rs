//! Questions about institutions and alignments, of files that others publish: the ministers database of the Institute
//! for Government, and statements of the EU at the United Nations.
//!
//! The files are not part of the crate; without them each test prints a line and passes.

use std::collections::BTreeMap;
use std::path::PathBuf;

use chrono::NaiveDate;
use netpolity::actor::{Actor, AgencyKind, Change, ChangeKind, Post, Tenure};
use netpolity::country::{Group, Resolver};
use netpolity::dataset::Named;
use netpolity::id::Id;
use netpolity::name::{Name, NameKind};
use netpolity::statement::{Act, Alignment, Speaker, Statement};
use netpolity::time::{Bound, Tri};
use netpolity::{Agency, Dataset, PartialDate, Person, Span};

use crate::country_table::generator::csv::columns;
use crate::un_list::folder;

#[allow(clippy::print_stdout, reason = "a skipped test says so")]
fn file(name: &str) -> Option<PathBuf> {
    let file = folder().map(|folder| folder.join(name)).filter(|file| file.exists());
    if file.is_none() {
        println!("skipped: no {name}");
    }
    file
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn date(text: &str) -> PartialDate {
    text.parse().unwrap()
}

/// Not known at the start where the register is younger than the body, and open at the end where it goes on. Two
/// appointments of the register end before they start, which is no span.
fn span(start: &str, end: &str) -> Option<Span> {
    let bound = |text: &str, none| if text.is_empty() { none } else { text.parse().unwrap() };
    Span::new(bound(start, Bound::Unknown), bound(end, Bound::Open)).ok()
}

/// Departments with their links, people, posts and appointments.
fn uk_ministers() -> Option<Dataset> {
    let path = |table: &str| file(&format!("uk-ministers/{table}.csv"));
    let mut dataset = Dataset::new();
    let mut agencies: BTreeMap<String, Agency> = BTreeMap::new();
    let columns_of = ["id", "name", "short_name", "start_date", "end_date"];
    for [id, name, short, start, end] in columns(&path("organisation")?, columns_of).unwrap() {
        let mut agency = Agency::new(id.parse().unwrap(), AgencyKind::Ministry);
        agency.span = span(&start, &end).unwrap();
        let mut abbreviation = Name::new(short);
        abbreviation.kind = NameKind::Abbreviation;
        agency.names = vec![Name::new(name), abbreviation];
        agencies.insert(id, agency);
    }
    let links =
        ["predecessor_organisation_id", "successor_organisation_id", "type", "link_start_date"];
    for [from, to, kind, start] in columns(&path("organisation_link")?, links).unwrap() {
        let kind = match kind.as_str() {
            "Name change" => ChangeKind::Renamed,
            "Merger" => ChangeKind::Merged,
            "Demerger" => ChangeKind::Split,
            _ => ChangeKind::FunctionsMoved,
        };
        let mut change = Change::new(kind, date(&start));
        change.from = vec![from.parse().unwrap()];
        agencies.get_mut(&to).unwrap().changes.push(change);
    }
    dataset.agencies_mut().extend(agencies.into_values());
    let mut people: BTreeMap<String, Person> = BTreeMap::new();
    for [id, name] in columns(&path("person")?, ["id", "name"]).unwrap() {
        let person = people.entry(id.clone()).or_insert_with(|| Person::new(id.parse().unwrap()));
        person.names.push(Name::new(name));
    }
    dataset.people_mut().extend(people.into_values());
    for [id, agency, name] in columns(&path("post")?, ["id", "organisation_id", "name"]).unwrap() {
        if let Ok(agency) = agency.parse() {
            let mut post = Post::new(id.parse().unwrap(), agency);
            post.names = vec![Name::new(name)];
            dataset.posts_mut().push(post);
        }
    }
    let mut refused = 0;
    let fields = ["id", "person_id", "post_id", "start_date", "end_date"];
    for [id, person, post, start, end] in columns(&path("appointment")?, fields).unwrap() {
        let mut tenure = Tenure::new(id.parse().unwrap(), person.parse().unwrap());
        tenure.post = Some(post.parse().unwrap());
        match span(&start, &end) {
            Some(held) => tenure.span = held,
            None => refused += 1,
        }
        dataset.tenures_mut().push(tenure);
    }
    assert_eq!((dataset.tenures().len(), refused), (3667, 2));
    Some(dataset)
}

fn name_of<'a>(dataset: &'a Dataset, agency: &Id<Agency>) -> &'a str {
    &dataset.agency(agency).unwrap().names[0].text
}

fn one<'a>(named: &Named<'a, Agency>) -> &'a Agency {
    named.one().unwrap_or_else(|| panic!("{named:?}"))
}

#[test]
fn a_reused_abbreviation_means_the_department_of_the_date() {
    let Some(dataset) = uk_ministers() else { return };
    let digital = "Department for Digital, Culture, Media and Sport";
    for (when, name) in [
        ("2013-09-09", "Department for Culture, Media and Sport"),
        ("2020-01-01", digital),
        ("2024-01-01", "Department for Culture, Media and Sport"),
    ] {
        let found = dataset.agencies_named("dcms", date(when));
        assert_eq!(one(&found).names[0].text, name);
    }
    // On the day of the change both were there.
    let change = dataset.agencies_named("DCMS", date("2017-07-03"));
    assert_eq!(change.candidates().len(), 2);
    assert_eq!(one(&dataset.agencies_named(digital, date("2013"))).names[0].text, digital);
    let then = dataset.agencies_named("Department of Culture, Media and Sport", date("2013"));
    let Named::None { nearest, .. } = then else { panic!("{then}") };
    assert_eq!(nearest.suggestions()[0].name.text, "Department for Culture, Media and Sport");
}

#[test]
fn the_culture_department_is_followed_over_names_and_functions() {
    let Some(dataset) = uk_ministers() else { return };
    let heritage = one(&dataset.agencies_named("DNH", date("1995")));
    let after = dataset.lineage_of(&heritage.id).after;
    let by_name = |from: &str, to: &str, when: &str| {
        after.iter().any(|step| {
            name_of(&dataset, step.from) == from
                && name_of(&dataset, step.to) == to
                && step.change.date == date(when)
        })
    };
    let (culture, digital) = (
        "Department for Culture, Media and Sport",
        "Department for Digital, Culture, Media and Sport",
    );
    assert!(by_name("Department of National Heritage", culture, "1997-05-03"));
    assert!(by_name(culture, digital, "2017-07-03"));
    assert!(by_name(digital, culture, "2023-02-07"));
    let science = "Department for Science, Innovation and Technology";
    assert!(by_name(digital, science, "2023-02-07"));
    // Those of the business department that came to the same body have another line.
    let dsit = one(&dataset.agencies_named("DSIT", date("2024")));
    let before = dataset.lineage_of(&dsit.id).before;
    let from =
        |short: &str| before.iter().any(|s| dataset.agency(s.from).unwrap().names[1].text == short);
    assert!(from("BEIS") && from("BIS") && from("DECC") && from("DNH"));

    // The register says of no transfer what was transferred: the digital functions may be with either.
    let heirs = dataset.heirs_of(&heritage.id, &"digital-policy".parse().unwrap());
    let names: Vec<(&str, Tri)> =
        heirs.iter().map(|heir| (name_of(&dataset, heir.agency), heir.inherits)).collect();
    assert!(names.contains(&(culture, Tri::Maybe)), "{names:?}");
    assert!(names.contains(&(science, Tri::Maybe)), "{names:?}");
}

#[test]
fn the_culture_secretary_of_2013_and_the_gaps_between_secretaries() {
    let Some(dataset) = uk_ministers() else { return };
    let culture = one(&dataset.agencies_named("DCMS", date("2013-09-09")));
    let secretary = |title: &str| {
        let mut posts = dataset.posts().iter();
        posts.find(|post| post.agency == culture.id && post.names[0].text == title).unwrap()
    };
    let post = secretary("Secretary of State for Culture, Media and Sport");
    let holders: Vec<_> = dataset.holders_of(&post.id, date("2013-09-09")).collect();
    assert_eq!((holders.len(), holders[0].covers), (1, Tri::Yes));
    let miller = dataset.people_named("Maria Miller", date("2013-09-09"));
    assert_eq!(Some(&holders[0].tenure.person), miller.one().map(|person| &person.id));

    // From May 2010 to September 2012 the title had the Olympics in it: another post of the register, held by Jeremy Hunt.
    let vacancies = dataset.vacancies_of(&post.id, day("2001-06-08"), day("2017-07-03"));
    let days: Vec<_> = vacancies.iter().map(|v| (v.first, v.last, v.is_certain())).collect();
    assert_eq!(days, [(day("2010-05-12"), day("2012-09-03"), Tri::Yes)]);
    let olympics = secretary("Secretary of State for Culture, Olympics, Media and Sport");
    let hunt = dataset.vacancies_of(&olympics.id, day("2010-05-12"), day("2012-09-04"));
    assert_eq!(hunt, []);
    // The post goes with the department.
    assert_eq!(dataset.vacancies_of(&post.id, day("2020-01-01"), day("2022-12-31")), []);
}

#[test]
fn a_peer_is_found_by_either_name() {
    let Some(dataset) = uk_ministers() else { return };
    let find = |name: &str| dataset.people_named(name, date("2013-09-09")).to_string();
    assert_eq!(find("Ed Vaizey"), find("Lord Vaizey of Didcot"));
    assert_ne!(find("Ed Vaizey"), "NONE");
    assert_eq!(find("Vaizey, Ed"), find("Ed Vaizey"));
}

/// Statements of the EU and its member states, with the states that align themselves.
fn eu_statements() -> Option<Dataset> {
    let union = Actor::Group(Group::EU);
    let mut statements: BTreeMap<String, Statement> = BTreeMap::new();
    for [id, made] in
        columns(&file("statements/eu-un-statements.typed.csv")?, ["statement", "date"]).unwrap()
    {
        let mut statement = Statement::new(id.parse().unwrap(), Act::Position);
        statement.date = made.parse().ok();
        let mut speaker = Speaker::new(union.clone());
        speaker.on_behalf_of = vec![union.clone()];
        statement.speakers = vec![speaker];
        statements.insert(id, statement);
    }
    let resolver = Resolver::new();
    let fields = ["statement", "aligned_as_printed"];
    for [id, printed] in columns(&file("statements/eu-un-alignments.typed.csv")?, fields).unwrap() {
        let country = resolver.resolve(&printed).country().unwrap_or_else(|| panic!("{printed}"));
        let mut alignment = Alignment::new(country.into());
        alignment.printed = Some(printed);
        statements.get_mut(&id).unwrap().alignments.push(alignment);
    }
    let mut dataset = Dataset::new();
    dataset.statements_mut().extend(statements.into_values());
    Some(dataset)
}

#[test]
fn who_aligned_with_the_eu_from_meeting_to_meeting() {
    let Some(dataset) = eu_statements() else { return };
    let union = Actor::Group(Group::EU);
    let mut meetings: Vec<&Statement> = dataset.statements().on_behalf_of(&union).collect();
    assert_eq!(
        (meetings.len(), meetings.iter().map(|s| s.alignments.len()).sum::<usize>()),
        (11, 102)
    );
    meetings.retain(|statement| {
        ["eu-oewg-1", "eu-oewg-2", "eu-oewg-6", "eu-oewg-9"].contains(&statement.id.as_str())
    });
    let codes = |actors: &[&Actor]| -> Vec<String> {
        let mut codes: Vec<_> = actors.iter().map(ToString::to_string).collect();
        codes.sort();
        codes
    };
    let changes: Vec<_> =
        meetings.windows(2).map(|pair| dataset.realignment(pair[0], pair[1])).collect();
    let of = |list: &[&str]| list.iter().map(|code| format!("country:{code}")).collect::<Vec<_>>();
    // Within three weeks of 2021 Turkey joined; by March 2023 it was gone, and Serbia and four others had come; by December
    // of that year three of these no longer aligned themselves.
    assert_eq!((codes(&changes[0].joined), codes(&changes[0].left)), (of(&["TUR"]), of(&[])));
    assert_eq!(codes(&changes[1].joined), of(&["ISL", "MCO", "NOR", "SMR", "SRB"]));
    assert_eq!(codes(&changes[1].left), of(&["TUR"]));
    assert_eq!(
        (codes(&changes[2].joined), codes(&changes[2].left)),
        (of(&[]), of(&["ISL", "MCO", "SMR"]))
    );
    assert!(changes.iter().all(|change| change.became_members.is_empty()));

    let turkey = "country:TUR".parse().unwrap();
    let of_2021 =
        dataset.statements().joined_by(&turkey).between(day("2021-01-01"), day("2021-12-31"));
    let ids: Vec<&str> = of_2021.map(|statement| statement.id.as_str()).collect();
    assert_eq!(ids, ["eu-oewg-2", "eu-oewg-3"]);
}
