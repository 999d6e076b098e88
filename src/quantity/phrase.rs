//! Reading a quantity from a phrase.

use std::ops::Range;
use std::str::FromStr;

use super::chinese;
use super::english::{
    AFTER, EVERY, GLUED, HEDGES, LONGEST, MAJORITIES, Numeral, PREFIXED, RANGE, SHORT, TIMES,
    UNITS, numeral,
};
use super::error::Fault;
use super::lexicon::{Entry, Lexicon};
use super::number::{Magnitude, Number};
use super::{Decimal, Hedge, Quantity, QuantityError, Unit};

impl FromStr for Quantity {
    type Err = QuantityError;

    fn from_str(text: &str) -> Result<Self, QuantityError> {
        let mut reader = Reader { text, at: 0 };
        let read = if text.chars().any(chinese::is_han) {
            chinese::phrase(&mut reader)
        } else {
            reader.phrase(Bounds::Two)
        };
        read.and_then(|phrase| reader.end().map(|()| phrase.quantity))
            .map_err(|refused| QuantityError::new(text, refused.at, refused.fault))
    }
}

/// Why a phrase is none, without the text: most of those that a search tries are refused.
pub(super) struct Refused {
    pub(super) at: usize,
    pub(super) fault: Fault,
}

/// What was read, and how it was written.
pub(super) struct Phrase {
    pub(super) quantity: Quantity,
    /// Where the first number stands.
    pub(super) core: usize,
    /// Where the words of the first number end, without its unit.
    pub(super) number_end: usize,
    /// A second quantity that was read along, and where it stands.
    pub(super) apart: Option<(Range<usize>, Quantity)>,
    /// Whether a unit was named.
    pub(super) unit: bool,
    /// Whether the number is written in digits alone: no separator, decimals, word or magnitude.
    pub(super) plain: bool,
    /// Whether the number is a word below twenty.
    pub(super) small_word: bool,
}

/// How two numbers that are joined are read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Bounds {
    /// The first alone.
    One,
    /// As the bounds of one quantity.
    Two,
    /// As two quantities.
    Apart,
}

pub(super) struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) at: usize,
}

/// One number with what stands beside it.
pub(super) struct Amount {
    pub(super) at: usize,
    pub(super) end: usize,
    pub(super) digits: Decimal,
    pub(super) magnitude: Option<Magnitude>,
    /// Of so many, for a common fraction.
    pub(super) over: Option<u32>,
    /// A hedge in the number itself and where it stands: "-odd", "tens of".
    pub(super) hedge: Option<(Hedge, usize)>,
    pub(super) unit: Option<Unit>,
    pub(super) plain: bool,
    pub(super) small_word: bool,
}

