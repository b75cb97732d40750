//! Where the targets of the units of a TMX file stand in its text.

use std::ops::Range;
use std::path::Path;

use quick_xml::events::{BytesStart, Event};

use super::document::Document;
use super::item::Item;
use super::omegat;
use crate::error::Result;
use crate::exchange::verbatim::Verbatim;
use crate::exchange::xml::letters::{self, Elements, each_event};
use crate::text::Span;

/// For each unit that the reader returns from `text`, where the content of the `<seg>` of its target stands; `None` if
/// that is not the first one of its `<tuv>`.
///
/// # Errors
///
/// Where the text is not TMX.
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
        // What the document is given as a line comes back with the unit: here it is the place of its `<tuv>`.
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

/// The text in `xml`, the content of a `<seg>`, and which parts of it stand there letter by letter; without the tags
/// that OmegaT writes into it, if `target`, which was read from it, is without them.
///
/// `None` where it cannot be read, or is not what was.
pub(in crate::exchange) fn letters(xml: &str, target: &str) -> Option<(String, Verbatim)> {
    let (text, verbatim) = letters::letters(xml, holds_text)?;
    let as_it_is = letters::with_breaks((text.clone(), verbatim.clone()), target);
    if as_it_is.is_some() {
        return as_it_is;
    }
    let tags: Vec<Span> = omegat::tags(&text).map(|tag| tag.span).collect();
    let mut left = String::with_capacity(text.len());
    let mut done = 0;
    for tag in &tags {
        left.push_str(&text[done..tag.start]);
        done = tag.end;
    }
    left.push_str(&text[done..]);
    letters::with_breaks((left, verbatim.without(&tags)), target)
}

/// Whether text in the element of `tag` inside a segment belongs to the segment.
fn holds_text(tag: &BytesStart<'_>) -> bool {
    !matches!(tag.name().as_ref(), "bpt" | "ept" | "it" | "ph" | "ut")
}
