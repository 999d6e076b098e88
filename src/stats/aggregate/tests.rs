use proptest::prelude::*;

use super::*;
use crate::country::Country;
use crate::metric::{Cell, DimensionsId, Flag, Number, PanelBuilder, Variable, Vintage};
use crate::stats::{Breaks, Note};

const ALL: [Country; 4] = [Country::CHN, Country::FRA, Country::GBR, Country::USA];

/// Whether an aggregate has a value at a year.
fn is(aggregate: &Aggregate<'_>, at: i32, value: f64) -> bool {
    aggregate.at(year(at)).is_ok_and(|derived| (derived.value - value).abs() < 1e-12)
}

fn year(year: i32) -> Period {
    Period::from_year(year).unwrap()
}

/// One row for each country of `ALL`, from 2010 on; an empty text is no value.
fn panel_from(code: &str, scale: i8, rows: &[&[&str]]) -> Panel {
    let mut builder = PanelBuilder::new(Vintage::new());
    let mut variable = Variable::new(code);
    variable.scale = scale;
    let variable = builder.variable(variable);
    for (country, row) in ALL.into_iter().zip(rows) {
        let area = builder.area(country.into(), country.alpha3(), "");
        for (at, text) in (2010..).zip(*row).filter(|(_, text)| !text.is_empty()) {
            let (text, flag) = match text.strip_suffix('e') {
                Some(text) => (text, Some(Flag::Estimated)),
                None => (*text, None),
            };
            let mut cell: Cell<'_> = Number::parse(text).unwrap().into();
            if let Some(flag) = flag {
                cell = cell.with_flag(flag);
            }
            builder.push(variable, area, DimensionsId::default(), year(at), cell, 0).unwrap();
        }
    }
    builder.finish()
}

fn panel(code: &str, rows: &[&[&str]]) -> Panel {
    panel_from(code, 0, rows)
}

fn first(count: usize) -> Members {
    ALL.into_iter().take(count).collect()
}

fn refused(result: Result<Derived<f64>, Refusal>) -> String {
    result.unwrap_err().to_string()
}

#[test]
fn a_name_that_no_variable_has_is_no_lack_of_data() {
    let (shares, people) = (panel("share", &[&["40"]]), panel("people", &[&["600"]]));
    let members = first(1);
    let mean = |of, by| Aggregate::new(&shares, of, &members).weighted_by(&people, by);
    assert!(is(&mean("share", "people"), 2010, 40.0));
    let refusal = |of, by| refused(mean(of, by).at(year(2010)));
    assert_eq!(refusal("shares", "people"), "there is no variable `shares`");
    assert_eq!(refusal("share", "population"), "there is no variable `population`");
}

#[test]
fn a_mean_says_what_it_counted_and_refuses() {
    let shares = panel("share", &[&["40", "42"], &["80", ""], &["90", "91e"]]);
    let people = panel("people", &[&["600", "600"], &["300", "300"], &["100", "100"]]);
    let members = first(3);
    let mean = Aggregate::new(&shares, "share", &members).weighted_by(&people, "people");
    let found = mean.at(year(2010)).unwrap();
    assert_eq!((found.value, found.used, found.of, found.coverage), (57.0, 3, 3, 1.0));
    assert!(found.status.is_empty() && found.notes.is_empty());
    let found = mean.at(year(2011)).unwrap();
    assert_eq!((found.value, found.used, found.coverage), (34300.0 / 700.0, 2, 0.7));
    assert!(found.status.contains(Flag::Estimated));
    let (used, missing) = mean.members_at(year(2011));
    assert_eq!((used.len(), missing), (2, vec![&Area::from(Country::FRA)]));

    let most = mean.clone().policy(Policy::with_coverage(0.75));
    assert_eq!(
        refused(most.at(year(2011))),
        "in 2011 the 2 of 3 members with a value have 70.0 % of the weight; 75.0 % are needed"
    );
    let mut policy = Policy { must_have: vec![Country::FRA.into()], ..Policy::default() };
    assert_eq!(
        refused(mean.clone().policy(policy.clone()).at(year(2011))),
        "FRA has no value in 2011, and there is no aggregate without it"
    );
    policy = Policy { members: 3, ..Policy::default() };
    assert_eq!(
        refused(mean.clone().policy(policy).at(year(2011))),
        "2 values are too few; 3 are needed"
    );
    assert_eq!(refused(mean.at(year(2012))), "0 values are too few; 1 are needed");
    assert!(mean.between(year(2010), "2010-03".parse().unwrap()).is_empty());
}

