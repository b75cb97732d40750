//! The reader: from XML events to units and problems, one by one.

use std::io::BufRead;
use std::path::{Path, PathBuf};

use quick_xml::events::Event;

use super::document::Document;
use super::item::Item;
use crate::error::Result;
use crate::exchange::xml::Events;

/// Reads the units of a TMX file in their order, without ever holding more than one of them.
///
/// - **Encoding**: a byte order mark decides, then the XML declaration, then it is UTF-8.
/// - **Languages**: a `<tu>` needs a `<tuv>` in Persian and one in English, under whichever code. Of several in one
///   language the first ones make a unit; each further English one is another unit with the first Persian one, and each
///   further Persian one with the first English one. Those in other languages are kept in the details of the first
///   unit.
/// - **Source language**: `srclang` of the `<tu>`, or otherwise of the header; where it names neither of the two
///   (`*all*`), the language that stands first in the `<tu>`.
/// - **Segments**: trimmed; white space with a line break in it becomes one space, since editors use it for
///   indentation. A line break written as `&#10;` is kept.
/// - **Tags**: `<bpt>`, `<ept>`, `<it>`, `<ph>` and `<ut>` with their content as their code, in which a `<sub>` becomes
///   `<tmx:sub>`; `<hi>`, whose code is `<hi>`, and any element that TMX does not have in a segment, with its text kept
///   and its tag as code. Those of the source are numbered in their order; those of the target with the same `x`, or
///   otherwise the same `i`, or otherwise the same code, have the same numbers. An end without its beginning is a
///   problem, but is kept. In a file written by OmegaT, `<b0>`, `</b0>` and `<br1/>` in the text are such tags too.
/// - **Date and author**: the latest of the dates on the `<tu>` and its two `<tuv>`, and the id that stands beside it;
///   if there is none, the first id there is. A date that cannot be read is a problem, and the unit is returned without
///   it.
/// - **Neighbours**: `<prop type="prev">` and `next` of a `<tuv>`; those of a `<tu>` (OmegaT), without OmegaT's tags,
///   belong to the source side.
/// - **Method**: `<prop type="x-method">`, or otherwise Trados' `x-Origin`, or otherwise the author `MT!`.
/// - **Notes**: those of the `<tu>` and of its two `<tuv>`, one per line.
/// - **Details**: all other `<prop>`, the notes one by one unless there is a single one on the `<tu>`, and the
///   attributes that TMX has for `<tu>` and `<tuv>`, except what the writer writes for any unit, such as a `tuid` that
///   counts them.
/// - **Entities**: the five of XML and numeric references. Any other, declared or not, is a problem
///   of its unit. No DTD is ever opened.
///
/// The iteration continues after a problem and ends after an error: XML that is not well-formed or cut off, bytes that
/// are not in the file's encoding, a root that is not `<tmx>`, elements nested more than 64 deep, or one tag, comment
/// or CDATA section longer than 1 MiB. A `<seg>`, `<note>` or `<prop>` longer than 1 MiB is a problem, and so is a
/// `<tu>` that has more than that besides its segments.
#[derive(Debug)]
pub struct Reader<R> {
    events: Events<R>,
    document: Document,
    path: PathBuf,
    ended: bool,
}

impl<R: BufRead> Reader<R> {
    /// Starts to read `file`; `path` names it in problems and errors.
    ///
    /// `origin` becomes the name of the units' origin.
    ///
    /// # Errors
    ///
    /// The file cannot be read, or declares an unknown encoding.
    pub fn new(file: R, path: &Path, origin: &str) -> Result<Self> {
        Ok(Self {
            events: Events::new(file).map_err(|error| error.at(path))?,
            document: Document::new(path, origin),
            path: path.to_owned(),
            ended: false,
        })
    }

    /// How many bytes of the file have been read.
    pub fn bytes_read(&self) -> u64 {
        self.events.position()
    }

    /// The line of the target of the last unit that was returned.
    pub fn line(&self) -> u64 {
        self.document.line()
    }

    /// Reads one XML event; whatever it completes is then ready in the document.
    fn read_event(&mut self) -> Result<()> {
        let (event, line) = self.events.next()?;
        if event == Event::Eof {
            self.ended = true;
            return self.document.end().map_err(|error| error.on_line(line));
        }
        self.document.take(&event, line)
    }
}

impl<R: BufRead> Iterator for Reader<R> {
    type Item = Result<Item>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(item) = self.document.next_ready() {
                return Some(Ok(item));
            }
            if self.ended {
                return None;
            }
            if let Err(error) = self.read_event() {
                self.ended = true;
                return Some(Err(error.at(&self.path)));
            }
        }
    }
}
