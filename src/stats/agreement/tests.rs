use proptest::collection::vec;
use proptest::prelude::*;

use super::{
    Abstention, AgreementMatrix, AgreementPolicy, NotCast, PairAgreement, Several,
    alignment_records, stance_changes,
};
use crate::stats::reliability::{Contingency, Distance};
use crate::stats::{Excluded, Refusal, Side, Undecided};
use crate::time::Tri;
use crate::vote::VoteChoice::{self, Absent, Abstain, No, NotMember, NotVoting, Yes};
use crate::{Dataset, Span};

const A: &str = "A";
const B: &str = "B";

fn rows(first: &[VoteChoice], second: &[VoteChoice], policy: &AgreementPolicy) -> PairAgreement {
    let of = |actor: &'static str, row: &[VoteChoice]| {
        row.iter().enumerate().map(move |(item, choice)| (actor, item, *choice)).collect::<Vec<_>>()
    };
    let matrix = AgreementMatrix::of_ballots([of(A, first), of(B, second)].concat(), policy);
    matrix.pair(&A, &B).unwrap()
}

#[test]
fn abstention_absence_and_membership_are_kept_apart() {
    let first = [Yes, Abstain, Absent, NotVoting, NotMember, No, Yes];
    let second = [Yes, No, Yes, Yes, Absent, No];
    let mut policy = AgreementPolicy::default();
    let pair = rows(&first, &second, &policy);
    assert_eq!(pair.support(), 3);
    assert_eq!(
        pair.excluded.to_string(),
        "1 absent, 1 not-voting, 1 not-a-member, 1 not-on-the-roll"
    );
    assert_eq!(pair.count(Side::Middle, Side::Against), 1);
    // Distances 0, 1/2, 0, then 0, 1/4, 0.
    assert!((pair.s(Distance::Linear).unwrap().value - (1.0 - 2.0 / 6.0)).abs() < 1e-12);
    assert!((pair.s(Distance::Quadratic).unwrap().value - (1.0 - 2.0 / 12.0)).abs() < 1e-12);

    policy.abstention = Abstention::AsNo;
    policy.absent = NotCast::AsAbstention;
    let pair = rows(&first, &second, &policy);
    assert_eq!((pair.support(), pair.count(Side::Against, Side::Against)), (4, 2));
    policy.abstention = Abstention::LeftOut;
    let pair = rows(&first, &second, &policy);
    assert_eq!(
        pair.excluded.to_string(),
        "1 abstained, 1 absent, 1 not-voting, 1 not-a-member, 1 not-on-the-roll"
    );

    policy.min_support = 3;
    let refused = rows(&first, &second, &policy).agreement().unwrap_err();
    assert_eq!(refused.to_string(), "2 roll-calls are too few; 3 are needed");
    policy.min_support = 0;
    let nothing = rows(&[Absent], &[Yes], &policy).agreement();
    assert!(matches!(nothing, Err(Refusal::BelowSupport { found: 0, needed: 1, .. })));
}

#[test]
fn one_side_throughout_has_no_kappa() {
    let pair = rows(&[Yes, Yes], &[Yes, Yes], &AgreementPolicy::default());
    assert!((pair.agreement().unwrap().value - 1.0).abs() < 1e-12);
    assert!(matches!(pair.kappa(Distance::Linear), Err(Refusal::Undefined { what: "kappa", .. })));
    assert!(matches!(pair.pi(Distance::Linear), Err(Refusal::Undefined { what: "pi", .. })));
}

#[test]
fn a_vote_that_stands_twice() {
    let policy = AgreementPolicy::default();
    let votes = [
        (A, 1, Yes),
        (A, 1, Yes),
        (B, 1, Yes),
        (A, 2, Yes),
        (A, 2, No),
        (B, 2, No),
        (A, 3, Yes),
        (A, 3, Absent),
        (B, 3, Yes),
    ];
    let pair = AgreementMatrix::of_ballots(votes, &policy).pair(&A, &B).unwrap();
    assert_eq!((pair.support(), pair.excluded.to_string().as_str()), (1, "2 conflicting"));
}

