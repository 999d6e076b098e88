//! The JSON Schema of datasets, as an independent validator understands it: it takes what the reader takes.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use boon::{Compiler, Draft, SchemaIndex, Schemas};
use netpolity::Dataset;
use schemars::generate::SchemaSettings;
use serde_json::{Value, json};

use crate::malformed::{PLACES, contexts};
use crate::records::{DATASETS, dataset, runner};

const COMMITTED: &str = include_str!("../../data/schema/dataset.schema.json");

/// Only a name: nothing is fetched.
const ADDRESS: &str = "https://example.org/dataset.schema.json";

struct Validator {
    compiler: Compiler,
    schemas: Schemas,
    whole: SchemaIndex,
}

impl Validator {
    fn new() -> Self {
        let mut compiler = Compiler::new();
        compiler.set_default_draft(Draft::V2020_12);
        compiler.add_resource(ADDRESS, serde_json::from_str(COMMITTED).unwrap()).unwrap();
        let mut schemas = Schemas::new();
        let whole =
            compiler.compile(ADDRESS, &mut schemas).unwrap_or_else(|error| panic!("{error:#}"));
        Self { compiler, schemas, whole }
    }

    /// Whether a definition in the schema takes a value.
    fn definition_takes(&mut self, name: &str, value: &Value) -> bool {
        let address = format!("{ADDRESS}#/$defs/{name}");
        let definition = self.compiler.compile(&address, &mut self.schemas).unwrap();
        self.schemas.validate(value, definition).is_ok()
    }

    fn takes(&self, value: &Value) -> bool {
        self.schemas.validate(value, self.whole).is_ok()
    }

    fn takes_text(&self, json: &str) -> bool {
        self.takes(&serde_json::from_str(json).unwrap_or_else(|error| panic!("{error}: {json}")))
    }

    fn check(&self, json: &str, name: &str) {
        let value = serde_json::from_str(json).unwrap();
        if let Err(error) = self.schemas.validate(&value, self.whole) {
            panic!("{name}: {error:#}\n{json}");
        }
    }
}

fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    files.filter(|file| file.extension().is_some_and(|extension| extension == "json")).collect()
}

#[test]
fn the_committed_schema_is_current() {
    let schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<Dataset>();
    let committed: Value = serde_json::from_str(COMMITTED).unwrap();
    assert!(
        committed == schema.to_value(),
        "run `cargo run --features schema --example schema > data/schema/dataset.schema.json`"
    );
}

#[test]
fn datasets_of_this_repository_are_valid() {
    let validator = Validator::new();
    let mut valid = 0;
    for file in files("data/catalogue").into_iter().chain(files("tests/fixtures")) {
        let json = fs::read_to_string(&file).unwrap();
        if Dataset::from_json(&json).is_ok() {
            validator.check(&json, &file.display().to_string());
            valid += 1;
        }
    }
    assert!(valid >= 6, "{valid} datasets");
}

#[test]
fn whatever_can_be_written_is_valid() {
    let validator = Validator::new();
    let run = |dataset: Dataset| {
        validator.check(&dataset.to_json(), "made");
        Ok(())
    };
    runner(DATASETS).run(&dataset(), run).unwrap();
}

#[test]
fn other_forms_that_are_read_are_valid() {
    let validator = Validator::new();
    for (date, span) in [
        ("Sept. 2013", "9-10 September 2013"),
        ("c. 2013", "30 October – 2 November 2006"),
        ("circa september 2013", "December 30, 2013 - January 2, 2014"),
        ("9th of September, 2013", "9 September 2013/.."),
        ("Mon. 9 SEPT 2013", "ca. 2013 to 2014"),
        ("-0043-03~", "[..2013-05]/2014"),
        ("+12345", "[2013-05..2013-07~]/not-yet"),
        ("2013-S2?", "[May 2013..]/"),
        ("2013-Q4%", "/"),
    ] {
        let json = json!({
            "$schema": "dataset.schema.json",
            "netpolity": 1,
            "sources": [ { "id": "a", "kind": "other:toast", "published": date } ],
            "posts": [ { "id": "a", "agency": "b", "span": span } ],
            "observations": [ { "indicator": "a", "area": "CHN", "period": "2019-2021", "value": 45.8 } ],
        })
        .to_string();
        assert!(Dataset::from_json(&json).is_ok(), "{json}");
        validator.check(&json, "written by hand");
    }
}

