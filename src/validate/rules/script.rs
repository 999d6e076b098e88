//! NAM: names and texts are in a script of their language.

use super::name::name_path;
use super::{Family, path};
use crate::dataset::{Dataset, Keyed};
use crate::finding::{Detail, Path, Rule, Severity, Sink};
use crate::lang::Lang;
use crate::name::{Name, NameKind};
use crate::statement::Statement;
use crate::validate::Limits;

pub(super) const FAMILY: Family = Family { rules: &[SCRIPT], check };

const SCRIPT: Rule = Rule::new(
    "NAM-006",
    Severity::Warning,
    "A name or text is in a script of its language",
    "The language tag names a script, as `zh-Latn` does, or the language has one, as `ru` has Cyrillic, and no letter is \
     of it. Abbreviations, and acronyms in Latin capitals such as ICANN, cross scripts unchanged and are not judged; \
     neither are languages whose script the crate does not know. Looked at are the names of all records and the texts \
     of statements.",
);

/// Scripts, by the codes of ISO 15924.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Script {
    Latn,
    Grek,
    Cyrl,
    Armn,
    Geor,
    Hebr,
    Arab,
    Ethi,
    Deva,
    Beng,
    Guru,
    Gujr,
    Taml,
    Telu,
    Knda,
    Mlym,
    Sinh,
    Thai,
    Laoo,
    Tibt,
    Mymr,
    Khmr,
    Mong,
    Hani,
    Kana,
    Hang,
}

use Script::{
    Arab, Armn, Beng, Cyrl, Deva, Ethi, Geor, Grek, Gujr, Guru, Hang, Hani, Hebr, Kana, Khmr, Knda,
    Laoo, Latn, Mlym, Mong, Mymr, Sinh, Taml, Telu, Thai, Tibt,
};

impl Script {
    /// The script of a letter, by the blocks of Unicode. `None` for what is no letter, and for rarer scripts.
    #[expect(clippy::match_same_arms, reason = "a line for a block or two, in their order")]
    fn of(c: char) -> Option<Self> {
        Some(match c {
            'A'..='Z' | 'a'..='z' | 'À'..='Ö' | 'Ø'..='ö' | 'ø'..='\u{24f}' => Latn,
            '\u{1e00}'..='\u{1eff}' | '\u{ff21}'..='\u{ff3a}' | '\u{ff41}'..='\u{ff5a}' => Latn,
            '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => Grek,
            '\u{400}'..='\u{52f}' | '\u{1c80}'..='\u{1c8f}' => Cyrl,
            '\u{531}'..='\u{58f}' => Armn,
            '\u{591}'..='\u{5f4}' => Hebr,
            '\u{610}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '\u{8a0}'..='\u{8ff}' => Arab,
            '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' => Arab,
            '\u{900}'..='\u{97f}' => Deva,
            '\u{980}'..='\u{9ff}' => Beng,
            '\u{a00}'..='\u{a7f}' => Guru,
            '\u{a80}'..='\u{aff}' => Gujr,
            '\u{b80}'..='\u{bff}' => Taml,
            '\u{c00}'..='\u{c7f}' => Telu,
            '\u{c80}'..='\u{cff}' => Knda,
            '\u{d00}'..='\u{d7f}' => Mlym,
            '\u{d80}'..='\u{dff}' => Sinh,
            '\u{e01}'..='\u{e5b}' => Thai,
            '\u{e80}'..='\u{eff}' => Laoo,
            '\u{f00}'..='\u{fff}' => Tibt,
            '\u{1000}'..='\u{109f}' => Mymr,
            '\u{10a0}'..='\u{10ff}' | '\u{1c90}'..='\u{1cbf}' => Geor,
            '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}' | '\u{ac00}'..='\u{d7a3}' => Hang,
            '\u{1200}'..='\u{139f}' => Ethi,
            '\u{1780}'..='\u{17ff}' => Khmr,
            '\u{1800}'..='\u{18af}' => Mong,
            '\u{3041}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' | '\u{ff66}'..='\u{ff9f}' => Kana,
            '\u{3005}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' => Hani,
            '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}' => Hani,
            _ => return None,
        })
    }

