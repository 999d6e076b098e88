//! Quantities in running text.

mod chinese;
mod context;
mod kind;
mod other_units;

use std::iter::FusedIterator;
use std::ops::Range;

use super::english::{HEDGES, LONGEST, Numeral, numeral};
use super::phrase::{Bounds, Phrase, Reader};
use super::{Hedge, Quantity, Unit};
use context::Around;
pub use kind::QuantityKind;

/// Finds the quantities in a running text, English or Chinese, in order and without overlaps.
///
/// A quantity is what [`Quantity`] reads: a number in digits or words with its hedge and unit. Numbers that count
/// nothing are passed over: years, dates, times of day, ordinals, the numbers of sections, versions, products ("Web
/// 2.0", "5G"), lists ("Top 20") and telephones. So are amounts in a unit that [`Unit`] has no word for, such as
/// kilometres, days or euros, since they would read as counts. Where "from" and "to" name two levels, each is found
/// by itself.
///
/// Whether a number names or counts is a matter of meaning; this looks at the words beside it and errs at times. It
/// does not say what a quantity is a quantity of.
///
/// The time is linear in the length of the text. Nothing is allocated, but for decimals written in Chinese characters.
///
/// ```
/// use netpolity::quantity::{QuantityKind, find};
///
/// let text = "China now has almost 600 million Internet users, 44.1 percent of the population, in 2013.";
/// let found: Vec<_> = find(text).collect();
/// assert_eq!(found.len(), 2);
/// assert_eq!(found[0].as_str(), "almost 600 million");
/// assert_eq!(found[0].span(), 14..32);
/// assert_eq!(found[0].quantity(), "almost 600 million".parse()?);
/// assert_eq!(found[1].kind(), QuantityKind::Share);
///
/// let found: Vec<_> = find("中国网民规模近6亿人，占人口的44.1%。").collect();
/// assert_eq!(found[0].as_str(), "近6亿");
/// assert_eq!(found[0].quantity(), "almost 6 hundred million".parse()?);
/// # Ok::<(), netpolity::quantity::QuantityError>(())
/// ```
pub fn find(text: &str) -> Finder<'_> {
    Finder { text, at: 0, floor: 0, words: [usize::MAX; 4], pending: None }
}

/// A quantity found in a text, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Found<'a> {
    text: &'a str,
    start: usize,
    quantity: Quantity,
    kind: QuantityKind,
}

impl<'a> Found<'a> {
    /// The words of the quantity, with its hedge and unit.
    pub fn as_str(&self) -> &'a str {
        self.text
    }

    /// The bytes of the text that hold these words.
    pub fn span(&self) -> Range<usize> {
        self.start..self.start + self.text.len()
    }

    /// What the words say. A rate named later in the clause counts as its unit: 200 million per day in "200 million
    /// posts are submitted each day".
    pub fn quantity(&self) -> Quantity {
        self.quantity
    }

    /// What the number is, by its unit and the words around.
    pub fn kind(&self) -> QuantityKind {
        self.kind
    }
}

/// The quantities in a text, made by [`find`].
#[derive(Debug, Clone)]
pub struct Finder<'a> {
    text: &'a str,
    at: usize,
    /// Where the last quantity ended.
    floor: usize,
    /// Where the last words begin, the latest first: a hedge has at most four.
    words: [usize; 4],
    pending: Option<Found<'a>>,
}

/// What a byte begins.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Other,
    Digit,
    Letter,
    /// A letter with which a number word or what leads to one begins.
    Initial,
    Beyond,
}

static CLASSES: [Class; 256] = {
    let mut classes = [Class::Other; 256];
    let mut byte = 0_usize;
    while byte < 256 {
        #[allow(clippy::cast_possible_truncation, reason = "below 256")]
        let this = byte as u8;
        classes[byte] = match this.to_ascii_lowercase() {
            b'0'..=b'9' => Class::Digit,
            b'a' | b'b' | b'd' | b'e' | b'f' | b'h' | b'm' | b'n' | b'o' | b'q' | b's' | b't'
            | b'z' => Class::Initial,
            b'a'..=b'z' => Class::Letter,
            0x80..=0xff => Class::Beyond,
            _ => Class::Other,
        };
        byte += 1;
    }
    classes
};

