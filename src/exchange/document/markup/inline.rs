//! What stands in a line of a text with markup, in order: pieces of text and inline tags.

use std::collections::HashMap;

use super::collapse::{collapses, is_visible};
use super::line::{Beside, TagPlace};
use crate::text::{Span, Tag, TagKind};

/// Pieces of text and inline tags, in order.
#[derive(Debug, Default)]
pub(in crate::exchange::document) struct Inline {
    items: Vec<Item>,
}

#[derive(Debug)]
enum Item {
    /// Text as it stands in the source, or the text that is meant by what stands there.
    Text(Span, Option<String>),
    Mark(Mark),
}

/// An inline tag in the source.
#[derive(Clone, Debug)]
pub(in crate::exchange::document) struct Mark {
    pub(in crate::exchange::document) span: Span,
    pub(in crate::exchange::document) end: End,
    /// What its two ends have in common.
    pub(in crate::exchange::document) name: String,
    pub(in crate::exchange::document) role: &'static str,
    /// Whether it says something where it stands, so that it belongs to the line even at its end: a code, not an image.
    pub(in crate::exchange::document) is_said: bool,
    /// What is written for it in a line that has changed, where that is not what stands there.
    pub(in crate::exchange::document) changed: Option<String>,
}

/// Which end of something an inline tag is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::exchange::document) enum End {
    First,
    Last,
    Both,
}

/// A line that was found.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) span: Span,
    pub(super) text: String,
    /// Their places are counted from the start of the line.
    pub(super) tags: Vec<(Tag, TagPlace)>,
    /// Places in the line and in the source.
    pub(super) anchors: Vec<(usize, usize)>,
    pub(super) beside: Beside,
}

impl Item {
    /// What it is for a line beside it to which it does not belong.
    fn beside(&self) -> Beside {
        match self {
            Self::Text(..) => Beside::Nothing,
            Self::Mark(mark) if mark.end == End::Both || mark.role == "link" => Beside::Marks,
            Self::Mark(_) => Beside::Pairs,
        }
    }
}

impl Inline {
    /// Adds text as it stands in the source. A reader may add it letter by letter; adjoining text becomes one piece.
    pub(in crate::exchange::document) fn text(&mut self, span: Span) {
        match self.items.last_mut() {
            _ if span.is_empty() => {}
            Some(Item::Text(before, None)) if before.end == span.start => before.end = span.end,
            _ => self.items.push(Item::Text(span, None)),
        }
    }

    /// Adds the text that is meant by what stands in the source.
    pub(in crate::exchange::document) fn meant(&mut self, span: Span, text: String) {
        self.items.push(Item::Text(span, Some(text)));
    }

    /// All its text, without tags.
    pub(in crate::exchange::document) fn meant_text(&self, source: &str) -> String {
        (0..self.items.len()).map(|item| self.piece(item, source)).collect()
    }

    pub(in crate::exchange::document) fn mark(&mut self, mark: Mark) {
        self.items.push(Item::Mark(mark));
    }

    /// The line that these make, without what can stand outside at its ends unless it is to be whole; `None` where
    /// nothing can be seen. `number` is the number of the last tag before it, and afterwards that of its own last tag.
    pub(super) fn found(self, source: &str, is_whole: bool, number: &mut u32) -> Option<Found> {
        let partners = self.partners();
        let (mut first, mut last) = self.inner(&partners, source)?;
        if is_whole {
            (first, last) = (0, self.items.len() - 1);
        }
        let outside = self.items[..first].iter().chain(&self.items[last + 1..]);
        let mut line = Building::new(source, self.start(first, source));
        line.beside = outside.map(Item::beside).max().unwrap_or_default();
        for (i, item) in self.items.iter().enumerate().take(last + 1).skip(first) {
            match item {
                Item::Text(span, meant) => line.text(*span, meant.as_deref()),
                Item::Mark(mark) => {
                    let is_inside = |other: &usize| (first..=last).contains(other);
                    let partner = partners[i].filter(is_inside);
                    line.mark(mark, partner.filter(|&p| p < i), partner.is_some(), i, number);
                }
            }
        }
        Some(line.finish(self.end(last, source)))
    }

    /// For each tag the other end of its pair: the nearest with its name that has none yet.
    fn partners(&self) -> Vec<Option<usize>> {
        let mut partners = vec![None; self.items.len()];
        let mut open: HashMap<&str, Vec<usize>> = HashMap::new();
        for (i, item) in self.items.iter().enumerate() {
            let Item::Mark(mark) = item else { continue };
            match mark.end {
                End::First => open.entry(&mark.name).or_default().push(i),
                End::Last => {
                    if let Some(first) = open.get_mut(mark.name.as_str()).and_then(Vec::pop) {
                        partners[first] = Some(i);
                        partners[i] = Some(first);
                    }
                }
                End::Both => {}
            }
        }
        partners
    }

