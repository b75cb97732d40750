//! The program around the library: arguments, terminal, environment, clock and exit codes.
//!
//! One file a verb under `verbs`; how results look is under `report`, how text is shown under `screen`.

mod args;
mod exit;
mod input;
mod output;
mod progress;
mod project;
mod report;
mod screen;
mod verbs;

use std::process::ExitCode;

use clap::Parser;

use self::args::Args;
use self::exit::{Exit, Failure};

/// Runs the program with the arguments and the environment of the process.
pub(crate) fn run() -> ExitCode {
    let args = Args::parse();
    let exit = match verbs::run(args) {
        Ok(exit) => exit,
        Err(Failure::Output(error)) if error.kind() == std::io::ErrorKind::BrokenPipe => {
            Exit::Success
        }
        Err(failure) => {
            output::complain(&failure.to_string());
            Exit::Failure
        }
    };
    exit.into()
}
