//! The words around a number that say that it counts nothing.
//!
//! The lists hold words that stand before numbers that name, by usage, without a published list; and abbreviations of the
//! International System of Units and codes of ISO 4217 for amounts in units that the crate has no word for.

use super::other_units::OTHER_UNITS;
use crate::quantity::lexicon::Lexicon;
use crate::quantity::phrase::Phrase;
use crate::quantity::{Decimal, Hedge, Unit};

/// A number that was read, in its text.
pub(super) struct Around<'a> {
    pub(super) text: &'a str,
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) phrase: &'a Phrase,
    /// The words beside it.
    pub(super) before: Word<'a>,
    pub(super) after: Word<'a>,
}

/// A word, or none where something else stands.
#[derive(Clone, Copy, Default)]
pub(super) struct Word<'a> {
    pub(super) text: &'a str,
    pub(super) start: usize,
    /// Whether a point stands behind it: an abbreviation, or the end of a sentence.
    pub(super) dotted: bool,
}

/// No word on the lists is longer, and no search for a word goes farther.
const FAR: usize = 24;

impl Word<'_> {
    pub(super) fn is(self, word: &str) -> bool {
        self.text.eq_ignore_ascii_case(word)
    }

    fn is_one_of(self, words: &[&str]) -> bool {
        words.iter().any(|word| self.is(word))
    }

    fn is_in(self, list: &Lexicon<&'static str>) -> bool {
        list.get(self.text.as_bytes()).is_some()
    }

    pub(super) fn begins_with_one_of(self, stems: &Lexicon<&'static str>) -> bool {
        let word = self.text.as_bytes();
        let [first, second, ..] = word else { return false };
        stems.beginning_with(*first, *second).any(|stem| {
            let beginning = word.get(..stem.len());
            beginning.is_some_and(|beginning| beginning.eq_ignore_ascii_case(stem.as_bytes()))
        })
    }

    /// In this case.
    fn is_exactly_in(self, list: &Lexicon<&'static str>) -> bool {
        let [first, second, ..] = self.text.as_bytes() else { return false };
        list.beginning_with(*first, *second).any(|entry| *entry == self.text)
    }

    fn is_capital(self) -> bool {
        self.text.starts_with(|c: char| c.is_ascii_uppercase())
    }

    fn is_lower(self) -> bool {
        self.text.starts_with(|c: char| c.is_ascii_lowercase())
    }
}

/// Before a number that names one of a series.
static LABELS: Lexicon<&str> = Lexicon::words(&[
    "annex",
    "appendix",
    "art",
    "article",
    "articles",
    "box",
    "call",
    "chap",
    "chapter",
    "chapters",
    "class",
    "clause",
    "column",
    "decision",
    "draft",
    "edition",
    "ext",
    "fax",
    "fig",
    "figs",
    "figure",
    "figures",
    "flight",
    "footnote",
    "gate",
    "generation",
    "goal",
    "grade",
    "group",
    "indicator",
    "iso",
    "issue",
    "item",
    "items",
    "lesson",
    "level",
    "line",
    "lines",
    "lot",
    "model",
    "module",
    "no",
    "nos",
    "note",
    "nr",
    "number",
    "numbers",
    "option",
    "p",
    "page",
    "pages",
    "para",
    "paragraph",
    "paragraphs",
    "paras",
    "part",
    "per",
    "phase",
    "phone",
    "pillar",
    "platform",
    "point",
    "pp",
    "principle",
    "question",
    "recommendation",
    "release",
    "report",
    "resolution",
    "rfc",
    "room",
    "round",
    "row",
    "rule",
    "section",
    "sections",
    "sect",
    "sec",
    "series",
    "session",
    "stage",
    "step",
    "suite",
    "table",
    "tables",
    "target",
    "tel",
    "telephone",
    "tier",
    "top",
    "track",
    "type",
    "v",
    "ver",
    "version",
    "vol",
    "volume",
    "wave",
    "windows",
    "year",
    "zone",
]);

