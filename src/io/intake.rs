//! What readers of records share: the account, and findings that are counted by what they are about.

use std::collections::{HashMap, HashSet};
use std::str::FromStr;

use serde_json::{Map, Value};

use super::error::shortened;
use super::foreign_id::id_of;
use super::{Account, Error, Options, Reading};
use crate::actor::{Agency, AgencyKind};
use crate::country::Country;
use crate::dataset::Dataset;
use crate::finding::{Detail, Finding, Path, Rule, importing as rules};
use crate::id::Id;
use crate::identifier::Identifier;
use crate::lang::Lang;
use crate::source::{Attestation, Cite, Source, SourceKind};
use crate::text::OwnWord;
use crate::time::{Bound, PartialDate, Span};

pub(super) type Object = Map<String, Value>;

/// A finding about many places: told once, with the first of them and their number.
struct Repeated {
    rule: Rule,
    place: Path,
    what: String,
    message: String,
    times: u64,
}

/// Records in the making, with the account of the file.
pub(super) struct Intake<'o> {
    pub(super) options: &'o Options,
    pub(super) account: Account,
    pub(super) data: Dataset,
    repeated: Vec<Repeated>,
    known: HashMap<(&'static str, String), usize>,
    /// The source of the file, made when something rests on it that the caller gave no source for.
    own_source: Option<Source>,
    format: &'static str,
    nobodies: HashSet<Id<Agency>>,
    pages: HashSet<Id<Source>>,
}

impl<'o> Intake<'o> {
    /// `format` is the id of the source that the file is, where the caller names none.
    pub(super) fn new(options: &'o Options, format: &'static str) -> Self {
        Self {
            options,
            account: Account::new(options.limits.findings),
            data: Dataset::new(),
            repeated: Vec::new(),
            known: HashMap::new(),
            own_source: None,
            format,
            nobodies: HashSet::new(),
            pages: HashSet::new(),
        }
    }

    /// Reports what was found at a place, and goes on.
    pub(super) fn note(&mut self, rule: Rule, place: &Path, text: &str, message: String) {
        self.account
            .report(rule, || Detail::new(place.clone(), message).param("text", shortened(text)));
    }

    /// Reports what was found; an error where reading is strict.
    pub(super) fn refuse(
        &mut self,
        rule: Rule,
        place: &Path,
        text: &str,
        message: String,
    ) -> Result<(), Error> {
        if self.options.strict {
            let detail = Detail::new(place.clone(), message).param("text", shortened(text));
            return Err(Error::Rejected(Box::new(Finding::new(rule, detail))));
        }
        self.note(rule, place, text, message);
        Ok(())
    }

    /// Counts an entry as rejected.
    pub(super) fn reject(&mut self, place: &Path, text: &str, why: &str) -> Result<(), Error> {
        self.account.add_rejected(1);
        self.refuse(rules::FORMAT_RECORD, place, text, why.to_owned())
    }

    /// Counts what is told once for all places.
    pub(super) fn repeat(
        &mut self,
        rule: Rule,
        what: &str,
        place: impl FnOnce() -> Path,
        message: impl FnOnce() -> String,
    ) {
        let next = self.repeated.len();
        let at = *self.known.entry((rule.id(), what.to_owned())).or_insert(next);
        if at == next {
            let (place, message) = (place(), message());
            let what = what.to_owned();
            self.repeated.push(Repeated { rule, place, what, message, times: 0 });
        }
        if let Some(repeated) = self.repeated.get_mut(at) {
            repeated.times += 1;
        }
    }

    /// The source on which what the file says rests.
    pub(super) fn source(&mut self) -> Id<Source> {
        let vintage = &self.options.vintage;
        if let Some(source) = &vintage.source {
            return source.clone();
        }
        let source = self.own_source.get_or_insert_with(|| {
            let mut source = Source::new(id_of(self.format), SourceKind::Dataset);
            source.title.clone_from(&vintage.dataset);
            source.published = vintage.published;
            source.retrieved = vintage.retrieved;
            source.licence.clone_from(&vintage.licence);
            source
        });
        source.id.clone()
    }

