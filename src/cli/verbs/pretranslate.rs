//! `hamta pretranslate`: an article with the matches of the memory filled in, for a translator to go on with.

use hamta::exchange::draft::{Draft, Format, Row};
use hamta::exchange::replace;
use hamta::matching::{Options, Query};
use hamta::tm::Reader;

use crate::cli::args::{GlobalArgs, PretranslateArgs};
use crate::cli::exit::{Exit, Failure};
use crate::cli::input;
use crate::cli::offers;
use crate::cli::output::Output;
use crate::cli::project::Project;
use crate::cli::report;

/// The lowest rate that is filled in, where nobody says: what the field's programs take.
const WORTH_MENDING: u8 = 75;

pub(crate) fn run(
    args: &PretranslateArgs,
    global: &GlobalArgs,
    output: &mut Output,
) -> Result<Exit, Failure> {
    let Some(format) = Format::of(&args.output) else {
        return Err(Failure::usage(format!(
            "{}: what is written is an .xlf, .xliff, .tsv or .txt",
            args.output.display()
        )));
    };
    input::refuse_to_replace(&args.output, &[&args.article.path], args.force)?;
    let article = input::article(&args.article.path, args.article.lang)?;
    let project = Project::find(global)?;
    let glossary = project.glossary(output)?;
    let usual = Options {
        threshold: WORTH_MENDING,
        most: 1,
        ..Options::default()
    };
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
        let lang = article.lang();
        rows.push(Row::new(&segments[i], lang, proposal, &names[i], &glossary));
        Ok(())
    })?;
    let draft = Draft {
        article: &article,
        name: &input::name(&args.article.path),
        rows,
    };
    replace(&args.output, |file| draft.write(format, file, &args.output))?;
    report::draft::counts(&draft, output)?;
    if format == Format::Text {
        report::draft::left_as_they_are(&draft, output)?;
    }
    glossary.keep();
    Ok(Exit::Success)
}
