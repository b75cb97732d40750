//! Reading a part of ODT: its paragraphs, and the spans in them.

use std::collections::HashMap;
use std::mem;
use std::ops::Range;

use quick_xml::events::BytesStart;

use super::sheet::Styles;
use crate::exchange::document::office::one_line;
use crate::exchange::document::office::part::{
    Atom, Edge, Format, Object, Pair, Paragraph, Part, Piece,
};
use crate::exchange::document::office::tokens::{Token, tokens};
use crate::exchange::xml::attributes::value_of;
use crate::text::Lang;

/// How many spans around a text are read; a file can have very many.
const MOST_SPANS: usize = 8;

/// The most spaces that `<text:s>` may stand for.
const MOST_SPACES: usize = 1000;

/// Reads the part `name`. A fault is reported as a fragment for a message.
pub(super) fn part(name: &str, xml: String, styles: &Styles) -> Result<Part, String> {
    let mut reader = Reader {
        name,
        xml: &xml,
        styles,
        frames: Vec::new(),
        open: Vec::new(),
        paragraphs: Vec::new(),
        formats: Vec::new(),
        known: HashMap::new(),
        is_office: false,
    };
    tokens(&xml, |token, span| {
        match token {
            Token::Start(tag) => {
                reader.end_text();
                return reader.start(tag, span);
            }
            Token::End => {
                reader.end_text();
                reader.end(span);
            }
            Token::Text(text) => reader.text(text, span),
        }
        Ok(())
    })?;
    if !reader.is_office {
        return Err(
            "its first element is none of OpenDocument's, with the prefix office".to_owned()
        );
    }
    let (paragraphs, formats) = (reader.paragraphs, reader.formats);
    Ok(Part::new(name, xml, paragraphs, formats))
}

/// The role of an element for the reader.
#[derive(Clone, Debug)]
enum Frame {
    Around,
    Paragraph,
    Span,
    Pair,
    Object(Object),
    Mark(Edge),
    /// Is not text, and neither is anything in it.
    Aside,
}

/// A paragraph that is being read.
struct Open {
    paragraph: Paragraph,
    /// The tags of the spans around this place.
    spans: Vec<Range<usize>>,
    /// Whether a space here would be ignored.
    after_space: bool,
    script: Option<Lang>,
    /// The text since the last tag, and where it stands.
    text: String,
    text_at: Range<usize>,
}

struct Reader<'a> {
    name: &'a str,
    xml: &'a str,
    styles: &'a Styles,
    frames: Vec<(Frame, usize)>,
    open: Vec<Open>,
    paragraphs: Vec<Paragraph>,
    formats: Vec<Format>,
    known: HashMap<(String, Lang), usize>,
    is_office: bool,
}

