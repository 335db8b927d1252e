//! The commands of `descent`, and how each of them ends: with its answer, or with one line and a status.

use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{Parser, Subcommand};

use failure::Failure;
use output::remark;

mod build;
mod bundle;
mod card;
mod chromium;
mod debian;
mod evaluate;
mod examples;
mod failure;
mod files;
mod lean;
mod module;
mod output;
mod packing;
mod paths;
mod process;
mod project;
mod publish;
mod published;
mod script;
mod serve;
mod single_file;
mod site;
mod sizes;
mod speed;
mod toolchain;
mod train;

/// A neural network that learns in front of you: builds and serves the page, trains, evaluates and measures without it.
#[derive(Debug, Parser)]
#[command(name = "descent", version, args_conflicts_with_subcommands = true)]
struct Descent {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    serve: serve::Serve,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Build the page if its sources changed, and serve it on this machine (the default)
    Serve(serve::Serve),
    /// Build the page
    Build(build::Build),
    /// Train a 784-H-10 network on MNIST
    Train(train::Train),
    /// Ask a model about the MNIST test images, or about others
    Evaluate(evaluate::Evaluate),
    /// Measure the speed natively and in the installed browser
    Bench(speed::Bench),
}

/// Runs the command that the arguments name.
pub fn main() -> ExitCode {
    let arguments = match Descent::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return explain(&error),
    };
    let result = match &arguments.command {
        None => serve::run(&arguments.serve),
        Some(Command::Serve(arguments)) => serve::run(arguments),
        Some(Command::Build(arguments)) => build::run(arguments),
        Some(Command::Train(arguments)) => train::run(arguments),
        Some(Command::Evaluate(arguments)) => evaluate::run(arguments),
        Some(Command::Bench(arguments)) => speed::run(arguments),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::OutputClosed) => ExitCode::FAILURE,
        Err(Failure::Run(message)) => {
            remark!("descent: {message}");
            ExitCode::FAILURE
        }
        Err(Failure::Usage(message)) => usage(&message),
    }
}

fn usage(message: &str) -> ExitCode {
    remark!("descent: {message} (see `descent --help`)");
    ExitCode::from(2)
}

/// Help and version go to standard output as clap writes them; a wrong argument becomes one line.
fn explain(error: &clap::Error) -> ExitCode {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        let _ = error.print();
        return ExitCode::SUCCESS;
    }
    let text = error.to_string();
    let first = text.split("\n\n").next().unwrap_or_default();
    let line = first.split_whitespace().collect::<Vec<_>>().join(" ");
    usage(line.trim_start_matches("error: "))
}
