//! The `factline` command from outside, as a newsroom runs it: arguments in, lines, files and exit codes out.

#![expect(clippy::unwrap_used, reason = "what a test cannot set up fails that test")]

mod build;
mod check;
mod contract;
mod diff;
mod import;
mod schema;
mod table;

use std::ffi::OsStr;
use std::process::{Command, Output};

/// What a run of the command left behind.
#[derive(Debug)]
pub struct Run {
    /// The exit code.
    pub code: Option<i32>,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

/// Runs the command.
pub fn factline<A: AsRef<OsStr>>(arguments: impl IntoIterator<Item = A>) -> Run {
    let Output { status, stdout, stderr } =
        Command::new(env!("CARGO_BIN_EXE_factline")).args(arguments).output().unwrap();
    let run =
        Run { code: status.code(), out: String::from_utf8(stdout).unwrap(), err: String::from_utf8(stderr).unwrap() };
    assert!(!run.err.contains("panicked"), "{run:?}");
    run
}
