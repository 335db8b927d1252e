//! What the page promises its readers within limits: how much they download, how long they wait, what they see without
//! scrolling. `cargo test --release --test limits` measures all of it on this machine and with its browser and fonts, and
//! prints a table. Plain `cargo test` leaves it out, since no limit is a matter of right and wrong.
//!
//! `-- size`, `speed`, `screen` or `texts` after it measures one part alone. It ends with status 1 if a limit is passed. What
//! has less than 5 % left is marked, before another compiler, browser or font takes the rest.

use std::process::ExitCode;

#[path = "../support/mod.rs"]
mod support;

mod screen;
mod size;
mod speed;
mod table;
mod texts;

use support::browser::{Browser, View};
use support::server::Server;

#[tokio::main]
async fn main() -> ExitCode {
    // `cargo test --all-targets` and the like ask every target what tests it has.
    if std::env::args().any(|argument| argument == "--list") {
        return ExitCode::SUCCESS;
    }
    let asked: Vec<String> = std::env::args().skip(1).filter(|argument| !argument.starts_with('-')).collect();
    let wants = |part: &str| asked.is_empty() || asked.iter().any(|one| one == part);
    let server = Server::published();
    let mut rows = Vec::new();
    if wants("size") {
        rows.extend(size::built());
        rows.extend(size::fetched().await);
    }
    // One browser after the other: they would take each other's time.
    if wants("speed") {
        rows.extend(speed::rows(server).await);
    }
    if wants("screen") {
        rows.extend(screen::rows(server).await);
    }
    if wants("texts") {
        rows.extend(texts::rows(server).await);
    }
    table::print(&rows);
    if rows.iter().all(table::Row::is_kept) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The ready network answers, and the training can begin.
async fn open_digits(server: &Server, hash: &str) -> Browser {
    let browser = Browser::open(&format!("{}{hash}", server.url()), View::default()).await;
    browser.wait_until("document.querySelector('[data-command=epoch]:not(:disabled)')").await;
    browser
}
