//! What the server shows, and to whom: `index.html` and `www`, to pages that it served itself.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HOST, IF_RANGE, RANGE, REFERRER_POLICY, VARY,
    X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use tower_http::services::{ServeDir, ServeFile};

use super::project::Project;
use super::published::{PUBLISHED_WORKER, WORKER};

/// The page of `project` as an HTTP service.
pub fn router(project: &Project) -> Router {
    let www: Arc<Path> = project.www().into();
    guarded(pages(project).layer(middleware::from_fn_with_state(www, stay_within)))
}

/// Its files alone; to be [`guarded`].
pub fn pages(project: &Project) -> Router {
    // In a published folder each text is there packed, too.
    let file = |path: PathBuf| ServeFile::new(path).precompressed_br().precompressed_gzip();
    let folder = ServeDir::new(project.www()).append_index_html_on_directories(false);
    let worker = if project.is_published() { PUBLISHED_WORKER } else { WORKER };
    Router::new()
        .route_service("/", file(project.index()))
        .route_service("/index.html", file(project.index()))
        .route_service("/sw.js", file(project.root().join(worker)))
        .nest_service("/www", folder.precompressed_br().precompressed_gzip())
}

/// `routes` for this machine's own names only, and with the headers that hold for every answer.
pub fn guarded(routes: Router) -> Router {
    routes.layer(middleware::from_fn(guard))
}

/// What the page says of itself in `index.html`, as a header: so it holds for the worker, too, which asks for nothing of its own.
macro_rules! policy {
    ($ancestors: literal) => {
        concat!(
            "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self' blob:; manifest-src 'self'; \
             style-src 'self'; img-src 'self' data: blob:; connect-src 'self' data: blob:; base-uri 'self'; \
             form-action 'none'; object-src 'none'; frame-ancestors ",
            $ancestors
        )
    };
}

/// No other page may show this one in a frame, except where it asks to be shown so.
const POLICY: &str = policy!("'self'");
const EMBEDDED_POLICY: &str = policy!("'self' http: https: file:");

/// Headers that hold for every answer: no other site's window, page or script gets at what is served, and the page asks for none
/// of the machine's devices.
const SHIELDS: [(HeaderName, &str); 5] = [
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (REFERRER_POLICY, "no-referrer"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), bluetooth=()",
    ),
];

/// Whether a page within another page is asked for.
fn is_embedded(request: &Request) -> bool {
    request.uri().query().is_some_and(|query| query.split('&').any(|part| part.starts_with("embed=")))
}

/// Turns away what no page of ours asks for, and adds the headers that hold for every file.
async fn guard(mut request: Request, next: Next) -> Response {
    // Who has a part already wants the rest only of the same file. Whether it is the same is not looked into: the whole is always
    // right (RFC 9110, 13.1.5 and 14.2).
    if request.headers().contains_key(IF_RANGE) {
        request.headers_mut().remove(RANGE);
    }
    let policy = if is_embedded(&request) { EMBEDDED_POLICY } else { POLICY };
    let mut response = if !is_local(request.headers()) {
        (StatusCode::MISDIRECTED_REQUEST, "Descent answers only to this machine's own names.\n").into_response()
    } else if is_suspicious(request.uri().path()) || is_endless(request.uri().path()) {
        StatusCode::NOT_FOUND.into_response()
    } else {
        next.run(request).await
    };
    let headers = response.headers_mut();
    // A changed file shows at once; one that did not change is answered with 304.
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
    headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
    for (name, value) in SHIELDS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    name_charset(headers);
    response
}

/// Turns away what leads out of `www` by a link.
async fn stay_within(State(www): State<Arc<Path>>, request: Request, next: Next) -> Response {
    let is_within = request.uri().path().strip_prefix("/www/").is_none_or(|path| {
        // The packed file is sent in place of the plain one.
        let files = ["", ".br", ".gz"].map(|packed| www.join(format!("{path}{packed}")));
        let whole = |path: &Path| path.canonicalize().ok();
        let Some(www) = whole(&www) else { return false };
        whole(&files[0]).is_some() && files.iter().filter_map(|file| whole(file)).all(|file| file.starts_with(&www))
    });
    if is_within { next.run(request).await } else { StatusCode::NOT_FOUND.into_response() }
}

/// Whether the request was made to a name of this machine. Another name means that a foreign site made its own name
/// point here (DNS rebinding), to read what is served.
fn is_local(headers: &HeaderMap) -> bool {
    let Some(host) = headers.get(HOST).and_then(|host| host.to_str().ok()) else { return false };
    let name = match host.rsplit_once(':') {
        Some((name, port)) if !port.is_empty() && port.bytes().all(|digit| digit.is_ascii_digit()) => name,
        _ => host,
    };
    let name = name.to_ascii_lowercase();
    matches!(name.as_str(), "127.0.0.1" | "localhost" | "[::1]") || name.ends_with(".localhost")
}

/// Hidden files, ways up, and the escapes by which either could be disguised; no file of the page has such a name.
fn is_suspicious(path: &str) -> bool {
    let path = path.to_ascii_lowercase();
    path.contains("/.") || path.contains('\\') || ["%2e", "%2f", "%5c", "%00", "%25"].iter().any(|it| path.contains(it))
}

/// Longer than any name of the page, so that no file system is asked for one that it could not hold: for those it has another
/// error than for a name that is not there.
fn is_endless(path: &str) -> bool {
    path.len() > 1024 || path.split('/').any(|name| name.len() > 200)
}

/// All our text is UTF-8.
fn name_charset(headers: &mut HeaderMap) {
    let Some(kind) = headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()) else { return };
    if kind.starts_with("text/")
        && !kind.contains("charset")
        && let Ok(value) = HeaderValue::from_str(&format!("{kind}; charset=utf-8"))
    {
        headers.insert(CONTENT_TYPE, value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn host(value: &str) -> HeaderMap {
        HeaderMap::from_iter([(HOST, HeaderValue::from_str(value).unwrap())])
    }

    #[test]
    fn only_this_machines_names_are_answered() {
        for name in ["127.0.0.1:8080", "127.0.0.1", "localhost:8080", "LOCALHOST", "[::1]:8080", "descent.localhost:1"]
        {
            assert!(is_local(&host(name)), "{name}");
        }
        for name in
            ["example.org", "example.org:8080", "127.0.0.1.example.org", "localhost.example.org:80", "", "10.0.0.1"]
        {
            assert!(!is_local(&host(name)), "{name}");
        }
        assert!(!is_local(&HeaderMap::new()));
    }

    #[test]
    fn disguised_paths_are_suspicious() {
        for path in
            ["/www/../Cargo.toml", "/www/%2e%2E/Cargo.toml", "/www/..%2fCargo.toml", "/www/.hidden", "/www/%252e"]
        {
            assert!(is_suspicious(path), "{path}");
        }
        for path in ["/", "/www/main.js", "/www/data/train-images-idx3-ubyte.gz"] {
            assert!(!is_suspicious(path) && !is_endless(path), "{path}");
        }
    }
}
