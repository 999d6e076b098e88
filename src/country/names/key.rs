//! The normal form of a name, its words, and the hashes under which it is found.
//!
//! The generator of the name table compiles this file as well, so that both sides read a name alike; it therefore uses
//! nothing else of the crate.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

#[path = "words.rs"] // the same file for the generator, which has this one by its path
pub(crate) mod words;

pub(crate) use words::{Words, form_hash, hash, same_words};

/// The normal form of a name, in a buffer of fixed size.
///
/// Compatibility forms are unified; marks go from Latin, Greek and Cyrillic letters, and vowel points from Arabic ones,
/// but stay in other scripts, where dropping them would make Ghana of Guinea, and in names of up to three letters;
/// letters are in lower case; `&` is `and`; apostrophes go; everything else that is no letter, digit or mark separates
/// words, which one space does.
pub(crate) struct Normal {
    bytes: Buffer,
    length: usize,
}

/// Room for the longest name, the space behind its last word, and a byte behind that which is not kept.
type Buffer = [u8; Normal::LONGEST + 2];

impl Normal {
    /// In bytes. Longer names are not looked up; the longest one in the table has less than half of it.
    pub(crate) const LONGEST: usize = 256;

    /// Of nothing yet.
    pub(crate) const fn empty() -> Self {
        Self { bytes: [0; Self::LONGEST + 2], length: 0 }
    }

    /// `None` where the name is too long, or no letter or digit is in it.
    pub(crate) fn of(name: &str) -> Option<Self> {
        let mut normal = Self::empty();
        normal.take(name)?;
        Some(normal)
    }

    /// Becomes that of a name, as [`of`](Self::of) does, without the time that it takes to move the buffer.
    #[inline]
    pub(crate) fn take(&mut self, name: &str) -> Option<&Self> {
        let mut writer = Writer::new(&mut self.bytes);
        self.length =
            if writer.latin(name) { writer.finish() } else { any_script(&mut self.bytes, name) }?;
        Some(self)
    }

    /// The same with a `?` or a replacement character between letters kept as a letter of its own, `?`.
    ///
    /// `None` also where there is none.
    pub(crate) fn with_lost_letters(name: &str) -> Option<Self> {
        const LOST: [char; 2] = ['?', '\u{fffd}'];
        // Most names have none, which their bytes tell soonest: the replacement character begins with 0xef.
        if !name.bytes().any(|byte| matches!(byte, b'?' | 0xef)) {
            return None;
        }
        let mut normal = Self::empty();
        let mut writer = Writer::new(&mut normal.bytes);
        let mut lost = false;
        for (at, c) in name.char_indices() {
            let rest = &name[at + c.len_utf8()..];
            if LOST.contains(&c) && rest.starts_with(|next: char| next.is_alphanumeric()) {
                lost = true;
                writer.put(b'?')?;
            } else {
                writer.unicode(c.encode_utf8(&mut [0; 4]), true)?;
            }
        }
        normal.length = writer.finish().filter(|_| lost)?;
        Some(normal)
    }

    pub(crate) fn as_bytes(&self) -> &[u8] {
        self.bytes.get(..self.length).unwrap_or_default()
    }

    pub(crate) fn as_str(&self) -> &str {
        // Only whole characters are written.
        std::str::from_utf8(self.as_bytes()).unwrap_or_default()
    }
}

/// Writes the normal form of a name with letters of any kind; returns its length.
#[cold]
fn any_script(bytes: &mut Buffer, name: &str) -> Option<usize> {
    let mut writer = Writer::new(bytes);
    writer.unicode(name, true)?;
    if writer.is_like_a_code() {
        writer = Writer::new(bytes);
        writer.unicode(name, false)?;
    }
    writer.finish()
}

/// For eight bytes at once, the first in the lowest bits: 1 in each of them.
const EACH: u64 = u64::from_ne_bytes([1; 8]);

/// What holds of a byte is told by its highest bit.
const HIGHEST: u64 = EACH << 7;

const SPACES: u64 = EACH * b' ' as u64;

/// Of eight bytes as many as are asked for, fewer than eight, the others 0.
#[inline]
const fn first(count: usize, eight: u64) -> u64 {
    eight & !(u64::MAX << (8 * count))
}

/// The last bytes of a text, fewer than eight, followed by 0.
#[inline]
fn last(count: usize, text: &[u8]) -> u64 {
    match (text.last_chunk(), text.first_chunk(), text.last_chunk()) {
        // In two steps, as a number cannot be shifted by all its bits.
        (Some(eight), ..) => u64::from_le_bytes(*eight) >> (8 * (7 - count)) >> 8,
        (None, Some(start), Some(end)) if count == text.len() => {
            // What both have is the same.
            let end = u64::from(u32::from_le_bytes(*end)) << (8 * (count - 4));
            u64::from(u32::from_le_bytes(*start)) | end
        }
        _ => {
            let bytes = text.iter().rev().take(count);
            bytes.fold(0, |some, byte| (some << 8) | u64::from(*byte))
        }
    }
}

