//! Puts translations into an XLIFF file that lacks them; everything else stays as it is, byte for byte.

mod divided;

use std::collections::HashMap;
use std::ops::Range;
use std::path::Path;

use quick_xml::events::{BytesStart, Event};

use super::document::Document;
use super::element::Element;
use super::found::Read;
use super::inner::Inner;
use super::parts::divides;
use crate::error::Result;
use crate::exchange::spaced::{Beside, Breaks, spaced};
use crate::exchange::units::{Filled, Filling, Placing, Unit};
use crate::exchange::xml::attributes::with_attribute;
use crate::exchange::xml::content::{escaped, forbidden, not_held, shown};
use crate::exchange::xml::decoded::{as_it_was, whole};
use crate::exchange::xml::letters::{Elements, each_event};
use crate::text::{Tag, TagKind, Tagged};

/// The file with the fillings of `placing` in it.
///
/// - **State**: `translated` where nobody needs to look at it any more; otherwise `needs-review-translation` (1.x) or
///   `initial` (2.x), which stands at the segment. What is to be looked at is not `approved` (1.x).
/// - **Inline tags** around the whole source stand around the translation too. Where some stand inside it, or the
///   filling has a place for one that is read where it stands, all stand where the filling has them, as they are
///   written in the source; where it lacks one, somebody is to look at the translation.
/// - **A segment of a divided unit** (1.2) is filled where the target has its `<mrk>`, and no other. Where there is no
///   target, or nothing in it, it gets those of the source and what stands between them. The state of a target, which
///   says how far all of its segments are, becomes no better than it was where others than those that are filled stand
///   in it.
///
/// # Errors
///
/// Where a translation has a character that XML cannot represent.
pub(in crate::exchange) fn fill(file: &[u8], placing: &Placing<'_>, path: &Path) -> Result<Filled> {
    filled(file, placing).map_err(|error| error.at(path))
}

fn filled(file: &[u8], placing: &Placing<'_>) -> Result<Filled> {
    let text = whole(file)?;
    let mut walk = Walk {
        text: &text,
        placing,
        unit: 0,
        places: Places::default(),
        marks: Elements::of(divides),
        out: String::with_capacity(text.len() * 2),
        written: 0,
        placed: Vec::new(),
        loose: Vec::new(),
    };
    walk.run()?;
    Ok(Filled { loose: walk.loose, ..placing.filled(as_it_was(&walk.out, file)?, &walk.placed) })
}

/// Where the parts of a unit stand in the file.
#[derive(Clone, Debug, Default)]
struct Places {
    /// The tag of the unit, in 1.x.
    unit: Option<Range<usize>>,
    /// The tag of the segment, in 2.x.
    segment: Option<Range<usize>>,
    /// What stands in the source.
    source: Range<usize>,
    /// What stands in the source as it was divided into segments (1.2).
    divided: Option<Range<usize>>,
    /// Where the tag of the source begins.
    source_start: usize,
    /// The place for a target if there is none.
    after_source: usize,
    /// The tag of the target.
    target_tag: Option<Range<usize>>,
    /// All of the target.
    target: Option<Range<usize>>,
}

/// The file on its way from what was read to what is written.
struct Walk<'a> {
    text: &'a str,
    placing: &'a Placing<'a>,
    /// The number of the next unit, from 0.
    unit: usize,
    places: Places,
    /// Where the `<mrk>` of the unit stand, by the places of their tags.
    marks: Elements,
    out: String,
    /// How much of the file has been written.
    written: usize,
    /// The units that have been filled.
    placed: Vec<usize>,
    /// Those that lack some of their tags.
    loose: Vec<(usize, Vec<Tag>)>,
}

