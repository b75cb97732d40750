//! `hamta match`: for each segment of an article the best matches, and the names in it.

use hamta::glossary::Glossary;
use hamta::matching::{Match, Options, Penalties, Penalty, Query, adapt};
use hamta::tm::{self, Phrase, Reader};

use crate::cli::args::{GlobalArgs, MatchArgs};
use crate::cli::config::Matching;
use crate::cli::exit::{Exit, Failure};
use crate::cli::input;
use crate::cli::output::Output;
use crate::cli::progress::{Of, Progress};
use crate::cli::project::Project;
use crate::cli::report;
use crate::cli::report::offer::Proposal;
use crate::cli::shared::{in_memories, one_a_core};

/// The fewest segments for which it is worth to open the memory once more.
pub(super) const SHARE: usize = 4;

pub(crate) fn run(
    args: &MatchArgs,
    global: &GlobalArgs,
    output: &mut Output,
) -> Result<Exit, Failure> {
    let article = input::article(&args.article.path, args.article.lang)?;
    let project = Project::find(global)?;
    let glossary = project.glossary(output)?;
    let options = options(args, &project.config().matching);
    let segments = article.segments();
    let memories = one_a_core(project.memory(output)?, segments.len() / SHARE)?;
    let mut progress = Progress::new(
        Of::Segments,
        segments.len() as u64,
        global.quiet || !output.is_piped(),
    );
    let find = |reader: &Reader<'_>, i: usize| -> hamta::Result<Found> {
        let query = Query::of(&segments, i, article.lang());
        Found::of(reader, &query, &options, &glossary)
    };
    let parts = segments.iter().map(|segment| segment.span);
    let mut names = glossary
        .occurrences_in_parts(article.text(), parts, article.lang())
        .into_iter();
    in_memories(memories, segments.len(), find, |i, found| {
        progress.at(i as u64);
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
    /// Where there is no match.
    phrases: Vec<Phrase>,
}

impl Found {
    fn of(
        reader: &Reader<'_>,
        query: &Query,
        options: &Options,
        glossary: &Glossary,
    ) -> hamta::Result<Self> {
        let matches = tm::matches(reader, query, options)?;
        let phrases = match matches.is_empty() {
            true => tm::phrases(reader, query, options.most)?,
            false => Vec::new(),
        };
        let adapted = |found: Match| Proposal {
            adaptation: adapt(
                query.words.text(),
                &found.candidate.unit,
                query.lang,
                glossary,
            ),
            found,
        };
        let matches = matches.into_iter().map(adapted).collect();
        Ok(Self { matches, phrases })
    }
}

/// What is asked for: by the arguments, or else by the project.
fn options(args: &MatchArgs, config: &Matching) -> Options {
    let usual = Options::default();
    let threshold = config.threshold.map_or(usual.threshold, |rate| rate.0);
    Options {
        threshold: args.threshold.unwrap_or(threshold),
        most: args.max.or(config.max).unwrap_or(usual.most),
        penalties: penalties(&args.penalty, config),
    }
}

/// The penalties of the project, with those that were asked for; of several for one reason the last counts.
pub(super) fn penalties(asked: &[Penalty], config: &Matching) -> Penalties {
    let own = config.penalties.iter();
    let own = own.map(|(&reason, points)| (reason, points.0));
    let asked = asked.iter().map(|penalty| (penalty.reason, penalty.points));
    own.chain(asked)
        .fold(Penalties::default(), |penalties, (reason, points)| {
            penalties.with(reason, points)
        })
}