/// Writes a normal form, in which one space separates words.
struct Writer<'b> {
    bytes: &'b mut Buffer,
    length: usize,
    /// No letter comes after the last space; at first neither, so that no space comes before the first word.
    gap: bool,
}

/// Stands for apostrophes, which are not kept.
const DROPPED: u8 = 0;

/// What stands for an ASCII character in a normal form; for `&` it is a word.
const ASCII: [u8; 128] = {
    let mut table = [b' '; 128];
    let mut byte = 0;
    while byte < 128 {
        table[byte as usize] = match byte {
            b'a'..=b'z' | b'0'..=b'9' | b'&' => byte,
            b'A'..=b'Z' => byte | 0x20,
            b'\'' | b'`' => DROPPED,
            _ => b' ',
        };
        byte += 1;
    }
    table
};

/// What stands for the characters from U+00C0 to U+017F, a dot for those that are not one letter with marks.
const LATIN: &[u8; 192] = b"aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.y\
    aaaaaaccccccccddddeeeeeeeeeegggggggghh..iiiiiiiiii..jjkk.llllll.\
    .llnnnnnn...oooooo..rrrrrrsssssssstttt..uuuuuuuuuuuuwwyyyzzzzzz.";

/// What stands for a character that is not ASCII, where that is one byte.
fn latin(c: char) -> Option<u8> {
    match c {
        '\u{c0}'..='\u{17f}' => Some(LATIN[c as usize - 0xc0]).filter(|byte| *byte != b'.'),
        '\u{2019}' => Some(DROPPED),
        _ => None,
    }
}

impl<'b> Writer<'b> {
    fn new(bytes: &'b mut Buffer) -> Self {
        Self { bytes, length: 0, gap: true }
    }

    /// The length of what was written, unless that is nothing, or too long.
    fn finish(self) -> Option<usize> {
        let length = self.length - usize::from(self.gap && self.length > 0);
        (1..=Normal::LONGEST).contains(&length).then_some(length)
    }

    /// Writes a byte, unless it is dropped or another space.
    ///
    /// Without a branch: how long the words of a name are cannot be foreseen.
    #[inline]
    #[allow(clippy::needless_bitwise_bool)] // a branch here cannot be foreseen
    fn put(&mut self, byte: u8) -> Option<()> {
        *self.bytes.get_mut(self.length)? = byte;
        let (dropped, space) = (byte == DROPPED, byte == b' ');
        self.length += usize::from(!(dropped | (space & self.gap)));
        self.gap = space | (dropped & self.gap);
        Some(())
    }

    fn put_all(&mut self, text: &str) -> Option<()> {
        text.bytes().try_for_each(|byte| self.put(byte))
    }

    /// Writes a name of ASCII and Latin letters with marks, the fast way; `false` where it has others, or is too long.
    #[inline]
    fn latin(&mut self, name: &str) -> bool {
        let mut rest = name.chars();
        loop {
            let text = rest.as_str().as_bytes();
            let (eight, count) = match text.first_chunk() {
                Some(eight) => (u64::from_le_bytes(*eight), 8),
                None if text.is_empty() => break,
                None => (last(text.len(), name.as_bytes()), text.len()),
            };
            if self.ascii(eight, count) {
                rest = rest.as_str().get(count..).unwrap_or_default().chars();
                continue;
            }
            for c in rest.by_ref().take(8) {
                let written = match c {
                    '&' => self.put_all(" and "),
                    '\0'..='\x7f' => self.put(ASCII[c as usize]),
                    _ => latin(c).and_then(|byte| self.put(byte)),
                };
                if written.is_none() {
                    return false;
                }
            }
        }
        name.is_ascii() || !self.is_like_a_code()
    }

