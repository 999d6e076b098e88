//! Reading a quantity from an English phrase.

use std::str::FromStr;

use super::error::Fault;
use super::reported::{Magnitude, Number};
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
    odd: bool,
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
        if !between && hedge.is_none() {
            // "from 90 to 100"
            self.eat("from");
        }
        let mut first = self.amount()?;
        let joined = if between { self.eat("and") } else { self.eat_one(RANGE).is_some() };
        let second = if joined { Some(self.amount()?) } else { None };
        let after_at = self.next_at();
        let after = self.eat_one(AFTER);
        self.end()?;

        let last = second.as_ref().unwrap_or(&first);
        let unit = last.unit.unwrap_or(Unit::Count);
        if let Some(second) = &second {
            if hedge.is_some() || after.is_some() || first.odd || second.odd {
                return Err(self.fail(second.at, Fault::HedgedRange));
            }
            if first.unit.is_some() && first.unit != second.unit {
                return Err(self.fail(second.at, Fault::TwoUnits));
            }
            // "3-4 million" names the magnitude once for both.
            first.magnitude = first.magnitude.or(second.magnitude);
        } else if between || self.text[start..first.at].trim_end().eq_ignore_ascii_case("from") {
            return Err(self.fail(start, Fault::NoUpper));
        }
        let odd = first.odd.then_some(Hedge::Odd);
        let mut hedges =
            [hedge, after, odd, joined.then_some(Hedge::Between)].into_iter().flatten();
        let hedge = hedges.next().unwrap_or(Hedge::Bare);
        if hedges.next().is_some() {
            return Err(self.fail(after_at, Fault::TwoHedges));
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
        let odd = self.eat_odd();
        let magnitude = self.eat_one(&Magnitude::WORDS);
        let odd = odd || self.eat_odd();
        let unit = self.unit();
        Ok(Amount { at, digits, magnitude, odd, unit })
    }

    fn eat_odd(&mut self) -> bool {
        self.eat("-odd") || self.eat("odd")
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
