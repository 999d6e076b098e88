//! The patterns of the text forms, for their JSON Schema. What only a calendar can refuse, they let through.

const YEAR: &str = "([0-9]{4}|[-+][0-9]{4,6})";

/// A year, a half, a quarter, a month or a day, without a mark.
fn unmarked() -> String {
    format!("{YEAR}(-(S[12]|Q[1-4]|(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?))?")
}

fn any_case(word: &str) -> String {
    word.chars().flat_map(|c| ['[', c.to_ascii_uppercase(), c, ']']).collect()
}

fn month() -> String {
    let months = "jan feb mar apr may jun jul aug sep oct nov dec";
    months.split(' ').map(any_case).collect::<Vec<_>>().join("|")
}

/// An English form: it names a month and begins with no year, or begins with `circa` or what is short for it.
fn english() -> String {
    let circa = ["circa", "ca", "c"].map(any_case).join("|");
    format!("[0-9]{{0,2}}([^0-9].*)?({}).*|({circa})[^a-z0-9]*[0-9]{{4}}([^0-9].*)?", month())
}

pub(super) fn date() -> String {
    format!("{}[~?%]?|{}", unmarked(), english())
}

/// A bound that can stand for both ends.
fn closed() -> String {
    let date = date();
    format!(
        "{date}|unknown|not-yet|not-applicable|\\[[.][.]({date})\\]|\\[({date})[.][.]({date})?\\]"
    )
}

pub(super) fn bound() -> String {
    format!("{}|[.][.]", closed())
}

pub(super) fn span() -> String {
    // Hyphens, dashes and the minus sign.
    let dash = "[-\u{2010}-\u{2014}\u{2212}]";
    let years = format!("[0-9]{{4}} *({dash}|to) *([0-9]{{4}}|.*({}).*)", month());
    format!("({bound})?/({bound})?|{}|{years}", closed(), bound = bound())
}

pub(super) fn period() -> String {
    format!("{}|{YEAR}-W(0[1-9]|[1-4][0-9]|5[0-3])|{YEAR}[/-]{YEAR}|FY{YEAR}", unmarked())
}
