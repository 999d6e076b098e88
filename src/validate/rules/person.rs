//! PER and NAM: people, and the names of people.

use std::collections::{HashMap, HashSet};

use unicode_normalization::UnicodeNormalization;

use super::name::name_path;
use super::{Family, path};
use crate::actor::Person;
use crate::dataset::{Dataset, verdicts};
use crate::finding::{Detail, Rule, Severity, Sink};
use crate::judgement::RecordRef;
use crate::lang::Lang;
use crate::name::{Name, NameKind, NameOrder, NameParts};
use crate::time::Bound;
use crate::validate::Limits;

pub(super) const FAMILY: Family = Family { rules: &[ORDER, HONORIFIC, LIFE, NAMESAKES], check };

const ORDER: Rule = Rule::new(
    "NAM-005",
    Severity::Warning,
    "The order of a person's name is that of its language and its parts",
    "Chinese, Japanese, Korean, Vietnamese and Hungarian put the family name first, other languages of Europe the given \
     name. Not judged are translations and transliterations, which keep the order of the original, Chinese, Japanese \
     and Korean names in Latin letters, which are printed in either order, names with a comma, and a family name first \
     of somebody who has a name in a language that does so. Where the parts are given, they stand in the text in the \
     order that the name says.",
);

const HONORIFIC: Rule = Rule::new(
    "NAM-007",
    Severity::Warning,
    "A person's name is no honorific, office or label",
    "Mr, Sir, Baroness, Minister and the like before the name, MP or 先生 behind it, a colon or a remark in brackets are \
     parts of how a source prints somebody. Those that are recorded as `prefix` or `suffix` of the name's parts may \
     stand in its text, and an alias may be a form of address: Lord Davies.",
);

const LIFE: Rule = Rule::new(
    "PER-001",
    Severity::Error,
    "Nobody dies before they are born",
    "The birth certainly lies after the death. Dates marked `?` are not compared.",
);

const NAMESAKES: Rule = Rule::new(
    "PER-002",
    Severity::Warning,
    "Two people of one name are known to be two",
    "Names are compared without regard to case, accents, punctuation and the order of words; short forms, abbreviations \
     and misspellings are left out. Two records may be one person. Whoever knows records it as a judgement, same or \
     different, or two births that certainly differ; the pair is then not reported.",
);

fn check(dataset: &Dataset, _: &Limits, sink: &mut Sink) {
    for person in dataset.people() {
        life(person, sink);
        for (i, name) in person.names.iter().enumerate() {
            order(person, i, name, sink);
            honorific(person, i, name, sink);
        }
    }
    if sink.wants(NAMESAKES) {
        namesakes(dataset, sink);
    }
}

fn life(person: &Person, sink: &mut Sink) {
    if person.birth.is_uncertain() || person.death.is_uncertain() {
        return;
    }
    if let (Some(birth), Some(death)) = (person.birth.earliest(), person.death.latest())
        && birth > death
    {
        sink.report(LIFE, || {
            let message = format!("born {}, died {}", person.birth, person.death);
            Detail::new(path(person).field("death"), message)
                .param("birth", person.birth.to_string())
                .param("death", person.death.to_string())
        });
    }
}

/// Whether names in a language have the family name first, in whichever script.
fn is_family_first(lang: &Lang) -> bool {
    matches!(lang.language(), "zh" | "yue" | "ja" | "ko" | "vi" | "hu")
}

/// Which part of a name comes first in a language; `None` where either may.
fn usual_order(lang: &Lang) -> Option<NameOrder> {
    match lang.language() {
        _ if is_family_first(lang) => {
            // Hungarian and Vietnamese are written in Latin letters and need no script in their tags.
            (lang.script() != Some("Latn")).then_some(NameOrder::FamilyFirst)
        }
        "bg" | "ca" | "cs" | "da" | "de" | "el" | "en" | "es" | "et" | "fi" | "fr" | "ga"
        | "hr" | "is" | "it" | "lt" | "lv" | "mt" | "nb" | "nl" | "nn" | "no" | "pl" | "pt"
        | "ro" | "sk" | "sl" | "sv" => Some(NameOrder::GivenFirst),
        _ => None,
    }
}

