//! The program `descent`.
fn main() {}