fn class(byte: u8) -> Class {
    CLASSES.get(usize::from(byte)).copied().unwrap_or(Class::Other)
}

impl<'a> Iterator for Finder<'a> {
    type Item = Found<'a>;

    fn next(&mut self) -> Option<Found<'a>> {
        if let Some(found) = self.pending.take() {
            return Some(found);
        }
        let bytes = self.text.as_bytes();
        while let Some(byte) = bytes.get(self.at) {
            #[cfg(test)]
            tests::step(1);
            match class(*byte) {
                Class::Other => self.at += 1,
                Class::Digit => {
                    let start = self.at;
                    let found = if self.is_chinese(start) {
                        self.chinese(start)
                    } else {
                        self.english(start)
                    };
                    if found.is_some() {
                        return found;
                    }
                    self.skip_digits();
                }
                Class::Letter => {
                    let start = self.at;
                    self.skip_word();
                    self.remember(start);
                }
                Class::Initial => {
                    let start = self.at;
                    self.skip_word();
                    let leads = self.at - start <= LONGEST && self.leads(start);
                    if let Some(found) = leads.then(|| self.english(start)).flatten() {
                        return Some(found);
                    }
                    self.remember(start);
                }
                Class::Beyond => {
                    if let Some(found) = self.beyond() {
                        return Some(found);
                    }
                }
            }
        }
        None
    }
}

impl FusedIterator for Finder<'_> {}

impl<'a> Finder<'a> {
    fn remember(&mut self, start: usize) {
        let [first, second, third, _] = self.words;
        self.words = [start, first, second, third];
    }

    /// Goes to the end of the letters and digits that begin here.
    fn skip_word(&mut self) {
        let bytes = self.text.as_bytes();
        loop {
            while bytes.get(self.at).is_some_and(u8::is_ascii_alphanumeric) {
                self.at += 1;
            }
            if bytes.get(self.at).is_none_or(u8::is_ascii) {
                return;
            }
            let next = self.text.get(self.at..).and_then(|rest| rest.chars().next());
            match next.filter(|c| !chinese::is_han(*c) && c.is_alphanumeric()) {
                Some(letter) => self.at += letter.len_utf8(),
                None => return,
            }
        }
    }

    /// Goes past a number that is none, with what hangs on it: the rest of a date, a version, a telephone number.
    fn skip_digits(&mut self) {
        let bytes = self.text.as_bytes();
        let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
        // Telephone numbers go on behind a space.
        let before = self.at.checked_sub(1).and_then(|before| bytes.get(before));
        let zero = bytes.get(self.at) == Some(&b'0') && digit(self.at + 1);
        let telephone = before == Some(&b'+') || zero;
        while let Some(byte) = bytes.get(self.at) {
            match byte {
                b'.' | b',' | b':' | b'/' | b'-' | b'+' | b'_' if digit(self.at + 1) => {
                    self.at += 1;
                }
                b' ' if telephone && digit(self.at + 1) => self.at += 1,
                byte if byte.is_ascii_alphanumeric() => self.at += 1,
                _ => return,
            }
        }
    }

    /// Whether the word that begins here and ends where the search stands may begin a number.
    fn leads(&self, start: usize) -> bool {
        let bytes = self.text.as_bytes();
        let Some(word) = bytes.get(start..self.at) else { return false };
        let after = || {
            let rest = bytes.get(self.at..)?.strip_prefix(b" ")?;
            let letters = rest.iter().take(LONGEST + 1).take_while(|b| b.is_ascii_alphabetic());
            rest.get(..letters.count())
        };
        let next = || after().and_then(numeral);
        let begins = |letters: &[u8]| {
            bytes.get(self.at + 1).is_some_and(|next| letters.contains(&(next | 32)))
        };
        match word {
            b"a" | b"A" => {
                matches!(
                    next(),
                    Some(
                        Numeral::Hundred
                            | Numeral::Dozen
                            | Numeral::Base(_)
                            | Numeral::Part(_)
                            | Numeral::Majority
                    )
                ) || begins(b"flvcns")
                    && matches!(
                        after(),
                        Some(
                            b"few" | b"large" | b"vast" | b"clear" | b"narrow" | b"slim" | b"small"
                        )
                    )
            }
            b"the" | b"The" => {
                begins(b"mlvo")
                    && (matches!(next(), Some(Numeral::Majority))
                        || matches!(after(), Some(b"large" | b"vast" | b"overwhelming")))
            }
            b"an" | b"An" => after() == Some(b"overwhelming"),
            b"several" | b"Several" => matches!(next(), Some(Numeral::Hundred | Numeral::Base(_))),
            b"most" | b"Most" => after() == Some(b"of"),
            _ => matches!(
                numeral(word),
                Some(
                    Numeral::One(_)
                        | Numeral::Tens(_)
                        | Numeral::Half
                        | Numeral::Multiplied(_)
                        | Numeral::Several(_)
                        | Numeral::Dozens
                )
            ),
        }
    }

