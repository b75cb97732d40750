//! The tokens of HTML, and which of them make up a line.

use std::collections::HashMap;

use html5gum::{DefaultEmitter, StartTag, State, StringReader, Token, Tokenizer, naive_next_state};

use super::attributes::{self, are_untranslated};
use super::element::{self, Element};
use super::reference;
use crate::exchange::document::markup::{End, Gathering, Mark, Writing};
use crate::text::Span;

/// The elements of HTML in which tags are those of XML.
const DRAWINGS: [&str; 2] = ["svg", "math"];

/// Finds the lines of the HTML that stands in `part` of the source.
pub(in crate::exchange::document) fn read(part: Span, gathering: &mut Gathering<'_>) {
    let text = part.of(gathering.source);
    let mut reader = Reading {
        part,
        at: part.start,
        text_end: part.start,
        kept: None,
        is_xml: text.trim_start().starts_with("<?xml"),
        gathering,
    };
    let mut tokens: Tokenizer<StringReader<'_>, DefaultEmitter<usize>> =
        Tokenizer::new_with_emitter(text, DefaultEmitter::new_with_span());
    while let Some(Ok(token)) = tokens.next() {
        if let Some(state) = reader.token(&token) {
            tokens.set_state(state);
        }
    }
    reader.finish();
}

/// How far HTML is read.
struct Reading<'g, 's> {
    part: Span,
    /// Where the last tag or comment ends.
    at: usize,
    /// Where the last text ends.
    text_end: usize,
    /// What is being skipped.
    kept: Option<Kept>,
    is_xml: bool,
    gathering: &'g mut Gathering<'s>,
}

/// An element whose content stays as it is.
struct Kept {
    name: String,
    start: usize,
    element: Element,
    /// How many elements of each name are open in it, including itself.
    open: HashMap<String, usize>,
}

impl Reading<'_, '_> {
    /// Takes a token, and returns the state in which the next one must be read, if that is another one.
    fn token(&mut self, token: &Token<usize>) -> Option<State> {
        match token {
            Token::StartTag(tag) => {
                let span = self.span(tag.span);
                self.text(span.start);
                self.at = span.end;
                return self.start_tag(tag, span);
            }
            Token::EndTag(tag) => {
                let span = self.span(tag.span);
                self.text(span.start);
                self.at = span.end;
                self.end_tag(&String::from_utf8_lossy(&tag.name), span);
            }
            Token::Comment(comment) => self.comment(self.span(comment.span)),
            Token::Doctype(doctype) => {
                let span = self.span(doctype.span);
                self.text(span.start);
                self.at = span.end;
            }
            Token::String(string) => self.text_end = self.span(string.span).end,
            Token::Error(_) => {}
        }
        None
    }

    /// The place in the source for a place that the tokenizer gives.
    fn span(&self, span: html5gum::Span<usize>) -> Span {
        let end = (self.part.start + span.end).min(self.part.end);
        Span::new((self.part.start + span.start).min(end).max(self.at), end.max(self.at))
    }

    /// Adds the text that stands before `end`.
    fn text(&mut self, end: usize) {
        if self.kept.is_none() && self.at < end {
            let source = self.gathering.source;
            reference::add(source, Span::new(self.at, end), false, &mut self.gathering.inline);
        }
    }

    fn finish(mut self) {
        self.text(self.text_end);
        self.end_line();
    }

    fn end_line(&mut self) {
        self.gathering.end_line(Writing::Html);
    }

    fn comment(&mut self, span: Span) {
        self.text(span.start);
        self.at = span.end;
        if self.kept.is_none() {
            self.mark(span, End::Both, "", Element::Empty(""));
        }
    }

    fn mark(&mut self, span: Span, end: End, name: &str, element: Element) {
        self.gathering.inline.mark(mark(span, end, name, element));
    }

