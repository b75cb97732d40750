//! What stands in a `<source>`: text, and inline tags before, in and after it.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::exchange::xml::place;

/// The XML of a source, taken apart.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Inner<'a> {
    /// The tags and the white space before the text.
    pub(super) before: &'a str,
    /// Those after it.
    pub(super) after: &'a str,
    /// Whether tags stand in the text.
    pub(super) has_tags_inside: bool,
    /// How many segments it is divided into; 0 where it is not.
    pub(super) segments: usize,
}

impl<'a> Inner<'a> {
    pub(super) fn of(xml: &'a str) -> Self {
        let mut reader = Reader::from_str(xml);
        reader.config_mut().check_end_names = false;
        let mut inner = Inner::default();
        // The first and the last text, and the last tag before that.
        let (mut first, mut last, mut tag) = (None, 0, 0);
        // How many elements are open whose text is not the source's.
        let mut codes = 0_usize;
        loop {
            let start = place(&reader);
            let Ok(event) = reader.read_event() else {
                break;
            };
            let end = place(&reader);
            let is_tag = match &event {
                Event::Eof => break,
                Event::Start(tag) => {
                    inner.segments += usize::from(divides(tag));
                    let is_code = codes > 0 || !matches!(tag.name().as_ref(), "g" | "mrk" | "pc");
                    codes += usize::from(is_code);
                    true
                }
                Event::End(_) => {
                    codes = codes.saturating_sub(1);
                    true
                }
                Event::Empty(tag) => {
                    inner.segments += usize::from(divides(tag));
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
        inner.before = &xml[..start + (text.len() - text.trim_start().len())];
        inner.after = &xml[start + text.trim_end().len()..];
        inner
    }
}

/// Whether a tag begins one of several segments.
fn divides(tag: &BytesStart<'_>) -> bool {
    let is_segment = tag
        .attributes()
        .flatten()
        .any(|attribute| attribute.key.as_ref() == "mtype" && &*attribute.value == "seg");
    tag.name().as_ref() == "mrk" && is_segment
}
