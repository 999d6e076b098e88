//! The embedded roundtable of 2013 holds every fact of the report that it is made from, each found by a question.

use chrono::{NaiveDate, Weekday};
use netpolity::actor::{
    Actor, AgencyKind, ChangeKind, Post, PostRank, RelationKind, Tenure, Unnamed,
};
use netpolity::catalogue;
use netpolity::event::{Cadence, Event, EventSeries, Role, SeriesFact};
use netpolity::finding::Severity;
use netpolity::id::Id;
use netpolity::name::NameKind;
use netpolity::quantity::{
    Hedge, Interval, Quantity, Tolerance, Unit, implied_base, implied_share,
};
use netpolity::source::{Agreement, DateKind, Explanation, SourceKind};
use netpolity::statement::{
    Act, ActClass, Claim, Delivery, Direction, Form, Measure, Stance, Statement, Subject,
};
use netpolity::stats::claims::{ClaimPolicy, ClaimTable, Outcome};
use netpolity::stats::rate_per;
use netpolity::taxonomy::{TermKind, TermRef};
use netpolity::time::{Bound, Tri};
use netpolity::validate::Profile;
use netpolity::{Area, Country, Dataset, PartialDate, Span};

/// What the report says, by the ids under which this test knows it: of the event, actors, statements and claims.
const IDS: [&str; 42] = [
    "e1", "e2", "e3", "e4", "e5", "e6", "a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "a9", "s1",
    "s2", "s3", "s4", "s5", "s6", "s7", "s8", "s9", "s10a", "s10b", "s11", "s12", "s13", "s14",
    "s15", "s16", "s17", "c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8", "c9",
];

