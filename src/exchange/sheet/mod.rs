//! Tables as people keep them: rows of cells, whichever program wrote them.
//!
//! Each reader makes a [`Sheet`] from its file, with the number of every row in that file. What the columns mean is not
//! its concern. The files come from anyone, so a [`Sheet`] is bounded, and no reader relies on what a file claims about
//! its size.

mod rows;
mod failed;
mod decoded;
mod cells;
mod delimited;
mod date;
mod tab;
pub(in crate::exchange) mod parts;
mod errors;
mod xlsx;
mod ods;
mod xls;
mod workbook;

pub(in crate::exchange) use cells::{Rows, in_quotes, without_quotes};
pub(in crate::exchange) use decoded::decoded;
pub(in crate::exchange) use delimited::{Quotes, delimited, layout};
pub(in crate::exchange) use failed::refuse_failed;
pub(in crate::exchange) use rows::{Row, Sheet};
pub(in crate::exchange) use workbook::{Format, workbook};
pub(in crate::exchange) use xlsx::Workbook as XlsxWorkbook;