    fn start_tag(&mut self, tag: &StartTag<usize>, span: Span) -> Option<State> {
        let name = String::from_utf8_lossy(&tag.name).into_owned();
        let is_xml = self.is_xml || self.is_in_drawing() || DRAWINGS.contains(&name.as_str());
        let is_closed = tag.self_closing && is_xml;
        let state = naive_next_state(name.as_bytes()).filter(|_| !is_closed);
        if let Some(kept) = &mut self.kept {
            if !is_closed && !is_void(&name) {
                *kept.open.entry(name).or_default() += 1;
            }
            return state;
        }
        let attributes = attributes::of(self.gathering.source, span);
        let mut element = element::of(&name);
        if are_untranslated(&attributes, self.gathering.source) {
            element = match element {
                Element::Inline(role) => Element::Said(role),
                Element::Block => Element::Kept,
                other => other,
            };
        } else if !matches!(element, Element::Hidden | Element::Kept | Element::Said(_)) {
            attributes::find(&name, &attributes, self.gathering);
        }
        if name == "html" {
            let at = span.start + "<html".len();
            attributes::find_unnamed(&attributes, at, self.gathering);
        }
        match element {
            Element::Block | Element::Break => self.end_line(),
            Element::Inline(_) if is_closed => self.mark(span, End::Both, "", element),
            Element::Inline(_) => self.mark(span, End::First, &name, element),
            Element::Empty(_) => self.mark(span, End::Both, "", element),
            Element::Said(_) | Element::Hidden | Element::Kept if is_closed || is_void(&name) => {
                self.mark(span, End::Both, "", element);
            }
            Element::Said(_) | Element::Hidden | Element::Kept => self.keep(name, element, span),
        }
        state
    }

    fn end_tag(&mut self, name: &str, span: Span) {
        if let Some(kept) = &mut self.kept {
            match kept.open.get_mut(name).filter(|count| **count > 0) {
                Some(count) => {
                    *count -= 1;
                    if *count == 0 && kept.name == name {
                        self.release(span.end, true);
                    }
                    return;
                }
                // The end of the element in which it stands.
                None if element::of(name) == Element::Block && kept.element != Element::Hidden => {
                    self.release(span.start, false);
                }
                None => return,
            }
        }
        match element::of(name) {
            Element::Block | Element::Kept | Element::Break => self.end_line(),
            element => self.mark(span, End::Last, name, element),
        }
    }

    /// Skips what comes, up to the end of the element.
    fn keep(&mut self, name: String, element: Element, span: Span) {
        if element == Element::Kept {
            self.end_line();
        }
        self.kept = Some(Kept {
            open: HashMap::from([(name.clone(), 1)]),
            name,
            start: span.start,
            element,
        });
    }

    /// Ends the element that was skipped, which has an end tag or ends with the element in which it stands.
    fn release(&mut self, end: usize, is_closed: bool) {
        let Some(kept) = self.kept.take() else {
            return;
        };
        if kept.element == Element::Kept {
            return;
        }
        let span = Span::new(kept.start, end);
        let mut mark = mark(span, End::Both, "", kept.element);
        if !is_closed {
            // It may come to stand before other text.
            let code = span.of(self.gathering.source);
            let open = kept.open.get(&kept.name).copied().unwrap_or_default();
            let close = format!("</{}>", kept.name).repeat(open);
            mark.changed = Some(format!("{code}{close}"));
        }
        self.gathering.inline.mark(mark);
    }

    /// Whether tags stand in what is XML within HTML.
    fn is_in_drawing(&self) -> bool {
        let Some(kept) = &self.kept else {
            return false;
        };
        DRAWINGS.iter().any(|name| kept.open.get(*name).is_some_and(|&open| open > 0))
    }
}

fn mark(span: Span, end: End, name: &str, element: Element) -> Mark {
    let role = match element {
        Element::Inline(role) | Element::Empty(role) | Element::Said(role) => role,
        Element::Block | Element::Break | Element::Hidden | Element::Kept => "",
    };
    Mark {
        span,
        end,
        name: name.to_owned(),
        role,
        is_said: matches!(element, Element::Said(_)),
        changed: None,
    }
}

/// Whether an element of that name has no content and no end tag.
fn is_void(name: &str) -> bool {
    match element::of(name) {
        Element::Break => true,
        Element::Empty(_) => name != "amp-img",
        _ => ["base", "col", "frame", "hr"].contains(&name),
    }
}
