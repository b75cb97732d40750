//! Markdown: CommonMark with tables, footnotes, task lists, definition lists, struck-out text and front matter.
//!
//! A line for each heading, paragraph, list item and cell, for each piece of one that a forced line break ends, for the
//! alternative text of an image, and for the title and description in the front matter. Code and the definitions of
//! links stay as they are; blocks of HTML are read as HTML.

mod escape;
mod events;
mod front;
mod read;
mod shortcode;
mod write;

pub(super) use self::write::write;

use self::read::read;
use super::markup::{Gathering, Markup};
use crate::error::Result;

/// Reads a whole file.
///
/// # Errors
///
/// The parser cannot read it.
pub(super) fn page(source: &str) -> Result<Markup> {
    let mut gathering = Gathering::new(source);
    read(&mut gathering)?;
    Ok(gathering.finish())
}
