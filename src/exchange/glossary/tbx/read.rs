//! The reader: from XML events to the rows of a table with hamta's own columns.

use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::concept::{Concept, Found};
use crate::error::{Error, Result};
use crate::exchange::glossary::COLUMNS;
use crate::exchange::glossary::header::status;
use crate::exchange::sheet::Sheet;
use crate::exchange::xml::Events;
use crate::exchange::xml::attributes::{self, unknown_entity};
use crate::exchange::xml::content::{push_on_one_line, shown};
use crate::text::Lang;

/// How deeply elements may be nested; TBX itself needs about ten levels.
const DEEPEST: usize = 64;

/// The longest text of one element that is kept.
const LONGEST: usize = 64 * 1024;

/// The most terms of one concept.
const MOST_TERMS: usize = 1000;

/// Reads a TBX file.
///
/// # Errors
///
/// It is not TBX, not well-formed, cut off, or nested too deeply.
pub(in crate::exchange::glossary) fn sheet(file: &[u8]) -> Result<Sheet> {
    let mut events = Events::new(file)?;
    let mut document = Document::default();
    for column in COLUMNS {
        document.sheet.push(column);
    }
    document.sheet.end_row(1)?;
    loop {
        let (event, line) = events.next()?;
        let taken = match event {
            Event::Start(tag) => document.start(&tag, line),
            Event::Empty(tag) => document.start(&tag, line).and_then(|()| document.end()),
            Event::End(_) => document.end(),
            Event::Text(text) => {
                document.text(&text);
                Ok(())
            }
            Event::CData(text) => {
                document.text(&text);
                Ok(())
            }
            Event::GeneralRef(reference) => {
                document.reference(&reference);
                Ok(())
            }
            Event::Eof => return document.finish().map_err(|error| error.on_line(line)),
            _ => Ok(()),
        };
        taken.map_err(|error| error.on_line(line))?;
    }
}

/// What an element means where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Element {
    /// Around everything else: the root, the body, groups.
    Around,
    Concept,
    Language(Option<Lang>),
    TermSection,
    Term,
    Status,
    Subject,
    Note,
    /// Anything else, with everything in it.
    Ignored,
}

impl Element {
    /// What the element `name` means if its attribute `type` is `kind`.
    fn of(name: &str, kind: &str) -> Self {
        match (name, kind) {
            ("termEntry" | "conceptEntry", _) => Self::Concept,
            ("langSet" | "langSec", _) => Self::Language(None),
            ("tig" | "ntig" | "termSec", _) => Self::TermSection,
            ("term", _) => Self::Term,
            ("termNote", "administrativeStatus" | "normativeAuthorization") => Self::Status,
            ("administrativeStatus" | "normativeAuthorization", _) => Self::Status,
            ("descrip", "subjectField") | ("subjectField", _) => Self::Subject,
            ("descrip", "definition") | ("definition" | "note", _) => Self::Note,
            ("text" | "body" | "termGrp" | "termNoteGrp" | "descripGrp" | "hi" | "foreign", _) => {
                Self::Around
            }
            _ => Self::Ignored,
        }
    }
}

/// A TBX file as far as it has been read.
#[derive(Debug, Default)]
struct Document {
    open: Vec<Element>,
    begun: bool,
    concept: Concept,
    term: Found,
    terms: usize,
    text: String,
    sheet: Sheet,
}

impl Document {
    fn start(&mut self, tag: &BytesStart<'_>, line: u64) -> Result<()> {
        if self.open.len() == DEEPEST {
            return Err(Error::malformed(format!("elements nested more than {DEEPEST} deep")));
        }
        let element = match self.open.last() {
            None => self.root(tag)?,
            Some(Element::Ignored) => Element::Ignored,
            Some(_) => self.enter(tag, line)?,
        };
        self.open.push(element);
        Ok(())
    }

    fn root(&mut self, tag: &BytesStart<'_>) -> Result<Element> {
        let name = tag.local_name();
        if self.begun || !matches!(name.as_ref(), "martif" | "tbx") {
            let message = format!("not a TBX file: it has an element <{}>", shown(name.as_ref()));
            return Err(Error::malformed(message));
        }
        self.begun = true;
        Ok(Element::Around)
    }