#[test]
fn of_several_stances_the_latest_counts_where_dates_tell() {
    use crate::statement::Stance::{Conditional, Neutral, Oppose, Support};
    let on = |text: &str| text.parse::<Span>().ok();
    let stances = [
        (A, "later", Oppose, on("2010")),
        (A, "later", Support, on("2014-05")),
        (A, "same-year", Oppose, on("2014")),
        (A, "same-year", Support, on("2014-05")),
        (A, "undated", Oppose, on("2014")),
        (A, "undated", Support, None),
        (A, "half", Conditional, on("2014")),
        (A, "half", Neutral, on("2014")),
    ];
    let sides = |policy: &AgreementPolicy| {
        let matrix = AgreementMatrix::of_stances(stances, policy);
        matrix.sides(&A).unwrap().map(|(_, side)| side).collect::<Vec<_>>()
    };
    let mut policy = AgreementPolicy::default();
    let conflicting = Err(Excluded::Conflicting);
    assert_eq!(sides(&policy), [Ok(Side::For), conflicting, conflicting, Ok(Side::Middle)]);
    policy.several = Several::Unanimous;
    policy.undecided = Undecided::ConditionalSupports;
    assert_eq!(sides(&policy), [conflicting; 4]);
    policy.undecided = Undecided::LeftOut;
    assert_eq!(sides(&policy)[3], Err(Excluded::Undecided));
}

#[test]
fn clusters_by_period() {
    let votes = [
        (A, 2011, Yes),
        (B, 2011, Yes),
        ("C", 2011, No),
        ("D", 2011, No),
        ("E", 2011, No),
        (A, 2012, Yes),
        (B, 2012, No),
        ("C", 2012, Yes),
        ("D", 2012, No),
        ("F", 2012, Absent),
    ];
    let matrix = AgreementMatrix::of_ballots(votes, &AgreementPolicy::default());
    let camp = |actor: &&str| match *actor {
        A | B => Some(1),
        "E" => None,
        _ => Some(2),
    };
    let years = matrix.polarization_by(|year| (*year > 2000).then_some(*year), camp);
    let differences: Vec<_> =
        years.iter().map(|(year, p)| (*year, p.as_ref().unwrap().value.difference())).collect();
    // In 2012 no pair within a camp agrees, and two of four between.
    assert_eq!(differences, [(2011, 1.0), (2012, -0.5)]);
    let first = years[0].1.as_ref().unwrap();
    // Five pairs with E, four with F, who is not on the roll of 2011.
    assert_eq!(
        (first.support, first.excluded.to_string().as_str()),
        (6, "5 outside, 4 with-too-little-support")
    );
    assert!(matrix.polarization(|_| Some(0)).is_err());
}

#[test]
fn alignments_of_the_catalogue_shape() {
    let dataset = Dataset::from_json(
        r#"{ "netpolity": 1, "statements": [
             { "id": "s-4", "act": "position", "date": "2015-04", "alignments": [ "country:ISL", { "actor": "country:TUR", "kind": "reserves" } ], "speakers": [ { "actor": "group:eu" } ] },
             { "id": "s-1", "act": "position", "date": "2013-01", "alignments": [ "country:ISL", "country:HRV" ], "speakers": [ { "actor": "unnamed:not-stated", "on_behalf_of": [ "group:eu" ] } ] },
             { "id": "s-2", "act": "position", "date": "2013", "alignments": [ "country:ISL" ], "speakers": [ { "actor": "group:eu" } ] },
             { "id": "s-3", "act": "position", "date": "2014-03", "alignments": [ { "actor": "country:ISL", "kind": "dissociates" } ], "speakers": [ { "actor": "group:eu" } ] },
             { "id": "s-5", "act": "position", "alignments": [ "country:ISL" ], "speakers": [ { "actor": "group:eu" } ] },
             { "id": "s-6", "act": "position", "date": "2015", "speakers": [ { "actor": "group:eu" } ] },
             { "id": "s-7", "act": "position", "date": "2015", "status": "retracted", "alignments": [ "country:ISL" ], "speakers": [ { "actor": "group:eu" } ] } ] }"#,
    )
    .unwrap();
    let records = alignment_records(&dataset, dataset.statements());
    let of = |actor: &str| records.iter().find(|r| r.actor == actor.parse().unwrap()).unwrap();
    let iceland = of("country:ISL");
    assert_eq!((iceland.joined, iceland.dissociated, iceland.not_joined), (3, 1, 0));
    assert_eq!(
        iceland.rate(4).unwrap().to_string(),
        "0.75 (4 statements; left out: 1 undated, 1 without-alignments, 1 not-standing)"
    );
    assert!(matches!(iceland.rate(5), Err(Refusal::BelowSupport { found: 4, needed: 5, .. })));
    let spells: Vec<_> = iceland
        .spells
        .iter()
        .map(|s| (s.first.id.as_str(), s.last.id.as_str(), s.ended.map(|s| s.id.as_str())))
        .collect();
    assert_eq!(spells, [("s-1", "s-2", Some("s-3")), ("s-4", "s-4", None)]);
    // A member since July 2013, so that nobody knows of the statement of that year.
    let croatia = of("country:HRV");
    assert_eq!((croatia.joined, croatia.not_joined), (1, 0));
    assert_eq!(
        (croatia.excluded.of(Excluded::Own), croatia.excluded.of(Excluded::Undated)),
        (2, 2)
    );
    let turkey = of("country:TUR");
    assert_eq!((turkey.joined, turkey.reserved, turkey.not_joined), (1, 1, 3));
}