/// The labels that are written with a point.
static ABBREVIATED: Lexicon<&str> = Lexicon::words(&[
    "add", "art", "chap", "corr", "ext", "fig", "figs", "no", "nos", "nr", "p", "para", "paras",
    "pp", "rev", "sec", "sect", "tel", "v", "ver", "vol",
]);

/// Before a telephone number.
static CALLED: Lexicon<&str> =
    Lexicon::words(&["call", "dial", "ext", "extension", "fax", "phone", "tel", "telephone"]);

static RANKED: Lexicon<&str> = Lexicon::words(&["ranked", "ranks", "rank", "ranking", "placed"]);

/// Before a year.
static BEFORE_YEARS: Lexicon<&str> = Lexicon::words(&[
    "after", "before", "by", "during", "early", "from", "in", "late", "mid", "of", "since",
    "through", "till", "to", "until", "year", "spring", "summer", "autumn", "winter", "fall",
]);

static MONTHS: Lexicon<&str> = Lexicon::words(&[
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "Jun",
    "Jul",
    "Aug",
    "Sep",
    "Sept",
    "Oct",
    "Nov",
    "Dec",
]);

static CLOCKS: Lexicon<&str> = Lexicon::words(&[
    "am", "pm", "a.m", "p.m", "o'clock", "hrs", "GMT", "UTC", "BST", "CET", "CEST", "EST",
]);

/// Before an amount of money in a currency that has no word here: codes of ISO 4217, and signs that are words.
static CURRENCIES: Lexicon<&str> = Lexicon::words(&[
    "AUD", "BRL", "CAD", "CHF", "CNY", "DKK", "EGP", "EUR", "GBP", "GHS", "HKD", "IDR", "INR",
    "JPY", "KES", "KRW", "Ksh", "MXN", "MYR", "NGN", "NOK", "NZD", "PHP", "PLN", "RMB", "Rs",
    "RUB", "SEK", "SGD", "THB", "TRY", "VND", "XAF", "XOF", "ZAR",
]);

/// Before a half that is a time or a place: "the first half of 2013".
static HALVES: Lexicon<&str> = Lexicon::words(&[
    "first", "second", "latter", "other", "better", "last", "next", "previous", "same", "top",
    "bottom", "upper", "lower", "northern", "southern", "eastern", "western",
]);

/// Before the title and the section of a law: "47 U.S.C. 230".
const CODES: [&str; 2] = [" U.S.C.", " C.F.R."];

/// Behind the first word of an address: "10 Downing Street".
static STREETS: Lexicon<&str> = Lexicon::words(&[
    "Street", "St", "Road", "Rd", "Avenue", "Ave", "Square", "Lane", "Way", "Place",
]);

/// Words that no thing counted begins with: a number before one stands alone.
static FUNCTION: Lexicon<&str> = Lexicon::words(&[
    "a", "and", "are", "as", "at", "be", "been", "but", "by", "can", "did", "does", "for", "from",
    "had", "has", "have", "he", "if", "in", "is", "it", "its", "may", "of", "on", "or", "our",
    "said", "she", "than", "that", "the", "their", "there", "these", "they", "this", "those", "to",
    "under", "was", "we", "were", "when", "where", "which", "while", "who", "will", "with",
    "would", "only", "all", "some", "over", "about", "almost", "just", "nearly", "around", "more",
    "between", "another", "other", "every", "each", "no", "not", "you", "i", "after", "before",
    "during", "since", "until", "through", "within", "among", "today", "now", "then", "so", "also",
    "still", "even", "with", "without", "into", "against", "per", "up", "down", "an", "any",
]);