#[test]
fn the_address_of_the_schema_is_read_over() {
    let dataset = Dataset::from_json(r#"{ "$schema": "dataset.schema.json", "netpolity": 1 }"#);
    assert_eq!(dataset.unwrap(), Dataset::new());
    assert!(!Dataset::new().to_json().contains("$schema"));
    let error = Dataset::from_json(r#"{ "$schema": {}, "netpolity": 1 }"#).unwrap_err();
    assert_eq!(error.path(), Some("$schema"));
    assert!(error.message().ends_with("expected the address of a schema"), "{error}");
}

#[test]
fn fields_are_those_of_the_reader() {
    let validator = Validator::new();
    let agree = |json: &str| {
        assert_eq!(validator.takes_text(json), Dataset::from_json(json).is_ok(), "{json}");
    };
    for context in contexts() {
        let minimal = Value::Object(context.minimal.clone()).to_string();
        agree(&context.with(&minimal));
        for wrong in ["null", "true", "1", "[]", "{}"] {
            agree(&context.with(wrong));
        }
        assert!(!validator.takes_text(&context.with_key("qqqqqqqq", "0")), "{minimal}");
        for field in &context.fields {
            agree(&context.with_key(&format!("{field}x"), "0"));
            for value in ["null", "true", "[]", "{}", "5", "-1", "4294967296", r#""""#, r#""?""#] {
                // Of a quantity the schema knows no more than that it is a text or a number.
                let loose = ["quantity", "count"].contains(&field.as_str());
                if !loose {
                    agree(&context.with_key(field, value));
                }
            }
        }
        for field in context.minimal.keys() {
            let mut record = context.minimal.clone();
            record.remove(field);
            agree(&context.with(&Value::Object(record).to_string()));
        }
    }
}

/// What a form can't tell: days that are none, ends before starts, numbers that are too large, the parts of addresses.
const LET_THROUGH: &[&str] = &[
    "2013-02-30",
    "2013-02-29",
    "1900-02-29",
    "2013-04-31",
    "31 June 2013",
    "Tuesday, 9 September 2013",
    "2014/2013",
    "2013-09-10/2013-09-09",
    "[2014..2013]",
    "2013-W53",
    "2021/2019",
    "2019/2019",
    "2012-02-30",
    "http://[::1",
    "https://a/%zz",
    "page 4294967296",
    "pages 5-3",
    "123456789012345678901234567890",
];

#[test]
fn wrong_values_are_invalid_where_their_form_tells() {
    let validator = Validator::new();
    let mut through = BTreeSet::new();
    let mut invalid = 0;
    for (wrong, dataset, path) in PLACES {
        if path.contains("quantity") || path.contains("headcounts") {
            continue;
        }
        for (text, ..) in *wrong {
            let quoted = serde_json::to_string(text).unwrap();
            let json = format!("{{ \"netpolity\": 1, {} }}", dataset.replace('%', &quoted));
            if validator.takes_text(&json) {
                through.insert(*text);
            } else {
                invalid += 1;
            }
        }
    }
    assert_eq!(through, LET_THROUGH.iter().copied().collect());
    assert!(invalid > 300, "{invalid} are invalid");
}

#[test]
fn misspelt_words_are_invalid() {
    let validator = Validator::new();
    for json in [
        r#"{ "sources": [] }"#,
        r#"{ "netpolity": 2 }"#,
        r#"{ "netpolity": 1, "minutes": [] }"#,
        r#"{ "netpolity": 1, "sources": [ { "id": "a", "kind": "newpaper" } ] }"#,
        r#"{ "netpolity": 1, "sources": [ { "id": "a", "kind": "other:Big Book" } ] }"#,
        r#"{ "netpolity": 1, "statements": [ { "id": "a", "act": "other:toast" } ] }"#,
        r#"{ "netpolity": 1, "statements": [ { "id": "a", "act": "call", "positions": [ "b suport" ] } ] }"#,
        r#"{ "netpolity": 1, "votes": [ { "id": "a", "body": "b", "ballots": [ "country:BRA abstian" ] } ] }"#,
        r#"{ "netpolity": 1, "votes": [ { "id": "a", "body": "b", "ballots": [ "country:BRX yes" ] } ] }"#,
        r#"{ "netpolity": 1, "judgements": [ { "id": "a", "verdict": "same", "of": [ "peson:b" ] } ] }"#,
        r#"{ "netpolity": 1, "observations": [ { "indicator": "a", "area": "CHN", "period": "2012", "flags": [ "estimate" ] } ] }"#,
        r#"{ "netpolity": 1, "tenures": [ { "id": "a", "person": "b", "attests": [ { "says": {}, "cite": "c" } ] } ] }"#,
        r#"{ "netpolity": 1, "tenures": [ { "id": "a", "person": "b", "attests": [ { "says": { "title": "a", "start": "2013" }, "cite": "c" } ] } ] }"#,
    ] {
        assert!(Dataset::from_json(json).is_err(), "{json}");
        assert!(!validator.takes_text(json), "{json}");
    }
}

/// What an editor shows: meanings of fields and words, and examples that are right.
#[test]
fn the_schema_explains_itself() {
    let schema: Value = serde_json::from_str(COMMITTED).unwrap();
    let mut validator = Validator::new();
    let (mut fields, mut examples) = (0, 0);
    for (name, definition) in schema["$defs"].as_object().unwrap() {
        let about = definition["description"].as_str().unwrap_or_default();
        assert!(!about.is_empty() && !about.contains("]("), "{name}: {about}");
        let object =
            if definition["anyOf"].is_array() { &definition["anyOf"][1] } else { definition };
        let is_fact = name.ends_with("Fact") && !name.contains('_');
        for (field, value) in object["properties"].as_object().into_iter().flatten() {
            assert!(is_fact || value["description"].is_string(), "{name}.{field}: {value}");
            fields += 1;
        }
        for example in definition["examples"].as_array().into_iter().flatten() {
            assert!(validator.definition_takes(name, example), "{name}: {example}");
            examples += 1;
        }
    }
    assert!(fields > 200 && examples > 20, "{fields} fields, {examples} examples");
    let roundtable = schema["$defs"]["EventKind"]["oneOf"].as_array().unwrap().iter();
    assert_eq!(
        roundtable.filter(|word| word["const"] == "roundtable").collect::<Vec<_>>(),
        [&json!({ "const": "roundtable", "description": "A roundtable." })]
    );
}