fn order(person: &Person, i: usize, name: &Name, sink: &mut Sink) {
    let Some(order) = name.order.filter(|order| *order != NameOrder::SingleName) else { return };
    let in_parts = name.parts.as_deref().and_then(|parts| order_of(&name.text, parts));
    let (usual, whose) = match (in_parts, &name.lang) {
        (Some(found), _) => (Some(found), "its parts".to_owned()),
        (None, Some(lang)) => {
            let rendered = matches!(name.kind, NameKind::Translation | NameKind::Transliteration);
            let elsewhere = order == NameOrder::FamilyFirst
                && person.names.iter().filter_map(|name| name.lang.as_ref()).any(is_family_first);
            let unjudged = rendered || name.text.contains(',');
            let usual = usual_order(lang).filter(|_| !unjudged && !elsewhere);
            (usual, format!("the language `{lang}`"))
        }
        (None, None) => return,
    };
    let Some(usual) = usual.filter(|usual| *usual != order) else { return };
    sink.report(ORDER, || {
        let message = format!("`{}` is said to be {order}, but {whose} is {usual}", name.text);
        Detail::new(name_path(person, i).field("order"), message)
            .help("correct the order, or tag a romanised name, as in `zh-Latn`")
            .param("name", name.text.as_str())
            .param("order", order.as_str())
            .param("usual", usual.as_str())
    });
}

/// The order in which the parts stand in a text, where both are found in it.
fn order_of(text: &str, parts: &NameParts) -> Option<NameOrder> {
    let family = text.find(parts.family.as_deref()?)?;
    let given = text.find(parts.given.as_deref()?)?;
    match family.cmp(&given) {
        std::cmp::Ordering::Less => Some(NameOrder::FamilyFirst),
        std::cmp::Ordering::Greater => Some(NameOrder::GivenFirst),
        std::cmp::Ordering::Equal => None,
    }
}

/// What stands before a name without being one. No word is here that is also a name: Hon, He, Baron, Prince.
const BEFORE: &[&str] = &[
    "ambassador",
    "baroness",
    "chairman",
    "chairperson",
    "chairwoman",
    "commissioner",
    "dame",
    "director",
    "dr",
    "frau",
    "h.e",
    "herr",
    "lady",
    "lord",
    "madam",
    "madame",
    "minister",
    "miss",
    "mister",
    "mme",
    "monsieur",
    "mr",
    "mrs",
    "ms",
    "president",
    "prof",
    "professor",
    "rt",
    "secretary",
    "senator",
    "sir",
    "the",
];

/// What stands behind a name, as a word of its own.
const BEHIND: &[&str] = &["cbe", "cmg", "esq", "kbe", "mbe", "mp", "obe", "ph.d", "phd"];

/// What stands behind a name in Chinese, without a space.
const BEHIND_CHINESE: &[&str] = &[
    "先生", "女士", "小姐", "博士", "教授", "部长", "部長", "主任", "大使", "主席", "总统", "總統",
];

fn honorific(person: &Person, i: usize, name: &Name, sink: &mut Sink) {
    if matches!(name.kind, NameKind::Alias | NameKind::Misspelling) {
        return;
    }
    let Some((found, field)) = printed_beside(name) else { return };
    sink.report(HONORIFIC, || {
        let message = format!("`{found}` in `{}` is no part of a name", name.text);
        let help = match field {
            Some(field) => format!("move it to `parts.{field}`, or give the name the kind `alias`"),
            None => {
                "keep what the source prints as `printed`, where the person is named".to_owned()
            }
        };
        Detail::new(name_path(person, i).field("text"), message)
            .help(help)
            .param("name", name.text.as_str())
            .param("found", found)
    });
}

/// What is no part of the name in its text, and the part as which it could be recorded.
fn printed_beside(name: &Name) -> Option<(&str, Option<&'static str>)> {
    let text = name.text.trim();
    let part = |part: fn(&NameParts) -> Option<&str>| name.parts.as_deref().and_then(part);
    let is_one_of = |word: &str, list: &[&str]| {
        let word = word.trim_end_matches(['.', ',']);
        list.iter().any(|known| known.eq_ignore_ascii_case(word))
    };
    let recorded = part(|parts| parts.prefix.as_deref()).is_some_and(|it| text.starts_with(it));
    if let Some((first, _)) = text.split_once(' ')
        && is_one_of(first, BEFORE)
        && !recorded
    {
        return Some((first, Some("prefix")));
    }
    let recorded = part(|parts| parts.suffix.as_deref()).is_some_and(|it| text.ends_with(it));
    if !recorded {
        if let Some((_, last)) = text.rsplit_once(' ')
            && is_one_of(last, BEHIND)
        {
            return Some((last, Some("suffix")));
        }
        let behind = BEHIND_CHINESE.iter().find(|it| text.len() > it.len() && text.ends_with(**it));
        if let Some(behind) = behind {
            return Some((behind, Some("suffix")));
        }
    }
    if let Some(at) = text.find([':', '：']) {
        return Some((&text[at..], None));
    }
    let closed = text.ends_with([')', '）']);
    let open = text.rfind(['(', '（']).filter(|at| closed && *at > 0)?;
    Some((&text[open..], None))
}

/// How many people of one name somebody is compared with.
const COMPARED: usize = 16;

