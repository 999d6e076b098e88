//! Whom a name means at a date: agencies and people by any of their names.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::OnceLock;

use super::table::Rows;
use super::{Dataset, Keyed};
use crate::actor::{Agency, Person};
use crate::country::names::Normal;
use crate::id::Id;
use crate::judgement::RecordRef;
use crate::name::{Name, NameKind};
use crate::text::words;
use crate::time::{PartialDate, Span, Tri};

/// Whom a name means at a date.
///
/// It prints in one word: the id, `AMBIGUOUS:` and the ids of the candidates, or `NONE`.
#[derive(Debug, Clone, PartialEq)]
pub enum Named<'a, T> {
    /// One record.
    One(Bearer<'a, T>),
    /// Several, and nothing tells which.
    Ambiguous {
        /// Whom the name may mean, in the order of the table.
        candidates: Vec<Bearer<'a, T>>,
        /// Why there are several.
        why: WhySeveral,
    },
    /// None.
    None {
        /// Whom it meant at other dates: an abbreviation means only who has it at the date.
        at_other_dates: Vec<Bearer<'a, T>>,
        /// Who was perhaps meant. It is looked for when asked.
        nearest: NearestNames<'a, T>,
    },
}

/// A record that has a name.
#[derive(Debug, Clone, PartialEq)]
pub struct Bearer<'a, T> {
    /// The record; of those that judgements hold to be one, the first.
    pub record: &'a T,
    /// Its id.
    pub id: &'a Id<T>,
    /// Its name.
    pub name: &'a Name,
    /// Whether the name was in use at the date. `No` where it is a name of another time, which still tells who is meant.
    pub in_use: Tri,
    /// How the name was matched.
    pub via: NameMatch,
}

words! {
    /// How a name was matched.
    pub enum NameMatch: closed "match of a name" {
        /// As a whole, without regard to case, marks of letters, spaces and punctuation.
        Whole = "whole",
        /// A person's name by its words in another order.
        Order = "order",
        /// A person's name without what stands before it: Sir, Dr, Minister.
        Title = "title",
    }
}

words! {
    /// Why a name may mean several.
    pub enum WhySeveral: closed "reason for several" {
        /// Several had it at the date.
        Shared = "shared",
        /// What is known of the dates leaves it open which of them had it.
        Dates = "dates",
        /// Several had it, all at other dates.
        Past = "past",
    }
}

impl<'a, T> Named<'a, T> {
    /// The record, where it is one.
    pub fn one(&self) -> Option<&'a T> {
        match self {
            Self::One(bearer) => Some(bearer.record),
            _ => None,
        }
    }

    /// Whom it may mean: the one, or the candidates.
    pub fn candidates(&self) -> &[Bearer<'a, T>] {
        match self {
            Self::One(bearer) => std::slice::from_ref(bearer),
            Self::Ambiguous { candidates, .. } => candidates,
            Self::None { .. } => &[],
        }
    }

    /// The only candidate of which this holds: the one of that country, who held an office at the date.
    pub fn only(&self, holds: impl Fn(&T) -> bool) -> Option<&'a T> {
        let mut holding = self.candidates().iter().filter(|bearer| holds(bearer.record));
        holding.next().filter(|_| holding.next().is_none()).map(|bearer| bearer.record)
    }
}

impl<T> fmt::Display for Named<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::One(bearer) => bearer.id.fmt(f),
            Self::Ambiguous { candidates, .. } => {
                let ids: Vec<&str> = candidates.iter().map(|c| c.id.as_str()).collect();
                f.pad(&format!("AMBIGUOUS:{}", ids.join("|")))
            }
            Self::None { .. } => f.pad("NONE"),
        }
    }
}

/// Who was perhaps meant by a name that nobody has.
///
/// Looking takes a while, and nothing takes a suggestion by itself.
#[derive(Clone)]
pub struct NearestNames<'a, T> {
    dataset: &'a Dataset,
    asked: Box<str>,
    rows: fn(&Dataset) -> &[T],
    names: fn(&T) -> &[Name],
}

/// A name that is near, and how near.
#[derive(Debug, Clone, PartialEq)]
pub struct NearName<'a, T> {
    /// The record.
    pub record: &'a T,
    /// Its name.
    pub name: &'a Name,
    /// How many letters have to be changed, left out, put in or swapped with a neighbour.
    pub distance: usize,
}

/// The row of a record and the place of the name in it, by the form of the name.
type Places = Rows<Box<str>, Vec<(u32, u32)>>;

