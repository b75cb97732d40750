//! Which element stands in which: takes XML events in, and gives a [`Draft`] what belongs to it.
//!
//! Elements are kept on a stack of bounded depth; nothing here calls itself.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};

use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::draft::Draft;
use super::item::Item;
use crate::error::{Error, Result};
use crate::exchange::Problem;
use crate::exchange::xml::attributes::{self, forbidden_in_file, unknown_entity};
use crate::exchange::xml::bounded::LONGEST;
use crate::exchange::xml::content::{forbidden, push_on_one_line, shown, trimmed};
use crate::text::Lang;

/// The deepest that elements may stand in each other; TMX itself needs eight or so.
const DEEPEST: usize = 64;

/// A TMX file as far as it has been read.
#[derive(Debug)]
pub(super) struct Document {
    path: PathBuf,
    origin: String,
    /// The elements that are open, outermost first.
    open: Vec<Element>,
    /// Whether the root element has been seen.
    begun: bool,
    /// The source language that the header names.
    source: Option<Lang>,
    draft: Draft,
    /// The text of the innermost `<seg>`, `<note>` or `<prop>`, and what kind of prop it is.
    text: String,
    prop: String,
    ready: VecDeque<Item>,
}

/// What an element means where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Element {
    Tmx,
    Header,
    Body,
    Tu,
    Tuv,
    Seg,
    Note,
    Prop,
    /// Marked text in a segment.
    Hi,
    /// Anything else, with all that stands in it.
    Ignored,
}

impl Element {
    /// What the element `name` means inside `parent`.
    fn of(name: &str, parent: Self) -> Self {
        match (parent, name) {
            (Self::Tmx, "header") => Self::Header,
            (Self::Tmx, "body") => Self::Body,
            (Self::Tmx | Self::Body, "tu") => Self::Tu,
            (Self::Tu, "tuv") => Self::Tuv,
            (Self::Tuv, "seg") => Self::Seg,
            (Self::Tu | Self::Tuv, "note") => Self::Note,
            (Self::Tu | Self::Tuv, "prop") => Self::Prop,
            (Self::Seg | Self::Hi, "hi") => Self::Hi,
            _ => Self::Ignored,
        }
    }

    /// The element whose text this one belongs to, as messages name it.
    fn holds_text(self) -> Option<&'static str> {
        match self {
            Self::Seg | Self::Hi => Some("<seg>"),
            Self::Note => Some("<note>"),
            Self::Prop => Some("<prop>"),
            _ => None,
        }
    }
}

impl Document {
    pub(super) fn new(path: &Path, origin: &str) -> Self {
        Self {
            path: path.to_owned(),
            origin: origin.to_owned(),
            open: Vec::new(),
            begun: false,
            source: None,
            draft: Draft::default(),
            text: String::new(),
            prop: String::new(),
            ready: VecDeque::new(),
        }
    }

    /// What has been read and not been taken yet.
    pub(super) fn next_ready(&mut self) -> Option<Item> {
        self.ready.pop_front()
    }

    /// Takes in the event that begins in `line`.
    pub(super) fn take(&mut self, event: &Event<'_>, line: u64) -> Result<()> {
        let taken = match event {
            Event::Start(tag) => self.start(tag, line),
            Event::Empty(tag) => self.start(tag, line).map(|()| self.close()),
            Event::End(_) => {
                self.close();
                Ok(())
            }
            Event::Text(text) => self.text(text),
            Event::CData(text) => self.text(text),
            Event::GeneralRef(reference) => self.reference(reference),
            _ => Ok(()),
        };
        taken.map_err(|error| error.on_line(line))
    }

    /// Sees that the file ends where it should.
    pub(super) fn end(&self) -> Result<()> {
        if !self.begun {
            return Err(Error::malformed("not a TMX file: it has no element"));
        }
        if !self.open.is_empty() {
            return Err(Error::malformed("cut off: the file ends before </tmx>"));
        }
        Ok(())
    }

    fn start(&mut self, tag: &BytesStart<'_>, line: u64) -> Result<()> {
        if self.open.len() == DEEPEST {
            let message = format!("elements nested more than {DEEPEST} deep");
            return Err(Error::malformed(message));
        }
        let element = match self.open.last() {
            Some(parent) => Element::of(tag.name().as_ref(), *parent),
            None => self.root(tag)?,
        };
        let element = self.enter(element, tag, line)?;
        self.open.push(element);
        Ok(())
    }

    fn root(&mut self, tag: &BytesStart<'_>) -> Result<Element> {
        let name = tag.name();
        if self.begun {
            let message = format!("<{}> after the end of the document", shown(name.as_ref()));
            return Err(Error::malformed(message));
        }
        if name.as_ref() != "tmx" {
            let message = format!("not a TMX file: it begins with <{}>", shown(name.as_ref()));
            return Err(Error::malformed(message));
        }
        self.begun = true;
        Ok(Element::Tmx)
    }