    fn enter(&mut self, tag: &BytesStart<'_>, line: u64) -> Result<Element> {
        let (mut kind, mut lang) = (String::new(), None);
        let read = attributes::each(tag, |name, value| match name {
            "type" => value.clone_into(&mut kind),
            "xml:lang" | "lang" => lang = Lang::from_tag(value),
            _ => {}
        });
        let element = match Element::of(tag.local_name().as_ref(), &kind) {
            Element::Language(_) => Element::Language(lang),
            element => element,
        };
        match element {
            Element::Concept => {
                self.concept = Concept::new(line);
                self.terms = 0;
            }
            Element::TermSection => self.term = Found::default(),
            Element::Term | Element::Status | Element::Subject | Element::Note => self.text.clear(),
            _ => {}
        }
        if let Err(fault) = read {
            self.concept.fault.get_or_insert(fault);
        }
        Ok(element)
    }

    fn end(&mut self) -> Result<()> {
        match self.open.pop() {
            Some(Element::Concept) => std::mem::take(&mut self.concept).finish(&mut self.sheet)?,
            Some(Element::TermSection) => self.end_term(),
            Some(Element::Term) => self.term.text = self.taken(),
            Some(Element::Status) => self.term.status = status(&self.taken()),
            Some(Element::Subject) => {
                let subject = self.taken();
                self.concept.subject(&subject);
            }
            Some(Element::Note) => self.end_note(),
            _ => {}
        }
        Ok(())
    }

    fn end_term(&mut self) {
        let lang = self.open.iter().rev().find_map(|element| match element {
            Element::Language(lang) => Some(*lang),
            _ => None,
        });
        self.terms += 1;
        if self.terms > MOST_TERMS {
            self.concept.fault.get_or_insert_with(|| format!("more than {MOST_TERMS} terms"));
        } else if let Some(Some(lang)) = lang {
            self.concept.term(lang, std::mem::take(&mut self.term));
        }
    }

    /// Ends a note, which is about the term in whose section it stands, or otherwise about the concept.
    fn end_note(&mut self) {
        let text = self.taken();
        let note = if self.open.contains(&Element::TermSection) {
            &mut self.term.note
        } else {
            &mut self.concept.note
        };
        if !note.is_empty() && !text.is_empty() {
            note.push_str("; ");
        }
        if note.len() + text.len() <= LONGEST {
            note.push_str(&text);
        }
    }

    fn taken(&mut self) -> String {
        std::mem::take(&mut self.text).trim().to_owned()
    }

    /// Takes text that stands as it is.
    fn text(&mut self, text: &str) {
        if !self.is_wanted() {
            return;
        }
        if self.text.len() + text.len() > LONGEST {
            self.concept.fault.get_or_insert_with(|| "a text longer than 64 KiB".to_owned());
        } else {
            push_on_one_line(&mut self.text, text);
        }
    }

    /// Takes `&name;` or `&#10;`.
    fn reference(&mut self, reference: &BytesRef<'_>) {
        if !self.is_wanted() {
            return;
        }
        match (resolve_xml_entity(reference), reference.resolve_char_ref()) {
            (Some(text), _) => self.text.push_str(text),
            (None, Ok(Some(c))) => self.text.push(c),
            (None, _) => {
                self.concept.fault.get_or_insert_with(|| unknown_entity(reference));
            }
        }
    }

    /// Whether the text at this place is kept.
    fn is_wanted(&self) -> bool {
        let inner = self.open.iter().rev().find(|element| **element != Element::Around);
        matches!(inner, Some(Element::Term | Element::Status | Element::Subject | Element::Note))
    }

    fn finish(self) -> Result<Sheet> {
        match (self.begun, self.open.is_empty()) {
            (false, _) => Err(Error::malformed("not a TBX file: it has no element")),
            (true, false) => {
                Err(Error::malformed("cut off: the file ends before its last element does"))
            }
            (true, true) => Ok(self.sheet),
        }
    }
}
