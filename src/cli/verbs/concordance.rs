//! `hamta concordance`: the units of the memory that contain a phrase.

use std::collections::HashSet;
use std::ops::ControlFlow;

use hamta::text::Lang;
use hamta::tm::{self, Hit, Reader};

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
    if !phrase.contains(char::is_alphanumeric) {
        return Err(Failure::usage("nothing is asked for: a phrase has a letter or a digit"));
    }
    let lang = args.lang.or_else(|| Lang::of(&phrase));
    let mut memory = Project::find(global)?.memory(output)?;
    let reader = memory.reader()?;
    let hits = hits(&reader, &phrase, lang, args.max.saturating_add(1))?;
    for (lang, hit) in hits.iter().take(args.max) {
        report::hit::write(hit, *lang, output)?;
    }
    if hits.is_empty() {
        let quote = |text: &str| lang.unwrap_or(Lang::English).quote(text);
        let longer = lang.map(|lang| with_other_endings(&reader, &phrase, lang));
        let longer = match longer.transpose()?.unwrap_or(0) {
            0 => String::new(),
            units => format!("; {} is, units: {units}", quote(&format!("{phrase}*"))),
        };
        output.remark(&format!("{} is not in the memory{longer}", quote(&phrase)))?;
    } else if hits.len() > args.max {
        output.remark(&format!("the first {} units; --max shows more", args.max))?;
    }
    Ok(Exit::Success)
}

/// The first `most` units that contain the phrase, each with the language in which it does; a phrase without a language
/// is looked for in both.
fn hits(
    reader: &Reader<'_>,
    phrase: &str,
    lang: Option<Lang>,
    most: usize,
) -> Result<Vec<(Lang, Hit)>, Failure> {
    let langs = lang.map_or(Lang::ALL.to_vec(), |lang| vec![lang]);
    let (mut hits, mut seen) = (Vec::new(), HashSet::new());
    for lang in langs {
        let found = tm::concordance(reader, phrase, lang, most)?.into_iter();
        let new = found.filter(|hit| seen.insert(hit.candidate.id));
        hits.extend(new.map(|hit| (lang, hit)));
    }
    Ok(hits)
}

/// How many units have the phrase with something added at its end: «تحریم‌ها» for «تحریم».
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
