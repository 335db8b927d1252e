//! Requests byte by byte: what a well-behaved client would tidy up must reach the server as it is.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use super::support::server::Server;

/// An answer of the server.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    head: String,
    pub body: Vec<u8>,
}

impl Answer {
    /// The value of a header, or "".
    pub fn header(&self, name: &str) -> &str {
        let lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.filter(|(found, _)| found.eq_ignore_ascii_case(name)).map(|(_, value)| value).next().unwrap_or_default()
    }
}

/// `GET path`, with the path not changed in any way.
pub fn get(server: &Server, path: &str) -> Answer {
    get_from(server.host(), path)
}

/// The same of the server at `host`.
pub fn get_from(host: &str, path: &str) -> Answer {
    send_to(host, &format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"))
}

/// Any bytes as a request.
pub fn send(server: &Server, request: &str) -> Answer {
    send_to(server.host(), request)
}

fn send_to(host: &str, request: &str) -> Answer {
    let mut stream = TcpStream::connect(host).expect("the server accepts");
    stream.set_read_timeout(Some(Duration::from_secs(120))).unwrap();
    stream.write_all(request.as_bytes()).unwrap();
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).expect("an answer");
    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").unwrap_or_else(|| panic!("no answer to {request}"));
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).expect("a status");
    Answer { status, head, body: bytes[end + 4..].to_vec() }
}