impl Walk<'_> {
    fn run(&mut self) -> Result<()> {
        let mut document = Document::default();
        each_event(self.text, |event, place| {
            let before = document.innermost();
            self.marks.take(event, &place, place.start);
            // What the document is given as a line comes back with the unit: here it is the places of its marks.
            document.take(event, place.start as u64)?;
            document.refuse_prefix()?;
            match event {
                Event::Start(_) => self.opened(document.innermost(), place),
                Event::End(_) => self.closed(before, place),
                Event::Empty(tag) => self.empty(tag, before, place),
                _ => {}
            }
            let found = std::iter::from_fn(|| document.next_ready());
            let read: Vec<Read> = found.flatten().collect();
            if !read.is_empty() {
                self.finish_unit(&read)?;
                self.marks.clear();
            }
            Ok(())
        })?;
        self.out.push_str(&self.text[self.written..]);
        Ok(())
    }

    fn opened(&mut self, element: Option<Element>, tag: Range<usize>) {
        match element {
            Some(Element::TransUnit) => {
                self.places = Places { unit: Some(tag), ..Places::default() };
            }
            Some(Element::Segment) => {
                self.places = Places { segment: Some(tag), ..Places::default() };
            }
            Some(Element::Source) => {
                self.places.source_start = tag.start;
                self.places.source = tag.end..tag.end;
            }
            Some(Element::Divided) => self.places.divided = Some(tag.end..tag.end),
            Some(Element::Target) => self.places.target_tag = Some(tag),
            _ => {}
        }
    }

    fn closed(&mut self, element: Option<Element>, tag: Range<usize>) {
        match element {
            Some(Element::Source) => {
                self.places.source.end = tag.start;
                self.places.after_source = tag.end;
            }
            Some(Element::Divided) => {
                if let Some(divided) = &mut self.places.divided {
                    divided.end = tag.start;
                }
                self.places.after_source = tag.end;
            }
            Some(Element::Target) => {
                let start = self.places.target_tag.as_ref().map_or(tag.start, |tag| tag.start);
                self.places.target = Some(start..tag.end);
            }
            _ => {}
        }
    }

    /// An empty target, or an empty source divided into segments.
    fn empty(&mut self, tag: &BytesStart<'_>, parent: Option<Element>, place: Range<usize>) {
        let holds_target = matches!(parent, Some(Element::TransUnit | Element::Segment));
        if holds_target && is(tag, "target") {
            self.places.target_tag = Some(place.clone());
            self.places.target = Some(place);
        } else if parent == Some(Element::TransUnit) && is(tag, "seg-source") {
            self.places.divided = None;
            self.places.after_source = place.end;
        }
    }

    /// Writes what has been read of a unit: one segment, or those into which it is divided.
    fn finish_unit(&mut self, read: &[Read]) -> Result<()> {
        let placing = self.placing;
        let places = std::mem::take(&mut self.places);
        let first = self.unit;
        self.unit += read.len();
        let divided: Option<Vec<_>> = read.iter().map(|read| read.marks).collect();
        if let Some(marks) = divided {
            return self.finish_divided(&places, first, &marks);
        }
        let Some(filling) = placing.filling(first) else {
            return Ok(());
        };
        let source = places.divided.as_ref().unwrap_or(&places.source);
        let (content, is_sure) = self.content(first, filling, source.clone())?;
        let state = match (is_sure, &places.segment) {
            (true, _) => "translated",
            (false, None) => "needs-review-translation",
            (false, Some(_)) => "initial",
        };
        self.put(&places, &content, Some(state));
        self.placed.push(first);
        Ok(())
    }

    /// The content of a unit's target for its filling; `source` is the place of its source. Also whether nobody needs
    /// to look at it.
    fn content(
        &mut self,
        unit: usize,
        filling: &Filling,
        source: Range<usize>,
    ) -> Result<(String, bool)> {
        if let Some(c) = forbidden(&filling.target.text) {
            let source = shown(&self.placing.units[unit].source);
            let holder = format!("what is proposed for `{source}`");
            return Err(not_held(&holder, c));
        }
        let source = &self.text[source];
        let inner = Inner::of(source);
        let own = &self.placing.units[unit];
        let target = &filling.target;
        let text = escaped_text(&target.text);
        let has_places = inner.has_tags_inside || target.tags.iter().any(Tag::is_said);
        let (content, missing) = match (has_places, codes(own, inner.tags)) {
            (false, _) => ([&*inner.before, &text, &inner.after].concat(), Vec::new()),
            (true, Some(codes)) => (content(source, target, &codes), missing(own, target)),
            (true, None) => (text, own.source_tags.clone()),
        };
        let is_sure = filling.is_sure && missing.is_empty();
        if !missing.is_empty() {
            self.loose.push((unit, missing));
        }
        Ok((content, is_sure))
    }

    /// Removes the approval of a unit (1.x) whose translation somebody must look at.
    fn disapprove(&mut self, places: &Places, state: Option<&str>) {
        let Some(unit) = places.unit.clone().filter(|_| state != Some("translated")) else {
            return;
        };
        let tag = &self.text[unit.clone()];
        if tag.contains("approved") {
            self.replace(unit, &with_attribute(tag, "approved", None));
        }
    }

    /// Writes a target, which then has `state`, if that is a new one.
    fn put(&mut self, places: &Places, content: &str, state: Option<&str>) {
        self.disapprove(places, state);
        if let Some(segment) = &places.segment {
            let tag = with_state(&self.text[segment.clone()], state);
            self.replace(segment.clone(), &tag);
        }
        let mut target = self.target_tag(places, state);
        target.push_str(content);
        target.push_str("</target>");
        match &places.target {
            Some(place) => self.replace(place.clone(), &target),
            None => {
                let indent = indent(&self.text[..places.source_start]);
                let at = places.after_source;
                self.replace(at..at, &format!("{indent}{target}"));
            }
        }
    }

    /// The tag of a target that is not empty; in 1.x it has its state.
    fn target_tag(&self, places: &Places, state: Option<&str>) -> String {
        let tag = match &places.target_tag {
            Some(tag) => &self.text[tag.clone()],
            None => "<target>",
        };
        match places.segment {
            Some(_) => opened(tag),
            None => with_state(&opened(tag), state),
        }
    }

    /// Writes the file up to a place, and `text` in place of what stands there.
    fn replace(&mut self, place: Range<usize>, text: &str) {
        self.out.push_str(&self.text[self.written..place.start]);
        self.out.push_str(text);
        self.written = place.end;
    }
}

