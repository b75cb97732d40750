//! A table in memory: all its text in one place, bounded in every direction.

use std::borrow::Cow;

use crate::error::{Error, Result};

/// The longest cell; a spreadsheet program has room for 32,767 characters.
const LONGEST: usize = 64 * 1024;

/// The most columns that may have anything in them.
const WIDEST: usize = 256;

/// The most cells; a row that is left out counts as one.
const MOST_CELLS: usize = 8 * 1024 * 1024;

/// The most bytes in all cells together.
const MOST_TEXT: usize = 512 * 1024 * 1024;

/// Rows of cells, without empty rows.
#[derive(Debug, Default)]
pub(in crate::exchange) struct Sheet {
    text: String,
    /// Where each cell ends in the text.
    ends: Vec<usize>,
    /// The line of each row, and where its cells end.
    rows: Vec<(u64, usize)>,
    /// Rows that are left out, and why.
    faults: Vec<(u64, Cow<'static, str>)>,
    /// Why the row that is being filled cannot be used.
    fault: Option<Cow<'static, str>>,
    /// What the user should know about how the file was read.
    remarks: Vec<String>,
    /// The character that separates the cells of a row, if there is one.
    delimiter: Option<u8>,
    /// The names of the other sheets of the workbook.
    others: Vec<String>,
}

impl Sheet {
    /// A table without rows, with room for `bytes` of text.
    pub(in crate::exchange) fn with_room(bytes: usize) -> Self {
        Self { text: String::with_capacity(bytes), ..Self::default() }
    }

    /// Adds a cell to the row that is being filled.
    pub(in crate::exchange) fn push(&mut self, cell: &str) {
        let column = self.ends.len() - self.first();
        if column >= WIDEST {
            if !cell.is_empty() {
                self.fail(format!("more than {WIDEST} columns"));
            }
            return;
        }
        match cell.len() {
            0..=LONGEST => self.text.push_str(cell),
            _ => self.fail("a cell longer than 64 KiB"),
        }
        self.ends.push(self.text.len());
    }

    /// Notes why the row that is being filled cannot be used.
    pub(in crate::exchange) fn fail(&mut self, message: impl Into<Cow<'static, str>>) {
        self.fault.get_or_insert_with(|| message.into());
    }

    /// Ends the row, which stands in line `line`.
    ///
    /// # Errors
    ///
    /// The table is larger than any glossary.
    pub(in crate::exchange) fn end_row(&mut self, line: u64) -> Result<()> {
        let first = self.first();
        let start = self.start(first);
        let is_blank = self.text[start..].trim().is_empty();
        if let Some(fault) = self.fault.take() {
            self.faults.push((line, fault));
            self.drop_from(first, start);
        } else if is_blank {
            self.drop_from(first, start);
        } else {
            self.rows.push((line, self.ends.len()));
        }
        if self.ends.len() + self.faults.len() > MOST_CELLS || self.text.len() > MOST_TEXT {
            return Err(Error::malformed("a table with too many cells").on_line(line));
        }
        Ok(())
    }

    /// How many cells the row that is being filled has.
    pub(in crate::exchange) fn filled(&self) -> usize {
        self.ends.len() - self.first()
    }

    /// Adds empty cells until the row that is being filled has `count`, or as many as a row may have.
    pub(in crate::exchange) fn fill(&mut self, count: usize) {
        while self.filled() < count.min(WIDEST) {
            self.push("");
        }
    }

    /// The rows, in order.
    pub(in crate::exchange) fn rows(&self) -> impl ExactSizeIterator<Item = Row<'_>> {
        (0..self.rows.len()).map(|at| self.row(at))
    }

    /// Whether there are no rows, good or bad.
    pub(in crate::exchange) fn is_empty(&self) -> bool {
        self.rows.is_empty() && self.faults.is_empty()
    }

    /// The rows that are left out, each with its line, and why.
    pub(in crate::exchange) fn faults(&self) -> &[(u64, Cow<'static, str>)] {
        &self.faults
    }

    /// What the user should know about how the file was read.
    pub(in crate::exchange) fn remarks(&self) -> &[String] {
        &self.remarks
    }

    pub(in crate::exchange) fn remark(&mut self, remark: String) {
        self.remarks.push(remark);
    }

    /// Notes which character separates the cells.
    pub(super) fn set_delimiter(&mut self, delimiter: u8) {
        self.delimiter = Some(delimiter);
    }

    /// The names of the other sheets of the workbook.
    pub(in crate::exchange) fn others(&self) -> &[String] {
        &self.others
    }

    /// Notes which other sheets the workbook has.
    pub(super) fn set_others(&mut self, others: Vec<String>) {
        self.others = others;
    }

    /// Checks that a row of text has no more cells than its header, `width`: otherwise a text most likely contains the
    /// delimiter. In a spreadsheet, what stands beside a table is somebody's remark.
    ///
    /// # Errors
    ///
    /// The message says how many cells there are.
    pub(in crate::exchange) fn refuse_surplus(
        &self,
        row: Row<'_>,
        width: usize,
    ) -> std::result::Result<(), String> {
        let Some(delimiter) = self.delimiter.filter(|_| row.end - row.first > width) else {
            return Ok(());
        };
        let filled = row.cells().zip(1..).filter(|(cell, _)| !cell.is_empty());
        let count = filled.map(|(_, number)| number).last().unwrap_or_default();
        if count <= width {
            return Ok(());
        }
        let why = match delimiter {
            b'\t' => "is there a tab in a text?".to_owned(),
            other => format!("is a “{}” not in quotation marks?", char::from(other)),
        };
        Err(format!("the row has {count} cells, the header {width}; {why}"))
    }

    fn row(&self, at: usize) -> Row<'_> {
        let first = match at {
            0 => 0,
            _ => self.rows[at - 1].1,
        };
        let (line, end) = self.rows[at];
        Row { sheet: self, line, first, end }
    }

    /// The first cell of the row that is being filled.
    fn first(&self) -> usize {
        self.rows.last().map_or(0, |(_, end)| *end)
    }

    /// Where the cell `at` begins in the text.
    fn start(&self, at: usize) -> usize {
        match at {
            0 => 0,
            _ => self.ends[at - 1],
        }
    }

    fn drop_from(&mut self, first: usize, start: usize) {
        self.ends.truncate(first);
        self.text.truncate(start);
    }
}

/// One row of a [`Sheet`].
#[derive(Clone, Copy, Debug)]
pub(in crate::exchange) struct Row<'a> {
    sheet: &'a Sheet,
    /// Its line in the file, from 1; in a spreadsheet, the number of the row.
    pub(in crate::exchange) line: u64,
    first: usize,
    end: usize,
}

impl<'a> Row<'a> {
    /// The cell in column `column`, without white space around it; empty where there is none.
    pub(in crate::exchange) fn cell(&self, column: usize) -> &'a str {
        let at = self.first + column;
        if at >= self.end {
            return "";
        }
        self.sheet.text[self.sheet.start(at)..self.sheet.ends[at]].trim()
    }

    /// All cells.
    pub(in crate::exchange) fn cells(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        let row = *self;
        (0..row.end - row.first).map(move |column| row.cell(column))
    }
}
