//! Paths under `www`, as the files of the page name each other.

use std::path::{Component, Path};

/// The path under `www` of what a file at `path` calls `name`; none for what is elsewhere.
pub fn beside(path: &str, name: &str) -> Option<String> {
    if !name.starts_with("./") && !name.starts_with("../") {
        return None;
    }
    under(path, name)
}

/// The same where a name need not begin with a dot, as in a style sheet.
pub fn under(path: &str, name: &str) -> Option<String> {
    let mut parts: Vec<&str> = path.split('/').collect();
    parts.pop();
    for part in Path::new(name).components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => drop(parts.pop()?),
            Component::Normal(part) => parts.push(part.to_str()?),
            _ => return None,
        }
    }
    Some(parts.join("/"))
}

/// From the file at `path` to `www`, as the beginning of an address.
pub fn to_root(path: &str) -> String {
    let depth = path.matches('/').count();
    if depth == 0 { "./".into() } else { "../".repeat(depth) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_do_not_lead_out_of_www() {
        assert_eq!(under("lab/a.css", "../icon.svg").as_deref(), Some("icon.svg"));
        assert_eq!(under("lab/a.css", "b/./c.css").as_deref(), Some("lab/b/c.css"));
        assert_eq!(under("a.css", "../icon.svg"), None);
        assert_eq!(under("a.css", "/icon.svg"), None);
        assert_eq!(beside("a.js", "b.js"), None);
    }
}
