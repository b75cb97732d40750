//! Where the cells of a table of text stand, and what the quotation marks in them mean.
//!
//! A cell is in quotation marks where it begins with one, and the one that closes it is followed by what ends a cell.
//! Between tabs a text may begin with a quotation as well: other marks there are letters.

use std::borrow::Cow;
use std::ops::Range;

use crate::error::{Error, Result};

/// The rows of a table of text.
pub(in crate::exchange) struct Rows<'a> {
    bytes: &'a [u8],
    delimiter: u8,
    at: usize,
    /// How many cells the first row of several has, once it is read.
    width: Option<usize>,
    /// The line that the next row stands in, and the place up to which lines were counted.
    line: u64,
    counted: usize,
}

/// A row where it stands in its file.
pub(in crate::exchange) struct RowPlace {
    pub(in crate::exchange) cells: Vec<Range<usize>>,
    pub(in crate::exchange) line: u64,
    /// Why its cells cannot be told apart.
    pub(in crate::exchange) fault: Option<String>,
}

/// How a cell goes on that begins with a quotation mark.
enum Opened {
    /// It ends here, after the mark that closes it.
    Closed(usize),
    /// It has a mark here that neither closes it nor is doubled.
    Stray(usize),
    /// No mark closes it.
    Open,
}

impl<'a> Rows<'a> {
    /// The rows of `bytes` from `start` on.
    pub(in crate::exchange) fn new(bytes: &'a [u8], start: usize, delimiter: u8) -> Self {
        Self { bytes, delimiter, at: start, width: None, line: 1, counted: 0 }
    }

    /// Where the next row begins.
    pub(in crate::exchange) fn place(&self) -> usize {
        self.at
    }

    /// Where the cells of the next row stand.
    ///
    /// # Errors
    ///
    /// A quotation mark is not closed before the end of the file.
    pub(in crate::exchange) fn next_row(&mut self) -> Result<Option<RowPlace>> {
        if self.at >= self.bytes.len() {
            return Ok(None);
        }
        let start = self.at;
        self.line += lines(&self.bytes[self.counted..start]);
        self.counted = start;
        let mut row = RowPlace { cells: Vec::new(), line: self.line, fault: None };
        loop {
            let cell = self.at;
            self.pass_cell(&mut row)?;
            row.cells.push(cell..self.at);
            if self.bytes.get(self.at) != Some(&self.delimiter) {
                break;
            }
            self.at += 1;
        }
        self.at += match self.bytes[self.at..] {
            [b'\r', b'\n', ..] => 2,
            [] => 0,
            _ => 1,
        };
        if self.width.is_none() && row.cells.len() > 1 {
            self.width = Some(row.cells.len());
        }
        Ok(Some(row))
    }

    fn pass_cell(&mut self, row: &mut RowPlace) -> Result<()> {
        let end = self.end_of_letters(self.at);
        let is_tabbed = self.delimiter == b'\t';
        if self.bytes.get(self.at) != Some(&b'"') {
            self.at = end;
            return Ok(());
        }
        match self.opened() {
            Opened::Closed(close)
                if close > end && is_tabbed && self.are_whole(row.cells.len(), close) =>
            {
                self.at = end;
            }
            Opened::Closed(close) => self.at = close,
            Opened::Stray(_) if is_tabbed => self.at = end,
            Opened::Stray(mark) => {
                let past = self.end_of_line(mark);
                row.fault = Some(self.stray(past));
                self.at = past;
            }
            Opened::Open if is_tabbed && self.are_whole(row.cells.len(), self.bytes.len()) => {
                self.at = end;
            }
            Opened::Open => {
                return Err(
                    Error::malformed("a quotation mark that is not closed").on_line(row.line)
                );
            }
        }
        Ok(())
    }

    /// How the cell goes on that begins here with a quotation mark.
    fn opened(&self) -> Opened {
        let mut at = self.at + 1;
        while let Some(byte) = self.bytes.get(at) {
            at += match (byte, self.bytes.get(at + 1)) {
                (b'"', Some(b'"')) => 2,
                (b'"', Some(&next)) if !self.ends_cell(next) => return Opened::Stray(at),
                (b'"', _) => return Opened::Closed(at + 1),
                _ => 1,
            };
        }
        Opened::Open
    }

    /// Whether the row has all its cells in this line, whatever the marks here and after it mean, where it has `before`
    /// so far; and each line after it has too, to the one of `end`.
    fn are_whole(&self, before: usize, end: usize) -> bool {
        let Some(width) = self.width else {
            return false;
        };
        let cells = |line: &[u8]| line.iter().filter(|byte| **byte == self.delimiter).count() + 1;
        let lines = &self.bytes[self.at..self.end_of_line(end)];
        let mut lines = lines.split(|byte| is_line_end(*byte));
        let first = lines.next().map_or(0, cells);
        before + first == width && lines.all(|line| line.is_empty() || cells(line) == width)
    }

    fn stray(&self, past: usize) -> String {
        let what =
            "a quotation mark inside a cell in quotation marks, which is to be written twice";
        match lines(&self.bytes[self.counted..past]) {
            0 => what.to_owned(),
            more => format!("{what}; all up to line {} is left out", self.line + more),
        }
    }

    fn end_of_letters(&self, start: usize) -> usize {
        let letters = self.bytes[start..].iter();
        start + letters.take_while(|byte| !self.ends_cell(**byte)).count()
    }

    fn end_of_line(&self, start: usize) -> usize {
        start + self.bytes[start..].iter().take_while(|byte| !is_line_end(**byte)).count()
    }

    fn ends_cell(&self, byte: u8) -> bool {
        byte == self.delimiter || is_line_end(byte)
    }
}

/// What a cell says, without the quotation marks around it.
pub(in crate::exchange) fn without_quotes(cell: &str) -> Cow<'_, str> {
    match in_quotes(cell) {
        Some(text) => Cow::Owned(text.replace("\"\"", "\"")),
        None => Cow::Borrowed(cell),
    }
}

/// What stands between the quotation marks around a cell, where each mark is doubled.
pub(in crate::exchange) fn in_quotes(cell: &str) -> Option<&str> {
    let text = cell.strip_prefix('"')?.strip_suffix('"')?;
    let is_whole = !text.replace("\"\"", "").contains('"');
    is_whole.then_some(text)
}

fn is_line_end(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\r')
}

fn lines(bytes: &[u8]) -> u64 {
    bytes.iter().filter(|byte| **byte == b'\n').count() as u64
}
