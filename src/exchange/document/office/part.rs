//! A part of a document as it is read: its paragraphs, and what stands in them.

use std::collections::HashMap;
use std::ops::Range;

use crate::text::{Lang, Span};

/// A part of XML with paragraphs in it.
#[derive(Clone, Debug)]
pub(super) struct Part {
    /// Its name in the archive.
    pub(super) name: String,
    pub(super) xml: String,
    /// In the order in which they begin; one can stand inside another.
    pub(super) paragraphs: Vec<Paragraph>,
    pub(super) formats: Vec<Format>,
    pub(super) meanings: Meanings,
}

impl Part {
    /// The part `name`, with the paragraphs that were found in it, in any order.
    pub(super) fn new(
        name: &str,
        xml: String,
        mut paragraphs: Vec<Paragraph>,
        formats: Vec<Format>,
    ) -> Self {
        paragraphs.sort_by_key(|paragraph| paragraph.whole.start);
        Self { name: name.to_owned(), xml, paragraphs, formats, meanings: Meanings::default() }
    }
}

/// A paragraph; the ranges are places in the XML of the part.
#[derive(Clone, Debug, Default)]
pub(super) struct Paragraph {
    /// All of it, from its first tag to its last.
    pub(super) whole: Range<usize>,
    /// What stands between those two.
    pub(super) content: Range<usize>,
    /// Its properties, which stand at the beginning of the content; empty where it has none.
    pub(super) properties: Range<usize>,
    /// What stands in it, until its line has been made from that.
    pub(super) atoms: Vec<Atom>,
    /// The pair of branches of the same content in which it is, and whether it is in the second, which repeats the
    /// first.
    pub(super) branch: Option<(usize, bool)>,
    /// The number of its line, from 0; without one it has no text.
    pub(super) line: Option<usize>,
    /// Where its texts stand in the line, and where in the XML each of them was read from.
    pub(super) texts: Vec<(Span, Range<usize>)>,
    /// The format of most of its characters.
    pub(super) base: usize,
    /// Which of the part's meanings its own tags have.
    pub(super) meanings: Range<usize>,
    /// What stands before and after its text without belonging to a line.
    pub(super) before: Vec<Piece>,
    pub(super) after: Vec<Piece>,
}

impl Paragraph {
    /// One that begins with the tag at this place.
    pub(super) fn start(tag: &Range<usize>) -> Self {
        let inside = tag.end..tag.end;
        Self { whole: tag.clone(), content: inside.clone(), properties: inside, ..Self::default() }
    }

    /// Ends it with the tag at this place, which can be the one with which it began.
    pub(super) fn end(&mut self, tag: &Range<usize>) {
        self.content.end = tag.start.max(self.content.start);
        self.whole.end = tag.end;
    }
}

/// Something in a paragraph.
#[derive(Clone, Debug)]
pub(super) enum Atom {
    Text {
        text: String,
        format: usize,
        span: Range<usize>,
    },
    /// Something that has a place in the text: an image, a note, a line break.
    Object(Object),
    /// Something invisible, such as a bookmark: it is kept, but not at the exact place.
    Mark(Piece, Edge),
    /// The beginning of something around text: a link, a control.
    Open(Pair),
    /// Its end, and where that ends.
    Close(usize),
    /// A sign of a field, which consists of what stands between such signs.
    Field(FieldSign, Piece),
}

/// Where a mark is kept when its paragraph is rewritten.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Edge {
    Start,
    End,
}

#[derive(Clone, Debug)]
pub(super) enum FieldSign {
    Begin,
    Instruction(String),
    Separate,
    End,
}

#[derive(Clone, Debug)]
pub(super) struct Object {
    pub(super) role: &'static str,
    pub(super) code: String,
    pub(super) pieces: Vec<Piece>,
    /// Whether it stands for white space, so that the text has a space after it.
    pub(super) is_space: bool,
}