impl<'a> Reader<'a> {
    /// Reads from here as much as belongs together.
    pub(super) fn phrase(&mut self, bounds: Bounds) -> Result<Phrase, Refused> {
        self.skip_space();
        if self.rest().is_empty() {
            return Err(refused(0, Fault::Empty));
        }
        let start = self.at;
        if self.eat_one(&MAJORITIES).is_some() {
            let half = Number::plain(Decimal::small(5, 1));
            let made = Quantity::assemble(Hedge::Majority, half, None, Unit::Fraction);
            return Ok(Phrase {
                quantity: made.map_err(|fault| refused(start, fault))?,
                core: start,
                number_end: self.at,
                apart: None,
                unit: true,
                plain: false,
                small_word: false,
            });
        }
        let hedge = self.eat_one(&HEDGES);
        let ranges = bounds != Bounds::One;
        let between = ranges && hedge.is_none() && self.eat("between");
        let from = ranges && hedge.is_none() && !between && self.eat("from");
        let mut first = self.amount()?;
        let second = if ranges { self.second(between)? } else { None };
        let after_at = self.next_at();
        let after = self.eat_one(&AFTER);
        if after.is_none() {
            // Nothing was taken: the space is not part of the phrase.
            self.at = second.as_ref().map_or(first.end, |second| second.end);
        }

        if let Some(second) = &second {
            // "3-4 million" names the magnitude once for both.
            first.magnitude = first.magnitude.or(second.magnitude);
        }
        let last = second.as_ref().unwrap_or(&first);
        let unit = last.unit.unwrap_or(Unit::Count);
        if let Some(second) = &second {
            if hedge.is_some() || after.is_some() || first.hedge.or(second.hedge).is_some() {
                return Err(refused(second.at, Fault::HedgedRange));
            }
            if first.unit.is_some() && first.unit != second.unit {
                return Err(refused(second.at, Fault::TwoUnits));
            }
        } else if between || from {
            return Err(refused(start, Fault::NoUpper));
        }
        if let (Some(second), Bounds::Apart) = (&second, bounds) {
            return self.apart(&first, second);
        }
        let first_hedge = hedge.map(|hedge| (hedge, start));
        let between = second.as_ref().map(|second| (Hedge::Between, second.at));
        let after = after.map(|hedge| (hedge, after_at));
        let mut hedges = [first_hedge, first.hedge, between, after].into_iter().flatten();
        let (hedge, _) = hedges.next().unwrap_or((Hedge::Bare, start));
        if let Some((_, at)) = hedges.next() {
            return Err(refused(at, Fault::TwoHedges));
        }

        let number = first.number()?;
        let upper = second.as_ref().map(Amount::number).transpose()?;
        let quantity = Quantity::assemble(hedge, number, upper, unit)
            .map_err(|fault| refused(second.as_ref().unwrap_or(&first).at, fault))?;
        Ok(Phrase {
            quantity,
            core: first.at,
            number_end: first.end,
            apart: None,
            unit: last.unit.is_some(),
            plain: first.plain && second.as_ref().is_none_or(|second| second.plain),
            small_word: first.small_word && second.is_none(),
        })
    }

    /// Two numbers that share a unit: those from which and to which something changed.
    fn apart(&mut self, first: &Amount, second: &Amount) -> Result<Phrase, Refused> {
        let unit = second.unit.unwrap_or(Unit::Count);
        let one = |amount: &Amount| {
            Quantity::assemble(Hedge::Bare, amount.number()?, None, unit)
                .map_err(|fault| refused(amount.at, fault))
        };
        Ok(Phrase {
            quantity: one(first)?,
            core: first.at,
            number_end: first.end,
            apart: Some((second.at..self.at, one(second)?)),
            unit: second.unit.is_some(),
            plain: first.plain && second.plain,
            small_word: false,
        })
    }

    /// The upper bound, if what joins two bounds and a number stand here.
    fn second(&mut self, between: bool) -> Result<Option<Amount>, Refused> {
        let before = self.at;
        let joined = if between { self.eat("and") } else { self.eat_one(&RANGE).is_some() };
        if !joined {
            return Ok(None);
        }
        match self.amount() {
            Err(Refused { fault: Fault::NoNumber, .. }) => {
                self.at = before;
                Ok(None)
            }
            amount => amount.map(Some),
        }
    }

    fn amount(&mut self) -> Result<Amount, Refused> {
        let at = self.next_at();
        let mut currency = None;
        if self.eat_exact("US$") || self.eat_exact("$") || self.eat("USD") {
            currency = Some(Unit::UsDollars);
        }
        if let Some(mut amount) = self.words() {
            amount.unit = amount.unit.or(currency).or_else(|| self.unit(&mut amount.magnitude));
            amount.end = self.at;
            return Ok(amount);
        }
        let (digits, plain) = self.digits()?;
        let odd = self.eat_odd();
        let mut magnitude = self.magnitude();
        let odd = odd.or_else(|| self.eat_odd());
        let mut amount = Amount {
            at,
            end: self.at,
            digits,
            magnitude: None,
            over: None,
            hedge: odd.map(|at| (Hedge::Odd, at)),
            unit: None,
            plain: plain && magnitude.is_none(),
            small_word: false,
        };
        if magnitude.is_none() && odd.is_none() && currency.is_none() {
            self.whole(&mut amount);
        }
        if amount.over.is_none() {
            amount.unit = currency.or_else(|| self.unit(&mut magnitude));
        }
        amount.magnitude = magnitude;
        amount.end = self.at;
        Ok(amount)
    }