    /// Writes up to eight bytes at once where they are ASCII without apostrophes and `&`, which most are.
    #[inline]
    fn ascii(&mut self, text: u64, mut count: usize) -> bool {
        // Sums of bytes below 128 stay in their bytes.
        let from = |text: u64, byte: u8| text.wrapping_add(EACH * u64::from(128 - byte));
        let no = |byte: u8| from(text ^ (EACH * u64::from(byte)), 1);
        let lower = text | SPACES;
        let letters = from(lower, b'a') & !from(lower, b'z' + 1);
        let digits = from(text, b'0') & !from(text, b'9' + 1);
        let others = text | !(no(b'\'') & no(b'`') & no(b'&'));
        let Some(room) = self.bytes.get_mut(self.length..).and_then(<[u8]>::first_chunk_mut) else {
            return false;
        };
        if others & HIGHEST != 0 {
            return false;
        }
        let kept = (letters | digits) & HIGHEST;
        let mut written = SPACES ^ ((SPACES ^ lower) & ((kept >> 7) * 0xff));
        let spaces = (kept ^ HIGHEST) & (u64::MAX >> (64 - 8 * count));
        let mut doubled = spaces & ((spaces << 8) | (u64::from(self.gap) << 7));
        self.gap = spaces >> (8 * count - 1) != 0;
        while doubled != 0 {
            let before = (1 << (doubled.trailing_zeros() - 7)) - 1;
            written = (written & before) | ((written >> 8) & !before);
            doubled = (doubled & (doubled - 1)) >> 8;
            count -= 1;
        }
        *room = written.to_le_bytes();
        self.length += count;
        true
    }

    /// Writes any text.
    fn unicode(&mut self, text: &str, drop_marks: bool) -> Option<()> {
        let mut bare = false;
        let unmarked = text.chars().filter(|c| !is_apostrophe(*c)).nfkd().filter(move |&c| {
            if is_combining_mark(c) {
                return !(is_vowel_point(c) || bare && drop_marks);
            }
            bare = loses_marks(c);
            // Some letters come apart into an apostrophe and another.
            !is_apostrophe(c)
        });
        for c in unmarked.nfc().flat_map(char::to_lowercase) {
            match c {
                '&' => self.put_all(" and ")?,
                '\0'..='\x7f' => self.put(ASCII[c as usize])?,
                'ß' => self.put_all("ss")?,
                'ς' => self.put_all("σ")?,
                'ø' => self.put(b'o')?,
                'ł' => self.put(b'l')?,
                'đ' | 'ð' => self.put(b'd')?,
                'ı' => self.put(b'i')?,
                'æ' => self.put_all("ae")?,
                'œ' => self.put_all("oe")?,
                _ if c.is_alphanumeric() || is_combining_mark(c) => {
                    self.put_all(c.encode_utf8(&mut [0; 4]))?;
                }
                _ => self.put(b' ')?,
            }
        }
        Some(())
    }

    /// Whether nothing but three ASCII letters or fewer are left: without its marks, Vietnamese "Mỹ" would be the code of
    /// Malaysia.
    fn is_like_a_code(&self) -> bool {
        let written = self.bytes.get(..self.length).unwrap_or_default();
        written.is_ascii() && written.iter().filter(|byte| byte.is_ascii_alphabetic()).count() <= 3
    }
}

/// Whether the marks of a letter may be dropped: it is Latin, Greek or Cyrillic.
fn loses_marks(c: char) -> bool {
    matches!(
        c,
        'A'..='Z' | 'a'..='z' | '\u{c0}'..='\u{2af}' | '\u{370}'..='\u{52f}' | '\u{1e00}'..='\u{1fff}'
            | '\u{2c60}'..='\u{2c7f}' | '\u{a720}'..='\u{a7ff}'
    )
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '`' | '\u{b4}' | '\u{2018}' | '\u{2019}' | '\u{2b9}' | '\u{2bb}'..='\u{2bf}')
}

