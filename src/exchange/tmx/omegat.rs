//! The tags that OmegaT writes into the text of a segment as letters: `<b0>`, `</b0>`, `<br1/>`.

use super::shape::Shape;
use crate::text::Span;
use crate::unit::TranslationUnit;

/// The name of OmegaT in the header of a file.
pub(super) const NAME: &str = "OmegaT";

/// A tag as OmegaT writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Written<'a> {
    /// Where it stands.
    pub(super) span: Span,
    /// All of it.
    pub(super) code: &'a str,
    /// What it has in common with its other end: `b0`.
    pub(super) name: &'a str,
    /// Its shape by itself.
    pub(super) shape: Shape,
}

/// The tags in a text, in order.
pub(super) fn tags(text: &str) -> impl Iterator<Item = Written<'_>> {
    let starts = text.match_indices('<');
    starts.filter_map(|(start, _)| tag_at(text, start))
}

/// Removes the tags from what stands before and after a unit.
pub(super) fn clear_neighbours(unit: &mut TranslationUnit) {
    for side in [&mut unit.persian, &mut unit.english] {
        let neighbours = [&mut side.previous, &mut side.next];
        for neighbour in neighbours.into_iter().flatten() {
            *neighbour = without_tags(neighbour);
        }
    }
}

/// A text without its tags.
pub(super) fn without_tags(text: &str) -> String {
    let mut left = String::with_capacity(text.len());
    let mut done = 0;
    for tag in tags(text) {
        left.push_str(&text[done..tag.span.start]);
        done = tag.span.end;
    }
    left.push_str(&text[done..]);
    left
}

/// The tag that begins at `start`: letters, then figures, and a `/` before or after them.
fn tag_at(text: &str, start: usize) -> Option<Written<'_>> {
    let inside = &text[start + 1..];
    let inside = &inside[..inside.find(['<', '>'])?];
    let end = start + 1 + inside.len() + 1;
    let code = &text[start..end];
    let (name, shape) = match (inside.strip_prefix('/'), inside.strip_suffix('/')) {
        (Some(name), None) => (name, Shape::End),
        (None, Some(name)) => (name, Shape::Alone),
        (None, None) => (inside, Shape::Begin),
        (Some(_), Some(_)) => return None,
    };
    let letters = name.trim_end_matches(|c: char| c.is_ascii_digit());
    let is_one = !letters.is_empty()
        && letters.len() < name.len()
        && letters.bytes().all(|b| b.is_ascii_alphabetic());
    (is_one && code.ends_with('>')).then_some(Written {
        span: Span::new(start, end),
        code,
        name,
        shape,
    })
}

#[cfg(test)]
mod tests {
    use super::{Shape, tags};

    #[test]
    fn letters_and_figures_between_brackets_are_a_tag() {
        let text = "a < b <b0>ب</b0><br12/> <b> <0> </b1/> <ب1> <<i2>> <i3";
        let found: Vec<_> = tags(text).map(|tag| (tag.code, tag.name, tag.shape)).collect();
        let expected = [
            ("<b0>", "b0", Shape::Begin),
            ("</b0>", "b0", Shape::End),
            ("<br12/>", "br12", Shape::Alone),
            ("<i2>", "i2", Shape::Begin),
        ];
        assert_eq!(found, expected);
    }
}