    /// "thirds", "in five", "out of 10" behind a number: the whole of which it is a part.
    pub(super) fn whole(&mut self, amount: &mut Amount) {
        let start = self.at;
        let Some(parts) = amount.digits.to_u32() else { return };
        let over = if let Some(over) = self.parts() {
            Some(over).filter(|over| parts < *over)
        } else {
            // "In" may begin a place or a time: only wholes that are said so.
            let out_of = self.eat("out of every") || self.eat("out of");
            let of = out_of || self.eat("in every") || self.eat("in") || self.eat_exact("-in-");
            let whole = of.then(|| self.cardinal()).flatten();
            let said = |whole: u32| {
                out_of || (whole <= 10 || matches!(whole, 12 | 20 | 25 | 50 | 100 | 1000 | 10_000))
            };
            whole.filter(|whole| parts < *whole && said(*whole))
        };
        match over.filter(|over| *over > 1) {
            Some(over) => {
                amount.over = Some(over);
                amount.unit = Some(Unit::Fraction);
                amount.plain = false;
                self.of_base(amount);
            }
            None => self.at = start,
        }
    }

    /// "third", "-tenths".
    fn parts(&mut self) -> Option<u32> {
        let start = self.at;
        self.skip_space();
        if self.peek().is_some_and(|(next, _)| next == b'-') {
            self.at += 1;
        }
        let over = match self.numeral() {
            Some(Numeral::Part(over)) => Some(u32::from(over)),
            Some(Numeral::Half) => Some(2),
            _ => None,
        };
        if over.is_none() {
            self.at = start;
        }
        over
    }

    /// A whole number in digits or words.
    fn cardinal(&mut self) -> Option<u32> {
        if let Ok((digits, _)) = self.digits() {
            return digits.to_u32();
        }
        let (value, _) = self.small()?;
        Some(value)
    }

    fn magnitude(&mut self) -> Option<Magnitude> {
        if let Some(magnitude) = self.glued() {
            return Some(magnitude);
        }
        if let Some(short) = self.eat_one(&SHORT) {
            return Some(short);
        }
        let start = self.at;
        let tens = self.next_numeral(|found| match found {
            Numeral::Hundred => Some(2),
            Numeral::One(10) => Some(1),
            _ => None,
        });
        let base = self.base();
        match (tens, base) {
            (None, base) => base,
            (Some(tens), Some(base)) => Some(Magnitude::new(base.zeros() + tens)),
            (Some(2), None) => Some(Magnitude::HUNDRED),
            (Some(_), None) => {
                self.at = start;
                None
            }
        }
    }

    pub(super) fn base(&mut self) -> Option<Magnitude> {
        let start = self.at;
        self.skip_space();
        let length = self.word_length();
        let base = self.rest().get(..length).and_then(Magnitude::base);
        self.at = if base.is_some() { self.at + length } else { start };
        base
    }

    /// Where "-odd" stands, if it does.
    pub(super) fn eat_odd(&mut self) -> Option<usize> {
        let start = self.at;
        let at = self.next_at();
        let odd = self.eat("-odd") || self.eat("odd");
        if !odd {
            self.at = start;
        }
        odd.then_some(at)
    }

    fn unit(&mut self, magnitude: &mut Option<Magnitude>) -> Option<Unit> {
        let start = self.at;
        self.skip_space();
        if magnitude.is_none()
            && let Some((word, (zeros, unit))) = self.prefixed()
        {
            self.at += word.len();
            *magnitude = Some(Magnitude::new(*zeros));
            return Some(*unit);
        }
        self.at = start;
        self.eat_one(&UNITS).or_else(|| {
            let unit = self.eat_one(&EVERY).and_then(|()| self.eat_one(&TIMES));
            if unit.is_none() {
                self.at = start;
            }
            unit
        })
    }

