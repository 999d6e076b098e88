//! What every record has: public fields, `new` with what is required, serde that refuses unknown fields and leaves
//! out what is at its default.

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
                #[serde(default, skip_serializing_if = "crate::record::is_default")]
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
