//! Writes a draft as XLIFF 1.2, in one form: UTF-8, indented by two spaces.

use std::io::{self, Write};
use std::path::Path;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use super::inline;
use crate::error::{Error, Result};
use crate::exchange::draft::{Draft, Row};
use crate::matching::{MatchKind, Proposal};
use crate::segment::{BlockKind, Segment};
use crate::text::{Lang, Tagged};

/// Writes `draft` to `file`, which `path` names in errors.
///
/// - **Blocks** are groups; **segments** are units, whose ids are their numbers.
/// - **Targets** are what is proposed: `translated` where the rate is 100, otherwise `needs-review-translation`. Where
///   nothing is proposed the source stands there as `needs-translation`, since OmegaT knows no segment without a target.
/// - **The match** is `<alt-trans>`, with its rate, its origin, and the unit as the memory has it.
/// - **What was adapted** is a note from `hamta`.
/// - **Names** are notes from `glossary`.
///
/// # Errors
///
/// The file cannot be written, or a text holds a character that XML cannot hold.
pub(in crate::exchange) fn write(draft: &Draft<'_>, file: impl Write, path: &Path) -> Result<()> {
    draft.check_characters().map_err(|e| e.at(path))?;
    let mut document = Document {
        lang: draft.article.lang(),
        writer: Writer::new_with_indent(file, b' ', 2),
    };
    let written = document.write(draft);
    written.map_err(|e| Error::write(path, e))
}

/// A file that is being written.
struct Document<W: Write> {
    writer: Writer<W>,
    /// The language that is translated from.
    lang: Lang,
}

impl<W: Write> Document<W> {
    fn write(&mut self, draft: &Draft<'_>) -> io::Result<()> {
        let declaration = BytesDecl::new("1.0", Some("UTF-8"), None);
        self.writer.write_event(Event::Decl(declaration))?;
        let (source, target) = (self.lang.code(), self.lang.other().code());
        self.open(
            "xliff",
            &[
                ("version", "1.2"),
                ("xmlns", "urn:oasis:names:tc:xliff:document:1.2"),
            ],
        )?;
        self.open(
            "file",
            &[
                ("original", draft.name),
                ("source-language", source),
                ("target-language", target),
                ("datatype", "plaintext"),
            ],
        )?;
        self.open("body", &[])?;
        let mut block = 0;
        for (segment, row) in draft.filled() {
            if segment.block != block {
                self.start_block(block, &segment, draft)?;
                block = segment.block;
            }
            self.segment(&segment, row, draft)?;
        }
        if block > 0 {
            self.close("group")?;
        }
        for name in ["body", "file", "xliff"] {
            self.close(name)?;
        }
        self.writer.get_mut().write_all(b"\n")?;
        self.writer.get_mut().flush()
    }

    /// Begins the block of `segment`, after the block of the number `last`, or after none.
    fn start_block(
        &mut self,
        last: usize,
        segment: &Segment<'_>,
        draft: &Draft<'_>,
    ) -> io::Result<()> {
        if last > 0 {
            self.close("group")?;
        }
        let kind = match draft.article.blocks()[segment.block - 1].kind {
            BlockKind::Heading => "x-heading",
            BlockKind::Paragraph => "x-paragraph",
            BlockKind::ListItem => "x-list-item",
        };
        let id = format!("block-{}", segment.block);
        self.open("group", &[("id", &id), ("restype", kind)])
    }

    fn segment(&mut self, segment: &Segment<'_>, row: &Row, draft: &Draft<'_>) -> io::Result<()> {
        let source = draft.article.content().part(segment.span);
        self.open("trans-unit", &[("id", &segment.number.to_string())])?;
        self.tagged("source", &[], &source)?;
        let kind = row.proposal.as_ref().map(|proposal| proposal.found.kind);
        let state = match kind {
            Some(MatchKind::Context | MatchKind::Exact) => "translated",
            Some(MatchKind::Fuzzy) => "needs-review-translation",
            None => "needs-translation",
        };
        let target = row.target(self.lang);
        self.tagged(
            "target",
            &[("state", state)],
            target.as_ref().unwrap_or(&source),
        )?;
        let adapted = row.adapted(self.lang);
        if !adapted.is_empty() {
            self.text("note", &[("from", "hamta")], &format!("adapted: {adapted}"))?;
        }
        for name in &row.names {
            self.text("note", &[("from", "glossary")], name)?;
        }
        if let Some(proposal) = &row.proposal {
            self.matched(proposal)?;
        }
        self.close("trans-unit")
    }

    fn matched(&mut self, proposal: &Proposal) -> io::Result<()> {
        let unit = &proposal.found.candidate.unit;
        let rate = format!("{}%", proposal.found.rate);
        let origin = unit.origin.name.as_str();
        self.open("alt-trans", &[("match-quality", &rate), ("origin", origin)])?;
        self.text("source", &[], &unit.side(self.lang).text)?;
        self.text("target", &[], &unit.side(self.lang.other()).text)?;
        self.close("alt-trans")
    }

    fn open(&mut self, name: &str, attributes: &[(&str, &str)]) -> io::Result<()> {
        let tag = BytesStart::new(name).with_attributes(attributes.iter().copied());
        self.writer.write_event(Event::Start(tag))
    }

    fn close(&mut self, name: &str) -> io::Result<()> {
        self.writer.write_event(Event::End(BytesEnd::new(name)))
    }

    /// Writes an element with `text` in it.
    fn text(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) -> io::Result<()> {
        self.tagged(name, attributes, &Tagged::from(text.to_owned()))
    }

    /// Writes an element with a text and its tags in it.
    fn tagged(&mut self, name: &str, attributes: &[(&str, &str)], text: &Tagged) -> io::Result<()> {
        self.open(name, attributes)?;
        let content = inline::content(text);
        self.writer
            .write_event(Event::Text(BytesText::from_escaped(content)))?;
        self.close(name)
    }
}
