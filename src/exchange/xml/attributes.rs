//! The attributes of a tag, unescaped.

use std::borrow::Cow;

use quick_xml::escape::{EscapeError, resolve_xml_entity};
use quick_xml::events::BytesStart;
use quick_xml::events::attributes::{AttrError, Attribute};
use quick_xml::{Error, XmlVersion};

use super::content::{code_point, forbidden, shown};

/// The most attributes a tag may have; each is compared with all before it.
const MOST: usize = 64;

/// Gives `take` the name and value of each attribute of `tag`.
///
/// A fault is told as a fragment for a message, and ends the reading of the tag.
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

/// The value of the attribute `name` of `tag`, where it has that one.
///
/// A fault is told as a fragment for a message.
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
