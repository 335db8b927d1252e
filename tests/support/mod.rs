//! What the tests of the program and of the page share: the served page and a browser to look at it.
//! A test target takes it in with `#[path = "../support/mod.rs"] mod support;`.

// Each test target uses a part of it.
#![allow(dead_code)]

pub mod browser;
pub mod chapters;
pub mod guard;
pub mod install;
pub mod pointer;
pub mod requests;
pub mod server;