    /// Begins `element`; a `<tuv>` that is not needed is ignored from here on.
    fn enter(&mut self, element: Element, tag: &BytesStart<'_>, line: u64) -> Result<Element> {
        match element {
            Element::Header => self.header(tag)?,
            Element::Tu => self.draft = Draft::start(tag, line, self.source),
            Element::Tuv if !self.draft.start_tuv(tag) => return Ok(Element::Ignored),
            Element::Seg | Element::Note => self.text.clear(),
            Element::Prop => self.start_prop(tag),
            _ => {}
        }
        Ok(element)
    }

    fn header(&mut self, tag: &BytesStart<'_>) -> Result<()> {
        attributes::each(tag, |name, value| {
            if name == "srclang" {
                self.source = Lang::from_tag(value);
            }
        })
        .map_err(Error::malformed)
    }

    fn start_prop(&mut self, tag: &BytesStart<'_>) {
        self.text.clear();
        self.prop.clear();
        let outcome = attributes::each(tag, |name, value| {
            if name == "type" {
                self.prop.push_str(value);
            }
        });
        self.draft.fail(outcome.err());
    }

    /// Ends the innermost element.
    fn close(&mut self) {
        match self.open.pop() {
            Some(Element::Tu) => self.finish_unit(),
            Some(Element::Seg) => self.finish_text(Draft::segment),
            Some(Element::Note) => self.finish_text(Draft::note),
            Some(Element::Prop) => {
                let kind = std::mem::take(&mut self.prop);
                let in_tuv = self.open.last() == Some(&Element::Tuv);
                self.finish_text(|draft, value| draft.prop(&kind, value, in_tuv));
            }
            _ => {}
        }
    }

    /// Gives the text that has been gathered to the draft, unless nothing is in it.
    fn finish_text(&mut self, give: impl FnOnce(&mut Draft, String)) {
        if let Some(c) = forbidden(&self.text) {
            self.draft.fail(Some(forbidden_in_file(c)));
        }
        if let Some(text) = trimmed(std::mem::take(&mut self.text)) {
            give(&mut self.draft, text);
        }
    }

    fn finish_unit(&mut self) {
        let mut draft = std::mem::take(&mut self.draft);
        let line = draft.line;
        for remark in draft.take_remarks() {
            self.problem(line, remark);
        }
        match draft.finish(&self.origin) {
            Ok(unit) => self.ready.push_back(Item::Unit(unit)),
            Err(message) => self.problem(line, message),
        }
    }

    fn problem(&mut self, line: u64, message: String) {
        self.ready.push_back(Item::Problem(Problem {
            path: self.path.clone(),
            line,
            message,
        }));
    }

    /// Takes in text that stands as it is.
    fn text(&mut self, text: &str) -> Result<()> {
        match self.open.last() {
            None if text.trim_ascii().is_empty() => {}
            None => return Err(Error::malformed("text outside of <tmx>")),
            Some(Element::Note) => {
                self.push(text, |note| note.push_str(&text.replace("\r\n", "\n")));
            }
            Some(_) => self.push(text, |line| push_on_one_line(line, text)),
        }
        Ok(())
    }

    /// Takes in `&name;` or `&#10;`.
    fn reference(&mut self, reference: &BytesRef<'_>) -> Result<()> {
        if self.open.is_empty() {
            return Err(Error::malformed("text outside of <tmx>"));
        }
        if self.holder().is_none() {
            return Ok(());
        }
        match (resolve_xml_entity(reference), reference.resolve_char_ref()) {
            (Some(text), _) => self.push(text, |line| line.push_str(text)),
            (None, Ok(Some(c))) => self.push(reference, |line| line.push(c)),
            (None, Ok(None)) => self.draft.fail(Some(unknown_entity(reference))),
            (None, Err(_)) => self
                .draft
                .fail(Some("a reference to no character".to_owned())),
        }
        Ok(())
    }

    /// Lets `add` lengthen the text that is gathered by `text`, where it is wanted and not too long.
    fn push(&mut self, text: &str, add: impl FnOnce(&mut String)) {
        let Some(holder) = self.holder() else {
            return;
        };
        if self.text.len() + text.len() > LONGEST {
            self.draft
                .fail(Some(format!("a {holder} longer than 1 MiB")));
        } else {
            add(&mut self.text);
        }
    }

    /// The element that text belongs to here.
    fn holder(&self) -> Option<&'static str> {
        self.open.last().and_then(|element| element.holds_text())
    }
}
