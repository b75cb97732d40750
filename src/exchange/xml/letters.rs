//! The text in an element with the places where it stands letter by letter, and the places of elements in a file.

use std::collections::HashMap;
use std::ops::Range;

use quick_xml::Reader;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesStart, Event};

use super::content::{push_lines_noting, push_noting};
use super::place;
use crate::error::{Error, Result};
use crate::exchange::verbatim::Verbatim;

/// The text in `xml`, the content of an element, as [`Gathered`](super::Gathered) has it on one line, with white space
/// around it; and which parts of it stand there letter by letter. What stands in an inner element counts if
/// `holds_text` is true for its tag.
///
/// `None` where it cannot be read.
pub(in crate::exchange) fn letters(
    xml: &str,
    holds_text: impl Fn(&BytesStart<'_>) -> bool,
) -> Option<(String, Verbatim)> {
    text_in(xml, |text, raw, note| push_noting(text, raw, note), holds_text)
}

/// The same, but line breaks are kept.
pub(in crate::exchange) fn letters_with_lines(
    xml: &str,
    holds_text: impl Fn(&BytesStart<'_>) -> bool,
) -> Option<(String, Verbatim)> {
    text_in(xml, |text, raw, note| push_lines_noting(text, raw, note), holds_text)
}

/// Called for each stretch that stays, with its places in the text and in the file, and its length.
type Note<'a> = &'a mut dyn FnMut(usize, usize, usize);

fn text_in(
    xml: &str,
    add: impl Fn(&mut String, &str, Note<'_>),
    holds_text: impl Fn(&BytesStart<'_>) -> bool,
) -> Option<(String, Verbatim)> {
    const CDATA: usize = "<![CDATA[".len();
    let mut text = String::new();
    let mut verbatim = Verbatim::default();
    // How many elements are open whose text does not count.
    let mut aside = 0_usize;
    let mut push = |text: &mut String, raw: &str, at: usize| {
        add(text, raw, &mut |in_text, in_raw, length| {
            verbatim.push(in_text, at + in_raw, length);
        });
    };
    let read = each_event(xml, |event, span| {
        match event {
            Event::Start(tag) => {
                aside += usize::from(aside > 0 || !holds_text(tag));
            }
            Event::End(_) => aside = aside.saturating_sub(1),
            _ if aside > 0 => {}
            Event::Text(raw) => push(&mut text, raw, span.start),
            Event::CData(raw) => push(&mut text, raw, span.start + CDATA),
            Event::GeneralRef(name) => match (resolve_xml_entity(name), name.resolve_char_ref()) {
                (Some(known), _) => text.push_str(known),
                (None, Ok(Some(c))) => text.push(c),
                _ => return Err(Error::malformed("a reference to no character")),
            },
            _ => {}
        }
        Ok(())
    });
    read.ok()?;
    Some((text, verbatim))
}

/// The letters of a text with the spaces that `target`, which was read of it, has for line breaks; `None` where the two
/// differ in anything else than white space at the ends.
pub(in crate::exchange) fn with_breaks(
    (text, verbatim): (String, Verbatim),
    target: &str,
) -> Option<(String, Verbatim)> {
    let (own, target) = (text.trim(), target.trim());
    if own == target {
        return Some((text, verbatim));
    }
    let start = text.len() - text.trim_start().len();
    let mut spaced = text[..start].to_owned();
    let mut spaces = Vec::new();
    let mut rest = own.char_indices().peekable();
    for c in target.chars() {
        if rest.next_if(|(_, own)| *own == c).is_none() {
            let (at, _) = rest.peek().filter(|_| c == ' ')?;
            spaces.push(start + at);
        }
        spaced.push(c);
    }
    if rest.next().is_some() {
        return None;
    }
    spaced.push_str(&text[start + own.len()..]);
    Some((spaced, verbatim.with_spaces(&spaces)))
}

/// Gives `take` each event of `text`, and where it stands.
///
/// # Errors
///
/// The first error of `take`, or where the text is not well-formed.
pub(in crate::exchange) fn each_event(
    text: &str,
    mut take: impl FnMut(&Event<'_>, Range<usize>) -> Result<()>,
) -> Result<()> {
    let mut reader = Reader::from_str(text);
    loop {
        let start = place(&reader);
        let event = reader.read_event();
        let event = event.map_err(|e| Error::malformed(format!("not well-formed: {e}")))?;
        if event == Event::Eof {
            return Ok(());
        }
        take(&event, start..place(&reader))?;
    }
}

/// The most elements that are noted until they are forgotten; no unit has this many.
const MOST: usize = 65_536;

/// Where some elements stand in a text, found as its events come.
#[derive(Debug)]
pub(in crate::exchange) struct Elements {
    /// Whether an element that begins with this tag is one of them.
    is_one: fn(&BytesStart<'_>) -> bool,
    /// The elements that are open, outermost first: the key of each that is one of those.
    open: Vec<Option<usize>>,
    found: HashMap<usize, Element>,
}

/// An element in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::exchange) struct Element {
    /// The place of its tag.
    pub(in crate::exchange) tag: Range<usize>,
    /// The place of its content; `None` for one whose tag ends it.
    pub(in crate::exchange) inside: Option<Range<usize>>,
}

impl Elements {
    /// For the elements whose tags `is_one` picks.
    pub(in crate::exchange) fn of(is_one: fn(&BytesStart<'_>) -> bool) -> Self {
        Self { is_one, open: Vec::new(), found: HashMap::new() }
    }

    /// Takes in the event that stands at `span`; an element that begins with it gets `key`, of several with one key
    /// only the first.
    pub(in crate::exchange) fn take(&mut self, event: &Event<'_>, span: &Range<usize>, key: usize) {
        match event {
            Event::Start(tag) => {
                let is_known = self.begin(tag, span, key);
                self.open.push(is_known.then_some(key));
            }
            Event::Empty(tag) => {
                self.begin(tag, span, key);
            }
            Event::End(_) => {
                let key = self.open.pop().flatten();
                if let Some(element) = key.and_then(|key| self.found.get_mut(&key)) {
                    element.inside = Some(element.tag.end..span.start);
                }
            }
            _ => {}
        }
    }

    /// Notes an element, if it is one of those and the first with its key.
    fn begin(&mut self, tag: &BytesStart<'_>, span: &Range<usize>, key: usize) -> bool {
        let has_room = self.found.len() < MOST;
        let is_new = has_room && (self.is_one)(tag) && !self.found.contains_key(&key);
        if is_new {
            let element = Element { tag: span.clone(), inside: None };
            self.found.insert(key, element);
        }
        is_new
    }

    /// The element with `key`.
    pub(in crate::exchange) fn get(&self, key: u64) -> Option<&Element> {
        self.found.get(&usize::try_from(key).ok()?)
    }

    /// The content of the element with `key`.
    pub(in crate::exchange) fn inside(&self, key: u64) -> Option<Range<usize>> {
        self.get(key)?.inside.clone()
    }

    /// Forgets what was found.
    pub(in crate::exchange) fn clear(&mut self) {
        self.found.clear();
    }
}
