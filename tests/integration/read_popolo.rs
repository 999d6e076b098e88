//! Popolo in all its dialects.
//!
//! The published files are not part of the crate; without the folder with them, the tests of these print a line and pass.

#![allow(clippy::print_stdout)] // accounts are what one wants to see

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use netpolity::actor::{Actor, AgencyKind, TenureFact};
use netpolity::event::EventKind;
use netpolity::io::foreign_id::{id_of, text_of};
use netpolity::io::{self, Account, Format, Options, Reading, popolo};
use netpolity::time::{Bound, Span};
use netpolity::{Dataset, Event, Person, Tenure};

use crate::un_list::folder;

const VAIZEY: &str = "3646a9c1-f54c-41bc-9981-8ad5698e8120";
const MILLER: &str = "f907367c-2241-4d4b-96a3-9271e6218c86";
const COMMONS: &str = "uk-commons.ep-popolo-v1.0.2015-11-28.json";
const POSTS: &str = "uk-posts.parlparse-ministers-2010.2020-10-21.json";
const SOUTH_AFRICA: &str = "south-africa-executive.popolo-embedded.trimmed.json";

/// Files with how many of their objects are persons, organizations, posts, memberships, events, and all that are there.
#[rustfmt::skip]
const FILES: &[(&str, [usize; 5], u64)] = &[
    ("bahrain.ep-popolo-v1.0.2015-11.json", [40, 2, 0, 40, 1], 83),
    ("macao.ep-popolo-v1.0.2015-11.json", [33, 2, 0, 33, 1], 69),
    ("malaysia-cabinet-2015.popit.converted.json", [0, 1, 54, 3, 0], 58),
    ("proto-commons-gb-executive-Q1135166.popolo-m17n.json", [4, 2, 1, 4, 0], 13),
    ("proto-commons-gb-executive-Q32859630.popolo-m17n.json", [1, 3, 1, 2, 0], 8),
    ("sark.ep-popolo-v1.0.2015-11.json", [46, 2, 0, 112, 4], 164),
    (SOUTH_AFRICA, [83, 238, 0, 280, 0], 601),
    (COMMONS, [1337, 22, 0, 3363, 5], 5504),
    // 16 of 24 repeated memberships contradict nothing.
    (POSTS, [0, 105, 0, 11_496, 0], 11_617),
    // Two organizations stand twice, with capitals of their own.
    ("uk-posts.parlparse-ministers.json", [0, 214, 0, 2890, 0], 3106),
    ("vatican.ep-popolo-v1.0.2015-11.json", [7, 2, 0, 7, 1], 17),
    ("zimbabwe-senate.ep-popolo-v1.0.json", [67, 4, 0, 68, 1], 152),
    ("spec-examples/area.json", [0; 5], 1),
    ("spec-examples/contact_detail.json", [0; 5], 1),
    ("spec-examples/count.json", [0; 5], 1),
    ("spec-examples/embedding-membership.json", [1, 1, 1, 1, 0], 4),
    ("spec-examples/embedding-organization.json", [0, 1, 2, 2, 0], 5),
    ("spec-examples/embedding-person.json", [1, 0, 0, 2, 0], 3),
    ("spec-examples/embedding-post.json", [0, 1, 1, 1, 0], 3),
    ("spec-examples/event.json", [0, 0, 0, 0, 1], 1),
    ("spec-examples/membership.json", [0, 0, 0, 1, 0], 1),
    // Name, dates of the record and a source: it may be a person or an organization.
    ("spec-examples/metadata.json", [0; 5], 1),
    ("spec-examples/motion.json", [0; 5], 1),
    ("spec-examples/name-component.json", [1, 0, 0, 0, 0], 1),
    ("spec-examples/organization.json", [0, 1, 0, 0, 0], 1),
    ("spec-examples/person.json", [1, 0, 0, 0, 0], 1),
    ("spec-examples/post.json", [0, 0, 1, 0, 0], 1),
    ("spec-examples/speech.json", [0; 5], 1),
    ("spec-examples/vote.json", [0; 5], 1),
    ("spec-examples/vote_event.json", [0; 5], 1),
];

fn published(file: &str) -> Option<Vec<u8>> {
    let Some(folder) = folder() else {
        println!("skipped: no folder with files in Popolo");
        return None;
    };
    Some(fs::read(folder.join("popolo").join(file)).unwrap())
}

