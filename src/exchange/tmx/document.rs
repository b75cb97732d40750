//! Which element stands in which: takes XML events in, and gives a [`Draft`] what belongs to it.
//!
//! Elements are kept on a stack of bounded depth; nothing here calls itself.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};

use quick_xml::events::{BytesRef, BytesStart, Event};

use super::draft::Draft;
use super::item::Item;
use crate::error::{Error, Result};
use crate::exchange::Problem;
use crate::exchange::xml::Gathered;
use crate::exchange::xml::attributes;
use crate::exchange::xml::content::shown;
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
    text: Gathered,
    prop: String,
    /// The line of the target of the unit that was read last.
    line: u64,
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

    /// Whether its text is kept.
    fn holds_text(self) -> bool {
        matches!(self, Self::Seg | Self::Hi | Self::Note | Self::Prop)
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
            text: Gathered::default(),
            prop: String::new(),
            line: 0,
            ready: VecDeque::new(),
        }
    }

    /// What has been read and not been taken yet.
    pub(super) fn next_ready(&mut self) -> Option<Item> {
        self.ready.pop_front()
    }

    /// The line of the target of the unit that was read last.
    pub(super) fn line(&self) -> u64 {
        self.line
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
            Element::Tuv if !self.draft.start_tuv(tag, line) => return Ok(Element::Ignored),
            Element::Seg => self.text.start("<seg>"),
            Element::Note => self.text.start_with_lines("<note>"),
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
        self.text.start("<prop>");
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
        match self.text.finish() {
            Ok(Some(text)) => give(&mut self.draft, text),
            Ok(None) => {}
            Err(fault) => self.draft.fail(Some(fault)),
        }
    }

    fn finish_unit(&mut self) {
        let mut draft = std::mem::take(&mut self.draft);
        let line = draft.line;
        self.line = draft.target_line();
        for remark in draft.take_remarks() {
            self.problem(line, remark);
        }
        match draft.finish(&self.origin) {
            Ok(unit) => self.ready.push_back(Item::Unit(Box::new(unit))),
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
        if self.open.is_empty() && !text.trim_ascii().is_empty() {
            return Err(Error::malformed("text outside of <tmx>"));
        }
        if self.holds_text() {
            self.text.text(text);
        }
        Ok(())
    }

    /// Takes in `&name;` or `&#10;`.
    fn reference(&mut self, reference: &BytesRef<'_>) -> Result<()> {
        if self.open.is_empty() {
            return Err(Error::malformed("text outside of <tmx>"));
        }
        if self.holds_text() {
            self.text.reference(reference);
        }
        Ok(())
    }

    /// Whether text is kept here.
    fn holds_text(&self) -> bool {
        let innermost = self.open.last();
        innermost.is_some_and(|element| element.holds_text())
    }
}
