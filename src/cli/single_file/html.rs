//! `index.html` turned into the one file: what it names is put into it, and what only a served page needs is left out.

use std::fmt::Write;
use std::ops::Range;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::cli::failure::{Failure, Result};

/// Words for a browser that cannot open the file, shown by `boot.js`.
const WORDS: &str = include_str!("words.html");
const UNPACK: &str = include_str!("unpack.js");
const BOOT: &str = include_str!("boot.js");

/// By this, right after the doctype, a file is known to have been made here.
pub const MARK: &str = "<!-- Descent in one file -->";

/// What `index.html` asks for, in its order, as paths under `www`.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Named {
    pub styles: Vec<String>,
    pub modules: Vec<String>,
    pub icon: Option<String>,
}

/// One tag of the page that the one file has not, or has otherwise.
#[derive(Debug)]
struct Tag<'a> {
    range: Range<usize>,
    name: &'a str,
    text: &'a str,
}

impl<'a> Tag<'a> {
    fn value(&self, attribute: &str) -> Option<&'a str> {
        let opening = format!("{attribute}=\"");
        let places = self.text.match_indices(&opening);
        let (at, _) = places.into_iter().find(|(at, _)| self.text[..*at].ends_with(char::is_whitespace))?;
        self.text[at + opening.len()..].split_once('"').map(|(value, _)| value)
    }

    fn under_www(&self, attribute: &str) -> Result<String> {
        let value = self.value(attribute).and_then(|value| value.trim_start_matches("./").strip_prefix("www/"));
        let value =
            value.ok_or_else(|| Failure::run(format!("index.html has a tag that names no file: {}", self.text)))?;
        Ok(value.to_owned())
    }
}

/// The comments, and outside of them the tags `link`, `meta` and `script`; a script with its end.
fn tags(html: &str) -> Vec<Tag<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(next) = html[at..].find('<').map(|next| at + next) {
        let rest = &html[next..];
        if rest.starts_with("<!--") {
            at = rest.find("-->").map_or(html.len(), |end| next + end + 3);
            found.push(Tag { range: next..at, name: "!--", text: &html[next..at] });
            continue;
        }
        let name = ["link", "meta", "script"].into_iter().find(|name| {
            rest[1..]
                .strip_prefix(name)
                .is_some_and(|rest| rest.starts_with(|it: char| it.is_whitespace() || it == '>'))
        });
        let Some(name) = name else {
            at = next + 1;
            continue;
        };
        let end = if name == "script" { "</script>" } else { ">" };
        at = rest.find(end).map_or(html.len(), |it| next + it + end.len());
        found.push(Tag { range: next..at, name, text: &html[next..at] });
    }
    found
}

/// What `html` asks for.
///
/// # Errors
/// When a style, a module or the icon is not under `www`.
pub fn named(html: &str) -> Result<Named> {
    let mut named = Named::default();
    for tag in tags(html) {
        match (tag.name, tag.value("rel"), tag.value("type")) {
            ("link", Some("stylesheet"), _) => named.styles.push(tag.under_www("href")?),
            ("link", Some("icon"), Some("image/svg+xml")) => named.icon = Some(tag.under_www("href")?),
            ("script", _, Some("module")) => named.modules.push(tag.under_www("src")?),
            _ => {}
        }
    }
    Ok(named)
}

/// What goes into the page besides its text.
#[derive(Debug)]
pub struct Contents<'a> {
    /// All styles, in one.
    pub style: &'a str,
    /// Their paths under `www`, by which `styles.js` knows them.
    pub sheets: &'a [String],
    /// An address with the icon in it.
    pub icon: Option<&'a str>,
    /// What the page carries: its name, and bytes.
    pub parts: &'a [(String, Vec<u8>)],
}

/// The page with everything in it.
///
/// # Errors
/// When it has no head or no body.
pub fn page(html: &str, contents: &Contents) -> Result<String> {
    // A browser ends a script there, whatever stands around it.
    let boot = format!("{UNPACK}{BOOT}").replace("</", "<\\/");
    let style = contents.style.replace("</", "<\\/");
    let policy = format!(
        "default-src 'none'; script-src {} blob: 'wasm-unsafe-eval'; worker-src blob:; style-src {} blob:; img-src data: \
        blob:; connect-src data: blob:; base-uri 'none'; form-action 'none'",
        hash(&boot),
        hash(&style),
    );
    let mut out = String::new();
    let mut at = 0;
    for tag in tags(html) {
        // Of what is said about the page only the policy is another; a social picture would be somewhere else.
        let kept = tag.name == "meta" && tag.value("http-equiv").is_none() && tag.value("property").is_none();
        if kept {
            continue;
        }
        out.push_str(html[at..tag.range.start].trim_end_matches([' ', '\n']));
        at = tag.range.end;
    }
    out.push_str(&html[at..]);
    let mut head = format!("\n    <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\" />\n");
    if let Some(icon) = contents.icon {
        let _ = writeln!(head, "    <link rel=\"icon\" href=\"{icon}\" type=\"image/svg+xml\" />");
    }
    let _ = write!(head, "    <style data-sheets=\"{}\">{style}</style>\n  ", contents.sheets.join(" "));
    let mut end = String::new();
    for (name, bytes) in contents.parts {
        let text = super::armour::encode(bytes);
        let _ = writeln!(
            end,
            "<script type=\"text/plain\" data-file=\"{name}\" data-length=\"{}\">{text}</script>",
            bytes.len()
        );
    }
    let _ = write!(end, "<script>{boot}</script>\n  ");
    insert(&mut out, "<!doctype html>", false, &format!("\n{MARK}"))?;
    insert(&mut out, "</head>", true, &head)?;
    insert(&mut out, "</noscript>", false, &format!("\n{}", WORDS.trim_end()))?;
    insert(&mut out, "</body>", true, &end)?;
    Ok(out)
}

