//! Where the targets of the units of an XLIFF file stand in its text.

use std::ops::Range;

use super::document::Document;
use crate::error::Result;
use crate::exchange::xml::letters::{Insides, each_event};

/// For each unit that is read of `text` where the content of its `<target>` stands; `None` where it has none.
///
/// # Errors
///
/// Where the text is no XLIFF.
pub(in crate::exchange) fn targets(text: &str) -> Result<Vec<Option<Range<usize>>>> {
    let mut document = Document::default();
    let mut contents = Insides::of("target");
    let mut targets = Vec::new();
    each_event(text, |event, span| {
        contents.take(event, &span, span.start);
        // What the document is told of a line comes back with the unit: here the place of its `<target>`.
        if let Some(found) = document.take(event, span.start as u64)? {
            targets.extend(found.ok().map(|unit| contents.get(unit.line)));
            contents.clear();
        }
        Ok(())
    })?;
    Ok(targets)
}

/// Whether text in the element `name` inside a target is text of it.
pub(in crate::exchange) fn holds_text(name: &str) -> bool {
    matches!(name, "g" | "mrk" | "pc")
}
