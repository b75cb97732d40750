//! The text of an element, gathered event by event: on one line if that is wanted, and not too long.

use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::BytesRef;

use super::attributes::{forbidden_in_file, unknown_entity};
use super::bounded::LONGEST;
use super::content::{forbidden, push_on_one_line, push_with_lines, trimmed};
use crate::text::{Tag, Tagged};

/// The most bytes that the tags of one element may take.
const MOST_OF_TAGS: usize = 16 * 1024 * 1024;

/// The text of one element as far as it has been read.
#[derive(Debug, Default)]
pub(in crate::exchange) struct Gathered {
    /// The name of the element in messages: `<seg>`.
    holder: &'static str,
    has_lines: bool,
    text: String,
    /// The inline tags in it.
    tags: Vec<Tag>,
    /// The bytes of their codes in all.
    codes: usize,
    /// Whether the text ends with the space that stands for a line break.
    is_after_break: bool,
    /// The first thing that is wrong with it.
    fault: Option<String>,
}

impl Gathered {
    /// Begins the element that is called `holder` in messages, whose text is on one line.
    pub(in crate::exchange) fn start(&mut self, holder: &'static str) {
        self.text.clear();
        *self = Self { holder, text: std::mem::take(&mut self.text), ..Self::default() };
    }

    /// The same, but line breaks are kept.
    pub(in crate::exchange) fn start_with_lines(&mut self, holder: &'static str) {
        self.start(holder);
        self.has_lines = true;
    }

    /// Takes in text that stands as it is.
    pub(in crate::exchange) fn text(&mut self, text: &str) {
        self.go_on(text.chars().next());
        if self.has_lines {
            self.push(text, |lines| push_with_lines(lines, text));
        } else {
            self.push(text, |line| push_on_one_line(line, text));
        }
    }

    /// Takes in `&name;` or `&#10;`.
    pub(in crate::exchange) fn reference(&mut self, reference: &BytesRef<'_>) {
        match (resolve_xml_entity(reference), reference.resolve_char_ref()) {
            (Some(text), _) => self.push(text, |line| line.push_str(text)),
            (None, Ok(Some(c))) => {
                self.go_on(Some(c));
                self.push(reference, |line| line.push(c));
            }
            (None, Ok(None)) => self.fail(unknown_entity(reference)),
            (None, Err(_)) => self.fail("a reference to no character".to_owned()),
        }
    }

    /// Takes in that what stands here is a line break: a space, where there is none before or after it.
    pub(in crate::exchange) fn line_break(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with(char::is_whitespace) {
            self.text.push(' ');
            self.is_after_break = true;
        }
    }

    /// Takes the space of a line break back where `next` is one.
    fn go_on(&mut self, next: Option<char>) {
        let Some(next) = next else {
            return;
        };
        if std::mem::take(&mut self.is_after_break) && next.is_ascii_whitespace() {
            self.text.pop();
        }
    }

    /// Takes in an inline tag, which stands here.
    pub(in crate::exchange) fn tag(&mut self, tag: Tag) {
        self.codes += tag.code.len() + size_of::<Tag>();
        if self.codes > MOST_OF_TAGS {
            self.fail(format!("more inline tags in a {} than 16 MiB hold", self.holder));
            return;
        }
        let at = self.text.len();
        let is_break = tag.is_break();
        self.tags.push(Tag { at, ..tag });
        if is_break {
            self.line_break();
        }
    }

    /// Ends the element as `finish_whole` does, and also returns the tags.
    pub(in crate::exchange) fn finish_tagged(&mut self) -> Result<Tagged, String> {
        let tags = std::mem::take(&mut self.tags);
        let text = self.finish_whole()?;
        Ok(Tagged { text, tags })
    }

    /// Ends the element; returns its text without white space around it, unless it is empty, or what is wrong with it.
    pub(in crate::exchange) fn finish(&mut self) -> Result<Option<String>, String> {
        self.finish_whole().map(trimmed)
    }

    /// The same, with all the white space in it.
    pub(in crate::exchange) fn finish_whole(&mut self) -> Result<String, String> {
        if let Some(fault) = self.fault.take() {
            return Err(fault);
        }
        match forbidden(&self.text) {
            Some(c) => Err(forbidden_in_file(c)),
            // An exact copy: the buffer in which it was gathered is used again.
            None => Ok(self.text.drain(..).as_str().to_owned()),
        }
    }

    /// How many bytes of text there are so far.
    pub(in crate::exchange) fn length(&self) -> usize {
        self.text.len()
    }

    /// How many tags there are so far.
    pub(in crate::exchange) fn count_of_tags(&self) -> usize {
        self.tags.len()
    }

    /// Lets `add` append `text` to the text, if it is not too long.
    fn push(&mut self, text: &str, add: impl FnOnce(&mut String)) {
        if self.text.len() + text.len() > LONGEST {
            self.fail(format!("a {} longer than 1 MiB", self.holder));
        } else {
            add(&mut self.text);
        }
    }

    fn fail(&mut self, fault: String) {
        self.fault.get_or_insert(fault);
    }
}
