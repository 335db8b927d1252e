//! What a module takes from others and gives to them, as far as ours say it.

use std::ops::Range;

use super::{Script, Wrong, wrong};

/// A name that goes from one module to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passed {
    /// What it is called where it comes from.
    pub from: String,
    /// What it is called where it goes to.
    pub to: String,
}

/// Something that only a module can say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Statement {
    /// `import { a, b as c } from "./x.js";`, or without names.
    Import { names: Vec<Passed>, module: String },
    /// `import * as x from "./x.js";`
    ImportAll { name: String, module: String },
    /// `export { a as b } from "./x.js";`
    Again { names: Vec<Passed>, module: String },
    /// `export { a as b };`
    Export { names: Vec<Passed> },
    /// The word `export` before a constant, a function or a class of this name.
    Declare { name: String },
    /// `import("./x.js"`, without its last bracket.
    Later { module: String },
    /// `import.meta.url`
    Address,
}

impl Script<'_> {
    /// All that only a module can say, with where it stands.
    ///
    /// # Errors
    /// What ours do not say: default exports, exports of variables, which may change, and all of another module.
    pub fn statements(&self) -> Result<Vec<(Range<usize>, Statement)>, Wrong> {
        let places: Vec<usize> = self.places().collect();
        let one = |at: usize| {
            let found = if self.word(at) == Some("import") { self.one_import(at) } else { self.one_export(at) };
            found.map_err(|what| wrong(self.text, self.tokens[at].range.start, what))
        };
        places.into_iter().map(one).collect()
    }

    fn one_import(&self, at: usize) -> Result<(Range<usize>, Statement), &'static str> {
        let start = self.tokens[at].range.start;
        if self.is_mark(at, 1, b'.') {
            let is_address = self.word(at + 2) == Some("meta") && self.word(at + 4) == Some("url");
            return if is_address {
                Ok((start..self.end(at + 4), Statement::Address))
            } else {
                Err("it asks for more than its address")
            };
        }
        if self.is_mark(at, 1, b'(') {
            let name = self.named(at + 2).filter(|_| self.is_mark(at, 3, b')'));
            let module = name.ok_or("the name of an imported module is not written out")?;
            return Ok((start..self.end(at + 2), Statement::Later { module }));
        }
        if let Some(module) = self.named(at + 1) {
            return Ok((start..self.statement_end(at + 1), Statement::Import { names: Vec::new(), module }));
        }
        if self.is_mark(at, 1, b'*') {
            let name = self.word(at + 3).filter(|_| self.word(at + 2) == Some("as"));
            let (name, (module, end)) = name.zip(self.from(at + 4)).ok_or("an import that is not understood")?;
            return Ok((start..end, Statement::ImportAll { name: name.to_owned(), module }));
        }
        let (names, next) = self.names(at + 1).ok_or("an import that is not understood")?;
        let (module, end) = self.from(next).ok_or("an import that is not understood")?;
        Ok((start..end, Statement::Import { names, module }))
    }

    fn one_export(&self, at: usize) -> Result<(Range<usize>, Statement), &'static str> {
        let start = self.tokens[at].range.start;
        if let Some((names, next)) = self.names(at + 1) {
            return Ok(match self.from(next) {
                Some((module, end)) => (start..end, Statement::Again { names, module }),
                None => (start..self.statement_end(next - 1), Statement::Export { names }),
            });
        }
        let name = match self.word(at + 1) {
            Some("const" | "class") => self.word(at + 2),
            Some("function") => self.function(at + 1),
            Some("async") if self.word(at + 2) == Some("function") => self.function(at + 2),
            _ => None,
        };
        let name = name.ok_or("an export that is neither a constant nor a function nor a class")?;
        Ok((start..self.tokens[at + 1].range.start, Statement::Declare { name: name.to_owned() }))
    }

    /// The name of a function, which may be a generator.
    fn function(&self, at: usize) -> Option<&str> {
        self.word(if self.is_mark(at, 1, b'*') { at + 2 } else { at + 1 })
    }

    /// `{ a, b as c }` from its brace on, and what stands behind it.
    fn names(&self, at: usize) -> Option<(Vec<Passed>, usize)> {
        if !self.is_mark(at, 0, b'{') {
            return None;
        }
        let (mut names, mut at) = (Vec::new(), at + 1);
        while !self.is_mark(at, 0, b'}') {
            let from = self.word(at)?.to_owned();
            let renamed = self.word(at + 1) == Some("as");
            let to = if renamed { self.word(at + 2)?.to_owned() } else { from.clone() };
            names.push(Passed { from, to });
            at += if renamed { 3 } else { 1 };
            at += usize::from(self.is_mark(at, 0, b','));
        }
        Some((names, at + 1))
    }

    /// `from "./x.js"`: the module, and where the statement ends.
    fn from(&self, at: usize) -> Option<(String, usize)> {
        let module = self.named(at + 1).filter(|_| self.word(at) == Some("from"))?;
        Some((module, self.statement_end(at + 1)))
    }

    fn end(&self, at: usize) -> usize {
        self.tokens[at].range.end
    }

    /// Behind the token and the semicolon that may follow.
    fn statement_end(&self, at: usize) -> usize {
        self.end(if self.is_mark(at, 1, b';') { at + 1 } else { at })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Vec<(&str, Statement)> {
        let all = Script::read(text).unwrap().statements().unwrap();
        all.into_iter().map(|(range, statement)| (&text[range], statement)).collect()
    }

    fn passed(names: &[(&str, &str)]) -> Vec<Passed> {
        names.iter().map(|(from, to)| Passed { from: (*from).into(), to: (*to).into() }).collect()
    }

    #[test]
    fn each_statement_is_found_with_its_place() {
        let module = || "./x.js".to_owned();
        for (text, place, statement) in [
            ("import \"./x.js\";\na", "import \"./x.js\";", Statement::Import { names: vec![], module: module() }),
            (
                "import {\n  a, // why\n  b as c,\n} from './x.js'\na;",
                "import {\n  a, // why\n  b as c,\n} from './x.js'",
                Statement::Import { names: passed(&[("a", "a"), ("b", "c")]), module: module() },
            ),
            (
                "import * as x from \"./x.js\";",
                "import * as x from \"./x.js\";",
                Statement::ImportAll { name: "x".into(), module: module() },
            ),
            (
                "export { a as b } from \"./x.js\"; c",
                "export { a as b } from \"./x.js\";",
                Statement::Again { names: passed(&[("a", "b")]), module: module() },
            ),
            ("export { a };\nb", "export { a };", Statement::Export { names: passed(&[("a", "a")]) }),
            ("export const σ = 1;", "export ", Statement::Declare { name: "σ".into() }),
            ("export async function f() {}", "export ", Statement::Declare { name: "f".into() }),
            ("export function* g() {}", "export ", Statement::Declare { name: "g".into() }),
            ("export class C extends D {}", "export ", Statement::Declare { name: "C".into() }),
            ("f(() => import(\"./x.js\"));", "import(\"./x.js\"", Statement::Later { module: module() }),
            ("f(...import ( \"./x.js\" ));", "import ( \"./x.js\"", Statement::Later { module: module() }),
            ("`${import(\"./x.js\")}`", "import(\"./x.js\"", Statement::Later { module: module() }),
            ("new URL(\"../\", import.meta.url)", "import.meta.url", Statement::Address),
        ] {
            assert_eq!(said(text), [(place, statement)], "{text}");
        }
    }

    #[test]
    fn what_ours_do_not_say_is_refused() {
        for text in [
            "export default 1;",
            "export let a = 1;",
            "export var a;",
            "export const { a } = b;",
            "export * from \"./x.js\";",
            "import a from \"./x.js\";",
            "import(name);",
            "import(\"./a\" + b);",
            "import(`./a.js`);",
            "export default \"./a.js\";",
            "import.meta.env;",
        ] {
            let wrong = Script::read(&format!("\n{text}")).unwrap().statements().unwrap_err();
            assert_eq!(wrong.line, 2, "{text}");
        }
    }
}
