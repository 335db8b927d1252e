//! What the browser is given to measure, and what it says about it.

use axum::Router;
use axum::extract::State;
use axum::http::header::{HOST, ORIGIN};
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use serde::Deserialize;
use tokio::sync::mpsc::Sender;
use tower_http::services::ServeDir;

use super::Both;
use crate::cli::project::Project;
use crate::cli::site;

/// Where the page of `benches/browser` is served.
pub const ADDRESS: &str = "/benches/browser/";

/// What the page says while it measures, one at a time.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Message {
    /// The name of the measurement that now begins.
    Doing(String),
    /// It cannot go on, in its own words.
    Failed(String),
    Done(Answer),
}

/// All that was measured, in milliseconds.
#[derive(Debug, Deserialize)]
pub struct Answer {
    /// Each epoch.
    pub simd: Both<Vec<f64>>,
    pub plain: Both<Vec<f64>>,
    pub evaluate: Vec<f64>,
    /// One drawing.
    pub classify: Vec<f64>,
}

/// The project's page with the measuring one beside it; what that says goes to `messages`.
pub fn router(project: &Project, messages: Sender<Message>) -> Router {
    let own = Router::new().route("/benches/report", post(receive)).with_state(messages);
    let files = ServeDir::new(project.root().join("benches/browser"));
    site::guarded(site::pages(project).merge(own).nest_service(ADDRESS.trim_end_matches('/'), files))
}

async fn receive(State(messages): State<Sender<Message>>, headers: HeaderMap, body: String) -> StatusCode {
    if !is_own(&headers) {
        return StatusCode::FORBIDDEN;
    }
    let message = serde_json::from_str(&body)
        .unwrap_or_else(|error| Message::Failed(format!("its report cannot be read: {error}")));
    match messages.send(message).await {
        Ok(()) => StatusCode::NO_CONTENT,
        Err(_) => StatusCode::GONE,
    }
}

/// Whether a page of ours sent it: any page in any browser can send to this machine, but not under our name.
fn is_own(headers: &HeaderMap) -> bool {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    text(ORIGIN).and_then(|origin| origin.strip_prefix("http://")).is_some_and(|origin| text(HOST) == Some(origin))
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    #[test]
    fn only_our_own_page_may_report() {
        let from = |origin| {
            let values = [(HOST, "127.0.0.1:80"), (ORIGIN, origin)];
            is_own(&values.map(|(name, value)| (name, HeaderValue::from_static(value))).into_iter().collect())
        };
        assert!(from("http://127.0.0.1:80"));
        for foreign in ["http://127.0.0.1:81", "https://example.org", "null", ""] {
            assert!(!from(foreign), "{foreign}");
        }
        assert!(!is_own(&HeaderMap::new()));
    }

    #[test]
    fn messages_are_read() {
        let done = r#"{"done":{"simd":{"784-30-10":[60.5],"784-100-10":[9]},"plain":{"784-30-10":[],"784-100-10":[]},"evaluate":[],"classify":[0.1]}}"#;
        let Ok(Message::Done(answer)) = serde_json::from_str(done) else { panic!("{done} is not read") };
        assert_eq!((answer.simd.small, answer.simd.large), (vec![60.5], vec![9.0]));
        assert!(matches!(serde_json::from_str(r#"{"failed":"why"}"#), Ok(Message::Failed(why)) if why == "why"));
    }
}
