//! Plain objects for JavaScript: a struct, how it crosses, and its TypeScript type, all from the same lines.

use js_sys::{Float32Array, Float64Array, Uint8Array, Uint32Array};
use serde::{Serialize, Serializer as Writer};
use serde_wasm_bindgen::{Serializer, preserve};
use wasm_bindgen::JsValue;

/// A plain object with the fields of `value`; `None` becomes null.
pub fn object(value: &impl Serialize) -> JsValue {
    // Numbers, words and lists of them: there is nothing in it that could fail.
    let serializer = Serializer::new().serialize_missing_as_null(true).serialize_maps_as_objects(true);
    value.serialize(&serializer).unwrap_or_default()
}

/// A typed array as a field of an object: long lists cross as memory, not number by number.
pub struct Typed(JsValue);

impl Serialize for Typed {
    fn serialize<S: Writer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        preserve::serialize(&self.0, serializer)
    }
}

macro_rules! typed {
    ($($number:ty => $array:ty),*) => { $(
        impl From<&[$number]> for Typed {
            fn from(numbers: &[$number]) -> Self {
                Self(<$array>::from(numbers).into())
            }
        }
    )* };
}
typed!(f32 => Float32Array, f64 => Float64Array, u8 => Uint8Array, u32 => Uint32Array);

/// Structs that cross as plain objects: after each field's type stands what TypeScript calls it. Names are the same on both
/// sides.
macro_rules! objects {
    ($(
        $(#[doc = $about:literal])*
        $name:ident {
            $( $(#[doc = $note:literal])* $field:ident: $type:ty as $ts:literal, )*
        }
    )*) => { $(
        $(#[doc = $about])*
        pub(super) struct $name {
            $( $(#[doc = $note])* pub(super) $field: $type, )*
        }

        // As a map, since for structs the serializer keeps a table of its names, which weighs more than all of this.
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let mut map = serializer.serialize_map(None)?;
                $( serde::ser::SerializeMap::serialize_entry(&mut map, stringify!($field), &self.$field)?; )*
                serde::ser::SerializeMap::end(map)
            }
        }

        const _: () = {
            #[wasm_bindgen::prelude::wasm_bindgen(typescript_custom_section)]
            const TYPE: &str = concat!(
                $( "/**", $about, " */\n", )*
                "export interface ", stringify!($name), " {\n",
                $( $( "  /**", $note, " */\n", )* "  ", stringify!($field), ": ", $ts, ";\n", )*
                "}\n"
            );
        };
    )* };
}
pub(super) use objects;
