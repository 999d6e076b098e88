//! Measures over events, tenures and statements, on the catalogue and on examples small enough to count by hand.

use netpolity::actor::StakeholderGroup;
use netpolity::event::Counted;
use netpolity::quantity::Tolerance;
use netpolity::stats::ActorOf;
use netpolity::stats::discourse::{
    Attention, Issues, Normalisation, accusations, attention, exchanges, spread,
};
use netpolity::stats::events::{
    Attendance, Balance, Hull, attendance_hull, host_sequence, participation, regularity,
    speaking_balance, stakeholder_balance,
};
use netpolity::stats::network::Node;
use netpolity::stats::tenures::{
    completeness, interlock_network, interlocks, median_length, medians_by_post, tenure_lengths,
    turnover,
};
use netpolity::stats::{Excluded, Refusal};
use netpolity::time::{PeriodKind, Tri};
use netpolity::{Country, Dataset, catalogue};
use proptest::prelude::*;

fn dataset(tables: &str) -> Dataset {
    Dataset::from_json(&format!(r#"{{ "netpolity": 1, {tables} }}"#)).unwrap()
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-12
}

#[test]
fn the_forum_met_once_a_year_and_never_after_the_same_time() {
    let found = regularity(catalogue::records(), &"igf".parse().unwrap());
    let days: Vec<i64> = found.value.gaps().iter().map(|gap| gap.fewest).collect();
    assert_eq!(
        days,
        [
            378, 387, 347, 303, 378, 406, 350, 315, 434, 392, 377, 329, 378, 343, 399, 357, 314,
            434, 190
        ]
    );
    assert_eq!((found.support, found.excluded.total()), (20, 0));
    // From 30 October 2006 to 23 June 2025 there are 6811 days.
    assert_eq!(found.value.mean(), Ok((6811.0 / 19.0, 6811.0 / 19.0)));
    let variation = found.value.coefficient_of_variation().unwrap();
    assert!((variation - 0.154_728).abs() < 5e-7, "{variation}");
}

#[test]
fn what_did_not_meet_or_has_no_date_is_no_gap() {
    let data = dataset(
        r#""event_series": [ { "id": "s" } ], "events": [
             { "id": "a", "kind": "forum", "series": "s", "sittings": [ { "span": "2010-01-01", "country": "GBR" } ] },
             { "id": "b", "kind": "forum", "series": "s", "status": "cancelled", "sittings": [ { "span": "2010-06-01" } ] },
             { "id": "c", "kind": "forum", "series": "s", "sittings": [ { "span": "2011-01", "country": "CHN" }, { "span": "2011-02-03", "country": "GBR" } ] },
             { "id": "d", "kind": "forum", "series": "s" } ]"#,
    );
    let series = "s".parse().unwrap();
    let found = regularity(&data, &series);
    assert_eq!(found.value.gaps().len(), 1);
    // From 1 January 2010 to some day of January 2011.
    assert_eq!((found.value.gaps()[0].fewest, found.value.gaps()[0].most), (365, 395));
    assert_eq!(found.excluded.to_string(), "1 undated, 1 not-held");
    assert_eq!(
        found.value.coefficient_of_variation(),
        Err(Refusal::TooFew { found: 1, needed: 2 })
    );
    // In two countries at once is in none.
    let hosts = host_sequence(&data, &series);
    assert_eq!((hosts.support, hosts.excluded.of(Excluded::NoCategory)), (1, 2));
    assert_eq!(hosts.value.alternation(), Err(Refusal::TooFew { found: 1, needed: 2 }));
}

#[test]
fn the_roundtable_went_to_and_fro_until_it_stayed() {
    let found = host_sequence(catalogue::roundtable_2013(), &"china-uk".parse().unwrap()).value;
    let countries: Vec<String> =
        found.editions().iter().map(|(_, country)| country.unwrap().to_string()).collect();
    assert_eq!(countries, ["GBR", "CHN", "GBR", "CHN", "GBR", "GBR"]);
    assert_eq!(found.alternation(), Ok(0.8));
    assert_eq!(found.regional_rotation(), Ok(0.8));
    assert!(near(found.by_country().unwrap().share(&Country::GBR), 4.0 / 6.0));
}

#[test]
fn head_counts_meet_or_contradict() {
    let of = |data: &'static Dataset, event: &str, of, group| {
        attendance_hull(data.event(event).unwrap(), of, group, &Tolerance::default())
    };
    let records = catalogue::records();
    let dakar = |counted| of(records, "gac-dakar-2011", counted, None).unwrap().value;
    let [Hull::Within(room), Hull::Within(remote), Hull::Within(all)] =
        [Counted::OnSite, Counted::Remote, Counted::Total].map(dakar)
    else {
        panic!("Dakar");
    };
    assert_eq!(
        (room.to_string(), remote.to_string(), all.to_string()),
        ("[46, 46]".into(), "[3, 3]".into(), "[49, 49]".into())
    );
    assert_eq!(room.add(&remote).unwrap(), all);
    // Almost 100, and 90-odd: above 90 and below 100.
    let third = of(catalogue::roundtable_2013(), "china-uk-3", Counted::Total, None).unwrap();
    let Hull::Within(third_hull) = third.value else { panic!("{third:?}") };
    assert!(
        third_hull.contains(&95.into())
            && !third_hull.contains(&100.into())
            && !third_hull.contains(&90.into())
    );
    assert_eq!((third.support, third.excluded.total()), (2, 0));
    let fourth = of(records, "igf-4", Counted::Total, None).unwrap();
    assert!(matches!(fourth.value, Hull::Contradiction(_)));
    // 97 countries at the first forum are no head count of people, and 152 of the press are one of the press.
    let press = of(records, "igf-1", Counted::Total, Some(StakeholderGroup::Media)).unwrap();
    assert_eq!((press.support, press.excluded.of(Excluded::Outside)), (1, 3));
    assert_eq!(of(records, "igf-1", Counted::Submissions, None).unwrap_err(), Refusal::Empty);
}

