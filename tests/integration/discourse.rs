//! Discourse networks: those of the sample of Discourse Network Analyzer as its authors and others computed them, and laws.
//!
//! The files are not part of the crate; see `un_list`.
#![allow(
    clippy::print_stdout,
    clippy::trivially_copy_pass_by_ref,
    reason = "it says what is skipped, and hands policies on as the crate takes them"
)]

use std::collections::{BTreeMap, BTreeSet};

use netpolity::Dataset;
use netpolity::actor::Actor;
use netpolity::source::{Cite, Derivation, Source, SourceKind};
use netpolity::statement::{Act, Position, Speaker, Stance, Statement};
use netpolity::stats::discourse::{Normalisation, Once, StancePolicy, Stances, Tally, Tie};
use netpolity::stats::network::{Network, Node};
use netpolity::stats::{ActorOf, Excluded, Refusal, Undecided};
use netpolity::taxonomy::TermRef;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

use crate::un_list::folder;

/// The sample: 40 statements of seven people who speak for an organisation each, on six concepts.
struct Sample {
    dataset: Dataset,
    /// The documents of each section.
    sections: BTreeMap<String, BTreeSet<String>>,
    /// Rows that are notes of a coder and no statements.
    notes: usize,
    expected: Value,
}

fn sample() -> Option<Sample> {
    let Some(folder) = folder().map(|folder| folder.join("dna")) else {
        println!("skipped: no folder with the sample of Discourse Network Analyzer");
        return None;
    };
    let rows = |file: &str| -> Vec<BTreeMap<String, String>> {
        let mut reader = csv::Reader::from_path(folder.join(file)).unwrap();
        reader.deserialize().map(Result::unwrap).collect()
    };
    let mut sections: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut sources = Vec::new();
    for document in rows("sample.documents.csv") {
        let id = format!("document-{}", document["id"]);
        sources.push(json!({ "id": id, "kind": "other:testimony", "title": document["title"], "published": document["date_utc"][..10] }));
        sections.entry(document["section"].clone()).or_default().insert(id);
    }
    let (mut statements, mut notes) = (Vec::new(), 0);
    let (mut agencies, mut people, mut tenures) =
        (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
    let mut terms = BTreeMap::new();
    for row in rows("sample.statements.csv") {
        if row["organization"].is_empty() {
            notes += 1;
            continue;
        }
        let [agency, person, term] =
            ["organization", "person", "concept"].map(|field| slug(&row[field]));
        let stance = if row["agreement"] == "1" { "support" } else { "oppose" };
        statements.push(json!({
            "id": format!("statement-{}", row["id"]), "act": "position", "date": row["date"][..10],
            "speakers": [ { "actor": format!("person:{person}"), "tenure": person } ],
            "positions": [ { "term": format!("dna/{term}"), "stance": stance } ],
            "cites": [ format!("document-{}", row["document_id"]) ] }));
        tenures.insert(person.clone(), json!({ "id": person, "person": person, "agency": agency }));
        people.insert(person.clone(), json!({ "id": person, "names": [ row["person"] ] }));
        agencies.insert(
            agency.clone(),
            json!({ "id": agency, "kind": "other:body", "names": [ row["organization"] ] }),
        );
        terms.insert(
            term.clone(),
            json!({ "id": term, "kind": "proposition", "names": [ row["concept"] ] }),
        );
    }
    let values = |records: BTreeMap<String, Value>| records.into_values().collect::<Vec<_>>();
    let dataset = json!({ "netpolity": 1, "sources": sources, "agencies": values(agencies), "people": values(people),
        "tenures": values(tenures), "statements": statements,
        "taxonomies": [ { "id": "dna", "version": "1", "terms": values(terms) } ] });
    let expected = std::fs::read(folder.join("sample.expected.json")).unwrap();
    Some(Sample {
        dataset: Dataset::from_json(&dataset.to_string()).unwrap(),
        sections,
        notes,
        expected: serde_json::from_slice(&expected).unwrap(),
    })
}

fn slug(text: &str) -> String {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join("-")
}

impl Sample {
    fn stances(&self) -> Stances {
        Stances::of(&self.dataset, self.dataset.statements(), &by_agency())
    }

    /// The names of the organisations or concepts, as nodes.
    fn nodes(&self, list: &str) -> Vec<Node> {
        let names = self.expected["computed_here"][list].as_array().unwrap();
        let names = names.iter().map(|name| slug(name.as_str().unwrap()));
        let node = |name: String| match list {
            "organizations" => Node::Actor(format!("agency:{name}").parse().unwrap()),
            _ => Node::Term(format!("dna/{name}").parse().unwrap()),
        };
        names.map(node).collect()
    }

    fn matrix(&self, name: &str) -> Vec<Vec<f64>> {
        serde_json::from_value(self.expected["computed_here"][name].clone()).unwrap()
    }

    fn published(&self, name: &str) -> &Value {
        &self.expected["published_by_rDNA_tests"][name]
    }
}

fn by_agency() -> StancePolicy {
    let mut policy = StancePolicy::default();
    policy.actor = ActorOf::Agency;
    policy
}

fn dense(network: &Network, rows: &[Node], columns: &[Node]) -> Vec<Vec<f64>> {
    rows.iter()
        .map(|row| columns.iter().map(|column| network.weight(row, column)).collect())
        .collect()
}

fn near(ours: &[Vec<f64>], theirs: &[Vec<f64>], what: &str) {
    assert_eq!(ours.len(), theirs.len(), "{what}");
    for (ours, theirs) in ours.iter().flatten().zip(theirs.iter().flatten()) {
        assert!((ours - theirs).abs() < 1e-9, "{what}: {ours} and {theirs}");
    }
}

/// The sum of a matrix of the network, in which each tie stands twice.
fn sum(network: &Network) -> f64 {
    2.0 * network.total()
}

fn is_near(a: f64, b: f64) -> bool {
    (a - b).abs() < 5e-7
}

#[test]
fn the_sample_has_the_networks_that_its_authors_assert() {
    let Some(sample) = sample() else { return };
    let stances = sample.stances();
    let statements = sample.dataset.statements().count();
    assert_eq!(sample.published("statements_total"), statements + sample.notes);
    assert_eq!(stances.support().to_string(), "40 (40 stances)");

    let two_mode = stances.two_mode().unwrap().value;
    assert!(is_near(two_mode.total(), 40.0));
    assert_eq!((stances.actors().len(), stances.terms().len()), (7, 6));
    let (actors, terms) = (sample.nodes("organizations"), sample.nodes("concepts"));
    near(&dense(&two_mode, &actors, &terms), &sample.matrix("twomode"), "two modes");
    let energy = &dense(&two_mode, &actors, &terms)[1][..2];
    let published: Vec<f64> =
        serde_json::from_value(sample.published("twomode_row_Energy_first_two").clone()).unwrap();
    near(&[energy.to_vec()], &[published], "the first row of the authors");

    let shared = stances.network(Tie::Shared, Normalisation::None).unwrap().value;
    assert_eq!(shared.vertices().len(), 7);
    assert!(is_near(sum(&shared), 276.0));
    let agency = dense(&shared, &actors, &actors)[2].clone();
    assert!(is_near(agency[0], 10.0) && is_near(agency[1], 2.0));

    let average = stances.network(Tie::Congruence, Normalisation::AverageActivity).unwrap().value;
    assert!(is_near(sum(&average), 25.802_436), "{}", sum(&average));
    let published = sample.published("congruence_average_sum_rounded").as_f64().unwrap();
    assert!(is_near(sum(&average).round(), published));

    let without = stances.retain(|actor, term| {
        !["agency:senate", "agency:sierra-club"].contains(&actor.to_string().as_str())
            && term.term.as_str() != slug("There should be legislation to regulate emissions.")
    });
    assert_eq!(without.support().excluded.of(Excluded::Outside), 24);
    let without = without.network(Tie::Congruence, Normalisation::AverageActivity).unwrap().value;
    assert_eq!(without.vertices().len(), 5);
    assert!(is_near(sum(&without), 9.809_524), "{}", sum(&without));

    let section = &sample.sections["1"];
    let in_section = |s: &&Statement| section.contains(s.cites[0].source.as_str());
    let of_section =
        Stances::of(&sample.dataset, sample.dataset.statements().filter(in_section), &by_agency());
    let of_section = of_section.network(Tie::Congruence, Normalisation::AverageActivity).unwrap();
    assert_eq!(
        sample.published("only_section_1_dim"),
        &json!([of_section.value.vertices().len(), 4])
    );
}

#[test]
fn the_sample_has_the_matrices_that_others_computed() {
    let Some(sample) = sample() else { return };
    let stances = sample.stances();
    let actors = sample.nodes("organizations");
    let network = |tie, by| stances.network(tie, by).unwrap().value;
    for (tie, by, name, total) in [
        (Tie::Shared, Normalisation::None, "onemode_ignore", 276.0),
        (Tie::Congruence, Normalisation::None, "onemode_congruence", 160.0),
        (Tie::Conflict, Normalisation::None, "onemode_conflict", 116.0),
        (Tie::Subtract, Normalisation::None, "", 44.0),
        (Tie::Congruence, Normalisation::AverageActivity, "onemode_congruence_average", 25.802_436),
    ] {
        let found = network(tie, by);
        assert!(is_near(sum(&found), total), "{tie}: {}", sum(&found));
        if !name.is_empty() {
            near(&dense(&found, &actors, &actors), &sample.matrix(name), name);
        }
    }
    // What makes the two that agree most alike.
    let [senate, epa] =
        ["agency:senate", "agency:environmental-protection-agency"].map(|a| a.parse().unwrap());
    let shared = stances.shared(&senate, &epa);
    let congruence =
        |(_, a, b): &(&TermRef, Tally, Tally)| a.support * b.support + a.oppose * b.oppose;
    assert_eq!(shared.iter().map(congruence).sum::<u32>(), 22);
}

#[test]
fn a_sample_with_repetitions_counts_them_by_the_policy() {
    let Some(sample) = sample() else { return };
    let once = |once| {
        let mut policy = by_agency();
        policy.once = once;
        Stances::of(&sample.dataset, sample.dataset.statements(), &policy)
    };
    // Counted in the file: pairs of organisation, concept and agreement, each document being one date and one speaker.
    for policy in [Once::Document, Once::RootSource, Once::Week, Once::Month, Once::Whole] {
        let support = once(policy).support();
        assert_eq!((support.value, support.excluded.of(Excluded::Duplicate)), (23, 17), "{policy}");
    }
}

/// A statement of a law: actor, proposition, stance, document, day.
type Row = (usize, usize, Stance, usize, u32);

fn rows() -> impl Strategy<Value = Vec<Row>> {
    proptest::collection::vec(
        (0..6usize, 0..5usize, select(Stance::ALL), 0..4usize, 1..29u32),
        0..60,
    )
}

fn actor(number: usize) -> Actor {
    format!("agency:a-{number}").parse().unwrap()
}

fn term(number: usize) -> TermRef {
    format!("t-{number}").parse().unwrap()
}

/// Sources `wire-n` with a copy of each, `copy-n`, and statements that cite the wire reports.
fn dataset(rows: &[Row]) -> Dataset {
    let mut dataset = Dataset::new();
    for number in 0..4 {
        let wire: netpolity::id::Id<Source> = format!("wire-{number}").parse().unwrap();
        let mut copy =
            Source::new(format!("copy-{number}").parse().unwrap(), SourceKind::Newspaper);
        copy.derived_from = Some(Derivation::new(wire.clone()));
        dataset.sources_mut().push(Source::new(wire, SourceKind::Newspaper));
        dataset.sources_mut().push(copy);
    }
    let statements = rows.iter().enumerate().map(|(at, row)| statement(at, row, "wire"));
    dataset.statements_mut().extend(statements);
    dataset
}

fn statement(at: usize, &(by, on, stance, document, day): &Row, source: &str) -> Statement {
    let mut statement = Statement::new(format!("s-{at}").parse().unwrap(), Act::Position);
    statement.speakers = vec![Speaker::new(actor(by))];
    statement.positions = vec![Position::new(term(on), stance)];
    statement.date = Some(format!("2013-01-{day:02}").parse().unwrap());
    statement.cites = vec![Cite::new(format!("{source}-{document}").parse().unwrap())];
    statement
}

fn of(dataset: &Dataset, policy: &StancePolicy) -> Stances {
    Stances::of(dataset, dataset.statements(), policy)
}

/// The definition, pair by pair, with stances as 1, 1/2 and 0.
fn by_definition(stances: &Stances, a: &Actor, b: &Actor, tie: Tie, by: Normalisation) -> f64 {
    let levels = |actor: &Actor, term: &TermRef| {
        let tally = stances.tally(actor, term);
        [(1.0, tally.support), (0.5, tally.halfway), (0.0, tally.oppose)]
            .map(|(at, n)| (at, f64::from(n)))
    };
    let congruence = |a: &Actor, b: &Actor| {
        let mut sums = (0.0, 0.0, 0.0);
        for term in stances.terms() {
            for (x, n) in levels(a, term) {
                for (y, m) in levels(b, term) {
                    let distance: f64 = x - y;
                    sums.0 += n * m * (1.0 - distance.abs());
                    sums.1 += n * m * distance.abs();
                    sums.2 += n * m;
                }
            }
        }
        sums
    };
    let (same, opposite, all) = congruence(a, b);
    let weight = match tie {
        Tie::Shared => all,
        Tie::Congruence => same,
        Tie::Conflict => opposite,
        Tie::Subtract => same - opposite,
    };
    let activity = |actor: &Actor| {
        stances
            .terms()
            .iter()
            .map(|term| f64::from(stances.tally(actor, term).total()))
            .sum::<f64>()
    };
    weight
        / match by {
            Normalisation::None => 1.0,
            Normalisation::AverageActivity => f64::midpoint(activity(a), activity(b)),
            Normalisation::AssociationStrength => activity(a) * activity(b),
            Normalisation::Cosine => (congruence(a, a).0 * congruence(b, b).0).sqrt(),
            Normalisation::Jaccard => {
                let mut sum = 0.0;
                for term in stances.terms() {
                    for ((_, n), (_, m)) in levels(a, term).into_iter().zip(levels(b, term)) {
                        sum += if n > 0.0 && m > 0.0 { n * m } else { n.max(m) };
                    }
                }
                sum
            }
        }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn weights_are_those_of_the_definition(
        rows in rows(), tie in select(Tie::ALL), by in select(Normalisation::ALL), undecided in select(Undecided::ALL)
    ) {
        let mut policy = StancePolicy::default();
        policy.undecided = undecided;
        let stances = of(&dataset(&rows), &policy);
        let network = stances.network(tie, by).unwrap().value;
        prop_assert_eq!(network.vertices().len(), stances.actors().len());
        for a in stances.actors() {
            for b in stances.actors().iter().filter(|b| *b != a) {
                let (from, to) = (Node::Actor(a.clone()), Node::Actor(b.clone()));
                let (found, back) = (network.weight(&from, &to), network.weight(&to, &from));
                prop_assert!((found - back).abs() < 1e-12);
                let expected = by_definition(&stances, a, b, tie, by);
                prop_assert!((found - expected).abs() < 1e-9, "{a} {b}: {found} and {expected}");
                let whole = matches!(by, Normalisation::Cosine)
                    || (matches!(by, Normalisation::Jaccard) && undecided != Undecided::Halfway);
                if tie == Tie::Congruence && whole {
                    prop_assert!((0.0..=1.0 + 1e-12).contains(&found));
                }
            }
            let own = Node::Actor(a.clone());
            prop_assert!(network.weight(&own, &own) == 0.0);
        }
    }

    #[test]
    fn what_is_counted_and_what_is_left_out_is_all(rows in rows(), undecided in select(Undecided::ALL), once in select(Once::ALL)) {
        let mut policy = StancePolicy::default();
        (policy.undecided, policy.once) = (undecided, once);
        let support = of(&dataset(&rows), &policy).support();
        prop_assert_eq!((support.value + support.excluded.total()) as usize, rows.len());
    }

    #[test]
    fn other_names_and_another_order_change_nothing(rows in rows(), tie in select(Tie::ALL)) {
        let stances = of(&dataset(&rows), &StancePolicy::default());
        // Names in the reverse order, and statements too.
        let renamed: Vec<Row> = rows.iter().rev().map(|&(a, t, s, d, day)| (5 - a, 4 - t, s, d, day)).collect();
        let renamed = of(&dataset(&renamed), &StancePolicy::default());
        let network = |stances: &Stances| stances.network(tie, Normalisation::AverageActivity).unwrap().value;
        let (one, other) = (network(&stances), network(&renamed));
        for a in 0..6 {
            for b in 0..6 {
                let old = one.weight(&Node::Actor(actor(a)), &Node::Actor(actor(b)));
                let new = other.weight(&Node::Actor(actor(5 - a)), &Node::Actor(actor(5 - b)));
                prop_assert!((old - new).abs() < 1e-12);
            }
        }
    }

    #[test]
    fn what_stands_twice_counts_by_the_policy(rows in rows(), once in select(Once::ALL)) {
        let mut policy = StancePolicy::default();
        policy.once = once;
        let plain = dataset(&rows);
        let mut twice = plain.clone();
        // Each statement again from the same document, and again from a copy of it.
        let again = |source| (0..).zip(&rows).map(move |(at, row)| statement(at + 1000, row, source));
        twice.statements_mut().extend(again("wire"));
        let mut copied = plain.clone();
        copied.statements_mut().extend(again("copy"));
        let total = |data: &Dataset| of(data, &policy).network(Tie::Congruence, Normalisation::None).unwrap().value.total();
        let factor = |once: bool| if once { 1.0 } else { 4.0 };
        prop_assert!((total(&twice) - factor(once != Once::All) * total(&plain)).abs() < 1e-9);
        let copies_count = matches!(once, Once::All | Once::Document);
        prop_assert!((total(&copied) - factor(!copies_count) * total(&plain)).abs() < 1e-9);
    }

    #[test]
    fn networks_over_different_propositions_add_up(one in rows(), other in rows(), tie in select(Tie::ALL)) {
        let other: Vec<Row> = other.iter().map(|&(a, t, s, d, day)| (a, t + 100, s, d, day)).collect();
        let both: Vec<Row> = one.iter().chain(&other).copied().collect();
        let network = |rows: &[Row], tie| of(&dataset(rows), &StancePolicy::default()).network(tie, Normalisation::None).unwrap().value;
        let networks = [&both, &one, &other].map(|rows| network(rows, tie));
        let parts = [Tie::Shared, Tie::Congruence, Tie::Conflict, Tie::Subtract].map(|tie| network(&both, tie));
        for a in 0..6 {
            for b in a + 1..6 {
                let weight = |network: &Network| network.weight(&Node::Actor(actor(a)), &Node::Actor(actor(b)));
                let [whole, first, second] = networks.each_ref().map(weight);
                prop_assert!((whole - first - second).abs() < 1e-9);
                let [shared, congruence, conflict, subtract] = parts.each_ref().map(weight);
                prop_assert!((shared - congruence - conflict).abs() < 1e-9);
                prop_assert!((subtract - (congruence - conflict)).abs() < 1e-9);
            }
        }
    }

    #[test]
    fn the_network_of_terms_is_that_of_actors_turned(rows in rows(), tie in select(Tie::ALL)) {
        let turned: Vec<Row> = rows.iter().map(|&(a, t, s, d, day)| (t, a, s, d, day)).collect();
        let terms = of(&dataset(&rows), &StancePolicy::default()).term_network(tie, Normalisation::Cosine).unwrap().value;
        let actors = of(&dataset(&turned), &StancePolicy::default()).network(tie, Normalisation::Cosine).unwrap().value;
        for a in 0..5 {
            for b in 0..5 {
                let of_terms = terms.weight(&Node::Term(term(a)), &Node::Term(term(b)));
                let of_actors = actors.weight(&Node::Actor(actor(a)), &Node::Actor(actor(b)));
                prop_assert!((of_terms - of_actors).abs() < 1e-12);
            }
        }
    }
}

#[test]
fn statements_that_cannot_be_placed_are_left_out_by_name() {
    let data = Dataset::from_json(
        r#"{ "netpolity": 1, "agencies": [ { "id": "siio", "kind": "information-office", "country": "CHN" } ],
             "people": [ { "id": "lu-wei" } ], "tenures": [ { "id": "lu", "person": "lu-wei", "agency": "siio" } ],
             "statements": [
               { "id": "a", "act": "call", "date": "2013-09", "speakers": [ { "actor": "person:lu-wei", "tenure": "lu" } ],
                 "positions": [ { "term": "x", "stance": "support" }, { "term": "y", "stance": "conditional" } ],
                 "alignments": [ "country:RUS", { "actor": "country:IND", "kind": "reserves" },
                                 { "actor": "country:BRA", "kind": "dissociates" } ] },
               { "id": "b", "act": "call", "speakers": [ { "actor": "unnamed:not-stated" } ], "positions": [ { "term": "x", "stance": "support" } ] },
               { "id": "c", "act": "call", "status": "retracted", "speakers": [ { "actor": "person:lu-wei" } ], "positions": [ { "term": "x", "stance": "oppose" } ] },
               { "id": "d", "act": "call", "speakers": [ { "actor": "person:lu-wei" } ] } ] }"#,
    )
    .unwrap();
    let read = |change: &dyn Fn(&mut StancePolicy)| {
        let mut policy = StancePolicy::default();
        change(&mut policy);
        of(&data, &policy)
    };
    let support = |change: &dyn Fn(&mut StancePolicy)| read(change).support().to_string();
    let others = "1 without-an-actor, 1 without-a-term";
    assert_eq!(
        support(&|_| {}),
        format!("1 (1 stances; left out: 1 undecided, {others}, 1 not-standing)")
    );
    let halfway = |policy: &mut StancePolicy| policy.undecided = Undecided::Halfway;
    assert_eq!(support(&halfway), format!("2 (2 stances; left out: {others}, 1 not-standing)"));
    let weekly = |policy: &mut StancePolicy| policy.once = Once::Week;
    assert_eq!(
        support(&weekly),
        format!("0 (0 stances; left out: 1 undecided, {others}, 1 undated, 1 not-standing)")
    );
    let sourced = |policy: &mut StancePolicy| policy.once = Once::RootSource;
    assert!(support(&sourced).contains("1 without-a-source"));

    let joined = read(&|policy| (policy.joined, policy.actor) = (true, ActorOf::Country));
    let names: Vec<String> = joined.actors().iter().map(ToString::to_string).collect();
    assert_eq!(names, ["country:CHN", "country:RUS"]);
    let agencies = read(&|policy| policy.actor = ActorOf::Agency);
    assert_eq!(agencies.actors()[0].to_string(), "agency:siio");

    let needed = read(&|policy| policy.min_support = 2).network(Tie::Shared, Normalisation::None);
    assert!(matches!(needed, Err(Refusal::BelowSupport { found: 1, needed: 2, .. })));
    assert_eq!(read(&|_| {}).with_activity(2).actors(), []);
}