/// Where a number begins with its sign or currency; `None` where what stands before makes it none of ours.
pub(super) fn with_sign(text: &str, core: usize) -> Option<usize> {
    let before = text.get(..core)?;
    let Some(last) = before.chars().next_back() else { return Some(core) };
    if !text.as_bytes().get(core)?.is_ascii_digit() {
        let hyphen = matches!(last, '-' | '\u{2019}' | '\'');
        return (!hyphen).then_some(core);
    }
    let earlier = || before.get(..core - last.len_utf8());
    let joined = |text: &str| text.ends_with(char::is_alphanumeric);
    match last {
        ' ' | '\u{a0}' if earlier()?.ends_with('$') => {
            let rest = earlier()?.strip_suffix("US$").or_else(|| earlier()?.strip_suffix('$'))?;
            (!joined(rest)).then_some(rest.len())
        }
        ' ' if earlier()?.ends_with("USD") => {
            let rest = earlier()?.strip_suffix("USD")?;
            (!joined(rest)).then_some(rest.len())
        }
        '$' => {
            let (dollars, bare) = (earlier()?, before.strip_suffix("US$"));
            match bare {
                Some(rest) => (!joined(rest)).then_some(rest.len()),
                None => (!joined(dollars)).then_some(dollars.len()),
            }
        }
        '-' | '\u{2212}' => {
            let rest = earlier()?;
            let apart = rest.is_empty() || rest.ends_with(|c: char| c.is_whitespace() || c == '(');
            apart.then_some(rest.len())
        }
        '#' | '@' | '/' | '\\' | '_' | '.' | ':' | '+' | '\'' | '\u{2019}' | '\u{a7}'
        | '\u{2116}' | '=' | '\u{20ac}' | '\u{a3}' | '\u{a5}' | '\u{ffe5}' | '\u{20b9}'
        | '\u{20bd}' | '&' | '*' | '^' | '\u{2010}' | '\u{2011}' => None,
        '\u{2013}' => (!joined(earlier()?)).then_some(core),
        other if other.is_alphanumeric() && !super::chinese::is_han(other) => None,
        _ => Some(core),
    }
}

const SPACES: [&[u8]; 4] = [b" ", b"\xc2\xa0", b"\n", b"\xe2\x80\xaf"];

/// The word that ends before a place, with a space, or a point and a space, between.
pub(super) fn word_before(text: &str, at: usize) -> Word<'_> {
    let bytes = text.as_bytes().get(..at).unwrap_or_default();
    let mut end = bytes.len();
    let space = SPACES.iter().find(|space| bytes.ends_with(space));
    end -= space.map_or(0, |space| space.len());
    let dotted = space.is_some() && bytes.get(..end).is_some_and(|rest| rest.ends_with(b"."));
    end -= usize::from(dotted);
    let letters = bytes.get(..end).unwrap_or_default().iter().rev().take(FAR);
    let start = end - letters.take_while(|byte| byte.is_ascii_alphabetic()).count();
    Word { text: text.get(start..end).unwrap_or_default(), start, dotted }
}

/// The word that follows a place after at most a space.
pub(super) fn word_after(text: &str, at: usize) -> Word<'_> {
    let space = match text.as_bytes().get(at) {
        Some(byte) if byte.is_ascii() => usize::from(matches!(byte, b' ' | b'\t'..=b'\r')),
        _ => {
            let next = text.get(at..).and_then(|rest| rest.chars().next());
            next.filter(|c| c.is_whitespace()).map_or(0, char::len_utf8)
        }
    };
    let start = at + space;
    let bytes = text.as_bytes().get(start..).unwrap_or_default();
    let length =
        bytes.iter().take(FAR).take_while(|b| b.is_ascii_alphabetic() || **b == b'\'').count();
    Word { text: text.get(start..start + length).unwrap_or_default(), start, dotted: false }
}

impl<'a> Around<'a> {
    pub(super) fn of(text: &'a str, start: usize, end: usize, phrase: &'a Phrase) -> Self {
        let (before, after) = (word_before(text, start), word_after(text, end));
        Self { text, start, end, phrase, before, after }
    }

    fn rest(&self) -> &str {
        self.text.get(self.end..).unwrap_or_default()
    }

    /// Whether it is an age: "aged 15-24".
    pub(super) fn is_age(&self) -> bool {
        self.phrase.quantity.unit() == Unit::Count
            && self.before.is_one_of(&["aged", "age", "ages"])
    }