    /// The scripts in which a text with this tag may be; none where the crate does not know.
    fn expected(lang: &Lang) -> &'static [Self] {
        match lang.script() {
            Some(script) => Self::tagged(script),
            None => Self::of_language(lang.language()),
        }
    }

    fn tagged(script: &str) -> &'static [Self] {
        match script {
            "Latn" => &[Latn],
            "Grek" => &[Grek],
            "Cyrl" => &[Cyrl],
            "Armn" => &[Armn],
            "Geor" => &[Geor],
            "Hebr" => &[Hebr],
            "Arab" => &[Arab],
            "Ethi" => &[Ethi],
            "Deva" => &[Deva],
            "Beng" => &[Beng],
            "Guru" => &[Guru],
            "Gujr" => &[Gujr],
            "Taml" => &[Taml],
            "Telu" => &[Telu],
            "Knda" => &[Knda],
            "Mlym" => &[Mlym],
            "Sinh" => &[Sinh],
            "Thai" => &[Thai],
            "Laoo" => &[Laoo],
            "Tibt" => &[Tibt],
            "Mymr" => &[Mymr],
            "Khmr" => &[Khmr],
            "Mong" => &[Mong],
            "Hani" | "Hans" | "Hant" => &[Hani],
            "Hira" | "Kana" | "Hrkt" => &[Kana],
            "Jpan" => &[Hani, Kana],
            "Hang" => &[Hang],
            "Kore" => &[Hang, Hani],
            _ => &[],
        }
    }

    fn of_language(language: &str) -> &'static [Self] {
        match language {
            "af" | "ca" | "cs" | "cy" | "da" | "de" | "en" | "es" | "et" | "eu" | "fi" | "fil"
            | "fr" | "ga" | "gl" | "hr" | "hu" | "id" | "is" | "it" | "lb" | "lt" | "lv" | "mt"
            | "nb" | "nl" | "nn" | "no" | "pl" | "pt" | "rm" | "ro" | "sk" | "sl" | "so" | "sq"
            | "sv" | "sw" | "tl" | "tr" | "vi" | "zu" => &[Latn],
            "be" | "bg" | "ky" | "mk" | "ru" | "tg" | "uk" => &[Cyrl],
            "az" | "bs" | "kk" | "sr" | "tk" | "tt" | "uz" => &[Cyrl, Latn, Arab],
            "ku" | "ms" | "ha" => &[Latn, Arab],
            "mn" => &[Cyrl, Mong],
            "ar" | "ckb" | "fa" | "ps" | "sd" | "ug" | "ur" => &[Arab],
            "he" | "yi" => &[Hebr],
            "el" => &[Grek],
            "hy" => &[Armn],
            "ka" => &[Geor],
            "am" | "ti" => &[Ethi],
            "hi" | "mr" | "ne" | "sa" => &[Deva],
            "as" | "bn" => &[Beng],
            "pa" => &[Guru, Arab],
            "gu" => &[Gujr],
            "ta" => &[Taml],
            "te" => &[Telu],
            "kn" => &[Knda],
            "ml" => &[Mlym],
            "si" => &[Sinh],
            "th" => &[Thai],
            "lo" => &[Laoo],
            "bo" | "dz" => &[Tibt],
            "my" => &[Mymr],
            "km" => &[Khmr],
            "zh" | "yue" | "wuu" | "lzh" => &[Hani],
            "ja" => &[Hani, Kana],
            "ko" => &[Hang, Hani],
            _ => &[],
        }
    }
}

/// The script of a text that has no letter of the scripts of its language.
fn foreign(text: &str, lang: &Lang) -> Option<Script> {
    let expected = Script::expected(lang);
    if expected.is_empty() {
        return None;
    }
    let mut other = None;
    let mut is_acronym = true;
    for c in text.chars() {
        let Some(script) = Script::of(c) else { continue };
        if expected.contains(&script) {
            return None;
        }
        is_acronym &= c.is_ascii_uppercase();
        other = other.or(Some(script));
    }
    other.filter(|_| !is_acronym)
}

fn check(dataset: &Dataset, _: &Limits, sink: &mut Sink) {
    macro_rules! named {
        ($($rows:ident),+) => { $(for record in dataset.$rows() { names(record, &record.names, sink); })+ };
    }
    named!(agencies, people, coalitions, posts, event_series, votes, taxonomies, indicators);
    for event in dataset.events() {
        names(event, &event.names, sink);
        for (i, theme) in event.themes.iter().enumerate() {
            one(theme, || path(event).field("themes").at(i), sink);
        }
        for (i, outcome) in event.outcomes.iter().enumerate() {
            for (k, name) in outcome.names.iter().enumerate() {
                one(name, || path(event).field("outcomes").at(i).field("names").at(k), sink);
            }
        }
    }
    for taxonomy in dataset.taxonomies() {
        for term in &taxonomy.terms {
            for (i, name) in term.names.iter().enumerate() {
                let at = || path(taxonomy).field("terms").at(&term.id).field("names").at(i);
                one(name, at, sink);
            }
        }
    }
}

