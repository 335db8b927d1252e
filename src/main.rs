//! The program `descent`: it builds the page, serves it, trains and evaluates.

use std::process::ExitCode;

mod cli;

fn main() -> ExitCode {
    cli::main()
}
