//! Quantities in phrases and in running text, against tables written from knowledge of the languages.
//!
//! The intervals of the tables come from the rules of the tolerance `netpolity-1`, computed apart from this crate.

use netpolity::quantity::{Found, Hedge, Interval, Quantity, QuantityKind, Tolerance, Unit, find};
use proptest::prelude::*;

const ENGLISH: &str = include_str!("../fixtures/quantity/english.tsv");
const CHINESE: &str = include_str!("../fixtures/quantity/chinese.tsv");
const NONE: &str = include_str!("../fixtures/quantity/none.txt");

/// Checks every row of a table and names all that fail.
fn check(table: &str) {
    let mut wrong = Vec::new();
    for line in table.lines().skip(1) {
        let fields: Vec<&str> = line.split('\t').collect();
        let [text, span, hedge, value, upper, unit, kind, interval] = fields[..] else {
            panic!("`{line}` has {} fields", fields.len());
        };
        let hedge: Hedge = hedge.parse().unwrap();
        let unit: Unit = unit.parse().unwrap();
        let kind: QuantityKind = kind.parse().unwrap();
        let interval: Interval = interval.parse().unwrap();
        let upper = (!upper.is_empty()).then(|| upper.parse().unwrap());
        let found: Vec<Found<'_>> = find(text).collect();
        let says = |quantity: &Quantity| {
            let covers = quantity.interval(&Tolerance::default());
            (quantity.hedge(), quantity.value(), quantity.upper(), quantity.unit(), covers.ok())
        };
        let expected = (hedge, value.parse().unwrap(), upper, unit, Some(interval));
        let right = match &found[..] {
            [one] => {
                one.as_str() == span
                    && one.kind() == kind
                    && says(&one.quantity()) == expected
                    && text.get(one.span()) == Some(span)
            }
            _ => false,
        };
        // The words alone say the same, but for a rate that is named elsewhere.
        let alone = span.parse::<Quantity>().map(|read| read.with_unit(unit).unwrap());
        if !right || alone.as_ref().map(says) != Ok(expected) {
            wrong.push(format!("{line}\n    {found:?}\n    {alone:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn english_phrases() {
    assert!(ENGLISH.lines().count() > 300);
    check(ENGLISH);
}

#[test]
fn chinese_phrases() {
    assert!(CHINESE.lines().count() > 60);
    check(CHINESE);
}

#[test]
fn what_is_no_quantity() {
    assert!(NONE.lines().count() >= 100);
    let wrong: Vec<_> = NONE.lines().filter(|line| find(line).next().is_some()).collect();
    let shown: Vec<_> =
        wrong.iter().map(|line| format!("{line} {:?}", find(line).next())).collect();
    assert!(wrong.is_empty(), "{} found:\n{}", wrong.len(), shown.join("\n"));
}

#[test]
fn from_and_to_name_two_levels() {
    let said = |text| find(text).map(|found| found.quantity().to_string()).collect::<Vec<_>>();
    assert_eq!(said("It rose from 40 to 45 percent."), ["40 percent", "45 percent"]);
    assert_eq!(said("It fell from 45 to 40 percent."), ["45 percent", "40 percent"]);
    assert_eq!(
        said("It grew from 2.9 billion in 2015 to 5.5 billion."),
        ["2.9 billion", "5.5 billion"]
    );
}

/// Spans in order, apart, on character boundaries; quantities that print and read back.
fn lawful(text: &str) -> Result<(), TestCaseError> {
    let mut end = 0;
    for found in find(text) {
        let span = found.span();
        prop_assert!(span.start >= end && span.start < span.end, "{text:?} {found:?}");
        prop_assert_eq!(text.get(span.clone()), Some(found.as_str()));
        end = span.end;
        let quantity = found.quantity();
        prop_assert_eq!(quantity.to_string().parse(), Ok(quantity), "{:?}", text);
    }
    Ok(())
}

fn pieces() -> impl Strategy<Value = String> {
    let piece = proptest::sample::select(vec![
        "almost",
        "more",
        "than",
        "between",
        "and",
        "from",
        "to",
        "-",
        "–",
        "5",
        "90",
        "2013",
        "1,500",
        "44.1",
        "0",
        ".",
        ",",
        "million",
        "hundred",
        "thousand",
        "percent",
        "%",
        "$",
        "US$",
        "per",
        "day",
        "a",
        "half",
        "third",
        "in",
        "ten",
        "one",
        "twenty",
        "-odd",
        "+",
        "\n",
        "万",
        "亿",
        "多",
        "近",
        "百",
        "分之",
        "百分之",
        "三",
        "成",
        "零",
        "点",
        "第",
        "年",
        "é",
        "(",
        ")",
        "tens",
        "of",
        "thousands",
        "the",
        "majority",
        "doubled",
        "\u{301}",
        "５",
        "'",
        "/",
    ]);
    let space = proptest::sample::select(vec![" ", "", "\u{a0}", "  "]);
    proptest::collection::vec((piece, space), 0..30).prop_map(|pieces| {
        pieces.into_iter().fold(String::new(), |text, (piece, space)| text + piece + space)
    })
}

proptest! {
    #[test]
    fn any_text_is_searched(text in any::<String>()) {
        lawful(&text)?;
        let _ = text.parse::<Quantity>();
    }

    #[test]
    fn any_mixture_of_known_words_is_searched(text in pieces()) {
        lawful(&text)?;
        let _ = text.parse::<Quantity>();
    }

    #[test]
    fn intervals_contain_what_they_should(
        hedge in proptest::sample::select(Hedge::ALL),
        value in 1_u32..1_000_000,
        upper in 0_u32..1000,
    ) {
        let unit = Unit::Count;
        let made = match hedge {
            Hedge::Between => Quantity::between(value, value + upper, unit),
            hedge => Quantity::new(hedge, value, unit),
        };
        let Ok(made) = made else { return Ok(()) };
        let interval = made.interval(&Tolerance::default()).unwrap();
        let itself = !matches!(
            hedge,
            Hedge::Almost | Hedge::JustOver | Hedge::MoreThan | Hedge::LessThan | Hedge::Odd | Hedge::SeveralOf
        );
        prop_assert_eq!(interval.contains(&value.into()), itself);
        prop_assert!(interval.lo().is_none_or(|lo| !lo.value.is_negative()));
    }

    #[test]
    fn common_fractions_lie_within_their_interval(parts in 1_u32..20, more in 1_u32..20) {
        let whole = parts + more;
        let said: Quantity = format!("{parts} out of {whole}").parse().unwrap();
        for tolerance in [Tolerance::default(), Tolerance::exact()] {
            let interval = said.interval(&tolerance).unwrap();
            let all = interval.mul(&Interval::exactly(whole)).unwrap();
            prop_assert!(all.contains(&parts.into()), "{interval}");
            prop_assert!(interval.is_subset_of(&"[0, 1]".parse().unwrap()));
        }
    }
}
