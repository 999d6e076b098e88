//! The words of a normal form, and the hashes of both.

use super::{EACH, HIGHEST, Normal, SPACES, first, last};

/// The words of a normal form that tell names apart, abbreviations written out.
///
/// `the`, `of` and `and` are left out. Single letters in a row are one word: `d p r` is `dpr`.
#[derive(Clone)]
pub(crate) struct Words<'n> {
    /// More words of an abbreviation.
    pending: &'static [u8],
    form: &'n [u8],
    /// Where the next word begins.
    at: usize,
}

/// One word: several letters of a normal form, or initials that stand apart in it.
#[derive(Clone, Copy)]
pub(crate) struct Word<'n> {
    text: &'n [u8],
    initials: bool,
    /// The first eight letters, followed by 0.
    start: u64,
}

impl<'n> Words<'n> {
    pub(crate) fn of(normal: &'n str) -> Self {
        Self::of_bytes(normal.as_bytes())
    }

    fn of_bytes(form: &'n [u8]) -> Self {
        Self { pending: b"", form, at: 0 }
    }

    fn rest(&self) -> &'n [u8] {
        self.form.get(self.at..).unwrap_or_default()
    }

    /// Takes the next word as it stands.
    #[inline(always)]
    #[allow(clippy::inline_always)] // to hand a word over takes longer than to cut it
    fn take_word(&mut self) -> Option<Word<'n>> {
        let rest = self.rest();
        if rest.is_empty() {
            return None;
        }
        let (length, start) = first_word(self.form, rest);
        self.at += length + 1;
        let text = rest.get(..length)?;
        Some(Word { text, initials: false, start })
    }
}

/// How long the first word of the rest of a form is, and its start.
///
/// By eight bytes at once: how long words are cannot be foreseen.
#[inline]
fn first_word(form: &[u8], rest: &[u8]) -> (usize, u64) {
    // Of the bytes that are 0, only those behind the lowest may be told wrong.
    let space = |eight: u64| {
        let zero = eight ^ SPACES;
        let found = zero.wrapping_sub(EACH) & !zero & HIGHEST;
        found.trailing_zeros() as usize / 8
    };
    let start = eight(form, rest);
    let mut length = space(start);
    if length < 8 {
        return (length, first(length, start));
    }
    loop {
        let count = space(eight(form, rest.get(length..).unwrap_or_default()));
        length += count;
        if count < 8 {
            return (length, start);
        }
    }
}

/// The first eight bytes of the rest of a form, spaces behind its end.
#[inline]
fn eight(form: &[u8], rest: &[u8]) -> u64 {
    match rest.first_chunk() {
        Some(eight) => u64::from_le_bytes(*eight),
        None => last(rest.len(), form) | (SPACES << (8 * rest.len())),
    }
}

impl<'n> Iterator for Words<'n> {
    type Item = Word<'n>;

    #[inline(always)]
    #[allow(clippy::inline_always)] // to hand a word over takes longer than to cut it
    fn next(&mut self) -> Option<Word<'n>> {
        loop {
            if !self.pending.is_empty() {
                let mut words = Words::of_bytes(self.pending);
                let word = words.take_word();
                self.pending = words.rest();
                return word;
            }
            let at = self.at;
            let mut word = self.take_word()?;
            let initial = |words: &Self| matches!(words.rest(), [letter] | [letter, b' ', ..] if letter.is_ascii_alphabetic());
            while (word.initials || word.text.len() == 1) && initial(self) {
                self.at += 2;
                let end = self.form.len().min(self.at - 1);
                word = Word::of_initials(self.form.get(at..end)?);
            }
            let Some(words) = word.written_out() else { return Some(word) };
            // A word that stands alone abbreviates nothing: "IS" is no islands.
            let alone = at == 0 && self.at > self.form.len() && !word.initials;
            if alone && !words.is_empty() {
                return Some(word);
            }
            // "Isl. Rep." is no island.
            let islamic = word.text == b"isl" && self.rest().starts_with(b"rep");
            self.pending = if islamic { b"islamic" } else { words };
        }
    }
}

