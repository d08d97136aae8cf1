//! The `factline` command.

use std::process::ExitCode;

fn main() -> ExitCode {
    factline::cli::run()
}
