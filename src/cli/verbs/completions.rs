//! `hamta completions`: a completion script for a shell.

use crate::cli::args::{Args, CompletionsArgs};
use crate::cli::exit::{Exit, Failure};
use crate::cli::output::Output;

pub(crate) fn run(args: &CompletionsArgs, output: &mut Output) -> Result<Exit, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Args::command(), "hamta", &mut script);
    std::io::Write::write_all(&mut output.stream(), &script)?;
    Ok(Exit::Success)
}
