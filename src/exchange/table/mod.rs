//! Tables with a column for each language as files of units: read, and with translations put into their cells, into
//! empty ones or in place of what stands there; all other cells stay as they are.

mod columns;
mod read;
mod delimited;
mod position;
mod plain;
mod xlsx;

pub(in crate::exchange) use self::delimited::{as_it_was, fill_delimited, letters, targets};
pub(in crate::exchange) use self::read::units;
pub(in crate::exchange) use self::xlsx::{fill_xlsx, plain_rows, rewrite_xlsx};
