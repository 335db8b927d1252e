//! One module as a function that a bundle defines: what it imports it asks for, what it exports it returns.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use serde_json::json;

use crate::cli::failure::{Failure, Result};
use crate::cli::paths::beside;
use crate::cli::script::{Passed, Script, Statement, Wrong};

/// What no source may have in it, since bundles call it so.
const OURS: [&str; 5] = ["$define", "$take", "$later", "$fetch", "$address"];

/// A module, taken apart.
#[derive(Debug)]
pub struct Module {
    /// The paths of what it imports, in their order.
    pub at_once: Vec<String>,
    /// The paths of what it imports when it comes to that.
    pub later: Vec<String>,
    /// The names that it exports.
    pub exports: BTreeSet<String>,
    /// By module, what it takes of it.
    pub takes: BTreeMap<String, BTreeSet<String>>,
    /// It asks where it is.
    pub asks_address: bool,
    body: String,
    returned: String,
}

impl Module {
    /// Takes the module at `path` apart. `is_outside` says which modules belong to no bundle.
    ///
    /// # Errors
    /// What cannot be put into a bundle, with its line.
    pub fn read(path: &str, text: &str, is_outside: impl Fn(&str) -> bool) -> Result<Self> {
        let refused = |what: &str| Failure::run(format!("www/{path} cannot be bundled: {what}"));
        let told = |Wrong { what, line }| refused(&format!("{what} in line {line}"));
        if let Some(name) = OURS.iter().find(|name| text.contains(**name)) {
            return Err(refused(&format!("it has {name}, which bundles have")));
        }
        let script = Script::read(text).map_err(told)?;
        let mut module = Self {
            at_once: Vec::new(),
            later: Vec::new(),
            exports: BTreeSet::new(),
            takes: BTreeMap::new(),
            asks_address: false,
            body: String::new(),
            returned: String::new(),
        };
        let mut places = Vec::new();
        for (range, statement) in script.statements().map_err(told)? {
            let whole = |name: &str| beside(path, name).ok_or_else(|| refused(&format!("it imports {name}")));
            let new = match statement {
                Statement::Import { names, module: from } => module.import(&names, whole(&from)?),
                Statement::ImportAll { name, module: from } => {
                    let from = whole(&from)?;
                    let new = format!("const {name}=$take({});", json!(from));
                    module.at_once.push(from);
                    new
                }
                Statement::Again { names, module: from } => {
                    let from = whole(&from)?;
                    for Passed { from: there, to } in names {
                        module.give(&to, &format!("$take({}).{there}", json!(from)));
                        module.takes.entry(from.clone()).or_default().insert(there);
                    }
                    let new = format!("$take({});", json!(from));
                    module.at_once.push(from);
                    new
                }
                Statement::Export { names } => {
                    for Passed { from, to } in names {
                        module.give(&to, &from);
                    }
                    String::new()
                }
                Statement::Declare { name } => {
                    module.give(&name, &name);
                    String::new()
                }
                Statement::Later { module: from } => {
                    let from = whole(&from)?;
                    if is_outside(&from) {
                        format!("$fetch({}", json!(from))
                    } else {
                        let new = format!("$later({}", json!(from));
                        module.later.push(from);
                        new
                    }
                }
                Statement::Address => {
                    module.asks_address = true;
                    format!("$address({})", json!(path))
                }
            };
            places.push((range, new));
        }
        module.body = script.rewritten(&places);
        Ok(module)
    }

    fn import(&mut self, names: &[Passed], from: String) -> String {
        let taken: Vec<_> = names
            .iter()
            .map(|Passed { from, to }| if from == to { from.clone() } else { format!("{from}:{to}") })
            .collect();
        let new = if taken.is_empty() {
            format!("$take({});", json!(from))
        } else {
            format!("const {{{}}}=$take({});", taken.join(","), json!(from))
        };
        self.takes.entry(from.clone()).or_default().extend(names.iter().map(|name| name.from.clone()));
        self.at_once.push(from);
        new
    }

    fn give(&mut self, name: &str, value: &str) {
        let comma = if self.returned.is_empty() { "" } else { "," };
        // Writing to a String cannot fail.
        let _ = if name == value {
            write!(self.returned, "{comma}{name}")
        } else {
            write!(self.returned, "{comma}{name}:{value}")
        };
        self.exports.insert(name.to_owned());
    }

    /// Its definition in a bundle. In brackets, by which engines know that the function will be called, and do not read it twice.
    pub fn definition(&self, path: &str) -> String {
        format!("$define({},(()=>{{{}\nreturn{{{}}}}}));\n", json!(path), self.body.trim(), self.returned)
    }

    /// What a bundle does when it has come, where the module is what the page begins with: it may wait for something.
    pub fn beginning(&self) -> String {
        format!("{{{}\n}}\n", self.body.trim())
    }
}
