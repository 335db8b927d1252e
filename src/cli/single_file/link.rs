//! The page's modules linked for a page that carries them: what a module imports is named by its path under `www`, and the
//! page puts addresses in the places of the names when it runs (`boot.js`).

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use crate::cli::failure::{Failure, Result};
use crate::cli::paths::beside;
use crate::cli::script::{Import, Script, Wrong};

/// How the page's boot is asked for a module: `import("./x.js")` becomes a call of it with the module's path.
const LATER: &str = "globalThis.descentFiles.load(";

/// Links `modules`, text by path under `www`. Each becomes a string if it imports nothing, else a list: pieces of its text,
/// and between them the paths of what it imports.
///
/// # Errors
/// What cannot be read, what imports something that is not there, and two that import each other.
pub fn link(modules: &BTreeMap<String, String>) -> Result<BTreeMap<String, Value>> {
    let mut linked = BTreeMap::new();
    let mut asks = BTreeMap::new();
    for (path, text) in modules {
        let (module, asked) = one(path, text, modules)?;
        linked.insert(path.clone(), module);
        asks.insert(path.as_str(), asked);
    }
    let (mut open, mut done) = (Vec::new(), BTreeSet::new());
    for path in modules.keys() {
        no_circle(path, &asks, &mut open, &mut done)?;
    }
    Ok(linked)
}

/// One module, and the paths of what it imports at once.
fn one(path: &str, text: &str, modules: &BTreeMap<String, String>) -> Result<(Value, Vec<String>)> {
    let refused = |Wrong { what, line }| Failure::run(format!("www/{path} cannot be linked: {what} in line {line}"));
    let script = Script::read(text).map_err(refused)?;
    script.linkable().map_err(refused)?;
    let (mut asked, mut places) = (Vec::new(), Vec::new());
    for Import { name, range, later } in script.imports() {
        let target = beside(path, &name).filter(|target| modules.contains_key(target));
        let target = target.ok_or_else(|| {
            Failure::run(format!("www/{path} cannot be linked: it imports {name}, which is not there"))
        })?;
        if later {
            places.push((range, format!("{LATER}{}", json!(target))));
        } else {
            // No character of a text that anybody writes; a module that has it cannot be linked this way.
            places.push((range, GAP.to_string()));
            asked.push(target);
        }
    }
    if text.contains(GAP) {
        return Err(Failure::run(format!(
            "www/{path} cannot be linked: it has the character U+{:04X}",
            u32::from(GAP)
        )));
    }
    let text = script.rewritten(&places);
    if asked.is_empty() {
        return Ok((Value::from(text), asked));
    }
    let mut pieces = Vec::new();
    for (index, piece) in text.split(GAP).enumerate() {
        if index > 0 {
            pieces.push(Value::from(asked[index - 1].as_str()));
        }
        pieces.push(Value::from(piece));
    }
    Ok((Value::from(pieces), asked))
}

/// Stands in the place of an address until the text is cut there.
const GAP: char = '\u{f8ff}';

/// Each module's address is made after those that it imports.
fn no_circle<'a>(
    path: &'a str,
    asks: &'a BTreeMap<&str, Vec<String>>,
    open: &mut Vec<&'a str>,
    done: &mut BTreeSet<&'a str>,
) -> Result<()> {
    if done.contains(path) {
        return Ok(());
    }
    if let Some(from) = open.iter().position(|it| *it == path) {
        open.push(path);
        return Err(Failure::run(format!("the page's modules import each other: {}", open[from..].join(" → "))));
    }
    open.push(path);
    for next in asks.get(path).into_iter().flatten() {
        no_circle(next, asks, open, done)?;
    }
    open.pop();
    done.insert(path);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn linked(modules: &[(&str, &str)]) -> Result<BTreeMap<String, Value>> {
        link(&modules.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect())
    }

    fn refused(modules: &[(&str, &str)]) -> String {
        match linked(modules) {
            Err(Failure::Run(message)) => message,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_module_is_cut_where_an_address_goes() {
        let main = "import { a } from \"./lab/a.js\"; // import \"./no.js\"\nexport * from './b.js';\n\
            const text = 'import \"./no.js\"', more = `import(\"./no.js\") ${await import(\"./b.js\")}`;\n";
        let found = linked(&[
            ("main.js", main),
            ("lab/a.js", "/** @type {import(\"./no.js\").T} */\nimport '../b.js'"),
            ("b.js", ""),
        ]);
        let found = found.unwrap();
        let rest = ";\nconst text = 'import \"./no.js\"', more = `import(\"./no.js\") \
            ${await globalThis.descentFiles.load(\"b.js\")}`;\n";
        assert_eq!(found["main.js"], json!(["import { a } from ", "lab/a.js", ";\nexport * from ", "b.js", rest]));
        assert_eq!(found["lab/a.js"], json!(["\nimport ", "b.js", ""]));
        assert_eq!(found["b.js"], json!(""));
    }

    #[test]
    fn what_is_not_there_is_named() {
        for name in ["./gone.js", "b.js", "/b.js", "../../b.js", "https://example.org/b.js"] {
            let message = refused(&[("lab/a.js", &format!("import \"{name}\";")), ("b.js", "")]);
            assert!(message.contains("www/lab/a.js") && message.contains(&format!("imports {name}")), "{message}");
        }
        assert!(refused(&[("a.js", "\n\nimport(b)")]).ends_with("not written out in line 3"));
        assert!(refused(&[("a.js", "'\u{f8ff}'")]).contains("U+F8FF"));
    }

    #[test]
    fn modules_in_a_circle_are_named() {
        let modules = [("a.js", "import './b.js'"), ("b.js", "import './c.js'"), ("c.js", "import './b.js'")];
        assert!(refused(&modules).ends_with("b.js → c.js → b.js"));
        // What is imported later has its address by then.
        assert!(linked(&[("a.js", "import './b.js'"), ("b.js", "import('./a.js')")]).is_ok());
    }
}
