//! Where the targets of the units of an XLIFF file stand in its text.

use std::ops::Range;

use quick_xml::events::BytesStart;

use super::document::Document;
use super::element::Element;
use super::parts::divides;
use crate::error::Result;
use crate::exchange::verbatim::Verbatim;
use crate::exchange::xml::letters::{self, Elements, each_event};

/// For each unit that is read from `text`, where the content of its `<target>`, or of its `<mrk>` there, stands; `None`
/// where it has none.
///
/// # Errors
///
/// Where the text is not XLIFF.
pub(in crate::exchange) fn targets(text: &str) -> Result<Vec<Option<Range<usize>>>> {
    let mut document = Document::default();
    let mut elements = Elements::of(|tag| tag.name().as_ref() == "target" || divides(tag));
    let mut targets = Vec::new();
    each_event(text, |event, span| {
        elements.take(event, &span, span.start);
        // What the document is given as a line comes back with the unit: here it is the place of its `<target>`, or of
        // its `<mrk>`.
        document.take(event, span.start as u64)?;
        document.refuse_prefix()?;
        let mut is_unit = false;
        while let Some(found) = document.next_ready() {
            is_unit = true;
            targets.extend(found.ok().map(|read| {
                let line = read.marks.map_or(Some(read.unit.line), |marks| marks.target);
                elements.inside(line?)
            }));
        }
        if is_unit {
            elements.clear();
        }
        Ok(())
    })?;
    Ok(targets)
}

/// The text that stands in a target in `xml`, with white space around it, and which parts of it stand there letter by
/// letter. Its line breaks are kept if they are in `target`, which was read from it.
///
/// `None` where it cannot be read, or is not what was.
pub(in crate::exchange) fn letters(xml: &str, target: &str) -> Option<(String, Verbatim)> {
    let on_one_line = letters::letters(xml, holds_text);
    on_one_line
        .and_then(|letters| letters::with_breaks(letters, target))
        .or_else(|| letters::with_breaks(letters::letters_with_lines(xml, holds_text)?, target))
}

/// Whether text in the element of `tag` inside a target belongs to the target.
fn holds_text(tag: &BytesStart<'_>) -> bool {
    Element::of(tag, Element::Target).holds_text()
}
