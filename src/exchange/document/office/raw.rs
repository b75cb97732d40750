//! XML as it is written: an element's tag with another attribute, and the elements inside an element.

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
    // What stands here was read before as part of the file, so that it cannot be malformed.
    debug_assert!(read.is_ok());
    found
}

/// The tag `tag` with the attribute `name` set to `value`, which needs no escaping, or without it.
pub(super) fn with_attribute(tag: &str, name: &str, value: Option<&str>) -> String {
    let new = value.map_or_else(String::new, |value| format!(" {name}=\"{value}\""));
    let mut out = String::new();
    let name_end = tag.find(|c: char| c.is_whitespace() || matches!(c, '/' | '>'));
    let mut rest = &tag[name_end.unwrap_or(tag.len())..];
    out.push_str(&tag[..tag.len() - rest.len()]);
    out.push_str(&new);
    while let Some(equals) = rest.find('=') {
        let value = rest[equals + 1..].trim_start();
        let Some(quote) = value.chars().next() else {
            break;
        };
        let Some(length) = value[1..].find(quote) else {
            break;
        };
        let own = &rest[..rest.len() - value.len() + length + 2];
        if rest[..equals].trim() != name {
            out.push_str(own);
        }
        rest = &rest[own.len()..];
    }
    out.push_str(rest);
    out
}
