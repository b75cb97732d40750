//! The attributes of a tag, unescaped, and a tag with another attribute.

use std::borrow::Cow;

use quick_xml::escape::{EscapeError, resolve_xml_entity};
use quick_xml::events::BytesStart;
use quick_xml::events::attributes::{AttrError, Attribute};
use quick_xml::{Error, XmlVersion};

use super::content::{code_point, forbidden, shown};

/// The most attributes a tag may have; each is compared with all before it.
const MOST: usize = 64;

/// Passes the name and value of each attribute of `tag` to `take`.
///
/// A fault is reported as a fragment for a message, and ends the reading of the tag.
pub(in crate::exchange) fn each(
    tag: &BytesStart<'_>,
    mut take: impl FnMut(&str, &str),
) -> Result<(), String> {
    for (index, attribute) in tag.attributes().enumerate() {
        if index == MOST {
            return Err(format!("a tag with more than {MOST} attributes"));
        }
        let attribute = attribute.map_err(|error| no_attribute(&error))?;
        take(attribute.key.as_ref(), &value(&attribute)?);
    }
    Ok(())
}

/// The value of the attribute `name` of `tag`, if it has that.
///
/// A fault is reported as a fragment for a message.
pub(in crate::exchange) fn value_of(
    tag: &BytesStart<'_>,
    name: &str,
) -> Result<Option<String>, String> {
    let mut found = None;
    each(tag, |own, value| {
        if own == name {
            found = Some(value.to_owned());
        }
    })?;
    Ok(found)
}

/// The tag `tag`, as a file has it, with the attribute `name` set to `value`, which needs no escaping, or without it.
///
/// Its attributes have been read before, so each has a value in quotation marks.
pub(in crate::exchange) fn with_attribute(tag: &str, name: &str, value: Option<&str>) -> String {
    let name_end = tag.find(|c: char| c.is_whitespace() || matches!(c, '/' | '>'));
    let (start, mut rest) = tag.split_at(name_end.unwrap_or(tag.len()));
    let mut out = start.to_owned();
    let mut new = value.map(|value| format!("{name}=\"{value}\""));
    while let Some(equals) = rest.find('=') {
        let (own, value) = rest.split_at(equals);
        let Some(open) = value.find(['"', '\'']) else {
            break;
        };
        let quote = char::from(value.as_bytes()[open]);
        let Some(length) = value[open + 1..].find(quote) else {
            break;
        };
        let attribute = &rest[..equals + open + length + 2];
        if own.trim() != name {
            out.push_str(attribute);
        } else if let Some(new) = new.take() {
            let space = own.len() - own.trim_start().len();
            out.push_str(&own[..space]);
            out.push_str(&new);
        }
        rest = &rest[attribute.len()..];
    }
    if let Some(new) = new {
        out.push(' ');
        out.push_str(&new);
    }
    out.push_str(rest);
    out
}

fn no_attribute(error: &AttrError) -> String {
    let what = match error {
        AttrError::Duplicated(..) => "an attribute that stands there twice",
        _ => "an attribute that is not written as name=\"value\"",
    };
    what.to_owned()
}

fn value<'a>(attribute: &Attribute<'a>) -> Result<Cow<'a, str>, String> {
    let value = attribute
        .normalized_value_with(XmlVersion::Implicit1_0, 1, resolve_xml_entity)
        .map_err(|error| no_value(&error))?;
    match forbidden(&value) {
        Some(c) => Err(forbidden_in_file(c)),
        None => Ok(value),
    }
}

fn no_value(error: &Error) -> String {
    match error {
        Error::Escape(EscapeError::UnrecognizedEntity(_, name)) => unknown_entity(name),
        Error::Escape(EscapeError::InvalidCharRef(_)) => "a reference to no character".to_owned(),
        Error::Escape(_) => "`&` that begins no reference".to_owned(),
        other => format!("not well-formed: {other}"),
    }
}

/// The message for an entity that is not one of the five of XML.
pub(in crate::exchange) fn unknown_entity(name: &str) -> String {
    format!("entity `&{};` is not expanded", shown(name))
}

/// The message for a character that XML forbids.
pub(in crate::exchange) fn forbidden_in_file(c: char) -> String {
    format!("{} is forbidden in XML", code_point(c))
}
