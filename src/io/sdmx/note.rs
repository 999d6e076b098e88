//! Attributes as a remark of a cell, and back.

use std::borrow::Cow;

const BETWEEN: &str = "; ";

/// Adds an attribute to a remark: `ID=value`, or `ID="value"` where quotes are needed to tell the next one from it.
pub(super) fn add(note: &mut String, id: &str, value: &str) {
    if !note.is_empty() {
        note.push_str(BETWEEN);
    }
    note.push_str(id);
    note.push('=');
    if value.contains([';', '"', '\n', '\r']) || value.trim() != value || value.is_empty() {
        note.push('"');
        for (i, part) in value.split('"').enumerate() {
            note.push_str(if i == 0 { "" } else { "\"\"" });
            note.push_str(part);
        }
        note.push('"');
    } else {
        note.push_str(value);
    }
}

/// The attributes of a remark that was made so; `None` for any other remark.
pub(super) fn read(note: &str) -> Option<Vec<(&str, Cow<'_, str>)>> {
    let mut attributes = Vec::new();
    let mut rest = note;
    loop {
        let (id, behind) = rest.split_once('=')?;
        if !is_id(id) {
            return None;
        }
        let (value, behind) = if let Some(quoted) = behind.strip_prefix('"') {
            let end = closing(quoted)?;
            let (inside, behind) = (quoted.get(..end)?, quoted.get(end + 1..)?);
            (Cow::Owned(inside.replace("\"\"", "\"")), behind)
        } else {
            let end = behind.find(';').unwrap_or(behind.len());
            (Cow::Borrowed(behind.get(..end)?), behind.get(end..)?)
        };
        attributes.push((id, value));
        if behind.is_empty() {
            break;
        }
        rest = behind.strip_prefix(BETWEEN)?;
    }
    // Only what prints the same again was made so.
    let mut again = String::with_capacity(note.len());
    for (id, value) in &attributes {
        add(&mut again, id, value);
    }
    (again == note).then_some(attributes)
}

/// The quote that is not one of two.
fn closing(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = 0;
    loop {
        at += bytes.get(at..)?.iter().position(|byte| *byte == b'"')?;
        if bytes.get(at + 1) != Some(&b'"') {
            return Some(at);
        }
        at += 2;
    }
}

/// Whether a text can be the id of a component, as the header of a message has it.
pub(super) fn is_id(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-.@$".contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_come_back() {
        let mut note = String::new();
        add(&mut note, "DECIMALS", "1");
        add(&mut note, "TITLE", "Normal, special and other");
        add(&mut note, "COMMENT_OBS", "a \"b\"; c=d\ne");
        assert_eq!(
            note,
            "DECIMALS=1; TITLE=Normal, special and other; COMMENT_OBS=\"a \"\"b\"\"; c=d\ne\""
        );
        let read = read(&note).unwrap();
        assert_eq!(read[2], ("COMMENT_OBS", "a \"b\"; c=d\ne".into()));
        assert_eq!(read.len(), 3);
    }

    #[test]
    fn other_remarks_are_none() {
        for note in ["", "Break in series", "a=b;c", "a b=c", "A=\"x", "A=\"x\"y", "=x", "A=1; "] {
            assert_eq!(read(note), None, "{note}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_value_comes_back(values in proptest::collection::vec("[a\"; =\n]{0,6}|\\PC{0,8}", 1..4)) {
            let mut note = String::new();
            for value in &values {
                add(&mut note, "X", value);
            }
            let back: Vec<_> = read(&note).unwrap().into_iter().map(|(_, value)| value.into_owned()).collect();
            proptest::prop_assert_eq!(back, values);
        }
    }
}