    /// The body of posts whose source names none, in the country that it names.
    pub(super) fn nobody(&mut self, country: Option<Country>) -> Id<Agency> {
        let id = match country {
            Some(country) => format!("{NOT_STATED}-{}", country.alpha3().to_ascii_lowercase()),
            None => NOT_STATED.to_owned(),
        };
        let id: Id<Agency> = id_of(&id);
        if self.nobodies.insert(id.clone()) {
            let mut agency = Agency::new(id.clone(), open_word(NOT_STATED, AgencyKind::Other));
            agency.country = country;
            self.data.agencies_mut().push(agency);
        }
        id
    }

    /// The span between two dates. Where it would end before it begins, or a date is none, what the file says of each end is given
    /// beside it, with the words as printed.
    pub(super) fn span(
        &mut self,
        place: &Path,
        [start, end]: [Said; 2],
    ) -> Result<(Span, [Option<Said>; 2]), Error> {
        let beside = |said: &Said| said.printed.is_some().then(|| said.clone());
        if let Ok(span) = Span::new(start.bound, end.bound) {
            return Ok((span, [beside(&start), beside(&end)]));
        }
        let text = format!("{} to {}", start.bound, end.bound);
        self.refuse(rules::RECORD_ORDER, place, &text, format!("{text} ends before it begins"))?;
        Ok((Span::UNKNOWN, [Some(start), Some(end)]))
    }

    /// What the file says of one field, as an attestation.
    pub(super) fn attest<F>(&mut self, says: F, printed: Option<String>) -> Attestation<F> {
        let mut attestation = Attestation::new(says, Cite::new(self.source()));
        attestation.printed = printed;
        attestation
    }

    /// What a dataset, or else the file, says of one field.
    pub(super) fn attest_by<F>(&mut self, dataset: Option<&str>, says: F) -> Attestation<F> {
        let cite = match dataset {
            Some(dataset) => self.dataset(dataset),
            None => Cite::new(self.source()),
        };
        Attestation::new(says, cite)
    }

    /// A dataset on which a record rests.
    pub(super) fn dataset(&mut self, name: &str) -> Cite {
        let id: Id<Source> = id_of(name);
        if self.pages.insert(id.clone()) {
            self.data.sources_mut().push(Source::new(id.clone(), SourceKind::Dataset));
        }
        Cite::new(id)
    }

    /// A page on which a record rests.
    pub(super) fn page(&mut self, url: &str, title: Option<String>) -> Cite {
        let id: Id<Source> = id_of(url);
        if self.pages.insert(id.clone()) {
            let mut source = Source::new(id.clone(), SourceKind::WebPage);
            source.url = url.parse().ok();
            source.title = title.or_else(|| source.url.is_none().then(|| url.to_owned()));
            self.data.sources_mut().push(source);
        }
        Cite::new(id)
    }

    /// The cites of a record that has none of its own.
    pub(super) fn cites(&self) -> Vec<Cite> {
        self.options.vintage.source.iter().map(|source| Cite::new(source.clone())).collect()
    }

    /// What a file says of a date: a year, a month or a day. What it is not stays beside the record as printed.
    pub(super) fn date(&mut self, place: &Path, text: &str) -> Result<Said, Error> {
        let printed = || Said { bound: Bound::Unknown, printed: Some(text.to_owned()) };
        let trimmed = text.trim();
        let (day, time) = trimmed.split_at_checked(10).unwrap_or((trimmed, ""));
        let in_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
        let has_time = time.is_empty()
            || time.strip_prefix(['T', ' ']).is_some_and(|clock| {
                clock.starts_with(|c: char| c.is_ascii_digit())
                    && clock.chars().all(|c| c.is_ascii_digit() || ":.+-Zz".contains(c))
            });
        let date = day.parse::<PartialDate>().ok().filter(|_| in_digits(day) && has_time);
        let Some(date) = date else {
            let message = format!("`{}` is no year, month or day", shortened(text));
            self.refuse(rules::RECORD_DATE, place, text, message)?;
            return Ok(printed());
        };
        if !time.is_empty() {
            let what = "a time of day";
            self.repeat(
                rules::RECORD_PLACE,
                what,
                || place.clone(),
                || format!("the time of day of `{}` is left out", shortened(text)),
            );
        }
        let year = date.year();
        let is_first = date.day() == Some(1) && date.month() == Some(1);
        if !(1000..3000).contains(&year) || year == 1900 && is_first {
            self.note(rules::RECORD_SENTINEL, place, text, {
                format!("`{text}` looks like a stand-in for a date that is not known")
            });
        }
        Ok(Said { bound: Bound::On(date), printed: None })
    }