    /// The unit with a prefix that stands right here, in its case.
    fn prefixed(&self) -> Option<&'static (&'static str, (u8, Unit))> {
        let (first, second) = self.peek()?;
        PREFIXED.beginning_with(first, second).find(|(word, _)| {
            self.rest().strip_prefix(word).is_some_and(|rest| !starts_with_word(rest))
        })
    }

    /// Digits with an optional sign, groups of three and decimals; and whether there are digits alone.
    fn digits(&mut self) -> Result<(Decimal, bool), Refused> {
        self.skip_space();
        let start = self.at;
        let mut written = Written::default();
        if let Some(rest) = self.rest().strip_prefix(['-', '\u{2212}']) {
            written.negative = true;
            self.at = self.text.len() - rest.len();
        }
        let first = self.run();
        if first.is_empty() {
            self.at = start;
            return Err(refused(start, Fault::NoNumber));
        }
        written.push(first);
        let groups = first.len() <= 3 && !first.starts_with('0');
        let mut separator = None;
        while let Some(found) = self.separator().filter(|found| groups || *found == ',') {
            self.at += found.len_utf8();
            let group = self.run();
            if !groups || group.len() != 3 || *separator.get_or_insert(found) != found {
                return Err(refused(start, Fault::Groups));
            }
            written.push(group);
        }
        let decimals = self.rest().strip_prefix('.').is_some_and(starts_with_digit);
        if decimals {
            self.at += 1;
            written.decimals = Some(0);
            let run = self.run();
            written.push(run);
        }
        let plain = separator.is_none() && !decimals && !written.negative;
        let digits = written.decimal().ok_or_else(|| refused(start, Fault::TooLong))?;
        Ok((digits, plain))
    }

    /// A run of digits.
    fn run(&mut self) -> &'a str {
        let start = self.at;
        self.at += self.rest().bytes().take_while(u8::is_ascii_digit).count();
        count(self.at - start + 1);
        self.text.get(start..self.at).unwrap_or_default()
    }

    /// The separator that stands here before a digit.
    fn separator(&self) -> Option<char> {
        let mut characters = self.rest().chars();
        let found = characters.next().filter(|c| *c == ',' || is_space(*c))?;
        starts_with_digit(characters.as_str()).then_some(found)
    }

    pub(super) fn end(&mut self) -> Result<(), Refused> {
        self.skip_space();
        match self.rest().split_whitespace().next() {
            None => Ok(()),
            Some(part) => Err(refused(self.at, Fault::NotUnderstood { length: part.len() })),
        }
    }

    pub(super) fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Takes an entry that stands right here, in this case.
    pub(super) fn eat_exact_one<E: Entry>(&mut self, list: &Lexicon<E>) -> Option<E::Meaning> {
        let (first, second) = self.peek()?;
        let mut entries = list.beginning_with(first, second);
        entries.find(|entry| self.eat_exact(entry.phrase())).map(|entry| entry.meaning())
    }

    /// The next two bytes, a zero behind the end.
    fn peek(&self) -> Option<(u8, u8)> {
        let bytes = self.text.as_bytes();
        Some((*bytes.get(self.at)?, bytes.get(self.at + 1).copied().unwrap_or_default()))
    }

    pub(super) fn skip_space(&mut self) {
        // Most often one space or none.
        let bytes = self.text.as_bytes();
        if bytes.get(self.at) == Some(&b' ') {
            self.at += 1;
        }
        if bytes.get(self.at).is_some_and(|b| *b <= b' ' || *b >= 0x80) {
            let start = self.at;
            self.at = self.text.len() - self.rest().trim_start().len();
            count(self.at - start);
        }
    }

    pub(super) fn next_at(&mut self) -> usize {
        self.skip_space();
        self.at
    }

    pub(super) fn eat_one<E: Entry>(&mut self, phrases: &Lexicon<E>) -> Option<E::Meaning> {
        let start = self.at;
        self.skip_space();
        let (first, second) = self.peek().unwrap_or_default();
        let mut entries = phrases.beginning_with(first, second);
        let found = entries.find(|entry| self.eat(entry.phrase()));
        if found.is_none() {
            self.at = start;
        }
        found.map(|entry| entry.meaning())
    }

    /// Takes a phrase, in any case and with any white space between its words, that ends where a word ends.
    #[inline]
    pub(super) fn eat(&mut self, phrase: &str) -> bool {
        count(1);
        // Most phrases fail at their first letter.
        let bytes = self.text.as_bytes();
        let next = match bytes.get(self.at) {
            Some(b' ') => bytes.get(self.at + 1),
            next => next,
        };
        let differs = |(next, first): (&u8, u8)| {
            *next > b' ' && *next < 0x80 && !next.eq_ignore_ascii_case(&first)
        };
        !next.zip(phrase.bytes().next()).is_some_and(differs) && self.eat_whole(phrase)
    }

    fn eat_whole(&mut self, phrase: &str) -> bool {
        let start = self.at;
        let bytes = self.text.as_bytes();
        self.skip_space();
        for byte in phrase.bytes() {
            if byte == b' ' {
                self.skip_space();
            } else if bytes.get(self.at).is_some_and(|next| next.eq_ignore_ascii_case(&byte)) {
                self.at += 1;
            } else {
                self.at = start;
                return false;
            }
        }
        let word = phrase.bytes().next_back().is_some_and(|last| last.is_ascii_alphanumeric());
        if word && starts_with_word(self.rest()) {
            self.at = start;
            return false;
        }
        true
    }

    /// Takes what stands right here, in this case.
    #[inline]
    pub(super) fn eat_exact(&mut self, word: &str) -> bool {
        let here = self.text.as_bytes().get(self.at..self.at + word.len());
        let found = here == Some(word.as_bytes());
        if found {
            self.at += word.len();
        }
        found
    }

    /// The short form of a magnitude that stands right here.
    fn glued(&mut self) -> Option<Magnitude> {
        let (next, _) = self.peek()?;
        let (_, magnitude) = GLUED.iter().find(|(short, _)| *short == next)?;
        let word = self.text.get(self.at + 1..).is_some_and(starts_with_word);
        self.at += usize::from(!word);
        (!word).then_some(*magnitude)
    }

    fn word_length(&self) -> usize {
        self.rest().bytes().take(LONGEST + 1).take_while(u8::is_ascii_alphabetic).count()
    }

    /// The numeral that stands right here as a word.
    fn numeral(&mut self) -> Option<Numeral> {
        let length = self.word_length();
        let found = numeral(self.rest().as_bytes().get(..length)?)?;
        if starts_with_word(self.rest().get(length..)?) {
            return None;
        }
        self.at += length;
        Some(found)
    }

    /// Takes the next word where it is a numeral of the kind asked for.
    pub(super) fn next_numeral<T>(&mut self, of: impl Fn(Numeral) -> Option<T>) -> Option<T> {
        let start = self.at;
        self.skip_space();
        let found = self.numeral().and_then(of);
        if found.is_none() {
            self.at = start;
        }
        found
    }
}

