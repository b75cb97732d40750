//! The tags and texts of a part, each with its place in the part.

use std::ops::Range;

use quick_xml::Reader;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesStart, Event};

use crate::exchange::xml::attributes::{self, unknown_entity};
use crate::exchange::xml::content::{code_point, forbidden};
use crate::exchange::xml::place;

/// How deeply elements may be nested.
const DEEPEST: usize = 512;

/// A piece of a part.
pub(in crate::exchange) enum Token<'a> {
    /// The beginning of an element.
    Start(&'a BytesStart<'a>),
    /// Its end. An empty element has both, at the same place.
    End,
    /// Text between tags, unescaped.
    Text(&'a str),
}

/// Passes each token of `xml` to `take`, with the place where it stands.
///
/// A fault is reported as a fragment for a message: not well-formed, cut off, with a DTD, too deep. The attributes of
/// all tags are checked, so that what was read once can safely be read in part.
pub(in crate::exchange) fn tokens(
    xml: &str,
    mut take: impl FnMut(Token<'_>, Range<usize>) -> Result<(), String>,
) -> Result<(), String> {
    if let Some(c) = forbidden(xml) {
        return Err(format!("{} is forbidden in XML", code_point(c)));
    }
    let mut reader = Reader::from_str(xml);
    let mut depth = 0_usize;
    loop {
        let start = place(&reader);
        let event = reader.read_event().map_err(|error| format!("not well-formed: {error}"))?;
        let span = start..place(&reader);
        match event {
            Event::Start(tag) => {
                depth += 1;
                if depth > DEEPEST {
                    return Err(format!("more than {DEEPEST} elements inside each other"));
                }
                attributes::each(&tag, |_, _| {})?;
                take(Token::Start(&tag), span)?;
            }
            Event::Empty(tag) => {
                attributes::each(&tag, |_, _| {})?;
                take(Token::Start(&tag), span.clone())?;
                take(Token::End, span)?;
            }
            Event::End(_) => {
                depth = depth.saturating_sub(1);
                take(Token::End, span)?;
            }
            Event::Text(text) => take(Token::Text(&text), span)?,
            Event::CData(text) => take(Token::Text(&text), span)?,
            Event::GeneralRef(name) => match (resolve_xml_entity(&name), name.resolve_char_ref()) {
                (Some(text), _) => take(Token::Text(text), span)?,
                (None, Ok(Some(c))) => {
                    let text = c.to_string();
                    if let Some(c) = forbidden(&text) {
                        return Err(format!("{} is forbidden in XML", code_point(c)));
                    }
                    take(Token::Text(&text), span)?;
                }
                (None, Ok(None)) => return Err(unknown_entity(&name)),
                (None, Err(_)) => return Err("a reference to no character".to_owned()),
            },
            Event::DocType(_) => return Err("a DTD, which is not read".to_owned()),
            Event::Eof if depth > 0 => return Err("cut off".to_owned()),
            Event::Eof => return Ok(()),
            Event::Decl(_) | Event::PI(_) | Event::Comment(_) => {}
        }
    }
}