    /// Reads the quantity whose number begins here.
    fn english(&mut self, core: usize) -> Option<Found<'a>> {
        let core = context::with_sign(self.text, core)?;
        let (hedged, hedge) = self.hedge(core).unzip();
        let from = |at| context::word_before(self.text, at).is("from");
        let apart = hedged.is_none() && from(core);
        // "About 10 to 15" is a range; of "from about 10 to 15" each end stands by itself.
        let vague = hedge == Some(Hedge::About) && !hedged.is_some_and(from);
        let tries = [
            hedged.map(|start| (start, Bounds::Two)),
            vague.then_some((core, Bounds::Two)),
            hedged.map(|start| (start, Bounds::One)),
            apart.then_some((core, Bounds::Apart)),
            Some((core, Bounds::Two)),
            Some((core, Bounds::One)),
        ];
        let (start, end, phrase) = tries.into_iter().enumerate().find_map(|(at, one)| {
            let (start, bounds) = one?;
            let mut reader = Reader { text: self.text, at: start };
            let phrase = reader.phrase(bounds).ok()?;
            // A number without its hedge comes last.
            let range = phrase.quantity.hedge() == Hedge::Between;
            (at != 1 || range).then_some((start, reader.at, phrase))
        })?;
        if start < self.floor {
            return None;
        }
        let around = Around::of(self.text, start, end, &phrase);
        if around.counts_nothing() {
            return None;
        }
        let kind = around.kind();
        let (quantity, kind) = match around.rate() {
            Some(unit) if kind == QuantityKind::Level => {
                (phrase.quantity.with_unit(unit).ok()?, QuantityKind::Rate)
            }
            _ => (phrase.quantity, kind),
        };
        let quantity =
            if around.is_age() { quantity.with_unit(Unit::Years).ok()? } else { quantity };
        let Phrase { apart, number_end, .. } = phrase;
        let Some((second, other)) = apart else {
            return self.found(start..end, quantity, kind);
        };
        let found = self.found(start..number_end, quantity, kind);
        self.pending = self.found(second, other.with_unit(quantity.unit()).ok()?, kind);
        found
    }

    /// Where the hedge begins that ends before a number, and which it is.
    fn hedge(&self, core: usize) -> Option<(usize, Hedge)> {
        let bytes = self.text.as_bytes();
        if let Some([.., before, last, b' ']) = bytes.get(..core)
            && last.is_ascii_graphic()
            && !HEDGES.may_end(*before, *last)
            // The end of "between".
            && [before | 32, last | 32] != *b"en"
        {
            return None;
        }
        let starts = self.words.iter().rev().filter(|start| **start >= self.floor);
        let starts = starts.filter(|start| **start < core);
        starts.copied().find_map(|start| {
            let [first, second] = bytes.get(start..start + 2)? else { return None };
            // "Between" begins as "below" does.
            if !HEDGES.may_begin(*first, *second) {
                return None;
            }
            let mut reader = Reader { text: self.text, at: start };
            let hedge = reader.eat_one(&HEDGES);
            let hedge = hedge.or_else(|| reader.eat("between").then_some(Hedge::Between))?;
            reader.skip_space();
            (reader.at == core).then_some((start, hedge))
        })
    }

    /// Letters beyond ASCII.
    fn beyond(&mut self) -> Option<Found<'a>> {
        let Some(first) = self.text.get(self.at..).and_then(|rest| rest.chars().next()) else {
            self.at += 1;
            return None;
        };
        if chinese::begins(first) {
            if let Some(found) = self.chinese(self.at) {
                return Some(found);
            }
            self.at += first.len_utf8();
        } else if !chinese::is_han(first) && first.is_alphanumeric() {
            self.skip_word();
        } else {
            self.at += first.len_utf8();
        }
        None
    }

    /// Reads the quantity that begins here in a Chinese text.
    fn chinese(&mut self, start: usize) -> Option<Found<'a>> {
        let mut reader = Reader { text: self.text, at: start };
        let phrase = chinese::phrase(&mut reader).ok()?;
        let end = reader.at;
        if chinese::counts_nothing(self.text, start, end, &phrase) {
            return None;
        }
        let before = chinese::before(self.text, start);
        let rate = chinese::rate(before).filter(|_| phrase.quantity.unit() == Unit::Count);
        let quantity = match rate {
            Some(unit) => phrase.quantity.with_unit(unit).ok()?,
            None => phrase.quantity,
        };
        let kind =
            chinese::kind(before, self.text.get(start..).unwrap_or_default(), quantity.unit());
        self.found(start..end, quantity, kind)
    }

    /// Whether the digits that begin here stand in a Chinese text.
    fn is_chinese(&self, start: usize) -> bool {
        let bytes = self.text.as_bytes();
        let han = |c: char| chinese::is_han(c) || c == '％';
        let before = self.text.get(..start).and_then(|before| before.chars().next_back());
        if before.is_some_and(han) {
            return true;
        }
        let number = |b: &&u8| b.is_ascii_digit() || matches!(b, b'.' | b',');
        let length =
            bytes.get(start..).map_or(0, |rest| rest.iter().take(40).take_while(number).count());
        let after = self.text.get(start + length..).and_then(|rest| rest.chars().next());
        after.is_some_and(han)
    }

    fn found(
        &mut self,
        span: Range<usize>,
        quantity: Quantity,
        kind: QuantityKind,
    ) -> Option<Found<'a>> {
        let text = self.text.get(span.clone())?;
        self.at = span.end.max(self.at);
        self.floor = self.at;
        Some(Found { text, start: span.start, quantity, kind })
    }
}

