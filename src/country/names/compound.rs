//! Names with something beside them: a note, a code, another name, the State of a territory.

use super::key::Normal;
use super::resolver::{Found, Resolver, What};
use super::via::Stage;
use super::{Candidates, NonCountry, Why};
use crate::country::{Area, Country};

/// What a name means that is not in the index as a whole.
pub(super) fn find<'r>(resolver: &'r Resolver, name: &str) -> Option<Found<'r>> {
    let name = name.trim();
    without_note(name)
        .and_then(|rest| staged(part(resolver, rest).or_else(|| beside_code(resolver, rest))?, Stage::Note))
        .or_else(|| beside_code(resolver, name))
        .or_else(|| two_names(resolver, name))
}

/// The part of a name as a name of its own.
fn part<'r>(resolver: &'r Resolver, text: &str) -> Option<Found<'r>> {
    resolver.find(&Normal::of(text)?)
}

fn staged(mut found: Found<'_>, stage: Stage) -> Option<Found<'_>> {
    found.via.stage = found.via.stage.max(stage);
    Some(found)
}

/// What stands before a bracket at the end, and in the bracket.
fn bracketed(name: &str) -> Option<(&str, &str)> {
    let open = match name.chars().next_back()? {
        ')' => '(',
        ']' => '[',
        _ => return None,
    };
    let inner = &name[..name.len() - 1];
    let at = inner.rfind(open)?;
    Some((inner[..at].trim_end(), &inner[at + 1..])).filter(|(before, _)| !before.is_empty())
}

/// The name before a footnote: a number of up to four digits, or a letter, in brackets at the end.
fn without_note(name: &str) -> Option<&str> {
    let (before, note) = bracketed(name)?;
    let number = (1..=4).contains(&note.len()) && note.bytes().all(|byte| byte.is_ascii_digit());
    let letter = note.len() == 1 && note.bytes().all(|byte| byte.is_ascii_lowercase());
    (number || letter).then_some(before)
}

/// A name and the alpha-2 or alpha-3 code of a country, which have to agree.
fn beside_code<'r>(resolver: &'r Resolver, name: &str) -> Option<Found<'r>> {
    let code = |text: &str| Country::from_alpha3(text).or_else(|| Country::from_alpha2(text));
    let (country, rest) = [name.split_once(": "), name.split_once(" - ")]
        .into_iter()
        .flatten()
        .find_map(|(left, right)| Some((code(left)?, right)))
        .or_else(|| bracketed(name).and_then(|(before, inner)| Some((code(inner)?, before))))
        .or_else(|| name.rsplit_once(" - ").and_then(|(left, right)| Some((code(right)?, left))))?;
    let found = without_note(rest)
        .and_then(|rest| part(resolver, rest))
        .or_else(|| part(resolver, rest))
        .or_else(|| two_names(resolver, rest))?;
    match &found.what {
        What::Country(named) | What::Alias(named) if *named == country => staged(found, Stage::Coded),
        What::Country(named) | What::Alias(named) => Some(disagree(found.via, country, *named)),
        What::Several(candidates, _) if candidates.countries().any(|one| one == country) => {
            staged(Found { what: What::Country(country), ..found }, Stage::Coded)
        }
        What::Divided(countries) if countries.contains(&country) => {
            staged(Found { what: What::Country(country), ..found }, Stage::Coded)
        }
        _ => None,
    }
}

fn disagree(via: super::Via<'_>, one: Country, other: Country) -> Found<'_> {
    Found { what: What::Several(Candidates::pair(one, other), Why::Disagree), via }
}

/// Two names of one country, or of a territory and its State.
fn two_names<'r>(resolver: &'r Resolver, name: &str) -> Option<Found<'r>> {
    let splits = [
        bracketed(name),
        name.split_once(", "),
        name.split_once('/'),
        name.split_once(" - "),
        name.split_once(": "),
        name.split_once("; "),
    ];
    splits.into_iter().flatten().find_map(|(left, right)| {
        let (left, right) = (part(resolver, left)?, part(resolver, former(right))?);
        agree(&left, &right).or_else(|| agree(&right, &left))
    })
}

/// The name after "formerly".
fn former(name: &str) -> &str {
    let name = name.trim();
    ["formerly ", "Formerly ", "ex-", "ex "].iter().find_map(|word| name.strip_prefix(word)).unwrap_or(name)
}

/// The first, where the second confirms it.
fn agree<'r>(first: &Found<'r>, second: &Found<'r>) -> Option<Found<'r>> {
    let country = |found: &Found<'_>| match found.what {
        What::Country(country) | What::Alias(country) => Some(country),
        What::Divided([now, _]) => Some(*now),
        _ => None,
    };
    let is = |country: Country, stage| {
        staged(Found { what: What::Country(country), via: first.via }, stage)
    };
    match (&first.what, country(first), country(second)) {
        (_, Some(one), Some(other)) if one == other => is(one, Stage::TwoNames),
        (_, Some(one), Some(other)) if one.sovereign() == Some(other) => is(one, Stage::Sovereign),
        (What::Several(candidates, _), _, Some(other)) => {
            let mut fitting = candidates
                .countries()
                .filter(|one| *one == other || one.sovereign() == Some(other));
            let one = fitting.next()?;
            fitting.next().is_none().then(|| is(one, Stage::Sovereign))?
        }
        (What::NoCountry(NonCountry::Part { of, .. }), _, Some(other)) if *of == other => {
            Some(first.clone())
        }
        (_, Some(one), None) => match &second.what {
            What::Aggregate(Area::Composite(both)) if both.members().contains(&one) => {
                is(one, Stage::Sovereign)
            }
            _ => None,
        },
        _ => None,
    }
}
