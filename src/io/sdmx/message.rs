//! What stands in a message in SDMX-JSON, as far as it is read at once. Series and observations stay text until it is their
//! turn.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::note;

#[derive(Debug, serde::Deserialize)]
pub(super) struct Message<'m> {
    #[serde(default, deserialize_with = "nullable")]
    pub(super) meta: Meta,
    #[serde(default, borrow)]
    pub(super) data: Option<Data<'m>>,
    #[serde(default, deserialize_with = "nullable")]
    pub(super) errors: Vec<Fault>,
    /// These two stand here in older versions.
    #[serde(default, borrow)]
    pub(super) structure: Option<&'m RawValue>,
    #[serde(default, borrow, rename = "dataSets")]
    pub(super) data_sets: Option<&'m RawValue>,
}

#[derive(Debug, Default, serde::Deserialize)]
pub(super) struct Meta {
    #[serde(default)]
    pub(super) prepared: Option<String>,
}

#[derive(Debug, serde::Deserialize)]
pub(super) struct Fault {
    #[serde(default, deserialize_with = "nullable")]
    pub(super) code: Text,
    #[serde(default)]
    pub(super) title: Option<String>,
    #[serde(default)]
    pub(super) detail: Option<String>,
}

#[derive(Debug, serde::Deserialize)]
pub(super) struct Data<'m> {
    #[serde(default, deserialize_with = "nullable")]
    pub(super) structures: Vec<Structure>,
    #[serde(default, borrow, rename = "dataSets")]
    pub(super) sets: Option<Vec<DataSet<'m>>>,
    /// In version 1.0.
    #[serde(default, borrow)]
    pub(super) structure: Option<&'m RawValue>,
}

#[derive(Debug, Default, serde::Deserialize)]
pub(super) struct Structure {
    #[serde(default)]
    pub(super) name: Option<String>,
    #[serde(default, deserialize_with = "nullable")]
    pub(super) links: Vec<Link>,
    #[serde(default, deserialize_with = "nullable")]
    pub(super) dimensions: Levels,
    #[serde(default, deserialize_with = "nullable")]
    pub(super) measures: Levels,
    #[serde(default, deserialize_with = "nullable")]
    pub(super) attributes: Levels,
    #[serde(default, deserialize_with = "nullable")]
    pub(super) annotations: Vec<Annotation>,
}

#[derive(Debug, serde::Deserialize)]
pub(super) struct Link {
    #[serde(default)]
    urn: Option<String>,
}

#[derive(Debug, serde::Deserialize)]
pub(super) struct Annotation {
    #[serde(default)]
    title: Option<String>,
    #[serde(default)]
    text: Option<String>,
}

#[derive(Debug, Default, serde::Deserialize)]
pub(super) struct Levels {
    #[serde(default, deserialize_with = "nullable", rename = "dataSet")]
    pub(super) data_set: Vec<Component>,
    #[serde(default, deserialize_with = "nullable", rename = "dimensionGroup")]
    pub(super) group: Vec<Component>,
    #[serde(default, deserialize_with = "nullable")]
    pub(super) series: Vec<Component>,
    #[serde(default, deserialize_with = "nullable")]
    pub(super) observation: Vec<Component>,
}

#[derive(Debug, serde::Deserialize)]
pub(super) struct Component {
    pub(super) id: String,
    #[serde(default, deserialize_with = "nullable")]
    pub(super) roles: Vec<String>,
    #[serde(default, deserialize_with = "nullable")]
    pub(super) values: Vec<Option<Coded>>,
    #[serde(default, deserialize_with = "nullable")]
    pub(super) default: Text,
    #[serde(default, deserialize_with = "nullable")]
    format: Format,
}

#[derive(Debug, Default, serde::Deserialize)]
struct Format {
    #[serde(default, rename = "dataType")]
    data_type: Option<String>,
}

/// One of the values that positions point at.
#[derive(Debug, serde::Deserialize)]
pub(super) struct Coded {
    #[serde(default)]
    id: Option<Text>,
    #[serde(default)]
    name: Option<String>,
    #[serde(default)]
    value: Option<Text>,
}

#[derive(Debug, serde::Deserialize)]
pub(super) struct DataSet<'m> {
    #[serde(default)]
    pub(super) structure: Option<usize>,
    #[serde(default)]
    pub(super) action: Option<String>,
    #[serde(default, borrow)]
    pub(super) attributes: Option<Vec<&'m RawValue>>,
    #[serde(default, deserialize_with = "nullable")]
    pub(super) annotations: Vec<usize>,
    #[serde(default, borrow, rename = "dimensionGroupAttributes")]
    pub(super) groups: Option<&'m RawValue>,
    #[serde(default, borrow)]
    pub(super) series: Option<&'m RawValue>,
    #[serde(default, borrow)]
    pub(super) observations: Option<&'m RawValue>,
}