const ROOM: &str = r#""agencies": [ { "id": "dcms", "kind": "ministry", "country": "GBR" }, { "id": "isoc", "kind": "civil-society" } ],
    "people": [ { "id": "vaizey" }, { "id": "guest" } ], "tenures": [ { "id": "v", "person": "vaizey", "agency": "dcms" } ],
    "events": [
      { "id": "a", "kind": "forum", "participants": [
          { "actor": "country:CHN", "role": "delegate" }, { "actor": "agency:dcms", "role": "co-host" },
          { "actor": "person:vaizey", "role": "keynote", "tenure": "v" }, { "actor": "agency:isoc", "role": "panellist" },
          { "actor": "person:guest", "role": "guest" }, { "actor": "unnamed:not-stated", "role": "press" } ] },
      { "id": "b", "kind": "forum", "participants": [
          { "actor": "agency:isoc", "role": "speaker" }, { "actor": "agency:dcms", "role": "delegate" },
          { "actor": "agency:dcms", "role": "speaker" }, { "actor": "person:guest", "role": "speaker", "on_behalf_of": [ "country:IND" ] } ] } ],
    "statements": [
      { "id": "1", "act": "call", "date": "2020-01-10", "terms": [ "x", "y" ], "speakers": [ { "actor": "person:vaizey", "tenure": "v" } ] },
      { "id": "2", "act": "call", "date": "2020-02-10", "terms": [ "x" ], "speakers": [ { "actor": "agency:isoc" } ] },
      { "id": "3", "act": "call", "date": "2020-03", "event": "b", "terms": [ "x" ], "status": "disputed", "speakers": [ { "actor": "person:guest" } ] } ]"#;

#[test]
fn who_is_in_the_room_and_who_speaks() {
    let data = dataset(ROOM);
    let room = stakeholder_balance(&data, &data.events()[0].participants).unwrap();
    assert_eq!((room.support, room.excluded.of(Excluded::NoCategory)), (4, 2));
    assert!(near(room.value.share(&StakeholderGroup::Government), 0.75));
    // Three of one and one of another: -(3/4 ln 3/4 + 1/4 ln 1/4) / ln 7.
    assert!((room.value.normalised_entropy().unwrap() - 0.288_983).abs() < 5e-7);
    assert!(near(room.value.simpson(), 0.375) && near(room.value.simpson_unbiased().unwrap(), 0.5));
    let turns = speaking_balance(&data, data.statements()).unwrap();
    assert_eq!((turns.support, turns.excluded.total()), (2, 1));
    assert!(near(turns.value.share(&StakeholderGroup::CivilSociety), 0.5));
    assert_eq!(Balance::<u8>::new([(1, 0)]), Err(Refusal::Empty));

    let found = participation(&data, data.events());
    // The UK 4 times, China and India once; isoc has no country, and a guest and the press once none.
    assert_eq!((found.support, found.excluded.total()), (6, 4));
    let uk = found.value.of(Country::GBR);
    assert_eq!((uk.events, uk.participants, uk.speaking), (2, 4, 2));
    assert!(near(found.value.rate(Country::IND), 0.5));
    // Two of the three who speak, four of the six who are there.
    assert!(near(found.value.representation(Country::GBR).unwrap(), 1.0));
    assert!(found.value.representation(Country::FRA).is_err());
}

