//! Standard output for formats of their own: byte for byte, unless a terminal shows it.

use std::io::{self, Write};

use crate::cli::screen;

/// A writer that removes from the text what could control a terminal, if it goes to one.
pub(super) struct Stream<W> {
    pub(super) writer: W,
    pub(super) is_cleaned: bool,
    /// The beginning of a character whose end is not written yet.
    pub(super) rest: Vec<u8>,
}

impl<W: Write> Write for Stream<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if !self.is_cleaned {
            return self.writer.write(bytes);
        }
        self.rest.extend_from_slice(bytes);
        let end = match std::str::from_utf8(&self.rest) {
            Err(error) if error.error_len().is_none() => error.valid_up_to(),
            _ => self.rest.len(),
        };
        let text: Vec<u8> = self.rest.drain(..end).collect();
        let text = screen::in_lines(&String::from_utf8_lossy(&text));
        self.writer.write_all(text.as_bytes())?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.writer.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is written for `text`, which comes in pieces of `length` bytes.
    fn written(text: &str, length: usize, is_cleaned: bool) -> String {
        let mut stream = Stream { writer: Vec::new(), is_cleaned, rest: Vec::new() };
        for piece in text.as_bytes().chunks(length) {
            stream.write_all(piece).expect("a vector takes everything");
        }
        String::from_utf8(stream.writer).expect("it is UTF-8")
    }

    #[test]
    fn a_terminal_is_not_steered_and_a_file_has_every_byte() {
        let hostile = "<seg>\u{1B}]0;x\u{7}می‌شود\u{202E}\t\u{9B}2J</seg>\r\n🙂";
        let clean = "<seg>\u{FFFD}]0;x\u{FFFD}می‌شود\t\u{FFFD}2J</seg> \n🙂";
        for length in 1..=hostile.len() {
            assert_eq!(written(hostile, length, true), clean);
            assert_eq!(written(hostile, length, false), hostile);
        }
    }
}
