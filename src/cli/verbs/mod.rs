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

use crate::cli::args::{Args, Format, GlossaryVerb, TmVerb, Verb};
use crate::cli::exit::{Exit, Failure};
use crate::cli::output::Output;

/// Does what the arguments ask for.
pub(crate) fn run(args: Args) -> Result<Exit, Failure> {
    let global = &args.global;
    if let Some(format) = global.format {
        refuse_format(format, formats(&args.verb))?;
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

/// The formats that a verb writes.
fn formats(verb: &Verb) -> &'static [Format] {
    use Format::{
        Csv, Github, Gitlab, Html, Json, Junit, Po, Sarif, Short, Text, Tmx, Tsv, Xliff, Xliff2,
        Xlsx,
    };
    match verb {
        Verb::Align(_) => &[Text, Json, Tsv, Tmx, Html],
        Verb::Analyze(_) => &[Text, Json, Csv, Html],
        Verb::Check(args) if args.says_rules() => &[Text, Json],
        Verb::Check(_) | Verb::Glossary(GlossaryVerb::Lint(_)) => {
            &[Text, Short, Json, Sarif, Github, Gitlab, Junit]
        }
        Verb::Tm(TmVerb::Export(_)) => &[Text, Json, Tmx, Tsv, Csv, Xlsx, Po, Xliff, Xliff2],
        Verb::Completions(_) => &[Text],
        _ => &[Text, Json],
    }
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
