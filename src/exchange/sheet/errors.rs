//! The errors in an Excel sheet, turned into the texts that they show: `calamine` refuses a sheet with an error that it
//! does not know.

use std::io::Cursor;

use quick_xml::Reader;
use quick_xml::events::Event;
use zip::ZipArchive;

use super::parts::{attribute, damaged, is, not_xml, part_of, text_of};
use crate::error::Result;
use crate::exchange::archive::with_parts;
use crate::exchange::xml::attributes::with_attribute;
use crate::exchange::xml::place;

/// The workbook with texts in place of the errors of the sheet `name`; `None` if it does not say where that sheet is.
pub(super) fn as_texts(file: &[u8], name: &str) -> Result<Option<Vec<u8>>> {
    let mut parts = ZipArchive::new(Cursor::new(file)).map_err(|e| damaged(&e))?;
    let Some(part) = part_of(&mut parts, name)? else {
        return Ok(None);
    };
    let xml = with_texts(&text_of(&mut parts, &part)?)?;
    with_parts(file, "spreadsheet", &[(&part, &xml)]).map(Some)
}

/// The part of a sheet, in which all cells with an error now have the type of a text that a formula makes.
fn with_texts(xml: &str) -> Result<String> {
    let mut reader = Reader::from_str(xml);
    let mut out = String::with_capacity(xml.len());
    let mut written = 0;
    loop {
        let start = place(&reader);
        match reader.read_event().map_err(|e| not_xml(&e))? {
            Event::Eof => return Ok(out + &xml[written..]),
            Event::Start(tag) if is(&tag, "c") => {
                let end = place(&reader);
                if attribute(&tag, "t")?.as_deref() == Some("e") {
                    out.push_str(&xml[written..start]);
                    out.push_str(&with_attribute(&xml[start..end], "t", Some("str")));
                    written = end;
                }
            }
            _ => {}
        }
    }
}
