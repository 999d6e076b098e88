//! Names with something beside them: a note, a code, another name, the State of a territory, the form of State.
//!
//! Whatever stands beside a name has to be understood and to agree, or the whole is no name.

use super::key::{Normal, Words};
use super::resolver::{Found, Resolver, What};
use super::via::{Stage, Via};
use super::{Candidates, NonCountry, Why};
use crate::country::{Area, Country};

/// What a name means that is not in the index as a whole.
pub(super) fn find<'r>(resolver: &'r Resolver, name: &str, normal: &Normal) -> Option<Found<'r>> {
    let name = name.trim();
    punctuated(resolver, name)
        .or_else(|| excluding(resolver, name))
        .or_else(|| narrowed(resolver, normal))
        .or_else(|| form_of_state(resolver, normal))
}

/// What punctuation sets apart in a name. Most names have none of it, which is seen at once.
fn punctuated<'r>(resolver: &'r Resolver, name: &str) -> Option<Found<'r>> {
    let sets_apart = |byte| {
        matches!(byte, b'?' | b'(' | b')' | b'[' | b']' | b',' | b'/' | b'-' | b':' | b';' | 0x80..)
    };
    if !name.bytes().any(sets_apart) {
        return None;
    }
    lost_letters(resolver, name)
        .or_else(|| {
            let (rest, note) = without_note(name)?;
            let found = part(resolver, rest).or_else(|| beside_code(resolver, rest))?;
            Some(note.applied(found).at_stage(Stage::Note))
        })
        .or_else(|| beside_code(resolver, name))
        .or_else(|| two_names(resolver, name, Depth::Whole))
        .or_else(|| inserted(resolver, name))
}

/// The name with `?` for letters that are not ASCII.
fn lost_letters<'r>(resolver: &'r Resolver, name: &str) -> Option<Found<'r>> {
    whole(resolver, &Normal::with_lost_letters(name)?)
}

/// The part of a name as a name of its own.
fn part<'r>(resolver: &'r Resolver, text: &str) -> Option<Found<'r>> {
    whole(resolver, Normal::empty().take(text)?)
}

#[inline(never)] // all that look for parts of names share it
fn whole<'r>(resolver: &'r Resolver, normal: &Normal) -> Option<Found<'r>> {
    resolver.find(normal)
}

impl Found<'_> {
    fn at_stage(self, stage: Stage) -> Self {
        let Self { what, via } = self;
        Self { what, via: Via { stage: via.stage.max(stage), ..via } }
    }

    /// What was found, taken to be this country.
    fn as_country(&self, country: Country, stage: Stage) -> Self {
        Self { what: What::Country(country), via: self.via }.at_stage(stage)
    }
}

/// Whether a country is another, or a territory of it.
fn belongs_to(country: Country, other: Country) -> bool {
    country == other || country.sovereign() == Some(other)
}

impl What {
    /// The country that is meant at no date in particular.
    fn country(&self) -> Option<Country> {
        match self {
            Self::Country(country) | Self::Alias(country) | Self::Divided([country, _]) => {
                Some(*country)
            }
            _ => None,
        }
    }
}

/// What stands before a bracket at the end, and in the bracket.
fn bracketed(name: &str) -> Option<(&str, &str)> {
    let open = match name.chars().next_back()? {
        ')' => '(',
        ']' => '[',
        _ => return None,
    };
    let inner = &name[..name.len() - 1];
    let (before, inner) = inner.rsplit_once(open)?;
    Some((before.trim_end(), inner.trim())).filter(|(before, _)| !before.is_empty())
}

/// What stands before and behind a separator: one byte, perhaps with spaces.
///
/// To search for that byte begins sooner than to search for a text.
fn split_once<'n>(name: &'n str, separator: &str) -> Option<(&'n str, &'n str)> {
    let byte = *separator.trim().as_bytes().first()?;
    let spaces = separator.len() - separator.trim_start().len();
    memchr::memchr_iter(byte, name.as_bytes()).find_map(|at| {
        let (before, rest) = name.split_at_checked(at.checked_sub(spaces)?)?;
        Some((before, rest.strip_prefix(separator)?))
    })
}

/// A note behind a name that says nothing about which country it is.
#[derive(Clone, Copy, PartialEq)]
enum Note {
    /// The mark of a footnote, a year, a unit.
    Mark,
    /// The years from or to which the figures go.
    Period,
}