/// A record that is found by its names.
pub(super) trait Bears: Keyed {
    fn names(&self) -> &[Name];
    fn span(&self) -> Span;
    /// The forms under which a name is found, those for its words in any order included.
    fn keys(name: &str) -> Vec<String>;
    /// Whether two forms of one key are the same without another order of their words.
    fn is_whole(form: &str, other: &str) -> bool;
    fn index(rows: &NameRows) -> &OnceLock<Places>;
}

/// Names by their normal form, made when a name is first asked for.
#[derive(Debug, Clone, Default)]
pub(super) struct NameRows {
    agencies: OnceLock<Places>,
    people: OnceLock<Places>,
}

impl Bears for Agency {
    fn names(&self) -> &[Name] {
        &self.names
    }

    fn span(&self) -> Span {
        self.span
    }

    fn keys(name: &str) -> Vec<String> {
        let form = form(name);
        vec![form.strip_prefix("the ").map(str::to_owned).unwrap_or(form)]
    }

    fn is_whole(_: &str, _: &str) -> bool {
        true
    }

    fn index(rows: &NameRows) -> &OnceLock<Places> {
        &rows.agencies
    }
}

impl Bears for Person {
    fn names(&self) -> &[Name] {
        &self.names
    }

    fn span(&self) -> Span {
        Span::new(self.birth, self.death).unwrap_or(Span::UNKNOWN)
    }

    fn keys(name: &str) -> Vec<String> {
        let form = form(name);
        let bare = without_titles(&form);
        let mut keys = vec![in_order(&form)];
        if bare.len() < form.len() {
            keys.push(in_order(bare));
        }
        keys
    }

    fn is_whole(form: &str, other: &str) -> bool {
        form == other
    }

    fn index(rows: &NameRows) -> &OnceLock<Places> {
        &rows.people
    }
}

