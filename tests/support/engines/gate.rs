//! The page from a server that holds back what a test names, until the test lets it through.

use std::path::Path;

use axum::Router;
use axum::extract::Request;
use axum::middleware::{Next, from_fn};
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tower_http::services::ServeDir;

/// A running server; it ends with this value.
#[derive(Debug)]
pub struct Gate {
    url: String,
    open: watch::Sender<bool>,
    server: JoinHandle<()>,
}

impl Gate {
    /// Serves `folder`, but no address that contains `held`.
    pub async fn before(held: &'static str, folder: &Path) -> Self {
        let (open, opened) = watch::channel(false);
        let hold = from_fn(move |request: Request, next: Next| {
            let mut opened = opened.clone();
            async move {
                if request.uri().path().contains(held) {
                    // An error: the test is over.
                    let _ = opened.wait_for(|open| *open).await;
                }
                next.run(request).await
            }
        });
        let pages = Router::new().fallback_service(ServeDir::new(folder)).layer(hold);
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a free port");
        let url = format!("http://{}/", listener.local_addr().expect("its address"));
        let server = tokio::spawn(async move { axum::serve(listener, pages).await.expect("it serves") });
        Self { url, open, server }
    }

    /// The address of the page, ending in a slash.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Lets through what was held back, or holds it back again.
    pub fn set_open(&self, open: bool) {
        self.open.send_replace(open);
    }
}

impl Drop for Gate {
    fn drop(&mut self) {
        self.server.abort();
    }
}
