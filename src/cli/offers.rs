//! What the memory has for the segments of an article: looked for on all cores, returned in order.

use hamta::exchange::bilingual::Unit;
use hamta::glossary::Glossary;
use hamta::matching::{Options, Penalty, Proposal, Query};
use hamta::segment::Article;
use hamta::text::{Tagged, Words};
use hamta::tm::{self, Memory, Reader};

use crate::cli::config::Matching;
use crate::cli::exit::Failure;
use crate::cli::progress::{Of, Progress};
use crate::cli::threads::{in_memories, one_a_core};

/// The fewest segments for which it is worth opening the memory once more.
pub(crate) const SHARE: usize = 4;

/// Uses `find` to look for what the memory has for each segment of `article`, and passes the results to `take` in
/// order.
pub(crate) fn each<T: Send>(
    article: &Article,
    memory: Memory,
    is_shown: bool,
    find: impl Fn(&Reader<'_>, &Query) -> hamta::Result<T> + Sync,
    mut take: impl FnMut(usize, T) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let segments = article.segments();
    let memories = one_a_core(memory, segments.len() / SHARE)?;
    let mut progress = Progress::new(Of::Segments, segments.len() as u64, !is_shown);
    let find = |reader: &Reader<'_>, i: usize| {
        let query = Query::of(article, &segments, i);
        find(reader, &query)
    };
    in_memories(memories, segments.len(), find, |i, found| {
        progress.at(i as u64);
        take(i, found)
    })
}

/// Whether a unit wants matches: it waits for a translation, and has something to translate.
pub(crate) fn are_for(unit: &Unit) -> bool {
    unit.is_open() && !unit.source.trim().is_empty()
}

/// The query for the source of a unit, with its neighbours.
pub(crate) fn query_of(units: &[Unit], at: usize) -> Query {
    let lang = units[at].source_lang;
    let source = |at: Option<usize>| {
        let unit = at.and_then(|at| units.get(at));
        let unit = unit.filter(|unit| unit.source_lang == lang);
        unit.map(|unit| unit.source.trim().to_owned())
    };
    let own = Tagged { text: units[at].source.clone(), tags: units[at].source_tags.clone() };
    let own = own.trimmed();
    Query {
        words: Words::of(&own.text, lang),
        tags: own.tags,
        lang,
        previous: source(at.checked_sub(1)),
        next: source(Some(at + 1)),
    }
}

/// The best matches of the memory for a segment, adapted.
pub(crate) fn proposals(
    reader: &Reader<'_>,
    query: &Query,
    options: &Options,
    glossary: &Glossary,
) -> hamta::Result<Vec<Proposal>> {
    let matches = tm::matches(reader, query, options)?.into_iter();
    Ok(matches.map(|found| Proposal::new(found, query, glossary)).collect())
}

/// The options `usual`, unless the arguments or the project say otherwise; of several penalties for one reason the last
/// counts.
pub(crate) fn options(
    mut usual: Options,
    config: &Matching,
    threshold: Option<u8>,
    penalties: &[Penalty],
) -> Options {
    let configured = config.threshold.map(|rate| rate.0);
    usual.threshold = threshold.or(configured).unwrap_or(usual.threshold);
    for (reason, points) in &config.penalties {
        usual.penalties = usual.penalties.with(*reason, points.0);
    }
    for penalty in penalties {
        usual.penalties = usual.penalties.with(penalty.reason, penalty.points);
    }
    usual
}
