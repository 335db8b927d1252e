//! What `descent serve` shows, to whom, and what it keeps to itself.

use std::fs;
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::process::{Child, Command, Stdio};

use super::folder::{argument, complaint, page, text};
use super::http::{get, get_from, send};
use super::support::server::{DESCENT, Server};

#[test]
fn every_file_has_its_type() {
    let folder = page();
    let server = Server::of(folder.path());
    for (path, kind) in [
        ("/", "text/html; charset=utf-8"),
        ("/index.html", "text/html; charset=utf-8"),
        ("/www/main.js", "text/javascript; charset=utf-8"),
        ("/www/style/base.css", "text/css; charset=utf-8"),
        ("/www/icon.svg", "image/svg+xml"),
        ("/www/pkg/descent.wasm", "application/wasm"),
        ("/www/data/images.gz", "application/gzip"),
        ("/www/data/model.descent", "application/octet-stream"),
        ("/www/data/model.card.json", "application/json"),
    ] {
        let answer = get(&server, path);
        assert_eq!((answer.status, answer.header("content-type")), (200, kind), "{path}");
        assert_eq!(answer.header("content-encoding"), "", "{path}: the page unzips by itself");
        assert_eq!(answer.header("cache-control"), "no-cache", "{path}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
    }
    let gzip = get(&server, "/www/data/images.gz");
    assert_eq!(gzip.body, fs::read(folder.path().join("www/data/images.gz")).unwrap());
}

#[test]
fn a_changed_file_is_served_at_once() {
    let folder = page();
    let server = Server::of(folder.path());
    fs::write(folder.path().join("www/main.js"), "changed").unwrap();
    assert_eq!(get(&server, "/www/main.js").body, b"changed");
}

#[test]
fn nothing_but_the_page_is_visible() {
    let folder = page();
    let server = Server::of(folder.path());
    for path in [
        "/Cargo.toml",
        "/src/lib.rs",
        "/.git/config",
        "/www",
        "/www/",
        "/www/.hidden",
        "/www/%2ehidden",
        "/www/../Cargo.toml",
        "/www/../.git/config",
        "/../Cargo.toml",
        "/www/data/../../Cargo.toml",
        "/www/%2e%2e/Cargo.toml",
        "/www/%2E%2E/Cargo.toml",
        "/www/.%2e/Cargo.toml",
        "/www/..%2fCargo.toml",
        "/www/%2e%2e%2fCargo.toml",
        "/www%2f..%2fCargo.toml",
        "/www/%252e%252e/Cargo.toml",
        "/www/..\\Cargo.toml",
        "/www/%5c..%5cCargo.toml",
        "/www//etc/passwd",
        "//etc/passwd",
        "/www/%2fetc/passwd",
        "/www/main.js%00",
        "/www/%ff",
    ] {
        let answer = get(&server, path);
        assert!((400..500).contains(&answer.status), "{path} is answered with {answer:?}");
        let body = String::from_utf8_lossy(&answer.body);
        assert!(!body.contains("secret") && !body.contains("root:"), "{path} shows {body}");
    }
    assert_eq!(get(&server, "/www/main.js").status, 200, "and the server goes on");
}

/// A name that is too long for a file is a name that is not there, and so is a file taken for a folder.
#[test]
fn a_name_that_cannot_be_is_not_found() {
    let folder = page();
    let server = Server::of(folder.path());
    for length in [199, 200, 201, 252, 253, 255, 256, 257, 4_000, 20_000] {
        let name = "n".repeat(length);
        for path in
            [format!("/{name}"), format!("/www/{name}"), format!("/www/{name}/main.js"), format!("/www/{name}.js")]
        {
            assert_eq!(get(&server, &path).status, 404, "{length} characters: {}", &path[..20]);
        }
    }
    for path in
        [format!("/www{}", "/n".repeat(3_000)), format!("/www/{}", "%C3%A9".repeat(250)), "/www/main.js/n".into()]
    {
        assert_eq!(get(&server, &path).status, 404, "{}", &path[..14]);
    }
    assert_eq!(get(&server, "/www/main.js").status, 200, "and the server goes on");
}

#[test]
fn nothing_can_be_sent() {
    let folder = page();
    let server = Server::of(folder.path());
    for method in ["POST", "PUT", "DELETE", "PATCH"] {
        for path in ["/", "/www/main.js"] {
            let request = format!(
                "{method} {path} HTTP/1.1\r\nHost: {}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
                server.host(),
            );
            assert_eq!(send(&server, &request).status, 405, "{method} {path}");
        }
    }
    assert_eq!(fs::read(folder.path().join("www/main.js")).unwrap(), b"import './pkg/descent.js';");
}

/// A part is sent where one is asked for; who has another part already gets the whole file, which may have become another.
#[test]
fn a_part_is_sent_but_never_of_another_file() {
    let folder = page();
    let server = Server::of(folder.path());
    let ask = |more: &str| {
        let host = server.host();
        send(&server, &format!("GET /www/main.js HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{more}\r\n"))
    };
    let whole = b"import './pkg/descent.js';";
    let part = ask("Range: bytes=7-9\r\n");
    assert_eq!((part.status, &part.body[..]), (206, &whole[7..=9]));
    assert_eq!(part.header("content-range"), format!("bytes 7-9/{}", whole.len()));
    for validator in ["Thu, 01 Jan 1970 00:00:00 GMT", "\"another\"", ""] {
        let answer = ask(&format!("Range: bytes=7-9\r\nIf-Range: {validator}\r\n"));
        assert_eq!((answer.status, &answer.body[..]), (200, &whole[..]), "{validator}");
    }
}

/// A request that never comes to its end is turned away before it fills the memory.
#[test]
fn a_head_without_an_end_is_refused() {
    const MOST: usize = 32 * 1024;
    let folder = page();
    let server = Server::of(folder.path());
    let mut head = format!("GET / HTTP/1.1\r\nHost: {}\r\nX-Long: ", server.host());
    // No more than is read: else the answer could be lost with what was not.
    head.push_str(&"a".repeat(MOST - head.len()));
    assert_eq!(send(&server, &head).status, 431);
    assert_eq!(get(&server, "/www/main.js").status, 200, "and the server goes on");
}

#[test]
fn a_foreign_name_is_turned_away() {
    let folder = page();
    let server = Server::of(folder.path());
    let port = server.host().rsplit(':').next().unwrap().to_owned();
    let ask = |host: &str| send(&server, &format!("GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"));
    for host in ["evil.example", "evil.example:80", "127.0.0.1.evil.example", "192.168.0.1", "0.0.0.0"] {
        let answer = ask(host);
        assert_eq!(answer.status, 421, "{host}");
        assert!(!String::from_utf8_lossy(&answer.body).contains("<title>"), "{host}");
    }
    for host in [format!("localhost:{port}"), format!("127.0.0.1:{port}"), "[::1]".to_owned()] {
        assert_eq!(ask(&host).status, 200, "{host}");
    }
    let nameless = send(&server, "GET / HTTP/1.0\r\n\r\n");
    assert!((400..500).contains(&nameless.status), "{nameless:?}");
}

#[test]
fn a_taken_port_is_said() {
    let folder = page();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let line = complaint(&["serve", "--no-build", "--project", argument(folder.path()), "--port", &port], 1);
    assert!(line.contains(&port) && line.contains("taken"), "{line}");
}

#[test]
fn without_a_port_a_free_one_is_found() {
    let folder = page();
    let start = || -> (Child, Option<u16>) {
        let mut child = Command::new(DESCENT)
            .args(["--no-build", "--project", argument(folder.path())])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let port = line.trim().trim_start_matches("http://127.0.0.1:").trim_end_matches('/');
        (child, port.parse().ok())
    };
    let servers = [start(), start()];
    let ports = servers.map(|(mut child, port)| {
        if port.is_some() {
            child.kill().unwrap();
        }
        let words = text(&child.wait_with_output().unwrap().stderr);
        // Other programs may have them all.
        assert!(port.is_some() || words.contains("all taken"), "no address but {words}");
        port
    });
    assert!(ports.into_iter().flatten().all(|port| (8080..8180).contains(&port)), "{ports:?}");
    assert!(ports[0] != ports[1] || ports[0].is_none(), "{ports:?}");
}

#[cfg(unix)]
#[test]
fn ctrl_c_stops_it_cleanly() {
    use rustix::process::{Pid, Signal, kill_process};
    let folder = page();
    let mut child = Command::new(DESCENT)
        .args(["serve", "--port", "0", "--no-build", "--project", argument(folder.path())])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut String::new()).unwrap();
    kill_process(Pid::from_child(&child), Signal::INT).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]));
}

