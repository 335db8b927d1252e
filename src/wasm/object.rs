//! Plain objects for JavaScript: a struct, how it crosses, and its TypeScript type, all from the same lines.

use std::collections::BTreeMap;

use js_sys::{Array, Float32Array, Float64Array, Object, Reflect, Uint8Array, Uint32Array};
use wasm_bindgen::JsValue;

/// What may be a field of such an object, or an object itself.
pub trait Cross {
    /// The same in JavaScript.
    fn cross(&self) -> JsValue;
}

/// A plain object with the fields of `value`; `None` becomes null.
pub fn object(value: &impl Cross) -> JsValue {
    value.cross()
}

/// Gives an object of ours a field.
pub fn set(object: &Object, name: &str, value: &impl Cross) {
    // That cannot fail: it is a plain object.
    let _ = Reflect::set(object, &JsValue::from_str(name), &value.cross());
}

impl Cross for JsValue {
    fn cross(&self) -> JsValue {
        self.clone()
    }
}

/// A typed array as a field of an object: long lists cross as memory, not number by number.
pub struct Typed(JsValue);

impl Cross for Typed {
    fn cross(&self) -> JsValue {
        self.0.clone()
    }
}

impl Cross for bool {
    fn cross(&self) -> JsValue {
        JsValue::from_bool(*self)
    }
}

impl Cross for &str {
    fn cross(&self) -> JsValue {
        JsValue::from_str(self)
    }
}

impl Cross for String {
    fn cross(&self) -> JsValue {
        JsValue::from_str(self)
    }
}

impl Cross for char {
    fn cross(&self) -> JsValue {
        JsValue::from_str(self.encode_utf8(&mut [0; 4]))
    }
}

macro_rules! numbers {
    ($($number:ty),*) => { $(
        impl Cross for $number {
            fn cross(&self) -> JsValue {
                JsValue::from(*self)
            }
        }
    )* };
}
numbers!(f64, usize, u32, u8, i8);

impl<T: Cross> Cross for Option<T> {
    fn cross(&self) -> JsValue {
        self.as_ref().map_or(JsValue::NULL, T::cross)
    }
}

impl<T: Cross> Cross for [T] {
    fn cross(&self) -> JsValue {
        self.iter().map(T::cross).collect::<Array>().into()
    }
}

impl<T: Cross> Cross for Vec<T> {
    fn cross(&self) -> JsValue {
        self[..].cross()
    }
}

impl<T: Cross> Cross for BTreeMap<&str, T> {
    fn cross(&self) -> JsValue {
        let object = Object::new();
        for (name, value) in self {
            set(&object, name, value);
        }
        object.into()
    }
}

impl<T: Cross, const N: usize> Cross for [T; N] {
    fn cross(&self) -> JsValue {
        self[..].cross()
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

        impl $crate::wasm::object::Cross for $name {
            fn cross(&self) -> wasm_bindgen::JsValue {
                let object = js_sys::Object::new();
                $( $crate::wasm::object::set(&object, stringify!($field), &self.$field); )*
                object.into()
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
