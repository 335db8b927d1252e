//! Standard output and standard error without a panic when nobody listens any more.

use std::fmt::Arguments;
use std::io::{self, ErrorKind, Write};

use serde::Serialize;

use super::failure::{Failure, Result, reason};

/// Writes one line of the answer to standard output.
pub fn write_answer(line: Arguments) -> Result<()> {
    let mut out = io::stdout().lock();
    match writeln!(out, "{line}").and_then(|()| out.flush()) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Err(Failure::OutputClosed),
        Err(error) => Err(Failure::run(format!("cannot write to standard output: {}", reason(&error)))),
    }
}

/// Writes one line of JSON to standard output.
pub fn json(value: &impl Serialize) -> Result<()> {
    let line = serde_json::to_string(value).map_err(|error| Failure::run(format!("cannot write JSON: {error}")))?;
    write_answer(format_args!("{line}"))
}

/// Writes a remark to standard error, where it does not disturb the answer. A closed standard error is no reason to stop.
pub fn write_remark(line: Arguments) {
    let _ = writeln!(io::stderr(), "{line}");
}

/// [`write_answer`] with the arguments of `format!`.
macro_rules! say {
    ($($argument:tt)*) => { $crate::cli::output::write_answer(format_args!($($argument)*)) };
}

/// [`write_remark`] with the arguments of `format!`.
macro_rules! remark {
    ($($argument:tt)*) => { $crate::cli::output::write_remark(format_args!($($argument)*)) };
}

pub(crate) use {remark, say};
