//! `FollowTheMoney`: entities, nested entities, statements.
//!
//! The published files are not part of the crate; without the folder with them, the tests of these print a line and pass.

#![allow(clippy::print_stdout)] // accounts are what one wants to see

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use netpolity::actor::TenureFact;
use netpolity::country::Country;
use netpolity::io::foreign_id::id_of;
use netpolity::io::{self, Account, Error, Format, Options, Reading, follow_the_money};
use netpolity::name::NameKind;
use netpolity::{Dataset, Person, Tenure};

use crate::un_list::folder;

fn published(file: &str) -> Option<Vec<u8>> {
    let Some(folder) = folder() else {
        println!("skipped: no folder with entities of FollowTheMoney");
        return None;
    };
    let bytes = fs::read(folder.join("ftm").join(file)).unwrap();
    let is_pack = file.contains("statements");
    let format = if is_pack { Format::FollowTheMoneyStatements } else { Format::FollowTheMoney };
    assert_eq!(io::detect(&bytes), Some(format), "{file}");
    assert!(matches!(io::read(&bytes[..], &Options::new()), Err(Error::NoSeries { .. })));
    Some(bytes)
}

fn read(bytes: &[u8]) -> Reading<Dataset> {
    let reading = follow_the_money::read(bytes, &Options::new()).unwrap();
    let account = &reading.account;
    println!("{account}");
    let told = account.values() + account.missing() + account.rejected() + account.skipped();
    assert_eq!((account.rows(), account.entries()), (told, told));
    assert_eq!(Dataset::from_json(&reading.data.to_json()).unwrap(), reading.data);
    reading
}

/// What is read of what is written, with what was lost on the way.
fn again(data: &Dataset) -> (Dataset, BTreeMap<String, u64>) {
    let mut file = Vec::new();
    let written = follow_the_money::write(data, &mut file).unwrap();
    let lost = written.losses().map(|(what, count)| (what.to_owned(), count)).collect();
    println!("written {}, lost {lost:?}", written.records);
    (read(&file).data, lost)
}

fn found(account: &Account) -> BTreeMap<&str, usize> {
    account.counts().map(|count| (count.rule().id(), count.found())).collect()
}

/// How often something was found that is told once for all places.
fn times(account: &Account, what: &str) -> Option<String> {
    let of = |finding: &&netpolity::finding::Finding| {
        finding.param("what").is_some_and(|param| param.to_string() == what)
    };
    Some(account.findings().iter().find(of)?.param("times")?.to_string())
}

/// The dates that are attested for the start or the end of a tenure.
fn attested(tenure: &Tenure, start: bool) -> BTreeSet<String> {
    let of = |fact: &TenureFact| match fact {
        TenureFact::Start(bound) if start => Some(bound.to_string()),
        TenureFact::End(bound) if !start => Some(bound.to_string()),
        _ => None,
    };
    tenure.attests.iter().filter_map(|attest| of(&attest.says)).collect()
}

fn dates<const N: usize>(dates: [&str; N]) -> BTreeSet<String> {
    dates.map(str::to_owned).into()
}

#[test]
fn bodies_of_the_european_union() {
    let Some(bytes) = published("eu-authorities.entities.ftm.json") else { return };
    let Reading { data, account, .. } = read(&bytes);
    assert_eq!((account.values(), account.entries(), data.agencies().len()), (151, 151, 151));
    let enisa = data.agency("eu-authorities-enisa").unwrap();
    assert_eq!(enisa.kind.as_str(), "public-body");
    assert_eq!(enisa.names[0].text, "European Union Agency for Network and Information Security");
    // Its description says that it ceased in 2018; no property does.
    let party = data.agency("eu-authorities-a29wp").unwrap();
    assert!(party.span.is_unknown());
    assert_eq!(
        (party.names[0].text.as_str(), party.names[1].text.as_str()),
        ("Article 29 Working Party", "A29WP")
    );
    assert_eq!(party.urls.len(), 1);
    assert_eq!(party.cites.len(), 2);
    let cited = party.cites.iter().map(|cite| data.source(&cite.source).unwrap().url.as_ref());
    assert!(cited.flatten().any(|url| url.as_str() == "https://www.asktheeu.org/en/body/a29wp"));
    // The Union is no country.
    assert!(data.agencies().iter().all(|agency| agency.country.is_none()));
    let lost = ["description", "jurisdiction", "keywords", "legalForm"]
        .map(|property| times(&account, &format!("PublicBody.{property}")).unwrap());
    assert_eq!(lost, ["147", "151", "172", "172"]);
    assert_eq!(found(&account), BTreeMap::from([("REC-001", 4)]));
    let (back, lost) = again(&data);
    assert!(back == data, "{}", data.diff(&back));
    assert_eq!(lost, BTreeMap::new());
}

