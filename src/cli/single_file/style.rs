//! Style sheets that stand alone: what they import and the pictures that they name are put into them.

use std::path::Path;

use super::html::data_address;
use crate::cli::failure::{Failure, Result};
use crate::cli::paths::under;

/// The style sheet at `path` under `www`, with everything in it. `read` gives the bytes of a path under `www`.
///
/// # Errors
/// When something is not there, or is of a kind that no style sheet of ours names.
pub fn alone(path: &str, read: &dyn Fn(&str) -> Result<Vec<u8>>) -> Result<String> {
    let text = text_of(path, read(path)?)?;
    let mut out = String::with_capacity(text.len());
    let mut rest = without_comments(&text);
    while let Some((before, after)) = rest.split_once("url(") {
        let (name, behind) = after.split_once(')').unwrap_or((after, ""));
        let name = name.trim().trim_matches(['"', '\'']);
        if name.starts_with("data:") || name.starts_with('#') {
            out.push_str(before);
            out.push_str("url(");
            rest = after.to_owned();
            continue;
        }
        let missing = || Failure::run(format!("www/{path} names {name}, which the one file cannot carry"));
        let target = under(path, name).ok_or_else(missing)?;
        if let Some(before) = before.strip_suffix("@import ") {
            let (condition, behind) = behind.split_once(';').unwrap_or((behind, ""));
            if !condition.trim().is_empty() {
                return Err(missing());
            }
            out.push_str(before);
            out.push_str(&alone(&target, read)?);
            rest = behind.to_owned();
            continue;
        }
        let kind = match Path::new(&target).extension().and_then(|kind| kind.to_str()) {
            Some("svg") => "image/svg+xml",
            Some("png") => "image/png",
            _ => return Err(missing()),
        };
        out.push_str(before);
        out.push_str("url(\"");
        out.push_str(&data_address(kind, &read(&target)?));
        out.push_str("\")");
        rest = behind.to_owned();
    }
    out.push_str(&rest);
    Ok(out)
}

/// The text of a file.
///
/// # Errors
/// When it is not UTF-8.
pub fn text_of(path: &str, bytes: Vec<u8>) -> Result<String> {
    String::from_utf8(bytes).map_err(|_| Failure::run(format!("www/{path} is not a text in UTF-8")))
}

/// No string in our style sheets has the beginning of a comment.
fn without_comments(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        out.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, behind)| behind);
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(path: &str) -> Result<Vec<u8>> {
        Ok(match path {
            "a/main.css" => {
                "@import url(\"b/more.css\");\n/* url(no.svg) */p { background: url('../icon.svg') }\n\
                q { fill: url(#ink); background: url(data:,) }"
            }
            "a/b/more.css" => "i { background: url(../../icon.svg) }",
            "icon.svg" => "<svg/>",
            "alien.css" => "p { background: url(https://example.org/a.svg) }",
            "font.css" => "@font-face { src: url(a.woff) }",
            "narrow.css" => "@import url(a/b/more.css) (width < 400px);",
            _ => return Err(Failure::run(path)),
        }
        .into())
    }

    #[test]
    fn what_a_sheet_names_is_put_into_it() {
        let icon = "url(\"data:image/svg+xml;base64,PHN2Zy8+\")";
        let sheet = format!(
            "i {{ background: {icon} }}\np {{ background: {icon} }}\nq {{ fill: url(#ink); background: url(data:,) }}"
        );
        assert_eq!(alone("a/main.css", &read).unwrap(), sheet);
    }

    #[test]
    fn what_cannot_be_put_there_is_refused() {
        for path in ["alien.css", "font.css", "narrow.css", "gone.css"] {
            assert!(alone(path, &read).is_err(), "{path}");
        }
        assert!(text_of("a", vec![0xff]).is_err());
    }
}