#[test]
fn members_without_weight_are_told_of() {
    let shares = panel("share", &[&["40"], &["80"], &["90"]]);
    let people = panel("people", &[&["600"], &["300"], &["-1"]]);
    let members = first(3);
    let mean = Aggregate::new(&shares, "share", &members).weighted_by(&people, "people");
    assert_eq!(refused(mean.at(year(2010))), "1 of 3 members have no weight in 2010");
    let policy = Policy { without_weight: 0.5, ..Policy::default() };
    let found = mean.clone().policy(policy.clone()).at(year(2010)).unwrap();
    assert_eq!((found.value, found.used, found.coverage), (48000.0 / 900.0, 2, 1.0));
    assert!(found.notes.contains(Note::WithoutWeight));
    // A sum needs no weight for what it adds up.
    let sum = mean.method(Method::Sum).policy(policy).at(year(2010)).unwrap();
    assert_eq!((sum.value, sum.used), (210.0, 3));
    let none = panel("people", &[&["0"], &["0"], &["0"]]);
    let mean = Aggregate::new(&shares, "share", &members).weighted_by(&none, "people");
    assert_eq!(refused(mean.at(year(2010))), "the sum of the weights is zero");
}

#[test]
fn order_of_calls_changes_nothing() {
    let shares = panel("share", &[&["1"], &["3"]]);
    let people = panel("people", &[&["1"], &["3"]]);
    let members = first(2);
    let start = || Aggregate::new(&shares, "share", &members);
    let sums = [
        start().method(Method::Sum).weighted_by(&people, "people"),
        start().weighted_by(&people, "people").method(Method::Sum),
    ];
    assert!(sums.iter().all(|sum| is(sum, 2010, 4.0)));
    assert!(is(&start().weighted_by(&people, "people"), 2010, 2.5));
    assert!(is(&start().method(Method::SimpleMean), 2010, 2.0));
}

#[test]
fn a_change_of_members_is_noted_and_can_be_excluded() {
    let values =
        panel("x", &[&["1", "2", "3", "4"], &["10", "", "30", "40"], &["5", "5", "", "5"]]);
    let members = first(3);
    let mut policy = Policy::with_coverage(0.0);
    let changed = |policy: &Policy| -> Vec<(f64, u32, bool)> {
        Aggregate::new(&values, "x", &members)
            .policy(policy.clone())
            .between(year(2010), year(2013))
            .into_iter()
            .map(|(_, result)| result.unwrap())
            .map(|found| (found.value, found.used, found.notes.contains(Note::CompositionChanged)))
            .collect()
    };
    assert_eq!(
        changed(&policy),
        [(16.0, 3, false), (7.0, 2, true), (33.0, 2, true), (49.0, 3, true)]
    );
    policy.constant = true;
    assert_eq!(changed(&policy), [1.0, 2.0, 3.0, 4.0].map(|value| (value, 1, false)));
}

/// The World Bank's rule: half of the economies with more than a million people.
#[test]
fn a_median_counts_economies_with_a_million_people() {
    let prices = panel("price", &[&["1", ""], &["4", ""], &["2", "7"], &["9", "8"]]);
    let members = first(4);
    let people: [&[&str]; 4] =
        [&["2000", "2000"], &["3000", "3000"], &["5000", "5000"], &["900", "900"]];
    let people = panel_from("people", 3, &people);
    let median = Aggregate::new(&prices, "price", &members).method(Method::Median);
    let found = median.at(year(2010)).unwrap();
    assert_eq!((found.value, found.used, found.coverage), (3.0, 4, 1.0));
    // Two of four are half.
    assert!(is(&median, 2011, 7.5));
    // But only one of the three that are large enough.
    assert_eq!(
        refused(median.weighted_by(&people, "people").at(year(2011))),
        "in 2011 the 2 of 4 members with a value have 33.3 % of the weight; 50.0 % are needed"
    );
}

