//! `descent serve`: the page on this machine's loopback address, for this machine only.

use std::future::{Future, poll_fn};
use std::io::{self, BufRead, IsTerminal};
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::pin::pin;
use std::sync::Arc;
use std::task::Poll;
use std::thread;
use std::time::Duration;

use axum::Router;
use axum::serve::{Listener, ListenerExt};
use clap::Args;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime::Runtime;
use tokio::sync::Semaphore;

use super::build;
use super::failure::{Context, Failure, Result, reason};
use super::module;
use super::output::{remark, say};
use super::project::Project;
use super::site;

/// The first port to try.
const PORT: u16 = 8080;
/// How many ports after it.
const TRIES: u16 = 100;

/// How long a connection may take to say what it wants.
const HEADER_PATIENCE: Duration = Duration::from_secs(5);
/// Bytes that a request's line and headers may have: what a browser sends has a twentieth of them.
const HEAD: usize = 32 * 1024;
/// Connections at a time: a browser opens six, a class room of them at most some hundreds.
const CONNECTIONS: usize = 512;

const KEYS: &str = "Enter builds the page again, Ctrl-C stops";

/// Builds the page if its sources changed, and serves it
#[derive(Args, Debug)]
pub struct Serve {
    /// The port; 0 takes any free one [default: the first free one from 8080]
    #[arg(long, value_name = "PORT")]
    port: Option<u16>,
    /// Open the page in the browser
    #[arg(long)]
    open: bool,
    /// Serve what was built before, at once
    #[arg(long)]
    no_build: bool,
    /// The folder of Descent's sources [default: found by itself]
    #[arg(long, value_name = "FOLDER")]
    project: Option<PathBuf>,
}

/// Runs the command until Ctrl-C.
pub fn run(arguments: &Serve) -> Result<()> {
    let project = Project::find(arguments.project.as_deref())?;
    let runtime = Runtime::new().context(|| "cannot start the server")?;
    // The port first: if it is taken, the reader should hear of it before minutes of compiling.
    let listener = runtime.block_on(listen(arguments.port))?;
    let address = listener.local_addr().context(|| "cannot start the server")?;
    if arguments.no_build {
        check_built(&project)?;
    } else {
        build::bring_up_to_date(&project)?;
    }
    // Asked once, it is listened for: whoever has read the address can stop the server cleanly.
    let mut stop = pin!(tokio::signal::ctrl_c());
    let asked = runtime.block_on(poll_fn(|context| Poll::Ready(stop.as_mut().poll(context))));
    if let Poll::Ready(stopped) = asked {
        return stopped.context(|| "cannot listen for Ctrl-C");
    }
    let url = format!("http://{address}/");
    say!("{url}")?;
    if arguments.open
        && let Err(error) = open::that_detached(&url)
    {
        remark!("The browser could not be opened: {error}");
    }
    if may_read_input() {
        if io::stdin().is_terminal() {
            remark!("{KEYS}");
        }
        let project = project.clone();
        thread::spawn(move || rebuild_when_asked(&project));
    }
    runtime.block_on(async {
        tokio::select! {
            () = answer(prompt(listener), site::router(&project)) => Ok(()),
            stopped = stop => stopped.context(|| "cannot listen for Ctrl-C"),
        }
    })
}

/// Answers every connection, for ever. One that does not say in time what it wants is closed, so that idle ones cannot hold
/// the server: axum's own loop waits for them without end.
async fn answer(mut listener: impl Listener<Io = TcpStream, Addr = SocketAddr>, router: Router) {
    let places = Arc::new(Semaphore::new(CONNECTIONS));
    // It is never closed, and so there is always a place in the end.
    while let Ok(place) = Arc::clone(&places).acquire_owned().await {
        let (connection, _) = listener.accept().await;
        let service = TowerToHyperService::new(router.clone());
        tokio::spawn(async move {
            let mut http = http1::Builder::new();
            http.timer(TokioTimer::new()).header_read_timeout(HEADER_PATIENCE).max_buf_size(HEAD);
            // How a connection ends is the other side's business.
            let _ = http.serve_connection(TokioIo::new(connection), service).await;
            drop(place);
        });
    }
}

async fn listen(port: Option<u16>) -> Result<TcpListener> {
    let first = port.unwrap_or(PORT);
    let tries = if port.is_some() { 1 } else { TRIES };
    let last = first.saturating_add(tries - 1);
    for port in first..=last {
        match TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port))).await {
            Ok(listener) => return Ok(listener),
            Err(error) if error.kind() == io::ErrorKind::AddrInUse => {}
            Err(error) => return Err(Failure::run(format!("cannot listen on port {port}: {}", reason(&error)))),
        }
    }
    Err(Failure::run(match port {
        Some(port) => format!("port {port} is taken by another program; name another one, or none"),
        None => format!("the ports from {first} to {last} are all taken; name a free one with --port"),
    }))
}

/// The listener, with connections that send what they have at once: an answer is two writes, and the second would wait 40 ms
/// for the word that the first has arrived (Nagle's algorithm).
pub fn prompt(listener: TcpListener) -> impl Listener<Io = TcpStream, Addr = SocketAddr> {
    listener.tap_io(|connection| {
        if let Err(error) = connection.set_nodelay(true) {
            remark!("A connection stays slower than it could be: {}", reason(&error));
        }
    })
}

fn check_built(project: &Project) -> Result<()> {
    // What is published has no types.
    let needed = module::FILES.iter().filter(|name| !project.is_published() || !name.ends_with(".d.ts"));
    for name in needed {
        let path = project.pkg().join(name);
        if !path.is_file() {
            return Err(Failure::run(format!("{} is missing; `descent build` makes it", path.display())));
        }
    }
    Ok(())
}

/// A line on standard input asks for a new build. If that fails, what was built before is still served.
fn rebuild_when_asked(project: &Project) {
    for line in io::stdin().lock().lines() {
        let Ok(line) = line else { return };
        if !matches!(line.trim(), "" | "r") {
            remark!("{KEYS}");
            continue;
        }
        match build::bring_up_to_date(project) {
            Ok(true) => remark!("Built; load the page again"),
            Ok(false) => remark!("The core has not changed; the page's other files are always served as they are"),
            Err(Failure::Run(message)) => remark!("descent: {message}\nThe page is served as it was before"),
            Err(_) => {}
        }
    }
}

/// Whether reading standard input is safe: a program in the background of a terminal would be stopped for it.
#[cfg(unix)]
fn may_read_input() -> bool {
    match rustix::termios::tcgetpgrp(io::stdin()) {
        Ok(foreground) => foreground == rustix::process::getpgrp(),
        Err(_) => true,
    }
}

#[cfg(not(unix))]
fn may_read_input() -> bool {
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn connections_send_at_once() {
        let mut listener = prompt(listen(Some(0)).await.unwrap());
        let _client = TcpStream::connect(listener.local_addr().unwrap()).await.unwrap();
        let (connection, _) = listener.accept().await;
        assert!(connection.nodelay().unwrap());
    }
}