#[test]
fn a_page_that_is_not_built_is_said() {
    let folder = page();
    fs::remove_file(folder.path().join("www/pkg/descent_simd.wasm")).unwrap();
    let line = complaint(&["serve", "--no-build", "--port", "0", "--project", argument(folder.path())], 1);
    assert!(line.contains("descent_simd.wasm") && line.contains("descent build"), "{line}");
}

/// The page's own policy, in `index.html`, as the header of every answer: a worker has no other. In a frame only where it asks
/// to be embedded.
#[test]
fn every_answer_is_shielded() {
    let folder = page();
    let server = Server::of(folder.path());
    let index = include_str!("../../index.html");
    let named = index.split("Content-Security-Policy").nth(1).expect("the page has a policy");
    let own = named.split("content=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a policy");
    for path in ["/", "/index.html", "/www/main.js", "/www/pkg/descent.wasm", "/nothing-here"] {
        let answer = get(&server, path);
        assert_eq!(answer.header("content-security-policy"), format!("{own}; frame-ancestors 'self'"), "{path}");
        assert_eq!(answer.header("referrer-policy"), "no-referrer", "{path}");
        assert_eq!(answer.header("cross-origin-opener-policy"), "same-origin", "{path}");
        assert_eq!(answer.header("cross-origin-resource-policy"), "same-origin", "{path}");
        assert!(answer.header("permissions-policy").contains("camera=()"), "{path}");
    }
    let embedded = get(&server, "/?embed=descent");
    assert!(embedded.header("content-security-policy").ends_with("frame-ancestors 'self' http: https: file:"));
    let other = get(&server, "/?unembed=descent&x=embed=1");
    assert!(other.header("content-security-policy").ends_with("frame-ancestors 'self'"));
}

