//! The program `hamta`: reads its arguments, runs, and says how it went by its exit code.

mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::run()
}