/// Words and initials that stand for others, or, where these are none, tell nothing.
static WRITTEN_OUT: [(&[u8], &[u8]); 44] = [
    (b"of", b""),
    (b"the", b""),
    (b"and", b""),
    (b"st", b"saint"),
    (b"rep", b"republic"),
    (b"is", b"islands"),
    (b"island", b"islands"),
    (b"dem", b"democratic"),
    (b"people", b"peoples"),
    (b"dr", b"democratic republic"),
    (b"d r", b"democratic republic"),
    (b"dpr", b"democratic peoples republic"),
    (b"d p r", b"democratic peoples republic"),
    (b"pdr", b"peoples democratic republic"),
    (b"p d r", b"peoples democratic republic"),
    (b"pr", b"peoples republic"),
    (b"p r", b"peoples republic"),
    (b"r", b"republic"),
    (b"n", b"north"),
    (b"s", b"south"),
    (b"e", b"east"),
    (b"w", b"west"),
    (b"u", b"united"),
    (b"fed", b"federal"),
    (b"federated", b"federal"),
    (b"ste", b"saint"),
    (b"sts", b"states"),
    (b"isl", b"islands"),
    (b"isls", b"islands"),
    (b"isds", b"islands"),
    (b"ter", b"territory"),
    (b"terr", b"territory"),
    (b"territories", b"territory"),
    (b"br", b"british"),
    (b"brit", b"british"),
    (b"fr", b"french"),
    (b"eq", b"equatorial"),
    (b"equ", b"equatorial"),
    (b"equat", b"equatorial"),
    (b"herz", b"herzegovina"),
    (b"hercegovina", b"herzegovina"),
    (b"barth", b"barthelemy"),
    (b"boliv", b"bolivarian"),
    (b"miq", b"miquelon"),
];

/// The rows of [`WRITTEN_OUT`], each in the slot of its word, so that most other words are known by an empty one.
static SLOTS: [Option<u8>; 1024] = {
    let mut slots = [None; 1024];
    let mut row = 0;
    while row < WRITTEN_OUT.len() {
        let (word, mut start, mut at) = (WRITTEN_OUT[row].0, 0, 0);
        while at < word.len() && at < 8 {
            start |= (word[at] as u64) << (8 * at);
            at += 1;
        }
        let slot = slot(start);
        assert!(slots[slot].is_none(), "two words in one slot: the factor has to be another");
        #[allow(clippy::cast_possible_truncation)] // there are fewer rows than slots
        let number = row as u8;
        slots[slot] = Some(number);
        row += 1;
    }
    slots
};

/// The slot of a word with this start, in which initials have their spaces.
#[inline]
#[allow(clippy::cast_possible_truncation)] // ten bits
const fn slot(start: u64) -> usize {
    (start.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 54) as usize
}

impl<'n> Word<'n> {
    #[cold]
    fn of_initials(text: &'n [u8]) -> Self {
        let letters = text.iter().filter(|byte| **byte != b' ').take(8);
        let start =
            letters.zip(0..).fold(0, |start, (byte, at)| start | u64::from(*byte) << (8 * at));
        Self { text, initials: true, start }
    }

    /// The words for which this one stands, if it does.
    #[inline]
    fn written_out(self) -> Option<&'static [u8]> {
        let start = match self.text.len() {
            count @ ..8 if self.initials => last(count, self.text),
            _ => self.start,
        };
        let (short, words) = WRITTEN_OUT[usize::from(SLOTS[slot(start)]?)];
        (short == self.text).then_some(words)
    }

    /// The word, with spaces between initials.
    pub(crate) fn as_str(self) -> &'n str {
        // Words end where characters do.
        std::str::from_utf8(self.text).unwrap_or_default()
    }

    pub(crate) fn is(self, word: &str) -> bool {
        self.letters().eq(word.bytes())
    }

    #[inline]
    pub(super) fn letters(self) -> impl Iterator<Item = u8> + use<'n> {
        let skip = if self.initials { b' ' } else { 0 };
        self.text.iter().copied().filter(move |byte| *byte != skip)
    }

    #[inline]
    fn hash(self) -> u64 {
        // What is summed must not be near a product, or sums of other words would be the same.
        let text = match self.text.len() {
            ..=8 => return fold(fold(self.start, 0), 1),
            _ if !self.initials => return fold(form_hash(self.text), 1),
            _ => self.letters(),
        };
        let mut letters = [0; Normal::LONGEST];
        let count = letters.iter_mut().zip(text).map(|(to, letter)| *to = letter).count();
        if count > 8 { fold(form_hash(&letters[..count]), 1) } else { fold(fold(self.start, 0), 1) }
    }
}