fn read(bytes: &[u8]) -> Reading<Dataset> {
    popolo::read(bytes, &Options::new()).unwrap()
}

fn person<'d>(data: &'d Dataset, name: &str) -> &'d Person {
    let mut found = data.people().iter().filter(|person| person.names[0].text == name);
    let person = found.next().unwrap();
    assert!(found.next().is_none(), "{name}");
    person
}

fn tenures<'d>(data: &'d Dataset, person: &str) -> Vec<&'d Tenure> {
    let id = id_of(person);
    data.tenures().iter().filter(|tenure| tenure.person == id).collect()
}

fn entitled<'d>(data: &'d Dataset, title: &str) -> Vec<(&'d Tenure, String)> {
    let found = data.tenures().iter().filter(|tenure| tenure.title.as_deref() == Some(title));
    found.map(|tenure| (tenure, tenure.span.to_string())).collect()
}

fn skips(account: &Account) -> Vec<(&str, u64)> {
    account.skips().collect()
}

/// How often something was found that is told once for all places.
fn times(account: &Account, what: &str) -> Option<String> {
    let of = |finding: &&netpolity::finding::Finding| {
        finding.param("what").is_some_and(|param| param.to_string() == what)
    };
    Some(account.findings().iter().find(of)?.param("times")?.to_string())
}

#[test]
fn every_file_is_read_and_written() {
    let Some(folder) = folder().map(|folder| folder.join("popolo")) else {
        println!("skipped: no folder with files in Popolo");
        return;
    };
    let mut found = BTreeSet::new();
    for below in ["", "spec-examples"] {
        for entry in fs::read_dir(folder.join(below)).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                found.insert(Path::new(below).join(path.file_name().unwrap()));
            }
        }
    }
    assert_eq!(found, FILES.iter().map(|(name, ..)| Path::new(name).to_owned()).collect());

    for (name, expected, objects) in FILES {
        let file = fs::read(folder.join(name)).unwrap();
        // An object alone is not always told.
        let is_told =
            !name.contains('/') || name.contains("membership") || name.contains("embedding");
        assert_eq!(io::detect(&file), is_told.then_some(Format::Popolo), "{name}");
        let Reading { data, account, .. } = read(&file);
        println!("{name}: {account}");
        let counts = [
            data.people().len(),
            data.agencies().len(),
            data.posts().len(),
            data.tenures().len(),
            data.events().len(),
        ];
        assert_eq!(counts, *expected, "{name}");
        assert_eq!((account.rows(), account.entries()), (*objects, *objects), "{name}");
        let told = account.values() + account.missing() + account.rejected() + account.skipped();
        assert_eq!(account.entries(), told, "{name}");
        assert_eq!(account.rejected(), u64::from(name.ends_with("metadata.json")), "{name}");

        assert_eq!(Dataset::from_json(&data.to_json()).unwrap(), data, "{name}");
        let mut file = Vec::new();
        let written = popolo::write(&data, &mut file).unwrap();
        println!("  written {}, lost {:?}", written.records, written.losses().collect::<Vec<_>>());
        let again = read(&file);
        assert!(again.data == data, "{name}: {:?}", data.diff(&again.data));
    }
}

