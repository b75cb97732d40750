//! `hamta analyze`: how much of the articles the memory already translates, for a quote.

use std::io::Write;
use std::path::{Path, PathBuf};

use hamta::exchange::{analysis as files, replace};
use hamta::matching::analysis::Counted;
use hamta::matching::{Analysis, Band, Options, Query, Weights};
use hamta::segment::{Article, Segment};
use hamta::tm::{self, Reader};

use crate::cli::args::{AnalyzeArgs, Format, GlobalArgs};
use crate::cli::exit::{Exit, Failure};
use crate::cli::file_format::file_format;
use crate::cli::input;
use crate::cli::offers::{self, SHARE};
use crate::cli::output::Output;
use crate::cli::progress::{Of, Progress};
use crate::cli::project::Project;
use crate::cli::report;
use crate::cli::threads::{in_memories, one_a_core};

/// The formats that are written into files.
const FILES: &[Format] = &[Format::Csv, Format::Html];

pub(crate) fn run(
    args: &AnalyzeArgs,
    global: &GlobalArgs,
    output: &mut Output,
) -> Result<Exit, Failure> {
    let format = file_format(args.output.as_deref(), global.format, FILES)?;
    let project = Project::find(global)?;
    let inputs: Vec<&Path> = args.paths.iter().map(PathBuf::as_path).collect();
    project.refuse_output(args.output.as_deref(), &inputs, args.force)?;
    let naming = project.config().articles.names(None);
    let paths = args.paths.iter();
    let articles = paths.map(|path| {
        let (_, article) = input::read_article(path, args.lang, &naming, output)?;
        Ok(article)
    });
    let articles = articles.collect::<Result<Vec<_>, Failure>>()?;
    let analysis = analysis(args, &articles, &project, global, output)?;
    let weights = args.weights.iter();
    let weights = weights.fold(Weights::default(), |weights, &weight| weights.with(weight));
    match (format, &args.output) {
        (Format::Text | Format::Json, _) => report::analysis::write(&analysis, &weights, output)?,
        (format, Some(path)) => {
            replace(path, |file| write(format, file, &analysis, &weights, path))?;
        }
        (format, None) => {
            let path = Path::new("standard output");
            write(format, output.stream(), &analysis, &weights, path)?;
        }
    }
    Ok(Exit::Success)
}

/// Writes a page, or otherwise a table.
fn write(
    format: Format,
    file: impl Write,
    analysis: &Analysis,
    weights: &Weights,
    path: &Path,
) -> hamta::Result<()> {
    match format {
        Format::Html => files::page(file, analysis, weights, path),
        _ => files::table(file, analysis, weights, path),
    }
}

/// Counts the segments of all articles, each by its best match.
fn analysis(
    args: &AnalyzeArgs,
    articles: &[Article],
    project: &Project,
    global: &GlobalArgs,
    output: &mut Output,
) -> Result<Analysis, Failure> {
    let usual = Options { most: 1, ..Options::default() };
    let config = &project.config().matching;
    let options = offers::options(usual, config, Some(Band::LOWEST), &args.penalty);
    let segments: Vec<Vec<Segment<'_>>> = articles.iter().map(Article::segments).collect();
    let numbers = segments.iter().enumerate();
    let all: Vec<(usize, usize)> = numbers
        .flat_map(|(article, segments)| (0..segments.len()).map(move |segment| (article, segment)))
        .collect();
    let memories = one_a_core(project.memory(output)?, all.len() / SHARE)?;
    let mut progress = Progress::new(Of::Segments, all.len() as u64, global.quiet);
    let find = |reader: &Reader<'_>, i: usize| -> hamta::Result<Counted> {
        let (article, segment) = all[i];
        let query = Query::of(&articles[article], &segments[article], segment);
        let best = tm::matches(reader, &query, &options)?;
        Ok(Counted::of(&query, best.first()))
    };
    let files = args.paths.iter().zip(articles);
    let mut analysis =
        Analysis::of(files.map(|(path, article)| (report::path::relative(path), article.lang())));
    in_memories(memories, all.len(), find, |i, counted| {
        progress.at(i as u64);
        analysis.add(all[i].0, counted);
        Ok(())
    })?;
    Ok(analysis)
}
