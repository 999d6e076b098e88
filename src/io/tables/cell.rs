//! The text of a cell, and the JSON that it stands for.

use serde::de::IgnoredAny;
use serde_json::Value;

use super::shape::Shape;
use super::spreadsheet::is_error;
use crate::io::error::shortened;
use crate::io::jsonl::string;

const BETWEEN: &str = " | ";

/// What can't be read of a cell: the text at fault, and what is wrong with it.
pub(super) struct Fault {
    pub(super) text: String,
    pub(super) message: String,
    /// A spreadsheet did it.
    pub(super) damaged: bool,
}

/// Appends the text of a cell.
pub(super) fn write(cell: &mut String, value: &Value) {
    match value {
        Value::Null => {}
        Value::String(text) => guard(cell, text),
        Value::Array(items) => {
            for (place, item) in items.iter().enumerate() {
                if place > 0 {
                    cell.push_str(BETWEEN);
                }
                match item {
                    Value::String(text) if text.contains('|') => {
                        let mut item = String::new();
                        guard(&mut item, text);
                        cell.push_str(&item.replace('|', "||"));
                    }
                    item => write(cell, item),
                }
            }
        }
        other => cell.push_str(&other.to_string()),
    }
}

/// Appends the JSON of a cell: of a list that is blank the empty list, of anything else something that is not blank.
pub(super) fn read(json: &mut String, cell: &str, shape: Shape) -> Result<(), Fault> {
    let cell = cell.trim();
    if is_error(cell) {
        let message = format!(
            "`{cell}` is an error of the spreadsheet; type the text again, with a backslash in front where it begins \
             with `=`, `+`, `-` or `@`"
        );
        return Err(Fault { text: cell.to_owned(), message, damaged: true });
    }
    match shape {
        Shape::List => return list(json, cell),
        Shape::Any if cell.starts_with('{') => {
            let (object, rest) = object(cell)?;
            if !rest.is_empty() {
                return Err(behind_object(rest));
            }
            json.push_str(object);
        }
        Shape::Literal => match cell.to_ascii_lowercase() {
            literal if is_literal(&literal) => json.push_str(&literal),
            // The field says what it expects.
            _ => quote(json, cell),
        },
        Shape::Text | Shape::Any => quote(json, unguarded(cell)),
    }
    Ok(())
}

fn list(json: &mut String, cell: &str) -> Result<(), Fault> {
    json.push('[');
    let start = json.len();
    let mut rest = cell;
    while !rest.is_empty() {
        let before = json.len();
        if before > start {
            json.push(',');
        }
        if rest.starts_with('{') {
            let (object, behind) = object(rest)?;
            if !(behind.is_empty() || behind.starts_with('|')) {
                return Err(behind_object(behind));
            }
            json.push_str(object);
            rest = behind.get(1..).unwrap_or_default();
        } else {
            let end = item_length(rest);
            let item = rest.get(..end).unwrap_or_default().trim_end();
            rest = rest.get(end + 1..).unwrap_or_default();
            if item.contains('|') {
                quote(json, unguarded(&item.replace("||", "|")));
            } else if item.is_empty() {
                // An empty text is written as a backslash; this is a bar too many.
                json.truncate(before);
            } else {
                quote(json, unguarded(item));
            }
        }
        rest = rest.trim_start();
    }
    json.push(']');
    Ok(())
}

/// How many bytes come before the next bar that is not doubled.
fn item_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(next) = memchr::memchr(b'|', bytes.get(at..).unwrap_or_default()) {
        if bytes.get(at + next + 1) != Some(&b'|') {
            return at + next;
        }
        at += next + 2;
    }
    bytes.len()
}

/// The object at the beginning of a text, and what stands behind it.
fn object(text: &str) -> Result<(&str, &str), Fault> {
    let mut objects = serde_json::Deserializer::from_str(text).into_iter::<IgnoredAny>();
    let error = match objects.next() {
        Some(Ok(_)) => {
            let (object, rest) = text.split_at(objects.byte_offset().min(text.len()));
            return Ok((object, rest.trim_start()));
        }
        Some(Err(error)) => error.to_string(),
        None => String::new(),
    };
    let error = error.split(" at line ").next().unwrap_or_default();
    let is_typographic = text.contains(['\u{201c}', '\u{201d}', '\u{201e}']);
    let help = if is_typographic { "; its quotation marks have to be straight ones" } else { "" };
    let message = format!("`{}` is no object in JSON: {error}{help}", shortened(text));
    Err(Fault { text: text.to_owned(), message, damaged: is_typographic })
}

fn behind_object(rest: &str) -> Fault {
    let message = format!("`{}` stands behind an object; a bar has to be between", shortened(rest));
    Fault { text: rest.to_owned(), message, damaged: false }
}

fn is_literal(text: &str) -> bool {
    matches!(text, "true" | "false")
        || text.starts_with(|c: char| c.is_ascii_digit() || c == '-')
            && serde_json::from_str::<IgnoredAny>(text).is_ok()
}

fn quote(json: &mut String, text: &str) {
    // A text always has a form in JSON.
    let _ = string(json, text);
}

/// Appends a text that a spreadsheet leaves as it is, and a reader that takes blanks away.
fn guard(cell: &mut String, text: &str) {
    if begins_badly(text) {
        cell.push('\\');
    }
    cell.push_str(text);
    if ends_badly(text) {
        cell.push('\\');
    }
}

/// The text that [`guard`] wrote.
fn unguarded(cell: &str) -> &str {
    let cell = cell.strip_suffix('\\').filter(|text| ends_badly(text)).unwrap_or(cell);
    cell.strip_prefix('\\').filter(|text| begins_badly(text)).unwrap_or(cell)
}

