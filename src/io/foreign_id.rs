//! Ids of other collections, as ids of this crate and back.
//!
//! Other collections write ids as they like: `Q267485`, `term/55`, `uk.parliament.data/Member/394`. An [`Id`] is lower-case words
//! joined by single hyphens. [`id_of`] gives each text an id of its own, and [`text_of`] gives each id its text: whatever is read and
//! written again has the ids that it had, and no two texts meet in one id.
//!
//! | text | id | |
//! |---|---|---|
//! | `40a28152-5aa9-41ce-9b01` | `40a28152-5aa9-41ce-9b01` | a text that is an id stands for itself |
//! | `Q267485` | `q267485` | items of Wikidata in small letters |
//! | `term/55` | `term-55-x4r2f` | others as words, and behind `x` what that left out |
//! | `q267485`, `term-55-x4r2f` | `q267485-x`, `term-55-x4r2f-x` | a text that looks like one of these has `x` behind it |
//!
//! What follows `x` tells how to get from the words to the text: a number of characters to copy, `u` for one that was a capital, `r`
//! and two hexadecimal digits for a byte that the hyphen replaces, `i` and two digits for one that is missing. The rest is copied.

use std::fmt::Write as _;

use crate::id::Id;
use crate::text::check_slug;

/// The id that stands for a text.
///
/// ```
/// use netpolity::Event;
/// use netpolity::id::Id;
/// use netpolity::io::foreign_id::{id_of, text_of};
///
/// let id: Id<Event> = id_of("term/55");
/// assert_eq!(id, "term-55-x4r2f");
/// assert_eq!(text_of(&id), "term/55");
/// ```
pub fn id_of<T>(text: &str) -> Id<T> {
    Id::of_slug(&encoded(text))
}

/// The text for which an id stands: the other way of [`id_of`].
pub fn text_of<T>(id: &Id<T>) -> String {
    decoded(id.as_str()).unwrap_or_else(|| id.as_str().to_owned())
}

fn encoded(text: &str) -> String {
    if is_item(text, b'Q') {
        text.to_ascii_lowercase()
    } else if check_slug(text).is_err() {
        spelled(text)
    } else if decoded(text).is_some() {
        format!("{text}-x")
    } else {
        text.to_owned()
    }
}

/// The text of an id, where it is another one than the id.
fn decoded(id: &str) -> Option<String> {
    let mut base = id;
    while let Some(shorter) = base.strip_suffix("-x") {
        base = shorter;
    }
    let text = if is_item(base, b'q') { Some(base.to_ascii_uppercase()) } else { unspelled(base) };
    match id.strip_suffix("-x") {
        // Each further `x` says that the text is what stands in front of it.
        Some(shorter) => text.map(|_| shorter.to_owned()),
        None => text,
    }
}

/// Whether a text is the number of an item of Wikidata.
fn is_item(text: &str, letter: u8) -> bool {
    match text.as_bytes() {
        [first, b'1'..=b'9', rest @ ..] => *first == letter && rest.iter().all(u8::is_ascii_digit),
        _ => false,
    }
}

/// The id of a text that is none by itself.
fn spelled(text: &str) -> String {
    let bytes = text.as_bytes();
    let last_word = bytes.iter().rposition(u8::is_ascii_alphanumeric).unwrap_or_default();
    let mut words = String::new();
    let mut code = String::from("x");
    let mut copied = 0;
    for (at, &byte) in bytes.iter().enumerate() {
        let replaces = !words.is_empty() && !words.ends_with('-') && at < last_word;
        match byte {
            b'a'..=b'z' | b'0'..=b'9' => words.push(byte.into()),
            b'A'..=b'Z' => words.push(byte.to_ascii_lowercase().into()),
            _ if replaces => words.push('-'),
            _ => {}
        }
        let token = match byte {
            b'A'..=b'Z' => 'u',
            b'a'..=b'z' | b'0'..=b'9' => {
                copied += 1;
                continue;
            }
            b'-' if replaces => {
                copied += 1;
                continue;
            }
            _ if replaces => 'r',
            _ => 'i',
        };
        // Writing into a `String` does not fail.
        if copied > 0 {
            let _ = write!(code, "{copied}");
            copied = 0;
        }
        code.push(token);
        if token != 'u' {
            let _ = write!(code, "{byte:02x}");
        }
    }
    if words.is_empty() { code } else { format!("{words}-{code}") }
}

