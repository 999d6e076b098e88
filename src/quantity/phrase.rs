//! Reading a quantity from an English phrase.

use std::str::FromStr;

use super::error::Fault;
use super::number::{Magnitude, Number};
use super::{Decimal, Hedge, Quantity, QuantityError, Unit};

/// Words in front of a number. None is the beginning of another one that follows it.
const HEDGES: &[(&str, Hedge)] = &[
    ("exactly", Hedge::Exactly),
    ("precisely", Hedge::Exactly),
    ("about", Hedge::About),
    ("around", Hedge::About),
    ("roughly", Hedge::About),
    ("approximately", Hedge::About),
    ("circa", Hedge::About),
    ("some", Hedge::About),
    ("almost", Hedge::Almost),
    ("nearly", Hedge::Almost),
    ("close to", Hedge::Almost),
    ("just under", Hedge::Almost),
    ("just below", Hedge::Almost),
    ("slightly less than", Hedge::Almost),
    ("slightly under", Hedge::Almost),
    ("just over", Hedge::JustOver),
    ("just above", Hedge::JustOver),
    ("slightly more than", Hedge::JustOver),
    ("slightly over", Hedge::JustOver),
    ("a little over", Hedge::JustOver),
    ("a little more than", Hedge::JustOver),
    ("more than", Hedge::MoreThan),
    ("over", Hedge::MoreThan),
    ("above", Hedge::MoreThan),
    ("exceeding", Hedge::MoreThan),
    ("in excess of", Hedge::MoreThan),
    ("at least", Hedge::AtLeast),
    ("no fewer than", Hedge::AtLeast),
    ("no less than", Hedge::AtLeast),
    ("not fewer than", Hedge::AtLeast),
    ("not less than", Hedge::AtLeast),
    ("less than", Hedge::LessThan),
    ("fewer than", Hedge::LessThan),
    ("under", Hedge::LessThan),
    ("below", Hedge::LessThan),
    ("at most", Hedge::AtMost),
    ("no more than", Hedge::AtMost),
    ("not more than", Hedge::AtMost),
    ("up to", Hedge::UpTo),
];

/// Words behind a number.
const AFTER: &[(&str, Hedge)] = &[
    ("or more", Hedge::AtLeast),
    ("or fewer", Hedge::AtMost),
    ("or less", Hedge::AtMost),
    ("+", Hedge::AtLeast),
];

/// Longer phrases first where one begins another.
const UNITS: &[(&str, Unit)] = &[
    ("percentage points", Unit::PercentagePoints),
    ("percentage point", Unit::PercentagePoints),
    ("percent", Unit::Percent),
    ("per cent", Unit::Percent),
    ("%", Unit::Percent),
    ("as a fraction", Unit::Fraction),
    ("times", Unit::Times),
    ("-fold", Unit::Times),
    ("per 1,000,000", Unit::PerMillion),
    ("per 1 000 000", Unit::PerMillion),
    ("per 1000000", Unit::PerMillion),
    ("per million", Unit::PerMillion),
    ("per 1,000", Unit::PerThousand),
    ("per 1 000", Unit::PerThousand),
    ("per 1000", Unit::PerThousand),
    ("per thousand", Unit::PerThousand),
    ("per 100", Unit::PerHundred),
    ("per hundred", Unit::PerHundred),
    ("hourly", Unit::CountPerHour),
    ("daily", Unit::CountPerDay),
    ("weekly", Unit::CountPerWeek),
    ("monthly", Unit::CountPerMonth),
    ("yearly", Unit::CountPerYear),
    ("annually", Unit::CountPerYear),
    ("US dollars", Unit::UsDollars),
    ("US dollar", Unit::UsDollars),
    ("USD", Unit::UsDollars),
    ("international dollars", Unit::InternationalDollars),
    ("international dollar", Unit::InternationalDollars),
    ("bits per second", Unit::BitsPerSecond),
    ("bit per second", Unit::BitsPerSecond),
    ("bit/s", Unit::BitsPerSecond),
    ("bytes", Unit::Bytes),
    ("byte", Unit::Bytes),
    ("years", Unit::Years),
    ("year", Unit::Years),
    ("points", Unit::Points),
    ("point", Unit::Points),
    ("as a category", Unit::Category),
];

