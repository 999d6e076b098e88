//! What spreadsheets make of cells.

/// Whether a cell is what a spreadsheet shows where a formula fails or a column is too narrow.
pub(super) fn is_error(cell: &str) -> bool {
    const ERRORS: [&str; 8] =
        ["#N/A", "#NAME?", "#REF!", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!", "#ERROR!"];
    cell.starts_with('#')
        && (ERRORS.contains(&cell) || cell.len() > 2 && cell.bytes().all(|byte| byte == b'#'))
}

/// What to write instead of a text that can't be read and looks as if a spreadsheet had made it of another.
pub(super) fn advice(text: &str) -> Option<&'static str> {
    const DATE: &str = "a spreadsheet made this of a date or an id; give the cell the format text and type it again, a \
                        date with the year first, such as 2013-09 or 2013-09-09";
    let text = text.trim();
    let parts: Vec<&str> =
        text.split(['-', '/', '.', ' ']).filter(|part| !part.is_empty()).collect();
    let numbers = parts.iter().filter(|part| is_number(part) && part.len() <= 4).count();
    let is_dated =
        parts.iter().any(|part| is_month(part)) && numbers + 1 == parts.len() && numbers > 0;
    let is_reversed =
        numbers == 3 && parts.len() == 3 && parts.first().is_some_and(|day| day.len() < 3);
    if is_dated || is_reversed {
        return Some(DATE);
    }
    if text.get(10..).is_some_and(|time| time.starts_with([' ', 'T']) && time.contains(":00")) {
        return Some("a spreadsheet added the time of day; write the day alone");
    }
    if let Some((digits, exponent)) = text.split_once(['E', 'e'])
        && is_number(&digits.replacen(['.', ','], "", 1))
        && is_number(exponent.trim_start_matches(['+', '-']))
    {
        return Some(
            "a spreadsheet shortened a number or an id to this; give the cell the format text and type it again",
        );
    }
    if ["TRUE", "FALSE"].contains(&text) {
        return Some(
            "a spreadsheet writes this in capitals; give the cell the format text and use small letters",
        );
    }
    if text.split_once(',').is_some_and(|(whole, decimals)| {
        is_number(whole.trim_start_matches('-')) && is_number(decimals)
    }) {
        return Some("write the decimals behind a point");
    }
    None
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a word is the short name of a month in English, German, French or Spanish.
fn is_month(word: &str) -> bool {
    const MONTHS: [&str; 22] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "mär",
        "mai", "okt", "dez", "fév", "avr", "aoû", "déc", "ene", "abr",
    ];
    let word = word.to_lowercase();
    word.chars().count() <= 5 && MONTHS.iter().any(|month| word.starts_with(month))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn damage_is_known_by_its_look() {
        for text in
            ["Sep-13", "13-Sep", "9-Sep-13", "01/Mär/2013", "09/09/2013", "9.9.13", "Mar-01"]
        {
            assert!(advice(text).is_some_and(|help| help.contains("year first")), "{text}");
        }
        for text in ["1E+05", "1.23E+11", "1,5E-07"] {
            assert!(advice(text).is_some_and(|help| help.contains("shortened")), "{text}");
        }
        assert!(advice("2013-09-09 00:00:00").is_some_and(|help| help.contains("day alone")));
        assert!(advice("TRUE").is_some_and(|help| help.contains("small letters")));
        assert!(advice("45,8").is_some_and(|help| help.contains("behind a point")));
        for text in [
            "cal",
            "Igf-12",
            "GBR",
            "2013-13-01",
            "country:GBR",
            "",
            "-",
            "Lu Wei",
            "Marseille 5",
            "1,2,3",
        ] {
            assert_eq!(advice(text), None, "{text}");
        }
    }

    #[test]
    fn errors_are_whole_cells() {
        assert!(["#NAME?", "#N/A", "####"].iter().all(|cell| is_error(cell)));
        assert!(["#igf", "#", "see #REF!", "N/A"].iter().all(|cell| !is_error(cell)));
    }
}