/// The text of an id that was spelled so; `None` for any other.
fn unspelled(id: &str) -> Option<String> {
    let (words, code) = id.rsplit_once('-').unwrap_or(("", id));
    let mut code = code.strip_prefix('x')?;
    let mut words = words.as_bytes();
    let mut text = Vec::with_capacity(id.len());
    while let Some(token) = code.chars().next() {
        match token {
            '0'..='9' => {
                let digits = code.bytes().take_while(u8::is_ascii_digit).count();
                let (copy, rest) = words.split_at_checked(code.get(..digits)?.parse().ok()?)?;
                text.extend_from_slice(copy);
                words = rest;
                code = code.get(digits..)?;
            }
            'u' => {
                let (letter, rest) = words.split_first()?;
                text.push(letter.to_ascii_uppercase());
                words = rest;
                code = code.get(1..)?;
            }
            'r' | 'i' => {
                if token == 'r' {
                    words = words.strip_prefix(b"-")?;
                }
                text.push(u8::from_str_radix(code.get(1..3)?, 16).ok()?);
                code = code.get(3..)?;
            }
            _ => return None,
        }
    }
    text.extend_from_slice(words);
    let text = String::from_utf8(text).ok()?;
    let is_spelled = check_slug(&text).is_err() && !is_item(&text, b'Q') && spelled(&text) == id;
    is_spelled.then_some(text)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{id_of, text_of};
    use crate::id::Id;

    #[test]
    fn ids_of_real_collections() {
        for (text, id) in [
            ("3646a9c1-f54c-41bc-9981-8ad5698e8120", "3646a9c1-f54c-41bc-9981-8ad5698e8120"),
            ("Q267485", "q267485"),
            ("q267485", "q267485-x"),
            ("q267485-x", "q267485-x-x"),
            ("_ind", "ind-xi5f"),
            ("trade--industry", "trade-industry-x6i2d"),
            ("uk.parliament.data/Member/394", "uk-parliament-data-member-394-x2r2e10r2e4r2fu5r2f"),
            ("", "x"),
            ("x", "x-x"),
            ("//", "xi2fi2f"),
            ("艾", "xie8i89ibe"),
        ] {
            assert_eq!(id_of::<()>(text), id, "{text}");
            assert_eq!(text_of(&id_of::<()>(text)), text);
        }
        // Only what the mapping writes is read back.
        for own in ["person-x", "term-55-x9", "a-x1u2", "x-xi2f", "box-x4r2f"] {
            let id: Id<()> = own.parse().unwrap();
            assert_eq!(id_of::<()>(&text_of(&id)), own);
        }
        let long: Id<()> = format!("a{}", "-x".repeat(100_000)).parse().unwrap();
        assert_eq!(text_of(&long), long.as_str());
    }

    proptest! {
        #[test]
        fn texts_come_back(text in prop_oneof![any::<String>(), "[a-zA-Z0-9x/._-]{0,12}", "[qQx][0-9]{1,3}(-x){0,2}"]) {
            prop_assert_eq!(text_of(&id_of::<()>(&text)), text);
        }

        #[test]
        fn ids_come_back(id in "[a-z0-9]{1,3}(-[a-z0-9]{1,3}){0,3}(-x([0-9]|u|[ri][0-9a-f]{2}){0,3}){0,2}(-x){0,2}") {
            let id: Id<()> = id.parse().unwrap();
            prop_assert_eq!(id_of::<()>(&text_of(&id)), id);
        }
    }
}
