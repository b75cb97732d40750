//! Reading a part of DOCX: its paragraphs, and the runs in them.

use std::collections::HashMap;
use std::mem;
use std::ops::Range;

use quick_xml::events::BytesStart;

use super::{fields, properties};
use crate::exchange::document::office::one_line;
use crate::exchange::document::office::part::{
    Atom, Edge, FieldSign, Format, Object, Pair, Paragraph, Part, Piece,
};
use crate::exchange::document::office::tokens::{Token, tokens};
use crate::exchange::xml::attributes::value_of;
use crate::text::Lang;

/// Reads the part `name`. A fault is reported as a fragment for a message.
pub(super) fn part(name: &str, xml: String) -> Result<Part, String> {
    let mut reader = Reader {
        xml: &xml,
        frames: Vec::new(),
        open: Vec::new(),
        paragraphs: Vec::new(),
        formats: Vec::new(),
        known: HashMap::new(),
        branches: 0,
        is_word: false,
    };
    tokens(&xml, |token, span| match token {
        Token::Start(tag) => reader.start(tag, span),
        Token::End => {
            reader.end(span);
            Ok(())
        }
        Token::Text(text) => {
            reader.text(text);
            Ok(())
        }
    })?;
    if !reader.is_word {
        return Err("its first element is none of Word's, with the prefix w".to_owned());
    }
    let (paragraphs, formats) = (reader.paragraphs, reader.formats);
    Ok(Part::new(name, xml, paragraphs, formats))
}

/// The role of an element for the reader.
#[derive(Clone, Debug)]
enum Frame {
    /// Stands around paragraphs.
    Around,
    /// One branch of content that is given twice, for different programs; of the paragraphs in the second only what
    /// they repeat is known.
    Branch(usize, bool),
    Paragraph,
    ParagraphProperties,
    /// Stands around runs without any effect on them.
    Inside,
    /// Stands around runs as a pair.
    Pair,
    /// A content control, whose content is the pair; whether that has begun.
    Control(bool),
    Run,
    RunProperties,
    Text,
    Instruction,
    Object(Object, Option<usize>),
    Mark(Edge, Option<usize>),
    Field(FieldSign),
    /// Is not text, and neither is anything in it.
    Aside,
}

/// A paragraph that is being read.
#[derive(Default)]
struct Open {
    paragraph: Paragraph,
    /// The properties of the run.
    run: Range<usize>,
    /// The text of the element, and the script of the last text with letters.
    text: String,
    script: Option<Lang>,
}

struct Reader<'a> {
    xml: &'a str,
    frames: Vec<(Frame, usize)>,
    open: Vec<Open>,
    paragraphs: Vec<Paragraph>,
    formats: Vec<Format>,
    known: HashMap<(&'a str, Lang), usize>,
    branches: usize,
    is_word: bool,
}