/// By hand. In 2010 they have 100, 50 and, by its weight, 60 x 150 / 300 = 30. Those with a value have grown to 180 by 2011, by a
/// fifth; the third is taken to have 36 then. In 2012 the second is missing as well.
#[test]
fn a_gap_filled_total_is_that_of_the_worked_example() {
    let output = panel("output", &[&["100", "120", "130"], &["50", "60", ""], &["", "", ""]]);
    let proxy = panel("proxy", &[&["200"], &["100"], &["60"]]);
    let members = first(3);
    let benchmark = year(2010);
    let total = Aggregate::new(&output, "output", &members)
        .weighted_by(&proxy, "proxy")
        .method(Method::GapFilledTotal { benchmark });
    let found = total.at(year(2011)).unwrap();
    assert!((found.value - 216.0).abs() < 1e-12, "{found}");
    assert!((found.coverage - 150.0 / 180.0).abs() < 1e-12 && found.used == 2);
    assert!(found.notes.contains(Note::Imputed));
    assert!((total.at(benchmark).unwrap().value - 180.0).abs() < 1e-12);
    // 100 of 180 are less than two thirds.
    assert_eq!(
        refused(total.at(year(2012))),
        "in 2012 the 1 of 3 members with a value have 55.6 % of the weight; 66.7 % are needed"
    );
    let found = total.clone().policy(Policy::with_coverage(0.5)).at(year(2012)).unwrap();
    assert!((found.value - (130.0 + 80.0 * 1.3)).abs() < 1e-12);
    // Without a value and a weight in the benchmark period there is nothing to carry on.
    let bare =
        Aggregate::new(&output, "output", &members).method(Method::GapFilledTotal { benchmark });
    assert_eq!(refused(bare.at(year(2011))), "1 of 3 members have no weight in 2011");
    let whole = first(2);
    let bare =
        Aggregate::new(&output, "output", &whole).method(Method::GapFilledTotal { benchmark });
    let found = bare.at(year(2011)).unwrap();
    assert_eq!((found.value, found.notes.contains(Note::Imputed)), (180.0, false));
}

#[test]
fn rules_are_those_of_the_indicators() {
    let mut builder = PanelBuilder::new(Vintage::new());
    for code in ["population", "gdp", "own"] {
        builder.variable(Variable::new(code));
    }
    let empty = builder.finish();
    let members = first(2);
    let rule = |indicator| Aggregate::by_rule(&empty, indicator, &members);
    assert_eq!(rule("population").unwrap().recipe.method, Some(Method::Sum));
    let share = rule("internet-users-share").unwrap();
    assert_eq!(share.recipe.weights.map(|(_, indicator)| indicator), Some("population"));
    assert_eq!(refused(share.at(year(2010))), "there is no variable `internet-users-share`");
    assert_eq!(
        rule("own").unwrap_err().to_string(),
        "there is no rule for aggregates of `own`: it is no built-in indicator"
    );
}

proptest! {
    #[test]
    fn groups_are_as_one_by_one(
        cells in proptest::collection::vec(proptest::option::weighted(0.8, 0..1000_u32), 16),
        people in proptest::collection::vec(1..1000_u32, 16),
        coverage in 0.0..1.0_f64, constant: bool, weighted: bool,
    ) {
        let text = |cell: Option<u32>| cell.map(|cell| cell.to_string()).unwrap_or_default();
        let values: Vec<String> = cells.iter().map(|cell| text(*cell)).collect();
        let weights: Vec<String> = people.iter().map(ToString::to_string).collect();
        let rows = |texts: &[String], code: &str| {
            let rows: Vec<Vec<&str>> = texts.chunks(4).map(|row| row.iter().map(String::as_str).collect()).collect();
            panel(code, &rows.iter().map(Vec::as_slice).collect::<Vec<_>>())
        };
        let (shares, population) = (rows(&values, "x"), rows(&weights, "w"));
        let policy = Policy { constant, ..Policy::with_coverage(coverage) };
        let (from, to) = (year(2009), year(2014));
        let mut groups = Groups::new((1..=4).map(|count| (count.to_string(), first(count))), from, to).policy(policy.clone());
        if weighted {
            groups = groups.weighted_by(&population, "w");
        }
        for (name, list) in groups.of(&shares, "x") {
            let members = first(name.parse().unwrap());
            let mut one = Aggregate::new(&shares, "x", &members).policy(policy.clone());
            if weighted {
                one = one.weighted_by(&population, "w");
            }
            prop_assert_eq!(&one.between(from, to), &list);
            for (period, result) in list.into_iter().filter(|_| !constant) {
                let alone = one.at(period);
                prop_assert_eq!(alone.as_ref().map(|found| found.value), result.as_ref().map(|found| found.value));
                let Ok(found) = alone else { continue };
                // By hand.
                let mut sums = (0.0, 0.0);
                for area in members.areas() {
                    let Some(value) = shares.value("x", area.clone(), period) else { continue };
                    let weight = if weighted { population.value("w", area.clone(), period).unwrap() } else { 1.0 };
                    sums = (sums.0 + value * weight, sums.1 + weight);
                }
                let expected = if weighted { sums.0 / sums.1 } else { sums.0 };
                prop_assert!((found.value - expected).abs() <= 1e-9 * expected.abs());
            }
        }
    }
}

