//! The same in the browser: it is started, given the measuring page, listened to, and ended.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use tokio::signal;
use tokio::sync::mpsc::{self, Receiver};
use tokio::time::{Instant, sleep_until, timeout};

use super::page::{self, Answer, Message};
use crate::cli::chromium::Chromium;
use crate::cli::failure::{Context, Failure, Result};
use crate::cli::project::Project;
use crate::cli::serve::prompt;

/// How long the browser may be silent, beyond what a measurement takes: it starts, or compiles and unpacks MNIST.
const PATIENCE: Duration = Duration::from_secs(120);
/// How often it is looked whether the browser is still there.
const LOOK: Duration = Duration::from_millis(200);

/// Lets the browser `program` measure, each measurement for `time`; `doing` hears what it is at.
pub fn measure(project: &Project, program: &Path, time: Duration, doing: impl Fn(String)) -> Result<Answer> {
    let index = project.root().join("benches/browser/index.html");
    if !index.is_file() {
        return Err(Failure::run(format!("{} is missing; `bench` needs all of Descent's sources", index.display())));
    }
    let runtime = Runtime::new().context(|| "cannot start the server")?;
    runtime.block_on(async {
        let listener = TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, 0))).await;
        let listener = listener.context(|| "cannot start the server")?;
        let address = listener.local_addr().context(|| "cannot start the server")?;
        let (sender, messages) = mpsc::channel(8);
        let server = axum::serve(prompt(listener), page::router(project, sender));
        let url = format!("http://{address}{}?seconds={}", page::ADDRESS, time.as_secs_f64());
        let mut browser = Chromium::start(program, &url)?;
        tokio::select! {
            served = server => Err(Failure::run(format!("the server stopped: {served:?}"))),
            // Otherwise the browser, which does not hear of it, would outlive this program.
            () = asked_to_stop() => Err(Failure::run("stopped")),
            answer = listen(messages, &mut browser, PATIENCE + 3 * time, doing) => answer,
        }
    })
}

/// Until Ctrl-C or, on Unix, the signal that asks a program to end.
async fn asked_to_stop() {
    #[cfg(unix)]
    if let Ok(mut end) = signal::unix::signal(signal::unix::SignalKind::terminate()) {
        tokio::select! {
            _ = signal::ctrl_c() => {}
            _ = end.recv() => {}
        }
        return;
    }
    // An error means that it cannot be heard of; then it ends this program in the system's own way.
    if signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}

/// Until the page has said all, or that it cannot, or nothing for longer than `patience`.
async fn listen(
    mut messages: Receiver<Message>,
    browser: &mut Chromium,
    patience: Duration,
    doing: impl Fn(String),
) -> Result<Answer> {
    let mut end = Instant::now() + patience;
    loop {
        match timeout(LOOK, messages.recv()).await {
            Ok(Some(Message::Doing(what))) => {
                doing(what);
                end = Instant::now() + patience;
            }
            Ok(Some(Message::Done(answer))) => return checked(answer),
            Ok(Some(Message::Failed(why))) => {
                return Err(Failure::run(format!("the browser could not measure: {why}")));
            }
            // The server, which holds the sender, ends after this.
            Ok(None) => sleep_until(end).await,
            Err(_) => {}
        }
        if browser.has_ended() {
            return Err(Failure::run(format!("the browser ended before it answered; it said: {}", browser.words())));
        }
        if Instant::now() >= end {
            let seconds = patience.as_secs();
            return Err(Failure::run(format!(
                "the browser said nothing for {seconds} seconds; name another one with --browser, or leave it out with \
                 --native. Its last words: {}",
                browser.words(),
            )));
        }
    }
}

/// Every list has times, each a length of time.
fn checked(answer: Answer) -> Result<Answer> {
    let Answer { simd, plain, evaluate, classify } = &answer;
    let lists = [&simd.small, &simd.large, &plain.small, &plain.large, evaluate, classify];
    let good = |times: &Vec<f64>| !times.is_empty() && times.iter().all(|ms| ms.is_finite() && *ms > 0.0);
    if lists.into_iter().all(good) {
        return Ok(answer);
    }
    Err(Failure::run(format!("the browser's clock gave no times that could be used: {answer:?}")))
}
