//! HTML and XHTML: a line for each block, for each piece of one that a forced line break ends, and for each attribute
//! with text.
//!
//! White space is collapsed as a browser does it. Scripts, styles, templates, preformatted text and whatever must not
//! be translated stay as they are; so do comments. The tokens are those of the HTML standard, so that any text is HTML.

mod attributes;
mod charset;
mod element;
mod read;
mod reference;

pub(in crate::exchange) use self::charset::Charset;
pub(super) use self::element::{Element, of as element};
pub(super) use self::read::read;

use super::markup::{Gathering, Markup};
use crate::text::Span;

/// Reads a whole file.
pub(super) fn page(source: &str) -> Markup {
    let mut gathering = Gathering::new(source);
    read(Span::new(0, source.len()), &mut gathering);
    gathering.finish()
}

/// Finds the text in the attributes of a start tag, and what names a language or direction.
pub(super) fn find_in_tag(name: &str, tag: Span, gathering: &mut Gathering<'_>) {
    let attributes = attributes::of(gathering.source, tag);
    attributes::find(name, &attributes, gathering);
}
