//! Where the targets of the units of a TMX file stand in its text.

use std::ops::Range;
use std::path::Path;

use quick_xml::events::{BytesStart, Event};

use super::document::Document;
use super::item::Item;
use crate::error::Result;
use crate::exchange::xml::letters::{Elements, each_event};

/// For each unit that the reader gives of `text` where the content of the `<seg>` of its target stands; `None` where that is not
/// the first of its `<tuv>`.
///
/// # Errors
///
/// Where the text is no TMX.
pub(in crate::exchange) fn targets(text: &str) -> Result<Vec<Option<Range<usize>>>> {
    let mut document = Document::new(Path::new(""), "");
    let mut segments = Elements::of(|tag| tag.name().as_ref() == "seg");
    let mut tuv = 0;
    let mut targets = Vec::new();
    each_event(text, |event, span| {
        if let Event::Start(tag) = event
            && tag.name().as_ref() == "tuv"
        {
            tuv = span.start;
        }
        segments.take(event, &span, tuv);
        // What the document is told of a line comes back with the unit: here the place of its `<tuv>`.
        document.take(event, span.start as u64)?;
        while let Some(item) = document.next_ready() {
            if let Item::Unit(_) = item {
                targets.push(segments.inside(document.line()));
            }
        }
        if let Event::End(tag) = event
            && tag.name().as_ref() == "tu"
        {
            segments.clear();
        }
        Ok(())
    })?;
    Ok(targets)
}

/// Whether text in the element of `tag` inside a segment is text of it.
pub(in crate::exchange) fn holds_text(tag: &BytesStart<'_>) -> bool {
    !matches!(tag.name().as_ref(), "bpt" | "ept" | "it" | "ph" | "ut")
}
