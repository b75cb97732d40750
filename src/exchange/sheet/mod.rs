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
mod workbook;
mod errors;
mod xlsx;
mod ods;
mod xls;
mod fill;

pub(in crate::exchange) use delimited::{Quotes, delimited};
pub(in crate::exchange) use failed::refuse_failed;
pub(in crate::exchange) use fill::{
    as_it_was, fill_delimited, fill_xlsx, letters, plain_rows, rewrite_xlsx, targets,
};
pub(in crate::exchange) use rows::{Row, Sheet};
pub(in crate::exchange) use workbook::{Format, workbook};
