use proptest::collection::vec;
use proptest::prelude::*;

use super::{Codings, Contingency, Distance, Level, Ratings};
use crate::Dataset;
use crate::stats::Refusal;

const ALL: [Distance; 3] = [Distance::Unweighted, Distance::Linear, Distance::Quadratic];

#[test]
fn worked_examples() {
    // Cohen (1960), table 1, as proportions of 200 patients.
    let cohen = [[0.25, 0.13, 0.12], [0.12, 0.02, 0.16], [0.03, 0.15, 0.02]];
    let cohen = Contingency::from_proportions(&cohen, 200).unwrap();
    assert!((cohen.agreement().unwrap().value - 0.29).abs() < 1e-12);
    assert_eq!(cohen.kappa(Distance::Unweighted).unwrap().support, 200);
    // Margins 0.50 0.30 0.20 and 0.40 0.30 0.30: chance gives 0.35.
    let kappa = cohen.kappa(Distance::Unweighted).unwrap().value;
    assert!((kappa - (0.29 - 0.35) / 0.65).abs() < 1e-12);
    // Quadratic weights are those of Fleiss and Cohen (1973): own weights give the same.
    let squares = [[0.0, 1.0, 4.0], [1.0, 0.0, 1.0], [4.0, 1.0, 0.0]];
    let own = cohen.kappa_by(&squares).unwrap().value;
    assert!((cohen.kappa(Distance::Quadratic).unwrap().value - own).abs() < 1e-12);
}

#[test]
fn three_coders_with_gaps() {
    let units = "-1- --- -22 -11 -33 334 444 13- 2-2 1-1 1-1 3-3 3-3 --- 3-4";
    let units: Vec<Vec<Option<f64>>> = units
        .split(' ')
        .map(|unit| unit.chars().map(|c| c.to_digit(10).map(f64::from)).collect())
        .collect();
    let ratings = Ratings::of_numbers(&units).unwrap();
    let nominal = ratings.alpha(Level::Nominal).unwrap();
    assert!((nominal.value - 0.691).abs() < 5e-4);
    assert!((ratings.alpha(Level::Interval).unwrap().value - 0.811).abs() < 5e-4);
    assert_eq!(nominal.support, 12);
    assert_eq!(nominal.excluded.to_string(), "1 judged-once, 2 not-judged");
}

#[test]
fn what_has_no_value_is_refused() {
    let one = [Some('a'), Some('a')];
    let same = Contingency::of(&['a', 'b'], &one, &one).unwrap();
    assert_eq!(
        same.kappa(Distance::Unweighted).unwrap_err().to_string(),
        "kappa is not defined: all are of one category, so that chance agrees too"
    );
    assert!(matches!(same.pi(Distance::Linear), Err(Refusal::Undefined { what: "pi", .. })));
    assert!((same.s(Distance::Linear).unwrap().value - 1.0).abs() < 1e-12);
    let says = |refused: Result<Contingency, Refusal>| refused.unwrap_err().to_string();
    assert_eq!(
        says(Contingency::of(&['a'], &one, &[Some('c'), None])),
        "the category of unit 0 is not listed"
    );
    assert_eq!(says(Contingency::of(&['a'], &one, &[None, None])), "there is no value");
    assert_eq!(says(Contingency::of(&['a'], &one, &[None])), "2 values do not go with 1 others");
    assert_eq!(
        says(Contingency::from_counts(&[vec![1, 2], vec![1]])),
        "1 values do not go with 2 others"
    );
    assert_eq!(says(Contingency::from_counts(&[[0, 0], [0, 0]])), "there is no value");
    assert_eq!(
        says(Contingency::from_proportions(&[[-0.5]], 3)),
        "a proportion is below zero: -0.5"
    );

    let all_one = Ratings::new(&['a', 'b'], &[one, one]).unwrap();
    for refused in [all_one.alpha(Level::Nominal), all_one.fleiss_kappa(), all_one.conger_kappa()] {
        assert!(matches!(refused, Err(Refusal::Undefined { .. })), "{refused:?}");
    }
    // Where chance is the same whatever they gave, full agreement is full agreement.
    assert!((all_one.brennan_prediger().unwrap().value - 1.0).abs() < 1e-12);
    assert!((all_one.gwet_ac1().unwrap().value - 1.0).abs() < 1e-12);
    let says = |refused: Result<_, Refusal>| refused.unwrap_err().to_string();
    assert_eq!(
        says(all_one.alpha(Level::Ratio)),
        "alpha of intervals and ratios is not defined: labels are no numbers"
    );
    let single = Ratings::new(&['a'], &[[Some('a'), None]]).unwrap();
    assert_eq!(single.agreement(), Err(Refusal::Empty));
    assert_eq!(single.alpha(Level::Nominal), Err(Refusal::Empty));
    let counts = Ratings::from_counts(&[[2, 1], [0, 3]]).unwrap();
    assert!(says(counts.conger_kappa()).contains("which judge"));
    let missing = Ratings::of_numbers(&[[Some(f64::NAN)]]).unwrap_err();
    assert_eq!(missing.to_string(), "a rating is not a finite number: NaN");
    let below = Ratings::of_numbers(&[[Some(-1.0), Some(1.0)]]).unwrap();
    assert_eq!(says(below.alpha(Level::Ratio)), "a rating is below zero: -1");
    assert!(below.alpha(Level::Interval).is_ok());
}