#[test]
fn members_of_the_commons_by_term() {
    let Some(bytes) = published(COMMONS) else { return };
    let Reading { data, account, .. } = read(&bytes);
    assert_eq!(skips(&account), [("areas", 777)]);
    for (id, wikidata) in [(VAIZEY, "wikidata:Q267485"), (MILLER, "wikidata:Q334261")] {
        let tenures = tenures(&data, id);
        let terms: Vec<_> =
            tenures.iter().map(|tenure| text_of(tenure.term.as_ref().unwrap())).collect();
        assert_eq!(terms, ["term/54", "term/55", "term/56"]);
        assert!(tenures.iter().all(|tenure| tenure.span == Span::UNKNOWN));
        assert!(tenures.iter().all(|tenure| tenure.title.as_deref() == Some("member")));
        let party = Some("agency:conservative".parse().unwrap());
        assert!(tenures.iter().all(|tenure| tenure.on_behalf_of == party));
        let person = data.person(id).unwrap();
        assert!(person.identifiers.iter().any(|identifier| identifier.to_string() == wikidata));
    }
    let vaizey = data.person(VAIZEY).unwrap();
    let in_lang = |lang: &str| {
        let mut names = vaizey.names.iter();
        names.find(|name| name.lang.as_ref().is_some_and(|of| of.as_str() == lang)).unwrap()
    };
    assert_eq!(
        (vaizey.names[0].text.as_str(), in_lang("zh").text.as_str()),
        ("Ed Vaizey", "艾德·維濟")
    );

    // Terms are events; the last has no end.
    let term = |id: &str| data.event(id_of::<Event>(id)).unwrap();
    assert_eq!(term("term/55").kind, EventKind::LegislativePeriod);
    assert_eq!(term("term/55").sittings[0].span.to_string(), "2010-05-06/2015-03-30");
    assert_eq!(term("term/56").sittings[0].span.to_string(), "2015-05-08/");
    assert_eq!(term("term/55").identifiers[0].to_string(), "wikidata:Q21084472");
    let house = data.agency("legislature").unwrap();
    assert_eq!(house.kind, AgencyKind::Legislature);

    let dated = |tenure: &Tenure| {
        [tenure.span.start(), tenure.span.end()].map(|bound| bound.date().is_some())
    };
    let count = |of: [bool; 2]| data.tenures().iter().filter(|t| dated(t) == of).count();
    assert_eq!([count([false, false]), count([true, true])], [3170, 11]);
    assert_eq!([count([true, false]), count([false, true])], [101 - 11, 103 - 11]);

    // 36 times somebody has several memberships in a term, 33 of these for several parties.
    let mut seats: BTreeMap<_, Vec<&Option<Actor>>> = BTreeMap::new();
    for tenure in data.tenures() {
        seats.entry((&tenure.person, &tenure.term)).or_default().push(&tenure.on_behalf_of);
    }
    let several: Vec<_> = seats.values().filter(|parties| parties.len() > 1).collect();
    assert_eq!(several.len(), 36);
    let differ = |parties: &&&Vec<_>| parties.iter().any(|party| party != &parties[0]);
    assert_eq!(several.iter().filter(differ).count(), 33);

    // Parties that are none are kept, and told.
    assert_eq!(account.count_of("REC-009"), 3);
    assert!(data.agency("deputy-speaker").is_some());
    let langs: BTreeSet<_> = data
        .people()
        .iter()
        .flat_map(|person| &person.names)
        .filter_map(|name| name.lang.as_ref())
        .collect();
    assert_eq!((langs.len(), account.count_of("REC-006")), (171, 0));
    assert!(langs.iter().any(|lang| lang.as_str() == "zh-Hant"));
    assert_eq!(times(&account, "persons.images").as_deref(), Some("704"));
    assert_eq!(times(&account, "memberships.area_id").as_deref(), Some("3363"));
    assert_eq!(times(&account, "persons.other_names.note").as_deref(), Some("7079"));
}

#[test]
fn memberships_are_written_as_they_were() {
    for name in [COMMONS, POSTS, "sark.ep-popolo-v1.0.2015-11.json"] {
        let Some(bytes) = published(name) else { return };
        let mut file = Vec::new();
        popolo::write(&read(&bytes).data, &mut file).unwrap();
        let carried = [
            "person_id",
            "organization_id",
            "role",
            "start_date",
            "end_date",
            "legislative_period_id",
            "on_behalf_of_id",
        ];
        let memberships = |file: &[u8]| {
            let file: serde_json::Value = serde_json::from_slice(file).unwrap();
            let memberships = file["memberships"].as_array().unwrap().clone();
            let fields = |membership: serde_json::Value| {
                // Space around a text is not kept.
                carried.map(|field| membership[field].as_str().map(|text| text.trim().to_owned()))
            };
            memberships.into_iter().map(fields).collect::<BTreeSet<_>>()
        };
        assert!(memberships(&file) == memberships(&bytes), "{name}");
    }
}

