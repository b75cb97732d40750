//! A line of content in a text with markup, and how a text is written in its place.

use std::ops::Range;

use crate::text::Span;

/// A line of content, and where it stands.
#[derive(Clone, Debug)]
pub(in crate::exchange::document) struct Line {
    /// Where it stands in the source, with its tags.
    pub(in crate::exchange::document) span: Span,
    /// Where it stands in the text of the content.
    pub(in crate::exchange::document) text: Span,
    /// Its tags, among those of the content.
    pub(in crate::exchange::document) tags: Range<usize>,
    pub(in crate::exchange::document) writing: Writing,
    pub(in crate::exchange::document) beside: Beside,
}

/// What stands beside a line without belonging to it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::exchange::document) enum Beside {
    /// No tags.
    #[default]
    Nothing,
    /// Tags, but no formatting that applies to it.
    Marks,
    /// Formatting.
    Pairs,
}

/// What stands outside a line of Markdown, as far as it affects what is markup in it.
#[derive(Clone, Copy, Debug)]
pub(in crate::exchange::document) struct Outside<'a> {
    pub(in crate::exchange::document) around: Around,
    pub(in crate::exchange::document) beside: Beside,
    /// The source after the line.
    pub(in crate::exchange::document) after: &'a str,
}

/// Where a tag of the content stands.
#[derive(Clone, Debug)]
pub(in crate::exchange::document) struct TagPlace {
    pub(in crate::exchange::document) span: Span,
    /// Whether the other end of its pair stands in another line.
    pub(in crate::exchange::document) is_loose: bool,
    /// What is written for it in a line that has changed, if that is not what stands there.
    pub(in crate::exchange::document) changed: Option<String>,
}

/// How a text is written in place of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::exchange::document) enum Writing {
    /// Between the tags of HTML.
    Html,
    /// As the value of an attribute, in these quotation marks or in none.
    Attribute(Option<char>),
    /// As the value of a key of YAML or TOML, in these quotation marks or in none.
    Value(Option<char>),
    /// As Markdown, in these surroundings.
    Markdown(Around),
}

/// The surroundings of a line of Markdown, as far as they affect what is markup there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::exchange::document) enum Around {
    /// A paragraph that begins with the line.
    Paragraph,
    /// A block with other lines in it, before or after a forced line break.
    Continued,
    /// A list item.
    Item,
    /// A heading after `#`.
    Heading,
    /// A cell of a table.
    Cell,
    /// The alternative text of an image.
    Image,
}

impl Writing {
    /// Writes `text`, which is not markup, so that it is not markup in the file either.
    pub(in crate::exchange::document) fn escape(&self, text: &str, written: &mut String) {
        for c in text.chars() {
            match (self, c) {
                (Self::Html | Self::Attribute(_), '&') => written.push_str("&amp;"),
                (Self::Html | Self::Attribute(_), '<') => written.push_str("&lt;"),
                (Self::Html, '>') => written.push_str("&gt;"),
                (Self::Attribute(Some('\'')), '\'') => written.push_str("&#39;"),
                (Self::Attribute(Some('"') | None), '"') => written.push_str("&quot;"),
                (Self::Value(Some('\'')), '\'') => written.push_str("''"),
                (Self::Value(Some('"') | None), '"' | '\\') => written.extend(['\\', c]),
                _ => written.push(c),
            }
        }
    }

    /// Puts what was written from `start` on into quotation marks, which it did not need before.
    pub(in crate::exchange::document) fn enclose(&self, start: usize, written: &mut String) {
        let needs = match self {
            Self::Attribute(None) => true,
            Self::Value(None) => !is_plain(&written[start..]),
            _ => false,
        };
        if needs {
            written.insert(start, '"');
            written.push('"');
        }
    }
}

/// Whether a value means itself in YAML without quotation marks, beyond doubt.
fn is_plain(value: &str) -> bool {
    let is_word = |c: char| c.is_alphanumeric() || "\u{200C} .،؛؟!«»()–—-".contains(c);
    let constants = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"];
    value.chars().next().is_some_and(char::is_alphabetic)
        && value.chars().all(is_word)
        && !value.ends_with(' ')
        && !constants.contains(&value.to_lowercase().as_str())
}