#[test]
fn coders_are_found_by_name_and_their_last_coding_counts() {
    let dataset = Dataset::from_json(
        r#"{ "netpolity": 1, "statements": [
             { "id": "a", "act": "call", "codings": [
                 { "coder": "ben", "positions": [ { "term": "x", "stance": "oppose" } ], "date": "2024-05" },
                 { "coder": "ben", "positions": [ { "term": "x", "stance": "support" } ], "date": "2024-06" },
                 { "coder": "ben", "act": "praise" },
                 { "coder": "anna", "positions": [ { "term": "p/x", "stance": "support" } ] } ] },
             { "id": "b", "act": "call", "codings": [ { "coder": "ben", "terms": [ "x" ] }, { "coder": "anna", "act": "call" } ] },
             { "id": "c", "act": "call", "codings": [ { "coder": "eve" } ] },
             { "id": "d", "act": "call", "codings": [ { "coder": "anna" } ] } ] }"#,
    )
    .unwrap();
    let x = "x".parse().unwrap();
    let coders = ["anna", "ben"];
    let stances = Codings::stances(&dataset, &coders, &x).unwrap();
    let both = stances.contingency("anna", "ben").unwrap();
    assert_eq!(
        both.agreement().unwrap().to_string(),
        "1 (2 pairs; left out: 1 judged-once, 1 not-judged)"
    );
    let about = Codings::about(&dataset, &coders, &x).unwrap();
    let differ: Vec<_> =
        about.disagreements().map(|(statement, row)| (statement.id.as_str(), row)).collect();
    assert_eq!(differ, [("b", &[Some(false), Some(true)][..])]);
    // Neither coding of hers that counts says what act it is.
    let acts = Codings::acts(&dataset, &coders).unwrap();
    assert_eq!(acts.ratings().unwrap().agreement(), Err(Refusal::Empty));
    let unknown = Codings::acts(&dataset, &["anna", "bne"]).unwrap_err();
    assert_eq!(unknown.to_string(), "there is no coder `bne`");
    assert!(acts.contingency("anna", "eve").is_err());
}

fn units() -> impl Strategy<Value = Vec<Vec<Option<f64>>>> {
    vec(vec(proptest::option::weighted(0.8, (0..4_u8).prop_map(f64::from)), 3), 2..20)
}

fn coefficients(ratings: &Ratings) -> Vec<Option<f64>> {
    let alphas = Level::ALL.iter().map(|level| ratings.alpha(*level));
    let kappas = [
        ratings.agreement(),
        ratings.fleiss_kappa(),
        ratings.conger_kappa(),
        ratings.brennan_prediger(),
        ratings.gwet_ac1(),
    ];
    alphas.chain(kappas).map(|result| result.ok().map(|measured| measured.value)).collect()
}