#[test]
fn who_is_there_with_whom() {
    let data = dataset(ROOM);
    let found = Attendance::of(&data, data.events());
    assert_eq!(
        (found.support, found.excluded.to_string()),
        (8, "1 duplicates, 1 without-an-actor".into())
    );
    let (a, b) = ("a".parse().unwrap(), "b".parse().unwrap());
    // isoc, dcms and the guest are at both, two more at the first.
    assert!(near(found.value.jaccard(&a, &b).unwrap(), 0.6));
    assert!(near(found.value.persistence(&a, &b).unwrap(), 0.6));
    assert!(near(found.value.persistence(&b, &a).unwrap(), 1.0));
    assert_eq!(found.value.persistence(&"none".parse().unwrap(), &a), Err(Refusal::Empty));
    let two_mode = found.value.two_mode();
    assert_eq!((two_mode.vertices().len(), two_mode.edges().len()), (7, 8));
    let node = |text: &str| Node::Actor(text.parse().unwrap());
    let together = found.value.together(Normalisation::None);
    assert!(near(together.weight(&node("agency:isoc"), &node("agency:dcms")), 2.0));
    assert!(near(together.weight(&node("agency:isoc"), &node("country:CHN")), 1.0));
    let alike = found.value.together(Normalisation::Jaccard);
    assert!(near(alike.weight(&node("agency:isoc"), &node("country:CHN")), 0.5));
}

#[test]
fn lengths_medians_turnover_and_interlocks() {
    let data = dataset(
        r#""agencies": [ { "id": "x", "kind": "ministry" }, { "id": "y", "kind": "registrar" },
               { "id": "z", "kind": "ministry", "relations": [ { "kind": "nameplate-of", "to": "x", "span": "2000/.." } ] } ],
           "people": [ { "id": "a", "death": "2012-03-01" }, { "id": "b" } ], "posts": [ { "id": "p", "agency": "x" } ],
           "tenures": [
             { "id": "1", "person": "a", "post": "p", "span": "2012-01-01/" },
             { "id": "2", "person": "b", "post": "p", "span": "2012-03/2013-02-28" },
             { "id": "3", "person": "b", "agency": "y", "span": "2012-02/2012-06" },
             { "id": "4", "person": "b", "agency": "z", "span": "2012-01-01/2012-12-31" },
             { "id": "5", "person": "b", "post": "p", "capacity": "honorary", "span": "2014-01-01/.." },
             { "id": "6", "person": "c" } ]"#,
    );
    let lengths = tenure_lengths(&data, data.tenures(), "2014-01-31".parse().unwrap());
    let days: Vec<_> =
        lengths.value.iter().map(|one| (one.fewest, one.most, one.ongoing)).collect();
    // The first ended on 1 March 2012 at the latest, a leap year.
    assert_eq!(days[0].1, 61);
    assert_eq!(days[1], (335, 365, false));
    assert_eq!(days.last(), Some(&(31, 31, true)));
    assert_eq!((lengths.support, lengths.excluded.to_string()), (5, "1 undated".into()));
    let of_post = medians_by_post(&data, "2014-01-31".parse().unwrap());
    assert_eq!((of_post.len(), of_post[0].1.support), (1, 2));
    assert_eq!(of_post[0].1.value.hi().unwrap().value, "213".parse().unwrap()); // (61 + 365) / 2
    assert_eq!(median_length(&[]), Err(Refusal::Empty));

    let year = turnover(&data, data.tenures(), 2012);
    assert_eq!(year.excluded.of(Excluded::Undated), 1);
    // The three of posts and bodies that end in the year; the second goes on.
    assert_eq!((year.value.ended.certain, year.value.at_end.certain), (3, 2));

    let on = |day: &str| interlocks(&data, day.parse().unwrap());
    let may = on("2012-05-10");
    let pairs: Vec<(&str, &str, Tri)> =
        may.iter().map(|one| (one.bodies[0].as_str(), one.bodies[1].as_str(), one.holds)).collect();
    // A nameplate and the body on which it is are one.
    assert_eq!(pairs, [("x", "y", Tri::Yes), ("y", "z", Tri::Yes)]);
    assert_eq!(on("2012-03-10")[0].holds, Tri::Maybe);
    let network = interlock_network(&may);
    assert_eq!((network.vertices().len(), network.edges().len()), (3, 2));

    let known = completeness(&data);
    let of = |body: &str| known.iter().find(|one| one.body.is_some_and(|id| id == body)).unwrap();
    assert_eq!((of("x").tenures, of("x").started, of("x").ended, of("x").complete), (3, 3, 2, 2));
    assert!(near(of("y").share(), 1.0));
    assert_eq!(known[0].body, None);
}