#[test]
fn changes_that_dates_leave_open() {
    let statement = |id: &str, date: &str, stance: &str| {
        format!(
            r#"{{ "id": "{id}", "act": "position", {date} "speakers": [ {{ "actor": "country:CHN" }} ],
                 "positions": [ {{ "term": "x", "stance": "{stance}" }} ] }}"#
        )
    };
    let statements = [
        statement("a", r#""date": "2013-05","#, "oppose"),
        statement("b", r#""date": "2013","#, "support"),
        statement("c", r#""date": "2014","#, "support"),
        statement("d", r#""date": "2015","#, "oppose"),
        statement("e", "", "oppose"),
    ];
    let json = format!(r#"{{ "netpolity": 1, "statements": [ {} ] }}"#, statements.join(", "));
    let dataset = Dataset::from_json(&json).unwrap();
    let [china, x] = ["country:CHN", "x"];
    let changes = stance_changes(
        &dataset,
        dataset.statements(),
        &china.parse().unwrap(),
        &x.parse().unwrap(),
    );
    let found: Vec<_> =
        changes.value.iter().map(|c| (c.from.id.as_str(), c.to.id.as_str(), c.in_order)).collect();
    assert_eq!(found, [("b", "a", Tri::Maybe), ("a", "c", Tri::Yes), ("c", "d", Tri::Yes)]);
    assert_eq!((changes.support, changes.excluded.to_string().as_str()), (4, "1 undated"));
}

fn choices() -> impl Strategy<Value = Vec<(VoteChoice, VoteChoice)>> {
    let choice = || prop::sample::select(VoteChoice::ALL.to_vec());
    vec((choice(), choice()), 1..150)
}

fn policy() -> impl Strategy<Value = AgreementPolicy> {
    let not_cast = || prop::sample::select(NotCast::ALL.to_vec());
    (prop::sample::select(Abstention::ALL.to_vec()), not_cast(), not_cast()).prop_map(
        |(abstention, absent, not_voting)| AgreementPolicy {
            abstention,
            absent,
            not_voting,
            ..AgreementPolicy::default()
        },
    )
}

fn values(pair: &PairAgreement) -> Vec<Option<f64>> {
    let all = Distance::ALL.iter().flat_map(|d| [pair.s(*d), pair.kappa(*d), pair.pi(*d)]);
    all.chain([pair.agreement()]).map(|result| result.ok().map(|measured| measured.value)).collect()
}

fn split(choices: &[(VoteChoice, VoteChoice)]) -> [Vec<VoteChoice>; 2] {
    let (first, second) = choices.iter().copied().unzip();
    [first, second]
}

proptest! {
    #[test]
    fn laws_of_a_pair(choices in choices(), policy in policy()) {
        let [first, second] = split(&choices);
        let pair = rows(&first, &second, &policy);
        // Every item is counted once.
        prop_assert_eq!(pair.support() + pair.excluded.total(), u32::try_from(choices.len()).unwrap());
        // Which actor comes first, and in which order the roll calls come, changes nothing.
        let swapped = rows(&second, &first, &policy);
        prop_assert_eq!(values(&pair), values(&swapped));
        prop_assert_eq!(pair.excluded, swapped.excluded);
        let mut turned = choices.clone();
        turned.reverse();
        let [a, b] = split(&turned);
        prop_assert_eq!(pair, rows(&a, &b, &policy));
        // Each item twice changes the support and nothing else.
        let [a, b] = split(&[choices.clone(), choices.clone()].concat());
        let twice = rows(&a, &b, &policy);
        prop_assert_eq!(values(&pair), values(&twice));
        prop_assert_eq!(twice.support(), 2 * pair.support());
        // Bounds, and the order of what is stricter.
        for value in values(&pair).into_iter().flatten() {
            prop_assert!(value <= 1.0);
        }
        if let Ok(agreement) = pair.agreement() {
            prop_assert!((0.0..=1.0).contains(&agreement.value));
            for distance in Distance::ALL {
                prop_assert!((-1.0..=1.0).contains(&pair.s(*distance).unwrap().value));
            }
            let s = |distance| pair.s(distance).unwrap().value;
            prop_assert!(s(Distance::Unweighted) <= s(Distance::Linear) && s(Distance::Linear) <= s(Distance::Quadratic));
            prop_assert!((s(Distance::Unweighted) - (2.0 * agreement.value - 1.0)).abs() < 1e-12);
            // With oneself everybody agrees.
            let own = rows(&first, &first, &policy).agreement().unwrap();
            prop_assert!((own.value - 1.0).abs() < 1e-12);
        }
    }

    /// Yes for no and no for yes changes nothing, where an abstention is neither.
    #[test]
    fn relabelled_choices(choices in choices()) {
        let policy = AgreementPolicy::default();
        let turn = |choice: VoteChoice| match choice {
            Yes => No,
            No => Yes,
            other => other,
        };
        let [first, second] = split(&choices);
        let turned = rows(
            &first.iter().map(|c| turn(*c)).collect::<Vec<_>>(),
            &second.iter().map(|c| turn(*c)).collect::<Vec<_>>(),
            &policy,
        );
        prop_assert_eq!(values(&rows(&first, &second, &policy)), values(&turned));
    }

    /// The bits count what two lists of sides give.
    #[test]
    fn bits_are_lists(choices in choices(), policy in policy()) {
        let [first, second] = split(&choices);
        let pair = rows(&first, &second, &policy);
        let sides = |row: &[VoteChoice]| row.iter().map(|c| policy.side_of_vote(*c).ok()).collect::<Vec<_>>();
        let list = Contingency::of(Side::ALL, &sides(&first), &sides(&second));
        let expected = match &list {
            Ok(list) => {
                let all = Distance::ALL.iter().flat_map(|d| [list.s(*d), list.kappa(*d), list.pi(*d)]);
                all.chain([list.agreement()]).map(|result| result.ok().map(|measured| measured.value)).collect()
            }
            Err(_) => vec![None; 10],
        };
        prop_assert_eq!(values(&pair), expected);
    }

    /// Agreement over two disjoint sets of roll calls is the mean by their support, and contributions add up.
    #[test]
    fn merge_and_contributions(choices in choices(), cut in 0..150_usize) {
        let votes = choices.iter().enumerate().flat_map(|(item, (a, b))| [(A, item, *a), (B, item, *b)]);
        let matrix = AgreementMatrix::of_ballots(votes, &AgreementPolicy::default());
        let agreement = |matrix: &AgreementMatrix<&'static str, usize>| {
            let pair = matrix.pair(&A, &B).unwrap();
            (pair.agreement().map_or(0.0, |m| m.value * f64::from(m.support)), pair.support(), pair.excluded.total())
        };
        let whole = agreement(&matrix);
        let parts = [agreement(&matrix.over(|item| *item < cut)), agreement(&matrix.over(|item| *item >= cut))];
        prop_assert!((whole.0 - parts[0].0 - parts[1].0).abs() < 1e-9);
        prop_assert_eq!(whole.1, parts[0].1 + parts[1].1);
        prop_assert_eq!(whole.2, parts[0].2 + parts[1].2);
        let issues = |item: &usize| (0..item % 4).map(|issue| (item + issue) % 5).collect::<Vec<_>>();
        if let Ok(by_issue) = matrix.contributions(&A, &B, issues) {
            let sum = |of: &dyn Fn(&super::Contribution<usize>) -> f64| by_issue.value.iter().map(of).sum::<f64>();
            let agreement = matrix.pair(&A, &B).unwrap().agreement().unwrap().value;
            prop_assert!((sum(&|c| c.agreement) - agreement).abs() < 1e-9);
            prop_assert!((sum(&|c| c.part) - 1.0).abs() < 1e-9);
            prop_assert!((sum(&|c| c.disagreement()) - (1.0 - agreement)).abs() < 1e-9);
            prop_assert!(by_issue.value.iter().rev().skip(1).all(|c| c.issue.is_some()));
        }
    }
}
