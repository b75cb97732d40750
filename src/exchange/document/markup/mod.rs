//! A text with markup: which parts of it are lines of content.

mod balance;
mod collapse;
mod edit;
mod gather;
mod inline;
mod line;

pub(super) use self::balance::{Step, balanced};
pub(super) use self::collapse::is_visible;
pub(super) use self::edit::Edit;
pub(super) use self::gather::Gathering;
pub(super) use self::inline::{End, Inline, Mark};
pub(super) use self::line::{Around, Beside, Line, Outside, TagPlace, Writing};
use crate::text::tag::place;
use crate::text::{Span, Tag, Tagged};

/// A text with markup, and where in it the lines of its content stand. Whatever is outside them stays as it is.
#[derive(Clone, Debug)]
pub(super) struct Markup {
    pub(super) source: String,
    pub(super) content: Tagged,
    /// One for each line of the content, by where they begin in the source. Some stand within another: in its tags.
    pub(super) lines: Vec<Line>,
    /// Where each tag of the content stands.
    pub(super) tags: Vec<TagPlace>,
    /// What depends on the language, by place.
    pub(super) edits: Vec<(Span, Edit)>,
    /// Pairs of a place in the content and its place in the source, one for each place from which the two run on
    /// together.
    anchors: Vec<(usize, usize)>,
}

impl Markup {
    pub(super) fn source(&self) -> &str {
        &self.source
    }

    /// Its lines, with their tags.
    pub(super) fn content(&self) -> &Tagged {
        &self.content
    }

    /// A line, and its tags with their places in it.
    pub(super) fn line(&self, number: usize) -> Option<(&str, Vec<(usize, &Tag)>)> {
        let line = self.lines.get(number)?;
        let tags = self.content.tags[line.tags.clone()].iter();
        let tags = tags.map(|tag| (tag.at - line.text.start, tag));
        Some((line.text.of(&self.content.text), tags.collect()))
    }

    /// The place in the source of a place in the content.
    pub(super) fn place(&self, at: usize) -> usize {
        let next = self.anchors.partition_point(|&(content, _)| content <= at);
        let (content, source) = match next.checked_sub(1) {
            Some(last) => self.anchors[last],
            None => (0, 0),
        };
        (source + (at - content)).min(self.source.len())
    }
}

/// Writes a text with tags in it; `escape` writes a piece of it that stands before a code, or before none.
pub(super) fn lay(
    text: &str,
    steps: &[Step],
    escape: &dyn Fn(&str, Option<&str>, &mut String),
    code: &dyn Fn(&Step) -> String,
    written: &mut String,
) {
    let mut at = 0;
    for step in steps {
        let next = place(text, step.at()).max(at);
        let code = code(step);
        escape(&text[at..next], Some(&code), written);
        written.push_str(&code);
        at = next;
    }
    escape(&text[at..], None, written);
}
