//! What a command says when it cannot go on: one line, and the status with which the program ends.

use std::fmt::Display;
use std::io;

/// Why a command ended early.
#[derive(Debug)]
pub enum Failure {
    /// The arguments contradict each other; exit status 2.
    Usage(String),
    /// The work could not be done; exit status 1.
    Run(String),
    /// The reader of standard output has gone (`descent … | head`): nothing is left to say, and nobody to say it to.
    OutputClosed,
}

/// The result of everything under `cli`.
pub type Result<T> = std::result::Result<T, Failure>;

impl Failure {
    /// A failure of the work itself.
    pub fn run(message: impl Into<String>) -> Self {
        Self::Run(message.into())
    }

    /// A failure of the arguments.
    pub fn usage(message: impl Into<String>) -> Self {
        Self::Usage(message.into())
    }
}

/// Puts what was being done before the reason why it failed.
pub trait Context<T> {
    /// The failure "`doing`: reason".
    fn context<D: Display>(self, doing: impl FnOnce() -> D) -> Result<T>;
}

impl<T> Context<T> for io::Result<T> {
    fn context<D: Display>(self, doing: impl FnOnce() -> D) -> Result<T> {
        self.map_err(|error| Failure::run(format!("{}: {}", doing(), reason(&error))))
    }
}

/// The system's words for an error, without the "(os error 2)" that Rust appends.
pub fn reason(error: &io::Error) -> String {
    let text = error.to_string();
    let Some((words, _)) = text.split_once(" (os error ") else { return text };
    let mut letters = words.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_is_short() {
        let error = io::Error::from_raw_os_error(2);
        assert_eq!(reason(&error), "no such file or directory");
        assert_eq!(reason(&io::Error::other("the disk is asleep")), "the disk is asleep");
    }
}