    pub(super) fn is_ranked(&self) -> bool {
        let before = self.before;
        before.is_in(&RANKED)
            || before.is_one_of(&["number", "no"])
                && word_before(self.text, before.start).is_in(&RANKED)
    }

    /// Whether the number counts nothing, or something in a unit that has no word here.
    pub(super) fn counts_nothing(&self) -> bool {
        self.is_part_of_another()
            || self.before.is_exactly_in(&CURRENCIES)
            || !self.phrase.unit && (self.is_in_other_unit() || self.is_label() || self.is_date())
            || self.is_no_word_for_a_number()
    }

    /// Whether what follows belongs to it: a letter, the rest of a version, a time, a date.
    fn is_part_of_another(&self) -> bool {
        let mut rest = self.rest().chars();
        let digit = |next: Option<char>| next.is_some_and(|c| c.is_ascii_digit());
        match rest.next() {
            Some(c) if c.is_alphanumeric() => !super::chinese::is_han(c),
            Some('.' | ':' | '/' | ',') => digit(rest.next()),
            Some('\'' | '\u{2019}') => {
                !self.phrase.unit && rest.next().is_some_and(char::is_alphabetic)
            }
            Some('-' | '\u{2010}' | '\u{2011}') => {
                !self.phrase.unit && rest.next().is_some_and(char::is_alphanumeric)
            }
            Some('_' | '@' | '\u{b0}' | '\u{2033}' | '\u{2032}' | '\u{20ac}' | '\u{a3}') => true,
            _ => false,
        }
    }

    fn is_in_other_unit(&self) -> bool {
        let after = self.after;
        after.is_in(&OTHER_UNITS) && !matches!(after.text, "M" | "G")
    }

    /// Whether it names one of a series: a section, a version, a product.
    fn is_label(&self) -> bool {
        let hedge = self.phrase.quantity.hedge();
        if !matches!(hedge, Hedge::Bare | Hedge::Between) || self.has_magnitude() {
            return false;
        }
        let (before, after) = (self.before, self.after);
        if self.is_ranked() || self.is_age() {
            return false;
        }
        let label = if before.dotted { &ABBREVIATED } else { &LABELS };
        if before.is_in(label) || before.is_in(&CALLED) {
            return true;
        }
        let head = self.text.get(..self.start).unwrap_or_default();
        let rest = self.rest();
        let bracketed =
            head.ends_with(['(', '[', '\u{ff08}']) && rest.starts_with([')', ']', '\u{ff09}']);
        let line = head.trim_end_matches([' ', '\t', '*', '-']);
        let begins_line = line.is_empty() || line.ends_with('\n');
        let numbered = begins_line
            && (rest.starts_with(')')
                || rest.starts_with(". ")
                || rest.starts_with(".\t")
                || !self.phrase.small_word
                    && after.is_capital()
                    && self.phrase.quantity.value() < Decimal::from(100));
        // "Boeing 747 flew": a name, unless something follows that is counted, as in "In China 42 sites".
        let mixed = before.text.bytes().skip(1).any(|byte| byte.is_ascii_uppercase());
        let named = (before.is_capital() || mixed)
            && !before.is_in(&FUNCTION)
            && !self.phrase.small_word
            && self.touches(before)
            && (mixed && before.text.bytes().any(|byte| byte.is_ascii_lowercase())
                || !self.phrase.plain
                || !self.counts_people_or_things(after));
        let coded = CODES.iter().any(|code| {
            rest.starts_with(code)
                || head.strip_suffix(' ').is_some_and(|head| head.ends_with(code))
        });
        let next = word_after(self.text, after.start + after.text.len());
        let address = after.is_capital() && next.is_exactly_in(&STREETS);
        // "Group of 77", "Group of Seven".
        let group = before.is("of")
            && word_before(self.text, before.start).is_one_of(&["Group", "Committee"])
            && word_before(self.text, before.start).is_capital();
        // "The Five Eyes".
        let title = self.phrase.small_word
            && self
                .text
                .get(self.start..)
                .is_some_and(|said| said.starts_with(|c: char| c.is_ascii_uppercase()))
            && after.is_capital()
            && !before.text.is_empty()
            && !before.dotted;
        bracketed || numbered || named || coded || address || group || title
    }

