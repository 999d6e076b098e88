//! Properties that entities of several schemas have.

use std::collections::HashMap;

use super::entity::{Entity, Said};
use super::schema::SCHEMES;
use crate::country::Country;
use crate::finding::importing as rules;
use crate::identifier::Identifier;
use crate::io::Error;
use crate::io::error::shortened;
use crate::io::intake::{Intake, identifier};
use crate::name::{Name, NameKind};
use crate::source::{Attestation, Cite};
use crate::time::{Bound, Span};

/// The names, with the caption first.
pub(super) fn names(intake: &mut Intake<'_>, entity: &mut Entity) -> Vec<Name> {
    let mut names = Vec::new();
    for (property, kind) in [
        ("name", NameKind::Official),
        ("alias", NameKind::Alias),
        ("weakAlias", NameKind::Short),
        ("abbreviation", NameKind::Abbreviation),
        ("previousName", NameKind::Alias),
    ] {
        for said in entity.take(property) {
            if property == "previousName" {
                let what = format!("{}.{property}", entity.schema);
                intake.repeat(
                    rules::RECORD_PLACE,
                    &what,
                    || entity.at(property),
                    || {
                        format!(
                            "`{what}` is an alias, of which nothing tells that it is a former name"
                        )
                    },
                );
            }
            original(intake, entity, property, &said);
            let mut name = Name::new(said.text);
            name.kind = kind;
            name.lang = said.lang.and_then(|tag| intake.lang(&entity.at(property), &tag));
            names.push(name);
        }
    }
    let is_caption = |name: &Name| Some(&name.text) == entity.caption.as_ref();
    if let Some(at) = names.iter().position(is_caption)
        && let Some(first) = names.get_mut(..=at)
    {
        first.rotate_right(1);
    }
    names
}

/// Tells of words of the source that have no place.
pub(super) fn original(intake: &mut Intake<'_>, entity: &Entity, property: &str, said: &Said) {
    if said.original.is_some() {
        let what = format!("{}.{property} as printed", entity.schema);
        intake.repeat(
            rules::RECORD_PLACE,
            &what,
            || entity.at(property),
            || format!("the words of the source for `{}.{property}` have no place", entity.schema),
        );
    }
}

/// What is said of a date.
pub(super) struct Dates {
    /// Dates, with the words of the source where it has some.
    pub(super) read: Vec<(Bound, Option<String>)>,
    /// What is no date.
    pub(super) unread: Vec<String>,
}

impl Dates {
    /// The date that lies within all others; unknown where nothing is said, `None` where they differ.
    pub(super) fn best(&self) -> Option<Bound> {
        if self.read.is_empty() {
            return Some(Bound::Unknown);
        }
        let all = || self.read.iter().filter_map(|(bound, _)| bound.date());
        // Of dates that lie within each other, the last when sorted by precision.
        let best = all().max_by_key(|date| date.precision())?;
        all().all(|date| best.refines(date)).then_some(Bound::On(best))
    }
}

/// What a property says of a date. Words of the source that nothing will keep are told.
pub(super) fn dates(
    intake: &mut Intake<'_>,
    entity: &mut Entity,
    property: &str,
    is_kept: bool,
) -> Result<Dates, Error> {
    let mut dates = Dates { read: Vec::new(), unread: Vec::new() };
    for said in entity.take(property) {
        if !is_kept {
            original(intake, entity, property, &said);
        }
        let read = intake.date(&entity.at(property), &said.text)?;
        match read.printed {
            Some(printed) => dates.unread.push(printed),
            None => dates.read.push((read.bound, said.original)),
        }
    }
    Ok(dates)
}

/// Tells that a field stays empty because dates differ.
pub(super) fn several(intake: &mut Intake<'_>, entity: &Entity, property: &str, dates: &Dates) {
    let said: Vec<_> = dates.read.iter().map(|(bound, _)| bound.to_string()).collect();
    let message = format!("{} dates for one `{property}`: {}", said.len(), said.join(", "));
    intake.note(rules::RECORD_SEVERAL, &entity.at(property), &entity.id, message);
}

/// Something said of the start (0) or the end (1), with the words of the source.
pub(super) type Attested = (usize, Bound, Option<String>);