    /// The first and the last item of the line: what stands before and after says nothing, or is a pair around the
    /// whole line.
    fn inner(&self, partners: &[Option<usize>], source: &str) -> Option<(usize, usize)> {
        // How much is said before each item.
        let mut said = vec![0_usize; self.items.len() + 1];
        for (i, item) in self.items.iter().enumerate() {
            let says = match item {
                Item::Text(..) => self.piece(i, source).chars().any(is_visible),
                Item::Mark(mark) => mark.is_said,
            };
            said[i + 1] = said[i] + usize::from(says);
        }
        let is_seen = |i: usize| self.piece(i, source).chars().any(is_visible);
        if !(0..self.items.len()).any(is_seen) {
            return None;
        }
        let (mut first, mut last) = (0, self.items.len() - 1);
        let says = |from: usize, to: usize| said[to + 1] > said[from];
        loop {
            let ends = |i: usize| partners[i].filter(|p| (first..=last).contains(p));
            if !says(first, ends(first).unwrap_or(first)) && !self.has_format(first, source) {
                first = ends(first).unwrap_or(first) + 1;
            } else if !says(ends(last).unwrap_or(last), last) && !self.has_format(last, source) {
                last = ends(last).unwrap_or(last) - 1;
            } else if partners[first] == Some(last) && first < last {
                (first, last) = (first + 1, last - 1);
            } else {
                return Some((first, last));
            }
        }
    }

    /// The text of an item, if it is one.
    fn piece<'a>(&'a self, item: usize, source: &'a str) -> &'a str {
        match &self.items[item] {
            Item::Text(_, Some(meant)) => meant,
            Item::Text(span, None) => span.of(source),
            Item::Mark(_) => "",
        }
    }

    /// Whether an item has marks of direction or joiners, which belong to the text beside them.
    fn has_format(&self, item: usize, source: &str) -> bool {
        let piece = self.piece(item, source);
        piece.chars().any(|c| !c.is_whitespace() && c != '\0')
    }

    /// Where a line begins that has this as its first item.
    fn start(&self, first: usize, source: &str) -> usize {
        match &self.items[first] {
            Item::Text(span, None) => {
                let text = span.of(source);
                span.start + (text.len() - text.trim_start().len())
            }
            Item::Text(span, Some(_)) => span.start,
            Item::Mark(mark) => mark.span.start,
        }
    }

    /// Where a line ends that has this as its last item.
    fn end(&self, last: usize, source: &str) -> usize {
        match &self.items[last] {
            Item::Text(span, None) => span.start + span.of(source).trim_end().len(),
            Item::Text(span, Some(_)) => span.end,
            Item::Mark(mark) => mark.span.end,
        }
    }
}

/// A line as it is built.
struct Building<'a> {
    source: &'a str,
    start: usize,
    text: String,
    tags: Vec<(Tag, TagPlace)>,
    anchors: Vec<(usize, usize)>,
    /// Whether the last thing is a visible tag, beside which a space counts.
    is_after_seen: bool,
    beside: Beside,
    /// The numbers of tags by their items, to be found for the other end.
    numbers: HashMap<usize, u32>,
}

impl<'a> Building<'a> {
    fn new(source: &'a str, start: usize) -> Self {
        Self {
            source,
            start,
            text: String::new(),
            tags: Vec::new(),
            anchors: Vec::new(),
            is_after_seen: false,
            beside: Beside::Nothing,
            numbers: HashMap::new(),
        }
    }

    /// Adds text, with white space collapsed.
    fn text(&mut self, span: Span, meant: Option<&str>) {
        let text = meant.unwrap_or_else(|| span.of(self.source));
        for (at, c) in text.char_indices() {
            let place = match meant {
                Some(_) => span.start,
                None => span.start + at,
            };
            if place < self.start || c == '\0' {
                continue;
            }
            let c = if collapses(c) { ' ' } else { c };
            let is_after_space = self.text.is_empty() || self.text.ends_with(' ');
            if c == ' ' && is_after_space && !self.is_after_seen {
                continue;
            }
            self.anchor(place);
            self.is_after_seen = false;
            self.text.push(c);
        }
    }

    /// Notes where in the source the next character stands.
    fn anchor(&mut self, place: usize) {
        let at = self.text.len();
        let runs_on = |&(known, source): &(usize, usize)| place == source + (at - known);
        if !self.anchors.last().is_some_and(runs_on) {
            self.anchors.push((at, place));
        }
    }

    /// Adds the tag that is the item `item`; `first` is the item that begins its pair, where it ends one.
    fn mark(
        &mut self,
        mark: &Mark,
        first: Option<usize>,
        is_paired: bool,
        item: usize,
        number: &mut u32,
    ) {
        let own = match first.and_then(|first| self.numbers.get(&first)) {
            Some(&own) => own,
            None => {
                *number += 1;
                self.numbers.insert(item, *number);
                *number
            }
        };
        let kind = match mark.end {
            End::First if is_paired => TagKind::Open,
            End::Last if is_paired => TagKind::Close,
            _ => TagKind::Alone,
        };
        let tag = Tag {
            at: self.text.len(),
            kind,
            number: own,
            role: mark.role.to_owned(),
            code: mark.span.of(self.source).to_owned(),
        };
        let place = TagPlace {
            span: mark.span,
            is_loose: mark.end != End::Both && !is_paired,
            changed: mark.changed.clone(),
        };
        self.tags.push((tag, place));
        self.is_after_seen |= mark.is_said || mark.role == "image";
    }

    fn finish(mut self, end: usize) -> Found {
        let length = if self.is_after_seen { self.text.len() } else { self.text.trim_end().len() };
        self.text.truncate(length);
        self.anchors.retain(|&(at, _)| at <= length);
        for (tag, _) in &mut self.tags {
            tag.at = tag.at.min(length);
        }
        Found {
            span: Span::new(self.start, end),
            text: self.text,
            tags: self.tags,
            anchors: self.anchors,
            beside: self.beside,
        }
    }
}
