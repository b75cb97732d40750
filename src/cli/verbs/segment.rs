//! `hamta segment`: an article, segment by segment.

use crate::cli::args::{GlobalArgs, SegmentArgs};
use crate::cli::exit::{Exit, Failure};
use crate::cli::input;
use crate::cli::naming::Naming;
use crate::cli::output::Output;
use crate::cli::project::Project;
use crate::cli::report;

pub(crate) fn run(
    args: &SegmentArgs,
    global: &GlobalArgs,
    output: &mut Output,
) -> Result<Exit, Failure> {
    let project = Project::find(global);
    let articles = project.as_ref().map(|project| &project.config().articles);
    let naming = articles.map_or_else(|_| Naming::default(), |articles| articles.names(None));
    let (path, lang) = (&args.article.path, args.article.lang);
    let (_, article) = input::read_article(path, lang, &naming, output)?;
    let look = report::segment::Look { number: !args.one_per_line, span: args.spans };
    for segment in article.segments() {
        report::segment::write(&article, &segment, look, output)?;
    }
    Ok(Exit::Success)
}