impl Amount {
    fn number(&self) -> Result<Number, Refused> {
        let made = match self.over {
            Some(over) => self.digits.to_u32().and_then(|parts| Number::ratio(parts, over)),
            None => Number::new(self.digits, self.magnitude.unwrap_or(Magnitude::ONE)),
        };
        made.ok_or_else(|| refused(self.at, Fault::TooLong))
    }
}

/// Digits on the way to a decimal.
#[derive(Default)]
pub(super) struct Written {
    pub(super) negative: bool,
    digits: u128,
    pub(super) decimals: Option<u32>,
    too_long: bool,
}

impl Written {
    pub(super) fn push(&mut self, run: &str) {
        for digit in run.bytes() {
            self.push_digit(u32::from(digit.wrapping_sub(b'0')));
        }
    }

    pub(super) fn push_digit(&mut self, digit: u32) {
        // Most numbers are short, and short ones multiply faster.
        let short = u64::try_from(self.digits).ok().and_then(|all| all.checked_mul(10));
        let longer = match short {
            Some(short) => Some(u128::from(short)),
            None => self.digits.checked_mul(10),
        };
        let longer = longer.and_then(|all| all.checked_add(u128::from(digit)));
        self.too_long |= longer.is_none();
        self.digits = longer.unwrap_or(0);
        if let Some(decimals) = &mut self.decimals {
            *decimals = decimals.saturating_add(1);
        }
    }