#[test]
fn posts_of_members_of_parliament() {
    let Some(bytes) = published(POSTS) else { return };
    let Reading { data, account, .. } = read(&bytes);
    assert_eq!(skips(&account), [("objects whose id stood in the file before", 16)]);
    assert_eq!((account.count_of("REC-005"), data.people().len()), (99, 0));
    let told: usize =
        account.counts().find(|count| count.rule().id() == "REC-008").unwrap().found();
    assert_eq!(told, 1);
    assert_eq!(times(&account, "memberships.person_id").as_deref(), Some("11496"));

    // A span that can't be stays unknown, and both dates are there.
    let place =
        data.tenure(id_of::<Tenure>("uk.parliament.data/Member/394/Committee/17/11")).unwrap();
    assert!(place.span.is_unknown());
    let said: Vec<_> = place.attests.iter().map(|attest| attest.says.to_string()).collect();
    assert_eq!(said, ["2020-01-27", "2017-05-03"]);
    let reversed = data.tenures().iter().filter(|tenure| {
        let bound = |start: bool| {
            tenure.attests.iter().find_map(|attest| match attest.says {
                TenureFact::Start(Bound::On(date)) if start => Some(date),
                TenureFact::End(Bound::On(date)) if !start => Some(date),
                _ => None,
            })
        };
        bound(true) > bound(false)
    });
    assert_eq!(reversed.count(), 99);

    let spans = |person: &str, word: &str| -> Vec<_> {
        let tenures = tenures(&data, person);
        let of = |t: &&&Tenure| t.title.as_ref().is_some_and(|title| title.contains(word));
        tenures.iter().filter(of).map(|tenure| tenure.span.to_string()).collect()
    };
    let vaizey = "uk.org.publicwhip/person/11905";
    let miller = "uk.org.publicwhip/person/11389";
    assert_eq!(spans(vaizey, "Minister of State"), ["2014-07-15/2016-07-15"; 2]);
    assert!(spans(vaizey, "").contains(&"2010-05-22/2014-07-15".to_owned()));
    assert!(spans(vaizey, "").contains(&"2010-05-21/2010-12-21".to_owned()));
    assert_eq!(spans(miller, "Secretary of State for Culture"), ["2012-09-06/2014-04-09"]);
    assert_eq!(spans(miller, "Women and Equalities"), ["2012-10-15/2014-04-09"]);
    // An end that is missing is not known.
    let is_open = |t: &&Tenure| t.attests.is_empty() && t.span.end() == Bound::Unknown;
    assert_eq!(data.tenures().iter().filter(is_open).count(), 1706);
}

#[test]
fn ministers_of_south_africa() {
    let Some(bytes) = published(SOUTH_AFRICA) else { return };
    let Reading { data, account, .. } = read(&bytes);
    let name = |tenure: &Tenure| data.person(&tenure.person).unwrap().names[0].text.clone();
    let ministers: Vec<_> = entitled(&data, "Minister of Communications")
        .into_iter()
        .map(|(tenure, span)| (name(tenure), span))
        .collect();
    let ministers: BTreeSet<_> = ministers.iter().map(|(name, span)| (&**name, &**span)).collect();
    assert_eq!(
        ministers,
        BTreeSet::from([
            ("Siphiwe Nyanda", "/2010-10-31"),
            ("R L Padayachie", "2010-10-31/2011-10-24"),
            ("Dina Deliwe Pule", "2011-10-24/2013-07-09"),
            ("Yunus Ismail Carrim", "2013-07-09/"),
        ])
    );
    assert_eq!(entitled(&data, "Deputy Minister of Communications").len(), 2);
    let executive = id_of("org.mysociety.za/national-executive");
    let in_executive =
        data.tenures().iter().filter(|tenure| tenure.agency.as_ref() == Some(&executive));
    assert_eq!(in_executive.count(), 106);

    // Ten characters, and no day.
    assert_eq!(account.count_of("REC-003"), 1);
    let (home, span) = entitled(&data, "Minister of Home Affairs")
        .into_iter()
        .find(|(tenure, _)| name(tenure) == "Nkosazana Clarice Dlamini-Zuma")
        .unwrap();
    assert_eq!((span.as_str(), home.attests.len()), ("/", 1));
    assert_eq!(home.attests[0].printed.as_deref(), Some("2012-10-00"));
    let finding =
        account.findings().iter().find(|finding| finding.rule().id() == "REC-003").unwrap();
    assert!(finding.path().as_str().ends_with(".end_date"), "{finding}");
    assert_eq!(times(&account, "persons.given_names").as_deref(), Some("83"));
    assert_eq!(times(&account, "persons.initials_alt").as_deref(), Some("2"));
}