impl PartialEq for Word<'_> {
    fn eq(&self, other: &Self) -> bool {
        if self.start != other.start {
            false
        } else if self.initials || other.initials {
            self.letters().eq(other.letters())
        } else {
            self.text.len() == other.text.len() && (self.text.len() <= 8 || self.text == other.text)
        }
    }
}

/// The words of a normal form, in no order, cut once to be looked up and compared.
pub(crate) struct Bag<'n> {
    form: &'n [u8],
    words: [Word<'n>; 16],
    /// Of the words of the form, which may be more.
    count: usize,
    /// The same for all names of the same words.
    pub(crate) hash: u64,
}

impl<'n> Bag<'n> {
    #[inline]
    pub(crate) fn of(form: &'n [u8]) -> Self {
        let none = Word { text: b"", initials: false, start: 0 };
        let mut bag = Self { form, words: [none; 16], count: 0, hash: 0 };
        for word in Words::of_bytes(form) {
            bag.hash = bag.hash.wrapping_add(word.hash());
            if let Some(free) = bag.words.get_mut(bag.count) {
                *free = word;
            }
            bag.count += 1;
        }
        bag
    }

    /// Whether another normal form has the same words, each as often, in any order.
    ///
    /// More than sixteen words only in the same one.
    #[inline]
    pub(crate) fn is_of(&mut self, other: &[u8]) -> bool {
        let mut others = Words::of_bytes(other);
        let Some(mut left) = self.words.get_mut(..self.count) else {
            return others.eq(Words::of_bytes(self.form));
        };
        // Each word of one is a word of the other that no word before it was.
        let all = others.all(|word| {
            let Some(at) = left.iter().position(|other| *other == word) else { return false };
            left.swap(0, at);
            left = std::mem::take(&mut left).get_mut(1..).unwrap_or_default();
            true
        });
        all && left.is_empty()
    }
}

/// The same for all names of the same words, in any order.
pub(crate) fn hash(normal: impl AsRef<[u8]>) -> u64 {
    Bag::of(normal.as_ref()).hash
}

/// Makes every bit depend on every other.
#[inline]
#[allow(clippy::cast_possible_truncation)] // both halves of a product
fn fold(hash: u64, eight: u64) -> u64 {
    let product = u128::from(hash ^ eight) * 0x9e37_79b9_7f4a_7c15;
    product as u64 ^ (product >> 64) as u64
}

/// Of a normal form as it stands.
#[inline]
pub(crate) fn form_hash(form: &[u8]) -> u64 {
    // Texts of which only the lengths differ have to differ in more than the last bits.
    let (chunks, _) = form.as_chunks();
    let whole = chunks
        .iter()
        .fold(fold(form.len() as u64, 0), |hash, chunk| fold(hash, u64::from_le_bytes(*chunk)));
    // Those behind the last whole chunk are among the last eight.
    let last = match (form.last_chunk(), form.first_chunk(), form.last_chunk()) {
        (Some(eight), ..) => u64::from_le_bytes(*eight),
        (None, Some(first), Some(last)) => {
            u64::from(u32::from_le_bytes(*first)) << 32 | u64::from(u32::from_le_bytes(*last))
        }
        _ => form.iter().fold(0, |some, byte| (some << 8) | u64::from(*byte)),
    };
    fold(whole, last)
}

/// Whether two normal forms have the same words, each as often, in any order.
pub(crate) fn same_words(left: impl AsRef<[u8]>, right: impl AsRef<[u8]>) -> bool {
    Bag::of(right.as_ref()).is_of(left.as_ref())
}