    pub(super) fn decimal(&self) -> Option<Decimal> {
        let magnitude = i128::try_from(self.digits).ok().filter(|_| !self.too_long)?;
        let mantissa = if self.negative { -magnitude } else { magnitude };
        Decimal::written(mantissa, self.decimals.unwrap_or(0))
    }
}

pub(super) fn refused(at: usize, fault: Fault) -> Refused {
    Refused { at, fault }
}

/// The work done, which tests hold against the length of the text.
#[inline]
fn count(steps: usize) {
    #[cfg(test)]
    super::find::tests::step(steps);
    #[cfg(not(test))]
    let _ = steps;
}

fn starts_with_digit(text: &str) -> bool {
    text.bytes().next().is_some_and(|b| b.is_ascii_digit())
}

/// Whether a letter or digit of any script comes first.
fn starts_with_word(text: &str) -> bool {
    match text.bytes().next() {
        Some(b) if b.is_ascii() => b.is_ascii_alphanumeric(),
        Some(_) => text.starts_with(char::is_alphanumeric),
        None => false,
    }
}

/// White space within a line and a cell.
fn is_space(c: char) -> bool {
    c.is_whitespace() && !c.is_control() && !matches!(c, '\u{2028}' | '\u{2029}')
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
            ("almost sixty", "almost 60"),
            ("600m", "600 million"),
            ("1.3bn", "1.3 billion"),
            ("6 hundred million", "6 hundred million"),
            ("3 ten thousand", "3 ten thousand"),
            ("six hundred million", "600 million"),
            ("two hundred and fifty-two thousand three hundred", "252300"),
            ("a hundred", "100"),
            ("a million", "1 million"),
            ("half a million", "0.5 million"),
            ("one and a half million", "1.5 million"),
            ("two dozen", "24"),
            ("half", "1 in 2"),
            ("almost a third", "almost 1 in 3"),
            ("two-thirds", "2 in 3"),
            ("nearly nine in ten", "almost 9 in 10"),
            ("9 out of 10", "9 in 10"),
            ("between a third and half", "between 1 in 3 and 1 in 2"),
            ("doubled", "2 times"),
            ("more than tripled", "more than 3 times"),
            ("tens of thousands", "tens of thousands"),
            ("hundreds of millions", "hundreds of millions"),
            ("thousands", "thousands"),
            ("several thousand", "thousands"),
            ("dozens", "dozens"),
            ("tens per day", "tens per day"),
            ("the vast majority", "a majority"),
            ("5 Mbit/s", "5 million bits per second"),
            ("2.5 EB", "2.5 quintillion bytes"),
            ("$5 million", "5 million US dollars"),
            ("about US$2.4 trillion", "about 2.4 trillion US dollars"),
            ("5 pp", "5 percentage points"),
            ("10 or so", "about 10"),
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
            ("many", 0, "expected a number at byte 0"),
            ("almost", 6, "expected a number at byte 6"),
            ("almost sixteenish", 7, "expected a number at byte 7"),
            ("600 m", 4, "`m` at byte 4 is not understood"),
            ("600 million users", 12, "`users` at byte 12 is not understood"),
            ("almost 600 million netizens in China", 19, "`netizens` at byte 19 is not understood"),
            ("600 millions", 4, "`millions` at byte 4 is not understood"),
            ("5.", 1, "`.` at byte 1 is not understood"),
            ("1e6", 1, "`e6` at byte 1 is not understood"),
            ("5 percentages", 2, "`percentages` at byte 2 is not understood"),
            ("5 mbit/s", 2, "`mbit/s` at byte 2 is not understood"),
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
