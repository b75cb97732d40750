//! The verbs, one file each: they read, call the library, and pass the results to a report.

mod align;
mod analyze;
mod check;
mod completions;
mod concordance;
mod finish;
mod fold;
mod glossary;
mod init;
mod matches;
mod pretranslate;
mod segment;
mod tm;

use crate::cli::args::{Args, EVERYWHERE, Format, Verb};
use crate::cli::exit::{Exit, Failure};
use crate::cli::output::Output;

/// Does what the arguments ask for.
pub(crate) fn run(args: Args) -> Result<Exit, Failure> {
    let global = &args.global;
    if let Some(format) = global.format {
        let written = match &args.verb {
            Verb::Check(check) if check.says_rules() => EVERYWHERE,
            _ => args.written,
        };
        refuse_format(format, written)?;
    }
    let mut output = Output::new(global);
    let exit = match args.verb {
        Verb::Init(args) => init::run(&args, global, &mut output),
        Verb::Segment(args) => segment::run(&args, global, &mut output),
        Verb::Match(args) => matches::run(&args, global, &mut output),
        Verb::Pretranslate(args) => pretranslate::run(&args, global, &mut output),
        Verb::Finish(args) => finish::run(&args, global, &mut output),
        Verb::Check(args) => check::run(&args, global, &mut output),
        Verb::Align(args) => align::run(&args, global, &mut output),
        Verb::Analyze(args) => analyze::run(&args, global, &mut output),
        Verb::Concordance(args) => concordance::run(&args, global, &mut output),
        Verb::Fold(args) => fold::run(&args, &mut output),
        Verb::Tm(verb) => tm::run(verb, global, &mut output),
        Verb::Glossary(verb) => glossary::run(verb, global, &mut output),
        Verb::Completions(args) => completions::run(&args, &mut output),
    }?;
    output.finish()?;
    Ok(exit)
}

/// Refuses a format that the verb does not write.
fn refuse_format(format: Format, written: &[Format]) -> Result<(), Failure> {
    if written.contains(&format) {
        return Ok(());
    }
    let written: Vec<String> = written.iter().map(|format| format.name()).collect();
    Err(Failure::usage(format!(
        "this verb does not write {}; it writes {}",
        format.name(),
        written.join(", ")
    )))
}
