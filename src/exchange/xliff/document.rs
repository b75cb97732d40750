//! Which element stands in which: takes XML events, and passes what belongs to a [`Draft`] on to it.
//!
//! Elements are kept on a stack of bounded depth; nothing here is recursive.

use std::collections::VecDeque;

use quick_xml::events::{BytesStart, Event};

use super::draft::Draft;
use super::element::{Element, Open};
use super::found::Found;
use super::inline::Inline;
use super::parts::{Marks, Part, divides};
use crate::error::{Error, Result};
use crate::exchange::xml::Gathered;
use crate::exchange::xml::attributes;
use crate::exchange::xml::content::shown;
use crate::text::{Lang, TagKind, Tagged};

/// How deeply elements may be nested.
const DEEPEST: usize = 64;

/// An XLIFF file as far as it has been read.
#[derive(Debug, Default)]
pub(super) struct Document {
    /// The elements that are open, outermost first.
    open: Vec<Open>,
    /// Whether the root element has been seen.
    begun: bool,
    /// What stands before the names of all elements of XLIFF: `ns0:`, or mostly nothing.
    prefix: String,
    /// The tags of the languages, as the whole or the `<file>` names them.
    tags: [String; 2],
    /// The source language of the file, if it is translated between the two known languages.
    source_lang: Option<Lang>,
    /// The article that the first file names.
    article: Option<String>,
    draft: Draft,
    text: Gathered,
    /// The inline elements that are open, outermost first, with their numbers.
    inline: Vec<(Inline, u32)>,
    /// What stands in the innermost of them, if that is not text.
    code: Gathered,
    /// The segments into which the text is divided.
    marks: Marks,
    /// What is complete and has not been taken yet.
    ready: VecDeque<Found>,
    /// The line of a `<file>` that has just begun and is in other languages, and the message for it.
    foreign: Option<(u64, String)>,
}

