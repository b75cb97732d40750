//! Reads an XLIFF file, event by event.

use std::io::BufRead;
use std::path::Path;

use quick_xml::events::Event;

use super::document::Document;
use crate::error::Result;
use crate::exchange::Problem;
use crate::exchange::units::Contents;
use crate::exchange::xml::Events;

/// Adds the units of an XLIFF file to `contents`, and what is wrong in it.
///
/// - **Languages**: those of the `<file>` (1.x) or of the root element (2.x). A file in other languages is one problem.
/// - **Units**: each `<trans-unit>` (1.x) or `<segment>` (2.x). Proposed matches (`<alt-trans>`, `<mtc:matches>`) are
///   skipped.
/// - **Segments of a unit** (1.2): each `<mrk mtype="seg">` of the `<seg-source>` is a unit with the one of the same
///   `mid` in the target, if the target has such segments too or is empty. What stands between them belongs to none.
/// - **Text**: as in TMX. Inline elements are tags; their numbers are their ids if all ids of the unit are numbers,
///   otherwise they are numbered from 1. The content of `bpt`, `ept`, `it` and `ph` is code, and any other `<mrk>` is
///   ignored.
/// - **State**: according to XLIFF, or otherwise to memoQ, Phrase or Trados Studio in an attribute of its own.
/// - **Notes**: those of the unit.
/// - **Line**: that of the `<target>`, or of the segment in it.
///
/// # Errors
///
/// XML that is not well-formed or cut off, bytes that are not in the file's encoding, a root that is not `<xliff>`,
/// elements nested more than 64 deep, or one tag, comment or CDATA section longer than 1 MiB.
pub(in crate::exchange) fn read(
    file: impl BufRead,
    path: &Path,
    contents: &mut Contents,
) -> Result<()> {
    let mut events = Events::new(file).map_err(|error| error.at(path))?;
    let mut document = Document::default();
    loop {
        let (event, line) = events.next().map_err(|error| error.at(path))?;
        let taken = match event {
            Event::Eof => {
                let ended = document.end().map_err(|e| e.on_line(line).at(path));
                contents.article = ended?;
                return Ok(());
            }
            event => document.take(&event, line),
        };
        taken.map_err(|error| error.on_line(line).at(path))?;
        if let Some((line, message)) = document.take_foreign() {
            contents.problems.push(Problem::new(path, line, message).harmless());
        }
        while let Some(found) = document.next_ready() {
            match found {
                Ok(read) => contents.units.push(read.unit),
                Err((line, message)) => {
                    contents.problems.push(Problem::new(path, line, message));
                }
            }
        }
    }
}