#[test]
fn occupancies_nested_in_people() {
    let Some(bytes) = published("wd-persons.targets.nested.json") else { return };
    let Reading { data, account, .. } = read(&bytes);
    // Five people with five occupancies and four links to relatives, who are people too.
    assert_eq!((data.people().len(), data.tenures().len()), (9, 5));
    assert_eq!((account.values(), account.skipped(), account.rejected()), (14, 4, 0));
    let hariri = data.person("q296771").unwrap();
    assert_eq!(hariri.names[0].text, "Saad Hariri");
    assert_eq!(hariri.birth.to_string(), "1970-04-18");
    assert!(hariri.identifiers.iter().any(|id| id.to_string() == "wikidata:Q296771"));
    let merged = data.tenure("wd-05eb82d0264eea1208572d0237407744b95977bc").unwrap();
    assert!(merged.span.is_unknown());
    assert_eq!(attested(merged, true), dates(["2009-11-09", "2016-12-18"]));
    assert_eq!(attested(merged, false), dates(["2011-06-13", "2019-10-29"]));
    let plain = data.tenure("wd-03f1aa2fe736d9478d01c92778e1edd9274a7231").unwrap();
    assert_eq!(
        (plain.span.to_string().as_str(), plain.attests.len()),
        ("2005-06-28/2022-05-21", 0)
    );
    assert_eq!((account.count_of("REC-010"), account.count_of("REC-012")), (1, 1));
    assert_eq!(times(&account, "Occupancy.post").as_deref(), Some("5"));
    let (back, _) = again(&data);
    assert!(back == data, "{}", data.diff(&back));
}

#[test]
fn statements_with_their_provenance() {
    let Some(bytes) = published("wd-persons.statements.pack") else { return };
    let Reading { data: statements, account, .. } =
        follow_the_money::read_statements(&bytes[..], &Options::new()).unwrap();
    println!("{account}");
    assert_eq!((account.rows(), account.values(), statements.len()), (177, 177, 177));
    let birth =
        statements.iter().find(|s| s.entity == "Q61589" && s.property == "birthDate").unwrap();
    assert_eq!(
        (birth.value.as_str(), birth.original.as_deref()),
        ("1933-09-28", Some("1933-09-28T00:00:00Z"))
    );
    assert_eq!((birth.schema.as_str(), birth.dataset.as_str()), ("Person", "wd_persons"));
    assert_eq!(birth.last_seen.as_deref(), Some("2024-03-10T15:36:30"));
    assert!(birth.target && !birth.external);

    let Reading { data, account, .. } =
        follow_the_money::from_statements(&statements, &Options::new()).unwrap();
    println!("{account}");
    let entities: BTreeSet<_> = statements.iter().map(|statement| &statement.entity).collect();
    assert_eq!((account.rows(), account.entries()), (entities.len() as u64, entities.len() as u64));
    assert_eq!((data.people().len(), account.skipped()), (9, 4));
    // The positions are here, which the nested export lacks.
    assert_eq!(data.posts().len(), entities.len() - 9 - 4 - data.tenures().len());
    assert!(data.posts().iter().all(|post| !post.names.is_empty()));
    let merged = data.tenure("wd-05eb82d0264eea1208572d0237407744b95977bc").unwrap();
    assert_eq!(attested(merged, true), dates(["2009-11-09", "2016-12-18"]));
    assert_eq!(merged.attests[0].cite.source, "wd-persons-x2r5f");
    let nested = read(&published("wd-persons.targets.nested.json").unwrap()).data;
    for person in nested.people() {
        let other = data.person(&person.id).unwrap();
        assert_eq!((&person.birth, &person.identifiers), (&other.birth, &other.identifiers));
        let texts = |person: &Person| -> BTreeSet<_> {
            person.names.iter().map(|name| name.text.clone()).collect()
        };
        assert_eq!(texts(person), texts(other));
    }
    for tenure in nested.tenures() {
        assert_eq!(data.tenure(&tenure.id).unwrap().span, tenure.span);
    }
}

