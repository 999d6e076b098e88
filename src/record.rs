//! What every record has: public fields, `new` with what is required, serde that refuses unknown fields and leaves
//! out what is at its default.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, SeqAccess, Visitor};

/// A field that may be omitted, read from where it is not.
pub(crate) trait Field<'de>: Deserialize<'de> {
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::deserialize(deserializer)
    }
}

impl<'de, T: Deserialize<'de>> Field<'de> for Option<T> {}

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

/// A record: the fields without which it means nothing, then those that may be omitted.
macro_rules! record {
    (
        $(#[$meta:meta])*
        pub struct $name:ident {
            required { $( $(#[$rmeta:meta])* $rfield:ident: $rtype:ty, )* }
            optional { $( $(#[$ometa:meta])* $ofield:ident: $otype:ty, )* }
        }
    ) => {
        #[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        #[non_exhaustive]
        $(#[$meta])*
        pub struct $name {
            $( $(#[$rmeta])* pub $rfield: $rtype, )*
            $(
                $(#[$ometa])*
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
    };
}

pub(crate) use record;
