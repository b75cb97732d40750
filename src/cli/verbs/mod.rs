//! The verbs, one file each: they read, call the library, and hand what comes of it to a report.

mod align;
mod check;
mod completions;
mod concordance;
mod fold;
mod glossary;
mod matches;
mod segment;
mod tm;

use crate::cli::args::{Args, Format, Verb};
use crate::cli::exit::{Exit, Failure};
use crate::cli::output::Output;

/// Does what the arguments ask for.
pub(crate) fn run(args: Args) -> Result<Exit, Failure> {
    let global = &args.global;
    if let (Some(format), false) = (global.format, matches!(args.verb, Verb::Align(_))) {
        refuse_format(format)?;
    }
    let mut output = Output::new(global);
    let exit = match args.verb {
        Verb::Segment(args) => segment::run(&args, &mut output),
        Verb::Match(args) => matches::run(&args, global, &mut output),
        Verb::Check(args) => check::run(&args, global, &mut output),
        Verb::Align(args) => align::run(&args, global, &mut output),
        Verb::Concordance(args) => concordance::run(&args, global, &mut output),
        Verb::Fold(args) => fold::run(&args, &mut output),
        Verb::Tm(verb) => tm::run(verb, global, &mut output),
        Verb::Glossary(verb) => glossary::run(verb, global, &mut output),
        Verb::Completions(args) => completions::run(&args, &mut output),
    }?;
    output.finish()?;
    Ok(exit)
}

/// Refuses a format that only one verb writes.
fn refuse_format(format: Format) -> Result<(), Failure> {
    match format {
        Format::Text | Format::Json => Ok(()),
        Format::Tsv | Format::Tmx | Format::Html => Err(Failure::usage(
            "only hamta align writes this format; others write text or json",
        )),
    }
}