/// Words before the name of a time.
const EVERY: &[&str] = &["per", "a", "an", "each", "every"];

const TIMES: &[(&str, Unit)] = &[
    ("second", Unit::CountPerSecond),
    ("hour", Unit::CountPerHour),
    ("day", Unit::CountPerDay),
    ("week", Unit::CountPerWeek),
    ("month", Unit::CountPerMonth),
    ("year", Unit::CountPerYear),
];

impl FromStr for Quantity {
    type Err = QuantityError;

    fn from_str(text: &str) -> Result<Self, QuantityError> {
        Reader { text, at: 0 }.quantity()
    }
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

/// One number with what stands beside it.
struct Amount {
    at: usize,
    digits: Decimal,
    magnitude: Option<Magnitude>,
    /// Where "-odd" stands.
    odd: Option<usize>,
    unit: Option<Unit>,
}

impl Reader<'_> {
    fn quantity(mut self) -> Result<Quantity, QuantityError> {
        self.skip_space();
        if self.rest().is_empty() {
            return Err(self.fail(0, Fault::Empty));
        }
        let start = self.at;
        let hedge = self.eat_one(HEDGES);
        let between = hedge.is_none() && self.eat("between");
        let from = hedge.is_none() && !between && self.eat("from");
        let mut first = self.amount()?;
        let joined = if between { self.eat("and") } else { self.eat_one(RANGE).is_some() };
        let second = if joined { Some(self.amount()?) } else { None };
        let after_at = self.next_at();
        let after = self.eat_one(AFTER);
        self.end()?;

        let last = second.as_ref().unwrap_or(&first);
        let unit = last.unit.unwrap_or(Unit::Count);
        if let Some(second) = &second {
            if hedge.is_some() || after.is_some() || first.odd.or(second.odd).is_some() {
                return Err(self.fail(second.at, Fault::HedgedRange));
            }
            if first.unit.is_some() && first.unit != second.unit {
                return Err(self.fail(second.at, Fault::TwoUnits));
            }
            // "3-4 million" names the magnitude once for both.
            first.magnitude = first.magnitude.or(second.magnitude);
        } else if between || from {
            return Err(self.fail(start, Fault::NoUpper));
        }
        let first_hedge = hedge.map(|hedge| (hedge, start));
        let odd = first.odd.map(|at| (Hedge::Odd, at));
        let between = second.as_ref().map(|second| (Hedge::Between, second.at));
        let after = after.map(|hedge| (hedge, after_at));
        let mut hedges = [first_hedge, odd, between, after].into_iter().flatten();
        let (hedge, _) = hedges.next().unwrap_or((Hedge::Bare, start));
        if let Some((_, at)) = hedges.next() {
            return Err(self.fail(at, Fault::TwoHedges));
        }

        let number = self.number(&first)?;
        let upper = second.as_ref().map(|second| self.number(second)).transpose()?;
        Quantity::assemble(hedge, number, upper, unit)
            .map_err(|fault| self.fail(second.as_ref().unwrap_or(&first).at, fault))
    }

    fn number(&self, amount: &Amount) -> Result<Number, QuantityError> {
        Number::new(amount.digits, amount.magnitude.unwrap_or(Magnitude::One))
            .ok_or_else(|| self.fail(amount.at, Fault::TooLong))
    }

    fn amount(&mut self) -> Result<Amount, QuantityError> {
        let at = self.next_at();
        let digits = self.digits()?;
        let before_magnitude = self.eat_odd();
        let magnitude = self.eat_one(&Magnitude::WORDS);
        let odd = before_magnitude.or_else(|| self.eat_odd());
        let unit = self.unit();
        Ok(Amount { at, digits, magnitude, odd, unit })
    }

    /// Where "-odd" stands, if it does.
    fn eat_odd(&mut self) -> Option<usize> {
        let at = self.next_at();
        (self.eat("-odd") || self.eat("odd")).then_some(at)
    }

