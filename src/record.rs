//! What every record has: public fields, `new` with what is required, serde that refuses unknown fields and leaves
//! out what is at its default.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, SeqAccess, Visitor};

/// A field that may be omitted, read from where it is not.
pub(crate) trait Field<'de>: Deserialize<'de> {
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::deserialize(deserializer)
    }
}

impl<'de, T: Deserialize<'de>> Field<'de> for Option<T> {}

impl Field<'_> for BTreeMap<String, String> {}

impl Field<'_> for i8 {}

impl Field<'_> for bool {}

impl<'de, T: Deserialize<'de>> Field<'de> for Box<T> {}

/// Most lists of a record have one element, and a growing `Vec` starts with room for four: reading into exactly the
/// room that is needed halves the memory of a dataset.
impl<'de, T: Deserialize<'de>> Field<'de> for Vec<T> {
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Elements<T>(PhantomData<fn() -> T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Elements<T> {
            type Value = Vec<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Vec<T>, A::Error> {
                let Some(first) = seq.next_element()? else { return Ok(Vec::new()) };
                let Some(second) = seq.next_element()? else { return Ok(vec![first]) };
                let mut list = vec![first, second];
                while let Some(next) = seq.next_element()? {
                    list.push(next);
                }
                list.shrink_to_fit();
                Ok(list)
            }
        }
        deserializer.deserialize_seq(Elements(PhantomData))
    }
}

/// Reads a field, for serde's `deserialize_with`.
pub(crate) fn field<'de, T: Field<'de>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    T::read(deserializer)
}

/// Whether a field may be left out of the stored form.
pub(crate) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// Serde for a type from an object only. The derived code, for which the type has `#[serde(remote = "Self")]`, would
/// take a list of the fields' values as well, and so a mistyped bracket for a record.
macro_rules! object_serde {
    ($type:ident $(<$fact:ident>)?) => {
        impl$(<$fact: serde::Serialize>)? serde::Serialize for $type$(<$fact>)? {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                $type::serialize(self, serializer)
            }
        }

        impl<'de $(, $fact: serde::Deserialize<'de>)?> serde::Deserialize<'de> for $type$(<$fact>)? {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Object<R>(std::marker::PhantomData<fn() -> R>);
                impl<'de $(, $fact: serde::Deserialize<'de>)?> serde::de::Visitor<'de> for Object<$type$(<$fact>)?> {
                    type Value = $type$(<$fact>)?;

                    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        f.write_str("an object")
                    }

                    fn visit_map<A: serde::de::MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                        $type::deserialize(serde::de::value::MapAccessDeserializer::new(map))
                    }
                }
                deserializer.deserialize_map(Object::<Self>(std::marker::PhantomData))
            }
        }

        #[cfg(feature = "schema")]
        impl$(<$fact: schemars::JsonSchema>)? schemars::JsonSchema for $type$(<$fact>)? {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                [std::borrow::Cow::Borrowed(stringify!($type)) $(, <$fact as schemars::JsonSchema>::schema_name())?].join("_").into()
            }

            fn schema_id() -> std::borrow::Cow<'static, str> {
                let id = concat!(module_path!(), "::", stringify!($type));
                [std::borrow::Cow::Borrowed(id) $(, <$fact as schemars::JsonSchema>::schema_id())?].join("_").into()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                <Self as $crate::schema::Record>::object(generator).into()
            }
        }
    };
}

/// Serde for what a source may say: an object with the name of one fact for its key.
macro_rules! fact_serde {
    ($fact:ident { $($variant:ident($value:ty) = $name:literal),+ $(,)? }) => {
        impl $fact {
            /// The field that it is about, as in the stored form.
            pub fn field(&self) -> &'static str {
                match self { $(Self::$variant(_) => $name),+ }
            }
        }

        impl serde::Serialize for $fact {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use serde::ser::SerializeMap as _;
                let mut map = serializer.serialize_map(Some(1))?;
                match self {
                    $(Self::$variant(value) => map.serialize_entry($name, value)?,)+
                }
                map.end()
            }
        }

        impl<'de> serde::Deserialize<'de> for $fact {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Fact;
                impl<'de> serde::de::Visitor<'de> for Fact {
                    type Value = $fact;

                    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        f.write_str("an object with the name of a fact")
                    }

                    fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<$fact, A::Error> {
                        use serde::de::Error as _;
                        use $crate::record::{FactName, NoMoreFacts};
                        const NAMES: &[&str] = &[$($name),+];
                        let fact = match map.next_key_seed(FactName(NAMES))? {
                            $(Some($name) => $fact::$variant(map.next_value::<$value>()?),)+
                            _ => return Err(A::Error::custom(format_args!("no fact; expected one of `{}`", NAMES.join("`, `")))),
                        };
                        map.next_key::<NoMoreFacts>()?;
                        Ok(fact)
                    }
                }
                deserializer.deserialize_map(Fact)
            }
        }

        $crate::text::json_schema!($fact, |generator| {
            $crate::schema::one_of([$(($name, generator.subschema_for::<$value>())),+])
        });
    };
}