#[test]
fn what_is_talked_about_and_by_whom_first() {
    let data = dataset(ROOM);
    let found = attention(&data, data.statements(), Issues::Named);
    let term = |text: &str| text.parse().unwrap();
    assert_eq!((found.support, found.value.count(&term("x"))), (3, 3));
    assert!(
        near(found.value.share(&term("y")), 0.25)
            && near(found.value.share_of_statements(&term("x")), 1.0)
    );
    assert!(near(found.value.concentration().unwrap().herfindahl_index(), 0.625));
    let first = attention(&data, data.statements().take(1), Issues::Named).value;
    // Half and half against three quarters and one quarter.
    assert!(near(first.total_variation(&found.value).unwrap(), 0.25));
    assert!((first.jensen_shannon(&found.value).unwrap() - 0.048_795).abs() < 5e-7);
    assert_eq!(first.total_variation(&Attention::default()), Err(Refusal::Empty));

    let found = spread(&data, data.statements(), &term("x"), ActorOf::Speaker);
    let order: Vec<String> = found.value.actors.iter().map(|one| one.of.to_string()).collect();
    assert_eq!(order, ["person:vaizey", "agency:isoc", "person:guest"]);
    assert_eq!(found.value.actors[2].latest.to_string(), "2020-03-31");
    assert_eq!(found.value.events.len(), 1);
}

#[test]
fn baskets_are_the_widest_terms() {
    let data = dataset(
        r#""taxonomies": [ { "id": "t", "version": "1", "terms": [ { "id": "security", "kind": "issue" },
               { "id": "crime", "kind": "issue", "broader": "security" }, { "id": "fraud", "kind": "issue", "broader": "crime" },
               { "id": "loop-a", "kind": "issue", "broader": "loop-b" }, { "id": "loop-b", "kind": "issue", "broader": "loop-a" } ] } ],
           "statements": [ { "id": "1", "act": "call", "terms": [ "fraud", "t/crime" ] }, { "id": "2", "act": "call", "terms": [ "loop-a" ] } ]"#,
    );
    let found = attention(&data, data.statements(), Issues::Baskets).value;
    assert_eq!(found.count(&"t/security".parse().unwrap()), 1);
    assert_eq!(found.counts().map(|(_, count)| count).sum::<u32>(), 2);
}

#[test]
fn who_accuses_whom_and_who_answers() {
    let data = dataset(
        r#""statements": [
             { "id": "charge", "act": "accusation", "date": "2013-06-06", "targets": [ "country:USA" ], "speakers": [ { "actor": "country:CHN" } ] },
             { "id": "late", "act": "denial", "date": "2013-07-01", "speakers": [ { "actor": "country:USA" } ],
               "links": [ { "kind": "answers", "to": "charge" }, { "kind": "denies", "to": "charge" } ] },
             { "id": "soon", "act": "assertion", "date": "2013-06-07", "speakers": [ { "actor": "country:GBR" } ],
               "links": [ { "kind": "answers", "to": "charge" } ] },
             { "id": "threat", "act": "threat", "date": "2013", "targets": [ "country:USA", "country:CHN" ], "speakers": [ { "actor": "country:CHN" } ] },
             { "id": "undated", "act": "praise", "targets": [ "country:CHN" ], "speakers": [ { "actor": "country:USA" } ] } ]"#,
    );
    let found = accusations(&data, data.statements());
    let replies: Vec<_> = found.value[0]
        .replies
        .iter()
        .map(|one| (one.statement.id.as_str(), one.denies, one.by_accused, one.delay))
        .collect();
    assert_eq!(
        replies,
        [("soon", false, false, Some((1, 1))), ("late", true, true, Some((25, 25)))]
    );

    let by = |kind| exchanges(&data, data.statements(), ActorOf::Speaker, kind);
    let year = by(PeriodKind::Year);
    assert_eq!(year.value.len(), 1, "{year:?}");
    assert_eq!((year.value[0].conflict, year.value[0].cooperation), (2, 0));
    assert_eq!(
        (year.support, year.excluded.to_string()),
        (2, "2 without-an-actor, 1 undated".into())
    );
    // Of some day of 2013 nobody knows the month.
    assert_eq!(by(PeriodKind::Month).excluded.of(Excluded::Undated), 2);
}

proptest! {
    #[test]
    fn balances_keep_their_bounds(counts in proptest::collection::vec(0u32..50, 2..8)) {
        let Ok(balance) = Balance::new(counts.iter().copied().enumerate()) else { return Ok(()) };
        let entropy = balance.normalised_entropy().unwrap();
        prop_assert!((0.0..=1.0).contains(&entropy));
        let most = 1.0 - 1.0 / f64::from(u8::try_from(counts.len()).unwrap());
        prop_assert!((-1e-12..=most + 1e-12).contains(&balance.simpson()));
        if balance.total() > 1 {
            let n = f64::from(balance.total());
            prop_assert!((balance.simpson_unbiased().unwrap() - balance.simpson() * n / (n - 1.0)).abs() < 1e-9);
        }
        let shares: f64 = balance.counts().map(|(category, _)| balance.share(category)).sum();
        prop_assert!((shares - 1.0).abs() < 1e-9);
    }
}