/// A server that is started otherwise, and its address.
fn started(command: &mut Command) -> (Child, String) {
    let command = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut server = command.spawn().expect("it starts");
    let mut line = String::new();
    BufReader::new(server.stdout.take().expect("its output")).read_line(&mut line).expect("its address");
    (server, line.trim().to_owned())
}

/// The last port of all is a port like any other.
#[test]
fn the_last_port_can_be_taken() {
    let folder = page();
    let path = argument(folder.path());
    let Ok(free) = TcpListener::bind("127.0.0.1:65535") else { return };
    let line = complaint(&["serve", "--no-build", "--project", path, "--port", "65535"], 1);
    assert!(line.contains("65535") && line.contains("taken"), "{line}");
    drop(free);
    let (mut server, address) =
        started(Command::new(DESCENT).args(["serve", "--no-build", "--project", path, "--port", "65535"]));
    server.kill().expect("it ends");
    server.wait().expect("it ends");
    assert_eq!(address, "http://127.0.0.1:65535/");
}

/// A link in `www` shows nothing outside of it, not even packed; one that stays within is like any file.
#[cfg(unix)]
#[test]
fn links_do_not_lead_out() {
    use std::os::unix::fs::symlink;

    let folder = page();
    let www = folder.path().join("www");
    symlink("main.js", www.join("same.js")).unwrap();
    symlink(folder.path(), www.join("out")).unwrap();
    symlink(folder.path().join("Cargo.toml"), www.join("out.js")).unwrap();
    symlink(folder.path().join("Cargo.toml"), www.join("main.js.gz")).unwrap();
    let server = Server::of(folder.path());
    assert_eq!(get(&server, "/www/same.js").status, 200);
    for path in ["/www/out/Cargo.toml", "/www/out.js", "/www/%6fut/Cargo.toml", "/www/main.js"] {
        let answer = get(&server, path);
        assert_eq!(answer.status, 404, "{path}");
        assert!(!text(&answer.body).contains("secret"), "{path}");
    }
}

/// Connections that say nothing do not keep the others out, even where the program may hold few of them.
#[cfg(unix)]
#[test]
fn idle_connections_are_closed() {
    use std::net::TcpStream;

    let folder = page();
    let (mut server, address) = started(
        Command::new("sh")
            .args(["-c", "ulimit -n 64; exec \"$0\" serve --no-build --port 0 --project \"$1\""])
            .args([DESCENT, argument(folder.path())]),
    );
    let host = address.trim_start_matches("http://").trim_end_matches('/');
    let idle: Vec<TcpStream> = (0..100).map(|_| TcpStream::connect(host).expect("a connection")).collect();
    let answer = get_from(host, "/www/main.js");
    server.kill().expect("it ends");
    server.wait().expect("it ends");
    assert_eq!(answer.status, 200);
    drop(idle);
}