/// # Whom a name means
impl Dataset {
    /// Which agency a name means at a date.
    ///
    /// Official names of any time, short names, aliases and translations are found in the same normal form as names of
    /// countries: without regard to case, marks of letters, punctuation, a leading "the", with `&` as "and". Who had the
    /// name at the date comes before who had it at another one. An abbreviation means only who has it at the date.
    ///
    /// ```
    /// use netpolity::{Dataset, PartialDate};
    ///
    /// let dataset = Dataset::from_json(
    ///     r#"{ "netpolity": 1, "agencies": [
    ///          { "id": "dcms", "kind": "ministry", "span": "1992-04-11/..", "names": [
    ///            { "text": "Department of National Heritage", "span": "1992-04-11/1997-07-13" },
    ///            { "text": "Department for Culture, Media and Sport", "span": "1997-07-14/2017-07-02" },
    ///            { "text": "DCMS", "kind": "abbreviation", "span": "1997-07-14/.." } ] } ] }"#,
    /// )?;
    /// let on = |name: &str, date: &str| dataset.agencies_named(name, date.parse::<PartialDate>().unwrap()).to_string();
    /// assert_eq!(on("department for culture, media & sport", "2013-09-09"), "dcms");
    /// // A name out of use still tells who is meant, an abbreviation does not.
    /// assert_eq!(on("Department of National Heritage", "2013"), "dcms");
    /// assert_eq!(on("DCMS", "1995"), "NONE");
    /// # Ok::<(), netpolity::dataset::ReadError>(())
    /// ```
    pub fn agencies_named(&self, name: &str, date: impl Into<PartialDate>) -> Named<'_, Agency> {
        self.named(name, date.into())
    }

    /// Which person a name means at a date.
    ///
    /// As [`agencies_named`](Self::agencies_named); the words may stand in any order, so that family names first and last
    /// are one, and "Sir" and the like before it may be missing or be too many where the rest has two words or more. The
    /// answer says by which of these it was matched. Nobody has a name before birth or after death.
    ///
    /// ```
    /// use netpolity::{Dataset, PartialDate};
    ///
    /// let dataset = Dataset::from_json(
    ///     r#"{ "netpolity": 1, "people": [ { "id": "lu-wei", "names": [ "鲁炜", "Lu Wei" ] } ] }"#,
    /// )?;
    /// let date: PartialDate = "2013-09-09".parse()?;
    /// for name in ["鲁炜", "LU Wei", "Wei Lu", "Minister Lu Wei"] {
    ///     assert_eq!(dataset.people_named(name, date).one().unwrap().id, "lu-wei");
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn people_named(&self, name: &str, date: impl Into<PartialDate>) -> Named<'_, Person> {
        self.named(name, date.into())
    }

    fn named<'a, T: Bears>(&'a self, asked: &str, date: PartialDate) -> Named<'a, T>
    where
        for<'r> RecordRef: From<&'r Id<T>>,
    {
        // The whole name comes first; without titles it is looked for only where the whole is not known.
        let mut best = Vec::new();
        for (place, key) in T::keys(asked).iter().enumerate() {
            best = self.bearers(asked, key, place > 0, date);
            if !best.is_empty() {
                break;
            }
        }
        let (then, past): (Vec<_>, Vec<_>) =
            best.into_iter().partition(|bearer: &Bearer<'a, T>| bearer.in_use != Tri::No);
        let certain = then.iter().all(|bearer| bearer.in_use.is_yes());
        let why = if certain { WhySeveral::Shared } else { WhySeveral::Dates };
        let (at_other_dates, past): (Vec<_>, Vec<_>) =
            past.into_iter().partition(|bearer| bearer.name.kind == NameKind::Abbreviation);
        one_or_several(then, why).or_else(|| one_or_several(past, WhySeveral::Past)).unwrap_or_else(
            || {
                let asked = form(asked).into();
                let nearest =
                    NearestNames { dataset: self, asked, rows: Self::rows, names: T::names };
                Named::None { at_other_dates, nearest }
            },
        )
    }

    /// Who has a name of this form: each record once, matched in the best of the ways that there are.
    fn bearers<'a, T: Bears>(
        &'a self,
        asked: &str,
        key: &str,
        without_titles: bool,
        date: PartialDate,
    ) -> Vec<Bearer<'a, T>>
    where
        for<'r> RecordRef: From<&'r Id<T>>,
    {
        let index = self.index();
        let names = T::index(&index.names).get_or_init(|| name_rows(self.rows::<T>()));
        let asked = form(asked);
        let mut found: BTreeMap<usize, Bearer<'a, T>> = BTreeMap::new();
        for (row, place) in names.get(key).into_iter().flatten() {
            let Some(own) = self.rows::<T>().get(*row as usize) else { continue };
            let Some(name) = own.names().get(*place as usize) else { continue };
            let has_titles = T::keys(&name.text).first().is_some_and(|whole| whole != key);
            let via = if without_titles || has_titles {
                NameMatch::Title
            } else if T::is_whole(&form(&name.text), &asked) {
                NameMatch::Whole
            } else {
                NameMatch::Order
            };
            let id: Cow<'_, Id<T>> = index.identity.id(own.id());
            let first = T::table(self).row(id.as_str()).unwrap_or(*row as usize);
            let record = self.rows::<T>().get(first).unwrap_or(own);
            let id = record.id();
            let bearer = Bearer { record, id, name, in_use: in_use(name, own.span(), date), via };
            match found.get(&first) {
                Some(known) if rank(known) <= rank(&bearer) => {}
                _ => drop(found.insert(first, bearer)),
            }
        }
        let best = found.values().map(|bearer| bearer.via).min();
        found.into_values().filter(|bearer| Some(bearer.via) == best).collect()
    }
}

