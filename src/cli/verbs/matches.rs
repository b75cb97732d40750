//! `hamta match`: for each segment of an article the best matches, and the names in it.

use std::num::NonZeroUsize;

use hamta::matching::{Options, Proposal, Query};
use hamta::tm::{self, Phrase, Reader};

use crate::cli::args::{GlobalArgs, MatchArgs};
use crate::cli::exit::{Exit, Failure};
use crate::cli::input;
use crate::cli::offers;
use crate::cli::output::Output;
use crate::cli::project::Project;
use crate::cli::report;

pub(crate) fn run(
    args: &MatchArgs,
    global: &GlobalArgs,
    output: &mut Output,
) -> Result<Exit, Failure> {
    let project = Project::find(global)?;
    let naming = project.config().articles.names(None);
    let (path, lang) = (&args.article.path, args.article.lang);
    let (_, article) = input::read_article(path, lang, &naming, output)?;
    let glossary = project.glossary(output)?;
    let config = &project.config().matching;
    let mut usual = Options::default();
    let most = args.max.or(config.max);
    usual.most = most.map_or(usual.most, NonZeroUsize::get);
    let options = offers::options(usual, config, args.threshold, &args.penalty);
    let memory = project.memory(output)?;
    let segments = article.segments();
    let find = |reader: &Reader<'_>, query: &Query| -> hamta::Result<Found> {
        let matches = offers::proposals(reader, query, &options, &glossary)?;
        let phrases =
            if matches.is_empty() { tm::phrases(reader, query, options.most)? } else { Vec::new() };
        Ok(Found { matches, phrases })
    };
    let parts = segments.iter().map(|segment| segment.span);
    let mut names =
        glossary.occurrences_in_parts(article.text(), parts, article.lang()).into_iter();
    let is_shown = !global.quiet && output.is_piped();
    offers::each(&article, memory, is_shown, find, |i, found| {
        let segment = &segments[i];
        let offer = report::offer::Offer {
            segment,
            lang: article.lang(),
            matches: found.matches,
            phrases: found.phrases,
            names: names.next().unwrap_or_default(),
            glossary: &glossary,
        };
        Ok(offer.write(output)?)
    })?;
    glossary.keep();
    Ok(Exit::Success)
}

/// What the memory has for a segment.
struct Found {
    matches: Vec<Proposal>,
    /// The phrases that the memory knows, if there is no match.
    phrases: Vec<Phrase>,
}
