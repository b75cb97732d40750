//! A part with new lines in some of its paragraphs. Everything else is copied.
//!
//! A line is written with proper nesting whatever its tags are: a pair without an end is ended with the line, an end
//! without a beginning and a tag that the part does not know are left out, and what contains paragraphs of its own is
//! never lost.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::part::{Format, Meaning, Object, Pair, Paragraph, Part, Piece};
use crate::text::{TagKind, Tagged};

/// The way a format writes the contents of a paragraph.
pub(super) trait Hand {
    /// The paragraph's first tag and its properties.
    fn start(&mut self, part: &Part, paragraph: &Paragraph, out: &mut String);
    /// Text in a format; `is_last` if the line ends with it.
    fn text(&mut self, text: &str, format: &Format, is_last: bool, out: &mut String);
    /// Something that is copied, which stood in a run of this format or in none.
    fn piece(&mut self, xml: &str, format: Option<&Format>, out: &mut String);
}

/// The XML of `part` with the lines `news` in the paragraphs that have these numbers.
pub(super) fn part(part: &Part, news: &HashMap<usize, &Tagged>, hand: &mut impl Hand) -> String {
    let mut changed: Vec<usize> = news.keys().copied().collect();
    changed.sort_unstable();
    let mut writer = Writer { part, news, changed, hand };
    writer.copied(0..part.xml.len())
}

struct Writer<'a, H> {
    part: &'a Part,
    news: &'a HashMap<usize, &'a Tagged>,
    /// The paragraphs that change, in the order in which they begin.
    changed: Vec<usize>,
    hand: &'a mut H,
}

impl<H: Hand> Writer<'_, H> {
    /// The XML in `span`, with new lines in the paragraphs inside it.
    fn copied(&mut self, span: Range<usize>) -> String {
        let mut out = String::new();
        let mut at = span.start;
        let begins = |place: &usize| self.part.paragraphs[*place].whole.start;
        let mut next = self.changed.partition_point(|place| begins(place) < at);
        while let Some(&place) = self.changed.get(next) {
            let whole = self.part.paragraphs[place].whole.clone();
            if whole.start >= span.end {
                break;
            }
            next += 1;
            if whole.start < at {
                continue;
            }
            out.push_str(&self.part.xml[at..whole.start]);
            self.paragraph(place, &mut out);
            at = whole.end;
        }
        out.push_str(&self.part.xml[at..span.end]);
        out
    }

    fn paragraph(&mut self, place: usize, out: &mut String) {
        let paragraph = &self.part.paragraphs[place];
        self.hand.start(self.part, paragraph, out);
        for piece in &paragraph.before {
            self.piece(piece, out);
        }
        self.line(place, out);
        for piece in &paragraph.after {
            self.piece(piece, out);
        }
        out.push_str(&self.part.xml[paragraph.content.end..paragraph.whole.end]);
    }

    fn line(&mut self, place: usize, out: &mut String) {
        let part = self.part;
        let paragraph = &part.paragraphs[place];
        let line = self.news[&place];
        let mut around = Around::default();
        let mut formats: Vec<(u32, usize)> = Vec::new();
        let mut written: HashSet<usize> = HashSet::new();
        let mut at = 0;
        let mut has_space = false;
        for tag in line.tags.iter().map(Some).chain([None]) {
            let end = tag.map_or(line.text.len(), |tag| tag.at);
            let mut text = &line.text[at..end];
            at = end;
            if has_space && !text.is_empty() {
                text = text.strip_prefix(' ').unwrap_or(text);
                has_space = false;
            }
            if !text.is_empty() {
                around.settle(out);
                let format = formats.last().map_or(paragraph.base, |&(_, format)| format);
                let is_last = end == line.text.len();
                self.hand.text(text, &part.formats[format], is_last, out);
            }
            let Some(tag) = tag else { break };
            if tag.kind == TagKind::Close {
                formats.retain(|(number, _)| *number != tag.number);
                around.close(tag.number);
                continue;
            }
            let meaning = part.meanings.find(tag.number, &tag.code);
            match meaning.filter(|found| found.is_alone() == (tag.kind == TagKind::Alone)) {
                Some(Meaning::Format(format)) => formats.push((tag.number, *format)),
                Some(Meaning::Pair(pair)) => {
                    formats.push((tag.number, pair.base));
                    around.wanted.push((tag.number, pair));
                }
                Some(Meaning::Object(object)) if self.may_write(object, place, &mut written) => {
                    around.settle(out);
                    self.object(object, out);
                    has_space = object.is_space;
                }
                Some(Meaning::Object(_)) | None => {}
            }
        }
        around.wanted.clear();
        around.settle(out);
        self.unwritten(place, &written, out);
    }

    /// Whether an object may stand in a line: one that contains paragraphs may stand only once, and where it was.
    fn may_write(&self, object: &Object, place: usize, written: &mut HashSet<usize>) -> bool {
        if !self.has_lines(object) {
            return true;
        }
        let whole = &self.part.paragraphs[place].whole;
        let start = object.pieces.first().map_or(0, |piece| piece.span.start);
        whole.contains(&start) && written.insert(start)
    }

    /// Writes the objects of a paragraph that have lines of their own, but no tag in the new line.
    fn unwritten(&mut self, place: usize, written: &HashSet<usize>, out: &mut String) {
        let part = self.part;
        let own = part.paragraphs[place].meanings.clone();
        for object in part.meanings.objects(own) {
            let start = object.pieces.first().map_or(0, |piece| piece.span.start);
            if self.has_lines(object) && !written.contains(&start) {
                self.object(object, out);
            }
        }
    }

    fn has_lines(&self, object: &Object) -> bool {
        let paragraphs = &self.part.paragraphs;
        object.pieces.iter().any(|piece| {
            let first = paragraphs.partition_point(|p| p.whole.start < piece.span.start);
            let inside = paragraphs[first..].iter();
            let mut inside = inside.take_while(|p| p.whole.start < piece.span.end);
            inside.any(|p| p.line.is_some())
        })
    }

    fn object(&mut self, object: &Object, out: &mut String) {
        for piece in &object.pieces {
            self.piece(piece, out);
        }
    }

    fn piece(&mut self, piece: &Piece, out: &mut String) {
        let xml = self.copied(piece.span.clone());
        let format = piece.format.map(|format| &self.part.formats[format]);
        self.hand.piece(&xml, format, out);
    }
}

/// The pairs around a place, as the tags want them and as they have been written so far.
#[derive(Default)]
struct Around<'a> {
    wanted: Vec<(u32, &'a Pair)>,
    written: Vec<(u32, &'a Pair)>,
}

impl Around<'_> {
    /// Ends and begins pairs so that the wanted ones stand around this place.
    fn settle(&mut self, out: &mut String) {
        let both = self.wanted.iter().zip(&self.written);
        let same = both.take_while(|(wanted, written)| wanted.0 == written.0);
        let same = same.count();
        for (_, pair) in self.written.drain(same..).rev() {
            out.push_str(&pair.close);
        }
        for (number, pair) in &self.wanted[same..] {
            out.push_str(&pair.open);
            self.written.push((*number, pair));
        }
    }

    fn close(&mut self, number: u32) {
        self.wanted.retain(|(wanted, _)| *wanted != number);
    }
}