impl Note {
    /// What was found without the note. A period may be that of either of two States of one name.
    fn applied(self, found: Found<'_>) -> Found<'_> {
        match found.what {
            What::Divided([now, before]) if self == Self::Period => {
                let what = What::Several(Candidates::pair(*now, *before), Why::Divided);
                Found { what, ..found }
            }
            _ => found,
        }
    }
}

fn without_note(name: &str) -> Option<(&str, Note)> {
    const UNITS: [&str; 4] = ["thousands", "millions", "billions", "total"];
    const TO_OR_FROM: [&str; 7] = ["from", "since", "until", "up to", "to", "before", "..."];
    let (before, note) = bracketed(name)?;
    let is_year = |text: &str| text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    let number = note.len() <= 4 && note.bytes().all(|byte| byte.is_ascii_digit());
    let letter = note.len() == 1 && note.bytes().all(|byte| byte.is_ascii_lowercase());
    if !note.is_empty() && (number || letter || UNITS.contains(&note)) {
        return Some((before, Note::Mark));
    }
    let begins = TO_OR_FROM.iter().filter_map(|word| note.strip_prefix(word));
    let ends = [note.strip_suffix("..."), note.strip_suffix('-')].into_iter().flatten();
    let one = begins.chain(ends).any(|year| is_year(year.trim()));
    let both =
        note.split_once(['-', '\u{2013}']).is_some_and(|(from, to)| is_year(from) && is_year(to));
    (one || both).then_some((before, Note::Period))
}

/// A name and the alpha-2 or alpha-3 code of a country, which have to agree.
fn beside_code<'r>(resolver: &'r Resolver, name: &str) -> Option<Found<'r>> {
    let code = |text: &str| Country::from_alpha3(text).or_else(|| Country::from_alpha2(text));
    let before = |(left, right)| Some((code(left)?, right));
    let dashed = split_once(name, " - ");
    let (country, rest) = split_once(name, ": ")
        .and_then(before)
        .or_else(|| dashed.and_then(before))
        .or_else(|| bracketed(name).and_then(|(before, inner)| Some((code(inner)?, before))))
        .or_else(|| {
            let (left, right) = dashed.and_then(|_| name.rsplit_once(" - "))?;
            Some((code(right)?, left))
        })?;
    let found = part(resolver, rest)
        .or_else(|| part(resolver, without_note(rest)?.0))
        .or_else(|| two_names(resolver, rest, Depth::Part))?;
    let (country, stage) = match &found.what {
        What::Several(candidates, _) => {
            (candidates.only(|one| belongs_to(one, country))?, Stage::Coded)
        }
        What::Divided(both) if both.contains(&country) => (country, Stage::Coded),
        what => match what.country()? {
            named if named == country => (named, Stage::Coded),
            named if belongs_to(named, country) => (named, Stage::Sovereign),
            named => {
                let what = What::Several(Candidates::pair(country, named), Why::Disagree);
                return Some(Found { what, ..found });
            }
        },
    };
    Some(found.as_country(country, stage))
}

/// How far a name is taken apart: the parts of a part are looked up as they are.
#[derive(Clone, Copy, PartialEq)]
enum Depth {
    Whole,
    Part,
}

/// Two names of one country, or of a territory and its State.
fn two_names<'r>(resolver: &'r Resolver, name: &str, depth: Depth) -> Option<Found<'r>> {
    let separators = [", ", "/", " - ", ": ", "; "].into_iter();
    let splits = separators.filter_map(|separator| split_once(name, separator));
    bracketed(name).into_iter().chain(splits).find_map(|(left, right)| {
        let left = part(resolver, left).or_else(|| {
            (depth == Depth::Whole).then(|| two_names(resolver, left, Depth::Part))?
        })?;
        let right = part(resolver, former(right)).or_else(|| state(resolver, right))?;
        agree(&left, &right).or_else(|| agree(&right, &left))
    })
}

/// The name after "formerly".
fn former(name: &str) -> &str {
    let name = name.trim();
    ["formerly ", "Formerly ", "ex-", "ex "]
        .iter()
        .find_map(|word| name.strip_prefix(word))
        .unwrap_or(name)
}

/// The State that a phrase beside a territory names: "Overseas France", "British Overseas Territory", "Fr.".
fn state<'r>(resolver: &'r Resolver, phrase: &str) -> Option<Found<'r>> {
    const STATUS: [&str; 7] =
        ["overseas", "territory", "dependency", "crown", "part", "collectivity", "department"];
    const ADJECTIVES: [(&str, &str); 8] = [
        ("american", "United States"),
        ("australian", "Australia"),
        ("british", "United Kingdom"),
        ("danish", "Denmark"),
        ("dutch", "Netherlands"),
        ("fr", "France"),
        ("french", "France"),
        ("norwegian", "Norway"),
    ];
    if let Some((left, right)) = phrase.split_once('-') {
        let (left, right) = (part(resolver, left)?, state(resolver, right)?);
        return (left.what.country() == right.what.country()).then_some(left);
    }
    let normal = Normal::of(phrase)?;
    let mut words =
        Words::of(normal.as_str()).filter(|word| !STATUS.iter().any(|status| word.is(status)));
    let word = words.next().filter(|_| words.next().is_none())?;
    match ADJECTIVES.iter().find(|(adjective, _)| word.is(adjective)) {
        Some((_, state)) => part(resolver, state),
        None => part(resolver, word.as_str()),
    }
}

