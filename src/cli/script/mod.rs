//! JavaScript told apart as far as bundling needs: what is code, what a comment, what a string, and which modules the code
//! imports. What only looks like an import, in a comment, a string, a template or a regular expression, is none.

mod statements;

use std::ops::Range;

pub use statements::{Passed, Statement};

/// What a piece of code is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Word,
    Number,
    Text,
    /// Of a template: all of it, or up to and from an expression in it.
    Template,
    Regex,
    Mark(u8),
}

#[derive(Clone, Debug)]
struct Token {
    kind: Kind,
    range: Range<usize>,
}

/// A script, read.
#[derive(Debug)]
pub struct Script<'a> {
    text: &'a str,
    tokens: Vec<Token>,
    comments: Vec<Range<usize>>,
}

/// What is wrong with a script, and on which line.
#[derive(Debug, PartialEq, Eq)]
pub struct Wrong {
    pub what: &'static str,
    pub line: usize,
}

impl<'a> Script<'a> {
    /// Reads `text`.
    ///
    /// # Errors
    /// Where a string, a comment, a template or a regular expression does not end.
    pub fn read(text: &'a str) -> Result<Self, Wrong> {
        let mut reader = Reader { text, at: 0, tokens: Vec::new(), comments: Vec::new(), braces: Vec::new() };
        reader.read().map_err(|what| wrong(text, reader.at, what))?;
        Ok(Self { text, tokens: reader.tokens, comments: reader.comments })
    }

    /// Where `import` or `export` stand. A property of that name is neither; `...import("./x.js")` is one.
    fn places(&self) -> impl Iterator<Item = usize> {
        (0..self.tokens.len()).filter(|&at| {
            let is_property = self.is_mark(at, -1, b'.') && !self.is_mark(at, -2, b'.');
            matches!(self.word(at), Some("import" | "export")) && !is_property && !self.is_mark(at, 1, b':')
        })
    }

    /// What stands in quotation marks, as it is written.
    fn named(&self, at: usize) -> Option<String> {
        let token = self.tokens.get(at).filter(|token| token.kind == Kind::Text)?;
        Some(self.text[token.range.start + 1..token.range.end - 1].to_owned())
    }

    fn word(&self, at: usize) -> Option<&'a str> {
        let token = self.tokens.get(at).filter(|token| token.kind == Kind::Word)?;
        Some(&self.text[token.range.clone()])
    }

    fn is_mark(&self, at: usize, away: isize, mark: u8) -> bool {
        let token = at.checked_add_signed(away).and_then(|at| self.tokens.get(at));
        token.is_some_and(|token| token.kind == Kind::Mark(mark))
    }

    /// The pieces of the text without comments and without the white space around lines, with `replace` put in the places
    /// that are named there, in their order.
    pub fn rewritten(&self, replace: &[(Range<usize>, String)]) -> String {
        let mut out = String::with_capacity(self.text.len());
        let is_replaced =
            |range: &Range<usize>| replace.iter().any(|(it, _)| it.start <= range.start && range.end <= it.end);
        let mut cuts: Vec<(Range<usize>, Option<&str>)> =
            self.comments.iter().filter(|range| !is_replaced(range)).map(|range| (range.clone(), None)).collect();
        cuts.extend(replace.iter().map(|(range, with)| (range.clone(), Some(with.as_str()))));
        // What stands in quotation marks of any kind is kept as it is.
        let is_kept = |token: &&Token| !matches!(token.kind, Kind::Mark(_) | Kind::Word) && !is_replaced(&token.range);
        let kept = self.tokens.iter().filter(is_kept);
        cuts.extend(kept.map(|token| (token.range.clone(), Some(&self.text[token.range.clone()]))));
        cuts.sort_by_key(|(range, _)| range.start);
        let mut at = 0;
        for (range, with) in cuts {
            squeeze(&self.text[at..range.start], &mut out);
            match with {
                Some(with) => out.push_str(with),
                // A comment that ends a line ends a statement, too.
                None => squeeze(if self.text[range.clone()].contains('\n') { "\n" } else { " " }, &mut out),
            }
            at = range.end;
        }
        squeeze(&self.text[at..], &mut out);
        out
    }
}

/// Code outside of everything quoted: of white space one character stays, the end of a line if there was one.
fn squeeze(code: &str, out: &mut String) {
    for letter in code.chars() {
        let blank = |it: char| it == ' ' || it == '\n';
        match letter {
            '\n' | '\r' => {
                if out.ends_with(' ') {
                    out.pop();
                }
                if !out.ends_with('\n') {
                    out.push('\n');
                }
            }
            ' ' | '\t' if out.ends_with(blank) => {}
            ' ' | '\t' => out.push(' '),
            other => out.push(other),
        }
    }
}