#[derive(Debug, serde::Deserialize)]
pub(super) struct OneSeries<'m> {
    #[serde(default, borrow)]
    pub(super) attributes: Option<Vec<&'m RawValue>>,
    #[serde(default, deserialize_with = "nullable")]
    pub(super) annotations: Vec<usize>,
    #[serde(default, borrow)]
    pub(super) observations: Option<&'m RawValue>,
}

/// A text, or whatever stands where one should be, as text.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Text(pub(super) String);

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = <&RawValue>::deserialize(deserializer)?;
        Ok(Self(text(raw).unwrap_or_default().into_owned()))
    }
}

/// `null` is the same as nothing.
fn nullable<'de, T: Deserialize<'de> + Default, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    Ok(Option::deserialize(deserializer)?.unwrap_or_default())
}

/// What stands in a place, without the quotes of a text; `None` for `null`.
pub(super) fn text(raw: &RawValue) -> Option<Cow<'_, str>> {
    let json = raw.get();
    if json == "null" {
        return None;
    }
    let inside = json.strip_prefix('"').and_then(|json| json.strip_suffix('"'));
    let Some(inside) = inside else { return Some(Cow::Borrowed(json)) };
    if !inside.contains('\\') {
        return Some(Cow::Borrowed(inside));
    }
    Some(serde_json::from_str::<String>(json).map_or(Cow::Borrowed(inside), Cow::Owned))
}

impl Structure {
    /// The agency and id of its dataflow, `ECB:EXR(1.0)`, else those of its definition.
    pub(super) fn id(&self) -> Option<&str> {
        let urns = || self.links.iter().filter_map(|link| link.urn.as_deref());
        let of = |class: &str| urns().find_map(|urn| urn.split_once(class).map(|(_, id)| id));
        of(".Dataflow=").or_else(|| of(".DataStructure="))
    }

    /// All dimensions, in the order in which keys of groups have them.
    pub(super) fn all_dimensions(&self) -> impl Iterator<Item = &Component> {
        let levels = &self.dimensions;
        levels.data_set.iter().chain(&levels.series).chain(&levels.observation)
    }

    /// Adds annotations to a remark; the position that there is none at.
    pub(super) fn annotate(&self, positions: &[usize], note: &mut String) -> Result<(), usize> {
        for position in positions {
            let annotation = self.annotations.get(*position).ok_or(*position)?;
            let text = annotation.text.as_ref().or(annotation.title.as_ref());
            note::add(note, "ANNOTATION", text.map_or("", String::as_str));
        }
        Ok(())
    }
}

impl Component {
    pub(super) fn only_numbers(&self) -> bool {
        const NUMBERS: &[&str] = &[
            "Double",
            "Float",
            "Decimal",
            "Integer",
            "BigInteger",
            "Long",
            "Short",
            "Count",
            "Incremental",
            "InclusiveValueRange",
            "ExclusiveValueRange",
        ];
        self.format.data_type.as_deref().is_some_and(|kind| NUMBERS.contains(&kind))
    }

    pub(super) fn value(&self, position: usize) -> Option<&Coded> {
        self.values.get(position)?.as_ref()
    }

    pub(super) fn has_role(&self, roles: &[&str]) -> bool {
        self.roles.iter().any(|role| roles.contains(&role.as_str()))
    }
}

impl Coded {
    /// The code or, where there is none, the text.
    pub(super) fn code(&self) -> &str {
        let text = self.id.as_ref().or(self.value.as_ref()).map_or("", |text| &text.0);
        if text.is_empty() { self.name() } else { text }
    }

    pub(super) fn name(&self) -> &str {
        self.name.as_deref().unwrap_or_default()
    }
}

/// Reads the elements of a list into memory that is used again; `false` where it is none.
pub(super) fn elements<'m>(list: &'m RawValue, into: &mut Vec<&'m RawValue>) -> bool {
    struct Elements<'i, 'm>(&'i mut Vec<&'m RawValue>);
    impl<'m> Visitor<'m> for Elements<'_, 'm> {
        type Value = ();

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a list")
        }

        fn visit_seq<A: SeqAccess<'m>>(self, mut seq: A) -> Result<(), A::Error> {
            while let Some(element) = seq.next_element()? {
                self.0.push(element);
            }
            Ok(())
        }
    }
    into.clear();
    list.get().starts_with('[')
        && serde_json::Deserializer::from_str(list.get()).deserialize_seq(Elements(into)).is_ok()
}
