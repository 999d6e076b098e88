//! Numbers with separators that were declared.

/// Writes the digits of a number without separators of thousands, and with a point; `false` where they don't stand as
/// they should: groups are of three digits, the first of one to three.
pub(super) fn without_separators(
    text: &str,
    thousands: Option<char>,
    decimal_comma: bool,
    plain: &mut String,
) -> bool {
    plain.clear();
    let point = if decimal_comma { ',' } else { '.' };
    if thousands == Some(point) {
        return false;
    }
    let (whole, rest) = text.split_at(text.find([point, 'e', 'E']).unwrap_or(text.len()));
    let (sign, digits) = whole.split_at(usize::from(whole.starts_with(['-', '+'])));
    plain.push_str(sign);
    match thousands {
        Some(separator) if digits.contains(separator) => {
            for (at, group) in digits.split(separator).enumerate() {
                let fits = if at == 0 { (1..=3).contains(&group.len()) } else { group.len() == 3 };
                if !fits || !group.bytes().all(|byte| byte.is_ascii_digit()) {
                    return false;
                }
                plain.push_str(group);
            }
        }
        _ if digits.bytes().all(|byte| byte.is_ascii_digit()) => plain.push_str(digits),
        _ => return false,
    }
    match rest.strip_prefix(point) {
        Some(decimals) => {
            plain.push('.');
            plain.push_str(decimals);
        }
        None => plain.push_str(rest),
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, thousands: Option<char>, comma: bool) -> Option<String> {
        let mut plain = String::new();
        without_separators(text, thousands, comma, &mut plain).then_some(plain)
    }

    #[test]
    fn separators_stand_where_they_should() {
        for (text, plain) in [
            ("1,234", "1234"),
            ("-1,234,567.50", "-1234567.50"),
            ("12", "12"),
            ("1234", "1234"),
            ("1.5e3", "1.5e3"),
        ] {
            assert_eq!(read(text, Some(','), false).as_deref(), Some(plain), "{text}");
        }
        for text in ["1,23", "1,2345", ",123", "1234,567", "1,,234", "1 234", "1,234,"] {
            assert_eq!(read(text, Some(','), false), None, "{text}");
        }
        assert_eq!(read("1.234,5", Some('.'), true).as_deref(), Some("1234.5"));
        assert_eq!(read("1\u{a0}234,5", Some('\u{a0}'), true).as_deref(), Some("1234.5"));
        assert_eq!(read("42,3", None, true).as_deref(), Some("42.3"));
        // A point is no decimal point where a comma is.
        assert_eq!(read("42.3", None, true), None);
        assert_eq!(read("1,2", Some(','), true), None);
    }
}