/// The part of the check that goes with the other rules on single statements.
pub(super) fn of_statement(statement: &Statement, sink: &mut Sink) {
    for (i, text) in statement.texts.iter().enumerate() {
        if let Some(lang) = &text.lang {
            let at = || path(statement).field("texts").at(i).field("lang");
            fits(&text.text, lang, at, sink);
        }
    }
}

fn names<T: Keyed>(record: &T, names: &[Name], sink: &mut Sink) {
    for (i, name) in names.iter().enumerate() {
        one(name, || name_path(record, i), sink);
    }
}

fn one(name: &Name, at: impl Fn() -> Path, sink: &mut Sink) {
    if let (Some(lang), true) = (&name.lang, name.kind != NameKind::Abbreviation) {
        fits(&name.text, lang, || at().field("lang"), sink);
    }
}

fn fits(text: &str, lang: &Lang, at: impl Fn() -> Path, sink: &mut Sink) {
    let Some(script) = foreign(text, lang) else { return };
    sink.report(SCRIPT, || {
        let start: String = text.chars().take(40).collect();
        let message = format!("\"{start}\" is tagged `{lang}` and written in {script:?}");
        Detail::new(at(), message)
            .help(format!(
                "correct the language; a rendering in this script is `{}-{script:?}`",
                lang.language()
            ))
            .param("lang", lang.as_str())
            .param("script", format!("{script:?}"))
    });
}

#[cfg(test)]
pub(super) const CASES: &[super::cases::Case] = &[
    super::cases::Case {
        rule: "NAM-006",
        fails: r#"{ "people": [ { "id": "p", "names": [ { "text": "Lu Wei", "lang": "zh" } ] } ] }"#,
        passes: r#"{ "people": [ { "id": "p", "names": [ { "text": "鲁炜", "lang": "zh" }, { "text": "Lu Wei", "lang": "zh-Latn" } ] } ] }"#,
    },
    super::cases::Case {
        rule: "NAM-006",
        fails: r#"{ "agencies": [ { "id": "a", "kind": "regulator", "names": [ { "text": "Роскомнадзор", "lang": "en" } ] } ] }"#,
        passes: r#"{ "agencies": [ { "id": "a", "kind": "regulator", "names": [ { "text": "Роскомнадзор", "lang": "ru" },
                     { "text": "RKN", "lang": "ru", "kind": "abbreviation" } ] } ] }"#,
    },
    super::cases::Case {
        rule: "NAM-006",
        fails: r#"{ "statements": [ { "id": "s", "act": "call", "texts": [ { "text": "尊重网络主权", "lang": "en" } ] } ] }"#,
        // A Latin word within the text does not make it Latin, nor does an acronym.
        passes: r#"{ "statements": [ { "id": "s", "act": "call", "texts": [ { "text": "ICANN 大会", "lang": "zh" }, { "text": "WSIS", "lang": "ar" },
                      { "text": "尊重网络主权", "lang": "zh-Hans" }, { "text": "1234", "lang": "fr" }, { "text": "Sámi", "lang": "se" } ] } ] }"#,
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_belong_to_scripts() {
        for (text, script) in [
            ("Žižek", Latn),
            ("Ελλάδα", Grek),
            ("Київ", Cyrl),
            ("საქართველო", Geor),
            ("עברית", Hebr),
            ("فارسی", Arab),
            ("አማርኛ", Ethi),
            ("हिन्दी", Deva),
            ("ไทย", Thai),
            ("ភាសា", Khmr),
            ("ひらがな", Kana),
            ("한국어", Hang),
            ("漢字", Hani),
        ] {
            for c in text.chars() {
                assert_eq!(Script::of(c), Some(script), "{c} of {text}");
            }
        }
        assert!("12 ×·-…“”。、".chars().all(|c| Script::of(c).is_none()));
    }

    #[test]
    fn a_tag_decides_before_the_language() {
        let of = |text: &str, lang: &str| foreign(text, &lang.parse().unwrap());
        assert_eq!(of("Београд", "sr-Latn"), Some(Cyrl));
        assert_eq!(of("Београд", "sr"), None);
        assert_eq!(of("Beograd", "sr"), None);
        assert_eq!(of("東京", "ko"), None);
        assert_eq!(of("東京", "ru"), Some(Hani));
        assert_eq!(of("Tokyo", "qaa"), None);
    }
}
