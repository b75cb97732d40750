//! `hamta pretranslate`: an article with the matches of the memory filled in, for a translator to go on with.

mod units;

use std::io::Write;
use std::path::Path;

use hamta::Error;
use hamta::exchange::draft::{Draft, Row};
use hamta::exchange::draft_file::Format;
use hamta::exchange::{bilingual, document, replace, review};
use hamta::matching::{Options, Query};
use hamta::tm::Reader;

use crate::cli::args::{GlobalArgs, PretranslateArgs};
use crate::cli::exit::{Exit, Failure};
use crate::cli::input;
use crate::cli::offers;
use crate::cli::output::Output;
use crate::cli::project::Project;
use crate::cli::report;

/// The lowest rate that is filled in by default: the usual value in translators' programs.
const WORTH_MENDING: u8 = 75;

pub(crate) fn run(
    args: &PretranslateArgs,
    global: &GlobalArgs,
    output: &mut Output,
) -> Result<Exit, Failure> {
    let usual = Options { threshold: WORTH_MENDING, most: 1, ..Options::default() };
    if let Some(format) = bilingual::Format::of(&args.path) {
        return units::run(args, format, usual, global, output);
    }
    let format = format(args)?;
    let project = Project::find(global)?;
    project.refuse_to_replace(&args.output, &[&args.path], args.force)?;
    let naming = project.config().articles.names(None);
    let (path, lang) = (&args.path, args.lang);
    let (document, article) = input::read_article(path, lang, &naming, output)?;
    let glossary = project.glossary(output)?;
    let config = &project.config().matching;
    let options = offers::options(usual, config, args.threshold, &args.penalty);
    let memory = project.memory(output)?;
    let segments = article.segments();
    let parts = segments.iter().map(|segment| segment.span);
    let names = glossary.occurrences_in_parts(article.text(), parts, article.lang());
    let find = |reader: &Reader<'_>, query: &Query| {
        let proposals = offers::proposals(reader, query, &options, &glossary)?;
        Ok(proposals.into_iter().next())
    };
    let mut rows = Vec::with_capacity(segments.len());
    offers::each(&article, memory, !global.quiet, find, |i, proposal| {
        let row = Row::new(&article, &segments[i], proposal, &names[i], &glossary);
        rows.push(row);
        Ok(())
    })?;
    let draft = Draft { article: &article, name: &input::name(&args.path), rows };
    replace(&args.output, |file| match format {
        Some(format) => draft.write(format, file, &args.output),
        None => {
            let finished = document.with(&draft.content(), article.lang().other());
            let written = file.write_all(&finished.map_err(|e| e.at(&args.output))?);
            written.map_err(|e| Error::write(&args.output, e))
        }
    })?;
    report::draft::counts(&draft, output)?;
    if format.is_none() {
        report::draft::left_as_they_are(&draft, output)?;
        report::draft::loose(&draft.loose(), output)?;
    }
    glossary.keep();
    Ok(Exit::Success)
}

/// What is written: a draft, or, for `None`, the article in its own format.
fn format(args: &PretranslateArgs) -> Result<Option<Format>, Failure> {
    let path = &args.output;
    let refused = |what: &str| Err(Failure::usage(format!("{}: {what}", path.display())));
    let is_article = || {
        // A text with another extension, such as .srt, is plain text, and its translation has that extension too.
        document::Format::of(path) == Some(input::format(&args.path))
            || extension(path).is_some_and(|own| Some(own) == extension(&args.path))
    };
    match (Format::of(path), review::Format::of(path)) {
        (_, Some(table)) if args.review => Ok(Some(Format::Review(table))),
        (Some(Format::Table), _) => Ok(Some(Format::Table)),
        _ if args.review => refused("a table for review is a .docx, .html or .tsv"),
        (Some(Format::Xliff), _) if args.xliff2 => Ok(Some(Format::Xliff2)),
        (Some(format), _) => Ok(Some(format)),
        (None, _) if is_article() => Ok(None),
        (None, _) => refused(
            "what is written is an .xlf, .xliff or .tsv, or the article in its own format; with --review a .docx or .html too",
        ),
    }
}

/// The extension of a file's name, in lower case.
fn extension(path: &Path) -> Option<String> {
    let extension = path.extension()?;
    Some(extension.to_string_lossy().to_lowercase())
}