/// One test a fact, and a list of those that there are.
macro_rules! facts {
    ($($(#[$what:meta])* $id:ident($data:ident) $check:block)+) => {
        const CHECKED: &[&str] = &[$(stringify!($id)),+];
        $(
            #[test]
            $(#[$what])*
            fn $id() {
                let $data = catalogue::roundtable_2013();
                $check
            }
        )+
    };
}

#[test]
fn no_fact_is_forgotten() {
    assert_eq!(CHECKED, IDS);
}

facts! {
    /// The fifth roundtable, in London, on a Monday.
    e1(data) {
        let editions = data.editions_of(&series());
        let fifth = editions[4];
        assert_eq!(fifth.edition, Some(5));
        assert_eq!(fifth.id, "china-uk-5");
        let [sitting] = fifth.sittings.as_slice() else { panic!("{} sittings", fifth.sittings.len()) };
        assert_eq!(sitting.span, Span::on(monday()));
        assert_eq!((sitting.city.as_deref(), sitting.country), (Some("London"), Some(Country::GBR)));
        assert_eq!(data.days_of(fifth), Some((day(2013, 9, 9), day(2013, 9, 9))));
        assert_eq!(monday().weekday(), Some(Weekday::Mon));
    }

    /// Called annual; the year 2012 had none.
    e2(data) {
        let said = &data.series("china-uk").unwrap().attests[0];
        assert_eq!(said.says, SeriesFact::Cadence(Cadence::Annual));
        assert_eq!(said.cite.source, "cd-report");
        let starts: Vec<NaiveDate> =
            data.editions_of(&series()).into_iter().map(|event| data.days_of(event).unwrap().0).collect();
        let gaps: Vec<i64> = starts.windows(2).map(|pair| (pair[1] - pair[0]).num_days()).collect();
        assert_eq!(gaps, [489, 488, 311, 711, 770]);
        assert!(starts.iter().all(|start| start.format("%Y").to_string() != "2012"));
    }

    /// Two co-hosts; another report has another Chinese one, which is the same body.
    e3(data) {
        let event = event(data);
        let hosts: Vec<String> = event.hosts().map(ToString::to_string).collect();
        assert_eq!(hosts, ["agency:siio", "agency:dcms"]);
        assert!(event.participants[..2].iter().all(|host| host.role == Role::CoHost));
        let other = &event.attests[0];
        assert_eq!(other.cite.source, "cd-second");
        assert_eq!(
            data.agreement(event, other, &Tolerance::default()),
            Agreement::Explained(Explanation::Nameplate)
        );
        let (regulator, carrier) = (actor("agency:siio"), actor("agency:scio"));
        assert_eq!(data.same_body(&regulator, &carrier, &Span::on(monday())), Tri::Yes);
        assert_eq!(data.same_body(&regulator, &carrier, &Span::on(date("2015-10-19"))), Tri::No);
    }

    /// Four sessions with their topics.
    e4(data) {
        let sessions: Vec<(&str, String)> = data
            .parts_of(&event(data).id)
            .map(|session| (session.names[0].text.as_str(), session.terms[0].to_string()))
            .collect();
        let expected = [
            ("Digital Technologies", "digital-technologies"),
            ("Social Responsibility of the Internet", "social-responsibility"),
            ("The Internet of Things", "internet-of-things"),
            ("eAccessible Technologies", "accessibility"),
        ];
        assert_eq!(sessions, expected.map(|(name, topic)| (name, topic.to_owned())));
        let accessibility = data.term(&term("accessibility")).unwrap();
        assert!(accessibility.definition.as_ref().unwrap().contains("disabilities"));
        assert!(data.parts_of(&event(data).id).all(|part| data.days_of(part) == data.days_of(event(data))));
    }

    /// A hedged head count.
    e5(data) {
        let [headcount] = event(data).headcounts.as_slice() else { panic!("one head count") };
        assert_eq!(headcount.count, quantity("more than 100"));
        assert_eq!(interval(&headcount.count), Interval::above(100));
        assert_eq!(headcount.cites[0].source, "cd-second");
    }

    /// Who gave the keynote, and who spoke.
    e6(data) {
        let role = |person: &str| {
            let person = actor(person);
            event(data).participants.iter().find(|p| p.actor == person).map(|p| p.role.clone())
        };
        assert_eq!(role("person:lu-wei"), Some(Role::Keynote));
        assert_eq!(role("person:ed-vaizey"), Some(Role::Speaker));
        let keynote = data.source("keynote").unwrap();
        assert_eq!((&keynote.kind, keynote.published), (&SourceKind::PreparedText, Some(monday())));
        assert_eq!(data.events_with(&actor("person:lu-wei")).count(), 1);
        assert_eq!(data.events_with(&actor("person:ed-vaizey")).count(), 4);
    }

    /// The regulator: a nameplate, renamed in English only.
    a1(data) {
        let siio = data.agency("siio").unwrap();
        assert_eq!((&siio.kind, siio.country), (&AgencyKind::InformationOffice, Some(Country::CHN)));
        let name = |when: &str, lang: &str| {
            data.name_of(&siio.id, date(when), &lang.parse().unwrap()).unwrap().name.text.as_str()
        };
        assert_eq!(name("2013-09-09", "en"), "State Internet Information Office");
        assert_eq!(name("2015-10-19", "en"), "Cyberspace Administration of China");
        assert_eq!(name("2013-09-09", "zh"), name("2015-10-19", "zh"));
        let nameplate = one(siio.relations.iter().filter(|r| r.kind == RelationKind::NameplateOf));
        assert_eq!(nameplate.to, "scio");
        assert_eq!(nameplate.span.covers(monday()), Tri::Yes);
        // The sources differ by a day in when it was founded; the month is common to them.
        let agreements = siio.attests.iter().map(|a| data.agreement(siio, a, &Tolerance::default()));
        assert!(agreements.eq([Agreement::Refines, Agreement::Refines]));
    }

    /// The department: three official names, one abbreviation, and functions that moved.
    a2(data) {
        let dcms = data.agency("dcms").unwrap();
        assert_eq!((&dcms.kind, dcms.country), (&AgencyKind::Ministry, Some(Country::GBR)));
        let since_1997 = Span::since(date("1997-07-14"));
        let names = |kind: NameKind| {
            let dated = dcms.names.iter().filter(move |name| name.kind == kind);
            dated.filter(|name| since_1997.overlaps(&name.span) == Tri::Yes).map(|name| name.text.as_str())
        };
        assert!(names(NameKind::Official).eq([
            "Department for Culture, Media and Sport",
            "Department for Digital, Culture, Media and Sport",
            "Department for Culture, Media and Sport",
        ]));
        assert!(names(NameKind::Abbreviation).eq(["DCMS"]));
        let moved = one(dcms.changes.iter().filter(|change| change.kind == ChangeKind::FunctionsMoved));
        assert_eq!((moved.date, moved.to[0].as_str()), (date("2023-02-07"), "dsit"));
        assert_eq!(moved.functions, [term("digital-policy")]);
    }

    /// The director who was printed as a minister.
    a3(data) {
        let post: Id<Post> = "siio-head".parse().unwrap();
        let holding = one(data.holders_of(&post, monday()));
        let tenure = holding.tenure;
        assert_eq!((tenure.person.as_str(), holding.covers), ("lu-wei", Tri::Yes));
        let printed = participant(data, "person:lu-wei").printed.as_deref();
        assert_eq!(printed, Some("Minister of the State Internet Information Office"));
        assert_eq!(data.post(&post).unwrap().names[0].text, "Director");
        let agreements: Vec<Agreement> =
            tenure.attests.iter().map(|said| data.agreement(tenure, said, &Tolerance::default())).collect();
        let reported = Agreement::Explained(Explanation::DateKind(DateKind::Reported));
        assert_eq!(
            agreements,
            [Agreement::Agree, reported, reported, Agreement::Agree, Agreement::Compatible]
        );
        // He left the party's office three weeks before the State Council published his removal.
        let ends: Vec<Bound> = ["lu-ccac", "lu-siio"].map(|id| tenure_of(data, id).span.end()).into();
        assert_eq!(ends, [Bound::On(date("2016-06-29")), Bound::On(date("2016-07-19"))]);
    }

    /// The parliamentary under-secretary who was printed as the minister of the department.
    a4(data) {
        let vaizey = participant(data, "person:ed-vaizey");
        assert_eq!(vaizey.printed.as_deref(), Some("UK minister of culture, media and sport"));
        let tenure = tenure_of(data, vaizey.tenure.as_ref().unwrap().as_str());
        assert_eq!(tenure.span.covers(monday()), Tri::Yes);
        let post = data.post(tenure.post.as_ref().unwrap()).unwrap();
        assert_eq!(post.rank, Some(PostRank::JuniorMinister));
        assert!(post.names[0].text.starts_with("Parliamentary Under-Secretary"));
        let secretary: Id<Post> = "dcms-secretary".parse().unwrap();
        assert_eq!(data.post(&secretary).unwrap().rank, Some(PostRank::CabinetMinister));
        let holding = one(data.holders_of(&secretary, monday()));
        assert_eq!(holding.tenure.person, "maria-miller");
        // No source at hand says when she left.
        assert_eq!(holding.covers, Tri::Maybe);
    }

    /// The former contractor.
    a5(data) {
        let tenure = tenure_of(data, "snowden-nsa");
        assert_eq!((tenure.person.as_str(), tenure.title.as_deref()), ("edward-snowden", Some("Contractor")));
        assert_eq!(tenure.span.end(), Bound::Before(date("2013-06")));
        assert_eq!(tenure.span.is_ended(day(2013, 9, 9)), Tri::Yes);
        let nsa = data.agency_of(tenure).unwrap();
        assert_eq!((&nsa.kind, nsa.country), (&AgencyKind::Intelligence, Some(Country::USA)));
    }

    /// The accused and the victims have no records of their own.
    a6(data) {
        let documents = data.statement("snowden-documents").unwrap();
        assert_eq!(documents.targets[0].actor, Country::USA.into());
        assert_eq!(documents.targets[0].printed.as_deref(), Some("the US government"));
        let victims: Vec<(&Actor, &str)> =
            documents.affected.iter().map(|m| (&m.actor, m.printed.as_deref().unwrap())).collect();
        assert_eq!(
            victims,
            [
                (&Actor::Unnamed(Unnamed::Collective), "Chinese mobile operators"),
                (&Actor::Unnamed(Unnamed::NotIdentified), "the operator of a fiber optic cable network"),
            ]
        );
    }

    /// Sites, and who ranks them.
    a7(data) {
        let claims = claims(data, "agency:china-daily", "popularity-rank");
        let sites: Vec<String> = claims.iter().map(|claim| claim.subject.to_string()).collect();
        let expected = ["baidu.com", "qq.com", "taobao.com", "sina.com.cn", "sohu.com"];
        assert_eq!(sites, expected.map(|site| format!("site:{site}")));
        let ranking = data.source(claims[0].cited.as_ref().unwrap()).unwrap();
        let publisher = data.agency(ranking.publisher.as_ref().unwrap()).unwrap();
        assert_eq!(publisher.names[0].text, "Royal Pingdom");
        assert_eq!((&publisher.kind, publisher.country), (&AgencyKind::Company, Some(Country::SWE)));
    }

    /// Somebody accuses, and nobody says who.
    a8(data) {
        let accuser = Actor::Unnamed(Unnamed::NotStated);
        assert_eq!(one(data.statements().by(&accuser)).id, "accusations-against-beijing");
    }

    /// Somebody is cited and described, and not identified.
    a9(data) {
        let authority = Actor::Unnamed(Unnamed::NotIdentified);
        let statement = one(data.statements().by(&authority));
        assert_eq!(statement.speakers[0].printed.as_deref(), Some("the Internet authority"));
    }

    /// An order within the framework of the United Nations.
    s1(data) {
        let lu = actor("person:lu-wei");
        let framework = term("un-framework");
        let call = one(data.statements().by(&lu).taking(Stance::Support, &framework));
        said_there(call);
        assert_eq!((call.act, call.form), (Act::Call, Some(Form::Paraphrase)));
        assert_eq!(call.act.class(), ActClass::Directive);
        assert_eq!(call.addressees[0].actor, Actor::Unnamed(Unnamed::Collective));
        assert_eq!(call.addressees[0].printed.as_deref(), Some("All nations"));
        assert_eq!(positions(call), [("multilateral-order", Stance::Support), ("un-framework", Stance::Support)]);
    }

    /// Liberty and order, quoted.
    s2(data) {
        let lu = actor("person:lu-wei");
        let liberty = term("liberty-and-order");
        let assertion = one(data.statements().by(&lu).about(&liberty));
        said_there(assertion);
        assert_eq!((assertion.act, assertion.form), (Act::Assertion, Some(Form::DirectQuote)));
        assert_eq!(assertion.texts[0].text, "no order … no liberty");
    }

    /// Sovereignty and hegemony.
    s3(data) {
        let lu = actor("person:lu-wei");
        let sovereignty = term("cyber-sovereignty");
        let call = one(data.statements().by(&lu).taking(Stance::Support, &sovereignty).doing(Act::Call));
        said_there(call);
        assert_eq!(
            positions(call),
            [
                ("cyber-sovereignty", Stance::Support),
                ("hegemony", Stance::Oppose),
                ("equal-treatment", Stance::Support),
            ]
        );
    }

    /// No country is immune.
    s4(data) {
        let lu = actor("person:lu-wei");
        let cybercrime = term("cybercrime");
        let assertion = one(data.statements().by(&lu).about(&cybercrime));
        said_there(assertion);
        assert_eq!(assertion.act, Act::Assertion);
        assert_eq!(assertion.terms, ["cybercrime", "hacking", "privacy-protection"].map(term));
    }

    /// China as a victim, in part quoted.
    s5(data) {
        let lu = actor("person:lu-wei");
        let hacking = term("hacking");
        let about = data.statements().by(&lu).about(&hacking);
        let assertion = one(about.filter(|s| s.form == Some(Form::PartialQuote)));
        said_there(assertion);
        assert_eq!(assertion.act, Act::Assertion);
        assert_eq!(assertion.affected[0].actor, Country::CHN.into());
        assert_eq!(assertion.cites[0].quote.as_deref(), Some("victim of hacking"));
        assert!(assertion.texts[0].text.contains("\"victim of hacking\""));
    }

    /// Against attacks of whatever form.
    s6(data) {
        let china = Country::CHN.into();
        let position = one(data.statements().on_behalf_of(&china).doing(Act::Position));
        said_there(position);
        assert_eq!(position.speakers[0].actor, actor("person:lu-wei"));
        assert_eq!(positions(position), [("internet-attacks", Stance::Oppose)]);
    }

    /// Cooperation offered on four issues.
    s7(data) {
        let china = Country::CHN.into();
        let offer = one(data.statements().on_behalf_of(&china).doing(Act::Offer));
        said_there(offer);
        assert_eq!(offer.act.class(), ActClass::Commissive);
        assert_eq!(
            offer.terms,
            ["cybersecurity", "anti-terrorism", "law-enforcement", "privacy-protection"].map(term)
        );
    }

    /// An order for positive energy.
    s8(data) {
        let lu = actor("person:lu-wei");
        let energy = term("positive-energy");
        let call = one(data.statements().by(&lu).about(&energy).doing(Act::Call));
        said_there(call);
        assert_eq!(call.form, Some(Form::PartialQuote));
        assert!(call.texts[0].text.contains("\"positive energy\""));
        assert_eq!(data.term(&energy).unwrap().kind, TermKind::Phrase);
    }

    /// What positive energy would do.
    s9(data) {
        let lu = actor("person:lu-wei");
        let energy = term("positive-energy");
        said_there(one(data.statements().by(&lu).about(&energy).doing(Act::Assertion)));
    }

    /// A latecomer that grew fast: the newspaper's own voice.
    s10a(data) {
        let paper = actor("agency:china-daily");
        let assertion = one(data.statements().by(&paper).doing(Act::Assertion));
        assert_eq!((&assertion.event, assertion.date), (&None, Some(date("2013-09-10"))));
        assert_eq!(assertion.delivery, Delivery::InWriting);
        assert_eq!(assertion.terms, [term("internet-development")]);
    }

    /// A platform for entrepreneurs: the speaker's.
    s10b(data) {
        let lu = actor("person:lu-wei");
        let development = term("internet-development");
        let assertion = one(data.statements().by(&lu).about(&development).doing(Act::Assertion));
        said_there(assertion);
        assert_eq!(assertion.affected[0].printed.as_deref(), Some("Chinese entrepreneurs"));
    }

    /// Praise of Britain in four respects.
    s11(data) {
        let lu = actor("person:lu-wei");
        let praise = one(data.statements().by(&lu).doing(Act::Praise));
        said_there(praise);
        assert_eq!(praise.targets[0].actor, Country::GBR.into());
        assert_eq!(praise.act.class(), ActClass::Expressive);
        assert_eq!(
            praise.terms,
            ["content-management", "technological-support", "self-regulation", "internet-law"].map(term)
        );
    }

    /// Both countries bear responsibility.
    s12(data) {
        let lu = actor("person:lu-wei");
        let regulation = term("internet-regulation");
        let assertion = one(data.statements().by(&lu).about(&regulation));
        said_there(assertion);
        assert_eq!(assertion.act, Act::Assertion);
    }

    /// A mechanism and four fields of joint work.
    s13(data) {
        let lu = actor("person:lu-wei");
        let proposal = one(data.statements().by(&lu).doing(Act::Proposal));
        said_there(proposal);
        assert_eq!(proposal.addressees[0].actor, Country::GBR.into());
        assert_eq!(positions(proposal), [("bilateral-mechanism", Stance::Support)]);
        assert_eq!(
            proposal.terms,
            ["innovation", "research", "cybersecurity", "information-sharing"].map(term)
        );
    }

    /// The British speaker on cooperation.
    s14(data) {
        let vaizey = actor("person:ed-vaizey");
        let cooperation = term("bilateral-cooperation");
        let call = one(data.statements().by(&vaizey).about(&cooperation));
        said_there(call);
        assert_eq!(call.act, Act::Call);
        assert_eq!(call.speakers[0].printed.as_deref(), Some("UK minister of culture, media and sport"));
    }

    /// The British speaker to companies.
    s15(data) {
        let vaizey = actor("person:ed-vaizey");
        let investment = term("investment");
        let call = one(data.statements().by(&vaizey).about(&investment));
        said_there(call);
        assert_eq!(call.act, Act::Call);
        assert_eq!(call.addressees[0].actor, Actor::Unnamed(Unnamed::Collective));
        assert_eq!(call.addressees[0].printed.as_deref(), Some("Internet companies from the two countries"));
    }

    /// An accusation that is only reported.
    s16(data) {
        let unknown = Actor::Unnamed(Unnamed::NotStated);
        let accusation = one(data.statements().by(&unknown).doing(Act::Accusation));
        assert_eq!(accusation.targets[0].actor, Country::CHN.into());
        assert_eq!(accusation.terms, ["internet-regulation", "hacking"].map(term));
        assert_eq!((&accusation.event, accusation.date), (&None, None));
    }

    /// An accusation by documents, made elsewhere.
    s17(data) {
        let june = data.statements().between(day(2013, 6, 1), day(2013, 6, 30));
        let accusation = one(june.doing(Act::Accusation));
        assert_eq!(accusation.speakers[0].actor, actor("person:edward-snowden"));
        // He spoke as nobody's contractor any more.
        assert_eq!(accusation.speakers[0].tenure, None);
        assert_eq!(accusation.targets[0].actor, Country::USA.into());
        assert_eq!(accusation.delivery, Delivery::InWriting);
        assert_eq!((&accusation.event, accusation.date), (&None, Some(date("2013-06"))));
    }

    /// Almost 600 million users, as of no date and from no document.
    c1(data) {
        let claim = claim(data, "unnamed:not-identified", "internet-users");
        let users = claim.quantity.unwrap();
        assert_eq!((users.hedge(), users.value()), (Hedge::Almost, 600_000_000.into()));
        assert!(interval(&users).certainly_below(&Interval::at_least(600_000_000)));
        assert_eq!((claim.period, &claim.cited), (None, &None));
        assert_eq!(claim.printed.as_deref(), Some("almost 600 million"));
        // What the registry published lies inside.
        let observed = observed(data, "internet-users");
        assert_eq!(observed, Interval::exactly(591_000_000));
        assert!(observed.is_subset_of(&interval(&users)));
    }

    /// 44.1 percent of the population.
    c2(data) {
        let claim = claim(data, "unnamed:not-identified", "internet-users-share");
        let share = claim.quantity.unwrap();
        assert_eq!((share.hedge(), share.unit()), (Hedge::Bare, Unit::Percent));
        assert_eq!(interval(&share), "[44.05, 44.15)".parse().unwrap());
        assert_eq!((claim.period, &claim.cited), (None, &None));
        assert_eq!(observed(data, "internet-users-share"), "[44.1, 44.1]".parse().unwrap());
    }

    /// Micro-bloggers.
    c3(data) {
        let claim = claim(data, "agency:china-daily", "microblog-users");
        assert_eq!(claim.subject, Country::CHN.into());
        assert_eq!(interval(&claim.quantity.unwrap()), Interval::above(300_000_000));
    }

    /// Users of one messenger: the same figure for other people.
    c4(data) {
        let claim = claim(data, "agency:china-daily", "wechat-users");
        assert_eq!(interval(&claim.quantity.unwrap()), Interval::above(300_000_000));
        assert_ne!(claim.indicator, "microblog-users");
    }

    /// Posts in a day.
    c5(data) {
        let claim = claim(data, "agency:china-daily", "microblog-posts");
        let posts = claim.quantity.unwrap();
        assert_eq!((posts.unit(), interval(&posts)), (Unit::CountPerDay, Interval::above(200_000_000)));
    }

    /// Websites of a part of the country.
    c6(data) {
        let claim = claim(data, "agency:china-daily", "websites");
        assert_eq!(claim.subject, "CHN/mainland".parse::<Subject>().unwrap());
        assert_ne!(claim.subject, Country::CHN.into());
        assert!(interval(&claim.quantity.unwrap()).certainly_below(&Interval::at_least(3_000_000)));
    }

    /// Five sites among the first twenty.
    c7(data) {
        let ranks = claims(data, "agency:china-daily", "popularity-rank");
        assert_eq!(ranks.len(), 5);
        for claim in &ranks {
            assert_eq!((claim.measure, claim.quantity), (Measure::Rank, Some(quantity("between 1 and 20"))));
            assert_eq!(claim.period, Some("2013".parse().unwrap()));
        }
        let share = claim(data, "agency:china-daily", "top-20-share");
        let five_of_twenty = implied_share(&Interval::exactly(5), &Interval::exactly(20)).unwrap();
        assert_eq!((share.measure, interval(&share.quantity.unwrap())), (Measure::Share, five_of_twenty));
    }

    /// A direction without a figure.
    c8(data) {
        let users = claims(data, "unnamed:not-identified", "internet-users");
        let rising = one(users.into_iter().filter(|claim| claim.quantity.is_none()));
        assert_eq!(rising.direction, Some(Direction::Rising));
    }

    /// The first of the buzzwords, in nobody's list.
    c9(data) {
        let claim = claim(data, "agency:china-daily", "buzzword-rank");
        assert_eq!(claim.subject, "term:positive-energy".parse::<Subject>().unwrap());
        assert_eq!((claim.measure, interval(&claim.quantity.unwrap())), (Measure::Rank, Interval::exactly(1)));
        assert_eq!((claim.period, &claim.cited), (Some("2012".parse().unwrap()), &None));
    }
}

#[test]
fn the_figures_imply_a_population() {
    let data = catalogue::roundtable_2013();
    let users =
        interval(&claim(data, "unnamed:not-identified", "internet-users").quantity.unwrap());
    let share =
        interval(&claim(data, "unnamed:not-identified", "internet-users-share").quantity.unwrap());
    let population = |users: &Interval| implied_base(users, &share).unwrap();
    let in_millions = |found: Interval| {
        [found.lo(), found.hi()].map(|end| {
            let people: f64 = end.unwrap().value.to_string().parse().unwrap();
            format!("{:.1}", people / 1e6)
        })
    };

    let below: Interval = "(-inf, 1362100000)".parse().unwrap();
    assert!(population(&users).is_subset_of(&below));

    let registry = claim(data, "agency:cnnic", "internet-users").quantity.unwrap();
    let exact = registry.interval(&Tolerance::exact()).unwrap();
    assert_eq!(exact, observed(data, "internet-users"));
    assert_eq!(in_millions(population(&exact)), ["1338.6", "1341.7"]);
    // With the registry's own rounding to millions.
    assert_eq!(in_millions(population(&interval(&registry))), ["1337.5", "1342.8"]);

    let offline = Interval::exactly(100).sub(&share).unwrap();
    assert!(offline.contains(&"55.9".parse().unwrap()));
    assert!(offline.is_subset_of(&"[55.5, 56.5)".parse().unwrap()));
}

#[test]
fn lower_bounds_determine_little() {
    let data = catalogue::roundtable_2013();
    let figure =
        |indicator| interval(&claim(data, "agency:china-daily", indicator).quantity.unwrap());
    let users =
        interval(&claim(data, "unnamed:not-identified", "internet-users").quantity.unwrap());
    // More than half of all users keep a micro-blog.
    let share = implied_share(&figure("microblog-users"), &users).unwrap();
    assert!(Interval::exactly(50).certainly_below(&share));
    // How much each of them posts may be anything: a refusal, and no 0.67.
    assert!(rate_per(1, figure("microblog-posts"), figure("microblog-users")).is_err());
}

#[test]
fn the_known_editions_are_there() {
    let data = catalogue::roundtable_2013();
    let editions = data.editions_of(&series());
    let starts: Vec<String> =
        editions.iter().map(|e| e.sittings[0].span.start().to_string()).collect();
    assert_eq!(
        starts,
        ["2008-03-20", "2009-07-22", "2010-11-22", "2011-09-29", "2013-09-09", "2015-10-19"]
    );
    let counts: Vec<Option<String>> =
        editions.iter().map(|e| e.headcounts.first().map(|h| h.count.to_string())).collect();
    let expected = [
        None,
        Some("more than 110"),
        Some("almost 100"),
        None,
        Some("more than 100"),
        Some("more than 200"),
    ];
    assert_eq!(counts, expected.map(|count| count.map(str::to_owned)));
    let third = editions[2];
    let other = data.agreement(third, &third.attests[0], &Tolerance::default());
    assert_eq!(other, Agreement::Compatible, "two phrases, both true between 90 and 100");
}

#[test]
fn every_record_names_its_source() {
    let data = catalogue::roundtable_2013();
    let mut bare: Vec<String> = Vec::new();
    macro_rules! bare {
        ($($rows:expr, $id:ident;)+) => {
            $(for record in $rows.into_iter().filter(|record| record.cites.is_empty()) {
                bare.push(record.$id.to_string());
            })+
        };
    }
    bare! {
        data.agencies(), id;
        data.people(), id;
        data.posts(), id;
        data.tenures(), id;
        data.event_series(), id;
        data.events(), id;
        data.statements(), id;
        data.taxonomies(), id;
        data.indicators(), id;
        data.observations(), indicator;
    }
    assert_eq!(bare, Vec::<String>::new());
}

#[test]
fn validation_finds_what_the_report_leaves_open() {
    let data = catalogue::roundtable_2013();
    let report = data.validate(&Profile::default(), "2026-01-01".parse().unwrap());
    assert_eq!(report.total(Severity::Error), 0, "{report}");
    let found =
        |rule: &str| report.of_rule(rule).map(|f| f.path().as_str().to_owned()).collect::<Vec<_>>();

    // The year without an edition, and the gaps.
    let cadence = one(report.of_rule("EVT-005"));
    assert_eq!(cadence.path().as_str(), "event_series[china-uk].attests[0]");
    for part in ["2012", "489, 488, 311, 711", "770"] {
        assert!(cadence.message().contains(part), "{cadence}");
    }
    // Two hosts that are one body.
    let hosts =
        report.of_rule("SRC-007").find(|f| f.path().as_str() == "events[china-uk-5].attests[0]");
    assert!(hosts.unwrap().message().contains("explained"), "{report}");
    // Capacities that were printed differently.
    assert_eq!(
        found("STM-016"),
        [
            "statements[lu-un-framework].speakers[0].printed",
            "statements[vaizey-cooperation].speakers[0].printed",
        ]
    );
    // Figures without a date or a document: all but those of the registry and of the ranking.
    let gaps = found("QTY-004");
    for bare in
        ["authority-users].claims[0]", "authority-users].claims[1]", "cd-buzzword].claims[0]"]
    {
        assert!(gaps.contains(&format!("statements[{bare}")), "{report}");
    }
    let of = |statement: &str| gaps.iter().filter(|path| path.contains(statement)).count();
    assert_eq!((of("cnnic-users"), of("cd-top-20")), (0, 0));
    // Nothing else is wrong with it.
    let rules: Vec<&str> = report.counts().iter().map(|count| count.rule().id()).collect();
    assert_eq!(rules, ["EVT-005", "QTY-004", "QTY-005", "SRC-007", "STM-016"], "{report}");
    // 591 million at 44.1 percent are 1,340 million people, fewer than the World Bank counts: the registry divides by
    // another population.
    assert_eq!(found("QTY-005"), ["statements[cnnic-users].claims[1]"]);
    // These are what others said and did, so that it can be published.
    let strict = data.validate(&Profile::strict(), "2026-01-01".parse().unwrap());
    assert!(!strict.has_errors(), "{strict}");
}

/// Who said what of which indicator, and how the World Bank's shares bear it out: only of the share of users is there a series.
#[test]
fn claims_by_speaker_and_indicator() {
    let data = catalogue::roundtable_2013();
    let checked = data.check_claims(catalogue::internet_use(), &ClaimPolicy::default());
    let table = ClaimTable::of(&checked);
    let rows: Vec<_> = table
        .rows()
        .iter()
        .map(|row| {
            let speaker = row.speaker.unwrap().to_string();
            let open = row.count(Outcome::Indeterminate);
            (speaker, row.indicator.as_str(), open, row.count(Outcome::NotComparable))
        })
        .collect();
    let rows: Vec<_> = rows.iter().map(|row| (row.0.as_str(), row.1, row.2, row.3)).collect();
    assert_eq!(
        rows,
        [
            ("agency:china-daily", "buzzword-rank", 0, 1),
            ("agency:china-daily", "microblog-posts", 0, 1),
            ("agency:china-daily", "microblog-users", 0, 1),
            ("agency:china-daily", "popularity-rank", 0, 5),
            ("agency:china-daily", "top-20-share", 0, 1),
            ("agency:china-daily", "websites", 0, 1),
            ("agency:china-daily", "wechat-users", 0, 1),
            ("agency:cnnic", "internet-users", 0, 1),
            ("agency:cnnic", "internet-users-share", 1, 0),
            ("person:lu-wei", "internet-users", 0, 2),
            ("person:lu-wei", "internet-users-share", 1, 0),
            ("unnamed:not-identified", "internet-users", 0, 2),
            ("unnamed:not-identified", "internet-users-share", 1, 0),
        ]
    );
    let counted: usize = table.rows().iter().map(|row| row.claims.len()).sum();
    assert_eq!(counted, checked.len());
}

/// The only one.
#[track_caller]
fn one<T>(mut found: impl Iterator<Item = T>) -> T {
    let first = found.next().expect("found none");
    assert!(found.next().is_none(), "found several");
    first
}

fn actor(text: &str) -> Actor {
    text.parse().unwrap()
}

fn term(text: &str) -> TermRef {
    text.parse().unwrap()
}

fn date(text: &str) -> PartialDate {
    text.parse().unwrap()
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn monday() -> PartialDate {
    date("2013-09-09")
}

fn quantity(text: &str) -> Quantity {
    text.parse().unwrap()
}

fn interval(quantity: &Quantity) -> Interval {
    quantity.interval(&Tolerance::default()).unwrap()
}

fn series() -> Id<EventSeries> {
    "china-uk".parse().unwrap()
}

fn event(data: &Dataset) -> &Event {
    data.event("china-uk-5").unwrap()
}

fn participant<'a>(data: &'a Dataset, who: &str) -> &'a netpolity::event::Participant {
    let who = actor(who);
    one(event(data).participants.iter().filter(|p| p.actor == who))
}

fn tenure_of<'a>(data: &'a Dataset, id: &str) -> &'a Tenure {
    data.tenure(id).unwrap()
}

