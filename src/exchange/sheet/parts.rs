//! The parts of an XLSX file, as XML: which of them holds a sheet, and the tags in it.

use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;
use zip::result::ZipError;

use crate::error::{Error, Result};
use crate::exchange::xml::attributes;

/// The part that contains the sheet `name`.
pub(in crate::exchange) fn part_of(
    parts: &mut ZipArchive<Cursor<&[u8]>>,
    name: &str,
) -> Result<Option<String>> {
    let mut id = None;
    each_tag(&text_of(parts, "xl/workbook.xml")?, "sheet", |tag| {
        let mut own_id = None;
        let mut is_it = false;
        attributes::each(tag, |key, value| match key.rsplit(':').next() {
            Some("name") => is_it = value == name,
            Some("id") => own_id = Some(value.to_owned()),
            _ => {}
        })
        .map_err(Error::malformed)?;
        if is_it {
            id = own_id;
        }
        Ok(())
    })?;
    let mut part = None;
    each_tag(&text_of(parts, "xl/_rels/workbook.xml.rels")?, "Relationship", |tag| {
        if id.is_some() && attribute(tag, "Id")? == id {
            part = attribute(tag, "Target")?;
        }
        Ok(())
    })?;
    Ok(part.map(|part| match part.strip_prefix('/') {
        Some(part) => part.to_owned(),
        None => format!("xl/{part}"),
    }))
}

/// Passes every tag called `name` to `take`.
pub(in crate::exchange) fn each_tag(
    xml: &str,
    name: &str,
    mut take: impl FnMut(&BytesStart<'_>) -> Result<()>,
) -> Result<()> {
    let mut reader = Reader::from_str(xml);
    loop {
        match reader.read_event().map_err(|e| not_xml(&e))? {
            Event::Eof => return Ok(()),
            Event::Start(tag) | Event::Empty(tag) if is(&tag, name) => take(&tag)?,
            _ => {}
        }
    }
}

/// The text of a part; the size of the archive has been checked before.
pub(in crate::exchange) fn text_of(
    parts: &mut ZipArchive<Cursor<&[u8]>>,
    name: &str,
) -> Result<String> {
    let mut text = String::new();
    let mut part = parts.by_name(name).map_err(|e| damaged(&e))?;
    let read = part.read_to_string(&mut text);
    read.map_err(|e| damaged(&ZipError::Io(e)))?;
    Ok(text)
}

/// Whether a tag is called `name`, whatever prefix it has.
pub(in crate::exchange) fn is(tag: &BytesStart<'_>, name: &str) -> bool {
    tag.local_name().as_ref() == name
}

/// The value of an attribute.
pub(in crate::exchange) fn attribute(tag: &BytesStart<'_>, name: &str) -> Result<Option<String>> {
    attributes::value_of(tag, name).map_err(Error::malformed)
}

/// The error for a part that is no XML.
pub(in crate::exchange) fn not_xml(error: &quick_xml::Error) -> Error {
    Error::malformed(format!("a spreadsheet that is damaged: {error}"))
}

/// The error for an archive that cannot be unpacked.
pub(in crate::exchange) fn damaged(error: &ZipError) -> Error {
    Error::malformed(format!("a spreadsheet that is damaged or cut off: {error}"))
}
