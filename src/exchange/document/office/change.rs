//! A change of a line that is made in its part where the letters stand, within one run: nothing else of its paragraph
//! is rewritten.

use super::part::{Paragraph, Part};
use crate::check::{Edit, edited};
use crate::exchange::xml::letters::letters;

/// What must be changed in the XML of `part` for `edit` in `line`, which is that of `paragraph`; `None` where the
/// letters do not belong to one text, or white space would come to its edge, where a program drops it.
pub(super) fn change<'e>(
    part: &Part,
    paragraph: &Paragraph,
    line: &str,
    edit: Edit<'e>,
) -> Option<Edit<'e>> {
    let mut texts = paragraph.texts.iter();
    let (place, span) = texts.find(|(place, _)| place.covers(edit.span))?;
    let text = place.of(line);
    let edit = edit.earlier(place.start);
    let new = edited(text, &[edit]);
    let is_space = char::is_whitespace;
    let keeps_edges = text.starts_with(is_space) == new.starts_with(is_space)
        && text.ends_with(is_space) == new.ends_with(is_space);
    let (read, verbatim) = letters(&part.xml[span.clone()], |tag| tag.name().as_ref() == "w:t")?;
    (keeps_edges && read == text)
        .then(|| verbatim.moved(0, span.start).change(text, edit))
        .flatten()
}