#[test]
fn names_in_other_scripts_and_years_alone() {
    let Some(bytes) = published("bahrain.ep-popolo-v1.0.2015-11.json") else { return };
    let bahrain = read(&bytes).data;
    person(&bahrain, "أ. الدكتورة جميلة منصور السماك");
    let macao = read(&published("macao.ep-popolo-v1.0.2015-11.json").unwrap());
    assert_eq!(macao.data.events()[0].sittings[0].span.to_string(), "2013/2017");
    assert_eq!(macao.account.count_of("REC-009"), 1);
    person(&macao.data, "AU KAM SAN");
    let sark = read(&published("sark.ep-popolo-v1.0.2015-11.json").unwrap());
    let terms: Vec<_> =
        sark.data.events().iter().map(|term| term.sittings[0].span.to_string()).collect();
    assert_eq!(terms, ["2009/2011", "2011/2013", "2013/2015", "2015/2017"]);

    let london = read(&published("proto-commons-gb-executive-Q1135166.popolo-m17n.json").unwrap());
    let post = &london.data.posts()[0];
    let name = |lang: &str| {
        let of =
            |name: &&netpolity::name::Name| name.lang.as_ref().is_some_and(|l| l.as_str() == lang);
        post.names.iter().find(of).map(|name| name.text.as_str())
    };
    assert_eq!((name("en"), name("cy")), (Some("Mayor of London"), Some("Maer Llundain")));
    // One statement of Wikidata on behalf of two parties is two tenures.
    let wales = read(&published("proto-commons-gb-executive-Q32859630.popolo-m17n.json").unwrap());
    let parties: Vec<_> =
        wales.data.tenures().iter().map(|t| t.on_behalf_of.as_ref().unwrap().to_string()).collect();
    assert_eq!(parties, ["agency:q832685", "agency:q9630"]);
    assert_eq!(wales.account.count_of("REC-007"), 1);
    let malaysia = read(&published("malaysia-cabinet-2015.popit.converted.json").unwrap());
    let agency = id_of("55b72847916cff2b6d55ab7f");
    assert!(malaysia.data.posts().iter().all(|post| post.agency == agency));
    let ids: BTreeSet<_> = malaysia.data.posts().iter().map(|post| &post.id).collect();
    assert!(malaysia.data.tenures().iter().all(|t| ids.contains(t.post.as_ref().unwrap())));
}

/// The catalogue's own records go out and come back, but for what Popolo can't say.
#[cfg(feature = "catalogue")]
#[test]
fn own_records_go_through_popolo() {
    let own = netpolity::catalogue::records();
    let mut file = Vec::new();
    let written = popolo::write(own, &mut file).unwrap();
    println!("written {}, lost {:?}", written.records, written.losses().collect::<Vec<_>>());
    let Reading { data, account, .. } = read(&file);
    println!("{account}");
    assert_eq!((account.rejected(), account.skipped(), account.missing()), (0, 0, 0));
    // Nothing that is written is unknown to the reader.
    assert_eq!((account.count_of("REC-001"), account.count_of("REC-002")), (0, 0));
    assert_eq!(data.people().len(), own.people().len());
    for (a, b) in own.people().iter().zip(data.people()) {
        assert_eq!((&a.id, &a.identifiers), (&b.id, &b.identifiers));
        let texts = |person: &Person| -> Vec<_> {
            let names = person.names.iter();
            names
                .map(|name| (name.text.clone(), name.lang.clone(), name.kind, name.parts.clone()))
                .collect()
        };
        assert_eq!(texts(a), texts(b));
    }
    for (a, b) in own.tenures().iter().zip(data.tenures()) {
        assert_eq!((&a.id, &a.person, &a.post, &a.agency), (&b.id, &b.person, &b.post, &b.agency));
        assert_eq!((&a.title, &a.term), (&b.title, &b.term));
        // Whatever is no date can't be told from what is not known.
        let dates = |span: Span| [span.start().date(), span.end().date()];
        assert_eq!(dates(a.span), dates(b.span));
    }
    let of = |data: &Dataset| -> Vec<_> {
        let events = data.events().iter();
        events.map(|event| (event.id.clone(), event.kind.clone(), event.parent.clone())).collect()
    };
    assert_eq!(of(own), of(&data));
    // What came back is carried whole.
    let mut again = Vec::new();
    popolo::write(&data, &mut again).unwrap();
    assert_eq!(read(&again).data, data);
}