#[cfg(test)]
pub(super) mod tests {
    use std::cell::Cell;

    use super::*;

    thread_local! {
        static STEPS: Cell<usize> = const { Cell::new(0) };
    }

    /// Counts work: bytes and words that were looked at.
    pub(in crate::quantity) fn step(steps: usize) {
        STEPS.with(|all| all.set(all.get() + steps));
    }

    fn steps(text: &str) -> usize {
        STEPS.with(|all| all.set(0));
        let found = find(text).count();
        STEPS.with(Cell::get) + found
    }

    #[test]
    fn twice_the_text_is_twice_the_work() {
        for piece in [
            "almost 600 million users, ",
            " ",
            "5",
            "5 ",
            "a ",
            "one hundred ",
            "almost ",
            "more than ",
            "between 5 and ",
            "1,",
            "1,000,",
            "-",
            "百",
            "万",
            "三百",
            "近",
            "第",
            "million ",
            "US$",
            "5.",
            "per ",
            "五",
            "from 5 to ",
            "\n",
            "数",
            "twenty-",
            "half a ",
            "é",
            "several ",
            "and ",
            "a hundred and ",
            "5 in ",
            "x ",
            "tens of ",
            "thousand ",
            "5    ",
            "x",
            "1 000 ",
            "０",
            "百分之",
            "五,",
            "10-",
            "a              ",
            "+5 ",
            "0",
        ] {
            let once = steps(&piece.repeat(2_000));
            let twice = steps(&piece.repeat(4_000));
            assert!(twice <= 2 * once + once / 10 + 1000, "{piece:?}: {once} and {twice} steps");
            assert!(once < 2_000 * piece.len() * 200, "{piece:?}: {once} steps");
        }
    }

    #[test]
    fn a_number_without_end_is_none() {
        assert_eq!(find(&"9".repeat(100_000)).count(), 0);
        assert_eq!(find(&format!("{} users", "9,999".repeat(1000))).count(), 0);
    }
}
