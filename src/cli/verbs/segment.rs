//! `hamta segment`: an article, segment by segment.

use crate::cli::args::SegmentArgs;
use crate::cli::exit::{Exit, Failure};
use crate::cli::input;
use crate::cli::output::Output;
use crate::cli::report;

pub(crate) fn run(args: &SegmentArgs, output: &mut Output) -> Result<Exit, Failure> {
    let article = input::article(&args.article.path, args.article.lang)?;
    let look = report::segment::Look { number: !args.one_per_line, span: args.spans };
    for segment in article.segments() {
        report::segment::write(&article, &segment, look, output)?;
    }
    Ok(Exit::Success)
}
