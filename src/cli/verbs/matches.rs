//! `hamta match`: for each segment of an article the best matches, and the names in it.

use hamta::glossary::Glossary;
use hamta::matching::{Match, Options, Penalties, Penalty, Query, adapt};
use hamta::text::Lang;
use hamta::tm;

use crate::cli::args::{GlobalArgs, MatchArgs};
use crate::cli::exit::{Exit, Failure};
use crate::cli::input;
use crate::cli::output::Output;
use crate::cli::progress::{Of, Progress};
use crate::cli::project::Project;
use crate::cli::report::offer::{Offer, Proposal};

pub(crate) fn run(
    args: &MatchArgs,
    global: &GlobalArgs,
    output: &mut Output,
) -> Result<Exit, Failure> {
    let article = input::article(&args.article.path, args.article.lang)?;
    let project = Project::find(global)?;
    let glossary = project.glossary(output)?;
    let memory = project.memory(output)?;
    let options = Options {
        threshold: args.threshold,
        most: args.max,
        penalties: penalties(&args.penalty),
    };
    let segments = article.segments();
    let mut progress = Progress::new(
        Of::Segments,
        segments.len() as u64,
        global.quiet || !output.is_piped(),
    );
    for (i, segment) in segments.iter().enumerate() {
        progress.at(i as u64);
        let query = Query::of(&segments, i, article.lang());
        let matches = tm::matches(&memory, &query, &options)?.into_iter();
        let proposal = |found| proposal(found, segment.text, article.lang(), &glossary);
        let offer = Offer {
            segment,
            lang: article.lang(),
            matches: matches.map(proposal).collect(),
            names: glossary.occurrences(segment.text, article.lang()),
            glossary: &glossary,
        };
        offer.write(output)?;
    }
    Ok(Exit::Success)
}

/// A match for `segment`, adapted to it.
fn proposal(found: Match, segment: &str, lang: Lang, glossary: &Glossary) -> Proposal {
    let adaptation = adapt(segment, &found.candidate.unit, lang, glossary);
    Proposal { found, adaptation }
}

/// The usual penalties, with those that were asked for; of several for one reason the last counts.
fn penalties(asked: &[Penalty]) -> Penalties {
    let asked = asked.iter();
    asked.fold(Penalties::default(), |penalties, penalty| {
        penalties.with(penalty.reason, penalty.points)
    })
}
