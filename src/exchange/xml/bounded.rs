//! The text on its way to the XML parser: its lines counted, and no event in it too long.
//!
//! quick-xml holds one event at a time, so the longest event bounds its memory. Text that is too long is cut off here,
//! and its reader then finds it too long; a tag or a comment that is too long ends the reading, since it is unknown
//! where it ends.

use std::io::{self, BufRead, Read};

use super::decoded::{Decoded, Fault};

/// The most bytes that one tag, comment, CDATA section or segment may have.
pub(in crate::exchange) const LONGEST: usize = 1024 * 1024;

/// The text of a file, event by event.
#[derive(Debug)]
pub(in crate::exchange) struct Bounded<R> {
    text: Decoded<R>,
    line: u64,
    /// How many bytes of the event have gone to the parser.
    passed: usize,
    /// Whether the event is text between two tags.
    is_text: bool,
    /// Whether the first `<` was seen.
    is_xml: bool,
}

impl<R: BufRead> Bounded<R> {
    pub(in crate::exchange) fn new(text: Decoded<R>) -> Self {
        Self { text, line: 1, passed: 0, is_text: false, is_xml: false }
    }

    /// Notes that an event begins here, and returns the line.
    pub(in crate::exchange) fn start_event(&mut self) -> u64 {
        self.passed = 0;
        self.line
    }

    /// The line that is being read, from 1.
    pub(in crate::exchange) fn line(&self) -> u64 {
        self.line
    }

    /// How many bytes of the file have been read.
    pub(in crate::exchange) fn position(&self) -> u64 {
        self.text.position()
    }

    /// Checks that the file begins with a tag, before a file without any is read to its end.
    fn check_start(&mut self) -> io::Result<()> {
        match self.text.fill_buf()?.trim_ascii_start().first() {
            Some(b'<') => self.is_xml = true,
            Some(_) => return Err(Fault::error("not an XML file")),
            None => {}
        }
        Ok(())
    }

    /// Ends an event that is too long.
    fn cut(&mut self) -> io::Result<()> {
        if !self.is_text {
            return Err(Fault::error("a tag or comment longer than 1 MiB"));
        }
        loop {
            let block = self.text.fill_buf()?;
            let length = block.len();
            let end = block.iter().position(|byte| matches!(byte, b'<' | b'&'));
            self.advance(end.unwrap_or(length));
            if end.is_some() || length == 0 {
                return Ok(());
            }
        }
    }

    /// Skips `count` bytes and counts their lines.
    fn advance(&mut self, count: usize) {
        let passed = &self.text.rest()[..count];
        self.line += passed.iter().filter(|byte| **byte == b'\n').count() as u64;
        self.text.consume(count);
    }
}

impl<R: BufRead> BufRead for Bounded<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if !self.is_xml {
            self.check_start()?;
        }
        if self.passed > LONGEST {
            self.cut()?;
        }
        self.text.fill_buf()
    }

    fn consume(&mut self, count: usize) {
        if self.passed == 0 {
            self.is_text = !matches!(self.text.rest().first(), Some(b'<' | b'&'));
        }
        self.passed += count;
        self.advance(count);
    }
}

impl<R: BufRead> Read for Bounded<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.fill_buf()?.read(into)?;
        self.consume(count);
        Ok(count)
    }
}