fn same(a: &[Option<f64>], b: &[Option<f64>]) -> bool {
    a.iter().zip(b).all(|pair| match pair {
        (Some(a), Some(b)) => (a - b).abs() < 1e-9,
        (a, b) => a == b,
    })
}

proptest! {
    #[test]
    fn the_order_of_judges_and_units_changes_nothing(units in units()) {
        let plain = coefficients(&Ratings::of_numbers(&units).unwrap());
        let mut turned: Vec<Vec<_>> = units.iter().map(|unit| unit.iter().rev().copied().collect()).collect();
        turned.reverse();
        prop_assert!(same(&plain, &coefficients(&Ratings::of_numbers(&turned).unwrap())));
        for value in plain.into_iter().flatten() {
            prop_assert!(value <= 1.0 + 1e-12);
        }
    }

    #[test]
    fn every_unit_is_counted_or_left_out(units in units()) {
        let ratings = Ratings::of_numbers(&units).unwrap();
        if let Ok(agreement) = ratings.agreement() {
            prop_assert_eq!(usize::try_from(agreement.support + agreement.excluded.total()).unwrap(), units.len());
        }
    }

    #[test]
    fn other_units_of_measure_change_nothing(units in units(), scale in 0.5..9.0_f64, shift in 0.0..9.0_f64) {
        let plain = Ratings::of_numbers(&units).unwrap();
        let moved: Vec<Vec<_>> = units.iter().map(|unit| unit.iter().map(|value| value.map(|v| v * scale + shift)).collect()).collect();
        let moved = Ratings::of_numbers(&moved).unwrap();
        for level in [Level::Nominal, Level::Ordinal, Level::Interval] {
            let [a, b] = [&plain, &moved].map(|ratings| ratings.alpha(level).ok().map(|m| m.value));
            prop_assert!(same(&[a], &[b]));
        }
    }

    /// Two judges without gaps: the measures of many are those of two.
    #[test]
    fn many_judges_are_two_where_there_are_two(pairs in vec((0..3_u8, 0..3_u8), 2..40)) {
        let rows: Vec<[Option<u8>; 2]> = pairs.iter().map(|(a, b)| [Some(*a), Some(*b)]).collect();
        let [first, second] = [0, 1].map(|at| rows.iter().map(|row| row[at]).collect::<Vec<_>>());
        let two = Contingency::of(&[0, 1, 2], &first, &second).unwrap();
        let many = Ratings::new(&[0, 1, 2], &rows).unwrap();
        let value = |measured: Result<crate::stats::Measured<f64>, Refusal>| measured.ok().map(|m| m.value);
        prop_assert!(same(&[value(many.fleiss_kappa())], &[value(two.pi(Distance::Unweighted))]));
        prop_assert!(same(&[value(many.conger_kappa())], &[value(two.kappa(Distance::Unweighted))]));
        prop_assert!(same(&[value(many.agreement())], &[value(two.agreement())]));
        // Alpha corrects pi for the number of values (Krippendorff 2011).
        let n = 2.0 * f64::from(u32::try_from(pairs.len()).unwrap());
        if let Ok(pi) = two.pi(Distance::Unweighted) {
            let alpha = many.alpha(Level::Nominal).unwrap().value;
            prop_assert!((alpha - (pi.value + (1.0 - pi.value) / n)).abs() < 1e-9);
        }
        let swapped = Contingency::of(&[0, 1, 2], &second, &first).unwrap();
        for distance in ALL {
            for (one, other) in [
                (two.kappa(distance), swapped.kappa(distance)),
                (two.pi(distance), swapped.pi(distance)),
                (two.s(distance), swapped.s(distance)),
            ] {
                prop_assert_eq!(value(one), value(other));
            }
            prop_assert!((-1.0..=1.0).contains(&two.s(distance).unwrap().value));
        }
    }
}
