//! JSON Schema of values, records and datasets, made by the macros that make their serde, so that one can't change
//! without the other. What a schema says it says of the text that is read; what it can't say, the reader does.

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Serialize;
use serde_json::{Map, Value, json};

/// The lines of a doc comment; `None` for every other attribute.
pub(crate) type Docs<'a> = &'a [Option<&'a str>];

/// The lines of the doc comment among attributes.
macro_rules! docs {
    ($(#[$($attribute:tt)*])*) => { &[$($crate::schema::doc_line!($($attribute)*)),*] };
}

macro_rules! doc_line {
    (doc = $line:literal) => {
        Some($line)
    };
    ($($other:tt)*) => {
        None
    };
}

pub(crate) use {doc_line, docs};

/// Words joined by single hyphens, as in an id.
pub(crate) const SLUG: &str = "[a-z0-9]+(-[a-z0-9]+)*";

/// A term, with or without its taxonomy.
pub(crate) const TERM: &str = "[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)?";

/// A record as an object; some can be written as a text as well.
pub(crate) trait Record {
    fn object(generator: &mut SchemaGenerator) -> Object;
}

/// The schema of an object with certain fields and no others.
pub(crate) struct Object {
    description: String,
    properties: Map<String, Value>,
    required: Vec<Value>,
}

impl Object {
    pub(crate) fn new(docs: Docs<'_>) -> Self {
        Self { description: description(docs), properties: Map::new(), required: Vec::new() }
    }

    /// A field that has to be there.
    pub(crate) fn required<T: JsonSchema>(
        mut self,
        generator: &mut SchemaGenerator,
        name: &str,
        docs: Docs<'_>,
    ) -> Self {
        self.required.push(name.into());
        self.field(name, docs, generator.subschema_for::<T>())
    }

    /// A field that may be omitted, and then has its default.
    pub(crate) fn optional<T: JsonSchema + Default + Serialize>(
        self,
        generator: &mut SchemaGenerator,
        name: &str,
        docs: Docs<'_>,
    ) -> Self {
        let mut schema = generator.subschema_for::<T>();
        let default = serde_json::to_value(T::default()).unwrap_or_default();
        if default.is_string() || default.is_number() || default.is_boolean() {
            schema.insert("default".to_owned(), default);
        }
        self.field(name, docs, schema)
    }

    /// A text that is no part of the record.
    pub(crate) fn beside(self, name: &str, docs: Docs<'_>) -> Self {
        self.field(name, docs, of(json!({ "type": "string" })))
    }

    fn field(mut self, name: &str, docs: Docs<'_>, mut schema: Schema) -> Self {
        // Formats such as `uint32` are no part of JSON Schema, and some validators refuse what they don't know.
        if schema.remove("format") == Some("uint32".into()) {
            schema.insert("maximum".to_owned(), u32::MAX.into());
        }
        describe(&mut schema, description(docs));
        self.properties.insert(name.to_owned(), schema.into());
        self
    }
}

impl From<Object> for Schema {
    fn from(object: Object) -> Self {
        let Object { description, properties, required } = object;
        let mut schema = of(json!({
            "type": "object",
            "properties": properties,
            "additionalProperties": false,
        }));
        describe(&mut schema, description);
        if !required.is_empty() {
            schema.insert("required".to_owned(), required.into());
        }
        schema
    }
}

/// A record that can be written as a text or as an object.
pub(crate) fn text_or_object(text: &Schema, object: Object) -> Schema {
    let mut object = Schema::from(object);
    let about = object.remove("description");
    let mut schema = of(json!({ "anyOf": [text, object] }));
    if let Some(about) = about {
        schema.insert("description".to_owned(), about);
    }
    schema
}

/// An object with one of several fields.
pub(crate) fn one_of(facts: impl IntoIterator<Item = (&'static str, Schema)>) -> Schema {
    let properties: Map<String, Value> =
        facts.into_iter().map(|(name, schema)| (name.to_owned(), schema.into())).collect();
    of(json!({
        "type": "object",
        "description": "What a source says of one field: an object with the name of that field.",
        "properties": properties,
        "minProperties": 1,
        "maxProperties": 1,
        "additionalProperties": false,
    }))
}

/// A text, of a form where there is one. What stands in back ticks in its description are examples.
pub(crate) fn text(expecting: &str, pattern: Option<&str>) -> Schema {
    let mut schema = of(json!({ "type": "string" }));
    if let Some(pattern) = pattern {
        schema.insert("pattern".to_owned(), format!("^({pattern})$").into());
    }
    expected(schema, expecting)
}

/// A text or a number, which a reader takes for its digits.
pub(crate) fn text_or_number(expecting: &str, pattern: Option<&str>) -> Schema {
    let mut schema = text(expecting, pattern);
    schema.insert("type".to_owned(), json!(["string", "number"]));
    schema
}

/// One of a few whole numbers.
pub(crate) fn integer(numbers: impl IntoIterator<Item = u32>) -> Schema {
    of(json!({ "type": "integer", "enum": numbers.into_iter().collect::<Vec<_>>() }))
}

/// A schema with what is expected for its description.
pub(crate) fn expected(mut schema: Schema, expecting: &str) -> Schema {
    // Some descriptions show the quotes that JSON wants.
    let examples = expecting.split('`').skip(1).step_by(2);
    let examples: Vec<&str> = examples.map(|example| example.trim_matches('"')).collect();
    if !examples.is_empty() {
        schema.insert("examples".to_owned(), examples.into());
    }
    let mut letters = expecting.chars();
    let capital: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    describe(&mut schema, format!("{capital}{}.", letters.as_str().trim_end_matches('.')));
    schema
}

/// One of several texts, each with what it means.
pub(crate) fn choice<T: ToString>(choices: impl IntoIterator<Item = (T, &'static str)>) -> Schema {
    let choices: Vec<Value> = choices
        .into_iter()
        .map(|(text, meaning)| json!({ "const": text.to_string(), "description": meaning }))
        .collect();
    of(json!({ "type": "string", "oneOf": choices }))
}

/// One of several schemas.
pub(crate) fn any_of(schemas: impl IntoIterator<Item = Schema>) -> Schema {
    of(json!({ "anyOf": schemas.into_iter().collect::<Vec<_>>() }))
}

/// The words of a list; where it is open, also a word of the user's own.
pub(crate) fn words(docs: Docs<'_>, words: &[(&str, Docs<'_>)], open: bool) -> Schema {
    let known = words.iter().map(|(word, docs)| {
        let mut known = of(json!({ "const": word }));
        describe(&mut known, description(docs));
        known
    });
    let own = open.then(|| {
        of(json!({
            "pattern": format!("^other:{SLUG}$"),
            "description": "A word of your own, in lower-case words joined by hyphens.",
        }))
    });
    let mut schema = of(json!({ "type": "string", "oneOf": known.chain(own).collect::<Vec<_>>() }));
    describe(&mut schema, description(docs));
    schema
}

fn of(schema: Value) -> Schema {
    // Every schema here is written as an object.
    Schema::try_from(schema).unwrap_or_default()
}

fn describe(schema: &mut Schema, description: String) {
    if !description.is_empty() {
        schema.insert("description".to_owned(), description.into());
    }
}

/// The first paragraph of a doc comment, without its links.
fn description(docs: Docs<'_>) -> String {
    let lines = docs.iter().flatten().map(|line| line.trim());
    without_links(&lines.take_while(|line| !line.is_empty()).collect::<Vec<_>>().join(" "))
}

/// `[text](target)` and `` [`Type`] `` without brackets and target. What stands in back ticks stays.
fn without_links(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(['`', '[']) {
        plain.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = if let Some(code) = rest.strip_prefix('`') {
            // To the closing one, or to the end.
            code.find('`').map_or(rest.len(), |end| end + 2)
        } else {
            let linked = rest[1..].split_once(']').and_then(|(linked, behind)| {
                let target = behind.strip_prefix('(').and_then(|target| target.split_once(')'));
                match target {
                    Some((_, behind)) => Some((linked, behind)),
                    None => linked.starts_with('`').then_some((linked, behind)),
                }
            });
            if let Some((linked, behind)) = linked {
                plain.push_str(linked);
                rest = behind;
                continue;
            }
            1
        };
        plain.push_str(&rest[..end]);
        rest = &rest[end..];
    }
    plain + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn descriptions_are_the_first_paragraph_in_plain_text() {
        let docs: Docs<'_> = &[
            Some(" The mean weighted by [`Indicator::weight`], in the terms of"),
            None,
            Some(" [SKOS](https://www.w3.org/TR/skos-reference/#mapping): `[..2013]`, [sic]."),
            Some(""),
            Some(" More."),
        ];
        assert_eq!(
            description(docs),
            "The mean weighted by `Indicator::weight`, in the terms of SKOS: `[..2013]`, [sic]."
        );
        assert_eq!(without_links("a [`b`](c::d) e [f"), "a `b` e [f");
        assert_eq!(without_links("an `open"), "an `open");
    }

    #[test]
    fn examples_are_what_stands_in_back_ticks() {
        let schema = text("a term such as `a` or `\"b/a\"`", Some(TERM));
        assert_eq!(schema.get("examples"), Some(&json!(["a", "b/a"])));
        assert_eq!(schema.get("description"), Some(&json!("A term such as `a` or `\"b/a\"`.")));
    }
}