/// Arabic vowel points and the superscript alef, which are seldom written.
fn is_vowel_point(c: char) -> bool {
    matches!(c, '\u{64b}'..='\u{652}' | '\u{670}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn normal(name: &str) -> Option<String> {
        Normal::of(name).map(|normal| normal.as_str().to_owned())
    }

    fn words(name: &str) -> Vec<String> {
        let normal = normal(name).unwrap();
        let words = Words::of(&normal);
        words.map(|word| word.letters().map(char::from).collect()).collect()
    }

    #[test]
    fn normal_forms() {
        for (name, form) in [
            ("  Korea,\tRep. ", "korea rep"),
            ("C\u{f4}te d\u{2019}Ivoire", "cote divoire"),
            ("Co\u{302}te d'Ivoire", "cote divoire"),
            ("Bosnia&Herzegovina", "bosnia and herzegovina"),
            ("T\u{dc}RK\u{130}YE", "turkiye"),
            ("F\u{e6}r\u{f8}erne", "faeroerne"),
            ("Wei\u{df}russland", "weissrussland"),
            ("\u{395}\u{3bb}\u{3bb}\u{3ac}\u{3c2}", "\u{3b5}\u{3bb}\u{3bb}\u{3b1}\u{3c3}"),
            (
                "\u{420}\u{43e}\u{441}\u{441}\u{438}\u{44f}",
                "\u{440}\u{43e}\u{441}\u{441}\u{438}\u{44f}",
            ),
            (
                "\u{4e2d}\u{56fd}\u{ff08}\u{5927}\u{9646}\u{ff09}",
                "\u{4e2d}\u{56fd} \u{5927}\u{9646}",
            ),
            // Arabic with and without its vowel points.
            ("\u{645}\u{650}\u{635}\u{652}\u{631}", "\u{645}\u{635}\u{631}"),
        ] {
            assert_eq!(normal(name).as_deref(), Some(form));
        }
        for nothing in ["", " \t", "*", "\u{2019}"] {
            assert_eq!(normal(nothing), None, "{nothing:?}");
        }
        assert_eq!(
            normal(&"a".repeat(Normal::LONGEST)).map(|form| form.len()),
            Some(Normal::LONGEST)
        );
        assert_eq!(normal(&"a".repeat(Normal::LONGEST + 1)), None);
    }

    /// In Devanagari Ghana and Guinea, Togo and Tonga differ by signs that are marks.
    #[test]
    fn marks_stay_where_they_are_letters() {
        let togo = "\u{91f}\u{94b}\u{917}\u{94b}";
        let tonga = "\u{91f}\u{94b}\u{902}\u{917}\u{93e}";
        assert_eq!(normal(togo).as_deref(), Some(togo));
        assert_ne!(normal(togo), normal(tonga));
        // Vietnamese for the United States and for Italy are no codes of Malaysia and no letter.
        assert_eq!(normal("M\u{1ef9}").as_deref(), Some("m\u{1ef9}"));
        assert_eq!(normal("\u{dd}").as_deref(), Some("\u{fd}"));
    }

    #[test]
    fn words_tell_names_apart() {
        for (name, expected) in [
            ("The Rep. of Korea", vec!["republic", "korea"]),
            ("D.P.R. Korea", vec!["democratic", "peoples", "republic", "korea"]),
            ("St. Vincent & the Grenadines", vec!["saint", "vincent", "grenadines"]),
            ("N. Mariana Is.", vec!["north", "mariana", "islands"]),
            ("U.S.A.", vec!["usa"]),
            ("Iran, Isl. Rep. of", vec!["iran", "islamic", "republic"]),
            ("Cocos Isl.", vec!["cocos", "islands"]),
            ("of the and", vec![]),
        ] {
            assert_eq!(words(name), expected, "{name}");
        }
    }

    #[test]
    fn the_same_words_in_any_order() {
        for (left, right, same) in [
            ("korea republic of", "the republic of korea", true),
            ("sudan and south sudan", "south sudan", false),
            ("niger", "nigeria", false),
            ("u s a", "usa", true),
            ("guinea", "new guinea", false),
        ] {
            assert_eq!(same_words(left, right), same, "{left}, {right}");
            assert_eq!(hash(left) == hash(right), same, "{left}, {right}");
        }
    }

    /// A name of Latin letters is read by tables, another letter by letter: an apostrophe of another kind makes the difference.
    #[test]
    fn both_ways_of_reading_agree() {
        for c in '\u{c0}'..='\u{17f}' {
            let name = format!("abcd{c}efgh");
            assert_eq!(normal(&name), normal(&format!("{name}\u{2018}")), "{c}");
        }
    }

    proptest! {
        #[test]
        fn normal_forms_are_normal(
            name in "[a-zA-Z\u{c0}-\u{17f}\u{300}-\u{308}\u{391}-\u{3c9}\u{410}-\u{44f}\u{627}-\u{64a}\u{905}-\u{939}\u{4e00}-\u{4e40} '.,&()-]{0,40}",
        ) {
            if let Some(form) = normal(&name).filter(|form| form.chars().count() > 3) {
                prop_assert!(!form.starts_with(' ') && !form.ends_with(' ') && !form.contains("  "));
                prop_assert_eq!(normal(&form), Some(form));
            }
        }

        /// Eight bytes at once or one by one: the same.
        #[test]
        fn ascii_is_read_like_any_script(name in "[A-Z`a-z@{\\[ ]{0,20}[A-Za-z0-9 .,&'-]{0,20}") {
            prop_assert_eq!(normal(&name), normal(&format!("{name}\u{2018}")));
        }

        #[test]
        fn hashes_go_by_words(mut words in prop::collection::vec("[a-z]{2,9}", 1..6)) {
            let name = words.join(" ");
            words.reverse();
            let reversed = words.join(" ");
            prop_assert!(same_words(&name, &reversed));
            prop_assert_eq!(hash(&name), hash(&reversed));
        }
    }
}
