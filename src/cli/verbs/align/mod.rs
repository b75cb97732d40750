//! `hamta align`: which segments of articles and their translations belong together.

mod apply;
mod files;
mod job;

use std::io::Write;
use std::path::Path;

use hamta::align::Alignment;
use hamta::exchange::alignment::{Page, Table};
use hamta::exchange::{replace, tmx};
use hamta::text::Lang;
use hamta::unit::Method;

use self::job::{Job, Outcome};
use crate::cli::args::{AlignArgs, Format, GlobalArgs};
use crate::cli::exit::{Exit, Failure};
use crate::cli::file_format::file_format;
use crate::cli::output::Output;
use crate::cli::project::Project;
use crate::cli::report;

/// How sure a pair must be to be added, by default.
const SURE: f64 = 0.7;

/// The formats that are written into files.
const FILES: &[Format] = &[Format::Tsv, Format::Tmx, Format::Html];

pub(crate) fn run(
    args: &AlignArgs,
    global: &GlobalArgs,
    output: &mut Output,
) -> Result<Exit, Failure> {
    if let Some(path) = &args.apply {
        let least = args.min_confidence.unwrap_or_default();
        return apply::run(path, least, &Project::find(global)?, output);
    }
    let format = file_format(args.output.as_deref(), global.format, FILES)?;
    let project = Project::find(global)?;
    let pairs = files::pairs(args, &project.config().articles)?;
    let inputs: Vec<&Path> =
        pairs.iter().flat_map(|pair| [pair.source.as_path(), &pair.target]).collect();
    project.refuse_output(args.output.as_deref(), &inputs, args.force)?;
    let usual = if args.add { SURE } else { 0.0 };
    let least = args.min_confidence.unwrap_or(usual);
    // A bar would come between results only if both go to the terminal.
    let is_shown = !global.quiet && (output.is_piped() || args.output.is_some());
    let job = Job::new(pairs, is_shown, &project, output)?;
    let adding = args.add.then(|| project.memory_to_change()).transpose()?;
    let mut outcome = Outcome::new(least, adding);
    match (format, &args.output) {
        (Format::Text | Format::Json, _) => {
            let has_many = job.has_many();
            job.run(&mut outcome, &mut |alignment| {
                if has_many {
                    Ok(report::alignment::summary(alignment, least, output)?)
                } else {
                    Ok(report::alignment::write(alignment, least, output)?)
                }
            })?;
        }
        (format, Some(path)) => replace(path, |file| {
            let mut sink = Sink::start(format, file, path)?;
            job.run(&mut outcome, &mut |alignment| Ok(sink.write(alignment, least)?))
                .map_err(Failure::into_error)?;
            sink.finish()
        })?,
        (format, None) => {
            let mut sink = Sink::start(format, output.stream(), Path::new("standard output"))?;
            job.run(&mut outcome, &mut |alignment| Ok(sink.write(alignment, least)?))?;
            sink.finish()?;
        }
    }
    outcome.finish(output)
}

/// A file of alignments that is being written.
enum Sink<W: Write> {
    Table(Box<Table<W>>),
    Page(Page<W>),
    Units(tmx::Writer<W>),
}

impl<W: Write> Sink<W> {
    /// Begins a file: units, a page, or otherwise a table.
    fn start(format: Format, file: W, path: &Path) -> hamta::Result<Self> {
        Ok(match format {
            Format::Tmx => Self::Units(tmx::Writer::start(file, path, Lang::Persian)?),
            Format::Html => Self::Page(Page::start(file, path)?),
            _ => Self::Table(Box::new(Table::start(file, path))),
        })
    }

    fn write(&mut self, alignment: &Alignment, least: f64) -> hamta::Result<()> {
        match self {
            Self::Table(table) => table.write(alignment, least),
            Self::Page(page) => page.write(alignment, least),
            Self::Units(writer) => {
                let units = alignment.units(least, Method::Aligned, None);
                units.iter().try_for_each(|unit| writer.write(unit))
            }
        }
    }

    fn finish(self) -> hamta::Result<()> {
        match self {
            Self::Table(table) => table.finish(),
            Self::Page(page) => page.finish(),
            Self::Units(writer) => writer.finish().map(drop),
        }
    }
}