/// The one, or the several; `None` where there are none.
fn one_or_several<T>(mut bearers: Vec<Bearer<'_, T>>, why: WhySeveral) -> Option<Named<'_, T>> {
    if bearers.len() > 1 {
        return Some(Named::Ambiguous { candidates: bearers, why });
    }
    bearers.pop().map(Named::One)
}

/// Whether a name was in use at a date, and its bearer there.
fn in_use(name: &Name, bearer: Span, date: PartialDate) -> Tri {
    let was_there = bearer.covers(date);
    match name.span.covers(date) {
        _ if was_there == Tri::No => Tri::No,
        // A name without dates is one for as long as the bearer is there.
        Tri::Maybe if name.span.is_unknown() => was_there,
        covers => covers,
    }
}

/// The lower, the better.
fn rank<T>(bearer: &Bearer<'_, T>) -> (NameMatch, u8) {
    let in_use = match bearer.in_use {
        Tri::Yes => 0,
        Tri::Maybe => 1,
        Tri::No => 2,
    };
    (bearer.via, in_use)
}

/// The normal form of a name; the name in lower case where it has none.
fn form(name: &str) -> String {
    Normal::of(name).map_or_else(
        || name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase(),
        |normal| normal.as_str().to_owned(),
    )
}

/// The words of a form in the order of the alphabet.
fn in_order(form: &str) -> String {
    let mut words: Vec<&str> = form.split(' ').collect();
    words.sort_unstable();
    words.join(" ")
}

/// What may stand before a name and is no part of it, in normal form.
const TITLES: &[&str] = &[
    "mr",
    "mrs",
    "ms",
    "miss",
    "mx",
    "dr",
    "prof",
    "professor",
    "sir",
    "dame",
    "lord",
    "lady",
    "baron",
    "baroness",
    "viscount",
    "viscountess",
    "earl",
    "countess",
    "h e",
    "his excellency",
    "her excellency",
    "the rt hon",
    "rt hon",
    "the right honourable",
    "hon",
    "the hon",
    "minister",
    "ambassador",
];

/// A form without titles, as long as two words are left: a title and a family name may be many people.
fn without_titles(form: &str) -> &str {
    let mut bare = form;
    while let Some(rest) = TITLES
        .iter()
        .find_map(|title| bare.strip_prefix(title)?.strip_prefix(' '))
        .filter(|rest| rest.contains(' '))
    {
        bare = rest;
    }
    bare
}

fn name_rows<T: Bears>(rows: &[T]) -> Places {
    let mut found: Places = Rows::default();
    for (row, record) in (0u32..).zip(rows) {
        for (place, name) in (0u32..).zip(record.names()) {
            for key in T::keys(&name.text) {
                found.entry(key.into()).or_default().push((row, place));
            }
        }
    }
    found
}

impl<'a, T> NearestNames<'a, T> {
    /// The nearest names, nearest first, one a record, at most five: at distance 1, or 2 from nine letters on.
    pub fn suggestions(&self) -> Vec<NearName<'a, T>> {
        let most = match self.asked.chars().count() {
            0..=3 => return Vec::new(),
            4..=8 => 1,
            _ => 2,
        };
        let near = |record: &'a T| {
            let names = (self.names)(record).iter().filter_map(|name| {
                let form = form(&name.text);
                if form.len().abs_diff(self.asked.len()) > 4 * most {
                    return None;
                }
                let distance = strsim::osa_distance(&form, &self.asked);
                (distance <= most).then_some(NearName { record, name, distance })
            });
            names.min_by_key(|near| near.distance)
        };
        let mut found: Vec<_> = (self.rows)(self.dataset).iter().filter_map(near).collect();
        found.sort_by_key(|near| near.distance);
        found.truncate(5);
        found
    }
}

impl<T> fmt::Debug for NearestNames<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "NearestNames({:?})", self.asked)
    }
}

