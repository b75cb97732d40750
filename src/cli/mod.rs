//! The program around the library: arguments, terminal, environment, clock and exit codes.
//!
//! One file per verb under `verbs`; how results look is under `report`, how text is shown under `screen`.

mod args;
mod clock;
mod config;
mod consent;
mod exceptions;
mod exit;
mod fault;
mod file_format;
mod input;
mod level;
mod naming;
mod offers;
mod output;
mod panics;
mod paths;
mod progress;
mod project;
mod report;
mod screen;
mod signals;
mod threads;
mod units_format;
mod verbs;
mod walk;

use std::env;
use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

use self::args::Args;
use self::exit::{Exit, Failure};

/// Runs the program with the arguments and the environment of the process.
pub(crate) fn run() -> ExitCode {
    panics::hush();
    if let Err(error) = signals::heed() {
        output::complain(&format!("cannot wait for signals: {error}"));
        return Exit::Failure.into();
    }
    let exit = match Args::of_process().map(verbs::run) {
        Ok(Ok(exit)) => exit,
        Ok(Err(failure)) if failure.is_broken_pipe() => Exit::Success,
        Ok(Err(failure)) => {
            output::complain(&failure.to_string());
            Exit::Failure
        }
        Err(error) => misused(&error),
    };
    exit.into()
}

/// Writes help as the terminal shows it, or without colours if they are not wanted; the other arguments have not been
/// parsed then.
fn help(error: &clap::Error, text: &str) -> io::Result<()> {
    let args: Vec<_> = env::args_os().collect();
    let is_never = |pair: &[OsString]| pair[0] == "--color" && pair[1] == "never";
    if args.windows(2).any(is_never) || args.iter().any(|arg| arg == "--color=never") {
        io::stdout().write_all(text.as_bytes())
    } else {
        error.print()
    }
}

/// Shows help or the version if that was asked for; otherwise says in one line what is wrong with the arguments.
fn misused(error: &clap::Error) -> Exit {
    use clap::error::ErrorKind::{DisplayHelp, DisplayVersion};
    let text = error.render().to_string();
    match error.kind() {
        DisplayHelp | DisplayVersion => match help(error, &text) {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                output::complain(&Failure::Output(error).to_string());
                Exit::Failure
            }
            // A closed standard output is not a failure: there is nobody left to show it to.
            _ => Exit::Success,
        },
        _ if !text.starts_with("error: ") => {
            let _ = error.print();
            Exit::Failure
        }
        _ => {
            let said = text.split("\n\n").take_while(|part| !part.starts_with("Usage: "));
            let said = said.filter(|part| !part.starts_with("For more information"));
            let lines = said.map(|part| part.split_whitespace().collect::<Vec<_>>().join(" "));
            let line = lines.collect::<Vec<_>>().join("; ");
            output::complain(line.trim_start_matches("error: "));
            Exit::Failure
        }
    }
}
