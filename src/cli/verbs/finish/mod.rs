//! `hamta finish`: a reviewed file back into the memory, and the finished article.

mod units;

use std::io::Write;
use std::path::{Path, PathBuf};

use hamta::Error;
use hamta::exchange::bilingual::{self, Contents, Format};
use hamta::exchange::draft::Review;
use hamta::exchange::{replace, review};
use hamta::segment::Article;
use hamta::text::Lang;
use hamta::tm::{Added, ChangeKind, Occasion};

use crate::cli::args::{FinishArgs, GlobalArgs};
use crate::cli::clock::{now, occasion};
use crate::cli::exit::{Exit, Failure};
use crate::cli::input;
use crate::cli::naming::Naming;
use crate::cli::output::Output;
use crate::cli::project::Project;
use crate::cli::report;

pub(crate) fn run(
    args: &FinishArgs,
    global: &GlobalArgs,
    output: &mut Output,
) -> Result<Exit, Failure> {
    let project = Project::find(global)?;
    let contents = read(&args.path)?;
    for remark in &contents.remarks {
        output.remark(&format!("{}: {remark}", args.path.display()))?;
    }
    if units::are_alone(args, &contents) {
        return units::run(args, &contents, &project, output);
    }
    let lang = lang(&contents, &args.path)?;
    let path = match &args.article {
        Some(path) => path.clone(),
        None => find_article(contents.article.as_deref(), &args.path)?,
    };
    let document = input::document(&path)?;
    if let Some(guess) = input::guess(&document, &path) {
        output.remark(&guess)?;
    }
    let article = Article::new(document.content().clone(), lang);
    let names = project.config().articles.names(None);
    let finished = match &args.output {
        Some(finished) => finished.clone(),
        None if input::is_standard(&path) => {
            return Err(Failure::usage("say with --output where the article goes"));
        }
        None => finished_name(&path, lang, &names),
    };
    project.refuse_to_replace(&finished, &[&path, &args.path], args.force)?;
    let mut review = Review::new(&article, &contents, &args.path, args.all);
    if !article.content().tags.is_empty() {
        review.carry(&*project.glossary(output)?);
    }
    let origin = args.origin.clone().unwrap_or_else(|| input::name(&path));
    let units = review.units(&origin, args.author.as_deref(), now());
    let written = document.with(&review.content(), lang.other());
    let written = written.map_err(|e| e.at(&finished))?;
    let mut memory = project.memory_to_change()?;
    let mut added = Added::default();
    replace(&finished, |file| {
        let whole = file.write_all(&written);
        whole.map_err(|e| Error::write(&finished, e))?;
        // The article is put in its place only once the memory has its units.
        added = memory.add_again(&coming_in(args), units)?;
        Ok(())
    })?;
    output.problems(&review.problems)?;
    let open = report::draft::open(&review, &args.path, output)?;
    report::draft::loose(&review.loose(), output)?;
    if args.output.is_none() {
        output.remark(&format!("{}: written", finished.display()))?;
    }
    report::memory::added(added, review.problems.len(), output)?;
    Ok(match open + review.problems.len() {
        0 => Exit::Success,
        _ => Exit::Findings,
    })
}

/// The occasion of the change of the memory: the units of a file were imported.
fn coming_in(args: &FinishArgs) -> Occasion {
    occasion(ChangeKind::Import, args.path.display().to_string())
}

/// Reads the reviewed file: one of units, or a table for review.
fn read(path: &Path) -> Result<Contents, Failure> {
    let format = Format::of(path).filter(|format| *format != Format::Tmx);
    if let Some(format) = format {
        let contents = bilingual::read(&input::bytes(path)?, format, path)?;
        return Ok(contents.ok_or_else(|| input::no_units(path))?);
    }
    let Some(format) = review::Format::of(path) else {
        return Err(Failure::usage(format!(
            "{}: what is finished is an .xlf, .xliff, .po, .tsv, .csv, .xlsx or .ods, or a table for review in .docx or .html",
            path.display()
        )));
    };
    Ok(review::read(input::bytes(path)?, format, path)?)
}

/// The source language.
fn lang(contents: &Contents, path: &Path) -> hamta::Result<Lang> {
    match (contents.units.first(), contents.problems.told().first()) {
        (Some(unit), _) => Ok(unit.source_lang),
        (None, Some(problem)) => {
            let error = Error::malformed(problem.message.clone());
            Err(error.on_line(problem.line).at(path))
        }
        (None, None) => Err(Error::malformed("no units in it").at(path)),
    }
}

/// The article that a file names: beside it, or in the current folder, and nowhere else, whatever the file says.
fn find_article(name: Option<&str>, file: &Path) -> Result<PathBuf, Failure> {
    let name = name.and_then(|name| Path::new(name).file_name());
    let Some(name) = name else {
        return Err(Failure::usage(format!(
            "{}: names no article that could be found; say with --article which it is",
            file.display()
        )));
    };
    let places = [file.with_file_name(name), PathBuf::from(name)];
    places
        .into_iter()
        .find(|path| path.is_file())
        .ok_or_else(|| {
            Failure::usage(format!(
                "{}: its article {} is not beside it, nor here; say with --article where it is, or --units to take the units alone",
                file.display(),
                name.to_string_lossy()
            ))
        })
}

/// The default name of the finished article: as articles and their translations are named, or `visit.en.txt` for
/// `visit.txt`.
fn finished_name(article: &Path, lang: Lang, names: &Naming) -> PathBuf {
    let name = article.file_name().unwrap_or_default().to_string_lossy();
    if let Some(name) = names.counterpart(&name, lang) {
        return article.with_file_name(name);
    }
    let extension = article.extension().map(|e| e.to_string_lossy());
    let extension = extension.as_deref().unwrap_or("txt");
    article.with_extension(format!("{}.{extension}", lang.other()))
}
