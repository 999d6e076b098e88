//! Lists of words, looked up by how a text goes on.

/// An entry of a list: a word or phrase, with or without what it means.
pub(super) trait Entry: Copy + 'static {
    type Meaning;
    fn phrase(self) -> &'static str;
    fn meaning(self) -> Self::Meaning;
}

impl Entry for &'static str {
    type Meaning = ();

    fn phrase(self) -> &'static str {
        self
    }

    fn meaning(self) {}
}

impl<T: Copy + 'static> Entry for (&'static str, T) {
    type Meaning = T;

    fn phrase(self) -> &'static str {
        self.0
    }

    fn meaning(self) -> T {
        self.1
    }
}

/// At most so many entries a list.
const MOST: usize = 128;

/// A list in an order of its own, in which entries are found by their first byte.
///
/// Most places of a text begin no entry: one look at two bytes says so.
pub(super) struct Lexicon<E: 'static> {
    entries: &'static [E],
    /// By the last five bits of a first byte, which are the same for a letter in either case: one more than the place
    /// of the first entry that begins so, or zero.
    heads: [u8; 32],
    /// The same for the next entry, by the place of an entry.
    next: [u8; MOST],
    /// By the first byte, the second bytes that there are.
    seconds: [u32; 32],
    /// By the last byte, the bytes before that there are.
    endings: [u32; 32],
}

impl Lexicon<&'static str> {
    pub(super) const fn words(entries: &'static [&'static str]) -> Self {
        let mut made = Self::empty(entries);
        let mut at = entries.len();
        while at > 0 {
            at -= 1;
            made.put(at, entries[at].as_bytes());
        }
        made
    }
}

impl<T> Lexicon<(&'static str, T)> {
    pub(super) const fn of(entries: &'static [(&'static str, T)]) -> Self {
        let mut made = Self::empty(entries);
        let mut at = entries.len();
        while at > 0 {
            at -= 1;
            made.put(at, entries[at].0.as_bytes());
        }
        made
    }
}

impl<E> Lexicon<E> {
    const fn empty(entries: &'static [E]) -> Self {
        assert!(entries.len() < MOST, "a list is too long");
        Self { entries, heads: [0; 32], next: [0; MOST], seconds: [0; 32], endings: [0; 32] }
    }

    /// Puts an entry before those of its first byte.
    const fn put(&mut self, at: usize, phrase: &[u8]) {
        let first = (phrase[0] & 31) as usize;
        self.next[at] = self.heads[first];
        #[allow(clippy::cast_possible_truncation, reason = "below 128")]
        let place = at as u8 + 1;
        self.heads[first] = place;
        // Any white space may stand for one in a phrase, and anything behind its end.
        let open = phrase.len() == 1 || phrase[1] == b' ';
        self.seconds[first] |= if open { u32::MAX } else { 1 << (phrase[1] & 31) };
        let last = (phrase[phrase.len() - 1] & 31) as usize;
        let open = phrase.len() == 1;
        self.endings[last] |= if open { u32::MAX } else { 1 << (phrase[phrase.len() - 2] & 31) };
    }

    #[cfg(test)]
    pub(super) fn entries(&self) -> &'static [E] {
        self.entries
    }

    /// Whether an entry may begin with these two bytes; a no is certain.
    pub(super) fn may_begin(&self, first: u8, second: u8) -> bool {
        self.seconds[usize::from(first & 31)] >> (second & 31) & 1 == 1
    }

    /// Whether an entry may end with these two bytes; a no is certain.
    pub(super) fn may_end(&self, before: u8, last: u8) -> bool {
        self.endings[usize::from(last & 31)] >> (before & 31) & 1 == 1
    }
}

impl<E: Entry> Lexicon<E> {
    /// The entries that may begin with these two bytes, in their order; no other one does.
    pub(super) fn beginning_with(&self, first: u8, second: u8) -> impl Iterator<Item = &'static E> {
        let mut place = self.heads[usize::from(first & 31)];
        if !self.may_begin(first, second) {
            place = 0;
        }
        std::iter::from_fn(move || {
            loop {
                let at = usize::from(place.checked_sub(1)?);
                place = self.next.get(at).copied()?;
                let entry = self.entries.get(at)?;
                match entry.phrase().as_bytes() {
                    [_] | [_, b' ', ..] => return Some(entry),
                    [_, other, ..] if other & 31 == second & 31 => return Some(entry),
                    _ => {}
                }
            }
        })
    }

    /// What a whole word means, in any case.
    pub(super) fn get(&self, word: &[u8]) -> Option<E::Meaning> {
        let (first, second) = (*word.first()?, word.get(1).copied().unwrap_or_default());
        self.beginning_with(first, second)
            .find(|entry| entry.phrase().as_bytes().eq_ignore_ascii_case(word))
            .map(|entry| entry.meaning())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    static SOME: Lexicon<(&str, u8)> =
        Lexicon::of(&[("or more", 1), ("at most", 2), ("or", 3), ("+", 4), ("\u{2013}", 5)]);

    #[test]
    fn entries_are_found_in_their_order() {
        let from = |[first, second]: &[u8; 2]| {
            SOME.beginning_with(*first, *second).map(|entry| entry.1).collect::<Vec<_>>()
        };
        assert_eq!(from(b"or"), [1, 3]);
        assert_eq!(from(b"OR"), [1, 3]);
        assert_eq!(from(b"at"), [2]);
        assert_eq!(from(b"+5"), [4]);
        assert!(from(b"of").is_empty());
        assert!(from(b"zr").is_empty());
        assert_eq!(SOME.get(b"OR"), Some(3));
        assert_eq!(SOME.get(b"and"), None);
        assert_eq!(SOME.get(b""), None);
    }

    #[test]
    fn a_beginning_is_never_missed() {
        for (phrase, _) in SOME.entries() {
            let bytes = phrase.as_bytes();
            let seconds = match bytes.get(1) {
                Some(second) => vec![*second, second.to_ascii_uppercase()],
                None => vec![0, b' ', b'5', 0xe2],
            };
            assert!(seconds.iter().all(|second| SOME.may_begin(bytes[0], *second)), "{phrase}");
        }
        assert!(!SOME.may_begin(b'o', b'f'));
        assert!(SOME.may_end(b'R', b'E') && SOME.may_end(b'5', b'+'));
        assert!(!SOME.may_end(b't', b'e'));
    }
}