impl Document {
    /// Takes in the event that begins in `line`.
    pub(super) fn take(&mut self, event: &Event<'_>, line: u64) -> Result<()> {
        match event {
            Event::Start(tag) => self.start(&self.without_prefix(tag), line)?,
            Event::Empty(tag) => {
                self.start(&self.without_prefix(tag), line)?;
                self.close();
            }
            Event::End(_) => self.close(),
            Event::Text(text) => self.text(text)?,
            Event::CData(text) => self.text(text)?,
            Event::GeneralRef(_) if self.open.is_empty() => return Err(outside()),
            Event::GeneralRef(reference) => {
                if let Some(gathered) = self.gathered() {
                    gathered.reference(reference);
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// The next complete unit.
    pub(super) fn next_ready(&mut self) -> Option<Found> {
        self.ready.pop_front()
    }

    /// The innermost element that is open.
    pub(super) fn innermost(&self) -> Option<Element> {
        self.open.last().map(|open| open.element)
    }

    /// Checks that the file ends where it should; returns the article that it names.
    pub(super) fn end(&mut self) -> Result<Option<String>> {
        if !self.begun {
            return Err(Error::malformed("not an XLIFF file: it has no element"));
        }
        if self.open.is_empty() {
            Ok(self.article.take())
        } else {
            Err(Error::malformed("cut off: the file ends before </xliff>"))
        }
    }

    /// A tag by the name that XLIFF has for it.
    fn without_prefix<'a>(&self, tag: &'a BytesStart<'_>) -> BytesStart<'a> {
        let whole: &str = tag;
        let own = whole.strip_prefix(&self.prefix).unwrap_or(whole);
        BytesStart::from_content(own, tag.name().as_ref().len() - (whole.len() - own.len()))
    }

    /// Sees that the names of its elements have no prefix, without which new ones are written.
    pub(super) fn refuse_prefix(&self) -> Result<()> {
        if self.prefix.is_empty() {
            return Ok(());
        }
        Err(Error::refused(format!(
            "its elements have a prefix, as <{}xliff>, with which XLIFF is read and not written",
            shown(&self.prefix)
        )))
    }

    fn start(&mut self, tag: &BytesStart<'_>, line: u64) -> Result<()> {
        if self.open.len() == DEEPEST {
            let message = format!("elements nested more than {DEEPEST} deep");
            return Err(Error::malformed(message));
        }
        let element = match self.innermost() {
            Some(parent) => Element::of(tag, parent),
            None => self.root(tag)?,
        };
        let is_in = |wanted| self.open.iter().any(|outer| outer.element == wanted);
        // A segment inside another one counts as marked text of that.
        let is_part = |tag| divides(tag) && is_in(Element::TransUnit) && !is_in(Element::Part);
        let element = match element {
            Element::Marked if is_part(tag) => Element::Part,
            element => element,
        };
        let open = Open::new(tag, element, self.open.last())?;
        self.open.push(open);
        match element {
            Element::Xliff => self.languages(tag, ["srcLang", "trgLang"])?,
            Element::File => {
                self.languages(tag, ["source-language", "target-language"])?;
                self.start_file(line);
            }
            Element::TransUnit | Element::Unit => {
                self.draft = Draft::start(tag, line, open.is_fixed);
            }
            Element::Segment => self.draft.start_segment(tag, line),
            Element::Source => self.start_text("<source>"),
            Element::Divided => self.start_text("<seg-source>"),
            Element::Target => {
                self.draft.start_target(tag, line);
                self.start_text("<target>");
            }
            Element::Part => {
                let outcome = self.marks.start(tag, line, self.place());
                self.draft.fail(outcome.err());
            }
            Element::SegmentState => self.draft.state_of_segment(tag),
            Element::Note => self.text.start_with_lines("<note>"),
            Element::Pair => self.start_inline(tag, true),
            Element::Code => self.start_inline(tag, false),
            _ => {}
        }
        Ok(())
    }

    fn root(&mut self, tag: &BytesStart<'_>) -> Result<Element> {
        let name = tag.name();
        let name = name.as_ref();
        if self.begun {
            let message = format!("<{}> after the end of the document", shown(name));
            return Err(Error::malformed(message));
        }
        let prefix = name.strip_suffix("xliff");
        let Some(prefix) = prefix.filter(|it| it.is_empty() || it.ends_with(':')) else {
            let message = format!("not an XLIFF file: it begins with <{}>", shown(name));
            return Err(Error::malformed(message));
        };
        prefix.clone_into(&mut self.prefix);
        self.begun = true;
        Ok(Element::Xliff)
    }

    /// Takes in the languages that a tag names, and the article.
    fn languages(&mut self, tag: &BytesStart<'_>, names: [&str; 2]) -> Result<()> {
        attributes::each(tag, |name, value| {
            if name == "original" {
                self.article.get_or_insert_with(|| value.to_owned());
            }
            for (own, known) in self.tags.iter_mut().zip(names) {
                if name == known {
                    value.clone_into(own);
                }
            }
        })
        .map_err(Error::malformed)
    }

    /// Begins a `<file>`; one in other languages is reported.
    fn start_file(&mut self, line: u64) {
        let [source, target] = &self.tags;
        let source_lang = Lang::from_tag(source);
        let is_known =
            |lang: &Lang| target.is_empty() || Lang::from_tag(target) == Some(lang.other());
        self.source_lang = source_lang.filter(is_known);
        if self.source_lang.is_some() {
            return;
        }
        let message = format!(
            "a file from “{}” into “{}”, not between fa and en",
            shown(source),
            shown(target)
        );
        self.foreign = Some((line, message));
    }

    /// The message for a `<file>` in other languages, and its line.
    pub(super) fn take_foreign(&mut self) -> Option<(u64, String)> {
        self.foreign.take()
    }

    /// Ends the innermost element.
    fn close(&mut self) {
        match self.open.pop().map(|open| open.element) {
            Some(Element::TransUnit | Element::Segment) => {
                if let Some(lang) = self.source_lang {
                    let ready = &mut self.ready;
                    self.draft.finish(lang, |found| ready.push_back(found));
                }
            }
            Some(Element::Source) => self.finish_text(Draft::source),
            Some(Element::Divided) => self.finish_text(Draft::divided),
            Some(Element::Target) => self.finish_text(Draft::target),
            Some(Element::Part) => self.marks.end(self.place()),
            Some(Element::Note) => self.finish_note(),
            Some(Element::Pair) => self.end_inline(Some(TagKind::Close)),
            Some(Element::Code) => self.end_inline(None),
            _ => {}
        }
    }

    /// Begins the text of an element, which is called `holder` in messages.
    fn start_text(&mut self, holder: &'static str) {
        if self.open.last().is_some_and(|open| open.has_lines) {
            self.text.start_with_lines(holder);
        } else {
            self.text.start(holder);
        }
        self.marks = Marks::default();
    }

    /// How many bytes and tags the text has so far.
    fn place(&self) -> [usize; 2] {
        [self.text.length(), self.text.count_of_tags()]
    }

    /// Begins an inline element; one around text already becomes a tag here.
    fn start_inline(&mut self, tag: &BytesStart<'_>, is_pair: bool) {
        match Inline::of(tag) {
            Ok(inline) => {
                let number = self.draft.number_of(&inline.id);
                if is_pair {
                    self.text.tag(inline.tag(inline.kind, number, String::new()));
                }
                self.inline.push((inline, number));
            }
            Err(fault) => self.draft.fail(Some(fault)),
        }
        self.code.start_with_lines("tag");
    }

    /// Ends an inline element, which becomes a tag of this kind here, or of its own kind.
    fn end_inline(&mut self, kind: Option<TagKind>) {
        if let Some((inline, number)) = self.inline.pop() {
            let kind = kind.unwrap_or(inline.kind);
            match self.code.finish_whole() {
                Ok(code) => self.text.tag(inline.tag(kind, number, code)),
                Err(fault) => self.draft.fail(Some(fault)),
            }
        }
    }

    /// Passes the gathered text to the draft, with its tags and the segments into which it is divided.
    fn finish_text(&mut self, give: impl FnOnce(&mut Draft, Tagged, Vec<Part>)) {
        match self.text.finish_tagged() {
            Ok(whole) => {
                let parts = self.marks.take(&whole);
                give(&mut self.draft, whole.trimmed(), parts);
            }
            Err(fault) => self.draft.fail(Some(fault)),
        }
    }

    /// Passes the gathered text to the draft as a note, unless it is empty.
    fn finish_note(&mut self) {
        match self.text.finish() {
            Ok(Some(note)) => self.draft.note(note),
            Ok(None) => {}
            Err(fault) => self.draft.fail(Some(fault)),
        }
    }

    fn text(&mut self, text: &str) -> Result<()> {
        if self.open.is_empty() && !text.trim_ascii().is_empty() {
            return Err(outside());
        }
        if let Some(gathered) = self.gathered() {
            gathered.text(text);
        }
        Ok(())
    }

    /// The one that takes in the text here: that of a unit, or the code of an inline element.
    fn gathered(&mut self) -> Option<&mut Gathered> {
        match self.innermost()? {
            Element::Code => Some(&mut self.code),
            element => element.holds_text().then_some(&mut self.text),
        }
    }
}

fn outside() -> Error {
    Error::malformed("text outside of <xliff>")
}
