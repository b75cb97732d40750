//! The elements of Markdown, as its parser reports them.

use std::panic;

use pulldown_cmark::{Event, Options, Parser};

use crate::error::{Error, Result};
use crate::text::Span;

/// The elements of `source`, in order, and where each stands.
///
/// # Errors
///
/// The parser panics, as it does on some texts that hardly anybody writes.
pub(super) fn events(source: &str) -> Result<Vec<(Event<'_>, Span)>> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST;
    let parse = || -> Vec<(Event<'_>, Span)> {
        let events = Parser::new_ext(source, options).into_offset_iter();
        let spans = events.map(|(event, range)| (event, Span::new(range.start, range.end)));
        spans.collect()
    };
    panic::catch_unwind(parse).map_err(|_| Error::malformed("Markdown that its parser cannot read"))
}