/// Whether a text has to have a backslash in front: it is empty or begins with a blank; begins like a formula or an object;
/// is an error of a spreadsheet; or is one of these behind a backslash.
fn begins_badly(text: &str) -> bool {
    match text.chars().next() {
        None | Some('=' | '+' | '@' | '{' | '\u{ff1d}' | '\u{ff0b}' | '\u{ff0d}' | '\u{ff20}') => {
            true
        }
        Some('-') => {
            let number = text.strip_prefix('-').unwrap_or_default();
            number.is_empty() || !number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
        }
        Some('\\') => text.strip_prefix('\\').is_some_and(begins_badly),
        Some('#') => is_error(text),
        Some(first) => first.is_whitespace() || first.is_control(),
    }
}

/// Whether a text has to have a backslash behind it: it ends with a blank, or does so before backslashes.
fn ends_badly(text: &str) -> bool {
    text.trim_end_matches('\\').ends_with(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

    fn written(value: &Value) -> String {
        let mut cell = String::new();
        write(&mut cell, value);
        cell
    }

    fn read_as(cell: &str, shape: Shape) -> Value {
        let mut json = String::new();
        read(&mut json, cell, shape).map_err(|fault| fault.message).unwrap();
        serde_json::from_str(&json).unwrap()
    }

    fn refusal(cell: &str, shape: Shape) -> Fault {
        read(&mut String::new(), cell, shape).err().unwrap()
    }

    #[test]
    fn texts_stay_as_they_are_but_for_a_guard() {
        for (text, cell) in [
            ("call", "call"),
            ("NA", "NA"),
            ("TRUE", "TRUE"),
            ("-45.80", "-45.80"),
            ("[..2013]", "[..2013]"),
            ("Title | Site", "Title | Site"),
            ("C:\\temp", "C:\\temp"),
            ("\\server\\", "\\server\\"),
            ("", "\\"),
            ("=1+1", "\\=1+1"),
            ("-1+1", "\\-1+1"),
            ("+49 30", "\\+49 30"),
            ("@igf", "\\@igf"),
            ("#igf", "#igf"),
            ("#N/A", "\\#N/A"),
            ("\\=", "\\\\="),
            ("\\", "\\\\"),
            (" a\t", "\\ a\t\\"),
            (" ", "\\ \\"),
            ("{x}", "\\{x}"),
        ] {
            assert_eq!(written(&json!(text)), cell);
            assert_eq!(read_as(cell, Shape::Text), json!(text), "{cell}");
            assert_eq!(read_as(&format!(" {cell}\n"), Shape::Any), json!(text), "{cell}");
        }
    }

    #[test]
    fn lists_have_bars_between() {
        let list = json!(["country:BRA yes", { "a": "x | y" }, "a|b", "||", "", "a; b", " "]);
        let cell = r#"country:BRA yes | {"a":"x | y"} | a||b | |||| | \ | a; b | \ \"#;
        assert_eq!(written(&list), cell);
        assert_eq!(read_as(cell, Shape::List), list);
        // By hand.
        assert_eq!(read_as("a|b |c", Shape::List), json!(["a", "b", "c"]));
        assert_eq!(read_as("| a | | b |", Shape::List), json!(["a", "b"]));
        assert_eq!(read_as("{ } |{\"a\": []}", Shape::List), json!([{}, { "a": [] }]));
        assert_eq!(read_as("", Shape::List), json!([]));
    }

    #[test]
    fn literals_are_read_as_spreadsheets_write_them() {
        assert_eq!(read_as("7", Shape::Literal), json!(7));
        assert_eq!(read_as("TRUE", Shape::Literal), json!(true));
        assert_eq!(read_as("seven", Shape::Literal), json!("seven"));
        assert_eq!(read_as("7,5", Shape::Literal), json!("7,5"));
    }

    #[test]
    fn broken_cells_are_refused() {
        assert!(refusal("{\"a\": 1", Shape::List).message.contains("EOF while parsing an object"));
        assert!(
            refusal("{\"a\": 1} x", Shape::List).message.starts_with("`x` stands behind an object")
        );
        assert!(refusal("{} {}", Shape::Any).message.contains("a bar has to be between"));
        let typographic = refusal("{“a”: 1}", Shape::List);
        assert!(typographic.damaged && typographic.message.ends_with("have to be straight ones"));
        assert!(refusal("#NAME?", Shape::Text).damaged);
    }

    fn text() -> impl Strategy<Value = String> {
        prop_oneof!["[\\\\|{}=+@#a \"\n-]{0,6}", "\\PC{0,6}"]
    }

    proptest! {
        #[test]
        fn any_text_reads_back(text in text()) {
            let cell = written(&json!(text));
            prop_assert_eq!(cell.trim(), cell.as_str());
            prop_assert!(!cell.is_empty());
            prop_assert!(!cell.starts_with(['=', '+', '@', '\t', '\r', '\n']));
            prop_assert_eq!(read_as(&cell, Shape::Text), json!(text));
            prop_assert_eq!(read_as(&cell, Shape::Any), json!(text));
        }

        #[test]
        fn any_list_reads_back(list in prop::collection::vec(text(), 0..4), object in text()) {
            let mut list: Vec<Value> = list.into_iter().map(Value::from).collect();
            list.insert(list.len() / 2, json!({ "text": object }));
            prop_assert_eq!(read_as(&written(&json!(list)), Shape::List), json!(list));
        }
    }
}