/// Puts `what` in front of or behind the first `place`.
fn insert(html: &mut String, place: &str, before: bool, what: &str) -> Result<()> {
    let at = html.find(place).ok_or_else(|| Failure::run(format!("index.html has no {place}")))?;
    html.insert_str(if before { at } else { at + place.len() }, what);
    Ok(())
}

/// By which the policy knows a script or a style that stands in the page.
fn hash(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text.as_bytes())))
}

/// An address with the bytes in it.
pub fn data_address(kind: &str, bytes: &[u8]) -> String {
    format!("data:{kind};base64,{}", STANDARD.encode(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    const INDEX: &str = "<!doctype html>\n<html>\n<head>\n<meta charset=\"utf-8\" />\n<meta\n  http-equiv=\"X\" content=\"y\" />\n\
        <meta property=\"og:image\" content=\"https://example.org/\" /><meta name=\"a\" content=\"b\" />\n\
        <!-- <script type=\"module\" src=\"www/no.js\"></script> -->\n\
        <link rel=\"icon\" href=\"www/i.svg\" type=\"image/svg+xml\" /><link rel=\"manifest\" href=\"www/m.json\" />\n\
        <link rel=\"stylesheet\" href=\"www/s.css\" />\n<link rel=\"modulepreload\" href=\"www/a.js\" />\n\
        <script defer src=\"www/from-file.js\"></script><script type=\"module\" src=\"www/a.js\"></script>\n\
        <script\n type=\"module\"\n src=\"./www/b.js\"></script>\n</head>\n\
        <body><main><noscript>No</noscript></main>\n</body></html>";

    fn made(index: &str) -> Result<String> {
        let parts = [("page".to_owned(), b"Descent".to_vec())];
        let sheets = ["s.css".to_owned()];
        let style = "p {} /* </style> */";
        page(index, &Contents { style, sheets: &sheets, icon: Some("data:,"), parts: &parts })
    }

    #[test]
    fn what_the_page_names_is_found() {
        let own = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        let found = named(INDEX).unwrap();
        let icon = Some("i.svg".to_owned());
        assert_eq!(found, Named { styles: own(&["s.css"]), modules: own(&["a.js", "b.js"]), icon });
        assert!(named("<link rel=\"stylesheet\" href=\"https://example.org/a.css\" />").is_err());
        assert!(named("<script type=\"module\">inline</script>").is_err());
    }

    #[test]
    fn nothing_outside_is_named_any_more() {
        let text = made(INDEX).unwrap();
        for gone in ["www/s.css", "www/m.json", "src=", "example.org", "http-equiv=\"X\""] {
            assert!(!text.contains(gone), "{gone} is in {text}");
        }
        for there in [
            "charset=\"utf-8\"",
            "name=\"a\"",
            "href=\"data:,\"",
            "id=\"too-old\"",
            "<style data-sheets=\"s.css\">p {} /* <\\/style> */</style>",
        ] {
            assert!(text.contains(there), "{there} is not in {text}");
        }
        assert!(text.starts_with(&format!("<!doctype html>\n{MARK}")));
        // Each script has one end, and the policy stands before all of them.
        assert_eq!(text.matches("</script>").count(), 2, "{text}");
        assert!(text.find("Content-Security-Policy") < text.find("<style"));
    }

    #[test]
    fn the_policy_knows_the_script_and_the_style() {
        let text = made(INDEX).unwrap();
        let inside = |from: &str, to: &str| {
            let (_, rest) = text.rsplit_once(from).unwrap();
            rest.split_once(to).unwrap().0
        };
        for content in [inside("<script>", "</script>"), inside("<style data-sheets=\"s.css\">", "</style>")] {
            assert!(text.contains(&hash(content)), "{content}");
        }
        assert_eq!(hash(""), "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
    }

    #[test]
    fn a_page_of_another_shape_is_refused() {
        for part in ["<!doctype html>", "</head>", "</noscript>", "</body>"] {
            assert!(made(&INDEX.replace(part, "")).is_err(), "{part}");
        }
    }
}