/// Without constant composition the median of 2011 is that of 10 and 50, and all estimates carry on what France had.
#[test]
fn constant_composition_holds_for_every_method() {
    let values = panel("x", &[&["10", "20"], &["30", ""], &["50", "60"]]);
    let members = first(3);
    let policy = Policy { constant: true, ..Policy::with_coverage(0.0) };
    let median = Aggregate::new(&values, "x", &members).method(Method::Median).policy(policy);
    let results = median.between(year(2010), year(2011));
    let found: Vec<f64> = results.iter().map(|(_, found)| found.as_ref().unwrap().value).collect();
    assert_eq!(found, [30.0, 40.0]);
    assert!(results.iter().all(|(_, found)| found.as_ref().unwrap().used == 2));
    // 60 of the two, and for France half of its value in the benchmark year more, as theirs.
    let total = median.method(Method::GapFilledTotal { benchmark: year(2010) });
    let results = total.between(year(2010), year(2011));
    let found: Vec<f64> = results.iter().map(|(_, found)| found.as_ref().unwrap().value).collect();
    assert_eq!(found, [90.0, 80.0 + 30.0 * 80.0 / 60.0]);
}

#[test]
fn spreads_tell_of_composition_and_betas_of_breaks() {
    let values = panel("x", &[&["10", "40"], &["80", "80"], &["50", ""]]);
    let members = first(3);
    let shares = Aggregate::new(&values, "x", &members);
    let spreads = shares.spreads_between(year(2010), year(2011));
    assert!(spreads[1].1.as_ref().unwrap().notes.contains(Note::CompositionChanged));
    let constant = shares.clone().policy(Policy { constant: true, ..Policy::default() });
    let spreads = constant.spreads_between(year(2010), year(2011));
    let found = spreads.iter().map(|(_, spread)| spread.as_ref().unwrap());
    assert_eq!(
        found.map(|spread| (spread.used, spread.value.deviation)).collect::<Vec<_>>(),
        [(2, 35.0), (2, 20.0)]
    );
    assert!(shares.spreads_between(year(2010), "2010-03".parse().unwrap()).is_empty());

    // Growth of ln 4 a year from 10, of none from 80.
    let beta = shares.beta_between(year(2010), year(2011), Breaks::Refuse).unwrap();
    assert_eq!((beta.used, beta.of), (2, 3));
    assert!((beta.value.slope + 4_f64.ln() / 8_f64.ln()).abs() < 1e-12);
    let mut broken = values.clone();
    assert!(broken.annotate("x", Country::CHN, year(2011), [Flag::Break].into(), ""));
    let shares = Aggregate::new(&broken, "x", &members);
    // China is left out, and one of three is too few.
    assert!(matches!(
        shares.beta_between(year(2010), year(2011), Breaks::Refuse),
        Err(Refusal::BelowCoverage { used: 1, of: 3, .. })
    ));
    let across = shares.beta_between(year(2010), year(2011), Breaks::Allow).unwrap();
    assert!(across.notes.contains(Note::AcrossBreak) && across.status.contains(Flag::Break));
    assert!(across.value == beta.value);
    assert!(shares.beta_between(year(2011), year(2010), Breaks::Allow).is_err());
    assert!(shares.beta_between(year(2010), "2011-03".parse().unwrap(), Breaks::Allow).is_err());
    let must_have = Policy { must_have: vec![Country::GBR.into()], ..Policy::default() };
    assert!(matches!(
        shares.policy(must_have).beta_between(year(2010), year(2011), Breaks::Allow),
        Err(Refusal::MissingMember { .. })
    ));
}

#[test]
fn concentration_takes_no_weights_and_decomposition_no_member_twice() {
    let held = panel("held", &[&["60"], &["30"], &["10"]]);
    let people = panel("people", &[&["1"], &["1"], &["8"], &["5"]]);
    let members = first(4);
    let found = Aggregate::new(&held, "held", &members).weighted_by(&people, "people");
    let found = found.concentration_at(year(2010)).unwrap();
    assert!((found.value.herfindahl_index() - 0.46).abs() < 1e-12);
    assert_eq!((found.used, found.of, found.coverage), (3, 4, 10.0 / 15.0));
    let twice = Groups::new([("a", first(2)), ("b", first(3))], year(2010), year(2010));
    assert_eq!(
        twice.decomposition_at(&held, "held", year(2010)).unwrap_err().to_string(),
        "the decomposition is not defined: a member is in two groups"
    );
}
