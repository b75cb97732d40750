//! `text`: for people; below the line of `short`, the segment, with a mark at the place.

use std::io;

use super::{Context, Shown, short};
use crate::cli::output::{Output, piece};
use crate::cli::report::segment::direction;
use crate::cli::report::style::ASIDE;

/// The columns before a segment.
const INDENT: usize = 4;

pub(super) fn write(findings: &[Shown], output: &mut Output) -> io::Result<()> {
    for (i, shown) in findings.iter().enumerate() {
        if i > 0 && shown.context.is_some() {
            output.gap()?;
        }
        short::write_one(shown, output)?;
        if let Some(context) = &shown.context {
            write_context(shown, context, output)?;
        }
    }
    Ok(())
}

/// Writes the segment; if the finding covers all of it, a mark would say nothing.
fn write_context(shown: &Shown, context: &Context, output: &mut Output) -> io::Result<()> {
    let direction = direction(context.lang);
    if context.is_source {
        return output.paragraph(direction, INDENT, &[piece(&context.after, ASIDE)]);
    }
    let found = piece(&shown.text, short::style(shown.severity));
    if context.before.is_empty() && context.after.is_empty() {
        return output.paragraph(direction, INDENT, &[found]);
    }
    let before = piece(&context.before, ASIDE);
    let after = piece(&context.after, ASIDE);
    output.marked(direction, INDENT, [before, found, after])
}
