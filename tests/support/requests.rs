//! What a page asked of the network, read from the log that Chromium's network service writes. Unlike the events of
//! one page, it also has the requests of workers.

use serde_json::Value;

/// The requests to other places than `origin` in a log of Chromium's network service, that pages of `origin` made.
/// What the browser asks for itself has no initiator among them.
pub fn foreign(log: &str, origin: &str) -> Vec<String> {
    let origin = origin.trim_end_matches('/');
    let mut found: Vec<String> = initiated_by(log, origin).filter(|url| !is_within(url, origin)).collect();
    found.sort();
    found.dedup();
    found
}

/// The addresses that pages of `origin` asked for.
fn initiated_by<'a>(log: &'a str, origin: &'a str) -> impl Iterator<Item = String> + 'a {
    // One event a line, after a first line of constants; a log cut short still has whole lines.
    log.lines().filter_map(move |line| {
        let event: Value = serde_json::from_str(line.trim_end_matches(',')).ok()?;
        let parameters = event.get("params")?;
        if parameters.get("initiator")?.as_str()? != origin {
            return None;
        }
        Some(parameters.get("url")?.as_str()?.to_owned())
    })
}

fn is_within(url: &str, origin: &str) -> bool {
    url.strip_prefix(origin).is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?', '#']))
}
