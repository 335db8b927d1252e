//! Our scripts and style sheets without what only their readers need: comments, and the blanks before a line.

/// Of the source of a module or a style sheet, what a browser needs. Each line stays where it is, so that what a browser
/// reports of a line is found in the source.
///
/// Only comments that begin a line are taken out, as ours do. A source with a text over several lines stays as it is: its
/// lines could look like comments.
pub fn lean(text: &str) -> String {
    if text.lines().any(|line| code_of(line).matches('`').count() % 2 == 1) {
        return text.to_owned();
    }
    let mut kept = String::with_capacity(text.len());
    let mut inside = false;
    for line in text.lines() {
        let (rest, still) = without_comments(line, inside);
        inside = still;
        kept.push_str(rest);
        kept.push('\n');
    }
    kept
}

/// The line unless it is a comment: in those a mark of a text means nothing.
fn code_of(line: &str) -> &str {
    let line = line.trim_start();
    if ["//", "/*", "*"].iter().any(|mark| line.starts_with(mark)) { "" } else { line }
}

/// What is left of a line that begins inside a comment or not, and whether it ends inside one.
fn without_comments(line: &str, mut inside: bool) -> (&str, bool) {
    let mut rest = line.trim();
    loop {
        if inside {
            let Some((_, after)) = rest.split_once("*/") else { return ("", true) };
            rest = after.trim_start();
            inside = false;
        } else if rest.starts_with("/*") {
            rest = &rest[2..];
            inside = true;
        } else {
            return (if rest.starts_with("//") { "" } else { rest }, false);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_go_and_lines_stay() {
        let text = "// @ts-check\n/**\n * Why `one.\n */\nexport function f(a) {\n  /* b */ /** @type {C} */ (a).b();\n  \
            return \"/* no */ // no\"; // yes\n}\n";
        assert_eq!(lean(text), "\n\n\n\nexport function f(a) {\n(a).b();\nreturn \"/* no */ // no\"; // yes\n}\n");
        assert_eq!(lean("/* a\n   b */\n.c {\n  d: e;\n}\n"), "\n\n.c {\nd: e;\n}\n");
    }

    #[test]
    fn a_text_over_several_lines_stays_as_it_is() {
        let text = "// why\nconst a = `\n  // no comment\n`;\n";
        assert_eq!(lean(text), text);
        assert_eq!(lean("  const a = `one` + `two`;\n"), "const a = `one` + `two`;\n");
    }
}