impl<T> PartialEq for NearestNames<'_, T> {
    fn eq(&self, other: &Self) -> bool {
        self.asked == other.asked && std::ptr::eq(self.dataset, other.dataset)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Names of the culture department as the Institute for Government has them, with a record for each.
    const DCMS: &str = r#"{ "netpolity": 1, "agencies": [
        { "id": "dcms-1997", "kind": "ministry", "span": "1997-05-03/2017-07-03", "names": [
            { "text": "Department for Culture, Media and Sport" }, { "text": "DCMS", "kind": "abbreviation" } ] },
        { "id": "dcms-2017", "kind": "ministry", "span": "2017-07-03/2023-02-07", "names": [
            { "text": "Department for Digital, Culture, Media and Sport" }, { "text": "DCMS", "kind": "abbreviation" } ] },
        { "id": "dcms-2023", "kind": "ministry", "span": "2023-02-07/..", "names": [
            { "text": "Department for Culture, Media and Sport" }, { "text": "DCMS", "kind": "abbreviation" } ] } ] }"#;

    fn agency(dataset: &Dataset, name: &str, date: &str) -> String {
        dataset.agencies_named(name, date.parse::<PartialDate>().unwrap()).to_string()
    }

    #[test]
    fn an_abbreviation_means_another_body_at_another_date() {
        let dataset = Dataset::from_json(DCMS).unwrap();
        for (date, id) in [
            ("2013-09-09", "dcms-1997"),
            ("2020", "dcms-2017"),
            ("2024", "dcms-2023"),
            ("1996", "NONE"),
            ("2017-07-03", "AMBIGUOUS:dcms-1997|dcms-2017"),
        ] {
            assert_eq!(agency(&dataset, "DCMS", date), id, "{date}");
        }
        let name = "The Department for Culture, Media & Sport";
        assert_eq!(agency(&dataset, name, "2013"), "dcms-1997");
        assert_eq!(agency(&dataset, name, "2024"), "dcms-2023");
        // In 2020 nobody had it, and two had had it or were to.
        let in_2020 = dataset.agencies_named(name, "2020".parse::<PartialDate>().unwrap());
        assert!(matches!(in_2020, Named::Ambiguous { why: WhySeveral::Past, .. }));
        let old = dataset.agencies_named("dcms", "1996".parse::<PartialDate>().unwrap());
        let Named::None { at_other_dates, .. } = old else { panic!("{old}") };
        assert_eq!(at_other_dates.len(), 3);
    }

    #[test]
    fn near_misses_are_suggested_and_not_taken() {
        let dataset = Dataset::from_json(DCMS).unwrap();
        let date: PartialDate = "2024".parse().unwrap();
        let asked = dataset.agencies_named("Department for Culture, Media and Sports", date);
        let Named::None { nearest, .. } = asked else { panic!("{asked}") };
        let ids: Vec<_> = nearest.suggestions().iter().map(|near| near.record.id.clone()).collect();
        assert_eq!(ids, ["dcms-1997", "dcms-2023"]);
    }

    #[test]
    fn two_people_of_one_name_are_told_apart_by_what_they_held() {
        // Two members of one family name and given name; one of them held an office then.
        let dataset = Dataset::from_json(
            r#"{ "netpolity": 1, "people": [
                 { "id": "li-wei-1", "names": [ "李伟", { "text": "Li Wei", "order": "family-first" } ] },
                 { "id": "li-wei-2", "names": [ "李維", { "text": "Li Wei", "order": "family-first" } ] } ],
                 "tenures": [ { "id": "t", "person": "li-wei-2", "agency": "miit", "title": "Director", "span": "2013/2015" } ] }"#,
        )
        .unwrap();
        let date: PartialDate = "2014".parse().unwrap();
        let asked = dataset.people_named("Wei LI", date);
        assert_eq!(asked.to_string(), "AMBIGUOUS:li-wei-1|li-wei-2");
        let held = |person: &Person| dataset.tenures_of(&person.id, date).next().is_some();
        assert_eq!(asked.only(held).unwrap().id, "li-wei-2");
        assert_eq!(dataset.people_named("李伟", date).to_string(), "li-wei-1");

        let mut joined = dataset.clone();
        let same =
            r#"{ "id": "1", "verdict": "same", "of": [ "person:li-wei-1", "person:li-wei-2" ] }"#;
        joined.judgements_mut().push(serde_json::from_str(same).unwrap());
        assert_eq!(joined.people_named("Li Wei", date).to_string(), "li-wei-1");
    }

    #[test]
    fn titles_may_be_missing_or_too_many() {
        let dataset = Dataset::from_json(
            r#"{ "netpolity": 1, "people": [
                 { "id": "ehrman", "names": [ "Sir William Ehrman" ] },
                 { "id": "davies", "names": [ "Mervyn Davies", { "text": "Lord Davies", "kind": "alias" } ] },
                 { "id": "vaizey", "names": [ { "text": "Ed Vaizey", "span": "/2020-08-31" },
                                              { "text": "Lord Vaizey of Didcot", "span": "2020-09-01/.." } ] } ] }"#,
        )
        .unwrap();
        let date: PartialDate = "2009-07-22".parse().unwrap();
        let via = |name: &str| match dataset.people_named(name, date) {
            Named::One(bearer) => Some((bearer.record.id.as_str(), bearer.via)),
            _ => None,
        };
        assert_eq!(via("William Ehrman"), Some(("ehrman", NameMatch::Title)));
        assert_eq!(via("SIR WILLIAM EHRMAN"), Some(("ehrman", NameMatch::Whole)));
        assert_eq!(via("Lord Mervyn Davies"), Some(("davies", NameMatch::Title)));
        assert_eq!(via("Davies"), None); // many have that name
        let later = dataset.people_named("Lord Vaizey of Didcot", date);
        let Named::One(bearer) = later else { panic!("{later}") };
        assert_eq!((bearer.record.id.as_str(), bearer.in_use), ("vaizey", Tri::No));
    }

    #[test]
    fn what_has_no_normal_form_is_matched_as_written() {
        let long = "Ж".repeat(200);
        let dataset = Dataset::from_json(&format!(
            r#"{{ "netpolity": 1, "agencies": [ {{ "id": "long", "kind": "court", "names": [ "{long}" ] }} ] }}"#
        ))
        .unwrap();
        assert_eq!(agency(&dataset, &format!(" {} ", long.to_lowercase()), "2013"), "long");
        assert_eq!(agency(&dataset, "", "2013"), "NONE");
        assert_eq!(agency(&dataset, "???", "2013"), "NONE");
    }
}