impl Reader<'_> {
    fn start(&mut self, tag: &BytesStart<'_>, span: Range<usize>) -> Result<(), String> {
        let name = tag.name();
        let name = name.as_ref();
        let frame = match self.frames.last().map(|(frame, _)| frame) {
            None => {
                self.is_office |= name.starts_with("office:");
                Frame::Around
            }
            Some(Frame::Around | Frame::Object(_)) => around(name),
            Some(Frame::Paragraph | Frame::Span | Frame::Pair) => {
                self.in_paragraph(name, tag, &span)?
            }
            Some(Frame::Mark(_) | Frame::Aside) => Frame::Aside,
        };
        if let Frame::Paragraph = frame {
            self.open.push(Open {
                paragraph: Paragraph::start(&span),
                spans: Vec::new(),
                after_space: true,
                script: None,
                text: String::new(),
                text_at: 0..0,
            });
        }
        self.frames.push((frame, span.start));
        Ok(())
    }

    fn in_paragraph(
        &mut self,
        name: &str,
        tag: &BytesStart<'_>,
        span: &Range<usize>,
    ) -> Result<Frame, String> {
        let thing = |role, is_space| Frame::Object(Object::of(tag, role, is_space));
        Ok(match name {
            "text:span" => {
                if let Some(open) = self.open.last_mut() {
                    open.spans.push(span.clone());
                }
                Frame::Span
            }
            "text:a" | "text:meta" | "text:meta-field" | "text:text-input" => self.pair(name, span),
            "text:s" => {
                let count = value_of(tag, "text:c")?.map_or(Some(1), |count| count.parse().ok());
                let count: usize = count.unwrap_or(1).min(MOST_SPACES);
                self.add(" ".repeat(count), span.clone());
                Frame::Aside
            }
            "text:tab" => thing("", true),
            "text:line-break" => thing("lb", true),
            // A place where something was deleted: it does not come back in a new line.
            "text:change" => Frame::Aside,
            "text:soft-page-break" => Frame::Aside,
            "text:note" => thing("note", false),
            name if name.starts_with("draw:") => thing("image", false),
            "office:annotation" | "text:number" => Frame::Mark(Edge::Start),
            "office:annotation-end" => Frame::Mark(Edge::End),
            name if name.starts_with("text:bookmark-ref")
                || name.starts_with("text:reference-ref") =>
            {
                thing("", false)
            }
            name if is_mark(name) => {
                if name.ends_with("-end") {
                    Frame::Mark(Edge::End)
                } else {
                    Frame::Mark(Edge::Start)
                }
            }
            _ => thing("", false),
        })
    }

    fn pair(&mut self, name: &str, span: &Range<usize>) -> Frame {
        // When written, spans around a pair end before it, and its text has them inside.
        let xml = &self.xml[span.clone()];
        let role = if name == "text:a" { "link" } else { "" };
        let close = format!("</{name}>");
        self.push(Atom::Open(Pair::of(role, xml, span.start, close)));
        Frame::Pair
    }

    fn end(&mut self, span: Range<usize>) {
        let Some((frame, start)) = self.frames.pop() else {
            return;
        };
        let whole = start..span.end;
        match frame {
            Frame::Paragraph => self.end_paragraph(span),
            Frame::Span => {
                if let Some(open) = self.open.last_mut() {
                    open.spans.pop();
                }
            }
            Frame::Pair => self.push(Atom::Close(span.end)),
            Frame::Object(mut object) => {
                let format = Some(self.format(None));
                object.pieces = vec![Piece { span: whole, format }];
                self.push(Atom::Object(object));
                if let Some(open) = self.open.last_mut() {
                    open.after_space = false;
                }
            }
            Frame::Mark(edge) => {
                let piece = Piece { span: whole, format: None };
                self.push(Atom::Mark(piece, edge));
            }
            Frame::Around | Frame::Aside => {}
        }
    }

    fn end_paragraph(&mut self, span: Range<usize>) {
        let Some(mut open) = self.open.pop() else {
            return;
        };
        open.paragraph.end(&span);
        self.paragraphs.push(open.paragraph);
    }

    /// Takes text, in which any run of white space is one space (OpenDocument 1.2, 6.1.2).
    fn text(&mut self, text: &str, span: Range<usize>) {
        let Some((Frame::Paragraph | Frame::Span | Frame::Pair, _)) = self.frames.last() else {
            return;
        };
        let Some(open) = self.open.last_mut() else {
            return;
        };
        if open.text.is_empty() {
            open.text_at = span;
        } else {
            open.text_at.end = span.end;
        }
        for c in one_line(text).chars() {
            let is_space = matches!(c, ' ' | '\t');
            if !(is_space && mem::replace(&mut open.after_space, is_space)) {
                open.after_space = is_space;
                open.text.push(if is_space { ' ' } else { c });
            }
        }
    }

    fn end_text(&mut self) {
        if let Some(open) = self.open.last_mut() {
            let (text, span) = (mem::take(&mut open.text), open.text_at.clone());
            self.add(text, span);
        }
    }

    fn add(&mut self, text: String, span: Range<usize>) {
        if text.is_empty() {
            return;
        }
        let format = self.format(Some(&text));
        self.push(Atom::Text { text, format, span });
    }

    fn push(&mut self, atom: Atom) {
        if let Some(open) = self.open.last_mut() {
            open.paragraph.atoms.push(atom);
        }
    }

    /// The format at this place, of this text or of something that is not text.
    fn format(&mut self, text: Option<&str>) -> usize {
        let Some(open) = self.open.last_mut() else {
            return 0;
        };
        if let Some(script) = text.and_then(Lang::of) {
            open.script = Some(script);
        }
        let script = open.script.unwrap_or(Lang::English);
        let most = open.spans.len().saturating_sub(MOST_SPANS);
        let spans = open.spans[most..].iter().map(|span| {
            // A tag is assumed to end with its first `>`.
            let inside = &self.xml[span.start..span.end - 1];
            inside.replace('>', "&gt;") + ">"
        });
        let spans: String = spans.collect();
        if let Some(&known) = self.known.get(&(spans.clone(), script)) {
            return known;
        }
        let format = self.styles.format(self.name, &spans, script);
        self.formats.push(format);
        self.known.insert((spans, script), self.formats.len() - 1);
        self.formats.len() - 1
    }
}

/// An element outside paragraphs, or in an object inside one.
fn around(name: &str) -> Frame {
    match name {
        "text:p" | "text:h" => Frame::Paragraph,
        "text:tracked-changes" | "office:annotation" | "office:forms" => Frame::Aside,
        _ => Frame::Around,
    }
}

fn is_mark(name: &str) -> bool {
    let marks = ["text:bookmark", "text:reference-mark", "text:change", "text:toc-mark"];
    let indexes = ["text:alphabetical-index-mark", "text:user-index-mark"];
    marks.iter().chain(&indexes).any(|mark| name.starts_with(mark))
}