impl Reader<'_> {
    fn start(&mut self, tag: &BytesStart<'_>, span: Range<usize>) -> Result<(), String> {
        let name = tag.name();
        let name = name.as_ref();
        let frame = match self.frames.last().map(|(frame, _)| frame) {
            None => {
                self.is_word |= name.starts_with("w:");
                Frame::Around
            }
            Some(Frame::Around | Frame::Branch(..) | Frame::Object(..)) => self.around(name),
            Some(Frame::Paragraph | Frame::Inside | Frame::Pair) => {
                self.in_paragraph(name, tag, &span)?
            }
            Some(Frame::Control(_)) => match name {
                "w:sdtContent" => self.control(&span),
                _ => Frame::Aside,
            },
            Some(Frame::Run) => self.in_run(name, tag, &span)?,
            Some(_) => Frame::Aside,
        };
        if let Frame::Paragraph = frame {
            let mut open = Open { paragraph: Paragraph::start(&span), ..Open::default() };
            let mut frames = self.frames.iter().rev();
            open.paragraph.branch = frames.find_map(|(frame, _)| match frame {
                Frame::Branch(number, again) => Some((*number, *again)),
                _ => None,
            });
            self.open.push(open);
        }
        self.frames.push((frame, span.start));
        Ok(())
    }

    /// An element outside paragraphs, or in an object inside one.
    fn around(&mut self, name: &str) -> Frame {
        match name {
            "w:p" => Frame::Paragraph,
            "mc:Choice" => {
                self.branches += 1;
                Frame::Branch(self.branches, false)
            }
            "mc:Fallback" => Frame::Branch(self.branches, true),
            "w:sdtPr" | "m:oMath" | "m:oMathPara" => Frame::Aside,
            _ => Frame::Around,
        }
    }

    fn in_paragraph(
        &mut self,
        name: &str,
        tag: &BytesStart<'_>,
        span: &Range<usize>,
    ) -> Result<Frame, String> {
        Ok(match name {
            "w:pPr" => Frame::ParagraphProperties,
            "w:r" => {
                if let Some(open) = self.open.last_mut() {
                    open.run = 0..0;
                }
                Frame::Run
            }
            "w:hyperlink" => {
                let xml = &self.xml[span.clone()];
                let close = "</w:hyperlink>".to_owned();
                self.push(Atom::Open(Pair::of("link", xml, span.start, close)));
                Frame::Pair
            }
            "w:sdt" => Frame::Control(false),
            "w:ins" | "w:moveTo" | "w:smartTag" | "w:customXml" | "w:dir" | "w:bdo" => {
                Frame::Inside
            }
            "w:del" | "w:moveFrom" | "w:proofErr" | "w:smartTagPr" | "w:customXmlPr" => {
                Frame::Aside
            }
            _ if name.ends_with("Start") => Frame::Mark(Edge::Start, None),
            _ if name.ends_with("End") => Frame::Mark(Edge::End, None),
            _ => Frame::Object(Object::of(tag, "", false), None),
        })
    }

    fn in_run(
        &mut self,
        name: &str,
        tag: &BytesStart<'_>,
        span: &Range<usize>,
    ) -> Result<Frame, String> {
        let format = self.format(None);
        let thing =
            |role, is_space| Ok(Frame::Object(Object::of(tag, role, is_space), Some(format)));
        match name {
            "w:rPr" => Ok(Frame::RunProperties),
            "w:t" => Ok(Frame::Text),
            "w:instrText" => Ok(Frame::Instruction),
            "w:fldChar" => {
                let sign = match value_of(tag, "w:fldCharType")?.as_deref() {
                    Some("begin") => FieldSign::Begin,
                    Some("end") => FieldSign::End,
                    _ => FieldSign::Separate,
                };
                Ok(Frame::Field(sign))
            }
            "w:noBreakHyphen" | "w:softHyphen" => {
                let hyphen = if name == "w:softHyphen" { "\u{AD}" } else { "\u{2011}" };
                self.add_text(hyphen.to_owned(), span.clone());
                Ok(Frame::Aside)
            }
            "w:tab" | "w:ptab" => thing("", true),
            "w:cr" => thing("lb", true),
            "w:br" => match value_of(tag, "w:type")?.as_deref() {
                Some("page" | "column") => thing("pb", false),
                _ => thing("lb", true),
            },
            "w:footnoteReference" | "w:endnoteReference" => thing("note", false),
            "w:drawing" | "w:pict" | "w:object" | "mc:AlternateContent" => thing("image", false),
            "w:annotationRef" | "w:commentReference" => Ok(Frame::Mark(Edge::End, Some(format))),
            "w:lastRenderedPageBreak" | "w:delText" | "w:delInstrText" => Ok(Frame::Aside),
            _ => thing("", false),
        }
    }

    fn control(&mut self, content: &Range<usize>) -> Frame {
        let Some((frame, start)) = self.frames.last_mut() else {
            return Frame::Aside;
        };
        *frame = Frame::Control(true);
        let start = *start;
        let xml = self.xml;
        let close = "</w:sdtContent></w:sdt>".to_owned();
        let pair = Pair::of("", &xml[start..content.end], start, close);
        self.push(Atom::Open(pair));
        Frame::Pair
    }

    fn end(&mut self, span: Range<usize>) {
        let Some((frame, start)) = self.frames.pop() else {
            return;
        };
        let whole = start..span.end;
        let piece = |format| Piece { span: whole.clone(), format };
        match frame {
            Frame::Paragraph => self.end_paragraph(span),
            Frame::ParagraphProperties => {
                if let Some(open) = self.open.last_mut() {
                    open.paragraph.properties = whole;
                }
            }
            Frame::RunProperties => {
                if let Some(open) = self.open.last_mut() {
                    open.run = whole;
                }
            }
            Frame::Text => {
                let text = self.open.last_mut().map(|open| mem::take(&mut open.text));
                self.add_text(text.unwrap_or_default(), whole);
            }
            Frame::Instruction => {
                let text = self.open.last_mut().map(|open| mem::take(&mut open.text));
                let sign = FieldSign::Instruction(text.unwrap_or_default());
                let format = self.format(None);
                self.push(Atom::Field(sign, piece(Some(format))));
            }
            Frame::Field(sign) => {
                let format = self.format(None);
                self.push(Atom::Field(sign, piece(Some(format))));
            }
            Frame::Object(mut object, format) => {
                object.pieces = vec![piece(format)];
                self.push(Atom::Object(object));
            }
            Frame::Mark(edge, format) => self.push(Atom::Mark(piece(format), edge)),
            Frame::Pair => {
                // The pair of a content control ends with it, after the end of its content.
                let is_control = matches!(self.frames.last(), Some((Frame::Control(_), _)));
                if !is_control {
                    self.push(Atom::Close(span.end));
                }
            }
            Frame::Control(true) => self.push(Atom::Close(span.end)),
            Frame::Control(false)
            | Frame::Around
            | Frame::Branch(..)
            | Frame::Inside
            | Frame::Run
            | Frame::Aside => {}
        }
    }

    fn end_paragraph(&mut self, span: Range<usize>) {
        let Some(open) = self.open.pop() else { return };
        let mut paragraph = open.paragraph;
        paragraph.end(&span);
        let xml = self.xml;
        let formats = &self.formats;
        paragraph.atoms = fields::resolved(paragraph.atoms, |piece| {
            let properties = piece.format.map_or("", |format| &formats[format].open);
            format!("<w:r>{properties}{}</w:r>", &xml[piece.span.clone()])
        });
        self.paragraphs.push(paragraph);
    }

    fn text(&mut self, text: &str) {
        if let Some((Frame::Text | Frame::Instruction, _)) = self.frames.last()
            && let Some(open) = self.open.last_mut()
        {
            open.text.push_str(&one_line(text));
        }
    }

    fn add_text(&mut self, text: String, span: Range<usize>) {
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

    /// The format of the run that is being read, for this text or for something that is not text.
    fn format(&mut self, text: Option<&str>) -> usize {
        let Some(open) = self.open.last_mut() else {
            return 0;
        };
        let xml = self.xml;
        let run = &xml[open.run.clone()];
        let script = match text.and_then(Lang::of) {
            _ if properties::is_right_to_left(run) => Some(Lang::Persian),
            Some(lang) => Some(lang),
            None => open.script,
        };
        if text.is_some() {
            open.script = script;
        }
        let script = script.unwrap_or(Lang::English);
        let formats = &mut self.formats;
        *self.known.entry((run, script)).or_insert_with(|| {
            formats.push(properties::format(run, script));
            formats.len() - 1
        })
    }
}