fn wrong(text: &str, at: usize, what: &'static str) -> Wrong {
    Wrong { what, line: text[..at.min(text.len())].matches('\n').count() + 1 }
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    tokens: Vec<Token>,
    comments: Vec<Range<usize>>,
    /// The braces that are open: whether each is that of an expression in a template.
    braces: Vec<bool>,
}

impl Reader<'_> {
    fn read(&mut self) -> Result<(), &'static str> {
        while let Some(byte) = self.byte(0) {
            let start = self.at;
            match byte {
                b' ' | b'\t' | b'\r' | b'\n' => self.at += 1,
                b'/' if self.byte(1) == Some(b'/') => self.comment(self.text[start..].find('\n'), 0),
                b'/' if self.byte(1) == Some(b'*') => {
                    let end = self.text[start + 2..].find("*/").ok_or("a comment does not end")?;
                    self.comment(Some(end + 2), 2);
                }
                b'"' | b'\'' => self.string(byte)?,
                b'`' => self.template()?,
                b'/' if self.expects_value() => self.regex()?,
                b'0'..=b'9' => self.take(Kind::Number, |byte| byte == b'.' || is_word(byte)),
                _ if is_word(byte) => self.take(Kind::Word, is_word),
                b'}' if self.braces.pop() == Some(true) => self.template()?,
                _ => {
                    if byte == b'{' {
                        self.braces.push(false);
                    }
                    self.at += 1;
                    self.push(Kind::Mark(byte), start);
                }
            }
        }
        if self.braces.contains(&true) { Err("a template does not end") } else { Ok(()) }
    }

    fn byte(&self, ahead: usize) -> Option<u8> {
        self.text.as_bytes().get(self.at + ahead).copied()
    }

    fn push(&mut self, kind: Kind, start: usize) {
        self.tokens.push(Token { kind, range: start..self.at });
    }

    fn take(&mut self, kind: Kind, belongs: impl Fn(u8) -> bool) {
        let start = self.at;
        while self.byte(0).is_some_and(&belongs) {
            self.at += 1;
        }
        self.push(kind, start);
    }

    /// Up to `end` from here and `more`; to the end of the text without.
    fn comment(&mut self, end: Option<usize>, more: usize) {
        let start = self.at;
        self.at = end.map_or(self.text.len(), |end| start + end + more);
        self.comments.push(start..self.at);
    }

    fn string(&mut self, mark: u8) -> Result<(), &'static str> {
        let start = self.at;
        self.at += 1;
        loop {
            match self.byte(0) {
                None | Some(b'\n') => return Err("a string does not end"),
                Some(b'\\') => self.at += 2,
                Some(byte) => {
                    self.at += 1;
                    if byte == mark {
                        break;
                    }
                }
            }
        }
        self.push(Kind::Text, start);
        Ok(())
    }

    /// From its mark, or from the brace after an expression in it, to its end or to the next expression.
    fn template(&mut self) -> Result<(), &'static str> {
        let start = self.at;
        self.at += 1;
        loop {
            match self.byte(0) {
                None => return Err("a template does not end"),
                Some(b'\\') => self.at += 2,
                Some(b'`') => {
                    self.at += 1;
                    break;
                }
                Some(b'$') if self.byte(1) == Some(b'{') => {
                    self.at += 2;
                    self.braces.push(true);
                    break;
                }
                Some(_) => self.at += 1,
            }
        }
        self.push(Kind::Template, start);
        Ok(())
    }

    fn regex(&mut self) -> Result<(), &'static str> {
        let start = self.at;
        let mut in_class = false;
        self.at += 1;
        loop {
            match self.byte(0) {
                None | Some(b'\n') => return Err("a regular expression does not end"),
                Some(b'\\') => self.at += 2,
                Some(byte) => {
                    self.at += 1;
                    match byte {
                        b'[' => in_class = true,
                        b']' => in_class = false,
                        b'/' if !in_class => break,
                        _ => {}
                    }
                }
            }
        }
        while self.byte(0).is_some_and(is_word) {
            self.at += 1;
        }
        self.push(Kind::Regex, start);
        Ok(())
    }

    /// Whether a `/` here begins a regular expression: after a value it divides. After `)` it is taken to divide, after `}` to
    /// begin one, as in all that formatters write.
    fn expects_value(&self) -> bool {
        const BEFORE_A_VALUE: [&str; 14] = [
            "return",
            "typeof",
            "case",
            "in",
            "of",
            "delete",
            "void",
            "throw",
            "new",
            "instanceof",
            "do",
            "else",
            "yield",
            "await",
        ];
        let Some(last) = self.tokens.last() else { return true };
        let text = &self.text[last.range.clone()];
        match last.kind {
            Kind::Number | Kind::Text | Kind::Regex | Kind::Mark(b')' | b']') => false,
            // What comes after the beginning of an expression in a template is a value.
            Kind::Template => text.ends_with("${"),
            Kind::Word => BEFORE_A_VALUE.contains(&text) && !self.is_property(),
            Kind::Mark(_) => true,
        }
    }

    /// Whether the last word is a property: `a.in / 2`.
    fn is_property(&self) -> bool {
        let before = self.tokens.len().checked_sub(2).map(|at| self.tokens[at].kind);
        before == Some(Kind::Mark(b'.'))
    }
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'$' || byte == b'#' || byte >= 0x80
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The modules that a text imports.
    fn imports(text: &str) -> Vec<String> {
        let all = Script::read(text).unwrap().statements().unwrap();
        let modules = all.into_iter().filter_map(|(_, statement)| match statement {
            Statement::Import { module, .. }
            | Statement::ImportAll { module, .. }
            | Statement::Again { module, .. }
            | Statement::Later { module } => Some(module),
            Statement::Export { .. } | Statement::Declare { .. } | Statement::Address => None,
        });
        modules.collect()
    }

    #[test]
    fn what_only_looks_like_an_import_is_none() {
        for text in [
            "// import \"./a.js\";\n",
            "/* import \"./a.js\";\n import('./b.js') */",
            "/** @type {import(\"./a.js\").T} */ let a;",
            "const a = 'import \"./a.js\";';",
            "const a = \"\\\"; import './a.js'\";",
            "const a = `\nimport \"./a.js\";\n`;",
            "const a = `${b}\nimport(\"./a.js\")${`export * from \"./b.js\"`}`;",
            "const a = /import \"[/]/.test(b), c = \"\"; /import('.\\/a.js')/g;",
            "if (a) { b } /`import(\"/.test(c)",
            "a.import(\"./a.js\"); a?.import('./b.js'); const b = { import: \"./a.js\", export: 1 };",
            "export { own };\nconst from = \"./a.js\";",
            "export { own }\nfrom\n= \"./a.js\";",
            "export const from = \"./a.js\";",
            "const half = a / 2; const b = 'import(\"./a.js\")' / 2;",
            "x = a[1] / f(2) / 3; // import('./a.js')",
        ] {
            assert_eq!(imports(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn what_does_not_end_is_refused_with_its_line() {
        let complaint = |text| Script::read(text).unwrap_err();
        assert_eq!(complaint("a;\nb = 'c\nd';"), Wrong { what: "a string does not end", line: 2 });
        assert_eq!(complaint("`${a").what, "a template does not end");
        assert_eq!(complaint("`${a}").what, "a template does not end");
        assert_eq!(complaint("/* a").what, "a comment does not end");
        assert_eq!(complaint("a = /b").what, "a regular expression does not end");
    }

    #[test]
    fn comments_and_the_space_around_lines_go_and_nothing_else() {
        let squeezed = |text| Script::read(text).unwrap().rewritten(&[]);
        assert_eq!(squeezed("// a\n\n  let a = 1; // b\n\tlet  b = 2;\n"), "\nlet a = 1;\nlet b = 2;\n");
        assert_eq!(squeezed("return /* a\n */ b; c /* d */+ e"), "return\nb; c + e");
        for kept in ["`a  //\n\n  ${b}  /* c */\n  `", "'//  a'", "/  [/]  \\/ /", "`${`  \n ${`  `}`}`", "\"\\\\\""] {
            assert_eq!(squeezed(kept), kept);
        }
    }

    #[test]
    fn a_statement_is_replaced_in_its_place() {
        let text = "import { /* a */ a } from \"./a.js\"; // import \"./a.js\"\nimport(\"./b.js\").then('import(\"./b.js\")');";
        let script = Script::read(text).unwrap();
        let places: Vec<_> =
            script.statements().unwrap().into_iter().map(|(range, _)| (range, "NEW".to_owned())).collect();
        assert_eq!(script.rewritten(&places), "NEW\nNEW).then('import(\"./b.js\")');");
    }
}