    /// The language of a tag; what is none is told.
    pub(super) fn lang(&mut self, place: &Path, tag: &str) -> Option<Lang> {
        let lang = tag.parse().ok();
        if lang.is_none() {
            self.repeat(
                rules::RECORD_LANG,
                tag,
                || place.clone(),
                || format!("`{}` is no language tag; names keep no language", shortened(tag)),
            );
        }
        lang
    }

    /// What is left of an object after everything was taken that has a place.
    pub(super) fn leftovers(&mut self, kind: &str, place: &Path, object: &Object, known: &[&str]) {
        for (field, value) in object {
            if is_empty(value) {
                continue;
            }
            let is_known = known.contains(&field.as_str());
            let what = format!("{kind}.{field}");
            let rule = if is_known { rules::RECORD_PLACE } else { rules::RECORD_FIELD };
            self.repeat(
                rule,
                &what,
                || place.clone().field(field),
                || {
                    if is_known {
                        format!("`{what}` has no place in the records")
                    } else {
                        format!("`{what}` is no field of the format, or not in its form")
                    }
                },
            );
        }
    }

    /// Closes the reading.
    pub(super) fn finish(mut self) -> Reading<Dataset> {
        self.data.sources_mut().extend(self.own_source);
        for Repeated { rule, place, what, message, times } in self.repeated {
            self.account.report(rule, || {
                let message =
                    if times == 1 { message } else { format!("{message} ({times} times)") };
                Detail::new(place, message)
                    .param("what", what)
                    .param("times", i64::try_from(times).unwrap_or(i64::MAX))
            });
        }
        Reading { data: self.data, account: self.account }
    }
}

/// What a file says of a date: a bound, or words that are none.
#[derive(Debug, Clone, Default)]
pub(super) struct Said {
    pub(super) bound: Bound,
    pub(super) printed: Option<String>,
}

/// Whether a value says nothing, as the nulls do with which some services fill every field.
pub(super) fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(values) => values.iter().all(is_empty),
        Value::Object(fields) => fields.values().all(is_empty),
        Value::Bool(_) | Value::Number(_) => false,
    }
}

/// Takes a text, or a number as one, out of an object.
pub(super) fn text(object: &mut Object, field: &str) -> Option<String> {
    match object.get(field)? {
        Value::String(text) if !text.trim().is_empty() => Some(text.trim().to_owned()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
    .inspect(|_| drop(object.remove(field)))
}

/// Takes a list out of an object.
pub(super) fn list(object: &mut Object, field: &str) -> Vec<Value> {
    match object.get_mut(field) {
        Some(Value::Array(values)) => {
            let values = std::mem::take(values);
            object.remove(field);
            values
        }
        _ => Vec::new(),
    }
}

/// The kind of the body of posts whose source names none.
pub(super) const NOT_STATED: &str = "not-stated";

/// The scheme under which identifiers stand whose source names none.
pub(super) const NO_SCHEME: &str = "no-scheme";

/// A text as a word of an open list: one of the list or, by `other`, one of its own. Capitals, spaces and signs are left out.
pub(super) fn open_word<T: FromStr>(text: &str, other: fn(OwnWord) -> T) -> T {
    let words: Vec<_> = text
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_lowercase)
        .collect();
    let word = if words.is_empty() { text.to_owned() } else { words.join("-") };
    word.parse().unwrap_or_else(|_| other(OwnWord::from(&id_of::<()>(&word))))
}

/// An identifier under the scheme of another collection.
pub(super) fn identifier(scheme: Option<&str>, value: &str) -> Option<Identifier> {
    let scheme = id_of::<()>(scheme.unwrap_or(NO_SCHEME));
    Identifier::new(scheme.as_str(), value.trim()).ok()
}