/// A tag with a state, if that is a new one.
fn with_state(tag: &str, state: Option<&str>) -> String {
    match state {
        Some(_) => with_attribute(tag, "state", state),
        None => tag.to_owned(),
    }
}

/// The tag of an element that will not be empty.
fn opened(tag: &str) -> String {
    match tag.strip_suffix("/>") {
        Some(open) => format!("{}>", open.trim_end()),
        None => tag.to_owned(),
    }
}

/// Where the tags of a source stand in it.
type Codes = HashMap<(u32, TagKind), Range<usize>>;

/// Where the tags of the source stand in it, by their numbers; `written` has them in order. `None` where that is not
/// certain.
fn codes(unit: &Unit, written: Vec<Range<usize>>) -> Option<Codes> {
    let keys = unit.source_tags.iter().map(|tag| (tag.number, tag.kind));
    let count = unit.source_tags.len();
    let is_certain = written.len() == count;
    let codes: Codes = keys.zip(written).collect();
    (codes.len() == count && is_certain).then_some(codes)
}

/// What stands beside a tag in the XML of a source, if that has it.
fn beside(source: &str, codes: &Codes, tag: &Tag) -> Option<Beside> {
    let place = codes.get(&(tag.number, tag.kind))?;
    let before = source[..place.start].chars().next_back();
    Some([before, source[place.end..].chars().next()])
}

/// The tags of the source that a translation does not have.
fn missing(unit: &Unit, target: &Tagged) -> Vec<Tag> {
    let has = |tag: &Tag| {
        let is_it = |own: &Tag| (own.number, own.kind) == (tag.number, tag.kind);
        target.tags.iter().any(is_it)
    };
    let tags = unit.source_tags.iter().filter(|tag| !has(tag));
    tags.cloned().collect()
}

/// A translation with its tags, and with the white space that the XML of the source has at its ends.
fn content(source: &str, target: &Tagged, codes: &Codes) -> String {
    let start = source.len() - source.trim_start().len();
    let end = source.trim_end().len().max(start);
    let target = spaced(target.clone(), |tag| beside(source, codes, tag));
    let mut content = source[..start].to_owned();
    let mut breaks = Breaks::default();
    for (text, tag) in target.pieces() {
        content.push_str(&escaped_text(breaks.text(text)));
        breaks.tag(tag);
        let code = codes.get(&(tag.number, tag.kind));
        content.push_str(code.map_or("", |place| &source[place.clone()]));
    }
    content + &escaped_text(breaks.text(target.rest())) + &source[end..]
}

/// A text in an element, where quotation marks may stand as they are.
fn escaped_text(text: &str) -> String {
    escaped(text).replace("&quot;", "\"")
}

/// The line break and the white space before a tag, if nothing else stands before it on its line.
fn indent(before: &str) -> &str {
    let start = before.trim_end_matches([' ', '\t']).len();
    let line = match before[..start].strip_suffix('\n') {
        Some(rest) => rest.trim_end_matches('\r').len(),
        None => before.len(),
    };
    &before[line..]
}

fn is(tag: &BytesStart<'_>, name: &str) -> bool {
    tag.name().as_ref() == name
}
