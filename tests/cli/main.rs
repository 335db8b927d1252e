//! The program `descent` from outside: what it prints, writes and serves, and how it fails.

#[path = "../support/mod.rs"]
mod support;

mod arguments;
mod bench;
mod build;
mod evaluate;
mod folder;
mod http;
mod rebuild;
mod serve;
mod single_file;
mod train;
