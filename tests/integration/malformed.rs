//! Malformed input is refused with a place; nothing makes the reader panic, and nothing wrong becomes data.
//!
//! In the texts below `¦` stands before what the error has to point at. It is not part of the input.

use std::collections::BTreeSet;
use std::io;

use netpolity::Dataset;
use netpolity::actor::{
    Agency, AgencyFact, Change, Coalition, Member, Mention, OfficialUrl, Person, Post, Relation,
    Responsibility, Tenure, TenureFact,
};
use netpolity::dataset::ReadError;
use netpolity::event::{
    Event, EventFact, EventSeries, Headcount, Outcome, Participant, Place, Plan, SeriesFact,
    Sitting,
};
use netpolity::judgement::Judgement;
use netpolity::metric::{Definition, Indicator, Observation};
use netpolity::name::{Name, NameParts};
use netpolity::source::{Attestation, Cite, Derivation, Source};
use netpolity::statement::{
    Alignment, Claim, Coding, Link, Position, Speaker, Statement, StatementFact, Text,
};
use netpolity::taxonomy::{Mapping, Taxonomy, Term};
use netpolity::vote::{Counts, Vote};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

use crate::records::{TempFolder, fields};
use crate::strategy;

const SAMPLE: &str = include_str!("../fixtures/sample.json");
const MARK: char = '¦';

/// What holds of every error in a text: it has a place in it, and the text it names stands there.
fn check_place(error: &ReadError, json: &str) {
    let (line, column) = (error.line().expect("a line"), error.column().expect("a column"));
    let text = json.split('\n').nth(line - 1).unwrap_or_else(|| panic!("{error}\nin {json}"));
    assert!((1..=text.len() + 1).contains(&column), "{error}\nin {json}");
    assert!(error.to_string().starts_with(&format!("line {line}, column {column}")), "{error}");
    assert!(!error.message().is_empty() && !error.is_io() && error.file().is_none());
    if let Some(named) = error.text() {
        let rest = text.get(column - 1..).unwrap_or_else(|| panic!("{error}\nin {json}"));
        let first = serde_json::Deserializer::from_str(rest).into_iter::<Value>().next();
        let stands_there = match first {
            Some(Ok(Value::String(string))) => string == named,
            _ => rest.starts_with(named),
        };
        assert!(stands_there, "`{named}` is not at the place: {error}\nin {json}");
    }
}

/// The refusal of a text.
fn refusal(json: &str) -> ReadError {
    let Err(error) = Dataset::from_json(json) else { panic!("this was read:\n{json}") };
    check_place(&error, json);
    error
}

/// The refusal of a text with a mark, which has to be the place.
fn refusal_at_mark(marked: &str) -> ReadError {
    let before = &marked[..marked.find(MARK).expect("a mark")];
    let json = marked.replace(MARK, "");
    let error = refusal(&json);
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    let expected = (before.matches('\n').count() + 1, before.len() - line_start + 1);
    assert_eq!(
        (error.line(), error.column()),
        (Some(expected.0), Some(expected.1)),
        "{error}\nin {marked}"
    );
    error
}

/// A text with a mark; the path, what the message has in it, and the rule.
type Case<'a> = (&'a str, &'a str, &'a str, Option<&'a str>);

