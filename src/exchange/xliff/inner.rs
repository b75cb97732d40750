//! What stands in a `<source>`: text, and inline tags before, in and after it.

use std::borrow::Cow;
use std::ops::Range;

use quick_xml::Reader;
use quick_xml::events::Event;

use super::element::{Element, is_deleted};
use crate::exchange::xml::place;

/// The XML of a source, taken apart.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Inner<'a> {
    /// The tags and the white space before the text, without what was deleted there.
    pub(super) before: Cow<'a, str>,
    /// Those after it.
    pub(super) after: Cow<'a, str>,
    /// Whether tags stand in the text.
    pub(super) has_tags_inside: bool,
    /// Where its inline tags stand, in order: both ends of elements around text, and whole elements with their codes.
    pub(super) tags: Vec<Range<usize>>,
}

impl<'a> Inner<'a> {
    pub(super) fn of(xml: &'a str) -> Self {
        let mut reader = Reader::from_str(xml);
        reader.config_mut().check_end_names = false;
        let mut inner = Inner::default();
        // The first and the last text, and the last tag before that.
        let (mut first, mut last, mut tag) = (None, 0, 0);
        // How many elements are open whose text is not the source's, and where the outermost of them that is a tag begins.
        let mut codes = 0_usize;
        let mut code = None;
        // Where the outermost of them begins that was deleted, and where such have stood.
        let mut deletion = None;
        let mut deleted = Vec::new();
        // Of those whose text is, whether each is a tag.
        let mut pairs = Vec::new();
        loop {
            let start = place(&reader);
            let Ok(event) = reader.read_event() else {
                break;
            };
            let end = place(&reader);
            let is_tag = match &event {
                Event::Eof => break,
                Event::Start(tag) => {
                    match Element::of(tag, Element::Source) {
                        element if codes > 0 || !element.holds_text() => {
                            if codes == 0 && element == Element::Code {
                                code = Some(start);
                            }
                            if codes == 0 && is_deleted(tag) {
                                deletion = Some(start);
                            }
                            codes += 1;
                        }
                        element => {
                            pairs.push(element == Element::Pair);
                            if element == Element::Pair {
                                inner.tags.push(start..end);
                            }
                        }
                    }
                    true
                }
                Event::End(_) => {
                    if codes > 0 {
                        codes -= 1;
                        let code = code.take_if(|_| codes == 0);
                        inner.tags.extend(code.map(|code| code..end));
                        let deletion = deletion.take_if(|_| codes == 0);
                        deleted.extend(deletion.map(|start| start..end));
                    } else if pairs.pop() == Some(true) {
                        inner.tags.push(start..end);
                    }
                    true
                }
                Event::Empty(tag) => {
                    match Element::of(tag, Element::Source) {
                        Element::Code if codes == 0 => inner.tags.push(start..end),
                        // Its end is written with it.
                        Element::Pair if codes == 0 => inner.tags.extend([start..end, end..end]),
                        _ => {}
                    }
                    true
                }
                _ => codes > 0 || xml[start..end].trim().is_empty(),
            };
            match (is_tag, first) {
                (true, _) => tag = end,
                (false, None) => {
                    first = Some(start);
                    last = end;
                }
                (false, Some(_)) => {
                    inner.has_tags_inside |= tag > last && xml[last..start].contains('<');
                    last = end;
                }
            }
        }
        let first = first.unwrap_or(xml.len());
        let (start, end) = (first, last.max(first));
        let text = &xml[start..end];
        let text_start = start + (text.len() - text.trim_start().len());
        let text_end = start + text.trim_end().len();
        inner.before = without(&deleted, xml, 0..text_start);
        inner.after = without(&deleted, xml, text_end..xml.len());
        inner
    }
}

/// A part of the XML without the places in it that were `deleted`.
fn without<'a>(deleted: &[Range<usize>], xml: &'a str, part: Range<usize>) -> Cow<'a, str> {
    let is_inside = |place: &&Range<usize>| part.start <= place.start && place.end <= part.end;
    let mut kept = Cow::Borrowed("");
    let mut at = part.start;
    for place in deleted.iter().filter(is_inside) {
        kept += &xml[at..place.start];
        at = place.end;
    }
    kept + &xml[at..part.end]
}
