//! Errors cross to JavaScript as `Error` objects with `code` and `details`; the page translates the code, and the English
//! sentences stay with the program.

use js_sys::Object;
use wasm_bindgen::prelude::*;

use super::object::set;
use crate::error::Error;

#[wasm_bindgen(typescript_custom_section)]
const CORE_ERROR: &str = r#"/** Every error that the core throws: an `Error` with these. */
export interface CoreError {
  /** stable, in kebab-case */
  code: string;
  /** for the translation */
  details: Record<string, string>;
}
"#;

/// An error of the core on its way to JavaScript.
#[derive(Debug)]
pub struct Thrown(Error);

impl From<Error> for Thrown {
    fn from(error: Error) -> Self {
        Self(error)
    }
}

impl From<Thrown> for JsValue {
    fn from(Thrown(error): Thrown) -> Self {
        let thrown = js_sys::Error::new(error.code());
        let details = Object::new();
        for (name, value) in error.details() {
            set(&details, name, &value);
        }
        set(&thrown, "code", &error.code());
        set(&thrown, "details", &JsValue::from(details));
        thrown.into()
    }
}
