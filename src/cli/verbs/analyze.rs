//! `hamta analyze`: how much of the articles the memory already translates, for a quote.

use std::io::Write;
use std::path::{Path, PathBuf};

use hamta::exchange::bilingual::{self, Unit};
use hamta::exchange::{analysis as files, replace};
use hamta::matching::analysis::Counted;
use hamta::matching::{Analysis, Band, Options, Query, Weights};
use hamta::segment::{Article, Segment};
use hamta::text::Lang;
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
use crate::cli::units_format::units_format;

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
    let sources = args.paths.iter().map(|path| Source::read(path, args, &project, output));
    let sources = sources.collect::<Result<Vec<_>, Failure>>()?;
    let analysis = analysis(args, &sources, &project, global, output)?;
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

/// A file whose words are counted.
enum Source {
    Article(Article),
    /// Of these, those count that still wait for a translation.
    Units(Vec<Unit>),
}

impl Source {
    /// Reads a file; reports what cannot be read in one of units.
    fn read(
        path: &Path,
        args: &AnalyzeArgs,
        project: &Project,
        output: &mut Output,
    ) -> Result<Self, Failure> {
        let format = units_format(path).filter(|format| *format != bilingual::Format::Tmx);
        let Some(format) = format else {
            let naming = project.config().articles.names(None);
            let (_, article) = input::read_article(path, args.lang, &naming, output)?;
            return Ok(Self::Article(article));
        };
        let contents = bilingual::read(&input::bytes(path)?, format, path)?;
        let contents = contents.ok_or_else(|| input::no_units(path))?;
        for remark in &contents.remarks {
            output.remark(&format!("{}: {remark}", path.display()))?;
        }
        output.problems(&contents.problems)?;
        Ok(Self::Units(contents.units))
    }

    /// The language that it is translated from; of units, that of the first one.
    fn lang(&self) -> Lang {
        match self {
            Self::Article(article) => article.lang(),
            Self::Units(units) => units.first().map_or(Lang::Persian, |unit| unit.source_lang),
        }
    }

    /// Its segments, if it is an article.
    fn segments(&self) -> Vec<Segment<'_>> {
        match self {
            Self::Article(article) => article.segments(),
            Self::Units(_) => Vec::new(),
        }
    }

    /// The numbers of the segments or units that count.
    fn counted(&self, segments: &[Segment<'_>]) -> Vec<usize> {
        match self {
            Self::Article(_) => (0..segments.len()).collect(),
            Self::Units(units) => {
                (0..units.len()).filter(|&at| offers::are_for(&units[at])).collect()
            }
        }
    }

    /// The query for a segment or unit.
    fn query(&self, segments: &[Segment<'_>], at: usize) -> Query {
        match self {
            Self::Article(article) => Query::of(article, segments, at),
            Self::Units(units) => offers::query_of(units, at),
        }
    }
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

/// Counts the segments and units of all files, each by its best match.
fn analysis(
    args: &AnalyzeArgs,
    sources: &[Source],
    project: &Project,
    global: &GlobalArgs,
    output: &mut Output,
) -> Result<Analysis, Failure> {
    let usual = Options { most: 1, ..Options::default() };
    let config = &project.config().matching;
    let options = offers::options(usual, config, Some(Band::LOWEST), &args.penalty);
    let segments: Vec<Vec<Segment<'_>>> = sources.iter().map(Source::segments).collect();
    let numbers = sources.iter().zip(&segments).enumerate();
    let all: Vec<(usize, usize)> = numbers
        .flat_map(|(file, (source, segments))| {
            source.counted(segments).into_iter().map(move |at| (file, at))
        })
        .collect();
    let memories = one_a_core(project.memory(output)?, all.len() / SHARE)?;
    let mut progress = Progress::new(Of::Segments, all.len() as u64, global.quiet);
    let find = |reader: &Reader<'_>, i: usize| -> hamta::Result<Counted> {
        let (file, at) = all[i];
        let query = sources[file].query(&segments[file], at);
        let best = tm::matches(reader, &query, &options)?;
        Ok(Counted::of(&query, best.first()))
    };
    let files = args.paths.iter().zip(sources);
    let mut analysis =
        Analysis::of(files.map(|(path, source)| (report::path::relative(path), source.lang())));
    in_memories(memories, all.len(), find, |i, counted| {
        progress.at(i as u64);
        analysis.add(all[i].0, counted);
        Ok(())
    })?;
    Ok(analysis)
}