/// The first, where the second confirms it.
fn agree<'r>(first: &Found<'r>, second: &Found<'r>) -> Option<Found<'r>> {
    let (country, stage) = match (&first.what, first.what.country(), second.what.country()) {
        (_, Some(one), Some(other)) if one == other => (one, Stage::TwoNames),
        (_, Some(one), Some(other)) if belongs_to(one, other) => (one, Stage::Sovereign),
        (What::Several(candidates, _), _, Some(other)) => {
            (candidates.only(|one| belongs_to(one, other))?, Stage::Sovereign)
        }
        (What::NoCountry(NonCountry::Part { of, .. }), _, Some(other)) if *of == other => {
            return Some(first.clone());
        }
        (_, Some(one), None) => match &second.what {
            What::Aggregate(Area::Composite(both)) if both.members().contains(&one) => {
                (one, Stage::Sovereign)
            }
            _ => return None,
        },
        _ => return None,
    };
    Some(first.as_country(country, stage))
}

/// A bracket inside a name that makes another name of the same country with what follows it: "Democratic People's
/// Republic of (North) Korea".
fn inserted<'r>(resolver: &'r Resolver, name: &str) -> Option<Found<'r>> {
    let (before, rest) = name.split_once('(')?;
    let (inner, after) = rest.split_once(')').filter(|(_, after)| !after.trim().is_empty())?;
    let without = part(resolver, &format!("{before} {after}"))?;
    let with = part(resolver, &format!("{inner} {after}"))?;
    let same = without.what.country().is_some() && without.what.country() == with.what.country();
    same.then(|| without.at_stage(Stage::TwoNames))
}

/// A State without territories that have an entry of their own and are therefore no part of its entry: "China (excluding
/// Hong Kong & Macao)".
fn excluding<'r>(resolver: &'r Resolver, name: &str) -> Option<Found<'r>> {
    if !name.contains("excl") {
        return None;
    }
    let (before, rest) = name.split_once("excluding ").or_else(|| name.split_once("excl. "))?;
    let found = part(resolver, before)?;
    let country = found.what.country()?;
    let mut territories = rest
        .split([',', '&'])
        .flat_map(|part| part.split(" and "))
        .filter(|part| !part.trim().is_empty());
    territories
        .all(|territory| {
            let territory = part(resolver, territory).and_then(|found| found.what.country());
            territory.and_then(Country::sovereign) == Some(country)
        })
        .then(|| found.at_stage(Stage::Sovereign))
}

/// A name that several have, with words that stand in the official name of one of them only: "Korea, People's Rep.".
fn narrowed<'r>(resolver: &'r Resolver, normal: &Normal) -> Option<Found<'r>> {
    let words = || Words::of(normal.as_str());
    let found = words().find_map(|word| {
        part(resolver, word.as_str()).filter(|found| matches!(found.what, What::Several(..)))
    })?;
    let What::Several(candidates, _) = &found.what else { return None };
    let one = candidates.only(|country| {
        country.official_name().and_then(Normal::of).is_some_and(|official| {
            words().all(|word| Words::of(official.as_str()).any(|other| other == word))
        })
    })?;
    Some(found.as_country(one, Stage::Narrowed))
}

/// A name behind "Republic of" and the like, where no official name is known in which they tell two States apart.
fn form_of_state<'r>(resolver: &'r Resolver, normal: &Normal) -> Option<Found<'r>> {
    const FORMS: [&str; 4] = ["republic", "rep", "kingdom", "state"];
    const QUALIFIERS: [&str; 6] =
        ["federal", "fed", "independent", "islamic", "socialist", "union"];
    let words = || normal.as_str().split(' ');
    if words().filter(|word| FORMS.contains(word)).count() != 1 {
        return None;
    }
    let is_name = |word: &&str| !FORMS.contains(word) && !QUALIFIERS.contains(word);
    let rest: Vec<&str> = words().filter(is_name).collect();
    let found = part(resolver, &rest.join(" "))?;
    matches!(found.what, What::Country(_)).then(|| found.at_stage(Stage::Form))
}
