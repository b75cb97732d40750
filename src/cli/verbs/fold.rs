//! `hamta fold`: what a text compares as, or why two texts are or are not the same.

use crate::cli::args::FoldArgs;
use crate::cli::exit::{Exit, Failure};
use crate::cli::input;
use crate::cli::output::Output;
use crate::cli::report::fold::{self, Explained};

pub(crate) fn run(args: &FoldArgs, output: &mut Output) -> Result<Exit, Failure> {
    let other = args.other.as_deref();
    if args.text == "-" && other == Some("-") {
        return Err(Failure::usage("standard input can be only one of the two texts"));
    }
    let text = input::argument(&args.text)?;
    let Some(other) = other else {
        fold::one(&text, output)?;
        return Ok(Exit::Success);
    };
    let other = input::argument(other)?;
    let (left, right) = (Explained::new(&text), Explained::new(&other));
    fold::two(&left, &right, output)?;
    Ok(if left.is_same(&right) { Exit::Success } else { Exit::Findings })
}
