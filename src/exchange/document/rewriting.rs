//! A text with markup, with other lines in the places of those of its content.

use std::collections::{HashMap, HashSet};

use super::markdown;
use super::markup::{Line, Markup, Outside, Writing, balanced, lay};
use crate::error::{Error, Result};
use crate::text::{Lang, Span, Tag, TagKind, Tagged};

/// A part of the source that something else may replace.
#[derive(Clone, Copy, Debug)]
enum Hole {
    Line(usize),
    Edit(usize),
}

impl Markup {
    /// The source with `content` in it, which is in `lang`.
    ///
    /// # Errors
    ///
    /// It has more lines than were read, or fewer.
    pub(super) fn with(&self, content: &Tagged, lang: Lang) -> Result<String> {
        let lines = self.new_lines(content)?;
        let writer = Writer {
            markup: self,
            lines,
            holes: self.holes(),
            numbers: self.numbers(),
            lang: (Lang::of(&self.content.text) == Some(lang.other())).then_some(lang),
        };
        let mut written = String::with_capacity(self.source.len() + content.text.len());
        writer.copy(Span::new(0, self.source.len()), 0, &mut written);
        Ok(written)
    }

    /// The lines of `content` with their tags.
    fn new_lines(&self, content: &Tagged) -> Result<Vec<Tagged>> {
        let lines = match self.lines.as_slice() {
            [] if content.text.is_empty() => Vec::new(),
            _ => content.lines(),
        };
        if lines.len() == self.lines.len() {
            Ok(lines)
        } else {
            Err(Error::refused(format!(
                "a text of {} lines cannot stand where {} were",
                lines.len(),
                self.lines.len()
            )))
        }
    }

    /// All parts that may change, by where they begin; a line comes before what stands in it.
    fn holes(&self) -> Vec<(Span, Hole)> {
        let lines = self.lines.iter().enumerate();
        let lines = lines.map(|(i, line)| (line.span, Hole::Line(i)));
        let edits = self.edits.iter().enumerate();
        let edits = edits.map(|(i, (span, _))| (*span, Hole::Edit(i)));
        let mut holes: Vec<(Span, Hole)> = lines.chain(edits).collect();
        holes.sort_by_key(|(span, _)| (span.start, usize::MAX - span.end));
        holes
    }

    /// The tags of the content by their number and kind.
    fn numbers(&self) -> HashMap<(u32, TagKind), usize> {
        let tags = self.content.tags.iter().enumerate();
        tags.map(|(i, tag)| ((tag.number, tag.kind), i)).collect()
    }
}

/// What is needed to write the source with other lines.
struct Writer<'a> {
    markup: &'a Markup,
    lines: Vec<Tagged>,
    holes: Vec<(Span, Hole)>,
    numbers: HashMap<(u32, TagKind), usize>,
    /// The language to be named in the file, if it is not the same as before.
    lang: Option<Lang>,
}

impl Writer<'_> {
    /// Writes a part of the source with what is new in it; `first` is the first hole that may stand there.
    fn copy(&self, part: Span, first: usize, written: &mut String) {
        let source = self.markup.source.as_str();
        let from = first + self.holes[first..].partition_point(|(span, _)| span.start < part.start);
        let mut at = part.start;
        for (i, (span, hole)) in self.holes.iter().enumerate().skip(from) {
            if span.end > part.end || span.start >= part.end {
                break;
            }
            if span.start < at {
                continue;
            }
            written.push_str(&source[at..span.start]);
            match hole {
                Hole::Line(line) => self.line(*line, i + 1, written),
                Hole::Edit(edit) => self.edit(*edit, written),
            }
            at = span.end;
        }
        written.push_str(&source[at..part.end]);
    }

    fn edit(&self, edit: usize, written: &mut String) {
        let (span, edit) = self.markup.edits[edit];
        let old = span.of(&self.markup.source);
        let new = self.lang.and_then(|lang| edit.written(old, lang));
        written.push_str(new.as_deref().unwrap_or(old));
    }

    /// Writes a line; `inner` is the first hole that may stand in it.
    fn line(&self, number: usize, inner: usize, written: &mut String) {
        let old = &self.markup.lines[number];
        let new = &self.lines[number];
        if self.is_same(old, new) {
            self.copy(old.span, inner, written);
            return;
        }
        let codes = |tag: &Tag| self.code(tag, inner);
        let mut tags = self.with_loose(old, new);
        for tag in &mut tags {
            if let Some(changed) = self.known(tag).and_then(|i| self.markup.tags[i].changed.clone())
            {
                tag.code = changed;
            }
        }
        let steps = balanced(&tags, |number| self.closing(number));
        match &old.writing {
            Writing::Markdown(around) => {
                let line = (new.text.as_str(), steps.as_slice());
                let outside = Outside {
                    around: *around,
                    beside: old.beside,
                    after: &self.markup.source[old.span.end..],
                };
                markdown::write(line, outside, &codes, written);
            }
            writing => {
                let escape = |text: &str, _: Option<&str>, written: &mut String| {
                    writing.escape(text, written);
                };
                let start = written.len();
                lay(&new.text, &steps, &escape, &|step| step.code(&codes), written);
                writing.enclose(start, written);
            }
        }
    }

    /// Whether nothing has changed in a line.
    fn is_same(&self, old: &Line, new: &Tagged) -> bool {
        let old_tags = &self.markup.content.tags[old.tags.clone()];
        let is_same = |(old_tag, new_tag): (&Tag, &Tag)| {
            old_tag.at - old.text.start == new_tag.at
                && (old_tag.kind, old_tag.number) == (new_tag.kind, new_tag.number)
                && old_tag.code == new_tag.code
        };
        old.text.of(&self.markup.content.text) == new.text
            && old_tags.len() == new.tags.len()
            && old_tags.iter().zip(&new.tags).all(is_same)
    }

    /// The tags of a new line, and after them those that it has lost of the ends of pairs whose other end stands in
    /// another line.
    fn with_loose(&self, old: &Line, new: &Tagged) -> Vec<Tag> {
        let mut tags = new.tags.clone();
        let loose = old.tags.clone().filter(|&i| self.markup.tags[i].is_loose);
        let kept: HashSet<u32> = new.tags.iter().map(|tag| tag.number).collect();
        for tag in loose.map(|i| &self.markup.content.tags[i]) {
            if !kept.contains(&tag.number) {
                let at = new.text.len();
                tags.push(Tag { at, ..tag.clone() });
            }
        }
        tags
    }

    /// What is written for a tag: what stands in the source, with what is new in it, or the tag's own code if it does
    /// not come from there.
    fn code(&self, tag: &Tag, inner: usize) -> String {
        match self.known(tag) {
            Some(i) => {
                let mut code = String::new();
                self.copy(self.markup.tags[i].span, inner, &mut code);
                code
            }
            None => tag.code.clone(),
        }
    }

    /// Which of the tags that were read this is, if it is one of them.
    fn known(&self, tag: &Tag) -> Option<usize> {
        let known = self.numbers.get(&(tag.number, tag.kind)).copied();
        known.filter(|&i| self.markup.content.tags[i].code == tag.code)
    }

    /// What closes the pair with this number in the source.
    fn closing(&self, number: u32) -> Option<&str> {
        let known = *self.numbers.get(&(number, TagKind::Close))?;
        let changed = self.markup.tags[known].changed.as_deref();
        Some(changed.unwrap_or(&self.markup.content.tags[known].code))
    }
}