/// Made in a speech at the roundtable.
#[track_caller]
fn said_there(statement: &Statement) {
    assert_eq!(statement.event.as_ref().map(Id::as_str), Some("china-uk-5"));
    assert_eq!(statement.date, Some(monday()));
    assert_eq!(statement.delivery, Delivery::Delivered);
    assert!(statement.speakers[0].tenure.is_some());
}

fn positions(statement: &Statement) -> Vec<(&str, Stance)> {
    statement.positions.iter().map(|p| (p.term.term.as_str(), p.stance)).collect()
}

fn claims<'a>(data: &'a Dataset, speaker: &str, indicator: &str) -> Vec<&'a Claim> {
    let speaker = actor(speaker);
    let theirs = data.statements().filter(|s| s.speakers.iter().any(|s| s.actor == speaker));
    theirs.flat_map(|s| &s.claims).filter(|claim| claim.indicator == indicator).collect()
}

/// The one claim with a figure.
#[track_caller]
fn claim<'a>(data: &'a Dataset, speaker: &str, indicator: &str) -> &'a Claim {
    one(claims(data, speaker, indicator).into_iter().filter(|claim| claim.quantity.is_some()))
}

fn observed(data: &Dataset, indicator: &str) -> Interval {
    let china: Area = Country::CHN.into();
    let observation = one(data.observations().iter().filter(|o| {
        o.indicator == indicator && o.area == china && o.period.to_string() == "2013-06"
    }));
    Interval::exactly(observation.value.unwrap())
}