#[test]
fn a_damaged_export_is_survived() {
    let Some(bytes) = published("sa-wiki-peps.entities.trimmed.ftm.json") else { return };
    let Reading { data, account, .. } = read(&bytes);
    assert_eq!((account.values(), account.entries(), account.rejected()), (345, 345, 0));
    assert_eq!((data.people().len(), data.posts().len()), (143, 100));
    // 102 occupancies without a post, with 245 holders.
    assert_eq!(data.tenures().len(), 245);
    assert_eq!(times(&account, "Occupancy.post").as_deref(), Some("102"));
    assert!(data.tenures().iter().all(|tenure| tenure.post.is_none()));

    // Independent of the reader: what stands in the file.
    let lines = std::str::from_utf8(&bytes).unwrap().lines();
    let entities: Vec<serde_json::Value> =
        lines.map(|line| serde_json::from_str(line).unwrap()).collect();
    let mut strings = 0;
    let mut starts = 0;
    let mut spans = 0;
    for entity in &entities {
        let properties = entity["properties"].as_object().unwrap();
        strings += properties.values().filter(|value| value.is_string()).count();
        if entity["schema"] == "Occupancy" {
            let list = |property: &str| {
                properties.get(property).map_or(&[][..], |list| list.as_array().unwrap().as_slice())
            };
            let unique: BTreeSet<_> =
                list("startDate").iter().map(|date| date.as_str().unwrap()).collect();
            starts += unique.len() * list("holder").len();
            spans += usize::from(list("holder").len() == 1 && unique.len() == 1);
        }
    }
    let told: u64 = account
        .findings()
        .iter()
        .filter(|finding| finding.rule().id() == "REC-011")
        .map(|finding| finding.param("times").unwrap().to_string().parse::<u64>().unwrap())
        .sum();
    assert_eq!((strings, told), (140, 140));
    // Every start is in a span or attested, none of both.
    let in_spans = data.tenures().iter().filter(|tenure| tenure.span.start().date().is_some());
    let attests: usize = data.tenures().iter().map(|tenure| attested(tenure, true).len()).sum();
    let in_spans = in_spans.count();
    assert!(in_spans <= spans, "{in_spans} of {spans}");
    assert!(in_spans + attests >= starts, "{in_spans} + {attests} of {starts}");
    let shared = data.tenures().iter().filter(|tenure| tenure.id.as_str().contains("-x"));
    assert!(shared.clone().all(|tenure| tenure.span.is_unknown()));
    assert_eq!(shared.count(), 245 - 69);

    for property in ["militaryService", "motherTongue", "awards", "academicSpecialization"] {
        let what = format!("Person.{property}");
        let is_unknown = account.findings().iter().any(|finding| {
            finding.rule().id() == "REC-002"
                && finding.param("what").is_some_and(|param| param.to_string() == what)
        });
        assert!(is_unknown, "{what}");
    }
    // Six misplaced fields beside the properties.
    assert_eq!(times(&account, "entity.political").as_deref(), Some("1"));
    let unread: BTreeSet<_> = account
        .findings()
        .iter()
        .filter(|finding| finding.rule().id() == "REC-003")
        .map(|finding| finding.param("text").unwrap().to_string())
        .collect();
    println!("{unread:?}");
    for words in ["unknown", "Unknown", "NA"] {
        assert!(unread.contains(words), "{words}");
    }
    // One person has no name, only aliases; the caption says which of them goes first.
    let prince = data.person("q60195440").unwrap();
    assert!(prince.names.iter().all(|name| name.kind == NameKind::Alias));
    assert_eq!(prince.names[0].text, "Abdullah bin Bandar bin Abdulaziz Al Saud");
    let of_country = data.posts().iter().filter(|post| post.agency == "not-stated-sau").count();
    assert!(of_country > 50, "{of_country}");
    assert_eq!(data.agency("not-stated-sau").unwrap().country, Some(Country::SAU));
    let (back, lost) = again(&data);
    assert_eq!(back.people(), data.people());
    assert_eq!(back.posts(), data.posts());
    assert!(back.tenures() == data.tenures(), "{}", data.diff(&back));
    assert!(!lost.contains_key("tenures.attests"));
}

/// The catalogue's own records go out and come back, but for what the model can't say.
#[cfg(feature = "catalogue")]
#[test]
fn own_records_go_through_follow_the_money() {
    use netpolity::actor::AgencyKind;

    let own = netpolity::catalogue::records();
    let (data, lost) = again(own);
    assert!(lost.contains_key("statements") && lost.contains_key("agencies.kind"));
    assert_eq!(data.people().len(), own.people().len());
    for person in own.people() {
        let other = data.person(&person.id).unwrap();
        let texts = |person: &Person| -> BTreeSet<_> {
            person.names.iter().map(|name| name.text.clone()).collect()
        };
        assert_eq!(texts(person), texts(other));
        assert_eq!(person.birth.date(), other.birth.date());
    }
    for agency in own.agencies() {
        let other = data.agency(&agency.id).unwrap();
        assert_eq!(agency.country, other.country);
        assert!(agency.kind != AgencyKind::Company || other.kind == AgencyKind::Company);
    }
    for tenure in own.tenures() {
        let other = data.tenure(&tenure.id).unwrap();
        assert_eq!((&tenure.person, &tenure.post), (&other.person, &other.post));
        let dates = |tenure: &Tenure| [tenure.span.start().date(), tenure.span.end().date()];
        assert_eq!(dates(tenure), dates(other));
    }
    assert_eq!(data.events().len(), own.events().len());
    // What came back is carried whole.
    assert!(again(&data).0 == data);
}

#[test]
fn ids_are_those_of_the_collection() {
    assert_eq!(id_of::<Person>("Q296771"), "q296771");
}
