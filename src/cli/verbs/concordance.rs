//! `hamta concordance`: the units of the memory that hold a phrase.

use std::ops::ControlFlow;

use hamta::text::Lang;
use hamta::tm::{self, Reader};

use crate::cli::args::{ConcordanceArgs, GlobalArgs};
use crate::cli::exit::{Exit, Failure};
use crate::cli::input;
use crate::cli::output::Output;
use crate::cli::project::Project;
use crate::cli::report;

pub(crate) fn run(
    args: &ConcordanceArgs,
    global: &GlobalArgs,
    output: &mut Output,
) -> Result<Exit, Failure> {
    let phrase = input::argument(&args.phrase)?;
    let lang = args.lang.or_else(|| Lang::of(&phrase));
    let lang = lang.ok_or_else(|| {
        Failure::usage("no Persian or English letters; say the language with --lang")
    })?;
    let mut memory = Project::find(global)?.memory(output)?;
    let reader = memory.reader()?;
    let hits = tm::concordance(&reader, &phrase, lang, args.max.saturating_add(1))?;
    for hit in hits.iter().take(args.max) {
        report::hit::write(hit, lang, output)?;
    }
    if hits.is_empty() {
        let longer = match with_other_endings(&reader, &phrase, lang)? {
            0 => String::new(),
            units => format!("; {} is, units: {units}", lang.quote(&format!("{phrase}*"))),
        };
        output.remark(&format!(
            "{} is not in the memory{longer}",
            lang.quote(&phrase)
        ))?;
    } else if hits.len() > args.max {
        output.remark(&format!("the first {} units; --max shows more", args.max))?;
    }
    Ok(Exit::Success)
}

/// How many units have the phrase with something more at its end: «تحریم‌ها» for «تحریم».
fn with_other_endings(reader: &Reader<'_>, phrase: &str, lang: Lang) -> Result<usize, Failure> {
    let mut units = 0;
    if phrase.ends_with(char::is_alphanumeric) {
        tm::each_hit(reader, &format!("{phrase}*"), lang, |_| {
            units += 1;
            ControlFlow::Continue(())
        })?;
    }
    Ok(units)
}
