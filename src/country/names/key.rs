//! The normal form of a name, its words, and the hash under which it is found.
//!
//! The generator of the name table compiles this file as well, so that both sides read a name alike; it therefore uses
//! nothing else of the crate.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The normal form of a name, in a buffer of fixed size.
///
/// Compatibility forms are unified; marks go from Latin, Greek and Cyrillic letters, and vowel points from Arabic ones,
/// but stay in other scripts, where dropping them would make Ghana of Guinea, and in names of up to three letters; letters are in lower case; `&` is `and`;
/// apostrophes go; everything else that is no letter, digit or mark separates words, which one space does.
pub(crate) struct Normal {
    bytes: [u8; Self::LONGEST],
    length: usize,
    /// A word has ended.
    gap: bool,
}

impl Normal {
    /// In bytes. Longer names are not looked up; the longest one in the table has less than half of it.
    pub(crate) const LONGEST: usize = 256;

    /// `None` where the name is too long, or no letter or digit is in it.
    pub(crate) fn of(name: &str) -> Option<Self> {
        let mut normal = Self { bytes: [0; Self::LONGEST], length: 0, gap: false };
        if name.is_ascii() {
            for byte in name.bytes() {
                normal.ascii(byte)?;
            }
        } else {
            normal.unicode(name, true)?;
            if normal.is_like_a_code() {
                normal.length = 0;
                normal.unicode(name, false)?;
            }
        }
        (normal.length > 0).then_some(normal)
    }

    /// The same with a `?` or a replacement character between letters kept as a letter of its own, `?`.
    ///
    /// `None` also where there is none.
    pub(crate) fn with_lost_letters(name: &str) -> Option<Self> {
        let mut normal = Self { bytes: [0; Self::LONGEST], length: 0, gap: false };
        let mut lost = false;
        for (at, c) in name.char_indices() {
            let rest = &name[at + c.len_utf8()..];
            if matches!(c, '?' | '\u{fffd}')
                && rest.starts_with(|next: char| next.is_alphanumeric())
            {
                lost = true;
                normal.push(b"?")?;
            } else {
                normal.unicode(c.encode_utf8(&mut [0; 4]), true)?;
            }
        }
        (lost && normal.length > 0).then_some(normal)
    }

    pub(crate) fn as_str(&self) -> &str {
        // Only whole characters are written.
        std::str::from_utf8(&self.bytes[..self.length]).unwrap_or_default()
    }

    /// Whether nothing but three ASCII letters or fewer are left: without its marks, Vietnamese "Mỹ" would be the code of
    /// Malaysia.
    fn is_like_a_code(&self) -> bool {
        let text = self.as_str();
        text.is_ascii() && text.bytes().filter(u8::is_ascii_alphabetic).count() <= 3
    }

    #[inline]
    fn ascii(&mut self, byte: u8) -> Option<()> {
        match byte {
            b'a'..=b'z' | b'0'..=b'9' => self.push(&[byte]),
            b'A'..=b'Z' => self.push(&[byte | 0x20]),
            b'\'' | b'`' => Some(()),
            b'&' => {
                self.gap = true;
                self.push(b"and")?;
                self.gap = true;
                Some(())
            }
            _ => {
                self.gap = true;
                Some(())
            }
        }
    }

    fn unicode(&mut self, name: &str, drop_marks: bool) -> Option<()> {
        let mut bare = false;
        let unmarked = name.chars().filter(|c| !is_apostrophe(*c)).nfkd().filter(move |&c| {
            if is_combining_mark(c) {
                return !(is_vowel_point(c) || bare && drop_marks);
            }
            bare = loses_marks(c);
            // Some letters come apart into an apostrophe and another.
            !is_apostrophe(c)
        });
        for c in unmarked.nfc().flat_map(char::to_lowercase) {
            if c.is_ascii() {
                self.ascii(c as u8)?;
                continue;
            }
            match c {
                'ß' => self.push(b"ss")?,
                'ς' => self.push("σ".as_bytes())?,
                'ø' => self.push(b"o")?,
                'ł' => self.push(b"l")?,
                'đ' | 'ð' => self.push(b"d")?,
                'ı' => self.push(b"i")?,
                'æ' => self.push(b"ae")?,
                'œ' => self.push(b"oe")?,
                _ if c.is_alphanumeric() || is_combining_mark(c) => {
                    self.push(c.encode_utf8(&mut [0; 4]).as_bytes())?;
                }
                _ => self.gap = true,
            }
        }
        Some(())
    }

    #[inline]
    fn push(&mut self, bytes: &[u8]) -> Option<()> {
        if std::mem::take(&mut self.gap) && self.length > 0 {
            *self.bytes.get_mut(self.length)? = b' ';
            self.length += 1;
        }
        let end = self.length + bytes.len();
        self.bytes.get_mut(self.length..end)?.copy_from_slice(bytes);
        self.length = end;
        Some(())
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

/// The words of a normal form that tell names apart, abbreviations written out.
///
/// `the`, `of` and `and` are left out. Single letters in a row are one word: `d p r` is `dpr`.
#[derive(Clone)]
pub(crate) struct Words<'n> {
    /// More words of an abbreviation.
    pending: &'static str,
    rest: &'n str,
    /// A word that stands alone abbreviates nothing: "IS" is no islands.
    alone: bool,
}

/// One word: several letters of a normal form, or initials that stand apart in it.
#[derive(Clone, Copy)]
pub(crate) struct Word<'n> {
    text: &'n str,
    initials: bool,
}

