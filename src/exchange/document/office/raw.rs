//! XML as it is written in the file: the elements inside an element.

use std::ops::Range;

use super::tokens::{Token, tokens};
use crate::exchange::xml::attributes;

/// An element inside another, as a file has it.
#[derive(Clone, Debug)]
pub(super) struct Child {
    pub(super) name: String,
    pub(super) attributes: Vec<(String, String)>,
    /// Its first tag.
    pub(super) tag: Range<usize>,
    /// All of it.
    pub(super) span: Range<usize>,
}

/// The elements that stand directly in the element `xml`.
pub(super) fn children(xml: &str) -> Vec<Child> {
    let mut depth = 0_usize;
    let mut found: Vec<Child> = Vec::new();
    let read = tokens(xml, |token, span| {
        match token {
            Token::Start(tag) => {
                if depth == 1 {
                    let mut own = Vec::new();
                    attributes::each(tag, |key, value| {
                        own.push((key.to_owned(), value.to_owned()));
                    })?;
                    found.push(Child {
                        name: tag.name().as_ref().to_owned(),
                        attributes: own,
                        tag: span.clone(),
                        span,
                    });
                }
                depth += 1;
            }
            Token::End => {
                depth -= 1;
                if let (1, Some(child)) = (depth, found.last_mut()) {
                    child.span.end = span.end;
                }
            }
            Token::Text(_) => {}
        }
        Ok(())
    });
    // This was read before as part of the file, so it cannot be malformed.
    debug_assert!(read.is_ok());
    found
}