fn namesakes(dataset: &Dataset, sink: &mut Sink) {
    let mut bearers: HashMap<String, Vec<(&Person, usize)>> = HashMap::new();
    let mut judged: Option<HashSet<[&str; 2]>> = None;
    for person in dataset.people() {
        let mut told: Option<&Person> = None;
        for (i, name) in person.names.iter().enumerate() {
            if matches!(name.kind, NameKind::Short | NameKind::Abbreviation | NameKind::Misspelling)
            {
                continue;
            }
            let folded = fold(&name.text);
            if folded.is_empty() {
                continue;
            }
            let others = bearers.entry(folded).or_default();
            if others.last().is_some_and(|(last, _)| last.id == person.id) {
                continue;
            }
            let judged = judged.get_or_insert_with(|| judged_pairs(dataset));
            let open = others.iter().take(COMPARED).find(|(other, _)| {
                other.id != person.id
                    && told.is_none_or(|told| told.id != other.id)
                    && !are_born_apart(person.birth, other.birth)
                    && !judged.contains(&sorted(person, other))
                    && !are_one(dataset, person, other)
            });
            if let Some((other, k)) = open {
                told = Some(other);
                sink.report(NAMESAKES, || {
                    let message = format!("`{}` is also the name of `{}`", name.text, other.id);
                    Detail::new(name_path(person, i), message)
                        .help("add a judgement that they are the same, or that they are different")
                        .param("name", name.text.as_str())
                        .param("people", vec![other.id.as_str(), person.id.as_str()])
                        .see(name_path(*other, *k))
                });
            }
            others.push((person, i));
        }
    }
}

/// The words of a name in their alphabetic order, without case, accents and punctuation.
fn fold(name: &str) -> String {
    // The accents of Latin, Greek and Cyrillic letters; the marks of other scripts are letters in all but name.
    let is_accent = |c: &char| ('\u{300}'..='\u{36f}').contains(c);
    let plain: String =
        name.nfkd().filter(|c| !is_accent(c)).flat_map(char::to_lowercase).collect();
    let words = plain.split(|c: char| c.is_whitespace() || c.is_ascii_punctuation() || c == '·');
    let mut words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.sort_unstable();
    words.join(" ")
}

fn are_born_apart(a: Bound, b: Bound) -> bool {
    let after = |a: Bound, b: Bound| {
        a.earliest().zip(b.latest()).is_some_and(|(earliest, latest)| earliest > latest)
    };
    !a.is_uncertain() && !b.is_uncertain() && (after(a, b) || after(b, a))
}

fn sorted<'a>(a: &'a Person, b: &'a Person) -> [&'a str; 2] {
    let mut pair = [a.id.as_str(), b.id.as_str()];
    pair.sort_unstable();
    pair
}

/// The pairs of people on whom there is a judgement, whatever it says.
fn judged_pairs(dataset: &Dataset) -> HashSet<[&str; 2]> {
    let pairs = verdicts(dataset.judgements()).into_iter();
    pairs
        .filter_map(|((a, b), _)| match (a, b) {
            (RecordRef::Person(a), RecordRef::Person(b)) => {
                let mut pair = [a.as_str(), b.as_str()];
                pair.sort_unstable();
                Some(pair)
            }
            _ => None,
        })
        .collect()
}

/// Whether they are held to be one by way of others.
fn are_one(dataset: &Dataset, a: &Person, b: &Person) -> bool {
    let (a, b) = (RecordRef::from(&a.id), RecordRef::from(&b.id));
    !dataset.judgements().is_empty() && dataset.canonical(&a) == dataset.canonical(&b)
}

