//! The lines of a text with markup, as they are found in it from front to back.

use super::Markup;
use super::edit::Edit;
use super::inline::{Found, Inline};
use super::line::{Line, Writing};
use crate::text::{Span, Tag, Tagged};

/// The lines of a text with markup that were found so far.
#[derive(Debug)]
pub(in crate::exchange::document) struct Gathering<'a> {
    /// The whole text.
    pub(in crate::exchange::document) source: &'a str,
    /// What may become the next line.
    pub(in crate::exchange::document) inline: Inline,
    found: Vec<(Found, Writing)>,
    edits: Vec<(Span, Edit)>,
    /// The number of the last tag.
    number: u32,
    /// Whether lines include the tags around the whole line.
    is_whole: bool,
}

impl<'a> Gathering<'a> {
    pub(in crate::exchange::document) fn new(source: &'a str) -> Self {
        Self {
            source,
            inline: Inline::default(),
            found: Vec::new(),
            edits: Vec::new(),
            number: 0,
            is_whole: false,
        }
    }

    /// The same, with lines that include the tags around the whole line.
    pub(in crate::exchange::document) fn whole(source: &'a str) -> Self {
        Self { is_whole: true, ..Self::new(source) }
    }

    /// Ends the line, if anything of it can be seen.
    pub(in crate::exchange::document) fn end_line(&mut self, writing: Writing) {
        let inline = std::mem::take(&mut self.inline);
        self.add(inline, writing);
    }

    /// Adds a line of its own, which may stand within a tag of another one.
    pub(in crate::exchange::document) fn add(&mut self, inline: Inline, writing: Writing) {
        if let Some(found) = inline.found(self.source, self.is_whole, &mut self.number) {
            self.found.push((found, writing));
        }
    }

    /// Adds a place that depends on the language.
    pub(in crate::exchange::document) fn edit(&mut self, span: Span, edit: Edit) {
        self.edits.push((span, edit));
    }

    /// The text with all that was found in it.
    pub(in crate::exchange::document) fn finish(mut self) -> Markup {
        // What stands within a line comes after it, and was found before.
        self.found.sort_by_key(|(found, _)| found.span.start);
        self.edits.sort_by_key(|(span, _)| span.start);
        let mut markup = Markup {
            source: self.source.to_owned(),
            content: Tagged::default(),
            lines: Vec::with_capacity(self.found.len()),
            tags: Vec::new(),
            edits: self.edits,
            anchors: Vec::new(),
        };
        for (found, writing) in self.found {
            markup.push(found, writing);
        }
        markup
    }
}

impl Markup {
    /// Adds a line that comes after all others.
    fn push(&mut self, found: Found, writing: Writing) {
        let content = &mut self.content;
        if !self.lines.is_empty() {
            content.text.push('\n');
        }
        let start = content.text.len();
        let first = content.tags.len();
        content.text.push_str(&found.text);
        for (tag, place) in found.tags {
            let at = start + tag.at;
            content.tags.push(Tag { at, ..tag });
            self.tags.push(place);
        }
        let anchors = found.anchors.into_iter();
        self.anchors.extend(anchors.map(|(at, source)| (start + at, source)));
        self.lines.push(Line {
            span: found.span,
            text: Span::new(start, content.text.len()),
            tags: first..content.tags.len(),
            writing,
            beside: found.beside,
        });
    }
}
