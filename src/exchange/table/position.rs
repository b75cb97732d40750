//! Where a reader of an XLSX sheet is.

use quick_xml::events::BytesStart;

use crate::error::Result;
use crate::exchange::sheet::parts::{attribute, is};

/// The row that is being read, from 1, and the column of the cell that comes next, from 0.
#[derive(Default)]
pub(super) struct Position {
    pub(super) row: u64,
    column: usize,
}

impl Position {
    /// Takes in a tag, and returns the column of the cell that begins with it.
    pub(super) fn take(&mut self, tag: &BytesStart<'_>) -> Result<Option<usize>> {
        if is(tag, "row") {
            let named = attribute(tag, "r")?.and_then(|number| number.parse().ok());
            self.row = named.unwrap_or(self.row + 1);
            self.column = 0;
        }
        if !is(tag, "c") {
            return Ok(None);
        }
        let named = attribute(tag, "r")?.and_then(|name| column_of(&name));
        let at = named.unwrap_or(self.column);
        self.column = at + 1;
        Ok(Some(at))
    }
}

/// The column of a cell by its name: 1 for `B7`.
fn column_of(name: &str) -> Option<usize> {
    let letters = name.bytes().take_while(u8::is_ascii_uppercase);
    let number = letters.fold(0_usize, |number, letter| {
        number.saturating_mul(26).saturating_add(usize::from(letter - b'A') + 1)
    });
    number.checked_sub(1)
}