/// The span between two dates, and what is said beside it. `told` says that nothing keeps that, so that the finding has to.
pub(super) fn span(
    intake: &mut Intake<'_>,
    entity: &mut Entity,
    properties: [&str; 2],
    told: bool,
) -> Result<(Span, Vec<Attested>), Error> {
    let [starts, ends] = properties;
    let sides = [dates(intake, entity, starts, !told)?, dates(intake, entity, ends, !told)?];
    let bests = [sides[0].best(), sides[1].best()];
    let mut found = Span::UNKNOWN;
    let mut is_kept = false;
    if let [Some(start), Some(end)] = bests {
        if let Ok(span) = Span::new(start, end) {
            (found, is_kept) = (span, true);
        } else {
            let text = format!("{start} to {end}");
            let message = format!("{text} ends before it begins");
            intake.refuse(rules::RECORD_ORDER, &entity.place, &text, message)?;
        }
    } else if told {
        for (property, (best, dates)) in properties.iter().zip(bests.iter().zip(&sides)) {
            if best.is_none() {
                several(intake, entity, property, dates);
            }
        }
    } else {
        let texts = sides.each_ref().map(|dates| {
            let texts: Vec<_> = dates.read.iter().map(|(bound, _)| bound.to_string()).collect();
            texts.join(", ")
        });
        let message = format!(
            "{} starts ({}) and {} ends ({}): nothing tells which belong together",
            sides[0].read.len(),
            texts[0],
            sides[1].read.len(),
            texts[1]
        );
        intake.note(rules::RECORD_SEVERAL, &entity.at(starts), &entity.id, message);
    }
    let mut attests = Vec::new();
    for (side, dates) in sides.into_iter().enumerate() {
        let bound = if side == 0 { found.start() } else { found.end() };
        for (said, original) in dates.read {
            // What the span says needs no second saying, but for the words of the source.
            if !is_kept || said != bound || original.is_some() {
                attests.push((side, said, original));
            }
        }
        attests.extend(dates.unread.into_iter().map(|text| (side, Bound::Unknown, Some(text))));
    }
    Ok((found, attests))
}

pub(super) fn attest<F>(
    intake: &mut Intake<'_>,
    entity: &Entity,
    says: F,
    printed: Option<String>,
) -> Attestation<F> {
    let mut attestation = intake.attest_by(entity.datasets.first().map(String::as_str), says);
    attestation.printed = printed;
    attestation
}

/// The country of a code, where there is one.
pub(super) fn country(entity: &mut Entity, property: &str) -> Option<Country> {
    let code = entity.only(property)?;
    let country = Country::from_alpha2(&code.to_ascii_uppercase());
    if country.is_none() {
        entity.give_back(property, vec![Said { text: code, original: None, lang: None }]);
    }
    country
}

pub(super) fn identifiers(entity: &mut Entity) -> Vec<Identifier> {
    let mut found = Vec::new();
    for (property, scheme) in SCHEMES {
        let values = entity.take(property);
        found.extend(values.iter().filter_map(|said| identifier(Some(scheme), &said.text)));
    }
    found
}

pub(super) fn cites(intake: &mut Intake<'_>, entity: &mut Entity) -> Vec<Cite> {
    let mut cites = intake.cites();
    for dataset in &entity.datasets {
        cites.push(intake.dataset(dataset));
    }
    for said in entity.take("sourceUrl") {
        cites.push(intake.page(&said.text, None));
    }
    cites
}

/// The entity that a property names, where it names one.
pub(super) fn only_reference(
    intake: &mut Intake<'_>,
    entity: &mut Entity,
    property: &str,
    schemas: &HashMap<String, String>,
) -> Option<String> {
    let values = entity.take(property);
    for said in &values {
        refer(intake, entity, property, &said.text, schemas);
    }
    if values.len() > 1 {
        let message = format!("{} values of `{property}`: {}", values.len(), listed(&values));
        intake.note(rules::RECORD_SEVERAL, &entity.at(property), &entity.id, message);
        return None;
    }
    values.into_iter().next().map(|said| said.text)
}

/// Tells of a reference that leads out of the file.
pub(super) fn refer(
    intake: &mut Intake<'_>,
    entity: &Entity,
    property: &str,
    id: &str,
    schemas: &HashMap<String, String>,
) {
    if !schemas.contains_key(id) {
        let what = format!("{}.{property}", entity.schema);
        intake.repeat(
            rules::RECORD_MISSING,
            &what,
            || entity.at(property),
            || format!("`{}` of `{what}` is not in the file", shortened(id)),
        );
    }
}

pub(super) fn listed(values: &[Said]) -> String {
    let texts: Vec<_> = values.iter().map(|said| said.text.as_str()).collect();
    texts.join(", ")
}