fn check_cases(cases: &[Case<'_>], wrap: impl Fn(&str) -> String) {
    for (json, path, says, rule) in cases {
        let error = refusal_at_mark(&wrap(json));
        assert_eq!(error.path().unwrap_or_default(), *path, "{error}");
        assert!(error.message().contains(says), "`{says}` is not in: {error}");
        assert_eq!(error.rule(), *rule, "{error}");
        assert!(!error.is_syntax() && !error.is_version(), "{error}");
    }
}

/// A record type at every place where it can stand.
pub(crate) struct Context {
    /// A dataset in which `%` stands for the record.
    dataset: &'static str,
    path: &'static str,
    /// The record with what it requires.
    pub(crate) minimal: Map<String, Value>,
    pub(crate) fields: BTreeSet<String>,
    /// Whether a text can stand for it.
    text: bool,
}

impl Context {
    fn new<T: DeserializeOwned>(
        dataset: &'static str,
        path: &'static str,
        minimal: &Value,
    ) -> Self {
        let minimal = minimal.as_object().unwrap().clone();
        let read = serde_json::from_value::<T>(Value::Object(minimal.clone()));
        assert!(read.is_ok(), "{path}: {:?}", read.err());
        let text =
            serde_json::from_str::<T>("true").err().unwrap().to_string().contains(", or an object");
        Self { dataset, path, minimal, fields: fields::<T>(), text }
    }

    pub(crate) fn with(&self, record: &str) -> String {
        format!("{{ \"netpolity\": 1,\n{} }}", self.dataset.replace('%', record))
    }

    /// The record as written, with one more key in front, which may be there already.
    pub(crate) fn with_key(&self, key: &str, value: &str) -> String {
        let mut rest = self.minimal.clone();
        rest.remove(key);
        let rest = Value::Object(rest).to_string();
        let comma = if rest == "{}" { "" } else { ", " };
        self.with(&format!("{{ \"{key}\": {value}{comma}{}", &rest[1..]))
    }

    fn path_of(&self, field: &str) -> String {
        format!("{}.{field}", self.path)
    }
}

pub(crate) fn contexts() -> Vec<Context> {
    macro_rules! contexts {
        ($($record:ty, $dataset:literal, $path:literal, $minimal:tt;)+) => {
            vec![$(Context::new::<$record>($dataset, $path, &json!($minimal))),+]
        };
    }
    contexts! {
        Source, r#""sources": [ % ]"#, "sources[0]", { "id": "a", "kind": "blog" };
        Derivation, r#""sources": [ { "id": "a", "kind": "blog", "derived_from": % } ]"#, "sources[0].derived_from",
            { "source": "b" };
        Agency, r#""agencies": [ { "id": "b", "kind": "court" }, % ]"#, "agencies[1]", { "id": "a", "kind": "ministry" };
        Name, r#""agencies": [ { "id": "a", "kind": "court", "names": [ "b", % ] } ]"#, "agencies[0].names[1]",
            { "text": "c" };
        Relation, r#""agencies": [ { "id": "a", "kind": "court", "relations": [ % ] } ]"#, "agencies[0].relations[0]",
            { "kind": "part-of", "to": "b" };
        Change, r#""agencies": [ { "id": "a", "kind": "court", "changes": [ % ] } ]"#, "agencies[0].changes[0]",
            { "kind": "founded", "date": "2013" };
        Responsibility, r#""agencies": [ { "id": "a", "kind": "court", "portfolio": [ % ] } ]"#,
            "agencies[0].portfolio[0]", { "term": "b" };
        OfficialUrl, r#""agencies": [ { "id": "a", "kind": "court", "urls": [ % ] } ]"#, "agencies[0].urls[0]",
            { "url": "https://a.example" };
        Cite, r#""agencies": [ { "id": "a", "kind": "court", "cites": [ % ] } ]"#, "agencies[0].cites[0]",
            { "source": "b" };
        Attestation<AgencyFact>, r#""agencies": [ { "id": "a", "kind": "court", "attests": [ % ] } ]"#,
            "agencies[0].attests[0]", { "says": { "start": "2013" }, "cite": "b" };
        Person, r#""people": [ % ]"#, "people[0]", { "id": "a" };
        NameParts, r#""people": [ { "id": "a", "names": [ { "text": "b", "parts": % } ] } ]"#, "people[0].names[0].parts",
            {};
        Coalition, r#""coalitions": [ % ]"#, "coalitions[0]", { "id": "a", "kind": "ad-hoc" };
        Member, r#""coalitions": [ { "id": "a", "kind": "ad-hoc", "members": [ % ] } ]"#, "coalitions[0].members[0]",
            { "actor": "country:GBR" };
        Post, r#""posts": [ % ]"#, "posts[0]", { "id": "a", "agency": "b" };
        Tenure, r#""tenures": [ % ]"#, "tenures[0]", { "id": "a", "person": "b" };
        Attestation<TenureFact>, r#""tenures": [ { "id": "a", "person": "b", "attests": [ % ] } ]"#,
            "tenures[0].attests[0]", { "says": { "title": "Minister" }, "cite": "b" };
        EventSeries, r#""event_series": [ % ]"#, "event_series[0]", { "id": "a" };
        Attestation<SeriesFact>, r#""event_series": [ { "id": "a", "attests": [ % ] } ]"#,
            "event_series[0].attests[0]", { "says": { "cadence": "annual" }, "cite": "b" };
        Event, r#""events": [ % ]"#, "events[0]", { "id": "a", "kind": "summit" };
        Sitting, r#""events": [ { "id": "a", "kind": "summit", "sittings": [ % ] } ]"#, "events[0].sittings[0]",
            { "span": "2013" };
        Plan, r#""events": [ { "id": "a", "kind": "summit", "plans": [ % ] } ]"#, "events[0].plans[0]", { "sittings": [] };
        Outcome, r#""events": [ { "id": "a", "kind": "summit", "outcomes": [ % ] } ]"#, "events[0].outcomes[0]",
            { "kind": "treaty" };
        Participant, r#""events": [ { "id": "a", "kind": "summit", "participants": [ % ] } ]"#,
            "events[0].participants[0]", { "actor": "country:GBR", "role": "host" };
        Headcount, r#""events": [ { "id": "a", "kind": "summit", "headcounts": [ % ] } ]"#, "events[0].headcounts[0]",
            { "count": "100" };
        Attestation<EventFact>, r#""events": [ { "id": "a", "kind": "summit", "attests": [ % ] } ]"#,
            "events[0].attests[0]", { "says": { "status": "held" }, "cite": "b" };
        Place, r#""events": [ { "id": "a", "kind": "summit", "attests": [ { "says": { "place": % }, "cite": "b" } ] } ]"#,
            "events[0].attests[0].says.place", {};
        Statement, r#""statements": [ % ]"#, "statements[0]", { "id": "a", "act": "call" };
        Speaker, r#""statements": [ { "id": "a", "act": "call", "speakers": [ % ] } ]"#, "statements[0].speakers[0]",
            { "actor": "country:GBR" };
        Alignment, r#""statements": [ { "id": "a", "act": "call", "alignments": [ % ] } ]"#,
            "statements[0].alignments[0]", { "actor": "country:GBR" };
        Coding, r#""statements": [ { "id": "a", "act": "call", "codings": [ % ] } ]"#, "statements[0].codings[0]",
            { "coder": "b" };
        Vote, r#""votes": [ % ]"#, "votes[0]", { "id": "a", "body": "b" };
        Counts, r#""votes": [ { "id": "a", "body": "b", "counts": % } ]"#, "votes[0].counts", {};
        Judgement, r#""judgements": [ % ]"#, "judgements[0]", { "id": "a", "verdict": "same", "of": [] };
        Mapping, r#""taxonomies": [ { "id": "a", "version": "1", "terms": [ { "id": "a", "kind": "issue", "mappings": [ % ] } ] } ]"#,
            "taxonomies[0].terms[0].mappings[0]", { "to": "b", "kind": "exact" };
        Mention, r#""statements": [ { "id": "a", "act": "call", "targets": [ % ] } ]"#, "statements[0].targets[0]",
            { "actor": "country:GBR" };
        Text, r#""statements": [ { "id": "a", "act": "call", "texts": [ % ] } ]"#, "statements[0].texts[0]",
            { "text": "b" };
        Position, r#""statements": [ { "id": "a", "act": "call", "positions": [ % ] } ]"#, "statements[0].positions[0]",
            { "term": "b", "stance": "oppose" };
        Link, r#""statements": [ { "id": "a", "act": "call", "links": [ % ] } ]"#, "statements[0].links[0]",
            { "kind": "answers", "to": "b" };
        Claim, r#""statements": [ { "id": "a", "act": "call", "claims": [ % ] } ]"#, "statements[0].claims[0]",
            { "indicator": "websites", "subject": "CHN" };
        Attestation<StatementFact>, r#""statements": [ { "id": "a", "act": "call", "attests": [ % ] } ]"#,
            "statements[0].attests[0]", { "says": { "date": "2013" }, "cite": "b" };
        Taxonomy, r#""taxonomies": [ % ]"#, "taxonomies[0]", { "id": "a", "version": "1" };
        Term, r#""taxonomies": [ { "id": "a", "version": "1", "terms": [ % ] } ]"#, "taxonomies[0].terms[0]",
            { "id": "a", "kind": "issue" };
        Indicator, r#""indicators": [ % ]"#, "indicators[0]", { "id": "a", "unit": "count" };
        Definition, r#""indicators": [ { "id": "a", "unit": "count", "definitions": [ % ] } ]"#,
            "indicators[0].definitions[0]", { "span": "2013" };
        Observation, r#""observations": [ % ]"#, "observations[0]",
            { "indicator": "a", "area": "CHN", "period": "2012" };
    }
}

#[test]
fn the_contexts_themselves_are_sound() {
    let contexts = contexts();
    for context in &contexts {
        let json = context.with(&Value::Object(context.minimal.clone()).to_string());
        assert!(Dataset::from_json(&json).is_ok(), "{json}");
    }
    let fields: usize = contexts.iter().map(|context| context.fields.len()).sum();
    assert!(fields > 150, "{fields} fields");
}

#[test]
fn a_record_is_an_object() {
    for context in contexts() {
        // A derivation and the parts of a name may be missing.
        let null = if context.path.ends_with("derived_from") || context.path.ends_with("parts") {
            "1"
        } else {
            "null"
        };
        for wrong in [null, "true", "-1.5", "[]", r#"[ "a", "b", "c" ]"#] {
            let error = refusal_at_mark(&context.with(&format!("{MARK}{wrong}")));
            assert_eq!(error.path(), Some(context.path), "{error}");
            assert!(error.message().starts_with("invalid type: "), "{error}");
            assert!(error.message().contains("an object"), "{error}");
        }
        if !context.text {
            let error = refusal_at_mark(&context.with("¦\"a\""));
            assert_eq!(error.path(), Some(context.path), "{error}");
            assert!(error.message().ends_with("expected an object"), "{error}");
        }
    }
}

#[test]
fn an_unknown_field_is_refused_at_every_depth() {
    for context in contexts() {
        for field in &context.fields {
            let misspelt = format!("{field}x");
            let json = context.with_key(&misspelt, "0").replacen(
                &format!("\"{misspelt}"),
                &format!("{MARK}\"{misspelt}"),
                1,
            );
            let error = refusal_at_mark(&json);
            assert_eq!(
                error.message(),
                format!("unknown field `{misspelt}`; did you mean `{field}`?")
            );
            assert_eq!(error.path(), Some(context.path_of(&misspelt).as_str()));
            assert_eq!(error.text(), Some(misspelt.as_str()));
        }
        let error = refusal(&context.with_key("qqqqqqqq", "[[[]]]"));
        let known =
            context.fields.iter().all(|field| error.message().contains(&format!("`{field}`")));
        assert!(known && error.message().contains("expected"), "{error}");
    }
}

#[test]
fn a_field_has_its_type_at_every_depth() {
    // Two fields are truth values, and none is a list of lists.
    for context in contexts() {
        for field in
            context.fields.iter().filter(|field| !matches!(field.as_str(), "shared" | "deprecated"))
        {
            let path = context.path_of(field);
            let error = refusal_at_mark(&context.with_key(field, "¦true"));
            assert_eq!(error.path(), Some(path.as_str()), "{error}");
            assert!(
                error.message().starts_with("invalid type: boolean `true`, expected "),
                "{error}"
            );
            assert_eq!(error.text(), Some("true"));
            for wrong in
                [r#"{ "?": 0 }"#, "[ [ [] ] ]", "[ {}, true ]", "1e999", "-1e-7", "[ null ]"]
            {
                // These are numbers.
                if ["value", "min", "max"].contains(&field.as_str()) && wrong == "-1e-7" {
                    continue;
                }
                let error = refusal(&context.with_key(field, wrong));
                let inside = error.path().is_some_and(|found| found.starts_with(&path));
                assert!(inside || error.is_syntax() || field == "says", "{wrong}: {error}");
            }
        }
    }
}

#[test]
fn what_is_required_is_missed() {
    let mut required = 0;
    for context in contexts() {
        for field in context.minimal.keys() {
            let mut record = context.minimal.clone();
            record.remove(field);
            let error = refusal(&context.with(&Value::Object(record).to_string()));
            assert_eq!(error.message(), format!("missing field `{field}`"));
            assert_eq!(error.path(), Some(context.path));
            let error = refusal_at_mark(&context.with_key(field, "¦null"));
            assert!(error.message().starts_with("invalid type: null"), "{error}");
            required += 1;
        }
    }
    assert_eq!(required, 70);
}

#[test]
fn null_is_absent_where_a_value_is_optional_and_refused_elsewhere() {
    for context in contexts() {
        for field in &context.fields {
            let json = context.with_key(field, "null");
            match Dataset::from_json(&json) {
                // Then it is as if it were not there.
                Ok(read) => {
                    let without = context.with(&Value::Object(context.minimal.clone()).to_string());
                    assert_eq!(read, Dataset::from_json(&without).unwrap(), "{json}");
                }
                Err(error) => assert!(error.message().starts_with("invalid type: null"), "{error}"),
            }
        }
    }
}

#[test]
fn a_key_stands_once() {
    for context in contexts() {
        for (field, value) in &context.minimal {
            let json =
                context.with(&format!("{{ \"{field}\": {value}, {MARK}\"{field}\": {value} }}"));
            let error = refusal_at_mark(&json);
            assert_eq!(error.message(), format!("duplicate field `{field}`"));
            assert_eq!(error.path(), Some(context.path));
        }
    }
    for table in TABLES {
        let error =
            refusal_at_mark(&format!(r#"{{ "netpolity": 1, "{table}": [], ¦"{table}": [] }}"#));
        assert_eq!(error.message(), format!("duplicate field `{table}`"));
    }
    refusal_at_mark(r#"{ "netpolity": 1, ¦"netpolity": 1 }"#);
}

pub(crate) const TABLES: [&str; 14] = [
    "sources",
    "agencies",
    "people",
    "coalitions",
    "posts",
    "tenures",
    "event_series",
    "events",
    "statements",
    "votes",
    "taxonomies",
    "indicators",
    "judgements",
    "observations",
];

#[test]
fn a_table_is_a_list_and_known() {
    for table in TABLES {
        for wrong in ["null", "true", "1", "\"a\"", "{ \"id\": \"a\" }"] {
            let error = refusal_at_mark(&format!(r#"{{ "netpolity": 1, "{table}": ¦{wrong} }}"#));
            assert_eq!(error.path(), Some(table), "{error}");
        }
        let misspelt = format!("{}{}", &table[..2], &table[3..]);
        let error = refusal_at_mark(&format!(r#"{{ "netpolity": 1, ¦"{misspelt}": [] }}"#));
        assert_eq!(error.message(), format!("unknown field `{misspelt}`; did you mean `{table}`?"));
        assert_eq!(error.path(), Some(misspelt.as_str()));
    }
    let error = refusal_at_mark(r#"{ "netpolity": 1, ¦"minutes": [] }"#);
    assert!(TABLES.iter().all(|table| error.message().contains(table)), "{error}");
}

#[test]
fn an_id_stands_once_in_its_table() {
    for context in contexts().iter().filter(|context| context.minimal.contains_key("id")) {
        let Some((table, _)) = context.path.split_once('[').filter(|_| !context.path.contains('.'))
        else {
            continue;
        };
        let record = Value::Object(context.minimal.clone()).to_string();
        let other = record.replace(r#""id":"a""#, r#""id":"other""#);
        let json = format!(
            "{{ \"netpolity\": 1, \"{table}\": [\n{other},\n{record},\n{other},\n{record} ] }}"
        );
        let error = refusal(&json);
        assert_eq!(error.message(), format!("duplicate id `other`: {table}[0] has it already"));
        assert_eq!(error.line(), Some(4));
        assert!(error.path().is_some_and(|path| path.starts_with(table)), "{error}");
    }
    // The same id in two tables is no conflict: ids are typed.
    assert!(
        Dataset::from_json(
            r#"{ "netpolity": 1, "people": [ { "id": "a" } ], "event_series": [ { "id": "a" } ] }"#
        )
        .is_ok()
    );
}

#[test]
fn wrong_words_point_at_their_quote_and_name_the_right_one() {
    let cases: &[Case<'_>] = &[
        (r#""sources": [ { "id": "a", "kind": ¦"newpaper" } ]"#, "sources[0].kind", "unknown source kind `newpaper`; did you mean `newspaper`?", None),
        (r#""sources": [ { "id": "a", "kind": ¦"Newspaper" } ]"#, "sources[0].kind", "did you mean `newspaper`?", None),
        (r#""sources": [ { "id": "a", "kind": ¦"other:" } ]"#, "sources[0].kind", "unknown source kind `other:`", None),
        (r#""sources": [ { "id": "a", "kind": ¦"other:Big Book" } ]"#, "sources[0].kind", "a word of your own", None),
        (r#""sources": [ { "id": "a", "kind": ¦"" } ]"#, "sources[0].kind", "unknown source kind ``", None),
        (r#""sources": [ { "id": "a", "kind": "blog", "notices": [ "draft", ¦"offical" ] } ]"#, "sources[0].notices[1]", "expected one of", None),
        (r#""sources": [ { "id": "a", "kind": "blog", "absence_means": ¦"compleet" } ]"#, "sources[0].absence_means", "did you mean `complete`?", None),
        (r#""sources": [ { "id": "a", "kind": "blog", "derived_from": { "source": "b", "how": ¦"wire-coppy" } } ]"#, "sources[0].derived_from.how", "did you mean `wire-copy`?", None),
        (r#""agencies": [ { "id": "a", "kind": ¦"minstry" } ]"#, "agencies[0].kind", "unknown agency kind `minstry`; did you mean `ministry`?", None),
        (r#""agencies": [ { "id": "a", "kind": ¦"ministry of truth" } ]"#, "agencies[0].kind", "unknown agency kind", None),
        (r#""agencies": [ { "id": "a", "kind": ¦"mini\"stry" } ]"#, "agencies[0].kind", "did you mean `ministry`?", None),
        (r#""agencies": [ { "id": "a", "kind": ¦"mini\\" } ]"#, "agencies[0].kind", "unknown agency kind `mini\\`", None),
        (r#""agencies": [ { "id": "国家", "kind": "court" } ]"#.replace("\"国家\"", "¦\"国家\"").leak(), "agencies[0].id", "`国` at byte 0", None),
        (r#""agencies": [ { "id": "a", "kind": "court", "stakeholder": ¦"goverment" } ]"#, "agencies[0].stakeholder", "did you mean `government`?", None),
        (r#""agencies": [ { "id": "a", "kind": "court", "relations": [ { "kind": ¦"partof", "to": "b" } ] } ]"#, "agencies[0].relations[0].kind", "did you mean `part-of`?", None),
        (r#""agencies": [ { "id": "a", "kind": "court", "changes": [ { "kind": ¦"rename", "date": "2013" } ] } ]"#, "agencies[0].changes[0].kind", "did you mean `renamed`?", None),
        (r#""agencies": [ { "id": "a", "kind": "court", "names": [ { "text": "b", "kind": ¦"ofical" } ] } ]"#, "agencies[0].names[0].kind", "did you mean `official`?", None),
        (r#""people": [ { "id": "a", "names": [ { "text": "b", "order": ¦"family-frist" } ] } ]"#, "people[0].names[0].order", "did you mean `family-first`?", None),
        (r#""posts": [ { "id": "a", "agency": "b", "rank": ¦"agency-heat" } ]"#, "posts[0].rank", "did you mean `agency-head`?", None),
        (r#""tenures": [ { "id": "a", "person": "b", "capacity": ¦"actng" } ]"#, "tenures[0].capacity", "did you mean `acting`?", None),
        (r#""tenures": [ { "id": "a", "person": "b", "attests": [ { "says": { "start": "2013" }, "kind": ¦"reportd", "cite": "c" } ] } ]"#, "tenures[0].attests[0].kind", "did you mean `reported`?", None),
        (r#""event_series": [ { "id": "a", "attests": [ { "says": { "cadence": ¦"anual" }, "cite": "c" } ] } ]"#, "event_series[0].attests[0].says.cadence", "did you mean `annual`?", None),
        (r#""event_series": [ { "id": "a", "attests": [ { "says": { ¦"cadense": "annual" }, "cite": "c" } ] } ]"#, "event_series[0].attests[0].says.cadense", "unknown fact `cadense`; did you mean `cadence`?", None),
        (r#""events": [ { "id": "a", "kind": ¦"rountable" } ]"#, "events[0].kind", "unknown event kind `rountable`; did you mean `roundtable`?", None),
        (r#""events": [ { "id": "a", "kind": "summit", "status": ¦"canceled" } ]"#, "events[0].status", "did you mean `cancelled`?", None),
        (r#""events": [ { "id": "a", "kind": "summit", "sittings": [ { "span": "2013", "mode": ¦"on-line" } ] } ]"#, "events[0].sittings[0].mode", "did you mean `online`?", None),
        (r#""events": [ { "id": "a", "kind": "summit", "participants": [ { "actor": "person:b", "role": ¦"cohost" } ] } ]"#, "events[0].participants[0].role", "did you mean `co-host`?", None),
        (r#""events": [ { "id": "a", "kind": "summit", "headcounts": [ { "count": "5", "of": ¦"onsite" } ] } ]"#, "events[0].headcounts[0].of", "did you mean `on-site`?", None),
        (r#""events": [ { "id": "a", "kind": "summit", "attests": [ { "says": { ¦"host": [] }, "cite": "c" } ] } ]"#, "events[0].attests[0].says.host", "unknown fact `host`; did you mean `hosts`?", None),
        (r#""events": [ { "id": "a", "kind": "summit", "attests": [ { "says": { ¦"speakers": [] }, "cite": "c" } ] } ]"#, "events[0].attests[0].says.speakers", "unknown fact `speakers`, expected one of", None),
        (r#""statements": [ { "id": "a", "act": ¦"acusation" } ]"#, "statements[0].act", "unknown act `acusation`; did you mean `accusation`?", None),
        (r#""statements": [ { "id": "a", "act": ¦"other:toast" } ]"#, "statements[0].act", "unknown act `other:toast`", None),
        (r#""statements": [ { "id": "a", "act": "call", "form": ¦"quote" } ]"#, "statements[0].form", "unknown form `quote`", None),
        (r#""statements": [ { "id": "a", "act": "call", "delivery": ¦"readout" } ]"#, "statements[0].delivery", "did you mean `read-out`?", None),
        (r#""statements": [ { "id": "a", "act": "call", "positions": [ { "term": "b", "stance": ¦"suport" } ] } ]"#, "statements[0].positions[0].stance", "did you mean `support`?", None),
        (r#""statements": [ { "id": "a", "act": "call", "alignments": [ { "actor": "country:TUR", "kind": ¦"alligns-with" } ] } ]"#, "statements[0].alignments[0].kind", "did you mean `aligns-with`?", None),
        (r#""statements": [ { "id": "a", "act": "call", "status": ¦"retrected" } ]"#, "statements[0].status", "did you mean `retracted`?", None),
        (r#""votes": [ { "id": "a", "body": "b", "ballots": [ ¦"country:BRA abstian" ] } ]"#, "votes[0].ballots[0]", "did you mean `abstain`?", None),
        (r#""judgements": [ { "id": "a", "verdict": "same", "of": [ ¦"peson:b" ] } ]"#, "judgements[0].of[0]", "did you mean `person`?", None),
        (r#""coalitions": [ { "id": "a", "kind": ¦"negotiating" } ]"#, "coalitions[0].kind", "unknown coalition kind", None),
        (r#""people": [ { "id": "a", "identifiers": [ ¦"Q42" ] } ]"#, "people[0].identifiers[0]", "write its scheme in front", None),
        (r#""statements": [ { "id": "a", "act": "call", "links": [ { "kind": ¦"denys", "to": "b" } ] } ]"#, "statements[0].links[0].kind", "unknown link `denys`", None),
        (r#""statements": [ { "id": "a", "act": "call", "claims": [ { "indicator": "b", "subject": "CHN", "measure": ¦"precent" } ] } ]"#, "statements[0].claims[0].measure", "unknown measure", None),
        (r#""statements": [ { "id": "a", "act": "call", "claims": [ { "indicator": "b", "subject": "CHN", "direction": ¦"risng" } ] } ]"#, "statements[0].claims[0].direction", "did you mean `rising`?", None),
        (r#""statements": [ { "id": "a", "act": "call", "speakers": [ { "actor": ¦"unnamed:not-statd" } ] } ]"#, "statements[0].speakers[0].actor", "did you mean `not-stated`?", None),
        (r#""taxonomies": [ { "id": "a", "version": "1", "terms": [ { "id": "b", "kind": ¦"isue" } ] } ]"#, "taxonomies[0].terms[0].kind", "did you mean `issue`?", None),
        (r#""indicators": [ { "id": "a", "unit": ¦"percents" } ]"#, "indicators[0].unit", "did you mean `percent`?", None),
        (r#""indicators": [ { "id": "a", "unit": "count", "kind": ¦"stok" } ]"#, "indicators[0].kind", "did you mean `stock`?", None),
        (r#""observations": [ { "indicator": "a", "area": "CHN", "period": "2012", "missing": ¦"NA" } ]"#, "observations[0].missing", "unknown reason for a missing value `NA`", None),
        (r#""observations": [ { "indicator": "a", "area": "CHN", "period": "2012", "flags": [ ¦"estimate" ] } ]"#, "observations[0].flags[0]", "did you mean `estimated`?", None),
    ];
    check_cases(cases, |json| format!("{{ \"netpolity\": 1,\n\n  {json} }}"));
    // In the middle of a line with text of other scripts before it: columns count bytes.
    let error = refusal_at_mark(
        "{\"netpolity\":1,\"agencies\":[{\"names\":[\"国家互联网信息办公室\"],\"id\":\"a\",\"kind\":¦\"minstry\"}]}",
    );
    assert_eq!(error.text(), Some("minstry"));
    // With the ends of lines of another system.
    refusal_at_mark(
        "{ \"netpolity\": 1,\r\n\"agencies\": [\r\n{ \"id\": \"a\",\r\n\"kind\": ¦\"minstry\" } ] }\r\n",
    );
}

/// Wrong texts for a kind of value, what the message says, and the rule.
pub(crate) type Wrong = (&'static str, &'static str, Option<&'static str>);

const DATES: &[Wrong] = &[
    ("2013-02-30", "February 2013 has 28 days", Some("DAT-001")),
    ("2013-02-29", "leap years have a day 29", Some("DAT-001")),
    ("1900-02-29", "leap years have a day 29", Some("DAT-001")),
    ("2013-04-31", "April 2013 has 30 days", Some("DAT-001")),
    ("2013-13", "there is no month 13", Some("DAT-001")),
    ("2013-00", "there is no month 0", Some("DAT-001")),
    ("2013-01-00", "no month has a day 0", Some("DAT-001")),
    ("2013-01-32", "no month has a day 32", Some("DAT-001")),
    ("2013-Q5", "there is no quarter 5", Some("DAT-001")),
    ("2013-S3", "there is no half 3", Some("DAT-001")),
    ("31 June 2013", "June 2013 has 30 days", Some("DAT-001")),
    ("Tuesday, 9 September 2013", "is a Monday", Some("DAT-001")),
    ("09/10/13", "leave open which is day", Some("DAT-007")),
    ("09.10.2013", "leave open which is day", Some("DAT-007")),
    ("9-10-2013", "leave open which is day", Some("DAT-007")),
    ("13", "leave open which is day", Some("DAT-007")),
    ("20130909", "", Some("DAT-007")),
    ("2013-9-9", "leave open which is day", Some("DAT-007")),
    ("2013-09-09T10:00", "a time of day", None),
    ("2013-09-09 10:00:00", "a time of day", None),
    ("", "expected", None),
    (" 2013", "no space around", None),
    ("2013 ", "no space around", None),
    ("Sptember 2013", "did you mean `September`?", None),
    ("2013!", "", None),
    ("201X", "", None),
    ("spring 2013", "", None),
    ("yesterday", "", None),
    ("n/a", "", None),
    ("٢٠١٣", "", None),
    ("99999999999", "leave open which is day", Some("DAT-007")),
];

const SPANS: &[Wrong] = &[
    ("2014/2013", "the start is after the end", Some("DAT-002")),
    ("2013-09-10/2013-09-09", "the start is after the end", Some("DAT-002")),
    ("[2014..2013]", "the start is after the end", Some("DAT-002")),
    ("../not-a-date", "", None),
    ("2013/2014/2015", "leave open which is day", Some("DAT-007")),
    ("2013-01/2014-01/2015-01", "the end of the span", None),
    ("2013/2014-13", "there is no month 13", Some("DAT-001")),
    ("..", "between two bounds", None),
    ("[..]", "around `..` in brackets", None),
    ("[2013..2014", "around `..` in brackets", None),
    ("not-yet/unknown/", "", None),
    ("09/10/13", "leave open which is day", Some("DAT-007")),
    ("open", "", None),
];

const PERIODS: &[Wrong] = &[
    ("2013-W53", "2013 has 52 weeks", Some("DAT-001")),
    ("2013-W00", "there is no week 0", Some("DAT-001")),
    ("2013-W5", "a week of two digits", None),
    ("2021/2019", "the start is after the end", Some("DAT-002")),
    ("2019/2019", "two different years", None),
    ("2013-Q0", "there is no quarter 0", Some("DAT-001")),
    ("FY13", "a year of four digits", None),
    ("FY2013-14", "", None),
    ("2012~", "", None),
    ("2012-02-30", "", Some("DAT-001")),
    ("2012/..", "", None),
    ("", "", None),
];

const COUNTRIES: &[Wrong] = &[
    ("GB", "write `GBR`", None),
    ("gbr", "write `GBR`", None),
    ("NA", "write `NAM`", None),
    ("NO", "write `NOR`", None),
    ("XX", "unknown country `XX`", None),
    ("UK", "unknown country `UK`", None),
    ("EU", "unknown country `EU`", None),
    ("826", "write `GBR`", None),
    ("China", "write `CHN`", None),
    ("CHN ", "write `CHN`", None),
    ("CS", "write `CSK` or `SCG`", None),
    ("", "must not be empty", None),
    ("ＣＨＮ", "unknown country", None),
];

const QUANTITIES: &[Wrong] = &[
    ("", "must not be empty", None),
    ("many", "expected a number", None),
    ("almost", "expected a number", None),
    ("600 m", "`m` at byte 4 is not understood", None),
    ("1,5", "not grouped in threes", None),
    ("1.234.567", "is not understood", None),
    ("20-1", "out of order", Some("QTY-001")),
    ("between 5", "needs an upper bound", Some("QTY-001")),
    ("40% to 45", "differ in unit", Some("QTY-001")),
    ("-5", "cannot be below zero", Some("QTY-002")),
    ("-1 per day", "cannot be below zero", Some("QTY-002")),
    ("almost 0", "says nothing", None),
    ("NaN", "expected a number", None),
    ("1e6", "is not understood", None),
    ("99999999999999999999999999999999", "more than 28 digits", None),
];

const URLS: &[Wrong] = &[
    ("", "invalid address ``", None),
    ("www.gov.uk", "invalid address `www.gov.uk`", None),
    ("/page", "invalid address", None),
    ("http://a b", "invalid address", None),
    ("http://[::1", "invalid address", None),
    ("https://a/%zz", "invalid address", None),
];

const LANGS: &[Wrong] = &[
    ("", "invalid language tag", None),
    ("english", "two or three letters", None),
    ("en_GB", "invalid language tag `en_GB`", None),
    ("e", "invalid language tag", None),
    ("中文", "invalid language tag", None),
    ("x-own", "two or three letters", None),
    ("en-", "invalid language tag", None),
];

const IDS: &[Wrong] = &[
    ("", "must not be empty", None),
    ("SIIO", "`S` at byte 0", None),
    ("a b", "` ` at byte 1", None),
    ("a_b", "`_` at byte 1", None),
    ("-a", "the hyphen at byte 0", None),
    ("a-", "the hyphen at byte 1", None),
    ("a--b", "the hyphen at byte 2", None),
    ("é", "`é` at byte 0", None),
    ("a\u{200b}", "at byte 1", None),
    ("a [DAT-001]", "` ` at byte 1", None),
];

const ACTORS: &[Wrong] = &[
    ("", "write its kind in front", None),
    ("GBR", "write its kind in front", None),
    ("country:GB", "write `GBR`", None),
    ("contry:GBR", "did you mean `country`?", None),
    ("group:EU", "write `group:eu`", None),
    ("group:", "unknown group", None),
    ("ministry:dcms", "unknown kind `ministry`", None),
    ("agency:", "must not be empty", None),
    ("agency:SIIO", "`S` at byte 0", None),
    ("person: lu-wei", "` ` at byte 0", None),
    ("unnamed:", "unknown reason", None),
    ("unnamed:other:x", "unknown reason", None),
];

const SUBJECTS: &[Wrong] = &[
    ("", "must not be empty", None),
    ("CN", "write `CHN`", None),
    ("country:CHN", "write `CHN` alone", None),
    ("CHN/", "lower-case words", None),
    ("CHN/Mainland", "lower-case words", None),
    ("XX/mainland", "unknown country", None),
    ("site:QQ.com", "lower case", None),
    ("site:localhost", "a domain name", None),
    ("site:", "a domain name", None),
    ("site:a..b", "a domain name", None),
    ("term:", "must not be empty", None),
    ("agency:A", "`A` at byte 0", None),
    ("group:EU", "write `group:eu`", None),
    ("group:g-7-7", "unknown group", None),
    ("LUX+BEL", "write `BEL+LUX`", None),
    ("BEL+NLD", "unknown composite", None),
    ("special:", "must not be empty", None),
    ("special: EU", "white space at byte 0", None),
];

const TERMS: &[Wrong] = &[
    ("", "must not be empty", None),
    ("a/", "must not be empty", None),
    ("a/b/c", "`/` at byte 1", None),
    ("A", "`A` at byte 0", None),
];

const LOCATORS: &[Wrong] = &[
    ("", "invalid locator", None),
    ("page", "invalid locator", None),
    ("page 0", "invalid locator", None),
    ("page 4294967296", "invalid locator", None),
    ("pages 5-3", "invalid locator", None),
    ("paragraph -1", "invalid locator", None),
    ("section ", "invalid locator", None),
    ("p. 3", "invalid locator", None),
];

const DECIMALS: &[Wrong] = &[
    ("", "expected a digit", None),
    ("1,5", "without separators", None),
    (".5", "at byte 0 is not a digit", None),
    ("5.", "expected a digit", None),
    ("1e5", "at byte 1 is not a digit", None),
    ("NaN", "at byte 0 is not a digit", None),
    ("inf", "at byte 0 is not a digit", None),
    ("..", "at byte 0 is not a digit", None),
    ("123456789012345678901234567890", "28 digits", None),
];

/// Where such a value stands, with `%` for it, and the path.
pub(crate) const PLACES: &[(&[Wrong], &str, &str)] = &[
    (
        DATES,
        r#""sources": [ { "id": "a", "kind": "blog", "published": % } ]"#,
        "sources[0].published",
    ),
    (
        DATES,
        r#""sources": [ { "id": "a", "kind": "blog", "retrieved": % } ]"#,
        "sources[0].retrieved",
    ),
    (DATES, r#""people": [ { "id": "a", "birth": % } ]"#, "people[0].birth"),
    (DATES, r#""statements": [ { "id": "a", "act": "call", "date": % } ]"#, "statements[0].date"),
    (
        DATES,
        r#""agencies": [ { "id": "a", "kind": "court", "changes": [ { "kind": "split", "date": % } ] } ]"#,
        "agencies[0].changes[0].date",
    ),
    (
        DATES,
        r#""statements": [ { "id": "a", "act": "call", "attests": [ { "says": { "date": % }, "cite": "b" } ] } ]"#,
        "statements[0].attests[0].says.date",
    ),
    (SPANS, r#""agencies": [ { "id": "a", "kind": "court", "span": % } ]"#, "agencies[0].span"),
    (SPANS, r#""tenures": [ { "id": "a", "person": "b", "span": % } ]"#, "tenures[0].span"),
    (
        SPANS,
        r#""events": [ { "id": "a", "kind": "summit", "sittings": [ { "span": % } ] } ]"#,
        "events[0].sittings[0].span",
    ),
    (
        SPANS,
        r#""people": [ { "id": "a", "names": [ { "text": "b", "span": % } ] } ]"#,
        "people[0].names[0].span",
    ),
    (
        PERIODS,
        r#""observations": [ { "indicator": "a", "area": "CHN", "period": % } ]"#,
        "observations[0].period",
    ),
    (
        PERIODS,
        r#""statements": [ { "id": "a", "act": "call", "claims": [ { "indicator": "b", "subject": "CHN", "period": % } ] } ]"#,
        "statements[0].claims[0].period",
    ),
    (
        COUNTRIES,
        r#""agencies": [ { "id": "a", "kind": "court", "country": % } ]"#,
        "agencies[0].country",
    ),
    (
        COUNTRIES,
        r#""events": [ { "id": "a", "kind": "summit", "sittings": [ { "span": "/", "country": % } ] } ]"#,
        "events[0].sittings[0].country",
    ),
    (
        COUNTRIES,
        r#""observations": [ { "indicator": "a", "area": %, "period": "2012" } ]"#,
        "observations[0].area",
    ),
    (
        QUANTITIES,
        r#""statements": [ { "id": "a", "act": "call", "claims": [ { "indicator": "b", "subject": "CHN", "quantity": % } ] } ]"#,
        "statements[0].claims[0].quantity",
    ),
    (
        QUANTITIES,
        r#""events": [ { "id": "a", "kind": "summit", "headcounts": [ % ] } ]"#,
        "events[0].headcounts[0]",
    ),
    (
        QUANTITIES,
        r#""events": [ { "id": "a", "kind": "summit", "headcounts": [ { "count": % } ] } ]"#,
        "events[0].headcounts[0].count",
    ),
    (URLS, r#""sources": [ { "id": "a", "kind": "blog", "url": % } ]"#, "sources[0].url"),
    (LANGS, r#""sources": [ { "id": "a", "kind": "blog", "lang": % } ]"#, "sources[0].lang"),
    (
        LANGS,
        r#""people": [ { "id": "a", "names": [ { "text": "b", "lang": % } ] } ]"#,
        "people[0].names[0].lang",
    ),
    (IDS, r#""sources": [ { "kind": "blog", "id": % } ]"#, "sources[0].id"),
    (
        IDS,
        r#""agencies": [ { "id": "a", "kind": "court", "cites": [ "b", % ] } ]"#,
        "agencies[0].cites[1]",
    ),
    (
        IDS,
        r#""agencies": [ { "id": "a", "kind": "court", "cites": [ { "source": % } ] } ]"#,
        "agencies[0].cites[0].source",
    ),
    (IDS, r#""events": [ { "id": "a", "kind": "summit", "parent": % } ]"#, "events[0].parent"),
    (
        ACTORS,
        r#""statements": [ { "id": "a", "act": "call", "speakers": [ { "actor": % } ] } ]"#,
        "statements[0].speakers[0].actor",
    ),
    (
        ACTORS,
        r#""statements": [ { "id": "a", "act": "call", "targets": [ % ] } ]"#,
        "statements[0].targets[0]",
    ),
    (
        ACTORS,
        r#""events": [ { "id": "a", "kind": "summit", "attests": [ { "says": { "hosts": [ % ] }, "cite": "b" } ] } ]"#,
        "events[0].attests[0].says.hosts[0]",
    ),
    (
        SUBJECTS,
        r#""statements": [ { "id": "a", "act": "call", "claims": [ { "indicator": "b", "subject": % } ] } ]"#,
        "statements[0].claims[0].subject",
    ),
    (
        TERMS,
        r#""events": [ { "id": "a", "kind": "summit", "terms": [ % ] } ]"#,
        "events[0].terms[0]",
    ),
    (
        LOCATORS,
        r#""people": [ { "id": "a", "cites": [ { "source": "b", "locator": % } ] } ]"#,
        "people[0].cites[0].locator",
    ),
    (
        DECIMALS,
        r#""observations": [ { "indicator": "a", "area": "CHN", "period": "2012", "value": % } ]"#,
        "observations[0].value",
    ),
];

#[test]
fn wrong_values_are_refused_where_they_stand() {
    let mut cases = 0;
    for (wrong, dataset, path) in PLACES {
        for (text, says, rule) in *wrong {
            let quoted = serde_json::to_string(text).unwrap();
            let value = dataset.replace('%', &format!("{MARK}{quoted}"));
            let error = refusal_at_mark(&format!("{{ \"netpolity\": 1,\n {value} }}"));
            assert_eq!(error.path(), Some(*path), "{error}");
            assert!(error.message().contains(says), "`{says}` is not in: {error}");
            assert_eq!(error.rule(), *rule, "{error}");
            if !text.is_empty() {
                assert_eq!(error.text(), Some(*text), "{error}");
            }
            cases += 1;
        }
    }
    assert!(cases > 400, "{cases} cases");
}

#[test]
fn facts_are_one_of_those_that_there_are() {
    for says in [
        "{}",
        r#"{ "title": "a", "start": "2013" }"#,
        r#""title""#,
        "null",
        "1",
        "[]",
        r#"{ "title": null }"#,
    ] {
        let error = refusal(&format!(
            r#"{{ "netpolity": 1, "tenures": [ {{ "id": "a", "person": "b", "attests": [ {{ "says": {says}, "cite": "c" }} ] }} ] }}"#
        ));
        assert!(!error.message().contains("variant"), "{error}");
    }
}

#[test]
fn messages_speak_of_the_format_not_of_the_code() {
    let jargon = ["struct", "variant", "enum", "u64", "sequence of", "elements"];
    for json in [
        "1",
        "null",
        "[]",
        "[1]",
        "\"a\"",
        "true",
        r#"{ "netpolity": "1" }"#,
        r#"{ "netpolity": null }"#,
    ] {
        let error = refusal(json);
        assert!(!jargon.iter().any(|word| error.message().contains(word)), "{error}");
    }
}

#[test]
fn the_version_is_named() {
    for (json, says, of_version) in [
        (
            r#"{ "netpolity": ¦2 }"#,
            "format version 2 is newer than this crate reads; the newest it knows is 1",
            true,
        ),
        (r#"{ "netpolity": ¦2}"#, "format version 2 is newer", true),
        (r#"{ "netpolity": ¦3, "votes": [] }"#, "format version 3 is newer", true),
        (r#"{ "votes": [], "netpolity": ¦2 }"#, "format version 2 is newer", true),
        (r#"{ "sources": [ 1 ], "netpolity": ¦2 }"#, "format version 2 is newer", true),
        (r#"{ "netpolity": ¦0 }"#, "there is no format version 0", true),
        (
            r#"{ "netpolity": ¦18446744073709551615 }"#,
            "format version 18446744073709551615 is newer",
            true,
        ),
        (r#"{ "netpolity": ¦18446744073709551616 }"#, "expected a format version such as 1", true),
        (r#"{ "netpolity": ¦"1" }"#, "expected a format version such as 1", true),
        (r#"{ "netpolity": ¦null }"#, "expected a format version such as 1", true),
        (r#"{ "netpolity": ¦1.0 }"#, "expected a format version such as 1", true),
        (r#"{ "netpolity": ¦-1 }"#, "expected a format version such as 1", true),
        (r#"{ "netpolity": ¦[1] }"#, "expected a format version such as 1", true),
        (r#"{ ¦"Netpolity": 1 }"#, "did you mean `netpolity`?", false),
    ] {
        let error = refusal_at_mark(json);
        assert!(error.message().contains(says), "{error}");
        assert_eq!(error.is_version(), of_version, "{error}");
        assert_eq!(error.path().map(str::to_lowercase).as_deref(), Some("netpolity"), "{error}");
    }
    let error = refusal("{ \"sources\": [] }");
    assert_eq!(error.message(), "missing field `netpolity`");
    assert!(refusal("{}").message().contains("missing field `netpolity`"));
}

#[test]
fn what_is_no_json_is_refused_where_it_stops_being_json() {
    for json in [
        "",
        " ",
        "\n\n",
        "{",
        "}",
        "nul",
        "{ netpolity: 1 }",
        "{ 'netpolity': 1 }",
        "# comment",
        "// comment",
        "netpolity: 1\n",
        "\"",
        "{\"netpolity\":1,}",
        "{\"netpolity\":01}",
        "{\"netpolity\":+1}",
        "{\"netpolity\":.1}",
        "{\"netpolity\":1e999}",
        "{\"netpolity\":1 \"sources\":[]}",
        "{\"netpolity\":1,\"sources\":[,]}",
        "{\"netpolity\":1}x",
        "{\"netpolity\":1}}",
        "{\"netpolity\":1}]",
        "{\"netpolity\":1} {\"netpolity\":1}",
        "{\"netpolity\":1}\0",
        "{\"netpolity\":NaN}",
        "{\"netpolity\":Infinity}",
        "{\"netpolity\":1,\"sources\":[{\"id\":\"\t\"}]}",
        "{\"netpolity\":1,\"sources\":[{\"id\":\"\\x\"}]}",
        "{\"netpolity\":1,\"sources\":[{\"id\":\"\\ud800\"}]}",
        "{\"netpolity\":1,\"sources\":[{\"id\":\"\\udc00\\ud800\"}]}",
        "\u{feff}\u{feff}{\"netpolity\":1}",
        "{\"netpolity\":1}\u{feff}",
        "<html>",
        "id,kind\na,blog\n",
    ] {
        let error = refusal(json);
        assert!(error.is_syntax(), "{json}: {error}");
        assert_eq!((error.path(), error.rule()), (None, None), "{error}");
    }
}

#[test]
fn a_byte_order_mark_is_passed_over() {
    let marked = format!("\u{feff}{SAMPLE}");
    assert_eq!(Dataset::from_json(&marked).unwrap(), Dataset::from_json(SAMPLE).unwrap());
    assert!(Dataset::from_reader(marked.as_bytes()).is_ok());
}

#[test]
fn bytes_that_are_no_text_are_placed() {
    for (bytes, line, column) in [
        (&b"\xff"[..], 1, 1),
        (b"{ \"netpolity\": 1 }\n\xc3(", 2, 1),
        (
            b"{ \"netpolity\": 1,\n \"sources\": [ { \"id\": \"a\", \"title\": \"caf\xe9\" } ] }",
            2,
            41,
        ),
        (b"{ \"\xed\xa0\x80\": 1 }", 1, 4),
        (b"\xef\xbb\xbf{ \"\xe4\xb8", 1, 7),
    ] {
        let error = Dataset::from_reader(bytes).unwrap_err();
        assert_eq!((error.line(), error.column()), (Some(line), Some(column)), "{error}");
        assert!(error.is_syntax() && error.message() == "the text is not UTF-8", "{error}");
    }
}

#[test]
fn a_reader_that_fails_is_told_apart() {
    struct Broken;
    impl io::Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::new(io::ErrorKind::ConnectionReset, "the line is dead"))
        }
    }
    let error = Dataset::from_reader(Broken).unwrap_err();
    assert!(error.is_io() && !error.is_syntax() && error.line().is_none());
    assert_eq!(error.to_string(), "the line is dead");
}

#[test]
fn numbers_that_are_too_large_are_refused() {
    let event = |field: &str| {
        format!(r#"{{ "netpolity": 1, "events": [ {{ "id": "a", "kind": "summit", {field} }} ] }}"#)
    };
    for number in ["4294967296", "-1", "1.5", "1e3", "99999999999999999999999999", "\"5\""] {
        let error = refusal_at_mark(&event(&format!("\"edition\": ¦{number}")));
        assert_eq!(error.path(), Some("events[0].edition"));
    }
    let post = r#"{ "netpolity": 1, "posts": [ { "id": "a", "agency": "b", "seats": ¦65536 } ] }"#;
    assert_eq!(refusal_at_mark(post).path(), Some("posts[0].seats"));
    for number in ["1e30", "-1e300", "1e-300", "123456789012345678901234567890"] {
        let json = format!(
            r#"{{ "netpolity": 1, "observations": [ {{ "indicator": "a", "area": "CHN", "period": "2012", "value": ¦{number} }} ] }}"#
        );
        let error = refusal_at_mark(&json);
        assert!(error.message().contains("28"), "{error}");
        assert_eq!(error.path(), Some("observations[0].value"));
    }
    // Digits without end are only slow to look at, not to read.
    let digits = "9".repeat(100_000);
    refusal(&event(&format!("\"edition\": {digits}")));
    refusal(&event(&format!("\"headcounts\": [ \"{digits}\" ]")));
    refusal(&event(&format!("\"sittings\": [ {{ \"span\": \"{digits}\" }} ]")));
    refusal(&format!("{{ \"netpolity\": {digits} }}"));
}

#[test]
fn deep_nesting_is_refused() {
    const DEPTH: usize = 10_000;
    for (open, close) in [
        ("[", "]"),
        ("{\"a\":", "}"),
        ("[{\"sources\":", "}]"),
        ("{\"netpolity\":", "}"),
        ("{\"says\":{\"place\":", "}}"),
    ] {
        let nested = format!("{}0{}", open.repeat(DEPTH), close.repeat(DEPTH));
        for json in [
            nested.clone(),
            open.repeat(DEPTH),
            format!(r#"{{ "netpolity": {nested} }}"#),
            format!(r#"{{ "netpolity": 2, "votes": {nested} }}"#),
            format!(r#"{{ "netpolity": 1, "sources": {nested} }}"#),
            format!(r#"{{ "netpolity": 1, "sources": [ {nested} ] }}"#),
            format!(r#"{{ "netpolity": 1, "sources": [ {{ "id": {nested} }} ] }}"#),
            format!(r#"{{ "netpolity": 1, "sources": [ {{ "extra": {nested} }} ] }}"#),
            format!(
                r#"{{ "netpolity": 1, "events": [ {{ "id": "a", "attests": [ {{ "says": {nested} }} ] }} ] }}"#
            ),
            format!(
                r#"{{ "netpolity": 1, "agencies": [ {{ "id": "a", "names": [ {nested} ] }} ] }}"#
            ),
        ] {
            let error = Dataset::from_json(&json).unwrap_err();
            assert!(error.line() == Some(1) && error.column().is_some());
        }
    }
}

#[test]
fn a_sample_cut_anywhere_is_refused() {
    let whole = SAMPLE.trim_end().len();
    for end in 0..whole {
        let error = Dataset::from_reader(&SAMPLE.as_bytes()[..end]).unwrap_err();
        assert!(error.is_syntax(), "cut at {end}: {error}");
        assert!(error.line().is_some() && error.column().is_some(), "cut at {end}: {error}");
    }
    assert!(Dataset::from_json(&SAMPLE[..whole]).is_ok());
}

/// Every byte of the sample in turn becomes two of these, and one that is no text.
const HOSTILE: &[u8] = b"\"\\{0-\0\n]";

#[test]
fn a_sample_with_a_wrong_byte_is_read_or_refused() {
    let mut bytes = SAMPLE.as_bytes().to_vec();
    let mut refused = 0;
    for at in 0..bytes.len() {
        let right = bytes[at];
        for wrong in [HOSTILE[at % HOSTILE.len()], HOSTILE[(at * 3 + 1) % HOSTILE.len()], 0xff] {
            bytes[at] = wrong;
            if let Err(error) = Dataset::from_reader(bytes.as_slice()) {
                assert!(error.line().is_some() && error.column().is_some(), "{at}: {error}");
                if let Ok(json) = std::str::from_utf8(&bytes) {
                    check_place(&error, json);
                }
                refused += 1;
            }
        }
        bytes[at] = right;
    }
    assert!(refused > bytes.len() * 3 / 2, "only {refused} were refused");
}

#[test]
fn errors_in_json_lines_name_file_and_line() {
    let folder = TempFolder::new("lines");
    folder.with("netpolity.json", "{ \"netpolity\": 1 }");
    for (table, lines, line, column, path, says) in [
        (
            "events",
            "{ \"id\": \"a\", \"kind\": \"summit\" }\n\n{ \"id\": \"b\", \"kind\": \"sumit\" }\n",
            3,
            22,
            "events[1].kind",
            "did you mean `summit`?",
        ),
        (
            "events",
            "{ \"id\": \"a\", \"knd\": \"summit\" }",
            1,
            14,
            "events[0].knd",
            "did you mean `kind`?",
        ),
        ("people", "{ \"id\": \"a\" }\r\n{ \"id\": \"b\" \r\n", 2, 13, "people[1]", "EOF"),
        (
            "people",
            "{ \"id\": \"a\" } { \"id\": \"b\" }\n",
            1,
            15,
            "people[0]",
            "trailing characters",
        ),
        ("people", "[ \"a\" ]\n", 1, 1, "people[0]", "expected an object"),
        (
            "sources",
            "{ \"id\": \"a\", \"kind\": \"blog\", \"published\": \"2013-02-30\" }",
            1,
            43,
            "sources[0].published",
            "28 days",
        ),
        (
            "observations",
            "{ \"indicator\": \"a\", \"area\": \"GB\", \"period\": \"2012\" }",
            1,
            29,
            "observations[0].area",
            "write `GBR`",
        ),
    ] {
        let name = format!("{table}.jsonl");
        folder.with(&name, lines);
        let error = Dataset::open(&folder.0).unwrap_err();
        let file = folder.0.join(&name);
        assert_eq!(error.file(), Some(file.as_path()), "{error}");
        assert_eq!((error.line(), error.column()), (Some(line), Some(column)), "{error}");
        assert_eq!(error.path(), Some(path), "{error}");
        assert!(error.message().contains(says), "{error}");
        assert!(
            error.to_string().starts_with(&format!(
                "{}: line {line}, column {column}, {path}: ",
                file.display()
            )),
            "{error}"
        );
        std::fs::remove_file(file).unwrap();
    }
    folder.with("people.jsonl", b"{ \"id\": \"a\" }\n\xff\n");
    let error = Dataset::open(&folder.0).unwrap_err();
    assert_eq!((error.line(), error.column()), (Some(2), Some(1)), "{error}");
}

#[test]
fn folders_are_read_whole_or_refused() {
    let folder = TempFolder::new("folders");
    let says = |folder: &TempFolder, file: Option<&str>, says: &str| {
        let error = Dataset::open(&folder.0).unwrap_err();
        let file = file.map_or(folder.0.clone(), |file| folder.0.join(file));
        assert_eq!(error.file(), Some(file.as_path()), "{error}");
        assert!(error.message().contains(says), "{error}");
        error
    };
    // Without a version, in an empty folder and beside records.
    says(&folder, None, "no `*.json` file names the format version");
    folder.with("people.jsonl", "{ \"id\": \"a\" }\n");
    says(&folder, None, "no `*.json` file names the format version");
    folder.with("netpolity.json", "{ \"netpolity\": 1 }");
    assert_eq!(Dataset::open(&folder.0).unwrap().people().len(), 1);

    // What is neither is left alone.
    folder.with("README.md", "{").with("people.csv", "\u{0}").with("noextension", b"\xff");
    assert_eq!(Dataset::open(&folder.0).unwrap().people().len(), 1);

    folder.with("statments.jsonl", "");
    says(
        &folder,
        Some("statments.jsonl"),
        "there is no table `statments`; did you mean `statements`?",
    );
    std::fs::remove_file(folder.0.join("statments.jsonl")).unwrap();
    folder.with("minutes.jsonl", "");
    says(
        &folder,
        Some("minutes.jsonl"),
        "there is no table `minutes`; the tables are sources, agencies",
    );
    std::fs::remove_file(folder.0.join("minutes.jsonl")).unwrap();

    // An id in two files, of either kind.
    folder.with("part.json", r#"{ "netpolity": 1, "people": [ { "id": "a" } ] }"#);
    let error = says(&folder, Some("people.jsonl"), "duplicate id `a`: it has been read already")
        .to_string();
    assert!(error.contains("people"), "{error}");
    folder
        .with("people.jsonl", "{ \"id\": \"b\" }\n")
        .with("zz.json", r#"{ "netpolity": 1, "people": [ { "id": "a" } ] }"#);
    says(&folder, Some("zz.json"), "duplicate id `a`");
    folder.with("zz.json", "{ \"netpolity\": 2 }");
    assert!(says(&folder, Some("zz.json"), "format version 2 is newer").is_version());
    folder.with("zz.json", "{");
    assert!(says(&folder, Some("zz.json"), "EOF").is_syntax());
    folder.with("zz.json", "{ \"netpolity\": 1 }");
    assert_eq!(Dataset::open(&folder.0).unwrap().people().len(), 2);

    // An id twice in one file of lines.
    folder.with("people.jsonl", "{ \"id\": \"b\" }\n{ \"id\": \"b\" }\n");
    says(&folder, Some("people.jsonl"), "duplicate id `b`");

    let error = Dataset::open(folder.0.join("missing")).unwrap_err();
    assert!(error.is_io() && error.file().is_some());
}

/// JSON of the format's own words in wrong places.
fn any_json() -> impl Strategy<Value = Value> {
    const WORDS: &[&str] = &[
        "netpolity",
        "sources",
        "events",
        "statements",
        "observations",
        "id",
        "kind",
        "says",
        "cite",
        "cites",
        "span",
        "date",
        "claims",
        "quantity",
        "attests",
        "place",
        "hosts",
        "a",
        "blog",
        "summit",
        "call",
        "2013",
        "2013/2012",
        "GBR",
        "country:GBR",
        "almost 600 million",
        "?",
    ];
    let leaf = prop_oneof![
        3 => select(WORDS).prop_map(Value::from),
        1 => Just(Value::Null),
        1 => any::<bool>().prop_map(Value::from),
        1 => select(&[0_i64, 1, 2, -1, i64::MAX][..]).prop_map(Value::from),
        1 => strategy::text().prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 40, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((select(WORDS), inner), 0..6).prop_map(|entries| {
                Value::Object(
                    entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect(),
                )
            }),
        ]
    })
}

fn read_or_refused(json: &str) -> Result<(), TestCaseError> {
    match Dataset::from_json(json) {
        Ok(dataset) => prop_assert_eq!(&Dataset::from_json(&dataset.to_json()).unwrap(), &dataset),
        Err(error) => check_place(&error, json.strip_prefix('\u{feff}').unwrap_or(json)),
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_or_refused(text in strategy::text(), any in "\\PC{0,40}", near in "[\\[\\]{}\":,0-9a-z \n\\\\]{0,40}") {
        read_or_refused(&text)?;
        read_or_refused(&any)?;
        read_or_refused(&near)?;
    }

    #[test]
    fn any_json_is_read_or_refused(table in select(&TABLES[..]), value in any_json()) {
        read_or_refused(&value.to_string())?;
        read_or_refused(&format!("{{ \"netpolity\": 1, \"{table}\": {value} }}"))?;
        read_or_refused(&format!("{{ \"netpolity\": 1, \"{table}\": [\n{value} ] }}"))?;
    }

    #[test]
    fn a_mangled_sample_is_read_or_refused(from in any::<Index>(), length in 0..60_usize, by in strategy::text()) {
        let boundaries: Vec<usize> = SAMPLE.char_indices().map(|(at, _)| at).collect();
        let from = from.index(boundaries.len());
        let to = (from + length).min(boundaries.len() - 1);
        let mut mangled = SAMPLE.to_owned();
        mangled.replace_range(boundaries[from]..boundaries[to], &by);
        read_or_refused(&mangled)?;
    }
}