#[cfg(test)]
pub(super) const CASES: &[super::cases::Case] = &[
    super::cases::Case {
        rule: "NAM-005",
        fails: r#"{ "people": [ { "id": "p", "names": [ { "text": "鲁炜", "lang": "zh", "order": "given-first" } ] } ] }"#,
        // A British minister keeps the order of his name in Chinese; a Chinese one is printed either way in Latin letters.
        passes: r#"{ "people": [ { "id": "p", "names": [ { "text": "埃德·韦泽", "lang": "zh-Hans", "kind": "transliteration", "order": "given-first" } ] },
                                 { "id": "q", "names": [ { "text": "Wei Lu", "lang": "zh-Latn", "order": "given-first" } ] } ] }"#,
    },
    super::cases::Case {
        rule: "NAM-005",
        fails: r#"{ "people": [ { "id": "p", "names": [ { "text": "Vaizey Ed", "lang": "en", "order": "family-first" } ] } ] }"#,
        passes: r#"{ "people": [ { "id": "p", "names": [ { "text": "Vaizey, Ed", "lang": "en", "order": "family-first" } ] },
                                 { "id": "q", "names": [ { "text": "Lu Wei", "lang": "en", "order": "family-first" }, { "text": "鲁炜", "lang": "zh" } ] } ] }"#,
    },
    super::cases::Case {
        rule: "NAM-005",
        fails: r#"{ "people": [ { "id": "p", "names": [ { "text": "Lu Wei", "lang": "zh-Latn", "order": "given-first", "parts": { "family": "Lu", "given": "Wei" } } ] } ] }"#,
        passes: r#"{ "people": [ { "id": "p", "names": [ { "text": "Lu Wei", "lang": "zh-Latn", "order": "family-first", "parts": { "family": "Lu", "given": "Wei" } } ] } ] }"#,
    },
    super::cases::Case {
        rule: "NAM-007",
        fails: r#"{ "people": [ { "id": "p", "names": [ "Mr. Lu Wei" ] } ] }"#,
        passes: r#"{ "people": [ { "id": "p", "names": [ "Lu Wei", { "text": "Lord Davies", "kind": "alias" } ] },
                                 { "id": "q", "names": [ { "text": "Baroness Vadera", "parts": { "prefix": "Baroness", "family": "Vadera" } } ] } ] }"#,
    },
    super::cases::Case {
        rule: "NAM-007",
        fails: r#"{ "people": [ { "id": "p", "names": [ { "text": "鲁炜主任", "lang": "zh" } ] } ] }"#,
        passes: r#"{ "people": [ { "id": "p", "names": [ { "text": "鲁炜", "lang": "zh" } ] } ] }"#,
    },
    super::cases::Case {
        rule: "NAM-007",
        fails: r#"{ "people": [ { "id": "p", "names": [ "Lu Wei (China)" ] } ] }"#,
        // Surnames that look like an address.
        passes: r#"{ "people": [ { "id": "p", "names": [ "He Yafei", "Hon Sui Sen", "Theodor Miss" ] } ] }"#,
    },
    super::cases::Case {
        rule: "PER-001",
        fails: r#"{ "people": [ { "id": "p", "names": [ "P" ], "birth": "1960-01", "death": "1959" } ] }"#,
        passes: r#"{ "people": [ { "id": "p", "names": [ "P" ], "birth": "1960-01", "death": "1960" }, { "id": "q", "names": [ "Q" ], "birth": "1960", "death": "1959?" },
                                 { "id": "r", "names": [ "R" ], "birth": "1960", "death": "not-yet" } ] }"#,
    },
    super::cases::Case {
        rule: "PER-002",
        fails: r#"{ "people": [ { "id": "p", "names": [ "José Núñez" ] }, { "id": "q", "names": [ "NUNEZ, Jose" ] } ] }"#,
        passes: r#"{ "people": [ { "id": "p", "names": [ "José Núñez" ] }, { "id": "q", "names": [ "NUNEZ, Jose" ] } ],
                     "judgements": [ { "id": "1", "verdict": "different", "of": [ "person:q", "person:p" ] } ] }"#,
    },
    super::cases::Case {
        rule: "PER-002",
        fails: r#"{ "people": [ { "id": "p", "names": [ { "text": "王晨", "lang": "zh" } ], "birth": "1950" }, { "id": "q", "names": [ { "text": "王晨", "lang": "zh" } ], "birth": "1950-12" } ] }"#,
        passes: r#"{ "people": [ { "id": "p", "names": [ { "text": "王晨", "lang": "zh" } ], "birth": "1950" }, { "id": "q", "names": [ { "text": "王晨", "lang": "zh" } ], "birth": "1966-05" } ] }"#,
    },
];

#[cfg(test)]
mod tests {
    use super::fold;
    use crate::validate::rules::cases::report;

    #[test]
    fn names_are_folded_but_not_across_scripts() {
        assert_eq!(fold("Éd  VAIZEY"), fold("vaizey, ed"));
        assert_ne!(fold("Lu Wei"), fold("Lü Wen"));
        // Vowel signs are no accents: these are two Hindi names.
        assert_ne!(fold("गीता"), fold("गोता"));
    }

    #[test]
    fn the_third_of_a_name_is_told_of_one_that_nobody_judged() {
        let report = report(
            r#"{ "people": [ { "id": "a", "names": [ "Lu Wei" ] }, { "id": "b", "names": [ "Lu Wei", "Wei Lu" ] }, { "id": "c", "names": [ "LU Wei" ] } ],
                 "judgements": [ { "id": "1", "verdict": "unsure", "of": [ "person:a", "person:b" ] },
                                 { "id": "2", "verdict": "same", "of": [ "person:a", "person:c" ] } ] }"#,
        );
        let found: Vec<_> = report.of_rule("PER-002").collect();
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].message(), "`LU Wei` is also the name of `b`");
        assert_eq!(found[0].related()[0].as_str(), "people[b].names[0]");
    }
}