    /// Whether one space is between a word and the number.
    fn touches(&self, before: Word<'_>) -> bool {
        !before.dotted && before.start + before.text.len() + 1 == self.start
    }

    fn has_magnitude(&self) -> bool {
        self.phrase.quantity.is_written_in_more_than_ones()
    }

    /// Whether it is a year, a day of a month or a time of day.
    fn is_date(&self) -> bool {
        let Phrase { quantity, plain, .. } = self.phrase;
        let (before, after) = (self.before, self.after);
        let month = |word: Word<'_>| word.is_capital() && word.is_in(&MONTHS);
        if after.is_in(&CLOCKS) || self.is_clock() {
            return true;
        }
        if month(after) || month(before) && (*plain || self.phrase.small_word) {
            return true;
        }
        if !plain {
            return false;
        }
        let years = Decimal::from(1500)..=Decimal::from(2100);
        let year = |value: Decimal| years.contains(&value);
        if !year(quantity.value()) {
            // "2012-13" is one year, or two.
            return false;
        }
        match quantity.hedge() {
            Hedge::Between => true,
            Hedge::Bare | Hedge::About | Hedge::Exactly | Hedge::UpTo => {
                before.is_in(&BEFORE_YEARS) || !self.counts_people_or_things(after)
            }
            _ => after.text.is_empty() && before.is_in(&BEFORE_YEARS),
        }
    }

    fn is_clock(&self) -> bool {
        ["a.m.", "p.m.", " a.m.", " p.m.", " o\u{2019}clock"]
            .iter()
            .any(|clock| self.rest().starts_with(clock))
    }

    /// Whether a plural follows: a number before one counts, even if it looks like a year.
    fn counts_people_or_things(&self, after: Word<'_>) -> bool {
        let plural = |word: Word<'_>| {
            word.is_lower()
                && !word.is_in(&FUNCTION)
                && (word.text.ends_with('s')
                    || word.is_one_of(&["people", "children", "women", "men"]))
        };
        plural(after)
            || after.is_lower()
                && !after.is_in(&FUNCTION)
                && plural(word_after(self.text, after.start + after.text.len()))
    }

    /// Whether a word that may be a number is another here: "one another", "a third party".
    fn is_no_word_for_a_number(&self) -> bool {
        let Phrase { quantity, core, small_word, unit, .. } = self.phrase;
        let said = self.text.get(*core..self.end).unwrap_or_default();
        let length = said.bytes().take_while(|byte| !matches!(byte, b' ' | b'-')).count();
        let first =
            Word { text: said.get(..length).unwrap_or_default(), start: *core, dotted: false };
        let after = self.after;
        let hedged = quantity.hedge() != Hedge::Bare;
        if *small_word && !unit && !hedged {
            return quantity.value() <= Decimal::ONE;
        }
        if quantity.hedge() == Hedge::Majority {
            return !said.ends_with("of") && !after.is("of");
        }
        if first.is("a") && quantity.unit() == Unit::Fraction && !hedged {
            return !after.is("of");
        }
        if first.is("half") && quantity.unit() == Unit::Fraction && !hedged {
            return self.before.is_in(&HALVES)
                || !after.is_one_of(&[
                    "of", "the", "its", "their", "that", "this", "all", "our", "these",
                ]);
        }
        if first.is_one_of(&["double", "triple", "quadruple"]) && !hedged {
            // Elsewhere it is an adjective or a verb: "to double the number" sets an aim.
            return !self.before.is_one_of(&["is", "are", "was", "were"])
                || !after.is_one_of(&["the", "that", "its", "their", "what"]);
        }
        if first.is("twice") && !hedged {
            return !after.is_one_of(&["as", "the", "that", "its", "their"]);
        }
        quantity.hedge() == Hedge::SeveralOf && said.eq_ignore_ascii_case("tens") && !after.is("of")
    }
}
