//! Which element stands in which: takes XML events, and passes what belongs to a [`Draft`] on to it.
//!
//! Elements are kept on a stack of bounded depth; nothing here is recursive.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};

use quick_xml::events::{BytesRef, BytesStart, Event};

use super::draft::Draft;
use super::item::Item;
use super::omegat;
use super::segment::Segment;
use crate::error::{Error, Result};
use crate::exchange::Problem;
use crate::exchange::xml::Gathered;
use crate::exchange::xml::attributes;
use crate::exchange::xml::content::shown;
use crate::text::Lang;

/// How deeply elements may be nested; TMX itself needs about eight levels.
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
    /// Whether OmegaT wrote it, according to the header.
    is_of_omegat: bool,
    draft: Draft,
    /// How many `<tu>` have begun.
    units: u64,
    segment: Segment,
    /// The text of the innermost `<note>` or `<prop>`, and the kind of the prop.
    text: Gathered,
    prop: String,
    /// The line of the target of the last unit that was returned.
    line: u64,
    /// What has been read, with the line of the target.
    ready: VecDeque<(Item, u64)>,
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
    /// An element in a segment that stands around text.
    Around,
    /// One that contains a code.
    Code,
    /// One inside a code.
    Inner,
    /// Anything else, with everything in it.
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
            (Self::Seg | Self::Around, "bpt" | "ept" | "it" | "ph" | "ut") => Self::Code,
            (Self::Seg | Self::Around, _) => Self::Around,
            (Self::Code | Self::Inner, _) => Self::Inner,
            _ => Self::Ignored,
        }
    }

    /// Whether it is a segment, or in one.
    fn is_of_segment(self) -> bool {
        matches!(self, Self::Seg | Self::Around | Self::Code | Self::Inner)
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
            is_of_omegat: false,
            draft: Draft::default(),
            units: 0,
            segment: Segment::default(),
            text: Gathered::default(),
            prop: String::new(),
            line: 0,
            ready: VecDeque::new(),
        }
    }

    /// The next item that has been read and not taken yet.
    pub(super) fn next_ready(&mut self) -> Option<Item> {
        let (item, line) = self.ready.pop_front()?;
        self.line = line;
        Some(item)
    }

    /// The line of the target of the last unit that was returned.
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

    /// Checks that the file ends where it should.
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

    /// Begins `element`; one in a segment that cannot be used is ignored.
    fn enter(&mut self, element: Element, tag: &BytesStart<'_>, line: u64) -> Result<Element> {
        match element {
            Element::Header => self.header(tag)?,
            Element::Tu => {
                self.units += 1;
                self.draft = Draft::start(tag, line, self.units, self.source);
            }
            Element::Tuv => self.draft.start_tuv(tag, line),
            Element::Seg => self.segment.start(),
            Element::Note => self.text.start_with_lines("<note>"),
            Element::Prop => self.start_prop(tag),
            _ if element.is_of_segment() && self.segment.has_failed() => {
                return Ok(Element::Ignored);
            }
            Element::Around => self.segment.begin_around(tag),
            Element::Code => self.segment.begin_code(tag),
            Element::Inner => self.segment.begin_inner(tag),
            Element::Tmx | Element::Body | Element::Ignored => {}
        }
        Ok(element)
    }

    fn header(&mut self, tag: &BytesStart<'_>) -> Result<()> {
        attributes::each(tag, |name, value| match name {
            "srclang" => self.source = Lang::from_tag(value),
            "creationtool" => self.is_of_omegat = value == omegat::NAME,
            _ => {}
        })
        .map_err(Error::malformed)
    }

    fn start_prop(&mut self, tag: &BytesStart<'_>) {
        self.prop.clear();
        let outcome = attributes::each(tag, |name, value| {
            if name == "type" {
                self.prop.push_str(value);
            }
        });
        self.draft.fail(outcome.err());
        match self.prop.as_str() {
            "prev" | "next" => self.text.start("<prop>"),
            _ => self.text.start_with_lines("<prop>"),
        }
    }

    /// Ends the innermost element.
    fn close(&mut self) {
        let Some(element) = self.open.pop() else {
            return;
        };
        let in_tuv = self.open.last() == Some(&Element::Tuv);
        match element {
            Element::Tu => self.finish_unit(),
            Element::Seg => match self.segment.finish(self.is_of_omegat) {
                Ok(Some(segment)) => self.draft.segment(segment),
                Ok(None) => {}
                Err(fault) => self.draft.fail(Some(fault)),
            },
            Element::Around => self.segment.end_around(),
            Element::Code => self.segment.end_code(),
            Element::Inner => self.segment.end_inner(),
            Element::Note => match self.text.finish() {
                Ok(Some(note)) => self.draft.note(note, in_tuv),
                Ok(None) => {}
                Err(fault) => self.draft.fail(Some(fault)),
            },
            Element::Prop => match self.text.finish() {
                Ok(value) => {
                    let kind = std::mem::take(&mut self.prop);
                    self.draft.prop(kind, value.unwrap_or_default(), in_tuv);
                }
                Err(fault) => self.draft.fail(Some(fault)),
            },
            Element::Tmx | Element::Header | Element::Body | Element::Tuv | Element::Ignored => {}
        }
    }

    fn finish_unit(&mut self) {
        let mut draft = std::mem::take(&mut self.draft);
        let line = draft.line;
        for remark in draft.take_remarks() {
            self.problem(Problem::new(&self.path, line, remark).harmless());
        }
        let (is_foreign, is_untranslated) = (draft.is_foreign(), draft.is_untranslated());
        match draft.finish(&self.origin) {
            Ok(mut units) => {
                if self.is_of_omegat {
                    for (unit, _) in &mut units {
                        omegat::clear_neighbours(unit);
                    }
                }
                let units = units.into_iter();
                let items = units.map(|(unit, line)| (Item::Unit(Box::new(unit)), line));
                self.ready.extend(items);
            }
            Err(message) => {
                let problem = Problem::new(&self.path, line, message);
                self.problem(match problem {
                    problem if is_foreign => problem.harmless(),
                    problem if is_untranslated => problem.untranslated(),
                    problem => problem,
                });
            }
        }
    }

    fn problem(&mut self, problem: Problem) {
        let line = problem.line;
        self.ready.push_back((Item::Problem(problem), line));
    }

    /// Takes in text that stands as it is.
    fn text(&mut self, text: &str) -> Result<()> {
        if self.open.is_empty() && !text.trim_ascii().is_empty() {
            return Err(Error::malformed("text outside of <tmx>"));
        }
        match self.open.last() {
            Some(Element::Note | Element::Prop) => self.text.text(text),
            Some(element) if element.is_of_segment() => self.segment.text(text),
            _ => {}
        }
        Ok(())
    }

    /// Takes in `&name;` or `&#10;`.
    fn reference(&mut self, reference: &BytesRef<'_>) -> Result<()> {
        match self.open.last() {
            None => return Err(Error::malformed("text outside of <tmx>")),
            Some(Element::Note | Element::Prop) => self.text.reference(reference),
            Some(element) if element.is_of_segment() => self.segment.reference(reference),
            Some(_) => {}
        }
        Ok(())
    }
}