/// Reads the name of a fact, which has to be one of these.
pub(crate) struct FactName(pub(crate) &'static [&'static str]);

impl<'de> DeserializeSeed<'de> for FactName {
    type Value = &'static str;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<&'static str, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for FactName {
    type Value = &'static str;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a fact")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<&'static str, E> {
        let known = self.0.iter().copied().find(|known| *known == name);
        known.ok_or_else(|| E::unknown_variant(name, self.0))
    }
}

/// Refuses a second fact, where its name stands.
pub(crate) struct NoMoreFacts;

impl<'de> Deserialize<'de> for NoMoreFacts {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Second;
        impl Visitor<'_> for Second {
            type Value = NoMoreFacts;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("no second fact")
            }

            fn visit_str<E: Error>(self, name: &str) -> Result<NoMoreFacts, E> {
                Err(E::custom(format_args!("second fact `{name}`; write an attestation for each")))
            }
        }
        deserializer.deserialize_str(Second)
    }
}

/// A record: the fields without which it means nothing, then those that may be omitted. It is read from an object;
/// one that is `Name: text` has its serde from [`text_or_object!`](crate::text::text_or_object).
macro_rules! record {
    (
        @struct $(#[$($meta:tt)*])*
        $name:ident {
            required { $( $(#[$($rmeta:tt)*])* $rfield:ident: $rtype:ty, )* }
            optional { $( $(#[$($ometa:tt)*])* $ofield:ident: $otype:ty, )* }
        }
    ) => {
        #[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        #[serde(deny_unknown_fields, remote = "Self")]
        #[non_exhaustive]
        $(#[$($meta)*])*
        pub struct $name {
            $( $(#[$($rmeta)*])* pub $rfield: $rtype, )*
            $(
                $(#[$($ometa)*])*
                #[serde(
                    default,
                    deserialize_with = "crate::record::field",
                    skip_serializing_if = "crate::record::is_default"
                )]
                pub $ofield: $otype,
            )*
        }

        impl $name {
            /// A record with what it requires; every other field is at its default.
            pub fn new($($rfield: $rtype),*) -> Self {
                Self { $($rfield,)* $($ofield: Default::default(),)* }
            }
        }

        #[cfg(feature = "schema")]
        impl $crate::schema::Record for $name {
            fn object(generator: &mut schemars::SchemaGenerator) -> $crate::schema::Object {
                $crate::schema::Object::new($crate::schema::docs!($(#[$($meta)*])*))
                    $(.required::<$rtype>(generator, stringify!($rfield), $crate::schema::docs!($(#[$($rmeta)*])*)))*
                    $(.optional::<$otype>(generator, stringify!($ofield), $crate::schema::docs!($(#[$($ometa)*])*)))*
            }
        }
    };
    ( $(#[$($meta:tt)*])* pub struct $name:ident: text $fields:tt ) => {
        $crate::record::record! { @struct $(#[$($meta)*])* $name $fields }
    };
    ( $(#[$($meta:tt)*])* pub struct $name:ident $fields:tt ) => {
        $crate::record::record! { @struct $(#[$($meta)*])* $name $fields }
        $crate::record::object_serde!($name);
    };
}

pub(crate) use {fact_serde, object_serde, record};

#[cfg(test)]
mod tests {
    use serde::de::DeserializeOwned;

    use crate::actor::TenureFact;
    use crate::source::{Attestation, Source};
    use crate::statement::Link;

    #[test]
    fn a_source_says_one_fact() {
        let message =
            |json: &str| serde_json::from_str::<TenureFact>(json).unwrap_err().to_string();
        assert!(message("{}").starts_with("no fact; expected one of `start`, `end`, `title`"));
        assert!(message(r#"{ "titel": "Minister" }"#).starts_with("unknown variant `titel`"));
        assert_eq!(
            message(r#"{ "title": "Minister", "start": "2013" }"#),
            "second fact `start`; write an attestation for each at line 1 column 30"
        );
        assert!(message(r#""title""#).contains("expected an object with the name of a fact"));
    }

    #[test]
    fn a_list_is_no_record() {
        fn refused<T: DeserializeOwned>(json: &str) -> bool {
            let error = serde_json::from_str::<T>(json).err();
            error.is_some_and(|error| {
                error.to_string().starts_with("invalid type: sequence, expected an object")
            })
        }
        assert!(refused::<Source>(r#"[ "daily-1", "newspaper" ]"#));
        assert!(refused::<Link>(r#"[ "answers", "lu-order" ]"#));
        assert!(refused::<Attestation<TenureFact>>(
            r#"[ { "title": "Minister" }, null, "daily-1" ]"#
        ));
    }
}