impl<'n> Words<'n> {
    pub(crate) fn of(normal: &'n str) -> Self {
        Self { pending: "", rest: normal, alone: !normal.contains(' ') }
    }
}

/// Takes the first word off a text.
fn take<'t>(rest: &mut &'t str) -> &'t str {
    let end = rest.bytes().position(|byte| byte == b' ').unwrap_or(rest.len());
    let (word, after) = rest.split_at(end);
    *rest = after.strip_prefix(' ').unwrap_or(after);
    word
}

impl<'n> Iterator for Words<'n> {
    type Item = Word<'n>;

    fn next(&mut self) -> Option<Word<'n>> {
        loop {
            if !self.pending.is_empty() {
                return Some(Word { text: take(&mut self.pending), initials: false });
            }
            if self.rest.is_empty() {
                return None;
            }
            let start = self.rest;
            let text = take(&mut self.rest);
            if self.alone && !matches!(text, "the" | "of" | "and") {
                return Some(Word { text, initials: false });
            }
            if text.len() == 1 && is_initial(self.rest) {
                let mut length = text.len();
                while is_initial(self.rest) {
                    length += 1 + take(&mut self.rest).len();
                }
                let initials = &start[..length];
                match forms_of_state(initials) {
                    "" => return Some(Word { text: initials, initials: true }),
                    forms => self.pending = forms,
                }
                continue;
            }
            match written_out(text) {
                "" => self.pending = forms_of_state(text),
                // "Isl. Rep." is no island.
                "islands" if text == "isl" && self.rest.starts_with("rep") => {
                    return Some(Word { text: "islamic", initials: false });
                }
                text => return Some(Word { text, initials: false }),
            }
        }
    }
}

/// The words for which initials stand in names of States.
fn forms_of_state(initials: &str) -> &'static str {
    match initials {
        "dr" | "d r" => "democratic republic",
        "dpr" | "d p r" => "democratic peoples republic",
        "pdr" | "p d r" => "peoples democratic republic",
        "pr" | "p r" => "peoples republic",
        _ => "",
    }
}

/// Whether a word of one letter comes next.
fn is_initial(rest: &str) -> bool {
    matches!(rest.as_bytes(), [letter] | [letter, b' ', ..] if letter.is_ascii_alphabetic())
}

/// A word, written out; empty for one that tells nothing and for initials that stand for several.
fn written_out(word: &str) -> &str {
    if word.len() > 11 {
        return word;
    }
    match word {
        "the" | "of" | "and" | "dr" | "dpr" | "pdr" | "pr" => "",
        "rep" | "r" => "republic",
        "dem" => "democratic",
        "fed" | "federated" => "federal",
        "st" | "ste" => "saint",
        "sts" => "states",
        "is" | "isl" | "isls" | "isds" | "island" => "islands",
        "ter" | "terr" | "territories" => "territory",
        "br" | "brit" => "british",
        "fr" => "french",
        "eq" | "equ" | "equat" => "equatorial",
        "people" => "peoples",
        "herz" | "hercegovina" => "herzegovina",
        "barth" => "barthelemy",
        "boliv" => "bolivarian",
        "miq" => "miquelon",
        "n" => "north",
        "s" => "south",
        "e" => "east",
        "w" => "west",
        "u" => "united",
        _ => word,
    }
}

impl<'n> Word<'n> {
    /// The word, with spaces between initials.
    pub(crate) fn as_str(self) -> &'n str {
        self.text
    }

    pub(crate) fn is(self, word: &str) -> bool {
        self == Word { text: word, initials: false }
    }

    fn letters(self) -> impl Iterator<Item = u8> + use<'n> {
        let skip = if self.initials { b' ' } else { 0 };
        self.text.bytes().filter(move |byte| *byte != skip)
    }

    fn hash(self) -> u64 {
        // FNV-1a, and then every bit is made to depend on every other.
        let hash = self.letters().fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        let hash = (hash ^ (hash >> 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        hash ^ (hash >> 29)
    }
}

impl PartialEq for Word<'_> {
    fn eq(&self, other: &Self) -> bool {
        if self.initials || other.initials {
            self.letters().eq(other.letters())
        } else {
            self.text == other.text
        }
    }
}

/// The same for all names of the same words, in any order.
pub(crate) fn hash(normal: &str) -> u64 {
    Words::of(normal).fold(0, |sum, word| sum.wrapping_add(word.hash()))
}

/// Whether two normal forms have the same words, each as often, in any order.
pub(crate) fn same_words(left: &str, right: &str) -> bool {
    let count = |normal, word| Words::of(normal).filter(|other| *other == word).count();
    Words::of(left).count() == Words::of(right).count()
        && Words::of(left).all(|word| count(left, word) == count(right, word))
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