    fn unit(&mut self) -> Option<Unit> {
        self.eat_one(UNITS).or_else(|| {
            let start = self.at;
            let unit =
                EVERY.iter().any(|word| self.eat(word)).then(|| self.eat_one(TIMES)).flatten();
            if unit.is_none() {
                self.at = start;
            }
            unit
        })
    }

    /// Digits with an optional sign, groups of three and decimals.
    fn digits(&mut self) -> Result<Decimal, QuantityError> {
        self.skip_space();
        let start = self.at;
        let mut plain = String::new();
        if let Some(rest) = self.rest().strip_prefix(['-', '\u{2212}']) {
            plain.push('-');
            self.at = self.text.len() - rest.len();
        }
        let first = self.run();
        if first.is_empty() {
            return Err(self.fail(start, Fault::NoNumber));
        }
        plain.push_str(first);
        let groups = first.len() <= 3 && !first.starts_with('0');
        let mut separator = None;
        while let Some(found) = self.separator() {
            self.at += found.len_utf8();
            let group = self.run();
            if !groups || group.len() != 3 || *separator.get_or_insert(found) != found {
                return Err(self.fail(start, Fault::Groups));
            }
            plain.push_str(group);
        }
        let decimals = self.rest().strip_prefix('.').is_some_and(starts_with_digit);
        if decimals {
            self.at += 1;
            plain.push('.');
            plain.push_str(self.run());
        }
        plain.parse().map_err(|_| self.fail(start, Fault::TooLong))
    }

    /// A run of digits.
    fn run(&mut self) -> &str {
        let start = self.at;
        self.at += self.rest().bytes().take_while(u8::is_ascii_digit).count();
        &self.text[start..self.at]
    }

    /// The separator that stands here before a digit.
    fn separator(&self) -> Option<char> {
        let mut characters = self.rest().chars();
        let found = characters.next().filter(|c| *c == ',' || c.is_whitespace())?;
        starts_with_digit(characters.as_str()).then_some(found)
    }

    fn end(&mut self) -> Result<(), QuantityError> {
        self.skip_space();
        match self.rest().split_whitespace().next() {
            None => Ok(()),
            Some(part) => Err(self.fail(self.at, Fault::NotUnderstood { length: part.len() })),
        }
    }

    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    fn skip_space(&mut self) {
        self.at = self.text.len() - self.rest().trim_start().len();
    }

    fn next_at(&mut self) -> usize {
        self.skip_space();
        self.at
    }

    fn eat_one<T: Copy>(&mut self, phrases: &[(&str, T)]) -> Option<T> {
        phrases.iter().find(|(phrase, _)| self.eat(phrase)).map(|(_, meaning)| *meaning)
    }

    /// Takes a phrase, in any case and with any white space between its words, that ends where a word ends.
    fn eat(&mut self, phrase: &str) -> bool {
        let start = self.at;
        for word in phrase.split(' ') {
            self.skip_space();
            let found = self.rest().get(..word.len());
            if !found.is_some_and(|found| found.eq_ignore_ascii_case(word)) {
                self.at = start;
                return false;
            }
            self.at += word.len();
        }
        let ends = !phrase.ends_with(|c: char| c.is_alphanumeric())
            || !self.rest().starts_with(char::is_alphanumeric);
        if !ends {
            self.at = start;
        }
        ends
    }

    #[cold]
    fn fail(&self, at: usize, fault: Fault) -> QuantityError {
        QuantityError::new(self.text, at, fault)
    }
}

/// What joins two bounds.
const RANGE: &[(&str, ())] = &[("to", ()), ("-", ()), ("\u{2013}", ())];