impl Object {
    /// One whose place is not known yet, with what stands in its tag.
    pub(super) fn of(tag: &str, role: &'static str, is_space: bool) -> Self {
        Self { role, code: format!("<{tag}>"), pieces: Vec::new(), is_space }
    }
}

/// A stretch of a part's XML that is copied as it is.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub(super) span: Range<usize>,
    /// The format of the run around it; `None` where it stands in the paragraph itself.
    pub(super) format: Option<usize>,
}

#[derive(Clone, Debug)]
pub(super) struct Pair {
    pub(super) role: &'static str,
    /// The code of its tag.
    pub(super) code: String,
    /// Where it begins, if it is one element.
    pub(super) start: Option<usize>,
    pub(super) open: String,
    pub(super) close: String,
    /// The format of most of what stands in it.
    pub(super) base: usize,
}

impl Pair {
    /// The element that begins with `open` at `start`.
    pub(super) fn of(role: &'static str, open: &str, start: usize, close: String) -> Self {
        Self {
            role,
            code: open.to_owned(),
            start: Some(start),
            open: open.to_owned(),
            close,
            base: 0,
        }
    }
}

/// How text is formatted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Format {
    /// The XML for it in the file: the properties of a run, or the tags of spans.
    pub(super) open: String,
    /// What counts in both scripts: bold, colour, a link's style …
    pub(super) plain: Vec<(String, String)>,
    /// Font and size, which differ from script to script.
    pub(super) scripted: Vec<(String, String)>,
    /// The script of the text.
    pub(super) script: Lang,
}

impl Format {
    /// Whether text in both looks the same, as far as its script allows.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        self.plain == other.plain
            && (self.script != other.script || self.scripted == other.scripted)
    }

    /// What distinguishes it from `base`, as a role.
    pub(super) fn role(&self, base: &Self) -> &'static str {
        const ROLES: [&str; 6] =
            ["bold", "italic", "underlined", "superscript", "subscript", "color"];
        let has = |format: &Self, role: &str| format.plain.iter().any(|(name, _)| name == role);
        let differs = |role: &&&str| has(self, role) && !has(base, role);
        match ROLES.iter().find(differs) {
            Some(role) => role,
            None if self.scripted != base.scripted && self.script == base.script => "font",
            None => "",
        }
    }
}

/// What the tags of a part stand for.
#[derive(Clone, Debug, Default)]
pub(super) struct Meanings {
    all: Vec<Meaning>,
    by_number: HashMap<u32, usize>,
    by_code: HashMap<String, usize>,
}

#[derive(Clone, Debug)]
pub(super) enum Meaning {
    Format(usize),
    Pair(Pair),
    Object(Object),
}

impl Meaning {
    pub(super) fn is_alone(&self) -> bool {
        matches!(self, Self::Object(_))
    }
}

impl Meanings {
    /// Adds the meaning of the tag `number` with this code; number 0 is not a tag of the content.
    pub(super) fn add(&mut self, number: u32, code: &str, meaning: Meaning) {
        let at = self.all.len();
        self.all.push(meaning);
        if number > 0 {
            self.by_number.insert(number, at);
        }
        self.by_code.entry(code.to_owned()).or_insert(at);
    }

    /// The meaning of a tag: of the one with its number, if that has this code, or of any with this code.
    pub(super) fn find(&self, number: u32, code: &str) -> Option<&Meaning> {
        let has_code = |at: &&usize| match &self.all[**at] {
            Meaning::Format(_) => false,
            Meaning::Pair(pair) => pair.code == code,
            Meaning::Object(object) => object.code == code,
        };
        let at = self.by_number.get(&number).filter(has_code);
        at.or_else(|| self.by_code.get(code)).map(|&at| &self.all[at])
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.all.len()
    }

    /// The objects among those that were added as the ones in `range`.
    pub(super) fn objects(&self, range: Range<usize>) -> impl Iterator<Item = &Object> {
        self.all[range].iter().filter_map(|meaning| match meaning {
            Meaning::Object(object) => Some(object),
            _ => None,
        })
    }
}
