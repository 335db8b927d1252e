//! Which files a browser fetches before it runs a page: what the HTML names, and what modules import from there on.
//!
//! `import("./x.js")` fetches later and is not followed.

use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};

use super::failure::{Failure, Result};
use super::files;
use super::script::{Script, Wrong};

/// The files under `root` that are fetched for `entries` (paths under `root`; HTML, modules or others), themselves
/// included.
pub fn fetched(root: &Path, entries: &[&str]) -> Result<BTreeSet<PathBuf>> {
    let mut found = BTreeSet::new();
    let mut open: Vec<PathBuf> = entries.iter().map(PathBuf::from).collect();
    while let Some(file) = open.pop() {
        if found.contains(&file) {
            continue;
        }
        let text = files::read(&root.join(&file))?;
        let text = String::from_utf8_lossy(&text);
        let names = match file.extension().and_then(|kind| kind.to_str()) {
            Some("html") => named_in_html(&text).into_iter().map(str::to_owned).collect(),
            Some("js") => imported(&text).map_err(|Wrong { what, line }| {
                Failure::run(format!("{} cannot be read: {what} in line {line}", root.join(&file).display()))
            })?,
            _ => Vec::new(),
        };
        for name in names {
            let beside = file.parent().unwrap_or(Path::new("")).join(&name);
            let next = normal(&beside).filter(|next| root.join(next).is_file());
            open.push(next.ok_or_else(|| {
                Failure::run(format!("{} asks for {name}, which is not there", root.join(&file).display()))
            })?);
        }
        found.insert(file);
    }
    Ok(found)
}

/// The addresses in `href` and `src` of tags that fetch: links to styles and the icon, scripts, pictures.
fn named_in_html(text: &str) -> Vec<&str> {
    let tags = text.split('<').filter(|tag| ["link ", "script ", "img "].iter().any(|name| tag.starts_with(name)));
    // Asked for only when the page is installed.
    let tags = tags.filter(|tag| !tag.contains("\"manifest\"") && !tag.contains("\"apple-touch-icon\""));
    let value = |tag, name| quoted(after(tag, name)?);
    tags.filter_map(|tag| value(tag, " href=").or_else(|| value(tag, " src="))).collect()
}

/// The addresses of the static imports of a module.
fn imported(text: &str) -> std::result::Result<Vec<String>, Wrong> {
    let all = Script::read(text)?.imports();
    Ok(all.into_iter().filter(|import| !import.later).map(|import| import.name).collect())
}

fn after<'a>(text: &'a str, what: &str) -> Option<&'a str> {
    text.split_once(what).map(|(_, rest)| rest)
}

/// What stands between the quotation marks that `text` begins with.
fn quoted(text: &str) -> Option<&str> {
    let mark = text.chars().next().filter(|mark| matches!(mark, '"' | '\''))?;
    text[1..].split_once(mark).map(|(inside, _)| inside)
}

/// Without `.` and `..`; none if it leads out of the root.
fn normal(path: &Path) -> Option<PathBuf> {
    let mut normal = PathBuf::new();
    for part in path.components() {
        match part {
            Component::Normal(name) => normal.push(name),
            Component::CurDir => {}
            Component::ParentDir if normal.pop() => {}
            _ => return None,
        }
    }
    Some(normal)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn static_imports_are_found_and_nothing_else() {
        let text = "// import \"./comment.js\";\nimport \"./effect.js\";\nimport * as glue from './glue.js';\n\
            import {\n  one,\n  two,\n} from \"../several.js\";\nexport { three } from \"./again.js\";\nexport { own };\n\
            /** @type {import(\"./type.js\").T} */\nconst from = \"./no.js\";\nawait import(\"./later.js\");\n\
            export const load = () => import(\"./later.js\");\n";
        assert_eq!(imported(text).unwrap(), ["./effect.js", "./glue.js", "../several.js", "./again.js"]);
    }

    #[test]
    fn the_files_that_html_fetches_are_found() {
        let text =
            "<link rel=\"icon\" href=\"a.svg\" />\n<script type=\"module\" src='b.js'></script><a href=\"c\">c</a>";
        assert_eq!(named_in_html(text), ["a.svg", "b.js"]);
    }

    #[test]
    fn imports_are_followed_and_a_missing_file_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| files::write(&folder.path().join(name), text.as_bytes()).unwrap();
        write("index.html", "<link href=\"w/s.css\"><script src=\"w/main.js\"></script>");
        write("w/s.css", "");
        write("w/main.js", "import { a } from \"./labs/a.js\";\nimport(\"./b.js\");\n");
        write("w/labs/a.js", "import \"../main.js\";\n");
        let names = fetched(folder.path(), &["index.html"]).unwrap();
        assert_eq!(names, ["index.html", "w/labs/a.js", "w/main.js", "w/s.css"].map(PathBuf::from).into());
        write("w/labs/a.js", "import \"./gone.js\";\n");
        let Err(Failure::Run(message)) = fetched(folder.path(), &["index.html"]) else { panic!("nothing is missing") };
        assert!(message.contains("a.js asks for ./gone.js"), "{message}");
        write("w/labs/a.js", "import \"../../../out.js\";\n");
        assert!(fetched(folder.path(), &["index.html"]).is_err());
    }
}