fn starts_with_digit(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::Refusal;

    #[test]
    fn phrases_and_their_canonical_form() {
        for (phrase, canonical) in [
            ("almost 600 million", "almost 600 million"),
            ("nearly 3 million", "almost 3 million"),
            ("more than 100", "more than 100"),
            ("more than 200 million per day", "more than 200 million per day"),
            ("more than 200 million a day", "more than 200 million per day"),
            ("More than 200 million each day", "more than 200 million per day"),
            ("over 300 million", "more than 300 million"),
            ("44.1 percent", "44.1 percent"),
            ("44.1 per cent", "44.1 percent"),
            ("44.1%", "44.1 percent"),
            ("591 million", "591 million"),
            ("exactly 591 million", "exactly 591 million"),
            ("about 1,500", "about 1500"),
            ("1 229", "1229"),
            ("1\u{a0}229\u{a0}000", "1229000"),
            ("1\u{202f}229.50", "1229.50"),
            ("at least 5", "at least 5"),
            ("5 or more", "at least 5"),
            ("1000+", "at least 1000"),
            ("5 percent or less", "at most 5 percent"),
            ("fewer than 10", "less than 10"),
            ("no more than 10", "at most 10"),
            ("up to 20", "up to 20"),
            ("between 1 and 20", "between 1 and 20"),
            ("3-4 million", "between 3 million and 4 million"),
            ("3 \u{2013} 4 million", "between 3 million and 4 million"),
            ("900 thousand to 1.2 million", "between 900 thousand and 1.2 million"),
            ("from 90 to 100", "between 90 and 100"),
            ("40% to 45%", "between 40 and 45 percent"),
            ("90 to 100", "between 90 and 100"),
            ("90-odd", "90-odd"),
            ("600 million odd", "600-odd million"),
            ("almost 100", "almost 100"),
            ("just over 2 billion", "just over 2 billion"),
            ("14.5 per 100", "14.5 per 100"),
            ("3 per million", "3 per 1000000"),
            ("3 per 1,000,000", "3 per 1000000"),
            ("3 percentage points", "3 percentage points"),
            ("1 percentage point", "1 percentage points"),
            ("3-fold", "3 times"),
            ("0.441 as a fraction", "0.441 as a fraction"),
            ("about 2.4 trillion US dollars", "about 2.4 trillion US dollars"),
            ("5 USD", "5 US dollars"),
            ("-3 million USD", "-3 million US dollars"),
            ("11.5 international dollars", "11.5 international dollars"),
            ("400 thousand bit/s", "400 thousand bits per second"),
            ("1 byte", "1 bytes"),
            ("15 years or more", "at least 15 years"),
            ("3 a year", "3 per year"),
            ("87 points", "87 points"),
            ("2 as a category", "2 as a category"),
            ("-5 percent", "-5 percent"),
            ("\u{2212}5 percent", "-5 percent"),
            ("  1  ", "1"),
            ("45.80", "45.80"),
        ] {
            let read: Quantity = phrase.parse().unwrap_or_else(|error| panic!("{error}"));
            assert_eq!(read.to_string(), canonical);
            assert_eq!(canonical.parse(), Ok(read));
        }
    }

    #[test]
    fn what_is_not_understood_is_named() {
        for (phrase, at, says) in [
            ("", 0, "a quantity must not be empty"),
            (" ", 0, "a quantity must not be empty"),
            ("many", 0, "expected a number in digits at byte 0"),
            ("almost", 6, "expected a number in digits at byte 6"),
            ("almost sixty", 7, "expected a number in digits at byte 7"),
            ("600m", 3, "`m` at byte 3 is not understood"),
            ("600 million users", 12, "`users` at byte 12 is not understood"),
            ("almost 600 million netizens in China", 19, "`netizens` at byte 19 is not understood"),
            ("600 millions", 4, "`millions` at byte 4 is not understood"),
            ("5.", 1, "`.` at byte 1 is not understood"),
            ("1e6", 1, "`e6` at byte 1 is not understood"),
            ("5 percentages", 2, "`percentages` at byte 2 is not understood"),
            ("5 Mbit/s", 2, "`Mbit/s` at byte 2 is not understood"),
            ("3 a fortnight", 2, "`a` at byte 2 is not understood"),
            (
                "about 1,5",
                6,
                "the number at byte 6 is not grouped in threes by one kind of separator",
            ),
            ("1,5000", 0, "the number at byte 0 is not grouped in threes by one kind of separator"),
            (
                "1000,000",
                0,
                "the number at byte 0 is not grouped in threes by one kind of separator",
            ),
            (
                "1,000 000",
                0,
                "the number at byte 0 is not grouped in threes by one kind of separator",
            ),
            ("0,500", 0, "the number at byte 0 is not grouped in threes by one kind of separator"),
            ("1 2", 0, "the number at byte 0 is not grouped in threes by one kind of separator"),
            ("almost 90-odd", 9, "a second hedge at byte 9"),
            ("more than 5 or more", 12, "a second hedge at byte 12"),
            ("about 90 to 100", 12, "two bounds at byte 12 after a hedge"),
            ("90-odd to 100", 10, "two bounds at byte 10 after a hedge"),
            ("90000000000000000000000000000", 0, "the number at byte 0 has more than 28 digits"),
            (
                "9000000000000000000000000000 billion",
                0,
                "the number at byte 0 has more than 28 digits",
            ),
            ("almost 0", 7, "the hedge `almost` says nothing beside this number"),
        ] {
            let error = phrase.parse::<Quantity>().unwrap_err();
            assert_eq!((error.text(), error.at()), (phrase, at), "{error}");
            assert!(error.to_string().ends_with(says), "{error}");
            assert_eq!(error.rule(), None, "{error}");
        }
    }

    #[test]
    fn impossible_numbers_are_refused_by_rule() {
        for (phrase, rule, says) in [
            ("20-1", "QTY-001", "the bounds are out of order at byte 3"),
            ("between 1", "QTY-001", "the hedge `between` needs an upper bound"),
            ("from 1", "QTY-001", "the hedge `between` needs an upper bound"),
            ("40 percent to 45", "QTY-001", "the bounds differ in unit, at byte 14"),
            // Is the 500 a bare one, or 500 million? Neither is guessed.
            ("500 to 1 million", "QTY-001", "the bounds are out of order at byte 7"),
            ("-5", "QTY-002", "a `count` cannot be below zero"),
            ("-5 per day", "QTY-002", "a `count-per-day` cannot be below zero"),
            ("-5 bytes", "QTY-002", "a `bytes` cannot be below zero"),
        ] {
            let error = phrase.parse::<Quantity>().unwrap_err();
            assert_eq!((error.rule(), error.text()), (Some(rule), phrase));
            assert_eq!(error.to_string(), format!("invalid quantity `{phrase}`: {says}"));
        }
    }

    #[test]
    fn no_hedge_hides_another() {
        for (phrase, hedge) in HEDGES {
            let read: Quantity = format!("{phrase} 5").parse().unwrap();
            assert_eq!(read.hedge(), *hedge, "{phrase}");
        }
        for (phrase, unit) in UNITS {
            let read: Quantity = format!("5 {phrase}").parse().unwrap();
            assert_eq!(read.unit(), *unit, "{phrase}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "\\PC{0,20}") {
            let _ = text.parse::<Quantity>();
        }

        #[test]
        fn what_is_printed_reads_back(
            words in proptest::collection::vec(
                proptest::sample::select(vec![
                    "almost", "more than", "between", "and", "to", "from", "-", "-odd", "or more", "+", "5", "90", "1,500",
                    "44.10", "0", "million", "thousand", "percent", "%", "per", "day", "per 100", "a", "year",
                    "percentage points", "times", "as a fraction", "US dollars", "years", "points", "bit/s", "é",
                ]),
                1..6,
            ),
            space in proptest::sample::select(vec!["", " ", "\u{a0}"]),
        ) {
            if let Ok(read) = words.join(space).parse::<Quantity>() {
                prop_assert_eq!(read.to_string().parse(), Ok(read));
            }
        }

        #[test]
        fn made_quantities_read_back(
            hedge in proptest::sample::select(Hedge::ALL),
            unit in proptest::sample::select(Unit::ALL),
            digits in -100_000_i64..100_000,
            above in 0_i64..1000,
            decimals in 0_u32..4,
        ) {
            let scaled = |digits: i64| Decimal::from(digits).checked_mul(Decimal::small(1, decimals)).unwrap();
            let made = match hedge {
                Hedge::Between => Quantity::between(scaled(digits), scaled(digits + above), unit),
                hedge => Quantity::new(hedge, scaled(digits), unit),
            };
            if let Ok(made) = made {
                prop_assert_eq!(made.to_string().parse(), Ok(made));
            }
        }
    }
}
