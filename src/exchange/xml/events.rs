//! The events of an XML file, each with its line.

use std::io::{self, BufRead};
use std::sync::Arc;

use quick_xml::events::Event;

use super::bounded::Bounded;
use super::decoded::{Decoded, Fault};
use crate::error::{Error, Result};

/// Reads an XML file event by event, without ever holding more than one of them.
///
/// A byte order mark decides its encoding, then the XML declaration, then it is UTF-8.
#[derive(Debug)]
pub(in crate::exchange) struct Events<R> {
    xml: quick_xml::Reader<Bounded<R>>,
    event: Vec<u8>,
}

impl<R: BufRead> Events<R> {
    /// Starts to read `file`.
    ///
    /// # Errors
    ///
    /// The file cannot be read, or declares an unknown encoding.
    pub(in crate::exchange) fn new(file: R) -> Result<Self> {
        let text = Decoded::new(file).map_err(not_readable)?;
        Ok(Self { xml: quick_xml::Reader::from_reader(Bounded::new(text)), event: Vec::new() })
    }

    /// How many bytes of the file have been read.
    pub(in crate::exchange) fn position(&self) -> u64 {
        self.xml.get_ref().position()
    }

    /// The next event and the line in which it begins; at the end, that is `Event::Eof` and the last line.
    ///
    /// # Errors
    ///
    /// The file cannot be read, is not in its encoding, is not well-formed, or has one tag, comment
    /// or CDATA section longer than [`LONGEST`](super::bounded::LONGEST).
    pub(in crate::exchange) fn next(&mut self) -> Result<(Event<'_>, u64)> {
        self.event.clear();
        let line = self.xml.get_mut().start_event();
        match self.xml.read_event_into(&mut self.event) {
            Ok(Event::Eof) => Ok((Event::Eof, self.xml.get_ref().line())),
            Ok(event) => Ok((event, line)),
            Err(quick_xml::Error::Io(error)) => {
                Err(not_readable(owned(error)).on_line(self.xml.get_ref().line()))
            }
            Err(error) => Err(not_well_formed(&error).on_line(line)),
        }
    }
}

/// The error for a file that failed while it was read, or was refused by a layer below the XML.
fn not_readable(error: io::Error) -> Error {
    match error.get_ref().and_then(|inner| inner.downcast_ref()) {
        Some(Fault(what)) => Error::malformed(what.as_str()),
        None => Error::read_failed(error),
    }
}

/// The error itself: quick-xml shares it, but keeps no reference once it has returned it.
fn owned(error: Arc<io::Error>) -> io::Error {
    Arc::try_unwrap(error).unwrap_or_else(|shared| io::Error::new(shared.kind(), shared))
}

fn not_well_formed(error: &quick_xml::Error) -> Error {
    match error {
        quick_xml::Error::Syntax(what) => Error::malformed(format!("not well-formed: {what}")),
        quick_xml::Error::IllFormed(what) => Error::malformed(format!("not well-formed: {what}")),
        other => Error::malformed(format!("not well-formed: {other}")),
    }
}
