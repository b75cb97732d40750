//! What stands in a `<source>`: text, and inline tags before, in and after it.

use std::borrow::Cow;
use std::ops::Range;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::element::{Element, is_deleted};
use crate::exchange::xml::place;

/// The XML of a source, divided into its parts.
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
        let mut scan = Scan::default();
        loop {
            let start = place(&reader);
            let Ok(event) = reader.read_event() else {
                break;
            };
            let at = start..place(&reader);
            match &event {
                Event::Eof => break,
                Event::Start(tag) => scan.start(tag, at),
                Event::End(_) => scan.end(at),
                Event::Empty(tag) => scan.empty(tag, at),
                _ if scan.depth == 0 && !xml[at.clone()].trim().is_empty() => scan.text(xml, at),
                _ => scan.passed = at.end,
            }
        }
        let text = scan.text.unwrap_or(xml.len()..xml.len());
        let shown = &xml[text.clone()];
        let start = text.start + (shown.len() - shown.trim_start().len());
        let end = text.start + shown.trim_end().len();
        Inner {
            before: without(&scan.deleted, xml, 0..start),
            after: without(&scan.deleted, xml, end..xml.len()),
            has_tags_inside: scan.has_tags_inside,
            tags: scan.tags,
        }
    }
}

/// What has been read of a source so far.
#[derive(Default)]
struct Scan {
    tags: Vec<Range<usize>>,
    /// Whether each of the open elements whose text belongs to the source is a tag.
    pairs: Vec<bool>,
    /// How many elements are open whose text does not belong to the source.
    depth: usize,
    /// Where the outermost of these begins, if it is a tag.
    code: Option<usize>,
    /// Where the outermost of these begins, if it was deleted.
    deletion: Option<usize>,
    deleted: Vec<Range<usize>>,
    /// From the first text to the last.
    text: Option<Range<usize>>,
    /// Where the last thing that is not text ended.
    passed: usize,
    has_tags_inside: bool,
}

impl Scan {
    fn start(&mut self, tag: &BytesStart<'_>, at: Range<usize>) {
        self.passed = at.end;
        let element = Element::of(tag, Element::Source);
        if self.depth > 0 {
            self.depth += 1;
        } else if element.holds_text() {
            self.pairs.push(element == Element::Pair);
            self.tags.extend((element == Element::Pair).then_some(at));
        } else {
            self.depth = 1;
            self.code = (element == Element::Code).then_some(at.start);
            self.deletion = is_deleted(tag).then_some(at.start);
        }
    }

    fn end(&mut self, at: Range<usize>) {
        self.passed = at.end;
        if self.depth > 1 {
            self.depth -= 1;
        } else if self.depth == 1 {
            self.depth = 0;
            self.tags.extend(self.code.take().map(|start| start..at.end));
            self.deleted.extend(self.deletion.take().map(|start| start..at.end));
        } else if self.pairs.pop() == Some(true) {
            self.tags.push(at);
        }
    }

    fn empty(&mut self, tag: &BytesStart<'_>, at: Range<usize>) {
        self.passed = at.end;
        match Element::of(tag, Element::Source) {
            Element::Code if self.depth == 0 => self.tags.push(at),
            // Its end is written with it.
            Element::Pair if self.depth == 0 => {
                let end = at.end..at.end;
                self.tags.extend([at, end]);
            }
            _ => {}
        }
    }

    fn text(&mut self, xml: &str, at: Range<usize>) {
        match &mut self.text {
            None => self.text = Some(at),
            Some(text) => {
                let between = &xml[text.end..at.start];
                self.has_tags_inside |= self.passed > text.end && between.contains('<');
                text.end = at.end;
            }
        }
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
